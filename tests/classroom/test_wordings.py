"""How words, dates and options are read."""

import time
from datetime import UTC, date, datetime

import numpy as np
import pytest

from chokepoints.classroom.kinds import (
    ChoiceAnswer,
    ExactAnswer,
    Unreadable,
)
from chokepoints.classroom.wordings import spelling


def test_exact_words_and_whole_numbers() -> None:
    kind = ExactAnswer(("Roskomnadzor", "RKN", 19), "a name")
    for answer in ("roskomnadzor", " “RKN”. ", 19, 19.0, np.int64(19), "19", np.str_("RKN"), ["RKN"]):
        assert kind.right(kind.read(answer))
    assert not kind.right(kind.read("RKN and FSB"))
    assert not kind.right(kind.read(10**5000))
    for answer in (19.5, True, ["RKN", "FSB"], b"RKN", {"RKN"}):
        with pytest.raises(Unreadable, match="a name is wanted"):
            kind.read(answer)


@pytest.mark.parametrize(
    "answer",
    ["17 April 2018", "April 17, 2018", "17.04.2018", "17.4.2018", "17. April 2018", "17 Apr 2018", "Apr. 17 2018",
     "2018-4-17", "2018/04/17", "2018-04-17T09:00:00", "Tuesday, 17 April 2018", "17th of April 2018", "17/04/2018",
     "04/17/2018", date(2018, 4, 17), datetime(2018, 4, 17, 23, tzinfo=UTC), np.datetime64("2018-04-17"),
     np.datetime64("2018-04-17T10:00:00.000000000")],
    ids=repr,
)  # fmt: skip
def test_dates_in_any_form(answer: object) -> None:
    kind = ExactAnswer((date(2018, 4, 17),), "a date")
    assert kind.right(kind.read(answer))


@pytest.mark.parametrize(
    "text", ["05/04/2018", "31 April 2018", "17 April", "17 Aprilia 2018", "17 mayor 2018", "17.4"]
)
def test_no_date_is_guessed(text: str) -> None:
    assert spelling(text) == text.casefold()


def test_choice_by_letter_or_words() -> None:
    kind = ChoiceAnswer({"a": "the store", "b": "the network, all of it"}, "b")
    for answer in ("b", "B)", "b. the network", "The network, all of it.", "option b", "(b)", "b:", np.str_("b")):
        assert kind.right(kind.read(answer)), answer
    for answer in ("be", "b and a", "b or a", "a company", "b a", "b because I say so", "ab", "", 2, ["a", "b"], None):
        with pytest.raises(Unreadable, match=r"letters a, b"):
            kind.read(answer)


def test_choice_by_its_letter_with_words_behind() -> None:
    kind = ChoiceAnswer({"a": "all of it, and more; at once", "b": "a part, and why; the rest later", "c": "-5"}, "b")
    for answer in ("b: a part, and why", "b) a part, and why; the rest later", "b - a part, and why; the rest later",
                   "B – a part, and why", "b — a part", "b: a part"):  # fmt: skip
        assert kind.read(answer) == "b", answer
    for answer in ("b: a part, not why", "a: a part, and why", "a - a part", "b - not a part", "b -", "b - a", "c: 5"):
        with pytest.raises(Unreadable, match="none of the options"):
            kind.read(answer)


def test_choice_with_what_one_thinks_around_it() -> None:
    kind = ChoiceAnswer({"a": "the store", "b": "the network"}, "b")
    for answer in (
        "b, I think",
        "I say b",
        "b - I guess.",
        "b (I believe)",
        "i think b",
        "b I suppose",
        "network, I say",
    ):
        assert kind.read(answer) == "b", answer
    for answer in ("I think", ", I think", "a and b, I think", "I think not b", "b, I think not"):
        with pytest.raises(Unreadable, match="none of the options"):
            kind.read(answer)
    began = time.process_time()
    for text in ("b, I think " * 2_000, "I think " * 2_500):
        with pytest.raises(Unreadable):
            kind.read(text)
    assert time.process_time() - began < 1


def test_choice_by_its_place() -> None:
    kind = ChoiceAnswer({"a": "the store", "b": "the network", "c": "nobody"}, "b")
    for answer in ("second", "The second", "the second one", "second option."):
        assert kind.right(kind.read(answer)), answer
    for answer in ("fourth", "the second of b", "second or third", "seconds"):
        with pytest.raises(Unreadable, match=r"letters a, b"):
            kind.read(answer)


def test_choice_by_a_short_name() -> None:
    kind = ChoiceAnswer(
        {"a": "refuse every push of the app", "b": "deliver them later: in an hour", "c": "both, the app"}, "a"
    )
    for answer, letter in (
        ("refuse", "a"),
        ("a push", "a"),
        ("deliver", "b"),
        ("later", "b"),
        ("an hour", "b"),
    ):
        assert kind.read(answer) == letter, answer
    for answer in ("the app", "app", "both", "not refuse", "every", "them", "in", "fuse", "refuse later", "push it"):
        with pytest.raises(Unreadable, match="none of the options"):
            kind.read(answer)


def test_choice_by_the_only_item_of_a_set_or_with_its_place() -> None:
    kind = ChoiceAnswer({"a": "the store", "b": "the network", "c": "nobody"}, "b")
    for answer in ({"b"}, frozenset({"b"}), "b, the second", "b (second)", "b - the second one"):
        assert kind.right(kind.read(answer)), answer
    for answer in ({"a", "b"}, set(), "b, the third", "b, the tenth", "the second of b"):
        with pytest.raises(Unreadable, match=r"letters a, b"):
            kind.read(answer)
    with pytest.raises(Unreadable, match="not a set"):
        kind.read({"a", "b"})
