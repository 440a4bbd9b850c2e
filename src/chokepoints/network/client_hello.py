"""What a provider reads in the first bytes of a connection: the ClientHello, and the server's name in it.

RFC 8446 sections 4.1.2 (ClientHello), 4.2 (extensions) and 5.1 (records); RFC 6066 section 3 (server name). The
name stands there in the clear, in TLS 1.3 as in TLS 1.2, since the server must know it before keys are made.
"""

import re
from dataclasses import dataclass

from chokepoints.errors import KitError

#: Of one connection no more bytes are looked at: enough for every real ClientHello, and no client can fill a memory.
LONGEST = 1 << 16
#: A record holds at most 2^14 bytes and, in the handshake, at least one (RFC 8446 5.1).
_LONGEST_RECORD = 1 << 14
_HANDSHAKE, _CLIENT_HELLO, _SERVER_NAME, _HOST_NAME = 22, 1, 0, 0
#: What shows in a log must be plain text (RFC 6066 3: ASCII).
_NAME = re.compile(rb"[A-Za-z0-9_.-]{1,253}")


class MoreNeeded(KitError):
    """So far it is the beginning of a ClientHello; more bytes have to come."""


class NotTls(KitError):
    """The bytes begin no ClientHello that can be read."""


@dataclass(frozen=True, slots=True)
class Part:
    """A named piece of a connection's first bytes: `data[start:end]`."""

    name: str
    start: int
    end: int


def server_name(data: bytes) -> str | None:
    """The name that a client asks for, from a connection's first bytes; None where its ClientHello names none.

    Raises MoreNeeded while the ClientHello is not complete, and NotTls where there is none.
    """
    reader = Reader()
    reader.feed(data)
    return reader.server_name


def parts(data: bytes) -> tuple[Part, ...]:
    """The pieces of a ClientHello in their order. They touch and leave no byte out, up to the ClientHello's end.

    A piece that goes on in the next record appears once for each record. Raises MoreNeeded and NotTls.
    """
    reader = Reader()
    reader.feed(data)
    return reader.parts


class Reader:
    """Reads a ClientHello that comes in pieces of any size, each byte once.

    `feed` until it no longer raises MoreNeeded; then `server_name` and `parts` are there. `data` is all that came.
    """

    def __init__(self) -> None:
        self.data = bytearray()
        self.server_name: str | None = None
        self._message = bytearray()
        self._record = 0  # where the record that is being read begins in `data`
        self._taken = 0  # how many bytes of its content stand in `_message` already
        self._records: list[tuple[int, int]] = []  # where each record's content begins: in `data`, in `_message`
        self._pieces: list[tuple[str, int, int]] = []

    def feed(self, data: bytes) -> None:
        """Take more bytes. Raises MoreNeeded and NotTls; once NotTls, more bytes change nothing."""
        self.data += data
        if self._pieces:
            return
        while (whole := self._length()) is None:
            self._next_piece()
        self._pieces, name = _split(bytes(self._message[:whole]))
        self.server_name = None if name is None else name.decode("ascii")

    @property
    def parts(self) -> tuple[Part, ...]:
        """The ClientHello's pieces; none before it is complete."""
        found: list[Part] = []
        if not self._pieces:
            return ()
        ends = [start for _, start in self._records[1:]] + [self._pieces[-1][2]]
        for (raw, start), end in zip(self._records, ends, strict=True):
            found.append(Part("record header", raw - 5, raw))
            for name, first, last in self._pieces:
                if (low := max(first, start)) < (high := min(last, end)):
                    found.append(Part(name, raw - start + low, raw - start + high))
        return tuple(found)

    def _length(self) -> int | None:
        """How long the ClientHello is, once it is all there."""
        if self._message and self._message[0] != _CLIENT_HELLO:
            raise NotTls(f"Its first message is of type {self._message[0]}: a ClientHello has type 1.")
        if len(self._message) < 4:
            return None
        whole = 4 + int.from_bytes(self._message[1:4])
        if whole > LONGEST:
            raise NotTls(f"Its first message has {whole:,} bytes: no more than {LONGEST:,} are looked at.")
        return whole if len(self._message) >= whole else None

    def _next_piece(self) -> None:
        """Move the next bytes of a record's content into the message."""
        header = self.data[self._record : min(self._record + 5, LONGEST)]
        if header and header[0] != _HANDSHAKE:
            raise NotTls(f"A record is of type {header[0]}: a ClientHello comes in records of type 22.")
        if len(header) > 1 and header[1] != 3:
            raise NotTls(f"A record has the version {header[1]}: all that is in use begins with 3.")
        if len(header) < 5:
            raise self._short()
        length = int.from_bytes(header[3:5])
        if not 1 <= length <= _LONGEST_RECORD:
            raise NotTls(f"A record says that it has {length:,} bytes: it may have 1 to {_LONGEST_RECORD:,}.")
        content = self._record + 5
        piece = self.data[content + self._taken : min(content + length, LONGEST)]
        if not piece:
            raise self._short()
        if not self._taken:
            self._records.append((content, len(self._message)))
        self._message += piece
        self._taken += len(piece)
        if self._taken == length:
            self._record, self._taken = content + length, 0

    def _short(self) -> MoreNeeded | NotTls:
        if len(self.data) >= LONGEST:
            return NotTls(f"The first {LONGEST:,} bytes hold no complete ClientHello.")
        return MoreNeeded(f"After {len(self.data):,} bytes the ClientHello is not complete.")


class _Cursor:
    """Walks through a message of which every length must fit exactly."""

    def __init__(self, message: bytes, at: int, end: int) -> None:
        self.message, self.at, self.end = message, at, end

    def take(self, size: int) -> bytes:
        """The next `size` bytes. Raises NotTls."""
        if size > self.end - self.at:
            raise NotTls("Malformed ClientHello: a length points past the end of what holds it.")
        self.at += size
        return self.message[self.at - size : self.at]

    def number(self, size: int) -> int:
        """The next `size` bytes as a number."""
        return int.from_bytes(self.take(size))

    def vector(self, size: int, least: int, most: int) -> "_Cursor":
        """A length of `size` bytes and what it counts (RFC 8446 3.4), as a cursor of its own."""
        length = self.number(size)
        if not least <= length <= most:
            raise NotTls(f"Malformed ClientHello: a length is {length:,}, where {least:,} to {most:,} may stand.")
        start = self.at
        self.take(length)
        return _Cursor(self.message, start, self.at)


def _split(message: bytes) -> tuple[list[tuple[str, int, int]], bytes | None]:
    """The pieces of a whole ClientHello, and the host name in it. Raises NotTls."""
    cursor = _Cursor(message, 0, len(message))
    pieces: list[tuple[str, int, int]] = []

    def piece(name: str, end: int) -> None:
        pieces.append((name, pieces[-1][2] if pieces else 0, end))

    for name, size in (("handshake header", 4), ("version", 2), ("random", 32)):
        cursor.take(size)
        piece(name, cursor.at)
    for name, size, least, most in (
        ("session id", 1, 0, 32),
        ("cipher suites", 2, 2, (1 << 16) - 2),
        ("compression methods", 1, 1, 255),
    ):
        held = cursor.vector(size, least, most)
        if name == "cipher suites" and (held.end - held.at) % 2:
            raise NotTls("Malformed ClientHello: half a cipher suite stands at the end of their list.")
        piece(name, cursor.at)
    found = None
    if cursor.at < cursor.end:  # before TLS 1.3 a ClientHello may end here
        found = _host_name(cursor.vector(2, 0, (1 << 16) - 1))
        if found is not None:
            piece("extensions", found.at)
            piece("server name", found.end)
        if cursor.at > pieces[-1][2]:
            piece("extensions", cursor.at)
        if cursor.at < cursor.end:
            raise NotTls("Malformed ClientHello: something stands behind its extensions.")
    return pieces, None if found is None else message[found.at : found.end]


def _host_name(extensions: _Cursor) -> _Cursor | None:
    """Where the host name stands among the extensions, each of which may be there once (RFC 8446 4.2)."""
    seen: set[int] = set()
    found = None
    while extensions.at < extensions.end:
        kind = extensions.number(2)
        content = extensions.vector(2, 0, (1 << 16) - 1)
        if kind in seen:
            raise NotTls(f"Malformed ClientHello: extension {kind} stands there twice.")
        seen.add(kind)
        if kind == _SERVER_NAME:
            found = _only_name(content.vector(2, 1, (1 << 16) - 1))
            if content.at < content.end:
                raise NotTls("Malformed ClientHello: something stands behind the list of server names.")
    return found


def _only_name(names: _Cursor) -> _Cursor | None:
    """The host name in a list that may hold one of each type (RFC 6066 3)."""
    found = None
    while names.at < names.end:
        kind = names.number(1)
        name = names.vector(2, 1, (1 << 16) - 1)
        if kind != _HOST_NAME:
            continue
        if found is not None:
            raise NotTls("Malformed ClientHello: it names two hosts.")
        if not _NAME.fullmatch(name.message, name.at, name.end):
            raise NotTls("Malformed ClientHello: the server name is no host name in plain letters.")
        found = name
    return found
