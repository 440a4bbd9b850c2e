"""Panel: what an app without the vendor's gateway does instead, and what it costs a device and the servers."""

from typing import Any

from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import cite_named, fact_named
from chokepoints.evidence.rows import Figure
from chokepoints.push.polling import Load, Polling, Way, compare

_INTERVALS = {
    "minute": 1.0,
    "5 minutes": 5.0,
    "15 minutes": 15.0,
    "30 minutes": 30.0,
    "hour": 60.0,
    "4 hours": 240.0,
}
_TRANSPORTS = {
    "ntfy, measured": "unifiedpush-keepalive-ntfy",
    "ntfy, as released": "ntfy-keepalive",
    "XMPP": "unifiedpush-keepalive-xmpp",
    "Mozilla": "unifiedpush-keepalive-sunup",
}
_MARGINS = {"left": 0.14, "right": 0.97, "bottom": 0.2, "top": 0.9, "wspace": 0.14}
_SECONDS = {1.0: "1 s", 60.0: "1 min", 3_600.0: "1 h", 86_400.0: "1 d"}
#: Title of each small picture, the ends of its axis, and the words at its ticks.
_AXES: tuple[tuple[str, float, float, dict[float, str]], ...] = (
    ("Wake-ups a day", 1, 60_000, {1: "1", 100: "100", 10_000: "10,000"}),
    ("Delay of a message", 0.3, 2_000_000, _SECONDS),
    ("Data a day", 1e3, 6e8, {1e3: "1 kB", 1e5: "100 kB", 1e7: "10 MB"}),
    ("Requests a second", 1e2, 3e7, {1e2: "100", 1e4: "10,000", 1e6: "1 M"}),
)


def _keepalives() -> dict[str, float]:
    """Seconds between two keep-alives, by transport: of the tables' rows those that are verified, or one assumed."""
    rows = {words: fact_named(slug) for words, slug in _TRANSPORTS.items()}
    found = {
        words: row.low
        for words, row in rows.items()
        if isinstance(row, Figure) and row.basis != "unverified" and row.low is not None
    }
    return found or {"assumed, a minute": 60.0}


_KEEPALIVES = _keepalives()


def loads(every: str, hours: float, messages: float, transport: str) -> dict[Way, Load]:
    """What the panel draws for a state of its controls."""
    return compare(Polling(_INTERVALS[every], hours, messages, _KEEPALIVES[transport]))


def _setup() -> Artists:
    figure = new_figure(height=3.7, **_MARGINS)
    artists = Artists(figure)
    artists.bars, artists.words = [], []
    for place, (title, low, high, ticks) in enumerate(_AXES):
        axes = figure.add_subplot(1, 4, place + 1)
        axes.set_xscale("log")
        axes.set_xlim(low, high)
        axes.xaxis.set_major_locator(FixedLocator(list(ticks)))
        axes.xaxis.set_minor_locator(NullLocator())
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _, ticks=ticks: _tick(value, ticks)))
        axes.tick_params(axis="x", labelsize=10)
        axes.set_title(title, fontsize=12)
        axes.set_ylim(len(Way) - 0.4, -0.6)
        names = ["Polling", "Own con-\nnection", "Vendor's\ngateway"] if not place else [""] * len(Way)
        axes.set_yticks(range(len(Way)), names)
        axes.grid(axis="y", visible=False)
        bars = [axes.barh(row, 1, 0.42, color=COLOURS[row])[0] for row in range(len(Way))]
        artists.bars.append([artists.move(bar) for bar in bars])
        words = [axes.text(low, row - 0.36, "", fontsize=11, va="center", clip_on=False) for row in range(len(Way))]
        artists.words.append([artists.move(text) for text in words])
        if place == 1:
            artists.worst = artists.move(axes.plot([], [], "D", color="black", markersize=7)[0])
    figure.text(
        0.14,
        0.035,
        "Logarithmic scales. Delay by day on average; diamond: worst. Requests of 15 million users by day.",
        fontsize=11,
    )
    return artists


def _tick(value: float, ticks: dict[float, str]) -> str:
    return next((words for tick, words in ticks.items() if abs(tick / value - 1) < 1e-6), "")


def _update(artists: Artists, *, every: str, hours: float, messages: float, transport: str) -> str:
    found = loads(every, hours, messages, transport)
    for row, load in enumerate(found[way] for way in Way):
        values = (load.wake_ups, load.day_delay, load.bytes, load.busiest)
        words = (_count(load.wake_ups), _time(load.day_delay), _data(load.bytes), _count(load.busiest))
        for place, (value, said) in enumerate(zip(values, words, strict=True)):
            low = _AXES[place][1]
            artists.bars[place][row].set_x(low)
            artists.bars[place][row].set_width(max(0.0, value - low))
            artists.words[place][row].set_text(said)
    poll = found[Way.POLL]
    artists.worst.set_data([poll.worst_delay], [0])
    return _reading(found, every, hours, transport)


def _reading(found: dict[Way, Load], every: str, hours: float, transport: str) -> str:
    poll, own, gateway = (found[way] for way in Way)
    return (
        f"Asking every {every} for {hours:.0f} hours a day: {_count(poll.wake_ups)} wake-ups, {_data(poll.bytes)}; a "
        f"message waits {_time(poll.day_delay)} by day on average, {_time(poll.worst_delay or 0)} at worst, and 15 "
        f"million users make {_count(poll.busiest)} requests a second. A connection kept alive every "
        f"{_KEEPALIVES[transport]:.0f} s: {_count(own.wake_ups)} wake-ups, {_data(own.bytes)}, 15 million connections. "
        f"By gateway: {_count(gateway.wake_ups)} wake-ups, {_data(gateway.bytes)}."
    )


def _count(number: float) -> str:
    """Whole up to a thousand or so, else to three digits."""
    if number < 10_000:
        return f"{number:,.0f}"
    if number < 1e6:
        return f"{round(number, -2):,.0f}"
    return f"{number / 1e6:.2f} million"


def _time(seconds: float) -> str:
    for size, unit in ((3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.1f}".removesuffix(".0") + f" {unit}"
    return f"{seconds:.0f} s"


def _data(size: float) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


_START: dict[str, Any] = {"every": "15 minutes", "hours": 16, "messages": 40, "transport": next(iter(_KEEPALIVES))}

push_or_polling = Panel(
    name="push-push-or-polling",
    title="Without the gateway: asking again and again, or a connection of one's own",
    setup=_setup,
    update=_update,
    controls=(
        Choice("every", "Polls every", tuple(_INTERVALS), _START["every"]),
        Number("hours", "Active hours", 8, 24, _START["hours"], 1, "a day"),
        Number("messages", "Messages", 5, 200, _START["messages"], 5, "a day"),
        Choice("transport", "Own connection", tuple(_KEEPALIVES), _START["transport"]),
    ),
    lines=3,
    assumptions=(
        Assumption("15 million users, all with the same active hours.", cite_named("aud-15m")),
        *(
            Assumption(f"{words}: a keep-alive every {seconds:g} seconds.",
                       cite_named(_TRANSPORTS[words]) if words in _TRANSPORTS else "assumed")
            for words, seconds in _KEEPALIVES.items()
        ),
        Assumption("A poll is 2,000 bytes, a keep-alive 150, a message 1,000, and a push takes 1 second.", "assumed"),
        Assumption("Messages come evenly over day and night, and polls of all users evenly within the interval.",
                   "assumed"),
        Assumption("Each poll, keep-alive and pushed message wakes the device once.", "assumed"),
        Assumption("The gateway's own connection and one's own serve all apps; only the second is counted here, since "
                   "the first is there with or without the app.", "our choice"),
        Assumption("Battery life is left out: no source gives it in mAh, for push or for polling.", "not found"),
    ),
)  # fmt: skip
