"""What is kept for a device that is away: the limits, and random histories against a second account of the rules."""

import math
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.evidence.facts import fact_named, fact_slugs
from chokepoints.push.mailbox import (
    Delivery,
    Fate,
    Item,
    KeyTooLong,
    Mailbox,
    TokenGone,
    TooLarge,
    UnknownToken,
    WrongTopic,
)
from chokepoints.push.pushes import Push
from chokepoints.push.rules import APNS, DAY, FCM, WEB_PUSH, Rules

APP = "org.example.messenger"


def box(rules: Rules, connected: bool = False, **ended: Any) -> Mailbox:
    made = Mailbox(rules, **ended)
    made.register("t", APP, "RU")
    if connected:
        made.connect("t", 0)
    return made


def push(number: int = 0, lifetime: float | None = None, key: str = "", **more: Any) -> Push:
    return Push("t", APP, str(number).encode(), lifetime, key, **more)


def bodies(delivery: Delivery) -> list[int]:
    return [int(item.push.payload) for item in delivery.items]


class TestLimits:
    def test_they_are_the_facts(self) -> None:
        for limit, slug in (
            (APNS.payload, "apns-payload"),
            (APNS.largest(APP), "apns-payload"),
            (APNS.largest(f"{APP}.voip"), "apns-payload-voip"),
            (APNS.key, "apns-collapse"),
            (APNS.longest / DAY, "apns-retention"),
            (FCM.payload, "push-4096-common"),
            (FCM.largest(f"{APP}.voip"), "push-4096-common"),
            (FCM.plain, "fcm-100"),
            (FCM.keys, "fcm-collapse-4"),
            (FCM.longest, "fcm-ttl"),
            (WEB_PUSH.payload, "push-4096-common"),
        ):
            assert limit == fact_named(slug).high, slug

    @pytest.mark.parametrize("rules", [APNS, FCM, WEB_PUSH])
    def test_each_says_where_it_is_from(self, rules: Rules) -> None:
        slugs = {word.strip("(),;:") for line in rules.says for word in line.split()}
        assert slugs & fact_slugs()
        for word in slugs:
            if word.split("-")[0] in ("apns", "fcm", "push") and "-" in word:
                assert word in fact_slugs(), word
        assert any("ours" in line for line in rules.says)

    @pytest.mark.parametrize("name", ["payload", "key", "plain", "keys", "voip"])
    @pytest.mark.parametrize("limit", [0, -1, 1.5, True, "4"])
    def test_what_is_no_limit(self, name: str, limit: Any) -> None:
        given = {"payload": 10, "key": 10, "plain": 1, "keys": 1, "longest": 5.0, "default": 5.0, name: limit}
        with pytest.raises(KitError, match=f"no limit for {name}"):
            Rules("mine", **given)

    @pytest.mark.parametrize("default", [0, -1, 6, math.nan])
    def test_a_default_lies_within(self, default: float) -> None:
        with pytest.raises(KitError, match="must lie above 0"):
            Rules("mine", 10, 10, 1, 1, longest=5, default=default)

    @pytest.mark.parametrize("rules", [APNS, FCM, WEB_PUSH])
    def test_size_of_payload_and_key(self, rules: Rules) -> None:
        mail = box(rules)
        mail.accept(Push("t", APP, bytes(rules.payload), key="é" * (rules.key // 2)), 0)
        with pytest.raises(TooLarge, match=f"{rules.payload + 1:,} bytes are too many"):
            mail.accept(Push("t", APP, bytes(rules.payload + 1)), 0)
        with pytest.raises(KeyTooLong):
            mail.accept(push(key="é" * (rules.key // 2) + "x"), 0)
        assert mail.stored == 1

    def test_a_topic_for_calls_takes_more(self) -> None:
        mail = box(APNS)
        mail.register("v", f"{APP}.voip", "RU")
        mail.accept(Push("v", f"{APP}.voip", bytes(5120)), 0)
        with pytest.raises(TooLarge, match="5,121 bytes are too many: a payload has at most 5,120"):
            mail.accept(Push("v", f"{APP}.voip", bytes(5121)), 0)

    def test_bytes_that_the_service_does_not_count(self) -> None:
        mail = box(FCM)
        mail.accept(Push("t", APP, bytes(9000), counted=4096), 0)
        with pytest.raises(TooLarge, match="4,097 bytes"):
            mail.accept(Push("t", APP, bytes(10), counted=4097), 0)

    @pytest.mark.parametrize(("rules", "days"), [(APNS, 30), (FCM, 28), (WEB_PUSH, 28)])
    @pytest.mark.parametrize("asked", [None, 1e12])
    def test_the_longest_wait(self, rules: Rules, days: int, asked: float | None) -> None:
        for late, there in ((days * DAY - 1, [1]), (days * DAY, [])):
            mail = box(rules)
            assert mail.accept(push(1, asked), 0)[1] is Fate.STORED
            assert bodies(mail.connect("t", late)) == there


class TestApns:
    def test_the_last_one_waits(self) -> None:
        ends: list[tuple[int, Fate]] = []
        mail = box(APNS, ended=lambda item, fate: ends.append((item.number, fate)))
        for number in range(10):
            assert mail.accept(push(number, key=f"k{number % 3}"), number)[1] is Fate.STORED
        assert mail.stored == 1
        assert bodies(mail.connect("t", 10)) == [9]
        assert ends == [(number, Fate.REPLACED) for number in range(1, 10)]
        assert mail.connect("t", 11) == Delivery()

    def test_one_for_each_app(self) -> None:
        mail = box(APNS)
        mail.register("u", "org.example.bank", "RU")
        mail.accept(push(1), 0)
        mail.accept(Push("u", "org.example.bank", b"2"), 0)
        assert bodies(mail.connect("t", 1)) == [1]
        assert bodies(mail.connect("u", 1)) == [2]

    def test_one_that_expires_does_not_bring_the_older_back(self) -> None:
        mail = box(APNS)
        mail.accept(push(1, 100), 0)
        mail.accept(push(2, 10), 0)
        assert bodies(mail.connect("t", 50)) == []

    def test_tried_once(self) -> None:
        mail = box(APNS)
        assert mail.accept(push(1, 0), 0)[1] is Fate.NOT_STORED
        assert bodies(mail.connect("t", 0)) == []
        assert mail.accept(push(2, 0), 5)[1] is Fate.SENT

    def test_one_for_a_single_try_leaves_what_waits(self) -> None:
        mail = box(APNS)
        mail.accept(push(1), 0)
        mail.accept(push(2, 0), 0)
        assert bodies(mail.connect("t", 1)) == [1]

    @pytest.mark.parametrize("connected", [False, True])
    def test_expired_as_it_comes(self, connected: bool) -> None:
        mail = box(APNS, connected)
        assert mail.accept(push(1, -1), 3)[1] is Fate.EXPIRED
        assert bodies(mail.connect("t", 3)) == []


class TestFcm:
    def test_a_hundred_wait_and_one_more_takes_all(self) -> None:
        ends: list[Fate] = []
        mail = box(FCM, ended=lambda item, fate: ends.append(fate))
        mail.accept(push(500, key="k"), 0)
        for number in range(100):
            assert mail.accept(push(number), 0)[1] is Fate.STORED
        assert (mail.stored, ends) == (101, [])
        assert mail.accept(push(100), 0)[1] is Fate.DROPPED
        assert ends == [Fate.DROPPED] * 100
        assert mail.accept(push(101), 0)[1] is Fate.STORED
        delivery = mail.connect("t", 1)
        assert (bodies(delivery), delivery.dropped) == ([500, 101], True)
        assert not mail.connect("t", 2).dropped

    def test_what_expired_makes_room(self) -> None:
        mail = box(FCM)
        for number in range(100):
            mail.accept(push(number, 10 if number < 40 else 100), 0)
        for number in range(100, 140):
            assert mail.accept(push(number, 100), 10)[1] is Fate.STORED
        delivery = mail.connect("t", 11)
        assert (bodies(delivery), delivery.dropped) == (list(range(40, 140)), False)

    def test_four_keys(self) -> None:
        mail = box(FCM)
        for number, key in enumerate("abcdab"):
            mail.accept(push(number, key=key), 0)
        assert [item.push.key for item in mail.known("t").waiting] == list("cdab")
        mail.accept(push(6, key="e"), 0)
        assert bodies(mail.connect("t", 1)) == [3, 4, 5, 6]


class TestWebPush:
    def test_all_wait_and_a_topic_replaces(self) -> None:
        mail = box(WEB_PUSH)
        for number in range(500):
            mail.accept(push(number, key=f"k{number % 7}" if number % 2 else ""), 0)
        there = bodies(mail.connect("t", 1))
        assert len(there) == 250 + 7
        assert there == sorted(there)
        assert set(range(0, 500, 2)) <= set(there)
        assert {number % 7 for number in there if number % 2} == set(range(7))
        assert min(number for number in there if number % 2) >= 500 - 14

    def test_one_for_a_single_try_takes_what_waits_under_its_topic(self) -> None:
        ends: list[tuple[int, Fate]] = []
        mail = box(WEB_PUSH, ended=lambda item, fate: ends.append((int(item.push.payload), fate)))
        for number, key in enumerate(("a", "b", "", "a")):
            mail.accept(push(number, key=key), 0)
        assert mail.accept(push(4, 0, "a"), 1)[1] is Fate.NOT_STORED
        assert mail.accept(push(5, 0, "c"), 1)[1] is Fate.NOT_STORED
        assert mail.accept(push(6, 0), 1)[1] is Fate.NOT_STORED
        assert ends == [(0, Fate.REPLACED), (3, Fate.REPLACED)]
        assert bodies(mail.connect("t", 2)) == [1, 2]

    @pytest.mark.parametrize("rules", [APNS, FCM])
    def test_elsewhere_it_leaves_what_waits(self, rules: Rules) -> None:
        mail = box(rules)
        mail.accept(push(1, key="a"), 0)
        assert mail.accept(push(2, 0, "a"), 1)[1] is Fate.NOT_STORED
        assert bodies(mail.connect("t", 2)) == [1]


class TestWhatIsNotConfirmed:
    def test_it_waits_again(self) -> None:
        mail = box(WEB_PUSH, connected=True)
        items = [mail.accept(push(number, lifetime), 0)[0] for number, lifetime in enumerate((10, 0, None, 3))]
        ends: list[tuple[int, Fate]] = []
        mail._ended = lambda item, fate: ends.append((int(item.push.payload), fate))
        mail.disconnect("t", 5, items[::-1])
        assert ends == [(1, Fate.NOT_STORED), (3, Fate.EXPIRED)]
        assert bodies(mail.connect("t", 6)) == [0, 2]

    @pytest.mark.parametrize("rules", [APNS, FCM])
    def test_the_rules_hold_for_it_too(self, rules: Rules) -> None:
        mail = box(rules, connected=True)
        items = [mail.accept(push(number, key="k"), 0)[0] for number in range(3)]
        mail.disconnect("t", 1)
        mail.accept(push(3, key="k"), 1)
        mail.disconnect("t", 2, items)
        assert bodies(mail.connect("t", 3)) == [3]

    def test_nothing_waits_for_a_token_that_was_given_up(self) -> None:
        ends: list[Fate] = []
        mail = box(APNS, connected=True, ended=lambda item, fate: ends.append(fate))
        item, _ = mail.accept(push(1), 0)
        mail.unregister("t", 1)
        mail.disconnect("t", 1, [item])
        assert ends == [Fate.GONE]


class TestTokens:
    def test_given_up(self) -> None:
        ends: list[tuple[int, Fate]] = []
        mail = box(APNS, ended=lambda item, fate: ends.append((item.number, fate)))
        mail.accept(push(1), 3)
        mail.unregister("t", 7)
        assert ends == [(1, Fate.GONE)]
        with pytest.raises(TokenGone) as caught:
            mail.accept(push(2), 8)
        assert caught.value.at == 7
        with pytest.raises(TokenGone):
            mail.connect("t", 8)
        assert not mail.holds("t")
        mail.register("t", APP, "DE", now=9)
        assert mail.accept(push(3), 9)[1] is Fate.STORED

    def test_given_up_while_connected(self) -> None:
        mail = box(APNS, connected=True)
        mail.unregister("t", 1)
        assert not mail.known("t").connected

    def test_unknown_wrong_and_taken(self) -> None:
        mail = box(APNS)
        for call in (
            lambda: mail.accept(Push("x", APP, b""), 0),
            lambda: mail.connect("x", 0),
            lambda: mail.unregister("x", 0),
        ):
            with pytest.raises(UnknownToken):
                call()
        with pytest.raises(WrongTopic, match=r"is for org\.example\.messenger, not for org\.example\.bank"):
            mail.accept(Push("t", "org.example.bank", b""), 0)
        with pytest.raises(KitError, match="taken"):
            mail.register("t", APP, "RU")

    @pytest.mark.parametrize("now", [4.9, -1, math.nan, math.inf])
    def test_time_never_runs_back(self, now: float) -> None:
        mail = box(APNS)
        mail.accept(push(), 5)
        for call in (lambda: mail.accept(push(), now), lambda: mail.connect("t", now), lambda: mail.expire(now)):
            with pytest.raises(KitError, match="never runs back"):
                call()

    def test_expire(self) -> None:
        mail = box(WEB_PUSH)
        for lifetime in (1, 2, 3, None):
            mail.accept(push(0, lifetime), 0)
        assert [mail.expire(now) for now in (0.5, 1, 2.5, 3, 29 * DAY)] == [0, 1, 1, 1, 1]


@dataclass
class Account:
    """The same promises kept another way: one flat list of all that came, looked through anew each time."""

    rules: Rules
    away: list[dict[str, Any]] = field(default_factory=list)
    dropped: bool = False

    def came(self, number: int, lifetime: float | None, key: str, now: float) -> None:
        asked = self.rules.default if lifetime is None else lifetime
        if asked == 0 and self.rules is WEB_PUSH and key:
            self.away = [one for one in self.away if one["key"] != key]
        if asked <= 0:
            return
        self.away = [one for one in self.away if one["until"] > now]
        one = {"number": number, "until": now + min(asked, self.rules.longest), "key": key, "set": number}
        if self.rules is APNS:
            self.away = [one]
        elif key:
            self.away = [other for other in self.away if other["key"] != key]
            keyed = sorted((other["set"] for other in self.away if other["key"]), reverse=True)
            if self.rules is FCM and len(keyed) > 3:
                self.away = [other for other in self.away if not other["key"] or other["set"] in keyed[:3]]
            self.away.append(one)
        elif self.rules is FCM and sum(not other["key"] for other in self.away) >= 100:
            self.away = [other for other in self.away if other["key"]]
            self.dropped = True
        else:
            self.away.append(one)

    def back(self, now: float) -> tuple[list[int], bool]:
        there = sorted(one["number"] for one in self.away if one["until"] > now), self.dropped
        self.away, self.dropped = [], False
        return there


LIFETIMES = st.one_of(st.none(), st.sampled_from([-1, 0, 1, 2, 5, 60, 30 * DAY, 40 * DAY]))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("push"), st.integers(1, 45), LIFETIMES, st.sampled_from(["", "", "", *"abcdef"])),
        st.tuples(st.sampled_from(["connect", "disconnect", "lose"]), st.just(0), st.none(), st.just("")),
        st.tuples(st.just("wait"), st.sampled_from([0, 1, 3, 100, int(29 * DAY)]), st.none(), st.just("")),
    ),
    max_size=40,
)


@pytest.mark.parametrize("rules", [APNS, FCM, WEB_PUSH], ids=lambda rules: rules.name)
@given(steps=STEPS)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_random_histories(rules: Rules, steps: list[tuple[str, int, float | None, str]]) -> None:
    """What the rules promise comes, once, in order and before its expiry; nothing else comes; each push ends once."""
    ends: list[int] = []
    mail = Mailbox(rules, lambda item, fate: ends.append(item.number))
    mail.register("t", APP, "RU")
    account, now, there = Account(rules), 0.0, False
    unsure: list[Item] = []
    sent: list[int] = []
    done: list[int] = []

    def arrive(items: tuple[Item, ...]) -> None:
        for item in items:
            assert now < item.until or item.push.lifetime == 0
        unsure.extend(items)
        sent.extend(item.number for item in items)

    for what, many, lifetime, key in steps:
        if what == "push":
            for _ in range(many):
                item, fate = mail.accept(push(0, lifetime, key), now)
                if there and (lifetime is None or lifetime >= 0):
                    assert fate is Fate.SENT
                    arrive((item,))
                elif there:
                    assert fate is Fate.EXPIRED
                else:
                    account.came(item.number, lifetime, key, now)
                if fate not in (Fate.SENT, Fate.STORED):
                    done.append(item.number)
        elif what == "connect":
            delivery = mail.connect("t", now)
            promised = account.back(now)
            assert ([item.number for item in delivery.items], delivery.dropped) == promised
            arrive(delivery.items)
            there = True
        elif what == "disconnect" and there:  # all was confirmed
            mail.disconnect("t", now)
            done.extend(item.number for item in unsure)
            unsure.clear()
            there = False
        elif what == "lose" and there:  # the last half was not
            lost = unsure[len(unsure) // 2 :]
            mail.disconnect("t", now, lost)
            for item in lost:
                left = (item.until - now or -1) if item.push.lifetime != 0 else 0
                account.came(item.number, left, item.push.key, now)
                sent.remove(item.number)
            done.extend(item.number for item in unsure[: len(unsure) // 2])
            unsure.clear()
            there = False
        elif what == "wait":
            now += many
            if many == 3:
                mail.expire(now)
        assert len(sent) == len(set(sent))
        assert mail.stored <= len(account.away)
    mail.expire(now)
    accounted = [*ends, *done, *(item.number for item in unsure), *(item.number for item in mail.known("t").waiting)]
    assert sorted(accounted) == list(range(1, len(accounted) + 1))
