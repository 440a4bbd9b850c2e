"""Questions of lesson 05 in code: the half-life by formula, and what is left under some assumptions.

What is right is compared with the kit's own base, really run, by tests/store/test_questions_base.py.
"""

from collections.abc import Sequence
from typing import Any

from chokepoints.classroom.faults import first_wrong
from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.classroom.results import same

#: Question 6: as fractions; `other` is the share that knows another way to the app and never loses it.
THREE = [
    {"replaced": 0.4, "restored": 0.5, "other": 0.0},
    {"replaced": 0.4, "restored": 0.0, "other": 0.0},
    {"replaced": 0.5, "restored": 0.4, "other": 0.25},
]
#: What keeps 80 in a hundred each month is halved after so many months.
_MONTHS = 3.1062837195


def _near(given: Any, *wanted: float, within: float = 0.051) -> bool:
    """Whether a result is these numbers, or this one number."""
    found = [given] if type(given) in (int, float) else given
    return len(found) == len(wanted) and all(abs(a - b) < within for a, b in zip(found, wanted, strict=True))


#: Said where a call raised something or took too long, in place of a hint on what it returned.
STOPPED = "run that call in a cell of its own (the square button ends it): the message there names the line."


def stops_at(results: Any, cases: Sequence[Case], within: float = 0.0) -> int | None:
    """The place of the first case that is wrong, if its call raised something or took too long; else None."""
    place = first_wrong(results, cases, within)
    return place if place is not None and type(results[place]) is Failed else None


#: Unrounded results pass too.
_WITHIN = 0.051
LEFT_AFTER: tuple[Case, ...] = (
    ((1, THREE), [80.0, 60.0, 77.5], "one year, three assumptions"),
    ((3, THREE), [51.2, 21.6, 50.7], "three years"),
    ((0, THREE), [100.0, 100.0, 100.0], "no year yet"),
    ((2, [{"replaced": 1.0, "restored": 0.0, "other": 0.1}]), [10.0], "a new phone for everybody"),
    ((5, [{"replaced": 0.3, "restored": 1.0, "other": 0.0}]), [100.0], "backups that bring it back always"),
    ((4, [{"replaced": 0.35, "restored": 0.35, "other": 0.3}]), [54.9], "four years"),
    ((1, []), [], "no assumption"),
)
LOSS = (
    Question(
        id="store-4",
        ask="Write a function that returns the half-life in months for a share that is lost each month.",
        answer=FunctionAnswer(
            signature="half_life_of(lost)",
            cases=(
                ((0.2,), _MONTHS, "a fifth each month"),
                ((0.5,), 1.0, "half each month"),
                ((0.75,), 0.5, "three quarters each month"),
                ((0.03,), 22.7565730121, "three in a hundred"),
                ((0.001,), 692.8005491785, "one in a thousand"),
                ((0,), "never", "nobody"),
            ),
            wanted="a function of one number, without brackets behind it: check('store-4', half_life_of)",
            tolerance=1e-6,
        ),
        why="For small shares it is near 0.69 / lost, and not 0.5 / lost: in each month fewer can lose it. "
        "With a share a day the kit's `days_until_half` says the same in days.",
        hints=(
            "After n months (1 - lost) ** n of them have it. For which n is that 0.5?",
            "A logarithm brings n down: n * log(1 - lost) = log(0.5). And if nobody ever loses it?",
            "math.log(0.5) / math.log(1 - lost)",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[0]) in (str, list, tuple, dict),
                "the number of months itself is wanted, without quotes or brackets.",
            ),
            Mistake(
                lambda results: _near(results[0], 2.5),
                "that loses the same *number* each month. Lost is a share of those who are left, fewer each month.",
            ),
            Mistake(
                lambda results: _near(results[0], 5),
                "1 / lost is how long a person keeps it on average. Half have lost it earlier.",
            ),
            Mistake(
                lambda results: _near(results[0], 3.4657, within=0.001),
                "ln 2 / lost is good for small shares only: what is left of a month is 1 - lost.",
            ),
            Mistake(
                lambda results: _near(results[0], 0.4307, within=0.001),
                "(1 - lost) is what stays each month: take the logarithm of that, not of what is lost.",
            ),
            Mistake(
                lambda results: _near(results[0], 1 / _MONTHS, within=0.001),
                "the fraction stands upside down: log(0.5) belongs above the line.",
            ),
            Mistake(lambda results: _near(results[0], -_MONTHS), "months are above 0: one minus too many, or too few."),
            Mistake(
                lambda results: type(results[0]) in (int, float) and results[0] in (3, 4, 3.1, 3.11, 3.106),
                "do not round, and do not count whole months: half is reached between two of them.",
            ),
            Mistake(
                lambda results: 346 < results[0] < 347,
                "lost is a share from 0 to 1 already: do not divide it by a hundred.",
            ),
            Mistake(
                lambda results: min(abs(results[0] / _MONTHS - days) for days in (30, 30.4, 30.5, 31)) < 0.1,
                "that is in days. In months?",
            ),
            Mistake(lambda results: abs(results[0] * 12 - _MONTHS) < 1e-3, "that is in years. In months?"),
            Mistake(
                lambda results: _near(results[0], _MONTHS, within=1e-5) and str(results[5]).strip(".! ") == "Never",
                'write "never" in small letters.',
            ),
            Mistake(
                lambda results: _near(results[0], _MONTHS, within=1e-5) and results[5] != "never",
                'if nobody loses it, half is never reached, and nothing can be divided by: return the word "never".',
            ),
        ),
        otherwise="by hand, with a fifth each month: what is left after one, two, three, four months?",
        minutes=4.0,
        track="code",
    ),
    Question(
        id="store-6",
        ask="Write a function that returns what percentage can still use the app, under each of some assumptions.",
        answer=FunctionAnswer(
            signature="left_after(years, assumptions)",
            cases=LEFT_AFTER,
            wanted="a function of a number and a list, without brackets behind it: check('store-6', left_after)",
            within=_WITHIN,
        ),
        why="Three sets of assumptions, all of them defensible, leave from 22 to 51 in a hundred after three years. "
        "Whoever names one number has chosen a set.",
        hints=(
            "Those who know another way never lose it. What happens to the rest in one year?",
            "Of the rest, replaced * (1 - restored) lose it in each year, of those who still have it then.",
            "other + (1 - other) * (1 - replaced * (1 - restored)) ** years is the share; times 100, rounded to 1.",
        ),
        mistakes=(
            Mistake(lambda results: stops_at(results, LEFT_AFTER[:6], _WITHIN) is not None, STOPPED),
            Mistake(
                lambda results: type(results[0]) not in (list, tuple),
                "a list is wanted, with one number for each of the assumptions.",
            ),
            Mistake(
                lambda results: any(type(one) is str for one in results[0]),
                "numbers are wanted: no quotes, and no sign for percent.",
            ),
            Mistake(
                lambda results: any(type(one) not in (int, float) for one in results[0]),
                "one number for each of the assumptions is wanted, and nothing beside it.",
            ),
            Mistake(
                lambda results: len(results[0]) > 3 or (_near(results[0], 80, 60, 77.5) and len(results[1]) > 3),
                "more numbers came back than assumptions were given: begin with an empty list in the function.",
            ),
            Mistake(
                lambda results: len(results[0]) < 3,
                "three assumptions are given, and fewer came back: does the loop end too soon?",
            ),
            Mistake(
                lambda results: _near(sorted(results[0]), 60, 77.5, 80) and not _near(results[0], 80, 60, 77.5),
                "the right numbers in another order: that of the assumptions, one by one.",
            ),
            Mistake(
                lambda results: _near(results[0][:2], 0.8, 0.6), "those are shares: percent is wanted, times a hundred."
            ),
            Mistake(
                lambda results: _near(results[0], 80, 100, 85),
                "`restored` is the share to which the backup *brings* it: 1 - restored lose it.",
            ),
            Mistake(
                lambda results: _near(results[0][:2], 81.9, 67.0, within=0.11),
                "that spreads the loss over the days. Reckon in whole years here, as the question says.",
            ),
            Mistake(lambda results: _near(results[0][:2], 20, 40), "that is what is lost. What is left?"),
            Mistake(
                lambda results: _near(results[0][:2], 60, 60),
                "and the backup? Of those with a new phone `restored` have the app again.",
            ),
            Mistake(
                lambda results: _near(results[0], 80, 60, 70),
                "and `other`? So many know another way, and never lose it.",
            ),
            Mistake(
                lambda results: _near(results[0], 80, 60, 95),
                "25 in a hundred know another way. Of the other 75 three tenths lose it: how many is that?",
            ),
            Mistake(
                lambda results: _near(results[0][:2], 0, 0) or _near(results[0], 80, 60, 17.5),
                "`other` is added to what the rest keeps, and not multiplied with it.",
            ),
            Mistake(
                lambda results: _near(results[0], 80, 60, 78) or _near(results[0], 80, 60, 77),
                "not to whole numbers: round to one decimal, round(..., 1), at the end and once, or not at all.",
            ),
            Mistake(
                lambda results: _near(results[0], 80, 60, 77.5) and _near(results[1], 80, 60, 77.5),
                "after three years it is like after one: raise what is kept in a year to the power of the years.",
            ),
            Mistake(
                lambda results: _near(results[0], 80, 60, 77.5) and _near(results[1][:1], 40),
                "that takes the same number off each year. A share is lost of those who are left, fewer each year.",
            ),
            Mistake(
                lambda results: _near(results[0], 80, 60, 77.5) and _near(results[1][2:], 46.5),
                "those who know another way do not lose it in the second year either: the power is for the rest alone.",
            ),
            Mistake(
                lambda results: _near(results[2], 100, 100, 100) and (type(results[6]) is Failed or results[6] != []),
                "without an assumption the list is empty.",
            ),
            Mistake(
                lambda results: all(same(results[place], case[1], 0, 0.16) for place, case in enumerate(LEFT_AFTER)),
                "nearly: round at the end, once, to the nearest tenth, or not at all.",
            ),
        ),
        otherwise="by hand, for the third assumption and one year: of a hundred, 25 know another way; and of 75?",
        minutes=4.0,
        track="code",
    ),
)
