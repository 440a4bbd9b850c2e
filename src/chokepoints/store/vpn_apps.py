"""VPN apps gone from the Russian stores: who counts what, out of how many, and which numbers may be added.

A count is made of steps: apps that went in one span of days, each app in one step. Two counts of one test may be added
where they share no step. The agency's number and that of Apple's report, which counts apps of every kind, come without
a list, so nobody can say which steps lie in them; and an app may be missing from both stores, so that numbers of two
stores never make a number of apps. Rows that are unverified are left out, and with them the count that rests on them.
"""

from dataclasses import dataclass, replace

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.facts import fact_named
from chokepoints.evidence.rows import Figure
from chokepoints.evidence.wording import date_words, number_words

AGENCY = "removed on demand, the agency says"
SUMMER = "gone in the summer of 2024, by a test"
EVERY = "missing in September 2024, by a test"
BEFORE = "missing before July 2024, by a test"
NAMED = "named to Google and gone, by a test"
GOOGLE = "missing from Google's store, by a test"
REPORT = "removed in all of 2024, of every kind"
COUNTS = (AGENCY, SUMMER, EVERY, BEFORE, REPORT, NAMED, GOOGLE)
APPLE_STORE, GOOGLE_STORE = "App Store", "Google Play"
NOT_EXPLAINED = "not explained"

#: Step -> the row that counts it, and in few words which apps these are.
_STEPS = {
    "before": ("vpn-ru-98-before", "before July"),
    "july": ("vpn-ru-step-july", "to 7 July"),
    "august": ("vpn-ru-step-august", "to 11 August"),
    "september": ("vpn-ru-step-september", "to 18 September"),
    "unknown": ("vpn-ru-step-unknown", "day unknown"),
    "named": ("gp-vpn-gone", "named to Google"),
    "not-named": ("gp-vpn-not-named", "not named to it"),
}
#: The words of every step, in the order of time and of stores.
STEP_WORDS = tuple(words for _, words in _STEPS.values())
_SUMMER = ("july", "august", "september")
#: Count -> its row, its store, the row of what it is out of, and its steps; no steps where nobody can say.
_MADE: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    AGENCY: ("vpn-ru-25", APPLE_STORE, "", ()),
    SUMMER: ("vpn-ru-98-summer", APPLE_STORE, "vpn-ru-98-tested", _SUMMER),
    EVERY: ("vpn-ru-98", APPLE_STORE, "vpn-ru-98-tested", ("before", *_SUMMER, "unknown")),
    BEFORE: ("vpn-ru-98-before", APPLE_STORE, "vpn-ru-98-tested", ("before",)),
    REPORT: ("as-2024-ru", APPLE_STORE, "", ()),
    NAMED: ("gp-vpn-gone", GOOGLE_STORE, "gp-vpn-named", ("named",)),
    GOOGLE: ("vpn-ru-google", GOOGLE_STORE, "gp-vpn-tested", ("named", "not-named")),
}
#: Counts without steps -> why nobody can say what lies inside them.
_NO_LIST = {AGENCY: "the agency gave no list", REPORT: "the report names no app"}


@dataclass(frozen=True, slots=True)
class Gone:
    """One count: how many apps, who says so and what is counted. `low` is None for "almost", `high` for "more than".

    `parts` are its steps with their numbers, in the order of time, and at the end what its steps do not explain;
    `out_of` is how many were tested or named, `more` where that is "more than". `slugs`: the rows it rests on.
    """

    name: str
    store: str
    low: float | None
    high: float | None
    when: str
    said_by: str
    measures: str
    parts: tuple[tuple[str, float], ...]
    steps: tuple[str, ...]
    out_of: float | None
    more: bool
    slugs: tuple[str, ...]

    @property
    def size(self) -> float:
        """The end that is known, the higher of two."""
        return self.high if self.high is not None else self.low or 0

    @property
    def words(self) -> str:
        """The number in words: "98", "almost 60"."""
        words = number_words(self.size)
        return f"almost {words}" if self.low is None else f"more than {words}" if self.high is None else words

    @property
    def base_words(self) -> str:
        """What it is out of: "more than 360", "399", "an unknown number"."""
        if self.out_of is None:
            return "an unknown number"
        return f"{'more than ' * self.more}{number_words(self.out_of)}"

    @property
    def share(self) -> float | None:
        """In percent of what it is out of; the most that it can be where one of the two ends is open."""
        return 100 * self.size / self.out_of if self.out_of else None

    @property
    def share_words(self) -> str:
        """The share in words: "below 27.2 %", "13.3 %", "no base"."""
        if self.share is None:
            return "no base"
        words = f"{self.share:.1f}".removesuffix(".0")
        return f"{'below ' if self.more or self.low is None else ''}{words} %"


@dataclass(frozen=True, slots=True)
class Together:
    """Whether two counts may be added: "yes", "no" or "not known", the sum where they may (in words too), and why."""

    verdict: str
    total: float | None
    words: str
    why: str


def gone(name: str) -> Gone | None:
    """A count by its name; None where its row is unverified. Raises KitError for a name that there is not."""
    if not isinstance(name, str) or name not in COUNTS:
        hint = did_you_mean(str(name), COUNTS)
        raise KitError(f"Give one of {', '.join(map(repr, COUNTS))}, not {name!r}.{hint}")
    slug, store, base, steps = _MADE[name]
    row = _figure(slug)
    if row is None:
        return None
    known = [(words, found) for step in steps for number, words in [_STEPS[step]] if (found := _figure(number))]
    parts = [(words, found.high or found.low or 0) for words, found in known]
    # "Almost 60" is no number that its steps could fail to explain.
    rest = row.high - sum(size for _, size in parts) if row.low and row.high and len(parts) == len(steps) > 1 else 0
    if rest > 0:
        parts.append((NOT_EXPLAINED, rest))
    tested = _figure(base) if base else None
    slugs = (slug, *(found.slug for _, found in known), *([tested.slug] if tested else []))
    return Gone(
        name, store, row.low, row.high, date_words(row), row.said_by, row.measures, tuple(parts), steps,
        tested.low if tested else None, tested is not None and tested.high is None, tuple(dict.fromkeys(slugs)),
    )  # fmt: skip


def together(one: Gone, other: Gone) -> Together:
    """Whether the numbers of two counts may be added, by the steps that they are made of. Raises KitError."""
    for name, count in (("one", one), ("other", other)):
        if not isinstance(count, Gone):
            raise KitError(f"{name} is a count such as gone() gives, not {count!r}.")
    if one.store != other.store:
        return Together("no", None, "", "one app may be missing from both stores")
    if one.name == other.name:
        return Together("no", None, "", "that counts each app twice")
    if unlisted := [_NO_LIST[count.name] for count in (one, other) if not count.steps]:
        return Together("not known", None, "", f"{' and '.join(unlisted)}, so the same apps may be in both")
    if shared := set(one.steps) & set(other.steps):
        inside = shared in (set(one.steps), set(other.steps))
        return Together("no", None, "", "one number lies inside the other" if inside else "they share apps")
    total = replace(
        one, low=None if None in (one.low, other.low) else one.size + other.size, high=one.size + other.size
    )
    return Together("yes", total.size, total.words, "no app is in both")


def _figure(slug: str) -> Figure | None:
    """The figure of this name, None where it is unverified. Raises KitError where the tables have lost it."""
    row = fact_named(slug)
    return row if isinstance(row, Figure) and row.basis != "unverified" else None
