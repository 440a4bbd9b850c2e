"""What a provider is told to block, and what it decides about one connection.

Before it answers a client, a provider knows an address and a port; the server's name it reads later, in the
ClientHello. So a rule about addresses can refuse a connection, and a rule about names can only break it off.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from chokepoints.errors import KitError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
_NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")


class Action(StrEnum):
    """What happens to a connection, the harshest first."""

    REFUSE = "refuse"  # SOCKS reply 2, "connection not allowed by ruleset" (RFC 1928 6)
    RESET = "reset"  # broken off after the ClientHello was seen, as filters on the line do with a TCP RST
    THROTTLE = "throttle"
    PASS = "pass"


def host_name(name: object) -> str:
    """A host name as rules compare it: small letters, no dot at its end. Raises KitError where it is none."""
    small = name.rstrip(".").lower() if isinstance(name, str) else ""
    if not _NAME.fullmatch(small) or len(small) > 253:
        raise KitError(f"{name!r} is no host name: write one such as 'shop.example'.")
    return small


def _addresses(given: str | Iterable[str]) -> frozenset[Address]:
    try:
        return frozenset(ip_address(one) for one in _several(given))
    except ValueError as error:
        raise KitError(f"{error}: write an address such as '203.0.113.7'.") from None


def _networks(given: str | Iterable[str]) -> tuple[Network, ...]:
    try:
        return tuple(ip_network(one) for one in _several(given))
    except ValueError as error:
        raise KitError(f"{error}: write a prefix such as '203.0.113.0/24'.") from None


def _several(given: str | Iterable[str]) -> tuple[str, ...]:
    """What a rule lists; a single one may stand without a list. Raises KitError where nothing is listed."""
    try:
        listed = (given,) if isinstance(given, str) else tuple(given)
    except TypeError:
        listed = (given,)  # type: ignore[assignment]  # a number, say: the message below or the caller's names it
    if not listed:
        raise KitError("A rule that lists nothing blocks nothing: give it at least one entry.")
    for one in listed:
        if not isinstance(one, str):
            raise KitError(f"{one!r} is no text: a rule lists addresses, prefixes or names in quotes.")
    return listed


def _action(given: object, allowed: Sequence[Action]) -> Action:
    for action in allowed:
        if given == action:
            return action
    words = " or ".join(repr(str(action)) for action in allowed)
    why = " A provider sees the name only after it has let the client connect." if given == Action.REFUSE else ""
    raise KitError(f"{given!r} is nothing this rule can do: write {words}.{why}")


@dataclass(frozen=True, slots=True)
class ByAddress:
    """Blocks single addresses. Raises KitError where one cannot be read."""

    addresses: str | Iterable[str]
    action: Action | str = Action.REFUSE
    _set: frozenset[Address] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "addresses", _several(self.addresses))
        object.__setattr__(self, "_set", _addresses(self.addresses))
        object.__setattr__(self, "action", _action(self.action, (Action.REFUSE, Action.RESET)))

    def hits(self, address: Address, name: str | None) -> bool:
        """Whether the rule is about this connection."""
        return address in self._set

    def __str__(self) -> str:
        return f"{self.action} by address: {', '.join(self.addresses)}"


@dataclass(frozen=True, slots=True)
class ByPrefix:
    """Blocks every address of some prefixes. Raises KitError where one cannot be read or has bits beyond its length."""

    prefixes: str | Iterable[str]
    action: Action | str = Action.REFUSE
    _networks: tuple[Network, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "prefixes", _several(self.prefixes))
        object.__setattr__(self, "_networks", _networks(self.prefixes))
        object.__setattr__(self, "action", _action(self.action, (Action.REFUSE, Action.RESET)))

    def hits(self, address: Address, name: str | None) -> bool:
        """Whether the rule is about this connection."""
        return any(address in network for network in self._networks)

    def __str__(self) -> str:
        return f"{self.action} by prefix: {', '.join(self.prefixes)}"


@dataclass(frozen=True, slots=True)
class ByName:
    """Breaks off connections whose ClientHello names one of these hosts or, with `subdomains`, one below it."""

    names: str | Iterable[str]
    subdomains: bool = True
    action: Action | str = Action.RESET

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(host_name(name) for name in _several(self.names)))
        object.__setattr__(self, "action", _action(self.action, (Action.RESET,)))

    def hits(self, address: Address, name: str | None) -> bool:
        """Whether the rule is about this connection."""
        return _named(self.names, name, self.subdomains)

    def __str__(self) -> str:
        below = " and names below" if self.subdomains else ""
        return f"{self.action} by name: {', '.join(self.names)}{below}"


@dataclass(frozen=True, slots=True)
class Throttle:
    """Lets connections through at no more than `rate` bytes a second each way: by prefixes, by names or by both."""

    rate: int
    prefixes: str | Iterable[str] = ()
    names: str | Iterable[str] = ()
    action: Action = field(init=False, default=Action.THROTTLE)
    _networks: tuple[Network, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if isinstance(self.rate, bool) or not isinstance(self.rate, int) or self.rate < 1:
            raise KitError(f"{self.rate!r} is no rate: write whole bytes a second, 1 or more.")
        if not self.prefixes:
            object.__setattr__(self, "names", _several(self.names))
        object.__setattr__(self, "prefixes", _several(self.prefixes) if self.prefixes else ())
        object.__setattr__(self, "names", tuple(map(host_name, _several(self.names))) if self.names else ())
        object.__setattr__(self, "_networks", _networks(self.prefixes) if self.prefixes else ())

    def hits(self, address: Address, name: str | None) -> bool:
        """Whether the rule is about this connection."""
        return any(address in network for network in self._networks) or _named(self.names, name, subdomains=True)

    def __str__(self) -> str:
        return f"throttle to {self.rate:,} bytes a second: {', '.join((*self.prefixes, *self.names))}"


Rule = ByAddress | ByPrefix | ByName | Throttle


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is done with a connection, the rule that says so in its words, and a rate in bytes a second if throttled."""

    action: Action = Action.PASS
    words: str = ""
    rate: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a provider saw of one connection.

    `address` and `port` are what the client asked for, empty and 0 where it never got so far. `verdict` is an action's
    word, "closed" where the connection ended for another reason, or "begun". `up` and `down` count the bytes that were
    carried towards the server and towards the client; they differ from run to run, since signatures in TLS do.
    """

    number: int
    address: str
    port: int
    server_name: str | None
    verdict: str
    words: str
    up: int
    down: int


def _named(names: Iterable[str], name: str | None, subdomains: bool) -> bool:
    if name is None:
        return False
    small = name.rstrip(".").lower()
    return any(small == one or (subdomains and small.endswith("." + one)) for one in names)


def rules_of(rules: object) -> tuple[Rule, ...]:
    """Rules as a tuple; one alone needs no list. Raises KitError where something else stands among them."""
    if isinstance(rules, Rule):
        return (rules,)
    listed = tuple(rules) if isinstance(rules, Iterable) and not isinstance(rules, str) else (rules,)
    for one in listed:
        if not isinstance(one, Rule):
            raise KitError(f"{one!r} is no rule: write ByAddress, ByPrefix, ByName or Throttle.")
    return listed


def verdict(rules: Iterable[Rule], address: str, port: int, server_name: str | None = None) -> Verdict:
    """What the rules say about a connection: the harshest of those that hit decides, the first among equals.

    `server_name` is None as long as the ClientHello was not read, and where it names nobody. Of several rates the
    lowest holds. No rule is about a port: it is only checked. Raises KitError for what is no address or port.
    """
    if isinstance(port, bool) or not isinstance(port, int) or not 1 <= port <= 65535:
        raise KitError(f"{port!r} is no port: ports go from 1 to 65535.")
    (at,) = _addresses(address)
    hits = [rule for rule in rules_of(rules) if rule.hits(at, server_name)]
    if not hits:
        return Verdict()
    order = list(Action)
    rule = min(hits, key=lambda hit: (order.index(Action(hit.action)), getattr(hit, "rate", 0)))
    return Verdict(Action(rule.action), str(rule), getattr(rule, "rate", None))
