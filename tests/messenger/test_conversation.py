"""Conversations: the same for a seed on every machine, long enough to matter, and shaped as they claim."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.messenger import Conversation, generate, two_people


def test_the_default_is_the_same_everywhere_and_always() -> None:
    """The digest was the same on CPython 3.11.7, 3.12.1 and 3.13.0."""
    assert sha256(repr(generate()).encode()).hexdigest()[:16] == "4ecad2f56dc3e00b"


def test_the_default_is_long_enough_to_matter() -> None:
    conversation = generate()
    assert (len(conversation.messages), len(conversation.people), len(conversation.targets)) == (400, 14, 6)
    assert {message.day for message in conversation.messages} == set(range(1, 15))
    assert {message.writer for message in conversation.messages} == set(conversation.people)
    aimed = [m for m in conversation.messages if not set(conversation.targets).isdisjoint(conversation.parties(m))]
    assert 100 < len(aimed) < 380
    assert any(len(chat.members) > 2 for chat in conversation.chats)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(), people=st.integers(4, 30), messages=st.integers(1, 60), days=st.integers(1, 40))
def test_shape(seed: int, people: int, messages: int, days: int) -> None:
    conversation = generate(seed, people, 2, messages, days)
    assert conversation == generate(seed, people, 2, messages, days)
    assert [message.number for message in conversation.messages] == list(range(messages))
    minutes = [message.minute for message in conversation.messages]
    assert minutes == sorted(minutes)
    for message in conversation.messages:
        assert message.writer in conversation.parties(message)
        assert 1 <= message.day <= days
        assert 7 * 60 <= message.minute % (24 * 60) < 23 * 60
    assert all(len(set(chat.members)) == len(chat.members) >= 2 for chat in conversation.chats)
    assert {person for chat in conversation.chats for person in chat.members} == set(conversation.people)


def test_another_seed_is_another_conversation() -> None:
    assert generate(1) != generate(2)


def test_other_targets_change_nothing_else() -> None:
    one: Conversation = generate()
    other = one.aimed_at(["user02", "user01", "user02"])
    assert other.targets == ("user01", "user02")
    assert (other.people, other.chats, other.messages) == (one.people, one.chats, one.messages)
    with pytest.raises(KitError, match="user99 is not in this conversation"):
        one.aimed_at(["user99"])


def test_two_people_write_in_turn() -> None:
    writers = [message.writer for message in two_people(6).messages]
    assert writers == ["user01", "user02"] * 3


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ({"people": 3}, "4 to 99 people, not 3"),
        ({"targets": 15}, "0 to 14 targets, not 15"),
        ({"messages": 0}, "at least one message"),
        ({"days": 0}, "one day"),
        ({"groups": -1}, "no fewer than no groups"),
    ],
)
def test_sizes_that_make_no_conversation(sizes: dict[str, int], said: str) -> None:
    with pytest.raises(KitError, match=said):
        generate(**sizes)
