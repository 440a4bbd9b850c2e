"""The front-end part that stands in every box of controls; see front.js for what it does and why."""

from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import traitlets


class Front(anywidget.AnyWidget):
    """Names the controls around it, frees their keys from Lab and announces `reading` when it changes."""

    _esm = Path(__file__).with_name("front.js")
    reading = traitlets.Unicode("").tag(sync=True)


def controls_box(front: Front, controls: list[Any]) -> ipywidgets.VBox:
    """A column of controls with their front-end part."""
    box = ipywidgets.VBox([*controls, front])
    box.add_class("chokepoints-controls")
    return box


def with_words(box: ipywidgets.Widget, words: str) -> dict[str, Any]:
    """The box as the output of a cell; a stored notebook, where no widget lives, shows the words instead."""
    bundle: dict[str, Any] = dict(box._repr_mimebundle_())
    bundle["text/plain"] = words
    bundle.pop("text/html", None)
    return bundle
