"""Panel: the VPN apps of 2024, count by count: who says it, out of how many, and what may be added to what."""

from textwrap import fill
from typing import Any

from matplotlib.patches import Patch

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.evidence.wording import number_words
from chokepoints.store.vpn_apps import COUNTS, EVERY, NOT_EXPLAINED, STEP_WORDS, Gone, Together, gone, together

NOTHING = "nothing"
APPS, SHARE = "apps", "share of those tested or named"
#: How far the axis reaches, its step, and its name.
_AXES = {APPS: (430, 50, "Apps"), SHARE: (36, 5, "Percent of the apps tested or named")}
_SUM = len(COUNTS)
_MOST_PARTS = 7
#: A colour for each step, the same in every lane; what has no steps is grey.
_LOOKS = dict(zip(STEP_WORDS, (COLOURS[0], COLOURS[5], COLOURS[2], COLOURS[6], COLOURS[4], COLOURS[1], "#BBBBBB"),
                  strict=True)) | {NOT_EXPLAINED: COLOURS[3]}  # fmt: skip
_GREY, _PALE = "#999999", 0.4
#: On these the numbers are white.
_DARK = (COLOURS[0], COLOURS[1], COLOURS[2], COLOURS[3])


def _setup() -> Artists:
    figure = new_figure(height=5.2, left=0.275, right=0.97, bottom=0.115, top=0.87)
    axes = figure.add_subplot()
    axes.set_ylim(_SUM + 0.55, -0.55)
    names = [fill(name[0].upper() + name[1:], 26) for name in COUNTS]
    axes.set_yticks(range(_SUM + 1), [*names, "Added"])
    axes.tick_params(axis="y", length=0, labelsize=11)
    axes.grid(axis="y", visible=False)
    axes.axhline(_SUM - 0.5, color="black", linewidth=1)
    artists = Artists(figure)
    artists.axes = axes
    artists.band = artists.move(axes.axhspan(-0.5, 0.5, color="#EEEEEE", zorder=0.5))
    artists.bases, artists.parts, artists.sizes, artists.labels = [], [], [], []
    for lane in range(_SUM + 1):
        look: dict[str, Any] = {"facecolor": "none", "edgecolor": "#777777", "linestyle": "--"}
        artists.bases.append(artists.move(axes.barh(lane, 1, 0.62, **look)[0]))
        bars = [axes.barh(lane, 1, 0.5, edgecolor="white", linewidth=1)[0] for _ in range(_MOST_PARTS)]
        artists.parts.append([artists.move(bar) for bar in bars])
        sizes = [axes.text(0, lane, "", fontsize=10, ha="center", va="center") for _ in range(_MOST_PARTS)]
        artists.sizes.append([artists.move(size) for size in sizes])
        artists.labels.append(artists.move(axes.text(0, lane, "", fontsize=11, va="center")))
    frame = Patch(facecolor="none", edgecolor="#777777", linestyle="--")
    figure.legend([*(Patch(color=colour) for colour in _LOOKS.values()), frame], [*_LOOKS, "tested or named"],
                  loc="upper left", bbox_to_anchor=(0.005, 1), ncols=5, fontsize=10.5, columnspacing=1.4,
                  handlelength=1.8)  # fmt: skip
    return artists


def _update(artists: Artists, *, count: str, add: str, show: str) -> str:
    reach, step, words = _AXES[show]
    axes = artists.axes
    if axes.get_xlabel() != words:
        axes.set_xlabel(words)
        axes.set_xlim(0, reach)
        axes.set_xticks(range(0, reach, step))
        artists.renew()
    artists.band.set_y(COUNTS.index(count) - 0.5)
    for lane, name in enumerate(COUNTS):
        _draw(artists, lane, gone(name), show, name in (count, add))
    one, other = gone(count), None if add == NOTHING else gone(add)
    both = together(one, other) if one and other else None
    _draw_sum(artists, one, other, both, show)
    base = " Bars: shares, not apps." if show == SHARE else ""
    return _reading(count, one, add, both) + base


def _clear(artists: Artists, lane: int) -> None:
    for bar, size in zip(artists.parts[lane], artists.sizes[lane], strict=True):
        bar.set_visible(False)
        size.set_text("")
    artists.bases[lane].set_visible(False)


def _draw(artists: Artists, lane: int, found: Gone | None, show: str, chosen: bool) -> None:
    """One lane: the steps one after another, what they are out of as a frame, and the number in words."""
    _clear(artists, lane)
    label = artists.labels[lane]
    label.set(x=_AXES[show][0] / 100, fontweight="bold" if chosen else "normal")
    if found is None or (show == SHARE and found.share is None):
        label.set_text("no verified row" if found is None else "no base: out of how many is not said")
        return
    scale = 1.0 if show == APPS else 100 / (found.out_of or 1)
    end = _stack(artists, lane, found, scale, 1 if chosen else _PALE)
    if show == APPS and found.out_of:
        artists.bases[lane].set(width=found.out_of, visible=True)
    label.set_x(end + _AXES[show][0] / 100)
    label.set_text(f"{found.words} of {found.base_words}" if show == APPS else found.share_words)
    if show == APPS and found.out_of is None:
        label.set_text(found.words)


def _stack(artists: Artists, lane: int, found: Gone, scale: float, alpha: float) -> float:
    """Draws the steps of a count from 0 on; returns where the last of them ends."""
    whole = found.size - sum(size for _, size in found.parts)
    steps = [*found.parts, ("", whole)] if whole > 0 else list(found.parts)
    end = 0.0
    for number, (words, size) in enumerate(steps):
        bar, colour = artists.parts[lane][number], _LOOKS.get(words, _GREY)
        bar.set(x=end * scale, width=size * scale, visible=True, alpha=alpha, facecolor=colour)
        if len(steps) > 1 and size * scale > 0.02 * artists.axes.get_xlim()[1]:
            white = colour in _DARK and alpha == 1
            artists.sizes[lane][number].set(text=f"{size:g}", x=(end + size / 2) * scale,
                                            color="white" if white else "black")  # fmt: skip
        end += size
    return end * scale


def _draw_sum(artists: Artists, one: Gone | None, other: Gone | None, both: Together | None, show: str) -> None:
    """The lane below: the sum where there may be one, else why there is none."""
    _clear(artists, _SUM)
    label = artists.labels[_SUM]
    label.set(x=_AXES[show][0] / 100, fontweight="bold")
    if both is None or one is None or other is None:
        label.set_text("")
        return
    if both.total is None:
        verdict = "may not be added" if both.verdict == "no" else "not known"
        label.set_text(fill(f"{verdict}: {both.why}", 66))
        return
    if show == SHARE and not one.out_of:
        label.set_text("no base")
        return
    scale = 1.0 if show == APPS else 100 / (one.out_of or 1)  # one test, one base: else they were not added
    end = 0.0
    for number, found in enumerate((one, other)):
        bar = artists.parts[_SUM][number]
        bar.set(x=end, width=found.size * scale, visible=True, alpha=1, facecolor=_GREY if number else "#555555")
        end += found.size * scale
    label.set(x=end + _AXES[show][0] / 100, text=both.words if show == APPS else f"below {end:.1f} %")


def _reading(count: str, one: Gone | None, add: str, both: Together | None) -> str:
    head = count[0].upper() + count[1:]
    if one is None:
        return f"{head}: no verified row."
    said = f"{head}: {one.words} ({one.said_by}, {one.when}), out of {one.base_words}"
    said += f": {one.share_words}." if one.share is not None else "."
    if len(one.parts) > 1:
        said += f" Steps: {', '.join(f'{number_words(size)} {words}' for words, size in one.parts)}."
    if both is None:
        return said + ("" if add == NOTHING else f" Of what is {add} there is no verified row.")
    total = f", {both.words}" if both.words else ""
    return f"{said} Added to what is {add}: {both.verdict}{total}; {both.why}."


vpn_apps_of_2024 = Panel(
    name="store-vpn-apps-of-2024",
    title="VPN apps gone in Russia: count by count",
    setup=_setup,
    update=_update,
    controls=(
        Choice("count", "Count as gone what is", COUNTS, EVERY),
        Choice("add", "Add to it what is", (NOTHING, *COUNTS), NOTHING),
        Choice("show", "Shown as", (APPS, SHARE), APPS),
    ),
    lines=3,
    assumptions=(
        Assumption("The agency's number came without a list of apps.", cite_named("vpn-ru-25")),
        Assumption("Missing is not removed: a maker may have withdrawn an app, and a test from outside cannot tell.",
                   cite_named("vpn-ru-98")),
        Assumption("Two of the steps of the summer stand in a forum copy of the study alone.",
                   cite_named("vpn-ru-step-august")),
        Assumption("The steps that could be read do not quite make the whole; what is missing is shown as not "
                   "explained.", cite_named("vpn-ru-step-unknown")),
        Assumption("Apple's report counts apps of every kind; how many of them are VPN apps it does not say.",
                   cite_named("as-2024-ru")),
        Assumption("Of those named to Google and gone, some had gone before the requests.",
                   cite_named("gp-vpn-gone")),
        Assumption("Google's store was tested in another year, with another list of apps: the two shares have "
                   "different bases.", cite_named("gp-vpn-tested")),
    ),
)  # fmt: skip
