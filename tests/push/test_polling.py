"""Push against polling: formulas against counting, and both against cases that can be done by hand."""

from dataclasses import asdict, fields, replace
from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.evidence import fact, fact_slugs
from chokepoints.evidence.rows import Figure
from chokepoints.push.polling import BASIS, Polling, Way, compare, simulate

CASES = {
    "as assumed": Polling(),
    "all day": Polling(active_hours=24, interval_minutes=60),
    "an interval that does not fit": Polling(active_hours=24, interval_minutes=7),
    "nor in the active hours": Polling(active_hours=10, interval_minutes=45),
    "often": Polling(interval_minutes=2, active_hours=8, messages_per_day=100),
    "once a day": Polling(interval_minutes=1_440, active_hours=8, keepalive_seconds=300),
}


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("name", CASES)
def test_counting_agrees_with_the_formulas(name: str, way: Way) -> None:
    case = CASES[name]
    load, counted = compare(case)[way], simulate(case, way)
    delays, messages = counted.delays, counted.delays.size / 1_000
    luck = messages - case.messages_per_day  # messages are drawn; what each one costs is not
    assert abs(luck) < 5 * (case.messages_per_day / 1_000) ** 0.5
    woken = 0 if way is Way.POLL else luck
    assert counted.wake_ups == pytest.approx(load.wake_ups + woken)
    assert counted.bytes == pytest.approx(load.bytes + luck * case.message_bytes)
    assert abs(delays.mean() - load.mean_delay) < 5 * delays.std() / delays.size**0.5
    assert counted.by_minute.mean() * case.users == pytest.approx(load.requests + woken * case.users / 86_400)
    if load.worst_delay is not None:
        assert delays.max() <= load.worst_delay + 1e-6
        assert delays.max() > 0.98 * load.worst_delay
    else:
        # Without a bound: a share of e**-5 of all takes more than five times the mean.
        assert (delays > 5 * load.mean_delay).mean() == pytest.approx(exp(-5), abs=0.002)


@pytest.mark.parametrize("name", [name for name in CASES if name != "once a day"])
def test_by_day_a_message_waits_half_an_interval(name: str) -> None:
    case = CASES[name]
    load, counted = compare(case)[Way.POLL], simulate(case, Way.POLL)
    step = 60 * case.interval_minutes
    by_day = (counted.of_day > step) & (counted.of_day < case.polls[-1])
    delays = counted.delays[by_day]
    assert abs(delays.mean() - load.day_delay) < 5 * delays.std() / delays.size**0.5
    assert load.day_delay == step / 2
    minutes = counted.by_minute[int(step / 60) + 1 : int(case.polls[-1] / 60)]
    assert minutes.mean() * case.users == pytest.approx(case.users / step, rel=0.02)
    assert load.busiest == pytest.approx(case.users / step, rel=0.01)


def test_the_numbers_by_hand() -> None:
    """Every 15 minutes of 16 hours, both ends included: 64 gaps of 15 minutes and a night of 8 hours."""
    case = Polling()
    assert len(case.polls) == 65
    assert case.gaps.tolist() == [900.0] * 64 + [28_800.0]
    loads = compare(case)
    poll, own, gateway = (loads[way] for way in Way)
    assert (poll.wake_ups, own.wake_ups, gateway.wake_ups) == (65, 1_920 + 40, 40)
    assert poll.mean_delay == pytest.approx((16 * 7.5 + 8 * 240) / 24 * 60)
    assert (poll.day_delay, poll.worst_delay) == (450, 28_800)
    assert (own.mean_delay, gateway.mean_delay) == (1, 1)
    assert (own.worst_delay, gateway.worst_delay) == (None, None)
    assert (poll.bytes, own.bytes, gateway.bytes) == (65 * 2_000 + 40_000, 1_920 * 150 + 40_000, 40_000)
    assert poll.busiest == pytest.approx(15e6 / 900)
    assert own.busiest == own.requests == pytest.approx(15e6 / 45 + 15e6 * 40 / 86_400)
    assert gateway.requests == pytest.approx(15e6 * 40 / 86_400)
    assert (poll.connections, own.connections, gateway.connections) == (0, 15_000_000, 0)


def test_all_day_is_all_day() -> None:
    case = Polling(interval_minutes=60, active_hours=24)
    assert case.gaps.tolist() == [3_600.0] * 24
    load = compare(case)[Way.POLL]
    assert (load.wake_ups, load.mean_delay, load.day_delay, load.worst_delay) == (24, 1_800, 1_800, 3_600)
    assert load.requests == load.busiest == pytest.approx(15e6 / 3_600)
    once = compare(Polling(interval_minutes=1_440))[Way.POLL]
    assert (once.wake_ups, once.mean_delay, once.worst_delay) == (1, 43_200, 86_400)
    assert once.day_delay == 43_200
    assert once.busiest == once.requests
    # One poll within the active hours: by night as by day, and the users ask within the interval.
    rare = Polling(interval_minutes=1_000)
    load, counted = compare(rare)[Way.POLL], simulate(rare, Way.POLL)
    assert (load.wake_ups, load.day_delay, load.busiest) == (1, 43_200, pytest.approx(15e6 / 60_000))
    assert counted.by_minute[:1_000].mean() * 15e6 == pytest.approx(load.busiest)


@given(st.floats(0.1, 1_440), st.floats(1, 24))
@settings(max_examples=100, deadline=None)
def test_gaps_fill_the_day(interval: float, hours: float) -> None:
    case = Polling(interval_minutes=interval, active_hours=hours)
    assert case.gaps.sum() == pytest.approx(86_400)
    assert (case.gaps > 0).all()
    assert (case.polls <= 3_600 * hours + 1e-3).all()
    load = compare(case)[Way.POLL]
    assert load.worst_delay is not None
    assert load.mean_delay <= load.worst_delay
    assert load.day_delay <= load.mean_delay * (1 + 1e-9) or len(case.polls) > 3_600 * 24 / (60 * interval)
    assert load.mean_delay >= 86_400 / 2 / len(case.polls) * (1 - 1e-9)  # no timetable is better than an even one
    assert load.busiest >= load.requests


def test_what_depends_on_what() -> None:
    """The keep-alive is nothing to polling, the interval nothing to a push, and only messages cost the gateway."""
    base, kept, asked = compare(Polling()), compare(Polling(keepalive_seconds=300)), compare(Polling(5))
    assert kept[Way.POLL] == base[Way.POLL]
    assert kept[Way.GATEWAY] == asked[Way.GATEWAY] == base[Way.GATEWAY]
    assert asked[Way.OWN] == base[Way.OWN]
    assert kept[Way.OWN].wake_ups == 288 + 40
    half = compare(replace(Polling(), users=7_500_000))
    for way in Way:
        assert half[way].requests == pytest.approx(base[way].requests / 2)
        assert half[way].bytes == base[way].bytes


def test_a_seed_gives_the_same_count() -> None:
    one, same, other = (simulate(Polling(), Way.OWN, 20, 1, seed) for seed in (1, 1, 2))
    assert np.array_equal(one.delays, same.delays)
    assert np.array_equal(one.by_minute, same.by_minute)
    assert not np.array_equal(one.delays[:5], other.delays[:5])


def test_each_assumption_has_its_basis() -> None:
    assert list(BASIS) == [field.name for field in fields(Polling)]
    named = {word.strip(",;:") for words in BASIS.values() for word in words.split()}
    slugs = named & fact_slugs()
    assert len(slugs) == 6
    measured = fact("unifiedpush-keepalive-ntfy")
    assert isinstance(measured, Figure)
    assert measured.low == Polling().keepalive_seconds
    audience = fact("aud-15m")
    assert isinstance(audience, Figure)
    assert audience.low == Polling().users


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("interval_minutes", 0, "a number from 0.1 to 1,440, not 0"),
        ("active_hours", 25, "from 1 to 24"),
        ("messages_per_day", -1, "not -1"),
        ("keepalive_seconds", float("nan"), "not nan"),
        ("push_seconds", "1", "not '1'"),
        ("poll_bytes", 2.5, "a whole number"),
        ("keepalive_bytes", True, "not True"),
        ("message_bytes", 4_097, "from 0 to 4,096"),
        ("users", 0, "from 1 to 10,000,000,000"),
    ],
)
def test_what_cannot_be_assumed_is_said(name: str, value: object, words: str) -> None:
    with pytest.raises(KitError, match=f"^{name} is .*{words}"):
        Polling(**{**asdict(Polling()), name: value})


def test_too_much_is_not_drawn() -> None:
    for way in Way:
        with pytest.raises(KitError, match="too much to draw at once"):
            simulate(replace(Polling(), messages_per_day=1_000), way, users=5_000)
    with pytest.raises(KitError, match="too much to draw at once"):
        simulate(Polling(interval_minutes=0.1), Way.POLL, users=2_000)
