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

from chokepoints.classroom.again import close_all, when_run_again
from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Button, Play, Step, button_widget, driven, next_value
from chokepoints.classroom.controls import Control
from chokepoints.classroom.front import Front, controls_box, with_words
from chokepoints.classroom.markup import Output, fill, join
from chokepoints.classroom.state import start_state, state_line, variable
from chokepoints.classroom.style import one_at_a_time, style
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
    `buttons` act on controls and have no state. `lines` is the room kept for the reading, some 125 letters each.

    `name` is the room and what is shown, joined by hyphens; the state line is built from it:
    `evidence-blocked-addresses` is `blocked_addresses` in `chokepoints.evidence.panels`. Raises KitError
    where name, controls or buttons do not fit.
    """

    name: str
    title: str
    setup: Callable[[], Artists]
    update: Callable[..., str]
    controls: tuple[Control, ...]
    assumptions: tuple[Assumption, ...] = ()
    buttons: tuple[Button, ...] = ()
    lines: int = 2

    def __post_init__(self) -> None:
        variable(self.name)
        labels = [button.label for button in self.buttons]
        names = [control.name for control in self.controls]
        for kind, given in (("controls", names), ("buttons", [*labels, "Reset"])):
            if len(set(given)) < len(given):
                raise KitError(f"Panel {self.name}: two {kind} have one name ({', '.join(given)}); give each its own.")
        start_state(self.controls, {control.name: control.start for control in self.controls})
        for button in self.buttons:
            driven(button, self.controls)


class Drawing:
    """A panel in use: its artists and how to draw them for a state."""

    def __init__(self, panel: Panel) -> None:
        self.panel = panel
        with style():
            self.artists = panel.setup()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture, in pixels."""
        return self.artists.size

    def draw(self, state: dict[str, Any]) -> tuple[str, bytes]:
        """The reading and the picture (PNG) for one value of every control."""
        with style():
            reading = self.panel.update(self.artists, **state)
            return reading, self.artists.picture()


@dataclass
class Shown:
    """What `show` put into a notebook: the panel, its widgets by the name of their control, its buttons by their label.

    `reading` and `line` are those of the last picture: what it says, and the call that shows it again.
    """

    panel: Panel
    widgets: dict[str, Any] = field(default_factory=dict)
    buttons: dict[str, Any] = field(default_factory=dict)
    reading: str = ""
    line: str = ""

    def state(self) -> dict[str, Any]:
        """The value of every control, as its widget stands."""
        return {control.name: control.read(self.widgets[control.name]) for control in self.panel.controls}


#: Every panel that this kernel has shown, in order: tests find and sweep them here by running a lesson.
shown: list[Shown] = []


def show(panel: Panel | None = None, **start: Any) -> None:
    """Show a panel, its controls standing where `start` says: `show(panel, day="2018-04-19")`.

    A day is a date or its ISO text, several choices are a list. Raises KitError for what no control can take.
    """
    if not isinstance(panel, Panel):
        raise KitError("Name the panel to show, without quotes or brackets, such as show(timeline).")
    state = start_state(panel.controls, start)
    drawing, record, front = Drawing(panel), Shown(panel), Front()
    output = _drawn(record, drawing, state)
    record.widgets = {control.name: control.widget(state[control.name]) for control in panel.controls}
    words = "; ".join(control.words() for control in panel.controls)
    box = controls_box(front, _laid_out(record, front))
    display(with_words(box, f"Controls: {words}. Run this cell to use them."), raw=True)
    handle = display(output, display_id=True)
    if panel.assumptions:
        display(_assumptions(panel))  # apart from the picture, or each renewal would fold it up again

    def renew(_: object) -> None:
        with one_at_a_time:  # the state is read in its turn, so that the last picture is of the last state
            draw_anew(record.state())

    def draw_anew(new: dict[str, Any]) -> None:
        try:
            output = _drawn(record, drawing, new)
        except Exception as error:  # a callback that fails silently would leave a picture of another state
            drawing.artists.renew()
            record.reading = (
                f"This panel could not be drawn ({type(error).__name__}: {error}). Move a control to try again."
            )
            output = _output(panel, record.reading, record.line, None, drawing.size)
        handle.update(output)
        with front.hold_sync():
            front.reading, front.drawn = record.reading, front.drawn + 1

    def watch() -> None:
        for widget in record.widgets.values():
            widget.observe(renew, "value")

    def reset(_: object) -> None:
        for widget in record.widgets.values():
            widget.unobserve(renew, "value")  # one picture for all of them
        for name, widget in record.widgets.items():
            widget.value = state[name]
        watch()
        renew(None)

    watch()
    record.buttons["Reset"].on_click(reset)
    shown.append(record)

    def close() -> None:
        close_all(box)
        shown[:] = [other for other in shown if other is not record]

    when_run_again(close)


def _laid_out(record: Shown, front: Front) -> list[Any]:
    """The widgets as they stand: each control with the buttons that drive it after it, and last the way back."""
    laid_out = []
    for control in record.panel.controls:
        laid_out.append(record.widgets[control.name])
        for button in record.panel.buttons:
            if button.drives == control.name:
                widget = _step(button, record, front) if isinstance(button, Step) else _play(button, record, front)
                record.buttons[button.label] = widget
                laid_out.append(widget)
    record.buttons["Reset"] = button_widget("Reset", "undo")
    return [*laid_out, record.buttons["Reset"]]


def _step(button: Step, record: Shown, front: Front) -> Any:
    """The widget of a step button."""
    control, slider = driven(button, record.panel.controls), record.widgets[button.drives]

    def move(_: object) -> None:
        value = next_value(control, control.read(slider), button.by)
        if value == slider.value:
            front.reading = f"{control.label} stands at its end."
        slider.value = value

    widget = button_widget(button.label)
    widget.on_click(move)
    return widget


def _play(button: Play, record: Shown, front: Front) -> Any:
    """The widget of a play button; front.js runs it, since nothing in a kernel may draw after its cell has ended."""
    widget = button_widget(button.label, "play")
    widget.add_class("chokepoints-play")
    entry = {"label": button.label, "name": driven(button, record.panel.controls).label, "by": button.by}
    models = {"button": widget.model_id, "slider": record.widgets[button.drives].model_id}
    front.plays = [*front.plays, entry | models | {"pause": round(button.seconds * 1000)}]
    return widget


def _drawn(record: Shown, drawing: Drawing, state: dict[str, Any]) -> Output:
    """Draw a state, note it, and make its output."""
    record.line = state_line(record.panel.name, record.panel.controls, state)
    record.reading, picture = drawing.draw(state)
    return _output(record.panel, record.reading, record.line, picture, drawing.size)


def _output(panel: Panel, reading: str, line: str, picture: bytes | None, size: tuple[int, int]) -> Output:
    """Picture, reading and state. The reading is the alternative text too, so it stands in every stored notebook."""
    if not isinstance(reading, str) or not reading.strip():
        raise KitError(f"Panel {panel.name}: update should return the reading, one sentence, not {reading!r}.")
    width, height = size
    if picture is None:
        image = fill(
            '<div style="max-width:{width}px;aspect-ratio:{width}/{height}"></div>', width=width, height=height
        )
    else:
        # Width and height keep the page from jumping, and decoding="sync" the picture from being blank for a moment.
        image = fill(
            '<img class="chokepoints-picture" alt="{alt}" width="{width}" height="{height}" decoding="sync" '
            'style="max-width:100%;height:auto" src="data:image/png;base64,{data}">',
            alt=reading,
            width=width,
            height=height,
            data=base64.b64encode(picture).decode(),
        )
    # Room for `lines` of the reading, and one line for the state, so that nothing below moves as the words change. A
    # click on the state selects all of it, the part that a narrow window cuts off included.
    markup = fill(
        '<figure class="chokepoints-panel" style="margin:0;max-width:{room}px"><strong>{title}</strong><br>{image}'
        '<figcaption class="chokepoints-reading" style="font-size:1em;line-height:1.5;min-height:{lines}em">{reading}'
        '</figcaption></figure><div class="chokepoints-state" style="max-width:{room}px;overflow:hidden;'
        'white-space:nowrap;text-overflow:ellipsis;font-size:0.85em">To see this again: '
        '<code style="user-select:all">{line}</code></div>',
        title=panel.title,
        image=image,
        reading=reading,
        line=line,
        room=max(width, 900),
        lines=1.5 * panel.lines,
    )
    return Output(markup, f"{panel.title}. {reading}")


def _assumptions(panel: Panel) -> Output:
    """What the panel takes for granted, folded up."""
    items = join(
        fill("<li>{text} <i>({source})</i></li>", text=assumption.text, source=assumption.source)
        for assumption in panel.assumptions
    )
    markup = fill(
        '<details style="overflow-wrap:anywhere"><summary>What this picture assumes</summary>'
        "<ul>{items}</ul></details>",
        items=items,
    )
    return Output(markup, "Assumes: " + " ".join(f"{a.text} ({a.source})" for a in panel.assumptions))
