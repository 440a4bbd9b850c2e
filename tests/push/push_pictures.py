"""Looks at a drawn panel for the tests of the room: texts too small, outside the picture or over one another."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from matplotlib.axes import Axes
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from chokepoints.classroom.panel import Drawing, Panel
from chokepoints.classroom.style import SMALLEST


def start(panel: Panel) -> dict[str, Any]:
    """The state in which a panel is first shown."""
    return {control.name: control.start for control in panel.controls}


def shown_texts(drawing: Drawing) -> list[tuple[Text, Bbox]]:
    """Every text in sight with its box, in pixels; ticks beyond the limits of their axes are not drawn."""
    texts = set(drawing.artists.figure.findobj(Text))
    for axes in drawing.artists.figure.findobj(Axes):
        for axis, (low, high) in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
            for tick in axis.get_major_ticks():
                if not min(low, high) <= tick.get_loc() <= max(low, high):
                    texts -= {tick.label1, tick.label2}
    return [(text, text.get_window_extent()) for text in texts if text.get_visible() and text.get_text()]


def check_texts(drawing: Drawing, state: object) -> None:
    """Texts are large enough, inside the picture and apart."""
    page = drawing.artists.figure.bbox
    boxes = shown_texts(drawing)
    assert min(float(text.get_fontsize()) for text, _ in boxes) >= SMALLEST
    for text, box in boxes:
        inside = page.x0 + 1 <= box.x0 and box.x1 <= page.x1 - 1 and page.y0 + 1 <= box.y0 and box.y1 <= page.y1 - 1
        assert inside, f"{text.get_text()!r} leaves the picture at {state}"
    for (one, its_box), (other, other_box) in combinations(boxes, 2):
        assert not its_box.overlaps(other_box), f"{one.get_text()!r} and {other.get_text()!r} overlap at {state}"


def check_marks(drawing: Drawing, lines: Iterable[Any], state: object) -> None:
    """The marks of these lines lie within their axes and on no text."""
    boxes = shown_texts(drawing)
    for line in lines:
        radius, plot = line.get_markersize() / 72 * drawing.artists.figure.dpi / 2, line.axes.bbox
        for x, y in line.get_transform().transform(line.get_xydata()):
            if x != x or y != y:  # a gap
                continue
            assert plot.x0 <= x <= plot.x1, f"a mark leaves the axes at {state}"
            assert plot.y0 <= y <= plot.y1, f"a mark leaves the axes at {state}"
            for text, box in boxes:
                over = box.x0 - radius < x < box.x1 + radius and box.y0 - radius < y < box.y1 + radius
                assert not over, f"a mark lies on {text.get_text()!r} at {state}"


def check_changes(panel: Panel) -> None:
    """Each control changes picture and reading, from the start on."""
    drawing = Drawing(panel)
    reading, picture = drawing.draw(start(panel))
    for control in panel.controls:
        others = (drawing.draw(start(panel) | {control.name: value}) for value in control.values())
        assert any(other[0] != reading and other[1] != picture for other in others), control.name
