"""Any Python object into `check`: no exception comes out, it does not hang, and nothing wrong is called correct."""

import math
import time
from datetime import date, timedelta
from typing import Any

import pytest
from bank import BANK
from hostile import DEEDS, forever, thing, things
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.classroom import check, kinds, question_ids
from chokepoints.classroom import questions as questions_module
from chokepoints.classroom.kinds import (
    ChoiceAnswer,
    ExactAnswer,
    FunctionAnswer,
    ListAnswer,
    NumberAnswer,
    Point,
    SetAnswer,
    TableAnswer,
    TextAnswer,
)
from chokepoints.classroom.questions import Question, find_question, judge

MODELS = (
    "I think that the order binds the store, because the court spoke of others who give access to the app.",
    "I think that the order does not bind the store, because nobody had heard it when the court gave the order.",
)
#: One question of every kind, beside those of the rooms.
SAMPLES: dict[str, Any] = {
    "number": NumberAnswer(45, "days", within=0.5),
    "exact": ExactAnswer(("RKN", 19, date(2018, 5, 28)), "a name"),
    "choice": ChoiceAnswer({"a": "the store", "b": "the network"}, "b"),
    "set": SetAnswer(("b", "d", 4), "a list"),
    "list": ListAnswer(("b", "d", "a"), "a list"),
    "table": TableAnswer({"Amazon": 4, "Google": 3}, ("company", "count"), "a table"),
    "function": FunctionAnswer("double(number)", (((2,), 4, "a two"), ((0,), 0, "a nought")), "a function"),
    "text": TextAnswer((Point("court", (r"\bcourt\b",), "name the court."),), 8, 40, MODELS, 1),
}
QUESTIONS: dict[str, Question] = {
    f"sample-{name}": Question(f"sample-{name}", "What?", kind, "so.", ("1", "2", "3"), (), "again.", 1, "law")
    for name, kind in SAMPLES.items()
}
for _id in sorted(question_ids()):
    _found = find_question(_id)
    assert isinstance(_found, Question)
    QUESTIONS[_id] = _found
KINDS = {type(question.answer) for question in QUESTIONS.values()}

letters = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)  # lone surrogates included
plain_things = (
    st.none() | st.booleans() | st.integers() | st.floats() | letters | st.binary() | st.dates() | st.decimals()
    | st.fractions() | st.complex_numbers() | st.timedeltas() | st.datetimes() | st.just(...) | st.uuids()
)  # fmt: skip
#: What answers are made of, so that near misses are tried too.
parts = st.sampled_from(
    [
        "a",
        "b",
        "c",
        "d",
        "e",
        "amazon",
        "google",
        "Amazon",
        4,
        3,
        45,
        19,
        0,
        "4",
        "45 days",
        "b and d",
        "b, d, 4",
        "court",
    ]
)
hashable = parts | st.integers() | letters | st.booleans() | st.none()
anything = st.recursive(
    plain_things | parts,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(hashable, inner, max_size=4)
        | st.sets(hashable, max_size=4)
        | st.lists(st.tuples(parts, inner), max_size=3)
        | inner.map(lambda value: lambda *_: value)
        | inner.map(lambda value: iter([value]))
    ),
    max_leaves=8,
)


def items(answer: Any) -> list[Any]:
    """What a collection holds, as a reader of the answer would list it."""
    if isinstance(answer, str):
        return [word for word in answer.casefold().replace(",", " ").replace(" and ", " ").split() if word]
    return list(answer) if isinstance(answer, list | tuple | set | dict) else [answer]


def said(answer: Any) -> str:
    return repr(answer).casefold()


def could_be_right(kind: Any, answer: Any) -> bool:
    """Whether a verdict of correct can be true: a second, coarser opinion that shares no code with the kinds."""
    while isinstance(answer, list | tuple) and len(answer) == 1:
        answer = answer[0]
    if isinstance(kind, NumberAnswer):
        if isinstance(answer, timedelta):
            return kind.unit == "days" and abs(answer / timedelta(days=1) - kind.value) < 1
        if isinstance(answer, str):
            return any(letter.isdigit() for letter in answer)
        off = abs(float(answer) - kind.value)
        return not isinstance(answer, bool) and off <= max(kind.within, abs(kind.value) * kind.tolerance) + 1e-6
    if isinstance(kind, ExactAnswer):
        return any(str(one).casefold()[:3] in said(answer) or str(one)[-2:] in said(answer) for one in kind.accepted)
    if isinstance(kind, ChoiceAnswer):
        return isinstance(answer, str) and kind.correct in answer.casefold()
    if isinstance(kind, ListAnswer):
        given = "".join(str(item) for item in items(answer)).casefold()
        return given == "".join(str(item) for item in kind.items)
    if isinstance(kind, SetAnswer):
        given = {str(item).casefold() for item in items(answer)}
        return all(str(item) in "".join(given) for item in kind.items) and len(given) <= len(kind.items)
    if isinstance(kind, TableAnswer):
        return all(name.casefold() in said(answer) for name in kind.rows)
    if isinstance(kind, FunctionAnswer):
        return callable(answer)
    return isinstance(answer, str) and len(answer.split()) >= kind.least_words


def test_every_kind_is_asked() -> None:
    assert {type(kind) for kind in SAMPLES.values()} == KINDS
    assert {kind.__name__ for kind in KINDS} == {name for name in vars(kinds) if name.endswith("Answer")}


@settings(deadline=None, max_examples=600)
@given(answer=anything)
def test_anything_gets_a_verdict_and_no_false_correct(answer: Any) -> None:
    for id, question in QUESTIONS.items():  # to make up an answer takes longer than to judge it
        verdict = judge(question, answer)
        assert "took too long" not in verdict.text, id
        assert str(verdict).endswith((".", "?", "`", ")", ":")) or verdict.status == "correct", (id, verdict)
        if verdict.status == "correct":
            assert could_be_right(question.answer, answer), f"{id}: {answer!r} is called correct"


@settings(deadline=None, max_examples=200)
@given(chosen=st.lists(st.sampled_from("abcdef"), max_size=6))
@pytest.mark.parametrize("id", [id for id, one in QUESTIONS.items() if type(one.answer) in (SetAnswer, ListAnswer)])
def test_only_the_wanted_letters_are_correct(id: str, chosen: list[str]) -> None:
    kind = QUESTIONS[id].answer
    assert isinstance(kind, SetAnswer | ListAnswer)
    wanted = [str(item[0] if isinstance(item, tuple) else item) for item in kind.items]
    right = chosen == wanted if isinstance(kind, ListAnswer) else set(chosen) == set(wanted)
    for answer in (chosen, tuple(chosen), ", ".join(chosen), "; ".join(chosen)):
        status = judge(QUESTIONS[id], answer).status
        assert (status == "correct") == (right and len(chosen) > 0), (answer, status)


@settings(deadline=None, max_examples=200)
@given(off=st.floats(-1e6, 1e6).filter(lambda off: abs(off) > 1e-6))
@pytest.mark.parametrize("id", [id for id, one in QUESTIONS.items() if type(one.answer) is NumberAnswer])
def test_only_numbers_within_are_correct(id: str, off: float) -> None:
    kind = QUESTIONS[id].answer
    assert isinstance(kind, NumberAnswer)
    reach = max(kind.within, abs(kind.value) * kind.tolerance)
    for answer in (kind.value + off, repr(kind.value + off), f"{kind.value + off!r} {kind.unit}"):
        correct = judge(QUESTIONS[id], answer).status == "correct"
        if not math.isclose(abs(off), reach, rel_tol=1e-6, abs_tol=1e-6):
            assert correct == (abs(off) < reach), answer


@settings(deadline=None, max_examples=100)
@given(rows=st.dictionaries(st.sampled_from(["Amazon", "Google", "Microsoft"]), st.integers(2, 5), max_size=3))
def test_only_the_wanted_table_is_correct(rows: dict[str, int]) -> None:
    for answer in (rows, list(rows.items()), [{"company": name, "count": count} for name, count in rows.items()]):
        status = judge(QUESTIONS["sample-table"], answer).status
        assert (status == "correct") == (rows == {"Amazon": 4, "Google": 3}), answer


@pytest.mark.parametrize("deed", sorted(DEEDS))
@pytest.mark.parametrize("id", sorted(id for id in QUESTIONS if id.startswith("sample-")))
def test_hostile_objects(id: str, deed: str, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr(questions_module, "find_question", QUESTIONS.__getitem__)
    # A tenth of the time, so that the many endless ones do not take minutes; that two seconds are kept: test_limit.
    monkeypatch.setattr(type(QUESTIONS[id].answer), "seconds", 0.1)
    # A number's own kind may run an object's code only until the limit; a function's runs it by design.
    cases = things(DEEDS[deed])
    began = time.monotonic()
    for answer in cases:
        check(id, answer)
    assert time.monotonic() - began < 0.5 * len(cases)
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("correct: ", "not "))]
    assert len(told) == len(cases)
    assert all(line.startswith("not yet: ") for line in told), told


@pytest.mark.parametrize("id", sorted(question_ids()))
def test_hostile_objects_for_every_question(id: str, capsys: Any) -> None:
    cases = things(DEEDS["yes"]) + things(DEEDS["odd"])
    for answer in cases:
        check(id, answer)
    assert capsys.readouterr().out.count("not yet: ") == len(cases)


@pytest.mark.parametrize("id", sorted(question_ids()))
def test_an_endless_answer_ends(id: str, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr(type(QUESTIONS[id].answer), "seconds", 0.1)  # how long it is by itself: test_limit
    began = time.monotonic()
    check(id, [thing(forever)])
    check(id, lambda *_: forever())
    assert time.monotonic() - began < 3
    assert capsys.readouterr().out.count("not yet: ") == 2


class Yes(str):
    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def casefold(self) -> str:
        return "b"

    __str__ = casefold


class Always(float):
    def __float__(self) -> float:
        return 45.0


def test_a_number_that_calls_itself_another_is_read_as_it_is() -> None:
    assert judge(QUESTIONS["sample-number"], Always(7)).status == "not yet"
    assert judge(QUESTIONS["sample-number"], Always(45)).status == "correct"


def test_a_text_that_calls_itself_equal_is_read_as_its_letters() -> None:
    choice = QUESTIONS["sample-choice"]
    assert judge(choice, Yes("a")).status == "not yet"
    assert judge(choice, Yes("b")).status == "correct"
    assert judge(QUESTIONS["sample-set"], [Yes("b"), Yes("x"), 4]).status == "not yet"
    assert judge(QUESTIONS["sample-function"], lambda number: Yes("4")).status == "not yet"


def test_what_a_collection_holds_counts_not_what_it_says() -> None:
    class Rows(dict):  # type: ignore[type-arg]
        def items(self) -> Any:
            return [("Amazon", 4), ("Google", 3)]

        keys = values = __iter__ = items

    class Letters(list):  # type: ignore[type-arg]
        def __iter__(self) -> Any:
            return iter(["b", "d", "a"])

        copy = __iter__

    assert judge(QUESTIONS["sample-table"], Rows(Amazon=1)).status == "not yet"
    assert judge(QUESTIONS["sample-table"], Rows(Amazon=4, Google=3)).status == "correct"
    assert judge(QUESTIONS["sample-list"], Letters(["x", "y"])).status == "not yet"
    assert judge(QUESTIONS["sample-list"], Letters(["b", "d", "a"])).status == "correct"


def test_a_type_that_calls_itself_a_number_is_none() -> None:
    class Meta(type):
        def __eq__(cls, other: object) -> bool:
            return True

        def __hash__(cls) -> int:
            return hash(int)

    class Number(metaclass=Meta):
        def __len__(self) -> int:
            return 2

        def __iter__(self) -> Any:
            return iter([1, 2])

        def __float__(self) -> float:
            return 45.0

        def __str__(self) -> str:
            return "b"

    for id, question in QUESTIONS.items():
        assert judge(question, Number()).status == "not yet", id
        assert judge(question, [Number(), Number()]).status == "not yet", id
        assert judge(question, lambda *_: Number()).status == "not yet", id


@pytest.mark.alone
def test_deep_wide_and_circular_answers() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    circular: list[Any] = []
    circular += [circular, circular]
    shared: Any = ["b"]
    for _ in range(40):
        shared = [shared, shared]
    for answer in (deep, circular, shared, {"a": circular}, "b" * 10**7, ["b"] * 10**6, range(10**12), 10**100_000):
        for question in QUESTIONS.values():
            began = time.monotonic()
            assert judge(question, answer).status == "not yet"
            assert time.monotonic() - began < 1
        check("evidence-1", answer)


def test_the_bank_holds_what_the_rooms_ask() -> None:
    """So that the questions which are fuzzed here are those that have answers."""
    assert set(BANK) <= set(QUESTIONS)


def test_the_learners_own_interrupt_passes() -> None:
    def interrupted(_number: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        judge(QUESTIONS["sample-function"], interrupted)
    with pytest.raises(KeyboardInterrupt):
        check("evidence-8", interrupted)
    check("evidence-8", lambda ranges: 1)  # and all is as before
