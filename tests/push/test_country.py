"""The country: runs by lot against the exact mean, both against cases that can be done by hand, and nobody is lost."""

from dataclasses import asdict, astuple, fields, replace
from datetime import date
from math import exp, inf
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.evidence import fact, fact_slugs, table
from chokepoints.evidence.rows import Figure
from chokepoints.push.country import (
    BASIS,
    CHANNELS,
    Assumptions,
    Runs,
    Switch,
    addresses,
    groups,
    in_weeks,
    simulate,
)
from chokepoints.push.country_users import expected, in_the_long_run

LEAVERS = {"giving_up": 0.03, "leaving_unalerted": 0.01, "coming_back": 0.05}
CASES = {
    "as assumed": Assumptions(),
    "service pushes blocked": Assumptions(switch=Switch.SERVICE),
    "alerts blocked, users leave": Assumptions(switch=Switch.ALERTS, storefront_share=0.6, **LEAVERS),
    "all blocked, users leave": Assumptions(switch=Switch.ALL, storefront_share=0.6, **LEAVERS),
    "no push": Assumptions(push_reach=0, update_days=1),
    "blocked every hour": Assumptions(blocks_per_day=24, days=30, switch=Switch.SERVICE, switch_day=10),
    "hardly ever blocked": Assumptions(blocks_per_day=0.1, backup_hours=30, switch=Switch.ALL, switch_day=60),
    "slow to move": Assumptions(detection_minutes=2_000, blocks_per_day=3, days=40, switch_day=0),
    "slow to move, users come and go": Assumptions(
        detection_minutes=3_000, blocks_per_day=1, days=40, giving_up=0.3, coming_back=0.6, push_minutes=600
    ),
    "one channel": Assumptions(push_reach=1, push_minutes=300, backup_hours=inf, update_days=inf, blocks_per_day=4),
}
RUNS = 400
SOME = st.builds(
    Assumptions,
    users=st.integers(1, 20_000_000),
    days=st.integers(1, 25),
    blocks_per_day=st.floats(0, 60),
    detection_minutes=st.floats(0.1, 5_000),
    push_reach=st.floats(0, 1),
    push_minutes=st.floats(0.1, 5_000) | st.just(inf),
    backup_hours=st.floats(0.1, 500) | st.just(inf),
    update_days=st.floats(0.1, 100) | st.just(inf),
    switch=st.sampled_from(Switch),
    switch_day=st.integers(0, 30),
    storefront_share=st.floats(0, 1),
    giving_up=st.floats(0, 1),
    leaving_unalerted=st.floats(0, 1),
    coming_back=st.floats(0, 1),
)


@pytest.mark.parametrize("name", CASES)
def test_runs_agree_with_their_expectations(name: str) -> None:
    case = CASES[name]
    runs, wanted = simulate(case, RUNS), expected(case)
    for drawn, mean in zip((runs.connected, runs.cut_off, runs.gone), astuple(wanted), strict=True):
        share = drawn / case.users
        error = share.std(axis=0, ddof=1) / RUNS**0.5 + 1e-9
        off = (share.mean(axis=0) - mean) / error
        assert np.abs(off).max() < 5, f"midnight {np.abs(off).argmax()}"
        assert abs(off[1:].mean()) < 2


@given(SOME, st.integers(0, 1_000))
@settings(max_examples=120, deadline=None)
def test_nobody_is_lost(case: Assumptions, seed: int) -> None:
    runs, wanted = simulate(case, 2, seed), expected(case)
    for state in (runs.connected, runs.cut_off, runs.gone):
        assert state.shape == (2, case.days + 1)
        assert state.dtype == np.int64
        assert (state >= 0).all()
    assert (runs.connected + runs.cut_off + runs.gone == case.users).all()
    assert (runs.connected[:, 0] == case.users).all()
    shares = np.array(astuple(wanted))
    assert shares.sum(axis=0) == pytest.approx(np.ones(case.days + 1), abs=1e-9)
    assert ((shares > -1e-9) & (shares < 1 + 1e-9)).all()


@pytest.mark.parametrize("days", [1, 7, 60])
@pytest.mark.parametrize("blocks", [0.2, 1.0, 9.0])
def test_one_group_by_hand(days: int, blocks: float) -> None:
    """u = a + (1 - a) e**-(b + d) t of the messenger, and p' = l (u - p) - b p of its users, from u = p = 1."""
    case = Assumptions(days=days, blocks_per_day=blocks, detection_minutes=120, push_reach=0, update_days=inf)
    b, d, rate = blocks, 12.0, 4.0
    t, up = np.arange(days + 1), d / (b + d)
    by_hand = (
        np.exp(-(rate + b) * t)
        + rate * up * (1 - np.exp(-(rate + b) * t)) / (rate + b)
        + rate * (1 - up) * (np.exp(-(b + d) * t) - np.exp(-(rate + b) * t)) / (rate - d)
    )
    assert expected(case).connected == pytest.approx(by_hand, abs=1e-12)
    assert expected(replace(case, days=400)).connected[-1] == pytest.approx(up * rate / (rate + b))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.giving_up])
def test_the_formula_for_the_long_run(name: str) -> None:
    case = replace(CASES[name], days=300, switch_day=20)
    assert in_the_long_run(case) == pytest.approx(expected(case).connected[-1], abs=1e-9)


def test_the_formula_by_hand() -> None:
    """Down half an hour a block; 0.8 learn by all three channels, of these 0.3 no longer by push, and 0.2 by two."""
    slow = 4 + 1 / 3
    fast = 288 + slow
    by_hand = 48 / 49 * (0.8 * 0.7 * fast / (fast + 1) + (0.8 * 0.3 + 0.2) * slow / (slow + 1))
    for switch in (Switch.SERVICE, Switch.ALL):
        assert in_the_long_run(Assumptions(switch=switch)) == pytest.approx(by_hand)
    assert in_the_long_run(Assumptions(blocks_per_day=0)) == 1
    assert in_the_long_run(Assumptions(push_reach=0, backup_hours=inf, update_days=inf)) == 0


def test_what_each_position_stops() -> None:
    """Blocked alerts cut nobody off; blocked service pushes do, in the storefront and from the day of the switch on."""
    courses = {switch: expected(Assumptions(switch=switch)).connected for switch in Switch}
    assert courses[Switch.ALERTS] == pytest.approx(courses[Switch.OPEN])
    assert courses[Switch.ALL] == pytest.approx(courses[Switch.SERVICE])
    gap = courses[Switch.OPEN] - courses[Switch.SERVICE]
    assert np.abs(gap[:43]).max() < 1e-12
    assert (gap[43:] > 0.04).all()
    everywhere = expected(Assumptions(switch=Switch.SERVICE, storefront_share=1)).connected
    nothing = expected(Assumptions(push_reach=0)).connected
    assert everywhere[-1] == pytest.approx(nothing[-1])
    assert expected(Assumptions(switch=Switch.ALL, storefront_share=0)).connected == pytest.approx(courses[Switch.OPEN])
    late = expected(Assumptions(switch=Switch.ALL, switch_day=120)).connected
    assert late == pytest.approx(courses[Switch.OPEN])


@pytest.mark.parametrize("switch", Switch)
def test_users_without_alerts_leave(switch: Switch) -> None:
    """Without blocks only they do: a share s of those who are left leaves at each midnight from the switch on."""
    case = Assumptions(
        days=30, blocks_per_day=0, switch=switch, switch_day=10, storefront_share=0.5, leaving_unalerted=0.1
    )
    nights = np.maximum(0, np.arange(31) - 11)  # counted first, then they leave
    gone = 0.8 * 0.5 * (1 - 0.9**nights) if switch in (Switch.ALERTS, Switch.ALL) else np.zeros(31)
    assert expected(case).gone == pytest.approx(gone)
    drawn = simulate(case).gone[0] / case.users
    assert drawn == pytest.approx(gone, abs=1e-3)
    back = expected(replace(case, coming_back=0.5, push_reach=1, storefront_share=1, days=400))
    # In the long run as many leave as come back, and who comes back learns before the next midnight, almost surely.
    assert back.gone[-1] == pytest.approx(0.1 / 0.6 if switch in (Switch.ALERTS, Switch.ALL) else 0, abs=0.01)


def test_users_who_are_cut_off_give_up() -> None:
    """Cut off for good after the first block: each midnight a fifth of them leaves, and nobody comes back."""
    case = Assumptions(days=12, blocks_per_day=200, detection_minutes=100_000, giving_up=0.2)
    case = replace(case, push_reach=0, backup_hours=inf, update_days=inf)
    wanted = expected(case)
    assert wanted.cut_off[1:] == pytest.approx(0.8 ** np.arange(12))
    assert (wanted.connected[1:] < exp(-190)).all()
    assert simulate(case).cut_off[0, 1:] / case.users == pytest.approx(wanted.cut_off[1:], abs=1e-3)


def test_the_messenger_goes_on_without_those_who_left() -> None:
    """Who is cut off at midnight leaves, and looks again a thousand days later: the messenger is then up by half.

    u of the time it is up, and from one midnight to the next it stays so with s. Learning takes no time. As many come
    back as leave: (1 - s) C = r G u of the connected C and the gone G.
    """
    case = Assumptions(days=100, blocks_per_day=0.5, detection_minutes=2_880, push_reach=1, push_minutes=0.1)
    wanted = expected(replace(case, giving_up=1, coming_back=0.001))
    u, s, r = 0.5, 0.5 + 0.5 * exp(-1), 0.001
    gone = 1 / (1 + r + r * u / (1 - s))
    assert wanted.connected[-1] == pytest.approx(r * gone * u / (1 - s), rel=0.01)
    assert wanted.gone[-1] == pytest.approx(gone, rel=1e-4)


def test_blocks_and_moves_take_turns() -> None:
    case = Assumptions(blocks_per_day=2, detection_minutes=360, days=300)
    since, until = addresses(case, 150, np.random.default_rng(1))
    assert since.shape == until.shape
    assert (since[:, 0] == 0).all()
    assert (since < until).all()
    assert (until[:, :-1] < since[:, 1:]).all()
    assert (until[:, -1] > 300).all()
    serves, rests = until - since, since[:, 1:] - until[:, :-1]
    assert serves.mean() == pytest.approx(0.5, rel=0.02)
    assert rests.mean() == pytest.approx(0.25, rel=0.02)
    assert np.median(serves) == pytest.approx(0.5 * np.log(2), rel=0.04)  # exponential, not even
    assert np.median(rests) == pytest.approx(0.25 * np.log(2), rel=0.04)
    since, until = addresses(replace(case, blocks_per_day=0), 3, np.random.default_rng(1))
    assert (since == 0).all()
    assert (until == inf).all()


def test_times_are_drawn_until_the_last_day_is_over() -> None:
    """Of many runs some need more addresses than are drawn at first, and then the rest are drawn too."""
    for days, blocks in ((2, 3), (50, 2), (300, 0.01)):
        since, until = addresses(Assumptions(days=days, blocks_per_day=blocks), 3_000, np.random.default_rng(1))
        assert (until[:, -1] > days).all()
        served = (np.minimum(until, days) - np.minimum(since, days)).sum(1)
        assert served.mean() == pytest.approx(days * 48 / (48 + blocks), rel=0.005)


def test_without_blocks_nothing_happens() -> None:
    runs = simulate(Assumptions(blocks_per_day=0, **LEAVERS), 3)
    assert (runs.connected == 15_000_000).all()


def test_groups() -> None:
    shares = [group.share for group in groups(Assumptions(switch=Switch.ALL))]
    assert shares == pytest.approx([0.24, 0.56, 0.2])
    assert [group.share for group in groups(Assumptions())] == pytest.approx([0.8, 0.2])
    assert [group.share for group in groups(Assumptions(push_reach=1))] == [1]
    assert [group.silenced for group in groups(Assumptions(switch=Switch.ALERTS))] == [True, False, False]
    assert [group.silenced for group in groups(Assumptions(switch=Switch.SERVICE))] == [False, False, False]


def test_the_fan_in_quantiles_and_weeks() -> None:
    few = Runs(*np.array([[[4, 0], [4, 2], [4, 3]], [[0, 4], [0, 2], [0, 0]], [[0, 0], [0, 0], [0, 1]]], np.int64))
    assert few.available.tolist() == [[1, 0], [1, 0.5], [1, 0.75]]
    assert few.median.tolist() == [1, 0.5]
    assert few.quantiles(0.25, 1).tolist() == [[1, 0.25], [1, 0.75]]
    assert in_weeks(np.arange(16.0)).tolist() == [4, 11]
    assert in_weeks(np.array([np.arange(8.0), 10 * np.arange(8.0)])).tolist() == [[4], [40]]
    runs = simulate(Assumptions(days=20), 3)
    assert runs.weekly.shape == (3, 2)
    assert runs.weekly[1, 1] == pytest.approx(runs.available[1, 8:15].mean())


def test_a_seed_gives_the_same_runs() -> None:
    one, same, other = (simulate(Assumptions(switch=Switch.ALL, **LEAVERS), 5, seed) for seed in (1, 1, 2))
    assert np.array_equal(one.connected, same.connected)
    assert np.array_equal(one.gone, same.gone)
    assert not np.array_equal(one.connected, other.connected)


def test_each_assumption_has_its_basis() -> None:
    assert list(BASIS) == [field.name for field in fields(Assumptions)]
    named = {word.strip(",;:") for words in BASIS.values() for word in words.split()}
    assert {"aud-15m", "listing-lag-24h", "update-approved", "apple-letter", "block-begins"} <= named & fact_slugs()
    first, letter = fact("block-begins").date_from, fact("apple-letter").date_from
    assert (first, letter) == (date(2018, 4, 16), date(2018, 5, 28))
    assert first is not None
    assert letter is not None
    assert (letter - first).days == Assumptions().switch_day
    audience = fact("aud-15m")
    assert isinstance(audience, Figure)
    assert audience.low == Assumptions().users
    known = {row.slug for row in table("channels")}
    modelled = {slug for slugs in CHANNELS.values() for slug in slugs}
    assert modelled | {"vpn", "mtproxy", "help-getconfig"} == known
    assert list(Assumptions().rates) == list(CHANNELS)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("users", 0, "a whole number from 1 to 1,000,000,000, not 0"),
        ("users", 1.5e7, "a whole number"),
        ("days", True, "not True"),
        ("days", 1_001, "from 1 to 1,000"),
        ("blocks_per_day", -1, "a number from 0 to 200, not -1"),
        ("detection_minutes", 0, "from 0.1 to 100,000"),
        ("push_reach", 80, "from 0 to 1, not 80"),
        ("push_minutes", 0.01, "a number from 0.1 on, not 0.01"),
        ("backup_hours", float("nan"), "not nan"),
        ("update_days", "3", "not '3'"),
        ("switch", "push open", "Switch.OPEN, Switch.ALERTS, Switch.SERVICE, Switch.ALL, not 'push open'"),
        ("switch_day", 1.0, "a whole number from 0"),
        ("storefront_share", -0.1, "from 0 to 1"),
        ("giving_up", 2, "from 0 to 1"),
        ("leaving_unalerted", None, "not None"),
        ("coming_back", 1.01, "not 1.01"),
    ],
)
def test_what_cannot_be_assumed_is_said(name: str, value: object, words: str) -> None:
    with pytest.raises(KitError, match=f"^{name} is .*{words}"):
        Assumptions(**{**asdict(Assumptions()), name: value})


def test_too_much_is_not_drawn() -> None:
    with pytest.raises(KitError, match="too much to draw at once"):
        simulate(Assumptions(days=1_000, blocks_per_day=200), 1_000)
    for runs in (0, 1.5, True):
        with pytest.raises(KitError, match="a whole number from 1 on"):
            simulate(Assumptions(), runs)  # type: ignore[arg-type]


@pytest.mark.alone
@pytest.mark.parametrize(
    ("name", "fan"), [("as assumed", 0.1), ("service pushes blocked", 0.1), ("all blocked, users leave", 0.2)]
)
def test_a_run_and_a_fan_are_quick(name: str, fan: float) -> None:
    """Less than 10 ms, and less than 100 ms for 1,000 runs (twice that where users leave); the best of five."""
    for runs, most in ((1, 0.01), (1_000, fan)):
        times = []
        for seed in range(5):
            start = perf_counter()
            simulate(CASES[name], runs, seed)
            times.append(perf_counter() - start)
        assert min(times) < most
