"""Message encryption for Web Push: one record of aes128gcm (RFC 8188) under the keys of RFC 8291.

A user agent makes `Keys` for each subscription and gives their public half to the application server. The push
service in the middle gets no key: `Keys.decrypt` is the only way to the text. Sending is the work of a real client;
`encrypt` is here for the published example and for padding, which that client does not offer.
"""

import base64
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from chokepoints.errors import KitError

#: A push service takes bodies up to this size, in bytes, and need not take longer ones (RFC 8030 7.2).
LONGEST = 4096
#: A public key as an uncompressed point, and a salt, a record size and a key's length before it (RFC 8188 2.1).
_POINT, _SALT = 65, 16
HEADER = _SALT + 4 + 1 + _POINT
_DELIMITER, _TAG = b"\x02", 16
#: What is left for the text, in bytes (RFC 8291 4).
LONGEST_TEXT = LONGEST - HEADER - len(_DELIMITER) - _TAG
_URL_SAFE = re.compile(r"[A-Za-z0-9_-]*")


class Discarded(KitError):
    """A push that a user agent throws away: it is told to nobody (RFC 8291 4)."""


def base64url(data: bytes) -> str:
    """Bytes in the alphabet of RFC 4648 5, without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unbase64url(text: str) -> bytes:
    """The bytes again. Raises ValueError for any character outside the alphabet, `=` among them."""
    if not _URL_SAFE.fullmatch(text):  # Python's own decoder skips what it does not know
        raise ValueError("not base64url")
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """A public key as 65 bytes (X9.62, uncompressed)."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def public_key(data: bytes) -> ec.EllipticCurvePublicKey:
    """A public key from its 65 bytes. Raises ValueError for what is no uncompressed point of P-256 (RFC 8291 7)."""
    if len(data) != _POINT or data[0] != 4:
        raise ValueError("not an uncompressed point of P-256")
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), data)


def private_key(data: bytes) -> ec.EllipticCurvePrivateKey:
    """A private key from its 32 published bytes. Every other key of the kit is the operating system's."""
    return ec.derive_private_key(int.from_bytes(data, "big"), ec.SECP256R1())


@dataclass(frozen=True, slots=True, repr=False)
class Derived:
    """What both ends derive and nobody between them can: the values of RFC 8291 3.4 by their order there."""

    shared: bytes
    material: bytes
    key: bytes
    nonce: bytes


def derive(
    own: ec.EllipticCurvePrivateKey, other: bytes, secret: bytes, salt: bytes, *, receiver: bytes, sender: bytes
) -> Derived:
    """Key and nonce from one's own private key and the other's public key, both public keys and both secrets."""
    shared = own.exchange(ec.ECDH(), public_key(other))
    material = HKDF(SHA256(), 32, secret, b"WebPush: info\0" + receiver + sender).derive(shared)
    key = HKDF(SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(material)
    return Derived(shared, material, key, HKDF(SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(material))


class Keys:
    """A subscription's keys: a P-256 key pair and 16 secret bytes, made anew (RFC 8291 3.1, 3.2).

    `published` takes them from a published example instead.
    """

    def __init__(self) -> None:
        self._private = ec.generate_private_key(ec.SECP256R1())
        self._secret = os.urandom(16)

    @classmethod
    def published(cls, private: bytes, secret: bytes) -> "Keys":
        """The keys of an example, 32 and 16 bytes."""
        keys = cls()
        keys._private, keys._secret = private_key(private), secret
        return keys

    @property
    def public(self) -> dict[str, str]:
        """What the application server gets, under the names that browsers use (W3C Push API, getKey)."""
        return {"p256dh": base64url(point(self._private.public_key())), "auth": base64url(self._secret)}

    def decrypt(self, body: bytes) -> bytes:
        """The text of a push. Raises Discarded for one that these keys do not open or that breaks RFC 8291 4."""
        if len(body) < HEADER + len(_DELIMITER) + _TAG:
            least = HEADER + len(_DELIMITER) + _TAG
            raise Discarded(f"The push has {len(body):,} bytes, and an encrypted one has at least {least}.")
        salt, size, length = body[:_SALT], int.from_bytes(body[_SALT : _SALT + 4], "big"), body[_SALT + 4]
        sender, record = body[_SALT + 5 : HEADER], body[HEADER:]
        if length != _POINT:
            raise Discarded(f"The push names a key of {length} bytes; a point of P-256 has {_POINT}.")
        if len(record) > size:
            raise Discarded(f"The push has more than one record: {len(record):,} bytes in records of {size:,}.")
        try:
            own = point(self._private.public_key())
            derived = derive(self._private, sender, self._secret, salt, receiver=own, sender=sender)
            padded = AESGCM(derived.key).decrypt(derived.nonce, record, None)
        except ValueError:
            raise Discarded("The push names a key that is no point of P-256.") from None
        except InvalidTag:
            raise Discarded("These keys do not open the push: it was made for others, or changed.") from None
        text = padded.rstrip(b"\0")
        if not text.endswith(_DELIMITER):
            raise Discarded("The text of the push ends in no delimiter 2, as that of a last record does.")
        return text[:-1]


def encrypt(
    text: bytes,
    public: Mapping[str, str],
    *,
    padding: int = 0,
    sender: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
) -> bytes:
    """The body of a push for the `public` keys of a subscription, with so many bytes of padding.

    `sender` and `salt` are for published examples; without them both are made anew, as they must be for every push.
    Raises KitError for a text that does not fit.
    """
    if padding < 0 or len(text) + padding > LONGEST_TEXT:
        raise KitError(f"Text and padding have {len(text) + padding:,} bytes; from 0 to {LONGEST_TEXT:,} fit.")
    sender = sender or ec.generate_private_key(ec.SECP256R1())
    salt = os.urandom(_SALT) if salt is None else salt
    receiver, own = unbase64url(public["p256dh"]), point(sender.public_key())
    secret = unbase64url(public["auth"])
    derived = derive(sender, receiver, secret, salt, receiver=receiver, sender=own)
    record = AESGCM(derived.key).encrypt(derived.nonce, text + _DELIMITER + bytes(padding), None)
    return salt + LONGEST.to_bytes(4, "big") + bytes([len(own)]) + own + record
