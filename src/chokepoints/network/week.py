"""The whole arc as one finished run: a messenger is blocked, moves, hides, and each time somebody pays.

Eight phases over the sites of `trial`, real TLS and real HTTP through one provider. What the visitors got and what the
provider's log has of the same connections stand side by side; both are the same on every run.
"""

from dataclasses import dataclass
from enum import StrEnum

from chokepoints.network.rules import ByAddress, ByName, ByPrefix, Rule
from chokepoints.network.serving import Fetched, fetch, internet, provider
from chokepoints.network.trial import SITES

MESSENGER, FRONT = "messenger.example", "maps.example"
#: Where the messenger is at first, where it moves, and the range around its new address.
HOME, RENTED, RANGE = "203.0.113.10", "198.51.100.77", "198.51.100.0/25"


class Got(StrEnum):
    """How a visitor's request ended."""

    REACHED = "reached"
    REFUSED = "refused"
    RESET = "reset"
    ENDED = "ended by the cloud"
    OTHER = "no answer"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: whom it was for, how it ended, and what the provider's log has of it.

    `front` is the name that was said outside where it is not `site`. `address`, `name` and `done` are the log's: `name`
    is None where none was read.
    """

    site: str
    front: str | None
    got: Got
    address: str
    name: str | None
    done: str

    @property
    def who(self) -> str:
        """Whom it was for, in short."""
        site, front = (name.removesuffix(".example") for name in (self.site, self.front or ""))
        return f"{site} behind {front}" if front else site


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: what it is, the provider's rules in their words, and every request of it, in order."""

    number: int
    title: str
    short: str
    rules: tuple[str, ...]
    fronting: bool
    asked: tuple[Asked, ...]

    def dark(self) -> tuple[Asked, ...]:
        """The requests that reached nobody."""
        return tuple(one for one in self.asked if one.got is not Got.REACHED)

    def named(self, one: Asked) -> bool:
        """Whether a rule has this site's name or the very address that was asked for."""
        return any(word.strip(",") in (one.site, one.address) for rule in self.rules for word in rule.split())


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run. As text it has a line for each phase."""

    phases: tuple[Phase, ...]

    def __str__(self) -> str:
        lines = []
        for phase in self.phases:
            dark = ", ".join(f"{one.who} ({one.got})" for one in phase.dark()) or "nobody"
            lines.append(f"{phase.number}  {phase.title:39} not reached: {dark}")
        return "\n".join(lines)

    def of(self, number: int) -> Phase:
        """The phase of this number, 1 for the first."""
        return self.phases[number - 1]


@dataclass(frozen=True, slots=True)
class _Plan:
    title: str
    short: str
    rules: tuple[Rule, ...]
    moves: bool = False
    fronted: bool = False
    fronting: bool = True


_NAME = ByName(MESSENGER)
_PLANS = (
    _Plan("nothing is blocked", "open", ()),
    _Plan("the messenger's address is blocked", "address blocked", (ByAddress(HOME),)),
    _Plan("the messenger moves into the cloud", "moved", (ByAddress(HOME),), moves=True),
    _Plan("the range around it is blocked", "range blocked", (ByPrefix(RANGE),)),
    _Plan("the messenger's name is blocked instead", "name blocked", (_NAME,)),
    _Plan("the messenger hides behind the maps", "fronted", (_NAME,), fronted=True),
    _Plan("the front's name is blocked too", "front blocked", (ByName((MESSENGER, FRONT)),), fronted=True),
    _Plan("the cloud ends fronting instead", "fronting ended", (_NAME,), fronted=True, fronting=False),
)


def _got(answer: Fetched) -> Got:
    if answer.status is not None:
        return {200: Got.REACHED, 421: Got.ENDED}.get(answer.status, Got.OTHER)
    return {"refused by the provider": Got.REFUSED, "reset": Got.RESET}.get(answer.reason, Got.OTHER)


async def whole_arc() -> Run:
    """Run all of it, some 35 connections in less than a second, and stop every server again."""
    phases = []
    async with internet(SITES) as net, provider(net) as isp:
        for number, plan in enumerate(_PLANS, 1):
            isp.rules, net.fronting = plan.rules, plan.fronting
            if plan.moves:
                await net.move(MESSENGER, RENTED)
            ways = [(MESSENGER, None), *([(MESSENGER, FRONT)] if plan.fronted else [])]
            ways += [(name, None) for name in net.addresses if name != MESSENGER]
            asked = []
            for site, front in ways:
                answer = await fetch(isp, net, f"https://{site}/", front=front)
                saw = isp.log[-1]
                asked.append(Asked(site, front, _got(answer), saw.address, saw.server_name, saw.verdict))
            rules = tuple(map(str, plan.rules))
            phases.append(Phase(number, plan.title, plan.short, rules, plan.fronting, tuple(asked)))
    return Run(tuple(phases))
