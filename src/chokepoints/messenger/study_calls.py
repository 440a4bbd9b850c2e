"""Study code: the calls that the data centre answers, and what it keeps on its disk because of them.

A small part of the API at core.telegram.org/methods: logging in by telephone number and code, finding a user, sending
and fetching cloud messages, and relaying secret chats. Unlike the real service it numbers messages for all users in one
row, sends no updates of its own accord, and keeps all in memory. With `middle` it puts itself between the devices of
every secret chat.
"""

import hmac
import time
from collections.abc import Callable, Mapping
from inspect import signature
from secrets import randbelow, token_hex
from typing import Any

from nacl.exceptions import CryptoError
from nacl.secret import Aead
from telethon.tl import functions, types

from chokepoints.errors import KitError
from chokepoints.messenger.errors import CannotOpen, WrongKey
from chokepoints.messenger.secret import Secret, open_sealed
from chokepoints.messenger.study_keys import Direction, open_secret
from chokepoints.messenger.study_middle import Middle
from chokepoints.messenger.study_records import (
    ACCOUNT,
    CLOUD,
    KEY,
    MIDDLE,
    SECRET,
    Account,
    CallError,
    Record,
    SecretChat,
    chat_as_seen,
    is_half,
    same,
    user_as_seen,
)
from chokepoints.messenger.study_wire import PRIME


class Calls:
    """The service behind the wire: accounts, messages, the disk, and an answer for each call."""

    def __init__(self, people: Mapping[str, str], clock: Callable[[], float] = time.time, middle: bool = False) -> None:
        self._clock, self._middle = clock, middle
        self._storage_key = Secret.fresh()
        self._codes: dict[str, tuple[str, str]] = {}
        self._messages: list[tuple[Account, Account, int, Record]] = []
        self._relayed: list[tuple[SecretChat, Account, int, bytes]] = []
        self._chats: list[SecretChat] = []
        self.address = ("127.0.0.1", 0)
        self.disk: list[Record] = []
        self.accounts: dict[str, Account] = {}
        for number, (phone, name) in enumerate(people.items(), start=1):
            self.accounts[phone.lstrip("+")] = Account(number, phone.lstrip("+"), name)
            self.disk.append(Record(ACCOUNT, name, held=Secret(phone.encode())))

    def code_for(self, phone: str) -> str:
        """The code that was sent to a telephone number. Raises KitError where none was asked for."""
        try:
            return self._codes[phone.lstrip("+")][1]
        except KeyError:
            raise KitError(f"No code was sent to {phone}: the client has to ask for one first.") from None

    def read_record(self, record: Record) -> str:
        """What the operator reads in a record with everything on its disk. Raises CannotOpen where nothing fits."""
        if record.kind == CLOUD:
            try:
                return open_sealed(self._storage_key, record.held.reveal(), b"").decode()
            except CryptoError:
                raise WrongKey("The storage key does not open this record.") from None
        if record.kind != SECRET:
            raise KitError(f"A record of the kind {record.kind} holds no message.")
        for key in (kept.held for kept in self.disk if kept.kind in (KEY, MIDDLE)):
            for direction in Direction:
                try:
                    return open_secret(key, record.held.reveal(), direction).decode(errors="replace")
                except CannotOpen:
                    continue
        raise WrongKey("None of the keys on the disk opens this record: its key is on two devices, and not here.")

    def answer(self, request: Any, user: Account | None) -> tuple[Any, Account | None]:
        """The answer to a bare call, and the user who is logged in after it. Raises CallError."""
        if isinstance(request, functions.help.GetConfigRequest):
            return self._config(), user
        if isinstance(request, functions.auth.SendCodeRequest):
            return self._send_code(request), user
        if isinstance(request, functions.auth.SignInRequest):
            return self._sign_in(request)
        if user is None:
            raise CallError(401, "AUTH_KEY_UNREGISTERED")
        handler = _HANDLERS.get(type(request))
        if handler is None:
            raise CallError(400, "INPUT_METHOD_INVALID")
        return handler(self, request, user), user

    def _config(self) -> Any:
        host, port = self.address
        now = int(self._clock())
        needed = {name: kind for name, kind in signature(types.Config).parameters.items() if kind.default is kind.empty}
        unused = {name: "" if kind.annotation is str else 0 for name, kind in needed.items()}  # limits, times, texts
        options = [types.DcOption(1, host, port)]
        said = {"date": now, "expires": now + 3600, "test_mode": False, "this_dc": 1, "dc_options": options}
        return types.Config(**{**unused, **said})

    def _send_code(self, request: Any) -> Any:
        phone = request.phone_number.lstrip("+")
        if phone not in self.accounts:
            raise CallError(400, "PHONE_NUMBER_INVALID")
        self._codes[phone] = token_hex(8), f"{randbelow(100_000):05}"
        return types.auth.SentCode(types.auth.SentCodeTypeApp(5), self._codes[phone][0])

    def _sign_in(self, request: Any) -> tuple[Any, Account]:
        phone = request.phone_number.lstrip("+")
        known = self._codes.pop(phone, None)  # one attempt a code
        if known is None:
            raise CallError(400, "PHONE_CODE_EXPIRED")
        shown = request.phone_code_hash, request.phone_code or ""
        if not all(hmac.compare_digest(a.encode(), b.encode()) for a, b in zip(known, shown, strict=True)):
            raise CallError(400, "PHONE_CODE_INVALID")
        account = self.accounts[phone]
        return types.auth.Authorization(user_as_seen(account, account)), account

    def _state(self, _request: Any, user: Account) -> Any:
        return types.updates.State(1 + user.sent, len(self._relayed), int(self._clock()), 0, 0)

    def _difference(self, request: Any, user: Account) -> Any:
        """What concerns the user's secret chats: the chats themselves, and messages since the number `qts`."""
        mine = [chat for chat in self._chats if user in (chat.beginner, chat.other)]
        now = int(self._clock())
        new = [
            types.EncryptedMessage(chat.number, date, data, types.EncryptedFileEmpty(), random_id=number)
            for number, (chat, writer, date, data) in enumerate(self._relayed, start=1)
            if number > request.qts and chat in mine and writer is not user
        ]
        if not mine and not new:
            return types.updates.DifferenceEmpty(now, 0)
        told = [types.UpdateEncryption(chat_as_seen(chat, user, now), now) for chat in mine]
        return types.updates.Difference([], new, told, [], [], self._state(request, user))

    def _users(self, request: Any, user: Account) -> Any:
        return [user_as_seen(self._peer(peer, user), user) for peer in request.id]

    def _resolve(self, request: Any, user: Account) -> Any:
        for account in self.accounts.values():
            if account.name == request.username:
                return types.contacts.ResolvedPeer(types.PeerUser(account.number), [], [user_as_seen(account, user)])
        raise CallError(400, "USERNAME_NOT_OCCUPIED")

    def _send(self, request: Any, user: Account) -> Any:
        other, now = self._peer(request.peer, user), int(self._clock())
        sealed = bytes(Aead(self._storage_key.reveal()).encrypt(request.message.encode()))
        record = Record(CLOUD, user.name, other.name, Secret(sealed))
        self.disk.append(record)
        self._messages.append((user, other, now, record))
        user.sent += 1
        return types.UpdateShortSentMessage(len(self._messages), 1 + user.sent, 1, now, out=True)

    def _history(self, request: Any, user: Account) -> Any:
        other = self._peer(request.peer, user)
        found = [
            (number, *message)
            for number, message in enumerate(self._messages, start=1)
            if {message[0], message[1]} == {user, other} and number < (request.offset_id or 2**31)
        ][::-1]
        shown = found[max(request.add_offset, 0) :][: request.limit]
        messages = [
            types.Message(
                number,
                types.PeerUser(other.number),
                date,
                self.read_record(record),
                out=writer is user,
                from_id=types.PeerUser(writer.number),
            )
            for number, writer, _, date, record in shown
        ]
        users = [user_as_seen(account, user) for account in {user, other}]
        if len(shown) == len(found):
            return types.messages.Messages(messages, [], [], users)
        return types.messages.MessagesSlice(len(found), messages, [], [], users)

    def _group(self, _request: Any, _user: Account) -> Any:
        return types.messages.DhConfig(2, PRIME.to_bytes(256), 1, b"")

    def _begin_secret(self, request: Any, user: Account) -> Any:
        if not is_half(request.g_a):
            raise CallError(400, "DH_G_A_INVALID")
        chat = SecretChat(len(self._chats) + 1, user, self._peer(request.user_id, user), randbelow(2**62), request.g_a)
        if self._middle:
            chat.middle = Middle()
            self.disk.append(Record(MIDDLE, user.name, held=chat.middle.towards_beginner(request.g_a)))
        self._chats.append(chat)
        return chat_as_seen(chat, user, int(self._clock()))

    def _accept_secret(self, request: Any, user: Account) -> Any:
        chat = self._secret_chat(request.peer, user)
        if user is not chat.other or chat.g_b:
            raise CallError(400, "ENCRYPTION_ALREADY_ACCEPTED")
        if not is_half(request.g_b):
            raise CallError(400, "DH_G_A_INVALID")
        chat.g_b, chat.key_print = request.g_b, request.key_fingerprint
        if chat.middle is not None:
            self.disk.append(Record(MIDDLE, user.name, held=chat.middle.towards_other(request.g_b)))
        return chat_as_seen(chat, user, int(self._clock()))

    def _send_secret(self, request: Any, user: Account) -> Any:
        chat, now = self._secret_chat(request.peer, user), int(self._clock())
        if not chat.g_b:
            raise CallError(400, "ENCRYPTION_ID_INVALID")
        other = chat.other if user is chat.beginner else chat.beginner
        self.disk.append(Record(SECRET, user.name, other.name, Secret(request.data)))
        passed = request.data if chat.middle is None else chat.middle.pass_on(request.data, user is chat.beginner)
        self._relayed.append((chat, user, now, passed))
        return types.messages.SentEncryptedMessage(now)

    def _secret_chat(self, peer: Any, user: Account) -> SecretChat:
        for chat in self._chats:
            if (
                chat.number == peer.chat_id
                and same(chat.access, peer.access_hash)
                and user in (chat.beginner, chat.other)
            ):
                return chat
        raise CallError(400, "CHAT_ID_INVALID")

    def _peer(self, peer: Any, user: Account) -> Account:
        if isinstance(peer, types.InputPeerSelf | types.InputUserSelf):
            return user
        for account in self.accounts.values():
            if account.number == getattr(peer, "user_id", 0) and same(account.access, getattr(peer, "access_hash", 0)):
                return account
        raise CallError(400, "PEER_ID_INVALID")


_HANDLERS: dict[type, Callable[[Calls, Any, Account], Any]] = {
    functions.updates.GetStateRequest: Calls._state,
    functions.updates.GetDifferenceRequest: Calls._difference,
    functions.users.GetUsersRequest: Calls._users,
    functions.contacts.ResolveUsernameRequest: Calls._resolve,
    functions.messages.SendMessageRequest: Calls._send,
    functions.messages.GetHistoryRequest: Calls._history,
    functions.messages.GetDhConfigRequest: Calls._group,
    functions.messages.RequestEncryptionRequest: Calls._begin_secret,
    functions.messages.AcceptEncryptionRequest: Calls._accept_secret,
    functions.messages.SendEncryptedRequest: Calls._send_secret,
}
