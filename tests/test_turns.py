"""The order and the company in which `make test` runs tests, by a run of its own: tests that note when they ran."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAD = """
import asyncio, os, sys, time
from pathlib import Path
import pytest
from playwright.sync_api import sync_playwright

def note(name, began):
    with Path({log!r}).open("a") as log:
        log.write(f"{{name}} {{os.getpid()}} {{began}} {{time.monotonic()}}\\n")

@pytest.fixture(autouse=True)
def noted(request):
    began = time.monotonic()
    time.sleep(0.02)
    yield
    note(request.node.nodeid, began)
"""
LESSON = """
@pytest.mark.parametrize("stem", ["00_one", "01_other"])
def test_it(stem):
    pass
"""
OPENS = """
pytestmark = pytest.mark.browser

def test_opens():
    if "PYTEST_XDIST_WORKER" not in os.environ:
        sys.playwright = sync_playwright().start()

@pytest.mark.alone
def test_alone_in_it():
    pass
"""
CLOSES = """
pytestmark = pytest.mark.browser

def test_closes():
    if running := vars(sys).pop("playwright", None):
        work = asyncio.sleep(0)
        with pytest.raises(RuntimeError):
            asyncio.run(work)
        work.close()
        running.stop()
"""
PLAIN = """
@pytest.mark.parametrize("number", range(8))
def test_it(number):
    asyncio.run(asyncio.sleep(0))

@pytest.mark.alone
@pytest.mark.parametrize("number", range(3))
def test_alone(number):
    asyncio.run(asyncio.sleep(0))
"""
FILES = {
    "tests/browser/test_lessons.py": LESSON,
    "tests/browser/test_opens.py": OPENS,
    "tests/classroom/test_state.py": LESSON,
    "tests/classroom/test_one.py": PLAIN,
    "tests/network/test_two.py": PLAIN,
    "tests/network/test_when_done.py": CLOSES,
    "tests/test_sweep.py": LESSON,
}


@dataclass(frozen=True)
class Ran:
    """A test as it noted itself."""

    name: str
    process: str
    began: float
    ended: float

    @property
    def alone(self) -> bool:
        return "test_alone" in self.name

    @property
    def in_a_browser(self) -> bool:
        return "alone_in_it" in self.name


def run(kit: Path, *options: str) -> list[Ran]:
    """Run the small suite, which must pass; its tests by their beginning."""
    shutil.copy(ROOT / "conftest.py", kit)
    (kit / "pytest.ini").write_text("[pytest]\nmarkers =\n    alone\n    browser\n")
    (kit / "notebooks").mkdir()
    for stem in ("00_one", "01_other"):
        (kit / "notebooks" / f"{stem}.ipynb").touch()
    log = kit / "log"
    for name, body in FILES.items():
        (kit / name).parent.mkdir(parents=True, exist_ok=True)
        (kit / name).write_text(HEAD.format(log=str(log)) + body)
    command = [sys.executable, "-m", "pytest", "-p", "xdist.plugin", "-p", "no:cacheprovider", "-q", *options]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    env["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # nbval's and others' take most of the time that a process takes
    done = subprocess.run(command, cwd=kit, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    ran = []
    for line in log.read_text().splitlines():
        name, process, began, ended = line.rsplit(" ", 3)
        ran.append(Ran(name, process, float(began), float(ended)))
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert len(ran) == len({one.name for one in ran}) == int(passed[1]) == 31
    return sorted(ran, key=lambda one: one.began)


@pytest.mark.parametrize("processes", ["2", "3"])
def test_alone_together_and_each_once(tmp_path: Path, processes: str) -> None:
    ran = run(tmp_path, "-n", processes, "--dist", "loadfile", "--no-loadscope-reorder")
    for one in filter(lambda one: one.alone, ran):
        assert not [
            other.name for other in ran if other is not one and one.began < other.ended and other.began < one.ended
        ]
    assert all(one.alone and not one.in_a_browser for one in ran[:6])
    assert next(place for place, one in enumerate(ran) if one.alone and one.in_a_browser) > len(ran) / 2
    assert len({one.process for one in ran}) == int(processes)
    for stem in ("00_one", "01_other"):
        shared = [one for one in ran if stem in one.name and "test_lessons.py" not in one.name]
        assert len(shared) == 2
        (process,) = {one.process for one in shared}
        there = [one for one in ran if one.process == process]
        assert there.index(shared[1]) == there.index(shared[0]) + 1


def test_in_one_process(tmp_path: Path) -> None:
    """There a browser is open while tests without one run."""
    ran = run(tmp_path)
    assert len({one.process for one in ran}) == 1
    names = [one.name.rpartition("::")[2] for one in ran]
    assert names.index("test_opens") < names.index("test_it[0]") < names.index("test_closes")
