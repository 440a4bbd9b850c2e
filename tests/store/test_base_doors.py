"""Wrong kinds at the public doors of the installed base: each is said at once, by the name of its field."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from base_cases import mixed

from chokepoints.errors import KitError
from chokepoints.store.base import Assumptions, Channel, Lost, Platform, Storefront
from chokepoints.store.base_cohorts import installed_base
from chokepoints.store.base_mean import expected
from chokepoints.store.base_runs import simulate
from chokepoints.store.base_users import per_user

FEW = Assumptions(users=100, days=3)
COURSE = expected(FEW)


@pytest.mark.parametrize("seed", [-1, "a", 1.5, None, True, [1], np.int64(3)])
@pytest.mark.parametrize("run", [lambda seed: simulate(FEW, seed=seed), lambda seed: per_user(FEW, seed)])
def test_a_seed_is_a_whole_number(run: Callable[[Any], Any], seed: Any) -> None:
    with pytest.raises(KitError, match=r"^seed is a whole number from 0 on, not "):
        run(seed)


def test_seeds_that_are_ones() -> None:
    for seed in (0, 2**70):
        assert (simulate(FEW, 1, seed).table == simulate(FEW, 1, seed).table).all()
        assert (per_user(FEW, seed).table == per_user(FEW, seed).table).all()


@pytest.mark.parametrize("given", [5, "x", None, [FEW], Assumptions])
@pytest.mark.parametrize("door", [simulate, expected, per_user, installed_base])
def test_assumptions_are_assumptions(door: Callable[[Any], Any], given: Any) -> None:
    with pytest.raises(KitError, match=r"^assumptions is Assumptions\(\.\.\.\), such as .* not "):
        door(given)


@pytest.mark.parametrize("cohorts", [mixed()[0], 5, "abc", {mixed()[0]: 3}])
@pytest.mark.parametrize(
    "door",
    [lambda some: simulate(FEW, 1, 1, some), lambda some: expected(FEW, some), lambda some: per_user(FEW, 1, some)],
)
def test_cohorts_are_several(door: Callable[[Any], Any], cohorts: Any) -> None:
    with pytest.raises(KitError, match=r"^cohorts is a list or tuple of Cohort\(\.\.\.\) entries, or None, not "):
        door(cohorts)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: COURSE.using("store"), "channel is None for all, or one of Channel.STORE, .*Channel.WEB, not 'store'"),
        (lambda: COURSE.using(Lost.PHONE), "channel is None for all"),
        (lambda: COURSE.using(newest="yes"), "newest is True, False, or None for either, not 'yes'"),
        (lambda: COURSE.using(newest=1), "newest is True, False, or None for either, not 1"),
        (lambda: COURSE.using(Channel.STORE, True, "ios"), "platform is None for all, or one of Platform.IOS, "),
        (lambda: COURSE.lost("phone"), "reason is None for all, or one of Lost.NEWCOMER, .*, not 'phone'"),
        (lambda: COURSE.lost(["phone"]), r"reason is None for all, .* not \['phone'\]"),
        (lambda: COURSE.share("ios"), "platform is None for all, or one of Platform.IOS, Platform.ANDROID, not 'ios'"),
        (lambda: COURSE.people(Storefront.INSIDE), "platform is None for all, .* not <Storefront.INSIDE"),
        (lambda: COURSE.people(storefront="RU"), "storefront is None for all, or one of Storefront.INSIDE, "),
        (lambda: COURSE.wanting(Platform.IOS, Platform.IOS), "storefront is None for all"),
    ],
)
def test_a_course_is_asked_by_its_own_names(ask: Callable[[], Any], said: str) -> None:
    with pytest.raises(KitError, match=f"^{said}"):
        ask()
