"""Panel: a finished run as a picture: phase by phase who was reached, or what the provider saw of the same requests."""

from collections import Counter
from typing import Any

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Step
from chokepoints.classroom.controls import Choice, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.errors import KitError
from chokepoints.network.week import Asked, Got, Phase, Run

_VISITORS, _PROVIDER = "the visitors'", "the provider's"
#: What the provider's log has of a request.
_NAMED, _OTHERS_NAME, _NAMELESS = "under the own name", "under another's name", "as address alone"
#: Where the provider stopped a request, its mark has a white dot.
_DOT: dict[str, Any] = {"linestyle": "none", "color": "white", "marker": "o", "markersize": 6}
#: Colour and marker of each end of a request, and of each thing that the log has.
_MARKS: dict[str, tuple[str, str]] = {
    Got.REACHED: (COLOURS[0], "o"),
    Got.REFUSED: (COLOURS[1], "s"),
    Got.RESET: (COLOURS[3], "X"),
    Got.ENDED: (COLOURS[4], "v"),
    Got.OTHER: (COLOURS[2], "P"),
}
_SEEN: dict[str, tuple[str, str]] = {
    _NAMED: (COLOURS[0], "o"),
    _OTHERS_NAME: (COLOURS[2], "D"),
    _NAMELESS: (COLOURS[1], "s"),
}


def saw(one: Asked) -> str:
    """What the provider's log has of a request, in words."""
    if one.name is None:
        return _NAMELESS
    return _NAMED if one.name == one.site else _OTHERS_NAME


def as_picture(run: Run) -> Panel:
    """The panel of a finished run. Raises KitError for anything else."""
    if not isinstance(run, Run):
        raise KitError("Give a finished run: the_run = as_picture(await whole_arc()).")
    last = len(run.phases)
    rows = _rows(run)

    def setup() -> Artists:
        figure = new_figure(height=4.6, left=0.15, right=0.98, bottom=0.3, top=0.83)
        axes = figure.add_subplot()
        axes.set_xlim(0.5, last + 0.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_yticks(range(len(rows)), [row.replace(" behind", "\nbehind") for row in rows])
        words = [f"{phase.number}\n" + phase.short.replace(" ", "\n") for phase in run.phases]
        axes.set_xticks(range(1, last + 1), words)
        artists = Artists(figure)
        artists.band = artists.move(axes.axvspan(0.5, 1.5, facecolor="#EEEEEE", edgecolor="none", zorder=0))
        artists.words = artists.move(figure.text(0.02, 0.97, "", ha="left", va="top", linespacing=1.5))
        artists.marks, artists.legends = {}, {}
        for eyes, marks in ((_VISITORS, _MARKS), (_PROVIDER, _SEEN)):
            used = [word for word in marks if any(_word(one, eyes) == word for one in _every(run))]
            artists.marks[eyes] = {word: _plot(artists, axes, *marks[word], word) for word in used}
            handles = list(artists.marks[eyes].values())
            if eyes == _PROVIDER:
                artists.dots = artists.move(axes.plot([], [], zorder=3, **_DOT)[0])
                handles.append(axes.plot([], [], label="dot: stopped", **_DOT, markeredgecolor="black")[0])
            legend = figure.legend(
                handles=handles,
                loc="lower center",
                bbox_to_anchor=(0.5, 0),
                ncols=5,
                handletextpad=0.2,
                columnspacing=1.2,
            )
            artists.legends[eyes] = artists.move(legend)
        return artists

    def update(artists: Artists, *, phase: int, eyes: str) -> str:
        chosen = run.of(phase)
        marked = [((past.number, rows.index(one.who)), one) for past in run.phases[:phase] for one in past.asked]
        for other, legend in artists.legends.items():
            legend.set_visible(other == eyes)
            for word, line in artists.marks[other].items():
                _put(line, [at for at, one in marked if _word(one, eyes) == word])
        _put(artists.dots, [at for at, one in marked if eyes == _PROVIDER and one.done != "pass"])
        artists.band.set_x(phase - 0.5)
        rule = "; ".join(chosen.rules) or "none"
        artists.words.set_text(f"Phase {phase}: {chosen.title}\nRules: {rule}")
        return _seen_by_visitors(run, chosen) if eyes == _VISITORS else _seen_by_provider(run, chosen)

    return Panel(
        name="network-the-run",
        title="A messenger is blocked, moves and hides: one run, request by request",
        setup=setup,
        update=update,
        controls=(
            Number("phase", "Up to phase", 1, last, last),
            Choice("eyes", "Whose eyes", (_VISITORS, _PROVIDER), _VISITORS),
        ),
        buttons=(Step("phase", "Next phase"),),
        lines=3,
        assumptions=(
            Assumption("Four sites, one provider, one request each a phase; how many people want a site is not in it."),
            Assumption(
                "The order of the phases; that the cloud ends fronting last, and the rule on the front then goes."
            ),
        ),
    )


def _plot(artists: Artists, axes: Any, colour: str, marker: str, word: str) -> Any:
    line = axes.plot([], [], linestyle="none", color=colour, marker=marker, markersize=13, label=word)[0]
    return artists.move(line)


def _put(line: Any, places: list[tuple[int, int]]) -> None:
    line.set_data([x for x, _ in places], [y for _, y in places])


def _every(run: Run) -> list[Asked]:
    return [one for phase in run.phases for one in phase.asked]


def _rows(run: Run) -> list[str]:
    """Whom the requests were for: all ways to one site stand together, in the order in which they were first asked."""
    sites = list(dict.fromkeys(one.site for one in _every(run)))
    return [who for site in sites for who in dict.fromkeys(one.who for one in _every(run) if one.site == site)]


def _word(one: Asked, eyes: str) -> str:
    return str(one.got) if eyes == _VISITORS else saw(one)


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _seen_by_visitors(run: Run, phase: Phase) -> str:
    ends = Counter(one.got for one in phase.asked)
    counts = ", ".join(f"{ends[end]} {end}" for end in Got if ends[end])
    upto = [one for before in run.phases[: phase.number] for one in before.asked]
    reached = sum(one.got is Got.REACHED for one in upto)
    return (
        f"Phase {phase.number} ({phase.title}): of {len(phase.asked)} requests {counts}; {_others(run, phase)}; "
        f"up to here {reached} of {len(upto)} were reached."
    )


def _others(run: Run, phase: Phase) -> str:
    """Which sites went dark beside the messenger, the site of the run's first request."""
    meant = run.phases[0].asked[0].site
    dark = [one for one in phase.dark() if one.site != meant]
    words = []
    for named, why in ((False, "which no rule names"), (True, "which a rule names too")):
        who = [one.who for one in dark if phase.named(one) is named]
        words += [f"{_listed(who)}, {why}, {'is' if len(who) == 1 else 'are'} dark"] if who else []
    return "; ".join(words) or ("nobody else is dark" if phase.dark() else "nobody is dark")


def _seen_by_provider(run: Run, phase: Phase) -> str:
    kinds = Counter(map(saw, phase.asked))
    counts = ", ".join(f"{kinds[kind]} {kind}" for kind in _SEEN if kinds[kind])
    hidden = [one for one in phase.asked if saw(one) == _OTHERS_NAME]
    behind = "".join(f"; where {one.site} was meant, it read {one.name}" for one in hidden)
    stopped = sum(one.done != "pass" for one in phase.asked)
    ended = sum(one.got is Got.ENDED for one in phase.asked)
    unseen = f"; that the cloud ended {ended} more, it cannot see" if ended else ""
    return (
        f"Phase {phase.number} ({phase.title}): of {len(phase.asked)} requests the log has {counts}; "
        f"the provider stopped {stopped}{behind}{unseen}."
    )
