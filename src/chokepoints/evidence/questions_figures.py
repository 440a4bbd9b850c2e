"""Questions of lesson 01 that are answered by a sum or a function. What is right is computed from the tables."""

from ipaddress import IPv4Network, collapse_addresses
from typing import cast

from chokepoints.classroom.kinds import FunctionAnswer, NumberAnswer, TableAnswer
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.evidence.facts import fact, published
from chokepoints.evidence.rows import Figure


def _days(first: str, last: str) -> int:
    start, end = fact(first).date_from, fact(last).date_from
    assert start is not None
    assert end is not None
    return (end - start).days


def _value(slug: str) -> float:
    return cast(Figure, fact(slug)).low or 0


def union(ranges: list[str]) -> int:
    """How many different IPv4 addresses a list of ranges holds."""
    return sum(network.num_addresses for network in collapse_addresses([IPv4Network(text) for text in ranges]))


def _summed(ranges: list[str]) -> int:
    return sum(IPv4Network(text).num_addresses for text in ranges)


#: Lists of ranges for question 8, with what a learner is told of each.
_LISTS: tuple[tuple[list[str], str], ...] = (
    (["51.136.0.0/15"], "one range"),
    (["51.136.0.0/15", "51.136.0.0/17"], "a range and one inside it"),
    (["167.99.0.0/16", "206.189.0.0/16"], "two ranges that do not overlap"),
    (["51.136.0.0/17", "51.136.0.0/15"], "the inner range first"),
    (["203.0.113.0/24", "203.0.113.64/26", "203.0.113.128/26"], "two ranges inside a third"),
    (["198.51.100.64/26", "203.0.113.0/24", "198.51.100.0/25"], "an inner range apart from the one around it"),
    (["52.58.0.0/15", "52.58.0.0/15"], "the same range twice"),
    ([], "an empty list"),
)
_APRIL, _JUNE = _value("aud-mediascope-2018-2018-04"), _value("aud-mediascope-2018-2018-06")
_FALL = (_APRIL - _JUNE) / _APRIL * 100
_RULING_TO_LETTER = _days("tagansky-ruling", "apple-letter")
_COUNTS = ("addresses-blocked", "firms-hit", "rally-30-april")

FIGURES = (
    Question(
        id="evidence-7",
        ask="How many days passed from the court's ruling to the letter?",
        answer=NumberAnswer(_RULING_TO_LETTER, "days", {"day": 1, "d": 1, "days, 0:00:00": 1}),
        why=f"13 April to 28 May 2018 is {_RULING_TO_LETTER} days, six weeks and a half.",
        hints=(
            "A date minus a date is a length of time.",
            "letter - ruling gives a timedelta, whose .days is a whole number.",
            "days = (letter - ruling).days",
        ),
        mistakes=(
            Mistake(
                lambda x: x == -_RULING_TO_LETTER,
                "the right length with a minus: take the earlier date from the later.",
            ),
            Mistake(
                lambda x: x in (_RULING_TO_LETTER + 1, _RULING_TO_LETTER - 1),
                "one day off: count the nights between, not both ends.",
            ),
            Mistake(
                lambda x: x == _days("block-begins", "apple-letter"),
                "that counts from 16 April, when blocking began. The ruling came first.",
            ),
            Mistake(
                lambda x: x == _days("apple-request-1", "apple-letter"),
                "that counts from the first public demand, 17 April. Begin at the ruling.",
            ),
            Mistake(lambda x: x == 15, "28 - 13 is right within one month, but a month lies between."),
            Mistake(lambda x: 6 <= x < 7, "that looks like weeks. The question asks for days."),
        ),
        otherwise="take the date of the ruling, 13 April, from that of the letter, 28 May.",
        minutes=1.0,
        track="code",
    ),
    Question(
        id="evidence-8",
        ask="Write a function that takes a list of ranges and returns how many different addresses they hold.",
        answer=FunctionAnswer(
            signature="addresses_in(ranges)",
            cases=tuple(((ranges,), union(ranges), label) for ranges, label in _LISTS),
            wanted="a function of one list, without brackets behind its name: check('evidence-8', addresses_in)",
        ),
        why="131,072 for the two Microsoft ranges: the smaller lies inside the larger. Summed, they give 163,840.",
        hints=(
            "How many addresses are there twice, if one range lies inside the other?",
            "collapse_addresses gives networks that do not overlap; sum their num_addresses.",
            "return sum(n.num_addresses for n in collapse_addresses([ip_network(t) for t in ranges]))",
        ),
        mistakes=(
            Mistake(
                lambda results: results[:3] == tuple(_summed(ranges) for ranges, _ in _LISTS[:3]),
                "summed, not merged: 51.136.0.0/17 lies inside 51.136.0.0/15 and is counted twice.",
            ),
            Mistake(
                lambda results: any(type(result) is str for result in results),
                "return the number itself, not a text.",
            ),
            Mistake(
                lambda results: results[:3] == (1, 1, 2),
                "that counts ranges. Each range holds many addresses: use num_addresses.",
            ),
            Mistake(
                lambda results: results[:2] == (131070, 131070) or results[:2] == (131070, 163836),
                "two addresses short in each range: take num_addresses, not the hosts.",
            ),
            Mistake(
                lambda results: results[1] == results[0] and results[2] == max(union([r]) for r in _LISTS[2][0]),
                "that counts one range only. Ranges that do not overlap add up.",
            ),
        ),
        otherwise="merge the ranges first, then add up what is left.",
        minutes=4.0,
        track="code",
    ),
    Question(
        id="evidence-9",
        ask="By how many percent did daily users fall from April to June, of April's number?",
        answer=NumberAnswer(_FALL, "percent", {"%": 1, "per cent": 1}, within=0.1),
        why=f"(3,716,000 - 2,900,000) / 3,716,000 = {_FALL:.1f} percent. Vedomosti prints 23: 2.9 million is rounded.",
        hints=(
            "A change in percent is the change divided by where it began.",
            "The change is 816,000. Divide it by April's number, not by June's.",
            "fall = (3_716_000 - 2_900_000) / 3_716_000 * 100",
        ),
        mistakes=(
            Mistake(
                lambda x: abs(x - (_APRIL - _JUNE) / _JUNE * 100) < 0.15,
                "the wrong base: that is the fall in percent of June's number.",
            ),
            Mistake(
                lambda x: abs(x + _FALL) < 0.06,
                "the right size with a minus. The question asks by how much they fell: leave it out.",
            ),
            Mistake(lambda x: abs(x - _FALL / 100) < 0.001, "that is a fraction. For percent, multiply by 100."),
            Mistake(lambda x: abs(x - _JUNE / _APRIL * 100) < 0.2, "that is what was left. How much is gone?"),
            Mistake(lambda x: x in (22, 23), "close: 23 is what Vedomosti prints. Do the sum, with one decimal."),
            Mistake(
                lambda x: abs(x - (_APRIL - _JUNE)) < 1,
                "that is the fall in people. Divide by April's number for percent.",
            ),
            Mistake(lambda x: abs(x - 1.3) < 0.05, "that is the fall to May. The question goes to June."),
        ),
        otherwise="divide the fall, 816,000, by April's 3,716,000, then multiply by 100.",
        minutes=1.5,
        track="code",
    ),
    Question(
        id="evidence-13",
        ask="How many figures does the kit hold for each of the three counts?",
        answer=TableAnswer(
            rows={count: len(published(count)) for count in _COUNTS},
            columns=("count", "figures"),
            wanted="a dictionary from the count's name to a number",
        ),
        why="len(published(count)) counts the rows of one quantity. Many rows mean many voices, not a surer number.",
        hints=(
            "published('firms-hit') gives a tuple with one row a figure.",
            "len(...) says how many; do it for each of the three names.",
            "rows = {count: len(published(count)) for count in counts}",
        ),
        mistakes=(),
        otherwise="use len(published(count)) for each of the three names.",
        minutes=2.5,
        track="code",
        core=False,
    ),
    Question(
        id="evidence-14",
        ask="If use rises by 300 percent, how many times what it was before is it then?",
        answer=NumberAnswer(
            1 + _value("vpn-nord-2018") / 100,
            "times",
            {"x": 1, "fold": 1, "-fold": 1, "times as much": 1, "times as many": 1, "%": 0.01, "percent": 0.01},
        ),
        why="what it was, and three times as much on top: four times. A rise to 300 percent would be three times.",
        hints=(
            "Begin with 100 users. A rise by 300 percent adds how many?",
            "100 percent are there already; 300 come on top.",
            "times = 1 + 300 / 100",
        ),
        mistakes=(
            Mistake(
                lambda x: x == 3,
                "that is a rise *to* 300 percent, as the headline has it. *By* 300 percent comes on top.",
            ),
            Mistake(lambda x: x == 400, "400 percent of what it was: right, and how many times is that?"),
            Mistake(lambda x: x in (300, 301), "300 percent are not 300 times: a percent is a hundredth."),
            Mistake(lambda x: x == 2, "that would be a rise by 100 percent."),
            Mistake(lambda x: x == 1.3 or x == 30, "300 percent are 300 / 100, not 30 / 100."),
        ),
        otherwise="what it was, plus 300 / 100 of it.",
        minutes=1.0,
        track="code",
        core=False,
    ),
)
