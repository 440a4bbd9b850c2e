"""The experiment: its outcome in every position, told from what the parts did, and the same on every run."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from enforcement_talk import NEW, OLD, positions, run_clean

from chokepoints.enforcement import experiment
from chokepoints.enforcement.experiment import all_positions, run
from chokepoints.enforcement.outcome import WAYS, Lines, Positions, Result, Switch, Where, switch_of
from chokepoints.errors import KitError

#: Of each position which pushes the order is about: by how they look, whether they are sealed, and in one storefront.
HITS: dict[Switch, Any] = {
    Switch.OPEN: lambda sealed, dressed: False,
    Switch.ALL: lambda sealed, dressed: True,
    Switch.ALERTS: lambda sealed, dressed: dressed,
    Switch.BACKGROUND: lambda sealed, dressed: not dressed,
    Switch.SERVICE: lambda sealed, dressed: not sealed,
    Switch.DROP: lambda sealed, dressed: True,
    Switch.DELAY: lambda sealed, dressed: True,
}
TWENTY = """\
Switch in RU: all refused. The service push: sealed, silent.
1  everyone is connected            RU 10 of 10, DE 10 of 10 provider's log: 20 to 203.0.113.10 pass
2  the address is blocked           RU 0 of 10, DE 0 of 10   provider's log: 20 to 203.0.113.10 cut; \
20 to 203.0.113.10 refuse
3  the messenger moves              RU 0 of 10, DE 0 of 10   provider's log: 20 to 203.0.113.10 refuse
4  a push names the new address     RU 0 of 10, DE 10 of 10  provider's log: 10 to 203.0.113.10 refuse; \
10 to 203.0.113.77 pass
5  an hour later                    RU 0 of 10, DE 10 of 10  provider's log: 10 to 203.0.113.10 refuse
The messenger was told: 200 10 times, 400 TopicDisallowed 10 times.
The gateway saw 20 pushes. Its order hit 10; 0 it could read as service pushes.
Phones that hold the key they began with, connected or not: 20 of 20."""
TABLE = """\
connected in RU, by the push  in the clear, silent  in the clear, dressed  sealed, silent  sealed, dressed
open                          2 of 2                2 of 2                 2 of 2          2 of 2
all refused                   0 of 2                0 of 2                 0 of 2          0 of 2
alerts refused                2 of 2                0 of 2                 2 of 2          0 of 2
background refused            0 of 2                2 of 2                 0 of 2          2 of 2
service refused               0 of 2                0 of 2                 2 of 2          2 of 2
all dropped                   0 of 2                0 of 2                 0 of 2          0 of 2
all delayed                   0 of 2, then 2        0 of 2, then 2         0 of 2, then 2  0 of 2, then 2"""
THERE, N, X = Where.OLD, Where.NEW, Where.AWAY


def each() -> Iterator[tuple[Switch, bool, bool]]:
    return ((switch, *way) for switch in Switch for way in WAYS)


def test_twenty_phones_in_words() -> None:
    result = run_clean(run("all refused", sealed=True))
    assert str(result) == TWENTY
    assert result.storefronts == ("RU", "DE") * 10


def test_all_positions_as_a_table() -> None:
    assert str(positions()) == TABLE
    assert [(one.switch, one.sealed, one.dressed) for one in positions()] == list(each())
    assert len(positions()) == 28


@pytest.mark.parametrize(("switch", "sealed", "dressed"), list(each()))
def test_each_position(switch: Switch, sealed: bool, dressed: bool) -> None:
    """Who is where, what the provider logged, what the messenger was told and what the gateway saw, all of it."""
    result = positions().of(switch, sealed, dressed)
    hit = HITS[switch](sealed, dressed)
    first = X if hit else N
    last = N if hit and switch is Switch.DELAY else first
    assert [step.where for step in result.steps] == [(THERE,) * 4, (X,) * 4, (X,) * 4, (first, N) * 2, (last, N) * 2]
    assert [step.number for step in result.steps] == [1, 2, 3, 4, 5]
    back = Lines(NEW, "pass", 2 if hit else 4)
    still = (Lines(OLD, "refuse", 2),) if hit else ()
    assert [step.log for step in result.steps] == [
        (Lines(OLD, "pass", 4),),
        (Lines(OLD, "cut", 4), Lines(OLD, "refuse", 4)),
        (Lines(OLD, "refuse", 4),),
        (*still, back),
        (Lines(NEW, "pass", 2),) if last is not first else still,
    ]
    assert (result.kept, result.hit, result.readable) == (4, 2 * hit, 0 if sealed else 4)
    refused = hit and switch not in (Switch.DROP, Switch.DELAY)
    assert [one.told for one in result.sent] == ["400 TopicDisallowed" if refused else "200", "200"] * 2
    came = 600.0 if switch is Switch.DELAY else None if hit else 0.0
    fate = {Switch.DROP: "dropped by order", Switch.DELAY: "arrived"}.get(switch, "refused") if hit else "arrived"
    kind = "alert" if dressed else "background"
    for one, (storefront, when, end, order) in zip(
        result.sent, [("RU", came, fate, hit), ("DE", 0.0, "arrived", False)] * 2, strict=True
    ):
        assert (one.storefront, one.came, one.fate, one.order != "") == (storefront, when, end, order)
        assert (one.claim, one.kind, one.service) == (kind, kind, None if sealed else True)
        assert one.size == result.sent[0].size
    words = {one.order for one in result.sent} - {""}
    assert all(word.endswith(" of org.example.messenger in RU") for word in words)
    assert len(words) == hit


def test_what_the_messenger_cannot_tell() -> None:
    """A dropped and a delayed push look to the messenger as one that came."""
    told = {switch: positions().of(switch).told() for switch in Switch}
    assert told[Switch.OPEN] == told[Switch.DROP] == told[Switch.DELAY] == (("200", 4),)
    assert told[Switch.ALL] == (("200", 2), ("400 TopicDisallowed", 2))


def test_no_narrow_order_stops_every_way() -> None:
    narrow = (Switch.ALERTS, Switch.BACKGROUND, Switch.SERVICE)
    for switch in narrow:
        assert {positions().of(switch, *way).connected(4, "RU") for way in WAYS} == {0, 2}
    for way in WAYS:
        assert any(positions().of(switch, *way).connected(5, "RU") == 2 for switch in narrow)
    assert {positions().of(Switch.ALL, *way).connected(5) for way in WAYS} == {2}


def test_the_same_on_every_run_beside_another_one_and_frozen() -> None:
    async def twice() -> list[Result]:
        return await asyncio.gather(
            run("background refused", sealed=True, dressed=True, phones=4), run("all delayed", phones=4)
        )

    first, second = run_clean(twice())
    for one, other in (
        (first, positions().of("background refused", True, True)),
        (second, positions().of(Switch.DELAY)),
    ):
        assert one == other
        assert repr(one) == repr(other)
        assert str(one) == str(other)
        assert hash(one) == hash(other)
    with pytest.raises(FrozenInstanceError):
        first.kept = 0  # type: ignore[misc]


def test_nothing_of_ports_tokens_and_keys_is_told() -> None:
    for result in positions():
        told = repr(result)
        assert not re.search(r"[0-9a-f]{16}|127\.0\.0\.1", told)
        numbers = {int(word) for word in re.findall(r"(?<![.\d])\d{4,}(?![.\d])", told)}
        assert numbers <= {3600}, "a port, or a time"


def test_what_cannot_be_run() -> None:
    async def tries(**given: Any) -> None:
        with pytest.raises(KitError, match=given.pop("match")):
            await run(**given)

    async def work() -> None:
        await tries(
            switch="al refused", match=r"no position 'al refused': write 'open' or .*Did you mean all refused\?"
        )
        await tries(switch=None, match="no position None")
        for phones in (0, 1, 3, -2, 102, True, 4.0, "4", None):
            await tries(phones=phones, match="no number of phones: write an even one from 2 to 100")
            with pytest.raises(KitError, match="no number of phones"):
                await all_positions(phones=phones)  # type: ignore[arg-type]
        for word in ("no", 0, None):
            await tries(sealed=word, match="does not say how the push is made")
            await tries(dressed=word, match="does not say how the push is made")

    run_clean(work())


def test_words_of_the_switch() -> None:
    assert [switch_of(str(switch)) for switch in Switch] == list(Switch)
    with pytest.raises(KitError, match="No run with the switch at 'open' is here"):
        Positions(()).of("open")
    orders = Counter(len(switch.orders("a.b")) for switch in Switch)
    assert orders == {0: 1, 1: 6}
    assert str(Switch.DELAY.orders("a.b")[0]) == "delay by 600 s: all pushes of a.b in RU"
    assert Switch.DELAY.orders("a.b")[0].seconds < experiment.LATER
