"""A push service on 127.0.0.1 over real TLS, and the application server that sends to it through pywebpush.

pywebpush is unpatched. Two of its documented settings point it home: `requests_session`, a session of requests that
trusts the service's own authority, and `vapid_private_key`. Everything else it does by itself: it encrypts, signs
and posts, and reports what it was told.
"""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import trustme

from chokepoints.errors import KitError
from chokepoints.loopback.http_line import talk
from chokepoints.loopback.serving_on import listening
from chokepoints.push.webpush_agent import Received, UserAgent
from chokepoints.push.webpush_crypto import base64url, point
from chokepoints.push.webpush_http import Connection
from chokepoints.push.webpush_request import URGENCIES
from chokepoints.push.webpush_service import Seen, Service, standing

__all__ = ["AppServer", "PushService", "Received", "Seen", "Sent", "UserAgent", "push_service", "send"]


class PushService(Service):
    """A push service that is being run: `port` of 127.0.0.1, and `trust`, the file with its authority's certificate.

    The file holds nothing secret: requests takes a file and nothing else. It is gone when the service ends.
    """

    def __init__(
        self, clock: Callable[[], float], rate: tuple[int, float] | None, patience: float, authority: trustme.CA
    ) -> None:
        super().__init__("", clock, rate)
        self.port, self.trust, self.patience = 0, "", patience
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(self.tls)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one client's connection from its beginning to its end: each request has `patience` seconds."""
        line = Connection(lambda request: self.answer(request, time.time()), time.time)
        await talk(line, reader, writer, self.patience)


@asynccontextmanager
async def push_service(
    *, clock: Callable[[], float] = standing, rate: tuple[int, float] | None = None, patience: float = 10
) -> AsyncIterator[PushService]:
    """Run a push service until the block ends.

    `clock` gives the model's seconds. `rate`, if any, is how many pushes a subscription takes in so many of them. A
    client that has not sent a whole request after `patience` real seconds is closed. Raises KitError for a wrong rate.
    """
    authority = trustme.CA()
    service = PushService(clock, rate, patience, authority)
    with authority.cert_pem.tempfile() as service.trust:
        async with listening(service.serve, patience, service.tls) as service.port:
            service.origin = f"https://127.0.0.1:{service.port}"
            yield service


@dataclass(frozen=True, slots=True)
class Sent:
    """What an application server is told: the `status`, or none, and the reason in words.

    201 says that the push was accepted; whether it arrives is not told. `ttl` is how long the service will keep it, in
    seconds, `retry_after` how long it asks to wait.
    """

    words: str
    status: int | None = None
    ttl: int | None = None
    retry_after: int | None = None


async def send(
    service: PushService,
    subscription: Mapping[str, Any],
    text: str,
    *,
    ttl: int = 0,
    headers: Mapping[str, str] | None = None,
    claims: Mapping[str, str | int] | None = None,
    key: object = None,
    seconds: float = 5,
) -> Sent:
    """Call pywebpush, in a thread because it waits for the answer; no silence may be longer than so many `seconds`.

    `claims` and `key` are those of its `webpush`: what to sign, and a key of py_vapid. Raises KitError where pywebpush
    will not send. A call that is cancelled ends in its thread, unseen, and may still send.
    """
    return await asyncio.to_thread(_post, service.trust, subscription, text, ttl, headers, claims, key, seconds)


def _post(
    trust: str,
    subscription: Mapping[str, Any],
    text: str,
    ttl: int,
    headers: Mapping[str, str] | None,
    claims: Mapping[str, str | int] | None,
    key: object,
    seconds: float,
) -> Sent:
    # A third of a second to import, with the requests and the aiohttp that it needs.
    import requests
    from py_vapid import VapidException  # type: ignore[import-untyped,unused-ignore]
    from pywebpush import WebPushException, webpush  # type: ignore[import-untyped,unused-ignore]

    with requests.Session() as session:
        # Without it the environment may name a proxy, other authorities, or (in .netrc) other credentials.
        session.trust_env = False
        session.verify = trust
        try:
            answer = webpush(
                subscription,
                text,
                vapid_private_key=key,
                vapid_claims=dict(claims) if claims else None,  # it writes into them
                ttl=ttl,
                headers=dict(headers or {}),
                timeout=seconds,
                requests_session=session,
            )
        except WebPushException as error:
            if error.response is None:
                raise _unsendable(error.message) from None
            answer = error.response
        except requests.RequestException as error:
            return Sent(_failed(error))
        except OSError:  # that its authority's file is gone
            return Sent("the service has ended")
        except (VapidException, ValueError) as error:
            raise _unsendable(error) from None
    kept, wait = answer.headers.get("ttl"), answer.headers.get("retry-after")
    words = answer.text.strip() or answer.reason
    return Sent(words, answer.status_code, int(kept) if kept else None, int(wait) if wait else None)


def _unsendable(words: object) -> KitError:
    return KitError(f"pywebpush does not send: {str(words).rstrip('.')}.")


def _failed(error: Exception) -> str:
    import requests

    for kind, words in (
        (requests.exceptions.SSLError, "the certificate does not fit"),
        (requests.exceptions.Timeout, "timed out"),
        (requests.exceptions.ConnectionError, "nothing answers, or it broke off"),
    ):
        if isinstance(error, kind):
            return words
    return f"requests says: {error}"


class AppServer:
    """An application server with a signing key made anew (py_vapid), which sends through pywebpush.

    `contact`, a mailto: address or https: with a host alone, goes into each signature. `key` is the public one, for a
    subscription that takes nobody else's pushes.
    """

    def __init__(self, service: PushService, contact: str = "mailto:push@messenger.example") -> None:
        from py_vapid import Vapid

        self._service, self._contact, self._vapid = service, contact, Vapid()
        self._vapid.generate_keys()
        self.key = base64url(point(self._vapid.public_key))

    async def send(
        self,
        subscription: Mapping[str, Any],
        text: str,
        *,
        ttl: int = 0,
        urgency: str | None = None,
        topic: str | None = None,
        signed: bool = True,
    ) -> Sent:
        """Send a push: `ttl` in seconds, `signed` or not. Raises KitError where pywebpush will not send."""
        if urgency is not None and urgency not in URGENCIES:
            raise KitError(f"{urgency!r} is no urgency: write one of {', '.join(URGENCIES)}.")
        headers = {name: value for name, value in (("urgency", urgency), ("topic", topic)) if value is not None}
        claims = {"sub": self._contact} if signed else None
        return await send(self._service, subscription, text, ttl=ttl, headers=headers, claims=claims, key=self._vapid)
