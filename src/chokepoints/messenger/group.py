"""Group encryption with Megolm: each writer has one forward ratchet a chat, and shares it once with every member.

Library: vodozemac. A message is encrypted once for all. The session key goes to each member over a double ratchet
(`pairwise`), as rows of the kind "key" that the operator relays. Property: a session key opens every later message of
its session and no earlier one; members keep the earliest they had, so a copy of a member's device opens the past too
(Megolm specification, "Lack of Backward Secrecy" and "Partial Forward Secrecy",
https://gitlab.matrix.org/matrix-org/olm/-/blob/master/docs/megolm.md).
"""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vodozemac import ExportedSessionKey, GroupSession, InboundGroupSession, MegolmMessage, SessionKey

from chokepoints.messenger.base import LISTENER, Messenger, Opener, Watcher
from chokepoints.messenger.conversation import Message
from chokepoints.messenger.errors import AlteredMessage, KeyGone, WrongKey
from chokepoints.messenger.escrow import Escrow, Opened
from chokepoints.messenger.pairwise import CopyReader, DeviceCopy, Devices
from chokepoints.messenger.record import Row, check_length, make_row, unwrap, wrap
from chokepoints.messenger.secret import Secret, key_name

#: When a writer starts a new session: after 100 messages or a week, the defaults that the Matrix specification
#: recommends (client-server API, m.room.encryption: rotation_period_msgs, rotation_period_ms). In minutes here.
ROTATE_MESSAGES, ROTATE_MINUTES = 100, 7 * 24 * 60


@dataclass
class _Outbound:
    session: GroupSession
    since: int
    written: int = 0
    shared_with_listener: bool = False


class GroupMessenger(Messenger):
    """End-to-end encryption with one Megolm session a writer and chat. Rotation is off where its limit is None."""

    design = "group"

    def __init__(
        self,
        escrow: Escrow | None = None,
        watchers: Sequence[Watcher] = (),
        rotate_messages: int | None = ROTATE_MESSAGES,
        rotate_minutes: int | None = ROTATE_MINUTES,
    ) -> None:
        super().__init__(escrow, watchers)
        self.rotate_messages, self.rotate_minutes = rotate_messages, rotate_minutes
        self._devices = Devices()
        self._outbound: dict[tuple[str, str], _Outbound] = {}
        self._inbound: dict[str, dict[str, InboundGroupSession]] = {}
        self._copies: tuple[DeviceCopy, ...] = ()
        self._exports: dict[str, Secret] = {}

    def user_keys(self) -> Opener:
        """With the session keys that the targets' devices held at the moment, as users can export them.

        Each is exported at the earliest message that the device could open.
        """
        return _with(_imported(self._exports))

    def devices(self) -> Opener:
        """With the session keys of the moment, and the double-ratchet state on which later ones may still arrive."""
        sessions = _imported(self._exports)
        return _following(sessions, CopyReader(self._copies, self._devices))

    def listening(self) -> Opener:
        """With the device that was added as a member: each session is shared with it from its next message on."""
        return _following({}, CopyReader((self._devices.copy(LISTENER),), self._devices))

    def deposited(self, opened: Opened) -> Opener:
        """With the session keys that writers' clients deposited for each member."""
        return _with(_started({name: SessionKey(raw.decode()) for name, raw in opened.secrets.items()}))

    def _make_device(self, person: str) -> None:
        self._devices.add(person)
        self._inbound[person] = {}

    def _encrypt(self, message: Message) -> tuple[Row, ...]:
        place = (message.chat, message.writer)
        out = self._outbound.get(place)
        keys: tuple[Row, ...] = ()
        if out is None or self._due(out, message):
            out = self._outbound[place] = _Outbound(GroupSession(), message.minute)
            keys = self._share(out, message)
        name = session_name(out.session.session_id)
        if self._overheard(message.chat) and not out.shared_with_listener:
            # The row that `_encrypt_for_listener` gives out must carry the key as it is before this message.
            self.listener_rows.append(self._key_row(out, message, LISTENER))
            out.shared_with_listener = True
        out.written += 1
        data = bytes(out.session.encrypt(wrap(message)).to_bytes())
        return (*keys, make_row(message, self._others(message), name, data))

    def _encrypt_for_listener(self, message: Message) -> tuple[Row, ...]:
        return (next(row for row in reversed(self.rows) if row.header.number == message.number),)

    def _due(self, out: _Outbound, message: Message) -> bool:
        by_count = self.rotate_messages is not None and out.written >= self.rotate_messages
        return by_count or (self.rotate_minutes is not None and message.minute - out.since >= self.rotate_minutes)

    def _share(self, out: _Outbound, message: Message) -> tuple[Row, ...]:
        """Give a new session's key to every member, to the writer's own store, and to the escrow where there is one."""
        key = out.session.session_key
        name = session_name(out.session.session_id)
        self._inbound[message.writer][name] = InboundGroupSession(key)
        if self.escrow is not None:
            for member in self.members[message.chat]:
                self.escrow.deposit(member, name, key.to_base64().encode())
        return tuple(self._key_row(out, message, person) for person in self._others(message))

    def _key_row(self, out: _Outbound, message: Message, person: str) -> Row:
        raw = out.session.session_key.to_base64().encode()
        return make_row(message, (person,), *self._devices.seal(message.writer, person, raw), kind="key")

    def _decrypt(self, person: str, row: Row) -> bytes | None:
        sessions = self._inbound[person]
        if row.header.kind == "key":
            _learn(sessions, self._devices.open(person, row))
            return None
        return _decrypt(row, sessions)

    def _take_copies(self) -> None:
        targets = sorted(self.targets or ())
        self._copies = tuple(self._devices.copy(person) for person in targets)
        for person in targets:
            for name, session in self._inbound[person].items():
                exported = session.export_at(session.first_known_index)
                if exported is not None:
                    self._exports[name] = Secret(exported.to_base64().encode())


def session_name(session_id: str) -> str:
    """The name that a header gives a session: of its public signing key."""
    return key_name(session_id.encode())


def _imported(exports: Mapping[str, Secret]) -> dict[str, InboundGroupSession]:
    return {
        name: InboundGroupSession.import_session(ExportedSessionKey(key.reveal().decode()))
        for name, key in exports.items()
    }


def _started(keys: Mapping[str, SessionKey]) -> dict[str, InboundGroupSession]:
    return {name: InboundGroupSession(key) for name, key in keys.items()}


def _learn(sessions: dict[str, InboundGroupSession], raw: bytes) -> None:
    """Take up a shared session key, unless the session is known from an earlier message on."""
    session = InboundGroupSession(SessionKey(raw.decode()))
    sessions.setdefault(session_name(session.session_id), session)


def _with(sessions: Mapping[str, InboundGroupSession]) -> Opener:
    def opener(row: Row) -> Message:
        check_length(row)
        return unwrap(row, _decrypt(row, sessions))

    return opener


def _following(sessions: dict[str, InboundGroupSession], reader: CopyReader) -> Opener:
    """Open key rows with double-ratchet state, learn the session keys in them, and use them on messages."""
    on_messages = _with(sessions)

    def opener(row: Row) -> Message | None:
        if row.header.kind != "key":
            return on_messages(row)
        check_length(row)
        _learn(sessions, reader.read(row))
        return None

    return opener


def _decrypt(row: Row, sessions: Mapping[str, InboundGroupSession]) -> bytes:
    """Decrypt with the row's session; where it is not there, the first other one is tried, which cannot fit."""
    number = row.header.number
    session = sessions.get(row.header.key)
    for tried in [session] if session is not None else list(sessions.values())[:1]:
        try:
            return bytes(tried.decrypt(_parse(row.data)).plaintext)
        except ValueError as problem:
            if session is not None and "unknown message index" in str(problem):
                raise KeyGone(
                    f"The session key at hand starts after message {number}, and does not lead back."
                ) from None
    if session is not None:
        raise AlteredMessage(f"Altered: message {number} is not what was encrypted in its session.")
    raise WrongKey(f"Message {number} is of the session {row.header.key}, whose key is not at hand.")


def _parse(data: bytes) -> MegolmMessage:
    """A Megolm message from its bytes; ValueError for any form but the one clients write (trap: `pairwise.parse`)."""
    message = MegolmMessage.from_bytes(data)
    if not hmac.compare_digest(bytes(message.to_bytes()), data):
        raise ValueError("this message is written in another form than clients write")
    return message
