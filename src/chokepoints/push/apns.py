"""APNs' provider interface, as far as one request goes: what its headers must say, and the reasons for a refusal.

Statuses and reasons are those that Apple documents ("Handling notification responses from APNs", headers in "Sending
notification requests to APNs", developer.apple.com). In which order a request is checked is not public: ours. So is
that a payload need not be JSON, since no documented reason says otherwise. Pushes for calls have a topic with .voip at
its end, which takes 5,120 bytes (apns-payload-voip); that a push of type voip to another topic is a BadTopic is ours.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import uuid4

from chokepoints.push.pushes import Kind, Push, is_call


class Reason(StrEnum):
    """Why a request was refused, in Apple's words."""

    BAD_COLLAPSE_ID = "BadCollapseId"
    BAD_DEVICE_TOKEN = "BadDeviceToken"
    BAD_EXPIRATION_DATE = "BadExpirationDate"
    BAD_MESSAGE_ID = "BadMessageId"
    BAD_PRIORITY = "BadPriority"
    BAD_TOPIC = "BadTopic"
    DEVICE_TOKEN_NOT_FOR_TOPIC = "DeviceTokenNotForTopic"
    DUPLICATE_HEADERS = "DuplicateHeaders"
    IDLE_TIMEOUT = "IdleTimeout"
    INVALID_PUSH_TYPE = "InvalidPushType"
    MISSING_DEVICE_TOKEN = "MissingDeviceToken"
    MISSING_TOPIC = "MissingTopic"
    PAYLOAD_EMPTY = "PayloadEmpty"
    TOPIC_DISALLOWED = "TopicDisallowed"
    BAD_CERTIFICATE = "BadCertificate"
    BAD_CERTIFICATE_ENVIRONMENT = "BadCertificateEnvironment"
    EXPIRED_PROVIDER_TOKEN = "ExpiredProviderToken"
    INVALID_PROVIDER_TOKEN = "InvalidProviderToken"
    MISSING_PROVIDER_TOKEN = "MissingProviderToken"
    BAD_PATH = "BadPath"
    METHOD_NOT_ALLOWED = "MethodNotAllowed"
    UNREGISTERED = "Unregistered"
    PAYLOAD_TOO_LARGE = "PayloadTooLarge"
    TOO_MANY_PROVIDER_TOKEN_UPDATES = "TooManyProviderTokenUpdates"
    TOO_MANY_REQUESTS = "TooManyRequests"
    INTERNAL_SERVER_ERROR = "InternalServerError"
    SHUTDOWN = "Shutdown"

    @property
    def status(self) -> int:
        """The HTTP status that goes with it."""
        return _STATUS.get(self, 400)


_STATUS = {
    Reason.BAD_CERTIFICATE: 403,
    Reason.BAD_CERTIFICATE_ENVIRONMENT: 403,
    Reason.EXPIRED_PROVIDER_TOKEN: 403,
    Reason.INVALID_PROVIDER_TOKEN: 403,
    Reason.MISSING_PROVIDER_TOKEN: 403,
    Reason.BAD_PATH: 404,
    Reason.METHOD_NOT_ALLOWED: 405,
    Reason.UNREGISTERED: 410,
    Reason.PAYLOAD_TOO_LARGE: 413,
    Reason.TOO_MANY_PROVIDER_TOKEN_UPDATES: 429,
    Reason.TOO_MANY_REQUESTS: 429,
    Reason.INTERNAL_SERVER_ERROR: 500,
    Reason.SHUTDOWN: 503,
}
#: Values of apns-push-type as Microsoft lists them from Apple's page (Azure Notification Hubs, ApnsPushTypes).
PUSH_TYPES = frozenset(
    {
        "alert",
        "background",
        "complication",
        "fileprovider",
        "liveactivity",
        "location",
        "mdm",
        "pushtotalk",
        "voip",
    }
)
_PATH = "/3/device/"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
#: An apns-id that may be repeated in an answer: ours.
_REPEATED = re.compile(r"[!-~]{1,64}")
_TOPIC = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,254}")
#: Seconds since 1970 up to the year 5138: what `time` can hold everywhere.
_EXPIRATION = re.compile(r"[0-9]{1,11}")
#: The tokens of this gateway are 32 bytes long; Apple says that the length may change.
_TOKEN = re.compile(r"([0-9a-f]{2}){16,100}", re.IGNORECASE)
_LONGEST_COLLAPSE_ID = 64
Headers = Sequence[tuple[bytes, bytes]]


class Refused(Exception):
    """A request is refused; `timestamp` in milliseconds since 1970, for Unregistered alone."""

    def __init__(self, reason: Reason, timestamp: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.timestamp = reason, timestamp


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one request. `id` is the apns-id; with a reason there is a body, else none."""

    id: str
    reason: Reason | None = None
    timestamp: int | None = None

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.reason.status if self.reason else 200

    def headers(self) -> list[tuple[str, str]]:
        """The fields of the answer."""
        typed = [("content-type", "application/json")] if self.reason else []
        return [(":status", str(self.status)), ("apns-id", self.id), *typed]

    def body(self) -> bytes:
        """The reason as JSON; nothing where there is none."""
        if self.reason is None:
            return b""
        stamp = {} if self.timestamp is None else {"timestamp": self.timestamp}
        return json.dumps({"reason": self.reason, **stamp}).encode()


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came. `size` is that of its body in bytes, of which only the beginning may have been kept."""

    headers: Headers = field(repr=False)
    body: bytes = field(repr=False)
    size: int

    def field(self, name: str) -> str | None:
        """A header's value, None where it is missing; bytes that are no UTF-8 as question marks."""
        wanted = name.encode()
        return next((value.decode("utf-8", "replace") for key, value in self.headers if key == wanted), None)

    def answer_id(self) -> str:
        """The apns-id to answer with: the request's, wrong or right, or a new one where it has none to repeat."""
        given = self.field("apns-id")  # aioapns knows by it which request was refused
        return given if given is not None and _REPEATED.fullmatch(given) else str(uuid4())

    def device(self) -> str:
        """The device's token. Raises Refused where method or path are not those of a push."""
        if self.field(":method") != "POST":
            raise Refused(Reason.METHOD_NOT_ALLOWED)
        path = self.field(":path") or ""
        if not path.startswith(_PATH):
            raise Refused(Reason.BAD_PATH)
        token = path.removeprefix(_PATH)
        if not token:
            raise Refused(Reason.MISSING_DEVICE_TOKEN)
        if "/" in token or "?" in token:
            raise Refused(Reason.BAD_PATH)
        return token

    def push(self, largest: Callable[[str], int], unix_now: float, only: str = "") -> Push:
        """The push that it asks for. Raises Refused.

        `largest` says how many bytes a payload of a topic has at most; `only` is the topic of the provider's
        certificate, which holds where none is named.
        """
        token = self.device()
        names = [name for name, _ in self.headers if name.startswith(b"apns-") or name == b"authorization"]
        if len(names) != len(set(names)):
            raise Refused(Reason.DUPLICATE_HEADERS)
        given = self.field("apns-id")
        if given is not None and not _UUID.fullmatch(given):
            raise Refused(Reason.BAD_MESSAGE_ID)
        lifetime = self._lifetime(unix_now)
        claim, priority = self._claim_and_priority()
        key = self.field("apns-collapse-id") or ""
        if len(key.encode()) > _LONGEST_COLLAPSE_ID:
            raise Refused(Reason.BAD_COLLAPSE_ID)
        topic = self.field("apns-topic") or only
        if not topic:
            raise Refused(Reason.MISSING_TOPIC)
        if not _TOPIC.fullmatch(topic) or (claim == "voip" and not is_call(topic)):
            raise Refused(Reason.BAD_TOPIC)
        if not self.size:
            raise Refused(Reason.PAYLOAD_EMPTY)
        if self.size > largest(topic):
            raise Refused(Reason.PAYLOAD_TOO_LARGE)
        if not _TOKEN.fullmatch(token):
            raise Refused(Reason.BAD_DEVICE_TOKEN)
        return Push(token.lower(), topic, self.body, lifetime, key, claim, priority, given or "")

    def _lifetime(self, unix_now: float) -> float | None:
        """Seconds until the expiry, whole ones as the clients count; below 0 where it is reached already."""
        given = self.field("apns-expiration")
        if given is None:
            return None
        if not _EXPIRATION.fullmatch(given):
            raise Refused(Reason.BAD_EXPIRATION_DATE)
        if int(given) == 0:
            return 0
        left = int(given) - int(unix_now)
        return left if left > 0 else -1

    def _claim_and_priority(self) -> tuple[str, int]:
        """Push type and priority. A background push must not have priority 10; none given, it has 5 (ours)."""
        claim = self.field("apns-push-type") or ""
        if claim and claim not in PUSH_TYPES:
            raise Refused(Reason.INVALID_PUSH_TYPE)
        given = self.field("apns-priority")
        if given is None:
            return claim, 5 if claim == Kind.BACKGROUND else 10
        if given not in ("1", "5", "10") or (given == "10" and claim == Kind.BACKGROUND):
            raise Refused(Reason.BAD_PRIORITY)
        return claim, int(given)
