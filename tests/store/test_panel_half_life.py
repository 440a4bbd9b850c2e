"""The panel of the half-life: what it says and draws is what the formula gives, in whatever order it is worked."""

import random
from functools import cache
from itertools import product
from math import inf, log
from typing import Any

import numpy as np
import pytest
from store_pictures import check_words

from chokepoints.classroom.panel import Drawing
from chokepoints.classroom.style import style
from chokepoints.evidence import cite
from chokepoints.store.base import Again
from chokepoints.store.panel_half_life import cases, days_to_half, half_life, kept

PANEL = half_life
START = {control.name: control.start for control in PANEL.controls}
CONTROLS = {control.name: control for control in PANEL.controls}
STATES: list[dict[str, Any]] = [
    {},
    {"replaced": 5, "restored_ios": 100, "deleted": 0},
    {"again": str(Again.NEVER), "replaced": 150, "deleted": 50},
    {"again": str(Again.ALWAYS)},
    {"sideload": 60, "markets": 45},
    {"restored_ios": 40, "restored_android": 40, "sideload": 0, "markets": 0},
    {"restored_ios": 95, "markets": 45, "deleted": 0, "replaced": 10},
]
WAYS = ("replaced", "deleted", "again")


@cache
def panel() -> Drawing:
    """One for all tests: below it is shown that what was drawn before does not matter."""
    return Drawing(PANEL)


def drawn(**state: Any) -> tuple[Drawing, str]:
    return panel(), panel().draw(START | state)[0]


def by_hand(state: dict[str, Any], replaced: float) -> list[float]:
    """The four half-lives, worked out here: chances a day, and the logarithm."""
    given, found = START | state, []
    for restored, keep in (
        (given["restored_ios"], 0),
        (given["restored_android"], 0),
        (given["restored_android"], given["sideload"]),
        (given["restored_ios"], given["markets"]),
    ):
        brought = {"nobody": 0.0, "who restores a backup": restored / 100}.get(given["again"], 1.0)
        phone, other = replaced / 36_500, given["deleted"] / 36_500
        loss = 0.0 if given["again"] == Again.ALWAYS else phone * (1 - brought) + (1 - phone) * other
        share = keep / 100
        found.append(inf if share >= 0.5 or not loss else log((0.5 - share) / (1 - share)) / log(1 - loss))
    return found


@pytest.mark.parametrize("state", STATES, ids=str)
def test_the_lines_are_the_formula(state: dict[str, Any]) -> None:
    drawing, _ = drawn(**state)
    axes = drawing.artists.figure.axes[0]
    low, high = axes.get_ylim()
    now = (START | state)["replaced"]
    assert list(drawing.artists.now.get_xdata()) == [now, now]
    assert axes.get_yscale() == "log"
    for place, (line, point) in enumerate(zip(drawing.artists.lines, drawing.artists.points, strict=True)):
        for replaced, days in line.get_xydata():
            wanted = by_hand(state, replaced)[place]
            assert days == pytest.approx(wanted, rel=1e-6) if wanted <= high else np.isnan(days)
            assert not days < low
        ((at, half),) = point.get_xydata()
        assert at == now
        wanted = by_hand(state, now)[place]
        assert half == pytest.approx(wanted, rel=1e-6) if wanted <= high else np.isnan(half)


@pytest.mark.parametrize("state", STATES, ids=str)
def test_the_reading_says_what_the_formula_gives(state: dict[str, Any]) -> None:
    drawing, said = drawn(**state)
    halves = by_hand(state, (START | state)["replaced"])
    names = ("iOS", "Android", "with side-loading", "iOS with marketplaces")
    for name, days in zip(names, halves, strict=True):
        if days == inf:
            assert f"{name} never" in said
        elif days > 30_000:
            assert f"{name} about {days / 365:,.0f} years" in said
        elif days < 365:
            assert f"{name} {days:.0f}" in said
        else:
            years = days / 365
            words = f"{years:.0f} years" if years >= 9.5 else f"{years:.1f} years"
            assert f"{name} {days:,.0f} ({words})" in said
    gone = drawing.artists.never.get_text()
    for case, days in zip(cases(0, 0, 0, 0), halves, strict=True):
        assert (f"{case.name}: " in gone) == (days > 30_000)
    given = START | state
    lines = cases(*(given[name] for name in ("restored_ios", "restored_android", "sideload", "markets")))
    year = [100 * kept(case, *(given[name] for name in WAYS)) for case in lines]
    assert (
        f"{year[0]:.0f} % still have it on iOS, {year[1]:.0f} % on Android, {year[2]:.0f} % with side-loading" in said
    )


def test_what_is_kept_by_hand() -> None:
    ios, android, sideload, _ = cases(0, 0, 20, 0)
    never = ("nobody",)
    assert kept(ios, 36.5, 0, *never, days=100) == pytest.approx(0.999**100)
    assert kept(sideload, 36.5, 0, *never, days=100) == pytest.approx(0.2 + 0.8 * 0.999**100)
    half = days_to_half(android, 36.5, 0, *never)
    assert kept(android, 36.5, 0, *never, days=half) == pytest.approx(0.5)
    assert kept(sideload, 36.5, 0, *never, days=days_to_half(sideload, 36.5, 0, *never)) == pytest.approx(0.5)


@pytest.mark.parametrize("name", CONTROLS)
def test_every_control_changes_picture_and_reading(name: str) -> None:
    drawing, every = panel(), list(CONTROLS[name].values())
    values = [every[0], every[len(every) // 3], every[-1]]
    seen = [drawing.draw(START | {name: value}) for value in dict.fromkeys(values)]
    assert len({reading for reading, _ in seen}) == len(seen)
    assert len({picture for _, picture in seen}) == len(seen)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw, used = random.Random(6), panel()
    for _ in range(3):
        for _ in range(5):
            state = {control.name: draw.choice(list(control.values())) for control in PANEL.controls}
            reading, picture = used.draw(state)
            assert reading.endswith(".")
            assert len(reading) <= 125 * PANEL.lines
            assert len(picture) < 150_000
        assert (reading, picture) == Drawing(PANEL).draw(state)


def test_the_longest_reading_fits() -> None:
    drawing = panel()
    for replaced, deleted, restored, markets in product((5, 10, 20, 35, 100, 150), (0, 5, 10), (70, 80, 95), (5, 45)):
        state = {"replaced": replaced, "deleted": deleted, "restored_ios": restored, "restored_android": restored,
                 "markets": markets, "sideload": markets}  # fmt: skip
        with style():
            assert len(PANEL.update(drawing.artists, **(START | state))) <= 125 * PANEL.lines


def test_the_legend_names_the_lines_that_are_drawn() -> None:
    names = [case.name for case in cases(0, 0, 0, 0)]
    for state, gone in (
        ({}, ()),
        ({"sideload": 60, "markets": 50}, names[2:]),
        ({"restored_ios": 100, "deleted": 0}, (names[0], names[3])),
        ({"restored_ios": 95, "deleted": 0, "replaced": 5}, ()),  # beyond the picture here, and within for others
        ({"again": str(Again.ALWAYS)}, names),
        ({"sideload": 50}, (names[2],)),
    ):
        drawing = panel()
        assert drawing.draw(START | state)[1] == Drawing(PANEL).draw(START | state)[1]
        named = [text.get_text() for legend in drawing.artists.figure.legends for text in legend.get_texts()]
        assert named == [name for name in names if name not in gone]
        check_words(drawing, state)


def test_the_words_on_what_is_beyond_cover_no_line() -> None:
    worst = product((0, 5, 50), (0, 95, 100), (0, 95), (0, 45, 60), (0, 45, 60), (5, 150))
    names = ("deleted", "restored_ios", "restored_android", "sideload", "markets", "replaced")
    artists, rows = panel().artists, set()
    into = artists.lines[0].axes.transData
    for values in worst:
        for again in (Again.RESTORE, Again.NEVER):
            with style():
                PANEL.update(artists, **(START | dict(zip(names, values, strict=True)) | {"again": str(again)}))
            if artists.never.get_text():
                box = artists.never.get_window_extent().padded(3)
                rows.add(artists.never.get_text().count("\n"))
                for line in artists.lines + artists.points:
                    spots = line.get_xydata()
                    assert not box.count_contains(into.transform(spots[np.isfinite(spots[:, 1])])), values
    assert rows == {0, 1, 2, 3}


def test_assumptions_name_their_sources() -> None:
    sources = " ".join(assumption.source for assumption in PANEL.assumptions)
    for slug in ("phone-service-mts-2018", "fortnite-not-again", "delisted-got-again", "dma-live"):
        assert cite(slug) in sources
