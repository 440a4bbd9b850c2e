"""The whole arc: what the visitors got, what the provider's log has, and that both are the same on every run."""

import asyncio
from dataclasses import FrozenInstanceError
from functools import cache

import pytest
from network_talk import run, sockets

from chokepoints.network.week import FRONT, HOME, MESSENGER, RENTED, Asked, Got, Run, whole_arc

ARC = """\
1  nothing is blocked                      not reached: nobody
2  the messenger's address is blocked      not reached: messenger (refused)
3  the messenger moves into the cloud      not reached: nobody
4  the range around it is blocked          not reached: messenger (refused), shop (refused), school (refused)
5  the messenger's name is blocked instead not reached: messenger (reset)
6  the messenger hides behind the maps     not reached: messenger (reset)
7  the front's name is blocked too         not reached: messenger (reset), messenger behind maps (reset), maps (reset)
8  the cloud ends fronting instead         not reached: messenger (reset), messenger behind maps (ended by the cloud)"""


@cache
def the_run() -> Run:
    return run(whole_arc())


def test_the_arc() -> None:
    assert str(the_run()) == ARC
    assert sum(len(phase.asked) for phase in the_run().phases) == 35
    assert [phase.number for phase in the_run().phases] == list(range(1, 9))
    assert [the_run().of(number) for number in range(1, 9)] == list(the_run().phases)
    assert [[one.who for one in phase.asked] for phase in the_run().phases] == [
        *[["messenger", "shop", "school", "maps"]] * 5,
        *[["messenger", "messenger behind maps", "shop", "school", "maps"]] * 3,
    ]


def test_the_log_of_the_same_requests() -> None:
    rows = [[(one.address, one.name, one.done) for one in phase.asked] for phase in the_run().phases]
    shop, school, maps = (
        (address, f"{name}.example", "pass")
        for address, name in (("198.51.100.20", "shop"), ("198.51.100.21", "school"), ("198.51.100.200", "maps"))
    )
    assert rows == [
        [(HOME, MESSENGER, "pass"), shop, school, maps],
        [(HOME, None, "refuse"), shop, school, maps],
        [(RENTED, MESSENGER, "pass"), shop, school, maps],
        [(RENTED, None, "refuse"), (shop[0], None, "refuse"), (school[0], None, "refuse"), maps],
        [(RENTED, MESSENGER, "reset"), shop, school, maps],
        [(RENTED, MESSENGER, "reset"), maps, shop, school, maps],
        [(RENTED, MESSENGER, "reset"), (maps[0], FRONT, "reset"), shop, school, (maps[0], FRONT, "reset")],
        [(RENTED, MESSENGER, "reset"), maps, shop, school, maps],
    ]
    assert [phase.rules for phase in the_run().phases] == [
        (),
        *[(f"refuse by address: {HOME}",)] * 2,
        ("refuse by prefix: 198.51.100.0/25",),
        *[(f"reset by name: {MESSENGER} and names below",)] * 2,
        (f"reset by name: {MESSENGER}, {FRONT} and names below",),
        (f"reset by name: {MESSENGER} and names below",),
    ]
    assert [phase.fronting for phase in the_run().phases] == [True] * 7 + [False]


def test_visitors_and_log_agree_but_for_what_the_log_cannot_see() -> None:
    words = {"pass": {Got.REACHED, Got.ENDED}, "refuse": {Got.REFUSED}, "reset": {Got.RESET}}
    for phase in the_run().phases:
        for one in phase.asked:
            assert one.got in words[one.done]
            assert (one.name is None) == (one.got is Got.REFUSED)
            assert one.name in (None, one.front or one.site)


def test_who_is_named() -> None:
    named = [[one.who for one in phase.asked if phase.named(one)] for phase in the_run().phases]
    messenger = ["messenger", "messenger behind maps"]
    assert named == [[], ["messenger"], [], [], ["messenger"], messenger, [*messenger, "maps"], messenger]
    assert [one.who for one in the_run().of(4).dark()] == ["messenger", "shop", "school"]


def test_the_same_on_every_run_and_frozen() -> None:
    async def twice() -> list[Run]:
        return await asyncio.gather(whole_arc(), whole_arc())

    first, second = run(twice())
    assert first == second == the_run()
    assert repr(first) == repr(second)
    assert hash(first) == hash(second)
    with pytest.raises(FrozenInstanceError):
        first.phases = ()  # type: ignore[misc]


def test_who_is_asked_for_in_short() -> None:
    assert Asked("shop.example", "bank.example", Got.OTHER, "", None, "closed").who == "shop behind bank"


@pytest.mark.parametrize("after", [0, 0.003, 0.04])
def test_interrupted(after: float) -> None:
    async def work() -> None:
        task = asyncio.create_task(whole_arc())
        await asyncio.sleep(after)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    before = sockets()
    run(work())
    assert sockets() == before
