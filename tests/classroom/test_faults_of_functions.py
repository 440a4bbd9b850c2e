"""Faults of a function that a learner wrote: told by the first case that fails, and by nothing behind it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chokepoints.classroom.faults import (
    Fault,
    broken,
    faults,
    first_wrong,
    is_a,
    no_json,
    numbers_as_text,
    stopped,
)
from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.questions import Question, judge

CASES = (((1,), 1.0, "one"), ((2,), 2.0, "two"), ((3,), 3.0, "three"))


def hint(function: Callable[[Any], Any], *table: Fault, within: float = 0.0) -> str:
    """The hint that a function earns, in the table's words; "correct" where there is nothing to say."""
    question = Question(
        id="none-1",
        ask="Write a function that gives back what it is given.",
        answer=FunctionAnswer("f(x)", CASES, "a function", within=within),
        why="",
        hints=("1", "2", "3"),
        mistakes=faults(CASES, *table, within=within),
        otherwise="otherwise.",
        minutes=1.0,
        track="code",
    )
    verdict = judge(question, function)
    return verdict.status if verdict.status == "correct" else verdict.text


TABLE: tuple[Fault, ...] = (
    ("two", lambda came, wanted, given: came == wanted + given[0], "twice."),
    ("", stopped(KeyError), "key."),
    ("", stopped(), "stopped."),
    ("", is_a(str, list), "text."),
    ("three", [0, -3], "nothing or less."),
)


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda x: x + 0.1, "correct"),
        (lambda x: 2 * x if x > 1 else x + 0.05, "Twice."),
        (lambda x: 2 * x, "Otherwise."),
        (lambda x: {}[x], "Key."),
        (lambda x: 1 / 0, "Stopped."),
        (lambda x: "1", "Text."),
        (lambda x: [x], "Text."),
        (lambda x: 0 if x == 3 else x, "Nothing or less."),
        (lambda x: -x if x == 3 else x, "Nothing or less."),
        (lambda x: 0 if x > 1 else x, "Otherwise."),
        (lambda x: 7 if x == 1 else 0, "Otherwise."),
        (lambda x: None if x == 2 else x, "Otherwise."),
    ],
)
def test_a_fault_is_told_by_the_first_case_that_fails(function: Callable[[Any], Any], said: str) -> None:
    assert hint(function, *TABLE, within=0.1).casefold().endswith(said.casefold())


def test_a_sign_that_stumbles_is_none() -> None:
    table: tuple[Fault, ...] = (
        ("", lambda came, wanted, given: came[0] == wanted, "first."),
        ("", lambda came, wanted, given: came > 5, "large."),
    )
    assert hint(lambda x: x + 5, *table).endswith("large.")


def test_where_no_case_fails_no_fault_is_made() -> None:
    (mistake,) = faults(CASES, ("", lambda *_: True, "always."))
    assert not mistake.made([1, 2.0, 3])
    assert mistake.made([1, 2.0, 4])
    assert first_wrong([1, 2, 3], CASES) is None
    assert first_wrong([1, 2.05, 3.05], CASES, 0.06) is None
    assert first_wrong([1, 2.05, 3.05], CASES, 0.04) == 1


def with_yield(x: int) -> Iterator[int]:
    yield x


def endless(x: int) -> int:
    while True:
        x += 1


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda x: misspelt, "A name in it is misspelt"),  # type: ignore[name-defined]  # noqa: F821
        (lambda x: x.nothing, "make that call in a cell of your own"),
        (endless, "(the square button ends a loop without end)"),
        (lambda x: print(x), "Let its last line be `return`"),
        (lambda x: [].clear(), "Let its last line be `return`"),  # type: ignore[func-returns-value]
        (with_yield, "Use no `yield`, and return one number."),
        (lambda x: map(str, [x]), "Use no `yield`, and return one number."),
        (lambda x: x + 1, "Otherwise."),
    ],
)
def test_what_is_said_of_a_function_that_gives_nothing_back(function: Callable[[Any], Any], said: str) -> None:
    told = hint(function, *broken("return one number."))
    assert said.casefold() in told.casefold()


def test_signs() -> None:
    for text in ("2", ["a", "2"], ("2", 1), {"a": "2"}, {"a": ["2"]}, frozenset({"2"})):
        assert numbers_as_text(text, 2, ()), text
    for other in (2, "two", ["two"], {"2": 2}, None, [2]):
        assert not numbers_as_text(other, 2, ()), other
    assert is_a(int, str)("a", 2, ())
    assert not is_a(int, str)(True, 2, ())
    assert no_json(b"{", b"", ())
    assert no_json(b"\xff", b"", ())
    assert no_json(b"null", b"", ())
    assert not no_json(b"{}", b"", ())
    assert not no_json("{", b"", ())
