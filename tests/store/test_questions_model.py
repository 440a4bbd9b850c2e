"""What question 17 of the store takes for right is what the kit's model yields, and as near the formula as it says."""

import math
import re
import time
from typing import Any

import pytest

from chokepoints.classroom import functions
from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.limit import limited
from chokepoints.classroom.questions import judge
from chokepoints.store.base import Assumptions, Lost
from chokepoints.store.base_mean import delisted, expected
from chokepoints.store.base_runs import Course, simulate
from chokepoints.store.questions import QUESTIONS
from chokepoints.store.questions_model import HALF_DAYS, MODEL, by_formula


def first_day(course: Course) -> int | str:
    return next((day for day, share in enumerate(course.share().ravel()) if share <= 0.5), "never")


def half_by_model(*given: Any) -> int | str:
    return first_day(expected(delisted(*given)))


def test_it_is_a_further_question_of_the_room_in_code() -> None:
    assert [question for question in QUESTIONS if question.id == "store-17"] == [MODEL]
    assert (MODEL.track, MODEL.core, MODEL.minutes) == ("code", False, 5.0)
    assert len(MODEL.hints) == 3
    assert all(judge(MODEL, hint).status == "not yet" for hint in MODEL.hints)
    assert judge(MODEL, ...).status == "not answered yet"
    assert all(len(text) <= 290 for text in (MODEL.why, MODEL.otherwise, *MODEL.hints))


@pytest.mark.parametrize(("given", "wanted", "words"), HALF_DAYS, ids=[words for _, _, words in HALF_DAYS])
def test_the_days_are_the_models(given: tuple[Any, ...], wanted: Any, words: str) -> None:
    assert half_by_model(*given) == wanted, words
    course = expected(delisted(*given))
    shares = course.share().ravel()
    # Nobody comes or leaves, so the share is of those who had it; a last digit settles no case.
    assert course.wanting().ravel() == pytest.approx(course.using().ravel()[0])
    assert course.lost().ravel() == pytest.approx(course.lost(Lost.PHONE).ravel())
    assert min(abs(shares - 0.5)) > 1e-5


def test_without_another_way_it_is_the_formulas_first_whole_day() -> None:
    """For the cases, and for others that nobody is asked."""
    found = [(given, wanted) for given, wanted, _ in HALF_DAYS if given[2] == 0 and wanted != "never"]
    more = [(replaced, restored, 0.0, 1_500) for replaced in (0.5, 1.3, 4.0) for restored in (0.0, 0.3)]
    assert len(found) == 4
    for given, day in [*found, *((given, half_by_model(*given)) for given in more)]:
        assert day == math.ceil(by_formula(*given[:3])), given


def test_with_another_way_it_comes_some_days_before_the_formula() -> None:
    for given in ((0.4, 0.0, 0.2, 1_000), (1.0, 0.5, 0.3, 1_000), (2.0, 0.25, 0.25, 400)):
        day = half_by_model(*given)
        assert isinstance(day, int)
        assert 0 < by_formula(*given[:3]) - day < 6
        # These are without the app until they have it again by the other way, from which no backup brings it.
        replaced, restored, other, _ = given
        never_lost = (1 - replaced / 365 * (1 - restored)) ** day
        newly = other * replaced / 365 * (1 - restored * never_lost)
        kept = (1 - other) * never_lost
        share = float(expected(delisted(*given)).share().ravel()[day])
        assert share == pytest.approx(
            other + kept - newly / Assumptions().installs_daily, abs=5e-5
        )  # to the first order
        assert share <= 0.5 < other + kept
    assert math.isinf(by_formula(*HALF_DAYS[-1][0][:3]))


def test_what_is_said_of_the_two_is_so() -> None:
    given = {words: (case, wanted) for case, wanted, words in HALF_DAYS}
    (plain, day), (ways, earlier) = given["0.4 new phones a year"], given["another way"]
    assert f"{by_formula(*plain[:3]):.1f} days by the formula, day {day} in the model" in MODEL.why
    assert f"half on day {earlier}, the formula on day {math.ceil(by_formula(*ways[:3]))}" in MODEL.why
    assert f"three in ten know one, the model has half on day {earlier}" in MODEL.why
    assert ways[2] == 0.3
    assert plain[:2] == (Assumptions().replaced_per_year, Assumptions().restored)


def test_the_cases_tell_one_fault_from_another() -> None:
    """What people leave out or take for another thing changes what comes back in at least one case."""
    wanted = [day for _, day, _ in HALF_DAYS]
    faults: dict[str, list[Any]] = {
        "the formula": [math.ceil(half) if math.isfinite(half := by_formula(*case[:3])) else "never"
                        for case, _, _ in HALF_DAYS],
        "no backup": [half_by_model(a, 0.0, c, d) for (a, _, c, d), _, _ in HALF_DAYS],
        "no other way": [half_by_model(a, b, 0.0, d) for (a, b, _, d), _, _ in HALF_DAYS],
        "always a year": [half_by_model(a, b, c, 365) for (a, b, c, _), _, _ in HALF_DAYS],
        "always long": [half_by_model(a, b, c, 2_000) for (a, b, c, _), _, _ in HALF_DAYS],
    }  # fmt: skip
    for name, found in faults.items():
        assert found != wanted, name
    assert faults["the formula"][:3] == wanted[:3]


def test_it_takes_less_than_a_second() -> None:
    began = time.process_time()
    verdict = judge(MODEL, half_by_model)
    assert time.process_time() - began < 1
    assert verdict.status == "correct"
    assert verdict.text == MODEL.why


def test_one_run_of_the_model_for_each_day_is_told_from_a_loop_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def anew(*given: Any) -> int | str:
        days = (day for day in range(given[3]) if expected(delisted(*given)).share().ravel()[day] <= 0.5)
        return next(days, "never")

    monkeypatch.setattr(functions, "limited", lambda run, quiet: limited(run, 0.05, quiet))
    text = judge(MODEL, anew).text
    assert "did not come to an end in time" in text
    assert "run the model once, before the loop" in text.casefold()


@pytest.mark.parametrize("seed", range(6))
def test_by_lot_it_is_the_same_day_or_a_near_one(seed: int) -> None:
    """Whether a lot meets the day is chance: either the answer is right, or it is told to take the mean."""
    verdict = judge(MODEL, lambda *given: first_day(simulate(delisted(*given), seed=seed)))
    assert verdict.status == "correct" or "not by lot" in verdict.text or "the start, day 0" in verdict.text
    for given, wanted, _ in HALF_DAYS[:4]:
        day = first_day(simulate(delisted(*given), seed=seed))
        assert isinstance(day, int)
        assert isinstance(wanted, int)
        assert abs(day - wanted) <= 3


def test_the_worked_line_is_right() -> None:
    """Levels 2 and 3 of the hints, put together as they stand."""
    run = re.findall(r"shares = .*?\.ravel\(\)", MODEL.hints[1])[0]
    loop = re.findall(r"for day, share in .*?:", MODEL.hints[1])[0]
    inner, behind = re.findall(r": (if .*? day)\. .*: (return .*)\.", MODEL.hints[2])[0]
    assert isinstance(MODEL.answer, FunctionAnswer)
    code = f"def {MODEL.answer.signature}:\n {run}\n {loop}\n  {inner}\n {behind}\n"
    names: dict[str, Any] = {"expected": expected, "delisted": delisted}
    exec(code, names)
    assert judge(MODEL, names["half_by_model"]).status == "correct"
