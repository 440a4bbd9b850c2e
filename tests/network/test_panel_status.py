"""Who says it is blocked: lanes by hand, words no more than their rows, and the picture in every state."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from matplotlib.colors import to_hex
from matplotlib.dates import date2num
from network_pictures import check_changes, check_sources, check_texts, shown_texts, start

from chokepoints.classroom.panel import Drawing
from chokepoints.classroom.style import COLOURS
from chokepoints.errors import KitError
from chokepoints.evidence import fact, table
from chokepoints.evidence.rows import Fact, Figure
from chokepoints.network import status_2026
from chokepoints.network.panel_status import who_says_blocked
from chokepoints.network.status_2026 import (
    BLOCKED,
    DISPUTED,
    FREE,
    IN_PART,
    LANES,
    NOTHING,
    STATES,
    Span,
    Word,
    said_on,
    spans,
    words,
)

DAYS = who_says_blocked.controls[0].values()
MEANINGS = who_says_blocked.controls[1].values()
DRAWING = Drawing(who_says_blocked)
#: Day -> state and rows of each lane in their order, worked out by hand from the tables.
BY_HAND: dict[date, list[tuple[str, tuple[str, ...]]]] = {
    date(2018, 4, 12): [(NOTHING, ())] * 5,
    date(2018, 4, 14): [(NOTHING, ()), (BLOCKED, ("tagansky-ruling",)), *[(NOTHING, ())] * 3],
    date(2018, 4, 19): [
        (BLOCKED, ("block-begins",)),
        (BLOCKED, ("tagansky-ruling",)),
        (IN_PART, ("degrade-30",)),
        (NOTHING, ()),
        (IN_PART, ("degrade-20-operator",)),
    ],
    date(2020, 6, 17): [
        (BLOCKED, ("block-begins",)),
        (BLOCKED, ("tagansky-ruling",)),
        (IN_PART, ("degrade-15-40",)),
        (NOTHING, ()),
        (IN_PART, ("degrade-20-operator",)),
    ],
    date(2020, 6, 18): [
        (FREE, ("not-on-register",)),
        (DISPUTED, ("ruling-never-lifted",)),
        (FREE, ("unblock",)),
        (NOTHING, ()),
        (NOTHING, ()),
    ],
    date(2022, 10, 29): [
        (IN_PART, ("tme-blip",)),
        (DISPUTED, ("ruling-never-lifted",)),
        (FREE, ("unblock",)),
        (NOTHING, ("ooni-2023-unlisted",)),
        (NOTHING, ()),
    ],
    date(2022, 10, 30): [
        (FREE, ("not-on-register",)),
        (DISPUTED, ("ruling-never-lifted",)),
        (FREE, ("unblock",)),
        (NOTHING, ("ooni-2023-unlisted",)),
        (NOTHING, ()),
    ],
    date(2025, 10, 22): [
        (FREE, ("not-on-register",)),
        (DISPUTED, ("ruling-never-lifted",)),
        (IN_PART, ("south-2025",)),
        (NOTHING, ()),
        (NOTHING, ()),
    ],
    date(2026, 4, 9): [
        (FREE, ("not-on-register",)),
        (DISPUTED, ("ruling-never-lifted",)),
        (IN_PART, ("throttle-2026",)),
        (BLOCKED, ("ooni-2026",)),
        (NOTHING, ()),
    ],
    date(2026, 11, 24): [
        (FREE, ("not-on-register",)),
        (DISPUTED, ("ruling-never-lifted",)),
        (IN_PART, ("throttle-2026",)),
        (BLOCKED, ("ooni-2026",)),
        (BLOCKED, ("full-block-2026", "full-block-2026-failures")),
    ],
}
ANSWERS = {BLOCKED: "yes", IN_PART: "in part", DISPUTED: "disputed", FREE: "no", NOTHING: "no word"}


def drawn(**state: Any) -> str:
    return DRAWING.draw(start(who_says_blocked) | state)[0]


@pytest.fixture
def damage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Gives a row other contents, in this module alone."""

    def change(slug: str, **contents: Any) -> None:
        row: Fact = replace(fact(slug), **contents)  # type: ignore[type-var]
        before = status_2026.fact_named
        monkeypatch.setattr(status_2026, "fact_named", lambda name: row if name == slug else before(name))
        words.cache_clear()

    yield change
    monkeypatch.undo()
    words.cache_clear()


@pytest.mark.parametrize("day", BY_HAND, ids=str)
def test_lanes_by_hand(day: date) -> None:
    assert [(said.state, said.slugs) for said in said_on(day).values()] == BY_HAND[day]


def test_the_matter_of_the_table_is_shown_whole() -> None:
    matter = next(row for row in table("disagreements") if row.slug == "blocked-2026")
    assert len(matter.facts) > 5
    assert set(matter.facts) <= {word.slug for word in words()}


def test_rows_are_verified_and_every_lane_is_of_use() -> None:
    assert {word.lane for word in words()} == set(LANES)
    assert {word.state for word in words()} == {*STATES, NOTHING}
    for word in words():
        assert all(row.basis != "unverified" for row in word.rows)
        assert word.first == (fact(word.since or word.slug).date_from)
        assert word.first <= word.last
        # No day but the first of the row, and no number but its own, is in a word.
        assert not any(letter.isdigit() for letter in word.short + word.said.replace("since 2020", ""))


def test_numbers_and_days_come_from_the_rows(damage: Any) -> None:
    assert said_on(date(2018, 6, 1))["agency"].said == "15 to 40 % degraded, undefined"
    assert said_on(date(2018, 6, 1))["agency"].short == "15 to 40 % degraded"
    assert "up to about 95 % of tries" in said_on(date(2026, 5, 1))["press"].said
    row = fact("degrade-15-40")
    assert isinstance(row, Figure)
    assert (row.low, row.high) == (15, 40)
    damage("degrade-15-40", low=11, high=12)
    assert said_on(date(2018, 6, 1))["agency"].said == "11 to 12 % degraded, undefined"
    damage("ooni-2026", date_from=date(2026, 3, 1))
    assert "from 1 March 2026" in said_on(date(2026, 3, 1))["measurements"].said


@pytest.mark.parametrize("slug", sorted({row.slug for word in words() for row in word.rows}))
def test_a_word_whose_row_is_unverified_or_undated_is_not_said(damage: Any, slug: str) -> None:
    resting = [word for word in words() if slug in (row.slug for row in word.rows)]
    assert resting
    damage(slug, basis="unverified")
    assert not set(resting) & set(words())
    for day in DAYS[::40]:
        assert slug not in {name for said in said_on(day).values() for name in said.slugs}
    for lane in LANES:
        spans(lane)
    damage(slug, basis="read", date_from=None)
    assert not set(resting) & set(words())


def test_a_lane_without_a_verified_row_says_nothing(damage: Any) -> None:
    for slug in ("ooni-2023-unlisted", "ooni-2026"):
        damage(slug, basis="unverified")
    assert spans("measurements") == ()
    reading, _ = Drawing(who_says_blocked).draw(start(who_says_blocked))
    assert "measurements: no word in the kit; " in reading


def test_a_word_without_its_row_is_refused() -> None:
    with pytest.raises(KitError, match="The tables have lost the row 'no-such-row'"):
        Word("press", "no-such-row", BLOCKED, "", "").known()


def test_spans_follow_the_words_day_by_day() -> None:
    days = [date(2018, 4, 1) + timedelta(days=count) for count in range(0, 3_200, 7)]
    days += [date(2022, 10, day) for day in (28, 29, 30)]
    runs = {lane: spans(lane) for lane in LANES}
    for own in runs.values():
        assert [span.first for span in own] == sorted(span.first for span in own)
    for day in days:
        for lane, said in said_on(day).items():
            found = [span.state for span in runs[lane] if span.first <= day and (not span.last or day <= span.last)]
            assert found == ([said.state] if said.state else [])
    assert Span(date(2022, 10, 29), date(2022, 10, 29), IN_PART) in spans("register")
    assert spans("press")[0] == Span(date(2018, 4, 18), date(2020, 6, 17), IN_PART)
    assert spans("press")[-1] == Span(date(2026, 4, 10), None, BLOCKED)


def test_the_slider_stops_where_something_is_told() -> None:
    assert date(2022, 10, 29) in DAYS
    seen = {slug for day in DAYS for said in said_on(day).values() for slug in said.slugs}
    assert seen == {word.slug for word in words()}


def test_readings_are_short_and_say_every_lane_and_the_answer() -> None:
    setup = start(who_says_blocked)
    for day in sorted({*DAYS[::4], *DAYS[-60:]}):
        for lane, meaning in zip(LANES, MEANINGS, strict=True):
            said = who_says_blocked.update(DRAWING.artists, **setup | {"day": day, "meaning": meaning})
            assert len(said) <= 375, said
            for name, word in said_on(day).items():
                assert f"{name}: {word.said}" in said
            assert said.endswith(f" If blocked means that {meaning}: {ANSWERS[said_on(day)[lane].state]}.")


@pytest.mark.parametrize(
    ("day", "meaning", "said"),
    [
        (date(2026, 4, 11), "the register lists it", "register: not listed since 2020, says a list maintainer; "),
        (date(2026, 4, 11), "the register lists it", "If blocked means that the register lists it: no."),
        (date(2026, 4, 11), "measurements show it", "many providers block from 20 March 2026, data suggest; "),
        (date(2026, 4, 11), "measurements show it", "measurements show it: yes."),
        (date(2026, 4, 11), "the press reports it", "press: a full block without VPN (one outlet); up to about 95 % "),
        (date(2026, 4, 11), "a ruling restricts it", "a ruling restricts it: disputed."),
        (date(2026, 4, 11), "the agency says so", "agency: progressive restrictions; "),
        (date(2018, 4, 14), "measurements show it", "measurements: no word in the kit; "),
        (date(2018, 4, 14), "measurements show it", "measurements show it: no word."),
        (date(2018, 4, 14), "a ruling restricts it", "ruling: access restricted from 13 April 2018; "),
    ],
)
def test_readings_by_hand(day: date, meaning: str, said: str) -> None:
    assert said in drawn(day=day, meaning=meaning)


@pytest.mark.parametrize("day", [date(2018, 4, 14), date(2018, 5, 26), date(2022, 10, 29), date(2026, 11, 24)], ids=str)
def test_the_picture_shows_each_lane_up_to_the_day(day: date) -> None:
    drawn(day=day, meaning="the agency says so")
    artists, found = DRAWING.artists, said_on(day)
    shown = [
        (bar.get_x(), round(bar.get_y() + bar.get_height() / 2), bar.get_x() + bar.get_width(), bar.get_facecolor())
        for _, bar in artists.bars
        if bar.get_width()
    ]
    colours = dict(zip(STATES, (COLOURS[1], COLOURS[6], COLOURS[4], COLOURS[5]), strict=True))
    expected = [
        (date2num(span.first), LANES.index(lane), date2num(min(span.last or day, day)) + 1, colours[span.state].lower())
        for lane in LANES
        for span in spans(lane)
        if span.first <= day
    ]
    assert [(x, y, end, to_hex(colour)) for x, y, end, colour in shown] == expected
    assert [text.get_text() for text in artists.words] == [said.short for said in found.values()]
    for said, sign in zip(found.values(), artists.signs, strict=True):
        assert sign.get_visible() == bool(said.state)
        assert not said.state or to_hex(sign.get_facecolor()) == colours[said.state].lower()
    assert artists.day.get_xdata() == [date2num(day) + 1] * 2
    begun = [word for word in words() if word.first <= day]
    assert list(artists.marks.get_ydata()) == [LANES.index(word.lane) for word in begun]
    assert artists.band.get_y() == 1.5
    assert artists.answer.get_text() == f"Blocked that day: {ANSWERS[found['agency'].state]}"


def test_states_are_told_apart_by_hatch_as_well() -> None:
    looks = {span.state: (bar.get_hatch(), bar.get_facecolor()) for span, bar in DRAWING.artists.bars}
    assert set(looks) == set(STATES)
    assert len({hatch for hatch, _ in looks.values()}) == len({colour for _, colour in looks.values()}) == 4
    drawn(day=date(2018, 6, 2))
    for said, sign in zip(said_on(date(2018, 6, 2)).values(), DRAWING.artists.signs, strict=True):
        assert not said.state or (sign.get_hatch() or None) == looks[said.state][0]


def test_texts_are_large_apart_and_inside_on_every_kind_of_day() -> None:
    firsts = {word.first for word in words()}
    days = {next(day for day in DAYS if day >= first) for first in firsts} | {DAYS[0], DAYS[-1], date(2024, 1, 6)}
    for count, day in enumerate(sorted(days)):
        state = {"day": day, "meaning": MEANINGS[count % len(MEANINGS)]}
        _, picture = DRAWING.draw(state)
        assert len(picture) < 150_000
        check_texts(DRAWING, [], state)
        legend = DRAWING.artists.figure.legends[0].get_window_extent()
        beside = [text for text, box in shown_texts(DRAWING) if box.x0 > DRAWING.artists.axes.bbox.x1]
        assert len(beside) >= 6
        assert not any(legend.overlaps(text.get_window_extent()) for text in DRAWING.artists.words)
        assert not legend.overlaps(DRAWING.artists.answer.get_window_extent())


def test_every_control_changes_picture_and_reading() -> None:
    check_changes(who_says_blocked)


def test_assumptions_name_their_source() -> None:
    check_sources(who_says_blocked, {"datasets/README.md"})


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    used, draw = Drawing(who_says_blocked), random.Random(7)
    for _ in range(8):
        state = {"day": draw.choice(DAYS), "meaning": draw.choice(MEANINGS)}
        last = used.draw(state)
    assert last == Drawing(who_says_blocked).draw(state)
