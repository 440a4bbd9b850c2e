"""A half-year of an imaginary store, drawn from a seed: notices, hints, withdrawals, versions, new apps.

Every kind of happening that a report leaves out comes at least once; which app it hits, where and when is drawn. The
numbers are ours and stand for no real store; the countries have codes that ISO 3166-1 leaves to its users.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import numpy as np

from chokepoints.errors import KitError
from chokepoints.store.catalogue import App, Catalogue, as_day, country_code, listed
from chokepoints.store.ledger import GONE, What
from chokepoints.store.notice import Act, Ground, Notice
from chokepoints.store.report import half_of
from chokepoints.store.storefront import Store

#: Storefronts of imaginary countries. The authorities of the first three send notices.
STOREFRONTS = ("XA", "XB", "XC", "XD", "XE", "XF", "XG", "XH")
_ASKING = 3
_FIRST = ("Amber", "Brisk", "Coral", "Dusty", "Early", "Frosty", "Gentle", "Hazel", "Ivory", "Jolly", "Keen", "Lucky")
_SECOND = (
    "Badger",
    "Crane",
    "Dolphin",
    "Falcon",
    "Heron",
    "Lynx",
    "Marten",
    "Otter",
    "Plover",
    "Raven",
    "Stoat",
    "Wren",
)
_KINDS = ("game", "VPN", "messenger", "news", "maps", "shop", "bank", "music")
#: What an authority asks about more often than about the rest.
_WATCHED = ("VPN", "messenger", "news")
#: Answers that come in every half-year, openly or silently; a few more are drawn from the same.
_ANSWERS: tuple[tuple[Act, bool], ...] = (
    *[(Act.REMOVE_HERE, True)] * 4,
    *[(Act.REMOVE_HERE, False)] * 3,
    (Act.REMOVE_EVERYWHERE, True),
    (Act.HOLD, True),
    (Act.HOLD, False),
    *[(Act.REFUSE, True)] * 2,
    (Act.REFUSE, False),
    (Act.ASK_BACK, True),
    (Act.ASK_BACK, False),
)
#: Fewest apps and most, fewest storefronts.
_APPS, _FEWEST = (30, 120), 4


class HalfYear:
    """A store on the first day of a half-year, and all that will happen to it: `play` lets it happen.

    `never_submitted` names apps that developers made and never handed in, for fear of a removal. The store does not
    know of them, so they stand in no log.
    """

    def __init__(self, seed: int, apps: int, codes: tuple[str, ...], start: date) -> None:
        self._draw = np.random.default_rng(seed)
        made = self._apps(apps + 6)
        fewer = [app.bundle_id for app in made[:apps] if self._draw.random() < 0.2]
        chosen = {name: self._some(codes, 1, 3, leave=True) for name in fewer}
        self.store = Store(Catalogue(codes, tuple(made[:apps]), chosen), start)
        self._new = made[apps : apps + 3]
        self.never_submitted = tuple(app.name for app in made[apps + 3 :][: 1 + int(self._draw.integers(3))])
        self.last = half_of(start)[1]
        self._plan = self._planned(start)

    def __repr__(self) -> str:
        return f"HalfYear({self.store!r}, {len(self._plan)} happenings to come until {self.last.isoformat()})"

    def play(self, until: date | str | None = None) -> Store:
        """Let happen what happens up to a day, it included; without one, to the end. Raises KitError."""
        day = self.last if until is None else as_day(until, "until")
        if not self.store.today <= day <= self.last:
            raise KitError(
                f"until: {day.isoformat()} is not between {self.store.today.isoformat()}, the store's today, and "
                f"{self.last.isoformat()}, the half-year's last day."
            )
        while self._plan and self._plan[0][0] <= day:
            when, happen = self._plan.pop(0)
            self.store.go_to(when)
            happen()
        self.store.go_to(day)
        return self.store

    def _planned(self, start: date) -> list[tuple[date, Callable[[], None]]]:
        """Days and happenings, in order."""
        draw, days = self._draw, (self.last - start).days
        answers = [*_ANSWERS, *(_ANSWERS[int(place)] for place in draw.integers(len(_ANSWERS), size=draw.integers(4)))]
        happen: list[tuple[int, Callable[[], None]]] = []

        def often(low: int, high: int, what: Callable[[], None], first: int = 1, last: int = days) -> None:
            times = draw.integers(low, high + 1)
            happen.extend((int(day), what) for day in draw.integers(first, last + 1, size=times))

        for place in draw.permutation(len(answers)):
            day, wait = int(draw.integers(3, days - 15)), int(draw.integers(1, 12))
            happen += self._demand(answers[place], day, wait)
        often(60, 80, self._update, 1, days - 2)
        often(3, 5, lambda: self._by_rule(hint=True))
        often(2, 4, lambda: self._by_rule(hint=False))
        often(2, 4, lambda: self._withdraw(pressed=True))
        often(2, 3, lambda: self._withdraw(pressed=False))
        often(2, 3, self._reject)
        often(1, 2, self._restore, days - 10)
        for app in self._new:
            happen += self._newcomer(app, int(draw.integers(5, days - 10)))
        happen.sort(key=lambda one: one[0])
        return [(start + timedelta(days=day), what) for day, what in happen]

    def _demand(self, answer: tuple[Act, bool], day: int, wait: int) -> list[tuple[int, Callable[[], None]]]:
        """A notice and, some days later, the answer to it."""
        act, openly = answer
        numbers: list[int] = []

        def come() -> None:
            country = self.store.storefronts[int(self._draw.choice(_ASKING, p=(0.5, 0.3, 0.2)))]
            apps = self._hit(country, int(self._draw.integers(1, 4)))
            if not apps:
                return
            ground = Ground(str(self._draw.choice(list(Ground), p=(0.6, 0.2, 0.2))))
            order = f"order {self._draw.integers(100, 1000)}" if self._draw.random() < 0.5 else ""
            named = country if self._draw.random() < 0.7 else ""
            secret = bool(self._draw.random() < (0.15 if openly else 0.7))
            notice = Notice(f"the authority of {country}", country, apps, ground, order, named, secret)
            numbers.append(self.store.receive(notice).number)

        def answer_it() -> None:
            for number in numbers:
                self.store.answer(number, act, openly=openly)

        return [(day, come), (day + wait, answer_it)]

    def _newcomer(self, app: App, day: int) -> list[tuple[int, Callable[[], None]]]:
        """A new app comes, and passes review some days later."""

        def come() -> None:
            self.store.offer(app)

        def pass_it() -> None:
            self.store.approve(app.bundle_id)

        return [(day, come), (day + int(self._draw.integers(1, 6)), pass_it)]

    def _update(self) -> None:
        """A developer hands in a version, which passes at once unless it is held."""
        name = self._pick(self._shelved())
        last = self.store.history(name)[-1]
        if last.decided is None:  # one waits already
            return
        self.store.submit(name, _next(str(self.store.version(name))))
        if self.store.history(name)[-1].state == "submitted":
            self.store.approve(name)

    def _reject(self) -> None:
        """A version is rejected because an authority would not like it."""
        free = [name for name in self._shelved() if self.store.history(name)[-1].decided is not None]
        name, country = self._pick(free), self._asking()
        self.store.submit(name, _next(str(self.store.version(name))))
        self.store.reject(name, "unlawful in a country", pressed_by=f"the authority of {country}")

    def _by_rule(self, *, hint: bool) -> None:
        country = self._asking()
        pressed = f"the authority of {country}" if hint else ""
        rule, where = ("unclear content", [country]) if hint else ("copies another app", None)
        for name in self._hit(country, 1):
            self.store.remove_by_rule(name, rule, where, pressed_by=pressed)

    def _withdraw(self, *, pressed: bool) -> None:
        country = self._asking()
        for name in self._hit(country, 1):
            if pressed:
                self.store.withdraw(name, [country], pressed_by=f"the authority of {country}")
            else:
                where = tuple(code for code in self.store.storefronts if self.store.on_offer(name, code))
                self.store.withdraw(name, self._some(where, 1, 3) if self._draw.random() < 0.5 else None)

    def _restore(self) -> None:
        """After an appeal an app that went openly, and for no other reason since, is back in one storefront."""
        last = {entry.app: entry for entry in self.store.log if entry.what in GONE and entry.storefronts}
        gone = [
            (entry.app, code)
            for entry in last.values()
            if entry.what is What.REMOVED and entry.public
            for code in entry.storefronts
            if not self.store.on_offer(entry.app, code)
        ]
        if gone:
            name, code = gone[int(self._draw.integers(len(gone)))]
            self.store.restore(name, [code])

    def _asking(self) -> str:
        return self.store.storefronts[int(self._draw.integers(_ASKING))]

    def _shelved(self) -> list[str]:
        """Apps on some shelf."""
        names = [app.bundle_id for app in self.store.apps]
        return [name for name in names if any(self.store.on_offer(name, code) for code in self.store.storefronts)]

    def _hit(self, country: str, most: int) -> list[str]:
        """Some of the apps on offer in a country, those that are watched more often; none where none is left."""
        there = [app for app in self.store.apps if self.store.on_offer(app.bundle_id, country)]
        if not there:
            return []
        weight = np.array([4.0 if app.kind in _WATCHED else 1.0 for app in there])
        picked = self._draw.choice(len(there), size=min(most, len(there)), replace=False, p=weight / weight.sum())
        return [there[int(place)].bundle_id for place in sorted(picked)]

    def _pick(self, names: list[str]) -> str:
        return names[int(self._draw.integers(len(names)))]

    def _some(self, codes: tuple[str, ...], low: int, high: int, *, leave: bool = False) -> tuple[str, ...]:
        """So many codes; with `leave`, all but so many."""
        size = min(int(self._draw.integers(low, high + 1)), len(codes))
        picked = set(self._draw.choice(len(codes), size=size, replace=False).tolist())
        return tuple(code for place, code in enumerate(codes) if (place in picked) is not leave)

    def _apps(self, count: int) -> list[App]:
        """Apps with names of their own; some developers have several."""
        made = []
        for place in self._draw.choice(len(_FIRST) * len(_SECOND), size=count, replace=False):
            first, second = _FIRST[int(place) % len(_FIRST)], _SECOND[int(place) // len(_FIRST)]
            kind = _KINDS[int(self._draw.integers(len(_KINDS)))]
            made.append(App(f"{first} {second}", f"{second} Works", kind, f"example.{second.lower()}.{first.lower()}"))
        return made


def half_year(
    seed: int = 2019, *, apps: int = 40, storefronts: Iterable[str] = STOREFRONTS, start: date | str = "2024-07-01"
) -> HalfYear:
    """A half-year to play; the same seed gives the same one. `start` is its first day. Raises KitError."""
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise KitError(f"seed: {seed!r} starts no draw: write a whole number from 0 on.")
    if isinstance(apps, bool) or not isinstance(apps, int) or not _APPS[0] <= apps <= _APPS[1]:
        raise KitError(f"apps: {apps!r} is no number of apps here: write one from {_APPS[0]} to {_APPS[1]}.")
    first = as_day(start, "start")
    if first != half_of(first)[0]:
        raise KitError(f"start: {first.isoformat()} begins no half-year: write 1 January or 1 July.")
    codes = tuple(dict.fromkeys(country_code(code, "storefronts") for code in listed(storefronts, "storefronts")))
    if len(codes) < _FEWEST:
        raise KitError(f"storefronts: {len(codes)} are too few; give at least {_FEWEST} codes.")
    return HalfYear(seed, apps, codes, first)


def _next(number: str) -> str:
    major, minor = number.split(".")
    return f"{major}.{int(minor) + 1}"
