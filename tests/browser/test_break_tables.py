"""Every lesson over damaged tables, in a real JupyterLab: one sentence, no traceback; mended, the same kernel runs on.

Its kernel has a copy of the package and of the tables; those of the kit are never touched.
"""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from breaking import ROOT, STEMS, ask, complaints, keeps_apart, restart, run_cell, sources
from breaking_tables import HARMS, half
from lab import Lab, Notebook, Pages
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

#: One of each sort; every kind, on every table: tests/evidence/test_damaged_tables.py.
KINDS = ("away", "empty", "no file", "a column away", "a row cut short", "UTF-16", "semicolons")


@pytest.fixture(scope="module")
def copy(lab: Lab) -> Path:
    """A copy of the package with its tables, and a kernel "copy" that runs it."""
    home = lab.kit.parent / "copy"
    for name in ("src", "datasets"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
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


@pytest.fixture(scope="module")
def pages(browser: Browser, lab: Lab, copy: Path) -> Pages:
    """Pages of this file's own: Lab asks which kernels there are when it is loaded, and knows no later one."""
    return Pages(browser, lab)


def mend(copy: Path) -> None:
    """The tables as they are in the kit."""
    shutil.rmtree(copy / "datasets")
    shutil.copytree(ROOT / "datasets", copy / "datasets")


def harm(copy: Path, how: Callable[[Path], None]) -> None:
    """Damage all tables, so that it need not be known which of them a lesson loads first."""
    mend(copy)
    for path in (copy / "datasets").glob("*.csv"):
        how(path)


def refused(notebook: Notebook, *, must: bool = True) -> str:
    """Run the cells until one fails: it must show one sentence of the kit, and nothing else; the sentence.

    "" where none fails, which it `must` unless the lesson may do without what is gone.
    """
    for place in sources(notebook):
        outputs = run_cell(notebook, place)
        if any(one["output_type"] == "error" for one in outputs):
            break
    else:
        assert not must, "no cell noticed"
        return ""
    assert [(one["output_type"], one.get("ename")) for one in outputs] == [("error", "KitError")]
    said: str = outputs[0]["evalue"]
    assert outputs[0]["traceback"] == [said]
    shown = notebook.page.locator(".jp-Cell").nth(place).locator(".jp-OutputArea-output")
    assert [text.strip() for text in shown.all_text_contents()] == [said]
    return said


@pytest.mark.parametrize("stem", STEMS)
def test_lesson_over_damaged_tables(open_notebook: Callable[[str], Notebook], lab: Lab, copy: Path, stem: str) -> None:
    lesson = nbformat.read(ROOT / "notebooks" / f"{stem}.ipynb", as_version=4)
    lesson.metadata.kernelspec = {"name": "copy", "display_name": "Copy"}
    nbformat.write(lesson, lab.kit / f"copy_{stem}.ipynb")
    harm(copy, half)
    notebook = open_notebook(f"copy_{stem}.ipynb")
    assert ask(notebook, "__import__('chokepoints').__file__").startswith(str(copy)), "not the copy is run"
    # Each table without fault, but whole rows gone: a lesson that misses none of them runs. Else what was read of them
    # has to go first, and the sentence says so.
    said = refused(notebook, must=False)
    assert "restart the kernel" in said or not said
    restart(notebook)
    for kind in KINDS:
        harm(copy, HARMS[kind][0])
        assert ".csv" in refused(notebook)
    # No restart: neither a cached failure nor a module that was loaded by half may stand in the way.
    mend(copy)
    notebook.run_all()
    assert notebook.outputs("error", "stderr") == []
    keeps_apart(notebook, most=1)
    assert not complaints(notebook, set())
