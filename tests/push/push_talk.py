"""For the tests of the gateway: a run after which nothing may be left, a bare HTTP/2 client, unpatched clients."""

import asyncio
import gc
import json
import logging
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import jwt
from aioapns import APNs, NotificationRequest
from aioapns.connection import APNsProductionClientProtocol
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import ConnectionTerminated, DataReceived, ResponseReceived, StreamEnded, StreamReset
from sockets_open import sockets

from chokepoints.push.apns_token import ProviderKey
from chokepoints.push.device import Device
from chokepoints.push.gateway import Gateway

_T = TypeVar("_T")
TOPIC = "org.example.messenger"
ALERT = {"aps": {"alert": "3 new messages"}}
SILENT = {"aps": {"content-available": 1}}


def run(work: Coroutine[Any, Any, _T]) -> _T:
    """Run it to its end; then no task and no socket may be left, and the loop must have had nothing to complain of."""

    async def watched() -> _T:
        complaints: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        before = sockets(), asyncio.all_tasks()
        result = await asyncio.wait_for(work, timeout=60)
        assert asyncio.all_tasks() == before[1]
        for _ in range(100):  # aioapns closes its side a moment later
            if sockets() == before[0]:
                break
            await asyncio.sleep(0.01)
        assert sockets() == before[0]
        gc.collect()
        ours = [one for one in complaints if not _of_aioapns(one)]
        assert not ours, ours
        return result

    return asyncio.run(watched())


def _of_aioapns(complaint: dict[str, Any]) -> bool:
    """aioapns answers a request that was cancelled, when its answer comes or its connection is lost.

    That is its own fault: the gateway and the devices set no future's result.
    """
    return isinstance(complaint.get("exception"), asyncio.InvalidStateError)


@contextmanager
def aioapns(gate: Gateway, key: ProviderKey, topic: str = TOPIC) -> Iterator[APNs]:
    """An unpatched client, pointed at the gateway by its public attributes."""
    logging.getLogger("aioapns").setLevel(logging.CRITICAL)
    before = APNsProductionClientProtocol.APNS_SERVER, APNsProductionClientProtocol.APNS_PORT
    APNsProductionClientProtocol.APNS_SERVER = "127.0.0.1"
    APNsProductionClientProtocol.APNS_PORT = gate.port
    client = APNs(key=key.key, key_id=key.key_id, team_id=key.team_id, topic=topic, ssl_context=gate.trust)
    try:
        yield client
    finally:
        client.pool.close()
        APNsProductionClientProtocol.APNS_SERVER, APNsProductionClientProtocol.APNS_PORT = before


async def send(client: APNs, device: Device | str, message: Any, **options: Any) -> tuple[str, str | None]:
    """Send one push and say what the client reports: status and reason."""
    token = device if isinstance(device, str) else device.token
    result = await client.send_notification(NotificationRequest(token, message, **options))
    return result.status, result.description


def bearer(key: ProviderKey, age: float = 0, **claims: Any) -> str:
    """The field `authorization`, signed as any client does it."""
    body = {"iss": key.team_id, "iat": int(time.time() - age), **claims}
    return "bearer " + jwt.encode(body, key.key, algorithm="ES256", headers={"kid": key.key_id})


class Bare:
    """A client's side of HTTP/2 in memory, which also sends what no client would."""

    def __init__(self) -> None:
        self.h2 = H2Connection(
            H2Configuration(
                client_side=True,
                header_encoding="utf-8",
                validate_outbound_headers=False,
                normalize_outbound_headers=False,
            )
        )
        self.h2.initiate_connection()
        self.answers: dict[int, tuple[dict[str, str], bytes]] = {}
        self.ended: list[int] = []
        self.reset: list[int] = []
        self.goaway: ConnectionTerminated | None = None
        self.frames: list[bytes] = []

    def post(self, headers: list[tuple[str, str]], body: bytes | None, end: bool = True) -> bytes:
        """A request as bytes; without a body where it is None."""
        stream = self.h2.get_next_available_stream_id()
        self.h2.send_headers(stream, headers, end_stream=body is None and end)
        if body is not None:
            for start in range(0, max(len(body), 1), 16_000):
                piece = body[start : start + 16_000]
                self.h2.send_data(stream, piece, end_stream=end and start + 16_000 >= len(body))
        return self.h2.data_to_send()

    def take(self, data: bytes) -> bytes:
        """Take what the gateway sent; what to send for it."""
        for event in self.h2.receive_data(data):
            match event:
                case ResponseReceived(stream_id=stream, headers=headers):
                    self.answers[stream] = dict(headers), b""
                case DataReceived(stream_id=stream, data=data):
                    self.answers[stream] = self.answers[stream][0], self.answers[stream][1] + data
                    self.frames.append(data)
                case StreamEnded(stream_id=stream):
                    self.ended.append(stream)
                case StreamReset(stream_id=stream):
                    self.reset.append(stream)
                case ConnectionTerminated():
                    self.goaway = event
        return self.h2.data_to_send()

    def outcomes(self) -> list[tuple[int, str]]:
        """Status and reason of each answer, in the order of the requests."""
        found = []
        for stream in sorted(self.answers):
            headers, body = self.answers[stream]
            found.append((int(headers[":status"]), json.loads(body)["reason"] if body else ""))
        return found


def headers(token: str, authorization: str, *more: tuple[str, str], without: str = "", **changed: str) -> Any:
    """The headers of a push; `changed` names them with underscores for dashes."""
    fields = {
        ":method": "POST",
        ":scheme": "https",
        ":path": f"/3/device/{token}",
        ":authority": "127.0.0.1",
        "authorization": authorization,
        "apns-topic": TOPIC,
        **{name.replace("_", "-"): value for name, value in changed.items()},
    }
    fields.pop(without, None)
    return [*fields.items(), *more]


def more_files(wanted: int) -> int:
    """How many files may be open at once, after asking for more."""
    try:
        import resource
    except ImportError:  # Windows: as many as memory holds
        return wanted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
