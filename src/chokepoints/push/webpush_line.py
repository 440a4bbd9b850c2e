"""One client's connection over HTTP/1.1, from its beginning to its end: sockets for the state machine."""

import asyncio
from contextlib import suppress

from chokepoints.push.webpush_http import Connection

_CHUNK = 1 << 16


async def talk(line: Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, patience: float) -> None:
    """Take requests and answer them; each, and each answer, has `patience` seconds."""
    while not line.closed:
        out = b""
        try:
            async with asyncio.timeout(patience):
                while not line.closed and not out:
                    out = line.receive(await reader.read(_CHUNK))
        except TimeoutError:
            out = line.late()
        writer.write(out)
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await writer.drain()
            continue
        return
