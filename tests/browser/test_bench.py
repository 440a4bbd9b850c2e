"""The panel's way of showing must stay ahead of plain `interact`, on the same figure, in the same run."""

import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lab import Notebook

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import bench

pytestmark = [pytest.mark.browser, pytest.mark.alone]

#: A ratio, because both take their turns on the same machine; absolute times are for `make bench`.
MOST = 0.35


def test_a_panel_answers_in_a_third_of_the_time(
    open_notebook: Callable[[str], Notebook], scratch: Callable[..., str]
) -> None:
    notebook = open_notebook(scratch(bench.FIGURE, bench.OURS, bench.PLAIN))
    notebook.run_all()
    assert notebook.outputs("error", "stderr") == []
    ours, plain = bench.measure(notebook, steps=12)
    assert len(ours) == len(plain) == 12
    ratio = statistics.median(ours) / statistics.median(plain)
    assert ratio <= MOST, bench.table(ours, plain)
    reading = notebook.panels()[0].reading()
    assert reading == "The speed is 62.", "every key press moved the slider by one"
