"""The report counts by its published rules, and what it leaves out is counted from the inside."""

from datetime import date
from typing import Any

import pytest
from front_store import HERON, MOLE, WIRE, demand, small

from chokepoints.errors import KitError
from chokepoints.store.report import LEFT_OUT, RULES, UNSEEN, WAYS, half_of, report_on, table_of, unseen, why_gone

HERE, EVERYWHERE = "remove in one storefront", "remove everywhere"


def test_each_column_by_hand() -> None:
    store = small()
    demand(store, HERE, HERON, MOLE, ground="breaks local law")
    demand(store, EVERYWHERE, WIRE, ground="breaks the store's rules")
    demand(store, "refuse", WIRE, HERON, country="XB", ground="breaks local law")
    demand(store, "ask back", country="XB")
    demand(store, "hold updates", country="XB")
    demand(store, HERE, HERON, country="XC")
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
    assert {line.country: line.counts for line in first.lines} == {"XA": (2, 0, 2, 0, 2, 2), "XB": (1, 0, 1, 0, 0, 0)}
    assert {line.country: line.counts for line in second.lines} == {"XB": (0, 0, 0, 0, 1, 1)}
    assert unseen(store, first).of("demands refused silently") == 0
    assert unseen(store, second).of("demands refused silently") == 1
    assert report_on(store, date(2024, 7, 2), date(2024, 7, 2)).lines == ()


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
    [(("2024-12-31", "2024-07-01"), "^last: 2024-07-01 lies before first, 2024-12-31"), (("then", None), "^first: "),
     ((None, "then"), "^last: "), ((None, "2024-06-30"), "^last: 2024-06-30 lies before first, 2024-07-01")],
)  # fmt: skip
def test_wrong_days_are_named(days: tuple[Any, Any], words: str) -> None:
    with pytest.raises(KitError, match=words):
        report_on(small(), *days)


def test_wrong_stores_and_columns() -> None:
    with pytest.raises(KitError, match=r"^store: None is none"):
        report_on(None)  # type: ignore[arg-type]
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
