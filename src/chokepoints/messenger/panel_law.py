"""Panel: the law of access to messages on one line of time, a lane for each thing that is asked."""

from collections import Counter
from datetime import date, timedelta

from matplotlib.dates import date2num

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Play, Step
from chokepoints.classroom.controls import Choice, Day
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, MARKERS, new_figure
from chokepoints.evidence.facts import cite_named, source
from chokepoints.evidence.time_axis import date_axis, name_at
from chokepoints.evidence.wording import date_words, day_words
from chokepoints.messenger.acts import ACTS, ASKS, STATUSES, Act

_FIRST, _LAST = date(1993, 4, 16), date(2026, 11, 24)
_ALL_YEARS, _EVERYWHERE, _ANYTHING = "to 1993", "everywhere", "anything"
#: Option -> days before the chosen day that the picture reaches back.
_REACH = {"2 years": 731, "10 years": 3653}
#: Where marks stand in a lane, in lanes below its middle: those that would hide one another, below one another.
_LEVELS = (-0.08, 0.12, 0.32)
#: Marks nearer than this to one another would hide one another, as a share of the width.
_NEAR = 0.02
#: The grey is the only colour beside the kit's that stands out on white.
_LOOKS = dict(zip(STATUSES, zip(MARKERS, (*COLOURS[:5], "#666666"), strict=False), strict=True))


def _since(until: date, back: str) -> date:
    return until - timedelta(days=_REACH[back]) if back in _REACH else date(_FIRST.year, 1, 1)


def chosen(until: date, back: str, where: str, asks: str) -> list[Act]:
    """The acts up to `until`, from as far as `back` reaches, of one jurisdiction or all, asking one thing or any."""
    return [
        act
        for act in ACTS
        if _since(until, back) <= act.day <= until
        and where in (_EVERYWHERE, act.jurisdiction)
        and asks in (_ANYTHING, act.asks)
    ]


def _setup() -> Artists:
    figure = new_figure(height=5.6, left=0.195, right=0.95, bottom=0.11, top=0.93)
    axes = figure.add_subplot()
    axes.set_ylim(len(ASKS) - 0.45, -0.6)
    axes.set_yticks(range(len(ASKS)), [words[0].upper() + words[1:] for words in ASKS])
    axes.axhline(len(ASKS) - 2.54, color="#999999", linewidth=1, linestyle=(0, (4, 3)))
    axes.set_xlabel("Date (below the dashed line: what limits or answers those who ask)")
    date_axis(axes)
    artists = Artists(figure)
    artists.axes = axes
    artists.marks = {}
    for status, (marker, colour) in _LOOKS.items():
        points = axes.plot([], [], marker, color=colour, markeredgecolor="white", label=status)[0]
        artists.marks[status] = artists.move(points)
    artists.labels = [
        artists.move(axes.text(0, lane - 0.37, "", fontsize=11, va="center")) for lane in range(len(ASKS))
    ]
    ring = axes.plot([], [], "o", markersize=15, markerfacecolor="none", color="black", markeredgewidth=1.5)[0]
    artists.ring = artists.move(ring)
    figure.legend(*axes.get_legend_handles_labels(), loc="upper left", bbox_to_anchor=(0.005, 1), ncols=len(STATUSES),
                  fontsize=10, handletextpad=0, handlelength=1.5, columnspacing=0.7)  # fmt: skip
    return artists


def _places(acts: list[Act], width: float) -> dict[Act, tuple[float, float]]:
    """Where each act stands, in days and lanes: on the highest level of its lane on which it hides no other."""
    places: dict[Act, tuple[float, float]] = {}
    for lane, asks in enumerate(ASKS):
        last = dict.fromkeys(_LEVELS, float("-inf"))
        for act in (act for act in acts if act.asks == asks):
            day = float(date2num(act.day))
            free = [level for level in _LEVELS if day - last[level] > _NEAR * width]
            level = free[0] if free else min(_LEVELS, key=lambda level: last[level])
            last[level] = day
            places[act] = day, lane + level
    return places


def _update(artists: Artists, *, until: date, back: str, where: str, asks: str) -> str:
    acts, since = chosen(until, back, where, asks), _since(until, back)
    width = max((until - since).days, 200)  # in the first months two marks would else fill the picture
    left = float(date2num(since))
    limits = left - width / 60, left + width * (1 + 1 / 40)
    if artists.axes.get_xlim() != limits:
        artists.axes.set_xlim(limits)
        artists.renew()
    places = _places(acts, width)
    for status, points in artists.marks.items():
        found = [places[act] for act in acts if act.status_on(until) == status]
        points.set_data([day for day, _ in found], [height for _, height in found])
    for name, label in zip(ASKS, artists.labels, strict=True):
        last = next((act for act in reversed(acts) if act.asks == name), None)
        name_at(label, last.label if last else "", last.day if last else None, sum(limits) / 2)
    ringed = places[acts[-1]] if acts else None
    artists.ring.set_data([ringed[0]] if ringed else [], [ringed[1]] if ringed else [])
    return _reading(acts, since, until, where, asks)


def _reading(acts: list[Act], since: date, until: date, where: str, asks: str) -> str:
    place = "" if where == _EVERYWHERE else f" of the jurisdiction {where}"
    thing = "" if asks == _ANYTHING else f" in the lane {asks}"
    span = f"From {day_words(since)} to {day_words(until)}"
    if not acts:
        return f"{span} the kit shows no act{place}{thing}."
    counted = Counter(act.status_on(until) for act in acts)
    stand = ", ".join(f"{counted[status]} {status}" for status in STATUSES if counted[status])
    count = f"{len(acts)} acts{place}{thing} ({stand})" if len(acts) > 1 else f"one act{place}{thing}"
    act, row = acts[-1], acts[-1].row
    publishers = "; ".join(dict.fromkeys(source(name).publisher for name in row.sources))
    by = ", ".join(dict.fromkeys(name for name in (act.jurisdiction, act.by) if name))
    return (
        f"{span}: {count}. Ringed, the last: {_when(act)}, {by}: {row.title}. It {act.does} (design: {act.design}); "
        f"status: {act.status_on(until)}. {row.statement.rstrip('.')} ({publishers})."
    )


def _when(act: Act) -> str:
    """The day or month of an act; of one that ended, the day it began, since its end may be still to come."""
    row = act.row
    if row.date_to and (row.date_to.year, row.date_to.month) != (act.day.year, act.day.month):
        return day_words(act.day)
    return date_words(row)


law_of_access = Panel(
    name="messenger-law-of-access",
    title="The law of access to messages, act by act",
    setup=_setup,
    update=_update,
    controls=(
        Day("until", "Up to", _FIRST, _LAST, _LAST, step=28),
        Choice("back", "Looking back", (_ALL_YEARS, *_REACH), _ALL_YEARS),
        Choice("where", "Jurisdiction", (_EVERYWHERE, *sorted({act.jurisdiction for act in ACTS})), _EVERYWHERE),
        Choice("asks", "What it asks", (_ANYTHING, *ASKS), _ANYTHING),
    ),
    buttons=(Step("until", "Four weeks on"), Step("until", "A year on", 13), Play("until", by=13)),
    lines=6,
    assumptions=(
        Assumption("What an act asks, and of which design, is our reading; some ask two things.", "our reading"),
        Assumption("The acts are a choice, mostly from sources in English; many countries are missing.", "our choice"),
        Assumption("A mark says how an act stood on the chosen day; its text may tell of later days.", "our drawing"),
        Assumption("No row is later than July 2026: what was open then is shown as open.", "datasets/README.md"),
        Assumption("The notices to Apple are reported; the Home Office confirms neither.", cite_named("uk-tcn-2")),
        Assumption("An act known by its month stands at the month's first day.", "our drawing"),
        Assumption("Rows marked unverified are left out.", "datasets/README.md"),
    ),
)
