"""A perceptual hash: 64 bits that stay nearly the same while a picture still looks the same, and lists of them.

The hash is the one that C. Zauner describes as "DCT based hash" ("Implementation and Benchmarking of Perceptual Image
Hash Functions", thesis, Hagenberg 2010; program: pHash): shrink to 32 x 32, discrete cosine transform, take 8 x 8 low
frequencies without the lowest row and column, and set a bit where a value lies above their median. Here Pillow, which
matplotlib brings, shrinks by averaging areas, in place of a mean filter and picking pixels.

No real list of hashes is used, here or anywhere in the kit: every list is made of pictures that code has drawn. What
is found and what is matched falsely is counted on such pictures, and is not the rate of any product.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from chokepoints.errors import KitError
from chokepoints.messenger.pictures import CHANGES, Change, Picture, check_picture

BITS = 64
#: Bits that may differ in a match. Assumed: every user of such a hash sets it, between misses and false matches.
THRESHOLD = 10

_SHRUNK, _KEPT = 32, 8
#: The rows 1 to 8 of the cosine transform (DCT-II) of 32 values, shape (8, 32); its scale changes no bit.
_COSINES = np.cos(np.pi / _SHRUNK * np.outer(np.arange(1, _KEPT + 1), np.arange(_SHRUNK) + 0.5))


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many."""

    found: int
    of: int

    @property
    def share(self) -> float:
        """The share found, 0 to 1; of nothing it is 0."""
        return self.found / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.found:,} of {self.of:,}"


@dataclass(frozen=True, slots=True)
class Match:
    """An entry of a list, by its place from 0, and how many bits lie between it and what was looked up."""

    entry: int
    distance: int


def phash(picture: Picture) -> int:
    """The hash of a picture, a number of 64 bits; the first bit is the lowest frequency. Raises KitError."""
    image = Image.fromarray(np.ascontiguousarray(check_picture(picture)))
    small = np.asarray(image.resize((_SHRUNK, _SHRUNK), Image.Resampling.BOX), dtype=np.float64)
    waves = (_COSINES @ small @ _COSINES.T).ravel()
    bits = np.packbits(waves > np.median(waves))
    return int.from_bytes(bits.tobytes(), "big")


def distance(one: int, other: int) -> int:
    """Hamming distance: in how many of the 64 bits two hashes differ. Raises KitError for what is no hash."""
    return (_checked(one) ^ _checked(other)).bit_count()


@dataclass(frozen=True)
class HashList:
    """The list that a scanner looks pictures up in: hashes of pictures that code has made, never a real list."""

    hashes: tuple[int, ...]

    def __post_init__(self) -> None:
        for one in self.hashes:
            _checked(one)

    @classmethod
    def of(cls, pictures: Iterable[Picture]) -> "HashList":
        """The list of these pictures' hashes, in their order."""
        return cls(tuple(phash(picture) for picture in pictures))

    def find(self, looked_up: int, threshold: int = THRESHOLD) -> Match | None:
        """The nearest entry, the first of several, where at most `threshold` bits differ; else None."""
        check_threshold(threshold)
        if not self.hashes:
            return None
        apart = _apart(_array(self.hashes), _array([_checked(looked_up)]))
        nearest = int(np.argmin(apart))
        return Match(nearest, int(apart[nearest])) if apart[nearest] <= threshold else None


def still_found(
    pictures: Sequence[Picture], threshold: int = THRESHOLD, changes: Mapping[str, Change] = CHANGES
) -> dict[str, Count]:
    """For each change: of how many pictures the changed copy still lies within `threshold` bits of the original."""
    check_threshold(threshold)
    listed = _array(map(phash, pictures))
    found = {}
    for name, change in changes.items():
        apart = _apart(listed, _array(phash(change(picture)) for picture in pictures))
        found[name] = Count(int(np.count_nonzero(apart <= threshold)), len(pictures))
    return found


def false_pairs(pictures: Sequence[Picture], thresholds: Sequence[int]) -> dict[int, Count]:
    """For each threshold: how many of all pairs of different pictures lie within it, and so match falsely."""
    hashes = _array(map(phash, pictures))
    one, other = np.triu_indices(len(pictures), 1)
    return _within(_apart(hashes[one], hashes[other]), thresholds)


def false_alarms(pictures: Sequence[Picture], listed: HashList, thresholds: Sequence[int]) -> dict[int, Count]:
    """For each threshold: how many pictures, none of them on the list, match an entry. It grows with the list."""
    hashes, entries = _array(map(phash, pictures)), _array(listed.hashes)
    if not (len(hashes) and len(entries)):
        return _within(np.full(len(hashes), BITS + 1), thresholds)
    return _within(_apart(hashes[:, None], entries[None, :]).min(axis=1), thresholds)


def check_threshold(threshold: int) -> None:
    """Raises KitError where a threshold is no number of bits."""
    if isinstance(threshold, bool) or not isinstance(threshold, int) or not 0 <= threshold <= BITS:
        raise KitError(f"A threshold is a whole number of bits from 0 to {BITS}, not {threshold!r}.")


def _within(apart: NDArray[np.integer], thresholds: Sequence[int]) -> dict[int, Count]:
    for threshold in thresholds:
        check_threshold(threshold)
    return {threshold: Count(int(np.count_nonzero(apart <= threshold)), apart.size) for threshold in thresholds}


def _array(hashes: Iterable[int]) -> NDArray[np.uint64]:
    return np.array(list(hashes), dtype=np.uint64)


def _apart(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> NDArray[np.int64]:
    # bitwise_count gives bytes; as such a sum or a difference of distances would wrap.
    return np.asarray(np.bitwise_count(one ^ other), dtype=np.int64)


def _checked(one: int) -> int:
    if isinstance(one, bool) or not isinstance(one, int) or not 0 <= one < 2**BITS:
        raise KitError(f"A hash is a whole number of {BITS} bits, as phash(picture) gives one, not {one!r}.")
    return one
