"""Scanning on the device as an order: executed in every design, counted by hand, and blind to whom orders name."""

from hashlib import sha256
from typing import Any

import pytest
from messenger_theory import reported

from chokepoints.errors import KitError
from chokepoints.messenger import (
    DESIGNS,
    Conversation,
    Escrow,
    Kind,
    Message,
    Order,
    Outcome,
    Tally,
    blast_radius,
    build,
    execute,
    generate,
    run,
    two_people,
)
from chokepoints.messenger.conversation import Chat
from chokepoints.messenger.outcome import Answer
from chokepoints.messenger.phash import Match
from chokepoints.messenger.scan import Report, assumed_list, digests

SCAN = Order(Kind.SCAN)
EVERY_DESIGN = pytest.mark.parametrize("design", DESIGNS)


def scanned(design: str, conversation: Conversation, moment: int, order: Order = SCAN, **more: Any) -> Outcome:
    (outcome,) = blast_radius(conversation, moment, designs=[design], orders=[order], **more)
    return outcome


@EVERY_DESIGN
@pytest.mark.parametrize("escrow", [None, (3, 5)])
def test_two_people_writing_in_turn(design: str, escrow: tuple[int, int] | None) -> None:
    """Texts differ, so 20 of the 400 are listed; of these 10 are written from message 200 on, all by the first."""
    outcome = scanned(design, two_people(), 200, escrow=escrow)
    assert outcome.reported == outcome.readable == frozenset(range(200, 400, 20))
    assert (outcome.scanned, outcome.tried) == (200, 0)
    assert (outcome.opened, outcome.shown, outcome.listed) == (frozenset(), frozenset(), ())
    assert (outcome.targets, outcome.others) == (Tally(0, 10, 200, 200), Tally(0, 0, 0, 0))
    assert (outcome.target_people, outcome.other_people) == (("user01",), ("user02",))
    assert outcome.answer is Answer.MET


@EVERY_DESIGN
@pytest.mark.parametrize(("moment", "found"), [(0, 20), (1, 19), (380, 1), (381, 0), (400, 0)])
def test_before_the_moment_nothing_is_looked_at(design: str, moment: int, found: int) -> None:
    outcome = scanned(design, two_people(), moment)
    assert (len(outcome.reported), outcome.scanned) == (found, 400 - moment)
    assert outcome.targets.before == 0
    assert outcome.targets.after == found


def talk() -> Conversation:
    """Six messages: two are the same text, by a target before the moment and by a stranger to strangers after it."""
    chats = (Chat("one", ("user01", "user02")), Chat("two", ("user03", "user04", "user05")))
    written = [
        ("user01", "one", "at noon"),
        ("user03", "two", "at ten"),
        ("user02", "one", "where"),
        ("user04", "two", "at noon"),
        ("user01", "one", "at ten"),
        ("user05", "two", "At noon"),
    ]
    messages = tuple(Message(number, 10 * number, *where) for number, where in enumerate(written))
    return Conversation(("user01", "user02", "user03", "user04", "user05"), ("user01",), chats, messages)


@EVERY_DESIGN
def test_what_matches_is_reported_with_writer_chat_and_number(design: str) -> None:
    listed = digests(["at ten", "at noon", "at ten"])
    assert listed[1] == sha256(b"at noon").digest()
    ran = run(build(design), talk(), 2, lists=[listed])
    outcome = execute(Order(Kind.SCAN, listed=listed), ran)
    assert ran.scanners[listed].reports == [
        Report(3, 30, "user04", "two", Match(1, 0)),
        Report(4, 40, "user01", "one", Match(0, 0)),
    ]
    assert (outcome.reported, outcome.scanned) == (frozenset({3, 4}), 4)
    assert (outcome.targets, outcome.others) == (Tally(0, 1, 1, 2), Tally(0, 1, 1, 2))
    assert outcome.target_people == ("user01",)
    assert outcome.other_people == ("user02", "user03", "user04", "user05")


@EVERY_DESIGN
def test_a_list_of_nothing_or_of_what_nobody_writes_finds_nothing_and_looks_at_all(design: str) -> None:
    for listed in ((), digests(["nobody writes this"]), (bytes(32),)):
        outcome = scanned(design, two_people(40), 10, Order(Kind.SCAN, listed=listed))
        assert (outcome.reported, outcome.scanned, outcome.targets.after) == (frozenset(), 30, 0)
        assert outcome.target_people == outcome.other_people == ()


def test_each_order_looks_for_its_own_list() -> None:
    conversation = generate(3, messages=90)
    texts = [[conversation.messages[number].text] for number in (50, 70)]
    orders = [SCAN, *(Order(Kind.SCAN, listed=digests(some)) for some in texts)]
    for design in DESIGNS:
        outcomes = blast_radius(conversation, 40, designs=[design], orders=orders)
        wanted = [reported(conversation, 40, some) for some in (None, *texts)]
        assert [outcome.reported for outcome in outcomes] == wanted
        assert wanted[1:] == [{50}, {70}]
        assert [outcome.scanned for outcome in outcomes] == [50, 50, 50]


def test_whom_an_order_names_changes_nothing_but_how_people_are_told_apart() -> None:
    conversation = generate()
    for design in DESIGNS:
        first, other = (scanned(design, one, 200) for one in (conversation, conversation.aimed_at(["user01"])))
        assert first.reported == other.reported == reported(conversation, 200)
        assert first.scanned == other.scanned == 200
        assert {*first.target_people, *first.other_people} == {*other.target_people, *other.other_people}
        assert other.targets != first.targets
        assert first.others.after > 0


def test_the_list_that_is_assumed_holds_every_twentieth_text_whoever_is_named() -> None:
    conversation = generate()
    listed = assumed_list(conversation)
    assert listed == tuple(sha256(conversation.messages[number].text.encode()).digest() for number in range(0, 400, 20))
    assert listed == assumed_list(conversation.aimed_at([]))
    assert scanned("ratchet", conversation, 0, Order(Kind.SCAN, listed=listed)) == scanned("ratchet", conversation, 0)


@EVERY_DESIGN
def test_scanning_touches_no_other_order(design: str) -> None:
    """Ciphertexts open to the same keys as without it, and to no more: the encryption is as it was."""
    conversation = generate(5, messages=80)
    others = [Order(kind) for kind in Kind if kind is not Kind.SCAN]
    beside = blast_radius(conversation, 30, (3, 5), [design], [*others, SCAN])
    assert beside[:-1] == blast_radius(conversation, 30, (3, 5), [design], others)
    assert beside[-1] == scanned(design, conversation, 30)
    assert beside[-1].reported
    assert not beside[-1].opened


@EVERY_DESIGN
def test_it_can_be_executed_again_and_needs_nothing_stored(design: str) -> None:
    conversation = generate(6, messages=60)
    ran = run(build(design, Escrow()), conversation, 20, keeps=False)
    first = execute(SCAN, ran)
    assert first == execute(SCAN, ran)
    assert first.reported == reported(conversation, 20) > frozenset()
    assert (first.answer, first.said) == (Answer.MET, scanned(design, conversation, 20).said)


def test_no_scanner_stands_where_no_order_asks_for_one() -> None:
    assert run(build("static"), two_people(4), 2, lists=()).messenger.watchers == ()
    assert len(run(build("static"), two_people(4), 2).messenger.watchers) == 1


@EVERY_DESIGN
def test_the_answer_says_whom_it_looks_at_and_who_decides(design: str) -> None:
    said = scanned(design, two_people(4), 2).said
    assert "client that we ship" in said
    assert "everyone's messages, named or not" in said
    assert "whoever edits the list decides what is found" in said
    assert ("encryption is not touched" in said) == (design != "cloud")


def test_what_cannot_be_is_said_in_a_sentence() -> None:
    listed = digests(["one"])
    with pytest.raises(KitError, match=r"No device of this run looked for .*give it to run\(lists=\.\.\.\)"):
        execute(Order(Kind.SCAN, listed=listed), run(build("cloud"), two_people(4), 2))
    with pytest.raises(KitError, match="No device of this run"):
        execute(SCAN, run(build("cloud"), two_people(4), 2, lists=[listed]))
    wrong: list[tuple[Any, str]] = [
        (("one",), "Entry 0 of the list is no SHA-256 digest of 32 bytes"),
        ((*listed, b"short"), "Entry 1 of the list"),
        (([],), "Entry 0"),
        (list(listed), "made by digests.texts.; this is of the type list"),
        ("one", "this is of the type str"),
    ]
    for given, said in wrong:
        with pytest.raises(KitError, match=said):
            Order(Kind.SCAN, listed=given)
        with pytest.raises(KitError, match=said):
            run(build("cloud"), two_people(4), 2, lists=[given])
    assert Order.named("scan on the device", listed=listed) == Order(Kind.SCAN, listed=listed)
    with pytest.raises(KitError, match="Did you mean scan on the device"):
        Order.named("scan on device")
