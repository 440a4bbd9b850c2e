"""What is left of a message at the operator and on the wire: a ciphertext and the header that carries it."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from chokepoints.messenger.conversation import Message
from chokepoints.messenger.errors import AlteredMessage, CutMessage
from chokepoints.messenger.escrow import Deposit


@dataclass(frozen=True, slots=True)
class Header:
    """What the operator sees of one ciphertext in any design: it needs this to deliver. `length` is in bytes."""

    number: int
    minute: int
    writer: str
    to: tuple[str, ...]
    chat: str
    kind: str
    key: str
    length: int


@dataclass(frozen=True, slots=True)
class Row:
    """One ciphertext as the operator stores or relays it.

    `kind` is "message", or "key" where a client hands a session key to another through the operator. `access` holds
    copies sealed for key escrow, where a design needs one with every message.
    """

    header: Header
    data: bytes = field(repr=False)
    access: tuple[Deposit, ...] = field(default=(), repr=False)

    def with_data(self, data: bytes) -> "Row":
        """The same row with other bytes: what a fault or a forger would deliver."""
        return replace(self, data=data)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What someone on the wire sees: one user's connection to the operator at work, never who is at the other end."""

    minute: int
    user: str
    direction: str
    length: int


def make_row(message: Message, to: tuple[str, ...], key: str, data: bytes, kind: str = "message") -> Row:
    """A row for one ciphertext of a message, with its header filled in."""
    header = Header(message.number, message.minute, message.writer, to, message.chat, kind, key, len(data))
    return Row(header, data)


def bound(to: Header | Message) -> bytes:
    """The part of a header that goes into the ciphertext too, so that a moved row is noticed."""
    return f"{to.number}\n{to.minute}\n{to.writer}\n{to.chat}\n".encode()


def wrap(message: Message) -> bytes:
    """The plaintext as a client encrypts it: the text, and before it once more who wrote it, where and when."""
    return bound(message) + message.text.encode()


def unwrap(row: Row, raw: bytes) -> Message:
    """The message of a decrypted plaintext. Raises AlteredMessage where the header says otherwise than the inside."""
    header, prefix = row.header, bound(row.header)
    if not hmac.compare_digest(raw[: len(prefix)], prefix):
        raise AlteredMessage(
            f"Altered: the header says message {header.number} by {header.writer} in {header.chat}, "
            "the ciphertext holds another."
        )
    return Message(header.number, header.minute, header.writer, header.chat, raw[len(prefix) :].decode())


def check_length(row: Row) -> None:
    """Raises CutMessage where a ciphertext has not the length that its header gives."""
    if len(row.data) != row.header.length:
        raise CutMessage(
            f"Cut: message {row.header.number} came with {len(row.data)} bytes, its header says {row.header.length}."
        )


def headers(rows: Iterable[Row]) -> tuple[Header, ...]:
    """Metadata: who wrote to whom, when and how much, without a byte of ciphertext."""
    return tuple(row.header for row in rows)


def on_the_wire(row: Row) -> tuple[Sighting, ...]:
    """What the lines between users and operator show of one row.

    Assumed: the connection is encrypted to the operator (TLS), so header and ciphertext are inside, and time, length
    and the user's own line are all there is. The overhead of TLS is left out; lengths are of the ciphertext, in bytes.
    """
    header = row.header
    up = Sighting(header.minute, header.writer, "up", header.length)
    return (up, *(Sighting(header.minute, person, "down", header.length) for person in header.to))
