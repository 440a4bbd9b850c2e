"""Shared by the tests of the running provider: sites, raw clients, and a run after which nothing may be left."""

import asyncio
import gc
import socket
import struct
import sys
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from sockets_open import sockets

from chokepoints.network.serving import Fetched, Isp, Site

_T = TypeVar("_T")
MESSENGER, SHOP, BANK = "https://messenger.example/", "https://shop.example/", "https://bank.example/"
SITES = (
    Site("203.0.113.10", "messenger.example", "You have 3 messages.\n", cloud="Nimbus"),
    Site("203.0.113.20", ["shop.example", "www.shop.example"], "Teapots.\n", cloud="Nimbus"),
    Site("203.0.113.20", "school.example", "No lessons today.\n", cloud="Nimbus"),
    Site("198.51.100.5", "bank.example", "Your balance: 5 \N{EURO SIGN}.\n"),
)
REFUSED = Fetched("refused by the provider", by="the provider")


def run(work: Coroutine[Any, Any, _T]) -> _T:
    """Run it to its end; then no task and no socket may be left, and the loop must have had nothing to complain of."""

    async def watched() -> _T:
        complaints: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        before = sockets(), asyncio.all_tasks()
        result = await asyncio.wait_for(work, timeout=60)
        assert (sockets(), asyncio.all_tasks()) == before
        gc.collect()
        assert complaints == []
        return result

    return asyncio.run(watched())


def request(isp: Isp, address: str = "203.0.113.10") -> bytes:
    """Greeting, credentials and a request in one piece."""
    user, password = isp.user.encode(), isp.password.encode()
    said = b"\x05\x01\x02\x01" + bytes([len(user)]) + user + bytes([len(password)]) + password
    return said + b"\x05\x01\x00\x01" + socket.inet_aton(address) + b"\x01\xbb"


async def raw(port: int, sent: bytes, then: str = "wait") -> bytes:
    """Send bytes, then wait for the end, close the half, or break off; what came, whatever the end was."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    came = bytearray()
    try:
        writer.write(sent)
        await writer.drain()
        if then == "half":
            writer.write_eof()
        if then == "break later":
            await asyncio.sleep(0.1)
        if "break" in then:
            pair = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, pair)
            writer.transport.abort()
        with suppress(OSError):
            while data := await reader.read(1 << 16):
                came += data
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
    return bytes(came)


SUCCEEDED = b"\x05\x02\x01\x00\x05\x00\x00\x01" + bytes(6)


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
