"""Shared by the tests of the provider: ClientHellos of a real TLS library, and some of one's own making."""

import ssl
from contextlib import suppress
from itertools import pairwise

from chokepoints.network.client_hello import MoreNeeded, NotTls, server_name

NAME = "messenger.example"
#: What a client says, by how it was set: host name, lowest and highest version, ALPN.
SETTINGS: dict[str, tuple[str | None, ssl.TLSVersion, ssl.TLSVersion, list[str]]] = {
    "1.3": (NAME, ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_3, []),
    "1.2": (NAME, ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2, []),
    "both, ALPN": (NAME, ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3, ["h2", "http/1.1"]),
    "no name, 1.3": (None, ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_3, []),
    "no name, 1.2, ALPN": (None, ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2, ["http/1.1"]),
}


def real_hello(setting: str) -> bytes:
    name, lowest, highest, protocols = SETTINGS[setting]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = name is not None
    context.minimum_version, context.maximum_version = lowest, highest
    if protocols:
        context.set_alpn_protocols(protocols)
    out = ssl.MemoryBIO()
    with suppress(ssl.SSLWantReadError):
        context.wrap_bio(ssl.MemoryBIO(), out, server_hostname=name).do_handshake()
    return out.read()


HELLOS = {setting: real_hello(setting) for setting in SETTINGS}
WITH_NAME = HELLOS["both, ALPN"]


def said(data: bytes) -> str | None:
    """The name, or the kind of refusal; whatever else is raised is a failure."""
    try:
        return server_name(data)
    except (MoreNeeded, NotTls) as refusal:
        return type(refusal).__name__


def vector(size: int, content: bytes) -> bytes:
    return len(content).to_bytes(size) + content


def record(content: bytes) -> bytes:
    return b"\x16\x03\x01" + vector(2, content)


def framed(message: bytes, cuts: list[int]) -> bytes:
    """A message in records that end at the cuts."""
    ends = sorted({cut for cut in cuts if 0 < cut < len(message)} | {0, len(message)})
    return b"".join(record(message[start:end]) for start, end in pairwise(ends))


def host(name: bytes) -> bytes:
    return b"\0" + vector(2, name)


def names(*entries: bytes) -> bytes:
    """The extension of RFC 6066 3."""
    return b"\0\0" + vector(2, vector(2, b"".join(entries)))


def made(
    extensions: bytes | None,
    session: bytes = b"",
    suites: bytes = b"\x13\x01",
    methods: bytes = b"\0",
    behind: bytes = b"",
) -> bytes:
    """A ClientHello of one's own making, as one record."""
    body = b"\x03\x03" + bytes(32) + vector(1, session) + vector(2, suites) + vector(1, methods)
    body += b"" if extensions is None else vector(2, extensions)
    return record(b"\x01" + vector(3, body + behind))
