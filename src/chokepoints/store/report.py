"""A transparency report, computed from a store's log, and what of the log it leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chokepoints.errors import KitError, did_you_mean
from chokepoints.store.catalogue import as_day
from chokepoints.store.ledger import ANSWERS, GONE, Entry, What
from chokepoints.store.notice import Case, Ground
from chokepoints.store.report_table import LEFT_OUT, RULES, WAYS, Line, Report, table_of
from chokepoints.store.storefront import Store

__all__ = [
    "LEFT_OUT",
    "RULES",
    "UNSEEN",
    "WAYS",
    "Line",
    "Report",
    "Unseen",
    "half_of",
    "report_on",
    "table_of",
    "unseen",
    "why_gone",
]


def half_of(day: date) -> tuple[date, date]:
    """First and last day of the half-year that holds a day."""
    if day.month <= 6:
        return date(day.year, 1, 1), date(day.year, 6, 30)
    return date(day.year, 7, 1), date(day.year, 12, 31)


def report_on(store: Store, first: date | str | None = None, last: date | str | None = None) -> Report:
    """The report on so many days; without days, on the half-year of the store's today, as far as the store lived it.

    What happens later on the report's last day it does not have. Raises KitError for days in the wrong order, and for
    days before the store's first or after its today.
    """
    start, today = _a_store(store).start, store.today
    since = max(half_of(today)[0], start) if first is None else as_day(first, "first")
    until = today if last is None else as_day(last, "last")
    if since < start:
        raise KitError(f"first: {since.isoformat()} lies before {start.isoformat()}, the store's first day.")
    for name, day in (("first", since), ("last", until)):
        if day > today:
            raise KitError(f"{name}: {day.isoformat()} lies after {today.isoformat()}, the store's today.")
    if until < since:
        raise KitError(f"last: {until.isoformat()} lies before first, {since.isoformat()}; write the later day last.")
    answers = _answers(store, until)
    came = [case for case in store.cases if since <= case.day <= until and _is_counted(answers.get(case.number, []))]
    objected = [store.cases[number - 1] for number, given in answers.items() if _is_objected(given, since)]
    removed = {
        number: apps
        for number, given in answers.items()
        if (apps := {entry.app for entry in given if entry.public and entry.storefronts and entry.day >= since})
    }
    countries = {case.notice.country for case in (*came, *objected, *(store.cases[number - 1] for number in removed))}
    return Report(since, until, tuple(_line(store, country, came, objected, removed) for country in sorted(countries)))


def _answers(store: Store, until: date) -> dict[int, list[Entry]]:
    """What the log has up to a day of the answers to each notice, in order."""
    found: dict[int, list[Entry]] = {}
    for entry in store.log:
        if entry.what in ANSWERS and entry.notice is not None and entry.day <= until:
            found.setdefault(entry.notice, []).append(entry)
    return found


def _is_counted(answers: list[Entry]) -> bool:
    return not answers or any(entry.public for entry in answers)


def _is_objected(answers: list[Entry], since: date) -> bool:
    what = answers[-1].what
    return what in (What.REFUSED, What.ASKED_BACK) and any(
        entry.what is what and entry.public and entry.day >= since for entry in answers
    )


def _line(store: Store, country: str, came: list[Case], objected: list[Case], removed: Mapping[int, set[str]]) -> Line:
    here = [case for case in came if case.notice.country == country]
    places = {
        number: {(app, store.cases[number - 1].notice.where) for app in apps}
        for number, apps in removed.items()
        if store.cases[number - 1].notice.country == country
    }
    every = frozenset().union(*places.values())
    apps = frozenset(app for app, _ in every)
    counts = (
        len(here),
        sum(case.notice.ground is Ground.LAW for case in here),
        sum(len(case.available) for case in here),
        sum(case.notice.country == country for case in objected),
        len(places),
        len(apps),
    )
    return Line(country, counts, apps, every)


def _a_store(store: object) -> Store:
    if isinstance(store, Store):
        return store
    raise KitError(f"store: {store!r} is none: give the store to report on.")


#: The rows of what a log has and a report has not.
UNSEEN = (
    "demands refused silently",
    "demands asked back silently",
    "removed silently at a demand",
    "updates held at a demand",
    "removed under the rules at a hint",
    "removed under the rules, no hint",
    "withdrawn under pressure",
    "withdrawn by choice",
    "versions rejected at a hint",
)
_SILENT = dict(zip((What.REFUSED, What.ASKED_BACK, What.REMOVED), UNSEEN, strict=False))


@dataclass(frozen=True, repr=False)
class Unseen:
    """What a store's log has of these days and its report has not: words, how often, how many apps."""

    rows: tuple[tuple[str, int, int], ...]

    def __str__(self) -> str:
        return table_of([["not in the report", "acts", "apps"], *self.rows])

    __repr__ = __str__

    def of(self, words: str) -> int:
        """How many acts of this kind. Raises KitError for another kind."""
        for row in self.rows:
            if row[0] == words:
                return row[1]
        raise KitError(f"words: there is no row {words!r}.{did_you_mean(str(words), [row[0] for row in self.rows])}")


def unseen(store: Store, report: Report) -> Unseen:
    """What the report leaves out, from the inside: only who has the log can count it. Raises KitError."""
    if not isinstance(report, Report):
        raise KitError(f"report: {report!r} is none: write report_on(store).")
    kinds: dict[str, list[Entry]] = {words: [] for words in UNSEEN}
    for entry in _a_store(store).log:
        if report.first <= entry.day <= report.last and (words := _unseen_as(entry)):
            kinds[words].append(entry)
    return Unseen(
        tuple(
            (words, len({entry.notice or -entry.number for entry in found}), len({entry.app for entry in found}))
            for words, found in kinds.items()
        )
    )


def _unseen_as(entry: Entry) -> str:
    """Which row of `UNSEEN` an entry belongs to; "" where the report has it, or it changed nothing."""
    hint = bool(entry.pressed_by)
    if entry.what in (What.REFUSED, What.ASKED_BACK, What.REMOVED):
        return "" if entry.public or (entry.what is What.REMOVED and not entry.storefronts) else _SILENT[entry.what]
    if entry.what is What.HELD:
        return UNSEEN[3]
    if entry.what is What.RULE:
        return UNSEEN[4] if hint else UNSEEN[5]
    if entry.what is What.WITHDRAWN:
        return UNSEEN[6] if hint else UNSEEN[7]
    return UNSEEN[8] if entry.what is What.REJECTED and hint else ""


def why_gone(store: Store, app: str, country: str) -> str:
    """Why an app is missing from a storefront, from the log; "" where it is there. Raises KitError."""
    code, name = _a_store(store).catalogue.storefront(country), store.app(app).bundle_id
    if store.on_offer(name, code):
        return ""
    for entry in reversed(store.log):
        if entry.app == name and entry.what in GONE and code in entry.storefronts:
            if entry.what is What.REMOVED:
                return "removed openly at a demand" if entry.public else "removed silently at a demand"
            if entry.what is What.RULE:
                return "removed under the rules" + (" at a hint" if entry.pressed_by else ", no hint")
            return "withdrawn " + ("under pressure" if entry.pressed_by else "by choice")
    return "the developer never offered it there" if store.version(name) else "no version has passed"
