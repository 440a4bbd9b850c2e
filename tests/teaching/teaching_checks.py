"""What the teacher's pages promise, held against the lessons: minutes, sections, questions, hints, files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import nbformat

from chokepoints.classroom.questions import find_question

ROOT = Path(__file__).parents[2]
TEACHING = ROOT / "teaching"
#: How long a plan is, by the first words of its heading.
PLANS = {
    "90 minutes": 90,
    "Half a day": 210,
    "Lesson 02 in 90": 90,
    "Lesson 02b in 90": 90,
    "Lesson 03 in 90": 90,
    "Lesson 03b in 90": 90,
    "Lesson 04 in 90": 90,
    "Lesson 04b in 90": 90,
    "Lesson 05 in 90": 90,
    "Lesson 05b in 90": 90,
}
LATE = "When you are late"


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the first table below the heading that begins so, its own head left out."""
    section = re.search(rf"^## {re.escape(heading)}.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    lines = [line for line in (section[0] if section else "").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@dataclass(frozen=True)
class Notebook:
    """Minutes by heading, and the questions that it asks."""

    minutes: dict[str, int]
    questions: frozenset[str]

    def of(self, section: str) -> int | None:
        """The minutes of one section, by its first words in any case; of all of them for ""; None where none is so."""
        found = [minutes for words, minutes in self.minutes.items() if words.lower().startswith(section.lower())]
        return sum(found) if found else None


@cache
def notebook(path: str) -> Notebook | None:
    """A built notebook by its path in the kit, or None where there is none."""
    if not (ROOT / path).is_file():
        return None
    cells = nbformat.read(ROOT / path, as_version=4).cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    found = re.findall(r"^## (.+) \((\d+) min\)$", text, re.MULTILINE)
    asked = re.findall(r'\bcheck\("([a-z]+-\d+)"', "\n".join(cell.source for cell in cells if cell.cell_type == "code"))
    return Notebook({words: int(minutes) for words, minutes in found}, frozenset(asked))


def wrong_plan(text: str, name: str) -> Iterator[str]:
    """What is wrong with one plan of plans.md."""
    steps = rows(text, name)
    clock = 0
    for start, minutes, what, where in steps:
        if start != f"{clock // 60}:{clock % 60:02}":
            yield f"{what[:30]} begins at {start}; by the minutes before it, at {clock // 60}:{clock % 60:02}"
        clock += int(minutes)
        path, _, section = where.partition(", ")
        if path.endswith(".md") and "Debrief" in what:
            page = (ROOT / path).read_text("utf-8") if (ROOT / path).is_file() else ""
            if sum(int(row[0]) for row in rows(page, "Debrief")) != int(minutes):
                yield f"{path} has no debrief of {minutes} minutes"
        elif path:
            lesson = notebook(path)
            needed = lesson.of(section) if lesson else None
            if needed is None:
                yield f"{where} is not there"
            elif int(minutes) < needed:
                yield f"{where} takes {needed} minutes, the plan gives it {minutes}"
    if clock != PLANS[name]:
        yield f"the plan `{name}` has {clock} minutes, not {PLANS[name]}"


def wrong_when_late(text: str) -> Iterator[str]:
    """What is wrong with the table of what can be left out."""
    table = rows(text, LATE)
    if len(table) < 3:
        yield "three things at least that can be left out"
    for section, path, minutes in table:
        lesson = notebook(path)
        if lesson is None or lesson.of(section) is None:
            yield f"{path} has no section `{section}`"
        elif minutes != f"{lesson.of(section)} min":
            yield f"`{section}` takes {lesson.of(section)} min, not {minutes}"


def wrong_page(text: str, stem: str) -> Iterator[str]:
    """What is wrong with the page of one lesson."""
    table = rows(text, "Misconceptions")
    asked = notebook(f"exercises/{stem}.ipynb")
    if len(table) != 3:
        yield f"{len(table)} misconceptions; three"
    for _, id, said in table:
        question: Any = find_question(id)
        if asked is None or id not in asked.questions:
            yield f"{id} is not asked in exercises/{stem}.ipynb"
            continue
        hints = " ".join(mistake.hint for mistake in question.mistakes).casefold()
        words = re.fullmatch(r'"(.{8,})"', said)
        if not words or words[1].casefold() not in hints:
            yield f"{id} has no mistake that earns the hint {said}"
    debrief = rows(text, "Debrief (5 min)")
    if sum(int(row[0]) for row in debrief) != 5:
        yield "a section `## Debrief (5 min)` whose rows make five minutes"


def dead_ends(text: str, folder: Path) -> Iterator[str]:
    """Links and paths of the kit that lead nowhere, and targets of `make` that do not exist."""
    for address in re.findall(r"\]\(([^)\s]+)\)", text):
        if not address.startswith("https://") and not (folder / address).exists():
            yield f"{address} is not there"
    for path in re.findall(
        r"`((?:notebooks|exercises|solutions|datasets|teaching|lessons|tests|tools)/[\w./-]*)`", text
    ):
        if not (ROOT / path).exists():
            yield f"{path} is not there"
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for target in re.findall(r"\bmake ([a-z]+)\b(?=[`\s]*(?:`|#|$))", text, re.MULTILINE):
        if target not in targets:
            yield f"make {target} does not exist"
