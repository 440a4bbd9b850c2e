"""Whom a measure strikes: those it is meant for, and strangers.

[to write] An example that works, and that has the form: frozen dataclasses, small functions, no widget, seeded draws,
every constant with its source. Put the model or the protocol of your lever in its place.
"""

import random
from dataclasses import dataclass

from chokepoints.errors import KitError


@dataclass(frozen=True)
class Measure:
    """A measure against some of many cases, as three shares from 0 to 1.

    `meant`: of all cases, those it is meant for (their prevalence); `found`: of these, those that it strikes;
    `strays`: of all others, those that it strikes too. Raises KitError for a share outside 0 to 1.
    """

    meant: float
    found: float
    strays: float

    def __post_init__(self) -> None:
        for name, share in vars(self).items():
            if not 0 <= share <= 1:
                raise KitError(f"The share `{name}` is {share}; it should lie between 0 and 1.")


@dataclass(frozen=True)
class Struck:
    """How many cases a measure strikes: of those it is meant for, and of all others."""

    meant: float
    strangers: float

    @property
    def share(self) -> float | None:
        """The share of those struck whom it is meant for, 0 to 1; None where nobody is struck.

        The positive predictive value: Altman and Bland, Diagnostic tests 2, BMJ 309 (1994), 102.
        """
        return self.meant / (self.meant + self.strangers) if self.meant + self.strangers else None


def expected(measure: Measure, cases: int) -> Struck:
    """How many of so many cases are struck on average."""
    meant = cases * measure.meant
    return Struck(meant * measure.found, (cases - meant) * measure.strays)


def drawn(measure: Measure, cases: int, seed: int) -> Struck:
    """One run on so many cases, each drawn on its own; the same seed gives the same run."""
    chance = random.Random(seed).random
    meant = sum(chance() < measure.meant for _ in range(cases))
    return Struck(
        sum(chance() < measure.found for _ in range(meant)),
        sum(chance() < measure.strays for _ in range(cases - meant)),
    )
