"""The controls of a panel: what a learner may set, in which range, as an ipywidget and in words.

Every control has a `name` (the keyword that `update` gets), a `label` in sight and a `start`; `values()` to sweep it,
`widget(start)` to work it, `read(widget)` for what stands there, `find(given)` for what `show` is given, `words()` to
tell of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from numbers import Real
from typing import Any, ClassVar

import ipywidgets

from chokepoints.classroom.checkboxes import SHORT, Checkboxes
from chokepoints.classroom.wordings import spelling
from chokepoints.evidence.wording import day_words

#: A slider shares its row where there is room for two, and never grows wider than one can aim.
_SLIDER = {"flex": "1 1 26em", "max_width": "46em", "width": "auto"}
_STYLE = {"description_width": "initial"}
#: More options than this fold up in a list; more characters than that stand below one another.
_IN_SIGHT, _ONE_ROW = 6, 70


def written(value: Any) -> str:
    """A value of a control as a learner writes it in a cell: days as ISO text, subsets as lists."""
    if isinstance(value, date):
        return repr(value.isoformat())
    return repr(list(value) if isinstance(value, tuple) else value)


class _Control:
    """What every control shares: `find` by comparing with its values."""

    name: str
    label: str
    start: Any
    #: What a given value must be: True == 1 in Python, but a switch takes no number and a slider no switch.
    _kind: ClassVar[type] = str

    def values(self) -> Sequence[Any]:
        """The values to sweep; all there are, but for several choices."""
        raise NotImplementedError

    def find(self, given: Any) -> Any:
        """The control's own value for a given one. Raises ValueError where it has none."""
        if isinstance(given, self._kind):
            for value in self.values():
                if value == given:
                    return value
        raise ValueError(given)

    def read(self, widget: Any) -> Any:
        """The value at which a widget of this control stands."""
        return widget.value

    def takes(self) -> str:
        """What `find` accepts, in words."""
        every = self.values()
        if len(every) <= 6 or isinstance(every[0], str):
            return ", ".join(map(written, every))
        steps = {after - one for one, after in pairwise(every)} if isinstance(every[0], int) else set()
        every_so = f", in steps of {steps.pop()}" if len(steps) == 1 and steps != {1} else ""
        return f"{written(every[0])} to {written(every[-1])}{every_so}"


@dataclass(frozen=True)
class Number(_Control):
    """A slider over numbers: `low` to `high` in steps of `step`, with a unit in its label."""

    name: str
    label: str
    low: float
    high: float
    start: float
    step: float = 1
    unit: str = ""

    def values(self) -> Sequence[float]:
        """Every value that the slider can take."""
        # The little that is added keeps (0.3 - 0) / 0.1 = 2.999... from losing its last step.
        return [self._at(i) for i in range(int((self.high - self.low) / self.step + 1e-6) + 1)]

    def _at(self, place: int) -> float:
        return type(self.start)(round(self.low + place * self.step, 10))

    def _nearest(self, value: float) -> float:
        place = round((value - self.low) / self.step)
        return self._at(max(0, min(place, int((self.high - self.low) / self.step + 1e-6))))

    def find(self, given: Any) -> float:
        """The slider's value for a number: the same but for the last bits, which 0.1 * 3 gets wrong."""
        if isinstance(given, Real) and not isinstance(given, bool) and float(given) - float(given) == 0:
            value = self._nearest(float(given))
            if abs(value - float(given)) <= self.step * 1e-6:
                return value
        raise ValueError(given)

    def read(self, widget: Any) -> float:
        """The nearest step: what is typed beside a slider may lie between two."""
        value = self._nearest(widget.value)
        if abs(value - widget.value) > self.step * 1e-6:
            widget.value = value
        return value

    def widget(self, start: float) -> ipywidgets.DOMWidget:
        """The slider, standing at `start`."""
        kind = ipywidgets.IntSlider if isinstance(self.start, int) else ipywidgets.FloatSlider
        label = f"{self.label} ({self.unit})" if self.unit else self.label
        return kind(
            value=start, min=self.low, max=self.high, step=self.step, description=label, style=_STYLE, layout=_SLIDER
        )

    def words(self) -> str:
        """The control in a few words."""
        return f"{self.label}, {self.low:,} to {self.high:,}" + (f" {self.unit}" if self.unit else "")


@dataclass(frozen=True)
class Day(_Control):
    """A slider over the days from `first` to `last`, both included, in steps of `step` days."""

    name: str
    label: str
    first: date
    last: date
    start: date
    step: int = 1

    def values(self) -> Sequence[date]:
        """Every day that the slider can take."""
        count = (self.last - self.first).days // self.step
        days = [self.first + timedelta(days=self.step * i) for i in range(count + 1)]
        return days if days[-1] == self.last else [*days, self.last]

    def find(self, given: Any) -> date:
        """The day for a date or for its text, such as "2018-04-19" or "19 April 2018"."""
        day = date.fromisoformat(spelling(given)) if isinstance(given, str) else given
        if isinstance(day, datetime) and day.time() == time():  # a date in Python, but never equal to one
            day = day.date()
        if isinstance(day, date) and day in self.values():
            return day
        raise ValueError(given)

    def widget(self, start: date) -> ipywidgets.DOMWidget:
        """The slider, standing at `start`."""
        options = [(day_words(day), day) for day in self.values()]
        slider = ipywidgets.SelectionSlider(
            options=options, value=start, description=self.label, style=_STYLE, layout=_SLIDER
        )
        slider.add_class("chokepoints-day")
        return slider

    def words(self) -> str:
        """The control in a few words."""
        return f"{self.label}, {day_words(self.first)} to {day_words(self.last)}"


@dataclass(frozen=True)
class Choice(_Control):
    """One of several named options: in sight where they are few, else in a list that unfolds."""

    name: str
    label: str
    options: tuple[str, ...]
    start: str

    def values(self) -> Sequence[str]:
        """Every option."""
        return self.options

    def widget(self, start: str) -> ipywidgets.DOMWidget:
        """Radio buttons or a list, with `start` chosen."""
        given = {"options": self.options, "value": start, "description": self.label, "style": _STYLE, "layout": SHORT}
        if len(self.options) > _IN_SIGHT:
            return ipywidgets.Dropdown(**given)
        short = sum(map(len, self.options)) + 4 * len(self.options) <= _ONE_ROW
        return ipywidgets.RadioButtons(orientation="horizontal" if short else "vertical", **given)

    def words(self) -> str:
        """The control in a few words."""
        return f"{self.label} ({', '.join(self.options)})"


@dataclass(frozen=True)
class Several(_Control):
    """Any of several named options, none and all included; `update` gets a tuple, in the order of the options."""

    name: str
    label: str
    options: tuple[str, ...]
    start: tuple[str, ...]

    def values(self) -> Sequence[tuple[str, ...]]:
        """The subsets to sweep: none, all, each alone, all but each, and the start."""
        alone = [(option,) for option in self.options]
        without = [tuple(other for other in self.options if other != option) for option in self.options]
        return list(dict.fromkeys([(), self.options, *alone, *without, self.start]))

    def find(self, given: Any) -> tuple[str, ...]:
        """The subset for a list, tuple or set of options, in any order."""
        if isinstance(given, list | tuple | set | frozenset):
            names = list(given)
            if all(isinstance(name, str) and name in self.options for name in names):
                return tuple(option for option in self.options if option in names)
        raise ValueError(given)

    def takes(self) -> str:
        """What `find` accepts, in words."""
        return f"a list of any of {', '.join(map(repr, self.options))}"

    def widget(self, start: tuple[str, ...]) -> ipywidgets.DOMWidget:
        """A group of checkboxes, those of `start` ticked."""
        return Checkboxes(self.label, self.options, start)

    def words(self) -> str:
        """The control in a few words."""
        return f"{self.label} (any of {', '.join(self.options)})"


@dataclass(frozen=True)
class Switch(_Control):
    """Something that is on or off."""

    name: str
    label: str
    start: bool = False
    _kind: ClassVar[type] = bool

    def values(self) -> Sequence[bool]:
        """Off and on."""
        return (False, True)

    def widget(self, start: bool) -> ipywidgets.DOMWidget:
        """A checkbox, ticked where `start` is true."""
        return ipywidgets.Checkbox(value=start, description=self.label, indent=False, layout=SHORT)

    def words(self) -> str:
        """The control in a few words."""
        return f"{self.label} (on or off)"


Control = Number | Day | Choice | Several | Switch
