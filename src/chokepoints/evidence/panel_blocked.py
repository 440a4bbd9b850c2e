"""Panel: how many addresses were blocked, as published, day by day."""

from datetime import date, datetime, time, timedelta
from typing import Any

from matplotlib.dates import date2num

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Step
from chokepoints.classroom.controls import Choice, Day, Switch
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import published
from chokepoints.evidence.rows import Figure
from chokepoints.evidence.wording import amount_words, date_words, day_words

#: All IPv4 addresses there are (RFC 791: 32 bits).
IPV4 = 2**32

_FIRST, _LAST = date(2018, 4, 15), date(2018, 5, 19)
#: Option of the panel -> quantity of the table, upper end of the axis in millions of addresses, words of the reading.
_COUNTS = {
    "all addresses": ("addresses-blocked", 22.0, "all blocked addresses"),
    "Amazon's": ("addresses-blocked-amazon", 1.4, "Amazon's blocked addresses"),
    "Google's": ("addresses-blocked-google", 2.2, "Google's blocked addresses"),
}
#: How a figure is drawn, by which of its ends the source gives.
_SHAPES = {"exact": ("o", COLOURS[0]), "at least": ("^", COLOURS[1]), "up to": ("v", COLOURS[2])}


def counted(count: str, day: date, sure: bool) -> list[Figure]:
    """The figures of one count that speak of days up to `day`, by date; `sure`: only those of high confidence."""
    return [
        figure
        for figure in published(_COUNTS[count][0])
        if figure.date_to is not None
        and _FIRST <= figure.date_to <= min(day, _LAST)
        and figure.basis != "unverified"
        and (figure.confidence == "high" or not sure)
    ]


def _setup() -> Artists:
    figure = new_figure(right=0.88, left=0.09)
    axes = figure.add_subplot()
    axes.set_xlim(date2num(_FIRST), date2num(_LAST))
    days = [date(2018, 4, 16) + timedelta(weeks=week) for week in range(5)]
    # Not by a DateFormatter, whose months follow the locale of the process.
    axes.set_xticks([date2num(day) for day in days], [day_words(day)[:-5] for day in days])
    axes.set_xlabel("Day of 2018 that the figure speaks of")
    axes.set_ylabel("Addresses (millions)")
    share = axes.secondary_yaxis("right", functions=(_percent, _millions))
    share.set_ylabel("Share of all IPv4 addresses (%)")
    artists = Artists(figure, until=axes.axvline(date2num(_FIRST), color="#555555", linestyle=":"))
    artists.axes = axes
    artists.spans = artists.move(axes.hlines([], [], [], colors="#888888", linewidth=2))
    for shape, (marker, colour) in _SHAPES.items():
        points = axes.plot([], [], marker, color=colour, markeredgecolor="white", label=shape)[0]
        setattr(artists, shape, artists.move(points))
    axes.plot([], [], color="#888888", linewidth=2, label="several days")
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=4, fontsize=11, handletextpad=0.3, borderaxespad=0.2)
    return artists


def _percent(millions: Any) -> Any:
    return millions * 1e6 / IPV4 * 100


def _millions(percent: Any) -> Any:
    return percent / 100 * IPV4 / 1e6


def _update(artists: Artists, *, day: date, count: str, sure: bool) -> str:
    top = _COUNTS[count][1]
    if artists.axes.get_ylim() != (0, top):
        artists.axes.set_ylim(0, top)
        artists.renew()
    artists.until.set_xdata([_noon(day) + 0.5] * 2)
    figures = counted(count, day, sure)
    points: dict[str, list[tuple[float, float]]] = {shape: [] for shape in _SHAPES}
    spans = []
    for figure, x in zip(figures, _places(figures), strict=True):
        for shape, value in _marks(figure):
            points[shape].append((x, value / 1e6))
        if figure.date_from != figure.date_to:
            y = points[shape][-1][1]
            spans.append([(_start(figure), y), (_noon(figure.date_to) + 0.5, y)])
    for shape, places in points.items():
        getattr(artists, shape).set_data([x for x, _ in places], [y for _, y in places])
    artists.spans.set_segments(spans)
    return _reading(figures, day, count, sure)


def _marks(figure: Figure) -> list[tuple[str, float]]:
    """The marks of a figure: one, or two where its source gives both ends of a range."""
    low, high = figure.low, figure.high
    if low is not None and low == high:
        return [("exact", low)]
    return [(shape, end) for shape, end in (("at least", low), ("up to", high)) if end is not None]


def _noon(day: date | None) -> float:
    """A day as matplotlib counts days, at its noon."""
    return float(date2num(datetime.combine(day or _FIRST, time(12))))


def _start(figure: Figure) -> float:
    """Where the days of a figure begin on the axis, which may be before its left end."""
    return max(_noon(figure.date_from) - 0.5, float(date2num(_FIRST)))


def _places(figures: list[Figure]) -> list[float]:
    """Where each figure stands on the axis: the middle of its days, figures of one day side by side."""
    places = []
    for figure in figures:
        twins = [other for other in figures if (other.date_from, other.date_to) == (figure.date_from, figure.date_to)]
        middle = (_start(figure) + _noon(figure.date_to) + 0.5) / 2
        places.append(middle + (twins.index(figure) - (len(twins) - 1) / 2) * 0.22)
    return places


def _reading(figures: list[Figure], day: date, count: str, sure: bool) -> str:
    what = f"of high confidence for {_COUNTS[count][2]}" if sure else f"for {_COUNTS[count][2]}"
    if not figures:
        return f"Up to {day_words(day)} the tables hold no figure {what}."
    ends = [value for figure in figures for _, value in _marks(figure)]
    spread = f", from {min(ends) / 1e6:.2f} to {max(ends) / 1e6:.2f} million" if len(set(ends)) > 1 else ""
    latest = max(figures, key=lambda figure: (figure.date_to or _FIRST, _marks(figure)[-1][1]))
    return (
        f"Up to {day_words(day)}: {len(figures)} {'figures' if len(figures) > 1 else 'figure'} {what}{spread}. "
        f"The last, for {date_words(latest)}: {amount_words(latest)} ({latest.said_by}), "
        f"{_percent(_marks(latest)[-1][1] / 1e6):.2f} % of all IPv4 addresses."
    )


blocked_addresses = Panel(
    name="evidence-blocked-addresses",
    title="Addresses blocked in Russia in April and May 2018, as published",
    setup=_setup,
    update=_update,
    controls=(
        Day("day", "Days up to", _FIRST + timedelta(days=1), _LAST, date(2018, 4, 17)),
        Choice("count", "Count", tuple(_COUNTS), "all addresses"),
        Switch("sure", "Only figures of high confidence"),
    ),
    buttons=(Step("day", "Next day"),),
    assumptions=(
        Assumption(
            "A figure is drawn at the day it speaks of, which is not always the day it was printed.", "our reading"
        ),
        Assumption("Figures of one day stand side by side; their order within the day is not known.", "our drawing"),
        Assumption("The share counts every address there is, 2 to the power of 32, used or not.", "RFC 791"),
    ),
)
