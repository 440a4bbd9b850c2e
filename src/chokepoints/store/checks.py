"""A check from outside: is each app to be had in each storefront? One test is one app in one storefront at one moment.

The client is httpx, unpatched.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import httpx

from chokepoints.errors import KitError, did_you_mean
from chokepoints.store.catalogue import country_code, listed
from chokepoints.store.lookup import real_seconds
from chokepoints.store.lookup_http import LookupService
from chokepoints.store.notice import yes_or_no
from chokepoints.store.report_table import table_of

#: What the client does when it is told to wait: so often, and never longer than so many seconds at once.
_TRIES, _LONGEST_WAIT = 5, 15.0
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What one test saw: whether the app is there, or None where the question got no answer; its status and version.

    `since` is the day on which that version came out, as the lookup has it.
    """

    there: bool | None
    status: int | None = None
    version: str = ""
    since: date | None = None


@dataclass(frozen=True, repr=False)
class Check:
    """What was seen of every app in every storefront: `seen[bundle id, storefront]`. As text it is a table.

    `day` is the store's day at the first question, `every` all storefronts that the store has, asked or not; of a check
    without them nobody can tell whether it fits a report's days, and it passes for one that asked all.
    """

    seen: Mapping[Key, Seen]
    day: date | None = None
    every: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.seen)

    @property
    def apps(self) -> tuple[str, ...]:
        """The apps asked for."""
        return tuple(dict.fromkeys(app for app, _ in self.seen))

    @property
    def storefronts(self) -> tuple[str, ...]:
        """The storefronts asked."""
        return tuple(dict.fromkeys(code for _, code in self.seen))

    def count(self, there: bool | None, country: str | None = None) -> int:
        """How many tests saw this, in one storefront or in all. Raises KitError."""
        if there is not None:
            yes_or_no(there, "there")
        where = None if country is None else country_code(country)
        return sum(test.there is there and where in (None, code) for (_, code), test in self.seen.items())

    def anywhere(self, app: str) -> bool | None:
        """Whether any storefront has an app; None where none is seen to, and one gave no answer or was not asked."""
        tests = [self.seen.get((app, code), Seen(None)).there for code in {*self.storefronts, *self.every}]
        return True if True in tests else None if None in tests else False

    def standing_still(self, days: int) -> tuple[tuple[str, int], ...]:
        """Apps whose version is so many days old or older, and how old it is; the oldest first. Raises KitError.

        Such a date the press noted in 2018 (fact last-ios-version). Why a version stays nobody outside can tell: a new
        one may be held, or there is none.
        """
        if isinstance(days, bool) or not isinstance(days, int) or days < 0:
            raise KitError(f"days: {days!r} is no number of days: write a whole one, 0 or more.")
        if self.day is None:
            raise KitError("day: nobody wrote down the day of this check; take one from `await ask(service)`.")
        last: dict[str, date] = {}
        for (app, _), test in self.seen.items():
            if test.since is not None:
                last[app] = max(test.since, last.get(app, test.since))
        ages = ((app, (self.day - since).days) for app, since in last.items())
        return tuple(sorted(((app, age) for app, age in ages if age >= days), key=lambda one: (-one[1], one[0])))

    def __str__(self) -> str:
        kinds = {"there": True, "missing": False, "no answer": None}
        rows: list[list[object]] = [["", *kinds]]
        rows += [[code, *(self.count(kind, code) for kind in kinds.values())] for code in self.storefronts]
        rows.append(["all", *(self.count(kind) for kind in kinds.values())])
        return f"{table_of(rows)}\n{len(self):,} tests of {len(self.apps)} apps"

    __repr__ = __str__


async def ask(
    service: LookupService,
    apps: Iterable[str] | None = None,
    storefronts: Iterable[str] | None = None,
    *,
    patient: bool = True,
    seconds: float = 10,
) -> Check:
    """Ask the lookup for each app in each storefront, one after the other; by default for all of the store.

    A patient client waits as long as it is told to, another goes on at once and gets no answer for a while. No silence
    may be longer than so many real `seconds`. Raises KitError for what is no running service, no app, no storefront.
    """
    if not isinstance(service, LookupService):
        raise KitError(f"service: {service!r} is none: take one from `async with lookup_service(store) as service`.")
    if not service.running:
        raise KitError("service: it has ended: ask within the block of `async with lookup_service(store) as service`.")
    yes_or_no(patient, "patient")
    timeout = real_seconds(seconds, "seconds")
    every = [app.bundle_id for app in service.store.apps]
    names = tuple(every) if apps is None else listed(apps, "apps")
    for name in names:
        if name not in every:
            raise KitError(f"apps: there is no app {name!r}.{did_you_mean(name, every)}")
    given = service.store.storefronts if storefronts is None else listed(storefronts, "storefronts")
    codes = tuple(service.store.catalogue.storefront(code, "storefronts") for code in given)
    if not names or not codes:
        raise KitError(f"{'storefronts' if names else 'apps'}: there is none to ask for; give at least one.")
    seen, day = {}, service.store.today
    async with httpx.AsyncClient(
        base_url=service.url, verify=service.trust, trust_env=False, timeout=timeout
    ) as client:
        for name in names:
            for code in codes:
                seen[name, code] = await _test(client, name, code, patient)
    return Check(seen, day, service.store.storefronts)


async def _test(client: httpx.AsyncClient, app: str, code: str, patient: bool) -> Seen:
    for _ in range(_TRIES):
        try:
            answer = await client.get("/lookup", params={"bundleId": app, "country": code.lower()})
        except httpx.TransportError:
            return Seen(None)
        if answer.status_code != 429 or not patient:
            break
        await asyncio.sleep(min(float(answer.headers.get("retry-after", 1)), _LONGEST_WAIT))
    if answer.status_code != 200:
        return Seen(None, answer.status_code)
    results = answer.json()["results"]
    if not results:
        return Seen(False, 200)
    return Seen(True, 200, results[0]["version"], date.fromisoformat(results[0]["currentVersionReleaseDate"][:10]))
