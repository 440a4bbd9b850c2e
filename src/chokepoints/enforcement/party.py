"""The phones of the experiment, and the messenger that pushes to them: real clients at both ends of each line.

A phone is a device of the notification gateway and an unpatched Telethon client on the same desk: the client reaches
its data centre through the filtering provider alone, the device hears the gateway beside it. What is set of the clients
is documented: Telethon's session with `set_dc` and `set_proxy`; of aioapns the public attributes `APNS_SERVER` and
`APNS_PORT`, on a class derived for one gateway, and `ssl_context`.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Protocol

# First: Telethon changes an error of python_socks before it imports this, and would try a refused address six times.
import python_socks.async_.asyncio  # noqa: F401
from aioapns import APNs, NotificationRequest, PushType
from aioapns.common import NotificationResult
from aioapns.connection import APNsProductionClientProtocol
from python_socks import ProxyError
from telethon.errors import AuthKeyNotFound
from telethon.sessions import MemorySession

from chokepoints.errors import KitError
from chokepoints.messenger.telethon_helper import client_at
from chokepoints.network.serving import Isp
from chokepoints.network.sites import IMITATION
from chokepoints.push.device import Device, Received
from chokepoints.push.gateway import Gateway
from chokepoints.push.pushes import SERVICE
from chokepoints.push.pushes_sealed import Seal, service

TOPIC = "org.example.messenger"
#: Number of the data centre, and the port at which it answers at each of its imitation addresses.
CENTRE, PORT = 2, 443
#: Seconds that a call or the end of a line may take.
_PATIENCE = 20
#: How a line ends, or comes to nothing: broken off, refused by the provider, or a data centre that is not the phone's.
_ENDS = (OSError, EOFError, ProxyError, AuthKeyNotFound)
#: What a service push wears that is dressed as a message: the app's extension runs with it.
_DRESS = {"alert": "New message", "sound": "default", "mutable-content": 1}


class Centre(Protocol):
    """What a phone has to know of its data centre."""

    @property
    def public_pem(self) -> str:
        """The key by which clients know it."""

    def code_for(self, phone: str) -> str:
        """The code that was sent to a telephone number."""


class ImitationSession(MemorySession):  # type: ignore[misc]
    """A session in memory that takes imitation addresses alone, whoever names another one: a push or an answer."""

    def set_dc(self, dc_id: int, server_address: str, port: int) -> None:
        """Raises KitError for any other address."""
        try:
            if any(ip_address(server_address) in network for network in IMITATION):
                super().set_dc(dc_id, server_address, port)
                return
        except ValueError:
            pass
        allowed = " or ".join(map(str, IMITATION))
        raise KitError(f"{server_address!r} is no imitation address: a phone goes to one of {allowed}.")


class Phone:
    """One phone. `device` hears pushes; the client knows one address of its data centre at a time.

    Its app lies in the background, so that a push that wakes it is the only way in which it learns anything.
    """

    def __init__(self, number: int, isp: Isp, centre: Centre, device: Device) -> None:
        self.number, self.storefront, self.device = number, device.storefront, device
        self.seal = Seal()
        self._centre = centre
        self._client = client_at("127.0.0.1", PORT, centre.public_pem)
        self._client.session = ImitationSession()
        self._client.set_proxy(
            {
                "proxy_type": "socks5",
                "addr": "127.0.0.1",
                "port": isp.port,
                "username": isp.user,
                "password": isp.password,
            }
        )
        self._line_to = ""
        self._one_at_a_time = asyncio.Lock()
        self._moves: list[asyncio.Task[None]] = []
        device.background()
        device.on_push = self._woken

    def __repr__(self) -> str:
        return f"Phone({self.number}, {self.storefront}, knows {self.address})"

    @property
    def address(self) -> str:
        """The address that it knows for its data centre."""
        return str(self._client.session.server_address)

    @property
    def key(self) -> bytes:
        """Its authorization key; empty before there is one."""
        held = self._client.session.auth_key
        return bytes(held.key) if held else b""

    async def sign_in(self, address: str, telephone: str) -> None:
        """Make a key with the data centre at an address, and log in. Raises KitError where nothing answers."""
        self._client.session.set_dc(CENTRE, address, PORT)
        await self.connect()
        if not self._client.is_connected():
            raise KitError(f"No data centre answers at {address}: is it in the address map of the provider?")
        await self._client.send_code_request(telephone)
        await self._client.sign_in(telephone, self._centre.code_for(telephone))

    async def go_to(self, address: str) -> None:
        """Know another address, and connect there with the same key. Raises KitError for no imitation address."""
        self._client.session.set_dc(CENTRE, address, PORT)
        await self.connect()

    async def connect(self) -> None:
        """Leave the line there is and try once at the address it knows; whether that worked, `at` says."""
        async with self._one_at_a_time:
            await self._leave()
            self._line_to = self.address
            with suppress(*_ENDS):
                async with asyncio.timeout(_PATIENCE):
                    await self._client.connect()

    async def at(self) -> str | None:
        """The address at which the data centre answers it as the user it is, None where it does not."""
        if not self._client.is_connected():
            return None
        try:
            async with asyncio.timeout(_PATIENCE):
                return self._line_to if await self._client.get_me() else None
        except _ENDS:
            return None

    async def line_ended(self) -> None:
        """Wait until the client has noticed that its line has ended."""
        with suppress(*_ENDS):
            async with asyncio.timeout(_PATIENCE):
                await self._client.disconnected

    async def settled(self) -> None:
        """Wait until it has gone where the pushes told it to."""
        while self._moves:
            await self._moves.pop()

    async def leave(self) -> None:
        """End its line, if there is one."""
        async with self._one_at_a_time:
            await self._leave()

    async def close(self) -> None:
        """End what it does, and its line."""
        for move in self._moves:
            move.cancel()
        await asyncio.gather(*self._moves, return_exceptions=True)
        await self.leave()

    async def _leave(self) -> None:
        await self._client.disconnect()
        with suppress(*_ENDS):  # how the last line ended: an error that nobody has asked for yet
            await self._client.disconnected

    def _woken(self, got: Received) -> None:
        """The app's code runs with a push; one that names a data centre moves it there. Raises KitError."""
        if not got.ran:
            return
        inside = self.seal.open(got.push.payload)
        if inside.get("loc_key") != SERVICE:
            return
        told = inside.get("custom")
        host, _, port = str(told.get("addr") if isinstance(told, dict) else "").partition(":")
        if port != str(PORT):
            raise KitError(f"A service push names an address and the port {PORT}; this one does not.")
        self._client.session.set_dc(CENTRE, host, PORT)
        self._moves.append(asyncio.create_task(self.connect()))


@dataclass(frozen=True, slots=True)
class Messenger:
    """The messenger as a provider of pushes, by an unpatched aioapns."""

    client: APNs

    async def tell(self, phone: Phone, address: str, sealed: bool, dressed: bool) -> str:
        """Push the data centre's address to a phone; what aioapns reports: the status, and the reason if refused.

        With `dressed` the push has a text to show, and the push type and priority of an alert.
        """
        payload = service(CENTRE, f"{address}:{PORT}")
        if sealed:
            payload = phone.seal.seal(payload, dressed)
        elif dressed:
            payload = {**payload, "aps": _DRESS}
        kind, priority = (PushType.ALERT, 10) if dressed else (PushType.BACKGROUND, 5)
        request = NotificationRequest(phone.device.token, payload, push_type=kind, priority=priority)
        sending = asyncio.create_task(self.client.send_notification(request))
        try:
            result = await asyncio.shield(sending)
        except asyncio.CancelledError:
            # An aioapns that is cancelled half-way through a connection or an answer fails in a callback later.
            await asyncio.wait({sending}, timeout=_PATIENCE)
            raise
        return " ".join(filter(None, (result.status, result.description)))


@asynccontextmanager
async def messenger(gate: Gateway) -> AsyncIterator[Messenger]:
    """A messenger that may push through a gateway; its connections are closed when the block ends."""

    class Here(APNsProductionClientProtocol):
        APNS_SERVER = "127.0.0.1"
        APNS_PORT = gate.port

    async def no_log(request: NotificationRequest, result: NotificationResult) -> None:
        pass

    key = gate.provider(TOPIC)
    client = APNs(
        key=key.key, key_id=key.key_id, team_id=key.team_id, topic=TOPIC, ssl_context=gate.trust, err_func=no_log
    )
    pool: Any = client.pool
    pool.protocol_class = Here
    try:
        yield Messenger(client)
    finally:
        pool.close()
        for _ in range(200):  # closing takes TLS a moment
            if not pool.connections:
                break
            await asyncio.sleep(0.005)
