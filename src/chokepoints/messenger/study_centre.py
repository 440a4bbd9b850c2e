"""Study code: a data centre with which an unpatched Telethon client makes a key and then calls.

`Link` is one connection as a state machine, bytes in and bytes out; `serve` puts it on 127.0.0.1. Cited sections are of
core.telegram.org/mtproto. The centre refuses by closing the connection, or by silence for a replayed message, and says
why in `refusals`, which is for the reader of a notebook: whoever altered a packet must not learn what gave it away.
"""

import asyncio
import hmac
import struct
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from telethon.tl import functions, types
from telethon.tl.core import GzipPacked, MessageContainer

from chokepoints.messenger.errors import CannotOpen, ReplayedMessage, WrongKey
from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_calls import Calls
from chokepoints.messenger.study_keys import Direction, Payload, StaleMessage, Window, key_id, seal, unseal
from chokepoints.messenger.study_records import KEY, Account, CallError, Record, bare
from chokepoints.messenger.study_wire import Exchange, Frames, ServerKey, read

#: "Transport errors": this key is not known here.
_UNKNOWN_KEY = struct.pack("<i", -404)
_RPC_RESULT = 0xF35C6D01
_VECTOR = 0x1CB5C415


@dataclass(slots=True, eq=False)
class _Known:
    """An authorization key that the centre knows: its salt, its user, and its sessions' windows."""

    key: Secret
    salt: bytes = field(repr=False)
    user: Account | None = None
    windows: dict[bytes, Window] = field(default_factory=dict, repr=False)
    sent: int = 0


class DataCentre(Calls):
    """What all connections share: the RSA key, the keys made with clients, the disk, and what a tap on the line has.

    `people` maps telephone numbers to user names. `tap` holds every encrypted packet with its direction, as someone on
    the wire records it; `refusals` holds a sentence for every packet that was refused. With `middle` the centre is
    dishonest about secret chats.
    """

    def __init__(self, people: Mapping[str, str], clock: Callable[[], float] = time.time, middle: bool = False) -> None:
        super().__init__(people, clock, middle)
        self.server_key = ServerKey()
        self.clock = clock
        self.tap: list[tuple[Direction, bytes]] = []
        self.refusals: list[str] = []
        self._known: dict[bytes, _Known] = {}
        self._last_id = 0

    def __repr__(self) -> str:
        return f"DataCentre({len(self.accounts)} accounts, {len(self.disk)} records)"

    @property
    def public_pem(self) -> str:
        """The public RSA key that a client needs."""
        return self.server_key.public_pem

    def link(self) -> "Link":
        """The state of one new connection."""
        return Link(self)

    def learn(self, key: Secret, salt: bytes) -> None:
        """Keep a key that was just made, on the disk too."""
        self._known[key_id(key)] = _Known(key, salt)
        self.disk.append(Record(KEY, "", held=key))

    def known(self, packet: bytes) -> _Known:
        """The key that a packet names. Raises WrongKey."""
        try:
            return self._known[packet[:8]]
        except KeyError:
            raise WrongKey("The packet names a key that this data centre never made.") from None

    def next_id(self, reply: bool) -> int:
        """A new message id: 1 modulo 4 for an answer, 3 otherwise ("Message Identifier")."""
        now = int(self.clock() * 2**32) & ~3
        self._last_id = max(now, self._last_id + 4)
        return self._last_id + (1 if reply else 3)


class Link:
    """One connection: `receive` takes bytes and returns the bytes to send. `closed` says that nothing more goes."""

    def __init__(self, centre: DataCentre) -> None:
        self._centre = centre
        self._frames = Frames()
        self._exchange = Exchange(centre.server_key, centre.clock)
        self.closed = False

    def receive(self, data: bytes) -> bytes:
        """Take what came from the client, in pieces of any size; what a refusal says stands in `refusals`."""
        out: list[bytes] = []
        try:
            for content in self._frames.feed(data):
                out.extend(self._frames.wrap(reply) for reply in self._packet(content))
                if self.closed:
                    break
        except CannotOpen as refusal:
            self._refuse(refusal)
        return b"".join(out)

    def finish(self) -> None:
        """The client has closed the connection."""
        if not self.closed:
            self.closed = True
            try:
                self._frames.finish()
            except CannotOpen as refusal:
                self._refuse(refusal)

    def _refuse(self, refusal: CannotOpen) -> None:
        self._centre.refusals.append(str(refusal))
        self.closed = True

    def _packet(self, content: bytes) -> list[bytes]:
        if content[:8] == bytes(8):
            return [self._plain(content)]
        self._centre.tap.append((Direction.TO_SERVER, content))
        try:
            known = self._centre.known(content)
        except WrongKey as refusal:
            self._refuse(refusal)
            return [_UNKNOWN_KEY]
        payload = unseal(known.key, content, Direction.TO_SERVER)
        try:
            known.windows.setdefault(payload.session, Window(self._centre.clock)).accept(payload.message_id)
        except (ReplayedMessage, StaleMessage) as refusal:
            self._centre.refusals.append(str(refusal))
            return []
        replies = self._replies(known, payload)
        self._centre.tap.extend((Direction.TO_CLIENT, reply) for reply in replies)
        return replies

    def _plain(self, content: bytes) -> bytes:
        """A message of the key exchange ("Unencrypted Message"): no key, an id, a length, the body."""
        answer = self._exchange.answer(read(content[20:])[0])
        if self._exchange.key is not None:
            self._centre.learn(self._exchange.key, self._exchange.salt)
            self._exchange = Exchange(self._centre.server_key, self._centre.clock)
        return struct.pack("<qqi", 0, self._centre.next_id(reply=True), len(answer)) + answer

    def _replies(self, known: _Known, payload: Payload) -> list[bytes]:
        if not hmac.compare_digest(payload.salt, known.salt):
            salt = int.from_bytes(known.salt, "little", signed=True)
            bad = types.BadServerSalt(payload.message_id, payload.sequence, 48, salt)
            return [self._seal(known, payload.session, bytes(bad), content=False)]
        replies = []
        for message_id, message in _unpacked(payload.message_id, read(payload.body)[0]):
            body = self._call(known, message_id, message)
            if body is not None:
                replies.append(self._seal(known, payload.session, body, content=True))
        return replies

    def _seal(self, known: _Known, session: bytes, body: bytes, content: bool) -> bytes:
        sequence = 2 * known.sent + content
        known.sent += content
        padded = body + bytes(-len(body) % 4)
        payload = Payload(known.salt, session, self._centre.next_id(reply=True), sequence, padded)
        return seal(known.key, payload, Direction.TO_CLIENT)

    def _call(self, known: _Known, message_id: int, request: Any) -> bytes | None:
        """The answer to one message; None for service messages that need none, such as acknowledgements."""
        request = bare(request)
        if isinstance(request, functions.PingRequest | functions.PingDelayDisconnectRequest):
            return bytes(types.Pong(message_id, request.ping_id))
        if not hasattr(request, "resolve"):  # only requests have it: the rest is acknowledgements and the like
            return None
        try:
            result, known.user = self._centre.answer(request, known.user)
        except CallError as error:
            result = types.RpcError(error.code, error.name)
        if isinstance(result, list):
            packed = struct.pack("<Ii", _VECTOR, len(result)) + b"".join(map(bytes, result))
        else:
            packed = bytes(result)
        return struct.pack("<Iq", _RPC_RESULT, message_id) + packed


def _unpacked(message_id: int, message: Any) -> list[tuple[int, Any]]:
    """The messages inside a container or a compressed message, each with its id."""
    if isinstance(message, MessageContainer):
        return [pair for inner in message.messages for pair in _unpacked(inner.msg_id, inner.obj)]
    if isinstance(message, GzipPacked):
        return _unpacked(message_id, read(message.data)[0])
    return [(message_id, message)]


@asynccontextmanager
async def serve(centre: DataCentre) -> AsyncIterator[DataCentre]:
    """Put a data centre on a free port of 127.0.0.1; its `address` says which. All is closed when the block ends."""
    tasks: set[asyncio.Task[None]] = set()

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        link = centre.link()
        try:
            while not link.closed and (data := await reader.read(1 << 16)):
                writer.write(link.receive(data))
                await writer.drain()
            link.finish()
        except (ConnectionError, asyncio.CancelledError):
            pass  # the client has gone, or the centre stops: both end the connection
        finally:
            writer.close()
            with suppress(ConnectionError, asyncio.CancelledError):
                await writer.wait_closed()
            tasks.discard(task)

    server = await asyncio.start_server(connection, "127.0.0.1", 0)
    centre.address = server.sockets[0].getsockname()[:2]
    try:
        yield centre
    finally:
        server.close()
        await asyncio.sleep(0)  # a connection that was just accepted gets to enter itself in `tasks`
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()
        centre.address = ("127.0.0.1", 0)
