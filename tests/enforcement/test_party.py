"""Phones and the messenger: a Telethon client behind the provider, led by pushes that aioapns sends, good and bad."""

import asyncio
import json
import logging
from typing import Any

import pytest
from aioapns import NotificationRequest, PushType
from aioapns.connection import APNsProductionClientProtocol
from enforcement_talk import NEW, OLD, Stage, a_stage, run_clean

from chokepoints.enforcement.party import CENTRE, TOPIC, ImitationSession, Phone, messenger
from chokepoints.errors import KitError
from chokepoints.network.rules import ByAddress
from chokepoints.push.pushes_sealed import Seal, alert, service

ADDRESS = f"{NEW}:443"


async def push(stage: Stage, phone: Phone, payload: Any, kind: PushType = PushType.ALERT) -> str:
    priority = 5 if kind is PushType.BACKGROUND else 10
    request = NotificationRequest(phone.device.token, payload, push_type=kind, priority=priority)
    result = await stage.messenger.client.send_notification(request)
    await stage.settled()
    return str(result.status)


class TestSession:
    @pytest.mark.parametrize("host", ["149.154.167.51", "127.0.0.1", "192.0.2.1", "::1", "example.org", "", None])
    def test_no_other_address(self, host: Any) -> None:
        session = ImitationSession()
        session.set_dc(1, OLD, 443)
        with pytest.raises(KitError, match=r"is no imitation address: a phone goes to one of 198\.51\.100\.0/24 or"):
            session.set_dc(2, host, 80)
        assert (session.dc_id, session.server_address, session.port) == (1, OLD, 443)
        session.set_dc(2, "198.51.100.9", 80)
        assert (session.dc_id, session.server_address, session.port) == (2, "198.51.100.9", 80)


class TestPhone:
    def test_its_client_is_behind_the_provider(self) -> None:
        async def work() -> None:
            async with a_stage("RU") as stage:
                (phone,) = stage.phones
                assert await phone.at() == OLD
                assert repr(phone) == f"Phone(0, RU, knows {OLD})"
                assert phone.key in {record.held.reveal() for record in stage.centre.disk}
                assert len(phone.key) == 256
                assert [(entry.address, entry.port, entry.verdict) for entry in stage.isp.log] == [(OLD, 443, "pass")]
                assert stage.isp.log[0].words == "no ClientHello that can be read"
                assert stage.centre.refusals == []
                await phone.leave()
                assert await phone.at() is None
                await phone.connect()
                assert await phone.at() == OLD
                stranger = Phone(1, stage.isp, stage.centre, await stage.gate.device(TOPIC, "RU"))
                assert (stranger.key, await stranger.at()) == (b"", None)
                await stranger.go_to(OLD)
                assert len(stranger.key) == 256
                assert await stranger.at() is None, "a line and a key, and nobody logged in"
                await stranger.close()

        run_clean(work())

    def test_it_tries_once_at_a_time(self) -> None:
        async def work() -> None:
            async with a_stage("RU") as stage:
                (phone,) = stage.phones
                assert await stage.isp.block(ByAddress(OLD)) == 1
                await phone.line_ended()
                assert await phone.at() is None
                for _ in range(3):
                    await phone.connect()
                assert [entry.verdict for entry in stage.isp.log] == ["cut", *["refuse"] * 3]
                key = phone.key
                await phone.go_to(NEW)
                assert await phone.at() == NEW
                assert phone.key == key
                with pytest.raises(KitError, match="no imitation address"):
                    await phone.go_to("127.0.0.1")
                assert (phone.address, await phone.at()) == (NEW, NEW)
                stage.ports["198.51.100.1", 443] = 1
                for nowhere in ("203.0.113.99", "198.51.100.1"):
                    await phone.go_to(nowhere)
                    assert await phone.at() is None
                with pytest.raises(KitError, match=r"No data centre answers at 203\.0\.113\.99"):
                    await phone.sign_in("203.0.113.99", "+447700900000")

        run_clean(work())

    def test_another_centre_does_not_know_its_key(self) -> None:
        """No answer from a centre that is not its own counts as being connected."""

        async def work() -> None:
            async with a_stage("RU") as stage, a_stage("RU") as other:
                (phone,) = stage.phones
                stage.ports[NEW, 443] = other.ports[NEW, 443]
                await phone.go_to(NEW)
                assert await phone.at() is None
                assert other.centre.refusals == ["The packet names a key that this data centre never made."]

        run_clean(work())


class TestPushes:
    def test_a_service_push_moves_it_at_once(self) -> None:
        """No one asks the client to try again: the push alone does it, and the old line ends."""

        async def work() -> None:
            async with a_stage("RU", "RU") as stage:
                first, second = stage.phones
                keys = [phone.key for phone in stage.phones]
                assert await stage.messenger.tell(first, NEW, sealed=True, dressed=False) == "200"
                await stage.settled()
                assert await stage.places() == [NEW, OLD]
                assert await stage.messenger.tell(second, NEW, sealed=False, dressed=False) == "200"
                await stage.settled()
                assert await stage.places() == [NEW, NEW]
                assert [phone.key for phone in stage.phones] == keys
                assert sum(record.held.reveal() in keys for record in stage.centre.disk) == 2

        run_clean(work())

    def test_what_the_gateway_and_the_user_see(self) -> None:
        ways = {
            (False, False): ("background", 5, True),
            (False, True): ("alert", 10, True),
            (True, False): ("background", 5, None),
            (True, True): ("alert", 10, None),
        }

        async def work() -> None:
            async with a_stage("DE") as stage:
                (phone,) = stage.phones
                for (sealed, dressed), (claim, priority, service_read) in ways.items():
                    await phone.go_to(OLD)
                    await stage.messenger.tell(phone, NEW, sealed, dressed)
                    await stage.settled()
                    row = stage.gate.log[-1]
                    assert (row.topic, row.claim, row.kind, row.priority) == (TOPIC, claim, claim, priority)
                    assert (row.storefront, row.service) == ("DE", service_read)
                    got = phone.device.received[-1]
                    assert got.shown is dressed
                    assert (NEW.encode() in got.push.payload) is not sealed
                    assert (b"New message" in got.push.payload) is dressed
                    assert await phone.at() == NEW
                clear = json.loads(phone.device.received[0].push.payload)
                assert clear["custom"] == {"dc": CENTRE, "addr": ADDRESS}
                sizes = [row.size for row in stage.gate.log]
                phone.seal = Seal()
                for sealed, dressed in ways:
                    await stage.messenger.tell(phone, NEW, sealed, dressed)
                assert [row.size for row in stage.gate.log] == sizes * 2, "whatever the keys"
                # Where `aps` is in sight, it decides what a push is, whatever type the messenger gives it.
                await push(stage, phone, phone.seal.seal(service(CENTRE, ADDRESS)), PushType.ALERT)
                assert (stage.gate.log[-1].claim, stage.gate.log[-1].kind) == ("alert", "background")

        run_clean(work())

    def test_pushes_that_are_no_service_push_or_a_bad_one(self) -> None:
        async def work() -> None:
            async with a_stage("RU") as stage:
                (phone,) = stage.phones
                ran = {"content-available": 1}
                right = service(CENTRE, ADDRESS)
                for payload in (
                    alert("Hello"),
                    phone.seal.seal(alert("Hello")),
                    {"aps": ran, "loc_key": "OTHER", "custom": right["custom"]},
                    {**right, "aps": {"alert": "shown, and no code of the app runs"}},
                ):
                    assert await push(stage, phone, payload) == "200"
                assert phone.device.errors == []
                for payload in (
                    Seal().seal(right),
                    {**right, "custom": {"dc": CENTRE, "addr": "149.154.167.51:443"}},
                    {**right, "custom": {"dc": CENTRE, "addr": f"{NEW}:22"}},
                    {**right, "custom": {"dc": CENTRE, "addr": NEW}},
                    {**right, "custom": {"dc": CENTRE, "addr": ["a", 443]}},
                    {**right, "custom": "elsewhere"},
                    {"aps": ran, "loc_key": "DC_UPDATE"},
                    [right],
                ):
                    before = len(phone.device.errors)
                    assert await push(stage, phone, payload) == "200"
                    if isinstance(payload, dict):
                        assert len(phone.device.errors) == before + 1, payload
                        assert isinstance(phone.device.errors[-1], KitError)
                assert len(phone.device.received) == 12
                assert (phone.address, await phone.at()) == (OLD, OLD)
                assert len(stage.isp.log) == 1

        run_clean(work())

    def test_asleep_and_away(self) -> None:
        async def work() -> None:
            async with a_stage("RU", "RU", "RU") as stage:
                asleep, dressed, away = stage.phones
                asleep.device.sleep()
                dressed.device.sleep()
                await stage.gate.offline(away.device)
                for phone in stage.phones:
                    assert await stage.messenger.tell(phone, NEW, True, phone is dressed) == "200"
                await stage.settled()
                assert await stage.places() == [OLD, NEW, OLD]
                asleep.device.wake()
                await stage.gate.online(away.device)
                await stage.settled()
                assert await stage.places() == [NEW, NEW, NEW]

        run_clean(work())

    def test_closed_while_it_moves(self) -> None:
        async def work() -> None:
            async with a_stage("RU") as stage:
                (phone,) = stage.phones
                await stage.messenger.tell(phone, NEW, sealed=True, dressed=False)
                for _ in range(1000):
                    if phone.device.received:
                        break
                    await asyncio.sleep(0.001)

        run_clean(work())


class TestMessenger:
    def test_two_messengers_have_two_gateways(self, caplog: pytest.LogCaptureFixture) -> None:
        async def work() -> None:
            async with a_stage("RU") as stage, a_stage("RU") as other:
                (phone,) = stage.phones
                assert await other.messenger.tell(phone, NEW, True, False) == "400 BadDeviceToken"
                assert await stage.messenger.tell(phone, NEW, True, False) == "200"
                assert (len(stage.gate.log), len(other.gate.log)) == (1, 0)
                async with messenger(stage.gate) as second:
                    assert await second.tell(phone, OLD, True, False) == "200"
                await stage.settled()
                assert await phone.at() == OLD
            assert vars(APNsProductionClientProtocol)["APNS_SERVER"] == "api.push.apple.com"

        with caplog.at_level(logging.WARNING):
            run_clean(work())
        assert [record.message for record in caplog.records if record.name.startswith("aioapns")] == []
