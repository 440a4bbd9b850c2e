"""Questions of lesson 04b that are answered by code: half a country, days of a cohort, phones of the experiment.

What is right is compared with the kit's own country and experiment by tests/push/test_questions_country.py.
"""

from typing import Any

from chokepoints.classroom.kinds import FunctionAnswer, NumberAnswer
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.push.questions_phones import CAME_BACK

#: Question 12: minutes after the move, and how many users came back in that minute; of a million.
RETURNS = [(1, 200_000), (5, 150_000), (8, 100_000), (30, 90_000), (240, 60_000), (900, 100_000)]
#: Question 16: of all users, so many are to be connected in the long run; the answer is in whole percent.
WANTED, NEEDED = 0.9, 83
#: Without the switch, and one step too few.
WITHOUT_SWITCH, ONE_STEP_SHORT = 58, 82


def _near(result: Any, *wanted: float) -> bool:
    """Whether a result is a pair, or a list, of just these numbers."""
    return len(result) == len(wanted) and all(abs(a - b) < 1e-6 for a, b in zip(result, wanted, strict=True))


COUNTRY = (
    Question(
        id="push-12",
        ask="Write a function that returns the first minute by which at least half of all users are back.",
        answer=FunctionAnswer(
            signature="half(returns, users)",
            cases=(
                ((RETURNS, 1_000_000), 30, "a million users"),
                (([(3, 10), (9, 40), (60, 50)], 100), 9, "just half by then"),
                (([(2, 10), (9, 30)], 100), "never", "a push that reaches too few"),
                (([(5, 100)], 100), 5, "all at once"),
                (([(7, 1), (11, 1), (40, 1)], 5), 40, "five users, three of whom come back"),
                (([], 10), "never", "nobody comes back"),
            ),
            wanted="a function of a list and a number, without brackets behind it: check('push-12', half)",
        ),
        why="Half of all, not half of those who came back: who is never told stands in no list of returns, and a "
        "median of the returns alone makes every channel look quick.",
        hints=(
            "Keep a running sum. After which pair has it grown to half of all users?",
            "Compare the sum with users / 2, and think of the case in which it never gets there.",
            "back += count; if back >= users / 2: return minute",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[0]) is bool or results[0] in ("30", (30,), [30]),
                "the minute itself is wanted, as a number: not in quotes, not in brackets, and not True or False.",
            ),
            Mistake(
                lambda results: results[0] in (3, 4),
                "the minute is wanted that stands there, not its place in the list.",
            ),
            Mistake(
                lambda results: results[0] == 5,
                "that is half of those who came back. Half of *all* users is asked: some are never told.",
            ),
            Mistake(
                lambda results: results[0] == "never" and results[1] == 60,
                "the counts are of each minute alone: add them up as you go.",
            ),
            Mistake(
                lambda results: results[0] == "never" and results[1] == "never",
                'it gives up after the first pair: `return "never"` belongs behind the whole loop.',
            ),
            Mistake(
                lambda results: results[0] == 30 and results[1] == 60,
                "at least half is asked: just half is enough.",
            ),
            Mistake(
                lambda results: results[0] == 30 and results[4] == 11,
                "of five users, two are less than half: do not round the half down.",
            ),
            Mistake(lambda results: results[2].lower() == "never" != results[2], 'write "never" in small letters.'),
            Mistake(
                lambda results: results[0] == 30 and results[2] != "never",
                'where fewer than half ever come back there is no such minute: return the word "never".',
            ),
            Mistake(
                lambda results: results[0] in (540_000, 0.54, 450_000, 0.45),
                "the minute is wanted, not how many are back by then.",
            ),
            Mistake(lambda results: results[0] == (30, 90_000), "the minute alone is wanted, not the whole pair."),
            Mistake(
                lambda results: results[0] == 1, "by the first minute 200,000 of a million are back. Is that half?"
            ),
            Mistake(
                lambda results: results[0] == 900, "that is the last minute of the list. When was half reached first?"
            ),
            Mistake(
                lambda results: results[0] == 30 and type(results[5]) is Failed,
                'the list may be empty: then too return the word "never".',
            ),
        ),
        otherwise="by hand: how many are back after each pair, and how many are half of all users?",
        minutes=4.0,
        track="code",
    ),
    Question(
        id="push-13",
        ask="Write a function that returns how many users are connected and cut off after so many days, as a pair.",
        answer=FunctionAnswer(
            signature="after(days, users, blocked, back)",
            cases=(
                ((1, 1000, 0.4, 0.5), (600.0, 400.0), "the first day"),
                ((2, 1000, 0.4, 0.5), (560.0, 440.0), "the second day"),
                ((0, 1000, 0.4, 0.5), (1000.0, 0.0), "no day yet"),
                ((3, 1000, 1.0, 1.0), (0.0, 1000.0), "all are cut off and all return, each day"),
                ((9, 10, 0.3, 0.0), (0.40353607, 9.59646393), "ten users, and nobody is told"),
                ((60, 15_000_000, 0.2, 0.8), (12_000_000.0, 3_000_000.0), "fifteen million, in the long run"),
                ((5, 1000, 0.0, 0.0), (1000.0, 0.0), "nobody is cut off, and nobody is told"),
            ),
            wanted="a function of four numbers, without brackets behind it: check('push-13', after)",
            tolerance=1e-9,
            within=1e-6,
        ),
        why="In the long run back / (back + blocked) of the users are connected, wherever they began; but where both "
        "are 1 the two swap for ever, and where both are 0 nobody moves. With the shares of a day in the kit's country "
        "of one group, `expected` says the same.",
        hints=(
            "Who is counted for the day's two shares: those of the morning, or those who moved meanwhile?",
            "Work out both numbers of a day, lost and returned, before you change anything.",
            "lost, returned = connected * blocked, cut_off * back",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[0]) in (int, float, str, dict) or len(results[0]) != 2,
                "two numbers are wanted: connected, and cut off.",
            ),
            Mistake(
                lambda results: _near(results[0], 400, 600),
                "right numbers in the other order: first those who are connected.",
            ),
            Mistake(
                lambda results: _near(results[0], 800, 200),
                "that lets those who are cut off today come back today. `back` is a share of those who were cut off "
                "in the *morning*: work out both numbers first.",
            ),
            Mistake(
                lambda results: _near(results[0], 600, 400) and _near(results[1], 600, 400),
                "the second day is like the first: does each day begin where the last one ended?",
            ),
            Mistake(
                lambda results: _near(results[2], 600, 400) or _near(results[0], 1000, 0),
                "after no day everybody is connected, after one day no longer: how often does the loop run?",
            ),
            Mistake(
                lambda results: _near(results[1], 480, 520),
                "that lets those who come back today be cut off again today. `blocked` is a share of those who were "
                "connected in the *morning*: work out both numbers first.",
            ),
            Mistake(
                lambda results: _near(results[0], 600, 400) and _near(results[1], 360, 640),
                "and those who come back? `back` of those who are cut off return each day.",
            ),
            Mistake(
                lambda results: _near(results[0], 600, 400) and abs(sum(results[1]) - 1000) > 1e-6,
                "the two no longer make up all users: whoever leaves the one has to arrive in the other.",
            ),
            Mistake(
                lambda results: _near(results[1], 560, 440) and 1e-6 < abs(results[4][0] - 0.40353607) < 0.6,
                "do not round: shares of people are allowed here.",
            ),
            Mistake(
                lambda results: _near(results[1], 560, 440) and type(results[6]) is Failed,
                "where both shares are 0 nobody moves, and there is nothing to divide by.",
            ),
        ),
        otherwise="by hand, with 1,000 users: how many are lost and how many return on the first day, and the second?",
        minutes=5.0,
        track="code",
    ),
    CAME_BACK,
    Question(
        id="push-16",
        ask="Service pushes are stopped for 30 % of users. What percentage must push reach so that 90 % are connected?",
        answer=NumberAnswer(NEEDED, "percent", units={"share": 100}, within=0.4),
        why="Without the order 58 % would do: the more devices an order takes away, the wider a push has to reach "
        "among the rest. At 100 %, 30 % of all users would still wait for the slower ways.",
        hints=(
            "Try one share after another, from below. Which is the first at which the result is at least 0.9?",
            "in_the_long_run(Assumptions(push_reach=percent / 100, switch=Switch.SERVICE)) gives the share connected.",
            "next(percent for percent in range(101) if in_the_long_run(...) >= 0.9)",
        ),
        mistakes=(
            Mistake(
                lambda number: abs(number - WITHOUT_SWITCH) < 0.6,
                "that is with pushes open. Give `switch=Switch.SERVICE` as well.",
            ),
            Mistake(
                lambda number: ONE_STEP_SHORT - 0.1 <= number < NEEDED - 0.4,
                "with that, the result is still below 0.9. In whole percent, the first that is not?",
            ),
            Mistake(
                lambda number: abs(number - NEEDED / 100) < 0.004,
                "that is the share. In whole percent it is a hundred times as much.",
            ),
            Mistake(
                lambda number: abs(number - 90) < 0.1, "90 % is how many are to be connected, not what push reaches."
            ),
            Mistake(lambda number: not 0 <= number <= 100, "a percentage from 0 to 100 is wanted."),
            Mistake(
                lambda number: NEEDED + 0.5 <= number <= 100,
                "that is enough, and more than enough: which is the smallest?",
            ),
        ),
        otherwise="try `in_the_long_run` for one share after another, with the switch thrown.",
        minutes=3.0,
        track="code",
        core=False,
    ),
)
