"""Question 17 of the store: the half-life of a delisted app by the kit's own model, beside the formula of question 4.

What is right is what `base_mean.expected` yields, really run, by tests/store/test_questions_model.py.
"""

from datetime import date
from typing import Any

import numpy as np

from chokepoints.classroom.faults import broken, faults, is_a, numbers_as_text, stopped
from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.limit import TooLong
from chokepoints.classroom.questions import Question
from chokepoints.store.base import Again
from chokepoints.store.base_mean import daily_loss, days_until_half, delisted, expected

_FIRST, _LESSON, _OTHER, _LAST = "a new phone each year", "0.4 new phones a year", "another way", "half on the last day"
_FEW = "one in ten knows another way"
#: New phones a person and year; the shares that a backup brings the app to and that know another way; days; the day.
HALF_DAYS: tuple[Case, ...] = (
    ((1.0, 0.2, 0.0, 600), 316, _FIRST),
    ((0.4, 0.5, 0.0, 1400), 1265, _LESSON),
    ((0.4, 0.0, 0.0, 700), 633, "no backups"),
    ((1.0, 0.5, 0.3, 1000), 909, _OTHER),
    ((1.0, 0.5, 0.1, 1000), 591, _FEW),
    ((1.0, 0.2, 0.0, 316), 316, _LAST),
    ((0.4, 0.5, 0.0, 365), "never", "one year alone"),
    ((0.4, 0.5, 0.6, 600), "never", "another way for more than half"),
)


def by_formula(replaced: float, restored: float, other: float) -> float:
    """The day on which half is reached by the formula, between two midnights; `inf` for never."""
    return days_until_half(daily_loss(replaced, restored, 0.0, Again.RESTORE), other)


def _is_formula(came: Any, wanted: Any, given: tuple[Any, ...]) -> bool:
    return type(came) is float and abs(came - by_formula(*given[:3])) < 0.01  # far from a whole day here


def _is_rounded(came: Any, wanted: Any, given: tuple[Any, ...]) -> bool:
    """Whether it is the first day on which the share, rounded to two decimals, is a half; all of them differ here."""
    return bool(came != wanted and came == np.argmax(expected(delisted(*given)).share().ravel().round(2) <= 0.5))


def _never(came: Any, wanted: Any, given: tuple[Any, ...]) -> bool:
    return bool(came == "never" != wanted)


MODEL = Question(
    id="store-17",
    ask="Write a function that returns on which day of the kit's model at most half can use a delisted app.",
    answer=FunctionAnswer(
        signature="half_by_model(replaced, restored, other, days)",
        cases=HALF_DAYS,
        wanted="a function of four numbers, without brackets behind it: check('store-17', half_by_model)",
    ),
    why="Where nobody knows another way the two agree: 1264.6 days by the formula, day 1265 in the model. Where three "
    "in ten know one, the model has half on day 909, the formula on day 914: a new phone is without the app for some "
    "days, and that the formula leaves out.",
    hints=(
        "The model gives one share for each day. Which of them do you look for, and what if there is none such?",
        "Run it once, before the loop: shares = expected(delisted(replaced, restored, other, days)).share().ravel(). "
        "With `for day, share in enumerate(shares):` you have each share with its day.",
        'In the loop: if share <= 0.5: return day. Behind the loop: return "never".',
    ),
    mistakes=faults(
        HALF_DAYS,
        ("", stopped(TooLong), "run the model once, before the loop, and not again for each day."),
        (
            "",
            lambda came, wanted, given: wanted == "never" and came.strip(" .!").lower() == "never",
            'the word alone, in small letters: "never".',
        ),
        (
            "",
            lambda came, wanted, given: wanted == "never" and type(came) is int and came == 0,
            "on day 0, the start, all can use it. `argmax` gives 0 where no day fits as well: ask first whether one "
            'does, and return "never" where none does.',
        ),
        (
            "",
            lambda came, wanted, given: wanted == "never",
            'half is not reached in this run: return the word "never" there, behind the loop.',
        ),
        *broken("return the number of the day."),
        ("", is_a(list, tuple, dict, frozenset), "one number is wanted, that of the day: no list, and no shares."),
        ("", is_a(date), "the number of the day is wanted, counted from the start, and not its date."),
        ("", is_a(bool), "the number of the day is wanted, and not whether there is one."),
        ("", numbers_as_text, "a number is wanted, without quotes and with no word beside it."),
        (
            _FIRST,
            _never,
            'half is reached in this run. Does `return "never"` stand behind the loop, and not in it? And is it a '
            "share, from 0 to 1, that you compare with 0.5?",
        ),
        (_LAST, _never, "here half is reached at the end of the very last day: go through all the shares."),
        ("", _never, "half is reached in this run. Does the model run for as many `days` as are given?"),
        (
            "",
            lambda came, wanted, given: came == 0,
            "on day 0, the start, all can use it. The shares are from 0 to 1: at most half is `<= 0.5`.",
        ),
        (
            "",
            _is_rounded,
            "on that day somewhat more than half can still use it: look at the shares as they are, unrounded.",
        ),
        (
            _FIRST,
            lambda came, wanted, given: min(abs(came * unit / wanted - 1) for unit in (7, 30, 30.4, 365)) < 0.05,
            "count in days, as the model does.",
        ),
        ("", lambda came, wanted, given: 0 < came < 1, "that is a share. On which day is it reached?"),
        ("", _is_formula, "that is what the formula says. Run the model, and return the first day that fits."),
        (
            _OTHER,
            lambda came, wanted, given: abs(came - by_formula(*given[:3])) < 1,
            "so says the formula. Run the model: in it those who know another way are without the app for some days "
            "after each new phone.",
        ),
        (
            _FEW,
            lambda came, wanted, given: abs(came - by_formula(*given[:3])) < 6,
            "near the formula: by how many days it is off hangs on `other`. Run the model.",
        ),
        (
            _OTHER,
            lambda came, wanted, given: abs(came - by_formula(given[0], given[1], 0.0)) < 1,
            "and `other`? Three in ten know another way here, and do not lose it for good.",
        ),
        (
            "",
            lambda came, wanted, given: came in (given[3], given[3] + 1),
            "the run ends there. Return the *first* day that fits, from within the loop.",
        ),
        (
            _LESSON,
            [HALF_DAYS[0][1]],
            "that is the day of the first call: hand on what the function is given, and no fixed numbers.",
        ),
        (
            _FIRST,
            lambda came, wanted, given: came == wanted - 1,
            "at the end of that day more than half can still use it. The first of the shares is the start, day 0.",
        ),
        (
            _FIRST,
            lambda came, wanted, given: came == wanted + 1,
            "one day too late: the first of the shares is the start, day 0.",
        ),
        (
            "",
            lambda came, wanted, given: abs(came - wanted) <= 3,
            "near it, but wanted is the first day with at most half: not the nearest to half, and by the exact mean, "
            "`expected`, not by lot.",
        ),
    ),
    otherwise="are all four values handed to `delisted`, in its order? Print the shares of some days: between which "
    "two of them lies 0.5?",
    minutes=5.0,
    track="code",
    core=False,
)
