"""Apps removed from Apple's store after a government's demand, by country and period: what the tables have of it.

Three things are counted, and none can be added to another: demands, the apps named in them (one demand may name
hundreds), and the apps removed. A share needs a base, and which one is a choice. The world holds every country. Rows
marked unverified are left out; a period without a row is a gap and no zero. Apple's own tables were not seen: every
number comes from those who read them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.rows import Figure
from chokepoints.evidence.tables import table
from chokepoints.evidence.wording import number_words

REMOVED, NAMED, DEMANDS, MET = "apps removed", "apps named in demands", "demands", "demands met (%)"
#: What may be counted -> the quantity of figures.csv.
COUNTED = {
    REMOVED: "apps-removed",
    NAMED: "apps-asked-for-apple",
    DEMANDS: "removal-requests-apple",
    MET: "removal-requests-apple-met-share",
}
_GAMES, _DEMANDS_MET = "apps-removed-games", "removal-requests-apple-met"
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
TWO_YEARS = Period(date(2019, 1, 1), date(2020, 12, 31), "2019 and 2020 together")
PERIODS = (
    HALF_2018,
    TWO_YEARS,
    *(Period(date(year, 1, 1), date(year, 12, 31), str(year)) for year in (2021, 2022, 2023, 2024)),
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a place in a period: published, or `computed` from rows (games taken off, or a division).

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


def counts(counted: str, base: str = ITSELF, games: bool = True) -> tuple[Count, ...]:
    """Every number of what is counted, by period and place, the world first, divided by the base of its own period.

    Without `games` the games that a footnote names are taken off, from country and world; where no row tells them
    apart, nothing is. Only apps removed can be divided by the apps named; a share is not divided again. Raises
    KitError for a name that there is not.
    """
    for given, names in ((counted, COUNTED), (base, BASES)):
        if not isinstance(given, str) or given not in names:
            hint = did_you_mean(str(given), names)
            raise KitError(f"Give one of {', '.join(map(repr, names))}, not {given!r}.{hint}")
    found = _published(counted)
    if counted == MET:
        found |= {key: one for key, one in _met_share() if key not in found}
    if counted == REMOVED:
        found = _marked(found, games)
    if base != ITSELF:
        found = dict(_divided(counted, found, base, games))
    order = sorted(found.values(), key=lambda one: (PERIODS.index(one.period), one.place != WORLD, one.place))
    return tuple(order)


def places() -> tuple[str, ...]:
    """Those that are always offered, then every other place of which a verified row speaks, by name."""
    always = (RUSSIA, WORLD, CHINA, KOREA)
    named = {row.place for quantity in COUNTED.values() for row, _ in _rows(quantity)}
    return (*always, *sorted(named - set(always)))


def _rows(quantity: str) -> Iterator[tuple[Figure, Period]]:
    """The verified figures of a quantity that speak of one of the periods, in the order of the table."""
    for row in table("figures"):
        if row.quantity == quantity and row.basis != "unverified":
            for period in PERIODS:
                if (row.date_from, row.date_to) == (period.first, period.last):
                    yield row, period


_Key = tuple[str, Period]


def _published(counted: str) -> dict[_Key, Count]:
    """What the rows say; two rows on one thing become one, from the lower to the higher."""
    found: dict[_Key, Count] = {}
    for row, period in _rows(COUNTED[counted]):
        one = Count(counted, row.place, period, row.low, row.high, (row.slug,), counted == MET,
                    row.basis == "computed", row.confidence == "low")  # fmt: skip
        other = found.get((row.place, period))
        found[row.place, period] = _both(other, one) if other else one
    return found


def _both(one: Count, other: Count) -> Count:
    lows = [end for end in (one.low, other.low) if end is not None]
    highs = [end for end in (one.high, other.high) if end is not None]
    return replace(one, low=min(lows, default=None), high=max(highs, default=None), slugs=one.slugs + other.slugs,
                   doubtful=one.doubtful or other.doubtful, computed=one.computed or other.computed)  # fmt: skip


def _met_share() -> Iterator[tuple[_Key, Count]]:
    """The share of demands met, where a row gives how many were."""
    demands = _published(DEMANDS)
    for row, period in _rows(_DEMANDS_MET):
        if (of := demands.get((row.place, period))) and row.low and of.high:
            share = 100 * row.low / of.high
            yield (row.place, period), replace(of, counted=MET, low=share, high=share, percent=True, computed=True,
                                               slugs=(row.slug, *of.slugs))  # fmt: skip


def _marked(found: dict[_Key, Count], games: bool) -> dict[_Key, Count]:
    """Says of each number whether games are told apart, and takes them off unless they are wanted."""
    named = [(row, period) for row, period in _rows(_GAMES) if (row.place, period) in found and row.high is not None]
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


def _divided(counted: str, found: dict[_Key, Count], base: str, games: bool) -> Iterator[tuple[_Key, Count]]:
    """Each number as a percentage of its base, from the smallest to the greatest that it can be."""
    if counted == MET or (base == OF_NAMED and (counted != REMOVED or not games)):
        return
    named = _published(NAMED)
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
