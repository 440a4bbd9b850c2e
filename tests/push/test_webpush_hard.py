"""Clients that stall, break off, lie or come by the hundred, blocks that end in the middle: nothing is left behind."""

import asyncio
import socket
import ssl
import time
from contextlib import suppress

import pytest
from push_web_talk import more_files, raw, request, run, trust

from chokepoints.loopback.serving_on import close
from chokepoints.push.webpush import AppServer, PushService, Received, UserAgent, push_service

CREATED = b"HTTP/1.1 201 Created\r\n"


async def works(service: PushService) -> None:
    """A real client still gets through, and what it sends arrives."""
    messenger, agent = AppServer(service), UserAgent(service, "witness")
    agent.connect()
    assert (await messenger.send(agent.subscription, "still here")).status == 201
    assert agent.inbox == [Received(service.now, "still here")]


class TestOneClient:
    @pytest.mark.parametrize("then", ["wait", "break"])
    def test_who_stops_at_any_place(self, then: str) -> None:
        async def work() -> None:
            async with push_service(patience=1) as service:
                phone, tls = UserAgent(service, "phone"), trust(service)
                whole = request(phone)
                ends = [0, 1, 20, whole.index(b"\r\n\r\n") + 2, whole.index(b"\r\n\r\n") + 4, len(whole) - 1]
                answers = await asyncio.gather(*(raw(service, whole[:end], then, tls) for end in ends))
                if then == "wait":
                    assert answers[0] == b""
                    assert {answer[:28] for answer in answers[1:]} == {b"HTTP/1.1 408 Request Timeout"}
                assert service.log == ()
                assert (await raw(service, whole, "wait", tls)).startswith(CREATED)
                await works(service)

        run(work())

    def test_a_slow_one(self) -> None:
        """One byte at a time is no way to hold a connection for longer than a request may take."""

        async def work() -> None:
            async with push_service(patience=0.6) as service:
                phone = UserAgent(service, "phone")
                reader, writer = await asyncio.open_connection(
                    "127.0.0.1", service.port, ssl=trust(service), server_hostname="127.0.0.1"
                )
                start, answer = time.perf_counter(), asyncio.create_task(reader.read())
                for byte in request(phone):
                    if answer.done():
                        break
                    writer.write(bytes([byte]))
                    await asyncio.sleep(0.02)
                assert answer.done()
                assert 0.3 < time.perf_counter() - start < 3
                assert answer.result().startswith(b"HTTP/1.1 408 ")
                writer.close()
                with suppress(OSError):
                    await writer.wait_closed()
                assert service.log == ()
                await works(service)

        run(work())

    def test_each_request_has_its_own_time(self) -> None:
        async def work() -> None:
            async with push_service(patience=0.8) as service:
                phone = UserAgent(service, "phone")
                reader, writer = await asyncio.open_connection(
                    "127.0.0.1", service.port, ssl=trust(service), server_hostname="127.0.0.1"
                )
                for _ in range(5):
                    writer.write(request(phone))
                    assert (await reader.readuntil(b"\r\n\r\n")).startswith(CREATED)
                    await asyncio.sleep(0.2)
                assert await asyncio.wait_for(reader.read(), 3) == b""  # idle: closed without a word
                writer.close()
                with suppress(OSError):
                    await writer.wait_closed()
                assert phone.waiting == 5

        run(work())

    def test_who_speaks_no_tls(self) -> None:
        async def work() -> None:
            async with push_service(patience=0.8) as service:
                phone = UserAgent(service, "phone")
                sent = [b"", b"\x16\x03\x01", request(phone), bytes(5000), b"\x16\x03\x01\x02\x00" + b"\xff" * 512]
                for then in ("plain", "plain half", "plain break"):
                    answers = await asyncio.gather(*(raw(service, data, then) for data in sent))
                    assert not any(answer.startswith(b"HTTP") for answer in answers)
                assert service.log == ()
                await works(service)

        run(work())

    def test_who_trusts_nobody(self) -> None:
        async def work() -> None:
            async with push_service() as service:
                stranger = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                assert await raw(service, b"GET / HTTP/1.1\r\n\r\n", tls=stranger) == b""
                old = trust(service)
                old.maximum_version = ssl.TLSVersion.TLSv1_2
                phone = UserAgent(service, "phone")
                assert (await raw(service, request(phone, connection="close"), tls=old)).startswith(CREATED)
                await works(service)

        run(work())

    def test_malformed(self) -> None:
        async def work() -> None:
            async with push_service(patience=1) as service:
                phone, tls = UserAgent(service, "phone"), trust(service)
                whole = request(phone)
                sent = [
                    b"\0" * 3000,
                    b"GET / HTTP/1.1\r\n\r\n",
                    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9),
                    whole.replace(b"ttl: 60", b"ttl: " + b"6" * 30_000),
                    whole.replace(b"Content-Length: ", b"Content-Length: -"),
                    whole.replace(b"Content-Length: ", b"Transfer-Encoding: chunked\r\nX: "),
                    whole.replace(b"ttl: 60", b"ttl: soon"),
                ]
                answers = await asyncio.gather(*(raw(service, data, tls=tls) for data in sent))
                told = [answer[9:12].decode() for answer in answers]
                assert told[:5] + told[6:] == ["400", "400", "505", "431", "400", "400"]
                assert told[5] in ("400", "408")  # random bytes for chunks: none, or an endless first line
                assert [row.status for row in service.log] == [400]
                await works(service)

        run(work())

    @pytest.mark.parametrize("size", [5_000, 900_000, 5_000_000])
    def test_oversized(self, size: int) -> None:
        """A body up to a megabyte is read to its end, so that the answer is read too; more is cut off."""

        async def work() -> None:
            async with push_service(patience=3) as service:
                phone = UserAgent(service, "phone")
                whole = request(phone)
                head = whole[: whole.index(b"Content-Length")] + b"Connection: close\r\n"
                answer = await raw(service, head + b"Content-Length: %d\r\n\r\n" % size + bytes(size))
                assert answer[:12] == b"HTTP/1.1 413" or (size > 1 << 20 and answer == b"")
                assert [(row.status, row.size) for row in service.log] == [(413, 4097)]
                assert phone.waiting == 0
                await works(service)

        run(work())

    def test_who_does_not_read(self) -> None:
        """Hundreds of requests, no answer read: given up once the answers stick."""

        async def work() -> None:
            async with push_service(patience=0.6) as service:
                here, there = socket.socketpair()
                here.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
                reader, writer = await asyncio.open_connection(sock=here)
                writer.transport.set_write_buffer_limits(high=1024)
                with there:
                    there.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n" * 700)
                    start = time.perf_counter()
                    await asyncio.wait_for(service.serve(reader, writer), 5)
                    assert 0.25 < time.perf_counter() - start < 3
                    await close(writer)
                await works(service)

        run(work())


class TestManyClients:
    def test_a_flood(self) -> None:
        async def work() -> None:
            many = min(240, (more_files(1300) - 300) // 4)
            async with push_service(patience=2, rate=(20, 60)) as service:
                phones = [UserAgent(service, f"phone {number}") for number in range(5)]
                tls = trust(service)
                kinds = [
                    (b"", "wait"),
                    (b"", "plain"),
                    (request(phones[0])[:50], "wait"),
                    (request(phones[1], connection="close"), "wait"),
                    (request(phones[2], connection="close", urgency="?"), "wait"),
                    (request(phones[3], connection="close"), "break"),
                    (b"hello\r\n\r\n", "plain break"),
                    (b"hello\r\n\r\n", "wait"),
                ]
                each = [kinds[number % len(kinds)] for number in range(many)]
                messenger, witness = AppServer(service), UserAgent(service, "witness")
                witness.connect()
                clients = asyncio.gather(*(raw(service, sent, then, tls) for sent, then in each))
                for number in range(20):
                    assert (await messenger.send(witness.subscription, f"{number}")).status == 201
                answers = await clients
                assert [received.text for received in witness.inbox] == [f"{number}" for number in range(20)]
                told = [
                    {
                        answer[9:12]
                        for (sent, _), answer in zip(each, answers, strict=True)
                        if sent == kind[0] and answer
                    }
                    for kind in kinds[2:5]
                ]
                assert told[1] == {b"201", b"429"}
                assert told[0] <= {b"408"}
                assert told[2] == {b"400"}
                assert phones[1].waiting == 20
                accepted = [row for row in service.log if row.device == "phone 1" and row.status == 201]
                assert len(accepted) == 20
                await works(service)

        run(work())

    def test_too_many_open_files(self) -> None:
        resource = pytest.importorskip("resource")

        async def work() -> None:
            async with push_service() as service:
                await works(service)
                soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
                clients = [socket.socket() for _ in range(20)]
                lowest = max(client.fileno() for client in clients) + 1
                try:
                    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, hard))
                    for client in clients:
                        client.connect(("127.0.0.1", service.port))
                    await asyncio.sleep(0.1)
                finally:
                    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
                    for client in clients:
                        client.close()
                await works(service)

        run(work())


class TestEnds:
    @pytest.mark.parametrize("times", [1, 2])
    def test_interrupted_in_the_middle(self, times: int) -> None:
        async def work() -> None:
            begun = asyncio.Event()
            waiting: list[asyncio.Task[bytes]] = []

            async def cell() -> None:
                async with push_service() as service:
                    phone, tls = UserAgent(service, "phone"), trust(service)
                    for sent, then in (
                        (b"", "wait"),
                        (b"", "plain"),
                        (b"\x16\x03", "plain"),
                        (request(phone)[:70], "wait"),
                        (request(phone), "wait"),
                    ):
                        waiting.append(asyncio.create_task(raw(service, sent, then, tls)))
                    await asyncio.sleep(0.1)
                    messenger = AppServer(service)
                    asyncio.get_running_loop().call_soon(begun.set)
                    for number in range(1000):
                        await messenger.send(phone.subscription, f"{number}", ttl=60)

            task = asyncio.create_task(cell())
            await begun.wait()
            for _ in range(times):
                task.cancel()
                await asyncio.sleep(0)
            outcome = await asyncio.gather(task, return_exceptions=True)
            assert isinstance(outcome[0], asyncio.CancelledError)
            await asyncio.wait_for(asyncio.gather(*waiting), timeout=3)

        run(work())

    def test_ended_while_clients_knock(self) -> None:
        async def work() -> None:
            async with push_service() as service:
                clients = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(50)]
                await asyncio.sleep(0)
                await asyncio.sleep(0)
            for client in clients:
                client.close()

        run(work())

    def test_begun_twice(self) -> None:
        async def work() -> None:
            for _ in range(2):
                async with push_service() as one, push_service() as two:
                    assert one.port != two.port
                    assert one.trust != two.trust
                    await works(one)
                    await works(two)
                    assert (len(one.log), len(two.log)) == (1, 1)

        run(work())

    def test_an_error_in_the_block(self) -> None:
        async def work() -> None:
            with suppress(ZeroDivisionError):
                async with push_service() as service:
                    await works(service)
                    raise ZeroDivisionError
            with pytest.raises(OSError, match=r".+"):
                await asyncio.open_connection("127.0.0.1", service.port)

        run(work())

    def test_only_loopback_and_only_with_the_address(self) -> None:
        async def work() -> None:
            async with push_service() as service:
                with socket.socket() as other:
                    other.settimeout(0.2)
                    assert other.connect_ex(("127.0.0.2", service.port)) != 0
                phone = UserAgent(service, "phone")
                target = phone.subscription["endpoint"].rsplit("/", 1)[1].encode()
                whole = request(phone, connection="close")
                for guess in (target[:-1] + b"_", target[::-1], b"x" * 32, b""):
                    assert (await raw(service, whole.replace(target, guess)))[:12] == b"HTTP/1.1 404"
                assert service.log == ()
                assert phone.waiting == 0

        run(work())
