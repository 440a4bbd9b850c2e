"""How sets and lists are read, and what is said of a wrong one."""

from collections import namedtuple
from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from chokepoints.classroom.kinds import (
    ListAnswer,
    SetAnswer,
    Unreadable,
)
from chokepoints.errors import KitError

Four = namedtuple("Four", "first second third fourth")


def test_sets_in_any_shape() -> None:
    kind = SetAnswer((("Apple", "Apple Inc."), "Amazon and Google", "Johnson, Johnson"), "three names")
    names = ["apple", "AMAZON AND GOOGLE", "Johnson, Johnson"]
    for answer in (
        names,
        set(names),
        tuple(names[::-1]),
        dict.fromkeys(names),
        dict.fromkeys(names).keys(),
        np.array(names),
        names * 2,
        "Apple Inc., Amazon and Google, and Johnson, Johnson",
        "Apple; Amazon and Google; Johnson, Johnson.",
        "johnson, johnson\namazon and google\napple",
    ):
        assert kind.read(answer) == {"apple", "amazon and google", "johnson, johnson"}, answer
        assert kind.right(kind.read(answer))
    assert kind.wrong(kind.read(["Apple", "Yahoo"])) == "yahoo: not among what is asked for. Something is missing."
    assert kind.read("Apple and Google") == {"apple", "google"}


def test_numbers_and_dates_in_sets_and_lists() -> None:
    kind = SetAnswer((0.5, 2, 1000), "three numbers")
    for answer in (
        [0.5, 2.0, np.int64(1000)],
        "0,50; 2; 1,000",
        {Decimal("0.5"), Fraction(2), "1 000"},
        np.array([0.5, 2, 1e3]),
    ):
        assert kind.right(kind.read(answer)), answer
    days = ListAnswer((date(2018, 4, 16), date(2018, 5, 28)), "two dates")
    for days_given in (
        ["16 April 2018", date(2018, 5, 28)],
        "April 16, 2018 and May 28, 2018",
        "16.04.2018; 28.05.2018",
        np.array(["2018-04-16", "2018-05-28"], dtype="datetime64[D]"),
    ):
        assert days.right(days.read(days_given)), days_given


def test_lists_keep_their_order() -> None:
    kind = ListAnswer(("one", "two", "three", "four"), "four words")
    for answer in (["one", "two", "three", "four"], "one, two, three and four", Four("One", "Two", "three", "four")):
        assert kind.right(kind.read(answer))
    for answer, said in (
        (["one", "two", "four", "three"], "another order. The first 2 stand right."),
        (["two", "one", "four", "three"], "these are the right ones, in another order."),
        (["one", "two", "three"], "something is missing."),
        (["one", "two", "three", "three"], "three stands there more than once."),
        (["one", "two", "three", "five"], "five: not among"),
        (["one", "two", "three", "four", "four"], "four stands there more than once."),
    ):
        assert not kind.right(kind.read(answer))
        assert said in kind.wrong(kind.read(answer))


@pytest.mark.parametrize(
    "answer",
    [{"one", "two"}, {"one": 1}, frozenset(), iter(["one"]), map(str, [1]), object(), [[1, 2], 3], [b"one"], [], "",
     ["one"] * 1_001, "x," * 1_001, range(10**9), [True]],
    ids=lambda answer: type(answer).__name__,
)  # fmt: skip
def test_what_is_no_list_is_refused_in_a_sentence(answer: object) -> None:
    with pytest.raises(Unreadable, match=r"\.$"):
        ListAnswer(("one", "two"), "two words").read(answer)


def test_items_must_differ() -> None:
    with pytest.raises(KitError, match="differ"):
        SetAnswer(("RKN", "rkn."), "names")
    with pytest.raises(KitError):
        ListAnswer((), "names")
