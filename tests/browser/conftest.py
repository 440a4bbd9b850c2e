"""A real browser and a real JupyterLab for the tests of this folder.

The browser is the one that CHOKEPOINTS_BROWSER names, else a system Chromium, else Playwright's own, which is fetched
where it is missing. Where none can be had the tests are skipped and the run's last line says so; in CI they fail.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe import PLAIN, Kind, dark, findings
from lab import Lab, Notebook, Pages, write_notebook
from playwright.sync_api import Browser, Playwright, sync_playwright
from server import UNOPTIMISED, launch, running_lab, working_browser

NO_BROWSER = "Not run: the browser tests (no browser found)"
#: Begun first, because they take the longest: else one process would still be at them when the other has done all.
LONGEST = ("test_lessons.py", "test_break_lessons.py")

_not_run = pytest.StashKey[bool]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Last the tests in a browser, and of these last the ones that want to be alone.

    The browser stays open to the end. While it does, Playwright's event loop counts as running in the main thread, and
    every `asyncio.run` of a later test would be refused.
    """

    def turn(item: pytest.Item) -> int:
        if item.get_closest_marker("browser") is None:
            return 0
        if item.get_closest_marker("alone"):
            return 3
        return 1 if item.path.name in LONGEST else 2

    items.sort(key=turn)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, of which there can be but one at a time."""
    with sync_playwright() as running:
        yield running


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
def browser(playwright: Playwright, browser_path: str) -> Iterator[Browser]:
    """A running Chromium, one for all tests of this folder."""
    running = launch(playwright, browser_path, *UNOPTIMISED)
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
