"""Static end-to-end encryption: each device has one key pair for ever, made on it and kept on it.

NaCl's box (PyNaCl): Curve25519, XSalsa20, Poly1305, with a fresh random nonce a message. A message to several goes out
once to each. Property: both private keys of a pair yield the same box key, the same for all time, so either one opens
both directions, earlier and later; there is no forward secrecy (NaCl, "Public-key authenticated encryption:
crypto_box", https://nacl.cr.yp.to/box.html: crypto_box_beforenm derives one shared key from a pair of keys).
"""

import hmac
from collections.abc import Mapping, Sequence

from nacl.exceptions import CryptoError
from nacl.public import Box, PrivateKey, PublicKey

from chokepoints.messenger.base import LISTENER, Messenger, Opener, Watcher
from chokepoints.messenger.conversation import Message
from chokepoints.messenger.errors import AlteredMessage, WrongKey
from chokepoints.messenger.escrow import Escrow, Opened
from chokepoints.messenger.record import Row, check_length, make_row, unwrap, wrap
from chokepoints.messenger.secret import Secret, key_name


class StaticMessenger(Messenger):
    """End-to-end encryption with one lasting key pair a device."""

    design = "static"

    def __init__(self, escrow: Escrow | None = None, watchers: Sequence[Watcher] = ()) -> None:
        super().__init__(escrow, watchers)
        self._private: dict[str, Secret] = {}
        self._directory: dict[str, bytes] = {}
        self._boxes: dict[tuple[str, str], Box] = {}

    def user_keys(self) -> Opener:
        """With the targets' private keys. They do not change, so those of the moment are those of today."""
        return self._with({person: self._private[person] for person in sorted(self.targets or ())})

    def devices(self) -> Opener:
        """With the private keys found on the targets' devices: the same as `user_keys`."""
        return self.user_keys()

    def listening(self) -> Opener:
        """With the private key of the device that the targets' correspondents were made to encrypt to as well."""
        return self._with({LISTENER: self._private[LISTENER]})

    def deposited(self, opened: Opened) -> Opener:
        """With the private keys that users' clients deposited."""
        return self._with({person: Secret(raw) for person, raw in opened.secrets.items()})

    def _make_device(self, person: str) -> None:
        key = PrivateKey.generate()
        self._private[person], self._directory[person] = Secret(bytes(key)), bytes(key.public_key)

    def _deposit_user(self, person: str) -> None:
        if self.escrow is not None:
            self.escrow.deposit(person, person, self._private[person].reveal())

    def _encrypt(self, message: Message) -> tuple[Row, ...]:
        return tuple(self._seal(message, person) for person in self._others(message))

    def _encrypt_for_listener(self, message: Message) -> tuple[Row, ...]:
        return (self._seal(message, LISTENER),)

    def _seal(self, message: Message, person: str) -> Row:
        data = bytes(self._box(message.writer, person).encrypt(wrap(message)))
        return make_row(message, (person,), self._pair_name(message.writer, person), data)

    def _decrypt(self, person: str, row: Row) -> bytes:
        try:
            return self._box(person, row.header.writer).decrypt(row.data)
        except CryptoError:
            raise self._why(row, self._pair_name(person, row.header.writer)) from None

    def _take_copies(self) -> None:
        """Nothing to copy: no key changes."""

    def _box(self, owner: str, peer: str) -> Box:
        """The box of a pair, made once: its shared key is the same at both ends and for every message."""
        if (owner, peer) not in self._boxes:
            self._boxes[owner, peer] = _make_box(self._private[owner], self._directory[peer])
        return self._boxes[owner, peer]

    def _pair_name(self, one: str, other: str) -> str:
        return key_name(*sorted((self._directory[one], self._directory[other])))

    def _with(self, keys: Mapping[str, Secret]) -> Opener:
        """Try a row with the private keys given: of either end, else with the first, which cannot fit."""
        boxes: dict[tuple[str, str], Box] = {}

        def box(owner: str, peer: str) -> Box:
            if (owner, peer) not in boxes:
                boxes[owner, peer] = _make_box(keys[owner], self._directory[peer])
            return boxes[owner, peer]

        def opener(row: Row) -> Message:
            check_length(row)
            writer, (recipient,) = row.header.writer, row.header.to
            ends = [(one, other) for one, other in ((writer, recipient), (recipient, writer)) if one in keys]
            for owner, peer in ends or [(owner, writer) for owner in list(keys)[:1]]:
                try:
                    return unwrap(row, box(owner, peer).decrypt(row.data))
                except CryptoError:
                    continue
            raise self._why(row, self._pair_name(*ends[0]) if ends else "")

        return opener

    def _why(self, row: Row, name: str) -> Exception:
        if hmac.compare_digest(name, row.header.key):
            return AlteredMessage(f"Altered: message {row.header.number} is not what was encrypted with its key.")
        return WrongKey(f"Message {row.header.number} is for the key {row.header.key}; no key at hand belongs to it.")


def _make_box(private: Secret, public: bytes) -> Box:
    return Box(PrivateKey(private.reveal()), PublicKey(public))
