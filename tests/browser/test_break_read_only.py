"""A kit that nobody may write into: notebook, folder and answers file; everything runs, and one sentence says so."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import nbformat
import pytest
from breaking import STEMS, WIDGET, calls, chosen, complaints, keeps_apart, outputs_of, printed, sources, stored_cells
from breaking_rights import as_a_learner, read_only
from lab import Lab, Notebook, Pages
from playwright.sync_api import Browser
from server import running_lab

pytestmark = pytest.mark.browser

SENTENCE = "they are kept until this kernel stops."


@pytest.fixture(scope="module")
def locked(browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A Lab of a learner who may read the kit and write neither there nor where the answers would lie."""
    home = tmp_path_factory.mktemp("locked") / "home"
    home.mkdir()
    with ExitStack() as stack:
        running = running_lab(home)
        try:
            lab = as_a_learner(running.__enter__)
        except OSError as error:
            pytest.skip(f"permission bits do not stop this user: {error}")
        stack.push(running.__exit__)
        for stem in STEMS:
            write_both(lab, stem)
        stack.enter_context(read_only(lab.kit))
        mode = home.stat().st_mode
        home.chmod(0o555)  # where answers.json would be made; Lab's own folders in it stay as they are
        stack.callback(home.chmod, mode)
        yield lab


@pytest.fixture(scope="module")
def pages(browser: Browser, locked: Lab) -> Pages:
    return Pages(browser, locked)


def write_both(lab: Lab, stem: str) -> None:
    """One notebook of the lesson and, behind it, its solutions: a page instead of two."""
    both = nbformat.read(lab.kit / "notebooks" / f"{stem}.ipynb", as_version=4)
    both.cells = [*(cell for cell in both.cells if cell.cell_type == "code"), *stored_cells("solutions", stem)]
    for number, cell in enumerate(both.cells):
        cell.id = f"both-{number}"
    nbformat.write(both, lab.kit / f"both_{stem}.ipynb")


def test_the_folder_is_really_read_only(locked: Lab) -> None:
    """Else the tests below would pass whatever the kit does."""
    for place in (locked.kit / "new", locked.kit / "notebooks" / "new", locked.kit.parent / "answers.json"):
        code = f"open({str(place)!r}, 'w')"
        done = as_a_learner(
            lambda code=code: subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        )
        assert "PermissionError" in done.stderr
        assert not place.exists()


def said(notebook: Notebook) -> str:
    return " ".join(printed(one for place in sources(notebook) for one in outputs_of(notebook, place)).split())


@pytest.mark.parametrize("stem", STEMS)
def test_lesson_and_answers_in_a_read_only_kit(pages: Pages, locked: Lab, stem: str) -> None:
    notebook = pages.open(f"both_{stem}.ipynb")
    assert notebook.page.evaluate(f"() => {WIDGET}.context.contentsModel.writable") is False
    notebook.run_all()
    assert notebook.outputs("error", "stderr") == []
    ids = [id for cell in stored_cells("solutions", stem) for id in calls(cell.source, "check")]
    assert said(notebook).count("correct: ") == len(ids)
    assert said(notebook).count(SENTENCE) == 1, "it is said once, and not at every answer"
    keeps_apart(notebook, most=1)
    for box in notebook.guesses():
        box.locator("input[type=radio]").last.click()
        notebook.settle()
        assert box.get_by_role("status").text_content() == f"Kept: {chosen(box)}."
    assert not list(locked.kit.parent.glob("answers.json*"))
    assert not complaints(notebook, set())
    pages.leave(notebook)


def test_the_kit_is_as_it_was(locked: Lab) -> None:
    """Whatever the tests above opened and ran."""
    root = Path(__file__).parents[2]
    for folder in ("notebooks", "solutions"):
        for path in (root / folder).glob("*.ipynb"):
            assert (locked.kit / folder / path.name).read_bytes() == path.read_bytes()
