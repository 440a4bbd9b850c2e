"""What the questions of lesson 03 take for right is what the provider does, and what `Ranges` counts."""

import asyncio
from ipaddress import ip_address, ip_network, summarize_address_range

import pytest

from chokepoints.classroom.questions import find_question, judge
from chokepoints.network.client_hello import parts, server_name
from chokepoints.network.questions import MINE, OTHERS, SITES, extension
from chokepoints.network.ranges import Ranges, blocked, suspicious
from chokepoints.network.rules import ByAddress, ByName, ByPrefix, Rule
from chokepoints.network.serving import fetch, internet, provider
from chokepoints.network.trial import SITES as ONLINE
from chokepoints.network.trial import first_bytes, try_all


def status(id: str, answer: object) -> str:
    question = find_question(id)
    assert not isinstance(question, str)
    return judge(question, answer).status


def day(rule: Rule) -> tuple[tuple[str, str | None], ...]:
    """What a day's log says of messenger and shop under a rule: verdict and name seen."""

    async def run() -> tuple[tuple[str, str | None], ...]:
        async with internet(ONLINE) as net, provider(net, rule) as isp:
            await net.move("messenger.example", "198.51.100.77")
            await try_all(isp, net, ["messenger.example", "shop.example"])
            return tuple((entry.verdict, entry.server_name) for entry in isp.log)

    return asyncio.run(run())


def test_the_log_of_three_days_is_that_of_three_rules() -> None:
    days = [
        (("reset", "messenger.example"), ("pass", "shop.example")),
        (("refuse", None), ("refuse", None)),
        (("refuse", None), ("pass", "shop.example")),
    ]
    rules = {"a": ByAddress("198.51.100.77"), "b": ByPrefix("198.51.100.0/25"), "c": ByName("messenger.example")}
    shown = {letter: day(rule) for letter, rule in rules.items()}
    assert status("network-1", [next(letter for letter in rules if shown[letter] == one) for one in days]) == "correct"


def test_the_fewest_ranges() -> None:
    first, *_, last = (ip_address(f"203.0.113.{end}") for end in MINE[:-1])
    fewest = [*summarize_address_range(first, last), ip_network(f"203.0.113.{MINE[-1]}/32")]
    assert Ranges.of(fewest) == Ranges.of([f"203.0.113.{end}/32" for end in MINE])
    assert not Ranges.of(fewest).contains([f"203.0.113.{end}" for end in OTHERS]).any()
    assert status("network-3", [str(one) for one in fewest]) == "correct"


def test_who_goes_dark_is_whom_the_rule_hits() -> None:
    def dark(ranges: list[str], sites: dict[str, str]) -> list[str]:
        rule = ByPrefix(ranges) if ranges else None
        return sorted(name for name, at in sites.items() if rule and rule.hits(ip_address(at), None))

    assert SITES["messenger"] == "203.0.113.10"
    assert status("network-4", dark) == "correct"


def test_the_place_of_a_name_is_that_of_real_first_messages() -> None:
    def name_in(message: bytes, at: int) -> str:
        length = int.from_bytes(message[at + 7 : at + 9], "big")
        return message[at + 9 : at + 9 + length].decode()

    assert status("network-5", name_in) == "correct"
    for name in ("messenger.example", "a.example", "a-long-name.of-a-shop.in-a-town.example"):
        hello = first_bytes(name)
        at = hello.find(extension(name))
        assert at > 0
        assert name_in(hello, at) == name == server_name(hello)
        assert parts(hello)


def test_percent_of_all_is_what_ranges_say() -> None:
    assert status("network-6", lambda ranges: 100 * Ranges.of(ranges).share) == "correct"


def test_the_slip_is_what_the_room_finds_suspicious() -> None:
    listed = ["5.184.0.0/13", "35.192.0.0/12", "35.224.0.0/12"]
    (found,) = suspicious(listed, blocked("Google"))
    assert status("network-7", str(found.written)) == "correct"


@pytest.mark.parametrize(
    ("rule", "fronted", "maps"),
    [
        (ByName("messenger.example"), True, True),
        (ByAddress("198.51.100.200"), False, False),
        (ByName("maps.example"), False, False),
    ],
    ids=["a", "b", "c"],
)
def test_what_a_provider_can_do_against_a_front(rule: Rule, fronted: bool, maps: bool) -> None:
    async def run() -> tuple[bool, bool]:
        async with internet(ONLINE) as net, provider(net, rule) as isp:
            behind = await fetch(isp, net, "https://messenger.example/", front="maps.example")
            direct = await fetch(isp, net, "https://maps.example/")
            assert [entry.server_name for entry in isp.log if entry.server_name] in ([], ["maps.example"] * 2)
            return behind.text == "messages", direct.status == 200

    assert asyncio.run(run()) == (fronted, maps)
    assert not (not fronted and maps), "a rule that ends the front and spares the maps: then d is wrong"
