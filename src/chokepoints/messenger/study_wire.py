"""Study code: the transport's frames, and the data centre's side of the exchange that makes an authorization key.

core.telegram.org/mtproto/mtproto-transports ("Full") and core.telegram.org/mtproto/auth_key. Messages are read and
written by Telethon's own wire objects: this checks the exchange, not how a message is laid out in bytes. The client's
first secret comes in the older RSA form (SHA-1, data, padding), which is the one that Telethon 1.45 sends.
"""

import hmac
import struct
import time
from collections.abc import Callable, Iterator
from hashlib import sha1
from secrets import randbelow, token_bytes
from typing import Any
from zlib import crc32

from cryptography.hazmat.primitives.asymmetric import dh, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from telethon.extensions import BinaryReader
from telethon.tl import TLObject, functions, types

from chokepoints.messenger.errors import AlteredMessage, CutMessage, ReplayedMessage, WrongKey
from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_keys import KEY_BYTES, ige_decrypt, ige_encrypt

#: No frame may be longer, so that a wrong length cannot make the centre wait for a gigabyte.
LONGEST_FRAME = 1 << 20
#: The 2048-bit group 14 of RFC 3526; with 2 it meets the conditions in auth_key, "DH key exchange".
PRIME = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B"
    "302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE6"
    "49286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D"
    "670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
    "3995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF",
    16,
)
#: The same group, as `cryptography` takes it.
NUMBERS = dh.DHParameterNumbers(PRIME, 2)
#: A half of an exchange lies at least this far from both ends of the group.
MARGIN = 1 << (2048 - 64)


class Frames:
    """One connection's frames: length, number, content, checksum. The checksum finds accidents, not attackers."""

    def __init__(self) -> None:
        self._waiting = b""
        self._came = self._went = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The contents that are complete with these bytes. Raises CutMessage, ReplayedMessage or AlteredMessage."""
        self._waiting += data
        while len(self._waiting) >= 8:
            length, number = struct.unpack_from("<ii", self._waiting)
            if not 16 <= length <= LONGEST_FRAME:
                raise CutMessage(f"Cut: a frame says that it has {length} bytes, which no frame has.")
            if len(self._waiting) < length:
                return
            frame, self._waiting = self._waiting[:length], self._waiting[length:]
            if not hmac.compare_digest(frame[-4:], struct.pack("<I", crc32(frame[:-4]))):
                raise AlteredMessage("Altered: a frame's checksum does not fit its bytes.")
            if number != self._came:
                raise ReplayedMessage(f"Replayed or lost: frame {number} came where frame {self._came} was due.")
            self._came += 1
            yield frame[8:-4]

    def wrap(self, content: bytes) -> bytes:
        """The next frame to send."""
        head = struct.pack("<ii", len(content) + 12, self._went) + content
        self._went += 1
        return head + struct.pack("<I", crc32(head))

    def finish(self) -> None:
        """The connection has ended. Raises CutMessage where part of a frame is left."""
        if self._waiting:
            raise CutMessage(f"Cut: the connection ended {len(self._waiting)} bytes into a frame.")


def read(data: bytes) -> tuple[Any, int]:
    """The wire object at the start of `data`, and its length in bytes. Raises AlteredMessage where there is none."""
    reader = BinaryReader(data)
    try:
        return reader.tgread_object(), reader.tell_position()
    except Exception as error:  # Telethon's reader lets through whatever error it met
        raise AlteredMessage(f"Altered: no wire object can be read ({type(error).__name__}).") from None


class ServerKey:
    """The data centre's RSA key, made at its start. Clients carry the public part, by which they know the centre."""

    def __init__(self) -> None:
        self._private = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    @property
    def public_pem(self) -> str:
        """The public part, as PKCS #1 text."""
        return self._private.public_key().public_bytes(Encoding.PEM, PublicFormat.PKCS1).decode()

    @property
    def fingerprint(self) -> int:
        """The last 8 bytes of SHA-1 over the key, signed (auth_key, "server_public_key_fingerprints")."""
        numbers = self._private.public_key().public_numbers()
        parts = (number.to_bytes(-(-number.bit_length() // 8)) for number in (numbers.n, numbers.e))
        return int.from_bytes(sha1(b"".join(map(TLObject.serialize_bytes, parts))).digest()[-8:], "little", signed=True)

    def open(self, block: bytes) -> bytes:
        """The 255 bytes inside an RSA block, without any padding scheme. Raises WrongKey."""
        numbers = self._private.private_numbers()
        value = int.from_bytes(block)
        if len(block) != KEY_BYTES or value >= numbers.public_numbers.n:
            raise WrongKey("The block was not made for this data centre's RSA key.")
        plain = pow(value, numbers.d, numbers.public_numbers.n).to_bytes(KEY_BYTES)
        if plain[0]:
            raise WrongKey("The block was not made for this data centre's RSA key.")
        return plain[1:]


class Exchange:
    """The data centre's side of one key exchange: three requests, three answers, then `key` and `salt` are there."""

    def __init__(self, server_key: ServerKey, clock: Callable[[], float] = time.time) -> None:
        self._server_key, self._clock = server_key, clock
        self._nonce = self._server_nonce = self._new_nonce = b""
        self._factors: tuple[bytes, bytes] = (b"", b"")
        self._private: dh.DHPrivateKey | None = None
        self.key: Secret | None = None
        self.salt = b""

    def answer(self, request: Any) -> bytes:
        """Answer one request. Raises AlteredMessage or WrongKey; nothing of a refused request is kept."""
        if isinstance(request, functions.ReqPqMultiRequest | functions.ReqPqRequest):
            return self._begin(request)
        if isinstance(request, functions.ReqDHParamsRequest):
            self._same_nonces(request)
            return self._offer(request)
        if isinstance(request, functions.SetClientDHParamsRequest) and self._private is not None:
            self._same_nonces(request)
            return self._complete(request, self._private)
        raise AlteredMessage(f"Out of order: {type(request).__name__} is not due in this exchange.")

    def _begin(self, request: Any) -> bytes:
        self._nonce, self._server_nonce, self._private, self.key = _raw(request.nonce, 16), token_bytes(16), None, None
        p, q = sorted((_prime(), _prime()))
        self._factors = p.to_bytes(4), q.to_bytes(4)
        print_of_key = [self._server_key.fingerprint]
        return bytes(types.ResPQ(request.nonce, _number(self._server_nonce), (p * q).to_bytes(8), print_of_key))

    def _offer(self, request: Any) -> bytes:
        plain = self._server_key.open(request.encrypted_data)
        inner, length = read(plain[20:])
        if not hmac.compare_digest(plain[:20], sha1(plain[20 : 20 + length]).digest()):
            raise AlteredMessage("Altered: the digest inside the RSA block does not fit its content.")
        self._same_nonces(inner)
        for said in ((request.p, request.q), (inner.p, inner.q)):
            if tuple(part.rjust(4, b"\0") for part in said) != self._factors:
                raise AlteredMessage("Altered: these are not the two factors that the centre asked for.")
        self._new_nonce = _raw(inner.new_nonce, 32)
        self._private = NUMBERS.parameters().generate_private_key()
        g_a = self._private.public_key().public_numbers().y.to_bytes(KEY_BYTES)
        answer = bytes(
            types.ServerDHInnerData(
                inner.nonce, inner.server_nonce, 2, PRIME.to_bytes(KEY_BYTES), g_a, int(self._clock())
            )
        )
        hashed = sha1(answer).digest() + answer
        cipher = ige_encrypt(
            hashed + token_bytes(-len(hashed) % 16), *temporary_key(self._server_nonce, self._new_nonce)
        )
        return bytes(types.ServerDHParamsOk(inner.nonce, inner.server_nonce, cipher))

    def _complete(self, request: Any, private: dh.DHPrivateKey) -> bytes:
        if len(request.encrypted_data) % 16:
            raise CutMessage("Cut: the client's half of the exchange is not whole blocks.")
        plain = ige_decrypt(request.encrypted_data, *temporary_key(self._server_nonce, self._new_nonce))
        inner, length = read(plain[20:])
        if not hmac.compare_digest(plain[:20], sha1(plain[20 : 20 + length]).digest()):
            raise AlteredMessage("Altered: the digest inside the client's half does not fit its content.")
        self._same_nonces(inner)
        g_b = int.from_bytes(inner.g_b)
        if not MARGIN <= g_b <= PRIME - MARGIN:
            raise AlteredMessage("Refused: the client's number lies too near the ends to be safe.")
        raw = private.exchange(dh.DHPublicNumbers(g_b, NUMBERS).public_key()).rjust(KEY_BYTES, b"\0")
        nonces = (request.nonce, request.server_nonce)
        if not raw[0]:
            # One exchange in 256. Telethon takes such a key without its leading zero and so gets another one; the
            # protocol lets the centre ask for a new exchange, and Telethon then begins again.
            return bytes(types.DhGenRetry(*nonces, _number(nonce_hash(self._new_nonce, 2, raw))))
        self._private, self.key = None, Secret(raw)
        self.salt = bytes(a ^ b for a, b in zip(self._new_nonce[:8], self._server_nonce[:8], strict=True))
        return bytes(types.DhGenOk(*nonces, _number(nonce_hash(self._new_nonce, 1, raw))))

    def _same_nonces(self, message: Any) -> None:
        pair = _raw(getattr(message, "nonce", 0), 16) + _raw(getattr(message, "server_nonce", 0), 16)
        if not self._nonce or not hmac.compare_digest(pair, self._nonce + self._server_nonce):
            raise AlteredMessage("Altered: the random numbers are not those of this exchange.")


def temporary_key(server_nonce: bytes, new_nonce: bytes) -> tuple[bytes, bytes]:
    """AES key and vector of 32 bytes each for the second half of the exchange (auth_key, "tmp_aes_key")."""
    first = sha1(new_nonce + server_nonce).digest()
    second = sha1(server_nonce + new_nonce).digest()
    return first + second[:12], second[12:] + sha1(new_nonce + new_nonce).digest() + new_nonce[:4]


def nonce_hash(new_nonce: bytes, number: int, key: bytes) -> bytes:
    """The 16 bytes by which a client sees that the centre has the same key (auth_key, "new_nonce_hash1")."""
    return sha1(new_nonce + bytes([number]) + sha1(key).digest()[:8]).digest()[4:]


def _raw(number: int, size: int) -> bytes:
    return number.to_bytes(size, "little", signed=True)


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "little", signed=True)


def _prime() -> int:
    """A random prime of 30 bits. Four rounds of Miller-Rabin are a proof below 3,215,031,751 (Jaeschke 1993)."""
    while True:
        number = (1 << 29) + 2 * randbelow(1 << 28) + 1
        if all(_passes(number, base) for base in (2, 3, 5, 7)):
            return number


def _passes(number: int, base: int) -> bool:
    odd = number - 1
    twos = (odd & -odd).bit_length() - 1
    power = pow(base, odd >> twos, number)
    return power in (1, number - 1) or any((power := power * power % number) == number - 1 for _ in range(twos - 1))
