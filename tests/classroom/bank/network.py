"""Answers to the questions of the room `network`."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from ipaddress import collapse_addresses, ip_address, ip_network
from itertools import groupby
from typing import Any

import numpy as np

from chokepoints.network.questions_order import BY_NAME, HOST_FIRST


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


def cause(inside: str, outside: str) -> str:
    """As the rules have it, one after the other."""
    if inside == "reached":
        return "open"
    if "not tried" in (inside, outside):
        return "unknown"
    if inside == "turned away":
        return "turned away"
    if outside == "reached":
        return "cut off"
    if inside == outside:
        return "down"
    return "unknown"


def cause_by_table(inside: str, outside: str) -> str:
    """Right by another road: a table of what the control adds."""
    faults = {one: {"reached": "cut off", one: "down"} for one in ("reset", "nothing answers")}
    own = dict.fromkeys(("reached", "reset", "nothing answers", "turned away"), "turned away")
    table = faults | {"turned away": own}
    return "open" if inside == "reached" else table.get(inside, {}).get(outside, "unknown")


def cause_by_match(inside: str, outside: str) -> Any:
    match inside, outside:
        case "reached", _:
            return np.str_("open")
        case ("not tried", _) | (_, "not tried"):
            return "unknown"
        case "turned away", _:
            return "turned away"
        case _, "reached":
            return "cut off"
        case _:
            return "down" if inside == outside else "unknown"


def asked_for_neither(inside: str, outside: str) -> str:
    if inside == "reached":
        return "open"
    if inside or outside == "not tried":
        return "unknown"
    return cause(inside, outside)


def in_capitals(inside: str, outside: str) -> str:
    return cause(inside, outside).capitalize()


def all_that_fails(inside: str, outside: str) -> str:
    return "open" if inside == "reached" else "cut off"


def control_first(inside: str, outside: str) -> str:
    return "unknown" if "not tried" in (inside, outside) else cause(inside, outside)


def own_answer_early(inside: str, outside: str) -> str:
    return "turned away" if inside == "turned away" else cause(inside, outside)


def without_control(inside: str, outside: str) -> str:
    return cause(inside, "reached" if (inside, outside) == ("reset", "not tried") else outside)


def one_place_asked(inside: str, outside: str) -> str:
    return "cut off" if (inside, outside) == ("not tried", "reached") else cause(inside, outside)


def down_is_cut(inside: str, outside: str) -> str:
    return cause(inside, outside).replace("down", "cut off")


def down_unless_reached(inside: str, outside: str) -> str:
    return "down" if outside == "turned away" and inside == "reset" else cause(inside, outside)


def any_two_faults(inside: str, outside: str) -> str:
    faults = ("reset", "nothing answers")
    return "down" if inside in faults and outside in faults else cause(inside, outside)


def outside_first(inside: str, outside: str) -> str:
    return "down" if (inside, outside) == ("reached", "nothing answers") else cause(inside, outside)


def left(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    """As the worked line has it."""
    return sorted(name for name, holders in channels.items() if not any(one in refusing for one in holders))


def left_by_sets(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> tuple[str, ...]:
    """Right by another road: as sets, and what is left of all."""
    lost = {name for name in channels if set(channels[name]) & set(refusing)}
    return tuple(sorted(channels.keys() - lost))


def left_as_a_set(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> set[str]:
    return set(left(channels, refusing))


def left_with_holders(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> dict[str, Sequence[str]]:
    return {name: channels[name] for name in left(channels, refusing)}


def list_in_list(channels: Mapping[str, Sequence[str]], refusing: Any) -> list[str]:
    return sorted(name for name, holders in channels.items() if refusing not in holders)


def lost(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    return sorted(set(channels) - set(left(channels, refusing)))


def while_one_holds(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    return sorted(
        name for name, holders in channels.items() if not holders or any(one not in refusing for one in holders)
    )


def held_by_some(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    return [name for name in left(channels, refusing) if channels[name]]


def as_it_stands(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    return [name for name in channels if name in left(channels, refusing)]


def first_refusal(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    return left(channels, refusing[:1])


def by_part_of_a_name(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    return sorted(name for name, holders in channels.items() if not any(one in str(holders) for one in refusing))


Measurements = Sequence[tuple[str, bool, bool]]


def percent_blocking(measurements: Measurements) -> float:
    """As the hints have it."""
    tried: dict[str, int] = {}
    failed: dict[str, int] = {}
    for network, inside, control in measurements:
        if control:
            tried[network] = tried.get(network, 0) + 1
            failed[network] = failed.get(network, 0) + (not inside)
    return 100 * len([name for name in tried if failed[name] > tried[name] / 2]) / len(tried)


def by_balance(measurements: Measurements) -> Any:
    """Right by another road: failures against successes, a network at a time."""
    names = {network for network, _, control in measurements if control}
    balance = {
        name: sum(-1 if inside else 1 for network, inside, control in measurements if control and network == name)
        for name in names
    }
    return np.mean([value > 0 for value in balance.values()]) * 100


def controls_ignored(measurements: Measurements) -> float:
    return percent_blocking([(network, inside, True) for network, inside, _ in measurements])


def of_measurements(measurements: Measurements) -> float:
    counted = [inside for _, inside, control in measurements if control]
    return 100 * counted.count(False) / len(counted)


def of_all_measurements(measurements: Measurements) -> float:
    return 100 * [inside for _, inside, _ in measurements].count(False) / len(measurements)


def of_all_networks(measurements: Measurements) -> float:
    counted = {network for network, _, control in measurements if control}
    return percent_blocking(measurements) * len(counted) / len({network for network, _, _ in measurements})


def by_one_failure(measurements: Measurements) -> float:
    counted = {network for network, _, control in measurements if control}
    return 100 * len({network for network, inside, control in measurements if control and not inside}) / len(counted)


def from_half_on(measurements: Measurements) -> float:
    counted = {network for network, _, control in measurements if control}
    shares = {
        name: [inside for network, inside, control in measurements if control and network == name] for name in counted
    }
    return 100 * sum(share.count(False) >= len(share) / 2 for share in shares.values()) / len(shares)


def reaching(measurements: Measurements) -> float:
    return percent_blocking([(network, not inside, control) for network, inside, control in measurements])


def of_each_network(measurements: Measurements) -> float:
    blocking = 0
    names = {network for network, _, _ in measurements}
    for name in names:
        counted = [inside for network, inside, control in measurements if control and network == name]
        blocking += counted.count(False) / len(counted) > 0.5
    return 100 * blocking / len(names)


Reports = Sequence[tuple[str, str, str]]


def really_hit(sites: Reports, listed: Reports) -> list[str]:
    """As the worked line has it."""
    return sorted(
        name
        for name, at, day in sites
        if any(ip_address(at) in ip_network(text) and first <= day <= last for text, first, last in listed)
    )


def hit_by_dates(sites: Reports, listed: Reports) -> np.ndarray:
    """Right by another road: real dates, and addresses as whole numbers."""
    found = set()
    for text, first, last in listed:
        network, begins, ends = ip_network(text), date.fromisoformat(first), date.fromisoformat(last)
        for name, at, day in sites:
            inside = 0 <= int(ip_address(at)) - int(network[0]) < network.num_addresses
            if inside and 0 <= (date.fromisoformat(day) - begins).days <= (ends - begins).days:
                found.add(name)
    return np.array(sorted(found))


def hit_as_a_set(sites: Reports, listed: Reports) -> set[str]:
    return set(really_hit(sites, listed))


def hit_in_order_of_reports(sites: Reports, listed: Reports) -> list[str]:
    return [name for name, _, _ in sites if name in really_hit(sites, listed)]


def whenever(sites: Reports, listed: Reports) -> list[str]:
    return really_hit(sites, [(text, "", "9") for text, _, _ in listed])


def wherever(sites: Reports, listed: Reports) -> list[str]:
    return really_hit(sites, [("0.0.0.0/0", first, last) for _, first, last in listed])


def not_hit(sites: Reports, listed: Reports) -> list[str]:
    return sorted({name for name, _, _ in sites} - set(really_hit(sites, listed)))


def hit_addresses(sites: Reports, listed: Reports) -> list[str]:
    return sorted(at for name, at, _ in sites if name in really_hit(sites, listed))


def between_days(sites: Reports, listed: Reports) -> list[str]:
    found = set()
    for text, first, last in listed:
        found |= {name for name, at, day in sites if ip_address(at) in ip_network(text) and first <= day < last}
    return sorted(found)


def hit_twice(sites: Reports, listed: Reports) -> list[str]:
    return sorted(name for row in listed for name in really_hit(sites, [row]))


def first_row_of_a_range(sites: Reports, listed: Reports) -> list[str]:
    return really_hit(sites, list({row[0]: row for row in reversed(listed)}.values()))


def by_month_and_day(sites: Reports, listed: Reports) -> list[str]:
    return really_hit(
        [(name, at, day[5:]) for name, at, day in sites], [(text, first[5:], last[5:]) for text, first, last in listed]
    )


def and_for_or(inside: str, outside: str) -> str:
    if inside != "reached" and "not tried" in (inside, outside) and inside != outside:
        without = {"turned away": "turned away", "not tried": "cut off" if outside == "reached" else "unknown"}
        return without.get(inside, "unknown")
    return cause(inside, outside)


def capital_names(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    return [name.capitalize() for name in left(channels, refusing)]


def return_in_the_loop(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    found = []
    for name, holders in channels.items():
        if not set(holders) & set(refusing):
            found.append(name)
        return sorted(found)
    return found


def first_name(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> Any:
    return next(iter(left(channels, refusing)), "")


def first_holder(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    return sorted(name for name, holders in channels.items() if not holders or holders[0] not in refusing)


def two_holders(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    return left({name: holders[:2] for name, holders in channels.items()}, refusing)


def in_small_letters(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
    held = {name: [one.casefold() for one in holders] for name, holders in channels.items()}
    return left(held, [one.casefold() for one in refusing])


def as_pairs(channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[Any]:
    return [(name, channels[name]) for name in left(channels, refusing)]


class PilesUp:
    """As a list in the first line of a function, `found=[]`, is made once; begun anew by `judged_anew`."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def __call__(self, channels: Mapping[str, Sequence[str]], refusing: Sequence[str]) -> list[str]:
        if refusing == ["Apple"] and "push" in channels:
            self.found = []  # each check begins with this case
        self.found += left(channels, refusing)
        return sorted(self.found)


def grouped(measurements: Measurements, *, sort: bool = False, last: bool = False) -> float:
    """By groupby; without sorting a network that stands in two places is two."""
    kept = [row for row in measurements if row[2]]
    groups = [
        (name, [inside for _, inside, _ in group])
        for name, group in groupby(sorted(kept) if sort else kept, key=lambda row: row[0])
    ]
    judged = [(name, inside.count(False) > len(inside) / 2) for name, inside in groups]
    values = [*dict(judged).values()] if last else [blocks for _, blocks in judged]
    return 100 * sum(values) / len(values)


def taken_out_in_the_loop(measurements: list[tuple[str, bool, bool]]) -> float:
    for row in measurements:
        if not row[2]:
            measurements.remove(row)
    return percent_blocking([(network, inside, True) for network, inside, _ in measurements])


def by_first_letter(measurements: Measurements) -> float:
    return percent_blocking([(network[0], inside, control) for network, inside, control in measurements])


def last_one_only(measurements: Measurements) -> float:
    return percent_blocking([*{row[0]: row for row in measurements if row[2]}.values()])


def first_one_only(measurements: Measurements) -> float:
    return last_one_only(measurements[::-1])


def from_a_limit_on(limit: float) -> Any:
    def percent(measurements: Measurements) -> float:
        counted = [row for row in measurements if row[2]]
        names = {row[0] for row in counted}
        shares = [[not inside for network, inside, _ in counted if network == name] for name in names]
        return 100 * sum(sum(failed) > limit * len(failed) for failed in shares) / len(names)

    return percent


def taken_apart(sites: Reports, listed: Reports) -> list[str]:
    """Address in any row, day in any row: as if a range were listed whenever another one was."""
    return sorted(
        name
        for name, at, day in sites
        if any(ip_address(at) in ip_network(text) for text, _, _ in listed)
        and any(first <= day <= last for _, first, last in listed)
    )


def by_octets(count: int) -> Any:
    def hit(sites: Reports, listed: Reports) -> list[str]:
        return sorted(
            name
            for name, at, day in sites
            if any(
                at.split(".")[:count] == text.split(".")[:count] and first <= day <= last
                for text, first, last in listed
            )
        )

    return hit


def first_to_last(sites: Reports, listed: Reports) -> list[str]:
    spans: dict[str, tuple[str, str]] = {}
    for text, first, last in listed:
        begun, ended = spans.get(text, (first, last))
        spans[text] = (min(begun, first), max(ended, last))
    return really_hit(sites, [(text, *span) for text, span in spans.items()])


def last_row_of_a_range(sites: Reports, listed: Reports) -> list[str]:
    return really_hit(sites, list({row[0]: row for row in listed}.values()))


def among_hosts(sites: Reports, listed: Reports) -> list[str]:
    return sorted(
        name
        for name, at, day in sites
        if any(
            ip_network(text)[0] < ip_address(at) < ip_network(text)[-1] and first <= day <= last
            for text, first, last in listed
        )
    )


#: A third order, by address, in no model's words.
BY_ADDRESS = """
The magistrate refuses nothing but one address, 198.51.100.20, to all customers of the four providers, from Monday
until Friday. It belongs to the swindler alone, as the host has shown, so that no neighbour is cut off. He sells false
medicine, which section 9 of the Medicines Act forbids, and the host was asked in vain. He is told today and may appeal
to the district court. A mistake is mended within a day.
"""


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
    "network-9": (
        [
            ["b", "c", "d", "a"],
            ("B", "C", "D", "A"),
            "b, c, d, a",
            "bcda",
            ["down for everybody", "turned away by the site", "cannot be told", "blocked on the way"],
            ["down", "turned away", "unknown", "blocked"],
            ["b)", "c)", "d)", "a)"],
            {"radio": "b", "shop": "c", "school": "d", "newspaper": "a"}.values(),
            {"newspaper": "a", "radio": "b", "shop": "c", "school": "d"},
            "radio b, shop c, school d, newspaper a",
            "radio: b; shop: c; school: d; newspaper: a",
            "1. b 2. c 3. d 4. a",
            "1b, 2c, 3d, 4a",
            "The radio is down, the shop is turned away, the school is unknown and the newspaper is blocked.",
            ["radio: b", "shop: c", "school: d", "newspaper: a"],
            [("radio", "b"), ("shop", "c"), ("school", "d"), ("newspaper", "a")],
        ],
        [
            (["a", "c", "d", "a"], "nothing answers outside either"),
            (["b", "a", "d", "a"], "Who refuses there"),
            (["b", "c", "a", "a"], "tried from inside alone"),
            (["b", "c", "b", "a"], "tried from inside alone"),
            (["b", "c", "d", "b"], "Where, then, is the cause"),
            (["b", "c", "d"], "one letter for each"),
            ("blocked", "one letter for each"),
            (["c", "d", "d", "a"], "of the shop more is known"),
            (["d", "c", "d", "a"], "of the radio more is known"),
            (["b", "c", "c", "a"], "with a page of its own"),
            (["b", "c", "d", 4], "something else than the letters"),
            ([2, 3, 4, 1], "something else than the letters"),
            (["b", "c", "d", ""], "a place is empty"),
            (["b", "c", "x", "a"], "something else than the letters"),
            ("radio b, shop c", "one letter for each"),
            ("The radio is silent, the shop says no, of the school I know nothing, the newspaper fails.", "letters"),
            ({"radio": "a", "shop": "c", "school": "d", "newspaper": "a"}, "nothing answers outside either"),
            ({"a", "b", "c", "d"}, "in order"),
            (4, "one letter for each"),
        ],
    ),
    "network-10": (
        [
            ["a", "d"],
            {"d", "a"},
            "a and d",
            "AD",
            ("d)", "a)"),
            "sentences a and d",
            {"a": True, "b": False, "c": False, "d": True, "e": False},
            [
                "In most of the measured networks it was not reached, though it was up.",
                "Networks can fail to reach what the register does not list.",
            ],
            "In most of the measured networks it was not reached, though it was up. Networks can fail to reach what "
            "the register does not list.",
        ],
        [
            (["a", "b", "d"], "look into the register"),
            (["a", "c", "d"], "not yet shown"),
            (["a", "d", "e"], "how many networks were never measured"),
            (["a"], "lay register and measurements"),
            ("d", "what does the control say"),
            (["f"], "which of the three speaks of it"),
            ({"a": True, "b": True, "c": False, "d": True, "e": False}, "look into the register"),
            ({"a": False}, "nothing stands in your answer"),
            (["The agency ordered the block."], "not yet shown"),
            (2, "which of the three speaks of it"),
        ],
    ),
    "network-11": (
        [BY_NAME, HOST_FIRST, BY_ADDRESS, [BY_NAME]],
        [
            (BY_NAME.replace("and no address", "and the range 203.0.113.0/24"), "who lives there"),
            (BY_NAME.replace("for 14 days", "until further notice"), "has no end"),
            (BY_NAME.replace(" for 14 days", ""), "until when"),
            (BY_NAME.replace("eleven other shops share it", "it is large"), "who else would be hit"),
            (BY_NAME.replace("Under section", "I refuse to draft this order. Under section"), "argues about orders"),
            ("The court orders the providers to block market.example for a week.", "50 to 200 words"),
            (BY_NAME * 3, "50 to 200 words"),
            (" ".join(["court", "block", "name", "days", "law", "neighbours", "told", "appeal"] * 8), "list of words"),
            (14, "text of 50 to 200 words"),
        ],
    ),
    "network-12": (
        [cause, cause_by_table, cause_by_match],
        [
            (asked_for_neither, "does not ask each of the two"),
            (in_capitals, "in small letters"),
            (all_that_fails, "no rule inside reaches so far"),
            (
                lambda inside, outside: (
                    "cut off" if (inside, outside) == ("turned away", "reached") else cause(inside, outside)
                ),
                "turns visitors away itself",
            ),
            (control_first, "control or not"),
            (and_for_or, "`or` for one of them"),
            (own_answer_early, "the second rule comes before the third"),
            (without_control, "whether the site was up"),
            (one_place_asked, "where should it be cut off"),
            (down_is_cut, "no sign of a block"),
            (down_unless_reached, "nobody saw"),
            (any_two_faults, "need not have one cause"),
            (outside_first, "it was reached inside"),
            (lambda inside, outside: [cause(inside, outside)], "the first that fits"),
            (lambda inside, outside: print(cause(inside, outside)), "not with `print`"),
            (lambda inside: "open", "should take 2 values"),
            ("blocked", "this is a text"),
        ],
    ),
    "network-13": (
        [left, left_by_sets, lambda channels, refusing: np.array(left(channels, refusing))],
        [
            (left_as_a_set, "a set or a view"),
            (left_with_holders, "the names alone"),
            (as_pairs, "the names alone"),
            (lambda channels, refusing: [], "nothing is left even where nobody refuses"),
            (lambda channels, refusing: ", ".join(left(channels, refusing)), "that is one text"),
            (return_in_the_loop, "inside the loop"),
            (first_name, "inside the loop"),
            (PilesUp(), "made once for all calls"),
            (capital_names, "letter for letter"),
            (first_holder, "ask only the first"),
            (two_holders, "three can hold one"),
            (in_small_letters, "another name here"),
            (list_in_list, "ask of each holder"),
            (lost, "turn it round"),
            (while_one_holds, "push is held by two"),
            (held_by_some, "of an empty list"),
            (as_it_stands, "in another order"),
            (first_refusal, "go through all that refuse"),
            (by_part_of_a_name, "compared as wholes"),
            (lambda channels, refusing: len(left(channels, refusing)), "does any of its holders refuse"),
            (lambda channels, refusing: print(left(channels, refusing)), "not with `print`"),
            (["friends"], "Wanted is a function"),
        ],
    ),
    "network-14": (
        [
            percent_blocking,
            by_balance,
            lambda measurements: round(percent_blocking(measurements), 1),
            lambda measurements: Fraction(percent_blocking(measurements)),
            lambda measurements: round(percent_blocking(measurements)),
            lambda measurements: int(percent_blocking(measurements)),
            lambda measurements: grouped(measurements, sort=True),
        ],
        [
            (lambda measurements: percent_blocking(measurements) / 100, "times 100"),
            (controls_ignored, "a site that is down looks blocked"),
            (of_measurements, "judge each network first"),
            (of_all_measurements, "judge each network first"),
            (of_all_networks, "below the line"),
            (by_one_failure, "one failure makes no block"),
            (from_half_on, "exactly half is not enough"),
            (reaching, "turn it round"),
            (of_each_network, "does your function meet one"),
            (last_one_only, "only the last measurement"),
            (first_one_only, "only the first measurement"),
            (grouped, "sort first"),
            (lambda measurements: grouped(measurements, last=True), "sort first"),
            (taken_out_in_the_loop, "skips the next"),
            (by_first_letter, "begin alike"),
            (from_a_limit_on(0.51), "26 of 51"),
            (from_a_limit_on(0.6), "26 of 51"),
            (from_a_limit_on(2 / 3), "26 of 51"),
            (lambda measurements: f"{percent_blocking(measurements)} %", "without a percent sign"),
            (lambda measurements: str(percent_blocking(measurements)), "without quotes"),
            (lambda measurements: [percent_blocking(measurements)], "by hand"),
            (50.0, "this is a number"),
        ],
    ),
    "network-15": (
        ["b", "B)", ["b"], {"b"}, "the majority that check, notice and court are missing", np.str_("b")],
        [
            ("a", "by the table of cases"),
            ("c", "whose reason was it"),
            ("d", "on what law it rests"),
            ("the majority", "none of the options"),
            ({"b", "c"}, "one of the letters"),
        ],
    ),
    "network-16": (
        [really_hit, hit_by_dates, lambda sites, listed: tuple(really_hit(sites, listed))],
        [
            (hit_as_a_set, "as a set"),
            (hit_in_order_of_reports, "in another order"),
            (whenever, "failed before or after"),
            (wherever, "was it this address"),
            (not_hit, "turn it round"),
            (hit_addresses, "names are wanted, not addresses"),
            (between_days, "look at the ends"),
            (hit_twice, "named twice"),
            (first_row_of_a_range, "taken off and listed again"),
            (by_month_and_day, "compare whole dates"),
            (taken_apart, "one row must hold both"),
            (by_octets(1), "the number behind the slash"),
            (by_octets(2), "the number behind the slash"),
            (by_octets(3), "the number behind the slash"),
            (first_to_last, "between two listings"),
            (last_row_of_a_range, "taken off and listed again"),
            (lambda sites, listed: really_hit(sites, listed[-2:]), "go through all of them"),
            (lambda sites, listed: really_hit(sites, listed[:2]), "go through all of them"),
            (among_hosts, "belong to a range too"),
            (lambda sites, listed: [], "that holds both its address"),
            (lambda sites, listed: "a", "that holds both its address and its day"),
            (lambda sites, listed: print(really_hit(sites, listed)), "not with `print`"),
            (["school"], "Wanted is a function"),
        ],
    ),
    "network-17": (
        [
            "c",
            "C.",
            ["c"],
            {"c"},
            "c, the third",
            "the answer is c",
            "you are told what is tried and what is made public",
        ],
        [
            ("a", "you never chose it"),
            ("b", "what you agreed to"),
            ("d", "point to one home"),
            ("you are told", "none of the options"),
            ("c, the second", "none of the options"),
        ],
    ),
}
