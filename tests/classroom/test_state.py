"""The state line: what stands under a picture makes the same panel again, picture and reading."""

import random
import re
from datetime import date
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from lesson_panels import LESSONS, panels_of

from chokepoints.classroom import panel as panel_module
from chokepoints.classroom import show
from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Day, Number, Several, Switch
from chokepoints.classroom.panel import Panel
from chokepoints.classroom.state import start_state, state_line
from chokepoints.classroom.style import new_figure

OPTIONS = ("plain", "Amazon's", 'the "list"', "both ' and \"", "back\\slash", "</code><script>", "пуш", "tab\there")
CONTROLS = (
    Number("count", "Count", 0, 9, 3),
    Number("share", "Share", 0.0, 1.0, 0.3, 0.1),
    Day("day", "Day", date(2018, 4, 16), date(2018, 5, 19), date(2018, 4, 17)),
    Choice("option", "Option", OPTIONS, "plain"),
    Several("some", "Some", OPTIONS, OPTIONS[:2]),
    Switch("sure", "Sure", True),
)


def setup() -> Artists:
    axes = (figure := new_figure(5, 2)).add_subplot()
    axes.set_xlim(0, 10)
    return Artists(figure, text=axes.text(0.1, 0.5, "", fontsize=6))


def update(artists: Artists, **state: Any) -> str:
    reading = " ".join(f"{name}={value!r}" for name, value in state.items())
    artists.text.set_text(reading)  # type: ignore[attr-defined]
    return reading


PANEL = Panel("test-every-kind", "Every kind", setup, update, CONTROLS)


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What a cell would show: the display messages, updates included."""
    publisher = CapturingDisplayPublisher()
    monkeypatch.setattr(InteractiveShell.instance(), "display_pub", publisher)
    return publisher.outputs  # type: ignore[no-any-return]


def random_state(draw: random.Random) -> dict[str, Any]:
    state = {control.name: draw.choice(list(control.values())) for control in CONTROLS}
    return state | {"some": tuple(option for option in OPTIONS if draw.random() < 0.5)}


def test_only_what_differs_is_written() -> None:
    start = start_state(CONTROLS, {})
    assert state_line("test-every-kind", CONTROLS, start) == "show(every_kind)"
    moved = start | {"day": date(2018, 4, 19), "option": "Amazon's", "some": ("plain",), "sure": False}
    assert state_line("test-every-kind", CONTROLS, moved) == (
        "show(every_kind, day='2018-04-19', option=\"Amazon's\", some=['plain'], sure=False)"
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_line_makes_the_same_panel_again(seed: int, published: list[dict[str, Any]]) -> None:
    """Read off the page as a learner would copy it, and run."""
    state = random_state(random.Random(seed))
    show(PANEL)
    record = panel_module.shown[-1]
    for name, value in state.items():
        record.widgets[name].value = value
    html = published[-1]["data"]["text/html"]
    (line,) = re.findall(r"<code[^>]*>([^<]*)</code>", html)
    assert unescape(line) == record.line
    assert "\n" not in line
    published.clear()
    exec(unescape(line), {"show": show, "every_kind": PANEL})
    assert published[1]["data"]["text/html"] == html
    assert panel_module.shown[-1].state() == state


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_panels_of_the_lessons_are_called_as_their_line_says(lesson: Path) -> None:
    panels = panels_of(lesson)
    assert panels
    for panel in panels:
        room = panel.name.partition("-")[0]
        called = state_line(panel.name, (), {}).removeprefix("show(").removesuffix(")")
        known = getattr(import_module(f"chokepoints.{room}.panels"), called, None)
        # A panel of a run that the lesson itself makes has its name from the lesson.
        assert known is panel or (known is None and f'"{called} = ' in lesson.read_text(encoding="utf-8"))
