"""Every lesson in a real JupyterLab: it runs, and each control and button of it works by keyboard and by mouse.

And as a learner would break it: a narrow window, one enlarged to 200 %, the dark theme, no network. That these looks
find what they look for is shown in test_break_proofs.py. The tests of a lesson share its page, to be quick; what
concerns the kernel alone is tried there: test_break_order.py and its neighbours.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe import MOVED, Kind, in_the_dark, in_the_light
from breaking import Window, complaints, keeps_apart, pages_in
from breaking_looks import cut, faint, overlaps, see_through
from breaking_windows import dress, picture, pictures, resize
from lab import VIEWPORT, Lab, Notebook, Pages, write_notebook
from moves import CLICKS, KEYS, controls, known
from playwright.sync_api import Browser, Locator

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
LESSONS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "notebooks").glob("*.ipynb"))


def folder() -> Path:
    """Where the run's screenshots are kept, to be looked at."""
    artefacts = ROOT / "artefacts"
    artefacts.mkdir(exist_ok=True)
    return artefacts


def photograph(area: Locator, name: str) -> None:
    """Keep a screenshot of an output."""
    for _ in range(2):  # what comes into sight for the first time gets its true height, and moves what is below
        area.scroll_into_view_if_needed()
        area.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    area.screenshot(path=folder() / f"{name}.png", scale="css")


def work(notebook: Notebook, stem: str) -> int:
    """Work all that can be worked in a notebook that was run; how many panels there are. Leaves screenshots."""
    assert notebook.outputs("error", "stderr") == []
    cells, nodes = notebook.cells(), notebook.lasting()
    panels, guesses = notebook.panels(), notebook.guesses()
    for number, panel in enumerate(panels, start=1):
        area = panel.cell.locator(".jp-Cell-outputArea")
        photograph(area, f"{stem}-{number}")
        assert panel.by_keyboard(), "Tab found no control"
        panel.by_mouse()
    for box in guesses:
        labels = [" ".join(label.split()) for label in box.locator(".widget-radio-box label").all_inner_texts()]
        said = notebook.guess(box)
        assert all(f"Kept: {label}" in text for label, text in zip(labels + labels, said, strict=True)), said
    others = notebook.others()
    for box in others:
        work_other(notebook, box)
    boxes = len(panels) + len(guesses) + len(others)
    assert boxes == notebook.page.locator(".chokepoints-controls").count(), "a box of controls was not worked"
    assert len(nodes) == boxes + len(panels), "a box without a status node, or with two"
    assert all(node.evaluate("node => node.isConnected") for node in nodes), "a node that was to last was replaced"
    assert len(notebook.lasting()) == len(nodes)
    assert notebook.strays() == [], "controls outside the kit's boxes: no name, no status, and Lab takes their keys"
    assert notebook.cells() == cells, "a key meant for a control reached Lab"
    assert notebook.outputs("error", "stderr") == []
    return len(panels)


def work_other(notebook: Notebook, box: Locator) -> None:
    """Work a box that has no picture, such as that of `keep`: its status must say something new each time."""
    status = box.get_by_role("status")
    for control in controls(box):
        for gesture in (*known(control, KEYS), *known(control, CLICKS)(control)):
            before = status.text_content()
            control.focus()
            gesture(control)
            notebook.settle()
            assert status.text_content() != before, f"{control} was worked, and the status says nothing new"


#: Panels with one fault each: the words of its complaint, how it is made in the kernel or on the page.
FAULTY = """
import ipywidgets
from IPython.display import Javascript, display
from matplotlib.figure import Figure
from chokepoints.classroom import panel as module
from chokepoints.classroom import show
from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Switch
from chokepoints.classroom.panel import Panel, shown

def setup():
    figure = Figure((3, 1))
    axes = figure.subplots()
    axes.set_xlim(-1, 9)
    return Artists(figure, line=axes.plot([0, 0], [0, 1])[0])

def panel(name, *more, moves=True, tells=True):
    def update(artists, *, letter, **state):
        if moves:
            artists.line.set_xdata(["abcdefgh".index(letter)] * 2)
        return f"The letter is {letter}." if tells else "A letter is chosen."
    return Panel(f"faulty-{name}", name, setup, update, (Choice("letter", "Letter", tuple("abcdefgh"), "a"), *more))
"""
IN_THE_KERNEL = {
    "show(panel('still', moves=False))": "the select 'Letter' does not change picture",
    "show(panel('silent', tells=False))": "the select 'Letter' does not change picture",
    "show(panel('dead', Switch('dead', 'Dead')))": "the checkbox 'Dead' does not change picture",
    "show(panel('deaf')); shown[-1].buttons['Reset']._click_handlers.callbacks.clear()": "the button 'Reset' does not",
    """
kept = module._laid_out
module._laid_out = lambda record, front: [*kept(record, front), ipywidgets.Textarea(description="Free")]
show(panel('strange'))
module._laid_out = kept
""": "a kind that these tests cannot work",
}
ON_THE_PAGE = {
    "box => { const node = box.querySelector('[role=status]'); node.replaceWith(node.cloneNode()); }": "the status",
    "box => box.querySelector('button').setAttribute('tabindex', -1)": "Tab does not reach the button 'Reset'",
    """box => {
        const free = () => box.querySelector("select").removeAttribute("data-lm-suppress-shortcuts");
        new MutationObserver(free).observe(box, { attributes: true, subtree: true });
        free();
    }""": "the select 'Letter' has lost the focus|a key meant for the select 'Letter' reached Lab",
}


def test_what_is_wrong_is_noticed(open_notebook: Callable[[str], Notebook], scratch: Callable[..., str]) -> None:
    """Else the test below would pass whatever a lesson does."""
    good = [f"show(panel('good-{number}'))" for number in range(len(ON_THE_PAGE))]
    stray = "ipywidgets.IntSlider()"
    loud = "display(Javascript('console.warn(`a warning`); setTimeout(() => { throw new Error(`thrown`); })'))"
    notebook = open_notebook(scratch(FAULTY, *IN_THE_KERNEL, *good, stray, loud))
    notebook.run_all()
    assert notebook.outputs("error", "stderr") == []
    panels = notebook.panels()
    changed = panels[len(IN_THE_KERNEL) :]
    lasting = notebook.lasting()
    for script, panel in zip(ON_THE_PAGE, changed, strict=True):
        panel.box.evaluate(script)
    for complaint, panel in zip([*IN_THE_KERNEL.values(), *ON_THE_PAGE.values()], panels, strict=True):
        with pytest.raises(AssertionError, match=complaint):
            panel.by_keyboard()
    for number in (2, 4):  # a control that does nothing, one that nobody knows
        with pytest.raises(AssertionError, match=list(IN_THE_KERNEL.values())[number]):
            panels[number].by_mouse()
    assert [node.evaluate("node => node.isConnected") for node in lasting].count(False) == 1
    assert len(notebook.strays()) == 2, "the slider and its readout"
    assert any("a warning" in one for one in notebook.complaints)
    assert any(one.startswith("page error:") and "thrown" in one for one in notebook.complaints)


def test_there_are_lessons() -> None:
    assert LESSONS, "notebooks/ holds no notebook: run `make build`"


#: Widths in the page's own pixels, each of which is then two on the screen: a phone, a window of 1,200 pixels at 200 %.
WIDTHS = (360, 600)


#: The boxes of the panels that have moved, seen by the call that shows each again; first asked before any has.
ASTRAY = """() => [...document.querySelectorAll(".jp-CodeCell:has(figure.chokepoints-panel)")].flatMap(cell => {
    const lines = [...cell.querySelectorAll(".chokepoints-state code")].map(line => line.textContent);
    const begun = cell.begunAs ??= lines;
    return [...cell.querySelectorAll(".chokepoints-controls")].filter((_, place) => lines[place] !== begun[place]);
})"""
RESET = f"""() => ({ASTRAY})().forEach(
    box => [...box.querySelectorAll("button")].find(one => one.textContent.trim() === "Reset").click()
)"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Window:
    """Where all lessons of this file are opened; it writes down whom they ask."""
    return Window(browser)


@pytest.fixture(scope="module")
def windows_pages(window: Window, lab: Lab) -> Pages:
    return pages_in(window, lab)


@pytest.fixture(scope="module")
def usual(windows_pages: Pages, lab: Lab) -> set[str]:
    """What Lab itself complains about when an empty notebook is opened and run."""
    empty = windows_pages.open(write_notebook(lab, "empty", ""))
    empty.run_all()
    windows_pages.leave(empty)
    return set(empty.complaints)


@pytest.fixture(scope="module", params=LESSONS)
def lesson(request: pytest.FixtureRequest, windows_pages: Pages) -> Iterator[tuple[str, Notebook]]:
    """A lesson's path and its notebook, run once for the tests of this file, which are to be quick."""
    notebook = windows_pages.open(request.param)
    notebook.run_all()
    notebook.page.evaluate(ASTRAY)
    yield request.param, notebook
    windows_pages.leave(notebook)


@pytest.fixture
def afresh(lesson: tuple[str, Notebook]) -> tuple[str, Notebook]:
    """The same, with every panel where it stands at the start."""
    _, notebook = lesson
    notebook.page.evaluate(RESET)
    notebook.settle()
    notebook.page.wait_for_function(f"() => !({ASTRAY})().length")
    return lesson


def test_lesson_for_everyone(lesson: tuple[str, Notebook], labs_own: set[Kind]) -> None:
    """The first of all: it looks at the lesson as nobody has touched it yet. Leaves pictures of the panels moved."""
    path, notebook = lesson
    notebook.whole()
    picture(notebook, Path(path).stem)
    try:
        assert in_the_light(notebook, labs_own) == []
        for number, panel in enumerate(notebook.panels(), start=1):
            assert panel.reading(), "moved, it says nothing"
            area, file = panel.cell.locator(".jp-Cell-outputArea"), f"{Path(path).stem}-{number}-moved.png"
            area.screenshot(path=folder() / file, scale="css")
        assert notebook.outputs("error", "stderr") == []
    finally:
        notebook.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = false; })")
        notebook.page.set_viewport_size(VIEWPORT)


def test_lesson(afresh: tuple[str, Notebook], usual: set[str]) -> None:
    path, notebook = afresh
    assert work(notebook, Path(path).stem) >= (1 if "00_" in path else 2)
    assert set(notebook.complaints) <= usual


@pytest.mark.parametrize("width", WIDTHS)
def test_narrow_and_enlarged(afresh: tuple[str, Notebook], width: int) -> None:
    path, notebook = afresh
    try:
        resize(notebook, width, scale=2)
        assert cut(notebook.page) == []
        assert overlaps(notebook.page) == []
        pictures(notebook, f"{Path(path).stem}-{width}")
        resize(notebook, width, 700, scale=2)
        keeps_apart(notebook, most=1)
    finally:
        resize(notebook, VIEWPORT["width"], VIEWPORT["height"])


def test_dark_theme(afresh: tuple[str, Notebook], labs_own: set[Kind]) -> None:
    """All texts are measured here, and what else axe looks for is the same in either theme; see test_axe.py."""
    path, notebook = afresh
    resize(notebook, VIEWPORT["width"])
    dress(notebook, "JupyterLab Dark")
    try:
        assert faint(notebook.page) == []
        assert see_through(notebook.page) == 0
        assert in_the_dark(notebook, labs_own, MOVED) == []
        pictures(notebook, f"{Path(path).stem}-dark")
    finally:
        dress(notebook, "JupyterLab Light")
    assert faint(notebook.page) == []
    resize(notebook, VIEWPORT["width"], VIEWPORT["height"])


def test_nothing_is_asked_of_another_machine(afresh: tuple[str, Notebook], window: Window) -> None:
    """In all that the tests above did, nor where each panel is moved and each button pressed."""
    _, notebook = afresh
    keeps_apart(notebook)
    for button in notebook.page.locator(".chokepoints-controls button:not(.chokepoints-play)").all():
        button.click()
    notebook.settle()
    assert notebook.outputs("error", "stderr") == []
    assert any(url.startswith("ws://127.0.0.1") for url in window.asked)
    assert any("/api/contents/notebooks/" in url for url in window.asked)
    assert window.elsewhere() == []
    assert not complaints(notebook, set())
