"""Panel: how many records on push tokens governments asked Apple for, by half-year and place, and how many it gave.

Bars of one half-year stand side by side and are never stacked: the world holds the other places. Requests, tokens and
shares are three pictures, since one request may name hundreds of tokens; so are the table's numbers and the press's.
"""

from datetime import date
from itertools import groupby
from textwrap import fill
from typing import Any

from matplotlib.dates import date2num
from matplotlib.patches import Patch

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.errors import KitError
from chokepoints.evidence.facts import cite_named
from chokepoints.evidence.tables import MEND, table
from chokepoints.evidence.wording import day_words
from chokepoints.push.records import (
    COUNTED,
    HALVES,
    PRESS,
    REQUESTS,
    SHARE,
    TABLE,
    TOKENS,
    WHOSE,
    Asked,
    asked,
    half_words,
    in_the_table,
    moments,
    places,
)

_END = date(2025, 7, 1)
_UNITS = {REQUESTS: "Requests", TOKENS: "Tokens named in requests", SHARE: "Requests answered (%)"}
_STEPS = (5, 10, 25, 50, 100, 200, 500, 1_000)
_LOOKS = {place: COLOURS[(3, 2, 6, 1, 0, 4, 5)[number % 7]] for number, place in enumerate(places())}
_TWO, _COMPUTED, _PALE = "xxx", "...", 0.3
#: Bars and gaps fill this much of a half-year, and leave the days of December 2023 free.
_INTO, _FILLED = 0.08, 0.73


def _slots() -> tuple[str, ...]:
    """Whose bar stands where in a half-year: each place with a dated row, the world first."""
    dated = {one.place for whose in WHOSE for counted in COUNTED for one in asked(counted, whose) if one.half}
    return tuple(place for place in places() if place in dated or place == "world")


def _span(half: date) -> tuple[float, float]:
    """The days of a half-year on the axis."""
    ends = (*HALVES, _END)
    return float(date2num(half)), float(date2num(ends[ends.index(half) + 1]))


def _top(counted: str) -> tuple[float, int]:
    """The upper end of the axis and the step of its ticks; the same whoever publishes."""
    most = max((one.high for whose in WHOSE for one in asked(counted, whose)), default=1)
    most = max(most, 100) if counted == SHARE else most
    return 1.2 * most, next((step for step in _STEPS if most / step <= 6), _STEPS[-1])


def _setup() -> Artists:
    figure = new_figure(height=4.9, left=0.098, right=0.985, bottom=0.12, top=0.7)
    axes = figure.add_subplot()
    axes.set_xlim(date2num(HALVES[0]), date2num(_END))
    axes.set_xticks(
        [sum(_span(half)) / 2 for half in HALVES], [half_words(half).replace(" 2", "\n2") for half in HALVES]
    )
    axes.tick_params(axis="x", length=0, labelsize=10, pad=6)  # a diamond may stand at 0
    axes.grid(axis="x", visible=False)
    for half in HALVES[1:]:
        axes.axvline(date2num(half), color="#BBBBBB", linewidth=1)
    artists = Artists(figure)
    artists.axes = axes
    artists.bars, artists.labels = {}, {}
    slots = _slots()
    wide = _FILLED / len(slots)
    for half in HALVES:
        first, last = _span(half)
        for place, slot in enumerate(slots):
            left, width = first + (last - first) * (_INTO + wide * place), (last - first) * wide * 0.9
            bar = axes.bar(left, 0, width, align="edge", color=_LOOKS[slot], edgecolor="white", linewidth=0)[0]
            artists.bars[half, slot] = artists.move(bar)
            label = axes.text(left + width / 2, 0, "", fontsize=10, ha="center", va="bottom", linespacing=1)
            artists.labels[half, slot] = artists.move(label)
    _draw_spans(artists, axes)
    look: dict[str, Any] = {"markerfacecolor": "white", "markeredgecolor": "black", "markersize": 8}
    artists.answered = artists.move(axes.plot([], [], "D", label="answered, where a row says so", **look)[0])
    _mark_moments(axes)
    _legend(artists, slots)
    return artists


def _draw_spans(artists: Artists, axes: Any) -> None:
    """A line for what is said of a place without its half-year."""
    artists.lines, artists.said = {}, {}
    for place in places():
        artists.lines[place] = artists.move(axes.axhline(0, color=_LOOKS[place], linestyle="--", linewidth=2.5))
        said = axes.text(0.01, 0, "", fontsize=10, va="bottom", transform=axes.get_yaxis_transform())
        artists.said[place] = artists.move(said)


def _mark_moments(axes: Any) -> None:
    """The days on which the standard changed: a line each, and above it in words what happened."""
    days = [(day, list(group)) for day, group in groupby(moments(), lambda moment: moment.day)]
    for number, (day, group) in enumerate(days):
        last = number == len(days) - 1
        axes.axvline(date2num(day), color="black", linestyle="-" if last else ":", linewidth=1.5)
        words = "\n".join([f"{day_words(day)}:", *(fill(moment.words, 22) for moment in group)])
        axes.annotate(words, (date2num(day), 1), (4 if last else -4, 3), xycoords=("data", "axes fraction"),
                      textcoords="offset points", ha="left" if last else "right", va="bottom", fontsize=10)  # fmt: skip


def _legend(artists: Artists, slots: tuple[str, ...]) -> None:
    others = [place for place in places() if place not in slots]
    hatches = [Patch(facecolor="#555555", edgecolor="white", linewidth=0, hatch=look) for look in (_TWO, _COMPUTED)]
    handles: list[Any] = [Patch(color=_LOOKS[slot]) for slot in slots]
    handles += [*(artists.lines[place] for place in others), *hatches, artists.answered]
    names = [*slots, *others, "two numbers", "our division", artists.answered.get_label()]
    artists.figure.legend(handles, names, loc="upper left", bbox_to_anchor=(0.005, 1), ncols=4, fontsize=10,
                          columnspacing=1.5, handlelength=1.8)  # fmt: skip


def _update(artists: Artists, *, counted: str, place: str, whose: str) -> str:
    rows = asked(counted, whose)
    top, step = _top(counted)
    axes = artists.axes
    if axes.get_ylabel() != _UNITS[counted]:
        axes.set_ylabel(_UNITS[counted])
        axes.set_ylim(0, top)
        axes.set_yticks(range(0, int(top / 1.2) + step, step))
        artists.renew()
    dated = {(one.half, one.place): one for one in rows if one.half}
    mine = [one for one in rows if one.place == place]
    bare = {half for half in HALVES if (half, place) not in dated} if all(one.half for one in mine) else set()
    for key, bar in artists.bars.items():
        _draw_bar(bar, artists.labels[key], dated.get(key), place, top)
        if key[1] == place and key[0] in bare:
            artists.labels[key].set(text="no row", rotation=90)
    marks = [one for one in mine if one.half and one.answered is not None]
    bars = [artists.bars[one.half, one.place] for one in marks]
    artists.answered.set_data([bar.get_x() + bar.get_width() / 2 for bar in bars], [one.answered for one in marks])
    undated = {one.place: one for one in rows if not one.half}
    for name, line in artists.lines.items():
        said = undated.get(name)
        line.set_ydata([said.high if said else 0] * 2)
        line.set_visible(said is not None)
        line.set_alpha(1 if name == place else 0.5)
        words = f"{said.statement}\nIts half-year is not noted." if said else ""
        artists.said[name].set(text=words, y=(said.high if said else 0) + top / 100)
    return _reading(mine, counted, place, whose)


def _draw_bar(bar: Any, label: Any, one: Asked | None, place: str, top: float) -> None:
    """The bar of a number, and over it the number where its place is the one chosen; without a number, nothing."""
    chosen = one is not None and one.place == place
    bar.set_height(one.high if one else 0)
    bar.set_alpha(1 if chosen else _PALE)
    bar.set_hatch(_TWO if one and one.two else _COMPUTED if one and one.computed else "")
    label.set(text=one.words.replace("or ", "or\n") if one and chosen else "", rotation=0)
    label.set_y((one.high if one else 0) + top / 40)


def _reading(mine: list[Asked], counted: str, place: str, whose: str) -> str:
    head = f"{counted.capitalize()}, {place}, {whose}: "
    if {one.half for one in mine} == set(HALVES):
        numbers = [_number(mine[0]), *(_number(one).replace(" answered", "") for one in mine[1:])]
        said = f"{', '.join(numbers)} by half-year from {day_words(HALVES[0])} on"
    else:
        said = ", ".join(map(_said, mine)) or "no row"
        if halves := {one.half for one in mine if one.half}:
            said += f"; {len(halves)} of {len(HALVES)} half-years {'has' if len(halves) == 1 else 'have'} a row"
    remark = _remark(mine, counted, place, whose) if mine else _elsewhere(place, whose)
    return f"{head}{said}.{remark} Marked: {_standard()}"


def _number(one: Asked) -> str:
    """A number, with the answered where a row has them, a share with what was divided: "99 (65 answered)"."""
    if one.computed:
        return f"{one.words} ({one.statement})"
    return one.words + ("" if one.answered is None else f" ({one.answered:,.0f} answered)")


def _said(one: Asked) -> str:
    """A number and its half-year, such as "99 (65 answered) in July to December 2023"."""
    if not one.half:
        return f"{one.words} at a time not noted ({one.statement.rstrip('.')})"
    return f"{_number(one)} in {half_words(one.half)}"


def _remark(mine: list[Asked], counted: str, place: str, whose: str) -> str:
    """What keeps a reader from a wrong conclusion, by what is shown."""
    if whose == PRESS:
        doubtful = [one for one in mine if one.two or not one.half]
        if counted == REQUESTS and any(one.two for one in doubtful):
            return f" {_reason()}"
        beside = [other for one in doubtful for other in in_the_table(one)]
        said = f" Apple's table: {', '.join(map(_said, beside))}." if beside else ""
        return said + (" With brackets: our division." if any(one.computed for one in mine) else "")
    if counted == TOKENS:
        return " One request may name many tokens, so the two are never added up."
    if counted == SHARE:
        return " Our divisions; why they move is not shown."
    doubtful = [one for one in asked(counted, PRESS) if one.place == place and one.two]
    return f" The press: {', '.join(map(_said, doubtful))}." if doubtful else ""


def _elsewhere(place: str, whose: str) -> str:
    """What the rows of a place count that has none of what is asked for, and whether the table has some."""
    others = [name for name in COUNTED if any(one.place == place for one in asked(name, whose))]
    if others:
        return f" Its rows count: {', '.join(others)}."
    listed = whose == PRESS and any(one.place == place for name in COUNTED for one in asked(name, TABLE))
    return f" No other count has one either{'; the table has' if listed else ''}."


def _reason() -> str:
    """Why the counts may disagree, as the table of disagreements says."""
    for row in table("disagreements"):
        if row.slug == "push-requests":
            return row.reason
    raise KitError(f"disagreements.csv has lost the row 'push-requests'. {MEND} Then restart the kernel.")


def _standard() -> str:
    days = groupby(moments(), lambda moment: moment.day)
    return "; ".join(f"{day_words(day)}: {', '.join(one.words for one in group)}" for day, group in days) + "."


records_asked = Panel(
    name="push-records-asked",
    title="Records on push tokens that governments asked Apple for",
    setup=_setup,
    update=_update,
    controls=(
        Choice("counted", "What is counted", COUNTED, REQUESTS),
        Choice("place", "Place", places(), "world"),
        Choice("whose", "Whose numbers", tuple(WHOSE), TABLE),
    ),
    lines=3,
    assumptions=(
        Assumption("The table is Apple's own by half-year and country, as a script copied it; Apple's page was not "
                   "seen with its numbers. The world is our sum of all countries that it lists.",
                   cite_named("push-table-h1-2025")),
        Assumption("The press had numbers of the same table before. 119 and 158 requests are both printed for January "
                   "to June 2023; the copy has 119, and 158 in no half-year. That 158 is a rise taken for a count is "
                   "a guess from our arithmetic.", cite_named("push-req-h1-2023")),
        Assumption("No row: Apple's table lists a country only where it asked, so most likely no request. Of the press "
                   "it says nothing. Germany and others are in the world's numbers alone.", "our reading"),
        Assumption("Our division: requests answered by requests, both of one publisher, never across. By country it "
                   "comes out as the table's own percentage.", cite_named("push-table-h1-2025-us-answered")),
        Assumption("The letter of 6 December 2023.", cite_named("wyden-letter")),
        Assumption("The first rule, of 6 December 2023.", cite_named("apple-guideline-1")),
        Assumption("The second rule, dated by the Tuesday after. Before both there was none on push.",
                   cite_named("apple-guideline-2")),
        Assumption("A smaller share can mean more refusals, or other requests; no row says which.", "our reading"),
        Assumption("Only Apple; what Google or others gave is not in the tables.", "our choice"),
    ),
)  # fmt: skip
