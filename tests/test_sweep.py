"""Every panel that a lesson shows, found by running the lesson: every control over its range, in any order."""

import random
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell

from chokepoints.classroom import panel as panel_module
from chokepoints.classroom.panel import Drawing, Panel

LESSONS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


@cache
def panels_of(lesson: Path) -> tuple[Panel, ...]:
    """Each panel of one lesson once, in order; the tests of this file share the run of the lesson."""
    shell = InteractiveShell.instance()
    panel_module.shown.clear()
    for cell in nbformat.read(lesson, as_version=4).cells:
        if cell.cell_type == "code":
            shell.run_cell(cell.source, silent=True).raise_error()
    shell.reset(new_session=False)
    return tuple(dict.fromkeys(record.panel for record in panel_module.shown))


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def panels(request: pytest.FixtureRequest) -> tuple[Panel, ...]:
    """The panels of one lesson."""
    return panels_of(request.param)


def values(panel: Panel) -> dict[str, list[Any]]:
    """At most some 20 values of each control, both ends included."""
    swept = {}
    for control in panel.controls:
        every = list(control.values())
        step = max(1, len(every) // 19)
        swept[control.name] = [*every[::step], every[-1]]
    return swept


def test_every_control_over_its_range(panels: tuple[Panel, ...]) -> None:
    assert panels
    for panel in panels:
        drawing = Drawing(panel)
        start = {control.name: control.start for control in panel.controls}
        for name, choices in values(panel).items():
            seen = set()
            for value in choices:
                reading, picture = drawing.draw(start | {name: value})
                assert reading.endswith(".")
                assert len(picture) < 150_000, f"{panel.name}: {len(picture)} bytes at {name}={value}"
                seen.add((reading, picture))
            assert len(seen) > 1, f"{panel.name}: the control {name} changes nothing"


def test_any_order_gives_the_picture_of_a_fresh_panel(panels: tuple[Panel, ...]) -> None:
    for panel in panels:
        draw = random.Random(panel.name)
        swept = values(panel)
        used = Drawing(panel)
        for _ in range(3):
            for _ in range(4):
                state = {name: draw.choice(choices) for name, choices in swept.items()}
                last = used.draw(state)
            assert last == Drawing(panel).draw(state)
