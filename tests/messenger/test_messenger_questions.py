"""What the questions of lesson 02 take for right is what the orders, really executed, yield."""

from itertools import combinations

import pytest

from chokepoints.classroom.questions import find_question, judge
from chokepoints.messenger import Escrow, Kind, Outcome, blast_radius, generate
from chokepoints.messenger.errors import TooFewShares
from chokepoints.messenger.escrow import restore

#: The orders of question 2, by their letters in the lesson.
LETTERS = {
    "a": Kind.RECORDS,
    "b": Kind.FUTURE,
    "c": Kind.USER_KEY,
    "d": Kind.ALL_KEYS,
    "e": Kind.PARTICIPANT,
    "f": Kind.DEVICE,
}


@pytest.fixture(scope="module")
def outcomes() -> dict[tuple[str, str], Outcome]:
    return {(one.design, one.order): one for one in blast_radius(generate(), 200)}


def correct(id: str, answer: object) -> bool:
    question = find_question(id)
    assert not isinstance(question, str)
    return judge(question, answer).status == "correct"


def test_which_orders_open_anything_in_a_ratchet(outcomes: dict[tuple[str, str], Outcome]) -> None:
    opening = [letter for letter, kind in LETTERS.items() if outcomes["ratchet", kind].readable]
    assert correct("messenger-2", opening)


def test_how_many_messages_of_strangers_all_keys_open(outcomes: dict[tuple[str, str], Outcome]) -> None:
    others = outcomes["cloud", Kind.ALL_KEYS].others
    assert correct("messenger-5", others.before + others.after)


def test_most_later_messages_stay_closed_to_a_seized_ratchet(outcomes: dict[tuple[str, str], Outcome]) -> None:
    after = outcomes["ratchet", Kind.DEVICE].targets
    assert 0 < after.after < after.of_after / 2


def test_how_many_groups_of_holders_restore_a_key() -> None:
    escrow = Escrow(3, 5)
    escrow.enrol("ada")
    shares, restored = escrow.shares("ada"), 0
    for group in combinations(shares, 3):
        restore(group, 3, escrow.public("ada"))
        restored += 1
    assert correct("messenger-4", restored)
    for pair in combinations(shares, 2):
        with pytest.raises(TooFewShares):
            restore(pair, 3, escrow.public("ada"))
