"""Cells in the wrong order and twice, in a kernel: they say what they say in the right one. Needs no browser."""

import nbformat
import pytest
from breaking import STEMS, stored_cells
from kernels import WIDGETS, Kernel, allowed, faults, kernel, words


def out_of_order(lesson: Kernel) -> None:
    """Run all cells from the last to the first, then each twice, then all as Run All does."""
    cells = [cell.source for cell in lesson.cells]
    for place in reversed(range(len(cells))):
        allowed(cells, place, lesson.run(place))
    said = {}
    for place, source in enumerate(cells):
        said[place] = words(lesson.run(place))
        assert words(again := lesson.run(place)) == said[place], f"something else when it is run again: {source}"
        assert faults(again) == []
    widgets = lesson.ask(WIDGETS)
    for place in range(len(cells)):
        assert words(lesson.run(place)) == said[place]
    assert lesson.ask(WIDGETS) == widgets, "widgets of an earlier run stay in the kernel"


@pytest.mark.parametrize("stem", STEMS)
def test_cells_in_reversed_order_and_each_cell_twice(stem: str) -> None:
    with kernel(stored_cells("notebooks", stem)) as lesson:
        out_of_order(lesson)


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (["seen = []", "seen.append(1)\nprint(len(seen))"], "something else when it is run again"),
        (["x = 1", "print(nowhere)"], "print\\(nowhere\\)"),
        (["x = 1", "print(1 / 0)"], "print\\(1 / 0\\)"),
        (["import ipywidgets\nipywidgets.Button()"], "stay in the kernel"),
        (["import sys\nprint('aside', file=sys.stderr)"], "aside"),
    ],
    ids=["grows", "nowhere", "error", "widgets", "stderr"],
)
def test_what_depends_on_the_order_is_found(cells: list[str], fault: str) -> None:
    with (
        kernel([nbformat.v4.new_code_cell(cell) for cell in cells]) as lesson,
        pytest.raises(AssertionError, match=fault),
    ):
        out_of_order(lesson)
