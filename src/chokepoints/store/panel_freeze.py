"""Panel: the update freeze of 2018 replayed: newer systems come, the app's new version does not."""

from datetime import date, timedelta
from typing import Any

from matplotlib.dates import date2num

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Day, Number
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, new_figure
from chokepoints.errors import KitError
from chokepoints.evidence.facts import cite_named, fact_named
from chokepoints.evidence.wording import day_words
from chokepoints.store.freeze import MID_APRIL, PACES, Course, Hold, replay

FIRST, LAST = date(2018, 3, 24), date(2018, 6, 18)
DAYS = tuple(FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1))
#: The day on which the founder spoke, and for which the reading counts.
SPOKE = date(2018, 5, 31)
#: What is marked: the event, what it says above the picture, in which row of words, and how these are aligned.
#: Row 0 is left to the words on the hold: its line, which may stand on any day, then crosses no words.
MARKS = (
    ("last-ios-version", "last version", 1, "left"),
    ("apple-request-1", "stores asked", 1, "left"),
    ("apple-letter", "letter", 1, "right"),
    ("ios-11-4-release", "iOS 11.4", 2, "right"),
    ("durov-31may", "founder's post", 2, "left"),
    ("update-approved", "update is out", 1, "left"),
)
#: A row of words, in points, and the days that "held since 00 April" takes up.
_ROW, _WORDS = 19, 15
_HEIGHT, _BOTTOM, _TOP = 5.2, 0.12, 0.68
_SHOWN = {
    "all": ("would", "have", "missing", "newer", "faults", "without"),
    "systems": ("newer",),
    "versions": ("would", "have", "missing"),
    "faults": ("faults", "without"),
}
#: In the order of the legend, which has three columns: each holds what is shown together.
_LABELS = {
    "would": "new version, had updates flowed",
    "have": "new version, as it went",
    "missing": "what was missing",
    "newer 0": "on a system newer than the app",
    "newer 1": "of these on iOS 11.4",
    "faults": "a fault, expected",
    "without": "a fault, had updates flowed",
}
_DASHED, _DOTTED = (0, (4, 2)), (0, (1, 1))
_LOOKS: dict[str, tuple[str, Any, float]] = {
    "newer 0": (COLOURS[0], "-", 4),
    "newer 1": (COLOURS[0], _DOTTED, 2.5),
    "would": (COLOURS[2], _DASHED, 2),
    "have": (COLOURS[2], "-", 3),
    "faults": (COLOURS[1], "-", 2.5),
    "without": (COLOURS[1], _DASHED, 2),
}


def marked(slug: str) -> date | None:
    """The day of an event that is marked; None where its row is not verified."""
    row = fact_named(slug)
    return None if row.basis == "unverified" else row.date_from


def hold(since: date, pace: str, speed: float, fault: float) -> Hold:
    """What is assumed in a state of the controls; without a verified day of its end, the hold lasts."""
    return Hold(since, marked("update-approved") or LAST, pace, speed, fault / 100)


def _setup() -> Artists:
    figure = new_figure(height=_HEIGHT, left=0.085, right=0.975, bottom=_BOTTOM, top=_TOP)
    axes = figure.add_subplot()
    axes.set_xlim(date2num(FIRST), date2num(LAST))
    axes.set_ylim(-2, 102)
    axes.set_ylabel("iOS devices or users (%)")
    ticks = [date(2018, 4, 1), date(2018, 4, 15), date(2018, 5, 1), date(2018, 5, 15), date(2018, 6, 1)]
    axes.set_xticks(date2num(ticks), [_short(day) for day in ticks])
    axes.set_xlabel("2018")
    artists = Artists(figure)
    artists.marks = []
    for slug, words, row, side in MARKS:
        if day := marked(slug):
            at = float(date2num(day))
            axes.axvline(at, ymax=_above(row), color="black", linewidth=1, linestyle=_DOTTED, clip_on=False)
            axes.annotate(f"{_short(day)}: {words}", (at, 1), (4 if side == "left" else -4,
                          4 + _ROW * row), xycoords=("data", "axes fraction"), textcoords="offset points", ha=side,
                          va="bottom", fontsize=10)  # fmt: skip
            artists.marks.append(at)
    artists.missing = artists.move(axes.fill_between([0, 1], 0, 0, color=COLOURS[2], alpha=0.15, linewidth=0))
    artists.lines = {}
    for name, (colour, dashes, width) in _LOOKS.items():
        look: dict[str, Any] = {"color": colour, "linestyle": dashes, "linewidth": width}
        artists.lines[name] = artists.move(axes.plot([], [], **look)[0])
    line = axes.axvline(date2num(FIRST), ymax=_above(0), color=COLOURS[4], linewidth=2, clip_on=False)
    artists.since = artists.move(line)
    where: Any = {"xy": (0, 1), "xycoords": ("data", "axes fraction"), "textcoords": "offset points"}
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1}  # over the dotted lines of the marks
    held = axes.annotate("", xytext=(4, 4), va="bottom", fontsize=10, bbox=box, zorder=3, **where)
    artists.words = artists.move(held)
    artists.named = []
    return artists


def _above(row: int) -> float:
    """How high a line goes to reach the middle of a row of words, as a share of the axes' height."""
    return 1 + (4 + _ROW * (row + 0.35)) / (72 * _HEIGHT * (_TOP - _BOTTOM))


def _legend(artists: Artists, names: list[str]) -> None:
    """Name what is drawn, and nothing else."""
    if names == artists.named:
        return
    for legend in artists.figure.legends:
        legend.remove()
    if names:
        every = artists.lines | {"missing": artists.missing}
        artists.figure.legend([every[name] for name in names], [_LABELS[name] for name in names], loc="lower left",
                              bbox_to_anchor=(0.01, 0.84), ncols=3, fontsize=11, columnspacing=1.1)  # fmt: skip
    artists.named = names
    artists.renew()


def _side(since: float, marks: list[float]) -> str:
    """On which side of its line the words on the hold cross fewer lines of marks, and stay in the picture."""
    if since - _WORDS < date2num(FIRST):
        return "left"
    after = sum(since < at < since + _WORDS for at in marks)
    before = sum(since - _WORDS < at < since for at in marks)
    return "right" if before < after or since + _WORDS > date2num(LAST) else "left"


def _update(artists: Artists, *, since: date, pace: str, speed: float, fault: float, shown: str) -> str:
    day = float(date2num(since))
    artists.since.set_xdata([day, day])
    side = _side(day, artists.marks)
    artists.words.set(text=f"held since {_short(since)}", ha=side, x=4 if side == "left" else -4)
    artists.words.xy = (day, 1)
    for artist in artists.lines.values():
        artist.set_data([], [])
    artists.missing.set_data([0, 1], [0, 0], [0, 0])
    try:
        course = replay(hold(since, pace, speed, fault), DAYS)
    except KitError as error:
        _legend(artists, [])
        return f"Nothing to replay: {error}"
    at = date2num(DAYS)
    lines = {f"newer {number}": line for number, line in enumerate(course.newer)} | {
        "would": course.would_have,
        "have": course.have,
        "faults": course.faults,
        "without": course.faults_without,
    }
    for name, share in lines.items():
        if name.split()[0] in _SHOWN[shown]:
            artists.lines[name].set_data(at, 100 * share)
    if "missing" in _SHOWN[shown]:
        artists.missing.set_data(at, 100 * course.have, 100 * course.would_have)
    drawn = {"missing", *lines}
    _legend(artists, [name for name in _LABELS if name in drawn and name.split()[0] in _SHOWN[shown]])
    return _reading(course, since, fault, shown)


def _reading(course: Course, since: date, fault: float, shown: str) -> str:
    place = DAYS.index(SPOKE)
    who = {FIRST: ", the day of the last version", MID_APRIL: ", the founder's mid-April"}.get(since, "")
    said = []
    if "would" in _SHOWN[shown]:
        said.append(
            f"{_percent(course.would_have[place])} of the users would have had the version held back, "
            f"{_percent(course.have[place])} had it"
        )
    if "newer" in _SHOWN[shown]:
        also = f", {_percent(course.newer[1][place])} on iOS 11.4" if len(course.newer) > 1 else ""
        newer = _percent(course.newer[0][place]) if course.newer else "no known share"
        said.append(f"{newer} of iOS devices were on a newer system than the app's last version{also}")
    if "faults" in _SHOWN[shown]:
        said.append(
            f"{_percent(course.faults[place])} would meet a fault, had updates flowed "
            f"{_percent(course.faults_without[place])}, at an assumed {fault:.0f} % a system"
        )
    return f"Held since {day_words(since)}{who}; on {day_words(SPOKE)} {'; '.join(said)}. Apple gave no reason."


def _percent(share: float) -> str:
    percent = 100 * float(share)
    return f"{percent:.0f} %" if percent >= 0.95 or percent < 0.05 else f"{percent:.1f} %"


def _short(day: date) -> str:
    return day_words(day).removesuffix(" 2018")


the_freeze = Panel(
    name="store-the-freeze",
    title="The update freeze of 2018: newer systems come, the app's new version does not",
    setup=_setup,
    update=_update,
    controls=(
        Day("since", "Held since", FIRST, SPOKE, MID_APRIL),
        Choice("pace", "An update of the app spreads like", tuple(PACES), "one developer, 2014"),
        Number("speed", "iOS 11.3 and 11.4 spread, against iOS 11 itself", 1, 10, 2, 1, "times as fast"),
        Number("fault", "A newer system breaks something", 0, 100, 30, 5, "% chance"),
        Choice("shown", "Shown", tuple(_SHOWN), "all"),
    ),
    lines=3,
    assumptions=(
        Assumption("The last version before the freeze came out on 24 March 2018.", cite_named("last-ios-version")),
        Assumption("By the founder's account updates were held back worldwide from mid-April on; no day is given, and "
                   "15 April is taken. Apple did not comment.", cite_named("durov-31may")),
        Assumption("The update was out on 1 June 2018; neither side explained.", cite_named("update-approved")),
        Assumption("No source says that the hold was made for the agency, which had asked in public for another thing: "
                   "that the app be dropped.", cite_named("apple-request-1")),
        Assumption("A new version was ready on the day the hold began, and it mends the faults of systems that came "
                   "later too. The founder says that the one of iOS 11.4 had been mended weeks before.", "assumed"),
        Assumption("iOS 11.3 was out by 30 March 2018.", cite_named("ios-11-3-out")),
        Assumption("iOS 11.4, under which by the founder's account the stickers did not work right: a fault in part of "
                   "the app, not its end.", cite_named("ios-11-4-release")),
        Assumption("Both spread among the devices on iOS 11 as that did among all, by the Weibull curve through its "
                   "points, but faster. It rests on no point before day 48; for iOS 11.4 no share was found.",
                   "assumed; set it above"),
        Assumption("One developer's own apps: 65 % of the upgrades were done by day 3, 90 % by day 14; a curve through "
                   "both.", cite_named("app-upgrade-blog-day3")),
        Assumption("A study of one Android app before automatic updates were usual: half within seven days.",
                   cite_named("app-update-moller")),
        Assumption("Automatic: half within a day. In 2023 there were 93.5 automatic updates for each one by hand; for "
                   "2018 no figure was found.", cite_named("as-updates-auto")),
        Assumption("Each newer system breaks something for its users with the chance set above, each by itself; who "
                   "updates the app and who the system are independent.", "assumed"),
        Assumption("Devices of the world that visit the store stand for the users of the messenger.", "assumed"),
    ),
)  # fmt: skip
