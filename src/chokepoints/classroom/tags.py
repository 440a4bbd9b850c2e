"""What a lesson's tags and solution markers mean: which edition gets a cell, and what an exercise leaves open.

The markers are those of nbgrader and otter-grader, so that a solutions notebook can be fed to either.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent, indent

#: The three editions built from every lesson; each is a folder of the kit.
EDITIONS = ("notebooks", "exercises", "solutions")
#: A cell's tag and the editions that hold the cell. An untagged cell goes to all three.
TAGS = {
    "lesson-only": frozenset({"notebooks"}),
    "exercise": frozenset({"exercises", "solutions"}),
    "solution": frozenset({"solutions"}),
}
#: Anything that looks like a marker, so that a misspelt one cannot let an answer slip into the exercises.
_MARKER = re.compile(r"(BEGIN|END)[ _-]*SOLUTION", re.IGNORECASE)
_PLAIN_MARKER = re.compile(r"\s*# (BEGIN|END) SOLUTION\s*")


@dataclass(frozen=True)
class Fault:
    """Something wrong in a source: `line` counts from 1, `text` says what is wrong and, after ";", what to do."""

    line: int
    text: str


def editions_of(tag: str | None) -> frozenset[str]:
    """The editions that hold a cell with this tag; `tag` is one of `TAGS`, or None for an untagged cell."""
    return frozenset(EDITIONS) if tag is None else TAGS[tag]


def marker_lines(source: str) -> tuple[int, ...]:
    """The lines, counted from 1, on which something like a solution marker stands."""
    return tuple(number for number, line in enumerate(source.split("\n"), 1) if _MARKER.search(line))


def leave_open(source: str) -> tuple[str, tuple[Fault, ...]]:
    """A cell without its answers, as notebooks/ and exercises/ hold it, and what is wrong with its markers.

    Between `# BEGIN SOLUTION` and `# END SOLUTION` every assignment keeps its left-hand names and gets `...`, every
    function keeps its signature and docstring. Comments of the answer go. The source is Python that parses.
    """
    kept: list[str] = []
    inside: list[str] = []
    faults: list[Fault] = []
    begun = 0
    for number, line in enumerate(source.split("\n"), 1):
        marker = _MARKER.search(line)
        if marker is None:
            (inside if begun else kept).append(line)
            continue
        kind = marker[1].upper()
        if not _PLAIN_MARKER.fullmatch(line):
            faults.append(
                Fault(number, f"a marker shares its line or is misspelt; write `# {kind} SOLUTION` alone on it")
            )
        if kind == "BEGIN" and begun:
            faults.append(Fault(number, f"a solution begins inside that of line {begun}; end that one first"))
        elif kind == "BEGIN":
            begun, inside = number, []
        elif not begun:
            faults.append(Fault(number, "a solution ends that never began; write `# BEGIN SOLUTION` before the answer"))
        else:
            holes, wrong = _holes(inside, begun)
            kept += holes
            faults += wrong
            begun = 0
    if begun:
        faults.append(Fault(begun, "a solution never ends; write `# END SOLUTION` after the answer, in the same cell"))
    return "\n".join(kept), tuple(faults)


def _holes(lines: list[str], begun: int) -> tuple[list[str], list[Fault]]:
    """The lines that stand for a region's answer. `begun` is the line of its first marker in the cell."""
    source = dedent("\n".join(lines))
    margin = next((line[: len(line) - len(line.lstrip())] for line in lines if line.strip()), "")
    try:
        statements = ast.parse(source).body
    except SyntaxError as error:
        where = begun + (error.lineno or 1)
        return [], [Fault(where, "the markers cut a statement in two; put whole statements between them")]
    if not statements:
        return [], [Fault(begun, "a solution is empty; put the answer between the markers, or take them away")]
    holes: dict[str, None] = {}  # in order, and a name that is assigned twice is asked for once
    faults = []
    for statement in statements:
        found = list(_hole(statement, source))
        holes |= dict.fromkeys(found)
        if not found:
            what = type(statement).__name__.lower()
            faults.append(
                Fault(
                    begun + statement.lineno,
                    f"a solution holds `{what}`, which leaves no name to put `...` after; "
                    "keep to assignments and functions there, and move the rest out of the markers",
                )
            )
    return indent("\n".join(holes), margin).split("\n"), faults


def _hole(statement: ast.stmt, source: str) -> Iterator[str]:
    """What an exercise keeps of one statement: nothing where there is no name to leave open."""

    def written(node: ast.AST) -> str:
        return ast.get_source_segment(source, node) or ast.unparse(node)

    if isinstance(statement, ast.Assign):
        for target in statement.targets:
            leaves = [written(leaf) for leaf in _leaves(target)]
            yield f"{', '.join(leaves)} = {', '.join('...' for _ in leaves)}"
    elif isinstance(statement, ast.AugAssign):
        yield f"{written(statement.target)} = ..."
    elif isinstance(statement, ast.AnnAssign) and statement.value:
        yield f"{written(statement.target)}: {written(statement.annotation)} = ..."
    elif isinstance(statement, ast.FunctionDef):
        first = statement.body[0]
        top = min([statement.lineno, *(decorator.lineno for decorator in statement.decorator_list)])
        end = {"end_lineno": first.lineno, "end_col_offset": first.col_offset}
        head = written(ast.Pass(lineno=top, col_offset=0, **end))
        head = "\n".join(line for line in head.split("\n") if not line.lstrip().startswith("#")).rstrip()
        docstring = [f"    {written(first)}"] if ast.get_docstring(statement) is not None else []
        yield "\n".join([head, *docstring, "    ..."])


def _leaves(target: ast.expr) -> Iterator[ast.expr]:
    """The names of a target, one by one: `...` cannot be unpacked, so each gets its own."""
    if isinstance(target, ast.Tuple | ast.List):
        for element in target.elts:
            yield from _leaves(element)
    elif isinstance(target, ast.Starred):
        yield from _leaves(target.value)
    else:
        yield target
