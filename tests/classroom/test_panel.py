"""Panels: what is drawn depends on the state alone, nothing hostile gets through, and a failure says so."""

import random
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

import chokepoints
from chokepoints.classroom import panel as panel_module
from chokepoints.classroom import predict, saved, show
from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Play, Step
from chokepoints.classroom.controls import Choice, Day, Number, Switch
from chokepoints.classroom.markup import Output, fill, link
from chokepoints.classroom.panel import Assumption, Drawing, Panel
from chokepoints.classroom.style import new_figure
from chokepoints.errors import KitError

HOSTILE = ['"><script>alert(1)</script>', "x' onerror='alert(1)", "</p></figure>", "{0.__class__}", "&lt;b&gt;", "$x$"]


def setup() -> Artists:
    axes = (figure := new_figure()).add_subplot()
    axes.set_xlim(0, 10)
    axes.set_ylim(0, 10)
    artists = Artists(figure, line=axes.plot([], [])[0], text=axes.text(1, 1, ""))
    artists.axes = axes
    return artists


def update(artists: Artists, *, slope: float, shape: str, big: bool, day: date) -> str:
    if artists.axes.get_ylim()[1] != (100 if big else 10):
        artists.axes.set_ylim(0, 100 if big else 10)
        artists.renew()
    artists.line.set_data(range(11), [slope * x for x in range(11)])
    artists.line.set_linestyle({"whole": "-", "dashed": "--"}[shape])
    artists.text.set_text(day.isoformat())
    return f"Slope {slope}, {shape}, {'big' if big else 'small'}, {day}."


CONTROLS = (
    Number("slope", "Slope", 0.0, 2.0, 1.0, 0.5, "of x"),
    Choice("shape", "Shape", ("whole", "dashed"), "whole"),
    Switch("big", "Large axis"),
    Day("day", "Day", date(2018, 4, 16), date(2018, 4, 20), date(2018, 4, 16)),
)
PANEL = Panel("test-line", "A line", setup, update, CONTROLS, (Assumption("It is straight."),))


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What a cell would show: the display messages, updates included."""
    shell = InteractiveShell.instance()
    publisher = CapturingDisplayPublisher()
    monkeypatch.setattr(shell, "display_pub", publisher)
    return publisher.outputs  # type: ignore[no-any-return]


def states(seed: int, count: int) -> list[dict[str, Any]]:
    draw = random.Random(seed)
    return [{control.name: draw.choice(list(control.values())) for control in CONTROLS} for _ in range(count)]


@pytest.mark.parametrize("seed", range(5))
def test_picture_depends_on_the_state_alone(seed: int) -> None:
    used = Drawing(PANEL)
    for state in states(seed, 8):
        last = used.draw(state)
    assert last == Drawing(PANEL).draw(state)


def test_a_panel_that_forgets_to_renew_is_seen() -> None:
    def forgetful(artists: Artists, **state: Any) -> str:
        artists.renew = lambda: None  # type: ignore[method-assign]
        return update(artists, **state)

    used = Drawing(Panel("test-forgetful", "A line", setup, forgetful, CONTROLS))
    small, big = states(1, 1)[0] | {"big": False}, states(1, 1)[0] | {"big": True}
    used.draw(small)
    assert used.draw(big) != Drawing(PANEL).draw(big)


def test_picture_is_the_same_whatever_the_learner_set() -> None:
    import matplotlib

    state = states(1, 1)[0]
    before = Drawing(PANEL).draw(state)
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "black", "xtick.labelsize": 3}):
        assert Drawing(PANEL).draw(state) == before


def test_show_puts_controls_and_picture_and_registers(published: list[dict[str, Any]]) -> None:
    show(PANEL, slope=2, shape="dashed")
    controls, picture, notes = (message["data"] for message in published)
    assert "application/vnd.jupyter.widget-view+json" in controls
    assert controls["text/plain"].startswith(
        "Controls: Slope, 0.0 to 2.0 of x; Shape (whole, dashed); Large axis (on or off)"
    )
    reading = "Slope 2.0, dashed, small, 2018-04-16."
    assert f'alt="{reading}"' in picture["text/html"]
    assert f">{reading}</figcaption>" in picture["text/html"]
    assert 'width="900" height="380"' in picture["text/html"]
    assert picture["text/plain"] == f"A line. {reading}"
    assert "It is straight. <i>(assumed)</i>" in notes["text/html"]
    record = panel_module.shown[-1]
    assert record.panel is PANEL
    assert record.reading == reading

    assert record.line == "show(line, slope=2.0, shape='dashed')"

    record.widgets["big"].value = True
    update_message = published[-1]
    assert update_message["transient"] == published[1]["transient"]  # the same output, renewed in place
    assert record.reading == "Slope 2.0, dashed, big, 2018-04-16."
    assert record.reading in update_message["data"]["text/html"]


def test_a_callback_that_fails_says_so_in_the_panel_and_recovers(published: list[dict[str, Any]]) -> None:
    def fails(artists: Artists, **state: Any) -> str:
        if state["big"]:
            raise ValueError("<b>no</b>")
        return update(artists, **state)

    show(Panel("test-fails", "A line", setup, fails, CONTROLS))
    record = panel_module.shown[-1]
    record.widgets["big"].value = True
    assert "could not be drawn (ValueError: &lt;b&gt;no" in published[-1]["data"]["text/html"]
    assert "<img" not in published[-1]["data"]["text/html"]
    record.widgets["big"].value = False
    assert "<img" in published[-1]["data"]["text/html"]


def test_a_state_that_cannot_be_drawn_keeps_its_place(published: list[dict[str, Any]]) -> None:
    """Nothing below the panel jumps, and the line says which state it was."""

    def fails(artists: Artists, **state: Any) -> str:
        return update(artists, **state) if state["slope"] < 2 else 1 // 0  # type: ignore[return-value]

    show(Panel("test-fails", "A line", setup, fails, CONTROLS))
    panel_module.shown[-1].widgets["slope"].value = 2.0
    assert "aspect-ratio:900/380" in published[-1]["data"]["text/html"]
    assert "show(fails, slope=2.0)</code>" in published[-1]["data"]["text/html"]


def test_reset_goes_back_to_what_was_shown_with_one_picture(published: list[dict[str, Any]]) -> None:
    show(PANEL, slope=2, day="2018-04-18")
    record = panel_module.shown[-1]
    first, reading = published[1]["data"], record.reading
    for name, value in {"slope": 0.5, "shape": "dashed", "big": True, "day": date(2018, 4, 20)}.items():
        record.widgets[name].value = value
    assert record.reading != reading
    before = len(published)
    record.buttons["Reset"].click()
    assert record.reading == reading
    assert published[-1]["data"] == first
    assert len([message for message in published[before:] if "text/html" in message["data"]]) == 1
    record.widgets["slope"].value = 0.5  # and it still listens
    assert record.reading.startswith("Slope 0.5")


def test_two_controls_moved_at_once_end_in_the_picture_of_both(
    published: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """JupyterLab may let two controls' changes run in two threads: none of them may draw an older state last."""
    controls = (Number("first", "A", 0, 9, 0), Number("second", "B", 0, 9, 0))
    show(Panel("test-threads", "Two", lambda: Artists(new_figure()), lambda _, **state: f"It is {state}.", controls))
    record, read = panel_module.shown[-1], panel_module.Shown.state

    def slowly(self: panel_module.Shown) -> dict[str, Any]:
        state = read(self)
        if state["second"] == 0:
            sleep(0.3)  # who has read the older state is slower
        return state

    monkeypatch.setattr(panel_module.Shown, "state", slowly)
    threads = [Thread(target=setattr, args=(record.widgets[name], "value", 5)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
        sleep(0.1)
    for thread in threads:
        thread.join()
    assert record.reading == "It is {'first': 5, 'second': 5}."


def test_a_step_button_moves_its_control_and_stops_at_the_end(published: list[dict[str, Any]]) -> None:
    buttons = (Step("day", "Next day"), Step("slope", "Steeper", by=3), Play("day", "Run"))
    show(Panel("test-steps", "A line", setup, update, CONTROLS, buttons=buttons))
    record = panel_module.shown[-1]
    assert list(record.buttons) == ["Steeper", "Next day", "Run", "Reset"]  # each after its control
    seen = []
    for _ in range(6):
        record.buttons["Next day"].click()
        seen.append(record.reading[-3:-1])
    assert seen == ["17", "18", "19", "20", "20", "20"]
    pictures = len(published)
    record.buttons["Next day"].click()
    assert len(published) == pictures
    record.buttons["Steeper"].click()
    assert record.widgets["slope"].value == 2.0


def test_what_is_typed_between_two_steps_goes_to_the_nearer(published: list[dict[str, Any]]) -> None:
    show(PANEL)
    record = panel_module.shown[-1]
    record.widgets["slope"].value = 1.4
    assert record.widgets["slope"].value == 1.5
    assert record.reading.startswith("Slope 1.5,")
    assert record.line == "show(line, slope=1.5)"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": "line"}, "cannot be called 'line'"),
        ({"name": "test-class"}, "cannot be called 'test-class'"),
        ({"name": "test-a b"}, "cannot be called 'test-a b'"),
        ({"controls": (*CONTROLS, Switch("big", "Again"))}, "two controls have one name (slope, shape, big, day, big)"),
        ({"controls": (Choice("shape", "Shape", ("a", "b"), "c"),)}, "The control 'shape' cannot stand at 'c'"),
        ({"buttons": (Step("shape"),)}, "cannot drive 'shape': name a number or a day (slope, day)"),
        ({"buttons": (Play("slop"),)}, "The button 'Play' cannot drive 'slop'"),
        ({"buttons": (Step("day"), Step("slope"))}, "two buttons have one name (Next, Next, Reset)"),
        ({"buttons": (Step("day", "Reset"),)}, "two buttons have one name"),
    ],
)
def test_a_panel_that_does_not_fit_is_refused_when_it_is_written(given: dict[str, Any], sentence: str) -> None:
    fits = {"name": "test-line", "title": "A line", "setup": setup, "update": update, "controls": CONTROLS}
    Panel(**fits)
    with pytest.raises(KitError, match=re.escape(sentence)):
        Panel(**fits | given)


def test_update_without_a_reading_is_refused() -> None:
    with pytest.raises(KitError, match="should return the reading"):
        show(Panel("test-mute", "Mute", setup, lambda artists, **_: "", CONTROLS))


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, published: list[dict[str, Any]]) -> None:
    show(Panel("test-hostile", text, setup, lambda artists, **_: text, CONTROLS[:1], (Assumption(text, text),)))
    for message in published:
        for tag, attributes in Tags(message["data"].get("text/html", "")).tags:
            assert tag in {
                "figure",
                "strong",
                "br",
                "img",
                "figcaption",
                "div",
                "code",
                "details",
                "summary",
                "ul",
                "li",
                "i",
            }
            assert not [name for name in attributes if name.startswith("on")]
            if tag == "img":
                assert attributes["alt"] == text


def test_only_markup_of_our_own_is_shown() -> None:
    with pytest.raises(KitError):
        Output("<b>", "")  # type: ignore[arg-type]
    with pytest.raises(KitError):
        link("javascript:alert(1)", "x")
    assert 'href="https://example.org/?a&amp;b"' in link("https://example.org/?a&b", "<x>")
    assert fill("<p>{a}</p>", a="<") == "<p>&lt;</p>"


def test_no_other_module_makes_html() -> None:
    offenders = [
        f"{path.name}:{number}"
        for path in Path(chokepoints.__file__).parent.rglob("*.py")
        if path.name != "markup.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\bHTML\w*\(|Markup\(|HTMLMath|\.Javascript\(", line)
    ]
    assert offenders == []


def test_predict_asks_keeps_and_blocks_nothing(
    published: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import ipywidgets

    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(tmp_path / "answers.json"))
    predict("test-p1", ["more", "less"])
    assert published[0]["data"]["text/plain"] == "Guess one: more / less. Run this cell to choose."
    box = ipywidgets.Widget._instances if hasattr(ipywidgets.Widget, "_instances") else ipywidgets.widget._instances
    radio = [widget for widget in list(box.values()) if isinstance(widget, ipywidgets.RadioButtons)][-1]
    assert radio.value is None
    radio.value = "less"
    assert saved("test-p1") == "less"
    for wrong in ("more", ["more"], ["more", "more"], [1, 2], None):
        with pytest.raises(KitError, match="two or more different choices"):
            predict("test-p1", wrong)  # type: ignore[arg-type]
    with pytest.raises(KitError, match="Give the prediction a name"):
        predict("", ["more", "less"])
