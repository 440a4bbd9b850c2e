"""HTTP of the push service, bytes in and bytes out: in pieces, malformed, too long, too many at once."""

from email.utils import parsedate_to_datetime

import h11
import pytest
from push_web_parts import ORIGIN, TODAY, push, wire

from chokepoints.push.webpush_crypto import LONGEST, Keys, encrypt
from chokepoints.push.webpush_http import Connection
from chokepoints.push.webpush_service import Service

HEAD = b"POST /x HTTP/1.1\r\nHost: a\r\n"


class Talk:
    """A client's side of one connection, read by h11 as a client reads it."""

    def __init__(self) -> None:
        self.service, self.keys = Service(ORIGIN), Keys()
        self.subscription = self.service.subscribe("phone")
        self.target = self.subscription.endpoint.removeprefix(ORIGIN)
        self.line = Connection(lambda request: self.service.answer(request, TODAY), lambda: TODAY)

    def request(self, text: bytes = b"hello", **fields: str) -> bytes:
        return wire(push(self.target, self.keys, text, **fields))

    def says(self, data: bytes) -> list[int]:
        return statuses(self.line.receive(data))


@pytest.fixture
def talk() -> Talk:
    return Talk()


def statuses(data: bytes, *methods: str) -> list[int]:
    """The statuses of the answers in these bytes. Each must be complete, with nothing behind it."""
    found: list[int] = []
    while data:
        client = h11.Connection(h11.CLIENT)
        method = methods[len(found)] if len(found) < len(methods) else "POST"
        client.send(h11.Request(method=method, target="/", headers=[("host", "a"), ("content-length", "0")]))
        client.send(h11.EndOfMessage())
        client.receive_data(data)
        while not isinstance(event := client.next_event(), h11.EndOfMessage):
            if isinstance(event, h11.InformationalResponse | h11.Response):
                found.append(event.status_code)
        data = client.trailing_data[0]
    return found


class TestAnswers:
    def test_what_an_accepted_push_is_told(self, talk: Talk) -> None:
        head, _, body = talk.line.receive(talk.request()).partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        fields = dict(line.split(": ") for line in lines)
        assert (first, body) == ("HTTP/1.1 201 Created", b"")
        assert (fields["ttl"], fields["content-length"]) == ("60", "0")
        assert fields["location"].startswith(ORIGIN + "/message/")
        assert parsedate_to_datetime(fields["date"]).timestamp() == TODAY

    def test_what_a_refused_push_is_told(self, talk: Talk) -> None:
        out = talk.line.receive(talk.request(ttl=""))
        assert out.startswith(b"HTTP/1.1 400 Bad Request\r\n")
        assert out.endswith(b"\r\n\r\nA push needs a TTL: how many seconds it may wait, in digits.\n")
        assert not talk.line.closed

    @pytest.mark.parametrize("size", [1, 2, 7, 100])
    def test_in_pieces(self, talk: Talk, size: int) -> None:
        data = talk.request() * 3
        out = b"".join(talk.line.receive(data[start : start + size]) for start in range(0, len(data), size))
        assert statuses(out) == [201] * 3
        assert talk.service.waiting(talk.subscription) == 3

    def test_many_in_one_piece(self, talk: Talk) -> None:
        data = talk.request() + talk.request(topic="a b") + talk.request(method="PUT") + talk.request()
        assert talk.says(data) == [201, 400, 405, 201]

    def test_head_has_no_body(self, talk: Talk) -> None:
        out = talk.line.receive(wire(push("/x", talk.keys, body=b"", method="HEAD")) + talk.request())
        assert statuses(out, "HEAD", "POST") == [404, 201]

    def test_close_is_respected(self, talk: Talk) -> None:
        assert talk.says(talk.request(connection="close") + talk.request()) == [201]
        assert talk.line.closed
        assert talk.line.receive(talk.request()) == b""
        assert talk.service.waiting(talk.subscription) == 1

    def test_http_1_0(self, talk: Talk) -> None:
        assert talk.says(talk.request().replace(b"HTTP/1.1", b"HTTP/1.0")) == [201]
        assert talk.line.closed

    def test_chunked(self, talk: Talk) -> None:
        body = encrypt(b"in chunks", talk.keys.public)
        head = talk.request().split(b"Content-Length")[0]
        chunks = b"".join(
            b"%x\r\n%s\r\n" % (len(body[at : at + 9]), body[at : at + 9]) for at in range(0, len(body), 9)
        )
        assert talk.says(head + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n") == [201]
        assert talk.service.log[0].size == len(body)

    def test_a_client_that_asks_first(self, talk: Talk) -> None:
        head, _, body = talk.request(expect="100-continue").partition(b"\r\n\r\n")
        assert talk.line.receive(head + b"\r\n\r\n") == b"HTTP/1.1 100 \r\n\r\n"
        assert talk.says(body) == [201]

    def test_an_upgrade_is_not_taken_up(self, talk: Talk) -> None:
        assert talk.says(talk.request(connection="upgrade", upgrade="websocket") + talk.request()) == [201, 201]

    @pytest.mark.parametrize("method", ["CONNECT", "TRACE", "M-SEARCH"])
    def test_other_methods(self, talk: Talk, method: str) -> None:
        out = talk.line.receive(wire(push(talk.target, talk.keys, body=b"", method=method)))
        assert out.startswith(b"HTTP/1.1 405 ")
        assert b"\r\nallow: POST\r\n" in out


class TestSize:
    @pytest.mark.parametrize(("size", "status"), [(LONGEST, 201), (LONGEST + 1, 413), (1 << 20, 413)])
    def test_read_to_the_end(self, talk: Talk, size: int, status: int) -> None:
        """The answer comes once the body has been read, so that no client misses it; the connection goes on."""
        data = talk.request(body=bytes(size))
        assert talk.line.receive(data[:-1]) == b""
        assert talk.says(data[-1:] + talk.request()) == [status, 201]
        assert talk.service.log[0].size == min(size, LONGEST + 1)

    def test_each_body_is_counted_for_itself(self, talk: Talk) -> None:
        data = talk.request(body=bytes(300_000))
        assert [talk.says(data) for _ in range(5)] == [[413]] * 5
        assert not talk.line.closed

    def test_cut_off(self, talk: Talk) -> None:
        data = talk.request(body=bytes((1 << 20) + 1))
        assert talk.says(data) == [413]
        assert talk.line.closed

    def test_memory_holds_no_more_than_a_push(self, talk: Talk) -> None:
        head = talk.request().split(b"Content-Length")[0] + b"Content-Length: 1000000\r\n\r\n"
        talk.line.receive(head)
        for _ in range(100):
            assert talk.line.receive(bytes(5000)) == b""
            assert len(talk.line._body) <= LONGEST + 1
        assert talk.line._http.trailing_data == (b"", False)

    def test_endless_chunks(self, talk: Talk) -> None:
        talk.line.receive(talk.request().split(b"Content-Length")[0] + b"Transfer-Encoding: chunked\r\n\r\n")
        out, sent = b"", 0
        while not out:
            out = talk.line.receive(b"1000\r\n" + bytes(4096) + b"\r\n")
            sent += 4096
        assert (statuses(out), sent) == ([413], (1 << 20) + 4096)
        assert talk.line.closed


class TestMalformed:
    @pytest.mark.parametrize(
        ("data", "status"),
        [
            (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500), 400),
            (b"hello\r\n\r\n", 400),
            (b"POST / HTTP/2.0\r\n\r\n", 505),
            (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
            (b"POST /x HTTP/1.1\r\n\r\n", 400),
            (HEAD + b"Host: b\r\n\r\n", 400),
            (HEAD + b"TTL : 5\r\n\r\n", 400),
            (HEAD + b" folded\r\n\r\n", 404),
            (HEAD + b"bad\0name: 5\r\n\r\n", 400),
            (HEAD + b"TTL: a\0b\r\n\r\n", 400),
            (HEAD + b"Content-Length: -5\r\n\r\n", 400),
            (HEAD + b"Content-Length: 5, 6\r\n\r\n", 400),
            (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n", 400),
            (HEAD + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", 400),
            (HEAD + b"Transfer-Encoding: gzip\r\n\r\n", 501),
            (HEAD + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n", 400),
            (HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"f" * 30 + b"\r\n", 400),
            (b"POST /" + b"x" * 20_000, 431),
            (HEAD + b"x: " + b"y" * 20_000, 431),
            (HEAD + b"x: y\r\n" * 5000, 431),
            (HEAD + b"x: " + b"y" * 20_000 + b"\r\n\r\n", 431),
            (HEAD + b"x: y\r\n" * 9000 + b"\r\n", 431),
            (HEAD + b"x: " + b"y" * 16_000 + b"\r\n\r\n", 404),
            (b"\r\n" * 20_000, 400),
            ("POST /é HTTP/1.1\r\nHost: a\r\n\r\n".encode(), 400),
        ],
    )
    def test_is_told_so_and_closed(self, talk: Talk, data: bytes, status: int) -> None:
        whole = talk.line.receive(data) + talk.line.receive(b"")
        assert statuses(whole) == [status]
        assert talk.line.closed
        assert talk.service.log == ()

    def test_every_changed_byte(self, talk: Talk) -> None:
        """Whatever a request says, it is answered or waited for, and the next connection works."""
        data = talk.request()
        told: set[int] = set()
        for place in range(data.index(b"\r\n\r\n") + 4):
            for bit in (1, 0x20, 0x80):
                changed = bytearray(data)
                changed[place] ^= bit
                line = Connection(lambda request: talk.service.answer(request, TODAY), lambda: TODAY)
                out = line.receive(bytes(changed)) + line.receive(b"")
                assert line.closed
                told.update(statuses(out, "HEAD" if changed[:4] == b"HEAD" else "POST"))
        assert told == {201, 400, 404, 405, 505}
        assert talk.says(data) == [201]


class TestEnds:
    def test_half_closed(self, talk: Talk) -> None:
        data = talk.request()
        for end in range(0, len(data), 11):
            line = Connection(lambda request: talk.service.answer(request, TODAY), lambda: TODAY)
            out = line.receive(data[:end]) + line.receive(b"")
            assert line.closed
            assert statuses(out) in ([], [400])
        line = Connection(lambda request: talk.service.answer(request, TODAY), lambda: TODAY)
        assert statuses(line.receive(data) + line.receive(b"")) == [201]
        assert line.closed

    def test_late(self, talk: Talk) -> None:
        data = talk.request()
        for end, told in ((0, []), (5, [408]), (len(data) // 2, [408]), (len(data) - 1, [408]), (len(data), [])):
            line = Connection(lambda request: talk.service.answer(request, TODAY), lambda: TODAY)
            if end:
                line.receive(data[:end])
            assert not line.closed
            assert statuses(line.late()) == told
            assert line.closed
            assert line.late() == line.receive(data) == b""
        assert talk.service.waiting(talk.subscription) == 1
