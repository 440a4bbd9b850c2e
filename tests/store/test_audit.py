"""The independent check: what it finds, and what it does not claim."""

import asyncio
from typing import Any

import pytest
from front_store import HERON, MOLE, WIRE, demand, small
from front_talk import run

from chokepoints.errors import KitError
from chokepoints.store.audit import Audit, Check, Finding, Seen, ask, audit, compare
from chokepoints.store.half_year import half_year
from chokepoints.store.lookup_http import lookup_service
from chokepoints.store.report import report_on, why_gone
from chokepoints.store.storefront import Store

HERE = "remove in one storefront"
CODES = {"T": Finding.THERE, "R": Finding.REPORTED, "U": Finding.UNREPORTED, "E": Finding.EVERYWHERE,
         "N": Finding.NEVER, "B": Finding.BACK, "?": Finding.UNKNOWN}  # fmt: skip


def seen(store: Store) -> Check:
    """What a check would see, without asking over a connection."""
    return Check({
        (app.bundle_id, code): Seen(store.on_offer(app.bundle_id, code), 200)
        for app in store.apps for code in store.storefronts
    })  # fmt: skip


def letters(found: Audit) -> str:
    """The findings by app as letters, such as "RTT TTT TTN"."""
    short = {finding: letter for letter, finding in CODES.items()}
    return " ".join(
        "".join(short[found.findings[app, code]] for code in found.check.storefronts) for app in found.check.apps
    )


class TestFindings:
    def test_each_by_hand(self) -> None:
        store = small()
        before = seen(store)
        demand(store, HERE, HERON)
        demand(store, HERE, HERON, country="XB", openly=False)
        demand(store, HERE, MOLE)
        store.restore(MOLE, "XA")
        store.withdraw(MOLE, "XC")
        store.withdraw(WIRE)
        after, report = seen(store), report_on(store)
        assert letters(compare(after, report, before)) == "RUT BTU EEN"
        assert letters(compare(after, report)) == "R?T BT? EEE"
        assert letters(compare(after, report.without_names(), before)) == "?UT TTU EEN"
        assert letters(compare(before, report_on(small()), before)) == "TTT TTT TTN"

    def test_removed_everywhere_at_one_country_s_demand(self) -> None:
        store = small()
        before = seen(store)
        demand(store, "remove everywhere")
        assert letters(compare(seen(store), report_on(store), before)) == "REE TTT TTN"

    def test_without_an_answer_nothing_is_claimed(self) -> None:
        store = small()
        before = seen(store)
        store.withdraw(HERON, ["XA", "XB"])
        after = dict(seen(store).seen)
        after[HERON, "XC"] = Seen(None, 429)
        assert letters(compare(Check(after), report_on(store), before)).split()[0] == "???"
        after[HERON, "XB"] = Seen(True, 200)
        assert letters(compare(Check(after), report_on(store), before)).split()[0] == "UT?"
        earlier = dict(before.seen)
        earlier[HERON, "XA"] = Seen(None)
        assert letters(compare(Check(after), report_on(store), Check(earlier))).split()[0] == "?T?"

    def test_apps_that_an_earlier_check_did_not_ask_for(self) -> None:
        store = small()
        before = Check({key: test for key, test in seen(store).seen.items() if key[0] != HERON})
        store.withdraw(HERON, "XA")
        assert letters(compare(seen(store), report_on(store), before)) == "?TT TTT TTN"

    def test_at_least_so_many_are_not_accounted_for(self) -> None:
        store = small()
        before = seen(store)
        demand(store, HERE, HERON)
        store.withdraw(MOLE, ["XA", "XB"])
        store.withdraw(WIRE)
        for report in (report_on(store), report_on(store).without_names()):
            found = compare(seen(store), report, before)
            assert [found.gone(code) for code in store.storefronts] == [3, 2, 0]
            assert [found.unaccounted(code) for code in store.storefronts] == [2, 2, 0]
            assert compare(seen(store), report).gone("XA") == 0
        store.restore(HERON, "xa")
        store.restore(WIRE, "xa")
        store.restore(MOLE, "xa")
        assert compare(seen(store), report_on(store), before).unaccounted("xa") == 0
        with pytest.raises(KitError, match=r"^country: "):
            found.unaccounted("Russia")

    def test_counts_and_tables(self) -> None:
        store = small()
        before = seen(store)
        demand(store, HERE, HERON)
        store.withdraw(MOLE, "XA", pressed_by="the authority of XA")
        found = compare(seen(store), report_on(store), before)
        assert found.of("removed and reported") == ((HERON, "XA"),)
        assert found.of(Finding.UNREPORTED, "xa") == ((MOLE, "XA"),)
        assert found.of(Finding.UNREPORTED, "XB") == ()
        assert str(found).split("\n") == [
            "     there  removed and reported  missing, not reported  never seen there  in the report",
            "XA       1                     1                      1                 0              1",
            "XB       3                     0                      0                 0              0",
            "XC       2                     0                      0                 1              0",
            "all      6                     1                      1                 1              1",
        ]
        assert found.inside(store).split("\n") == [
            "removed and reported                      1",
            "    removed openly at a demand            1",
            "missing, not reported                     1",
            "    withdrawn under pressure              1",
            "never seen there                          1",
            "    the developer never offered it there  1",
        ]
        assert str(found.check).split("\n")[-2:] == ["all      6        3          0", "9 tests of 3 apps"]
        with pytest.raises(KitError, match=r"^finding: 'gone' is none of"):
            found.of("gone")
        with pytest.raises(KitError, match=r"^country: "):
            found.of(Finding.THERE, "Russia")


class TestOverTheConnection:
    def test_a_half_year_is_audited(self) -> None:
        async def work() -> None:
            year = half_year(2024, apps=30, storefronts=("XA", "XB", "XC", "XD"))
            async with lookup_service(year.store) as service:
                before = await ask(service)
                assert before == seen_with_versions(year.store)
                assert service.calls == len(before) == 120
                year.play()
                report = report_on(year.store)
                found = await audit(service, report, before)
                asked = await ask(service, found.check.apps)
            assert found.check == asked
            assert set(asked.apps) == set(before.apps) | report.apps
            assert found.findings == compare(asked, report, before).findings
            reported = {(app, line.country) for line in report.lines for app in line.apps}
            told = set(found.of(Finding.REPORTED)) | set(found.of(Finding.BACK))
            assert told == {key for key in reported if key in found.findings}
            for key, finding in found.findings.items():
                why = why_gone(year.store, *key)
                assert (finding in (Finding.THERE, Finding.BACK)) is (why == "")
                new = key not in before.seen
                assert (finding is Finding.NEVER) is (why == "the developer never offered it there" and not new)
                assert new or finding is not Finding.UNKNOWN
            assert {why_gone(year.store, *key) for key in found.of(Finding.UNREPORTED)} >= {
                "removed silently at a demand", "removed under the rules at a hint",
            }  # fmt: skip

        run(work())

    def test_apps_that_the_report_names_are_asked_for_too(self) -> None:
        async def work() -> None:
            store = small()
            async with lookup_service(store) as service:
                before = await ask(service, [HERON], ["XA", "XB"])
                demand(store, HERE, MOLE)
                report = report_on(store)
                found = await audit(service, report, before)
                assert letters(found) == "TT RT"
                assert letters(await audit(service, report.without_names(), before)) == "TT"
                assert letters(await audit(service, report, before, apps=WIRE, storefronts="XC")) == "E"
                assert (await audit(service, report)).check.storefronts == store.storefronts

        run(work())

    def test_a_hard_client_gets_no_answer_and_must_not_call_it_missing(self) -> None:
        async def work() -> None:
            store = small()
            async with lookup_service(store, rate=(4, 60)) as service:
                check = await ask(service, patient=False)
                assert [test.status for test in check.seen.values()] == [200] * 4 + [429] * 5
                assert (check.count(True), check.count(False), check.count(None)) == (4, 0, 5)
                found = await audit(service, report_on(store), check, patient=False)
                assert set(found.findings.values()) == {Finding.UNKNOWN}

        run(work())

    def test_a_patient_client_waits(self) -> None:
        async def work() -> None:
            async with lookup_service(small(), rate=(6, 1)) as service:
                check = await ask(service)
                assert (check.count(True), check.count(False), check.count(None)) == (8, 1, 0)
                assert service.calls > 9

        run(work())

    def test_held_updates_show_only_as_an_old_version(self) -> None:
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

    def test_a_service_that_has_ended(self) -> None:
        async def work() -> None:
            async with lookup_service(small()) as service:
                pass
            check = await ask(service, HERON)
            assert check.count(None) == 3
            assert {test.status for test in check.seen.values()} == {None}

        run(work())

    def test_interrupted(self) -> None:
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
         ({"patient": "no"}, "^patient: ")],
    )  # fmt: skip
    def test_wrong_questions(self, given: dict[str, Any], words: str) -> None:
        async def work() -> None:
            async with lookup_service(small()) as service:
                with pytest.raises(KitError, match=words):
                    await ask(service, **given)
                assert service.calls == 0

        run(work())

    def test_wrong_parts(self) -> None:
        async def work() -> None:
            store = small()
            with pytest.raises(KitError, match=r"^service: "):
                await ask(store)  # type: ignore[arg-type]
            async with lookup_service(store) as service:
                with pytest.raises(KitError, match=r"^report: "):
                    await audit(service, None)  # type: ignore[arg-type]
                with pytest.raises(KitError, match=r"^before: "):
                    await audit(service, report_on(store), {})  # type: ignore[arg-type]

        run(work())


def seen_with_versions(store: Store) -> Check:
    """What a check sees of a store whose apps are all in their first version."""
    return Check({key: Seen(one.there, 200, "1.0" if one.there else "") for key, one in seen(store).seen.items()})
