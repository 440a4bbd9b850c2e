"""What is committed in the folders of the editions is what the builder makes of the lessons, executed and answered.

nbval runs the notebooks; here they are looked at as documents. That each kind of damage is found is shown on copies.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from build import editions, execute, normalise, stale, stored
from lesson import Cell, calls, read_lesson

from chokepoints.classroom.tags import EDITIONS

ROOT = Path(__file__).parents[1]
VERDICTS = ("correct: ", "not yet: ", "not answered yet: ")
#: What every check prints, by edition: the notebooks and exercises hold `...` where the solutions hold an answer.
EXPECTED = {"notebooks": "not answered yet: ", "exercises": "not answered yet: ", "solutions": "correct: "}


def damage(root: Path) -> list[str]:
    """What is wrong with the built notebooks of a kit: nothing where the builder wrote them and nobody else."""
    lessons = [read_lesson(path) for path in sorted((root / "lessons").glob("*.md"))]
    found = [] if lessons else ["lessons/ is empty"]
    found += [f"{path.relative_to(root)}: no lesson has this name" for path in stale(root)]
    for lesson in lessons:
        for edition, made in editions(lesson).items():
            path = root / edition / f"{lesson.stem}.ipynb"
            if not path.exists():
                found.append(f"{edition}/{path.name}: missing")
                continue
            text = path.read_text("utf-8")
            there = nbformat.reads(text, as_version=4)
            what = [*edits(there, made), *not_run(there), *verdicts(there, EXPECTED[edition])]
            if not what and stored(normalise(there)) != text:
                what = ["saved by another program than the builder"]
            found += [f"{edition}/{path.name}: {one}" for one in what]
    return [f"{one}; run `make build`" for one in found]


def edits(there: NotebookNode, made: NotebookNode) -> list[str]:
    """Where the cells of a notebook are not those that the builder makes."""

    def seen(cell: NotebookNode) -> tuple[str, str, str, dict[str, object]]:
        return cell.get("id", ""), cell.cell_type, cell.source, dict(cell.metadata)

    if [cell.get("id") for cell in there.cells] != [cell.id for cell in made.cells]:
        return ["its cells are not those of the lesson"]
    return [
        f"cell {ours.id} is not that of the lesson"
        for ours, theirs in zip(made.cells, there.cells, strict=True)
        if seen(ours) != seen(theirs)
    ]


def not_run(there: NotebookNode) -> list[str]:
    """Whether the code cells carry 1, 2, 3 and so on."""
    counts = [cell.execution_count for cell in there.cells if cell.cell_type == "code"]
    return [] if counts == [*range(1, len(counts) + 1)] else [f"executed {counts}, not 1 to {len(counts)}"]


def verdicts(there: NotebookNode, expected: str) -> list[str]:
    """Where a check did not print what it should."""
    found = []
    for cell in there.cells:
        asked = [*calls(Cell(cell.cell_type, "", None, cell.source, 1), {"check"})]
        printed = "".join(output.text for output in cell.get("outputs", ()) if output.get("name") == "stdout")
        said = [line for line in printed.split("\n") if line.startswith(VERDICTS)]
        if len(said) != len(asked) or not all(line.startswith(expected) for line in said):
            found.append(f"cell {cell.id}: {len(asked)} x `{expected.strip()}` expected, printed {said}")
    return found


def test_committed_notebooks_are_those_of_the_builder() -> None:
    assert not damage(ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the first lesson and its notebooks, without damage: how many follow makes no difference."""
    for folder in ("lessons", *EDITIONS):
        (tmp_path / folder).mkdir()
        for path in (ROOT / folder).glob("00_*"):
            shutil.copy(path, tmp_path / folder)
    assert not damage(tmp_path)
    return tmp_path


def first(notebook: NotebookNode, kind: str) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.cell_type == kind)


def strip(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(execution_count=None, outputs=[])


def empty_checks(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if "check(" in cell.source:
            cell.outputs = []


def misjudge(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if "text" in output:
                output.text = output.text.replace("correct: ", "not yet: ").replace("not answered yet: ", "correct: ")


DAMAGES: dict[str, tuple[Callable[[NotebookNode], object], str]] = {
    "edited code": (lambda nb: first(nb, "code").update(source="x = 1"), r"cell l00-\w+ is not that of the lesson"),
    "edited text": (lambda nb: first(nb, "markdown").update(source="# T"), "cell l00-1 is not that of the lesson"),
    "one more space": (lambda nb: first(nb, "code").update(source=first(nb, "code").source + " "), "not that of the"),
    "tagged": (lambda nb: first(nb, "code").metadata.update(tags=["nbval-skip"]), "is not that of the lesson"),
    "cell away": (lambda nb: nb.cells.pop(), "its cells are not those of the lesson"),
    "cell more": (lambda nb: nb.cells.append(new_code_cell("x")), "its cells are not those of the lesson"),
    "cells in another order": (lambda nb: nb.cells.reverse(), "its cells are not those of the lesson"),
    "kind": (lambda nb: first(nb, "markdown").update(cell_type="raw"), "cell l00-1 is not that of the lesson"),
    "stripped": (strip, r"executed \[None.*\], not 1 to \d"),
    "run again": (lambda nb: first(nb, "code").update(execution_count=9), r"executed \[9.*\], not 1 to \d"),
    "checks stripped": (empty_checks, r"printed \[\]"),
    "misjudged": (misjudge, r"expected, printed \['(not yet|correct): "),
    "saved by Lab": (lambda nb: nb.metadata.kernelspec.update(display_name="Python 3 (ipykernel)"), "saved by another"),
}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_found(copy: Path, edition: str, kind: str) -> None:
    harm, said = DAMAGES[kind]
    path = copy / edition / "00_start_here.ipynb"
    notebook = nbformat.read(path, as_version=4)
    harm(notebook)
    path.write_text(nbformat.writes(notebook, version=4) + "\n", "utf-8")
    found = damage(copy)
    assert found, kind
    assert all(line.startswith(f"{edition}/00_start_here.ipynb: ") for line in found)
    assert any(re.search(said, line) for line in found), found


def test_other_formatting_is_found(copy: Path) -> None:
    path = copy / "notebooks" / "00_start_here.ipynb"
    path.write_text(path.read_text("utf-8").removesuffix("\n"), "utf-8")
    assert damage(copy) == [
        "notebooks/00_start_here.ipynb: saved by another program than the builder; run `make build`"
    ]


def test_stale_missing_and_surplus_notebooks_are_found(copy: Path) -> None:
    (copy / "exercises" / "00_start_here.ipynb").unlink()
    shutil.copy(copy / "solutions" / "00_start_here.ipynb", copy / "solutions" / "00_end_there.ipynb")
    source = copy / "lessons" / "00_start_here.md"
    text = source.read_text("utf-8")
    source.write_text(text.replace("# Start here\n", "# Start here\n\nOne more sentence.\n", 1), "utf-8")
    assert damage(copy) == [
        "solutions/00_end_there.ipynb: no lesson has this name; run `make build`",
        "notebooks/00_start_here.ipynb: cell l00-1 is not that of the lesson; run `make build`",
        "exercises/00_start_here.ipynb: missing; run `make build`",
        "solutions/00_start_here.ipynb: cell l00-1 is not that of the lesson; run `make build`",
    ]


def test_a_kit_without_lessons_is_damaged(copy: Path) -> None:
    shutil.rmtree(copy / "lessons")
    assert "lessons/ is empty; run `make build`" in damage(copy)


def nbval(folder: Path, *notebooks: str) -> dict[str, set[str]]:
    """Which cells strict nbval passes and fails: "PASSED" and "FAILED", each with name::cell."""
    (folder / "pytest.ini").write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "-rA", "--nbval", "--nbval-current-env"]
    command += [f"--nbval-sanitize-with={ROOT / 'tests' / 'nbval_sanitize.cfg'}", *notebooks]
    env = os.environ | {"CHOKEPOINTS_ANSWERS": str(folder / "answers.json")}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False)
    lines = re.findall(r"^(PASSED|FAILED) (\S+::Cell \d+)", done.stdout, re.MULTILINE)
    assert lines, done.stdout + done.stderr
    return {verdict: {cell for one, cell in lines if one == verdict} for verdict in ("PASSED", "FAILED")}


SMALL = """\
from IPython.display import HTML, display
handle = display(HTML('<img alt="9 of 12 blocked" src="data:image/png;base64,aGVsbG8=">'), display_id=True)
"""


def test_strict_nbval_sees_one_letter(tmp_path: Path) -> None:
    made = asyncio.run(execute(new_notebook(cells=[new_code_cell(SMALL, id="l00-img")]), tmp_path))
    assert isinstance(made, NotebookNode)
    changes = {
        "same": ("", ""),
        "letter": ("9 of 12 blocked", "9 of 12 blocket"),
        "digit": ("9 of 12 blocked", "8 of 12 blocked"),
        "picture": ("aGVsbG8=", "d29ybGQ="),
        "no_picture": ("aGVsbG8=", ""),
    }
    for name, (old, new) in changes.items():
        changed = deepcopy(made)
        (output,) = changed.cells[0].outputs
        assert old in output.data["text/html"]
        output.data["text/html"] = output.data["text/html"].replace(old, new)
        (tmp_path / f"{name}.ipynb").write_text(stored(changed), "utf-8")
    found = nbval(tmp_path, *(f"{name}.ipynb" for name in changes))
    assert found["FAILED"] == {"letter.ipynb::Cell 0", "digit.ipynb::Cell 0", "no_picture.ipynb::Cell 0"}
    assert found["PASSED"] == {"same.ipynb::Cell 0", "picture.ipynb::Cell 0"}


def test_strict_nbval_sees_one_letter_of_a_stored_reading(tmp_path: Path) -> None:
    """Of the first lesson's first panel: every cell passes as it is stored, the panel's alone fails when changed."""
    notebook = nbformat.read(ROOT / "notebooks" / "00_start_here.ipynb", as_version=4)
    (tmp_path / "same.ipynb").write_text(stored(notebook), "utf-8")
    codes = [cell for cell in notebook.cells if cell.cell_type == "code"]
    pages = [(number, output.data) for number, cell in enumerate(codes) for output in cell.outputs if "data" in output]
    number, data = next(page for page in pages if "chokepoints-reading" in page[1].get("text/html", ""))
    html = data["text/html"]
    at = next(found for found in re.finditer(r'chokepoints-reading"[^>]*>[^<]*?([a-z])', html)).start(1)
    data["text/html"] = f"{html[:at]}{'b' if html[at] == 'a' else 'a'}{html[at + 1 :]}"
    (tmp_path / "changed.ipynb").write_text(stored(notebook), "utf-8")
    found = nbval(tmp_path, "same.ipynb", "changed.ipynb")
    assert found["FAILED"] == {f"changed.ipynb::Cell {number}"}
    assert len(found["PASSED"]) == 2 * len(codes) - 1
