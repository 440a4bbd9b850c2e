"""What every test run shares: answers go to a fresh temporary file, never to the learner's own."""

import os
import tempfile
from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Set before nbval starts its kernels, which inherit the environment."""
    folder = tempfile.TemporaryDirectory(prefix="chokepoints-")
    config.add_cleanup(folder.cleanup)
    os.environ["CHOKEPOINTS_ANSWERS"] = str(Path(folder.name) / "answers.json")
