"""A device: one lasting connection to the gateway over TLS, and what it does with a push.

Asleep it still holds the connection: pushes of priority 10 are handled at once, others wait on the device until it
wakes. Apple says that priority 5 takes power into account, not how: the rule is ours. What the system shows and
whether it lets code of the app run is read from `aps`, as on iOS; a payload without `aps` goes to the app, as data
messages do on Android. A push for calls is never shown and always goes to the app. How often background pushes may wake
an app is a matter of `throttle`; off unless it is set.
"""

import asyncio
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from chokepoints.errors import KitError
from chokepoints.loopback.serving_on import close
from chokepoints.push.device_link import Arrival, DeviceEnd, NotOurs
from chokepoints.push.mailbox import Registration
from chokepoints.push.pushes import Push, is_call, look
from chokepoints.push.throttle import Throttle

_CHUNK = 1 << 16
#: Priority at which a push is handled at once, asleep or not.
AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Received:
    """A push that a device has handled, at `time` in model seconds.

    `shown` says that the system shows it, `ran` that code of the app ran with it: the app in front, woken by
    content-available, or its extension by mutable-content.
    """

    time: float
    push: Push
    shown: bool
    ran: bool


@dataclass(frozen=True, slots=True)
class Address:
    """Where the gateway waits for devices: a port of 127.0.0.1, and the authority to trust."""

    port: int
    trust: ssl.SSLContext = field(repr=False)


class Device:
    """One app on one device. `on_push` is called with each push that is handled, before it is confirmed.

    With `throttle`, what would wake the app in the background goes to it no more often than that allows. `received`
    holds what was handled, `notices` when the device was told that all that waited was dropped, both in
    model seconds. `awake` and `in_front` say what the device and the app do.
    """

    def __init__(
        self,
        registration: Registration,
        secret: str,
        address: Callable[[], Address],
        clock: Callable[[], float],
        on_push: Callable[[Received], None] | None = None,
        throttle: Throttle | None = None,
    ) -> None:
        self.token, self.topic = registration.token, registration.topic
        self.storefront, self.platform = registration.storefront, registration.platform
        self.on_push, self.throttle = on_push, throttle
        self.received: list[Received] = []
        self.notices: list[float] = []
        self.errors: list[Exception] = []
        self.awake = self.in_front = True
        self._secret, self._address, self._clock = secret, address, clock
        self._held: list[Push] = []
        self._seen: set[int] = set()
        self._deaf = False
        self._task: asyncio.Task[None] | None = None

    def __repr__(self) -> str:
        state = "connected" if self.connected else "away"
        return f"Device({self.topic} in {self.storefront}, {state}, {len(self.received)} pushes)"

    @property
    def connected(self) -> bool:
        """Whether it has a connection, as far as the device knows, and hears what comes."""
        return self._task is not None and not self._task.done() and not self._deaf

    @property
    def held(self) -> int:
        """How many pushes wait on the device until it wakes."""
        return len(self._held)

    @property
    def on_screen(self) -> tuple[Push, ...]:
        """The alerts on the screen: of several under one collapse id the last, in the order in which they came."""
        return tuple(self._alerts().values())

    async def connect(self) -> None:
        """Get the network, and with it a new connection; what is already there stays. Raises KitError."""
        if self.connected:
            return
        await self._leave()
        address = self._address()
        try:
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", address.port, ssl=address.trust, server_hostname="localhost"
            )
        except (OSError, EOFError) as error:
            raise KitError(f"The gateway does not answer: {error}") from None
        end = DeviceEnd(self.token, self._secret)
        self._deaf = False
        writer.write(end.hello())
        self._task = asyncio.create_task(self._listen(reader, writer, end))

    async def lose_network(self, noticed: bool = True) -> None:
        """Lose the network. Where the gateway has not `noticed`, it goes on sending into the dead connection."""
        if noticed:
            await self._leave()
        else:
            self._deaf = True

    def sleep(self) -> None:
        """The screen is off; the connection stays."""
        self.awake = self.in_front = False

    def wake(self) -> None:
        """The screen is on: what waited on the device is handled."""
        self.awake = True
        held, self._held = self._held, []
        for push in held:
            self._handle(push)
        self.advance()

    def due(self) -> float | None:
        """When a push that is held back may wake the app, in model seconds; None where none is, or it sleeps."""
        return self.throttle.due() if self.throttle and self.awake else None

    def advance(self) -> None:
        """Hand over what was held back, if it may go by now; a device that sleeps does so as it wakes."""
        if self.throttle and self.awake and (push := self.throttle.release(self._clock())):
            self._hand_over(push)

    def background(self) -> None:
        """Another app is in front."""
        self.in_front = False

    def foreground(self) -> None:
        """The app is in front; a device that sleeps wakes up."""
        self.wake()
        self.in_front = True
        if self.throttle and (push := self.throttle.give_up()):
            self._hand_over(push)

    async def close(self) -> None:
        """End the connection, if there is one."""
        await self._leave()

    async def _leave(self) -> None:
        if task := self.stop():
            await asyncio.wait({task})
            self._task = None

    def stop(self) -> asyncio.Task[None] | None:
        """Begin to end the connection; the task that is over when it has ended."""
        if self._task:
            self._task.cancel()
        return self._task

    async def _listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, end: DeviceEnd) -> None:
        try:
            while data := await reader.read(_CHUNK):
                for arrival in [] if self._deaf else end.receive(data):
                    self._take(arrival)
                    if not arrival.dropped:
                        writer.write(end.got(arrival.number))
                await writer.drain()
        except (OSError, NotOurs, KitError):
            pass  # the connection is over, and the next one begins with what was not confirmed
        finally:
            await close(writer)

    def _take(self, arrival: Arrival) -> None:
        if arrival.dropped:
            self.notices.append(self._clock())
        elif arrival.number not in self._seen:  # else its confirmation was lost on the way
            self._seen.add(arrival.number)
            if self.awake or arrival.push.priority >= AT_ONCE:
                self._handle(arrival.push)
            else:
                self._held.append(arrival.push)

    def _handle(self, push: Push) -> None:
        seen = look(push.payload)
        silent = seen.aps and seen.wakes and not seen.shows and not self.in_front and not is_call(push.topic)
        if not (silent and self.throttle) or self.throttle.lets(push, self._clock()):
            self._hand_over(push)

    def _hand_over(self, push: Push) -> None:
        seen, call = look(push.payload), is_call(push.topic)
        shown = seen.shows and not self.in_front and not call
        got = Received(self._clock(), push, shown, self.in_front or seen.wakes or call)
        self.received.append(got)
        if self.on_push:
            try:
                self.on_push(got)
            except Exception as error:  # an app that crashes takes neither the system nor the connection with it
                self.errors.append(error)

    def _alerts(self) -> dict[object, Push]:
        alerts: dict[object, Push] = {}
        for number, got in self._shown():
            key = got.push.key or number
            alerts.pop(key, None)
            alerts[key] = got.push
        return alerts

    def _shown(self) -> Iterator[tuple[int, Received]]:
        return ((number, got) for number, got in enumerate(self.received) if got.shown)
