"""Study code: how MTProto 2.0 encrypts one message. For this kit alone; real software takes a reviewed library.

AES and the digests come from `cryptography` and hashlib; the message key, the derivation and the chaining are written
out here, as core.telegram.org/mtproto/description (sections "Message Key" and "Defining AES Key and Initialization
Vector") and core.telegram.org/api/end-to-end (the same for secret chats) give them. Sizes are in bytes.
"""

import hmac
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha1, sha256
from secrets import token_bytes

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from chokepoints.errors import KitError
from chokepoints.messenger.errors import AlteredMessage, CannotOpen, CutMessage, ReplayedMessage, WrongKey
from chokepoints.messenger.secret import Secret

#: An authorization key, and a secret chat's key: 2048 bits.
KEY_BYTES = 256
#: Before the ciphertext stand the key's name (8) and the message key (16).
HEAD_BYTES = 24
_BLOCK = 16
#: Salt (8), session (8), message id (8), sequence number (4) and length (4) stand before the body.
_PAYLOAD = struct.Struct("<8s8sqii")
#: A receiver takes messages of the last five minutes, and up to 30 seconds early (mtproto/description, "Message ID").
OLDEST, NEWEST = 300, 30


class StaleMessage(CannotOpen):
    """The time written inside a message is more than five minutes back, or lies in the future."""


class Direction(Enum):
    """The number that the specification calls x: it gives each direction keys of its own.

    In a secret chat TO_SERVER stands for messages from the person who began it, TO_CLIENT for those to them.
    """

    TO_SERVER = 0
    TO_CLIENT = 8


@dataclass(frozen=True, slots=True)
class Payload:
    """What is encrypted in a cloud message: `salt` and `session` of 8 bytes, the id (seconds x 2^32), and the body."""

    salt: bytes = field(repr=False)
    session: bytes = field(repr=False)
    message_id: int
    sequence: int
    body: bytes = field(repr=False)

    def pack(self) -> bytes:
        """The bytes to encrypt, without padding."""
        head = (self.salt, self.session, self.message_id, self.sequence, len(self.body))
        return _PAYLOAD.pack(*head) + self.body

    @classmethod
    def unpack(cls, padded: bytes) -> "Payload":
        """From decrypted bytes. Raises AlteredMessage where the length written inside cannot be right.

        Checks of security_guidelines, "Checking message length": a multiple of 4, and 12 to 1024 bytes of padding.
        """
        if len(padded) < _PAYLOAD.size:
            raise AlteredMessage(f"Altered: {len(padded)} bytes are too few for a cloud message.")
        salt, session, message_id, sequence, length = _PAYLOAD.unpack_from(padded)
        padding = len(padded) - _PAYLOAD.size - length
        if length < 0 or length % 4 or not 12 <= padding <= 1024:
            raise AlteredMessage(f"Altered: the inside says {length} bytes of {len(padded)}, which cannot be.")
        body = padded[_PAYLOAD.size : _PAYLOAD.size + length]
        return cls(salt, session, message_id, sequence, body)


class Window:
    """What one session has received: refuses a message that comes again, too late or too early.

    security_guidelines, "Checking msg_id". An id that is older than the time limit need not be remembered.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._seen: set[int] = set()
        self._room = 1024

    def accept(self, message_id: int) -> None:
        """Take a message by its id. Raises ReplayedMessage or StaleMessage, and then takes nothing."""
        now, sent = self._clock(), message_id / 2**32
        if message_id in self._seen:
            raise ReplayedMessage("Replayed: this session has had the message with this id; it is not taken again.")
        if not now - OLDEST <= sent <= now + NEWEST:
            early = "ahead" if sent > now else "back"
            raise StaleMessage(f"Stale: the time inside is {abs(now - sent):.0f} s {early}; five minutes is the limit.")
        self._seen.add(message_id)
        if len(self._seen) > self._room:
            self._seen = {kept for kept in self._seen if kept / 2**32 >= now - OLDEST}
            self._room = 2 * len(self._seen) + 1024


def key_id(key: Secret) -> bytes:
    """The name a key goes by on the wire: the last 8 bytes of its SHA-1 (auth_key, "auth_key_id"). Not secret."""
    return sha1(_checked(key)).digest()[-8:]


def message_key(key: Secret, padded: bytes, direction: Direction) -> bytes:
    """The middle 16 bytes of SHA-256 over 32 bytes of the key and the padded plaintext ("Message Key")."""
    start = 88 + direction.value
    return sha256(_checked(key)[start : start + 32] + padded).digest()[8:24]


def derive(key: Secret, msg_key: bytes, direction: Direction) -> tuple[bytes, bytes]:
    """AES key and initialization vector, 32 bytes each ("Defining AES Key and Initialization Vector")."""
    raw, x = _checked(key), direction.value
    a = sha256(msg_key + raw[x : x + 36]).digest()
    b = sha256(raw[x + 40 : x + 76] + msg_key).digest()
    return a[:8] + b[8:24] + a[24:], b[:8] + a[8:24] + b[24:]


def ige_encrypt(plain: bytes, aes_key: bytes, iv: bytes) -> bytes:
    """AES-256 in infinite garble extension: each block is mixed with the ciphertext and the plaintext before it.

    `plain` is a whole number of 16-byte blocks, `iv` is 32 bytes: a ciphertext block and a plaintext block.
    """
    step = Cipher(algorithms.AES(aes_key), modes.ECB()).encryptor()
    return _chain(plain, step.update, iv[:_BLOCK], iv[_BLOCK:])


def ige_decrypt(cipher: bytes, aes_key: bytes, iv: bytes) -> bytes:
    """The reverse of `ige_encrypt`. It succeeds with any key: only the message key tells a right result."""
    step = Cipher(algorithms.AES(aes_key), modes.ECB()).decryptor()
    return _chain(cipher, step.update, iv[_BLOCK:], iv[:_BLOCK])


def encrypt(key: Secret, plain: bytes, direction: Direction) -> bytes:
    """One packet: the key's name, the message key, the ciphertext. Padding is 12 to 27 random bytes."""
    padded = plain + token_bytes(12 + -(len(plain) + 12) % _BLOCK)
    msg_key = message_key(key, padded, direction)
    return key_id(key) + msg_key + ige_encrypt(padded, *derive(key, msg_key, direction))


def decrypt(key: Secret, packet: bytes, direction: Direction, length: int | None = None) -> bytes:
    """The padded plaintext of a packet. `length` is how many bytes the transport said it would be, where it said so.

    Raises CutMessage, WrongKey, or AlteredMessage. A packet from the other direction counts as altered: this is what
    x is for. Without `length`, a packet that was cut between two blocks is found by its message key, as altered.
    """
    if length is not None and len(packet) != length:
        raise CutMessage(f"Cut: {len(packet)} bytes came, the transport had announced {length}.")
    if len(packet) <= HEAD_BYTES or (len(packet) - HEAD_BYTES) % _BLOCK:
        raise CutMessage(f"Cut: {len(packet)} bytes are not {HEAD_BYTES} and whole blocks of {_BLOCK}.")
    if not hmac.compare_digest(packet[:8], key_id(key)):
        raise WrongKey("The packet names another key than the one at hand.")
    msg_key = packet[8:HEAD_BYTES]
    padded = ige_decrypt(packet[HEAD_BYTES:], *derive(key, msg_key, direction))
    if not hmac.compare_digest(msg_key, message_key(key, padded, direction)):
        raise AlteredMessage("Altered: the message key does not fit what was decrypted; nothing of it is used.")
    return padded


def seal(key: Secret, payload: Payload, direction: Direction) -> bytes:
    """Encrypt a cloud message."""
    return encrypt(key, payload.pack(), direction)


def unseal(key: Secret, packet: bytes, direction: Direction, length: int | None = None) -> Payload:
    """Decrypt a cloud message. Raises as `decrypt` does; a Window then says whether the message is new."""
    return Payload.unpack(decrypt(key, packet, direction, length))


def seal_secret(key: Secret, data: bytes, direction: Direction) -> bytes:
    """Encrypt the data of a secret chat: its length in 4 bytes stands before it (end-to-end, "Serialization")."""
    return encrypt(key, struct.pack("<i", len(data)) + data, direction)


def open_secret(key: Secret, packet: bytes, direction: Direction) -> bytes:
    """Decrypt the data of a secret chat. Raises as `decrypt` does."""
    padded = decrypt(key, packet, direction)
    (length,) = struct.unpack_from("<i", padded)
    if length < 0 or not 12 <= len(padded) - 4 - length <= 1024:
        raise AlteredMessage(f"Altered: the inside says {length} bytes of {len(padded)}, which cannot be.")
    return padded[4 : 4 + length]


def _checked(key: Secret) -> bytes:
    raw = key.reveal()
    if len(raw) != KEY_BYTES:
        raise KitError(f"A key of MTProto has {KEY_BYTES} bytes, this one has {len(raw)}.")
    return raw


def _chain(data: bytes, step: Callable[[bytes], bytes], out: bytes, into: bytes) -> bytes:
    """IGE, the same for both ways: `out` is the last block that came out, `into` the last one that went in."""
    blocks = []
    for start in range(0, len(data), _BLOCK):
        block = data[start : start + _BLOCK]
        out, into = _xor(step(_xor(block, out)), into), block
        blocks.append(out)
    return b"".join(blocks)


def _xor(a: bytes, b: bytes) -> bytes:
    return (int.from_bytes(a) ^ int.from_bytes(b)).to_bytes(_BLOCK)
