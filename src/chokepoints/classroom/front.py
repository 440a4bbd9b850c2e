"""The front-end part that stands in every box of controls; see front.js for what it does and why."""

from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import traitlets


class Front(anywidget.AnyWidget):
    """Names the controls around it, frees their keys from Lab, runs `plays` and announces `reading` when it changes.

    `plays`: one entry a play button of the box, in their order: its own model, that of the slider it drives, the steps
    it takes at a time and the least milliseconds between two. `drawn` counts pictures: the next step waits for it.
    """

    _esm = Path(__file__).with_name("front.js")
    _css = Path(__file__).with_name("front.css")
    reading = traitlets.Unicode("").tag(sync=True)
    plays = traitlets.List(traitlets.Dict()).tag(sync=True)
    drawn = traitlets.Int(0).tag(sync=True)


def controls_box(front: Front, controls: list[Any]) -> ipywidgets.Box:
    """Controls side by side where there is room, with their front-end part."""
    # As wide as a picture, so that a slider ends where its axis does.
    layout = {"flex_flow": "row wrap", "align_items": "center", "grid_gap": "2px 20px", "max_width": "900px"}
    box = ipywidgets.Box([*controls, front], layout=layout)
    box.add_class("chokepoints-controls")
    return box


def with_words(box: ipywidgets.Widget, words: str) -> dict[str, Any]:
    """The box as the output of a cell; a stored notebook, where no widget lives, shows the words instead."""
    bundle: dict[str, Any] = dict(box._repr_mimebundle_())
    bundle["text/plain"] = words
    bundle.pop("text/html", None)
    return bundle
