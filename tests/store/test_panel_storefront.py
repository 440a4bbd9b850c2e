"""The panel of the store: every state is a run of the store, read and drawn as it came out."""

import itertools
import random
from typing import Any

import pytest

from chokepoints.classroom.panel import Drawing
from chokepoints.classroom.style import style
from chokepoints.evidence import fact_slugs
from chokepoints.store.panel_storefront import at_the_store, run

START = {control.name: control.start for control in at_the_store.controls}
STATES = [
    dict(zip(START, values, strict=True))
    for values in itertools.product(*(control.values() for control in at_the_store.controls))
]
DRAWING = Drawing(at_the_store)
HERE, EVERYWHERE, HOLD = "remove in one storefront", "remove everywhere", "hold updates"
ALL, NONE, OLD = (True,) * 5, (False,) * 4 + (True,), (True, True, False, True, True)


def reading(**state: Any) -> str:
    """What it says of a state; no picture is made, which would take most of the time."""
    with style():
        return at_the_store.update(DRAWING.artists, **START | state)


def marks() -> dict[Any, str]:
    return {key: mark.get_text() for key, mark in DRAWING.artists.marks.items()}


def test_there_are_as_many_states_as_there_should_be() -> None:
    assert len(STATES) == 3 * 2 * 2 * 2 * 5 * 2


@pytest.mark.parametrize(
    ("answer", "asked", "others", "missing", "version"),
    [("refuse", ALL, ALL, 0, "1.1"), ("ask back", ALL, ALL, 0, "1.1"), (HERE, NONE, ALL, 1, "1.1"),
     (EVERYWHERE, NONE, NONE, 8, ""), (HOLD, OLD, OLD, 0, "1.0")],
)  # fmt: skip
@pytest.mark.parametrize("told", ["openly", "silently"])
def test_what_people_can_do(
    answer: str, asked: tuple[bool, ...], others: tuple[bool, ...], missing: int, version: str, told: str
) -> None:
    state = START | {"answer": answer, "told": told}
    result = run(**state)
    assert result.can == (asked, others)
    assert (result.missing, result.version) == (missing, version)
    reading(**state)
    for column, able in enumerate(result.can):
        assert [marks()[row, column] for row in range(5)] == ["yes" if can else "no" for can in able]


def test_yes_and_no_differ_in_colour_too() -> None:
    reading(answer=HERE, told="silently")
    colours: dict[str, set[Any]] = {"yes": set(), "no": set()}
    for key, words in marks().items():
        if words in colours:
            colours[words].add(DRAWING.artists.cells[key].get_facecolor())
    assert [len(found) for found in colours.values()] == [1, 1]
    assert colours["yes"] != colours["no"]


def test_every_state() -> None:
    for state in STATES:
        _check(state)


def _check(state: dict[str, Any]) -> None:
    said = reading(**state)
    result, got = run(**state), marks()
    assert len(said) <= 125 * at_the_store.lines
    openly = state["told"] == "openly"
    assert (got["the developer"], got["users"]) == (
        "yes, by a message" if openly else "no",
        "yes, on the page" if openly and state["answer"] in (HERE, EVERYWHERE) else "no",
    )
    assert ("the report shows nothing" in said) is (got["the report"] == "no: nothing counted") is not openly
    assert (f"missing in {result.missing} of 8" in said) is bool(result.missing)
    assert ("a storefront" in result.lacks) is not state["named"]
    assert ("an order" in result.lacks) is not state["order"]
    assert ("a ground" in result.lacks) is (state["ground"] == "none stated")
    assert all(words in said for words in result.lacks)
    assert ("The notice lacks nothing." in said) is (result.lacks == ())
    assert ("asked for secrecy" in said) is state["secret"]
    assert (" over the law" in said.replace("not over the law", "")) is (
        openly and state["ground"] == "breaks local law"
    )
    words = DRAWING.artists.words.get_text()
    assert state["ground"] in words
    assert f"{state['answer']}, {state['told']}." in words
    assert words.endswith(result.page)


def test_texts_lie_within_the_picture_and_apart() -> None:
    from matplotlib.text import Text

    page = DRAWING.artists.figure.bbox
    random.seed(5)
    for state in random.sample(STATES, 25):
        reading(**state)
        boxes = [
            (text.get_text(), text.get_window_extent())
            for text in DRAWING.artists.figure.findobj(Text)
            if text.get_text() and text.get_visible() and text.axes.axison is False and text.get_transform() is not None
        ]
        boxes = [(words, box) for words, box in boxes if box.width > 1 and _drawn(words)]
        for words, box in boxes:
            assert page.x0 < box.x0, words
            assert box.x1 < page.x1, words
            assert page.y0 < box.y0, words
            assert box.y1 < page.y1, words
        for (one, its), (other, others) in itertools.combinations(boxes, 2):
            assert not its.overlaps(others), f"{one!r} on {other!r} at {state}"
        for key, mark in DRAWING.artists.marks.items():
            cell, box = DRAWING.artists.cells[key].get_window_extent(), mark.get_window_extent()
            assert cell.x0 < box.x0, mark.get_text()
            assert box.x1 < cell.x1, mark.get_text()


def _drawn(words: str) -> bool:
    """Ticks of axes that are switched off are texts too, and not drawn."""
    return not words.replace("−", "").replace(".", "").isdigit()


def test_each_control_changes_picture_and_reading() -> None:
    before, picture = DRAWING.draw(START)
    for control in at_the_store.controls:
        others = [DRAWING.draw(START | {control.name: value}) for value in control.values() if value != control.start]
        assert all(said != before and png != picture for said, png in others), control.name


def test_in_whatever_order_it_is_worked() -> None:
    for state in random.Random(3).sample(STATES, 6):
        fresh = Drawing(at_the_store).draw(state)
        assert DRAWING.draw(state) == fresh


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "Remove in one storefront, openly: in XA nobody can find, install or update it, and installed copies "
             "stay; elsewhere nothing changes; the report counts 1 demand, 1 removed, over the law. An outside check "
             "finds it missing in 1 of 8 storefronts, and cannot tell why. The notice lacks nothing."),
        ({"answer": HOLD, "told": "silently"}, "Hold updates, silently: in every storefront no update comes; the "
         "report shows nothing. An outside check finds it everywhere, in version 1.0, and cannot tell that one more "
         "waits. "),
        ({"answer": HOLD}, "the report counts 1 demand, 0 removed, no held update, over the law."),
        ({"answer": EVERYWHERE, "secret": True}, "The notice lacks nothing. It asked for XA alone. It asked for "
                                                "secrecy, and got none."),
        ({"answer": EVERYWHERE, "secret": True, "named": False, "told": "silently"}, "lacks a storefront. It asked for "
         "secrecy, and got it."),
        ({"answer": "ask back", "order": False, "ground": "none stated", "named": False}, "the report counts 1 demand, "
         "objected to, 0 removed, not over the law. An outside check finds it everywhere, in version 1.1. The notice "
         "lacks a ground, an order and a storefront."),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in reading(**state)


def test_who_may_ask_a_court() -> None:
    found = {}
    for answer in ("refuse", "ask back", HERE, HOLD):
        for told in ("openly", "silently"):
            reading(answer=answer, told=told)
            found[answer, told] = marks()["may ask a court"]
    assert found == {
        ("refuse", "openly"): "who asked", ("refuse", "silently"): "who asked",
        ("ask back", "openly"): "nobody has cause to", ("ask back", "silently"): "nobody else knows",
        (HERE, "openly"): "the developer, users", (HERE, "silently"): "nobody else knows",
        (HOLD, "openly"): "the developer", (HOLD, "silently"): "nobody else knows",
    }  # fmt: skip


def test_its_sources_are_verified() -> None:
    assert {"removal-count-apple-2021", "lookup-api", "removal-told-developer"} <= set(fact_slugs())
    assert not any("UNVERIFIED" in assumption.source for assumption in at_the_store.assumptions)
