"""The socket guard: a kernel of the kit talks to this machine and to nothing else.

An audit hook (PEP 578) sees every connection, datagram and name look-up that Python code starts, before it happens,
and cannot be taken off again in the same process. It does not see what other programs do: a cell that starts with `!`
or `%pip` runs such a program.
"""

import functools
import ipaddress
import socket
import sys
from typing import Any

from chokepoints.errors import KitError

#: Audit events whose second argument is the address (Python's audit events table).
_ADDRESS_EVENTS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
#: Audit events that look up a host name or an address, their first argument.
_LOOKUP_EVENTS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}

_standing = False


class Refused(KitError, PermissionError):
    """The guard refused to let something leave this machine. An OSError, so that network libraries expect it."""


def is_local(host: object) -> bool:
    """Whether a host, given as Python's socket calls take it, is this machine's loopback (RFC 1122, RFC 4291)."""
    if host is None:
        return True
    name = host.decode("ascii", "replace") if isinstance(host, bytes | bytearray) else str(host)
    if name in ("", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def _refuse_unless_local(host: object) -> None:
    if not is_local(host):
        shown = host.decode("ascii", "replace") if isinstance(host, bytes | bytearray) else host
        raise Refused(
            f"{shown} is not this machine: the kit refused before anything was sent. It runs on 127.0.0.1 only."
        )


def _host(address: object) -> object:
    """The host of a socket address. A Unix socket's address is a path, a connected socket sends with None: local."""
    return address[0] if isinstance(address, tuple) and address else None


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _ADDRESS_EVENTS:
        _refuse_unless_local(_host(arguments[1]))
    elif event in _LOOKUP_EVENTS:
        _refuse_unless_local(_host(arguments[0]) if event == "socket.getnameinfo" else arguments[0])


def _ask_first(name: str) -> None:
    """Make a method of `socket.socket` look at its address before C code does.

    CPython resolves a host name given to `connect` and its like before it raises the audit event: without this the
    name itself would leave the machine.
    """
    inner = getattr(socket.socket, name)

    @functools.wraps(inner)
    def method(self: socket.socket, *arguments: Any) -> Any:
        host = _host(arguments[-1]) if arguments else None
        if isinstance(host, str | bytes | bytearray) and not _is_number(host):
            _refuse_unless_local(host)
        return inner(self, *arguments)

    setattr(socket.socket, name, method)


def _is_number(host: str | bytes | bytearray) -> bool:
    """Whether a host is written as an address, so that nothing has to be looked up."""
    try:
        ipaddress.ip_address(host if isinstance(host, str) else host.decode("ascii", "replace"))
    except ValueError:
        return False
    return True


def stand_guard() -> None:
    """Set the guard in this process; a second call changes nothing."""
    global _standing
    if not _standing:
        _standing = True
        sys.addaudithook(_watch)
        for name in ("connect", "connect_ex", "sendto", "sendmsg", "bind"):
            if hasattr(socket.socket, name):  # Windows has no sendmsg
                _ask_first(name)
