"""The drawn half-year: the same from the same seed, whole for every seed, and in the order of its days."""

from datetime import date
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.store.half_year import half_year
from chokepoints.store.ledger import What
from chokepoints.store.report import UNSEEN, report_on, unseen


def test_the_same_seed_gives_the_same() -> None:
    one, other = half_year(7), half_year(7)
    assert one.play().log == other.play().log
    assert one.never_submitted == other.never_submitted
    assert half_year(8).play().log != one.store.log


def test_in_steps_as_at_once() -> None:
    steps, whole = half_year(3), half_year(3)
    for day in ("2024-07-01", "2024-08-15", "2024-08-15", "2024-11-30"):
        steps.play(day)
        assert steps.store.today == date.fromisoformat(day)
        assert all(entry.day <= steps.store.today for entry in steps.store.log)
    assert steps.play().log == whole.play().log
    assert steps.play().today == date(2024, 12, 31)


@pytest.mark.parametrize("seed", range(12))
def test_every_half_year_has_all_that_reports_leave_out(seed: int) -> None:
    year = half_year(seed)
    store = year.play()
    report = report_on(store)
    inside = unseen(store, report)
    assert all(inside.of(words) >= 1 for words in UNSEEN)
    assert report.total("apps removed") >= 3
    assert 0 < report.total("objected to") < report.total("requests") < len(store.cases) <= 18
    assert set(report.counted("requests")) <= {"XA", "XB", "XC"}
    assert 1 <= len(year.never_submitted) <= 3
    assert not {app.name for app in store.apps} & set(year.never_submitted)
    assert len(store.apps) == 43
    days = [entry.day for entry in store.log]
    assert days == sorted(days)
    assert date(2024, 7, 1) < days[0] <= days[-1] <= date(2024, 12, 31)
    updates = {e.app for e in store.log if e.what is What.HELD}
    after = [e for e in store.log if e.what is What.APPROVED and e.app in updates]
    held = {e.app: e.day for e in store.log if e.what is What.HELD}
    assert all(e.day <= held[e.app] for e in after)


def test_other_sizes_and_days() -> None:
    year = half_year(5, apps=30, storefronts=["RU", "US", "DE", "FR"], start="2018-01-01")
    store = year.play()
    assert store.today == date(2018, 6, 30)
    assert store.storefronts == ("RU", "US", "DE", "FR")
    assert {case.notice.country for case in store.cases} <= {"RU", "US", "DE"}
    assert len(half_year(1, apps=120).store.apps) == 120


@pytest.mark.parametrize(
    ("given", "words"),
    [({"seed": -1}, "^seed: "), ({"seed": "x"}, "^seed: "), ({"seed": True}, "^seed: "), ({"apps": 29}, "^apps: 29 "),
     ({"apps": 121}, "^apps: 121 "), ({"apps": 30.0}, "^apps: "), ({"start": "2024-07-02"}, "^start: 2024-07-02 "),
     ({"start": "now"}, "^start: "), ({"storefronts": ["XA", "XB", "XC"]}, "^storefronts: 3 are too few"),
     ({"storefronts": []}, "^storefronts: "), ({"storefronts": ["XA", "XB", "XC", "Russia"]}, "^storefronts: 'Russia'"),
     ({"storefronts": None}, "^storefronts: ")],
)  # fmt: skip
def test_a_wrong_field_is_named(given: dict[str, Any], words: str) -> None:
    with pytest.raises(KitError, match=words):
        half_year(**given)


@pytest.mark.parametrize("until", ["2024-08-31", "2025-01-01", "soon"])
def test_no_way_back_and_none_beyond(until: str) -> None:
    year = half_year()
    year.play("2024-09-01")
    with pytest.raises(KitError, match=r"^until: "):
        year.play(until)
