"""How letters of options are told from words."""

import time

import pytest

from chokepoints.classroom.letters import are_letters, holds, letters_of, without_words
from chokepoints.classroom.plain import Unreadable


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("b d", ["b", "d"]),
        ("bd", ["b", "d"]),
        ("b, D and e", ["b", "D", "e"]),
        ("b-c", ["b", "c"]),
        ("b-c-e", ["b", "c", "e"]),
        ("all", None),
        ("beide", None),
        ("Alle", None),
        ("abide", ["a", "b", "i", "d", "e"]),
        ("flags", None),
        ("b or d", None),
        ("", []),
    ],
)
def test_letters_of_a_text(text: str, letters: list[str] | None) -> None:
    assert letters_of(text) == letters


def test_a_dash_that_may_mean_two_things_is_asked_about() -> None:
    for text in ("b-e", "b to e", "a, b..e"):
        with pytest.raises(Unreadable, match=r"may mean b and e, or all from b to e: write each letter"):
            letters_of(text)


def test_words_around_letters_are_left_out() -> None:
    for text in (
        "b und d",
        "cells b und d are right",
        "both b + d",
        "b plus d, both of them",
        "b y d",
        "b and d only",
        "b sowie d",
        "b as well as d",
        "B as  well as d (only)".lower(),
        "b und d beide",
    ):
        assert without_words(text, ()).split() == ["b", "and", "d"], text
    assert without_words("b y d", ("b", "y", "d")) == "b y d"
    assert without_words("b, d only", ()) == "b, d"
    assert without_words("b and both sides", ()) == "b and both sides"
    assert without_words("b and only one", ()) == "b and only one"


def test_what_counts_as_letters_and_as_truth() -> None:
    assert are_letters({"b": "b", "alerts": "d"})
    assert not are_letters({"b": "b", "d": "alerts"})
    assert not are_letters({"1": "1"})
    assert [holds(said) for said in (True, "Yes", " x ", 1)] == [True] * 4
    assert [holds(said) for said in (False, "no", "N", 0)] == [False] * 4
    assert [holds(said) for said in ("maybe", 2, None, 1.0, [])] == [None] * 5


@pytest.mark.alone
@pytest.mark.parametrize(
    "text",
    [
        "b " * 9_000,
        "b-" * 9_000,
        " und " * 4_000,
        "both " * 4_000,
        "b" + " (" * 9_000,
        "b as  well " * 2_000,
        "b only " * 3_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    letters_of(without_words(text, ()))
    assert time.process_time() - began < 1
