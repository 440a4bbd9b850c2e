"""Questions of lesson 03 on judging a block: what two probes show, what three sources support, courts and ethics.

What is right is worked out by other roads in tests/network/test_questions_measure.py.
"""

from chokepoints.classroom.kinds import ChoiceAnswer, ListAnswer, SetAnswer
from chokepoints.classroom.questions import Mistake, Question

#: What was seen of each site of question 9, from inside and from outside.
SEEN = {
    "radio": ("nothing answers", "nothing answers"),
    "shop": ("turned away", "reached"),
    "school": ("reset", "not tried"),
    "newspaper": ("refused by the provider", "reached"),
}

MEASURE = (
    Question(
        id="network-9",
        ask="What follows for each of the four sites from what was seen inside and outside?",
        answer=ListAnswer(
            (
                ("b", "down", "down for everybody", "down for all"),
                ("c", "turned away", "turned away by the site", "turned away by the site itself"),
                ("d", "cannot be told", "unknown", "nothing can be told"),
                ("a", "blocked", "blocked on the way"),
            ),
            "a list of four letters, one for each site,",
            places=tuple(SEEN),
        ),
        why="Only a control from elsewhere tells a block from a fault, and no pair of probes tells who ordered it.",
        hints=(
            "Of each site ask first: is it up? Only the probe from outside can tell.",
            "One site was never tried from outside, one is down there too, one answered inside with its own page.",
            "Radio: nothing answers from either place, so it is down for everybody: b comes first.",
        ),
        mistakes=(
            Mistake(lambda found: len(found) != 4, "there are four sites: one letter for each, in their order."),
            Mistake(
                lambda found: not set(found) <= set("abcd"),
                "something else than the letters a, b, c and d stands there, or a place is empty.",
            ),
            Mistake(
                lambda found: found[2] in ("a", "b"),
                "the school was tried from inside alone. Is it up at all, and how would you know?",
            ),
            Mistake(
                lambda found: found[1] in ("a", "b"),
                "the shop did answer, under its own certificate, and said no. Who refuses there?",
            ),
            Mistake(
                lambda found: found[0] == "a",
                "of the radio nothing answers outside either. Whom would a block inside explain that for?",
            ),
            Mistake(
                lambda found: found[3] != "a",
                "the newspaper is reached from outside; inside, the provider refuses. Where, then, is the cause?",
            ),
            Mistake(
                lambda found: found[1] == "d",
                "of the shop more is known: inside it was the shop that answered, and outside it is reached.",
            ),
            Mistake(
                lambda found: found[0] == "d",
                "of the radio more is known: both places were asked, and what did they see?",
            ),
            Mistake(
                lambda found: "c" in (found[0], found[2]),
                "to turn away a site must answer, with a page of its own. Did this one?",
            ),
        ),
        otherwise="ask of each site whether it is up, and who it was that answered.",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="network-10",
        ask="Which of the five sentences do register, measurements and press support?",
        answer=SetAnswer(
            (
                ("a", "In most of the measured networks it was not reached, though it was up"),
                ("d", "Networks can fail to reach what the register does not list"),
            ),
            "a list of letters, such as ['b', 'c'],",
            by_truth=True,
        ),
        why="Register, network and press are three things. That a network fails to reach a site that is up can be "
        "measured; who ordered it cannot.",
        hints=(
            "Take each sentence alone. Which of the three sources speaks of it, and how does it know?",
            "The newspaper names no source for its words. And what do 40 of 50 say of the others?",
            "a is supported: it failed in 40 of 50, and the control was reached. One more is.",
        ),
        mistakes=(
            Mistake(
                lambda found: found & {"b", "it stood on the register"},
                "look into the register of that day: does it hold the messenger?",
            ),
            Mistake(
                lambda found: found & {"c", "the agency ordered the block"},
                "a newspaper says so, and not how it knows; the agency says neither yes nor no. That is not yet shown.",
            ),
            Mistake(
                lambda found: found & {"e", "all networks of the country block it"},
                "ten of the fifty reached it, and how many networks were never measured?",
            ),
            Mistake(
                lambda found: found == {"a"},
                "right, and one more is supported: lay register and measurements side by side.",
            ),
            Mistake(lambda found: found == {"d"}, "right, and one more is supported: what does the control say?"),
        ),
        otherwise="ask of each sentence which of the three speaks of it.",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="network-15",
        ask="What does each of the two opinions still hold against a clear law that cuts off neighbours unchecked?",
        answer=ChoiceAnswer(
            {
                "a": "neither anything, as the law is clear now",
                "b": "the majority that check, notice and court are missing, and the three's own reason is gone",
                "c": "the three that there is no law for it, and the majority nothing, as it can be foreseen",
                "d": "both that no site may ever be blocked by its address",
            },
            "b",
        ),
        why="As we read them: a clear law can be foreseen, and it is a law, so the reason of the three is met. The "
        "majority missed more than clear words. Of the opinion of the three only the beginning was read here.",
        hints=(
            "What did each opinion miss? Go through the lists, and strike out what the new law mends.",
            "The three missed a law for the neighbour's block. The majority missed four things: see the table.",
            "Foreseen it can be now, and a law there is. Three things in the table are still missing.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "clear words mend one thing. What else did the majority miss, by the table of cases?",
            ),
            Mistake(
                lambda letter: letter == "c",
                "the other way round: a law there is now, and whose reason was it that there was none?",
            ),
            Mistake(
                lambda letter: letter == "d",
                "neither says so: both ask on what law it rests.",
            ),
        ),
        otherwise="ask of each opinion what it missed, and whether it is there now.",
        minutes=1.5,
        track="law",
        core=False,
    ),
    Question(
        id="network-17",
        ask="Which design leaves the risk of a probe at home to the volunteer, and takes the least of it?",
        answer=ChoiceAnswer(
            {
                "a": "a page that you visit lets your browser try forbidden sites, and asks nothing",
                "b": "you sign once, and the study tries later what it likes, whenever it likes",
                "c": "you are told what is tried and what is made public, may strike out sites, and may stop",
                "d": "you are told nothing, as the results are published without your name",
            },
            "c",
        ),
        why="Whether asking may endanger is an open question: who was asked shows intent, and who was not can deny it. "
        "Not to ask takes the choice from the one who bears the risk.",
        hints=(
            "Who runs the risk, and who chooses it, in each of the four?",
            "Network, place and minute can say who it was without any name. And a list of sites can change.",
            "Two of the four ask nothing, and one asks once for all. That leaves one.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "you could deny it, and you never chose it: a committee doubted that users would have agreed.",
            ),
            Mistake(
                lambda letter: letter == "b",
                "what you agreed to is not what is tried later, and the list is the risk.",
            ),
            Mistake(
                lambda letter: letter == "d", "network, place and time become public, and they can point to one home."
            ),
        ),
        otherwise="ask of each design who chooses the risk.",
        minutes=1.5,
        track="law",
        core=False,
    ),
)
