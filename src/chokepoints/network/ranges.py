"""Sets of IPv4 addresses: merged, counted, compared, looked up; and the ranges that the kit's tables name.

A prefix such as 51.136.0.0/15 is read as RFC 4632, section 3.1, writes it: the first address, then how many leading
bits all its addresses share. Prefixes of a list may lie inside one another, so their sizes do not add up to the number
of addresses: `summed` does it wrong and `Ranges.count` right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from ipaddress import IPv4Address, IPv4Network, summarize_address_range
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence import table as evidence_table
from chokepoints.evidence.tables import MEND

Prefixes = str | IPv4Network | Iterable[str | IPv4Network]
Addresses = str | int | IPv4Address | NDArray[Any] | Iterable[str | int | IPv4Address]

#: All IPv4 addresses: RFC 791, section 2.3, an address has 32 bits.
ALL = 2**32
#: Whose ranges the press named as blocked.
PROVIDERS = ("AWS", "Google", "Azure", "DigitalOcean")


@dataclass(frozen=True, slots=True, eq=False)
class Ranges:
    """An immutable set of IPv4 addresses: intervals sorted, merged and apart, read-only arrays of shape (intervals,).

    `starts` and `lasts` are the first and the last address of each, both inside, so that 255.255.255.255 fits 32 bits.
    Made by `Ranges.of`.
    """

    starts: NDArray[np.uint32]
    lasts: NDArray[np.uint32]

    @classmethod
    def of(cls, prefixes: Prefixes = ()) -> Ranges:
        """The union of prefixes, one or many, nested or not. Raises KitError for what is no IPv4 prefix."""
        edges = [(int(one.network_address), int(one.broadcast_address)) for one in networks(prefixes)]
        starts, lasts = np.array(edges, dtype=np.int64).reshape(-1, 2).T
        return _swept(starts, lasts + 1, np.ones(len(edges), dtype=np.int64))

    @property
    def count(self) -> int:
        """How many addresses there are, each counted once."""
        return int((self.lasts.astype(np.int64) - self.starts + 1).sum())

    @property
    def share(self) -> float:
        """The share of all 2**32 IPv4 addresses, from 0 to 1."""
        return self.count / ALL

    @property
    def prefixes(self) -> tuple[IPv4Network, ...]:
        """The fewest prefixes that hold just these addresses, in their order."""
        ends = zip(map(IPv4Address, self.starts.tolist()), map(IPv4Address, self.lasts.tolist()), strict=True)
        return tuple(prefix for start, last in ends for prefix in summarize_address_range(start, last))

    def union(self, other: Ranges) -> Ranges:
        """The addresses of either."""
        return _swept(*_both(self, other))

    def intersection(self, other: Ranges) -> Ranges:
        """The addresses of both."""
        return _swept(*_both(self, other), depth=3)

    def difference(self, other: Ranges) -> Ranges:
        """The addresses of this set that are not of the other."""
        return _swept(*_both(self, other), depth=1)

    def contains(self, addresses: Addresses) -> NDArray[np.bool_]:
        """Which addresses are of the set: booleans in their order; one address counts as a list of one.

        Whole numbers in an array are quickest; a text takes longer to read than to look up. Raises KitError.
        """
        wanted = _numbers(addresses)
        if not self.starts.size:
            return np.zeros(wanted.shape, dtype=np.bool_)
        place = np.searchsorted(self.starts, wanted, side="right") - 1
        # Place -1, before all intervals, would read the last of them.
        return np.asarray((place >= 0) & (wanted <= self.lasts[place]), dtype=np.bool_)

    def __contains__(self, address: str | int | IPv4Address) -> bool:
        return bool(self.contains(address)[0])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ranges):
            return NotImplemented
        return np.array_equal(self.starts, other.starts) and np.array_equal(self.lasts, other.lasts)

    def __hash__(self) -> int:
        return hash((self.starts.tobytes(), self.lasts.tobytes()))

    def __repr__(self) -> str:
        return f"Ranges({self.count:,} addresses in {self.starts.size:,} intervals)"


def networks(prefixes: Prefixes) -> tuple[IPv4Network, ...]:
    """The prefixes in their order, texts read. Raises KitError for what is no IPv4 prefix, with what was meant."""
    if isinstance(prefixes, str | IPv4Network):  # both can be iterated over, by letters and by addresses
        prefixes = (prefixes,)
    try:
        return tuple(map(_network, prefixes))
    except TypeError:
        raise KitError(f"A list of prefixes such as ['51.136.0.0/15'] is wanted here, not {prefixes!r}.") from None


def summed(prefixes: Prefixes) -> int:
    """The sizes of the prefixes added up: wrong as a number of addresses where one lies inside another."""
    return sum(network.num_addresses for network in networks(prefixes))


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A prefix that one slip of a digit would make out of a known one: a digit "left out", "put in" or "changed"."""

    written: IPv4Network
    meant: IPv4Network
    slip: str


def suspicious(prefixes: Prefixes, known: Prefixes) -> tuple[Suspicion, ...]:
    """Prefixes that are not wholly among the known ranges of their provider, but one digit away from one of these.

    A suspicion and no proof: two ranges of one provider may be a digit apart, so the list of known ones has to be
    whole. One row for each pair, in the order of both lists.
    """
    known = networks(known)
    whole = Ranges.of(known)
    return tuple(
        Suspicion(written, meant, slip)
        for written in networks(prefixes)
        if Ranges.of(written).difference(whole).count
        for meant in known
        if (slip := _slip(str(written), str(meant)))
    )


@dataclass(frozen=True, slots=True)
class Group:
    """The prefixes of one provider that prefixes.csv names for one day. `kind`: "blocked", or the messenger's "own"."""

    provider: str
    day: date | None
    kind: str
    prefixes: tuple[IPv4Network, ...]

    @property
    def ranges(self) -> Ranges:
        """Their union."""
        return Ranges.of(self.prefixes)

    @property
    def summed(self) -> int:
        """Their sizes added up, the sum that counts nested ranges twice."""
        return summed(self.prefixes)


def table() -> tuple[Group, ...]:
    """The prefixes of prefixes.csv by day, provider and kind, the earliest day first.

    They are those that the press named, not the whole register. Rows of the kind "own" are a list of 2026.
    """
    groups: dict[tuple[date | None, str, str], list[IPv4Network]] = {}
    for row in evidence_table("prefixes"):
        groups.setdefault((row.listed_on, row.provider, row.kind), []).append(row.cidr)
    ordered = sorted(groups, key=lambda key: (key[0] or date.max, *key[1:]))
    return tuple(Group(provider, day, kind, tuple(groups[day, provider, kind])) for day, provider, kind in ordered)


def blocked(*providers: str, until: date | str | None = None) -> tuple[IPv4Network, ...]:
    """The prefixes that the press named as blocked, in the order of prefixes.csv: of all providers, or of some.

    `until`: the last day that counts, a date or a text such as "2018-04-16". Raises KitError.
    """
    rows = [row for row in evidence_table("prefixes") if row.kind == "blocked"]
    names = sorted({row.provider for row in rows})
    if lost := [name for name in PROVIDERS if name not in names]:
        raise KitError(f"prefixes.csv has lost its rows of {', '.join(lost)}. {MEND} Then restart the kernel.")
    for name in providers:
        if name not in names:
            near = did_you_mean(str(name), names)
            raise KitError(f"prefixes.csv has blocked ranges of {', '.join(names)}, but not of {name!r}.{near}")
    try:
        last = date.fromisoformat(str(until or date.max))
    except ValueError:
        raise KitError(f"A day is a date such as '2018-04-16', not {until!r}.") from None
    wanted = providers or names
    return tuple(row.cidr for row in rows if row.provider in wanted and (row.listed_on or date.min) <= last)


def own() -> tuple[IPv4Network, ...]:
    """The messenger's own ranges by its list of 2026: not its size in 2018, which the fact `ip-own` puts past 9,000."""
    return tuple(row.cidr for row in evidence_table("prefixes") if row.kind == "own")


def speed(prefixes: Prefixes, addresses: int = 1_000_000, looped: int = 1_000, rounds: int = 5) -> tuple[float, float]:
    """Addresses looked up in a second, by `Ranges.contains` and by a loop over addresses and prefixes.

    Measured side by side, in turns; medians of the rounds. Addresses are drawn evenly from all of IPv4 and given in the
    form that suits each way, so reading texts is not in the time. The loop takes the first `looped` of them.
    """
    listed = networks(prefixes)
    ranges = Ranges.of(listed)
    drawn = np.random.default_rng(2018).integers(0, ALL, addresses, dtype=np.uint32)
    few = list(map(IPv4Address, drawn[:looped].tolist()))
    times = []
    for _ in range(rounds):
        start = perf_counter()
        ranges.contains(drawn)
        middle = perf_counter()
        _ = [any(address in network for network in listed) for address in few]
        times.append((middle - start, perf_counter() - middle))
    at_once, one_by_one = (median(column) for column in zip(*times, strict=True))
    return len(drawn) / at_once, len(few) / one_by_one


def _swept(
    starts: NDArray[np.int64], ends: NDArray[np.int64], weights: NDArray[np.int64], depth: int | None = None
) -> Ranges:
    """The addresses over which intervals lie whose weights sum to `depth`, or to anything over 0; ends are outside."""
    places = np.concatenate([starts, ends])
    order = np.argsort(places, kind="stable")
    places, depths = places[order], np.cumsum(np.concatenate([weights, -weights])[order])
    settled = np.ones(places.size, dtype=np.bool_)  # where several intervals begin or end, the last sum counts
    settled[:-1] = places[1:] != places[:-1]
    places, depths = places[settled], depths[settled]
    kept = depths > 0 if depth is None else depths == depth
    before = np.concatenate([[False], kept])[: kept.size]
    return Ranges(_frozen(places[kept & ~before]), _frozen(places[before & ~kept] - 1))


def _both(one: Ranges, other: Ranges) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Starts, ends and weights of two sets: 1 for the one, 2 for the other, so that their sum tells whose it is."""
    starts = np.concatenate([one.starts, other.starts]).astype(np.int64)
    lasts = np.concatenate([one.lasts, other.lasts]).astype(np.int64)
    return starts, lasts + 1, np.repeat([1, 2], [one.starts.size, other.starts.size])


def _frozen(addresses: NDArray[np.int64]) -> NDArray[np.uint32]:
    array = addresses.astype(np.uint32)
    array.flags.writeable = False
    return array


def _network(prefix: object) -> IPv4Network:
    if isinstance(prefix, IPv4Network):
        return prefix
    if not isinstance(prefix, str):
        raise KitError(f"A prefix is a text such as '51.136.0.0/15', not {prefix!r}.")
    wrong = _wrong(prefix.strip())
    if wrong:
        raise KitError(f"{prefix[:50]!r} is no IPv4 prefix: {wrong}")
    return IPv4Network(prefix.strip())


def _wrong(text: str) -> str:
    """What is wrong with a text as an IPv4 prefix, or nothing."""
    address, slash, length = text.partition("/")
    if ":" in text:
        return "it is of IPv6, and only IPv4 is counted here."
    parts = address.split(".")
    if len(parts) != 4:
        return f"four numbers with points between are wanted before the slash, not {len(parts)}."
    for part in parts:
        if not (part.isascii() and part.isdigit()):
            return f"{part[:20]!r} is no number."
        if len(part) > 1 and part[0] == "0":
            return f"{part[:20]} begins with 0, which some programs read as base 8."
        if len(part) > 3 or int(part) > 255:
            return f"{part[:20]} is over 255."
    if slash and not (length.isascii() and length.isdigit() and len(length) <= 2 and int(length) <= 32):
        return f"after the slash a length from 0 to 32 is wanted, not {length[:20]!r}."
    network = IPv4Network(text, strict=False)
    if str(network.network_address) != address:
        return f"it has host bits set. Perhaps {network} was meant, or the one address {address}/32."
    return ""


def _numbers(addresses: Addresses) -> NDArray[np.uint32]:
    """Addresses as whole numbers of 32 bits."""
    if isinstance(addresses, np.ndarray) and addresses.dtype.kind in "ui":
        if addresses.size and not (addresses.min() >= 0 and addresses.max() < ALL):
            raise KitError(f"An address as a number is from 0 to {ALL - 1:,}; the array has others.")
        return addresses.astype(np.uint32, copy=False)
    one_by_one = [addresses] if isinstance(addresses, str | int | IPv4Address) else addresses
    try:
        return np.array(list(map(_number, one_by_one)), dtype=np.uint32)
    except TypeError:
        raise KitError(f"A list of addresses such as ['51.136.0.1'] is wanted here, not {addresses!r}.") from None


def _number(address: object) -> int:
    if isinstance(address, str | int | np.integer | IPv4Address) and not isinstance(address, bool):
        try:
            return int(IPv4Address(address.strip() if isinstance(address, str) else int(address)))
        except ValueError:
            pass
    raise KitError(f"{address!r} is no IPv4 address; one is a text such as '51.136.0.1'.")


def _slip(written: str, meant: str) -> str:
    """Which slip of one digit makes the one text out of the other, if any does."""
    if abs(len(written) - len(meant)) > 1:
        return ""
    ours, theirs = _without_a_digit(written), _without_a_digit(meant)
    if ours & theirs:
        return "changed"
    if written in {rest for _, rest in theirs}:
        return "left out"
    return "put in" if meant in {rest for _, rest in ours} else ""


def _without_a_digit(text: str) -> set[tuple[int, str]]:
    return {(place, text[:place] + text[place + 1 :]) for place, sign in enumerate(text) if sign.isdigit()}
