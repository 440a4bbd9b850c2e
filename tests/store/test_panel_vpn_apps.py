"""The panel of VPN apps: steps, frames, words and verdict are the counts', in every state."""

import random
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from removals_pictures import check_changes, check_texts, read, start

from chokepoints.classroom.panel import Drawing
from chokepoints.evidence import cite, fact
from chokepoints.store import vpn_apps
from chokepoints.store.panel_vpn_apps import APPS, NOTHING, SHARE, vpn_apps_of_2024
from chokepoints.store.vpn_apps import AGENCY, BEFORE, COUNTS, EVERY, GOOGLE, NAMED, REPORT, SUMMER, gone, together

OPTIONS = {control.name: list(control.values()) for control in vpn_apps_of_2024.controls}
STATES = [dict(zip(OPTIONS, values, strict=True)) for values in product(*OPTIONS.values())]
DRAWING = Drawing(vpn_apps_of_2024)
SUM = len(COUNTS)


def bars(lane: int) -> list[tuple[float, float]]:
    """Where the bars of a lane begin and how long they are."""
    found = [bar for bar in DRAWING.artists.parts[lane] if bar.get_visible()]
    return [(round(float(bar.get_x()), 6), round(float(bar.get_width()), 6)) for bar in found]


def test_every_state() -> None:
    assert len(STATES) == 7 * 8 * 2
    for state in STATES:
        said = read(DRAWING, **state)
        one, other = gone(state["count"]), gone(state["add"]) if state["add"] != NOTHING else None
        assert one
        for lane, name in enumerate(COUNTS):
            found = gone(name)
            assert found
            scale = 1 if state["show"] == APPS else 100 / found.out_of if found.out_of else 0
            sizes = [size * scale for _, size in found.parts]
            rest = found.size * scale - sum(sizes)
            sizes += [rest] if rest > 1e-9 else []
            wanted = [(round(sum(sizes[:place]), 6), round(size, 6)) for place, size in enumerate(sizes)]
            assert bars(lane) == (wanted if scale else [])
            frame = DRAWING.artists.bases[lane]
            assert frame.get_visible() == (state["show"] == APPS and found.out_of is not None)
            assert not frame.get_visible() or frame.get_width() == found.out_of
            label = DRAWING.artists.labels[lane]
            words = f"{found.words}{f' of {found.base_words}' if found.out_of else ''}"
            share = found.share_words if found.out_of else "no base: out of how many is not said"
            assert label.get_text() == (words if state["show"] == APPS else share)
            assert (label.get_fontweight() == "bold") == (name in (state["count"], state["add"]))
            for bar in DRAWING.artists.parts[lane]:
                assert not bar.get_visible() or (bar.get_alpha() == 1) == (name in (state["count"], state["add"]))
        assert DRAWING.artists.band.get_y() == COUNTS.index(state["count"]) - 0.5
        assert f"{one.words} ({one.said_by}, {one.when}), out of {one.base_words}" in said
        assert len(said) <= 125 * vpn_apps_of_2024.lines
        below = DRAWING.artists.labels[SUM].get_text().replace("\n", " ")
        if other is None:
            assert below == ""
            assert "Added" not in said
            continue
        both = together(one, other)
        assert f"Added to what is {state['add']}: {both.verdict}" in said
        assert f"{both.why}." in said
        if both.total is None:
            assert bars(SUM) == []
            assert below == f"{'may not be added' if both.verdict == 'no' else 'not known'}: {both.why}"
        else:
            assert sum(width for _, width in bars(SUM)) == pytest.approx(
                both.total if state["show"] == APPS else 100 * both.total / 360, abs=1e-5
            )
            assert below == (both.words if state["show"] == APPS else "below 25.6 %")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "Missing in September 2024, by a test: 98 (GreatFire, test, 18 September 2024), out of more than 360: bel"
             "ow 27.2 %. Steps: 32 before July, 12 to 7 July, 30 to 11 August, 15 to 18 September, 8 day unknown, 1 n"),
        ({"count": AGENCY}, "Removed on demand, the agency says: 25 (Roskomnadzor, 4 July 2024), out of an unknown nu"),
        ({"count": SUMMER, "add": BEFORE}, "to what is missing before July 2024, by a test: yes, almost 92; no app is"),
        ({"add": REPORT}, "Added to what is removed in all of 2024, of every kind: not known; the report names no app"),
        ({"count": GOOGLE, "add": NAMED}, "13.3 %. Steps: 6 named to Google, 47 not named to it. Added to what is nam"
                                          "ed to Google and gone, by a test: no; one number lies inside the other."),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in read(DRAWING, **state)


def test_a_step_has_one_colour_in_every_lane_and_its_number_inside() -> None:
    read(DRAWING, show=SHARE)
    colours: dict[str, set[Any]] = {}
    for lane, name in enumerate(COUNTS):
        found = gone(name)
        assert found
        for (words, size), bar, text in zip(found.parts, DRAWING.artists.parts[lane], DRAWING.artists.sizes[lane],
                                            strict=False):  # fmt: skip
            colours.setdefault(words, set()).add(bar.get_facecolor()[:3])
            if len(found.parts) > 1 and size >= 6:
                assert text.get_text() == f"{size:g}"
                assert text.get_position()[0] == pytest.approx(bar.get_x() + bar.get_width() / 2)
    assert all(len(found) == 1 for found in colours.values())
    assert len({next(iter(found)) for found in colours.values()}) == len(colours)


def test_a_lost_count_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    row = replace(fact("vpn-ru-98"), basis="unverified")  # type: ignore[type-var]
    monkeypatch.setattr(vpn_apps, "fact_named", lambda slug: row if slug == row.slug else fact(slug))
    assert read(DRAWING) == "Missing in September 2024, by a test: no verified row."
    assert DRAWING.artists.labels[COUNTS.index(EVERY)].get_text() == "no verified row"
    assert read(DRAWING, count=BEFORE, add=EVERY).endswith(
        "Of what is missing in September 2024, by a test there is no verified row."
    )
    assert bars(COUNTS.index(EVERY)) == []


def test_a_sum_without_its_base_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    row = replace(fact("vpn-ru-98-tested"), basis="unverified")  # type: ignore[type-var]
    monkeypatch.setattr(vpn_apps, "fact_named", lambda slug: row if slug == row.slug else fact(slug))
    read(DRAWING, count=SUMMER, add=BEFORE, show=SHARE)
    assert DRAWING.artists.labels[SUM].get_text() == "no base"
    assert bars(SUM) == []
    read(DRAWING, count=SUMMER, add=BEFORE)
    assert DRAWING.artists.labels[SUM].get_text() == "almost 92"


def test_the_axis_has_room_for_bars_frames_and_words() -> None:
    for show, words in ((APPS, "Apps"), (SHARE, "Percent of the apps tested or named")):
        read(DRAWING, show=show, count=SUMMER, add=BEFORE)
        axes = DRAWING.artists.axes
        assert axes.get_xlabel() == words
        assert axes.get_xlim()[0] == 0
        assert max(axes.get_xticks()) < axes.get_xlim()[1]
        ends = [start + width for lane in range(SUM + 1) for start, width in bars(lane)]
        frames = [frame.get_width() for frame in DRAWING.artists.bases if frame.get_visible()]
        assert max(ends + frames) < axes.get_xlim()[1]
    assert [text.get_text().replace("\n", " ").lower() for text in DRAWING.artists.axes.get_yticklabels()] == [
        *(name.lower() for name in COUNTS), "added"]  # fmt: skip


def test_texts_lie_apart() -> None:
    for state in random.Random(2).sample(STATES, 8):
        DRAWING.draw(state)
        check_texts(DRAWING, state)


def test_controls_change_what_is_seen() -> None:
    check_changes(vpn_apps_of_2024)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw = random.Random(5)
    for _ in range(2):
        for state in draw.sample(STATES, 2):
            last = DRAWING.draw(state)
            assert len(last[1]) < 150_000
        assert last == Drawing(vpn_apps_of_2024).draw(state)


def test_the_start_and_the_sources() -> None:
    assert start(vpn_apps_of_2024) == {"count": EVERY, "add": NOTHING, "show": APPS}
    sources = {assumption.source for assumption in vpn_apps_of_2024.assumptions}
    for slug in ("vpn-ru-25", "vpn-ru-98", "vpn-ru-step-august", "as-2024-ru", "gp-vpn-gone", "gp-vpn-tested"):
        assert cite(slug) in sources
    assert not any("UNVERIFIED" in source for source in sources)
