"""Questions of lesson 05b that count: removals each once, gaps of a report, a percentage and its base, two counts.

What is right is compared with the kit's own report, audit, table of removals and VPN counts by
tests/store/test_questions_counts.py.
"""

from typing import Any

from chokepoints.classroom.faults import faults, is_a, numbers_as_text, stopped
from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.questions import Question
from chokepoints.store.questions_gaps import GAPS
from chokepoints.store.questions_shares import SHARES

#: Question 9: of each notice the country, the apps that it names, and those that were removed at it.
NOTICES: tuple[Case, ...] = (
    (
        ([("XA", ["lamp", "kite", "reed"], ["lamp", "kite"]), ("XA", ["drum"], ["drum"]), ("XA", ["bell"], ["bell"])],),
        {"XA": 4},
        "three notices of one country",
    ),
    (
        ([("XA", ["lamp"], ["lamp"]), ("XA", ["lamp", "kite"], ["kite", "lamp"])],),
        {"XA": 2},
        "an app that came back and went again",
    ),
    (
        ([("XA", ["lamp"], ["lamp"]), ("XB", ["lamp"], ["lamp"])],),
        {"XA": 1, "XB": 1},
        "an app that two countries had removed",
    ),
    (([("XA", ["lamp"], []), ("XB", ["kite"], ["kite"])],), {"XA": 0, "XB": 1}, "a notice that was refused"),
    (
        ([("XC", ["lamp"], ["lamp"]), ("XA", ["kite"], ["kite"]), ("XC", ["drum", "lamp"], ["drum"])],),
        {"XA": 1, "XC": 2},
        "two countries by turns",
    ),
    (([("XB", ["reed", "reed"], ["reed", "reed"])],), {"XB": 1}, "an app that stands twice in one notice"),
    (([("XB", ["reed"], ["reed"]), ("XB", ["bell"], [])],), {"XB": 1}, "a refusal after a removal"),
    (([],), {}, "no notice"),
)

#: Question 16: two counts, and how many apps of the first the second lacks, at least and at most. The first pair is
#: the test's and the agency's number of 2024 (facts vpn-ru-98 and vpn-ru-25).
TEST, AGENCY = 98, 25
TWO_COUNTS: tuple[Case, ...] = (
    ((TEST, AGENCY), (73, 98), "two numbers"),
    ((AGENCY, TEST), (0, 25), "the smaller number first"),
    (({"kite", "lamp", "reed"}, {"lamp"}), (2, 2), "two lists"),
    (({"kite", "lamp"}, {"lamp", "drum"}), (1, 1), "two lists that share one"),
    (({"kite"}, {"drum", "reed"}), (1, 1), "two lists that share none"),
    (({"kite", "lamp", "reed"}, 2), (1, 3), "a list and a number"),
    ((2, {"kite", "lamp", "reed"}), (0, 2), "a number and a list"),
    ((25, 25), (0, 25), "one number twice"),
    ((set(), 4), (0, 0), "an empty list"),
)


def _beyond(one: Any, other: Any) -> tuple[int, int]:
    """How many apps of one count the other lacks, at least and at most."""
    a, b = (len(count) if isinstance(count, (set, frozenset)) else count for count in (one, other))
    if isinstance(one, (set, frozenset)) and isinstance(other, (set, frozenset)):
        return len(one - other), len(one - other)
    return max(0, a - b), a


COUNTS = (
    Question(
        id="store-9",
        ask="Write a function that returns how many apps were removed for each country, each app once.",
        answer=FunctionAnswer(
            signature="removals(notices)",
            cases=NOTICES,
            wanted="a function of a list, without brackets behind it: check('store-9', removals)",
        ),
        why="The kit's report counts so too. The sum over its countries is no number of apps: one that two countries "
        "had removed stands in it twice. And 0 says that a country asked and nothing went; no line, that the report "
        "knows of no demand.",
        hints=(
            "What keeps each thing once, however often you put it in?",
            "One set of apps for each country; at the end, how large each of them is.",
            "apps.setdefault(country, set()).update(removed)",
        ),
        mistakes=faults(
            NOTICES,
            ("", stopped(KeyError), "a country that is met for the first time has no entry yet: give it an empty one."),
            (
                "",
                stopped(ValueError),
                "a notice has three parts: `for country, named, removed in notices` takes them apart.",
            ),
            (
                "",
                stopped(TypeError),
                "the third place is a list of apps: put each app into a set (`update` takes them all), not the list.",
            ),
            ("no notice", stopped(), "the list may be empty: then return an empty dictionary."),
            ("", stopped(), "make that call in a cell of your own: Python shows the line at which it stops."),
            (
                "",
                lambda came, wanted, given: type(came) is dict and numbers_as_text(came, wanted, given),
                "numbers are wanted, not texts: 2 and not '2'.",
            ),
            (
                "",
                is_a(int, list, tuple, frozenset, str),
                "a dictionary from country to number is wanted, such as {'XA': 2}.",
            ),
            (
                "",
                lambda came, wanted, given: any(type(one) in (list, tuple, frozenset) for one in came.values()),
                "that says which apps. Wanted is how many different ones: len(...) of a set.",
            ),
            (
                "three notices of one country",
                lambda came, wanted, given: came == {"XA": 5},
                "that counts the apps that were *named*. Reed was named and stayed: the third place has what went.",
            ),
            (
                "three notices of one country",
                lambda came, wanted, given: came == {"XA": 3},
                "that counts notices, and one notice may remove several apps.",
            ),
            (
                "",
                lambda came, wanted, given: came in ({"XA": 1}, {"XA": 1, "XC": 1}) and len(given[0]) == 3,
                "only the last notice is left: add to what the country has, and put nothing in its place.",
            ),
            (
                "three notices of one country",
                lambda came, wanted, given: came == {"XA": 2},
                "only the first notice is counted: `return` belongs behind the whole loop.",
            ),
            (
                "an app that two countries had removed",
                lambda came, wanted, given: sum(came.values()) < 2,
                "one app went in two countries, and counts once in each. Each country needs a memory of its own.",
            ),
            (
                "a notice that was refused",
                lambda came, wanted, given: came == {"XB": 1},
                "XA has asked, and nothing went: that is a count of 0, and no gap. Let it stand in the dictionary.",
            ),
            (
                "a refusal after a removal",
                lambda came, wanted, given: came == {"XB": 0},
                "a refusal takes back nothing that went before it: reed is still counted.",
            ),
            (
                "",
                lambda came, wanted, given: {*came} == {*wanted} and any(came[one] > wanted[one] for one in wanted),
                "an app counts once for a country, however many notices had it removed.",
            ),
        ),
        otherwise="by hand: which different apps stand in the third place of each country's notices?",
        minutes=5.0,
        track="code",
    ),
    GAPS,
    SHARES,
    Question(
        id="store-16",
        ask="Write a function that returns how many apps of one count another lacks, at least and at most.",
        answer=FunctionAnswer(
            signature="beyond(one, other)",
            cases=TWO_COUNTS,
            wanted="a function of two counts, without brackets behind it: check('store-16', beyond)",
        ),
        why="Of the 98 apps that the test of 2024 found missing, 73 to 98 are none of the agency's 25, for which we "
        "saw no list; whether some of these went at a demand too, neither number says. But 98 - 32 is sound: the 32 "
        "that were missing before July are, by the study's own words, among its 98, so 66 at most went since.",
        hints=(
            "Two lists can be laid side by side. Of numbers alone: how many may be in both at most, and at least?",
            "At most all of the smaller one are in both; at least none, for all you know.",
            "return max(0, a - b), a",
        ),
        mistakes=faults(
            TWO_COUNTS,
            (
                "",
                stopped(TypeError),
                "a count is a set or a number: ask `type(one) is set` first, and take len(...) of a set alone.",
            ),
            ("", stopped(), "make that call in a cell of your own: Python shows the line at which it stops."),
            ("", numbers_as_text, "numbers are wanted, not texts: 2 and not '2'."),
            (
                "two numbers",
                lambda came, wanted, given: came in (73, (73, 73), [73, 73]),
                "that holds if all of the 25 are among the 98. Nobody gave a list: what if none is?",
            ),
            (
                "two numbers",
                lambda came, wanted, given: came in (98, (98, 98), [98, 98]),
                "that holds if none of the 25 is among the 98. Nobody gave a list: what if all are?",
            ),
            (
                "two numbers",
                is_a(frozenset),
                "a pair is wanted, in order: a set does not say which of its numbers is the least.",
            ),
            ("", is_a(int, float, str, dict, frozenset), "two numbers are wanted: at least, and at most."),
            ("", lambda came, wanted, given: any(type(one) is frozenset for one in came), "how many, not which ones."),
            (
                "",
                lambda came, wanted, given: [*came][::-1] == [*wanted],
                "the right numbers in the other order: first at least, then at most.",
            ),
            (
                "",
                lambda came, wanted, given: [*came] == [*_beyond(*given[::-1])],
                "that is what the second has and the first lacks (or, of two numbers, what both may share). Wanted is "
                "what the first has and the second lacks.",
            ),
            (
                "two numbers",
                lambda came, wanted, given: [*came] in ([98, 123], [123, 123]),
                "that is about both together. Wanted is what the first has and the second lacks.",
            ),
            ("", lambda came, wanted, given: came[0] < 0, "fewer than no app can not be left: 0 is the least."),
            (
                "two lists",
                lambda came, wanted, given: [*came] == [2, 3],
                "with two lists you need not guess: one - other has what the first has and the second lacks.",
            ),
            (
                "",
                lambda came, wanted, given: wanted[0] == wanted[1] == 1,
                "of two lists the lengths say too little: which names of the first stand in the second?",
            ),
            (
                "one number twice",
                lambda came, wanted, given: [*came] == [0, 0],
                "equal numbers need not be equal apps: none of them may be in both.",
            ),
        ),
        otherwise="by hand, with 3 and 2: if the two share no app, how many are left? And if they share as many as can "
        "be?",
        minutes=4.0,
        track="code",
        core=False,
    ),
)
