"""Controls: what each can stand at, what it takes from `show`, and its widget against its values."""

import re
from datetime import date, datetime
from typing import Any

import ipywidgets
import numpy
import pytest

from chokepoints.classroom.buttons import next_value
from chokepoints.classroom.controls import Choice, Control, Day, Number, Several, Switch
from chokepoints.classroom.state import start_state
from chokepoints.errors import KitError

FIRST, LAST = date(2018, 4, 16), date(2018, 4, 20)
ACTORS = ("agency", "Amazon", "Apple", "Google")
CONTROLS: tuple[Control, ...] = (
    Number("count", "Count", 0, 10, 4, 2),
    Number("share", "Share", 0.1, 0.7, 0.2, 0.1, "of all"),
    Day("day", "Day", FIRST, LAST, FIRST),
    Day("week", "Every other day", FIRST, date(2018, 4, 19), FIRST, step=2),
    Choice("shape", "Shape", ("whole", "dashed", 'it\'s "dotted"'), "whole"),
    Choice("letter", "Letter", tuple("abcdefgh"), "c"),
    Several("actors", "Actors", ACTORS, ACTORS),
    Several("few", "Few", ("x", "y"), ()),
    Switch("big", "Large axis"),
)
BY_NAME = {control.name: control for control in CONTROLS}


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name)
def test_a_widget_stands_at_every_value_and_says_so(control: Control) -> None:
    values = list(control.values())
    assert control.start in values
    assert len(set(values)) == len(values)
    for value in values:
        widget = control.widget(value)
        assert isinstance(widget, ipywidgets.DOMWidget)
        assert control.read(widget) == value
        assert control.find(value) == value
        assert type(control.find(value)) is type(control.start)
    widget, seen = control.widget(values[0]), []
    widget.observe(lambda change: seen.append(change["new"]), "value")
    for value in values[1:]:
        widget.value = value
    assert seen == values[1:], "one change of the value is one change seen"
    assert control.label in control.words()


def test_values_of_each_kind() -> None:
    assert BY_NAME["count"].values() == [0, 2, 4, 6, 8, 10]
    assert BY_NAME["share"].values() == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    assert [day.day for day in BY_NAME["day"].values()] == [16, 17, 18, 19, 20]
    assert [day.day for day in BY_NAME["week"].values()] == [16, 18, 19]  # the last is always there
    assert BY_NAME["big"].values() == (False, True)
    assert BY_NAME["few"].values() == [(), ("x", "y"), ("x",), ("y",)]
    assert set(BY_NAME["actors"].values()) >= {(), ACTORS, ("Apple",), ("agency", "Amazon", "Google")}


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("count", 6.0, 6),
        ("count", numpy.int64(6), 6),
        ("share", 0.1 * 3, 0.3),
        ("share", numpy.float64(0.5), 0.5),
        ("day", "2018-04-19", date(2018, 4, 19)),
        ("day", datetime(2018, 4, 19), date(2018, 4, 19)),
        ("actors", ["Apple", "agency"], ("agency", "Apple")),
        ("actors", {"Google"}, ("Google",)),
        ("actors", [], ()),
        ("shape", 'it\'s "dotted"', 'it\'s "dotted"'),
    ],
)
def test_show_takes_what_a_learner_writes(name: str, given: Any, value: Any) -> None:
    found = start_state(CONTROLS, {name: given})[name]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"coun": 1}, "This panel has no control 'coun'. It has count, share, day, "),
        ({"coun": 1}, "Did you mean count?"),
        ({"count": 3}, "The control 'count' cannot stand at 3. It takes 0, 2, 4, 6, 8, 10."),
        ({"count": 12}, "cannot stand at 12"),
        ({"count": "4"}, "cannot stand at '4'"),
        ({"count": True}, "cannot stand at True"),
        ({"share": float("nan")}, "It takes 0.1 to 0.7."),
        ({"share": float("inf")}, "cannot stand at inf"),
        ({"big": 1}, "It takes False, True."),
        ({"shape": "round"}, "It takes 'whole', 'dashed', "),
        ({"shape": ["whole"]}, "cannot stand at ['whole']"),
        ({"letter": "z"}, "It takes 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'."),
        ({"day": "2018-04-21"}, "It takes '2018-04-16', '2018-04-17', "),
        ({"day": "19 April"}, "cannot stand at '19 April'"),
        ({"day": datetime(2018, 4, 19, 12)}, "cannot stand at '2018-04-19T12:00:00'"),
        ({"day": None}, "cannot stand at None"),
        ({"actors": "Apple"}, "It takes a list of any of 'agency', 'Amazon', 'Apple', 'Google'."),
        ({"actors": ["Aple"]}, "cannot stand at ['Aple']"),
        ({"actors": [["Apple"]]}, "cannot stand at [['Apple']]"),
        ({"actors": ["no"] * 999}, "'no', '.... It takes"),
    ],
)
def test_a_wrong_start_is_refused_in_a_sentence(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(KitError, match=re.escape(sentence)) as refused:
        start_state(CONTROLS, given)
    assert len(str(refused.value)) < 300


def test_many_options_fold_up_and_few_stand_in_a_row() -> None:
    assert isinstance(BY_NAME["letter"].widget("a"), ipywidgets.Dropdown)
    assert BY_NAME["shape"].widget("whole").orientation == "horizontal"
    long = Choice("long", "Long", ("a sentence of some forty characters, say", "another that is about as long"), "x")
    assert long.widget(long.options[0]).orientation == "vertical"


def test_checkboxes_and_their_value_follow_each_other() -> None:
    widget = BY_NAME["actors"].widget(("Apple",))
    assert {name: box.value for name, box in widget.boxes.items()} == {name: name == "Apple" for name in ACTORS}
    widget.boxes["agency"].value = True
    assert widget.value == ("agency", "Apple")
    seen: list[Any] = []
    widget.observe(lambda change: seen.append(change["new"]), "value")
    buttons = {child.description: child for child in widget.children if isinstance(child, ipywidgets.Button)}
    buttons["None"].click()
    buttons["All"].click()
    assert seen == [(), ACTORS]
    assert all(box.value for box in widget.boxes.values())
    few = BY_NAME["few"].widget(())
    assert not [child for child in few.children if isinstance(child, ipywidgets.Button)]


def test_next_value_stops_at_the_last() -> None:
    share = BY_NAME["share"]
    assert isinstance(share, Number)
    assert [next_value(share, value, 2) for value in share.values()] == [0.3, 0.4, 0.5, 0.6, 0.7, 0.7, 0.7]


def test_a_range_of_even_steps_names_the_step() -> None:
    assert Number("bits", "Bits", 0, 32, 10, 2).takes() == "0 to 32, in steps of 2"
    assert Number("days", "Days", 0, 32, 10, 1).takes() == "0 to 32"
