"""Hostile text in the tables, an uploaded file and errors: shown as text in Lab and on a stored page, never run."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from breaking import run_cell
from lab import Lab, Notebook
from nbconvert import HTMLExporter
from playwright.sync_api import Browser
from test_keep_in_lab import buttons, printed, upload

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
NASTY = (
    '"><script>window.ran = 1</script><img src=x onerror="window.ran = 1">'
    "</p></td></table></figure><svg onload='window.ran = 1'></svg>' onmouseover='window.ran = 1' $x^{ %s {0} --> "
)
#: Columns that panels name a value of, to stand at: one that is changed shows no panel.
STARTS = {"matter", "name"}
#: The rooms that have panels, each in a cell of its own: of a cell with more than 50 outputs Lab shows the first 50.
ROOMS = sorted(path.parent.name for path in (ROOT / "src" / "chokepoints").glob("*/panels.py"))
SHOW_ALL = """
import importlib
from chokepoints.classroom import show
from chokepoints.classroom.panel import Panel

offered = vars(importlib.import_module("chokepoints.{}.panels"))
for panel in [panel for panel in offered.values() if isinstance(panel, Panel)]:
    show(panel)
print(sum(isinstance(panel, Panel) for panel in offered.values()), "panels")
"""
TABLES = """
from chokepoints.evidence import cite
from chokepoints.evidence.facts import fact_slugs, quantities
from chokepoints.evidence.side import side_by_side

for quantity in quantities()[::8]:
    display(side_by_side(quantity))
for slug in sorted(fact_slugs())[::8]:
    print(cite(slug))
"""
ERRORS = (
    "show(NASTY)",
    "side_by_side(NASTY)",
    "cite(NASTY)",
    "show(panel, **{NASTY: 1})",
    "show(panel, day=NASTY)",
    "from chokepoints.classroom import predict; predict(NASTY, [NASTY])",
)


@pytest.fixture
def hostile_kit(tmp_path: Path) -> Path:
    """The package's sources, beside tables whose free texts all end in NASTY: what a reader takes as a name is left."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "datasets", tmp_path / "datasets")
    package = json.loads((ROOT / "datasets" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        schema = resource["schema"]
        keys = {name for key in schema.get("foreignKeys", []) for name in key["fields"]} | STARTS
        free = [
            field["name"]
            for field in schema["fields"]
            if field["type"] == "string" and not {"pattern", "enum"} & set(field.get("constraints", {}))
            if field["name"] not in keys
        ]
        path = tmp_path / "datasets" / resource["path"]
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(row | {name: row[name] + NASTY for name in free} for row in rows)
    return tmp_path / "src"


def ran(notebook: Notebook) -> bool:
    """Whether any of the text has been run, or stands in the page as markup."""
    bad = "script, [onerror], [onload], [onmouseover]"
    inside = ", ".join(f".jp-OutputArea-output {one}" for one in bad.split(", "))
    assert notebook.page.locator(inside).count() == 0
    return notebook.page.evaluate("() => window.ran") is not None


def test_tables_and_errors(
    open_notebook: Callable[[str], Notebook],
    scratch: Callable[..., str],
    hostile_kit: Path,
    lab: Lab,
    browser: Browser,
    tmp_path: Path,
) -> None:
    start = f"import sys; sys.path.insert(0, {str(hostile_kit)!r}); NASTY = {NASTY!r}"
    errors = f"for code in {ERRORS!r}:\n    get_ipython().run_cell(code)"
    path = scratch(start, *(SHOW_ALL.format(room) for room in ROOMS), TABLES, errors)
    notebook, saved = open_notebook(path), nbformat.read(lab.kit / path, as_version=4)
    readings: list[str] = []
    for place, cell in enumerate(saved.cells):
        cell.outputs = [nbformat.from_dict(output) for output in run_cell(notebook, place)]
        assert not ran(notebook)
        if 1 <= place <= len(ROOMS):
            readings += panels_astray(notebook)
        elif cell.source == TABLES:
            notebook.whole()
            cells = notebook.page.locator("td").all_text_contents()
            assert sum(NASTY.strip() in one for one in cells) > 20
            notebook.page.locator("td").nth(6).hover()
        assert not ran(notebook)
        if place < len(saved.cells) - 1:  # a page that is high takes its time at every move
            notebook.page.evaluate("() => window.jupyterapp.commands.execute('notebook:clear-cell-output')")
    assert len(notebook.outputs("error")) == len(ERRORS), "each is refused, and nothing else is"
    assert all("KitError" not in one or NASTY[:20] in one for one in notebook.outputs("error"))
    assert any(NASTY.strip() in one for one in readings), "no panel tells of a hostile cell"

    nbformat.write(saved, tmp_path / "saved.ipynb")
    page, text = as_page(tmp_path / "saved.ipynb", browser, tmp_path)
    assert text.count(NASTY.strip()) > 20
    assert page is None


def panels_astray(notebook: Notebook) -> list[str]:
    """What the panels of the only cell with outputs read, before and after some of them are set to other values."""
    notebook.whole()
    panels = notebook.panels()
    assert printed(notebook) == f"{len(panels)} panels\n", "not every panel is on the page"
    readings = [panel.reading() for panel in panels]
    for panel in panels[::4]:  # the same code draws them all
        panel.astray()
    readings += [panel.reading() for panel in panels]
    for picture in notebook.page.locator("figure").all():
        picture.hover()
    return readings


def as_page(path: Path, browser: Browser, folder: Path) -> tuple[object, str]:
    """What `window.ran` is on nbconvert's page of a notebook, opened without network, and the page's text."""
    body, _ = HTMLExporter().from_filename(str(path))
    file = folder / "page.html"
    file.write_text(body, encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_timeout(100)  # onerror comes later than the page
    found = page.evaluate("() => window.ran ?? null"), page.text_content("body") or ""
    context.close()
    return found


def test_the_same_text_unescaped_would_run_on_a_page(browser: Browser, tmp_path: Path) -> None:
    """Else the test above would pass whatever the kit does."""
    html = {"data": {"text/html": f"<p>{NASTY}</p>"}, "metadata": {}, "output_type": "display_data"}
    cell = {"cell_type": "code", "id": "a", "source": "", "metadata": {}, "execution_count": 1, "outputs": [html]}
    path = tmp_path / "bad.ipynb"
    path.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    assert as_page(path, browser, tmp_path)[0] == 1


def test_an_uploaded_file(open_notebook: Callable[[str], Notebook], scratch: Callable[..., str], lab: Lab) -> None:
    kept = lab.kit.parent / "answers.json"
    kept.unlink(missing_ok=True)
    notebook = open_notebook(
        scratch(
            "from chokepoints.classroom import keep, predict, progress, saved\nkeep()",
            f"predict('evidence-p1', ['more', {NASTY!r}])",
            "progress(show_saved=True); print(saved('evidence-1'), saved('evidence-p1'))",
        )
    )
    notebook.run_all()
    _, choose, _ = buttons(notebook)
    status = notebook.page.locator(".chokepoints-controls:has(input[type=file])").get_by_role("status")
    good = {"answers": {"evidence-1": NASTY, "evidence-2": [NASTY, 1]}, "predictions": {"evidence-p1": NASTY}}
    upload(notebook, choose, json.dumps({"schema": 1} | good).encode(), f"{NASTY}.json")
    assert status.text_content() == "Restored 2 answers and 1 prediction."
    notebook.run_all()
    said = printed(notebook)
    assert said.count(NASTY.strip()) == 2, said
    assert f"  evidence-1: {NASTY[:60]}" in said
    assert f"  evidence-p1: {NASTY[:60]}" in said
    _, choose, _ = buttons(notebook)
    bad = {"answers": {NASTY: NASTY}, "predictions": {}}
    upload(notebook, choose, json.dumps({"schema": 1} | bad).encode(), f"{NASTY}.json")
    assert "was not taken over" in (status.text_content() or "")
    assert notebook.outputs("error", "stderr") == []
    assert not ran(notebook)
