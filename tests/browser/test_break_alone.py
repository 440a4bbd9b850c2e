"""Each cell alone: it runs, or fails for nothing but a name that a cell before it defines. Needs no browser."""

from collections.abc import Iterator

import pytest
from breaking import STEMS, stored_cells, unexplained
from IPython.core.interactiveshell import InteractiveShell

from chokepoints.classroom.tags import EDITIONS


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """A shell without names, as after the start of a kernel."""
    shell = InteractiveShell.instance()
    shell.reset(new_session=False)
    yield shell
    shell.reset(new_session=False)


def faults(shell: InteractiveShell, cells: list[str]) -> list[str]:
    """What goes wrong when each of these cells is run alone, apart from names that those before it define."""
    found, fresh = [], dict(shell.user_ns)
    for place, source in enumerate(cells):
        shell.user_ns.clear()  # reset() would collect garbage each time: ten times slower
        shell.user_ns.update(fresh)
        done = shell.run_cell(source, silent=True)
        error = done.error_before_exec or done.error_in_exec
        if error and (fault := unexplained(cells[:place], type(error).__name__, str(error))):
            found.append(f"cell {place + 1}: {fault}")
    return found


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("edition", EDITIONS[1:])  # the notebooks' own: test_break_order.py
def test_each_cell_alone(shell: InteractiveShell, edition: str, stem: str) -> None:
    assert faults(shell, [cell.source for cell in stored_cells(edition, stem)]) == []


def test_what_is_no_missing_name_is_found(shell: InteractiveShell) -> None:
    cells = ["import math as m\nside = 3", "m.sqrt(side)", "later", "later = 1 / 0", "def area():\n    return later"]
    assert faults(shell, cells) == ["cell 3: NameError: name 'later' is not defined", "cell 4: ZeroDivisionError: "
                                    "division by zero"]  # fmt: skip
