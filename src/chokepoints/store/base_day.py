"""A day of the installed base: the states that a person can be in, and the chances from each to each.

People of one platform and storefront who know the same other way to the app, or none, are a group. All groups have the
same states: five with the app from the store of their own account, five with it by their other way, four without it.
Where the network blocks, each state is split by whether the person has a way round.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from chokepoints.store.base import Again, Assumptions, Channel, Lost, Platform, Storefront, System, Version
from chokepoints.store.base_cohorts import Cohort

Floats = NDArray[np.float64]

#: States with the app, the same for the store and for the other way.
HAVING = (
    (Version.NEWEST, System.OLD),
    (Version.OLDER, System.OLD),
    (Version.NEWEST, System.NEW),
    (Version.OLDER, System.NEW),
    (Version.BROKEN, System.NEW),
)
WITHOUT = (Lost.NEWCOMER, Lost.PHONE, Lost.DELETED, Lost.LEFT)
_OTHER = len(HAVING)
_NEWCOMER, _PHONE, _DELETED, _LEFT = range(2 * _OTHER, 2 * _OTHER + len(WITHOUT))
STATES = 2 * _OTHER + len(WITHOUT)
NEWCOMER = _NEWCOMER


@dataclass(frozen=True, slots=True)
class Group:
    """People who differ in their state alone. `other`: the channel they take where the store is shut, if they do."""

    platform: Platform
    storefront: Storefront
    other: Channel | None


class Day(NamedTuple):
    """What makes one day's chances differ from another's."""

    lever: bool
    system_out: bool
    withheld: bool  # the maker has had a newer version ready since the lever was pulled
    release: bool


def groups(assumptions: Assumptions, cohorts: dict[Cohort, int]) -> tuple[Group, ...]:
    """The groups that may hold anybody, in a fixed order."""
    found = {
        Group(cohort.platform, cohort.storefront, other)
        for cohort in cohorts
        for other in (
            *(other_shares(assumptions, cohort.platform, cohort.storefront)),
            *((cohort.channel,) if cohort.channel is not Channel.STORE else ()),
        )
    }
    return tuple(sorted(found, key=lambda group: (group.platform, group.storefront, group.other or "")))


def other_shares(assumptions: Assumptions, platform: Platform, storefront: Storefront) -> dict[Channel | None, float]:
    """What share knows which other way; None is no way. No share is 0, and they add up to 1.

    Where the store does its part on every day nobody ever takes another way, and who knows one makes no difference.
    """
    lever = assumptions.lever
    shut = lever.freezes or (lever.delists and storefront is Storefront.INSIDE)
    ways = assumptions.other_ways(platform, storefront) if shut and assumptions.stores.acts_on(platform) else {}
    none = 1 - sum(ways.values())
    return ({None: none} if none > 1e-12 else {}) | ways


def state_of(cohort: Cohort) -> int:
    """The state that the people of a cohort are in at the start."""
    at = HAVING.index((cohort.version, System.OLD if cohort.channel is Channel.WEB else cohort.system))
    return at if cohort.channel is Channel.STORE else _OTHER + at


def days(assumptions: Assumptions) -> Iterator[Day]:
    """Each day from the first on."""
    begins, out = assumptions.day_of(assumptions.lever_from), assumptions.day_of(assumptions.system_released)
    until = assumptions.lever_until
    ends = assumptions.days if until is None else assumptions.day_of(until)
    releases = assumptions.releases()
    withheld = False
    for day in range(1, assumptions.days + 1):
        lever = begins < day <= ends
        withheld = lever and (withheld or day in releases)
        yield Day(lever, day > out, withheld, day in releases)


def chances(assumptions: Assumptions, groups: Iterable[Group], kinds: Iterable[Day]) -> dict[Day, Floats]:
    """On each kind of day, the chances from each state to each, of shape (groups, STATES, STATES).

    Where the network blocks there are twice as many states. Groups and days whose chances are the same share them.
    """
    known: dict[_Kind, Floats] = {}
    every = tuple(groups)
    return {day: np.stack([_of(assumptions, group, day, known) for group in every]) for day in kinds}


def _of(assumptions: Assumptions, group: Group, day: Day, known: dict["_Kind", Floats]) -> Floats:
    kind = _kind(assumptions, group, day)
    matrix = known.get(kind)
    if matrix is None:
        matrix = known[kind] = _Matrix(assumptions, kind).chances()
    if day.release:  # what was the newest this morning is an older version now
        rows = np.arange(STATES)
        for first in (0, _OTHER) if group.other is not Channel.WEB else (0,):
            rows[[first, first + 2]] = first + 1, first + 3
        matrix = matrix[rows]
    if assumptions.network_blocks:
        taken = assumptions.vpn_delisted and _acts(assumptions, group, day) and group.storefront is Storefront.INSIDE
        found = 0.0 if taken else assumptions.way_found_daily
        lost = assumptions.way_lost_per_year / 365
        split = np.array([[1 - lost, lost], [found, 1 - found]])
        matrix = (matrix[:, None, :, None] * split[:, None]).reshape(2 * STATES, 2 * STATES)
    return matrix


class Source(NamedTuple):
    """A channel on a day: whether it gives the app, whether it renews it, and the chance of that on a day."""

    gives: bool
    renews: bool
    renewal: float


def _acts(assumptions: Assumptions, group: Group, day: Day) -> bool:
    """Whether the store of this group does on this day what the lever says."""
    return day.lever and assumptions.stores.acts_on(group.platform)


def sources(assumptions: Assumptions, group: Group, day: Day) -> tuple[Source, Source | None]:
    """The store of a person's own account, and the other way, if the group knows one."""
    acts = _acts(assumptions, group, day)
    shut = acts and assumptions.lever.delists and group.storefront is Storefront.INSIDE
    frozen = acts and assumptions.lever.freezes
    usual = 1 - (1 - assumptions.automatic_daily) * (1 - assumptions.by_hand_daily)
    store = Source(not shut, not shut and not frozen, usual)
    if group.other is None:
        return store, None
    if group.other is Channel.MOVED:
        return store, Source(True, not frozen, usual)
    if group.other is Channel.MARKETPLACE:
        return store, Source(assumptions.marketplaces_open, assumptions.marketplaces_open, usual)
    return store, Source(True, True, assumptions.sideload_updates_daily if group.other is Channel.SIDELOADED else 1.0)


class _Kind(NamedTuple):
    """All that the chances of a group on a day rest on, beside the assumptions and the ways round a block."""

    store: Source
    other: Source | None
    web: bool
    system: float  # the chance that a phone takes the new system that day; 0 before it is out
    system_out: bool
    withheld: bool


def _kind(assumptions: Assumptions, group: Group, day: Day) -> _Kind:
    store, other = sources(assumptions, group, day)
    ios = group.platform is Platform.IOS
    system = assumptions.ios_system_daily if ios else assumptions.android_system_daily
    withheld = day.withheld and not store.renews  # where the store renews, so does every other way
    return _Kind(store, other, group.other is Channel.WEB, system * day.system_out, day.system_out, withheld)


class _Matrix:
    """The chances of one kind, built row by row."""

    def __init__(self, assumptions: Assumptions, kind: _Kind) -> None:
        self.given, self.kind = assumptions, kind
        self.store, self.other = kind.store, kind.other

    def chances(self) -> Floats:
        rows = np.zeros((STATES, STATES))
        for at in range(STATES):
            left = 1.0  # at most one thing happens on a day: each has its chance where none before it came
            for chance, ends in self._events(at):
                for end, part in ends.items():
                    rows[at, end] += left * chance * part
                left *= 1 - chance
            rows[at, at] += left
        return rows

    def _events(self, at: int) -> Iterator[tuple[float, dict[int, float]]]:
        """What may happen to a person in this state, in order: its chance, and where it leads with which chance."""
        given = self.given
        if at == _LEFT:
            yield given.back_per_year / 365, {_DELETED: 1.0}
        elif at >= _NEWCOMER:
            yield self._install(at)
        elif at >= _OTHER and self.other is None:
            return  # nobody is ever here
        elif at >= _OTHER and self.kind.web:
            yield given.leaving_per_year / 365, {_LEFT: 1.0}
            if self.store.gives:
                yield given.installs_daily, self._fresh(0, self.store, new=False)
        else:
            yield given.replaced_per_year / 365, self._new_phone(at)
            yield given.deleted_per_year / 365, {_DELETED: 1.0}
            yield given.leaving_per_year / 365, {_LEFT: 1.0}
            yield from self._renewals(at)

    def _new_phone(self, at: int) -> dict[int, float]:
        """Where a person is whose phone is new that day: the app is on it if a backup was restored and brought it."""
        brings = at < _OTHER and (self.store.gives or self.given.again is not Again.NEVER)
        restored = self.given.restored if brings else 0.0
        fresh = self._fresh(0, self.store, new=True)
        return {_PHONE: 1 - restored} | {end: restored * part for end, part in fresh.items()}

    def _renewals(self, at: int) -> Iterator[tuple[float, dict[int, float]]]:
        """A new system, a new version of the app, or another source for an app that is broken."""
        first, source = (_OTHER, self.other) if self.other and at >= _OTHER else (0, self.store)
        version, system = HAVING[at - first]
        if system is System.OLD and self.kind.system_out:
            if version is Version.NEWEST:
                yield self.kind.system, {first + 2: 1.0}
            else:
                yield self.kind.system, {first + 4: self.given.breaks, first + 3: 1 - self.given.breaks}
        if version is not Version.NEWEST and source.renews:
            yield source.renewal, {first + (0 if system is System.OLD else 2): 1.0}
        elif version is Version.BROKEN and first == 0 and self.other and self.other.renews:
            yield self.given.installs_daily, self._fresh(_OTHER, self.other, new=True)

    def _install(self, at: int) -> tuple[float, dict[int, float]]:
        """One who wants the app and has it not: from the store if it gives it, else by the other way, if there is one.

        The phone of one who came or came back has the old system.
        """
        new = at == _PHONE
        if self.store.gives or (at != _NEWCOMER and self.given.again is Again.ALWAYS):
            return self.given.installs_daily, self._fresh(0, self.store, new=new)
        if self.other and self.other.gives:
            return self.given.installs_daily, self._fresh(_OTHER, self.other, new=new)
        return 0.0, {}

    def _fresh(self, first: int, source: Source, *, new: bool) -> dict[int, float]:
        """The states of one who has just got the app from a source, on a phone that is new or not."""
        if first and self.kind.web:
            return {_OTHER: 1.0}
        new = new and self.kind.system_out
        if source.renews or not self.kind.withheld:
            return {first + (2 if new else 0): 1.0}
        if not new:
            return {first + 1: 1.0}
        return {first + 4: self.given.breaks, first + 3: 1 - self.given.breaks}
