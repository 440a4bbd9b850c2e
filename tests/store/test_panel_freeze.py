"""The panel of the freeze: lines and reading are the replay's, every event stands on its day."""

import random
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from matplotlib.dates import date2num
from store_pictures import check_controls, check_lengths, check_words, first_state, texts_in_sight

from chokepoints.classroom.panel import Drawing
from chokepoints.classroom.style import style
from chokepoints.errors import KitError
from chokepoints.evidence import cite, fact
from chokepoints.store import freeze, panel_freeze
from chokepoints.store.freeze import MID_APRIL, PACES, Hold, replay
from chokepoints.store.panel_freeze import DAYS, FIRST, LAST, MARKS, SPOKE, hold, the_freeze

DRAWING = Drawing(the_freeze)
START = first_state(the_freeze)
OUT = date(2018, 6, 1)
EVENTS = {
    "last-ios-version": date(2018, 3, 24),
    "apple-request-1": date(2018, 4, 17),
    "apple-letter": date(2018, 5, 28),
    "ios-11-4-release": date(2018, 5, 29),
    "durov-31may": SPOKE,
    "update-approved": OUT,
}


def reading(**state: Any) -> str:
    """What the panel says, its artists changed; no picture is made, which takes most of the time."""
    with style():
        return the_freeze.update(DRAWING.artists, **(START | state))


def drawn() -> dict[str, list[float]]:
    """The height of every line that is drawn, day by day."""
    lines = DRAWING.artists.lines
    return {name: list(line.get_ydata()) for name, line in lines.items() if len(line.get_ydata())}


@pytest.mark.parametrize("pace", PACES)
def test_lines_are_the_replay(pace: str) -> None:
    for since, speed, fault in ((FIRST, 1, 0), (MID_APRIL, 2, 30), (date(2018, 5, 20), 10, 100)):
        reading(since=since, pace=pace, speed=speed, fault=fault)
        course = replay(Hold(since, OUT, pace, speed, fault / 100), DAYS)
        expected = {
            "newer 0": course.newer[0], "newer 1": course.newer[1], "would": course.would_have, "have": course.have,
            "faults": course.faults, "without": course.faults_without,
        }  # fmt: skip
        found = drawn()
        assert set(found) == set(expected)
        for name, share in expected.items():
            assert found[name] == pytest.approx(list(100 * share))
            assert list(DRAWING.artists.lines[name].get_xdata()) == list(date2num(DAYS))
        corners = DRAWING.artists.missing.get_paths()[0].vertices
        place = DAYS.index(SPOKE)
        heights = corners[corners[:, 0] == date2num(SPOKE), 1]
        assert (heights.min(), heights.max()) == pytest.approx((0, 100 * course.would_have[place]))


def test_what_is_shown_is_drawn_and_said() -> None:
    parts = {
        "systems": ({"newer 0", "newer 1"}, "on a newer system"),
        "versions": ({"would", "have"}, "would have had the version"),
        "faults": ({"faults", "without"}, "would meet a fault"),
    }
    for shown, (names, words) in parts.items():
        said = reading(shown=shown)
        assert set(drawn()) == names
        assert [other for other, (_, there) in parts.items() if there in said] == [shown]
        assert words in said
        covers = DRAWING.artists.missing.get_paths()[0].vertices[:, 1].max() > 0
        assert covers == (shown == "versions")
    assert all(words in reading() for _, words in parts.values())


def test_the_beginning_of_the_hold_is_drawn_and_named() -> None:
    for since, words in ((FIRST, "24 March"), (MID_APRIL, "15 April"), (SPOKE, "31 May")):
        reading(since=since)
        assert list(DRAWING.artists.since.get_xdata()) == [date2num(since)] * 2
        assert DRAWING.artists.words.get_text() == f"held since {words}"
        assert DRAWING.artists.words.xy[0] == date2num(since)


def test_the_line_of_the_hold_ends_below_the_words_of_the_marks() -> None:
    """On every day: its words lie over no other, in the picture, beside its line; the line crosses no words at all."""
    axes = DRAWING.artists.lines["have"].axes
    for since in the_freeze.controls[0].values():
        reading(since=since, shown="systems")
        if since == FIRST:
            DRAWING.artists.picture()  # the legend is laid out as it is drawn
        check_words(DRAWING, since)
        line = DRAWING.artists.since.get_window_extent()
        words = DRAWING.artists.words.get_window_extent()
        assert line.x1 < words.x0 < line.x1 + 9 or line.x0 - 9 < words.x1 < line.x0, since
        assert words.y0 < line.y1 < words.y1
        assert axes.bbox.x0 <= words.x0
        assert words.x1 <= axes.bbox.x1
        for text, box in texts_in_sight(DRAWING):
            within = box.x0 - 2 < line.x0 < box.x1 + 2 and box.y0 < line.y1 and line.y0 < box.y1
            assert not within, f"the line of {since} crosses {text.get_text()!r}"


def test_the_words_on_the_hold_hide_few_lines_of_marks() -> None:
    """They stand over white, on the side where fewer marks are."""
    marks = {float(date2num(day)) for day in EVENTS.values()}
    axes = DRAWING.artists.lines["have"].axes
    crossed = {}
    for since in the_freeze.controls[0].values():
        reading(since=since)
        words = DRAWING.artists.words
        box = words.get_window_extent().transformed(axes.transData.inverted())
        crossed[since] = sum(box.x0 <= mark <= box.x1 for mark in marks)
        assert words.get_bbox_patch().get_facecolor() == (1, 1, 1, 1)
        assert words.get_zorder() > max(line.get_zorder() for line in axes.lines)
    early = {date(2018, 4, day): 1 for day in range(4, 8)}  # no room between the edge and their line
    late = {date(2018, 5, 29): 1, date(2018, 5, 30): 2, SPOKE: 1}
    assert {day: count for day, count in crossed.items() if count} == early | late


def test_the_legend_names_what_is_drawn_and_nothing_else() -> None:
    versions = ["new version, had updates flowed", "new version, as it went", "what was missing"]
    systems = ["on a system newer than the app", "of these on iOS 11.4"]
    faults = ["a fault, expected", "a fault, had updates flowed"]
    named = {"systems": systems, "versions": versions, "faults": faults, "all": versions + systems + faults}
    for shown in ("all", "systems", "versions", "all", "faults", "faults"):
        state = START | {"shown": shown}
        assert DRAWING.draw(state)[1] == Drawing(the_freeze).draw(state)[1]
        (legend,) = DRAWING.artists.figure.legends
        assert [text.get_text() for text in legend.get_texts()] == named[shown]
        areas = 1 if shown in ("all", "versions") else 0
        assert len(drawn()) + areas == len(named[shown])
        looks = {(line.get_color(), line.get_linestyle(), line.get_linewidth()) for line in legend.get_lines()}
        lines = DRAWING.artists.lines
        assert looks == {(lines[name].get_color(), lines[name].get_linestyle(), lines[name].get_linewidth())
                         for name in drawn()}  # fmt: skip


def test_every_event_is_marked_on_its_day() -> None:
    assert {slug: fact(slug).date_from for slug, *_ in MARKS} == EVENTS
    axes = DRAWING.artists.lines["have"].axes
    texts = {
        text.get_text(): text.xy[0] for text in axes.texts if hasattr(text, "xy") and text is not DRAWING.artists.words
    }
    assert texts == {
        "24 March: last version": date2num(FIRST),
        "17 April: stores asked": date2num(date(2018, 4, 17)),
        "28 May: letter": date2num(date(2018, 5, 28)),
        "29 May: iOS 11.4": date2num(date(2018, 5, 29)),
        "31 May: founder's post": date2num(SPOKE),
        "1 June: update is out": date2num(OUT),
    }
    lines = {float(line.get_xdata()[0]) for line in axes.lines if len(line.get_xdata()) == 2}
    assert {float(date2num(day)) for day in EVENTS.values()} <= lines
    assert axes.get_ylabel() == "iOS devices or users (%)"
    assert axes.get_xlabel() == "2018"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "Held since 15 April 2018, the founder's mid-April; on 31 May 2018 99 % of the users would have had the ve"
             "rsion held back, 0 % had it; 54 % of iOS devices were on a newer system than the app's last version, 15 %"
             " on iOS 11.4; 19 % would meet a fault, had updates flowed 0.3 %, at an assumed 30 % a system. Apple gave "
             "no reason."),
        ({"since": FIRST, "shown": "versions", "pace": "a study, 2012"}, "Held since 24 March 2018, the day of the last"
         " version; on 31 May 2018 100 % of the users would have had the version held back, 0 % had it. Apple gave no r"
         "eason."),
        ({"since": date(2018, 5, 28), "shown": "versions", "pace": "automatic"}, "Held since 28 May 2018; on 31 May 201"
         "8 88 % of the users"),
        ({"since": SPOKE, "shown": "versions"}, "on 31 May 2018 0 % of the users would have had"),
        ({"shown": "faults", "fault": 100}, "54 % would meet a fault, had updates flowed 0.8 %, at an assumed 100 % a s"
         "ystem."),
        ({"shown": "systems", "speed": 5}, "66 % of iOS devices were on a newer system than the app's last version, 23 "
         "% on iOS 11.4. Apple gave no reason."),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in reading(**state)


def test_no_reading_says_whose_order_the_hold_was() -> None:
    for shown, since in product(("all", "systems", "versions", "faults"), (FIRST, MID_APRIL, SPOKE)):
        said = reading(shown=shown, since=since)
        assert said.endswith("Apple gave no reason.")
        assert not any(
            word in said.casefold() for word in ("because", "agency", "regulator", "ordered", "roskomnadzor")
        )


def test_every_state_is_legible_and_fits() -> None:
    days = list(the_freeze.controls[0].values())
    assert (days[0], days[-1]) == (FIRST, SPOKE)
    for number, since in enumerate([*days[:3], *days[3:-3:5], *days[-3:]]):
        shown = ("all", "systems", "versions", "faults")[number % 4]
        state = START | {"since": since, "shown": shown, "pace": tuple(PACES)[number % 3], "fault": 5 * (number % 21)}
        check_lengths(the_freeze, *DRAWING.draw(state))
        check_words(DRAWING, state)


def test_every_control_changes_picture_and_reading() -> None:
    check_controls(the_freeze)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw = random.Random(8)
    for _ in range(2):
        for _ in range(3):
            state = {control.name: draw.choice(list(control.values())) for control in the_freeze.controls}
            last = DRAWING.draw(state)
        assert last == Drawing(the_freeze).draw(state)


def test_unverified_rows_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def doubtful(slug: str) -> Any:
        return (
            replace(fact(slug), basis="unverified") if slug in ("update-approved", "ios-11-4-release") else fact(slug)
        )

    for module in (freeze, panel_freeze):
        monkeypatch.setattr(module, "fact_named", doubtful)
    drawing = Drawing(the_freeze)
    said, _ = drawing.draw(START)
    axes = drawing.artists.lines["have"].axes
    assert len([text for text in axes.texts if hasattr(text, "xy")]) == 4 + 1  # and that of the hold
    assert hold(MID_APRIL, "automatic", 2, 30).until == LAST
    assert not any(drawing.artists.lines["have"].get_ydata())
    assert not len(drawing.artists.lines["newer 1"].get_ydata())
    assert "iOS 11.4" not in said
    (legend,) = drawing.artists.figure.legends
    assert not any("11.4" in text.get_text() for text in legend.get_texts())
    check_words(drawing, "two rows left out")

    def but_one(slug: str) -> Any:
        return fact(slug) if slug == "apple-request-1" else replace(fact(slug), basis="unverified")

    for module in (freeze, panel_freeze):
        monkeypatch.setattr(module, "fact_named", but_one)
    bare = Drawing(the_freeze)
    assert "no known share of iOS devices" in bare.draw(START)[0]
    for day in range(1, 9):  # only the mark to the right is left, which the words could cross or leave the picture
        bare.draw(START | {"since": date(2018, 4, day)})
        check_words(bare, day)
        assert bare.artists.words.get_window_extent().x0 >= axes.bbox.x0


def test_without_curve_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> None:
        raise KitError("The tables hold no verified day of release for iOS 11.")

    monkeypatch.setattr(panel_freeze, "replay", nothing)
    said, picture = DRAWING.draw(START)
    assert said == "Nothing to replay: The tables hold no verified day of release for iOS 11."
    assert not drawn()
    assert not DRAWING.artists.figure.legends
    assert picture == Drawing(the_freeze).draw(START)[1]


def test_assumptions_name_their_sources() -> None:
    sources = {assumption.source for assumption in the_freeze.assumptions}
    for slug in ("last-ios-version", "durov-31may", "update-approved", "apple-request-1", "ios-11-3-out",
                 "ios-11-4-release", "app-upgrade-blog-day3", "app-update-moller", "as-updates-auto"):  # fmt: skip
        assert cite(slug) in sources
    assert not any("UNVERIFIED" in source for source in sources)
    said = " ".join(assumption.text for assumption in the_freeze.assumptions)
    for words in ("No source says that the hold was made for the agency", "neither side explained", "not its end"):
        assert words in said
