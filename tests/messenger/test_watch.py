"""Scanning on the device: what is reported before encryption, in front of every design, and what gets past it."""

from base64 import b64decode, b64encode
from io import BytesIO
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from chokepoints.errors import KitError
from chokepoints.messenger import DESIGNS, Conversation, Kind, Message, Order, execute, generate, run, two_people
from chokepoints.messenger.phash import HashList, Match
from chokepoints.messenger.pictures import crop, jpeg, made, made_many, mirror, rescale
from chokepoints.messenger.watch import (
    Learned,
    Report,
    Scanner,
    attach,
    attached,
    same_look,
    same_text,
    watched,
    with_pictures,
)

PREFIX = "data:image/png;base64,"
PACKED = b64decode(attach(Message(0, 0, "a", "b", ""), made(0)).text.removeprefix(PREFIX))


def carrying(text: str) -> Message:
    return Message(0, 0, "user01", "a chat", text)


@pytest.mark.parametrize("design", DESIGNS)
def test_the_operator_learns_by_the_report_what_no_key_of_its_own_opens(design: str) -> None:
    conversation = generate(3, messages=80)
    texts = [conversation.messages[number].text for number in (10, 55, 70)]
    scanner = Scanner(same_text(texts), since=40)
    messenger = watched(design, [scanner])
    ran = run(messenger, conversation, 40)
    learned = scanner.learned(conversation)
    assert (learned.scanned, learned.reported) == (40, frozenset({55, 70}))
    assert [(report.writer, report.chat, report.match) for report in scanner.reports] == [
        (conversation.messages[55].writer, conversation.messages[55].chat, Match(1, 0)),
        (conversation.messages[70].writer, conversation.messages[70].chat, Match(2, 0)),
    ]
    opened = execute(Order(Kind.ALL_KEYS), ran).opened
    assert opened == (frozenset(range(80)) if design == "cloud" else frozenset())
    stored = b"".join(row.data for row in messenger.rows)
    assert not any(text.encode() in stored for text in texts)


@pytest.mark.parametrize("design", DESIGNS)
def test_the_report_comes_before_the_ciphertext(design: str) -> None:
    conversation = two_people(4)
    messenger = watched(design, [])
    rows: list[int] = []
    scanner = Scanner(same_text(["message 2"]))
    messenger.watchers = (
        scanner,
        lambda message: rows.append(len([r for r in messenger.rows if r.header.number == 2])),
    )
    run(messenger, conversation, 4)
    assert rows == [0, 0, 0, 1]
    assert scanner.reports == [Report(2, 2, "user01", "user01-user02", Match(0, 0))]


def test_people_told_apart_are_those_who_wrote_what_matched() -> None:
    """A scan looks at everyone: who is named depends on what was written, and not on whom an order names."""
    conversation = generate(4, messages=120)
    chosen = conversation.messages[::9]
    scanner = Scanner(same_text(message.text for message in chosen))
    run(watched("ratchet", [scanner]), conversation, 60)
    writers = {message.writer for message in chosen}
    aimed = {name for name in conversation.people if name in conversation.targets}
    assert scanner.learned(conversation) == Learned(
        120, frozenset(range(0, 120, 9)), tuple(sorted(writers & aimed)), tuple(sorted(writers - aimed))
    )
    assert writers & aimed
    assert writers - aimed


def test_one_letter_more_gets_past_a_list_of_texts() -> None:
    find = same_text(["see you at the station", "twice", "twice"])
    assert find(carrying("see you at the station")) == Match(0, 0)
    assert find(carrying("twice")) == Match(1, 0)
    for other in ("see you at the station.", "See you at the station", "see you at  the station", ""):
        assert find(carrying(other)) is None


@pytest.mark.parametrize("design", DESIGNS)
def test_a_picture_goes_through_encryption_and_is_reported_if_it_looks_like_a_listed_one(design: str) -> None:
    listed = made_many(5)
    sent = {
        1: listed[3],
        2: jpeg(listed[0], 50),
        4: rescale(listed[4], 0.5),
        5: mirror(listed[3]),
        6: crop(listed[1], 0.15),
        7: made(99),
    }
    conversation = with_pictures(two_people(8), sent)
    scanner = Scanner(same_look(HashList.of(listed)))
    messenger = watched(design, [scanner])
    for person in conversation.people:
        messenger.register(person)
    messenger.open_chat(conversation.chats[0])
    for message in conversation.messages:
        rows = messenger.send(message, deliver=False)
        received = [messenger.receive(row.header.to[0], row) for row in rows]
        (text,) = [one.text for one in received if one is not None]
        picture = attached(carrying(text))
        assert (picture is None) == (message.number not in sent)
        assert picture is None or np.array_equal(picture, sent[message.number])
    assert {report.number: report.match.entry for report in scanner.reports} == {1: 3, 2: 0, 4: 4}
    assert scanner.reports[0].match == Match(3, 0)
    assert scanner.learned(conversation).scanned == 8


def test_the_threshold_decides_what_looks_alike() -> None:
    picture = made(1)
    changed = attach(carrying(""), crop(picture, 0.05))
    found = [same_look(HashList.of([picture]), threshold)(changed) for threshold in (0, 64)]
    assert found[0] is None
    assert found[1] is not None
    assert 0 < found[1].distance < 64


@settings(max_examples=60, deadline=None)
@given(
    place=st.integers(0, len(PACKED) - 1),
    put=st.binary(max_size=4),
    cut=st.integers(0, len(PACKED)),
    early=st.booleans(),
)
def test_a_broken_picture_never_stops_the_device(place: int, put: bytes, cut: int, early: bool) -> None:
    at = place % 80 if early else place  # the first bytes hold what the rest is read by
    broken = (PACKED[:at] + put + PACKED[at + len(put) :])[: max(cut, 1)]
    same_look(HashList.of([made(0)]))(carrying(PREFIX + b64encode(broken).decode()))


def test_each_of_the_first_bytes_may_be_wrong_or_the_last() -> None:
    """Pillow has several errors for a broken file, most of them about its first bytes."""
    for place in range(100):
        for broken in (PACKED[:place], PACKED[:place] + bytes([PACKED[place] ^ 255]) + PACKED[place + 1 :]):
            picture = attached(carrying(PREFIX + b64encode(broken).decode()))
            assert picture is None or picture.shape == (96, 96)
        assert attached(carrying(PREFIX + b64encode(PACKED[:place]).decode())) is None


def test_a_chunk_without_a_name_is_no_picture() -> None:
    """The data in two chunks, the second of them named by four zeros: Pillow calls this a SyntaxError."""
    at = PACKED.index(b"IDAT") - 4
    data = PACKED[at + 8 : at + 8 + int.from_bytes(PACKED[at : at + 4], "big")]
    chunks = b"".join(
        len(part).to_bytes(4, "big") + name + part + crc32(name + part).to_bytes(4, "big")
        for name, part in ((b"IDAT", data[:1000]), (bytes(4), data[1000:]))
    )
    assert attached(carrying(PREFIX + b64encode(PACKED[:at] + chunks + PACKED[at + 12 + len(data) :]).decode())) is None


@given(st.text())
def test_what_only_looks_like_a_picture_is_text(text: str) -> None:
    assert attached(carrying(text)) is None or text.startswith(PREFIX)
    assert attached(carrying(PREFIX + text)) is None


def test_a_picture_that_would_fill_the_memory_is_not_unpacked() -> None:
    for size in ((5000, 20), (20, 5000), (8, 40)):
        packed = BytesIO()
        Image.new("L", size).save(packed, "png")
        assert attached(carrying(PREFIX + b64encode(packed.getvalue()).decode())) is None


def test_what_cannot_be_is_said_in_a_sentence() -> None:
    conversation: Conversation = two_people(4)
    for number in (-1, 4):
        with pytest.raises(KitError, match="numbers 0 to 3"):
            with_pictures(conversation, {number: made(0)})
    with pytest.raises(KitError, match="from 0 to 64, not 70"):
        same_look(HashList(()), 70)
    with pytest.raises(KitError, match="Did you mean static"):
        watched("statc", [])
