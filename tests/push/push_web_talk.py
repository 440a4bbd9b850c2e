"""Shared by the tests of the running push service: raw TLS clients, and a run after which nothing may be left."""

import asyncio
import gc
import os
import socket
import ssl
import struct
import sys
import tempfile
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from push_web_parts import wire
from sockets_open import sockets

from chokepoints.loopback.http_line import Request
from chokepoints.push.webpush import PushService, UserAgent
from chokepoints.push.webpush_crypto import encrypt

_T = TypeVar("_T")


def _left() -> tuple[Any, ...]:
    threads = {thread for thread in threading.enumerate() if not thread.name.startswith("asyncio_")}
    return sockets(), asyncio.all_tasks(), os.listdir(tempfile.gettempdir()), threads


def run(work: Coroutine[Any, Any, _T], seconds: float = 60) -> _T:
    """Run it to its end; then no task, socket or file may be left, and the loop had nothing to complain of."""

    async def watched() -> _T:
        complaints: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        before = _left()
        result = await asyncio.wait_for(work, timeout=seconds)
        await asyncio.get_running_loop().shutdown_default_executor()  # a thread may still be closing its session
        # requests loses a connection that ends in its handshake.
        gc.collect()
        left = _left()
        assert left == before, f"{before} became {left}"
        assert complaints == []
        return result

    usual = tempfile.tempdir
    with tempfile.TemporaryDirectory() as tempfile.tempdir:
        try:
            return asyncio.run(watched())
        finally:
            tempfile.tempdir = usual


def trust(service: PushService) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(service.trust)
    return context


def request(agent: UserAgent, text: bytes = b"hello", **fields: str) -> bytes:
    """A whole push to a user agent, as HTTP."""
    subscription = agent.subscription
    body = encrypt(text, subscription["keys"])
    target = "/" + subscription["endpoint"].split("/", 3)[3]
    headers = {"ttl": "60", "content-encoding": "aes128gcm"} | {
        name.replace("_", "-"): value for name, value in fields.items()
    }
    return wire(Request("POST", target, tuple((name, value) for name, value in headers.items() if value), body))


async def raw(service: PushService, sent: bytes, then: str = "wait", tls: ssl.SSLContext | None = None) -> bytes:
    """Send bytes over TLS (`then` says otherwise), then wait for the end or break off; what came, whatever the end."""
    plain = then.startswith("plain")
    context = None if plain else tls or trust(service)
    name = None if plain else "127.0.0.1"
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", service.port, ssl=context, server_hostname=name)
    except OSError:
        return b""
    came = bytearray()
    try:
        writer.write(sent)
        await writer.drain()
        if then.endswith("half"):
            writer.write_eof()
        if then.endswith("break"):
            pair = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, pair)
            writer.transport.abort()
        with suppress(OSError):
            while data := await reader.read(1 << 16):
                came += data
    except OSError:
        pass
    finally:
        writer.close()
        with suppress(OSError, TimeoutError):
            await writer.wait_closed()
    return bytes(came)


def more_files(wanted: int) -> int:
    """How many files may be open at once, after asking for more."""
    try:
        import resource
    except ImportError:  # Windows: as many as memory holds
        return wanted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
