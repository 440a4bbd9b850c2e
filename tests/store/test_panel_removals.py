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
    COUNTED,
    DEMANDS,
    ITSELF,
    MET,
    NAMED,
    OF_NAMED,
    OF_WORLD,
    PERIODS,
    RUSSIA,
    WORLD,
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


def shown() -> dict[tuple[str, str], tuple[float, str]]:
    """Height and number of every bar in sight, by period and slot."""
    bottom = DRAWING.artists.axes.get_ylim()[0]
    return {
        (period.words, slot): (round(bottom + bar.get_height(), 6), DRAWING.artists.labels[period, slot].get_text())
        for (period, slot), bar in DRAWING.artists.bars.items()
        if bar.get_height()
    }


def test_controls_offer_what_the_counts_have() -> None:
    assert OPTIONS["counted"] == list(COUNTED)
    assert OPTIONS["place"] == list(places())
    assert OPTIONS["games"] == ["counted", WITHOUT]
    assert OPTIONS["axis"] == [LINEAR, LOG]


@pytest.mark.parametrize("counted", OPTIONS["counted"])
def test_picture_and_reading_are_the_counts(counted: str) -> None:
    draw = random.Random(counted)
    states = [state for state in STATES if state["counted"] == counted]
    for state in draw.sample(states, 40):
        said = reading(**state)
        found = counts(counted, state["base"], state["games"] == "counted")
        mine = [one for one in found if one.place == state["place"]]
        wanted = {}
        for one in found:
            slot = one.place if one.place in FIXED else OTHER
            if one.place in FIXED or one.place == state["place"]:
                words = one.words.replace("at least ", "≥ ").replace("at most ", "≤ ").replace(" to ", "–")
                wanted[one.period.words, slot] = (round(one.size, 6), words)
        assert shown() == wanted, state
        chosen = state["place"] if state["place"] in FIXED else OTHER
        for (period, slot), label in DRAWING.artists.labels.items():
            if slot == chosen and not any(one.period == period for one in mine):
                assert label.get_text() == "no row"
            elif (period.words, slot) not in wanted:
                assert label.get_text() == ""
            assert (DRAWING.artists.bars[period, slot].get_alpha() == 1) == (slot == chosen)
        assert said.startswith(counted.capitalize().removesuffix(" (%)") + f", {state['place']}")
        for one in mine:
            assert f"{one.words} in {one.period.words}" in said
        if not mine:
            assert "no row" in said
        assert len(said) <= 125 * removals_by_country.lines


def test_hatches_tell_open_ends_arithmetic_and_weak_sources() -> None:
    reading(place="Turkey")
    hatches = {(period.words, slot): bar.get_hatch() for (period, slot), bar in DRAWING.artists.bars.items()}
    assert hatches["2024", WORLD] == "xx"
    assert hatches["2024", OTHER] == "//"
    assert hatches["2024", RUSSIA] == hatches["2022", WORLD] == ""
    reading(games=WITHOUT)
    bars = {(period.words, slot): bar for (period, slot), bar in DRAWING.artists.bars.items()}
    assert bars["2022", WORLD].get_hatch() == ".."
    assert bars["2022", RUSSIA].get_hatch() == ""


def test_the_axis_says_what_is_counted_and_holds_every_bar() -> None:
    for counted, base, axis in product(OPTIONS["counted"], OPTIONS["base"], OPTIONS["axis"]):
        for place in (RUSSIA, "Ukraine"):
            reading(counted=counted, base=base, axis=axis, place=place)
            axes = DRAWING.artists.axes
            low, high = axes.get_ylim()
            assert axes.get_yscale() == ("log" if axis == LOG else "linear")
            assert axes.get_ylabel() == counted.capitalize() + ("" if base == ITSELF else f": % of {base}")
            assert low < min((one.size for one in counts(counted, base)), default=1e9)
            assert max((one.size for one in counts(counted, base)), default=0) * 1.3 < high
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
        ({}, "Apps removed, Russia: 10 in July to December 2018, 7 in 2022, 12 in 2023, 171 in 2024; 2 of 6 columns ha"
             "ve none, which is no zero. Left out: apps' names, apps that makers withdrew, apps refused at review, up"),
        ({"place": WORLD, "games": WITHOUT}, "198 in 2022, 293 in 2023, at least 1,662 in 2024; 1 of 6 columns has non"
                                             "e, which is no zero. Games are taken off in 2022 and 2023 alone: only t"),
        ({"base": OF_WORLD}, "Apps removed, Russia as a share of the world's number: 1.6 % in July to December 2018, 0"
                             ".5 % in 2022, 0.8 % in 2023, at most 10.3 % in 2024; 2 of 6 columns have none, which is "
                             "no zero. A share falls when others' numbers rise: watch its base."),
        ({"base": OF_NAMED}, "91 % in July to December 2018; 5 of 6 columns have none"),
        ({"base": OF_WORLD, "place": WORLD}, "no row. The world is the base itself: choose a country."),
        ({"base": OF_NAMED, "games": WITHOUT}, "no row. Demands do not tell games apart, so this has no base."),
        ({"base": OF_NAMED, "counted": DEMANDS}, "no row. Only apps removed can be divided by apps named."),
        ({"base": OF_WORLD, "counted": MET}, "no row. A share of demands is not divided again."),
        ({"place": "Norway"}, "Apps removed, Norway: no row. Its rows count: apps named in demands."),
        ({"place": "Norway", "counted": NAMED}, "37 in July to December 2018; 5 of 6 columns have none, which is no ze"
                                                "ro. One demand may name hundreds of apps, so the two are never added"),
        ({"counted": MET}, "Demands met, Russia: 95 % in 2019 and 2020 together; 5 of 6 columns have none, which is n"),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in reading(**state)


def test_texts_lie_apart() -> None:
    for state in random.Random(3).sample(STATES, 8):
        DRAWING.draw(state)
        check_texts(DRAWING, state)


def test_bars_of_a_period_stand_side_by_side() -> None:
    reading()
    for period in PERIODS:
        spans = sorted(
            (bar.get_x(), bar.get_x() + bar.get_width())
            for (its, _), bar in DRAWING.artists.bars.items()
            if its == period
        )
        column = PERIODS.index(period)
        assert column - 0.5 < spans[0][0]
        assert spans[-1][1] < column + 0.5
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_every_control_changes_picture_and_reading() -> None:
    check_changes(removals_by_country)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw = random.Random(5)
    for _ in range(2):
        for state in draw.sample(STATES, 2):
            last = DRAWING.draw(state)
            assert len(last[1]) < 150_000
        assert last == Drawing(removals_by_country).draw(state)


def test_assumptions_name_their_sources() -> None:
    sources = {assumption.source for assumption in removals_by_country.assumptions}
    for slug in ("as-2022-ru", "removal-count-apple-2021", "as-h2-2018-cn-pulled", "as-2019-2020-named", "as-2024-sum"):
        assert cite(slug) in sources
    assert not any("UNVERIFIED" in source for source in sources)
