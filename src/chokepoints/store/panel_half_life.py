"""Panel: the half-life of a delisted app: days until half of those who had it have lost it, by platform and way out."""

from math import inf
from typing import Any, NamedTuple

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, NullLocator

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, MARKERS, new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.store.base import Again
from chokepoints.store.base_day import Floats
from chokepoints.store.base_mean import daily_loss, days_until_half

_RATES = np.arange(5.0, 151.0, 2.5)
_LOW, _HIGH = 60.0, 30_000.0
_TICKS = (100, 300, 1_000, 3_000, 10_000, 30_000)
_YEARS = (1, 2, 5, 10, 30)
#: Dashes of lines that may lie upon one another fall into each other's gaps.
_DASHES: tuple[Any, ...] = ((0, (5, 5)), (5, (5, 5)), "solid", (0, (1, 1.5)))


class Case(NamedTuple):
    """One line: what its phones are, the share that a backup is restored on, and the share that knows another way."""

    name: str
    restored: float
    keep: float


def cases(restored_ios: float, restored_android: float, sideload: float, markets: float) -> tuple[Case, ...]:
    """The four lines, from percent."""
    ios, android = restored_ios / 100, restored_android / 100
    return (
        Case("iOS", ios, 0.0),
        Case("Android, no side-loading", android, 0.0),
        Case("Android, side-loading", android, sideload / 100),
        Case("iOS, other marketplaces", ios, markets / 100),
    )


def days_to_half(case: Case, replaced: float, deleted: float, again: str) -> float:
    """The half-life of one line, in days; `inf` where half never lose it. `replaced`, `deleted`: percent a year."""
    return days_until_half(daily_loss(replaced / 100, case.restored, deleted / 100, Again(again)), case.keep)


def kept(case: Case, replaced: float, deleted: float, again: str, days: float = 365) -> float:
    """The share of those who had the app that still have it after so many days."""
    loss = daily_loss(replaced / 100, case.restored, deleted / 100, Again(again))
    return case.keep + (1 - case.keep) * float((1 - loss) ** days)


def _setup() -> Artists:
    figure = new_figure(height=4.4, left=0.105, right=0.89, bottom=0.14, top=0.85)
    axes = figure.add_subplot()
    axes.set_yscale("log")
    axes.set_ylim(_LOW, _HIGH)
    axes.yaxis.set_major_locator(FixedLocator(_TICKS))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.set_yticklabels([f"{days:,}" for days in _TICKS])
    axes.grid(axis="y", visible=False)
    for years in _YEARS:
        axes.axhline(365 * years, color="#BBBBBB", linewidth=1)
        words = "1 year" if years == 1 else f"{years} years"
        axes.text(1.01, 365 * years, words, fontsize=11, va="center", transform=axes.get_yaxis_transform())
    axes.set_xlim(0, 155)
    axes.set_xlabel("Phones replaced a year (%)")
    axes.set_ylabel("Half have lost it after (days)")
    artists = Artists(figure)
    artists.now = artists.move(axes.axvline(0, color="#555555", linestyle=":"))
    artists.lines, artists.points = [], []
    for place, (case, dashes) in enumerate(zip(cases(0, 0, 0, 0), _DASHES, strict=True)):
        look: dict[str, Any] = {"color": COLOURS[place]}
        line = axes.plot([], [], linestyle=dashes, linewidth=2.4, label=case.name, **look)[0]
        artists.lines.append(artists.move(line))
        size = (15, 12, 9, 6)[place]  # one within the other where they meet
        point = axes.plot([], [], MARKERS[place], fillstyle="none", markersize=size, markeredgewidth=2.2, **look)[0]
        artists.points.append(artists.move(point))
    look = {"fontsize": 12, "ha": "left", "va": "bottom", "transform": axes.transAxes}
    box = {"facecolor": "white", "edgecolor": "none", "alpha": 0.9}
    # No line comes down to this corner: where so few phones are replaced, half takes longer, whoever deletes it.
    artists.never = artists.move(axes.text(0.015, 0.025, "", bbox=box, zorder=5, **look))
    artists.named = []
    return artists


def _legend(artists: Artists) -> None:
    """Name the lines of which something is drawn, and nothing else."""
    drawn = [place for place, line in enumerate(artists.lines) if np.isfinite(line.get_ydata()).any()]
    if drawn == artists.named:
        return
    for legend in artists.figure.legends:
        legend.remove()
    handles = [
        Line2D([], [], color=artists.lines[place].get_color(), linestyle=artists.lines[place].get_linestyle(),
               linewidth=2.4, marker=MARKERS[place], fillstyle="none", markeredgewidth=2)
        for place in drawn
    ]  # fmt: skip
    if drawn:
        labels = [artists.lines[place].get_label() for place in drawn]
        artists.figure.legend(handles, labels, loc="upper left", bbox_to_anchor=(0.095, 1.0), ncols=2, fontsize=11,
                              handlelength=3.4)  # fmt: skip
    artists.named = drawn
    artists.renew()


def _update(
    artists: Artists,
    *,
    replaced: float,
    restored_ios: float,
    restored_android: float,
    sideload: float,
    markets: float,
    deleted: float,
    again: str,
) -> str:
    every = cases(restored_ios, restored_android, sideload, markets)
    artists.now.set_xdata([replaced, replaced])
    never = []
    for case, line, point in zip(every, artists.lines, artists.points, strict=True):
        days = np.array([days_to_half(case, rate, deleted, again) for rate in _RATES])
        line.set_data(_RATES, _drawable(days))
        half = days_to_half(case, replaced, deleted, again)
        point.set_data([replaced], _drawable(np.array([half])))
        if half > _HIGH:
            never.append(f"{case.name}: {_time(half)}")
    artists.never.set_text("\n".join(never))
    _legend(artists)
    return _reading(every, replaced, deleted, again)


def _drawable(days: Floats) -> Floats:
    """Nothing is drawn where the days leave the picture above."""
    return np.where(days <= _HIGH, days, np.nan)


def _reading(every: tuple[Case, ...], replaced: float, deleted: float, again: str) -> str:
    halves = [days_to_half(case, replaced, deleted, again) for case in every]
    year = [100 * kept(case, replaced, deleted, again) for case in every]
    names = ("iOS", "Android", "with side-loading", "iOS with marketplaces")
    words = ", ".join(f"{name} {_time(half)}" for name, half in zip(names, halves, strict=True))
    return (
        f"Days until half of those who had the delisted app have lost it, {replaced:.0f} % of phones replaced a year: "
        f"{words}. After a year {year[0]:.0f} % still have it on iOS, {year[1]:.0f} % on Android, {year[2]:.0f} % with "
        f"side-loading. Who wants it only now cannot install it from the store."
    )


def _time(days: float) -> str:
    """In days, and in years where they are many; in years alone beyond the picture."""
    if days == inf:
        return "never"
    years = f"{days / 365:.1f} years" if days < 9.5 * 365 else f"{days / 365:,.0f} years"
    if days > _HIGH:
        return f"about {years}"
    return f"{days:,.0f}" if days < 365 else f"{days:,.0f} ({years})"


half_life = Panel(
    name="store-half-life",
    title="The half-life of a delisted app: it lives on the phone in the pocket",
    setup=_setup,
    update=_update,
    controls=(
        Number("replaced", "Phones replaced a year", 5, 150, 40, 5, "%"),
        Number("restored_ios", "Set up from a backup, iOS", 0, 100, 70, 5, "%"),
        Number("restored_android", "Set up from a backup, Android", 0, 100, 40, 5, "%"),
        Number("sideload", "Can side-load (Android)", 0, 100, 20, 5, "%"),
        Number("markets", "Use another marketplace (iOS)", 0, 100, 10, 5, "%"),
        Number("deleted", "Delete it and want it back, a year", 0, 50, 10, 5, "%"),
        Choice("again", "The store gives it again to", tuple(map(str, Again)), str(Again.RESTORE)),
    ),
    lines=3,
    assumptions=(
        Assumption("By formula, and held against the model of who can still use the app: on each day a person loses "
                   "the app with the same chance r, so that (1 - r) to the power of t still have it after t days.",
                   "our model"),
        Assumption("A phone is replaced with the chance of a 365th of the yearly rate on each day, whatever its age. "
                   "40 % a year are 30 months a phone; another figure is 24 months, which is 50 %.",
                   cite_named("phone-service-mts-2018")),
        Assumption("Who gets a delisted app from the store again: sources differ, and for one storefront alone none "
                   "was found.", f"{cite_named('fortnite-not-again')} {cite_named('delisted-got-again')}"),
        Assumption("How many phones are set up from a backup, how often the app is deleted by people who want it back, "
                   "how many can side-load or use another marketplace.", "assumed; set them above"),
        Assumption("Other marketplaces on the iPhone exist in the European Union since March 2024, in 2018 nowhere; "
                   "here they go on offering the app.", cite_named("dma-live")),
        Assumption("Those who know another way have it again at once. Nobody leaves, no system breaks the app, and no "
                   "network blocks it.", "our choice"),
    ),
)  # fmt: skip
