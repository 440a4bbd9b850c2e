"""Panels on pictures: what two people compare to find a man in the middle, and what a perceptual hash finds."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.colors import ListedColormap
from numpy.typing import NDArray

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.messenger import key_picture as keys
from chokepoints.messenger.phash import THRESHOLD, distance, phash
from chokepoints.messenger.pictures import CHANGES, Picture, alike, made_many
from chokepoints.messenger.secret import Secret

_SIZES: dict[str, Callable[[Secret], NDArray[np.uint8]]] = {
    "8 x 8, as first drawn": keys.key_picture,
    "12 x 12, since layer 46": keys.later_key_picture,
}
_TITLES = ("On the first device", "On the second device", "Cells that differ")


def changed_key(bits: int) -> Secret:
    """The published key with its first so many bits turned over, of 2,048."""
    raw = keys.PUBLISHED_KEY.reveal()
    mask = ((1 << bits) - 1) << (8 * len(raw) - bits)
    return Secret((int.from_bytes(raw) ^ mask).to_bytes(len(raw)))


def _setup_keys() -> Artists:
    figure = new_figure(height=3.6)
    artists = Artists(figure)
    maps = (ListedColormap(keys.COLOURS), ListedColormap(keys.COLOURS), ListedColormap(["#ffffff", "#000000"]))
    artists.squares = []
    for place, (name, colours) in enumerate(zip(_TITLES, maps, strict=True)):
        axes = figure.add_axes((0.02 + 0.33 * place, 0.04, 0.3, 0.75))
        axes.set_title(name, fontsize=12)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.grid(visible=False)
        for spine in axes.spines.values():
            spine.set_visible(True)
        blank = np.zeros((8, 8), dtype=np.uint8)
        square = axes.imshow(
            blank, cmap=colours, vmin=0, vmax=colours.N - 1, extent=(0, 1, 0, 1), interpolation="nearest"
        )
        artists.squares.append(artists.move(square))
    artists.what = artists.move(figure.text(0.02, 0.92, "", fontsize=12))
    return artists


def _update_keys(artists: Artists, *, size: str, bits: int) -> str:
    draw = _SIZES[size]
    one, other = draw(keys.PUBLISHED_KEY), draw(changed_key(bits))
    apart = (one != other).astype(np.uint8)
    for square, cells in zip(artists.squares, (one, other, apart), strict=True):
        square.set_data(cells)
    differ, words = int(apart.sum()), f"{bits} of 2,048 bits of the key"
    artists.what.set_text(f"{words} changed: {differ} of {apart.size} cells differ")
    same = "The two devices hold the same key" if not bits else f"The second device's key differs in {words}"
    told = "the pictures are the same" if not differ else "anybody sees that the pictures are not the same"
    return f"{same}; of {apart.size} cells {differ} differ: {told}."


key_pictures = Panel(
    name="messenger-key-pictures",
    title="Two devices show the picture of their key",
    setup=_setup_keys,
    update=_update_keys,
    controls=(
        Number("bits", "Bits changed in the second key", 0, 32, 0),
        Choice("size", "Picture", tuple(_SIZES), "8 x 8, as first drawn"),
    ),
    assumptions=(
        Assumption(
            "The key is the example that the company published in 2013; it protects nothing.",
            "core.telegram.org/mtproto/samples-auth_key",
        ),
        Assumption(
            "The picture is drawn as the Android client draws it, from a digest of the key.",
            "core.telegram.org/api/end-to-end, note 2",
        ),
        Assumption("Who sits in the middle holds two keys that differ in about half of their bits.", "our program"),
    ),
)

#: Option -> the 60 pictures of the panel.
_KINDS: dict[str, Callable[[], tuple[Picture, ...]]] = {
    "all different": lambda: made_many(60),
    "of one kind": lambda: alike(7, 60),
}
_MOST, _STEP = 48, 2


@lru_cache(maxsize=2)
def _drawn(kind: str) -> tuple[tuple[Picture, ...], tuple[int, ...], NDArray[np.int64]]:
    """The pictures of a kind, their hashes, and the distances of all pairs of different pictures."""
    pictures = _KINDS[kind]()
    hashes = tuple(map(phash, pictures))
    pairs = [distance(one, other) for place, one in enumerate(hashes) for other in hashes[:place]]
    return pictures, hashes, np.array(pairs)


@lru_cache(maxsize=64)
def _copies(kind: str, change: str) -> tuple[Picture, NDArray[np.int64]]:
    """The first picture changed, and for each picture how many bits lie between it and its changed copy."""
    pictures, hashes, _ = _drawn(kind)
    changed = [CHANGES[change](picture) for picture in pictures]
    apart = [distance(one, phash(copy)) for one, copy in zip(hashes, changed, strict=True)]
    return changed[0], np.array(apart)


def _shares(apart: NDArray[np.int64]) -> NDArray[np.float64]:
    """How many percent lie at 0, 2, 4 ... 48 bits (hashes have as many ones as zeros, so distances are even)."""
    counts = np.bincount(np.minimum(apart, _MOST) // _STEP, minlength=_MOST // _STEP + 1)
    return np.asarray(100 * counts / len(apart), dtype=np.float64)


def _setup_scanner() -> Artists:
    figure = new_figure(height=4.4)
    artists = Artists(figure)
    artists.shown, artists.bars, artists.lines, artists.words, artists.sides = [], [], [], [], []
    for place, name in enumerate(("On the list", "As it is sent")):
        axes = figure.add_axes((0.015, 0.52 - 0.46 * place, 0.2, 0.38))
        axes.set_title(name, fontsize=11)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.grid(visible=False)
        blank = np.zeros((96, 96), dtype=np.uint8)
        picture = axes.imshow(blank, cmap="gray", vmin=0, vmax=255, extent=(0, 1, 0, 1), interpolation="nearest")
        artists.shown.append(artists.move(picture))
    looks: tuple[dict[str, Any], ...] = (
        {"color": COLOURS[0]},
        {"color": COLOURS[6], "edgecolor": "white", "hatch": "//"},
    )
    for place, (name, look) in enumerate(zip(("Changed copies (%)", "Other pairs (%)"), looks, strict=True)):
        axes = figure.add_axes((0.32, 0.53 - 0.4 * place, 0.66, 0.32))
        axes.set_xlim(-1.5, _MOST + 1.5)
        axes.set_ylim(0, 105)
        axes.set_yticks([0, 50, 100])
        axes.set_ylabel(name, fontsize=11)
        axes.set_xticks(range(0, _MOST + 1, 8), [] if not place else [*map(str, range(0, _MOST, 8)), f"{_MOST}+"])
        bars = axes.bar(range(0, _MOST + 1, _STEP), [0] * (_MOST // _STEP + 1), 1.6, **look)
        artists.bars.append([artists.move(bar) for bar in bars.patches])
        artists.lines.append(artists.move(axes.axvline(0, color="black", linestyle="--", linewidth=1.5)))
        words = axes.text(0.99, 1.04, "", transform=axes.transAxes, ha="right", va="bottom", fontsize=11)
        artists.words.append(artists.move(words))
    axes.set_xlabel("Bits that differ, of 64; a match is on the left of the broken line")
    artists.what = artists.move(figure.text(0.32, 0.945, "", fontsize=12))
    return artists


def _update_scanner(artists: Artists, *, change: str, threshold: int, kind: str) -> str:
    pictures, _, pairs = _drawn(kind)
    example, copies = _copies(kind, change)
    artists.shown[0].set_data(pictures[0])
    artists.shown[1].set_data(example)
    found, false = int((copies <= threshold).sum()), int((pairs <= threshold).sum())
    counts = (f"found: {found} of {len(copies)}", f"matched falsely: {false:,} of {len(pairs):,}")
    for place, apart in enumerate((copies, pairs)):
        for bar, share in zip(artists.bars[place], _shares(apart), strict=True):
            bar.set_height(share)
        artists.lines[place].set_xdata([threshold + 1] * 2)
        artists.words[place].set_text(counts[place])
    artists.what.set_text(f"{change}; at most {threshold} bits may differ")
    return (
        f"60 pictures, {kind}, sent as copies ({change}), and up to {threshold} of 64 bits may differ: "
        f"{found} of {len(copies)} copies are found, and {false:,} of {len(pairs):,} pairs of different pictures match "
        f"falsely."
    )


look_alikes = Panel(
    name="messenger-look-alikes",
    title="What a perceptual hash finds, and what it takes for the same",
    setup=_setup_scanner,
    update=_update_scanner,
    controls=(
        Choice("change", "What was done to the copy", tuple(CHANGES), "JPEG, quality 75"),
        Number("threshold", "Bits that may differ", 0, 32, THRESHOLD, _STEP),
        Choice("kind", "Pictures", tuple(_KINDS), "all different"),
    ),
    assumptions=(
        Assumption("Code has made all pictures, with a seed. No real list and no real picture is used.", "our program"),
        Assumption(
            "The hash is the one of pHash, from a cosine transform; products use others.",
            "C. Zauner, thesis, Hagenberg 2010 (pHash)",
        ),
        Assumption("Ten bits at the start is an example; every user of such a hash sets it.", "assumed"),
        Assumption("How often such changes and such pictures occur in real traffic is not said here.", "assumed"),
    ),
)
