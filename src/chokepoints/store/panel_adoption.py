"""Panel: the share of devices on a new system, as published, with a curve through it and how sure that curve is.

A learner takes points away and sees the band open; takes another model, and sees half come on another day; and looks
whether the points that the fit was not given lie where it foretold.
"""

from math import isinf
from typing import Any

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, MARKERS, new_figure
from chokepoints.errors import KitError
from chokepoints.evidence.facts import cite_named
from chokepoints.store.adoption import MODELS, SYSTEMS, Days, Fit, Points, fit, later_points, points

_STEPS = 200
_LOOKS = dict(zip(SYSTEMS, zip(COLOURS, MARKERS, strict=True), strict=False))
_GREY, _DASHED = "#555555", (0, (2, 2))


def fitted(system: str, model: str, given: int | None = None) -> Fit:
    """The curve through the first `given` points of a system, all of them for None. Raises KitError as `fit` does."""
    return fit(points(system)[:given], model, SYSTEMS[system].rounding)


def _setup() -> Artists:
    figure = new_figure(height=4.8, left=0.085, right=0.965, bottom=0.125, top=0.8)
    axes = figure.add_subplot()
    axes.set_ylim(-2, 102)
    axes.set_xlabel("Days since release")
    axes.set_ylabel("Devices on it (%)")
    axes.axhline(50, color=_GREY, linestyle=":", linewidth=1)
    artists = Artists(figure)
    artists.axes = axes
    artists.systems = {}
    for name, (colour, marker) in _LOOKS.items():
        mark: dict[str, Any] = {"color": colour, "linestyle": "none", "marker": marker}
        artists.systems[name] = {
            "band": artists.move(axes.fill_between([0, 1], 0, 0, color=colour, linewidth=0)),
            "inside": artists.move(axes.plot([], [], color=colour)[0]),
            "outside": artists.move(axes.plot([], [], color=colour, linestyle=_DASHED)[0]),
            "given": artists.move(axes.plot([], [], markersize=9, markeredgecolor="white", **mark)[0]),
            "kept": artists.move(axes.plot([], [], markersize=9, markerfacecolor="white", **mark)[0]),
            "later": artists.move(axes.plot([], [], markersize=12, fillstyle="left", **mark)[0]),
        }
    artists.range = artists.move(axes.plot([], [], color="black", linewidth=2.5, marker="|", markersize=12)[0])
    artists.half = artists.move(axes.plot([], [], "o", color="black", fillstyle="none", markersize=14, mew=2)[0])
    artists.named = []
    return artists


def _legend(artists: Artists, system: str, until: int) -> None:
    """Name what is drawn within the axes, and nothing else."""

    def seen(part: Any) -> bool:
        days, percent = part.get_xydata().T
        return bool(np.any((days <= until) & np.isfinite(percent)))

    systems = artists.systems
    black: dict[str, Any] = {"color": "black"}
    every: dict[str, Any] = {
        name: Line2D([], [], color=_LOOKS[name][0], marker=_LOOKS[name][1], markeredgecolor="white")
        for name, parts in systems.items()
        if seen(parts["given"]) or seen(parts["inside"])
    }
    for kind, words in (("kept", "not given to the fit"), ("later", "on Android 8 or 9, never fitted")):
        for parts in systems.values():
            if seen(parts[kind]):
                every[words] = parts[kind]
    if any(seen(parts["outside"]) for parts in systems.values()):
        every["outside the points given"] = Line2D([], [], color=_GREY, linestyle=_DASHED)
        every["95 % range, if the curve is right"] = Patch(color="#BBBBBB")
    if seen(artists.half):
        every["half of the devices, 95 % range"] = Line2D([], [], marker="o", fillstyle="none", **black)
    elif seen(artists.range):
        every["half of the devices may be here (95 %)"] = Line2D([], [], marker="|", markersize=12, **black)
    if artists.named == [system, *every]:
        return
    for legend in artists.figure.legends:
        legend.remove()
    artists.named = [system, *every]
    artists.renew()
    if every:
        artists.figure.legend(every.values(), every.keys(), loc="upper left", bbox_to_anchor=(0.01, 1),
                              fontsize=11, ncols=-(-len(every) // 3), columnspacing=1.4, handlelength=2.2)  # fmt: skip


def _update(artists: Artists, *, system: str, model: str, given: int, until: int) -> str:
    axes = artists.axes
    if axes.get_xlim() != (0, until):
        axes.set_xlim(0, until)
        artists.renew()
    # A logistic curve falls fast below day 0, and the others rise fast after it.
    days = np.unique(np.concatenate([np.linspace(0, until, _STEPS), np.geomspace(0.5, until, _STEPS)]))
    found: Fit | None = None
    trouble = ""
    for name, parts in artists.systems.items():
        chosen = name == system
        every = points(name)
        count = min(given, len(every)) if chosen else len(every)
        try:
            curve = fitted(name, model, count)
        except KitError as error:
            curve = None
            trouble = str(error) if chosen else trouble
        found = curve if chosen else found
        _draw(parts, curve, days, every[:count], every[count:], later_points(name), chosen)
    half = found.days_to(50) if found else None
    shown = half is not None and half.value <= until
    artists.half.set_data([half.value] if half and shown else [], [50] if shown else [])
    artists.range.set_data(_ends(half, until), [50, 50])
    _legend(artists, system, until)
    return _reading(system, model, until, points(system), found, half, trouble)


def _draw(
    parts: dict[str, Any],
    curve: Fit | None,
    days: np.ndarray[Any, Any],
    given: Points,
    kept: Points,
    later: Points,
    chosen: bool,
) -> None:
    """One system: the band, the curve between the first and the last point given and outside them, the points."""
    if curve:
        first, last = given[0][0], given[-1][0]
        days = np.unique(np.concatenate([days, [day for day in (first, last) if day <= days[-1]]]))
        percent = curve.curve(days)
        parts["inside"].set_data(days, np.where((days >= first) & (days <= last), percent, np.nan))
        parts["outside"].set_data(days, np.where((days > first) & (days < last), np.nan, percent))
        parts["band"].set_data(days, *curve.band(days))
    else:
        parts["inside"].set_data([], [])
        parts["outside"].set_data([], [])
        parts["band"].set_data([0, 1], [0, 0], [0, 0])
    parts["band"].set_alpha(0.3 if chosen else 0.1)
    for name, many in (("given", given), ("kept", kept), ("later", later)):
        parts[name].set_data([day for day, _ in many], [percent for _, percent in many])
    for name, part in parts.items():
        part.set_zorder({"band": 1}.get(name, 2) + (0.5 if chosen else 0))
        if name in ("inside", "outside"):
            part.set_linewidth(3 if chosen else 1.3)
        elif name != "band":
            part.set_alpha(1 if chosen else 0.6)


def _ends(half: Days | None, until: int) -> list[float]:
    """The 95 % range of the day of half, as far as the axis goes; nothing of it where it begins beyond."""
    if half is None or half.low > until:
        return [np.nan, np.nan]
    return [half.low, min(half.high, until * 1.1)]


def _reading(
    system: str, model: str, until: int, every: Points, found: Fit | None, half: Days | None, trouble: str
) -> str:
    if found is None or half is None:
        return f"{system}, {model}: {trouble}"
    count = len(found.days)
    rounding = SYSTEMS[system].rounding / 12**0.5
    said = (
        f"{system}, {model} curve, {count} of {len(every)} points: half of all devices {_half_words(half)}. "
        f"The points lie {found.spread:.1f} percentage points off it; rounding alone makes {rounding:.1g}. "
    )
    if found.ceiling_open:
        said += "They do not show where it stops. "
    if rest := every[count:] or (() if system != "Android 8" else later_points(system)):
        day, percent = rest[-1]
        verb = "published" if every[count:] else "published with Android 9"
        said += f"Day {day:.0f}: foretold {_band_words(found, day)}, {verb} {percent:g} %. "
    said += f"Day {until}: {_band_words(found, until)}. "
    return said + f"Other models: {', '.join(_other(system, name, count) for name in MODELS if name != model)}."


def _band_words(found: Fit, day: float) -> str:
    low, high = (float(end[0]) for end in found.band([day]))
    return f"{low:.0f} to {high:.0f} %"


def _other(system: str, model: str, count: int) -> str:
    try:
        half = fitted(system, model, count).days_to(50)
    except KitError:
        return f"{model} none"
    return f"{model} {'never half' if isinf(half.value) else f'day {half.value:,.0f}'}"


def _half_words(half: Days) -> str:
    if isinf(half.value):
        return f"never on this curve (at the earliest day {half.low:,.0f})" if half.low < 1e9 else "never on this curve"
    high = "never" if isinf(half.high) else f"{half.high:,.0f}"
    return f"after {half.value:,.0f} days (95 %: {half.low:,.0f} to {high})"


adoption_curves = Panel(
    name="store-adoption-curves",
    title="How fast a new system reached the devices, and how sure a curve through so few points is",
    setup=_setup,
    update=_update,
    controls=(
        Choice("system", "System", tuple(SYSTEMS), "iOS 11"),
        Choice("model", "Curve", tuple(MODELS), "weibull"),
        Number("given", "First points given to the fit", 4, 8, 8),
        Number("until", "Show up to day", 100, 1000, 500, 50),
    ),
    lines=3,
    assumptions=(
        Assumption("iOS 11 from its release on: shares of devices that visited the store, in whole percent.",
                   cite_named("ios-11-release")),
        Assumption("iOS 12, likewise.", cite_named("ios-12-release")),
        Assumption("Android 8: shares of devices that visited Google's store in seven days. Released is the day on "
                   "which its code came out; most makers' phones had it months later.",
                   cite_named("android-8-release")),
        Assumption("On Android 8 or 9, day 624: not fitted, since it counts the newer system too.",
                   cite_named("oreo-or-pie-adoption-2019-05-07")),
        Assumption("Exponential: each day the same share of those still to come. Weibull: that share falls or rises "
                   "with time. Logistic: an S. Each up to a ceiling; all are our choice.", "our choice"),
        Assumption("Least squares; 95 % ranges by the delta method and Student's t, made to rise like the curve. The "
                   "points' spread is taken as no smaller than rounding makes.", "our choice"),
        Assumption("The range is true only if the curve is the right one; it knows no new phones, faults or "
                   "advertising. Points off by much more than rounding say that it is not.", "our reading"),
        Assumption("Where the points show no ceiling, 100 % is taken, and the range leaves that doubt out.", "assumed"),
        Assumption("The world, not Russia: shares of systems in Russia in 2018 were not found.", "datasets/README.md"),
    ),
)  # fmt: skip
