"""The panel of the ways to learn an address: its picture and its reading say what the model says, in every state."""

import random
from itertools import product
from typing import Any

import pytest
from network_pictures import check_changes, check_sources, check_texts, start

from chokepoints.classroom.panel import Drawing
from chokepoints.evidence import table
from chokepoints.network.channels import BLOCKS, CUT, IN_PART, LEFT, left, ways
from chokepoints.network.panel_channels import ways_to_learn

REFUSES = {
    "nobody": (),
    "Google": ("google",),
    "Apple": ("apple",),
    "Apple and Google": ("apple", "google"),
    "all four": ("apple", "cloudflare", "google", "microsoft"),
}
OPTIONS = {control.name: list(control.values()) for control in ways_to_learn.controls}
#: Every state of the levers, each with another ringed way.
STATES = [
    {"blocks": blocks, "refuses": refuses, "ended": ended, "way": OPTIONS["way"][count % 10]}
    for count, (blocks, refuses, ended) in enumerate(product(BLOCKS, REFUSES, (False, True)))
]
DRAWING = Drawing(ways_to_learn)


def reading(**state: Any) -> str:
    return DRAWING.draw(start(ways_to_learn) | state)[0]


def test_controls_offer_what_the_model_has() -> None:
    assert OPTIONS["blocks"] == list(BLOCKS)
    assert OPTIONS["refuses"] == list(REFUSES)
    assert len(OPTIONS["way"]) == len(table("channels")) == 10


@pytest.mark.parametrize("state", STATES, ids=lambda state: f"{state['blocks']}-{state['refuses']}-{state['ended']}")
def test_picture_and_reading_in_every_state_of_the_levers(state: dict[str, Any]) -> None:
    said, picture = DRAWING.draw(state)
    found = left(state["blocks"], REFUSES[state["refuses"]], fronting_ended=state["ended"])
    artists = DRAWING.artists
    for look, marks in artists.marks.items():
        assert list(marks.get_ydata()) == [place for place, one in enumerate(found) if one.state == look]
    for one, words in zip(found, artists.words, strict=True):
        assert words.get_text() == (f"{one.state}: {one.why}" if one.why else one.state)
    there = [OPTIONS["way"][place] for place, one in enumerate(found) if one.state != CUT]
    assert artists.count.get_text() == f"{len(there)} of 10 left"
    body, tail = said.split(" Ringed, ")
    if there:
        assert f": {len(there)} of 10 ways {'is' if len(there) == 1 else 'are'} left: " in body
        named = body.split(" left: ")[1].removesuffix(".").split(". Through")[0].split(", ")
        parts = {OPTIONS["way"][place] for place, one in enumerate(found) if one.state == IN_PART}
        assert named == [name + " (in part)" * (name in parts) for name in there]
    else:
        assert body.endswith(": none of 10 ways is left.")
    place = OPTIONS["way"].index(state["way"])
    assert artists.ring.get_ydata() == [place]
    row = found[place].way
    assert tail == f"{state['way']}: {row.carries}; depends on: {row.depends_on}. State: {row.status_2018}."
    assert len(said) <= 125 * ways_to_learn.lines
    assert len(picture) < 150_000
    check_texts(DRAWING, [*artists.marks.values(), artists.ring], state)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"blocks": "nothing"}, "The network blocks nothing, nobody refuses, domain fronting goes on: 10 of 10 ways"),
        ({"blocks": "nothing"}, "Through Apple or Google: 6."),
        ({"blocks": "these and VPNs"}, "5 of 10 ways are left: "),
        ({"blocks": "these and VPNs", "ended": True}, "domain fronting has ended: 3 of 10 ways are left: cloud "
         "database at Apple, silent push, app update. Through Apple or Google: all."),
        ({"blocks": "these and VPNs", "ended": True, "refuses": "Google"}, "Google refuses, domain fronting has ended"),
        ({"refuses": "Apple and Google"}, "3 of 10 ways are left: relay of a friend (unverified), DNS record at "
         "Cloudflare, file at Microsoft. Through Apple or Google: none."),
        ({"refuses": "Apple and Google"}, "Apple and Google refuse, "),
        ({"refuses": "all four"}, "1 of 10 ways is left: relay of a friend (unverified). Through Apple or Google: n"),
        ({"blocks": "these and VPNs", "refuses": "all four"}, "none of 10 ways is left."),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in reading(**state)


def test_what_is_unverified_says_so_wherever_it_is_named() -> None:
    doubtful = [place for place, way in enumerate(ways()) if way.basis == "unverified"]
    assert doubtful
    for place, name in enumerate(OPTIONS["way"]):
        assert name.endswith(" (unverified)") == (place in doubtful)
    assert [label.get_text() for label in DRAWING.artists.axes.get_yticklabels()] == OPTIONS["way"]


def test_ways_stand_beside_their_holder() -> None:
    lines = {text.get_text(): text.get_position()[1] for text in DRAWING.artists.axes.texts}
    places = {"no company": 0.5, "Cloudflare": 2, "Microsoft": 3, "Google": 4.5, "Apple": 6, "Apple and Google": 8}
    assert {name: lines[name] for name in places} == places


def test_standings_are_told_apart_by_shape_and_colour() -> None:
    marks = DRAWING.artists.marks
    assert list(marks) == [LEFT, IN_PART, CUT]
    assert len({line.get_marker() for line in marks.values()}) == 3
    assert len({line.get_color() for line in marks.values()}) == 3


def test_every_control_changes_picture_and_reading() -> None:
    check_changes(ways_to_learn)


def test_assumptions_name_their_source_and_do_not_overstate() -> None:
    check_sources(ways_to_learn, {"channels.csv"})
    assert any("need not be willing, able or bound" in assumption.text for assumption in ways_to_learn.assumptions)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    used = Drawing(ways_to_learn)
    for state in random.Random(7).sample(STATES, 8):
        last = used.draw(state)
    assert last == Drawing(ways_to_learn).draw(state)
