"""The model of the room `__ROOM__`.

[to write] Test what your model must keep: a published value, a sum that must hold, an end of the range.
"""

from statistics import fmean

import pytest

from chokepoints.__ROOM__.model import Measure, drawn, expected
from chokepoints.errors import KitError

EXAMPLE = Measure(meant=0.01, found=0.9, strays=0.05)


def test_on_average_all_are_struck_or_not() -> None:
    """Nobody is counted twice or lost."""
    struck = expected(EXAMPLE, 1000)
    spared = expected(Measure(EXAMPLE.meant, 1 - EXAMPLE.found, 1 - EXAMPLE.strays), 1000)
    assert struck.meant + struck.strangers + spared.meant + spared.strangers == pytest.approx(1000)
    assert struck.share == pytest.approx(9 / 58.5)


def test_draws_lie_around_the_average() -> None:
    runs = [drawn(EXAMPLE, 1000, seed) for seed in range(200)]
    assert fmean(run.meant for run in runs) == pytest.approx(9, abs=1)
    assert fmean(run.strangers for run in runs) == pytest.approx(49.5, abs=2)


def test_the_same_seed_gives_the_same_run() -> None:
    assert drawn(EXAMPLE, 1000, 1) == drawn(EXAMPLE, 1000, 1)
    assert len({drawn(EXAMPLE, 1000, seed) for seed in range(20)}) > 10


def test_where_nobody_is_struck_there_is_no_share() -> None:
    assert expected(Measure(0.5, 0, 0), 1000).share is None


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_share_outside_0_to_1_is_refused(share: float) -> None:
    with pytest.raises(KitError, match=r"`strays` is .*; it should lie between 0 and 1"):
        Measure(0.1, 0.1, share)
