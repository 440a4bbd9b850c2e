"""The installed base with each person alone: the same story as `base_runs`, told one by one, for proof.

Nothing of `base_day` is used here: who can do what is worked out anew, so that the two can be held against each other.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chokepoints.errors import KitError
from chokepoints.store.base import Again, Assumptions, Channel, Lost, Platform, Storefront, System, Version
from chokepoints.store.base_cohorts import Cohort, summed
from chokepoints.store.base_doors import seed_of
from chokepoints.store.base_runs import OUTCOMES, Course

Flags = NDArray[np.bool_]

#: More people than this are not drawn one by one: a year takes some seconds.
_MOST = 200_000
_CHANNELS, _LOST = tuple(Channel), tuple(Lost)
_STORE, _MOVED, _SIDE, _MARKET, _WEB = range(len(_CHANNELS))
_NONE = -1
_NEWEST, _OLDER, _BROKEN = range(3)


def per_user(assumptions: Assumptions, seed: int = 2018, cohorts: Iterable[Cohort] | None = None) -> Course:
    """One run in which each person has a phone, an account, an app and luck of their own; shaped as one run by lot.

    Slow: raises KitError for more than 200,000 people, those who come later among them, and as `simulate` does.
    """
    seed_of(seed)
    base = summed(assumptions, cohorts)
    total = sum(base.values())
    most = total * (1 + assumptions.newcomers_per_year * assumptions.days / 365)
    if most > _MOST:
        raise KitError(f"One by one, at most {_MOST:,} people are drawn, not {most:,.0f}; use simulate for more.")
    crowd = _Crowd(assumptions, base, np.random.default_rng(seed))
    table = [crowd.counted()]
    for day in range(1, assumptions.days + 1):
        crowd.live(day)
        table.append(crowd.counted())
    return Course(np.stack(table)[None])


class _Crowd:
    """Everybody, as arrays with one entry a person."""

    def __init__(self, assumptions: Assumptions, base: dict[Cohort, int], lots: np.random.Generator) -> None:
        self.given, self.lots, self.total, self.came = assumptions, lots, sum(base.values()), 0

        def each(value: Any) -> NDArray[Any]:
            return np.repeat([value(cohort) for cohort in base], list(base.values()))

        self.ios = each(lambda cohort: cohort.platform is Platform.IOS)
        self.inside = each(lambda cohort: cohort.storefront is Storefront.INSIDE)
        self.channel = each(lambda cohort: _CHANNELS.index(cohort.channel))
        self.version = each(lambda cohort: tuple(Version).index(cohort.version))
        self.new_system = each(lambda cohort: cohort.system is System.NEW and cohort.channel is not Channel.WEB)
        self.reason = np.full(self.total, _NONE)
        self.at_start = self.ios.copy(), self.inside.copy()
        self.other = np.where(self.channel == _STORE, self._other_ways(self.ios, self.inside), self.channel)
        self.way = self._ways(self.total)

    def _ways(self, people: int) -> Flags:
        return (self.lots.random(people) < self.given.ways_share) | (not self.given.network_blocks)

    def _other_ways(self, ios: Flags, inside: Flags) -> NDArray[Any]:
        """What other way each person knows, by one draw each; `_NONE` for most."""
        given, luck = self.given, self.lots.random(ios.size)
        own = np.where(ios, given.marketplace_share if given.marketplaces_open else 0.0, given.sideload_share)
        moved = np.where(inside, given.moved_share, 0.0)
        found = np.full(ios.size, _NONE)
        found[luck < own + moved + given.web_share] = _WEB
        found[luck < own + moved] = _MOVED
        return np.where(luck < own, np.where(ios, _MARKET, _SIDE), found)

    def _arrive(self, day: int) -> None:
        """Those who begin to want the app on this day: people like those at the start."""
        due = int(self.total * self.given.newcomers_per_year * day / 365)
        new, self.came = due - self.came, due
        like = self.lots.integers(0, self.total, new)
        ios, inside = (part[like] for part in self.at_start)
        for name, more in (
            ("ios", ios),
            ("inside", inside),
            ("channel", np.full(new, _STORE)),
            ("version", np.full(new, _NEWEST)),
            ("new_system", np.zeros(new, bool)),
            ("reason", np.full(new, _LOST.index(Lost.NEWCOMER))),
            ("other", self._other_ways(ios, inside)),
            ("way", self._ways(new)),
        ):
            setattr(self, name, np.concatenate([getattr(self, name), more]))

    def _open(self, day: int) -> None:
        """Who gets the app from which source on this day, and whose copy is renewed by it."""
        given = self.given
        begins = (given.lever_from - given.start).days
        ends = given.days if given.lever_until is None else (given.lever_until - given.start).days
        self.pulled = begins < day <= ends
        out = (given.system_released - given.start).days
        self.system_out = day > out
        made = [one for one in range(1, day + 1) if one % given.release_every == 0 or one == out + 1]
        self.released, self.withheld = day in made, self.pulled and bool(made) and made[-1] > begins
        acts = {"both stores": (True, True), "Apple alone": (True, False), "Google alone": (False, True)}[given.stores]
        self.hit = hit = np.where(self.ios, *acts) & self.pulled
        self.gives = ~(hit & self.inside & given.lever.delists)
        self.renews = self.gives & ~(hit & given.lever.freezes)
        self.other_gives = (self.other != _NONE) & ((self.other != _MARKET) | given.marketplaces_open)
        self.other_renews = self.other_gives & ~((self.other == _MOVED) & hit & given.lever.freezes)

    def live(self, day: int) -> None:
        """One day: at most one thing happens to each person."""
        given = self.given
        self._arrive(day)
        self._open(day)
        if self.released:
            self.version[(self.version == _NEWEST) & (self.channel != _WEB)] = _OLDER
        self.free = np.ones(self.ios.size, bool)
        having, web = self.reason == _NONE, self.channel == _WEB
        wanting = ~having & (self.reason != _LOST.index(Lost.LEFT))
        replaced = self._happens(having & ~web, given.replaced_per_year / 365)
        deleted = self._happens(having & ~web, given.deleted_per_year / 365)
        left = self._happens(having, given.leaving_per_year / 365)
        system = self._happens(
            having & ~web & ~self.new_system & self.system_out,
            np.where(self.ios, given.ios_system_daily, given.android_system_daily),
        )
        usual = 1 - (1 - given.automatic_daily) * (1 - given.by_hand_daily)
        stale, stored = having & ~web & (self.version != _NEWEST), self.channel == _STORE
        renewed = self._happens(
            stale & np.where(stored, self.renews, self.other_renews),
            np.where(self.channel == _SIDE, given.sideload_updates_daily, usual),
        )
        broken = having & (self.version == _BROKEN) & stored & ~self.renews & self.other_renews
        switched = self._happens(broken, given.installs_daily)
        back_in = self._happens(having & web & self.gives, given.installs_daily)
        back = self._happens(self.reason == _LOST.index(Lost.LEFT), given.back_per_year / 365)
        again = (self.reason != _LOST.index(Lost.NEWCOMER)) & (given.again is Again.ALWAYS)
        from_store = wanting & (self.gives | again)
        installed = self._happens(from_store | (wanting & self.other_gives), given.installs_daily)

        new_phone = self.reason == _LOST.index(Lost.PHONE)
        self._replace(replaced, stored)
        for whom, reason in ((deleted, Lost.DELETED), (left, Lost.LEFT), (back, Lost.DELETED)):
            self.reason[whom] = _LOST.index(reason)
        self.new_system[system] = True
        self.version[system & (self.version == _OLDER) & self._luck(given.breaks)] = _BROKEN
        self.version[renewed] = _NEWEST
        self._install(switched, np.zeros_like(switched), switched)
        self._install(back_in, back_in, np.zeros_like(back_in))
        self._install(installed, from_store, new_phone)
        self._change_ways()

    def _luck(self, chance: Any) -> Flags:
        return np.asarray(self.lots.random(self.ios.size) < chance)

    def _happens(self, who: Flags, chance: Any) -> Flags:
        """To whom this happens, of those to whom nothing has happened yet today."""
        found = np.asarray(who & self.free & self._luck(chance))
        self.free &= ~found
        return found

    def _replace(self, replaced: Flags, stored: Flags) -> None:
        brings = self.gives if self.given.again is Again.NEVER else np.ones_like(self.gives)
        restored = replaced & stored & brings & self._luck(self.given.restored)
        self.reason[replaced & ~restored] = _LOST.index(Lost.PHONE)
        self._install(restored, restored, restored)

    def _install(self, who: Flags, from_store: Flags, new_phone: Flags) -> None:
        """Give these the app, from the store or by their other way, on a phone that is new or not."""
        self.reason[who] = _NONE
        self.channel[who] = np.where(from_store, _STORE, self.other)[who]
        web = self.channel == _WEB
        newest = np.where(from_store, self.renews, self.other_renews) | (not self.withheld) | web
        self.new_system[who] = (new_phone & self.system_out & ~web)[who]
        breaks = ~newest & self.new_system & self._luck(self.given.breaks)
        self.version[who] = np.where(newest, _NEWEST, np.where(breaks, _BROKEN, _OLDER))[who]

    def _change_ways(self) -> None:
        given = self.given
        if not given.network_blocks:
            return
        taken = self.inside & self.hit & given.vpn_delisted
        found = ~self.way & ~taken & self._luck(given.way_found_daily)
        lost = self.way & self._luck(given.way_lost_per_year / 365)
        self.way = (self.way | found) & ~lost

    def counted(self) -> NDArray[np.int64]:
        """How many are what, of shape (platforms, storefronts, OUTCOMES)."""
        using = len(OUTCOMES) - len(_LOST)
        outcome = np.where(self.reason == _NONE, 2 * self.channel + (self.version != _NEWEST), using + self.reason)
        having = self.reason == _NONE
        outcome[having & ~self.way] = using + _LOST.index(Lost.NO_WAY)
        outcome[having & (self.version == _BROKEN)] = using + _LOST.index(Lost.BROKEN)
        where = np.where(self.ios, 0, 2) + np.where(self.inside, 0, 1)
        counts = np.bincount(where * len(OUTCOMES) + outcome, minlength=4 * len(OUTCOMES))
        return counts.reshape(2, 2, len(OUTCOMES))
