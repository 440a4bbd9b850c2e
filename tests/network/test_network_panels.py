"""The panels of the room: their numbers are those of the table and of the model, and the picture shows them."""

from dataclasses import replace
from datetime import date
from ipaddress import collapse_addresses
from typing import Any

import pytest

from chokepoints.classroom.panel import Drawing, Panel
from chokepoints.network.collateral import PREFIX_LENGTHS, Assumptions, expected
from chokepoints.network.panel_ranges import counted
from chokepoints.network.panels import named_ranges, what_a_block_costs
from chokepoints.network.ranges import PROVIDERS, blocked


def reading(panel: Panel, **state: Any) -> str:
    start = {control.name: control.start for control in panel.controls}
    return Drawing(panel).draw(start | state)[0]


@pytest.mark.parametrize("day", [date(2018, 4, day) for day in range(16, 20)], ids=str)
def test_ranges_are_counted_as_ipaddress_counts_them(day: date) -> None:
    found = counted(day)
    assert tuple(found) == PROVIDERS
    for name, (once, added) in found.items():
        prefixes = blocked(name, until=day)
        assert once == sum(one.num_addresses for one in collapse_addresses(prefixes))
        assert added == sum(one.num_addresses for one in prefixes)
    for place, words in enumerate(("each address once", "sizes added up")):
        total = sum(both[place] for both in found.values())
        assert f": {total:,} addresses" in reading(named_ranges, day=day, count=words)


def test_what_is_counted_twice_is_said_where_it_is_counted_twice() -> None:
    assert "32,768 of them are counted twice" in reading(named_ranges, count="sizes added up")
    assert "counted twice" not in reading(named_ranges)
    assert "counted twice" not in reading(named_ranges, day=date(2018, 4, 18), count="sizes added up")


@pytest.mark.parametrize("length", [12, 15, 24, 32])
def test_a_block_costs_what_the_model_says(length: int) -> None:
    model = replace(Assumptions(hops_per_day=4, detection_hours=72, tenants_per_address=7.5), prefix_length=length)
    said = reading(what_a_block_costs, length=length, hops="4 times a day", found="3 days", tenants="7.5 an address")
    assert f"{100 * expected(model).stopped:.0f} % of the messenger's traffic is stopped" in said
    share = 100 * expected(model).dark
    assert ("less than 0.001 %" if share < 0.001 else f"{share:.2g} %" if share < 10 else f"{share:.0f} %") in said


def test_every_length_is_on_the_curve_and_the_chosen_one_is_ringed() -> None:
    drawing = Drawing(what_a_block_costs)
    start = {control.name: control.start for control in what_a_block_costs.controls}
    drawing.draw(start | {"length": 20})
    line, ring = drawing.artists.line.get_xydata(), drawing.artists.ring.get_xydata()
    assert len(line) == len(PREFIX_LENGTHS)
    assert ring[0].tolist() == line[PREFIX_LENGTHS.index(20)].tolist()
