"""What the checks of documents share: one built notebook, its texts, headings, questions and outputs."""

import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import nbformat
from markdown_it import MarkdownIt
from markdown_it.token import Token
from nbformat import NotebookNode

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from lesson import Cell, calls  # noqa: E402

from chokepoints.classroom.tags import EDITIONS  # noqa: E402

_PARSER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Document:
    """One built notebook: its edition, the stem of its lesson, and its cells."""

    edition: str
    stem: str
    notebook: NotebookNode

    @property
    def cells(self) -> list[NotebookNode]:
        """All cells, in order."""
        return self.notebook.cells

    @property
    def first(self) -> bool:
        """Whether it is of lesson 00, which says how the kit works and has no core questions."""
        return self.stem.startswith("00_")


def documents(root: Path = ROOT) -> list[Document]:
    """Every notebook of every edition under `root`."""
    paths = [path for edition in EDITIONS for path in sorted((root / edition).glob("*.ipynb"))]
    return [Document(path.parent.name, path.stem, nbformat.read(path, as_version=4)) for path in paths]


def tokens(cell: NotebookNode) -> list[Token]:
    """All tokens of a text cell, those inside its paragraphs included."""
    if cell.cell_type != "markdown":
        return []
    return [part for token in _PARSER.parse(cell.source) for part in (token, *(token.children or ()))]


def headings(document: Document) -> list[tuple[NotebookNode, int, str]]:
    """Cell, level and words of each heading, in order."""
    found = []
    for cell in document.cells:
        parts = tokens(cell)
        found += [
            (cell, int(token.tag[1]), after.content) for token, after in pairwise(parts) if token.type == "heading_open"
        ]
    return found


def asked(cell: NotebookNode, function: str = "check") -> list[str]:
    """The ids of the questions that a cell checks (or of the calls to another function)."""
    return [id for _, id, _ in calls(Cell(cell.cell_type, "", None, cell.source, 1), {function}) if id]


def shown(cell: NotebookNode, kind: str) -> str:
    """What a cell shows of one format, all its outputs together."""
    return "\n".join("".join(output.get("data", {}).get(kind, "")) for output in cell.get("outputs", ()))
