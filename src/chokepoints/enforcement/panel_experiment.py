"""Panel: the experiment as a picture: who was connected when, phone by phone, for each position of the switch."""

from typing import Any

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Step as NextStep
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.enforcement.outcome import ORDERED, OTHER, Positions, Result, Step, Switch, Where
from chokepoints.errors import KitError

_CLEAR, _SEALED = "in the clear", "sealed"
_SILENT, _DRESSED = "silent", "like an alert"
#: Colour and marker of each place where a phone can be.
_MARKS: dict[Where, tuple[str, str]] = {
    Where.OLD: (COLOURS[0], "o"),
    Where.NEW: (COLOURS[2], "D"),
    Where.AWAY: (COLOURS[1], "x"),
}
_LEGEND = {Where.OLD: "at the old address", Where.NEW: "at the new address", Where.AWAY: "not connected"}
#: The step in which pushes are sent, and the empty rows between two storefronts.
_PUSHED, _GAP = 4, 1


def as_picture(results: Positions) -> Panel:
    """The panel of the experiment in all positions. Raises KitError for anything else."""
    if not isinstance(results, Positions) or not results.results:
        raise KitError("Give the runs of all positions: the_experiment = as_picture(await all_positions()).")
    first = results.of(Switch.OPEN)
    last = len(first.steps)
    rows = _rows(first.storefronts)

    def setup() -> Artists:
        figure = new_figure(height=4.6, left=0.13, right=0.98, bottom=0.24, top=0.85)
        axes = figure.add_subplot()
        axes.set_xlim(0.5, last + 0.5)
        axes.set_ylim(max(rows) + 1, min(rows) - 1)
        axes.grid(visible=False)
        groups = {
            one: [row for row, here in zip(rows, first.storefronts, strict=True) if here == one] for one in _FRONTS
        }
        labels = [f"{len(group)} phones,\nstore {one}" for one, group in groups.items()]
        axes.set_yticks([sum(group) / len(group) for group in groups.values()], labels)
        axes.tick_params(axis="y", length=0)
        axes.set_xticks(
            range(1, last + 1), [f"{step.number}\n" + "\n".join(step.short.rsplit(" ", 1)) for step in first.steps]
        )
        artists = Artists(figure)
        artists.band = artists.move(axes.axvspan(0.5, 1.5, facecolor="#EEEEEE", edgecolor="none", zorder=0))
        artists.words = artists.move(figure.text(0.02, 0.975, "", ha="left", va="top", linespacing=1.5))
        artists.marks = {where: _plot(artists, axes, where) for where in _MARKS}
        figure.legend(handles=list(artists.marks.values()), loc="lower center", bbox_to_anchor=(0.5, 0), ncols=3)
        return artists

    def update(artists: Artists, *, switch: str, payload: str, looks: str, step: int) -> str:
        result = results.of(switch, payload == _SEALED, looks == _DRESSED)
        for where, line in artists.marks.items():
            at = [
                (past.number, row)
                for past in result.steps[:step]
                for row, there in zip(rows, past.where, strict=True)
                if there is where
            ]
            line.set_data([x for x, _ in at], [y for _, y in at])
        artists.band.set_x(step - 0.5)
        artists.words.set_text(
            f"Step {step}: {result.of(step).title}\nSwitch for {ORDERED}: {switch}; push: {payload}, {looks}"
        )
        return _reading(result, result.of(step))

    return Panel(
        name="enforcement-the-experiment",
        title="The address is blocked, the messenger moves: whom does a push bring back?",
        setup=setup,
        update=update,
        controls=(
            Choice("switch", "Switch at the gateway", tuple(map(str, Switch)), str(Switch.OPEN)),
            Choice("payload", "The service push is", (_CLEAR, _SEALED), _CLEAR),
            Choice("looks", "and looks", (_SILENT, _DRESSED), _SILENT),
            Number("step", "Up to step", 1, last, last),
        ),
        buttons=(NextStep("step", "Next step"),),
        lines=3,
        assumptions=(
            Assumption("All phones are behind the one provider that blocks; half of the store accounts are elsewhere."),
            Assumption("The provider cuts the lines that are open when the address is blocked."),
            Assumption("A push is the only way in which a phone learns the new address, and every phone is online."),
            Assumption("What Apple's service would do and answer under such an order is not public: the kit's choice."),
        ),
    )


_FRONTS = (ORDERED, OTHER)


def _rows(storefronts: tuple[str, ...]) -> list[int]:
    """The row of each phone: the storefronts one below the other, with a gap between."""
    start = {ORDERED: 0, OTHER: storefronts.count(ORDERED) + _GAP}
    rows = []
    for one in storefronts:
        rows.append(start[one])
        start[one] += 1
    return rows


def _plot(artists: Artists, axes: Any, where: Where) -> Any:
    colour, marker = _MARKS[where]
    line = axes.plot([], [], linestyle="none", color=colour, marker=marker, markersize=7, label=_LEGEND[where])[0]
    line.set_markeredgewidth(2 if marker == "x" else 1)
    return artists.move(line)


def _reading(result: Result, step: Step) -> str:
    """One sentence: who is connected, what the provider did, and what each party knows of the pushes."""
    counts = ", ".join(
        f"{one} {result.connected(step.number, one)} of {result.storefronts.count(one)}" for one in _FRONTS
    )
    done = {line.verdict: line.count for line in step.log}
    provider = f"the provider cut {done.get('cut', 0)} lines and refused {done.get('refuse', 0)}"
    if step.number < _PUSHED:
        pushes = "no push has been sent"
    else:
        told = ", ".join(f"{words} ({times})" for words, times in result.told())
        come = sum(one.came is not None and (one.came == 0 or step.number > _PUSHED) for one in result.sent)
        pushes = (
            f"of {len(result.sent)} service pushes, {result.push}, the gateway's order hit {result.hit}, "
            f"{result.readable} could be read as such, {come} came; the messenger was told {told}"
        )
    return f"Step {step.number} ({step.title}), switch {result.switch}: connected {counts}; {provider}; {pushes}."
