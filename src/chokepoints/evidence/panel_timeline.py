"""Panel: the case on one line of time, a lane for each lever."""

from datetime import date, timedelta
from typing import Any

from matplotlib.dates import date2num

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Play, Step
from chokepoints.classroom.controls import Choice, Day
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, MARKERS, new_figure
from chokepoints.evidence.facts import actor_names, source
from chokepoints.evidence.rows import Event, Instrument
from chokepoints.evidence.tables import table
from chokepoints.evidence.time_axis import date_axis, name_at
from chokepoints.evidence.wording import date_words, day_words

#: Lever -> how its lane is called, from the top lane down.
LEVERS = {
    "operator": "the operator",
    "network": "the network",
    "push": "push",
    "store": "the store",
    "court": "court and law",
    "audience": "the public",
}
#: Option -> days before the chosen day that the picture reaches back.
_REACH = {"3 months": 92, "1 year": 366, "10 years": 3660}
_FIRST, _LAST, _START = date(2016, 7, 4), date(2026, 7, 6), date(2018, 5, 28)
_EVERYBODY, _ALL = "everybody", "all levers"


def _moments() -> tuple[tuple[date, str, str, str, Event | Instrument], ...]:
    """Day, actor, lever, title and row of each event and each act of law that has a day or month, earliest first."""
    names = actor_names()
    rows: list[tuple[date, str, str, str, Event | Instrument]] = []
    for event in table("events"):
        lever = "court" if event.lever == "law" else event.lever
        if event.date_from and event.basis != "unverified":
            rows.append((event.date_from, names[event.actor], lever, event.title, event))
    for act in table("instruments"):
        if act.date_from and act.basis != "unverified":
            rows.append((act.date_from, act.body, "court", act.title, act))
    return tuple(sorted(rows, key=lambda row: (row[0], row[4].slug)))


_MOMENTS = _moments()


def _actors() -> tuple[str, ...]:
    """Everybody, then whoever acts in the table of events, by name."""
    acting = {event.actor for event in table("events")}
    return (_EVERYBODY, *sorted(actor.name for actor in table("actors") if actor.slug in acting))


def _setup() -> Artists:
    figure = new_figure(height=4.6, left=0.15, right=0.96, bottom=0.13, top=0.97)
    axes = figure.add_subplot()
    axes.set_ylim(len(LEVERS) - 0.4, -0.6)
    axes.set_yticks(range(len(LEVERS)), list(LEVERS.values()))
    axes.set_xlabel("Date")
    date_axis(axes)
    artists = Artists(figure)
    artists.axes = axes
    for lane, lever in enumerate(LEVERS):
        points = axes.plot([], [], MARKERS[lane], color=COLOURS[lane], markeredgecolor="white")[0]
        label = axes.text(0, lane - 0.3, "", fontsize=11, va="center")
        setattr(artists, lever, artists.move(points))
        setattr(artists, f"{lever}_label", artists.move(label))
    ring = axes.plot([], [], "o", markersize=17, markerfacecolor="none", color="black", markeredgewidth=1.5)[0]
    artists.ring = artists.move(ring)
    return artists


def chosen(until: date, back: str, actor: str, lever: str) -> list[tuple[date, str, str, str, Event | Instrument]]:
    """The moments up to `until`, from as far as `back` reaches, of one actor or everybody, of one lever or all."""
    since = until - timedelta(days=_REACH[back])
    names = {words: name for name, words in LEVERS.items()}
    return [
        row
        for row in _MOMENTS
        if since <= row[0] <= until and actor in (_EVERYBODY, row[1]) and lever in (_ALL, *_words_of(row[2], names))
    ]


def _words_of(lever: str, names: dict[str, str]) -> tuple[str, ...]:
    return tuple(words for words, name in names.items() if name == lever)


def _update(artists: Artists, *, until: date, back: str, actor: str, lever: str) -> str:
    rows = chosen(until, back, actor, lever)
    since = until - timedelta(days=_REACH[back])
    left, right = float(date2num(since)), float(date2num(until + timedelta(days=_REACH[back] // 30)))
    if artists.axes.get_xlim() != (left, right):
        artists.axes.set_xlim(left, right)
        artists.renew()
    for lane, name in enumerate(LEVERS):
        days = [float(date2num(row[0])) for row in rows if row[2] == name]
        getattr(artists, name).set_data(days, [lane] * len(days))
        newest = next((row for row in reversed(rows) if row[2] == name), None)
        day, title = (newest[0], newest[3]) if newest else (None, "")
        name_at(getattr(artists, f"{name}_label"), title, day, (left + right) / 2)
    last = rows[-1] if rows else None
    lanes = list(LEVERS)
    artists.ring.set_data([float(date2num(last[0]))] if last else [], [lanes.index(last[2])] if last else [])
    return _reading(rows, since, until, actor, lever)


def _reading(rows: list[Any], since: date, until: date, actor: str, lever: str) -> str:
    who = "" if actor == _EVERYBODY else f" of {actor}"
    where = "" if lever == _ALL else f" on {lever}"
    span = f"From {day_words(since)} to {day_words(until)}"
    if not rows:
        return f"{span} the tables hold no event{who}{where}."
    _, by, _, title, row = rows[-1]
    statement = row.statement.rstrip(".")
    publishers = "; ".join(dict.fromkeys(source(name).publisher for name in row.sources))
    count = f"{len(rows)} events" if len(rows) > 1 else "one event"
    return (
        f"{span}: {count}{who}{where}. Ringed, the last: {date_words(row)}, {by}: {title}. {statement} ({publishers})."
    )


timeline = Panel(
    name="evidence-timeline",
    title="The case, event by event",
    setup=_setup,
    update=_update,
    controls=(
        Day("until", "Up to", _FIRST, _LAST, _START, step=7),
        Choice("back", "Looking back", tuple(_REACH), "3 months"),
        Choice("actor", "Who acts", _actors(), _EVERYBODY),
        Choice("lever", "On what", (_ALL, *LEVERS.values()), _ALL),
    ),
    buttons=(Step("until", "One week on"), Play("until", by=4)),
    lines=4,
    assumptions=(
        Assumption("Which lever an event belongs to is our reading; some belong to two.", "our reading"),
        Assumption("An event known by its month stands at the month's first day.", "our drawing"),
        Assumption(
            "Statutes, rulings and judgments all stand in one lane, under the body that gave them.", "our drawing"
        ),
        Assumption("Rows marked unverified are left out.", "datasets/README.md"),
    ),
)
