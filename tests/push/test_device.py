"""Devices: the frames of their connection, and what they do asleep, awake, away, in front and behind."""

import asyncio
import json
from typing import Any

import pytest
from push_talk import ALERT, SILENT, TOPIC, run

from chokepoints.errors import KitError
from chokepoints.push.apns import Reason, Refused
from chokepoints.push.device import Device, Received
from chokepoints.push.device_link import BEHIND, LARGEST, UNDER_WAY, DeviceEnd, Frames, GatewayEnd, NotOurs, frame
from chokepoints.push.gateway import Gateway, gateway
from chokepoints.push.mailbox import Delivery, Item
from chokepoints.push.pushes import Push
from chokepoints.push.rules import APNS, FCM, WEB_PUSH, Rules
from chokepoints.push.throttle import Throttle

WAKING = {"aps": {"alert": "sealed", "mutable-content": 1}, "p": "AAAA"}


def tell(gate: Gateway, device: Device, payload: Any, **more: Any) -> None:
    """A push without a provider's client."""
    gate.submit(Push(device.token, TOPIC, json.dumps(payload).encode(), **more))


class Wire:
    """Both ends of a connection, joined by hand."""

    def __init__(self) -> None:
        self.sent = bytearray()
        self.got: list[int] = []
        self.hellos: list[str] = []
        self.closes = 0
        self.gate = GatewayEnd(
            {"t": "secret"}.get, lambda token, _: self.hellos.append(token), self._got, self.sent.extend, self._close
        )
        self.device = DeviceEnd("t", "secret")

    def _got(self, item: Item) -> None:
        self.got.append(item.number)

    def _close(self) -> None:
        self.closes += 1

    def items(self, many: int, start: int = 1, size: int = 5) -> tuple[Item, ...]:
        return tuple(Item(number, Push("t", TOPIC, bytes(size)), 0, 9) for number in range(start, start + many))


class TestFrames:
    def test_a_push_comes_out_as_it_went_in(self) -> None:
        wire = Wire()
        wire.gate.receive(wire.device.hello())
        payload = bytes(range(256)) * 16
        push = Push("t", TOPIC, payload, 5, "key \N{SNOWMAN}", "background", 5, "an id")
        wire.gate.send(Delivery((Item(7, push, 0, 5),), dropped=True))
        notice, arrival = wire.device.receive(bytes(wire.sent))
        assert notice.dropped
        assert (arrival.number, arrival.dropped) == (7, False)
        assert arrival.push == Push("t", TOPIC, payload, None, "key \N{SNOWMAN}", "background", 5, "an id")
        assert [item.number for item in wire.gate.under_way] == [7]
        wire.gate.receive(wire.device.got(7))
        assert (wire.got, wire.gate.under_way, wire.hellos) == ([7], (), ["t"])

    @pytest.mark.parametrize("piece", [1, 3, 1000])
    def test_pieces_of_any_size(self, piece: int) -> None:
        data = b"".join(frame({"number": number, "x": "y" * number}) for number in range(0, 900, 90))
        frames = Frames()
        found = [message for at in range(0, len(data), piece) for message in frames.feed(data[at : at + piece])]
        assert [message["number"] for message in found] == list(range(0, 900, 90))

    @pytest.mark.parametrize(
        "data",
        [
            (LARGEST + 1).to_bytes(4),
            b"GET / HTTP/1.1",
            b"\0\0\0\x02[]",
            b"\0\0\0\x01{",
            b"\0\0\0\x02\xff\xff",
            b"\0\0\0\0",
        ],
    )
    def test_what_is_no_frame(self, data: bytes) -> None:
        with pytest.raises(NotOurs):
            Frames().feed(data)
        wire = Wire()
        wire.gate.receive(data)
        assert (wire.gate.closed, wire.closes) == (True, 1)
        wire.gate.receive(wire.device.hello())
        assert wire.hellos == []

    @pytest.mark.parametrize(
        "hello",
        [
            {},
            {"token": "t"},
            {"token": "t", "secret": "wrong"},
            {"token": "t", "secret": "s\N{SNOWMAN}"},
            {"token": "t", "secret": None},
            {"token": "u", "secret": "secret"},
            {"token": ["t"], "secret": "secret"},
            {"got": 1},
        ],
        ids=str,
    )
    def test_who_is_not_let_in(self, hello: dict[str, Any]) -> None:
        wire = Wire()
        wire.gate.receive(frame(hello))
        assert (wire.gate.closed, wire.hellos) == (True, [])

    @pytest.mark.parametrize("got", [2, "1", None, [1], 1.5])
    def test_confirming_what_was_not_sent(self, got: Any) -> None:
        wire = Wire()
        wire.gate.receive(wire.device.hello())
        wire.gate.send(Delivery(wire.items(1)))
        wire.gate.receive(frame({"got": got}))
        assert (wire.gate.closed, wire.got) == (True, [])
        assert [item.number for item in wire.gate.end()] == [1]

    def test_sent_as_fast_as_it_is_confirmed(self) -> None:
        wire = Wire()
        wire.gate.receive(wire.device.hello())
        wire.gate.send(Delivery(wire.items(UNDER_WAY + 10)))
        first = wire.device.receive(bytes(wire.sent))
        assert len(first) == UNDER_WAY
        assert len(wire.gate.under_way) == UNDER_WAY + 10
        wire.sent.clear()
        wire.gate.receive(b"".join(wire.device.got(arrival.number) for arrival in first[:4]))
        assert [arrival.number for arrival in wire.device.receive(bytes(wire.sent))] == list(range(65, 69))

    def test_one_too_far_behind_is_closed(self) -> None:
        wire = Wire()
        wire.gate.receive(wire.device.hello())
        wire.gate.send(Delivery(wire.items(1)))
        wire.gate.send(Delivery(wire.items(BEHIND + UNDER_WAY, 2)))
        assert wire.closes == 0
        wire.gate.send(Delivery(wire.items(10, BEHIND + 100)))
        assert wire.closes == 1
        assert len(wire.gate.end()) == BEHIND + UNDER_WAY + 11

    def test_all_that_waited_is_not_too_much(self) -> None:
        wire = Wire()
        wire.gate.receive(wire.device.hello())
        wire.gate.send(Delivery(wire.items(BEHIND * 2)))
        assert wire.closes == 0

    @pytest.mark.parametrize(
        "message",
        [
            {},
            {"number": 1},
            {
                **json.loads('{"number": 1, "topic": "", "type": "", "priority": 5, "key": "", "id": ""}'),
                "payload": "%",
            },
        ],
    )
    def test_what_is_no_push(self, message: dict[str, Any]) -> None:
        with pytest.raises(KitError, match="what is no push"):
            DeviceEnd("t", "s").receive(frame(message))


class TestDevice:
    @pytest.mark.parametrize(
        ("payload", "in_front", "shown", "ran"),
        [
            (ALERT, True, False, True),
            (ALERT, False, True, False),
            (SILENT, True, False, True),
            (SILENT, False, False, True),
            (WAKING, False, True, True),
            ({"p": "AAAA"}, False, False, True),
            ({"aps": {}}, False, False, False),
            ({"notification": {"body": "Hello"}}, False, True, False),
            ({"notification": {"body": "Hello"}}, True, False, True),
        ],
        ids=str,
    )
    def test_what_is_shown_and_what_runs(self, payload: Any, in_front: bool, shown: bool, ran: bool) -> None:
        async def work() -> None:
            async with gateway() as gate:
                calls: list[Received] = []
                device = await gate.device(TOPIC, "RU", on_push=calls.append)
                if not in_front:
                    device.background()
                await gate.wait(30)
                tell(gate, device, payload)
                await gate.settled()
                (got,) = device.received
                assert (got.time, got.shown, got.ran) == (30, shown, ran)
                assert json.loads(got.push.payload) == payload
                assert calls == device.received
                device.foreground()
                assert device.in_front

        run(work())

    def test_a_call(self) -> None:
        """It is never shown, always goes to the app, asleep or not, and no throttle holds it back."""

        async def work() -> None:
            async with gateway() as gate:
                device = await gate.device(f"{TOPIC}.voip", "RU", throttle=Throttle(1))
                device.sleep()
                for payload in (ALERT, SILENT, {"caller": "Anna"}, {"aps": {}}) * 2:
                    gate.submit(Push(device.token, f"{TOPIC}.voip", json.dumps(payload).encode(), claim="voip"))
                await gate.settled()
                assert [(got.shown, got.ran) for got in device.received] == [(False, True)] * 8

        run(work())

    def test_asleep(self) -> None:
        async def work() -> None:
            async with gateway(WEB_PUSH) as gate:
                device = await gate.device(TOPIC, "RU")
                device.sleep()
                tell(gate, device, SILENT, priority=5)
                tell(gate, device, ALERT, priority=10)
                await gate.wait(600)
                assert [got.push.priority for got in device.received] == [10]
                assert device.received[0].shown
                assert (device.held, device.connected, device.awake) == (1, True, False)
                device.wake()
                assert [(got.time, got.push.priority) for got in device.received] == [(0, 10), (600, 5)]
                assert (device.held, device.in_front) == (0, False)
                device.wake()
                assert len(device.received) == 2

        run(work())

    def test_away_and_back(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                device = await gate.device(TOPIC, "RU")
                await gate.offline(device)
                assert (device.connected, device.token in gate.connected) == (False, False)
                for number in range(3):
                    tell(gate, device, {"aps": {"badge": number}}, lifetime=60)
                tell(gate, device, {"aps": {"badge": 9}}, lifetime=0)
                await gate.wait(59)
                await gate.online(device)
                assert [json.loads(got.push.payload)["aps"]["badge"] for got in device.received] == [2]
                assert [sight.fate for sight in gate.sights] == ["replaced", "replaced", "arrived", "not stored"]
                await gate.offline(device)
                tell(gate, device, ALERT, lifetime=60)
                await gate.wait(60)
                assert gate.sights[4].fate == "expired"
                await gate.online(device)
                await gate.online(device)
                assert len(device.received) == 1

        run(work())

    def test_a_connection_that_died_unnoticed(self) -> None:
        async def work() -> None:
            async with gateway(WEB_PUSH) as gate:
                device = await gate.device(TOPIC, "RU")
                tell(gate, device, {"aps": {"badge": 0}})
                await gate.settled()
                await device.lose_network(noticed=False)
                assert not device.connected
                assert device.token in gate.connected
                for number in range(1, 4):
                    tell(gate, device, {"aps": {"badge": number}}, lifetime=None if number < 3 else 5)
                await gate.wait(10)
                await asyncio.sleep(0.05)
                assert [sight.fate for sight in gate.sights] == ["arrived", "sent", "sent", "sent"]
                assert len(device.received) == 1
                await gate.online(device)
                assert [json.loads(got.push.payload)["aps"]["badge"] for got in device.received] == [0, 1, 2]
                assert [sight.fate for sight in gate.sights] == ["arrived", "arrived", "arrived", "expired"]

        run(work())

    def test_a_confirmation_that_is_lost(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The push is sent again, and handled once."""

        async def work() -> None:
            async with gateway() as gate:
                device = await gate.device(TOPIC, "RU")
                with monkeypatch.context() as patched:
                    patched.setattr(DeviceEnd, "got", staticmethod(lambda number: b""))
                    tell(gate, device, ALERT)
                    while not device.received:
                        await asyncio.sleep(0.01)
                    await gate.offline(device)
                assert [sight.fate for sight in gate.sights] == ["stored"]
                assert gate.box.stored == 1
                await gate.online(device)
                assert len(device.received) == 1
                assert [sight.fate for sight in gate.sights] == ["arrived"]

        run(work())

    def test_told_that_all_was_dropped(self) -> None:
        async def work() -> None:
            async with gateway(FCM) as gate:
                device = await gate.device(TOPIC, "RU", platform="android")
                await gate.offline(device)
                for number in range(104):
                    tell(gate, device, {"n": number})
                await gate.wait(5)
                await gate.online(device)
                assert [json.loads(got.push.payload)["n"] for got in device.received] == [101, 102, 103]
                assert device.notices == [5]
                fates = [sight.fate for sight in gate.sights]
                assert fates == ["dropped"] * 101 + ["arrived"] * 3

        run(work())

    def test_alerts_on_the_screen(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                device = await gate.device(TOPIC, "RU")
                device.background()
                for text, key in (("one", "a"), ("two", ""), ("three", "a"), ("four", ""), ("five", "b")):
                    tell(gate, device, {"aps": {"alert": text}}, key=key)
                tell(gate, device, SILENT)
                await gate.settled()
                there = [json.loads(push.payload)["aps"]["alert"] for push in device.on_screen]
                assert there == ["two", "three", "four", "five"]

        run(work())

    def test_an_app_that_crashes(self) -> None:
        async def work() -> None:
            async with gateway() as gate:

                def crash(got: Received) -> None:
                    raise ZeroDivisionError

                device = await gate.device(TOPIC, "RU", on_push=crash)
                for _ in range(2):
                    tell(gate, device, ALERT)
                await gate.settled()
                assert len(device.received) == len(device.errors) == 2
                assert [sight.fate for sight in gate.sights] == ["arrived", "arrived"]

        run(work())

    def test_one_that_has_left(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                device = await gate.device(TOPIC, "RU")
                gate.unregister(device.token)
                with pytest.raises(Refused, match=Reason.UNREGISTERED):
                    tell(gate, device, ALERT)
                await asyncio.sleep(0.05)
                assert not device.connected
                await gate.online(device)
                await asyncio.sleep(0.05)
                assert not device.connected
                assert device.token not in gate.connected

        run(work())

    def test_many_go_through_all_states(self) -> None:
        """Whatever they do, none gets a push twice, and what is stored or sent comes in the end."""

        async def work() -> None:
            async with gateway(WEB_PUSH) as gate:
                devices = [await gate.device(TOPIC, "RU") for _ in range(6)]
                for turn in range(12):
                    for number, device in enumerate(devices):
                        match (turn * 5 + number * 7) % 6:
                            case 0:
                                await gate.offline(device)
                            case 1:
                                await device.lose_network(noticed=False)
                            case 2:
                                device.sleep()
                            case 3:
                                device.foreground()
                            case _:
                                await gate.online(device)
                        tell(gate, device, {"aps": {}, "turn": turn}, priority=5 if turn % 2 else 10)
                    await gate.wait(1)
                for device in devices:
                    await gate.online(device)
                    device.wake()
                    turns = [json.loads(got.push.payload)["turn"] for got in device.received]
                    assert sorted(turns) == list(range(12))
                assert {sight.fate for sight in gate.sights} == {"arrived"}

        run(work())

    def test_no_gateway(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                device = await gate.device(TOPIC, "RU")
            assert not device.connected
            with pytest.raises(KitError, match="does not answer"):
                await device.connect()

        run(work())

    def test_time_moves_forward(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                for wrong in (-1, float("nan"), float("inf"), "5", True, None):
                    with pytest.raises(KitError, match="no time to wait"):
                        await gate.wait(wrong)  # type: ignore[arg-type]
                await gate.wait(0)
                await gate.wait(2.5)
                assert gate.now == 2.5

        run(work())


class TestThrottle:
    """With a throttle, what wakes the app in the background; its rule stands in test_throttle.py."""

    @staticmethod
    def hours(device: Device) -> list[tuple[float, int]]:
        return [(got.time, json.loads(got.push.payload)["n"]) for got in device.received]

    @pytest.mark.parametrize(
        ("throttle", "came"),
        [
            (None, [(0, 0), (600, 1), (1200, 2), (1800, 3), (2400, 4), (3000, 5), (3600, 6), (4200, 7)]),
            (Throttle(), [(0, 0), (600, 1), (1200, 2), (3600, 5), (4200, 6), (4800, 7)]),
            (Throttle(1, 7200), [(0, 0), (7200, 7)]),
        ],
        ids=["off", "on", "another"],
    )
    @pytest.mark.parametrize("rules", [APNS, WEB_PUSH], ids=lambda rules: rules.name)
    def test_a_push_every_ten_minutes(self, rules: Rules, throttle: Throttle | None, came: Any) -> None:
        """The provider hears nothing of it, and the gateway saw them all arrive."""

        async def work() -> None:
            async with gateway(rules) as gate:
                device = await gate.device(TOPIC, "RU", throttle=throttle and Throttle(throttle.most, throttle.within))
                device.background()
                for number in range(8):
                    tell(gate, device, SILENT | {"n": number}, priority=5, claim="background")
                    await gate.wait(600)
                await gate.wait(7200)
                assert self.hours(device) == came
                assert {(sight.status, sight.fate) for sight in gate.sights} == {(200, "arrived")}
                assert throttle is None or device.throttle.lost == 8 - len(came)  # type: ignore[union-attr]

        run(work())

    def test_alerts_data_and_an_app_in_front_are_not_held_back(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                device = await gate.device(TOPIC, "RU", throttle=Throttle(1))
                for number in range(4):
                    tell(gate, device, SILENT | {"n": number})
                await gate.settled()
                device.background()
                for number in range(4, 8):
                    tell(gate, device, ALERT | {"n": number})
                    tell(gate, device, {"n": number + 100})
                for number in range(8, 11):
                    tell(gate, device, SILENT | {"n": number})
                await gate.settled()
                seen = [number for _, number in self.hours(device)]
                assert seen == [0, 1, 2, 3, 4, 104, 5, 105, 6, 106, 7, 107, 8]
                device.foreground()
                assert self.hours(device)[-1] == (0, 10)
                tell(gate, device, SILENT | {"n": 11})
                await gate.settled()
                assert [number for _, number in self.hours(device)][-2:] == [10, 11]
                assert device.throttle.lost == 1  # type: ignore[union-attr]

        run(work())

    def test_asleep_it_waits_for_the_device(self) -> None:
        async def work() -> None:
            async with gateway(WEB_PUSH) as gate:
                device = await gate.device(TOPIC, "RU", throttle=Throttle(2, 100))
                device.background()
                for number in range(4):
                    tell(gate, device, SILENT | {"n": number}, priority=5)
                await gate.settled()
                device.sleep()
                await gate.wait(1000)
                assert self.hours(device) == [(0, 0), (0, 1)]
                device.wake()
                assert self.hours(device) == [(0, 0), (0, 1), (1000, 3)]
                device.sleep()
                for number in range(4, 9):
                    tell(gate, device, SILENT | {"n": number}, priority=5)
                await gate.wait(50)
                device.wake()
                assert self.hours(device)[3:] == [(1050, 4)]
                await gate.wait(100)
                assert self.hours(device)[4:] == [(1100, 8)]

        run(work())
