"""Every table, harmed in every way that happens: one sentence with file, row, column and what to do; mended, it reads.

The same in a real JupyterLab: tests/browser/test_break_tables.py.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from breaking_tables import HARMS, bom, sentence

from chokepoints.errors import KitError
from chokepoints.evidence import tables
from chokepoints.evidence.rows import TABLES

DATASETS = Path(__file__).parents[2] / "datasets"


@pytest.fixture
def copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A copy of the tables, from which the kit reads until the test is over."""
    shutil.copytree(DATASETS, tmp_path / "datasets")
    monkeypatch.setattr(tables, "PLACES", (tmp_path / "datasets",))
    tables._table.cache_clear()
    yield tmp_path / "datasets"
    tables._table.cache_clear()


def test_every_table_of_the_folder_is_tried() -> None:
    assert {path.stem for path in DATASETS.glob("*.csv")} == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("kind", HARMS)
def test_harm_is_told_in_a_sentence_and_forgotten_when_mended(copy: Path, name: str, kind: str) -> None:
    path = copy / f"{name}.csv"
    HARMS[kind][0](path)
    with pytest.raises(KitError) as refused:
        tables.table(name)
    said = str(refused.value)
    assert sentence(path, kind, [field.name for field in fields(TABLES[name])]) in said
    assert said.startswith(path.name)
    assert said.splitlines() == [said]
    assert said.rstrip(".").count(". ") == 1, (
        f"a sentence that says what is wrong, and one that says what to do: {said}"
    )
    # Not the one that an earlier test of this process may have left being handled.
    assert refused.value.__suppress_context__ or refused.value.__context__ is sys.exception()
    path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
    shutil.copy(DATASETS / path.name, path)
    assert len(tables.table(name)) > 1


@pytest.mark.parametrize("name", TABLES)
def test_a_spreadsheets_mark_at_the_start_does_no_harm(copy: Path, name: str) -> None:
    bom(copy / f"{name}.csv")
    assert (copy / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert tables.table(name) == tables.read(DATASETS / f"{name}.csv", TABLES[name])
