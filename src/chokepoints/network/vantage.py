"""Is it blocked? The same site asked for from several places, and what the answers support together.

A probe is a request through one provider; what it got is one word, and one word has many causes. Only beside a control,
a probe from another place, can some of them be excluded. A site may also turn away a whole country by itself; how
often, and that it is told from a block on the way, is measured in McDonald et al., "403 Forbidden: A Global View of CDN
Geoblocking", 2018 (doi:10.1145/3278532.3278552).
"""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chokepoints.errors import KitError, did_you_mean
from chokepoints.network.rules import ByName, ByPrefix, Throttle
from chokepoints.network.serving import Fetched, Internet, Isp, Site, fetch

#: Sites to probe. Their names do not say what ails them; the rules below and the sites themselves do.
PROBED = (
    Site("198.51.100.30", "library.example", "books\n"),
    Site("203.0.113.66", "news.example", "news\n", cloud="Nimbus"),
    Site("203.0.113.70", "bakery.example", "bread\n", cloud="Nimbus"),
    Site("203.0.113.80", "radio.example", "songs\n", cloud="Nimbus", down=True),
    Site("198.51.100.40", "forum.example", "talk\n"),
    Site("198.51.100.50", "bank.example", "money\n", turns_away="inside"),
    Site("198.51.100.60", "film.example", "picture " * 5_000),
)
#: What the provider inside is told: a range with two of these sites in it, a name, and a name to slow down.
RULES = (
    ByPrefix("203.0.113.64/29"),
    ByName("forum.example"),
    Throttle(32_000, names="film.example"),
)
#: A page that took this long, in seconds, at fewer bytes a second than that, came slowly: on one machine a page of
#: 40,000 bytes takes some 0.01 s, and at most 32,000 bytes a second never less than a whole one.
LONG, SLOW = 0.8, 50_000


class Kind(StrEnum):
    """What one probe can end with."""

    REACHED = "reached"
    SLOW = "reached, slowly"
    TURNED_AWAY = "turned away by the site"  # 403, or 451 (RFC 7725): in its own TLS, so it is the site that says it
    OTHER = "another answer of the site"
    REFUSED = "refused by the provider"
    RESET = "reset"
    CLOSED = "closed without an answer"
    FORGED = "somebody else's certificate"
    NOTHING = "nothing answers"
    LATE = "no answer in time"
    NO_LINE = "no provider"


_REASONS = {
    "refused by the provider": Kind.REFUSED,
    "nothing answers there": Kind.NOTHING,
    "reset": Kind.RESET,
    "closed without an answer": Kind.CLOSED,
    "the certificate does not fit": Kind.FORGED,
    "timed out": Kind.LATE,
}
_THERE = (Kind.REACHED, Kind.SLOW)
_BOTH = {
    Kind.REACHED: "no sign of a block",
    Kind.SLOW: "slow for both: no sign that it is slowed inside",
    Kind.NOTHING: "down for both: no sign of a block",
    Kind.TURNED_AWAY: "the site turns both away: no sign of a block on the way",
    Kind.REFUSED: "both providers block it, and say so",
}
_INSIDE = {
    Kind.SLOW: "slowed inside only: on the way, or by the site",
    Kind.TURNED_AWAY: "the site itself turns the inside away: no block on the way",
    Kind.OTHER: "the site itself answers the inside otherwise: no block on the way",
    Kind.FORGED: "somebody on the way, inside, poses as the site",
}
_CUT = (Kind.RESET, Kind.CLOSED, Kind.NOTHING, Kind.LATE)
_ALONE = {
    Kind.REFUSED: "one provider inside blocks it, and says so; the other lets it through",
    Kind.SLOW: "slowed at one provider inside, not at the other: on the way, hardly by the site",
    Kind.FORGED: "somebody on the way of one provider inside poses as the site",
} | dict.fromkeys(_CUT, "cut off at one provider inside, not at the other: on the way, hardly by the site")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one probe saw: its kind, the HTTP status if there was one, the page's size in bytes.

    `seconds` is real time; it differs from run to run, so it is neither compared nor shown.
    """

    kind: Kind
    status: int | None = None
    bytes: int = 0
    seconds: float = field(default=0.0, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.kind} ({self.status})" if self.kind in (Kind.TURNED_AWAY, Kind.OTHER) else str(self.kind)


@dataclass(frozen=True, repr=False)
class Comparison:
    """What was seen of each site from each place: `seen[site][place]`. As text it is a table, the same on every run."""

    seen: Mapping[str, Mapping[str, Seen]]

    def __str__(self) -> str:
        places = list(next(iter(self.seen.values()), {}))
        rows = [["", *places], *([site, *map(str, row.values())] for site, row in self.seen.items())]
        return _table(rows)

    __repr__ = __str__

    def judged(self, inside: str, outside: str, also: str | None = None) -> str:
        """Of each site what its probes support. `also` is another provider inside. Raises KitError for no place."""
        rows = []
        for site, row in self.seen.items():
            for place in (inside, outside, also):
                if place is not None and place not in row:
                    raise KitError(f"Nothing was probed from {place!r}.{did_you_mean(str(place), row)}")
            rows.append([site, cause(row[inside], row[outside], None if also is None else row[also])])
        return _table(rows)


@dataclass(frozen=True, repr=False)
class Slowed:
    """One page without a throttle and with it."""

    free: Seen
    throttled: Seen
    same_text: bool

    @property
    def tenfold(self) -> bool:
        """Whether the throttle made it take more than ten times as long."""
        return self.throttled.seconds > 10 * self.free.seconds

    def __str__(self) -> str:
        rows = [["", "status", "bytes"]]
        for words, seen in (("without the rule", self.free), ("with the rule", self.throttled)):
            rows.append([words, str(seen.status or seen.kind), f"{seen.bytes:,}"])
        return f"{_table(rows)}\nthe same text: {self.same_text}\nmore than ten times slower: {self.tenfold}"

    __repr__ = __str__


def _table(rows: Iterable[Iterable[str]]) -> str:
    """Rows of words under one another."""
    listed = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    return "\n".join(
        "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip() for row in listed
    )


def _own(isp: object, net: Internet) -> Isp:
    """A provider of this imitation internet: nothing else is ever asked. Raises KitError."""
    if not isinstance(isp, Isp):
        raise KitError(f"{isp!r} is no provider: take one from `async with provider(net) as isp`.")
    if isp.ports is not net.ports:
        raise KitError("This provider belongs to another internet: make it with the one that you probe.")
    return isp


async def _once(isp: Isp, net: Internet, name: str, seconds: float) -> tuple[Seen, str]:
    start = time.perf_counter()
    got = await fetch(isp, net, f"https://{name}/", seconds=seconds)
    took = time.perf_counter() - start
    size = len(got.text.encode())
    return Seen(_kind(got, size, took), got.status, size, took), got.text


def _kind(got: Fetched, size: int, took: float) -> Kind:
    if got.status is None:
        return _REASONS.get(got.reason, Kind.NO_LINE)
    if got.status in (403, 451):
        return Kind.TURNED_AWAY
    if got.status != 200:
        return Kind.OTHER
    return Kind.SLOW if took >= LONG and size < SLOW * took and size >= LONG * SLOW / 2 else Kind.REACHED


async def probe(isp: Isp, net: Internet, name: str, *, seconds: float = 10) -> Seen:
    """Ask for a site's page through a provider; what came of it. Raises KitError for a name that no site has.

    What came slowly is asked for twice: a busy machine is slow once, a throttle each time. A page below 20,000 bytes is
    too small to tell a slow line by.
    """
    name = net.known(name)
    seen, _ = await _once(_own(isp, net), net, name, seconds)
    if seen.kind is Kind.SLOW:
        seen, _ = await _once(isp, net, name, seconds)
    return seen


async def compare(
    places: Mapping[str, Isp], net: Internet, names: Iterable[str] | None = None, *, seconds: float = 10
) -> Comparison:
    """Probe each of these names, or every site there is, from each place, one after the other. Raises KitError."""
    if not isinstance(places, Mapping) or not places:
        raise KitError('Give the places by name, such as {"inside": home, "outside": abroad}.')
    asked = [net.known(name) for name in (net.addresses if names is None else names)]
    for isp in places.values():
        _own(isp, net)
    return Comparison(
        {name: {place: await probe(isp, net, name, seconds=seconds) for place, isp in places.items()} for name in asked}
    )


async def with_and_without(isp: Isp, net: Internet, name: str, rule: Throttle) -> Slowed:
    """Fetch a site's page free and throttled, and compare. The provider's own rules stand again afterwards.

    It takes about the page's bytes by the rule's rate, in seconds. The free page is asked for up to three times and
    the fastest taken, so that a busy machine does not pass for a slow line. Raises KitError.
    """
    name, before = net.known(name), _own(isp, net).rules
    if not isinstance(rule, Throttle):
        raise KitError(f"{rule!r} does not slow anything down: write Throttle(24_000, names={name!r}).")
    try:
        isp.rules = rule
        throttled, slow_text = await _once(isp, net, name, seconds=30)
        isp.rules = ()
        free, text = await _once(isp, net, name, seconds=30)
        for _ in range(2):
            if throttled.seconds <= 10 * free.seconds:
                again, _ = await _once(isp, net, name, seconds=30)
                free = min(free, again, key=lambda seen: seen.seconds)
    finally:
        isp.rules = before
    return Slowed(free, throttled, text == slow_text)


def _as_kind(given: Seen | Kind | str) -> Kind:
    if isinstance(given, Seen):
        return given.kind
    for kind in Kind:
        if given == kind:
            return kind
    raise KitError(f"{given!r} is nothing that a probe sees: write one of {', '.join(repr(str(k)) for k in Kind)}.")


def cause(
    inside: Seen | Kind | str, outside: Seen | Kind | str | None = None, also: Seen | Kind | str | None = None
) -> str:
    """What a probe inside supports beside its control outside, and no more; `also` is another provider inside.

    Nobody's order can be seen in it: neither who wanted a block, nor whether this site was meant by it. Raises KitError
    for what is no kind.
    """
    here = _as_kind(inside)
    if outside is None:
        words = _no_control(here)
    else:
        there = _as_kind(outside)
        if also is not None and _as_kind(also) is there is Kind.REACHED and here in _ALONE:
            return _ALONE[here]
        words = _pair(here, there)
    if also is None or _as_kind(also) is here is Kind.REACHED:
        return words
    return f"{words}; {_spread(here, _as_kind(also))}"


def _no_control(here: Kind) -> str:
    if here is Kind.REACHED:
        return "no sign of a block"
    if here is Kind.REFUSED:
        return "the provider blocks it, and says so; whether it is up, cannot be told"
    return "cannot be told: no control"


def _pair(here: Kind, there: Kind) -> str:
    if Kind.NO_LINE in (here, there):
        return "cannot be told: a probe had no provider"
    if here is there:
        return _BOTH.get(here, "the same fault for both: no sign that it lies inside")
    if here is Kind.REFUSED:
        up = "" if there in _THERE else "; whether it is up, cannot be told"
        return f"the provider inside blocks it, and says so{up}"
    if there is Kind.REACHED:
        return _INSIDE.get(here, "cut off inside only: on the way, or by the site")
    if here is Kind.REACHED:
        return "no sign of a block inside: the fault is the control's"
    return "cannot be told: two different faults"


def _spread(here: Kind, also: Kind) -> str:
    if Kind.NO_LINE in (here, also):
        return "of the other provider inside nothing is known"
    if here is also:
        return "the same at the other provider inside"
    if also is Kind.REACHED:
        return "the other provider inside gets through"
    if also is Kind.SLOW:
        return "at the other provider inside it comes slowly"
    if here is Kind.REACHED:
        return "the other provider inside does not let it through"
    return "another fault at the other provider inside"
