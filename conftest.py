"""What every test run shares: answers go to a fresh temporary file, never to the learner's own.

`make test` runs two tests at a time, a file's tests in one process. A test that is marked `alone` measures time: then
nothing else runs.
"""

import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from filelock import FileLock, ReadWriteLock
from hypothesis import settings

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
