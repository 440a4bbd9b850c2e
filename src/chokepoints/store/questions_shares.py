"""Question 14 of the store: one country's removals as a percentage of all, and of all that were no games.

What is right is compared with the kit's table of removals (`removals.counts`) by tests/store/test_questions_counts.py.
"""

from collections.abc import Sequence

from chokepoints.classroom.faults import faults, is_a, numbers_as_text, stopped
from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.questions import Question

#: Question 14: of each place the apps removed at demands, and how many of them the report calls games; two real years
#: (facts as-2022 and as-2023 with the rows of their countries), the last row being what remains of the world.
YEARS: dict[int, list[tuple[str, int, int]]] = {
    2022: [("China", 1435, 1276), ("India", 14, 0), ("Pakistan", 10, 0), ("Russia", 7, 0), ("others", 8, 0)],
    2023: [("China", 1285, 1067), ("Korea", 103, 102), ("India", 30, 0), ("Russia", 12, 0), ("others", 32, 0)],
}
#: As good as one decimal.
_NEAR = 0.051


def _percentages(rows: Sequence[tuple[str, int, int]]) -> dict[str, tuple[float | None, float | None]]:
    """By place, its percentage of all apps and of those that were no games."""
    every, no_games = sum(row[1] for row in rows), sum(row[1] - row[2] for row in rows)
    return {
        place: (100 * removed / every if every else None, 100 * (removed - games) / no_games if no_games else None)
        for place, removed, games in rows
    }


_ROWS: tuple[tuple[list[tuple[str, int, int]], str], ...] = (
    (YEARS[2022], "the year 2022"),
    (YEARS[2023], "the year 2023"),
    ([("XA", 3, 3), ("XB", 1, 0)], "a country with nothing but games"),
    ([("XA", 4, 4)], "nothing but games in the world"),
    ([("XA", 0, 0)], "no removal at all"),
    ([], "no country"),
)
CASES: tuple[Case, ...] = tuple(((rows,), _percentages(rows), words) for rows, words in _ROWS)


def _is(came: dict[str, tuple[float, float]], *wanted: float) -> bool:
    """Whether China's pair of 2022 is this, as good as one decimal."""
    return all(abs(one - other) < _NEAR for one, other in zip(came["China"], wanted, strict=True))


SHARES = Question(
    id="store-14",
    ask="Write a function that returns each country's percentage of all removals, and of those without games.",
    answer=FunctionAnswer(
        signature="shares(rows)",
        cases=CASES,
        wanted="a function of a list, without brackets behind it: check('store-14', shares)",
        within=_NEAR,
    ),
    why="In 2022 Russia had 0.5 % of all removals and 3.5 % without these games: seven times as much, and not one app "
    "more. China's 97 % and 80 % are one year too. Name the base, or the percentage says nothing.",
    hints=(
        "Two bases: all that was removed anywhere, and all of it that was no game.",
        "Work out both sums over all rows first. Take the games off above the line and below it.",
        "others = sum(removed - games for country, removed, games in rows)",
    ),
    mistakes=faults(
        CASES,
        (
            "",
            stopped(ZeroDivisionError),
            "a base of 0 gives no percentage: put None in its place, before you divide.",
        ),
        (
            "",
            stopped(ValueError),
            "a row has three parts: `for country, removed, games in rows` takes them apart.",
        ),
        ("", stopped(), "make that call in a cell of your own: Python shows the line at which it stops."),
        (
            "",
            is_a(int, float, list, tuple, frozenset, str),
            "a dictionary from country to a pair of percentages is wanted.",
        ),
        ("", numbers_as_text, "numbers are wanted, not texts: 3.5 and not '3.5'."),
        (
            "",
            lambda came, wanted, given: any(one is None for one in came.values()),
            "each country has a pair, also where there is nothing to divide by: (None, None), and not None alone.",
        ),
        (
            "nothing but games in the world",
            lambda came, wanted, given: [*came["XA"]] == [None, None],
            "only the second base is 0 there. Four apps were removed, so the first percentage has its base: 100.",
        ),
        (
            "",
            lambda came, wanted, given: any(type(one) in (int, float) for one in came.values()),
            "two percentages are wanted for each country, as a pair: of all removals, and without games.",
        ),
        (
            "",
            lambda came, wanted, given: {*came} < {*wanted},
            "a country is lacking: each row has its place in the dictionary, whatever its numbers.",
        ),
        (
            "the year 2022",
            lambda came, wanted, given: all(0.7 < one <= 1 for one in came["China"]),
            "those are shares from 0 to 1. In percent they are a hundred times as much.",
        ),
        (
            "the year 2022",
            lambda came, wanted, given: _is(came, 80.303, 97.354),
            "the right numbers in the other order: first of all removals, then without games.",
        ),
        (
            "the year 2022",
            lambda came, wanted, given: _is(came, 97.354, 724.747),
            "more than 100 %: the games are taken off the base, and not off the country's own number.",
        ),
        (
            "the year 2022",
            lambda came, wanted, given: _is(came, 97.354, 10.787),
            "the games are taken off the country's number, and not off the base.",
        ),
        (
            "the year 2022",
            lambda came, wanted, given: _is(came, 97.354, 11.080),
            "that asks what part of China's own removals were no games. The base is the *world's* without games.",
        ),
        (
            "the year 2022",
            lambda came, wanted, given: _is(came, 97.354, 86.567) or _is(came, 97.354, 100),
            "that is about the games. Wanted is what remains without them.",
        ),
        (
            "the year 2022",
            lambda came, wanted, given: _is(came, 97.354, 97.354),
            "twice the same: the second percentage is without the games, above the line and below it.",
        ),
        (
            "the year 2022",
            lambda came, wanted, given: _is(came, 97, 80),
            "rounded to whole percents Russia would have 0 % of all: keep one decimal at least, or do not round.",
        ),
        (
            "a country with nothing but games",
            lambda came, wanted, given: came["XA"][1] is None,
            "XA has nothing but games, so its percentage without them is 0. None is for a base of 0, the sum of "
            "all countries.",
        ),
        (
            "",
            lambda came, wanted, given: any(None in pair for pair in wanted.values()),
            "where the base is 0 there is no percentage, and 0 would be one: write None.",
        ),
    ),
    otherwise="by hand, for 2022: how many apps are the base of each percentage, and how many of them Russia's?",
    minutes=5.0,
    track="code",
)
