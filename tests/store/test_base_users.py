"""Each person alone against the exact mean of cohorts: two programs that share no line about what happens on a day."""

from dataclasses import replace

import numpy as np
import pytest
from base_cases import CASES, HARD, mixed

from chokepoints.errors import KitError
from chokepoints.store.base import Assumptions, Lever
from chokepoints.store.base_mean import expected
from chokepoints.store.base_users import per_user

PEOPLE = 20_000


def agrees(course: np.ndarray, wanted: np.ndarray) -> None:
    """Each number within some standard errors, and all together neither too near nor too far."""
    everybody = wanted.sum((-1, -2, -3))[:, None, None, None]
    off = (course - wanted) / np.sqrt(wanted * (1 - wanted / everybody) + 2)
    assert np.abs(off).max() < 5, np.unravel_index(np.abs(off).argmax(), off.shape)
    felt = wanted > 50
    assert 0.5 < np.sqrt((off[felt] ** 2).mean()) < 1.35


@pytest.mark.parametrize("name", CASES)
def test_people_one_by_one_give_what_cohorts_give(name: str) -> None:
    case = replace(CASES[name], users=PEOPLE)
    run, wanted = per_user(case, 3), expected(case)
    assert run.table.shape == (1, *wanted.table.shape)
    assert run.table.dtype == np.int64
    assert (run.people()[0] == np.round(wanted.people())).all()
    agrees(run.table[0], wanted.table)


@pytest.mark.parametrize("lever", [Lever.NOTHING, Lever.BOTH])
def test_of_cohorts_of_every_kind(lever: Lever) -> None:
    case = replace(HARD, lever=lever, days=60)
    base = mixed(6_000)
    agrees(per_user(case, 5, base).table[0], expected(case, base).table)


def test_too_many_are_not_drawn_one_by_one() -> None:
    with pytest.raises(KitError, match=r"at most 200,000 people are drawn, not 21,000,000; use simulate"):
        per_user(Assumptions())
    with pytest.raises(KitError, match="cohorts is empty"):
        per_user(Assumptions(), 1, ())
