"""The imitation internet by itself: HTTP, certificates, fronting, moving."""

import asyncio
import socket
import ssl
from contextlib import suppress
from typing import Any

import pytest
from network_hellos import WITH_NAME
from network_talk import BANK, MESSENGER, SHOP, SITES, raw, run

from chokepoints.errors import KitError
from chokepoints.network.serving import Internet, Site, fetch, internet


async def talk(
    net: Internet, address: str, sent: bytes, name: str | None = "shop.example"
) -> tuple[bytes, dict[str, Any]]:
    """Say something to a site inside TLS; its answer, and the certificate that it showed."""
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", net.ports[address, 443], ssl=trusting(net, name), server_hostname=name
    )
    try:
        writer.write(sent)
        shown: dict[str, Any] = writer.get_extra_info("peercert")
        return await reader.read(), shown
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


def trusting(net: Internet, name: str | None) -> ssl.SSLContext:
    net.trust.check_hostname = name is not None
    return net.trust


class TestInternet:
    def test_http(self) -> None:
        async def work() -> None:
            async with internet(SITES) as net:
                for sent, status, body in (
                    (b"GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n", b"200 OK", b"Teapots.\n"),
                    (b"GET /x HTTP/1.1\r\nhost: WWW.shop.example:443\r\n\r\n", b"200 OK", b"Teapots.\n"),
                    (b"HEAD / HTTP/1.1\r\nHost: shop.example\r\n\r\n", b"200 OK", b""),
                    (b"POST / HTTP/1.1\r\nHost: shop.example\r\n\r\n", b"405 Method Not Allowed", b""),
                    (b"GET / HTTP/1.1\r\n\r\n", b"400 Bad Request", b""),
                    (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"400 Bad Request", b""),
                    (b"GET /\r\n\r\n", b"400 Bad Request", b""),
                    (b"\xff\xfe\r\n\r\n", b"400 Bad Request", b""),
                ):
                    answer, _ = await talk(net, "203.0.113.20", sent)
                    head, _, rest = answer.partition(b"\r\n\r\n")
                    assert (head.split(b"\r\n")[0], rest) == (b"HTTP/1.1 " + status, body)
                    length = 9 if b"200" in status else 0
                    assert f"Content-Length: {length}".encode() in head
                assert await talk(net, "203.0.113.20", b"GET" * 30_000) == (b"", (await shown(net, "shop.example")))

        async def shown(net: Internet, name: str) -> dict[str, Any]:
            return (await talk(net, "203.0.113.20", b"\r\n\r\n", name))[1]

        run(work())

    def test_the_certificate_by_the_name(self) -> None:
        async def work() -> None:
            async with internet(SITES) as net:
                for name in ("shop.example", "www.shop.example", "school.example"):
                    _, certificate = await talk(net, "203.0.113.20", b"\r\n\r\n", name)
                    assert certificate["subjectAltName"] == (("DNS", name),)
                answer, certificate = await talk(
                    net, "203.0.113.20", b"GET / HTTP/1.1\r\nHost: school.example\r\n\r\n", None
                )
                assert certificate["subjectAltName"] == (("DNS", "shop.example"),)
                assert b"No lessons" in answer
                net.trust.check_hostname = False
                with pytest.raises((ssl.SSLError, ConnectionResetError)):  # asyncio may not send the alert
                    await asyncio.open_connection(
                        "127.0.0.1", net.ports["203.0.113.20", 443], ssl=net.trust, server_hostname="bank.example"
                    )

        run(work())

    def test_clients_that_say_nothing(self) -> None:
        async def work() -> None:
            async with internet(SITES, patience=0.5) as net:
                port = net.ports["203.0.113.20", 443]
                stalled = asyncio.gather(
                    raw(port, b""), raw(port, WITH_NAME[:50]), talk(net, "203.0.113.20", b"GET / HTTP/1.1\r\n")
                )
                *before_tls, (after_tls, _) = await asyncio.wait_for(stalled, timeout=3)
                assert [*before_tls, after_tls] == [b""] * 3

        run(work())

    def test_fronting_within_a_cloud_only(self) -> None:
        async def work() -> None:
            async with internet(SITES, fronting=True) as net:
                for url, front, status in (
                    (MESSENGER, "shop.example", 200),
                    (SHOP, "messenger.example", 200),
                    ("https://www.shop.example/", "shop.example", 200),
                    (MESSENGER, "bank.example", 421),
                    (BANK, "shop.example", 421),
                ):
                    assert (await fetch(None, net, url, front=front)).status == status, (url, front)
                net.fronting = False
                for url, front, status in (
                    (MESSENGER, "shop.example", 421),
                    ("https://school.example/", "shop.example", 421),
                    ("https://www.shop.example/", "shop.example", 200),
                    (BANK, "bank.example", 200),
                ):
                    assert (await fetch(None, net, url, front=front)).status == status, (url, front)

        run(work())

    @pytest.mark.parametrize("address", ["203.0.114.1", "127.0.0.1", "192.0.2.1", "shop.example", "2001:db8::1", 7])
    def test_imitation_addresses_only(self, address: Any) -> None:
        with pytest.raises(KitError, match="no imitation address"):
            Site(address, "shop.example", "")

    def test_what_cannot_be_served(self) -> None:
        with pytest.raises(KitError, match="at least one name"):
            Site("203.0.113.9", [], "")
        with pytest.raises(KitError, match="no host name"):
            Site("203.0.113.9", ["shop example"], "")

        async def work() -> None:
            async with internet(SITES) as net:
                ports = dict(net.ports)
                with pytest.raises(KitError, match="there already"):
                    await net.add(Site("203.0.113.9", "SHOP.example", ""))
                with pytest.raises(KitError, match=r"203\.0\.113\.20 belongs to Nimbus"):
                    await net.add(Site("203.0.113.20", "forum.example", ""))
                with pytest.raises(KitError, match="belongs to Nimbus"):
                    await net.move("bank.example", "203.0.113.10")
                with pytest.raises(KitError, match="no imitation address"):
                    await net.move("bank.example", "127.0.0.1")
                with pytest.raises(KitError, match="Did you mean bank"):
                    await net.move("banc.example", "198.51.100.6")
                assert (net.ports, repr(net)) == (ports, "Internet(5 names at 3 addresses)")
            with pytest.raises(KitError):
                async with internet([*SITES, SITES[0]]):
                    pass

        run(work())

    def test_a_site_that_is_down(self) -> None:
        async def work() -> None:
            down = Site("203.0.113.50", ["radio.example", "www.radio.example"], "Songs.\n", cloud="Nimbus", down=True)
            async with internet([*SITES, down]) as net:
                for at in ("203.0.113.50", "203.0.113.51"):
                    await net.move("radio.example", at)
                    port = net.ports[at, 443]
                    await net.move("www.radio.example", at)
                    assert net.ports[at, 443] == port
                    with pytest.raises(ConnectionRefusedError):
                        await asyncio.open_connection("127.0.0.1", port)
                    with pytest.raises(OSError, match=r"in use|usage"), socket.create_server(("127.0.0.1", port)):
                        pass
                    assert (await fetch(None, net, "https://radio.example/")).reason == "nothing answers"
                assert net.at("203.0.113.51") == ("radio.example", "www.radio.example")
                for name, at in (("radio.example", "203.0.113.20"), ("shop.example", "203.0.113.50")):
                    with pytest.raises(KitError, match="what is down and what is up need two addresses"):
                        await net.move(name, at)
                assert (await fetch(None, net, SHOP)).status == 200

        run(work())

    def test_visitors_from_a_country_are_turned_away(self) -> None:
        async def work() -> None:
            away = Site("203.0.113.60", ["bank.test", "www.bank.test"], "Money.\n", turns_away=["A", "B"])
            async with internet([away]) as net:
                reader, writer = await asyncio.open_connection(
                    "127.0.0.1", net.ports["203.0.113.60", 443], ssl=net.trust, server_hostname="bank.test"
                )
                me = (writer.get_extra_info("sockname")[1], net.ports["203.0.113.60", 443])
                net.visitors |= {(me[0], me[1] + 1): "C", (me[0] + 1, me[1]): "C", me: "B"}  # a port serves twice
                writer.write(b"HEAD / HTTP/1.1\r\nHost: www.bank.test\r\n\r\n")
                answer = await reader.read()
                writer.close()
                await writer.wait_closed()
                assert answer.startswith(b"HTTP/1.1 403 Forbidden\r\nServer: www.bank.test\r\n")
                assert answer.endswith(b"\r\n\r\n")
                assert (await fetch(None, net, "https://bank.test/")).text == "Money.\n"

        run(work())

    @pytest.mark.parametrize("country", ["", 5, None, ["inside", ""], [None], [["inside"]]])
    def test_what_is_no_country(self, country: Any) -> None:
        with pytest.raises(KitError, match="is no country"):
            Site("203.0.113.9", "shop.example", "", turns_away=country)

    def test_moving(self) -> None:
        async def work() -> None:
            async with internet(SITES) as net:
                await net.move("messenger.example", "203.0.113.11")
                await net.move("messenger.example", "203.0.113.11")
                assert net.addresses["messenger.example"] == "203.0.113.11"
                assert (net.at("203.0.113.11"), net.at("203.0.113.12")) == (("messenger.example",), ())
                await net.move("messenger.example", "203.0.113.20")
                names = ("shop.example", "www.shop.example", "school.example", "messenger.example")
                assert net.at("203.0.113.20") == names
                assert (await fetch(None, net, MESSENGER)).status == 200
                assert (await fetch(None, net, SHOP)).status == 200

        run(work())
