"""A push service (RFC 8030) as rules, without sockets: what it answers, what it keeps, and what it sees of each push.

It keeps pushes in the same mailbox as the other gateways, under the rules `WEB_PUSH`. Who sends a push is told no more
than that it was accepted. Times of pushes are seconds of the model clock; only the validity of a signature is a matter
of the real one. The RFC leaves open how a user agent is reached; browsers use links of their vendors, and here it is
a call. Receipts (RFC 8030 5.1), reading a single push (6) and a lowest urgency for a device (5.3) are left out.
"""

import math
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http import HTTPStatus

from chokepoints.errors import KitError
from chokepoints.loopback.http_line import Request
from chokepoints.push.mailbox import Fate, Item, Mailbox, Registration
from chokepoints.push.pushes import Push
from chokepoints.push.rules import WEB_PUSH
from chokepoints.push.webpush_crypto import public_key, unbase64url
from chokepoints.push.webpush_request import Answer, Incoming, Refused

#: Ours: no more pushes than this wait for one subscription, and no more rows are kept in the log.
MOST_STORED, MOST_LOGGED = 1_000, 10_000
_PUSH, _MESSAGE = "/push/", "/message/"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A user agent's address for pushes. Who knows the `endpoint` may send: it is long and random for that reason."""

    device: str
    endpoint: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a user agent gets: the body alone, and since when the service had it (model seconds).

    Topic, urgency and signature stay behind (RFC 8030 5.3 and 5.4, RFC 8292 4.2).
    """

    since: float
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the service sees of one push: all but the text.

    `time` in seconds of the model clock; `size` of the encrypted body in bytes, which is that of the text and 103
    where nothing pads it; `sender` is the contact in a valid signature, else "". `ttl` in seconds as the service grants
    it, None where it could not be read. `status` is what the sender was told, `fate` what became of the push,
    `delivered` when.
    """

    number: int
    time: float
    device: str
    sender: str
    size: int
    ttl: int | None
    urgency: str
    topic: str
    status: int
    fate: str
    delivered: float | None = None


class _Box:
    """What the service knows of one subscription beside the mailbox."""

    def __init__(self, subscription: Subscription, only: bytes | None) -> None:
        self.subscription, self.only = subscription, only
        self.accepted: deque[float] = deque()
        self.receive: Callable[[Brought], None] | None = None
        self.closed: HTTPStatus | None = None


def standing() -> float:
    """A clock that stands at 0 s."""
    return 0.0


class Service:
    """Subscriptions, pushes that wait, and the log.

    `origin` is scheme, host and port; `clock` gives the model's time in seconds and may be replaced while the service
    runs (time never runs back all the same). `rate`, if any, is how many pushes a subscription takes in so many of
    these seconds. Raises KitError for what is no rate.
    """

    def __init__(
        self, origin: str, clock: Callable[[], float] = standing, rate: tuple[int, float] | None = None
    ) -> None:
        if rate is not None and not (rate[0] >= 1 and rate[1] > 0):
            raise KitError(f"{rate!r} is no rate: write (pushes, seconds), at least (1, a time above 0).")
        self.origin, self.clock, self._rate = origin, clock, rate
        self._mailbox = Mailbox(WEB_PUSH, self._ended)
        self._boxes: dict[str, _Box] = {}
        self._log: dict[int, Seen] = {}
        self._rows: dict[int, int] = {}
        self._count, self._last = 0, 0.0

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._boxes)} subscriptions, {self._count} pushes seen)"

    @property
    def now(self) -> float:
        """The model's time in seconds."""
        self._last = max(self._last, self.clock())
        return self._last

    @property
    def log(self) -> tuple[Seen, ...]:
        """What the service saw of every push so far, refused ones included; the newest 10,000."""
        self._mailbox.expire(self.now)
        return tuple(self._log.values())

    def subscribe(self, device: str, only: str | None = None) -> Subscription:
        """A new subscription; with `only`, a public key in base64url, it takes that key's pushes alone.

        Its address is 192 random bits: more than the 120 that RFC 8030 8.3 asks for. Raises KitError for a wrong key.
        """
        try:
            raw = unbase64url(only) if only is not None else None
            if raw is not None:
                public_key(raw)
        except ValueError:
            raise KitError(f"{only!r} is no key: write the 65 bytes of a point of P-256 in base64url.") from None
        path = _PUSH + secrets.token_urlsafe(24)
        self._mailbox.register(path, "", "", "web", self.now)
        self._boxes[path] = _Box(Subscription(device, self.origin + path), raw)
        return self._boxes[path].subscription

    def unsubscribe(self, subscription: Subscription) -> None:
        """The user agent gives a subscription up; what waits for it is lost. Raises KitError.

        Senders then get 410, as Mozilla's service documents it (autopush, "Error Codes", 106).
        """
        self._close(subscription, HTTPStatus.GONE)

    def expire(self, subscription: Subscription) -> None:
        """The service ends a subscription; senders then get 404 (RFC 8030 7.3). Raises KitError."""
        self._close(subscription, HTTPStatus.NOT_FOUND)

    def connect(self, subscription: Subscription, receive: Callable[[Brought], None]) -> None:
        """A user agent can be reached: it gets what waits, then what comes. Raises KitError.

        `receive` is called for each push and must not raise.
        """
        path, box = self._box(subscription)
        now = self.now
        box.receive = receive
        for item in self._mailbox.connect(path, now).items:
            self._note(self._rows.pop(item.number), str(Fate.SENT), now)
            receive(Brought(item.since, item.push.payload))

    def disconnect(self, subscription: Subscription) -> None:
        """The user agent cannot be reached: pushes wait. Raises KitError."""
        path, box = self._box(subscription)
        box.receive = None
        self._mailbox.disconnect(path, self.now)

    def waiting(self, subscription: Subscription) -> int:
        """How many pushes wait for it. Raises KitError."""
        path, _ = self._box(subscription)
        self._mailbox.expire(self.now)
        return len(self._mailbox.active(path).waiting)

    def answer(self, request: Request, today: float) -> Answer:
        """Take a request; `today` in seconds since 1970 decides whether a signature is still valid."""
        path = request.target.removeprefix(self.origin)  # RFC 9112 3.2.2: a whole address is as good
        box = self._boxes.get(path)
        if box is None or box.closed is HTTPStatus.NOT_FOUND:
            return Answer(HTTPStatus.NOT_FOUND, "There is no such subscription.")
        if box.closed:
            return Answer(box.closed, "The user agent has given this subscription up.")
        if request.method != "POST":
            return Answer(HTTPStatus.METHOD_NOT_ALLOWED, "A push is a POST.", (("allow", "POST"),))
        incoming = Incoming(request)
        try:
            incoming.read(self.origin, today, box.only)
            self._count_in(box, self._mailbox.active(path), incoming.topic)
        except Refused as refused:
            self._enter(box, incoming, refused.answer.status, "refused")
            return refused.answer
        return self._accept(path, box, incoming)

    def _accept(self, path: str, box: _Box, incoming: Incoming) -> Answer:
        now = self.now
        push = Push(path, "", incoming.body, incoming.ttl, incoming.topic)
        item, fate = self._mailbox.accept(push, now)
        number = self._enter(box, incoming, HTTPStatus.CREATED, str(fate))
        if fate is Fate.STORED:
            self._rows[item.number] = number
        if fate is Fate.SENT and box.receive:
            self._note(number, str(fate), now)
            box.receive(Brought(now, incoming.body))
        place = self.origin + _MESSAGE + secrets.token_urlsafe(24)
        return Answer(HTTPStatus.CREATED, headers=(("location", place), ("ttl", str(incoming.ttl))))

    def _count_in(self, box: _Box, stored: Registration, topic: str) -> None:
        """Hold a sender to the rate and to the room (RFC 8030 8.4); how long to wait stands in Retry-After."""
        now = self.now
        if self._rate:
            most, within = self._rate
            while box.accepted and box.accepted[0] <= now - within:
                box.accepted.popleft()
            if len(box.accepted) >= most:
                raise _too_many(box.accepted[0] + within - now, f"No more than {most} in {within:g} s.")
        if _full(stored):
            self._mailbox.expire(now)
        if _full(stored) and topic not in stored.keyed:
            wait = min(item.until for item in stored.waiting) - now
            raise _too_many(wait, f"{MOST_STORED:,} pushes wait already.")
        if self._rate:
            box.accepted.append(now)

    def _box(self, subscription: Subscription) -> tuple[str, _Box]:
        path = subscription.endpoint.removeprefix(self.origin)
        box = self._boxes.get(path)
        if box is None or box.closed:
            raise KitError(f"The service has no such subscription of {subscription.device}: subscribe anew.")
        return path, box

    def _close(self, subscription: Subscription, status: HTTPStatus) -> None:
        path, box = self._box(subscription)
        self._mailbox.unregister(path, self.now)
        box.closed, box.receive = status, None

    def _ended(self, item: Item, fate: Fate) -> None:
        self._note(self._rows.pop(item.number), str(fate))

    def _enter(self, box: _Box, incoming: Incoming, status: HTTPStatus, fate: str) -> int:
        self._count += 1
        device, size = box.subscription.device, len(incoming.body)
        what = (incoming.ttl, incoming.urgency, incoming.topic)
        self._log[self._count] = Seen(self._count, self.now, device, incoming.sender, size, *what, status.value, fate)
        while len(self._log) > MOST_LOGGED:
            del self._log[next(iter(self._log))]
        return self._count

    def _note(self, number: int, fate: str, delivered: float | None = None) -> None:
        if number in self._log:
            self._log[number] = replace(self._log[number], fate=fate, delivered=delivered)


def _full(stored: Registration) -> bool:
    return len(stored.plain) + len(stored.keyed) >= MOST_STORED


def _too_many(wait: float, words: str) -> Refused:
    return Refused(HTTPStatus.TOO_MANY_REQUESTS, words, ("retry-after", str(math.ceil(wait))))
