"""What a gateway can tell of a push, which orders hit it, and what each party then sees."""

import json
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.evidence.facts import fact_slugs
from chokepoints.push import pushes, pushes_sealed
from chokepoints.push.apns import Reason, Refused
from chokepoints.push.gateway_core import Core
from chokepoints.push.mailbox import Delivery, Item
from chokepoints.push.pushes import Kind, Look, Push, judge, look
from chokepoints.push.pushes_sealed import Seal, alert, service
from chokepoints.push.rules import WEB_PUSH
from chokepoints.push.switch import Deed, Order, What, orders_of, rule

APP = "org.example.messenger"
SEAL = Seal()
CLEAR = service(2, "203.0.113.5:443")


def made(payload: Any, claim: str = "", token: str = "t", **more: Any) -> Push:
    return Push(
        token, APP, payload if isinstance(payload, bytes) else json.dumps(payload).encode(), claim=claim, **more
    )


class TestWhatCanBeRead:
    @pytest.mark.parametrize(
        ("payload", "seen"),
        [
            (alert("Hello"), Look(aps=True, shows=True, service=False)),
            (CLEAR, Look(aps=True, wakes=True, service=True)),
            ({"aps": {"content-available": 1}, "dc": 2, "addr": "203.0.113.5:443"}, Look(True, False, True, True)),
            ({"aps": {"content-available": 1}, "addr": "Main Street 3"}, Look(True, False, True, False)),
            ({"aps": {"content-available": 1}, "loc-key": "DC_UPDATE"}, Look(True, False, True, True)),
            ({"data": {"p": "x"}}, Look(wakes=True)),
            ({"data": {"loc_key": "DC_UPDATE"}}, Look(wakes=True, service=True)),
            ({"data": {"loc_key": "MESSAGE_TEXT"}}, Look(wakes=True, service=False)),
            ({"loc_key": "DC_UPDATE", "custom": "none"}, Look(wakes=True, service=True)),
            ({"p": "AAAA"}, Look(wakes=True)),
            (SEAL.seal(alert("Hello")), Look(aps=True, shows=True, wakes=True)),
            (SEAL.seal(CLEAR), Look(aps=True, wakes=True)),
            (SEAL.seal(CLEAR, dressed=True), Look(aps=True, shows=True, wakes=True)),
            ({"aps": {"badge": 0}}, Look(aps=True, shows=True, service=False)),
            ({"aps": {"sound": "default"}}, Look(aps=True, shows=True, service=False)),
            ({"aps": {"alert": "", "content-available": 0}}, Look(aps=True, service=False)),
            ({"aps": []}, Look(wakes=True, service=False)),
            ({}, Look(wakes=True, service=False)),
            ({"notification": {"title": "Hello"}}, Look(shows=True, service=False)),
            ({"notification": {"title": "Hello"}, "data": {"p": "x"}}, Look(shows=True)),
            ({"notification": {}, "data": {"p": "x"}}, Look(wakes=True)),
            ({"notification": "Hello"}, Look(wakes=True, service=False)),
            ({"aps": {"content-available": 1}, "notification": {"x": 1}}, Look(True, False, True, False)),
            ([1], Look()),
            (b"", Look()),
            (b"\xff\xfe", Look()),
            (b"[" * 4000, Look()),
            (b'{"aps": NaN}', Look()),
            (b'{"a": ' + b"9" * 4090, Look()),
        ],
        ids=lambda given: str(given)[:40],  # what is sealed differs each time, and xdist needs the same names
    )
    def test_look(self, payload: Any, seen: Look) -> None:
        assert look(made(payload).payload) == seen

    @pytest.mark.parametrize(
        ("claim", "seen", "kind"),
        [
            ("alert", Look(aps=True, shows=True), Kind.ALERT),
            ("background", Look(aps=True, shows=True), Kind.ALERT),
            ("alert", Look(aps=True), Kind.BACKGROUND),
            ("", Look(aps=True), Kind.BACKGROUND),
            ("alert", Look(), Kind.ALERT),
            ("background", Look(), Kind.BACKGROUND),
            ("voip", Look(), Kind.OTHER),
            ("", Look(), Kind.OTHER),
            ("other", Look(), Kind.OTHER),
        ],
    )
    def test_judge(self, claim: str, seen: Look, kind: Kind) -> None:
        assert judge(claim, seen) is kind

    def test_cited_facts_exist(self) -> None:
        words = (
            f"{pushes.__doc__} {pushes_sealed.__doc__}".replace("(", " ").replace(")", " ").replace(",", " ").split()
        )
        cited = {word for word in words if word.startswith("push-")}
        assert cited
        assert cited <= fact_slugs()


class TestSeal:
    def test_there_and_back(self) -> None:
        for payload in (CLEAR, alert("Hello")):
            for dressed in (False, True):
                sealed = json.dumps(SEAL.seal(payload, dressed)).encode()
                assert len(sealed) < 1000
                assert b"DC_UPDATE" not in sealed
                assert b"203.0.113.5" not in sealed
                assert b"Hello" not in sealed
                assert SEAL.open(sealed) == payload
                with pytest.raises(KitError, match="not sealed with this key"):
                    Seal().open(sealed)
        assert SEAL.open(json.dumps(CLEAR).encode()) == CLEAR

    def test_a_dressed_service_push_looks_like_an_alert(self) -> None:
        one, other = SEAL.seal(alert("Hello")), SEAL.seal(CLEAR, dressed=True)
        assert one["aps"] == other["aps"]
        assert one.keys() == other.keys()
        assert len(one["p"]) == len(other["p"])
        assert one["p"] != SEAL.seal(alert("Hello"))["p"]

    @pytest.mark.parametrize(
        "payload", [b"", b"[]", b'{"p": 5}', b'{"p": "AAAA"}', b'{"p": "\xc3\xa9"}', b'{"p": "' + b"A" * 80 + b'"}']
    )
    def test_what_cannot_be_opened(self, payload: bytes) -> None:
        with pytest.raises(KitError):
            SEAL.open(payload)


class TestOrders:
    #: The pushes of the lesson, and which of the four kinds of order hit each.
    CASES = (
        ("an alert in the clear", alert("Hello"), "alert", {"all", "alerts"}),
        ("a service push in the clear", CLEAR, "background", {"all", "background", "service"}),
        ("the same, called an alert", CLEAR, "alert", {"all", "background", "service"}),
        ("an alert sealed", SEAL.seal(alert("Hello")), "alert", {"all", "alerts"}),
        ("a service push sealed", SEAL.seal(CLEAR), "background", {"all", "background"}),
        ("the same, dressed as an alert", SEAL.seal(CLEAR, dressed=True), "alert", {"all", "alerts"}),
        ("all sealed, honest", {"p": "AAAA"}, "background", {"all", "background"}),
        ("all sealed, dishonest", {"p": "AAAA"}, "alert", {"all", "alerts"}),
        ("all sealed, nothing claimed", {"p": "AAAA"}, "", {"all"}),
        ("no JSON, a call", b"\0\1", "voip", {"all"}),
    )

    @pytest.mark.parametrize(("name", "payload", "claim", "hit"), CASES, ids=[case[0] for case in CASES])
    def test_which_hits_what(self, name: str, payload: Any, claim: str, hit: set[str]) -> None:
        found = {what for what in What if rule([Order(APP, what)], made(payload, claim), "RU").deed is Deed.REFUSE}
        assert found == hit

    def test_where_and_whose(self) -> None:
        push = made(alert("Hello"))
        for order, storefront, deed in (
            (Order(APP, storefronts="RU"), "RU", Deed.REFUSE),
            (Order(APP, storefronts="RU"), "DE", Deed.PASS),
            (Order(APP, storefronts=["BY", "RU"]), "RU", Deed.REFUSE),
            (Order(APP), "DE", Deed.REFUSE),
            (Order("org.example.bank"), "RU", Deed.PASS),
        ):
            assert rule([order], push, storefront).deed is deed

    def test_the_harshest_decides(self) -> None:
        slow, slower = Order(APP, deed="delay", seconds=5), Order(APP, "alerts", "delay", seconds=50)
        drop, refuse = Order(APP, "alerts", "drop"), Order(APP, "background")
        push = made(alert("Hello"))
        for orders, deed, seconds in (
            ([slow, slower], Deed.DELAY, 50),
            ([slow, drop], Deed.DROP, 0),
            ([refuse, slow], Deed.DELAY, 5),
            ([drop, Order(APP)], Deed.REFUSE, 0),
            ([], Deed.PASS, 0),
        ):
            ruling = rule(orders, push, "RU")
            assert (ruling.deed, ruling.seconds) == (deed, seconds)

    def test_in_words(self) -> None:
        assert str(Order(APP, "alerts", "delay", "RU", 600)) == f"delay by 600 s: alerts of {APP} in RU"
        assert str(Order(APP, storefronts=["RU", "BY"])) == f"refuse: all pushes of {APP} in RU, BY"
        assert str(Order(APP, "service", "drop")) == f"drop: readable service pushes of {APP}"

    @pytest.mark.parametrize(
        "wrong",
        [
            {"topic": ""},
            {"topic": 5},
            {"what": "calls"},
            {"deed": "pass"},
            {"deed": "delay"},
            {"deed": "delay", "seconds": -1},
            {"deed": "delay", "seconds": float("nan")},
            {"deed": "delay", "seconds": float("inf")},
            {"deed": "delay", "seconds": True},
            {"deed": "refuse", "seconds": 5},
            {"seconds": "5"},
            {"storefronts": [5]},
            {"storefronts": [""]},
        ],
        ids=str,
    )
    def test_what_is_no_order(self, wrong: dict[str, Any]) -> None:
        with pytest.raises(KitError):
            Order(**{"topic": APP, **wrong})

    @pytest.mark.parametrize("wrong", [None, 5, "alerts", ["alerts"], [Order(APP), None]])
    def test_what_are_no_orders(self, wrong: Any) -> None:
        with pytest.raises(KitError, match="is no order"):
            orders_of(wrong)
        core = Core()
        with pytest.raises(KitError, match="is no order"):
            core.orders = wrong


class Pocket:
    """A device that is joined to the core without a wire, and confirms at once unless it is dead."""

    def __init__(self, core: Core, dead: bool = False) -> None:
        self.core, self.dead = core, dead
        self.got: list[Item] = []

    def send(self, delivery: Delivery) -> None:
        self.got.extend(delivery.items)
        for item in [] if self.dead else delivery.items:
            self.core.arrived(item)

    def end(self) -> tuple[Item, ...]:
        return tuple(self.got) if self.dead else ()


class Scene:
    """A core with one device in each of two storefronts, connected."""

    def __init__(self, *orders: Order, **options: Any) -> None:
        self.now = 0.0
        self.core = Core(orders=orders, clock=lambda: self.now, **options)
        self.tokens = [self.core.register(APP, storefront).token for storefront in ("RU", "DE")]
        self.links = [Pocket(self.core) for _ in self.tokens]
        for token, link in zip(self.tokens, self.links, strict=True):
            self.core.attach(token, link)

    def send(self, payload: Any, claim: str = "", **more: Any) -> list[str]:
        """To both devices; what the provider is told."""
        told = []
        for token in self.tokens:
            try:
                self.core.submit(made(payload, claim, token, **more))
                told.append("200")
            except Refused as refusal:
                told.append(f"{refusal.reason.status} {refusal.reason}")
        return told

    def go(self, now: float) -> None:
        self.now = now
        self.core.advance()


class TestWhatEachPartySees:
    def test_refused(self) -> None:
        scene = Scene(Order(APP, storefronts="RU"))
        assert scene.send(alert("Hello")) == ["400 TopicDisallowed", "200"]
        assert [len(link.got) for link in scene.links] == [0, 1]
        first, second = scene.core.sights
        assert (first.status, first.reason, first.came, first.fate) == (400, "TopicDisallowed", None, "refused")
        assert (second.status, second.reason, second.came, second.fate) == (200, "", 0, "arrived")
        assert first.row.order == f"refuse: all pushes of {APP} in RU"
        assert (second.row.order, second.row.storefront) == ("", "DE")

    def test_dropped_in_silence(self) -> None:
        scene = Scene(Order(APP, "alerts", "drop", "RU"))
        assert scene.send(alert("Hello")) == ["200", "200"]
        assert [len(link.got) for link in scene.links] == [0, 1]
        assert [(sight.status, sight.came, sight.fate) for sight in scene.core.sights] == [
            (200, None, "dropped by order"),
            (200, 0, "arrived"),
        ]
        scene.go(1e6)
        assert scene.links[0].got == []

    def test_delayed(self) -> None:
        scene = Scene(Order(APP, deed="delay", storefronts="RU", seconds=600))
        scene.now = 100
        assert scene.send(alert("Hello")) == ["200", "200"]
        assert scene.core.due() == 700
        assert scene.core.sights[0].fate == "delayed by order"
        scene.go(699)
        assert scene.links[0].got == []
        scene.go(700)
        assert [sight.came for sight in scene.core.sights] == [700, 100]
        assert scene.core.due() is None
        assert scene.core.log[0].time == 100

    @pytest.mark.parametrize(
        ("lifetime", "released", "fate"),
        [
            (None, 600, "arrived"),
            (0, 600, "arrived"),
            (601, 600, "arrived"),
            (600, 600, "expired"),
            (700, 701, "expired"),
        ],
    )
    def test_time_runs_on_in_a_delay(self, lifetime: float | None, released: float, fate: str) -> None:
        scene = Scene(Order(APP, deed="delay", seconds=600))
        scene.send(alert("Hello"), lifetime=lifetime)
        scene.go(released)
        assert scene.core.sights[0].fate == fate

    def test_in_order_after_a_delay(self) -> None:
        scene = Scene(Order(APP, deed="delay", seconds=10))
        for number in range(3):
            scene.send({"aps": {"badge": number}})
        scene.core.orders = Order(APP, deed="delay", seconds=5)
        scene.send({"aps": {"badge": 3}})
        scene.go(20)
        assert [json.loads(item.push.payload)["aps"]["badge"] for item in scene.links[0].got] == [3, 0, 1, 2]

    def test_what_is_delayed_for_one_who_leaves(self) -> None:
        scene = Scene(Order(APP, deed="delay", seconds=10))
        scene.send(alert("Hello"))
        scene.core.unregister(scene.tokens[0])
        scene.go(10)
        assert [sight.fate for sight in scene.core.sights] == ["gone", "arrived"]
        assert scene.send(alert("Hello"))[0] == "410 Unregistered"

    def test_the_log(self) -> None:
        scene = Scene()
        scene.send(CLEAR, "background", priority=5)
        scene.send(SEAL.seal(CLEAR), "alert")
        scene.send(alert("Hello"))
        rows = scene.core.log[::2]
        assert [(row.claim, row.kind, row.priority, row.service) for row in rows] == [
            ("background", Kind.BACKGROUND, 5, True),
            ("alert", Kind.BACKGROUND, 10, None),
            ("", Kind.ALERT, 10, False),
        ]
        assert [row.number for row in scene.core.log] == list(range(1, 7))
        assert rows[2].size == len(json.dumps(alert("Hello")))
        assert (rows[0].topic, rows[0].token) == (APP, scene.tokens[0])
        with pytest.raises(AttributeError):
            rows[0].size = 5  # type: ignore[misc]

    def test_an_order_holds_for_what_comes_later(self) -> None:
        scene = Scene()
        scene.send(alert("Hello"))
        scene.core.orders = Order(APP)
        scene.send(alert("Hello"))
        assert [sight.status for sight in scene.core.sights] == [200, 200, 400, 400]
        assert scene.core.orders == (Order(APP),)

    def test_a_device_that_is_away(self) -> None:
        scene = Scene()
        token, link = scene.tokens[0], scene.links[0]
        scene.core.detach(token, link)
        assert token not in scene.core.connected
        scene.send(alert("one"), lifetime=100)
        scene.send(alert("two"), lifetime=100)
        scene.send(alert("now or never"), lifetime=0)
        assert [sight.fate for sight in scene.core.sights[::2]] == ["replaced", "stored", "not stored"]
        scene.go(50)
        scene.core.attach(token, link)
        assert [sight.came for sight in scene.core.sights[::2]] == [None, 50, None]

    def test_a_dead_connection_loses_nothing(self) -> None:
        scene = Scene(rules=WEB_PUSH)
        token, dead = scene.tokens[0], Pocket(scene.core, dead=True)
        scene.core.attach(token, dead)
        for number in range(3):
            scene.send({"aps": {"badge": number}})
        assert [sight.fate for sight in scene.core.sights[::2]] == ["sent"] * 3
        alive = Pocket(scene.core)
        scene.core.attach(token, alive)
        assert [item.number for item in alive.got] == [item.number for item in dead.got]
        assert [sight.fate for sight in scene.core.sights[::2]] == ["arrived"] * 3
        scene.core.detach(token, dead)  # its end is noticed late
        assert token in scene.core.connected

    def test_one_that_leaves_with_pushes_under_way(self) -> None:
        scene = Scene()
        dead = Pocket(scene.core, dead=True)
        scene.core.attach(scene.tokens[0], dead)
        scene.send(alert("Hello"))
        scene.core.unregister(scene.tokens[0])
        assert scene.core.sights[0].fate == "gone"
        assert scene.core.connected == {scene.tokens[1]}

    def test_reasons_without_a_row(self) -> None:
        scene = Scene()
        for push, reason in (
            (made(alert(""), token="x"), Reason.BAD_DEVICE_TOKEN),
            (Push(scene.tokens[0], "org.example.bank", b"{}"), Reason.DEVICE_TOKEN_NOT_FOR_TOPIC),
            (Push(scene.tokens[0], APP, bytes(4097)), Reason.PAYLOAD_TOO_LARGE),
        ):
            with pytest.raises(Refused, match=reason):
                scene.core.submit(push)
        assert scene.core.log == ()
