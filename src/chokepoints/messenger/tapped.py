"""What was taken off a line to the data centre: packets, and how one is opened with a key that lies on the disk.

A door to the study of MTProto for lessons: it hands out bytes to work with and checks a derivation that somebody else
wrote; the protocol itself stands in the study modules. Sizes are in bytes (core.telegram.org/mtproto/description).
"""

from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_bytes
from typing import Any

from chokepoints.classroom.markup import Output, fill, join
from chokepoints.errors import KitError
from chokepoints.messenger.errors import CannotOpen, CutMessage
from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_centre import DataCentre
from chokepoints.messenger.study_keys import HEAD_BYTES, KEY_BYTES, Direction, encrypt, ige_decrypt, unseal
from chokepoints.messenger.study_records import ACCOUNT, CLOUD, KEY, SECRET, Record

_KEY, _IV = 32, 32
_TEXT = "The gate is open on Sundays."


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet as it lies on the wire: the name of its key (8), the message key (16), the ciphertext."""

    key_name: bytes
    msg_key: bytes
    ciphertext: bytes

    @classmethod
    def of(cls, data: bytes) -> "Packet":
        """Cut a packet into its three parts. Raises CutMessage where it is too short to have them."""
        if len(data) <= HEAD_BYTES:
            raise CutMessage(f"Cut: a packet has more than {HEAD_BYTES} bytes, this one {len(data)}.")
        return cls(data[:8], data[8:HEAD_BYTES], data[HEAD_BYTES:])

    def decrypt(self, aes_key: bytes, iv: bytes) -> bytes:
        """The plaintext with its padding, or noise: a wrong key gives bytes too. Raises KitError for wrong sizes."""
        for name, value, size in (("AES key", aes_key, _KEY), ("vector", iv, _IV)):
            if not isinstance(value, bytes | bytearray) or len(value) != size:
                got = f"{len(value)} bytes" if isinstance(value, bytes | bytearray) else type(value).__name__
                raise KitError(f"The {name} should be {size} bytes; this is {got}.")
        if len(self.ciphertext) % 16:
            raise CutMessage(f"Cut: {len(self.ciphertext)} bytes are no whole blocks of 16.")
        return ige_decrypt(self.ciphertext, bytes(aes_key), bytes(iv))


def disk(centre: DataCentre) -> Output:
    """What lies on the data centre's disk and what its operator reads there, as a table: a cell's last line.

    Every key on the disk is really tried on every message. Keys are named and not shown.
    """
    rows = [(record.kind, _whose(record), _read(centre, record)) for record in centre.disk]
    head = join(
        fill('<th scope="col" style="text-align:left">{name}</th>', name=name)
        for name in ("What lies there", "Whose", "What the operator reads")
    )
    body = join(
        fill("<tr>{cells}</tr>", cells=join(fill('<td style="text-align:left">{cell}</td>', cell=c) for c in row))
        for row in rows
    )
    table = fill(
        "<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>",
        caption="The disk of the data centre",
        head=head,
        body=body,
    )
    return Output(table, "\n".join(": ".join(filter(None, row)) for row in rows))


def _whose(record: Record) -> str:
    return f"{record.owner} to {record.to}" if record.to else record.owner


def _read(centre: DataCentre, record: Record) -> str:
    if record.kind == ACCOUNT:
        return f"telephone number {record.held.reveal().decode()}"
    if record.kind not in (CLOUD, SECRET):
        return "the key itself"
    try:
        return f'"{centre.read_record(record)}"'
    except CannotOpen as refusal:
        return str(refusal)


def opened_with_the_disk(centre: DataCentre) -> list[bytes]:
    """The inside of every packet that was tapped and that a key on the centre's disk opens, in order."""
    keys = [record.held for record in centre.disk if record.kind == KEY]
    bodies = []
    for direction, packet in centre.tap:
        for key in keys:
            try:
                bodies.append(unseal(key, packet, direction).body)
            except CannotOpen:
                continue
    return bodies


def try_on_a_packet(derive: Callable[[bytes, bytes], Any]) -> str:
    """Seal a fresh message to the server and open it with what `derive(key, msg_key)` returns; a sentence.

    The key comes from the operating system. Whatever `derive` does ends in a sentence, not in an error.
    """
    key = Secret(token_bytes(KEY_BYTES))
    packet = Packet.of(encrypt(key, _TEXT.encode(), Direction.TO_SERVER))
    try:
        derived = derive(key.reveal(), packet.msg_key)
    except Exception as error:
        return f"The derivation stopped with {type(error).__name__}: {error}"
    if derived is None or derived is ...:
        return "Nothing was derived yet: the function returns nothing."
    if not isinstance(derived, tuple | list) or len(derived) != 2:
        return "The function should return two things: the AES key and the vector."
    try:
        plain = packet.decrypt(*derived)
    except KitError as error:
        return str(error)
    if plain.startswith(_TEXT.encode()):
        return f"The packet opens: {_TEXT}"
    return "The packet gives noise: one of the two differs from what the writer derived."
