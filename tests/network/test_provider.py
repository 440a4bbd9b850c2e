"""The provider's state machine: SOCKS5 by the letter, and what it lets through."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_hellos import HELLOS, NAME, WITH_NAME, record, said

from chokepoints.errors import KitError
from chokepoints.network.client_hello import LONGEST
from chokepoints.network.provider import Connection, Provider, Step
from chokepoints.network.rules import ByAddress, ByName, ByPrefix, Rule, Throttle

ADDRESS, PORT = "203.0.113.7", 40_000
GREETING = b"\x05\x01\x02"
CONNECT = b"\x05\x01\x00"
HERE = b"\x01\xcb\x00\x71\x07\x01\xbb"
SUCCEEDED = b"\x05\x00\x00\x01" + bytes(6)


def new(rules: Rule | Iterable[Rule] = ()) -> tuple[Provider, Connection]:
    isp = Provider({(ADDRESS, 443): PORT}, rules)
    return isp, isp.connection()


def credentials(isp: Provider, password: str | None = None) -> bytes:
    user, word = isp.user.encode(), (isp.password if password is None else password).encode()
    return b"\x01" + bytes([len(user)]) + user + bytes([len(word)]) + word


def asked(isp: Provider, connection: Connection, request: bytes = CONNECT + HERE) -> Step:
    """Greeting, credentials and a request, as a client sends them."""
    assert connection.receive(GREETING) == Step(to_client=b"\x05\x02")
    assert connection.receive(credentials(isp)) == Step(to_client=b"\x01\x00")
    return connection.receive(request)


def reached(rules: Rule | Iterable[Rule] = ()) -> tuple[Provider, Connection]:
    """A connection that waits for a ClientHello."""
    isp, connection = new(rules)
    assert asked(isp, connection) == Step(connect=PORT)
    assert connection.connected() == Step(to_client=SUCCEEDED)
    return isp, connection


def refusal(code: int) -> Step:
    return Step(to_client=bytes([5, code, 0, 1]) + bytes(6), close=True)


class TestSocks:
    def test_from_greeting_to_bytes(self) -> None:
        isp, connection = reached()
        assert isp.log[0].verdict == "begun"
        assert connection.receive(WITH_NAME[:100]) == Step()
        assert not connection.open
        assert connection.receive(WITH_NAME[100:]) == Step(to_server=WITH_NAME)
        assert connection.open
        assert connection.from_server(b"hello") == Step(to_client=b"hello")
        assert connection.receive(b"more") == Step(to_server=b"more")
        connection.finish()
        (entry,) = isp.log
        assert (entry.number, entry.address, entry.port, entry.server_name) == (1, ADDRESS, 443, NAME)
        assert (entry.verdict, entry.words, entry.up, entry.down) == ("pass", "", len(WITH_NAME) + 4, 5)
        assert connection.receive(b"x").close
        assert connection.from_server(b"x") == Step(close=True)
        assert isp.log == (entry,)

    @settings(max_examples=60)
    @given(st.lists(st.integers(1, 700), max_size=20))
    def test_in_any_pieces(self, cuts: list[int]) -> None:
        isp, connection = new()
        sent = GREETING + credentials(isp) + CONNECT + HERE + WITH_NAME
        ends = sorted({*cuts, len(sent)})
        to_client = to_server = b""
        start = 0
        for end in ends:
            step = connection.receive(sent[start:end])
            start = end
            to_client, to_server = to_client + step.to_client, to_server + step.to_server
            if step.connect is not None:
                assert step.connect == PORT
                step = connection.connected()
                to_client, to_server = to_client + step.to_client, to_server + step.to_server
        assert to_client == b"\x05\x02\x01\x00" + SUCCEEDED
        assert to_server == WITH_NAME
        assert isp.log[0].server_name == NAME

    @pytest.mark.parametrize(
        ("greeting", "answer"),
        [
            (b"\x04\x01\x01\xbb", b""),
            (b"G", b""),
            (b"\x05\x00", b"\x05\xff"),
            (b"\x05\x02\x00\x01", b"\x05\xff"),
        ],
        ids=["SOCKS4", "HTTP", "no method", "without password"],
    )
    def test_greetings_that_end_it(self, greeting: bytes, answer: bytes) -> None:
        isp, connection = new()
        assert connection.receive(greeting) == Step(to_client=answer, close=True)
        connection.finish()
        assert (isp.log[0].verdict, isp.log[0].address, isp.log[0].port) == ("closed", "", 0)

    def test_among_other_methods(self) -> None:
        _, connection = new()
        assert connection.receive(b"\x05\x03\x00\x02\x01").to_client == b"\x05\x02"

    def test_credentials(self) -> None:
        isp, connection = new()
        connection.receive(GREETING)
        assert connection.receive(credentials(isp, isp.password[:-1])) == Step(to_client=b"\x01\x01", close=True)
        assert connection.receive(credentials(isp)) == Step(close=True)
        other = isp.connection()
        other.receive(GREETING)
        assert other.receive(b"\x01\x00\x00") == Step(to_client=b"\x01\x01", close=True)
        third = isp.connection()
        third.receive(GREETING)
        assert third.receive(b"\x05") == Step(close=True)
        user, word = isp.user.encode(), isp.password.encode()
        assert isp.knows(user, word)
        assert not any((isp.knows(word, user), isp.knows(user, b""), isp.knows(b"", word), isp.knows(user, b"\xff")))

    def test_made_at_each_start(self) -> None:
        isps = [Provider({}) for _ in range(50)]
        assert len({isp.user for isp in isps} | {isp.password for isp in isps}) == 100
        assert min(len(isp.password) for isp in isps) >= 32
        assert isps[0].password not in repr(isps[0])

    @pytest.mark.parametrize(
        ("request_", "code", "words"),
        [
            (b"\x05\x01\x00\x01\xcb\x00\x71\x08\x01\xbb", 2, "not in the address map"),
            (b"\x05\x01\x00\x01\xcb\x00\x71\x07\x00\x50", 2, "not in the address map"),
            (b"\x05\x01\x00\x01\xcb\x00\x71\x07\x00\x00", 2, "not in the address map"),
            (b"\x05\x01\x00\x01\x7f\x00\x00\x01\x9c\x40", 2, "not in the address map"),
            (b"\x05\x01\x00\x04" + bytes(15) + b"\x01\x01\xbb", 2, "not in the address map"),
            (b"\x05\x01\x00\x04" + bytes(10) + b"\xff\xff\xcb\x00\x71\x07\x01\xbb", 2, "not in the address map"),
            (b"\x05\x01\x00\x03\x09localhost\x9c\x40", 2, "asked for a name: no names are looked up here"),
            (b"\x05\x01\x00\x03\x0b203.0.113.7\x01\xbb", 2, "asked for a name: no names are looked up here"),
            (b"\x05\x01\x00\x03\x00\x01\xbb", 2, "asked for a name: no names are looked up here"),
            (b"\x05\x02\x00\x01", 7, "a command other than CONNECT"),
            (b"\x05\x03\x00" + HERE, 7, "a command other than CONNECT"),
            (b"\x05\x01\x00\x02", 8, "an unknown type of address"),
            (b"\x05\x01\x01" + HERE, 1, "malformed request"),
        ],
        ids=[
            "other address",
            "other port",
            "port 0",
            "loopback",
            "IPv6 loopback",
            "IPv4 in IPv6",
            "a name",
            "an address as a name",
            "an empty name",
            "BIND",
            "UDP",
            "type 2",
            "reserved byte",
        ],
    )
    def test_requests_refused(self, request_: bytes, code: int, words: str) -> None:
        isp, connection = new()
        assert asked(isp, connection, request_) == refusal(code)
        connection.finish()
        assert (isp.log[0].verdict, isp.log[0].words) == ("closed", words)

    def test_a_request_of_another_version(self) -> None:
        isp, connection = new()
        assert asked(isp, connection, b"\x04\x01") == Step(close=True)

    def test_a_port_where_nothing_answers(self) -> None:
        isp, connection = new()
        asked(isp, connection)
        assert connection.failed() == refusal(5)
        assert isp.log[0].words == "nothing answers at this address"

    def test_who_sends_before_the_answer(self) -> None:
        isp, connection = new()
        assert asked(isp, connection, CONNECT + HERE + WITH_NAME) == Step(connect=PORT)
        assert connection.connected() == Step(to_client=SUCCEEDED, to_server=WITH_NAME)
        other = isp.connection()
        asked(isp, other)
        assert other.receive(bytes(LONGEST)) == Step()
        assert other.receive(b"\0") == Step(close=True)

    @given(st.lists(st.binary(max_size=40), max_size=8))
    def test_any_bytes(self, pieces: list[bytes]) -> None:
        isp, connection = new()
        for piece in pieces:
            step = connection.receive(piece)
            assert step.connect is None
            assert not step.to_server
            assert step.to_client in (b"", b"\x05\x02", b"\x05\xff", b"\x05\x02\x01\x01", b"\x01\x01")
        connection.finish()
        assert isp.log[0].verdict == "closed"

    @settings(max_examples=200)
    @given(st.integers(0, len(WITH_NAME) - 1), st.integers(0, 255))
    def test_a_real_hello_bent(self, at: int, value: int) -> None:
        bent = bytearray(WITH_NAME)
        bent[at] = value
        found = said(bytes(bent))
        _, connection = reached(ByName(NAME))
        step = connection.receive(bytes(bent))
        if found == NAME:
            assert step == Step(close=True, reset=True)
        else:
            assert step == (Step() if found == "MoreNeeded" else Step(to_server=bytes(bent)))

    @settings(max_examples=100)
    @given(st.integers(0, 80), st.integers(0, 255))
    def test_a_real_talk_bent(self, at: int, value: int) -> None:
        isp, connection = new()
        sent = bytearray(GREETING + credentials(isp) + CONNECT + HERE)
        right = sent[at % len(sent)] == value
        sent[at % len(sent)] = value
        step = connection.receive(bytes(sent))
        assert (step.connect is None) is not right
        connection.finish()
        assert isp.log[0].verdict == "closed"


class TestRules:
    @pytest.mark.parametrize("rule", [ByAddress(ADDRESS), ByPrefix("203.0.113.0/24")], ids=["address", "prefix"])
    def test_refused_before_it_begins(self, rule: Rule) -> None:
        isp, connection = new(rule)
        assert asked(isp, connection) == refusal(2)
        connection.finish()
        assert (isp.log[0].verdict, isp.log[0].words, isp.log[0].server_name) == ("refuse", str(rule), None)

    @pytest.mark.parametrize(
        "rule",
        [ByAddress(ADDRESS, "reset"), ByPrefix("203.0.113.0/24", "reset"), ByName("example")],
        ids=["address", "prefix", "name"],
    )
    def test_reset_once_the_name_was_seen(self, rule: Rule) -> None:
        isp, connection = reached(rule)
        assert connection.receive(WITH_NAME[:-1]) == Step()
        assert connection.receive(WITH_NAME[-1:]) == Step(close=True, reset=True)
        assert connection.from_server(b"x") == Step(close=True, reset=True)
        connection.finish()
        entry = isp.log[0]
        assert (entry.verdict, entry.words, entry.server_name, entry.up) == ("reset", str(rule), NAME, 0)

    def test_a_name_hidden_over_records_is_seen(self) -> None:
        _, connection = reached(ByName(NAME))
        message = WITH_NAME[5:]
        pieces = [record(message[at : at + 10]) for at in range(0, len(message), 10)]
        steps = [connection.receive(piece) for piece in pieces]
        assert steps[-1] == Step(close=True, reset=True)
        assert set(steps[:-1]) == {Step()}

    def test_other_names_pass(self) -> None:
        isp, connection = reached(ByName("shop.example"))
        assert connection.receive(WITH_NAME) == Step(to_server=WITH_NAME)
        assert isp.log[0].verdict == "pass"

    def test_without_a_name(self) -> None:
        isp, connection = reached(ByName(NAME))
        hello = HELLOS["no name, 1.3"]
        assert connection.receive(hello) == Step(to_server=hello)
        assert (isp.log[0].server_name, isp.log[0].words) == (None, "a ClientHello without a name")

    def test_what_is_no_tls_is_carried_unread(self) -> None:
        isp, connection = reached(ByName(NAME))
        assert connection.receive(b"GET / HTTP/1.1\r\n") == Step(to_server=b"GET / HTTP/1.1\r\n")
        assert (isp.log[0].verdict, isp.log[0].words) == ("pass", "no ClientHello that can be read")

    def test_no_more_than_64_kib_are_held(self) -> None:
        _, connection = reached(ByName(NAME))
        crumbs = (record(b"\x01") + record(b"\0") + record(b"\xfe") + record(b"\0") * 20_000)[:LONGEST]
        assert connection.receive(crumbs[:-1]) == Step()
        assert connection.receive(crumbs[-1:]) == Step(to_server=crumbs)

    def test_throttled(self) -> None:
        isp, connection = reached(Throttle(700, names=NAME))
        rates = [connection.rate]
        connection.receive(WITH_NAME)
        assert [*rates, connection.rate] == [None, 700]
        assert isp.log[0].verdict == "throttle"

    def test_rules_may_change(self) -> None:
        isp, connection = reached()
        isp.rules = ByAddress(ADDRESS)
        assert connection.receive(WITH_NAME) == Step(close=True, reset=True)
        assert asked(isp, isp.connection()) == refusal(2)
        isp.rules = ()
        assert asked(isp, isp.connection()) == Step(connect=PORT)
        with pytest.raises(KitError):
            isp.rules = "none"  # type: ignore[assignment]
        assert isp.rules == ()


class TestEnds:
    def test_silence(self) -> None:
        isp, connection = reached()
        assert connection.late() == Step(close=True)
        connection.finish()
        assert (isp.log[0].verdict, isp.log[0].words) == ("closed", "silent for too long")

    @pytest.mark.parametrize(
        ("sent", "words"),
        [(b"", "ended before a request"), (WITH_NAME[:9], "ended before there was a ClientHello")],
        ids=["at once", "in the ClientHello"],
    )
    def test_a_client_that_goes(self, sent: bytes, words: str) -> None:
        isp, connection = reached() if sent else new()
        connection.receive(sent)
        connection.finish()
        assert (isp.log[0].verdict, isp.log[0].words) == ("closed", words)

    def test_the_log_keeps_the_order_in_which_they_came(self) -> None:
        isp, first = new()
        second = isp.connection()
        second.finish()
        first.finish()
        assert [entry.number for entry in isp.log] == [1, 2]
        assert repr(isp) == "Provider(0 rules, 2 connections seen)"
