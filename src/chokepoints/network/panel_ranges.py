"""Panel: the ranges that the press named as blocked in April 2018, added up in two ways."""

from datetime import date
from typing import Any

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Step
from chokepoints.classroom.controls import Choice, Day
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.wording import day_words
from chokepoints.network.ranges import PROVIDERS, Ranges, blocked, own, summed

_ONCE, _SUMMED = "each address once", "sizes added up"
_FIRST, _LAST = date(2018, 4, 16), date(2018, 4, 19)
_TWICE: dict[str, Any] = {"facecolor": COLOURS[1], "edgecolor": "white", "linewidth": 0, "hatch": "//"}


def counted(day: date) -> dict[str, tuple[int, int]]:
    """Of each provider the addresses named as blocked up to a day: each counted once, and sizes added up."""
    found = {name: blocked(name, until=day) for name in PROVIDERS}
    return {name: (Ranges.of(prefixes).count, summed(prefixes)) for name, prefixes in found.items()}


def _setup() -> Artists:
    figure = new_figure(height=3.6, left=0.16, right=0.96, bottom=0.19, top=0.86)
    axes = figure.add_subplot()
    axes.set_xlim(0, 3.2)
    axes.set_ylim(len(PROVIDERS) - 0.5, -0.5)
    axes.set_yticks(range(len(PROVIDERS)), PROVIDERS)
    axes.grid(axis="y", visible=False)
    axes.set_xlabel("Addresses (millions)")
    artists = Artists(figure)
    places = range(len(PROVIDERS))
    once = axes.barh(places, [0] * len(places), 0.6, color=COLOURS[0], label="counted once")
    twice = axes.barh(places, [0] * len(places), 0.6, label="counted once more", **_TWICE)
    artists.once = [artists.move(bar) for bar in once.patches]
    artists.twice = [artists.move(bar) for bar in twice.patches]
    artists.words = [artists.move(axes.text(0, place, "", va="center")) for place in places]
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, borderaxespad=0.2)
    return artists


def _update(artists: Artists, *, day: date, count: str) -> str:
    found = counted(day)
    for place, (once, added) in enumerate(found.values()):
        shown = added if count == _SUMMED else once
        artists.once[place].set_width(once / 1e6)
        artists.twice[place].set_x(once / 1e6)
        artists.twice[place].set_width((shown - once) / 1e6)
        artists.words[place].set_position((shown / 1e6 + 0.05, place))
        artists.words[place].set_text(f"{shown:,}")
    return _reading(found, day, count)


def _reading(found: dict[str, tuple[int, int]], day: date, count: str) -> str:
    prefixes = blocked(until=day)
    once, added = sum(one for one, _ in found.values()), sum(more for _, more in found.values())
    total = added if count == _SUMMED else once
    mine = Ranges.of(own()).count
    differs = (
        f" {added - once:,} of them are counted twice, since one range lies in another."
        if count == _SUMMED and added > once
        else ""
    )
    return (
        f"Up to {day_words(day)} the press had named {len(prefixes)} ranges. {count.capitalize()}: {total:,} "
        f"addresses, {100 * total / 2**32:.2f} % of IPv4.{differs} That is about {total / mine:,.0f} for each "
        f"of the {mine:,} addresses of the messenger's own list of 2026."
    )


named_ranges = Panel(
    name="network-named-ranges",
    title="Ranges that the press named as blocked in April 2018, added up",
    setup=_setup,
    update=_update,
    controls=(Day("day", "Listed up to", _FIRST, _LAST, _LAST), Choice("count", "Count", (_ONCE, _SUMMED), _ONCE)),
    buttons=(Step("day", "Next day"),),
    lines=3,
    assumptions=(
        Assumption("The ranges are those that the press named; the whole register of those days was not to be had.",
                   "prefixes.csv"),
        Assumption("The messenger's own ranges are a list of 2026; a list of 2018 was not found.",
                   "prefixes.csv"),
    ),
)  # fmt: skip
