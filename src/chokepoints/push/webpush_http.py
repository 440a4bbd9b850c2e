"""HTTP/1.1 of the Web Push service and of FCM's as a state machine, bytes in and bytes out, on top of h11.

h11 reads and writes messages and holds no socket; what it refuses is answered with the status that it names.
"""

from collections.abc import Callable
from dataclasses import replace
from email.utils import formatdate
from http import HTTPStatus

import h11

from chokepoints.push.webpush_crypto import LONGEST
from chokepoints.push.webpush_request import Answer, Request

#: The most that the header fields of a request may have, in bytes; ours. A vapid header has some 400.
_LONGEST_HEAD = 16 << 10
#: A body that is too long is read to its end, so that the client reads the answer; from here on it is cut off. Ours.
_LONGEST_READ = 1 << 20
_REFUSED = "This is no request that the service can read."


def no_request(status: HTTPStatus) -> Answer:
    """What the Web Push service says of what is no HTTP."""
    return Answer(status, _REFUSED)


class Connection:
    """One connection: `receive` takes a client's bytes in pieces of any size and gives what to send back.

    `closed` says that nothing more will be read. `take` answers a request; `today` gives the seconds since 1970. A body
    is cut after `longest` bytes and one more; `refused` makes the answer to what is no HTTP.
    """

    def __init__(
        self,
        take: Callable[[Request], Answer],
        today: Callable[[], float],
        longest: int = LONGEST,
        refused: Callable[[HTTPStatus], Answer] = no_request,
    ) -> None:
        self._take, self._today, self._longest, self._refused = take, today, longest, refused
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=_LONGEST_HEAD)
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
        begun = self._head is not None or bool(self._http.trailing_data[0])
        self._break_off(HTTPStatus.REQUEST_TIMEOUT if begun else None)
        return self._flush()

    def _go_on(self) -> bool:
        """Take one event; whether there may be another."""
        event = self._http.next_event()
        if isinstance(event, h11.Request):
            self._begin(event)
        elif isinstance(event, h11.Data):
            self._size += len(event.data)
            self._body += event.data[: max(0, self._longest + 1 - len(self._body))]
            if self._size > _LONGEST_READ:
                self._end()
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
        elif sum(len(name) + len(value) for name, value in head.headers) > _LONGEST_HEAD:  # h11 takes it in one piece
            self._break_off(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        elif self._http.they_are_waiting_for_100_continue:
            self._send(h11.InformationalResponse(status_code=HTTPStatus.CONTINUE, headers=[]))

    def _end(self) -> None:
        head = self._head
        assert head is not None
        fields = tuple((name.decode("ascii"), value.decode("latin-1")) for name, value in head.headers)
        request = Request(head.method.decode("ascii"), head.target.decode("ascii"), fields, bytes(self._body))
        self._respond(self._take(request), head.method == b"HEAD")
        self._head = None
        if self._http.states == {h11.CLIENT: h11.DONE, h11.SERVER: h11.DONE}:
            self._http.start_next_cycle()
        else:
            self.closed = True

    def _break_off(self, status: HTTPStatus | None) -> None:
        if status and not self.closed and self._http.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            answer = self._refused(status)
            self._respond(replace(answer, headers=(*answer.headers, ("connection", "close"))), False)
        self.closed = True

    def _respond(self, answer: Answer, bare: bool) -> None:
        """Write an answer; `bare` is without its body, as HEAD has it."""
        body = f"{answer.text}\n".encode() if answer.text else b""
        headers = [
            ("date", formatdate(self._today(), usegmt=True)),
            ("content-type", answer.kind),
            ("content-length", str(len(body))),
            *answer.headers,
        ]
        self._send(h11.Response(status_code=answer.status, reason=answer.status.phrase, headers=headers))
        if not bare:
            self._send(h11.Data(data=body))
        self._send(h11.EndOfMessage())

    def _flush(self) -> bytes:
        out = bytes(self._out)
        self._out.clear()
        return out

    def _send(self, event: h11.Event) -> None:
        self._out += self._http.send(event) or b""
