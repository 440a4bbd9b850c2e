"""The one interface behind which every design stands: register, send, receive, what the operator stores.

Delivery is immediate: every device is always on line. An order falls at a moment between two messages; `at_moment`
takes what orders of that moment will yield, and the conversation goes on. One run serves all orders: what the added
device of the order "add a silent participant" receives is kept apart in `listener_rows` and counted for that order
alone, since one more recipient changes nothing in the ciphertexts for the others.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

from nacl.exceptions import CryptoError

from chokepoints.errors import KitError
from chokepoints.messenger.conversation import Chat, Message
from chokepoints.messenger.errors import AlteredMessage, ReplayedMessage, WrongKey
from chokepoints.messenger.escrow import Escrow, Opened
from chokepoints.messenger.record import Row, bound, check_length, unwrap
from chokepoints.messenger.secret import Secret, open_sealed

#: Tries one ciphertext. Returns its message, or None for a row that holds a key and no message. Raises CannotOpen.
Opener = Callable[[Row], Message | None]
#: Sees a message on the writer's device before it is encrypted: the place where client-side scanning stands.
Watcher = Callable[[Message], None]

#: The name of the device that the order "add a silent participant" adds.
LISTENER = "listener"


class Messenger(ABC):
    """A chat service of one design, its users' devices, and the operator's store of ciphertexts (`rows`)."""

    design: ClassVar[str]
    #: Whether storing every message is what the design is for, so that it cannot delete on delivery.
    always_keeps: ClassVar[bool] = False

    def __init__(self, escrow: Escrow | None = None, watchers: Sequence[Watcher] = ()) -> None:
        self.escrow, self.watchers = escrow, tuple(watchers)
        self.rows: list[Row] = []
        self.listener_rows: list[Row] = []
        self.members: dict[str, tuple[str, ...]] = {}
        self.targets: frozenset[str] | None = None
        self._seen: dict[str, set[bytes]] = {}
        self._unbelieved: dict[tuple[str, bytes], bytes | None] = {}
        self._server_key = Secret.fresh()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._seen)} users, {len(self.rows)} ciphertexts)"

    def register(self, person: str) -> None:
        """Make a user's device, with new keys. Raises KitError for a name that is taken or is not one line."""
        if not person or not person.isprintable():
            raise KitError(f"{person!r} is no name: write one line of printable characters.")
        if person in self._seen:
            raise KitError(f"{person} is registered already; another user needs another name.")
        self._seen[person] = set()
        self._make_device(person)
        if self.escrow is not None and person != LISTENER:
            self.escrow.enrol(person)
            self._deposit_user(person)

    def open_chat(self, chat: Chat) -> None:
        """Let registered users write to one another. Raises KitError for a member who is not registered."""
        for member in chat.members:
            self._known(member)
        self.members[chat.name] = chat.members
        self._make_chat(chat)

    def send(self, message: Message, deliver: bool = True) -> tuple[Row, ...]:
        """Encrypt a message on its writer's device, give it to the operator, and to its recipients unless held back.

        Returns the rows that the operator now stores for it: one a recipient, or one for all, as the design has it.
        """
        self._known(message.writer)
        if message.writer not in self.members.get(message.chat, ()):
            raise KitError(f"{message.writer} is not a member of the chat {message.chat}.")
        for watch in self.watchers:
            watch(message)
        rows = self._encrypt(message)
        self.rows.extend(rows)
        if self._overheard(message.chat):
            self.listener_rows.extend(self._encrypt_for_listener(message))
        if deliver:
            for row in rows:
                for person in row.header.to:
                    self.receive(person, row)
        return rows

    def receive(self, person: str, row: Row) -> Message | None:
        """Decrypt a row on a user's device; None where the row held a session key. Raises CannotOpen, by its cause."""
        self._known(person)
        check_length(row)
        if row.data in self._seen[person]:
            raise ReplayedMessage(f"Replayed: {person} has had this ciphertext before; it is not taken a second time.")
        # A ratchet deletes the key with which it opened a row. Where the header then turns out to be forged, the
        # plaintext is kept aside, so that the true row can still be received.
        kept = (person, row.data)
        raw = self._unbelieved[kept] if kept in self._unbelieved else self._decrypt(person, row)
        try:
            message = None if raw is None else unwrap(row, raw)
        except AlteredMessage:
            self._unbelieved[kept] = raw
            raise
        self._unbelieved.pop(kept, None)
        self._seen[person].add(row.data)
        return message

    def at_moment(self, targets: Sequence[str]) -> None:
        """The moment of the orders: take copies of the targets' devices and keys, and add the listening device."""
        if self.targets is not None:
            raise KitError("This run has had its moment already; another moment needs another run.")
        for person in targets:
            self._known(person)
        self.targets = frozenset(targets)
        self.register(LISTENER)
        self._take_copies()

    def operator_keys(self, chats: frozenset[str] | None = None) -> Opener:
        """With every key that the operator holds; of `chats` alone where they are named.

        Where keys are on users' devices, all the operator holds is the key of its own server. It is tried.
        """

        def opener(row: Row) -> Message:
            check_length(row)
            try:
                return unwrap(row, open_sealed(self._server_key, row.data, bound(row.header)))
            except CryptoError:
                raise WrongKey(f"The server's key does not open message {row.header.number}.") from None

        return opener

    @abstractmethod
    def user_keys(self) -> Opener:
        """With the long-term key of each target, as it was at the moment."""

    @abstractmethod
    def devices(self) -> Opener:
        """With everything but history that the targets' devices held at the moment."""

    @abstractmethod
    def listening(self) -> Opener:
        """With the device that was added at the moment to the targets' chats; to be tried on `listener_rows`."""

    @abstractmethod
    def deposited(self, opened: Opened) -> Opener:
        """With what share holders opened."""

    @abstractmethod
    def _make_device(self, person: str) -> None: ...

    @abstractmethod
    def _encrypt(self, message: Message) -> tuple[Row, ...]: ...

    @abstractmethod
    def _encrypt_for_listener(self, message: Message) -> tuple[Row, ...]: ...

    @abstractmethod
    def _decrypt(self, person: str, row: Row) -> bytes | None: ...

    @abstractmethod
    def _take_copies(self) -> None: ...

    def _make_chat(self, chat: Chat) -> None:
        """Nothing to do, unless a chat has a key of its own."""
        return

    def _deposit_user(self, person: str) -> None:
        """Nothing to deposit, unless a user has a lasting key."""
        return

    def _known(self, person: str) -> None:
        if person not in self._seen:
            raise KitError(f"{person} is not registered.")

    def _overheard(self, chat: str) -> bool:
        return self.targets is not None and not self.targets.isdisjoint(self.members[chat])

    def _others(self, message: Message) -> tuple[str, ...]:
        return tuple(member for member in self.members[message.chat] if member != message.writer)
