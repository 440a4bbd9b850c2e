"""Study code: what the data centre knows of users and secret chats, what lies on its disk, and how clients see it."""

import hmac
from dataclasses import dataclass, field
from secrets import randbelow
from typing import Any

from telethon.tl import functions, types

from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_middle import Middle
from chokepoints.messenger.study_wire import MARGIN, PRIME

#: The kinds of records. MIDDLE is the key that a dishonest centre shares with one device of a secret chat.
ACCOUNT, KEY, CLOUD, SECRET = "account", "authorization key", "cloud message", "secret message"
MIDDLE = "key made in the middle"


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One thing on the data centre's disk: an account's telephone number, a key, or a message as it is stored."""

    kind: str
    owner: str
    to: str = ""
    held: Secret = field(default_factory=lambda: Secret(b""))


@dataclass(slots=True, eq=False)
class Account:
    """A user as the service knows them. `number` and `access` are what clients address the user by."""

    number: int
    phone: str
    name: str
    access: int = field(repr=False, default_factory=lambda: 1 + randbelow(2**62))
    sent: int = 0


@dataclass(slots=True, eq=False)
class SecretChat:
    """A secret chat as the service sees it: two numbers of a key exchange pass through, the key never does."""

    number: int
    beginner: Account
    other: Account
    access: int = field(repr=False)
    g_a: bytes = field(repr=False)
    g_b: bytes = field(repr=False, default=b"")
    key_print: int = field(repr=False, default=0)
    middle: Middle | None = field(repr=False, default=None)


_WRAPPERS = (
    functions.InvokeWithLayerRequest,
    functions.InvokeWithoutUpdatesRequest,
    functions.InvokeAfterMsgRequest,
    functions.InitConnectionRequest,
)


class CallError(Exception):
    """An answer of the API that refuses a call: a number and a name from core.telegram.org/api/errors."""

    def __init__(self, code: int, name: str) -> None:
        super().__init__(name)
        self.code, self.name = code, name


def user_as_seen(account: Account, seen_by: Account) -> Any:
    """A user as another user's client gets them: the telephone number is shown to its owner alone."""
    own = account is seen_by
    return types.User(
        account.number,
        is_self=own,
        access_hash=account.access,
        first_name=account.name,
        username=account.name,
        phone=account.phone if own else None,
    )


def chat_as_seen(chat: SecretChat, seen_by: Account, now: int) -> Any:
    """A secret chat at its present stage, as one of its two devices gets it."""
    head = chat.number, chat.access, now, chat.beginner.number, chat.other.number
    if chat.g_b:
        their_half = chat.g_b if seen_by is chat.beginner else chat.g_a
        if chat.middle is not None:
            return types.EncryptedChat(*head, chat.middle.half, chat.middle.print_for_beginner)
        return types.EncryptedChat(*head, their_half, chat.key_print)
    if seen_by is chat.beginner:
        return types.EncryptedChatWaiting(*head)
    return types.EncryptedChatRequested(*head, chat.g_a if chat.middle is None else chat.middle.half)


def bare(request: Any) -> Any:
    """The call inside the wrappers that tell the service about the client (core.telegram.org/api/invoking)."""
    while isinstance(request, _WRAPPERS):
        request = request.query
    return request


def same(a: int, b: int) -> bool:
    """Whether two access numbers are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(a.to_bytes(8, "big", signed=True), b.to_bytes(8, "big", signed=True))


def is_half(half: bytes) -> bool:
    """Whether bytes are a safe half of a key exchange: well inside the group (end-to-end, "Sending a Request")."""
    return MARGIN <= int.from_bytes(half) <= PRIME - MARGIN
