"""Answers to the questions of the room `__ROOM__`.

[to write] For each of your questions three right answers in different shapes and four wrong ones, each with some words
of the hint that it must earn; every mistake is made by at least one of them.
"""

from typing import Any

from chokepoints.__ROOM__.questions import MAY_NOT_STAND, MAY_STAND


def as_asked(cases: float, meant: float, found: float, strays: float) -> float:
    return meant * found + (cases - meant) * strays


def by_counting(cases: int, meant: int, found: float, strays: float) -> float:
    return sum(found if place < meant else strays for place in range(cases))


def with_names(cases: float, meant: float, found: float = 1.0, strays: float = 0.0) -> float:
    strangers = cases - meant
    return strangers * strays + found * meant


def meant_only(cases: float, meant: float, found: float, strays: float) -> float:
    return meant * found


def strangers_only(cases: float, meant: float, found: float, strays: float) -> float:
    return (cases - meant) * strays


def of_all(cases: float, meant: float, found: float, strays: float) -> float:
    return meant * found + cases * strays


def whole(cases: float, meant: float, found: float, strays: float) -> int:
    return int(as_asked(cases, meant, found, strays))


def printed(cases: float, meant: float, found: float, strays: float) -> None:
    print(as_asked(cases, meant, found, strays))


def percents(*counts: int, scale: float = 100) -> dict[int, float]:
    return {n: scale * n * 0.9 / (n * 0.9 + (1000 - n) * 0.05) for n in counts}


IN_PLAIN_WORDS = (
    "The measure is not proportionate, and I would not let it go on. Its purpose is good, and nobody doubts it. But it "
    "hits others who have done nothing, and a targeted order to the company would have reached the same people. That "
    "would have been slower, yet it is what the law asks for in such a case."
)
NO_SIDE = (
    "The aim of the measure is grave. Strangers pay for it, and nobody has heard them. A narrower request would have "
    "been possible, but it would have been slow. There is much to be said for both of these, and I have thought about "
    "it for a long time and have come to no end with it."
)
ONE_POINT = (
    "I conclude that the measure may stand, because the people who made it know what they do, and I have always been "
    "of the opinion that they should be left to do it. The rest of us can read about it in the newspaper, and then "
    "we can be glad or not, as each of us likes it best."
)

BANK: dict[str, tuple[list[Any], list[tuple[Any, str]]]] = {
    "__ROOM__-1": (
        ["b", " B ", "(b)", "how many strangers are struck"],
        [
            ("a", "not of those struck"),
            ("c", "nobody has said"),
            ("d", "nothing of the law"),
            ("e", "none of the options"),
            (90, "in quotes"),
        ],
    ),
    "__ROOM__-2": (
        [["a", "c"], "a and c", ("c", "a"), {"C", "A"}],
        [
            (["c"], "how many others"),
            (["a"], "not every stranger"),
            (["a", "b", "c"], "leave b out"),
            (["a", "c", "d"], "leave d out"),
            ([], "nothing stands"),
        ],
    ),
    "__ROOM__-3": (
        [MAY_NOT_STAND, MAY_STAND.upper(), IN_PLAIN_WORDS],
        [
            (NO_SIDE, "which side"),
            (ONE_POINT, "found so far: takes a side"),
            ("It may not stand.", "40 to 150 words"),
            (True, "a text of 40 to 150"),
        ],
    ),
    "__ROOM__-4": (
        [9 / 58.5 * 100, "15.4 percent", "15,38 %", 15.4],
        [
            (0.154, "multiply by 100"),
            (90, "not the other way"),
            (84.6, "share of the strangers"),
            (18.18, "those meant included"),
            (10, "divide those meant"),
        ],
    ),
    "__ROOM__-5": (
        [as_asked, by_counting, with_names],
        [
            (meant_only, "Add the strangers"),
            (strangers_only, "Add those meant"),
            (of_all, "without those meant"),
            (whole, "do not round"),
            (printed, "end it with `return`"),
        ],
    ),
    "__ROOM__-6": (
        [
            percents(1, 10, 100),
            [(1, 1.77), (10, 15.38), (100, 66.67)],
            {"1": "1.8", "10": "15.4", "100": "66.7"},
        ],
        [
            (percents(1, 10, 100, scale=1), "multiply by 100"),
            ({n: 100 - share for n, share in percents(1, 10, 100).items()}, "shares of the strangers"),
            ({1: 15.4, 10: 15.4, 100: 15.4}, "all alike"),
            (percents(1, 10), "missing: 100"),
            (15.4, "a dictionary"),
        ],
    ),
}
