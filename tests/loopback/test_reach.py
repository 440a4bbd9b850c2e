"""A cell that is interrupted while it tries to connect ends, at whatever moment that is."""

import asyncio

import pytest
from sockets_open import sockets

from chokepoints.loopback import reach
from chokepoints.loopback.serving_on import listening


async def nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(1)


@pytest.mark.parametrize("turns", range(12))
def test_an_interruption_is_heard(turns: int) -> None:
    """asyncio.wait_for of Python 3.11 does not hear it in the moment in which the connection stands."""

    async def work() -> bool:
        async with listening(nothing, patience=1) as port:
            task = asyncio.create_task(reach("127.0.0.1", port))
            for _ in range(turns):
                await asyncio.sleep(0)
            asked = task.cancel()
            await asyncio.wait({task})
            return task.cancelled() is asked

    before = sockets()
    assert asyncio.run(work())
    assert sockets() == before
