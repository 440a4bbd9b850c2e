"""The text of the lessons: figures bound to their rows, roles heard at like length, minutes that are true."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from lesson import Lesson, calls, read_lesson  # noqa: E402

from chokepoints.classroom.kinds import NumberAnswer, Unreadable  # noqa: E402
from chokepoints.classroom.questions import find_question  # noqa: E402
from chokepoints.classroom.tags import editions_of  # noqa: E402
from chokepoints.evidence import fact, source  # noqa: E402
from chokepoints.evidence.rows import Figure  # noqa: E402

LESSONS = sorted((ROOT / "lessons").glob("*.md"))
ROLES = ("regulator", "platform", "operator", "user", "investigator")
LINK = re.compile(r"\[([^\]]+)\]\((\S+)\s+\"fact: ([a-z0-9-]+)\"\)")
WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def lesson(request: pytest.FixtureRequest) -> Lesson:
    return read_lesson(request.param)


def text(lesson: Lesson, edition: str = "notebooks") -> str:
    cells = [cell for cell in lesson.cells if cell.kind == "markdown" and edition in editions_of(cell.tag)]
    return "\n\n".join(cell.source for cell in cells)


def number_in(words: str) -> float | None:
    """The number that a link's words state, or None: "more than 9,000", "18.9 million", "six"."""
    if words.lower() in WORDS:
        return WORDS[words.lower()]
    found = re.search(r"-?\d.*", words)
    if not found or re.search(r"\b(19|20)\d\d\b", words):  # no number, or a year
        return None
    try:
        return NumberAnswer(0, "", {unit: 1 for unit in ("%", "percent", "addresses", "people", "users")}).read(
            found[0]
        )
    except Unreadable:
        return None


def disagreement(words: str, url: str, slug: str) -> str:
    """What is wrong with one link to a fact, or "" where it is true."""
    row: Any = fact(slug)
    if row.basis == "unverified":
        return f"{slug} is unverified and cannot be cited"
    if url not in {source(name).url for name in row.sources}:
        return f"{slug} has no source {url}"
    ends = [number_in(part) for part in words.split(" to ")]
    stated = ends[0] if None not in ends else None
    if isinstance(row, Figure) and stated is not None:
        # "fell by 1.3 percent": the row has the fall as a negative number
        known = {abs(end) for end in (row.low, row.high) if end is not None}
        if {abs(end) for end in ends if end is not None} - known or (len(ends) == 2 and len(known) != 2):
            return f"{slug} is {row.low} to {row.high}, the text says {words}"
    if stated is not None and not isinstance(row, Figure) and not re.search(rf"\b{re.escape(words)}\b", row.statement):
        return f"{slug} does not state {words}"
    return ""


def test_every_fact_in_the_text_is_true(lesson: Lesson) -> None:
    links = LINK.findall(text(lesson)) + LINK.findall(text(lesson, "solutions"))
    assert links
    assert [what for link in links if (what := disagreement(*link))] == []


MEDUZA = "https://meduza.io/en/feature/2018/04/19/four-days-of-blocking-telegram-in-russia-and-here-we-are"


@pytest.mark.parametrize(
    ("words", "url", "slug", "what"),
    [
        ("18.8 million", MEDUZA, "ip-18-9m", "the text says"),
        ("18.9 million", "https://meduza.io/", "ip-18-9m", "has no source"),
        ("7 million", "https://usher2.club/", "hetzner-ovh", "unverified"),
        ("18.9 million", MEDUZA, "ip-18-9m", ""),
        ("15 to 30", "https://tvrain.tv/amp/464396/", "degrade-15-40", "the text says"),
        ("15 to 40", "https://tvrain.tv/amp/464396/", "degrade-15-40", ""),
    ],
)
def test_an_untrue_link_is_found(words: str, url: str, slug: str, what: str) -> None:
    found = disagreement(words, url, slug)
    assert what in found
    assert bool(what) == bool(found)


def test_roles_are_heard_at_like_length(lesson: Lesson) -> None:
    sections = re.split(r"^#{2,3} ", text(lesson), flags=re.MULTILINE)
    lengths = {}
    for role in ROLES:
        found = [part for part in sections if part.startswith(f"The {role}'s best case")]
        assert len(found) == 1, f"{lesson.stem} should have one heading `### The {role}'s best case`"
        lengths[role] = len(plain(found[0]).split())
    assert max(lengths.values()) <= 1.5 * min(lengths.values()), lengths


def plain(markdown: str) -> str:
    """Text without the addresses of its links."""
    return re.sub(r"\]\([^)]*\)", "]", markdown)


def minutes(lesson: Lesson, edition: str) -> tuple[float, int]:
    """Estimated and promised minutes: 180 words a minute, 3 a panel, and the questions' own."""
    code = [cell for cell in lesson.cells if cell.kind == "code" and edition in editions_of(cell.tag)]
    panels = sum(1 for cell in code for _ in calls(cell, {"show"}))
    asked = {id for cell in code for _, id, _ in calls(cell, {"check"}) if id}
    questions = sum(question.minutes for id in asked if not isinstance(question := find_question(id), str))
    promised = sum(int(count) for count in re.findall(r"^## .*\((\d+) min\)$", text(lesson, edition), re.MULTILINE))
    return len(plain(text(lesson, edition)).split()) / 180 + 3 * panels + questions, promised


@pytest.mark.parametrize("edition", ["notebooks", "exercises"])
def test_the_minutes_are_true(lesson: Lesson, edition: str) -> None:
    estimated, promised = minutes(lesson, edition)
    assert estimated <= promised <= 2 * estimated + 2, f"estimated {estimated:.1f}, promised {promised}"
