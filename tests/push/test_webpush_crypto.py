"""Encryption of Web Push: the published example byte for byte, the sending library's own, and what is thrown away."""

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from push_web_parts import (
    AGENT_PRIVATE,
    AGENT_PUBLIC,
    BODY,
    KEY,
    MATERIAL,
    NONCE,
    SALT,
    SECRET,
    SERVER_PRIVATE,
    SERVER_PUBLIC,
    SHARED,
    TEXT,
    coded,
    plain,
)

from chokepoints.errors import KitError
from chokepoints.push.webpush_crypto import (
    HEADER,
    LONGEST,
    LONGEST_TEXT,
    Discarded,
    Keys,
    base64url,
    derive,
    encrypt,
    point,
    private_key,
    public_key,
    unbase64url,
)


@pytest.fixture
def agent() -> Keys:
    return Keys.published(AGENT_PRIVATE, SECRET)


class TestPublishedExample:
    def test_public_half(self, agent: Keys) -> None:
        assert agent.public == {"p256dh": AGENT_PUBLIC, "auth": coded(SECRET)}
        assert point(private_key(SERVER_PRIVATE).public_key()) == SERVER_PUBLIC

    def test_byte_for_byte(self, agent: Keys) -> None:
        assert encrypt(TEXT, agent.public, sender=private_key(SERVER_PRIVATE), salt=SALT) == BODY
        assert agent.decrypt(BODY) == TEXT

    @pytest.mark.parametrize(("own", "other"), [(SERVER_PRIVATE, plain(AGENT_PUBLIC)), (AGENT_PRIVATE, SERVER_PUBLIC)])
    def test_values_on_the_way(self, own: bytes, other: bytes) -> None:
        receiver, sender = plain(AGENT_PUBLIC), SERVER_PUBLIC
        derived = derive(private_key(own), other, SECRET, SALT, receiver=receiver, sender=sender)
        assert (derived.shared, derived.material, derived.key, derived.nonce) == (SHARED, MATERIAL, KEY, NONCE)

    def test_sizes(self) -> None:
        assert (HEADER, LONGEST, LONGEST_TEXT) == (86, 4096, 3993)  # RFC 8291 4
        assert len(BODY) == len(TEXT) + 103


class TestAgainstTheLibrary:
    """http_ece is what pywebpush encrypts with."""

    @pytest.mark.parametrize("size", [0, 1, 41, 3992, LONGEST_TEXT])
    def test_it_opens_what_we_close(self, size: int) -> None:
        private, secret = ec.generate_private_key(ec.SECP256R1()), bytes(range(16))
        public = {"p256dh": coded(point(private.public_key())), "auth": coded(secret)}
        body = encrypt(b"x" * size, public, padding=0)
        assert http_ece.decrypt(body, private_key=private, auth_secret=secret) == b"x" * size
        assert len(body) == size + 103

    def test_we_open_what_it_closes(self) -> None:
        keys, sender = Keys(), ec.generate_private_key(ec.SECP256R1())
        receiver, secret = plain(keys.public["p256dh"]), plain(keys.public["auth"])
        for text in (b"\0", b"\2", b"hello\2\0\0", "Привет".encode(), b"x" * LONGEST_TEXT):
            body = http_ece.encrypt(text, private_key=sender, dh=receiver, auth_secret=secret)
            assert keys.decrypt(body) == text
        nothing = http_ece.encrypt(b"", private_key=sender, dh=receiver, auth_secret=secret)
        assert len(nothing) == HEADER  # it writes no record at all, and pywebpush then sends no body


class TestKeys:
    def test_made_anew_each_time(self) -> None:
        one, two = Keys(), Keys()
        for name, size in (("p256dh", 65), ("auth", 16)):
            assert len(plain(one.public[name])) == size
            assert one.public[name] != two.public[name]
        body = encrypt(TEXT, one.public)
        assert body != encrypt(TEXT, one.public)
        assert body[:16] != encrypt(TEXT, one.public)[:16]
        assert one.decrypt(body) == TEXT
        with pytest.raises(Discarded, match="do not open"):
            two.decrypt(body)

    def test_nothing_secret_is_shown(self, agent: Keys) -> None:
        derived = derive(
            private_key(AGENT_PRIVATE), SERVER_PUBLIC, SECRET, SALT, receiver=plain(AGENT_PUBLIC), sender=SERVER_PUBLIC
        )
        assert "bytes" not in repr(derived)
        assert str(derived.key) not in repr(derived)
        assert coded(AGENT_PRIVATE) not in repr(agent)


class TestPadding:
    def test_length_shows_less(self, agent: Keys) -> None:
        texts = [b"no", b"yes, at eight", b"x" * 100]
        bodies = [encrypt(text, agent.public, padding=100 - len(text)) for text in texts]
        assert {len(body) for body in bodies} == {203}
        assert [agent.decrypt(body) for body in bodies] == texts

    @pytest.mark.parametrize(("size", "padding"), [(3994, 0), (0, 3994), (3000, 994), (1, -1)])
    def test_what_does_not_fit(self, agent: Keys, size: int, padding: int) -> None:
        with pytest.raises(KitError, match=r"from 0 to 3,993 fit\."):
            encrypt(b"x" * size, agent.public, padding=padding)
        assert len(encrypt(b"x" * 3000, agent.public, padding=993)) == LONGEST


class TestThrownAway:
    def test_every_changed_byte(self, agent: Keys) -> None:
        """But in the record size: a larger one changes nothing (RFC 8291 4)."""
        for place in range(len(BODY)):
            changed = bytearray(BODY)
            changed[place] ^= 1
            if 16 <= place < 20:
                continue
            with pytest.raises(Discarded):
                agent.decrypt(bytes(changed))

    def test_every_shorter_body(self, agent: Keys) -> None:
        for end in range(len(BODY)):
            with pytest.raises(Discarded, match="at least 103" if end < 103 else "do not open"):
                agent.decrypt(BODY[:end])
        with pytest.raises(Discarded, match="do not open"):
            agent.decrypt(BODY + b"\0")

    def test_more_than_one_record(self, agent: Keys) -> None:
        size = len(BODY) - HEADER
        fits, too_small = (BODY[:16] + number.to_bytes(4, "big") + BODY[20:] for number in (size, size - 1))
        assert agent.decrypt(fits) == TEXT
        with pytest.raises(Discarded, match=r"more than one record: 58 bytes in records of 57\."):
            agent.decrypt(too_small)

    @pytest.mark.parametrize("sender", [b"\4" + bytes(64), b"\2" + SERVER_PUBLIC[1:], b"\4" + b"\xff" * 64])
    def test_a_key_that_is_no_point(self, agent: Keys, sender: bytes) -> None:
        with pytest.raises(Discarded, match="no point of P-256"):
            agent.decrypt(BODY[:21] + sender + BODY[HEADER:])

    def test_a_key_of_another_length(self, agent: Keys) -> None:
        with pytest.raises(Discarded, match="a key of 64 bytes"):
            agent.decrypt(BODY[:20] + b"\x40" + BODY[21:])

    @pytest.mark.parametrize("padded", [b"text\1", b"text\1\0\0", b"\0\0", b"text", b"\2text"])
    def test_a_record_that_is_not_the_last(self, agent: Keys, padded: bytes) -> None:
        with pytest.raises(Discarded, match="no delimiter 2"):
            agent.decrypt(BODY[:HEADER] + AESGCM(KEY).encrypt(NONCE, padded, None))


class TestBase64url:
    def test_both_ways(self) -> None:
        for size in range(70):
            data = bytes(range(180, 180 + size))
            assert base64url(data) == coded(data)
            assert unbase64url(base64url(data)) == data
        assert base64url(b"\xfb\xff") == "-_8"

    @pytest.mark.parametrize("text", ["-_8=", "+/8", "-_ 8", "-_8\n", "é", "a", "aaaaa"])
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"base64|character|multiple"):
            unbase64url(text)

    @pytest.mark.parametrize("data", [b"", SERVER_PUBLIC[:64], SERVER_PUBLIC + b"\0", b"\2" + SERVER_PUBLIC[1:33]])
    def test_a_public_key_has_65_bytes(self, data: bytes) -> None:
        with pytest.raises(ValueError, match="P-256"):
            public_key(data)
