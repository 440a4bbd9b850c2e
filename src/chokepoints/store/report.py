"""A transparency report, computed from a store's log by published rules.

The columns are those that stood in Apple's half-yearly tables of 2021 (fact removal-count-apple-2021); its yearly
reports have the last one alone. Unlike either, ours can name the apps, so that it can be checked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from chokepoints.errors import KitError, did_you_mean
from chokepoints.store.catalogue import as_day
from chokepoints.store.ledger import GONE, Entry, What
from chokepoints.store.notice import Act, Ground
from chokepoints.store.storefront import Case, Store

#: What each column counts. A request that was answered silently stands in none.
RULES = {
    "requests": "demands of a country's authorities, by the day they came",
    "over the law": "those whose ground is that an app breaks local law",
    "apps named": "apps in those demands that were on offer somewhere, each once a demand",
    "objected to": "demands that were refused, or asked back and not answered since",
    "acted on": "demands after which an app was removed",
    "apps removed": "apps removed at those demands, each once a country, wherever they were removed",
}
#: Which of the columns stand in which real report (facts removal-count-apple-2021, removal-count-apple-2024, as-2022,
#: removal-count-google). Google's counts items of all its services; here every item is an app.
WAYS = {
    "Apple's half-yearly tables of 2021": tuple(RULES),
    "Apple's half-yearly tables of 2024": ("requests", "over the law", "acted on", "apps removed"),
    "Apple's yearly report": ("apps removed",),
    "Google's report": ("requests", "apps named"),
}
#: What no column counts.
LEFT_OUT = (
    "demands that were answered silently",
    "apps removed under the store's own rules, at a hint or without one",
    "apps that their developers withdrew, under pressure or by choice",
    "updates held",
    "versions rejected at a hint",
    "apps that nobody handed in for fear of it",
    "in how many storefronts an app was removed",
)


def table_of(rows: Iterable[Iterable[object]]) -> str:
    """Rows of cells under one another; the first column to the left, numbers and the rest to the right."""
    listed = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    lines = []
    for first, *others in listed:
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def half_of(day: date) -> tuple[date, date]:
    """First and last day of the half-year that holds a day."""
    if day.month <= 6:
        return date(day.year, 1, 1), date(day.year, 6, 30)
    return date(day.year, 7, 1), date(day.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Line:
    """What the report has on one country; `counts` in the order of `RULES`, `apps` those removed, by bundle id."""

    country: str
    counts: tuple[int, ...]
    apps: frozenset[str] = frozenset()


@dataclass(frozen=True, repr=False)
class Report:
    """A report on `first` to `last`, both included. As text it is a table; `named` says whether it names the apps."""

    first: date
    last: date
    lines: tuple[Line, ...]
    named: bool = True

    def __str__(self) -> str:
        return self._table(tuple(RULES))

    __repr__ = __str__

    def counted(self, column: str) -> dict[str, int]:
        """One column by country. Raises KitError where the report has none such."""
        if column not in RULES:
            raise KitError(f"column: the report has no {column!r}.{did_you_mean(str(column), RULES)}")
        place = list(RULES).index(column)
        return {line.country: line.counts[place] for line in self.lines}

    def total(self, column: str) -> int:
        """The sum of a column. An app removed for two countries stands in it twice. Raises KitError."""
        return sum(self.counted(column).values())

    def as_in(self, way: str) -> str:
        """The same half-year with the columns of a real report: a name in `WAYS`. Raises KitError for another."""
        if way not in WAYS:
            raise KitError(f"way: no report is called {way!r}; there are {', '.join(map(repr, WAYS))}.")
        return self._table(WAYS[way])

    def _table(self, columns: tuple[str, ...]) -> str:
        counted = {column: self.counted(column) for column in columns}
        rows: list[list[object]] = [["", *columns]]
        rows += [[line.country, *(counted[column][line.country] for column in columns)] for line in self.lines]
        rows.append(["sum", *(self.total(column) for column in columns)])
        return f"{self.first.isoformat()} to {self.last.isoformat()}\n{table_of(rows)}"

    @property
    def apps(self) -> frozenset[str]:
        """The apps removed, each once, where the report names them."""
        return frozenset().union(*(line.apps for line in self.lines))

    def names(self, app: str, country: str) -> bool:
        """Whether it says that this app was removed at a demand of this country."""
        return any(line.country == country and app in line.apps for line in self.lines)

    def without_names(self) -> "Report":
        """The same report as real ones are: counts by country, and no app named."""
        return replace(self, lines=tuple(replace(line, apps=frozenset()) for line in self.lines), named=False)


def report_on(store: Store, first: date | str | None = None, last: date | str | None = None) -> Report:
    """The report on so many days; without days, on the half-year of the store's today. Raises KitError."""
    if not isinstance(store, Store):
        raise KitError(f"store: {store!r} is none: give the store to report on.")
    half = half_of(store.today)
    since = half[0] if first is None else as_day(first, "first")
    until = half[1] if last is None else as_day(last, "last")
    if until < since:
        raise KitError(f"last: {until.isoformat()} lies before first, {since.isoformat()}; write the later day last.")
    removed = _removed(store, since, until)
    came = [case for case in store.cases if case.openly and since <= case.day <= until]
    countries = sorted({case.notice.country for case in came} | set(removed))
    lines = tuple(
        _line(country, [case for case in came if case.notice.country == country], removed.get(country, {}))
        for country in countries
    )
    return Report(since, until, lines)


def _removed(store: Store, since: date, until: date) -> dict[str, dict[int, frozenset[str]]]:
    """Apps that went at an openly answered demand in these days: by country, then by notice."""
    found: dict[str, dict[int, frozenset[str]]] = {}
    for entry in store.log:
        if entry.what is What.REMOVED and entry.public and entry.storefronts and since <= entry.day <= until:
            assert entry.notice is not None
            of_country = found.setdefault(store.cases[entry.notice - 1].notice.country, {})
            of_country[entry.notice] = of_country.get(entry.notice, frozenset()) | {entry.app}
    return found


def _line(country: str, came: list[Case], removed: dict[int, frozenset[str]]) -> Line:
    apps = frozenset().union(*removed.values())
    counts = (
        len(came),
        sum(case.notice.ground is Ground.LAW for case in came),
        sum(len(case.available) for case in came),
        sum(case.act in (Act.REFUSE, Act.ASK_BACK) for case in came),
        len(removed),
        len(apps),
    )
    return Line(country, counts, apps)


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
    """What the report leaves out, from the inside: only who has the log can count it."""
    kinds: dict[str, list[Entry]] = {words: [] for words in UNSEEN}
    for entry in store.log:
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
    code, name = store.catalogue.storefront(country), store.app(app).bundle_id
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
