"""Answers to the questions of the room `network`."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from ipaddress import collapse_addresses, ip_address, ip_network
from typing import Any

import numpy as np


def dark(ranges: Sequence[str], sites: Mapping[str, str]) -> list[str]:
    """As the worked line has it."""
    return sorted(
        name for name, address in sites.items() if any(ip_address(address) in ip_network(text) for text in ranges)
    )


def dark_by_numbers(ranges: Sequence[str], sites: Mapping[str, str]) -> tuple[str, ...]:
    """Right by another road: addresses and ranges as whole numbers."""
    found = set()
    for text in ranges:
        network = ip_network(text)
        low, high = int(network[0]), int(network[-1])
        found |= {name for name, address in sites.items() if low <= int(ip_address(address)) <= high}
    return tuple(sorted(found))


def in_order_of_sites(ranges: Sequence[str], sites: Mapping[str, str]) -> list[str]:
    return [name for name in sites if name in dark(ranges, sites)]


def as_a_set(ranges: Sequence[str], sites: Mapping[str, str]) -> set[str]:
    return set(dark(ranges, sites))


def who_goes_on(ranges: Sequence[str], sites: Mapping[str, str]) -> list[str]:
    return sorted(set(sites) - set(dark(ranges, sites)))


def addresses(ranges: Sequence[str], sites: Mapping[str, str]) -> list[str]:
    return sorted(sites[name] for name in dark(ranges, sites))


def first_range_only(ranges: Sequence[str], sites: Mapping[str, str]) -> list[str]:
    for text in ranges:
        return dark([text], sites)
    return []


def named_twice(ranges: Sequence[str], sites: Mapping[str, str]) -> list[str]:
    return sorted(name for text in ranges for name in dark([text], sites))


def one_too_far(ranges: Sequence[str], sites: Mapping[str, str]) -> list[str]:
    found = set()
    for network in map(ip_network, ranges):
        low, high = int(network[0]), int(network[0]) + network.num_addresses
        found |= {name for name, address in sites.items() if low <= int(ip_address(address)) <= high}
    return sorted(found)


def without_ends(ranges: Sequence[str], sites: Mapping[str, str]) -> list[str]:
    found = set()
    for network in map(ip_network, ranges):
        hosts = set(network.hosts())
        found |= {name for name, address in sites.items() if ip_address(address) in hosts}
    return sorted(found)


def needs_a_range(ranges: Sequence[str], sites: Mapping[str, str]) -> list[str]:
    assert ranges[0]
    return dark(ranges, sites)


def as_they_come(ranges: Sequence[str], sites: Mapping[str, str]) -> Iterator[str]:
    yield from dark(ranges, sites)


def name_in(message: bytes, at: int) -> str:
    """As the worked line has it."""
    length = int.from_bytes(message[at + 7 : at + 9], "big")
    return message[at + 9 : at + 9 + length].decode()


def by_one_byte(message: bytes, at: int) -> str:
    """Right too: a host name has at most 253 bytes, so the first byte of its length is nought."""
    return "".join(map(chr, message[at + 9 :][: message[at + 8]]))


def in_bytes(message: bytes, at: int) -> bytes:
    return name_in(message, at).encode()


def length_of_the_list(message: bytes, at: int) -> str:
    return message[at + 9 : at + 9 + message[at + 5]].decode("latin-1")


def from_the_beginning(message: bytes, at: int) -> str:
    return name_in(message, 0) if at == 0 else message[9:30].decode("latin-1")


def to_the_first_nought(message: bytes, at: int) -> str:
    return message[at + 9 :].split(b"\0")[0].decode("latin-1")


def up_to_example(message: bytes, at: int) -> str:
    return message[at + 9 :].decode("latin-1").split(".example")[0] + ".example"


def too_early(message: bytes, at: int) -> str:
    return message[at + 7 : at + 9 + message[at + 8]].decode("latin-1")


def percent_of_all(ranges: Sequence[str]) -> float:
    """As the worked line has it."""
    return 100 * sum(one.num_addresses for one in collapse_addresses(map(ip_network, ranges))) / 2**32


def by_blocks(ranges: Sequence[str]) -> Any:
    """Right by another road: the sizes of what no other range holds."""
    kept: list[Any] = []
    for one in sorted({ip_network(text) for text in ranges}, key=lambda network: network.prefixlen):
        if not any(one.subnet_of(other) for other in kept):
            kept.append(one)
    return np.float64(sum(2 ** (32 - one.prefixlen) for one in kept)) * 100 / 2**32


def as_a_share(ranges: Sequence[str]) -> float:
    return percent_of_all(ranges) / 100


def how_many(ranges: Sequence[str]) -> int:
    return sum(one.num_addresses for one in collapse_addresses(map(ip_network, ranges)))


def summed(ranges: Sequence[str]) -> float:
    return 100 * sum(ip_network(text).num_addresses for text in ranges) / 2**32


def doubles_kept(ranges: Sequence[str]) -> float:
    networks = [ip_network(text) for text in ranges]
    outer = [one for one in networks if not any(one != other and one.subnet_of(other) for other in networks)]
    return 100 * sum(one.num_addresses for one in outer) / 2**32


def doubles_lost(ranges: Sequence[str]) -> float:
    networks = list(enumerate(map(ip_network, ranges)))
    outer = [one for at, one in networks if not any(at != to and one.subnet_of(other) for to, other in networks)]
    return 100 * sum(one.num_addresses for one in outer) / 2**32


BANK: dict[str, tuple[list[Any], list[tuple[Any, str]]]] = {
    "network-1": (
        [
            ["c", "b", "a"],
            ("C", "B", "A"),
            "c, b, a",
            "cba",
            ["by name", "by range", "by address"],
            ["name", "range", "address"],
            ["c)", "b)", "a)"],
            ["c: by name", "b: by range", "a: by address"],
        ],
        [
            (["c", "a", "b"], "On which of the other two days"),
            (["a", "b", "c"], "Which rule needs that"),
            (["b", "c", "a"], "Which rule needs that"),
            (["c", "b", "b"], "it was another rule"),
            (["c", "b"], "was a name seen"),
            (["c", "b", "a", "a"], "stands there more than once"),
            ({"a", "b"}, "in order"),
            (3, "not among what is asked"),
        ],
    ),
    "network-2": (
        ["c", "C)", ["c"], "the answer is c", "nothing yet"],
        [
            ("a", "later printed is not later counted"),
            ("b", "Do they?"),
            ("d", "no day at all"),
            ("e", "none of the options"),
        ],
    ),
    "network-3": (
        [
            ["203.0.113.8/30", "203.0.113.20/32"],
            {"203.0.113.20", "203.0.113.8/30"},
            "203.0.113.8/30, 203.0.113.20/32",
            "203.0.113.8/30 and 203.0.113.20",
            [ip_network("203.0.113.8/30"), ip_address("203.0.113.20")],
            ["203.0.113.8 / 30", "203.0.113.20/255.255.255.255"],
        ],
        [
            (["203.0.113.8/29", "203.0.113.20/32"], "Who is at 12?"),
            (["203.0.113.8/30", "203.0.113.20/31"], "at 21 is the bank"),
            (["203.0.113.0/24"], "holds the hospital"),
            (["203.0.113.8/31", "203.0.113.10/31", "203.0.113.20/32"], "two /31 side by side"),
            ([f"203.0.113.{last}/32" for last in (8, 9, 10, 11, 20)], "8 to 11 follow one another"),
            (["203.0.113.8/30"], "one address of the messenger's is left"),
            (["203.0.113.12/30"], "at 12 is the hospital"),
            (["203.0.113.8/30", "203.0.113.21"], "at 21 is the bank"),
            (["203.0.113.8/31", "203.0.113.10/31"], "who is next"),
            (["203.0.113.8/30", "203.0.113.20/33"], "who is next"),
            (8, "which follow one another"),
        ],
    ),
    "network-4": (
        [dark, dark_by_numbers, lambda ranges, sites: np.array(dark(ranges, sites))],
        [
            (in_order_of_sites, "put sorted(...) around them"),
            (as_a_set, "as a set"),
            (who_goes_on, "turn it round"),
            (addresses, "names are wanted, not addresses"),
            (first_range_only, "some are forgotten"),
            (named_twice, "named twice"),
            (needs_a_range, "an empty list of ranges is no error"),
            (one_too_far, "look at the ends"),
            (without_ends, "look at the ends"),
            (lambda ranges, sites: dark(ranges[:2], sites), "three ranges"),
            (lambda ranges, sites: sorted(sites), "does any of the ranges"),
            (as_they_come, "does any of the ranges hold its address"),
            (lambda ranges: [], "should take 2 values"),
            (["shop"], "Wanted is a function"),
        ],
    ),
    "network-5": (
        [name_in, by_one_byte, lambda message, at: np.str_(name_in(message, at))],
        [
            (in_bytes, "end with .decode()"),
            (length_of_the_list, "more behind it"),
            (from_the_beginning, "count from `at`"),
            (too_early, "nine bytes behind"),
            (to_the_first_nought, "a message with other words in it"),
            (up_to_example, "a message with other words in it"),
            (lambda message, at: "", "count the bytes"),
            ("messenger.example", "Wanted is a function"),
        ],
    ),
    "network-6": (
        [percent_of_all, by_blocks, lambda ranges: Fraction(how_many(ranges), 2**32) * 100],
        [
            (as_a_share, "times 100"),
            (how_many, "How many percent of 2**32"),
            (lambda ranges: round(percent_of_all(ranges), 4), "and rounded"),
            (lambda ranges: round(percent_of_all(ranges), 8), "and rounded"),
            (summed, "was counted again"),
            (doubles_kept, "a range that is listed twice was counted twice"),
            (doubles_lost, "both were left out"),
            (lambda ranges: 1, "by hand"),
            (0.0153, "Wanted is a function"),
        ],
    ),
    "network-7": (
        ["5.184.0.0/13", " 5.184.0.0/13. ", "5.184.0.0", "the first row", 1],
        [
            ("35.184.0.0/13", "as it stands"),
            ("35.192.0.0/12", "Google's own list"),
            ("none", "lay the two lists"),
            (5, "lay the two lists"),
        ],
    ),
    "network-8": (
        ["d", "D.", ["d"]],
        [
            ("a", "the rule did nothing"),
            ("b", "the maps for everybody"),
            ("c", "the maps for everybody"),
            ("e", "none of the options"),
        ],
    ),
}
