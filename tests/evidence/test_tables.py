"""Loading: typed rows, and for a damaged table the file, the row, the column and what would be right."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from ipaddress import IPv4Network
from pathlib import Path
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.evidence import cite, fact, fact_slugs, published, quantities, source, table, tables
from chokepoints.evidence.facts import cite_named
from chokepoints.evidence.rows import TABLES, Figure
from chokepoints.evidence.side import side_by_side
from chokepoints.evidence.wording import amount_words, date_words, number_words

TYPES: dict[Any, str] = {
    str: "string",
    bool: "boolean",
    date | None: "date",
    int | float | None: "number",
    tuple[str, ...]: "list",
    IPv4Network: "string",
}


def test_classes_agree_with_the_data_package() -> None:
    package = json.loads((tables.folder() / "datapackage.json").read_text(encoding="utf-8"))
    described = {
        resource["name"]: [(field["name"], field["type"]) for field in resource["schema"]["fields"]]
        for resource in package["resources"]
    }
    assert described == {name: [(f.name, TYPES[f.type]) for f in fields(row)] for name, row in TABLES.items()}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_loads_typed(name: str) -> None:
    rows = table(name)
    assert rows
    assert all(type(row) is TABLES[name] for row in rows)
    assert table(name) is rows  # read once


GOOD = """slug,position,statement,attributed_to,verdict,evidence,why
a,1,Words,me,confirmed,x y,Because
b,2,More,,contested,,
"""


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (
            lambda text: text.replace(",why\n", "\n"),
            "claims.csv, row 1, column why: the header should be slug,position",
        ),
        (lambda text: text.replace("slug,", "slug,extra,"), "claims.csv, row 1, column extra"),
        (
            lambda text: text.replace("b,2,", "b,2,more,"),
            "claims.csv, row 3: 8 cells, but the header names 7 columns",
        ),
        (
            lambda text: text.replace("b,2", "a,2"),
            "claims.csv, row 3, column slug: 'a' should be a name used once",
        ),
        (lambda text: text.replace("b,2", ",2"), "claims.csv, row 3, column slug"),
        (lambda text: text.replace("Because", '"Because'), "claims.csv, row 3: not a CSV table"),
        (lambda text: "", "claims.csv, row 1"),
    ],
)
def test_a_damaged_table_is_refused_with_its_place(spoil: Callable[[str], str], sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(GOOD, encoding="utf-8")
    assert tables.read(path, TABLES["claims"])[0].evidence == ("x", "y")  # type: ignore[union-attr]
    path.write_text(spoil(GOOD), encoding="utf-8")
    with pytest.raises(KitError) as error:
        tables.read(path, TABLES["claims"])
    assert sentence in str(error.value)


@pytest.mark.parametrize(
    ("column", "cell", "wanted"),
    [
        ("date_from", "17.4.2018", "a date such as 2018-05-28"),
        ("low", "about 5", "a number such as"),
        ("low", "nan", "a number such as"),
        ("low", "1e999", "a number such as"),
    ],
)
def test_a_wrong_cell_is_named(column: str, cell: str, wanted: str, tmp_path: Path) -> None:
    lines = (tables.folder() / "figures.csv").read_text(encoding="utf-8").splitlines()
    names = lines[0].split(",")
    row = ["x"] * len(names)
    for name, value in {"date_from": "", "date_to": "", "low": "1", "high": "", column: cell}.items():
        row[names.index(name)] = value
    (tmp_path / "figures.csv").write_text(lines[0] + "\n" + ",".join(row) + "\n", encoding="utf-8")
    with pytest.raises(KitError) as error:
        tables.read(tmp_path / "figures.csv", Figure)
    assert str(error.value).startswith(f"figures.csv, row 2, column {column}: {cell!r} should be {wanted}")


def test_not_utf8_and_missing(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_bytes(GOOD.encode() + b"c,\xff\n")
    with pytest.raises(KitError, match="not UTF-8"):
        tables.read(tmp_path / "claims.csv", TABLES["claims"])
    with pytest.raises(KitError, match="is missing from"):
        tables.read(tmp_path / "none.csv", TABLES["claims"])


def test_missing_folder_names_both_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tables, "PLACES", (tmp_path / "one", tmp_path / "two"))
    with pytest.raises(KitError) as error:
        tables.folder()
    assert str(tmp_path / "one") in str(error.value)
    assert str(tmp_path / "two") in str(error.value)


def test_names_that_are_not_there_suggest_the_nearest() -> None:
    for call, nearest in ((fact, "ip-18-9m"), (cite, "ip-18-9m")):
        with pytest.raises(KitError, match=f"Did you mean {nearest}"):
            call("ip-18-9")
    with pytest.raises(KitError, match="There is no source"):
        source("no-such")
    with pytest.raises(KitError, match="Did you mean addresses-blocked"):
        published("address-blocked")
    with pytest.raises(KitError, match="Did you mean figures"):
        table("figure")
    with pytest.raises(KitError):
        fact(["ip-18-9m"])  # type: ignore[arg-type]


def test_disagreeing_figures_stand_together_by_date() -> None:
    totals = published("addresses-blocked")
    assert len(totals) >= 8
    dates = [row.date_from for row in totals]
    assert dates == sorted(day for day in dates if day)
    assert {"ip-16m", "ip-18-9m", "ip-10-99m"} <= {row.slug for row in totals}
    assert len({row.said_by for row in totals}) > 3
    assert "addresses-blocked" in quantities()


def test_a_citation_names_publisher_address_and_doubt() -> None:
    assert "Meduza" in cite("ip-18-9m")
    assert "https://meduza.io/" in cite("ip-18-9m")
    assert cite("hetzner-ovh").startswith("UNVERIFIED")
    assert cite("ip-aws-655360").startswith("Our own arithmetic on: ")
    for slug in fact_slugs():
        assert len(cite(slug)) > 10


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (655360, "655,360"), (18_900_000, "18.9 million"), (20_000_000, "20 million"), (15_298_560, "15,298,560"),
        (10_990_000, "10.99 million"), (1_000_000_000, "1 billion"), (0.04, "0.04"), (-76.5, "-76.5"),
        (52623848130, "52,623,848,130"),
        (2_419_200, "2,419,200"), (0, "0"),
    ],
)  # fmt: skip
def test_numbers_in_words(value: float, words: str) -> None:
    assert number_words(value) == words


def test_amounts_and_dates_in_words() -> None:
    assert amount_words(fact("ip-18-9m")) == "18.9 million addresses"  # type: ignore[arg-type]
    assert amount_words(fact("degrade-15-40")) == "15 to 40 percent"  # type: ignore[arg-type]
    assert amount_words(fact("ip-own")) == "at least 9,000 addresses"  # type: ignore[arg-type]
    assert amount_words(fact("ip-peak-20m")) == "up to 20 million addresses"  # type: ignore[arg-type]
    assert date_words(fact("ip-18-9m")) == "19 April 2018"
    assert date_words(fact("ip-peak-20m")) == "16 to 17 April 2018"
    assert date_words(fact("as-2022")) == "2022"
    assert date_words(fact("aud-mediascope-2018-2018-04")) == "April 2018"


def test_side_by_side_shows_every_figure_with_links() -> None:
    output = side_by_side("addresses-blocked")
    assert output.html.data.count("<tr>") == len(published("addresses-blocked")) + 1
    assert 'href="https://meduza.io/' in output.html.data
    assert "19 April 2018: 18.9 million addresses" in output.text
    with pytest.raises(KitError, match="Did you mean"):
        side_by_side("adresses-blocked")


def test_a_row_that_the_kit_names_and_that_is_gone() -> None:
    """Then no learner has mistyped anything: the sentence says what to do."""
    assert cite_named("fsb-demand-numbers") == cite("fsb-demand-numbers")
    with pytest.raises(KitError, match=r"lost the row 'no-such-row'.*Then restart the kernel"):
        cite_named("no-such-row")
