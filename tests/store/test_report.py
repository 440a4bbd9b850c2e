"""The report counts by its published rules, and what it leaves out is counted from the inside."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from front_store import HERON, MOLE, WIRE, demand, notice, small

from chokepoints.errors import KitError
from chokepoints.store.notice import Act
from chokepoints.store.report import (
    LEFT_OUT,
    RULES,
    UNSEEN,
    WAYS,
    Line,
    Report,
    half_of,
    report_on,
    table_of,
    unseen,
    why_gone,
)
from chokepoints.store.storefront import Store

HERE, EVERYWHERE = "remove in one storefront", "remove everywhere"


def test_each_column_by_hand() -> None:
    store = small()
    demand(store, HERE, HERON, MOLE, ground="breaks local law")
    demand(store, EVERYWHERE, WIRE, ground="breaks the store's rules")
    demand(store, "refuse", WIRE, HERON, country="XB", ground="breaks local law")
    demand(store, "ask back", country="XB")
    demand(store, "hold updates", country="XB")
    demand(store, HERE, HERON, country="XC")
    store.go_to("2024-12-31")
    report = report_on(store)
    assert {line.country: line.counts for line in report.lines} == {
        "XA": (2, 1, 3, 0, 2, 3),
        "XB": (3, 1, 3, 2, 0, 0),  # the news are on no shelf any more, so of two apps one is named
        "XC": (1, 0, 1, 0, 1, 1),
    }
    assert [report.total(column) for column in RULES] == [6, 2, 7, 2, 3, 4]
    assert report.apps == {HERON, MOLE, WIRE}
    assert report.names(HERON, "XC")
    assert not report.names(HERON, "XB")
    assert report.counted("apps removed") == {"XA": 3, "XB": 0, "XC": 1}
    assert str(report).split("\n") == [
        "2024-07-01 to 2024-12-31",
        "     requests  over the law  apps named  objected to  acted on  apps removed",
        "XA          2             1           3            0         2             3",
        "XB          3             1           3            2         0             0",
        "XC          1             0           1            0         1             1",
        "sum         6             2           7            2         3             4",
    ]


def test_an_app_removed_twice_for_one_country_counts_once() -> None:
    store = small()
    demand(store, HERE)
    store.restore(HERON, "XA")
    demand(store, EVERYWHERE)
    line = report_on(store).lines[0]
    assert line.counts == (2, 0, 2, 0, 2, 1)


def test_a_demand_that_changed_nothing_was_not_acted_on() -> None:
    store = small()
    demand(store, HERE)
    demand(store, HERE)
    assert report_on(store).lines[0].counts == (2, 0, 2, 0, 1, 1)


def test_what_stands_in_no_column() -> None:
    store = small()
    for act in (HERE, "refuse", "ask back", "hold updates"):
        demand(store, act, MOLE, openly=False)
    store.remove_by_rule(HERON, "unclear", "XA", pressed_by="the authority of XA")
    store.remove_by_rule(HERON, "copies another app", "XB")
    store.withdraw(WIRE, "XA", pressed_by="the authority of XA")
    store.withdraw(WIRE, "XB")
    store.submit(HERON, "1.1")
    store.reject(HERON, "unlawful", pressed_by="the authority of XA")
    store.submit(HERON, "1.1")
    store.reject(HERON, "it breaks")
    report = report_on(store)
    assert report.lines == ()
    assert report.total("requests") == 0
    inside = unseen(store, report)
    assert inside.rows == tuple((words, 1, 1) for words in UNSEEN)
    assert [why_gone(store, app, code) for app, code in ((MOLE, "XA"), (HERON, "XA"), (HERON, "XB"), (WIRE, "XA"),
                                                          (WIRE, "XB"), (WIRE, "XC"), (HERON, "XC"))] == [
        "removed silently at a demand", "removed under the rules at a hint", "removed under the rules, no hint",
        "withdrawn under pressure", "withdrawn by choice", "the developer never offered it there", "",
    ]  # fmt: skip
    assert len(LEFT_OUT) == 7


def test_acts_and_apps() -> None:
    store = small()
    demand(store, EVERYWHERE, HERON, MOLE, openly=False)
    demand(store, EVERYWHERE, HERON, WIRE, openly=False)  # the messenger is gone already
    demand(store, "refuse", HERON, WIRE, openly=False)
    demand(store, "refuse", HERON)
    inside = unseen(store, report_on(store))
    assert inside.rows[0] == ("demands refused silently", 1, 2)
    assert inside.rows[2] == ("removed silently at a demand", 2, 3)
    assert inside.of("updates held at a demand") == 0
    with pytest.raises(
        KitError, match=r"^words: there is no row 'updates held'. Did you mean updates held at a demand"
    ):
        inside.of("updates held")


def test_an_open_hold_counts_as_a_demand_and_as_no_removal() -> None:
    store = small()
    demand(store, "hold updates")
    report = report_on(store)
    assert report.lines[0].counts == (1, 0, 1, 0, 0, 0)
    assert unseen(store, report).of("updates held at a demand") == 1


def test_only_these_days() -> None:
    store = small()
    demand(store, HERE, HERON)
    store.go_to("2024-12-31")
    demand(store, HERE, WIRE)
    number = demand(store, "ask back", MOLE, country="XB")
    store.go_to("2025-01-01")
    store.answer(number, HERE)
    demand(store, "refuse", openly=False)
    second, first = report_on(store), report_on(store, "2024-07-01", "2024-12-31")
    assert {line.country: line.counts for line in first.lines} == {"XA": (2, 0, 2, 0, 2, 2), "XB": (1, 0, 1, 1, 0, 0)}
    assert {line.country: line.counts for line in second.lines} == {"XB": (0, 0, 0, 0, 1, 1)}
    assert unseen(store, first).of("demands refused silently") == 0
    assert unseen(store, second).of("demands refused silently") == 1
    assert report_on(store, date(2024, 7, 2), date(2024, 7, 2)).lines == ()


class TestAcrossTwoReports:
    """A demand comes in one report's days and is answered in the next one's."""

    def counts(self, store: Store) -> list[tuple[int, ...]]:
        """The line of XA in each of the two reports; nothing where there is none."""
        both = report_on(store, "2024-07-01", "2024-12-31"), report_on(store, "2025-01-01")
        return [line.counts for report in both for line in report.lines]

    @pytest.mark.parametrize(
        ("acts", "lines"),
        [
            ([("2025-01-05", "refuse", True)], [(1, 0, 1, 0, 0, 0), (0, 0, 0, 1, 0, 0)]),
            ([("2025-01-05", HERE, True)], [(1, 0, 1, 0, 0, 0), (0, 0, 0, 0, 1, 1)]),
            ([("2025-01-05", "hold updates", True)], [(1, 0, 1, 0, 0, 0)]),
            ([("2025-01-05", "refuse", False)], [(1, 0, 1, 0, 0, 0)]),
            ([("2024-12-30", "ask back", True), ("2025-01-05", "refuse", False)], [(1, 0, 1, 1, 0, 0)]),
            ([("2024-12-30", "ask back", True), ("2025-01-05", HERE, True)], [(1, 0, 1, 1, 0, 0), (0, 0, 0, 0, 1, 1)]),
            ([("2024-12-30", "ask back", True), ("2025-01-05", "ask back", True)],
             [(1, 0, 1, 1, 0, 0), (0, 0, 0, 1, 0, 0)]),
            ([("2024-12-30", "ask back", False), ("2025-01-05", "refuse", True)], [(0, 0, 0, 1, 0, 0)]),
            ([("2024-12-30", "ask back", False), ("2025-01-05", "refuse", False)], []),
            ([("2024-12-29", "ask back", True), ("2024-12-30", "refuse", False)], [(1, 0, 1, 0, 0, 0)]),
            ([("2024-12-29", "ask back", True), ("2024-12-30", "ask back", False)], [(1, 0, 1, 1, 0, 0)]),
            ([("2024-12-29", "ask back", True), ("2024-12-31", HERE, True)], [(1, 0, 1, 0, 1, 1)]),
        ],
    )  # fmt: skip
    def test_each_act_by_its_day(self, acts: list[tuple[str, str, bool]], lines: list[tuple[int, ...]]) -> None:
        store = small()
        store.go_to("2024-12-28")
        number = store.receive(notice()).number
        for day, act, openly in acts:
            store.go_to(day)
            store.answer(number, act, openly=openly)
        store.go_to("2025-01-06")
        assert self.counts(store) == lines

    @pytest.mark.parametrize("seed", range(8))
    def test_a_report_stays_as_it_was_whatever_comes_after(self, seed: int) -> None:
        draw, store = random.Random(seed), small()
        shown: dict[date, str] = {}
        for day in range(60):
            store.go_to(date(2024, 11, 1) + timedelta(days=day))
            if draw.random() < 0.5:
                store.receive(notice(draw.choice([HERON, MOLE, WIRE]), country=draw.choice(["XA", "XB"]),
                                     storefront=draw.choice(["", "XC"])))  # fmt: skip
            for case in store.cases:
                if case.act in (None, "ask back") and draw.random() < 0.2:
                    store.answer(case.number, draw.choice(["ask back", *Act]), openly=draw.random() < 0.6)
            shown[store.today] = str(report_on(store, "2024-11-10" if day > 8 else None))
        assert report_on(store).total("objected to") > 0 < report_on(store).total("acted on")
        for day, text in shown.items():
            assert str(report_on(store, "2024-11-10" if day > date(2024, 11, 9) else "2024-07-01", day)) == text


class TestAboutAnotherStorefront:
    def test_the_line_says_where(self) -> None:
        store = small()
        demand(store, HERE, HERON, storefront="XB")
        demand(store, HERE, MOLE)
        report = report_on(store)
        assert report.counted("apps removed") == {"XA": 2}
        assert [(app, code) for app in (HERON, MOLE) for code in store.storefronts if report.names(app, code)] == [
            (HERON, "XB"), (MOLE, "XA"),
        ]  # fmt: skip
        assert report.names(HERON, "xb")
        assert [report.removed_in(code) for code in store.storefronts] == [1, 1, 0]
        assert str(report).split("\n")[-1] == "XA asked for removals in XA, XB"
        assert "asked for" not in report.as_in("Apple's yearly report")
        bare = report.without_names()
        assert [bare.removed_in(code) for code in store.storefronts] == [2, 2, 0]
        assert str(bare) == str(report)

    def test_removed_everywhere_is_named_where_the_demand_was_about(self) -> None:
        store = small()
        demand(store, EVERYWHERE, storefront="XC")
        assert [report_on(store).names(HERON, code) for code in store.storefronts] == [False, False, True]

    def test_a_line_made_by_hand_is_about_its_own_country(self) -> None:
        report = Report(date(2024, 7, 1), date(2024, 7, 1), (Line("XA", (1, 0, 1, 0, 1, 1), frozenset({HERON})),))
        assert (report.names(HERON, "XA"), report.names(HERON, "XB")) == (True, False)
        assert report.without_names().removed_in("XA") == 1


def test_without_names() -> None:
    store = small()
    demand(store, HERE)
    report = report_on(store)
    bare = report.without_names()
    assert str(bare) == str(report)
    assert (bare.named, bare.apps, bare.names(HERON, "XA")) == (False, frozenset(), False)


def test_the_same_half_year_as_in_real_reports() -> None:
    store = small()
    demand(store, HERE, HERON, MOLE, ground="breaks local law")
    demand(store, "refuse", HERON, country="XB")
    report = report_on(store)
    assert report.as_in("Apple's half-yearly tables of 2021") == str(report)
    assert report.as_in("Apple's yearly report").split("\n")[1:] == [
        "     apps removed", "XA              2", "XB              0", "sum             2",
    ]  # fmt: skip
    assert report.as_in("Google's report").split("\n")[-1].split() == ["sum", "2", "3"]
    assert report.as_in("Apple's half-yearly tables of 2024").split("\n")[-1].split() == ["sum", "2", "1", "1", "2"]
    for columns in WAYS.values():
        assert set(columns) <= set(RULES)
    with pytest.raises(KitError, match=r"^way: no report is called 'Apple'; there are \"Apple's half"):
        report.as_in("Apple")


@pytest.mark.parametrize(
    ("days", "words"),
    [(("2024-08-02", "2024-07-01"), "^last: 2024-07-01 lies before first, 2024-08-02"), (("then", None), "^first: "),
     ((None, "then"), "^last: "), ((None, "2024-06-30"), "^last: 2024-06-30 lies before first, 2024-07-01"),
     (("2024-06-30", None), "^first: 2024-06-30 lies before 2024-07-01, the store's first day"),
     (("2020-01-01", "2020-06-30"), "^first: 2020-01-01 lies before 2024-07-01"),
     ((None, "2024-08-04"), "^last: 2024-08-04 lies after 2024-08-03, the store's today"),
     (("2024-08-04", None), "^first: 2024-08-04 lies after 2024-08-03, the store's today")],
)  # fmt: skip
def test_wrong_days_are_named(days: tuple[Any, Any], words: str) -> None:
    store = small()
    store.go_to("2024-08-03")
    with pytest.raises(KitError, match=words):
        report_on(store, *days)


def test_a_report_has_only_days_that_the_store_lived() -> None:
    store = Store(small().catalogue, "2024-03-05")
    for first, today in (("2024-03-05", "2024-03-05"), ("2024-03-05", "2024-06-29"), ("2024-07-01", "2024-07-02"),
                         ("2025-01-01", "2025-01-10")):  # fmt: skip
        store.go_to(today)
        assert str(report_on(store)).split("\n")[0] == f"{first} to {today}"
    assert report_on(store, "2024-03-05").first == date(2024, 3, 5)


@pytest.mark.parametrize("wrong", [None, 5, [], {}, "store"])
def test_wrong_parts_are_named(wrong: Any) -> None:
    report = report_on(small())
    for act, words in (
        (lambda: report_on(wrong), "^store: .* is none"), (lambda: unseen(wrong, report), "^store: .* is none"),
        (lambda: unseen(small(), wrong), "^report: .* is none"), (lambda: why_gone(wrong, HERON, "XA"), "^store: "),
        (lambda: report.counted(wrong), "^column: the report has no "), (lambda: report.total(wrong), "^column: "),
        (lambda: report.as_in(wrong), "^way: no report is "), (lambda: report.names(HERON, wrong), "^storefront: "),
        (lambda: report.removed_in(wrong), "^storefront: "), (lambda: unseen(small(), report).of(wrong), "^words: "),
    ):  # fmt: skip
        with pytest.raises(KitError, match=words):
            act()
    for app in (None, 5, [], " "):
        with pytest.raises(KitError, match=r"^app: .* says nothing"):
            report.names(app, "XA")  # type: ignore[arg-type]


def test_a_column_by_a_near_name() -> None:
    with pytest.raises(KitError, match=r"^column: the report has no 'removed'. Did you mean apps removed"):
        report_on(small()).counted("removed")


def test_half_years() -> None:
    assert half_of(date(2024, 6, 30)) == (date(2024, 1, 1), date(2024, 6, 30))
    assert half_of(date(2024, 7, 1)) == (date(2024, 7, 1), date(2024, 12, 31))


def test_tables_stand_straight() -> None:
    assert table_of([["", "long"], ["first", 7]]) == "       long\nfirst     7"


def test_why_nothing_is_there_yet() -> None:
    from chokepoints.store.catalogue import App

    store = small()
    store.offer(App("New", "Dev", "game", "org.dev.new"))
    assert why_gone(store, "org.dev.new", "XA") == "no version has passed"
    demand(store, HERE)
    store.restore(HERON, "XA")
    store.withdraw(HERON, "XA")
    assert why_gone(store, HERON, "XA") == "withdrawn by choice"
    demand(store, HERE, MOLE, country="XB")
    assert why_gone(store, MOLE, "XB") == "removed openly at a demand"
