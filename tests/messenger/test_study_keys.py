"""MTProto's encryption of one message: against Telethon in both directions and published values, and its refusals."""

import struct
import time
from collections import defaultdict
from logging import Logger, getLogger
from secrets import token_bytes
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telethon.crypto import AES, AuthKey
from telethon.network.mtprotostate import MTProtoState
from telethon.tl import functions, types

from chokepoints.errors import KitError
from chokepoints.messenger.errors import AlteredMessage, CannotOpen, CutMessage, ReplayedMessage, WrongKey
from chokepoints.messenger.key_picture import PUBLISHED_KEY
from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_keys import (
    Direction,
    Payload,
    StaleMessage,
    Window,
    decrypt,
    derive,
    encrypt,
    ige_decrypt,
    ige_encrypt,
    key_id,
    open_secret,
    seal,
    seal_secret,
    unseal,
)
from chokepoints.messenger.study_wire import nonce_hash, temporary_key

KEYS = st.binary(min_size=256, max_size=256).map(Secret)
DIRECTIONS = st.sampled_from(Direction)
#: Bodies of whole four-byte words, as every wire object is.
BODIES = st.binary(max_size=400).map(lambda raw: raw + bytes(-len(raw) % 4))
SEVERAL = settings(max_examples=40, deadline=None)

#: core.telegram.org/mtproto/samples-auth_key as of 2013 to 2023: server_nonce, new_nonce, and what follows from them.
SERVER_NONCE = bytes.fromhex("A5CF4D33F4A11EA877BA4AA573907330")
NEW_NONCE = bytes.fromhex("311C85DB234AA2640AFC4A76A735CF5B1F0FD68BD17FA181E1229AD867CC024D")
TMP_KEY = bytes.fromhex("F011280887C7BB01DF0FC4E17830E0B91FBB8BE4B2267CB985AE25F33B527253")
TMP_IV = bytes.fromhex("3212D579EE35452ED23E0D0C92841AA7D31B2E9BDEF2151E80D15860311C85DB")
#: The first five blocks of `encrypted_answer`, and the start of `answer`, before which stands its digest of 20 bytes.
ENCRYPTED_ANSWER = bytes.fromhex(
    "28A92FE20173B347A8BB324B5FAB2667C9A8BBCE6468D5B509A4CBDDC186240AC912CF7006AF8926DE606A2E74C0493C"
    "AA57741E6C82451F54D3E068F5CCC49B4444124B9666FFB405AAB564A3D01E67"
)
ANSWER = bytes.fromhex(
    "BA0D89B53E0549828CCA27E966B301A48FECE2FCA5CF4D33F4A11EA877BA4AA57390733002000000FE000100C71CAEB9C6B1C9048E6C522F"
    "70F13F73"
)


def telethon_state(key: Secret) -> Any:
    loggers: defaultdict[str, Logger] = defaultdict(lambda: getLogger("telethon.test"))
    return MTProtoState(AuthKey(key.reveal()), loggers=loggers)


def payload(body: bytes = b"body", message_id: int = 5 << 32, session: bytes = b"session ") -> Payload:
    return Payload(b"the salt", session, message_id, 1, body)


class TestAgainstPublishedValues:
    def test_the_exchange_s_temporary_key(self) -> None:
        assert temporary_key(SERVER_NONCE, NEW_NONCE) == (TMP_KEY, TMP_IV)

    def test_ige_opens_the_published_answer(self) -> None:
        assert ige_decrypt(ENCRYPTED_ANSWER, TMP_KEY, TMP_IV)[20:] == ANSWER

    def test_the_published_key_gives_the_published_hash(self) -> None:
        found = nonce_hash(NEW_NONCE, 1, PUBLISHED_KEY.reveal())
        assert found == bytes.fromhex("CCEBC0217266E1EDEC7FB0A0EED6C220")


class TestAgainstTelethon:
    @SEVERAL
    @given(KEYS, st.binary(min_size=16, max_size=16), DIRECTIONS)
    def test_the_same_derivation(self, key: Secret, msg_key: bytes, direction: Direction) -> None:
        client = direction is Direction.TO_SERVER
        assert derive(key, msg_key, direction) == MTProtoState._calc_key(key.reveal(), msg_key, client)

    @SEVERAL
    @given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32), st.integers(0, 9), st.data())
    def test_the_same_ige(self, aes_key: bytes, iv: bytes, blocks: int, data: st.DataObject) -> None:
        plain = data.draw(st.binary(min_size=16 * blocks, max_size=16 * blocks))
        cipher = ige_encrypt(plain, aes_key, iv)
        assert cipher == AES.encrypt_ige(plain, aes_key, iv)
        assert ige_decrypt(cipher, aes_key, iv) == AES.decrypt_ige(cipher, aes_key, iv) == plain

    @SEVERAL
    @given(KEYS, st.text(max_size=200), st.integers(-(2**63), 2**63 - 1))
    def test_telethon_seals_and_we_open(self, key: Secret, text: str, salt: int) -> None:
        state = telethon_state(key)
        state.salt = salt
        request = bytes(functions.messages.SendMessageRequest(types.InputPeerSelf(), text, random_id=1))
        message = struct.pack("<qii", 77 << 32, 1, len(request)) + request
        opened = unseal(key, state.encrypt_message_data(message), Direction.TO_SERVER)
        assert (opened.body, opened.message_id, opened.sequence) == (request, 77 << 32, 1)
        assert opened.salt == salt.to_bytes(8, "little", signed=True)
        assert opened.session == struct.pack("<q", state.id)

    @SEVERAL
    @given(KEYS, st.integers(-(2**63), 2**63 - 1))
    def test_we_seal_and_telethon_opens(self, key: Secret, number: int) -> None:
        state = telethon_state(key)
        now = (int(time.time()) << 32) | 1
        sealed = seal(key, payload(bytes(types.Pong(3, number)), now, struct.pack("<q", state.id)), Direction.TO_CLIENT)
        opened = state.decrypt_message_data(sealed)
        assert (opened.msg_id, opened.seq_no, opened.obj.ping_id) == (now, 1, number)

    def test_the_same_name_of_a_key(self) -> None:
        assert key_id(PUBLISHED_KEY) == AuthKey(PUBLISHED_KEY.reveal()).key_id.to_bytes(8, "little")


class TestRoundTrip:
    @SEVERAL
    @given(KEYS, BODIES, DIRECTIONS)
    def test_a_cloud_message(self, key: Secret, body: bytes, direction: Direction) -> None:
        assert unseal(key, seal(key, payload(body), direction), direction) == payload(body)

    @SEVERAL
    @given(KEYS, st.binary(max_size=400), DIRECTIONS)
    def test_a_secret_chat_s_data(self, key: Secret, data: bytes, direction: Direction) -> None:
        assert open_secret(key, seal_secret(key, data, direction), direction) == data

    def test_the_same_message_looks_different_each_time(self) -> None:
        assert len({seal(PUBLISHED_KEY, payload(), Direction.TO_SERVER) for _ in range(20)}) == 20


class TestRefusals:
    @SEVERAL
    @given(KEYS, KEYS)
    def test_another_key(self, key: Secret, other: Secret) -> None:
        packet = seal(key, payload(), Direction.TO_SERVER)
        if key == other:
            assert unseal(other, packet, Direction.TO_SERVER) == payload()
            return
        with pytest.raises(WrongKey):
            unseal(other, packet, Direction.TO_SERVER)

    @SEVERAL
    @given(KEYS, KEYS.filter(lambda key: key != PUBLISHED_KEY))
    def test_another_key_under_the_right_name(self, key: Secret, other: Secret) -> None:
        forged = key_id(PUBLISHED_KEY) + seal(other, payload(), Direction.TO_SERVER)[8:]
        with pytest.raises(AlteredMessage):
            unseal(PUBLISHED_KEY, forged, Direction.TO_SERVER)

    @SEVERAL
    @given(KEYS, BODIES, DIRECTIONS, st.data())
    def test_any_altered_bit(self, key: Secret, body: bytes, direction: Direction, data: st.DataObject) -> None:
        packet = bytearray(seal(key, payload(body), direction))
        bit = data.draw(st.integers(0, 8 * len(packet) - 1))
        packet[bit // 8] ^= 1 << bit % 8
        with pytest.raises(WrongKey if bit < 64 else AlteredMessage):
            unseal(key, bytes(packet), direction)

    @SEVERAL
    @given(KEYS, BODIES, DIRECTIONS, st.data())
    def test_any_cut(self, key: Secret, body: bytes, direction: Direction, data: st.DataObject) -> None:
        packet = seal(key, payload(body), direction)
        left = data.draw(st.integers(0, len(packet) - 1))
        with pytest.raises(CutMessage, match=f"{left} bytes came, the transport had announced {len(packet)}"):
            unseal(key, packet[:left], direction, len(packet))
        whole_blocks = left > 24 and not (left - 24) % 16
        with pytest.raises(AlteredMessage if whole_blocks else CutMessage):
            unseal(key, packet[:left], direction)

    def test_every_cut_of_one_message(self) -> None:
        packet = seal(PUBLISHED_KEY, payload(), Direction.TO_SERVER)
        for left in range(len(packet)):
            whole_blocks = left > 24 and not (left - 24) % 16
            with pytest.raises(AlteredMessage if whole_blocks else CutMessage):
                unseal(PUBLISHED_KEY, packet[:left], Direction.TO_SERVER)

    @pytest.mark.parametrize("direction", Direction)
    def test_a_message_thrown_back_at_its_sender(self, direction: Direction) -> None:
        key = Secret(token_bytes(256))  # a made-up key of equal bytes would be the same in both directions
        back = next(other for other in Direction if other is not direction)
        with pytest.raises(AlteredMessage):
            unseal(key, seal(key, payload(), direction), back)

    @pytest.mark.parametrize("length", [-4, 2, 4000, 2**31 - 4])
    def test_a_length_inside_that_cannot_be(self, length: int) -> None:
        plain = payload(bytes(64)).pack()
        packet = encrypt(PUBLISHED_KEY, plain[:28] + struct.pack("<i", length) + plain[32:], Direction.TO_SERVER)
        with pytest.raises(AlteredMessage, match="which cannot be"):
            unseal(PUBLISHED_KEY, packet, Direction.TO_SERVER)
        short = encrypt(PUBLISHED_KEY, struct.pack("<i", length), Direction.TO_SERVER)
        with pytest.raises(CannotOpen):
            open_secret(PUBLISHED_KEY, short, Direction.TO_SERVER)
        with pytest.raises(AlteredMessage):
            unseal(PUBLISHED_KEY, encrypt(PUBLISHED_KEY, b"", Direction.TO_SERVER), Direction.TO_SERVER)

    @pytest.mark.parametrize("size", [0, 32, 255, 257])
    def test_a_key_of_another_size(self, size: int) -> None:
        with pytest.raises(KitError, match=f"256 bytes, this one has {size}"):
            decrypt(Secret(bytes(size)), bytes(72), Direction.TO_SERVER)


class TestWindow:
    @SEVERAL
    @given(st.lists(st.integers(-300, 30), min_size=1, max_size=50, unique=True), st.data())
    def test_a_message_counts_once(self, seconds: list[int], data: st.DataObject) -> None:
        window = Window(lambda: 10_000.0)
        for second in seconds:
            window.accept((10_000 + second) << 32)
        again = data.draw(st.sampled_from(seconds))
        with pytest.raises(ReplayedMessage):
            window.accept((10_000 + again) << 32)

    @pytest.mark.parametrize("seconds", [-301, -5000, 31, 5000])
    def test_too_late_or_too_early(self, seconds: int) -> None:
        with pytest.raises(StaleMessage, match=f"{abs(seconds)} s {'ahead' if seconds > 0 else 'back'}"):
            Window(lambda: 10_000.0).accept((10_000 + seconds) << 32)

    def test_it_forgets_only_what_time_refuses(self) -> None:
        now = 10_000
        window = Window(lambda: now)
        first = [(now << 32) + 4 * number for number in range(3000)]
        for message_id in first:
            window.accept(message_id)
        for message_id in first[::500]:
            with pytest.raises(ReplayedMessage):
                window.accept(message_id)
        now += 301
        for number in range(8000):
            window.accept((now << 32) + 4 * number)
        assert len(window._seen) < 9000
        with pytest.raises(StaleMessage):
            window.accept(first[0])


def test_nothing_shows_a_key_or_a_text() -> None:
    shown = repr(payload(b"a private text..")) + repr(PUBLISHED_KEY)
    assert "private" not in shown
    assert PUBLISHED_KEY.reveal().hex()[:5] not in shown.lower()
    assert len(repr(PUBLISHED_KEY)) == len("Secret(1234...)")
