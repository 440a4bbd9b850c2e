"""How many used it before and after the block, by each source's own measure, and what a plain model of loss foretells.

The model: from the block on, each month the same share of the users leaves. It foretells a fall that goes on. The one
series that counts the same thing over time fell in June 2018 and then grew beyond where it had stood: no such share,
large or small, does that. What lies between model and series is what the model leaves out: those who came, those who
came back, the ways round the block, the growth of before.

Series that count different things are never joined, nor set on one scale.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from chokepoints.errors import KitError
from chokepoints.evidence.facts import published
from chokepoints.evidence.rows import Figure
from chokepoints.store.curves import number_from

#: The one series that counts the same thing again and again: people of big cities who opened the app on an average day.
DAILY = "daily-users-russia-cities"
#: What single speakers said of users in Russia, each by a measure of their own.
CLAIMED = "audience-russia"
#: Changes in percent, each of another thing.
CHANGES = ("ban-effect-audience", "ban-effect-views", "reach-change")
#: Against which month the others are set, and the first with the block.
BEFORE, BLOCK = date(2018, 4, 1), date(2018, 4, 16)

FLAT, GROWING = "as in April 2018", "growing as before the block"


@dataclass(frozen=True, slots=True)
class Count:
    """One published number: `day` is the middle of what it counts, `first` the beginning.

    `at_least`: the source says more than that.
    """

    slug: str
    day: date
    first: date
    value: float
    at_least: bool
    said_by: str
    statement: str
    measures: str


def counts(*quantities: str) -> tuple[Count, ...]:
    """Every verified row of these quantities that has a day and one number, by day.

    Raises KitError for a quantity that no figure has.
    """
    found = [_count(row) for quantity in quantities for row in published(quantity) if row.basis != "unverified"]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.day, one.slug)))


def _count(row: Figure) -> Count | None:
    if row.date_from is None or row.date_to is None or row.low is None or row.high not in (None, row.low):
        return None
    middle = row.date_from + timedelta(days=(row.date_to - row.date_from).days // 2)
    return Count(row.slug, middle, row.date_from, float(row.low), row.high is None, row.said_by, row.statement,
                 row.measures)  # fmt: skip


def months(day: date) -> int:
    """Whole months from April 2018 to the month of a day; negative before. Raises KitError for what is no date."""
    if not isinstance(day, date):
        raise KitError(f"day is a date such as date(2018, 6, 15), not {day!r}.")
    return 12 * (day.year - BEFORE.year) + day.month - BEFORE.month


def growth(series: Iterable[Count]) -> float:
    """The factor a month by which a series grew from its first count to that of April 2018.

    Raises KitError where one of the two is missing, or what is given is no series.
    """
    rows = _counts(series)
    start, first = _april(rows), min(rows, key=lambda one: one.day)
    if months(first.day) >= 0:
        raise KitError("The series has no count from before April 2018 to measure its growth by.")
    return float((start.value / first.value) ** (-1 / months(first.day)))


def foretold(series: Iterable[Count], loss: float, baseline: str, when: Iterable[int]) -> tuple[float, ...]:
    """Users so many months after April 2018, if from then on a share `loss` (0 to 1) of them leaves each month.

    `when`: numbers of months, from 0 on. `baseline`: what would have been without loss, FLAT or GROWING. Raises
    KitError for a share, a baseline or months that cannot be, and for a series without April 2018.
    """
    rows = _counts(series)
    kept = 1 - number_from("loss", loss, 0, 1)
    if baseline not in (FLAT, GROWING):
        raise KitError(f"The baseline is {FLAT!r} or {GROWING!r}, not {baseline!r}.")
    if isinstance(when, str | bytes | dict) or not isinstance(when, Iterable):
        raise KitError(f"when is a list of months after April 2018, such as [1, 2, 7], not {when!r}.")
    later = [number_from("when: a month", month, 0, 1_200) for month in when]
    each = kept * (growth(rows) if baseline == GROWING else 1.0)
    return tuple(_april(rows).value * each**month for month in later)


def best_loss(series: Iterable[Count], baseline: str) -> float:
    """The share lost a month (0 to 1) that comes nearest to the counts after April 2018: least squares of logarithms.

    A loss is never below 0: where the series grows beyond its baseline, 0 is the nearest. Raises KitError as
    `foretold` does.
    """
    rows = _counts(series)
    after = [one for one in rows if months(one.day) > 0]
    if not after:
        raise KitError("The series has no count after April 2018 to set the model against.")
    when = np.array([months(one.day) for one in after], float)
    without = np.array(foretold(rows, 0, baseline, [months(one.day) for one in after]))
    slope = float(when @ np.log([one.value for one in after] / without) / (when @ when))
    return max(0.0, 1 - float(np.exp(slope)))


def turns(series: Iterable[Count]) -> bool:
    """Whether a series falls and rises after April 2018: what no constant share, with either baseline, can do.

    Raises KitError for what is no series.
    """
    after = [one.value for one in _counts(series) if months(one.day) >= 0]
    steps = {later > earlier for earlier, later in pairwise(after) if later != earlier}
    return len(steps) == 2


def _counts(series: Iterable[Count]) -> list[Count]:
    """The counts of a series. Raises KitError for what is none."""
    rows = [] if isinstance(series, str | bytes | dict) or not isinstance(series, Iterable) else list(series)
    if not rows or not all(isinstance(one, Count) for one in rows):
        raise KitError(f"series is a list of counts, such as counts({DAILY!r}), not {series!r}.")
    return rows


def _april(rows: list[Count]) -> Count:
    for one in rows:
        if months(one.day) == 0:
            return one
    raise KitError("The series has no count of April 2018 to set the others against.")
