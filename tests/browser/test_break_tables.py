"""Every lesson over damaged tables, in a kernel: one sentence, no traceback; mended, the same kernel runs on.

The kernel has a copy of the package and of the tables; those of the kit are never touched. Needs no browser.
"""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from breaking import STEMS, stored_cells
from breaking_tables import HARMS, KINDS, copied, half, harm, mend
from kernels import Kernel, faults, kernel


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with its tables."""
    return copied(tmp_path_factory.mktemp("copy"))


def refused(lesson: Kernel, *, must: bool = True) -> str:
    """Run the cells until one fails: it must show one sentence of the kit, and nothing else; the sentence.

    "" where none fails, which it `must` unless the lesson may do without what is gone.
    """
    for place in range(len(lesson.cells)):
        outputs = lesson.run(place)
        if any(one["output_type"] == "error" for one in outputs):
            break
    else:
        assert not must, "no cell noticed"
        return ""
    assert [(one["output_type"], one.get("ename")) for one in outputs] == [("error", "KitError")]
    said: str = outputs[0]["evalue"]
    assert outputs[0]["traceback"] == [said]
    return said


def over(copy: Path, stem: str) -> AbstractContextManager[Kernel]:
    """The lesson's cells in a kernel that runs the copy."""
    return kernel(stored_cells("notebooks", stem), PYTHONPATH=str(copy / "src"))


@pytest.mark.parametrize("stem", STEMS)
def test_lesson_over_damaged_tables(copy: Path, stem: str) -> None:
    harm(copy, half)
    with over(copy, stem) as lesson:
        assert lesson.ask("__import__('chokepoints').__file__").startswith(str(copy)), "not the copy is run"
        # Each table without fault, but whole rows gone: a lesson that misses none of them runs. Else what was read of
        # them has to go first, and the sentence says so.
        said = refused(lesson, must=False)
        assert "restart the kernel" in said or not said
    with over(copy, stem) as lesson:
        for kind in KINDS:
            harm(copy, HARMS[kind][0])
            assert ".csv" in refused(lesson)
        # No restart: neither a cached failure nor a module that was loaded by half may stand in the way.
        mend(copy)
        assert faults(lesson.run_all()) == []
