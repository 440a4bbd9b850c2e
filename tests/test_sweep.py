"""Every panel that a lesson shows, found by running the lesson: every control over its range, in any order."""

import random
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from lesson_panels import LESSONS, panels_of

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Number
from chokepoints.classroom.panel import Drawing, Panel
from chokepoints.classroom.style import new_figure

State = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """A state that a panel was drawn in, what it said, and its picture."""

    state: State
    reading: str
    picture: bytes


def values(panel: Panel) -> dict[str, list[Any]]:
    """At most some 20 values of each control, both ends included."""
    swept = {}
    for control in panel.controls:
        every = list(control.values())
        step = max(1, round(len(every) / 20))
        swept[control.name] = [*every[:-1:step], every[-1]]
    return swept


def states(panel: Panel) -> list[State]:
    """As few as hold each of these values: every control moves from one to the next, in an order by lot."""
    draw, swept = random.Random(panel.name), values(panel)
    for choices in swept.values():
        draw.shuffle(choices)
    most = max(map(len, swept.values()))
    return [{name: choices[number % len(choices)] for name, choices in swept.items()} for number in range(most)]


@cache
def sweep(panel: Panel) -> tuple[Seen, ...]:
    """The panel in these states, drawn one after the other as a learner has it; both tests of a panel look at them."""
    drawing = Drawing(panel)
    return tuple(Seen(state, *drawing.draw(state)) for state in states(panel))


def idle(panel: Panel) -> list[str]:
    """The controls that change nothing, wherever they stand, while the others are as at the start."""
    drawing, start = Drawing(panel), {control.name: control.start for control in panel.controls}
    before = drawing.draw(start)
    return [
        name
        for name, choices in values(panel).items()
        if all(drawing.draw(start | {name: value}) == before for value in choices if value != start[name])
    ]


def astray(panel: Panel) -> list[State]:
    """Of the states in which the panel has been drawn after others, those which a fresh panel shows in another way."""
    some = [*random.Random(panel.name).sample(sweep(panel)[1:-1], 2), sweep(panel)[-1]]
    return [seen.state for seen in some if Drawing(panel).draw(seen.state) != (seen.reading, seen.picture)]


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def panels(request: pytest.FixtureRequest) -> tuple[Panel, ...]:
    """The panels of one lesson."""
    return panels_of(request.param)


def test_every_control_over_its_range(panels: tuple[Panel, ...]) -> None:
    assert panels
    for panel in panels:
        for seen in sweep(panel):
            assert seen.reading.endswith(".")
            assert len(seen.picture) < 150_000, f"{panel.name}: {len(seen.picture)} bytes at {seen.state}"
        assert idle(panel) == [], f"{panel.name}: these controls change nothing"


def test_any_order_gives_the_picture_of_a_fresh_panel(panels: tuple[Panel, ...]) -> None:
    for panel in panels:
        assert astray(panel) == [], f"{panel.name}: a fresh panel shows these states in another way"


def test_what_is_idle_or_astray_is_found() -> None:
    """By a panel that forgets one control, and shows the most that another has ever stood at."""

    def setup() -> Artists:
        axes = new_figure(3, 2).add_subplot()
        return Artists(axes.figure, line=axes.axvline(0), most=axes.axvline(0))

    def update(artists: Artists, forgotten: int, moved: int, kept: int) -> str:
        artists.line.set_xdata([moved / 99] * 2)  # type: ignore[attr-defined]
        artists.most.set_xdata([max(kept / 99, artists.most.get_xdata()[0])] * 2)  # type: ignore[attr-defined]
        return f"It stands at {moved}."

    controls = tuple(Number(name, name.title(), 0, 99, 0) for name in ("forgotten", "moved", "kept"))
    panel = Panel("test-out-of-order", "Out of order", setup, update, controls)
    assert idle(panel) == ["forgotten"]
    assert astray(panel)
    for name, choices in values(panel).items():
        assert choices == [*range(0, 99, 5), 99]
        assert {seen.state[name] for seen in sweep(panel)} == set(choices)
