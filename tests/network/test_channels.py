"""The ways to learn an address: rows of the table, and what each lever leaves of them, worked out by hand."""

import csv
from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.evidence import table
from chokepoints.network import channels
from chokepoints.network.channels import BLOCKS, CUT, IN_PART, LEFT, Standing, holder, left, ways

TABLE = Path(__file__).parents[2] / "datasets" / "channels.csv"
EVERY = {
    "appspot-front", "azure-config", "cloudflare-doh-txt", "cloudkit", "google-doh-txt", "help-getconfig", "mtproxy",
    "push-dc-update", "seed-addresses", "vpn",
}  # fmt: skip
BOTH = {"push-dc-update", "seed-addresses", "vpn"}
#: What each lever cuts by itself.
BLOCKED: dict[str, set[str]] = {
    "nothing": set(),
    "the messenger's addresses": {"help-getconfig"},
    "these, relays and DNS over HTTPS": {"help-getconfig", "mtproxy", "cloudflare-doh-txt", "google-doh-txt"},
    "these and VPNs": {"help-getconfig", "mtproxy", "cloudflare-doh-txt", "google-doh-txt", "vpn"},
    "these and the companies' services": EVERY,
}
#: What a refusal cuts, and what it cuts in part.
REFUSED: dict[tuple[str, ...], tuple[set[str], set[str]]] = {
    (): (set(), set()),
    ("google",): ({"appspot-front", "google-doh-txt"}, BOTH),
    ("apple",): ({"cloudkit"}, BOTH),
    ("apple", "google"): ({"appspot-front", "google-doh-txt", "cloudkit"} | BOTH, set()),
    ("apple", "cloudflare", "google", "microsoft"): (EVERY - {"help-getconfig", "mtproxy"}, set()),
}
ENDED = {"appspot-front", "azure-config"}


def slugs(found: Iterable[Standing], state: str) -> set[str]:
    return {one.way.slug for one in found if one.state == state}


def test_the_ways_are_the_rows_of_the_table_by_who_holds_them() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = {row["slug"]: row for row in csv.DictReader(file)}
    assert {way.slug for way in ways()} == set(rows) == EVERY
    for way in ways():
        assert list(way.gatekeepers) == rows[way.slug]["gatekeepers"].split()
        assert way.status_2018 == rows[way.slug]["status_2018"]
    groups = [holder(way) for way in ways()]
    assert list(dict.fromkeys(groups)) == ["no company", "Cloudflare", "Microsoft", "Google", "Apple",
                                           "Apple and Google"]  # fmt: skip
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)


@pytest.mark.parametrize(("blocks", "refusing", "ended"), list(product(BLOCKS, REFUSED, (False, True))), ids=str)
def test_levers_add_up(blocks: str, refusing: tuple[str, ...], ended: bool) -> None:
    found = left(blocks, refusing, fronting_ended=ended)
    cut, part = REFUSED[refusing]
    cut = cut | BLOCKED[blocks] | (ENDED if ended else set())
    assert slugs(found, CUT) == cut
    assert slugs(found, IN_PART) == part - cut
    assert slugs(found, LEFT) == EVERY - cut - part
    assert [one.way for one in found] == list(ways())
    assert all((one.why == "") == (one.state == LEFT) for one in found)


def test_each_reason_is_named() -> None:
    def why(slug: str, *levers: Any, ended: bool = False) -> str:
        return next(one.why for one in left(*levers, fronting_ended=ended) if one.way.slug == slug)

    assert why("help-getconfig", BLOCKS[1]) == "blocked"
    assert why("azure-config", BLOCKS[3], ("microsoft",), ended=True) == "fronting ended, Microsoft refuses"
    assert why("azure-config", BLOCKS[4], (), ended=True) == "blocked, fronting ended"
    assert why("push-dc-update", BLOCKS[0], ("apple",)) == "Apple refuses, Google does not"
    assert why("push-dc-update", BLOCKS[0], ("google",)) == "Google refuses, Apple does not"
    assert why("push-dc-update", BLOCKS[0], ("google", "apple")) == "Apple and Google refuse"
    assert why("push-dc-update", BLOCKS[4], ("apple",)) == "blocked"


def test_what_the_network_leaves_runs_through_two_companies() -> None:
    there = slugs(left("these and VPNs", fronting_ended=True), LEFT)
    assert there == {"cloudkit", "push-dc-update", "seed-addresses"}
    assert {slug for way in ways() if way.slug in there for slug in way.gatekeepers} == {"apple", "google"}


@pytest.mark.parametrize("refusing", [("roskomnadzor",), ("Apple",), "apple"], ids=str)
def test_who_holds_no_way_cannot_refuse(refusing: Any) -> None:
    with pytest.raises(KitError, match=r"Who refuses is a list of any of apple, cloudflare, google, microsoft; not"):
        left(BLOCKS[0], refusing)


def test_a_block_has_a_name() -> None:
    with pytest.raises(KitError, match=r"The network blocks one of nothing, .*; not 'everything'"):
        left("everything")


def test_no_block_reaches_what_the_model_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {row.depends_on for row in table("channels")} <= set(channels._BLOCKED_FROM)
    rows = [replace(row, depends_on="a pigeon") if row.slug == "vpn" else row for row in table("channels")]
    monkeypatch.setattr(channels, "table", lambda _: rows)
    (vpn,) = (one for one in left(BLOCKS[-1]) if one.way.slug == "vpn")
    assert vpn.state == LEFT
