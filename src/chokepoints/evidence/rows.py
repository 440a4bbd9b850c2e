"""The rows of the kit's tables, one frozen class a table.

Field names and their order are the columns of `datasets/<table>.csv`; `datasets/datapackage.json` describes each.
A date or number that a table leaves empty is None; a list that it leaves empty is ().
"""

from dataclasses import dataclass
from datetime import date
from ipaddress import IPv4Network


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `relays` names the original publisher or speaker where the document passes material on."""

    slug: str
    title: str
    publisher: str
    url: str
    relays: str
    kind: str
    accessible: bool
    note: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One published number: exact where low equals high; "more than" has only low, "up to" only high."""

    slug: str
    quantity: str
    date_from: date | None
    date_to: date | None
    low: int | float | None
    high: int | float | None
    unit: str
    measures: str
    place: str
    said_by: str
    statement: str
    note: str
    sources: tuple[str, ...]
    basis: str
    confidence: str
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day or in a span of days, and which lever it used."""

    slug: str
    date_from: date | None
    date_to: date | None
    title: str
    statement: str
    place: str
    actor: str
    lever: str
    note: str
    sources: tuple[str, ...]
    basis: str
    confidence: str
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A statute, order, ruling, judgment or other act of law."""

    slug: str
    kind: str
    title: str
    identifier: str
    body: str
    jurisdiction: str
    date_from: date | None
    date_to: date | None
    articles: str
    outcome: str
    statement: str
    note: str
    sources: tuple[str, ...]
    basis: str
    confidence: str
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Observation:
    """What a source shows that is neither number, day nor act of law: a code path, a documented rule, a data set."""

    slug: str
    kind: str
    date_from: date | None
    date_to: date | None
    title: str
    statement: str
    note: str
    sources: tuple[str, ...]
    basis: str
    confidence: str
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the news story of 28 May 2018, with a verdict and the facts it rests on."""

    slug: str
    position: int | float | None
    statement: str
    attributed_to: str
    verdict: str
    evidence: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A matter on which published sources differ: the quantities or facts that show it, and the likely reason."""

    slug: str
    matter: str
    quantities: tuple[str, ...]
    facts: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part in the case."""

    slug: str
    name: str
    role: str
    country: str
    description: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Power:
    """What one actor can do to another through a lever, and what limits it."""

    slug: str
    actor: str
    lever: str
    over: str
    power: str
    limit: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """A way by which a client could learn a server address, and who can close it."""

    slug: str
    carries: str
    gatekeeper: str
    gatekeepers: tuple[str, ...]
    depends_on: str
    status_2018: str
    evidence: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """A range of IPv4 addresses that a named source says was blocked, or one of the messenger's own."""

    slug: str
    provider: str
    cidr: IPv4Network
    kind: str
    listed_on: date | None
    listed_by: str
    source: str
    note: str


Fact = Figure | Event | Instrument | Observation
Row = Fact | Source | Claim | Disagreement | Actor | Power | Channel | Prefix

#: Table name -> class of its rows.
TABLES: dict[str, type[Row]] = {
    "sources": Source,
    "figures": Figure,
    "events": Event,
    "instruments": Instrument,
    "observations": Observation,
    "claims": Claim,
    "disagreements": Disagreement,
    "actors": Actor,
    "powers": Power,
    "channels": Channel,
    "prefixes": Prefix,
}
#: The tables whose rows are facts: their slugs form one name space.
FACT_TABLES = ("figures", "events", "instruments", "observations")
