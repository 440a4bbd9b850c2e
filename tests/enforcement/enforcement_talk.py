"""For the tests of the experiment: a run after which nothing may be left, and a small stage of real parts."""

import asyncio
import gc
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sockets_open import sockets

from chokepoints.enforcement.cutting import Cutting, cutting
from chokepoints.enforcement.experiment import all_positions
from chokepoints.enforcement.outcome import Positions
from chokepoints.enforcement.party import PORT, TOPIC, Messenger, Phone, messenger
from chokepoints.messenger.study_centre import DataCentre
from chokepoints.messenger.telethon_helper import data_centre
from chokepoints.network.sites import internet
from chokepoints.push.gateway import Gateway, gateway

_T = TypeVar("_T")
OLD, NEW = "203.0.113.10", "203.0.113.77"


def run_clean(work: Coroutine[Any, Any, _T]) -> _T:
    """Run it to its end; then no task and no socket may be left, and the loop must have had nothing to complain of."""

    async def watched() -> _T:
        complaints: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        before = sockets(), asyncio.all_tasks()
        result = await asyncio.wait_for(work, timeout=120)
        assert (sockets(), asyncio.all_tasks()) == before
        gc.collect()
        assert complaints == [], [repr(one) for one in complaints]
        return result

    return asyncio.run(watched())


@cache
def positions() -> Positions:
    """All positions with four phones, run once for all tests that look at them."""
    return run_clean(all_positions(phones=4))


@dataclass
class Stage:
    centre: DataCentre
    ports: dict[tuple[str, int], int]
    isp: Cutting
    gate: Gateway
    messenger: Messenger
    phones: list[Phone]

    async def settled(self) -> None:
        await self.gate.settled()
        for phone in self.phones:
            await phone.settled()

    async def places(self) -> list[str | None]:
        return [await phone.at() for phone in self.phones]


@asynccontextmanager
async def a_stage(*storefronts: str) -> AsyncIterator[Stage]:
    """The parts of the experiment with a phone for each storefront, logged in at OLD; NEW leads to the centre too."""
    people = {f"+447700900{number:03}": f"user {number}" for number in range(len(storefronts))}
    async with AsyncExitStack() as stack:
        centre = await stack.enter_async_context(data_centre(people))
        net = await stack.enter_async_context(internet(()))
        isp = await stack.enter_async_context(cutting(net))
        gate = await stack.enter_async_context(gateway(patience=30))
        sender = await stack.enter_async_context(messenger(gate))
        net.ports[OLD, PORT] = net.ports[NEW, PORT] = centre.address[1]
        phones = []
        for number, storefront in enumerate(storefronts):
            phones.append(Phone(number, isp, centre, await gate.device(TOPIC, storefront)))
            stack.push_async_callback(phones[-1].close)
        await asyncio.gather(*(phone.sign_in(OLD, number) for phone, number in zip(phones, people, strict=True)))
        yield Stage(centre, net.ports, isp, gate, sender, phones)
