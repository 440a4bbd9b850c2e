"""End-to-end encryption with a double ratchet: every message has a key of its own, deleted after use.

Sessions of two devices are Olm's (library: vodozemac). A message to several goes out once to each. Property: a copy of
a device opens nothing that came before it, and of what follows only what the other side writes until it has had the
device's next Diffie-Hellman key (sources in `pairwise`).
"""

from collections.abc import Sequence
from dataclasses import replace

from chokepoints.messenger.base import LISTENER, Messenger, Opener, Watcher
from chokepoints.messenger.conversation import Message
from chokepoints.messenger.errors import WrongKey
from chokepoints.messenger.escrow import Escrow, Opened, open_deposit
from chokepoints.messenger.pairwise import CopyReader, DeviceCopy, Devices
from chokepoints.messenger.record import Row, check_length, make_row, unwrap, wrap


class RatchetMessenger(Messenger):
    """End-to-end encryption with a double ratchet between each two devices."""

    design = "ratchet"

    def __init__(self, escrow: Escrow | None = None, watchers: Sequence[Watcher] = ()) -> None:
        super().__init__(escrow, watchers)
        self._devices = Devices()
        self._identities: tuple[DeviceCopy, ...] = ()
        self._copies: tuple[DeviceCopy, ...] = ()

    def user_keys(self) -> Opener:
        """With the targets' identity and one-time keys of the moment, without the sessions' state.

        One-time keys not yet used then open the start of a session that someone else begins later.
        """
        return self._with(self._identities)

    def devices(self) -> Opener:
        """With the whole state of the targets' devices at the moment."""
        return self._with(self._copies)

    def listening(self) -> Opener:
        """With the device that the targets' correspondents were made to encrypt to as well."""
        return self._with((self._devices.copy(LISTENER),))

    def deposited(self, opened: Opened) -> Opener:
        """With the access keys of users, on the copy that clients had to seal beside every message."""

        def opener(row: Row) -> Message:
            check_length(row)
            problem = WrongKey(f"Message {row.header.number} has no copy for the users whose keys were restored.")
            for deposit in row.access:
                if deposit.person in opened.keys:
                    try:
                        return unwrap(row, open_deposit(deposit, opened.keys[deposit.person]))
                    except WrongKey as wrong:
                        problem = wrong
            raise problem

        return opener

    def _make_device(self, person: str) -> None:
        self._devices.add(person)

    def _encrypt(self, message: Message) -> tuple[Row, ...]:
        people, raw = self._others(message), wrap(message)
        rows = (self._seal(message, person, raw) for person in people)
        if self.escrow is None:
            return tuple(rows)
        about = f"message {message.number}"
        own = self.escrow.seal(message.writer, about, raw)
        return tuple(
            replace(row, access=(own, self.escrow.seal(person, about, raw)))
            for row, person in zip(rows, people, strict=True)
        )

    def _encrypt_for_listener(self, message: Message) -> tuple[Row, ...]:
        return (self._seal(message, LISTENER, wrap(message)),)

    def _seal(self, message: Message, person: str, raw: bytes) -> Row:
        return make_row(message, (person,), *self._devices.seal(message.writer, person, raw))

    def _decrypt(self, person: str, row: Row) -> bytes:
        return self._devices.open(person, row)

    def _take_copies(self) -> None:
        targets = sorted(self.targets or ())
        self._copies = tuple(self._devices.copy(person) for person in targets)
        self._identities = tuple(replace(copy, sessions=()) for copy in self._copies)

    def _with(self, copies: tuple[DeviceCopy, ...]) -> Opener:
        reader = CopyReader(copies, self._devices)

        def opener(row: Row) -> Message:
            check_length(row)
            return unwrap(row, reader.read(row))

        return opener
