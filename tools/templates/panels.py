"""The panels of the room `__ROOM__`.

[to write] Two that work, in the form that each panel has: `setup` makes the artists once, `update` changes them and
returns the sentence that reads the picture. Let them draw your model; above 250 lines give each a module of its own.
"""

from chokepoints.__ROOM__.model import Measure, drawn, expected
from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Step
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure

#: The measure that both panels start with. Assumed: no published figures stand behind it.
EXAMPLE = Measure(meant=0.01, found=0.9, strays=0.05)
_CASES = 1_000
_BARS = ("strangers, struck", "meant, missed", "meant, struck")
_DRAWS = 40
_SIZES = {"100": 100, "500": 500, "2,000": 2_000}


def _setup_bars() -> Artists:
    figure = new_figure(left=0.19)
    axes = figure.add_subplot()
    axes.set_xlim(0, 220)
    axes.set_xlabel(f"Cases in {_CASES:,}, on average")
    bars = axes.barh(_BARS, [0] * len(_BARS), color=COLOURS[: len(_BARS)])
    axes.grid(False, axis="y")
    artists = Artists(figure)
    artists.bars = [artists.move(bar) for bar in bars]
    artists.counts = [artists.move(axes.text(0, place, "", va="center")) for place in range(len(_BARS))]
    return artists


def _update_bars(artists: Artists, *, meant: int, found: int, strays: float) -> str:
    struck = expected(Measure(meant / _CASES, found / 100, strays / 100), _CASES)
    counts = (struck.strangers, meant - struck.meant, struck.meant)
    for bar, words, count in zip(artists.bars, artists.counts, counts, strict=True):
        bar.set_width(count)
        words.set_text(f"{count:.1f}")
        words.set_x(count + 2)
    share = (
        "nobody is struck" if struck.share is None else f"{100 * struck.share:.1f} % of all who are struck are meant"
    )
    return (
        f"Of {_CASES:,} cases the measure is meant for {meant}: it strikes {struck.meant:.1f} of them and "
        f"{struck.strangers:.1f} strangers, so {share}."
    )


whom_it_strikes = Panel(
    name="__ROOM__-whom-it-strikes",
    title="Whom a measure strikes",
    setup=_setup_bars,
    update=_update_bars,
    controls=(
        Number("meant", "Meant", 1, 200, 10, unit=f"in {_CASES:,}"),
        Number("found", "Found of these", 0, 100, 90, unit="%"),
        Number("strays", "Struck of all others", 0.0, 20.0, 5.0, 0.5, unit="%"),
    ),
    assumptions=(
        Assumption("A measure of ten in a thousand, nine of them found, one in twenty others struck."),
        Assumption("Everybody else runs the same risk of being struck."),
    ),
)


def _setup_draws() -> Artists:
    figure = new_figure()
    axes = figure.add_subplot()
    axes.set_xlim(0, _DRAWS + 1)
    axes.set_ylim(-3, 103)
    axes.set_xlabel("Draw")
    axes.set_ylabel("Meant, of all struck (%)")
    axes.axhline(100 * (expected(EXAMPLE, _CASES).share or 0), color="#555555", linestyle=":", label="on average")
    points = axes.plot([], [], "o", color=COLOURS[0], label="one draw")[0]
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, borderaxespad=0.2)
    return Artists(figure, points=points)


def _update_draws(artists: Artists, *, cases: str, series: int) -> str:
    shares = [drawn(EXAMPLE, _SIZES[cases], series * _DRAWS + draw).share for draw in range(_DRAWS)]
    seen = [(draw + 1, 100 * share) for draw, share in enumerate(shares) if share is not None]
    artists.points.set_data([draw for draw, _ in seen], [share for _, share in seen])
    heights = [share for _, share in seen]
    nobody = f" In {_DRAWS - len(seen)} nobody was struck." if len(seen) < _DRAWS else ""
    return (
        f"In {_DRAWS} draws of {cases} cases, from {min(heights):.0f} % to {max(heights):.0f} % of those struck were "
        f"meant.{nobody}"
    )


forty_draws = Panel(
    name="__ROOM__-forty-draws",
    title="The same measure, drawn forty times",
    setup=_setup_draws,
    update=_update_draws,
    controls=(
        Choice("cases", "Cases a draw", tuple(_SIZES), "500"),
        Number("series", "Series of draws", 1, 20, 1),
    ),
    buttons=(Step("series", "Draw again"),),
    assumptions=(
        Assumption("The measure with which the first panel starts."),
        Assumption("One case does not influence another."),
    ),
)
