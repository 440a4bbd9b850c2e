"""Panel: who can do what to whom, and what restrains it."""

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Step
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, MARKERS, new_figure
from chokepoints.evidence.facts import actor_names
from chokepoints.evidence.panel_timeline import LEVERS
from chokepoints.evidence.rows import Power
from chokepoints.evidence.tables import table

_ANYBODY, _ALL = "anybody", "all levers"
#: Names that would not fit beside an axis.
_SHORT = {
    "european court of human rights and council of europe": "Strasbourg court",
    "federal security service (fsb)": "FSB",
    "organisations that measure or speak up": "Observers",
    "other operators of private messaging": "Other messengers",
    "russian ministries and prosecutor general": "Ministries, prosecutor",
}
_POWERS = table("powers")
_ACTORS = actor_names()
_INVOLVED = {slug for power in _POWERS for slug in (power.actor, power.over)}
_NAMES = {slug: _SHORT.get(_ACTORS[slug].casefold(), _ACTORS[slug]) for slug in _INVOLVED}
_FROM = sorted({power.actor for power in _POWERS}, key=lambda slug: _NAMES[slug])
_OVER = sorted({power.over for power in _POWERS}, key=lambda slug: _NAMES[slug])
_MOST = max(sum(1 for power in _POWERS if slug in (power.actor, power.over)) for slug in (*_FROM, *_OVER))


def powers(who: str, lever: str) -> list[Power]:
    """The powers that somebody has or stands under, on one lever or all, in the order of the table."""
    return [
        power
        for power in _POWERS
        if who in (_ANYBODY, _NAMES[power.actor], _NAMES[power.over]) and lever in (_ALL, LEVERS[power.lever])
    ]


def _setup() -> Artists:
    figure = new_figure(height=5.4, left=0.2, right=0.98, bottom=0.27, top=0.92)
    axes = figure.add_subplot()
    axes.set_xlim(-0.6, len(_OVER) - 0.4)
    axes.set_ylim(len(_FROM) - 0.4, -0.6)
    axes.set_yticks(range(len(_FROM)), [_NAMES[slug] for slug in _FROM], fontsize=10)
    axes.set_xticks(range(len(_OVER)), [_NAMES[slug] for slug in _OVER], rotation=35, ha="right", fontsize=10)
    axes.set_xlabel("Each row: who has the power. Each column: over whom.", fontsize=11)
    artists = Artists(figure)
    for place, lever in enumerate(LEVERS):
        points = axes.plot([], [], MARKERS[place], color=COLOURS[place], markeredgecolor="white", label=LEVERS[lever])
        setattr(artists, lever, artists.move(points[0]))
    ring = axes.plot([], [], "o", markersize=18, markerfacecolor="none", color="black", markeredgewidth=1.5)[0]
    artists.ring = artists.move(ring)
    axes.legend(loc="lower center", bbox_to_anchor=(0.42, 1), ncols=6, fontsize=10, handletextpad=0.1, columnspacing=1)
    return artists


def _place(power: Power) -> tuple[float, float]:
    """Where a power stands: several of one actor over another lie side by side."""
    twins = [other for other in _POWERS if (other.actor, other.over) == (power.actor, power.over)]
    shift = (twins.index(power) - (len(twins) - 1) / 2) * 0.3
    return _OVER.index(power.over) + shift, _FROM.index(power.actor)


def _update(artists: Artists, *, who: str, lever: str, which: int) -> str:
    found = powers(who, lever)
    for name in LEVERS:
        places = [_place(power) for power in found if power.lever == name]
        getattr(artists, name).set_data([x for x, _ in places], [y for _, y in places])
    number = min(which, len(found))
    place = _place(found[number - 1]) if found else None
    artists.ring.set_data([place[0]] if place else [], [place[1]] if place else [])
    if not found:
        return f"The tables hold no power of or over {who} on {lever}."
    power = found[number - 1]
    return (
        f"Power {number} of {len(found)}, {_NAMES[power.actor]} over {_NAMES[power.over]}, by {LEVERS[power.lever]}: "
        f"{power.power} But: {power.limit}"
    )


who_can_do_what = Panel(
    name="evidence-who-can-do-what",
    title="Who can do what to whom",
    setup=_setup,
    update=_update,
    controls=(
        Choice(
            "who", "Who has it or stands under it", (_ANYBODY, *sorted({_NAMES[s] for s in (*_FROM, *_OVER)})), "Apple"
        ),
        Choice("lever", "By what", (_ALL, *LEVERS.values()), _ALL),
        Number("which", "Ringed power", 1, _MOST, 1),
    ),
    buttons=(Step("which", "Next power"),),
    lines=3,
    assumptions=(
        Assumption("A power is listed where a row of the tables shows it used, claimed or asked for.", "our reading"),
        Assumption("A mark says that a power exists, not how strong it is or whether it is lawful.", "our drawing"),
        Assumption("Where fewer powers are left than the number asked for, the last one is ringed.", "our drawing"),
    ),
)
