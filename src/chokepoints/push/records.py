"""Records that governments ask of Apple about push tokens: what the tables have, and what each number counts.

Three things are counted, and none can be added to another: requests, the tokens named in them (one request may name
hundreds), and the share of requests in which Apple gave data. The world holds every country, so that places are laid
side by side and never added up either. Two publish: Apple, whose table by half-year and country was read in a
script's copy, and the press, which wrote of it before; a number of the one is never divided by one of the other. They
agree but for one half-year: for January to June 2023 the press has 119 requests and 158, the table 119. 158 stands in
no half-year of it. Rows marked unverified are left out.
"""

from dataclasses import dataclass, replace
from datetime import date

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.facts import fact_named
from chokepoints.evidence.rows import Figure, Instrument
from chokepoints.evidence.tables import table
from chokepoints.evidence.wording import number_words

REQUESTS, TOKENS, SHARE = "requests", "tokens named", "share answered"
#: What may be counted.
COUNTED = (REQUESTS, TOKENS, SHARE)
TABLE, PRESS = "Apple's table (a copy)", "the press"
#: Who publishes -> what is counted -> the quantity of figures.csv. The table has no share: it is divided out.
WHOSE = {
    TABLE: {REQUESTS: "push-token-requests-table", TOKENS: "push-tokens-table"},
    PRESS: {
        REQUESTS: "push-token-requests",
        TOKENS: "push-tokens-asked-for",
        SHARE: "push-token-requests-answered-share",
    },
}
_ANSWERED = {TABLE: "push-token-requests-answered-table", PRESS: "push-token-requests-answered"}
#: The half-years of which anything is published.
HALVES = (
    date(2022, 7, 1), date(2023, 1, 1), date(2023, 7, 1), date(2024, 1, 1), date(2024, 7, 1), date(2025, 1, 1),
)  # fmt: skip

#: The rows of the change of standard, and what each is in few words.
_MOMENTS = {
    "wyden-letter": "a senator's letter",
    "apple-guideline-1": "Apple gives data on a subpoena",
    "apple-guideline-2": "on a judge's order or a warrant",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One published number, or one `computed` from two of the same publisher, of a place and a half-year.

    `counted` says what: requests, tokens, or percent; `whose` who publishes it. `half` is the first day of the
    half-year, None where the row does not say which. `low` and `high` differ where two sources do; `low` is None where
    only "up to" is said. `statement` is the row's; of a computed number the two counts, "65 of 99". `answered`: in how
    many of these requests Apple gave data, where a row says so. `slugs`: the rows it rests on.
    """

    counted: str
    whose: str
    place: str
    half: date | None
    low: float | None
    high: float
    slugs: tuple[str, ...]
    statement: str
    answered: float | None = None
    computed: bool = False

    @property
    def two(self) -> bool:
        """Whether sources give two numbers for it."""
        return self.low not in (None, self.high)

    @property
    def words(self) -> str:
        """The number in words: "119 or 158", "76 or 77 %", "up to 700", "66 %"."""
        words = f"up to {number_words(self.high)}" if self.low is None else number_words(self.high)
        if self.two:
            words = f"{self.low:,g} or {words}"
        return f"{words}{' %' if self.counted == SHARE else ''}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which something happened to the standard for such records, what in few words, and its row."""

    day: date
    words: str
    slug: str


def half_words(half: date) -> str:
    """The months of the half-year that begins on this day: "July to December 2022"."""
    return f"{'January to June' if half.month == 1 else 'July to December'} {half.year}"


def asked(counted: str, whose: str = TABLE) -> tuple[Asked, ...]:
    """Every number of what is counted, by half-year and place; those of no known half-year last.

    `whose` is who publishes them. A share is divided out of two rows only where both are exact, of one publisher, one
    place and one half-year, and no row gives it. Raises KitError for a name that there is not.
    """
    for given, names in ((counted, COUNTED), (whose, WHOSE)):
        if not isinstance(given, str) or given not in names:
            hint = did_you_mean(str(given), names)
            raise KitError(f"Give one of {', '.join(map(repr, names))}, not {given!r}.{hint}")
    found: dict[tuple[str, date | None], Asked] = {}
    for row in _rows(WHOSE[whose].get(counted)):
        one = _one(counted, whose, row)
        key = one.place, one.half
        found[key] = _both(found[key], one) if key in found else one
    if counted == REQUESTS:
        for row in _rows(_ANSWERED[whose]):
            requests = found.get((row.place, _half(row)))
            if requests and requests.half and requests.low == requests.high and row.low == row.high:
                slugs = (*requests.slugs, row.slug)
                found[requests.place, requests.half] = replace(requests, answered=row.low, slugs=slugs)
    if counted == SHARE:
        for one in asked(REQUESTS, whose):
            if one.answered is not None and 0 < one.high >= one.answered and (one.place, one.half) not in found:
                found[one.place, one.half] = _divided(one)
    return tuple(sorted(found.values(), key=lambda one: (one.half or date.max, one.place != "world", one.place)))


def in_the_table(one: Asked) -> tuple[Asked, ...]:
    """What Apple's table has of the same thing, place and half-year; of every half-year where `one` has none."""
    same = (other for other in asked(one.counted, TABLE) if other.place == one.place)
    return tuple(other for other in same if one.half in (None, other.half))


def places() -> tuple[str, ...]:
    """The places that any of these rows speaks of, the world first, then by name."""
    quantities = {quantity for named in WHOSE.values() for quantity in named.values()}
    names = {row.place for quantity in quantities for row in _rows(quantity)}
    return ("world", *sorted(names - {"world"}))


def moments() -> tuple[Moment, ...]:
    """What happened to the standard, by day; rows that are unverified or undated are left out.

    Raises KitError where the tables have lost a row.
    """
    found = []
    for slug, words in _MOMENTS.items():
        row = fact_named(slug)
        if isinstance(row, Instrument) and row.date_from and row.basis != "unverified":
            found.append(Moment(row.date_from, words, slug))
    return tuple(sorted(found, key=lambda moment: moment.day))


def _rows(quantity: str | None) -> list[Figure]:
    """The verified figures of a quantity that have an upper end, in the order of the table."""
    return [
        row
        for row in table("figures")
        if row.quantity == quantity and row.basis != "unverified" and row.high is not None
    ]


def _half(row: Figure) -> date | None:
    """The half-year of a row, by its first day; None where it spans another time."""
    if row.date_from not in HALVES or row.date_to is None:
        return None
    return row.date_from if (row.date_to - row.date_from).days < 190 else None


def _one(counted: str, whose: str, row: Figure) -> Asked:
    return Asked(counted, whose, row.place, _half(row), row.low, row.high or 0, (row.slug,), row.statement)


def _both(one: Asked, other: Asked) -> Asked:
    """Two sources on one thing: the lower and the higher end."""
    lows = [low for low in (one.low, other.low) if low is not None]
    return replace(one, low=min(lows, default=None), high=max(one.high, other.high), slugs=one.slugs + other.slugs)


def _divided(one: Asked) -> Asked:
    """The share of requests answered, to a whole percent, from the two counts; its statement is the two."""
    answered = one.answered or 0
    share, said = round(100 * answered / one.high), f"{number_words(answered)} of {number_words(one.high)}"
    return replace(one, counted=SHARE, low=share, high=share, statement=said, answered=None, computed=True)
