"""What every test run shares: answers go to a fresh temporary file, never to the learner's own."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Set before nbval starts its kernels, which inherit the environment."""
    folder = tempfile.TemporaryDirectory(prefix="chokepoints-")
    config.add_cleanup(folder.cleanup)
    os.environ["CHOKEPOINTS_ANSWERS"] = str(Path(folder.name) / "answers.json")


@pytest.fixture(autouse=True)
def same_main() -> Iterator[None]:
    """Give `__main__` back: an IPython shell in a test puts its own there, and no later test could spawn a process."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
