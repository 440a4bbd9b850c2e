"""A push, and what a notification service can tell of it: whether it is an alert, and whether it can be read."""

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a push is for, as far as the gateway can tell."""

    ALERT = "alert"  # the system shows it, plays it or sets a badge
    BACKGROUND = "background"  # nothing to be seen: it wakes the app
    OTHER = "other"  # neither can be seen: no push type, or one such as voip


@dataclass(frozen=True, slots=True)
class Push:
    """One push as a provider hands it over.

    `lifetime` says in seconds how long it may wait: 0 for one try, None where the provider names no expiry, below 0
    where it had expired when it came. `key` is the collapse id, `claim` the push type that the provider gives it
    (apns-push-type), both empty where none is given. `counted` is the size in bytes that the service goes by, where
    that is not the size of `payload`.
    """

    token: str
    topic: str
    payload: bytes = field(repr=False)
    lifetime: float | None = None
    key: str = ""
    claim: str = ""
    priority: int = 10
    id: str = ""
    counted: int | None = None

    @property
    def size(self) -> int:
        """Its size in bytes, as the service counts."""
        return len(self.payload) if self.counted is None else self.counted


@dataclass(frozen=True, slots=True)
class Look:
    """What can be read in a payload.

    `aps` says whether there is the dictionary `aps`, which is for the system and always in the clear; `shows` that
    there is something to show in it, or in the part `notification` of FCM, `wakes` that it lets code of the app run.
    `service` is True for a service push in the clear, False for another one in the clear, None where the gateway cannot
    tell.
    """

    aps: bool = False
    shows: bool = False
    wakes: bool = False
    service: bool | None = None


#: Keys of `aps` that the system acts on where a user sees or hears it (Apple, Generating a remote notification).
_SHOWN = ("alert", "badge", "sound")
#: The end of a topic for calls: an app's identifier with this after it (Apple, Sending notification requests to APNs).
VOIP = ".voip"
#: The field in which the clients' later versions expect the encrypted rest (push-encrypted-p).
ENCRYPTED = "p"
#: The kind of push that carries a data centre's address (push-dcupdate-old, push-dcupdate-android).
SERVICE = "DC_UPDATE"


def read_json(data: bytes) -> Any:
    """JSON in UTF-8, or None where it is none, holds what JSON has no word for, or is nested too deep."""
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_no_json)
    except (ValueError, RecursionError):
        return None


def _no_json(word: str) -> None:
    """Python reads NaN and Infinity, which are no JSON (RFC 8259 6)."""
    raise ValueError(word)


def look(payload: bytes) -> Look:
    """What the gateway, and the system of the device, can read. Never raises."""
    read = read_json(payload)
    if not isinstance(read, dict):
        return Look()
    aps = read.get("aps")
    if isinstance(aps, dict):
        shows = any(aps.get(key) not in (None, "", {}) for key in _SHOWN)
        wakes = 1 in (aps.get("content-available"), aps.get("mutable-content"))
    else:  # FCM: the system shows a notification, all else goes to the app
        notice = read.get("notification")
        shows = isinstance(notice, dict) and bool(notice)
        wakes = not shows
    fields = _fields(read)
    return Look(isinstance(aps, dict), shows, wakes, None if ENCRYPTED in fields else _is_service(fields))


def _fields(read: dict[str, Any]) -> dict[str, Any]:
    """A payload's own fields, with those inside `data` (a data message of FCM) and `custom`."""
    inner = (read.get("data"), read.get("custom"))
    return {**read, **{key: value for one in inner if isinstance(one, dict) for key, value in one.items()}}


def _is_service(fields: dict[str, Any]) -> bool:
    """Whether a payload in the clear is a service push: by its kind, or by a data centre with its address."""
    return SERVICE in (fields.get("loc_key"), fields.get("loc-key")) or ("dc" in fields and "addr" in fields)


def is_call(topic: str) -> bool:
    """Whether pushes of this topic announce calls: the system shows none of them and hands each to the app."""
    return topic.endswith(VOIP)


def judge(claim: str, seen: Look) -> Kind:
    """Alert or background: what `aps` says counts; where there is none, the provider's own word is all there is."""
    if seen.aps:
        return Kind.ALERT if seen.shows else Kind.BACKGROUND
    return Kind(claim) if claim in (Kind.ALERT, Kind.BACKGROUND) else Kind.OTHER
