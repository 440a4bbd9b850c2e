"""A filtering provider: SOCKS5 towards its clients (RFC 1928, RFC 1929), rules, and an eye on the ClientHello.

`Connection` is one client's connection as a state machine, bytes in and steps out, without sockets and without a
clock; `serving` puts it on 127.0.0.1. It is no open proxy: it connects only to the ports of its own address map, looks
up no names, and asks for a user name and a password that were made at its start.
"""

import hmac
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from ipaddress import ip_address

from chokepoints.network.client_hello import LONGEST, MoreNeeded, NotTls, Reader
from chokepoints.network.rules import Action, Entry, Rule, Verdict, rules_of, verdict

_SOCKS, _NEGOTIATION = 5, 1
_PASSWORD, _NO_METHOD = 2, 0xFF
_CONNECT = 1
#: Length of an address by its type; a host name (3) says its own.
_LENGTHS = {1: 4, 4: 16}
_HOST_NAME = 3


class Reply(IntEnum):
    """The second byte of the provider's answer to a request (RFC 1928 6)."""

    SUCCEEDED = 0
    FAILURE = 1
    NOT_ALLOWED = 2
    REFUSED = 5
    COMMAND = 7
    ADDRESS_TYPE = 8

    def bytes(self) -> bytes:
        """The whole answer. Its address is 0.0.0.0, port 0: where the provider connects from is not told."""
        return bytes([_SOCKS, self, 0, 1]) + bytes(6)


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next, in this order: send, connect to a port of 127.0.0.1, close; `reset` closes with a TCP RST."""

    to_client: bytes = b""
    to_server: bytes = b""
    connect: int | None = None
    close: bool = False
    reset: bool = False


class Provider:
    """What its connections share: the address map, the rules, the credentials and the log.

    `ports` maps an imitation address and a port to a port of this machine; both it and `rules` may change while
    connections are open, and hold for those that begin later.
    """

    def __init__(self, ports: Mapping[tuple[str, int], int], rules: Rule | Iterable[Rule] = ()) -> None:
        self.ports = ports
        self.user, self.password = secrets.token_urlsafe(12), secrets.token_urlsafe(24)
        self._rules = rules_of(rules)
        self._entries: dict[int, Callable[[], Entry]] = {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._rules)} rules, {len(self._entries)} connections seen)"

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in force."""
        return self._rules

    @rules.setter
    def rules(self, rules: Rule | Iterable[Rule]) -> None:
        self._rules = rules_of(rules)

    @property
    def log(self) -> tuple[Entry, ...]:
        """What was seen of every connection so far, in the order in which they came."""
        return tuple(entry() for entry in self._entries.values())

    def connection(self) -> "Connection":
        """The state of one new connection, entered in the log."""
        number = len(self._entries) + 1
        new = Connection(self, number)
        self._entries[number] = new.entry
        return new

    def knows(self, user: bytes, password: bytes) -> bool:
        """Whether these are the credentials. Both are compared in full, in constant time."""
        right = hmac.compare_digest(user, self.user.encode()), hmac.compare_digest(password, self.password.encode())
        return all(right)

    def settled(self, number: int, entry: Entry) -> None:
        """A connection has ended: its entry stays, its state can go."""
        self._entries[number] = lambda: entry


class Connection:
    """One connection: `receive` takes a client's bytes in pieces of any size, `from_server` a server's.

    After a step that says `connect` comes `connected` or `failed`. A connection that a time limit ends is `late`;
    `finish` when it has ended for whatever reason. `open` says that bytes are carried both ways, `closed` that it is
    over.
    """

    def __init__(self, provider: Provider, number: int) -> None:
        self._provider, self.number = provider, number
        self._stage: Callable[[], bool] = self._greeting
        self._waiting = bytearray()
        self._hello = Reader()
        self._to_client, self._to_server = bytearray(), bytearray()
        self._connect: int | None = None
        self.closed = self._reset = False
        self._address, self._port, self._up, self._down = "", 0, 0, 0
        self._name: str | None = None
        self._verdict = Verdict()
        self._words = self._note = ""
        self.open = False

    @property
    def rate(self) -> int | None:
        """Bytes a second each way, where the connection is throttled."""
        return self._verdict.rate

    def entry(self) -> Entry:
        """What the log says of this connection."""
        said = str(self._verdict.action) if self.open or self.closed else "begun"
        if self._words:
            said = "closed"
        words = self._words or self._verdict.words or self._note
        return Entry(self.number, self._address, self._port, self._name, said, words, self._up, self._down)

    def receive(self, data: bytes) -> Step:
        """Take what came from the client."""
        if self.closed:
            return Step(close=True, reset=self._reset)
        if self.open:
            self._up += len(data)
            return Step(to_server=data)
        self._waiting += data
        return self._go_on()

    def from_server(self, data: bytes) -> Step:
        """Take what came from the server."""
        if self.closed or not self.open:
            return Step(close=True, reset=self._reset)
        self._down += len(data)
        return Step(to_client=data)

    def connected(self) -> Step:
        """The port that a step named was reached."""
        self._to_client += Reply.SUCCEEDED.bytes()
        self._stage = self._client_hello
        return self._go_on()

    def failed(self) -> Step:
        """The port that a step named could not be reached."""
        self._end("nothing answers at this address", Reply.REFUSED.bytes())
        return self._step()

    def late(self) -> Step:
        """The client, or both sides, were silent for too long."""
        self._end("silent for too long")
        return self._step()

    def finish(self) -> None:
        """The connection has ended."""
        if not self.open and not self.closed:
            self._end("ended before there was a ClientHello" if self._port else "ended before a request")
        self.closed = True
        self._provider.settled(self.number, self.entry())

    def _go_on(self) -> Step:
        """Run through the stages as far as the bytes reach."""
        while not self.closed and self._stage():
            pass
        return self._step()

    def _step(self) -> Step:
        step = Step(bytes(self._to_client), bytes(self._to_server), self._connect, self.closed, self._reset)
        self._to_client.clear()
        self._to_server.clear()
        self._connect = None
        return step

    def _end(self, words: str, answer: bytes = b"") -> bool:
        self._words, self.closed = words, True
        self._to_client += answer
        self._waiting.clear()
        return False

    def _take(self, size: int) -> bytes:
        taken = bytes(self._waiting[:size])
        del self._waiting[:size]
        return taken

    def _greeting(self) -> bool:
        """Version, number of methods, methods (RFC 1928 3)."""
        if self._waiting[:1] not in (b"", bytes([_SOCKS])):
            return self._end("not SOCKS5")
        if len(self._waiting) < 2 or len(self._waiting) < 2 + self._waiting[1]:
            return False
        methods = self._take(2 + self._waiting[1])[2:]
        if _PASSWORD not in methods:
            return self._end("offered no user name and password", bytes([_SOCKS, _NO_METHOD]))
        self._to_client += bytes([_SOCKS, _PASSWORD])
        self._stage = self._credentials
        return True

    def _credentials(self) -> bool:
        """Version, then user name and password behind their lengths (RFC 1929 2)."""
        waiting = self._waiting
        if waiting[:1] not in (b"", bytes([_NEGOTIATION])):
            return self._end("malformed credentials")
        if len(waiting) < 2 or len(waiting) < 3 + waiting[1]:
            return False
        user_end = 2 + waiting[1]
        end = user_end + 1 + waiting[user_end]
        if len(waiting) < end:
            return False
        taken = self._take(end)
        if not self._provider.knows(taken[2:user_end], taken[user_end + 1 :]):
            return self._end("wrong user name or password", bytes([_NEGOTIATION, 1]))
        self._to_client += bytes([_NEGOTIATION, 0])
        self._stage = self._request
        return True

    def _request(self) -> bool:
        """Version, command, a zero, the address behind its type, the port (RFC 1928 4)."""
        waiting = self._waiting
        if waiting[:1] not in (b"", bytes([_SOCKS])):
            return self._end("malformed request")
        if len(waiting) < 4:
            return False
        command, reserved, kind = waiting[1:4]
        if reserved:
            return self._end("malformed request", Reply.FAILURE.bytes())
        if command != _CONNECT:
            return self._end("a command other than CONNECT", Reply.COMMAND.bytes())
        if kind not in (*_LENGTHS, _HOST_NAME):
            return self._end("an unknown type of address", Reply.ADDRESS_TYPE.bytes())
        start = 4 if kind in _LENGTHS else 5
        if len(waiting) < start:
            return False
        end = start + (_LENGTHS[kind] if kind in _LENGTHS else waiting[4])
        if len(waiting) < end + 2:
            return False
        taken = self._take(end + 2)
        self._port = int.from_bytes(taken[end:])
        if kind == _HOST_NAME:
            return self._end("asked for a name: no names are looked up here", Reply.NOT_ALLOWED.bytes())
        self._address = str(ip_address(taken[start:end]))
        return self._decide()

    def _decide(self) -> bool:
        """What is known now is the address alone."""
        here = self._provider.ports.get((self._address, self._port))
        if self._port:
            self._verdict = verdict(self._provider.rules, self._address, self._port)
        if self._verdict.action is Action.REFUSE:
            self._to_client += Reply.NOT_ALLOWED.bytes()
            self.closed = True
        elif here is None:
            return self._end("not in the address map", Reply.NOT_ALLOWED.bytes())
        else:
            self._connect, self._stage = here, self._in_between
        return False

    def _in_between(self) -> bool:
        """The server is being reached; a client that already sends must not fill the memory meanwhile."""
        return self._end("sent too much too early") if len(self._waiting) > LONGEST else False

    def _client_hello(self) -> bool:
        """The first bytes to the server. What begins no ClientHello is carried on unread, as by real filters."""
        try:
            self._hello.feed(self._take(len(self._waiting)))
        except MoreNeeded:
            return False
        except NotTls:
            self._note = "no ClientHello that can be read"
        else:
            self._name = self._hello.server_name
            self._note = "" if self._name else "a ClientHello without a name"
        self._verdict = verdict(self._provider.rules, self._address, self._port, self._name)
        if self._verdict.action in (Action.RESET, Action.REFUSE):
            self.closed = self._reset = True
            return False
        self.open = True
        self._up += len(self._hello.data)
        self._to_server += self._hello.data
        return False
