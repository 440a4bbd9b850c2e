"""What the browser tests do with an open notebook, by keyboard and by mouse."""

import json
import re
from copy import copy
from dataclasses import dataclass
from pathlib import Path

import nbformat
from places import ANSWERED, CELLS, KERNEL, NOTED, WIDGET
from playwright.sync_api import Browser, ConsoleMessage, ElementHandle, Error, Locator, ViewportSize
from shown import Shown

VIEWPORT = ViewportSize(width=1200, height=1000)
#: Names on a page's `window` that these tests or their hostile texts set: the next notebook must not find them.
MARKS = ["ran", "seen"]


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
        self.context = browser.new_context(viewport=VIEWPORT)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self._listen()
        self.page.goto(f"{lab.address}/doc/tree/{path}?token={lab.token}")
        self.page.wait_for_function(f"() => {KERNEL}?.status === 'idle'", timeout=60_000)
        self.page.evaluate(f"() => {{ ({NOTED})(); }}")

    def _listen(self) -> None:
        self.complaints: list[str] = []
        self.page.on("pageerror", self._note_error)
        self.page.on("console", self._note)

    def instead(self, path: str) -> "Notebook":
        """Another notebook in the page of this one, which is closed: Lab itself takes four seconds to load."""
        other = copy(self)
        other._listen()
        self.page.evaluate("marks => marks.forEach(mark => delete window[mark])", MARKS)
        self.page.evaluate(
            "async path => { await window.jupyterapp.commands.execute('docmanager:open', { path }) }", path
        )
        here = f"() => {WIDGET}?.context?.path === {json.dumps(path)} && {KERNEL}?.status === 'idle'"
        self.page.wait_for_function(here, timeout=60_000)
        self.page.evaluate(f"() => {{ ({NOTED})(); }}")
        return other

    def _note_error(self, error: Error) -> None:
        self.complaints.append(f"page error: {error}")

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            # Without query and numbers: those differ from page to page.
            where = re.sub(r"\?.*|\d+", "", message.location.get("url", ""))
            self.complaints.append(re.sub(r"\d+", "", f"console: {message.text} {where}"))

    def close(self) -> None:
        """Close the page and shut its kernel down."""
        self.page.evaluate(f"async () => await {WIDGET}?.sessionContext?.shutdown()")
        self.context.close()

    def leave(self) -> None:
        """Close the notebook, unsaved, and shut its kernel down; the page stays, for `instead`."""
        self.page.evaluate(
            f"""async () => {{
                const widget = {WIDGET};
                await widget.sessionContext.shutdown();
                widget.context.model.dirty = false;  // or Lab asks whether to save it
                widget.close();
            }}"""
        )
        self.page.remove_listener("pageerror", self._note_error)
        self.page.remove_listener("console", self._note)
        self.page.set_viewport_size(VIEWPORT)
        self.page.mouse.move(0, 0)

    def run_all(self) -> None:
        """Run every cell and wait for the last, and for the pictures to be drawn."""
        self.page.evaluate("async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells') }")
        self.settle()
        self.page.wait_for_function(
            "() => [...document.querySelectorAll('img.chokepoints-picture')].every(i => i.complete && i.naturalWidth)"
        )

    def settle(self) -> None:
        """Wait until the kernel has answered everything sent so far."""
        self.page.evaluate(ANSWERED)

    def cells(self) -> int:
        """How many cells the notebook has: a shortcut that reached Lab would add or delete one."""
        return self.page.evaluate(f"() => {CELLS}")

    def outputs(self, *kinds: str) -> list[str]:
        """The text of the outputs of these kinds: `error`, `stderr`."""
        found = self.page.evaluate(
            f"() => {WIDGET}.content.widgets.flatMap(cell => cell.model.outputs?.toJSON() ?? [])"
            ".map(o => [o.name ?? o.output_type, String(o.evalue ?? o.text ?? '')])"
        )
        return [f"{kind}: {text}" for kind, text in found if kind in kinds]

    def panels(self) -> list[Shown]:
        """Every panel on the page: k-th controls and k-th picture of a cell."""
        found: list[Shown] = []
        for cell in self.page.locator(".jp-CodeCell:has(figure.chokepoints-panel)").all():
            pictures, boxes = cell.locator("figure.chokepoints-panel"), cell.locator(".chokepoints-controls")
            boxes.last.wait_for()
            assert pictures.count() == boxes.count(), "a panel without controls, or controls without a picture"
            found += [Shown(self, cell, boxes.nth(i), pictures.nth(i), i) for i in range(pictures.count())]
        return found

    def whole(self) -> None:
        """Make the window as high as the notebook: Lab draws what is in sight only, and so does axe look."""
        for _ in range(10):  # the heights of cells that were never in sight are guessed
            height = self.page.evaluate(
                """() => {
                    const outer = document.querySelector(".jp-WindowedPanel-outer");
                    outer.scrollTop = 0;
                    const last = [...outer.querySelectorAll(".jp-Cell")].at(-1).getBoundingClientRect();
                    return Math.ceil(last.bottom) + 60;
                }"""
            )
            if self.page.viewport_size == {"width": 1200, "height": max(height, 1000)}:
                return
            self.page.set_viewport_size({"width": 1200, "height": max(height, 1000)})
            self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        raise AssertionError("the notebook does not come to rest")

    def guesses(self) -> list[Locator]:
        """The boxes of `predict`: radio buttons in a cell without a panel."""
        cells = ".jp-CodeCell:not(:has(figure.chokepoints-panel))"
        return self.page.locator(f"{cells} .chokepoints-controls:has(input[type=radio])").all()

    def others(self) -> list[Locator]:
        """The boxes that are neither a panel's nor a guess's, such as that of `keep`."""
        boxes = ".jp-CodeCell:not(:has(figure.chokepoints-panel)) .chokepoints-controls:not(:has(input[type=radio]))"
        return self.page.locator(boxes).all()

    def strays(self) -> list[str]:
        """What takes the focus in an output without standing in a box of controls, links and folded text apart."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll(".jp-OutputArea-output *")]
                .filter(e => (e.tabIndex >= 0 || e.contentEditable === "true"))
                .filter(e => !e.closest(".chokepoints-controls") && !e.matches("a[href], summary"))
                .map(e => e.outerHTML.slice(0, 200))"""
        )

    def lasting(self) -> list[ElementHandle]:
        """The nodes that must outlast every move: the status of each box, the output that holds each picture."""
        places = ".chokepoints-controls [role=status], .jp-OutputArea-output:has(> figure, > * > figure)"
        return self.page.locator(places).element_handles()

    def guess(self, box: Locator) -> list[str]:
        """Take each choice in turn, by keyboard from the first and by mouse back; what the status said."""
        node, choice = box.element_handle(), "input[type=radio]"  # to find the box anew takes longer than the rest
        told = f"""async box => {{
            await ({ANSWERED})();
            return box.querySelector("[role=status]").innerText;
        }}"""
        places, said = range(len(node.query_selector_all(choice))), []
        node.query_selector_all(choice)[0].focus()
        for place in places:
            self.page.keyboard.press("ArrowDown" if place else "Space")
            said.append(node.evaluate(told))
        for place in places:
            node.query_selector_all(choice)[place].click()
            said.append(node.evaluate(told))
        return said


class Pages:
    """Pages of one browser with Lab in them whose notebook was closed: the next notebook is opened there.

    A test that leaves something behind in its page, such as a theme, opens a `Notebook` of its own instead.
    """

    def __init__(self, browser: Browser, lab: Lab) -> None:
        self._browser, self._lab = browser, lab
        self._left: list[Notebook] = []

    def open(self, path: str) -> Notebook:
        """Open a notebook, by its path in the kit, in Lab's single-document view and wait for its kernel."""
        return self._left.pop().instead(path) if self._left else Notebook(self._browser, self._lab, path)

    def leave(self, notebook: Notebook) -> None:
        """Close the notebook and keep its page."""
        try:
            notebook.leave()
            self._left.append(notebook)
        except Error:  # such as a page that is gone, or that waits for an answer
            notebook.context.close()
