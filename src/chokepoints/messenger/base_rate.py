"""The base rate: how many of a scanner's alarms are true, where almost nothing that it sees is what it looks for.

Bayes' rule in counts. All five numbers are the reader's to set; the kit vouches for none of them.
"""

from dataclasses import dataclass
from numbers import Real

import numpy as np

from chokepoints.errors import KitError


@dataclass(frozen=True, slots=True)
class Scan:
    """What is scanned in a day, and how well.

    `pictures`: sent by each user a day. `prevalence`: share of all pictures that are on the list. `recall`: share of
    those that raise an alarm. `false_positive_rate`: share of all others that raise one. Shares are from 0 to 1.
    Raises KitError for numbers that cannot be.
    """

    users: int
    pictures: float
    prevalence: float
    recall: float
    false_positive_rate: float

    def __post_init__(self) -> None:
        for name in ("users", "pictures"):
            value = getattr(self, name)
            if not _is_number(value) or not 0 <= value <= 1e12:
                raise KitError(f"The number of {name} is from 0 to a million million, not {value!r}.")
        for name in ("prevalence", "recall", "false_positive_rate"):
            value = getattr(self, name)
            if not _is_number(value) or not 0 <= value <= 1:
                raise KitError(f"The {name.replace('_', ' ')} is a share from 0 to 1, such as 0.95, not {value!r}.")
        if self.users * self.pictures > 1e15:  # beyond 9e15 a float no longer counts one by one
            raise KitError("So many users with so many pictures are more than can be counted; take fewer of either.")

    @property
    def scanned(self) -> int:
        """Pictures scanned a day."""
        return round(self.users * self.pictures)


@dataclass(frozen=True, slots=True)
class Day:
    """What a day brings: expected numbers, which may be fractions, or those of one simulated day."""

    true_alarms: float
    false_alarms: float
    missed: float

    @property
    def alarms(self) -> float:
        """All alarms, true and false."""
        return self.true_alarms + self.false_alarms

    @property
    def predictive_value(self) -> float | None:
        """Positive predictive value: the share of alarms that are true; None where there are none."""
        return self.true_alarms / self.alarms if self.alarms else None


def expected(scan: Scan) -> Day:
    """What a day brings on average."""
    listed = scan.scanned * scan.prevalence
    true_alarms = listed * scan.recall
    return Day(true_alarms, (scan.scanned - listed) * scan.false_positive_rate, listed - true_alarms)


def simulate(scan: Scan, days: int = 1, seed: int = 2018) -> tuple[Day, ...]:
    """So many days by lot: every picture is on the list or not, raises an alarm or not, by chances of its own.

    Pictures are exchangeable, so their numbers are drawn at once, which is the same distribution as one by one.
    numpy may change these draws between versions; the distribution stays.
    """
    if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= 1_000_000:
        raise KitError(f"The number of days is a whole number from 1 to 1,000,000, not {days!r}.")
    draw = np.random.default_rng(seed)
    listed = draw.binomial(scan.scanned, scan.prevalence, days)
    true_alarms = draw.binomial(listed, scan.recall)
    false_alarms = draw.binomial(scan.scanned - listed, scan.false_positive_rate)
    rows = np.column_stack([true_alarms, false_alarms, listed - true_alarms]).tolist()
    return tuple(Day(*row) for row in rows)


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)
