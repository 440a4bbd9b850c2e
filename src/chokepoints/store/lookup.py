"""The store's public lookup as rules, without sockets: what a storefront has, for anyone who asks.

It has the shape of Apple's (facts lookup-api and lookup-limit): a GET of /lookup with a bundle id and a country answers
in JSON with a count and the results. An app that is missing is no error: the count is 0, and no reason is given.
Apple's answers a hard client with 403 and nothing in it; ours with 429 (RFC 6585 4) and how long to wait.
"""

import json
import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from chokepoints.errors import KitError
from chokepoints.store.catalogue import App
from chokepoints.store.review import State
from chokepoints.store.storefront import Store

#: Calls a client may make in so many seconds; ours. Apple's lookup is said to allow some 20 a minute.
RATE = (2_000, 10.0)
#: As in Apple's: a request without a country is about this one.
DEFAULT = "US"
#: Ours: bundle ids in one request, and fields of a query.
_MOST_IDS, _MOST_FIELDS = 200, 20


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came: its method, its target, and who asks."""

    method: str
    target: str
    client: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What to answer: a status, something to write as JSON, and further header fields."""

    status: HTTPStatus
    body: Any = None
    headers: tuple[tuple[str, str], ...] = ()


class _Bad(Exception):
    """A request that cannot be answered; its text says why."""


class Lookup:
    """Answers about one store. `rate` is how many calls a client may make in so many seconds of `clock`.

    Raises KitError for what is no store or no rate.
    """

    def __init__(self, store: Store, clock: Callable[[], float], rate: tuple[int, float] = RATE) -> None:
        if not isinstance(store, Store):
            raise KitError(f"store: {store!r} is none: give the Store to answer about.")
        if not _is_rate(rate):
            raise KitError(f"rate: {rate!r} is no rate: write (calls, seconds), at least (1, a time above 0).")
        self.store, self.calls, self._clock, self._rate = store, 0, clock, rate
        self._came: dict[str, deque[float]] = {}

    def answer(self, request: Request) -> Answer:
        """Take a request. Whatever it is, there is an answer."""
        self.calls += 1
        if wait := self._wait(request.client):
            words = f"More than {self._rate[0]:,} calls in {self._rate[1]:g} s: wait."
            return _error(HTTPStatus.TOO_MANY_REQUESTS, words, ("retry-after", str(math.ceil(wait))))
        try:
            return self._answer(request)
        except _Bad as bad:
            return _error(HTTPStatus.BAD_REQUEST, str(bad))

    def _answer(self, request: Request) -> Answer:
        try:
            target = urlsplit(request.target)
            fields = parse_qsl(target.query, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError:
            raise _Bad("This address cannot be read.") from None
        if target.path not in ("/lookup", "/search"):
            return _error(HTTPStatus.NOT_FOUND, "There is /lookup and /search.")
        if request.method not in ("GET", "HEAD"):
            return _error(HTTPStatus.METHOD_NOT_ALLOWED, "Ask with GET.", ("allow", "GET, HEAD"))
        query = dict(fields)
        if len(query) < len(fields):
            raise _Bad("A key stands twice.")
        country = self._country(query.get("country", DEFAULT))
        found = self._named(query, country) if target.path == "/lookup" else self._searched(query, country)
        return Answer(HTTPStatus.OK, {"resultCount": len(found), "results": [self._result(app) for app in found]})

    def _country(self, given: str) -> str:
        try:
            return self.store.catalogue.storefront(given)
        except KitError:
            raise _Bad("Invalid value for the key: country. It is a storefront's code of two letters.") from None

    def _named(self, query: dict[str, str], country: str) -> list[App]:
        names = [name for name in query.get("bundleId", "").split(",") if name]
        if not names or len(names) > _MOST_IDS:
            raise _Bad(f"The key bundleId names 1 to {_MOST_IDS} apps, with commas between.")
        known = {app.bundle_id: app for app in self.store.apps}
        asked = [known[name] for name in dict.fromkeys(names) if name in known]
        return [app for app in asked if self.store.on_offer(app.bundle_id, country)]

    def _searched(self, query: dict[str, str], country: str) -> list[App]:
        if not query.get("term", "").strip():
            raise _Bad("The key term has the words to search for.")
        return list(self.store.search(query["term"], country))

    def _result(self, app: App) -> dict[str, str]:
        passed = [version for version in self.store.history(app.bundle_id) if version.state is State.APPROVED]
        first, last = passed[0], passed[-1]
        return {
            "wrapperType": "software",
            "bundleId": app.bundle_id,
            "trackName": app.name,
            "artistName": app.developer,
            "primaryGenreName": app.kind,
            "version": last.number,
            "releaseDate": _stamp(first.decided),
            "currentVersionReleaseDate": _stamp(last.decided),
        }

    def _wait(self, client: str) -> float:
        """How long this client has to wait, in seconds; 0 where it may ask, and then its call is counted."""
        now, (most, within) = self._clock(), self._rate
        for known, times in list(self._came.items()):  # who has been quiet is forgotten
            while times and times[0] <= now - within:
                times.popleft()
            if not times:
                del self._came[known]
        times = self._came.setdefault(client, deque())
        if len(times) >= most:
            return max(times[0] + within - now, 1e-3)
        times.append(now)
        return 0.0


def real_seconds(given: object, field: str) -> float:
    """A time in real seconds. Raises KitError, naming the field, for what is no number above 0."""
    if isinstance(given, int | float) and not isinstance(given, bool) and 0 < given < math.inf:
        return given
    raise KitError(f"{field}: {given!r} is no time: write seconds, more than 0.")


def _is_rate(rate: object) -> bool:
    match rate:
        case (int() as calls, int() | float() as seconds):
            return not isinstance(calls, bool) and calls >= 1 and 0 < seconds < math.inf
    return False


def _stamp(day: date | None) -> str:
    return f"{day.isoformat()}T00:00:00Z" if day else ""


def _error(status: HTTPStatus, words: str, *headers: tuple[str, str]) -> Answer:
    return Answer(status, {"errorMessage": words}, headers)


def as_json(answer: Answer) -> bytes:
    """The body of an answer."""
    return json.dumps(answer.body, ensure_ascii=True).encode() + b"\n"
