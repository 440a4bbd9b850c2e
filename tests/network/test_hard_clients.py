"""Clients that stall, break off or come by the thousand, blocks that end in the middle: nothing is left behind."""

import asyncio
import socket
import time
from contextlib import suppress

import pytest
from network_hellos import WITH_NAME
from network_talk import BANK, MESSENGER, SHOP, SITES, SUCCEEDED, more_files, raw, request, run

from chokepoints.network.rules import ByAddress, ByName, Throttle
from chokepoints.network.serving import Fetched, fetch, internet, provider


class TestHardClients:
    @pytest.mark.parametrize("then", ["wait", "half", "break", "break later"])
    def test_who_stops_at_any_place(self, then: str) -> None:
        """With silence, half a close or a break after each byte of the talk and after parts of the ClientHello."""

        async def work() -> None:
            async with internet(SITES, patience=0.6) as net, provider(net, patience=0.6, idle=0.6) as isp:
                whole = request(isp) + WITH_NAME
                ends = [*range(0, len(request(isp)) + 8, 3), len(whole) - 1, len(whole)]
                answers = await asyncio.gather(*(raw(isp.port, whole[:end], then) for end in ends))
                if "break" not in then:
                    assert all(answer.startswith(SUCCEEDED[: len(answer)]) for answer in answers[:-1])
                    assert answers[-1].startswith(SUCCEEDED + b"\x16\x03\x03")  # the site's ServerHello
                assert (await fetch(isp, net, MESSENGER)).status == 200
                assert {entry.verdict for entry in isp.log[:-2]} <= {"closed", "pass"}
                if then == "wait":
                    assert {entry.words for entry in isp.log[:-2]} == {"silent for too long"}
                assert len(isp.log) == len(ends) + 1

        run(work())

    def test_malformed_hellos(self) -> None:
        async def work() -> None:
            async with internet(SITES) as net, provider(net, ByName("messenger.example")) as isp:
                bent = [bytearray(WITH_NAME) for _ in range(0, 120, 5)]
                for number, hello in enumerate(bent):
                    hello[number * 5] ^= 0xFF
                sent = [bytes(hello) for hello in bent] + [
                    b"\x16\x03\x01\x00\x00",
                    b"GET / HTTP/1.1\r\n\r\n",
                    b"\0" * 70_000,
                ]
                await asyncio.gather(*(raw(isp.port, request(isp) + hello, "half") for hello in sent))
                assert (await fetch(isp, net, SHOP)).status == 200
                assert "no ClientHello that can be read" in {entry.words for entry in isp.log}

        run(work())

    def test_silence_is_measured_between_bytes(self) -> None:
        async def work() -> None:
            async with internet(SITES) as net, provider(net, Throttle(4000, names="example"), idle=0.4) as isp:
                start = time.perf_counter()
                assert (await fetch(isp, net, MESSENGER)).status == 200
                assert time.perf_counter() - start > 0.4 * 0.4
                assert isp.log[0].verdict == "throttle"
                isp.rules = Throttle(2, names="example")
                assert await fetch(isp, net, SHOP, seconds=0.6) == Fetched("timed out")
                isp.rules = ()
                await raw(isp.port, request(isp) + WITH_NAME)
                with socket.create_server(("127.0.0.1", 0)) as silent:
                    net.ports["203.0.113.10", 443] = silent.getsockname()[1]
                    assert await asyncio.wait_for(raw(isp.port, request(isp) + WITH_NAME), 3) == SUCCEEDED
                for entry in isp.log[2:]:
                    assert (entry.verdict, entry.words) == ("closed", "silent for too long")

        run(work())

    def test_bytes_that_come_as_the_time_is_up(self) -> None:
        async def work() -> None:
            async def waits(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                while await reader.read(100):
                    pass
                writer.close()

            async with (
                internet(SITES) as net,
                provider(net, idle=0.2) as isp,
                await asyncio.start_server(waits, "127.0.0.1", 0) as other,
            ):
                net.ports["203.0.113.10", 443] = other.sockets[0].getsockname()[1]
                with socket.create_connection(("127.0.0.1", isp.port)) as client:
                    client.sendall(request(isp) + b"no TLS")
                    await asyncio.sleep(0.1)
                    client.sendall(b"more")
                    time.sleep(0.2)  # the loop finds both at once: bytes, and that the time is up
                    await isp.settle(client.getsockname()[1])
                assert (isp.log[0].verdict, isp.log[0].words) == ("closed", "silent for too long")

        run(work())

    def test_a_client_that_does_not_read(self) -> None:
        async def work() -> None:
            async def floods(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                writer.write(bytes(1 << 24))
                with suppress(OSError):
                    await writer.drain()
                writer.close()

            async with internet(SITES) as net, provider(net, idle=0.2) as isp:
                async with await asyncio.start_server(floods, "127.0.0.1", 0) as other:
                    net.ports["203.0.113.10", 443] = other.sockets[0].getsockname()[1]
                    with socket.create_connection(("127.0.0.1", isp.port)) as client:
                        client.sendall(request(isp) + b"flood me")
                        await asyncio.sleep(0.1)
                        await isp.settle(client.getsockname()[1])
                        await asyncio.sleep(0.6)
                        assert isp.log[0].words == "silent for too long"
                        client.settimeout(1)
                        with suppress(ConnectionResetError):
                            while client.recv(1 << 20):
                                pass
                answers = await asyncio.gather(*(fetch(isp, net, BANK) for _ in range(5)))
                assert {answer.status for answer in answers} == {200}

        run(work())

    def test_a_thousand_at_once(self) -> None:
        async def work() -> None:
            rules = (ByAddress("203.0.113.20"), ByName("messenger.example"))
            many = min(1000, (more_files(4400) - 300) // 4)
            async with internet(SITES, patience=3) as net, provider(net, rules, patience=3, idle=3) as isp:
                to_bank, to_shop = request(isp, "198.51.100.5"), request(isp, "203.0.113.20")
                kinds = (
                    (b"", "wait", b""),
                    (to_bank + WITH_NAME[:200], "wait", SUCCEEDED),
                    (request(isp) + WITH_NAME, "wait", SUCCEEDED),
                    (to_shop, "wait", SUCCEEDED[:5] + b"\x02" + SUCCEEDED[6:]),
                    (to_bank + b"no TLS at all", "half", SUCCEEDED),
                    (to_bank + WITH_NAME[:200], "break", b""),
                    (b"\x04\x01\x01\xbb", "wait", b""),
                    (to_bank + WITH_NAME[:200], "half", SUCCEEDED),
                )
                each = [kinds[number % len(kinds)] for number in range(many)]
                clients = asyncio.gather(*(raw(isp.port, sent, then) for sent, then, _ in each))
                fetched = await asyncio.gather(*(fetch(isp, net, BANK, seconds=30) for _ in range(20)))
                answers = await clients
                assert {answer.status for answer in fetched} == {200}
                for (_, then, starts), answer in zip(each, answers, strict=True):
                    assert "break" in then or answer[: len(starts)] == starts or answer == b""
                refused = [answer for (sent, _, _), answer in zip(each, answers, strict=True) if sent == to_shop]
                assert set(refused) == {kinds[3][2]}
                assert len(isp.log) >= many * 7 // 8 + 20
                assert sum(entry.verdict == "reset" for entry in isp.log) == sum(kind is kinds[2] for kind in each)
                assert (await fetch(isp, net, BANK)).status == 200

        run(work())

    def test_too_many_open_files(self) -> None:
        resource = pytest.importorskip("resource")

        async def work() -> None:
            async with internet(SITES) as net, provider(net) as isp:
                assert (await fetch(isp, net, BANK)).status == 200
                soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
                clients = [socket.socket() for _ in range(20)]
                lowest = max(client.fileno() for client in clients) + 1
                try:
                    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, hard))
                    for client in clients:
                        client.connect(("127.0.0.1", isp.port))
                    await asyncio.sleep(0.1)
                finally:
                    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
                    for client in clients:
                        client.close()
                assert (await fetch(isp, net, BANK)).status == 200

        run(work())


class TestEnds:
    @pytest.mark.parametrize("times", [1, 2])
    def test_interrupted_in_the_middle(self, times: int) -> None:
        async def work() -> None:
            begun = asyncio.Event()
            waiting: list[asyncio.Task[bytes]] = []

            async def cell() -> None:
                async with internet(SITES) as net, provider(net, Throttle(50, names="messenger.example")) as isp:
                    waiting.extend(
                        asyncio.create_task(raw(port, sent))
                        for port, sent in (
                            (isp.port, b""),
                            (isp.port, request(isp) + WITH_NAME[:50]),
                            (isp.port, request(isp) + WITH_NAME),
                            (net.ports["203.0.113.10", 443], b""),
                            (net.ports["203.0.113.10", 443], WITH_NAME[:50]),
                            (net.ports["203.0.113.10", 443], WITH_NAME),
                        )
                    )
                    await asyncio.sleep(0.1)
                    asyncio.get_running_loop().call_later(0.1, begun.set)
                    await fetch(isp, net, MESSENGER, seconds=30)

            task = asyncio.create_task(cell())
            await begun.wait()
            for _ in range(times):
                task.cancel()
                await asyncio.sleep(0)
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.wait_for(asyncio.gather(*waiting), timeout=2)

        run(work())

    def test_ended_while_clients_knock(self) -> None:
        async def work() -> None:
            async with internet(SITES) as net, provider(net) as isp:
                clients = [socket.create_connection(("127.0.0.1", isp.port)) for _ in range(50)]
                clients += [socket.create_connection(("127.0.0.1", net.ports["203.0.113.10", 443])) for _ in range(50)]
                await asyncio.sleep(0)
                await asyncio.sleep(0)
            for client in clients:
                client.close()

        run(work())

    def test_begun_twice(self) -> None:
        async def work() -> None:
            for _ in range(2):
                async with internet(SITES) as net, provider(net) as isp:
                    async with internet(SITES) as net2, provider(net2, ByName("example")) as isp2:
                        assert isp.port != isp2.port
                        assert (isp.user, isp.password) != (isp2.user, isp2.password)
                        assert (await fetch(isp, net, SHOP)).status == 200
                        assert await fetch(isp2, net2, SHOP) == Fetched("reset")
                        assert (len(isp.log), len(isp2.log)) == (1, 1)
                    assert (await fetch(isp, net, SHOP)).status == 200

        run(work())

    def test_an_error_in_the_block(self) -> None:
        async def work() -> None:
            with suppress(ZeroDivisionError):
                async with internet(SITES) as net, provider(net) as isp:
                    await fetch(isp, net, SHOP)
                    raise ZeroDivisionError
            assert await fetch(isp, net, SHOP) == Fetched("nothing answers")

        run(work())

    def test_only_loopback_and_only_with_the_password(self) -> None:
        async def work() -> None:
            async with internet(SITES) as net, provider(net) as isp:
                for server_port in (isp.port, *net.ports.values()):
                    with socket.socket() as other:
                        other.settimeout(0.2)
                        assert other.connect_ex(("127.0.0.2", server_port)) != 0
                assert await raw(isp.port, b"\x05\x01\x00") == b"\x05\xff"
                wrong = request(isp).replace(isp.password.encode(), isp.password[::-1].encode())
                assert await raw(isp.port, wrong) == b"\x05\x02\x01\x01"
                assert {entry.verdict for entry in isp.log} == {"closed"}

        run(work())
