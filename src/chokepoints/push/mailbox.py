"""Store and forward: what a notification service keeps for devices that are away, under one set of rules.

No sockets and no clock: each call says what time it is, in model seconds, which never run back. A push that is handed
over has left the mailbox; where the connection turns out to have been dead, `disconnect` takes it back.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from math import isfinite

from chokepoints.errors import KitError
from chokepoints.push.pushes import Push
from chokepoints.push.rules import Rules


class Fate(StrEnum):
    """What became of a push."""

    SENT = "sent"  # handed over to a device that is connected
    STORED = "stored"
    NOT_STORED = "not stored"  # for one try, and the device was away
    REPLACED = "replaced"  # a later one took its place
    DROPPED = "dropped"  # one too many: all went
    EXPIRED = "expired"
    GONE = "gone"  # its device's token was given up meanwhile


class CannotAccept(KitError):
    """The mailbox takes no such push."""


class UnknownToken(CannotAccept):
    """No device has this token."""


class TokenGone(CannotAccept):
    """The device gave up its token, at `at` model seconds."""

    def __init__(self, words: str, at: float) -> None:
        super().__init__(words)
        self.at = at


class WrongTopic(CannotAccept):
    """The token belongs to another app."""


class TooLarge(CannotAccept):
    """The payload is larger than the rules allow."""


class KeyTooLong(CannotAccept):
    """The collapse key is longer than the rules allow."""


@dataclass(frozen=True, slots=True)
class Item:
    """A push that was accepted: its number in the order of coming, when it came and until when it may wait."""

    number: int
    push: Push
    since: float
    until: float

    def good(self, now: float) -> bool:
        """Whether it may still wait: its expiry is not reached."""
        return now < self.until


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a device gets as it connects, oldest first; `dropped` says that more waited than may, and all went."""

    items: tuple[Item, ...] = ()
    dropped: bool = False


@dataclass(slots=True)
class Registration:
    """A device's token for one app. `left` is when it was given up, None as long as it holds."""

    token: str
    topic: str
    storefront: str
    platform: str
    since: float
    left: float | None = None
    connected: bool = False
    dropped: bool = field(default=False, repr=False)
    plain: dict[int, Item] = field(default_factory=dict, repr=False)
    keyed: dict[str, Item] = field(default_factory=dict, repr=False)

    @property
    def waiting(self) -> tuple[Item, ...]:
        """What is stored, in the order in which it came."""
        return tuple(sorted((*self.plain.values(), *self.keyed.values()), key=lambda item: item.number))


class Mailbox:
    """The tokens of one service and what waits for them. `ended` is called for each push that ends unsent, and why."""

    def __init__(self, rules: Rules, ended: Callable[[Item, Fate], None] = lambda item, fate: None) -> None:
        self.rules = rules
        self._ended = ended
        self._numbers = count(1)
        self._now = 0.0
        self._devices: dict[str, Registration] = {}

    def __repr__(self) -> str:
        return f"Mailbox({self.rules.name}, {len(self._devices)} tokens, {self.stored} stored)"

    @property
    def stored(self) -> int:
        """How many pushes wait."""
        return sum(len(device.plain) + len(device.keyed) for device in self._devices.values())

    def register(
        self, token: str, topic: str, storefront: str, platform: str = "ios", now: float | None = None
    ) -> Registration:
        """A device's token for an app, away until `connect`. Raises KitError where a device has it already."""
        now = self._at(self._now if now is None else now)
        old = self._devices.get(token)
        if old and old.left is None:
            raise KitError("This token is taken: each device and app has one of its own.")
        self._devices[token] = Registration(token, topic, storefront, platform, now)
        return self._devices[token]

    def unregister(self, token: str, now: float) -> None:
        """The app is gone from the device: what waits ends, and pushes are refused from now on. Raises KitError."""
        now, device = self._at(now), self.active(token)
        self._purge(device, now)
        self._end(device, device.waiting, Fate.GONE)
        device.left, device.connected = now, False

    def known(self, token: str) -> Registration:
        """A token's registration, also one that was given up. Raises UnknownToken."""
        try:
            return self._devices[token]
        except KeyError:
            raise UnknownToken("No device has this token: take one that `register` was given.") from None

    def active(self, token: str) -> Registration:
        """A token's registration that still holds. Raises UnknownToken and TokenGone."""
        device = self.known(token)
        if device.left is not None:
            raise TokenGone(f"The device gave up this token at {device.left:g} s.", device.left)
        return device

    def holds(self, token: str) -> bool:
        """Whether a device has this token, and has not given it up."""
        return token in self._devices and self._devices[token].left is None

    def check(self, push: Push) -> Registration:
        """The registration that a push is for. Raises CannotAccept where the rules do not allow the push."""
        device = self.active(push.token)
        if push.topic != device.topic:
            raise WrongTopic(f"The token is for {device.topic}, not for {push.topic}.")
        if push.size > (largest := self.rules.largest(push.topic)):
            raise TooLarge(f"{push.size:,} bytes are too many: a payload has at most {largest:,}.")
        if (size := len(push.key.encode())) > self.rules.key:
            raise KeyTooLong(f"{size:,} bytes are too many: a collapse key has at most {self.rules.key:,}.")
        return device

    def accept(self, push: Push, now: float) -> tuple[Item, Fate]:
        """Take a push: SENT, STORED, NOT_STORED, EXPIRED, or DROPPED with all that waited. Raises CannotAccept."""
        now, device = self._at(now), self.check(push)
        item = Item(next(self._numbers), push, now, now + self.rules.lifetime(push.lifetime))
        self._purge(device, now)
        if push.lifetime is not None and push.lifetime < 0:
            return item, Fate.EXPIRED
        if device.connected:
            return item, Fate.SENT
        return item, self._store(device, item)

    def connect(self, token: str, now: float) -> Delivery:
        """The device is there: hand over what waits. Connecting again changes nothing. Raises KitError."""
        now, device = self._at(now), self.active(token)
        self._purge(device, now)
        delivery = Delivery(device.waiting, device.dropped)
        device.plain.clear()
        device.keyed.clear()
        device.dropped, device.connected = False, True
        return delivery

    def disconnect(self, token: str, now: float, back: Iterable[Item] = ()) -> None:
        """The device is away. `back` is what it was sent and never confirmed: it waits again, as the rules say.

        A push for one try ends as NOT_STORED. Raises KitError for an unknown token.
        """
        now, device = self._at(now), self.known(token)
        device.connected = False
        again = sorted((*device.waiting, *back), key=lambda item: item.number)
        device.plain.clear()
        device.keyed.clear()
        for item in again:
            if device.left is not None:
                self._ended(item, Fate.GONE)
            elif item.push.lifetime != 0 and not item.good(now):
                self._ended(item, Fate.EXPIRED)
            elif (fate := self._store(device, item)) is not Fate.STORED:
                self._ended(item, fate)

    def expire(self, now: float) -> int:
        """Take out all whose time is over; how many went."""
        now, before = self._at(now), self.stored
        for device in self._devices.values():
            self._purge(device, now)
        return before - self.stored

    def __iter__(self) -> Iterator[Registration]:
        return iter(self._devices.values())

    def _at(self, now: float) -> float:
        if not isfinite(now) or now < self._now:
            raise KitError(f"{now} s is no time from here: the clock stands at {self._now:g} s and never runs back.")
        self._now = now
        return now

    def _store(self, device: Registration, item: Item) -> Fate:
        rules, key = self.rules, item.push.key
        once = item.push.lifetime == 0
        if once and not (rules.clears and key in device.keyed):
            return Fate.NOT_STORED
        if key and not rules.one_store:
            self._end(device, [device.keyed[key]] if key in device.keyed else [], Fate.REPLACED)
            if once:
                return Fate.NOT_STORED
            if rules.keys is not None and len(device.keyed) == rules.keys:
                self._end(device, [next(iter(device.keyed.values()))], Fate.REPLACED)
            device.keyed[key] = item
            return Fate.STORED
        if rules.plain is not None and len(device.plain) == rules.plain:
            if rules.all_go:
                self._end(device, list(device.plain.values()), Fate.DROPPED)
                device.dropped = True
                return Fate.DROPPED
            self._end(device, [next(iter(device.plain.values()))], Fate.REPLACED)
        device.plain[item.number] = item
        return Fate.STORED

    def _purge(self, device: Registration, now: float) -> None:
        self._end(device, [item for item in device.waiting if not item.good(now)], Fate.EXPIRED)

    def _end(self, device: Registration, items: Iterable[Item], fate: Fate) -> None:
        for item in items:
            if device.plain.pop(item.number, None) is None:
                del device.keyed[item.push.key]
            self._ended(item, fate)
