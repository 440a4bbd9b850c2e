"""A filtering provider on 127.0.0.1, and a client that asks through it: real TLS, real HTTP.

The client is httpx, unpatched. It has the addresses from `Internet.addresses`, as an app has a list of its own; no
names are looked up.
"""

import asyncio
import socket
import ssl
import struct
import sys
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import httpx
from socksio import ProtocolError

from chokepoints.errors import KitError
from chokepoints.loopback.serving_on import close, listening
from chokepoints.network.provider import Provider, Step
from chokepoints.network.rules import Rule
from chokepoints.network.sites import HTTPS, Internet, Site, country_name, internet

__all__ = ["Fetched", "Internet", "Isp", "Site", "fetch", "internet", "provider"]

_CHUNK = 1 << 16


class Isp(Provider):
    """A provider that is being run: `port` of 127.0.0.1, `rules` to read and set, `log` of what it saw.

    Sites take its customers for visitors from its `country`; empty means that no site turns them away.
    """

    def __init__(
        self, net: Internet, rules: Rule | Iterable[Rule], patience: float, idle: float, country: str = ""
    ) -> None:
        super().__init__(net.ports, rules)
        self.port, self.patience, self.idle = 0, patience, idle
        self.country, self.visitors = "" if country == "" else country_name(country), net.visitors
        self._busy: dict[int, asyncio.Task[None] | None] = {}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one client's connection from its beginning to its end."""
        port = (writer.get_extra_info("peername") or ("", 0))[1]
        self._busy[port] = asyncio.current_task()
        try:
            await _Line(self, reader, writer).run()
        finally:
            self._busy.pop(port, None)

    async def settle(self, port: int) -> None:
        """Wait until the connection from this port of a client has ended, so that the log has all of it."""
        if task := self._busy.get(port):
            await asyncio.wait({task}, timeout=1)


class _Line:
    """A client's connection to the provider, and the provider's to a site."""

    def __init__(self, isp: Isp, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._isp, self._reader, self._writer = isp, reader, writer
        self._connection = isp.connection()
        self._back: asyncio.StreamReader | None = None
        self._forth: asyncio.StreamWriter | None = None
        self._ends = (0, 0)

    async def run(self) -> None:
        """Talk SOCKS with the client, then carry bytes."""
        try:
            async with asyncio.timeout(self._isp.patience):
                while not (self._connection.open or self._connection.closed) and (
                    data := await self._reader.read(_CHUNK)
                ):
                    await self._do(self._connection.receive(data))
            if self._connection.open and self._back and self._forth:
                await self._carry_both(self._back, self._forth)
        except TimeoutError:
            self._connection.late()
        finally:
            self._connection.finish()
            self._isp.visitors.pop(self._ends, None)
            if self._forth:
                await close(self._forth)

    async def _do(self, step: Step) -> None:
        for writer, data in ((self._writer, step.to_client), (self._forth, step.to_server)):
            if writer and data:
                writer.write(data)
                await writer.drain()
        if step.connect is not None:
            try:
                self._back, self._forth = await asyncio.open_connection("127.0.0.1", step.connect)
            except OSError:
                await self._do(self._connection.failed())
            else:
                self._ends = (self._forth.get_extra_info("sockname") or ("", 0))[1], step.connect
                self._isp.visitors[self._ends] = self._isp.country
                await self._do(self._connection.connected())
        if step.reset:  # closed soon, and with a linger time of zero closing sends a RST
            pair = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
            self._writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, pair)

    async def _carry_both(self, back: asyncio.StreamReader, forth: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(self._isp.idle) as limit, asyncio.TaskGroup() as both:
                both.create_task(self._carry(self._reader, forth, self._connection.receive, limit))
                both.create_task(self._carry(back, self._writer, self._connection.from_server, limit))
        except* TimeoutError:
            self._connection.late()
        except* OSError:  # one side has broken off: so does the other
            pass

    async def _carry(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        take: Callable[[bytes], Step],
        limit: asyncio.Timeout,
    ) -> None:
        """Carry one way until its end, no faster than the rate."""
        rate = self._connection.rate
        chunk = _CHUNK if rate is None else max(1, min(_CHUNK, rate // 4))
        while data := await reader.read(chunk):
            pause = 0 if rate is None else len(data) / rate
            if not limit.expired():  # bytes may come in the moment in which it ends
                limit.reschedule(asyncio.get_running_loop().time() + self._isp.idle + pause)
            await self._do(take(data))
            await asyncio.sleep(pause)
        writer.write_eof()


@asynccontextmanager
async def provider(
    net: Internet,
    rules: Rule | Iterable[Rule] = (),
    *,
    patience: float = 10,
    idle: float = 30,
    country: str = "",
) -> AsyncIterator[Isp]:
    """Run a provider between clients and an imitation internet until the block ends.

    It closes a client that has not sent a ClientHello after `patience` seconds, and a connection on which neither side
    has sent anything for `idle` seconds. `country` is where sites take its customers to be. Raises KitError for what is
    no rule and no imitation internet.
    """
    if not isinstance(net, Internet):
        raise KitError(f"{net!r} is no internet: write provider(net) inside `async with internet(sites) as net`.")
    isp = Isp(net, rules, patience, idle, country)
    async with listening(isp.serve, patience) as isp.port:
        yield isp


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a client got: the `status` of the answer, or none and the `reason` in words; `by` says who answered."""

    reason: str
    status: int | None = None
    text: str = ""
    by: str = ""


async def fetch(isp: Isp | None, net: Internet, url: str, *, front: str | None = None, seconds: float = 5) -> Fetched:
    """Ask for an https address through a provider, or without one, as an app does that knows `net.addresses`.

    With `front`, the connection goes to that name's address and its ClientHello asks for that name; the Host header,
    inside the encryption, still names the host of `url`. Raises KitError for what is no such address or name.
    """
    asked = _site_url(url)
    name = net.known(asked.host)
    outside = net.known(front) if front is not None else name
    at = HTTPS if isp else net.ports[net.addresses[outside], HTTPS]
    target = asked.copy_with(host=net.addresses[outside] if isp else "127.0.0.1", port=at)
    proxy = httpx.Proxy(f"socks5://127.0.0.1:{isp.port}", auth=(isp.user, isp.password)) if isp else None
    streams: list[tuple[Any, int]] = []

    async def trace(event: str, info: dict[str, Any]) -> None:
        if event.endswith("connect_tcp.complete"):
            stream = info["return_value"]
            streams.append((stream, stream.get_extra_info("client_addr")[1]))

    try:
        async with (
            asyncio.timeout(seconds),
            httpx.AsyncClient(proxy=proxy, verify=net.trust, trust_env=False) as client,
        ):
            extensions = {"sni_hostname": outside, "trace": trace}
            answer = await client.get(target, headers={"Host": name}, extensions=extensions, timeout=None)
            return Fetched(answer.reason_phrase, answer.status_code, answer.text, answer.headers.get("server", ""))
    except (httpx.TransportError, ProtocolError, OSError) as error:
        return _failed(error)
    finally:
        for stream, port in streams:  # httpx leaves a connection open that its SOCKS part could not use
            await stream.aclose()
            if isp:
                await isp.settle(port)


def _site_url(url: object) -> httpx.URL:
    with suppress(httpx.InvalidURL):
        if isinstance(url, str) and (asked := httpx.URL(url)).scheme == "https":
            return asked
    raise KitError(f"{url!r} is no address of a site: write one such as 'https://shop.example/'.")


def _failed(error: BaseException) -> Fetched:
    """An error of the client in words. Who broke a connection off cannot be seen from here."""
    causes = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None:
        causes.append(cause)
    if isinstance(error, httpx.ProxyError):
        if "not allowed by ruleset" in str(error):
            return Fetched("refused by the provider", by="the provider")
        if "Connection refused" in str(error):
            return Fetched("nothing answers there", by="the provider")
        return Fetched(f"the provider says: {error}", by="the provider")
    for kind, words in (
        (ssl.SSLCertVerificationError, "the certificate does not fit"),
        (ConnectionResetError, "reset"),
        (ConnectionRefusedError, "nothing answers"),
        (TimeoutError, "timed out"),
    ):
        if any(isinstance(cause, kind) for cause in causes):
            return Fetched(words)
    return Fetched("closed without an answer")
