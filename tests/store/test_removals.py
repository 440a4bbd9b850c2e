"""Removals by country: each number is its rows', nothing is added up, and a share has the base that it says."""

from dataclasses import replace
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.evidence import fact, table
from chokepoints.store import removals
from chokepoints.store.removals import (
    BASES,
    CHINA,
    COUNTED,
    DEMANDS,
    HALF_2018,
    ITSELF,
    KOREA,
    MET,
    NAMED,
    OF_NAMED,
    OF_WORLD,
    PERIODS,
    REMOVED,
    RUSSIA,
    TWO_YEARS,
    WORLD,
    Count,
    counts,
    places,
)

Y2021, Y2022, Y2023, Y2024 = PERIODS[2:]


@pytest.fixture
def damage(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Gives rows of figures.csv other contents, in this module alone."""
    rows = list(table("figures"))
    monkeypatch.setattr(removals, "table", lambda name: tuple(rows))

    def change(slug: str, **contents: Any) -> None:
        rows[:] = [replace(row, **contents) if row.slug == slug else row for row in rows]

    return change


def said(place: str, counted: str = REMOVED, base: str = ITSELF, games: bool = True) -> dict[str, str]:
    """The numbers of a place in words, by period."""
    return {one.period.words: one.words for one in counts(counted, base, games) if one.place == place}


def one(place: str, period: Any, counted: str = REMOVED, base: str = ITSELF, games: bool = True) -> Count:
    (found,) = [each for each in counts(counted, base, games) if each.place == place and each.period == period]
    return found


def test_apps_removed_by_hand() -> None:
    assert said(RUSSIA) == {"July to December 2018": "10", "2022": "7", "2023": "12", "2024": "171"}
    assert said(WORLD) == {"July to December 2018": "634", "2019 and 2020 together": "1,060", "2022": "1,474",
                           "2023": "1,462", "2024": "at least 1,662"}  # fmt: skip
    assert said(CHINA) == {"July to December 2018": "517 or 526", "2022": "1,435", "2023": "1,285", "2024": "1,307"}
    assert said(KOREA) == {"2023": "103", "2024": "79"}
    assert (said("Ukraine"), said("Jordan"), said("India")) == (
        {"2023": "5", "2024": "55"}, {"2024": "50"}, {"2022": "14", "2023": "30"})  # fmt: skip


def test_demands_and_apps_named_by_hand() -> None:
    assert said(RUSSIA, DEMANDS) == {"July to December 2018": "10"}
    assert said(WORLD, DEMANDS) == {"July to December 2018": "80"}
    assert said(RUSSIA, NAMED) == {"July to December 2018": "11"}
    assert said(WORLD, NAMED) == {"July to December 2018": "770", "2019 and 2020 together": "1,437"}
    assert said("Norway", NAMED) == {"July to December 2018": "37"}
    assert said(RUSSIA, MET) == {"2019 and 2020 together": "95 %"}
    assert said(WORLD, MET) == {"July to December 2018": "94 %"}
    assert one(WORLD, HALF_2018, MET).low == pytest.approx(75 / 80 * 100)
    assert one(WORLD, HALF_2018, MET).computed
    assert not one(RUSSIA, TWO_YEARS, MET).computed


def test_shares_of_the_world_by_hand() -> None:
    assert said(RUSSIA, base=OF_WORLD) == {"July to December 2018": "1.6 %", "2022": "0.5 %", "2023": "0.8 %",
                                           "2024": "at most 10.3 %"}  # fmt: skip
    china = one(CHINA, HALF_2018, base=OF_WORLD)
    assert (china.low, china.high) == pytest.approx((100 * 517 / 634, 100 * 526 / 634))
    assert china.words == "82 to 83 %"
    assert said(RUSSIA, DEMANDS, OF_WORLD) == {"July to December 2018": "12.5 %"}
    assert said(RUSSIA, NAMED, OF_WORLD) == {"July to December 2018": "1.4 %"}
    assert said(WORLD, base=OF_WORLD) == {}
    assert counts(MET, OF_WORLD) == counts(MET, OF_NAMED) == ()


def test_shares_of_the_apps_named_by_hand() -> None:
    assert said(RUSSIA, base=OF_NAMED) == {"July to December 2018": "91 %"}
    assert said(WORLD, base=OF_NAMED) == {"July to December 2018": "82 %", "2019 and 2020 together": "74 %"}
    assert one(WORLD, TWO_YEARS, base=OF_NAMED).doubtful
    assert not one(WORLD, HALF_2018, base=OF_NAMED).doubtful
    assert one(RUSSIA, HALF_2018, base=OF_NAMED).slugs == ("as-h2-2018-ru", "as-h2-2018-ru-asked")
    for counted in (NAMED, DEMANDS):
        assert counts(counted, OF_NAMED) == ()
    assert counts(REMOVED, OF_NAMED, games=False) == ()


def test_games_are_taken_off_country_and_world() -> None:
    assert said(CHINA, games=False)["2022"] == f"{1_435 - 1_276}"
    assert said(CHINA, games=False)["2023"] == f"{1_285 - 1_067}"
    assert said(KOREA, games=False) == {"2023": "1", "2024": "79"}
    assert said(WORLD, games=False)["2022"] == f"{1_474 - 1_276}"
    assert said(WORLD, games=False)["2023"] == f"{1_462 - 1_067 - 102}"
    assert said(RUSSIA, games=False) == said(RUSSIA)
    assert said(RUSSIA, base=OF_WORLD, games=False)["2022"] == "3.5 %"
    for period in PERIODS:
        told = {each.apart for each in counts(REMOVED) if each.period == period}
        assert told <= {period in (Y2022, Y2023)}
    assert one(CHINA, Y2022, games=False).computed
    assert not one(RUSSIA, Y2022, games=False).computed
    assert "as-2022-cn-games" in one(WORLD, Y2022, games=False).slugs


def test_every_number_is_its_row_s() -> None:
    for counted in COUNTED:
        for each in counts(counted):
            if counted == MET and each.computed:
                continue
            rows = [fact(slug) for slug in each.slugs]
            assert {row.quantity for row in rows} == {COUNTED[counted]}  # type: ignore[union-attr]
            assert {row.place for row in rows} == {each.place}  # type: ignore[union-attr]
            lows = [row.low for row in rows if row.low is not None]  # type: ignore[union-attr]
            highs = [row.high for row in rows if row.high is not None]  # type: ignore[union-attr]
            assert (each.low, each.high) == (min(lows, default=None), max(highs, default=None))
            assert each.doubtful == any(row.confidence == "low" for row in rows)
            for row in rows:
                assert (row.date_from, row.date_to) == (each.period.first, each.period.last)


def test_countries_never_exceed_the_world() -> None:
    for counted in (REMOVED, NAMED, DEMANDS):
        for games in (True, False):
            for period in PERIODS:
                found = [each for each in counts(counted, games=games) if each.period == period]
                world = [each for each in found if each.place == WORLD]
                if world and world[0].high is not None:
                    assert sum(each.low or 0 for each in found if each.place != WORLD) <= world[0].high


def test_the_sum_of_2024_is_the_sum_of_its_five() -> None:
    five = [one(place, Y2024).high or 0 for place in (CHINA, RUSSIA, KOREA, "Ukraine", "Jordan")]
    assert one(WORLD, Y2024).low == sum(five)
    assert one(WORLD, Y2024).computed
    assert one(WORLD, Y2024).high is None


def test_years_without_a_row_are_gaps() -> None:
    assert not [each for counted in COUNTED for each in counts(counted) if each.period == Y2021]
    assert all(each.size > 0 for counted in COUNTED for base in BASES for each in counts(counted, base))


def test_the_order_is_by_period_with_the_world_first() -> None:
    keys = [(PERIODS.index(each.period), each.place != WORLD, each.place) for each in counts(REMOVED)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_places_begin_with_those_always_offered() -> None:
    assert places()[:4] == (RUSSIA, WORLD, CHINA, KOREA)
    assert list(places()[4:]) == sorted(places()[4:])
    assert {"Ukraine", "Norway", "Turkey"} <= set(places())


def test_unverified_rows_are_left_out(damage: Any) -> None:
    damage("as-2024-ru", basis="unverified")
    damage("as-h2-2018-cn-517", basis="unverified")
    damage("as-2023-cn-games", basis="unverified")
    damage("as-h2-2018-granted", basis="unverified")
    assert "2024" not in said(RUSSIA)
    assert said(CHINA)["July to December 2018"] == "526"
    assert said(CHINA, games=False)["2023"] == "1,285"
    assert said(WORLD, games=False)["2023"] == f"{1_462 - 102:,}"
    assert said(WORLD, MET) == {}


def test_a_row_of_another_time_is_left_out(damage: Any) -> None:
    row = fact("as-2024-ru")
    damage("as-2024-ru", date_to=row.date_from)
    assert "2024" not in said(RUSSIA)


def test_ends_that_are_open_keep_a_share_open(damage: Any) -> None:
    damage("as-2022-ru", low=None)
    assert said(RUSSIA)["2022"] == "at most 7"
    assert said(RUSSIA, base=OF_WORLD)["2022"] == "at most 0.5 %"
    damage("as-2022", low=None)
    assert said(CHINA, base=OF_WORLD)["2022"] == "at least 97 %"
    assert "2022" not in said(RUSSIA, base=OF_WORLD)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"counted": "apps remove"}, "Did you mean apps removed?"),
        ({"counted": 3}, "'apps named in demands'"),
        ({"counted": REMOVED, "base": "the world"}, "Did you mean the world's number?"),
        ({"counted": REMOVED, "base": None}, "not None"),
        ({"counted": [REMOVED]}, "Give one of"),
    ],
)
def test_wrong_names(given: dict[str, Any], says: str) -> None:
    with pytest.raises(KitError) as error:
        counts(**given)
    assert says in str(error.value)
