"""The lookup on 127.0.0.1 over real TLS: HTTP/1.1 with the lookup's answers, and the server around it."""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import trustme

from chokepoints.loopback.http_line import Line, Reply, talk
from chokepoints.loopback.serving_on import listening
from chokepoints.store.lookup import RATE, Answer, Lookup, Request, as_json, real_seconds
from chokepoints.store.storefront import Store

__all__ = ["Connection", "LookupService", "lookup_service"]

#: A body that is longer than so many bytes breaks the connection off; ours.
_LONGEST_BODY = 64 << 10


class Connection(Line):
    """One client's connection. `answer` is asked for each whole request; of a body nothing is kept."""

    def __init__(self, answer: Callable[[Request], Answer], client: str = "") -> None:
        super().__init__(
            lambda asked: _reply(answer(Request(asked.method, asked.target, client))),
            lambda status: _reply(Answer(status, {"errorMessage": "This is no request that the lookup can read."})),
            most=_LONGEST_BODY,
        )


def _reply(answer: Answer) -> Reply:
    return Reply(answer.status, as_json(answer), "application/json; charset=utf-8", answer.headers)


class LookupService(Lookup):
    """A lookup on its address: `url`, `trust` for a client to trust its certificate, and whether it is `running`."""

    def __init__(self, store: Store, rate: tuple[int, float], patience: float) -> None:
        super().__init__(store, time.monotonic, rate)
        self.url, self.running, self.patience = "", False, real_seconds(patience, "patience")
        authority = trustme.CA()
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(self.tls)
        self.trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        authority.configure_trust(self.trust)

    def __repr__(self) -> str:
        return f"LookupService({self.store!r}, {self.calls} calls)"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one client's connection from its beginning to its end: each request has `patience` seconds."""
        line = Connection(self.answer, str((writer.get_extra_info("peername") or ("",))[0]))
        await talk(line, reader, writer, self.patience)


@asynccontextmanager
async def lookup_service(
    store: Store, *, rate: tuple[int, float] = RATE, patience: float = 10
) -> AsyncIterator[LookupService]:
    """Run the lookup of a store until the block ends; what the store does meanwhile shows at once.

    `rate` is how many calls all clients of this machine together may make in so many real seconds: here they share one
    address. A client that has not sent a whole request after `patience` seconds is closed. Raises KitError.
    """
    service = LookupService(store, rate, patience)
    async with listening(service.serve, patience, service.tls) as port:
        service.url, service.running = f"https://127.0.0.1:{port}", True
        try:
            yield service
        finally:
            service.running = False
