"""The measurements of a class as a block of Markdown: `make hubbench` prints it, tools/hub_needs.py reads it."""

import re
from dataclasses import dataclass, fields

from chokepoints.errors import KitError

BEGIN = "<!-- measured: printed by make hubbench -->"
END = "<!-- end of measured -->"


@dataclass(frozen=True)
class Row:
    """A class of so many learners who start in the same moment. Pairs are the median and the worst learner's, in s.

    From pressing start: `server` until the server is ready, `page` until Lab's files are here, `kernel` until the
    kernel answers, `done` until the last cell has run; `browser` is `done` for the one at a browser, its pictures
    drawn, None where none was used. `move` is from a slider's move to the new picture while all move one, median and
    95th percentile in ms. `cpu` is the processor time of one learner's server and kernel until all is done, `hub_cpu`
    and `proxy_cpu` what the hub and its proxy take for one learner, in s. `server_mb` and `kernel_mb` are the memory of
    one server and one kernel then, in MB.
    """

    learners: int
    server: tuple[float, float]
    page: tuple[float, float]
    kernel: tuple[float, float]
    done: tuple[float, float]
    browser: float | None
    move: tuple[float, float]
    cpu: float
    hub_cpu: float
    proxy_cpu: float
    server_mb: float
    kernel_mb: float


@dataclass(frozen=True)
class Measured:
    """All that a run of the benchmark found out: about the machine, each class, and once (in MB).

    `hub_mb` is the hub with its proxy at the largest class, `whole_mb` what the whole machine had less for each learner
    of it, `home_mb` a learner's home on disk, `environment_mb` the Python environment on disk.
    """

    machine: str
    rows: tuple[Row, ...]
    hub_mb: float
    whole_mb: float
    home_mb: float
    environment_mb: float


#: Of each number of a row: the heading and how it is written.
COLUMNS = {
    "learners": ("learners at once", "{:.0f}"),
    "server": ("server ready, s", "{:.1f}"),
    "page": ("page here, s", "{:.1f}"),
    "kernel": ("kernel ready, s", "{:.1f}"),
    "done": ("last cell done, s", "{:.1f}"),
    "browser": ("the one at a browser, s", "{:.1f}"),
    "move": ("slider to picture, ms", "{:.0f}"),
    "cpu": ("processor a learner, s", "{:.1f}"),
    "hub_cpu": ("the hub's, s", "{:.2f}"),
    "proxy_cpu": ("the proxy's, s", "{:.2f}"),
    "server_mb": ("server, MB", "{:.0f}"),
    "kernel_mb": ("kernel, MB", "{:.0f}"),
}
ONCE = {
    "hub_mb": "the hub and its proxy, in memory",
    "whole_mb": "what the whole machine has less, for each learner of the largest class",
    "home_mb": "a learner's home, on disk",
    "environment_mb": "the Python environment, on disk",
}


def block(measured: Measured) -> str:
    """The measurements in Markdown, the two marker lines included."""
    lines = [BEGIN, "", measured.machine, "", line([heading for heading, _ in COLUMNS.values()])]
    lines += [line(["---"] * len(COLUMNS))]
    lines += [
        line([_written(getattr(row, name), form) for name, (_, form) in COLUMNS.items()]) for row in measured.rows
    ]
    lines += ["", line(["measured once", "MB"]), line(["---", "---"])]
    lines += [line([words, f"{getattr(measured, name):.1f}"]) for name, words in ONCE.items()]
    return "\n".join([*lines, "", END]) + "\n"


def line(cells: list[str]) -> str:
    """A line of a table."""
    return "| " + " | ".join(cells) + " |"


def _written(value: float | tuple[float, float] | None, form: str) -> str:
    if value is None:
        return "-"
    return " / ".join(form.format(part) for part in (value if isinstance(value, tuple) else (value,)))


def inside(text: str, begin: str = BEGIN, end: str = END) -> str:
    """What stands between two marker lines. Raises KitError where they do not stand there once each, in this order."""
    _, opened, rest = text.partition(begin + "\n")
    found, closed, after = rest.partition(end)
    if not opened or not closed or begin in after or end in after:
        raise KitError(f"The text should hold the lines {begin} and {end}, once each and in this order.")
    return found


def parse(text: str) -> Measured:
    """Read the block back from a text that holds it. Raises KitError, with the line, for what `block` never writes."""
    lines = [found for found in inside(text).splitlines() if found.strip()]
    machine, table = lines[0], [[cell.strip() for cell in found.strip("| ").split("|")] for found in lines[1:]]
    headings = [heading for heading, _ in COLUMNS.values()]
    if machine.startswith("|") or not table or table[0] != headings:
        raise KitError(f"The measured block should begin with a sentence, then a table of {', '.join(headings)}.")
    rows = tuple(_row(cells) for cells in table[2:] if len(cells) == len(COLUMNS))
    once = {cells[0]: cells[1] for cells in table if len(cells) == 2}
    lacking = [words for words in ONCE.values() if words not in once]
    if not rows or lacking:
        raise KitError(f"The measured block lacks {'a class' if not rows else lacking[0]}: paste it whole.")
    return Measured(machine, rows, **{name: _number(once[words]) for name, words in ONCE.items()})


def _row(cells: list[str]) -> Row:
    values: dict[str, object] = {}
    pairs = {field.name for field in fields(Row) if field.type == tuple[float, float]}
    for name, cell in zip(COLUMNS, cells, strict=True):
        if cell == "-":
            values[name] = None
        elif name in pairs:
            first, _, second = cell.partition(" / ")
            values[name] = (_number(first), _number(second))
        else:
            values[name] = int(_number(cell)) if name == "learners" else _number(cell)
    return Row(**values)  # type: ignore[arg-type]


def _number(cell: str) -> float:
    if not re.fullmatch(r"\d+(\.\d+)?", cell):
        raise KitError(f"The measured block holds {cell!r} where a number should stand.")
    return float(cell)
