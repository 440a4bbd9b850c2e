"""Panel: is the messenger blocked? A lane for each that says so or does not, and what each says on a day."""

from datetime import date
from typing import Any

from matplotlib.dates import date2num
from matplotlib.patches import Rectangle

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Step
from chokepoints.classroom.controls import Choice, Day
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.wording import day_words
from chokepoints.network.status_2026 import (
    AGENCY,
    BLOCKED,
    DISPUTED,
    FREE,
    IN_PART,
    LANES,
    MEASURED,
    NOTHING,
    PRESS,
    REGISTER,
    RULING,
    Said,
    Span,
    said_on,
    spans,
    words,
)

#: Saturdays, so that a step of a week meets the day of October 2022 on which a domain was listed for hours.
_FIRST, _LAST, _START = date(2018, 4, 14), date(2026, 11, 24), date(2026, 4, 11)
_MEANINGS = {
    "the register lists it": REGISTER,
    "a ruling restricts it": RULING,
    "the agency says so": AGENCY,
    "measurements show it": MEASURED,
    "the press reports it": PRESS,
}
_ANSWERS = {BLOCKED: "yes", IN_PART: "in part", DISPUTED: "disputed", FREE: "no", NOTHING: "no word"}
#: How each state is drawn: colour and hatch.
_LOOKS: dict[str, dict[str, Any]] = {
    BLOCKED: {"facecolor": COLOURS[1]},
    IN_PART: {"facecolor": COLOURS[6], "hatch": "//"},
    DISPUTED: {"facecolor": COLOURS[4], "hatch": "xx"},
    FREE: {"facecolor": COLOURS[5], "hatch": ".."},
}
_EDGE: dict[str, Any] = {"edgecolor": "white", "linewidth": 0}
_TEXT: dict[str, Any] = {"fontsize": 11, "va": "center"}


def _setup() -> Artists:
    figure = new_figure(height=4.0, left=0.165, right=0.72, bottom=0.14, top=0.86)
    axes = figure.add_subplot()
    axes.set_xlim(date2num(date(2018, 1, 1)), date2num(date(2027, 1, 1)))
    axes.set_ylim(len(LANES) - 0.5, -0.5)
    axes.set_yticks(range(len(LANES)), [lane[0].upper() + lane[1:] for lane in LANES])
    axes.set_xticks([date2num(date(year, 1, 1)) for year in range(2018, 2028)], [*map(str, range(2018, 2027)), ""])
    axes.grid(axis="y", visible=False)
    axes.set_xlabel("Year (each name stands at its beginning)")
    artists = Artists(figure)
    artists.axes = axes
    artists.band = artists.move(axes.axhspan(-0.5, 0.5, color="#EEEEEE", zorder=0.5))
    artists.bars = []
    for place, lane in enumerate(LANES):
        for span in spans(lane):
            bar = axes.barh(place, 0, 0.5, left=date2num(span.first), **_LOOKS[span.state], **_EDGE)[0]
            artists.bars.append((span, artists.move(bar)))
    artists.marks = artists.move(axes.plot([], [], "|", color="black", markersize=20, markeredgewidth=1.5)[0])
    artists.day = artists.move(axes.axvline(0, color="#555555", linestyle=":", zorder=3))
    beside = axes.get_yaxis_transform()  # across in widths of the axes, down in lanes
    artists.words = [artists.move(axes.text(1.07, place, "", transform=beside, **_TEXT)) for place in range(len(LANES))]
    artists.answer = artists.move(axes.text(1.02, -0.72, "", transform=beside, fontweight="bold", **_TEXT))
    artists.signs = []
    for place in range(len(LANES)):
        sign = Rectangle((1.02, place - 0.25), 0.035, 0.5, transform=beside, clip_on=False, **_EDGE)
        artists.signs.append(artists.move(axes.add_patch(sign)))
    for state, look in _LOOKS.items():
        axes.barh(0, 0, left=date2num(_FIRST), label=state, **look, **_EDGE)
    axes.plot([], [], "|", color="black", markersize=14, markeredgewidth=1.5, label="a source speaks")
    marks, names = axes.get_legend_handles_labels()
    figure.legend(marks[1:] + marks[:1], names[1:] + names[:1], loc="upper left", bbox_to_anchor=(0.005, 1), ncols=5,
                  fontsize=11, handlelength=1.6, columnspacing=1.2)  # fmt: skip
    return artists


def _length(span: Span, day: date) -> float:
    """The days of a span up to a day, that day included; 0 where it has not begun."""
    last = min(span.last or day, day)
    return float(max(0, (last - span.first).days + 1))


def _update(artists: Artists, *, day: date, meaning: str) -> str:
    found, lane = said_on(day), _MEANINGS[meaning]
    for span, bar in artists.bars:
        bar.set_width(_length(span, day))
    begun = [word for word in words() if word.first <= day]
    artists.marks.set_data([date2num(word.first) for word in begun], [LANES.index(word.lane) for word in begun])
    artists.day.set_xdata([date2num(day) + 1] * 2)
    for said, text, sign in zip(found.values(), artists.words, artists.signs, strict=True):
        text.set_text(said.short)
        sign.set_visible(bool(said.state))
        sign.set(**{"hatch": "", **_LOOKS.get(said.state, {})})
    artists.band.set_y(LANES.index(lane) - 0.5)
    artists.answer.set_text(f"Blocked that day: {_ANSWERS[found[lane].state]}")
    return _reading(found, day, meaning)


def _reading(found: dict[str, Said], day: date, meaning: str) -> str:
    lanes = "; ".join(f"{lane}: {said.said}" for lane, said in found.items())
    return (
        f"On {day_words(day)}, {lanes}. If blocked means that {meaning}: {_ANSWERS[found[_MEANINGS[meaning]].state]}."
    )


who_says_blocked = Panel(
    name="network-who-says-blocked",
    title="Is it blocked? Who says so",
    setup=_setup,
    update=_update,
    controls=(
        Day("day", "Day", _FIRST, _LAST, _START, step=7),
        Choice("meaning", "Blocked means that", tuple(_MEANINGS), "measurements show it"),
    ),
    buttons=(Step("day", "A week on"), Step("day", "A year on", 52)),
    lines=3,
    assumptions=(
        Assumption("A word stands until the next of its lane; that nothing newer stands in the kit does not mean that "
                   "nothing changed.", "our drawing"),
        Assumption("What was said later of an earlier time is shown at that time: who said in 2026 that it has not "
                   "been listed since 2020 is a list maintainer, not the agency.", "not-on-register"),
        Assumption("That the ruling was never lifted is one official's argument, about 2020; the agency says that it "
                   "lifted the restriction.", "ruling-never-lifted, unblock"),
        Assumption("Degradation was never defined, and the operator's employee spoke of the app on phones.",
                   "degrade-15-40, degrade-20-operator"),
        Assumption("The measurement of 2026 was read in a post that quotes it; a test may find blocked what users "
                   "still reach by borrowed addresses.", "ooni-2026, ooni-telegram-test"),
        Assumption("The full block rests on one outlet; no statement of the agency on it was seen.",
                   "full-block-2026"),
        Assumption("Rows marked unverified are left out.", "datasets/README.md"),
    ),
)  # fmt: skip
