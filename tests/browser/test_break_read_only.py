"""A kit that nobody may write into, its answers file included: all runs, and one sentence says so. No browser.

What the kernel and the package keep of a lesson that has run must not change what its cells say: so the solutions run
behind the notebook, in the same kernel. test_break_order.py has each cell twice, and the wrong order.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from breaking import STEMS, calls, stored_cells
from breaking_rights import as_a_learner, locked_kit
from kernels import Kernel, faults, kernel, words
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output

SENTENCE = "they are kept until this kernel stops."
NOTICE = re.compile(r"Answers cannot be written here.*?stops\.\n", re.DOTALL)


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the kit that a learner may read, and no more."""
    with ExitStack() as stack:
        try:
            as_a_learner(lambda: None)
        except OSError as error:
            pytest.skip(f"permission bits do not stop this user: {error}")
        yield stack.enter_context(locked_kit(tmp_path_factory.mktemp("locked") / "home"))


def test_the_folder_is_really_read_only(locked: Path) -> None:
    """Else the tests below would pass whatever the kit does."""
    for place in (locked / "new", locked / "notebooks" / "new", locked.parent / "answers.json"):
        code = f"open({str(place)!r}, 'w')"
        done = as_a_learner(
            lambda code=code: subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        )
        assert "PermissionError" in done.stderr
        assert not place.exists()


def as_stored(lesson: Kernel, stored: list[NotebookNode]) -> list[NotebookNode]:
    """The outputs of all cells, of which each must say what is stored of it, but for the sentence."""
    every = []
    for place, cell in enumerate(stored):
        outputs = lesson.run(place)
        said = [NOTICE.sub("", text) for text in words(outputs)]
        assert said == words(cell.outputs), f"something else than is stored: {cell.source}"
        every += outputs
    return every


@pytest.mark.parametrize("stem", STEMS)
def test_lesson_and_answers_in_a_read_only_kit(locked: Path, stem: str) -> None:
    """One notebook of the lesson and, behind it, its solutions: a kernel instead of two."""
    solutions = stored_cells("solutions", stem)
    ids = [id for cell in solutions for id in calls(cell.source, "check")]
    answers = {"CHOKEPOINTS_ANSWERS": str(locked.parent / "answers.json")}
    both = [*stored_cells("notebooks", stem), *solutions]
    with kernel(both, as_a_learner, locked / "notebooks", **answers) as lesson:
        outputs = as_stored(lesson, both)
    assert faults(outputs) == []
    said = " ".join(" ".join(words(one for one in outputs if one.get("name") == "stdout")).split())
    assert said.count("correct: ") == len(ids)
    assert said.count(SENTENCE) == 1, "it is said once, and not at every answer"
    assert not list(locked.parent.glob("answers.json*"))


def test_what_lasts_from_one_run_to_the_next_is_found() -> None:
    seen = new_code_cell("import sys\nseen = vars(sys).setdefault('seen', [])\nprint(len(seen))")
    seen.outputs = [new_output("stream", text="0\n")]
    both = [seen, new_code_cell("seen.append(1)"), seen]
    with kernel(both) as lesson, pytest.raises(AssertionError, match="something else than is stored"):
        as_stored(lesson, both)


def test_the_kit_is_as_it_was(locked: Path) -> None:
    """Whatever the tests above ran."""
    root = Path(__file__).parents[2]
    for folder in ("notebooks", "solutions"):
        for path in (root / folder).glob("*.ipynb"):
            assert (locked / folder / path.name).read_bytes() == path.read_bytes()
