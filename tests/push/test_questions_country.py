"""What the code questions of lesson 04b take for right is what the kit's country and the experiment yield."""

import asyncio
import math
from collections import Counter
from typing import Any

import numpy as np
import pytest

from chokepoints.classroom.kinds import FunctionAnswer, NumberAnswer
from chokepoints.classroom.questions import Question, find_question, judge
from chokepoints.enforcement.experiment import run
from chokepoints.push.country import Assumptions, Switch
from chokepoints.push.country_users import back_after, expected, hours_to_reach, in_the_long_run
from chokepoints.push.questions_country import NEEDED, ONE_STEP_SHORT, RETURNS, WANTED, WITHOUT_SWITCH
from chokepoints.push.questions_phones import PHONES


def the(id: str) -> Question:
    question = find_question(id)
    assert isinstance(question, Question)
    return question


def cases(id: str) -> tuple[tuple[Any, ...], ...]:
    answer = the(id).answer
    assert isinstance(answer, FunctionAnswer)
    return tuple((*arguments, wanted) for arguments, wanted, _ in answer.cases)


def half(returns: list[tuple[float, int]], users: int) -> float | str:
    """By another road than the worked line: one number for each user, and of these the median."""
    ever = [minute for minute, count in returns for _ in range(count)]
    everybody = sorted(ever + [math.inf] * (users - len(ever)))
    middle = everybody[(users + 1) // 2 - 1]
    return "never" if math.isinf(middle) else middle


def after(days: int, users: float, blocked: float, back: float) -> tuple[float, float]:
    """By another road: the power of a matrix."""
    step = np.array([[1 - blocked, back], [blocked, 1 - back]])
    connected, cut_off = np.linalg.matrix_power(step, days) @ np.array([users, 0.0])
    return float(connected), float(cut_off)


def came_back(phones: list[tuple[str, str, list[int]]]) -> dict[str, float]:
    cut = Counter(front for _, front, steps in phones if 2 not in steps)
    there = Counter(front for _, front, steps in phones if 2 not in steps and 5 in steps)
    return {front: there[front] / number for front, number in cut.items()}


def test_half_is_the_median_of_all_users() -> None:
    for returns, users, wanted in cases("push-12"):
        assert half(returns, users) == wanted
    assert judge(the("push-12"), half).status == "correct"


@pytest.mark.parametrize(("switch", "reach"), [(Switch.OPEN, 0.8), (Switch.SERVICE, 0.8), (Switch.SERVICE, 0.5)])
def test_half_of_the_kits_country_is_reached_when_the_kit_says_so(switch: Switch, reach: float) -> None:
    """A country whose slower ways are closed, in minutes: who has no push never comes back."""
    closed = Assumptions(push_reach=reach, switch=switch, backup_hours=math.inf, update_days=math.inf)
    minutes = np.arange(0, 600)
    users = 10_000
    back = np.floor(back_after(closed, minutes / 60) * users).astype(int)
    returns = [(int(minute), int(count)) for minute, count in zip(minutes[1:], np.diff(back), strict=True)]
    hours = hours_to_reach(closed)
    wanted = "never" if math.isinf(hours) else math.ceil(hours * 60)
    assert half(returns, users) == wanted
    assert (wanted == "never") is (reach * (1 - 0.3 * (switch is Switch.SERVICE)) <= 0.5)


def test_the_returns_of_question_12_teach_what_the_answer_says() -> None:
    """Half of all and half of those who came back differ; some are never told."""
    came = sum(count for _, count in RETURNS)
    assert half(RETURNS, came) == 5
    assert half(RETURNS, 1_000_000) == 30
    assert came < 1_000_000


def test_after_is_the_power_of_a_matrix() -> None:
    for *given, wanted in cases("push-13"):
        days, users, blocked, back = given
        assert after(days, users, blocked, back) == pytest.approx(wanted)
        assert sum(wanted) == pytest.approx(users)
    assert judge(the("push-13"), after).status == "correct"


def test_the_kits_country_of_one_group_does_the_same_steps() -> None:
    """With a messenger that moves at once: the shares of a day are those of two states between which one goes."""
    blocks, backup = 0.7, 8.0
    country = Assumptions(
        days=30, blocks_per_day=blocks, detection_minutes=0.1, push_reach=0.0, backup_hours=backup, update_days=math.inf
    )
    learns = 24 / backup
    both = -math.expm1(-(blocks + learns)) / (blocks + learns)
    mean = expected(country)
    for day in (1, 2, 5, 30):
        connected, cut_off = after(day, 1.0, blocks * both, learns * both)
        assert connected == pytest.approx(float(mean.connected[day]), abs=2e-4)
        assert cut_off == pytest.approx(float(mean.cut_off[day]), abs=2e-4)
    assert in_the_long_run(country) == pytest.approx(learns / (learns + blocks), abs=2e-4)


def test_came_back_by_hand_and_by_the_experiment() -> None:
    for phones, wanted in cases("push-14"):
        assert came_back(phones) == pytest.approx(wanted)
    assert judge(the("push-14"), came_back).status == "correct"
    for switch, wanted in (("all refused", {"RU": 0.0, "DE": 1.0}), ("open", {"RU": 1.0, "DE": 1.0})):
        result = asyncio.run(run(switch, phones=4))
        rows = [
            (f"p{number}", front, [step.number for step in result.steps if step.connected[number]])
            for number, front in enumerate(result.storefronts)
        ]
        assert len(rows[0]) == len(PHONES[0])
        assert all(1 in steps and 2 not in steps for _, _, steps in rows)
        assert came_back(rows) == wanted


def test_the_share_of_question_16_is_the_smallest_that_is_enough() -> None:
    def first(switch: Switch) -> int:
        return next(n for n in range(101) if in_the_long_run(Assumptions(push_reach=n / 100, switch=switch)) >= WANTED)

    assert first(Switch.SERVICE) == NEEDED
    assert first(Switch.OPEN) == WITHOUT_SWITCH
    assert ONE_STEP_SHORT == NEEDED - 1
    assert f"{WITHOUT_SWITCH} %" in the("push-16").why
    assert f"{WANTED:.0%}".replace("%", " %") in the("push-16").ask
    assert f"{Assumptions().storefront_share:.0%}".replace("%", " %") in the("push-16").ask
    answer = the("push-16").answer
    assert isinstance(answer, NumberAnswer)
    assert answer.value == first(Switch.SERVICE)


def test_the_exact_mean_agrees_with_the_formula_of_question_16() -> None:
    """A year after the switch is thrown, by the chain of five states."""
    for percent, enough in ((NEEDED, True), (ONE_STEP_SHORT, False)):
        country = Assumptions(push_reach=percent / 100, switch=Switch.SERVICE, switch_day=0, days=365)
        assert (float(expected(country).connected[-1]) >= WANTED) is enough


def test_the_seven_phones_are_shown_in_full() -> None:
    said = judge(the("push-14"), lambda phones: {"RU": 1, "DE": 2}).text
    assert said.startswith(f"seven phones: came_back({PHONES}) returned")
