"""What a learner does to an open notebook, by Lab's own commands, and what the page then shows."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import nbformat
from lab import Lab, Notebook, Pages, Shown
from playwright.sync_api import Browser, BrowserContext, Locator, TimeoutError

ROOT = Path(__file__).parents[2]
#: The names of all lessons, as their three editions bear them.
STEMS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
#: A lesson that is soon run and has guesses, panels, cells that wait and questions: it stands for all where they share
#: the code that is tried.
ONE = "03_blocking_the_network"
#: The notebook that is open, and its kernel, in Lab's own objects.
WIDGET = "window.jupyterapp?.shell?.currentWidget"
KERNEL = f"{WIDGET}?.sessionContext?.session?.kernel"
CELL = f"{WIDGET}.content.widgets"
#: Keys of each kind of control: where the first changes nothing, because it stands at its end, the second does.
KEYS = {
    "slider": ("ArrowRight", "ArrowLeft"),
    "select": ("ArrowDown", "ArrowUp"),
    "radio": ("ArrowDown", "ArrowUp"),
    "checkbox": ("Space",),
}
#: Where the control that has the focus stands.
STANDS = """() => {
    const e = document.activeElement;
    const radios = () => [...e.closest(".chokepoints-controls").querySelectorAll("input[type=radio]")];
    if (e.type === "radio") return radios().map(one => one.checked).join();
    return String(e.type === "checkbox" ? e.checked : e.getAttribute("aria-valuenow") ?? e.value);
}"""
CONTROLS = {
    "slider": "[role=slider]",
    "select": "select",
    "radio": "input[type=radio]:checked, .widget-radio:not(:has(:checked)) input[type=radio]",
    "checkbox": "input[type=checkbox]",
}


@dataclass
class Window:
    """A browser that can reach this machine only, and that writes down whom its pages ask.

    It opens contexts as `Browser` does, which is all that a `Notebook` wants of one; `options` go over what is asked.
    """

    browser: Browser
    options: dict[str, Any] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def new_context(self, **options: Any) -> BrowserContext:
        """A context whose requests are noted, those for other machines stopped."""
        context = self.browser.new_context(**(options | self.options))
        context.on("request", lambda request: self.asked.add(request.url))
        context.on("page", lambda page: page.on("websocket", lambda socket: self.asked.add(socket.url)))
        context.route(_is_elsewhere, lambda route: route.abort())
        return context

    def elsewhere(self) -> list[str]:
        """What was asked of other machines than this one."""
        return sorted(filter(_is_elsewhere, self.asked))


def _is_elsewhere(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "about") and parts.hostname != "127.0.0.1"


def pages_in(window: Window, lab: Lab) -> Pages:
    """Pages in this window."""
    return Pages(window, lab)  # type: ignore[arg-type]


def sources(notebook: Notebook) -> dict[int, str]:
    """The text of every code cell, by its place in the notebook."""
    found = notebook.page.evaluate(
        f"() => {CELL}.map(c => c.model.type === 'code' ? c.model.sharedModel.getSource() : null)"
    )
    return {place: source for place, source in enumerate(found) if source is not None}


def write(notebook: Notebook, place: int, source: str) -> None:
    """Replace the text of a cell, as by typing."""
    notebook.page.evaluate(f"([place, source]) => {CELL}[place].model.sharedModel.setSource(source)", [place, source])


def run_cell(notebook: Notebook, place: int) -> list[dict[str, Any]]:
    """Run one cell, as Ctrl+Enter does; its outputs."""
    notebook.page.evaluate(
        f"""async place => {{
            const content = {WIDGET}.content;
            content.deselectAll();
            content.activeCellIndex = place;
            await window.jupyterapp.commands.execute("notebook:run-cell");
        }}""",
        place,
    )
    return outputs_of(notebook, place)


def outputs_of(notebook: Notebook, place: int) -> list[dict[str, Any]]:
    """The outputs of one cell, as the notebook would store them."""
    found: list[dict[str, Any]] = notebook.page.evaluate(f"place => {CELL}[place].model.outputs.toJSON()", place)
    return found


def printed(outputs: Iterable[dict[str, Any]]) -> str:
    """What these outputs have on stdout."""
    return "".join("".join(one["text"]) for one in outputs if one.get("name") == "stdout")


def restart(notebook: Notebook) -> None:
    """Restart the kernel; what the notebook shows stays, as when a learner does it."""
    notebook.page.evaluate(f"async () => {{ await {KERNEL}.restart(); }}")
    notebook.settle()


def clear(notebook: Notebook) -> None:
    """Begin again: a fresh kernel, and no output."""
    restart(notebook)
    notebook.page.evaluate(
        "async () => { await window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs') }"
    )


def ask(notebook: Notebook, expression: str) -> Any:
    """The value of a Python expression in the notebook's kernel: a literal. Leaves no trace in the notebook."""
    found = notebook.page.evaluate(
        f"""async expression => {{
            const about = {{ code: "", silent: true, store_history: false, user_expressions: {{ it: expression }} }};
            return (await {KERNEL}.requestExecute(about).done).content.user_expressions.it;
        }}""",
        expression,
    )
    assert found["status"] == "ok", found
    return ast.literal_eval(found["data"]["text/plain"])


def chosen(box: Locator) -> str:
    """The choice that is taken in a box of `predict`."""
    return (box.locator("label:has(:checked)").text_content() or "").strip()


def controls(box: Locator) -> list[tuple[str, Locator]]:
    """Every control of a box, with its kind: of radio buttons the one that has the focus."""
    return [(kind, one) for kind, place in CONTROLS.items() for one in box.locator(place).all()]


def press_all(notebook: Notebook) -> None:
    """Press every key of every control, and every button, whether or not anybody listens."""
    for box in notebook.page.locator(".chokepoints-controls").all():
        for kind, control in controls(box):
            control.focus()
            for key in KEYS[kind]:
                notebook.page.keyboard.press(key)
        for button in box.locator("button").all():
            button.click()
    notebook.settle()


def readings(notebook: Notebook) -> list[str]:
    """What the page's panels say, in their order."""
    notebook.settle()
    found: list[str] = notebook.page.locator(".chokepoints-reading").all_text_contents()
    return found


def move(panel: Shown) -> None:
    """Work a panel's controls by keyboard, one after the other, until what the page's panels say has changed."""
    page, before = panel.notebook.page, readings(panel.notebook)
    for kind, control in controls(panel.box):
        control.focus()
        for key in KEYS[kind]:
            stood = page.evaluate(STANDS)
            page.keyboard.press(key)
            # Only what has moved is waited for, and no key is pressed meanwhile: the next would take it back.
            if page.evaluate(STANDS) != stood and _come_to_differ(panel.notebook, before):
                return
    raise AssertionError(f"no control changed the reading: {panel.reading()}")


def _come_to_differ(notebook: Notebook, before: list[str]) -> bool:
    """Whether the page's panels say something else now, or soon: a page may draw later than the kernel answers."""
    said = "[...document.querySelectorAll('.chokepoints-reading')].map(one => one.textContent)"
    try:
        notebook.page.wait_for_function(f"before => ({said}).join() !== before.join()", arg=before, timeout=5_000)
    except TimeoutError:
        return False
    return True


def keeps_apart(*notebooks: Notebook, most: int | None = None) -> None:
    """Move the panels of these pages in turn, all or the first few: each must change its own reading and no other."""
    for page, notebook in enumerate(notebooks):
        panels = notebook.panels()
        assert panels, "no panel on this page"
        for place, panel in enumerate(panels[:most]):
            before = [readings(other) for other in notebooks]
            move(panel)
            panel.reading()  # waits for whatever is still on its way, and wants the same from the picture's own text
            after = [readings(other) for other in notebooks]
            pairs = zip(before, after, strict=True)
            moved = [
                (number, at)
                for number, (old, new) in enumerate(pairs)
                for at, (one, other) in enumerate(zip(old, new, strict=True))
                if one != other
            ]
            assert moved == [(page, place)], f"panel {place} of page {page} was moved, and changed {moved}"


def bound(source: str) -> set[str]:
    """The names that a cell defines, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.alias):
            found.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found


#: What Lab's own scripts write on a slow machine, or where the kernel is restarted before they have their answer.
LABS_OWN = ("restore the debugger state", "to activate. ", "Connection lost, reconnecting in")


def complaints(notebook: Notebook, usual: set[str]) -> set[str]:
    """What the page complained about beyond the usual and beyond what Lab says of itself."""
    return {one for one in notebook.complaints if not any(words in one for words in LABS_OWN)} - usual


def unexplained(earlier: Iterable[str], kind: str, said: str) -> str:
    """Why a cell that was run without the cells before it should not have failed so; nothing where it may.

    It may for a name that one of them defines, and then the error names it.
    """
    defined = set[str]().union(*map(bound, earlier))
    if kind == "NameError" and any(said == f"name '{name}' is not defined" for name in defined):
        return ""
    return f"{kind}: {said}"


def run_out_of_order(notebook: Notebook, places: Iterable[int]) -> None:
    """Run these cells, one by one: each may fail for a name of an earlier cell, and for nothing else."""
    cells = sources(notebook)
    for place in places:
        for one in run_cell(notebook, place):
            if one["output_type"] == "error":
                earlier = [source for other, source in cells.items() if other < place]
                assert not unexplained(earlier, one["ename"], one["evalue"]), cells[place]


def calls(source: str, name: str) -> list[str]:
    """The first arguments of the calls of a function in a cell, where they are texts: the ids of checks."""
    return [
        node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    ]


def stored_cells(edition: str, stem: str) -> list[nbformat.NotebookNode]:
    """The code cells of an edition as it is committed."""
    notebook = nbformat.read(ROOT / edition / f"{stem}.ipynb", as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]
