"""Panel: who talks with whom, found by a gateway that reads nothing: from the times of pushes alone.

Above, one hour of five tokens as the gateway sees it; below, how much of all it finds, the longer it watches. Talk and
matching are those of `traffic`; `watch` counts for every length of watching in one pass, so that a control moves fast.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.ticker import FixedLocator, NullLocator
from numpy.typing import NDArray

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Step
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.push.traffic import Link, Score, Traffic, by_guessing, generate, score

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

_WATCHED = {"3 hours": 3, "6 hours": 6, "12 hours": 12, "1 day": 24, "2 days": 48, "4 days": 96}
_PEOPLE = {"10": 10, "20": 20, "40": 40}
_HELD = {"1 second": 1.0, "1 minute": 60.0, "5 minutes": 300.0, "15 minutes": 900.0, "1 hour": 3_600.0}
_OTHERS = {"none": 0.0, "1 an hour": 1.0, "4 an hour": 4.0}
_WINDOWS = {"10 seconds": 10.0, "30 seconds": 30.0, "2 minutes": 120.0, "5 minutes": 300.0}
_TALKS, _MESSAGES, _REPLY = 3.0, 10.0, 20.0
#: As often as `traffic.match` wants two tokens to meet by default, and how many rows the hour shows.
_LEAST, _ROWS = 3, 5


@dataclass(frozen=True, slots=True)
class Seen:
    """A generated talk as arrays: the `times` of pushes in seconds, ascending, and whose token each went to, as a
    place in `tokens`; and who in truth talks with whom.
    """

    times: Floats
    whose: Places
    tokens: tuple[str, ...]
    pairs: frozenset[Link]


@dataclass(frozen=True, slots=True)
class Watch:
    """What a gateway knows after so many `hours`: how many `pushes` it saw, how often each two tokens `met` (got
    pushes within the window), how often they would by `chance`, and the links it makes of that.
    """

    hours: float
    pushes: int
    met: Places
    chance: Floats
    links: frozenset[Link]


def traffic_for(people: str, held: str, others: str) -> Traffic:
    """How people talk for a state of the controls, over the longest watching."""
    return Traffic(
        pairs=_PEOPLE[people] // 2,
        hours=max(_WATCHED.values()),
        talks_a_day=_TALKS,
        messages_a_talk=_MESSAGES,
        reply_seconds=_REPLY,
        held_seconds=_HELD[held],
        background_an_hour=_OTHERS[others],
    )


@lru_cache(maxsize=64)
def see(traffic: Traffic, seed: int) -> Seen:
    """The talk that `generate` gives, as arrays."""
    talk = generate(traffic, seed)
    places = {token: place for place, token in enumerate(talk.tokens)}
    times = np.array([push.time for push in talk.pushes])
    return Seen(times, np.array([places[push.token] for push in talk.pushes], np.int64), talk.tokens, talk.pairs)


def watch(seen: Seen, window: float, hours: Sequence[float]) -> tuple[Watch, ...]:
    """What `traffic.match` finds in the first so many `hours` of a talk, for each of them, ascending, in one pass."""
    people = len(seen.tokens)
    near = np.arange(seen.times.size) - np.searchsorted(seen.times, seen.times - window, side="right")
    until = np.concatenate([[0], np.cumsum(near)])
    late = np.repeat(np.arange(seen.times.size), near)
    early = late - 1 - (np.arange(late.size) - until[late])
    both = people * seen.whose[late] + seen.whose[early]
    met, done, found = np.zeros((people, people), np.int64), 0, []
    for length in hours:
        pushes = int(np.searchsorted(seen.times, 3_600 * length))
        counts = np.bincount(both[done : until[pushes]], minlength=people**2).reshape(people, people)
        met, done = met + counts + counts.T, until[pushes]
        np.fill_diagonal(met, 0)
        busy = np.bincount(seen.whose[:pushes], minlength=people)
        span = max(window, float(np.ptp(seen.times[:pushes]))) if pushes else window
        chance = np.asarray(np.outer(busy, busy) * 2 * window / span, np.float64)
        found.append(Watch(length, pushes, met, chance, _links(seen.tokens, met, met - chance)))
    return tuple(found)


def _links(tokens: tuple[str, ...], met: Places, left: Floats) -> frozenset[Link]:
    """Two tokens that each are for the other the one with most left; of equals, the last by name, as in `match`."""
    left = np.where(met >= _LEAST, left, 0.0)
    best = len(tokens) - 1 - left[:, ::-1].argmax(1)
    return frozenset(
        frozenset((tokens[one], tokens[other]))
        for one, other in enumerate(best)
        if left[one, other] > 0 and best[other] == one
    )


@lru_cache(maxsize=64)
def watches(people: str, held: str, others: str, window: str, draw: int) -> tuple[Seen, tuple[Watch, ...]]:
    """The talk of a state of the controls, and what the gateway knows after each length of watching."""
    seen = see(traffic_for(people, held, others), 2018 + draw)
    return seen, watch(seen, _WINDOWS[window], list(_WATCHED.values()))


def _setup() -> Artists:
    figure = new_figure(height=5.4)
    hour, course = figure.add_axes((0.155, 0.63, 0.545, 0.27)), figure.add_axes((0.1, 0.12, 0.87, 0.32))
    artists = Artists(figure)
    artists.hour, artists.course = hour, course
    hour.set_title("One pair in its busiest hour, and the three other tokens that fit best", fontsize=12, x=-0.25)
    hour.set_xlim(-1, 61)
    hour.set_ylim(_ROWS - 0.4, -0.6)
    hour.set_yticks([])
    hour.set_xticks(range(0, 61, 10))
    hour.set_xlabel("Minute of that hour; each stroke is a push", labelpad=2)
    beside = hour.get_yaxis_transform()  # across in widths of the axes, down in rows
    artists.rows, artists.names, artists.words = [], [], []
    for row in range(_ROWS):
        colour = COLOURS[0] if row < 2 else "#555555"
        strokes = hour.plot([], [], "|", color=colour, markersize=17, markeredgewidth=1.8)[0]
        artists.rows.append(artists.move(strokes))
        look: dict[str, Any] = {"transform": beside, "fontsize": 11, "va": "center", "color": "black"}
        artists.names.append(artists.move(hour.text(-0.02, row, "", ha="right", **look)))
        artists.words.append(artists.move(hour.text(1.02, row, "", **look)))
    _draw_course(artists, course)
    return artists


def _draw_course(artists: Artists, axes: Any) -> None:
    axes.set_xscale("log")
    axes.set_xlim(2.7, 107)
    axes.xaxis.set_major_locator(FixedLocator(list(_WATCHED.values())))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xticklabels(_WATCHED)
    axes.set_xlabel("How long the gateway watches")
    axes.set_ylim(-12, 112)  # room for the ring at either end
    axes.set_yticks(range(0, 101, 25))
    axes.set_ylabel("Share (%)")
    found: dict[str, Any] = {"color": COLOURS[0], "markersize": 6, "label": "pairs found, of those there are"}
    right: dict[str, Any] = {"color": COLOURS[1], "markersize": 11, "label": "right, of the links made"}
    artists.lines = [  # where the two meet, the dot stands in the square
        artists.move(axes.plot([], [], "o-", linewidth=2, **found)[0]),
        artists.move(axes.plot([], [], "s-", linewidth=2, fillstyle="none", markeredgewidth=2, **right)[0]),
    ]
    artists.guess = artists.move(axes.axhline(0, color="black", linestyle="--", linewidth=1.5, label="pairs by lot"))
    artists.ring = artists.move(
        axes.plot([], [], "o", color="black", fillstyle="none", markersize=18, markeredgewidth=2, label="chosen")[0]
    )
    axes.legend(loc="lower left", bbox_to_anchor=(-0.02, 1), ncols=4, fontsize=11, borderaxespad=0.2, columnspacing=1.2)


def _update(artists: Artists, *, watched: str, people: str, held: str, others: str, window: str, draw: int) -> str:
    seen, found = watches(people, held, others, window, draw)
    scores = [score(one.links, seen.pairs) for one in found]
    hours = list(_WATCHED.values())
    artists.lines[0].set_data(hours, [100 * one.recall for one in scores])
    right = [np.nan if one.precision is None else 100 * one.precision for one in scores]
    artists.lines[1].set_data(hours, right)
    artists.guess.set_ydata([100 * by_guessing(len(seen.tokens))] * 2)
    place = hours.index(_WATCHED[watched])
    artists.ring.set_data([hours[place]], [100 * scores[place].recall])
    rows = shown_rows(seen, found[place])
    start = 3_600 * busiest_hour(seen, rows[:2], hours[place])
    for row, token in enumerate(rows):
        times = seen.times[seen.whose == token]
        times = times[(times >= start) & (times < start + 3_600)]
        artists.rows[row].set_data((times - start) / 60, [row] * times.size)
        name = seen.tokens[token][:4]
        artists.names[row].set_text(f"{name}, partner" if row == 1 else name)
        artists.words[row].set_text(_meetings(seen, found[place], rows[0], token) if row else "")
    return _reading(seen, found[place], scores[place], rows, watched, window)


def shown_rows(seen: Seen, found: Watch) -> list[int]:
    """The first token by name, its partner, and the three others that met it most beyond chance, as places."""
    pair = next(pair for pair in seen.pairs if seen.tokens[0] in pair)
    partner = next(place for place, token in enumerate(seen.tokens) if place and token in pair)
    left = found.met[0] - found.chance[0]
    others = [place for place in range(1, len(seen.tokens)) if place != partner]
    others.sort(key=lambda place: (left[place], place), reverse=True)
    return [0, partner, *others[: _ROWS - 2]]


def busiest_hour(seen: Seen, pair: Sequence[int], hours: int) -> int:
    """The first of the hours with most pushes to the two, counted from 0."""
    times = seen.times[np.isin(seen.whose, pair)]
    return int(np.histogram(times, np.arange(hours + 1) * 3_600.0)[0].argmax())


def _meetings(seen: Seen, found: Watch, one: int, other: int) -> str:
    linked = ", linked" if frozenset((seen.tokens[one], seen.tokens[other])) in found.links else ""
    return f"met {found.met[one, other]:,}, by chance {_about(found.chance[one, other])}{linked}"


def _about(number: float) -> str:
    return f"{number:.1f}" if number < 9.95 else f"{number:,.0f}"


def _reading(seen: Seen, found: Watch, result: Score, rows: Sequence[int], watched: str, window: str) -> str:
    people, (one, partner) = len(seen.tokens), rows[:2]
    links = f"{result.found} {'pair' if result.found == 1 else 'pairs'}" if result.found else "nobody"
    false = result.found - result.right
    return (
        f"In {watched} the gateway saw {found.pushes:,} pushes to {people} tokens and read none. Counting pushes "
        f"within {window} of one another it links {links}: {result.right} of the {result.there} pairs there are "
        f"({100 * result.recall:.0f} %) and {false} false. By lot {100 * by_guessing(people):.0f} % would be right. "
        f"Token {seen.tokens[one][:4]} and its partner: {_meetings(seen, found, one, partner)}."
    )


matched_by_time = Panel(
    name="push-matched-by-time",
    title="Who talks with whom, from the times of pushes alone",
    setup=_setup,
    update=_update,
    controls=(
        Choice("watched", "The gateway watches for", tuple(_WATCHED), "1 day"),
        Choice("people", "People", tuple(_PEOPLE), "40"),
        Choice("held", "Each push is held back for up to", tuple(_HELD), "1 second"),
        Choice("others", "Other pushes to each person", tuple(_OTHERS), "1 an hour"),
        Choice("window", "Two pushes meet within", tuple(_WINDOWS), "30 seconds"),
        Number("draw", "Draw", 1, 20, 1),
    ),
    buttons=(Step("draw", "Another draw"),),
    lines=3,
    assumptions=(
        Assumption("Each of the people has one device and talks with one other; a pair talks 3 times a day, 10 "
                   "messages a time, an answer after 20 seconds, all on average.", "assumed"),
        Assumption("Every message makes one push, and the gateway knows the time and the token of each. Life is harder "
                   "for it: groups, several devices, apps that are open and need no push.", "assumed"),
        Assumption("Other pushes come at times that have nothing to do with those of other people.", "assumed"),
        Assumption("How long pushes are held back, and how many others come.", "assumed; set them above"),
        Assumption("Two tokens are linked where each met the other most, beyond what chance brings to tokens so busy, "
                   "and 3 times or more; a cleverer way would find more.", "our choice"),
        Assumption("The token at the top is the first by name, not a chosen one.", "our drawing"),
        Assumption("That a gateway does this is not said. That governments ask for its records, a senator wrote; "
                   "whether times are kept, and for how long, is in none of the sources.", cite_named("wyden-letter")),
    ),
)  # fmt: skip
