"""Records that governments ask of Apple about push tokens: what the tables have, and what each number counts.

Three things are counted, and none can be added to another: requests, the tokens named in them (one request may name
hundreds), and the share of requests in which Apple gave data. The world holds every country, so that places are laid
side by side and never added up either. Rows marked unverified are left out; Apple's own tables were not seen.
"""

from dataclasses import dataclass, replace
from datetime import date

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.facts import fact_named
from chokepoints.evidence.rows import Figure, Instrument
from chokepoints.evidence.tables import table
from chokepoints.evidence.wording import number_words

REQUESTS, TOKENS, SHARE = "requests", "tokens named", "share answered"
#: What may be counted -> the quantity of figures.csv.
COUNTED = {
    REQUESTS: "push-token-requests",
    TOKENS: "push-tokens-asked-for",
    SHARE: "push-token-requests-answered-share",
}
_ANSWERED = "push-token-requests-answered"
#: Which rows count -> the confidence that a row must have.
TRUST = {"every row": ("high", "medium", "low"), "medium or high": ("high", "medium"), "high alone": ("high",)}
#: The half-years of which anything is published.
HALVES = (date(2022, 7, 1), date(2023, 1, 1), date(2023, 7, 1), date(2024, 1, 1))

#: The count whose half-year is disputed, and where it may stand: by an inference, or as the press prints it.
DISPUTED = "push-req-h2-2022"
INFERRED, PRINTED = "July to December 2022", "January to June 2023"
_HALF_OF = {INFERRED: HALVES[0], PRINTED: HALVES[1]}

#: The rows of the change of standard, and what each is in few words.
_MOMENTS = {
    "wyden-letter": "a senator's letter",
    "apple-guideline-1": "Apple gives data on a subpoena",
    "apple-guideline-2": "on a judge's order or a warrant",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One published number, or one `computed` from two, of a place and a half-year.

    `counted` says what: requests, tokens, or percent. `half` is the first day of the half-year, None where the row
    does not say which. `low` and `high` differ where two sources do; `low` is None where only "up to" is said.
    `answered`: in how many of these requests Apple gave data, where a row says so. `slugs`: the rows it rests on.
    """

    counted: str
    place: str
    half: date | None
    low: float | None
    high: float
    slugs: tuple[str, ...]
    statement: str
    answered: float | None = None
    computed: bool = False

    @property
    def disputed(self) -> bool:
        """Whether the sources put it into different half-years."""
        return DISPUTED in self.slugs

    @property
    def words(self) -> str:
        """The number in words: "158", "76 or 77 %", "up to 700", "119 (disputed)", "66 % (our division)"."""
        words = f"up to {number_words(self.high)}" if self.low is None else number_words(self.high)
        if self.low not in (None, self.high):
            words = f"{self.low:g} or {words}"
        doubt = " (disputed)" if self.disputed else " (our division)" if self.computed else ""
        return f"{words}{' %' if self.counted == SHARE else ''}{doubt}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which something happened to the standard for such records, what in few words, and its row."""

    day: date
    words: str
    slug: str


def half_words(half: date) -> str:
    """The months of the half-year that begins on this day: "July to December 2022"."""
    return f"{'January to June' if half.month == 1 else 'July to December'} {half.year}"


def asked(counted: str, trust: str = "every row", disputed: str = INFERRED) -> tuple[Asked, ...]:
    """Every number of what is counted, by half-year and place; those of no known half-year last.

    `trust` names the rows that count, `disputed` the half-year in which the disputed 119 is put. A share is divided
    out of two rows only where both are there and none gives it. Raises KitError for a name that there is not.
    """
    for given, names in ((counted, COUNTED), (trust, TRUST), (disputed, _HALF_OF)):
        if not isinstance(given, str) or given not in names:
            hint = did_you_mean(str(given), names)
            raise KitError(f"Give one of {', '.join(map(repr, names))}, not {given!r}.{hint}")
    found: dict[tuple[str, date | None, bool], Asked] = {}
    for row in _rows(COUNTED[counted], trust):
        one = _one(counted, row, disputed)
        key = one.place, one.half, one.disputed
        found[key] = _both(found[key], one) if key in found else one
    answers = {(row.place, _half(row)): row for row in _rows(_ANSWERED, trust)}
    if counted == REQUESTS:
        for key, one in found.items():
            if not one.disputed and (answer := answers.get(key[:2])):
                found[key] = replace(one, answered=answer.low, slugs=(*one.slugs, answer.slug))
    if counted == SHARE:
        for one in asked(REQUESTS, trust):
            if one.answered is not None and (one.place, one.half, False) not in found:
                found[one.place, one.half, False] = _divided(one)
    return tuple(sorted(found.values(), key=lambda one: (one.half or date.max, one.place != "world", one.place)))


def places() -> tuple[str, ...]:
    """The places that any of these rows speaks of, the world first, then by name."""
    names = {row.place for quantity in COUNTED.values() for row in _rows(quantity, "every row")}
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


def _rows(quantity: str, trust: str) -> list[Figure]:
    """The verified figures of a quantity that are trusted so far and have an upper end, in the order of the table."""
    return [
        row
        for row in table("figures")
        if row.quantity == quantity
        and row.basis != "unverified"
        and row.confidence in TRUST[trust]
        and row.high is not None
    ]


def _half(row: Figure) -> date | None:
    """The half-year of a row, by its first day; None where it spans another time."""
    if row.date_from not in HALVES or row.date_to is None:
        return None
    return row.date_from if (row.date_to - row.date_from).days < 190 else None


def _one(counted: str, row: Figure, disputed: str) -> Asked:
    half = _HALF_OF[disputed] if row.slug == DISPUTED else _half(row)
    return Asked(counted, row.place, half, row.low, row.high or 0, (row.slug,), row.statement)


def _both(one: Asked, other: Asked) -> Asked:
    """Two sources on one thing: the lower and the higher end."""
    lows = [low for low in (one.low, other.low) if low is not None]
    return replace(one, low=min(lows, default=None), high=max(one.high, other.high), slugs=one.slugs + other.slugs)


def _divided(one: Asked) -> Asked:
    """The share of requests answered, to a whole percent, from the two counts."""
    share = round(100 * (one.answered or 0) / one.high)
    return replace(one, counted=SHARE, low=share, high=share, answered=None, computed=True)
