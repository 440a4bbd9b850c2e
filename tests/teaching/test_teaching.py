"""The teacher's pages are true of the lessons as they are."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import teaching_checks as checks
from teaching_checks import LATE, PLANS, ROOT, TEACHING

sys.path.insert(0, str(ROOT / "tools"))

import wheels

STEMS = sorted(path.stem for path in (ROOT / "lessons").glob("*.md"))
PAGES = sorted(TEACHING.rglob("*.md"))


def text(name: str) -> str:
    return (TEACHING / name).read_text("utf-8")


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_fits_the_lessons(name: str) -> None:
    assert list(checks.wrong_plan(text("plans.md"), name)) == []


def test_what_to_skip_when_late() -> None:
    assert list(checks.wrong_when_late(text("README.md"))) == []


@pytest.mark.parametrize("stem", STEMS)
def test_every_lesson_has_its_page(stem: str) -> None:
    assert list(checks.wrong_page(text(f"lessons/{stem}.md"), stem)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(TEACHING).as_posix())
def test_nothing_leads_nowhere(page: Path) -> None:
    assert list(checks.dead_ends(page.read_text("utf-8"), page.parent)) == []


def test_no_page_is_left_of_a_lesson_that_is_gone() -> None:
    assert {path.stem for path in (TEACHING / "lessons").glob("*.md")} == set(STEMS)


def test_the_guide_says_what_a_teacher_needs() -> None:
    guide = text("README.md")
    for heading in (
        "Who comes",
        "Before the class",
        "Two tracks in one room",
        "When Binder is full",
        "No network",
        LATE,
    ):
        assert re.search(rf"^## {heading}", guide, re.MULTILINE), heading
    assert len(checks.rows(guide, "Who comes")) >= 4
    assert re.search(r"^## As of 20\d\d-\d\d: where teaching this is restricted$", guide, re.MULTILINE)
    assert "not for marks" in guide


HARMS: dict[str, tuple[Callable[[str], Iterator[str]], str, str, str, str]] = {
    "a minute too few": (
        lambda t: checks.wrong_plan(t, "90 minutes"),
        "plans.md",
        "| 27 |",
        "| 26 |",
        "takes 27 minutes",
    ),
    "a wrong time": (
        lambda t: checks.wrong_plan(t, "90 minutes"),
        "plans.md",
        "| 1:10 |",
        "| 1:15 |",
        "begins at 1:15",
    ),
    "a minute too many": (
        lambda t: checks.wrong_plan(t, "Half a day"),
        "plans.md",
        "| 35 |",
        "| 36 |",
        "has 211 minutes",
    ),
    "a lesson that is gone": (
        lambda t: checks.wrong_plan(t, "Half a day"),
        "plans.md",
        "exercises/00_start_here.ipynb",
        "exercises/00_start.ipynb",
        "is not there",
    ),
    "a section that is gone": (
        lambda t: checks.wrong_plan(t, "Half a day"),
        "plans.md",
        "five best cases |",
        "six best cases |",
        "six best cases is not there",
    ),
    "another debrief": (
        lambda t: checks.wrong_plan(t, "90 minutes"),
        "plans.md",
        "teaching/lessons/01_the_story.md",
        "teaching/plans.md",
        "no debrief of 5",
    ),
    "minutes to win": (checks.wrong_when_late, "README.md", "| 4 min |", "| 5 min |", "takes 4 min, not 5 min"),
    "nothing to win": (checks.wrong_when_late, "README.md", "| Who can do", "| Who might do", "has no section"),
    "two misconceptions": (
        lambda t: checks.wrong_page(re.sub(r"^.*evidence-5.*\n", "", t, flags=re.MULTILINE), "01_the_story"),
        "lessons/01_the_story.md",
        "",
        "",
        "2 misconceptions; three",
    ),
    "another lesson's question": (
        lambda t: checks.wrong_page(t, "01_the_story"),
        "lessons/01_the_story.md",
        "evidence-8",
        "evidence-1",
        "evidence-1 is not asked",
    ),
    "a hint nobody earns": (
        lambda t: checks.wrong_page(t, "01_the_story"),
        "lessons/01_the_story.md",
        "summed, not merged",
        "merged, not summed",
        "no mistake that earns",
    ),
    "a longer debrief": (
        lambda t: checks.wrong_page(t, "01_the_story"),
        "lessons/01_the_story.md",
        "| 2 | ",
        "| 3 | ",
        "five minutes",
    ),
    "a link to nowhere": (
        lambda t: checks.dead_ends(t, TEACHING),
        "README.md",
        "(plans.md)",
        "(plan.md)",
        "plan.md is",
    ),
    "a path to nowhere": (
        lambda t: checks.dead_ends(t, TEACHING),
        "README.md",
        "`solutions/`",
        "`solutions/x`",
        "x is",
    ),
    "no such target": (
        lambda t: checks.dead_ends(t, TEACHING),
        "README.md",
        "`make lab`",
        "`make tea`",
        "make tea does",
    ),
}


@pytest.mark.parametrize("kind", HARMS)
def test_harm_is_found(kind: str) -> None:
    check, name, old, new, said = HARMS[kind]
    harmed = text(name).replace(old, new, 1)
    assert harmed != text(name) or not old
    found = list(check(harmed))
    assert any(said in line for line in found), found


def test_the_folder_of_wheels_has_what_an_install_asks_for() -> None:
    pins = [line for line in (ROOT / "requirements.txt").read_text().splitlines() if "==" in line]
    wanted = wheels.wanted(ROOT)
    assert wanted[:-2] == pins
    assert wanted[-2].startswith("hatchling==")
    assert wanted[-1] == "editables"


def test_the_commands_without_internet_are_those_that_pip_takes(tmp_path: Path) -> None:
    """The folder holds the build backend, so that nothing is asked of an index: with an empty one pip says which
    package it lacks, and never that an option is wrong."""
    line = re.search(r"-m (pip install --no-index --find-links wheels -r requirements.txt)", text("README.md"))
    assert line
    (tmp_path / "wheels").mkdir()
    (tmp_path / "requirements.txt").write_text("markupsafe==3.0.4\n")
    command = [sys.executable, "-m", *line[1].split(), "--dry-run", "--ignore-installed"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert "No matching distribution found for markupsafe==3.0.4" in done.stderr
