"""Pictures made by code, and what happens to pictures on their way: packed, shrunk, cut, mirrored, turned.

No picture comes from anywhere else. Packing, shrinking and turning are done by Pillow, which matplotlib brings. A
picture is a grey array of bytes, shape (height, width), 0 black and 255 white. Pictures drawn by lot resemble one
another less than people's do, so what they say of false matches is a lower bound; `alike` makes some that do.
"""

from collections.abc import Callable
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from chokepoints.errors import KitError

Picture = NDArray[np.uint8]
Change = Callable[[Picture], Picture]
_Levels = NDArray[np.float64]

#: Pixels on each side of a made picture, and the fewest that a picture may have.
SIDE, SMALLEST_SIDE = 96, 16


def made(seed: int) -> Picture:
    """One picture, shape (96, 96): a gradient, waves, six shapes and a fine grain, all drawn by the seed."""
    draw = _draws(seed)
    levels = _ground(draw)
    return _bytes(levels + draw.normal(0, 4, levels.shape))


def made_many(count: int, first: int = 0) -> tuple[Picture, ...]:
    """`count` pictures, of the seeds from `first` on."""
    return tuple(made(seed) for seed in range(first, first + count))


def alike(template: int, count: int) -> tuple[Picture, ...]:
    """Different pictures of one kind, as of one form or one place: the same background, one other object in each.

    The object lies wholly inside and stands out; each of its half sides is 8 to 14 % of the picture's side.
    """
    draw = _draws(template)
    ground = _ground(draw)
    pictures = []
    for _ in range(count):
        levels, inside = ground.copy(), _shape(draw, 0.08, 0.14, edge=0.15)
        levels[inside] = 20 if levels[inside].mean() > 127 else 235
        pictures.append(_bytes(levels + draw.normal(0, 4, levels.shape)))
    return tuple(pictures)


def jpeg(picture: Picture, quality: int = 75) -> Picture:
    """Packed as JPEG and unpacked. `quality` is libjpeg's, 1 to 95."""
    if not 1 <= quality <= 95:
        raise KitError(f"JPEG quality goes from 1 to 95, not {quality}.")
    packed = BytesIO()
    _image(picture).save(packed, "jpeg", quality=quality)
    return np.asarray(Image.open(packed), dtype=np.uint8)


def rescale(picture: Picture, factor: float) -> Picture:
    """Made smaller or larger: `factor` times as many pixels on each side."""
    image = _image(picture)
    size = tuple(round(side * factor) for side in image.size)
    if not SMALLEST_SIDE <= min(size) <= max(size) <= 4096:
        raise KitError(f"A picture has {SMALLEST_SIDE} to 4,096 pixels a side; times {factor} this one has {size}.")
    return np.asarray(image.resize((size[0], size[1]), Image.Resampling.BICUBIC), dtype=np.uint8)


def crop(picture: Picture, share: float) -> Picture:
    """Cut: `share` of the width is taken off at the left and `share` of the height at the top."""
    if not 0 <= share <= 0.5:
        raise KitError(f"The share to cut off goes from 0 to 0.5, not {share}.")
    height, width = check_picture(picture).shape
    return picture[round(height * share) :, round(width * share) :].copy()


def mirror(picture: Picture) -> Picture:
    """Left and right exchanged."""
    return check_picture(picture)[:, ::-1].copy()


def brighten(picture: Picture, by: float) -> Picture:
    """Every level times 1 + `by`; what becomes lighter than white is white."""
    if not -1 <= by <= 10:
        raise KitError(f"Brightness changes by a share from -1 to 10, not {by}.")
    # As floats first: bytes times a whole number would wrap at 256.
    return _bytes(check_picture(picture).astype(np.float64) * (1 + by))


def add_noise(picture: Picture, spread: float, seed: int = 0) -> Picture:
    """A normal error with the standard deviation `spread`, in levels, on every pixel."""
    if not 0 <= spread <= 255:
        raise KitError(f"The spread of the noise goes from 0 to 255 levels, not {spread}.")
    return _bytes(check_picture(picture) + _draws(seed).normal(0, spread, picture.shape))


def rotate(picture: Picture, degrees: float) -> Picture:
    """Turned about its middle, against the clock; corners that come free are filled from the edge."""
    height, width = check_picture(picture).shape
    around = max(height, width) // 2
    turned = Image.fromarray(np.pad(picture, around, mode="edge")).rotate(degrees, Image.Resampling.BILINEAR)
    return np.asarray(turned, dtype=np.uint8)[around : around + height, around : around + width].copy()


#: What may happen to a picture, by the words for it.
CHANGES: dict[str, Change] = {
    "unchanged": lambda picture: picture,
    "JPEG, quality 75": lambda picture: jpeg(picture, 75),
    "JPEG, quality 20": lambda picture: jpeg(picture, 20),
    "half the size": lambda picture: rescale(picture, 0.5),
    "twice the size": lambda picture: rescale(picture, 2),
    "20 % brighter": lambda picture: brighten(picture, 0.2),
    "noise, 10 levels": lambda picture: add_noise(picture, 10),
    "turned by 2 degrees": lambda picture: rotate(picture, 2),
    "turned by 10 degrees": lambda picture: rotate(picture, 10),
    "5 % cut off": lambda picture: crop(picture, 0.05),
    "15 % cut off": lambda picture: crop(picture, 0.15),
    "mirrored": mirror,
}


def check_picture(picture: Picture) -> Picture:
    """The picture itself. Raises KitError where it is no grey array of bytes of at least 16 pixels a side."""
    if not isinstance(picture, np.ndarray) or picture.dtype != np.uint8 or picture.ndim != 2:
        raise KitError("A picture is a grey array of bytes (numpy, uint8, two dimensions), as made(0) gives one.")
    if min(picture.shape) < SMALLEST_SIDE:
        raise KitError(f"A picture has at least {SMALLEST_SIDE} pixels a side; this one has {picture.shape}.")
    return picture


def _draws(seed: int) -> np.random.RandomState:
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**32:
        raise KitError(f"A seed is a whole number from 0 to {2**32 - 1:,}, not {seed!r}.")
    # Not default_rng: numpy promises the same draws in every version for RandomState alone (NEP 19).
    return np.random.RandomState(seed)


def _image(picture: Picture) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(check_picture(picture)))


def _bytes(levels: NDArray[np.floating]) -> Picture:
    return np.asarray(np.clip(np.rint(levels), 0, 255), dtype=np.uint8)


def _ground(draw: np.random.RandomState) -> _Levels:
    """A gradient in some direction, three waves over it, and six shapes over these."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE - 0.5
    angle = draw.uniform(0, 2 * np.pi)
    levels = draw.uniform(90, 165) + draw.uniform(20, 120) * (x * np.cos(angle) + y * np.sin(angle))
    for _ in range(3):
        angle, waves, phase = draw.uniform(0, 2 * np.pi), draw.uniform(1, 6), draw.uniform(0, 2 * np.pi)
        along = x * np.cos(angle) + y * np.sin(angle)
        levels = levels + draw.uniform(5, 25) * np.sin(2 * np.pi * waves * along + phase)
    for _ in range(6):
        levels[_shape(draw, 0.08, 0.3)] = draw.uniform(20, 235)
    return np.asarray(levels, dtype=np.float64)


def _shape(draw: np.random.RandomState, smallest: float, largest: float, edge: float = 0) -> NDArray[np.bool_]:
    """Where an ellipse or a rectangle covers a picture; sizes are of half its width and height, in picture sides."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    right, down = draw.uniform(edge, 1 - edge, 2)
    wide, high = draw.uniform(smallest, largest, 2)
    across, along = np.abs(x - right) / wide, np.abs(y - down) / high
    inside = across**2 + along**2 < 1 if draw.uniform() < 0.5 else np.maximum(across, along) < 1
    return np.asarray(inside, dtype=np.bool_)
