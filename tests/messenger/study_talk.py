"""Shared by the tests of the data centre: two people, a short talk, and a time limit."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from chokepoints.messenger.study_centre import DataCentre
from chokepoints.messenger.telethon_helper import client_of

#: Numbers that Ofcom keeps for drama.
NADIA, BORIS = "+447700900001", "+447700900002"
PEOPLE = {NADIA: "nadia", BORIS: "boris"}
_T = TypeVar("_T")


def run(work: Coroutine[Any, Any, _T]) -> _T:
    return asyncio.run(asyncio.wait_for(work, timeout=60))


async def some_talk(centre: DataCentre) -> None:
    async with client_of(centre, NADIA) as nadia, client_of(centre, BORIS) as boris:
        await nadia.send_message("boris", "are you there")
        await boris.send_message("nadia", "yes")
