"""Panel: a notice reaches the store, and the learner answers it: who loses what, who is told, what outsiders see.

Every state is a run of the store itself: three people in each of two storefronts, a notice, an answer, a new version.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from matplotlib.patches import Rectangle

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Switch
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.store.accounts import Got
from chokepoints.store.catalogue import App, Catalogue
from chokepoints.store.lookup import Lookup, Request
from chokepoints.store.notice import Act, Ground, Known, Notice
from chokepoints.store.report import Report, report_on
from chokepoints.store.review import State
from chokepoints.store.storefront import Store

_APP, _ORDER = "org.example.messenger", "order 12"
#: Imaginary countries (ISO 3166-1 leaves these codes to its users); the first one asks.
_STOREFRONTS = ("XA", "XB", "XC", "XD", "XE", "XF", "XG", "XH")
_OPENLY, _SILENTLY = "openly", "silently"
_ROWS = ("find it", "install it, as a newcomer", "get the new version", "get it again, once deleted", "use it as it is")
_ASKED, _OTHERS = (f"{_STOREFRONTS[0]}, which asks", f"the {len(_STOREFRONTS) - 1} others")
_TOLD = ("the developer", "users", "the report", "may ask a court", "a check sees")
#: Left edges of the two columns and their width, and where the right half begins, in tenths of an inch.
_LEFT, _WIDE, _RIGHT = (23.5, 34.5), 10, 47
_YES, _NO, _PLAIN = "#CCE8DD", "#F6D5BF", "#E8E8E8"


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a notice and an answer.

    `can` says by storefront, the one that asks and another, what people can do, in the order of the rows. `missing` is
    in how many storefronts the lookup finds no app, `version` what it names as the newest elsewhere or "".
    """

    can: tuple[tuple[bool, ...], tuple[bool, ...]]
    known: Known
    report: Report
    lacks: tuple[str, ...]
    page: str
    missing: int
    version: str


@lru_cache(maxsize=256)
def run(ground: str, order: bool, named: bool, secret: bool, answer: str, told: str) -> Run:
    """Let the store take a notice and answer it; then the developer hands a new version in."""
    app = App("Example Messenger", "Example Ltd", "messenger", _APP)
    store = Store(Catalogue(_STOREFRONTS, (app,)), "2024-07-01")
    for code in _STOREFRONTS[:2]:
        for who in ("has it", "deleted it", "newcomer"):
            store.open_account(f"{who} {code}", code)
            if who != "newcomer":
                store.get(f"{who} {code}", _APP)
        store.delete(f"deleted it {code}", _APP)
    store.go_to("2024-08-01")
    asks = _STOREFRONTS[0]
    notice = Notice(
        f"an authority of {asks}", asks, _APP, ground, _ORDER if order else "", asks if named else "", secret
    )
    case = store.answer(store.receive(notice).number, answer, openly=told == _OPENLY)
    page = store.page(_APP, asks)
    store.go_to("2024-09-01")
    if store.submit(_APP, "1.1").state is State.SUBMITTED:
        store.approve(_APP)
    lookup = Lookup(store, lambda: 0.0)
    found = [lookup.answer(Request("GET", f"/lookup?bundleId={_APP}&country={code}")).body for code in _STOREFRONTS]
    versions = {result["version"] for one in found for result in one["results"]}
    can = tuple(_can(store, code) for code in _STOREFRONTS[:2])
    assert case.known is not None
    missing = sum(not one["resultCount"] for one in found)
    return Run((can[0], can[1]), case.known, report_on(store), notice.lacks, page, missing, max(versions, default=""))


def _can(store: Store, code: str) -> tuple[bool, ...]:
    """What the three people of a storefront can do, by trying it."""
    return (
        bool(store.search("messenger", code)),
        store.get(f"newcomer {code}", _APP) is Got.INSTALLED,
        store.get(f"has it {code}", _APP) is Got.UPDATED,
        store.get(f"deleted it {code}", _APP) is Got.AGAIN,
        store.get(f"has it {code}", _APP) in (Got.NEWEST, Got.OLD),  # a store takes nothing off a phone
    )


def _setup() -> Artists:
    figure = new_figure(height=4.7, left=0, right=1, bottom=0, top=1)
    axes = figure.add_subplot()
    axes.set(xlim=(0, 90), ylim=(0, 47))
    axes.set_axis_off()
    artists = Artists(figure)
    artists.words = artists.move(axes.text(1, 45.8, "", va="top", linespacing=1.45))
    artists.cells, artists.marks = {}, {}
    axes.text(1, 31, "People can then", va="center", weight="bold")
    for column, head in enumerate((_ASKED, _OTHERS)):
        axes.text(_LEFT[column] + _WIDE / 2, 31, head.replace(", ", ",\n").replace("the ", "in the\n"), ha="center",
                  va="center", fontsize=11, linespacing=1)  # fmt: skip
    for row, words in enumerate(_ROWS):
        axes.text(1, _height(row), words, va="center")
        for column in range(2):
            _cell(artists, axes, (row, column), _LEFT[column], _height(row), _WIDE)
    axes.text(_RIGHT, 31, "Who is told", va="center", weight="bold")
    for row, words in enumerate(_TOLD):
        axes.text(_RIGHT, _height(row), words, va="center")
        _cell(artists, axes, words, _RIGHT + 15, _height(row), 27)
    return artists


def _height(row: int) -> float:
    return 25.5 - 5.2 * row


def _cell(artists: Artists, axes: Any, key: Any, left: float, middle: float, wide: float) -> None:
    box = Rectangle((left, middle - 2.2), wide, 4.4, linewidth=0)
    artists.cells[key] = artists.move(axes.add_patch(box))
    artists.marks[key] = artists.move(axes.text(left + wide / 2, middle, "", ha="center", va="center", fontsize=11))


def _mark(artists: Artists, key: Any, good: bool, words: str) -> None:
    artists.cells[key].set_facecolor(_YES if good else _NO)
    artists.marks[key].set_text(words)


def _update(artists: Artists, *, ground: str, order: bool, named: bool, secret: bool, answer: str, told: str) -> str:
    result = run(ground, order, named, secret, answer, told)
    for column, able in enumerate(result.can):
        for row, can in enumerate(able):
            _mark(artists, (row, column), can, "yes" if can else "no")
    known, line = result.known, _counts(result.report)
    _mark(artists, _TOLD[0], known.developer, "yes, by a message" if known.developer else "no")
    _mark(artists, _TOLD[1], known.users, "yes, on the page" if known.users else "no")
    _mark(artists, _TOLD[2], known.report, line)
    _mark(artists, _TOLD[3], bool(known.court), ", ".join(known.court) or _nobody(known))
    seen = f"missing in {result.missing} of {len(_STOREFRONTS)}" if result.missing else "nothing missing"
    _mark(artists, _TOLD[4], True, seen)
    artists.cells[_TOLD[4]].set_facecolor(_PLAIN)
    artists.words.set_text(
        f"An authority of {_STOREFRONTS[0]} asks to remove one app. Ground: {ground}. It identifies\n"
        f"{_ORDER if order else 'no order'}, names {f'the storefront {_STOREFRONTS[0]}' if named else 'no storefront'} "
        f"and {'asks' if secret else 'does not ask'} to keep it secret.\nThe store's answer: {answer}, {told}. "
        f"The page in {_STOREFRONTS[0]} then says:\n{result.page}"
    )
    return _reading(result, answer, told, named, secret)


def _nobody(known: Known) -> str:
    """Why no one may ask a court."""
    return "nobody has cause to" if known.developer else "nobody else knows"


def _counts(report: Report) -> str:
    """What the report has, in a few words."""
    if not report.lines:
        return "no: nothing counted"
    objected = ", objected to" if report.total("objected to") else ""
    return f"1 demand{objected}, {report.total('apps removed')} removed"


def _reading(result: Run, answer: str, told: str, named: bool, secret: bool) -> str:
    lost = [row for row, can in enumerate(result.can[0]) if not can]
    elsewhere = [row for row, can in enumerate(result.can[1]) if not can]
    what = f"in {_STOREFRONTS[0]} {_lost(lost)}; elsewhere {_lost(elsewhere)}"
    if lost == elsewhere:
        what = f"in every storefront {_lost(lost)}"
    report = "the report shows nothing"
    if result.report.lines:
        law = "over the law" if result.report.total("over the law") else "not over the law"
        held = ", no held update" if answer == Act.HOLD else ""
        report = f"the report counts {_counts(result.report)}{held}, {law}"
    outside = (
        f"An outside check finds it missing in {result.missing} of {len(_STOREFRONTS)} storefronts, and cannot tell why"
        if result.missing
        else f"An outside check finds it everywhere, in version {result.version}"
        + (", and cannot tell that one more waits" if answer == Act.HOLD else "")
    )
    lacks = f"The notice lacks {_and(result.lacks)}." if result.lacks else "The notice lacks nothing."
    more = f" It asked for {_STOREFRONTS[0]} alone." if named and answer == Act.REMOVE_EVERYWHERE else ""
    wish = (" It asked for secrecy, and " + ("got none." if told == _OPENLY else "got it.")) if secret else ""
    return f"{answer[0].upper()}{answer[1:]}, {told}: {what}; {report}. {outside}. {lacks}{more}{wish}"


def _lost(rows: list[int]) -> str:
    if not rows:
        return "nothing changes"
    return "no update comes" if rows == [2] else "nobody can find, install or update it, and installed copies stay"


def _and(words: tuple[str, ...]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


at_the_store = Panel(
    name="store-at-the-store",
    title="A notice reaches the store: answer it",
    setup=_setup,
    update=_update,
    controls=(
        Choice("ground", "Ground", tuple(map(str, Ground)), str(Ground.LAW)),
        Switch("order", "An order is identified", True),
        Switch("named", "A storefront is named", True),
        Switch("secret", "Secrecy is asked for"),
        Choice("answer", "The store's answer", tuple(map(str, Act)), str(Act.REMOVE_HERE)),
        Choice("told", "Given", (_OPENLY, _SILENTLY), _OPENLY),
    ),
    lines=3,
    assumptions=(
        Assumption("A store can remove an app in one storefront alone, and does so by its own account.",
                   cite_named("storefront-rule")),
        Assumption("Where an app was removed, installed copies get no updates.", cite_named("smartvoting")),
        Assumption("Updates can be held without a removal: so the founder described April and May 2018.",
                   cite_named("durov-31may")),
        Assumption("Who deleted the app cannot get it again from a storefront in which it was removed.", "assumed"),
        Assumption("The report counts as Apple's tables of 2021 do: demands, those objected to, apps removed; held "
                   "updates stand in none of their columns.", cite_named("removal-count-apple-2021")),
        Assumption("An open answer reaches the developer, the report and, after a removal, the page; a silent one "
                   "reaches nobody. Asking back counts as an objection until it is answered anew.", "our rules"),
        Assumption("Apple says that it removes only where concerned, and that developers may appeal.",
                   cite_named("removal-told-developer")),
        Assumption("An outside check asks the public lookup, which gives no reasons.", cite_named("lookup-api")),
        Assumption("Who refuses a demand may be taken to court, or lose its business there; that is not drawn.",
                   cite_named("apple-reason-2024")),
        Assumption("Eight storefronts of imaginary countries; no real one has asked for this.", "our choice"),
    ),
)  # fmt: skip
