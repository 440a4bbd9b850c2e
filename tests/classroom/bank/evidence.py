"""Answers to the questions of the room `evidence`."""

from collections import OrderedDict, deque
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from ipaddress import collapse_addresses, ip_address, ip_network
from itertools import pairwise
from typing import Any

import numpy as np

from chokepoints.evidence.questions_story import BOUND, NOT_BOUND


def merged(ranges: list[str]) -> int:
    """As the worked line has it."""
    return sum(network.num_addresses for network in collapse_addresses([ip_network(text) for text in ranges]))


def by_hand(ranges: list[str]) -> float:
    """Right by another road, with a float: the sizes of the ranges that no other one holds."""
    networks = {ip_network(text) for text in ranges}
    alone = [one for one in networks if not any(one != other and one.subnet_of(other) for other in networks)]
    return float(sum(one.num_addresses for one in alone))


def with_intervals(ranges: list[str], *, start: int = 0) -> Any:
    """Right once more, in numpy's numbers, by sorted intervals; empties the list it was given."""
    ends = sorted((int(ip_network(text)[0]), int(ip_network(text)[-1]) + 1) for text in ranges)
    total, reached = np.int64(start), 0
    for first, behind in ends:
        total += max(0, behind - max(first, reached))
        reached = max(reached, behind)
    ranges.clear()
    return total


def summed(ranges: list[str]) -> int:
    return sum(ip_network(text).num_addresses for text in ranges)


def counted(ranges: list[str]) -> int:
    return len({ip_network(text) for text in ranges}) and len(list(collapse_addresses(map(ip_network, ranges))))


def hosts(ranges: list[str]) -> int:
    return sum(network.num_addresses - 2 for network in collapse_addresses(map(ip_network, ranges)))


def largest(ranges: list[str]) -> int:
    return max((ip_network(text).num_addresses for text in ranges), default=0)


def skips_the_previous(ranges: list[str]) -> int:
    networks = [ip_network(text) for text in ranges]
    inside = [False, *(one.subnet_of(before) for before, one in pairwise(networks))][: len(networks)]
    return sum(one.num_addresses for one, skip in zip(networks, inside, strict=True) if not skip)


def by_first_address(ranges: list[str]) -> int:
    networks = sorted((ip_network(text) for text in ranges), key=lambda one: -one.prefixlen)
    return sum({one.network_address: one.num_addresses for one in networks}.values())


def printed(ranges: list[str]) -> None:
    print(merged(ranges))


def nothing(ranges: list[str]) -> None:
    merged(ranges)


def of_two(ranges: list[str], more: list[str]) -> int:
    return merged(ranges + more)


def fails_when_empty(ranges: list[str]) -> int:
    first = ip_address(ranges[0].partition("/")[0])
    return merged(ranges) if first else 0


ONE_SIDED = (
    "I conclude that the ban does not bind Apple, and I would say so to any client who asks me about it. The company "
    "sells telephones all over the world, and it has a shop for apps that many people in Russia like and use. It has "
    "often been asked for help by states, and it often helps, but it is not a part of the police of any of them."
)
NO_SIDE = (
    "The ruling was given against Telegram, and Apple was not heard. The agency points to the words other legal "
    "entities. Without the store an order to restrict access may be empty. On the other hand, nobody has asked a "
    "court to say what those words mean, and until somebody does it is hard to know what a judge would make of them."
)

UNDECIDED = (
    "Is Apple bound? I do not know. The court heard neither Apple nor any party but Telegram. The agency speaks of "
    "other legal entities. A ban without the store is worth little. On the other side it may be said that nothing "
    "follows from that. Some say that Apple is bound and some say that it is not, and both readings are honest ones."
)
OFF_THE_POINT = (
    "I conclude that bananas are yellow and that talk is good for people everywhere, because everybody should be able "
    "to talk to everybody, and no state should ever stop anybody from talking, whatever the reason may be, since talk "
    "is the root of every freedom that we have, and we should all remember that on each day of our lives."
)
IN_PLAIN_WORDS = (
    "Apple must comply with the ruling. It was not a party to the trial and nobody asked it, but the words other legal "
    "entities in the court's decision include whoever offers the app. An order that the store may ignore has no sense, "
    "and a ban would be weak. My answer is yes, even if Apple can later argue against it in court."
)
WITH_LATIN = (
    "The ban does not apply to Apple, res inter alios acta. Apple took no part in the case and nobody called it to the "
    "court, audi alteram partem. Other legal entities is the strongest argument of the regulator, but too vague to "
    "bind anybody. True, an order is worth little if the store goes on, yet a letter is not a judgment."
)

BANK: dict[str, tuple[list[Any], list[tuple[Any, str]]]] = {
    "evidence-1": (
        [
            "b",
            "B",
            " (b) ",
            ["b"],
            np.str_("b"),
            "b: the list changed",
            "The list changed during the day, and each counts another hour of it.",
            "the list changed during the day",
            "I think b",
            "answer: b",
        ],
        [
            ("a", "some hour"),
            ("c", "axis"),
            ("d", "register"),
            ("e", "letters"),
            (2, "letters"),
            (["b", "c"], "letters"),
            ("b or c", "letters"),
        ],
    ),
    "evidence-2": (
        [
            "14 May 2018",
            "2018-05-14",
            date(2018, 5, 14),
            datetime(2018, 5, 14, 9),
            np.datetime64("2018-05-14"),
            "May 14, 2018",
            "14.05.2018",
            "14th May 2018",
            "Monday, 14 May 2018.",
            "on 14 May 2018",
            "the 14th of May 2018",
            "14-05-2018",
        ],
        [
            ("17 April 2018", "first hours"),
            ("17 April", "first hours"),
            ("30 April 2018", "lower one later"),
            (date(2018, 5, 19), "slider ends"),
            ("14 May", "year"),
            ("16 April 2018", "right end"),
            ("10.99 million", "that is how many"),
            (10_990_000, "that is how many"),
            (14.5, "date in quotes"),
            (["14", "May"], "date in quotes"),
        ],
    ),
    "evidence-3": (
        [
            0.44,
            18.9e6 / 2**32 * 100,
            "0.44 %",
            "0,44",
            "0.44 percent",
            "about 0.44 per cent",
            np.float64(0.44),
            np.array([0.44]),
            Decimal("0.44"),
            Fraction(44, 100),
            [0.44],
        ],
        [
            (0.0044, "multiply by 100"),
            (44, "100 twice"),
            (227.2, "wrong way round"),
            (0.04, "first days"),
            (0.4, "published 0.4"),
            (18_900_000, "one of the two"),
            ("0.88 percent", "2**31"),
            (True, "a number"),
            ("0.44 km", "unit"),
            ("18900000 / 2**32 * 100", "quotes"),
            ("0.4 4", "one number"),
            ("0.40 to 0.44", "holds two"),
            (float("nan"), "finite"),
            (10**400, "finite"),
            (1.7, "divide"),
            ("no idea", "no number"),
        ],
    ),
    "evidence-4": (
        ["c", "C)", "AFP", ["c"], np.str_("c: AFP"), "the answer is c"],
        [
            ("Interfax", "dropped the word"),
            ("a", "says nothing of alerts"),
            ("the source code", "what a push can do"),
            ("d", "what a push can do"),
            ("Reuters", "none of the options"),
            (4, "letters"),
            (["a", "c"], "letters"),
        ],
    ),
    "evidence-5": (
        [
            ["b", "d"],
            ["b, d"],
            {"d", "B"},
            ("d", "b", "b"),
            "b, d",
            "b and d",
            "bd",
            np.array(["b", "d"]),
            {"b": 1, "d": 2},
        ],
        [
            (["b"], "one more says"),
            ("d", "less than it seems"),
            ("abcde", "all five"),
            (["b", "c", "d"], "Leave c out"),
            (["a", "b", "d"], "Leave those out"),
            (["b", "d", "x"], "not among what is asked"),
            ([], "nothing stands"),
            (2.5, "not among"),
            (["b", ["d", "e"]], "among your items"),
            (iter(["b", "d"]), "a list of letters"),
        ],
    ),
    "evidence-6": (
        [
            NOT_BOUND,
            BOUND,
            IN_PLAIN_WORDS,
            WITH_LATIN,
            NOT_BOUND.upper(),
            [BOUND],
            BOUND.replace(" ", "\n"),
            np.str_(NOT_BOUND),
        ],
        [
            (ONE_SIDED, "words of the ruling"),
            (NO_SIDE, "which side you take"),
            (UNDECIDED, "which side you take"),
            (OFF_THE_POINT, "which side you take"),
            ("It does not bind Apple.", "50 to 200 words"),
            ("I conclude, party, heard, legal entities, empty, on the other hand, though. " * 5, "sentences"),
            ("Does the ban bind Apple? Decide, and give your reasons in 50 to 200 words. " * 5, "of your own"),
            (BOUND + NOT_BOUND + BOUND, "Keep what carries"),
            (["binds", "heard"], "in quotes"),
            (True, "in quotes"),
        ],
    ),
    "evidence-7": (
        [
            45,
            45.0,
            "45 days",
            "45 d",
            "45 days, 0:00:00",
            timedelta(days=45),
            np.timedelta64(45, "D"),
            np.int64(45),
            Decimal(45),
        ],
        [
            (-45, "with a minus"),
            (timedelta(days=-45), "with a minus"),
            (46, "one day off"),
            (44, "one day off"),
            (42, "16 April"),
            (41, "17 April"),
            (15, "a month lies between"),
            (1.5, "from that of the letter"),
            ("6 weeks", "unit"),
            (6, "looks like weeks"),
            (date(2018, 5, 28), "a number in days"),
            (lambda: 45, "not a function"),
        ],
    ),
    "evidence-8": (
        [merged, by_hand, with_intervals, lambda ranges: merged(ranges), lambda *lists: merged(lists[0])],
        [
            (summed, "summed, not merged"),
            (counted, "that counts ranges"),
            (hosts, "two addresses short"),
            (largest, "one range only"),
            (skips_the_previous, "the inner range first"),
            (by_first_address, "two ranges inside a third"),
            (printed, "`return`, not with `print`"),
            (nothing, "returned nothing"),
            (fails_when_empty, "an empty list: addresses_in([]) stopped with IndexError"),
            (of_two, "should take 1 value"),
            (merged(["51.136.0.0/15"]), "this is a number"),
            ("merged", "this is a text"),
            (lambda ranges: str(merged(ranges)), "returned '131072'"),
            (lambda ranges: (yield merged(ranges)), "returned a generator"),
            (len, "returned 1."),
        ],
    ),
    "evidence-9": (
        [
            816_000 / 3_716_000 * 100,
            22.0,
            "by 22 percent",
            "21.96 %",
            "21,96 percent",
            "about 22 per cent",
            np.float32(21.96),
            [21.96],
        ],
        [
            (28.1, "the wrong base"),
            (-21.96, "with a minus"),
            (0.2196, "that is a fraction"),
            (78.04, "what was left"),
            (23, "Vedomosti"),
            (816_000, "in people"),
            (1.3, "fall to May"),
            (50, "divide the fall"),
            ("22 percentage points", "unit"),
        ],
    ),
    "evidence-10": (
        [
            "b",
            "B.",
            ("b",),
            np.str_("b"),
            "both can be right: they speak of different days of a list that changed",
            "b) both can be right",
        ],
        [
            ("a", "same day"),
            ("c", "no day at all"),
            ("d", "Another"),
            ("e", "letters"),
            ("b, c", "letters"),
            (18.9, "letters"),
        ],
    ),
    "evidence-11": (
        [
            ["e", "b", "d", "c", "a"],
            ("E", "B", "D", "C", "A"),
            "e, b, d, c, a",
            "ebdca",
            "e b d c a",
            ["e,b,d,c,a"],
            "suit, ruling, demand, letter, update",
            np.array(list("ebdca")),
        ],
        [
            ("acdbe", "backwards"),
            ("ebdc", "each once"),
            ("ebcda", "public came before"),
            ("bedca", "after a suit"),
            ("eabdc", "last, on 1 June"),
            ("edbca", "after the ruling"),
            ("febdca", "not among"),
            ({"e", "b", "d", "c", "a"}, "in order"),
            (deque("ebdca"), "a list of the five"),
            (5, "each once"),
        ],
    ),
    "evidence-12": (
        [
            ["a", "c", "e"],
            {"E", "C", "A"},
            "a, c and e",
            "ace",
            ("e", "a", "c", "c"),
            frozenset("ace"),
            np.array(list("eca")),
        ],
        [
            ("abce", "Leave b out"),
            (["a", "c", "d", "e"], "Leave d out"),
            ("ac", "a word is missing"),
            ("a e", "Code can be read"),
            (("c", "e"), "agency's own text"),
            (["a"], "three of the five"),
            (None.__class__, "a list of letters"),
            ({"a": True, "b": False}, "Leave b out"),
        ],
    ),
    "evidence-13": (
        [
            {"addresses-blocked": 12, "firms-hit": 4, "rally-30-april": 4},
            [("rally-30-april", 4.0), ("firms-hit", 4), ("Addresses-blocked", "12")],
            [
                {"count": "addresses-blocked", "figures": 12},
                {"count": "firms-hit", "figures": 4},
                {"count": "rally-30-april", "figures": np.int64(4)},
            ],
            {"count": ["addresses-blocked", "firms-hit", "rally-30-april"], "figures": np.array([12, 4, 4])},
            np.array([["addresses-blocked", "12"], ["firms-hit", "4"], ["rally-30-april", "4"]]),
            OrderedDict([("firms-hit", [4]), ("rally-30-april", [4]), ("addresses-blocked", [12])]),
        ],
        [
            ({"addresses-blocked": 12, "firms-hit": 4}, "missing: rally-30-april"),
            ({"addresses-blocked": 12, "firms-hit": 9, "rally-30-april": 4}, "wrong in the row: firms-hit"),
            ({"addresses-blocked": 12, "firms-hit": 4, "rally-30-april": 4, "x": 1}, "not asked for: x"),
            ({"addresses-blocked": "a dozen", "firms-hit": 3, "rally-30-april": 4}, "no number"),
            ([12, 3, 4], "each row with count, figures"),
            (19, "a dictionary from"),
            ({}, "no row yet"),
            ([("firms-hit", 3), ("firms-hit", 3)], "twice"),
        ],
    ),
    "evidence-14": (
        [4, 4.0, "4 times", "four times", "fourfold", "4x", "400 %", "4 times as much", Fraction(4), np.uint8(4)],
        [
            (3, "*to* 300"),
            (300, "300 times"),
            (2, "100 percent"),
            (1.3, "not 30 / 100"),
            (30, "not 30 / 100"),
            (7, "what it was, plus"),
            ("many", "no number"),
            (400, "how many times is that"),
            ("three times", "*to* 300"),
            ("4 people", "unit"),
        ],
    ),
    "evidence-15": (
        [
            "b",
            "(B)",
            ["b"],
            np.str_("b"),
            "People who used the service within a month",
            "b: people who used the service",
        ],
        [
            ("a", "story's words"),
            ("c", "daily users"),
            ("d", "download many times"),
            ("f", "letters"),
            (200_000_000, "letters"),
        ],
    ),
}
