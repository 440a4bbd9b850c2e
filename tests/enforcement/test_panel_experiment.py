"""The picture of the experiment: its marks and words are those of the runs, in every state and in any order."""

import itertools
import random
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from enforcement_talk import positions
from matplotlib.text import Text

from chokepoints.classroom.panel import Drawing, Panel
from chokepoints.classroom.state import state_line
from chokepoints.classroom.style import SMALLEST, style
from chokepoints.enforcement.experiment import all_positions
from chokepoints.enforcement.outcome import Positions, Result, Switch, Where
from chokepoints.enforcement.panel_experiment import as_picture
from chokepoints.errors import KitError

PAYLOADS, LOOKS = ("in the clear", "sealed"), ("silent", "like an alert")
STATES = [
    dict(zip(("switch", "payload", "looks", "step"), state, strict=True))
    for state in itertools.product(map(str, Switch), PAYLOADS, LOOKS, range(1, 6))
]


def wider(positions: Positions, times: int) -> Positions:
    """The same runs as if each phone stood there several times: what twenty phones yield, as test_experiment has it."""
    return Positions(tuple(_wider(one, times) for one in positions))


def _wider(one: Result, times: int) -> Result:
    steps = tuple(
        replace(step, where=step.where * times, log=tuple(replace(line, count=line.count * times) for line in step.log))
        for step in one.steps
    )
    more = {"storefronts": one.storefronts * times, "sent": one.sent * times, "kept": one.kept * times}
    return replace(one, steps=steps, **more)


@cache
def twenty() -> Positions:
    return wider(positions(), 5)


@cache
def the_panel() -> Panel:
    return as_picture(twenty())


@cache
def fresh(number: int) -> tuple[str, bytes]:
    """Reading and picture of a state from a panel that has shown nothing before."""
    return Drawing(the_panel()).draw(STATES[number])


@cache
def used() -> Drawing:
    return Drawing(the_panel())


def run_of(state: dict[str, Any]) -> Result:
    return twenty().of(state["switch"], state["payload"] == "sealed", state["looks"] == "like an alert")


def marks(drawing: Drawing) -> dict[Where, set[tuple[int, int]]]:
    return {where: {(int(x), int(y)) for x, y in line.get_xydata()} for where, line in drawing.artists.marks.items()}


def test_marks_and_readings_are_the_runs() -> None:
    """All 140 states: a mark for each phone and step, a phone's row among its own storefront, a reading that counts."""
    readings = set()
    for state in STATES:
        reading = the_panel().update(used().artists, **state)
        result, step = run_of(state), state["step"]
        row = {"RU": itertools.count(0), "DE": itertools.count(11)}
        rows = [next(row[one]) for one in result.storefronts]
        expected: dict[Where, set[tuple[int, int]]] = {where: set() for where in Where}
        for past in result.steps[:step]:
            for at, where in zip(rows, past.where, strict=True):
                expected[where].add((past.number, at))
        assert marks(used()) == expected
        assert sum(map(len, expected.values())) == 20 * step
        assert used().artists.band.get_x() == step - 0.5
        assert used().artists.words.get_text() == (
            f"Step {step}: {result.of(step).title}\n"
            f"Switch for RU: {state['switch']}; push: {state['payload']}, {state['looks']}"
        )
        assert len(reading) <= 375
        assert reading.endswith(".")
        assert reading.count(".") == 1
        ru, de = result.connected(step, "RU"), result.connected(step, "DE")
        assert f"switch {state['switch']}: connected RU {ru} of 10, DE {de} of 10; the provider cut " in reading
        refused = sum(one is Where.AWAY for one in result.of(step).where)
        assert f"cut {20 if step == 2 else 0} lines and refused {refused}; " in reading
        assert ("no push has been sent" in reading) == (step < 4)
        if step >= 4:
            assert f"the gateway's order hit {result.hit}, {result.readable} could be read as such" in reading
            assert f", {de + ru} came; the messenger was told 200 (" in reading
            assert ("400 TopicDisallowed (10)" in reading) == any(one.told != "200" for one in result.sent)
        readings.add(reading)
    assert len(readings) == len({(run_of(s).push if s["step"] > 3 else "", s["switch"], s["step"]) for s in STATES})


def test_some_readings_in_full() -> None:
    def said(switch: str, payload: str, looks: str, step: int) -> str:
        return used().draw({"switch": switch, "payload": payload, "looks": looks, "step": step})[0]

    assert said("open", "sealed", "silent", 2) == (
        "Step 2 (the address is blocked), switch open: connected RU 0 of 10, DE 0 of 10; "
        "the provider cut 20 lines and refused 20; no push has been sent."
    )
    assert said("all dropped", "in the clear", "silent", 5) == (
        "Step 5 (an hour later), switch all dropped: connected RU 0 of 10, DE 10 of 10; the provider cut 0 lines and "
        "refused 10; of 20 service pushes, in the clear, silent, the gateway's order hit 10, 20 could be read as such, "
        "10 came; the messenger was told 200 (20)."
    )
    assert "order hit 10, 0 could be read as such, 20 came" in said("all delayed", "sealed", "like an alert", 5)
    assert "order hit 10, 0 could be read as such, 10 came" in said("all delayed", "sealed", "like an alert", 4)


@pytest.mark.parametrize("number", [0, 42, 64, 139])
def test_no_word_is_clipped_and_none_covers_another(number: int) -> None:
    used().draw(STATES[number])
    figure = used().artists.figure
    with style():
        boxes = {}
        for text in figure.findobj(Text):
            if text.get_text() and text.get_visible():
                assert text.get_fontsize() >= max(SMALLEST, 12)
                boxes[text.get_text()] = text.get_window_extent()
        assert len(boxes) == 1 + 5 + 2 + 3
        for words, box in boxes.items():
            assert figure.bbox.x0 + 2 <= box.x0, words
            assert figure.bbox.y0 + 2 <= box.y0, words
            assert box.x1 <= figure.bbox.x1 - 2, words
            assert box.y1 <= figure.bbox.y1 - 2, words
        for (one, here), (other, there) in itertools.combinations(boxes.items(), 2):
            assert not here.overlaps(there), (one, other)
        (axes,) = figure.axes
        longest = max(boxes, key=lambda words: words.startswith("Step"))
        assert boxes[longest].y0 >= axes.bbox.y1
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels == ["10 phones,\nstore RU", "10 phones,\nstore DE"]
    assert [label.get_text() for label in axes.get_xticklabels()] == [
        "1\nstart",
        "2\naddress\nblocked",
        "3\nmoved",
        "4\npush",
        "5\nan hour\nlater",
    ]
    assert list(axes.get_yticks()) == [4.5, 15.5]


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw = random.Random(4)
    for number in draw.sample(range(len(STATES)), 8):
        assert used().draw(STATES[number]) == fresh(number)
        assert len(fresh(number)[1]) < 150_000
    assert len({fresh(number)[1] for number in (0, 1, 2, 3, 4, 24, 44)}) == 7


def test_marks_lie_inside_and_apart_by_shape_and_colour() -> None:
    lines = used().artists.marks.values()
    used().draw(STATES[-1])
    assert len({line.get_marker() for line in lines}) == len({line.get_color() for line in lines}) == 3
    (axes,) = used().artists.figure.axes
    low, high = sorted(axes.get_ylim())
    assert all(low < y < high for places in marks(used()).values() for _, y in places)
    names = [text.get_text() for text in used().artists.figure.legends[0].get_texts()]
    assert names == ["at the old address", "at the new address", "not connected"]
    assert [line.get_label() for line in lines] == names


def test_other_numbers_of_phones() -> None:
    few = as_picture(Positions(tuple(_wider(one, 1) for one in (_halved(one) for one in positions()))))
    drawing = Drawing(few)
    reading, _ = drawing.draw(STATES[-1])
    assert "connected RU 1 of 1, DE 1 of 1" in reading
    assert marks(drawing)[Where.OLD] == {(1, 0), (1, 2)}


def _halved(one: Result) -> Result:
    steps = tuple(replace(step, where=step.where[:2]) for step in one.steps)
    return replace(one, storefronts=one.storefronts[:2], steps=steps, sent=one.sent[:2])


def test_the_panel_itself() -> None:
    panel = the_panel()
    assert (panel.name, panel.lines) == ("enforcement-the-experiment", 3)
    start = {control.name: control.start for control in panel.controls}
    assert start == {"switch": "open", "payload": "in the clear", "looks": "silent", "step": 5}
    changed = start | {"switch": "all dropped", "step": 2}
    assert state_line(panel.name, panel.controls, changed) == "show(the_experiment, switch='all dropped', step=2)"
    assert [button.label for button in panel.buttons] == ["Next step"]
    assert 4 <= Drawing(panel).artists.figure.get_figheight() <= 4.6
    for given in (None, positions().results, all_positions, panel, Positions(())):
        with pytest.raises(KitError, match="await all_positions"):
            as_picture(given)  # type: ignore[arg-type]
