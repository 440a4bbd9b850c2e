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
from chokepoints.store.base_day import (
    HAVING,
    NEWCOMER,
    STATES,
    WITHOUT,
    Day,
    Floats,
    Group,
    chances,
    days,
    groups,
    state_of,
)
from chokepoints.store.base_day import other_shares as shares_of_others
from chokepoints.store.base_doors import one_or_none, seed_of

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
    whole numbers, and an axis of runs before the days; the mean has neither. What asks it raises KitError, which names
    the field, for a wrong kind.
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
        one_or_none("channel", channel, Channel)
        if newest is not None and not isinstance(newest, bool):
            raise KitError(f"newest is True, False, or None for either, not {newest!r}.")
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
        reasons = tuple(Lost) if one_or_none("reason", reason, Lost) is None else (reason,)
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
        one_or_none("platform", platform, Platform)
        if one_or_none("storefront", storefront, Storefront) is not None:
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


def counted(cells: NDArray[Any], made: Plan, kept: NDArray[Any] | None = None) -> Course:
    """The course that cells of shape (..., days + 1, cells) come to; `kept`: which cells these are, if not all."""
    outcomes = np.array([
        ((tuple(Platform).index(group.platform) * len(Storefront)) + tuple(Storefront).index(group.storefront))
        * len(OUTCOMES)
        + outcome_of(group, place, made.width)
        for group in made.groups
        for place in range(made.width)
    ])  # fmt: skip
    outcomes = outcomes if kept is None else outcomes[kept]
    order = np.argsort(outcomes, kind="stable")
    found, starts = np.unique(outcomes[order], return_index=True)
    table = np.zeros((*cells.shape[:-1], len(Platform) * len(Storefront) * len(OUTCOMES)), cells.dtype)
    table[..., found] = np.add.reduceat(cells[..., order], starts, axis=-1)
    return Course(table.reshape(*cells.shape[:-1], len(Platform), len(Storefront), len(OUTCOMES)))


def simulate(
    assumptions: Assumptions, runs: int = 1, seed: int = 2018, cohorts: Iterable[Cohort] | None = None
) -> Course:
    """So many runs by lot, of the cohorts given, in any order, or of `installed_base`.

    numpy may change these draws between versions; the distribution stays. Raises KitError for too much at once, and
    for a `seed` that is no whole number from 0 on.

    A year of 15 million people takes some 5 to 6 ms, and under a block with VPN apps delisted some 9. Each number drawn
    takes its time: with every channel, both storefronts, both levers and a block, some 700 a day, it is some 34 ms.
    """
    seed_of(seed)
    if isinstance(runs, bool) or not isinstance(runs, int) or runs < 1:
        raise KitError(f"The number of runs is a whole number from 1 on, not {runs!r}.")
    made = plan(assumptions, cohorts)
    size = len(made.groups) * made.width
    if runs * (assumptions.days + 1) * size > _MOST:
        raise KitError("So many runs and days are too much to draw at once; take fewer of either.")
    matrices = chances(assumptions, made.groups, set(made.days))
    kept = reached(made, matrices)
    moves = {day: _Moves(matrix, kept) for day, matrix in matrices.items()}
    lots = np.random.default_rng(seed)
    now = np.zeros((runs, kept.size), np.int64)
    for people, at in made.starts:
        now += lots.multinomial(people, at[kept] / at.sum(), runs)
    where = np.flatnonzero(made.into[kept])
    coming = np.zeros((assumptions.days, runs, kept.size), np.int64)
    into = made.into[kept][where] / made.into.sum()
    coming[..., where] = lots.multinomial(np.array(made.coming)[:, None].repeat(runs, 1), into)
    found = np.zeros((assumptions.days + 1, runs, kept.size), np.int64)
    found[0] = now
    for number, day in enumerate(made.days):
        moves[day].draw(lots, found[number] + coming[number], found[number + 1])
    return counted(found.swapaxes(0, 1), made, kept)


def reached(made: Plan, matrices: dict[Day, Floats]) -> NDArray[np.intp]:
    """The cells that anybody is ever in, whatever the lots."""
    leads = np.any(np.stack(list(matrices.values())) > 0, axis=0)
    seen = (np.sum([at for _, at in made.starts], axis=0) + made.into > 0).reshape(len(made.groups), 1, made.width)
    while True:
        more = seen | (seen @ leads)
        if (more == seen).all():
            return np.flatnonzero(seen)
        seen = more


class _Moves:
    """The chances of one kind of day with the impossible left out: for each cell kept, the cells that it may lead to.

    The likeliest comes first, since drawing it leaves few people for the rest, and few are drawn faster than many. The
    least likely comes last of all: numpy puts there whom rounding has left over, and nobody may be where nobody can be.
    """

    def __init__(self, matrix: Floats, kept: NDArray[np.intp]) -> None:
        groups, width = matrix.shape[:2]
        rows = matrix.reshape(groups * width, width)[kept]
        last = (rows > 0).sum(1) - 1
        ends = np.argsort(-rows, axis=1, kind="stable")[:, : int(last.max()) + 1]
        at = np.arange(len(rows))
        ends[at, last], ends[at, -1] = ends[at, -1].copy(), ends[at, last].copy()
        self.parts = np.take_along_axis(rows, ends, axis=1)
        possible = np.flatnonzero(self.parts > 0)
        into = (ends + (kept // width * width)[:, None]).ravel()[possible]
        order = np.argsort(into, kind="stable")
        #: The drawn numbers in the order of where they lead, and the first of each that lead to the same cell.
        self.order = possible[order]
        into, self.firsts = np.unique(into[order], return_index=True)
        self.into = np.searchsorted(kept, into)

    def draw(self, lots: np.random.Generator, now: Counts, then: Counts) -> None:
        """Where everybody is at the end of the day, written into `then`, which holds nobody."""
        moved = lots.multinomial(now, self.parts).reshape(len(now), -1)
        then[:, self.into] = np.add.reduceat(moved.take(self.order, axis=1), self.firsts, axis=1)
