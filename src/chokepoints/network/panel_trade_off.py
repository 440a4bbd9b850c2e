"""Panel: how much of a hopping messenger is stopped, and how many others go dark with it, by the size of the block."""

from functools import lru_cache
from typing import Any

from matplotlib.ticker import FuncFormatter

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import fact_named
from chokepoints.evidence.rows import Figure
from chokepoints.network.collateral import PREFIX_LENGTHS, Assumptions, TradeOff, trade_off

_HOPS = {"once a week": 1 / 7, "once a day": 1.0, "4 times a day": 4.0, "once an hour": 24.0, "once a minute": 1_440.0}
_FOUND = {"1 hour": 1.0, "6 hours": 6.0, "1 day": 24.0, "3 days": 72.0}
_TENANTS = {"1 for 10 addresses": 0.1, "1 for 2 addresses": 0.5, "7.5 an address": 7.5}
#: Shares below this are drawn at the picture's lower edge.
_LEAST = 1e-5
_BAND: dict[str, Any] = {"facecolor": "#DDDDDD", "edgecolor": "none"}


@lru_cache(maxsize=64)
def _curve(hops: str, found: str, tenants: str) -> TradeOff:
    return trade_off(
        Assumptions(hops_per_day=_HOPS[hops], detection_hours=_FOUND[found], tenants_per_address=_TENANTS[tenants])
    )


def _agency() -> tuple[float, float]:
    """The lowest and the highest percentage that the agency's head gave for the effect of the blocking."""
    row = fact_named("degrade-15-40")
    assert isinstance(row, Figure)
    assert row.low is not None
    assert row.high is not None
    return row.low, row.high


def _setup() -> Artists:
    figure = new_figure(height=4.4, left=0.13, right=0.95, bottom=0.15, top=0.88)
    axes = figure.add_subplot()
    axes.set_xlim(-3, 104)
    axes.set_yscale("log")
    axes.set_ylim(_LEAST * 60, 1_000)  # no share is above 100: room for the words
    axes.set_yticks([10.0**power for power in range(-3, 3)])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _: f"{share:g}"))
    axes.set_xlabel("The messenger's traffic that is stopped (%)")
    axes.set_ylabel("Other tenants that are dark (%)")
    low, high = _agency()
    axes.axvspan(low, high, label=f"the agency's {low:.0f} to {high:.0f} % (undefined)", **_BAND)
    artists = Artists(figure)
    artists.line = artists.move(
        axes.plot([], [], "-o", color=COLOURS[0], markersize=5, label="blocks of /32 to /12")[0]
    )
    ring = axes.plot([], [], "o", color=COLOURS[1], fillstyle="none", markersize=16, markeredgewidth=3, label="chosen")
    artists.ring = artists.move(ring[0])
    artists.words = artists.move(axes.text(0, 380, "", ha="center", va="center"))
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=3, fontsize=11, borderaxespad=0.2, columnspacing=1)
    return artists


def _update(artists: Artists, *, length: float, hops: str, found: str, tenants: str) -> str:
    curve = _curve(hops, found, tenants)
    x, y = 100 * curve.stopped, 100 * curve.dark.clip(_LEAST)
    artists.line.set_data(x, y)
    place = PREFIX_LENGTHS.index(int(length))
    artists.ring.set_data([x[place]], [y[place]])
    artists.words.set_text(f"/{int(length)}: {_about(curve.businesses[place])} tenants")
    artists.words.set_x(min(max(x[place], 19), 84))
    return (
        f"Found after {found} on average, blocked by the /{int(length)} around it, and hopping {hops}: in 14 days "
        f"{x[place]:.0f} % of the messenger's traffic is stopped, and at the end {_percent(100 * curve.dark[place])} "
        f"of the cloud's other tenants are dark: {_about(curve.businesses[place])} tenants at "
        f"{_about(curve.addresses[place])} addresses. With single addresses it would be {x[0]:.0f} % and "
        f"{_about(curve.businesses[0])} tenants."
    )


def _percent(share: float) -> str:
    if share < 0.001:
        return "less than 0.001 %"
    return f"{share:.2g} %" if share < 10 else f"{share:.0f} %"


def _about(number: float) -> str:
    """A number to two digits: what a model says is no count."""
    if number < 10:
        return f"{number:.0f}" if number >= 1 else "less than one of"
    size = 10 ** (len(str(int(number))) - 2)
    return f"{round(number / size) * size:,.0f}"


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
    ),
)  # fmt: skip
