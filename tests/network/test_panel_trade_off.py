"""The trade-off's picture: the curve is the model's, the marks are the table's, and nothing lies on anything."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from network_pictures import check_changes, check_sources, check_texts, start

from chokepoints.classroom.panel import Drawing
from chokepoints.errors import KitError
from chokepoints.evidence import fact
from chokepoints.evidence.rows import Fact, Figure
from chokepoints.network import panel_trade_off
from chokepoints.network.collateral import HIT, PREFIX_LENGTHS, STOPPED, Assumptions, expected
from chokepoints.network.panel_trade_off import what_a_block_costs

OPTIONS = {control.name: list(control.values()) for control in what_a_block_costs.controls}
HOPS = dict(zip(OPTIONS["hops"], (1 / 7, 1, 4, 24, 1_440), strict=True))
FOUND = dict(zip(OPTIONS["found"], (1, 6, 24, 72), strict=True))
TENANTS = dict(zip(OPTIONS["tenants"], (0.1, 0.5, 7.5), strict=True))
#: Both ends of every control, in every combination.
CORNERS = [
    dict(zip(OPTIONS, state, strict=True)) for state in product(*((every[0], every[-1]) for every in OPTIONS.values()))
]
DRAWING = Drawing(what_a_block_costs)


def lines(drawing: Drawing) -> dict[float, str]:
    """Number -> words of every dashed line."""
    marked = [line for line in drawing.artists.axes.lines if line.get_linestyle() == "--"]
    numbers = [float(line.get_ydata()[0]) for line in marked]
    return {
        text.xy[1]: text.get_text() for text in drawing.artists.axes.texts if getattr(text, "xy", (0, 0))[1] in numbers
    }


def two_digits(number: float) -> str:
    return f"{round(number) if number < 10 else float(f'{number:.1e}'):,.0f}"


def tenants_of(number: float) -> str:
    words = two_digits(number)
    return f"{words} tenant{'s' * (words != '1')}" if number >= 1 else "less than one tenant"


def changed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def change(slug: str, **contents: Any) -> None:
        row: Fact = replace(fact(slug), **contents)  # type: ignore[type-var]
        before = panel_trade_off.fact_named
        monkeypatch.setattr(panel_trade_off, "fact_named", lambda name: row if name == slug else before(name))

    return change


@pytest.mark.parametrize("state", CORNERS, ids=lambda state: "-".join(map(str, state.values())))
def test_curve_ring_and_words_are_the_models(state: dict[str, Any]) -> None:
    reading, picture = DRAWING.draw(state)
    model = Assumptions(
        hops_per_day=HOPS[state["hops"]],
        detection_hours=FOUND[state["found"]],
        tenants_per_address=TENANTS[state["tenants"]],
    )
    rows = [expected(replace(model, prefix_length=length)) for length in PREFIX_LENGTHS]
    artists = DRAWING.artists
    x, y = np.array(artists.line.get_xydata()).T
    assert x == pytest.approx([100 * row.stopped for row in rows])
    assert y == pytest.approx([row.businesses for row in rows])
    place = PREFIX_LENGTHS.index(state["length"])
    assert artists.ring.get_xydata()[0].tolist() == [x[place], y[place]]
    tenants = tenants_of(y[place])
    assert artists.words.get_text() == f"/{state['length']}: {tenants}"
    share = 100 * rows[place].dark
    percent = "less than 0.001 %" if share < 0.001 else f"{share:.2g} %" if share < 10 else f"{share:.0f} %"
    assert f"at the end {percent} of the cloud's other tenants are dark: {tenants} at " in reading
    assert f" at {two_digits(rows[place].addresses)} addresses. By single addresses: " in reading
    assert f"By single addresses: {x[0]:.0f} % and {tenants_of(y[0])}. " in reading
    assert f"{x[place]:.0f} % of the messenger's traffic is stopped" in reading
    assert len(picture) < 150_000
    check_texts(DRAWING, [artists.line, artists.ring], state)
    plot, words = artists.axes.bbox, artists.words.get_window_extent()
    assert plot.x0 < words.x0
    assert words.x1 < plot.x1
    assert words.y1 < plot.y1


def test_readings_are_short_in_every_state() -> None:
    for state in product(*OPTIONS.values()):
        said = what_a_block_costs.update(DRAWING.artists, **dict(zip(OPTIONS, state, strict=True)))
        assert len(said) <= 375, said
        assert said.endswith("Hit in 2018, counted otherwise: 400 resources, 400 firms, at least 120 firms.")


def test_who_was_counted_as_hit_is_marked_in_the_words_of_the_rows() -> None:
    assert lines(DRAWING) == {
        400: "400 resources hit,\nsays the agency\n400 firms hit,\nsays a vendor",
        120: "at least 120 firms hit,\nsay lawyers",
    }
    named = {slug for slugs in HIT.values() for slug in slugs}
    assert set(panel_trade_off._COUNTED) <= named
    said_by = {slug: row.said_by for slug in panel_trade_off._COUNTED if isinstance(row := fact(slug), Figure)}
    assert said_by == {
        "dmg-rkn-400": "Roskomnadzor, as Vedomosti reports",
        "dmg-flexbby-firms": "Flexbby, a software vendor",
        "dmg-agora-22": "Agora, a group of lawyers",
    }


def test_marks_and_band_come_from_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    change = changed(monkeypatch)
    change("dmg-agora-22", low=77)
    change("dmg-rkn-400", low=500, high=500)
    change("degrade-15-40", low=11, high=22)
    drawing = Drawing(what_a_block_costs)
    reading, _ = drawing.draw(start(what_a_block_costs))
    assert lines(drawing) == {
        500: "500 resources hit,\nsays the agency",
        400: "400 firms hit,\nsays a vendor",
        77: "at least 77 firms hit,\nsay lawyers",
    }
    assert reading.endswith(": 500 resources, 400 firms, at least 77 firms.")
    band = next(patch for patch in drawing.artists.axes.patches if "agency" in patch.get_label())
    assert band.get_label() == "the agency's 11 to 22 % (undefined)"
    assert (band.get_x(), band.get_width()) == (11, 11)
    assert "degrade-15-40" in STOPPED["agency"]


def test_what_is_unverified_is_not_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    change = changed(monkeypatch)
    for slug in ("dmg-rkn-400", "dmg-flexbby-firms", "degrade-15-40"):
        change(slug, basis="unverified")
    drawing = Drawing(what_a_block_costs)
    reading, _ = drawing.draw(start(what_a_block_costs))
    assert lines(drawing) == {120: "at least 120 firms hit,\nsay lawyers"}
    assert reading.endswith(": at least 120 firms.")
    assert not [patch for patch in drawing.artists.axes.patches if "agency" in patch.get_label()]
    change("dmg-agora-22", basis="unverified")
    reading, _ = Drawing(what_a_block_costs).draw(start(what_a_block_costs))
    assert "2018" not in reading
    assert reading.endswith("tenants.")


def test_a_lost_row_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel_trade_off, "_COUNTED", {"no-such-row": "nobody"})
    with pytest.raises(KitError, match="The tables have lost the row 'no-such-row'"):
        Drawing(what_a_block_costs)


def test_the_axis_is_in_tenants_and_says_so() -> None:
    axes = DRAWING.artists.axes
    assert axes.get_ylabel() == "Other tenants that are dark (number)"
    assert axes.get_xlabel() == "The messenger's traffic that is stopped (%)"
    sizes = {"1": 1, "100": 100, "10,000": 1e4, "1 million": 1e6, "100 million": 1e8}
    assert {label.get_text(): label.get_position()[1] for label in axes.get_yticklabels()} == sizes


def test_what_the_marks_count_is_said() -> None:
    check_sources(what_a_block_costs, set())
    texts = " ".join(assumption.text for assumption in what_a_block_costs.assumptions)
    assert "The two are not one thing" in texts
    assert "the band is no test of the model" in texts


def test_every_control_changes_picture_and_reading() -> None:
    check_changes(what_a_block_costs)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    used, draw = Drawing(what_a_block_costs), random.Random(7)
    for _ in range(6):
        state = {name: draw.choice(every) for name, every in OPTIONS.items()}
        last = used.draw(state)
    assert last == Drawing(what_a_block_costs).draw(state)
