"""APNs' provider interface as HTTP/2 frames: bytes in, bytes out (RFC 9113, by h2), without sockets or a clock.

What a client does wrong in one request is answered on its stream; what breaks the protocol ends the connection with a
GOAWAY. Nothing that a client sends is kept beyond the limits below, all of them ours.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import (
    ConnectionTerminated,
    DataReceived,
    Event,
    RemoteSettingsChanged,
    RequestReceived,
    StreamEnded,
    StreamReset,
    WindowUpdated,
)
from h2.exceptions import ProtocolError
from h2.settings import SettingCodes, Settings

from chokepoints.push.apns import Answer, Headers, Reason, Request

#: Bytes of the preface, of a frame's head and of the longest frame that is taken (RFC 9113 3.4, 4.1, 6.5.2).
PREFACE, FRAME_HEAD, FRAME = 24, 9, 16_384
#: Streams at once; aioapns begins with as many before it has read ours.
STREAMS = 1000
#: Bytes of a request's headers, uncompressed.
HEADERS = 16_384
#: Bytes of a body that are kept, and bytes after which it is refused without waiting for its end.
KEPT, LARGEST = 8192, 65_536
#: Bytes that all streams together may have under way: a thousand of the largest payloads.
WINDOW = 1 << 22
#: Streams that a client may have broken off, beyond those it was answered on (CVE-2023-44487).
BROKEN_OFF = 100


@dataclass(slots=True)
class _Pending:
    headers: Headers
    body: bytearray = field(default_factory=bytearray)
    size: int = 0


class _Lengths:
    """Reads the lengths of frames as they come: h2 waits for up to 16 MB of a frame before it finds it too long."""

    def __init__(self) -> None:
        self._skip = PREFACE
        self._head = bytearray()

    def fine(self, data: bytes) -> bool:
        """Whether no frame that begins in these bytes is longer than allowed."""
        at = 0
        while at < len(data):
            if self._skip:
                step = min(self._skip, len(data) - at)
                self._skip -= step
            else:
                step = min(FRAME_HEAD - len(self._head), len(data) - at)
                self._head += data[at : at + step]
            at += step
            if len(self._head) == FRAME_HEAD:
                self._skip = int.from_bytes(self._head[:3])
                self._head.clear()
                if self._skip > FRAME:
                    return False
        return True


class Frames:
    """One connection: `receive` takes bytes in pieces of any size and returns the bytes to send.

    `closed` says that nothing more comes or goes. `answer` gets each request as it is complete. `faults` holds what
    went wrong in it, which the client is told of as InternalServerError.
    """

    def __init__(self, answer: Callable[[Request], Answer]) -> None:
        self._answer = answer
        self._h2 = H2Connection(H2Configuration(client_side=False, header_encoding=None))
        self._h2.local_settings = Settings(
            client=False,
            initial_values={
                SettingCodes.MAX_CONCURRENT_STREAMS: STREAMS,
                SettingCodes.MAX_HEADER_LIST_SIZE: HEADERS,
            },
        )
        self._h2.decoder.max_header_list_size = HEADERS  # else it holds only once the client has confirmed it
        self._lengths = _Lengths()
        self._pending: dict[int, _Pending] = {}
        self._held: dict[int, bytes] = {}
        self.requests = self._broken_off = 0
        self.faults: list[Exception] = []
        self.closed = False

    def start(self) -> bytes:
        """What the gateway sends first."""
        self._h2.initiate_connection()
        self._h2.increment_flow_control_window(WINDOW)
        return self._h2.data_to_send()

    def receive(self, data: bytes) -> bytes:
        """Take what came from the client."""
        if self.closed:
            return b""
        if not self._lengths.fine(data):
            self._h2.close_connection(ErrorCodes.FRAME_SIZE_ERROR)
            self._close()
            return self._h2.data_to_send()
        try:
            for event in self._h2.receive_data(data):
                self._take(event)
        except ProtocolError:  # h2 has a GOAWAY ready
            self._close()
        return self._h2.data_to_send()

    def shut(self, reason: Reason) -> bytes:
        """End the connection from this side; the GOAWAY names the reason (Apple: it may hold the JSON)."""
        if self.closed:
            return b""
        self._h2.close_connection(ErrorCodes.NO_ERROR, json.dumps({"reason": reason}).encode())
        self._close()
        return self._h2.data_to_send()

    def _close(self) -> None:
        self.closed = True
        self._pending.clear()
        self._held.clear()

    def _take(self, event: Event) -> None:
        match event:
            case _ if self.closed:
                return
            case RequestReceived(stream_id=int(stream), headers=headers):
                self._pending[stream] = _Pending(headers or [])
            case DataReceived(stream_id=int(stream), data=data, flow_controlled_length=int(length), stream_ended=ended):
                self._h2.acknowledge_received_data(length, stream)
                self._body(stream, data or b"", ended is None)
            case StreamEnded(stream_id=int(stream)) if stream in self._pending:
                self._complete(stream)
            case StreamReset(stream_id=stream):
                self._reset(stream)
            case WindowUpdated() | RemoteSettingsChanged():
                for stream in list(self._held):
                    self._send_body(stream)
            case ConnectionTerminated():
                self._close()

    def _body(self, stream: int, data: bytes, more: bool) -> None:
        pending = self._pending.get(stream)
        if pending is None:
            return
        pending.size += len(data)
        pending.body += data[: KEPT - len(pending.body)]
        if more and pending.size > LARGEST:
            self._complete(stream)
            self._held.pop(stream, None)
            self._h2.reset_stream(stream, ErrorCodes.NO_ERROR)  # RFC 9113 8.1: answered before its end

    def _complete(self, stream: int) -> None:
        pending = self._pending.pop(stream)
        request = Request(pending.headers, bytes(pending.body), pending.size)
        self.requests += 1
        try:
            answer = self._answer(request)
        except Exception as fault:
            self.faults.append(fault)
            answer = Answer(request.answer_id(), Reason.INTERNAL_SERVER_ERROR)
        try:
            body = answer.body()
            self._h2.send_headers(stream, answer.headers(), end_stream=not body)
        except ProtocolError:  # broken off in the same piece of bytes
            return
        if body:
            self._held[stream] = body
            self._send_body(stream)

    def _send_body(self, stream: int) -> None:
        """Send a body whole, as soon as the client has room for it."""
        try:
            if self._h2.local_flow_control_window(stream) >= len(self._held[stream]):
                self._h2.send_data(stream, self._held.pop(stream), end_stream=True)
        except ProtocolError:
            self._held.pop(stream, None)

    def _reset(self, stream: int | None) -> None:
        self._pending.pop(stream or 0, None)
        self._held.pop(stream or 0, None)
        self._broken_off += 1
        if self._broken_off > BROKEN_OFF + self.requests:
            self._h2.close_connection(ErrorCodes.ENHANCE_YOUR_CALM)
            self._close()
