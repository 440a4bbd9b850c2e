"""Panel: 15 million users of a messenger that is blocked and moves: with push, without, and with parts of it blocked.

The band is of weeks, since at one midnight in some runs everybody is cut off, for minutes: a mean below most runs.
"""

from functools import lru_cache
from math import inf
from typing import Any

import numpy as np
from matplotlib.ticker import FixedLocator, NullLocator

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.controls import Switch as Tick
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.push.country import Assumptions, Floats, Switch, in_weeks, simulate
from chokepoints.push.country_users import back_after, expected, hours_to_reach

_NO_PUSH = "no push at all"
_POSITIONS = (*map(str, Switch), _NO_PUSH)
_BLOCKS = {"once a week": 1 / 7, "once a day": 1.0, "4 times a day": 4.0, "once an hour": 24.0}
_BACKUP = {"1 hour": 1.0, "6 hours": 6.0, "1 day": 24.0, "never": inf}
#: Chances a midnight where users may leave: one who is cut off, one whose alerts were taken, and to come back.
_GIVING_UP, _UNALERTED, _COMING_BACK = 0.02, 0.005, 0.01
_RUNS = 500
_HOURS = np.geomspace(1 / 60, 24 * 30, 60)
_TICKS = {1 / 60: "1 min", 1.0: "1 h", 24.0: "1 day", 240.0: "10 days"}
#: Dashes of lines that may lie upon one another fall into each other's gaps.
_DASHES: dict[str, Any] = {
    Switch.OPEN: (0, (4, 4)),
    Switch.ALERTS: (4, (4, 4)),
    Switch.SERVICE: (0, (3, 3)),
    Switch.ALL: (3, (3, 3)),
    _NO_PUSH: (0, (1, 1.5)),
}


def assumptions_for(blocks: str, reach: float, position: str, inside: float, backup: str, leaving: bool) -> Assumptions:
    """What the model takes for granted for a state of the controls."""
    return Assumptions(
        blocks_per_day=_BLOCKS[blocks],
        push_reach=0.0 if position == _NO_PUSH else reach / 100,
        backup_hours=_BACKUP[backup],
        switch=Switch.OPEN if position == _NO_PUSH else Switch(position),
        storefront_share=inside / 100,
        giving_up=leaving * _GIVING_UP,
        leaving_unalerted=leaving * _UNALERTED,
        coming_back=leaving * _COMING_BACK,
    )


@lru_cache(maxsize=256)
def _course(assumptions: Assumptions) -> tuple[Floats, Floats, float]:
    """Percent connected at each midnight, percent back after each of `_HOURS`, and percent gone at the end."""
    found = expected(assumptions)
    return 100 * found.connected, 100 * back_after(assumptions, _HOURS), 100 * float(found.gone[-1])


@lru_cache(maxsize=256)
def _band(assumptions: Assumptions) -> Floats:
    """Percent connected below which a quarter and three quarters of the runs lie, on the mean of each week."""
    return 100 * np.quantile(simulate(assumptions, _RUNS).weekly, (0.25, 0.75), axis=0)


def _setup() -> Artists:
    figure = new_figure(height=4.6, left=0.085, right=0.975, bottom=0.135, top=0.8)
    grid = figure.add_gridspec(1, 2, width_ratios=(1.5, 1), wspace=0.22)
    days, hours = figure.add_subplot(grid[0]), figure.add_subplot(grid[1])
    for axes in (days, hours):
        axes.set_ylim(-2, 102)
    days.set_xlim(0, Assumptions().days)
    days.set_xticks(range(0, 121, 20))
    days.set_xlabel("Days since the first block")
    days.set_ylabel("Users connected (%)")
    days.axvline(Assumptions().switch_day, color="#555555", linestyle=":")
    days.text(Assumptions().switch_day, 103, "switch thrown", fontsize=11, ha="center")
    hours.set_xscale("log")
    hours.set_xlim(_HOURS[0], _HOURS[-1])
    hours.xaxis.set_major_locator(FixedLocator(list(_TICKS)))
    hours.xaxis.set_minor_locator(NullLocator())
    hours.set_xticklabels(_TICKS.values())
    hours.set_xlabel("Time since a move, switch thrown")
    hours.set_ylabel("Users back (%)", labelpad=0)
    hours.axhline(50, color="#555555", linestyle=":")
    artists = Artists(figure)
    band = days.fill_between([0, 1], 0, 0, color="#BBBBBB", linewidth=0, label="a week in half of the runs")
    artists.band = artists.move(band)
    artists.lines = {}
    for position, colour in zip(_POSITIONS, COLOURS, strict=False):
        look: dict[str, Any] = {"color": colour, "linestyle": _DASHES[position], "linewidth": 1.8}
        both = [axes.plot([], [], label=position, **look)[0] for axes in (days, hours)]
        artists.lines[position] = [artists.move(line) for line in both]
    bold = [axes.plot([], [], linewidth=3.5)[0] for axes in (days, hours)]
    artists.bold = [artists.move(line) for line in bold]
    ring = hours.plot([], [], "o", color="black", fillstyle="none", markersize=13, markeredgewidth=2)[0]
    artists.ring = artists.move(ring)
    handles, labels = days.get_legend_handles_labels()
    figure.legend(
        handles,
        labels,
        loc="upper left",
        bbox_to_anchor=(0.01, 1.0),
        ncols=3,
        fontsize=11,
        columnspacing=1.2,
        handlelength=2.6,
    )
    return artists


def _update(
    artists: Artists, *, blocks: str, reach: float, position: str, inside: float, backup: str, leaving: bool
) -> str:
    every = {name: assumptions_for(blocks, reach, name, inside, backup, leaving) for name in _POSITIONS}
    for number, (name, lines) in enumerate(artists.lines.items()):
        connected, back, _ = _course(every[name])
        lines[0].set_data(range(connected.size), connected)
        lines[1].set_data(_HOURS, back)
        if name == position:
            for bold, line in zip(artists.bold, lines, strict=True):
                bold.set_data(*line.get_data())
                bold.set_color(COLOURS[number])
    low, high = _band(every[position])
    artists.band.set_data(np.repeat(7 * np.arange(low.size + 1), 2)[1:-1], np.repeat(low, 2), np.repeat(high, 2))
    half = hours_to_reach(every[position])
    artists.ring.set_data([half], [50])
    return _reading(every, position, inside, (low[-1], high[-1]), half)


def _reading(
    every: dict[str, Assumptions], position: str, inside: float, band: tuple[float, float], half: float
) -> str:
    ends = {name: in_weeks(_course(assumptions)[0])[-1] for name, assumptions in every.items()}
    gone = _course(every[position])[2]
    where = {Switch.OPEN: "", _NO_PUSH: ", nor before"}.get(
        position, f" from day {Assumptions().switch_day} for {inside:.0f} % of the users"
    )
    others = ", ".join(f"{ends[name]:.0f} % with {name}" for name in (Switch.OPEN, _NO_PUSH) if name != position)
    left = f" and {gone:.0f} % have left" if gone >= 0.5 else ""
    return (
        f"{position[0].upper()}{position[1:]}{where}: in the last week {ends[position]:.0f} % are connected on average"
        f"{left}, {band[0]:.0f} to {band[1]:.0f} % in half of the runs. It would be {others}. Half of the "
        f"users are back {_time(half)} after a move."
    )


def _time(hours: float) -> str:
    if hours < 2:
        return f"{60 * hours:.0f} minutes"
    return f"{hours:.0f} hours" if hours < 48 else f"{hours / 24:.0f} days"


push_in_a_country = Panel(
    name="push-push-in-a-country",
    title="15 million users, a messenger that is blocked and moves, and what push does for it",
    setup=_setup,
    update=_update,
    controls=(
        Choice("blocks", "Blocked", tuple(_BLOCKS), "4 times a day"),
        Number("reach", "Users whose device can get a push", 0, 100, 80, 5, "%"),
        Choice("position", "The switch", _POSITIONS, str(Switch.SERVICE)),
        Number("inside", "Users in the storefront", 0, 100, 30, 5, "%"),
        Choice("backup", "Backup configuration tells after", tuple(_BACKUP), "6 hours"),
        Tick("leaving", "Users may leave"),
    ),
    lines=3,
    assumptions=(
        Assumption("15 million users.", cite_named("aud-15m")),
        Assumption("The switch is thrown on day 42, as far from the first block as the letter; in 2018 no source says "
                   "that it was thrown at all.", cite_named("apple-letter")),
        Assumption("A silent push may carry a new address, and the client moves to it; how often the messenger sent "
                   "one is not known.", cite_named("push-dcupdate-android")),
        Assumption("How often the messenger is blocked; each block cuts off every user.", "assumed; set it above"),
        Assumption("It has noticed and moved half an hour after a block, on average.", "assumed"),
        Assumption("A device with push is back 5 minutes after a move, by an app update any user 3 days after, on "
                   "average; all such times are exponential.", "assumed"),
        Assumption("How many users can get a push, how many are in the storefront, and with push as many of them as "
                   "elsewhere.", "assumed; set them above"),
        Assumption("The service can tell a service push from an alert; where both are encrypted for the device, it "
                   "may not.", cite_named("push-encrypted-p")),
        Assumption("No limit holds a service push back: two or three an hour are the advised ceiling.",
                   cite_named("apns-background-rate")),
        Assumption("Users who may leave: each midnight 2 % of those cut off and 0.5 % of those whose alerts "
                   "were taken (who never had push misses none); 1 % of those who left come back.", "assumed"),
        Assumption("On the right, all users are cut off and the messenger has just moved; no block follows.",
                   "our drawing"),
        Assumption("Blocked alerts harm nobody's connection, which is all that is counted here.", "our choice"),
        Assumption("Proxies, VPNs and the other ways of channels.csv are left out.", "our choice"),
    ),
)  # fmt: skip
