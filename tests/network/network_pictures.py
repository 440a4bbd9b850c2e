"""Looks at a drawn panel for the tests of the room: texts that are too small, clipped or over one another."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from matplotlib.text import Text
from matplotlib.transforms import Bbox

from chokepoints.classroom.panel import Drawing, Panel
from chokepoints.classroom.style import SMALLEST
from chokepoints.evidence.facts import fact_slugs


def start(panel: Panel) -> dict[str, Any]:
    """The state in which a panel is first shown."""
    return {control.name: control.start for control in panel.controls}


def shown_texts(drawing: Drawing) -> list[tuple[Text, Bbox]]:
    """Every text in sight with its box, in pixels; labels of ticks beyond the limits are not drawn."""
    artists = drawing.artists
    left, right = artists.axes.get_xlim()
    beyond = {tick for tick in artists.axes.get_xticklabels() if not left <= tick.get_position()[0] <= right}
    if not artists.axes.xaxis.get_visible():
        beyond |= {*artists.axes.get_xticklabels(), artists.axes.xaxis.label}
    texts = set(artists.figure.findobj(Text)) - beyond
    return [(text, text.get_window_extent()) for text in texts if text.get_visible() and text.get_text()]


def check_texts(drawing: Drawing, marks: Iterable[Any], state: object) -> None:
    """Texts are large enough, inside the picture and apart; no mark of these lines lies on one or leaves the axes."""
    page, plot = drawing.artists.figure.bbox, drawing.artists.axes.bbox
    boxes = shown_texts(drawing)
    assert min(float(text.get_fontsize()) for text, _ in boxes) >= SMALLEST
    for text, box in boxes:
        inside = page.x0 + 1 <= box.x0 and box.x1 <= page.x1 - 1 and page.y0 + 1 <= box.y0 and box.y1 <= page.y1 - 1
        assert inside, f"{text.get_text()!r} leaves the picture at {state}"
    for (one, its_box), (other, other_box) in combinations(boxes, 2):
        assert not its_box.overlaps(other_box), f"{one.get_text()!r} and {other.get_text()!r} overlap at {state}"
    for line in marks:
        radius = line.get_markersize() / 72 * drawing.artists.figure.dpi / 2
        for x, y in line.get_transform().transform(line.get_xydata()):
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
        every = control.values()
        others = [drawing.draw(start(panel) | {control.name: value}) for value in every[:: 1 + len(every) // 12]]
        assert any(other[0] != reading and other[1] != picture for other in others), control.name


def check_sources(panel: Panel, files: set[str]) -> None:
    """Each assumption names facts or these files, or says that it is one."""
    for assumption in panel.assumptions:
        for name in assumption.source.split("; ")[0].split(", "):
            assert name in {*fact_slugs(), *files, "assumed", "our reading", "our drawing"}, name
