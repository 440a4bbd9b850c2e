"""Orders for access, executed: everything that an order yields is tried on every ciphertext it reaches, and counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chokepoints.errors import KitError, did_you_mean
from chokepoints.messenger.answers import answer
from chokepoints.messenger.base import Messenger, Opener
from chokepoints.messenger.conversation import Conversation
from chokepoints.messenger.errors import CannotOpen
from chokepoints.messenger.outcome import Outcome, people_in, tally
from chokepoints.messenger.record import Row, headers


class Kind(StrEnum):
    """What an order demands. Each is of one moment and names the targets, but for ALL_KEYS, which names everyone."""

    METADATA = "metadata"
    RECORDS = "records"
    FUTURE = "future traffic"
    USER_KEY = "user key"
    ALL_KEYS = "all keys"
    PARTICIPANT = "silent participant"
    SHARES = "shares"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Order:
    """One order. `holders` come together for SHARES; None: as many as the escrow's rule needs.

    `history`: whether the seized devices of DEVICE still show what their users wrote and received before the moment,
    in plain text, as they do unless messages are set to disappear.
    """

    kind: Kind
    holders: int | None = None
    history: bool = True

    @classmethod
    def named(cls, kind: str, holders: int | None = None, history: bool = True) -> "Order":
        """An order by the name of its kind, such as "user key". Raises KitError, with the nearest, for another name."""
        try:
            return cls(Kind(kind), holders, history)
        except ValueError:
            raise KitError(f"There is no order {kind!r}.{did_you_mean(str(kind), list(Kind))}") from None


@dataclass(frozen=True)
class Run:
    """A conversation as it went through one messenger. Orders fall before the message with the number `moment`.

    `keeps`: whether the operator stores ciphertexts after delivery. Where it does not, only an order to keep future
    traffic and an added participant leave ciphertexts to try, those written after the moment.
    """

    conversation: Conversation
    messenger: Messenger
    moment: int
    keeps: bool = True


def run(messenger: Messenger, conversation: Conversation, moment: int, keeps: bool = True) -> Run:
    """Send a whole conversation through a fresh messenger; all that orders of the moment can yield is taken on the way.

    A cloud chat keeps what it stores, whatever `keeps` says. Raises KitError for a moment outside 0 .. the number of
    messages.
    """
    last = len(conversation.messages)
    if not 0 <= moment <= last:
        raise KitError(f"The moment is a message's number from 0 to {last}, not {moment}.")
    for person in conversation.people:
        messenger.register(person)
    for chat in conversation.chats:
        messenger.open_chat(chat)
    for message in conversation.messages[:moment]:
        messenger.send(message)
    messenger.at_moment(conversation.targets)
    for message in conversation.messages[moment:]:
        messenger.send(message)
    return Run(conversation, messenger, moment, keeps or messenger.always_keeps)


def execute(order: Order, on: Run) -> Outcome:
    """Carry an order out: try all that it yields on every ciphertext that it reaches, and count what opens.

    An order may be executed any number of times; it changes nothing in the run.
    """
    rows, opener = _yielded(order, on)
    opened = frozenset() if opener is None else try_all(rows, opener, on.conversation)
    shown = _history(on) if order.kind is Kind.DEVICE and order.history else frozenset()
    conversation, aimed = on.conversation, set(on.conversation.targets)
    read = people_in(conversation, opened | shown)
    met, said = answer(on.messenger.design, order.kind, on.messenger.escrow is not None, on.keeps)
    return Outcome(
        design=on.messenger.design,
        order=order.kind,
        moment=on.moment,
        answer=met,
        said=said,
        tried=0 if opener is None else len(rows),
        opened=opened,
        shown=shown,
        targets=tally(conversation, on.moment, opened | shown, with_targets=True),
        others=tally(conversation, on.moment, opened | shown, with_targets=False),
        target_people=tuple(sorted(read & aimed)),
        other_people=tuple(sorted(read - aimed)),
        listed=_named_in(rows),
    )


def try_all(rows: Iterable[Row], opener: Opener, conversation: Conversation) -> frozenset[int]:
    """Try to decrypt every row. Returns the numbers of the messages that opened and say what their writer wrote."""
    opened = set()
    for row in rows:
        try:
            message = opener(row)
        except CannotOpen:
            continue
        if message is not None and message == conversation.messages[message.number]:
            opened.add(message.number)
    return frozenset(opened)


def _yielded(order: Order, on: Run) -> tuple[Sequence[Row], Opener | None]:
    """The ciphertexts that an order reaches, and what it gives to open them with."""
    messenger, stored = on.messenger, on.messenger.rows if on.keeps else ()
    aimed = frozenset(
        chat for chat, who in messenger.members.items() if not set(who).isdisjoint(on.conversation.targets)
    )
    match order.kind:
        case Kind.METADATA:
            return [row for row in stored if row.header.chat in aimed], None
        case Kind.RECORDS:
            past = [row for row in stored if row.header.chat in aimed and row.header.number < on.moment]
            return past, messenger.operator_keys(aimed)
        case Kind.FUTURE:
            kept = [row for row in messenger.rows if row.header.chat in aimed and row.header.number >= on.moment]
            return kept, messenger.operator_keys(aimed)
        case Kind.USER_KEY:
            return stored, messenger.user_keys()
        case Kind.ALL_KEYS:
            return stored, messenger.operator_keys()
        case Kind.PARTICIPANT:
            return messenger.listener_rows, messenger.listening()
        case Kind.DEVICE:
            return stored, messenger.devices()
        case Kind.SHARES:
            escrow = messenger.escrow
            if escrow is None:
                return stored, None
            present = escrow.need if order.holders is None else order.holders
            return stored, messenger.deposited(escrow.bring(on.conversation.targets, present))


def _history(on: Run) -> frozenset[int]:
    """What the targets' devices show at the moment: all that their users wrote and received until then."""
    return frozenset(number for number in on.conversation.aimed if number < on.moment)


def _named_in(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(sorted({name for header in headers(rows) for name in (header.writer, *header.to)}))
