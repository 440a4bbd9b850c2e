"""The transport and the key exchange without sockets, with a client's half that can do everything wrong."""

import struct
from hashlib import sha1
from secrets import randbits, token_bytes
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_talk import PEOPLE
from telethon import functions
from telethon.crypto import rsa
from telethon.tl import types

from chokepoints.messenger.errors import AlteredMessage, CannotOpen, CutMessage, ReplayedMessage
from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_centre import DataCentre
from chokepoints.messenger.study_keys import Direction, Payload, ige_decrypt, ige_encrypt, seal, unseal
from chokepoints.messenger.study_wire import PRIME, Exchange, Frames, ServerKey, read, temporary_key


class TestFrames:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.binary(min_size=4, max_size=60), min_size=1, max_size=5), st.data())
    def test_in_pieces_of_any_size(self, contents: list[bytes], data: st.DataObject) -> None:
        there, here = Frames(), Frames()
        sent = b"".join(map(there.wrap, contents))
        cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=8)))
        pieces = [sent[a:b] for a, b in zip([0, *cuts], [*cuts, len(sent)], strict=True)]
        assert [content for piece in pieces for content in here.feed(piece)] == contents
        here.finish()

    def test_what_is_refused(self) -> None:
        frame = Frames().wrap(b"content")
        with pytest.raises(AlteredMessage, match="checksum"):
            list(Frames().feed(frame[:-1] + bytes([frame[-1] ^ 1])))
        with pytest.raises(ReplayedMessage, match="frame 0 came where frame 1 was due"):
            list(Frames().feed(frame + frame))
        for length in (-1, 0, 15, 2**30):
            with pytest.raises(CutMessage, match=f"has {length} bytes"):
                list(Frames().feed(struct.pack("<i", length) + frame[4:]))
        cut = Frames()
        assert list(cut.feed(frame[:-2])) == []
        with pytest.raises(CutMessage, match=f"{len(frame) - 2} bytes into a frame"):
            cut.finish()


class Half:
    """A client's half of the key exchange, step by step, with Telethon's wire objects and RSA."""

    def __init__(self, server_key: ServerKey) -> None:
        self.exchange = Exchange(server_key)
        rsa.add_key(server_key.public_pem, old=False)
        self.fingerprint = server_key.fingerprint
        self.nonce, self.new_nonce = (int.from_bytes(token_bytes(n), "little", signed=True) for n in (16, 32))

    def first(self) -> None:
        self.pq = read(self.exchange.answer(functions.ReqPqMultiRequest(self.nonce)))[0]
        assert self.pq.nonce == self.nonce
        assert self.pq.server_public_key_fingerprints == [self.fingerprint]
        self.factors = self.exchange._factors

    def second(self, **changed: Any) -> None:
        said = {"nonce": self.nonce, "server_nonce": self.pq.server_nonce, "p": self.factors[0], "q": self.factors[1]}
        said |= changed
        inner = types.PQInnerData(pq=self.pq.pq, new_nonce=self.new_nonce, **said)
        block = rsa.encrypt(self.fingerprint, bytes(inner))
        request = functions.ReqDHParamsRequest(
            **said, public_key_fingerprint=self.fingerprint, encrypted_data=changed.get("block", block)
        )
        answer = read(self.exchange.answer(request))[0]
        self.temporary = temporary_key(
            self.pq.server_nonce.to_bytes(16, "little", signed=True), self.new_nonce.to_bytes(32, "little", signed=True)
        )
        self.offer = read(ige_decrypt(answer.encrypted_answer, *self.temporary)[20:])[0]
        assert (int.from_bytes(self.offer.dh_prime), self.offer.g) == (PRIME, 2)

    def third(self, g_b: int, alter: bool = False) -> Any:
        inner = bytes(types.ClientDHInnerData(self.nonce, self.pq.server_nonce, 0, g_b.to_bytes(256)))
        hashed = sha1(inner).digest() + inner
        cipher = bytearray(ige_encrypt(hashed + bytes(-len(hashed) % 16), *self.temporary))
        cipher[100] ^= alter
        request = functions.SetClientDHParamsRequest(self.nonce, self.pq.server_nonce, bytes(cipher))
        return read(self.exchange.answer(request))[0]


class TestTheExchange:
    SERVER_KEY = ServerKey()

    def half(self) -> Half:
        half = Half(self.SERVER_KEY)
        half.first()
        return half

    def test_both_sides_get_the_same_key(self) -> None:
        half = self.half()
        half.second()
        b = randbits(2040)
        while not (raw := pow(int.from_bytes(half.offer.g_a), b, PRIME).to_bytes(256))[0]:
            b += 1
        assert isinstance(half.third(pow(2, b, PRIME)), types.DhGenOk)
        assert half.exchange.key == Secret(raw)

    def test_a_key_with_a_leading_zero_is_asked_for_again(self) -> None:
        """Telethon leaves the zero out and would hold another key; the centre keeps none and says so."""
        half = self.half()
        half.second()
        b = randbits(2040)
        g_a = int.from_bytes(half.offer.g_a)
        shared = pow(g_a, b, PRIME)
        while shared >> 2040:
            b, shared = b + 1, shared * g_a % PRIME
        assert isinstance(half.third(pow(2, b, PRIME)), types.DhGenRetry)
        assert half.exchange.key is None

    @pytest.mark.parametrize("name", ["nonce", "server_nonce", "p", "q"])
    def test_other_numbers_than_those_of_this_exchange(self, name: str) -> None:
        half = self.half()
        with pytest.raises(AlteredMessage):
            half.second(**{name: b"\0\0\0\3" if name in "pq" else 5})
        assert half.exchange.key is None

    def test_another_centre_s_rsa_key(self) -> None:
        half = self.half()
        other = ServerKey()
        rsa.add_key(other.public_pem, old=False)
        half.fingerprint = other.fingerprint
        with pytest.raises(CannotOpen):
            half.second()

    @pytest.mark.parametrize("g_b", [0, 1, 2, PRIME - 1, PRIME, 2**2048 - 1])
    def test_a_number_too_near_the_ends(self, g_b: int) -> None:
        half = self.half()
        half.second()
        with pytest.raises(AlteredMessage, match="too near the ends"):
            half.third(g_b)

    def test_an_altered_half(self) -> None:
        half = self.half()
        half.second()
        with pytest.raises(AlteredMessage):
            half.third(pow(2, randbits(2040), PRIME), alter=True)

    def test_out_of_order(self) -> None:
        half = Half(self.SERVER_KEY)
        with pytest.raises(AlteredMessage):
            half.exchange.answer(functions.ReqDHParamsRequest(0, 0, b"", b"", 0, b""))
        half.first()
        with pytest.raises(AlteredMessage, match="Out of order"):
            half.exchange.answer(functions.SetClientDHParamsRequest(half.nonce, half.pq.server_nonce, b""))
        with pytest.raises(AlteredMessage, match="Out of order"):
            half.exchange.answer(functions.PingRequest(1))


class TestTheLink:
    def test_a_wrong_salt_is_corrected_and_a_late_message_refused(self) -> None:
        now = 1_000_000.0
        centre = DataCentre(PEOPLE, clock=lambda: now)
        key, salt = Secret(token_bytes(256)), token_bytes(8)
        centre.learn(key, salt)
        link, frames, back = centre.link(), Frames(), Frames()

        def ask(salt: bytes, message_id: int) -> list[Any]:
            body = bytes(functions.PingRequest(9))
            sealed = seal(key, Payload(salt, bytes(8), message_id, 1, body), Direction.TO_SERVER)
            packets = list(back.feed(link.receive(frames.wrap(sealed))))
            payloads = [unseal(key, packet, Direction.TO_CLIENT) for packet in packets]
            assert all(payload.message_id % 4 == 1 and payload.salt == centre_salt for payload in payloads)
            return [read(payload.body)[0] for payload in payloads]

        centre_salt = salt
        (bad,) = ask(bytes(8), 1_000_000 << 32)
        assert (bad.error_code, bad.bad_msg_id) == (48, 1_000_000 << 32)
        assert bad.new_server_salt.to_bytes(8, "little", signed=True) == salt
        (pong,) = ask(salt, (1_000_000 << 32) + 4)
        assert (pong.ping_id, pong.msg_id) == (9, (1_000_000 << 32) + 4)
        assert ask(salt, 999_699 << 32) == []
        assert centre.refusals[-1].startswith("Stale: the time inside is 301 s back")
        assert not link.closed
