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
from chokepoints.push.records import HALVES, PRINTED, REQUESTS, SHARE, TOKENS, TRUST, Asked, asked, half_words, places

OPTIONS = {control.name: list(control.values()) for control in records_asked.controls}
STATES = [dict(zip(OPTIONS, values, strict=True)) for values in product(*OPTIONS.values())]
DRAWING = Drawing(records_asked)
END = date(2024, 7, 1)
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


def slot(one: Asked) -> str:
    return "disputed" if one.disputed else one.place


def test_controls_offer_what_the_records_have() -> None:
    assert OPTIONS["counted"] == [REQUESTS, TOKENS, SHARE]
    assert OPTIONS["place"] == list(places())
    assert OPTIONS["trust"] == list(TRUST)
    assert len(OPTIONS["disputed"]) == 2
    assert len(STATES) == 72


@pytest.mark.parametrize("counted", OPTIONS["counted"])
def test_picture_and_reading_in_every_state(counted: str) -> None:
    for state in (one for one in STATES if one["counted"] == counted):
        said = reading(**state)
        rows = asked(counted, state["trust"], state["disputed"])
        dated = {(one.half, slot(one)): one for one in rows if one.half}
        drawn = bars()
        assert {key: bar.get_height() for key, bar in drawn.items()} == {key: one.high for key, one in dated.items()}
        for key, one in dated.items():
            bar, label = drawn[key], DRAWING.artists.labels[key]
            assert (bar.get_alpha() == 1) == (one.place == state["place"])
            assert (label.get_fontweight() == "bold") == (one.place == state["place"])
            number = one.words.split(" (")[0]
            assert label.get_text().replace("\n", " ") == number + "?" * one.disputed
            assert bar.get_hatch() == {(True, False): "xxx", (False, True): "..."}.get((one.disputed, one.computed), "")
            assert label.get_position()[1] > one.high
        empty = {key for key, label in DRAWING.artists.labels.items() if label.get_text() == "no row"}
        halves = {one.half for one in rows if one.place == state["place"]}
        bare = {half for half in HALVES if half not in halves} if state["place"] != "Israel" else set()
        assert empty == {(half, state["place"]) for half in bare}
        texts = {key for key, label in DRAWING.artists.labels.items() if label.get_text()}
        assert texts == set(dated) | empty
        assert said.startswith(f"{counted.capitalize()}, {state['place']}")
        assert said.endswith(RULE)
        assert len(said) <= 125 * records_asked.lines
        for one in rows:
            if one.place == state["place"]:
                assert one.words in said
                assert (half_words(one.half) if one.half else "at a time not noted") in said
        check_marks(DRAWING, [DRAWING.artists.answered], state)
        if state["trust"] == "every row":
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
    assert len(taken) == 16


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "Requests, world: 119 (disputed) in July to December 2022, 158 in January to June 2023, 277 in January to "
             "June 2024; 3 of 4 half-years have a row. One count may belong to the half-year before: a puzzle, not a"),
        ({"disputed": PRINTED}, "world: 158 and 119 (disputed) in January to June 2023, 277 in January to June 2024; "),
        ({"trust": "medium or high"}, "Requests, world, medium or high: 158 in January to June 2023, 277 in January to "
                                      "June 2024; 2 of 4 half-years have a row. Marked: "),
        ({"trust": "high alone"}, "Requests, world, high alone: no row. No other count has one either. Marked: "),
        ({"place": "United States"}, "48 in January to June 2023, 99 (65 answered) in July to December 2023, 129 in J"),
        ({"place": "United Kingdom"}, "123 (111 answered) in July to December 2023; 1 of 4 half-years has a row. Ma"),
        ({"place": "Israel"}, "Requests, Israel: no row. Its rows count: tokens named. Marked"),
        ({"place": "Israel", "counted": TOKENS}, "Tokens named, Israel: up to 700 at a time not noted (One Israeli re"
         "quest covered nearly 700 tokens; it was refused). One request may name many tokens, so the two are never a"),
        ({"place": "United States", "counted": TOKENS}, "345 in July to December 2023; 1 of 4 half-years has a row. O"),
        ({"counted": TOKENS}, "Tokens named, world: no row. Its rows count: requests, share answered."),
        ({"counted": SHARE}, "76 or 77 % in January to June 2023, 59 % in January to June 2024; 2 of 4 half-years have "
                             "a row. Why it fell is not shown: both rule and requests changed."),
        ({"counted": SHARE, "place": "United Kingdom"}, "90 % (our division) in July to December 2023; 1 of 4 half-yea"
                                                        "rs has a row. Marked: "),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in reading(**state)


def test_diamonds_are_the_answered() -> None:
    reading(place="Israel")
    found = {(x, y) for x, y in DRAWING.artists.answered.get_xydata().tolist()}
    (uk, us) = (DRAWING.artists.bars[HALVES[2], place] for place in ("United Kingdom", "United States"))
    assert found == {(bar.get_x() + bar.get_width() / 2, y) for bar, y in ((uk, 111), (us, 65))}
    reading(trust="medium or high")
    assert list(DRAWING.artists.answered.get_ydata()) == [65]
    for counted in (TOKENS, SHARE):
        reading(counted=counted)
        assert not len(DRAWING.artists.answered.get_xydata())


def test_what_has_no_half_year_is_a_line() -> None:
    lines, texts = DRAWING.artists.lines, DRAWING.artists.said
    for place in places():
        reading(counted=TOKENS, place=place, trust="high alone")
        assert [name for name, line in lines.items() if line.get_visible()] == ["Israel"]
        assert list(lines["Israel"].get_ydata()) == [700, 700]
        assert (lines["Israel"].get_alpha() == 1) == (place == "Israel")
        assert texts["Israel"].get_text() == f"{fact('push-req-israel').statement}\nIts half-year is not noted."
        assert texts["Israel"].get_position()[1] > 700
        assert DRAWING.artists.none.get_text() == ""
    for counted in (REQUESTS, SHARE):
        reading(counted=counted, place="Israel")
        assert not any(line.get_visible() for line in lines.values())
        assert not any(text.get_text() for text in texts.values())
        assert DRAWING.artists.none.get_text() == "no row for Israel"


def test_the_axis_counts_one_thing_and_keeps_its_scale() -> None:
    for counted, words, top in ((REQUESTS, "Requests", 277), (TOKENS, "Tokens named in requests", 700),
                                (SHARE, "Requests answered (%)", 100)):  # fmt: skip
        for trust in TRUST:
            reading(counted=counted, trust=trust)
            assert DRAWING.artists.axes.get_ylabel() == words
            assert DRAWING.artists.axes.get_ylim() == pytest.approx((0, 1.2 * top))
            ticks = DRAWING.artists.axes.get_yticks()
            assert 4 <= len(ticks) <= 8
            assert top * 0.85 <= max(ticks) <= 1.2 * top


def test_the_scale_has_room_for_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [replace(row, low=900, high=900) if row.slug == "push-req-h2-2023-uk" else row for row in table("figures")]
    monkeypatch.setattr(records, "table", lambda name: rows if name == "figures" else table(name))
    drawing = Drawing(records_asked)
    drawing.draw(start(records_asked) | {"trust": "medium or high"})
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
    assert len({panel_records._LOOKS[place] for place in places()}) == 4
    (legend,) = DRAWING.artists.figure.legends
    names = [text.get_text() for text in legend.get_texts()]
    assert sorted(names) == sorted([*places(), "half-year disputed", "our division", "answered, where a row says so"])
    hatches = {name: getattr(handle, "get_hatch", lambda: None)()
               for name, handle in zip(names, legend.legend_handles, strict=True)}  # fmt: skip
    assert (hatches["half-year disputed"], hatches["our division"], hatches["world"]) == ("xxx", "...", None)


def test_the_reason_is_the_table_s(monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = [row for row in table("disagreements") if row.slug == "push-requests"]
    assert row.reason in reading()
    monkeypatch.setattr(panel_records, "table", lambda name: ())
    with pytest.raises(KitError, match=r"disagreements\.csv has lost the row 'push-requests'"):
        reading()


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
    for slug in ("push-req-h2-2022", "push-primary", "wyden-letter", "apple-guideline-1", "apple-guideline-2"):
        assert cite(slug) in sources
    assert not any("UNVERIFIED" in source for source in sources)
    said = " ".join(assumption.text for assumption in records_asked.assumptions)
    for words in ("their numbers were not seen", "an inference", "that is no zero", "no row says which"):
        assert words in said
