"""The socket guard, in this process and in a kernel as a learner has it."""

import asyncio
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_client.manager import start_new_kernel

from chokepoints.loopback import Refused, reach
from chokepoints.loopback.guard import is_local


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org", "0.0.0.0", "::ffff:192.0.2.1", "2001:db8::1"])
def test_connections_elsewhere_are_refused(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as stream, pytest.raises(Refused, match="is not this machine"):
        stream.connect((host, 443))


def test_datagrams_and_look_ups_are_refused() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagram:
        with pytest.raises(Refused):  # CPython would look the name up before its audit event
            datagram.bind(("example.org", 0))
        with pytest.raises(Refused):
            datagram.sendto(b"x", ("192.0.2.1", 9))
        if hasattr(datagram, "sendmsg"):
            with pytest.raises(Refused):
                datagram.sendmsg([b"x"], [], 0, ("192.0.2.1", 9))
    for look_up in (socket.getaddrinfo, lambda name, _: socket.gethostbyname(name)):
        with pytest.raises(Refused):
            look_up("example.org", 443)
    with pytest.raises(Refused):
        socket.getnameinfo(("192.0.2.1", 443), 0)


def test_loopback_works() -> None:
    async def there_and_back() -> str:
        server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
        async with server:
            return await reach("127.0.0.1", server.sockets[0].getsockname()[1])

    assert asyncio.run(there_and_back()).startswith("Connected to 127.0.0.1")
    assert socket.getaddrinfo("localhost", 80)


def test_reach_says_what_happened() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        assert "nothing listens" in asyncio.run(reach("127.0.0.1", port))
    assert "refused before anything was sent" in asyncio.run(reach("192.0.2.1"))
    assert "refused before anything was sent" in asyncio.run(reach("example.org"))


@given(st.one_of(st.text(), st.binary()))
def test_any_host_gets_an_answer(host: str | bytes) -> None:
    if is_local(host):
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        assert name in ("", "localhost") or name.startswith(("127.", "::", "0"))


def test_guard_stands_in_a_kernel() -> None:
    """The learner's own code in a kernel that imported anything of the kit."""
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        seen: list[str] = []

        def note(message: dict) -> None:
            content = message["content"]
            seen.append(content.get("text") or "".join(content.get("traceback", [])))

        code = "import chokepoints.evidence, socket\n"
        client.execute_interactive(code, output_hook=note, timeout=60)
        for call in ("socket.create_connection(('192.0.2.1', 443), 3)", "socket.getaddrinfo('example.org', 443)"):
            client.execute_interactive(call, output_hook=note, timeout=60)
        assert [text for text in seen if text] == [
            f"{host} is not this machine: the kit refused before anything was sent. It runs on 127.0.0.1 only."
            for host in ("192.0.2.1", "example.org")
        ]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
