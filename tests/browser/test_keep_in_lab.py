"""Questions in a real JupyterLab: functions under their limit, progress, and the two buttons that keep the answers."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lab import Lab, Notebook
from playwright.sync_api import FilePayload, Locator

pytestmark = pytest.mark.browser

BEGIN = "from chokepoints.classroom import check, keep, predict, progress, saved"
#: Breaks out of an attribute or an element, wherever a text is taken for HTML.
NASTY = '"><script>window.ran = 1</script><img src=x onerror="window.ran = 1">'
ENDLESS = """
def addresses_in(ranges):
    while True:
        try:
            pass
        except BaseException:
            continue
check("evidence-8", addresses_in)
"""


@pytest.fixture
def opened(open_notebook: Callable[[str], Notebook], scratch: Callable[..., str]) -> Callable[..., Notebook]:
    """Opens a notebook of these cells and runs it."""

    def open_and_run(*cells: str) -> Notebook:
        notebook = open_notebook(scratch(BEGIN, *cells))
        notebook.run_all()
        assert notebook.outputs("error", "stderr") == []
        return notebook

    return open_and_run


def printed(notebook: Notebook) -> str:
    return "".join(text.removeprefix("stdout: ") for text in notebook.outputs("stdout"))


def buttons(notebook: Notebook) -> tuple[Locator, Locator, Locator]:
    """The button that downloads, the one that uploads, and the status that is heard."""
    box = notebook.page.locator(".chokepoints-controls")
    save = box.get_by_role("button", name="Download my answers", exact=True)
    choose = box.get_by_label("Upload answers.json")
    save.wait_for()
    return save, choose, box.get_by_role("status")


def upload(notebook: Notebook, choose: Locator, data: bytes, name: str = "answers.json") -> None:
    choose.set_input_files(FilePayload(name=name, mimeType="application/json", buffer=data))
    notebook.page.wait_for_timeout(200)  # the page reads the file first
    notebook.settle()


def test_download_and_upload(opened: Callable[..., Notebook], lab: Lab, tmp_path: Path) -> None:
    kept = lab.kit.parent / "answers.json"
    kept.unlink(missing_ok=True)
    notebook = opened(f"check('evidence-1', 'b')\ncheck('evidence-2', {NASTY!r})", "keep()", "1 + 1")
    save, choose, status = buttons(notebook)
    cells, page = notebook.cells(), notebook.page

    # By keyboard: Tab goes from one to the other, Enter presses, and Lab's letters stay away.
    save.focus()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "answers.json"
    waiting.value.save_as(tmp_path / "saved.json")
    data = (tmp_path / "saved.json").read_bytes()
    assert json.loads(data) == {"schema": 1, "answers": {"evidence-1": "b", "evidence-2": NASTY}, "predictions": {}}
    notebook.settle()
    assert status.inner_text() == "Sent to your browser as answers.json: 2 answers and 0 predictions."
    page.keyboard.press("b")
    page.keyboard.press("Tab")
    assert choose.evaluate("input => input === document.activeElement")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(FilePayload(name="answers.json", mimeType="application/json", buffer=data))
    page.wait_for_timeout(200)
    notebook.settle()
    assert status.inner_text() == "Restored 2 answers and 0 predictions."
    page.keyboard.press("b")
    assert notebook.cells() == cells, "a key meant for a button reached Lab"

    # What is there is merged with what comes; the same file can be chosen again.
    node = status.element_handle()
    upload(notebook, choose, b'{"schema": 1, "answers": {"evidence-2": 5}, "predictions": {"evidence-p1": "more"}}')
    assert status.inner_text() == "Restored 1 answer and 1 prediction."
    assert json.loads(kept.read_text())["answers"] == {"evidence-1": "b", "evidence-2": 5}
    upload(notebook, choose, data)
    assert status.inner_text() == "Restored 2 answers and 0 predictions."
    assert node.is_visible() or node.evaluate("node => node.isConnected")

    # Seen as well as heard.
    assert page.locator(".chokepoints-kept").inner_text() == status.inner_text()
    page.locator(".jp-CodeCell:has(.chokepoints-kept) .jp-Cell-outputArea").screenshot(path=tmp_path / "keep.png")
    assert notebook.complaints == []


def test_what_is_no_answers_file_is_refused(opened: Callable[..., Notebook], lab: Lab) -> None:
    kept = lab.kit.parent / "answers.json"
    notebook = opened("check('evidence-1', 'b')", "keep()")
    _, choose, status = buttons(notebook)
    before = kept.read_bytes()
    for data, name, reason in (
        (b"{", NASTY, "is not whole JSON"),
        (b'{"cells": []}', "lesson.ipynb", "not of the kit"),
        (b"x" * (256 * 1024 + 1), "large.json", "large.json was not taken over: it has 257 kB"),
        (b"", "empty.json", "empty.json was not taken over: it is not whole JSON"),
    ):
        upload(notebook, choose, data, name)
        assert reason in status.inner_text()
        assert "What was here stays." in status.inner_text()
        assert kept.read_bytes() == before
    assert {path.name for path in kept.parent.glob("answers.json.refused-*")} >= {
        "answers.json.refused-1",
        "answers.json.refused-2",
    }
    assert notebook.page.evaluate("() => window.ran") is None
    assert notebook.outputs("error", "stderr") == []


def test_a_function_that_never_ends_and_the_progress(opened: Callable[..., Notebook], lab: Lab) -> None:
    notebook = opened(
        "predict('evidence-p9', ['more', 'less'])",
        ENDLESS,
        "check('evidence-1', 'b')",
        "progress()",
        f"check('evidence-2', {NASTY!r}); progress(show_saved=True)",
    )
    said = printed(notebook)
    assert "did not come to an end in time" in said
    assert "Law track, core: 1 of 1 correct.\nCode track, core: 0 of 1 correct; not yet: evidence-8." in said
    assert f"  evidence-2: {NASTY}" in said
    assert "  evidence-8: def addresses_in(ranges):" in said
    assert notebook.page.evaluate("() => window.ran") is None
