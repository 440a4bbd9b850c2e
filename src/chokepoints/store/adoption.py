"""How fast a new system reaches the devices: curves fitted to published points, and how far such a fit can be trusted.

Few points, rounded to whole percent, of devices that visited the store in some days: that is all Apple and Google
published. A curve through them is our choice. Its band says how sure the fit is if that curve is the right one; it
knows nothing of the next phone, the next fault, or another curve through the same points. So compare the models, read
the residuals, and take no day beyond the last point for a measurement.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Any
from warnings import catch_warnings, simplefilter

import numpy as np

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.facts import fact_named, published
from chokepoints.evidence.rows import Figure
from chokepoints.store.curves import MODELS, MOST_DAYS, Days, Fit, Floats, Model, Parameter, number_from, value_of

__all__ = [
    "MODELS",
    "SYSTEMS",
    "Days",
    "Fit",
    "Model",
    "Parameter",
    "System",
    "fit",
    "later_points",
    "points",
    "released",
]

Points = tuple[tuple[float, float], ...]

#: Above this ceiling, in percent, the points do not show where the curve stops; the fit is made again with 100.
_NO_CEILING = 99.3
_MOST_POINTS = 1_000


@dataclass(frozen=True, slots=True)
class System:
    """A system of phones: the event of its release, its figures, the step to which they are rounded, in percent.

    `newer`: figures of the share on it or on a newer one, of a time when the newer one counts.
    """

    release: str
    quantity: str
    rounding: float
    newer: str = ""


SYSTEMS = {
    "iOS 11": System("ios-11-release", "adoption-ios-11", 1.0),
    "iOS 12": System("ios-12-release", "adoption-ios-12", 1.0),
    "Android 8": System("android-8-release", "adoption-android-8", 0.1, "adoption-android-8-or-newer"),
}


def released(name: str) -> date | None:
    """The day of release; None where no verified row has it. Raises KitError for a system that has no row here."""
    row = fact_named(_system(name).release)
    return None if row.basis == "unverified" else row.date_from


def points(name: str) -> Points:
    """The published points of a system: days since release, percent of devices; verified rows alone, by day.

    A row dated by a span counts at the middle of it. Raises KitError for a system that has no row here.
    """
    return _points(name, _system(name).quantity)


def later_points(name: str) -> Points:
    """Points of the share on this system or a newer one, none of them in `points`: a check on what a fit foretold."""
    return _points(name, _system(name).newer) if _system(name).newer else ()


def _system(name: str) -> System:
    if not isinstance(name, str) or name not in SYSTEMS:
        raise KitError(f"The systems are {', '.join(SYSTEMS)}, not {name!r}.{did_you_mean(str(name), SYSTEMS)}")
    return SYSTEMS[name]


def _points(name: str, quantity: str) -> Points:
    start = released(name)
    if start is None:
        return ()
    found: dict[float, float] = {}
    for row in published(quantity):
        day = _day(row, start)
        if row.basis != "unverified" and day is not None and row.low is not None and row.low == row.high:
            found[day] = float(row.low)
    return tuple(sorted(found.items()))


def _day(row: Figure, start: date) -> float | None:
    """Days from the release to the middle of a row's span; None where it is undated or lies before."""
    if row.date_from is None or row.date_to is None:
        return None
    day = (row.date_from - start).days + (row.date_to - row.date_from).days / 2
    return day if day >= 0 else None


def fit(points: Iterable[tuple[float, float]], model: str = "weibull", rounding: float = 1.0) -> Fit:
    """Fit a curve of `MODELS` to points: days since release, and percent of devices.

    `rounding` is the step to which the percentages are rounded: points cannot be surer than that. Raises KitError for
    points or a model that cannot be, for too few points, and where no curve of this kind settles on them.
    """
    if not isinstance(model, str) or model not in MODELS:
        raise KitError(f"The models are {', '.join(MODELS)}, not {model!r}.{did_you_mean(str(model), MODELS)}")
    step = number_from("rounding", rounding, 0.001, 50)
    days, percent = _read(points)
    need = len(MODELS[model].names) + 2
    if len(days) < need:
        raise KitError(
            f"The model {model} has {need - 1} parameters and needs at least {need} points, so that something is left "
            f"to judge it by; {len(days)} given. Give more points or take a model with fewer parameters."
        )
    if percent[-1] <= percent[0]:
        raise KitError(f"These curves rise, but the points go from {percent[0]:g} to {percent[-1]:g} percent.")
    return _fit(days, percent, model, step)


@lru_cache(maxsize=128)
def _fit(days: tuple[float, ...], percent: tuple[float, ...], model: str, step: float) -> Fit:
    best = _settle(days, percent, model, False)
    ceiling_open = best is not None and bool(
        100 / (1 + np.exp(-best[0][0])) > _NO_CEILING or not np.isfinite(best[1]).all()
    )
    if ceiling_open:
        best = _settle(days, percent, model, True)
    if best is None or not np.isfinite(best[1]).all():
        raise KitError(
            f"No {model} curve settles on these points: many would do, or none. Give more points, or another model."
        )
    found, unit = best
    rest = np.array(percent) - value_of(model, np.array(days), found, ceiling_open)
    freedom = len(days) - found.size
    spread = max(float(np.sqrt(rest @ rest / freedom)), step / 12**0.5)
    return Fit(model, days, percent, spread, freedom, ceiling_open, found, unit * spread**2)


def _settle(
    days: tuple[float, ...], percent: tuple[float, ...], model: str, ceiling_open: bool
) -> tuple[Floats, Floats] | None:
    """The best fit from several guesses, and its covariance were the points good to one percentage point."""
    from scipy.optimize import OptimizeWarning, curve_fit  # not at start-up: it takes a third of a second

    at, seen = np.array(days), np.array(percent)
    top = min(97.0, max(5.0, 1.15 * float(seen.max())))
    found: list[tuple[float, Floats, Floats]] = []

    def line(days: Floats, *parameters: float) -> Floats:
        return value_of(model, days, np.array(parameters), ceiling_open)

    for start in MODELS[model].starts:
        first = max(1.0, start[0] * float(at[-1]))
        guess = [first if model == "logistic" else np.log(first)]
        guess += [np.log(one * (float(at[-1]) if model == "logistic" else 1)) for one in start[1:]]
        if not ceiling_open:
            guess = [np.log(top / (100 - top)), *guess]
        try:
            with catch_warnings(), np.errstate(all="ignore"):
                simplefilter("ignore", OptimizeWarning)
                answer: tuple[Any, Any] = curve_fit(
                    line, at, seen, guess, sigma=np.ones(at.size), absolute_sigma=True, maxfev=2_000
                )
        except (RuntimeError, ValueError):  # this guess leads nowhere
            continue
        rest = seen - line(at, *answer[0])
        if isfinite(float(rest @ rest)):
            found.append((float(rest @ rest), np.asarray(answer[0], float), np.asarray(answer[1], float)))
    return min(found, key=lambda one: one[0])[1:] if found else None


def _read(points: Iterable[tuple[float, float]]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Days and percentages of points. Raises KitError that names the point."""
    right = "Points are pairs of days since release and percent, such as [(48, 52), (76, 59), (121, 65), (215, 76)]"
    if isinstance(points, str | bytes | dict) or not isinstance(points, Iterable):
        raise KitError(f"{right}, not {type(points).__name__}.")
    days: list[float] = []
    percent: list[float] = []
    for number, point in enumerate(points, start=1):
        if number > _MOST_POINTS:
            raise KitError(f"At most {_MOST_POINTS:,} points can be fitted.")
        if isinstance(point, str | bytes | dict) or not isinstance(point, Iterable):
            raise KitError(f"{right}; point {number} is {point!r}.")
        pair = tuple(point)
        if len(pair) != 2:
            raise KitError(f"{right}; point {number} has {len(pair)} numbers.")
        day = number_from(f"The day of point {number}", pair[0], 0, MOST_DAYS)
        if days and day <= days[-1]:
            raise KitError(f"Days rise from point to point, but point {number} has day {day:g} after {days[-1]:g}.")
        days.append(day)
        percent.append(number_from(f"The percentage of point {number}", pair[1], 0, 100))
    return tuple(days), tuple(percent)
