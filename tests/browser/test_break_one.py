"""In a real Lab, with one lesson, what each lesson undergoes in a kernel alone: the wrong order, the kernel restarted,
a kit that nobody may write into, damaged tables; and two windows on one notebook.

What the page then shows comes from code that the lessons share; so one stands for all.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import nbformat
import pytest
from breaking import (
    KERNEL,
    ONE,
    ROOT,
    WIDGET,
    ask,
    calls,
    chosen,
    complaints,
    keeps_apart,
    outputs_of,
    press_all,
    printed,
    restart,
    run_cell,
    run_out_of_order,
    sources,
    stored_cells,
)
from breaking_rights import as_a_learner, locked
from breaking_tables import HARMS, copied, harm, mend
from kernels import WIDGETS, words
from lab import Lab, Notebook, Pages, write_notebook
from playwright.sync_api import Browser
from server import running_lab

pytestmark = pytest.mark.browser

PLAIN = """
import ipywidgets
ipywidgets.VBox([ipywidgets.IntSlider(), ipywidgets.Button(), ipywidgets.Dropdown(options="ab")])
"""
#: The answer or guess that is kept under an id, for `ask`.
SAVED = "__import__('chokepoints.classroom').classroom.saved({!r})"
SENTENCE = "they are kept until this kernel stops."


def test_cells_in_reversed_order_and_each_cell_twice(open_notebook: Callable[[str], Notebook]) -> None:
    lesson = open_notebook(f"notebooks/{ONE}.ipynb")
    run_out_of_order(lesson, reversed(sources(lesson)))
    said = {}
    for place in sources(lesson):
        once = words(run_cell(lesson, place))
        said[place] = words(run_cell(lesson, place))
        assert said[place] == once, "a cell says something else when it is run again"
    lesson.settle()
    assert lesson.outputs("error", "stderr") == []
    boxes, widgets = lesson.page.locator(".chokepoints-controls").count(), ask(lesson, WIDGETS)
    lesson.run_all()
    assert {place: words(outputs_of(lesson, place)) for place in sources(lesson)} == said
    assert lesson.page.locator(".chokepoints-controls").count() == boxes
    assert ask(lesson, WIDGETS) == widgets, "widgets of an earlier run stay in the kernel"
    keeps_apart(lesson)
    assert not complaints(lesson, set())


@pytest.fixture
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


def test_kernel_restarted_in_the_middle(open_notebook: Callable[[str], Notebook], usual: set[str]) -> None:
    lesson = open_notebook(f"notebooks/{ONE}.ipynb")
    lesson.run_all()
    kept = {id: "" for source in sources(lesson).values() for id in calls(source, "predict")}
    boxes = lesson.guesses()
    for id, box in zip(kept, boxes, strict=True):
        box.locator("input[type=radio]").last.click()
        lesson.settle()
        kept[id] = ask(lesson, SAVED.format(id))
        assert kept[id] == chosen(box)
    restart(lesson)
    press_all(lesson)
    playing = lesson.page.locator(".chokepoints-play:has-text('Pause')")
    assert playing.count() == 0, "a panel plays on, though no kernel draws its pictures"
    cells = list(sources(lesson))
    run_out_of_order(lesson, cells[len(cells) // 2 :])
    lesson.run_all()
    assert lesson.outputs("error", "stderr") == []
    keeps_apart(lesson, most=1)
    assert {id: ask(lesson, SAVED.format(id)) for id in kept} == kept
    assert [chosen(box) for box in lesson.guesses()] == list(kept.values())
    assert not complaints(lesson, usual)


@pytest.fixture
def read_only_lab(browser_path: str, tmp_path: Path) -> Iterator[Lab]:
    """A Lab of a learner who may read the kit and write neither there nor where the answers would lie."""
    home = tmp_path / "home"
    home.mkdir()
    with ExitStack() as stack:
        running = running_lab(home)
        try:
            lab = as_a_learner(running.__enter__)
        except OSError as error:
            pytest.skip(f"permission bits do not stop this user: {error}")
        stack.push(running.__exit__)
        both = nbformat.read(lab.kit / "notebooks" / f"{ONE}.ipynb", as_version=4)
        both.cells = [*stored_cells("notebooks", ONE), *stored_cells("solutions", ONE)]
        for number, cell in enumerate(both.cells):
            cell.id = f"both-{number}"
        nbformat.write(both, lab.kit / "both.ipynb")
        stack.enter_context(locked(lab.kit))
        yield lab


def test_a_read_only_kit(browser: Browser, read_only_lab: Lab) -> None:
    notebook = Pages(browser, read_only_lab).open("both.ipynb")
    assert notebook.page.evaluate(f"() => {WIDGET}.context.contentsModel.writable") is False
    notebook.run_all()
    assert notebook.outputs("error", "stderr") == []
    ids = [id for cell in stored_cells("solutions", ONE) for id in calls(cell.source, "check")]
    said = " ".join(printed(one for place in sources(notebook) for one in outputs_of(notebook, place)).split())
    assert said.count("correct: ") == len(ids)
    assert said.count(SENTENCE) == 1, "it is said once, and not at every answer"
    keeps_apart(notebook, most=1)
    for box in notebook.guesses():
        box.locator("input[type=radio]").last.click()
        notebook.settle()
        assert box.get_by_role("status").text_content() == f"Kept: {chosen(box)}."
    assert not list(read_only_lab.kit.parent.glob("answers.json*"))
    assert not complaints(notebook, set())
    notebook.close()


@pytest.fixture
def copy(lab: Lab) -> Path:
    """A copy of the package with its tables, and a kernel "copy" that runs it."""
    home = copied(lab.kit.parent / "copy")
    kernel = {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Copy",
        "language": "python",
        "env": {"PYTHONPATH": str(home / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
    }
    specification = lab.kit.parent / "data" / "kernels" / "copy" / "kernel.json"
    specification.parent.mkdir(parents=True)
    specification.write_text(json.dumps(kernel))
    return home


def test_damaged_tables(browser: Browser, lab: Lab, copy: Path) -> None:
    lesson = nbformat.read(ROOT / "notebooks" / f"{ONE}.ipynb", as_version=4)
    lesson.metadata.kernelspec = {"name": "copy", "display_name": "Copy"}
    nbformat.write(lesson, lab.kit / "copy.ipynb")
    # A page of its own: Lab asks which kernels there are when it is loaded, and knows no later one.
    notebook = Notebook(browser, lab, "copy.ipynb")
    assert ask(notebook, "__import__('chokepoints').__file__").startswith(str(copy)), "not the copy is run"
    for kind in ("away", "a row cut short"):
        harm(copy, HARMS[kind][0])
        for place in sources(notebook):
            outputs = run_cell(notebook, place)
            if any(one["output_type"] == "error" for one in outputs):
                break
        assert [(one["output_type"], one.get("ename")) for one in outputs] == [("error", "KitError")]
        said = outputs[0]["evalue"]
        assert ".csv" in said
        shown = notebook.page.locator(".jp-Cell").nth(place).locator(".jp-OutputArea-output")
        assert [text.strip() for text in shown.all_text_contents()] == [said]
    mend(copy)
    notebook.run_all()
    assert notebook.outputs("error", "stderr") == []
    keeps_apart(notebook, most=1)
    assert not complaints(notebook, set())
    notebook.close()


def test_the_same_notebook_in_two_windows(open_notebook: Callable[[str], Notebook]) -> None:
    """They share one kernel, as Lab has it."""
    lesson, other = (open_notebook(f"notebooks/{ONE}.ipynb") for _ in range(2))
    lesson.run_all()
    kernel = f"() => {KERNEL}.id"
    assert other.page.evaluate(kernel) == lesson.page.evaluate(kernel)
    other.run_all()
    keeps_apart(lesson, other, most=1)
    assert lesson.outputs("error", "stderr") == other.outputs("error", "stderr") == []
    # ipywidgets says so of widgets of the other window.
    for one in (lesson, other):
        assert {said for said in complaints(one, set()) if "Comm not found for comm id" not in said} == set()
