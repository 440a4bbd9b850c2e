"""The whole of it over TLS: clients that nobody here wrote, devices, the switch, and what a push costs."""

import asyncio
import json
import statistics
import time
from typing import Any

import httpx
import pytest
from aioapns import NotificationRequest, PushType
from push_talk import ALERT, SILENT, TOPIC, aioapns, bearer, run, send

from chokepoints.errors import KitError
from chokepoints.push.device import Device
from chokepoints.push.gateway import Gateway, gateway
from chokepoints.push.pushes_sealed import Seal, alert, service
from chokepoints.push.switch import Order, What

OK = ("200", None)


async def post(
    gate: Gateway, token: str, headers: dict[str, str], body: Any = ALERT
) -> tuple[int, str, httpx.Response]:
    """The same by httpx, which knows nothing of APNs."""
    async with httpx.AsyncClient(http2=True, verify=gate.trust, trust_env=False) as client:
        answer = await client.post(f"https://127.0.0.1:{gate.port}/3/device/{token}", json=body, headers=headers)
    return answer.status_code, answer.json()["reason"] if answer.content else "", answer


class TestAioapns:
    def test_what_it_reports(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                key = gate.provider([TOPIC, "org.example.bank"])
                device = await gate.device(TOPIC, "RU")
                left = await gate.device(TOPIC, "RU")
                gate.unregister(left.token)
                with aioapns(gate, key) as client:
                    for options, outcome in (
                        ({}, OK),
                        ({"push_type": PushType.ALERT, "priority": 10, "time_to_live": 60}, OK),
                        ({"push_type": PushType.BACKGROUND, "priority": 5, "collapse_key": "a" * 64}, OK),
                        ({"push_type": PushType.BACKGROUND, "priority": 10}, ("400", "BadPriority")),
                        ({"priority": 3}, ("400", "BadPriority")),
                        ({"collapse_key": "a" * 65}, ("400", "BadCollapseId")),
                        ({"apns_topic": "org.example.other"}, ("400", "TopicDisallowed")),
                        ({"apns_topic": "org.example.bank"}, ("400", "DeviceTokenNotForTopic")),
                        ({"notification_id": "17"}, ("400", "BadMessageId")),
                    ):
                        assert await send(client, device, ALERT, **options) == outcome
                    for token, outcome in (
                        ("0" * 64, ("400", "BadDeviceToken")),
                        ("nonsense", ("400", "BadDeviceToken")),
                        ("", ("400", "MissingDeviceToken")),
                        ("a/b", ("404", "BadPath")),
                    ):
                        assert await send(client, token, ALERT) == outcome
                    fits = {"aps": {"alert": ""}}
                    fits["aps"]["alert"] = "x" * (4096 - len(json.dumps(fits)))
                    assert await send(client, device, fits) == OK
                    fits["aps"]["alert"] += "x"
                    assert await send(client, device, fits) == ("413", "PayloadTooLarge")
                    before = time.time()
                    gone = await client.send_notification(NotificationRequest(left.token, ALERT))
                    assert (gone.status, gone.description) == ("410", "Unregistered")
                    assert before - 10 < gone.timestamp / 1000 <= time.time()
                await gate.settled()
                assert len(device.received) == 4
                assert gate.faults == []

        run(work())

    def test_it_is_let_in_by_its_key_alone(self) -> None:
        async def work() -> None:
            async with gateway() as gate, gateway() as other:
                device = await gate.device(TOPIC, "RU")
                with aioapns(gate, other.provider(TOPIC)) as client:
                    assert await send(client, device, ALERT) == ("403", "InvalidProviderToken")
                bank = gate.provider("org.example.bank")
                with aioapns(gate, bank) as client:
                    assert await send(client, device, ALERT) == ("400", "TopicDisallowed")
                assert device.received == []
                assert gate.log == ()

        run(work())

    def test_a_fault_inside_the_gateway(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                device = await gate.device(TOPIC, "RU")
                with aioapns(gate, gate.provider(TOPIC)) as client:
                    gate.wall = lambda: 1 / 0
                    assert await send(client, device, ALERT) == ("500", "InternalServerError")
                    gate.wall = time.time
                    assert await send(client, device, ALERT) == OK
                    await gate.settled()
                    assert len(device.received) == 1
                await asyncio.sleep(0.05)
                assert [type(fault) for fault in gate.faults] == [ZeroDivisionError]

        run(work())

    def test_an_expiry_in_the_model_s_time(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                device = await gate.device(TOPIC, "RU")
                await gate.offline(device)
                with aioapns(gate, gate.provider(TOPIC)) as client:
                    for wait, there in ((3000, 1), (3700, 1)):
                        assert await send(client, device, ALERT, time_to_live=3600) == OK
                        await gate.wait(wait)
                        await gate.online(device)
                        assert len(device.received) == there
                        await gate.offline(device)

        run(work())

    def test_more_at_once_than_there_are_streams(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                devices = [await gate.device(TOPIC, "RU") for _ in range(4)]
                with aioapns(gate, gate.provider(TOPIC)) as client:
                    sends = (send(client, devices[number % 4], {"aps": {"badge": number}}) for number in range(1200))
                    assert set(await asyncio.gather(*sends)) == {OK}
                await gate.settled()
                badges = [json.loads(got.push.payload)["aps"]["badge"] for device in devices for got in device.received]
                assert sorted(badges) == list(range(1200))
                assert {sight.fate for sight in gate.sights} == {"arrived"}

        run(work())

    def test_it_finds_a_gateway_that_was_started_again(self) -> None:
        async def work() -> None:
            for _ in range(2):
                async with gateway() as gate:
                    device = await gate.device(TOPIC, "RU")
                    with aioapns(gate, gate.provider(TOPIC)) as client:
                        assert await send(client, device, ALERT) == OK
                        await gate.settled()
                        assert len(device.received) == 1
                    assert [sight.fate for sight in gate.sights] == ["arrived"]

        run(work())

    def test_one_that_is_silent_is_told_so_and_comes_back(self) -> None:
        async def work() -> None:
            async with gateway(idle=0.2) as gate:
                device = await gate.device(TOPIC, "RU")
                with aioapns(gate, gate.provider(TOPIC)) as client:
                    assert await send(client, device, ALERT) == OK
                    (first,) = client.pool.connections
                    await asyncio.sleep(0.4)
                    assert client.pool.connections == []
                    assert await send(client, device, ALERT) == OK
                    assert client.pool.connections != [first]

        run(work())


class TestHttpx:
    def test_what_it_reports(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                key = gate.provider(TOPIC)
                device = await gate.device(TOPIC, "RU")
                good = {"authorization": bearer(key), "apns-topic": TOPIC}
                status, reason, answer = await post(gate, device.token, good)
                assert (status, reason, answer.http_version, answer.content) == (200, "", "HTTP/2", b"")
                for changed, outcome in (
                    ({"authorization": bearer(key, age=4000)}, (403, "ExpiredProviderToken")),
                    ({"authorization": ""}, (403, "MissingProviderToken")),
                    ({"apns-expiration": "x"}, (400, "BadExpirationDate")),
                    ({"apns-id": "x"}, (400, "BadMessageId")),
                    ({"apns-push-type": "x"}, (400, "InvalidPushType")),
                    ({"apns-topic": ""}, (400, "MissingTopic")),
                ):
                    assert (await post(gate, device.token, good | changed))[:2] == outcome
                assert (await post(gate, device.token, good, "x" * 100_000))[:2] == (413, "PayloadTooLarge")
                async with httpx.AsyncClient(http2=True, verify=gate.trust, trust_env=False) as client:
                    got = await client.get(f"https://127.0.0.1:{gate.port}/3/device/{device.token}", headers=good)
                    assert (got.status_code, got.json()) == (405, {"reason": "MethodNotAllowed"})
                    for number, outcome in ((0, 200), (1, 429)):
                        answer = await client.post(
                            f"https://127.0.0.1:{gate.port}/3/device/{device.token}",
                            json=ALERT,
                            headers=good | {"authorization": bearer(key, age=number)},
                        )
                        assert answer.status_code == outcome
                await gate.settled()
                assert len(device.received) == 2
                assert gate.faults == []

        run(work())

    def test_without_http_2(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                async with httpx.AsyncClient(verify=gate.trust, trust_env=False) as client:
                    with pytest.raises(httpx.TransportError):
                        await client.post(f"https://127.0.0.1:{gate.port}/3/device/x", json=ALERT)
                async with httpx.AsyncClient(http2=True, trust_env=False) as client:
                    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                        await client.get(f"https://127.0.0.1:{gate.port}/")

        run(work())


class TestTheSwitch:
    SEAL = Seal()
    ADDRESS = service(2, "203.0.113.77:443")
    #: How a messenger may send its new address: the payload, what it calls it, and the orders that stop it.
    WAYS = (
        ("clear", ADDRESS, PushType.BACKGROUND, {"all", "background", "service"}),
        ("sealed", SEAL.seal(ADDRESS), PushType.BACKGROUND, {"all", "background"}),
        ("dressed", SEAL.seal(ADDRESS, dressed=True), PushType.ALERT, {"all", "alerts"}),
    )

    @pytest.mark.parametrize(("way", "payload", "claim", "stopped_by"), WAYS, ids=[way[0] for way in WAYS])
    @pytest.mark.parametrize("what", ["none", *What])
    def test_who_learns_the_address(
        self, what: str, way: str, payload: dict[str, Any], claim: PushType, stopped_by: set[str]
    ) -> None:
        """Twelve devices in two storefronts, some asleep; the address and a message are sent to each."""

        async def work() -> None:
            async with gateway(orders=() if what == "none" else Order(TOPIC, what, storefronts="RU")) as gate:
                learned: list[Device] = []
                messages: list[Device] = []
                devices = []
                for number in range(6):
                    device = await gate.device(TOPIC, "RU" if number % 2 else "DE")
                    devices.append(device)

                    def on_push(got: Any, device: Device = device) -> None:
                        if got.ran and self.SEAL.open(got.push.payload).get("loc_key") == "DC_UPDATE":
                            learned.append(device)
                        if got.shown:
                            messages.append(device)

                    device.on_push = on_push
                    device.background()
                with aioapns(gate, gate.provider(TOPIC)) as client:
                    priority = 5 if claim is PushType.BACKGROUND else 10
                    told = [
                        await send(client, device, payload, push_type=claim, priority=priority) for device in devices
                    ]
                    await gate.settled()
                    shown = len(messages)
                    talk = alert("Hello") if way == "clear" else self.SEAL.seal(alert("Hello"))
                    for device in devices:
                        await send(client, device, talk, push_type=PushType.ALERT)
                    await gate.settled()
                refused = ("400", "TopicDisallowed")
                stopped = what in stopped_by
                assert told == [OK, refused if stopped else OK] * 3
                assert {device.storefront for device in learned} == ({"DE"} if stopped else {"DE", "RU"})
                assert len(learned) == (3 if stopped else 6)
                alerts_stopped = what in ("all", "alerts")
                assert len(messages) - shown == (3 if alerts_stopped else 6)
                assert {row.service for row in gate.log[:6]} == ({True} if way == "clear" else {None})

        run(work())

    def test_what_a_provider_cannot_tell(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                drop, slow, free = [await gate.device(TOPIC, storefront) for storefront in ("RU", "BY", "DE")]
                gate.orders = [
                    Order(TOPIC, deed="drop", storefronts="RU"),
                    Order(TOPIC, deed="delay", storefronts="BY", seconds=600),
                ]
                with aioapns(gate, gate.provider(TOPIC)) as client:
                    assert [await send(client, device, ALERT) for device in (drop, slow, free)] == [OK] * 3
                await gate.wait(599)
                assert [len(device.received) for device in (drop, slow, free)] == [0, 0, 1]
                await gate.wait(7200)
                assert [[got.time for got in device.received] for device in (drop, slow, free)] == [[], [600], [0]]
                assert [sight.came for sight in gate.sights] == [None, 600, 0]
                assert [sight.status for sight in gate.sights] == [200] * 3

        run(work())

    def test_the_same_every_time(self) -> None:
        async def once() -> list[Any]:
            async with gateway(orders=Order(TOPIC, "background", "delay", "RU", 90)) as gate:
                devices = [await gate.device(TOPIC, "RU" if number % 3 else "DE") for number in range(9)]
                with aioapns(gate, gate.provider(TOPIC)) as client:
                    for turn in range(6):
                        await gate.offline(devices[turn])
                        sends = (send(client, one, ALERT if turn % 2 else SILENT, time_to_live=100) for one in devices)
                        await asyncio.gather(*sends)
                        await gate.wait(50)
                        await gate.online(devices[turn // 2])
                await gate.wait(100)
                names = {device.token: number for number, device in enumerate(devices)}
                return [(names[one.row.token], one.status, one.came, one.fate) for one in gate.sights]

        first, second = run(once()), run(once())
        assert first == second
        assert len({fate for _, _, _, fate in first}) > 2

    def test_what_is_no_order(self) -> None:
        async def work() -> None:
            with pytest.raises(KitError, match="is no order"):
                async with gateway(orders="all"):  # type: ignore[arg-type]
                    pass

        run(work())


@pytest.mark.alone
def test_what_a_push_costs() -> None:
    """A thousand a second and a median below two milliseconds, warm, with devices that confirm each push."""

    async def work() -> list[tuple[float, float]]:
        tries = []
        async with gateway() as gate:
            devices = [await gate.device(TOPIC, "RU") for _ in range(20)]
            with aioapns(gate, gate.provider(TOPIC)) as client:
                for _ in range(4):
                    spent = []
                    for number in range(200):
                        start = time.perf_counter()
                        assert await send(client, devices[number % 20], ALERT) == OK
                        spent.append(time.perf_counter() - start)
                    start = time.perf_counter()
                    for _ in range(12):
                        await asyncio.gather(*(send(client, devices[number % 20], ALERT) for number in range(100)))
                    await gate.settled()
                    tries.append((statistics.median(spent), 1200 / (time.perf_counter() - start)))
                    if tries[-1][0] < 0.002 and tries[-1][1] > 1000:
                        break
                    await gate.wait(60)
            assert sum(len(device.received) for device in devices) == 1400 * len(tries)
        return tries

    tries = run(work())
    assert any(median < 0.002 and rate > 1000 for median, rate in tries), tries
