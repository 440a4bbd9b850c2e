"""Cells in the wrong order and twice, in a kernel: they say what is stored of them. Needs no browser."""

import pytest
from breaking import STEMS, stored_cells
from kernels import WIDGETS, Kernel, allowed, faults, kernel, words
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output


def out_of_order(lesson: Kernel, stored: list[NotebookNode]) -> None:
    """Run all cells from the last to the first, then from the first to the last, each twice.

    What a cell then says must be what is stored of it: what a kernel says that has run no other cells than those above.
    """
    cells = [cell.source for cell in stored]
    for place in reversed(range(len(cells))):
        allowed(cells, place, lesson.run(place))
    for place, source in enumerate(cells):
        said = words(stored[place].outputs)
        assert words(lesson.run(place)) == said, f"something else than is stored: {source}"
        widgets = lesson.ask(WIDGETS)
        assert words(again := lesson.run(place)) == said, f"something else when it is run again: {source}"
        assert faults(again) == []
        assert lesson.ask(WIDGETS) == widgets, f"widgets of an earlier run stay in the kernel: {source}"


@pytest.mark.parametrize("stem", STEMS)
def test_cells_in_reversed_order_and_each_cell_twice(stem: str) -> None:
    stored = stored_cells("notebooks", stem)
    with kernel(stored) as lesson:
        out_of_order(lesson, stored)


BUTTON = "import ipywidgets\nipywidgets.Button()"
BUTTON_SAYS = new_output("execute_result", {"text/plain": "Button(style=ButtonStyle())"})
SEEN = "import sys\nseen = vars(sys).setdefault('seen', [])\n"


def printed(text: str, name: str = "stdout") -> NotebookNode:
    return new_output("stream", name=name, text=text)


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (
            {"seen = []": [], "seen.append(1)\nprint(len(seen))": [printed("1\n")]},
            "something else when it is run again",
        ),
        ({f"{SEEN}print(len(seen))": [printed("0\n")], f"{SEEN}seen.append(1)": []}, "something else than is stored"),
        ({"x = 1": [], "print(nowhere)": []}, "print\\(nowhere\\)"),
        ({"x = 1": [], "print(1 / 0)": []}, "print\\(1 / 0\\)"),
        ({BUTTON: [BUTTON_SAYS]}, "stay in the kernel"),
        ({"import sys\nprint('aside', file=sys.stderr)": [printed("aside\n", "stderr")]}, "^assert \\['aside"),
    ],
    ids=["grows", "lasts", "nowhere", "error", "widgets", "stderr"],
)
def test_what_depends_on_the_order_is_found(cells: dict[str, list[NotebookNode]], fault: str) -> None:
    stored = [new_code_cell(source, outputs=outputs) for source, outputs in cells.items()]
    with kernel(stored) as lesson, pytest.raises(AssertionError, match=fault):
        out_of_order(lesson, stored)
