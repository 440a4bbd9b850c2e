"""Read the kit's tables into typed rows; the standard library only.

A damaged table is refused with the file, the row (as a spreadsheet counts them, the header being row 1), the column and
what to do. Nothing of a refused table is kept: once the file is mended, the same cell runs.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from ipaddress import IPv4Network
from pathlib import Path
from typing import Any, Literal, overload

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.rows import (
    TABLES,
    Actor,
    Channel,
    Claim,
    Disagreement,
    Event,
    Figure,
    Instrument,
    Observation,
    Power,
    Prefix,
    Row,
    Source,
)

_PACKAGE = Path(__file__).parents[1]
#: Where tables are looked for: inside a regular install, then beside the sources of an editable one.
PLACES = (_PACKAGE / "_data", _PACKAGE.parents[1] / "datasets")
#: What a learner can do about any damage.
MEND = "Mend it, or take the file from a fresh copy of the kit."


def folder() -> Path:
    """The folder that holds the tables. Raises KitError, naming both places, where neither exists."""
    for place in PLACES:
        if place.is_dir():
            return place
    raise KitError(
        f"The kit's tables are missing. They should be in {PLACES[0]} or in {PLACES[1]}. Install the kit again."
    )


def _number(text: str) -> int | float | None:
    if not text:
        return None
    value = float(text) if set(text) & set(".eE") else int(text)
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(text)
    return value


def _true_or_false(text: str) -> bool:
    return {"true": True, "false": False}[text]


#: How a field's type is read, and what a cell of it should look like.
_READERS: dict[Any, tuple[Callable[[str], Any], str]] = {
    str: (str, "text"),
    bool: (_true_or_false, "true or false"),
    date | None: (lambda text: date.fromisoformat(text) if text else None, "a date such as 2018-05-28, or nothing"),
    int | float | None: (_number, "a number such as 655360 or 0.04, or nothing"),
    tuple[str, ...]: (lambda text: tuple(text.split()), "slugs with a space between"),
    IPv4Network: (IPv4Network, "a range such as 51.136.0.0/15"),
}


def read(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """All rows of one CSV file. Raises KitError with file, row and column where something is wrong."""
    columns = [(field.name, *_READERS[field.type]) for field in fields(row_type)]
    rows, seen = [], set[str]()
    for number, cells in enumerate(_cells(path, [name for name, _, _ in columns]), start=2):
        where = f"{path.name}, row {number}"
        if not cells:
            raise KitError(f"{where}: nothing stands there. Delete the empty line.")
        if len(cells) < len(columns):
            raise KitError(f"{where}, column {columns[len(cells)][0]}: the row ends before it. {MEND}")
        if len(cells) > len(columns):
            raise KitError(
                f"{where}: {len(cells)} cells, but the header names {len(columns)} columns. "
                "A cell that holds a comma needs double quotes around it."
            )
        values = []
        for (name, reader, wanted), cell in zip(columns, cells, strict=True):
            try:
                values.append(reader(cell))
            except (ValueError, KeyError):
                raise KitError(f"{where}, column {name}: {cell!r} should be {wanted}. {MEND}") from None
        slug = values[0]
        if not slug or slug in seen:
            raise KitError(f"{where}, column slug: {slug!r} should be a name used once in the table. {MEND}")
        seen.add(slug)
        rows.append(row_type(*values))
    if not rows:
        raise KitError(f"{path.name}, row 2: no row stands below the header. {MEND}")
    return tuple(rows)


def _cells(path: Path, expected: list[str]) -> Iterator[list[str]]:
    """The rows below the header, as text."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:  # a spreadsheet's mark at the start is no column
            reader = csv.reader(file, strict=True)
            _test_header(path.name, next(reader, []), expected)
            yield from reader
    except FileNotFoundError:
        raise KitError(
            f"{path.name} is missing from {path.parent}. Take the file from a fresh copy of the kit."
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise KitError(f"{path.name} cannot be read ({reason}): another program may hold it open. {MEND}") from None
    except UnicodeDecodeError as error:
        raise KitError(f"{path.name}, byte {error.start}: not UTF-8. Save the table as UTF-8.") from None
    except csv.Error as error:
        raise KitError(f"{path.name}, row {reader.line_num}: not a CSV table ({error}). {MEND}") from None


def _test_header(name: str, header: list[str], expected: list[str]) -> None:
    """Refuse a header that is not the expected one."""
    if header == expected:
        return
    if not header:
        raise KitError(f"{name}, row 1: the file is empty. {MEND}")
    for sign, word in ((";", "semicolons"), ("\t", "tabs")):
        if header[0].split(sign)[:2] == expected[:2]:
            raise KitError(f"{name}, row 1: {word} stand between the columns. Save the table with commas.")
    odd = next((c for c in expected if c not in header), None) or next((c for c in header if c not in expected), "slug")
    raise KitError(f"{name}, row 1, column {odd[:40]}: the header should be {','.join(expected)}. {MEND}")


@overload
def table(name: Literal["sources"]) -> tuple[Source, ...]: ...
@overload
def table(name: Literal["figures"]) -> tuple[Figure, ...]: ...
@overload
def table(name: Literal["events"]) -> tuple[Event, ...]: ...
@overload
def table(name: Literal["instruments"]) -> tuple[Instrument, ...]: ...
@overload
def table(name: Literal["observations"]) -> tuple[Observation, ...]: ...
@overload
def table(name: Literal["claims"]) -> tuple[Claim, ...]: ...
@overload
def table(name: Literal["disagreements"]) -> tuple[Disagreement, ...]: ...
@overload
def table(name: Literal["actors"]) -> tuple[Actor, ...]: ...
@overload
def table(name: Literal["powers"]) -> tuple[Power, ...]: ...
@overload
def table(name: Literal["channels"]) -> tuple[Channel, ...]: ...
@overload
def table(name: Literal["prefixes"]) -> tuple[Prefix, ...]: ...
@overload
def table(name: str) -> tuple[Row, ...]: ...


def table(name: str) -> tuple[Row, ...]:
    """All rows of a table, in the order of its file; read once a kernel. Raises KitError for an unknown name."""
    if name not in TABLES:
        raise KitError(f"There is no table {name!r}. The tables are {', '.join(TABLES)}.{did_you_mean(name, TABLES)}")
    return _table(name)


@cache
def _table(name: str) -> tuple[Row, ...]:
    return read(folder() / f"{name}.csv", TABLES[name])
