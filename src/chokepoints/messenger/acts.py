"""Acts of law on access to messages: what each asks, of which design, and how it stood on any day since 1993.

The rows, with their days, statements and sources, are those of the tables; what an act asks and what ended it is ours.
"""

from dataclasses import dataclass
from datetime import date
from typing import cast

from chokepoints.evidence.facts import actor_names, cite_named, fact
from chokepoints.evidence.rows import Event, Instrument, Observation

#: What tells of an act: no number does.
Told = Event | Instrument | Observation
#: What an act asks -> how that is said of it; the last two ask nothing of whoever runs a messenger.
ASKS = {
    "a capability": "asks for a capability",
    "keys or decryption": "asks for keys or decryption",
    "storage": "asks for storage",
    "traceability": "asks for traceability",
    "scanning": "asks for scanning",
    "a limit": "sets or urges a limit",
    "an answer": "is an answer to those who ask",
}
DESIGNS = ("network", "cloud", "end-to-end", "device", "any")
IN_FORCE, OPEN, LAPSED = "in force", "proposed or before a court", "lapsed"
STRUCK, DROPPED, GIVEN = "struck down", "withdrawn or refused", "given, said or done"
STATUSES = (IN_FORCE, OPEN, LAPSED, STRUCK, DROPPED, GIVEN)


@dataclass(frozen=True)
class Change:
    """How an act stands from the first day of the row `by` on, or from the last day of that row (`at_end`)."""

    by: str
    to: str
    at_end: bool = False

    def day(self) -> date | None:
        """The day of the change; None where the row has none."""
        row = fact(self.by)
        return row.date_to if self.at_end else row.date_from


@dataclass(frozen=True)
class Act:
    """One act: the row that tells it, what it asks (a key of `ASKS`), of which design, how it stood at first.

    `label` names it in a picture. `how` says what it does where that is not what `ASKS` says. `place` is the
    jurisdiction of a row that has none, such as a study.
    """

    slug: str
    label: str
    asks: str
    design: str
    status: str = IN_FORCE
    changes: tuple[Change, ...] = ()
    how: str = ""
    place: str = ""

    @property
    def row(self) -> Told:
        """The row of the tables."""
        return cast(Told, fact(self.slug))

    @property
    def day(self) -> date:
        """The day of the act, or the first of its month. `ACTS` holds none without."""
        return self.row.date_from or date.min

    @property
    def jurisdiction(self) -> str:
        """Where it applies, or the state that answered in court."""
        row = self.row
        if isinstance(row, Instrument):
            return row.jurisdiction
        return row.place if isinstance(row, Event) else self.place

    @property
    def by(self) -> str:
        """Who made it; "" where only the title says so."""
        row = self.row
        if isinstance(row, Instrument):
            return row.body
        return actor_names()[row.actor] if isinstance(row, Event) else ""

    @property
    def does(self) -> str:
        """What it does, as the predicate of a sentence."""
        return self.how or ASKS[self.asks]

    def status_on(self, day: date) -> str:
        """How it stood on a day that is not before its own."""
        status = self.status
        for change in self.changes:
            if (since := change.day()) and since <= day:
                status = change.to
        return status

    def known(self) -> bool:
        """Whether all its rows have been seen in a source and have the days that are needed.

        Raises KitError where the tables have lost one of them.
        """
        for slug in (self.slug, *(change.by for change in self.changes)):
            cite_named(slug)
        rows = [self.row, *(fact(change.by) for change in self.changes)]
        dated = all(change.day() for change in self.changes)
        return bool(self.row.date_from) and dated and all(row.basis != "unverified" for row in rows)


_WITHDRAWN_2015 = Change("fips-185", DROPPED, at_end=True)
_PICKED = (
    Act("clipper", "US: Clipper, a chip with escrow", "keys or decryption", "end-to-end", OPEN,
        (Change("fips-185", IN_FORCE), _WITHDRAWN_2015)),
    Act("clipper-agents", "US: two escrow agents", "keys or decryption", "end-to-end", IN_FORCE, (_WITHDRAWN_2015,)),
    Act("blaze-1994", "Blaze gets round the escrow", "an answer", "end-to-end", GIVEN, place="United States"),
    Act("calea", "US: CALEA", "a capability", "network"),
    Act("calea-decryption", "US: CALEA's clause on decryption", "a limit", "network"),
    Act("ripa-49", "UK: make readable, or the key", "keys or decryption", "any"),
    Act("data-retention-directive", "EU: data retention", "storage", "network", IN_FORCE,
        (Change("digital-rights-ireland", STRUCK),)),
    Act("lavabit", "Lavabit closes", "an answer", "cloud", GIVEN),
    Act("digital-rights-ireland", "EU court on data retention", "a limit", "network", GIVEN),
    Act("kaye-2015", "UN report on encryption", "a limit", "any", GIVEN),
    Act("keys-doormats", "Keys Under Doormats", "an answer", "any", GIVEN, place="world"),
    Act("apple-fbi", "US: unlock a phone", "a capability", "device", IN_FORCE,
        (Change("apple-fbi", DROPPED, at_end=True),)),
    Act("yarovaya-signed", "Russia: store messages", "storage", "any"),
    Act("art101-41-in-force", "Russia: give what decodes", "keys or decryption", "any"),
    Act("ipa-253", "UK: capability notices", "a capability", "any"),
    Act("fsb-demand", "Russia: six numbers", "keys or decryption", "any", DROPPED),
    Act("telegram-key-argument", "Telegram on its keys", "an answer", "end-to-end", GIVEN, place="Russia"),
    Act("tola", "Australia: requests and notices", "a capability", "any"),
    Act("tola-317zg", "Australia: no systemic weakness", "a limit", "any"),
    Act("ghost", "47 answer the silent participant", "an answer", "end-to-end", GIVEN),
    Act("india-trace", "India: first sender", "traceability", "end-to-end", OPEN),
    Act("eu-interim-2021", "EU: interim rules", "scanning", "any", IN_FORCE,
        (Change("eu-interim-2021", LAPSED, at_end=True),), how="allows scanning by choice"),
    Act("apple-css", "Apple's own matching of photos", "scanning", "device", OPEN,
        (Change("apple-css", DROPPED, at_end=True),), how="plans scanning of its own accord"),
    Act("eu-csar-proposal", "EU: proposal of 2022", "scanning", "any", OPEN),
    Act("signal-uk", "Signal would leave the UK", "an answer", "end-to-end", GIVEN, place="United Kingdom"),
    Act("uk-osa", "UK: Online Safety Act", "scanning", "any"),
    Act("podchasov", "Strasbourg: Podchasov", "a limit", "end-to-end", GIVEN),
    Act("uk-tcn-1", "UK: first notice to Apple", "a capability", "end-to-end", IN_FORCE,
        (Change("uk-tcn-2", DROPPED),)),
    Act("france-8ter", "France: article 8 ter", "a capability", "end-to-end", OPEN,
        (Change("france-8ter", DROPPED, at_end=True),)),
    Act("apple-adp-withdrawn", "Apple withdraws a protection", "an answer", "end-to-end", GIVEN),
    Act("uk-tcn-2", "UK: second notice to Apple", "a capability", "end-to-end", OPEN),
    Act("eu-csar-council", "EU: the Council drops compulsion", "scanning", "any", OPEN,
        how="would allow scanning by choice"),
    Act("eu-interim-vote1", "EU: Parliament, first vote", "scanning", "any", OPEN,
        (Change("eu-interim-vote2", DROPPED),), how="would allow scanning by choice, but not end to end"),
    Act("canada-c22", "Canada: Bill C-22", "a capability", "any", OPEN),
    Act("uk-device-scan", "UK: filters on children's phones", "scanning", "device", OPEN),
    Act("eu-interim-council", "EU: the Council's revival", "scanning", "any", OPEN,
        how="would allow scanning by choice"),
)  # fmt: skip
#: The acts whose rows have been seen in a source, earliest first.
ACTS = tuple(sorted((act for act in _PICKED if act.known()), key=lambda act: (act.day, act.slug)))
