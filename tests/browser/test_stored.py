"""A notebook as it is stored, never run here: in a Lab that does not trust it, and as a page without network."""

import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from lab import WIDGET, Lab, Notebook
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page
from storedpages import faults, stored_panels

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
EDITIONS = sorted(path for name in ("notebooks", "exercises", "solutions") for path in (ROOT / name).glob("*.ipynb"))
DOT = "R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
FIGURE = (
    '<figure class="chokepoints-panel">{}<figcaption class="chokepoints-reading">Two of three.</figcaption></figure>'
)
#: Outputs with one fault each, and how it is told.
BAD = {
    "a picture without text": {"text/html": f'<img src="data:image/gif;base64,{DOT}">'},
    "a picture that does not show": {"text/html": '<img alt="A picture." src="data:image/png;base64,AAAA">'},
    "a picture out of sight": {
        "text/html": f'<img alt="A dot." style="display:none" src="data:image/gif;base64,{DOT}">'
    },
    "a panel without a picture": {"text/html": FIGURE.format("")},
    "a panel whose reading": {
        "text/html": FIGURE.format(f'<img alt="Two of four." src="data:image/gif;base64,{DOT}">')
    },
    "png": {"image/png": PNG, "text/plain": "<Figure>"},
}


def write(path: Path, *outputs: dict[str, str]) -> Path:
    """A notebook with these outputs, one a cell, as if it had been run elsewhere."""
    cells = [
        nbformat.v4.new_code_cell("1", execution_count=n, outputs=[nbformat.v4.new_output("display_data", data)])
        for n, data in enumerate(outputs, start=1)
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, path)
    return path


def complain(found: list[str]) -> None:
    """Every fault of the bad notebook must be among those found; no picture's text but that of two is missing."""
    for told in BAD:
        assert any(told in one for one in found), f"not found: {told}"
    assert sum("a picture without text" in one for one in found) == 2, "the <img> and the bare PNG"


def untrusted(open_notebook: Callable[[str], Notebook], lab: Lab, path: Path) -> Notebook:
    """Open a copy of a notebook in Lab, run nothing, and make sure that Lab does not trust it."""
    folder = lab.kit / "stored"
    folder.mkdir(exist_ok=True)
    shutil.copy(path, folder / path.name)
    notebook = open_notebook(f"stored/{path.name}")
    trusted = notebook.page.evaluate(
        f"() => {WIDGET}.content.widgets.filter(c => c.model.outputs?.length).map(c => c.model.trusted)"
    )
    assert trusted
    assert not any(trusted)
    notebook.whole()
    return notebook


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_untrusted_in_lab(path: Path, open_notebook: Callable[[str], Notebook], lab: Lab) -> None:
    notebook = untrusted(open_notebook, lab, path)
    assert stored_panels(path), "a lesson without a panel"
    assert faults(notebook.page, path, ".jp-WindowedPanel-outer") == []


def test_a_bad_picture_is_found_in_lab(open_notebook: Callable[[str], Notebook], lab: Lab, tmp_path: Path) -> None:
    path = write(tmp_path / "bad.ipynb", *BAD.values())
    found = faults(untrusted(open_notebook, lab, path).page, path, ".jp-WindowedPanel-outer")
    complain(found)


@pytest.fixture(scope="module")
def without_network(browser: Browser) -> Callable[[Path, Path], tuple[Page, set[str]]]:
    """Opens a notebook as nbconvert's HTML; the page, and what it would have loaded."""
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 1000})

    def open_page(path: Path, folder: Path) -> tuple[Page, set[str]]:
        body, _ = HTMLExporter().from_filename(str(path))
        file = folder / f"{path.parent.name}-{path.stem}.html"
        file.write_text(body, encoding="utf-8")
        page, asked = context.new_page(), set[str]()
        page.on("request", lambda request: asked.add(request.url))
        page.goto(file.as_uri())
        return page, {url for url in asked if not url.startswith(("data:", "file:"))}

    return open_page


@pytest.fixture(scope="module")
def usual(
    without_network: Callable[[Path, Path], tuple[Page, set[str]]], tmp_path_factory: pytest.TempPathFactory
) -> set[str]:
    """What nbconvert's page of an empty notebook would have loaded: MathJax and its like."""
    folder = tmp_path_factory.mktemp("empty")
    page, asked = without_network(write(folder / "empty.ipynb"), folder)
    page.close()
    return asked


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_as_a_page_without_network(
    path: Path, without_network: Callable[[Path, Path], tuple[Page, set[str]]], usual: set[str], tmp_path: Path
) -> None:
    page, asked = without_network(path, tmp_path)
    assert faults(page, path) == []
    assert asked <= usual
    page.close()


def test_a_bad_picture_is_found_on_a_page(
    without_network: Callable[[Path, Path], tuple[Page, set[str]]], usual: set[str], tmp_path: Path
) -> None:
    elsewhere = {"text/html": '<img alt="Elsewhere." src="https://example.org/picture.png">'}
    path = write(tmp_path / "bad.ipynb", *BAD.values(), elsewhere)
    page, asked = without_network(path, tmp_path)
    found = faults(page, path)
    complain(found)
    assert asked - usual == {"https://example.org/picture.png"}
    page.close()
