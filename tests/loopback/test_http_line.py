"""One connection over HTTP/1.1: in pieces, malformed, too long, refused, broken off; and over sockets, stalling."""

import asyncio
import time
from collections.abc import Coroutine
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import h11
import pytest
from sockets_open import sockets

from chokepoints.loopback.http_line import LONGEST_HEAD, Line, Reply, Request, talk
from chokepoints.loopback.serving_on import listening

TODAY = 1_800_000_000.0
KEEP, MOST = 100, 1_000
KIND = "text/x-test"
Told = tuple[int, dict[str, str], bytes]


class Side:
    """A line whose replies repeat what was asked, and all that it was asked."""

    def __init__(self, keep: int | None = KEEP) -> None:
        self.asked: list[Request] = []
        self.line = Line(self.reply, refuse, most=MOST, keep=keep, today=lambda: TODAY)

    def reply(self, request: Request) -> Reply:
        self.asked.append(request)
        if request.method == "CONNECT":
            return Reply(HTTPStatus.METHOD_NOT_ALLOWED, b"no", KIND)
        status = HTTPStatus.CREATED if len(request.body) <= KEEP else HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return Reply(status, request.target.encode(), KIND, (("x-own", "field"),))

    def says(self, data: bytes, *methods: str) -> list[int]:
        return [status for status, _, _ in told(self.line.receive(data), *methods)]


def refuse(status: HTTPStatus) -> Reply:
    return Reply(status, b"refused", KIND, (("x-why", status.phrase),))


@pytest.fixture
def side() -> Side:
    return Side()


def told(data: bytes, *methods: str) -> list[Told]:
    """The answers in these bytes, as h11 reads them for a client; each must be whole, with nothing behind it."""
    found: list[Told] = []
    while data:
        client = h11.Connection(h11.CLIENT)
        method = methods[len(found)] if len(found) < len(methods) else "POST"
        client.send(h11.Request(method=method, target="/", headers=[("host", "a"), ("content-length", "0")]))
        client.send(h11.EndOfMessage())
        client.receive_data(data)
        body, head = b"", (0, dict[str, str]())
        while not isinstance(event := client.next_event(), h11.EndOfMessage):
            assert isinstance(event, h11.Response | h11.Data)
            if isinstance(event, h11.Response):
                head = event.status_code, {name.decode(): value.decode() for name, value in event.headers}
            else:
                body += event.data
        found.append((*head, body))
        data = client.trailing_data[0]
    return found


def ask(target: str = "/x", method: str = "POST", body: bytes = b"", version: str = "1.1", **fields: str) -> bytes:
    """A request as bytes; `fields` add to Host and Content-Length, an empty value takes one away."""
    usual = {"host": "a", "content-length": str(len(body))} | {
        name.replace("_", "-"): value for name, value in fields.items()
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in usual.items() if value)
    return f"{method} {target} HTTP/{version}\r\n{lines}\r\n".encode() + body


def chunked(body: bytes, size: int) -> bytes:
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


class TestReplies:
    def test_what_is_asked_and_told(self, side: Side) -> None:
        data = ask("/a?b=c", "PUT", b"body", X_Twice="one", x_twice="zwei-ä", x_other="")
        [(status, fields, body)] = told(side.line.receive(data.decode().encode("latin-1")))
        assert (status, body) == (201, b"/a?b=c")
        assert parsedate_to_datetime(fields.pop("date")).timestamp() == TODAY
        assert fields == {"content-type": KIND, "content-length": "6", "x-own": "field"}
        [request] = side.asked
        assert (request.method, request.target, request.body) == ("PUT", "/a?b=c", b"body")
        assert request.all("x-twice") == ["one", "zwei-ä"]
        assert request.all("x-other") == []

    def test_the_reason_and_the_date_of_today(self) -> None:
        line = Line(lambda request: Reply(HTTPStatus.NOT_FOUND, b"", KIND), refuse, most=0)
        before = int(time.time())
        out = line.receive(ask())
        assert out.startswith(b"HTTP/1.1 404 Not Found\r\ndate: ")
        [(_, fields, body)] = told(out)
        assert before <= parsedate_to_datetime(fields["date"]).timestamp() <= time.time()
        assert (fields["content-length"], body) == ("0", b"")

    @pytest.mark.parametrize("size", [1, 2, 7, 100, 10_000])
    def test_in_pieces(self, side: Side, size: int) -> None:
        data = ask("/1", body=b"one") + ask("/2") + ask("/3", content_length="", transfer_encoding="chunked")
        data += chunked(b"three", 2) + ask("/4", "GET", content_length="")
        out = b"".join(side.line.receive(data[start : start + size]) for start in range(0, len(data), size))
        assert [body for _, _, body in told(out)] == [b"/1", b"/2", b"/3", b"/4"]
        assert [request.body for request in side.asked] == [b"one", b"", b"three", b""]
        assert not side.line.closed

    def test_head_has_no_body(self, side: Side) -> None:
        [(_, fields, nothing), (_, _, body)] = told(side.line.receive(ask(method="HEAD") + ask()), "HEAD")
        assert (fields["content-length"], nothing, body) == ("2", b"", b"/x")

    @pytest.mark.parametrize("how", [{"connection": "close"}, {"version": "1.0"}])
    def test_close_is_respected(self, side: Side, how: dict[str, str]) -> None:
        assert side.says(ask(**how) + ask()) == [201]
        assert side.line.closed
        assert side.line.receive(ask()) == side.line.receive(b"") == side.line.late() == b""
        assert len(side.asked) == 1

    def test_who_asks_before_sending(self, side: Side) -> None:
        head, _, _ = ask(body=b"abc", expect="100-continue").partition(b"abc")
        assert side.line.receive(head) == b"HTTP/1.1 100 \r\n\r\n"
        assert side.says(b"abc") == [201]
        assert side.line.receive(ask(body=b"abc")[:-3]) == b""

    def test_no_other_protocol_and_no_tunnel(self, side: Side) -> None:
        assert side.says(ask(connection="upgrade", upgrade="websocket") + ask()) == [201, 201]
        assert side.says(ask(method="CONNECT") + ask(), "CONNECT") == [405, 201]


class TestLongBodies:
    @pytest.mark.parametrize(("size", "status"), [(KEEP, 201), (KEEP + 1, 413), (MOST, 413)])
    @pytest.mark.parametrize("step", [1, 64, MOST])
    def test_what_is_kept(self, side: Side, size: int, status: int, step: int) -> None:
        """The answer comes once all has been read, so that no client misses it, and the connection goes on."""
        body = bytes(number % 251 for number in range(size))
        data = ask(body=body)
        for start in range(0, len(data) - 1, step):
            assert side.line.receive(data[start : min(start + step, len(data) - 1)]) == b""
            assert len(side.line._body) <= KEEP + 1
        assert side.says(data[-1:] + ask()) == [status, 201]
        assert [request.body for request in side.asked] == [body[: KEEP + 1], b""]

    def test_each_body_is_counted_for_itself(self, side: Side) -> None:
        assert [side.says(ask(body=bytes(600))) for _ in range(4)] == [[413]] * 4
        assert not side.line.closed

    def test_cut_off_and_answered_once(self, side: Side) -> None:
        [(status, fields, body)] = told(side.line.receive(ask(body=bytes(MOST + 1))))
        assert (status, body) == (413, b"/x")
        assert "x-why" not in fields
        assert side.line.closed
        assert side.line.receive(ask()) == side.line.receive(b"") == b""
        assert [len(request.body) for request in side.asked] == [KEEP + 1]

    def test_endless_chunks(self, side: Side) -> None:
        side.line.receive(ask(content_length="", transfer_encoding="chunked"))
        out, sent = b"", 0
        while not out:
            out, sent = side.line.receive(b"28\r\n" + bytes(40) + b"\r\n"), sent + 40
        assert sent == MOST + 40
        assert [status for status, _, _ in told(out)] == [413]
        assert side.line.closed

    def test_nothing_kept_and_the_rest_refused(self) -> None:
        side = Side(keep=None)
        assert side.says(ask(body=bytes(MOST)) + ask()) == [201, 201]
        assert [request.body for request in side.asked] == [b"", b""]
        [(status, fields, _)] = told(side.line.receive(ask(body=bytes(MOST + 1))))
        assert (status, fields["x-why"]) == (413, HTTPStatus.REQUEST_ENTITY_TOO_LARGE.phrase)
        assert side.line.closed
        assert len(side.asked) == 2


class TestRefused:
    @pytest.mark.parametrize(
        ("data", "status"),
        [
            (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500), 400),
            (b"hello\r\n\r\n", 400),
            (ask(host=""), 400),
            (ask(version="2.0"), 505),
            (ask(version="2.0", expect="100-continue"), 505),
            (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
            (ask(x="a\0b"), 400),
            (ask(content_length="-5"), 400),
            (ask(content_length="9" * 5000), 400),
            (ask(transfer_encoding="gzip"), 501),
            (ask(content_length="", transfer_encoding="chunked") + b"ZZ\r\n", 400),
            (ask(content_length="", transfer_encoding="chunked") + b"f" * 30 + b"\r\n", 400),
            (ask("/" + "x" * LONGEST_HEAD), 431),
            (ask(x="y" * LONGEST_HEAD), 431),
            (ask("/" + "x" * 9_000, x="y" * 9_000), 431),
            (b"\r\n" * 20_000, 400),
            (ask("/é"), 400),
        ],
    )
    @pytest.mark.parametrize("size", [1 << 20, 997])
    def test_is_told_so_and_closed(self, side: Side, data: bytes, status: int, size: int) -> None:
        """Whether it comes in one piece or in several."""
        out = b"".join(side.line.receive(data[start : start + size]) for start in range(0, len(data), size))
        [(said, fields, body)] = told(out + side.line.receive(b""))
        assert (said, body, fields["connection"]) == (status, b"refused", "close")
        assert (fields["x-why"], fields["content-type"]) == (HTTPStatus(status).phrase, KIND)
        assert side.line.closed
        assert side.asked == []

    @pytest.mark.parametrize(
        "data",
        [
            ask(method="HEAD", version="2.0"),
            ask(method="HEAD", x="y" * LONGEST_HEAD),
            ask(method="HEAD", content_length="", transfer_encoding="chunked") + b"ZZ\r\n",
        ],
    )
    def test_head_is_refused_without_a_body(self, side: Side, data: bytes) -> None:
        [(_, fields, body)] = told(side.line.receive(data), "HEAD")
        assert (fields["content-length"], fields["connection"], body) == ("7", "close", b"")

    def test_a_body_for_whoever_comes_after_head(self, side: Side) -> None:
        out = side.line.receive(ask(method="HEAD") + b"nonsense\r\n\r\n")
        assert [body for _, _, body in told(out, "HEAD")] == [b"", b"refused"]

    def test_a_long_head_is_taken(self, side: Side) -> None:
        assert side.says(ask("/" + "x" * 8_000, x="y" * 8_000)) == [201]

    @pytest.mark.parametrize(
        ("start", "more", "status"),
        [
            (b"POST /", b"x" * 50, 431),
            (b"POST / HTTP/1.1\r\nhost: a\r\n", b"x: y\r\n", 431),
            (ask(content_length="", transfer_encoding="chunked") + b"1\r\na\r\n0\r\n", b"x: y\r\n", 431),
        ],
    )
    def test_what_never_ends(self, side: Side, start: bytes, more: bytes, status: int) -> None:
        out, sent = side.line.receive(start), 0
        while not out and sent < 2 * LONGEST_HEAD:
            out, sent = side.line.receive(more), sent + len(more)
        assert [said for said, _, _ in told(out)] == [status]
        assert LONGEST_HEAD - 100 < sent < LONGEST_HEAD + 100
        assert side.line.closed

    def test_every_changed_byte(self) -> None:
        """Whatever a request says, it is answered or waited for, and nothing comes after the end."""
        data, seen = ask(body=b"abc", ttl="5"), set[int]()
        for place in range(len(data) - 3):
            for bit in (1, 0x20, 0x80):
                changed = bytearray(data)
                changed[place] ^= bit
                side = Side()
                out = side.line.receive(bytes(changed)) + side.line.receive(b"")
                seen.update(status for status, _, _ in told(out))
                assert side.line.closed
                assert side.line.receive(data) == b""
        assert seen == {201, 400, 505}


class TestEnds:
    def test_half_closed(self) -> None:
        data = ask(body=b"abc")
        for end in range(len(data)):
            side = Side()
            statuses = side.says(data[:end]) + side.says(b"")
            assert statuses == ([400] if end else [])
            assert side.line.closed
        side = Side()
        assert side.says(data) + side.says(b"") == [201]
        assert side.line.closed

    @pytest.mark.parametrize("method", ["POST", "HEAD"])
    def test_late(self, method: str) -> None:
        data = ask(method=method, body=b"abc")
        for end in range(len(data) + 1):
            side = Side()
            if end:  # none would be the client's end
                side.line.receive(data[:end])
            assert not side.line.closed
            answers = told(side.line.late(), method if b"\r\n\r\n" in data[:end] else "POST")
            assert [status for status, _, _ in answers] == ([408] if 0 < end < len(data) else [])
            assert side.line.closed
            assert side.line.late() == side.line.receive(data) == b""

    def test_late_after_an_answer(self, side: Side) -> None:
        assert side.says(ask() + ask()[:9]) == [201]
        assert [status for status, _, _ in told(side.line.late())] == [408]


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run it; then no socket may be left, and the loop had nothing to complain of."""

    async def watched() -> None:
        complaints: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        await asyncio.wait_for(work, 20)
        await asyncio.sleep(0)
        assert complaints == []

    before = sockets()
    asyncio.run(watched())
    assert sockets() == before


def serving(body: bytes = b"hello", patience: float = 0.4, ended: list[tuple[float, int]] | None = None) -> Any:
    """A listener that answers everything with these bytes; each end goes to `ended`: when, and after what answers."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked: list[Request] = []

        def reply(request: Request) -> Reply:
            asked.append(request)
            return Reply(HTTPStatus.OK, body, KIND)

        await talk(Line(reply, refuse, most=MOST), reader, writer, patience)
        if ended is not None:
            ended.append((time.monotonic(), len(asked)))

    return listening(serve, patience=1)


class TestOverSockets:
    def test_answers_as_they_are_asked_for(self) -> None:
        async def work() -> None:
            async with serving() as port:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                for _ in range(3):
                    for byte in ask():
                        writer.write(bytes([byte]))
                    head = await reader.readuntil(b"\r\n\r\n")
                    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
                    assert await reader.readexactly(5) == b"hello"
                    await asyncio.sleep(0.25)  # each request has its own time: all of them take longer than that
                writer.write(ask(connection="close") + ask())
                assert [status for status, _, _ in told(await reader.read())] == [200]
                writer.close()

        run(work())

    @pytest.mark.parametrize(("sent", "status"), [(b"", []), (ask()[:10], [408]), (b"nonsense\r\n\r\n", [400])])
    def test_who_stops(self, sent: bytes, status: list[int]) -> None:
        async def work() -> None:
            async with serving(patience=0.2) as port:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(sent)
                answer = await asyncio.wait_for(reader.read(), 3)
                assert [status for status, _, _ in told(answer)] == status
                writer.close()

        run(work())

    def test_who_trickles_and_who_ends(self) -> None:
        async def work() -> None:
            async with serving(patience=0.3) as port:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                answer = asyncio.create_task(reader.read())
                began = time.monotonic()
                for byte in ask(x="y" * 300):
                    if answer.done():
                        break
                    writer.write(bytes([byte]))
                    await asyncio.sleep(0.02)
                assert (await asyncio.wait_for(answer, 3)).startswith(b"HTTP/1.1 408 ")
                assert 0.25 < time.monotonic() - began < 3
                writer.transport.abort()
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(ask()[:10])
                writer.write_eof()
                assert (await asyncio.wait_for(reader.read(), 3)).startswith(b"HTTP/1.1 400 ")
                writer.close()

        run(work())

    def test_who_asks_on_and_does_not_read(self) -> None:
        """While an answer is not taken nothing more is read, and after `patience` seconds it is given up."""
        ended: list[tuple[float, int]] = []

        async def work() -> None:
            async with serving(bytes(1 << 24), 0.3, ended) as port:
                _, writer = await asyncio.open_connection("127.0.0.1", port, limit=1)
                began = time.monotonic()
                while not ended and time.monotonic() < began + 5:
                    if time.monotonic() < began + 0.2:
                        writer.write(ask())
                    await asyncio.sleep(0.02)
                [(end, asked)] = ended
                assert 0.25 < end - began < 3
                assert asked == 1
                writer.transport.abort()

        run(work())
