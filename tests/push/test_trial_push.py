"""What the lesson runs at the gateway: its tables to the letter, at each position of the switch, stopped midway."""

import asyncio
import json
import re
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aioapns.connection import APNsProductionClientProtocol
from push_talk import run

from chokepoints.errors import KitError
from chokepoints.push import trial
from chokepoints.push.device import Device
from chokepoints.push.gateway import Gateway, gateway
from chokepoints.push.pushes_sealed import Seal, alert, service
from chokepoints.push.rules import APNS, FCM, WEB_PUSH
from chokepoints.push.switch import Deed, Order, What
from chokepoints.push.trial import (
    APP,
    Messenger,
    away,
    messenger,
    sendings,
    under,
    what_the_gateway_saw,
    who_comes_back,
)

FREE = """\
                               RU: told, got  DE: told, got
alert, in the clear            200, came      200, came
service push, in the clear     200, came      200, came
alert, sealed                  200, came      200, came
service push, sealed           200, came      200, came
service push, sealed, dressed  200, came      200, came"""
NO_ALERTS = """\
                               RU: told, got                 DE: told, got
alert, in the clear            400 TopicDisallowed, nothing  200, came
service push, in the clear     200, came                     200, came
alert, sealed                  400 TopicDisallowed, nothing  200, came
service push, sealed           200, came                     200, came
service push, sealed, dressed  400 TopicDisallowed, nothing  200, came"""
SEEN = """\
   storefront  label       bytes  what it can tell
1  RU          alert       89     a message, and its text
2  RU          background  105    a service push
3  RU          alert       464    sealed: cannot tell what it is for
4  RU          background  422    sealed: cannot tell what it is for
5  RU          alert       464    sealed: cannot tell what it is for
6  KZ          alert       33     another one"""
BACK = """\
sent while away  APNs       FCM
5                1 arrives  5 arrive
100              1 arrives  100 arrive
101              1 arrives  none arrives"""
WAYS = (
    "alert, in the clear",
    "service push, in the clear",
    "alert, sealed",
    "service push, sealed",
    "service push, sealed, dressed",
)
#: Which of the five an order is about.
HIT = {
    What.ALL: (True, True, True, True, True),
    What.ALERTS: (True, False, True, False, True),
    What.BACKGROUND: (False, True, False, True, False),
    What.SERVICE: (False, True, False, False, False),
}
TOLD = {Deed.REFUSE: "400 TopicDisallowed, nothing", Deed.DROP: "200, nothing", Deed.DELAY: "200, nothing"}


def cells(table: str) -> list[list[str]]:
    """The words of a table, without the first line."""
    return [re.split(r" {2,}", line) for line in table.splitlines()[1:]]


def with_one(work: Callable[[Gateway, Messenger, Device], Awaitable[Any]]) -> Any:
    """Do it with a gateway, a messenger and one phone in Russia, which the run then closes."""

    async def all_of_it() -> Any:
        async with gateway() as gate, messenger(gate) as sender:
            return await work(gate, sender, await gate.device(APP, "RU"))

    return run(all_of_it())


class TestUnder:
    def test_no_order(self) -> None:
        assert run(under()) == FREE

    def test_no_alerts(self) -> None:
        assert run(under(Order(APP, "alerts", storefronts="RU"))) == NO_ALERTS

    @pytest.mark.parametrize("what", What)
    def test_each_position_of_the_switch(self, what: What) -> None:
        places = [(deed, where) for deed in TOLD for where in ("RU", "DE", ())]

        async def work() -> list[str]:
            seconds = {Deed.DELAY: 600}
            return [await under(Order(APP, what, deed, where, seconds.get(deed, 0))) for deed, where in places]

        for (deed, where), table in zip(places, run(work()), strict=True):
            hit = [TOLD[deed] if hit else "200, came" for hit in HIT[what]]
            columns = [hit if where in (place, ()) else ["200, came"] * 5 for place in ("RU", "DE")]
            assert cells(table) == [list(row) for row in zip(WAYS, *columns, strict=True)]

    def test_another_app_s_order(self) -> None:
        assert run(under(Order("org.example.bank"))) == FREE

    def test_several_orders(self) -> None:
        orders = iter([Order(APP, "all", "drop", "RU"), Order(APP, "service"), Order(APP, "alerts", "delay", "DE", 60)])
        refused, dropped, late = TOLD.values()
        assert [row[1:] for row in cells(run(under(orders)))] == [
            [dropped, late],
            [refused, refused],
            [dropped, late],
            [dropped, "200, came"],
            [dropped, late],
        ]

    @pytest.mark.parametrize(("seconds", "got"), [(0.5, "came"), (1, "came"), (1.001, "nothing"), (2.5, "nothing")])
    def test_a_delay_against_the_second_of_each(self, seconds: float, got: str) -> None:
        """A late one must not count as the push in whose second it comes."""
        order = Order(APP, "all", "delay", "RU", seconds)

        async def work() -> list[list[list[str]]]:
            return [cells(await under(order)), cells(await under(order, "RU"))]

        both, alone = run(work())
        assert [row[1:] for row in both] == [[f"200, {got}", "200, came"]] * 5
        assert [row[1:] for row in alone] == [[f"200, {got}"]] * 5

    def test_storefronts(self) -> None:
        order = Order(APP, "service", storefronts="BY")
        for given, places in (("BY", ["BY"]), (["DE", "BY", "RU"], ["DE", "BY", "RU"]), (iter(["KZ"]), ["KZ"])):
            table = run(under(order, given))
            assert table.splitlines()[0].split() == [word for place in places for word in (f"{place}:", "told,", "got")]
            told = ["400 TopicDisallowed, nothing" if place == "BY" else "200, came" for place in places]
            assert cells(table)[1] == [WAYS[1], *told]

    def test_what_are_no_storefronts(self) -> None:
        async def work() -> None:
            wrong: tuple[Any, ...] = ((), [""], ["RU", "RU"], "", [1], None, 5)
            for given in wrong:
                with pytest.raises(KitError, match="lists no storefronts: write each once, as 'RU' or"):
                    await under((), given)

        run(work())

    def test_what_is_no_order(self) -> None:
        with pytest.raises(KitError, match="'alerts' is no order"):
            run(under("alerts"))  # type: ignore[arg-type]

    def test_twice_and_several_at_once(self) -> None:
        async def work() -> list[str]:
            order = Order(APP, "alerts", storefronts="RU")
            return await asyncio.gather(under(), under(order), under(), under(order))

        assert run(work()) == run(work()) == [FREE, NO_ALERTS] * 2


class TestTheGatewaySLog:
    def test_the_five_and_a_sixth(self) -> None:
        async def work(gate: Gateway, sender: Messenger, phone: Device) -> tuple[str, str]:
            before = what_the_gateway_saw(gate)
            gate.orders = Order(APP, "service")
            for payload, label in sendings(Seal()).values():
                await sender.send(phone, payload, label)
            far = await gate.device(APP, "KZ")
            await sender.send(far, {"aps": {"content-available": 1}})  # labelled as what it is not
            await sender.send("0" * 64, alert("to nobody"))
            return before, what_the_gateway_saw(gate)

        before, after = with_one(work)
        assert before == "  storefront  label  bytes  what it can tell"
        assert after == SEEN
        assert with_one(work) == (before, after)

    def test_only_the_clear_ones_can_be_read(self) -> None:
        seal = Seal()
        for words, (payload, label) in sendings(seal).items():
            text = json.dumps(payload)
            assert ("sealed" in words) == ("p" in payload)
            assert ("old gate" in text or trial.ADDRESS in text) == ("clear" in words)
            assert label == ("alert" if "alert" in words or "dressed" in words else "background")
            inside = seal.open(text.encode())
            assert inside == (alert("Ada: at the old gate") if words.startswith("alert") else service(2, trial.ADDRESS))
        assert tuple(sendings(seal)) == WAYS


class TestAway:
    def test_what_a_device_finds(self) -> None:
        async def work() -> None:
            for rules, count, found in (
                (APNS, 0, []),
                (APNS, 1, [1]),
                (APNS, 5, [5]),
                (FCM, 0, []),
                (FCM, 3, [1, 2, 3]),
                (FCM, 102, [102]),
                (WEB_PUSH, 3, [1, 2, 3]),
            ):
                assert await away(rules, count) == tuple(f"message {number}" for number in found)
            assert await away() == ("message 5",)

        run(work())

    def test_as_many_as_the_gateway_takes_in_a_minute(self) -> None:
        assert run(away(APNS, 1000)) == ("message 1000",)

    def test_who_comes_back(self) -> None:
        assert run(who_comes_back()) == BACK
        assert run(who_comes_back(iter((0, 1)))) == (
            "sent while away  APNs          FCM\n"
            "0                none arrives  none arrives\n"
            "1                1 arrives     1 arrives"
        )

    def test_what_is_no_count(self) -> None:
        async def work() -> None:
            wrong: tuple[Any, ...] = (-1, 1001, 2.0, True, "5", None)
            for count in wrong:
                with pytest.raises(
                    KitError, match=r"is no number of alerts to send here: write a whole one from 0 to 1,000\."
                ):
                    await away(count=count)
                with pytest.raises(KitError, match="is no number of alerts"):
                    await who_comes_back([count])
            with pytest.raises(KitError, match="'FCM' is no set of rules"):
                await away("FCM")  # type: ignore[arg-type]
            for counts in (5, "5"):
                with pytest.raises(KitError, match="is no list of numbers"):
                    await who_comes_back(counts)  # type: ignore[arg-type]

        run(work())


class TestSend:
    def test_what_is_sent(self) -> None:
        async def work(gate: Gateway, sender: Messenger, phone: Device) -> None:
            assert await sender.send(phone, alert("a")) == "200"
            assert await sender.send(phone.token, service(2, "x:1"), "background") == "200"
            await gate.settled()
            assert [json.loads(got.push.payload) for got in phone.received] == [alert("a"), service(2, "x:1")]
            assert [(row.claim, row.priority) for row in gate.log] == [("alert", 10), ("background", 5)]
            gate.unregister(phone.token)
            assert await sender.send(phone, alert("b")) == "410 Unregistered"
            assert await sender.send("", alert("b")) == "400 MissingDeviceToken"

        with_one(work)

    def test_how_long_it_may_wait(self) -> None:
        async def work(gate: Gateway, sender: Messenger, phone: Device) -> None:
            for seconds, later, come in ((100, 90, 1), (100, 110, 0), (None, 10_000, 1)):
                await gate.offline(phone)
                assert await sender.send(phone, alert("a"), seconds=seconds) == "200"
                await gate.wait(later)
                before = len(phone.received)
                await gate.online(phone)
                assert len(phone.received) == before + come

        with_one(work)

    def test_sizes(self) -> None:
        def of(size: int) -> dict[str, Any]:
            payload = {"aps": {"alert": "é"}}
            payload["aps"]["alert"] += "x" * (size - len(json.dumps(payload, ensure_ascii=False).encode()))
            return payload

        async def work(gate: Gateway, sender: Messenger, phone: Device) -> None:
            assert await sender.send(phone, of(4096)) == "200"
            for size in (4097, 16_384):
                assert await sender.send(phone, of(size)) == "413 PayloadTooLarge"
            with pytest.raises(KitError, match="cannot send 16,385 bytes at once: a payload has at most 4,096"):
                await sender.send(phone, of(16_385))
            assert await sender.send(phone, of(4096)) == "200"
            assert await sender.send(phone, {}) == "200"

        with_one(work)

    def test_what_cannot_be_sent(self) -> None:
        deep: Any = []
        for _ in range(100_000):
            deep = [deep]
        round_: dict[str, Any] = {}
        round_["me"] = round_

        async def work(gate: Gateway, sender: Messenger, phone: Device) -> None:
            for device in (None, 5, "a\nb", "a\0", "\ud800", b"a"):
                with pytest.raises(KitError, match="is no device and no token"):
                    await sender.send(device, {})  # type: ignore[arg-type]
            for label in ("voip", "Alert", "", ["alert"], None):
                with pytest.raises(KitError, match="is no label of a push: write 'alert' or 'background'"):
                    await sender.send(phone, {}, label)  # type: ignore[arg-type]
            for seconds in (0, -1, 1.5, True, "1"):
                with pytest.raises(KitError, match="is no time that aioapns can ask for"):
                    await sender.send(phone, {}, seconds=seconds)  # type: ignore[arg-type]
            for payload in ("text", [1], None, b"{}"):
                with pytest.raises(KitError, match="A payload is a dictionary"):
                    await sender.send(phone, payload)  # type: ignore[arg-type]
            for inside in ({1}, "\ud800", deep, round_, b"a"):
                with pytest.raises(KitError, match="This payload is no JSON"):
                    await sender.send(phone, {"a": inside})
            assert gate.log == ()
            assert await sender.send(phone, alert("a")) == "200"
            (connection,) = sender._client.pool.connections
            assert connection.conn.open_outbound_streams == 0

        with_one(work)


class TestMessenger:
    def test_another_app(self) -> None:
        async def work(gate: Gateway, sender: Messenger, phone: Device) -> None:
            async with messenger(gate, "org.example.bank") as bank:
                account = await gate.device("org.example.bank", "RU")
                assert await bank.send(account, alert("a")) == "200"
                assert await bank.send(phone, alert("a")) == "400 DeviceTokenNotForTopic"
                assert await sender.send(phone, alert("a")) == "200"

        with_one(work)
        with pytest.raises(KitError, match="at least one topic"):
            run(self.of_no_app())

    async def of_no_app(self) -> None:
        async with gateway() as gate, messenger(gate, ""):
            pass

    def test_two_gateways_at_once(self) -> None:
        """Each messenger finds its own, whichever was named last, and again after its line has ended."""
        set_before = vars(APNsProductionClientProtocol).get("APNS_SERVER"), APNsProductionClientProtocol.APNS_PORT

        async def work(gate: Gateway, sender: Messenger, phone: Device) -> None:
            async with gateway(idle=0.1) as other, messenger(other) as second:
                there = await other.device(APP, "DE")
                for _ in range(2):
                    assert await asyncio.wait_for(sender.send(phone, alert("a")), 3) == "200"
                    assert await asyncio.wait_for(second.send(there, alert("b")), 3) == "200"
                    assert await sender.send(there, alert("c")) == "400 BadDeviceToken"
                    await asyncio.sleep(0.15)
                    assert second._client.pool.connections == []
                assert [row.storefront for row in gate.log] == ["RU", "RU"]
                assert [row.storefront for row in other.log] == ["DE", "DE"]

        with_one(work)
        assert set_before == (
            vars(APNsProductionClientProtocol).get("APNS_SERVER"),
            APNsProductionClientProtocol.APNS_PORT,
        )

    def test_after_its_block(self) -> None:
        async def work(gate: Gateway, sender: Messenger, phone: Device) -> None:
            async with messenger(gate) as short:
                assert await short.send(phone, alert("a")) == "200"
                assert short._sending == set()
            assert short._client.pool.connections == []
            with pytest.raises(KitError, match="No gateway answers: send while"):
                await asyncio.wait_for(short.send(phone, alert("a")), 0.9)
            assert await sender.send(phone, alert("a")) == "200"

        with_one(work)

    @pytest.mark.parametrize("warm", [True, False])
    def test_what_is_still_under_way_as_it_ends(self, warm: bool) -> None:
        """With a connection, and while the first is still being made; nothing is left of either."""

        async def work(gate: Gateway, sender: Messenger, phone: Device) -> None:
            async with messenger(gate) as short:
                if warm:
                    assert await short.send(phone, alert("a")) == "200"
                tasks = [asyncio.create_task(short.send(phone, alert("b"))) for _ in range(3)]
                await asyncio.sleep(0)
                await asyncio.sleep(0)
            assert short._client.pool.connections == []
            done = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 0.9)
            assert {str(one) for one in done} <= {
                "200",
                "No gateway answers: send while the gateway and its messenger run.",
            }

        with_one(work)

    def test_a_send_that_would_never_end(self) -> None:
        async def work(gate: Gateway, sender: Messenger, phone: Device) -> None:
            async with messenger(gate) as short:
                short._client.pool.max_connections = 0  # aioapns then waits for one to be free
                task = asyncio.create_task(short.send(phone, alert("a")))
                await asyncio.sleep(0.02)
                assert not task.done()
            await asyncio.wait({task}, timeout=0.9)
            assert task.cancelled()

        with_one(work)

    def test_nothing_that_it_was_told_is_printed(self, caplog: pytest.LogCaptureFixture) -> None:
        with_one(lambda gate, sender, phone: sender.send("0" * 64, alert("a")))
        assert caplog.records == []


class TestInterrupted:
    @pytest.mark.parametrize("moment", ["device", "send", "wait", "offline", "online"])
    def test_at_each_thing_it_does(self, moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """The loop goes round some more times before the learner stops the cell."""
        owner = Messenger if moment == "send" else Gateway
        before = getattr(owner, moment)
        seen = asyncio.Event()

        async def noticed(*given: Any) -> Any:
            seen.set()
            return await before(*given)

        async def work() -> None:
            for turns in (0, 1, 2, 3, 4, 6, 8):
                seen.clear()
                task = asyncio.create_task(who_comes_back([30]) if moment in ("offline", "online") else under())
                await asyncio.wait_for(seen.wait(), 20)
                for _ in range(turns):
                    await asyncio.sleep(0)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task

        monkeypatch.setattr(owner, moment, noticed)
        run(work())

    @pytest.mark.parametrize("number", [1, 4])
    def test_while_a_push_is_on_its_way(self, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
        """As the gateway reads it; nothing is left, and neither we nor aioapns make the loop complain."""
        complaints: list[dict[str, Any]] = []
        left = number

        async def work() -> None:
            asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
            task = asyncio.create_task(under())

            def wall() -> float:
                nonlocal left
                left -= 1
                if left == 0:
                    task.cancel()
                return time.time()

            before = Gateway.__init__

            def init(self: Gateway, *given: Any) -> None:
                before(self, *given)
                self.wall = wall

            monkeypatch.setattr(Gateway, "__init__", init)
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.sleep(0.02)

        run(work())
        assert left == 0
        assert complaints == []


class TestNothingComes:
    @pytest.mark.parametrize("deed", [Deed.DROP, Deed.DELAY])
    def test_a_wait_ends(self, deed: Deed) -> None:
        order = Order(APP, "all", deed, (), 3600 if deed is Deed.DELAY else 0)
        table = run(asyncio.wait_for(under(order), 2))
        assert [row[1:] for row in cells(table)] == [["200, nothing"] * 2] * 5

    def test_a_device_that_never_confirms(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The wait ends with a word to the learner, and nothing is left."""
        monkeypatch.setattr(trial, "gateway", lambda **given: gateway(**given, patience=0.15))

        async def deaf(*given: Any) -> None:
            await asyncio.sleep(60)

        monkeypatch.setattr(Device, "_listen", deaf)

        async def work() -> None:
            with pytest.raises(KitError, match=r"A device has not answered for 0\.15 s"):
                await under()

        run(work())


#: A kernel's own way to run cells: guarded as a lesson's kernel is, `await` at the top, and each cell twice.
CELLS = """
import json
from IPython.core.interactiveshell import InteractiveShell
from chokepoints.loopback import stand_guard
stand_guard()
shell = InteractiveShell.instance()
shell.run_cell('''
from chokepoints.push.gateway import gateway
from chokepoints.push.pushes_sealed import alert
from chokepoints.push.switch import Order
from chokepoints.push.trial import *
''').raise_error()
for _ in range(2):
    shell.run_cell("said = [await under(Order(APP, 'alerts', storefronts='RU')), await who_comes_back()]").raise_error()
    shell.run_cell('''
async with gateway() as gate, messenger(gate) as sender:
    phone = await gate.device(APP, "RU")
    said.append(await sender.send(phone, alert("a")))
    said.append(what_the_gateway_saw(gate))
''').raise_error()
    print(json.dumps(shell.user_ns["said"]))
shell.run_cell("await sender.send(phone, alert('a'))")
"""


def test_in_a_guarded_kernel_each_cell_twice() -> None:
    done = subprocess.run([sys.executable, "-c", CELLS], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    first, second, refused = done.stdout.splitlines()
    said = [NO_ALERTS, BACK, "200"]
    assert first == second
    assert json.loads(first)[:3] == said
    assert json.loads(first)[3].splitlines()[1] == "1  RU          alert  70     a message, and its text"
    assert "No gateway answers" in refused
    assert done.stderr == ""
