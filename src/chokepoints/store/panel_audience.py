"""Panel: published audience figures before and after the block, beside a model of loss that does not explain them."""

from datetime import date
from typing import Any

from matplotlib.dates import date2num
from matplotlib.patheffects import withStroke

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number, Switch
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, MARKERS, new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.evidence.time_axis import date_axis
from chokepoints.store.audience import (
    BEFORE,
    BLOCK,
    CHANGES,
    CLAIMED,
    DAILY,
    FLAT,
    GROWING,
    Count,
    counts,
    foretold,
    months,
)
from chokepoints.store.audience_words import (
    MONTHS,
    Foreseen,
    amount_of,
    changes_words,
    claims_words,
    daily_words,
    foreseen_by,
    month_of,
    speaker,
    speakers,
    thing,
    when_of,
)

_DAILY, _CLAIMED, _CHANGES = (
    "daily users in big cities",
    "users in Russia, as claimed",
    "changes, each of its own thing",
)
#: With this share a month the model meets the fall of June, two months on, and no other count.
_START = 12
_MOST = 10


def _setup() -> Artists:
    figure = new_figure(height=4.8, left=0.09, right=0.97, bottom=0.115, top=0.83)
    artists = Artists(figure)
    artists.time = axes = figure.add_subplot()
    artists.bars = None
    axes.axvline(date2num(BLOCK), color="#555555", linestyle=":")
    axes.annotate("blocked from\n16 April 2018", (date2num(BLOCK), 0), (-5, 4), xycoords=("data", "axes fraction"),
                  textcoords="offset points", ha="right", va="bottom", fontsize=11)  # fmt: skip
    date_axis(axes)
    artists.gaps = [artists.move(axes.plot([], [], color="#888888", linewidth=4, solid_capstyle="butt", zorder=1.5)[0])
                    for _ in range(_MOST)]  # fmt: skip
    artists.joined = artists.move(axes.plot([], [], color=COLOURS[0], linewidth=1.5)[0])
    artists.model = artists.move(axes.plot([], [], color=COLOURS[1], linestyle="--", linewidth=2.5)[0])
    look: dict[str, Any] = {"linestyle": "none", "markeredgecolor": "white", "markersize": 10, "zorder": 3}
    artists.marks = [artists.move(axes.plot([], [], marker=marker, color=colour, **look)[0])
                     for colour, marker in zip(COLOURS, MARKERS, strict=True)]  # fmt: skip
    words: dict[str, Any] = {"textcoords": "offset points", "fontsize": 11, "zorder": 5}
    artists.words = [artists.move(axes.annotate("", (0, 0), (7, 7), **words)) for _ in range(_MOST)]
    for text in artists.words:
        text.set_path_effects([withStroke(linewidth=3, foreground="white")])
    artists.stands = None
    return artists


def _update(artists: Artists, *, series: str, model: bool, loss: float, baseline: str, index: bool) -> str:
    if series == _CHANGES:
        rows: tuple[Count, ...] = ()
    else:
        rows = counts(DAILY if series == _DAILY else CLAIMED)[:_MOST]
    start = next((one for one in rows if months(one.day) == 0), None)
    unit = 0.01 * start.value if index and start else 1e6
    foreseen = foreseen_by(rows, loss / 100, baseline) if series == _DAILY else Foreseen()
    drawn = model and bool(foreseen.line)
    _draw_counts(artists, rows, unit, joined=series == _DAILY)
    _draw_model(artists, rows, unit, foreseen if drawn else Foreseen())
    stands = (series, drawn, baseline, index, rows)
    if artists.stands != stands:
        _background(artists, series, rows, index, baseline if drawn else "", start)
        artists.stands = stands
        artists.renew()
    if series == _CHANGES:
        return changes_words(counts(*CHANGES)[:_MOST], index)
    if series == _CLAIMED:
        return claims_words(rows, start, index)
    return daily_words(rows, start, index, foreseen if model else Foreseen())


def _background(
    artists: Artists, series: str, rows: tuple[Count, ...], index: bool, baseline: str, start: Count | None
) -> None:
    """Axes, limits and legend: what stays as the slider moves."""
    if artists.bars is not None:
        artists.bars.remove()
        artists.bars = None
    axes = artists.time
    axes.set_visible(series != _CHANGES)
    if series == _CHANGES:
        artists.bars = artists.figure.add_axes((0.42, 0.13, 0.55, 0.83))
        _draw_changes(artists.bars, counts(*CHANGES)[:_MOST], index)
        return
    first, last = (date(2017, 9, 1), date(2019, 3, 15)) if series == _DAILY else (date(2017, 8, 1), date(2020, 9, 15))
    axes.set_xlim(date2num(first), date2num(last))
    what = "Daily users" if series == _DAILY else "Users"
    axes.set_ylabel(f"{what} ({month_of(start)} = 100)" if index and start else f"{what} (millions)")
    most = 1.25 * max((one.value for one in rows), default=1)
    if baseline == GROWING:
        most = max(most, 1.1 * foretold(rows, 0, GROWING, [MONTHS])[0])
    axes.set_ylim(0, most / (0.01 * start.value if index and start else 1e6))
    handles, names = [artists.joined], ["published (Mediascope)"]
    if series == _CLAIMED:
        names = speakers(rows)
        handles = artists.marks[: len(names)]
    elif baseline:
        handles += [artists.model, artists.gaps[0]]
        names += [f"model: loss, else {baseline}", "not explained by the model"]
    axes.legend(handles, names, loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=2 if baseline else 3, fontsize=11,
                columnspacing=1.4)  # fmt: skip


def _draw_counts(artists: Artists, rows: tuple[Count, ...], unit: float, joined: bool) -> None:
    """The published counts with their numbers; joined only where one source counts the same thing again."""
    at = [float(date2num(one.day)) for one in rows]
    artists.joined.set_data(*((at, [one.value / unit for one in rows]) if joined else ([], [])))
    names = speakers(rows)
    look = [0 if joined or speaker(one) not in names else names.index(speaker(one)) for one in rows]
    for number, mark in enumerate(artists.marks):
        own = [one for one, place in zip(rows, look, strict=True) if place == number]
        mark.set_data([date2num(one.day) for one in own], [one.value / unit for one in own])
    for number, text in enumerate(artists.words):
        text.set_text("")
        if number < len(rows):
            one, place = rows[number], _place(rows, number, joined)
            text.xy = (at[number], one.value / unit)
            text.set(text=f"{'over ' if one.at_least else ''}{amount_of(one.value / unit)}", position=place,
                     ha="right" if place[0] < 0 else "left", color=COLOURS[look[number]])  # fmt: skip


def _place(rows: tuple[Count, ...], number: int, joined: bool) -> tuple[float, float]:
    """Where a number stands beside its mark, in points: off the line that goes on, and off another of the same days."""
    one = rows[number]
    before = rows[number - 1] if number else None
    rises = joined and number + 1 < len(rows) and rows[number + 1].value > one.value
    if before and (one.day - before.day).days < 5:
        return 7, -15
    if rises and before and before.value > one.value:
        return -7, -16
    return (-7 if rises or months(one.day) <= 0 else 7), 7


def _draw_model(artists: Artists, rows: tuple[Count, ...], unit: float, foreseen: Foreseen) -> None:
    """The line that is foretold, and its distance to each later count."""
    days = [date2num(date(BEFORE.year + (3 + month) // 12, (3 + month) % 12 + 1, 15)) for month in range(MONTHS + 1)]
    artists.model.set_data(days if foreseen.line else [], [one / unit for one in foreseen.line])
    after = [one for one in rows if months(one.day) > 0] if foreseen.line else []
    for number, gap in enumerate(artists.gaps):
        gap.set_data([], [])
        if number < len(after):
            at = date2num(after[number].day)
            gap.set_data([at, at], [foreseen.counted[number] / unit, after[number].value / unit])


def _draw_changes(axes: Any, shown: tuple[Count, ...], index: bool) -> None:
    """Changes by what changed, one bar a row; with `index`, what was before is 100."""
    base = 100 if index else 0
    for place, one in enumerate(shown):
        colour = COLOURS[1] if one.value < 0 else COLOURS[0]
        axes.barh(place, one.value, left=base, color=colour, height=0.55)
        axes.annotate(f"{base + one.value:g}" if index else f"{one.value:+g} %", (base + one.value, place),
                      (-6 if one.value < 0 else 6, 0), textcoords="offset points", fontsize=11, va="center",
                      ha="right" if one.value < 0 else "left")  # fmt: skip
    axes.set_yticks(range(len(shown)), [f"{thing(one)[:38]}, {when_of(one)}" for one in shown], fontsize=10)
    axes.set_ylim(max(len(shown), 3) - 0.4, -0.6)
    axes.set_xlim(base - 110, base + 60)
    axes.axvline(base, color="black", linewidth=1)
    axes.grid(axis="y", visible=False)
    axes.set_xlabel("What was before = 100" if index else "Change (%)")


audience = Panel(
    name="store-audience",
    title="The audience before and after the block, and a model of loss that does not explain it",
    setup=_setup,
    update=_update,
    controls=(
        Choice("series", "Figures", (_DAILY, _CLAIMED, _CHANGES), _DAILY),
        Switch("model", "Model of loss", True),
        Number("loss", "Users lost a month, in the model", 0, 50, _START, 1, "%"),
        Choice("baseline", "Without loss, in the model", (FLAT, GROWING), FLAT),
        Switch("index", "As an index, April 2018 or before = 100"),
    ),
    lines=3,
    assumptions=(
        Assumption("Daily users in big cities: people of 12 to 64 in cities of over 100,000 who opened the mobile app, "
                   "on an average day of the month; a panel of about 1,700 people. An app that was opened need not "
                   "have worked.", cite_named("aud-mediascope-2018")),
        Assumption("April 2018, with the block from the 16th on.", cite_named("aud-mediascope-2018-2018-04")),
        Assumption("By Mediascope's own percentage June lies 23 % below April; the rounded count gives 22.",
                   cite_named("aud-mediascope-2018-june-change")),
        Assumption("The model: from April 2018 on the same share leaves each month, and nobody comes back; half of the "
                   "figures' months lie between counts.", "assumed; set it above"),
        Assumption("Growing as before the block: by the factor a month from October 2017 to April 2018, two counts. "
                   "Whether it would have gone on nobody knows.", cite_named("aud-mediascope-2018-2017-10")),
        Assumption("Best share: least squares of logarithms over the later counts, not below 0.", "our choice"),
        Assumption("Figures of several speakers are not joined: what each counts is not the same, or not said.",
                   "our choice"),
        Assumption("14 million is 7 percent of 200 million, of two months.", cite_named("aud-14m")),
        Assumption("Changes: which year belongs to which figure of Romir should be read again in the source.",
                   cite_named("aud-romir-2018")),
        Assumption("No figure here says who used it by a VPN, or would have come without a block.", "our reading"),
    ),
)  # fmt: skip
