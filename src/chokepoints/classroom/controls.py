"""The controls of a panel: what a learner may set, in which range, as an ipywidget and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ipywidgets

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.wording import day_words

_LAYOUT = {"width": "min(46em, 100%)"}
_STYLE = {"description_width": "initial"}


@dataclass(frozen=True)
class Number:
    """A slider over numbers: `low` to `high` in steps of `step`, with a unit in its label."""

    name: str
    label: str
    low: float
    high: float
    start: float
    step: float = 1
    unit: str = ""

    def values(self) -> Sequence[Any]:
        """Every value that the slider can take."""
        count = round((self.high - self.low) / self.step)
        return [type(self.start)(round(self.low + i * self.step, 10)) for i in range(count + 1)]

    def widget(self, start: Any) -> ipywidgets.DOMWidget:
        """The slider, standing at `start`."""
        kind = ipywidgets.IntSlider if isinstance(self.start, int) else ipywidgets.FloatSlider
        label = f"{self.label} ({self.unit})" if self.unit else self.label
        return kind(
            value=start, min=self.low, max=self.high, step=self.step, description=label, style=_STYLE, layout=_LAYOUT
        )

    def words(self) -> str:
        """The control in a few words."""
        return f"{self.label}, {self.low:,} to {self.high:,}" + (f" {self.unit}" if self.unit else "")


@dataclass(frozen=True)
class Day:
    """A slider over the days from `first` to `last`, both included."""

    name: str
    label: str
    first: date
    last: date
    start: date

    def values(self) -> Sequence[Any]:
        """Every day of the span."""
        return [self.first + timedelta(days=i) for i in range((self.last - self.first).days + 1)]

    def widget(self, start: Any) -> ipywidgets.DOMWidget:
        """The slider, standing at `start`."""
        options = [(day_words(day), day) for day in self.values()]
        return ipywidgets.SelectionSlider(
            options=options, value=start, description=self.label, style=_STYLE, layout=_LAYOUT
        )

    def words(self) -> str:
        """The control in a few words."""
        return f"{self.label}, {day_words(self.first)} to {day_words(self.last)}"


@dataclass(frozen=True)
class Choice:
    """One of a few named options, all in sight."""

    name: str
    label: str
    options: tuple[str, ...]
    start: str

    def values(self) -> Sequence[Any]:
        """Every option."""
        return self.options

    def widget(self, start: Any) -> ipywidgets.DOMWidget:
        """Radio buttons, with `start` chosen."""
        return ipywidgets.RadioButtons(
            options=self.options, value=start, description=self.label, style=_STYLE, layout={"width": "max-content"}
        )

    def words(self) -> str:
        """The control in a few words."""
        return f"{self.label} ({', '.join(self.options)})"


@dataclass(frozen=True)
class Switch:
    """Something that is on or off."""

    name: str
    label: str
    start: bool = False

    def values(self) -> Sequence[Any]:
        """Off and on."""
        return (False, True)

    def widget(self, start: Any) -> ipywidgets.DOMWidget:
        """A checkbox, ticked where `start` is true."""
        return ipywidgets.Checkbox(value=start, description=self.label, indent=False, layout={"width": "max-content"})

    def words(self) -> str:
        """The control in a few words."""
        return f"{self.label} (on or off)"


Control = Number | Day | Choice | Switch


def start_state(controls: Sequence[Control], given: dict[str, Any]) -> dict[str, Any]:
    """The values at which a panel starts: the controls' own, but for those given.

    Raises KitError for a name that no control has or a value outside its range.
    """
    known = {control.name: control for control in controls}
    state = {name: control.start for name, control in known.items()}
    for name, value in given.items():
        if name not in known:
            raise KitError(f"This panel has no control {name!r}. It has {', '.join(known)}.{did_you_mean(name, known)}")
        allowed = known[name].values()
        # True == 1 in Python, but a switch takes no number and a slider no switch.
        match = [
            option for option in allowed if option == value and isinstance(option, bool) == isinstance(value, bool)
        ]
        if not match:
            shown = ", ".join(map(repr, allowed)) if len(allowed) <= 6 else f"{allowed[0]!r} to {allowed[-1]!r}"
            raise KitError(f"The control {name!r} cannot stand at {value!r}. It takes {shown}.")
        state[name] = match[0]
    return state
