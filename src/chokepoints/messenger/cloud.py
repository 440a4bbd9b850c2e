"""Cloud chat: the operator holds the keys and serves each user what the user's login may see.

Each chat has a storage key in the operator's keeping; a ciphertext is stored once, for all members. Encryption is
XChaCha20-Poly1305 from libsodium, which also authenticates the header (libsodium documentation, "AEAD constructions").
Property: a symmetric key that does not change opens everything encrypted with it, earlier and later.
"""

import hmac
from collections.abc import Mapping, Sequence

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from chokepoints.messenger.base import LISTENER, Messenger, Opener, Watcher
from chokepoints.messenger.conversation import Chat, Message
from chokepoints.messenger.errors import AccessRefused, AlteredMessage, WrongKey
from chokepoints.messenger.escrow import Escrow, Opened
from chokepoints.messenger.record import Row, bound, check_length, make_row, unwrap, wrap
from chokepoints.messenger.secret import Secret, key_name, open_sealed


class CloudMessenger(Messenger):
    """Cloud chat with keys that the operator holds."""

    design = "cloud"
    always_keeps = True

    def __init__(self, escrow: Escrow | None = None, watchers: Sequence[Watcher] = ()) -> None:
        super().__init__(escrow, watchers)
        self._logins: dict[str, Secret] = {}
        self._chat_keys: dict[str, Secret] = {}
        self._copied_logins: dict[str, Secret] = {}
        self._heard: set[int] = set()

    def serve(self, person: str, login: Secret, row: Row) -> bytes:
        """The plaintext of a row, decrypted by the operator for a member of its chat.

        Raises AccessRefused for a wrong login, for someone who is not a member, and for the listening device outside
        the rows of its own.
        """
        if person not in self._logins or self._logins[person] != login:
            raise AccessRefused(f"The login shown is not the one of {person}; nothing is served.")
        if person != LISTENER and person not in self.members[row.header.chat]:
            raise AccessRefused(f"{person} is not a member of {row.header.chat}; nothing is served.")
        if person == LISTENER and row.header.number not in self._heard:
            raise AccessRefused(f"Message {row.header.number} was not written where the added member listens.")
        return _decrypt(row, {row.header.chat: self._chat_keys[row.header.chat]})

    def operator_keys(self, chats: frozenset[str] | None = None) -> Opener:
        """With the storage keys of all chats, or of `chats` alone."""
        return _with({name: key for name, key in self._chat_keys.items() if chats is None or name in chats})

    def user_keys(self) -> Opener:
        """With the storage keys of every chat that a target is in: users hold none, so the operator gives them."""
        return self.operator_keys(frozenset(name for name in self.members if self._overheard(name)))

    def devices(self) -> Opener:
        """With the targets' logins, copied at the moment and shown to the service; assumed never to be ended."""

        def opener(row: Row) -> Message:
            check_length(row)
            refusal = AccessRefused("No login was copied; nothing is served.")
            for person, login in self._copied_logins.items():
                try:
                    return unwrap(row, self.serve(person, login, row))
                except AccessRefused as refused:
                    refusal = refused
            raise refusal

        return opener

    def listening(self) -> Opener:
        """As a member whom the operator added to the targets' chats and does not show."""
        login = self._logins[LISTENER]
        return lambda row: unwrap(row, self.serve(LISTENER, login, row))

    def deposited(self, opened: Opened) -> Opener:
        """With the storage keys that were deposited for the chats of the users concerned."""
        return _with({chat: Secret(raw) for chat, raw in opened.secrets.items()})

    def _make_device(self, person: str) -> None:
        self._logins[person] = Secret.fresh()

    def _make_chat(self, chat: Chat) -> None:
        key = self._chat_keys[chat.name] = Secret.fresh()
        if self.escrow is not None:
            for member in chat.members:
                self.escrow.deposit(member, chat.name, key.reveal())

    def _encrypt(self, message: Message) -> tuple[Row, ...]:
        key = self._chat_keys[message.chat].reveal()
        data = bytes(Aead(key).encrypt(wrap(message), bound(message)))
        return (make_row(message, self._others(message), key_name(key), data),)

    def _encrypt_for_listener(self, message: Message) -> tuple[Row, ...]:
        self._heard.add(message.number)
        return (next(row for row in reversed(self.rows) if row.header.number == message.number),)

    def _decrypt(self, person: str, row: Row) -> bytes:
        return self.serve(person, self._logins[person], row)

    def _take_copies(self) -> None:
        self._copied_logins = {person: self._logins[person] for person in sorted(self.targets or ())}


def _with(keys: Mapping[str, Secret]) -> Opener:
    def opener(row: Row) -> Message:
        check_length(row)
        return unwrap(row, _decrypt(row, keys))

    return opener


def _decrypt(row: Row, keys: Mapping[str, Secret]) -> bytes:
    """Decrypt with the chat's key; where it is not there, the first other one is tried, which cannot fit."""
    header = row.header
    own = keys.get(header.chat)
    for key in [own] if own is not None else list(keys.values())[:1]:
        try:
            return open_sealed(key, row.data, bound(header))
        except CryptoError:
            continue
    if own is not None and hmac.compare_digest(key_name(own.reveal()), header.key):
        raise AlteredMessage(
            f"Altered: message {header.number} is not what was encrypted with the key of {header.chat}."
        )
    raise WrongKey(
        f"Message {header.number} is encrypted with the key {header.key}, which is not among the keys at hand."
    )
