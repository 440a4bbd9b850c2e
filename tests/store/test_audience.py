"""Audience figures and the model of loss: rows by hand, arithmetic, and that no constant loss falls and then rises."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from chokepoints.errors import KitError
from chokepoints.evidence import table
from chokepoints.store import audience
from chokepoints.store.audience import (
    CHANGES,
    CLAIMED,
    DAILY,
    FLAT,
    GROWING,
    Count,
    best_loss,
    counts,
    foretold,
    growth,
    months,
    turns,
)

SERIES = counts(DAILY)


def made(*pairs: tuple[date, float]) -> list[Count]:
    return [Count(f"row-{day}", day, day, value, False, "nobody", "", "") for day, value in pairs]


def test_daily_users_by_hand() -> None:
    assert [(one.day, one.value, one.at_least) for one in SERIES] == [
        (date(2017, 10, 16), 2_200_000, False),
        (date(2018, 4, 15), 3_716_000, False),
        (date(2018, 5, 16), 3_667_000, False),
        (date(2018, 6, 15), 2_900_000, False),
        (date(2018, 11, 15), 4_000_000, True),
        (date(2019, 2, 14), 4_400_000, False),
    ]
    assert [months(one.day) for one in SERIES] == [-6, 0, 1, 2, 7, 10]
    assert [one.first.day for one in SERIES] == [1] * 6


def test_claims_and_changes_by_hand() -> None:
    assert [(one.slug, one.value) for one in counts(CLAIMED)] == [
        ("aud-10m", 10e6), ("aud-15m", 15e6), ("aud-13m", 13e6), ("aud-14m", 14e6), ("aud-30m", 30e6),
    ]  # fmt: skip
    assert [one.value for one in counts(*CHANGES)] == [-76.5, -23, -3, -1.3, -25, -23, 40, 7]


def test_rows_that_give_no_number_of_a_day_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third, fourth, fifth, _ = [row for row in table("figures") if row.quantity == DAILY]
    changed = [
        replace(first, basis="unverified"),
        replace(second, date_from=None, date_to=None),
        replace(third, low=None),
        replace(fourth, high=3_000_000),
        replace(fifth, low=1, high=None),
    ]
    monkeypatch.setattr(audience, "published", lambda quantity: changed)
    (only,) = counts(DAILY)
    assert (only.slug, only.value, only.at_least) == (fifth.slug, 1, True)


def test_growth_before_the_block() -> None:
    assert growth(SERIES) ** 6 == pytest.approx(3_716 / 2_200)
    assert growth(reversed(SERIES)) == growth(SERIES)
    with pytest.raises(KitError, match="no count from before April 2018"):
        growth(SERIES[1:])
    with pytest.raises(KitError, match="no count of April 2018"):
        growth(SERIES[:1])


def test_what_is_foretold_by_hand() -> None:
    assert foretold(SERIES, 0.1, FLAT, [0, 1, 2]) == pytest.approx((3_716_000, 3_344_400, 3_009_960))
    factor = (3_716 / 2_200) ** (1 / 6)
    assert foretold(SERIES, 0.1, GROWING, [10]) == pytest.approx((3_716_000 * (0.9 * factor) ** 10,))
    assert foretold(SERIES, 0, FLAT, [5]) == (3_716_000,)
    assert foretold(SERIES, 1, FLAT, [0, 3]) == (3_716_000, 0)


@pytest.mark.parametrize("baseline", [FLAT, GROWING])
def test_the_best_loss_is_that_of_a_search(baseline: str) -> None:
    after = SERIES[2:]

    def off(loss: float) -> float:
        said = foretold(SERIES, loss, baseline, [months(one.day) for one in after])
        return float(sum((np.log(one.value / value)) ** 2 for one, value in zip(after, said, strict=True)))

    found = best_loss(SERIES, baseline)
    assert found == pytest.approx(minimize_scalar(off, bounds=(0, 0.9), method="bounded").x, abs=1e-4)
    assert round(100 * found) == {FLAT: 0, GROWING: 7}[baseline]


def test_a_series_of_steady_loss_gives_its_share_back() -> None:
    april = date(2018, 4, 15)
    lost = made((april, 100), (date(2018, 5, 15), 80), (date(2018, 7, 15), 51.2))
    assert best_loss(lost, FLAT) == pytest.approx(0.2)
    assert best_loss(made((april, 100), (date(2018, 6, 15), 150)), FLAT) == 0
    with pytest.raises(KitError, match="no count after April 2018"):
        best_loss(SERIES[:2], FLAT)


def test_no_constant_loss_falls_and_then_rises_as_the_series_does() -> None:
    assert turns(SERIES)
    for baseline in (FLAT, GROWING):
        for loss in np.linspace(0, 0.95, 96):
            said = foretold(SERIES, float(loss), baseline, range(11))
            days = [date(2018 + (3 + month) // 12, (3 + month) % 12 + 1, 15) for month in range(11)]
            assert not turns(made(*zip(days, said, strict=True)))
    assert not turns(SERIES[:4])
    assert not turns(made((date(2018, 4, 15), 5), (date(2018, 5, 15), 5)))


@pytest.mark.parametrize(
    ("loss", "baseline", "said"),
    [
        (-0.1, FLAT, "loss is a number from 0 to 1, not -0.1"),
        (12, FLAT, "loss is a number from 0 to 1, not 12"),
        ("0.1", FLAT, "loss is a number from 0 to 1, not '0.1'"),
        (0.1, "as ever", "The baseline is 'as in April 2018' or 'growing as before the block', not 'as ever'"),
    ],
)
def test_what_cannot_be_is_refused(loss: Any, baseline: str, said: str) -> None:
    with pytest.raises(KitError, match=said):
        foretold(SERIES, loss, baseline, [1])


@pytest.mark.parametrize("series", [None, 5, DAILY, [], [3], {"a": 1}])
@pytest.mark.parametrize(
    "door", [growth, turns, lambda rows: best_loss(rows, FLAT), lambda rows: foretold(rows, 0.1, FLAT, [1])]
)
def test_what_is_no_series_is_said(door: Any, series: Any) -> None:
    with pytest.raises(KitError, match=f"^series is a list of counts, such as counts\\('{DAILY}'\\), not "):
        door(series)


def test_what_are_no_months_is_said() -> None:
    for when in ("x", None, 3):
        with pytest.raises(KitError, match=r"^when is a list of months after April 2018, such as \[1, 2, 7\], not "):
            foretold(SERIES, 0.1, FLAT, when)  # type: ignore[arg-type]
    for wrong in ("x", -1, None):
        with pytest.raises(KitError, match=r"^when: a month is a number from 0 to 1,200, not "):
            foretold(SERIES, 0.1, FLAT, [1, wrong])  # type: ignore[list-item]
    with pytest.raises(KitError, match=r"^day is a date such as date\(2018, 6, 15\), not '2018-06-15'"):
        months("2018-06-15")  # type: ignore[arg-type]


def test_a_series_without_april_or_an_unknown_quantity_is_refused() -> None:
    with pytest.raises(KitError, match="no count of April 2018"):
        foretold(SERIES[2:], 0.1, FLAT, [1])
    with pytest.raises(KitError, match="There is no quantity 'daily-users'"):
        counts("daily-users")
