"""A provider that cuts: raw clients on lines that are open, not yet open, or over as an address is blocked."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from enforcement_talk import NEW, OLD, run_clean

from chokepoints.enforcement.cutting import CUT, Cutting, cutting
from chokepoints.errors import KitError
from chokepoints.loopback.serving_on import listening
from chokepoints.network import serving
from chokepoints.network.rules import ByAddress, ByPrefix
from chokepoints.network.sites import internet

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
GRANTED = b"\x05\x02\x01\x00\x05\x00\x00\x01" + bytes(6)


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(100):
        writer.write(data)


@asynccontextmanager
async def provider() -> AsyncIterator[Cutting]:
    async with listening(echo, 10) as port, internet(()) as net, cutting(net, patience=5) as isp:
        net.ports[OLD, 443] = net.ports[NEW, 443] = port
        yield isp


async def line(isp: Cutting, address: str, say: bytes = b"hello") -> Line:
    """A line through the provider, with one word said and heard."""
    reader, writer = await asyncio.open_connection("127.0.0.1", isp.port)
    user, password = isp.user.encode(), isp.password.encode()
    writer.write(b"\x05\x01\x02\x01" + bytes([len(user)]) + user + bytes([len(password)]) + password)
    writer.write(b"\x05\x01\x00\x01" + socket.inet_aton(address) + b"\x01\xbb" + say)
    answer = await reader.readexactly(len(GRANTED))
    if answer == GRANTED and say:
        assert await reader.readexactly(len(say)) == say
    return reader, writer


async def hang_up(*lines: Line) -> None:
    for _, writer in lines:
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)


def test_open_lines_to_the_address_are_reset_and_no_others() -> None:
    async def work() -> None:
        async with provider() as isp:
            lines = [await line(isp, address) for address in (OLD, NEW, OLD)]
            assert [entry.verdict for entry in isp.log] == ["pass"] * 3
            assert await isp.block(ByAddress(OLD)) == 2
            for reader, _ in (lines[0], lines[2]):
                with pytest.raises(ConnectionResetError):
                    await reader.read(1)
            reader, writer = lines[1]
            writer.write(b"still there")
            assert await reader.readexactly(11) == b"still there"
            assert [(entry.address, entry.verdict) for entry in isp.log] == [(OLD, CUT), (NEW, "pass"), (OLD, CUT)]
            assert isp.log[0].words == "an open line to an address that was blocked later"
            assert (isp.log[0].up, isp.log[0].down) == (5, 5)
            assert isp.rules == (ByAddress(OLD),)
            refused, _ = last = await line(isp, OLD)
            assert await refused.read() == b""
            assert isp.log[-1].verdict == "refuse"
            assert await isp.block(ByAddress(OLD)) == 0
            await hang_up(*lines, last)

    run_clean(work())


def test_a_prefix_on_top_of_an_address() -> None:
    async def work() -> None:
        async with provider() as isp:
            first = await line(isp, OLD)
            assert await isp.block(ByAddress(NEW)) == 0
            assert await isp.block(ByPrefix("203.0.113.0/24")) == 1
            assert isp.rules == (ByAddress(NEW), ByPrefix("203.0.113.0/24"))
            with pytest.raises(ConnectionResetError):
                await first[0].read(1)
            await hang_up(first)

    run_clean(work())


def test_a_line_that_is_over_is_not_cut() -> None:
    async def work() -> None:
        async with provider() as isp:
            lines = [await line(isp, OLD) for _ in range(3)]
            await hang_up(*lines[:2])
            for _ in range(200):
                if isp.log[0].verdict == "pass" and len(isp._open()) == 1:
                    break
                await asyncio.sleep(0.005)
            assert await isp.block(ByAddress(OLD)) == 1
            assert [entry.verdict for entry in isp.log] == ["pass", "pass", CUT]
            await hang_up(lines[2])

    run_clean(work())


def test_a_line_that_has_just_ended_is_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client is gone and the log has it; what is left is to close the other side."""

    async def work() -> None:
        go_on = asyncio.Event()
        close = serving.close

        async def slowly(writer: asyncio.StreamWriter) -> None:
            await go_on.wait()
            await close(writer)

        async with provider() as isp:
            monkeypatch.setattr(serving, "close", slowly)
            one = await line(isp, OLD)
            await hang_up(one)
            await isp.quiet()
            assert len(isp._connections) == 1
            assert await isp.block(ByAddress(OLD)) == 0
            go_on.set()
            while isp._connections:
                await asyncio.sleep(0.005)
            assert [entry.verdict for entry in isp.log] == ["pass"]

    run_clean(work())


def test_a_line_that_is_not_open_yet_meets_the_rule() -> None:
    """It was let through by its address; the client's first bytes come after the block."""

    async def work() -> None:
        async with provider() as isp:
            begun = await line(isp, OLD, say=b"")
            greeting = await asyncio.open_connection("127.0.0.1", isp.port)
            await asyncio.sleep(0.02)
            assert await isp.block(ByAddress(OLD)) == 0
            begun[1].write(b"hello")
            with pytest.raises(ConnectionResetError):
                await begun[0].read(1)
            assert [entry.verdict for entry in isp.log] == ["refuse", "begun"]
            await hang_up(begun, greeting)

    run_clean(work())


def test_quiet_waits_for_the_last_line() -> None:
    async def work() -> None:
        async with provider() as isp:
            await isp.quiet()
            one = await line(isp, OLD)
            waiting = asyncio.create_task(isp.quiet())
            await asyncio.sleep(0.03)
            assert not waiting.done()
            await hang_up(one)
            await asyncio.wait_for(waiting, 2)
            other = await line(isp, OLD)
            isp.patience = 0.05
            with pytest.raises(KitError, match=r"After 0\.05 s a line is still open"):
                await isp.quiet()
            await hang_up(other)

    run_clean(work())


def test_a_line_stays_open_longer_than_the_patience_for_a_beginning() -> None:
    async def work() -> None:
        async with listening(echo, 10) as port, internet(()) as net, cutting(net, patience=0.1) as isp:
            net.ports[OLD, 443] = port
            reader, writer = await line(isp, OLD)
            await asyncio.sleep(0.3)
            writer.write(b"yes")
            assert await reader.readexactly(3) == b"yes"
            await hang_up((reader, writer))

    run_clean(work())
