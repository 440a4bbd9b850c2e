"""FCM's interface under clients that stall, break off, bend, flood or come by the thousand: nothing is left."""

import asyncio
import json
import socket
import ssl
from contextlib import suppress
from typing import Any

import httpx
import pytest
from push_fcm_talk import APP, message, post, sender
from push_talk import more_files, run
from push_web_talk import raw

from chokepoints.push.fcm_gateway import FcmGateway, fcm_gateway
from chokepoints.push.fcm_projects import Project

OK = (200, "")


def http(project: Project, body: Any, *more: str) -> bytes:
    """A request as bytes."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    head = [
        f"POST {project.path} HTTP/1.1",
        "host: 127.0.0.1",
        f"authorization: {project.bearer}",
        f"content-length: {len(data)}",
        *more,
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + data


async def tls(gate: FcmGateway, sent: bytes, then: str = "wait") -> bytes:
    return await raw(gate, sent, then, gate.trust)  # type: ignore[arg-type]


async def works(gate: FcmGateway) -> None:
    """The service still takes a message and hands it over, with nothing gone wrong inside."""
    device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
    async with sender(gate) as client:
        assert await post(client, project, message(device.token, data={"a": "b"})) == OK
    await gate.settled()
    assert len(device.received) == 1
    assert gate.faults == []


@pytest.mark.parametrize("then", ["wait", "break", "plain half", "plain break"])
def test_who_stops_at_any_place(then: str) -> None:
    async def work() -> None:
        async with fcm_gateway(patience=0.4) as gate:
            token, project = gate.register(APP, "RU", "android").token, gate.project(APP)
            whole = http(project, message(token, data={"a": "b"}))
            ends = [*range(0, len(whole), 23), len(whole) - 1, len(whole)]
            answers = await asyncio.gather(*(tls(gate, whole[:end], then) for end in ends))
            if then == "wait":
                assert answers[-1].startswith(b"HTTP/1.1 200 ")
                assert all(b"HTTP/1.1 408 " in answer for answer in answers[1:-1])
                assert answers[0] == b""
                assert len(gate.log) == 1
            await works(gate)

    run(work())


def test_what_is_no_http() -> None:
    async def work() -> None:
        async with fcm_gateway(patience=1) as gate:
            project = gate.project(APP)
            head = f"POST {project.path} HTTP/1.1\r\nhost: x\r\n".encode()
            answers = await asyncio.gather(
                *(
                    tls(gate, sent)
                    for sent in (
                        b"\x00" * 20_000,
                        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                        b"GET / HTTP/3.7\r\nhost: x\r\n\r\n",
                        head + b"content-length: -5\r\n\r\n",
                        head + b"content-length: 5\r\ncontent-length: 6\r\n\r\n",
                        head + b"x: " + b"y" * 100_000 + b"\r\n\r\n",
                        head + b"transfer-encoding: chunked\r\n\r\nzz\r\n",
                        head + b"bad header\r\n\r\n",
                        b"POST  HTTP/1.1\r\n\r\n",
                    )
                )
            )
            for answer in answers:
                top, _, body = answer.partition(b"\r\n\r\n")
                assert top.split()[1] in (b"400", b"431", b"505"), answer[:80]
                assert b"connection: close" in top.lower()
                assert json.loads(body)["error"]["code"] == int(top.split()[1])
            await works(gate)

    run(work())


def test_bent_requests() -> None:
    async def work() -> None:
        async with fcm_gateway(patience=0.5) as gate:
            token, project = gate.register(APP, "RU", "android").token, gate.project(APP)
            whole = http(project, message(token, data={"a": "b"}, android={"ttl": "5s"}))
            bent = []
            for at in range(0, len(whole), 5):
                piece = bytearray(whole)
                piece[at] ^= 0x55
                bent.append(bytes(piece))
            answers = await asyncio.gather(*(tls(gate, one) for one in bent))
            assert all(answer[:9] == b"HTTP/1.1 " for answer in answers)
            assert not any(answer.startswith(b"HTTP/1.1 500") for answer in answers)
            await works(gate)

    run(work())


def test_several_in_one_piece() -> None:
    """The first after which the client asks to close is the last that is answered."""

    async def work() -> None:
        async with fcm_gateway(patience=2) as gate:
            device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
            sent = b"".join(http(project, message(device.token, data={"n": str(n)})) for n in range(50))
            sent += http(project, b"{", "connection: close") + http(project, message(device.token))
            answer = await tls(gate, sent)
            assert (answer.count(b"HTTP/1.1 200 "), answer.count(b"HTTP/1.1 400 ")) == (50, 1)
            await gate.settled()
            assert [json.loads(got.push.payload)["data"]["n"] for got in device.received] == [str(n) for n in range(50)]

    run(work())


def test_endless_bodies() -> None:
    async def work() -> None:
        async with fcm_gateway(patience=2) as gate:
            project = gate.project(APP)
            head = f"POST {project.path} HTTP/1.1\r\nhost: x\r\nauthorization: {project.bearer}\r\n".encode()
            chunk = b"ffff\r\n" + b"x" * 0xFFFF + b"\r\n"
            for sent in (
                head + b"content-length: 99999999999\r\n\r\n" + b"x" * 3_000_000,
                head + b"transfer-encoding: chunked\r\n\r\n" + chunk * 40,
            ):
                assert (await tls(gate, sent))[:12] in (b"HTTP/1.1 400", b"")
            await works(gate)

    run(work())


def test_one_that_floods_and_does_not_read() -> None:
    async def work() -> None:
        async with fcm_gateway(patience=1.5) as gate:
            device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
            flood = http(project, message("0" * 64)) * 6000
            with socket.create_connection(("127.0.0.1", gate.port)) as plain:
                plain.setblocking(False)
                transport, _ = await asyncio.get_running_loop().create_connection(
                    lambda: asyncio.StreamReaderProtocol(asyncio.StreamReader(limit=1)),
                    sock=plain.dup(),
                    ssl=gate.trust,
                    server_hostname="localhost",
                )
                transport.pause_reading()  # type: ignore[attr-defined]
                transport.write(flood)
                async with asyncio.timeout(5), sender(gate) as client:  # meanwhile another provider is served
                    for number in range(50):
                        assert await post(client, project, message(device.token, data={"n": str(number)})) == OK
                await gate.settled()
                assert len(device.received) == 50
                transport.abort()
                await asyncio.sleep(0)
            await works(gate)
            assert 0 < gate.refusals["UNREGISTERED"] <= 6000

    run(work())


def test_a_thousand_devices() -> None:
    """Most are away as the messages come: each gets its own once, or it waits for it."""

    async def work() -> None:
        many = min(100, (more_files(800) - 300) // 2)
        async with fcm_gateway() as gate:
            project = gate.project(APP)
            devices = []
            for _ in range(many // 50):
                devices += await asyncio.gather(*(gate.device(APP, "RU", "android") for _ in range(50)))
            for device in devices[::2]:
                await device.lose_network()
            away = [gate.register(APP, "RU", "android") for _ in range(1000 - len(devices))]
            tokens = [one.token for one in (*devices, *away)]
            bodies = [message(token, data={"n": str(number)}) for number, token in enumerate(tokens)]
            async with sender(gate) as client:
                sends = (post(client, project, body) for body in bodies[: len(devices)])
                assert set(await asyncio.gather(*sends)) == {OK}
            requests = [http(project, body) for body in bodies[len(devices) : -1]]
            requests.append(http(project, bodies[-1], "connection: close"))
            assert (await tls(gate, b"".join(requests))).count(b"HTTP/1.1 200 ") == len(away)
            await gate.settled()
            await asyncio.gather(*(gate.online(one) for one in devices[::2]))
            got = [[json.loads(one.push.payload)["data"]["n"] for one in device.received] for device in devices]
            assert got == [[str(number)] for number in range(len(devices))]
            stored = [json.loads(item.push.payload)["data"]["n"] for one in away for item in one.waiting]
            assert stored == [str(number) for number in range(len(devices), 1000)]

    run(work())


@pytest.mark.parametrize("times", [1, 2])
def test_interrupted_in_the_middle(times: int) -> None:
    async def work() -> None:
        begun = asyncio.Event()
        waiting: list[asyncio.Task[bytes]] = []

        async def cell() -> None:
            async with fcm_gateway() as gate:
                device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
                whole = http(project, message(device.token))
                for sent in (b"", whole[:30], whole, whole * 3):
                    waiting.append(asyncio.create_task(tls(gate, sent)))
                async with sender(gate) as client:
                    asyncio.get_running_loop().call_later(0.1, begun.set)
                    while True:
                        await post(client, project, message(device.token))
                        await gate.wait(60)

        task = asyncio.create_task(cell())
        await begun.wait()
        for _ in range(times):
            task.cancel()
            await asyncio.sleep(0)
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.wait_for(asyncio.gather(*waiting), timeout=3)

    run(work())


def test_only_on_loopback_and_only_tls() -> None:
    async def work() -> None:
        async with fcm_gateway(patience=0.4) as gate:
            with socket.socket() as other:
                other.settimeout(0.2)
                assert other.connect_ex(("127.0.0.2", gate.port)) != 0
            async with httpx.AsyncClient(base_url=gate.url.replace("https", "http"), trust_env=False) as client:
                with pytest.raises(httpx.TransportError):
                    await client.post("/")
            trust = gate.new_trust()
            trust.set_alpn_protocols(["h2"])
            with suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", gate.port, ssl=trust)
                line: ssl.SSLObject = writer.get_extra_info("ssl_object")
                assert line.selected_alpn_protocol() is None
                writer.transport.abort()
            await works(gate)

    run(work())
