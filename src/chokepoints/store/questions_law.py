"""Questions of lesson 05b for lawyers: which lever a fine was about, a notice, an audit, a report.

The rubrics of the two drafts find points by words, and judge no quality.
"""

from collections.abc import Iterable

from chokepoints.classroom.kinds import ChoiceAnswer, SetAnswer, TextAnswer
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.store.notice_rubric import RUBRIC as NOTICE_RUBRIC
from chokepoints.store.notice_spoilt import SPOILING as NOTICE_SPOILING
from chokepoints.store.report_rubric import RUBRIC as REPORT_RUBRIC
from chokepoints.store.report_spoilt import SPOILING as REPORT_SPOILING

#: The rows that the exercise prints for question 10.
ROWS = ("dma-live", "dma-fine", "dma-prelim-6-4", "notarization-what", "itorrent-2025")

REMOVE = (
    "The Consumer Office of Norland, under section 30 of the Payments Act, orders the store to remove Card Desk "
    "(example.carddesk) from the Norland storefront and from no other. The Regional Court found on 3 May that its "
    "Market sells stolen card numbers, against section 12. The maker was written to twice and did not answer, so "
    "nothing less is left. Copies on phones and their updates are not touched. The order ends after six months. The "
    "maker gets a copy, and the store may publish it. Both may appeal to the Administrative Court within a month. The "
    "store tells the Office when it has acted."
)
MEND_FIRST = (
    "We, the Consumer Office, do not ask for a removal: people keep their receipts in Card Desk, and to take it from "
    "them would go too far. Section 30 of the Payments Act lets us order a store to act; we order that by 1 June the "
    "version offered in Norland has no Market tab, since the Regional Court found on 3 May that stolen card numbers "
    "are sold there. If the maker hands in no such version, the store stops new downloads in Norland until he does, "
    "and for three months at most. Elsewhere nothing changes. We tell the maker and put this notice on our site. "
    "Objections of the store, the maker or a user are heard by this Office and then by the court."
)
NAMED = (
    "Norland, Media Office. On 3 May it demanded under section 9 of the Press Act, with a ruling of 20 April, that "
    "Lamp, Kite and Drum go. Two of the three, Kite and Drum, were removed on 5 May in the Norland storefront alone. "
    "Lamp was refused, as the ruling is about its website. From 3 to 9 May updates of all three waited in every "
    "storefront. The makers of Kite and Drum were told the law and where to object; Lamp's maker was not told. Kite's "
    "has objected and has no answer. We do not count Reed, which its maker withdrew on 20 May, nor the copies on "
    "phones."
)
UNNAMED = (
    "One authority of Norland, its Media Office, asked us to remove three apps, and gave section 9 of its Press Act "
    "as the ground. We name none of them, for their makers' sake. Two have been unavailable to users in Norland since "
    "5 May. We kept the third: the ruling that we were shown says nothing of an app. We also held back new versions "
    "of the three, in all countries, for six days, though only one country had asked; we should not have. Two makers "
    "had our reasons the same day, and one complained to the Office; to the third we did not write. These figures "
    "hold neither apps that left by themselves nor those that nobody handed in."
)


def _cyrillic(found: Iterable[str]) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for one in found for letter in one)


LAW = (
    Question(
        id="store-10",
        ask="Which of the five sentences on opening the store do the rows support?",
        answer=SetAnswer(("b", "d"), "a list of letters, such as ['a', 'c'],", by_truth=True),
        why="The fine was about what makers may tell their users; on other stores there was a preliminary view. "
        "Another store does without Apple's shelf, not without its signature. What took the one app away were, as "
        "Apple says, rules on sanctions: no row has a court that ordered it.",
        hints=(
            "Two articles of the act, two papers of the same day: which of them is the fine?",
            "What does an app for another store need before an iPhone opens it, and who can take that away?",
            "b is supported: the fine is for 5(4), and on 6(4) there is a preliminary view.",
        ),
        mistakes=(
            Mistake(_cyrillic, "a letter here is Cyrillic, though it may look the same: write Latin letters."),
            Mistake(
                lambda found: "a" in found,
                "a: look at the article of the fine. Is it the one on other stores, 6(4), or the one on steering, "
                "5(4)?",
            ),
            Mistake(
                lambda found: "c" in found,
                "c: what does the row on notarization say of an app in another store?",
            ),
            Mistake(
                lambda found: "e" in found,
                "e: a maker lost his right to offer an app, over rules on sanctions as Apple says. Which row has a "
                "court?",
            ),
            Mistake(
                lambda found: found == {"b"}, "right, and one more: what can Apple still do to an app in another store?"
            ),
            Mistake(
                lambda found: found == {"d"}, "right, and one more: what was the fine for, and what was it not for?"
            ),
        ),
        otherwise="take one sentence at a time, and find the words of the row that carry it.",
        minutes=3.0,
        track="law",
    ),
    Question(
        id="store-11",
        ask="Write the notice that a regulator should have to write to a store, in 50 to 200 words.",
        answer=TextAnswer(
            rubric=NOTICE_RUBRIC,
            least_words=50,
            most_words=200,
            models=(REMOVE, MEND_FIRST),
            enough=7,
            spoilt_by=NOTICE_SPOILING,
        ),
        why="",
        hints=(
            "Choose first what you ask for: a removal, a label, a version without the tab? Whom would each of them "
            "hit?",
            "Eleven points: authority, law, app, finding, what to do, where, why no less, what is left alone, until "
            "when, "
            "who is told, how to contest it.",
            "Begin: 'The Consumer Office, under section 30 of the Payments Act, orders the store to ... Card Desk in "
            "...'",
        ),
        mistakes=(),
        otherwise="say on what law, which app, and in which storefront.",
        minutes=6.0,
        track="law",
    ),
    Question(
        id="store-12",
        ask="A report counts 0 removals, and a check finds 9 apps missing: which sentence is supported?",
        answer=ChoiceAnswer(
            {
                "a": "the report is false: nine apps were removed at demands, and it counts none of them",
                "b": "nine apps cannot be had there; whether at a demand, neither report nor check can tell",
                "c": "nobody demanded anything: the makers withdrew all nine, and did so by their own will",
                "d": "the check is wrong: who receives the demands must know better than who looks from outside",
            },
            "b",
        ),
        why="Missing is not removed, and removed is not removed at a demand. A maker may have withdrawn an app, with "
        "or "
        "without pressure; the store may have acted under its own rules, or silently. To tell them apart takes the "
        "makers' "
        "word, the notices or the store's log.",
        hints=(
            "What exactly does the report count, and what exactly does the check see?",
            "By how many ways can an app be missing from a storefront? Which of them would stand in the report?",
            "The check sees absence, not its cause. The report counts some causes, and not all.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "missing is not yet removed, and not yet at a demand. By which other ways does an app go missing?",
            ),
            Mistake(
                lambda letter: letter == "c",
                "that may be so of some. What did you read that tells it of all nine?",
            ),
            Mistake(
                lambda letter: letter == "d",
                "the two count different things, so both may be right. What does each of them see?",
            ),
        ),
        otherwise="ask of each sentence whether report and check together show it.",
        minutes=3.0,
        track="law",
    ),
    Question(
        id="store-15",
        ask="Write the report entry that a store should have to publish on one notice, in 50 to 200 words.",
        answer=TextAnswer(
            rubric=REPORT_RUBRIC,
            least_words=50,
            most_words=200,
            models=(NAMED, UNNAMED),
            enough=7,
            spoilt_by=REPORT_SPOILING,
        ),
        why="",
        hints=(
            "Go through the log day by day: what would a maker, a user, a court want to know of it?",
            "Eleven points: who asked, on what law, for how many apps, what was done, what was refused, where, since "
            "when, "
            "who was told, objections, updates, what is not counted.",
            "Begin: 'Norland, Media Office. On 3 May it demanded under section 9 of the Press Act that three apps go "
            "...'",
        ),
        mistakes=(),
        otherwise="say who asked, what was done, and what happened to updates.",
        minutes=6.0,
        track="law",
        core=False,
    ),
)
