"""Serving on 127.0.0.1: whoever connects gets a task of its own, and all of them end with the block."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class _Listener(socket.socket):
    """Keeps who came last, until a task has it: `sock_accept` loses a client that comes as it is cancelled.

    Once `ended`, nobody is let in: `sock_accept` would complain that nothing waits for the client any more.
    """

    came: socket.socket | None = None
    ended = False

    def accept(self) -> tuple[socket.socket, Any]:
        """Let one client in. Raises BlockingIOError where there is none."""
        if self.ended:
            raise BlockingIOError
        self.came, address = super().accept()
        return self.came, address


@asynccontextmanager
async def listening(serve: Serve, patience: float, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """Serve whoever connects to a free port of 127.0.0.1; all connections are closed when the block ends."""
    listener = _Listener(fileno=socket.create_server(("127.0.0.1", 0), backlog=1024).detach())
    listener.setblocking(False)
    being_served: dict[asyncio.Task[None], socket.socket] = {}

    def ended(task: asyncio.Task[None]) -> None:
        being_served.pop(task).close()  # a task that was cancelled before it began has closed nothing

    async def accept() -> None:
        while True:
            try:
                client, _ = await asyncio.get_running_loop().sock_accept(listener)
            except OSError:  # that client has gone, or too many files are open: others may end meanwhile
                await asyncio.sleep(0.02)
                continue
            client.setblocking(False)
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # asyncio does it for its own servers only
            task = asyncio.create_task(_connection(serve, client, patience, tls))
            being_served[task] = client
            listener.came = None
            task.add_done_callback(ended)
            await asyncio.sleep(0)  # sock_accept need not wait: a flood of clients must not hold up the others

    accepting = asyncio.create_task(accept())
    try:
        yield listener.getsockname()[1]
    finally:
        listener.ended = True
        tasks = [accepting, *being_served]
        for task in tasks:
            task.cancel()
        try:
            await asyncio.gather(*tasks, return_exceptions=True)
        finally:
            listener.close()
            if listener.came:
                listener.came.close()


async def _connection(serve: Serve, client: socket.socket, patience: float, tls: ssl.SSLContext | None) -> None:
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    seconds: Any = {"ssl_handshake_timeout": patience, "ssl_shutdown_timeout": min(patience, 1)} if tls else {}
    with suppress(OSError, EOFError):  # a failed handshake, a client that has gone: both end the connection
        transport, _ = await loop.connect_accepted_socket(lambda: protocol, client, ssl=tls, **seconds)
        writer = asyncio.StreamWriter(transport, protocol, reader, loop)
        try:
            await serve(reader, writer)
        finally:
            await close(writer)


async def close(writer: asyncio.StreamWriter) -> None:
    """Close in order, within a second; else break off."""
    try:
        writer.close()
        async with asyncio.timeout(1):
            await writer.wait_closed()
    except (OSError, TimeoutError):
        pass
    finally:
        writer.transport.abort()
