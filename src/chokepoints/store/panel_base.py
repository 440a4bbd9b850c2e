"""Panel: who can still use an app, by day, once a store delists it or freezes its updates, and why others cannot."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.patches import Rectangle

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.evidence.wording import day_words
from chokepoints.store.base import Assumptions, Channel, Lever, Lost, Storefront
from chokepoints.store.base_day import Floats
from chokepoints.store.base_mean import expected
from chokepoints.store.base_runs import Course

_IPHONES = round(100 * Assumptions().ios_share)
_NETWORK = ("lets it through", "blocks it", "blocks it, VPN apps delisted too")
_INSIDE = Storefront.INSIDE
#: As many people have accounts elsewhere: they show what the lever does to them, as shares.
_GIVEN = Assumptions(users=2 * Assumptions().users, inside_share=0.5, days=730)
#: The areas from below: the words beside each, its colour, and the hatching that tells it without the colour.
_AREAS: dict[str, tuple[str, str]] = {
    "newest version": (COLOURS[0], ""),
    "older version": (COLOURS[5], "//"),
    "by another way": (COLOURS[2], ".."),
    "no way round": (COLOURS[4], "\\\\"),
    "broken by system": ("#8C510A", "xx"),
    "new phone": (COLOURS[1], ""),
    "deleted": ("#F6C08A", "oo"),
    "came too late": (COLOURS[6], "--"),
    "left by choice": ("#CCCCCC", ""),
}
_REASONS = {
    "no way round": Lost.NO_WAY,
    "broken by system": Lost.BROKEN,
    "new phone": Lost.PHONE,
    "deleted": Lost.DELETED,
    "came too late": Lost.NEWCOMER,
    "left by choice": Lost.LEFT,
}
_BECAUSE = {
    Lost.NO_WAY: "they know no way round the block",
    Lost.BROKEN: "a new system broke it",
    Lost.PHONE: "their phone is new",
    Lost.DELETED: "they deleted it",
    Lost.NEWCOMER: "they came too late to install it",
}


def assumptions_for(
    lever: str, iphones: float, replaced: float, restored: float, sideload: float, markets: float, network: str
) -> Assumptions:
    """What the model takes for granted for a state of the controls; half of its people have accounts elsewhere."""
    return replace(
        _GIVEN,
        lever=Lever(lever),
        ios_share=iphones / 100,
        replaced_per_year=replaced / 100,
        restored=restored / 100,
        sideload_share=sideload / 100,
        marketplaces_open=markets > 0,
        marketplace_share=markets / 100,
        network_blocks=network != _NETWORK[0],
        vpn_delisted=network == _NETWORK[2],
    )


@lru_cache(maxsize=64)
def course(assumptions: Assumptions) -> Course:
    """The mean for these assumptions, kept."""
    return expected(assumptions)


def areas(found: Course) -> dict[str, Floats]:
    """Millions of people in each area at each midnight, of the storefront at issue."""
    store = {new: found.using(Channel.STORE, new, storefront=_INSIDE) for new in (True, False)}
    others = found.using(storefront=_INSIDE) - store[True] - store[False]
    using = dict(zip(_AREAS, (store[True], store[False], others), strict=False))
    lost = {name: found.lost(reason, storefront=_INSIDE) for name, reason in _REASONS.items()}
    return {name: people / 1e6 for name, people in (using | lost).items()}


def _setup() -> Artists:
    figure = new_figure(height=4.6, left=0.085, right=0.7, bottom=0.135, top=0.92)
    axes = figure.add_subplot()
    axes.set_title("Below the thick line: they can use it. Above it: why not.", fontsize=12)
    axes.set_xlabel(f"Days since {day_words(_GIVEN.start)} (lever from day {_GIVEN.day_of(_GIVEN.lever_from)})")
    axes.set_ylabel("People (million)")
    axes.grid(visible=False)
    artists = Artists(figure)
    artists.axes, artists.areas, artists.words, artists.leads, artists.keys = axes, {}, {}, {}, {}
    for name, (colour, hatch) in _AREAS.items():
        look: dict[str, Any] = {"facecolor": colour, "hatch": hatch, "edgecolor": "white", "linewidth": 0}
        artists.areas[name] = artists.move(axes.fill_between([0, 1], 0, 0, **look))
        key = Rectangle((0, 0), 0, 0, clip_on=False, **look)
        artists.keys[name] = artists.move(axes.add_patch(key))
        words = axes.text(0, 0, "", fontsize=11, va="center", clip_on=False)
        artists.words[name] = artists.move(words)
        artists.leads[name] = artists.move(axes.plot([], [], color="#555555", linewidth=0.8, clip_on=False)[0])
    edge = axes.plot([], [], color="black", linewidth=2.2)[0]
    artists.edge = artists.move(edge)
    return artists


def _update(artists: Artists, *, days: float, **state: Any) -> str:
    found = course(assumptions_for(**state))
    last = int(days)
    shown = {name: people[: last + 1] for name, people in areas(found).items()}
    time, floor = np.arange(last + 1), np.zeros(last + 1)
    ends: dict[str, tuple[float, float, float]] = {}
    for name, people in shown.items():
        artists.areas[name].set_data(time, floor, floor + people)
        ends[name] = float(floor[-1] + people[-1] / 2), float(people[-1]), float(people.max())
        floor = floor + people
        if name == "by another way":
            artists.edge.set_data(time, floor)
    top = float(floor.max()) * 1.02
    if artists.axes.get_xlim() != (0, last) or artists.axes.get_ylim() != (0, top):
        artists.axes.set_xlim(0, last)
        artists.axes.set_ylim(0, top)
        artists.renew()
    _beside(artists, ends, last, top)
    return _reading(found, last, state)


def _beside(artists: Artists, ends: dict[str, tuple[float, float, float]], last: int, top: float) -> None:
    """The words beside the areas that can be seen on some day, from below and never upon one another."""
    seen = {name: (middle, people) for name, (middle, people, most) in ends.items() if most > 0.004 * top}
    step, free, ceiling = 0.058 * top, 0.02 * top, 0.985 * top
    places: list[float] = []
    for middle, _ in seen.values():
        places.append(max(middle, free))
        free = places[-1] + step
    for number in reversed(range(len(places))):
        places[number] = min(places[number], ceiling)
        ceiling = places[number] - step
    for name in _AREAS:
        artists.words[name].set_text("")
        artists.leads[name].set_data([], [])
        artists.keys[name].set_width(0)
    for (name, (middle, people)), place in zip(seen.items(), places, strict=True):
        artists.leads[name].set_data([last, last * 1.03], [middle, place])
        artists.keys[name].set_bounds(last * 1.035, place - 0.4 * step, last * 0.05, 0.8 * step)
        artists.words[name].set_position((last * 1.095, place))
        artists.words[name].set_text(f"{name}, {people:.1f} M")


def _reading(found: Course, last: int, state: dict[str, Any]) -> str:
    share = 100 * found.share(storefront=_INSIDE)
    reasons = {reason: float(found.lost(reason, storefront=_INSIDE)[last]) for reason in _BECAUSE}
    first = max(reasons, key=lambda reason: reasons[reason])
    wanting, elsewhere = found.wanting(storefront=_INSIDE)[last], found.wanting(storefront=Storefront.ELSEWHERE)[last]
    newest = 100 * found.using(newest=True, storefront=_INSIDE)[last] / wanting
    there = 100 * found.using(newest=True, storefront=Storefront.ELSEWHERE)[last] / elsewhere
    later = f", after {last} days {share[last]:.0f} %" if last > 30 else ""
    lost = (
        f"First reason of the {sum(reasons.values()) / 1e6:.1f} million who cannot: {_BECAUSE[first]} "
        f"({reasons[first] / 1e6:.1f} million)"
        if sum(reasons.values()) > 0.005 * wanting
        else "Hardly anybody is kept from it"
    )
    return (
        f"{_words(state)}: after 30 days {share[30]:.0f} % of those who want the app can use it{later}. {lost}. "
        f"The newest version is on the phones of {newest:.0f} % of those who want it, with an account of another "
        f"storefront of {there:.0f} %."
    )


def _words(state: dict[str, Any]) -> str:
    lever = {
        Lever.NOTHING: "The store does nothing",
        Lever.DELIST: "Delisted in one storefront",
        Lever.FREEZE: "Updates frozen everywhere",
        Lever.BOTH: "Delisted in one storefront, updates frozen everywhere",
    }[Lever(state["lever"])]
    phones = {
        _IPHONES: "",
        0: ", no iPhones (no other marketplace)",
        100: ", all iPhones (nobody side-loads)",
    }.get(state["iphones"], f", at {state['iphones']:.0f} % iPhones")
    return lever + phones


who_can_still_use_it = Panel(
    name="store-who-can-still-use-it",
    title="Who can still use the app, day by day, and why the others cannot",
    setup=_setup,
    update=_update,
    controls=(
        Choice("lever", "The store's lever", tuple(map(str, Lever)), str(Lever.DELIST)),
        Number("iphones", "iPhones among the phones, assumed", 0, 100, _IPHONES, 2, "%"),
        Number("replaced", "Phones replaced a year", 0, 150, 40, 10, "%"),
        Number("restored", "Of them set up from a backup", 0, 100, 50, 10, "%"),
        Number("sideload", "Can side-load (Android)", 0, 100, 20, 10, "%"),
        Number("markets", "Use another marketplace (iOS)", 0, 100, 0, 10, "%"),
        Choice("network", "The network", _NETWORK, _NETWORK[0]),
        Number("days", "Days shown", 30, 730, 365, 5),
    ),
    lines=3,
    assumptions=(
        Assumption("15 million people with the app at the start, on one storefront; four for every ten more begin to "
                   "want it within a year. In truth the audience grew, and no ruling had the app delisted.",
                   cite_named("aud-romir-2018")),
        Assumption(f"{_IPHONES} % of the phones are iPhones. No share of 2018 was found; this is near an undated "
                   "figure. Android had 70 % of main phones in the middle of 2017, and an operator counted 11 % of its "
                   "active SIM cards, by our division 15 % of its smartphones, in iPhones in 2020: so 10 to 30. Set it "
                   "above: only iPhones take another marketplace, only Android phones are side-loaded to.",
                   f"assumed, near {cite_named('ios-ru-bloomberg-ios')}; {cite_named('android-ru-deloitte-2017')}; "
                   f"{cite_named('iphone-ru-mts-2020-smartphones')}"),
        Assumption("40 % of phones replaced a year are 30 months a phone; another figure is 24 months, which is 50 %.",
                   cite_named("phone-service-mts-2018")),
        Assumption("A delisted app comes back with a restored backup and in no other way. Sources differ; for one "
                   "storefront alone none was found. Set 0 % for never.", cite_named("fortnite-not-again")),
        Assumption("A delisted app that is installed goes on, without updates.", cite_named("smartvoting")),
        Assumption("A person deletes the app and wants it back 0.1 times a year, leaves for good reasons of their own "
                   "0.1 times, and comes back 0.2 times.", "assumed"),
        Assumption("A version every 25 days; a phone takes it with 20 % chance a day by itself, and a 93rd of that by "
                   "hand; a side-loaded app with 5 %.",
                   f"assumed, after {cite_named('app-upgrade-blog-day3')}; {cite_named('as-updates-auto')}"),
        Assumption("A new system on 17 September 2018, on half of the iPhones after 23 days; of Android phones a "
                   "seventh take one within a year.",
                   f"{cite_named('ios12-adoption-2018-10-10')}; {cite_named('oreo-adoption-2018-08-31')}"),
        Assumption("Who installs the app for the first time, or again on the phone of before, has the old system even "
                   "then, and takes the new one like the others.", "our choice"),
        Assumption("It breaks an app that is not the newest for 10 % of people, each for themselves.", "assumed"),
        Assumption("Who can side-load, or uses another marketplace (which stays open), does so for as long as their "
                   "store is shut or frozen and the app they have is gone or broken.", "assumed"),
        Assumption("Where the network blocks the messenger, 80 % have a way round, others find one with 2 % chance a "
                   "day, and each is lost once in two years; with VPN apps delisted nobody finds one.", "assumed"),
        Assumption("On one day at most one of these things happens to a person. Shown is the mean; runs by lot differ "
                   "from it by some thousands of people.", "our choice"),
    ),
)  # fmt: skip
