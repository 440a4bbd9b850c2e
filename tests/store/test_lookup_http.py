"""The lookup over real TLS: clients that lie, stall, break off or come in numbers; nothing is left behind."""

import asyncio
import json
import ssl
import time
from typing import Any

import h11
import httpx
import pytest
from front_store import HERON, WIRE, demand, small
from front_talk import get, raw, run

from chokepoints.errors import KitError
from chokepoints.store.lookup import Answer, Lookup, Request
from chokepoints.store.lookup_http import Connection, LookupService, lookup_service

ASK = f"/lookup?bundleId={HERON}&country=xa"
OK = b"HTTP/1.1 200 OK\r\n"


def line() -> Connection:
    return Connection(Lookup(small(), lambda: 0.0).answer)


def statuses(data: bytes, *methods: str) -> list[int]:
    """The statuses of the answers in these bytes; each must be whole, with JSON in it."""
    got: list[int] = []
    while data:
        client = h11.Connection(h11.CLIENT)
        method = methods[len(got)] if len(got) < len(methods) else "GET"
        client.send(h11.Request(method=method, target="/", headers=[("host", "a")]))
        client.send(h11.EndOfMessage())
        client.receive_data(data)
        body = b""
        while not isinstance(event := client.next_event(), h11.EndOfMessage):
            if isinstance(event, h11.Response):
                got.append(event.status_code)
            elif isinstance(event, h11.Data):
                body += event.data
        assert method == "HEAD" or json.loads(body)
        data = client.trailing_data[0]
    return got


class TestBytes:
    keep = get(ASK).replace(b"Connection: close\r\n", b"")

    @pytest.mark.parametrize("size", [1, 3, 50, 10_000])
    def test_in_pieces_and_one_after_the_other(self, size: int) -> None:
        talk, data = line(), self.keep * 3
        out = b"".join(talk.receive(data[start : start + size]) for start in range(0, len(data), size))
        assert statuses(out) == [200] * 3
        assert not talk.closed

    def test_the_answer(self) -> None:
        head, _, body = line().receive(self.keep).partition(b"\r\n\r\n")
        assert head.startswith(OK)
        assert b"content-type: application/json; charset=utf-8" in head
        assert json.loads(body)["results"][0]["bundleId"] == HERON

    def test_close_head_and_a_body(self) -> None:
        talk = line()
        head = get(ASK, "HEAD").replace(b"Connection: close\r\n", b"")
        post = get(ASK, "POST", **{"Content-Length": "3"}).replace(b"Connection: close\r\n", b"") + b"abc"
        assert statuses(talk.receive(head + post + get(ASK)), "HEAD") == [200, 405, 200]
        assert talk.closed
        assert talk.receive(get(ASK)) == b""

    @pytest.mark.parametrize(
        ("data", "status"),
        [
            (b"nonsense\r\n\r\n", 400),
            (b"GET / HTTP/1.1\r\n\r\n", 400),
            (get("/").replace(b"HTTP/1.1", b"HTTP/3.0"), 505),
            (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
            (get("/" + "a" * 20_000), 431),
            (get("/", x="a" * 20_000), 431),
            (get("/x y"), 400),
            (get("/", **{"Content-Length": "-1"}), 400),
            (get("/", **{"Content-Length": "1", "content-length": "2"}), 400),
            (get("/", "POST", **{"Content-Length": "70000"}) + b"x" * 70_000, 413),
            (get("/", "POST", **{"Transfer-Encoding": "chunked"}) + b"zz\r\n", 400),
            (bytes(range(256)), 400),
        ],
    )
    @pytest.mark.parametrize("size", [100_000, 997])
    def test_malformed(self, data: bytes, status: int, size: int) -> None:
        talk = line()
        out = b"".join(talk.receive(data[start : start + size]) for start in range(0, len(data), size))
        assert statuses(out) == [status]
        assert talk.closed

    def test_the_end_and_the_late(self) -> None:
        talk = line()
        assert talk.receive(b"") == b""
        assert talk.closed
        half = line()
        half.receive(self.keep[:20])
        assert statuses(half.late()) == [408]
        assert half.closed
        idle = line()
        idle.receive(self.keep)
        assert idle.late() == b""
        assert idle.closed

    def test_who_asks_before_sending(self) -> None:
        talk = line()
        head = get(ASK, "POST", **{"Content-Length": "1", "Expect": "100-continue"})
        assert talk.receive(head).startswith(b"HTTP/1.1 100 ")
        assert statuses(talk.receive(b"x")) == [405]


async def works(service: LookupService) -> None:
    """A client of somebody else's make still gets its answer."""
    async with httpx.AsyncClient(verify=service.trust, trust_env=False) as client:
        answer = await client.get(service.url + ASK)
    assert answer.status_code == 200
    assert answer.json()["resultCount"] == 1


class TestRunning:
    def test_what_the_store_does_shows_at_once(self) -> None:
        async def work() -> None:
            store = small()
            async with lookup_service(store) as service:
                await works(service)
                async with httpx.AsyncClient(verify=service.trust, trust_env=False, base_url=service.url) as client:
                    demand(store, "remove in one storefront", WIRE)
                    params = {"bundleId": WIRE, "country": "xa"}
                    assert (await client.get("/lookup", params=params)).json() == {"resultCount": 0, "results": []}
                    store.restore(WIRE, "XA")
                    assert (await client.get("/lookup", params=params)).json()["resultCount"] == 1
                assert service.calls == 3

        run(work())

    def test_hard_clients_are_told_to_wait(self) -> None:
        async def work() -> None:
            async with (
                lookup_service(small(), rate=(5, 60)) as service,
                httpx.AsyncClient(verify=service.trust, trust_env=False, base_url=service.url) as client,
            ):
                answers = [await client.get(ASK) for _ in range(8)]
                assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 3
                assert 50 <= int(answers[-1].headers["retry-after"]) <= 60

        run(work())

    @pytest.mark.parametrize("then", ["wait", "break", "plain"])
    def test_who_stops_anywhere(self, then: str) -> None:
        async def work() -> None:
            async with lookup_service(small(), patience=0.5) as service:
                whole = get(ASK)
                sent = [whole[:end] for end in (0, 1, 20, len(whole) - 2)] + [b"\x16\x03\x01", bytes(3_000)]
                answers = await asyncio.gather(*(raw(service, data, then) for data in sent))
                if then == "wait":
                    assert answers[0] == b""
                    assert {answer[9:12] for answer in answers[1:4]} == {b"408"}
                if then == "plain":
                    assert not any(answer.startswith(b"HTTP") for answer in answers)
                await works(service)

        run(work())

    def test_who_trickles(self) -> None:
        async def work() -> None:
            async with lookup_service(small(), patience=0.4) as service:
                port = int(service.url.rpartition(":")[2])
                reader, writer = await asyncio.open_connection(
                    "127.0.0.1", port, ssl=service.trust, server_hostname="127.0.0.1"
                )
                began, answer = time.monotonic(), asyncio.create_task(reader.read())
                for byte in get(ASK):
                    if answer.done():
                        break
                    writer.write(bytes([byte]))
                    await asyncio.sleep(0.02)
                assert (await asyncio.wait_for(answer, 3)).startswith(b"HTTP/1.1 408 ")
                assert time.monotonic() - began < 3
                writer.transport.abort()
                await works(service)

        run(work())

    def test_a_hundred_at_once_and_a_stranger(self) -> None:
        async def work() -> None:
            async with lookup_service(small()) as service:
                answers = await asyncio.gather(*(raw(service, get(ASK)) for _ in range(60)))
                assert all(answer.startswith(OK) for answer in answers)
                stranger = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                assert await raw(service, get(ASK), tls=stranger) == b""
                await works(service)

        run(work())

    def test_a_block_that_ends_in_the_middle(self) -> None:
        async def work() -> None:
            async with lookup_service(small()) as service:
                url, trust = service.url, service.trust
                hanging = asyncio.create_task(raw(service, get(ASK)[:10]))
                await asyncio.sleep(0.1)
            assert await hanging == b""
            async with httpx.AsyncClient(verify=trust, trust_env=False) as client:
                with pytest.raises(httpx.ConnectError):
                    await client.get(url + ASK)

        run(work())

    def test_a_cell_that_is_interrupted(self) -> None:
        async def cell() -> None:
            async with lookup_service(small()) as service:
                await works(service)
                await asyncio.sleep(30)

        async def work() -> None:
            for pause in (0.0, 0.02, 0.2):
                task = asyncio.create_task(cell())
                await asyncio.sleep(pause)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task

        run(work())

    def test_wrong_options(self) -> None:
        async def work(store: Any, **options: Any) -> None:
            async with lookup_service(store, **options):
                pass

        cases: list[tuple[Any, dict[str, Any], str]] = [(None, {}, "^store: "), (small(), {"rate": (0, 1)}, "^rate: ")]
        for wrong in (-1, 0, "x", None, True, float("nan"), float("inf")):
            cases.append((small(), {"patience": wrong}, "^patience: .* is no time: write seconds"))
        for store, options, words in cases:
            with pytest.raises(KitError, match=words):
                run(work(store, **options))


def test_an_answer_may_be_any_json() -> None:
    from http import HTTPStatus

    talk = Connection(lambda request: Answer(HTTPStatus.OK, {"é": request.client}), "\u2028")
    assert talk.receive(get("/")).endswith(b'{"\\u00e9": "\\u2028"}\n')
    assert Request("GET", "/").client == ""
