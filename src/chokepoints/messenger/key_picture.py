"""What two people compare to find a man in the middle: the picture of a secret chat's key, or seven emoji.

The picture is what Telegram's Android client draws (IdenticonDrawable.java), from the digests that
core.telegram.org/api/end-to-end, note 2, names. The emoji are those of Matrix (Client-Server API, "SAS method: emoji"),
made by vodozemac from two real Diffie-Hellman exchanges. Both show a digest of the key: two different keys look alike
with a probability of 2^-128 for the picture of 8 by 8 cells, 2^-42 for the emoji, and 2^-39 for the numbers.
"""

from dataclasses import dataclass
from hashlib import sha1, sha256

import numpy as np
from numpy.typing import NDArray
from vodozemac import Curve25519PublicKey, EstablishedSas, Sas

from chokepoints.errors import KitError
from chokepoints.messenger.secret import Secret

#: White, light blue, dark blue and blue, by colour index (IdenticonDrawable.java).
COLOURS = ("#ffffff", "#d5e6f3", "#2d5775", "#2f99c9")

#: The key that Telegram published as an example in 2013 (core.telegram.org/mtproto/samples-auth_key, "auth_key").
PUBLISHED_KEY = Secret(
    bytes.fromhex(
        "AB96E207C631300986F30EF97DF55E179E63C112675F0CE502EE76D74BBEE6CBD1E95772818881E9F2FF54BD52C25878"
        "7474F6A7BEA61EABE49D1D01D55F64FC07BC31685716EC8FB46FEACF9502E42CFD6B9F45A08E90AA5C2B5933AC767CBE"
        "1CD50D8E64F89727CA4A1A5D32C0DB80A9FCDBDDD4F8D5A1E774198F1A4299F927C484FEEC395F29647E43C3243986F9"
        "3609E23538C21871DF50E00070B3B6A8FA9BC15628E8B43FF977409A61CEEC5A21CF7DFB5A4CC28F5257BC30CD8F2FB9"
        "2FBF21E28924065F50E0BBD5E11A420300E2C136B80E9826C6C5609B5371B7850AA628323B6422F3A94F6DFDE4C3DC1E"
        "A60F7E11EE63122B3F39CBD1A8430157"
    )
)

_NAMES = """
dog cat lion horse unicorn pig elephant rabbit panda rooster penguin turtle fish octopus butterfly flower tree cactus
mushroom globe moon cloud fire banana apple strawberry corn pizza cake heart smiley robot hat glasses spanner santa
thumbs_up umbrella hourglass clock gift light_bulb book pencil paperclip scissors lock key hammer telephone flag train
bicycle aeroplane rocket trophy ball guitar trumpet bell anchor headphones folder pin
"""
#: The names of the 64 emoji, by the number that seven groups of six bits give.
EMOJI = tuple(_NAMES.split())
#: Bound into the emoji, so that they stand for this conversation; any text that both sides know will do.
_INFO = "chokepoints|comparison"


def key_picture(key: Secret) -> NDArray[np.uint8]:
    """The picture of a secret chat as first drawn: 8 x 8 colour indices 0 to 3, rows from the top.

    From the first 16 bytes of SHA-1 of the key, two bits a cell, lowest bits of each byte first.
    """
    return _cells(sha1(key.reveal()).digest()[:16], 8)


def later_key_picture(first: Secret, later: Secret | None = None) -> NDArray[np.uint8]:
    """The picture since layer 46: 12 x 12 colour indices, of 36 bytes.

    After the 16 bytes of SHA-1 of the chat's first key stand 20 bytes of SHA-256 of the key in use when the chat was
    raised to layer 46; without `later` the chat began so, and both are the first key.
    """
    return _cells(sha1(first.reveal()).digest()[:16] + sha256((later or first).reveal()).digest()[:20], 12)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What each of two people sees: seven emoji by number, and three numbers from 1000 to 9191."""

    emoji: tuple[tuple[int, ...], tuple[int, ...]]
    numbers: tuple[tuple[int, int, int], tuple[int, int, int]]

    @property
    def agree(self) -> bool:
        """Whether both see the same emoji."""
        return self.emoji[0] == self.emoji[1]

    def names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the emoji that each of the two sees."""
        return tuple(EMOJI[number] for number in self.emoji[0]), tuple(EMOJI[number] for number in self.emoji[1])


def compare(middle: bool) -> Comparison:
    """Two people exchange keys and look. With `middle`, someone between them makes a key with each of the two instead.

    Every key comes from the operating system. The man in the middle does what he can: he passes on a public key of his
    own to each side, and afterwards shares one secret with the first and another one with the second.
    """
    first, second = Sas(), Sas()
    if middle:
        towards_first, towards_second = Sas(), Sas()
        keys = (towards_first.public_key, towards_second.public_key)
    else:
        keys = (second.public_key, first.public_key)
    return _seen(_established(first, keys[0]), _established(second, keys[1]))


def count_agreements(runs: int, middle: bool) -> int:
    """In how many of `runs` fresh exchanges the emoji agree. Raises KitError for a number of runs that is none."""
    if isinstance(runs, bool) or not isinstance(runs, int) or runs < 1:
        raise KitError(f"{runs!r} is no number of runs: write a whole number of at least 1.")
    return sum(compare(middle).agree for _ in range(runs))


def _cells(digest: bytes, side: int) -> NDArray[np.uint8]:
    pairs = np.frombuffer(digest, dtype=np.uint8)[:, None] >> np.array([0, 2, 4, 6], dtype=np.uint8)
    return (pairs & 3).reshape(side, side).astype(np.uint8)


def _established(own: Sas, theirs: Curve25519PublicKey) -> EstablishedSas:
    return own.diffie_hellman(theirs)


def _seen(first: EstablishedSas, second: EstablishedSas) -> Comparison:
    one, other = first.bytes(_INFO), second.bytes(_INFO)
    return Comparison((tuple(one.emoji_indices), tuple(other.emoji_indices)), (one.decimals, other.decimals))
