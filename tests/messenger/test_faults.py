"""Wrong keys, cut, altered, moved and replayed ciphertexts: each has its own error, and nothing is opened."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.messenger import DESIGNS, Message, build
from chokepoints.messenger.base import Messenger
from chokepoints.messenger.cloud import CloudMessenger
from chokepoints.messenger.conversation import Chat
from chokepoints.messenger.errors import (
    AccessRefused,
    AlteredMessage,
    CannotOpen,
    CutMessage,
    KeyGone,
    ReplayedMessage,
    WrongKey,
)
from chokepoints.messenger.record import Row
from chokepoints.messenger.secret import Secret

ADA, BEN, CEM = "ada", "ben", "cem"
PAIR, TRIO = Chat("pair", (ADA, BEN)), Chat("trio", (ADA, BEN, CEM))


def started(design: str) -> Messenger:
    """Three users who have written to one another, so that all sessions stand; the next number is 4."""
    messenger = build(design)
    for person in (ADA, BEN, CEM):
        messenger.register(person)
    for chat in (PAIR, TRIO):
        messenger.open_chat(chat)
    for number, (writer, chat) in enumerate([(ADA, PAIR), (BEN, PAIR), (ADA, TRIO), (CEM, TRIO)]):
        messenger.send(Message(number, number, writer, chat.name, "to begin with"))
    return messenger


def introduced(design: str) -> Messenger:
    """Two users who can write to one another and have not yet."""
    messenger = build(design)
    for person in (ADA, BEN):
        messenger.register(person)
    messenger.open_chat(PAIR)
    return messenger


def held(messenger: Messenger, number: int, text: str = "the text", writer: str = ADA) -> Row:
    """A message in the pair's chat, encrypted and stored but not delivered yet."""
    (row,) = messenger.send(Message(number, number, writer, PAIR.name, text), deliver=False)
    return row


def reader(row: Row) -> str:
    return BEN if row.header.writer == ADA else ADA


def opens_still(messenger: Messenger, row: Row) -> None:
    """After every failure the true row is received as if nothing had been."""
    message = messenger.receive(reader(row), row)
    assert message is not None
    assert (message.number, message.text) == (row.header.number, "the text")


@pytest.mark.parametrize("design", DESIGNS)
def test_a_message_arrives_as_it_was_written(design: str) -> None:
    messenger = started(design)
    opens_still(messenger, held(messenger, 4))
    opens_still(messenger, held(messenger, 5, writer=BEN))


@pytest.mark.parametrize("design", DESIGNS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_altered_in_any_bit(design: str, data: st.DataObject) -> None:
    messenger = started(design)
    row = held(messenger, 4)
    place = data.draw(st.integers(0, 8 * len(row.data) - 1))
    with pytest.raises((AlteredMessage, KeyGone)):
        messenger.receive(BEN, turned(row, place))
    opens_still(messenger, row)


def turned(row: Row, place: int) -> Row:
    """A row with one bit of its ciphertext turned."""
    forged = bytearray(row.data)
    forged[place // 8] ^= 1 << (place % 8)
    return row.with_data(bytes(forged))


@pytest.mark.parametrize("design", DESIGNS)
def test_altered_in_every_bit_of_a_first_message(design: str) -> None:
    """The message that starts a session carries more keys than others: none of their bits goes unnoticed."""
    messenger = introduced(design)
    for row in messenger.send(Message(0, 0, ADA, PAIR.name, "the text"), deliver=False):
        for place in range(8 * len(row.data)):
            with pytest.raises(AlteredMessage):
                messenger.receive(BEN, turned(row, place))
        messenger.receive(BEN, row)


@pytest.mark.parametrize("design", DESIGNS)
def test_altered_in_every_bit_of_a_second_message_before_any_answer(design: str) -> None:
    """A ratchet's second message still carries the keys that start the session, though the session stands.

    One bit makes it ask for the first message's key again: that one is gone.
    """
    messenger = introduced(design)
    messenger.send(Message(0, 0, ADA, PAIR.name, "to begin with"))
    row, gone = held(messenger, 1), 0
    for place in range(8 * len(row.data)):
        with pytest.raises((AlteredMessage, KeyGone)) as caught:
            messenger.receive(BEN, turned(row, place))
        gone += caught.type is KeyGone
    assert gone == (design == "ratchet")
    opens_still(messenger, row)


@pytest.mark.parametrize("design", DESIGNS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_cut_or_lengthened(design: str, data: st.DataObject) -> None:
    """A wrong length is seen from the header; with a forged header as well, from the ciphertext."""
    messenger = started(design)
    row = held(messenger, 4)
    other = data.draw(
        st.one_of(st.integers(0, len(row.data) - 1).map(lambda end: row.data[:end]), st.just(row.data + b"\0"))
    )
    with pytest.raises(CutMessage, match=f"came with {len(other)} bytes, its header says {len(row.data)}"):
        messenger.receive(BEN, row.with_data(other))
    forged = replace(row, header=replace(row.header, length=len(other)), data=other)
    with pytest.raises(AlteredMessage):
        messenger.receive(BEN, forged)
    opens_still(messenger, row)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("change", [{"number": 9}, {"minute": 9}, {"writer": BEN}, {"chat": TRIO.name}])
def test_a_changed_header_is_not_believed(design: str, change: dict[str, object]) -> None:
    messenger = started(design)
    row = held(messenger, 4)
    with pytest.raises(CannotOpen):
        messenger.receive(BEN, replace(row, header=replace(row.header, **change)))
    opens_still(messenger, row)


@pytest.mark.parametrize("design", DESIGNS)
def test_a_ciphertext_under_another_header_is_altered(design: str) -> None:
    messenger = started(design)
    one, two = held(messenger, 4), held(messenger, 5)
    forged = replace(one, header=replace(two.header, length=len(one.data)))
    with pytest.raises(AlteredMessage, match="Altered"):
        messenger.receive(BEN, forged)


@pytest.mark.parametrize("design", DESIGNS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_replayed_at_any_time_after(design: str, data: st.DataObject) -> None:
    messenger = started(design)
    rows = [held(messenger, 4 + count, writer=data.draw(st.sampled_from([ADA, BEN]))) for count in range(5)]
    for row in rows:
        messenger.receive(reader(row), row)
    again = data.draw(st.sampled_from(rows))
    with pytest.raises(ReplayedMessage, match="Replayed"):
        messenger.receive(reader(again), again)
    fresh = replace(again, header=replace(again.header, number=99, minute=99))
    with pytest.raises(ReplayedMessage, match="Replayed"):
        messenger.receive(reader(again), fresh)


@pytest.mark.parametrize("design", DESIGNS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_delivered_in_any_order(design: str, data: st.DataObject) -> None:
    messenger = started(design)
    rows = [held(messenger, 4 + count, writer=data.draw(st.sampled_from([ADA, BEN]))) for count in range(8)]
    for row in data.draw(st.permutations(rows)):
        opens_still(messenger, row)


@pytest.mark.parametrize("design", DESIGNS)
def test_a_user_whom_a_message_is_not_for(design: str) -> None:
    messenger = started(design)
    row = held(messenger, 4)
    wanted = AccessRefused if design == "cloud" else WrongKey
    with pytest.raises(wanted):
        messenger.receive(CEM, row)
    opens_still(messenger, row)


@pytest.mark.parametrize("design", DESIGNS)
def test_keys_of_another_service(design: str) -> None:
    """The same users registered elsewhere: their keys are others, and say so."""
    row = held(started(design), 4)
    with pytest.raises(WrongKey):
        started(design).receive(BEN, row)


@pytest.mark.parametrize("design", DESIGNS)
def test_keys_that_an_order_yields_say_why_they_do_not_open(design: str) -> None:
    messenger = started(design)
    row = held(messenger, 4)
    messenger.at_moment([CEM])
    for opener in (messenger.user_keys(), messenger.devices()):
        with pytest.raises((WrongKey, KeyGone, AccessRefused)) as caught:
            opener(row)
        assert str(caught.value).count(". ") <= 1
    messenger.receive(BEN, row)


def test_the_cloud_serves_each_login_its_own() -> None:
    messenger = started("cloud")
    assert isinstance(messenger, CloudMessenger)
    early = held(messenger, 4)
    with pytest.raises(AccessRefused, match="not the one of ben"):
        messenger.serve(BEN, Secret.fresh(), early)
    messenger.at_moment([BEN])
    late, opener = held(messenger, 5), messenger.listening()
    assert opener(late) is not None
    with pytest.raises(AccessRefused, match="Message 4 was not written where"):
        opener(early)


def test_the_key_of_an_opened_ratchet_message_is_gone() -> None:
    """Without the memory of what was received, the ratchet itself refuses: the message key was deleted after use."""
    messenger = started("ratchet")
    row = held(messenger, 4)
    messenger.receive(BEN, row)
    messenger._seen[BEN].clear()
    with pytest.raises(KeyGone, match="deleted after its use"):
        messenger.receive(BEN, row)


def test_a_group_session_does_not_lead_back() -> None:
    messenger = started("group")
    early = held(messenger, 4)
    messenger.at_moment([BEN])
    late = held(messenger, 5)
    opener = messenger.listening()
    for row in messenger.listener_rows:
        opener(row)
    assert opener(late) is not None
    with pytest.raises(KeyGone, match="does not lead back"):
        opener(early)


@pytest.mark.parametrize("design", DESIGNS)
def test_misuse_is_said_in_a_sentence(design: str) -> None:
    messenger = started(design)
    with pytest.raises(KitError, match="ada is registered already"):
        messenger.register(ADA)
    with pytest.raises(KitError, match="dan is not registered"):
        messenger.open_chat(Chat("more", (ADA, "dan")))
    with pytest.raises(KitError, match="cem is not a member of the chat pair"):
        messenger.send(Message(4, 4, CEM, PAIR.name, "hello"))
    with pytest.raises(KitError, match="one line of printable characters"):
        messenger.register("a\nb")
    messenger.at_moment([ADA])
    with pytest.raises(KitError, match="had its moment already"):
        messenger.at_moment([ADA])
