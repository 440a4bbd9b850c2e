"""The panel of matching by time: what it counts is what `traffic` counts, and what it draws and says is that."""

import random
from collections import Counter
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from push_pictures import check_changes, check_marks, check_texts, start

from chokepoints.classroom.panel import Drawing
from chokepoints.evidence import cite
from chokepoints.push import panel_traffic
from chokepoints.push.panel_traffic import Seen, busiest_hour, matched_by_time, see, shown_rows, traffic_for, watch
from chokepoints.push.traffic import (
    Link,
    Push,
    Talk,
    Traffic,
    accuracy,
    by_guessing,
    generate,
    match,
    score,
    together,
)

OPTIONS = {control.name: list(control.values()) for control in matched_by_time.controls}
HOURS = [3, 6, 12, 24, 48, 96]
SECONDS = {"10 seconds": 10, "30 seconds": 30, "2 minutes": 120, "5 minutes": 300}
STATES: list[dict[str, Any]] = [
    {},
    {"watched": "3 hours", "people": "10", "others": "none", "draw": 3},
    {"watched": "4 days", "held": "1 hour", "window": "5 minutes", "others": "4 an hour"},
    {"watched": "12 hours", "held": "15 minutes", "people": "20", "draw": 20},
    {"watched": "2 days", "window": "2 minutes", "others": "4 an hour", "draw": 11},
]
DRAWING = Drawing(matched_by_time)


def drawn(**state: Any) -> tuple[dict[str, Any], str]:
    state = start(matched_by_time) | state
    return state, DRAWING.draw(state)[0]


@cache
def heard(people: str, held: str, others: str, window: str, draw: int) -> tuple[Talk, dict[int, Any]]:
    """The talk of a state; and for each length of watching the pushes, the links and how often each two tokens met."""
    talk, found = generate(traffic_for(people, held, others), 2018 + draw), {}
    for hours in HOURS:
        pushes = [push for push in talk.pushes if push.time < 3_600 * hours]
        found[hours] = pushes, match(pushes, SECONDS[window]), together(pushes, SECONDS[window])
    return talk, found


def truth(state: dict[str, Any]) -> tuple[Talk, list[Push], frozenset[Link], Counter[Link]]:
    """The talk of a state, and what the gateway has when it stops watching."""
    talk, found = heard(**{name: value for name, value in state.items() if name != "watched"})
    return talk, *found[HOURS[OPTIONS["watched"].index(state["watched"])]]


def seen(*pushes: tuple[float, int], tokens: str = "abcdef") -> Seen:
    """Pushes by hand, as (time, place of the token); a talks with b, c with d, e with f."""
    times, whose = np.array([time for time, _ in sorted(pushes)]), np.array([one for _, one in sorted(pushes)])
    pairs = [frozenset(tokens[place : place + 2]) for place in range(0, len(tokens), 2)]
    return Seen(times, whose, tuple(tokens), frozenset(pairs))


@pytest.mark.parametrize("window", [1.0, 30.0, 600.0])
@pytest.mark.parametrize(
    "traffic",
    [
        Traffic(pairs=6, hours=24, background_an_hour=3),
        Traffic(pairs=4, hours=24, held_seconds=1_800, talks_a_day=12),
        Traffic(pairs=5, hours=24, talks_a_day=0, background_an_hour=8),
    ],
    ids=["others", "held", "no talk"],
)
def test_one_pass_finds_what_match_finds(traffic: Traffic, window: float) -> None:
    talk, hours = generate(traffic, 5), [0.01, 1, 5, 12, 24, 48]
    arrays = see(traffic, 5)
    assert arrays.tokens == talk.tokens
    assert arrays.pairs == talk.pairs
    for one, length in zip(watch(arrays, window, hours), hours, strict=True):
        pushes = [push for push in talk.pushes if push.time < 3_600 * length]
        assert (one.hours, one.pushes) == (length, len(pushes))
        assert one.links == match(pushes, window)
        counts = together(pushes, window)
        for (i, first), (j, other) in combinations(enumerate(talk.tokens), 2):
            assert one.met[i, j] == one.met[j, i] == counts[frozenset((first, other))]


def test_meetings_and_chance_by_hand() -> None:
    """In 1,000 seconds a gets 4 pushes, b 3 and c 1; within 10 s: a and b 3 times, b and c once."""
    found = watch(
        seen((0, 0), (100, 0), (105, 1), (200, 1), (209, 0), (500, 0), (509, 1), (518, 2), (1_000, 3)), 10, [1]
    )
    (one,) = found
    assert one.pushes == 9
    assert one.met[0].tolist() == [0, 3, 0, 0, 0, 0]
    assert one.met[2].tolist() == [0, 1, 0, 0, 0, 0]
    assert one.chance[0, 1] == pytest.approx(4 * 3 * 2 * 10 / 1_000)
    assert one.links == {frozenset("ab")}


def test_a_push_just_outside_the_window_does_not_count() -> None:
    pushes = [(1_000.0 * turn + extra, place) for turn in range(4) for extra, place in ((0, 0), (10, 1))]
    assert watch(seen(*pushes), 10, [1])[0].met[0, 1] == 0
    assert watch(seen(*pushes), 10.5, [1])[0].met[0, 1] == 4


def test_watching_stops_at_its_end() -> None:
    """Four meetings in the second hour alone; three are needed for a link."""
    pushes = [(3_600.0 + 300 * turn + extra, place) for turn in range(4) for extra, place in ((0, 0), (5, 1))]
    none, two, all_ = watch(seen(*pushes), 10, [1, 1.1, 2])
    assert (none.pushes, none.links, none.met.sum()) == (0, frozenset(), 0)
    assert (two.pushes, two.met[0, 1], two.links) == (4, 2, frozenset())
    assert (all_.pushes, all_.met[0, 1], all_.links) == (8, 4, {frozenset("ab")})


def test_rows_are_one_pair_and_who_fits_best_otherwise() -> None:
    pushes = [(600.0 * turn + extra, place) for turn in range(5) for extra, place in ((0, 0), (2, 3), (4, 1))]
    pushes += [(600.0 * turn + 3, 5) for turn in range(3)] + [(600.0, 4)]
    arrays = seen(*pushes)
    (one,) = watch(arrays, 10, [1])
    assert shown_rows(arrays, one) == [0, 1, 3, 5, 4]
    busy = seen(*pushes, *((600.0 * turn + 6, 4) for turn in (0, 2, 3)),
                *((600.0 * turn + 300 + k, 4) for turn in range(5) for k in range(20)))  # fmt: skip
    (one,) = watch(busy, 10, [1])
    assert one.met[0].tolist() == [0, 5, 0, 5, 4, 3]
    assert shown_rows(busy, one) == [0, 1, 3, 5, 4]
    turned = Seen(arrays.times, arrays.whose, arrays.tokens, frozenset({frozenset("ae")}))
    assert shown_rows(turned, one)[:3] == [0, 4, 3]


def test_the_busiest_hour_counts_both_and_ends_with_the_watching() -> None:
    arrays = seen((10, 0), (4_000, 0), (4_100, 1), (4_200, 1), *((8_000 + k, 2) for k in range(9)),
                  *((11_000 + k, 1) for k in range(5)))  # fmt: skip
    assert busiest_hour(arrays, [0, 1], 3) == 1
    assert busiest_hour(arrays, [0, 1], 4) == 3
    assert busiest_hour(arrays, [0], 4) == 0


@pytest.mark.parametrize("state", STATES, ids=str)
def test_the_lines_are_the_model(state: dict[str, Any]) -> None:
    state, _ = drawn(**state)
    talk, each = heard(**{name: value for name, value in state.items() if name != "watched"})
    found, right = (list(line.get_ydata()) for line in DRAWING.artists.lines)
    for place, hours in enumerate(HOURS):
        one = score(each[hours][1], talk.pairs)
        assert found[place] == pytest.approx(100 * one.recall)
        precision = float("nan") if one.precision is None else 100 * one.precision
        assert right[place] == pytest.approx(precision, nan_ok=True)
    assert all(list(line.get_xdata()) == HOURS for line in DRAWING.artists.lines)
    assert DRAWING.artists.guess.get_ydata() == pytest.approx([100 / (2 * len(talk.pairs) - 1)] * 2)
    place = OPTIONS["watched"].index(state["watched"])
    assert DRAWING.artists.ring.get_xydata().tolist() == [[HOURS[place], found[place]]]


@pytest.mark.parametrize("state", STATES, ids=str)
def test_the_reading_says_what_the_model_gives(state: dict[str, Any]) -> None:
    state, said = drawn(**state)
    talk, pushes, links, counts = truth(state)
    one = score(links, talk.pairs)
    assert said.startswith(f"In {state['watched']} the gateway saw {len(pushes):,} pushes to {state['people']} tokens ")
    assert f"within {state['window']} of one another it links {one.found} pair" in said
    assert f": {one.right} of the {one.there} pairs there are ({100 * one.recall:.0f} %)" in said
    assert f" and {one.found - one.right} false. " in said
    assert f"By lot {100 * by_guessing(int(state['people'])):.0f} % would be right." in said
    first = talk.tokens[0]
    pair = next(pair for pair in talk.pairs if first in pair)
    assert f"Token {first[:4]} and its partner: met {counts[pair]:,}, by chance " in said
    assert said.endswith(", linked.") == (pair in links)


def test_nobody_is_linked_in_words() -> None:
    _, said = drawn(watched="3 hours", people="10", others="none", held="1 hour", window="10 seconds")
    assert "it links nobody: 0 of the 5 pairs there are (0 %) and 0 false" in said
    assert np.isnan(DRAWING.artists.lines[1].get_ydata()[0])
    _, said = drawn(watched="3 hours", people="10", others="none")
    assert "it links 1 pair: 1 of the 5 " in said


@pytest.mark.parametrize("state", STATES, ids=str)
def test_strokes_are_the_pushes_of_one_hour(state: dict[str, Any]) -> None:
    state, _ = drawn(**state)
    talk, pushes, links, counts = truth(state)
    artists, first = DRAWING.artists, talk.tokens[0]
    (pair,) = [pair for pair in talk.pairs if first in pair]
    (partner,) = pair - {first}
    names = [text.get_text() for text in artists.names]
    assert names[:2] == [first[:4], f"{partner[:4]}, partner"]
    assert len({*names}) == 5
    busy, span = Counter(push.token for push in pushes), max(push.time for push in pushes) - pushes[0].time

    def left(token: str) -> float:
        expected = busy[first] * busy[token] * 2 * SECONDS[state["window"]] / span
        return counts[frozenset((first, token))] - expected

    best = sorted((token for token in talk.tokens if token not in pair), key=lambda token: (left(token), token))
    assert names[2:] == [token[:4] for token in best[:-4:-1]]
    busiest: dict[int, int] = {}
    for push in pushes:
        if push.token in pair:
            busiest[int(push.time // 3_600)] = busiest.get(int(push.time // 3_600), 0) + 1
    hour = min(busiest, key=lambda hour: (-busiest[hour], hour), default=0)
    for row, (name, strokes, words) in enumerate(zip(names, artists.rows, artists.words, strict=True)):
        (token,) = [token for token in talk.tokens if token.startswith(name[:4])]
        minutes = [(push.time - 3_600 * hour) / 60 for push in pushes if push.token == token]
        assert list(strokes.get_xdata()) == pytest.approx([minute for minute in minutes if 0 <= minute < 60])
        assert set(strokes.get_ydata()) <= {row}
        if row:
            assert words.get_text().startswith(f"met {counts[frozenset((first, token))]:,}, by chance ")
            assert words.get_text().endswith(", linked") == (frozenset((first, token)) in links)
    assert artists.words[0].get_text() == ""


def test_chance_is_said_to_two_digits() -> None:
    numbers = (0.04, 0.25, 9.94, 9.96, 77.4, 1_234.5)
    assert [panel_traffic._about(number) for number in numbers] == ["0.0", "0.2", "9.9", "10", "77", "1,234"]
    drawn(watched="4 days", held="1 hour", window="5 minutes", others="4 an hour")
    talk, pushes, *_ = truth(start(matched_by_time) | STATES[2])
    busy = [sum(push.token == token for push in pushes) for token in talk.tokens]
    pair = next(pair for pair in talk.pairs if talk.tokens[0] in pair)
    other = talk.tokens.index(next(iter(pair - {talk.tokens[0]})))
    chance = busy[0] * busy[other] * 2 * 300 / (pushes[-1].time - pushes[0].time)
    assert chance > 10
    assert DRAWING.artists.words[1].get_text().removesuffix(", linked").endswith(f", by chance {chance:,.0f}")


def test_each_control_is_the_traffic_s() -> None:
    traffic = traffic_for("20", "15 minutes", "4 an hour")
    assert (traffic.pairs, traffic.held_seconds, traffic.background_an_hour, traffic.hours) == (10, 900, 4, 96)
    assert [traffic_for("10", held, "none").held_seconds for held in OPTIONS["held"]] == [1, 60, 300, 900, 3_600]
    assert [traffic_for("10", "1 hour", others).background_an_hour for others in OPTIONS["others"]] == [0, 1, 4]
    assert (traffic.talks_a_day, traffic.messages_a_talk, traffic.reply_seconds) == (3, 10, 20)
    assert list(SECONDS) == OPTIONS["window"]
    said = " ".join(assumption.text for assumption in matched_by_time.assumptions)
    assert "talks 3 times a day, 10 messages a time, an answer after 20 seconds" in said


def test_what_the_lesson_says_of_it_holds_over_many_draws() -> None:
    """Far better than by lot; delay and other pushes make it worse, watching longer and a wider window mend it."""

    def found(hours: int, window: float = 30, held: str = "1 second", others: str = "1 an hour") -> float:
        talks = [see(traffic_for("40", held, others), 2018 + draw) for draw in (1, 2, 3, 4)]
        return sum(score(watch(one, window, [hours])[0].links, one.pairs).right for one in talks) / 80

    day = found(24)
    assert day > 20 * by_guessing(40)
    assert found(24, held="15 minutes") < day - 0.15
    assert found(24, 300, held="15 minutes") > found(24, held="15 minutes") + 0.05
    assert found(96, held="15 minutes") > found(24, held="15 minutes") + 0.2
    assert found(24, others="4 an hour") < day - 0.05 < found(24, others="none") - 0.1
    assert found(3) < day - 0.3
    traffic = Traffic(pairs=20, hours=24, talks_a_day=3, background_an_hour=1)
    assert accuracy(traffic, talks=4).recall == pytest.approx(day, abs=0.15)


def test_texts_and_marks_are_in_their_place() -> None:
    draw = random.Random(3)
    for _ in range(12):
        state, said = drawn(**{name: draw.choice(values) for name, values in OPTIONS.items()})
        check_texts(DRAWING, state)
        check_marks(DRAWING, [*DRAWING.artists.lines, DRAWING.artists.ring, *DRAWING.artists.rows], state)
        assert len(said) <= 125 * matched_by_time.lines
        assert said.endswith(".")


def test_every_control_changes_picture_and_reading() -> None:
    check_changes(matched_by_time)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw = random.Random(8)
    for _ in range(3):
        for _ in range(2):
            state = {name: draw.choice(values) for name, values in OPTIONS.items()}
            last = DRAWING.draw(state)
            assert len(last[1]) < 150_000
        assert last == Drawing(matched_by_time).draw(state)


def test_assumptions_say_what_is_assumed_and_what_is_not_known() -> None:
    sources = [assumption.source for assumption in matched_by_time.assumptions]
    assert cite("wyden-letter") in sources
    assert {*sources} <= {"assumed", "assumed; set them above", "our choice", "our drawing", cite("wyden-letter")}
    assert any("in none of the sources" in assumption.text for assumption in matched_by_time.assumptions)
