"""Probes from several places: each cause for real, a table that is the same on every run, what a pair supports."""

import asyncio
import itertools
import ssl
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from network_talk import run, sockets

from chokepoints.errors import KitError
from chokepoints.loopback.serving_on import listening
from chokepoints.network import vantage
from chokepoints.network.rules import ByAddress, ByName, ByPrefix, Throttle
from chokepoints.network.serving import Fetched, Internet, Isp, internet, provider
from chokepoints.network.vantage import (
    LONG,
    PROBED,
    RULES,
    SLOW,
    Kind,
    Seen,
    cause,
    compare,
    probe,
    with_and_without,
)

QUICK = tuple(name for site in PROBED for name in site.names if name != "film.example")
TABLE = """\
                 home                           rival                          abroad
library.example  reached                        reached                        reached
news.example     refused by the provider        reached                        reached
bakery.example   refused by the provider        reached                        reached
radio.example    nothing answers                nothing answers                nothing answers
forum.example    reset                          reached                        reached
bank.example     turned away by the site (403)  turned away by the site (403)  reached
film.example     reached, slowly                reached                        reached"""
PAIRS = """\
library.example  no sign of a block
news.example     the provider inside blocks it, and says so
bakery.example   the provider inside blocks it, and says so
radio.example    down for both: no sign of a block
forum.example    cut off inside only: on the way, or by the site
bank.example     the site itself turns the inside away: no block on the way
film.example     slowed inside only: on the way, or by the site"""
WITH_RIVAL = """\
library.example  no sign of a block
news.example     one provider inside blocks it, and says so; the other lets it through
bakery.example   one provider inside blocks it, and says so; the other lets it through
radio.example    down for both: no sign of a block; the same at the other provider inside
forum.example    cut off at one provider inside, not at the other: on the way, hardly by the site
bank.example     the site itself turns the inside away: no block on the way; the same at the other provider inside
film.example     slowed at one provider inside, not at the other: on the way, hardly by the site"""


@asynccontextmanager
async def three() -> AsyncIterator[tuple[Internet, dict[str, Isp]]]:
    async with (
        internet(PROBED) as net,
        provider(net, RULES, country="inside") as home,
        provider(net, country="inside") as rival,
        provider(net) as abroad,
    ):
        yield net, {"home": home, "rival": rival, "abroad": abroad}


@asynccontextmanager
async def answering(net: Internet, name: str, answer: bytes) -> AsyncIterator[None]:
    """Another server in a site's place, with a certificate for its name, that says this whatever is asked."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    net._authority.issue_cert(name).configure_cert(context)
    address = net.addresses[name]
    before = net.ports[address, 443]
    async with listening(serve, 5, context) as port:
        net.ports[address, 443] = port
        yield
        net.ports[address, 443] = before


class TestCompare:
    def test_every_cause_from_three_places(self) -> None:
        async def work() -> None:
            async with three() as (net, places):
                found = await compare(places, net)
                assert str(found) == repr(found) == TABLE
                assert found.judged("home", "abroad") == PAIRS
                assert found.judged("home", "abroad", also="rival") == WITH_RIVAL
                film = found.seen["film.example"]
                assert {(seen.status, seen.bytes) for seen in film.values()} == {(200, 40_000)}
                assert film["home"].seconds >= 1 > LONG
                refused = found.seen["bakery.example"]["home"]
                assert (refused.status, refused.bytes) == (None, 0)
                log = [(entry.server_name, entry.address, entry.verdict) for entry in places["home"].log]
                assert log == [
                    ("library.example", "198.51.100.30", "pass"),
                    (None, "203.0.113.66", "refuse"),
                    (None, "203.0.113.70", "refuse"),
                    (None, "203.0.113.80", "closed"),
                    ("forum.example", "198.51.100.40", "reset"),
                    ("bank.example", "198.51.100.50", "pass"),  # of a site's own refusal a provider sees nothing
                    *[("film.example", "198.51.100.60", "throttle")] * 2,
                ]
                assert [len(isp.log) for isp in places.values()] == [8, 7, 7]
                assert net.visitors == {}

        run(work())

    def test_the_same_words_twice_and_for_some_names(self) -> None:
        async def work() -> None:
            async with three() as (net, places):
                once, again = [await compare(places, net, QUICK) for _ in range(2)]
                assert (once, str(once)) == (again, str(again))
                assert "seconds" not in repr(once.seen)
                some = await compare({"here": places["rival"]}, net, ["BANK.example.", "library.example"])
                assert str(some) == (
                    "                 here\nbank.example     turned away by the site (403)\nlibrary.example  reached"
                )
                assert str(await compare(places, net, [])) == ""

        run(work())

    def test_who_is_turned_away_when_both_ask_at_once(self) -> None:
        async def work() -> None:
            async with three() as (net, places):
                ways = [places["home"], places["abroad"]] * 12
                seen = await asyncio.gather(*(probe(isp, net, "bank.example") for isp in ways))
                assert [one.status for one in seen] == [403, 200] * 12
                assert net.visitors == {}
                places["abroad"].country = "inside"
                assert (await probe(places["abroad"], net, "bank.example")).kind is Kind.TURNED_AWAY

        run(work())

    def test_what_cannot_be_compared(self) -> None:
        async def work() -> None:
            async with three() as (net, places), internet(PROBED) as other, provider(other) as stranger:
                for given in ({}, None, [places["home"]], "home"):
                    with pytest.raises(KitError, match="Give the places by name"):
                        await compare(given, net)  # type: ignore[arg-type]
                for isp, words in (
                    (None, "is no provider"),
                    ("home", "is no provider"),
                    (stranger, "another internet"),
                ):
                    with pytest.raises(KitError, match=words):
                        await compare(places | {"x": isp}, net)  # type: ignore[dict-item]
                    with pytest.raises(KitError, match=words):
                        await probe(isp, net, "library.example")  # type: ignore[arg-type]
                    with pytest.raises(KitError, match=words):
                        await with_and_without(isp, net, "library.example", RULES[2])  # type: ignore[arg-type]
                with pytest.raises(KitError, match=r"Did you mean bank\.example"):
                    await compare(places, net, ["library.example", "banc.example"])
                for name in ("https://bank.example/", "bank.example/", "127.0.0.1", "", 5, None):
                    with pytest.raises(KitError):
                        await probe(places["home"], net, name)  # type: ignore[arg-type]
                assert [isp.log for isp in (*places.values(), stranger)] == [()] * 4
                found = await compare({"home": places["home"]}, net, ["bank.example"])
                for wrong in (("home", "hom"), ("hom", "home"), ("home", "home", "hom")):
                    with pytest.raises(KitError, match="Did you mean home"):
                        found.judged(*wrong)

        run(work())


class TestProbe:
    def test_nothing_beyond_the_map(self) -> None:
        async def work() -> None:
            async with internet(PROBED) as net, provider(net) as isp:
                for address in ("192.0.2.1", "127.0.0.1", "8.8.8.8", "203.0.113.99"):
                    net.addresses["library.example"] = address
                    assert (await probe(isp, net, "library.example")).kind is Kind.REFUSED
                    assert isp.log[-1].words == "not in the address map"

        run(work())

    @pytest.mark.parametrize(
        ("status", "kind", "words"),
        [
            (200, Kind.REACHED, "reached"),
            (451, Kind.TURNED_AWAY, "turned away by the site (451)"),
            (403, Kind.TURNED_AWAY, "turned away by the site (403)"),
            (503, Kind.OTHER, "another answer of the site (503)"),
        ],
    )
    def test_what_a_site_answers(self, status: int, kind: Kind, words: str) -> None:
        async def work() -> None:
            async with internet(PROBED) as net, provider(net) as isp:
                answer = b"HTTP/1.1 %d X\r\nContent-Length: 4\r\n\r\n\xe2\x82\xac\n" % status
                async with answering(net, "library.example", answer):
                    seen = await probe(isp, net, "library.example")
                assert (seen, str(seen)) == (Seen(kind, status, 4), words)

        run(work())

    def test_what_else_can_go_wrong(self) -> None:
        async def work() -> None:
            async with AsyncExitStack() as stack:
                net = await stack.enter_async_context(internet(PROBED))
                async with provider(net) as isp:
                    async with answering(net, "library.example", b""):
                        assert await probe(isp, net, "library.example") == Seen(Kind.CLOSED)
                    async with internet(PROBED) as other:
                        trust, net.trust = net.trust, other.trust
                        assert await probe(isp, net, "library.example") == Seen(Kind.FORGED)
                        net.trust = trust
                    isp.rules = Throttle(20, names="library.example")
                    assert await probe(isp, net, "library.example", seconds=0.2) == Seen(Kind.LATE)
                    isp.rules = ByAddress("198.51.100.30", "reset")
                    assert await probe(isp, net, "library.example") == Seen(Kind.RESET)
                    isp.password += "x"
                    isp.knows = lambda user, password: False  # type: ignore[method-assign]
                    assert await probe(isp, net, "library.example") == Seen(Kind.NO_LINE)
                assert await probe(isp, net, "library.example") == Seen(Kind.NO_LINE)

        run(work())

    def test_a_site_that_is_down_behind_a_rule(self) -> None:
        async def work() -> None:
            async with internet(PROBED) as net, provider(net, ByPrefix("203.0.113.64/27")) as isp:
                inside = await probe(isp, net, "radio.example")
                isp.rules = ByName("radio.example")
                named = await probe(isp, net, "radio.example")
                assert (inside.kind, named.kind) == (Kind.REFUSED, Kind.NOTHING)
                assert cause(inside, named).endswith("says so; whether it is up, cannot be told")

        run(work())

    def test_what_is_not_slow(self) -> None:
        async def once() -> None:
            async with internet(PROBED) as net, provider(net, RULES[2]) as isp:
                asked = asyncio.create_task(probe(isp, net, "film.example"))
                while not any(entry.down > 20_000 for entry in isp.log):
                    await asyncio.sleep(0.01)
                isp.rules = ()
                assert (await asked).kind is Kind.REACHED
                assert [entry.verdict for entry in isp.log] == ["throttle", "pass"]

        async def too_small_to_tell() -> None:
            async with internet(PROBED) as net, provider(net, Throttle(1_500, names="library.example")) as isp:
                seen = await probe(isp, net, "library.example")
                assert (seen.kind, seen.seconds > LONG, len(isp.log)) == (Kind.REACHED, True, 1)

        async def work() -> None:
            await asyncio.gather(once(), too_small_to_tell())

        run(work())

    @pytest.mark.parametrize(
        ("size", "took", "kind"),
        [
            (40_000, LONG, Kind.REACHED),  # just at the rate
            (39_999, LONG, Kind.SLOW),
            (40_000, 2.0, Kind.SLOW),
            (1_000_000, 2.0, Kind.REACHED),  # long, but large
            (30_000, LONG - 0.01, Kind.REACHED),  # below the rate, but soon over
            (20_000, 5.0, Kind.SLOW),
            (19_999, 5.0, Kind.REACHED),  # too small to tell
        ],
    )
    def test_what_is_slow(self, size: int, took: float, kind: Kind) -> None:
        assert vantage._kind(Fetched("OK", 200), size, took) is kind

    def test_the_threshold_lies_far_from_both(self) -> None:
        throttle = RULES[2]
        assert isinstance(throttle, Throttle)
        size = 40_000
        least = (size - throttle.rate // 4) / throttle.rate
        assert least > LONG
        assert size / least < 0.9 * SLOW
        assert len(PROBED[-1].text) == size


class TestThrottled:
    def test_a_bad_line_to_the_eye(self) -> None:
        async def work() -> None:
            own = (ByName("forum.example"),)
            async with internet(PROBED) as net, provider(net, own) as isp:
                page = await with_and_without(isp, net, "film.example", Throttle(32_000, names="film.example"))
                assert isp.rules == own
                assert [entry.verdict for entry in isp.log][:2] == ["throttle", "pass"]
                assert (
                    str(page)
                    == repr(page)
                    == (
                        "                  status  bytes\n"
                        "without the rule  200     40,000\n"
                        "with the rule     200     40,000\n"
                        "the same text: True\n"
                        "more than ten times slower: True"
                    )
                )
                assert page.throttled.seconds >= 1
                assert page.free.seconds < 0.14 or len(isp.log) == 4
                assert not replace(page, free=page.throttled).tenfold

        run(work())

    def test_a_rate_that_nobody_feels(self) -> None:
        async def work() -> None:
            async with internet(PROBED) as net, provider(net) as isp:
                page = await with_and_without(isp, net, "film.example", Throttle(10**9, names="film.example"))
                assert (page.tenfold, page.same_text, len(isp.log)) == (False, True, 4)
                assert "slower: False" in str(page)
                for rule in (ByName("film.example"), 24_000, None):
                    with pytest.raises(KitError, match="does not slow anything down"):
                        await with_and_without(isp, net, "film.example", rule)  # type: ignore[arg-type]
                with pytest.raises(KitError, match="No site"):
                    await with_and_without(isp, net, "films.example", RULES[2])  # type: ignore[arg-type]

        run(work())

    def test_a_busy_moment_and_another_text(self) -> None:
        async def work() -> None:
            async with internet(PROBED) as net, provider(net) as isp:

                async def is_busy() -> None:
                    while len(isp.log) < 2:
                        await asyncio.sleep(0)
                    time.sleep(0.4)  # in the middle of the first free page

                rule = Throttle(96_000, names="film.example")
                asked = asyncio.create_task(with_and_without(isp, net, "film.example", rule))
                busy = asyncio.create_task(is_busy())
                while not any(entry.down > 2_000 for entry in isp.log):
                    await asyncio.sleep(0.01)
                async with answering(net, "film.example", b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nother\n"):
                    page = await asked
                await busy
                assert (page.same_text, page.free.bytes, page.throttled.bytes) == (False, 6, 40_000)
                assert "the same text: False" in str(page)
                assert len(isp.log) >= 3
                assert page.free.seconds < 0.4

        run(work())

    def test_what_does_not_arrive_is_said(self) -> None:
        async def work() -> None:
            async with internet(PROBED) as net, provider(net) as isp:
                page = await with_and_without(isp, net, "radio.example", Throttle(24_000, names="radio.example"))
                assert "without the rule  nothing answers  0\n" in str(page)

        run(work())


@pytest.mark.parametrize("after", [0, 0.004, 0.05])
def test_interrupted(after: float) -> None:
    """`run` sees to it that no task and no socket is left."""

    async def work() -> None:
        async def cells() -> None:
            async with three() as (net, places):
                isp = places["home"]
                try:
                    async with asyncio.TaskGroup() as both:
                        both.create_task(compare(places, net))
                        both.create_task(with_and_without(places["rival"], net, "film.example", RULES[2]))
                finally:
                    assert (isp.rules, places["rival"].rules) == (RULES, ())

        task = asyncio.create_task(cells())
        await asyncio.sleep(after)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    before = sockets()
    run(work())
    assert sockets() == before


class TestCause:
    @pytest.mark.parametrize(
        ("inside", "outside", "words"),
        [
            ("reached", "reached", "no sign of a block"),
            ("reached", None, "no sign of a block"),
            ("reset", None, "cannot be told: no control"),
            ("nothing answers", None, "cannot be told: no control"),
            ("turned away by the site", None, "cannot be told: no control"),
            ("refused by the provider", None, "the provider blocks it, and says so; whether it is up, cannot be told"),
            ("nothing answers", "nothing answers", "down for both: no sign of a block"),
            ("reset", "reset", "the same fault for both: no sign that it lies inside"),
            ("reached, slowly", "reached, slowly", "slow for both: no sign that it is slowed inside"),
            ("turned away by the site", "turned away by the site",
             "the site turns both away: no sign of a block on the way"),
            ("refused by the provider", "refused by the provider", "both providers block it, and say so"),
            ("reset", "reached", "cut off inside only: on the way, or by the site"),
            ("closed without an answer", "reached", "cut off inside only: on the way, or by the site"),
            ("no answer in time", "reached", "cut off inside only: on the way, or by the site"),
            ("nothing answers", "reached", "cut off inside only: on the way, or by the site"),
            ("refused by the provider", "reached", "the provider inside blocks it, and says so"),
            ("refused by the provider", "reached, slowly", "the provider inside blocks it, and says so"),
            ("refused by the provider", "nothing answers",
             "the provider inside blocks it, and says so; whether it is up, cannot be told"),
            ("somebody else's certificate", "reached", "somebody on the way, inside, poses as the site"),
            ("turned away by the site", "reached", "the site itself turns the inside away: no block on the way"),
            ("another answer of the site", "reached",
             "the site itself answers the inside otherwise: no block on the way"),
            ("reached, slowly", "reached", "slowed inside only: on the way, or by the site"),
            ("reached", "reset", "no sign of a block inside: the fault is the control's"),
            ("reached", "reached, slowly", "no sign of a block inside: the fault is the control's"),
            ("reset", "nothing answers", "cannot be told: two different faults"),
            ("reset", "refused by the provider", "cannot be told: two different faults"),
            ("no provider", "reached", "cannot be told: a probe had no provider"),
            ("reached", "no provider", "cannot be told: a probe had no provider"),
            ("no provider", "no provider", "cannot be told: a probe had no provider"),
        ],
    )  # fmt: skip
    def test_pairs(self, inside: str, outside: str | None, words: str) -> None:
        assert cause(inside, outside) == words
        if outside is not None:
            assert cause(Seen(Kind(inside)), Kind(outside)) == words

    @pytest.mark.parametrize(
        ("inside", "also", "words"),
        [
            ("reset", "reached", "cut off at one provider inside, not at the other: on the way, hardly by the site"),
            ("reset", "reset",
             "cut off inside only: on the way, or by the site; the same at the other provider inside"),
            ("reset", "refused by the provider",
             "cut off inside only: on the way, or by the site; another fault at the other provider inside"),
            ("reset", "no provider",
             "cut off inside only: on the way, or by the site; of the other provider inside nothing is known"),
            ("reached", "reset", "no sign of a block; the other provider inside does not let it through"),
            ("reached", "reached, slowly", "no sign of a block; at the other provider inside it comes slowly"),
            ("reached", "reached", "no sign of a block"),
            ("refused by the provider", "reached",
             "one provider inside blocks it, and says so; the other lets it through"),
            ("turned away by the site", "reached",
             "the site itself turns the inside away: no block on the way; the other provider inside gets through"),
            ("somebody else's certificate", "reached",
             "somebody on the way of one provider inside poses as the site"),
        ],
    )  # fmt: skip
    def test_with_another_provider_inside(self, inside: str, also: str, words: str) -> None:
        assert cause(inside, "reached", also) == words

    def test_no_pair_says_more_than_it_supports(self) -> None:
        ends: list[Any] = [None, *Kind]
        for inside, outside, also in itertools.product(Kind, ends, ends):
            words = cause(inside, outside, also)
            there = outside in (Kind.REACHED, Kind.SLOW)
            if "cut off" in words or "slowed inside only" in words or "slowed at one" in words:
                assert there, words
                assert "on the way" in words
                assert "by the site" in words  # a client cannot see who broke off
            if "block it" in words or "blocks it" in words:
                assert inside is Kind.REFUSED, words
            if "hardly by the site" in words:
                assert also is Kind.REACHED
            if "the site itself" in words:
                assert inside in (Kind.TURNED_AWAY, Kind.OTHER)
            if inside is Kind.REACHED:
                assert words.startswith(("no sign of a block", "cannot be told")), words
            for never in ("agency", "state", "government", "ordered", "meant", "Russia"):
                assert never not in words.split()

    @pytest.mark.parametrize("given", ["", "down", "Reached", 200, True, b"reset", ["reset"]])
    def test_what_no_probe_sees(self, given: Any) -> None:
        for call in ((given, "reached"), ("reset", given), ("reset", "reached", given), ("reached", None, given)):
            with pytest.raises(KitError, match="nothing that a probe sees"):
                cause(*call)

    def test_every_reason_of_the_client_has_its_kind(self) -> None:
        assert set(vantage._REASONS.values()) | {
            Kind.REACHED,
            Kind.SLOW,
            Kind.TURNED_AWAY,
            Kind.OTHER,
            Kind.NO_LINE,
        } == set(Kind)
