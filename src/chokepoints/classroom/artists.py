"""What `setup` of a panel makes and `update` changes: a figure whose moving artists lie over a kept background."""

import io
from typing import TYPE_CHECKING, Any

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image


class Artists:
    """The figure of a panel and, as attributes, the artists that move.

    Only what is given here, or through `move`, is drawn anew for a picture. All else (axes, grid, labels, legend) is
    the background and drawn once: a panel that changes it calls `renew`.
    """

    def __init__(self, figure: Figure, **moving: Artist) -> None:
        self.figure = figure
        self._canvas = FigureCanvasAgg(figure)
        self._moving: list[Artist] = []
        self._background: Any = None
        for name, artist in moving.items():
            setattr(self, name, self.move(artist))

    if TYPE_CHECKING:  # a panel hangs what it needs on its artists, whatever the name

        def __setattr__(self, name: str, value: Any) -> None: ...

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"This panel has no artist {name!r}.")

    def move(self, artist: Artist) -> Artist:
        """Draw this artist anew for every picture. Returns it."""
        artist.set_animated(True)
        self._moving.append(artist)
        return artist

    def renew(self) -> None:
        """The background has changed (limits, ticks, titles, legend): draw it again for the next picture."""
        self._background = None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture, in pixels."""
        width, height = self._canvas.get_width_height(physical=True)
        return int(width), int(height)

    def picture(self) -> bytes:
        """The figure as PNG. The same artists give the same bytes, whatever was drawn before."""
        if self._background is None:
            self._canvas.draw()
            self._background = self._canvas.copy_from_bbox(self.figure.bbox)
        else:
            self._canvas.restore_region(self._background)
        for artist in sorted(self._moving, key=Artist.get_zorder):
            self.figure.draw_artist(artist)
        image = Image.frombuffer("RGBA", self.size, self._canvas.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")
        png = io.BytesIO()
        image.save(png, "png", compress_level=1)  # six times faster than matplotlib's own way, a quarter larger
        return png.getvalue()
