"""The controls in a box as the page shows them, each worked in every way that a learner has.

They are found by what takes the focus, so that a new kind of control is met, and refused until it is known here.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from handles import ENDS, FIND, FOCUS, HAS_FOCUS, STANDS, TRACK, VALUE
from playwright.sync_api import ElementHandle, FilePayload, Locator, Page, TimeoutError

if TYPE_CHECKING:
    from shown import Look, Shown

EMPTY_FILE = b'{"schema": 1, "answers": {}, "predictions": {}}'
#: Tried until one works: a learner who meets no effect moves something else first.
MOST_SETTINGS = 60


@dataclass(frozen=True)
class Control:
    """Something in a box that can be worked: its kind, its name and its element (of radio buttons, their row)."""

    kind: str
    name: str
    element: ElementHandle
    page: Page

    def __str__(self) -> str:
        return f"the {self.kind} {self.name!r}"

    def value(self) -> float:
        """Where it stands; of a choice the place in the list."""
        return float(self.element.evaluate(VALUE))

    def has_focus(self) -> bool:
        """Whether keys go to it."""
        return bool(self.element.evaluate(HAS_FOCUS))

    def focus(self) -> None:
        """Give it the focus."""
        self.element.evaluate(FOCUS)

    def stands(self) -> float:
        """Where it stands. Raises AssertionError where keys do not go to it."""
        focused, value = self.element.evaluate(STANDS)
        assert focused, f"{self} has lost the focus"
        return float(value)

    def row(self) -> list[ElementHandle]:
        """All radio buttons of its row."""
        return self.element.query_selector_all("input[type=radio]")


Gesture = Callable[[Control], None]


def controls(box: Locator) -> list[Control]:
    """Every control of a box, in the order of Tab. Raises AssertionError where one has no name.

    axe would not: it takes the invisible placeholder that ipywidgets writes for a name.
    """
    *elements, told = box.evaluate_handle(FIND).get_properties().values()
    found = []
    for handle, (kind, name) in zip(elements, json.loads(told.json_value()), strict=True):
        element = handle.as_element()
        assert element
        assert re.search(r"\w", name), f"a {kind} without a name: {element.evaluate('e => e.outerHTML')[:300]}"
        found.append(Control(kind, name, element, box.page))
    return found


def known(control: Control, ways: dict[str, Any]) -> Any:
    """The entry of the control's kind. Raises AssertionError for a kind that nobody has taught these tests to work."""
    assert control.kind in ways, f"{control}: a kind that these tests cannot work; add it to tests/browser/moves.py"
    return ways[control.kind]


def key(name: str) -> Gesture:
    """Press a key; the focus must be there, and stay."""

    def press(control: Control) -> None:
        assert control.has_focus(), f"{control} has lost the focus"
        control.page.keyboard.press(name)

    return press


def typed(share: float) -> Gesture:
    """Type a number into a readout: this share of the way from the slider's lowest to its highest."""

    def write(control: Control) -> None:
        low, high = control.element.evaluate(ENDS)
        keyboard = control.page.keyboard
        keyboard.press("ControlOrMeta+a")
        keyboard.type(f"{low + share * (high - low):g}")
        keyboard.press("Enter")
        control.focus()  # Enter took it away

    return write


def click(control: Control) -> None:
    """Click on it."""
    control.element.click()


def played(start: Gesture, stop: Gesture) -> Gesture:
    """Start a play button, wait until it has moved on, and pause it."""

    def play(control: Control) -> None:
        output = control.element.evaluate_handle("e => e.closest('.jp-OutputArea')")
        alts = "output => [...output.querySelectorAll('.chokepoints-picture')].map(i => i.alt).join()"
        before = output.evaluate(alts)
        start(control)
        with suppress(TimeoutError):  # told by what the panel shows
            control.page.wait_for_function(
                f"([o, before]) => ({alts})(o) !== before", arg=[output, before], timeout=5000
            )
        # More than once: where it came to its end by itself just now, that was a new start.
        while (control.element.text_content() or "").strip() == "Pause":
            stop(control)
            control.page.wait_for_timeout(50)

    return play


def chosen(start: Gesture) -> Gesture:
    """Open the dialogue for a file and take one that holds no answers."""

    def choose(control: Control) -> None:
        with control.page.expect_file_chooser() as waiting:
            start(control)
        waiting.value.set_files(FilePayload(name="answers.json", mimeType="application/json", buffer=EMPTY_FILE))
        control.page.wait_for_timeout(200)  # the page reads it first

    return choose


def dragged(share: float) -> Gesture:
    """Drag a slider's handle to this share of its track."""

    def drag(control: Control) -> None:
        control.element.scroll_into_view_if_needed()
        left, width, x, y = control.element.evaluate(TRACK)
        mouse = control.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(left + width * share, y)
        mouse.up()

    return drag


def hit(share: float) -> Gesture:
    """Click on a slider's track at this share of it."""

    def go(control: Control) -> None:
        control.element.scroll_into_view_if_needed()
        left, width, _, y = control.element.evaluate(TRACK)
        control.page.mouse.click(left + width * share, y)

    return go


def picked(place: int) -> Gesture:
    """Click on one radio button of a row."""
    return lambda control: control.row()[place].click()


def selected(place: int) -> Gesture:
    """Take one entry of a list, as its pop-up would; that belongs to the system and cannot be clicked here."""
    return lambda control: control.element.select_option(index=place) and None


#: Of a button each way must work. Of another control one, whatever else stands where: a day without news is no fault.
EACH = ("button", "play", "file")
KEYS: dict[str, tuple[Gesture, ...]] = {
    "slider": tuple(map(key, ("PageUp", "Home", "End"))),
    "readout": (typed(0), typed(1), typed(0.5)),
    "select": tuple(map(key, ("ArrowDown", "End", "Home"))),
    "radio": tuple(map(key, ("ArrowRight", "ArrowLeft"))),
    "checkbox": (key("Space"), key("Space")),
    "button": (key("Enter"), key("Space")),
    "play": (played(key("Enter"), key("Space")), played(key("Space"), key("Enter"))),
    "file": (chosen(key("Space")),),
}
CLICKS: dict[str, Callable[[Control], tuple[Gesture, ...]]] = {
    "slider": lambda control: (dragged(0.2), hit(0.8), dragged(0.5)),
    "readout": lambda control: (),  # nothing but a place to type
    "select": lambda control: (selected(0), selected(1), selected(control.element.evaluate("e => e.length - 1"))),
    "radio": lambda control: tuple(picked(place) for place in range(len(control.row()))),
    "checkbox": lambda control: (click, click),
    "button": lambda control: (click,),
    "play": lambda control: (played(click, click),),
    "file": lambda control: (chosen(click),),
}
#: Pairs of keys that lead on and back, from either end.
BOTH_WAYS = {
    "slider": ("ArrowRight", "ArrowLeft"),
    "select": ("ArrowDown", "ArrowUp"),
    "radio": ("ArrowDown", "ArrowUp"),
}


def works(panel: "Shown", control: Control, gestures: tuple[Gesture, ...], *, arrows: bool = False) -> None:
    """Make the gestures until one is enough, or of a button each; picture, alternative text and status must change, at
    another setting of the rest if need be. With `arrows` go one on and one back first, which may be enough.

    Raises AssertionError where nothing helps.
    """
    look = panel.look()
    if arrows and control.kind in BOTH_WAYS:
        moved = _obeys_arrows(panel, control, look)
        if moved.all_new(look):
            return
        look = panel.look()
    pending = _made(panel, control, gestures, look)
    setting = 0
    for setting, other in enumerate(_elsewhere(panel, control) if pending else (), start=1):
        pending = _made(panel, control, pending, panel.look())
        if not pending:
            panel.helped[control.name] = other
        if not pending or setting == MOST_SETTINGS:
            break
    where = f" at {setting} settings of the others" if setting else ""
    assert not pending, f"{control} does not change picture, alternative text and status{where}"


def _obeys_arrows(panel: "Shown", control: Control, look: "Look") -> "Look":
    """Go one on and one back, beginning with the way that is open; what is shown in between."""
    one, other = BOTH_WAYS[control.kind]
    press, start = control.page.keyboard.press, control.stands()
    press(one)
    moved = control.stands()
    if moved == start:  # it stood at that end
        one, other = other, one
        press(one)
        moved = control.stands()
    assert moved != start, f"{control} does not obey {one}"
    between = panel.come(control, look)
    press(other)
    assert control.stands() == start, f"{control} does not obey {other}"
    return between


def _made(panel: "Shown", control: Control, gestures: tuple[Gesture, ...], look: "Look") -> tuple[Gesture, ...]:
    """Make each gesture, until one is enough; those that have yet to change what is shown, which was `look`."""
    one_is_enough, pending = control.kind not in EACH, []
    for gesture in gestures:
        before, look = look, panel.after(control, gesture, look)
        if not look.all_new(before):
            pending.append(gesture)
        elif one_is_enough:
            return ()
    return tuple(pending)


def _elsewhere(panel: "Shown", control: Control) -> Iterator[str]:
    """Set the panel's other controls to one value after the other; the name of the one that was set.

    First the one that has helped before, then all to the start, where most have an effect; then backwards from the
    control itself: what it depends on stands above it.
    """
    every = panel.controls()
    place = [other.name for other in every].index(control.name)
    others = [*reversed(every[:place]), *every[place:]]
    first = [panel.helped.get(control.name), "Reset"]
    for other in sorted(others, key=lambda other: first.index(other.name) if other.name in first else len(first)):
        if other.kind in ("play", "readout") or other.name == control.name:
            continue
        for gesture in known(other, CLICKS)(other):
            gesture(other)
            control.focus()
            yield other.name
