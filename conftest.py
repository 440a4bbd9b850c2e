"""What every test run shares: answers go to a fresh temporary file, never to the learner's own.

`make test` runs three tests at a time; which of them share a process, and which come first, is said at `Turns`. A test
that is marked `alone` measures time: then nothing else runs.
"""

import asyncio
import gc
import json
import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, ReadWriteLock
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

# A run says the same as the one before; `--hypothesis-profile=default` looks for cases that nobody has tried.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")

#: The folder that the processes of one run share.
SHARED = "CHOKEPOINTS_TEST_RUN"


def pytest_configure(config: pytest.Config) -> None:
    """Set before nbval starts its kernels, which inherit the environment."""
    folder = tempfile.TemporaryDirectory(prefix="chokepoints-")
    config.add_cleanup(folder.cleanup)
    os.environ["CHOKEPOINTS_ANSWERS"] = str(Path(folder.name) / "answers.json")
    if not hasattr(config, "workerinput"):
        os.environ[SHARED] = folder.name


#: Files whose tests go by lessons, by what the tests of a lesson share: its page in Lab, or a run for its panels.
BY_LESSON = {
    "tests/browser/test_lessons.py": "page",
    "tests/classroom/test_state.py": "panels",
    "tests/classroom/test_style.py": "panels",
    "tests/test_sweep.py": "panels",
}
#: Files that share a run of what takes long.
TOGETHER = {
    "tests/enforcement/test_experiment.py": "positions",
    "tests/enforcement/test_panel_experiment.py": "positions",
}
#: Files whose tests share nothing and take long: each goes by itself.
ONE_BY_ONE = (
    "tests/browser/test_break_keep.py",
    "tests/browser/test_break_one.py",
    "tests/browser/test_break_order.py",
    "tests/browser/test_missing_browser.py",
    "tests/test_editions.py",
)
LESSONS = sorted((path.stem for path in Path(__file__).with_name("notebooks").glob("*.ipynb")), reverse=True)
#: Tests of time come first, in one process, and the others wait for them once. Those in a browser are handed out last,
#: when every process has one; for these they wait test by test, as in any other run that is no `make test`.
FIRST, LAST = "alone, first", "alone, last"
#: What takes longest begins first, so that in the end no process works on while the others have nothing to do.
LONGEST = (
    "tests/browser/test_lessons.py",
    "tests/browser/test_firefox.py",
    "tests/browser/test_break_one.py",
    "tests/platform",
    "tests/browser",
    "notebooks",
    "tests/builder",
    "tests/test_",
    "tests/push",
    "tests/network",
)


def scope(nodeid: str, alone: frozenset[str]) -> str:
    """What a test has in common with those that run in the same process, one after the other."""
    file, _, test = nodeid.partition("::")
    if nodeid in alone:
        return LAST if file.startswith("tests/browser/") else FIRST
    if file in BY_LESSON and (lesson := next((stem for stem in LESSONS if stem in test), "")):
        return f"{BY_LESSON[file]} of {lesson}"
    return nodeid if file in ONE_BY_ONE else TOGETHER.get(file, file)


def turn(nodeid: str, alone: frozenset[str]) -> int:
    """The place of a test in the order in which tests begin."""
    if (which := scope(nodeid, alone)) in (FIRST, LAST):
        return -1 if which == FIRST else len(LONGEST) + 1
    return next((place for place, path in enumerate(LONGEST) if nodeid.startswith(path)), len(LONGEST))


class Turns(LoadFileScheduling):
    """What `--dist loadfile` means here: a process gets what belongs together, and one unit more when it has no other.

    Every second process begins with the tests in a browser, so that those which take a processor and those which wait
    for a time to pass go side by side.
    """

    @cached_property
    def marked(self) -> dict[str, frozenset[str]]:
        """The ids of the tests that are marked, by the mark: the processes that test have written them down."""
        said = json.loads((Path(os.environ[SHARED]) / "marked.json").read_text("utf-8"))
        return {mark: frozenset(ids) for mark, ids in said.items()}

    def _split_scope(self, nodeid: str) -> str:
        return scope(nodeid, self.marked["alone"])

    def _held(self, node: WorkerController) -> bool:
        """Whether another process is still at the tests that come first."""
        return any(
            not all(units.get(FIRST, {}).values()) for other, units in self.assigned_work.items() if other is not node
        )

    def _assign_work_unit(self, node: WorkerController) -> None:
        if self._held(node):
            return
        waiting = [one for one in self.workqueue if one != LAST] or [LAST]
        browser = int(node.gateway.id.removeprefix("gw")) % 2 == 0
        suits = (one for one in waiting if one == FIRST or self._in_a_browser(one) == browser)
        self.workqueue.move_to_end(next(suits, waiting[0]), last=False)
        super()._assign_work_unit(node)

    def _in_a_browser(self, which: str) -> bool:
        return next(iter(self.workqueue[which])) in self.marked["browser"]

    def _reschedule(self, node: WorkerController) -> None:
        # A process needs to know the next test before it begins one; xdist's own would give it two.
        if not self.workqueue or self._pending_of(self.assigned_work[node]) < 2:
            super()._reschedule(node)

    def mark_test_complete(self, node: WorkerController, item_index: int, duration: float = 0) -> None:
        """Note it; after the last of those that come first, the others begin."""
        held = [other for other in self.nodes if self._held(other)]
        super().mark_test_complete(node, item_index, duration)
        for other in held:
            if not self._held(other):
                self._reschedule(other)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Turns | None:
    """Ours, where `make test` runs."""
    return Turns(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put them in order, and write down for the one process that hands them out which are marked."""
    marked = {mark: [item.nodeid for item in items if item.get_closest_marker(mark)] for mark in ("alone", "browser")}
    alone = frozenset(marked["alone"])
    items.sort(key=lambda item: turn(item.nodeid, alone))
    if hasattr(config, "workerinput"):
        shared = Path(os.environ[SHARED])
        own = shared / f"marked.{config.workerinput['workerid']}"
        own.write_text(json.dumps(marked), "utf-8")
        own.replace(shared / "marked.json")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays to the end: no search for garbage looks through it, and tests make thousands of these."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def out_of_playwright() -> Iterator[None]:
    """Playwright's loop counts as running in this thread while a browser is open: `asyncio.run` would be refused."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(loop if loop and loop.is_running() else None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Wait for one's turn; nothing to wait for where pytest runs as one process."""
    with ExitStack() as turn:
        if hasattr(item.config, "workerinput"):
            shared = Path(os.environ[SHARED])
            lock, door = ReadWriteLock(shared / "turns.db"), FileLock(shared / "door.lock")
            alone = item.get_closest_marker("alone") is not None
            with door:  # who waits to be alone holds it, so that no other slips in before
                turn.enter_context(lock.write_lock() if alone else lock.read_lock())
        if item.get_closest_marker("browser") is None:
            turn.enter_context(out_of_playwright())
        return (yield)


@pytest.fixture(autouse=True)
def same_main() -> Iterator[None]:
    """Give `__main__` back: an IPython shell in a test puts its own there, and no later test could spawn a process."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
