"""How numbers are read as people write them, with their units."""

import math
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from chokepoints.classroom.kinds import (
    NumberAnswer,
    Unreadable,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("655,360", 655360), ("655 360 addresses", 655360), ("655'360", 655360), ("18.9 million", 18.9e6), ("1e6", 1e6),
        ("18.900.000", 18.9e6), ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("0,440", 0.44), ("-3", -3), ("about 12", 12),
        ("~ 7", 7), ("2 bn", 2e9), ("5.", 5), ("12,5", 12.5), ("− 4", -4), ("18_900_000", 18.9e6), ("1.234", 1.234),
        ("655 360", 655360), ("12 345,6", 12345.6), (".5", 0.5), ("655k", 655e3), ("18.9M addresses", 18.9e6),
        ("1 address", 1), ("$ 14,000", 14000), ("RUB 800,000", 800000), ("800,000 RUB.", 800000), ("1.8e1", 18),
        ("1,000,000.25", 1000000.25), ("+5", 5), ("three: 3", None),
        ("minus 4", -4), ("Minus forty addresses", -40), ("49?", 49), ("49!", 49), ("49 addresses ?!", 49),
        ("minus four thousand", -4000), ("minus", None), ("minus minus 4", None),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str, value: float | None) -> None:
    kind = NumberAnswer(0, "addresses", {"RUB": 1, "$": 1})
    if value is None:
        with pytest.raises(Unreadable):
            kind.read(text)
    else:
        assert kind.read(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no number"), ("1 2 x", "one number"), ("12 to 13", "holds two"), ("12-13", "holds two"), ("1.2.3", "one"),
        ("a dozen", "no number"), ("0x10", "unit"), ("1,2,3", "one number"), ("--4", "no number"), ("inf", "no number"),
        ("nan", "no number"), ("1 2", "one number"), ("0.4 4", "one number"), ("1'2", "one number"), ("5/7", "quotes"),
        ("2**32", "quotes"), ("10^6", "quotes"), ("1e999", "finite"), ("1,23,456", "one number"),
        ("9" * 300, "no number"),
        ("12 USD", "unit"), ("1 million million", "unit"), ("3 about 4", "holds another"), ("12 or 13", "holds two"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=r"\.$") as caught:
        NumberAnswer(0, "addresses").read(text)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (timedelta(days=45), 45), (timedelta(hours=12), 0.5), (np.timedelta64(45, "D"), 45), (Decimal("4.5"), 4.5),
        (Fraction(9, 2), 4.5), (np.float32(4.5), 4.5), (np.array(45), 45), (np.array([[45]]), 45), ([45], 45),
        (((45,),), 45), (np.longdouble(4.5), 4.5), ("45 days", 45), ("1 day", 1), ("2 weeks", 14),
    ],
)  # fmt: skip
def test_numbers_in_other_shapes(answer: object, value: float) -> None:
    assert NumberAnswer(0, "days", {"weeks": 7}).read(answer) == pytest.approx(value)


@pytest.mark.parametrize(
    "answer",
    [True, np.bool_(True), 1j, b"5", [4, 5], {}, {4}, ..., date(2018, 5, 28), Decimal("NaN"), Decimal("sNaN"),
     math.inf, 10**400, Decimal("1e999"), np.array([1, 2]), np.ma.masked],
    ids=repr,
)  # fmt: skip
def test_what_is_no_number_at_all(answer: object) -> None:
    with pytest.raises(Unreadable, match=r"\.$"):
        NumberAnswer(1, "days").read(answer)


def test_a_length_of_time_is_no_number_of_people() -> None:
    with pytest.raises(Unreadable, match="a number in people"):
        NumberAnswer(45, "people").read(timedelta(days=45))


def test_a_decimal_comma_without_quotes_is_two_numbers_to_python() -> None:
    for answer, said in (((2, 5), "write 2.5, with a point"), ((-2, 5), "(-2, 5) are two numbers")):
        with pytest.raises(Unreadable) as caught:
            NumberAnswer(2.5, "days").read(answer)
        assert said in str(caught.value)
    for other in ((2, 5, 1), (2.0, 5), ("2", "5"), [2, 5]):
        with pytest.raises(Unreadable, match="a number in days is wanted here"):
            NumberAnswer(2.5, "days").read(other)


def test_a_stroke_before_a_word_is_a_unit_and_before_a_digit_a_sum() -> None:
    for unit in ("pushes per second", "pushes a second", "pushes/s"):
        kind = NumberAnswer(5, unit)
        for answer in ("5 pushes/s", "5 pushes / second", "5 pushes per second", "5 pushes a second", "5"):
            assert kind.read(answer) == 5, (unit, answer)
        with pytest.raises(Unreadable, match="a sum in quotes"):
            kind.read("10/2")
        with pytest.raises(Unreadable, match="was not expected"):
            kind.read("5/h")
    assert NumberAnswer(5, "per second").read("5/s") == 5
    assert NumberAnswer(5, "a second").read("5 per second") == 5


def test_a_sentence_with_a_number_is_told_that_the_number_alone_is_wanted() -> None:
    with pytest.raises(Unreadable, match="a number alone is wanted here, in days"):
        NumberAnswer(5, "days").read("I think that it is 5 days in the long run")


def test_units_are_converted() -> None:
    kind = NumberAnswer(50, "percent", {"share": 100}, tolerance=0.01)
    for answer in ("0.5 share", "50.4 %", "50 per cent", "50 Percent.", "50pct", "0.5 shares"):
        assert kind.right(kind.read(answer)), answer
    for answer in ("51 %", "50 share", "49.4"):
        assert not kind.right(kind.read(answer)), answer
    assert kind.read("50 of the hundred") == kind.read("50 out of the hundred") == 50
    for answer in ("51 are lost, 49 left", "50 minus 1", "50 percent of 80", "50, and then in the next year 25"):
        with pytest.raises(Unreadable, match=r"one number is wanted here, and .* holds another") as caught:
            kind.read(answer)
        assert "unit" not in str(caught.value)
    with pytest.raises(Unreadable, match="percentage points"):
        kind.read("50 percentage points")
    metres = NumberAnswer(2, "m")
    assert metres.read("2 m") == 2, "the question's own unit comes before the m of million"


def test_exact_numbers_allow_for_floats_alone() -> None:
    kind = NumberAnswer(0.3, "percent")
    assert kind.right(0.1 + 0.2)
    assert not kind.right(0.3001)
    assert NumberAnswer(12.5, "days", within=0.5).right(13.0)
    assert not NumberAnswer(12.5, "days", within=0.5).right(13.01)
    assert NumberAnswer(0, "days").right(0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("forty-nine", 49), ("Forty nine addresses", 49), ("fortynine", 49), ("forty‑nine.", 49), ("twenty", 20),
        ("ninety-nine", 99), ("nineteen", 19), ("seventeen addresses", 17), ("seven", 7), ("eighty-one thousand", 81e3),
        ("one hundred", 100), ("zero", 0), ("twentyfold", 20), ("sixty-six", 66), ("thirteen million", 13e6),
        ("= 49", 49), ("== 49", 49), ("x = 49", 49), ("is 49", 49), ("are 49 addresses", 49), ("It is about 49", 49),
        ("the answer is 49", 49), ("my result: 49", 49), ("I think it's forty-nine", 49), ("approx. 49", 49),
        ("c. 49", 49), ("some 49 addresses", 49), ("49 or so", 49), ("49, roughly", 49), ("about forty-nine", 49),
        ("= -3", -3), ("result = 1,234.5", 1234.5), ("~ thirty-two or so", 32), (": 49", 49),
    ],
)  # fmt: skip
def test_numbers_in_words_and_with_words_before_them(text: str, value: float) -> None:
    assert NumberAnswer(0, "addresses", {"fold": 1}).read(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("forty to fifty", "holds two"), ("forty or 50", "holds two"), ("nine and forty", "holds two"),
        ("two hundred and fifty", "one number in digits"), ("fifty fifty", "one number in digits"),
        ("a hundred", "Write it in digits, like"), ("two dozen", "one number in digits"), ("half", "no number"),
        ("more than 49", "leaves the number open"), ("> 49", "leaves the number open"),
        ("at least forty-nine", "leaves the number open"), ("not 49", "leaves the number open"),
        ("it is below 49", "leaves the number open"), ("between 40 and 50", "leaves the number open"),
        ("no more than 49", "leaves the number open"), ("over there", "no number"), ("sixty-seventh", "unit"),
        ("notes 49", "unit"), ("tenth", "no number"), ("oneself", "no number"), ("=", "no number"), ("is", "no number"),
        ("about", "no number"), ("island 49", "unit"), ("someone 4", "unit"),
        ("it is it is it is it is 4", "unit"),
    ],
)  # fmt: skip
def test_words_that_leave_the_number_open_are_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=r"\.$") as caught:
        NumberAnswer(0, "addresses").read(text)
    assert said in str(caught.value)


def test_about_is_as_near_as_the_question_says() -> None:
    kind = NumberAnswer(50, "percent", within=1)
    for text in ("about 49", "forty-nine percent or so", "~ 50.9 %"):
        assert kind.right(kind.read(text)), text
    for text in ("about 48", "fifty-two or so"):
        assert not kind.right(kind.read(text)), text


def test_the_questions_own_units_come_first() -> None:
    assert NumberAnswer(1, "of a hundred").read("49 of a hundred") == 49
    assert NumberAnswer(1, "times", {"x": 1}).read("x 4") == 4
    assert NumberAnswer(1, "share", {"share": 1}).read("share 0.5") == 0.5
