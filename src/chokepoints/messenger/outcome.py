"""What an order brought to light, counted: messages and people, targets and everyone else, before and after."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from chokepoints.messenger.conversation import Conversation


class Answer(StrEnum):
    """How far the one whom an order reaches can do what it says, whatever that then opens."""

    MET = "met"
    PART = "met in part"
    NOT = "cannot be met"


@dataclass(frozen=True, slots=True)
class Tally:
    """Messages counted before the moment of the order and after it, of how many there were."""

    before: int
    after: int
    of_before: int
    of_after: int

    def __str__(self) -> str:
        return f"{self.before} of {self.of_before} before, {self.after} of {self.of_after} after"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one order in one design. Holds no key and no ciphertext, so equal runs give equal outcomes.

    `tried`: ciphertexts tried. `opened`: numbers of the messages that decryption opened. `shown`: messages that a
    seized device showed in plain text, without any decryption. `reported`: messages that a scanning device matched with
    its list and reported; whoever made the list knows their texts. `scanned`: how many messages such devices looked at,
    of everybody, whatever they found. `targets` counts the readable messages to which a
    target is a party, `others` all others; `target_people` and `other_people` are those who wrote or received what is
    readable; `listed` are those whom the headers handed over name.
    """

    design: str
    order: str
    moment: int
    answer: Answer
    said: str
    tried: int
    opened: frozenset[int]
    shown: frozenset[int]
    reported: frozenset[int]
    scanned: int
    targets: Tally
    others: Tally
    target_people: tuple[str, ...]
    other_people: tuple[str, ...]
    listed: tuple[str, ...]

    @property
    def readable(self) -> frozenset[int]:
        """Numbers of all messages whose text is now known."""
        return self.opened | self.shown | self.reported


def tally(conversation: Conversation, moment: int, numbers: Collection[int], with_targets: bool) -> Tally:
    """Count messages by their numbers: those to which a target is a party, or those to which none is."""
    last = len(conversation.messages)
    counted = conversation.aimed if with_targets else frozenset(range(last)) - conversation.aimed
    found = counted.intersection(numbers)
    before, of_before = (sum(number < moment for number in some) for some in (found, counted))
    return Tally(before, len(found) - before, of_before, len(counted) - of_before)


def people_in(conversation: Conversation, numbers: Collection[int]) -> frozenset[str]:
    """Everyone who wrote or received one of these messages."""
    return frozenset(
        person
        for message in conversation.messages
        if message.number in numbers
        for person in conversation.parties(message)
    )
