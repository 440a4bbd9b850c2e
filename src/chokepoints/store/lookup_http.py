"""The lookup on 127.0.0.1 over real TLS: HTTP/1.1 as a state machine on h11, and the server around it."""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from email.utils import formatdate
from http import HTTPStatus

import h11
import trustme

from chokepoints.loopback.serving_on import listening
from chokepoints.store.lookup import RATE, Answer, Lookup, Request, as_json
from chokepoints.store.storefront import Store

__all__ = ["Connection", "LookupService", "lookup_service"]

_CHUNK = 1 << 16
#: A request has no more than this before its body, in bytes, and a body that is longer breaks it off. Both ours.
_LONGEST_HEAD, _LONGEST_BODY = 16 << 10, 64 << 10


class Connection:
    """One client's connection: `receive` takes bytes in pieces of any size and gives what to send back.

    `closed` says that nothing more will be read. `answer` is asked for each whole request.
    """

    def __init__(self, answer: Callable[[Request], Answer], client: str = "") -> None:
        self._answer, self._client, self._out = answer, client, bytearray()
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=_LONGEST_HEAD)
        self._head: h11.Request | None = None
        self._size = 0
        self.closed = False

    def receive(self, data: bytes) -> bytes:
        """Take what came, b"" where the client has ended."""
        try:
            if not self.closed:
                self._http.receive_data(data)
            while not self.closed and self._take(self._http.next_event()):
                pass
        except h11.RemoteProtocolError as error:
            self._break_off(HTTPStatus(error.error_status_hint))
        self.closed = self.closed or not data
        return self._flush()

    def late(self) -> bytes:
        """The client was silent for too long: what to send before closing."""
        if self._head or self._http.trailing_data[0]:
            self._break_off(HTTPStatus.REQUEST_TIMEOUT)
        self.closed = True
        return self._flush()

    def _take(self, event: object) -> bool:
        """Take one event of h11; whether another may be waiting."""
        match event:
            case h11.Request():
                self._head, self._size = event, 0
                if event.http_version not in (b"1.0", b"1.1"):  # h11 takes any
                    self._break_off(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED)
                elif _length(event) > _LONGEST_HEAD:  # h11 takes it where it comes in one piece
                    self._break_off(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
                elif self._http.they_are_waiting_for_100_continue:
                    self._send(h11.InformationalResponse(status_code=HTTPStatus.CONTINUE, headers=[]))
            case h11.Data():
                self._size += len(event.data)
                if self._size > _LONGEST_BODY:
                    self._break_off(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            case h11.EndOfMessage():
                self._end()
            case h11.ConnectionClosed():
                self.closed = True
            case _:  # more bytes are needed
                return False
        return True

    def _end(self) -> None:
        head = self._head
        assert head is not None
        request = Request(head.method.decode("ascii"), head.target.decode("ascii"), self._client)
        self._write(self._answer(request), bare=head.method == b"HEAD")
        self._head = None
        if self._http.states == {h11.CLIENT: h11.DONE, h11.SERVER: h11.DONE}:
            self._http.start_next_cycle()
        else:
            self.closed = True

    def _break_off(self, status: HTTPStatus) -> None:
        if not self.closed and self._http.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            words = {"errorMessage": "This is no request that the lookup can read."}
            self._write(Answer(status, words, (("connection", "close"),)), bare=False)
        self.closed = True

    def _write(self, answer: Answer, *, bare: bool) -> None:
        body = as_json(answer)
        headers = [
            ("date", formatdate(usegmt=True)),
            ("content-type", "application/json; charset=utf-8"),
            ("content-length", str(len(body))),
            *answer.headers,
        ]
        self._send(h11.Response(status_code=answer.status, reason=answer.status.phrase, headers=headers))
        if not bare:
            self._send(h11.Data(data=body))
        self._send(h11.EndOfMessage())

    def _send(self, event: h11.Event) -> None:
        self._out += self._http.send(event) or b""

    def _flush(self) -> bytes:
        out = bytes(self._out)
        self._out.clear()
        return out


def _length(head: h11.Request) -> int:
    return len(head.target) + sum(len(name) + len(value) for name, value in head.headers)


class LookupService(Lookup):
    """A lookup that is being run: `url` is its address, `trust` what a client needs to trust its certificate."""

    def __init__(self, store: Store, rate: tuple[int, float], patience: float) -> None:
        super().__init__(store, time.monotonic, rate)
        self.url, self.patience = "", patience
        authority = trustme.CA()
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(self.tls)
        self.trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        authority.configure_trust(self.trust)

    def __repr__(self) -> str:
        return f"LookupService({self.store!r}, {self.calls} calls)"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one client's connection from its beginning to its end: each request has `patience` seconds."""
        line = Connection(self.answer, str((writer.get_extra_info("peername") or ("",))[0]))
        while not line.closed:
            out = b""
            try:
                async with asyncio.timeout(self.patience):
                    while not (line.closed or out):
                        out = line.receive(await reader.read(_CHUNK))
            except TimeoutError:
                out = line.late()
            writer.write(out)
            with suppress(TimeoutError):
                async with asyncio.timeout(self.patience):
                    await writer.drain()
                continue
            return


@asynccontextmanager
async def lookup_service(
    store: Store, *, rate: tuple[int, float] = RATE, patience: float = 10
) -> AsyncIterator[LookupService]:
    """Run the lookup of a store until the block ends; what the store does meanwhile shows at once.

    `rate` is how many calls all clients of this machine together may make in so many real seconds: here they share one
    address. A client that has not sent a whole request after `patience` seconds is closed. Raises KitError.
    """
    service = LookupService(store, rate, patience)
    async with listening(service.serve, patience, service.tls) as port:
        service.url = f"https://127.0.0.1:{port}"
        yield service
