"""Rules, and what they decide about a connection."""

import dataclasses
from ipaddress import ip_address, ip_network
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.network.rules import (
    Action,
    ByAddress,
    ByName,
    ByPrefix,
    Entry,
    Rule,
    Throttle,
    Verdict,
    host_name,
    rules_of,
    verdict,
)

SHOP, NEXT, FAR = "203.0.113.7", "203.0.113.8", "198.51.100.7"


def as_any(value: Any) -> Any:
    """What a learner may write and a type checker would not let through."""
    return value


def decide(rule: Rule, address: str = SHOP, name: str | None = None) -> Action:
    return verdict([rule], address, 443, name).action


class TestOneRule:
    def test_by_address(self) -> None:
        rule = ByAddress([SHOP, "2001:db8::7"])
        assert decide(rule) is decide(rule, "2001:db8:0::7") is Action.REFUSE
        assert decide(rule, NEXT) is Action.PASS
        assert decide(ByAddress(SHOP, "reset")) is Action.RESET

    def test_by_prefix(self) -> None:
        rule = ByPrefix(["203.0.113.0/29", "198.51.100.0/25"])
        assert [decide(rule, address) for address in (SHOP, NEXT, FAR, "198.51.100.128")] == [
            Action.REFUSE,
            Action.PASS,
            Action.REFUSE,
            Action.PASS,
        ]
        assert decide(rule, "::ffff:203.0.113.7") is Action.PASS
        assert decide(ByPrefix("203.0.113.0/24", "reset"), NEXT) is Action.RESET

    def test_by_name(self) -> None:
        rule = ByName(["shop.example", "Bank.Example."])
        for name in ("shop.example", "SHOP.example", "shop.example.", "a.b.shop.example", "bank.example"):
            assert decide(rule, name=name) is Action.RESET, name
        for other in (None, "example", "bigshop.example", "shop.example.org", "shopXexample"):
            assert decide(rule, name=other) is Action.PASS, other
        assert decide(ByName("shop.example", subdomains=False), name="a.shop.example") is Action.PASS
        assert decide(ByName("shop.example", subdomains=False), name="shop.example") is Action.RESET

    def test_throttle(self) -> None:
        both = Throttle(800, prefixes="203.0.113.0/29", names="shop.example")
        assert verdict([both], SHOP, 443) == Verdict(Action.THROTTLE, str(both), 800)
        assert decide(both, FAR, "a.shop.example") is Action.THROTTLE
        assert decide(both, FAR, "bank.example") is decide(both, FAR) is Action.PASS
        assert decide(Throttle(800, names=["shop.example"]), SHOP) is Action.PASS

    @given(st.integers(0, 2**32 - 1), st.integers(0, 32), st.integers(0, 2**32 - 1))
    def test_prefixes_against_their_bits(self, base: int, length: int, number: int) -> None:
        network = ip_network((base >> (32 - length) << (32 - length), length))
        inside = number >> (32 - length) == base >> (32 - length)
        found = decide(ByPrefix(str(network)), str(ip_address(number)))
        assert found is (Action.REFUSE if inside else Action.PASS)


class TestSeveral:
    def test_nothing_hits(self) -> None:
        assert verdict([], SHOP, 443) == verdict([ByAddress(NEXT)], SHOP, 443, "shop.example") == Verdict()

    def test_the_harshest_decides_in_any_order(self) -> None:
        rules: list[Rule] = [
            Throttle(100, prefixes="203.0.113.0/24"),
            ByName("shop.example"),
            ByAddress(SHOP, "refuse"),
        ]
        for order in (rules, rules[::-1]):
            assert verdict(order, SHOP, 443, "shop.example").words == "refuse by address: 203.0.113.7"
            assert verdict(order, NEXT, 443, "shop.example").words == "reset by name: shop.example and names below"
            assert verdict(order, NEXT, 443).words == "throttle to 100 bytes a second: 203.0.113.0/24"

    def test_the_first_among_equals(self) -> None:
        first, second = ByAddress([SHOP, NEXT]), ByPrefix("203.0.113.0/24")
        assert verdict([first, second], SHOP, 443).words == str(first)
        assert verdict([second, first], SHOP, 443).words == str(second)

    def test_the_lowest_rate(self) -> None:
        rules = [Throttle(900, prefixes="203.0.113.0/24"), Throttle(70, names="shop.example")]
        assert verdict(rules, SHOP, 443, "shop.example").rate == 70
        assert verdict(rules, SHOP, 443).rate == 900

    def test_one_needs_no_list(self) -> None:
        rule = ByAddress(SHOP)
        assert rules_of(rule) == rules_of([rule]) == rules_of(iter([rule])) == (rule,)


class TestForms:
    def test_frozen_and_equal(self) -> None:
        assert ByAddress(SHOP) == ByAddress([SHOP], "refuse")
        assert len({ByAddress(SHOP), ByAddress([SHOP])}) == 1
        assert ByAddress(SHOP) != ByAddress(SHOP, "reset")
        for frozen, field in (
            (ByAddress(SHOP), "addresses"),
            (ByPrefix("203.0.113.0/24"), "prefixes"),
            (ByName("shop.example"), "names"),
            (Throttle(1, names="shop.example"), "rate"),
            (Verdict(), "words"),
            (Entry(1, SHOP, 443, None, "pass", "", 0, 0), "up"),
        ):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(frozen, field, "")

    def test_words(self) -> None:
        assert str(ByPrefix(["203.0.113.0/24"], "reset")) == "reset by prefix: 203.0.113.0/24"
        assert str(ByName("Shop.example", subdomains=False)) == "reset by name: shop.example"

    @pytest.mark.parametrize(
        ("make", "says"),
        [
            (lambda: ByAddress("203.0.113.0/24"), "write an address such as"),
            (lambda: ByAddress(["203.0.113.7", "203.0.113.256"]), "203.0.113.256"),
            (lambda: ByAddress([]), "lists nothing"),
            (lambda: ByAddress(as_any(5)), "5 is no text"),
            (lambda: ByAddress([as_any(5)]), "5 is no text"),
            (lambda: ByAddress(SHOP, "drop"), "write 'refuse' or 'reset'"),
            (lambda: ByAddress(SHOP, "throttle"), "write 'refuse' or 'reset'"),
            (lambda: ByPrefix("203.0.113.7/24"), "host bits"),
            (lambda: ByPrefix("203.0.113.0/33"), "write a prefix such as"),
            (lambda: ByPrefix("shop.example"), "write a prefix such as"),
            (lambda: ByName("shop example"), "no host name"),
            (lambda: ByName(""), "no host name"),
            (lambda: ByName("a" * 254), "no host name"),
            (lambda: ByName("shop.example", action="refuse"), "only after it has let the client connect"),
            (lambda: Throttle(0, names="shop.example"), "no rate"),
            (lambda: Throttle(True, names="shop.example"), "no rate"),
            (lambda: Throttle(as_any(2.5), names="shop.example"), "no rate"),
            (lambda: Throttle(100), "lists nothing"),
            (lambda: rules_of("block"), "no rule"),
            (lambda: rules_of([ByAddress(SHOP), SHOP]), "no rule"),
            (lambda: rules_of(None), "no rule"),
            (lambda: verdict([], SHOP, 0), "ports go from 1"),
            (lambda: verdict([], SHOP, 65536), "ports go from 1"),
            (lambda: verdict([], SHOP, as_any("443")), "ports go from 1"),
            (lambda: verdict([], "shop.example", 443), "write an address such as"),
            (lambda: host_name(None), "no host name"),
        ],
        ids=range(26),
    )
    def test_what_cannot_be_read(self, make: Any, says: str) -> None:
        with pytest.raises(KitError, match=says) as refusal:
            make()
        assert "\n" not in str(refusal.value)
