"""Panel: how many records on push tokens governments asked Apple for, by half-year and place, and how many it gave.

Bars of one half-year stand side by side and are never stacked: the world holds the other places. Requests, tokens and
shares are three pictures, since one request may name hundreds of tokens.
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
    INFERRED,
    PRINTED,
    REQUESTS,
    SHARE,
    TOKENS,
    TRUST,
    Asked,
    asked,
    half_words,
    moments,
    places,
)

_END = date(2024, 7, 1)
_UNITS = {REQUESTS: "Requests", TOKENS: "Tokens named in requests", SHARE: "Requests answered (%)"}
_STEPS = (5, 10, 25, 50, 100, 200, 500, 1_000)
_LOOKS = dict(zip(places(), (COLOURS[3], COLOURS[2], COLOURS[1], COLOURS[0], *COLOURS[4:]), strict=False))
_DISPUTED, _COMPUTED, _PALE = "xxx", "...", 0.3
#: Bars and gaps fill this much of a half-year, and leave the days of December 2023 free.
_INTO, _FILLED = 0.04, 0.78


def _slots() -> tuple[str, ...]:
    """Whose bar stands where in a half-year: the world, its disputed number, and each place with a dated row."""
    dated = {one.place for counted in COUNTED for one in asked(counted) if one.half}
    return ("world", "disputed", *(place for place in places() if place in dated and place != "world"))


def _span(half: date) -> tuple[float, float]:
    """The days of a half-year on the axis."""
    ends = (*HALVES, _END)
    return float(date2num(half)), float(date2num(ends[ends.index(half) + 1]))


def _top(counted: str) -> tuple[float, int]:
    """The upper end of the axis and the step of its ticks; the same for every choice of rows."""
    most = max((one.high for one in asked(counted)), default=1)
    most = max(most, 100) if counted == SHARE else most
    return 1.2 * most, next((step for step in _STEPS if most / step <= 6), _STEPS[-1])


def _setup() -> Artists:
    figure = new_figure(height=4.9, left=0.085, right=0.985, bottom=0.08, top=0.69)
    axes = figure.add_subplot()
    axes.set_xlim(date2num(HALVES[0]), date2num(_END))
    axes.set_xticks([sum(_span(half)) / 2 for half in HALVES], [half_words(half) for half in HALVES])
    axes.tick_params(axis="x", length=0, labelsize=11)
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
            colour = _LOOKS["world" if slot == "disputed" else slot]
            bar = axes.bar(left, 0, width, align="edge", color=colour, edgecolor="white", linewidth=0)[0]
            artists.bars[half, slot] = artists.move(bar)
            label = axes.text(left + width / 2, 0, "", fontsize=10, ha="center", va="bottom", linespacing=1)
            artists.labels[half, slot] = artists.move(label)
    _draw_spans(artists, axes)
    artists.none = artists.move(axes.text(0.375, 0.92, "", fontsize=12, ha="center", transform=axes.transAxes))
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
    handles: list[Any] = [Patch(color=_LOOKS[slot], label=slot) for slot in slots if slot != "disputed"]
    handles += [artists.lines[place] for place in places() if place not in slots]
    names = [place for place in (*slots, *places()) if place != "disputed"]
    handles += [
        Patch(facecolor="#555555", edgecolor="white", linewidth=0, hatch=_DISPUTED),
        Patch(facecolor="#555555", edgecolor="white", linewidth=0, hatch=_COMPUTED),
        artists.answered,
    ]
    names = [*dict.fromkeys(names), "half-year disputed", "our division", artists.answered.get_label()]
    artists.figure.legend(handles, names, loc="upper left", bbox_to_anchor=(0.005, 1), ncols=4, fontsize=10,
                          columnspacing=1.5, handlelength=1.8)  # fmt: skip


def _update(artists: Artists, *, counted: str, place: str, trust: str, disputed: str) -> str:
    rows = asked(counted, trust, disputed)
    top, step = _top(counted)
    axes = artists.axes
    if axes.get_ylabel() != _UNITS[counted]:
        axes.set_ylabel(_UNITS[counted])
        axes.set_ylim(0, top)
        axes.set_yticks(range(0, int(top / 1.2) + step, step))
        artists.renew()
    dated = {(one.half, "disputed" if one.disputed else one.place): one for one in rows if one.half}
    mine = {one.half for one in rows if one.place == place}
    for key, bar in artists.bars.items():
        label, one = artists.labels[key], dated.get(key)
        _draw_bar(bar, label, one, place)
        label.set_y((one.high if one else 0) + top / 80)
        if key[1] == place and key[0] not in mine:
            label.set(text="no row", rotation=90, color="black")
    artists.none.set_text("" if mine or place in _slots() else f"no row for {place}")
    marks = [one for one in rows if one.half and one.answered is not None]
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
    return _reading(rows, counted, place, trust)


def _draw_bar(bar: Any, label: Any, one: Asked | None, place: str) -> None:
    """The bar of a number and the number over it; without one, nothing."""
    bar.set_height(one.high if one else 0)
    chosen = one is not None and one.place == place
    bar.set_alpha(1 if chosen else _PALE)
    label.set(text="", rotation=0, color="black" if chosen else "#555555")
    label.set_fontweight("bold" if chosen else "normal")
    bar.set_hatch(_DISPUTED if one and one.disputed else _COMPUTED if one and one.computed else "")
    if one:
        label.set_text(one.words.replace(" (disputed)", "?").replace(" (our division)", "").replace("or ", "or\n"))


def _reading(rows: tuple[Asked, ...], counted: str, place: str, trust: str) -> str:
    mine = [one for one in rows if one.place == place]
    head = f"{counted.capitalize()}, {place}{'' if trust == 'every row' else f', {trust}'}: "
    by_half = groupby(mine, lambda one: one.half)
    said = ", ".join(_said(half, list(group)) for half, group in by_half) or "no row"
    if halves := {one.half for one in mine if one.half}:
        said += f"; {len(halves)} of {len(HALVES)} half-years {'has' if len(halves) == 1 else 'have'} a row"
    remark = _remark(mine, counted) if mine else _elsewhere(place, trust)
    return f"{head}{said}.{remark} Marked: {_standard()}"


def _said(half: date | None, group: list[Asked]) -> str:
    """The numbers of one half-year, such as "99 (65 answered) in July to December 2023"."""
    if not half:
        return "; ".join(f"{one.words} at a time not noted ({one.statement.rstrip('.')})" for one in group)
    numbers = [one.words + ("" if one.answered is None else f" ({one.answered:,.0f} answered)") for one in group]
    return f"{' and '.join(numbers)} in {half_words(half)}"


def _remark(mine: list[Asked], counted: str) -> str:
    """What keeps a reader from a wrong conclusion, by what is shown."""
    if any(one.disputed for one in mine):
        return f" {_reason()}"
    if counted == TOKENS:
        return " One request may name many tokens, so the two are never added up."
    if counted == SHARE and mine[-1].high < mine[0].high:
        return " Why it fell is not shown: both rule and requests changed."
    return ""


def _elsewhere(place: str, trust: str) -> str:
    """What the rows of a place count that has none of what is asked for."""
    others = [name for name in COUNTED if any(one.place == place for one in asked(name, trust))]
    return f" Its rows count: {', '.join(others)}." if others else " No other count has one either."


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
        Choice("counted", "What is counted", tuple(COUNTED), REQUESTS),
        Choice("place", "Place", places(), "world"),
        Choice("trust", "Rows of confidence", tuple(TRUST), "every row"),
        Choice("disputed", "The disputed count stands in", (INFERRED, PRINTED), INFERRED),
    ),
    lines=3,
    assumptions=(
        Assumption("The disputed count: the press prints it for early 2023, beside another for the same half-year; "
                   "that it belongs to the half-year before is an inference.", cite_named("push-req-h2-2022")),
        Assumption("Apple's own tables count these things; their numbers were not seen, and every number here comes "
                   "from those who read them.", cite_named("push-primary")),
        Assumption("Later half-years, and whatever has no row, were not found; that is no zero.", "datasets/README.md"),
        Assumption("Our division: requests answered by requests, of one relay. For the United States the relay "
                   "gives the same percentage in words.", cite_named("push-req-h2-2023-us")),
        Assumption("The letter of 6 December 2023.", cite_named("wyden-letter")),
        Assumption("The first rule, of 6 December 2023.", cite_named("apple-guideline-1")),
        Assumption("The second rule, dated by the Tuesday after. Before both there was none on push.",
                   cite_named("apple-guideline-2")),
        Assumption("A smaller share can mean more refusals, or other requests; no row says which.", "our reading"),
        Assumption("Only Apple; what Google or others gave is not in the tables.", "our choice"),
    ),
)  # fmt: skip
