"""The panels of the room `messenger`; what each order opens and how many alarms are true are made here."""

from functools import lru_cache
from typing import Any

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Number, Switch
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, MARKERS, new_figure
from chokepoints.evidence.facts import cite_named
from chokepoints.messenger import blast
from chokepoints.messenger.base_rate import Day, Scan, expected
from chokepoints.messenger.conversation import Conversation, generate
from chokepoints.messenger.orders import Kind
from chokepoints.messenger.outcome import Outcome
from chokepoints.messenger.panel_law import law_of_access
from chokepoints.messenger.panel_pictures import key_pictures, look_alikes

__all__ = ["base_rate", "key_pictures", "law_of_access", "look_alikes", "what_opens"]

#: Option of the panel -> the share that it stands for: one in so many.
_ODDS = {"10,000": 1e-4, "100,000": 1e-5, "1 million": 1e-6, "10 million": 1e-7, "100 million": 1e-8}
_ALARMS = ("True alarms", "False alarms", "Missed")
#: How bars look: told apart by outline, filling and hatch, not by colour alone.
_OUTLINE: dict[str, Any] = {"facecolor": "white", "edgecolor": "#666666"}
_PLAIN: dict[str, Any] = {"facecolor": COLOURS[0], "linewidth": 0}
_HATCHED: dict[str, Any] = {"facecolor": COLOURS[6], "edgecolor": "white", "linewidth": 0, "hatch": "//"}
_DOTTED: dict[str, Any] = {"facecolor": COLOURS[1], "edgecolor": "black", "linewidth": 0, "hatch": "...."}


def _setup_base_rate() -> Artists:
    figure = new_figure(height=4.0)
    alarms = figure.add_axes((0.15, 0.7, 0.68, 0.18))
    alarms.set_xlim(0, 100)
    alarms.set_ylim(-0.5, 0.5)
    alarms.set_yticks([0], ["All alarms"])
    alarms.set_xlabel("Share of all alarms (%)")
    artists = Artists(figure)
    artists.true = artists.move(alarms.barh([0], [0], 0.7, label="true", **_PLAIN).patches[0])
    artists.false = artists.move(alarms.barh([0], [0], 0.7, label="false", **_HATCHED).patches[0])
    alarms.legend(loc="lower left", bbox_to_anchor=(0, 1.02), ncols=2, fontsize=11, borderaxespad=0)
    artists.share = artists.move(alarms.text(1.02, 0.5, "", transform=alarms.transAxes, va="center"))
    day = figure.add_axes((0.15, 0.16, 0.68, 0.3))
    day.set_xscale("log")
    day.set_xlim(1e-4, 1e7)
    # matplotlib would write powers as formulas, which the kit's style does not set.
    day.set_xticks([1e-4, 1e-2, 1, 100, 1e4, 1e6], ["0.0001", "0.01", "1", "100", "10,000", "1 million"])
    day.set_xticks([], minor=True)
    day.set_ylim(2.6, -0.6)
    day.set_yticks(range(3), _ALARMS)
    day.set_xlabel("Pictures a day (each step is 100 times the last)")
    for place, name in enumerate(_ALARMS):
        colour = (COLOURS[0], COLOURS[1], COLOURS[3])[place]
        point = day.plot([], [], MARKERS[place], color=colour, markersize=11, clip_on=False)[0]
        setattr(artists, name, artists.move(point))
        words = day.text(1.02, place, "", transform=day.get_yaxis_transform(), va="center")
        setattr(artists, f"{name} words", artists.move(words))
    return artists


def _update_base_rate(
    artists: Artists, *, users: int, pictures: int, prevalence: str, recall: int, false_rate: str
) -> str:
    day = expected(Scan(users * 10**6, pictures, _ODDS[prevalence], recall / 100, _ODDS[false_rate]))
    true = 100 * (day.predictive_value or 0)
    artists.true.set_width(true)
    artists.false.set_x(true)
    artists.false.set_width(100 - true)
    artists.share.set_text(f"{_percent(true)} true")
    for place, (name, value) in enumerate(zip(_ALARMS, _numbers(day), strict=True)):
        getattr(artists, name).set_data([value] if value else [], [place] if value else [])
        getattr(artists, f"{name} words").set_text(f"{amount(value)} a day")
    found, wrong, missed = map(amount, _numbers(day))
    return (
        f"{users} million users, {pictures} {'pictures' if pictures > 1 else 'picture'} a day each, one in "
        f"{prevalence} on the list, recall {recall} %, one false alarm in {false_rate}: {found} true and {wrong} "
        f"false alarms a day, so {_percent(true)} of alarms are true; {missed} missed."
    )


def _numbers(day: Day) -> tuple[float, float, float]:
    return day.true_alarms, day.false_alarms, day.missed


def amount(value: float) -> str:
    """A number in three digits, or in full from 1,000 on: 142.5 -> "142", 0.0095 -> "0.0095", 1500 -> "1,500"."""
    return f"{value:,.0f}" if value >= 999.5 else f"{value:.3g}"


def _percent(value: float) -> str:
    return "more than 99.9 %" if 99.95 <= value < 100 else f"{value:.3g} %"


base_rate = Panel(
    name="messenger-base-rate",
    title="A scanner's alarms in one day, true and false",
    setup=_setup_base_rate,
    update=_update_base_rate,
    controls=(
        Number("users", "Users", 1, 100, 15, unit="millions"),
        Number("pictures", "Pictures a day each", 1, 50, 10),
        Choice("prevalence", "On the list: one picture in", tuple(_ODDS), "1 million"),
        Number("recall", "Recall", 5, 100, 95, 5, unit="%"),
        Choice("false_rate", "False alarm: one other picture in", tuple(_ODDS), "1 million"),
    ),
    assumptions=(
        Assumption(
            "15 million users at the start; the founder spoke of so many in Russia in 2018.", cite_named("aud-15m")
        ),
        Assumption("All other numbers at the start are examples, and no product's.", "assumed"),
        Assumption("Every picture raises an alarm or not by chance, apart from all others.", "assumed"),
        Assumption("The numbers are averages; a single day has more or fewer.", "our arithmetic"),
    ),
)

_CONVERSATION = generate()
#: Rule of the escrow where it is on: so many of so many holders.
_RULE = (3, 5)
_MESSAGES, _PEOPLE = len(_CONVERSATION.messages), len(_CONVERSATION.people)
_ROWS = ("With a target, before", "With a target, after", "Among others, before", "Among others, after")
_WHO = ("Targets\nread", "Others\nread", "Named in\nheaders")


def aimed(targets: int) -> Conversation:
    """The conversation of the panel with the first so many of its targets."""
    return _CONVERSATION.aimed_at(_CONVERSATION.targets[:targets])


@lru_cache(maxsize=64)
def executed(design: str, moment: int, targets: int, escrow: bool) -> dict[Kind, Outcome]:
    """Every order in one design, really executed; kept, so that another order of the same moment takes no time.

    Outcomes hold no keys, and these are the same in every run.
    """
    outcomes = blast.blast_radius(aimed(targets), moment, _RULE if escrow else None, [design])
    return {Kind(outcome.order): outcome for outcome in outcomes}


def _setup_blast() -> Artists:
    figure = new_figure(height=4.5)
    artists = Artists(figure)
    messages, people = figure.add_axes((0.205, 0.15, 0.455, 0.6)), figure.add_axes((0.795, 0.15, 0.18, 0.6))
    for axes, rows, end, label in (
        (messages, _ROWS, 1.25 * _MESSAGES, f"Messages, of {_MESSAGES}"),
        (people, _WHO, 1.9 * _PEOPLE, f"People, of {_PEOPLE}"),
    ):
        axes.set_xlim(0, end)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_yticks(range(len(rows)), rows, fontsize=11)
        axes.grid(visible=False, axis="y")
        axes.spines.left.set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.set_xlabel(label)
    messages.set_xticks(range(0, _MESSAGES + 1, 100))
    people.set_xticks([0, 7, 14])
    artists.totals, artists.opened, artists.shown, artists.reported, artists.words = [], [], [], [], []
    for axes, count in ((messages, len(_ROWS)), (people, len(_WHO))):
        for bars, looks in (
            (artists.totals, _OUTLINE),
            (artists.opened, _PLAIN),
            (artists.shown, _HATCHED),
            (artists.reported, _DOTTED),
        ):
            bars += [artists.move(bar) for bar in axes.barh(range(count), [0] * count, 0.6, **looks).patches]
        artists.words += [artists.move(axes.text(0, row, "", va="center", fontsize=11)) for row in range(count)]
    for bar in artists.opened[len(_ROWS) :]:  # people are not told apart by how their messages were read
        bar.set_facecolor("#777777")
    entries = [artists.opened[0], artists.shown[0], artists.reported[0], artists.totals[0]]
    labels = ["messages opened by decryption", "shown by a seized device in plain text"]
    labels += ["reported by a scanning device", "all there are"]
    legend = figure.legend(entries, labels, loc="upper left", bbox_to_anchor=(0.01, 0.92), ncols=2, fontsize=11)
    legend.set_in_layout(False)
    artists.what = artists.move(figure.text(0.02, 0.94, "", fontsize=12))
    return artists


def _without_decryption(outcome: Outcome, conversation: Conversation) -> list[tuple[int, int]]:
    """For each row of messages how many a seized device showed, and how many more a scanning device reported."""
    shown = outcome.shown - outcome.opened
    every, early = frozenset(range(_MESSAGES)), frozenset(range(outcome.moment))
    rows = [some & part for some in (conversation.aimed, every - conversation.aimed) for part in (early, every - early)]
    return [(len(row & shown), len(row & outcome.reported - outcome.opened - shown)) for row in rows]


def _update_blast(artists: Artists, *, design: str, order: str, moment: int, targets: int, escrow: bool) -> str:
    outcome, conversation = executed(design, moment, targets, escrow)[Kind(order)], aimed(targets)
    named = len(set(outcome.listed) & set(conversation.people))  # the added device is in headers too
    aim, rest = outcome.targets, outcome.others
    rows = [
        (aim.before, aim.of_before),
        (aim.after, aim.of_after),
        (rest.before, rest.of_before),
        (rest.after, rest.of_after),
        (len(outcome.target_people), targets),
        (len(outcome.other_people), _PEOPLE - targets),
        (named, _PEOPLE),
    ]
    apart = _without_decryption(outcome, conversation)
    for place, (found, total) in enumerate(rows):
        shown, reported = apart[place] if place < len(_ROWS) else (0, 0)
        artists.totals[place].set_width(total)
        artists.opened[place].set_width(found - shown - reported)
        artists.shown[place].set_x(found - shown - reported)
        artists.shown[place].set_width(shown)
        artists.reported[place].set_x(found - reported)
        artists.reported[place].set_width(reported)
        room = 0.02 * _MESSAGES if place < len(_ROWS) else 0.06 * _PEOPLE
        artists.words[place].set_x(total + room)
        artists.words[place].set_text(f"{found} of {total}")
    people = f"{targets} {'targets' if targets > 1 else 'target'}"
    held = f"escrow {_RULE[0]} of {_RULE[1]}" if escrow else "no escrow"
    whom, looked = people, ""
    if outcome.order == Kind.SCAN:  # it names nobody
        whom, looked = "everybody's devices", f"; {outcome.scanned} messages were looked at, whoever wrote them"
    artists.what.set_text(f"{design}, {held}: {order}, {people}, before message {moment}; {outcome.answer}")
    return (
        f"Design {design}, {held}, order '{order}' on {whom} before message {moment} ({outcome.answer}): "
        f"{aim.before} of {aim.of_before} earlier and {aim.after} of {aim.of_after} later messages with a target can "
        f"be read, {rest.before} of {rest.of_before} and {rest.after} of {rest.of_after} among others, written or "
        f"received by {len(outcome.target_people)} of {people} and {len(outcome.other_people)} of {_PEOPLE - targets} "
        f"others; headers name {named}{looked}."
    )


what_opens = Panel(
    name="messenger-what-opens",
    title="What an order opens, tried on every ciphertext",
    setup=_setup_blast,
    update=_update_blast,
    controls=(
        Choice("design", "Design", tuple(blast.DESIGNS), "cloud"),
        Choice("order", "Order", tuple(str(kind) for kind in Kind), str(Kind.ALL_KEYS)),
        Number("moment", "Order falls before message", 0, _MESSAGES, _MESSAGES // 2, 20),
        Number("targets", "Targets", 1, len(_CONVERSATION.targets), len(_CONVERSATION.targets)),
        Switch("escrow", f"Key escrow, {_RULE[0]} of {_RULE[1]} holders"),
    ),
    lines=3,
    assumptions=(
        Assumption(f"{_PEOPLE} users write {_MESSAGES} messages in two weeks; drawn by lot, with a seed.", "assumed"),
        Assumption(
            "Six targets at most, as many as the telephone numbers in the case.", cite_named("fsb-demand-numbers")
        ),
        Assumption("The operator stores ciphertexts after delivery; a cloud chat always does.", "assumed"),
        Assumption("A seized device still shows what its user wrote and received before.", "assumed"),
        Assumption("As many share holders come together as the rule needs.", "assumed"),
        Assumption(
            "A scanner looks for the text of every 20th message, by its digest and whoever wrote it.", "assumed"
        ),
        Assumption("Encryption and decryption are real; nothing is looked up in a table of results.", "our program"),
    ),
)
