"""Who writes what to whom, and when: made by a seed, the same on every machine and every Python.

Only this is seeded. Keys, nonces and handshakes come from the operating system and differ in every run. The text is
chance: it carries no meaning, and no count depends on it. How people group and how often they answer is assumed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TypeVar

from chokepoints.errors import KitError

Item = TypeVar("Item")

_TEXT = """
again back call come dinner done early evening fine found friday good home keys late later look maybe meeting message
minute monday morning near news night number office often paper parcel place please road school see soon station street
sure thanks ticket today tomorrow train walk water week work yes
"""
#: Neutral words to fill messages with.
WORDS = tuple(_TEXT.split())
#: Assumed: the other side writes next in seven of ten cases; one message in ten goes to a group.
TURN, GROUP_SHARE = 0.7, 0.1
#: Assumed: people write between 07:00 and 23:00, in minutes of the day.
WAKE, SLEEP = 7 * 60, 23 * 60


@dataclass(frozen=True, slots=True)
class Chat:
    """Two people or more who write to one another."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message in plain text. `minute` counts from the first day's midnight; numbers run from 0 in order of time."""

    number: int
    minute: int
    writer: str
    chat: str
    text: str

    @property
    def day(self) -> int:
        """The day it was written, from 1."""
        return self.minute // (24 * 60) + 1


@dataclass(frozen=True)
class Conversation:
    """Everything that a group of users writes in a span of days. `targets` are the users whom orders name."""

    people: tuple[str, ...]
    targets: tuple[str, ...]
    chats: tuple[Chat, ...]
    messages: tuple[Message, ...]

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """The members of each chat, by its name."""
        return {chat.name: chat.members for chat in self.chats}

    @cached_property
    def aimed(self) -> frozenset[int]:
        """The numbers of the messages to which at least one target is a party."""
        chats = {chat.name for chat in self.chats if not set(chat.members).isdisjoint(self.targets)}
        return frozenset(message.number for message in self.messages if message.chat in chats)

    def parties(self, message: Message) -> tuple[str, ...]:
        """Who wrote or received a message: the members of its chat."""
        return self.members[message.chat]

    def aimed_at(self, targets: Sequence[str]) -> "Conversation":
        """The same conversation with other targets. Raises KitError for a person who is not in it."""
        unknown = sorted(set(targets) - set(self.people))
        if unknown:
            raise KitError(f"{unknown[0]} is not in this conversation; its people are {', '.join(self.people)}.")
        return Conversation(self.people, tuple(sorted(set(targets))), self.chats, self.messages)


def generate(
    seed: int = 2018, people: int = 14, targets: int = 6, messages: int = 400, days: int = 14, groups: int = 2
) -> Conversation:
    """A conversation of `people` users over `days` days, with `messages` messages in pairs and groups of four.

    Each person shares a pair with the next in a ring, and half as many pairs again are drawn by lot; targets are drawn
    by lot. The default of six targets is the case's number of telephone numbers. Uses `Random.random` alone, whose
    sequence Python promises to keep (random module, "Notes on Reproducibility"). Raises KitError for sizes that make
    no conversation.
    """
    _check(people, targets, messages, days, groups)
    draw = Random(seed)
    names = tuple(f"user{number:02d}" for number in range(1, people + 1))
    chats = (*_pairs(draw, names), *_groups(draw, names, groups))
    minutes = sorted(_minute(draw, days) for _ in range(messages))
    last: dict[str, str] = {}
    written = []
    for number, minute in enumerate(minutes):
        pick_group = draw.random() < GROUP_SHARE and groups > 0
        chat = _pick(draw, [chat for chat in chats if (len(chat.members) > 2) == pick_group])
        writer = _writer(draw, chat, last.get(chat.name))
        last[chat.name] = writer
        text = " ".join(_pick(draw, WORDS) for _ in range(2 + int(draw.random() * 10)))
        written.append(Message(number, minute, writer, chat.name, text))
    aimed = tuple(sorted(_sample(draw, names, targets)))
    return Conversation(names, aimed, chats, tuple(written))


def two_people(messages: int = 400) -> Conversation:
    """Two users who write in turn, one message a minute; the first is the target. Easy to count by hand."""
    names = ("user01", "user02")
    chat = Chat("user01-user02", names)
    written = tuple(
        Message(number, number, names[number % 2], chat.name, f"message {number}") for number in range(messages)
    )
    return Conversation(names, names[:1], (chat,), written)


def _check(people: int, targets: int, messages: int, days: int, groups: int) -> None:
    if not 4 <= people <= 99:
        raise KitError(f"A conversation needs 4 to 99 people, not {people}.")
    if not 0 <= targets <= people:
        raise KitError(f"There are {people} people, so there can be 0 to {people} targets, not {targets}.")
    if messages < 1 or days < 1 or groups < 0:
        raise KitError("A conversation needs at least one message and one day, and no fewer than no groups.")


def _pairs(draw: Random, names: tuple[str, ...]) -> tuple[Chat, ...]:
    pairs = {tuple(sorted((name, names[(place + 1) % len(names)]))) for place, name in enumerate(names)}
    possible = [(one, two) for place, one in enumerate(names) for two in names[place + 1 :] if (one, two) not in pairs]
    pairs |= set(_sample(draw, possible, min(len(possible), len(names) // 2)))
    return tuple(Chat("-".join(pair), pair) for pair in sorted(pairs))


def _groups(draw: Random, names: tuple[str, ...], count: int) -> tuple[Chat, ...]:
    return tuple(Chat(f"group{number}", tuple(sorted(_sample(draw, names, 4)))) for number in range(1, count + 1))


def _minute(draw: Random, days: int) -> int:
    return int(draw.random() * days) * 24 * 60 + WAKE + int(draw.random() * (SLEEP - WAKE))


def _writer(draw: Random, chat: Chat, last: str | None) -> str:
    if last is not None and draw.random() >= TURN:
        return last
    return _pick(draw, [member for member in chat.members if member != last])


def _pick(draw: Random, items: Sequence[Item]) -> Item:
    return items[int(draw.random() * len(items))]


def _sample(draw: Random, items: Sequence[Item], count: int) -> list[Item]:
    """`count` different items by lot; `Random.sample` may change between versions, this may not."""
    left = list(items)
    return [left.pop(int(draw.random() * len(left))) for _ in range(count)]
