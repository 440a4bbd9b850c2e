"""Removals by country: each number is its rows', nothing is added up, and a share has the base that it says."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.evidence import fact, table
from chokepoints.store import removals
from chokepoints.store.removals import (
    BY_HALF,
    BY_YEAR,
    CHINA,
    COUNTED,
    DEMANDS,
    HALF_2018,
    ITSELF,
    KOREA,
    LAST_TABLE,
    MET,
    NAMED,
    OF_NAMED,
    OF_WORLD,
    PERIODS,
    REMOVED,
    RUSSIA,
    WORLD,
    Count,
    counts,
    places,
)

Y2019, Y2020, Y2021, Y2022, Y2023, Y2024 = PERIODS[BY_YEAR][1:]
#: The half-years from January to June 2019 on, as the tests below write them.
HALVES = [period.words for period in PERIODS[BY_HALF]]


@pytest.fixture
def damage(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Gives rows of figures.csv other contents, in this module alone."""
    rows = list(table("figures"))
    monkeypatch.setattr(removals, "table", lambda name: tuple(rows))

    def change(slug: str, **contents: Any) -> None:
        rows[:] = [replace(row, **contents) if row.slug == slug else row for row in rows]

    return change


def said(
    place: str, counted: str = REMOVED, base: str = ITSELF, games: bool = True, columns: str = BY_YEAR
) -> dict[str, str]:
    """The numbers of a place in words, by period."""
    return {one.period.words: one.words for one in counts(counted, base, games, columns) if one.place == place}


def halves(place: str, counted: str = REMOVED, base: str = ITSELF) -> list[str]:
    """The numbers of a place in words by half-year, in the order of time; where there is none, nothing."""
    found = said(place, counted, base, columns=BY_HALF)
    assert set(found) <= set(HALVES)
    return [found.get(half, "") for half in HALVES]


def one(place: str, period: Any, counted: str = REMOVED, base: str = ITSELF, games: bool = True) -> Count:
    (found,) = [each for each in counts(counted, base, games) if each.place == place and each.period == period]
    return found


def test_the_columns_are_whole_and_end_where_the_tables_end() -> None:
    assert [period.words for period in PERIODS[BY_YEAR]] == [
        "July to December 2018", "2019", "2020", "2021", "2022", "2023", "2024"]  # fmt: skip
    for periods in PERIODS.values():
        assert periods[0] == HALF_2018
        for one, other in pairwise(periods):
            assert (other.first - one.last).days == 1, "no day is left out, and none counts twice"
    assert {period.last <= LAST_TABLE for period in PERIODS[BY_HALF]} == {True}
    assert [period.last <= LAST_TABLE for period in PERIODS[BY_YEAR]] == [True] * 4 + [False] * 3
    table_ends = fact("apple-table-ends-2021")
    assert (table_ends.date_from, table_ends.date_to) == (HALF_2018.first, LAST_TABLE)


def test_apps_removed_by_hand() -> None:
    assert said(RUSSIA) == {"July to December 2018": "10", "2019": "19", "2020": "21", "2021": "9",
                            "2022": "7", "2023": "12", "2024": "171"}  # fmt: skip
    assert said(WORLD) == {"July to December 2018": "634", "2019": "558", "2020": "502", "2021": "426",
                           "2022": "1,474", "2023": "1,462", "2024": "at least 1,662"}  # fmt: skip
    assert said(CHINA) == {"July to December 2018": "517", "2019": "510", "2020": "280", "2021": "386",
                           "2022": "1,435", "2023": "1,285", "2024": "1,307"}  # fmt: skip
    assert said(KOREA) == {"2021": "25", "2023": "103", "2024": "79"}
    assert said("India") == {"2019": "2", "2020": "140", "2021": "0", "2022": "14", "2023": "30"}
    assert (said("Ukraine"), said("Jordan")) == ({"2023": "5", "2024": "55"}, {"2024": "50"})


def test_half_years_by_hand() -> None:
    assert halves(RUSSIA) == ["10", "18", "1", "4", "17", "2", "7"]
    assert halves(WORLD) == ["634", "314", "244", "278", "224", "123", "303"]
    assert halves(CHINA) == ["517", "288", "222", "190", "90", "93", "293"]
    assert halves("India") == ["", "1", "1", "38", "102", "0", "0"]
    assert halves(KOREA) == ["", "", "", "", "", "25", "0"]
    assert halves(RUSSIA, DEMANDS) == ["10", "8", "2", "3", "4", "3", "7"]
    assert halves(WORLD, DEMANDS) == ["80", "95", "71", "73", "44", "48", "70"]
    assert halves(RUSSIA, NAMED) == ["11", "19", "2", "4", "17", "3", "7"]
    assert halves(WORLD, NAMED) == ["770", "638", "295", "278", "224", "129", "314"]
    assert halves("United Arab Emirates", NAMED) == ["", "275", "", "", "", "", ""]
    assert halves(RUSSIA, MET) == ["90 %", "100 %", "50 %", "100 %", "100 %", "67 %", "100 %"]
    assert halves(WORLD, MET) == ["94 %", "96 %", "92 %", "100 %", "100 %", "90 %", "93 %"]
    assert halves(RUSSIA, base=OF_NAMED)[1:3] == ["95 %", "50 %"]
    assert halves(WORLD, base=OF_NAMED)[1] == "49 %", "one demand of the Emirates named 275 and none went"


def test_demands_and_apps_named_by_hand() -> None:
    assert said(RUSSIA, DEMANDS) == {"July to December 2018": "10", "2019": "10", "2020": "7", "2021": "10"}
    assert said(WORLD, DEMANDS) == {"July to December 2018": "80", "2019": "166", "2020": "117", "2021": "118"}
    assert said(RUSSIA, NAMED) == {"July to December 2018": "11", "2019": "21", "2020": "21", "2021": "10"}
    assert said(WORLD, NAMED) == {"July to December 2018": "770", "2019": "933", "2020": "502", "2021": "443"}
    assert said("Norway", NAMED) == {"July to December 2018": "37"}
    assert said("Vietnam", NAMED) == {"2019": "at least 46"}, "of its second half there is no row"
    assert said(RUSSIA, MET) == {"July to December 2018": "90 %", "2019": "90 %", "2020": "100 %", "2021": "90 %"}
    assert said(WORLD, MET) == {"July to December 2018": "94 %", "2019": "94 %", "2020": "100 %", "2021": "92 %"}
    assert said(CHINA, MET) == {"July to December 2018": "98 %", "2019": "98 %", "2020": "100 %", "2021": "100 %"}
    assert one(WORLD, HALF_2018, MET).low == pytest.approx(75 / 80 * 100)
    assert one(RUSSIA, Y2019, MET).low == pytest.approx((8 + 1) / (8 + 2) * 100)
    assert all(each.computed and each.percent for each in counts(MET))


def test_two_years_are_what_others_counted() -> None:
    """A campaigning group counted Apple's tables of 2019 and 2020 too: its numbers are rows of their own."""
    two = [one(WORLD, year) for year in (Y2019, Y2020)]
    assert sum(each.low or 0 for each in two) == fact("as-2019-2020-apps").low  # type: ignore[union-attr]
    for place, slug in ((RUSSIA, "as-2019-2020-ru-met"), (CHINA, "as-2019-2020-cn-met")):
        both = [sum(one(place, year, counted).low or 0 for year in (Y2019, Y2020)) for counted in (REMOVED, NAMED)]
        assert round(100 * both[0] / both[1]) == fact(slug).low  # type: ignore[union-attr]


def test_shares_of_the_world_by_hand() -> None:
    assert said(RUSSIA, base=OF_WORLD) == {"July to December 2018": "1.6 %", "2019": "3.4 %", "2020": "4.2 %",
                                           "2021": "2.1 %", "2022": "0.5 %", "2023": "0.8 %",
                                           "2024": "at most 10.3 %"}  # fmt: skip
    assert one(CHINA, HALF_2018, base=OF_WORLD).low == pytest.approx(100 * 517 / 634)
    assert one(CHINA, Y2020, base=OF_WORLD).high == pytest.approx(100 * 280 / 502)
    assert said(RUSSIA, DEMANDS, OF_WORLD)["July to December 2018"] == "12.5 %"
    assert said(RUSSIA, NAMED, OF_WORLD)["July to December 2018"] == "1.4 %"
    assert said(WORLD, base=OF_WORLD) == {}
    assert counts(MET, OF_WORLD) == counts(MET, OF_NAMED) == ()


def test_shares_of_the_apps_named_by_hand() -> None:
    assert said(RUSSIA, base=OF_NAMED) == {"July to December 2018": "91 %", "2019": "90 %", "2020": "100 %",
                                           "2021": "90 %"}  # fmt: skip
    assert said(WORLD, base=OF_NAMED) == {"July to December 2018": "82 %", "2019": "60 %", "2020": "100 %",
                                          "2021": "96 %"}  # fmt: skip
    assert one(RUSSIA, HALF_2018, base=OF_NAMED).slugs == ("as-h2-2018-ru", "as-h2-2018-ru-asked")
    for counted in (NAMED, DEMANDS):
        assert counts(counted, OF_NAMED) == ()
    assert counts(REMOVED, OF_NAMED, games=False) == ()


def test_games_are_taken_off_country_and_world() -> None:
    assert said(CHINA, games=False)["2022"] == f"{1_435 - 1_276}"
    assert said(CHINA, games=False)["2023"] == f"{1_285 - 1_067}"
    assert said(KOREA, games=False) == {"2021": "25", "2023": "1", "2024": "79"}
    assert said(WORLD, games=False)["2022"] == f"{1_474 - 1_276}"
    assert said(WORLD, games=False)["2023"] == f"{1_462 - 1_067 - 102}"
    assert said(RUSSIA, games=False) == said(RUSSIA)
    assert said(RUSSIA, base=OF_WORLD, games=False)["2022"] == "3.5 %"
    for period in PERIODS[BY_YEAR]:
        told = {each.apart for each in counts(REMOVED) if each.period == period}
        assert told <= {period in (Y2022, Y2023)}
    assert one(CHINA, Y2022, games=False).computed
    assert not one(RUSSIA, Y2022, games=False).computed
    assert "as-2022-cn-games" in one(WORLD, Y2022, games=False).slugs


@pytest.mark.parametrize("columns", PERIODS)
def test_every_number_is_its_rows(columns: str) -> None:
    for counted in (REMOVED, NAMED, DEMANDS):
        for each in counts(counted, columns=columns):
            rows: list[Any] = [fact(slug) for slug in each.slugs]
            assert {row.quantity for row in rows} == {COUNTED[counted]}
            assert {row.place for row in rows} == {each.place}
            assert each.doubtful == any(row.confidence == "low" for row in rows)
            if any((row.date_from, row.date_to) != (each.period.first, each.period.last) for row in rows):
                assert each.computed
                assert each.period.last <= LAST_TABLE, "only Apple's tables have halves"
                assert len({row.date_from for row in rows}) == len(rows) <= 2
                assert all(each.period.first <= row.date_from <= row.date_to <= each.period.last for row in rows)
                assert each.low == sum(row.low for row in rows)
                assert each.high == (each.low if len(rows) == 2 else None)
            else:
                assert (each.low, each.high) == (rows[0].low, rows[0].high)
                assert each.computed == (rows[0].basis == "computed")


@pytest.mark.parametrize("columns", PERIODS)
def test_countries_never_exceed_the_world(columns: str) -> None:
    for counted in (REMOVED, NAMED, DEMANDS):
        for games in (True, False):
            for period in PERIODS[columns]:
                found = [each for each in counts(counted, games=games, columns=columns) if each.period == period]
                world = [each for each in found if each.place == WORLD]
                if world and world[0].high is not None:
                    assert sum(each.low or 0 for each in found if each.place != WORLD) <= world[0].high


def test_no_more_went_than_were_named_or_asked_for() -> None:
    for columns in PERIODS:
        named = {(each.place, each.period): each.high for each in counts(NAMED, columns=columns)}
        for each in counts(REMOVED, columns=columns):
            if most := named.get((each.place, each.period)):
                assert each.low is not None
                assert each.low <= most
        assert all(0 <= (each.low or 0) <= 100 for each in counts(MET, columns=columns))


def test_the_sum_of_2024_is_the_sum_of_its_five() -> None:
    five = [one(place, Y2024).high or 0 for place in (CHINA, RUSSIA, KOREA, "Ukraine", "Jordan")]
    assert one(WORLD, Y2024).low == sum(five)
    assert one(WORLD, Y2024).computed
    assert one(WORLD, Y2024).high is None


def test_what_no_row_gives_is_a_gap_and_a_zero_is_a_row() -> None:
    after = {Y2022, Y2023, Y2024}
    assert not [each for counted in (NAMED, DEMANDS, MET) for each in counts(counted) if each.period in after]
    for columns in PERIODS:
        none = [each for each in counts(REMOVED, columns=columns) if each.size == 0]
        assert all(fact(slug).low == 0 for each in none for slug in each.slugs)  # type: ignore[union-attr]
        assert {each.place for each in none} <= {"India", KOREA}


@pytest.mark.parametrize("columns", PERIODS)
def test_the_order_is_by_period_with_the_world_first(columns: str) -> None:
    periods = PERIODS[columns]
    keys = [(periods.index(each.period), each.place != WORLD, each.place) for each in counts(REMOVED, columns=columns)]
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
    assert "July to December 2018" not in said(WORLD, MET)


def test_of_a_half_alone_the_year_is_at_least(damage: Any) -> None:
    damage("as-h1-2019-ru-apps", basis="unverified")
    damage("as-h2-2020-apps", basis="unverified")
    damage("as-h1-2021-ru-apps", high=None)
    damage("as-h2-2021-ru-requests", low=None)
    damage("as-h1-2020-ru-apps", confidence="low")
    found = said(RUSSIA)
    assert (found["2019"], found["2020"], found["2021"]) == ("at least 1", "21", "at least 9")
    assert one(RUSSIA, Y2020).doubtful
    assert said(RUSSIA, DEMANDS)["2021"] == "3 or 10"
    assert said(RUSSIA, base=OF_WORLD)["2020"] == "at most 7.6 %", "of 278 at least"
    assert said(RUSSIA, base=OF_WORLD)["2019"] == "at least 0.2 %"
    damage("as-h2-2019-ru-granted", basis="unverified")
    assert "2019" not in said(RUSSIA, MET), "a share of a half is none of a year"


def test_a_weak_row_yields_and_equals_make_a_range(damage: Any) -> None:
    assert one(CHINA, HALF_2018).slugs == ("as-h2-2018-cn-517",)
    assert not one(CHINA, HALF_2018).doubtful
    damage("as-h2-2018-cn-pulled", confidence="high")
    assert said(CHINA)["July to December 2018"] == "517 or 526"
    china = one(CHINA, HALF_2018, base=OF_WORLD)
    assert (china.low, china.high) == pytest.approx((100 * 517 / 634, 100 * 526 / 634))
    assert china.words == "82 to 83 %"


def test_a_row_of_a_year_goes_before_its_halves(damage: Any) -> None:
    damage("as-2022-ru", date_from=Y2021.first, date_to=Y2021.last)
    assert said(RUSSIA)["2021"] == "7"
    assert one(RUSSIA, Y2021).slugs == ("as-2022-ru",)


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
        ({"counted": REMOVED, "columns": "years"}, "'half-years, 2018 to 2021'"),
    ],
)
def test_wrong_names(given: dict[str, Any], says: str) -> None:
    with pytest.raises(KitError) as error:
        counts(**given)
    assert says in str(error.value)
