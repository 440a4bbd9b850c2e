"""Shared by the tests of the running lookup: raw TLS clients, and a run after which nothing may be left."""

import asyncio
import gc
import ssl
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from sockets_open import sockets

from chokepoints.store.lookup_http import LookupService

_T = TypeVar("_T")


def run(work: Coroutine[Any, Any, _T], seconds: float = 30) -> _T:
    """Run it to its end; then no task and no socket may be left, and the loop had nothing to complain of."""

    async def watched() -> _T:
        complaints: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        before = sockets(), asyncio.all_tasks()
        result = await asyncio.wait_for(work, timeout=seconds)
        await asyncio.sleep(0)
        gc.collect()
        assert (sockets(), asyncio.all_tasks()) == before
        assert complaints == []
        return result

    return asyncio.run(watched())


async def raw(service: LookupService, data: bytes, then: str = "wait", tls: ssl.SSLContext | None = None) -> bytes:
    """Send these bytes, then wait for the end, break off at once, or send no TLS at all; what came back."""
    port = int(service.url.rpartition(":")[2])
    context = None if then == "plain" else tls or service.trust
    answer = b""
    with suppress(OSError, EOFError):
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", port, ssl=context, server_hostname="127.0.0.1" if context else None
        )
        try:
            writer.write(data)
            await writer.drain()
            if then != "break":
                answer = await asyncio.wait_for(reader.read(), 5)
        finally:
            writer.transport.abort()
    return answer


def get(target: str, method: str = "GET", **fields: str) -> bytes:
    """A request as bytes, after which the connection ends."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"{method} {target} HTTP/1.1\r\nHost: store\r\nConnection: close\r\n{lines}\r\n".encode()
