"""What the browser tests do with an open notebook, by keyboard and by mouse."""

import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, ConsoleMessage, Locator

#: The notebook that is open, in Lab's own objects.
WIDGET = "window.jupyterapp?.shell?.currentWidget"
KERNEL = f"{WIDGET}?.sessionContext?.session?.kernel"
FOCUSED_KIND = """() => {
    const e = document.activeElement;
    if (!e.closest(".chokepoints-controls")) return null;
    if (e.getAttribute("role") === "slider") return "slider";
    if (e.isContentEditable) return "readout";
    if (e.matches(".chokepoints-play")) return "play";
    return e.tagName === "INPUT" ? e.type : e.tagName.toLowerCase();
}"""
#: What a control shows of its own value; a button shows none.
FOCUSED_VALUE = """() => {
    const e = document.activeElement;
    if (e.type === "radio") return [...e.closest(".chokepoints-controls").querySelectorAll("input[type=radio]")]
        .map(r => r.checked).join();
    if (e.type === "checkbox") return String(e.checked);
    return e.getAttribute("aria-valuenow") ?? e.value ?? "";
}"""
#: Keys of each kind: the first that changes the value ends the list, so a slider at its end goes the other way.
KEYS = {
    "slider": ("ArrowRight", "ArrowLeft"),
    "select": ("ArrowDown", "ArrowUp"),
    "radio": ("ArrowDown", "Space"),
    "checkbox": ("Space",),
}


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address, its token and the copy of the kit that it shows."""

    address: str
    token: str
    kit: Path


def write_notebook(lab: Lab, name: str, *cells: str) -> str:
    """Write a notebook of these code cells into the kit's copy; its path."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, lab.kit / f"{name}.ipynb")
    return f"{name}.ipynb"


class Notebook:
    """A notebook open in the browser, with what the page complained about."""

    def __init__(self, browser: Browser, lab: Lab, path: str) -> None:
        # A context of its own, so that no page sees another's workspace.
        self.context = browser.new_context(viewport={"width": 1200, "height": 1000})
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        self.page.on("console", self._note)
        self.page.goto(f"{lab.address}/doc/tree/{path}?token={lab.token}")
        self.page.wait_for_function(f"() => {KERNEL}?.status === 'idle'", timeout=60_000)

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            # Without query and numbers: those differ from page to page.
            where = re.sub(r"\?.*|\d+", "", message.location.get("url", ""))
            self.complaints.append(re.sub(r"\d+", "", f"console: {message.text} {where}"))

    def close(self) -> None:
        """Close the page and shut its kernel down."""
        self.page.evaluate(f"async () => await {WIDGET}?.sessionContext?.shutdown()")
        self.context.close()

    def run_all(self) -> None:
        """Run every cell and wait for the last, and for the pictures to be drawn."""
        self.page.evaluate("async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells') }")
        self.settle()
        self.page.wait_for_function(
            "() => [...document.querySelectorAll('img.chokepoints-picture')].every(i => i.complete && i.naturalWidth)"
        )

    def settle(self) -> None:
        """Wait until the kernel has answered everything sent so far.

        More than once, because ipywidgets holds a change back while an earlier one is being handled.
        """
        self.page.evaluate(f"async () => {{ for (const _ of [1, 2, 3]) await {KERNEL}.requestKernelInfo(); }}")
        self.page.wait_for_function(f"() => {KERNEL}.status === 'idle'")

    def cells(self) -> int:
        """How many cells the notebook has: a shortcut that reached Lab would add or delete one."""
        return self.page.evaluate(f"() => {WIDGET}.content.widgets.length")

    def outputs(self, *kinds: str) -> list[str]:
        """The text of the outputs of these kinds: `error`, `stderr`."""
        found = self.page.evaluate(
            f"() => {WIDGET}.content.widgets.flatMap(cell => cell.model.outputs?.toJSON() ?? [])"
            ".map(o => [o.name ?? o.output_type, String(o.evalue ?? o.text ?? '')])"
        )
        return [f"{kind}: {text}" for kind, text in found if kind in kinds]

    def panels(self) -> list["Shown"]:
        """Every panel on the page: k-th controls and k-th picture of a cell."""
        found: list[Shown] = []
        for cell in self.page.locator(".jp-CodeCell:has(figure.chokepoints-panel)").all():
            pictures, boxes = cell.locator("figure.chokepoints-panel"), cell.locator(".chokepoints-controls")
            boxes.last.wait_for()
            assert pictures.count() == boxes.count(), "a panel without controls, or controls without a picture"
            found += [Shown(self, cell, boxes.nth(i), pictures.nth(i)) for i in range(pictures.count())]
        return found

    def guesses(self) -> list[Locator]:
        """The boxes of `predict`: radio buttons in a cell without a panel."""
        cells = ".jp-CodeCell:not(:has(figure.chokepoints-panel))"
        return self.page.locator(f"{cells} .chokepoints-controls:has(input[type=radio])").all()

    def guess(self, box: Locator) -> list[str]:
        """Take each choice in turn, by keyboard from the first and by mouse back; what the status said."""
        choices, said = box.locator("input[type=radio]"), []
        choices.first.focus()
        for step in range(choices.count()):
            self.page.keyboard.press("ArrowDown" if step else "Space")
            self.settle()
            said.append(box.get_by_role("status").inner_text())
        for choice in choices.all():
            choice.click()
            self.settle()
            said.append(box.get_by_role("status").inner_text())
        return said


@dataclass(frozen=True)
class Shown:
    """A panel as the page shows it: its cell, its controls, its picture with the reading."""

    notebook: Notebook
    cell: Locator
    box: Locator
    figure: Locator

    def reading(self) -> str:
        """The reading under the picture; it must be the picture's alternative text as well."""
        self.notebook.settle()
        # One look at both: between two the picture may be renewed. innerText is empty while Lab hides the cell.
        alt, seen = self.figure.evaluate(
            "f => [f.querySelector('.chokepoints-picture')?.alt, f.querySelector('.chokepoints-reading').textContent]"
        )
        assert alt is not None, f"no picture: {seen}"
        assert " ".join(alt.split()) == " ".join(seen.split())
        return alt

    def source(self) -> str:
        """The picture's bytes."""
        return self.figure.locator("img.chokepoints-picture").get_attribute("src") or ""

    def by_keyboard(self) -> tuple[list[str], list[str]]:
        """Walk the controls with Tab and work each; the kinds met and the readings seen."""
        page, kinds, readings = self.notebook.page, [], []
        self.cell.evaluate("cell => cell.focus()")
        for _ in range(100):
            page.keyboard.press("Tab")
            if self._holds_focus():
                break
        while (kind := page.evaluate(FOCUSED_KIND)) is not None and self._holds_focus():
            kinds.append(kind)
            before = page.evaluate(FOCUSED_VALUE)
            for key in KEYS.get(kind, ("Space",)):
                page.keyboard.press(key)
                readings.append(self.reading())
                if page.evaluate(FOCUSED_VALUE) != before:
                    break
            else:
                assert kind not in KEYS, f"no key of {KEYS[kind]} moved a {kind}"
            if kind == "play":
                page.keyboard.press("Space")  # pauses: it would go on to move its slider
            if kind == "slider":
                for key in ("Home", "End"):
                    page.keyboard.press(key)
                    readings.append(self.reading())
            if kind not in ("readout", "text", "number"):
                page.keyboard.press("b")  # in Lab: a new cell below
            page.keyboard.press("Tab")
            assert len(kinds) < 200, "Tab does not leave the controls"
        for kind, place in (
            ("slider", "[role=slider]"),
            ("checkbox", "input[type=checkbox]"),
            ("select", "select"),
        ):
            assert kinds.count(kind) == self.box.locator(place).count(), f"Tab does not reach every {kind}"
        assert kinds.count("radio") >= self.box.locator(".widget-radio").count(), "Tab does not reach every choice"
        return kinds, readings

    def _holds_focus(self) -> bool:
        return self.box.evaluate("box => box.contains(document.activeElement)")

    def by_mouse(self) -> list[str]:
        """Work every control with the mouse; the readings seen."""
        readings: list[str] = []
        for track in self.box.locator(".noUi-base").all():
            place = track.bounding_box()
            assert place is not None
            for share in (0.2, 0.8):
                track.click(position={"x": place["width"] * share, "y": place["height"] / 2})
                readings.append(self.reading())
        for choice in self.box.locator("input[type=radio], input[type=checkbox], button").all():
            choice.click()
            if "chokepoints-play" in (choice.get_attribute("class") or ""):
                choice.click()  # pauses
            readings.append(self.reading())
        for choice in self.box.locator("select").all():
            for index in range(choice.locator("option").count()):
                choice.select_option(index=index)
                readings.append(self.reading())
        return readings
