"""Several choices as one widget: ipywidgets has none that a keyboard can work without holding a second key."""

from collections.abc import Sequence

import ipywidgets
import traitlets

#: As wide as its words.
SHORT = {"width": "max-content", "max_width": "100%"}


class Checkboxes(ipywidgets.Box):  # type: ignore[misc]
    """A named group of checkboxes whose `value` is a tuple of those that are ticked, in their own order."""

    value = traitlets.Tuple()

    def __init__(self, label: str, options: Sequence[str], value: Sequence[str]) -> None:
        self.boxes = {
            option: ipywidgets.Checkbox(option in value, description=option, indent=False, layout=SHORT)
            for option in options
        }
        children = [ipywidgets.Label(label), *self.boxes.values()]
        if len(options) > 3:  # else a learner who wants one of twelve has eleven to untick
            for words, wanted in (("All", tuple(options)), ("None", ())):
                button = ipywidgets.Button(description=words, layout={"width": "max-content"})
                button.on_click(lambda _, wanted=wanted: setattr(self, "value", wanted))
                children.append(button)
        layout = {"flex_flow": "row wrap", "align_items": "center", "grid_gap": "0 10px", "max_width": "100%"}
        super().__init__(children, layout=layout, value=tuple(value))
        self.add_class("chokepoints-several")
        self.observe(self._tick, "value")
        for box in self.boxes.values():
            box.observe(self._note, "value")

    def _tick(self, _: object) -> None:
        for option, box in self.boxes.items():
            box.unobserve(self._note, "value")  # one change of several boxes is one change of the value
            box.value = option in self.value
            box.observe(self._note, "value")

    def _note(self, _: object) -> None:
        self.value = tuple(option for option, box in self.boxes.items() if box.value)
