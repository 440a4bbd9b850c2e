"""Questions of lesson 03 in code that count: which share of the networks blocks, and which sites were really hit.

The first cases are short, so that a message shows them whole.
"""

from collections.abc import Callable, Sequence
from typing import Any

from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Mistake, Question

#: Network, whether it was reached from there, whether the control was.
Measurement = tuple[str, bool, bool]
#: Measurements, how many percent of the networks block, and the words for it: question 14.
MEASURED: tuple[tuple[list[Measurement], float, str], ...] = (
    (
        [("a", False, True), ("b", False, False), ("b", False, False), ("b", True, True)],
        50.0,
        "with and without control",
    ),
    ([("a", True, True), ("a", True, True), ("a", False, True)], 0.0, "one of three fails"),
    ([("a", True, True), ("a", False, True), ("b", False, True)], 50.0, "a network that fails by half"),
    ([("a", False, False), ("b", False, True)], 100.0, "one network without control"),
    ([("a", False, True), ("b", True, True), ("c", True, True)], 100 / 3, "three networks"),
    ([("a", False, True), ("b", True, True), ("a", True, True)], 0.0, "one network in two places"),
    ([("a", False, True), ("b", True, True), ("a", False, True), ("a", True, True)], 50.0, "two networks by turns"),
    ([("b", False, False), ("b", False, False), ("a", True, True)], 0.0, "two without control"),
    ([("n1", False, True), ("n2", True, True)], 50.0, "networks of like names"),
    ([("a", False, True)] * 26 + [("a", True, True)] * 25, 100.0, "a network that fails in 26 of 51"),
)
#: Sites reported as hit, with address and the day they failed; what was listed, from which day to which; which sites
#: were really hit, and the words for it: question 16.
Reports = list[tuple[str, str, str]]
_DAYS = ("2018-04-16", "2018-04-28")
_TWICE: Reports = [("10.1.0.0/16", "2018-04-16", "2018-04-20"), ("10.1.0.0/16", "2018-04-24", "2018-05-01")]
_SMALL: Reports = [("192.0.2.0/24", *_DAYS)]
_WIDE: Reports = [("10.1.0.0/16", *_DAYS)]
REPORTED: tuple[tuple[Reports, Reports, list[str], str], ...] = (
    ([("c", "192.0.2.1", _DAYS[0]), ("b", "192.0.2.1", _DAYS[1])], _SMALL, ["b", "c"], "the first and the last day"),
    ([("a", "192.0.2.1", "2018-04-15"), ("b", "192.0.2.1", "2018-04-29")], _SMALL, [], "the day before and after"),
    ([("a", "192.0.2.1", "2018-04-20"), ("b", "203.0.113.9", "2018-04-20")], _SMALL, ["a"], "an address in no range"),
    (
        [("a", "10.1.0.9", "2018-04-25")],
        [("10.0.0.0/8", *_TWICE[0][1:]), ("192.0.2.0/24", *_TWICE[1][1:])],
        [],
        "two rows, each half right",
    ),
    ([("a", "10.1.0.9", "2018-04-18"), ("b", "10.1.0.9", "2018-04-25")], _TWICE, ["a", "b"], "a range listed twice"),
    ([("a", "10.1.0.9", "2018-04-22")], _TWICE, [], "between two listings"),
    (
        [("a", "192.0.2.1", "2018-04-20"), ("b", "192.0.2.200", "2018-04-20")],
        [("192.0.2.0/25", *_DAYS)],
        ["a"],
        "half of a range",
    ),
    ([("a", "10.1.7.9", "2018-04-20"), ("b", "10.9.7.9", "2018-04-20")], _WIDE, ["a"], "a wide range"),
    ([("a", "10.1.0.0", "2018-04-20"), ("b", "10.1.255.255", "2018-04-20")], _WIDE, ["a", "b"], "the ends of a range"),
    ([("a", "10.1.0.9", "2018-04-20")], [*_WIDE, ("10.1.0.0/24", *_DAYS)], ["a"], "an address in two ranges"),
    (
        [("a", "10.1.0.9", "2018-04-20"), ("b", "10.3.0.9", "2018-04-20")],
        [(f"10.{number}.0.0/16", *_DAYS) for number in (1, 2, 3)],
        ["a", "b"],
        "three rows",
    ),
    ([("a", "10.1.0.9", "2019-01-02")], [("10.1.0.0/16", "2018-12-30", "2019-01-05")], ["a"], "the turn of a year"),
    ([("a", "10.1.0.9", "2018-04-25")], [], [], "an empty list"),
)


def _share(
    rows: Sequence[Measurement],
    *,
    uncontrolled: bool = False,
    blocks: Callable[[list[bool]], bool] = lambda failed: 2 * sum(failed) > len(failed),
    below: bool = False,
    pooled: bool = False,
) -> float:
    """The share of question 14 as a slip would have it: uncontrolled rows counted, another sense of blocking, all
    networks below the line, or one network of all."""
    failed: dict[str, list[bool]] = {network: [] for network, _, _ in rows} if below else {}
    for network, reached, control in rows:
        if control or uncontrolled:
            failed.setdefault(network, []).append(not reached)
    if pooled:
        return 100 * sum(map(sum, failed.values())) / sum(map(len, failed.values()))
    return 100 * sum(bool(one) and blocks(one) for one in failed.values()) / len(failed)


def _like(results: tuple[Any, ...], slip: Callable[[Sequence[Measurement]], float]) -> bool:
    """Whether the first results, or all, are those of a slip, to a whole percent."""
    return all(abs(result - slip(rows)) < 1 for result, (rows, *_) in zip(results, MEASURED, strict=False))


def _hit(results: tuple[Any, ...], label: str) -> Any:
    """What a function of question 16 gave in a case."""
    return results[[case[3] for case in REPORTED].index(label)]


COUNTS = (
    Question(
        id="network-14",
        ask="Write a function that returns how many percent of the counted networks block.",
        answer=FunctionAnswer(
            signature="percent_blocking(measurements)",
            cases=tuple(((rows,), share, label) for rows, share, label in MEASURED),
            within=0.4,
            wanted="a function of a list, without brackets behind it: check('network-14', percent_blocking)",
        ),
        why="Without the control a site that is down would count as blocked, and one busy network as many.",
        hints=(
            "Leave out first what has no control. Then count for each network what is left, and what failed of it.",
            "With two dictionaries: tried[network] = tried.get(network, 0) + 1, and the same for failures.",
            "100 * len([n for n in tried if failed[n] > tried[n] / 2]) / len(tried)",
        ),
        mistakes=(
            Mistake(
                lambda results: any(type(result) is str for result in results),
                "a number is wanted, such as 12.5, without quotes and without a percent sign.",
            ),
            Mistake(
                lambda results: all(
                    abs(result - _share(rows) / 100) < 0.1 for result, (rows, *_) in zip(results, MEASURED, strict=True)
                ),
                "that is a share. Percent are wanted: times 100.",
            ),
            Mistake(
                lambda results: _like(results, lambda rows: _share(rows, uncontrolled=True)),
                "measurements whose control failed are counted: then a site that is down looks blocked.",
            ),
            Mistake(
                lambda results: (
                    _like(results, lambda rows: _share(rows, pooled=True))
                    or _like(results, lambda rows: _share(rows, pooled=True, uncontrolled=True))
                ),
                "that is a share of measurements. Wanted is one of networks: judge each network first.",
            ),
            Mistake(
                lambda results: _like(results, lambda rows: _share(rows, below=True)),
                "a network without any control says nothing: leave it out below the line, too.",
            ),
            Mistake(
                lambda results: _like(results, lambda rows: _share(rows, blocks=any)),
                "one failure makes no block: more than half of a network's counted measurements must fail.",
            ),
            Mistake(
                lambda results: _like(results, lambda rows: _share(rows, blocks=lambda one: 2 * sum(one) >= len(one))),
                "more than half is asked for: exactly half is not enough yet.",
            ),
            Mistake(
                lambda results: _like(results, lambda rows: _share(rows, blocks=lambda one: one[-1])),
                "only the last measurement of each network counts in yours: an earlier one is written over.",
            ),
            Mistake(
                lambda results: _like(results, lambda rows: _share(rows, blocks=lambda one: one[0])),
                "only the first measurement of each network counts in yours: go through all of them.",
            ),
            Mistake(
                lambda results: _like(results, lambda rows: _share(rows, blocks=lambda one: 2 * sum(one) < len(one))),
                "those are the networks that reach it: turn it round.",
            ),
            Mistake(
                lambda results: any(
                    type(result) is Failed and result.error in (ZeroDivisionError, KeyError) for result in results
                ),
                "a network of which nothing counts, or nothing failed: does your function meet one?",
            ),
            Mistake(
                lambda results: _like(results[:5], _share) and not _like(results[:7], _share) and results[9] > 99,
                "the measurements of a network need not stand side by side: `groupby` finds such as do, so sort first.",
            ),
            Mistake(
                lambda results: _like(results[:7], _share) and abs(results[7] - 50) < 1,
                "one without control was left in: who takes out of a list while going through it skips the next.",
            ),
            Mistake(
                lambda results: _like(results[:8], _share) and abs(results[8] - 50) > 1,
                "two networks with names that begin alike are two.",
            ),
            Mistake(
                lambda results: _like(results[:6], _share) and abs(results[9]) < 1,
                "26 of 51 are more than half, and not by much: is your limit the half?",
            ),
        ),
        otherwise="work this one out by hand: which measurements count, and which networks fail in more than half?",
        minutes=5.0,
        track="code",
    ),
    Question(
        id="network-16",
        ask="Write a function that returns the names of the sites whose address was listed on the day they failed.",
        answer=FunctionAnswer(
            signature="really_hit(sites, listed)",
            cases=tuple(((sites, listed), found, label) for sites, listed, found, label in REPORTED),
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
                lambda results: type(results[0]) is frozenset and results[0] == {"b", "c"},
                "the right names, as a set. A list in order is wanted: put sorted(...) around it.",
            ),
            Mistake(
                lambda results: results[0] == ["c", "b"],
                "the right names, in another order: put sorted(...) around them.",
            ),
            Mistake(lambda results: results[0] == ["192.0.2.1", "192.0.2.1"], "names are wanted, not addresses."),
            Mistake(
                lambda results: results[0] == [] and results[1] == ["a", "b"],
                "those are the ones that failed by something else: turn it round.",
            ),
            Mistake(
                lambda results: results[0] in ([], ["b"], ["c"]) and results[1] == [] and results[2] == ["a"],
                "look at the ends: the first and the last day of a listing belong to it.",
            ),
            Mistake(
                lambda results: results[0] == ["b", "c"] and results[1] == ["a", "b"],
                "the address was listed, and on that day? These two failed before or after.",
            ),
            Mistake(
                lambda results: results[1] == [] and results[2] == ["a", "b"],
                "on that day something was listed, and was it this address?",
            ),
            Mistake(
                lambda results: results[2] == ["a"] and _hit(results, "two rows, each half right") == ["a"],
                "its address was listed in one row, and its day lies in another: one row must hold both.",
            ),
            Mistake(
                lambda results: results[2] == ["a"] and _hit(results, "a range listed twice") in (["a"], ["b"]),
                "a range can be listed, taken off and listed again: each row has its own days.",
            ),
            Mistake(
                lambda results: results[2] == ["a"] and _hit(results, "between two listings") == ["a"],
                "between two listings a range is on no list: take each row's days for themselves.",
            ),
            Mistake(
                lambda results: (
                    results[2] == ["a"]
                    and (_hit(results, "half of a range") != ["a"] or _hit(results, "a wide range") != ["a"])
                ),
                "how much of an address must agree says the number behind the slash: ask `ip_network`, not the text.",
            ),
            Mistake(
                lambda results: _hit(results, "a wide range") == ["a"] and _hit(results, "the ends of a range") == [],
                "the first and the last address belong to a range too: `in ip_network(...)` asks for all of them.",
            ),
            Mistake(
                lambda results: _hit(results, "an address in two ranges") == ["a", "a"],
                "a site in two ranges is named twice: any(...) asks all rows at once.",
            ),
            Mistake(
                lambda results: (
                    _hit(results, "an address in two ranges") == ["a"] and len(_hit(results, "three rows")) < 2
                ),
                "there can be three rows and more: go through all of them.",
            ),
            Mistake(
                lambda results: results[0] == ["b", "c"] and _hit(results, "the turn of a year") == [],
                "compare whole dates, not the day or the month alone.",
            ),
        ),
        otherwise="of each site: is there one row that holds both its address and its day?",
        minutes=5.0,
        track="code",
        core=False,
    ),
)
