"""FCM's interface over TLS: an unpatched httpx client sends to devices; who may, what is kept, and the switch."""

import asyncio
import json
import statistics
import time
from typing import Any

import httpx
import pytest
from push_fcm_talk import APP, BANK, TYPE, code, message, post, sender
from push_talk import run

from chokepoints.errors import KitError
from chokepoints.evidence.facts import fact_named, fact_slugs
from chokepoints.loopback.http_line import Request
from chokepoints.push import fcm, fcm_gateway, fcm_projects
from chokepoints.push.device import Device
from chokepoints.push.fcm_gateway import LIMITS, FcmGateway
from chokepoints.push.fcm_projects import LASTS, Project
from chokepoints.push.switch import Order

OK = (200, "")


def told(device: Device) -> list[Any]:
    """The data of what a device has handled."""
    return [json.loads(got.push.payload).get("data", {}).get("n") for got in device.received]


def direct(gate: FcmGateway, project: Project, body: Any, **changed: str) -> tuple[int, str]:
    """The same without a socket."""
    fields = {"authorization": project.bearer, **{name: value for name, value in changed.items() if value}}
    data = json.dumps(body).encode()
    answer = gate.respond(Request("POST", project.path, tuple(fields.items()), data))
    return answer.status, code(json.loads(answer.text))


class TestHttpx:
    def test_a_message_arrives(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                device = await gate.device(APP, "RU", "android")
                project = gate.project(APP)
                async with sender(gate) as client:
                    names = set()
                    for number in range(3):
                        answer = await client.post(
                            project.path,
                            headers={"authorization": project.bearer},
                            json=message(device.token, data={"n": str(number)}, android={"priority": "HIGH"}),
                        )
                        assert (answer.status_code, answer.http_version) == (200, "HTTP/1.1")
                        assert answer.headers["content-type"] == "application/json; charset=UTF-8"
                        names.add(answer.json()["name"])
                assert len(names) == 3
                assert {name.rsplit("/", 1)[0] for name in names} == {f"projects/{project.id}/messages"}
                await gate.settled()
                assert told(device) == ["0", "1", "2"]
                assert {f"projects/{project.id}/messages/{got.push.id}" for got in device.received} == names
                assert [(got.shown, got.ran) for got in device.received] == [(False, True)] * 3
                assert [(sight.status, sight.fate) for sight in gate.sights] == [(200, "arrived")] * 3
                assert gate.faults == []

        run(work())

    def test_who_may_send(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate, fcm_gateway.fcm_gateway() as other:
                device, gone = [await gate.device(APP, "RU", "android") for _ in range(2)]
                gate.unregister(gone.token)
                mine, bank = gate.project([APP, "org.example.other"]), gate.project(BANK)
                body = message(device.token, data={"n": "1"})
                async with sender(gate) as client:
                    for project, sent, outcome in (
                        (mine, body, OK),
                        (bank, body, (403, "SENDER_ID_MISMATCH")),
                        (other.project(APP), body, (401, "UNAUTHENTICATED")),
                        (mine, message("0" * 64), (404, "UNREGISTERED")),
                        (mine, message(gone.token), (404, "UNREGISTERED")),
                        (mine, message("nonsense"), (400, "INVALID_ARGUMENT")),
                        (mine, message(device.token, android={"restricted_package_name": APP}), OK),
                        (mine, message(device.token, android={"restricted_package_name": BANK}), (400,)),
                    ):
                        assert (await post(client, project, sent))[: len(outcome)] == outcome
                    for path, headers, outcome in (
                        (bank.path, {"authorization": mine.bearer}, (403, "PERMISSION_DENIED")),
                        ("/v1/projects/none/messages:send", {"authorization": mine.bearer}, (403, "PERMISSION_DENIED")),
                        (mine.path, {}, (401, "UNAUTHENTICATED")),
                        (mine.path, {"authorization": "Bearer"}, (401, "UNAUTHENTICATED")),
                        (mine.path, {"authorization": f"key={mine.access}"}, (401, "UNAUTHENTICATED")),
                        (mine.path, {"authorization": mine.bearer[:-1]}, (401, "UNAUTHENTICATED")),
                        (mine.path, {"authorization": mine.bearer.replace("Bearer", "bearer")}, OK),
                        (mine.path + "?alt=json", {"authorization": mine.bearer}, OK),
                        ("/fcm/send", {"authorization": mine.bearer}, (404, "NOT_FOUND")),
                        (mine.path + "/x", {"authorization": mine.bearer}, (404, "NOT_FOUND")),
                    ):
                        answer = await client.post(path, headers=headers, json=body)
                        assert (answer.status_code, code(answer.json())) == outcome, path
                        assert (answer.headers.get("www-authenticate") == "Bearer") == (outcome[0] == 401)
                    answer = await client.get(mine.path, headers={"authorization": mine.bearer})
                    assert answer.status_code == 405
                    twice = [("authorization", mine.bearer), ("authorization", mine.bearer)]
                    assert (await client.post(mine.path, headers=twice, json=body)).status_code == 400
                await gate.settled()
                assert told(device) == ["1", None, "1", "1"]
                assert gate.refusals["UNREGISTERED"] == 2
                assert gate.faults == []

        run(work())

    def test_an_access_token_lasts_an_hour(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                gate.wall = lambda: 1000.0
                token = gate.register(APP, "RU", "android").token
                old = gate.project(APP)
                gate.wall = lambda: 1000.0 + LASTS - 1
                assert direct(gate, old, message(token)) == OK
                new = gate.renew(old)
                gate.wall = lambda: 1000.0 + LASTS
                assert direct(gate, old, message(token)) == (401, "UNAUTHENTICATED")
                assert direct(gate, new, message(token)) == OK
                assert (new.id, new.apps, new.access != old.access) == (old.id, old.apps, True)
                with pytest.raises(KitError, match="take one that"):
                    gate.renew(Project("x", "y", frozenset([APP]), 0))
                for wrong in ("", [], 5, [APP, ""]):
                    with pytest.raises(KitError, match="at least one topic"):
                        gate.project(wrong)  # type: ignore[arg-type]
                assert new.access not in repr(new)

        run(work())

    def test_only_a_try(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
                async with sender(gate) as client:
                    assert await post(client, project, {**message(device.token), "validate_only": True}) == OK
                    tried = {**message("0" * 64), "validate_only": True}
                    assert await post(client, project, tried) == (404, "UNREGISTERED")
                    assert await post(client, project, {**message(device.token), "validate_only": False}) == OK
                await gate.settled()
                assert len(device.received) == len(gate.log) == 1

        run(work())

    def test_a_fault_inside_the_service(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
                async with sender(gate) as client:
                    whole = gate.box.check
                    gate.box.check = lambda push: 1 / 0  # type: ignore[assignment,return-value]
                    assert await post(client, project, message(device.token)) == (500, "INTERNAL")
                    gate.box.check = whole  # type: ignore[method-assign]
                    assert await post(client, project, message(device.token)) == OK
                assert [type(fault) for fault in gate.faults] == [ZeroDivisionError]

        run(work())

    def test_bodies_of_any_size(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
                async with sender(gate) as client:
                    fits = message(device.token, data={"n": "x" * 4095})
                    assert await post(client, project, fits) == OK
                    for more in (1, 40_000, 100_000):
                        large = message(device.token, data={"n": "x" * (4095 + more)})
                        assert await post(client, project, large) == (400, "INVALID_ARGUMENT")
                    for more, status in ((0, 200), (1, 400)):  # blanks are no part of a message, but of a request
                        blank = json.dumps(fits).encode().ljust(fcm.LONGEST + more)
                        answer = await client.post(
                            project.path, headers={"authorization": project.bearer}, content=blank
                        )
                        assert answer.status_code == status
                await gate.settled()
                assert [len(text) for text in told(device)] == [4095, 4095]
                assert [row.size for row in gate.log] == [4096, 4096]

        run(work())


class TestStore:
    def test_a_hundred_wait(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
                await gate.offline(device)
                async with sender(gate) as client:
                    for number in range(100):
                        assert await post(client, project, message(device.token, data={"n": str(number)})) == OK
                    await gate.online(device)
                    assert told(device) == [str(number) for number in range(100)]
                    await gate.offline(device)
                    await gate.wait(60)
                    for number in range(102):
                        assert await post(client, project, message(device.token, data={"n": str(number)})) == OK
                    await gate.online(device)
                    assert told(device)[100:] == ["101"]
                assert device.notices == [60]
                assert {(sight.status, sight.fate) for sight in gate.sights} == {(200, "arrived"), (200, "dropped")}

        run(work())

    def test_four_keys_lifetimes_and_one_try(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
                await gate.offline(device)
                sends = [{"collapse_key": key} for key in "abcdeb"]
                sends += [{"ttl": "60s"}, {"ttl": "0s"}, {"ttl": "61s"}, {"collapse_key": "e", "ttl": "0s"}]
                for number, android in enumerate(sends):
                    body = message(device.token, data={"n": str(number)}, android=android)
                    assert direct(gate, project, body) == OK
                await gate.wait(60)
                await gate.online(device)
                assert told(device) == ["2", "3", "4", "5", "8"]
                await gate.offline(device)
                assert direct(gate, project, message(device.token, data={"n": "last"})) == OK
                await gate.wait(28 * 86_400 - 1)
                assert gate.box.stored == 1
                await gate.wait(1)
                assert gate.box.stored == 0

        run(work())

    def test_asleep(self) -> None:
        """HIGH is handled at once, NORMAL waits for the device; a notification is shown and wakes nothing."""

        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
                device.sleep()
                for parts in (
                    {"data": {"n": "normal"}},
                    {"data": {"n": "high"}, "android": {"priority": "HIGH"}},
                    {"notification": {"title": "3 new messages"}, "data": {"n": "seen"}},
                ):
                    assert direct(gate, project, message(device.token, **parts)) == OK
                await gate.settled()
                assert told(device) == ["high", "seen"]
                assert [(got.shown, got.ran) for got in device.received] == [(False, True), (True, False)]
                assert (device.held, len(device.on_screen)) == (1, 1)
                device.wake()
                assert told(device) == ["high", "seen", "normal"]

        run(work())


class TestSwitch:
    @pytest.mark.parametrize(
        ("order", "outcomes", "came"),
        [
            (Order(APP), [(403, "PERMISSION_DENIED")] * 2, []),
            (Order(APP, "alerts"), [OK, (403, "PERMISSION_DENIED")], ["data"]),
            (Order(APP, "background", "drop"), [OK, OK], ["seen"]),
            (Order(APP, "all", "delay", seconds=90), [OK, OK], []),
            (Order(APP, storefronts="BY"), [OK, OK], ["data", "seen"]),
            (Order(BANK), [OK, OK], ["data", "seen"]),
        ],
        ids=str,
    )
    def test_an_order(self, order: Order, outcomes: Any, came: list[str]) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway(order) as gate:
                device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
                bodies = [
                    message(device.token, data={"n": "data"}),
                    message(device.token, notification={"title": "t"}, data={"n": "seen"}),
                ]
                async with sender(gate) as client:
                    assert [await post(client, project, body) for body in bodies] == outcomes
                await gate.settled()
                assert told(device) == came
                assert [(sight.status, sight.reason) for sight in gate.sights] == outcomes
                await gate.wait(90)
                assert told(device) == (["data", "seen"] if order.deed == "delay" else came)
                assert gate.faults == []

        run(work())

    def test_what_the_service_can_read(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway(Order(APP, "service", "drop")) as gate:
                token, project = gate.register(APP, "RU", "android").token, gate.project(APP)
                for data in ({"loc_key": "DC_UPDATE"}, {"p": "sealed"}, {"loc_key": "MESSAGE_TEXT"}):
                    assert direct(gate, project, message(token, data=data)) == OK
                assert [row.service for row in gate.log] == [True, None, False]
                assert [sight.fate for sight in gate.sights] == ["dropped by order", "stored", "stored"]

        run(work())


class TestLimits:
    def test_they_are_google_s(self) -> None:
        minute, hour = fact_named("fcm-device-minute"), fact_named("fcm-device-hour")
        assert ((minute.high, 60), (hour.high, 3600)) == LIMITS
        for module in (fcm, fcm_gateway, fcm_projects):
            words = {word.strip("().,;:") for word in (module.__doc__ or "").split()}
            assert {word for word in words if word.startswith("fcm-")} <= fact_slugs()

    def test_too_many_to_one_device(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                one, two = (gate.register(APP, "RU", "android").token for _ in range(2))
                project = gate.project(APP)
                for _ in range(240):
                    assert direct(gate, project, message(one)) == OK
                await gate.wait(10.5)
                assert direct(gate, project, message(two)) == OK
                async with sender(gate) as client:
                    headers = {"authorization": project.bearer}
                    answer = await client.post(project.path, headers=headers, json=message(one))
                error = answer.json()["error"]
                assert (answer.status_code, error["status"]) == (429, "RESOURCE_EXHAUSTED")
                assert {one["@type"] for one in error["details"]} == {
                    f"{TYPE}firebase.fcm.v1.FcmError",
                    f"{TYPE}rpc.QuotaFailure",
                }
                assert answer.headers["retry-after"] == "50"
                assert gate.sights[-1].reason == "QUOTA_EXCEEDED"
                await gate.wait(49.5)
                assert direct(gate, project, message(one)) == OK

        run(work())

    def test_an_hour_has_its_own(self) -> None:
        async def work() -> None:
            async with fcm_gateway.fcm_gateway() as gate:
                gate.limits = ((240, 60.0), (500, 3600.0))  # as ever, with a smaller hour
                token, project = gate.register(APP, "RU", "android").token, gate.project(APP)
                outcomes = []
                for _ in range(3):
                    outcomes += [direct(gate, project, message(token)) for _ in range(200)]
                    await gate.wait(61)
                assert outcomes == [OK] * 500 + [(429, "QUOTA_EXCEEDED")] * 100
                assert gate.wait_for(token) == 3600 - 3 * 61
                await gate.wait(3600 - 3 * 61)
                assert gate.wait_for(token) == 0
                assert direct(gate, project, message(token)) == OK

        run(work())


@pytest.mark.alone
def test_what_a_message_costs() -> None:
    """Over TLS and HTTP/1.1, one after the other: a median below 5 ms."""

    async def work() -> float:
        async with fcm_gateway.fcm_gateway() as gate:
            device, project = await gate.device(APP, "RU", "android"), gate.project(APP)
            spent = []
            async with sender(gate) as client:
                for number in range(150):
                    start = time.perf_counter()
                    assert await post(client, project, message(device.token, data={"n": str(number)})) == OK
                    spent.append(time.perf_counter() - start)
            await gate.settled()
            assert len(device.received) == 150
            return statistics.median(spent)

    assert run(work()) < 0.005


def test_two_gateways_at_a_time() -> None:
    async def work() -> None:
        async with fcm_gateway.fcm_gateway() as one, fcm_gateway.fcm_gateway() as two:
            device = await one.device(APP, "RU", "android")
            async with sender(two) as client:
                assert await post(client, two.project(APP), message(device.token)) == (404, "UNREGISTERED")
            async with httpx.AsyncClient(base_url=two.url, verify=one.trust, trust_env=False) as client:
                with pytest.raises(httpx.ConnectError):
                    await client.post("/")
            await asyncio.sleep(0)

    run(work())
