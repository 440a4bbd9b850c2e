"""A slider dragged fast: the last picture is that of its last value, nothing flickers and nothing jumps."""

import base64
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from lab import Notebook
from PIL import Image

pytestmark = [pytest.mark.browser, pytest.mark.alone]

#: Each value asks for other limits, title and legend: a full draw. The picture is dark, so that a blank one is seen,
#: and the reading is of one line or two.
PANEL = """
from datetime import date
from chokepoints.classroom import show
from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Day, Number
from chokepoints.classroom.panel import Panel
from chokepoints.classroom.style import new_figure

drawn = []

def setup():
    figure = new_figure()
    figure.set_facecolor("#003300")
    axes = figure.add_subplot()
    axes.set_facecolor("#003300")
    artists = Artists(figure, line=axes.plot([0, 1], [0, 1], color="white")[0])
    artists.axes = axes
    return artists

def update(artists, *, count, day):
    drawn.append(count)
    artists.axes.set_ylim(0, 1 + count)
    artists.axes.set_title(f"count {count}")
    artists.axes.legend([artists.line], [f"line {count}"], loc="lower left")
    artists.renew()
    return f"The count is {count}." + " The rest is padding." * (count % 9)

show(Panel("test-drag", "A heavy panel", setup, update, (
    Number("count", "Count", 0, 100, 50),
    Day("day", "Day", date(2018, 5, 1), date(2018, 9, 30), date(2018, 5, 1)),
)))
"""

#: Every frame: what is on the page as it is about to be painted. Every change: the same, before any frame.
WATCH = """cell => {
    const outputs = cell.querySelector(".jp-Cell-outputArea");
    const figure = cell.querySelector("figure.chokepoints-panel").closest(".jp-OutputArea-output");
    const seen = window.seen = { frames: 0, heights: [], missing: 0, unloaded: 0, alts: [] };
    const look = painted => {
        const image = figure.querySelector("img");
        seen.heights.push(outputs.getBoundingClientRect().height, figure.getBoundingClientRect().height);
        seen.missing += !image;
        if (painted) {
            seen.frames += 1;
            seen.unloaded += !(image?.complete && image.naturalWidth);
        }
        if (image) seen.alts.push(image.alt);
    };
    new MutationObserver(() => look(false)).observe(figure, { childList: true, subtree: true });
    const frame = () => { look(true); if (figure.isConnected) requestAnimationFrame(frame); };
    frame();
}"""


@contextmanager
def filmed(notebook: Notebook) -> Iterator[list[bytes]]:
    """The frames that Chromium really painted meanwhile, as JPEG."""
    session = notebook.context.new_cdp_session(notebook.page)
    frames: list[bytes] = []

    def keep(event: dict[str, Any]) -> None:
        frames.append(base64.b64decode(event["data"]))
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", keep)
    session.send("Page.startScreencast", {"format": "jpeg", "quality": 60, "maxWidth": 1200, "maxHeight": 1000})
    yield frames
    notebook.page.wait_for_timeout(100)
    session.send("Page.stopScreencast")


def test_a_fast_drag(open_notebook: Callable[[str], Notebook], scratch: Callable[..., str]) -> None:
    notebook = open_notebook(scratch(PANEL, "print(len(drawn), drawn[-1])"))
    notebook.run_all()
    panel, page = notebook.panels()[0], notebook.page
    track, handle = (
        panel.box.locator(".noUi-base").first.bounding_box(),
        panel.box.locator(".noUi-handle").first.bounding_box(),
    )
    picture = panel.figure.locator("img").bounding_box()
    assert track
    assert handle
    assert picture
    panel.cell.evaluate(WATCH)
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    with filmed(notebook) as frames:
        page.mouse.move(x, y)
        page.mouse.down()
        for i in range(120):  # to and fro, as fast as the browser takes it
            page.mouse.move(track["x"] + track["width"] * abs((i * 7) % 200 - 100) / 100, y)
        page.mouse.move(track["x"] + track["width"] * 0.73, y)
        page.mouse.up()
        last = panel.reading()
    value = panel.box.get_by_role("slider", name="Count").get_attribute("aria-valuetext")
    assert last.startswith(f"The count is {value}.")
    assert abs(int(value or 0) - 73) <= 1

    seen = page.evaluate("window.seen")
    assert seen["alts"][-1] == last
    assert len(set(seen["alts"])) > 5, "the picture follows the drag, it does not wait for its end"
    assert seen["frames"] > 10
    assert seen["missing"] == 0, "a frame or a change without a picture"
    assert seen["unloaded"] == 0, "a frame in which the picture was not there yet"
    assert len(set(seen["heights"])) == 2, "the output jumped"  # that of the picture's output and that of the whole

    assert len(frames) > 3
    for frame in frames:
        image = Image.open(io.BytesIO(frame)).convert("RGB")
        red, green, _ = image.getpixel((int(picture["x"]) + 20, int(picture["y"]) + 20))
        assert red < 60 < green + 40, "a frame was painted without the picture"


def test_nothing_jumps_in_a_narrow_window(
    open_notebook: Callable[[str], Notebook], scratch: Callable[..., str]
) -> None:
    """There the sentence needs more room than is kept for it: once it had it, it keeps it."""
    notebook = open_notebook(scratch(PANEL))
    notebook.run_all()
    panel, page = notebook.panels()[0], notebook.page
    page.set_viewport_size({"width": 620, "height": 1000})
    panel.box.get_by_role("slider", name="Count").focus()
    for _ in range(3):  # to 53, whose sentence is the longest
        page.keyboard.press("ArrowRight")
    assert panel.reading().count("padding") == 8
    panel.cell.evaluate(WATCH)
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    assert panel.reading().startswith("The count is 61.")
    seen = page.evaluate("window.seen")
    assert len(set(seen["heights"])) == 2, "the output jumped"
    track = panel.box.locator(".noUi-base").nth(1)
    wide = track.evaluate("track => track.offsetWidth")
    panel.box.get_by_role("slider", name="Day").focus()
    page.keyboard.press("End")
    assert panel.box.locator(".widget-readout").nth(1).inner_text() == "30 September 2018"
    assert track.evaluate("track => track.offsetWidth") == wide, "a long date takes the room of the track"
    high = seen["heights"][-1]
    page.set_viewport_size({"width": 1200, "height": 1000})
    page.wait_for_function(f"() => window.seen.heights.at(-1) !== {high}")  # a wide window takes it back
