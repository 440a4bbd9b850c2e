"""check, hint, predict and saved: every wrong answer gets the hint it deserves, and nothing breaks them."""

import contextlib
import time
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.classroom import check, hint, question_ids, saved
from chokepoints.classroom.kinds import ChoiceAnswer, ExactAnswer, NumberAnswer, Unreadable
from chokepoints.classroom.questions import find_question, judge

ALL = sorted(question_ids())

#: For each question: answers that are right in other shapes; wrong answers with a word of the hint they must earn.
BANK: dict[str, tuple[list[Any], list[tuple[Any, str]]]] = {
    "evidence-1": (
        ["b", "B", " (b) ", "b: the list grew", "The list grew during the day, and each counts another hour of it."],
        [
            ("a", "some hour"),
            ("c", "axis"),
            ("d", "register"),
            ("e", "letters"),
            (2, "letters"),
            (["b", "c"], "letters"),
        ],
    ),
    "evidence-2": (
        [
            "14 May 2018",
            "2018-05-14",
            date(2018, 5, 14),
            datetime(2018, 5, 14, 9),
            "May 14, 2018",
            "14.05.2018",
            "14th May 2018",
        ],
        [
            ("17 April 2018", "before the peak"),
            ("30 April 2018", "lower one later"),
            (date(2018, 5, 19), "slider ends"),
            ("14 May", "year"),
            ("16 April 2018", "right end"),
            (14.5, "date in quotes"),
            (["14", "May"], "date in quotes"),
        ],
    ),
    "evidence-3": (
        [
            0.44,
            18.9e6 / 2**32 * 100,
            "0.44 %",
            "0,44",
            "0.44 percent",
            np.float64(0.44),
            Decimal("0.44"),
            Fraction(44, 100),
            [0.44],
        ],
        [
            (0.0044, "multiply by 100"),
            (44, "100 twice"),
            (227.2, "wrong way round"),
            (0.04, "first days"),
            (0.4, "published 0.4"),
            (18_900_000, "one of the two"),
            ("0.88 percent", "2**31"),
            (True, "a number"),
            ("0.44 km", "unit"),
            (float("nan"), "finite"),
            (10**400, "finite"),
            (1.7, "divide"),
            ("no idea", "no number"),
        ],
    ),
}


def verdict(id: str, answer: object) -> Any:
    question = find_question(id)
    assert not isinstance(question, str)
    return judge(question, answer)


def test_every_question_is_in_the_bank() -> None:
    assert set(BANK) == set(ALL)
    for right, wrong in BANK.values():
        assert len(right) >= 3
        assert len(wrong) >= 4


@pytest.mark.parametrize(("id", "answer"), [(id, answer) for id in BANK for answer in BANK[id][0]], ids=repr)
def test_right_in_another_shape(id: str, answer: object) -> None:
    assert verdict(id, answer).status == "correct"


@pytest.mark.parametrize(("id", "answer", "word"), [(id, *pair) for id in BANK for pair in BANK[id][1]], ids=repr)
def test_wrong_gets_its_hint(id: str, answer: object, word: str) -> None:
    found = verdict(id, answer)
    assert found.status == "not yet"
    assert word in found.text


@pytest.mark.parametrize("id", ALL)
@pytest.mark.parametrize("blank", [..., None, "", "  ", "...", "?"])
def test_blank_is_not_answered_yet(id: str, blank: object) -> None:
    assert verdict(id, blank).status == "not answered yet"


@pytest.mark.parametrize("id", ALL)
def test_hints_never_give_a_correct_answer_away_at_once(id: str) -> None:
    question = find_question(id)
    assert not isinstance(question, str)
    assert question.minutes > 0
    assert judge(question, question.hints[0]).status != "correct"
    for mistake in question.mistakes:
        assert mistake.hint.endswith((".", "?"))


class Hostile:
    """Says yes to everything, at length."""

    def __init__(self, do: Any) -> None:
        self._do = do

    def __getattribute__(self, name: str) -> Any:
        object.__getattribute__(self, "_do")()
        return super().__getattribute__(name)

    def _act(self, *_: object) -> Any:
        object.__getattribute__(self, "_do")()
        return True

    __eq__ = __lt__ = __bool__ = __float__ = __int__ = __len__ = __iter__ = __getitem__ = _act  # type: ignore[assignment]
    __repr__ = __str__ = __hash__ = __index__ = __complex__ = __abs__ = __contains__ = _act  # type: ignore[assignment]


def forever() -> None:
    while True:
        with contextlib.suppress(Exception):
            time.sleep(0.01)


def leave() -> None:
    raise SystemExit(3)


class Yes(str):
    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def casefold(self) -> str:
        return "b"


@pytest.mark.parametrize("id", ALL)
@pytest.mark.parametrize("do", [forever, leave, lambda: 1 / 0], ids=["endless", "exit", "error"])
def test_hostile_objects(id: str, do: Any, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()
    for answer in (Hostile(do), [Hostile(do)], {1: Hostile(do)}, lambda: do()):
        check(id, answer)
    assert time.monotonic() - began < 12
    said = capsys.readouterr().out
    assert said.count("not yet: ") == 4
    assert "correct: " not in said


def test_a_text_that_calls_itself_equal_is_read_as_its_letters() -> None:
    assert verdict("evidence-1", Yes("c")).status == "not yet"
    assert verdict("evidence-1", Yes("b")).status == "correct"


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.dates()
    | st.decimals()
    | st.fractions()
    | st.complex_numbers(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3) | st.tuples(inner)
    ),
    max_leaves=5,
)


@settings(deadline=None, max_examples=300)
@given(answer=anything)
@pytest.mark.parametrize("id", ALL)
def test_anything_gets_a_verdict_and_no_false_correct(id: str, answer: object) -> None:
    found = verdict(id, answer)
    if found.status == "correct":
        text = repr(answer).casefold()
        assert {"evidence-1": "b", "evidence-2": "14", "evidence-3": "4"}[id] in text


def test_unknown_questions_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    check("evidnce-1", 3)
    check(7, 3)  # type: ignore[arg-type]
    hint("evidence-99")
    hint("evidence-1", 4)
    hint("evidence-1", "2")  # type: ignore[arg-type]
    check("classroom-1", 1)
    check("errors-1", 1)
    check("../x-1", 1)
    said = capsys.readouterr().out.splitlines()
    assert "Did you mean evidence-1?" in said[0]
    assert "in quotes" in said[1]
    assert "There is no question 'evidence-99'" in said[2]
    assert said[3] == said[4] == "Hints have the levels 1, 2 and 3: hint('evidence-1', 2)."
    assert all("There is no question" in line for line in said[5:8])


def test_check_is_stateless_and_keeps_the_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Any, capsys: Any) -> None:
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(tmp_path / "answers.json"))
    said = []
    for answer in ("c", "b", "c", ..., "c"):
        check("evidence-1", answer)
        said.append(capsys.readouterr().out)
    assert said[0] == said[2] == said[4]
    assert said[1].startswith("correct: ")
    assert said[3].startswith("not answered yet: ")
    assert max(len(line) for text in said for line in text.splitlines()) <= 96
    assert saved("evidence-1") == "c"
    assert saved("evidence-2") is None
    assert saved(3) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("655,360", 655360), ("655 360 addresses", 655360), ("655'360", 655360), ("18.9 million", 18.9e6), ("1e6", 1e6),
        ("18.900.000", 18.9e6), ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("0,440", 0.44), ("-3", -3), ("about 12", 12),
        ("~ 7", 7), ("2 bn", 2e9), ("5.", 5), ("12,5", 12.5), ("− 4", -4),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str, value: float) -> None:
    assert NumberAnswer(0, "addresses").read(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "1 2 x", "12 to 13", "1.2.3", "twelve", "0x10", "1,2,3", "--4", "inf", "nan"])
def test_what_is_no_number_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Unreadable, match=r"\.$"):
        NumberAnswer(0, "addresses").read(text)


def test_units_are_converted() -> None:
    kind = NumberAnswer(50, "percent", {"%": 1, "share": 100}, tolerance=0.01)
    assert kind.right(kind.read("0.5 share"))
    assert kind.right(kind.read("50.4 %"))
    assert not kind.right(kind.read("51 %"))


def test_exact_words_and_whole_numbers() -> None:
    kind = ExactAnswer(("Roskomnadzor", "RKN", 19), "a name")
    for answer in ("roskomnadzor", " “RKN”. ", 19, 19.0, np.int64(19), "19"):
        assert kind.right(kind.read(answer))
    assert not kind.right(kind.read("RKN and FSB"))
    with pytest.raises(Unreadable, match="a name is wanted"):
        kind.read(19.5)


def test_choice_by_letter_or_words() -> None:
    kind = ChoiceAnswer({"a": "the store", "b": "the network"}, "b")
    for answer in ("b", "B)", "b. the network", "The network."):
        assert kind.right(kind.read(answer))
    with pytest.raises(Unreadable):
        kind.read("be")
