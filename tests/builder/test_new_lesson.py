"""The skeleton of a new lesson: what it is called, where it goes, and what is refused in one sentence.

That it builds and passes every test is shown in tests/platform/test_contributing.py, on a copy of the kit.
"""

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import new_lesson
import pytest
from lesson import ROOMS, known_rooms
from new_lesson import FILES, PLANNED, Skeleton, files, main, skeleton, write

from chokepoints.errors import KitError

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A kit with two lessons, one room and one module beside it."""
    for folder in ("lessons", "src/chokepoints/evidence", "src/chokepoints/push", "tests/push", "tests/browser"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("lessons/00_start_here.md", "lessons/01_the_story.md", "src/chokepoints/errors.py"):
        (tmp_path / file).touch()
    for file in ("evidence/__init__.py", "evidence/questions.py", "push/__init__.py", "push/gateway.py"):
        (tmp_path / "src" / "chokepoints" / file).touch()
    return tmp_path


def test_a_planned_lesson_takes_its_number_and_its_room(empty: Path) -> None:
    wanted = skeleton(empty, "push_notification_dependence")
    assert wanted == Skeleton(4, "push_notification_dependence", "Push notification dependence", "push")
    assert wanted.stem == "04_push_notification_dependence"


def test_another_lesson_takes_the_next_number_that_no_plan_keeps(empty: Path) -> None:
    assert skeleton(empty, "card_games", room="games") == Skeleton(9, "card_games", "Card games", "games")
    (empty / "lessons" / "09_dice.md").touch()
    assert skeleton(empty, "card_games", room="games").number == 10
    asked = skeleton(empty, "card_games", "Whist, bridge & poker: who cheats?", "games", "7")
    assert (asked.stem, asked.title) == ("07_card_games", "Whist, bridge & poker: who cheats?")


@pytest.mark.parametrize("number", ["3b", "03b"])
def test_a_further_half_takes_its_letter_along(empty: Path, number: str) -> None:
    (empty / "lessons" / "03_blocking_the_network.md").touch()
    wanted = skeleton(empty, "card_games", room="games", number=number)
    assert wanted == Skeleton(3, "card_games", "Card games", "games", "b")
    made = files(ROOT, wanted, DAY)
    lesson = made["lessons/03b_card_games.md"]
    assert "\n  number: 03b\n" in lesson
    assert re.findall(r":label: (\w+)-", lesson) == ["l03b"] * lesson.count(":label:")
    assert "# Lesson 03b for the teacher" in made["teaching/lessons/03b_card_games.md"]


def test_a_further_half_leaves_the_free_numbers_as_they_are(empty: Path) -> None:
    for stem in ("03b_more", "09_dice", "09b_more_dice"):
        (empty / "lessons" / f"{stem}.md").touch()
    assert skeleton(empty, "card_games", room="games").stem == "10_card_games"
    assert skeleton(empty, "card_games", room="games", number="3").stem == "03_card_games"
    assert skeleton(empty, "blocking_the_network").stem == "03_blocking_the_network"
    assert skeleton(empty, "card_games", room="games", number="9c").stem == "09c_card_games"
    (empty / "lessons" / "10b_only_a_half.md").touch()
    assert skeleton(empty, "card_games", room="games").number == 11
    with pytest.raises(KitError, match="The number 09b is that of the lesson 09b_more_dice; choose another NUMBER"):
        skeleton(empty, "card_games", room="games", number="9b")
    with pytest.raises(KitError, match="The lesson 09b_more_dice has this slug already"):
        skeleton(empty, "more_dice", room="games")


def test_the_plan_names_rooms_that_the_builder_knows() -> None:
    assert {room for _, room in PLANNED.values()} - {""} <= set(ROOMS)
    assert set(ROOMS) <= set(known_rooms())
    assert sorted(number for number, _ in PLANNED.values()) == [*range(9)]


REFUSED: dict[str, tuple[dict[str, str], str]] = {
    "nothing": ({"slug": ""}, "SLUG is ''; it should be small letters"),
    "spaces": ({"slug": "card games"}, "SLUG is 'card games'; it should be small letters"),
    "capitals": ({"slug": "Card_Games"}, "SLUG is 'Card_Games'; it should be"),
    "a digit first": ({"slug": "9_lives"}, "SLUG is '9_lives'; it should be"),
    "a hyphen": ({"slug": "card-games"}, "SLUG is 'card-games'; it should be"),
    "two underscores": ({"slug": "card__games"}, "SLUG is"),
    "a path": ({"slug": "../games"}, "SLUG is"),
    "other letters": ({"slug": "карты"}, "SLUG is"),
    "a line": ({"slug": "card\n"}, "SLUG is"),
    "a slug that is there": ({"slug": "the_story"}, "The lesson 01_the_story has this slug already"),
    "a number that is there": ({"number": "01"}, "The number 01 is that of the lesson 01_the_story"),
    "no number": ({"number": "nine"}, "NUMBER is 'nine'; it should be a number from 0 to 99"),
    "a half that is the first": ({"number": "3a"}, "NUMBER is '3a'; it should be a number from 0 to 99, with a letter"),
    "a half in a capital": ({"number": "03B"}, "NUMBER is '03B'"),
    "two letters": ({"number": "3bc"}, "NUMBER is '3bc'"),
    "a room that is there, for a half": (
        {"room": "evidence", "number": "1b"},
        "choose another ROOM, or write lessons/01b_card_games.md by hand and add to them",
    ),
    "a number too large": ({"number": "100"}, "NUMBER is '100'"),
    "no room": ({"room": ""}, "Say which room of src/chokepoints/ the lesson fills: make lesson SLUG=card_games ROOM="),
    "a room of two words": ({"room": "card_games"}, "ROOM is 'card_games'; it should be one word"),
    "a room that Python keeps": ({"room": "lambda"}, "ROOM is 'lambda'"),
    "a room that is there": (
        {"room": "evidence"},
        "The room evidence has src/chokepoints/evidence/questions.py",
    ),
    "a module that is there": ({"room": "errors"}, "ROOM is 'errors', which a module"),
    "a folder of tests": (
        {"room": "browser"},
        "ROOM is 'browser', which a module or a folder of other tests is",
    ),
    "a heading in the title": ({"title": "# Cards"}, "TITLE is '# Cards'; it should be one line"),
    "two lines of title": ({"title": "Cards\n# Games"}, "TITLE is"),
    "a long title": ({"title": "c" * 81}, "TITLE is"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_is_refused_in_one_sentence(empty: Path, kind: str) -> None:
    given, said = REFUSED[kind]
    with pytest.raises(KitError, match=re.escape(said)) as refused:
        skeleton(empty, **({"slug": "card_games", "room": "games"} | given))
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_room_without_questions_is_filled_and_keeps_what_it_has(empty: Path) -> None:
    wanted = skeleton(empty, "push_notification_dependence")
    made = files(empty, wanted, DAY)
    assert "src/chokepoints/push/__init__.py" not in made
    assert len(made) == len(FILES) - 1
    write(empty, made)
    with pytest.raises(KitError, match=r"The room push has src/chokepoints/push/model\.py, .*panels\.py"):
        skeleton(empty, "more_pushes", room="push")


def test_every_template_is_used_and_filled() -> None:
    there = {path.name for path in new_lesson.TEMPLATES.iterdir() if path.name != "ruff.toml" and path.is_file()}
    assert there == set(FILES.values())
    for path, text in files(ROOT, Skeleton(9, "card_games", "Cards: a game", "games"), DAY).items():
        assert not re.search(r"__[A-Z_]+__", text), path
        assert ("games" in path) or ("games" in text)


@pytest.mark.parametrize("room", ["ab", "abcdefghijklmnopqrst"])
def test_a_skeleton_is_in_the_house_style_whatever_its_room_is_called(room: str, tmp_path: Path) -> None:
    """Seen as it lies in the kit: ruff tells its imports apart by what is on the disk."""
    made = files(ROOT, Skeleton(9, "card_games", "Card games", room), DAY)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    write(tmp_path, made)
    python = [path for path in made if path.endswith(".py")]
    assert len(python) > 4
    for command in (["check"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--no-cache", *python]
        done = subprocess.run(ruff, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert done.returncode == 0, done.stdout


def test_one_file_that_is_there_stops_all(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("mine")
    with pytest.raises(KitError, match=r"Nothing was written, since this exists already: b\.txt\."):
        write(tmp_path, {"new/a.txt": "a", "b.txt": "b"})
    assert {path.name: path.read_text() for path in tmp_path.rglob("*.*")} == {"b.txt": "mine"}


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(KitError, match=r"Nothing was written: .*Not a directory"):
        write(tmp_path, {"new/deep/a.txt": "a", "b.txt": "b", "file/c.txt": "c"})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "mine"


def test_the_command_writes_once(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_lesson, "ROOT", empty)
    main(["--title=", "--room=games", "--number=", "--", "card_games"])
    assert (empty / "lessons" / "09_card_games.md").is_file()
    before = {path: path.read_bytes() for path in empty.rglob("*") if path.is_file()}
    with pytest.raises(KitError, match="has this slug already"):
        main(["--room=games", "card_games"])
    assert before == {path: path.read_bytes() for path in empty.rglob("*") if path.is_file()}
