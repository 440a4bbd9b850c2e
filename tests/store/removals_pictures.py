"""Looks at the panels of removals: texts too small, off the page or one over another; controls that do nothing."""

from itertools import combinations
from typing import Any

from matplotlib.axes import Axes
from matplotlib.text import Text

from chokepoints.classroom.panel import Drawing, Panel
from chokepoints.classroom.style import SMALLEST, style


def start(panel: Panel) -> dict[str, Any]:
    """The state in which a panel is first shown."""
    return {control.name: control.start for control in panel.controls}


def check_texts(drawing: Drawing, state: object) -> None:
    """Every text in sight is large enough, on the page, and on no other."""
    figure = drawing.artists.figure
    texts = {text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()}
    for axes in figure.findobj(Axes):  # matplotlib makes ticks beyond the limits and does not draw them
        for axis, limits in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
            for tick in axis.get_major_ticks():
                if not min(limits) <= tick.get_loc() <= max(limits):
                    texts -= {tick.label1, tick.label2}
    boxes = [(text, text.get_window_extent()) for text in texts]
    for text, box in boxes:
        assert float(text.get_fontsize()) >= SMALLEST
        corners = figure.bbox.contains(box.x0, box.y0), figure.bbox.contains(box.x1, box.y1)
        assert all(corners), f"{text.get_text()!r} leaves the page at {state}"
    for (one, its), (other, others) in combinations(boxes, 2):
        assert not its.overlaps(others), f"{one.get_text()!r} lies on {other.get_text()!r} at {state}"


def read(drawing: Drawing, **state: Any) -> str:
    """The reading of a panel at its start but for `state`; its artists are set, and no picture is made."""
    with style():
        return drawing.panel.update(drawing.artists, **start(drawing.panel) | state)


def check_changes(panel: Panel, *looks: str) -> None:
    """Each control changes picture and reading, from the start on; those called `looks` the picture alone."""
    drawing = Drawing(panel)
    reading, picture = drawing.draw(start(panel))
    for control in panel.controls:
        others = (drawing.draw(start(panel) | {control.name: value}) for value in control.values())
        changed = ((other[0] != reading) is (control.name not in looks) and other[1] != picture for other in others)
        assert any(changed), control.name
