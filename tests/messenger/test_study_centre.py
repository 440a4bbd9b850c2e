"""A data centre and the real Telethon: key exchange, calls, secret chats, and what lies on the disk."""

import asyncio
import time
from collections import Counter
from secrets import token_bytes
from typing import Any

import pytest
from study_talk import BORIS, NADIA, PEOPLE, run, some_talk
from telethon import errors, functions
from telethon.tl import types

from chokepoints.errors import KitError
from chokepoints.messenger.errors import AlteredMessage, KeyGone, WrongKey
from chokepoints.messenger.key_picture import key_picture
from chokepoints.messenger.study_keys import Direction, key_id, unseal
from chokepoints.messenger.study_records import ACCOUNT, CLOUD, KEY, MIDDLE, SECRET
from chokepoints.messenger.study_secret import SecretDevice, accept, begin, complete
from chokepoints.messenger.study_wire import PRIME
from chokepoints.messenger.telethon_helper import client_of, data_centre, secret_chat


class TestARealClient:
    def test_calls_after_the_exchange(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre, client_of(centre) as client:
                config = await client(functions.help.GetConfigRequest())
                options = [(option.ip_address, option.port) for option in config.dc_options]
                assert options == [("127.0.0.1", centre.address[1])]
                assert (await client(functions.PingRequest(-5))).ping_id == -5
                assert await client.get_me() is None
                with pytest.raises(errors.AuthKeyUnregisteredError):
                    await client.send_message("boris", "not logged in")
                assert client.session.auth_key.key in {r.held.reveal() for r in centre.disk if r.kind == KEY}

        run(work())

    def test_messages_between_two_people(self) -> None:
        async def work() -> None:
            async with (
                data_centre(PEOPLE) as centre,
                client_of(centre, NADIA) as nadia,
                client_of(centre, BORIS) as boris,
            ):
                me = await nadia.get_me()
                assert (me.username, "+" + me.phone) == ("nadia", NADIA)
                assert (await nadia.get_entity("boris")).phone is None
                texts = [f"message {number}: {'long ' * 300}" for number in range(5)]
                for text in texts:
                    await nadia.send_message("boris", text)
                answer = await boris.send_message("nadia", "read")
                assert answer.out
                for client, own in ((nadia, [True] * 5 + [False]), (boris, [False] * 5 + [True])):
                    other = "boris" if client is nadia else "nadia"
                    got = await client.get_messages(other, limit=100)
                    assert [m.raw_text.strip() for m in reversed(got)] == [*(t.strip() for t in texts), "read"]
                    assert [m.out for m in reversed(got)] == own
                    two = await client.get_messages(other, limit=2)
                    assert (len(two), two.total) == (2, 6)
                    older = await client.get_messages(other, limit=2, offset_id=two[-1].id)
                    assert [m.id for m in older] == [4, 3]
                assert await nadia.get_messages("me", limit=5) == []
                assert centre.refusals == []

        run(work())

    def test_many_calls_at_once(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre, client_of(centre, NADIA) as nadia:
                boris = await nadia.get_input_entity("boris")
                await asyncio.gather(*(nadia.send_message(boris, f"{number}") for number in range(150)))
                got = await nadia.get_messages(boris, limit=200)
                assert sorted(int(m.raw_text) for m in got) == list(range(150))

        run(work())

    def test_a_round_trip_takes_less_than_a_second(self) -> None:
        async def work() -> float:
            async with data_centre(PEOPLE) as centre, client_of(centre, NADIA) as nadia:
                took = []
                for number in range(5):
                    start = time.perf_counter()
                    await nadia.send_message("boris", str(number))
                    await nadia.get_messages("boris", limit=1)
                    took.append(time.perf_counter() - start)
                return min(took)

        assert run(work()) < 1

    def test_what_the_service_does_not_do(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre, client_of(centre, NADIA) as nadia:
                with pytest.raises(errors.InputMethodInvalidError):
                    await nadia(functions.account.GetPasswordRequest())
                with pytest.raises(ValueError, match="ivan"):
                    await nadia.send_message("ivan", "nobody")
                with pytest.raises(errors.PeerIdInvalidError):
                    await nadia.send_message(types.InputPeerUser(2, 12345), "a guessed access hash")

        run(work())

    def test_logging_in(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre, client_of(centre) as client:
                with pytest.raises(KitError, match="has to ask for one first"):
                    centre.code_for(NADIA)
                with pytest.raises(errors.PhoneNumberInvalidError):
                    await client.send_code_request("+447700900999")
                await client.send_code_request(NADIA)
                right = centre.code_for(NADIA)
                with pytest.raises(errors.PhoneCodeInvalidError):
                    await client.sign_in(NADIA, f"{(int(right) + 1) % 100_000:05}")
                with pytest.raises(errors.PhoneCodeExpiredError):
                    await client.sign_in(NADIA, right)
                assert await client.get_me() is None

        run(work())


class TestTheDisk:
    def test_it_holds_keys_and_readable_messages(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre:
                await some_talk(centre)
                assert Counter(record.kind for record in centre.disk) == {ACCOUNT: 2, KEY: 2, CLOUD: 2}
                cloud = [record for record in centre.disk if record.kind == CLOUD]
                assert [centre.read_record(record) for record in cloud] == ["are you there", "yes"]
                assert [(record.owner, record.to) for record in cloud] == [("nadia", "boris"), ("boris", "nadia")]
                assert all(b"there" not in record.held.reveal() for record in cloud), "sealed, with a key at hand"
                with pytest.raises(KitError, match="holds no message"):
                    centre.read_record(centre.disk[0])

        run(work())

    def test_its_keys_open_all_that_a_tap_recorded(self) -> None:
        """No forward secrecy between client and centre: the key on the disk opens what was recorded before."""

        async def work() -> None:
            async with data_centre(PEOPLE) as centre:
                await some_talk(centre)
                keys = {key_id(r.held): r.held for r in centre.disk if r.kind == KEY}
                assert Counter(direction for direction, _ in centre.tap).keys() == set(Direction)
                assert not any(b"are you there" in packet for _, packet in centre.tap)
                opened = [unseal(keys[packet[:8]], packet, direction) for direction, packet in centre.tap]
                assert sum(b"are you there" in payload.body for payload in opened) == 1
                assert len(opened) == len(centre.tap) > 20

        run(work())

    def test_a_restarted_client_makes_another_key(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre:
                for _ in range(3):
                    async with client_of(centre, NADIA):
                        pass
                held = {record.held.reveal() for record in centre.disk if record.kind == KEY}
                assert len(held) == 3

        run(work())


async def secret_devices(nadia: Any, boris: Any) -> tuple[SecretDevice, SecretDevice]:
    begun = await begin(nadia, "boris")
    with pytest.raises(KeyGone):
        await complete(nadia, begun)
    other = await accept(boris)
    return await complete(nadia, begun), other


class TestSecretChats:
    @pytest.mark.parametrize("middle", [False, True])
    def test_who_reads_it(self, middle: bool) -> None:
        """Honest, the centre opens none. In the middle it opens all, and only the key pictures give it away."""

        async def work() -> None:
            async with (
                data_centre(PEOPLE, middle=middle) as centre,
                client_of(centre, NADIA) as nadia,
                client_of(centre, BORIS) as boris,
            ):
                with pytest.raises(KeyGone):
                    await accept(boris)
                one, two = await secret_devices(nadia, boris)
                for text in ("first", "second"):
                    await one.send(text)
                await two.send("third")
                assert await two.fetch() == ["first", "second"]
                assert await one.fetch() == ["third"]
                same_picture = bool((key_picture(one.key) == key_picture(two.key)).all())
                assert same_picture is not middle
                assert (one.key == two.key) is not middle
                kept = [record for record in centre.disk if record.kind == SECRET]
                assert len(kept) == 3
                assert sum(record.kind == MIDDLE for record in centre.disk) == 2 * middle
                if middle:
                    assert [centre.read_record(record) for record in kept] == ["first", "second", "third"]
                else:
                    for record in kept:
                        with pytest.raises(WrongKey, match="on two devices"):
                            centre.read_record(record)

        run(work())

    def test_a_print_that_does_not_fit(self) -> None:
        async def work() -> None:
            async with (
                data_centre(PEOPLE) as centre,
                client_of(centre, NADIA) as nadia,
                client_of(centre, BORIS) as boris,
            ):
                begun = await begin(nadia, "boris")
                asked = (await boris(functions.updates.GetDifferenceRequest(1, 0, 0))).other_updates[0].chat
                peer, half = types.InputEncryptedChat(asked.id, asked.access_hash), pow(2, 2**2040 + 1, PRIME)
                with pytest.raises(errors.BadRequestError, match="secret chat ID is invalid"):
                    await boris(functions.messages.SendEncryptedRequest(peer, b"before there is a key"))
                await boris(functions.messages.AcceptEncryptionRequest(peer, half.to_bytes(256), key_fingerprint=5))
                with pytest.raises(AlteredMessage, match="print is not the one"):
                    await complete(nadia, begun)
                with pytest.raises(errors.BadRequestError, match=r"(?i)already"):
                    await boris(functions.messages.AcceptEncryptionRequest(peer, half.to_bytes(256), key_fingerprint=5))

        run(work())

    def test_a_half_that_is_no_safe_number(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE, middle=True) as centre, client_of(centre, NADIA) as nadia:
                boris = await nadia.get_input_entity("boris")
                for half in (b"", b"\1", bytes(256), PRIME.to_bytes(256), b"\xff" * 300):
                    with pytest.raises(errors.BadRequestError, match=r"(?i)g_a"):
                        await nadia(functions.messages.RequestEncryptionRequest(boris, half))
                assert Counter(record.kind for record in centre.disk) == {ACCOUNT: 2, KEY: 1}

        run(work())

    def test_an_altered_message_in_a_secret_chat(self) -> None:
        async def work() -> None:
            async with (
                data_centre(PEOPLE) as centre,
                client_of(centre, NADIA) as nadia,
                client_of(centre, BORIS) as boris,
            ):
                one, two = await secret_chat(nadia, boris, "boris")
                await nadia(functions.messages.SendEncryptedRequest(one.peer, key_id(one.key) + token_bytes(64)))
                with pytest.raises(AlteredMessage):
                    await two.fetch()
                with pytest.raises(errors.ChatIdInvalidError):
                    await nadia(functions.messages.SendEncryptedRequest(types.InputEncryptedChat(1, 7), b"guessed"))

        run(work())
