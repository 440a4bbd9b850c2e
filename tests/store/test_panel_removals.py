"""The panel of removals: bars, numbers over them and reading are the counts', in every state that is tried."""

import random
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import pytest
from removals_pictures import check_changes, check_texts, read, start

from chokepoints.classroom.panel import Drawing
from chokepoints.evidence import cite, table
from chokepoints.store import removals
from chokepoints.store.panel_removals import LINEAR, LOG, removals_by_country
from chokepoints.store.removals import (
    BY_HALF,
    BY_YEAR,
    COUNTED,
    DEMANDS,
    ITSELF,
    LAST_TABLE,
    MET,
    NAMED,
    OF_NAMED,
    OF_WORLD,
    PERIODS,
    REMOVED,
    RUSSIA,
    WORLD,
    Period,
    counts,
    places,
)

OPTIONS = {control.name: list(control.values()) for control in removals_by_country.controls}
STATES = [dict(zip(OPTIONS, values, strict=True)) for values in product(*OPTIONS.values())]
DRAWING = Drawing(removals_by_country)
FIXED = (WORLD, "China mainland", "South Korea", RUSSIA)
OTHER = "another place, chosen"
WITHOUT = "games left out"


def reading(**state: Any) -> str:
    return read(DRAWING, **state)


def bars(columns: str) -> dict[tuple[Period, str], Any]:
    """The bars by period and slot."""
    return {(PERIODS[columns][at], slot): bar for (at, slot), bar in DRAWING.artists.bars.items()}


def labels(columns: str) -> dict[tuple[Period, str], Any]:
    """What stands over the bars, by period and slot."""
    return {(PERIODS[columns][at], slot): label for (at, slot), label in DRAWING.artists.labels.items()}


def shown(columns: str) -> dict[tuple[str, str], tuple[float, str]]:
    """Height and number of every bar in sight, by period and slot."""
    bottom = DRAWING.artists.axes.get_ylim()[0]
    numbers = labels(columns)
    return {
        (period.words, slot): (round(bottom + bar.get_height(), 6), numbers[period, slot].get_text())
        for (period, slot), bar in bars(columns).items()
        if bar.get_height()
    }


def brief(period: Period) -> str:
    """A period as the reading has it."""
    return period.words.replace("January to June", "Jan.–June").replace("July to December", "July–Dec.")


def test_controls_offer_what_the_counts_have() -> None:
    assert OPTIONS["counted"] == list(COUNTED)
    assert OPTIONS["place"] == list(places())
    assert OPTIONS["columns"] == list(PERIODS) == [BY_YEAR, BY_HALF]
    assert OPTIONS["games"] == ["counted", WITHOUT]
    assert OPTIONS["axis"] == [LINEAR, LOG]


@pytest.mark.parametrize("counted", OPTIONS["counted"])
def test_picture_and_reading_are_the_counts(counted: str) -> None:
    draw = random.Random(counted)
    states = [state for state in STATES if state["counted"] == counted]
    for state in draw.sample(states, 40):
        said = reading(**state)
        columns = state["columns"]
        found = counts(counted, state["base"], state["games"] == "counted", columns)
        mine = [one for one in found if one.place == state["place"]]
        wanted = {}
        for one in found:
            slot = one.place if one.place in FIXED else OTHER
            if one.place in FIXED or one.place == state["place"]:
                words = one.words.replace("at least ", "≥ ").replace("at most ", "≤ ").replace(" to ", "–")
                wanted[one.period.words, slot] = (round(one.size, 6), words)
        assert shown(columns) == {key: one for key, one in wanted.items() if one[0]}, state
        chosen = state["place"] if state["place"] in FIXED else OTHER
        for (period, slot), label in labels(columns).items():
            if (period.words, slot) in wanted:
                assert label.get_text() == wanted[period.words, slot][1], "a zero has its number and no bar"
            elif slot == chosen:
                untold = period.last > LAST_TABLE and (counted != REMOVED or state["base"] == OF_NAMED)
                assert label.get_text() == ("not seen" if untold else "no row")
            else:
                assert label.get_text() == ""
            assert (bars(columns)[period, slot].get_alpha() == 1) == (slot == chosen)
        assert said.startswith(counted.capitalize().removesuffix(" (%)") + f", {state['place']}")
        for one in mine:
            assert f"{one.words} in {brief(one.period)}" in said
        if not mine:
            assert "no row" in said
        told = {one.period.last > LAST_TABLE for one in mine}
        assert ("another report counts" in said) == (told == {True, False})
        assert len(said) <= 125 * removals_by_country.lines


def test_hatches_tell_open_ends_arithmetic_and_weak_sources() -> None:
    reading(place="Turkey")
    hatches = {(period.words, slot): bar.get_hatch() for (period, slot), bar in bars(BY_YEAR).items()}
    assert hatches["2024", WORLD] == "xx"
    assert hatches["2024", OTHER] == "//"
    assert hatches["2024", RUSSIA] == hatches["2022", WORLD] == hatches["July to December 2018", RUSSIA] == ""
    assert hatches["2019", RUSSIA] == hatches["2021", WORLD] == ".."
    reading(counted=NAMED, place="United Arab Emirates")
    assert bars(BY_YEAR)[PERIODS[BY_YEAR][1], OTHER].get_hatch() == "xx"
    reading(games=WITHOUT)
    hatches = {(period.words, slot): bar.get_hatch() for (period, slot), bar in bars(BY_YEAR).items()}
    assert hatches["2022", WORLD] == ".."
    assert hatches["2022", RUSSIA] == ""


def test_the_picture_is_broken_where_another_report_begins() -> None:
    for columns in (BY_YEAR, BY_HALF, BY_YEAR):
        reading(columns=columns)
        artists = DRAWING.artists
        assert artists.gap.get_visible() == artists.broken.get_visible() == (columns == BY_YEAR)
        sides = [text.get_text() for text in artists.sides]
        assert sides == (["Apple's half-yearly tables: demands, too", "a yearly report: apps removed alone"]
                         if columns == BY_YEAR else
                         ["Apple's half-yearly tables: demands, too; our copy ends with 2021", ""])  # fmt: skip
        names = [label.get_text().replace("\n", " ") for label in artists.axes.get_xticklabels()]
        assert names == [brief(period) for period in PERIODS[columns]]
        left, right = artists.axes.get_xlim()
        spans = {
            period: [bar for (its, _), bar in bars(columns).items() if its == period] for period in PERIODS[columns]
        }
        assert all(
            left < bar.get_x() and bar.get_x() + bar.get_width() < right for these in spans.values() for bar in these
        )
        for tick, period in zip(artists.axes.get_xticks(), PERIODS[columns], strict=True):
            assert spans[period][2].get_x() + spans[period][2].get_width() / 2 == pytest.approx(tick)
            for bar, (_, slot) in zip(spans[period], bars(columns), strict=False):
                label = labels(columns)[period, slot]
                assert label.get_position()[0] == pytest.approx(bar.get_x() + bar.get_width() / 2)
        if columns == BY_YEAR:
            begin, width = artists.gap.get_x(), artists.gap.get_width()
            before = [bar.get_x() + bar.get_width() for period in PERIODS[columns][:4] for bar in spans[period]]
            after = [bar.get_x() for period in PERIODS[columns][4:] for bar in spans[period]]
            assert max(before) < begin < begin + width < min(after)
            assert artists.broken.get_text() == "here our copy of the tables ends"
            assert artists.broken.get_position()[0] == pytest.approx(begin + width / 2)


def test_the_axis_says_what_is_counted_and_holds_every_bar() -> None:
    for counted, base, axis in product(OPTIONS["counted"], OPTIONS["base"], OPTIONS["axis"]):
        for place in (RUSSIA, "Ukraine"):
            reading(counted=counted, base=base, axis=axis, place=place)
            axes = DRAWING.artists.axes
            low, high = axes.get_ylim()
            assert axes.get_yscale() == ("log" if axis == LOG else "linear")
            assert axes.get_ylabel() == counted.capitalize() + ("" if base == ITSELF else f": % of {base}")
            sizes = [one.size for columns in PERIODS for one in counts(counted, base, columns=columns)]
            assert low < min((size for size in sizes if size), default=1e9)
            assert max(sizes, default=0) * 1.3 < high
            ticks = axes.get_yticks()
            assert 2 <= len(ticks) <= 7
            assert low <= min(ticks) <= max(ticks) <= high
        if axis == LINEAR:
            assert low == 0, "a bar that does not begin at zero lies"


def test_the_scale_has_room_for_a_new_row(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [replace(row, low=9_000, high=9_000) if row.slug == "as-2024-kr" else row for row in table("figures")]
    monkeypatch.setattr(removals, "table", lambda name: tuple(rows))
    drawing = Drawing(removals_by_country)
    drawing.draw(start(removals_by_country) | {"axis": LINEAR})
    assert drawing.artists.axes.get_ylim() == pytest.approx((0, 12_600))
    assert max(drawing.artists.axes.get_yticks()) <= 9_000


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "Apps removed, Russia: 10 in July–Dec. 2018, 19 in 2019, 21 in 2020, 9 in 2021, 7 in 2022, 12 in 2023, 171"
             " in 2024. From 2022 another report counts. Left out: apps that makers withdrew, apps refused at review"),
        ({"columns": BY_HALF}, "Apps removed, Russia: 10 in July–Dec. 2018, 18 in Jan.–June 2019, 1 in July–Dec. 2019, "
                               "4 in Jan.–June 2020, 17 in July–Dec. 2020, 2 in Jan.–June 2021, 7 in July–Dec. 2021."),
        ({"place": WORLD, "games": WITHOUT}, "426 in 2021, 198 in 2022, 293 in 2023, at least 1,662 in 2024. From 2022 "
                                             "another report counts. Games can be taken off in 2022 and 2023 alone, b"),
        ({"base": OF_WORLD}, "Apps removed, Russia as a share of the world's number: 1.6 % in July–Dec. 2018, 3.4 % in "
                             "2019, 4.2 % in 2020, 2.1 % in 2021, 0.5 % in 2022, 0.8 % in 2023, at most 10.3 % in 2024."
                             " From 2022 another report counts. A share falls when others' numbers rise: watch its"),
        ({"base": OF_NAMED}, "91 % in July–Dec. 2018, 90 % in 2019, 100 % in 2020, 90 % in 2021; 3 of 7 columns empty, "
                             "which is no zero. Of the apps named that were in the store; the rest may have been"),
        ({"base": OF_WORLD, "place": WORLD}, "no row. The world is the base itself: choose a country."),
        ({"base": OF_NAMED, "games": WITHOUT}, "no row. Demands do not tell games apart, so this has no base."),
        ({"base": OF_NAMED, "counted": DEMANDS}, "no row. Only apps removed can be divided by apps named."),
        ({"base": OF_WORLD, "counted": MET}, "no row. A share of demands is not divided again."),
        ({"place": "Norway"}, "Apps removed, Norway: no row. Its rows count: apps named in demands."),
        ({"place": "Indonesia", "columns": BY_HALF}, "Apps removed, Indonesia: no row. It has one by year."),
        ({"place": "Norway", "counted": NAMED}, "37 in July–Dec. 2018; 6 of 7 columns empty, which is no zero. One dema"
                                                "nd may name hundreds of apps, so the two are never added"),
        ({"place": "Vietnam", "counted": NAMED}, "Apps named in demands, Vietnam: at least 46 in 2019; 6 of 7 columns"),
        ({"counted": MET}, "Demands met, Russia: 90 % in July–Dec. 2018, 90 % in 2019, 100 % in 2020, 90 % in 2021; 3 "
                           "of 7 columns empty, which is no zero. Met: at least one app went after it."),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in reading(**state)


def test_texts_lie_apart() -> None:
    for state in random.Random(3).sample(STATES, 6):
        DRAWING.draw(state)
        check_texts(DRAWING, state)


@pytest.mark.parametrize("columns", PERIODS)
def test_bars_of_a_period_stand_side_by_side(columns: str) -> None:
    reading(columns=columns)
    middles = list(DRAWING.artists.axes.get_xticks())
    assert all(other - one >= 0.999 for one, other in pairwise(middles))
    for middle, period in zip(middles, PERIODS[columns], strict=True):
        spans = sorted(
            (bar.get_x(), bar.get_x() + bar.get_width()) for (its, _), bar in bars(columns).items() if its == period
        )
        assert middle - 0.5 < spans[0][0]
        assert spans[-1][1] < middle + 0.5
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_every_control_changes_picture_and_reading() -> None:
    check_changes(removals_by_country)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    first, second = random.Random(5).sample(STATES, 2)
    others = second | {"columns": BY_HALF if second["columns"] == BY_YEAR else BY_YEAR}
    for state in (first, second, others):  # the last two differ in their columns alone: the ground is drawn anew
        last = DRAWING.draw(state)
        assert len(last[1]) < 150_000
    assert last == Drawing(removals_by_country).draw(others)


def test_assumptions_name_their_sources() -> None:
    sources = {assumption.source for assumption in removals_by_country.assumptions}
    for slug in ("as-h1-2019-ru-apps", "apple-table-ends-2021", "removal-count-apple-2021", "as-h2-2018-cn-pulled",
                 "as-2019-2020-apps", "as-2024-sum"):  # fmt: skip
        assert cite(slug) in sources
    assert not any("UNVERIFIED" in source for source in sources)
