"""The panel of directions: marks, returns, numbers and words are the cases', on every day that is tried."""

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from matplotlib.dates import date2num
from removals_pictures import check_changes, check_texts, read, start

from chokepoints.classroom.panel import Drawing
from chokepoints.evidence import cite, fact
from chokepoints.store import directions
from chokepoints.store.directions import BOTH_STORES, GROUND, KINDS, NAMES, STORE, WHERE, WHO, case_named, cases
from chokepoints.store.panel_directions import other_directions

OPTIONS = {control.name: list(control.values()) for control in other_directions.controls}
DRAWING = Drawing(other_directions)
ICE, VK = "ICEBlock, United States", "VK's apps, from Britain"


def states(seed: int, many: int) -> list[dict[str, Any]]:
    """So many states drawn at random, the first and the last day among them."""
    draw = random.Random(seed)
    drawn = [{name: draw.choice(values) for name, values in OPTIONS.items()} for _ in range(many)]
    return [*drawn, drawn[0] | {"until": OPTIONS["until"][0]}, drawn[1] | {"until": OPTIONS["until"][-1]}]


def marks() -> set[tuple[float, float]]:
    lines = DRAWING.artists.marks.values()
    return {(round(x, 6), round(y, 6)) for line in lines for x, y in line.get_xydata().tolist()}


def test_controls_offer_what_the_cases_have() -> None:
    assert OPTIONS["heading"] == list(KINDS) == [WHO, GROUND, STORE, WHERE]
    assert OPTIONS["case"] == list(NAMES)
    assert OPTIONS["until"][0] > min(case.day for case in cases()), "at least one case stands on the first day"
    assert OPTIONS["until"][-1] > max(case.day for case in cases())


def test_marks_and_words_are_the_cases() -> None:
    for state in states(1, 60):
        said = read(DRAWING, **state)
        heading, until, name = state["heading"], state["until"], state["case"]
        begun = [case for case in cases() if case.day <= until]
        drawn = marks()
        assert len(drawn) == len(begun)
        assert {x for x, _ in drawn} == {float(date2num(case.day)) for case in begun}
        lanes = sorted(round(y) for _, y in drawn)
        assert lanes == sorted(KINDS[heading].index(case.kind(heading)) for case in begun)
        diamonds = DRAWING.artists.marks[BOTH_STORES].get_xydata()
        assert len(diamonds) == sum(case.kind(STORE) == BOTH_STORES for case in begun)
        numbers = [text.get_text() for text in DRAWING.artists.counts]
        for lane, kind in enumerate(KINDS[heading]):
            number = sum(case.kind(heading) == kind for case in begun)
            assert numbers[lane] == str(number)
            assert (f"{number} {kind}" in said) == (number > 0)
        assert not any(numbers[len(KINDS[heading]) :])
        back = sorted(float(date2num(case.came_back)) for case in begun if case.came_back and case.came_back <= until)
        assert sorted(DRAWING.artists.backs.get_xdata()) == back
        outs = [list(line.get_xdata()) for line in DRAWING.artists.outs if len(line.get_xdata())]
        assert sorted(end for _, end in outs) == back
        assert {start for start, _ in outs} <= {x for x, _ in drawn}
        assert list(DRAWING.artists.day.get_xdata()) == [date2num(until)] * 2
        case = case_named(name)
        assert case
        lines = [text.get_text() for text in DRAWING.artists.lines]
        if case in begun:
            assert lines == [case.asked, case.ground, case.did, case.told, case.back_said]
            assert said.startswith(f"{name}, {case.when}. Who asked: {case.asked}. Ground: {case.ground}. The store: ")
            assert f"Told: {case.told}. Back: {case.back_said}." in said
            ((x, y),) = DRAWING.artists.ring.get_xydata().tolist()
            assert (round(x, 6), round(y, 6)) in drawn
            assert x == date2num(case.day)
        else:
            assert lines == [""] * 5
            assert said.startswith(f"{name}: not yet; it begins on {case.day.day} ")
            assert not len(DRAWING.artists.ring.get_xydata())
        assert len(said) <= 125 * other_directions.lines


def test_no_two_cases_are_one_mark() -> None:
    for heading in KINDS:
        read(DRAWING, heading=heading)
        found = sorted(marks())
        for (x, y), (other_x, other_y) in ((one, other) for one in found for other in found if one < other):
            assert abs(x - other_x) > 60 or abs(y - other_y) > 0.2


def test_a_case_keeps_its_place_over_time() -> None:
    for heading in KINDS:
        read(DRAWING, heading=heading)
        every = marks()
        read(DRAWING, heading=heading, until=date(2019, 1, 7))
        assert marks() < every


def test_a_case_shows_from_its_day_on() -> None:
    day = date(2022, 9, 26)
    assert day in OPTIONS["until"]
    for until, there in ((day - timedelta(days=28), False), (day, True)):
        said = read(DRAWING, until=until, case=VK)
        assert (float(date2num(day)) in {x for x, _ in marks()}) == there
        assert ("not yet" in said) != there


def test_a_return_shows_from_its_day_on() -> None:
    days = OPTIONS["until"]
    before = max(day for day in days if day < date(2022, 10, 18))
    read(DRAWING, until=before, case=VK)
    assert float(date2num(date(2022, 10, 18))) not in DRAWING.artists.backs.get_xdata()
    read(DRAWING, until=before + timedelta(days=28), case=VK)
    assert float(date2num(date(2022, 10, 18))) in DRAWING.artists.backs.get_xdata()


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "The messenger, the letter, 28 May 2018. Who asked: the agency, in a public letter. Ground: a ruling on o"
             "thers too, says its head. The store: kept it, and had held updates since April, the founder says."),
        ({}, "Back: an update on 1 June 2018. 18 cases to 23 November 2026, by who asked: 13 the country's own authorit"
             "ies; 2 nobody, the store says; 3 not found."),
        ({"case": ICE, "until": date(2018, 6, 11)}, "ICEBlock, United States: not yet; it begins on 2 October 2025. 5"),
        ({"heading": GROUND}, "by the ground named: 11 that country's law; 1 rules and law both; 4 the store's own ru"),
        ({"heading": WHERE, "until": date(2017, 1, 23)}, "2 cases to 23 January 2017, by where it went: 2 one storefr"),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in read(DRAWING, **state)


def test_lanes_are_named_by_their_kinds() -> None:
    for heading, kinds in KINDS.items():
        read(DRAWING, heading=heading)
        names = [text.get_text().replace("\n", " ") for text in DRAWING.artists.axes.get_yticklabels()]
        assert names == [kind[0].upper() + kind[1:] for kind in kinds]
        assert DRAWING.artists.axes.get_ylim() == (len(kinds) - 0.5, -0.5)


def test_a_case_without_a_verified_row_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    row = replace(fact("iceblock-2025"), basis="unverified")  # type: ignore[type-var]
    monkeypatch.setattr(directions, "fact_named", lambda slug: row if slug == row.slug else fact(slug))
    cases.cache_clear()
    try:
        said = read(DRAWING, case=ICE)
    finally:
        monkeypatch.undo()
        cases.cache_clear()
    assert said.startswith(f"{ICE}: no verified row. 17 cases to ")
    assert DRAWING.artists.title.get_text() == f"{ICE}: no verified row"


def test_texts_lie_apart() -> None:
    for state in states(3, 6):
        DRAWING.draw(state)
        check_texts(DRAWING, state)


def test_controls_change_what_is_seen() -> None:
    days = replace(other_directions.controls[1], step=280)  # type: ignore[type-var]
    check_changes(
        replace(other_directions, controls=(other_directions.controls[0], days, other_directions.controls[2]))
    )


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    for seed in (4, 5):
        for state in states(seed, 2):
            last = DRAWING.draw(state)
            assert len(last[1]) < 150_000
        assert last == Drawing(other_directions).draw(state)


def test_the_start_and_the_sources() -> None:
    assert start(other_directions)["case"] == "The messenger, the letter"
    sources = {assumption.source for assumption in other_directions.assumptions}
    for slug in ("iceblock-2025", "vk-removal", "cn-2024", "tiktok-us-2025", "vpn-ru-2026"):
        assert cite(slug) in sources
