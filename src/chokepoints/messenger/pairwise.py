"""Devices that keep double-ratchet sessions with one another (library: vodozemac, Olm), and copies of their state.

What a copy opens follows from the double ratchet (Perrin and Marlinspike, "The Double Ratchet Algorithm", 2016, section
2.2: a message key is deleted after use and a chain key does not lead back; sections 2.3 and 6.2: a new Diffie-Hellman
key of the device, made after the copy, ends what the copy can follow).

Of the messages that a copied device itself writes after the copy, its sending chain would yield the keys too, until
its next Diffie-Hellman key. vodozemac has no call for that, and the kit writes no cryptography of its own: such
messages are tried as they are and count as closed, which understates the investigator's reach: in the default
conversation at message 200, 10 messages more would open beside the 27 that do.
"""

import hmac
from dataclasses import dataclass, field

from vodozemac import Account, AnyOlmMessage, Curve25519PublicKey, Session

from chokepoints.messenger.errors import AlteredMessage, CannotOpen, KeyGone, WrongKey
from chokepoints.messenger.record import Row
from chokepoints.messenger.secret import Secret, key_name

#: One-time keys that a device publishes when it registers, and again when they are used up. Assumed.
ONE_TIME_KEYS = 12
#: Where the last bytes of the three public keys lie in a first message, after its kind: a version byte, then for each
#: key a tag, a length and 32 bytes (Olm specification, "Pre-Key Messages").
_TOP_BYTES = (35, 69, 103)


@dataclass(frozen=True)
class DeviceCopy:
    """The state of a device at one moment, in vodozemac's own pickled form, under a key made for the copy."""

    person: str
    key: Secret
    account: str = field(repr=False)
    sessions: tuple[tuple[str, str], ...] = field(repr=False)


class _Device:
    def __init__(self) -> None:
        self.account = Account()
        self.sessions: dict[str, Session] = {}
        self.published: list[Curve25519PublicKey] = []
        self.publish()

    def publish(self) -> None:
        self.account.generate_one_time_keys(ONE_TIME_KEYS)
        self.published = list(self.account.one_time_keys.values())
        self.account.mark_keys_as_published()


class Devices:
    """All devices of one service, and the directory of their public keys that the operator keeps."""

    def __init__(self) -> None:
        self._devices: dict[str, _Device] = {}

    def add(self, person: str) -> None:
        """A new device with a fresh identity."""
        self._devices[person] = _Device()

    def seal(self, writer: str, to: str, raw: bytes) -> tuple[str, bytes]:
        """Encrypt for one other device. Returns the session's name for the header, and the bytes for the wire."""
        device = self._devices[writer]
        session = device.sessions.get(to)
        if session is None:
            session = device.account.create_outbound_session(self.identity(to), self._claim(to))
            device.sessions[to] = session
        kind, ciphertext = session.encrypt(raw).to_parts()
        return session_name(session), bytes([kind]) + ciphertext

    def open(self, person: str, row: Row) -> bytes:
        """Decrypt on a user's own device. Raises WrongKey, AlteredMessage or KeyGone; the device is then unchanged."""
        device = self._devices[person]
        writer = row.header.writer
        session = device.sessions.get(writer)
        try:
            if session is None:
                session, raw = start_inbound(device.account, self.identity(writer), row.data)
                device.sessions[writer] = session
                return raw
            return decrypt(session, row.data)
        except ValueError as problem:
            fits = person in row.header.to if session is None else session_name(session) == row.header.key
            raise _why(row, fits, problem) from None

    def copy(self, person: str, with_sessions: bool = True) -> DeviceCopy:
        """The state of a device now: its identity and one-time keys, and its sessions unless they are left out."""
        key, device = Secret.fresh(), self._devices[person]
        sessions = device.sessions.items() if with_sessions else ()
        pickled = tuple((peer, session.pickle(key.reveal())) for peer, session in sessions)
        return DeviceCopy(person, key, device.account.pickle(key.reveal()), pickled)

    def identity(self, person: str) -> Curve25519PublicKey:
        """A device's public identity key, as the directory gives it."""
        return self._devices[person].account.curve25519_key

    def _claim(self, person: str) -> Curve25519PublicKey:
        """One of the one-time keys that a device published; each is given out once."""
        device = self._devices[person]
        if not device.published:
            device.publish()
        return device.published.pop()


class CopyReader:
    """An investigator with copies of devices: tries each row with the session of its two ends, else with any.

    The copies are unpickled into fresh objects and only those change, so an order can be executed again. A ratchet
    moves on with what it opens, so rows are tried in their order.
    """

    def __init__(self, copies: tuple[DeviceCopy, ...], directory: Devices) -> None:
        self._directory = directory
        self._accounts = {copy.person: Account.from_pickle(copy.account, copy.key.reveal()) for copy in copies}
        self._sessions = {
            (copy.person, peer): Session.from_pickle(pickled, copy.key.reveal())
            for copy in copies
            for peer, pickled in copy.sessions
        }

    def read(self, row: Row) -> bytes:
        """The plaintext of a row. Raises KeyGone where no copied state opens it."""
        writer, (recipient,) = row.header.writer, row.header.to
        session = self._sessions.get((recipient, writer)) or self._sessions.get((writer, recipient))
        account = self._accounts.get(recipient)
        try:
            if session is not None:
                return decrypt(session, row.data)
            if account is not None:
                session, raw = start_inbound(account, self._directory.identity(writer), row.data)
                self._sessions[recipient, writer] = session
                return raw
            return self._try_any(row)
        except ValueError:
            raise KeyGone(
                f"The copied state does not open message {row.header.number}: "
                "its key was deleted after use, was made later, or belongs to another device."
            ) from None

    def _try_any(self, row: Row) -> bytes:
        """A row between other people's devices: tried with the first state there is, which cannot fit."""
        for session in self._sessions.values():
            return decrypt(session, row.data)
        for account in self._accounts.values():
            return start_inbound(account, self._directory.identity(row.header.writer), row.data)[1]
        raise ValueError("no state was copied")


def session_name(session: Session) -> str:
    """The name that a header gives a session; the same at both ends."""
    return key_name(session.session_id.encode())


def start_inbound(account: Account, writer: Curve25519PublicKey, data: bytes) -> tuple[Session, bytes]:
    """A new session from the first message of one, and that message. Raises ValueError where the account cannot."""
    first = parse(data).to_pre_key()
    if first is None:
        raise ValueError("there is no session, and this message does not start one")
    session, raw = account.create_inbound_session(writer, first)
    return session, bytes(raw)


def decrypt(session: Session, data: bytes) -> bytes:
    """Decrypt with a session. Raises ValueError, and leaves the session as it was, where it does not open."""
    message = parse(data)
    first = message.to_pre_key()
    # vodozemac does not look at the keys around a first message once a session stands: look at them here.
    if first is not None and not session.session_matches(first):
        raise ValueError("this message starts another session")
    return bytes(session.decrypt(message))


def parse(data: bytes) -> AnyOlmMessage:
    """An Olm message from its kind (one byte: 0 starts a session, 1 follows) and its bytes.

    Raises ValueError for what is none, and for a message in any form but the one in which clients write it: vodozemac
    authenticates what a message says, not its bytes, so six single bits of a first message could be turned and it would
    still be opened (measured, 0.10): three in the tag of a number that is zero, which is then left out, and the top
    bits of three public keys, which X25519 ignores (RFC 7748, section 5).
    """
    if not data or data[0] > 1:
        raise ValueError("this is no Olm message")
    message = AnyOlmMessage.from_parts(data[0], data[1:])
    if not hmac.compare_digest(bytes(message.to_parts()[1]), data[1:]):
        raise ValueError("this message is written in another form than clients write")
    if message.to_pre_key() is not None and any(data[place] & 0x80 for place in _TOP_BYTES):
        raise ValueError("this message has a key written in another form than clients write")
    return message


def _why(row: Row, fits: bool, problem: ValueError) -> CannotOpen:
    number = row.header.number
    if not fits:
        return WrongKey(f"Message {number} is for the session {row.header.key}, which this device does not have.")
    if "message key with the given key can't be created" in str(problem):
        return KeyGone(f"The key that message {number} asks for was deleted after its use.")
    return AlteredMessage(f"Altered: message {number} is not what was encrypted for this session.")
