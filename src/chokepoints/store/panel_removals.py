"""Panel: apps removed from Apple's store after a government's demand, by country and period, and the base of a share.

Bars of one period stand side by side and are never stacked: the world holds the countries. A period without a row is
an empty column, not a zero. The periods differ in length, so a column says its own. Where Apple's tables end and
another report begins, which counts other things, the picture is broken by a gap with words.
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
    BY_YEAR,
    CHINA,
    COUNTED,
    ITSELF,
    KOREA,
    LAST_TABLE,
    MET,
    NAMED,
    OF_NAMED,
    OF_WORLD,
    PERIODS,
    REMOVED,
    RUSSIA,
    WORLD,
    Count,
    Period,
    counts,
    places,
)

LINEAR, LOG = "even steps", "steps of ten times"
#: So many columns there are, by year as by half-year, and what parts those after Apple's last table from the others.
_MANY = len(PERIODS[BY_YEAR])
_GAP = 0.42
_END = "; our copy ends with 2021"
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
    figure = new_figure(height=5.2, left=0.1, right=0.992, bottom=0.115, top=0.83)
    axes = figure.add_subplot()
    axes.tick_params(axis="x", length=0, labelsize=11)
    axes.grid(axis="x", visible=False)
    artists = Artists(figure)
    artists.axes = axes
    artists.edges = [axes.axvline(0, color="#BBBBBB", linewidth=1) for _ in range(_MANY)]
    artists.gap = axes.axvspan(0, 1, color="#DDDDDD", linewidth=0)
    artists.broken = axes.text(0, 0.5, "here our copy of the tables ends", rotation=90, fontsize=11, ha="center",
                               va="center", transform=axes.get_xaxis_transform())  # fmt: skip
    artists.sides = [axes.text(0, 1.02, "", ha="center", fontsize=11, transform=axes.get_xaxis_transform())
                     for _ in range(2)]  # fmt: skip
    artists.bars, artists.labels = {}, {}
    for column in range(_MANY):
        for slot in _SLOTS:
            bar = axes.bar(column, 1, _WIDE, bottom=1, color=_LOOKS[slot], edgecolor="white", linewidth=0)[0]
            artists.bars[column, slot] = artists.move(bar)
            label = axes.text(column, 0, "", fontsize=11, ha="center", va="bottom", rotation=90)
            artists.labels[column, slot] = artists.move(label)
    artists.columns = ""
    _legend(artists)
    return artists


def _short_name(period: Period) -> str:
    """What stands below a column: "2019", "Jan.–June" over "2019"."""
    *months, year = period.words.replace("January to ", "Jan.–").replace("July to December", "July–Dec.").split()
    return "\n".join(filter(None, (" ".join(months), year)))


def _columns(artists: Artists, columns: str) -> None:
    """Puts columns where they belong: those of Apple's tables, a gap, those of the report that came after."""
    if artists.columns == columns:
        return
    artists.columns = columns
    axes, periods = artists.axes, PERIODS[columns]
    after = [period.last > LAST_TABLE for period in periods]
    first = after.index(True) if any(after) else _MANY
    middles = [column + _GAP * late for column, late in enumerate(after)]
    axes.set_xlim(-0.5, middles[-1] + 0.5)
    axes.set_xticks(middles, [_short_name(period) for period in periods])
    for edge, middle in zip(artists.edges, middles, strict=True):
        edge.set_xdata([middle + 0.5] * 2)
    artists.gap.set_bounds(first - 0.5, 0, _GAP, 1)
    artists.broken.set_x(first - 0.5 + _GAP / 2)
    left, right = artists.sides
    left.set(x=first / 2 - 0.5, text=f"Apple's half-yearly tables: demands, too{'' if any(after) else _END}")
    right.set(x=(first + middles[-1] + _GAP) / 2, text="a yearly report: apps removed alone" if any(after) else "")
    for artist in (artists.gap, artists.broken):
        artist.set_visible(any(after))
    for (column, slot), bar in artists.bars.items():
        middle = middles[column] + (_SLOTS.index(slot) - 2) * (_WIDE + 0.015)
        bar.set_x(middle - _WIDE / 2)
        artists.labels[column, slot].set_x(middle)
    artists.renew()


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


def _update(artists: Artists, *, counted: str, place: str, columns: str, base: str, games: str, axis: str) -> str:
    found = counts(counted, base, games == _WITH, columns)
    _columns(artists, columns)
    _scale(artists, counted, base, axis)
    low, high = artists.axes.get_ylim()
    drawn = {(one.period, one.place if one.place in _SLOTS else _OTHER): one for one in found
             if one.place in _SLOTS or one.place == place}  # fmt: skip
    mine = place if place in _SLOTS else _OTHER
    for (column, slot), bar in artists.bars.items():
        period = PERIODS[columns][column]
        label, one = artists.labels[column, slot], drawn.get((period, slot))
        bar.set_y(low)
        bar.set_height(max(0, min(one.size, high) - low) if one else 0)
        bar.set_hatch(_hatch(one) if one else "")
        bar.set_alpha(1 if slot == mine else _PALE)
        label.set(text=_short(one) if one else _none(counted, base, period) if slot == mine else "")
        label.set(color="black" if slot == mine else "#555555", fontweight="bold" if slot == mine and one else "normal")
        top = max(one.size if one else 0, low)
        label.set_y(top * 1.12 if axis == LOG else top + high / 100)
    steps = " Each line is ten times the one below." if axis == LOG else ""
    return _reading([one for one in found if one.place == place], counted, place, columns, base, games) + steps


def _none(counted: str, base: str, period: Period) -> str:
    """What stands in an empty place: the report after the tables counts apps removed alone."""
    return "not seen" if period.last > LAST_TABLE and (counted != REMOVED or base == OF_NAMED) else "no row"


def _hatch(one: Count) -> str:
    if one.low is None or one.high is None:
        return _BOUND
    return _DOUBT if one.doubtful else _OURS if one.computed else ""


def _short(one: Count) -> str:
    """The number over a bar: "at least" and "at most" as signs."""
    return one.words.replace("at least ", "≥ ").replace("at most ", "≤ ").replace(" to ", "–")


def _reading(mine: list[Count], counted: str, place: str, columns: str, base: str, games: str) -> str:
    by = "" if base == ITSELF else f" as a share of {base}"
    head = f"{counted.capitalize().removesuffix(' (%)')}, {place}{by}{'' if games == _WITH else ', ' + games}: "
    said = ", ".join(f"{one.words} in {_brief(one.period)}" for one in mine) or "no row"
    missing = len(PERIODS[columns]) - len(mine)
    gaps = f"; {missing} of {_MANY} columns empty, which is no zero" if mine and missing else ""
    broken = " From 2022 another report counts." if len({one.period.last > LAST_TABLE for one in mine}) == 2 else ""
    return f"{head}{said}{gaps}.{broken} {_remark(mine, counted, place, columns, base, games)}"


def _brief(period: Period) -> str:
    """A period in few words: "Jan.–June 2019"."""
    return _short_name(period).replace("\n", " ")


def _remark(mine: list[Count], counted: str, place: str, columns: str, base: str, games: str) -> str:
    """What keeps a reader from a wrong conclusion, by what is shown."""
    if not mine:
        return _elsewhere(counted, place, columns, base, games)
    if games == _WITHOUT and not all(one.apart for one in mine):
        return "Games can be taken off in 2022 and 2023 alone, by footnotes."
    if base == OF_WORLD:
        return "A share falls when others' numbers rise: watch its base."
    if base == OF_NAMED:
        return "Of the apps named that were in the store; the rest may have been refused, or be open."
    if counted == NAMED:
        return "One demand may name hundreds of apps, so the two are never added."
    if counted == REMOVED:
        return "Left out: apps that makers withdrew, apps refused at review, updates held."
    if counted == MET:
        return "Met: at least one app went after it."
    return "How many apps a demand names is another number."


def _elsewhere(counted: str, place: str, columns: str, base: str, games: str) -> str:
    """Why there is no row, where the choice itself leaves none."""
    if counted == MET and base != ITSELF:
        return "A share of demands is not divided again."
    if base == OF_NAMED and games == _WITHOUT:
        return "Demands do not tell games apart, so this has no base."
    if base == OF_NAMED and counted != REMOVED:
        return "Only apps removed can be divided by apps named."
    if base == OF_WORLD and place == WORLD:
        return "The world is the base itself: choose a country."
    if columns != BY_YEAR and any(one.place == place for one in counts(counted, base, games == _WITH)):
        return "It has one by year."
    others = [name for name in COUNTED if any(one.place == place for one in counts(name, columns=columns))]
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
        Choice("columns", "Columns", tuple(PERIODS), BY_YEAR),
        Choice("base", "Divided by", BASES, ITSELF),
        Choice("games", "Games named in a footnote", (_WITH, _WITHOUT), _WITH),
        Choice("axis", "Axis", (LINEAR, LOG), LOG),
    ),
    lines=3,
    assumptions=(
        Assumption("2019 to 2021 were read in a public copy of Apple's own tables; the other numbers in outlets that "
                   "read Apple's reports.", cite_named("as-h1-2019-ru-apps")),
        Assumption("With 2021 our copy of Apple's tables by country ends. The yearly report of 2022 on has apps "
                   "removed alone; what it counts need not be what the tables counted.",
                   cite_named("apple-table-ends-2021")),
        Assumption("A year up to 2021 is our sum of its two halves; an app that went in both may be in it twice. Where "
                   "a row gives one half alone, the sum says at least.", cite_named("as-h2-2019-ru-apps")),
        Assumption("The tables count demands over the law and over the store's own rules; both are added here, in "
                   "the world the second are the fewer.", cite_named("as-h2-2020-ru-apps")),
        Assumption("What is not in the definitions, such as apps withdrawn by their makers or updates held, is in no "
                   "number here.", cite_named("removal-count-apple-2021")),
        Assumption("China, 2018: an outlet has 526, which in Apple's table is China's 517 and Vietnam's 9 together.",
                   cite_named("as-h2-2018-cn-pulled")),
        Assumption("2019 and 2020 together are 1,060 apps here, and so a campaigning group counted them.",
                   cite_named("as-2019-2020-apps")),
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
