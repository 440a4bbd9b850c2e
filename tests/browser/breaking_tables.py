"""The ways in which a table of the kit comes to harm: by a download, an editor, a spreadsheet, a merge."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _away(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    """Stands for all that cannot be opened, whatever the user's rights: on Windows, a file that a spreadsheet holds."""
    path.unlink()
    path.mkdir()


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _write(path: Path, rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)


def _column_away(path: Path) -> None:
    _write(path, [row[:-1] for row in _rows(path)])


def _column_renamed(path: Path) -> None:
    header, *rows = _rows(path)
    _write(path, [["id", *header[1:]], *rows])


def _row_cut(path: Path) -> None:
    header, first, second, *rows = _rows(path)
    _write(path, [header, first, second[:2], *rows])


def _row_too_long(path: Path) -> None:
    header, first, *rows = _rows(path)
    _write(path, [header, [*first, "and more"], *rows])


def _end_cut(path: Path) -> None:
    """Within the quotes of the last row, as a broken download leaves it."""
    header, *rows = _rows(path)
    _write(path, [header, *rows])
    path.write_bytes(path.read_bytes() + b'one-more,"not the')


def _no_rows(path: Path) -> None:
    _write(path, _rows(path)[:1])


def _twice(path: Path) -> None:
    rows = _rows(path)
    _write(path, [*rows, rows[-1]])


def _utf_16(path: Path) -> None:
    _write(path, _rows(path), "utf-16")


def _latin_1(path: Path) -> None:
    header, first, *_ = _rows(path)
    _write(path, [header, [*first[:-1], "caf\u00e9"]], "latin-1")


def _semicolons(path: Path) -> None:
    _write(path, _rows(path), "utf-8-sig", ";")


def _tabs(path: Path) -> None:
    _write(path, _rows(path), delimiter="\t")


def _merged(path: Path) -> None:
    header, *rows = _rows(path)
    _write(path, [header, ["<<<<<<< HEAD"], *rows])


def _page(path: Path) -> None:
    path.write_text("<!DOCTYPE html>\n<html><body>404: Not Found</body></html>\n", "utf-8")


#: Kind of harm -> who does it, and a part of the sentence that must be said, `{file}` and `{column}` to be filled in.
HARMS: dict[str, tuple[Callable[[Path], None], str]] = {
    "away": (_away, "{file} is missing from "),
    "empty": (_empty, "{file}, row 1: the file is empty"),
    "no file": (_folder, "{file} cannot be read ("),
    "a column away": (_column_away, "{file}, row 1, column {last}: the header should be slug,"),
    "a column renamed": (_column_renamed, "{file}, row 1, column slug: the header should be slug,"),
    "a row cut short": (_row_cut, "{file}, row 3, column {third}: the row ends before it"),
    "a row too long": (_row_too_long, "{file}, row 2: {more} cells, but the header names {count} columns"),
    "the end cut off": (_end_cut, "not a CSV table (unexpected end of data)"),
    "no rows": (_no_rows, "{file}, row 2: no row stands below the header"),
    "a row twice": (_twice, "column slug: "),
    "UTF-16": (_utf_16, "{file}, byte 0: not UTF-8. Save the table as UTF-8."),
    "Latin-1": (_latin_1, "not UTF-8. Save the table as UTF-8."),
    "semicolons": (_semicolons, "{file}, row 1: semicolons stand between the columns. Save the table with commas."),
    "tabs": (_tabs, "{file}, row 1: tabs stand between the columns. Save the table with commas."),
    "a merge": (_merged, "{file}, row 2, column {second}: the row ends before it"),
    "a web page": (_page, "{file}, row 1, column slug: the header should be slug,"),
}

#: One of each sort, for the lessons; every kind, on every table: tests/evidence/test_damaged_tables.py.
KINDS = ("away", "no file", "a row cut short", "semicolons")


def copied(home: Path) -> Path:
    """The package with its tables, copied into `home`: what to run with `home / "src"` in PYTHONPATH."""
    for name in ("src", "datasets"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    return home


def mend(copy: Path) -> None:
    """The tables as they are in the kit."""
    shutil.rmtree(copy / "datasets")
    shutil.copytree(ROOT / "datasets", copy / "datasets")


def harm(copy: Path, how: Callable[[Path], None]) -> None:
    """Damage all tables, so that it need not be known which of them a lesson loads first."""
    mend(copy)
    for path in (copy / "datasets").glob("*.csv"):
        how(path)


def bom(path: Path) -> None:
    """What a spreadsheet does that harms nobody: a mark at the start, and lines that end as on Windows."""
    _write(path, _rows(path), "utf-8-sig")


def half(path: Path) -> None:
    """Whole rows gone: each table by itself is without fault."""
    rows = _rows(path)
    _write(path, rows[: len(rows) // 2])


def sentence(path: Path, kind: str, columns: list[str]) -> str:
    """The part of the sentence that must be said of this table."""
    count = len(columns)
    return HARMS[kind][1].format(
        file=path.name, last=columns[-1], second=columns[1], third=columns[2], count=count, more=count + 1
    )
