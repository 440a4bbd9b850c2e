"""Every built notebook as a document, and that each kind of harm is found: on a copy, harmed on purpose."""

import re
from collections.abc import Callable
from copy import deepcopy
from itertools import count
from typing import Any

import pytest
from document_parts import Document, documents
from documents import CHECKS, not_its_holes, wrong
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

DOCUMENTS = documents()
BY_PLACE = {(document.edition, document.stem): document for document in DOCUMENTS}
STEMS = sorted({document.stem for document in DOCUMENTS})


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: f"{one.stem}-{one.edition}")
def test_nothing_is_wrong_with_it(document: Document) -> None:
    assert wrong(document) == []


@pytest.mark.parametrize("stem", STEMS)
def test_the_exercise_is_the_solution_with_holes(stem: str) -> None:
    assert list(not_its_holes(BY_PLACE["exercises", stem], BY_PLACE["solutions", stem])) == []


def sound(edition: str) -> Document:
    """A copy of one document of lesson 01, which may be harmed."""
    return deepcopy(BY_PLACE[edition, "01_the_story"])


_COUNT = count()


def new_id() -> str:
    """An id that no cell has."""
    return f"l01-harm-{next(_COUNT)}"


def code(document: Document, words: str = "") -> NotebookNode:
    """The first cell of code that holds these words and shows something."""
    return next(
        cell for cell in document.cells if cell.cell_type == "code" and words in cell.source and cell.get("outputs")
    )


def put(document: Document, source: str, *, before: str = "show(") -> None:
    """Put a text before the first cell of code that shows something."""
    at = document.cells.index(code(document, before))
    document.cells.insert(at, new_markdown_cell(source, id=new_id()))


def put_code(document: Document, source: str, *, where: str = "show(", **output: Any) -> None:
    """Put a cell of code between two texts, with one output where one is given."""
    cell = new_code_cell(source, id=new_id(), outputs=[new_output(**output)] if output else [])
    at = document.cells.index(code(document, where))
    document.cells[at:at] = [new_markdown_cell("So.", id=new_id()), cell, new_markdown_cell("Look.", id=new_id())]


def change(document: Document, old: str, new: str) -> None:
    """Change words of the first text or code that holds them."""
    cell = next(cell for cell in document.cells if old in cell.source)
    cell.source = cell.source.replace(old, new, 1)


def change_page(document: Document, old: str, new: str) -> None:
    """Change the page that the first panel's cell shows."""
    for output in code(document, "show(").outputs:
        if old in output.data.get("text/html", ""):
            output.data["text/html"] = output.data["text/html"].replace(old, new, 1)
            return
    raise AssertionError(old)


def printed(document: Document, text: str, name: str = "stdout") -> None:
    put_code(document, "print(text)", output_type="stream", name=name, text=text)


def without_neighbour(document: Document, step: int) -> None:
    """Take away the text before (-1) or after (1) the first panel."""
    document.cells.pop(document.cells.index(code(document, "show(")) + step)


Harm = Callable[[Document], object]
HARMS: dict[str, tuple[str, Harm, str]] = {
    "two titles": ("notebooks", lambda d: put(d, "# Once more"), "2 titles; one, in the first cell"),
    "no title": ("exercises", lambda d: d.cells.pop(0), "0 titles"),
    "a step left out": ("notebooks", lambda d: put(d, "#### Deep"), r"from a heading of level \d to one of level 4"),
    "a heading without minutes": ("notebooks", lambda d: put(d, "## Reach"), "says no minutes.*Reach"),
    "a heading twice": ("notebooks", lambda d: put(d, "### A\n\n### A"), "two headings say A"),
    "nothing before": (
        "notebooks",
        lambda d: without_neighbour(d, -1),
        "has no text before it",
    ),
    "nothing after": ("notebooks", lambda d: without_neighbour(d, 1), "shows something and has no text after it"),
    "an empty text": ("notebooks", lambda d: code_after(d).update(source=" "), "has no text after it"),
    "a long cell": ("exercises", lambda d: put_code(d, "print(1)\n" * 16, where="check("), "17 lines of code"),
    "a picture without words": (
        "notebooks",
        lambda d: change_page(d, ' alt="', ' data-alt="'),
        "1 pictures, 1 readings that are",
    ),
    "a picture with other words": (
        "notebooks",
        lambda d: change_page(d, ' alt="', ' alt="Not so. '),
        "readings that are",
    ),
    "a picture in the text": ("notebooks", lambda d: put(d, "![](../images/panel.png)"), "no words that read it"),
    "a bare picture": (
        "notebooks",
        lambda d: put_code(d, "figure", output_type="display_data", data={"image/png": "aGVsbG8="}),
        "shows image/png, which has no alternative text",
    ),
    "a warning": ("notebooks", lambda d: printed(d, "x", "stderr"), "an error or a warning is stored"),
    "a warning's name": ("notebooks", lambda d: printed(d, "DeprecationWarning: x"), "shows a DeprecationWarning"),
    "hidden warnings": ("notebooks", lambda d: put_code(d, "import warnings"), "hides warnings"),
    "an error": (
        "notebooks",
        lambda d: put_code(d, "1 / 0", output_type="error", ename="E", evalue="by zero", traceback=[]),
        "stored: by zero",
    ),
    "an address": ("notebooks", lambda d: printed(d, "<object at 0x7f00aa>"), "an object's address"),
    "a port": ("notebooks", lambda d: printed(d, "127.0.0.1:40123"), "a port"),
    "a clock time": ("notebooks", lambda d: printed(d, "at 18:05"), "a clock time"),
    "a duration": ("notebooks", lambda d: printed(d, "in 0.52 seconds"), "a duration"),
    "a path": ("notebooks", lambda d: printed(d, "in /home/ada/kit"), "a path of some machine, /home/"),
    "a path in the code": ("notebooks", lambda d: put_code(d, "open('/tmp/x')"), "a path of some machine, /tmp/"),
    "a link that says nothing": ("notebooks", lambda d: put(d, "Look [here](https://example.org)."), "'here'"),
    "a figure without a row": (
        "notebooks",
        lambda d: put(d, "About [18 million](https://example.org)."),
        r"the number in \[18 million\] is bound to no row",
    ),
    "a link to nowhere": (
        "notebooks",
        lambda d: put(d, "Look at [the list](../datasets/no.md)."),
        "no.md is not there",
    ),
    "a path to nowhere": ("notebooks", lambda d: put(d, "In `exercises/99_x.ipynb`."), "99_x.ipynb is not there"),
    "a row that is not there": ("notebooks", lambda d: put(d, "See `apple-leter`."), "apple-leter is neither a row"),
    "a question that is not there": (
        "exercises",
        lambda d: put(d, '`hint("evidence-99")`', before="check("),
        "evidence-99 is",
    ),
    "an unverified row": ("notebooks", lambda d: put_code(d, "fact('hetzner-ovh')"), "hetzner-ovh is unverified"),
    "an unverified row in a link": (
        "notebooks",
        lambda d: put(d, 'Some [ranges](https://example.org "fact: hetzner-ovh").'),
        "hetzner-ovh is unverified",
    ),
    "a question's number": ("exercises", lambda d: change(d, "**2. ", "**7. "), r"its questions are numbered \[1, 7"),
    "a question's id": (
        "exercises",
        lambda d: change(d, "**1. evidence-4", "**1. evidence-5"),
        "announced as evidence-5",
    ),
    "a question's track": ("solutions", lambda d: change(d, "(code track)", "(law track)"), "law track; it is"),
    "an unannounced question": ("exercises", lambda d: change(d, "**1. ", "1. "), "one question, announced before"),
    "a core question too few": ("exercises", lambda d: drop(d, "evidence-8"), "three of each for every 90"),
    "a further question as core": (
        "exercises",
        lambda d: change(d, "## Further questions", "## Core questions, continued"),
        "its `core` is False",
    ),
    "too few minutes": ("exercises", lambda d: change(d, "(18 min)", "(9 min)"), "its questions say 1"),
    "no dated block": ("notebooks", lambda d: change(d, "As of 2026-11", "Today"), "no a dated block"),
    "no disagreement": (
        "notebooks",
        lambda d: change(d, "What the sources disagree", "What they have"),
        "sources disagree on",
    ),
    "no sources": ("notebooks", lambda d: change(d, "**Sources.**", "Sources."), "no paragraph"),
    "no prediction": ("notebooks", lambda d: change(d, "predict(", "print("), "no prediction before"),
    "other minutes": (
        "notebooks",
        lambda d: change(d, "27 minutes here", "20 minutes here"),
        "promises 45",
    ),
    "other minutes in all": ("notebooks", lambda d: change(d, "In 45 minutes", "In 90 minutes"), "promises 90 minutes"),
    "a heading's minutes": ("notebooks", lambda d: change(d, "(5 min)", "(6 min)"), "its headings say 28"),
    "no promise": ("notebooks", lambda d: change(d, "**In 45", "**In about 45"), "promises no minutes"),
}


def code_after(document: Document) -> NotebookNode:
    """The text after the first panel."""
    return document.cells[document.cells.index(code(document, "show(")) + 1]


def drop(document: Document, id: str) -> None:
    """Take a question away, with the text that announces it."""
    at = next(index for index, cell in enumerate(document.cells) if f'check("{id}"' in cell.source)
    del document.cells[at - 1 : at + 1]


@pytest.mark.parametrize("kind", HARMS)
def test_harm_is_found(kind: str) -> None:
    edition, harm, said = HARMS[kind]
    document = sound(edition)
    harm(document)
    found = wrong(document)
    assert any(re.search(said, line) for line in found), found


def test_every_check_has_been_seen_to_fail() -> None:
    failed = set()
    for edition, harm, _ in HARMS.values():
        document = sound(edition)
        harm(document)
        failed |= {check for check in CHECKS if [*check(document)]}
    assert failed == set(CHECKS)


def test_what_is_no_harm_is_not_found() -> None:
    document = sound("notebooks")
    put_code(document, "RANGES = [\n" + '    "203.0.113.0/24",\n' * 30 + "]")
    put(document, "See `apple-letter`, `firms-hit`, `2026-11` and the [order of 13 April 2018](https://example.org).")
    printed(document, "after 30 days, at most 28 s of the model's clock, unverified")
    assert wrong(document) == []


HOLES: dict[str, tuple[Harm, str]] = {
    "an answer left in": (lambda d: change(d, "whose_sentence = ...", 'whose_sentence = "c"'), "with holes"),
    "another text": (lambda d: change(d, "Which of these", "Which of those"), "is not the solution's cell"),
    "a cell more": (lambda d: d.cells.append(new_markdown_cell("More.", id=new_id())), "not those of the solution"),
    "another order": (lambda d: d.cells.reverse(), "in that order"),
}


@pytest.mark.parametrize("kind", HOLES)
def test_an_exercise_that_drifted_is_found(kind: str) -> None:
    harm, said = HOLES[kind]
    exercise = sound("exercises")
    harm(exercise)
    assert any(said in line for line in not_its_holes(exercise, sound("solutions")))


def test_a_given_answer_is_found() -> None:
    """Both editions alike, as when the markers were forgotten: then no hole is missed, but no question is asked."""
    exercise, solution = sound("exercises"), sound("solutions")
    for document in (exercise, solution):
        cell = next(cell for cell in document.cells if 'check("evidence-4"' in cell.source)
        cell.source = 'whose_sentence = "c"\ncheck("evidence-4", whose_sentence)'
    assert list(not_its_holes(exercise, solution)) == [
        f"{cell.id}: checks an answer that it gives itself"
        for cell in exercise.cells
        if cell.source.startswith('whose_sentence = "c"')
    ]
