"""Scanning on the device: the scanner that stands before encryption, and lists of texts that it knows by digest.

A scanner is a watcher of `Messenger`, which shows it each message on the writer's device before it is encrypted. It
uses no key. One object stands for the same program on every device.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from chokepoints.errors import KitError
from chokepoints.messenger.conversation import Conversation, Message
from chokepoints.messenger.phash import Match

#: Looks a message up: the entry of the list that it matches, or None.
Finder = Callable[[Message], Match | None]
#: SHA-256 digests of texts, each of 32 bytes: who holds the list alone cannot tell what it looks for.
TextList = tuple[bytes, ...]

#: The list that is assumed where none is given holds the text of every so-many-th message, whoever wrote it.
EVERY = 20
_DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True)
class Report:
    """What a device tells the operator of one message that matched: who wrote it, where, when, and which entry."""

    number: int
    minute: int
    writer: str
    chat: str
    match: Match


@dataclass(frozen=True)
class Learned:
    """What the operator learns by scanning: numbers of the messages reported, and who is named as their writer.

    `scanned`: messages looked at. `target_writers` are those whom orders name, `other_writers` everyone else: a scan
    looks at all alike.
    """

    scanned: int
    reported: frozenset[int]
    target_writers: tuple[str, ...]
    other_writers: tuple[str, ...]


class Scanner:
    """A watcher for `Messenger(watchers=...)`. Keeps the reports, in order; `scanned` counts what it looked at."""

    def __init__(self, find: Finder, since: int = 0) -> None:
        """`since`: the number of the first message after the order to scan; those before are not looked at."""
        self._find, self._since = find, since
        self.scanned = 0
        self.reports: list[Report] = []

    def __call__(self, message: Message) -> None:
        """Look at one message, on the device of its writer and before it is encrypted."""
        if message.number < self._since:
            return
        self.scanned += 1
        match = self._find(message)
        if match is not None:
            self.reports.append(Report(message.number, message.minute, message.writer, message.chat, match))

    def learned(self, conversation: Conversation) -> Learned:
        """What the reports tell, people told apart by whether orders name them."""
        writers = {report.writer for report in self.reports}
        aimed = set(conversation.targets)
        return Learned(
            scanned=self.scanned,
            reported=frozenset(report.number for report in self.reports),
            target_writers=tuple(sorted(writers & aimed)),
            other_writers=tuple(sorted(writers - aimed)),
        )


def digests(texts: Iterable[str]) -> TextList:
    """The list of some texts, in their order: the SHA-256 digest of each, of its UTF-8 bytes."""
    return tuple(map(_digest, texts))


def assumed_list(conversation: Conversation) -> TextList:
    """The list that is assumed where an order names none: the text of every 20th message, from the first on.

    Chosen without regard to people: a list knows what is written and nobody who writes. Assumed, and no real list.
    """
    return digests(message.text for message in conversation.messages[::EVERY])


def check_list(listed: object) -> None:
    """Raises KitError for what is no tuple of SHA-256 digests."""
    if not isinstance(listed, tuple):
        raise KitError(f"A list to scan for is made by digests(texts); this is of the type {type(listed).__name__}.")
    for place, digest in enumerate(listed):
        if not isinstance(digest, bytes) or len(digest) != _DIGEST_BYTES:
            raise KitError(
                f"Entry {place} of the list is no SHA-256 digest of {_DIGEST_BYTES} bytes; make it by digests(texts)."
            )


def on_list(listed: TextList) -> Finder:
    """Finds texts whose digest is on a list; where one is on it twice, the first counts.

    Raises KitError for what is no list of digests.
    """
    check_list(listed)
    entries: dict[bytes, int] = {}
    for place, digest in enumerate(listed):
        entries.setdefault(digest, place)

    def find(message: Message) -> Match | None:
        entry = entries.get(_digest(message.text))
        return None if entry is None else Match(entry, 0)

    return find


def same_text(texts: Iterable[str]) -> Finder:
    """Finds texts that are on a list of their SHA-256 digests: one letter more or less and it is another text."""
    return on_list(digests(texts))


def _digest(text: str) -> bytes:
    return sha256(text.encode()).digest()
