"""An independent check: is each app to be had in each storefront, and does the report account for those that are not?

One test is one app in one storefront at one moment. As with GreatFire's App Store Monitor (fact asm-method), missing is
not removed: a developer may have left, or never come. The client is httpx, unpatched.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import httpx

from chokepoints.errors import KitError, did_you_mean
from chokepoints.store.catalogue import country_code, listed
from chokepoints.store.lookup_http import LookupService
from chokepoints.store.notice import one_of, yes_or_no
from chokepoints.store.report import Report, table_of, why_gone
from chokepoints.store.storefront import Store

#: What the client does when it is told to wait: so often, and never longer than so many seconds at once.
_TRIES, _LONGEST_WAIT = 5, 15.0
Key = tuple[str, str]


class Finding(StrEnum):
    """What an outside check can say of one app in one storefront."""

    THERE = "there"
    REPORTED = "removed and reported"
    UNREPORTED = "missing, not reported"
    EVERYWHERE = "missing everywhere"
    NEVER = "never seen there"
    BACK = "reported, but there"
    UNKNOWN = "cannot tell"


@dataclass(frozen=True, slots=True)
class Seen:
    """What one test saw: whether the app is there, or None where the question got no answer; its status and version."""

    there: bool | None
    status: int | None = None
    version: str = ""


@dataclass(frozen=True, repr=False)
class Check:
    """What was seen of every app in every storefront: `seen[bundle id, storefront]`. As text it is a table."""

    seen: Mapping[Key, Seen]

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
        """How many tests saw this, in one storefront or in all."""
        return sum(test.there is there and country in (None, code) for (_, code), test in self.seen.items())

    def anywhere(self, app: str) -> bool | None:
        """Whether any storefront has an app; None where none has it and one gave no answer."""
        tests = [self.seen[app, code].there for code in self.storefronts]
        return True if True in tests else None if None in tests else False

    def __str__(self) -> str:
        kinds = {"there": True, "missing": False, "no answer": None}
        rows: list[list[object]] = [["", *kinds]]
        rows += [[code, *(self.count(kind, code) for kind in kinds.values())] for code in self.storefronts]
        rows.append(["all", *(self.count(kind) for kind in kinds.values())])
        return f"{table_of(rows)}\n{len(self):,} tests of {len(self.apps)} apps"

    __repr__ = __str__


@dataclass(frozen=True, repr=False)
class Audit:
    """A check beside a report: `findings[bundle id, storefront]`. As text it is a table of counts."""

    check: Check
    report: Report
    findings: Mapping[Key, Finding]
    before: Check | None = None

    def of(self, finding: Finding | str, country: str | None = None) -> tuple[Key, ...]:
        """The apps and storefronts with this finding, in one storefront or in all. Raises KitError."""
        kind = one_of(Finding, finding, "finding")
        where = None if country is None else country_code(country)
        return tuple(key for key, found in self.findings.items() if found is kind and where in (None, key[1]))

    def gone(self, country: str) -> int:
        """How many apps were there in the earlier check and are missing now, in one storefront. Raises KitError."""
        code, earlier = country_code(country), self.before.seen if self.before else {}
        return sum(
            key[1] == code and test.there is False and key in earlier and earlier[key].there is True
            for key, test in self.check.seen.items()
        )

    def unaccounted(self, country: str) -> int:
        """At least so many of those that are gone are none of the removals that the report counts. Raises KitError.

        It holds for a report without names too: even if every removal that it counts is among the missing.
        """
        return max(0, self.gone(country) - self.report.counted("apps removed").get(country_code(country), 0))

    def __str__(self) -> str:
        used = [kind for kind in Finding if self.of(kind)]
        reported = self.report.counted("apps removed")
        rows: list[list[object]] = [["", *used, "in the report"]]
        for code in self.check.storefronts:
            rows.append([code, *(len(self.of(kind, code)) for kind in used), reported.get(code, 0)])
        rows.append(["all", *(len(self.of(kind)) for kind in used), self.report.total("apps removed")])
        return table_of(rows)

    __repr__ = __str__

    def inside(self, store: Store) -> str:
        """Why the missing are missing, from the store's own log, finding by finding: no outside check can make that."""
        gone = [kind for kind in Finding if kind is not Finding.THERE]
        counts = {kind: Counter(why_gone(store, *key) or "it is there" for key in self.of(kind)) for kind in gone}
        rows: list[list[object]] = []
        for kind in (kind for kind in gone if counts[kind]):
            rows.append([kind, counts[kind].total()])
            rows += [[f"    {reason}", count] for reason, count in sorted(counts[kind].items())]
        return table_of(rows)


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
    may be longer than so many real `seconds`. Raises KitError for what is no service, no app or no storefront.
    """
    if not isinstance(service, LookupService):
        raise KitError(f"service: {service!r} is none: take one from `async with lookup_service(store) as service`.")
    yes_or_no(patient, "patient")
    every = [app.bundle_id for app in service.store.apps]
    names = tuple(every) if apps is None else listed(apps, "apps")
    for name in names:
        if name not in every:
            raise KitError(f"apps: there is no app {name!r}.{did_you_mean(name, every)}")
    given = service.store.storefronts if storefronts is None else listed(storefronts, "storefronts")
    codes = tuple(service.store.catalogue.storefront(code, "storefronts") for code in given)
    if not names or not codes:
        raise KitError(f"{'storefronts' if names else 'apps'}: there is none to ask for; give at least one.")
    seen = {}
    async with httpx.AsyncClient(
        base_url=service.url, verify=service.trust, trust_env=False, timeout=seconds
    ) as client:
        for name in names:
            for code in codes:
                seen[name, code] = await _test(client, name, code, patient)
    return Check(seen)


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
    return Seen(bool(results), 200, results[0]["version"] if results else "")


async def audit(
    service: LookupService,
    report: Report,
    before: Check | None = None,
    *,
    apps: Iterable[str] | None = None,
    storefronts: Iterable[str] | None = None,
    patient: bool = True,
) -> Audit:
    """Ask for each app in each storefront, and lay the answers beside a report and an earlier check.

    Without an earlier check nobody can tell what is gone from what never came. Storefronts are by default those of the
    earlier check, apps too, and those that the report names; else all. Raises KitError.
    """
    if not isinstance(report, Report):
        raise KitError(f"report: {report!r} is none: write report_on(store).")
    if before is not None and not isinstance(before, Check):
        raise KitError(f"before: {before!r} is no earlier check: keep one with `before = await ask(service)`.")
    if before is not None:
        apps = (*before.apps, *sorted(report.apps)) if apps is None else apps
        storefronts = before.storefronts if storefronts is None else storefronts
    return compare(await ask(service, apps, storefronts, patient=patient), report, before)


def compare(check: Check, report: Report, before: Check | None = None) -> Audit:
    """Say of each test what it supports beside the report and an earlier check, and no more."""
    return Audit(check, report, {key: _finding(key, check, report, before) for key in check.seen}, before)


def _finding(key: Key, check: Check, report: Report, before: Check | None) -> Finding:
    there, (app, code) = check.seen[key].there, key
    was = before.seen[key].there if before and key in before.seen else None
    told = report.names(app, code)
    if there is None:
        return Finding.UNKNOWN
    if there:
        return Finding.BACK if told else Finding.THERE
    if told:
        return Finding.REPORTED
    if was is False:
        return Finding.NEVER
    anywhere = check.anywhere(app)
    if anywhere is False:
        return Finding.EVERYWHERE
    if was is None or anywhere is None or (not report.named and report.counted("apps removed").get(code)):
        return Finding.UNKNOWN  # without names any of the missing may be one of those that the report counts
    return Finding.UNREPORTED
