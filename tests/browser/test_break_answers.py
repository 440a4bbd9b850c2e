"""Answers last: over a restart of the kernel, beside a second notebook, and where the cell is run unanswered again.

In Lab with the last two lessons; each lesson by itself, in a kernel: test_break_keep.py.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from breaking import STEMS, ask, calls, outputs_of, printed, restart, run_cell, sources, stored_cells, write
from lab import Lab, Notebook

pytestmark = pytest.mark.browser

#: The last two, which write into one file at the same moment.
PAIR = (STEMS[-2], STEMS[-1])
SAVED = "__import__('chokepoints.classroom').classroom.saved({!r})"


#: Sixty answers more, each under an id of its own, so that one that is lost is missed; begun when all are ready.
WRITING = """
import time
from pathlib import Path
from chokepoints.classroom.answers import store
(Path({folder!r}) / "ready-{stem}").touch()
while not (Path({folder!r}) / "go").exists():
    time.sleep(0.001)
told = {{store.keep("answers", f"{stem}-{{number}}", number) for number in range(60)}}
"""


def fill_in(notebook: Notebook, stem: str, folder: Path) -> None:
    """Type the answers of the solutions into the exercises, and in place of the last cell much to write."""
    places = list(sources(notebook))
    for place, cell in zip(places, stored_cells("solutions", stem), strict=True):
        write(notebook, place, cell.source)
    write(notebook, places[-1], WRITING.format(stem=stem, folder=str(folder)))


def kept_in(lab: Lab) -> dict[str, dict[str, Any]]:
    """What the answers file holds: answers and predictions."""
    content: dict[str, dict[str, Any]] = json.loads(answers_file(lab).read_text("utf-8"))
    return content


def answers_file(lab: Lab) -> Path:
    return lab.kit.parent / "answers.json"


def checked(stem: str) -> set[str]:
    """The ids of all checks of a lesson's exercises."""
    return {id for cell in stored_cells("solutions", stem) for id in calls(cell.source, "check")}


def said(notebook: Notebook) -> str:
    """All that the cells have printed."""
    return printed(one for place in sources(notebook) for one in outputs_of(notebook, place))


def run_all_together(notebooks: list[Notebook], folder: Path) -> None:
    """Run all cells of each; the last ones, which write, at the same moment."""
    for notebook in notebooks:
        notebook.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells') }")
    for _ in range(600):
        if len(list(folder.glob("ready-*"))) == len(notebooks):
            break
        notebooks[0].page.wait_for_timeout(100)
    (folder / "go").touch()
    for notebook in notebooks:
        notebook.settle()
        assert notebook.outputs("error", "stderr") == []


def is_kept(notebook: Notebook, ids: set[str], before: dict[str, Any]) -> None:
    """A kernel that has checked nothing yet shows these answers, by `progress` and by `saved`."""
    last = list(sources(notebook))[-1]
    write(notebook, last, "from chokepoints.classroom import progress, saved\nprogress(show_saved=True)")
    shown = printed(run_cell(notebook, last))
    assert shown.startswith("Nothing was checked since this notebook was started.")
    for id in ids:
        assert f"\n  {id}: " in shown
        assert ask(notebook, SAVED.format(id)) == before["answers"][id]


def test_answers_last(open_notebook: Callable[[str], Notebook], lab: Lab, tmp_path: Path) -> None:
    stems = PAIR
    answers_file(lab).unlink(missing_ok=True)
    notebooks = [open_notebook(f"exercises/{stem}.ipynb") for stem in stems]
    for notebook, stem in zip(notebooks, stems, strict=False):
        fill_in(notebook, stem, tmp_path)
    run_all_together(notebooks, tmp_path)
    asked = {stem: checked(stem) for stem in stems}
    before = kept_in(lab)
    many = {f"{stem}-{number}" for stem in stems for number in range(60)}
    assert set(before["answers"]) == many.union(*asked.values())
    assert not list(answers_file(lab).parent.glob("answers.json.unreadable*"))
    for notebook, stem in zip(notebooks, stems, strict=False):
        assert said(notebook).count("correct: ") == len(asked[stem])
        assert ask(notebook, "told") == {""}
        restart(notebook)
        is_kept(notebook, asked[stem], before)
        # The cells as they were handed out: an answer that is missing replaces none.
        for place, cell in zip(sources(notebook), stored_cells("exercises", stem), strict=True):
            write(notebook, place, cell.source)
        notebook.run_all()
        assert notebook.outputs("error", "stderr") == []
        assert "correct: " not in said(notebook)
    assert kept_in(lab) == before
