"""The panel of the audience: marks, model and gaps are those of the figures, and nothing unlike is joined."""

import random
from itertools import product
from typing import Any

import pytest
from matplotlib.dates import date2num
from store_pictures import check_controls, check_lengths, check_words, first_state

from chokepoints.classroom.panel import Drawing
from chokepoints.classroom.style import style
from chokepoints.evidence import cite
from chokepoints.store import panel_audience
from chokepoints.store.audience import BLOCK, CHANGES, CLAIMED, DAILY, FLAT, GROWING, counts, foretold, months
from chokepoints.store.panel_audience import audience

DRAWING = Drawing(audience)
START = first_state(audience)
OPTIONS = {control.name: list(control.values()) for control in audience.controls}
CITIES, SAID, CHANGED = OPTIONS["series"]
SERIES = counts(DAILY)


def reading(**state: Any) -> str:
    """What the panel says, its artists changed; no picture is made, which takes most of the time."""
    with style():
        return audience.update(DRAWING.artists, **(START | state))


def marks() -> list[list[tuple[float, float]]]:
    """The marks in sight, by their look; day and height."""
    every = [line.get_xydata().tolist() for line in DRAWING.artists.marks]
    return [[(x, y) for x, y in data] for data in every if data]


def labels() -> list[str]:
    return [text.get_text() for text in DRAWING.artists.words if text.get_text()]


def legend() -> list[str]:
    return [text.get_text() for text in DRAWING.artists.time.get_legend().get_texts()]


def at(one: Any, unit: float) -> Any:
    return pytest.approx((float(date2num(one.day)), one.value / unit))


@pytest.mark.parametrize("index", [False, True])
def test_daily_users_are_joined_since_one_source_counts_them(index: bool) -> None:
    reading(index=index)
    unit = 37_160 if index else 1e6
    expected = [at(one, unit) for one in SERIES]
    assert marks() == [expected]
    assert [tuple(pair) for pair in DRAWING.artists.joined.get_xydata().tolist()] == expected
    axes = DRAWING.artists.time
    assert axes.get_ylabel() == ("Daily users (Apr 2018 = 100)" if index else "Daily users (millions)")
    numbers = ["59", "100", "99", "78", "over 108", "118"] if index else ["2.2", "3.72", "3.67", "2.9", "over 4", "4.4"]
    assert labels() == numbers
    assert [text.xy for text in DRAWING.artists.words[:6]] == expected


@pytest.mark.parametrize(("loss", "baseline"), [(0, FLAT), (12, FLAT), (50, FLAT), (0, GROWING), (7, GROWING)])
@pytest.mark.parametrize("index", [False, True])
def test_the_model_and_what_it_does_not_explain(loss: int, baseline: str, index: bool) -> None:
    reading(loss=loss, baseline=baseline, index=index)
    line, unit = DRAWING.artists.model, 37_160 if index else 1e6
    expected = foretold(SERIES, loss / 100, baseline, range(11))
    assert list(line.get_ydata()) == pytest.approx([value / unit for value in expected])
    ends = [line.get_xdata()[place] for place in (0, -1)]
    assert abs(ends[0] - date2num(SERIES[1].day)) < 1
    assert abs(ends[1] - date2num(SERIES[-1].day)) < 2
    gaps = [gap for gap in DRAWING.artists.gaps if len(gap.get_xdata())]
    after = SERIES[2:]
    assert len(gaps) == len(after)
    for gap, one in zip(gaps, after, strict=True):
        assert list(gap.get_xdata()) == [date2num(one.day)] * 2
        assert list(gap.get_ydata()) == pytest.approx([expected[months(one.day)] / unit, one.value / unit])
    low, high = DRAWING.artists.time.get_ylim()
    assert low == 0
    assert high > max(*line.get_ydata(), 4_400_000 / unit)
    assert legend() == ["published (Mediascope)", f"model: loss, else {baseline}", "not explained by the model"]


def test_without_model_there_is_none() -> None:
    assert "model" not in reading(model=False)
    assert not len(DRAWING.artists.model.get_xdata())
    assert not any(len(gap.get_xdata()) for gap in DRAWING.artists.gaps)
    assert legend() == ["published (Mediascope)"]


@pytest.mark.parametrize("index", [False, True])
def test_claims_are_never_joined_nor_modelled(index: bool) -> None:
    reading(series=SAID, index=index)
    unit, rows = 150_000 if index else 1e6, counts(CLAIMED)
    durov = [one for one in rows if one.said_by.startswith("Pavel Durov")]
    others = [one for one in rows if one not in durov]
    assert marks() == [[at(one, unit) for one in durov], *([at(one, unit)] for one in others)]
    for part in (DRAWING.artists.joined, DRAWING.artists.model, *DRAWING.artists.gaps):
        assert not len(part.get_xdata())
    assert all(line.get_linestyle() == "None" for line in DRAWING.artists.marks)
    assert legend() == ["Pavel Durov", "The Guardian", "our arithmetic on the founder's two figures"]
    assert labels() == (["67", "100", "over 87", "93", "200"] if index else ["10", "15", "over 13", "14", "30"])
    looks = {(line.get_color(), line.get_marker()) for line in DRAWING.artists.marks}
    assert len(looks) == len(DRAWING.artists.marks)


@pytest.mark.parametrize("index", [False, True])
def test_changes_stand_each_for_itself(index: bool) -> None:
    reading(series=CHANGED, index=index)
    rows, base = counts(*CHANGES), 100 if index else 0
    axes = DRAWING.artists.bars
    bars = axes.patches
    assert [bar.get_width() for bar in bars] == pytest.approx([one.value for one in rows])
    assert {bar.get_x() for bar in bars} == {base}
    words = [text.get_text() for text in axes.texts]
    assert words == [f"{base + one.value:g}" if index else f"{one.value:+g} %" for one in rows]
    names = [text.get_text() for text in axes.get_yticklabels()]
    assert names[0] == "views, all channels, Medialogia, 23 Apr 2018"
    assert names[-1] == "reach in a year, Romir, 2019"
    assert names[5] == "daily users, Mediascope, Jun 2018"
    assert len(names) == len(set(names)) == len(rows)
    assert axes.get_xlabel() == ("What was before = 100" if index else "Change (%)")
    assert not DRAWING.artists.time.get_visible()
    assert not marks()
    assert not labels()
    reading()
    assert DRAWING.artists.bars is None
    assert DRAWING.artists.time.get_visible()


def test_the_block_is_marked() -> None:
    axes = DRAWING.artists.time
    assert list(axes.lines[0].get_xdata()) == [date2num(BLOCK)] * 2
    assert axes.lines[0].get_linestyle() == ":"
    assert "blocked from\n16 April 2018" in [text.get_text() for text in axes.texts]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({}, "Daily users in big cities, against 3.72 million in Apr 2018: May 2018 -1 %; Jun 2018 -22 %; Nov 2018 over"
             " +8 %; Feb 2019 +18 %. For Feb 2019 the model has 3.37 million too few. Best share: 0 % a month, yet Jun "
             "2018 lies 22 % below it."),
        ({"baseline": GROWING}, "For Feb 2019 the model has 1.92 million too few. Best share: 7 % a month, yet Jun 2018"
                                " lies 24 % below it."),
        ({"loss": 0, "baseline": GROWING, "index": True}, "Daily users in big cities, against 100 in Apr 2018: May 2018"
         " -1 %; Jun 2018 -22 %; Nov 2018 over +8 %; Feb 2019 +18 %. For Feb 2019 the model has 121 points too many."),
        ({"series": SAID}, "Users in Russia, as claimed: Oct 2017 10 million (Pavel Durov); Apr 2018 15 million (Pavel "
         "Durov); Apr 2018 over 13 million (The Guardian); May 2018 14 million (our arithmetic on the founder's two fig"
         "ures); Jun 2020 30 million (Pavel Durov). Each counts in its own way, so that no line joins them."),
        ({"series": SAID, "index": True}, "as claimed, Apr 2018 = 100: Oct 2017 67 (Pavel Durov); Apr 2018 100 (Pavel D"
         "urov); Apr 2018 over 87 (The Guardian); May 2018 93 (our arithmetic"),
        ({"series": CHANGED}, "8 changes after the block, in percent, from -76.5 (views, all channels, Medialogia, 23 A"
         "pr 2018) to 40 (reach in a year, Romir, 2018). Each counts another thing, against another time; none of them "
         "says what the block alone did."),
        ({"series": CHANGED, "index": True}, "before = 100, from 23.5 (views"),
    ],
)  # fmt: skip
def test_readings_by_hand(state: dict[str, Any], said: str) -> None:
    assert said in reading(**state)


def test_every_state_is_legible_and_fits() -> None:
    for series, index, baseline, loss in product(OPTIONS["series"], (False, True), (FLAT, GROWING), (0, 7, 50)):
        if series != CITIES and loss + len(baseline) != len(FLAT):
            continue  # neither changes anything
        state = START | {"series": series, "index": index, "baseline": baseline, "loss": loss, "model": loss != 7}
        check_lengths(audience, *DRAWING.draw(state))
        check_words(DRAWING, state)


def test_every_control_changes_picture_and_reading() -> None:
    check_controls(audience)


def test_any_order_gives_the_picture_of_a_fresh_panel() -> None:
    draw = random.Random(2)
    for _ in range(3):
        for _ in range(2):
            state = {name: draw.choice(values) for name, values in OPTIONS.items()}
            last = DRAWING.draw(state)
        assert last == Drawing(audience).draw(state)


def test_with_fewer_rows_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def kept(*slugs: str) -> None:
        monkeypatch.setattr(panel_audience, "counts", lambda *q: tuple(one for one in counts(*q) if one.slug in slugs))

    kept("aud-mediascope-2018-2018-06")
    said = reading()
    assert said.startswith(
        "Daily users in big cities: 1 verified counts, none of April 2018 to set them against. No mo"
    )
    assert [len(own) for own in marks()] == [1]
    kept("aud-mediascope-2018-2018-04")
    assert "no later count" in reading()
    kept("aud-mediascope-2018-2018-04", "aud-mediascope-2018-2018-06")
    assert "No model: The series has no count from before April 2018" in reading(baseline=GROWING)
    assert "Jun 2018 -22 %" in reading()
    kept()
    assert reading(series=SAID) == "Users in Russia, as claimed: the tables hold no verified figure."
    assert reading(series=CHANGED) == "Changes: the tables hold no verified figure."
    assert reading().startswith("Daily users in big cities: 0 verified counts")
    monkeypatch.undo()
    assert DRAWING.draw(START) == Drawing(audience).draw(START)


def test_assumptions_name_their_sources() -> None:
    sources = {assumption.source for assumption in audience.assumptions}
    for slug in ("aud-mediascope-2018", "aud-mediascope-2018-2018-04", "aud-mediascope-2018-june-change", "aud-14m",
                 "aud-mediascope-2018-2017-10", "aud-romir-2018"):  # fmt: skip
        assert cite(slug) in sources
    assert not any("UNVERIFIED" in source for source in sources)
    said = " ".join(assumption.text for assumption in audience.assumptions)
    for words in ("need not have worked", "nobody comes back", "nobody knows", "not joined"):
        assert words in said
