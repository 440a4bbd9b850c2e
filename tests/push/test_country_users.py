"""Users one by one against cohorts under the same blocks, and the time to reach half of them."""

from dataclasses import replace
from math import inf, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.push.country import Assumptions, Switch, addresses, simulate
from chokepoints.push.country_users import back_after, hours_to_reach, in_the_long_run, simulate_users

CASES = {
    "as assumed": Assumptions(),
    "service pushes blocked": Assumptions(switch=Switch.SERVICE, storefront_share=0.7),
    "alerts blocked, users leave": Assumptions(
        switch=Switch.ALERTS, storefront_share=0.7, giving_up=0.02, leaving_unalerted=0.03, coming_back=0.05
    ),
    "all blocked, users leave": Assumptions(
        switch=Switch.ALL, switch_day=20, storefront_share=0.7, giving_up=0.05, leaving_unalerted=0.03, coming_back=0.05
    ),
    "slow channels, many blocks": Assumptions(blocks_per_day=6, days=40, backup_hours=20, push_minutes=200),
}
USERS = 12_000


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("seed", [1, 2])
def test_users_one_by_one_give_what_cohorts_give(name: str, seed: int) -> None:
    """Under one seed the blocks are the same, and the users' own luck alone is left: a binomial error at midnights."""
    case = CASES[name]
    cohorts, told = simulate(case, 1, seed), simulate_users(replace(case, users=USERS), seed).runs
    for one, other in (
        (cohorts.connected, told.connected),
        (cohorts.cut_off, told.cut_off),
        (cohorts.gone, told.gone),
    ):
        assert other.shape == (1, case.days + 1)
        share = one[0] / case.users
        error = (share * (1 - share) / USERS + 2 / USERS**2) ** 0.5
        off = (other[0] / USERS - share) / error
        assert np.abs(off).max() < 5, f"midnight {np.abs(off).argmax()}"
    assert (told.connected + told.cut_off + told.gone == USERS).all()
    assert told.available.std() > 0.05  # blocks were felt at all


def test_channels_win_by_their_rates() -> None:
    """Whoever has push learns by it with the chance that its rate has in the sum of all."""
    case = Assumptions(
        users=5_000, days=60, blocks_per_day=0.5, push_reach=1, push_minutes=240, backup_hours=12, update_days=1
    )
    returns = simulate_users(case).returns
    total = sum(returns.values())
    assert total > 50_000
    for name, rate in {"push": 6, "backup": 2, "update": 1}.items():
        assert returns[name] / total == pytest.approx(rate / 9, abs=0.01)
    shut = simulate_users(replace(case, switch=Switch.SERVICE, switch_day=0, storefront_share=1)).returns
    assert shut["push"] == 0
    assert shut["backup"] / sum(shut.values()) == pytest.approx(2 / 3, abs=0.01)
    closed = simulate_users(replace(case, backup_hours=inf, update_days=inf, push_reach=0.5)).returns
    assert closed["push"] > 0
    assert closed["backup"] == closed["update"] == 0


def test_time_to_reach_half_by_hand() -> None:
    """One channel of mean m brings half back after m ln 2."""
    only = Assumptions(push_reach=1, push_minutes=30, backup_hours=inf, update_days=inf)
    assert hours_to_reach(only) == pytest.approx(0.5 * log(2))
    assert hours_to_reach(only, 0.9) == pytest.approx(0.5 * log(10))
    backup = Assumptions(push_reach=0, backup_hours=6, update_days=inf)
    assert hours_to_reach(backup) == pytest.approx(6 * log(2))
    both = Assumptions(push_reach=0, backup_hours=6, update_days=0.5)
    assert hours_to_reach(both) == pytest.approx(4 * log(2))
    assert float(back_after(both, np.array(4.0))) == pytest.approx(1 - np.exp(-1))


def test_the_switch_makes_half_later() -> None:
    case = Assumptions(switch=Switch.SERVICE, storefront_share=1)
    assert hours_to_reach(case, thrown=False) == pytest.approx(hours_to_reach(Assumptions()))
    assert hours_to_reach(case) == pytest.approx(hours_to_reach(Assumptions(push_reach=0)))
    assert hours_to_reach(replace(case, switch=Switch.ALERTS)) == pytest.approx(hours_to_reach(Assumptions()))
    assert hours_to_reach(case) > 40 * hours_to_reach(Assumptions())


def test_some_are_never_reached() -> None:
    case = Assumptions(push_reach=0.4, backup_hours=inf, update_days=inf)
    assert hours_to_reach(case) == inf
    assert hours_to_reach(case, 0.4) == inf
    assert hours_to_reach(case, 0.2) == pytest.approx(5 / 60 * log(2))
    assert back_after(case, np.array([0.0, 1e6])).tolist() == pytest.approx([0, 0.4])


@given(
    reach=st.floats(0, 1),
    minutes=st.floats(0.5, 500),
    hours=st.floats(0.2, 100),
    share=st.floats(0.01, 0.99),
    inside=st.floats(0, 1),
    switch=st.sampled_from(Switch),
)
@settings(max_examples=60, deadline=None)
def test_as_many_are_back_as_were_to_be(
    reach: float, minutes: float, hours: float, share: float, inside: float, switch: Switch
) -> None:
    case = Assumptions(
        push_reach=reach, push_minutes=minutes, backup_hours=hours, storefront_share=inside, switch=switch
    )
    found = hours_to_reach(case, share)
    assert float(back_after(case, np.array(found))) == pytest.approx(share, abs=1e-6)


def test_what_is_back_after_a_move_is_what_a_run_gives() -> None:
    """At the first midnight, after a block and almost at once a move: the first of some seeds that has one."""
    case = Assumptions(days=1, blocks_per_day=0.05, detection_minutes=0.1, push_reach=0.3, backup_hours=20)
    for seed in range(400):
        run = simulate(case, 1, seed)
        if run.connected[0, 1] < case.users:
            break
    times = np.random.default_rng(np.random.SeedSequence(seed).spawn(2)[0])
    since, _ = addresses(case, 1, times)
    moved = since[0, since[0] < 1][-1]
    wanted = float(back_after(case, np.array(24 * (1 - moved)), thrown=False))
    assert moved > 0
    assert run.available[0, 1] == pytest.approx(wanted, abs=1e-3)


@pytest.mark.parametrize("share", [0, 1, -0.5, "half", float("nan")])
def test_what_share_cannot_be_reached_is_said(share: float) -> None:
    with pytest.raises(KitError, match="above 0 and below 1"):
        hours_to_reach(Assumptions(), share)


def test_what_cannot_be_done_is_said() -> None:
    with pytest.raises(KitError, match="at most 500,000 users are drawn, not 15,000,000"):
        simulate_users(Assumptions())
    for name in ("giving_up", "leaving_unalerted"):
        with pytest.raises(KitError, match="must be 0"):
            in_the_long_run(replace(Assumptions(), **{name: 0.1}))
