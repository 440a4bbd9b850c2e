"""The store as a lever in other hands: who asked, on what ground, what the store did, who was told, what came back.

Each case rests on rows of the tables, and says no more than they; what no row says is "not found". Who asked and the
ground that the store named are two things: a store may cite its own rule where a state asked. Rows that are lost stop
with an error; what rests on an unverified row is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from markupsafe import Markup

from chokepoints.classroom.markup import Output, fill, join, link
from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.facts import fact_named, source
from chokepoints.evidence.rows import Fact
from chokepoints.evidence.wording import date_words

NOT_FOUND = "not found"
#: By what the cases may be ordered -> the kinds there are.
WHO, GROUND, STORE, WHERE = "who asked", "the ground named", "whose store", "where it went"
STATE, NOBODY = "the country's own authorities", "nobody, the store says"
LAW, ABROAD, RULES, BOTH = "that country's law", "another country's law", "the store's own rules", "rules and law both"
APPLE, BOTH_STORES = "Apple's", "Apple's and Google's"
ONE, EVERYWHERE, KEPT = "one storefront", "every storefront", "nowhere: it stayed"
KINDS: dict[str, tuple[str, ...]] = {
    WHO: (STATE, NOBODY, NOT_FOUND),
    GROUND: (LAW, BOTH, RULES, ABROAD, NOT_FOUND),
    STORE: (APPLE, BOTH_STORES),
    WHERE: (ONE, EVERYWHERE, KEPT, NOT_FOUND),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One app or group of apps, the row of what the store did, and what is known of it in few words.

    `kinds` gives for each heading of `KINDS` which of its kinds this is. `back` is the row of a return, where one was
    found; {day} in its words is that row's day.
    """

    name: str
    slug: str
    kinds: tuple[str, str, str, str]
    asked: str
    ground: str
    did: str
    told: str
    back_words: str = NOT_FOUND
    back: str = ""
    also: tuple[str, ...] = field(default=())

    @property
    def row(self) -> Fact:
        """The row of what the store did. Raises KitError where the tables have lost it."""
        return fact_named(self.slug)

    @property
    def rows(self) -> tuple[Fact, ...]:
        """All rows that it rests on."""
        return tuple(fact_named(slug) for slug in (self.slug, *self.also, self.back) if slug)

    @property
    def day(self) -> date:
        """The first day of the row."""
        return self.row.date_from or date.min

    @property
    def when(self) -> str:
        """The day or days of the row in words."""
        return date_words(self.row)

    @property
    def came_back(self) -> date | None:
        """The last day of the row of its return; None where no verified row tells of one."""
        return fact_named(self.back).date_to if self.back and _verified(self.back) else None

    @property
    def back_said(self) -> str:
        """What is known of its return in words."""
        if not self.back:
            return self.back_words
        return self.back_words.format(day=date_words(fact_named(self.back))) if _verified(self.back) else NOT_FOUND

    def kind(self, heading: str) -> str:
        """Which kind it is under a heading of `KINDS`. Raises KitError for another heading."""
        if not isinstance(heading, str) or heading not in KINDS:
            hint = did_you_mean(str(heading), KINDS)
            raise KitError(f"Give one of {', '.join(map(repr, KINDS))}, not {heading!r}.{hint}")
        return self.kinds[list(KINDS).index(heading)]


_ALL = (
    Case("New York Times, China", "nyt-cn", (STATE, LAW, APPLE, ONE),
         "authorities, which was not said", "local regulations, which was not said",
         "removed both its apps in China, copies stay without updates", "the press"),
    Case("LinkedIn, Russia", "linkedin-ru", (STATE, LAW, BOTH_STORES, ONE),
         "the agency, both stores, in December 2016", "a court ruling under the law on where data are kept",
         "removed it from both Russian stores", "the press"),
    Case("VPN apps, China", "vpn-cn-2017-07", (STATE, LAW, APPLE, ONE),
         "the ministry of industry wants a licence", "content illegal in China: no licence",
         "removed them in China", "the makers, by letter"),
    Case("The messenger, one day", "tg-away-2018", (NOT_FOUND, RULES, APPLE, EVERYWHERE),
         "not found: Apple was alerted, by whom it did not say", "illegal content in the apps",
         "removed both apps, everywhere", "the developer and the authorities", "the same day", "tg-away-2018"),
    Case("The messenger, the letter", "apple-letter", (STATE, LAW, APPLE, KEPT),
         "the agency, in a public letter", "a ruling on others too, says its head",
         "kept it, and had held updates since April, the founder says", "no reason in public",
         "an update on {day}", "update-approved", ("durov-31may", "apple-reason-2024", "rferl-app-2024")),
    Case("Police map, Hong Kong", "hkmap-2019", (NOT_FOUND, BOTH, APPLE, NOT_FOUND),
         "not found: customers wrote, and a police bureau confirmed, Apple says", "the store's rules and local laws",
         "removed it, copies stay without updates", "the press"),
    Case("Parler, United States", "parler-2021", (NOBODY, RULES, BOTH_STORES, NOT_FOUND),
         "nobody: an independent decision, Apple says", "calls to violence not moderated",
         "removed it", "the developer: Apple warned for 24 hours",
         "Apple's in May 2021, Google's on 2 September 2022", "parler-back"),
    Case("Voting app, Russia", "smartvoting", (STATE, LAW, BOTH_STORES, ONE),
         "authorities, staff were reported threatened", "an organisation designated extremist",
         "removed it on election day, copies lose updates", NOT_FOUND,
         "Google's soon after the election, Apple's by 7 April 2022", "smartvoting-back"),
    Case("Quran app, China", "quran-cn-2021", (STATE, LAW, APPLE, ONE),
         "officials", "illegal texts, or documents missing: two accounts",
         "removed it in China", "the maker, and whom to ask"),
    Case("VK's apps, from Britain", "vk-removal", (NOT_FOUND, ABROAD, APPLE, EVERYWHERE),
         "not found: sanctions bind without a request", "British sanctions",
         "removed them everywhere and closed the accounts, Google kept them", "the press", "{day}", "vk-back"),
    Case("Four messengers, China", "cn-2024", (STATE, LAW, APPLE, ONE),
         "the Cyberspace Administration: an order", "national security",
         "removed two, it confirms, and two more are gone, trackers see", "the press"),
    Case("VPN apps, Russia", "vpn-ru-2024", (STATE, LAW, APPLE, ONE),
         "the agency", "content illegal in Russia",
         "removed them in Russia, how many is disputed", "the makers"),
    Case("Broadcaster's app, Russia", "rferl-app-2024", (STATE, LAW, APPLE, ONE),
         "the agency", "an organisation declared undesirable",
         "removed it in Russia", "the broadcaster"),
    Case("TikTok, United States", "tiktok-us-2025", (STATE, LAW, BOTH_STORES, ONE),
         "its parliament, by a law that binds stores", "that law, upheld by the Supreme Court",
         "removed it and its owner's other apps, copies stay without updates", "the public, on a page of Apple's",
         "{day}: a letter said that it is not enforced for now", "tiktok-back-2025"),
    Case("ICEBlock, United States", "iceblock-2025", (STATE, RULES, APPLE, NOT_FOUND),
         "the Justice Department: a demand", "objectionable content: safety of officers",
         "removed it and similar apps", "the developer"),
    Case("Red Dot, United States", "reddot-2025", (NOBODY, RULES, BOTH_STORES, NOT_FOUND),
         "nobody asked, Google says", "its own rules against abuse",
         "removed it from both stores", NOT_FOUND),
    Case("Dating apps, China", "dating-cn-2025", (STATE, LAW, APPLE, ONE),
         "the Cyberspace Administration: an order", "that it follows local laws: which one it did not say",
         "removed two in China, where alone they were offered, copies go on", "the press"),
    Case("VPN clients, Russia", "vpn-ru-2026", (STATE, NOT_FOUND, APPLE, ONE),
         "the agency, by a letter that one maker shows", "not found: of the letter no more than the request is told",
         "removed three in Russia", "a maker, by that letter"),
)  # fmt: skip
NAMES = tuple(case.name for case in _ALL)


def _verified(slug: str) -> bool:
    row = fact_named(slug)
    return row.basis != "unverified" and row.date_from is not None


@cache
def cases() -> tuple[Case, ...]:
    """All cases whose row is verified and dated, earliest first. Raises KitError where a row is lost."""
    known = [case for case in _ALL if all(_verified(slug) for slug in (case.slug, *case.also) if slug)]
    return tuple(sorted(known, key=lambda case: (case.day, case.name)))


def case_named(name: str) -> Case | None:
    """A case by its name; None where its row is unverified. Raises KitError, with the nearest, for another name."""
    if not isinstance(name, str) or name not in NAMES:
        hint = did_you_mean(str(name), NAMES)
        raise KitError(f"There is no case {name!r}; there are {', '.join(NAMES)}.{hint}")
    return next((case for case in cases() if case.name == name), None)


_HEAD = ("When", "Which", "Who asked", "On what ground", "What the store did", "Who was told", "Back", "Sources")


def directions_table(*names: str) -> Output:
    """The cases as a table, all or those named, with links to what was read: the last line of a cell.

    Raises KitError for a name that there is not.
    """
    wanted = [case_named(name) for name in names]
    shown = [case for case in wanted if case] if names else list(cases())
    head = join(fill('<th scope="col" style="text-align:left">{name}</th>', name=name) for name in _HEAD)
    rows = join(fill("<tr>{cells}</tr>", cells=join(_markup(case))) for case in shown)
    table = fill("<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>",
                 caption="The store as a lever, case by case", head=head, rows=rows)  # fmt: skip
    return Output(table, "\n".join(_line(case) for case in shown))


def _cells(case: Case) -> tuple[str, ...]:
    return case.when, case.name, case.asked, case.ground, case.did, case.told, case.back_said


def _markup(case: Case) -> Iterator[Markup]:
    left = '<td style="text-align:left">{cell}</td>'
    yield from (fill(left, cell=cell) for cell in _cells(case))
    names = dict.fromkeys(name for row in case.rows for name in row.sources[:1])
    found = [source(name) for name in names]
    yield fill(left, cell=join((link(one.url, one.publisher) if one.url else fill("{words}", words=one.publisher)
                                for one in found), "; "))  # fmt: skip


def _line(case: Case) -> str:
    """A case as one line of plain text."""
    when, name, *rest = _cells(case)
    words = zip(("asked", "ground", "the store", "told", "back"), rest, strict=True)
    return f"{when}, {name}: " + "; ".join(f"{what}: {said}" for what, said in words)
