"""An independent check laid beside a report: does the report account for the apps that are missing?

As with GreatFire's App Store Monitor (fact asm-method), missing is not removed: a developer may have left, or never
come. Nor is missing unreported where look and report are of different days, or few storefronts were asked.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from chokepoints.errors import KitError
from chokepoints.store.catalogue import country_code
from chokepoints.store.checks import Check, Key, Seen, ask
from chokepoints.store.lookup_http import LookupService
from chokepoints.store.notice import one_of
from chokepoints.store.report import Report, table_of, why_gone
from chokepoints.store.storefront import Store

__all__ = ["Audit", "Check", "Finding", "Key", "Seen", "ask", "audit", "compare"]


class Finding(StrEnum):
    """What an outside check can say of one app in one storefront."""

    THERE = "there"
    REPORTED = "removed and reported"
    UNREPORTED = "missing, not reported"
    EVERYWHERE = "missing everywhere"
    NEVER = "never seen there"
    BACK = "reported, but there"
    UNKNOWN = "cannot tell"


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
        """At least so many of those that are gone are none of the removals that the report counts.

        It holds for a report without names too: even if every removal that it counts is among the missing. Raises
        KitError where the days of look and report do not fit.
        """
        if words := _apart(self.check, self.report, self.before):
            raise KitError(" ".join([*words, "Take a report on just the days between the two looks."]))
        return max(0, self.gone(country) - self.report.removed_in(country))

    @property
    def notes(self) -> tuple[str, ...]:
        """Why some findings are "cannot tell": days that do not fit, storefronts that were not asked."""
        words = _apart(self.check, self.report, self.before)
        asked, every = len(self.check.storefronts), len(self.check.every)
        if asked < every:
            were = "was" if asked == 1 else "were"
            words += (f"Of {every} storefronts {asked} {were} asked: what is missing there may be had elsewhere.",)
        return words

    def __str__(self) -> str:
        used = [kind for kind in Finding if self.of(kind)]
        rows: list[list[object]] = [["", *used, "in the report"]]
        for code in self.check.storefronts:
            rows.append([code, *(len(self.of(kind, code)) for kind in used), self.report.removed_in(code)])
        rows.append(["all", *(len(self.of(kind)) for kind in used), self.report.total("apps removed")])
        return "\n".join([table_of(rows), *self.notes])

    __repr__ = __str__

    def inside(self, store: Store) -> str:
        """Why the missing are missing, from the store's own log, finding by finding: no outsider can say that.

        Raises KitError for what is no store, and for one that has not these apps or storefronts.
        """
        if not isinstance(store, Store):
            raise KitError(f"store: {store!r} is none: give the store that was asked.")
        gone = [kind for kind in Finding if kind is not Finding.THERE]
        counts = {kind: Counter(why_gone(store, *key) or "it is there" for key in self.of(kind)) for kind in gone}
        rows: list[list[object]] = []
        for kind in (kind for kind in gone if counts[kind]):
            rows.append([kind, counts[kind].total()])
            rows += [[f"    {reason}", count] for reason, count in sorted(counts[kind].items())]
        return table_of(rows)


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
    _parts(report, before)
    if before is not None:
        apps = (*before.apps, *sorted(report.apps)) if apps is None else apps
        storefronts = before.storefronts if storefronts is None else storefronts
    return compare(await ask(service, apps, storefronts, patient=patient), report, before)


def compare(check: Check, report: Report, before: Check | None = None) -> Audit:
    """Say of each test what it supports beside the report and an earlier check, and no more.

    Raises KitError for a check that is older than the report's last day, or than the earlier check.
    """
    if not isinstance(check, Check):
        raise KitError(f"check: {check!r} is none: make one with `await ask(service)`.")
    _parts(report, before)
    if check.day and check.day < report.last:
        raise KitError(
            f"check: it was made on {check.day.isoformat()}, before the report's last day, {report.last.isoformat()}: "
            "look again, or take a report up to that day."
        )
    if before and before.day and check.day and check.day < before.day:
        raise KitError(
            f"before: {before.day.isoformat()} lies after {check.day.isoformat()}, the day of the check: give the "
            "earlier of the two as `before`."
        )
    return Audit(check, report, {key: _finding(key, check, report, before) for key in check.seen}, before)


def _parts(report: object, before: object) -> None:
    if not isinstance(report, Report):
        raise KitError(f"report: {report!r} is none: write report_on(store).")
    if before is not None and not isinstance(before, Check):
        raise KitError(f"before: {before!r} is no earlier check: keep one with `before = await ask(service)`.")


def _apart(check: Check, report: Report, before: Check | None) -> tuple[str, ...]:
    """Why the days of look and report do not fit; nothing where they do."""
    words = []
    if before and before.day and before.day < report.first:
        words.append(
            f"The first look is of {before.day.isoformat()}, and the report begins on {report.first.isoformat()}"
        )
    if check.day and check.day > report.last:
        words.append(f"The last look is of {check.day.isoformat()}, and the report ends on {report.last.isoformat()}")
    return tuple(f"{one}: what went between may stand in another report." for one in words)


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
    if was is None or anywhere is None or _apart(check, report, before):
        return Finding.UNKNOWN
    if not report.named and report.removed_in(code):  # any of the missing may be one of those that the report counts
        return Finding.UNKNOWN
    return Finding.UNREPORTED
