"""The panel of push against polling: its bars and its reading are the model's, in whatever order it is worked."""

import random
from typing import Any

import pytest

from chokepoints.classroom.panel import Drawing
from chokepoints.evidence import cite, published
from chokepoints.push.panel_polling import loads, push_or_polling
from chokepoints.push.polling import Polling, Way, compare

START = {control.name: control.start for control in push_or_polling.controls}
STATES = [
    {},
    {"every": "minute", "hours": 24, "messages": 200},
    {"every": "4 hours", "hours": 8, "messages": 5, "transport": "Mozilla"},
    {"every": "hour", "transport": "XMPP"},
    {"every": "30 minutes", "transport": "ntfy, as released", "messages": 100},
]


def ends(drawing: Drawing) -> list[list[float]]:
    """Where each bar ends, by picture and way."""
    return [[bar.get_x() + bar.get_width() for bar in bars] for bars in drawing.artists.bars]


@pytest.mark.parametrize("state", STATES, ids=str)
def test_bars_and_words_are_the_model(state: dict[str, Any]) -> None:
    drawing = Drawing(push_or_polling)
    said, _ = drawing.draw(START | state)
    found = loads(**(START | state))
    rows = [found[way] for way in Way]
    for values, wanted in zip(
        ends(drawing),
        (
            [row.wake_ups for row in rows],
            [row.day_delay for row in rows],
            [row.bytes for row in rows],
            [row.busiest for row in rows],
        ),
        strict=True,
    ):
        assert values == pytest.approx(wanted)
    assert drawing.artists.worst.get_xydata().tolist() == [[rows[0].worst_delay, 0]]
    written = [[text.get_text() for text in words] for words in drawing.artists.words]
    assert written[0] == [f"{row.wake_ups:,.0f}" for row in rows]
    for words in (written[0][0], written[0][1], written[0][2], written[1][0], *written[2], written[3][0]):
        assert f"{words}" in said


def test_the_reading_as_it_starts() -> None:
    """By hand: 65 polls of 2,000 bytes and 40 messages of 1,000; 1,920 keep-alives of 150."""
    said, _ = Drawing(push_or_polling).draw(START)
    for words in (
        "every 15 minutes for 16 hours a day: 65 wake-ups, 170 kB",
        "7.5 min by day on average, 8 h at worst",
        "make 16,700 requests a second",
        "kept alive every 45 s: 1,960 wake-ups, 328 kB, 15 million connections",
        "By gateway: 40 wake-ups, 40 kB",
    ):
        assert words in said


def test_a_state_is_the_model_s() -> None:
    found = loads("4 hours", 10, 25, "XMPP")
    assert found == compare(Polling(240, 10, 25, 270))
    # Four transports, and the keep-alive of each as the tables have it.
    intervals = {f"{row.low:.0f}" for name in ("ntfy", "xmpp", "sunup") for row in published(f"keepalive-{name}")}
    drawing = Drawing(push_or_polling)
    said = {
        drawing.draw(START | {"transport": name})[0].split("alive every ")[1].split(" s:")[0]
        for name in push_or_polling.controls[3].values()
    }
    assert said == intervals == {"45", "55", "270", "300"}


@pytest.mark.parametrize("control", push_or_polling.controls, ids=lambda control: control.name)
def test_every_control_changes_picture_and_reading(control: Any) -> None:
    drawing, every = Drawing(push_or_polling), list(control.values())
    seen = [drawing.draw(START | {control.name: value}) for value in (every[0], every[len(every) // 2], every[-1])]
    assert len({reading for reading, _ in seen}) == 3
    assert len({picture for _, picture in seen}) == 3


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw, used = random.Random(4), Drawing(push_or_polling)
    for _ in range(5):
        for _ in range(4):
            state = {control.name: draw.choice(list(control.values())) for control in push_or_polling.controls}
            reading, picture = used.draw(state)
            assert reading.endswith(".")
            assert len(reading) <= 125 * push_or_polling.lines
            assert len(picture) < 150_000
        assert (reading, picture) == Drawing(push_or_polling).draw(state)


def test_every_bar_stays_inside_its_picture() -> None:
    drawing = Drawing(push_or_polling)
    for every in push_or_polling.controls[0].values():
        for hours, messages in ((8, 5), (24, 200)):
            drawing.draw(START | {"every": every, "hours": hours, "messages": messages})
            for bars, values in zip(drawing.artists.bars, ends(drawing), strict=True):
                low, high = bars[0].axes.get_xlim()
                assert all(low < value < high for value in values)
            low, high = drawing.artists.worst.axes.get_xlim()
            assert low < drawing.artists.worst.get_xdata()[0] < high


def test_assumptions_name_their_sources_and_what_is_left_out() -> None:
    sources = {assumption.source for assumption in push_or_polling.assumptions}
    for slug in ("aud-15m", "unifiedpush-keepalive-ntfy", "ntfy-keepalive", "unifiedpush-keepalive-xmpp"):
        assert cite(slug) in sources
    assert any("mAh" in assumption.text for assumption in push_or_polling.assumptions)
