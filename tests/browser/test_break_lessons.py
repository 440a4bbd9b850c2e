"""Every lesson as a learner would break it: two windows, a narrow window, one enlarged to 200 %, the dark theme, no
network.

The tests share their pages, to be quick; each begins with a lesson that was run. That they find what they look for is
shown in test_break_proofs.py. What concerns the kernel alone is tried there: test_break_order.py and its neighbours.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from breaking import (
    KERNEL,
    STEMS,
    WIDGET,
    Window,
    complaints,
    keeps_apart,
    pages_in,
)
from breaking_looks import cut, faint, overlaps, see_through
from breaking_windows import dress, photograph, resize
from lab import Lab, Notebook, Pages
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

#: Widths in the page's own pixels, of which each is two on the screen: a phone, and a window of 1,200 pixels at 200 %.
WIDTHS = (360, 600)
WIDE = (1_200, 1_000)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Window:
    return Window(browser, {"device_scale_factor": 2, "viewport": {"width": WIDE[0], "height": WIDE[1]}})


@pytest.fixture(scope="module")
def pages(window: Window, lab: Lab) -> Pages:
    return pages_in(window, lab)


@pytest.fixture(scope="module", params=STEMS)
def lesson(request: pytest.FixtureRequest, pages: Pages) -> Iterator[Notebook]:
    """A lesson's notebook, run, and open for all tests of this file."""
    notebook = pages.open(f"notebooks/{request.param}.ipynb")
    notebook.run_all()
    yield notebook
    pages.leave(notebook)


def stem(notebook: Notebook) -> str:
    """The name of the open lesson."""
    return Path(notebook.page.evaluate(f"() => {WIDGET}.context.path")).stem


@pytest.mark.parametrize("width", WIDTHS)
def test_narrow_and_enlarged(lesson: Notebook, width: int) -> None:
    resize(lesson, width)
    assert cut(lesson.page) == []
    assert overlaps(lesson.page) == []
    photograph(lesson, f"{stem(lesson)}-{width}")
    resize(lesson, width, 700)
    keeps_apart(lesson, most=1)
    resize(lesson, *WIDE)


def test_dark_theme(lesson: Notebook) -> None:
    resize(lesson, WIDE[0])
    dress(lesson, "JupyterLab Dark")
    try:
        assert faint(lesson.page) == []
        assert see_through(lesson.page) == 0
        photograph(lesson, f"{stem(lesson)}-dark")
    finally:
        dress(lesson, "JupyterLab Light")
    assert faint(lesson.page) == []
    resize(lesson, *WIDE)


def test_nothing_is_asked_of_another_machine(lesson: Notebook, window: Window) -> None:
    """In all that the tests above did, nor where each panel is moved and each button pressed."""
    keeps_apart(lesson)
    for button in lesson.page.locator(".chokepoints-controls button:not(.chokepoints-play)").all():
        button.click()
    lesson.settle()
    assert lesson.outputs("error", "stderr") == []
    assert any(url.startswith("ws://127.0.0.1") for url in window.asked)
    assert any("/api/contents/notebooks/" in url for url in window.asked)
    assert window.elsewhere() == []
    assert not complaints(lesson, set())


def test_the_same_notebook_in_two_windows(pages: Pages) -> None:
    """They share one kernel, as Lab has it: which lesson it is makes no difference, so the last one stands for all."""
    lesson, other = (pages.open(f"notebooks/{STEMS[-1]}.ipynb") for _ in range(2))
    lesson.run_all()
    kernel = f"() => {KERNEL}.id"
    assert other.page.evaluate(kernel) == lesson.page.evaluate(kernel)
    other.run_all()
    keeps_apart(lesson, other, most=1)
    assert lesson.outputs("error", "stderr") == other.outputs("error", "stderr") == []
    # ipywidgets says so of widgets of the other window.
    for one in (lesson, other):
        assert {said for said in complaints(one, set()) if "Comm not found for comm id" not in said} == set()
