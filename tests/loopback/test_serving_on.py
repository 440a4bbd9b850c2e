"""Whoever connects to a listener is closed with its block, at whatever moment that ends."""

import asyncio
import gc
import socket

import pytest
from sockets_open import sockets

from chokepoints.loopback.serving_on import listening


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(100):
        writer.write(data)


@pytest.mark.parametrize("turns", range(6))
@pytest.mark.parametrize("clients", [1, 3])
def test_a_block_that_ends_as_somebody_connects(turns: int, clients: int) -> None:
    """After two turns of the loop the client is let in, and whoever waits for it has not been told yet."""

    complaints = []

    async def work() -> tuple[int | None, int | None]:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        before = sockets()
        async with listening(echo, patience=1) as port:
            await asyncio.sleep(0.01)  # now it waits for somebody
            outside = [socket.create_connection(("127.0.0.1", port)) for _ in range(clients)]
            for _ in range(turns):
                await asyncio.sleep(0)
        for one in outside:
            one.close()
        return before, sockets()

    gc.disable()  # it would close what was lost
    try:
        before, after = asyncio.run(work())
    finally:
        gc.enable()
    assert after == before
    assert complaints == []


def test_who_is_let_in_is_served_until_the_block_ends() -> None:
    async def work() -> None:
        async with listening(echo, patience=1) as port:
            lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(5)]
            for number, (reader, writer) in enumerate(lines):
                writer.write(b"%d" % number)
                assert await reader.read(10) == b"%d" % number
        for reader, writer in lines:
            assert await reader.read(10) == b""
            writer.close()

    before = sockets()
    asyncio.run(work())
    assert sockets() == before
