"""Build the three editions of every lesson: `make build`, or `make build LESSON=00` for one.

Each edition is executed twice in clean kernels, side by side; it is written where both runs show the same text. The
files hold nothing of this machine or moment, so a second build changes nothing.
"""

import asyncio
import difflib
import json
import os
import re
import sys
import tempfile
import time
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
from badges import write_readme
from jupyter_client.manager import AsyncKernelManager
from lesson import Lesson, read_lesson
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from stems import in_full, is_called

from chokepoints.classroom.tags import EDITIONS, editions_of, leave_open
from chokepoints.errors import KitError

ROOT = Path(__file__).parents[1]
METADATA = {"kernelspec": {"display_name": "Python 3", "name": "python3"}, "language_info": {"name": "python"}}
CELL_SECONDS, START_SECONDS, LAST_OUTPUT_SECONDS = 120, 60, 30
NOTEBOOK_BYTES, PICTURE_BYTES = 1_500_000, 150_000
WIDGET = "application/vnd.jupyter.widget-view+json"
_PICTURE = re.compile(r"data:image/png;base64,([A-Za-z0-9+/=]+)")
#: What differs from machine to machine or from run to run, and so must not stand in an output.
REFUSED = {
    "an object's address": re.compile(r" at 0x[0-9a-fA-F]+"),
    "a port": re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\]):\d+"),
    "a duration": re.compile(r"\b\d+(?:\.\d+)? ?(?:ms|µs|ns)\b|\b\d+\.\d+ ?(?:s|sec|seconds)\b|\bWall time\b"),
    "a clock time": re.compile(r"(?<![\d:.])(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])"),
}


def editions(lesson: Lesson) -> dict[str, NotebookNode]:
    """The three notebooks of a lesson by edition, not executed: the cells of each, with nothing but source and id."""
    notebooks = {}
    for edition in EDITIONS:
        cells = []
        for cell in lesson.cells:
            if edition in editions_of(cell.tag):
                new = new_code_cell if cell.kind == "code" else new_markdown_cell
                asks = edition != "solutions" and cell.kind == "code"
                cells.append(new(leave_open(cell.source)[0] if asks else cell.source, id=cell.id))
        notebooks[edition] = new_notebook(cells=cells, metadata=deepcopy(METADATA))
    return notebooks


def normalise(notebook: NotebookNode) -> NotebookNode:
    """A copy without what differs from run to run: counts from 1, no cell metadata, no widget views, whole streams."""
    clean = deepcopy(notebook)
    clean.metadata = nbformat.from_dict(METADATA)
    count = 0
    for cell in clean.cells:
        cell.metadata = NotebookNode()
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        outputs: list[NotebookNode] = []
        for output in cell.outputs:
            before = outputs[-1] if outputs else NotebookNode()
            if output.output_type == "stream" and output.name == before.get("name"):
                before.text += output.text
                continue
            if output.output_type == "execute_result":
                output.execution_count = count
            output.get("data", {}).pop(WIDGET, None)
            if output.get("data") != {}:
                outputs.append(output)
        cell.outputs = outputs
    return clean


def stored(notebook: NotebookNode) -> str:
    """The text of the file that holds a notebook."""
    return nbformat.writes(notebook, version=4) + "\n"


class _Client(NotebookClient):
    """A client that notes when a cell renews or clears an output: nbval would not find in the file what it finds."""

    renewed = False

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        self.renewed |= msg["msg_type"] in ("update_display_data", "clear_output")
        return super().process_message(msg, cell, cell_index)


async def execute(notebook: NotebookNode, folder: Path) -> NotebookNode | str:
    """A normalised copy, executed in a clean kernel that starts in `folder`, or what went wrong, with its label."""
    notebook = deepcopy(notebook)
    label = "start"
    with tempfile.TemporaryDirectory(prefix="chokepoints-", ignore_cleanup_errors=True) as own:
        # Sockets in the file system: a port that was free a moment ago may be another program's by now.
        transport = "ipc" if os.name == "posix" else "tcp"
        files = {"connection_file": str(Path(own, "kernel.json")), "transport": transport}
        manager = AsyncKernelManager(kernel_name="python3", **files)
        client = _Client(notebook, km=manager, record_timing=False, store_widget_state=False)
        client.timeout, client.startup_timeout, client.iopub_timeout = CELL_SECONDS, START_SECONDS, LAST_OUTPUT_SECONDS
        client.raise_on_iopub_timeout = True
        # No profile of the author's, and answers that nothing else has seen.
        env = os.environ | {"CHOKEPOINTS_ANSWERS": str(Path(own, "answers.json")), "IPYTHONDIR": own}
        try:
            await manager.start_kernel(cwd=str(folder), env=env, extra_arguments=["--log-level=ERROR"])
            await client.async_start_new_kernel_client()
            for index, cell in enumerate(notebook.cells):
                label = cell.id
                await client.async_execute_cell(cell, index)
                if client.renewed:
                    return f"{label}: renews or clears what is shown already; give the state when it is shown first"
                if error := next((out for out in cell.get("outputs", ()) if out.output_type == "error"), None):
                    return f"{label}: {error.ename}: {error.evalue}"
        except CellExecutionError as error:
            return f"{label}: {error.ename}: {error.evalue}"
        except CellTimeoutError:
            return f"{label}: did not end within {CELL_SECONDS} seconds"
        except (RuntimeError, TimeoutError) as error:
            return f"{label}: {error}"
        finally:
            if client.kc:
                client.kc.stop_channels()
            if manager.has_kernel:
                await manager.shutdown_kernel(now=True)
    return normalise(notebook)


def shown(cell: NotebookNode) -> str:
    """A cell's outputs as text: every format by its name, pictures left out, since their bytes may differ."""
    parts = []
    for output in cell.get("outputs", ()):
        data = output.get("data") or {output.get("name", "error"): output.get("text") or output.get("evalue", "")}
        for kind, value in sorted(data.items()):
            text = "" if kind.startswith("image/") and kind != "image/svg+xml" else value
            parts.append(f"{kind}\n{text if isinstance(text, str) else json.dumps(text, sort_keys=True)}")
    return _PICTURE.sub("PICTURE", "\n".join(parts))


def faults(first: NotebookNode, second: NotebookNode, root: Path) -> list[str]:
    """What two runs of one edition disagree on, and what must not be written at all; each with the cell's label."""
    found = []
    paths = {str(path) for path in (root, ROOT, Path.home(), Path(tempfile.gettempdir()), Path(sys.prefix))} - {"/"}
    path_here = re.compile("|".join(rf"{re.escape(path)}(?![\w-])" for path in sorted(paths)))
    for cell, again in zip(first.cells, second.cells, strict=True):
        if shown(cell) != shown(again):
            found.append(f"{cell.id}: two runs differ; seed every draw, show what does not depend on keys or time")
            once, twice = (re.split(r"\n|(?<=>)", shown(run)) for run in (cell, again))  # HTML tag by tag
            lines = [line for line in difflib.unified_diff(once, twice, n=0, lineterm="") if line[0] != "@"]
            found += [f"    {line[:160]}" for line in lines[2:8]]
        for what, pattern in (REFUSED | {"a path of this machine": path_here}).items():
            if hit := pattern.search(shown(cell)):
                found.append(f"{cell.id}: its output holds {what} ({hit[0].strip()}); leave it out")
        pictures = _PICTURE.findall(json.dumps(cell.get("outputs", ())))
        pictures += [out.data["image/png"] for out in cell.get("outputs", ()) if "image/png" in out.get("data", {})]
        if large := [len(picture) * 3 // 4 for picture in pictures if len(picture) * 3 // 4 > PICTURE_BYTES]:
            found.append(f"{cell.id}: a picture of {large[0] // 1000} kB; {PICTURE_BYTES // 1000} kB at most")
    if (size := len(stored(first).encode())) > NOTEBOOK_BYTES:
        found.append(f"the notebook has {size / 1e6:.1f} MB; {NOTEBOOK_BYTES / 1e6} MB at most")
    return found


async def _build(root: Path, lessons: list[Lesson]) -> int:
    """Execute every edition, as many kernels at once as there are cores; write the lessons without faults."""
    slots = asyncio.Semaphore(os.cpu_count() or 1)

    async def run(notebook: NotebookNode, folder: Path) -> tuple[NotebookNode | str, float]:
        async with slots:
            start = time.monotonic()
            return await execute(notebook, folder), time.monotonic() - start

    async def both(lesson: Lesson, edition: str, notebook: NotebookNode) -> str:
        folder = root / edition
        folder.mkdir(exist_ok=True)
        runs = await asyncio.gather(run(notebook, folder), run(notebook, folder))
        made = [made for made, _ in runs if not isinstance(made, str)]
        found = [failed for failed, _ in runs if isinstance(failed, str)][:1] or faults(*made, root)
        seconds = f"  {max(seconds for _, seconds in runs):.1f} s" if sys.stdout.isatty() else ""
        print(f"{lesson.stem}  {edition}{seconds}{'  failed' if found else ''}", flush=True)
        lines = {cell.id: cell.line for cell in lesson.cells}
        for one in found:
            where = f"lessons/{lesson.stem}.md:{lines.get(one.partition(':')[0], 1)}: in {edition}/, "
            print(one if one.startswith(" ") else where + one, file=sys.stderr)
        return "" if found else stored(made[0])

    async def one(lesson: Lesson) -> bool:
        made = editions(lesson)
        texts = await asyncio.gather(*(both(lesson, edition, made[edition]) for edition in EDITIONS))
        for edition, text in zip(EDITIONS, texts, strict=True):
            path = root / edition / f"{lesson.stem}.ipynb"
            if all(texts) and not (path.exists() and path.read_bytes() == text.encode()):
                path.write_bytes(text.encode())
        return all(texts)

    return 0 if all(await asyncio.gather(*map(one, lessons))) else 1


def build(root: Path, only: str | None = None) -> int:
    """Build all lessons under `root`, or the one with this number or slug (02 means only 02). 0 where all went well."""
    sources = sorted((root / "lessons").glob("*.md"))
    chosen = [path for path in sources if only is None or is_called(path.stem, only)]
    if not chosen:
        known = ", ".join(path.stem for path in sources) or "nothing; write lessons/00_start_here.md first"
        print(f"No lesson {in_full(only or '')} to build. lessons/ holds {known}.".replace("  ", " "), file=sys.stderr)
        return 1
    lessons, wrong = [], []
    for path in chosen:
        try:
            lessons.append(read_lesson(path))
        except KitError as error:  # of the lesson, or of a table that its facts stand in
            wrong.append(str(error))
    if wrong:
        print(*dict.fromkeys(wrong), sep="\n", file=sys.stderr)
        return 1
    failed = asyncio.run(_build(root, lessons))
    if only is None:
        for path in stale(root):
            path.unlink()
            print(f"removed {path.relative_to(root)}: no lesson has this name")
        if (root / "README.md").exists() and write_readme(root):
            print("README.md: its table of lessons is written anew")
    return failed


def stale(root: Path) -> list[Path]:
    """Notebooks in the folders of the editions that no lesson stands behind."""
    stems = {path.stem for path in (root / "lessons").glob("*.md")}
    return [path for edition in EDITIONS for path in sorted((root / edition).glob("*.ipynb")) if path.stem not in stems]


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit("Name one lesson, by number or slug, or none for all: make build LESSON=00")
    try:
        sys.exit(build(ROOT, *sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped. Lessons that were not finished are as they were.")
