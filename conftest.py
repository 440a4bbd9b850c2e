"""What every test run shares: answers go to a fresh temporary file, never to the learner's own.

`make test` runs two tests at a time, a file's tests in one process; of the two files that take each lesson through a
browser, a lesson's. A test that is marked `alone` measures time: then nothing else runs.
"""

import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, ReadWriteLock
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

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


#: Files whose tests go by lessons, each with an opening of its own that its tests share.
BY_LESSON = ("test_lessons.py", "test_break_lessons.py")
LESSONS = sorted((path.stem for path in Path(__file__).with_name("notebooks").glob("*.ipynb")), reverse=True)


class ByLesson(LoadFileScheduling):
    """Gives a process a file's tests together, of the files that go by lessons a lesson's."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        lesson = next((stem for stem in LESSONS if stem in test), "") if file.endswith(BY_LESSON) else ""
        return f"{file}::{lesson}"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByLesson | None:
    """What `--dist loadfile` means here."""
    return ByLesson(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First the files that have tests of time: each of these waits for the end of another test, a short one now."""
    timed = {item.path for item in items if item.get_closest_marker("alone")}
    items.sort(key=lambda item: item.path not in timed)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Wait for one's turn; nothing to wait for where pytest runs as one process."""
    if not hasattr(item.config, "workerinput"):
        return (yield)
    shared = Path(os.environ[SHARED])
    lock, door = ReadWriteLock(shared / "turns.db"), FileLock(shared / "door.lock")
    alone = item.get_closest_marker("alone") is not None
    with ExitStack() as turn:
        with door:  # who waits to be alone holds it, so that no other slips in before
            turn.enter_context(lock.write_lock() if alone else lock.read_lock())
        return (yield)


@pytest.fixture(autouse=True)
def same_main() -> Iterator[None]:
    """Give `__main__` back: an IPython shell in a test puts its own there, and no later test could spawn a process."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
