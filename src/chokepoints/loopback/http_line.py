"""A server's side of HTTP/1.1 as a state machine, bytes in and bytes out, on top of h11; and the sockets for it.

h11 reads and writes messages and holds no socket. What it refuses is answered with the status that it names.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus

import h11

#: The most that a request may have before its body, in bytes; ours.
LONGEST_HEAD = 16 << 10
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came: header names are small. A body is cut after the first byte too many."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def all(self, name: str) -> list[str]:
        """The values of every header field of this name."""
        return [value for other, value in self.headers if other == name]


@dataclass(frozen=True, slots=True)
class Reply:
    """What to write: a status, a body and its kind, and further header fields."""

    status: HTTPStatus
    body: bytes
    kind: str
    headers: tuple[tuple[str, str], ...] = ()


class Line:
    """One connection: `receive` takes a client's bytes in pieces of any size and gives what to send back.

    `closed` says that nothing more will be read. `reply` answers a request (CONNECT never with 2xx: there are no
    tunnels), `refuse` what is none or breaks a limit; `today` gives the seconds since 1970.

    A client may send `most` bytes of a body. With `keep`, so many of them and one more are kept: a longer body is read
    on, so that the client reads the answer; beyond `most` it is answered as it is, and the connection closed. Without
    it none is kept, and a body beyond `most` is refused.
    """

    def __init__(
        self,
        reply: Callable[[Request], Reply],
        refuse: Callable[[HTTPStatus], Reply],
        *,
        most: int,
        keep: int | None = None,
        today: Callable[[], float] = time.time,
    ) -> None:
        self._reply, self._refuse, self._today = reply, refuse, today
        self._most, self._keep = most, keep
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=LONGEST_HEAD)
        self._head: h11.Request | None = None
        self._body, self._size = bytearray(), 0
        self._out = bytearray()
        self.closed = False

    def receive(self, data: bytes) -> bytes:
        """Take what came, b"" for the client's end."""
        if not self.closed:
            try:
                self._http.receive_data(data)
                while not self.closed and self._go_on():
                    pass
            except h11.RemoteProtocolError as error:
                self._break_off(HTTPStatus(error.error_status_hint))
            self.closed = self.closed or not data  # whatever h11 makes of the end: nothing more can come
        return self._flush()

    def late(self) -> bytes:
        """The client was silent for too long: what to send before closing, nothing where no request had begun."""
        if self._head is not None or self._http.trailing_data[0]:
            self._break_off(HTTPStatus.REQUEST_TIMEOUT)
        self.closed = True
        return self._flush()

    def _go_on(self) -> bool:
        """Take one event; whether there may be another."""
        event = self._http.next_event()
        if isinstance(event, h11.Request):
            self._begin(event)
        elif isinstance(event, h11.Data):
            self._more(event.data)
        elif isinstance(event, h11.EndOfMessage):
            self._end()
        elif isinstance(event, h11.ConnectionClosed):
            self.closed = True
        else:  # more bytes are needed
            return False
        return True

    def _begin(self, head: h11.Request) -> None:
        self._head, self._size = head, 0
        self._body.clear()
        if head.http_version not in (b"1.0", b"1.1"):  # h11 takes any
            self._break_off(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED)
        elif _length(head) > LONGEST_HEAD:  # h11 takes it where it comes in one piece
            self._break_off(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        elif self._http.they_are_waiting_for_100_continue:
            self._send(h11.InformationalResponse(status_code=HTTPStatus.CONTINUE, headers=[]))

    def _more(self, data: bytes) -> None:
        self._size += len(data)
        if self._keep is not None:
            self._body += data[: self._keep + 1 - len(self._body)]
        if self._size > self._most:
            if self._keep is None:
                self._break_off(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            else:
                self._end()

    def _end(self) -> None:
        head = self._head
        assert head is not None
        fields = tuple((name.decode("ascii"), value.decode("latin-1")) for name, value in head.headers)
        request = Request(head.method.decode("ascii"), head.target.decode("ascii"), fields, bytes(self._body))
        self._write(self._reply(request))
        self._head = None
        if self._http.states == {h11.CLIENT: h11.DONE, h11.SERVER: h11.DONE}:
            self._http.start_next_cycle()
        else:
            self.closed = True

    def _break_off(self, status: HTTPStatus) -> None:
        """Refuse, where nothing has been answered yet, and close."""
        if not self.closed and self._http.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            self._write(self._refuse(status), ("connection", "close"))
        self.closed = True

    def _write(self, reply: Reply, *more: tuple[str, str]) -> None:
        """Write a reply, to HEAD without its body."""
        headers = [
            ("date", formatdate(self._today(), usegmt=True)),
            ("content-type", reply.kind),
            ("content-length", str(len(reply.body))),
            *reply.headers,
            *more,
        ]
        self._send(h11.Response(status_code=reply.status, reason=reply.status.phrase, headers=headers))
        if self._head is None or self._head.method != b"HEAD":
            self._send(h11.Data(data=reply.body))
        self._send(h11.EndOfMessage())

    def _flush(self) -> bytes:
        out = bytes(self._out)
        self._out.clear()
        return out

    def _send(self, event: h11.Event) -> None:
        self._out += self._http.send(event) or b""


def _length(head: h11.Request) -> int:
    """Bytes of a request's target and header fields."""
    return len(head.target) + sum(len(name) + len(value) for name, value in head.headers)


async def talk(line: Line, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, patience: float) -> None:
    """Take a client's requests and answer them, to the end: each, and each answer, has `patience` seconds."""
    while not line.closed:
        out = b""
        try:
            async with asyncio.timeout(patience):
                while not line.closed and not out:
                    out = line.receive(await reader.read(_CHUNK))
        except TimeoutError:
            out = line.late()
        writer.write(out)
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await writer.drain()
            continue
        return
