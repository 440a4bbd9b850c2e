"""Questions of lesson 03 in code that count: which share of the networks blocks, and which sites were really hit."""

from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Mistake, Question

#: Network, whether it was reached from there, whether the control was.
MEASURED = [
    ("north", False, True),
    ("north", False, True),
    ("north", True, True),
    ("south", True, True),
    ("south", False, False),
    ("south", False, False),
    ("east", False, True),
    ("east", True, True),
    ("west", False, False),
    ("hills", False, True),
]
#: Sites reported as hit, with address and the day they failed, and what was listed, from which day to which.
REPORTED = [
    ("school", "198.51.100.20", "2018-04-19"),
    ("shop", "198.51.100.21", "2018-04-15"),
    ("bank", "203.0.113.9", "2018-04-20"),
    ("maps", "198.51.100.200", "2018-04-28"),
    ("clinic", "198.51.100.201", "2018-04-30"),
]
LISTED = [("198.51.100.0/25", "2018-04-16", "2018-04-27"), ("198.51.100.128/25", "2018-04-17", "2018-04-29")]


def _near(result: object, *values: float) -> bool:
    return type(result) in (int, float) and any(abs(result - value) < 0.06 for value in values)  # type: ignore[operator]


COUNTS = (
    Question(
        id="network-14",
        ask="Write a function that returns how many percent of the counted networks block.",
        answer=FunctionAnswer(
            signature="percent_blocking(measurements)",
            cases=(
                ((MEASURED,), 50.0, "five networks"),
                (([("a", True, True), ("a", True, True), ("a", False, True)],), 0.0, "one of three fails"),
                (([("a", False, False), ("b", False, True)],), 100.0, "one network without control"),
                (([("a", True, True), ("a", False, True), ("b", False, True)],), 50.0, "a network that fails by half"),
                (([("a", False, True), ("b", True, True), ("c", True, True)],), 100 / 3, "three networks"),
                (
                    ([("a", True, False), ("b", True, True), ("a", False, True), ("b", False, False)],),
                    50.0,
                    "measurements in mixed order",
                ),
            ),
            within=0.05,
            wanted="a function of a list, without brackets behind it: check('network-14', percent_blocking)",
        ),
        why="Without the control a site that is down would count as blocked, and one busy network as many.",
        hints=(
            "Leave out first what has no control. Then count for each network what is left, and what failed of it.",
            "With two dictionaries: tried[network] = tried.get(network, 0) + 1, and the same for failures.",
            "100 * len([n for n in tried if failed[n] > tried[n] / 2]) / len(tried)",
        ),
        mistakes=(
            Mistake(lambda results: _near(results[0], 0.5), "that is a share. Percent are wanted: times 100."),
            Mistake(
                lambda results: _near(results[0], 80),
                "measurements whose control failed are counted: then a site that is down looks blocked.",
            ),
            Mistake(
                lambda results: _near(results[0], 400 / 7, 70),
                "that is a share of measurements. Wanted is one of networks: judge each network first.",
            ),
            Mistake(
                lambda results: _near(results[0], 40),
                "a network without any control says nothing: leave it out below the line, too.",
            ),
            Mistake(
                lambda results: _near(results[1], 100) and _near(results[0], 75),
                "one failure makes no block: more than half of a network's counted measurements must fail.",
            ),
            Mistake(
                lambda results: _near(results[0], 75), "more than half is asked for: exactly half is not enough yet."
            ),
            Mistake(
                lambda results: _near(results[1], 100) and _near(results[0], 25),
                "those are the networks that reach it: turn it round.",
            ),
            Mistake(
                lambda results: type(results[0]) is Failed and results[0].error in (ZeroDivisionError, KeyError),
                "a network of which nothing counts, or nothing failed: does your function meet one?",
            ),
        ),
        otherwise="work the five networks out by hand: which measurements count, and who fails in more than half?",
        minutes=5.0,
        track="code",
    ),
    Question(
        id="network-16",
        ask="Write a function that returns the names of the sites whose address was listed on the day they failed.",
        answer=FunctionAnswer(
            signature="really_hit(sites, listed)",
            cases=(
                ((REPORTED, LISTED), ["maps", "school"], "five reports"),
                (
                    (
                        [
                            ("c", "192.0.2.1", "2018-04-16"),
                            ("b", "192.0.2.1", "2018-04-28"),
                            ("a", "192.0.2.1", "2018-04-29"),
                        ],
                        [("192.0.2.0/24", "2018-04-16", "2018-04-28")],
                    ),
                    ["b", "c"],
                    "the first and the last day",
                ),
                (
                    (
                        [("a", "192.0.2.1", "2018-04-20")],
                        [("192.0.2.0/24", "2018-04-16", "2018-04-28"), ("192.0.2.0/25", "2018-04-19", "2018-05-01")],
                    ),
                    ["a"],
                    "an address in two ranges",
                ),
                (
                    (
                        [("a", "192.0.2.1", "2018-04-25")],
                        [("192.0.2.0/24", "2018-04-16", "2018-04-20"), ("192.0.2.0/24", "2018-04-24", "2018-05-01")],
                    ),
                    ["a"],
                    "a range that was listed twice",
                ),
                (([("a", "192.0.2.1", "2018-04-25")], []), [], "an empty list"),
                (
                    ([("a", "192.0.2.1", "2019-01-02")], [("192.0.2.0/24", "2018-12-30", "2019-01-05")]),
                    ["a"],
                    "the turn of a year",
                ),
            ),
            wanted="a function of two lists, without brackets behind it: check('network-16', really_hit)",
        ),
        why="A site that fails in the week of a block need not fail by the block: address and day must both fit.",
        hints=(
            "Of each site ask two things of each row: is its address in the range, and its day among the days?",
            "first <= day <= last compares texts letter by letter, and for dates written like this that is by time.",
            "any(ip_address(at) in ip_network(text) and first <= day <= last for text, first, last in listed)",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[0]) is frozenset and results[0] == {"school", "maps"},
                "the right names, as a set. A list in order is wanted: put sorted(...) around it.",
            ),
            Mistake(
                lambda results: results[0] == ["school", "maps"],
                "the right names, in another order: put sorted(...) around them.",
            ),
            Mistake(
                lambda results: sorted(results[0]) == ["clinic", "maps", "school", "shop"],
                "the address was listed, and on that day? Two of these failed before or after.",
            ),
            Mistake(
                lambda results: sorted(results[0]) == ["bank", "maps", "school"],
                "on that day something was listed, and was it this address?",
            ),
            Mistake(
                lambda results: results[0] == ["bank", "clinic", "shop"],
                "those are the ones that failed by something else: turn it round.",
            ),
            Mistake(
                lambda results: results[0] == ["198.51.100.20", "198.51.100.200"], "names are wanted, not addresses."
            ),
            Mistake(
                lambda results: results[0] == ["maps", "school"] and results[1] != ["b", "c"],
                "look at the ends: the first and the last day of a listing belong to it.",
            ),
            Mistake(
                lambda results: results[0] == ["maps", "school"] and results[2] == ["a", "a"],
                "a site in two ranges is named twice: any(...) asks all rows at once.",
            ),
            Mistake(
                lambda results: results[0] == ["maps", "school"] and results[3] == [],
                "a range can be listed, taken off and listed again: each row has its own days.",
            ),
            Mistake(
                lambda results: results[0] == ["maps", "school"] and results[5] == [],
                "compare whole dates, not the day or the month alone.",
            ),
        ),
        otherwise="of each site: is there a row that holds its address, on its day?",
        minutes=5.0,
        track="code",
        core=False,
    ),
)
