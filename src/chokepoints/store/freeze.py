"""The update freeze of 2018, day by day: who was on a newer system than the app, who would have had a new version.

Between 24 March and 1 June 2018 no new version of the app for iPhones appeared in the App Store, in any country. By the
founder's account Apple held updates back from mid-April on; Apple gave no reason, and no source says that it was done
for the agency. So this replays what a hold does, whoever ordered it and why.

Newer systems go on to the phones meanwhile. Whoever is on one that the app was never fitted to may meet a fault that a
new version would have mended. How fast people go is assumed, after curves published for whole systems and for other
apps; no figure of the messenger's own is known. Whether somebody has a new system and whether they have the new version
are taken as independent, and the version held back as one that mends the faults of the systems that came later too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log

import numpy as np

from chokepoints.errors import KitError
from chokepoints.evidence.facts import fact_named
from chokepoints.store.adoption import SYSTEMS, fit, points, released
from chokepoints.store.curves import Floats, number_from

#: The systems that came out after the app's last version, by the event that says so.
NEWER = {"iOS 11.3": "ios-11-3-out", "iOS 11.4": "ios-11-4-release"}
#: The day that "mid-April" is taken for: the founder named no day.
MID_APRIL = date(2018, 4, 15)


@dataclass(frozen=True, slots=True)
class Pace:
    """How an update spreads among those who have the app: after t days, 1 - exp(-(t / time) ** power) have it.

    `basis`: a fact's slug, or "assumed".
    """

    time: float
    power: float
    basis: str

    def share(self, days: Floats) -> Floats:
        """The share, 0 to 1, that has an update so many days after it came out; 0 before."""
        return np.asarray(-np.expm1(-((np.maximum(days, 0) / self.time) ** self.power)))


def through(first: tuple[float, float], second: tuple[float, float], basis: str) -> Pace:
    """The pace on which both points lie: days, and the share (0 to 1, without the ends) that has the update then.

    Raises KitError where no such curve rises through them.
    """
    try:
        (day, share), (later, more) = first, second
        rises = 0 < day < later and 0 < share < more < 1
    except (TypeError, ValueError):
        rises = False
    if not rises:
        raise KitError(f"Two points rise in days and shares, the shares between 0 and 1, not {first!r} and {second!r}.")
    power = log(log(1 - more) / log(1 - share)) / log(later / day)
    return Pace(day / (-log(1 - share)) ** (1 / power), power, basis)


#: How fast an update of an app spreads. The first goes through a developer's two figures, the second through the half
#: of a study (power 1: each day the same share of the rest).
PACES = {
    "one developer, 2014": through((3, 0.65), (14, 0.90), "app-upgrade-blog-day3 app-upgrade-blog-day14"),
    "a study, 2012": Pace(7 / log(2), 1.0, "app-update-moller"),
    "automatic": Pace(1 / log(2), 1.0, "assumed: half within a day"),
}


@dataclass(frozen=True, slots=True)
class Hold:
    """What the replay assumes. Raises KitError for what cannot be.

    `since`: the day on which a new version was ready and held. `until`: the day on which it came out. `pace`: a name in
    `PACES`. `system_speed`: how many times as fast as iOS 11 itself its updates 11.3 and 11.4 spread. `fault`: the
    chance, 0 to 1, that a newer system breaks something in an app that was not fitted to it, each system by itself.
    """

    since: date
    until: date
    pace: str = "one developer, 2014"
    system_speed: float = 2.0
    fault: float = 0.3

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            if type(getattr(self, name)) is not date:
                raise KitError(f"{name} is a day such as date(2018, 4, 15), not {getattr(self, name)!r}.")
        if self.since > self.until:
            raise KitError(f"since is a day before until, not {self.since} after {self.until}.")
        if not isinstance(self.pace, str) or self.pace not in PACES:
            raise KitError(f"pace is one of {', '.join(PACES)}, not {self.pace!r}.")
        number_from("system_speed", self.system_speed, 0.1, 100)
        number_from("fault", self.fault, 0, 1)


@dataclass(frozen=True, slots=True)
class Course:
    """Shares from 0 to 1 by day, arrays of shape (days,).

    `newer`: iOS devices on at least the first, second... of `NEWER`, in that order. `would_have`: users with the new
    version, had nothing held it. `have`: with the hold. `faults`: expected share of users with a fault, with the hold;
    `faults_without`: had nothing held the version that mends them.
    """

    newer: tuple[Floats, ...]
    would_have: Floats
    have: Floats
    faults: Floats
    faults_without: Floats


def replay(hold: Hold, days: Iterable[date]) -> Course:
    """The course over these days.

    Raises KitError for what is no Hold or no days, and where the tables hold too little of iOS 11 to go by.
    """
    if not isinstance(hold, Hold):
        raise KitError(f"hold is a Hold, such as Hold(date(2018, 4, 15), date(2018, 6, 1)), not {hold!r}.")
    on = _dates(days)
    newer = newer_systems(on, hold.system_speed)
    pace = PACES[hold.pace]
    would_have, have = (pace.share(_since(start, on)) for start in (hold.since, hold.until))
    # Each user on exactly k newer systems has met k chances of a fault.
    passed = 1 - hold.fault
    exactly = [one - after for one, after in pairwise((*newer, np.zeros(len(on))))]
    met = np.asarray(sum((share * (1 - passed**count) for count, share in enumerate(exactly, 1)), np.zeros(len(on))))
    return Course(newer, would_have, have, met * (1 - have), met * (1 - would_have))


def newer_systems(days: Iterable[date], speed: float) -> tuple[Floats, ...]:
    """Share of iOS devices (0 to 1) on at least each system of `NEWER`, day by day, in the order of their release.

    That is: of the devices on iOS 11 that day, by the curve fitted to its published points, those who have gone on to
    its update, as fast as devices went to iOS 11 itself, times `speed`. Before day 48 that curve rests on no point. A
    system whose day no verified row has is left out. Raises KitError as `replay` does, and for a speed out of range.
    """
    on, start = _dates(days), released("iOS 11")
    number_from("speed", speed, 0, 100)
    if start is None:
        raise KitError("The tables hold no verified day of release for iOS 11.")
    curve = fit(points("iOS 11"), "weibull", SYSTEMS["iOS 11"].rounding)
    whole = curve.curve(np.maximum(_since(start, on), 0)) / 100
    ceiling = curve.parameters[0].value
    outs = [row.date_from for row in map(fact_named, NEWER.values()) if row.basis != "unverified"]
    return tuple(
        whole * curve.curve(speed * np.maximum(_since(out, on), 0)) / ceiling for out in sorted(filter(None, outs))
    )


def _dates(days: Iterable[date]) -> list[date]:
    """The days, each of them a date. Raises KitError that names the one that is none."""
    if isinstance(days, str | bytes | dict) or not isinstance(days, Iterable):
        raise KitError(f"days is a list of days such as [date(2018, 5, 1)], not {days!r}.")
    found = list(days)
    for number, day in enumerate(found, start=1):
        if type(day) is not date:
            raise KitError(f"days holds dates such as date(2018, 5, 1); the one in place {number} is {day!r}.")
    return found


def _since(start: date, days: list[date]) -> Floats:
    return np.array([float((day - start).days) for day in days])
