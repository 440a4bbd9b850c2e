"""Clients that stall, break off, flood or come by the thousand, blocks that end in the middle: nothing is left."""

import asyncio
import json
import socket
import ssl
import struct
import sys
import time
from contextlib import suppress

import pytest
from aioapns.exceptions import MaxAttemptsExceeded
from push_talk import ALERT, TOPIC, Bare, aioapns, bearer, headers, more_files, run, send

from chokepoints.push.apns_frames import PREFACE
from chokepoints.push.device_link import LARGEST, DeviceEnd, frame
from chokepoints.push.gateway import Gateway, gateway

OK = ("200", None)
BODY = json.dumps(ALERT).encode()


async def raw(gate: Gateway, port: int, sent: bytes, then: str = "wait", tls: bool = True) -> bytes:
    """Send bytes inside TLS, then wait for the end, close the half, or break off; what came, whatever the end was."""
    secure = {"ssl": gate.trust, "server_hostname": "localhost"} if tls else {}
    came = bytearray()
    reader, writer = await asyncio.open_connection("127.0.0.1", port, **secure)  # type: ignore[arg-type]
    try:
        writer.write(sent)
        with suppress(OSError):
            await writer.drain()
        if then == "half" and not tls:
            writer.write_eof()
        if then == "break later":
            await asyncio.sleep(0.1)
        if "break" in then:
            pair = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, pair)
            writer.transport.abort()
        with suppress(OSError):
            while data := await reader.read(1 << 16):
                came += data
    finally:
        writer.close()
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(2):
                await writer.wait_closed()
    return bytes(came)


def talk(gate: Gateway, many: int = 1) -> tuple[bytes, str]:
    """What a provider sends for some pushes to one new device, and the device's token."""
    key = gate.provider(TOPIC)
    token = gate.register(TOPIC, "RU").token
    client = Bare()
    data = client.h2.data_to_send()
    return data + b"".join(client.post(headers(token, bearer(key)), BODY) for _ in range(many)), token


async def works(gate: Gateway) -> None:
    """The gateway still takes a push and hands it over, with nothing gone wrong inside."""
    device = await gate.device(TOPIC, "RU")
    with aioapns(gate, gate.provider(TOPIC)) as client:
        assert await send(client, device, ALERT) == OK
        await gate.settled()
        assert len(device.received) == 1
    assert gate.faults == []


class TestHardProviders:
    @pytest.mark.parametrize("then", ["wait", "break", "break later"])
    def test_who_stops_at_any_place(self, then: str) -> None:
        async def work() -> None:
            async with gateway(patience=0.5, idle=0.5) as gate:
                data, _ = talk(gate)
                ends = [*range(0, PREFACE + 40, 9), *range(PREFACE + 40, len(data), 29), len(data) - 1, len(data)]
                answers = await asyncio.gather(*(raw(gate, gate.port, data[:end], then) for end in ends))
                if then == "wait":
                    client = Bare()
                    client.post(headers("x", "y"), BODY)
                    client.take(answers[-1])
                    assert client.outcomes() == [(200, "")]
                    assert client.goaway
                    assert json.loads(client.goaway.additional_data or b"") == {"reason": "IdleTimeout"}
                    assert len(gate.log) == 1
                await works(gate)

        run(work())

    def test_who_speaks_no_tls(self) -> None:
        async def work() -> None:
            async with gateway(patience=0.4) as gate:
                sent = (
                    b"",
                    b"\x16\x03\x01",
                    b"GET / HTTP/1.1\r\n\r\n",
                    b"\0" * 70_000,
                    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                )
                ports = (gate.port, gate.device_port)
                await asyncio.gather(
                    *(
                        raw(gate, port, data, then, tls=False)
                        for data in sent
                        for port in ports
                        for then in ("wait", "half", "break")
                    )
                )
                await works(gate)

        run(work())

    def test_who_asks_for_another_protocol(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                trust.load_verify_locations(cadata=ssl.DER_cert_to_PEM_cert(gate.trust.get_ca_certs(True)[0]))
                trust.set_alpn_protocols(["http/1.1"])
                with suppress(OSError):
                    reader, writer = await asyncio.open_connection("127.0.0.1", gate.port, ssl=trust)
                    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                    answer = await reader.read()
                    assert b"HTTP/1.1 200" not in answer
                    writer.close()
                    with suppress(OSError):
                        await writer.wait_closed()
                await works(gate)

        run(work())

    def test_bent_talks(self) -> None:
        async def work() -> None:
            async with gateway(patience=2, idle=0.5) as gate:
                data, _ = talk(gate, 2)
                bent = []
                for at in range(0, len(data), 29):
                    piece = bytearray(data)
                    piece[at] ^= 0x55
                    bent.append(bytes(piece))
                more = [b"\xff" * 100_000, data[:PREFACE] + b"\xff" * 100_000, data[:PREFACE] + bytes(9) * 20_000]
                await asyncio.gather(*(raw(gate, gate.port, one) for one in bent + more))
                await works(gate)

        run(work())

    def test_one_that_never_shows_a_token(self) -> None:
        """It keeps the line busy with pings: closed all the same."""

        async def work() -> None:
            async with gateway(patience=0.4) as gate:
                client = Bare()
                reader, writer = await asyncio.open_connection("127.0.0.1", gate.port, ssl=gate.trust)
                writer.write(client.h2.data_to_send())
                start = time.perf_counter()
                with suppress(OSError):
                    while not reader.at_eof():
                        client.h2.ping(bytes(8))
                        writer.write(client.h2.data_to_send())
                        with suppress(TimeoutError):
                            async with asyncio.timeout(0.05):
                                client.take(await reader.read(1 << 16))
                        if client.goaway:
                            break
                assert client.goaway
                assert time.perf_counter() - start < 2
                hello = frame({"token": "x" * 900, "secret": "y"})
                began = time.perf_counter()
                _, other = await asyncio.open_connection(
                    "127.0.0.1", gate.device_port, ssl=gate.trust, server_hostname="localhost"
                )
                for at in range(len(hello)):  # a device that spells its name out
                    if len(gate._ends) == 0 and at > 3:
                        break
                    other.write(hello[at : at + 1])
                    await asyncio.sleep(0.02)
                assert time.perf_counter() - began < 2
                other.transport.abort()
                writer.close()
                with suppress(OSError):
                    await writer.wait_closed()

        run(work())

    def test_one_that_floods_and_does_not_read(self) -> None:
        async def work() -> None:
            async with gateway(idle=0.5) as gate:
                device = await gate.device(TOPIC, "RU")
                key = gate.provider(TOPIC)
                client = Bare()
                client.h2.remote_settings.max_concurrent_streams = 1 << 30
                client.h2.outbound_flow_control_window = 1 << 30
                flood = client.h2.data_to_send()
                fields = headers("0" * 64, bearer(key))
                flood += b"".join(client.post(fields, b"{}") for _ in range(2500))
                with socket.create_connection(("127.0.0.1", gate.port)) as plain:
                    plain.setblocking(False)
                    loop = asyncio.get_running_loop()
                    reader = asyncio.StreamReader(limit=1)
                    transport, _ = await loop.create_connection(
                        lambda: asyncio.StreamReaderProtocol(reader),
                        sock=plain.dup(),
                        ssl=gate.trust,
                        server_hostname="localhost",
                    )
                    transport.pause_reading()
                    transport.write(flood)
                    start = time.perf_counter()
                    with aioapns(gate, key) as other:  # meanwhile another provider is served
                        for _ in range(50):
                            assert await send(other, device, ALERT) == OK
                    spent = time.perf_counter() - start
                    await gate.settled()
                    assert len(device.received) == 50
                    assert spent < 5
                    transport.abort()
                    await asyncio.sleep(0)
                await works(gate)
                assert gate.refusals["BadDeviceToken"] <= 2500

        run(work())

    def test_many_connections_that_say_nothing(self) -> None:
        async def work() -> None:
            async with gateway(patience=3) as gate:
                silent = [socket.create_connection(("127.0.0.1", gate.port)) for _ in range(200)]
                await works(gate)
                for one in silent:
                    one.close()

        run(work())


class TestHardDevices:
    def test_who_stops_at_any_place(self) -> None:
        async def work() -> None:
            async with gateway(patience=0.4) as gate:
                device = await gate.device(TOPIC, "RU")
                hello = DeviceEnd(device.token, device._secret).hello()
                kinds = [hello[:end] for end in range(0, len(hello), 11)]
                kinds += [
                    frame({"token": device.token, "secret": "guessed"}),
                    frame({"token": "x", "secret": ""}),
                    (LARGEST + 1).to_bytes(4) + bytes(100_000),
                    b"\0\0\0\x02[]",
                    hello + frame({"got": 99}),
                    hello[:-1] + b"\xff",
                ]
                for then in ("wait", "break"):
                    await asyncio.gather(*(raw(gate, gate.device_port, data, then) for data in kinds))
                await gate.online(device)
                await works(gate)
                assert gate.connected >= {device.token}

        run(work())

    def test_one_that_hears_and_confirms_nothing(self) -> None:
        """It may hold up neither the provider nor the others, and finds its last push when it is back."""

        async def work() -> None:
            async with gateway() as gate:
                deaf, good = await gate.device(TOPIC, "RU"), await gate.device(TOPIC, "RU")
                await deaf.close()
                hello = DeviceEnd(deaf.token, deaf._secret).hello()
                _, writer = await asyncio.open_connection(
                    "127.0.0.1", gate.device_port, ssl=gate.trust, server_hostname="localhost", limit=1
                )
                writer.write(hello)
                while deaf.token not in gate.connected:
                    await asyncio.sleep(0.01)
                with aioapns(gate, gate.provider(TOPIC)) as client:
                    for number in range(90):
                        for device in (deaf, good):
                            assert await send(client, device, {"aps": {"alert": "x" * 3900, "badge": number}}) == OK
                await gate.settled()
                assert len(good.received) == 90
                assert deaf.received == []
                await gate.online(deaf)
                badges = [json.loads(got.push.payload)["aps"]["badge"] for got in deaf.received]
                assert badges == [89]
                writer.transport.abort()
                await asyncio.sleep(0.05)
                assert deaf.connected

        run(work())

    def test_a_thousand(self) -> None:
        """A thousand devices, most of them away as the pushes come: each gets its push once, or it waits for it."""

        async def work() -> None:
            many = min(200, (more_files(800) - 300) // 2)
            async with gateway() as gate:
                devices = []
                for _ in range(many // 50):
                    devices += await asyncio.gather(*(gate.device(TOPIC, "RU") for _ in range(50)))
                for device in devices[::2]:
                    await device.lose_network()
                away = [gate.register(TOPIC, "RU") for _ in range(1000 - len(devices))]
                tokens = [one.token for one in (*devices, *away)]
                with aioapns(gate, gate.provider(TOPIC)) as client:
                    sends = (send(client, token, {"aps": {"badge": n}}) for n, token in enumerate(tokens))
                    assert set(await asyncio.gather(*sends)) == {OK}
                await gate.settled()
                await asyncio.gather(*(gate.online(one) for one in devices[::2]))
                badges = [[json.loads(got.push.payload)["aps"]["badge"] for got in one.received] for one in devices]
                assert badges == [[number] for number in range(len(devices))]
                stored = [json.loads(item.push.payload)["aps"]["badge"] for one in away for item in one.waiting]
                assert stored == list(range(len(devices), 1000))
                fates = [sight.fate for sight in gate.sights]
                assert fates == ["arrived"] * len(devices) + ["stored"] * len(away)

        run(work())


class TestEnds:
    @pytest.mark.parametrize("times", [1, 2])
    def test_interrupted_in_the_middle(self, times: int) -> None:
        async def work() -> None:
            begun = asyncio.Event()
            waiting: list[asyncio.Task[bytes]] = []

            async def cell() -> None:
                async with gateway() as gate:
                    data, _ = talk(gate)
                    for port, sent in (
                        (gate.port, b""),
                        (gate.port, data[:30]),
                        (gate.port, data),
                        (gate.device_port, b""),
                        (gate.device_port, b"\0\0\0\xff"),
                    ):
                        waiting.append(asyncio.create_task(raw(gate, port, sent)))
                    devices = [await gate.device(TOPIC, "RU") for _ in range(5)]
                    await devices[0].lose_network(noticed=False)
                    with aioapns(gate, gate.provider(TOPIC)) as client:
                        asyncio.get_running_loop().call_later(0.1, begun.set)
                        while True:
                            await send(client, devices[1], ALERT)
                            await gate.wait(60)

            task = asyncio.create_task(cell())
            await begun.wait()
            for _ in range(times):
                task.cancel()
                await asyncio.sleep(0)
            with pytest.raises(asyncio.CancelledError):
                await task
            answers = await asyncio.wait_for(asyncio.gather(*waiting), timeout=3)
            assert times > 1 or b'{"reason": "Shutdown"}' in answers[2]

        run(work())

    def test_ended_while_clients_knock(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                ports = [gate.port, gate.device_port] * 25
                clients = [socket.create_connection(("127.0.0.1", port)) for port in ports]
                await asyncio.sleep(0)
                await asyncio.sleep(0)
            for client in clients:
                client.close()

        run(work())

    def test_two_at_a_time(self) -> None:
        async def work() -> None:
            async with gateway() as one, gateway() as two:
                assert len({one.port, two.port, one.device_port, two.device_port}) == 4
                await works(one)
                await works(two)
                device = await one.device(TOPIC, "RU")
                with aioapns(two, two.provider(TOPIC)) as client:
                    assert await send(client, device, ALERT) == ("400", "BadDeviceToken")

        run(work())

    def test_an_error_in_the_block(self) -> None:
        async def work() -> None:
            with suppress(ZeroDivisionError):
                async with gateway() as gate:
                    device = await gate.device(TOPIC, "RU")
                    key = gate.provider(TOPIC)
                    raise ZeroDivisionError
            assert not device.connected
            with aioapns(gate, key) as client:
                client.pool.max_connection_attempts = 1
                with pytest.raises(MaxAttemptsExceeded):
                    await send(client, device, ALERT)

        run(work())

    def test_only_on_loopback(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                for port in (gate.port, gate.device_port):
                    with socket.socket() as other:
                        other.settimeout(0.2)
                        assert other.connect_ex(("127.0.0.2", port)) != 0

        run(work())
