"""Apps removed from Apple's store after a government's demand, by country and period: what the tables have of it.

Three things are counted, and none can be added to another: demands, the apps named in them (one demand may name
hundreds), and the apps removed. A share needs a base, and which one is a choice. The world holds every country. Rows
marked unverified are left out; a period without a row is a gap and no zero.

Apple's half-yearly tables by country were read in a public copy that runs from July 2018 to December 2021; a year of
theirs is the sum of its halves. From 2022 another report of Apple's gives apps removed by country and year, and no
demands (fact apple-table-ends-2021); it was read in outlets that read it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.rows import Figure
from chokepoints.evidence.tables import table
from chokepoints.evidence.wording import number_words

REMOVED, NAMED, DEMANDS, MET = "apps removed", "apps named in demands", "demands", "demands met (%)"
#: What may be counted -> the quantity of figures.csv. A demand is met where an app was removed after it, one or all.
COUNTED = {
    REMOVED: "apps-removed",
    NAMED: "apps-asked-for-apple",
    DEMANDS: "removal-requests-apple",
    MET: "removal-requests-apple-met",
}
_GAMES = "apps-removed-games"
#: What a number is divided by.
ITSELF, OF_WORLD, OF_NAMED = BASES = ("nothing: the number itself", "the world's number", "the apps named")

WORLD, RUSSIA, CHINA, KOREA = "world", "Russia", "China mainland", "South Korea"


@dataclass(frozen=True, slots=True)
class Period:
    """The days of which one report speaks, both included, in words."""

    first: date
    last: date
    words: str


HALF_2018 = Period(date(2018, 7, 1), date(2018, 12, 31), "July to December 2018")
#: The last day of Apple's tables by country; what is later stands in another report.
LAST_TABLE = date(2021, 12, 31)
BY_YEAR, BY_HALF = "years, 2018 to 2024", "half-years, 2018 to 2021"
#: The columns there may be -> their periods. Two periods of one half-year are equal in both.
PERIODS: dict[str, tuple[Period, ...]] = {
    BY_YEAR: (HALF_2018, *(Period(date(year, 1, 1), date(year, 12, 31), str(year)) for year in range(2019, 2025))),
    BY_HALF: (
        HALF_2018,
        *(
            half
            for year in (2019, 2020, 2021)
            for half in (
                Period(date(year, 1, 1), date(year, 6, 30), f"January to June {year}"),
                Period(date(year, 7, 1), date(year, 12, 31), f"July to December {year}"),
            )
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a place in a period: published, or `computed` from rows (a sum, games taken off, a division).

    `low` and `high` differ where sources do; `high` is None for "at least", `low` for "at most". `slugs`: the rows it
    rests on. `doubtful` where a row is of low confidence. `apart`: whether a row tells this period's games apart.
    """

    counted: str
    place: str
    period: Period
    low: float | None
    high: float | None
    slugs: tuple[str, ...]
    percent: bool = False
    computed: bool = False
    doubtful: bool = False
    apart: bool = False

    @property
    def size(self) -> float:
        """The end that is known, the higher of two: how high a bar is."""
        return self.high if self.high is not None else self.low or 0

    @property
    def words(self) -> str:
        """The number in words: "171", "517 or 526", "at least 1,662", "at most 10 %", "82 to 83 %"."""
        low, high = (None if end is None else _number(end, self.percent) for end in (self.low, self.high))
        if low is None or high is None:
            words = f"at most {high}" if low is None else f"at least {low}"
        else:
            words = low if low == high else f"{low} {'to' if self.percent else 'or'} {high}"
        return words + " %" * self.percent


def counts(counted: str, base: str = ITSELF, games: bool = True, columns: str = BY_YEAR) -> tuple[Count, ...]:
    """Every number of what is counted, by period and place, the world first, divided by the base of its own period.

    Without `games` the games that a footnote names are taken off, from country and world; where no row tells them
    apart, nothing is. Only apps removed can be divided by the apps named; a share is not divided again. `columns` is
    a name of `PERIODS`. Raises KitError for a name that there is not.
    """
    for given, names in ((counted, COUNTED), (base, BASES), (columns, PERIODS)):
        if not isinstance(given, str) or given not in names:
            hint = did_you_mean(str(given), names)
            raise KitError(f"Give one of {', '.join(map(repr, names))}, not {given!r}.{hint}")
    periods = PERIODS[columns]
    found = dict(_met_share(periods)) if counted == MET else _published(counted, periods)
    if counted == REMOVED:
        found = _marked(found, games)
    if base != ITSELF:
        found = dict(_divided(counted, found, base, games, periods))
    order = sorted(found.values(), key=lambda one: (periods.index(one.period), one.place != WORLD, one.place))
    return tuple(order)


def places() -> tuple[str, ...]:
    """Those that are always offered, then every other place of which a verified row speaks, by name."""
    always = (RUSSIA, WORLD, CHINA, KOREA)
    periods = (*PERIODS[BY_YEAR], *PERIODS[BY_HALF])
    named = {row.place for quantity in COUNTED.values() for row, _ in _rows(quantity, periods)}
    return (*always, *sorted(named - set(always)))


def _rows(quantity: str, periods: tuple[Period, ...]) -> Iterator[tuple[Figure, Period]]:
    """The verified figures of a quantity that speak of one of the periods, in the order of the table."""
    for row in table("figures"):
        if row.quantity == quantity and row.basis != "unverified":
            for period in periods:
                if (row.date_from, row.date_to) == (period.first, period.last):
                    yield row, period


_Key = tuple[str, Period]


def _published(counted: str, periods: tuple[Period, ...]) -> dict[_Key, Count]:
    """What the rows say; two halves make a year that no row gives."""
    found = _read(counted, periods)
    halves = _read(counted, PERIODS[BY_HALF])
    for year in periods:
        parts = [half for half in PERIODS[BY_HALF] if year.first <= half.first and half.last <= year.last]
        for place in {place for place, half in halves if half in parts}:
            if (place, year) not in found:
                found[place, year] = _sum([halves.get((place, half)) for half in parts], year)
    return found


def _read(counted: str, periods: tuple[Period, ...]) -> dict[_Key, Count]:
    found: dict[_Key, Count] = {}
    for row, period in _rows(COUNTED[counted], periods):
        one = Count(counted, row.place, period, row.low, row.high, (row.slug,),
                    computed=row.basis == "computed", doubtful=row.confidence == "low")  # fmt: skip
        other = found.get((row.place, period))
        found[row.place, period] = _both(other, one) if other else one
    return found


def _both(one: Count, other: Count) -> Count:
    """Two rows on one thing: a weak one yields to one that is not; else from the lower to the higher."""
    if one.doubtful != other.doubtful:
        return other if one.doubtful else one
    lows = [end for end in (one.low, other.low) if end is not None]
    highs = [end for end in (one.high, other.high) if end is not None]
    return replace(one, low=min(lows, default=None), high=max(highs, default=None), slugs=one.slugs + other.slugs,
                   computed=one.computed or other.computed)  # fmt: skip


def _sum(halves: list[Count | None], year: Period) -> Count:
    """The year of its halves: an end that one half lacks is nothing to the lower end, and leaves the higher open."""
    known = [half for half in halves if half]
    lows, highs = [half.low for half in known], [half.high for half in known]
    low = sum(low for low in lows if low is not None)
    high = sum(high for high in highs if high is not None)
    whole = len(known) == len(halves)
    return replace(known[0], period=year, slugs=tuple(slug for half in known for slug in half.slugs), computed=True,
                   low=low if any(low is not None for low in lows) else None,
                   high=high if whole and None not in highs else None,
                   doubtful=any(half.doubtful for half in known))  # fmt: skip


def _met_share(periods: tuple[Period, ...]) -> Iterator[tuple[_Key, Count]]:
    """The share of demands met, where both numbers are known."""
    demands = _published(DEMANDS, periods)
    for key, met in _published(MET, periods).items():
        of = demands.get(key)
        if of and of.high and met.low is not None and (met.low, of.low) == (met.high, of.high):
            share = 100 * met.low / of.high
            yield key, replace(met, low=share, high=share, percent=True, computed=True, slugs=met.slugs + of.slugs,
                               doubtful=met.doubtful or of.doubtful)  # fmt: skip


def _marked(found: dict[_Key, Count], games: bool) -> dict[_Key, Count]:
    """Says of each number whether games are told apart, and takes them off unless they are wanted."""
    periods = PERIODS[BY_YEAR]
    named = [(row, period) for row, period in _rows(_GAMES, periods)
             if (row.place, period) in found and row.high is not None]  # fmt: skip
    told = {period for _, period in named}
    marked = {key: replace(one, apart=one.period in told) for key, one in found.items()}
    if games:
        return marked
    for row, period in named:
        for place in {row.place, WORLD}:
            if one := marked.get((place, period)):
                low, high = (None if end is None else end - (row.high or 0) for end in (one.low, one.high))
                marked[place, period] = replace(one, low=low, high=high, slugs=(*one.slugs, row.slug), computed=True)
    return marked


def _divided(
    counted: str, found: dict[_Key, Count], base: str, games: bool, periods: tuple[Period, ...]
) -> Iterator[tuple[_Key, Count]]:
    """Each number as a percentage of its base, from the smallest to the greatest that it can be."""
    if counted == MET or (base == OF_NAMED and (counted != REMOVED or not games)):
        return
    named = _published(NAMED, periods)
    for (place, period), one in found.items():
        of = named.get((place, period)) if base == OF_NAMED else found.get((WORLD, period))
        if of is None or (base == OF_WORLD and place == WORLD):
            continue
        low = 100 * one.low / of.high if one.low is not None and of.high else None
        high = 100 * one.high / of.low if one.high is not None and of.low else None
        if low is not None or high is not None:
            yield (place, period), replace(one, low=low, high=high, percent=True, computed=True,
                                           slugs=tuple(dict.fromkeys(one.slugs + of.slugs)),
                                           doubtful=one.doubtful or of.doubtful)  # fmt: skip


def _number(value: float, percent: bool) -> str:
    """171 -> "171"; of a percentage one decimal below twenty."""
    if percent:
        return f"{value:.1f}".removesuffix(".0") if value < 20 else f"{value:.0f}"
    return number_words(int(value) if float(value).is_integer() else value)
