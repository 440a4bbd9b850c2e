"""The panel of who can still use the app: what it says and draws is what the model gives, in whatever order."""

import random
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest

from chokepoints.classroom.panel import Drawing
from chokepoints.classroom.style import style
from chokepoints.evidence import cite, fact
from chokepoints.evidence.rows import Figure
from chokepoints.store.base import Assumptions, Channel, Lever, Lost, Storefront
from chokepoints.store.base_mean import expected
from chokepoints.store.panel_base import areas, assumptions_for, course, who_can_still_use_it

PANEL = who_can_still_use_it
START = {control.name: control.start for control in PANEL.controls}
CONTROLS = {control.name: control for control in PANEL.controls}
NETWORK = CONTROLS["network"].values()
STATES: list[dict[str, Any]] = [
    {},
    {"lever": "nothing"},
    {"lever": "freeze updates everywhere", "days": 730},
    {"lever": "both", "network": NETWORK[2]},
    {"iphones": 100, "replaced": 150, "restored": 0, "days": 90},
    {"iphones": 0, "sideload": 100},
    {"iphones": 74, "markets": 50, "days": 30, "network": NETWORK[1]},
]


@cache
def panel() -> Drawing:
    """One for all tests: below it is shown that what was drawn before does not matter."""
    return Drawing(PANEL)


def drawn(**state: Any) -> tuple[Drawing, str]:
    return panel(), panel().draw(START | state)[0]


def reading(**state: Any) -> str:
    """What the panel says; no picture is made, which takes most of the time."""
    with style():
        return PANEL.update(panel().artists, **(START | state))


def model(**state: Any) -> Assumptions:
    given = START | state
    given.pop("days")
    return assumptions_for(**given)


def test_each_control_is_the_model_s() -> None:
    case = model(lever="both", iphones=0, replaced=70, restored=20, sideload=30, markets=40, network=NETWORK[1])
    assert (case.lever, case.ios_share, case.replaced_per_year, case.restored) == (Lever.BOTH, 0, 0.7, 0.2)
    assert (case.sideload_share, case.marketplaces_open, case.marketplace_share) == (0.3, True, 0.4)
    assert (case.network_blocks, case.vpn_delisted) == (True, False)
    assert model(network=NETWORK[2]).vpn_delisted
    assert not model().network_blocks
    assert not model().marketplaces_open
    assert [model(iphones=share).ios_share for share in (2, 58, 100)] == [0.02, 0.58, 1]
    assert model().ios_share == Assumptions().ios_share
    assert expected(model()).people(storefront=Storefront.INSIDE)[0] == 15_000_000


def test_the_areas_hold_everybody_once() -> None:
    for state in STATES:
        found = expected(model(**state))
        parts = areas(found)
        assert sum(parts.values()) == pytest.approx(found.people(storefront=Storefront.INSIDE) / 1e6)
        inside = {"storefront": Storefront.INSIDE}
        assert parts["newest version"] == pytest.approx(found.using(Channel.STORE, True, **inside) / 1e6)
        assert parts["by another way"] == pytest.approx(
            sum(found.using(channel, **inside) for channel in Channel if channel is not Channel.STORE) / 1e6
        )
        assert parts["came too late"] == pytest.approx(found.lost(Lost.NEWCOMER, **inside) / 1e6)


@pytest.mark.parametrize("state", STATES, ids=str)
def test_the_picture_is_the_model(state: dict[str, Any]) -> None:
    drawing, _ = drawn(**state)
    last = state.get("days", START["days"])
    parts = areas(expected(model(**state)))
    floor = np.zeros(last + 1)
    for name, area in drawing.artists.areas.items():
        corners = area.get_paths()[0].vertices
        assert (corners[:, 0].min(), corners[:, 0].max()) == (0, last)
        top = floor + parts[name][: last + 1]
        for day in (0, last // 3, last):
            here = corners[corners[:, 0] == day, 1]
            assert np.abs(here - floor[day]).min() < 1e-9
            assert np.abs(here - top[day]).min() < 1e-9
        floor = top
        if name == "by another way":
            assert drawing.artists.edge.get_ydata() == pytest.approx(top)
    low, high = drawing.artists.axes.get_ylim()
    assert low == 0
    assert floor.max() < high < 1.1 * floor.max()


@pytest.mark.parametrize("state", STATES, ids=str)
def test_the_words_beside_are_apart_and_within(state: dict[str, Any]) -> None:
    drawing, _ = drawn(**state)
    parts = areas(expected(model(**state)))
    last = state.get("days", START["days"])
    renderer = drawing.artists.figure.canvas.get_renderer()
    width, height = drawing.size
    boxes = []
    for name, words in drawing.artists.words.items():
        felt = parts[name][: last + 1].max() > 0.03 * sum(part[last] for part in parts.values())
        if felt:
            assert words.get_text() == f"{name}, {parts[name][last]:.1f} M"
        if words.get_text():
            assert parts[name][: last + 1].max() > 0.01
            boxes.append(words.get_window_extent(renderer))
    assert len(boxes) >= 3
    for number, box in enumerate(boxes):
        assert box.x1 < width
        assert box.y0 > 0
        assert box.y1 < height
        assert not any(box.overlaps(other) for other in boxes[number + 1 :])


@pytest.mark.parametrize("state", STATES, ids=str)
def test_the_reading_says_what_the_model_gives(state: dict[str, Any]) -> None:
    _, said = drawn(**state)
    found, last = expected(model(**state)), state.get("days", START["days"])
    inside, elsewhere = {"storefront": Storefront.INSIDE}, {"storefront": Storefront.ELSEWHERE}
    share = 100 * found.using(**inside) / (found.people(**inside) - found.lost(Lost.LEFT, **inside))
    assert f"after 30 days {share[30]:.0f} % of those who want the app can use it" in said
    assert (f", after {last} days {share[last]:.0f} %" in said) == (last > 30)
    newest = found.using(newest=True, **inside)[last] / found.wanting(**inside)[last]
    there = found.using(newest=True, **elsewhere)[last] / found.wanting(**elsewhere)[last]
    assert f"on the phones of {100 * newest:.0f} % of those who want it" in said
    assert f"another storefront of {100 * there:.0f} %" in said
    reasons = {
        "came too late": Lost.NEWCOMER,
        "their phone is new": Lost.PHONE,
        "a new system broke it": Lost.BROKEN,
        "they deleted it": Lost.DELETED,
        "no way round the block": Lost.NO_WAY,
    }
    sizes = {words: float(found.lost(reason, **inside)[last]) for words, reason in reasons.items()}
    first = max(sizes, key=lambda words: sizes[words])
    if sum(sizes.values()) > 0.01 * found.wanting(**inside)[last]:
        assert f"First reason of the {sum(sizes.values()) / 1e6:.1f} million who cannot: " in said
        assert first in said
        assert f"({sizes[first] / 1e6:.1f} million)" in said
        assert not any(words in said for words in reasons if words != first)
    else:
        assert "Hardly anybody is kept from it" in said


def test_each_lever_is_named() -> None:
    words = {lever: reading(lever=str(lever)) for lever in Lever}
    assert words[Lever.NOTHING].startswith("The store does nothing:")
    assert words[Lever.DELIST].startswith("Delisted in one storefront:")
    assert words[Lever.FREEZE].startswith("Updates frozen everywhere:")
    assert words[Lever.BOTH].startswith("Delisted in one storefront, updates frozen everywhere:")


def test_the_iphones_are_a_share_from_none_to_all() -> None:
    slider = CONTROLS["iphones"]
    assert slider.label == "iPhones among the phones, assumed"
    assert (slider.values()[0], slider.values()[-1], slider.start) == (0, 100, 26)
    assert reading().startswith("Delisted in one storefront: ")
    for share, words in (
        (0, "no iPhones (no other marketplace)"),
        (2, "at 2 % iPhones"),
        (98, "at 98 % iPhones"),
        (100, "all iPhones (nobody side-loads)"),
    ):
        assert reading(iphones=share).startswith(f"Delisted in one storefront, {words}: ")


@pytest.mark.parametrize(("share", "idle", "other"), [(0, "markets", "sideload"), (100, "sideload", "markets")])
def test_what_the_reading_says_is_idle_is_idle(share: int, idle: str, other: str) -> None:
    """With no iPhones no marketplace counts, with iPhones alone no side-loading; the other way does."""
    drawing, start = panel(), START | {"iphones": share}
    pictures = {name: {drawing.draw(start | {name: many}) for many in (0, 50, 100)} for name in (idle, other)}
    assert len(pictures[idle]) == 1
    assert len(pictures[other]) == 3


def test_a_freeze_is_felt_elsewhere_and_delisting_is_not() -> None:
    def newest(lever: Lever) -> float:
        found = course(replace(model(lever=str(lever), days=400), web_share=0))
        elsewhere = Storefront.ELSEWHERE
        return float(found.using(newest=True, storefront=elsewhere)[365] / found.wanting(storefront=elsewhere)[365])

    assert newest(Lever.DELIST) == pytest.approx(newest(Lever.NOTHING))
    assert newest(Lever.NOTHING) > 0.9
    assert newest(Lever.FREEZE) < 0.05
    assert newest(Lever.BOTH) == pytest.approx(newest(Lever.FREEZE))


@pytest.mark.parametrize("name", CONTROLS)
def test_every_control_changes_picture_and_reading(name: str) -> None:
    drawing, every = panel(), list(CONTROLS[name].values())
    values = [every[0], every[len(every) // 2], every[-1]]
    seen = [drawing.draw(START | {name: value}) for value in dict.fromkeys(values)]
    assert len({reading for reading, _ in seen}) == len(seen)
    assert len({picture for _, picture in seen}) == len(seen)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw, used = random.Random(5), panel()
    for _ in range(3):
        for _ in range(2):
            state = {control.name: draw.choice(list(control.values())) for control in PANEL.controls}
            reading, picture = used.draw(state)
            assert reading.endswith(".")
            assert len(reading) <= 125 * PANEL.lines
            assert len(picture) < 150_000
            assert "nan" not in reading
        assert (reading, picture) == Drawing(PANEL).draw(state)


def test_the_longest_reading_fits() -> None:
    ways = {"sideload": 70, "markets": 0, "replaced": 100, "restored": 50}
    for share, network, days in product((0, 98, 100), NETWORK, (100, 365, 730)):
        said = reading(lever="both", iphones=share, network=network, days=days, **ways)
        assert len(said) <= 125 * PANEL.lines


def test_assumptions_name_their_sources() -> None:
    sources = " ".join(assumption.source for assumption in PANEL.assumptions)
    for slug in ("phone-service-mts-2018", "fortnite-not-again", "smartvoting", "as-updates-auto", "aud-romir-2018"):
        assert cite(slug) in sources
    (phones,) = (assumption for assumption in PANEL.assumptions if "iPhones. " in assumption.text)
    for words in ("26 % of the phones", "No share of 2018 was found", "an undated figure", "Set it above"):
        assert words in phones.text
    assert phones.source.startswith(f"assumed, near {cite('ios-ru-bloomberg-ios')}")
    for slug in ("android-ru-deloitte-2017", "iphone-ru-mts-2020-smartphones", "iphone-ru-mts-2020"):
        assert cite(slug) in phones.source
    for slug, words in (
        ("android-ru-deloitte-2017", "Android had {:.0f} % of main phones in the middle of 2017"),
        ("iphone-ru-mts-2020", "{:.0f} % of its active SIM cards"),
        ("iphone-ru-mts-2020-smartphones", "by our division {:.0f} % of its smartphones, in iPhones in 2020"),
    ):
        row = fact(slug)
        assert isinstance(row, Figure)
        assert row.low is not None
        assert words.format(row.low) in phones.text
    assert "so 10 to 30." in phones.text
    assert any("the phone of before, has the old system even then" in one.text for one in PANEL.assumptions)
    figure = fact("ios-ru-bloomberg-ios")
    assert figure.low == figure.high == 26
