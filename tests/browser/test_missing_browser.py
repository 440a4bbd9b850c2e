"""Where no browser can be had the run says so in its last line; in CI it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from server import working_browser

ROOT = Path(__file__).parents[2]
ONE = "tests/browser/test_panels.py::test_focus_stays_on_the_control"


def run(tmp_path: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A run of one browser test and one other, on a machine with no browser and no way to fetch one."""
    without = {name: value for name, value in os.environ.items() if name not in ("CI", "CHOKEPOINTS_BROWSER")}
    without |= {
        "PATH": str(tmp_path),
        "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path),
        "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9",  # the port of `discard`: nobody listens
    }
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        *options,
        ONE,
        f"{Path(__file__)}::test_nothing",
    ]
    return subprocess.run(command, cwd=ROOT, env=without | environment, capture_output=True, text=True, timeout=120)


def test_nothing() -> None:
    """The other test of those runs."""


@pytest.mark.parametrize("options", [(), ("-n", "1")])
def test_the_last_line_says_what_did_not_run(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = run(tmp_path, *options)
    assert done.returncode == 0, done.stdout
    assert "1 passed, 1 skipped" in done.stdout
    assert done.stdout.splitlines()[-1] == "Not run: the browser tests (no browser found)"


def test_in_ci_that_is_a_failure(tmp_path: Path) -> None:
    done = run(tmp_path, CI="true")
    assert done.returncode == 1
    assert "1 passed, 1 error" in done.stdout
    assert "install chromium" in done.stdout


def test_a_named_browser_that_does_not_start_is_a_failure(tmp_path: Path) -> None:
    done = run(tmp_path, CHOKEPOINTS_BROWSER="/nowhere/chromium")
    assert done.returncode == 1
    assert "CHOKEPOINTS_BROWSER is /nowhere/chromium, which does not start" in done.stdout


def test_a_program_that_is_no_browser_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHOKEPOINTS_BROWSER", sys.executable)
    with sync_playwright() as playwright, pytest.raises(RuntimeError, match="which does not start"):
        working_browser(playwright)
