"""axe finds nothing in what the kit can show, whichever lesson shows it: every kind of control, in every state."""

from collections.abc import Callable

import pytest
from axe import Kind, dark, findings, in_focus, in_the_dark, in_the_light
from lab import Notebook
from test_panels import PANEL

pytestmark = pytest.mark.browser

EVERYTHING = (
    "predict('browser-p7', ['more', 'less'])",
    "show(panel(''))",
    "check('evidence-1', 'a'); hint('evidence-1')",
    "from chokepoints.classroom import keep, progress; keep(); progress()",
    "from chokepoints.evidence.side import side_by_side; side_by_side('firms-hit')",
)
#: Each breaks one rule.
BAD = {
    "svg-img-alt": 'HTML(\'<svg role="img"><circle r="9"/></svg>\')',  # to an <img> Lab itself gives a text: "Image"
    "button-name": "HTML('<button></button>')",
    "color-contrast": "HTML('<p style=\"color:#ccc;background:#fff\">Hardly to be read.</p>')",
    "select-name": "HTML('<select><option>a</select>')",
    "aria-input-field-name": "ipywidgets.IntSlider(readout=False)",
    "link-name": "Markdown('[](https://example.org)')",
    "label": "controls_box(Front(), [ipywidgets.FileUpload(), ipywidgets.Text(placeholder='')])",
}


def test_every_control_for_everyone(
    open_notebook: Callable[[str], Notebook], scratch: Callable[..., str], labs_own: set[Kind]
) -> None:
    notebook = open_notebook(scratch(PANEL, *EVERYTHING))
    notebook.run_all()
    assert notebook.outputs("error", "stderr") == []
    panel = notebook.panels()[0]
    switch = panel.box.get_by_role("checkbox", name="Fail")
    switch.click()
    notebook.settle()
    assert "could not be drawn" in (panel.figure.text_content() or "")
    notebook.whole()
    assert findings(notebook) == []
    switch.click()
    assert in_the_light(notebook, labs_own) == []
    with dark(notebook):
        assert in_the_dark(notebook, labs_own) == []
    assert in_focus(notebook, labs_own) == []


def test_a_fault_is_found(
    open_notebook: Callable[[str], Notebook], scratch: Callable[..., str], labs_own: set[Kind]
) -> None:
    """Each of these would pass unseen if axe were not asked, or looked elsewhere."""
    start = (
        "import ipywidgets\nfrom IPython.display import HTML, Markdown\n"
        "from chokepoints.classroom.front import Front, controls_box"
    )
    notebook = open_notebook(scratch(start, *BAD.values(), *["print('far below')"] * 20, BAD["button-name"]))
    notebook.run_all()
    notebook.page.locator(".widget-text input").wait_for()
    notebook.whole()
    faults = findings(notebook)
    assert not labs_own & {one.kind() for one in faults}, "a fault that is taken for Lab's own"
    found = [one.rule for one in faults]
    assert set(found) == set(BAD)
    assert found.count("button-name") == 2, "the one at the end of the notebook as well"
