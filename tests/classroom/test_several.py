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
    [
        {"two": "y", "one": "x", "three": "x"},
        {1: "x", 2: "y", 3: "x"},
        [("three", "x"), ("one", "x"), ("two", "y")],
        ["three: x", "one - x", "two = y"],
        "one x, two y, three x",
        "Three: x; ONE: x; two: y",
        "The one is x, the two is y and the three x.",
        "one=x two=y three=x",
        "1. x 2. y 3. x",
        "1x, 2y, 3x",
        ["x", "y", "x"],
    ],
    ids=repr,
)
def test_items_may_stand_behind_the_names_of_their_places(answer: object) -> None:
    """The same item may stand twice, here as the last spelling of another one."""
    kind = ListAnswer((("p", "x"), ("q", "y"), ("r", "z")), "three letters", places=("one", "two", "three"))
    assert kind.read(answer) == ("p", "q", "p")


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        ({"one": "x", "two": "y"}, None),
        ({"one": "x", "two": "y", "four": "z"}, None),
        ("one x, two y", ("one x", "two y")),
        ("one x, two y, one z", ("one x", "two y", "one z")),
        ("one x, two y, three z, one y", ("one x", "two y", "three z", "one y")),
        ("this one x, two y, three z", ("this one x", "two y", "three z")),
        (["x", "y", 3], ("p", "q", "3")),
        ("y, x, z", ("q", "p", "r")),
    ],
    ids=repr,
)
def test_names_of_some_places_or_of_others_put_nothing_in_order(answer: object, read: tuple[str, ...] | None) -> None:
    kind = ListAnswer((("p", "x"), ("q", "y"), ("r", "z")), "three letters", places=("one", "two", "three"))
    if read is None:
        with pytest.raises(Unreadable, match="in order"):
            kind.read(answer)
    else:
        assert kind.read(answer) == read


def test_without_names_of_places_no_dictionary_is_a_list() -> None:
    with pytest.raises(Unreadable, match="in order"):
        ListAnswer(("x", "y"), "two letters").read({1: "x", 2: "y"})


def test_of_a_dictionary_to_true_or_false_the_true_ones_count() -> None:
    assert SetAnswer(("a", "d"), "letters").read({"a": True, "b": False}) == {"a", "b"}
    kind = SetAnswer(("a", "d"), "letters", by_truth=True)
    assert kind.read({"a": True, "b": False, "d": True}) == {"a", "d"}
    assert kind.read({"a": True, "b": True}) == {"a", "b"}
    assert kind.read({"a": 1, "d": 0}) == {"a"}
    assert kind.read({"a": "yes", "b": "No", "c": "false", "d": " X "}) == {"a", "d"}
    assert kind.read({"a": np.bool_(True), "b": np.False_}) == {"a"}
    for other in ({"a": "supported"}, {"a": 2}, {"a": 0.5}, {1: "a", 2: "d"}, {"a": None}):
        with pytest.raises(Unreadable, match="or a dictionary with True or False behind each"):
            kind.read(other)
    assert SetAnswer(("a", "d"), "letters").read({"a": "supported", "d": 0}) == {"a", "d"}
    with pytest.raises(Unreadable, match="nothing stands"):
        kind.read({"a": False})


@pytest.mark.parametrize(
    "answer", ["b and not d", "all but a and c", "b, maybe d", ["b", "not d"], "b, d except c", "neither b nor d"]
)
def test_letters_that_may_be_left_out_are_asked_for_alone(answer: object) -> None:
    with pytest.raises(Unreadable, match="is none: write letters alone"):
        SetAnswer(("b", "d"), "letters").read(answer)
    assert "not d" in SetAnswer(("b", "not d"), "names").read("b, not d")


def test_what_is_no_letter_is_told_so() -> None:
    kind = SetAnswer(("b", "d"), "letters")
    assert kind.wrong(kind.read(["b", 4])) == "4: not among what is asked for; letters are. Something is missing."
    assert kind.wrong(kind.read(["b", "d", "e"])) == "e: not among what is asked for."
    listed = ListAnswer(("b", "d"), "letters")
    assert listed.wrong(listed.read(["first", "d"])) == "first: not among what is asked for; letters are."
    assert listed.wrong(listed.read(["e", "d"])) == "e: not among what is asked for."
    names = SetAnswer(("one", "two"), "names")
    assert names.wrong(names.read(["three"])) == "three: not among what is asked for. Something is missing."


def test_letters_in_a_sentence_are_read() -> None:
    kind = SetAnswer(("b", "d"), "letters")
    for answer in ("I think b and d are right", "b, d are supported.", "only b and D are true"):
        assert kind.read(answer) == {"b", "d"}, answer
    assert kind.read("b is right") == {"b"}


@pytest.mark.parametrize(
    "answer",
    [["b, d", "e, j"], ["b,d", "e,j"], ["b d", "e j"], ["b, d", "e", "j"], ["bd", "ej"], ["b and d", "e; j"],
     frozenset({"B, D, e j"}),
     ["b) d)", "e", "j"], ["b", "d", "", "e", " ", "j"], ["", "b, d, e, j"], "cells b, d, e and j",
     "Cell b, d, e, j", ["cells b, d", "e, j"], "the cells are b, d, e, j", "both b and d, e, j",
     {"b, d": True, "e, j": True, "a": False}],
    ids=repr,
)  # fmt: skip
def test_letters_together_in_the_items_of_a_list_are_read(answer: object) -> None:
    kind = SetAnswer(("b", "d", "e", "j"), "letters", by_truth=True)
    assert kind.right(kind.read(answer))


@pytest.mark.parametrize("answer", ["both b and d", "both of b and d", ["both b and d"], "only both b and d"])
def test_both_letters(answer: object) -> None:
    assert SetAnswer(("b", "d"), "letters").read(answer) == {"b", "d"}
    assert SetAnswer(("both sides", "x"), "names").read("both sides, x") == {"both sides", "x"}
    assert SetAnswer(("cell b", "x"), "names").read("cell b, x") == {"cell b", "x"}


@pytest.mark.parametrize("answer", ["b, d of the table", ["b", "cell d there"], ["b", "b, not d"], ["b", "maybe d"]])
def test_no_item_that_holds_a_letter_is_denied(answer: object) -> None:
    with pytest.raises(Unreadable, match="is none: write letters alone"):
        SetAnswer(("b", "d"), "letters").read(answer)


@pytest.mark.parametrize(
    "answer",
    ["b und d", "B UND D", "b et d", "b y d", "b and d both", "b, d, both", "b and d (both)", "b, d. Both.",
     "b and d are both right", "b and d, both of them", "b, d - both are right", ["b und d"], "both b et d"],
    ids=repr,
)  # fmt: skip
def test_letters_joined_in_other_languages_or_with_both_behind_them(answer: object) -> None:
    assert SetAnswer(("b", "d"), "letters").read(answer) == {"b", "d"}
    assert ListAnswer(("b", "d"), "letters").read(answer) == ("b", "d")


def test_words_that_are_items_join_nothing() -> None:
    assert SetAnswer(("x", "y"), "letters").read("x y x") == {"x", "y"}
    assert ListAnswer(("x", "y", "z"), "letters").read("x y z") == ("x", "y", "z")
    assert SetAnswer(("Post und Bahn", "x"), "names").read("Post und Bahn, x") == {"post und bahn", "x"}
    assert SetAnswer(("b", "d"), "letters").read("bund") == {"bund"}
    with pytest.raises(Unreadable, match="write letters alone"):
        SetAnswer(("b", "d"), "letters").read("b und nicht d")


def test_numbers_in_words_among_items() -> None:
    kind = SetAnswer((7, 49), "two numbers")
    for answer in ("seven and forty-nine", ["= 7", "about 49"], "forty-nine; seven"):
        assert kind.read(answer) == {"7", "49"}, answer


def test_an_item_that_is_a_word_is_not_taken_apart() -> None:
    kind = SetAnswer(("b", "d"), "letters")
    assert kind.read(["b", "flag"]) == {"b", "flag"}
    assert kind.read(["b", "all"]) == {"b", "all"}
    assert SetAnswer((("b", "d, e"), "a"), "letters").read(["d, e", "a"]) == {"a", "b"}
    assert SetAnswer(("one", "b d"), "names").read(["one", "b, d"]) == {"one", "b, d"}
    with pytest.raises(Unreadable, match="may mean"):
        kind.read(["a", "b-d"])
    with pytest.raises(Unreadable, match="nothing stands"):
        kind.read(["", " "])
    assert ListAnswer(("b", "d", "e"), "letters").read(["b, d", "e"]) == ("b, d", "e")


def test_letters_joined_by_plus_are_two() -> None:
    kind = SetAnswer(("b", "d"), "letters")
    for answer in ("b plus d", "b + d", "b+d", "B PLUS D", "b, plus d", "only b plus d", ["b plus d"]):
        assert kind.read(answer) == {"b", "d"}, answer
    assert SetAnswer(("Canal plus Plus", "x"), "names").read("Canal plus Plus, x") == {"canal plus plus", "x"}


@pytest.mark.parametrize(
    "answer", ["b-d", "b–d", "b — d", "b to d", "a, b-d", "b..d", "B-D", ["b-d"], "the letters b-d"]
)
def test_a_range_of_letters_may_mean_two_or_all(answer: object) -> None:
    with pytest.raises(Unreadable, match=r"may mean . and ., or all from . to .: write each letter"):
        SetAnswer(("b", "d"), "letters").read(answer)


def test_a_dash_between_letters_that_can_mean_one_thing_is_read() -> None:
    kind = SetAnswer(("b", "d"), "letters")
    for answer, letters in (("b-c", "bc"), ("d-b", "bd"), ("- b\n- d", "bd"), ("b-c-d", "bcd"), ("b - d - e", "bde")):
        assert kind.read(answer) == set(letters), answer
    assert ListAnswer(("b", "d", "a", "c"), "four letters").read("b-d-a-c") == ("b", "d", "a", "c")


def test_whole_sentences_are_parted_where_they_end() -> None:
    kind = SetAnswer((("a", "The first of them holds, and so it goes on"), "d"), "letters")
    assert kind.read("The first of them holds, and so it goes on. d") == {"a", "d"}
    assert kind.read("sentences a and d") == {"a", "d"}
    assert SetAnswer(("St. Petersburg", "Moscow"), "towns").read("St. Petersburg, Moscow") == {
        "st. petersburg",
        "moscow",
    }


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
