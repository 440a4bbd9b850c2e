"""A request to a push service, read part by part (RFC 8030 5, RFC 8291 4, RFC 8292), and what is answered."""

import re
from dataclasses import dataclass
from http import HTTPStatus

from chokepoints.loopback.http_line import Request
from chokepoints.push.rules import WEB_PUSH
from chokepoints.push.webpush_crypto import HEADER, LONGEST
from chokepoints.push.webpush_vapid import NotIdentified, identify

_DIGITS, _TOPIC = re.compile(r"[0-9]+"), re.compile(r"[A-Za-z0-9_-]{1,32}")
#: How urgent a push may be, in order (RFC 8030 5.3); a push that does not say is normal.
URGENCIES = ("very-low", "low", "normal", "high")


@dataclass(frozen=True, slots=True)
class Answer:
    """What to answer: a status, a text for who sent it with its kind, and further header fields."""

    status: HTTPStatus
    text: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    kind: str = "text/plain; charset=utf-8"


class Refused(Exception):
    """A push that the service does not take, and what it answers."""

    def __init__(self, status: HTTPStatus, text: str, *headers: tuple[str, str]) -> None:
        self.answer = Answer(status, text, headers)


class Incoming:
    """A push while its request is read: each part holds once it has been found right."""

    def __init__(self, request: Request) -> None:
        self._request, self.body = request, request.body
        self.sender, self.topic = "", ""
        self.ttl: int | None = None
        self.urgency = "normal"

    def read(self, origin: str, today: float, only: bytes | None) -> None:
        """Read it through. Raises Refused at the first part that is wrong."""
        if len(self.body) > LONGEST:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A push has at most {LONGEST:,} bytes.")
        self._read_headers()
        try:
            who = identify(self._one("authorization"), origin, today, only)
        except NotIdentified as error:
            scheme = [("www-authenticate", "vapid")] if error.status is HTTPStatus.UNAUTHORIZED else []
            raise Refused(error.status, str(error), *scheme) from None
        if who and who.key == self.body[HEADER - len(who.key) : HEADER]:
            raise _bad("The key that signs must not be the one that encrypts (RFC 8292 3.2).")
        self.sender = who.contact if who else ""

    def _read_headers(self) -> None:
        ttl = self._one("ttl")
        if ttl is None or not _DIGITS.fullmatch(ttl):
            raise _bad("A push needs a TTL: how many seconds it may wait, in digits.")
        digits = ttl.lstrip("0")[:12] or "0"  # more are longer than any lifetime, and int() has a limit of its own
        self.ttl = int(WEB_PUSH.lifetime(int(digits)))
        urgency, topic = (self._one("urgency") or self.urgency).lower(), self._one("topic")
        if urgency not in URGENCIES:
            raise _bad(f"Urgency is one of {', '.join(URGENCIES)}.")
        self.urgency = urgency
        if topic is not None and not _TOPIC.fullmatch(topic):
            raise _bad("A Topic has 1 to 32 characters: letters, digits, - and _.")
        self.topic = topic or ""
        if self.body and self._one("content-encoding") != "aes128gcm":
            raise _bad("A push with a body has Content-Encoding: aes128gcm (RFC 8291 4).")

    def _one(self, name: str) -> str | None:
        values = self._request.all(name)
        if len(values) > 1:
            raise _bad(f"There is more than one {name} header field.")
        return values[0] if values else None


def _bad(words: str) -> Refused:
    return Refused(HTTPStatus.BAD_REQUEST, words)
