"""The question of lesson 03 in which an order to block is drafted: its rubric finds points by words, and judges no
quality."""

from chokepoints.classroom.kinds import TextAnswer
from chokepoints.classroom.questions import Question
from chokepoints.network.order_rubric import RUBRIC
from chokepoints.network.order_spoilt import SPOILING

BY_NAME = (
    "Under section 12 of the Payments Act, and on its finding of today that the page market.example/cards sells stolen "
    "card numbers, the court orders the providers to block that one name for 14 days, and no address: eleven other "
    "shops share it. The owner and the host were asked and did not answer. Owner, host and public are told the reasons "
    "at once. Whoever is struck by mistake is unblocked within a day, and may complain to the court of appeal."
)
HOST_FIRST = (
    "No provider blocks anything yet, since a milder means is left: the host deletes the page named in the annex "
    "within two days, as the Payments Act demands. If it does not, the address 203.0.113.40 may be refused until 1 "
    "July, for by the host's list nobody else uses it. An independent commission has decided this and looks at it "
    "again each week. Errors are mended within six hours. The shop and its neighbours get a copy of this order, and "
    "may object."
)

ORDER = Question(
    id="network-11",
    ask="Draft a proportionate order to block for one unlawful page, in 50 to 200 words.",
    answer=TextAnswer(
        rubric=RUBRIC,
        least_words=50,
        most_words=200,
        models=(BY_NAME, HOST_FIRST),
        enough=6,
        spoilt_by=SPOILING,
    ),
    why="",
    hints=(
        "Choose the means first: the page at its host, the name, or the address. Whom does each of them strike?",
        "Nine points: what, which law, why no less, 'Who else:', 'How long:', who decides, who is told, complaints, "
        "errors.",
        "Begin: 'Under section 12 ... the court orders the providers to block the name ... for 14 days, since ...'",
    ),
    mistakes=(),
    otherwise="say what, for how long, and who else is hit.",
    minutes=6.0,
    track="law",
)
