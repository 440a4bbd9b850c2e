"""The check from outside: what it sees, counts and leaves open, and the running service that it asks."""

import asyncio
from datetime import date
from typing import Any

import pytest
from front_store import HERON, MOLE, WIRE, demand, seen, small
from front_talk import run

from chokepoints.errors import KitError
from chokepoints.store.checks import Check, Seen, ask
from chokepoints.store.half_year import half_year
from chokepoints.store.lookup_http import lookup_service


@pytest.mark.parametrize("wrong", [5, {}, "check", 1, ""])
def test_wrong_counts_are_named(wrong: Any) -> None:
    check = seen(small())
    with pytest.raises(KitError, match=r"^country: "):
        check.count(True, wrong)
    with pytest.raises(KitError, match=r"^there: "):
        check.count(wrong)


def test_a_country_in_small_letters() -> None:
    assert seen(small()).count(True, "xc") == seen(small()).count(True, "XC") == 2


def test_a_patient_client_waits() -> None:
    async def work() -> None:
        async with lookup_service(small(), rate=(6, 1)) as service:
            check = await ask(service)
            assert (check.count(True), check.count(False), check.count(None)) == (8, 1, 0)
            assert service.calls > 9

    run(work())


def test_held_updates_show_only_as_an_old_version() -> None:
    async def work() -> None:
        store = small()
        demand(store, "hold updates", openly=False)
        for name in (HERON, MOLE):
            store.submit(name, "1.1")
        store.approve(MOLE)
        async with lookup_service(store) as service:
            check = await ask(service, [HERON, MOLE], "xa")
        assert [test.version for test in check.seen.values()] == ["1.0", "1.1"]
        assert check.count(True) == 2

    run(work())


def test_what_stands_still() -> None:
    async def work() -> None:
        store = small()
        demand(store, "hold updates", openly=False)
        store.withdraw(MOLE, "XA")
        for day, name in (("2024-08-01", HERON), ("2024-08-10", MOLE), ("2024-08-31", "")):
            store.go_to(day)
            if name:
                store.submit(name, "1.1")
            if name == MOLE:
                store.approve(MOLE)
        async with lookup_service(store) as service:
            check = await ask(service)
        assert check.standing_still(0) == ((HERON, 61), (WIRE, 61), (MOLE, 21))
        assert check.standing_still(22) == check.standing_still(61) == ((HERON, 61), (WIRE, 61))
        assert check.standing_still(62) == ()
        for days in (-1, True, "60", 2.5, None):
            with pytest.raises(KitError, match=r"^days: "):
                check.standing_still(days)  # type: ignore[arg-type]
        with pytest.raises(KitError, match=r"^day: nobody wrote down"):
            Check(check.seen).standing_still(0)

    run(work())


def test_an_app_is_as_young_as_its_newest_version_anywhere() -> None:
    tests = {
        (HERON, "XA"): Seen(True, 200, "1.1", date(2024, 8, 1)),
        (HERON, "XB"): Seen(True, 200, "1.0", date(2024, 7, 1)),
        (MOLE, "XA"): Seen(False, 200),
        (WIRE, "XA"): Seen(True, 200, "1.0"),
    }
    assert Check(tests, date(2024, 8, 31)).standing_still(0) == ((HERON, 30),)


def test_a_service_that_has_ended() -> None:
    async def work() -> None:
        async with lookup_service(small()) as service:
            assert service.running
        with pytest.raises(KitError, match=r"^service: it has ended: ask within the block"):
            await ask(service, HERON)
        with pytest.raises(ValueError, match="mine"):
            async with lookup_service(small()) as service:
                raise ValueError("mine")
        assert not service.running

    run(work())


def test_a_service_that_ends_in_the_middle() -> None:
    async def work() -> None:
        async with lookup_service(half_year().store) as service:
            task = asyncio.create_task(ask(service))
            while service.calls < 5:
                await asyncio.sleep(0)
        check = await task
        assert len(check) == 320
        assert check.count(None) > 0
        assert {test.status for test in check.seen.values() if test.there is None} == {None}

    run(work())


def test_interrupted() -> None:
    async def work() -> None:
        async with lookup_service(half_year().store) as service:
            task = asyncio.create_task(ask(service))
            while service.calls < 5:
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    run(work())


@pytest.mark.parametrize(
    ("given", "words"),
    [({"apps": "org.heron.ap"}, "^apps: there is no app 'org.heron.ap'. Did you mean org.heron.app"),
     ({"apps": []}, "^apps: there is none to ask for"), ({"apps": 4}, "^apps: "),
     ({"storefronts": ["XA", "DE"]}, "^storefronts: the store has no storefront DE"),
     ({"storefronts": []}, "^storefronts: there is none"), ({"storefronts": "Russia"}, "^storefronts: "),
     ({"patient": "no"}, "^patient: "), ({"seconds": "x"}, "^seconds: 'x' is no time"), ({"seconds": 0}, "^seconds: "),
     ({"seconds": -1}, "^seconds: "), ({"seconds": None}, "^seconds: "), ({"seconds": True}, "^seconds: "),
     ({"seconds": float("inf")}, "^seconds: ")],
)  # fmt: skip
def test_wrong_questions(given: dict[str, Any], words: str) -> None:
    async def work() -> None:
        async with lookup_service(small()) as service:
            with pytest.raises(KitError, match=words):
                await ask(service, **given)
            assert service.calls == 0

    run(work())
