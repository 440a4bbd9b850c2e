"""What must hold for the tables in datasets/, beyond what frictionless can say.

Each check takes the folder of the package and returns one sentence a problem, so that it runs on a broken copy too.
"""

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from ipaddress import IPv4Network, collapse_addresses
from itertools import pairwise
from pathlib import Path

from frictionless import Package

Rows = list[dict[str, str]]
FACTS = ("figures", "events", "instruments", "observations")
LESSONS = frozenset({"encryption", "network", "push", "store", "law", "disagreement", "game"})
#: Where a cell holds slugs of another table: table, column, tables it may point to, may it be empty.
REFERENCES = (
    *((table, "sources", ("sources",), False) for table in FACTS),
    ("claims", "evidence", FACTS, False),
    ("disagreements", "facts", FACTS, True),
    ("actors", "evidence", FACTS, False),
    ("powers", "evidence", FACTS, False),
    ("channels", "evidence", FACTS, True),
    ("channels", "gatekeepers", ("actors",), True),
    ("events", "actor", ("actors",), False),
    ("powers", "actor", ("actors",), False),
    ("powers", "over", ("actors",), False),
    ("prefixes", "source", ("sources",), False),
)
#: Traces of the container rows that the tables were made from.
LEFTOVERS = re.compile(
    r"as published:|figures in [a-z0-9-]+|described there|move to an id|fact base\b.*\bMISSING", re.I
)


def schema(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Fields of each table, as datapackage.json describes them."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource["schema"]["fields"] for resource in package["resources"]}


def rows(folder: Path, table: str) -> Rows:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _slugs(folder: Path, tables: tuple[str, ...]) -> set[str]:
    return {row["slug"] for table in tables for row in rows(folder, table)}


def _facts(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for table in FACTS:
        for row in rows(folder, table):
            yield table, row


def package(folder: Path) -> list[str]:
    """Types, patterns, enums, keys: what frictionless can say."""
    report = Package(str(folder / "datapackage.json")).validate()
    return [
        f"{place} row {number}: {message}"
        for place, number, message in report.flatten(["name", "rowNumber", "message"])
    ]


def headers(folder: Path) -> list[str]:
    """Each table's header is its schema, in order; each file in the folder is a table and the other way round."""
    described = schema(folder)
    problems = [f"{path.name} is not described" for path in folder.glob("*.csv") if path.stem not in described]
    for table, fields in described.items():
        first = (folder / f"{table}.csv").read_text(encoding="utf-8").split("\n", 1)[0]
        if first != ",".join(field["name"] for field in fields):
            problems.append(f"{table}: header is {first}")
        problems += [f"{table}.{field['name']} has no description" for field in fields if not field.get("description")]
    return problems


def raw_text(folder: Path) -> list[str]:
    """UTF-8 without mark, LF, one newline at the end, no space at an edge of a cell, no double space or tab in one."""
    problems = []
    for path in sorted(folder.glob("*.csv")):
        raw = path.read_bytes()
        raw.decode("utf-8")
        if b"\r" in raw or raw.startswith(b"\xef\xbb\xbf") or not raw.endswith(b"\n") or raw.endswith(b"\n\n"):
            problems.append(f"{path.name}: line ends, mark or last line")
        for row in rows(folder, path.stem):
            for column, cell in row.items():
                if cell != cell.strip() or "  " in cell or "\t" in cell or "\n" in cell:
                    problems.append(f"{path.stem} {row['slug']}.{column}: stray white space")
    return problems


def order(folder: Path) -> list[str]:
    """Sorted by slug; prefixes by provider, then address, then length."""
    problems = []
    for table in schema(folder):
        keys = [_place(table, row) for row in rows(folder, table)]
        problems += [f"{table}: {b} after {a}" for a, b in pairwise(keys) if a >= b]
    return problems


def _place(table: str, row: dict[str, str]) -> tuple[str, int, int]:
    if table != "prefixes":
        return row["slug"], 0, 0
    network = IPv4Network(row["cidr"], strict=False)
    return row["provider"], int(network.network_address), network.prefixlen


def fact_slugs(folder: Path) -> list[str]:
    """A fact slug stands in one of the four tables only."""
    count = Counter(row["slug"] for _, row in _facts(folder))
    return [f"{slug} stands {n} times" for slug, n in count.items() if n > 1]


def references(folder: Path) -> list[str]:
    """Lists point to rows that exist, name each once, and are not empty where they must not be."""
    problems = []
    for table, column, targets, may_be_empty in REFERENCES:
        known = _slugs(folder, targets)
        for row in rows(folder, table):
            named = row[column].split(" ") if row[column] else []
            missing = [slug for slug in named if slug not in known]
            if missing or len(set(named)) < len(named) or not (named or may_be_empty):
                problems.append(f"{table} {row['slug']}.{column}: {row[column]!r}")
    return problems


def numbers(folder: Path) -> list[str]:
    """low <= high, at least one of them, and one unit a quantity."""
    problems, units = [], defaultdict(set)
    for row in rows(folder, "figures"):
        units[row["quantity"]].add(row["unit"])
        bounds = [float(row[side]) for side in ("low", "high") if row[side]]
        if not bounds or bounds != sorted(bounds):
            problems.append(f"{row['slug']}: low {row['low']!r}, high {row['high']!r}")
    return problems + [f"{quantity}: units {sorted(found)}" for quantity, found in units.items() if len(found) > 1]


def dates(folder: Path) -> list[str]:
    """date_from <= date_to, and no date_to without date_from."""
    return [
        f"{table} {row['slug']}: {row['date_from']}..{row['date_to']}"
        for table, row in _facts(folder)
        if row["date_to"] and not "" < row["date_from"] <= row["date_to"]
    ]


def sources(folder: Path) -> list[str]:
    """Every source is used; an address stands once; a relay names the original; what can not be read is explained."""
    used = {slug for _, row in _facts(folder) for slug in row["sources"].split(" ")}
    used |= {row["source"] for row in rows(folder, "prefixes")}
    found = rows(folder, "sources")
    count = Counter(row["url"] for row in found if row["url"])
    problems = [f"{url} stands {n} times" for url, n in count.items() if n > 1]
    for row in found:
        if row["slug"] not in used:
            problems.append(f"{row['slug']} is never used")
        if row["kind"] == "relay" and not row["relays"]:
            problems.append(f"{row['slug']} relays whom?")
        if (not row["url"] or row["accessible"] == "false") and not row["note"]:
            problems.append(f"{row['slug']}: no note says why it can not be read")
        if not row["url"] and row["accessible"] == "true":
            problems.append(f"{row['slug']}: accessible, but without an address")
    return problems


def lessons(folder: Path) -> list[str]:
    """Known subjects, each once."""
    return [
        f"{table} {row['slug']}: {row['lessons']}"
        for table, row in _facts(folder)
        if not set(named := row["lessons"].split(" ")) <= LESSONS or len(set(named)) < len(named)
    ]


def unverified(folder: Path) -> list[str]:
    """An unverified row says so in its own text; a row without evidence is unverified."""
    problems = [
        f"{table} {row['slug']}"
        for table, row in _facts(folder)
        if row["basis"] == "unverified" and "unverified" not in (row["statement"] + row["note"]).lower()
    ]
    for row in rows(folder, "channels"):
        if (row["basis"] == "unverified") != (not row["evidence"]) or (
            row["basis"] == "unverified" and "unverified" not in row["status_2018"]
        ):
            problems.append(f"channels {row['slug']}")
    return problems


def leftovers(folder: Path) -> list[str]:
    """No trace of the container rows the tables were made from."""
    return [
        f"{table} {row['slug']}.{column}: {cell}"
        for table in schema(folder)
        for row in rows(folder, table)
        for column, cell in row.items()
        if LEFTOVERS.search(cell)
    ]


def prefixes(folder: Path) -> list[str]:
    """Every range is one by the strict rule, its slug says the same, and the published arithmetic comes out."""
    problems, nets = [], defaultdict(list)
    for row in rows(folder, "prefixes"):
        try:
            net = IPv4Network(row["cidr"], strict=True)
        except ValueError as error:
            problems.append(f"{row['slug']}: {error}")
            continue
        if row["slug"] != f"{row['provider']}-{row['cidr']}".lower().translate(str.maketrans("./", "--")):
            problems.append(f"{row['slug']}: {row['provider']} {row['cidr']}")
        nets[row["provider"], row["listed_on"]].append(net)
    by_provider = {p: [net for (q, _), listed in nets.items() if q == p for net in listed] for p, _ in nets}
    aws, google, azure = (by_provider.get(provider, []) for provider in ("AWS", "Google", "Azure"))
    expected = {
        "first four AWS ranges": (_sum(nets["AWS", "2018-04-16"]), 655_360),
        "first five AWS ranges": (_sum([*nets["AWS", "2018-04-16"], *_named(aws, "18.184.0.0/15")]), 786_432),
        "first two Google ranges": (_sum(_named(google, "35.192.0.0/12", "35.184.0.0/13")), 1_572_864),
        "all of AWS and Google": (_sum([*aws, *google]), 4_456_448),
        "AWS and Google as a union": (_sum(collapse_addresses([*aws, *google])), 4_456_448),
        "Azure summed": (_sum(azure), 163_840),
        "Azure as a union": (_sum(collapse_addresses(azure)), 131_072),
        "the messenger's own": (_sum(by_provider.get("Telegram", [])), 11_008),
    }
    stated = {row["slug"]: row["low"] for row in rows(folder, "figures")}
    for slug, what in (
        ("ip-aws-655360", "first four AWS ranges"),
        ("azure-51136", "Azure as a union"),
        ("tg-cidr", "the messenger's own"),
    ):
        expected[slug] = (int(stated.get(slug) or 0), expected[what][1])
    return problems + [f"{what}: {got}, not {want}" for what, (got, want) in expected.items() if got != want]


def _sum(networks: Iterable[IPv4Network]) -> int:
    return sum(net.num_addresses for net in networks)


def _named(networks: list[IPv4Network], *cidrs: str) -> list[IPv4Network]:
    return [net for net in networks if str(net) in cidrs]


def readme(folder: Path) -> list[str]:
    """The row counts in the text are true."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    counts = {table: int(n) for table, n in re.findall(r"^\| \[`(\w+)\.csv`\]\(\1\.csv\) \| (\d+) \|", text, re.M)}
    actual = {table: len(rows(folder, table)) for table in schema(folder)}
    return [f"{t}: {counts.get(t)} in the text, {n} rows" for t, n in actual.items() if counts.get(t) != n]


def disagreements(folder: Path) -> list[str]:
    """Each matter names quantities that figures have, or facts, and at least two rows to set side by side."""
    counted = Counter(row["quantity"] for row in rows(folder, "figures"))
    problems = []
    for row in rows(folder, "disagreements"):
        quantities, facts = row["quantities"].split(), row["facts"].split()
        problems += [f"{row['slug']}: unknown quantity {key}" for key in quantities if key not in counted]
        if sum(counted[key] for key in quantities) + len(facts) < 2:
            problems.append(f"{row['slug']}: nothing to set side by side")
    return problems


CHECKS = (
    package, headers, raw_text, order, fact_slugs, references, numbers, dates,
    sources, lessons, unverified, leftovers, prefixes, readme, disagreements,
)  # fmt: skip
