"""Study code: a secret chat on two devices, begun through an unpatched Telethon client and the kit's data centre.

core.telegram.org/api/end-to-end. Telethon makes the calls, the devices here make the key: `begin` on the first device,
`accept` on the second, `complete` on the first; then both hold a `SecretDevice`. Re-keying is left out.
"""

import hmac
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import dh
from telethon import TelegramClient
from telethon.tl import functions, types

from chokepoints.messenger.errors import AlteredMessage, KeyGone
from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_keys import KEY_BYTES, Direction, key_id, open_secret, seal_secret


@dataclass(frozen=True, slots=True, eq=False)
class Begun:
    """The first device's half of a key exchange, before the other has answered."""

    chat: int
    private: dh.DHPrivateKey = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class SecretDevice:
    """One device of a secret chat: its client, the chat's key, and which way it writes."""

    client: TelegramClient = field(repr=False)
    peer: Any = field(repr=False)
    key: Secret
    writes: Direction

    async def send(self, text: str) -> None:
        """Encrypt a text on this device and hand the ciphertext to the service."""
        data = seal_secret(self.key, text.encode(), self.writes)
        await self.client(functions.messages.SendEncryptedRequest(self.peer, data))

    async def fetch(self) -> list[str]:
        """Every text that the other device sent so far, decrypted here. Raises CannotOpen where one does not open."""
        reads = next(direction for direction in Direction if direction is not self.writes)
        new = (await _difference(self.client)).new_encrypted_messages
        mine = (message for message in new if message.chat_id == self.peer.chat_id)
        return [open_secret(self.key, message.bytes, reads).decode(errors="replace") for message in mine]


async def begin(client: TelegramClient, name: str) -> Begun:
    """Ask the user called `name` for a secret chat."""
    private = await _private(client)
    user = await client.get_input_entity(name)
    chat = await client(functions.messages.RequestEncryptionRequest(user, _public(private)))
    return Begun(chat.id, private)


async def accept(client: TelegramClient) -> SecretDevice:
    """Accept the secret chat that was asked for last. Raises KeyGone where none was."""
    asked = [chat for chat in await _chats(client) if isinstance(chat, types.EncryptedChatRequested)]
    if not asked:
        raise KeyGone("Nobody has asked this user for a secret chat.")
    chat, private = asked[-1], await _private(client)
    key = _shared(private, chat.g_a)
    peer = types.InputEncryptedChat(chat.id, chat.access_hash)
    await client(functions.messages.AcceptEncryptionRequest(peer, _public(private), _signed(key)))
    return SecretDevice(client, peer, key, Direction.TO_CLIENT)


async def complete(client: TelegramClient, begun: Begun) -> SecretDevice:
    """Take the other device's half. Raises KeyGone where it has not answered, AlteredMessage where the prints differ.

    The print is there to find mistakes: a man in the middle sends each side the print that it expects.
    """
    for chat in await _chats(client):
        if isinstance(chat, types.EncryptedChat) and chat.id == begun.chat:
            key = _shared(begun.private, chat.g_a_or_b)
            if not hmac.compare_digest(key_id(key), chat.key_fingerprint.to_bytes(8, "little", signed=True)):
                raise AlteredMessage("Altered: the key's print is not the one that the other device sent.")
            peer = types.InputEncryptedChat(chat.id, chat.access_hash)
            return SecretDevice(client, peer, key, Direction.TO_SERVER)
    raise KeyGone("The other device has not accepted this secret chat yet.")


async def _private(client: TelegramClient) -> dh.DHPrivateKey:
    group = await client(functions.messages.GetDhConfigRequest(0, 0))
    return dh.DHParameterNumbers(int.from_bytes(group.p), group.g).parameters().generate_private_key()


def _public(private: dh.DHPrivateKey) -> bytes:
    return private.public_key().public_numbers().y.to_bytes(KEY_BYTES)


def _shared(private: dh.DHPrivateKey, theirs: bytes) -> Secret:
    """The key: 256 bytes, with zeros before it where the number is shorter ("Accepting a Request")."""
    numbers = private.parameters().parameter_numbers()
    number, margin = int.from_bytes(theirs), 1 << (2048 - 64)
    if not margin <= number <= numbers.p - margin:
        raise AlteredMessage("Refused: the other device's number lies too near the ends to be safe.")
    return Secret(private.exchange(dh.DHPublicNumbers(number, numbers).public_key()).rjust(KEY_BYTES, b"\0"))


def _signed(key: Secret) -> int:
    return int.from_bytes(key_id(key), "little", signed=True)


async def _difference(client: TelegramClient) -> Any:
    return await client(functions.updates.GetDifferenceRequest(pts=1, date=0, qts=0))


async def _chats(client: TelegramClient) -> list[Any]:
    return [update.chat for update in getattr(await _difference(client), "other_updates", [])]
