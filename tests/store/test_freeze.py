"""The replay of the freeze: paces against their rows, shares against single devices drawn by lot, refusals."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from math import exp
from typing import Any

import numpy as np
import pytest

from chokepoints.errors import KitError
from chokepoints.evidence import fact
from chokepoints.evidence.rows import Event, Figure
from chokepoints.store import adoption, freeze
from chokepoints.store.adoption import fit, points
from chokepoints.store.freeze import MID_APRIL, NEWER, PACES, Hold, Pace, newer_systems, replay, through

OUT = date(2018, 6, 1)
DAYS = [date(2018, 3, 24) + timedelta(days=number) for number in range(100)]
SPOKE = DAYS.index(date(2018, 5, 31))


def number(slug: str) -> float:
    row = fact(slug)
    assert isinstance(row, Figure)
    assert row.high is not None
    return float(row.high)


def test_paces_go_through_the_published_figures() -> None:
    developer, study, automatic = PACES.values()
    assert 100 * developer.share(np.array([3.0, 14.0])) == pytest.approx(
        [number("app-upgrade-blog-day3"), number("app-upgrade-blog-day14")]
    )
    assert 100 - 100 * study.share(np.array([7.0])) == pytest.approx([number("app-update-moller")])
    assert automatic.share(np.array([1.0])) == pytest.approx([0.5])
    for pace in PACES.values():
        assert list(pace.share(np.array([-5.0, 0.0]))) == [0, 0]
        assert pace.share(np.array([1e6])) == pytest.approx([1])
        slugs = [word for word in pace.basis.split() if not pace.basis.startswith("assumed")]
        assert all(fact(slug) for slug in slugs)
    assert "assumed" in automatic.basis


def test_a_pace_through_two_points_by_hand() -> None:
    pace = through((2, 1 - exp(-1)), (8, 1 - exp(-2)), "assumed")
    assert (pace.time, pace.power) == pytest.approx((2, 0.5))
    assert pace == Pace(pace.time, pace.power, "assumed")


@pytest.mark.parametrize(
    ("first", "second"),
    [((3, 0.9), (14, 0.65)), ((14, 0.65), (3, 0.9)), ((0, 0.1), (3, 0.9)), ((3, 0), (5, 0.5)), ((3, 0.5), (5, 1)),
     ((3, 0.5), (5, 0.5)), (None, (3, 0.9)), ((3, 0.5, 1), (5, 0.6)), (("3", 0.5), (5, 0.6)), (3, 5)],
)  # fmt: skip
def test_points_of_no_pace_are_refused(first: Any, second: Any) -> None:
    with pytest.raises(KitError, match="Two points rise in days and shares"):
        through(first, second, "assumed")


def test_newer_systems_are_the_curve_of_ios_11_taken_faster() -> None:
    curve = fit(points("iOS 11"))
    first, second = newer_systems(DAYS, 2)
    for place, day in enumerate(DAYS):
        whole = float(curve.curve([(day - date(2017, 9, 19)).days])[0]) / 100
        for share, out in ((first, date(2018, 3, 30)), (second, date(2018, 5, 29))):
            gone = float(curve.curve([2 * max((day - out).days, 0)])[0]) / curve.parameters[0].value
            assert share[place] == pytest.approx(whole * gone)
    assert (first[SPOKE], second[SPOKE]) == pytest.approx((0.537, 0.154), abs=5e-4)
    assert first[DAYS.index(date(2018, 3, 30))] == 0
    assert first[DAYS.index(date(2018, 3, 31))] > 0
    assert (np.diff(first) >= 0).all()
    # As many as were on iOS 11 at all by what Apple published: 81 percent that day.
    assert newer_systems(DAYS, 100)[0][SPOKE] < 0.83


def test_a_faster_system_never_passes_the_one_before() -> None:
    for speed in (0.1, 1, 3, 100):
        first, second = newer_systems(DAYS, speed)
        assert (second <= first).all()
        assert (first >= newer_systems(DAYS, speed / 2)[0]).all()


def test_the_hold_by_hand() -> None:
    course = replay(Hold(MID_APRIL, OUT), DAYS)
    developer = PACES["one developer, 2014"]
    for place, day in enumerate(DAYS):
        for share, start in ((course.would_have, MID_APRIL), (course.have, OUT)):
            expected = developer.share(np.array([float((day - start).days)]))[0] if day > start else 0
            assert share[place] == pytest.approx(expected)
    assert course.have[SPOKE] == 0
    assert course.would_have[SPOKE] == pytest.approx(0.985, abs=5e-4)
    assert course.have[DAYS.index(date(2018, 6, 4))] == pytest.approx(0.65)
    assert (course.have <= course.would_have).all()
    assert (course.faults[SPOKE], course.faults_without[SPOKE]) == pytest.approx((0.194, 0.0029), abs=5e-4)


@pytest.mark.parametrize("fault", [0.0, 0.3, 1.0])
def test_faults_are_those_of_single_devices_drawn_by_lot(fault: float) -> None:
    hold = Hold(MID_APRIL, OUT, "a study, 2012", 3.0, fault)
    course, draw, many = replay(hold, DAYS), np.random.default_rng(6), 200_000
    for day in (date(2018, 4, 20), date(2018, 5, 31), date(2018, 6, 8)):
        place = DAYS.index(day)
        lot = draw.random(many)
        met = np.zeros(many, bool)
        for share in course.newer:  # the second system's devices are among the first's
            met |= (lot < share[place]) & (draw.random(many) < fault)
        for expected, having in ((course.faults, course.have), (course.faults_without, course.would_have)):
            left = met & (draw.random(many) >= having[place])
            wide = 4 * (0.25 / many) ** 0.5
            assert expected[place] == pytest.approx(left.mean(), abs=wide)
    if fault == 0:
        assert not course.faults.any()
    if fault == 1:
        assert course.faults == pytest.approx(course.newer[0] * (1 - course.have))


def test_earlier_holds_miss_more_and_slower_paces_less() -> None:
    early, late = (replay(Hold(day, OUT), DAYS).would_have[SPOKE] for day in (date(2018, 3, 24), date(2018, 5, 20)))
    assert early > late
    slow, fast = (replay(Hold(date(2018, 5, 28), OUT, pace), DAYS).would_have[SPOKE]
                  for pace in ("a study, 2012", "automatic"))  # fmt: skip
    assert (slow, fast) == pytest.approx((1 - 0.5 ** (3 / 7), 0.875))
    same = replay(Hold(OUT, OUT), DAYS)
    assert list(same.have) == list(same.would_have)
    assert list(same.faults) == list(same.faults_without)


def test_an_unverified_release_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def doubtful(slug: str) -> Any:
        row = fact(slug)
        assert isinstance(row, Event)
        return replace(row, basis="unverified") if slug == "ios-11-3-out" else row

    monkeypatch.setattr(freeze, "fact_named", doubtful)
    course = replay(Hold(MID_APRIL, OUT), DAYS)
    (only,) = course.newer
    assert only[SPOKE] == pytest.approx(0.154, abs=5e-4)
    assert course.faults[SPOKE] == pytest.approx(0.3 * only[SPOKE])
    monkeypatch.setattr(freeze, "fact_named", lambda slug: replace(fact(slug), basis="unverified"))
    bare = replay(Hold(MID_APRIL, OUT), DAYS)
    assert bare.newer == ()
    assert bare.faults.shape == (100,)
    assert not bare.faults.any()


def test_without_ios_11_there_is_nothing_to_go_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freeze, "released", lambda name: None)
    with pytest.raises(KitError, match="no verified day of release for iOS 11"):
        replay(Hold(MID_APRIL, OUT), DAYS)
    monkeypatch.undo()
    monkeypatch.setattr(adoption, "published", lambda quantity: ())
    with pytest.raises(KitError, match="needs at least 4 points"):
        newer_systems(DAYS, 1)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: replay(Hold(MID_APRIL, OUT), ["2018-05-01"]), "the one in place 1 is '2018-05-01'"),  # type: ignore[list-item]
        (lambda: replay(Hold(MID_APRIL, OUT), [OUT, 3]), "the one in place 2 is 3"),  # type: ignore[list-item]
        (lambda: replay(Hold(MID_APRIL, OUT), "2018-05-01"), r"days is a list of days such as .* not '2018-05-01'"),  # type: ignore[arg-type]
        (lambda: replay(Hold(MID_APRIL, OUT), None), "days is a list of days"),  # type: ignore[arg-type]
        (lambda: replay(None, DAYS), r"hold is a Hold, such as Hold\(date\(2018, 4, 15\).* not None"),  # type: ignore[arg-type]
        (lambda: newer_systems(OUT, 2), "days is a list of days"),  # type: ignore[arg-type]
        (lambda: newer_systems(DAYS, "fast"), "speed is a number from 0 to 100, not 'fast'"),  # type: ignore[arg-type]
        (lambda: newer_systems(DAYS, -1), "speed is a number from 0 to 100, not -1"),
    ],
)
def test_what_is_no_hold_and_no_day_is_said(ask: Callable[[], Any], said: str) -> None:
    with pytest.raises(KitError, match=said):
        ask()


def test_newer_names_what_the_tables_say() -> None:
    for name, slug in NEWER.items():
        assert fact(slug).title.startswith(name)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"since": "2018-04-15"}, r"since is a day such as date\(2018, 4, 15\), not '2018-04-15'"),
        ({"until": None}, r"until is a day such as .* not None"),
        ({"since": date(2018, 6, 2)}, "since is a day before until, not 2018-06-02 after 2018-06-01"),
        ({"pace": "fast"}, "pace is one of one developer, 2014, a study, 2012, automatic, not 'fast'"),
        ({"pace": ["fast"]}, r"pace is one of .* not \['fast'\]"),
        ({"system_speed": 0}, r"system_speed is a number from 0\.1 to 100, not 0"),
        ({"system_speed": float("nan")}, "not nan"),
        ({"fault": 1.01}, r"fault is a number from 0 to 1, not 1\.01"),
        ({"fault": True}, "fault is a number from 0 to 1, not True"),
        ({"fault": "0.3"}, "fault is a number from 0 to 1, not '0.3'"),
    ],
)
def test_what_cannot_be_assumed_is_refused(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(KitError, match=said):
        Hold(**({"since": MID_APRIL, "until": OUT} | changed))
