"""What questions 1 to 8 of the store take for right is what the kit's base, store and fits yield, really run."""

import itertools
import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chokepoints.classroom.kinds import FunctionAnswer, NumberAnswer
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Question, judge
from chokepoints.errors import KitError
from chokepoints.evidence.facts import fact_named
from chokepoints.store import questions_adoption as adopted
from chokepoints.store.accounts import Got
from chokepoints.store.adoption import MODELS, fit, points, released
from chokepoints.store.audience import DAILY, FLAT, best_loss, counts, foretold, months
from chokepoints.store.base import Again, Assumptions, Channel, Lever, Lost, Platform, Storefront, System, Version
from chokepoints.store.base_cohorts import Cohort
from chokepoints.store.base_mean import daily_loss, days_until_half, expected
from chokepoints.store.catalogue import App, Catalogue
from chokepoints.store.notice import Act, Notice
from chokepoints.store.panel_half_life import Case, kept
from chokepoints.store.questions import QUESTIONS
from chokepoints.store.questions_adoption import ADOPTION, AUDIENCE, CURVES, FIGURES, SURE
from chokepoints.store.questions_base import BASE, CELLS, HIT, LEFT, LEFT_BY_DAY, REPLACED, RESTORED, YEARS
from chokepoints.store.questions_course import THREE_DAYS
from chokepoints.store.questions_loss import LEFT_AFTER, THREE, stops_at
from chokepoints.store.storefront import Store

BY_ID = {question.id: question for question in (*BASE, *ADOPTION)}
HERON = "org.heron.app"
ROOT = Path(__file__).resolve().parents[2]


def cases(id: str) -> list[tuple[tuple[Any, ...], Any]]:
    answer = BY_ID[id].answer
    assert isinstance(answer, FunctionAnswer)
    return [(arguments, wanted) for arguments, wanted, _ in answer.cases]


def quiet(lost_a_year: float, other: float = 0.0, **more: Any) -> Assumptions:
    """A delisting from the first day, in which a new phone without backup alone can lose the app.

    The chance of a day is such that after 365 of them just `lost_a_year` of those who know no other way have lost it.
    """
    a_day = 1 - (1 - lost_a_year) ** (1 / 365)
    fields: dict[str, Any] = {
        "users": 1_000_000, "lever": Lever.DELIST, "lever_from": Assumptions().start, "ios_share": 0.0,
        "newcomers_per_year": 0.0, "replaced_per_year": 365 * a_day, "restored": 0.0, "deleted_per_year": 0.0,
        "leaving_per_year": 0.0, "breaks": 0.0, "sideload_share": other, "installs_daily": 1.0,
    }  # fmt: skip
    return Assumptions(**fields | more)


def used(assumptions: Assumptions) -> float:
    """Percent of all people at the start that can use it on the last day."""
    return 100 * float(expected(assumptions).using().ravel()[-1]) / assumptions.users


def test_they_are_the_rooms_questions_in_order() -> None:
    numbers = [int(question.id.removeprefix("store-")) for question in QUESTIONS]
    assert numbers == sorted(set(numbers))
    assert [question for question in QUESTIONS if question.id in BY_ID] == sorted(BY_ID.values(), key=lambda q: q.id)
    assert [question.id for question in QUESTIONS[:8]] == [f"store-{number}" for number in range(1, 9)]
    core = [question for question in BY_ID.values() if question.core]
    assert sorted(question.track for question in core) == ["code"] * 3 + ["law"] * 3
    assert sum(question.minutes for question in core) == 22


def test_question_1_in_the_kits_base() -> None:
    lost = REPLACED * (1 - RESTORED)
    a_day = 1 - (1 - lost) ** (1 / 365)
    country = quiet(
        lost, days=365 * YEARS, replaced_per_year=365 * a_day / (1 - RESTORED), restored=RESTORED, again=Again.RESTORE
    )
    assert used(country) == pytest.approx(LEFT, abs=1e-6)
    assert isinstance(answer := BY_ID["store-1"].answer, NumberAnswer)
    assert answer.value == LEFT
    assert days_until_half(a_day) / 365 == pytest.approx(1.94, abs=0.01)  # "just under two years"


def test_question_1_day_by_day_as_the_panel_reckons() -> None:
    panel = 100 * kept(Case("any", RESTORED, 0.0), 100 * REPLACED, 0, Again.RESTORE, 365 * YEARS)
    assert panel == pytest.approx(LEFT_BY_DAY, abs=0.05)
    assert f"{panel:.0f} are left" in BY_ID["store-1"].why
    assert judge(BY_ID["store-1"], panel).status == "not yet"


def test_question_2_says_what_the_rows_say() -> None:
    january, april = (fact_named(slug) for slug in FIGURES)
    assert (january.low, april.low) == (65, 76)
    for row in (january, april):
        assert row.basis != "unverified"
        assert row.measures == "devices on iOS 11, by visits to the store"  # so e, and no count of messengers: not b
        assert row.place == "world"  # so not a
    points_up, percent_up = april.low - january.low, 100 * (april.low / january.low - 1)
    assert f"From {january.low} to {april.low} are {points_up} percentage *points*" in BY_ID["store-2"].why
    assert f"{percent_up:.0f} percent" in BY_ID["store-2"].why  # so not d
    assert round(percent_up) != points_up


def got(act: Act) -> dict[str, bool]:
    """Who of the six gets what they want on the first day, in the kit's store, once XA's demand was answered so."""
    store = Store(Catalogue(("XA", "XB"), (App("Grey Heron", "Heron Ltd", "messenger", HERON),)), "2018-04-16")
    for name, front in (("Anna", "XA"), ("Boris", "XA"), ("Lena", "XB"), ("Vera", "XA"), ("Jonas", "XB")):
        store.open_account(name, front)
        if name in ("Anna", "Boris", "Lena"):
            store.get(name, HERON)
    store.go_to("2018-04-17")
    store.answer(store.receive(Notice("the authority of XA", "XA", HERON)).number, act)
    store.submit(HERON, "1.1")
    if act is Act.HOLD:
        with pytest.raises(KitError):
            store.approve(HERON)
    else:
        store.approve(HERON)
    came = {name: store.get(name, HERON) for name in ("Boris", "Vera", "Jonas", "Lena")}
    return {
        "Anna": store.get("Anna", HERON) is not Got.NOTHING,
        "Boris": came["Boris"] is Got.UPDATED,
        "Vera": came["Vera"] is Got.INSTALLED,
        "Jonas": came["Jonas"] is Got.INSTALLED,
        "Lena": came["Lena"] is Got.UPDATED,
        "Timur": True,  # the developer's page is no store
    }


def test_question_3_in_the_kits_store() -> None:
    delisted, frozen = got(Act.REMOVE_HERE), got(Act.HOLD)
    hit = {
        letter
        for cells, name in zip(CELLS, delisted, strict=True)
        for letter, lever in zip(cells, (delisted, frozen), strict=True)
        if not lever[name]
    }
    assert hit == set(HIT)
    assert all(got(Act.REFUSE).values())
    assert judge(BY_ID["store-3"], hit).status == "correct"


@pytest.mark.parametrize("row", range(6))
@pytest.mark.parametrize("lever", [Lever.DELIST, Lever.FREEZE])
def test_question_3_in_the_kits_base(row: int, lever: Lever) -> None:
    """The same, by the chances of one day: everybody who can is sure to install or to update on it."""
    country = Assumptions(
        users=1_000, days=1, lever=lever, lever_from=Assumptions().start, automatic_daily=1.0, installs_daily=1.0,
        replaced_per_year=0.0, deleted_per_year=0.0, leaving_per_year=0.0, sideload_updates_daily=1.0,
        newcomers_per_year=10.0 if row in (2, 3) else 0.0, sideload_share=0.0,
    )  # fmt: skip
    front = Storefront.INSIDE if row in (0, 1, 2, 5) else Storefront.ELSEWHERE
    channel = Channel.SIDELOADED if row == 5 else Channel.STORE
    person = Cohort(Platform.ANDROID, front, channel, Version.OLDER, System.OLD, 1_000)
    # A delisting needs somebody inside, whom the rows of the other storefront leave out again.
    other = Cohort(Platform.ANDROID, Storefront.INSIDE, Channel.STORE, Version.OLDER, System.OLD, 1)
    course = expected(country, (person, other) if front is Storefront.ELSEWHERE else (person,))
    if row in (2, 3):  # who came on the day
        satisfied = float(course.lost(Lost.NEWCOMER, storefront=front).ravel()[-1]) == 0
    else:
        wanted = None if row == 0 else True
        satisfied = float(course.using(newest=wanted, storefront=front).ravel()[-1]) == 1_000
    assert satisfied is (CELLS[row][lever is Lever.FREEZE] not in HIT)


def test_question_4_is_the_kits_formula() -> None:
    for (lost,), wanted in cases("store-4"):
        half = days_until_half(lost)
        assert wanted == ("never" if math.isinf(half) else pytest.approx(half))
        if lost:  # and by hand: just half is left
            assert (1 - lost) ** wanted == pytest.approx(0.5)


def test_question_4_against_the_exact_mean() -> None:
    """In days, where the chance of a day is known: half are left after so many."""
    lost = daily_loss(0.4, 0.0, 0.0, Again.RESTORE)
    half = days_until_half(lost)
    country = quiet(0.4, days=int(half), replaced_per_year=0.4)
    assert used(country) == pytest.approx(50, abs=0.1)


def test_question_5_is_what_the_kits_fits_say() -> None:
    assert tuple(map(points, ("iOS 11", "iOS 12", "Android 8"))) == (adopted.IOS_11, adopted.IOS_12, adopted.ANDROID_8)
    assert set(CURVES) == set(MODELS)
    for (given, percent, day), wanted, _ in SURE:
        ends = {model: fit(given, model).days_to(percent).high for model in CURVES}
        assert wanted == [model for model in CURVES if ends[model] <= day]
        assert all(abs(end - day) > 3 for end in ends.values()), "too near for a last digit not to matter"


def test_question_5_says_days_that_are_the_fits() -> None:
    hint = next(one.hint for one in BY_ID["store-5"].mistakes if "best guess" in one.hint)
    assert f"as late as day {fit(adopted.IOS_11, 'logistic').days_to(70).high:.0f}" in hint
    carried = {case[0][1:]: len(case[1]) for case in SURE if case[0][0] == adopted.IOS_11}
    assert (carried[70, 163], carried[70, 200]) == (1, 3)
    assert date(2018, 3, 1).toordinal() - (released("iOS 11") or date.min).toordinal() == 163


def test_question_5_no_figure_tells_it_without_a_fit() -> None:
    """On neither side of the day of the first case is there a row that settles 70 percent."""
    (given, percent, day), _, _ = SURE[0]
    (_, less), (_, more) = next(pair for pair in itertools.pairwise(given) if pair[0][0] < day < pair[1][0])
    assert less < percent < more


def test_question_5_sets_best_guess_early_end_and_late_end_apart() -> None:
    answers = {
        end: [
            [model for model in CURVES if getattr(fit(given, model).days_to(percent), end) <= day]
            for (given, percent, day), _, _ in SURE
        ]
        for end in ("low", "value", "high")
    }
    assert answers["high"] == [wanted for _, wanted, _ in SURE]
    assert answers["low"] != answers["value"] != answers["high"] != answers["low"]


@pytest.mark.parametrize("one", THREE, ids=str)
@pytest.mark.parametrize("years", [1, 3])
def test_question_6_in_the_kits_base(one: dict[str, float], years: int) -> None:
    """Who knows another way is without the app for the night of the new phone at most: a tenth of one in a hundred."""
    place = THREE.index(one)
    wanted = next(result for (given, every), result in cases("store-6") if (given, every) == (years, THREE))[place]
    lost = one["replaced"] * (1 - one["restored"])
    assert used(quiet(lost, one["other"], days=365 * years)) == pytest.approx(wanted, abs=0.1)


def test_question_6_by_hand() -> None:
    for (years, every), wanted in cases("store-6"):
        found = []
        for one in every:
            rest = 1 - one["other"]
            for _ in range(years):
                rest *= 1 - one["replaced"] + one["replaced"] * one["restored"]
            found.append(100 * (one["other"] + rest))
        assert wanted == pytest.approx(found, abs=0.0500001)
    assert "from 22 to 51 in a hundred" in BY_ID["store-6"].why


def test_a_call_that_stops_is_told_only_where_it_is_the_first_that_is_wrong() -> None:
    right, stopped = [wanted for _, wanted, _ in LEFT_AFTER], Failed(ValueError)
    assert stops_at(right, LEFT_AFTER, 0.051) is None
    assert stops_at([*right[:2], stopped, *right[3:]], LEFT_AFTER, 0.051) == 2
    assert stops_at([stopped] * 7, LEFT_AFTER, 0.051) == 0
    assert stops_at([[80.0, 60.0, 95.0], stopped, *right[2:]], LEFT_AFTER, 0.051) is None
    unrounded = [right[0], [51.2, 21.6, 50.725], stopped, *right[3:]]
    assert (stops_at(unrounded, LEFT_AFTER, 0.051), stops_at(unrounded, LEFT_AFTER)) == (2, None)


@pytest.mark.parametrize("id", ["store-5", "store-6", "store-8"])
def test_where_a_call_stops_nothing_is_said_of_what_came_back(id: str) -> None:
    def solution(*_given: Any) -> Any:
        raise KitError("The models are three.")

    text = judge(BY_ID[id], solution).text
    assert "stopped with KitError" in text
    assert "in a cell of its own" in text
    assert "wanted" not in text


def test_question_4_names_the_function_of_its_cell() -> None:
    """`half_life` is the panel, which the lesson imports."""
    lesson = (ROOT / "lessons" / "05_app_store_gatekeeping.md").read_text("utf-8")
    assert isinstance(answer := BY_ID["store-4"].answer, FunctionAnswer)
    assert f"def {answer.signature}:" in lesson
    assert answer.signature.partition("(")[0] in answer.wanted


def test_question_7_says_what_the_rows_say() -> None:
    series = counts(DAILY)
    shown = {f"{one.first:%Y-%m}": one for one in series}
    assert {month: shown[month].value for month in AUDIENCE} == AUDIENCE
    april, june, later = AUDIENCE.values()
    why = BY_ID["store-7"].why
    assert f"fall of {100 * (1 - june / april):.0f} percent by June" in why
    assert f"rise of {100 * (later / april - 1):.0f} by February" in why
    assert shown["2017-10"].value < april  # "it grew before the ban too"


def test_question_7_no_rate_of_loss_gives_both() -> None:
    """The model of the panel, with the rate that fits best or any other, is wrong by a tenth in June or February."""
    series = counts(DAILY)
    april, june, later = AUDIENCE.values()
    when = [months(one.first) for one in series if f"{one.first:%Y-%m}" in ("2018-06", "2019-02")]
    assert when == [2, 10]
    for loss in [best_loss(series, FLAT), *(step / 100 for step in range(31))]:
        told = foretold(series, loss, FLAT, when)
        assert max(abs(told[0] / june - 1), abs(told[1] / later - 1)) > 0.1
        assert told[1] <= april < later


def test_question_8_counts_every_person_once() -> None:
    for (days, users, coming, _), wanted in cases("store-8"):
        assert len(wanted) == days + 1
        assert [sum(pair) for pair in wanted] == [users + coming * day for day in range(days + 1)]
        assert all(type(one) is int and one >= 0 for pair in wanted for one in pair)
        assert all(later[0] <= earlier[0] for earlier, later in itertools.pairwise(wanted))
    assert cases("store-8")[0][1] == THREE_DAYS


def test_question_8_in_the_kits_base() -> None:
    """People of a chance for people in whole: the exact mean loses 1 in `every` a day, and up to one a day more."""
    days, users, coming, every = 60, 100_000, 40, 500
    country = Assumptions(
        users=users, days=days, lever=Lever.DELIST, lever_from=Assumptions().start, ios_share=0.0, sideload_share=0.0,
        newcomers_per_year=coming * 365 / users, replaced_per_year=365 / every, restored=0.0, deleted_per_year=0.0,
        leaving_per_year=0.0, breaks=0.0,
    )  # fmt: skip
    course = expected(country)
    using, without = course.using().ravel(), course.lost().ravel()
    having, lacking = users, 0
    for day in range(1, days + 1):
        having, lacking = having - having // every, lacking + having // every + coming
        assert using[day] == pytest.approx(having, abs=day)
        assert without[day] == pytest.approx(lacking, abs=day + 1)
        assert using[day] + without[day] == pytest.approx(having + lacking, abs=1.01)  # one who comes, rounded down
    assert float(course.lost(Lost.NEWCOMER).ravel()[-1]) == pytest.approx(coming * days, abs=1)


@pytest.mark.parametrize("question", BY_ID.values(), ids=lambda one: one.id)
def test_a_question_has_its_form(question: Question) -> None:
    assert len(question.hints) == 3
    assert all(judge(question, hint).status == "not yet" for hint in question.hints)
    assert judge(question, ...).status == "not answered yet"
    assert question.core == (question.id not in ("store-7", "store-8"))
    assert all(len(text) <= 290 for text in (question.why, question.otherwise, *question.hints))


def test_the_right_option_of_question_7_is_not_the_longest() -> None:
    options = BY_ID["store-7"].answer.options
    assert len(options["c"]) < max(len(words) for letter, words in options.items() if letter != "c")
