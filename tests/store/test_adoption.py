"""Fits of adoption curves: against exact data, a second way to fit, simulated data; the published points; refusals."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from math import inf, log
from timeit import repeat
from typing import Any

import numpy as np
import pytest
from scipy.optimize import least_squares
from scipy.stats import t as student

from chokepoints.errors import KitError
from chokepoints.evidence import fact, table
from chokepoints.evidence.rows import Event, Figure
from chokepoints.store import adoption
from chokepoints.store.adoption import MODELS, SYSTEMS, _fit, fit, later_points, points, released
from chokepoints.store.curves import HORIZON

DAYS = (10.0, 20.0, 40.0, 80.0, 120.0, 200.0, 300.0)
#: The curves once more, in their plain form: ceiling in percent, then the model's own numbers.
PLAIN: dict[str, tuple[Callable[..., Any], tuple[float, ...]]] = {
    "exponential": (lambda d, c, time: c * (1 - np.exp(-d / time)), (80, 50)),
    "weibull": (lambda d, c, time, power: c * (1 - np.exp(-((d / time) ** power))), (90, 60, 0.6)),
    "logistic": (lambda d, c, middle, width: c / (1 + np.exp(-(d - middle) / width)), (70, 90, 25)),
}


def exact(model: str) -> list[tuple[float, float]]:
    curve, numbers = PLAIN[model]
    return [(day, float(curve(day, *numbers))) for day in DAYS]


@pytest.mark.parametrize("model", MODELS)
def test_exact_points_give_their_curve_back(model: str) -> None:
    curve, numbers = PLAIN[model]
    found = fit(exact(model), model)
    assert [one.value for one in found.parameters] == pytest.approx(numbers, rel=1e-5)
    assert found.residuals == pytest.approx(np.zeros(len(DAYS)), abs=1e-4)
    assert found.curve([0, 15, 500]) == pytest.approx([float(curve(day, *numbers)) for day in (0, 15, 500)], abs=1e-3)
    assert (found.model, found.days, found.freedom) == (model, DAYS, len(DAYS) - len(numbers))
    assert not found.ceiling_open
    assert [one.name for one in found.parameters] == ["ceiling", *MODELS[model].names]
    assert found.parameters[0].unit == "percent"


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("system", ["iOS 12", "Android 8"])
def test_parameters_and_errors_are_those_of_another_fit(model: str, system: str) -> None:
    """Fitted in plain numbers, by another solver; errors from its Jacobian. Where the ceiling is open, without it."""
    every = points(system)
    days, percent = np.array(every).T
    found = fit(every, model, SYSTEMS[system].rounding)
    curve = PLAIN[model][0]
    fixed = [100.0] if found.ceiling_open else []
    begin = [one.value * 1.02 for one in found.parameters if one.error is not None]

    def off(numbers: Any) -> Any:
        return curve(days, *fixed, *numbers) - percent

    second = least_squares(off, begin, x_scale=np.abs(begin), xtol=1e-15, ftol=1e-15, gtol=1e-15)
    assert [one.value for one in found.parameters if one.error is not None] == pytest.approx(second.x, rel=2e-4)
    spread = np.sqrt((second.fun**2).sum() / (len(days) - len(begin)))
    assert found.spread == pytest.approx(max(spread, SYSTEMS[system].rounding / 12**0.5), rel=1e-4)
    errors = np.sqrt(np.diag(np.linalg.inv(second.jac.T @ second.jac))) * found.spread
    assert [one.error for one in found.parameters if one.error is not None] == pytest.approx(errors, rel=5e-3)
    assert found.freedom == len(days) - len(begin)


def test_band_by_the_delta_method_in_plain_numbers() -> None:
    every = points("iOS 12")
    found, days = fit(every, "weibull"), np.array([30.0, 100.0, 323.0, 500.0])
    curve, numbers = PLAIN["weibull"][0], np.array([one.value for one in found.parameters])

    def slope(at: Any) -> Any:
        steps = np.diag(numbers * 1e-6)
        return np.array([(curve(at, *(numbers + s)) - curve(at, *(numbers - s))) / (2 * s.sum()) for s in steps]).T

    seen = slope(np.array(every)[:, 0])
    spread = np.linalg.inv(seen.T @ seen) * found.spread**2
    error = np.sqrt(np.einsum("ki,ij,kj->k", slope(days), spread, slope(days)))
    middle = curve(days, *numbers)
    wide = student.ppf(0.975, 4) * error / (middle * (1 - middle / 100))
    odds = np.log(middle / (100 - middle))
    low, high = found.band(days)
    assert low == pytest.approx(100 / (1 + np.exp(wide - odds)), rel=1e-4)
    assert high == pytest.approx(100 / (1 + np.exp(-wide - odds)), rel=1e-4)


def test_band_holds_the_true_curve_about_as_often_as_it_says() -> None:
    draw = np.random.default_rng(11)
    days, at = np.array([23, 42, 77, 106, 160, 255, 323]), np.array([10.0, 60.0, 200.0, 400.0])
    curve, numbers = PLAIN["weibull"]
    true, truth = curve(days, *numbers), curve(at, *numbers)
    inside = []
    for noise in draw.normal(0, 1, (300, days.size)):
        found = fit(list(zip(days, true + noise, strict=True)), "weibull", 0.01)
        low, high = found.band(at)
        inside.append((low <= truth) & (truth <= high))
    held = np.mean(inside, axis=0)
    assert (held > 0.88).all()
    assert (held < 0.995).all()


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("model", MODELS)
def test_band_is_around_the_curve_and_rises(system: str, model: str) -> None:
    days = np.linspace(0, 1_000, 401)
    for count in range(5, len(points(system)) + 1):
        found = fit(points(system)[:count], model, SYSTEMS[system].rounding)
        low, high = found.band(days)
        assert (low <= found.curve(days) + 1e-6).all()
        assert (found.curve(days) <= high + 1e-6).all()
        assert low.min() >= 0
        assert high.max() <= 100
        assert (np.diff(low) >= 0).all()
        assert (np.diff(high) >= 0).all()
    assert found.band(days.reshape(1, 401))[0].shape == (1, 401)
    # What is asked for beside a day changes nothing of it.
    assert found.band([300.0])[0][0] == pytest.approx(found.band(days)[0][120], abs=0.01)


def test_band_opens_as_points_are_taken_away() -> None:
    widths = []
    for count in (4, 5, 6):
        low, high = fit(points("iOS 12")[:count]).band([323.0])
        widths.append(float((high - low)[0]))
    assert widths[0] > 3 * widths[1] > 6 * widths[2]


def test_half_is_where_the_curve_and_its_band_cross() -> None:
    found = fit(points("iOS 12"))
    ceiling, time, power = (one.value for one in found.parameters)
    for percent in (20, 50, 80):
        half = found.days_to(percent)
        assert half.value == pytest.approx(time * (-log(1 - percent / ceiling)) ** (1 / power), rel=2e-3)
        assert half.low < half.value < half.high
        assert found.band([half.low])[1][0] == pytest.approx(percent, abs=0.1)
        assert found.band([half.high])[0][0] == pytest.approx(percent, abs=0.1)
    assert (found.days_to(100).value, found.days_to(99).value) == (inf, inf)
    assert found.days_to(0).value == 0
    slow = fit(points("Android 8"), "exponential", 0.1).days_to(50)
    assert slow.low < slow.value < slow.high < HORIZON
    assert fit(points("Android 8")[:6], "logistic", 0.1).days_to(50) == adoption.Days(inf, inf, inf)


def test_what_the_fits_say_by_hand() -> None:
    """The numbers a lesson quotes: days to half by three curves, whole; the ceiling of Android 8 from six points."""
    halves = {name: {model: round(fit(points(name), model, SYSTEMS[name].rounding).days_to(50).value)
                     for model in MODELS} for name in ("iOS 11", "iOS 12")}  # fmt: skip
    assert halves == {
        "iOS 11": {"exponential": 54, "weibull": 45, "logistic": 34},
        "iOS 12": {"exponential": 28, "weibull": 23, "logistic": 19},
    }
    early = fit(points("Android 8")[:6], "weibull", 0.1)
    assert early.spread < 0.3
    assert (early.parameters[0].low, early.parameters[0].high) == pytest.approx((13.6, 21.6), abs=0.1)
    assert float(early.band([431.0])[1][0]) < 19.5 < points("Android 8")[-1][1] == 21.5


def test_points_off_by_less_than_rounding_are_not_believed() -> None:
    assert fit(exact("weibull")).spread == pytest.approx(1 / 12**0.5)
    assert fit(exact("weibull"), rounding=0.1).spread == pytest.approx(0.1 / 12**0.5)
    assert fit(points("iOS 12")[:4]).spread == pytest.approx(1 / 12**0.5)
    off = [(day, percent + 2 * (-1) ** number) for number, (day, percent) in enumerate(exact("weibull"))]
    assert fit(off).spread > 2


def test_a_ceiling_that_the_points_do_not_show_is_set_and_said() -> None:
    found = fit([(10, 3), (20, 6.1), (30, 9), (40, 12.2), (50, 15)], "exponential")
    assert found.ceiling_open
    ceiling, time = found.parameters
    assert (ceiling.value, ceiling.error, ceiling.low, ceiling.high) == (100, None, None, None)
    assert time.name == "time"
    assert time.low is not None
    assert time.high is not None
    assert time.low < time.value < time.high
    assert found.freedom == 4
    assert fit(points("iOS 11")).ceiling_open
    assert not fit(points("iOS 12")).ceiling_open


def test_ranges_of_parameters_hold_what_they_can_be() -> None:
    for count in (4, 7):
        for one in fit(points("iOS 12")[:count]).parameters:
            assert one.low is not None
            assert one.high is not None
            assert 0 < one.low < one.value < one.high
            assert one.high <= (100 if one.name == "ceiling" else inf)


def test_published_points_by_hand() -> None:
    assert points("iOS 11") == ((48, 52), (76, 59), (121, 65), (215, 76), (254, 81), (349, 85))
    assert points("iOS 12") == ((23, 50), (42, 60), (77, 70), (106, 75), (160, 80), (255, 85), (323, 88))
    assert points("Android 8") == ((80, 0.3), (168, 1.1), (238, 4.6), (259, 5.7), (336, 12.1), (375, 14.6),
                                   (403, 19.2), (431, 21.5))  # fmt: skip
    assert [released(name) for name in SYSTEMS] == [date(2017, 9, 19), date(2018, 9, 17), date(2017, 8, 21)]
    assert [later_points(name) for name in SYSTEMS] == [(), (), ((624, 38.7),)]


def test_only_dated_exact_and_verified_rows_are_points(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {row.slug: row for row in table("figures") if row.quantity == "adoption-ios-11"}
    first, second, third, fourth, fifth, sixth = rows.values()
    changed: list[Figure] = [
        replace(first, basis="unverified"),
        replace(second, date_from=None, date_to=None),
        replace(third, high=70),
        replace(fourth, low=None),
        replace(fifth, date_from=date(2018, 5, 1), date_to=date(2018, 5, 31)),
        replace(sixth, date_from=date(2017, 9, 1), date_to=date(2017, 9, 2)),
    ]
    monkeypatch.setattr(adoption, "published", lambda quantity: changed)
    assert points("iOS 11") == ((239, 81),)


def test_no_point_without_a_verified_release(monkeypatch: pytest.MonkeyPatch) -> None:
    row = fact("ios-12-release")
    assert isinstance(row, Event)
    monkeypatch.setattr(adoption, "fact_named", lambda slug: replace(row, basis="unverified"))
    assert released("iOS 12") is None
    assert points("iOS 12") == ()
    assert later_points("Android 8") == ()


GOOD = [(10, 20), (20, 35), (40, 55), (80, 70), (160, 80)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("10 20", "Points are pairs of days since release and percent, such as [(48, 52), (76, 59), (121, 65), (215, 76"
                  ")], not str."),
        (7, "not int."),
        (None, "not NoneType."),
        ({10: 20}, "not dict."),
        ([(10, 20), 30], "point 2 is 30."),
        ([(10, 20), "ab"], "point 2 is 'ab'."),
        ([(10, 20, 30)], "point 1 has 3 numbers."),
        ([(10, "20")], "The percentage of point 1 is a number from 0 to 100, not '20'."),
        ([(10, 20), (20, 101)], "The percentage of point 2 is a number from 0 to 100, not 101."),
        ([(10, -1)], "The percentage of point 1 is a number from 0 to 100, not -1."),
        ([(10, float("nan"))], "The percentage of point 1 is a number from 0 to 100, not nan."),
        ([(10, True)], "The percentage of point 1 is a number from 0 to 100, not True."),
        ([(float("inf"), 20)], "The day of point 1 is a number from 0 to 100,000, not inf."),
        ([(-1, 20)], "The day of point 1 is a number from 0 to 100,000, not -1."),
        ([(date(2018, 1, 1), 20)], "The day of point 1 is a number from 0 to 100,000, not datetime.date(2018, 1, 1)."),
        ([(10, 20), (10, 30)], "Days rise from point to point, but point 2 has day 10 after 10."),
        ([(20, 20), (10, 30)], "Days rise from point to point, but point 2 has day 10 after 20."),
        ([], "needs at least 4 points, so that something is left to judge it by; 0 given."),
        (GOOD[:3], "The model weibull has 3 parameters and needs at least 4 points, so that something is left to judge "
                   "it by; 3 given. Give more points or take a model with fewer parameters."),
        ([(day, 90 - percent) for day, percent in GOOD], "These curves rise, but the points go from 70 to 10 percent."),
        ([(day, 50) for day, _ in GOOD], "These curves rise, but the points go from 50 to 50 percent."),
        (((day, day % 100) for day in range(1_001)), "At most 1,000 points can be fitted."),
    ],
)  # fmt: skip
def test_points_that_cannot_be_are_refused(given: Any, said: str) -> None:
    with pytest.raises(KitError) as error:
        fit(given)
    assert said in str(error.value)


def test_other_refusals() -> None:
    with pytest.raises(KitError, match=r"The models are exponential, weibull, logistic, not 'weibul'\. Did you mean"):
        fit(GOOD, "weibul")
    with pytest.raises(KitError, match="not 3"):
        fit(GOOD, 3)  # type: ignore[arg-type]
    for wrong in (0, -1, 51, "1", float("nan")):
        with pytest.raises(KitError, match=r"rounding is a number from 0\.001 to 50, not"):
            fit(GOOD, rounding=wrong)  # type: ignore[arg-type]
    with pytest.raises(KitError, match="percent is a number from 0 to 100, not 101"):
        fit(GOOD).days_to(101)
    with pytest.raises(KitError, match=r"The systems are iOS 11, iOS 12, Android 8, not 'iOS 13'\. Did you mean iOS"):
        points("iOS 13")
    with pytest.raises(KitError, match="not \\['iOS 11'\\]"):
        released(["iOS 11"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("a", r"days are numbers of days since the release, such as \[30, 60\], not 'a'"),
        ("30", "not '30'"),
        (["30"], r"not \['30'\]"),
        (None, "not None"),
        ([[1], [2, 3]], "days are numbers"),
        ([True], r"not \[True\]"),
        ([date(2018, 5, 1)], "days are numbers"),
        ([-1], r"days are numbers from 0 to 100,000, since the release, not \[-1\]"),
        ([float("nan")], r"not \[nan\]"),
        ([1e6], "from 0 to 100,000"),
    ],
)
def test_days_that_are_none_are_said(days: Any, said: str) -> None:
    found = fit(GOOD)
    for ask in (found.curve, found.band):
        with pytest.raises(KitError, match=said):
            ask(days)


def test_days_may_be_any_iterable_of_numbers_or_one() -> None:
    found = fit(GOOD)
    wanted = found.curve([0, 30, 60])
    for given in ((0, 30, 60), iter([0, 30.0, 60]), np.array([0, 30, 60]), range(0, 61, 30)):
        assert found.curve(given) == pytest.approx(wanted)
    assert float(found.curve(30)) == pytest.approx(wanted[1])  # type: ignore[arg-type]
    assert found.curve([]).shape == (0,)


def test_a_fit_that_does_not_settle_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step is met by every steep enough logistic curve; and a solver that gives up is caught."""
    step = [(10, 0), (20, 0), (30, 0), (40, 80), (50, 80), (60, 80)]
    with pytest.raises(KitError, match=r"No logistic curve settles on these points: many would do, or none\. Give "):
        fit(step, "logistic", 0.01)
    monkeypatch.setattr("scipy.optimize.curve_fit", lambda *_, **__: (_ for _ in ()).throw(RuntimeError("gave up")))
    _fit.cache_clear()
    with pytest.raises(KitError, match="No weibull curve settles on these points"):
        fit(GOOD)


def test_odd_but_possible_points_are_fitted_or_refused_in_words() -> None:
    draw = np.random.default_rng(4)
    fitted = 0
    for _ in range(150):
        count = int(draw.integers(4, 12))
        days = np.sort(draw.choice(1_000, count, replace=False))
        given = list(zip(days.tolist(), draw.uniform(0, 100, count).tolist(), strict=True))
        for model in MODELS:
            with suppress(KitError):
                found = fit(given, model)
                fitted += 1
                ends = np.array(found.band(np.arange(0.0, 2_000, 100)))
                assert np.isfinite(ends).all()
                half = found.days_to()
                assert half.low <= half.value <= half.high
    assert fitted > 100


@pytest.mark.parametrize(
    ("model", "given"),
    [
        (
            "weibull",
            [(37, 0.3), (197, 1.6), (250, 3.9), (254, 3.6), (332, 10.2), (467, 32.7), (648, 69.9), (769, 80.7)],
        ),
        ("logistic", [(187, 0.5), (189, 0.2), (304, 2.2), (432, 16.3), (623, 70.5), (719, 83.9), (769, 86.1)]),
    ],
)
def test_a_guess_that_leads_astray_does_not_decide(model: str, given: list[tuple[float, float]]) -> None:
    """From the first guess alone the solver ends far off, by more than 3 percentage points."""
    assert fit(given, model, 0.1).spread < 0.6


def test_points_may_be_any_iterable_of_numbers() -> None:
    plain = fit(GOOD)
    for given in (tuple(GOOD), iter(GOOD), np.array(GOOD), [list(one) for one in GOOD]):
        assert fit(given).curve([30.0]) == plain.curve([30.0])


def test_scipy_is_not_loaded_at_start_up() -> None:
    code = "import sys, chokepoints.store.adoption, chokepoints.store.panel_adoption, chokepoints.store.panel_freeze, "
    code += "chokepoints.store.panel_audience; sys.exit(any(name.startswith('scipy') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0


@pytest.mark.alone
def test_a_fit_takes_less_than_50_milliseconds() -> None:
    def anew() -> None:
        _fit.cache_clear()
        for model in MODELS:
            fit(points("iOS 12"), model).days_to(50)

    anew()
    assert min(repeat(anew, number=1, repeat=5)) / len(MODELS) < 0.05
