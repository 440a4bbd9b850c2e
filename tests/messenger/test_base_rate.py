"""The base rate: by hand, by Bayes' rule, and against days drawn by lot."""

from statistics import fmean, variance

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.messenger.base_rate import Day, Scan, expected, simulate

#: 15 million users with 10 pictures each, one in a million on the list.
EXAMPLE = Scan(15_000_000, 10, 1e-6, 0.95, 1e-6)
SHARES = st.floats(0, 1)


def test_the_example_of_the_lesson() -> None:
    day = expected(EXAMPLE)
    assert EXAMPLE.scanned == 150_000_000
    assert [day.true_alarms, day.missed] == pytest.approx([142.5, 7.5])
    assert day.false_alarms == pytest.approx(149.99985, abs=1e-5)
    assert day.predictive_value == pytest.approx(142.5 / 292.49985)


def test_by_hand() -> None:
    """Of 1,000 pictures 100 are listed; 80 of these and 45 of the 900 others raise an alarm."""
    day = expected(Scan(500, 2, 0.1, 0.8, 0.05))
    assert [day.true_alarms, day.false_alarms, day.missed] == pytest.approx([80, 45, 20])
    assert day.alarms == pytest.approx(125)
    assert day.predictive_value == pytest.approx(0.64)


@given(
    users=st.integers(1, 10**8),
    pictures=st.integers(1, 100),
    prevalence=SHARES,
    recall=SHARES,
    false_positive_rate=SHARES,
)
def test_bayes_rule(users: int, pictures: int, prevalence: float, recall: float, false_positive_rate: float) -> None:
    scan = Scan(users, pictures, prevalence, recall, false_positive_rate)
    day = expected(scan)
    assert day.true_alarms + day.missed == pytest.approx(scan.scanned * prevalence)
    alarm = prevalence * recall + (1 - prevalence) * false_positive_rate
    assume(alarm > 1e-200)
    assert day.predictive_value == pytest.approx(prevalence * recall / alarm)


def test_edges() -> None:
    assert expected(Scan(100, 1, 0, 0.9, 0)) == Day(0, 0, 0)
    assert expected(Scan(100, 1, 0, 0.9, 0)).predictive_value is None
    assert expected(Scan(0, 5, 0.5, 0.5, 0.5)).predictive_value is None
    assert expected(Scan(100, 1, 0, 0.9, 0.5)).predictive_value == 0
    assert expected(Scan(100, 1, 1, 1, 1)) == Day(100, 0, 0)


def test_simulated_days_agree_with_the_formula() -> None:
    """Rare events are near Poisson: the mean lies within four standard errors, and the variance is near the mean."""
    days, wanted = simulate(EXAMPLE, 2000), expected(EXAMPLE)
    for name in ("true_alarms", "false_alarms", "missed"):
        drawn, mean = [getattr(day, name) for day in days], getattr(wanted, name)
        assert abs(fmean(drawn) - mean) < 4 * (mean / len(days)) ** 0.5, name
        assert variance(drawn) == pytest.approx(mean, rel=0.15)


def test_drawing_picture_by_picture_gives_the_same_distribution() -> None:
    scan = Scan(20_000, 5, 0.02, 0.7, 0.01)
    draw, one_by_one = np.random.default_rng(5), []
    for _ in range(40):
        listed = draw.random(scan.scanned) < scan.prevalence
        alarm = draw.random(scan.scanned) < np.where(listed, scan.recall, scan.false_positive_rate)
        one_by_one.append([np.sum(listed & alarm), np.sum(~listed & alarm), np.sum(listed & ~alarm)])
    at_once = [[day.true_alarms, day.false_alarms, day.missed] for day in simulate(scan, 40, 6)]
    one, other = np.array(one_by_one, float), np.array(at_once, float)
    error = np.sqrt((one.var(axis=0, ddof=1) + other.var(axis=0, ddof=1)) / 40)
    assert (np.abs(one.mean(axis=0) - other.mean(axis=0)) < 4 * error).all()
    ratio = one.std(axis=0, ddof=1) / other.std(axis=0, ddof=1)
    assert ((ratio > 0.5) & (ratio < 2)).all()


def test_a_seed_gives_the_same_days() -> None:
    assert simulate(EXAMPLE, 5, 1) == simulate(EXAMPLE, 5, 1)
    assert simulate(EXAMPLE, 5, 1) != simulate(EXAMPLE, 5, 2)
    (day,) = simulate(Scan(1000, 10, 0.5, 1, 0))
    assert (day.false_alarms, day.missed, day.predictive_value) == (0, 0, 1)


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (0, -1, "number of users is from 0"),
        (0, True, "number of users is from 0"),
        (1, float("nan"), "number of pictures is from 0"),
        (2, 1.5, "prevalence is a share from 0 to 1"),
        (3, 95, "recall is a share from 0 to 1, such as 0.95, not 95"),
        (2, float("nan"), "prevalence is a share from 0 to 1"),
        (4, "1e-6", "false positive rate is a share"),
        (4, float("inf"), "false positive rate is a share"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(place: int, value: object, words: str) -> None:
    numbers: list[object] = [10, 10, 0.5, 0.5, 0.5]
    numbers[place] = value
    with pytest.raises(KitError, match=words):
        Scan(*numbers)  # type: ignore[arg-type]


def test_too_much_is_refused() -> None:
    with pytest.raises(KitError, match="more than can be counted"):
        Scan(10**12, 10**6, 0.5, 0.5, 0.5)
    for days in (0, 1.5, True):
        with pytest.raises(KitError, match="from 1 to 1,000,000"):
            simulate(EXAMPLE, days)  # type: ignore[arg-type]
