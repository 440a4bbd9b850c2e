"""The tables in datasets/ keep their rules, and each check finds the damage it is there for."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import dataset_checks as checks
import pytest

DATASETS = Path(__file__).parents[2] / "datasets"


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_tables_keep_their_rules(check: Callable[[Path], list[str]]) -> None:
    assert check(DATASETS) == []


def test_slugs_that_other_texts_lean_on_are_kept() -> None:
    kept = {"apple-letter", "aud-mediascope-2018", "degrade-15-40", "ms-config-file", "group-5000", "ip-18-9m"}
    assert kept | {"private-networks-2025", "zhivaya-foto"} <= checks._slugs(DATASETS, checks.FACTS)


def test_the_story_is_kept_whole() -> None:
    verdicts = {row["slug"]: row["verdict"] for row in checks.rows(DATASETS, "claims")}
    assert len(verdicts) == 15
    assert (verdicts["push-alerts"], verdicts["one-month"], verdicts["users-200m"]) == (
        "not supported",
        "softened",
        "wrong measure",
    )


# Ways to damage a copy: check, table, slug (or quantity), column, new text (None: the row or its words go).
DAMAGE = [
    (checks.package, "figures", "ip-18-9m", "low", "18.9 million"),
    (checks.package, "figures", "ip-18-9m", "confidence", "certain"),
    (checks.package, "events", "unblock", "actor", "nobody"),
    (checks.package, "events", "unblock", "date_from", "18 June 2020"),
    (checks.package, "events", "unblock", "title", "x" * 61),
    (checks.package, "sources", "tass-2018-05-21", "url", "ask TASS"),
    (checks.package, "sources", "tass-2018-05-21", "accessible", "yes"),
    (checks.package, "prefixes", "azure-51-136-0-0-15", "source", "nobody"),
    (checks.package, "claims", "delist", "verdict", "true"),
    (checks.raw_text, "figures", "ip-18-9m", "statement", "Ends in a space. "),
    (checks.raw_text, "figures", "ip-18-9m", "statement", "Two  spaces."),
    (checks.order, "figures", "ip-18-9m", "slug", "zzz"),
    (checks.order, "prefixes", "aws-18-184-0-0-15", "cidr", "99.0.0.0/15"),
    (checks.fact_slugs, "figures", "ip-18-9m", "slug", "apple-letter"),
    (checks.references, "figures", "ip-18-9m", "sources", "nobody"),
    (checks.references, "figures", "ip-18-9m", "sources", ""),
    (checks.references, "figures", "ip-18-9m", "sources", "tass-2018-05-21 tass-2018-05-21"),
    (checks.references, "figures", "ip-18-9m", "sources", "tass-2018-05-21  rbc-2018-04-18-18-subnets"),
    (checks.references, "claims", "delist", "evidence", "apple-letter ip-4-5m-t"),
    (checks.references, "channels", "push-dc-update", "gatekeepers", "apple gogle"),
    (checks.references, "powers", "bystanders-sue", "over", "nobody"),
    (checks.references, "actors", "durov", "evidence", ""),
    (checks.numbers, "figures", "ip-18-9m", "low", "19000000"),
    (checks.numbers, "figures", "ip-4-5m", "low", ""),
    (checks.numbers, "figures", "ip-18-9m", "unit", "million addresses"),
    (checks.dates, "figures", "ip-18-9m", "date_to", "2018-04-18"),
    (checks.dates, "observations", "push-wns", "date_to", "2018-04-18"),
    (checks.sources, "figures", "ip-2days-20m", "sources", "tass-2018-05-21"),
    (checks.sources, "sources", "g1-2018-04-30-rally", "relays", ""),
    (checks.sources, "sources", "usher2-home", "note", ""),
    (checks.sources, "sources", "gigazine-2026-durov", "accessible", "true"),
    (checks.sources, "sources", "tass-2018-05-21", "url", "https://tass.com/economy/970869"),
    (checks.lessons, "figures", "ip-18-9m", "lessons", "network networks"),
    (checks.unverified, "figures", "group-100000", "basis", None),
    (checks.unverified, "channels", "mtproxy", "basis", "read"),
    (checks.leftovers, "figures", "ip-18-9m", "statement", "A figure of ip-18m, described there"),
    (checks.prefixes, "prefixes", "azure-51-136-0-0-17", "cidr", "51.136.0.1/17"),
    (checks.prefixes, "prefixes", "azure-51-136-0-0-17", "cidr", "51.136.0.0/16"),
    (checks.prefixes, "prefixes", "google-35-184-0-0-13", "cidr", "5.184.0.0/13"),
    (checks.prefixes, "figures", "ip-aws-655360", "low", "655532"),
    (checks.disagreements, "figures", "networks-measured", "quantity", "renamed"),
    (checks.disagreements, "disagreements", "keys", "facts", "mtproto-default"),
    (checks.references, "disagreements", "letter", "facts", "no-such-fact"),
    (checks.readme, "claims", "delist", "slug", None),
]


@pytest.mark.parametrize(
    ("check", "table", "slug", "column", "text"), DAMAGE, ids=lambda value: getattr(value, "__name__", None)
)
def test_each_check_finds_its_damage(
    tmp_path: Path, check: Callable[[Path], list[str]], table: str, slug: str, column: str, text: str | None
) -> None:
    folder = Path(shutil.copytree(DATASETS, tmp_path / "datasets"))
    found = checks.rows(folder, table)
    hit = [row for row in found if slug in (row["slug"], row.get("quantity"))]
    assert hit, "the row to damage is gone: choose another"
    if check is checks.unverified and text is None:
        for row in hit:
            row["statement"], row["note"] = "The limit was raised to 100,000.", ""
    elif text is None:
        found.remove(hit[0])
    else:
        for row in hit:
            row[column] = text
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(found[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    assert check(folder), "the damage was not found"


@pytest.mark.parametrize("raw", [b"\r\n", b"\xef\xbb\xbf", b"no newline"], ids=["crlf", "mark", "last line"])
def test_raw_text_finds_other_line_ends(tmp_path: Path, raw: bytes) -> None:
    folder = Path(shutil.copytree(DATASETS, tmp_path / "datasets"))
    path = folder / "claims.csv"
    old = path.read_bytes()
    path.write_bytes(
        {b"\r\n": old.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf": raw + old, b"no newline": old.rstrip(b"\n")}[raw]
    )
    assert checks.raw_text(folder)


def test_headers_find_a_moved_column_and_a_stray_table(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATASETS, tmp_path / "datasets"))
    path = folder / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("slug,position", "position,slug", 1), encoding="utf-8")
    (folder / "extra.csv").write_text("slug\na\n", encoding="utf-8")
    assert len(checks.headers(folder)) == 2
