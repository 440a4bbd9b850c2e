"""Runs by lot against the exact mean; nobody is lost; the order of cohorts does not matter; a run is quick."""

from dataclasses import replace
from datetime import date
from random import Random
from time import perf_counter

import numpy as np
import pytest
from base_cases import CASES, HARD, mixed
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.store.base import Again, Assumptions, Channel, Lever, Lost, Platform, Storefront, Stores
from chokepoints.store.base_day import chances
from chokepoints.store.base_mean import expected
from chokepoints.store.base_runs import OUTCOMES, Course, simulate

RUNS = 50
SHARES = st.floats(0, 1)
RATES = st.floats(0, 50)
SOME = st.builds(
    Assumptions,
    users=st.integers(1, 20_000_000),
    days=st.integers(1, 20),
    lever=st.sampled_from(Lever),
    lever_from=st.dates(date(2018, 4, 16), date(2018, 4, 24)),
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


@pytest.mark.alone
@pytest.mark.parametrize("lever", Lever)
def test_a_run_is_quick(lever: Lever) -> None:
    """15 million people over 365 days in less than 10 ms, its chances worked out anew; the best of fifteen."""
    times = []
    for seed in range(15):
        chances.cache_clear()
        start = perf_counter()
        simulate(Assumptions(lever=lever), 1, seed)
        times.append(perf_counter() - start)
    assert min(times) < 0.01
