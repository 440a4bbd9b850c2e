"""Write the skeleton of a new lesson, with its room, panels, questions and tests: `make lesson SLUG=card_games`.

The skeleton builds and passes every test as it is. What its author has yet to write is marked; `make check` lists it.
Nothing is ever overwritten, and where one file cannot be written none is.
"""

import argparse
import json
import keyword
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from stems import in_full, parts

from chokepoints.errors import KitError

ROOT = Path(__file__).parents[1]
TEMPLATES = Path(__file__).parent / "templates"
#: The lessons that are planned: number, and the room that each one fills; "" where it draws on several.
PLANNED = {
    "start_here": (0, "evidence"),
    "the_story": (1, "evidence"),
    "encryption_and_lawful_access": (2, "messenger"),
    "blocking_the_network": (3, "network"),
    "push_notification_dependence": (4, "push"),
    "app_store_gatekeeping": (5, "store"),
    "the_enforcement_game": (6, "enforcement"),
    "law_and_proportionality": (7, "law"),
    "the_reply": (8, ""),
}
INIT = "/__init__.py"
#: Each file of the skeleton, and the template that it is made from.
FILES = {
    "lessons/{stem}.md": "lesson.md",
    "src/chokepoints/{room}/__init__.py": "room.py",
    "src/chokepoints/{room}/model.py": "model.py",
    "src/chokepoints/{room}/panels.py": "panels.py",
    "src/chokepoints/{room}/questions.py": "questions.py",
    "tests/classroom/bank/{room}.py": "bank.py",
    "tests/{room}/test_{room}_model.py": "test_model.py",
    "teaching/lessons/{stem}.md": "teacher.md",
}


@dataclass(frozen=True)
class Skeleton:
    """A lesson to be: `number` 0 to 99, `slug` and `room` as they stand in names of files, `title` in any words.

    `half` is "", or the letter of a lesson's further half, from b on.
    """

    number: int
    slug: str
    title: str
    room: str
    half: str = ""

    @property
    def called(self) -> str:
        """The number as names of files and labels have it, such as 09 or 09b."""
        return f"{self.number:02}{self.half}"

    @property
    def stem(self) -> str:
        """The name of the lesson's file and of its three notebooks, such as 09_card_games."""
        return f"{self.called}_{self.slug}"


def skeleton(root: Path, slug: str, title: str = "", room: str = "", number: str = "") -> Skeleton:
    """The lesson that was asked for; what is left open comes from the plan, else it is the next free number.

    Raises KitError, with one sentence, for a name that cannot be used or is in use.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", slug) or len(slug) > 40:
        raise KitError(
            f"SLUG is {slug!r}; it should be small letters and digits in words joined by _, such as SLUG=card_games."
        )
    taken = {parts(path.stem)[0]: path.stem for path in sorted((root / "lessons").glob("*.md"))}
    if used := next((stem for stem in taken.values() if parts(stem)[1] == slug), None):
        raise KitError(f"The lesson {used} has this slug already; choose another SLUG.")
    title = title.strip() or slug.replace("_", " ").capitalize()
    if not re.fullmatch(r"\w[\w ,.:;!?&()’'/–-]{0,79}", title):
        raise KitError(f"TITLE is {title!r}; it should be one line of at most 80 letters, without marks of Markdown.")
    planned, planned_room = PLANNED.get(slug, (None, ""))
    called = _number(taken, planned, number)
    return Skeleton(int(called[:2]), slug, title, _room(root, slug, room or planned_room, called), called[2:])


def _number(taken: Mapping[str, str], planned: int | None, given: str) -> str:
    """The number given, else the planned one, else the first that is neither taken nor planned for another lesson.

    In full, such as 09 or 09b. A number of which only a further half is there is left to that one's lesson.
    """
    if given and not re.fullmatch(r"\d{1,2}[b-z]?", given, re.ASCII):
        raise KitError(
            f"NUMBER is {given!r}; it should be a number from 0 to 99, with a letter from b on for a further half of "
            "that lesson, such as 3b, or left out."
        )
    kept = {number for number, _ in PLANNED.values()} | {int(called[:2]) for called in taken if called[:2].isdecimal()}
    free = (number for number in range(100) if number not in kept)
    number = in_full(given) if given else f"{next(free, 99) if planned is None else planned:02}"
    if used := taken.get(number):
        raise KitError(f"The number {number} is that of the lesson {used}; choose another NUMBER.")
    return number


def _room(root: Path, slug: str, room: str, number: str) -> str:
    if not room:
        raise KitError(f"Say which room of src/chokepoints/ the lesson fills: make lesson SLUG={slug} ROOM=games.")
    if not re.fullmatch(r"[a-z]{2,20}", room) or keyword.iskeyword(room):
        raise KitError(f"ROOM is {room!r}; it should be one word of 2 to 20 small letters, such as ROOM=games.")
    package = root / "src" / "chokepoints"
    other_tests = (root / "tests" / room).exists() and not (package / room).is_dir()
    if other_tests or (package / f"{room}.py").exists():
        raise KitError(f"ROOM is {room!r}, which a module or a folder of other tests is called; choose another.")
    paths = (place.format(stem="", room=room) for place in FILES if "{room}" in place)
    if there := [path for path in paths if (root / path).exists() and not path.endswith(INIT)]:
        raise KitError(
            f"The room {room} has {', '.join(there)} already, and nothing is overwritten: choose another ROOM, or "
            f"write lessons/{number}_{slug}.md by hand and add to them."
        )
    return room


def files(root: Path, wanted: Skeleton, today: date) -> dict[str, str]:
    """The text of every file of a skeleton, by its path in the kit; a room that is there keeps its `__init__`.

    Raises KitError where ruff cannot be run.
    """
    words = {
        "__NUMBER__": wanted.called if wanted.half else str(wanted.number),
        "__NN__": wanted.called,
        "__STEM__": wanted.stem,
        "__SLUG__": wanted.slug,
        "__ROOM__": wanted.room,
        "__DAY__": today.isoformat(),
        "__MONTH__": f"{today:%Y-%m}",
        "__YAML_TITLE__": json.dumps(wanted.title, ensure_ascii=False),
        "__TITLE__": wanted.title,
    }
    made = {}
    for place, template in FILES.items():
        path = place.format(stem=wanted.stem, room=wanted.room)
        if path.endswith(INIT) and (root / path).exists():
            continue
        text = (TEMPLATES / template).read_text(encoding="utf-8")
        text = re.sub("|".join(words), lambda found: words[found[0]], text)
        made[path] = _in_style(text, path) if path.endswith(".py") else text
    return made


def _in_style(text: str, path: str) -> str:
    """Python in the house style: the room's name decides the order of the imports and where lines break."""
    # Ruff looks for a module on the disk, where this room is not yet.
    ours = '--config=lint.isort.known-first-party=["chokepoints"]'
    for command in (["check", "--fix-only", "--select=I", ours], ["format"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--quiet", f"--stdin-filename={path}", "-"]
        done = subprocess.run(ruff, cwd=ROOT, input=text, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            raise KitError(f"ruff could not read {path} ({done.stderr.strip()[:200]}); is it installed (`make lint`)?")
        text = done.stdout
    return text


def write(root: Path, texts: Mapping[str, str]) -> None:
    """Write every file, or none. Raises KitError where one exists already or cannot be written."""
    if there := [path for path in texts if (root / path).exists()]:
        raise KitError(f"Nothing was written, since this exists already: {', '.join(there)}.")
    made: list[Path] = []
    try:
        for path, text in texts.items():
            for folder in reversed((root / path).parents):
                if not folder.exists():
                    folder.mkdir()
                    made.append(folder)
            with (root / path).open("x", encoding="utf-8", newline="\n") as file:
                made.append(root / path)
                file.write(text)
    except OSError as error:
        for one in reversed(made):
            one.rmdir() if one.is_dir() else one.unlink()
        raise KitError(f"Nothing was written: {error}.") from None


def main(arguments: list[str]) -> None:
    """Write the skeleton that the command line asks for. Raises KitError as `skeleton`, `files` and `write` do."""
    parser = argparse.ArgumentParser(description="Write the skeleton of a new lesson.")
    parser.add_argument("slug", help="small letters and digits in words joined by _")
    for option, what in (
        ("title", "else the slug's words"),
        ("room", "else the plan's"),
        ("number", "else a free one"),
    ):
        parser.add_argument(f"--{option}", default="", help=what)
    given = parser.parse_args(arguments)
    wanted = skeleton(ROOT, given.slug, given.title, given.room, given.number)
    texts = files(ROOT, wanted, date.today())
    write(ROOT, texts)
    print(f"The skeleton of lesson {wanted.stem}:", *texts, sep="\n  ")
    print(f"Then: make check LESSON={wanted.called}, which lists what is still to write.")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KitError as error:
        sys.exit(str(error))
