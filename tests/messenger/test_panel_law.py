"""The law of access as a timeline: its acts against the tables, its marks by hand, its picture in every state."""

import random
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from matplotlib.dates import date2num, num2date
from matplotlib.text import Text

from chokepoints.classroom.panel import Drawing
from chokepoints.classroom.style import SMALLEST
from chokepoints.errors import KitError
from chokepoints.evidence import fact, source, table
from chokepoints.evidence.rows import FACT_TABLES
from chokepoints.messenger import panels
from chokepoints.messenger.acts import (
    ACTS,
    ASKS,
    DESIGNS,
    DROPPED,
    GIVEN,
    IN_FORCE,
    LAPSED,
    OPEN,
    STATUSES,
    STRUCK,
    Act,
    Change,
)
from chokepoints.messenger.panel_law import law_of_access

BY_SLUG = {act.slug: act for act in ACTS}
START = {control.name: control.start for control in law_of_access.controls}
DAYS = law_of_access.controls[0].values()
#: Lane -> its acts and how each stood, worked out by hand from the sources.
BY_HAND = {
    date(2008, 12, 31): {
        "a capability": {"calea": IN_FORCE},
        "keys or decryption": {"clipper": IN_FORCE, "clipper-agents": IN_FORCE, "ripa-49": IN_FORCE},
        "storage": {"data-retention-directive": IN_FORCE},
        "a limit": {"calea-decryption": IN_FORCE},
        "an answer": {"blaze-1994": GIVEN},
    },
    date(2016, 12, 31): {
        "a capability": {"calea": IN_FORCE, "apple-fbi": DROPPED, "ipa-253": IN_FORCE},
        "keys or decryption": {
            "clipper": DROPPED,
            "clipper-agents": DROPPED,
            "ripa-49": IN_FORCE,
            "art101-41-in-force": IN_FORCE,
        },
        "storage": {"data-retention-directive": STRUCK, "yarovaya-signed": IN_FORCE},
        "a limit": {"calea-decryption": IN_FORCE, "digital-rights-ireland": GIVEN, "kaye-2015": GIVEN},
        "an answer": {"blaze-1994": GIVEN, "lavabit": GIVEN, "keys-doormats": GIVEN},
    },
}


def sweep() -> list[dict[str, Any]]:
    """The start, each control over its range alone, and states by lot."""
    draw = random.Random(law_of_access.name)
    alone = [{control.name: value} for control in law_of_access.controls[1:] for value in control.values()]
    days = [{"until": day, "back": back} for day in DAYS[::36] for back in ("to 1993", "10 years", "2 years")]
    lots = [
        {control.name: draw.choice(list(control.values())) for control in law_of_access.controls} for _ in range(40)
    ]
    return [START | state for state in ({}, {"until": DAYS[0]}, *alone, *days, *lots)]


def where_it_is_ringed(act: Act) -> dict[str, Any]:
    """The first day of the slider from the act's own on, in its own jurisdiction and lane."""
    until = next(day for day in DAYS if day >= act.day)
    return START | {"until": until, "where": act.jurisdiction, "asks": act.asks}


def test_the_room_offers_the_panel() -> None:
    assert panels.law_of_access is law_of_access
    assert all(assumption.source for assumption in law_of_access.assumptions)


def test_acts_are_rows_of_the_tables_in_order_and_each_named_once() -> None:
    assert len(BY_SLUG) == len(ACTS) > 30
    assert [act.day for act in ACTS] == sorted(act.day for act in ACTS)
    for act in ACTS:
        assert act.row.slug == act.slug
        assert act.row.basis not in ("unverified", "indirect")
        assert act.day == act.row.date_from
        assert act.jurisdiction, f"{act.slug}: name its place"
        assert act.asks in ASKS
        assert act.design in DESIGNS
        assert all(source(name).url for name in act.row.sources)
        assert {act.status, *(change.to for change in act.changes)} <= set(STATUSES)
        assert all((day := change.day()) and day >= act.day for change in act.changes)


def test_what_the_assumption_says_of_the_last_row() -> None:
    assert max(act.day for act in ACTS).strftime("%B %Y") == "July 2026"
    assert any("July 2026" in assumption.text for assumption in law_of_access.assumptions)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.slug)
def test_every_act_can_be_ringed_and_is_told_with_its_sources(act: Act) -> None:
    drawing, state = Drawing(law_of_access), where_it_is_ringed(act)
    reading, _ = drawing.draw(state)
    assert drawing.artists.ring.get_xdata() == [date2num(act.day)]
    assert (
        f": {act.row.title}. It {act.does} (design: {act.design}); status: {act.status_on(state['until'])}." in reading
    )
    assert act.row.statement.rstrip(".") in reading
    publishers = dict.fromkeys(source(name).publisher for name in act.row.sources)
    assert reading.endswith(f" ({'; '.join(publishers)}).")
    assert act.label in [label.get_text() for label in drawing.artists.labels]


@pytest.mark.parametrize("day", BY_HAND, ids=str)
def test_lanes_and_marks_by_hand(day: date) -> None:
    drawing = Drawing(law_of_access)
    reading, _ = drawing.draw(START | {"until": day})
    shown = {
        (num2date(x).date(), list(ASKS)[round(y)], status)
        for status, points in drawing.artists.marks.items()
        for x, y in zip(points.get_xdata(), points.get_ydata(), strict=True)
    }
    expected = {
        (fact(slug).date_from, lane, status)  # type: ignore[union-attr]
        for lane, acts in BY_HAND[day].items()
        for slug, status in acts.items()
    }
    assert shown == expected
    count = sum(map(len, BY_HAND[day].values()))
    assert sum(len(points.get_xdata()) for points in drawing.artists.marks.values()) == count
    assert f": {count} acts (" in reading
    for status in STATUSES:
        number = sum(list(acts.values()).count(status) for acts in BY_HAND[day].values())
        assert (f"{number} {status}" in reading) == (number > 0)


@pytest.mark.parametrize(
    ("slug", "day", "status"),
    [
        ("clipper", date(1994, 2, 8), OPEN),
        ("clipper", date(1994, 2, 9), IN_FORCE),
        ("clipper", date(2015, 10, 18), IN_FORCE),
        ("clipper", date(2015, 10, 19), DROPPED),
        ("data-retention-directive", date(2014, 4, 7), IN_FORCE),
        ("data-retention-directive", date(2014, 4, 8), STRUCK),
        ("eu-interim-2021", date(2026, 4, 2), IN_FORCE),
        ("eu-interim-2021", date(2026, 4, 3), LAPSED),
        ("eu-interim-vote1", date(2026, 3, 25), OPEN),
        ("eu-interim-vote1", date(2026, 3, 26), DROPPED),
        ("france-8ter", date(2025, 3, 19), OPEN),
        ("france-8ter", date(2025, 3, 20), DROPPED),
        ("india-trace", date(2026, 11, 24), OPEN),
    ],
)
def test_an_act_stands_otherwise_from_the_day_of_its_end_on(slug: str, day: date, status: str) -> None:
    assert BY_SLUG[slug].status_on(day) == status


def test_an_act_that_ended_later_does_not_tell_its_end() -> None:
    state = {"until": date(2021, 7, 20), "where": "European Union", "asks": "scanning"}
    reading, _ = Drawing(law_of_access).draw(START | state)
    assert (
        "one act of the jurisdiction European Union in the lane scanning. Ringed, the last: 14 July 2021, E" in reading
    )
    assert "2026" not in reading.split("(")[0]
    assert "It allows scanning by choice (design: any); status: in force." in reading
    reading, _ = Drawing(law_of_access).draw(START | {"where": "India"})
    assert "Ringed, the last: May 2021, India, Government of India: " in reading


def test_both_sides_are_shown_where_the_sources_have_both() -> None:
    asking = {act.jurisdiction for act in ACTS if list(ASKS).index(act.asks) < 5}
    answering = {act.jurisdiction for act in ACTS if list(ASKS).index(act.asks) >= 5}
    both = {"United States", "United Kingdom", "European Union", "Russia", "Australia"}
    assert both <= asking & answering
    assert {act.asks for act in ACTS} == set(ASKS)


def test_what_is_unverified_undated_or_lost_is_no_act() -> None:
    doubtful = [row.slug for name in FACT_TABLES for row in table(name) if row.basis == "unverified"]
    assert doubtful
    for slug in doubtful:
        assert not Act(slug, "", "storage", "any").known()
        assert not Act("calea", "", "storage", "any", changes=(Change(slug, LAPSED),)).known()
    assert Act("calea", "", "storage", "any").known()
    assert not Act("clipper-three-persons", "", "an answer", "any").known()
    assert not Act("calea", "", "storage", "any", changes=(Change("dma-6-7", LAPSED, at_end=True),)).known()
    with pytest.raises(KitError, match="The tables have lost the row 'no-such-act'"):
        Act("no-such-act", "", "storage", "any").known()


def test_an_empty_choice_is_told_in_words() -> None:
    drawing = Drawing(law_of_access)
    drawing.draw(START)
    reading, _ = drawing.draw(START | {"where": "Canada", "asks": "traceability"})
    assert reading == (
        "From 1 January 1993 to 24 November 2026 the kit shows no act of the jurisdiction Canada "
        "in the lane traceability."
    )
    assert [len(points.get_xdata()) for points in drawing.artists.marks.values()] == [0] * len(STATUSES)
    assert drawing.artists.ring.get_xdata() == []
    assert {label.get_text() for label in drawing.artists.labels} == {""}


def test_marks_are_told_apart_by_shape() -> None:
    marks = Drawing(law_of_access).artists.marks
    assert len({points.get_marker() for points in marks.values()}) == len(STATUSES)
    assert list(marks) == list(STATUSES)


def test_texts_and_marks_are_large_apart_and_inside_in_every_state() -> None:
    drawing = Drawing(law_of_access)
    artists = drawing.artists
    page, plot = artists.figure.bbox, artists.axes.bbox
    for state in sweep():
        reading, picture = drawing.draw(state)
        assert reading.endswith(".")
        assert len(reading) <= 125 * law_of_access.lines, f"{len(reading)}: {reading}"
        assert len(picture) < 150_000
        left, right = artists.axes.get_xlim()
        unseen = {label for label in artists.axes.get_xticklabels() if not left <= label.get_position()[0] <= right}
        found = set(artists.figure.findobj(Text)) - unseen
        texts = [text for text in found if text.get_visible() and text.get_text()]
        assert min(float(text.get_fontsize()) for text in texts) >= SMALLEST
        boxes = [(text.get_text(), text.get_window_extent()) for text in texts]
        for name, box in boxes:
            inside = page.x0 + 2 <= box.x0 and box.x1 <= page.x1 - 2 and page.y0 + 2 <= box.y0 and box.y1 <= page.y1 - 2
            assert inside, f"{name!r} leaves the picture at {state}"
        for (one, its_box), (other, other_box) in combinations(boxes, 2):
            assert not its_box.overlaps(other_box), f"{one!r} and {other!r} overlap at {state}"
        spots: list[tuple[float, float]] = []
        for points in (*artists.marks.values(), artists.ring):
            radius = points.get_markersize() / 72 * artists.figure.dpi / 2
            for x, y in artists.axes.transData.transform(points.get_xydata()):
                assert plot.x0 + 2 <= x <= plot.x1 - 2, f"a mark leaves the axes at {state}"
                spots += [(float(x), float(y))] if points is not artists.ring else []
                for name, box in boxes:
                    over = box.x0 - radius < x < box.x1 + radius and box.y0 - radius < y < box.y1 + radius
                    assert not over, f"a mark lies on {name!r} at {state}"
        for (x, y), (other_x, other_y) in combinations(spots, 2):
            assert max(abs(x - other_x), abs(y - other_y)) > 8, f"a mark hides another at {state}"


def test_every_control_changes_picture_and_reading() -> None:
    drawing = Drawing(law_of_access)
    reading, picture = drawing.draw(START)
    for control in law_of_access.controls:
        others = (
            drawing.draw(START | {control.name: value})
            for value in control.values()[:: 1 + len(control.values()) // 20]
        )
        assert any(other[0] != reading and other[1] != picture for other in others), control.name


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    used = Drawing(law_of_access)
    draw = random.Random(7)
    for state in draw.sample(sweep(), 8):
        last = used.draw(state)
    assert last == Drawing(law_of_access).draw(state)


def test_reach_is_counted_back_from_the_chosen_day() -> None:
    until = date(2018, 12, 8)
    for back, days in (("2 years", 731), ("10 years", 3653)):
        reading, _ = Drawing(law_of_access).draw(START | {"until": until, "back": back})
        expected = [act for act in ACTS if until - timedelta(days=days) <= act.day <= until]
        assert f": {len(expected)} acts (" in reading
