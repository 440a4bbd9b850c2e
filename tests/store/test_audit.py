"""The independent check: what it finds, and what it does not claim."""

from datetime import date
from typing import Any

import pytest
from front_store import HERON, MOLE, WIRE, demand, seen, small
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


def some(check: Check, *codes: str) -> Check:
    """The same check, had it asked these storefronts alone."""
    return Check({key: test for key, test in check.seen.items() if key[1] in codes}, check.day, check.every)


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
        store.offer_again(WIRE, "xa")
        store.offer_again(MOLE, "xa")
        assert compare(seen(store), report_on(store), before).unaccounted("xa") == 0
        with pytest.raises(KitError, match=r"^country: "):
            found.unaccounted("Russia")

    @pytest.mark.parametrize("named", [True, False])
    def test_days_that_do_not_fit_support_no_charge(self, named: bool) -> None:
        """An app went openly in the first half-year, another in the second: neither is missing unreported."""
        store = Store(small().catalogue, "2024-01-10")
        early = seen(store)
        store.go_to("2024-05-01")
        demand(store, HERE, HERON)
        store.go_to("2024-07-01")
        first, middle = report_on(store, "2024-01-10", "2024-06-30"), seen(store)
        store.go_to("2024-07-10")
        demand(store, HERE, MOLE)
        late, second = seen(store), report_on(store)
        if not named:
            first, second = first.without_names(), second.without_names()
        told = "R" if named else "?"
        assert letters(compare(late, first, early)) == f"{told}TT ?TT TTN"
        assert letters(compare(late, second, early)) == f"?TT {told}TT TTN"
        assert letters(compare(late, second, middle)) == f"NTT {told}TT TTN"
        assert compare(late, second, middle).unaccounted("XA") == 0
        for report in (first, second):
            with pytest.raises(KitError, match=r"^The (first|last) look is of 2024-"):
                compare(late, report, early).unaccounted("XA")

    def test_days_that_do_not_fit_are_told(self) -> None:
        store = Store(small().catalogue, "2024-01-10")
        early = seen(store)
        store.go_to("2024-07-10")
        late, end = seen(store), "what went between may stand in another report."
        first = f"The first look is of 2024-01-10, and the report begins on 2024-07-01: {end}"
        last = f"The last look is of 2024-07-10, and the report ends on 2024-06-30: {end}"
        assert compare(late, report_on(store), early).notes == (first,)
        assert str(compare(late, report_on(store), early)).split("\n")[-1] == first
        assert compare(late, report_on(store, "2024-01-10", "2024-06-30"), early).notes == (last,)
        assert len(compare(late, report_on(store, "2024-03-01", "2024-03-02"), early).notes) == 2
        assert compare(late, report_on(store)).notes == ()

    def test_looks_on_the_very_first_and_last_day_fit(self) -> None:
        store = small()
        before = seen(store)
        store.go_to("2024-08-01")
        store.withdraw(HERON, "XA")
        found = compare(seen(store), report_on(store), before)
        assert (found.of(Finding.UNREPORTED), found.notes) == (((HERON, "XA"),), ())
        assert found.unaccounted("XA") == 1

    def test_checks_in_the_wrong_order(self) -> None:
        store = small()
        before = seen(store)
        store.go_to("2024-08-01")
        after, report = seen(store), report_on(store)
        with pytest.raises(KitError, match=r"^check: it was made on 2024-07-01, before the report's last day, 2024-08"):
            compare(before, report)
        with pytest.raises(KitError, match=r"^before: 2024-08-01 lies after 2024-07-01, the day of the check"):
            compare(before, report_on(small()), after)

    def test_missing_wherever_one_asked_is_not_missing_everywhere(self) -> None:
        store = small()
        before = some(seen(store), "XA")
        demand(store, HERE, HERON, openly=False)
        store.withdraw(MOLE)
        found = compare(some(seen(store), "XA"), report_on(store), before)
        assert letters(found) == "? ? T"
        assert found.notes == ("Of 3 storefronts 1 was asked: what is missing there may be had elsewhere.",)
        two = compare(some(seen(store), "XA", "XB"), report_on(store), before)
        assert letters(two) == "UT ?? TT"
        assert two.notes == ("Of 3 storefronts 2 were asked: what is missing there may be had elsewhere.",)
        assert letters(compare(seen(store), report_on(store), before)) == "UTT EEE TT?"

    def test_a_check_with_holes(self) -> None:
        store = small()
        store.withdraw(HERON)
        whole = seen(store)
        check = Check({key: test for key, test in whole.seen.items() if key != (HERON, "XB")}, whole.day)
        assert check.anywhere(HERON) is None
        assert compare(check, report_on(store), seen(small())).findings[HERON, "XA"] is Finding.UNKNOWN

    def test_a_demand_about_another_storefront(self) -> None:
        store = small()
        before = seen(store)
        demand(store, HERE, storefront="XB")
        found = compare(seen(store), report_on(store), before)
        assert letters(found) == "TRT TTT TTN"
        assert [found.unaccounted(code) for code in store.storefronts] == [0, 0, 0]
        assert [line.split()[-1] for line in str(found).split("\n")[1:]] == ["0", "1", "0", "1"]
        bare = compare(seen(store), report_on(store).without_names(), before)
        assert letters(bare) == "T?T TTT TTN"
        assert [bare.unaccounted(code) for code in store.storefronts] == [0, 0, 0]

    @pytest.mark.parametrize("wrong", [None, 5, {}, "check"])
    def test_wrong_parts_are_named(self, wrong: Any) -> None:
        store = small()
        check, report = seen(store), report_on(store)
        found = compare(check, report)
        with pytest.raises(KitError, match=r"^check: .* is none"):
            compare(wrong, report)
        with pytest.raises(KitError, match=r"^report: .* is none"):
            compare(check, wrong)
        with pytest.raises(KitError, match=r"^store: .* is none"):
            found.inside(wrong)
        if wrong is not None:
            with pytest.raises(KitError, match=r"^before: .* is no earlier check"):
                compare(check, report, wrong)

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
                assert (before.day, before.every) == (date(2024, 7, 1), ("XA", "XB", "XC", "XD"))
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
                assert letters(await audit(service, report, before, apps=WIRE, storefronts="XC")) == "?"
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
            with pytest.raises(KitError, match=r"^service: it has ended"):
                await audit(service, report_on(store))

        run(work())


def seen_with_versions(store: Store) -> Check:
    """What a check sees of a store whose apps are all in their first version."""
    tests = {
        key: Seen(one.there, 200, "1.0", store.start) if one.there else Seen(False, 200)
        for key, one in seen(store).seen.items()
    }
    return Check(tests, store.today, store.storefronts)
