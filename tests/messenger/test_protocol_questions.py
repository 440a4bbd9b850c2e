"""What the questions of lesson 02b take for right is what models and runs yield."""

import pytest

from chokepoints.classroom.questions import find_question, judge
from chokepoints.messenger.base_rate import Scan, expected
from chokepoints.messenger.phash import false_pairs, still_found
from chokepoints.messenger.pictures import CHANGES, alike

CHANGE = "turned by 10 degrees"


def status(id: str, answer: object) -> str:
    question = find_question(id)
    assert not isinstance(question, str)
    return judge(question, answer).status


def test_the_alarms_by_hand_are_those_of_the_model() -> None:
    day = expected(Scan(100_010, 1, 10 / 100_010, 0.9, 0.001))
    assert (day.true_alarms, day.false_alarms) == pytest.approx((9, 100))
    assert day.predictive_value is not None
    assert status("messenger-10", 100 * day.predictive_value) == "correct"


def test_the_function_is_the_models() -> None:
    def share(prevalence: float, recall: float, false_rate: float) -> float | None:
        return expected(Scan(10**9, 1000, prevalence, recall, false_rate)).predictive_value

    assert status("messenger-14", share) == "correct"


def test_the_false_pairs_at_the_smallest_threshold_that_finds_half() -> None:
    pictures = alike(7, 60)
    only = {CHANGE: CHANGES[CHANGE]}
    smallest = next(bits for bits in range(65) if still_found(pictures, bits, only)[CHANGE].found >= 30)
    assert smallest == 16
    assert status("messenger-16", false_pairs(pictures, [smallest])[smallest].found) == "correct"
