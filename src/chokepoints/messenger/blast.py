"""The blast radius: every order in every design, on one conversation, at one moment."""

from collections.abc import Callable, Sequence

from chokepoints.errors import KitError, did_you_mean
from chokepoints.messenger.base import Messenger
from chokepoints.messenger.cloud import CloudMessenger
from chokepoints.messenger.conversation import Conversation
from chokepoints.messenger.escrow import Escrow
from chokepoints.messenger.group import GroupMessenger
from chokepoints.messenger.orders import Kind, Order, execute, run
from chokepoints.messenger.outcome import Outcome
from chokepoints.messenger.ratchet import RatchetMessenger
from chokepoints.messenger.static import StaticMessenger

#: Every design by its name.
DESIGNS: dict[str, Callable[[Escrow | None], Messenger]] = {
    "cloud": CloudMessenger,
    "static": StaticMessenger,
    "ratchet": RatchetMessenger,
    "group": GroupMessenger,
}

#: One order of every kind.
ORDERS = tuple(Order(kind) for kind in Kind)


def build(design: str, escrow: Escrow | None = None) -> Messenger:
    """A fresh messenger of one design. Raises KitError, with the nearest name, for a design that there is not."""
    try:
        return DESIGNS[design](escrow)
    except (KeyError, TypeError):
        raise KitError(f"There is no design {design!r}.{did_you_mean(str(design), DESIGNS)}") from None


def blast_radius(
    conversation: Conversation,
    moment: int,
    escrow: tuple[int, int] | None = None,
    designs: Sequence[str] = tuple(DESIGNS),
    orders: Sequence[Order] = ORDERS,
    keeps: bool = True,
) -> tuple[Outcome, ...]:
    """Send the conversation through every design and execute every order: one outcome each, design by design.

    `escrow` is the rule k of n, such as (3, 5), or None; each design gets an escrow of its own. It adds a way in and
    takes none away, so it changes the outcome of no order but "shares". Raises KitError for an unknown design and
    for a moment, a rule or a list that cannot be.
    """
    outcomes = []
    lists = [order.listed for order in orders if order.kind is Kind.SCAN]
    for design in designs:
        held = None if escrow is None else Escrow(*escrow)
        ran = run(build(design, held), conversation, moment, keeps, lists)
        outcomes += [execute(order, ran) for order in orders]
    return tuple(outcomes)
