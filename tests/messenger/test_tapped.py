"""The door to the study of MTProto: packets off a real line, a derivation tried on one, and the table of the disk."""

from hashlib import sha256
from typing import Any

import pytest
from study_talk import BORIS, NADIA, PEOPLE, run

from chokepoints.classroom.questions import find_question, judge
from chokepoints.errors import KitError
from chokepoints.messenger.errors import CutMessage
from chokepoints.messenger.key_picture import PUBLISHED_KEY
from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_centre import DataCentre
from chokepoints.messenger.study_keys import Direction, derive, encrypt, ige_encrypt
from chokepoints.messenger.tapped import Packet, disk, opened_with_the_disk, try_on_a_packet
from chokepoints.messenger.telethon_helper import client_of, data_centre, secret_chat

ORDINARY, HIDDEN = "an ordinary text", "a hidden text"


@pytest.fixture(scope="module", params=[False, True], ids=["honest", "middle"])
def centre(request: pytest.FixtureRequest) -> DataCentre:
    async def work() -> DataCentre:
        async with (
            data_centre(PEOPLE, middle=request.param) as centre,
            client_of(centre, NADIA) as nadia,
            client_of(centre, BORIS) as boris,
        ):
            await nadia.send_message("boris", ORDINARY)
            one, other = await secret_chat(nadia, boris, "boris")
            await one.send(HIDDEN)
            assert await other.fetch() == [HIDDEN]
        return centre

    return run(work())


def right(key: bytes, msg_key: bytes) -> Any:
    return derive(Secret(key), msg_key, Direction.TO_SERVER)


class TestTheLine:
    def test_shows_neither_text(self, centre: DataCentre) -> None:
        wire = b"".join(packet for _, packet in centre.tap)
        assert len(wire) > 1000
        assert ORDINARY.encode() not in wire
        assert HIDDEN.encode() not in wire

    def test_opens_with_the_keys_of_the_disk_all_of_it(self, centre: DataCentre) -> None:
        inside = opened_with_the_disk(centre)
        assert len(inside) == len(centre.tap)
        assert any(ORDINARY.encode() in body for body in inside)
        assert not any(HIDDEN.encode() in body for body in inside)

    def test_opens_with_no_other_keys(self, centre: DataCentre) -> None:
        elsewhere = DataCentre(PEOPLE)
        elsewhere.tap = centre.tap
        elsewhere.learn(Secret(bytes(256)), b"12345678")
        assert opened_with_the_disk(elsewhere) == []


def test_the_disk_as_a_table(centre: DataCentre) -> None:
    text = disk(centre).text.splitlines()
    assert len(text) == len(centre.disk)
    assert f'cloud message: nadia to boris: "{ORDINARY}"' in text
    (secret,) = (line for line in text if line.startswith("secret message: nadia to boris: "))
    dishonest = any(line.startswith("key made in the middle") for line in text)
    assert (f'"{HIDDEN}"' in secret) is dishonest
    assert ("None of the keys on the disk opens this record" in secret) is not dishonest
    assert f"account: nadia: telephone number {NADIA}" in text
    page = disk(centre).html.data
    assert page.count("<tr>") == len(centre.disk) + 1
    for record in centre.disk:
        if "key" in record.kind:
            assert record.held.reveal().hex()[:16] not in page + "".join(text)


def test_what_the_question_takes_for_known_is_what_the_disk_shows() -> None:
    """Letters of messenger-9 in the lesson, from a centre really run."""

    async def work() -> DataCentre:
        async with data_centre(PEOPLE) as centre, client_of(centre, NADIA) as nadia, client_of(centre, BORIS) as boris:
            await nadia.send_message("boris", ORDINARY)
            one, _ = await secret_chat(nadia, boris, "boris")
            await one.send(HIDDEN)
            keys = [record.held for record in centre.disk]
            assert one.key not in keys
        return centre

    told = disk(run(work())).text
    known = {
        "a": NADIA in told and BORIS in told,
        "b": ORDINARY in told,
        "c": HIDDEN in told,
        "d": "secret message: nadia to boris" in told,
    }
    question: Any = find_question("messenger-9")
    assert judge(question, [letter for letter, yes in known.items() if yes]).status == "correct"


class TestADerivation:
    def test_that_is_right_opens_a_packet(self) -> None:
        assert try_on_a_packet(right).startswith("The packet opens:")
        question: Any = find_question("messenger-12")
        assert judge(question, right).status == "correct"

    @pytest.mark.parametrize("direction", list(Direction))
    def test_is_the_one_that_the_study_code_uses(self, direction: Direction) -> None:
        key = Secret(PUBLISHED_KEY.reveal())
        packet = Packet.of(encrypt(key, b"sixteen letters.", direction))
        plain = packet.decrypt(*derive(key, packet.msg_key, direction))
        assert plain.startswith(b"sixteen letters.")
        assert ige_encrypt(plain, *derive(key, packet.msg_key, direction)) == packet.ciphertext

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            (lambda key, msg_key: derive(Secret(key), msg_key, Direction.TO_CLIENT), "gives noise"),
            (lambda key, msg_key: right(key, msg_key)[::-1], "gives noise"),
            (lambda key, msg_key: None, "Nothing was derived yet"),
            (lambda key, msg_key: ..., "Nothing was derived yet"),
            (lambda key, msg_key: sha256(key).digest(), "should return two things"),
            (lambda key, msg_key: (b"short", bytes(32)), "AES key should be 32 bytes; this is 5 bytes"),
            (lambda key, msg_key: (bytes(32), "text"), "vector should be 32 bytes; this is str"),
            (lambda key, msg_key: key["x"], "stopped with TypeError"),
            (lambda key: key, "stopped with TypeError"),
        ],
    )
    def test_that_is_wrong_is_told_in_a_sentence(self, wrong: Any, words: str) -> None:
        assert words in try_on_a_packet(wrong)

    def test_takes_bytearrays_too(self) -> None:
        assert try_on_a_packet(lambda key, msg_key: [bytearray(part) for part in right(key, msg_key)]).startswith(
            "The packet opens:"
        )


class TestAPacket:
    def test_has_three_parts(self) -> None:
        packet = Packet.of(bytes(range(8)) + bytes(16) + b"x" * 16)
        assert (packet.key_name, packet.msg_key, packet.ciphertext) == (bytes(range(8)), bytes(16), b"x" * 16)

    def test_that_is_cut_says_so(self) -> None:
        with pytest.raises(CutMessage, match="more than 24 bytes, this one 24"):
            Packet.of(bytes(24))
        with pytest.raises(CutMessage, match="no whole blocks"):
            Packet.of(bytes(41)).decrypt(bytes(32), bytes(32))

    def test_wants_keys_of_their_size(self) -> None:
        with pytest.raises(KitError, match="AES key should be 32 bytes; this is 16 bytes"):
            Packet.of(bytes(40)).decrypt(bytes(16), bytes(32))
