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
        ),
        otherwise="ask of each site whether it is up, and who it was that answered.",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="network-10",
        ask="Which of the five sentences do register, measurements and press support?",
        answer=SetAnswer(("a", "d"), "a list of letters, such as ['b', 'c'],"),
        why="Register, network and press are three things. That a network fails to reach a site that is up can be "
        "measured; who ordered it cannot.",
        hints=(
            "Take each sentence alone. Which of the three sources speaks of it, and how does it know?",
            "The newspaper names no source for its words. And what do 40 of 50 say of the others?",
            "a is supported: it failed in 40 of 50, and the control was reached. One more is.",
        ),
        mistakes=(
            Mistake(lambda found: "b" in found, "look into the register of that day: does it hold the messenger?"),
            Mistake(
                lambda found: "c" in found,
                "a newspaper says so, and not how it knows; the agency says neither yes nor no. That is not yet shown.",
            ),
            Mistake(
                lambda found: "e" in found, "ten of the fifty reached it, and how many networks were never measured?"
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
        ask="What has to be mended if the majority is right, and what if the three judges are?",
        answer=ChoiceAnswer(
            {
                "a": "with both only the damage, which the state pays",
                "b": "with the majority the law itself, with the three the practice, which must keep to the law",
                "c": "with the majority the practice, which must keep to the law, with the three the law itself",
                "d": "with both the means, as no site may ever be blocked by its address",
            },
            "b",
        ),
        why="As we read them: a law whose effect nobody can foresee must be written anew; where no law allowed the "
        "block of a neighbour, the law that there is must be kept to.",
        hints=(
            "Ask of each opinion: was there a law for the block of the neighbour's site?",
            "The majority: a law, whose effect could not be foreseen. The three: no law at all. What would mend each?",
            "A law that nobody can foresee is mended by a better law.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "the same result, and not the same reason: the three add that the reason bears on what must be done.",
            ),
            Mistake(
                lambda letter: letter == "c", "the other way round: if there was no law at all, which law was broken?"
            ),
            Mistake(
                lambda letter: letter == "d",
                "neither says so: both ask on what law it rests.",
            ),
        ),
        otherwise="ask of each opinion whether there was a law.",
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
