"""A notification gateway on 127.0.0.1: providers over TLS and HTTP/2 as with APNs, devices over a connection of ours.

    async with gateway() as gate:
        device = await gate.device("org.example.messenger", storefront="RU")
        key = gate.provider("org.example.messenger")

Providers are clients that nobody here wrote: aioapns, its class attributes `APNS_SERVER` and `APNS_PORT` set to
127.0.0.1 and `gate.port`, with `ssl_context=gate.trust`; or httpx. The authority that signs the gateway's certificate
is made anew each time and stays in memory. Instead of a key a provider may have a certificate: aioapns takes the file
of `gate.certificate(topic)` as `client_cert`, and as `ssl_context` a `gate.new_trust()`, into which it loads it.
"""

import asyncio
import secrets
import ssl
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from math import isfinite
from typing import Any, TypeVar

import trustme

from chokepoints.errors import KitError
from chokepoints.loopback.serving_on import listening
from chokepoints.push.apns import Reason
from chokepoints.push.apns_certificate import Certificates, ProviderCertificate
from chokepoints.push.apns_frames import Frames
from chokepoints.push.apns_token import Session
from chokepoints.push.device import Address, Device, Received
from chokepoints.push.device_link import GatewayEnd
from chokepoints.push.gateway_core import Core
from chokepoints.push.mailbox import Item
from chokepoints.push.rules import APNS, Rules
from chokepoints.push.switch import Order
from chokepoints.push.throttle import Throttle

_CHUNK = 1 << 16


class Gateway(Core):
    """A gateway that is being run.

    `port` takes providers, `device_port` devices, both on 127.0.0.1; `trust` is what a client needs to believe its
    certificate. `now` is the model's time in seconds, moved by `wait`. `faults` holds what went wrong inside while a
    request was answered: empty, or there is a mistake in the kit.
    """

    def __init__(self, rules: Rules, orders: Order | Iterable[Order], patience: float, idle: float) -> None:
        super().__init__(rules, orders, clock=lambda: self.now)
        self.now = 0.0
        self.port = self.device_port = 0
        self.patience, self.idle = patience, idle
        self.faults: list[Exception] = []
        self.devices: list[Device] = []
        self._secrets: dict[str, str] = {}
        self._ends: set[GatewayEnd] = set()
        self._confirmed = asyncio.Event()
        self._authority, self.certificates = trustme.CA(), Certificates()
        self.trust = self.new_trust()
        certificate = self._authority.issue_cert("127.0.0.1", "localhost")
        self.tls, self.tls_devices = (ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) for _ in range(2))
        certificate.configure_cert(self.tls)
        certificate.configure_cert(self.tls_devices)
        self.tls.set_alpn_protocols(["h2"])
        self.certificates.ask_for_one(self.tls)

    def new_trust(self) -> ssl.SSLContext:
        """What a client needs to believe the gateway's certificate, for this client alone."""
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._authority.configure_trust(trust)
        return trust

    def certificate(self, topic: str, sandbox: bool = False) -> ProviderCertificate:
        """A certificate for a provider of one topic, with `sandbox` one for trying out. Raises KitError."""
        return self.certificates.issue(topic, sandbox)

    async def device(
        self,
        topic: str,
        storefront: str,
        platform: str = "ios",
        on_push: Callable[[Received], None] | None = None,
        throttle: Throttle | None = None,
    ) -> Device:
        """A new device with the app, registered and connected; it is closed with the gateway."""
        registration = self.register(topic, storefront, platform)
        secret = secrets.token_urlsafe(24)
        self._secrets[registration.token] = secret
        address = lambda: Address(self.device_port, self.trust)  # noqa: E731
        device = Device(registration, secret, address, lambda: self.now, on_push, throttle)
        self.devices.append(device)
        await self.online(device)
        return device

    async def online(self, device: Device) -> None:
        """Connect a device and wait until the gateway knows it, and it has what was stored. Raises KitError."""
        if not device.connected:
            before = set(self._ends)
            await device.connect()
            await self._until(lambda: not device.connected or self._said_hello(device.token, before))
        await self.settled()

    async def offline(self, device: Device) -> None:
        """Take the network from a device, and wait until the gateway has noticed."""
        await device.lose_network()
        await self._until(lambda: device.token not in self.connected)

    async def settled(self) -> None:
        """Wait until every device that hears has confirmed all it was sent. Raises KitError after `patience`."""
        hearing = {device.token for device in self.devices if device.connected}
        await self._until(lambda: not any(end.under_way for end in self._ends if end.token in hearing))

    async def wait(self, seconds: float) -> None:
        """Move the model's time on, do what comes due on the way, and let it arrive. Raises KitError."""
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not isfinite(seconds) or seconds < 0:
            raise KitError(f"{seconds!r} is no time to wait: write seconds, 0 or more.")
        await self.settled()
        until = self.now + seconds
        while (due := self._next()) is not None and due <= until:
            self.now = max(self.now, due)
            self.advance()
            for device in self.devices:
                device.advance()
            await self.settled()
        self.now = until
        self.advance()
        self.box.expire(until)

    def _next(self) -> float | None:
        """When something comes due, here or on a device, in model seconds."""
        dues = [self.due(), *(device.due() for device in self.devices)]
        return min((due for due in dues if due is not None), default=None)

    async def serve_provider(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one provider's connection from its beginning to its end."""
        session = Session(self.providers, self.certificates.check(_shown(writer)))
        frames = Frames(lambda request: self.answer(request, session))
        last = Reason.SHUTDOWN
        first = asyncio.get_running_loop().time() + self.patience
        try:
            writer.write(frames.start())
            while not frames.closed:
                until = asyncio.get_running_loop().time() + self.idle if session.trusted else first
                async with asyncio.timeout_at(until):
                    if not (data := await reader.read(_CHUNK)):
                        break
                    writer.write(frames.receive(data))
                    await writer.drain()
        except TimeoutError:
            last = Reason.IDLE_TIMEOUT
        finally:
            self.faults += frames.faults
            if not writer.transport.is_closing():
                writer.write(frames.shut(last))

    async def serve_device(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one device's connection from its beginning to its end."""
        transport: Any = writer.transport

        def write(data: bytes) -> None:
            if not transport.is_closing():
                writer.write(data)

        end = GatewayEnd(self._secret, self.attach, self._got, write, transport.close)
        self._ends.add(end)
        first = asyncio.get_running_loop().time() + self.patience
        try:
            while not end.closed:
                async with asyncio.timeout_at(None if end.token else first):
                    if not (data := await reader.read(_CHUNK)):
                        break
                end.receive(data)
                await writer.drain()
                self._confirmed.set()
        except TimeoutError:
            pass
        finally:
            self._ends.discard(end)
            if end.token:
                self.detach(end.token, end)
            self._confirmed.set()

    def _said_hello(self, token: str, before: set[GatewayEnd]) -> bool:
        return any(end.token == token for end in self._ends - before)

    def _secret(self, token: str) -> str | None:
        """The secret of a token that still holds."""
        return self._secrets.get(token) if self.box.holds(token) else None

    def _got(self, item: Item) -> None:
        self.arrived(item)
        self._confirmed.set()

    async def _until(self, done: Callable[[], bool]) -> None:
        try:
            async with asyncio.timeout(self.patience):
                while not done():
                    self._confirmed.clear()
                    with suppress(TimeoutError):  # a device may end without a word
                        async with asyncio.timeout(0.05):  # wait_for may lose a cancellation on Python 3.11
                            await self._confirmed.wait()
        except TimeoutError:
            raise KitError(f"A device has not answered for {self.patience:g} s: is the machine very busy?") from None


_G = TypeVar("_G", bound=Gateway)


def _shown(writer: asyncio.StreamWriter) -> bytes | None:
    """The certificate that a client showed, in DER."""
    line: ssl.SSLObject | None = writer.get_extra_info("ssl_object")
    return line.getpeercert(binary_form=True) if line else None


@asynccontextmanager
async def gateway(
    rules: Rules = APNS, orders: Order | Iterable[Order] = (), *, patience: float = 10, idle: float = 60
) -> AsyncIterator[Gateway]:
    """Run a gateway until the block ends; its devices are closed with it.

    A provider that has shown no valid token after `patience` seconds is closed, later one that is silent for `idle`
    seconds: real seconds, as all of TLS. Raises KitError for what is no order.
    """
    async with run_gateway(Gateway(rules, orders, patience, idle)) as gate:
        yield gate


@asynccontextmanager
async def run_gateway(gate: _G) -> AsyncIterator[_G]:
    """Run a gateway of any kind until the block ends."""
    async with (
        listening(gate.serve_provider, gate.patience, gate.tls) as gate.port,
        listening(gate.serve_device, gate.patience, gate.tls_devices) as gate.device_port,
    ):
        try:
            yield gate
        finally:
            ending = [task for device in gate.devices if (task := device.stop())]
            await asyncio.gather(*ending, return_exceptions=True)
