"""FCM's HTTP v1 interface, as far as one request goes: what a message may say, and the errors with which it is refused.

Statuses, codes and the form of an error are Google's (firebase.google.com, FCM error codes: fcm-v1-answers), the
sentences in them ours. So are the order in which a request is checked, and that 405 answers another method. Fields are
those of the reference (projects.messages). Only messages to one token are taken here; the parts for iPhones and
browsers are read over.
"""

import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from chokepoints.push.pushes import Kind, Push, read_json
from chokepoints.push.rules import FCM
from chokepoints.push.webpush_request import Answer

#: Bytes of a request's body that are read; ours.
LONGEST = 1 << 16
_JSON = "application/json; charset=UTF-8"
_TYPE = "type.googleapis.com/google."
#: Tokens are the gateway's, 32 bytes in hexadecimal; Google's have another form, which it does not promise.
_TOKEN = re.compile(r"[0-9a-f]{64}")
_TTL = re.compile(r"([0-9]{1,12})(\.[0-9]{1,9})?s")
#: Keys of `data` that are Google's own (FCM error codes, under Invalid data key).
_RESERVED = re.compile(r"from|gcm|google.*", re.DOTALL)
_MESSAGE = {
    *("name", "data", "notification", "android", "webpush", "apns", "fcm_options"),
    *("token", "topic", "condition"),
}
_ANDROID = {
    *("collapse_key", "priority", "ttl", "restricted_package_name", "data", "notification"),
    *("fcm_options", "direct_boot_ok"),
}
#: Which words a priority may have, and the gateway's number for it.
_PRIORITIES = {"HIGH": 10, "high": 10, "NORMAL": 5, "normal": 5}


class Refused(Exception):
    """A message is refused: with a status, its name, a sentence, a code of FCM's own, and the field that is wrong."""

    def __init__(
        self, status: int, name: str, words: str, code: str = "", where: str = "", wait: float | None = None
    ) -> None:
        super().__init__(words)
        self.status, self.name, self.words, self.code, self.where, self.wait = status, name, words, code, where, wait

    def answer(self) -> Answer:
        """The error as Google writes it; `wait` in seconds stands in Retry-After."""
        details: list[dict[str, Any]] = []
        if self.where:
            violation = {"field": self.where, "description": self.words}
            details.append({"@type": f"{_TYPE}rpc.BadRequest", "fieldViolations": [violation]})
        if self.code:
            details.append({"@type": f"{_TYPE}firebase.fcm.v1.FcmError", "errorCode": self.code})
        if self.code == "QUOTA_EXCEEDED":
            violation = {"subject": "token", "description": self.words}
            details.append({"@type": f"{_TYPE}rpc.QuotaFailure", "violations": [violation]})
        error = {"code": self.status, "message": self.words, "status": self.name}
        headers = [("www-authenticate", "Bearer")] if self.status == HTTPStatus.UNAUTHORIZED else []
        headers += [] if self.wait is None else [("retry-after", str(math.ceil(self.wait)))]
        return answer_of(
            HTTPStatus(self.status), {"error": error | ({"details": details} if details else {})}, tuple(headers)
        )


def answer_of(status: HTTPStatus, body: dict[str, Any], headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """An answer in JSON."""
    return Answer(status, json.dumps(body), headers, _JSON)


def no_request(status: HTTPStatus) -> Answer:
    """What is said of what is no HTTP."""
    return Refused(status, "INVALID_ARGUMENT", "This is no request that the service can read.").answer()


def wrong(where: str, words: str) -> Refused:
    """A value that has the wrong form."""
    return Refused(400, "INVALID_ARGUMENT", words, where=where)


def not_allowed(where: str, words: str) -> Refused:
    """A value that has the right form, and FCM does not take."""
    return Refused(400, "INVALID_ARGUMENT", words, "INVALID_ARGUMENT", where)


@dataclass(frozen=True, slots=True)
class Message:
    """What a request asks for. `app` is the package that it is meant for, where it names one.

    `size` in bytes is that of all keys and values of its data and its notification, as the limit counts them. `ttl` in
    seconds, None where none is named. With `only_try` it is checked and not sent.
    """

    token: str
    payload: bytes = field(repr=False)
    size: int
    kind: Kind
    priority: int
    ttl: int | None = None
    key: str = ""
    app: str = ""
    only_try: bool = False

    def push(self, topic: str, id: str) -> Push:
        """The push for the gateway's mailbox."""
        return Push(
            self.token, topic, self.payload, self.ttl, self.key, self.kind, self.priority, id, counted=self.size
        )


def read(body: bytes) -> Message:
    """Read a request's body. Raises Refused at the first part that is wrong."""
    if len(body) > LONGEST:
        raise not_allowed("message", f"A request has at most {LONGEST:,} bytes.")
    asked = read_json(body)
    if not isinstance(asked, dict):
        raise Refused(400, "INVALID_ARGUMENT", "The body is no JSON object in UTF-8.")
    asked = _fields(asked, {"message", "validate_only"}, "")
    message = _fields(_object(asked, "message", ""), _MESSAGE, "message")
    android = _fields(_object(message, "android", "message"), _ANDROID, "message.android")
    for part in ("webpush", "apns", "fcm_options"):
        _object(message, part, "message")
    data = _words(_object(android, "data", "message.android") or _object(message, "data", "message"), "message.data")
    for name in data:
        if _RESERVED.fullmatch(name):
            raise not_allowed("message.data", f"The key {name[:40]!r} is the service's own.")
    notice = _notice(_object(message, "notification", "message") | _object(android, "notification", "message.android"))
    size = _size(data) + _size(notice)
    if size > FCM.payload:
        raise not_allowed("message", f"{size:,} bytes are too many: keys and values have at most {FCM.payload:,}.")
    return Message(
        _token(message),
        _payload(data, notice),
        size,
        Kind.ALERT if notice else Kind.BACKGROUND,
        _priority(android, 10 if notice else 5),
        _ttl(android),
        _key(android),
        _text(android, "restricted_package_name", "message.android"),
        _flag(asked),
    )


def _fields(given: dict[str, Any], known: Iterable[str], where: str) -> dict[str, Any]:
    """The fields by their names with underscores; both ways of writing them are taken, as JSON of protocol buffers."""
    fields: dict[str, Any] = {}
    for name, value in given.items():
        plain = re.sub(r"(?<=[a-z])[A-Z]", lambda found: "_" + found[0].lower(), name)
        if plain not in known or plain in fields:
            raise wrong(where or "body", f"There is no field {name[:40]!r} here, or it stands twice.")
        fields[plain] = value
    return fields


def _object(given: dict[str, Any], name: str, where: str) -> dict[str, Any]:
    value = given.get(name)
    if value is None:
        if name == "message":
            raise wrong("message", "There is no message.")
        return {}
    if not isinstance(value, dict):
        raise wrong(f"{where}.{name}".lstrip("."), f"{name} is no JSON object.")
    return value


def _words(given: dict[str, Any], where: str) -> dict[str, str]:
    """A map of texts: no numbers, no lists, nothing that UTF-8 has no bytes for."""
    for number, (name, value) in enumerate(given.items()):
        if not isinstance(value, str):
            raise wrong(f"{where}[{number}].value", "A value of data is a text: write numbers in quotes.")
        if not (_encodes(name) and _encodes(value)):
            raise wrong(f"{where}[{number}]", "The text has letters that UTF-8 cannot write.")
    return given


def _notice(given: dict[str, Any]) -> dict[str, Any]:
    """What the system is to show. Objects inside it, such as the colours of a lamp, are not taken here."""
    for name, value in given.items():
        parts = value if isinstance(value, list) else [value]
        if not all(isinstance(part, str | bool | int | float) for part in parts):
            raise wrong("message.notification", f"{name[:40]!r} is no text, number, true or false, or list of them.")
        if not (_encodes(name) and all(_encodes(str(part)) for part in parts)):
            raise wrong("message.notification", "The text has letters that UTF-8 cannot write.")
    return given


def _size(part: dict[str, Any]) -> int:
    """Bytes of all keys and values; what is no text counts as it is written in JSON."""
    texts = [text for item in part.items() for text in item]
    return sum(
        len((text if isinstance(text, str) else json.dumps(text, ensure_ascii=False)).encode()) for text in texts
    )


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _payload(data: dict[str, str], notice: dict[str, Any]) -> bytes:
    """What goes to the device, as JSON."""
    parts = {name: part for name, part in (("notification", notice), ("data", data)) if part}
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def _token(message: dict[str, Any]) -> str:
    if message.get("topic") is not None or message.get("condition") is not None:
        raise not_allowed("message", "This service of the kit sends to single tokens: no topic, no condition.")
    token = message.get("token")
    if not isinstance(token, str):
        raise wrong("message.token", "A message names the token of a device, as a text.")
    if not _TOKEN.fullmatch(token):
        raise Refused(400, "INVALID_ARGUMENT", "This is no token that the service gives out.", "INVALID_ARGUMENT")
    return token


def _priority(android: dict[str, Any], default: int) -> int:
    """The gateway's number: what names none goes at HIGH where it is to be seen, else at NORMAL (the reference)."""
    given = android.get("priority")
    if given is None:
        return default
    if not isinstance(given, str) or given not in _PRIORITIES:
        raise wrong("message.android.priority", "A priority is NORMAL or HIGH.")
    return _PRIORITIES[given]


def _ttl(android: dict[str, Any]) -> int | None:
    """Whole seconds; a part of one is cut off (the reference)."""
    given = android.get("ttl")
    if given is None:
        return None
    found = _TTL.fullmatch(given) if isinstance(given, str) else None
    if not found:
        raise wrong("message.android.ttl", "A time to live is seconds with an s at the end, such as '3600s'.")
    if int(found[1]) > FCM.longest:
        raise not_allowed("message.android.ttl", f"A time to live has at most {FCM.longest:,.0f} seconds.")
    return int(found[1])


def _key(android: dict[str, Any]) -> str:
    key = _text(android, "collapse_key", "message.android")
    if len(key.encode()) > FCM.key:
        raise not_allowed("message.android.collapse_key", f"A collapse key has at most {FCM.key:,} bytes.")
    return key


def _text(given: dict[str, Any], name: str, where: str) -> str:
    value = given.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or not _encodes(value):
        raise wrong(f"{where}.{name}", f"{name} is no text.")
    return value


def _flag(asked: dict[str, Any]) -> bool:
    value = asked.get("validate_only")
    if value is not None and not isinstance(value, bool):
        raise wrong("validate_only", "validate_only is true or false.")
    return bool(value)
