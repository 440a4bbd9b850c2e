"""Every question has its answers in the bank: right ones in other shapes, wrong ones with the hint they must earn."""

from typing import Any

import pytest
from bank import BANK

from chokepoints.classroom import question_ids
from chokepoints.classroom.questions import Question, Verdict, find_question, judge

RIGHT = [(id, answer) for id, (right, _) in BANK.items() for answer in right]
WRONG = [(id, *pair) for id, (_, wrong) in BANK.items() for pair in wrong]


def the(id: str) -> Question:
    question = find_question(id)
    assert isinstance(question, Question), question
    return question


def numbered(cases: list[Any]) -> list[str]:
    """Names that are the same on every run, which the answers' own are not."""
    return [f"{case[0]}-{number}" for number, case in enumerate(cases)]


def test_every_question_is_in_the_bank_and_no_other() -> None:
    assert set(BANK) == question_ids()


@pytest.mark.parametrize("id", sorted(question_ids()))
def test_four_wrong_and_three_right_in_different_shape(id: str) -> None:
    right, wrong = BANK[id]
    # Two functions have one type and one repr; they differ by what they are.
    shapes = {(type(answer), answer if callable(answer) else repr(answer)) for answer in right}
    assert len(shapes) >= 3
    assert len(wrong) >= 4
    assert all(len(words) >= 4 for _, words in wrong)


@pytest.mark.parametrize(("id", "answer"), RIGHT, ids=numbered(RIGHT))
def test_right_in_another_shape(id: str, answer: object) -> None:
    verdict = judge(the(id), answer)
    assert verdict.status == "correct", verdict


@pytest.mark.parametrize(("id", "answer", "words"), WRONG, ids=numbered(WRONG))
def test_wrong_gets_its_hint(id: str, answer: object, words: str) -> None:
    verdict = judge(the(id), answer)
    assert verdict.status == "not yet", verdict
    assert words.casefold() in verdict.text.casefold()


@pytest.mark.parametrize("id", sorted(question_ids()))
def test_every_mistake_is_made_by_an_answer_of_the_bank(id: str) -> None:
    said = " ".join(judge(the(id), answer).text for answer, _ in BANK[id][1]).casefold()
    unearned = [mistake.hint for mistake in the(id).mistakes if mistake.hint.casefold() not in said]
    assert unearned == []


@pytest.mark.parametrize("id", sorted(question_ids()))
def test_no_hint_gives_the_answer_away_at_once(id: str) -> None:
    question = the(id)
    assert question.minutes > 0
    assert judge(question, question.hints[0]).status != "correct"
    for mistake in question.mistakes:
        assert mistake.hint.endswith((".", "?"))


@pytest.mark.parametrize("id", sorted(question_ids()))
@pytest.mark.parametrize("blank", [..., None, "", "  ", "...", "?", [...], (..., ...), {"a": ...}], ids=repr)
def test_blank_is_not_answered_yet(id: str, blank: object) -> None:
    assert judge(the(id), blank).status == "not answered yet"


def test_the_same_answer_gets_the_same_verdict() -> None:
    for id, (right, wrong) in BANK.items():
        for answer in (right[0], wrong[0][0]):
            verdicts: set[Verdict] = {judge(the(id), answer) for _ in range(3)}
            assert len(verdicts) == 1
