"""Panel: apps removed from Apple's store after a government's demand, by country and period, and the base of a share.

Bars of one period stand side by side and are never stacked: the world holds the countries. A period without a row is
an empty column, not a zero. The periods differ in length, so a column says its own.
"""

from typing import Any

from matplotlib.patches import Patch

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.store.removals import (
    BASES,
    CHINA,
    COUNTED,
    HALF_2018,
    ITSELF,
    KOREA,
    MET,
    NAMED,
    OF_NAMED,
    OF_WORLD,
    PERIODS,
    REMOVED,
    RUSSIA,
    WORLD,
    Count,
    counts,
    places,
)

LINEAR, LOG = "even steps", "steps of ten times"
_COLUMNS = ("July to Dec.\n2018", "2019 and 2020\ntogether", "2021", "2022", "2023", "2024")
#: The bars of a column from left to right; the last is that of any other place chosen.
_OTHER = "another place, chosen"
_SLOTS = (WORLD, CHINA, KOREA, RUSSIA, _OTHER)
_LOOKS = dict(zip(_SLOTS, (COLOURS[3], COLOURS[0], COLOURS[2], COLOURS[1], COLOURS[4]), strict=True))
_WIDE, _PALE = 0.17, 0.35
_BOUND, _OURS, _DOUBT = "xx", "..", "//"
#: The lower end of the axis by tens, for numbers and for percentages; steps for the other.
_LEAST = {False: 0.8, True: 0.2}
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 1_000)


def _setup() -> Artists:
    figure = new_figure(height=5.2, left=0.1, right=0.985, bottom=0.115, top=0.83)
    axes = figure.add_subplot()
    axes.set_xlim(-0.5, len(PERIODS) - 0.5)
    axes.set_xticks(range(len(PERIODS)), _COLUMNS)
    axes.tick_params(axis="x", length=0, labelsize=11)
    axes.grid(axis="x", visible=False)
    for edge in range(1, len(PERIODS)):
        axes.axvline(edge - 0.5, color="#BBBBBB", linewidth=1)
    axes.axvline(PERIODS.index(HALF_2018) + 2.5, color="black", linewidth=1.5)
    for at, words in ((1, "half-yearly tables, with demands"), (4, "a yearly report, apps removed alone")):
        axes.text(at, 1.02, words, ha="center", fontsize=11, transform=axes.get_xaxis_transform())
    artists = Artists(figure)
    artists.axes = axes
    artists.bars, artists.labels = {}, {}
    for column, period in enumerate(PERIODS):
        for place, slot in enumerate(_SLOTS):
            middle = column + (place - 2) * (_WIDE + 0.015)
            bar = axes.bar(middle, 1, _WIDE, bottom=1, color=_LOOKS[slot], edgecolor="white", linewidth=0)[0]
            artists.bars[period, slot] = artists.move(bar)
            label = axes.text(middle, 0, "", fontsize=11, ha="center", va="bottom", rotation=90)
            artists.labels[period, slot] = artists.move(label)
    _legend(artists)
    return artists


def _legend(artists: Artists) -> None:
    handles: list[Any] = [Patch(color=_LOOKS[slot]) for slot in _SLOTS]
    look: dict[str, Any] = {"facecolor": "#555555", "edgecolor": "white", "linewidth": 0}
    handles += [Patch(hatch=hatch, **look) for hatch in (_BOUND, _OURS, _DOUBT)]
    names = [*_SLOTS, "one end alone known", "our arithmetic", "a weak source"]
    artists.figure.legend(handles, names, loc="upper left", bbox_to_anchor=(0.005, 1), ncols=4, fontsize=10.5,
                          columnspacing=1.4, handlelength=1.8)  # fmt: skip


def _scale(artists: Artists, counted: str, base: str, axis: str) -> None:
    """Gives the axis its unit and its scale, the same for every place."""
    percent = base != ITSELF or counted == MET
    unit = counted.capitalize() + ("" if base == ITSELF else f": % of {base}")
    if (artists.axes.get_ylabel(), artists.axes.get_yscale()) == (unit, "log" if axis == LOG else "linear"):
        return
    most = 100 if percent else max((one.size for one in counts(counted)), default=1)
    artists.axes.set_ylabel(unit)
    artists.axes.set_yscale("log" if axis == LOG else "linear")
    if axis == LOG:  # room above the highest bar for its number, which stands upright
        artists.axes.set_ylim(_LEAST[percent], most * 15)
        ticks = [tick for tick in (1, 10, 100, 1_000, 10_000) if tick <= most]
    else:
        artists.axes.set_ylim(0, most * 1.4)
        step = next((step for step in _STEPS if most / step <= 6), 10_000)
        ticks = list(range(0, int(most) + 1, step))
    artists.axes.set_yticks(ticks, [f"{tick:,}" for tick in ticks])
    artists.axes.set_yticks([], minor=True)
    artists.renew()


def _update(artists: Artists, *, counted: str, place: str, base: str, games: str, axis: str) -> str:
    found = counts(counted, base, games == _WITH)
    _scale(artists, counted, base, axis)
    low, high = artists.axes.get_ylim()
    drawn = {(one.period, one.place if one.place in _SLOTS else _OTHER): one for one in found
             if one.place in _SLOTS or one.place == place}  # fmt: skip
    mine = place if place in _SLOTS else _OTHER
    for (period, slot), bar in artists.bars.items():
        label, one = artists.labels[period, slot], drawn.get((period, slot))
        bar.set_y(low)
        bar.set_height(max(0, min(one.size, high) - low) if one else 0)
        bar.set_hatch(_hatch(one) if one else "")
        bar.set_alpha(1 if slot == mine else _PALE)
        label.set(text=_short(one) if one else "no row" if slot == mine else "")
        label.set(color="black" if slot == mine else "#555555", fontweight="bold" if slot == mine and one else "normal")
        top = max(one.size if one else 0, low)
        label.set_y(top * 1.12 if axis == LOG else top + high / 100)
    steps = " Each line is ten times the one below." if axis == LOG else ""
    return _reading([one for one in found if one.place == place], counted, place, base, games) + steps


def _hatch(one: Count) -> str:
    if one.low is None or one.high is None:
        return _BOUND
    return _DOUBT if one.doubtful else _OURS if one.computed else ""


def _short(one: Count) -> str:
    """The number over a bar: "at least" and "at most" as signs."""
    return one.words.replace("at least ", "≥ ").replace("at most ", "≤ ").replace(" to ", "–")


def _reading(mine: list[Count], counted: str, place: str, base: str, games: str) -> str:
    by = "" if base == ITSELF else f" as a share of {base}"
    head = f"{counted.capitalize().removesuffix(' (%)')}, {place}{by}{'' if games == _WITH else ', ' + games}: "
    said = ", ".join(f"{one.words} in {one.period.words}" for one in mine) or "no row"
    missing = len(PERIODS) - len(mine)
    have = "has" if missing == 1 else "have"
    gaps = f"; {missing} of {len(PERIODS)} columns {have} none, which is no zero" if mine and missing else ""
    return f"{head}{said}{gaps}. {_remark(mine, counted, place, base, games)}"


def _remark(mine: list[Count], counted: str, place: str, base: str, games: str) -> str:
    """What keeps a reader from a wrong conclusion, by what is shown."""
    if not mine:
        return _elsewhere(counted, place, base, games)
    if games == _WITHOUT and not all(one.apart for one in mine):
        return "Games are taken off in 2022 and 2023 alone: only there a footnote tells them apart."
    if base == OF_WORLD:
        return "A share falls when others' numbers rise: watch its base."
    if base == OF_NAMED:
        return "Of the apps named that were in the store; the rest may have been refused, or be open."
    if counted == NAMED:
        return "One demand may name hundreds of apps, so the two are never added."
    if counted == REMOVED:
        return "Left out: apps' names, apps that makers withdrew, apps refused at review, updates held."
    return "How many apps a demand names is another number."


def _elsewhere(counted: str, place: str, base: str, games: str) -> str:
    """Why there is no row, where the choice itself leaves none."""
    if counted == MET and base != ITSELF:
        return "A share of demands is not divided again."
    if base == OF_NAMED and games == _WITHOUT:
        return "Demands do not tell games apart, so this has no base."
    if base == OF_NAMED and counted != REMOVED:
        return "Only apps removed can be divided by apps named."
    if base == OF_WORLD and place == WORLD:
        return "The world is the base itself: choose a country."
    others = [name for name in COUNTED if any(one.place == place for one in counts(name))]
    return f"Its rows count: {', '.join(others)}." if others else "No other count has one either."


_WITH, _WITHOUT = "counted", "games left out"

removals_by_country = Panel(
    name="store-removals-by-country",
    title="Removed at a government's demand",
    setup=_setup,
    update=_update,
    controls=(
        Choice("counted", "What is counted", tuple(COUNTED), REMOVED),
        Choice("place", "Place", places(), RUSSIA),
        Choice("base", "Divided by", BASES, ITSELF),
        Choice("games", "Games named in a footnote", (_WITH, _WITHOUT), _WITH),
        Choice("axis", "Axis", (LINEAR, LOG), LOG),
    ),
    lines=3,
    assumptions=(
        Assumption("Every number was read in outlets that read Apple's reports; Apple's own tables were not seen.",
                   cite_named("as-2022-ru")),
        Assumption("The columns differ: half a year, two years as one number, then years. From 2022 the numbers stand "
                   "in a yearly report, before it in half-yearly tables.", cite_named("removal-count-apple-2021")),
        Assumption("What is not in the definitions, such as apps withdrawn by their makers or updates held, is in no "
                   "number here.", cite_named("removal-count-apple-2021")),
        Assumption("China, 2018: outlets differ, and both numbers are given.", cite_named("as-h2-2018-cn-pulled")),
        Assumption("2019 and 2020 come from a campaigning group that counted Apple's tables; that its second "
                   "number, which it calls requests, is of apps named is our reading.",
                   cite_named("as-2019-2020-named")),
        Assumption("The world of 2024 is our sum of the five countries that two outlets name; the real one is higher, "
                   "so shares of it are lower.", cite_named("as-2024-sum")),
        Assumption("Games are told apart by footnotes: China's without a licence, South Korea's with an age rating "
                   "that did not fit.", cite_named("as-2022-cn-games")),
        Assumption("What Apple removes for its own reasons is not here, and is many times more.",
                   cite_named("as-2024-all")),
        Assumption("Google's report counts items of all its services and no apps by country.",
                   cite_named("removal-count-google")),
        Assumption("For each person no number is given: a storefront's users are not published.", "our choice"),
    ),
)  # fmt: skip
