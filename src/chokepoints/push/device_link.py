"""The persistent connection of a device with the gateway: bytes in, bytes out, both ends.

Apple's own protocol between device and service is not public; this one is ours. A frame is its length in four bytes,
then JSON. The device says which token it has, with the secret it was given at registration; the gateway hands over
pushes; the device confirms each by its number, so that what was on the way as a connection died is not lost.
"""

import base64
import hmac
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chokepoints.errors import KitError
from chokepoints.push.mailbox import Delivery, Item
from chokepoints.push.pushes import Push, read_json

#: Bytes of one frame: the largest payload of all, 4,096 bytes of FCM as JSON, in base64, and as long a key: ours.
LARGEST = 1 << 17
#: Pushes that are sent before the first of them is confirmed, and how far behind a device may fall: ours.
UNDER_WAY, BEHIND = 64, 5000


class NotOurs(Exception):
    """What came is no frame of this protocol."""


def frame(message: dict[str, Any]) -> bytes:
    """One frame."""
    body = json.dumps(message).encode()
    return len(body).to_bytes(4) + body


class Frames:
    """Cuts what comes in pieces of any size into messages. Raises NotOurs."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def feed(self, data: bytes) -> list[dict[str, Any]]:
        """The messages that are complete."""
        self._waiting += data
        messages = []
        while len(self._waiting) >= 4:
            size = int.from_bytes(self._waiting[:4])
            if size > LARGEST:
                raise NotOurs(f"{size:,} bytes are no frame: it has at most {LARGEST:,}.")
            if len(self._waiting) < 4 + size:
                break
            message = read_json(bytes(self._waiting[4 : 4 + size]))
            if not isinstance(message, dict):
                raise NotOurs("A frame holds a JSON dictionary.")
            del self._waiting[: 4 + size]
            messages.append(message)
        return messages


def _push_frame(item: Item) -> bytes:
    push = item.push
    return frame(
        {
            "number": item.number,
            "id": push.id,
            "topic": push.topic,
            "type": push.claim,
            "priority": push.priority,
            "key": push.key,
            "payload": base64.b64encode(push.payload).decode(),
        }
    )


@dataclass(frozen=True, slots=True)
class Arrival:
    """A push as it comes out at the device; `dropped` stands for the notice that all that waited was dropped."""

    number: int
    push: Push
    dropped: bool = False


class GatewayEnd:
    """The gateway's end. `known` returns a token's secret or None; `hello`, `got` and `full` tell the gateway."""

    def __init__(
        self,
        known: Callable[[str], str | None],
        hello: Callable[[str, "GatewayEnd"], None],
        got: Callable[[Item], None],
        write: Callable[[bytes], None],
        close: Callable[[], None],
    ) -> None:
        self._known, self._hello, self._got = known, hello, got
        self._write, self._close = write, close
        self._frames = Frames()
        self._under_way: dict[int, Item] = {}
        self._queue: deque[Item] = deque()
        self._most = 0
        self.token = ""
        self.closed = False

    @property
    def under_way(self) -> tuple[Item, ...]:
        """What was handed over and is not confirmed."""
        return (*self._under_way.values(), *self._queue)

    def receive(self, data: bytes) -> None:
        """Take what came from the device; a wrong word ends the connection."""
        if self.closed:
            return
        try:
            for message in self._frames.feed(data):
                self._take(message)
        except NotOurs:
            self.end()

    def send(self, delivery: Delivery) -> None:
        """Hand over pushes, as fast as they are confirmed. A device too far behind is closed: they wait for it."""
        if delivery.dropped:
            self._write(frame({"dropped": True}))
        if self._most == 0:
            self._most = len(delivery.items) + BEHIND
        self._queue.extend(delivery.items)
        self._go_on()
        if len(self._queue) > self._most:
            self._close()

    def _go_on(self) -> None:
        while self._queue and len(self._under_way) < UNDER_WAY:
            item = self._queue.popleft()
            self._under_way[item.number] = item
            self._write(_push_frame(item))

    def end(self) -> tuple[Item, ...]:
        """Close the connection; what was not confirmed."""
        if not self.closed:
            self.closed = True
            self._close()
        return self.under_way

    def _take(self, message: dict[str, Any]) -> None:
        if not self.token:
            token, secret = message.get("token"), message.get("secret")
            right = self._known(token) if isinstance(token, str) else None
            given = secret if isinstance(secret, str) and secret.isascii() else ""
            if not isinstance(token, str) or right is None or not hmac.compare_digest(given, right):
                raise NotOurs("No device has this token and secret.")
            self.token = token
            self._hello(token, self)
            return
        number = message.get("got")
        item = self._under_way.pop(number, None) if isinstance(number, int) else None
        if item is None:
            raise NotOurs("The device confirms what it was not sent.")
        self._got(item)
        self._go_on()


class DeviceEnd:
    """The device's end: `hello` is what it sends first, `receive` returns pushes and what to send for them."""

    def __init__(self, token: str, secret: str) -> None:
        self._token, self._secret = token, secret
        self._frames = Frames()

    def hello(self) -> bytes:
        """Who is there."""
        return frame({"token": self._token, "secret": self._secret})

    def receive(self, data: bytes) -> list[Arrival]:
        """The pushes in what came. Raises NotOurs, and KitError where the gateway sends what it never should."""
        return [self._arrival(message) for message in self._frames.feed(data)]

    @staticmethod
    def got(number: int) -> bytes:
        """Confirms a push."""
        return frame({"got": number})

    def _arrival(self, message: dict[str, Any]) -> Arrival:
        if message.get("dropped") is True:
            return Arrival(0, Push(self._token, "", b""), dropped=True)
        try:
            payload = base64.b64decode(message["payload"], validate=True)
            push = Push(
                self._token,
                message["topic"],
                payload,
                key=message["key"],
                claim=message["type"],
                priority=message["priority"],
                id=message["id"],
            )
            return Arrival(message["number"], push)
        except (KeyError, TypeError, ValueError):
            raise KitError("The gateway sent what is no push.") from None
