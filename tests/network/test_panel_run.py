"""The picture of a finished run: its marks and its words are those of the run, in every state and in any order."""

import itertools
import random
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from matplotlib.text import Text
from network_talk import run

from chokepoints.classroom.panel import Drawing, Panel
from chokepoints.classroom.state import state_line
from chokepoints.classroom.style import SMALLEST, style
from chokepoints.errors import KitError
from chokepoints.network.panel_run import as_picture, saw
from chokepoints.network.week import Got, Run, whole_arc

VISITORS, PROVIDER = "the visitors'", "the provider's"
ROWS = ["messenger", "messenger behind maps", "shop", "school", "maps"]
STATES = [{"phase": phase, "eyes": eyes} for eyes in (VISITORS, PROVIDER) for phase in range(1, 9)]


@cache
def the_run() -> Run:
    return run(whole_arc())


@cache
def the_panel() -> Panel:
    return as_picture(the_run())


@cache
def fresh() -> list[tuple[str, bytes]]:
    """Reading and picture of each state, each from a panel that has shown nothing before."""
    return [Drawing(the_panel()).draw(state) for state in STATES]


@cache
def used() -> Drawing:
    return Drawing(the_panel())


def marks(drawing: Drawing) -> dict[str, dict[str, set[tuple[int, int]]]]:
    """Where the marks of each kind are, of visitors and provider."""
    return {
        eyes: {word: {(int(x), int(y)) for x, y in line.get_xydata()} for word, line in lines.items()}
        for eyes, lines in drawing.artists.marks.items()
    }


@pytest.mark.parametrize("state", STATES, ids=str)
def test_marks_are_the_run(state: dict[str, Any]) -> None:
    drawing = used()
    drawing.draw(state)
    found, hidden = marks(drawing)[state["eyes"]], marks(drawing)[PROVIDER if state["eyes"] == VISITORS else VISITORS]
    assert not set().union(*hidden.values())
    expected: dict[str, set[tuple[int, int]]] = {}
    stopped = set()
    for phase in the_run().phases[: state["phase"]]:
        for one in phase.asked:
            at = (phase.number, ROWS.index(one.who))
            expected.setdefault(str(one.got) if state["eyes"] == VISITORS else saw(one), set()).add(at)
            if one.done != "pass":
                stopped.add(at)
    assert {word: places for word, places in found.items() if places} == expected
    dots = {(int(x), int(y)) for x, y in drawing.artists.dots.get_xydata()}
    assert drawing.artists.band.get_x() == state["phase"] - 0.5
    rules = the_run().of(state["phase"]).rules
    assert drawing.artists.words.get_text().endswith(f"\nRules: {rules[0] if rules else 'none'}")
    assert dots == (stopped if state["eyes"] == PROVIDER else set())


@pytest.mark.parametrize("state", [STATES[number] for number in (0, 6, 7, 14, 15)], ids=str)
def test_no_word_is_clipped_and_none_covers_another(state: dict[str, Any]) -> None:
    drawing = used()
    drawing.draw(state)
    figure = drawing.artists.figure
    with style():
        boxes = {}
        legends = drawing.artists.legends
        unseen = {text for eyes in legends if eyes != state["eyes"] for text in legends[eyes].get_texts()}
        for text in figure.findobj(Text):
            if text.get_text() and text.get_visible() and text not in unseen:
                assert text.get_fontsize() >= max(SMALLEST, 12)
                boxes[text.get_text()] = text.get_window_extent()
        assert f"Phase {state['phase']}: " in " ".join(boxes)
        assert len(boxes) >= 1 + 8 + 5 + 4
        for words, box in boxes.items():
            assert figure.bbox.x0 + 2 <= box.x0, words
            assert figure.bbox.y0 + 2 <= box.y0, words
            assert box.x1 <= figure.bbox.x1 - 2, words
            assert box.y1 <= figure.bbox.y1 - 2, words
        for (one, here), (other, there) in itertools.combinations(boxes.items(), 2):
            assert not here.overlaps(there), (one, other)
        (axes,) = figure.axes
        assert legends[state["eyes"]].get_window_extent().y1 <= min(
            label.get_window_extent().y0 for label in axes.get_xticklabels()
        )


def test_readings() -> None:
    said = [reading for reading, _ in fresh()]
    assert max(map(len, said)) <= 125 * the_panel().lines
    assert len(set(said)) == len(STATES)
    assert all(words.endswith(".") and words.count(".") == 1 + 2 * words.count(".example") / 2 for words in said)
    for state, words in zip(STATES, said, strict=True):
        phase = the_run().of(state["phase"])
        assert words.startswith(f"Phase {phase.number} ({phase.title}): of {len(phase.asked)} requests ")
        if state["eyes"] == VISITORS:
            for end in Got:
                count = sum(one.got is end for one in phase.asked)
                assert (f" {count} {end}" in words) == (count > 0)
            upto = [one for one in itertools.chain(*(past.asked for past in the_run().phases[: phase.number]))]
            assert f"{sum(one.got is Got.REACHED for one in upto)} of {len(upto)} were reached" in words
        else:
            assert f"the provider stopped {sum(one.done != 'pass' for one in phase.asked)}" in words
            assert ("it read maps.example" in words) == (phase.number >= 6)
            assert ("cannot see" in words) == (phase.number == 8)
    visitors = said[:8]
    assert [number for number, words in enumerate(visitors, 1) if "; nobody is dark;" in words] == [1, 3]
    assert [number for number, words in enumerate(visitors, 1) if "; nobody else is dark;" in words] == [2, 5, 6, 8]
    assert "; shop and school, which no rule names, are dark;" in visitors[3]
    assert "; maps, which a rule names too, is dark;" in visitors[6]
    assert "the log has 1 under the own name, 3 as address alone;" in said[8 + 3]
    assert "the log has 4 under the own name, 1 under another's name;" in said[8 + 5]


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw = random.Random(3)
    assert len({picture for _, picture in fresh()}) == len(STATES)
    assert all(len(picture) < 150_000 for _, picture in fresh())
    for _ in range(24):
        number = draw.randrange(len(STATES))
        assert used().draw(STATES[number]) == fresh()[number]


def test_two_runs_give_one_picture_and_another_run_another() -> None:
    again = as_picture(run(whole_arc()))
    state = {"phase": 8, "eyes": VISITORS}
    assert Drawing(again).draw(state) == fresh()[7]
    first = the_run().phases[0]
    lost = replace(first, asked=(*first.asked[:-1], replace(first.asked[-1], got=Got.OTHER, done="closed")))
    short = as_picture(Run((lost, *the_run().phases[1:3])))
    drawing = Drawing(short)
    words, _ = drawing.draw({"phase": 1, "eyes": VISITORS})
    assert "of 4 requests 3 reached, 1 no answer; maps, which no rule names, is dark; up to here 3 of 4" in words
    assert marks(drawing)[VISITORS]["no answer"] == {(1, 3)}
    assert "ended by the cloud" not in marks(drawing)[VISITORS]
    assert short.controls[0].values() == [1, 2, 3]


def test_shapes_and_colours_tell_the_marks_apart() -> None:
    drawing = used()
    for lines in drawing.artists.marks.values():
        assert len({line.get_marker() for line in lines.values()}) == len(lines)
        assert len({line.get_color() for line in lines.values()}) == len(lines)
    assert [list(lines) for lines in drawing.artists.marks.values()] == [
        ["reached", "refused", "reset", "ended by the cloud"],
        ["under the own name", "under another's name", "as address alone"],
    ]
    for eyes in (VISITORS, PROVIDER):
        drawing.draw({"phase": 2, "eyes": eyes})
        assert [other for other, legend in drawing.artists.legends.items() if legend.get_visible()] == [eyes]


def test_the_panel_itself() -> None:
    panel = the_panel()
    assert (panel.name, panel.lines) == ("network-the-run", 3)
    start = {control.name: control.start for control in panel.controls}
    assert start == {"phase": 8, "eyes": VISITORS}
    assert state_line(panel.name, panel.controls, start | {"phase": 4}) == "show(the_run, phase=4)"
    assert 4 <= Drawing(panel).artists.figure.get_figheight() <= 4.6
    for given in (None, the_run().phases, whole_arc, panel):
        with pytest.raises(KitError, match="await whole_arc"):
            as_picture(given)  # type: ignore[arg-type]
