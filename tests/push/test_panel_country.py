"""The panel of the country: what it says and draws is what the model gives, in whatever order it is worked."""

import random
from typing import Any

import numpy as np
import pytest

from chokepoints.classroom.panel import Drawing
from chokepoints.evidence import cite
from chokepoints.push.country import Assumptions, Switch, in_weeks, simulate
from chokepoints.push.country_users import back_after, expected, hours_to_reach
from chokepoints.push.panel_country import assumptions_for, push_in_a_country

START = {control.name: control.start for control in push_in_a_country.controls}
POSITIONS = push_in_a_country.controls[2].values()


def drawn(**state: Any) -> tuple[Drawing, str]:
    drawing = Drawing(push_in_a_country)
    return drawing, drawing.draw(START | state)[0]


def model(**state: Any) -> Assumptions:
    return assumptions_for(**(START | state))


@pytest.mark.parametrize("position", POSITIONS)
def test_the_lines_are_the_model(position: str) -> None:
    drawing, _ = drawn(position=position, leaving=True)
    days, hours = drawing.artists.lines[position]
    case = model(position=position, leaving=True)
    assert days.get_ydata() == pytest.approx(100 * expected(case).connected)
    assert list(days.get_xdata()) == list(range(121))
    assert hours.get_ydata() == pytest.approx(100 * back_after(case, hours.get_xdata()))
    low, high = 100 * np.quantile(simulate(case, 500).weekly, (0.25, 0.75), axis=0)
    corners = drawing.artists.band.get_paths()[0].vertices
    assert corners[:, 0].max() == 119
    for week in range(17):
        inside = corners[(corners[:, 0] >= 7 * week) & (corners[:, 0] <= 7 * week + 7), 1]
        assert np.abs(inside - low[week]).min() < 1e-9
        assert np.abs(inside - high[week]).min() < 1e-9


@pytest.mark.parametrize("position", POSITIONS)
def test_the_chosen_one_is_drawn_bold_and_its_half_ringed(position: str) -> None:
    drawing, _ = drawn(position=position)
    for bold, line in zip(drawing.artists.bold, drawing.artists.lines[position], strict=True):
        assert bold.get_xydata().tolist() == line.get_xydata().tolist()
        assert bold.get_color() == line.get_color()
        assert bold.get_linewidth() > line.get_linewidth()
    ((hours, percent),) = drawing.artists.ring.get_xydata()
    assert percent == 50
    assert hours == pytest.approx(hours_to_reach(model(position=position)))
    low, high = drawing.artists.ring.axes.get_xlim()
    assert low < hours < high


def test_each_position_is_the_model_s() -> None:
    for switch in Switch:
        assert model(position=str(switch)).switch is switch
        assert model(position=str(switch)).push_reach == 0.8
    assert model(position="no push at all").push_reach == 0
    case = model(blocks="once an hour", reach=35, inside=65, backup="never", leaving=True)
    assert (case.blocks_per_day, case.push_reach, case.storefront_share) == (24, 0.35, 0.65)
    assert case.rates["backup"] == 0
    assert min(case.giving_up, case.leaving_unalerted, case.coming_back) > 0
    assert model().giving_up == model().leaving_unalerted == model().coming_back == 0


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"position": "push open"},
        {"position": "alerts blocked", "leaving": True, "inside": 100},
        {"position": "all pushes blocked", "leaving": True, "blocks": "once an hour"},
        {"position": "no push at all", "backup": "never"},
    ],
    ids=str,
)
def test_the_reading_says_what_the_model_gives(state: dict[str, Any]) -> None:
    _, said = drawn(**state)
    case = model(**state)
    week = 100 * in_weeks(expected(case).connected)[-1]
    assert f"in the last week {week:.0f} % are connected on average" in said
    low, high = 100 * np.quantile(simulate(case, 500).weekly[:, -1], (0.25, 0.75))
    assert f"{low:.0f} to {high:.0f} % in half of the runs" in said
    gone = 100 * expected(case).gone[-1]
    assert (f"and {gone:.0f} % have left" in said) == (gone >= 0.5)
    position = state.get("position", START["position"])
    thrown = f"from day 42 for {state.get('inside', 30)} % of the users"
    assert (thrown in said) == (position not in ("push open", "no push at all"))
    for other in ("push open", "no push at all"):
        there = 100 * in_weeks(expected(model(**(state | {"position": other}))).connected)[-1]
        assert (f"{there:.0f} % with {other}" in said) == (other != position)
    hours = hours_to_reach(case)
    assert any(
        f"back {words} after a move" in said
        for words in (f"{60 * hours:.0f} minutes", f"{hours:.0f} hours", f"{hours / 24:.0f} days")
    )


def test_units_of_the_time_to_half() -> None:
    drawing = Drawing(push_in_a_country)
    for words, state in (
        ("5 minutes", {"position": "push open"}),
        ("4 hours", {"position": "no push at all"}),
        ("34 hours", {"position": "push open", "reach": 20, "backup": "never"}),
        ("2 days", {"position": "no push at all", "backup": "never"}),
    ):
        assert f"back {words} after" in drawing.draw(START | state)[0]


def test_alerts_alone_change_nothing_unless_users_leave() -> None:
    for leaving in (False, True):
        drawing, _ = drawn(leaving=leaving)
        ends = {name: lines[0].get_ydata()[-1] for name, lines in drawing.artists.lines.items()}
        assert (ends["alerts blocked"] == pytest.approx(ends["push open"], abs=1e-9)) == (not leaving)
        assert (ends["all pushes blocked"] == pytest.approx(ends["service pushes blocked"], abs=1e-9)) == (not leaving)
        assert ends["no push at all"] < ends["all pushes blocked"] <= ends["service pushes blocked"] + 1e-9
        assert ends["service pushes blocked"] < ends["alerts blocked"] <= ends["push open"] + 1e-9


@pytest.mark.parametrize("control", push_in_a_country.controls, ids=lambda control: control.name)
def test_every_control_changes_picture_and_reading(control: Any) -> None:
    drawing, every = Drawing(push_in_a_country), list(control.values())
    values = [every[0], every[len(every) // 2], every[-1]]
    seen = [drawing.draw(START | {control.name: value}) for value in dict.fromkeys(values)]
    assert len({reading for reading, _ in seen}) == len(seen)
    assert len({picture for _, picture in seen}) == len(seen)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw, used = random.Random(4), Drawing(push_in_a_country)
    for _ in range(4):
        for _ in range(3):
            state = {control.name: draw.choice(list(control.values())) for control in push_in_a_country.controls}
            reading, picture = used.draw(state)
            assert reading.endswith(".")
            assert len(reading) <= 125 * push_in_a_country.lines
            assert len(picture) < 150_000
        assert (reading, picture) == Drawing(push_in_a_country).draw(state)


def test_the_edges_can_be_drawn() -> None:
    drawing = Drawing(push_in_a_country)
    for reach in (0, 100):
        for inside in (0, 100):
            for position in POSITIONS:
                state = {"reach": reach, "inside": inside, "position": position, "backup": "never"}
                said, _ = drawing.draw(START | state | {"blocks": "once a week"})
                assert "nan" not in said
                assert "inf" not in said


def test_assumptions_name_their_sources() -> None:
    sources = {assumption.source for assumption in push_in_a_country.assumptions}
    for slug in ("aud-15m", "apple-letter", "push-dcupdate-android", "push-encrypted-p", "apns-background-rate"):
        assert cite(slug) in sources
