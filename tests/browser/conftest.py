"""A real browser and a real JupyterLab for the tests of this folder.

The browser is the one that CHOKEPOINTS_BROWSER names, else a system Chromium, else Playwright's own, which is fetched
where it is missing. Where none can be had the tests are skipped and the run's last line says so; in CI they fail.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe import PLAIN, Kind, dark, findings
from lab import Lab, Notebook, write_notebook
from playwright.sync_api import Browser, Error, sync_playwright
from server import find_browser, launch, running_lab

NO_BROWSER = "Not run: the browser tests (no browser found)"

_not_run = pytest.StashKey[bool]()
_labs_own = pytest.StashKey[set[Kind]]()


def _find() -> str | None:
    """The path of a browser that really starts, or nothing."""
    with sync_playwright() as playwright:
        named = os.environ.get("CHOKEPOINTS_BROWSER")
        path = find_browser(playwright)
        if path is None:
            return None
        try:
            launch(playwright, path).close()
        except Error as error:
            if named:  # asked for by name: then no other will do
                pytest.fail(f"CHOKEPOINTS_BROWSER is {named}, which does not start: {error.message}", pytrace=False)
            print(f"{path} does not start: {error.message}")
            return None
        return path


@pytest.fixture(scope="session")
def browser_path(request: pytest.FixtureRequest) -> str:
    """Where the browser is; skips, or in CI fails, where there is none."""
    path = _find()
    if path is not None:
        return path
    if os.environ.get("CI"):
        pytest.fail(f"{NO_BROWSER}. In CI that is a failure: install chromium.", pytrace=False)
    request.config.stash[_not_run] = True
    pytest.skip("no browser found: install Chromium, or name one in CHOKEPOINTS_BROWSER")


@pytest.fixture(scope="module")
def browser(browser_path: str) -> Iterator[Browser]:
    """A running Chromium.

    A module's own, not the session's: while Playwright runs, its event loop counts as running in the main thread, and
    every `asyncio.run` of a later test would be refused.
    """
    with sync_playwright() as playwright:
        running = launch(playwright, browser_path)
        yield running
        running.close()


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


@pytest.fixture(scope="module")
def labs_own(browser: Browser, lab: Lab, request: pytest.FixtureRequest) -> set[Kind]:
    """The kinds of fault that a notebook without the kit has, in either theme: Lab does not underline links."""
    stash = request.config.stash
    if _labs_own not in stash:  # looked for once a run, whichever module's browser is open
        plain = Notebook(browser, lab, write_notebook(lab, "plain_lab", *PLAIN))
        plain.run_all()
        plain.whole()
        found = findings(plain)
        with dark(plain):
            found += findings(plain)
        plain.close()
        stash[_labs_own] = {one.kind() for one in found}
    return stash[_labs_own]


@pytest.fixture(scope="module")
def pages(browser: Browser) -> list[Notebook]:
    """Pages with Lab in them whose notebook was closed; they end with the browser."""
    return []


@pytest.fixture
def open_notebook(browser: Browser, lab: Lab, pages: list[Notebook]) -> Iterator[Callable[[str], Notebook]]:
    """Opens a notebook, by its path in the kit, in Lab's single-document view and waits for its kernel.

    In a page that an earlier test of the module has left, where there is one. A test that leaves something behind in
    its page, such as a running loop or a theme, opens a `Notebook` of its own.
    """
    opened: list[Notebook] = []

    def open_one(path: str) -> Notebook:
        notebook = pages.pop().instead(path) if pages else Notebook(browser, lab, path)
        opened.append(notebook)
        return notebook

    yield open_one
    for notebook in opened:
        try:
            notebook.leave()
            pages.append(notebook)
        except Error:  # such as a page that is gone, or that waits for an answer
            notebook.context.close()


@pytest.fixture
def scratch(lab: Lab, request: pytest.FixtureRequest) -> Callable[..., str]:
    """Writes a notebook of these code cells, named after the test; its path."""
    return lambda *cells: write_notebook(lab, f"scratch_{request.node.name.partition('[')[0]}", *cells)
