"""Answers to the questions of lesson 05, room `store`."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import scipy.optimize
import scipy.special  # noqa: F401

from chokepoints.store.adoption import Days, fit
from chokepoints.store.questions_adoption import CURVES, IOS_11

Points = Sequence[tuple[float, float]]
Cases = Sequence[Mapping[str, float]]
Pairs = list[tuple[float, float]]


def half_life(lost: float) -> float | str:
    """As the worked line has it."""
    return math.log(0.5) / math.log(1 - lost) if lost else "never"


def half_life_by_search(lost: float) -> float | str:
    """Right by another road: halving the stretch in which half is reached."""
    if lost == 0:
        return "never"
    low, high = 0.0, 1e6
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if (1 - lost) ** middle > 0.5 else (low, middle)
    return low


def half_life_or(other: Any) -> Any:
    """A solution that returns something else where nobody loses it."""
    return lambda lost: half_life(lost) if lost else other


def in_whole_months(lost: float) -> int | str:
    left, months = 1.0, 0
    while left > 0.5 and months < 1_000:
        left, months = left * (1 - lost), months + 1
    return months if lost else "never"


def stops(*_given: Any) -> Any:
    raise ValueError("no way")


def stops_at(place: int, solution: Callable[..., Any], error: type[Exception] = ValueError) -> Any:
    """A solution that stops at the first call whose argument of this place is 0, or one that is empty."""

    def solved(*given: Any) -> Any:
        if not given[place]:
            raise error("nothing there")
        return solution(*given)

    return solved


def endless(*_given: Any) -> Any:
    while True:
        pass


def kept(case: Mapping[str, float]) -> float:
    return 1 - case["replaced"] * (1 - case["restored"])


def left_after(years: float, assumptions: Cases) -> list[float]:
    """As the worked line has it."""
    return [round(100 * (one["other"] + (1 - one["other"]) * kept(one) ** years), 1) for one in assumptions]


def left_by_loop(years: int, assumptions: Cases) -> tuple[float, ...]:
    """Right by another road: year by year, of people who may lose it."""
    found = []
    for one in assumptions:
        others = 100 * one["other"]
        rest = 100 - others
        for _ in range(years):
            rest -= rest * one["replaced"] * (1 - one["restored"])
        found.append(round(others + rest, 1))
    return tuple(found)


def left_with(turn: Callable[[float], float], at_the_end: bool) -> Any:
    """Rounded in this manner: in each year, or at the end."""

    def solution(years: int, assumptions: Cases) -> list[float]:
        found = []
        for one in assumptions:
            rest = 100 * (1 - one["other"])
            for _ in range(years):
                rest = rest * kept(one) if at_the_end else turn(rest * kept(one))
            found.append(turn(100 * one["other"] + rest) if at_the_end else 100 * one["other"] + rest)
        return found

    return solution


def left_by(each: Callable[[Mapping[str, float], float], float]) -> Any:
    """A solution that reckons each assumption like that."""
    return lambda years, assumptions: [round(each(one, years), 1) for one in assumptions]


def left_by_day(years: float, assumptions: Cases) -> list[float]:
    return [
        round(100 * (one["other"] + (1 - one["other"]) * (1 - (1 - kept(one)) / 365) ** (365 * years)), 1)
        for one in assumptions
    ]


def left_of_all_calls(years: float, assumptions: Cases, found: list[float] = []) -> list[float]:  # noqa: B006
    found += left_after(years, assumptions)
    return found


def sure(given: Points, percent: float, day: float) -> list[str]:
    """As the worked line has it."""
    return [model for model in CURVES if fit(given, model).days_to(percent).high <= day]


def sure_by_band(given: Points, percent: float, day: float) -> tuple[str, ...]:
    """Right by another road: the lower end of the band on that day."""
    found: list[str] = []
    for model in CURVES:
        low, _ = fit(given, model).band([day])
        if low[0] >= percent:
            found += [model]
    return tuple(found)


def sure_by(test: Callable[[Days, float], bool]) -> Any:
    """A solution that names the curves of whose range of days this holds."""
    return lambda given, percent, day: [model for model in CURVES if test(fit(given, model).days_to(percent), day)]


def sure_too_soon(given: Points, percent: float, day: float) -> list[str]:
    found = []
    for model in CURVES:
        if fit(given, model).days_to(percent).high <= day:
            found.append(model)
        return found
    return found


def sure_of_all_calls(given: Points, percent: float, day: float, found: list[str] = []) -> list[str]:  # noqa: B006
    found += sure(given, percent, day)
    return found


def sure_by_curve(given: Points, percent: float, day: float) -> list[str]:
    return [model for model in CURVES if fit(given, model).curve([day])[0] >= percent]


def course(days: int, users: int, coming: int, every: int) -> Pairs:
    """As the worked line has it."""
    found, having, without = [(users, 0)], users, 0
    for _ in range(days):
        lost = having // every
        having, without = having - lost, without + lost + coming
        found.append((having, without))
    return [*found]


def course_by_total(days: int, users: int, coming: int, every: int) -> list[list[int]]:
    """Right by another road: those who lack it are all who ever wanted it, less those who have it."""
    having, found = users, []
    for day in range(days + 1):
        found.append([having, users + day * coming - having])
        having -= having // every
    return found


def course_by_recursion(days: int, users: int, coming: int, every: int) -> Pairs:
    if days == 0:
        return [(users, 0)]
    before = course_by_recursion(days - 1, users, coming, every)
    having, without = before[-1]
    return [*before, (having - having // every, without + having // every + coming)]


def course_by(step: Callable[..., tuple[float, float]]) -> Any:
    """A solution that goes from one day to the next like that: having, without, users, coming, every."""

    def solution(days: int, users: int, coming: int, every: int) -> Pairs:
        found: Pairs = [(users, 0)]
        for _ in range(days):
            found.append(step(*found[-1], users, coming, every))
        return found

    return solution


def course_of_all_calls(days: int, users: int, coming: int, every: int, found: Pairs = []) -> Pairs:  # noqa: B006
    found += course(days, users, coming, every)
    return found


def as_yielded(given: Points, percent: float, day: float) -> Iterator[str]:
    yield from sure(given, percent, day)


BANK: dict[str, tuple[list[Any], list[tuple[Any, str]]]] = {
    "store-1": (
        [
            49,
            "49 %",
            "49 percent",
            "0.49 share",
            "49 people",
            "49 of 100",
            "49 of a hundred",
            "about 49 in a hundred",
            100 * 0.7**2,
            100 * (1 - 0.4 * 0.75) ** 2,
            Fraction(49),
            [np.int64(49)],
        ],
        [
            (0.49, "a hundred times as much"),
            (40, "the loss of the first year off twice"),
            (70, "after *one* year"),
            (30, "lose it in the first year"),
            (51, "have lost it"),
            (81, "a quarter *keeps* it"),
            (90, "a quarter *keeps* it"),
            (36, "forgets the backup"),
            (60, "forgets the backup"),
            (20, "forgets the backup"),
            (55, "Reckon in whole years"),
            (54.9, "Reckon in whole years"),
            (34.3, "after three years"),
            (-20, "from 0 to 100"),
            (490, "from 0 to 100"),
            (10, "how many of the rest"),
            ("49 years", "was not expected"),
            ("half", "no number was found"),
        ],
    ),
    "store-2": (
        [
            ["c", "e"],
            {"e", "c"},
            "c and e",
            "CE",
            "both c and e",
            ["c", "", "e"],
            {"a": False, "b": False, "c": True, "d": False, "e": True},
        ],
        [
            (["a", "c", "e"], "for which place do the rows speak"),
            (["b", "c", "e"], "had the messenger"),
            (["c", "d", "e"], "How many percent of 65"),
            (["c"], "a count by visits not see"),
            ("e", "of the others that were counted"),
            (["\u0441", "e"], "write Latin letters"),
            (["f"], "of whom does it speak"),
            (76, "of whom does it speak"),
        ],
    ),
    "store-3": (
        [
            ["c", "d", "e", "j"],
            {"j", "e", "d", "c"},
            "c, d, e and j",
            "CDEJ",
            {letter: letter in "cdej" for letter in "abcdefghijkl"},
            ["c, d", "e, j"],
            ["c,d", "e,j"],
            ["c d", "e j"],
            ["c, d", "e", "j"],
            "cells c, d, e and j",
            ["c", "d", "e", "j", ""],
        ],
        [
            (["a, b", "c d"], "neither lever takes an app off a phone"),
            ("cells c, d, e", "Where does a freeze end"),
            ("c, d, e and j of the table", "write letters alone"),
            (["c, d", "e-j"], "may mean e and j"),
            (["a", "c", "d", "e", "j"], "neither lever takes an app off a phone"),
            (["b", "d", "j"], "neither lever takes an app off a phone"),
            (["c", "d", "e", "f", "j"], "still has the last version on its shelf"),
            (["c", "d", "e", "h", "j"], "still has the last version on its shelf"),
            (["c", "d", "e", "g", "j"], "Which shelf does a German account see"),
            (["c", "d", "e", "i", "j"], "Which shelf does a German account see"),
            (["c", "d", "e", "j", "k"], "pass through a store"),
            (["c", "d", "e", "j", "l"], "pass through a store"),
            (["c", "d", "e"], "Where does a freeze end"),
            (["d", "e", "j"], "From where would an update come"),
            (["c", "e", "j"], "in that of the delisting too"),
            (["c", "d", "j"], "who has never had the app"),
            (["\u0441", "d", "e", "j"], "write Latin letters"),
            (["c"], "row by row"),
            (4, "row by row"),
        ],
    ),
    "store-4": (
        [
            half_life,
            half_life_by_search,
            lambda lost: np.log2(0.5) / np.log2(1 - lost) if lost else "never",
            lambda lost: -1 / math.log2(1 - lost) if lost > 0 else "never",
        ],
        [
            (lambda lost: str(half_life(lost)), "without quotes or brackets"),
            (lambda lost: [half_life(lost)], "without quotes or brackets"),
            (lambda lost: 0.5 / lost if lost else "never", "the same *number* each month"),
            (lambda lost: 1 / lost if lost else "never", "Half have lost it earlier"),
            (lambda lost: math.log(2) / lost if lost else "never", "good for small shares only"),
            (lambda lost: math.log(0.5) / math.log(lost) if lost else "never", "not of what is lost"),
            (lambda lost: math.log(1 - lost) / math.log(0.5) if lost else "never", "upside down"),
            (lambda lost: math.log(2) / math.log(1 - lost) if lost else "never", "one minus too many"),
            (in_whole_months, "do not count whole months"),
            (lambda lost: round(half_life(lost), 2) if lost else "never", "do not round"),
            (lambda lost: math.floor(half_life(lost)) if lost else "never", "do not round"),
            (lambda lost: half_life(lost / 100), "do not divide it by a hundred"),
            (lambda lost: 30 * half_life(lost) if lost else "never", "that is in days"),
            (lambda lost: half_life(lost) / 12 if lost else "never", "that is in years"),
            (half_life_or("Never"), "in small letters"),
            (half_life_or(math.inf), 'return the word "never"'),
            (half_life_or(0), 'return the word "never"'),
            (half_life_or(None), 'return the word "never"'),
            (lambda lost: math.log(0.5) / math.log(1 - lost), 'return the word "never"'),
            (lambda lost: 7, "with a fifth each month"),
            (lambda lost: print(half_life(lost)), "not with `print`"),
            (lambda: 3, "def half_life_of(lost):"),
            (3.1, "check('store-4', half_life_of)"),
            (lambda lost: 7, "half_life_of(0.2) returned 7"),
        ],
    ),
    "store-5": (
        [sure, sure_by_band, lambda *given: np.array(sure(*given), dtype=str)],
        [
            (lambda *given: len(sure(*given)) == 3, "with one name in it, or none"),
            (lambda *given: ", ".join(sure(*given)), "with one name in it, or none"),
            (lambda *given: set(sure(*given)), "with one name in it, or none"),
            (sure_by(lambda range, day: range <= day), "which of them is to be compared"),
            (sure_by(lambda range, day: day >= range[2]), "which of them is to be compared"),
            (lambda *given: [given[2], *sure(*given)], "as they stand in `models`"),
            (lambda *given: [model.title() for model in sure(*given)], "as they stand in `models`"),
            (lambda given, percent, day: sure(given, 50, day), "When were `percent` percent"),
            (sure_by(lambda range, day: range.low <= day), "the early end of the range"),
            (sure_by(lambda range, day: range.value <= day), "the best guess alone"),
            (sure_by_curve, "the best guess alone"),
            (sure_by(lambda range, day: range.high > day), "the day lies within the range"),
            (sure_by(lambda range, day: range.low <= day <= range.high), "the day lies within the range"),
            (lambda *given: sorted(sure(*given)), "that of `models`"),
            (sure_too_soon, "it gives up too soon"),
            (lambda *given: sure(*given)[:1], "it gives up too soon"),
            (sure_of_all_calls, "more than once"),
            (lambda *given: sure(*given) or ["none"], "the list is empty"),
            (sure_by(lambda range, day: range.high <= 163), "by no fixed one"),
            (lambda *given: ["weibull"], "by no fixed one"),
            (sure_by(lambda range, day: round(range.high) <= day), "may be infinite: do not round it"),
            (sure_by(lambda range, day: math.ceil(range.high) <= day), "may be infinite: do not round it"),
            (stops, "with ValueError: no way. Run that call in a cell"),
            (lambda given, percent, day: sure(given, percent, day) if len(given) > 4 else stops(), "Run that call"),
            (lambda given, percent, day: sure(given, percent, day) if day != 150 else stops(), "Run that call"),
            (lambda *given: sure(*given) or None, "the list is empty"),
            (lambda given, percent, day: sure(IOS_11 if given[0][0] == 48 else given, percent, day), "all those of"),
            (as_yielded, "which has no items yet"),
            (lambda *given: [], "Which of them end on that day"),
            (lambda given: [], "should take 3 values"),
            (["weibull"], "Wanted is a function"),
        ],
    ),
    "store-6": (
        [
            left_after,
            left_by_loop,
            left_with(float, True),
            lambda years, assumptions: np.array(left_after(years, assumptions)),
        ],
        [
            (lambda years, assumptions: left_after(years, assumptions)[0], "one number for each"),
            (lambda years, assumptions: {"left": left_after(years, assumptions)}, "one number for each"),
            (lambda years, assumptions: [f"{one} %" for one in left_after(years, assumptions)], "no sign for percent"),
            (lambda years, assumptions: [[one] for one in left_after(years, assumptions)], "nothing beside it"),
            (lambda years, assumptions: left_after(years, assumptions)[:1], "does the loop end too soon"),
            (
                lambda years, assumptions: [one / 100 for one in left_after(years, assumptions)],
                "percent is wanted, times a hundred",
            ),
            (
                left_by(lambda one, years: 100 * (
                    one["other"] + (1 - one["other"]) * (1 - one["replaced"] * one["restored"]) ** years)),
                "the backup *brings* it",
            ),
            (left_by_day, "Reckon in whole years here"),
            (lambda years, assumptions: [100 - one for one in left_after(years, assumptions)], "What is left"),
            (
                left_by(lambda one, years: 100 * (one["other"] + (1 - one["other"]) * (1 - one["replaced"]) ** years)),
                "and the backup",
            ),
            (left_by(lambda one, years: 100 * kept(one) ** years), "and `other`"),
            (left_by(lambda one, years: 100 * (one["other"] + kept(one) ** years)), "how many is that"),
            (left_by(lambda one, years: 100 * one["other"] * kept(one) ** years), "not multiplied"),
            (
                left_by(lambda one, years: 100 * (one["other"] or 1) * kept(one) ** years),
                "not multiplied",
            ),
            (lambda years, assumptions: [round(one) for one in left_after(years, assumptions)], "to one decimal"),
            (lambda years, assumptions: [int(one) for one in left_after(years, assumptions)], "to one decimal"),
            (left_with(round, False), "at the end and once, or not at all"),
            (left_with(math.floor, False), "at the end and once, or not at all"),
            (left_with(math.ceil, True), "at the end and once, or not at all"),
            (left_with(lambda one: round(one, 1), False), "round at the end, once"),
            (left_with(lambda one: math.ceil(10 * one) / 10, True), "round at the end, once"),
            (left_with(lambda one: math.floor(10 * one) / 10, True), "round at the end, once"),
            (lambda years, assumptions: sorted(left_after(years, assumptions)), "in another order"),
            (lambda years, assumptions: left_after(years, assumptions[::-1]), "in another order"),
            (stops, "with ValueError: no way. Run that call in a cell"),
            (endless, "does its loop ever stop? Run that call in a cell"),
            (stops_at(0, left_after), "Run that call in a cell"),
            (stops_at(1, left_after), "the list is empty"),
            (left_of_all_calls, "begin with an empty list"),
            (lambda years, assumptions: left_after(min(years, 1), assumptions), "to the power of the years"),
            (
                left_by(lambda one, years: 100 * (
                    one["other"] + (1 - one["other"]) * max(0.0, 1 - years * (1 - kept(one))))),
                "the same number off each year",
            ),
            (
                left_by(lambda one, years: 100 * (one["other"] + (1 - one["other"]) * kept(one)) ** years),
                "for the rest alone",
            ),
            (
                lambda years, assumptions: left_after(years, assumptions) if assumptions[0] else [],
                "the list is empty",
            ),
            (lambda years, assumptions: left_after(years, assumptions) or [0.0], "the list is empty"),
            (lambda years, assumptions: [50.0] * len(assumptions), "by hand, for the third assumption"),
            (lambda years, assumptions: print(years), "not with `print`"),
            (lambda years: [], "should take 2 values"),
            ([80.0, 60.0, 77.5], "Wanted is a function"),
        ],
    ),
    "store-7": (
        [
            "c",
            "C)",
            ["c"],
            "the answer is c",
            "c: the model leaves out who came, and why",
            "c - the model leaves out who came, and why; how many would have come without the ban stays open",
        ],
        [
            ("c: the model leaves out who came, not why", "none of the options"),
            ("a: the model leaves out who came, and why", "none of the options"),
            ("a - the ban and the stores had no effect", "with what do you compare the rise"),
            ("a", "with what do you compare the rise"),
            ("b", "never delisted in 2018"),
            ("d", "it grew *because* of it"),
            ("e", "none of the options"),
            (18, "one of the letters"),
        ],
    ),
    "store-8": (
        [course, course_by_total, course_by_recursion, lambda *given: np.array(course(*given))],
        [
            (lambda *given: course(*given)[-1], "a list of pairs"),
            (lambda *given: dict(enumerate(course(*given))), "a list of pairs"),
            (lambda *given: course(*given)[1:], "begins with the start"),
            (lambda *given: course(*given)[:-1] or [(given[1], 0)], "make four pairs"),
            (lambda *given: [pair[::-1] for pair in course(*given)], "the other way round"),
            (
                lambda *given: course(*given)[:1] + [pair[::-1] for pair in course(*given)[1:]],
                "the other way round",
            ),
            (course_by(lambda h, w, users, coming, every: (h - h // every + coming, w + h // every)), "is delisted"),
            (course_by(lambda h, w, users, coming, every: (h - h // every, w + coming)), "no longer make up all"),
            (course_by(lambda h, w, users, coming, every: (h - h // every, w + h // every)), "and those who come"),
            (course_by(lambda h, w, users, coming, every: (h - h / every, w + h / every + coming)), "divide with //"),
            (
                course_by(lambda h, w, users, coming, every: (
                    h - (h + coming) // every, w + (h + coming) // every + coming)),
                "has none to lose",
            ),
            (
                course_by(lambda h, w, users, coming, every: (
                    int(h - h / every), w + coming + h - int(h - h / every))),
                "not what is left",
            ),
            (
                course_by(lambda h, w, users, coming, every: (h - users // every, w + users // every + coming)),
                "who have it *then*",
            ),
            (
                course_by(lambda h, w, users, coming, every: (
                    h - (h + w) // every, w + (h + w) // every + coming)),
                "cannot lose it again",
            ),
            (course_by(lambda h, w, users, coming, every: (h - h // every, h // every + coming)), "begins at 0 again"),
            (
                course_by(lambda h, w, users, coming, every: (
                    h - round(h / every), w + round(h / every) + coming)),
                "of fifty one in thirty is one",
            ),
            (
                course_by(lambda h, w, users, coming, every: (
                    h - max(1, h // every), w + max(1, h // every) + coming)),
                "that is right",
            ),
            (lambda days, *rest: course(days + 1, *rest), "one pair too many"),
            (lambda days, *rest: course(days + 2, *rest), "for three days four are wanted"),
            (lambda days, *rest: course(0, *rest), "for three days four are wanted"),
            (lambda *given: [], "for three days four are wanted"),
            (stops, "with ValueError: no way. Run that call in a cell"),
            (stops_at(0, course), "Run that call in a cell"),
            (course_of_all_calls, "begin with an empty list"),
            (lambda *given: [(0, 0)] * (given[0] + 1), "for the first day"),
            (lambda days: [], "should take 4 values"),
            (904, "Wanted is a function"),
        ],
    ),
}  # fmt: skip
