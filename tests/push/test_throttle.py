"""How often background pushes wake an app: the number is Apple's advice, the rule holds for any times."""

import random
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.evidence.facts import fact_named, fact_slugs
from chokepoints.push import throttle
from chokepoints.push.pushes import Push
from chokepoints.push.throttle import MOST, WITHIN, Throttle


def push(number: int) -> Push:
    return Push("t", "org.example.messenger", b"%d" % number)


def number_of(one: Push | None) -> int | None:
    return int(one.payload) if one else None


def test_the_number_is_apple_s() -> None:
    fact = fact_named("apns-background-rate")
    assert (MOST, WITHIN, fact.unit) == (fact.high, 3600, "per hour")
    named = {word.strip("().,;") for word in (throttle.__doc__ or "").split() if word.startswith("(apns-")}
    assert named == {"apns-background-rate"}
    assert named <= fact_slugs()


def test_the_last_of_those_held_back_goes_on_as_the_hour_allows() -> None:
    one = Throttle()
    assert [one.lets(push(number), number * 60) for number in range(6)] == [True] * 3 + [False] * 3
    assert (number_of(one.waiting), one.lost, one.due()) == (5, 2, 3600)
    assert one.release(3599) is None
    assert number_of(one.release(3600)) == 5
    assert (one.waiting, one.due(), one.release(3600)) == (None, None, None)
    assert one.lets(push(6), 3659) is False
    assert one.due() == 3660
    assert one.lets(push(7), 3660)  # it comes as there is room: the one that waited is lost
    assert (one.waiting, one.lost) == (None, 3)


def test_room_that_came_while_nobody_looked() -> None:
    one = Throttle(1, 10)
    assert one.lets(push(0), 0)
    assert not one.lets(push(1), 5)
    assert number_of(one.release(100)) == 1
    assert not one.lets(push(2), 105)
    assert one.lets(push(3), 200)
    assert (one.due(), one.lost) == (None, 1)


def test_any_times() -> None:
    """Never more than the rule in any such time, all accounted for, and what is held back goes at the first moment."""
    draw = random.Random(5)
    for _ in range(60):
        most, within = draw.randint(1, 4), draw.choice([10.0, 60.0])
        one, now, ran, lost = Throttle(most, within), 0.0, [], 0
        for number in range(60):
            until = now + draw.choice([0, 0, 1, 3, 12, 50])
            if (due := one.due()) is not None and due <= until:
                assert due >= now
                assert one.release(due - 0.25) is None or due - 0.25 < now
                assert one.release(due) is not None
                ran.append(due)
            now = until
            before = one.waiting
            if one.lets(push(number), now):
                ran.append(now)
                assert one.waiting is None
            else:
                lost += before is not None
                assert sum(time > now - within for time in ran) == most
            assert one.lost == lost
            assert len(ran) + lost + (one.waiting is not None) == number + 1
        assert all(sum(start <= time < start + within for time in ran) <= most for start in ran)


@pytest.mark.parametrize("most", [0, -1, 1.5, True, "3", None])
def test_what_is_no_number(most: Any) -> None:
    with pytest.raises(KitError, match="no number of pushes"):
        Throttle(most)


@pytest.mark.parametrize("within", [0, -1, float("nan"), float("inf"), True, "3", None])
def test_what_is_no_time(within: Any) -> None:
    with pytest.raises(KitError, match="is no time"):
        Throttle(3, within)
