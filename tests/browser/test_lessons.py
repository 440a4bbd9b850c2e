"""Every lesson in a real JupyterLab: it runs, and its panels can be worked by keyboard and by mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lab import Lab, Notebook, write_notebook
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
LESSONS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "notebooks").glob("*.ipynb"))


def work(notebook: Notebook, stem: str) -> int:
    """Run the open notebook and work each of its panels; how many there are. Leaves a screenshot a panel."""
    notebook.run_all()
    assert notebook.outputs("error", "stderr") == []
    cells = notebook.cells()
    panels = notebook.panels()
    for number, panel in enumerate(panels, start=1):
        first, picture = panel.reading(), panel.source()
        folder = ROOT / "artefacts"
        folder.mkdir(exist_ok=True)
        panel.cell.locator(".jp-Cell-outputArea").screenshot(path=folder / f"{stem}-{number}.png")
        kinds, by_keyboard = panel.by_keyboard()
        assert kinds, "Tab found no control"
        assert set(by_keyboard) - {first}, f"no key changed the reading: {first}"
        before = panel.reading()
        assert set(panel.by_mouse()) - {before}, f"no click changed the reading: {before}"
        assert panel.source() != picture or panel.reading() == first
    for box in notebook.guesses():
        labels = [" ".join(label.split()) for label in box.locator(".widget-radio-box label").all_inner_texts()]
        said = notebook.guess(box)
        assert all(f"Kept: {label}" in text for label, text in zip(labels + labels, said, strict=True)), said
    assert notebook.cells() == cells, "a key meant for a control reached Lab"
    assert notebook.outputs("error", "stderr") == []
    return len(panels)


def test_there_are_lessons() -> None:
    assert LESSONS, "notebooks/ holds no notebook: run `make build`"


@pytest.fixture(scope="module")
def usual(browser: Browser, lab: Lab) -> set[str]:
    """What Lab itself complains about when an empty notebook is opened and run."""
    empty = Notebook(browser, lab, write_notebook(lab, "empty", ""))
    empty.run_all()
    empty.close()
    return set(empty.complaints)


@pytest.mark.parametrize("path", LESSONS)
def test_lesson(path: str, open_notebook: Callable[[str], Notebook], usual: set[str]) -> None:
    notebook = open_notebook(path)
    assert work(notebook, Path(path).stem) >= (1 if "00_" in path else 2)
    assert set(notebook.complaints) <= usual
