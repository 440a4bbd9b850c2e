"""A real browser and a real JupyterLab for the tests of this folder.

The browser is the one that CHOKEPOINTS_BROWSER names, else a system Chromium, else Playwright's own, which is fetched
where it is missing. Where none can be had the tests are skipped and the run's last line says so; in CI they fail.
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe import PLAIN, Kind, dark, findings
from lab import Lab, Notebook, Pages, write_notebook
from playwright.sync_api import Browser, Playwright, sync_playwright
from server import UNOPTIMISED, launch, running_lab, working_browser

NO_BROWSER = "Not run: the browser tests (no browser found)"

_not_run = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, of which there can be but one at a time."""
    with sync_playwright() as running:
        loop = asyncio._get_running_loop()
        yield running
        asyncio._set_running_loop(loop)  # which a test without a browser does without, and the last one may be such


@pytest.fixture(scope="session")
def browser_path(playwright: Playwright, request: pytest.FixtureRequest) -> str:
    """Where the browser is; skips, or in CI fails, where there is none."""
    try:
        path = working_browser(playwright)
    except RuntimeError as error:
        pytest.fail(str(error), pytrace=False)
    if path is not None:
        return path
    if os.environ.get("CI"):
        pytest.fail(f"{NO_BROWSER}. In CI that is a failure: install chromium.", pytrace=False)
    request.config.stash[_not_run] = True
    pytest.skip("no browser found: install Chromium, or name one in CHOKEPOINTS_BROWSER")


@pytest.fixture(scope="session")
def browser(playwright: Playwright, browser_path: str) -> Browser:
    """A running Chromium, one for all tests of this folder; it ends with Playwright."""
    return launch(playwright, browser_path, *UNOPTIMISED)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where several processes test, each tells the one that reports."""
    if (told := getattr(session.config, "workeroutput", None)) is not None:
        told["no browser"] = session.config.stash.get(_not_run, False)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """One of them is done."""
    if getattr(node, "workeroutput", {}).get("no browser"):
        node.config.stash[_not_run] = True


def pytest_unconfigure(config: pytest.Config) -> None:
    """Below pytest's own summary, where nobody overlooks it."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if config.stash.get(_not_run, False) and reporter is not None:
        reporter.write_line(NO_BROWSER)


@pytest.fixture(scope="session")
def lab(browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """One JupyterLab for all tests of this folder."""
    with running_lab(tmp_path_factory.mktemp("lab"), at_once=True) as running:
        yield running


@pytest.fixture(scope="session")
def pages(browser: Browser, lab: Lab) -> Pages:
    """Pages with Lab in them, for all tests of this folder; they end with the browser."""
    return Pages(browser, lab)


@pytest.fixture(scope="session")
def labs_own(pages: Pages, lab: Lab) -> set[Kind]:
    """The kinds of fault that a notebook without the kit has, in either theme: Lab does not underline links."""
    plain = pages.open(write_notebook(lab, "plain_lab", *PLAIN))
    plain.run_all()
    plain.whole()
    found = findings(plain)
    with dark(plain):
        found += findings(plain)
    pages.leave(plain)
    return {one.kind() for one in found}


@pytest.fixture
def open_notebook(pages: Pages) -> Iterator[Callable[[str], Notebook]]:
    """Opens a notebook, by its path in the kit, in a page that an earlier test has left, where there is one."""
    opened: list[Notebook] = []

    def open_one(path: str) -> Notebook:
        opened.append(pages.open(path))
        return opened[-1]

    yield open_one
    for notebook in opened:
        pages.leave(notebook)


@pytest.fixture
def scratch(lab: Lab, request: pytest.FixtureRequest) -> Callable[..., str]:
    """Writes a notebook of these code cells, named after the test; its path."""
    return lambda *cells: write_notebook(lab, f"scratch_{request.node.name.partition('[')[0]}", *cells)
