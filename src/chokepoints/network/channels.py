"""Ways by which a client that is cut off could learn a new server address, and which of them a lever leaves.

The ways and who holds each are the rows of channels.csv. A way is cut where what it runs over is blocked on the
network, where all who hold it refuse, or where domain fronting, on which it depends, has ended. Of two companies that
hold it, each on its own phones, one that refuses cuts it in part. What a way runs over is our reading of the column
depends_on; nothing here says that whoever holds a way would refuse, could or must.
"""

from collections.abc import Collection
from dataclasses import dataclass

from chokepoints.errors import KitError
from chokepoints.evidence.facts import actor_names
from chokepoints.evidence.rows import Channel
from chokepoints.evidence.tables import table

#: What the network blocks, each with all before it; the last is all that the companies run, fronts and stores included.
BLOCKS = (
    "nothing",
    "the messenger's addresses",
    "these, relays and DNS over HTTPS",
    "these and VPNs",
    "these and the companies' services",
)
LEFT, IN_PART, CUT = STANDINGS = ("left", "left in part", "cut")
#: The column depends_on -> the first of BLOCKS that cuts it.
_BLOCKED_FROM = {
    "any working connection": 1,
    "a friend who shares it": 2,
    "DNS over HTTPS": 2,
    "DNS over HTTPS at Google": 2,
    "VPN app": 3,
    "domain fronting": 4,
    "iCloud account": 4,
    "push token": 4,
    "app update": 4,
}
_FRONTING = "domain fronting"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one way stands: left, left in part or cut, and why, "" where nothing touches it."""

    way: Channel
    state: str
    why: str


def ways() -> tuple[Channel, ...]:
    """The rows of channels.csv by who holds them: those of no company first, those of Apple and Google last.

    No block of the model reaches a row that depends on something else than the table's own words do today.
    """
    rows = table("channels")
    return tuple(sorted(rows, key=lambda row: (len(row.gatekeepers) > 0, *_held(row), row.gatekeepers, row.slug)))


def _held(row: Channel) -> tuple[bool, bool]:
    return "apple" in row.gatekeepers, "google" in row.gatekeepers


def left(
    blocks: str = BLOCKS[0], refusing: Collection[str] = (), *, fronting_ended: bool = False
) -> tuple[Standing, ...]:
    """How every way stands where the network blocks so much and these companies, by their slugs, refuse.

    Raises KitError for a block that is none of BLOCKS and for a company that holds no way.
    """
    if blocks not in BLOCKS:
        raise KitError(f"The network blocks one of {', '.join(BLOCKS)}; not {blocks!r}.")
    companies = sorted({slug for way in ways() for slug in way.gatekeepers})
    if not set(refusing) <= set(companies):
        raise KitError(f"Who refuses is a list of any of {', '.join(companies)}; not {refusing!r}.")
    return tuple(_standing(way, BLOCKS.index(blocks), set(refusing), fronting_ended) for way in ways())


def _standing(way: Channel, level: int, refusing: set[str], fronting_ended: bool) -> Standing:
    why = []
    if level >= _BLOCKED_FROM.get(way.depends_on, len(BLOCKS)):
        why.append("blocked")
    if fronting_ended and way.depends_on == _FRONTING:
        why.append("fronting ended")
    hold = [slug for slug in way.gatekeepers if slug not in refusing]
    refuse = [slug for slug in way.gatekeepers if slug in refusing]
    names = actor_names()
    if refuse and not hold:
        why.append(f"{_named(refuse)} {'refuse' if len(refuse) > 1 else 'refuses'}")
    if why:
        return Standing(way, CUT, ", ".join(why))
    if refuse:
        return Standing(way, IN_PART, f"{_named(refuse)} refuses, {names[hold[0]]} does not")
    return Standing(way, LEFT, "")


def _named(slugs: Collection[str]) -> str:
    names = actor_names()
    return " and ".join(names[slug] for slug in slugs)


def holder(way: Channel) -> str:
    """Who holds a way, in words: "Apple and Google", or "no company"."""
    return _named(way.gatekeepers) or "no company"
