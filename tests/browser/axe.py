"""What axe finds wrong in those parts of the page that are the kit's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from lab import VIEWPORT, Notebook
from moves import KEYS, controls

#: Outputs, prose and controls. All else is Lab's, and Lab's own faults are no lesson's.
PARTS = (".jp-OutputArea-output", ".jp-RenderedMarkdown", ".chokepoints-controls")
LIGHT, DARK = "JupyterLab Light", "JupyterLab Dark"
#: What Lab renders by itself.
PLAIN = (
    """from IPython.display import Markdown
Markdown("# Title\\n\\nWords with [a link](https://example.org) and `code`.\\n\\n- item\\n\\n|a|b|\\n|-|-|\\n|1|2|")""",
    "print('Words and then https://example.org in what is printed')",
    "1 + 1",
)
#: Of a node that axe names: its tag, and which of Lab's renderers made what it stands in.
_WHERE = """places => places.map(place => {
    const node = document.querySelector(place);
    const made = node.closest("[class*=jp-Rendered]")?.className.match(/jp-Rendered(?!HTMLCommon)\\w+/);
    return [node.tagName.toLowerCase(), made?.[0] ?? "widget"];
})"""


#: Rule, tag, and which of Lab's renderers made it: by these it is told whether a plain notebook has the fault too.
Kind = tuple[str, str, str]


@dataclass(frozen=True)
class Finding:
    """A fault: the rule, the tag and its maker in Lab, and what axe says of it."""

    rule: str
    tag: str
    made_by: str
    words: str

    def kind(self) -> Kind:
        """The look of a link in prose is Lab's fault, wherever it leads."""
        return self.rule, self.tag, self.made_by

    def __str__(self) -> str:
        return f"{self.rule} ({self.tag} in {self.made_by}): {self.words}"


def findings(notebook: Notebook, parts: tuple[str, ...] = PARTS) -> list[Finding]:
    """Every fault in these parts.

    axe takes no note of what Lab has not drawn, so the window must be as high as the notebook: call `whole` first. And
    Lab's body, of no height itself, cuts off what overflows: axe takes all text for hidden, and its contrast for good.
    """
    page = notebook.page
    there = [[part] for part in parts if page.locator(part).count()]
    assert there, f"nothing to look at: no {', no '.join(parts)}"
    page.evaluate("() => { document.body.style.height = '100vh'; }")
    # Of what passes the first node of a rule is enough, and axe names each by a selector, which takes it long.
    results: dict[str, Any] = Axe().run(page, {"include": there}, {"resultTypes": ["violations"]}).response
    page.evaluate("() => { document.body.style.height = ''; }")
    looked = {rule["id"] for kind in ("passes", "violations") for rule in results[kind]}
    assert "color-contrast" in looked, "axe takes the text of the page for hidden"
    faults = [(fault["id"], node) for fault in results["violations"] for node in fault["nodes"]]
    where = page.evaluate(_WHERE, [node["target"][-1] for _, node in faults])
    return [
        Finding(rule, tag, made_by, f"{node['html'][:300]} {node['failureSummary']}")
        for (rule, node), (tag, made_by) in zip(faults, where, strict=True)
    ]


def unfold(notebook: Notebook) -> None:
    """Open all folded text."""
    notebook.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")


def theme(notebook: Notebook, name: str) -> None:
    """Change Lab's theme and wait for its colours. Lab keeps it for all pages: set it back."""
    colour = "getComputedStyle(document.body).getPropertyValue('--jp-layout-color1')"
    before = notebook.page.evaluate(colour)
    notebook.page.evaluate(
        "async theme => { await window.jupyterapp.commands.execute('apputils:change-theme', { theme }); }", name
    )
    # Lab lays a splash screen over the page meanwhile, and axe would see nothing but that.
    notebook.page.wait_for_function(
        f"before => !['', before].includes({colour}) && !document.querySelector('#jupyterlab-splash')", arg=before
    )


#: What changes where controls are moved.
MOVED = (".chokepoints-controls", "figure.chokepoints-panel")


@contextmanager
def dark(notebook: Notebook) -> Iterator[None]:
    """Lab's dark theme for a while."""
    theme(notebook, DARK)
    try:
        yield
    finally:
        theme(notebook, LIGHT)


def in_the_light(notebook: Notebook, labs_own: set[Kind]) -> list[str]:
    """What axe finds as the notebook stands, and with controls moved, where they are left; Lab's own left out."""
    unfold(notebook)
    notebook.whole()
    found = {"at the start": findings(notebook)}
    notebook.page.set_viewport_size(VIEWPORT)  # a high window is drawn anew as a whole
    for panel in notebook.panels():
        panel.astray()
    notebook.whole()
    found["all moved"] = findings(notebook, MOVED)
    return _beyond(found, labs_own)


def in_the_dark(notebook: Notebook, labs_own: set[Kind], parts: tuple[str, ...] = PARTS) -> list[str]:
    """The same of a notebook that is dark, in these parts, as they stand."""
    return _beyond({"in the dark": findings(notebook, parts)}, labs_own)


def in_focus(notebook: Notebook, labs_own: set[Kind]) -> list[str]:
    """What axe finds while a control of each kind has the focus, in turn; Lab's own left out.

    Raises AssertionError where a kind that the tests know is missing: no lesson can have another one.
    """
    notebook.whole()
    boxes = [*(panel.box for panel in notebook.panels()), *notebook.others()]
    each = {control.kind: control for box in boxes for control in controls(box)}
    assert set(each) == set(KEYS)
    found = {}
    for control in each.values():
        control.focus()
        assert control.has_focus()
        found[f"{control} in focus"] = findings(notebook, (".chokepoints-controls",))
    return _beyond(found, labs_own)


def _beyond(found: dict[str, list[Finding]], labs_own: set[Kind]) -> list[str]:
    return [f"{state}: {one}" for state, some in found.items() for one in some if one.kind() not in labs_own]
