"""Panels: a picture of a model or of data, the controls that feed it, and one sentence that reads it.

A panel knows no front end, so that tests can sweep it: `setup` makes the figure once, `update` changes it and returns
the reading. `show` puts the controls and the picture into a notebook. The picture is an ordinary output, so that it is
still there, with its text, where no kernel runs; the controls renew it through its display handle.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from IPython.display import display

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Control, start_state
from chokepoints.classroom.front import Front, controls_box, with_words
from chokepoints.classroom.markup import Output, fill, join
from chokepoints.classroom.style import style
from chokepoints.errors import KitError


@dataclass(frozen=True)
class Assumption:
    """Something that a panel takes for granted, and the source it has for it (`cite(slug)`), else "assumed"."""

    text: str
    source: str = "assumed"


@dataclass(frozen=True)
class Panel:
    """A picture with controls.

    `setup()` makes the figure and its artists; `update(artists, **state)`, with one keyword a control, changes them and
    returns the reading: one sentence with the numbers that matter. The picture must depend on the state alone.
    """

    name: str
    title: str
    setup: Callable[[], Artists]
    update: Callable[..., str]
    controls: tuple[Control, ...]
    assumptions: tuple[Assumption, ...] = ()


class Drawing:
    """A panel in use: its artists and how to draw them for a state."""

    def __init__(self, panel: Panel) -> None:
        self.panel = panel
        with style():
            self.artists = panel.setup()

    def draw(self, state: dict[str, Any]) -> tuple[str, bytes]:
        """The reading and the picture (PNG) for one value of every control."""
        with style():
            reading = self.panel.update(self.artists, **state)
            return reading, self.artists.picture()


@dataclass
class Shown:
    """What `show` put into a notebook: the panel, its widgets by the name of their control, and the last reading."""

    panel: Panel
    widgets: dict[str, Any] = field(default_factory=dict)
    reading: str = ""


#: Every panel that this kernel has shown, in order: tests find and sweep them here by running a lesson.
shown: list[Shown] = []


def show(panel: Panel, **start: Any) -> None:
    """Show a panel, its controls standing where `start` says: `show(panel, day=date(2018, 4, 19))`."""
    state = start_state(panel.controls, start)
    drawing, record, front = Drawing(panel), Shown(panel), Front()
    reading, picture = drawing.draw(state)
    record.reading = reading
    record.widgets = {control.name: control.widget(state[control.name]) for control in panel.controls}
    words = "; ".join(control.words() for control in panel.controls)
    display(
        with_words(
            controls_box(front, list(record.widgets.values())), f"Controls: {words}. Run this cell to use them."
        ),
        raw=True,
    )
    handle = display(_output(panel, reading, picture), display_id=True)
    if panel.assumptions:
        display(_assumptions(panel))  # apart from the picture, or each renewal would fold it up again

    def renew(_: object) -> None:
        try:
            reading, picture = drawing.draw({name: widget.value for name, widget in record.widgets.items()})
            output = _output(panel, reading, picture)
        except Exception as error:  # a callback that fails silently would leave a picture of another state
            drawing.artists.renew()
            reading = f"This panel could not be drawn ({type(error).__name__}: {error}). Move a control to try again."
            output = _output(panel, reading, None)
        record.reading = front.reading = reading
        handle.update(output)

    for widget in record.widgets.values():
        widget.observe(renew, "value")
    shown.append(record)


def _output(panel: Panel, reading: str, picture: bytes | None) -> Output:
    """Picture and reading. The reading is the alternative text too, so it stands in every stored notebook."""
    if not isinstance(reading, str) or not reading.strip():
        raise KitError(f"Panel {panel.name}: update should return the reading, one sentence, not {reading!r}.")
    image = fill("")
    if picture is not None:
        # Width and height keep the page from jumping while the picture is being decoded.
        image = fill(
            '<img class="chokepoints-picture" alt="{alt}" width="{width}" height="{height}" '
            'style="max-width:100%;height:auto" src="data:image/png;base64,{data}">',
            alt=reading,
            width=int.from_bytes(picture[16:20], "big"),  # PNG, section 11.2.2: width and height of the header
            height=int.from_bytes(picture[20:24], "big"),
            data=base64.b64encode(picture).decode(),
        )
    markup = fill(
        '<figure class="chokepoints-panel" style="margin:0"><strong>{title}</strong><br>{image}'
        '<figcaption class="chokepoints-reading" style="font-size:1em">{reading}</figcaption></figure>',
        title=panel.title,
        image=image,
        reading=reading,
    )
    return Output(markup, f"{panel.title}. {reading}")


def _assumptions(panel: Panel) -> Output:
    """What the panel takes for granted, folded up."""
    items = join(
        fill("<li>{text} <i>({source})</i></li>", text=assumption.text, source=assumption.source)
        for assumption in panel.assumptions
    )
    markup = fill("<details><summary>What this picture assumes</summary><ul>{items}</ul></details>", items=items)
    return Output(markup, "Assumes: " + " ".join(f"{a.text} ({a.source})" for a in panel.assumptions))
