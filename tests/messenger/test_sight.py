"""What operator and wire see, what a scanner would see, what is printed of a secret, and what is answered."""

import re
from itertools import product

import pytest

from chokepoints.messenger import DESIGNS, Answer, Escrow, Kind, Order, build, execute, generate, run, two_people
from chokepoints.messenger.answers import answer
from chokepoints.messenger.base import Messenger
from chokepoints.messenger.cloud import CloudMessenger
from chokepoints.messenger.conversation import Message
from chokepoints.messenger.group import GroupMessenger
from chokepoints.messenger.ratchet import RatchetMessenger
from chokepoints.messenger.record import headers, on_the_wire
from chokepoints.messenger.secret import KEY_BYTES, Secret, key_name
from chokepoints.messenger.static import StaticMessenger

TEXT = "a text that nobody else has"


def sent(design: str) -> Messenger:
    messenger = build(design, Escrow())
    conversation = two_people(4)
    run(messenger, conversation, 2)
    messenger.send(Message(4, 4, "user01", conversation.chats[0].name, TEXT))
    return messenger


@pytest.mark.parametrize("design", DESIGNS)
def test_the_operator_stores_no_plain_text(design: str) -> None:
    messenger = sent(design)
    everything = b"".join(
        row.data + repr(row).encode() + b"".join(d.sealed for d in row.access) for row in messenger.rows
    )
    assert TEXT.encode() not in everything
    last = messenger.rows[-1].header
    assert (last.writer, last.to, last.minute, last.kind) == ("user01", ("user02",), 4, "message")
    assert len(headers(messenger.rows)) == len(messenger.rows)


@pytest.mark.parametrize("design", DESIGNS)
def test_the_wire_shows_each_end_by_itself(design: str) -> None:
    row = sent(design).rows[-1]
    up, down = on_the_wire(row)
    assert (up.user, up.direction, down.user, down.direction) == ("user01", "up", "user02", "down")
    assert up.length == down.length == len(row.data)
    assert "user02" not in repr(up)
    assert "user01" not in repr(down)


def test_no_two_ciphertexts_are_alike() -> None:
    """Nonces and keys are fresh: the same text twice, and the same run twice, give other bytes."""
    for design in DESIGNS:
        one, two = sent(design), sent(design)
        data = [row.data for row in (*one.rows, *two.rows)]
        assert len(set(data)) == len(data)


@pytest.mark.parametrize("kind", [CloudMessenger, StaticMessenger, RatchetMessenger, GroupMessenger])
def test_a_watcher_sees_the_text_before_it_is_encrypted(kind: type[Messenger]) -> None:
    seen: list[Message] = []
    messenger = kind(None, [seen.append])
    conversation = two_people(6)
    run(messenger, conversation, 3)
    assert tuple(seen) == conversation.messages


def test_metadata_names_people_and_opens_nothing() -> None:
    conversation = generate()
    contacts = {
        who
        for message in conversation.messages
        if not set(conversation.targets).isdisjoint(conversation.parties(message))
        for who in conversation.parties(message)
    }
    for design in DESIGNS:
        outcome = execute(Order(Kind.METADATA), run(build(design), conversation, 200))
        assert (outcome.opened, outcome.tried) == (frozenset(), 0)
        assert set(outcome.listed) == contacts


def test_a_secret_shows_four_hex_digits_at_most() -> None:
    for _ in range(20):
        secret = Secret.fresh()
        assert len(secret.reveal()) == KEY_BYTES
        shown = re.findall(r"[0-9a-f]{2,}", repr(secret).removeprefix("Secret"))
        assert [len(digits) for digits in shown] == [4]
        assert repr(secret) == str(secret) == f"{secret}"
        assert repr(secret.reveal()) not in repr(secret)


def test_nothing_that_holds_a_key_prints_it() -> None:
    """Representations of all that learners can get hold of, searched for every secret in them."""
    messenger = sent("static")
    assert isinstance(messenger, StaticMessenger)
    escrow = messenger.escrow
    assert escrow is not None
    brought = escrow.bring(["user01"], 3)
    printed = " ".join(
        map(repr, (messenger, escrow, brought, escrow.shares("user01"), messenger.rows, messenger._private))
    )
    hidden = [*messenger._private.values(), *brought.keys.values(), *(s.value for s in escrow.shares("user01"))]
    for secret in hidden:
        raw = secret.reveal()
        for form in (raw.hex(), repr(raw)[2:-1], str(int.from_bytes(raw, "big"))):
            assert form not in printed


def test_secrets_are_compared_by_value_and_never_hashed() -> None:
    one = Secret(b"a" * 32)
    assert one == Secret(b"a" * 32)
    assert one != Secret(b"b" * 32)
    assert one != b"a" * 32
    with pytest.raises(TypeError):
        hash(one)
    assert key_name(b"ab", b"c") != key_name(b"a", b"bc")


@pytest.mark.parametrize(("design", "kind", "escrow", "keeps"), [*product(DESIGNS, Kind, [True, False], [True, False])])
def test_every_order_is_answered_in_words(design: str, kind: Kind, escrow: bool, keeps: bool) -> None:
    """One to three sentences, and an order that cannot be met opens nothing."""
    ran = run(build(design, Escrow() if escrow else None), generate(9, messages=60), 30, keeps)
    outcome = execute(Order(kind), ran)
    assert outcome.said.endswith(".")
    assert 1 <= len(re.findall(r"[.?!](?:\s|$)", outcome.said)) <= 3
    if outcome.answer is Answer.NOT:
        assert outcome.opened == frozenset()


def test_answers_judge_nobody() -> None:
    """Words that take sides, for or against access, are in no answer."""
    loaded = re.compile(
        r"backdoor|spy|snoop|surveil|criminal|terror|abuse|illegal|unlawful|refuse|sadly|unfortunately", re.I
    )
    for design, kind, escrow, keeps in product(DESIGNS, Kind, [True, False], [True, False]):
        assert not loaded.search(answer(design, kind, escrow, keeps)[1])
