"""The question of lesson 04b on the phones of the experiment: of those that were cut off, which came back?

What is right is compared with the experiment by tests/push/test_questions_country.py.
"""

from typing import Any

from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Mistake, Question

#: Question 14: phone, storefront, and the steps at whose end it was connected.
PHONES = [
    ("p1", "RU", [1, 4, 5]),
    ("p2", "RU", [1]),
    ("p3", "RU", [1, 4]),
    ("p4", "RU", [1, 2, 3, 4, 5]),
    ("p5", "DE", [1, 4, 5]),
    ("p6", "DE", [1, 5]),
    ("p7", "DE", [1]),
]


def _shares(result: Any, russia: float, germany: float) -> bool:
    return bool(abs(result["RU"] - russia) < 1e-6 and abs(result["DE"] - germany) < 1e-6)


def _good(results: Any) -> bool:
    """Whether the first case of question 14 is right."""
    return _shares(results[0], 1 / 3, 2 / 3)


def _lacks(result: Any, storefront: str) -> bool:
    """Whether a storefront was looked for in vain, or is not in the result."""
    return bool(result.message == storefront if type(result) is Failed else storefront not in result)


CAME_BACK = Question(
    id="push-14",
    ask="Write a function that returns, for each storefront, the share of its cut-off phones that came back.",
    answer=FunctionAnswer(
        signature="came_back(phones)",
        cases=(
            ((PHONES,), {"RU": 1 / 3, "DE": 2 / 3}, "seven phones"),
            (([("p1", "RU", [1]), ("p2", "DE", [1, 4, 5])],), {"RU": 0.0, "DE": 1.0}, "one of each"),
            (([("p1", "RU", [1, 2, 3, 4, 5]), ("p2", "DE", [1])],), {"DE": 0.0}, "one that was never cut off"),
            (([("p1", "TR", [1, 4, 5]), ("p2", "TR", [1])],), {"TR": 0.5}, "another storefront"),
            (([],), {}, "no phone"),
            (([("p1", "TR", [1, 2]), ("p2", "TR", [4, 5])],), {"TR": 1.0}, "one lost late, one first there late"),
            (([("p1", "TR", []), ("p2", "TR", [1, 3, 5])],), {"TR": 0.5}, "one that was never there"),
            (([("p1", "TR", [1, 2, 4, 5]), ("p2", "TR", [1])],), {"TR": 0.0}, "one that was away in step 3"),
        ),
        wanted="a function of a list, without brackets behind it: check('push-14', came_back)",
        tolerance=1e-6,
    ),
    why="Of whom a share is taken decides what it says: a phone that never lost its line did not come back, and "
    "one that was there for a while is not there.",
    hints=(
        "First: which phones count at all? Then: which of those came back?",
        "2 not in steps: it was cut off. 5 in steps: it is there at the end.",
        "cut[front] = cut.get(front, 0) + 1 counts those that were cut off, for each storefront",
    ),
    mistakes=(
        Mistake(lambda results: type(results[0]) is not dict, "a dictionary from storefront to share is wanted."),
        Mistake(lambda results: set(results[0]) == {"ru", "de"}, "write the storefronts as they stand in the list."),
        Mistake(lambda results: type(results[0]["DE"]) is str, "shares are numbers: take the quotes away."),
        Mistake(lambda results: type(results[0]["DE"]) is bool, "a share is wanted, and not True or False."),
        Mistake(lambda results: results[0] == {"RU": 0, "DE": 0}, "divide with /: the other one, //, rounds down."),
        Mistake(
            lambda results: results[0] == {"RU": 1, "DE": 2},
            "those are numbers of phones. Which share of the storefront's cut-off phones is it?",
        ),
        Mistake(
            lambda results: _shares(results[0], 2 / 3, 1 / 3) and _shares(results[1], 1, 0),
            "that is the share that stayed away: the share that came back is wanted.",
        ),
        Mistake(
            lambda results: _shares(results[0], 1 / 2, 2 / 3),
            "p4 with [1, 2, 3, 4, 5] never lost its line. It is no phone that came back, nor one that was cut off.",
        ),
        Mistake(
            lambda results: abs(results[0]["RU"] - 0.25) < 1e-6,
            "p4 with [1, 2, 3, 4, 5] belongs among neither those that came back nor those that were cut off.",
        ),
        Mistake(
            lambda results: _shares(results[0], 2 / 3, 2 / 3),
            "p3 or p4 counts as back. Of those that were away in step 2, which are there in step 5?",
        ),
        Mistake(
            lambda results: _shares(results[0], 2 / 3, 1 / 3),
            "step 4 is not the end: p3 was there and is gone, p6 came later. Look at step 5.",
        ),
        Mistake(
            lambda results: abs(results[0]["RU"] - 3 / 4) < 1e-6,
            "connected at some time is not back: count those that were away in step 2 and are there in step 5.",
        ),
        Mistake(
            lambda results: min(abs(results[0]["RU"] - 1 / 6), abs(results[0]["RU"] - 1 / 7)) < 1e-6,
            "divide by the cut-off phones of that storefront, not by those of both.",
        ),
        Mistake(lambda results: abs(results[0]["RU"] - 100 / 3) < 0.5, "a share from 0 to 1 is wanted, not percent."),
        Mistake(
            lambda results: _good(results) and (_lacks(results[1], "RU") or _lacks(results[2], "DE")),
            "a storefront of whose cut-off phones none came back has the share 0: it is not left out.",
        ),
        Mistake(
            lambda results: _good(results) and (type(results[2]) is Failed or "RU" in results[2]),
            "a storefront without a phone that was cut off has no share: leave it out.",
        ),
        Mistake(
            lambda results: _good(results) and results[3] != {"TR": 0.5},
            "storefronts may have any name: take them from the list.",
        ),
        Mistake(
            lambda results: _good(results) and (results[5] == {"TR": 0.5} or results[7] == {"TR": 0.5}),
            "a phone that was connected in step 2 was not cut off, whatever it missed later.",
        ),
        Mistake(
            lambda results: _good(results) and results[5] == {},
            "a phone that was not there in step 2 was cut off, whether or not it was there in step 1.",
        ),
        Mistake(
            lambda results: _good(results) and (type(results[6]) is Failed or results[6] == {"TR": 1}),
            "a phone with an empty list was never connected, nor in step 2: it was cut off, and is not back.",
        ),
    ),
    otherwise="by hand: which of the seven phones were cut off, and which of those are there at the end?",
    minutes=5.0,
    track="code",
)
