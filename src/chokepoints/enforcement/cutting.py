"""A filtering provider that also ends the lines which are open when an address is blocked.

In the room `network` a rule holds for connections that begin later. What real providers do with lines that are open by
then differs and is seldom told; here an open line to a blocked address is cut with a TCP RST. That is our choice.
"""

import asyncio
import socket
import struct
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from ipaddress import ip_address

from chokepoints.errors import KitError
from chokepoints.loopback.serving_on import listening
from chokepoints.network.provider import Connection
from chokepoints.network.rules import ByAddress, ByPrefix, Entry
from chokepoints.network.serving import Internet, Isp

#: The word that the log has for a line that was cut.
CUT = "cut"
_WORDS = "an open line to an address that was blocked later"


class Cutting(Isp):
    """A provider as in `network`, with `block` beside its rules."""

    def __init__(self, net: Internet, patience: float, idle: float) -> None:
        super().__init__(net, (), patience, idle)
        self._writers: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._connections: dict[asyncio.Task[None], Connection] = {}
        self._cut: set[int] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one client's connection from its beginning to its end."""
        task = _this_task()
        self._writers[task] = writer
        try:
            await super().serve(reader, writer)
        finally:
            del self._writers[task]
            self._connections.pop(task, None)

    def connection(self) -> Connection:
        """The state of one new connection, entered in the log."""
        new = super().connection()
        self._connections[_this_task()] = new
        return new

    def settled(self, number: int, entry: Entry) -> None:
        """A connection has ended: its entry stays, its state can go."""
        if number in self._cut:
            entry = replace(entry, verdict=CUT, words=_WORDS)
        super().settled(number, entry)

    async def block(self, rule: ByAddress | ByPrefix) -> int:
        """Put a rule into force and cut the open lines that it is about; how many."""
        self.rules = (*self.rules, rule)
        ending = set()
        for task, connection in self._open().items():
            if rule.hits(ip_address(connection.entry().address), None):
                self._cut.add(connection.number)
                _close_by_reset(self._writers[task])
                task.cancel()
                ending.add(task)
        if ending:
            await asyncio.wait(ending, timeout=self.patience)
        return len(ending)

    async def quiet(self) -> None:
        """Wait until no line is open. Raises KitError after `patience`."""
        try:
            async with asyncio.timeout(self.patience):
                while self._open():
                    await asyncio.sleep(0.002)
        except TimeoutError:
            raise KitError(f"After {self.patience:g} s a line is still open: does a client hold it?") from None

    def _open(self) -> dict["asyncio.Task[None]", Connection]:
        return {task: line for task, line in self._connections.items() if line.open and not line.closed}


def _this_task() -> "asyncio.Task[None]":
    task = asyncio.current_task()
    assert task is not None
    return task


def _close_by_reset(writer: asyncio.StreamWriter) -> None:
    """With a linger time of zero closing sends a RST."""
    pair = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, pair)


@asynccontextmanager
async def cutting(net: Internet, *, patience: float = 30, idle: float = 300) -> AsyncIterator[Cutting]:
    """Run such a provider, without rules at first, until the block ends; times as for `network.serving.provider`."""
    isp = Cutting(net, patience, idle)
    async with listening(isp.serve, patience) as isp.port:
        yield isp
