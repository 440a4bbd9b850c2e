"""A lesson in Firefox: its panel works by keyboard there too.

Runs where a Firefox is installed, such as Debian's firefox-esr; CHOKEPOINTS_FIREFOX may name one.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import chain
from pathlib import Path
from threading import Timer

import psutil
import pytest
from firefox import BRIDGE, PREFERENCES, find_firefox, launcher
from lab import Lab, Notebook
from playwright.sync_api import Browser, Error, Playwright
from shown import Shown
from test_lessons import LESSONS, ROOT, folder

from chokepoints.classroom.panel import Panel

pytestmark = pytest.mark.browser

WANTED = {"slider", "radio", "select"}
#: Widgets that the page shows as a slider.
SLIDERS = {"IntSlider", "FloatSlider", "SelectionSlider"}


#: Playwright's way to speak to Firefox is experimental: now and then an answer never comes, and nothing would end.
PATIENCE = 120


def end_firefox() -> None:
    """End the Firefox that this process has started, whatever waits for it: then Playwright says that it is closed."""
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            if str(BRIDGE) in child.cmdline():
                for one in (*child.children(recursive=True), child):
                    one.kill()


@contextmanager
def running_firefox(playwright: Playwright, folder: Path) -> Iterator[Browser]:
    """A running Firefox, for so long as it takes and no longer; skips where none is, or none that can be driven."""
    path = find_firefox()
    if path is None:
        pytest.skip("no Firefox found: install firefox-esr, or name one in CHOKEPOINTS_FIREFOX")
    watch = Timer(PATIENCE, end_firefox)
    watch.start()
    try:
        try:
            running = playwright.firefox.launch(
                channel="moz-firefox",
                executable_path=launcher(folder, path),
                firefox_user_prefs=PREFERENCES,
                timeout=30_000,
            )
        except Error as error:
            pytest.skip(f"{path} cannot be driven: {error.message.splitlines()[0]}")
        yield running
        running.close()
    finally:
        watch.cancel()


def likely(path: str) -> bool:
    """Whether a lesson imports a panel with a slider, radio buttons and a list: to open it in Firefox takes seconds."""
    found = re.findall(r"from chokepoints\.(\w+)\.panels import ([\w, ]+)", (ROOT / path).read_text("utf-8"))
    offered = [
        getattr(import_module(f"chokepoints.{room}.panels"), name.strip())
        for room, names in found
        for name in names.split(",")
    ]
    panels = [one for one in offered if isinstance(one, Panel)]
    kinds = [{type(control.widget(control.start)).__name__ for control in panel.controls} for panel in panels]
    return any(some >= {"RadioButtons", "Dropdown"} and some & SLIDERS for some in kinds)


def find_panel(firefox: Browser, lab: Lab) -> Shown:
    """A panel with a slider, radio buttons and a list, of the last lesson that has one, run in Firefox."""
    for path in chain(filter(likely, reversed(LESSONS)), reversed(LESSONS)):
        notebook = Notebook(firefox, lab, path)
        notebook.run_all()
        assert notebook.outputs("error", "stderr") == []
        for panel in notebook.panels():
            if {control.kind for control in panel.controls()} >= WANTED:
                return panel
        notebook.close()
    pytest.fail(f"no lesson has a panel with a {', a '.join(sorted(WANTED))}")


def work(panel: Shown) -> None:
    status = panel.notebook.lasting()
    assert "Firefox/" in panel.notebook.page.evaluate("navigator.userAgent")
    assert set(panel.by_keyboard()) >= WANTED
    panel.astray()
    assert all(node.evaluate("node => node.isConnected") for node in status)
    panel.cell.locator(".jp-Cell-outputArea").screenshot(path=folder() / "firefox.png")
    assert panel.notebook.outputs("error", "stderr") == []
    assert panel.notebook.complaints == []
    panel.notebook.close()


def test_a_panel_in_firefox(playwright: Playwright, lab: Lab, tmp_path: Path) -> None:
    for last in (False, True):
        try:
            with running_firefox(playwright, tmp_path) as firefox:
                work(find_panel(firefox, lab))
            return
        except Error:  # no answer, or it was ended: once more, and no third time
            if last:
                raise
