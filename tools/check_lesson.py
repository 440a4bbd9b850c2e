"""Run the tests that concern one lesson, and list what is still to write in it: `make check LESSON=01`.

Nothing is tested here: the suite's own tests are chosen, by what they are named after. So a new test is chosen too
where it bears the lesson's name in its parameters, or asks about its room.
"""

import multiprocessing
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from stems import in_full, is_called, parts

from chokepoints.classroom.tags import EDITIONS
from chokepoints.errors import KitError, did_you_mean

ROOT = Path(__file__).parents[1]
#: Stands in the skeleton of a lesson wherever its author has something to write.
MARK = "[to write]"
BROWSER = "tests/browser"
#: The rooms that know no subject, so that every lesson stands on them.
SHARED = ("evidence", "classroom", "loopback")


@dataclass(frozen=True)
class Chosen:
    """A lesson by the stem of its file, such as 01_the_story, and the room that its front matter names."""

    stem: str
    room: str

    def concerns(self, test: str) -> bool:
        """Whether a test of this id, such as `tests/test_sweep.py::test_x[01_the_story]`, is about this lesson.

        It is where its parameters name the lesson, a question or a panel of its room, or where it lies in the room's
        own folder or is a cell of one of the three notebooks.
        """
        file, _, name = test.partition("::")
        given = name.partition("[")[2]
        if file in self.notebooks() or file.startswith(f"tests/{self.room}/") or self.stem in given:
            return True
        return re.search(rf"(?<![a-z0-9]){self.room}-\w", given) is not None

    def notebooks(self) -> list[str]:
        """The three notebooks, by their paths in the kit."""
        return [f"{edition}/{self.stem}.ipynb" for edition in EDITIONS]


def choose(root: Path, name: str) -> Chosen:
    """The lesson of this number, slug, stem or path. Raises KitError for none, or a front matter without a room."""
    stems = sorted(path.stem for path in (root / "lessons").glob("*.md"))
    wanted = in_full(Path(name).stem)
    stem = next((stem for stem in stems if is_called(stem, wanted)), None)
    if stem is None:
        what = f"There is no lesson {name!r}." if name else "Which lesson?"
        near = did_you_mean(wanted, [parts(stem)[1] for stem in stems])
        held = ", ".join(stems) or "nothing"
        raise KitError(f"{what} lessons/ holds {held}; name one by number or slug: make check LESSON=00.{near}")
    try:
        front = yaml.safe_load((root / "lessons" / f"{stem}.md").read_text(encoding="utf-8").split("\n---")[0])
        return Chosen(stem, str(front["chokepoints"]["room"]))
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, KeyError):
        raise KitError(f"lessons/{stem}.md has no room in its front matter; run `make build LESSON={stem}`.") from None


def still_to_write(root: Path, chosen: Chosen) -> list[str]:
    """Where the skeleton still waits for its author: file, line and what is asked for."""
    stem, room = chosen.stem, chosen.room
    places = [f"lessons/{stem}.md", f"teaching/lessons/{stem}.md", f"src/chokepoints/{room}/*.py"]
    found = []
    for place in [*places, f"tests/{room}/*.py", f"tests/classroom/bank/{room}.py"]:
        for path in sorted(root.glob(place)):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if MARK in line:
                    asked = line.partition(MARK)[2].strip(" \"'")[:70]
                    found.append(f"{path.relative_to(root).as_posix()}:{number}: {asked}")
    return found


def not_built(root: Path, chosen: Chosen) -> list[str]:
    """Where the lesson's notebooks are not what the builder makes of it: the suite's own look, at this lesson alone."""
    sys.path.insert(0, str(ROOT / "tests"))
    from test_editions import damage

    with tempfile.TemporaryDirectory(prefix="chokepoints-") as folder:
        for file in (f"lessons/{chosen.stem}.md", *chosen.notebooks()):
            (Path(folder) / file).parent.mkdir(exist_ok=True)
            if (root / file).exists():
                shutil.copy(root / file, Path(folder) / file)
        return damage(Path(folder))


class Selection:
    """A plugin of pytest that keeps the tests of one lesson."""

    def __init__(self, chosen: Chosen) -> None:
        self.chosen = chosen

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Take all others away, and say how many."""
        others = [item for item in items if not self.chosen.concerns(item.nodeid)]
        items[:] = [item for item in items if self.chosen.concerns(item.nodeid)]
        config.hook.pytest_deselected(items=others)


def other_subjects(root: Path, chosen: Chosen) -> list[str]:
    """The folders of tests of other lessons' rooms: what is broken there, or lacks a package, is not this one's."""
    rooms = {path.parent.name for path in (root / "src" / "chokepoints").glob("*/__init__.py")}
    return [f"tests/{room}" for room in sorted(rooms - {*SHARED, chosen.room}) if (root / "tests" / room).is_dir()]


def run(chosen: Chosen, paths: Sequence[str], options: Sequence[str], log: Path | None = None) -> None:
    """End this process with pytest's code, for what concerns the lesson in these paths; its words go to `log`."""
    if log:
        with log.open("w", encoding="utf-8") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
    # Two runs at once would write one cache; and a run of a few tests should not say which failed last of all.
    command = ["--quiet", "--no-header", "-p", "no:cacheprovider", "--nbval", "-m", "not browser", *options, *paths]
    sys.exit(int(pytest.main(command, plugins=[Selection(chosen)])))


def main(name: str = "", *options: str) -> int:
    """Check the lesson of this name; `options` go to pytest. 0 where all went well.

    Raises KitError where there is no such lesson, or it cannot be read.
    """
    os.chdir(ROOT)  # the paths in pytest's settings start here
    chosen = choose(ROOT, name)
    # Two halves of like length, one a core: half a minute is not enough for one after the other.
    left_out = [f"--ignore={folder}" for folder in ("tests/classroom", BROWSER, *other_subjects(ROOT, chosen))]
    halves = [["tests/classroom", *chosen.notebooks()], ["tests", *left_out]]
    with tempfile.TemporaryDirectory(prefix="chokepoints-") as folder:
        log = Path(folder) / "second"
        spawn = multiprocessing.get_context("spawn").Process
        runs = [
            spawn(target=run, args=(chosen, halves[0], options)),
            spawn(target=run, args=(chosen, halves[1], options, log)),
        ]
        for one in runs:
            one.start()
        try:
            stale = not_built(ROOT, chosen)  # while they still collect their tests
        except KitError as error:
            stale = [str(error)]
        for one in runs:
            if stale:
                one.terminate()
            one.join()
        if stale:
            print(*stale, sep="\n")
            return 1
        print(log.read_text(encoding="utf-8"), end="")
    if left := still_to_write(ROOT, chosen):
        print(f"Still to write, in {len(left)} places:", *left, sep="\n  ")
    print(f"No browser was opened. For that: {sys.executable} -m pytest {BROWSER} -k {chosen.stem}")
    return int(any(one.exitcode for one in runs))


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except KitError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
