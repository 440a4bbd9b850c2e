"""A notification gateway without sockets: tokens, providers, the regulator's switch, links to devices, and its log.

Time is the model's, in seconds; `clock` says it. What a provider writes on its own clock (expiry, age of a token) and
is told on it (when a device left) is compared with `wall`, Unix time: now is now on both, and a second is a second.
"""

import heapq
import secrets
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import count
from typing import Protocol

from chokepoints.push.apns import Answer, Reason, Refused, Request
from chokepoints.push.apns_token import ProviderKey, Providers, Session
from chokepoints.push.mailbox import (
    Delivery,
    Fate,
    Item,
    Mailbox,
    Registration,
    TokenGone,
    TooLarge,
    UnknownToken,
    WrongTopic,
)
from chokepoints.push.pushes import Push
from chokepoints.push.rules import APNS, Rules
from chokepoints.push.switch import Deed, Order, Row, Ruling, Sight, orders_of, rule

#: Rows that the log keeps, the last ones.
LOG = 100_000
#: Pushes to one token within a minute of the model after which it refuses: ours, Apple's number is not public.
A_MINUTE = 1000
#: What became of a push that never got to the mailbox.
_REFUSED, _DROPPED, _DELAYED = "refused", "dropped by order", "delayed by order"


class Link(Protocol):
    """A device's connection, as the gateway sees it."""

    def send(self, delivery: Delivery) -> None:
        """Hand over what has come."""

    def end(self) -> tuple[Item, ...]:
        """Close it; what was handed over and not confirmed."""


@dataclass(slots=True)
class _Case:
    """A row of the log and what has become of its push so far."""

    row: Row
    reason: Reason | None = None
    fate: str = _REFUSED
    came: float | None = None

    def sight(self, told: Callable[[Reason], tuple[int, str]]) -> Sight:
        status, reason = told(self.reason) if self.reason else (200, "")
        return Sight(status, reason, self.came, self.fate, self.row)


class Core:
    """One gateway. `orders` may be set while it runs and hold for the pushes that come later."""

    def __init__(
        self,
        rules: Rules = APNS,
        orders: Order | Iterable[Order] = (),
        *,
        clock: Callable[[], float] = lambda: 0.0,
        wall: Callable[[], float] = time.time,
        a_minute: int = A_MINUTE,
    ) -> None:
        self.clock, self.wall = clock, wall
        self.limits: tuple[tuple[int, float], ...] = ((a_minute, 60.0),)  # pushes to one token in so many seconds
        self.providers = Providers()
        self.refusals: Counter[str] = Counter()
        self.box = Mailbox(rules, self._ended)
        self._orders = orders_of(orders)
        self._cases: deque[_Case] = deque(maxlen=LOG)
        self._open: dict[int, _Case] = {}  # by the mailbox's number, as long as the push has not ended
        self._links: dict[str, Link] = {}
        self._delayed: list[tuple[float, int, Push, _Case]] = []
        self._numbers, self._order = count(1), count()
        self._recent: dict[tuple[str, float], tuple[float, int]] = {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.box!r}, {len(self._links)} connected)"

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders in force."""
        return self._orders

    @orders.setter
    def orders(self, orders: Order | Iterable[Order]) -> None:
        self._orders = orders_of(orders)

    @property
    def log(self) -> tuple[Row, ...]:
        """What the gateway saw of each push that named a device it knows, in the order in which they came."""
        return tuple(case.row for case in self._cases)

    @property
    def sights(self) -> tuple[Sight, ...]:
        """The same pushes as each party sees them, up to now."""
        return tuple(case.sight(self.told) for case in self._cases)

    @staticmethod
    def told(reason: Reason) -> tuple[int, str]:
        """The status and the word with which a provider is told of a refusal."""
        return reason.status, str(reason)

    @property
    def connected(self) -> frozenset[str]:
        """The tokens of the devices that are connected, as far as the gateway knows."""
        return frozenset(self._links)

    def provider(self, topics: str | Iterable[str]) -> ProviderKey:
        """Register a provider. Raises KitError where it names no topic."""
        return self.providers.register(topics)

    def register(self, topic: str, storefront: str, platform: str = "ios") -> Registration:
        """A token for a device, drawn by the operating system: 32 bytes as hexadecimal digits."""
        return self.box.register(secrets.token_hex(32), topic, storefront, platform, self.clock())

    def unregister(self, token: str) -> None:
        """The app is gone from the device. Raises KitError."""
        self.box.unregister(token, self.clock())
        self._take_back(token)

    def answer(self, request: Request, session: Session) -> Answer:
        """The answer to a provider's request."""
        sent_as = request.answer_id()
        try:
            request.device()
            unix_now = self.wall()
            signed = session.check(request.field("authorization"), unix_now)
            push = request.push(self.box.rules.largest, unix_now, signed.only)
            if push.topic not in signed.topics:
                raise Refused(Reason.TOPIC_DISALLOWED)
            self.submit(replace(push, id=sent_as))
        except Refused as refusal:
            self.refusals[refusal.reason] += 1
            return Answer(sent_as, refusal.reason, refusal.timestamp)
        return Answer(sent_as)

    def submit(self, push: Push) -> None:
        """Take a provider's push, as the orders allow. Raises Refused."""
        now = self.clock()
        self.advance()
        try:
            device = self.box.check(push)
        except UnknownToken:
            raise Refused(Reason.BAD_DEVICE_TOKEN) from None
        except TokenGone as gone:
            since = self.wall() - (now - gone.at)
            raise Refused(Reason.UNREGISTERED, int(since * 1000)) from None
        except WrongTopic:
            raise Refused(Reason.DEVICE_TOKEN_NOT_FOR_TOPIC) from None
        except TooLarge:
            raise Refused(Reason.PAYLOAD_TOO_LARGE) from None
        ruling = rule(self._orders, push, device.storefront)
        case = self._enter(push, device, ruling, now)
        if self._too_many(push.token, now):
            case.reason = Reason.TOO_MANY_REQUESTS
        elif ruling.deed is Deed.REFUSE:
            case.reason = Reason.TOPIC_DISALLOWED
        elif ruling.deed is Deed.DROP:
            case.fate = _DROPPED
        elif ruling.deed is Deed.DELAY:
            case.fate = _DELAYED
            heapq.heappush(self._delayed, (now + ruling.seconds, next(self._order), push, case))
        else:
            self._accept(push, case, now)
        if case.reason:
            raise Refused(case.reason)

    def advance(self) -> None:
        """Let the delayed pushes go that are due by now."""
        now = self.clock()
        while self._delayed and self._delayed[0][0] <= now:
            _, _, push, case = heapq.heappop(self._delayed)
            if push.lifetime != 0:  # its time ran on meanwhile
                left = self.box.rules.lifetime(push.lifetime) - (now - case.row.time)
                push = replace(push, lifetime=left if left > 0 else -1)
            self._accept(push, case, now)

    def due(self) -> float | None:
        """When the next delayed push may go, in model seconds; None where none waits."""
        return self._delayed[0][0] if self._delayed else None

    def attach(self, token: str, link: Link) -> None:
        """A device connects; an earlier connection of the same token ends. Raises KitError for an unknown token."""
        self.advance()
        self.box.active(token)
        self._take_back(token)
        self._links[token] = link
        delivery = self.box.connect(token, self.clock())
        self._note(delivery.items, Fate.SENT)
        if delivery.items or delivery.dropped:
            link.send(delivery)

    def detach(self, token: str, link: Link) -> None:
        """A device's connection has ended: what it did not confirm waits again. An earlier link changes nothing."""
        if self._links.get(token) is link:
            self._take_back(token)

    def arrived(self, item: Item) -> None:
        """The device has confirmed a push."""
        if case := self._open.pop(item.number, None):
            case.fate, case.came = "arrived", self.clock()

    def _enter(self, push: Push, device: Registration, ruling: Ruling, now: float) -> _Case:
        row = Row(
            next(self._numbers),
            now,
            push.topic,
            push.token,
            device.storefront,
            push.size,
            push.claim,
            ruling.kind,
            push.priority,
            ruling.seen.service,
            ruling.words,
        )
        self._cases.append(_Case(row))
        return self._cases[-1]

    def _too_many(self, token: str, now: float) -> bool:
        over = False
        for most, seconds in self.limits:
            since, sent = self._recent.get((token, seconds), (now, 0))
            if now - since >= seconds:
                since, sent = now, 0
            self._recent[token, seconds] = since, sent + 1
            over = over or sent >= most
        return over

    def wait_for(self, token: str) -> float:
        """How many model seconds until pushes to a token are taken again; 0 where they are."""
        now, waits = self.clock(), [0.0]
        for most, seconds in self.limits:
            since, sent = self._recent.get((token, seconds), (now, 0))
            waits += [since + seconds - now] if sent >= most else []
        return max(waits)

    def _accept(self, push: Push, case: _Case, now: float) -> None:
        """Give a push to the mailbox, or to the device if it is there."""
        try:
            item, fate = self.box.accept(push, now)
        except TokenGone:
            case.fate = Fate.GONE
            return
        case.fate = fate
        if fate in (Fate.SENT, Fate.STORED):
            self._open[item.number] = case
        if fate is Fate.SENT:
            self._links[push.token].send(Delivery((item,)))

    def _take_back(self, token: str) -> None:
        """End a device's connection, if there is one; what it did not confirm waits again."""
        if link := self._links.pop(token, None):
            back = link.end()
            self.box.disconnect(token, self.clock(), back)
            self._note(back, Fate.STORED)

    def _note(self, items: Iterable[Item], fate: Fate) -> None:
        """Enter what has become of pushes that have not ended."""
        for item in items:
            if case := self._open.get(item.number):
                case.fate = fate

    def _ended(self, item: Item, fate: Fate) -> None:
        """The mailbox has no more of a push."""
        if case := self._open.pop(item.number, None):
            case.fate = fate
