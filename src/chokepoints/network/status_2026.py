"""Is the messenger blocked? What the register, the ruling, the agency, measurements and the press say, day by day.

Each word rests on one row of the tables; what it says is our reading of that row, and no more than the row. A word
stands until the next of its lane. What was said later of an earlier time is shown at that time. Rows that are lost or
marked unverified are left out, and their words with them.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from chokepoints.evidence.facts import fact_named
from chokepoints.evidence.rows import Fact, Figure
from chokepoints.evidence.wording import day_words, number_words

BLOCKED, IN_PART, DISPUTED, FREE = STATES = ("blocked", "blocked in part", "disputed", "not blocked")
#: Says nothing of whether the messenger is blocked.
NOTHING = ""
REGISTER, RULING, AGENCY, MEASURED, PRESS = LANES = (
    "register",
    "ruling",
    "agency",
    "measurements",
    "press",
)


@dataclass(frozen=True, slots=True)
class Word:
    """What one row says in one lane: `short` for a picture, `said` for a sentence.

    In both, {day} is the first day of the row, {low} and {high} are the ends of a figure. `since` names a row whose
    day is the one from which this holds, where it is not the row's own; `only` says that it holds in the row's days
    alone; `ends` names the row with whose first day it ends.
    """

    lane: str
    slug: str
    state: str
    short: str
    said: str
    since: str = ""
    ends: str = ""
    only: bool = False

    @property
    def rows(self) -> tuple[Fact, ...]:
        """The rows that it rests on. Raises KitError where one is lost."""
        return tuple(fact_named(slug) for slug in (self.slug, self.since, self.ends) if slug)

    def known(self) -> bool:
        """Whether all its rows are verified and dated."""
        return all(row.basis != "unverified" and row.date_from for row in self.rows)

    @property
    def first(self) -> date:
        """The first day of which it speaks."""
        return fact_named(self.since or self.slug).date_from or date.min

    @property
    def last(self) -> date:
        """The last day of which it speaks, as far as its own rows go."""
        if self.ends:
            return (fact_named(self.ends).date_from or date.max) - date.resolution
        return (fact_named(self.slug).date_to or date.max) if self.only else date.max

    def words(self, text: str) -> str:
        """`short` or `said`, with its day and its numbers."""
        row = fact_named(self.slug)
        ends = {end: number_words(getattr(row, end) or 0) for end in ("low", "high")} if isinstance(row, Figure) else {}
        return text.format(day=day_words(row.date_from or date.min), **ends)


@dataclass(frozen=True, slots=True)
class Said:
    """What one lane says on a day: its state, in few words for a picture and in more for a sentence, and the rows."""

    state: str
    short: str
    said: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included, on which a lane says the same. `last` is None where no later word ends it."""

    first: date
    last: date | None
    state: str


_ALL = (
    Word(REGISTER, "block-begins", BLOCKED, "addresses listed", "addresses listed from {day}"),
    Word(REGISTER, "not-on-register", FREE, "not listed", "not listed since 2020, says a list maintainer",
         since="unblock"),
    Word(REGISTER, "tme-blip", IN_PART, "its link domain", "its link domain listed for some hours", only=True),
    Word(RULING, "tagansky-ruling", BLOCKED, "access restricted", "access restricted from {day}"),
    Word(RULING, "ruling-never-lifted", DISPUTED, "never lifted, says one", "never lifted in law, one official argues"),
    Word(AGENCY, "degrade-30", IN_PART, "{low} % degraded", "{low} % degraded, undefined"),
    Word(AGENCY, "degrade-15-40", IN_PART, "{low} to {high} % degraded", "{low} to {high} % degraded, undefined"),
    Word(AGENCY, "unblock", FREE, "restriction lifted", "restriction lifted on {day}"),
    Word(AGENCY, "calls-limited", IN_PART, "calls limited in part", "partial limits on calls"),
    Word(AGENCY, "south-2025", IN_PART, "limited in the south", "partial limits after outages in the south"),
    Word(AGENCY, "throttle-2026", IN_PART, "progressive limits", "progressive restrictions"),
    Word(MEASURED, "ooni-2023-unlisted", NOTHING, "{low} domains, unlisted",
         "{low} domains blocked but seemingly not listed, the messenger not named", only=True),
    Word(MEASURED, "ooni-2026", BLOCKED, "many providers", "many providers block from {day}, data suggest"),
    Word(PRESS, "degrade-20-operator", IN_PART, "about {low} % degraded",
         "about {low} % degraded, says an operator's employee", ends="unblock"),
    Word(PRESS, "full-block-2026", BLOCKED, "full block", "a full block without VPN (one outlet)"),
    Word(PRESS, "full-block-2026-failures", BLOCKED, "full block", "up to about {high} % of tries fail, say users"),
)  # fmt: skip


@cache
def words() -> tuple[Word, ...]:
    """All words whose rows are verified, by lane and day. Raises KitError where a row is lost."""
    return tuple(sorted((word for word in _ALL if word.known()), key=lambda word: (LANES.index(word.lane), word.first)))


def said_on(day: date) -> dict[str, Said]:
    """What every lane says on a day: the latest of its words that stand then, several of one day together."""
    found = {}
    for lane in LANES:
        standing = [word for word in words() if word.lane == lane and word.first <= day <= word.last]
        latest = [word for word in standing if word.first == standing[-1].first]
        found[lane] = Said(
            state=latest[0].state if latest else NOTHING,
            short=latest[0].words(latest[0].short) if latest else "no word",
            said="; ".join(word.words(word.said) for word in latest) or "no word in the kit",
            slugs=tuple(word.slug for word in latest),
        )
    return found


def spans(lane: str) -> tuple[Span, ...]:
    """How a lane's state runs over time, earliest first; days on which it says nothing are left out."""
    own = [word for word in words() if word.lane == lane]
    ended = {word.last + date.resolution for word in own if word.last < date.max}
    edges = sorted({word.first for word in own} | ended)
    runs = [
        Span(first, after - date.resolution if after else None, said_on(first)[lane].state)
        for first, after in zip(edges, [*edges, None][1:], strict=True)
    ]
    return tuple(run for run in runs if run.state)
