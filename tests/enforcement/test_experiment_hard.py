"""The experiment run twice, interrupted at any moment, with a part that fails, and with no way out of the machine."""

import asyncio
import json
import subprocess
import sys
from typing import Any

import pytest
from enforcement_talk import NEW, run_clean

from chokepoints.enforcement import experiment
from chokepoints.enforcement.experiment import all_positions, run
from chokepoints.enforcement.outcome import Where
from chokepoints.enforcement.party import Messenger, Phone
from chokepoints.errors import KitError
from chokepoints.network.rules import ByAddress

#: A kernel's own way to run cells: guarded as a lesson's kernel is, `await` at the top, and each cell twice.
CELLS = """
import asyncio, gc, json, os
from IPython.core.interactiveshell import InteractiveShell
from chokepoints.loopback import stand_guard
stand_guard()
shell = InteractiveShell.instance()
shell.run_cell("from chokepoints.enforcement.experiment import run").raise_error()
for _ in range(2):
    shell.run_cell("result = await run('background refused', phones=2)").raise_error()
    shell.run_cell("said = str(result)").raise_error()
    print(json.dumps(shell.user_ns["said"]))
folder = "/proc/self/fd"
links = [os.path.realpath(f"{folder}/{name}") for name in os.listdir(folder)] if os.path.isdir(folder) else []
print(json.dumps(sum("socket:" in link for link in links)))
shell.run_cell("import socket; socket.create_connection(('203.0.113.10', 443), 1)")
"""


def test_in_a_guarded_kernel_each_cell_twice() -> None:
    done = subprocess.run([sys.executable, "-c", CELLS], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    first, second, left, *refused = done.stdout.splitlines()
    assert first == second
    assert "4  a push names the new address     RU 0 of 1, DE 1 of 1" in json.loads(first)
    assert json.loads(left) <= 4, "the loop's own pair of sockets, and none of a line"
    assert "203.0.113.10 is not this machine" in "".join(refused)
    assert done.stderr == ""


@pytest.mark.parametrize("after", [0, 0.05, 0.12, 0.3])
def test_interrupted(after: float) -> None:
    async def work() -> None:
        task = asyncio.create_task(all_positions(phones=2))
        await asyncio.sleep(after)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run_clean(work())


#: What is under way as the learner stops the cell.
MOMENTS = ("sign_in", "line_ended", "tell", "settled")


@pytest.mark.parametrize(("moment", "later"), [*((moment, 0) for moment in MOMENTS), ("tell", 1), ("tell", 5)])
def test_interrupted_at_each_thing_it_does(moment: str, later: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        owner = Messenger if moment == "tell" else Phone
        before = getattr(owner, moment)
        seen = asyncio.Event()

        async def noticed(*given: Any) -> Any:
            asyncio.get_running_loop().call_later(0.001 * later, seen.set)
            return await before(*given)

        monkeypatch.setattr(owner, moment, noticed)
        task = asyncio.create_task(run(phones=2))
        await asyncio.wait_for(seen.wait(), 20)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run_clean(work())


def test_a_phone_whose_app_fails_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(self: Phone, got: object) -> None:
        raise KitError(f"phone {self.number} fell into the water")

    monkeypatch.setattr(Phone, "_woken", breaks)
    with pytest.raises(KitError, match="phone 0 fell into the water"):
        run_clean(run(phones=2))


def test_one_phone_that_fails_leaves_nothing_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Phone.sign_in

    async def sign_in(self: Phone, address: str, telephone: str) -> None:
        if self.number == 2:
            raise KitError("phone 2 has no telephone number")
        await before(self, address, telephone)

    monkeypatch.setattr(Phone, "sign_in", sign_in)
    with pytest.raises(KitError, match="phone 2 has no telephone number"):
        run_clean(run(phones=4))


def test_where_nothing_answers_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The push names an address that is not in the provider's map: it comes, and helps nobody."""
    monkeypatch.setattr(experiment, "NEW", "203.0.113.78")

    async def tell(self: Messenger, phone: Phone, address: str, sealed: bool, dressed: bool) -> str:
        return await told(self, phone, NEW, sealed, dressed)

    told = Messenger.tell
    monkeypatch.setattr(Messenger, "tell", tell)
    result = run_clean(run(phones=2))
    assert [step.connected for step in result.steps][3:] == [(False, False)] * 2
    assert [one.fate for one in result.sent] == ["arrived", "arrived"]
    assert {line.address for line in result.of(4).log} == {NEW}


def test_the_block_is_the_provider_s_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the rule is about another address, nobody's line ends and nobody has to move."""
    monkeypatch.setattr(experiment, "ByAddress", lambda address: ByAddress("203.0.113.99"))

    async def goes_on(self: Phone) -> None:
        pass

    monkeypatch.setattr(Phone, "line_ended", goes_on)
    result = run_clean(run("all refused", phones=2))
    assert result.of(2).where == (Where.OLD, Where.OLD)
    assert result.of(4).where == (Where.OLD, Where.NEW)


def test_a_phone_that_loses_its_key_is_a_stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets to the data centre and makes another key there, with which nobody is logged in."""
    before = Phone.line_ended

    async def line_ended(self: Phone) -> None:
        await before(self)
        if self.number == 0:
            self._client.session.auth_key = None
            self._client._sender.auth_key.key = None

    monkeypatch.setattr(Phone, "line_ended", line_ended)
    result = run_clean(run(phones=2))
    assert result.kept == 1
    assert result.of(4).where == result.of(5).where == (Where.AWAY, Where.NEW)
