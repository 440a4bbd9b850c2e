"""A transparency report as a table, by published rules.

The columns are those that stood in Apple's half-yearly tables of 2021 (fact removal-count-apple-2021); its yearly
reports have the last one alone. Unlike either, ours can name the apps, so that it can be checked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from chokepoints.errors import KitError, did_you_mean
from chokepoints.store.catalogue import country_code, words_of

#: What each column counts. The first three go by the day on which a demand came, the last three by the day of the act:
#: a demand that is answered after the last day stands in two reports, and what comes later changes neither. An answer
#: given silently stands in no column; a demand with no other answer by the last day stands in none either.
RULES = {
    "requests": "demands of a country's authorities that came in these days",
    "over the law": "those whose ground is that an app breaks local law",
    "apps named": "apps in those demands that were on offer somewhere, each once a demand",
    "objected to": "demands refused in these days, or asked back in them and not answered by the last of them",
    "acted on": "demands after which an app was removed in these days",
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


@dataclass(frozen=True, slots=True)
class Line:
    """What the report has on one country; `counts` in the order of `RULES`, `apps` those removed, by bundle id.

    `places` has each app with the storefront that the demand was about, by default the country's own; a report without
    names has "" for the app.
    """

    country: str
    counts: tuple[int, ...]
    apps: frozenset[str] = frozenset()
    places: frozenset[tuple[str, str]] = frozenset()

    def __post_init__(self) -> None:
        if not self.places:
            object.__setattr__(self, "places", frozenset((app, self.country) for app in self.apps))


@dataclass(frozen=True, repr=False)
class Report:
    """A report on `first` to `last`, both included. As text it is a table; `named` says whether it names the apps."""

    first: date
    last: date
    lines: tuple[Line, ...]
    named: bool = True

    def __str__(self) -> str:
        return "\n".join([self._table(tuple(RULES)), *self._abroad()])

    __repr__ = __str__

    def counted(self, column: str) -> dict[str, int]:
        """One column by country. Raises KitError where the report has none such."""
        if not isinstance(column, str) or column not in RULES:
            raise KitError(f"column: the report has no {column!r}.{did_you_mean(str(column), RULES)}")
        place = list(RULES).index(column)
        return {line.country: line.counts[place] for line in self.lines}

    def total(self, column: str) -> int:
        """The sum of a column. An app removed for two countries stands in it twice. Raises KitError."""
        return sum(self.counted(column).values())

    def as_in(self, way: str) -> str:
        """The same half-year with the columns of a real report: a name in `WAYS`. Raises KitError for another."""
        if not isinstance(way, str) or way not in WAYS:
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

    def _abroad(self) -> list[str]:
        """A sentence for each country at whose demand apps were removed elsewhere than at home."""
        by_country = {line.country: sorted({code for _, code in line.places}) for line in self.lines}
        return [f"{one} asked for removals in {', '.join(at)}" for one, at in by_country.items() if {*at} - {one}]

    def names(self, app: str, storefront: str) -> bool:
        """Whether it says that this app was removed at a demand about this storefront. Raises KitError."""
        key = words_of(app, "app"), country_code(storefront, "storefront")
        return any(key in line.places for line in self.lines)

    def removed_in(self, storefront: str) -> int:
        """How many of the apps removed may have gone from this storefront: those at demands about it. Raises KitError.

        Without names, all that countries asked for which had some removed there.
        """
        code, count = country_code(storefront, "storefront"), list(RULES).index("apps removed")
        if self.named:
            return sum(where == code for line in self.lines for _, where in line.places)
        return sum(line.counts[count] for line in self.lines if ("", code) in line.places)

    def without_names(self) -> "Report":
        """The same report as real ones are: counts by country, and no app named."""
        lines = (
            replace(line, apps=frozenset(), places=frozenset(("", code) for _, code in line.places))
            for line in self.lines
        )
        return replace(self, lines=tuple(lines), named=False)
