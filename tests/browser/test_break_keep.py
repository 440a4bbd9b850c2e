"""Every lesson's answers last over a restart, and where its cells are run unanswered again; in a kernel, no browser.

Two notebooks that write at once, in Lab: test_break_answers.py.
"""

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from breaking import STEMS, calls, printed, stored_cells
from kernels import faults, kernel

SAVED = "__import__('chokepoints.classroom').classroom.saved({!r})"
PROGRESS = nbformat.v4.new_code_cell("from chokepoints.classroom import progress\nprogress(show_saved=True)")


def kept_in(file: Path) -> dict[str, dict[str, Any]]:
    """What the answers file holds: answers and predictions."""
    content: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return content


@pytest.mark.parametrize("stem", STEMS)
def test_answers_last(tmp_path: Path, stem: str) -> None:
    solutions, file = stored_cells("solutions", stem), tmp_path / "answers.json"
    asked = {id for cell in solutions for id in calls(cell.source, "check")}
    with kernel(solutions, CHOKEPOINTS_ANSWERS=str(file)) as lesson:
        outputs = lesson.run_all()
    assert faults(outputs) == []
    assert printed(outputs).count("correct: ") == len(asked)
    before = kept_in(file)
    assert set(before["answers"]) == asked
    with kernel([PROGRESS, *stored_cells("exercises", stem)], CHOKEPOINTS_ANSWERS=str(file)) as lesson:
        shown = printed(lesson.run(0))
        assert shown.startswith("Nothing was checked since this notebook was started.")
        for id in asked:
            assert f"\n  {id}: " in shown
            assert lesson.ask(SAVED.format(id)) == before["answers"][id]
        # The cells as they were handed out: an answer that is missing replaces none.
        outputs = [output for place in range(1, len(lesson.cells)) for output in lesson.run(place)]
    assert faults(outputs) == []
    assert "correct: " not in printed(outputs)
    assert kept_in(file) == before
    assert [path.name for path in tmp_path.glob("answers.json*") if "unreadable" in path.name] == []
