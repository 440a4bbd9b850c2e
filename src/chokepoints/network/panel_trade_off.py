"""Panel: how much of a hopping messenger is stopped, and how many others go dark with it, by the size of the block.

Beside the curve stand the figures of 2018: the share that the agency gave, and those hit, as the agency, lawyers and a
vendor counted them. They are no measurement of what the curve shows.
"""

from functools import lru_cache
from typing import Any

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import fact_named
from chokepoints.evidence.rows import Figure
from chokepoints.evidence.wording import amount_words
from chokepoints.network.collateral import PREFIX_LENGTHS, Assumptions, TradeOff, trade_off

_HOPS = {"once a week": 1 / 7, "once a day": 1.0, "4 times a day": 4.0, "once an hour": 24.0, "once a minute": 1_440.0}
_FOUND = {"1 hour": 1.0, "6 hours": 6.0, "1 day": 24.0, "3 days": 72.0}
_TENANTS = {"1 for 10 addresses": 0.1, "1 for 2 addresses": 0.5, "7.5 an address": 7.5}
#: Counts of those hit, and by whom; of the lawyers' three the last, which holds the others.
_COUNTED = {"dmg-rkn-400": "the agency", "dmg-flexbby-firms": "a vendor", "dmg-agora-22": "lawyers"}
#: The lower and the upper edge in tenants: room below for the ring, above for the words.
_EDGES = 0.3, 6e9
_BAND: dict[str, Any] = {"facecolor": "#DDDDDD", "edgecolor": "none"}
_SIZES = {1: "1", 100: "100", 10_000: "10,000", 1_000_000: "1 million", 100_000_000: "100 million"}


@lru_cache(maxsize=64)
def _curve(hops: str, found: str, tenants: str) -> TradeOff:
    return trade_off(
        Assumptions(hops_per_day=_HOPS[hops], detection_hours=_FOUND[found], tenants_per_address=_TENANTS[tenants])
    )


def _figure(slug: str) -> Figure | None:
    """A figure of the table, None where it is marked unverified. Raises KitError where it is lost."""
    row = fact_named(slug)
    return row if isinstance(row, Figure) and row.basis != "unverified" else None


def _agency() -> tuple[float, float] | None:
    """The lowest and the highest percentage that the agency's head gave for the effect of the blocking."""
    row = _figure("degrade-15-40")
    return (row.low, row.high) if row and row.low is not None and row.high is not None else None


def _counted() -> dict[float, list[tuple[str, str]]]:
    """Those counted as hit, the largest number first: of each number the amounts in words, and who says so."""
    found: dict[float, list[tuple[str, str]]] = {}
    for slug, who in _COUNTED.items():
        row = _figure(slug)
        if row and row.low:
            found.setdefault(row.low, []).append((amount_words(row), who))
    return dict(sorted(found.items(), reverse=True))


def _setup() -> Artists:
    figure = new_figure(height=4.8, left=0.17, right=0.8, bottom=0.135, top=0.89)
    axes = figure.add_subplot()
    axes.set_xlim(-3, 104)
    axes.set_yscale("log")
    axes.set_ylim(*_EDGES)
    axes.set_yticks(list(_SIZES), list(_SIZES.values()))
    axes.minorticks_off()
    axes.set_xlabel("The messenger's traffic that is stopped (%)")
    axes.set_ylabel("Other tenants that are dark (number)")
    if given := _agency():
        axes.axvspan(*given, label=f"the agency's {given[0]:.0f} to {given[1]:.0f} % (undefined)", **_BAND)
    _mark_counted(axes)
    artists = Artists(figure)
    artists.axes = axes
    artists.line = artists.move(
        axes.plot([], [], "-o", color=COLOURS[0], markersize=5, label="blocks of /32 to /12")[0]
    )
    ring = axes.plot([], [], "o", color=COLOURS[1], fillstyle="none", markersize=16, markeredgewidth=3, label="chosen")
    artists.ring = artists.move(ring[0])
    artists.words = artists.move(axes.text(0, 1.2e9, "", ha="center", va="center"))
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, fontsize=11, borderaxespad=0.2, columnspacing=1)
    return artists


def _mark_counted(axes: Any) -> None:
    """A line for each number of those counted as hit, named beside the picture, where no curve runs."""
    counted = _counted()
    for place, (number, names) in enumerate(counted.items()):
        lowest = place == len(counted) - 1 and place > 0
        axes.axhline(number, color="#555555", linewidth=1.2, linestyle="--", zorder=1.5)
        words = "\n".join(f"{amount} hit,\nsay{'' if who.endswith('s') else 's'} {who}" for amount, who in names)
        axes.annotate(words, (1, number), (6, -2 if lowest else 2), xycoords=axes.get_yaxis_transform(),
                      textcoords="offset points", va="top" if lowest else "bottom", fontsize=10)  # fmt: skip


def _update(artists: Artists, *, length: float, hops: str, found: str, tenants: str) -> str:
    curve = _curve(hops, found, tenants)
    x, y = 100 * curve.stopped, curve.businesses
    artists.line.set_data(x, y)
    place = PREFIX_LENGTHS.index(int(length))
    artists.ring.set_data([x[place]], [y[place]])
    artists.words.set_text(f"/{int(length)}: {_tenants(y[place])}")
    artists.words.set_x(min(max(x[place], 20), 82))
    return (
        f"Found after {found} on average, blocked by the /{int(length)} around it, hopping {hops}: in 14 days "
        f"{x[place]:.0f} % of the messenger's traffic is stopped, and at the end {_percent(100 * curve.dark[place])} "
        f"of the cloud's other tenants are dark: {_tenants(y[place])} at {_about(curve.addresses[place])} addresses. "
        f"By single addresses: {x[0]:.0f} % and {_tenants(y[0])}.{_said()}"
    )


def _said() -> str:
    """The counts of those hit, each amount once, for the reading."""
    amounts = [amount for names in _counted().values() for amount, _ in names]
    return f" Hit in 2018, counted otherwise: {', '.join(amounts)}." if amounts else ""


def _percent(share: float) -> str:
    if share < 0.001:
        return "less than 0.001 %"
    return f"{share:.2g} %" if share < 10 else f"{share:.0f} %"


def _about(number: float) -> str:
    """A number to two digits: what a model says is no count."""
    if number < 10:
        return f"{number:.0f}"
    size = 10 ** (len(str(int(number))) - 2)
    return f"{round(number / size) * size:,.0f}"


def _tenants(number: float) -> str:
    if number < 1:
        return "less than one tenant"
    words = _about(number)
    return f"{words} tenant" if words == "1" else f"{words} tenants"


what_a_block_costs = Panel(
    name="network-what-a-block-costs",
    title="Blocking after a messenger that hops through a shared cloud",
    setup=_setup,
    update=_update,
    controls=(
        Number("length", "Prefix length", PREFIX_LENGTHS[-1], PREFIX_LENGTHS[0], 15, 1, "bits"),
        Choice("hops", "The messenger hops", tuple(_HOPS), "once an hour"),
        Choice("found", "An address is found after", tuple(_FOUND), "6 hours"),
        Choice("tenants", "Other tenants", tuple(_TENANTS), "1 for 2 addresses"),
    ),
    lines=3,
    assumptions=(
        Assumption("A cloud of 16.8 million addresses, 5 of them the messenger's at one time; 14 days.", "assumed"),
        Assumption("It hops to an address drawn evenly from the whole cloud; blocks stay.", "assumed"),
        Assumption("How often it hops and how soon it is found.", "assumed; set them above"),
        Assumption("How many tenants live at an address; 7.5 is a study's average of sites.", "sites-per-address-2012"),
        Assumption("What the agency's percentages measure was never said, so the band is no test of the model.",
                   "degrade-15-40"),
        Assumption("The dashed lines count resources and firms that somebody found hit by the blocks of 2018, all "
                   "of them together; the curve counts tenants of one assumed cloud. The two are not one thing, and "
                   "both counts of 400 are not one count.", "dmg-rkn-400, dmg-flexbby-firms, dmg-agora-22"),
    ),
)  # fmt: skip
