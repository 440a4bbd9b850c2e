"""The directory and its ghost: what it reads is decrypted and counted, and who could notice follows from the lists."""

from typing import Any

import pytest

from chokepoints.classroom.questions import find_question, judge
from chokepoints.errors import KitError
from chokepoints.messenger import directory as module
from chokepoints.messenger.directory import GHOST, PEOPLE, TARGET, Directory, haunt, honest, phone, talk

EVERYBODY = tuple(sorted(PEOPLE))
AIMED = sum(TARGET in talk().parties(message) for message in talk().messages)
WRITTEN = sum(message.writer == TARGET for message in talk().messages)
CONTACTS = {who for chat in talk().chats if TARGET in chat.members for who in chat.members} - {TARGET}


def with_ghost_if(rule: Any) -> Directory:
    return lambda person, asked_by, own: [*own, GHOST] if rule(person, asked_by) else own


def test_the_talk_is_the_same_each_time_and_in_pairs() -> None:
    assert talk() == talk()
    assert len(talk().messages) == 120
    assert {len(chat.members) for chat in talk().chats} == {2}
    assert talk().targets == (TARGET,)
    assert 0 < WRITTEN < AIMED < 120


@pytest.mark.parametrize(
    ("rule", "read", "others", "at_home", "comparing"),
    [
        (lambda person, asked: False, 0, 0, (), ()),
        (lambda person, asked: True, AIMED, 120 - AIMED, EVERYBODY, ()),
        (lambda person, asked: person == TARGET, AIMED, 0, (TARGET,), ()),
        (lambda person, asked: person == TARGET != asked, AIMED - WRITTEN, 0, (), (TARGET,)),
        (lambda person, asked: (person == TARGET) != (asked == TARGET), AIMED, 0, (), EVERYBODY),
        (lambda person, asked: TARGET in (person, asked), AIMED, 0, (TARGET,), tuple(sorted({*PEOPLE} - {TARGET}))),
    ],
    ids=["honest", "everywhere", "clumsy", "one ear", "silent", "silent but at home"],
)
def test_what_a_ghost_reads_and_who_could_notice(
    rule: Any, read: int, others: int, at_home: tuple[str, ...], comparing: tuple[str, ...]
) -> None:
    found = haunt(with_ghost_if(rule))
    assert (found.read, found.of) == (read, AIMED)
    assert (found.read_of_others, found.of_others) == (others, 120 - AIMED)
    assert (found.at_home, found.by_comparing, found.unread) == (at_home, comparing, 0)
    assert f"reads {read} of {AIMED}" in str(found)
    assert ("nobody" in str(found)) == (not at_home or not comparing)


def test_whom_a_directory_leaves_out_reads_nothing() -> None:
    found = haunt(lambda person, asked_by, own: [GHOST] if person == TARGET != asked_by else own)
    assert found.unread == AIMED - WRITTEN
    assert f"{found.unread} messages reached a reader less" in str(found)
    assert haunt(lambda person, asked_by, own: []).unread == 120


def test_the_right_answer_is_silent_and_what_is_silent_is_right() -> None:
    """What the question takes for right, run on real ciphertext."""
    question: Any = find_question("messenger-13")
    right = with_ghost_if(lambda person, asked: (person == TARGET) != (asked == TARGET))
    assert judge(question, right).status == "correct"
    assert (haunt(right).read, haunt(right).read_of_others, haunt(right).at_home) == (AIMED, 0, ())
    for other in (honest, with_ghost_if(lambda person, asked: person == TARGET)):
        assert judge(question, other).status == "not yet"


def test_the_ghost_reads_only_what_is_encrypted_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Named in a list, it reads by decryption: where writers encrypt to another key it reads nothing."""
    sealed, stranger = module._sealed, module.PrivateKey.generate()
    monkeypatch.setattr(module, "_sealed", lambda writer, device, text: sealed(writer, stranger, text))
    assert haunt(with_ghost_if(lambda person, asked: True)).read == 0


@pytest.mark.parametrize(
    ("directory", "words"),
    [
        (lambda person, asked_by, own: None, "returned nothing"),
        (lambda person, asked_by, own: ..., "returned nothing"),
        (lambda person, asked_by, own: "ghost", "should return a list of devices"),
        (lambda person, asked_by, own: [1], "should return a list of devices"),
        (lambda person, asked_by, own: [*own, "gost"], "There is no device 'gost'"),
        (lambda person, asked_by, own: own[7], "stopped with IndexError"),
        (lambda person: [], "stopped with TypeError"),
    ],
)
def test_a_directory_that_fails_is_told_in_a_sentence(directory: Any, words: str) -> None:
    with pytest.raises(KitError, match=words):
        haunt(directory)


def test_a_directory_cannot_change_what_is_true() -> None:
    """The list that it is given is its own copy."""
    found = haunt(lambda person, asked_by, own: (own.append(GHOST), own)[1] if asked_by == "ann" else own)
    assert found.at_home == ("ann",)
    assert phone("ann") == "ann's phone"
