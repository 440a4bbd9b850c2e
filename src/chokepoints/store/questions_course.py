"""The further question of lesson 05 in code: a delisted base day by day, with people who come too late.

What is right is compared with the kit's own base, really run, by tests/store/test_questions_base.py.
"""

from typing import Any

from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.store.questions_loss import STOPPED, stops_at

#: Three days of a thousand people: those who can use it and those who want it and cannot, at each midnight.
THREE_DAYS = [(1000, 0), (967, 58), (935, 115), (904, 171)]
CASES: tuple[Case, ...] = (
    ((3, 1000, 25, 30), THREE_DAYS, "a thousand users"),
    ((2, 50, 0, 30), [(50, 0), (49, 1), (48, 2)], "fifty users, and nobody comes"),
    ((0, 500, 7, 10), [(500, 0)], "no day yet"),
    ((4, 9, 2, 10), [(9, 0), (9, 2), (9, 4), (9, 6), (9, 8)], "nine users, of whom none loses it"),
    ((3, 8, 1, 1), [(8, 0), (0, 9), (0, 10), (0, 11)], "all lose it on the first day"),
    ((2, 0, 5, 10), [(0, 0), (0, 5), (0, 10)], "nobody has it"),
)


def _is(result: Any, *wanted: float) -> bool:
    """Whether a result is a pair of just these numbers."""
    return len(result) == len(wanted) and all(abs(a - b) < 1e-6 for a, b in zip(result, wanted, strict=True))


def _begun(results: Any) -> bool:
    """Whether the first day of the first case is right."""
    return len(results[0]) == len(THREE_DAYS) and _is(results[0][0], 1000, 0) and _is(results[0][1], 967, 58)


COURSE = Question(
    id="store-8",
    ask="Write a function that returns, for the start and each day, how many can use the app and how many cannot.",
    answer=FunctionAnswer(
        signature="course(days, users, coming, every)",
        cases=CASES,
        wanted="a function of four numbers, without brackets behind it: check('store-8', course)",
    ),
    why="On each day the two add up to all who have ever wanted it: whoever leaves the one number arrives in the "
    "other. The kit's base does the same with more reasons, and its tests hold it to that.",
    hints=(
        "Keep two numbers. What leaves the first on a day, and what arrives in the second?",
        "lost = having // every, of those who have it in the morning; all of these, and all who come, lack it now.",
        "having, without = having - lost, without + lost + coming",
    ),
    mistakes=(
        Mistake(lambda results: stops_at(results, CASES) is not None, STOPPED),
        Mistake(
            lambda results: type(results[0]) not in (list, tuple) or type(results[0][0]) not in (list, tuple),
            "a list of pairs is wanted: one pair for the start, and one for each day.",
        ),
        Mistake(
            lambda results: len(results[0]) == 3 and _is(results[0][0], 967, 58),
            "the list begins with the start, before the first day: (users, 0).",
        ),
        Mistake(
            lambda results: len(results[0]) == 3 and _is(results[0][0], 1000, 0),
            "three days and the start make four pairs: put one in behind each day.",
        ),
        Mistake(
            lambda results: len(results[1]) > len(results[0]),
            "more pairs came back than days and the start: begin with an empty list in the function.",
        ),
        Mistake(
            lambda results: len(results[0]) == 5 and len(results[1]) == 4,
            "one pair too many: one is wanted for the start, and one behind each day.",
        ),
        Mistake(
            lambda results: len(results[0]) != 4,
            "a wrong number of pairs: for three days four are wanted, one for the start and one behind each day.",
        ),
        Mistake(
            lambda results: _is(results[0][0], 0, 1000) or _is(results[0][1], 58, 967),
            "the other way round: first those who can use it.",
        ),
        Mistake(
            lambda results: _is(results[0][1], 992, 33),
            "those who come cannot install it: the app is delisted. They are among those who lack it.",
        ),
        Mistake(
            lambda results: _is(results[0][1], 967, 25),
            "the two no longer make up all: those who lose it still want it, and belong into the second number.",
        ),
        Mistake(
            lambda results: _is(results[0][1], 967, 33),
            "and those who come? `coming` people want it from each day on.",
        ),
        Mistake(
            lambda results: abs(results[0][1][0] - (1000 - 1000 / 30)) < 1e-6,
            "whole people: divide with //, which rounds down.",
        ),
        Mistake(
            lambda results: _is(results[0][1], 966, 59),
            "that loses 34 on the first day. Who comes has none to lose; and round the *loss* down, not what is left.",
        ),
        Mistake(
            lambda results: _begun(results) and _is(results[0][2], 934, 116),
            "that loses as many on the second day as on the first. One in `every` of those who have it *then*.",
        ),
        Mistake(
            lambda results: _begun(results) and _is(results[0][2], 933, 117),
            "who has lost it cannot lose it again: only of those who have it one in `every` does.",
        ),
        Mistake(
            lambda results: _begun(results) and _is(results[0][2], 935, 57),
            "the second number begins at 0 again on each day: those of the days before still lack it.",
        ),
        Mistake(
            lambda results: results[0] == THREE_DAYS and _is(results[1][1], 48, 2),
            "round down, with //: of fifty one in thirty is one, and not two.",
        ),
        Mistake(
            lambda results: results[0] == THREE_DAYS and _is(results[3][1], 8, 3),
            "of nine, one in ten is nobody: // gives 0 there, and that is right.",
        ),
    ),
    otherwise="by hand, for the first day: 1000 // 30 lose it, 25 come. How many can use it, and how many cannot?",
    minutes=4.0,
    track="code",
    core=False,
)
