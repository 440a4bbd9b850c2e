"""Matching by time alone: measured on generated talk, against guessing, and on pushes written by hand."""

from dataclasses import asdict, replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.push.traffic import (
    Push,
    Score,
    Traffic,
    accuracy,
    by_guessing,
    generate,
    guess,
    match,
    score,
    together,
)

QUIET = Traffic(pairs=8, hours=12)
PUSHES = st.lists(
    st.builds(Push, st.integers(0, 400).map(float), st.just(200), st.sampled_from("abcde")), max_size=40
).map(sorted)


def link(*names: str) -> frozenset[str]:
    return frozenset(names)


@given(PUSHES, st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_together_counts_every_two_pushes(pushes: list[Push], window: int) -> None:
    found = together(pushes, window)
    for one, other in combinations("abcde", 2):
        times = [[push.time for push in pushes if push.token == name] for name in (one, other)]
        near = sum(abs(first - second) < window for first in times[0] for second in times[1])
        assert found[link(one, other)] == near


def test_those_who_answer_each_other_are_linked() -> None:
    """a and b take turns every hour, c and d every hour and a half; e gets a push beside each of a's, once."""
    pushes = [Push(3_600.0 * hour, 200, "a") for hour in range(10)]
    pushes += [Push(3_600.0 * hour + 15, 200, "b") for hour in range(10)]
    pushes += [Push(5_400.0 * turn + 900, 200, "c") for turn in range(6)]
    pushes += [Push(5_400.0 * turn + 911, 200, "d") for turn in range(6)]
    pushes += [Push(5.0, 200, "e"), Push(20_000.0, 200, "e")]
    assert match(pushes) == {link("a", "b"), link("c", "d")}
    assert match(list(reversed(pushes))) == match(pushes)
    assert match(pushes, window=15) == {link("c", "d")}  # 15 seconds apart is not within 15
    assert match(pushes, least=6) == match(pushes)
    assert match(pushes, least=7) == match(pushes, least=10) == {link("a", "b")}
    assert match(pushes, least=11) == frozenset()


def test_who_is_busy_is_not_linked_for_that() -> None:
    """c gets a push every 20 seconds and so one near each of a's and b's; chance alone brings that."""
    pushes = [Push(20.0 * number, 200, "c") for number in range(1_800)]
    pushes += [Push(3_600.0 * hour + 7, 200, "a") for hour in range(10)]
    pushes += [Push(3_600.0 * hour + 17, 200, "b") for hour in range(10)]
    counts = together(sorted(pushes), 30)
    assert counts[link("a", "c")] > 2 * counts[link("a", "b")]
    assert match(pushes) == {link("a", "b")}


def test_a_token_is_linked_once_and_only_where_both_agree() -> None:
    """b talks with a ten times and with c five times: c's best is b, but b's is a."""
    pushes = []
    for number in range(15):
        other = "a" if number < 10 else "c"
        pushes += [Push(1_000.0 * number, 200, "b"), Push(1_000.0 * number + 9, 200, other)]
    assert match(pushes) == {link("a", "b")}


def test_nothing_gives_nothing() -> None:
    assert match([]) == frozenset()
    assert match([Push(1.0, 200, "a")]) == frozenset()
    assert match([Push(1.0, 200, "a"), Push(2.0, 200, "b")]) == frozenset()
    assert score(frozenset(), [link("a", "b")]) == Score(0, 0, 1)
    assert Score(0, 0, 1).precision is None
    assert Score(0, 0, 1).recall == 0


def test_a_score_by_hand() -> None:
    found = {link("a", "b"), link("c", "e"), link("d", "f")}
    one = score(found, [link("b", "a"), link("c", "d"), link("e", "f"), link("g", "h")])
    assert one == Score(3, 1, 4)
    assert one.precision == pytest.approx(1 / 3)
    assert one.recall == 0.25


def test_what_is_generated_is_what_was_asked() -> None:
    traffic = Traffic(pairs=200, hours=48, talks_a_day=4, messages_a_talk=6, reply_seconds=40, background_an_hour=0.5)
    talk = generate(traffic)
    assert len(talk.pairs) == 200
    assert len(talk.tokens) == len(set(talk.tokens)) == 400
    assert {push.token for push in talk.pushes} <= set(talk.tokens)
    assert list(talk.pushes) == sorted(talk.pushes)
    assert traffic.pushes == 200 * 8 * 6 + 400 * 24
    assert len(talk.pushes) == pytest.approx(traffic.pushes, rel=0.04)
    sizes = [push.size for push in talk.pushes]
    assert min(sizes) > 150
    assert max(sizes) <= 4_096


def test_speakers_take_turns_and_answer_after_the_delay() -> None:
    traffic = Traffic(
        pairs=1, hours=1_000, talks_a_day=1, messages_a_talk=40, reply_seconds=30, held_seconds=0, background_an_hour=0
    )
    talk = generate(traffic)
    times = np.array([push.time for push in talk.pushes])
    gaps = np.diff(times)
    within = gaps < 600
    turns = np.array([one.token != other.token for one, other in zip(talk.pushes, talk.pushes[1:], strict=False)])
    assert turns[within].mean() > 0.97  # two talks at one time now and then
    assert gaps[within].mean() == pytest.approx(30, rel=0.1)
    firsts = [push.token for push, long in zip(talk.pushes[1:], ~within, strict=False) if long]
    assert 0.2 < np.mean([token == talk.tokens[0] for token in firsts]) < 0.8


def test_pushes_are_held_back() -> None:
    """Twenty minutes at most, ten on average; the talk is otherwise the same."""
    asked, later = (generate(replace(QUIET, held_seconds=held)) for held in (0, 1_200))
    shift = np.mean([push.time for push in later.pushes]) - np.mean([push.time for push in asked.pushes])
    assert shift == pytest.approx(600, rel=0.1)
    assert later.pairs == asked.pairs


def test_a_seed_gives_the_same_talk() -> None:
    assert generate(QUIET, 3) == generate(QUIET, 3)
    assert generate(QUIET, 3).pairs != generate(QUIET, 4).pairs


def test_time_alone_is_far_better_than_guessing() -> None:
    found = accuracy(QUIET, talks=6)
    assert found.there == 48
    assert found.precision is not None
    assert found.precision > 0.9
    assert 0.7 < found.recall <= 1
    assert found.recall > 10 * by_guessing(16)


def test_guessing_is_as_good_as_its_formula() -> None:
    talk, right = generate(QUIET), 0
    for seed in range(400):
        pairs = guess(talk.tokens, seed)
        assert len(pairs) == 8
        assert sorted(token for pair in pairs for token in pair) == list(talk.tokens)
        right += score(pairs, talk.pairs).right
    assert right / 400 / 8 == pytest.approx(by_guessing(16), abs=0.02)
    assert by_guessing(2) == 1
    assert len(guess(["a", "b", "c"])) == 1


def recall(window: float = 30.0, **changed: float) -> float:
    return accuracy(replace(QUIET, **changed), window, talks=6).recall


def test_noise_makes_matching_worse() -> None:
    """By delay, by other traffic, by little talk; and longer watching mends it."""
    base = recall()
    assert recall(held_seconds=900) < base - 0.2
    assert recall(background_an_hour=40) < base - 0.3
    assert recall(talks_a_day=1) < base - 0.3
    assert recall(talks_a_day=1, hours=120) > recall(talks_a_day=1) + 0.3
    assert recall(240, held_seconds=900) > recall(held_seconds=900) + 0.1  # a window as wide as the delay


def test_nothing_is_found_where_nobody_talks() -> None:
    found = accuracy(replace(QUIET, talks_a_day=0, background_an_hour=6), talks=8)
    assert found.right <= 3 + 64 * 4 * by_guessing(16)
    assert found.recall < 0.2


def test_accuracy_adds_up_its_talks() -> None:
    each = []
    for seed in (11, 12):
        talk = generate(QUIET, seed)
        each.append(score(match(talk.pushes, 60), talk.pairs))
    total = accuracy(QUIET, 60, talks=2, seed=11)
    assert (total.found, total.right, total.there) == tuple(
        sum(getattr(one, name) for one in each) for name in ("found", "right", "there")
    )


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("pairs", 0, "a whole number from 1 to 500, not 0"),
        ("pairs", 2.5, "a whole number"),
        ("hours", 0, "a number from 0.1 to 1,000"),
        ("talks_a_day", -1, "not -1"),
        ("messages_a_talk", 0.5, "from 1 to 1,000"),
        ("reply_seconds", "20", "not '20'"),
        ("held_seconds", float("nan"), "not nan"),
        ("background_an_hour", True, "not True"),
    ],
)
def test_what_cannot_be_assumed_is_said(name: str, value: object, words: str) -> None:
    with pytest.raises(KitError, match=f"^{name} is .*{words}"):
        Traffic(**{**asdict(Traffic()), name: value})


def test_what_is_too_much_is_said() -> None:
    with pytest.raises(KitError, match="and 200,000 is the most"):
        Traffic(pairs=500, hours=1_000)
    for window in (0, -1, "30", float("inf"), float("nan")):
        with pytest.raises(KitError, match="a number of seconds above 0"):
            match([Push(1.0, 200, "a")], window)  # type: ignore[arg-type]
    with pytest.raises(KitError, match="a shorter window"):
        match([Push(float(number), 200, "ab"[number % 2]) for number in range(5_000)], 3_600)
