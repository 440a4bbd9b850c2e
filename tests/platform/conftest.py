"""These tests import tools/ and work on copies of the checkout."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))


@pytest.fixture
def checkout(tmp_path: Path) -> Callable[[str], Path]:
    """Copies the tree as a clone would have it: what git tracks, and what it would track after `git add`."""

    def copy(name: str) -> Path:
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        for file in filter(None, listed.split("\0")):
            if (ROOT / file).is_file():  # a file deleted but not yet committed is listed too
                target = tmp_path / name / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / file, target)
        return tmp_path / name

    return copy
