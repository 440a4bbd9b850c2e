"""Orders for access, executed: everything that an order yields is tried on every ciphertext it reaches, and counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from chokepoints.errors import KitError, did_you_mean
from chokepoints.messenger.answers import answer
from chokepoints.messenger.base import Messenger, Opener
from chokepoints.messenger.conversation import Conversation
from chokepoints.messenger.errors import CannotOpen
from chokepoints.messenger.outcome import Outcome, people_in, tally
from chokepoints.messenger.record import Row, headers
from chokepoints.messenger.scan import Scanner, TextList, assumed_list, check_list, on_list


class Kind(StrEnum):
    """What an order demands. Each is of one moment and names the targets.

    But for two: ALL_KEYS names everyone, and SCAN names nobody, only a list of texts.
    """

    METADATA = "metadata"
    RECORDS = "records"
    FUTURE = "future traffic"
    USER_KEY = "user key"
    ALL_KEYS = "all keys"
    PARTICIPANT = "silent participant"
    SHARES = "shares"
    DEVICE = "device"
    SCAN = "scan on the device"


@dataclass(frozen=True, slots=True)
class Order:
    """One order. `holders` come together for SHARES; None: as many as the escrow's rule needs.

    `history`: whether the seized devices of DEVICE still show what their users wrote and received before the moment,
    in plain text, as they do unless messages are set to disappear. `listed`: what the devices of SCAN look for, made by
    `scan.digests`; None: the list that is assumed, with the text of every 20th message (`scan.assumed_list`).
    """

    kind: Kind
    holders: int | None = None
    history: bool = True
    listed: TextList | None = None

    def __post_init__(self) -> None:
        """Raises KitError for a list that holds anything but digests."""
        if self.listed is not None:
            check_list(self.listed)

    @classmethod
    def named(
        cls, kind: str, holders: int | None = None, history: bool = True, listed: TextList | None = None
    ) -> "Order":
        """An order by the name of its kind, such as "user key". Raises KitError, with the nearest, for another name."""
        try:
            return cls(Kind(kind), holders, history, listed)
        except ValueError:
            raise KitError(f"There is no order {kind!r}.{did_you_mean(str(kind), list(Kind))}") from None


@dataclass(frozen=True)
class Run:
    """A conversation as it went through one messenger. Orders fall before the message with the number `moment`.

    `keeps`: whether the operator stores ciphertexts after delivery. Where it does not, only an order to keep future
    traffic and an added participant leave ciphertexts to try, those written after the moment. `scanners`: what stood on
    every device from the moment on, by its list.
    """

    conversation: Conversation
    messenger: Messenger
    moment: int
    keeps: bool = True
    scanners: Mapping[TextList, Scanner] = field(default_factory=dict)


def run(
    messenger: Messenger,
    conversation: Conversation,
    moment: int,
    keeps: bool = True,
    lists: Iterable[TextList | None] = (None,),
) -> Run:
    """Send a whole conversation through a fresh messenger; all that orders of the moment can yield is taken on the way.

    A cloud chat keeps what it stores, whatever `keeps` says. From the moment on a scanner for each of `lists` stands on
    every device; None is the list that is assumed. A scan finds only what it looks for while people write, so an order
    to scan can be executed for these lists alone. Raises KitError for a moment outside 0 .. the number of messages, and
    for a list that holds anything but digests.
    """
    last = len(conversation.messages)
    if not 0 <= moment <= last:
        raise KitError(f"The moment is a message's number from 0 to {last}, not {moment}.")
    scanners = {listed: Scanner(on_list(listed)) for listed in (_list_of(some, conversation) for some in lists)}
    for person in conversation.people:
        messenger.register(person)
    for chat in conversation.chats:
        messenger.open_chat(chat)
    for message in conversation.messages[:moment]:
        messenger.send(message)
    messenger.at_moment(conversation.targets)
    messenger.watchers = (*messenger.watchers, *scanners.values())
    for message in conversation.messages[moment:]:
        messenger.send(message)
    return Run(conversation, messenger, moment, keeps or messenger.always_keeps, scanners)


def execute(order: Order, on: Run) -> Outcome:
    """Carry an order out: try all that it yields on every ciphertext that it reaches, and count what opens.

    An order may be executed any number of times; it changes nothing in the run. Raises KitError for an order to scan
    for a list that no device of the run had.
    """
    rows, opener = _yielded(order, on)
    opened = frozenset() if opener is None else try_all(rows, opener, on.conversation)
    shown = _history(on) if order.kind is Kind.DEVICE and order.history else frozenset()
    scanned, reported = _scanned(order, on) if order.kind is Kind.SCAN else (0, frozenset())
    readable = opened | shown | reported
    conversation, aimed = on.conversation, set(on.conversation.targets)
    read = people_in(conversation, readable)
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
        reported=reported,
        scanned=scanned,
        targets=tally(conversation, on.moment, readable, with_targets=True),
        others=tally(conversation, on.moment, readable, with_targets=False),
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
        case Kind.SCAN:
            return (), None
        case Kind.SHARES:
            escrow = messenger.escrow
            if escrow is None:
                return stored, None
            present = escrow.need if order.holders is None else order.holders
            return stored, messenger.deposited(escrow.bring(on.conversation.targets, present))


def _history(on: Run) -> frozenset[int]:
    """What the targets' devices show at the moment: all that their users wrote and received until then."""
    return frozenset(number for number in on.conversation.aimed if number < on.moment)


def _scanned(order: Order, on: Run) -> tuple[int, frozenset[int]]:
    """How many messages the devices looked at, of everybody, and the numbers of those that they reported."""
    try:
        learned = on.scanners[_list_of(order.listed, on.conversation)].learned(on.conversation)
    except KeyError:
        raise KitError("No device of this run looked for the texts on that list; give it to run(lists=...).") from None
    return learned.scanned, learned.reported


def _list_of(listed: TextList | None, conversation: Conversation) -> TextList:
    return assumed_list(conversation) if listed is None else listed


def _named_in(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(sorted({name for header in headers(rows) for name in (header.writer, *header.to)}))
