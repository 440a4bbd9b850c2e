"""ClientHellos of a real TLS library, cut, split, bent and made up."""

import random
import ssl
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_hellos import HELLOS, NAME, SETTINGS, WITH_NAME, framed, host, made, names, record, said, vector

from chokepoints.network.client_hello import LONGEST, MoreNeeded, NotTls, Part, Reader, parts, server_name

each_hello = pytest.mark.parametrize("setting", SETTINGS)


class TestRealOnes:
    @each_hello
    def test_the_name(self, setting: str) -> None:
        assert server_name(HELLOS[setting]) == SETTINGS[setting][0]

    @each_hello
    def test_cut_at_every_byte(self, setting: str) -> None:
        hello = HELLOS[setting]
        for end in range(len(hello)):
            assert said(hello[:end]) == "MoreNeeded", end
        assert server_name(hello + b"\x16\x03") == server_name(hello + b"anything") == SETTINGS[setting][0]

    @each_hello
    def test_byte_by_byte(self, setting: str) -> None:
        hello, reader = HELLOS[setting], Reader()
        for at in range(len(hello) - 1):
            with pytest.raises(MoreNeeded):
                reader.feed(hello[at : at + 1])
            assert (reader.server_name, reader.parts) == (None, ())
        reader.feed(hello[-1:])
        assert (reader.server_name, reader.parts) == (SETTINGS[setting][0], parts(hello))
        assert reader.data == hello

    @pytest.mark.parametrize("mask", [0x01, 0x80, 0xFF])
    def test_with_a_byte_changed(self, mask: int) -> None:
        (name,) = (part for part in parts(WITH_NAME) if part.name == "server name")
        for at in range(len(WITH_NAME)):
            bent = bytearray(WITH_NAME)
            bent[at] ^= mask
            if name.start <= at < name.end:
                assert said(bytes(bent)) not in (NAME, None)
            else:
                assert said(bytes(bent)) in (NAME, None, "MoreNeeded", "NotTls")

    @pytest.mark.parametrize("mask", [0x01, 0x80, 0xFF])
    def test_a_server_hears_no_name_that_is_missed(self, mask: int) -> None:
        """What a filter cannot read but a server can would be a way past the filter."""
        heard: list[str | None] = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.sni_callback = lambda tls, name, _: heard.append(name)
        (name,) = (part for part in parts(WITH_NAME) if part.name == "server name")
        for at in (*range(name.start), *range(name.end, len(WITH_NAME))):
            bent = bytearray(WITH_NAME)
            bent[at] ^= mask
            heard.clear()
            incoming = ssl.MemoryBIO()
            incoming.write(bent)
            with suppress(ssl.SSLError):
                context.wrap_bio(incoming, ssl.MemoryBIO(), server_side=True).do_handshake()
            if heard and heard[0] is not None:
                assert said(bytes(bent)) == heard[0], at


class TestRecords:
    @settings(max_examples=60)
    @given(st.sampled_from(sorted(SETTINGS)), st.lists(st.integers(1, 600), max_size=12), st.integers(1, 200))
    def test_over_several_records_and_reads(self, setting: str, cuts: list[int], size: int) -> None:
        message = HELLOS[setting][5:]
        data = framed(message, cuts)
        reader = Reader()
        for start in range(0, len(data), size):
            with suppress(MoreNeeded):
                reader.feed(data[start : start + size])
        assert reader.server_name == server_name(data) == SETTINGS[setting][0]
        assert reader.parts == parts(data)
        assert [part.start for part in reader.parts] == [0, *(part.end for part in reader.parts[:-1])]
        assert reader.parts[-1].end == len(data)
        content = b"".join(data[part.start : part.end] for part in reader.parts if part.name != "record header")
        assert content == message

    def test_a_name_over_two_records(self) -> None:
        message = WITH_NAME[5:]
        middle = message.index(NAME.encode()) + 4
        data = framed(message, [middle])
        pieces = [data[part.start : part.end] for part in parts(data) if part.name == "server name"]
        assert pieces == [b"mess", b"enger.example"]

    def test_one_byte_a_record(self) -> None:
        message = WITH_NAME[5:]
        assert server_name(framed(message, list(range(len(message))))) == NAME

    def test_no_more_than_64_kib(self) -> None:
        filler = b"\xff\x01" + vector(2, bytes(60_000))
        padded = made(filler + names(host(b"a.example")))
        message = padded[3 + 2 :]
        records = framed(message, [16_000, 32_000, 48_000])
        assert server_name(records) == "a.example"
        over = made(b"\xff\x01" + vector(2, bytes(LONGEST - 100)) + names(host(b"a.example")))[5:]
        assert len(over) < LONGEST
        assert said(framed(over, list(range(0, LONGEST, 1000)))) == "NotTls"
        too_long = framed(b"\x01" + vector(3, bytes(LONGEST)), [16_000, 32_000, 48_000, 64_000])
        assert said(too_long[:9]) == "NotTls"
        crumbs = record(b"\x01") + record(b"\0") + record(b"\xfe") + record(b"\0") * 20_000
        assert said(crumbs[: LONGEST - 1]) == "MoreNeeded"
        assert said(crumbs[:LONGEST]) == said(crumbs) == "NotTls"

    def test_a_long_one_in_crumbs_is_read_once(self) -> None:
        """64 KiB in reads of one byte and records of one byte: were it read anew each time, it would take minutes."""
        crumbs = (record(b"\x01") + record(b"\0") + record(b"\xfe") + record(b"\0") * 20_000)[: LONGEST - 1]
        reader = Reader()
        for at in range(len(crumbs)):
            with pytest.raises(MoreNeeded) if at % 1000 == 0 else suppress(MoreNeeded):
                reader.feed(crumbs[at : at + 1])
        with pytest.raises(NotTls):
            reader.feed(b"\0")


class TestOtherBytes:
    @pytest.mark.parametrize(
        "data",
        [
            b"GET / HTTP/1.1\r\n",
            b"\x00",
            b"\x80\x2e\x01\x03\x01",  # the ClientHello of SSL 2
            b"\x15\x03\x03\x00\x02\x02\x28",  # an alert
            b"\x16\x02",
            b"\x16\x03\x01\x00\x00",  # an empty record
            b"\x16\x03\x01\x40\x01",  # a record of more than 2^14 bytes
            WITH_NAME[:5] + b"\x02",  # a ServerHello
            WITH_NAME[:5] + b"\x02" + WITH_NAME[6:],
        ],
        ids=[
            "HTTP",
            "zero",
            "SSL 2",
            "alert",
            "version 2",
            "empty record",
            "long record",
            "ServerHello",
            "as ServerHello",
        ],
    )
    def test_no_tls(self, data: bytes) -> None:
        with pytest.raises(NotTls):
            server_name(data)
        with pytest.raises(NotTls):
            parts(data + bytes(100))

    def test_nothing_yet(self) -> None:
        assert said(b"") == said(b"\x16") == said(b"\x16\x03") == said(b"\x16\x03\x01\x40\x00") == "MoreNeeded"

    @given(st.binary(max_size=300))
    def test_any_bytes(self, data: bytes) -> None:
        said(data)

    @settings(max_examples=200)
    @given(st.binary(max_size=80), st.randoms(use_true_random=False))
    def test_any_bytes_inside_right_lengths(self, data: bytes, chance: random.Random) -> None:
        extensions = [names(host(data)), b"\0\0" + vector(2, data), b"\0\x10" + vector(2, data), data]
        chance.shuffle(extensions)
        found = said(made(b"".join(extensions[: chance.randrange(1, 4)])))
        assert found is None or found.isprintable()

    @settings(max_examples=150)
    @given(st.sampled_from(sorted(SETTINGS)), st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=6))
    def test_real_ones_bent_in_several_places(self, setting: str, changes: list[tuple[int, int]]) -> None:
        bent = bytearray(HELLOS[setting])
        for at, value in changes:
            bent[at % len(bent)] = value
        found = said(bytes(bent))
        if found not in ("MoreNeeded", "NotTls"):
            pieces = parts(bytes(bent))
            named = [bytes(bent[part.start : part.end]).decode() for part in pieces if part.name == "server name"]
            assert named == ([] if found is None else [found])


class TestMadeOnes:
    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (made(names(host(b"a.example"))), "a.example"),
            (made(names(host(b"A.Example"))), "A.Example"),
            (made(names(b"\x07" + vector(2, b"else"), host(b"a.example"))), "a.example"),
            (made(b"\0\x10\0\0" + names(host(b"a.example"))), "a.example"),
            (made(None), None),
            (made(b""), None),
            (made(b"\0\x10\0\0"), None),
            (made(names(b"\x07" + vector(2, b"else"))), None),
        ],
        ids=["plain", "capitals", "other type", "second", "no extensions", "none in list", "other", "other type only"],
    )
    def test_allowed(self, data: bytes, name: str | None) -> None:
        assert server_name(data) == name
        assert parts(data)[-1].end == len(data)

    @pytest.mark.parametrize(
        "data",
        [
            made(names(host(b"a.example")) * 2),
            made(names(host(b"a.example"), host(b"b.example"))),
            made(names(host(b""))),
            made(names()),
            made(names(host(b"a\0.example"))),
            made(names(host("ä.example".encode()))),
            made(names(host(b"a.example\n"))),
            made(names(host(b"a" * 254))),
            made(names(host(b"a.example"))[:-1]),
            made(b"\0\0" + vector(2, vector(2, host(b"a.example")) + b"\0")),
            made(names(host(b"a.example")), behind=b"\0"),
            made(names(host(b"a.example")), session=bytes(33)),
            made(names(host(b"a.example")), suites=b""),
            made(names(host(b"a.example")), suites=b"\x13\x01\x13"),
            made(names(host(b"a.example")), methods=b""),
            made(None, behind=b"\0"),
            made(b"\0"),
            record(b"\x01\0\0\x05\x03\x03abc"),
        ],
        ids=[
            "extension twice",
            "two names",
            "empty name",
            "empty list",
            "zero byte",
            "not ASCII",
            "line end",
            "long name",
            "cut name",
            "behind list",
            "behind extensions",
            "long session id",
            "no suites",
            "half a suite",
            "no methods",
            "half a length",
            "half an extension",
            "cut random",
        ],
    )
    def test_malformed(self, data: bytes) -> None:
        with pytest.raises(NotTls, match="Malformed"):
            server_name(data)

    def test_where_the_pieces_stand(self) -> None:
        data = made(b"\0\x10\0\0" + names(host(b"a.example")) + b"\0\x17\0\0")
        assert parts(data) == (
            Part("record header", 0, 5),
            Part("handshake header", 5, 9),
            Part("version", 9, 11),
            Part("random", 11, 43),
            Part("session id", 43, 44),
            Part("cipher suites", 44, 48),
            Part("compression methods", 48, 50),
            Part("extensions", 50, 65),
            Part("server name", 65, 74),
            Part("extensions", 74, 78),
        )
        assert data[65:74] == b"a.example"
        with pytest.raises(MoreNeeded):
            parts(data[:-1])

    def test_without_extensions(self) -> None:
        assert [part.name for part in parts(made(None))][-1] == "compression methods"
        assert [part.name for part in parts(made(b"\0\x17\0\0"))][-2:] == ["compression methods", "extensions"]
