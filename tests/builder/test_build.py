"""Editions are executed twice in real kernels, normalised, compared and written; nothing else gets into the folders."""

import asyncio
import base64
import re
from pathlib import Path

import build as builder
import lesson
import nbformat
import pytest
from build import build, editions, execute, faults, normalise, shown, stale, stored
from lesson import Lesson, read_lesson
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from sample_kit import Kit

from chokepoints.errors import KitError

EDITIONS = {f"{edition}/04_push.ipynb" for edition in ("notebooks", "exercises", "solutions")}


def one_cell(source: str) -> NotebookNode:
    return new_notebook(cells=[new_markdown_cell("# T", id="l04-1"), new_code_cell(source, id="l04-only")])


def run(source: str, folder: Path) -> NotebookNode | str:
    return asyncio.run(execute(one_cell(source), folder))


def holding(*outputs: NotebookNode) -> NotebookNode:
    return new_notebook(cells=[new_code_cell("x", id="l04-only", execution_count=1, outputs=list(outputs))])


def test_build_writes_three_editions_and_a_second_build_nothing(kit: Kit, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(kit.root) == 0
    first = kit.built()
    assert set(first) == EDITIONS
    told = capsys.readouterr()
    assert sorted(told.out.splitlines()) == [f"04_push  {name}" for name in ("exercises", "notebooks", "solutions")]
    assert not told.err

    made = editions(read_lesson(kit.path))
    for name, content in first.items():
        text = content.decode()
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
        assert [(cell.id, cell.source) for cell in notebook.cells] == [
            (cell.id, cell.source) for cell in made[name.split("/")[0]].cells
        ]
        codes = [cell for cell in notebook.cells if cell.cell_type == "code"]
        assert [cell.execution_count for cell in codes] == list(range(1, len(codes) + 1))
        assert "2 rates" in shown(codes[0])
        assert text.endswith("}\n")
        assert text.startswith('{\n "cells": [\n  {\n')
        assert not re.search(r"jupytext|timestamp|iopub|widget|/tmp|(?i:python 3\.)", text)
    assert "Ellipsis" in first["exercises/04_push.ipynb"].decode()

    times = {path: path.stat().st_mtime_ns for path in kit.root.glob("*/*.ipynb")}
    (kit.root / "notebooks" / "09_gone.ipynb").write_text("{}")
    (kit.root / "exercises" / "04_push.ipynb").write_bytes(b"edited by hand")
    assert build(kit.root) == 0
    assert kit.built() == first  # the stale one went, the edited one is as before
    same = [path for path, time in times.items() if path.stat().st_mtime_ns == time]
    assert {path.parent.name for path in same} == {"notebooks", "solutions"}


def test_one_lesson_is_built_by_number_or_slug(kit: Kit, capsys: pytest.CaptureFixture[str]) -> None:
    other = kit.path.with_name("05_store.md")
    other.write_text("nothing yet")
    (kit.root / "notebooks").mkdir()
    gone = kit.root / "notebooks" / "09_gone.ipynb"
    gone.write_text("{}")
    assert stale(kit.root) == [gone]
    assert build(kit.root, "push") == 0  # the other one is not looked at, and only a full build removes
    assert gone.exists()
    gone.unlink()
    assert set(kit.built()) == EDITIONS
    assert build(kit.root, "06") == 1
    assert "No lesson 06 to build. lessons/ holds 04_push, 05_store." in capsys.readouterr().err
    assert build(kit.root / "notebooks") == 1
    assert "write lessons/00_start_here.md first" in capsys.readouterr().err


def test_a_further_half_is_a_lesson_of_its_own(
    kit: Kit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kit.half()
    chosen: list[str] = []

    async def note(_root: Path, lessons: list[Lesson]) -> int:
        chosen.extend(lesson.stem for lesson in lessons)
        return 0

    with monkeypatch.context() as patch:  # what is chosen; one name of each is built for true below
        patch.setattr(builder, "_build", note)
        assert [build(kit.root, name) for name in ("4", "04", "4b", "04b", "pull", "04b_pull")] == [0] * 6
    assert chosen == ["04_push"] * 2 + ["04b_pull"] * 4, "the number of the first half means the first half"
    assert build(kit.root, "4") == 0
    assert set(kit.built()) == EDITIONS
    for path in kit.root.glob("*/*.ipynb"):
        path.unlink()
    assert build(kit.root, "4b") == 0
    assert set(kit.built()) == {path.replace("04_push", "04b_pull") for path in EDITIONS}
    assert not capsys.readouterr().err
    assert build(kit.root, "4c") == 1
    assert capsys.readouterr().err == "No lesson 04c to build. lessons/ holds 04_push, 04b_pull.\n"
    assert stale(kit.root) == []
    notebook = nbformat.reads(kit.built()["solutions/04b_pull.ipynb"].decode(), as_version=4)
    assert [cell.id for cell in notebook.cells] == ["l04b-1", "l04b-load", "l04b-run-1", "l04b-sum", "l04b-model"]


def test_random_output_stops_the_build(kit: Kit, capsys: pytest.CaptureFixture[str]) -> None:
    kit.change('print("a run")', 'import random\nprint("drew", random.random())')
    assert build(kit.root) == 1
    error = capsys.readouterr().err
    line = kit.line("import random")
    assert f"lessons/04_push.md:{line}: in notebooks/, l04-run: two runs differ; seed every draw" in error
    assert re.search(r"^ +-drew 0\.\d+\n +\+drew 0\.\d+$", error, re.MULTILINE)
    assert not kit.built()


def test_an_error_stops_the_build(kit: Kit, capsys: pytest.CaptureFixture[str]) -> None:
    kit.change("total\n```", "total + 1\n```")
    assert build(kit.root) == 1
    told = capsys.readouterr()
    line = kit.line("# BEGIN")
    assert f"lessons/04_push.md:{line}: in exercises/, l04-sum: TypeError: unsupported operand type" in told.err
    assert "Traceback" not in told.err
    assert "exercises  failed" in told.out
    assert not kit.built()


def test_kernel_is_clean_and_stands_where_the_notebook_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", "/nowhere/mine.json")
    source = "import os\nfrom pathlib import Path\nprint(Path.cwd().name, os.environ['CHOKEPOINTS_ANSWERS'])"
    first, second = run(source, tmp_path), run(source, tmp_path)
    assert isinstance(first, NotebookNode)
    assert isinstance(second, NotebookNode)
    answers = [shown(made.cells[1]).split()[-1] for made in (first, second)]
    assert shown(first.cells[1]).split()[1] == tmp_path.name
    assert answers[0] != answers[1]
    assert not any(Path(path).parent.exists() or path.startswith("/nowhere") for path in answers)
    assert any("a path of this machine" in fault for fault in faults(first, first, tmp_path))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import os\nos._exit(3)", "l04-only: Kernel died"),
        ("while True: pass", "l04-only: did not end within 2 seconds"),
        ("input()", "l04-only: StdinNotImplementedError"),
        (
            "from IPython.display import display\nd = display(1, display_id=True)\nd.update(2)",
            "l04-only: renews or clears",
        ),
        ("from IPython.display import clear_output\nprint(1)\nclear_output()", "l04-only: renews or clears"),
    ],
)
def test_what_a_cell_must_not_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, said: str) -> None:
    monkeypatch.setattr(builder, "CELL_SECONDS", 2)
    result = run(source, tmp_path)
    assert isinstance(result, str)
    assert result.startswith(said)


def test_no_kernel_is_left_behind(tmp_path: Path) -> None:
    """Also of a cell that fails and of a build that is interrupted."""
    source = "import os\nfrom pathlib import Path\nPath('{0}').write_text(str(os.getpid()))\n{1}"
    run(source.format(tmp_path / "failed", "1 / 0"), tmp_path)

    async def interrupted() -> None:
        notebook = one_cell(source.format(tmp_path / "stopped", "while True: pass"))
        task = asyncio.create_task(execute(notebook, tmp_path))
        while not (tmp_path / "stopped").exists():
            await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.wait([task])

    asyncio.run(interrupted())
    for name in ("failed", "stopped"):
        assert not Path("/proc", (tmp_path / name).read_text()).exists() or not Path("/proc").exists()


def test_normalise_keeps_what_the_learner_sees() -> None:
    stream = [
        new_output("stream", name=name, text=text)
        for name, text in (("stdout", "a\n"), ("stdout", "b\n"), ("stderr", "c"))
    ]
    view = {builder.WIDGET: {"model_id": "7f"}, "text/plain": "Controls: day. Run this cell."}
    raw = holding(
        *stream, new_output("display_data", view), new_output("display_data", {builder.WIDGET: {"model_id": "8e"}})
    )
    raw.cells[0].update(execution_count=7, metadata={"execution": {"iopub.status.busy": "2026"}, "tags": ["x"]})
    raw.cells[0].outputs.append(new_output("execute_result", {"text/plain": "3"}, execution_count=7))
    raw.metadata = {"widgets": {"state": {}}, "language_info": {"version": "3.11.7"}}
    clean = normalise(raw)
    assert shown(clean.cells[0]).split("\n") == [
        *("stdout", "a", "b", "", "stderr", "c"),
        *("text/plain", "Controls: day. Run this cell.", "text/plain", "3"),
    ]
    assert len(clean.cells[0].outputs) == 4
    assert clean.cells[0].execution_count == clean.cells[0].outputs[-1].execution_count == 1
    assert clean.cells[0].metadata == {}
    assert clean.metadata == builder.METADATA
    assert raw.cells[0].execution_count == 7, "the given notebook stays as it was"
    nbformat.validate(clean)
    assert stored(normalise(clean)) == stored(clean)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<function f at 0x7f3a>", "an object's address (at 0x7f3a)"),
        ("http://127.0.0.1:8443/", "a port (127.0.0.1:8443)"),
        ("began 2026-11-05T09:30:00", "a clock time (09:30:00)"),
        ("at 18:05 or so", "a clock time (18:05)"),
        ("took 4.31 s", "a duration (4.31 s)"),
        ("120 ms each", "a duration (120 ms)"),
        (f"{Path.home()}/x.py:3", f"a path of this machine ({Path.home()})"),
        ("/kit/root/lessons", "a path of this machine (/kit/root)"),
    ],
)
def test_what_must_not_be_written(text: str, what: str) -> None:
    for output in (new_output("stream", text=text), new_output("display_data", {"text/html": f'<img alt="{text}">'})):
        (fault,) = faults(holding(output), holding(output), Path("/kit/root"))
        assert fault == f"l04-only: its output holds {what}; leave it out"


def test_what_may_be_written() -> None:
    text = "27:30, 1:10, 2001:db8::1, 127.0.0.1, at 0, /kit/rooted, 12:30:45:00, 10.0.0.1:99"
    output = new_output("stream", text=text)
    assert not faults(holding(output), holding(output), Path("/kit/root"))


def test_pictures_are_not_compared_but_weighed() -> None:
    def picture(weight: int, alt: str = "9 blocked") -> NotebookNode:
        data = base64.b64encode(b"/tmp" * (weight // 4)).decode()
        html = f'<img alt="{alt}" src="data:image/png;base64,{data}">'
        return holding(new_output("display_data", {"text/html": html, "image/png": data}))

    root = Path("/kit/root")
    assert not faults(picture(900), picture(800), root)
    blank = holding(new_output("stream", text="a\n")), holding(new_output("stream", text="a\n\n"))
    assert faults(*blank, root)[0].startswith("l04-only: two runs differ")
    (difference, *diff) = faults(picture(900), picture(900, alt="8 blocked"), root)
    assert "two runs differ" in difference
    assert any("8 blocked" in line for line in diff)
    assert faults(picture(160_000), picture(160_000), root) == ["l04-only: a picture of 160 kB; 150 kB at most"]
    large = holding(new_output("stream", text="a" * 1_500_000))
    assert faults(large, large, root) == ["the notebook has 1.5 MB; 1.5 MB at most"]


def test_broken_tables_are_told_in_their_own_words(
    kit: Kit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> frozenset[str]:
        raise KitError("figures.csv, row 3: low is not a number.")

    monkeypatch.setattr(lesson, "known_facts", broken)
    assert build(kit.root) == 1
    assert capsys.readouterr().err == "figures.csv, row 3: low is not a number.\n"
