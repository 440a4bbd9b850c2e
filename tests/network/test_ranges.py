"""Address ranges: against the standard library, against Python's sets, and the published totals of April 2018."""

from collections.abc import Callable
from datetime import date
from ipaddress import IPv4Address, IPv4Network, collapse_addresses
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.evidence import fact
from chokepoints.network.ranges import Ranges, Suspicion, blocked, own, speed, summed, suspicious, table

GOOGLE = blocked("Google")


def prefix(address: int, length: int) -> IPv4Network:
    return IPv4Network((address, length), strict=False)


LENGTHS = st.integers(0, 32)
#: Prefixes from anywhere, and small ones at both ends of the address space, where many touch or overlap.
ANYWHERE = st.builds(prefix, st.integers(0, 2**32 - 1), LENGTHS)
LOW, HIGH = range(32), range(2**32 - 32, 2**32)
NARROW = st.builds(prefix, st.sampled_from([*LOW, *HIGH]), st.integers(27, 32))
LISTS = st.lists(st.one_of(ANYWHERE, NARROW), max_size=20)
SMALL_LISTS = st.lists(NARROW, max_size=8)


def members(prefixes: list[IPv4Network]) -> set[int]:
    return {int(address) for network in prefixes for address in network}


def figure(slug: str) -> float:
    low = fact(slug).low  # type: ignore[union-attr]
    assert low is not None
    return low


@given(LISTS)
def test_merging_is_that_of_the_standard_library(prefixes: list[IPv4Network]) -> None:
    ranges, wanted = Ranges.of(prefixes), tuple(collapse_addresses(prefixes))
    assert ranges.prefixes == wanted
    assert ranges.count == summed(wanted) <= summed(prefixes)
    assert ranges == Ranges.of(map(str, reversed(prefixes)))
    assert (ranges.starts[1:].astype(int) - ranges.lasts[:-1] > 1).all()


@given(SMALL_LISTS, SMALL_LISTS)
def test_operations_are_those_of_sets(one: list[IPv4Network], other: list[IPv4Network]) -> None:
    ours, theirs = Ranges.of(one), Ranges.of(other)
    for got, wanted in (
        (ours.union(theirs), members(one) | members(other)),
        (ours.intersection(theirs), members(one) & members(other)),
        (ours.difference(theirs), members(one) - members(other)),
    ):
        assert members(list(got.prefixes)) == wanted
        assert got.count == len(wanted)
        assert got.contains(np.array([*LOW, *HIGH])).tolist() == [place in wanted for place in (*LOW, *HIGH)]


@given(LISTS, st.lists(st.integers(0, 2**32 - 1), max_size=20))
def test_looking_up_is_that_of_a_loop(prefixes: list[IPv4Network], numbers: list[int]) -> None:
    edges = [int(end) + step for one in prefixes for end in (one[0], one[-1]) for step in (-1, 0, 1)]
    addresses = [IPv4Address(number) for number in numbers + edges if 0 <= number < 2**32]
    wanted = [any(address in network for network in prefixes) for address in addresses]
    ranges = Ranges.of(prefixes)
    numbers = list(map(int, addresses))
    for given_as in (addresses, list(map(str, addresses)), numbers, np.array(numbers, np.uint32), np.array(numbers)):
        got = ranges.contains(given_as)
        assert got.dtype == np.bool_
        assert got.tolist() == wanted


def test_the_whole_space_overflows_nothing() -> None:
    whole, nothing = Ranges.of("0.0.0.0/0"), Ranges.of()
    assert (whole.count, whole.share, nothing.count, nothing.share) == (2**32, 1.0, 0, 0.0)
    assert summed(["0.0.0.0/0", "128.0.0.0/1", "0.0.0.0/0"]) == 2 * 2**32 + 2**31
    assert Ranges.of(["128.0.0.0/1", "0.0.0.0/1"]) == whole
    assert whole.difference(whole) == nothing == nothing.union(nothing)
    assert whole.difference(nothing) == whole.intersection(whole) == whole
    assert whole.contains(["0.0.0.0", "255.255.255.255"]).all()
    assert nothing.contains(["0.0.0.0", "255.255.255.255"]).tolist() == [False, False]
    assert whole.difference(Ranges.of("255.255.255.255")).count == 2**32 - 1


def test_one_prefix_or_address_is_a_list_of_one() -> None:
    network = IPv4Network("51.136.0.0/15")
    assert Ranges.of(network) == Ranges.of("51.136.0.0/15") == Ranges.of(iter([" 51.136.0.0/15\n"]))
    assert summed(network) == summed("51.136.0.0/15") == 131_072
    assert Ranges.of("192.0.2.7").count == 1
    assert "51.137.255.255" in Ranges.of(network)
    assert IPv4Address("51.138.0.0") not in Ranges.of(network)
    assert Ranges.of(network).contains("51.136.0.0").tolist() == [True]
    assert Ranges.of(network).contains([]).tolist() == []


def test_a_set_stays_as_it_was_made() -> None:
    ranges = Ranges.of(GOOGLE).union(Ranges.of("192.0.2.0/24"))
    with pytest.raises(ValueError, match="read-only"):
        ranges.starts[0] = 0
    with pytest.raises(ValueError, match="read-only"):
        ranges.lasts[0] = 0
    assert hash(Ranges.of(GOOGLE)) == hash(Ranges.of(reversed(GOOGLE)))
    assert {Ranges.of(GOOGLE), Ranges.of(reversed(GOOGLE)), ranges} == {Ranges.of(GOOGLE), ranges}
    assert Ranges.of("192.0.2.0/24") != Ranges.of("192.0.2.0/25")
    assert (
        repr(Ranges.of(GOOGLE)) == "Ranges(2,621,440 addresses in 2 intervals)"
    )  # 35.184.0.0/13 ends where the first /12 begins


def test_published_totals() -> None:
    """What the ranges come to, by the day, and what the press wrote: the differences stay."""
    first_four = Ranges.of(blocked("AWS", until="2018-04-16"))
    assert first_four.count == 655_360 == figure("ip-aws-655360")
    assert figure("ip-aws-655532") - first_four.count == 172
    first_five = [one for one in blocked("AWS") if one.prefixlen > 12]
    assert len(first_five) == 5
    assert Ranges.of(first_five).count == 786_432
    nine = blocked("AWS", "Google")
    assert len(nine) == 9
    assert summed(nine) == Ranges.of(nine).count == 4_456_448
    assert figure("ip-4-5m") - Ranges.of(nine).count == 43_552


def test_nested_ranges_count_once() -> None:
    azure = blocked("Azure")
    assert (summed(azure), Ranges.of(azure).count) == (163_840, 131_072)
    assert figure("azure-51136") == 131_072


def test_share_of_all_addresses() -> None:
    """0.04 percent, published for 16 April, fits the six Amazon ranges to noon of the next day."""
    assert round(100 * Ranges.of(blocked("AWS", until="2018-04-16")).share, 3) == 0.015
    assert round(100 * Ranges.of(blocked("AWS", until=date(2018, 4, 17))).share, 3) == 0.043
    assert figure("ip-share-004") == 0.04


def test_own_ranges_are_apart_from_those_blocked() -> None:
    assert Ranges.of(own()).count == summed(own()) == 11_008 == figure("tg-cidr")
    assert Ranges.of(own()).intersection(Ranges.of(blocked())).count == 0
    assert Ranges.of(own()).count > figure("ip-own") == 9_000


def test_the_table_by_provider_and_day() -> None:
    groups = table()
    assert [(str(one.day), one.provider, one.kind, one.summed, one.ranges.count) for one in groups] == [
        ("2018-04-16", "AWS", "blocked", 655_360, 655_360),
        ("2018-04-17", "AWS", "blocked", 1_179_648, 1_179_648),
        ("2018-04-17", "Google", "blocked", 2_621_440, 2_621_440),
        ("2018-04-18", "DigitalOcean", "blocked", 131_072, 131_072),
        ("2018-04-19", "Azure", "blocked", 163_840, 131_072),
        ("2026-04-01", "Telegram", "own", 11_008, 11_008),
    ]
    assert sorted(one for group in groups if group.kind == "blocked" for one in group.prefixes) == sorted(blocked())


def test_what_the_table_does_not_have() -> None:
    with pytest.raises(KitError, match="not of 'Amazn'"):
        blocked("Amazn")
    with pytest.raises(KitError, match=r"Did you mean Google\?"):
        blocked("AWS", "Gogle")
    with pytest.raises(KitError, match="not of 'Telegram'"):
        blocked("Telegram")
    with pytest.raises(KitError, match="such as '2018-04-16', not '16 April'"):
        blocked(until="16 April")
    assert blocked(until="2018-04-15") == ()


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        ("5.184.0.0/13", "35.184.0.0/13", "left out"),
        ("135.184.0.0/13", "35.184.0.0/13", "put in"),
        ("36.184.0.0/13", "35.184.0.0/13", "changed"),
        ("35.192.0.0/11", "35.192.0.0/12", "changed"),
        ("35.184.0.0/13", None, None),
        ("35.184.0.0/14", None, None),
        ("35.225.0.0/16", None, None),
        ("5.148.0.0/14", None, None),
        ("53.184.0.0/13", None, None),
    ],
    ids=str,
)
def test_a_slip_of_one_digit_is_found(written: str, meant: str | None, slip: str | None) -> None:
    found = suspicious([*map(str, GOOGLE), written], GOOGLE)
    assert found == (
        () if meant is None or slip is None else (Suspicion(IPv4Network(written), IPv4Network(meant), slip),)
    )


def slipped(text: str, place: int, digit: str, kind: str) -> str:
    after = text[place + 1 :] if kind != "put in" else text[place:]
    return text[:place] + ("" if kind == "left out" else digit) + after


@given(ANYWHERE, st.sampled_from("0123456789"))
def test_whatever_digit_slips_it_is_found(known: IPv4Network, digit: str) -> None:
    text = str(known)
    for place in (place for place, sign in enumerate(text) if sign.isdigit()):
        for kind in ("left out", "put in", "changed"):
            mistyped = slipped(text, place, digit, kind)
            try:
                written = IPv4Network(mistyped)
            except ValueError:  # most slips give no prefix: a number over 255, or host bits
                continue
            if str(written) != mistyped:  # a length such as 00
                continue
            wanted = () if written.subnet_of(known) else (Suspicion(written, known, kind),)
            assert suspicious(written, known) == wanted


def test_the_typo_takes_others_addresses() -> None:
    typo = Ranges.of("5.184.0.0/13")
    assert typo.count == Ranges.of("35.184.0.0/13").count == 524_288
    assert typo.intersection(Ranges.of(GOOGLE)).count == 0


@pytest.mark.parametrize(
    ("prefixes", "words"),
    [
        ("51.136.0.1/15", "'51.136.0.1/15' .* host bits set. Perhaps 51.136.0.0/15 was meant, or .* 51.136.0.1/32"),
        (["10.0.0.0/8", "51.137.0.0/15"], "'51.137.0.0/15' .* Perhaps 51.136.0.0/15 was meant"),
        ("51.136.0/15", "'51.136.0/15' .* four numbers .* not 3"),
        ("51.136.0.0.0/15", "not 5"),
        ("", "'' is no IPv4 prefix"),
        ("256.0.0.0/8", "256 is over 255"),
        ("1" * 5000 + ".0.0.0/8", "1{20} is over 255"),
        ("051.136.0.0/15", "051 begins with 0"),
        ("5l.136.0.0/15", "'5l' is no number"),
        ("٥.136.0.0/15", "is no number"),
        ("51.136.0.0/33", "a length from 0 to 32 is wanted, not '33'"),
        ("51.136.0.0/", "not ''"),
        ("51.136.0.0/-1", "not '-1'"),
        ("51.136.0.0/255.254.0.0", "not '255.254.0.0'"),
        ("2001:db8::/32", "it is of IPv6"),
        ([7], "A prefix is a text such as '51.136.0.0/15', not 7"),
        (7, "A list of prefixes .* not 7"),
        (None, "A list of prefixes .* not None"),
    ],
    ids=[f"prefix-{number}" for number in range(18)],
)
@pytest.mark.parametrize("function", [Ranges.of, summed], ids=["of", "summed"])
def test_what_is_no_prefix_is_said(function: Callable[[object], object], prefixes: object, words: str) -> None:
    with pytest.raises(KitError, match=words):
        function(prefixes)


@pytest.mark.parametrize(
    "addresses",
    [
        "51.136.0",
        ["51.136.0.0", "51.136.0.256"],
        -1,
        2**32,
        [True],
        [1.0],
        np.array([1.0]),
        np.array([-1]),
        [None],
        np.array([0, 2**32]),
    ],
    ids=[f"address-{number}" for number in range(10)],
)
def test_what_is_no_address_is_said(addresses: object) -> None:
    with pytest.raises(KitError, match=r"is no IPv4 address|is from 0 to 4,294,967,295"):
        Ranges.of(GOOGLE).contains(addresses)  # type: ignore[arg-type]


def test_what_is_no_list_of_addresses_is_said() -> None:
    with pytest.raises(KitError, match=r"A list of addresses .* not None"):
        Ranges.of(GOOGLE).contains(None)  # type: ignore[arg-type]
    assert Ranges.of(GOOGLE).contains(np.array(["35.184.0.0", "35.183.255.255"])).tolist() == [True, False]


@pytest.mark.alone
def test_a_million_addresses_in_a_second() -> None:
    draw = np.random.default_rng(1)
    ranges = Ranges.of([prefix(int(one), 20) for one in draw.integers(0, 2**32, 800)])
    assert ranges.starts.size > 700
    addresses = draw.integers(0, 2**32, 1_000_000, dtype=np.uint32)
    start = perf_counter()
    found = ranges.contains(addresses)
    assert perf_counter() - start < 1
    assert abs(found.mean() - ranges.share) < 4 * (ranges.share / 1_000_000) ** 0.5


@pytest.mark.alone
def test_it_is_far_quicker_than_a_loop() -> None:
    at_once, one_by_one = speed(blocked(), addresses=100_000, looped=200, rounds=3)
    assert at_once > 1_000_000
    assert at_once > 10 * one_by_one
