"""A country of users whose messenger is blocked, moves and tells them where: cohorts by lot, and the exact mean.

The model. The messenger serves from one address at a time. It is found and blocked after a random time (exponential),
which cuts every user off at once; after another it has noticed and moved. From then on each user who is cut off learns
the new address by whichever channel comes first: a service push, the backup configuration, an update of the app, each
after a random time of its own. A regulator's switch may stop pushes in one storefront from a given day on. At midnight
users are counted, and may then give up, leave for want of alerts, or come back to look.

Users of one group are alike, so that a whole group is drawn at once, which is the same distribution as one by one
(`country_users` shows it). No run predicts 2018: no source says how often the messenger told its users by push, nor
how fast they came back. Each assumption is named in `Assumptions` with its source, or as assumed.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from math import inf

import numpy as np
from numpy.typing import NDArray

from chokepoints.errors import KitError

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


class Switch(StrEnum):
    """What the notification service carries to the devices of the storefront once the switch is thrown."""

    OPEN = "push open"
    ALERTS = "alerts blocked"
    SERVICE = "service pushes blocked"
    ALL = "all pushes blocked"

    @property
    def service_arrives(self) -> bool:
        """Whether a push that carries a new address still arrives."""
        return self in (Switch.OPEN, Switch.ALERTS)

    @property
    def alerts_arrive(self) -> bool:
        """Whether a push that tells of a new message still arrives."""
        return self in (Switch.OPEN, Switch.SERVICE)


#: What each assumption rests on: facts by their slugs, or "assumed".
BASIS = {
    "users": "aud-15m",
    "days": "assumed",
    "blocks_per_day": "assumed; a provider had a day to load new entries: listing-lag-24h",
    "detection_minutes": "assumed",
    "push_reach": "assumed",
    "push_minutes": "assumed",
    "backup_hours": "assumed",
    "update_days": "assumed; updates for iOS were held until 1 June 2018: update-approved",
    "switch": "the readings of the letter of 28 May 2018: apple-letter",
    "switch_day": "from the first blocks to the letter: block-begins, apple-letter",
    "storefront_share": "assumed; a share of Apple's in 2018 was not found",
    "giving_up": "assumed",
    "leaving_unalerted": "assumed",
    "coming_back": "assumed",
}
#: The rows of channels.csv behind each channel of the model. The rest (vpn, mtproxy, help-getconfig) are left out.
CHANNELS = {
    "push": ("push-dc-update",),
    "backup": ("appspot-front", "azure-config", "cloudflare-doh-txt", "cloudkit", "google-doh-txt"),
    "update": ("seed-addresses",),
}

#: No more addresses and days, over all runs, than this in one simulation: some 2 seconds and 300 MB.
_MOST = 5_000_000
_LIMITS: dict[str, tuple[float, float]] = {
    "users": (1, 1_000_000_000),
    "days": (1, 1_000),
    "blocks_per_day": (0, 200),
    "detection_minutes": (0.1, 100_000),
    "push_minutes": (0.1, inf),
    "backup_hours": (0.1, inf),
    "update_days": (0.1, inf),
    "switch_day": (0, 1_000),
}


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the model takes for granted. Raises KitError for numbers that cannot be.

    `users`: all connected at the start. `days`: how long it goes on.
    `blocks_per_day`: how often an address that serves is found and blocked, on average.
    `detection_minutes`: from a block until the messenger has noticed and moved, on average.
    `push_reach`: share of users whose device can get a push. `push_minutes`: from a move until such a device has its
    service push and is back, on average; `backup_hours` and `update_days`: the same for the two other channels, which
    all users have. `float("inf")` closes a channel.
    `switch`: what the notification service stops from midnight number `switch_day` on, in one storefront, in which
    `storefront_share` of the users are, with and without push alike.
    Chances at each midnight, from 0 to 1: `giving_up`, that a user who is cut off leaves; `leaving_unalerted`, that one
    who is connected leaves because the switch took the alerts; `coming_back`, that one who left looks again (and is cut
    off until some channel tells the address).
    """

    users: int = 15_000_000
    days: int = 120
    blocks_per_day: float = 1.0
    detection_minutes: float = 30.0
    push_reach: float = 0.8
    push_minutes: float = 5.0
    backup_hours: float = 6.0
    update_days: float = 3.0
    switch: Switch = Switch.OPEN
    switch_day: int = 42
    storefront_share: float = 0.3
    giving_up: float = 0.0
    leaving_unalerted: float = 0.0
    coming_back: float = 0.0

    def __post_init__(self) -> None:
        if not isinstance(self.switch, Switch):
            names = ", ".join(f"Switch.{one.name}" for one in Switch)
            raise KitError(f"switch is one of {names}, not {self.switch!r}.")
        for field in fields(self):
            if field.name == "switch":
                continue
            value, (low, high) = getattr(self, field.name), _LIMITS.get(field.name, (0, 1))
            right, kind = (int, "a whole number") if field.type is int else (int | float, "a number")
            if not isinstance(value, right) or isinstance(value, bool) or not low <= value <= high:
                span = f"from {low:,} on" if high == inf else f"from {low:,} to {high:,}"
                raise KitError(f"{field.name} is {kind} {span}, not {value!r}.")

    @property
    def rates(self) -> dict[str, float]:
        """How often a day each channel tells a user the address, on average, once the messenger has moved."""
        return {"push": 1_440 / self.push_minutes, "backup": 24 / self.backup_hours, "update": 1 / self.update_days}


@dataclass(frozen=True, slots=True)
class Group:
    """Users who are alike: their share of all, how often a day they would learn the address before and after the
    switch is thrown, and whether it takes their alerts.
    """

    share: float
    before: float
    after: float
    silenced: bool


@dataclass(frozen=True, slots=True)
class Runs:
    """Users at each midnight, arrays of shape (runs, days + 1); number 0 is the start.

    `connected`, `cut_off` and `gone` (left, and not back) add up to all users.
    """

    connected: Counts
    cut_off: Counts
    gone: Counts

    @property
    def available(self) -> Floats:
        """Share of all users that are connected, of shape (runs, days + 1)."""
        return np.asarray(self.connected / (self.connected + self.cut_off + self.gone))

    def quantiles(self, *levels: float) -> Floats:
        """`available` at each midnight, so that so great a share of the runs lies below: shape (levels, days + 1)."""
        return np.asarray(np.quantile(self.available, levels, axis=0))

    @property
    def weekly(self) -> Floats:
        """`available` on the mean of the seven midnights of each full week, of shape (runs, weeks)."""
        return in_weeks(self.available)

    @property
    def median(self) -> Floats:
        """`available` at each midnight in the middle one of the runs, of shape (days + 1,)."""
        return np.asarray(np.median(self.available, axis=0))


def in_weeks(midnights: Floats) -> Floats:
    """The mean of each full week, along the last axis: midnights 1 to 7, 8 to 14 and so on; number 0 is the start."""
    weeks = (midnights.shape[-1] - 1) // 7
    return np.asarray(midnights[..., 1 : 7 * weeks + 1].reshape(*midnights.shape[:-1], weeks, 7).mean(-1))


def groups(assumptions: Assumptions) -> tuple[Group, ...]:
    """The groups that differ: in the storefront with push, elsewhere with push, without push; none of them empty.

    Where no switch is thrown, the first two are one.
    """
    rates, switch = assumptions.rates, assumptions.switch
    slow = rates["backup"] + rates["update"]
    fast, reach, inside = slow + rates["push"], assumptions.push_reach, assumptions.storefront_share
    if switch is Switch.OPEN:
        inside = 0.0
    after = fast if switch.service_arrives else slow
    found = (
        Group(reach * inside, fast, after, not switch.alerts_arrive),
        Group(reach * (1 - inside), fast, fast, False),
        Group(1 - reach, slow, slow, False),
    )
    return tuple(group for group in found if group.share > 0)


def addresses(assumptions: Assumptions, runs: int, draw: np.random.Generator) -> tuple[Floats, Floats]:
    """When each address of the messenger began to serve and when it was blocked, in days: two of shape (runs, n).

    The last of each run is blocked after the last day.
    """
    cycle = assumptions.detection_minutes / 1_440
    if assumptions.blocks_per_day < 1e-9:  # not in a thousand years of runs
        return np.zeros((runs, 1)), np.full((runs, 1), inf)
    some = assumptions.days / (cycle + 1 / assumptions.blocks_per_day)
    count, more_of_them = int(some + 2 * some**0.5) + 2, int(2 * some**0.5) + 2
    serves, rests = np.empty((runs, 0)), np.empty((runs, 0))
    while not serves.size or (serves.sum(1) + rests[:, :-1].sum(1)).min() <= assumptions.days:
        more = draw.standard_exponential((2, runs, more_of_them if serves.size else count))
        serves = np.hstack([serves, more[0] / assumptions.blocks_per_day])
        rests = np.hstack([rests, more[1] * cycle])
    moved = np.cumsum(serves + rests, axis=1)
    return np.hstack([np.zeros((runs, 1)), moved[:, :-1]]), moved - rests


def simulate(assumptions: Assumptions, runs: int = 1, seed: int = 2018) -> Runs:
    """So many runs by lot. The moments of blocks and moves are drawn first, by a generator of their own.

    numpy may change these draws between versions; the distribution stays. Raises KitError for too much at once.
    """
    if isinstance(runs, bool) or not isinstance(runs, int) or runs < 1:
        raise KitError(f"The number of runs is a whole number from 1 on, not {runs!r}.")
    days = assumptions.days
    if runs * days * (1 + assumptions.blocks_per_day) > _MOST:
        raise KitError("So many runs, days and blocks are too much to draw at once; take fewer of any.")
    times, lots = (np.random.default_rng(part) for part in np.random.SeedSequence(seed).spawn(2))
    kept, learning = _days(*addresses(assumptions, runs, times), days)
    every = groups(assumptions)
    connected = lots.multinomial(assumptions.users, [group.share for group in every], runs).T
    cut_off, gone = np.zeros_like(connected), np.zeros_like(connected)
    found = np.zeros((3, runs, days + 1), np.int64)
    found[0, :, 0] = assumptions.users
    for day in range(days):
        thrown = day >= assumptions.switch_day
        rates = np.array([[group.after if thrown else group.before] for group in every])
        still = np.where(kept[day], connected, 0)
        waiting = connected + cut_off - still
        back = lots.binomial(waiting, -np.expm1(-rates * learning[day]))
        connected, cut_off = still + back, waiting - back
        found[:, :, day + 1] = connected.sum(0), cut_off.sum(0), gone.sum(0)
        silenced = np.array([[group.silenced and thrown] for group in every])
        connected, cut_off, gone = _midnight(assumptions, silenced, lots, connected, cut_off, gone)
    return Runs(*found)


def _days(since: Floats, until: Floats, days: int) -> tuple[NDArray[np.bool_], Floats]:
    """For each day and run: whether one address served all day, and for how long users could learn, in days.

    Could learn: from the last move (or midnight, if that was before it) to the next midnight; 0 where the messenger is
    down at midnight. Both of shape (days, runs). Whoever was connected before the last block counts as one who learns.
    """
    runs = len(since)
    apart = days + 2  # one search for all runs: each has a stretch of the line of its own
    starts = np.minimum(since, days + 1) + apart * np.arange(runs)[:, None]
    midnights = np.arange(1, days + 1) + apart * np.arange(runs)[:, None]
    last = np.searchsorted(starts.ravel(), midnights.ravel(), side="right") - 1
    ends = np.arange(1, days + 1)
    began, ended = since.ravel()[last].reshape(runs, days), until.ravel()[last].reshape(runs, days)
    up = ended > ends
    learning = np.where(up, np.minimum(1.0, ends - began), 0.0)
    return (up & (began <= ends - 1)).T, np.maximum(learning, 0.0).T


def _midnight(
    assumptions: Assumptions, silenced: NDArray[np.bool_], lots: np.random.Generator, *states: Counts
) -> tuple[Counts, Counts, Counts]:
    """Who gives up, leaves or comes back, each by lot: connected, cut off and gone afterwards."""
    connected, cut_off, gone = states
    if not (assumptions.giving_up or assumptions.leaving_unalerted or assumptions.coming_back):
        return connected, cut_off, gone
    leave = lots.binomial(connected, np.where(silenced, assumptions.leaving_unalerted, 0.0))
    give_up = lots.binomial(cut_off, assumptions.giving_up)
    return_ = lots.binomial(gone, assumptions.coming_back)
    return connected - leave, cut_off - give_up + return_, gone + leave + give_up - return_
