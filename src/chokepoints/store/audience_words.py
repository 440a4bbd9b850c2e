"""What the panel of the audience says: names, numbers and sentences, and what the model of loss foretells."""

from dataclasses import dataclass

from chokepoints.classroom.style import COLOURS
from chokepoints.errors import KitError
from chokepoints.evidence.wording import day_words, number_words
from chokepoints.store.audience import Count, best_loss, foretold, months

#: The model goes so many months on from April 2018: as far as the counts.
MONTHS = 10
#: Names of what changed, short enough for the margin; a row that is not here stands with its speaker's name.
_THINGS = {
    "aud-medialogia": "views, all channels, Medialogia",
    "aud-medialogia-top100": "views, top 100 channels, Medialogia",
    "aud-combot": "user base, Combot and others",
    "aud-mediascope-2018-may-change": "daily users, Mediascope",
    "aud-mediascope-2018-june-change": "daily users, Mediascope",
    "aud-rkn-25": "users and advertising, the agency",
    "aud-romir-2018": "reach in a year, Romir",
    "aud-romir-2019": "reach in a year, Romir",
}


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What the model says: in words, month by month from April 2018 on, and for each count after it."""

    words: str = ""
    line: tuple[float, ...] = ()
    counted: tuple[float, ...] = ()


def foreseen_by(rows: tuple[Count, ...], loss: float, baseline: str) -> Foreseen:
    """What the model foretells for a series; where it cannot, the words say why."""
    after = [one for one in rows if months(one.day) > 0]
    when = [months(one.day) for one in after]
    try:
        best = best_loss(rows, baseline)
        near = foretold(rows, best, baseline, when)
        line, said = (foretold(rows, loss, baseline, span) for span in (range(MONTHS + 1), when))
    except KitError as error:
        return Foreseen(f"No model: {error}")
    worst = max(zip(after, near, strict=True), key=lambda pair: abs(pair[0].value / pair[1] - 1))
    off = 100 * (worst[0].value / worst[1] - 1)
    words = f"yet {month_of(worst[0])} lies {abs(off):.0f} % {'below' if off < 0 else 'above'} it."
    return Foreseen(f"Best share: {100 * best:.0f} % a month, {words}", line, said)


def daily_words(rows: tuple[Count, ...], start: Count | None, index: bool, foreseen: Foreseen) -> str:
    """The reading for daily users: each later count against April 2018, and the model beside it."""
    if start is None:
        plenty = f"{len(rows)} verified counts, none of April 2018 to set them against"
        return f"Daily users in big cities: {plenty}. {foreseen.words}".strip()
    after = [one for one in rows if months(one.day) > 0]
    moves = "; ".join(f"{month_of(one)} {_change(one, start)}" for one in after) or "no later count"
    unit = start.value / 100 if index else 1e6
    amount = f"{start.value / unit:.3g}{'' if index else ' million'}"
    said = f"Daily users in big cities, against {amount} in {month_of(start)}: {moves}."
    if foreseen.counted:
        gap = after[-1].value - foreseen.counted[-1]
        missing = f"{amount_of(abs(gap) / unit)}{' points' if index else ' million'}"
        said += f" For {month_of(after[-1])} the model has {missing} too {'few' if gap > 0 else 'many'}."
    return f"{said} {foreseen.words}".strip()


def _change(one: Count, start: Count) -> str:
    return f"{'over ' if one.at_least else ''}{100 * (one.value / start.value - 1):+.0f} %"


def claims_words(rows: tuple[Count, ...], start: Count | None, index: bool) -> str:
    """The reading for what single speakers said."""
    if not rows:
        return "Users in Russia, as claimed: the tables hold no verified figure."
    said = "; ".join(
        f"{month_of(one)} {'over ' if one.at_least else ''}"
        + (f"{100 * one.value / start.value:.0f}" if index and start else number_words(int(one.value)))
        + f" ({speaker(one)})"
        for one in rows
    )
    scale = f", {month_of(start)} = 100" if index and start else ""
    return f"Users in Russia, as claimed{scale}: {said}. Each counts in its own way, so that no line joins them."


def thing(one: Count) -> str:
    """What changed, in few words; of a row that is new here, who says so."""
    return _THINGS.get(one.slug, speaker(one))


def changes_words(shown: tuple[Count, ...], index: bool) -> str:
    """The reading for changes: how many, and the two ends."""
    if not shown:
        return "Changes: the tables hold no verified figure."
    low, high = min(shown, key=lambda one: one.value), max(shown, key=lambda one: one.value)
    ends = [f"{(100 if index else 0) + one.value:g} ({thing(one)}, {when_of(one)})" for one in (low, high)]
    unit = "before = 100" if index else "in percent"
    return (
        f"{len(shown)} changes after the block, {unit}, from {ends[0]} to {ends[1]}. "
        "Each counts another thing, against another time; none of them says what the block alone did."
    )


def when_of(one: Count) -> str:
    """The day, month or year of a count, with a short month."""
    if one.measures.endswith("year before"):
        return str(one.day.year)
    return month_of(one) if one.first.day == 1 else f"{one.day.day} {month_of(one)}"


def month_of(start: Count) -> str:
    """The month of a count: "Apr 2018"."""
    month, year = day_words(start.day).split()[1:]
    return f"{month[:3]} {year}"


def speaker(one: Count) -> str:
    """Who said it, without what relays it."""
    return one.said_by.split(",")[0]


def speakers(rows: tuple[Count, ...]) -> list[str]:
    """Who spoke, each once; one for whom no colour is left is not among them."""
    return list(dict.fromkeys(map(speaker, rows)))[: len(COLOURS)]


def amount_of(value: float) -> str:
    """A number for a mark: whole from 20 on, else with up to three figures."""
    return f"{value:.0f}" if value >= 20 else f"{value:.2g}" if round(value, 1) == value else f"{value:.3g}"
