"""A lesson in a kernel of its own, without Lab and browser: what its cells say, in any order and over any kit.

What a page then shows is the same code in every lesson: test_break_one.py tries that with one.
"""

import ast
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from breaking import ROOT, unexplained
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbformat import NotebookNode

#: How many widgets live in the kernel.
WIDGETS = "len(__import__('ipywidgets').widgets.widget._instances)"
CELL_SECONDS = 120


class Kernel:
    """A running kernel and the code cells that it runs."""

    def __init__(self, client: NotebookClient) -> None:
        self._client = client
        self.cells: list[NotebookNode] = client.nb.cells

    def run(self, place: int) -> list[NotebookNode]:
        """Run one cell; its outputs, with that of an error."""
        cell = self.cells[place]
        self._client.kc.session.metadata = {"cellId": cell.id}  # as Lab sends it with every request
        self._client.execute_cell(cell, place)
        outputs: list[NotebookNode] = cell.outputs
        return outputs

    def run_all(self) -> list[NotebookNode]:
        """Run every cell; the outputs of all."""
        return [output for place in range(len(self.cells)) for output in self.run(place)]

    def ask(self, expression: str) -> Any:
        """The value of a Python expression: a literal."""
        client = self._client.kc
        done = client.execute("", silent=True, user_expressions={"it": expression}, reply=True, timeout=CELL_SECONDS)
        found = done["content"]["user_expressions"]["it"]
        assert found["status"] == "ok", found
        return ast.literal_eval(found["data"]["text/plain"])


@contextmanager
def kernel(
    cells: Iterable[NotebookNode],
    start: Callable[[Callable[[], None]], None] = lambda begin: begin(),
    folder: Path = ROOT / "notebooks",
    **environment: str,
) -> Iterator[Kernel]:
    """A kernel in `folder` that has run nothing yet; `start` calls what starts its process."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell.source) for cell in cells])
    with tempfile.TemporaryDirectory(prefix="chokepoints-", ignore_cleanup_errors=True) as own:
        transport = "ipc" if os.name == "posix" else "tcp"
        manager = KernelManager(connection_file=str(Path(own, "kernel.json")), transport=transport)
        client = NotebookClient(notebook, km=manager, allow_errors=True, timeout=CELL_SECONDS, store_widget_state=False)
        # No profile of the author's, and answers that nothing else has seen.
        default = {"CHOKEPOINTS_ANSWERS": str(Path(own, "answers.json")), "IPYTHONDIR": own}
        start(lambda: manager.start_kernel(cwd=str(folder), env=os.environ | default | environment))
        try:
            client.start_new_kernel_client()
            yield Kernel(client)
        finally:
            manager.shutdown_kernel(now=True)
            if client.kc is not None:
                client.kc.stop_channels()


def words(outputs: Iterable[Any]) -> list[str]:
    """What outputs say, what was printed in one piece; without what is another at every run: the models of widgets."""
    said: list[str] = []
    name = None
    for one in outputs:
        data = one.get("data", {})
        text = str(one.get("text") or one.get("evalue") or data.get("text/plain") or data.get("text/html"))
        if one.get("name") and one.get("name") == name:
            said[-1] += text
        else:
            said.append(text)
        name = one.get("name")
    return said


def faults(outputs: Iterable[Any]) -> list[str]:
    """What must not be there: errors, and what goes to stderr."""
    return [
        str(one.get("evalue") or one.get("text"))
        for one in outputs
        if one["output_type"] == "error" or one.get("name") == "stderr"
    ]


def allowed(cells: list[str], place: int, outputs: Iterable[Any]) -> None:
    """A cell that is run without those before it may fail for a name that one of them defines, and for nothing else."""
    for one in outputs:
        if one["output_type"] == "error":
            assert not unexplained(cells[:place], one["ename"], one["evalue"]), cells[place]
