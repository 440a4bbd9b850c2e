"""Answers to question 17 of the room `store`: the half-life by the kit's own model."""

import math
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import numpy as np

from chokepoints.classroom.limit import TooLong
from chokepoints.store.base import Again, Assumptions, Lever, Platform
from chokepoints.store.base_mean import daily_loss, days_until_half, delisted, expected

Given = tuple[float, float, float, int]


def shares(*given: Any) -> Any:
    return expected(delisted(*given)).share().ravel()


def half_by_model(replaced: float, restored: float, other: float, days: int) -> int | str:
    """As the worked line has it."""
    for day, share in enumerate(shares(replaced, restored, other, days)):
        if share <= 0.5:
            return day
    return "never"


def half_by_people(replaced: float, restored: float, other: float, days: int) -> Any:
    """Right by another road: in people, by numpy, on the iPhones alone."""
    using = expected(delisted(replaced, restored, other, days)).using(platform=Platform.IOS).ravel()
    found = np.flatnonzero(2 * using <= using[0])
    return found[0] if found.size else "never"


def half_by_search(replaced: float, restored: float, other: float, days: int) -> float | str:
    """Right by a third: the number of days is halved, and each time the model is run for so many."""
    if shares(replaced, restored, other, days)[-1] > 0.5:
        return "never"
    low, high = 0, days
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if shares(replaced, restored, other, middle)[-1] > 0.5 else (low, middle)
    return float(high)


def half_by_while(replaced: float, restored: float, other: float, days: int) -> int | str:
    every, day = list(shares(replaced, restored, other, days)), 0
    while day <= days and every[day] > 0.5:
        day += 1
    return day if day <= days else "never"


def by(find: Callable[..., Any]) -> Any:
    """A solution that finds its answer in the shares, if need be with what was given."""
    return lambda *given: find(shares(*given), given)


def turned(turn: Callable[[Any], Any]) -> Any:
    """A solution that makes something else of a right day."""

    def solution(*given: Any) -> Any:
        day = half_by_model(*given)
        return day if day == "never" else turn(day)

    return solution


def if_never(other: Callable[[Given], Any]) -> Any:
    """A solution that has something else where half is not reached."""

    def solution(*given: Any) -> Any:
        day = half_by_model(*given)
        return other(given) if day == "never" else day  # type: ignore[arg-type]

    return solution


def by_formula(turn: Callable[[float], Any], keeps: bool = True) -> Any:
    """A solution that reckons, and runs no model."""

    def solution(replaced: float, restored: float, other: float, days: int) -> Any:
        half = days_until_half(daily_loss(replaced, restored, 0.0, Again.RESTORE), other if keeps else 0.0)
        return turn(half) if half <= days else "never"

    return solution


def by_formula_less_days(replaced: float, restored: float, other: float, days: int) -> int | str:
    """By the formula, less the five days that it is off where three in ten know another way."""
    if replaced == 0 or other >= 0.5:
        return "never"
    half = days_until_half(daily_loss(replaced, restored, 0.0, Again.RESTORE), other)
    day = math.ceil(half) - (5 if other else 0)
    return day if day <= days else "never"


def fails(error: type[BaseException]) -> Any:
    def solution(*_given: Any) -> Any:
        raise error("no way")

    return solution


def in_the_loop(shares: Any, _given: Any) -> Any:
    for day, share in enumerate(shares):
        if share <= 0.5:
            return day
        return "never"  # in the loop
    return None


def without_break(shares: Any, _given: Any) -> Any:
    found: int | str = "never"
    for day, share in enumerate(shares):
        if share <= 0.5:
            found = day
    return found


def falls_out(shares: Any, _given: Any) -> Any:
    for day, share in enumerate(shares):
        if share <= 0.5:
            return day
    return None


def too_short(shares: Any, given: Given) -> Any:
    return next((day for day in range(given[3]) if shares[day] <= 0.5), "never")


def as_yielded(*given: Any) -> Any:
    yield half_by_model(*given)


def nearest(shares: Any, _given: Any) -> Any:
    return int(np.abs(shares - 0.5).argmin()) if shares[-1] <= 0.5 else "never"


def first_at(level: float) -> Any:
    return by(lambda shares, _: next((day for day, share in enumerate(shares) if share <= level), "never"))


BANK: dict[str, tuple[list[Any], list[tuple[Any, str]]]] = {
    "store-17": (
        [half_by_model, half_by_people, half_by_search, half_by_while],
        [
            (fails(TooLong), "run the model once, before the loop"),
            (if_never(lambda _: "Never."), "in small letters"),
            (by(lambda shares, _: int((shares <= 0.5).argmax())), "`argmax` gives 0"),
            (if_never(lambda _: -1), 'return the word "never" there'),
            (if_never(lambda _: math.inf), 'return the word "never" there'),
            (if_never(lambda _: False), 'return the word "never" there'),
            (if_never(lambda given: given[3]), 'return the word "never" there'),
            (by(falls_out), 'return the word "never" there'),
            (by(lambda shares, _: np.where(shares <= 0.5)[0][0]), 'return the word "never" there'),
            (fails(NameError), "a name in it is misspelt"),
            (fails(ValueError), "make that call in a cell of your own"),
            (lambda *given: print(half_by_model(*given)), "let its last line be `return`"),
            (as_yielded, "return the number of the day"),
            (by(lambda shares, _: list(shares)), "no list, and no shares"),
            (by(lambda shares, _: np.where(shares <= 0.5)), "no list, and no shares"),
            (turned(lambda day: Assumptions().start + timedelta(days=day)), "not its date"),
            (by(lambda shares, _: bool((shares <= 0.5).any())), "not whether there is one"),
            (turned(lambda day: f"day {day}"), "without quotes"),
            (turned(str), "without quotes"),
            (by(in_the_loop), "stand behind the loop, and not in it"),
            (
                lambda *given: next(
                    (day for day, n in enumerate(expected(delisted(*given)).using().ravel()) if n <= 0.5), "never"
                ),
                "that you compare with 0.5",
            ),
            (by(too_short), "go through all the shares"),
            (lambda *given: half_by_model(*given[:3], 365), "for as many `days` as are given"),
            (first_at(50), "at most half is `<= 0.5`"),
            (by(lambda shares, _: next(day for day, one in enumerate(shares) if 1 - one <= 0.5)), "the start, all can"),
            (by(lambda shares, _: next((one for one in shares if one <= 0.5), "never")), "On which day is it reached"),
            (by_formula(float), "that is what the formula says"),
            (by_formula(lambda day: round(day, 1)), "that is what the formula says"),
            (turned(lambda day: day / 365), "count in days"),
            (turned(lambda day: day / 30.4), "count in days"),
            (turned(lambda day: round(day / 30)), "count in days"),
            (turned(lambda day: day // 7), "count in days"),
            (by_formula(math.ceil), "so says the formula"),
            (by_formula(math.ceil, keeps=False), "and `other`?"),
            (lambda replaced, restored, other, days: half_by_model(replaced, restored, 0.0, days), "and `other`?"),
            (by(without_break), "*first* day that fits"),
            (by(lambda shares, _: len(shares)), "*first* day that fits"),
            (lambda *_given: half_by_model(1.0, 0.2, 0.0, 600), "no fixed numbers"),
            (turned(lambda day: day - 1), "The first of the shares is the start"),
            (by_formula(math.floor), "The first of the shares is the start"),
            (turned(lambda day: day + 1), "one day too late"),
            (by(nearest), "not the nearest"),
            (by(lambda shares, _: next((day for day, one in enumerate(shares) if round(one, 2) <= 0.5), "never")),
             "as they are, unrounded"),
            (by(lambda shares, _: ([round(100 * one) for one in shares] + [50]).index(50)), "as they are, unrounded"),
            (by_formula_less_days, "hangs on `other`"),
            (turned(lambda day: day if day == 316 else day + 2), "not by lot"),
            (lambda replaced, restored, other, days: half_by_model(replaced, 0.0, other, days), "four values handed"),
            (lambda replaced, restored, other, days: half_by_model(replaced, 0.5, other, days), "four values handed"),
            (
                lambda replaced, restored, other, days: falls_out(
                    expected(Assumptions(
                        days=days, lever=Lever.DELIST, replaced_per_year=replaced, restored=restored
                    )).share().ravel(), (),
                ),
                "four values handed to `delisted`",
            ),
            (lambda *_given: 7.5, "between which two of them lies 0.5"),
            (lambda replaced: 3, "def half_by_model(replaced, restored, other, days):"),
            (1265, "check('store-17', half_by_model)"),
        ],
    ),
}  # fmt: skip
