"""The installed base by lot: every cohort's people drawn together, day by day, which is the same as one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from chokepoints.errors import KitError
from chokepoints.store.base import Assumptions, Channel, Lost, Platform, Storefront, Version
from chokepoints.store.base_cohorts import Cohort, summed
from chokepoints.store.base_day import HAVING, NEWCOMER, STATES, WITHOUT, Day, Group, chances, days, groups, state_of
from chokepoints.store.base_day import other_shares as shares_of_others

Counts = NDArray[np.int64]

#: What a person is counted as: one who can use the app, by channel and by whether it is the newest version, or lost.
OUTCOMES: tuple[tuple[Channel, bool] | Lost, ...] = (
    *((channel, new) for channel in Channel for new in (True, False)),
    *Lost,
)
#: No more numbers than this in one simulation: some 250 MB.
_MOST = 30_000_000


@dataclass(frozen=True, slots=True)
class Course:
    """How many people are what at each midnight: `table`, of shape (..., days + 1, platforms, storefronts, OUTCOMES).

    Midnight 0 is the start. Everybody who has ever wanted the app is counted once at each midnight. Runs by lot have
    whole numbers, and an axis of runs before the days; the mean has neither.
    """

    table: NDArray[Any]

    def people(self, platform: Platform | None = None, storefront: Storefront | None = None) -> NDArray[Any]:
        """All who have ever wanted the app, at each midnight."""
        return np.asarray(self._of(platform, storefront).sum(-1))

    def using(
        self,
        channel: Channel | None = None,
        newest: bool | None = None,
        platform: Platform | None = None,
        storefront: Storefront | None = None,
    ) -> NDArray[Any]:
        """Those who can use it: by one channel or any, with the newest version (True), an older (False) or either."""
        wanted = [
            place
            for place, outcome in enumerate(OUTCOMES)
            if not isinstance(outcome, Lost)
            if channel in (None, outcome[0])
            if newest in (None, outcome[1])
        ]
        return np.asarray(self._of(platform, storefront)[..., wanted].sum(-1))

    def lost(
        self, reason: Lost | None = None, platform: Platform | None = None, storefront: Storefront | None = None
    ) -> NDArray[Any]:
        """Those who cannot, or no longer want to: for one reason, or any."""
        reasons = tuple(Lost) if reason is None else (reason,)
        wanted = [OUTCOMES.index(one) for one in reasons]
        return np.asarray(self._of(platform, storefront)[..., wanted].sum(-1))

    def wanting(self, platform: Platform | None = None, storefront: Storefront | None = None) -> NDArray[Any]:
        """Those who want it now: all but those who left of their own will."""
        return np.asarray(self.people(platform, storefront) - self.lost(Lost.LEFT, platform, storefront))

    def share(self, platform: Platform | None = None, storefront: Storefront | None = None) -> NDArray[Any]:
        """Of those who want the app, the share that can use it, from 0 to 1; 0 where nobody wants it."""
        using = self.using(platform=platform, storefront=storefront)
        return np.asarray(using / np.maximum(self.wanting(platform, storefront), 1e-300))

    def _of(self, platform: Platform | None, storefront: Storefront | None) -> NDArray[Any]:
        table = self.table
        if storefront is not None:
            table = table[..., [tuple(Storefront).index(storefront)], :]
        if platform is not None:
            table = table[..., [tuple(Platform).index(platform)], :, :]
        return np.asarray(table.sum((-3, -2)))


class Plan(NamedTuple):
    """What runs and mean share: the groups, who starts where, and how many come on which day.

    `starts`: for each cohort its number, and of each cell that it may start in the chance. `coming`: people who begin
    to want the app on each day. `into`: the chance of each cell for one of them. A cell is a state of a group.
    """

    groups: tuple[Group, ...]
    width: int
    starts: tuple[tuple[int, NDArray[np.float64]], ...]
    coming: tuple[int, ...]
    into: NDArray[np.float64]
    days: tuple[Day, ...]


def plan(assumptions: Assumptions, cohorts: Iterable[Cohort] | None) -> Plan:
    """Who starts where. Raises KitError as `summed` does."""
    base = summed(assumptions, cohorts)
    every = groups(assumptions, base)
    place = {group: number for number, group in enumerate(every)}
    ways = (assumptions.ways_share, 1 - assumptions.ways_share) if assumptions.network_blocks else (1.0,)
    width = STATES * len(ways)
    total = sum(base.values())
    into = np.zeros(len(every) * width)
    starts = []
    for cohort, people in base.items():
        sure: dict[Channel | None, float] = {cohort.channel: 1.0}
        others = shares_of_others(assumptions, cohort.platform, cohort.storefront)
        at = np.zeros(len(every) * width)
        for target, state, shares, weight in (
            (at, state_of(cohort), others if cohort.channel is Channel.STORE else sure, 1.0),
            (into, NEWCOMER, others, people / total),
        ):
            for other, share in shares.items():
                first = place[Group(cohort.platform, cohort.storefront, other)] * width + state * len(ways)
                for number, way in enumerate(ways):
                    target[first + number] += weight * share * way
        starts.append((people, at))
    came = [int(total * assumptions.newcomers_per_year * day / 365) for day in range(assumptions.days + 1)]
    coming = tuple(after - before for before, after in pairwise(came))
    return Plan(every, width, tuple(starts), coming, into, tuple(days(assumptions)))


def outcome_of(group: Group, place: int, width: int) -> int:
    """The number, in OUTCOMES, of what the people in a cell of a group are counted as."""
    state, lacks = divmod(place, width // STATES)
    other, at = divmod(state, len(HAVING))
    if state >= 2 * len(HAVING):
        return OUTCOMES.index(WITHOUT[state - 2 * len(HAVING)])
    if HAVING[at][0] is Version.BROKEN:
        return OUTCOMES.index(Lost.BROKEN)
    if lacks:
        return OUTCOMES.index(Lost.NO_WAY)
    channel = Channel.STORE if not other else group.other
    return OUTCOMES.index((channel or Channel.STORE, HAVING[at][0] is Version.NEWEST))


def counted(cells: NDArray[Any], made: Plan) -> Course:
    """The course that cells of shape (..., days + 1, cells) come to."""
    table = np.zeros((*cells.shape[:-1], len(Platform), len(Storefront), len(OUTCOMES)), cells.dtype)
    for number, group in enumerate(made.groups):
        where = tuple(Platform).index(group.platform), tuple(Storefront).index(group.storefront)
        for place in range(made.width):
            table[..., *where, outcome_of(group, place, made.width)] += cells[..., number * made.width + place]
    return Course(table)


def simulate(
    assumptions: Assumptions, runs: int = 1, seed: int = 2018, cohorts: Iterable[Cohort] | None = None
) -> Course:
    """So many runs by lot, of the cohorts given, in any order, or of `installed_base`.

    numpy may change these draws between versions; the distribution stays. Raises KitError for too much at once.
    """
    if isinstance(runs, bool) or not isinstance(runs, int) or runs < 1:
        raise KitError(f"The number of runs is a whole number from 1 on, not {runs!r}.")
    made = plan(assumptions, cohorts)
    size = len(made.groups) * made.width
    if runs * (assumptions.days + 1) * size > _MOST:
        raise KitError("So many runs and days are too much to draw at once; take fewer of either.")
    lots = np.random.default_rng(seed)
    now = np.zeros((runs, size), np.int64)
    for people, at in made.starts:
        now += lots.multinomial(people, at / at.sum(), runs)
    coming = np.zeros((runs, assumptions.days, size), np.int64)
    where = np.flatnonzero(made.into)
    coming[..., where] = lots.multinomial(np.tile(made.coming, (runs, 1)), made.into[where] / made.into.sum())
    found = np.empty((runs, assumptions.days + 1, size), np.int64)
    found[:, 0] = now
    kinds: dict[Day, _Moves] = {}
    for number, day in enumerate(made.days):
        if day not in kinds:
            kinds[day] = _Moves(assumptions, made, day, runs)
        now = kinds[day].draw(lots, now + coming[:, number])
        found[:, number + 1] = now
    return counted(found, made)


class _Moves:
    """The chances of one kind of day with the impossible left out: for each cell, the cells that it may lead to.

    The likeliest comes first, since drawing it leaves few people for the rest, and few are drawn faster than many.
    """

    def __init__(self, assumptions: Assumptions, made: Plan, day: Day, runs: int) -> None:
        matrices = [chances(assumptions, group, day) for group in made.groups]
        most = max(int((matrix > 0).sum(1).max()) for matrix in matrices)
        ends, parts = [], []
        for number, matrix in enumerate(matrices):
            first = np.argsort(-matrix, axis=1, kind="stable")[:, :most]
            ends.append(first + number * made.width)
            parts.append(np.take_along_axis(matrix, first, axis=1))
        self.parts = np.concatenate(parts)
        self.size = len(self.parts)
        self.ends = (np.concatenate(ends) + self.size * np.arange(runs)[:, None, None]).ravel()

    def draw(self, lots: np.random.Generator, now: Counts) -> Counts:
        """Where everybody is at the end of the day."""
        moved = lots.multinomial(now, self.parts).ravel()
        return np.bincount(self.ends, moved, now.size).astype(np.int64).reshape(now.shape)
