"""A small internet to try blocks on: a messenger, two firms that share a cloud, and a site that everybody needs."""

import ssl
from collections.abc import Iterable

from chokepoints.errors import KitError
from chokepoints.network.rules import host_name
from chokepoints.network.serving import Internet, Isp, Site, fetch

#: The messenger has an address of its own and an account with the cloud; the other three live in the cloud.
SITES = (
    Site("203.0.113.10", "messenger.example", "messages", cloud="Nimbus"),
    Site("198.51.100.20", "shop.example", "shoes", cloud="Nimbus"),
    Site("198.51.100.21", "school.example", "lessons", cloud="Nimbus"),
    Site("198.51.100.200", "maps.example", "maps", cloud="Nimbus"),
)
NAMES = tuple(name for site in SITES for name in site.names)


async def try_all(isp: Isp, net: Internet, names: Iterable[str] = NAMES) -> str:
    """Ask for each of these names through a provider, one after the other; a line for each on what came of it."""
    lines = []
    for name in names:
        answer = await fetch(isp, net, f"https://{name}/")
        lines.append(f"{name:18} {'reached' if answer.status == 200 else answer.reason}")
    return "\n".join(lines)


def what_it_saw(isp: Isp) -> str:
    """The log of a provider: of each connection the address, the name in the ClientHello, and what was done."""
    lines = []
    for entry in isp.log:
        name = entry.server_name or "(no name seen)"
        lines.append(f"{entry.number:2}  {entry.address:15} {name:18} {entry.words or entry.verdict}")
    return "\n".join(lines)


def first_bytes(name: str) -> bytes:
    """What a client sends first to a server of this name: a ClientHello (RFC 8446 4.1.2), by Python's own TLS.

    Raises KitError for what is no host name. No server is asked.
    """
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = ssl.create_default_context().wrap_bio(incoming, outgoing, server_hostname=host_name(name))
    try:
        client.do_handshake()
    except ssl.SSLWantReadError:
        return outgoing.read()
    raise KitError("A client ended its handshake before a server had answered.")
