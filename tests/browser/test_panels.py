"""A panel with every kind of control, hostile text in all places where text is shown, and a panel that fails."""

import json
from collections.abc import Callable

import pytest
from lab import Lab, Notebook
from moves import KEYS
from test_lessons import work

pytestmark = pytest.mark.browser

PANEL = """
from datetime import date
from matplotlib.figure import Figure
from chokepoints.classroom import check, hint, predict, show
from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Play, Step
from chokepoints.classroom.controls import Choice, Day, Number, Several, Switch
from chokepoints.classroom.panel import Assumption, Panel

def setup():
    figure = Figure((4, 2))
    axes = figure.subplots()
    axes.set_xlim(0, 10)
    return Artists(figure, line=axes.plot([0, 0], [0, 1])[0], text=axes.text(0, 0, "", fontsize=4))

def update(artists, **state):
    artists.line.set_xdata([state["count"]] * 2)
    artists.text.set_text("\\n".join(map(repr, state.items())))  # each in sight: else a picture might not change
    if state["fail"]:
        raise ValueError(NASTY)
    return NASTY + "The state is " + " ".join(f"{name}={value}" for name, value in state.items())

def panel(nasty):
    global NASTY
    NASTY = nasty
    return Panel("browser-every", NASTY + "Every kind", setup, update, (
        Number("count", NASTY + "Count", 0, 10, 3, unit="M"),
        Number("share", "Share", 0.0, 1.0, 0.5, 0.1),
        Day("day", "Day", date(2018, 4, 16), date(2018, 4, 20), date(2018, 4, 17)),
        Choice("source", "Source", ("agency", "bureau", NASTY + "critic"), "agency"),
        Choice("letter", "Letter", tuple("abcdefg"), "c"),
        Several("some", "Some", ("first", NASTY + "second", "third"), ("first",)),
        Switch("own", "Own addresses"),
        Switch("fail", "Fail"),
    ), (Assumption(NASTY + "All is flat.", NASTY + "source"),), (
        Step("day", "Next day"), Play("day", "Run", seconds=0.05), Step("count", NASTY + "More"),
    ))
"""
#: Each breaks out of another place: an attribute, an element, a comment, a script; each would set the same mark.
NASTY = (
    '"><script>window.ran = 1</script><img src=x onerror="window.ran = 1">'
    "</p></figcaption></figure><svg onload='window.ran = 1'></svg>' onmouseover='window.ran = 1' {NASTY!r} %s --> "
)


@pytest.fixture
def opened(open_notebook: Callable[[str], Notebook], scratch: Callable[..., str]) -> Callable[..., Notebook]:
    """Opens a notebook of these cells and runs it."""

    def open_and_run(*cells: str) -> Notebook:
        notebook = open_notebook(scratch(PANEL, *cells))
        notebook.run_all()
        assert notebook.outputs("error", "stderr") == []
        return notebook

    return open_and_run


def test_every_kind_of_control(open_notebook: Callable[[str], Notebook], scratch: Callable[..., str]) -> None:
    calm = PANEL.replace('        Switch("fail", "Fail"),\n', "").replace('state["fail"]', "False")
    notebook = open_notebook(scratch(calm, "predict('browser-p2', ['more', 'less'])", "show(panel(''))", "1 + 1"))
    notebook.run_all()
    assert work(notebook, "every_kind") == 1
    panel = notebook.panels()[0]
    kinds = [control.kind for control in panel.controls()]
    assert {"slider", "radio", "checkbox", "select", "button", "play"} <= set(kinds)
    assert kinds.count("slider") == 3
    panel.box.get_by_role("button", name="Reset").click()
    notebook.settle()
    for control in panel.controls():
        for gesture in KEYS[control.kind] if control.kind in ("slider", "radio", "select", "checkbox") else ():
            before = control.value()
            control.focus()
            gesture(control)
            assert control.value() != before, f"{control} does not obey one of its keys"
    assert notebook.complaints == []


def test_controls_have_names_and_a_lasting_status(opened: Callable[..., Notebook]) -> None:
    notebook = opened("show(panel(''))")
    panel = notebook.panels()[0]
    for role, name in (
        ("slider", "Count (M)"),
        ("slider", "Share"),
        ("slider", "Day"),
        ("radiogroup", "Source"),
        ("radio", "bureau"),
        ("checkbox", "Own addresses"),
        ("combobox", "Letter"),
        ("group", "Some"),
        ("checkbox", "third"),
        ("textbox", "Count (M)"),
        ("button", "Next day"),
        ("button", "Run (Day)"),
        ("button", "Reset"),
    ):
        assert panel.box.get_by_role(role, name=name, exact=True).count() == 1, f"no {role} is called {name}"
    status = panel.box.get_by_role("status")
    node = status.element_handle()
    panel.box.get_by_role("slider", name="Day").focus()
    notebook.page.keyboard.press("ArrowRight")
    assert panel.reading() == status.inner_text()
    assert node.evaluate("node => node.isConnected"), "a status node that is replaced is not announced"
    day = panel.box.get_by_role("slider", name="Day")
    words = panel.box.locator(".widget-readout").nth(2).inner_text()
    assert day.get_attribute("aria-valuetext") == words, "the place in the list is read out, not the day"
    assert "18" in words


def test_focus_stays_on_the_control(opened: Callable[..., Notebook]) -> None:
    notebook = opened("show(panel(''))")
    panel = notebook.panels()[0]
    panel.box.get_by_role("slider", name="Count").focus()
    for count in (4, 5, 6):
        notebook.page.keyboard.press("ArrowRight")
        assert f"count={count} " in panel.reading()


def test_text_is_never_run(opened: Callable[..., Notebook], lab: Lab) -> None:
    notebook = opened(
        f"NASTY = {NASTY!r}\nshow(panel(NASTY))",
        "predict('browser-p1', [NASTY + 'more', NASTY + 'less'])",
        "check('evidence-1', NASTY); check(NASTY, NASTY); hint(NASTY)",
    )
    panel = notebook.panels()[0]
    assert NASTY.strip()[:40] in panel.reading()
    panel.box.locator("input[type=radio]").nth(2).click()
    assert f"source={NASTY}critic" in panel.reading()
    state = panel.figure.locator("xpath=..").locator(".chokepoints-state code")
    assert state.inner_text() == f"show(every, source={NASTY + 'critic'!r})"
    panel.box.locator("input[type=checkbox]").nth(1).click()  # the error's text, then
    guess = notebook.page.locator(".chokepoints-controls").nth(1)
    guess.locator("input[type=radio]").nth(1).click()
    notebook.settle()
    assert NASTY.strip() in panel.figure.locator(".chokepoints-reading").inner_text()
    assert NASTY + "less" in json.loads((lab.kit.parent / "answers.json").read_text())["predictions"].values()
    for place in notebook.page.locator(".jp-OutputArea-output").all():
        place.hover()
    assert notebook.page.evaluate("() => window.ran") is None
    assert notebook.page.locator(".jp-OutputArea-output script, .jp-OutputArea-output [onerror]").count() == 0


def test_the_same_text_unescaped_would_run(opened: Callable[..., Notebook]) -> None:
    """Else the test above would pass whatever the kit does."""
    notebook = opened(f"from IPython.display import HTML\nHTML('<img alt=\"' + {NASTY!r} + '\">')")
    notebook.page.wait_for_function("() => window.ran === 1")


def test_a_failing_panel_says_so_and_recovers(opened: Callable[..., Notebook]) -> None:
    notebook = opened("show(panel('boom '))")
    panel = notebook.panels()[0]
    switch = panel.box.get_by_role("checkbox", name="Fail")
    switch.click()
    notebook.settle()
    said = panel.figure.locator(".chokepoints-reading").inner_text()
    assert "could not be drawn (ValueError: boom" in said
    switch.click()
    assert panel.reading().startswith("boom The state is")


def test_two_panels_of_one_kind_keep_apart(opened: Callable[..., Notebook]) -> None:
    notebook = opened("show(panel('')); show(panel(''), count=7)", "show(panel(''), count=9)")
    first, second, third = notebook.panels()
    first.box.get_by_role("slider", name="Count").focus()
    notebook.page.keyboard.press("ArrowRight")
    assert [panel.reading().split()[3] for panel in (first, second, third)] == ["count=4", "count=7", "count=9"]


def test_arrow_keys_stay_in_their_group(opened: Callable[..., Notebook]) -> None:
    """Radio buttons without a name are one row to a browser: the arrows would go on into the next widget's."""
    notebook = opened("predict('browser-p3', ['more', 'less'])", "show(panel(''))", "predict('browser-p4', ['a', 'b'])")
    panel = notebook.panels()[0]
    panel.box.locator("input[type=radio]").nth(0).focus()
    seen = []
    for _ in range(5):
        notebook.page.keyboard.press("ArrowDown")
        seen.append(panel.reading().partition("source=")[2].split()[0])
    assert seen == ["bureau", "critic", "agency", "bureau", "critic"]
    assert notebook.page.locator(".chokepoints-controls input[type=radio]:checked").count() == 1


def test_play_runs_to_the_end_and_is_paused_by_keyboard(opened: Callable[..., Notebook]) -> None:
    notebook = opened("show(panel(''), day='2018-04-16')")
    panel, page = notebook.panels()[0], notebook.page
    status = panel.box.get_by_role("status")
    seen = panel.figure.locator("xpath=..").evaluate(
        """output => new Promise(resolve => {
            const seen = window.seen = [];
            const look = () => seen.push(output.querySelector("img")?.alt.match(/day=(\\S+)/)?.[1]);
            new MutationObserver(look).observe(output, { childList: true, subtree: true });
            resolve(seen);
        })"""
    )
    assert seen == []
    panel.box.get_by_role("button", name="Run (Day)").focus()
    page.keyboard.press("Enter")
    panel.box.get_by_role("button", name="Pause (Day)").wait_for()
    panel.box.get_by_role("button", name="Run (Day)").wait_for()  # it has come to the end
    assert "day=2018-04-20" in panel.reading()
    assert panel.reading() == status.inner_text()
    days = [f"2018-04-{day}" for day in (17, 18, 19, 20)]
    assert list(dict.fromkeys(page.evaluate("window.seen"))) == days, "every day has its picture"
    assert panel.box.get_by_role("slider", name="Day").get_attribute("aria-valuetext") == "20 April 2018"

    page.keyboard.press("Space")  # again: it starts over
    page.wait_for_function("() => window.seen.includes('2018-04-16')")
    page.keyboard.press("Space")
    panel.box.get_by_role("button", name="Run (Day)").wait_for()
    paused = panel.reading()
    page.wait_for_timeout(200)
    assert panel.reading() == paused
    assert panel.box.get_by_role("button", name="Run (Day)").evaluate("button => button === document.activeElement")


def test_several_choices_step_and_reset_by_keyboard(opened: Callable[..., Notebook]) -> None:
    notebook = opened("show(panel(''), count=9)")
    panel, page = notebook.panels()[0], notebook.page
    first = panel.reading()
    panel.box.get_by_role("group", name="Some").get_by_role("checkbox", name="third").focus()
    page.keyboard.press("Space")
    assert "some=('first', 'third')" in panel.reading()
    panel.box.get_by_role("button", name="More").focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    assert "count=10 " in panel.reading()
    assert "Count stands at its end." in panel.box.get_by_role("status").inner_text()
    state = panel.figure.locator("xpath=..").locator(".chokepoints-state code")
    assert state.inner_text() == "show(every, count=10, some=['first', 'third'])"
    panel.box.get_by_role("button", name="Reset").focus()
    page.keyboard.press("Enter")
    assert panel.reading() == first
    assert state.inner_text() == "show(every, count=9)"
    assert panel.box.get_by_role("slider", name="Count (M)").get_attribute("aria-valuetext") == "9"
