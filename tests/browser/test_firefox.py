"""A lesson in Firefox: its panel works by keyboard there too.

Runs where a Firefox is installed, such as Debian's firefox-esr; CHOKEPOINTS_FIREFOX may name one.
"""

from collections.abc import Iterator

import pytest
from firefox import PREFERENCES, find_firefox, launcher
from lab import Lab, Notebook
from playwright.sync_api import Browser, Error, Playwright
from shown import Shown
from test_lessons import LESSONS, folder

pytestmark = pytest.mark.browser

WANTED = {"slider", "radio", "select"}


@pytest.fixture(scope="module")
def firefox(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A running Firefox; skips where there is none, or none that this Playwright can drive."""
    path = find_firefox()
    if path is None:
        pytest.skip("no Firefox found: install firefox-esr, or name one in CHOKEPOINTS_FIREFOX")
    try:
        running = playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=launcher(tmp_path_factory.mktemp("firefox"), path),
            firefox_user_prefs=PREFERENCES,
            timeout=30_000,
        )
    except Error as error:
        pytest.skip(f"{path} cannot be driven: {error.message.splitlines()[0]}")
    yield running
    running.close()


@pytest.fixture
def panel(firefox: Browser, lab: Lab) -> Iterator[Shown]:
    """A panel with a slider, radio buttons and a list, of the last lesson that has one, run in Firefox."""
    for path in reversed(LESSONS):
        notebook = Notebook(firefox, lab, path)
        notebook.run_all()
        assert notebook.outputs("error", "stderr") == []
        for panel in notebook.panels():
            if {control.kind for control in panel.controls()} >= WANTED:
                yield panel
                notebook.close()
                return
        notebook.close()
    pytest.fail(f"no lesson has a panel with a {', a '.join(sorted(WANTED))}")


def test_a_panel_in_firefox(panel: Shown) -> None:
    status = panel.notebook.lasting()
    assert "Firefox/" in panel.notebook.page.evaluate("navigator.userAgent")
    assert set(panel.by_keyboard()) >= WANTED
    panel.astray()
    assert all(node.evaluate("node => node.isConnected") for node in status)
    panel.cell.locator(".jp-Cell-outputArea").screenshot(path=folder() / "firefox.png")
    assert panel.notebook.outputs("error", "stderr") == []
    assert panel.notebook.complaints == []
