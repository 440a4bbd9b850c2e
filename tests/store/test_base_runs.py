"""Runs by lot against the exact mean; nobody is lost; the order of cohorts does not matter; a run is quick."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from time import process_time
from typing import Any

import numpy as np
import pytest
from base_cases import CASES, HARD, WORST, mixed
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.store.base import (
    Again,
    Assumptions,
    Channel,
    Lever,
    Lost,
    Platform,
    Storefront,
    Stores,
    System,
    Version,
)
from chokepoints.store.base_cohorts import Cohort
from chokepoints.store.base_day import chances
from chokepoints.store.base_mean import expected
from chokepoints.store.base_runs import OUTCOMES, Course, _Moves, plan, reached, simulate

RUNS = 50
SHARES = st.floats(0, 1)
RATES = st.floats(0, 50)
FIRST = date(2018, 4, 16)
CHANGES = st.fixed_dictionaries(
    dict(
        users=st.integers(1, 20_000_000),
        lever=st.sampled_from(Lever),
        lever_until=st.none() | st.dates(date(2018, 4, 25), date(2018, 5, 10)),
        stores=st.sampled_from(Stores),
        ios_share=SHARES,
        inside_share=st.floats(0.3, 1),
        older_share=SHARES,
        newcomers_per_year=st.floats(0, 10),
        installs_daily=SHARES,
        replaced_per_year=RATES,
        restored=SHARES,
        again=st.sampled_from(Again),
        deleted_per_year=RATES,
        leaving_per_year=RATES,
        back_per_year=RATES,
        release_every=st.integers(1, 10),
        automatic_daily=SHARES,
        by_hand_daily=SHARES,
        sideload_updates_daily=SHARES,
        system_released=st.dates(date(2018, 4, 10), date(2018, 5, 1)),
        ios_system_daily=SHARES,
        android_system_daily=SHARES,
        breaks=SHARES,
        sideload_share=st.floats(0, 0.3),
        moved_share=st.floats(0, 0.3),
        marketplaces_open=st.booleans(),
        marketplace_share=st.floats(0, 0.3),
        web_share=st.floats(0, 0.3),
        network_blocks=st.booleans(),
        vpn_delisted=st.booleans(),
        ways_share=SHARES,
        way_found_daily=SHARES,
        way_lost_per_year=RATES,
    )
)
#: Days, and a lever that begins on one of them.
SOME = st.integers(1, 20).flatmap(
    lambda days: st.builds(
        lambda begins, changes: Assumptions(days=days, lever_from=begins, **changes),
        st.dates(FIRST, FIRST + timedelta(days=min(days, 9) - 1)),
        CHANGES,
    )
)


@pytest.mark.parametrize("name", CASES)
def test_runs_agree_with_their_mean(name: str) -> None:
    """Each number of each midnight within five standard errors of independent people, a few of whom are rare events."""
    case = replace(CASES[name], users=50_000)
    runs, wanted = simulate(case, RUNS), expected(case)
    assert (runs.people() == np.round(wanted.people())).all()
    drawn, mean = runs.table.mean(0), wanted.table
    everybody = wanted.people()[:, None, None, None]
    error = np.sqrt((mean * (1 - mean / everybody) + 0.3) / RUNS)
    off = (drawn - mean) / error
    assert np.abs(off).max() < 5, np.unravel_index(np.abs(off).argmax(), off.shape)
    spread = runs.table.var(0, ddof=1).sum() / (mean * (1 - mean / everybody)).sum()
    assert 0.1 < spread < 1.1  # people who are drawn apart, not in step


@given(SOME, st.integers(0, 1_000))
@settings(max_examples=40, deadline=None)
def test_nobody_is_lost(case: Assumptions, seed: int) -> None:
    runs, wanted = simulate(case, 2, seed), expected(case)
    assert runs.table.shape == (2, case.days + 1, 2, 2, len(OUTCOMES))
    assert runs.table.dtype == np.int64
    assert (runs.table >= 0).all()
    came = np.array([int(case.users * case.newcomers_per_year * day / 365) for day in range(case.days + 1)])
    assert (runs.people() == case.users + came).all()
    assert (runs.using() + runs.lost() == runs.people()).all()
    for parts in (
        sum(runs.using(channel) for channel in Channel) + sum(runs.lost(reason) for reason in Lost),
        sum(runs.people(platform, storefront) for platform in Platform for storefront in Storefront),
    ):
        assert (parts == runs.people()).all()
    assert (wanted.table > -1e-6).all()
    assert wanted.people() == pytest.approx(case.users + came, rel=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_cohorts_does_not_matter(seed: int) -> None:
    case, base = replace(HARD, lever=Lever.BOTH, days=40), list(mixed(100_000))
    first, mean = simulate(case, 2, 7, base), expected(case, base)
    Random(seed).shuffle(base)
    half = base[0].people // 2
    split = [*base[1:], replace(base[0], people=half), replace(base[0], people=base[0].people - half)]
    for shuffled in (base, split, iter(base)):
        again = list(shuffled)
        assert (simulate(case, 2, 7, again).table == first.table).all()
        assert expected(case, again).table.tolist() == mean.table.tolist()


def test_cohorts_start_as_what_they_are() -> None:
    case, base = replace(HARD, network_blocks=False, days=1), mixed()
    start = simulate(case, 1, 1, base).table[0, 0]
    for platform in Platform:
        for storefront in Storefront:
            here = Course(start)
            mine = [cohort for cohort in base if (cohort.platform, cohort.storefront) == (platform, storefront)]
            assert here.people(platform, storefront) == sum(cohort.people for cohort in mine)
            for channel in Channel:
                for newest, version in ((True, "newest"), (False, "older")):
                    wanted = sum(c.people for c in mine if c.channel is channel and c.version == version)
                    assert here.using(channel, newest, platform, storefront) == wanted
            broken = sum(cohort.people for cohort in mine if cohort.version == "broken")
            assert here.lost(Lost.BROKEN, platform, storefront) == here.lost(None, platform, storefront) == broken


def test_a_seed_gives_the_same_runs() -> None:
    one, same, other = (simulate(replace(HARD, days=20), 2, seed) for seed in (1, 1, 2))
    assert (one.table == same.table).all()
    assert not (one.table == other.table).all()
    assert not (one.table[0] == one.table[1]).all()


def test_a_longer_run_begins_as_a_shorter_one() -> None:
    case = replace(HARD, lever=Lever.BOTH)
    short, long = expected(replace(case, days=60)), expected(replace(case, days=120))
    assert long.table[:61] == pytest.approx(short.table)


def test_what_a_course_counts() -> None:
    table = np.zeros((2, 2, 2, len(OUTCOMES)), np.int64)
    for place, number in (
        ((0, 0, 0, 0), 5),
        ((0, 0, 0, 1), 3),
        ((0, 1, 1, 4), 2),
        ((0, 1, 0, 10), 7),
        ((0, 1, 0, 15), 3),
    ):
        table[place] = number
    course = Course(table)
    assert OUTCOMES[4] == (Channel.SIDELOADED, True)
    assert OUTCOMES[10:] == tuple(Lost)
    assert course.people().tolist() == [20, 0]
    assert course.people(Platform.ANDROID).tolist() == [12, 0]
    assert course.people(None, Storefront.INSIDE).tolist() == [18, 0]
    assert course.people(Platform.ANDROID, Storefront.INSIDE).tolist() == [10, 0]
    assert course.using(Channel.STORE)[0] == 8
    assert course.using(newest=True)[0] == 7
    assert course.using(newest=False, platform=Platform.IOS)[0] == 3
    assert course.lost()[0] == 10
    assert course.lost(Lost.NEWCOMER, storefront=Storefront.INSIDE)[0] == 7
    assert course.wanting()[0] == 17
    assert course.share().tolist() == [10 / 17, 0]
    assert course.share(Platform.IOS).tolist() == [1, 0]


def test_too_much_is_not_drawn() -> None:
    with pytest.raises(KitError, match="too much to draw at once"):
        simulate(replace(HARD, days=4_000), 1_000)
    for runs in (0, 1.5, True):
        with pytest.raises(KitError, match="a whole number from 1 on"):
            simulate(Assumptions(), runs)  # type: ignore[arg-type]


def test_whom_no_lever_reaches_needs_no_other_way() -> None:
    """Nobody is told apart by a way that they never take: fewer cells are drawn, and the numbers stay."""

    def groups(**changes: Any) -> list[tuple[Platform, Storefront]]:
        made = plan(replace(WORST, **changes), None)
        return [(group.platform, group.storefront) for group in made.groups]

    everywhere = [(platform, storefront) for platform in Platform for storefront in Storefront]
    assert groups(lever=Lever.NOTHING) == sorted(everywhere)
    inside = [groups(lever=Lever.DELIST).count(one) for one in sorted(everywhere)]
    assert sorted(inside) == [1, 1, 4, 4]
    apple = groups(stores=Stores.APPLE)
    assert [apple.count((Platform.IOS, one)) for one in Storefront] == [4, 3]
    assert [apple.count((Platform.ANDROID, one)) for one in Storefront] == [1, 1]
    taken = Cohort(Platform.ANDROID, Storefront.ELSEWHERE, Channel.WEB, Version.NEWEST, System.OLD, 1_000)
    left = simulate(replace(WORST, lever=Lever.DELIST, days=2, network_blocks=False), 1, 1, [*mixed(9), taken])
    assert 1_000 >= left.using(Channel.WEB, storefront=Storefront.ELSEWHERE)[0, 1] > 300  # half go back a day


@pytest.mark.parametrize("case", [HARD, WORST, Assumptions(lever=Lever.DELIST), Assumptions(lever=Lever.FREEZE)])
def test_only_cells_that_somebody_may_reach_are_drawn(case: Assumptions) -> None:
    made = plan(case, None)
    matrices = chances(case, made.groups, set(made.days))
    kept = reached(made, matrices)
    mean, now = np.zeros(len(made.groups) * made.width, bool), np.zeros((len(made.groups), 1, made.width))
    now += np.asarray(sum(at for _, at in made.starts)).reshape(now.shape)
    for number, day in enumerate(made.days):
        mean |= now.ravel() > 0
        now = (now + bool(made.coming[number]) * made.into.reshape(now.shape)) @ matrices[day]
    mean |= now.ravel() > 0
    assert set(np.flatnonzero(mean)) <= set(kept)
    assert kept.size < mean.size
    for matrix in matrices.values():
        assert (_Moves(matrix, kept).parts[:, -1] > 0).all()  # where numpy puts those whom rounding leaves over
        assert (matrix >= 0).all()
        assert matrix.sum(-1) == pytest.approx(np.ones(matrix.shape[:-1]))


#: A year of 15 million people, and the milliseconds that one run may take.
QUICK = {
    **{str(lever): (Assumptions(lever=lever), 10) for lever in Lever},
    "both, and other storefronts": (Assumptions(lever=Lever.BOTH, inside_share=0.5), 10),
    "delisted, under a block, VPN apps too": (
        Assumptions(lever=Lever.DELIST, network_blocks=True, vpn_delisted=True), 10
    ),
    "the most there is to draw": (WORST, 50),
}  # fmt: skip


@pytest.mark.alone
@pytest.mark.parametrize("name", QUICK)
def test_a_run_is_quick(name: str) -> None:
    """Its chances worked out anew; the best of forty, for what a busy machine adds is not the run's."""
    case, most = QUICK[name]
    times = []
    for seed in range(40):
        start = process_time()
        simulate(case, 1, seed)
        times.append(process_time() - start)
    assert 1_000 * min(times) < most
