"""Read a lesson: from its Markdown to cells, or everything that is wrong with it at once, each with its line."""

import ast
import pkgutil
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupytext.myst import MystMetadataParsingError, myst_to_notebook
from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from nbformat import NotebookNode, ValidationError
from stems import NUMBER, SLUG, in_full
from yaml import YAMLError

import chokepoints
from chokepoints.classroom.tags import TAGS, Fault, editions_of, leave_open, marker_lines
from chokepoints.errors import KitError, did_you_mean

#: The rooms that the kit is planned to have.
ROOMS = ("evidence", "classroom", "loopback", "messenger", "network", "push", "store", "enforcement", "law")
#: What MyST renders and Lab does not, by the parser's token.
UNSHOWN = {"colon_fence": "directive", "myst_role": "role", "myst_target": "target", "footnote_ref": "footnote"}
UNSHOWN |= {"myst_line_comment": "comment"}
_PROSE = MarkdownIt("commonmark").enable("table").use(colon_fence_plugin).use(footnote_plugin)
_PROSE.use(myst_block_plugin).use(myst_role_plugin)
_FACT = re.compile(r"""["'(]fact:\s*([^"')\n]*)""", re.IGNORECASE)
#: jupytext drops the tags of a `+++` line that a code cell, another such line or nothing follows.
_LOST_TAGS = re.compile(r"^\+\+\+[ \t]*\{.*\n(?:[ \t]*\n)*(?=`{3,}\{code-cell|\+\+\+|\Z)", re.MULTILINE)
#: Comments that make nbval pass over a cell or its output.
_HIDING = re.compile(r"#\s*(?:NBVAL_|PYTEST_VALIDATE_IGNORE)\w*")


class LessonError(KitError):
    """Everything that is wrong with one lesson, a line a fault: `lessons/00_x.md:LINE: what is wrong; what to do`."""

    def __init__(self, path: Path, faults: Iterable[Fault]) -> None:
        ordered = sorted(faults, key=lambda fault: fault.line)
        super().__init__("\n".join(f"{path.parent.name}/{path.name}:{fault.line}: {fault.text}" for fault in ordered))


@dataclass(frozen=True)
class Cell:
    """A cell of a lesson: `kind` is code or markdown, `tag` one of TAGS or None, `line` where its source starts."""

    kind: str
    id: str
    tag: str | None
    source: str
    line: int


@dataclass(frozen=True)
class Lesson:
    """A lesson without faults. `stem`, such as 00_start_here or 02b_more, names its file and its three notebooks."""

    stem: str
    title: str
    aims: tuple[str, ...]
    cells: tuple[Cell, ...]


def known_questions() -> frozenset[str]:
    """The ids of every question that a room defines."""
    from chokepoints.classroom import question_ids  # imports matplotlib: only where a lesson is read

    return question_ids()


def known_facts() -> frozenset[str]:
    """The slugs of every fact in the tables."""
    from chokepoints.evidence import fact_slugs

    return fact_slugs()


def known_rooms() -> list[str]:
    """The planned rooms, then every other one that the package has."""
    there = [module.name for module in pkgutil.iter_modules(chokepoints.__path__) if module.ispkg]
    return [*ROOMS, *sorted(set(there) - set(ROOMS))]


def read_lesson(path: Path) -> Lesson:
    """The lesson in a MyST Markdown file. Raises LessonError with all its faults."""
    name = re.fullmatch(rf"({NUMBER})_({SLUG})\.md", path.name, re.ASCII)
    if not name:
        what = "the file name is not NN_slug.md, nor NNb_slug.md as that of a further half"
        raise LessonError(path, [Fault(1, f"{what}; rename it, such as 03_the_case.md")])
    number, slug = name.groups()
    text = ""
    try:
        text = path.read_text("utf-8")
        notebook = myst_to_notebook(text, add_source_map=True)
    except (MystMetadataParsingError, ValidationError, YAMLError, ValueError) as error:
        raise LessonError(path, [_unreadable(error, text)]) from None
    lines = text.splitlines()
    starts = notebook.metadata.pop("source_map")
    raws = [(raw, _first_line(lines, start, raw.source)) for raw, start in zip(notebook.cells, starts, strict=True)]
    faults: list[Fault] = []
    title = _title(raws[0][0]) if raws else ""
    if not title:
        faults.append(Fault(raws[0][1] if raws else 1, "no title; open with an untagged text cell, `# Title` its top"))
    for key, what in _front_matter(notebook.metadata, number, slug, title):
        faults.append(Fault(_key_line(lines, key), what))
    for lost in _LOST_TAGS.finditer(text):
        line = text.count("\n", 0, lost.start()) + 1
        faults.append(Fault(line, "these tags stand over no text; a code cell takes its own, `:tags: [exercise]`"))
    cells = tuple(_cells(raws, number, faults))
    questions, facts = known_questions(), known_facts()
    with warnings.catch_warnings(action="ignore"):  # `_code` looks at them
        predictions = frozenset(id for cell in cells for _, id, _ in calls(cell, {"predict"}) if id)
        for cell in cells:
            found = _code(cell, questions, predictions) if cell.kind == "code" else _prose(cell, facts)
            faults += [Fault(cell.line + fault.line - 1, fault.text) for fault in found]
    if faults:
        raise LessonError(path, faults)
    return Lesson(path.stem, title, tuple(notebook.metadata["chokepoints"]["aims"]), cells)


def _unreadable(error: Exception, text: str) -> Fault:
    """What UTF-8, YAML, jupytext or nbformat could not read, at the line where one of them names it."""
    if isinstance(error, UnicodeDecodeError):
        return Fault(error.object.count(b"\n", 0, error.start) + 1, "this is not UTF-8; save the file as UTF-8")
    message = " ".join(str(getattr(error, "message", error)).split())
    line = 1
    if isinstance(error, ValidationError):
        bare = re.search(rf"^:?tags: *{re.escape(str(error.instance))}", text, re.MULTILINE)
        line += text.count("\n", 0, bare.start()) if bare else 0
    elif found := re.search(r"(cell \d+ at )?line (\d+)", message):
        line = int(found[2]) + (found[1] is None)  # YAML starts to count after the front matter's `---`
    return Fault(line, f"this cannot be read ({message}); correct its front matter, its cell options or its tags")


def _first_line(lines: list[str], start: int, source: str) -> int:
    """The line, counted from 1, on which a cell's source starts: jupytext counts its options and blank lines in."""
    body = [line.rstrip() for line in source.splitlines()]
    here = range(start, len(lines))
    return next((k for k in here if [line.rstrip() for line in lines[k : k + len(body)]] == body), start) + 1


def _key_line(lines: list[str], key: str) -> int:
    """The line of the front matter that holds a key, else its first."""
    end = next((k for k, line in enumerate(lines) if k and line.startswith("---")), 0)
    return next((k + 1 for k in range(end) if re.search(rf"\b{re.escape(key)}\s*:", lines[k])), 1)


def _title(cell: NotebookNode) -> str:
    """The heading at the top of the first cell, which goes to all three editions; "" where there is none."""
    tokens = _PROSE.parse(cell.source) if cell.cell_type == "markdown" and not cell.metadata else []
    return tokens[1].content if tokens and tokens[0].tag == "h1" else ""


def _front_matter(found: dict[str, Any], number: str, slug: str, title: str) -> Iterator[tuple[str, str]]:
    """Key and fault of everything wrong in the front matter."""
    meta = found.get("chokepoints")
    meta = meta if isinstance(meta, dict) else {}
    aims, needs, reviewed = meta.get("aims"), meta.get("prerequisites"), str(meta.get("reviewed"))
    rooms = known_rooms()
    rules = {
        "number": (in_full(str(meta.get("number"))) == number, f"{number}, as in the file name"),
        "slug": (meta.get("slug") == slug, f"{slug}, as in the file name"),
        "title": ("title" in meta and title in ("", meta["title"]), f"{title or 'the words of its first heading'}"),
        "room": (meta.get("room") in rooms, f"one of {', '.join(rooms)}"),
        "aims": (isinstance(aims, list) and aims and all(isinstance(aim, str) for aim in aims), "a list of verbs"),
        "reviewed": (re.fullmatch(r"\d{4}-\d\d(-\d\d)?", reviewed), "a date, such as 2026-11-05"),
        "prerequisites": (isinstance(needs, list) or needs == "none", "a list of lessons, or none"),
    }
    for key, (right, wanted) in rules.items():
        if not right:
            now = f"is {meta[key]!r}" if key in meta else "is missing"
            yield key, f"`{key}` {now} in `chokepoints:` of the front matter; write {wanted}"
    others = set(found) - {"chokepoints", "jupytext", "kernelspec", "jupyter"}  # the last is jupytext's own addition
    for key in sorted(map(str, {*(set(meta) - set(rules)), *others})):
        yield key, f"unknown key `{key}` in the front matter; take it away.{did_you_mean(key, rules)}"


def _cells(raws: list[tuple[NotebookNode, int]], number: str, faults: list[Fault]) -> Iterator[Cell]:
    """The cells with their ids; what is wrong with labels and tags goes to `faults`."""
    seen: dict[str, int] = {}
    last, count = f"l{number}", 0
    for raw, line in raws:
        options = dict(raw.metadata)
        label, tags = options.pop("label", None), options.pop("tags", [])
        tag = tags[0] if isinstance(tags, list) and len(tags) == 1 else None
        if tags != [] and tag not in TAGS:
            near = did_you_mean(str(tag or tags), TAGS)
            faults.append(Fault(line, f"unknown tag in `tags: {tags}`; write [one] of {', '.join(TAGS)}.{near}"))
            tag = None
        if raw.cell_type == "raw" or options or (raw.cell_type == "markdown" and label is not None):
            what = f"`{', '.join(options) or label}`" if raw.cell_type != "raw" else "a raw cell"
            faults.append(Fault(line, f"{what} is not for this cell; code cells take label and tags, text cells tags"))
        if raw.cell_type != "code":
            count += 1
            yield Cell("markdown", f"{last}-{count}", tag, raw.source, line)
            continue
        # No word of a label starts with a digit, so that `l00-reach-1` can only be the text after `l00-reach`.
        if not re.fullmatch(rf"(?=.{{1,60}}$)l{number}(-[a-z][a-z0-9]*)+", str(label)):
            wrong = f"label `{label}` has another shape" if label is not None else "a code cell has no label"
            faults.append(Fault(line, f"{wrong}; write `:label: l{number}-word` in its first line"))
        elif label in seen:
            faults.append(Fault(line, f"label `{label}` stands at line {seen[label]} already; choose another"))
        last, count = str(label), 0
        seen.setdefault(last, line)
        yield Cell("code", last, tag, raw.source, line)


def calls(cell: Cell, functions: set[str]) -> Iterator[tuple[str, str | None, int]]:
    """Function, question id and line of each call; the id is None where it is not written out as text."""
    try:
        tree = ast.parse(cell.source if cell.kind == "code" else "")
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := ast.unparse(node.func).removeprefix("classroom.")) in functions:
            first = [*node.args, *(word.value for word in node.keywords if word.arg == "id"), None][0]
            id = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
            yield name, id, node.lineno


def _code(cell: Cell, questions: frozenset[str], predictions: frozenset[str]) -> Iterator[Fault]:
    """What is wrong in a code cell, by its own lines."""
    if not cell.source.strip():
        yield Fault(1, "an empty code cell; write its code or take it away")
    for number, line in enumerate(cell.source.splitlines(), 1):
        if hiding := _HIDING.search(line):
            yield Fault(number, f"`{hiding[0]}` hides the cell from the tests; take it away")
    try:
        with warnings.catch_warnings(action="error"):  # what Python would warn of in the learner's kernel
            compile(cell.source, cell.id, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        what, at = getattr(error, "msg", str(error)), getattr(error, "lineno", None) or 1
        yield Fault(at, f"this is not Python ({what}); correct it (no lines that start with `!`, `%` or `?`)")
    marked = marker_lines(cell.source)
    if marked and "exercises" in editions_of(cell.tag):
        yield from leave_open(cell.source)[1]
    elif marked:
        what = f"solution markers in a `{cell.tag}` cell, which is not in the exercises"
        yield Fault(marked[0], f"{what}; tag the cell `exercise` or not at all, or take them away")
    for function, id, at in calls(cell, {"check", "hint", "saved"}):
        if id is None:
            yield Fault(at, f"{function} gets an id that is not written out; write it as text, in quotes")
        elif id not in questions | (predictions if function == "saved" else frozenset()):
            near = did_you_mean(id, questions)
            yield Fault(at, f"no room defines the question `{id}`; correct it, or add it to its questions.py.{near}")


def _prose(cell: Cell, facts: frozenset[str]) -> Iterator[Fault]:
    """What is wrong in a text cell, by its own lines."""
    for found in _FACT.finditer(cell.source):
        if found[1] not in facts:
            near = did_you_mean(found[1], facts)
            at = cell.source.count("\n", 0, found.start(1)) + 1
            yield Fault(at, f"no table has the fact `{found[1]}`; cite a slug of datasets/, or add its row.{near}")
    for number in marker_lines(cell.source):
        yield Fault(number, "a solution marker stands in text; move it into a code cell that is tagged `exercise`")
    for token in _PROSE.parse(cell.source):
        directive = token.type == "fence" and token.info.strip().startswith("{")
        line = token.map[0] + 1 if token.map else 1
        for part in (token, *(token.children or ())):
            line += part.type in ("softbreak", "hardbreak")
            if what := "directive" if directive else UNSHOWN.get(part.type):
                yield Fault(line, f"Lab cannot show this MyST {what}; write CommonMark (and code cells outside lists)")
