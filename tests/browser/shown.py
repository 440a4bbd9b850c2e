"""A panel as the page shows it, and how to work it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moves import CLICKS, EACH, KEYS, Control, Gesture, controls, known, obeys_arrows, works
from places import ANSWERED
from playwright.sync_api import Locator

if TYPE_CHECKING:
    from lab import Notebook


@dataclass(frozen=True)
class Look:
    """What a panel shows at one moment: the picture's bytes, its alternative text, and what the status node says."""

    picture: str
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
    #: Of a control that changed nothing at first: the other control that had to be set before it did.
    helped: dict[str, str] = field(default_factory=dict, compare=False)

    def reading(self) -> str:
        """The reading under the picture; it must be the picture's alternative text as well."""
        self.notebook.settle()
        return self._look().alt

    def _look(self) -> Look:
        # One look at all: between two the picture may be renewed. innerText is empty while Lab hides the cell.
        picture, alt, seen = self.figure.evaluate(
            """f => {
                const image = f.querySelector(".chokepoints-picture");
                return [image?.src, image?.alt, f.querySelector(".chokepoints-reading").textContent];
            }"""
        )
        assert alt is not None, f"no picture: {seen}"
        assert " ".join(alt.split()) == " ".join(seen.split())
        return Look(picture, alt, self.box.get_by_role("status").text_content() or "")

    def source(self) -> str:
        """The picture's bytes."""
        return self.figure.locator("img.chokepoints-picture").get_attribute("src") or ""

    def look(self) -> Look:
        """What it shows once the kernel has answered."""
        self.notebook.settle()
        return self._look()

    def after(self, control: Control, gesture: Gesture, before: Look) -> Look:
        """What it shows after a gesture.

        Raises AssertionError where the picture's text is new and the status node tells something else.
        """
        gesture(control)
        if control.kind in EACH:
            self.notebook.settle()
        else:
            self._renewed(before)
        now = self._look()
        if now.said != now.alt and control.kind not in EACH:  # a drag goes on while one looks
            now = self.look()
        if now.alt != before.alt:
            assert now.said == now.alt, f"{control}: the status node says {now.said!r}, the picture {now.alt!r}"
        return now

    def _renewed(self, before: Look) -> None:
        """Wait until all is new, or until the kernel has answered.

        What comes later still is of the same control: the next one begins when the kernel has answered.
        """
        new = f"""async ([figure, box, picture, alt, said]) => {{
            let answered = false;
            ({ANSWERED})().then(() => {{ answered = true; }});
            for (;;) {{
                const image = figure.querySelector(".chokepoints-picture");
                const now = box.querySelector("[role=status]")?.textContent;
                const fresh = image && image.src !== picture && image.alt !== alt && now !== said;
                if (answered || (fresh && now === image.alt)) return;
                await new Promise(done => setTimeout(done, 5));
            }}
        }}"""
        places = [self.figure.element_handle(), self.box.element_handle()]
        self.notebook.page.evaluate(new, [*places, before.picture, before.alt, before.said])

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
        for control, ways in zip(every, gestures, strict=True):
            assert control.has_focus(), f"Tab does not reach {control}"
            obeys_arrows(control)
            works(self, control, ways)
            if control.kind != "readout":
                press("b")  # in Lab: a new cell below
                assert self.notebook.cells() == cells, f"a key meant for {control} reached Lab"
            press("Tab")
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
