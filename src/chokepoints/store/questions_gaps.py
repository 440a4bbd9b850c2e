"""Question 13 of the store: which apps are missing from a storefront and not in the store's report.

It is the kit's own audit (`audit.compare`) for apps that were all there at a first look; tests/store compares the two.
"""

from typing import Any

from chokepoints.classroom.faults import faults, is_a, stopped
from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.questions import Question

#: What the report names, what was seen, the findings, and the words for it. Few apps, so that a message shows all.
CHECKED: tuple[Case, ...] = (
    (
        (
            {("kite", "XA")},
            {("kite", "XA"): False, ("kite", "XB"): True, ("lamp", "XA"): False, ("lamp", "XB"): True},
        ),
        [("lamp", "XA")],
        "two missing from one country",
    ),
    (
        (set(), {("kite", "XA"): False, ("kite", "XB"): True, ("lamp", "XA"): False, ("lamp", "XB"): False}),
        [("kite", "XA")],
        "one that is missing everywhere",
    ),
    (
        ({("kite", "XA")}, {("kite", "XA"): False, ("kite", "XB"): False, ("kite", "XC"): True}),
        [("kite", "XB")],
        "reported for one country and missing from two",
    ),
    (
        (set(), {("kite", "XA"): None, ("kite", "XB"): True, ("kite", "XC"): False}),
        [("kite", "XC")],
        "a question without an answer",
    ),
    ((set(), {("kite", "XA"): False, ("kite", "XB"): None}), [], "no answer from elsewhere"),
    (
        ({("drum", "XA")}, {("kite", "XA"): False, ("kite", "XB"): True}),
        [("kite", "XA")],
        "a report on an app that nobody looked for",
    ),
    (({("kite", "XA")}, {("kite", "XA"): True, ("kite", "XB"): False}), [("kite", "XB")], "reported, but there"),
    (({("kite", "XA")}, {("kite", "XA"): False, ("kite", "XB"): False}), [], "missing everywhere, reported for one"),
    (
        (set(), {("lamp", "XA"): False, ("kite", "XA"): True, ("kite", "XB"): True}),
        [],
        "one that was looked for in one country only",
    ),
    (
        (
            set(),
            {("reed", "XB"): False, ("reed", "XC"): True, ("bell", "XB"): False, ("bell", "XA"): False,
             ("bell", "XC"): True},
        ),
        [("bell", "XA"), ("bell", "XB"), ("reed", "XB")],
        "three findings",
    ),
    (
        (set(), {("reed", "XA"): False, ("reed", "XB"): True, ("bell", "XB"): False, ("bell", "XA"): True}),
        [("bell", "XB"), ("reed", "XA")],
        "two findings, of two countries",
    ),
    (({("kite", "XA")}, {}), [], "no question was asked"),
)  # fmt: skip


def _nowhere(app: str, seen: dict[tuple[str, str], bool | None]) -> bool:
    return True not in [there for (name, _), there in seen.items() if name == app]


def _unanswered(app: str, seen: dict[tuple[str, str], bool | None]) -> bool:
    return None in [there for (name, _), there in seen.items() if name == app]


def _pairs(came: Any) -> set[Any]:
    return {pair for pair in came if type(pair) is tuple and len(pair) == 2}


GAPS = Question(
    id="store-13",
    ask="Write a function that returns which apps are missing from which country without a word in the report.",
    answer=FunctionAnswer(
        signature="gaps(report, seen)",
        cases=CHECKED,
        wanted="a function of a set and a dictionary, without brackets behind it: check('store-13', gaps)",
    ),
    why="On apps that were there at a first look the kit's audit finds the same. It shows a gap, not its cause: a "
    "silent removal, a rule of the store and a maker who left of his own will look alike from here.",
    hints=(
        "Three things make a finding: missing here, not in the report, and seen in another country.",
        "Collect first the apps that are True in any country. Then go through the pairs that are False.",
        "there = {app for (app, country), answer in seen.items() if answer is True}",
    ),
    mistakes=faults(
        CHECKED,
        (
            "",
            stopped(KeyError),
            "not every app was looked for in every country, and the report may name one that nobody looked for.",
        ),
        (
            "",
            stopped(ValueError, TypeError),
            "`for pair in seen` gives the pairs alone, and `for pair, answer in seen.items()` each with its answer.",
        ),
        ("", stopped(), "make that call in a cell of your own: Python shows the line at which it stops."),
        ("", is_a(frozenset, dict), "a list is wanted, in order: return sorted(...) of it."),
        ("", is_a(int, str), "a list of pairs is wanted, such as [('lamp', 'XA')], also for one or none."),
        (
            "",
            lambda came, wanted, given: any(type(one) is not tuple or len(one) != 2 for one in came),
            "pairs are wanted, app and country, as they stand in `seen`.",
        ),
        (
            "",
            lambda came, wanted, given: {pair[::-1] for pair in came} == {*wanted} != {*came},
            "the right findings, the wrong way round: first the app, then the country.",
        ),
        (
            "",
            lambda came, wanted, given: sorted(came) == wanted,
            "the right findings in another order: sort them, by app and then by country.",
        ),
        ("", lambda came, wanted, given: {*came} == {*wanted}, "the right findings, and one of them more than once."),
        (
            "",
            lambda came, wanted, given: any(pair not in given[1] for pair in came),
            "one of these nobody looked for: a finding needs a False in `seen`.",
        ),
        (
            "",
            lambda came, wanted, given: any(given[1][pair] is True for pair in came),
            "one of these is there: what is True in `seen` is missing nowhere.",
        ),
        (
            "",
            lambda came, wanted, given: any(given[1][pair] is None for pair in came),
            "None is a question without an answer, and no empty shelf. `not None` is True: ask whether it `is False`.",
        ),
        (
            "",
            lambda came, wanted, given: any(pair in given[0] and not _nowhere(pair[0], given[1]) for pair in came),
            "one of these stands in the report, for that country: it is accounted for.",
        ),
        (
            "",
            lambda came, wanted, given: any(_nowhere(app, given[1]) and _unanswered(app, given[1]) for app, _ in came),
            "no other country is *seen* to have this app: where there was no answer, nobody can say whether it does.",
        ),
        (
            "one that was looked for in one country only",
            lambda came, wanted, given: len(came) > 0,
            "the app lamp is seen in no country at all. Ask whether any answer on it is True; how many are False says "
            "nothing.",
        ),
        (
            "missing everywhere, reported for one",
            lambda came, wanted, given: len(came) > 0,
            "the app kite is seen in no country at all, whatever the report says: look in `seen` alone for who has it.",
        ),
        (
            "",
            lambda came, wanted, given: any(_nowhere(app, given[1]) for app, _ in came),
            "an app that no country has is no finding about one country: leave it out.",
        ),
        (
            "two missing from one country",
            lambda came, wanted, given: came == [],
            "the app lamp is missing from XA, is there in XB and stands in no report. Does the loop see the answers "
            "(`seen.items()`), and does `return` stand behind it?",
        ),
        (
            "reported for one country and missing from two",
            lambda came, wanted, given: came == [],
            "the report names kite for XA. Does that account for XB as well?",
        ),
        (
            "a question without an answer",
            lambda came, wanted, given: came == [],
            "one country gave no answer, but kite is there in XB and missing from XC: that is enough.",
        ),
        (
            "reported, but there",
            lambda came, wanted, given: came == [],
            "the app kite is there in XA, whatever the report says, and missing from XB without a word.",
        ),
        (
            "",
            lambda came, wanted, given: _pairs(came) < {*wanted},
            "a finding is lacking here: does the loop end too soon, or leave out too much?",
        ),
    ),
    otherwise="by hand: which pairs are False, which of those does the report lack, and which of these apps does "
    "another country have?",
    minutes=6.0,
    track="code",
)
