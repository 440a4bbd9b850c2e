"""Folders that nobody may write into, for root as for a learner.

Permission bits do not stop root. What lets root pass them is one capability of Linux; a thread gives it up for itself
and the programs that it starts, and the rest of the test run keeps it.
"""

import ctypes
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")
ROOT = Path(__file__).parents[2]

#: linux/prctl.h and linux/capability.h
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE = 24, 1


def as_a_learner(start: Callable[[], Made]) -> Made:
    """Call `start` so that the programs it starts obey permission bits, whoever runs the tests. Raises what it raises.

    Raises OSError where root cannot give that right up: on another system than Linux.
    """
    made: list[Made] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            if os.geteuid() == 0:
                _drop()
            made.append(start())
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
    return made[0]


def _drop() -> None:
    if sys.platform != "linux":
        raise OSError("root passes all permission bits here")
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "root keeps the right to pass permission bits")


@contextmanager
def read_only(top: Path) -> Iterator[None]:
    """Take the right to write from a folder and all that it holds, and give it back at the end."""
    places = [top, *top.rglob("*")]
    before = {place: place.stat().st_mode for place in places}
    try:
        for place in reversed(places):
            place.chmod(before[place] & ~0o222)
        yield
    finally:
        for place in places:
            place.chmod(before[place])


@contextmanager
def locked_kit(home: Path) -> Iterator[Path]:
    """A copy of the kit in `home`, where nobody may write, nor beside it, where the answers would lie."""
    home.mkdir()
    kit = home / "kit"
    for name in ("notebooks", "exercises", "solutions", "datasets"):
        shutil.copytree(ROOT / name, kit / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    with locked(kit):
        yield kit


@contextmanager
def locked(kit: Path) -> Iterator[None]:
    """Take the right to write from a kit and from the folder that it lies in; what else is there stays as it is."""
    home = kit.parent
    mode = home.stat().st_mode
    with read_only(kit):
        home.chmod(0o555)
        try:
            yield
        finally:
            home.chmod(mode)
