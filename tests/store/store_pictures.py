"""What every picture of the panels on adoption, freeze and audience must keep, whatever it shows."""

from itertools import combinations
from typing import Any

from matplotlib.axes import Axes
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from chokepoints.classroom.panel import Drawing, Panel
from chokepoints.classroom.style import SMALLEST


def first_state(panel: Panel) -> dict[str, Any]:
    """The state in which a panel is first shown."""
    return {control.name: control.start for control in panel.controls}


def texts_in_sight(drawing: Drawing) -> list[tuple[Text, Bbox]]:
    """Every text that is drawn, with its box in pixels; ticks beyond the limits of their axes are not."""
    found = set(drawing.artists.figure.findobj(Text))
    for axes in drawing.artists.figure.findobj(Axes):
        if not axes.get_visible():
            found -= set(axes.findobj(Text))
            continue
        for axis, limits in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
            for tick in axis.get_major_ticks():
                if not min(limits) <= tick.get_loc() <= max(limits):
                    found -= {tick.label1, tick.label2}
    return [(text, text.get_window_extent()) for text in found if text.get_visible() and text.get_text()]


def check_words(drawing: Drawing, state: object) -> None:
    """Texts are large enough, inside the picture, and none lies over another."""
    page = drawing.artists.figure.bbox
    boxes = texts_in_sight(drawing)
    for text, box in boxes:
        assert float(text.get_fontsize()) >= SMALLEST
        inside = page.x0 + 1 <= box.x0 and box.x1 <= page.x1 - 1 and page.y0 + 1 <= box.y0 and box.y1 <= page.y1 - 1
        assert inside, f"{text.get_text()!r} leaves the picture at {state}"
    for (one, its_box), (other, other_box) in combinations(boxes, 2):
        assert not its_box.overlaps(other_box), f"{one.get_text()!r} and {other.get_text()!r} overlap at {state}"


def check_controls(panel: Panel, **state: Any) -> None:
    """Each control changes picture and reading, from this state on."""
    drawing, begin = Drawing(panel), first_state(panel) | state
    reading, picture = drawing.draw(begin)
    for control in panel.controls:
        others = (drawing.draw(begin | {control.name: value}) for value in reversed(control.values()))
        assert any(words != reading and other != picture for words, other in others), control.name


def check_lengths(panel: Panel, reading: str, picture: bytes) -> None:
    """A reading ends as a sentence and fits its room; a picture is small enough for a notebook."""
    assert reading.endswith(".")
    assert len(reading) <= 125 * panel.lines
    assert len(picture) < 150_000
