"""One style for every picture: large enough at half width, safe for colour-blind readers, never colour alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

from cycler import cycler
from matplotlib import rc_context, rcdefaults, rcParams
from matplotlib.figure import Figure

#: Okabe and Ito's palette (jfly.uni-koeln.de/color, 2002), without its yellow, which is faint on white.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#000000", "#CC79A7", "#56B4E9", "#E69F00")
#: So many of them stand out on white by 3 to 1 (WCAG 2.2, 1.4.11); the others are for large marks.
CONTRASTING = 5
#: A marker for each colour, so that a series is known without it.
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
#: No text of a picture is smaller, in points: 7 pixels where the picture is shown at half its width.
SMALLEST = 10
#: Pixels an inch; with the width below a picture is 900 pixels wide.
DPI = 100

_RC: Any = {
    "font.family": "DejaVu Sans",  # comes with matplotlib: the same letters on every system
    "font.size": 12,
    "axes.titlesize": 13,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#DDDDDD",
    "lines.markersize": 9,
    "axes.prop_cycle": cycler(color=COLOURS),
    "legend.edgecolor": "none",  # white and almost opaque: a legend that lies over a line is still read
    "legend.framealpha": 0.9,
    "text.parse_math": False,  # a dollar sign in data is a dollar sign
}


#: JupyterLab lets what widgets do run in threads of their own ("subshells", one or several), beside the cells.
#: matplotlib's settings are everybody's: two that draw at once would take each other's, and leave the learner's as the
#: kit had set them.
one_at_a_time = RLock()


@contextmanager
def style() -> Iterator[None]:
    """The kit's settings over matplotlib's own defaults, whatever the learner has set; one thread at a time."""
    with one_at_a_time, rc_context():
        rcdefaults()
        rcParams.update(_RC)
        yield


def new_figure(width: float = 9.0, height: float = 3.8, **adjust: float) -> Figure:
    """An empty figure, sizes in inches, outside pyplot: nothing keeps it alive or shows it twice.

    `adjust` takes the margins of `Figure.subplots_adjust`; no layout engine, which would double the time of a picture.
    """
    figure = Figure(figsize=(width, height), dpi=DPI)
    margins: dict[str, Any] = {"left": 0.1, "right": 0.97, "bottom": 0.16, "top": 0.9} | adjust
    figure.subplots_adjust(**margins)
    return figure
