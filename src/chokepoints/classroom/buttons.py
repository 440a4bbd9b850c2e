"""The buttons of a panel: they act on a control and hold no state of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ipywidgets

from chokepoints.classroom.controls import Control, Day, Number
from chokepoints.errors import KitError

_LAYOUT = {"width": "max-content", "min_width": "5em"}


@dataclass(frozen=True)
class Step:
    """Moves the number or day called `drives` some steps on; stops at its end."""

    drives: str
    label: str = "Next"
    by: int = 1


@dataclass(frozen=True)
class Play:
    """Runs the number or day called `drives` to its end, `by` steps at a time, and pauses when pressed again.

    `seconds` is the least time for which a picture stands; the next step always waits until it is drawn. At its end the
    control starts over from its first value.
    """

    drives: str
    label: str = "Play"
    seconds: float = 0.6
    by: int = 1


Button = Step | Play


def driven(button: Button, controls: Sequence[Control]) -> Number | Day:
    """The control that a button drives. Raises KitError where there is none, or one that has no next value."""
    for control in controls:
        if control.name == button.drives and isinstance(control, Number | Day):
            return control
    names = ", ".join(control.name for control in controls if isinstance(control, Number | Day)) or "none"
    raise KitError(f"The button {button.label!r} cannot drive {button.drives!r}: name a number or a day ({names}).")


def next_value(control: Number | Day, value: Any, by: int) -> Any:
    """The value `by` steps on, or the last."""
    every = control.values()
    return every[min(every.index(value) + by, len(every) - 1)]


def button_widget(label: str, icon: str = "") -> ipywidgets.Button:
    """A button as wide as its words."""
    return ipywidgets.Button(description=label, icon=icon, layout=_LAYOUT)
