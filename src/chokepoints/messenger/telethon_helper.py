"""The only place where the kit starts Telethon: a real client, led to a data centre on this machine and nowhere else.

Nothing of Telethon is changed. What is set is documented: `telethon.crypto.rsa.add_key` (the centre's public key), a
session class of our own with `set_dc`, and arguments of `TelegramClient`. Nothing is written to a file.
"""

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from telethon import TelegramClient
from telethon.crypto import rsa
from telethon.sessions import MemorySession

from chokepoints.errors import KitError
from chokepoints.messenger.study_centre import DataCentre, serve
from chokepoints.messenger.study_secret import SecretDevice, accept, begin, complete

_LOG = logging.getLogger(__name__)
_LOG.addHandler(logging.NullHandler())
_LOG.propagate = False  # what matters reaches the notebook as an exception; Telethon's log would go to its output


class LoopbackSession(MemorySession):  # type: ignore[misc]
    """A session in memory that takes no data centre beyond 127.0.0.1, whoever names it: a cell or a server's answer."""

    def set_dc(self, dc_id: int, server_address: str, port: int) -> None:
        """Raises KitError for any other address."""
        if server_address != "127.0.0.1":
            raise KitError(
                f"{server_address} is not this machine: the kit leads Telethon to data centres at 127.0.0.1 only."
            )
        super().set_dc(dc_id, server_address, port)


def client_at(host: str, port: int, public_pem: str) -> TelegramClient:
    """A client, not connected yet, for a data centre. Raises KitError where it is not on this machine.

    The api id and hash name an application to Telegram; the kit's centre does not look at them.
    """
    session = LoopbackSession()
    session.set_dc(1, host, port)
    rsa.add_key(public_pem, old=False)
    return TelegramClient(
        session,
        api_id=1,
        api_hash="study",
        retry_delay=0,
        auto_reconnect=False,
        receive_updates=False,
        device_model="study",
        system_version="1",
        base_logger=_LOG,
    )


@asynccontextmanager
async def data_centre(people: Mapping[str, str], middle: bool = False) -> AsyncIterator[DataCentre]:
    """A data centre at work, for `people` by telephone number and name; stopped when the block ends.

    With `middle` it puts itself between the two devices of every secret chat.
    """
    async with serve(DataCentre(people, middle=middle)) as centre:
        yield centre


@asynccontextmanager
async def client_of(centre: DataCentre, phone: str | None = None) -> AsyncIterator[TelegramClient]:
    """A connected client of a data centre, logged in where a telephone number is given; gone when the block ends.

    Raises KitError where the centre does not answer, or where it is not on this machine.
    """
    client = client_at(*centre.address, centre.public_pem)
    try:
        try:
            await client.connect()
        except ConnectionError:
            raise KitError("No data centre answers: start one, and use the client inside its block.") from None
        if phone is not None:
            await client.send_code_request(phone)
            await client.sign_in(phone, centre.code_for(phone))
        yield client
    finally:
        await client.disconnect()


async def secret_chat(first: TelegramClient, second: TelegramClient, name: str) -> tuple[SecretDevice, SecretDevice]:
    """A secret chat between two clients that are logged in; `name` is the second one's user. Begun by the first."""
    begun = await begin(first, name)
    other = await accept(second)
    return await complete(first, begun), other
