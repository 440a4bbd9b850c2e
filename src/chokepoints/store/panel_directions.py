"""Panel: the store as a lever in other hands, case by case, on a line of time."""

from datetime import date
from textwrap import fill, wrap
from typing import Any

from matplotlib.dates import date2num

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Play, Step
from chokepoints.classroom.controls import Choice, Day
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.evidence.wording import day_words
from chokepoints.store.directions import (
    APPLE,
    BOTH_STORES,
    KINDS,
    NAMES,
    STORE,
    WHO,
    Case,
    case_named,
    cases,
)

_FIRST, _LAST = date(2016, 12, 26), date(2026, 11, 23)
_START = "The messenger, the letter"
_LANES = max(map(len, KINDS.values()))
_MARKS = {APPLE: "o", BOTH_STORES: "D"}
#: Cases of one lane stand at these heights in turn, so that two of one month are two marks.
_OFFSETS = (0.0, -0.27, 0.27)
_TEXT = 5


def _setup() -> Artists:
    figure = new_figure(height=5.6, left=0.2, right=0.94, bottom=0.375, top=0.925)
    axes = figure.add_subplot()
    axes.set_xlim(date2num(date(2016, 9, 1)), date2num(date(2027, 1, 1)))
    axes.set_xticks([date2num(date(year, 1, 1)) for year in range(2017, 2028)], [*map(str, range(2017, 2027)), ""])
    axes.set_ylim(_LANES - 0.5, -0.5)
    axes.grid(axis="y", visible=False)
    axes.tick_params(axis="y", length=0, labelsize=11)
    for edge in range(1, _LANES):
        axes.axhline(edge - 0.5, color="#DDDDDD", linewidth=1)
    artists = Artists(figure)
    artists.axes = axes
    artists.heading = ""
    look: dict[str, Any] = {"color": COLOURS[0], "markeredgecolor": "white", "markersize": 10}
    artists.outs = [artists.move(axes.plot([], [], "-", color="#777777", linewidth=2.5)[0]) for _ in NAMES]
    artists.marks = {store: artists.move(axes.plot([], [], mark, **look)[0]) for store, mark in _MARKS.items()}
    hollow: dict[str, Any] = {"color": "black", "markerfacecolor": "none", "markersize": 13, "markeredgewidth": 1.5}
    artists.backs = artists.move(axes.plot([], [], "o", **hollow)[0])
    ring: dict[str, Any] = {"color": COLOURS[1], "markerfacecolor": "none", "markersize": 21, "markeredgewidth": 2.5}
    artists.ring = artists.move(axes.plot([], [], "o", **ring)[0])
    artists.day = artists.move(axes.axvline(0, color="#555555", linestyle=":", zorder=1.5))
    artists.counts = []
    for lane in range(_LANES):
        count = axes.text(1.012, lane, "", fontsize=11, va="center", transform=axes.get_yaxis_transform())
        artists.counts.append(artists.move(count))
    artists.title = artists.move(figure.text(0.012, 0.29, "", fontsize=12, fontweight="bold", va="top"))
    artists.heads, artists.lines = [], []
    for line in range(_TEXT):
        artists.heads.append(artists.move(figure.text(0.012, 0.235 - 0.047 * line, "", fontsize=11, va="top")))
        artists.lines.append(artists.move(figure.text(0.135, 0.235 - 0.047 * line, "", fontsize=11, va="top")))
    handles: list[Any] = [
        *(axes.plot([], [], mark, **look)[0] for mark in _MARKS.values()),
        artists.backs,
        artists.outs[0],
        artists.ring,
    ]
    names = ["Apple's store", "both stores", "back, as far as found", "time away", "the case below"]
    legend: Any = figure.legend(handles, names, loc="upper left", bbox_to_anchor=(0.005, 1), ncols=5, fontsize=10.5,
                                columnspacing=1.2, handlelength=1.4)  # fmt: skip
    legend.legend_handles[-1].set_markersize(12)
    return artists


def _lanes(artists: Artists, heading: str) -> None:
    """The lanes are the kinds that there are under a heading."""
    if artists.heading != heading:
        artists.heading = heading
        names = [fill(kind[0].upper() + kind[1:], 20) for kind in KINDS[heading]]
        artists.axes.set_yticks(range(len(names)), names)
        artists.axes.set_ylim(len(names) - 0.5, -0.5)
        artists.renew()


def _spots(heading: str) -> dict[str, tuple[float, float]]:
    """Where each case stands: its day and its height, the same whatever is shown."""
    spots, met = {}, dict.fromkeys(KINDS[heading], 0)
    for case in cases():
        kind = case.kind(heading)
        lane = KINDS[heading].index(kind)
        spots[case.name] = (float(date2num(case.day)), lane + _OFFSETS[met[kind] % len(_OFFSETS)])
        met[kind] += 1
    return spots


def _update(artists: Artists, *, heading: str, until: date, case: str) -> str:
    _lanes(artists, heading)
    spots = _spots(heading)
    begun = [one for one in cases() if one.day <= until]
    for store, marks in artists.marks.items():
        own = [spots[one.name] for one in begun if one.kind(STORE) == store]
        marks.set_data([day for day, _ in own], [height for _, height in own])
    returned = [(one, date2num(one.came_back)) for one in begun if one.came_back and one.came_back <= until]
    artists.backs.set_data([day for _, day in returned], [spots[one.name][1] for one, _ in returned])
    for number, out in enumerate(artists.outs):
        one, day = returned[number] if number < len(returned) else (None, 0)
        out.set_data([spots[one.name][0], day] if one else [], [spots[one.name][1]] * 2 if one else [])
    artists.day.set_xdata([date2num(until)] * 2)
    for lane, count in enumerate(artists.counts):
        kinds = KINDS[heading]
        count.set_text(str(sum(one.kind(heading) == kinds[lane] for one in begun)) if lane < len(kinds) else "")
    chosen = case_named(case)
    shown = chosen if chosen in begun else None
    artists.ring.set_data([[end] for end in spots[case]] if shown else [[], []])
    _tell(artists, case, chosen, shown)
    return _reading(case, chosen, shown, heading, until, begun)


def _said(case: Case) -> list[tuple[str, str]]:
    return [
        ("Who asked", case.asked),
        ("Ground", case.ground),
        ("The store", case.did),
        ("Told", case.told),
        ("Back", case.back_said),
    ]


def _tell(artists: Artists, name: str, chosen: Case | None, shown: Case | None) -> None:
    """The case in words below the picture."""
    if shown:
        artists.title.set_text(f"{name}: {shown.when}")
    else:
        artists.title.set_text(f"{name}: {'not yet' if chosen else 'no verified row'}")
    for head, line, (what, words) in zip(artists.heads, artists.lines, _said(shown) if shown else [("", "")] * _TEXT,
                                         strict=True):  # fmt: skip
        head.set_text(what)
        line.set_text(wrap(words, 100)[0] if words else "")


def _reading(name: str, chosen: Case | None, shown: Case | None, heading: str, until: date, begun: list[Case]) -> str:
    if shown:
        said = f"{name}, {shown.when}. " + " ".join(f"{what}: {words}." for what, words in _said(shown))
    else:
        said = f"{name}: {f'not yet; it begins on {day_words(chosen.day)}' if chosen else 'no verified row'}."
    kinds = [(kind, sum(one.kind(heading) == kind for one in begun)) for kind in KINDS[heading]]
    numbers = "; ".join(f"{number} {kind}" for kind, number in kinds if number) or "none"
    return f"{said} {len(begun)} cases to {day_words(until)}, by {heading}: {numbers}."


other_directions = Panel(
    name="store-other-directions",
    title="The lever in other hands",
    setup=_setup,
    update=_update,
    controls=(
        Choice("heading", "Lanes by", tuple(KINDS), WHO),
        Day("until", "Up to", _FIRST, _LAST, _LAST, step=28),
        Choice("case", "Case", NAMES, _START),
    ),
    buttons=(Step("until", "Four weeks on"), Play("until", by=3)),
    lines=4,
    assumptions=(
        Assumption("The cases were chosen to differ; they are not a count of how often such things happen.",
                   "our choice"),
        Assumption("Which kind a case is, is our reading of its row; who asked and which ground the store named are "
                   "two things.", cite_named("iceblock-2025")),
        Assumption("Not found means that nothing of it stands in what was read, and not that nobody asked, that nobody "
                   "was told or that nothing came back.", "datasets/README.md"),
        Assumption("The agency calls VK's removal discriminatory; that Britain asked for it was not seen.",
                   cite_named("vk-removal")),
        Assumption("Of the four messengers in China two removals are confirmed by Apple, two were seen by trackers.",
                   cite_named("cn-2024")),
        Assumption("A law that forbids is counted as asked by the country's authorities, since its parliament made it; "
                   "sanctions of another country are not.", cite_named("tiktok-us-2025")),
        Assumption("The VPN clients of 2026 rest on one outlet, and on a letter whose maker says that it is Apple's.",
                   cite_named("vpn-ru-2026")),
        Assumption("A case of several days stands at its first; a return of several days at its last.", "our drawing"),
    ),
)  # fmt: skip
