"""Every lesson as a learner would break it: the kernel restarted, two windows, a narrow window, one enlarged to 200 %,
the dark theme, no network.

The tests share their pages, to be quick; each begins with a lesson that was run. That they find what they look for is
shown in test_break_proofs.py. What concerns the kernel alone is tried there: test_break_order.py and its neighbours.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from breaking import (
    KERNEL,
    KEYS,
    STEMS,
    WIDGET,
    Window,
    ask,
    calls,
    chosen,
    complaints,
    controls,
    keeps_apart,
    pages_in,
    restart,
    run_out_of_order,
    sources,
)
from breaking_looks import cut, faint, overlaps, see_through
from breaking_windows import dress, photograph, resize
from lab import Lab, Notebook, Pages, write_notebook
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

#: Widths in the page's own pixels, of which each is two on the screen: a phone, and a window of 1,200 pixels at 200 %.
WIDTHS = (360, 600)
WIDE = (1_200, 1_000)
PLAIN = """
import ipywidgets
ipywidgets.VBox([ipywidgets.IntSlider(), ipywidgets.Button(), ipywidgets.Dropdown(options="ab")])
"""
#: The answer or guess that is kept under an id, for `ask`.
SAVED = "__import__('chokepoints.classroom').classroom.saved({!r})"


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


def press_all(notebook: Notebook) -> None:
    """Press every key of every control, and every button, whether or not anybody listens."""
    for box in notebook.page.locator(".chokepoints-controls").all():
        for kind, control in controls(box):
            control.focus()
            for key in KEYS[kind]:
                notebook.page.keyboard.press(key)
        for button in box.locator("button").all():
            button.click()
    notebook.settle()
    playing = notebook.page.locator(".chokepoints-play:has-text('Pause')")
    assert playing.count() == 0, "a panel plays on, though no kernel draws its pictures"


@pytest.fixture(scope="module")
def usual(pages: Pages, lab: Lab) -> set[str]:
    """What Lab and ipywidgets complain about by themselves, when their own controls are used after a restart."""
    plain = pages.open(write_notebook(lab, "plain", PLAIN))
    plain.run_all()
    restart(plain)
    plain.page.locator("[role=slider]").focus()
    plain.page.keyboard.press("ArrowRight")
    plain.page.locator(".jp-OutputArea-output .widget-button").click()
    plain.page.locator(".jp-OutputArea-output select").select_option(index=1)
    plain.settle()
    pages.leave(plain)
    return set(plain.complaints)


def stem(notebook: Notebook) -> str:
    """The name of the open lesson."""
    return Path(notebook.page.evaluate(f"() => {WIDGET}.context.path")).stem


def test_kernel_restarted_in_the_middle(lesson: Notebook, usual: set[str]) -> None:
    kept = {id: "" for source in sources(lesson).values() for id in calls(source, "predict")}
    boxes = lesson.guesses()
    for id, box in zip(kept, boxes, strict=True):
        box.locator("input[type=radio]").last.click()
        lesson.settle()
        kept[id] = ask(lesson, SAVED.format(id))
        assert kept[id] == chosen(box)
    restart(lesson)
    press_all(lesson)
    cells = list(sources(lesson))
    run_out_of_order(lesson, cells[len(cells) // 2 :])
    lesson.run_all()
    assert lesson.outputs("error", "stderr") == []
    keeps_apart(lesson, most=1)
    assert {id: ask(lesson, SAVED.format(id)) for id in kept} == kept
    assert [chosen(box) for box in lesson.guesses()] == list(kept.values())
    assert not complaints(lesson, usual)


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


def test_nothing_is_asked_of_another_machine(lesson: Notebook, window: Window, usual: set[str]) -> None:
    """In all that the tests above did; whatever loads something only when it is pressed was pressed by them."""
    assert any(url.startswith("ws://127.0.0.1") for url in window.asked)
    assert any("/api/contents/notebooks/" in url for url in window.asked)
    assert window.elsewhere() == []
    assert not complaints(lesson, usual)


def test_the_same_notebook_in_two_windows(pages: Pages, usual: set[str]) -> None:
    """They share one kernel, as Lab has it: which lesson it is makes no difference, so the last one stands for all."""
    lesson, other = (pages.open(f"notebooks/{STEMS[-1]}.ipynb") for _ in range(2))
    lesson.run_all()
    kernel = f"() => {KERNEL}.id"
    assert other.page.evaluate(kernel) == lesson.page.evaluate(kernel)
    other.run_all()
    keeps_apart(lesson, other, most=1)
    assert lesson.outputs("error", "stderr") == other.outputs("error", "stderr") == []
    assert not complaints(lesson, usual)
    assert not complaints(other, usual)
