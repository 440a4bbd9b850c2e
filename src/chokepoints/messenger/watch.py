"""Scanning on the device: a watcher that compares what is written with a list before it is encrypted, and reports.

It stands in front of any design, since `Messenger` shows each message to its watchers on the writer's device. What the
operator then learns comes from these reports and from no key: a ciphertext that nobody but the recipients can open
has been looked at all the same. Lists hold texts or pictures that code has made; no real list is used. The scanner and
lists of texts are in `scan`, since an order can ask for them too; what is here needs a design or a picture.

A conversation's messages are text, so a picture travels as text: a PNG in a data address (RFC 2397), which goes through
encryption and delivery like any other text.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO

import numpy as np
from PIL import Image

from chokepoints.errors import KitError
from chokepoints.messenger.base import Messenger, Watcher
from chokepoints.messenger.blast import build
from chokepoints.messenger.conversation import Conversation, Message
from chokepoints.messenger.escrow import Escrow
from chokepoints.messenger.phash import THRESHOLD, HashList, Match, check_threshold, phash
from chokepoints.messenger.pictures import SMALLEST_SIDE, Picture, check_picture
from chokepoints.messenger.scan import Finder, Learned, Report, Scanner, same_text

__all__ = [
    "Finder",
    "Learned",
    "Report",
    "Scanner",
    "attach",
    "attached",
    "same_look",
    "same_text",
    "watched",
    "with_pictures",
]

_PREFIX = "data:image/png;base64,"
#: Most pixels a side that a device unpacks: a small PNG can hold a picture that fills the memory.
_LARGEST_SIDE = 4096


def same_look(listed: HashList, threshold: int = THRESHOLD) -> Finder:
    """Finds attached pictures whose perceptual hash lies within `threshold` bits of an entry. Raises KitError."""
    check_threshold(threshold)

    def find(message: Message) -> Match | None:
        picture = attached(message)
        return None if picture is None else listed.find(phash(picture), threshold)

    return find


def watched(design: str, watchers: Sequence[Watcher], escrow: Escrow | None = None) -> Messenger:
    """A fresh messenger of one design with watchers on every device. Raises KitError for an unknown design."""
    messenger = build(design, escrow)
    messenger.watchers = tuple(watchers)
    return messenger


def attach(message: Message, picture: Picture) -> Message:
    """The message with a picture in place of its text. PNG loses nothing."""
    packed = BytesIO()
    Image.fromarray(np.ascontiguousarray(check_picture(picture))).save(packed, "png")
    return replace(message, text=_PREFIX + b64encode(packed.getvalue()).decode())


def attached(message: Message) -> Picture | None:
    """The picture that a message carries, or None.

    What only looks like a picture is text: whoever writes it must not be able to stop the device.
    """
    if not message.text.startswith(_PREFIX):
        return None
    try:
        image = Image.open(BytesIO(b64decode(message.text.removeprefix(_PREFIX), validate=True)), formats=["PNG"])
        if not SMALLEST_SIDE <= min(image.size) <= max(image.size) <= _LARGEST_SIDE:
            return None
        return np.asarray(image.convert("L"), dtype=np.uint8)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # Pillow's words for a broken file
        return None


def with_pictures(conversation: Conversation, pictures: Mapping[int, Picture]) -> Conversation:
    """The conversation with pictures in place of the texts of these numbers. Raises KitError for a number too high."""
    last = len(conversation.messages) - 1
    for number in pictures:
        if not 0 <= number <= last:
            raise KitError(f"Messages have the numbers 0 to {last}, so message {number} can carry no picture.")
    messages = tuple(
        attach(message, pictures[message.number]) if message.number in pictures else message
        for message in conversation.messages
    )
    return replace(conversation, messages=messages)
