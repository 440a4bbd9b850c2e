"""The key directory of an end-to-end messenger, and the extra device that its operator can name in it: a ghost.

Whoever writes asks the operator's directory which devices the other person has, and encrypts to each. So the operator
can add a reader without touching a cipher, by an answer. Two officials of GCHQ proposed this in 2018 (row `ghost`). Key
transparency is the reply: every device can check that all are told the same (charter of the IETF's keytrans group).
Encryption here is NaCl's box (PyNaCl).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import Box, PrivateKey

from chokepoints.errors import KitError
from chokepoints.messenger.conversation import Conversation, generate

#: Answers for which person (first), asked by whom (second), who has these devices (third): the devices to encrypt to.
Directory = Callable[[str, str, list[str]], Any]

GHOST = "ghost"
#: The one whom the order names.
TARGET = "fay"
PEOPLE = ("ann", "ben", "cyd", "dan", "eva", TARGET)


@dataclass(frozen=True, slots=True)
class Haunting:
    """What the ghost decrypted, of how many, and who could have noticed it. No key is kept.

    `at_home`: people whose own app lists the ghost among their devices. `by_comparing`: people of whose devices
    somebody else was told another list than they were themselves.
    """

    read: int
    of: int
    read_of_others: int
    of_others: int
    unread: int
    at_home: tuple[str, ...]
    by_comparing: tuple[str, ...]

    def __str__(self) -> str:
        lost = f" {self.unread} messages reached a reader less than they should." if self.unread else ""
        return (
            f"The ghost reads {self.read} of {self.of} messages to or by {TARGET}, and {self.read_of_others} of "
            f"{self.of_others} others.{lost}\n"
            f"People whose own app lists it: {_names(self.at_home)}. "
            f"People of whom others are told another list: {_names(self.by_comparing)}."
        )


def honest(person: str, asked_by: str, own: list[str]) -> list[str]:
    """The directory that tells everybody the truth."""
    return own


def talk() -> Conversation:
    """120 messages of six people in pairs, one of them the target; made by a seed."""
    made = generate(people=len(PEOPLE), targets=1, messages=120, groups=0)
    order = (*(name for name in made.people if name not in made.targets), *made.targets)
    names = dict(zip(order, PEOPLE, strict=True))
    chats = tuple(replace(chat, members=tuple(sorted(names[who] for who in chat.members))) for chat in made.chats)
    messages = tuple(replace(message, writer=names[message.writer]) for message in made.messages)
    return Conversation(tuple(sorted(PEOPLE)), (TARGET,), chats, messages)


def haunt(directory: Directory) -> Haunting:
    """Encrypt a conversation to the devices that the directory names, and let the ghost try every ciphertext.

    Raises KitError, with a sentence, for a directory that fails or names what is no device.
    """
    conversation = talk()
    devices = {phone(person): PrivateKey.generate() for person in conversation.people} | {GHOST: PrivateKey.generate()}
    told = {pair: _told(directory, *pair, set(devices)) for pair in permutations(conversation.people, 2)}
    home = {person: _told(directory, person, person, set(devices)) for person in conversation.people}
    heard: set[int] = set()
    unread = 0
    for message in conversation.messages:
        (reader,) = (who for who in conversation.parties(message) if who != message.writer)
        named = told[reader, message.writer]
        unread += phone(reader) not in named
        own = devices[phone(message.writer)]
        # The other devices of the writer get a copy too, so that the chat looks the same on all of them.
        sent = {name: _sealed(own, devices[name], message.text) for name in {*named, *home[message.writer]}}
        if any(_opens(devices[GHOST], own, data, message.text) for data in sent.values()):
            heard.add(message.number)
    return Haunting(
        len(heard & conversation.aimed),
        len(conversation.aimed),
        len(heard - conversation.aimed),
        len(conversation.messages) - len(conversation.aimed),
        unread,
        tuple(person for person in conversation.people if GHOST in home[person]),
        tuple(
            person
            for person in conversation.people
            if any(set(told[person, other]) != set(home[person]) for other in conversation.people if other != person)
        ),
    )


def phone(person: str) -> str:
    """The name of somebody's one device."""
    return f"{person}'s phone"


def _told(directory: Directory, person: str, asked_by: str, known: set[str]) -> tuple[str, ...]:
    """What the directory answers, as a tuple of names of devices that there are."""
    asked = f"devices of {person}, asked by {asked_by}"
    try:
        answer = directory(person, asked_by, [phone(person)])
    except Exception as error:
        raise KitError(f"The directory stopped with {type(error).__name__} ({asked}): {error}") from None
    if answer is None or answer is ...:
        raise KitError(f"The directory returned nothing ({asked}): end it with `return`, and a list of devices.")
    if not isinstance(answer, list | tuple) or not all(isinstance(name, str) for name in answer):
        raise KitError(f"The directory should return a list of devices, such as {[phone(person)]}, not {answer!r:.60}.")
    strange = sorted(set(answer) - known)
    if strange:
        raise KitError(f"There is no device {strange[0]!r}: name those it was given, and {GHOST!r} where you want it.")
    return tuple(answer)


def _sealed(writer: PrivateKey, device: PrivateKey, text: str) -> bytes:
    return bytes(Box(writer, device.public_key).encrypt(text.encode()))


def _opens(reader: PrivateKey, writer: PrivateKey, data: bytes, text: str) -> bool:
    try:
        return Box(reader, writer.public_key).decrypt(data) == text.encode()
    except CryptoError:
        return False


def _names(people: tuple[str, ...]) -> str:
    return ", ".join(people) if people else "nobody"
