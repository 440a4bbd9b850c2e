"""Panel: the fifteen statements of the story, each with the verdict of the tables once the learner has guessed."""

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.buttons import Step
from chokepoints.classroom.controls import Choice, Number, Switch
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, MARKERS, new_figure
from chokepoints.evidence.tables import table

CLAIMS = sorted(table("claims"), key=lambda claim: claim.position or 0)
#: The verdicts, from the firmest to the least.
VERDICTS = (
    "confirmed",
    "partly confirmed",
    "softened",
    "needs context",
    "contested",
    "out of date",
    "wrong measure",
    "not supported",
)
_NO_GUESS = "no guess yet"


def _setup() -> Artists:
    figure = new_figure(height=3.6, left=0.17, right=0.98, bottom=0.16, top=0.97)
    axes = figure.add_subplot()
    axes.set_xlim(0.4, len(CLAIMS) + 0.6)
    axes.set_ylim(len(VERDICTS) - 0.4, -0.6)
    axes.set_xticks(range(1, len(CLAIMS) + 1))
    axes.set_yticks(range(len(VERDICTS)), VERDICTS, fontsize=11)
    axes.set_xlabel("Statement, by its number")
    artists = Artists(figure)
    artists.here = artists.move(axes.axvspan(0.5, 1.5, color="#DDDDDD", zorder=0.5))
    artists.opened = artists.move(axes.plot([], [], MARKERS[1], color=COLOURS[0], markersize=11)[0])
    guess = axes.plot([], [], "o", color=COLOURS[1], markersize=16, markerfacecolor="none", markeredgewidth=2)[0]
    artists.guess = artists.move(guess)
    return artists


def _update(artists: Artists, *, statement: int, guess: str, opened: bool) -> str:
    claim = CLAIMS[statement - 1]
    artists.here.set_x(statement - 0.5)
    shown = range(1, statement + 1) if opened else range(1, statement)
    artists.opened.set_data(list(shown), [VERDICTS.index(CLAIMS[number - 1].verdict) for number in shown])
    guessed = guess in VERDICTS
    artists.guess.set_data([statement] if guessed else [], [VERDICTS.index(guess)] if guessed else [])
    text = f'Statement {statement} of {len(CLAIMS)}, from {claim.attributed_to}: "{claim.statement}."'
    if not opened:
        return f"{text} Guess a verdict, then open ours."
    said = f" You guessed {guess}." if guessed else ""
    return f"{text}{said} Our verdict: {claim.verdict}. {claim.why.rstrip('.')}. Rows: {', '.join(claim.evidence)}."


fifteen_statements = Panel(
    name="evidence-fifteen-statements",
    title="Fifteen statements of the story against other sources",
    setup=_setup,
    update=_update,
    controls=(
        Number("statement", "Statement", 1, len(CLAIMS), 1),
        Choice("guess", "My verdict", (_NO_GUESS, *VERDICTS), _NO_GUESS),
        Switch("opened", "Open the verdict"),
    ),
    buttons=(Step("statement", "Next statement"),),
    lines=6,
    assumptions=(
        Assumption("The statements are paraphrased from the story of 28 May 2018.", "RFE/RL, 28 May 2018"),
        Assumption(
            "A verdict is ours and can be argued with; what it rests on stands behind it.", "datasets/claims.csv"
        ),
    ),
)
