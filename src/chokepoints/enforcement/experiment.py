"""The experiment of the kit: a messenger is blocked by address, moves, and tells its clients by push where it is.

All of it is real and on 127.0.0.1: Telethon clients that nobody here wrote make keys with the data centre of the room
`messenger`, through the filtering provider of the room `network`, and hear of the new address by pushes that aioapns
sends through the notification gateway of the room `push`. The regulator's switch stands at that gateway.

    result = await run(switch="all refused", sealed=True)
    results = await all_positions()

All phones are behind one provider, in the country that blocks; for half of them the store account belongs to another
storefront. A storefront says where an account is at home, not where a phone is: that half is out of the order's reach.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from chokepoints.enforcement.cutting import CUT, Cutting, cutting
from chokepoints.enforcement.outcome import (
    ORDERED,
    OTHER,
    WAYS,
    Lines,
    Positions,
    Result,
    Sent,
    Step,
    Switch,
    Where,
    switch_of,
)
from chokepoints.enforcement.party import PORT, TOPIC, Messenger, Phone, messenger
from chokepoints.errors import KitError
from chokepoints.messenger.telethon_helper import data_centre
from chokepoints.network.rules import ByAddress
from chokepoints.network.sites import internet
from chokepoints.push.gateway import Gateway, gateway

_T = TypeVar("_T")
#: Where the data centre is at first, and where it moves.
OLD, NEW = "203.0.113.10", "203.0.113.77"
#: Model seconds from the push to the last look.
LATER = 3600.0
PHONES = 20
_MOST = 100
#: Phones that make a key at the same time: enough to hide the waits of TCP, few enough for a client's time limits.
_AT_ONCE = 5
_STEPS = (
    ("everyone is connected", "start"),
    ("the address is blocked", "address blocked"),
    ("the messenger moves", "moved"),
    ("a push names the new address", "push"),
    ("an hour later", "an hour later"),
)
_WHERE = {None: Where.AWAY, OLD: Where.OLD, NEW: Where.NEW}


@dataclass(slots=True)
class _Stage:
    """Everything that is being run."""

    isp: Cutting
    ports: dict[tuple[str, int], int]
    gate: Gateway
    messenger: Messenger
    phones: list[Phone]
    home: int
    seen: int = 0

    async def act(self, switch: Switch, sealed: bool, dressed: bool) -> Result:
        """One run from its beginning; phones keep their keys from one to the next."""
        self.isp.rules, self.gate.orders = (), switch.orders(TOPIC)
        self.ports.pop((NEW, PORT), None)
        await _all(phone.leave() for phone in self.phones)
        await self.isp.quiet()
        self.seen = len(self.isp.log)
        keys = [phone.key for phone in self.phones]
        steps: list[Step] = []
        await _all(phone.go_to(OLD) for phone in self.phones)
        await self._look(steps)
        cut = await self.isp.block(ByAddress(OLD))
        await _all(phone.line_ended() for phone in self.phones)
        await self._look(steps, cut)
        self.ports[NEW, PORT] = self.home
        await self._look(steps)
        before, now = len(self.gate.sights), self.gate.now
        told = [await self.messenger.tell(phone, NEW, sealed, dressed) for phone in self.phones]
        await self._arrived()
        await self._look(steps)
        await self.gate.wait(LATER)
        await self._arrived()
        await self._look(steps)
        return Result(
            switch,
            sealed,
            dressed,
            tuple(phone.storefront for phone in self.phones),
            tuple(steps),
            self._sent(told, before, now),
            sum(phone.key == key for phone, key in zip(self.phones, keys, strict=True)),
        )

    async def _arrived(self) -> None:
        """Wait until the pushes under way have come, and the phones have done what they say. Raises what went wrong."""
        await self.gate.settled()
        await _all(phone.settled() for phone in self.phones)
        for error in (*self.gate.faults, *(error for phone in self.phones for error in phone.device.errors)):
            raise error

    async def _look(self, steps: list[Step], cut: int = 0) -> None:
        """Note who is where; each phone that is away first tries once more at the address it knows."""
        where = tuple(await _all(map(self._found, self.phones)))
        title, short = _STEPS[len(steps)]
        steps.append(Step(len(steps) + 1, title, short, where, self._log(cut)))

    async def _found(self, phone: Phone) -> Where:
        address = await phone.at()
        if address is None:
            await phone.connect()
            address = await phone.at()
        return _WHERE[address]

    def _log(self, cut: int) -> tuple[Lines, ...]:
        """What the provider's log has beyond what was read of it before."""
        log = self.isp.log
        new = Counter((entry.address, entry.verdict) for entry in log[self.seen :])
        self.seen = len(log)
        cuts = (Lines(OLD, CUT, cut),) if cut else ()
        return (*cuts, *(Lines(*key, count) for key, count in sorted(new.items())))

    def _sent(self, told: list[str], before: int, now: float) -> tuple[Sent, ...]:
        sights = {sight.row.token: sight for sight in self.gate.sights[before:]}
        sent = []
        for phone, words in zip(self.phones, told, strict=True):
            sight = sights[phone.device.token]
            row, came = sight.row, None if sight.came is None else sight.came - now
            seen = row.storefront, row.size, row.claim, str(row.kind), row.service, row.order
            sent.append(Sent(words, *seen, sight.fate, came))
        return tuple(sent)


@asynccontextmanager
async def _stage(phones: int) -> AsyncIterator[_Stage]:
    """Start everything, and log each phone in at the old address. All of it is closed when the block ends."""
    # Telephone numbers that Ofcom keeps for drama.
    people = {f"+447700900{number:03}": f"user {number}" for number in range(phones)}
    async with AsyncExitStack() as stack:
        centre = await stack.enter_async_context(data_centre(people))
        net = await stack.enter_async_context(internet(()))
        isp = await stack.enter_async_context(cutting(net))
        gate = await stack.enter_async_context(gateway(patience=30))
        sender = await stack.enter_async_context(messenger(gate))
        home = centre.address[1]
        centre.address = (OLD, PORT)  # what it tells its clients of itself
        net.ports[OLD, PORT] = home
        party = []
        for number in range(phones):
            device = await gate.device(TOPIC, ORDERED if number % 2 == 0 else OTHER)
            party.append(Phone(number, isp, centre, device))
            stack.push_async_callback(party[-1].close)
        few = asyncio.Semaphore(_AT_ONCE)

        async def sign_in(phone: Phone, telephone: str) -> None:
            async with few:
                await phone.sign_in(OLD, telephone)

        await _all(map(sign_in, party, people))
        yield _Stage(isp, net.ports, gate, sender, party, home)


async def run(
    switch: Switch | str = Switch.OPEN, *, sealed: bool = False, dressed: bool = False, phones: int = PHONES
) -> Result:
    """One run, with the switch in one position. Raises KitError for what is no position or no number of phones.

    With `sealed` the push can be read by the app alone; with `dressed` it looks like an alert and says that it is one.
    """
    position, number = switch_of(switch), _number(phones)
    for given in (sealed, dressed):
        if not isinstance(given, bool):
            raise KitError(f"{given!r} does not say how the push is made: write True or False.")
    async with _stage(number) as stage:
        return await stage.act(position, sealed, dressed)


async def all_positions(phones: int = PHONES) -> Positions:
    """A run for each position of the switch and each way to make the push, with the same phones. Raises KitError."""
    async with _stage(_number(phones)) as stage:
        return Positions(tuple([await stage.act(switch, *way) for switch in Switch for way in WAYS]))


async def _all(work: Iterable[Coroutine[Any, Any, _T]]) -> list[_T]:
    """Do it all at the same time; the first error is raised when all of it has ended, so that nothing is left."""
    done = await asyncio.gather(*work, return_exceptions=True)
    for one in done:
        if isinstance(one, BaseException):
            raise one
    return [one for one in done if not isinstance(one, BaseException)]


def _number(phones: object) -> int:
    if isinstance(phones, bool) or not isinstance(phones, int) or not 2 <= phones <= _MOST or phones % 2:
        raise KitError(f"{phones!r} is no number of phones: write an even one from 2 to {_MOST}, half a storefront.")
    return phones
