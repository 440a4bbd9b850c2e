"""What the experiment yields: who was connected when, and what each party was told or saw. All of it frozen.

No port, token, key or time of day is in it, so that two runs yield the same.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from chokepoints.errors import KitError, did_you_mean
from chokepoints.push.switch import Deed, Order, What

#: The storefront that the orders are about, and another one.
ORDERED, OTHER = "RU", "DE"
#: How long a delay by order lasts, in model seconds.
DELAY = 600.0


class Switch(StrEnum):
    """The positions of the regulator's switch at the notification gateway, for one app in one storefront."""

    OPEN = "open"
    ALL = "all refused"
    ALERTS = "alerts refused"
    BACKGROUND = "background refused"
    SERVICE = "service refused"  # as far as the gateway can read that a push is one
    DROP = "all dropped"
    DELAY = "all delayed"

    def orders(self, topic: str) -> tuple[Order, ...]:
        """The orders that the gateway gets."""
        if self not in _ORDERS:
            return ()
        what, deed = _ORDERS[self]
        return (Order(topic, what, deed, ORDERED, DELAY if deed is Deed.DELAY else 0),)


_ORDERS = {
    Switch.ALL: (What.ALL, Deed.REFUSE),
    Switch.ALERTS: (What.ALERTS, Deed.REFUSE),
    Switch.BACKGROUND: (What.BACKGROUND, Deed.REFUSE),
    Switch.SERVICE: (What.SERVICE, Deed.REFUSE),
    Switch.DROP: (What.ALL, Deed.DROP),
    Switch.DELAY: (What.ALL, Deed.DELAY),
}


def switch_of(given: object) -> Switch:
    """A position by its words. Raises KitError where there is none such."""
    for position in Switch:
        if given == position:
            return position
    near = did_you_mean(given, Switch) if isinstance(given, str) else ""
    words = " or ".join(repr(str(one)) for one in Switch)
    raise KitError(f"The switch has no position {given!r}: write {words}.{near}")


class Where(StrEnum):
    """Where the data centre answers a phone."""

    OLD = "at the old address"
    NEW = "at the new address"
    AWAY = "nowhere"


@dataclass(frozen=True, slots=True)
class Lines:
    """So many connections that the filtering provider's log has of one step: to which address, and what it did."""

    address: str
    verdict: str
    count: int

    def __str__(self) -> str:
        return f"{self.count} to {self.address} {self.verdict}"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: where each phone was connected at its end, and the provider's log of it. `short` is the title in short.

    A line that is cut later stands in the step in which it began, as "pass", and again in that in which it was cut.
    """

    number: int
    title: str
    short: str
    where: tuple[Where, ...]
    log: tuple[Lines, ...]

    @property
    def connected(self) -> tuple[bool, ...]:
        """For each phone whether the data centre answered it."""
        return tuple(one is not Where.AWAY for one in self.where)


@dataclass(frozen=True, slots=True)
class Sent:
    """The service push to one phone, as each party sees it.

    The messenger was `told` a status and, where it was refused, a reason. The gateway's log has the rest: the
    storefront, bytes, the push type that the messenger gave (`claim`), what the gateway took the push for (`kind`),
    whether it could read a service push (`service`, None where it cannot tell), the order that hit, and what became of
    the push. `came` is when it came, in model seconds after it was sent; None: it did not.
    """

    told: str
    storefront: str
    size: int
    claim: str
    kind: str
    service: bool | None
    order: str
    fate: str
    came: float | None


@dataclass(frozen=True, slots=True)
class Result:
    """One finished run. `storefronts` has a word for each phone, in the order that `where` and `sent` have too.

    `kept` counts the phones that end with the key they began with, one that never came back among them.
    """

    switch: Switch
    sealed: bool
    dressed: bool
    storefronts: tuple[str, ...]
    steps: tuple[Step, ...]
    sent: tuple[Sent, ...]
    kept: int

    def of(self, number: int) -> Step:
        """The step of this number, 1 for the first."""
        return self.steps[number - 1]

    def connected(self, number: int, storefront: str | None = None) -> int:
        """How many phones, of one storefront or of all, were connected at the end of a step."""
        pairs = zip(self.storefronts, self.of(number).connected, strict=True)
        return sum(there for where, there in pairs if storefront in (None, where))

    def told(self) -> tuple[tuple[str, int], ...]:
        """What the messenger was told, and how often."""
        return tuple(sorted(Counter(one.told for one in self.sent).items()))

    @property
    def hit(self) -> int:
        """How many pushes the order hit."""
        return sum(one.order != "" for one in self.sent)

    @property
    def readable(self) -> int:
        """How many pushes the gateway could read as service pushes."""
        return sum(one.service is True for one in self.sent)

    @property
    def push(self) -> str:
        """How the service push was made, in words."""
        return f"{'sealed' if self.sealed else 'in the clear'}, {'dressed as an alert' if self.dressed else 'silent'}"

    def __str__(self) -> str:
        lines = [f"Switch in {ORDERED}: {self.switch}. The service push: {self.push}."]
        size = {one: self.storefronts.count(one) for one in (ORDERED, OTHER)}
        for step in self.steps:
            counts = ", ".join(f"{one} {self.connected(step.number, one)} of {size[one]}" for one in size)
            seen = "; ".join(map(str, step.log)) or "nothing new"
            lines.append(f"{step.number}  {step.title:32} {counts:24} provider's log: {seen}")
        lines.append(f"The messenger was told: {', '.join(f'{word} {times} times' for word, times in self.told())}.")
        lines.append(
            f"The gateway saw {len(self.sent)} pushes. Its order hit {self.hit}; "
            f"{self.readable} it could read as service pushes."
        )
        lines.append(
            f"Phones that hold the key they began with, connected or not: {self.kept} of {len(self.storefronts)}."
        )
        return "\n".join(lines)


#: How a service push can be made: sealed or not, dressed as an alert or not.
WAYS = ((False, False), (False, True), (True, False), (True, True))


@dataclass(frozen=True, slots=True)
class Positions:
    """A run for each position of the switch and each way to make the push. As text it is a table."""

    results: tuple[Result, ...]

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)

    def of(self, switch: Switch | str, sealed: bool = False, dressed: bool = False) -> Result:
        """The run of one position. Raises KitError where there is none."""
        wanted = switch_of(switch), sealed, dressed
        for result in self.results:
            if (result.switch, result.sealed, result.dressed) == wanted:
                return result
        raise KitError(f"No run with the switch at {str(wanted[0])!r} is here: take those of `await all_positions()`.")

    def __str__(self) -> str:
        """Who of the ordered storefront is connected after the push and, where that changes, an hour later."""
        heads = [self.of(Switch.OPEN, *way).push.replace("dressed as an alert", "dressed") for way in WAYS]
        rows = [(f"connected in {ORDERED}, by the push", *heads)]
        for switch in Switch:
            rows.append((str(switch), *(_cell(self.of(switch, *way)) for way in WAYS)))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def _cell(result: Result) -> str:
    after, later = (result.connected(len(result.steps) - back, ORDERED) for back in (1, 0))
    then = "" if later == after else f", then {later}"
    return f"{after} of {result.storefronts.count(ORDERED)}{then}"
