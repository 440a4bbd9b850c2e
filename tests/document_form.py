"""Whether a built notebook has the form of a lesson: title, steps, minutes, announced questions, the fixed sections."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from document_parts import Document, asked, headings

from chokepoints.classroom.questions import find_question

MINUTES = re.compile(r" \((\d+) min\)$")
NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
#: The question that a text announces: its number, its id where it has one, its track where it says so.
ANNOUNCED = re.compile(r"\*\*(?:Check (\d+)\.?|(\d+)\. ([a-z]+-\d+))\*\*(?: \((law|code) track\))?")


def title(document: Document) -> Iterator[str]:
    """One title, at the top."""
    titles = [(cell, words) for cell, level, words in headings(document) if level == 1]
    if len(titles) != 1 or titles[0][0] is not document.cells[0]:
        yield f"{len(titles)} titles; one, in the first cell"


def steps(document: Document) -> Iterator[str]:
    """Headings go down one level at a time, are not repeated, and those of the second level say their minutes."""
    found = headings(document)
    for (_, before, _), (cell, level, words) in pairwise(found):
        if level > before + 1:
            yield f"{cell.id}: from a heading of level {before} to one of level {level}: {words}"
    for cell, level, words in found:
        if level == 2 and not MINUTES.search(words):
            yield f"{cell.id}: this heading says no minutes, such as (5 min): {words}"
        if [other for _, _, other in found].count(words) > 1:
            yield f"{cell.id}: two headings say {words}"


def announcements(document: Document) -> Iterator[str]:
    """Each question is announced by the text before it: numbers 1, 2, 3, the id and the track that it really has."""
    numbers = []
    for index, cell in enumerate(document.cells):
        ids = asked(cell)
        if not ids or document.edition == "notebooks":
            continue
        before = document.cells[index - 1].source if index else ""
        found = ANNOUNCED.search(before)
        if len(ids) != 1 or not found:
            yield f"{cell.id}: checks {ids}; one question, announced before it as `**1. {ids[0]}** (law track).`"
            continue
        numbers.append(int(found[1] or found[2]))
        question: Any = find_question(ids[0])
        if found[3] not in (None, ids[0]) or found[4] not in (None, question.track):
            yield f"{cell.id}: announced as {found[3]}, {found[4]} track; it is {ids[0]}, {question.track} track"
    if numbers != [*range(1, len(numbers) + 1)]:
        yield f"its questions are numbered {numbers}"


def sections(document: Document) -> list[tuple[str, list[str]]]:
    """The words of each heading of the second level, and the questions asked below it."""
    found: list[tuple[str, list[str]]] = []
    for cell in document.cells:
        found += [(words, []) for here, level, words in headings(document) if here is cell and level == 2]
        for _, ids in found[-1:]:
            ids += asked(cell)
    return found


def core(document: Document) -> Iterator[str]:
    """From lesson 01 on six core questions for each 90 minutes, three of each track, apart from the further ones."""
    if document.edition == "notebooks" or document.first:
        return
    tracks = []
    for words, ids in sections(document):
        questions: list[Any] = [find_question(id) for id in ids]
        if questions and not words.startswith(("Core questions", "Further questions")):
            yield f"questions stand under `{words}`; Core questions or Further questions"
        for question in questions:
            if question.core != words.startswith("Core"):
                yield f"{question.id} stands under `{words}`, and its `core` is {question.core}"
        tracks += [question.track for question in questions if words.startswith("Core")]
        promised = MINUTES.search(words)
        if promised and sum(question.minutes for question in questions) > int(promised[1]):
            yield f"`{words}`: its questions say {sum(question.minutes for question in questions):g} minutes"
    halves = max(1, len(tracks) // 6)
    if min(tracks.count("law"), tracks.count("code")) < 3 * halves:
        yield f"core questions of the tracks {tracks}; three of each for every 90 minutes"


def form(document: Document) -> Iterator[str]:
    """What every lesson has: predictions before panels, what the sources disagree on, a dated block, sources."""
    if document.edition != "notebooks":
        return
    words = [words for _, _, words in headings(document)]
    needed = {r"As of 20\d\d-\d\d \(\d+ min\)": "a dated block, `## As of 2026-11 (1 min)`"}
    if not document.first:
        needed[r"What the sources disagree on.*"] = "a section `## What the sources disagree on`"
        if not any("**Sources.**" in cell.source for cell in document.cells):
            yield "no paragraph `**Sources.**`"
    for pattern, what in needed.items():
        if not any(re.fullmatch(pattern, heading) for heading in words):
            yield f"no {what}"
    source = "\n".join(cell.source for cell in document.cells if cell.cell_type == "code")
    if "predict(" not in source.partition("\nshow(")[0]:
        yield "no prediction before the first panel"


def promise(document: Document) -> Iterator[str]:
    """The minutes that the opening promises are those of the headings."""
    if document.edition != "notebooks":
        return
    opening = "\n".join(cell.source for cell in document.cells[:3])
    here = sum(
        int(found[1]) for _, level, words in headings(document) if level == 2 and (found := MINUTES.search(words))
    )
    total = re.search(r"\*\*In (\w+) minutes you can\*\*", opening)
    parts = re.search(r"(\d+) minutes here and (\d+) for the core\s+questions", opening)
    if not total or not (document.first or parts):
        yield "it promises no minutes: `**In 45 minutes you can** ... 27 minutes here and 18 for the core questions`"
        return
    said = int(total[1]) if total[1].isdigit() else NUMBERS.index(total[1]) + 1 if total[1] in NUMBERS else 0
    there = int(parts[2]) if parts else 0
    if (said, int(parts[1]) if parts else here) != (here + there, here):
        yield f"its opening promises {said} minutes, {parts and parts[0]}; its headings say {here}"
