"""The built notebooks as documents: what a reader would trip over, found cell by cell.

`wrong(document)` looks at one notebook of one edition and knows no lesson by name, so that a new lesson is covered by
adding nothing. What concerns the text alone (figures against their rows, roles, minutes) stands in test_prose.py.
"""

import ast
import html
import re
from collections.abc import Callable, Iterator
from typing import Any

from document_form import announcements, core, form, promise, steps, title
from document_parts import ROOT, Document, asked, shown, tokens

from build import faults  # isort: skip  (document_parts says where tools/ lies)

from chokepoints.classroom.questions import question_ids
from chokepoints.classroom.tags import leave_open
from chokepoints.evidence import fact_slugs
from chokepoints.evidence.facts import quantities
from chokepoints.evidence.rows import FACT_TABLES
from chokepoints.evidence.tables import table

CODE_LINES = 15
#: Days and years are no quantities.
DAY_OR_YEAR = re.compile(r"\b\d{1,2} (?=[A-Z])|\b(?:19|20)\d\d\b")
#: A word of several parts, as slugs are, alone between backticks.
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
PATH = re.compile(r"(?:notebooks|exercises|solutions|datasets|teaching|lessons|src|tests|tools)/[\w./-]*\w")
#: Not inside the address of a page, where such words may stand behind the host's name.
ELSEWHERE = re.compile(r"(?<![\w.-])/(?:home|root|Users|work|tmp)/|[A-Z]:\\\\?Users")


def prose_around(document: Document) -> Iterator[str]:
    """A text stands before and after every cell that shows something."""
    for index, cell in enumerate(document.cells):
        if cell.cell_type == "code" and cell.outputs:
            around = {"before": document.cells[index - 1 : index], "after": document.cells[index + 1 : index + 2]}
            for side, neighbour in around.items():
                if not neighbour or neighbour[0].cell_type != "markdown" or not neighbour[0].source.strip():
                    yield f"{cell.id}: shows something and has no text {side} it"


def is_data(source: str) -> bool:
    """Whether a cell only gives names to values that are written out: a table of data."""
    try:
        for statement in ast.parse(source).body:
            if not isinstance(statement, ast.Assign):
                return False
            ast.literal_eval(statement.value)
    except (SyntaxError, ValueError):
        return False
    return True


def short_cells(document: Document) -> Iterator[str]:
    """A cell of code can be taken in at a look."""
    for cell in document.cells:
        lines = cell.source.count("\n") + 1
        if cell.cell_type == "code" and lines > CODE_LINES and not is_data(cell.source):
            yield f"{cell.id}: {lines} lines of code; {CODE_LINES} at most, or name it in the package"


def readings(document: Document) -> Iterator[str]:
    """Every picture is read out: an alternative text that is a sentence, the same as the words below it."""
    for cell in document.cells:
        for token in tokens(cell):
            if token.type == "image" and len(token.content.split()) < 4:
                yield f"{cell.id}: a picture in the text has no words that read it"
        kinds = {kind for output in cell.get("outputs", ()) for kind in output.get("data", {})}
        for kind in sorted(kinds - {"text/plain", "text/html"}):
            yield f"{cell.id}: shows {kind}, which has no alternative text; show a panel, or text"
        page = shown(cell, "text/html")
        captions = re.findall(r'<figcaption class="chokepoints-reading"[^>]*>(.*?)</figcaption>', page, re.DOTALL)
        pictures = re.findall(r"<img\b[^>]*>", page)
        alts = [html.unescape(found[1]) for one in pictures if (found := re.search(r'\salt="([^"]*)"', one))]
        if len(alts) != len(pictures) or alts != [html.unescape(caption) for caption in captions]:
            yield f"{cell.id}: {len(pictures)} pictures, {len(captions)} readings that are their alternative text"
        for alt in alts:
            if len(alt.split()) < 5 or not alt.rstrip().endswith("."):
                yield f"{cell.id}: its picture is not read by a sentence: {alt!r}"


def clean_outputs(document: Document) -> Iterator[str]:
    """Nothing that failed or warned, and nothing of the machine or the moment."""
    yield from faults(document.notebook, document.notebook, ROOT)
    for cell in document.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "error" or output.get("name") == "stderr":
                said = str(output.get("text", output.get("evalue")))
                yield f"{cell.id}: an error or a warning is stored: {said[:80]}"
        text = "\n".join(output.get("text", "") for output in cell.get("outputs", ()))
        if found := re.search(r"\b\w*Warning\b", text + shown(cell, "text/plain") + shown(cell, "text/html")):
            yield f"{cell.id}: shows a {found[0]}"
        if found := ELSEWHERE.search(cell.source + text + shown(cell, "text/plain")):
            yield f"{cell.id}: a path of some machine, {found[0]}"
        if cell.cell_type == "code" and re.search(r"\bwarnings\b", cell.source):
            yield f"{cell.id}: hides warnings; mend what warns"


def links(document: Document) -> Iterator[str]:
    """Links say where they go, a number in one is bound to its row, and what lies in the kit is there."""
    for cell in document.cells:
        words, address, fact = "", "", False
        for token in tokens(cell):
            if token.type == "link_open":
                words, address = "", str(token.attrs["href"])
                fact = str(token.attrs.get("title", "")).startswith("fact: ")
            elif token.type in ("text", "code_inline"):
                words += token.content
            elif token.type == "link_close":
                if words.strip().lower() in ("", "here", "this", "link", "click here"):
                    yield f"{cell.id}: a link's words, {words!r}, do not say where it goes"
                outside = address.startswith(("https://", "http://", "#"))
                if not outside and not (ROOT / document.edition / address).exists():
                    yield f"{cell.id}: {address} is not there"
                if outside and not fact and re.search(r"\d", DAY_OR_YEAR.sub("", words)):
                    yield f"{cell.id}: the number in [{words}] is bound to no row; give the link the title `fact: slug`"
            if token.type == "code_inline":
                yield from (f"{cell.id}: {what}" for what in named(token.content))


def named(words: str) -> Iterator[str]:
    """What is wrong with words between backticks that name a path, a row or a question of the kit."""
    if (path := PATH.fullmatch(words)) and not (ROOT / path[0]).exists():
        yield f"{words} is not there"
    known = fact_slugs() | question_ids() | set(quantities())
    known |= {getattr(row, "slug", "") for name in ("sources", "claims", "actors", "powers") for row in table(name)}
    for name in [words] if SLUG.fullmatch(words) else re.findall(r"""["']([a-z0-9]+(?:-[a-z0-9]+)+)["']""", words):
        if name not in known and not re.fullmatch(r"\d+-\d\d(-\d\d)?", name):
            yield f"{name} is neither a row of datasets/ nor a question"


def unverified(document: Document) -> Iterator[str]:
    """A row that nobody has seen a source of is not used, or the cell that uses it shows that it is unverified."""
    rows = {row.slug for name in (*FACT_TABLES, "channels") for row in table(name) if doubtful(row)}
    for cell in document.cells:
        used = rows & set(re.findall(r"""(?:["'`]|fact: )([a-z0-9-]+)["'`]""", cell.source))
        text = "\n".join(output.get("text", "") for output in cell.get("outputs", ()))
        if used and "unverified" not in (text + shown(cell, "text/plain") + cell.source).lower():
            yield f"{cell.id}: {', '.join(sorted(used))} is unverified and not labelled so"


def doubtful(row: Any) -> bool:
    """Whether a row of any table is marked as unverified."""
    return getattr(row, "basis", "") == "unverified" or "unverified" in getattr(row, "status_2018", "").lower()


CHECKS: tuple[Callable[[Document], Iterator[str]], ...] = (
    title,
    steps,
    prose_around,
    short_cells,
    readings,
    clean_outputs,
    links,
    unverified,
    announcements,
    core,
    form,
    promise,
)


def wrong(document: Document) -> list[str]:
    """Everything that is wrong with one document."""
    return [f"{document.edition}/{document.stem}: {what}" for check in CHECKS for what in check(document)]


def not_its_holes(exercise: Document, solution: Document) -> Iterator[str]:
    """Where an exercise is not its solution with the answers taken out, and nothing else."""
    answered = {cell.id: cell for cell in solution.cells}
    ids = [cell.id for cell in exercise.cells]
    if ids != [cell.id for cell in solution.cells if cell.id in set(ids)]:
        yield "its cells are not those of the solution, in that order"
    open_ones = 0
    for cell in exercise.cells:
        other = answered.get(cell.id)
        if other is None:
            continue
        if cell.source != (leave_open(other.source)[0] if cell.cell_type == "code" else other.source):
            yield f"{cell.id}: is not the solution's cell with holes"
        if cell.source != other.source:
            open_ones += 1
            if not re.search(r"\.\.\.\s*$", cell.source, re.MULTILINE):
                yield f"{cell.id}: differs from the solution and holds no `...`"
        elif asked(cell):
            yield f"{cell.id}: checks an answer that it gives itself"
    if not open_ones:
        yield "nothing is left open"
