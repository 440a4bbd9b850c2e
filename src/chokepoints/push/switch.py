"""The regulator's switch at a notification gateway: which pushes an order is about, and what is done with them.

An order hits by what the gateway can tell: the app's topic, the storefront of the device's account, and whether the
push is an alert, a background push or a service push in the clear. What Apple's service would do under such an order,
and what it would answer, is not public: a refusal with TopicDisallowed, and the rest here, are our choice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from chokepoints.errors import KitError
from chokepoints.push.pushes import Kind, Look, Push, is_call, judge, look

_T = TypeVar("_T", bound=StrEnum)


class What(StrEnum):
    """Which pushes of an app an order is about."""

    ALL = "all"
    ALERTS = "alerts"
    BACKGROUND = "background"
    SERVICE = "service"  # those that the gateway can read as a service push, and no others


class Deed(StrEnum):
    """What is done with a push, the harshest first."""

    REFUSE = "refuse"  # the provider is told
    DROP = "drop"  # the provider is told that it was accepted
    DELAY = "delay"
    PASS = "pass"


@dataclass(frozen=True, slots=True)
class Order:
    """An order about the pushes of one app; without storefronts it holds in all of them.

    An app's pushes for calls have a topic of their own, with .voip at its end: they take an order of their own.
    `seconds` is how long a delay lasts, in model seconds. Raises KitError for what is no such order.
    """

    topic: str
    what: What | str = What.ALL
    deed: Deed | str = Deed.REFUSE
    storefronts: str | Iterable[str] = ()
    seconds: float = 0

    def __post_init__(self) -> None:
        if not isinstance(self.topic, str) or not self.topic:
            raise KitError(f"{self.topic!r} is no topic: write one such as 'org.example.messenger'.")
        object.__setattr__(self, "what", _one_of(self.what, tuple(What)))
        object.__setattr__(self, "deed", _one_of(self.deed, (Deed.REFUSE, Deed.DROP, Deed.DELAY)))
        storefronts = (self.storefronts,) if isinstance(self.storefronts, str) else tuple(self.storefronts)
        if any(not isinstance(one, str) or not one for one in storefronts):
            raise KitError(f"{storefronts!r} lists no storefronts: write them as 'RU' or ['RU', 'BY'].")
        object.__setattr__(self, "storefronts", storefronts)
        if isinstance(self.seconds, bool) or not isinstance(self.seconds, int | float) or not isfinite(self.seconds):
            raise KitError(f"{self.seconds!r} is no time: write seconds.")
        if (self.deed is Deed.DELAY) != (self.seconds > 0) or self.seconds < 0:
            raise KitError("A delay, and only a delay, takes seconds above 0.")

    def hits(self, push: Push, storefront: str, kind: Kind, seen: Look) -> bool:
        """Whether the order is about this push."""
        if push.topic != self.topic or (self.storefronts and storefront not in self.storefronts):
            return False
        if self.what is What.SERVICE:
            return seen.service is True
        return self.what is What.ALL or (self.what, kind) in _PAIRS

    def __str__(self) -> str:
        where = f" in {', '.join(self.storefronts)}" if self.storefronts else ""
        wait = f" by {self.seconds:g} s" if self.deed is Deed.DELAY else ""
        return f"{self.deed}{wait}: {_WORDS[What(self.what)]} of {self.topic}{where}"


_PAIRS = ((What.ALERTS, Kind.ALERT), (What.BACKGROUND, Kind.BACKGROUND))
_WORDS = {
    What.ALL: "all pushes",
    What.ALERTS: "alerts",
    What.BACKGROUND: "background pushes",
    What.SERVICE: "readable service pushes",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is done with a push, the order that says so in its words, and what the gateway could tell."""

    deed: Deed
    kind: Kind
    seen: Look
    seconds: float = 0
    words: str = ""


def orders_of(orders: object) -> tuple[Order, ...]:
    """Orders as a tuple; one alone needs no list. Raises KitError where something else stands among them."""
    listed = tuple(orders) if isinstance(orders, Iterable) and not isinstance(orders, str) else (orders,)
    for one in listed:
        if not isinstance(one, Order):
            raise KitError(f"{one!r} is no order: write Order('org.example.messenger', 'alerts').")
    return listed


def rule(orders: Iterable[Order], push: Push, storefront: str) -> Ruling:
    """What the orders say about a push: the harshest of those that hit decides; of several delays the longest."""
    seen = look(push.payload)
    kind = Kind.OTHER if is_call(push.topic) else judge(push.claim, seen)
    hits = [order for order in orders if order.hits(push, storefront, kind, seen)]
    if not hits:
        return Ruling(Deed.PASS, kind, seen)
    harsh = list(Deed)
    order = min(hits, key=lambda hit: (harsh.index(Deed(hit.deed)), -hit.seconds))
    return Ruling(Deed(order.deed), kind, seen, order.seconds, str(order))


@dataclass(frozen=True, slots=True)
class Row:
    """What the gateway's log has of one push that named a device.

    `time` is in model seconds, `size` in bytes. `claim` is the push type that the provider gave, `kind` what the
    gateway took the push for. `service` says whether it could read a service push: None where it cannot tell. `order`
    is the order that hit, in its words.
    """

    number: int
    time: float
    topic: str
    token: str
    storefront: str
    size: int
    claim: str
    kind: Kind
    priority: int
    service: bool | None
    order: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """One push as each party sees it.

    The provider has a status and, where it was refused, a reason. The device has the moment at which the push came, in
    model seconds, or None: nothing. The gateway has its log's row and knows what became of the push.
    """

    status: int
    reason: str
    came: float | None
    fate: str
    row: Row


def _one_of(given: object, allowed: tuple[_T, ...]) -> _T:
    for one in allowed:
        if given == one:
            return one
    raise KitError(f"{given!r} is nothing an order can say: write {' or '.join(repr(str(one)) for one in allowed)}.")
