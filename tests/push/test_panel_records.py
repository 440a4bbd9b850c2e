"""The panel of records asked for: bars, labels and reading are the records', in every state."""

import random
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from matplotlib.dates import date2num
from push_pictures import check_changes, check_marks, check_texts, start

from chokepoints.classroom.panel import Drawing
from chokepoints.errors import KitError
from chokepoints.evidence import cite, fact, table
from chokepoints.push import panel_records, records
from chokepoints.push.panel_records import records_asked
from chokepoints.push.records import HALVES, PRESS, REQUESTS, SHARE, TABLE, TOKENS, WHOSE, asked, half_words, places

OPTIONS = {control.name: list(control.values()) for control in records_asked.controls}
STATES = [dict(zip(OPTIONS, values, strict=True)) for values in product(*OPTIONS.values())]
DRAWING = Drawing(records_asked)
END = date(2025, 7, 1)
RULE = (
    "Marked: 6 December 2023: a senator's letter, Apple gives data on a subpoena; "
    "12 December 2023: on a judge's order or a warrant."
)


def reading(**state: Any) -> str:
    return DRAWING.draw(start(records_asked) | state)[0]


def bars() -> dict[tuple[date, str], Any]:
    """Every bar that has a height."""
    found: dict[tuple[date, str], Any] = {key: bar for key, bar in DRAWING.artists.bars.items() if bar.get_height()}
    return found


def test_controls_offer_what_the_records_have() -> None:
    assert OPTIONS["counted"] == [REQUESTS, TOKENS, SHARE]
    assert OPTIONS["place"] == list(places())
    assert OPTIONS["whose"] == [TABLE, PRESS]
    assert len(STATES) == 30


@pytest.mark.parametrize("counted", OPTIONS["counted"])
def test_picture_and_reading_in_every_state(counted: str) -> None:
    for state in (one for one in STATES if one["counted"] == counted):
        said = reading(**state)
        rows = asked(counted, state["whose"])
        dated = {(one.half, one.place): one for one in rows if one.half}
        drawn = bars()
        heights = {key: one.high for key, one in dated.items() if one.high}
        assert {key: bar.get_height() for key, bar in drawn.items()} == heights
        for key, bar in drawn.items():
            assert (bar.get_alpha() == 1) == (key[1] == state["place"])
            one = dated[key]
            assert bar.get_hatch() == {(True, False): "xxx", (False, True): "..."}.get((one.two, one.computed), "")
        labels = {key: label.get_text().replace("\n", " ") for key, label in DRAWING.artists.labels.items()}
        mine = {key: one.words for key, one in dated.items() if key[1] == state["place"]}
        undated = [one for one in rows if one.place == state["place"] and not one.half]
        bare = {(half, state["place"]): "no row" for half in HALVES if not undated}
        assert {key: text for key, text in labels.items() if text} == bare | mine
        for key in mine:
            assert DRAWING.artists.labels[key].get_position()[1] > dated[key].high
        assert said.startswith(f"{counted.capitalize()}, {state['place']}, {state['whose']}: ")
        assert said.endswith(RULE)
        assert len(said) <= 125 * records_asked.lines
        halves = {one.half for one in rows if one.place == state["place"]}
        for one in rows:
            if one.place == state["place"]:
                assert one.words in said
                if halves != set(HALVES):
                    assert (half_words(one.half) if one.half else "at a time not noted") in said
        check_marks(DRAWING, [DRAWING.artists.answered], state)
        check_texts(DRAWING, state)


def test_bars_stand_in_their_half_year_side_by_side() -> None:
    DRAWING.draw(start(records_asked))
    ends = [*HALVES, END]
    taken: list[tuple[float, float]] = []
    marked = float(date2num(date(2023, 12, 6)))
    for (half, _), bar in DRAWING.artists.bars.items():
        left, right = bar.get_x(), bar.get_x() + bar.get_width()
        first, last = (float(date2num(day)) for day in (half, ends[ends.index(half) + 1]))
        assert first < left < right < last
        assert right < marked or left > marked
        assert bar.get_y() == 0
        assert all(right <= one or left >= other for one, other in taken)
        taken.append((left, right))
    assert len(taken) == len(HALVES) * len(places())


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "Requests, world, Apple's table (a copy): 70 (54 answered), 119 (90), 232 (181), 277 (164), 312 (191), 393"
             " (278) by half-year from 1 July 2022 on. The press: 119 or 158 in January to June 2023. Marked: "),
        ({"whose": PRESS}, "Requests, world, the press: 119 or 158 in January to June 2023, 277 in January to June 202"
         "4; 2 of 6 half-years have a row. Apple's table, in a copy, has 119 and no 158. 277 of a year later less 119"),
        ({"place": "United States"}, "39 (33 answered), 48 (42), 99 (65), 129 (36), 122 (39), 168 (91) by half-year fro"
                                     "m 1 July 2022 on. Marked: "),
        ({"place": "United States", "whose": PRESS}, "48 in January to June 2023, 99 (65 answered) in July to December "
         "2023, 129 in January to June 2024; 3 of 6 half-years have a row. Marked"),
        ({"place": "United Kingdom", "whose": PRESS}, "123 (111 answered) in July to December 2023; 1 of 6 half-years h"
                                                      "as a row. Marked"),
        ({"place": "Israel"}, "1 (0 answered) in July to December 2023; 1 of 6 half-years has a row. Marked"),
        ({"place": "Israel", "whose": PRESS}, "Requests, Israel, the press: no row. Its rows count: tokens named. Ma"),
        ({"place": "Netherlands", "whose": PRESS}, "press: no row. No other count has one either; the table has. M"),
        ({"counted": TOKENS}, "table (a copy): 794, 234, 1,180, 545, 743, 966 by half-year from 1 July 2022 on. One req"
                              "uest may name many tokens, so the two are never added up. Marked"),
        ({"place": "Netherlands", "counted": TOKENS}, "687 in July to December 2022, 1 in July to December 2023; 2 of 6"
         " half-years have a row. One request may name many tokens, so the two are never added up."),
        ({"place": "Israel", "counted": TOKENS, "whose": PRESS}, "up to 700 at a time not noted (One Israeli request co"
         "vered nearly 700 tokens; it was refused). Apple's table: 694 in July to December 2023. Marked"),
        ({"counted": TOKENS, "whose": PRESS}, "Tokens named, world, the press: no row. Its rows count: requests, share "
                                              "answered."),
        ({"counted": SHARE}, "77 % (54 of 70), 76 % (90 of 119), 78 % (181 of 232), 59 % (164 of 277), 61 % (191 of 312"
         "), 71 % (278 of 393) by half-year from 1 July 2022 on. Our divisions; why they move is not shown. Marked"),
        ({"counted": SHARE, "whose": PRESS}, "76 or 77 % in January to June 2023, 59 % in January to June 2024; 2 of 6 "
         "half-years have a row. Apple's table: 76 % (90 of 119) in January to June 2023. Marked"),
        ({"counted": SHARE, "place": "United Kingdom", "whose": PRESS}, "90 % (111 of 123) in July to December 2023; 1 "
         "of 6 half-years has a row. With brackets: our division. Marked: "),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in reading(**state)


def test_a_place_without_a_row_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row for row in table("figures") if not row.slug.startswith("push-table-h2-2023-il")]
    monkeypatch.setattr(records, "table", lambda name: rows if name == "figures" else table(name))
    assert "Israel, Apple's table (a copy): no row. No other count has one either. Marked" in reading(place="Israel")
    assert "(One Israeli request covered nearly 700 tokens; it was refused). Marked" in reading(
        place="Israel", counted=TOKENS, whose=PRESS
    )


def test_diamonds_are_the_answered() -> None:
    for place, answered in (("world", [54, 90, 181, 164, 191, 278]), ("Israel", [0])):
        reading(place=place)
        halves = HALVES if place == "world" else HALVES[2:3]
        stand = [DRAWING.artists.bars[half, place] for half in halves]
        middles = [bar.get_x() + bar.get_width() / 2 for bar in stand]
        assert DRAWING.artists.answered.get_xdata() == middles
        assert DRAWING.artists.answered.get_ydata() == answered
    reading(place="United States", whose=PRESS)
    assert list(DRAWING.artists.answered.get_ydata()) == [65]
    for counted, whose in product((TOKENS, SHARE), WHOSE):
        reading(counted=counted, whose=whose)
        assert not len(DRAWING.artists.answered.get_xydata())


def test_what_has_no_half_year_is_a_line() -> None:
    lines, texts = DRAWING.artists.lines, DRAWING.artists.said
    for place in places():
        reading(counted=TOKENS, place=place, whose=PRESS)
        assert [name for name, line in lines.items() if line.get_visible()] == ["Israel"]
        assert list(lines["Israel"].get_ydata()) == [700, 700]
        assert (lines["Israel"].get_alpha() == 1) == (place == "Israel")
        assert texts["Israel"].get_text() == f"{fact('push-req-israel').statement}\nIts half-year is not noted."
        assert texts["Israel"].get_position()[1] > 700
    for counted, whose in ((REQUESTS, PRESS), (SHARE, PRESS), (TOKENS, TABLE)):
        reading(counted=counted, place="Israel", whose=whose)
        assert not any(line.get_visible() for line in lines.values())
        assert not any(text.get_text() for text in texts.values())


def test_the_axis_counts_one_thing_and_keeps_its_scale() -> None:
    for counted, words, top in ((REQUESTS, "Requests", 393), (TOKENS, "Tokens named in requests", 1_180),
                                (SHARE, "Requests answered (%)", 100)):  # fmt: skip
        for whose in WHOSE:
            reading(counted=counted, whose=whose)
            assert DRAWING.artists.axes.get_ylabel() == words
            assert DRAWING.artists.axes.get_ylim() == pytest.approx((0, 1.2 * top))
            ticks = DRAWING.artists.axes.get_yticks()
            assert 4 <= len(ticks) <= 8
            assert top * 0.85 <= max(ticks) <= 1.2 * top


def test_the_scale_has_room_for_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [replace(row, low=900, high=900) if row.slug == "push-req-h2-2023-uk" else row for row in table("figures")]
    monkeypatch.setattr(records, "table", lambda name: rows if name == "figures" else table(name))
    drawing = Drawing(records_asked)
    drawing.draw(start(records_asked))
    assert drawing.artists.axes.get_ylim() == pytest.approx((0, 1_080))
    assert list(drawing.artists.axes.get_yticks()) == [0, 200, 400, 600, 800, 1_000]


def test_the_change_of_standard_is_marked_on_its_days() -> None:
    axes = DRAWING.artists.axes
    texts = {text.get_text().replace("\n", " "): text for text in axes.texts if "December 2023:" in text.get_text()}
    assert list(texts) == [
        "6 December 2023: a senator's letter Apple gives data on a subpoena",
        "12 December 2023: on a judge's order or a warrant",
    ]
    days = [float(date2num(date(2023, 12, day))) for day in (6, 12)]
    assert [text.xy[0] for text in texts.values()] == days
    lines = [float(line.get_xdata()[0]) for line in axes.lines if line.get_color() == "black" and len(line.get_xdata())]
    assert [day for day in days if day in lines] == days


def test_places_are_told_apart_and_doubt_by_hatch() -> None:
    assert len({panel_records._LOOKS[place] for place in places()}) == len(places()) == 5
    (legend,) = DRAWING.artists.figure.legends
    names = [text.get_text() for text in legend.get_texts()]
    assert sorted(names) == sorted([*places(), "two numbers", "our division", "answered, where a row says so"])
    hatches = {name: getattr(handle, "get_hatch", lambda: None)()
               for name, handle in zip(names, legend.legend_handles, strict=True)}  # fmt: skip
    assert (hatches["two numbers"], hatches["our division"], hatches["world"]) == ("xxx", "...", None)


def test_the_reason_is_the_table_s(monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = [row for row in table("disagreements") if row.slug == "push-requests"]
    assert row.reason in reading(whose=PRESS)
    monkeypatch.setattr(panel_records, "table", lambda name: ())
    with pytest.raises(KitError, match=r"disagreements\.csv has lost the row 'push-requests'"):
        reading(whose=PRESS)


def test_every_control_changes_picture_and_reading() -> None:
    check_changes(records_asked)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw = random.Random(5)
    for _ in range(3):
        for state in draw.sample(STATES, 2):
            last = DRAWING.draw(state)
            assert len(last[1]) < 150_000
        assert last == Drawing(records_asked).draw(state)


def test_assumptions_name_their_sources() -> None:
    sources = {assumption.source for assumption in records_asked.assumptions}
    for slug in ("push-table-h1-2025", "push-req-h1-2023", "wyden-letter", "apple-guideline-1", "apple-guideline-2"):
        assert cite(slug) in sources
    assert not any("UNVERIFIED" in source for source in sources)
    said = " ".join(assumption.text for assumption in records_asked.assumptions)
    for words in ("was not seen with its numbers", "a guess from our arithmetic", "never across", "no row says which"):
        assert words in said
