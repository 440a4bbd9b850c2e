"""An imitation internet on 127.0.0.1: real TLS servers at addresses that are reserved for documentation (RFC 5737).

The authority that signs the sites' certificates is made anew each time and stays in memory; only a site's own key
passes through a temporary file, the one way in which Python's `ssl` takes it.
"""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address, ip_network
from typing import Any

import trustme

from chokepoints.errors import KitError, did_you_mean
from chokepoints.loopback.serving_on import listening
from chokepoints.network.rules import host_name

#: TEST-NET-2 and TEST-NET-3 (RFC 5737 3).
IMITATION = (ip_network("198.51.100.0/24"), ip_network("203.0.113.0/24"))
HTTPS = 443


@dataclass(frozen=True, slots=True)
class Site:
    """Host names at an imitation address, and what they answer with; `cloud` names the company whose machines they use.

    Visitors from a country in `turns_away` get a 403 (RFC 9110 15.5.4). A site that is `down` has an address at which
    nothing answers. Raises KitError for an address outside the imitation ranges or what is no host name.
    """

    address: str
    names: str | Iterable[str]
    text: str
    cloud: str = ""
    turns_away: str | Iterable[str] = ()
    down: bool = False

    def __post_init__(self) -> None:
        _imitation(self.address)
        names = (self.names,) if isinstance(self.names, str) else tuple(self.names)
        object.__setattr__(self, "names", tuple(host_name(name) for name in names))
        several = isinstance(self.turns_away, Iterable) and not isinstance(self.turns_away, str)
        away = tuple(self.turns_away) if several else (self.turns_away,)
        object.__setattr__(self, "turns_away", tuple(country_name(country) for country in away))
        if not names:
            raise KitError("A site has at least one name.")


def _imitation(address: object) -> str:
    try:
        if isinstance(address, str) and any(ip_address(address) in network for network in IMITATION):
            return address
    except ValueError:
        pass
    raise KitError(f"{address!r} is no imitation address: take one of {IMITATION[0]} or {IMITATION[1]}.")


def country_name(country: object) -> str:
    """The name of a country as it stands. Raises KitError for what is no text or empty."""
    if isinstance(country, str) and country:
        return country
    raise KitError(f"{country!r} is no country: write a word such as 'inside'.")


class _NamedContext(ssl.SSLContext):
    """A server's side of TLS with the certificate of one name; `name` is empty where a client named none."""

    name: str = ""


class Internet:
    """Sites that are being served. `addresses` is the list that an app brings along: name to address.

    `fronting` says whether a cloud answers for any of its sites whatever name the ClientHello asked for; it may be set
    while sites are being served. `ports` maps (address, 443) to a port of this machine. `visitors` says from which
    country a connection comes, by its port and the site's: real sites tell it by the visitor's address, and here all
    have 127.0.0.1.
    """

    def __init__(self, stack: AsyncExitStack, fronting: bool, patience: float) -> None:
        self.fronting = fronting
        self.addresses: dict[str, str] = {}
        self.ports: dict[tuple[str, int], int] = {}
        self.visitors: dict[tuple[int, int], str] = {}
        self._sites: dict[str, Site] = {}
        self._at: dict[str, list[str]] = {}
        self._stack, self._patience = stack, patience
        self._authority = trustme.CA()
        self._contexts: dict[str, _NamedContext] = {}
        self.trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._authority.configure_trust(self.trust)

    def __repr__(self) -> str:
        return f"Internet({len(self._sites)} names at {len(self._at)} addresses)"

    async def add(self, site: Site) -> None:
        """Serve a site. Raises KitError where its address belongs to another cloud or a name is taken."""
        for name in site.names:
            if name in self._sites:
                raise KitError(f"{name} is there already: a name belongs to one site.")
        self._check(site.address, site)
        for name in site.names:
            self._sites[name] = site
            self._contexts[name] = self._context(name, name)
            await self.move(name, site.address)

    async def move(self, name: str, address: str) -> None:
        """Serve a name at another address too, and enter that in `addresses`: the old one goes on. Raises KitError."""
        name = self.known(name)
        self._check(_imitation(address), self._sites[name])
        here = self._at.setdefault(address, [])
        if not here and self._sites[name].down:
            self.ports[address, HTTPS] = self._stack.enter_context(_silent())
        elif not here:
            context = self._context("", name)
            context.sni_callback = lambda tls, asked, _: self._choose(tls, asked, here)
            serving = listening(lambda reader, writer: self._serve(reader, writer, here), self._patience, context)
            self.ports[address, HTTPS] = await self._stack.enter_async_context(serving)
        if name not in here:
            here.append(name)
        self.addresses[name] = address

    def _check(self, address: str, site: Site) -> None:
        for other in self._at.get(address, ()):
            if self._sites[other].cloud != site.cloud:
                owner = self._sites[other].cloud or other
                raise KitError(f"{address} belongs to {owner}: take another address.")
            if self._sites[other].down != site.down:
                raise KitError(f"{address} is that of {other}: what is down and what is up need two addresses.")

    def at(self, address: str) -> tuple[str, ...]:
        """The names that are served at an address, in the order in which they came there."""
        return tuple(self._at.get(address, ()))

    def known(self, name: str) -> str:
        """A name as sites have it. Raises KitError where no site has it."""
        small = host_name(name)
        if small not in self._sites:
            raise KitError(f"No site has the name {small}.{did_you_mean(small, self._sites)}")
        return small

    def _context(self, name: str, certified: str) -> _NamedContext:
        context = _NamedContext(ssl.PROTOCOL_TLS_SERVER)
        context.name = name
        self._authority.issue_cert(certified).configure_cert(context)
        return context

    def _choose(self, tls: Any, asked: str | None, here: list[str]) -> int | None:
        """Take the certificate of the name that the ClientHello asks for (RFC 6066 3: else an alert)."""
        if asked is None:
            return None
        if asked.lower() not in here:
            return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
        tls.context = self._contexts[asked.lower()]
        return None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, here: list[str]) -> None:
        asked = writer.get_extra_info("ssl_object").context.name
        ends = [writer.get_extra_info(end) or ("", 0) for end in ("peername", "sockname")]
        country = self.visitors.get((ends[0][1], ends[1][1]), "")
        with suppress(asyncio.LimitOverrunError, asyncio.IncompleteReadError):
            async with asyncio.timeout(self._patience):
                head = await reader.readuntil(b"\r\n\r\n")
                writer.write(self._response(head, asked, here, country))
                await writer.drain()

    def _response(self, head: bytes, asked: str, here: list[str], country: str) -> bytes:
        """The answer to a request (RFC 9112 2 and 3): one a connection."""
        request, *lines = head.decode("latin-1").split("\r\n")
        method, _, version = request.partition(" ")
        hosts = [
            value.strip() for field, _, value in (line.partition(":") for line in lines) if field.lower() == "host"
        ]
        if not version.endswith("HTTP/1.1") or len(hosts) != 1:
            return _http(HTTPStatus.BAD_REQUEST, asked or here[0], "")
        if method not in ("GET", "HEAD"):
            return _http(HTTPStatus.METHOD_NOT_ALLOWED, asked or here[0], "", "Allow: GET, HEAD\r\n")
        host = hosts[0].removesuffix(f":{HTTPS}").rstrip(".").lower()
        if not self._serves(host, asked, here):
            return _http(HTTPStatus.MISDIRECTED_REQUEST, asked or here[0], f"{host} is not served for {asked}.\n")
        if country in self._sites[host].turns_away:
            full = _http(HTTPStatus.FORBIDDEN, host, f"{host} serves nobody from your country.\n")
        else:
            full = _http(HTTPStatus.OK, host, self._sites[host].text)
        return full if method == "GET" else full[: full.index(b"\r\n\r\n") + 4]

    def _serves(self, host: str, asked: str, here: list[str]) -> bool:
        """Whether the Host header may name this site on a connection whose ClientHello asked for `asked`."""
        if host not in self._sites:
            return False
        same = self._sites[asked].names if asked else here
        cloud = self._sites[here[0]].cloud
        return host in same or (self.fronting and cloud != "" and self._sites[host].cloud == cloud)


def _http(status: HTTPStatus, server: str, text: str, more: str = "") -> bytes:
    body = text.encode()
    return (
        f"HTTP/1.1 {status} {status.phrase}\r\nServer: {server}\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\n{more}Connection: close\r\n\r\n"
    ).encode() + body


@asynccontextmanager
async def internet(sites: Iterable[Site], *, fronting: bool = True, patience: float = 10) -> AsyncIterator[Internet]:
    """Serve sites until the block ends. A client that is silent for `patience` seconds is closed. Raises KitError."""
    async with AsyncExitStack() as stack:
        net = Internet(stack, fronting, patience)
        for site in sites:
            await net.add(site)
        yield net


@contextmanager
def _silent() -> Iterator[int]:
    """A port of 127.0.0.1 at which nothing answers. It is kept: a free one could soon be somebody else's."""
    with socket.socket() as kept:
        kept.bind(("127.0.0.1", 0))
        yield kept.getsockname()[1]
