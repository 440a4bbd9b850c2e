"""Collateral damage: runs by lot against the exact expectations, and these against cases that can be done by hand."""

from dataclasses import asdict, astuple, fields, replace
from datetime import date
from math import exp
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from chokepoints.errors import KitError
from chokepoints.evidence import fact, published
from chokepoints.network.collateral import (
    BASIS,
    HIT,
    LISTED,
    PREFIX_LENGTHS,
    STOPPED,
    Assumptions,
    alternating,
    course,
    dark_after,
    expected,
    simulate,
    trade_off,
)
from chokepoints.network.ranges import blocked

CASES = {
    "as assumed": Assumptions(),
    "a small cloud of few prefixes": Assumptions(12, 6, 12, 1, 2**22, 1.5, 3),
    "two prefixes, one address": Assumptions(12, 2, 24, 1, 2**21, 5, 1),
    "one prefix holds the whole cloud": Assumptions(12, 4, 200, 1, 2**18, 5, 2),
    "no hops": Assumptions(18, 0, 48, 1, 2**20, 3, 8),
    "detection slower than hopping": Assumptions(14, 24, 400, 1, 2**22, 10, 10),
    "detection faster than hopping": Assumptions(16, 1, 1, 1, 2**21, 30, 2),
    "many addresses in few prefixes": Assumptions(12, 1, 24, 1, 2**23, 2, 40),
}
RUNS = 1_000
SOME = st.builds(
    Assumptions,
    prefix_length=st.integers(12, 32),
    hops_per_day=st.floats(0, 50),
    detection_hours=st.floats(0.5, 1_000),
    tenants_per_address=st.floats(0, 100),
    cloud_addresses=st.integers(0, 32).map(lambda power: 2**power),
    days=st.floats(0.1, 60),
    messenger_addresses=st.integers(1, 20),
)


def errors_off(drawn: NDArray[np.float64], wanted: float) -> float:
    """How many standard errors the mean of runs lies from what is wanted."""
    error = drawn.std(ddof=1) / drawn.size**0.5
    return abs(float(drawn.mean()) - wanted) / error if error > 1e-12 else abs(float(drawn.mean()) - wanted) * 1e9


@pytest.mark.parametrize("name", CASES)
def test_runs_agree_with_their_expectations(name: str) -> None:
    runs, wanted = simulate(CASES[name], RUNS), expected(CASES[name])
    assert errors_off(runs.stopped, wanted.stopped) < 4
    assert errors_off(runs.dark, wanted.dark) < 4


@pytest.mark.parametrize("name", CASES)
def test_dark_after_so_many_findings(name: str) -> None:
    """Given what the censor found in a run, the blocks are so many prefixes drawn evenly: 1 - (1 - 1/m)**n."""
    runs = simulate(CASES[name], RUNS, seed=7)
    off = runs.dark - dark_after(runs.findings, CASES[name].prefixes)
    assert errors_off(off, 0) < 4
    distinct = runs.dark * CASES[name].prefixes
    assert np.array_equal(distinct, np.round(distinct))
    assert (distinct <= runs.findings).all()
    assert ((distinct > 0) == (runs.findings > 0)).all()


def test_findings_come_at_the_rate_of_an_alternating_process() -> None:
    """An address is found if it is still held: hops a day, times the chance d / (h + d) that finding comes first."""
    runs = simulate(Assumptions(hops_per_day=8, detection_hours=12, days=200, messenger_addresses=2), 200)
    a_day = 8 * 2 / (8 + 2)
    assert errors_off(runs.findings / (2 * 200), a_day) < 4


def one_by_one(case: Assumptions, runs: int, businesses: int) -> NDArray[np.float64]:
    """The model told as a story, event by event, with each business at a prefix of its own: stopped, dark."""
    draw, rows = np.random.default_rng(3), []
    for _ in range(runs):
        blocked_since: dict[int, float] = {}
        events = []
        for _ in range(case.messenger_addresses):
            moment = 0.0
            while moment < case.days:
                until = min(case.days, moment + draw.exponential(1 / case.hops_per_day))
                events.append((moment, until, int(draw.integers(case.prefixes))))
                moment = until
        for start, until, place in events:
            found = start + draw.exponential(case.detection_hours / 24)
            if found < until:
                blocked_since[place] = min(found, blocked_since.get(place, found))
        served = sum(max(0, min(until, blocked_since.get(place, until)) - start) for start, until, place in events)
        hit = sum(int(place) in blocked_since for place in draw.integers(0, case.prefixes, businesses))
        rows.append((1 - served / case.days / case.messenger_addresses, hit / businesses))
    return np.array(rows)


def test_each_business_by_itself_gives_the_same() -> None:
    case = Assumptions(12, 5, 24, 1, 2**23, 4, 2)
    told, drawn = one_by_one(case, 400, 50), simulate(case, 400)
    for one, other in zip(told.T, (drawn.stopped, drawn.dark), strict=True):
        error = ((one.var(ddof=1) + other.var(ddof=1)) / 400) ** 0.5
        assert abs(one.mean() - other.mean()) < 4 * error
    assert 0.7 < told[:, 0].std() / drawn.stopped.std() < 1.4


@given(SOME)
@settings(max_examples=50)
def test_the_course_solves_its_equations(case: Assumptions) -> None:
    """s' = -d u, u' = s h/m - (h + d) u, stepped by the classical rule of Runge and Kutta over a short time."""
    m, h, d = case.prefixes, case.hops_per_day, 24 / case.detection_hours
    matrix = np.array([[0, -d], [h / m, -(h + d)]])
    state, steps = np.array([1.0, 1 / m]), 400
    step = min(case.days, 5 / (h + d)) / steps
    for _ in range(steps):
        one = matrix @ state
        two = matrix @ (state + step / 2 * one)
        three = matrix @ (state + step / 2 * two)
        four = matrix @ (state + step * three)
        state = state + step / 6 * (one + 2 * two + 2 * three + four)
    up, dark = course(case, np.array([0.0, step * steps]))
    k = case.messenger_addresses
    assert (up[0], dark[0]) == (1, 0)
    assert up[1] == pytest.approx(m * state[1] * state[0] ** (k - 1), rel=1e-6, abs=1e-12)
    assert dark[1] == pytest.approx(1 - state[0] ** k, rel=1e-6, abs=1e-12)


@pytest.mark.parametrize("hops", [0, 1.0, 4.0, 24.0], ids=["none", "as often as found", "more often", "hourly"])
def test_one_prefix_that_holds_the_cloud(hops: float) -> None:
    """All are found at the rate k d wherever they hop, and with the first finding everything is over."""
    case = Assumptions(12, hops, 24, 1, 2**20, 3, 2)
    assert case.prefixes == 1
    wanted = expected(case)
    assert wanted.dark == pytest.approx(1 - exp(-6))
    assert wanted.stopped == pytest.approx(1 - (1 - exp(-6)) / 6)
    assert expected(replace(case, cloud_addresses=2**16)).dark == wanted.dark
    assert expected(replace(case, cloud_addresses=2**16)).addresses == pytest.approx(wanted.dark * 2**16)


def test_without_hops_the_first_finding_ends_it() -> None:
    case = Assumptions(16, 0, 12, 3, 2**24, 2, 1)
    wanted = expected(case)
    assert wanted.stopped == pytest.approx(1 - (1 - exp(-4)) / 4)
    assert wanted.dark == pytest.approx((1 - exp(-4)) / 256)
    assert wanted.businesses == pytest.approx((1 - exp(-4)) * 65_536 * 3)
    assert (simulate(case, 200).findings <= 1).all()
    assert alternating(0, 12) == 0


@pytest.mark.parametrize("hops", [0.1, 1.0, 30.0])
@pytest.mark.parametrize("detection", [2.0, 24.0, 500.0])
def test_where_the_cloud_does_not_run_out(hops: float, detection: float) -> None:
    """Up with a + (1 - a) e**-(h + d) t, where a = h / (h + d): blocks of single addresses cost nobody else."""
    case = Assumptions(32, hops, detection, 1, 2**32, 20, 4)
    a, rate = alternating(hops, detection), hops + 24 / detection
    assert a == pytest.approx(hops / rate)
    assert 1 - expected(case).stopped == pytest.approx(a + (1 - a) * (1 - exp(-rate * 20)) / (rate * 20), abs=1e-6)
    assert expected(case).dark < 1e-6
    moments = np.array([0, 0.01, 1, 20])
    assert course(case, moments)[0] == pytest.approx(a + (1 - a) * np.exp(-rate * moments), abs=1e-6)


def test_dark_after_blocks_by_hand() -> None:
    assert dark_after(np.array([0, 1, 2]), 4).tolist() == [0, 0.25, 0.4375]
    assert dark_after(np.array([0, 1, 5]), 1).tolist() == [0, 1, 1]
    assert float(dark_after(128, 128)) == pytest.approx(1 - exp(-1), rel=0.01)


@given(SOME)
@settings(max_examples=60)
def test_shares_are_shares(case: Assumptions) -> None:
    wanted = expected(case)
    assert -1e-12 <= wanted.stopped <= 1
    assert 0 <= wanted.dark <= 1
    assert wanted.addresses <= case.cloud_addresses
    assert wanted.businesses <= case.businesses
    up, dark = course(case, np.linspace(0, case.days, 30))
    assert (np.diff(dark) >= -1e-12).all()
    assert ((up >= -1e-12) & (up <= 1 + 1e-12)).all()
    runs = simulate(case, 2)
    assert ((runs.stopped >= -1e-9) & (runs.stopped <= 1) & (runs.dark >= 0) & (runs.dark <= 1)).all()


def test_the_trade_off() -> None:
    """A larger block stops more and hits more, but up to /20 it hits others and stops next to nothing more."""
    curve = trade_off(Assumptions())
    assert curve.prefix_lengths.tolist() == list(range(32, 11, -1)) == list(PREFIX_LENGTHS)
    assert (np.diff(curve.stopped) > 0).all()
    assert (np.diff(curve.dark) > 0).all()
    for place in (0, 12, 17, 20):
        wanted = expected(Assumptions(prefix_length=int(curve.prefix_lengths[place])))
        row = (curve.stopped[place], curve.dark[place], curve.addresses[place], curve.businesses[place])
        assert row == astuple(wanted)
    assert curve.stopped[12] - curve.stopped[0] < 0.01
    assert curve.businesses[12] > 1_000 * curve.businesses[0]
    assert curve.stopped[20] > 0.7


def test_tenants_change_numbers_and_no_share() -> None:
    few, many = expected(Assumptions(tenants_per_address=0.1)), expected(Assumptions(tenants_per_address=20))
    assert (few.stopped, few.dark, few.addresses) == (many.stopped, many.dark, many.addresses)
    assert many.businesses == pytest.approx(200 * few.businesses)
    assert Assumptions(tenants_per_address=20).businesses == 20 * 2**24


def test_only_the_ratio_of_the_times_counts() -> None:
    """Twice as quick on both sides for half as long is the same: time has no scale of its own."""
    slow = Assumptions(hops_per_day=2, detection_hours=24, days=20)
    quick = Assumptions(hops_per_day=4, detection_hours=12, days=10)
    assert astuple(expected(slow)) == pytest.approx(astuple(expected(quick)))


def test_a_seed_gives_the_same_runs() -> None:
    one, same, other = (simulate(Assumptions(), 20, seed) for seed in (1, 1, 2))
    assert np.array_equal(one.reachable, same.reachable)
    assert np.array_equal(one.findings, same.findings)
    assert not np.array_equal(one.reachable, other.reachable)
    assert one.reachable.shape == one.dark.shape == one.findings.shape == (20,)


def test_each_assumption_has_its_basis() -> None:
    assert list(BASIS) == [field.name for field in fields(Assumptions)]
    lengths = [one.prefixlen for one in blocked()]
    assert max(set(lengths), key=lengths.count) == Assumptions().prefix_length
    assert 2 ** (32 - min(lengths)) == 1_048_576
    first, last = fact("block-begins").date_from, fact("ip-14m-30apr").date_from
    assert (first, last) == (date(2018, 4, 16), date(2018, 4, 30))
    assert first is not None
    assert last is not None
    assert (last - first).days == Assumptions().days


@pytest.mark.parametrize(
    ("slugs", "quantities"),
    [
        ((slug for group in STOPPED.values() for slug in group), {"ban-effect"}),
        (HIT["agency"], {"resources-hit"}),
        (HIT["critics"], {"firms-hit"}),
        (LISTED, {"addresses-blocked"}),
    ],
    ids=["stopped", "hit, agency", "hit, critics", "listed"],
)
def test_marks_are_figures_of_the_tables(slugs: tuple[str, ...], quantities: set[str]) -> None:
    known = {row.slug for quantity in quantities for row in published(quantity)}
    assert set(slugs) <= known


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("prefix_length", 11, "from 12 to 32, not 11"),
        ("prefix_length", 15.0, "a whole number from 12 to 32"),
        ("hops_per_day", -1, "from 0 to 2,000, not -1"),
        ("hops_per_day", float("nan"), "not nan"),
        ("detection_hours", 0, "from 0.01"),
        ("tenants_per_address", True, "not True"),
        ("cloud_addresses", 3_000_000, "2,097,152 or 4,194,304, not 3,000,000"),
        ("cloud_addresses", 2**33, "from 1 to 4,294,967,296"),
        ("days", "14", "not '14'"),
        ("days", float("inf"), "not inf"),
        ("messenger_addresses", 0, "from 1 to 10,000"),
    ],
)
def test_what_cannot_be_assumed_is_said(name: str, value: object, words: str) -> None:
    with pytest.raises(KitError, match=f"^{name} is .*{words}"):
        Assumptions(**{**asdict(Assumptions()), name: value})


def test_too_much_is_not_drawn() -> None:
    with pytest.raises(KitError, match="too much to draw at once"):
        simulate(Assumptions(hops_per_day=1_000, days=3_650, messenger_addresses=10_000), 1)
    for runs in (0, 1.5, True):
        with pytest.raises(KitError, match="a whole number from 1 on"):
            simulate(Assumptions(), runs)  # type: ignore[arg-type]


@pytest.mark.alone
def test_five_hundred_runs_are_quick() -> None:
    start = perf_counter()
    simulate(Assumptions(), 500)
    assert perf_counter() - start < 0.5
    start = perf_counter()
    trade_off(Assumptions())
    assert perf_counter() - start < 0.2
