"""The panel's way of showing must stay ahead of plain `interact`, on the same figure, in the same run."""

import statistics
import sys
from pathlib import Path

import pytest
from lab import Lab, Notebook, write_notebook
from playwright.sync_api import Playwright
from server import launch

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import bench

pytestmark = [pytest.mark.browser, pytest.mark.alone]

#: A ratio, because both take their turns on the same machine; absolute times are for `make bench`.
MOST = 0.35


def test_a_panel_answers_in_a_third_of_the_time(playwright: Playwright, browser_path: str, lab: Lab) -> None:
    """In a browser as learners have it, not in the one of the other tests, which does not optimise."""
    browser = launch(playwright, browser_path)
    notebook = Notebook(browser, lab, write_notebook(lab, "bench", bench.FIGURE, bench.OURS, bench.PLAIN))
    notebook.run_all()
    assert notebook.outputs("error", "stderr") == []
    ours, plain = bench.measure(notebook, steps=12)
    assert len(ours) == len(plain) == 12
    ratio = statistics.median(ours) / statistics.median(plain)
    assert ratio <= MOST, bench.table(ours, plain)
    reading = notebook.panels()[0].reading()
    assert reading == "The speed is 62.", "every key press moved the slider by one"
    notebook.close()
    browser.close()
