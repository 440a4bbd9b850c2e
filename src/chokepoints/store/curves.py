"""Curves of adoption: three families, what was fitted of one, and how sure it is. `adoption` fits them.

A share of devices rises to a ceiling. The three shapes are old ones; that one of them holds for a system of phones is
an assumption, and which one is taken can matter more than the band around it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chokepoints.errors import KitError

Floats = NDArray[np.float64]

#: No day beyond this many is looked for: ten years.
HORIZON = 3_650.0
#: No day beyond this is asked for, nor fitted.
MOST_DAYS = 100_000.0
_GRID = np.concatenate([[0.0], np.geomspace(0.05, HORIZON, 400)])


@dataclass(frozen=True, slots=True)
class Model:
    """A curve: the ceiling times a shape that rises from about 0 to 1.

    `names` and `units` are of the parameters after the ceiling; `logged` says which are above 0 by their nature, and
    are fitted as logarithms. `starts` are guesses as (days against half of the last day, power or width).
    """

    words: str
    names: tuple[str, ...]
    units: tuple[str, ...]
    logged: tuple[bool, ...]
    shape: Callable[[Floats, Floats], Floats]
    starts: tuple[tuple[float, ...], ...]


def _exponential(days: Floats, found: Floats) -> Floats:
    return np.asarray(-np.expm1(-days / np.exp(found[0])))


def _weibull(days: Floats, found: Floats) -> Floats:
    return np.asarray(-np.expm1(-((days / np.exp(found[0])) ** np.exp(found[1]))))


def _logistic(days: Floats, found: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp((found[0] - days) / np.exp(found[1]))))


#: exponential: of those who will come, each day the same share comes. Weibull: that share falls, or rises, with time.
#: logistic: an S, slow, fast, slow; it is not 0 on the day of release.
MODELS = {
    "exponential": Model(
        "each day the same share of those still to come", ("time",), ("days",), (True,), _exponential, ((0.5,), (4,))
    ),
    "weibull": Model(
        "the share that comes falls or rises with time",
        ("time", "power"),
        ("days", ""),
        (True, True),
        _weibull,
        ((0.5, 0.5), (0.5, 1), (1.5, 3)),
    ),
    "logistic": Model(
        "an S: slow, fast, slow",
        ("middle", "width"),
        ("days", "days"),
        (False, True),
        _logistic,
        ((0.2, 0.3), (1, 0.2)),
    ),
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number that was fitted, its standard error and its 95 % range; None where it was set, not fitted."""

    name: str
    value: float
    error: float | None
    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Days:
    """When a curve reaches a percentage, in days since release, and the 95 % range; `inf`: not in ten years."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A curve fitted by least squares to `days` and `percent`.

    `spread`: how far the points lie from the curve, in percentage points (a standard deviation), but not less than
    rounding makes. `freedom`: points less parameters. `ceiling_open`: the points do not show where the curve stops, so
    that 100 was taken, and the band leaves that doubt out.
    """

    model: str
    days: tuple[float, ...]
    percent: tuple[float, ...]
    spread: float
    freedom: int
    ceiling_open: bool
    _found: Floats
    _covariance: Floats

    @property
    def residuals(self) -> Floats:
        """Percentage points from the curve up to each point."""
        return np.asarray(np.array(self.percent) - self.curve(self.days))

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What was fitted, the ceiling first; ranges that hold what a number can be (a ceiling at most 100)."""
        model, reach = MODELS[self.model], _quantile(self.freedom)
        errors = np.sqrt(np.diag(self._covariance))
        kinds = [*([] if self.ceiling_open else ["share"]), *("log" if log else "" for log in model.logged)]
        names = [("ceiling", "percent"), *zip(model.names, model.units, strict=True)][self.ceiling_open :]
        given = [Parameter("ceiling", 100.0, None, None, None, "percent")] if self.ceiling_open else []
        for (name, unit), kind, at, error in zip(names, kinds, self._found, errors, strict=True):
            value, low, high = (_natural(kind, at + step * reach * error) for step in (0, -1, 1))
            slope = {"share": value * (1 - value / 100), "log": value}.get(kind, 1.0)
            given.append(Parameter(name, value, slope * error, low, high, unit))
        return tuple(given)

    def curve(self, days: Iterable[float] | Floats) -> Floats:
        """Percent of devices after so many days. Raises KitError for what are no days."""
        return value_of(self.model, _days(days), self._found, self.ceiling_open)

    def band(self, days: Iterable[float] | Floats) -> tuple[Floats, Floats]:
        """The 95 % range of the curve after so many days, lower and upper end, each from 0 to 100.

        By the delta method on the scale of log-odds: the spread of the parameters, carried over by the slope of the
        curve in each. It is of the curve, if this is the right one, not of a single point. Every curve of the family
        rises, so both ends are made to rise: what holds of a later day bounds an earlier one, and the other way round.
        Raises KitError for what are no days.
        """
        asked = _days(days)
        every, place = np.unique(np.concatenate([_GRID, asked.ravel()]), return_inverse=True)
        middle = np.clip(self.curve(every), 1e-9, 100 - 1e-9)
        slopes = []
        for number in range(self._found.size):
            step = np.zeros(self._found.size)
            step[number] = 1e-5
            ends = [value_of(self.model, every, self._found + way * step, self.ceiling_open) for way in (1, -1)]
            slopes.append((ends[0] - ends[1]) / 2e-5)
        slope = np.array(slopes)
        error = np.sqrt(np.maximum(np.einsum("ik,ij,jk->k", slope, self._covariance, slope), 0))
        odds, wide = np.log(middle / (100 - middle)), error / (middle * (1 - middle / 100)) * _quantile(self.freedom)
        with np.errstate(over="ignore"):
            low, high = (100 / (1 + np.exp(-side * wide - odds)) for side in (-1, 1))
        low, high = np.maximum.accumulate(low), np.minimum.accumulate(high[::-1])[::-1]
        back = place.ravel()[_GRID.size :]
        return low[back].reshape(asked.shape), high[back].reshape(asked.shape)

    def days_to(self, percent: float = 50) -> Days:
        """When the curve reaches so many percent of all devices. Raises KitError for what is no percentage."""
        wanted = number_from("percent", percent, 0, 100)
        low, high = self.band(_GRID)
        return Days(*(_first(line, wanted) for line in (self.curve(_GRID), high, low)))


def value_of(model: str, days: Floats, found: Floats, ceiling_open: bool) -> Floats:
    """Percent after so many days, for parameters as fitted: first the log-odds of the ceiling, unless it is open."""
    with np.errstate(over="ignore"):
        ceiling = 100.0 if ceiling_open else 100 / (1 + np.exp(-found[0]))
        return np.asarray(ceiling * MODELS[model].shape(days, found[0 if ceiling_open else 1 :]))


def _natural(kind: str, at: float) -> float:
    """A fitted number on its own scale: percent, or days."""
    with np.errstate(over="ignore"):
        return float({"share": lambda: 100 / (1 + np.exp(-at)), "log": lambda: np.exp(at)}.get(kind, lambda: at)())


@lru_cache(maxsize=64)
def _quantile(freedom: int) -> float:
    """Of Student's t, two-sided 95 %: few points, wide ranges."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, 0.975))


def _first(line: Floats, percent: float) -> float:
    """The first day of ten years on which a line on `_GRID` has reached so many percent; `inf` where it does not."""
    over = np.flatnonzero(line >= percent)
    if not over.size:
        return inf
    place = int(over[0])
    if place == 0:
        return 0.0
    return float(np.interp(percent, line[place - 1 : place + 1], _GRID[place - 1 : place + 1]))


def _days(given: Any) -> Floats:
    """Days since the release, as an array. Raises KitError for what are none."""
    try:
        found = np.asarray(given if isinstance(given, np.ndarray | Real) else list(given))
        if found.size and found.dtype.kind not in "iuf":  # a text of digits is no number, nor is True
            raise TypeError
    except (TypeError, ValueError):
        raise KitError(f"days are numbers of days since the release, such as [30, 60], not {given!r}.") from None
    if not ((found >= 0) & (found <= MOST_DAYS)).all():
        raise KitError(f"days are numbers from 0 to {MOST_DAYS:,.0f}, since the release, not {given!r}.")
    return found.astype(float)


def number_from(what: str, given: Any, low: float, high: float) -> float:
    """A number from low to high. Raises KitError that says what it is of."""
    if isinstance(given, Real) and not isinstance(given, bool | np.bool_) and low <= float(given) <= high:
        return float(given)
    raise KitError(f"{what} is a number from {low:,g} to {high:,g}, not {given!r}.")
