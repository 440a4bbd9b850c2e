"""Answers that are a table: rows by a key, each with one value or several."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chokepoints.classroom.numeric import close, finite, number_and_unit
from chokepoints.classroom.plain import (
    NUMBERS,
    Kind,
    Unreadable,
    a_kind,
    is_one_of,
    items_of,
    pairs_of,
    plain,
    tidy,
    without_pandas,
)
from chokepoints.classroom.wordings import spelling
from chokepoints.errors import KitError

Cell = float | str
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class TableAnswer(Kind):
    """Rows by their key: a dictionary, a list of pairs or of dictionaries, an array or a data frame.

    `rows` gives for each key a number or a text, or a tuple of them; `columns` names the key's column and then the
    others. A number is right within `tolerance`, a share of it, or `within`. What `read` gives, and a mistake's `made`
    looks at, is a dictionary of the same form, its keys and texts in one spelling; a row not asked for is there too.
    """

    rows: Mapping[str, Any]
    columns: tuple[str, ...]
    #: What is wanted, for a learner who wrote something else: "a dictionary from company to count".
    wanted: str
    tolerance: float = 0.0
    within: float = 0.0

    always_tells = True

    def __post_init__(self) -> None:
        if not self.rows or any(len(_row(row)) != len(self.columns) - 1 for row in self.rows.values()):
            raise KitError(
                f"A TableAnswer needs rows, and a column for the key and for each value: {self.columns} does not fit."
            )

    def read(self, answer: object) -> dict[str, Any]:
        """The rows by key."""
        found: dict[str, Any] = {}
        numeric = [type(cell) is not str for cell in _row(next(iter(self.rows.values())))]
        for raw_key, raw_row in self._entries(without_pandas(answer)):
            key = plain(raw_key)
            if type(key) is float and key.is_integer():
                key = int(key)
            if not is_one_of(type(key), (str, int, date)):
                raise Unreadable(f"{self.wanted} is wanted here, and {a_kind(key)} stands in the place of a key.")
            name = spelling(key)
            if name in found:
                raise Unreadable(f"the row {tidy(name, 30)!r} stands there twice.")
            row = tuple(_cell(cell, number, name) for cell, number in zip(raw_row, numeric, strict=True))
            found[name] = row if len(row) > 1 else row[0]
        if not found:
            raise Unreadable(f"{self.wanted} is wanted here, and it has no row yet.")
        return found

    def right(self, value: dict[str, Any]) -> bool:
        """Whether it has the wanted rows and no other, with the wanted values."""
        return not any(self._faults(value))

    def wrong(self, value: dict[str, Any]) -> str:
        """Which rows are wrong, missing or surplus; never what should stand there."""
        said = zip(("wrong in the row", "missing", "not asked for"), self._faults(value), strict=True)
        parts = [f"{what}: {', '.join(tidy(name, 30) for name in names[:5])}" for what, names in said if names]
        return "; ".join(parts) + "."

    def _faults(self, value: dict[str, Any]) -> tuple[list[str], list[str], list[str]]:
        wanted = {spelling(name): (name, row) for name, row in self.rows.items()}
        wrong = [name for key, (name, row) in wanted.items() if key in value and not self._same(value[key], row)]
        missing = [name for key, (name, _) in wanted.items() if key not in value]
        return wrong, missing, [key for key in value if key not in wanted]

    def _same(self, given: Any, wanted: Any) -> bool:
        return all(
            one == spelling(str(other))
            if isinstance(one, str) and isinstance(other, str)
            else not isinstance(one, str)
            and not isinstance(other, str)
            and close(one, other, self.tolerance, self.within)
            for one, other in zip(_row(given), _row(wanted), strict=True)
        )

    def _entries(self, answer: object) -> list[tuple[Any, list[Any]]]:
        """Every row as its key and its cells, raw."""
        wide = len(self.columns)
        pairs = pairs_of(answer)
        if pairs is not None:
            columns = self._by_column(pairs)
            if columns is not None:
                return [(cells[0], list(cells[1:])) for cells in columns]
            return [(key, self._cells(row)) for key, row in pairs]
        rows = items_of(answer, ordered=True)
        if rows is None:
            raise Unreadable(f"{self.wanted} is wanted here, not {a_kind(answer)}.")
        entries = []
        for row in rows:
            cells = self._named(row) or items_of(row, ordered=True)
            if cells is None or (len(cells) != wide and len(cells) != 2):
                raise Unreadable(f"{self.wanted} is wanted here: each row with {', '.join(self.columns)}.")
            entries.append((cells[0], cells[1:] if len(cells) == wide else self._cells(cells[1])))
        return entries

    def _cells(self, row: object) -> list[Any]:
        """The cells behind a key."""
        named = self._named(row, behind_key=True)
        several = named if named is not None else items_of(row, ordered=True)
        cells = several if several is not None else [row]
        if len(cells) != len(self.columns) - 1:
            raise Unreadable(f"{self.wanted} is wanted here: behind each key {', '.join(self.columns[1:])}.")
        return cells

    def _named(self, row: object, *, behind_key: bool = False) -> list[Any] | None:
        """The cells of a row that is a dictionary by the names of the columns."""
        pairs = pairs_of(row)
        if pairs is None:
            return None
        names = [spelling(name) for name in self.columns[1 if behind_key else 0 :]]
        by_name = {spelling(name): cell for key, cell in pairs if type(name := plain(key)) is str}
        if set(names) - set(by_name):
            raise Unreadable(f"each row needs the names {', '.join(self.columns)}, spelt like that.")
        return [by_name[name] for name in names]

    def _by_column(self, pairs: list[tuple[Any, Any]]) -> list[tuple[Any, ...]] | None:
        """The rows of {"company": [...], "count": [...]}, the key under any name; None where the pairs go by key."""
        known = [(plain(key), cells) for key, cells in pairs]
        by_name = {spelling(name): items_of(cells, ordered=True) for name, cells in known if type(name) is str}
        names = [spelling(name) for name in self.columns[1:]]
        others = [name for name in by_name if name not in names]
        columns = [by_name.get(name) for name in (*others, *names)]
        if len(others) != 1 or len(columns) != len(pairs) or any(column is None for column in columns):
            return None
        if len({len(column) for column in columns if column is not None}) != 1:
            raise Unreadable("the columns should be lists of one length.")
        return list(zip(*[column or [] for column in columns], strict=True))


def _row(row: Any) -> Row:
    return row if isinstance(row, tuple) else (row,)


def _cell(cell: object, number: bool, name: str) -> Cell:
    """One cell as a float or a text in one spelling."""
    given = plain(cell)
    where = f"the row {tidy(name, 30)!r}"
    if given is None or given is ...:
        raise Unreadable(f"{where} is still open.")
    if number and type(given) is str:
        found, unit = number_and_unit(given)
        if unit:
            raise Unreadable(f"{where} should hold plain numbers, without {tidy(unit, 20)!r}.")
        return finite(found)
    if number and is_one_of(type(given), NUMBERS):
        return finite(given)
    if not number and is_one_of(type(given), (str, int, date)):
        return spelling(given)
    raise Unreadable(f"{where} should hold {'numbers' if number else 'texts'}, not {a_kind(given)}.")
