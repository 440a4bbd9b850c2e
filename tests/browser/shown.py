"""A panel as the page shows it, and how to work it."""

from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from handles import HAS_FOCUS
from moves import CLICKS, EACH, KEYS, Control, Gesture, controls, known, works
from places import ANSWERED, CELLS
from playwright.sync_api import ElementHandle, Locator

if TYPE_CHECKING:
    from lab import Notebook

#: What a cell's panel shows, in one look: between two the picture may be renewed. The picture by a number, the same for
#: the same bytes: they stay in the page, being 200 kB. innerText is empty while Lab hides the cell.
LOOK = """(cell, place) => {
    const figure = cell.querySelectorAll("figure.chokepoints-panel")[place];
    const box = cell.querySelectorAll(".chokepoints-controls")[place];
    const heard = e => e.checkVisibility() && !e.closest("[aria-hidden=true]");
    const told = [...box?.querySelectorAll("[role=status]") ?? []].filter(heard);
    const image = figure?.querySelector(".chokepoints-picture"), source = image?.getAttribute("src");
    const kept = cell.keptPictures ??= [];
    if (!kept.includes(source)) kept.push(source);
    return {
        picture: kept.indexOf(source),
        alt: image?.alt,
        seen: figure?.querySelector(".chokepoints-reading").textContent,
        said: told.length === 1 ? told[0].textContent : null,
    };
}"""
#: The same once the kernel has answered, or at once where all is another than `before`, if that is given. A page may
#: draw later than the kernel answers, and has no figure meanwhile.
COME = f"""async (cell, [place, before]) => {{
    const look = {LOOK};
    const until = good => new Promise(done => {{
        const leave = () => {{ eye.disconnect(); done(); }}, eye = new MutationObserver(() => good() && leave());
        eye.observe(cell, {{ subtree: true, childList: true, characterData: true, attributes: true }});
        setTimeout(leave, 30_000);
        if (good()) leave();
    }});
    let over = false;
    const fresh = () => {{
        if (over) return true;
        const now = look(cell, place);
        const other = now.picture !== before.picture && now.alt !== before.alt && now.said !== before.said;
        return other && now.said === now.alt;
    }};
    const answered = ({ANSWERED})();
    await (before ? Promise.race([answered, until(fresh)]) : answered);
    over = true;
    await until(() => cell.querySelectorAll("figure.chokepoints-panel")[place]);
    return look(cell, place);
}}"""


@dataclass(frozen=True)
class Look:
    """What a panel shows at one moment: the number of the picture, its alternative text, and what the status says."""

    picture: int
    alt: str
    said: str

    def all_new(self, other: "Look") -> bool:
        """Whether all three are another."""
        return self.picture != other.picture and self.alt != other.alt and self.said != other.said


@dataclass(frozen=True)
class Shown:
    """A panel as the page shows it: its cell, its controls, its picture with the reading."""

    notebook: "Notebook"
    cell: Locator
    box: Locator
    figure: Locator
    #: Which of the cell's panels it is.
    place: int
    #: Of a control that changed nothing at first: the other control that had to be set before it did.
    helped: dict[str, str] = field(default_factory=dict, compare=False)

    def reading(self) -> str:
        """The reading under the picture; it must be the picture's alternative text as well."""
        return self.look().alt

    def look(self, before: Look | None = None) -> Look:
        """What it shows once the kernel has answered, or once all is another than before."""
        found = self._node.evaluate(COME, [self.place, before and asdict(before)])
        alt, seen = found.get("alt"), found.pop("seen", None)
        assert alt is not None, f"no picture: {seen}"
        assert " ".join(alt.split()) == " ".join(seen.split())
        assert found["said"] is not None, f"no status node, or several: {alt}"
        return Look(**found)

    def after(self, control: Control, gesture: Gesture, before: Look) -> Look:
        """What it shows after a gesture.

        Raises AssertionError where the picture's text is new and the status node tells something else.
        """
        gesture(control)
        return self.come(control, before)

    def come(self, control: Control, before: Look) -> Look:
        """What it comes to show after a gesture was made; the same is raised.

        What comes later still is of the same control: the next one begins when the kernel has answered.
        """
        now = self.look(None if control.kind in EACH else before)
        if now.alt != before.alt:
            assert now.said == now.alt, f"{control}: the status node says {now.said!r}, the picture {now.alt!r}"
        return now

    @cached_property
    def _node(self) -> ElementHandle:
        """The cell's node, looked up once: it lasts as long as the notebook is open."""
        return self.cell.element_handle()

    def controls(self) -> list[Control]:
        """Its controls, in the order of Tab."""
        return controls(self.box)

    def by_keyboard(self) -> list[str]:
        """Walk the controls with Tab and work each of them by keys; the kinds met.

        Raises AssertionError where Tab passes one by, where one does nothing, where a key meant for it reaches Lab, or
        where it is of an unknown kind.
        """
        press, every = self.notebook.page.keyboard.press, self.controls()
        gestures = [known(control, KEYS) for control in every]
        cells = self.notebook.cells()
        self.cell.evaluate("cell => cell.focus()")
        for _ in range(100):
            press("Tab")
            if self._holds_focus():
                break
        worked = None
        for control, ways in zip(every, gestures, strict=True):
            focused, now = control.element.evaluate(f"e => [({HAS_FOCUS})(e), {CELLS}]")
            assert now == cells, f"a key meant for {worked} reached Lab"
            assert focused, f"Tab does not reach {control}"
            works(self, control, ways, arrows=True)
            if control.kind != "readout":
                press("b")  # in Lab: a new cell below
            press("Tab")
            worked = control
        assert self.notebook.cells() == cells, f"a key meant for {worked} reached Lab"
        assert not self._holds_focus(), "Tab does not leave the controls"
        return [control.kind for control in every]

    def by_mouse(self) -> None:
        """Work every control with the mouse. Raises AssertionError where one does nothing or is of an unknown kind."""
        for control in self.controls():
            if ways := known(control, CLICKS)(control):
                works(self, control, ways)

    def astray(self) -> None:
        """Set every control to another value than at the start, by mouse, and leave the buttons alone."""
        for control in self.controls():
            if control.kind not in ("button", "play"):
                for gesture in known(control, CLICKS)(control)[-1:]:
                    gesture(control)
        self.notebook.settle()

    def _holds_focus(self) -> bool:
        return bool(self.box.evaluate("box => box.contains(document.activeElement)"))
