"""A secret that does not show itself, and the names that keys go by in headers."""

import hmac
from hashlib import blake2b
from secrets import token_bytes

from nacl.exceptions import CryptoError
from nacl.secret import Aead

#: Bytes of every symmetric key and token here: 256 bits.
KEY_BYTES = 32


class Secret:
    """Secret bytes. What is printed is four hex digits of a digest; comparison takes the same time whatever differs."""

    __slots__ = ("_raw",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, raw: bytes) -> None:
        self._raw = bytes(raw)

    @classmethod
    def fresh(cls) -> "Secret":
        """A new one of 32 bytes from the operating system, never seeded."""
        return cls(token_bytes(KEY_BYTES))

    def reveal(self) -> bytes:
        """The bytes themselves, for the library that needs them."""
        return self._raw

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._raw, other._raw)

    def __repr__(self) -> str:
        return f"Secret({blake2b(self._raw, digest_size=2).hexdigest()}...)"


def key_name(*parts: bytes) -> str:
    """The name that a header gives a key: eight hex digits of a digest, which does not lead back to the key."""
    digest = blake2b(digest_size=4, person=b"key name")
    for part in parts:
        digest.update(len(part).to_bytes(4, "big") + part)
    return digest.hexdigest()


def open_sealed(key: Secret, data: bytes, bound: bytes) -> bytes:
    """Decrypt XChaCha20-Poly1305 with the header bytes bound to it. Raises CryptoError where it does not open."""
    if len(data) < Aead.NONCE_SIZE + Aead.MACBYTES:  # PyNaCl 1.6 fails with Python's own ValueError here
        raise CryptoError("too short")
    return Aead(key.reveal()).decrypt(data, bound)
