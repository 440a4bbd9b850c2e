"""Questions of lesson 04b for lawyers: who is bound, which order was it, the letter's two readings, jurisdiction.

The table of question 10 is compared with the experiment, really run, by tests/push/test_questions_letter.py.
"""

from collections.abc import Iterable

from chokepoints.classroom.kinds import ChoiceAnswer, ListAnswer, SetAnswer, TextAnswer
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.push.letter_rubric import RUBRIC
from chokepoints.push.letter_spoilt import SPOILING

#: Question 10: for each row the phones of ten in the ordered storefront that are back by the push, as it was made.
OUTCOMES = {
    "first": (0, 0, 0),
    "second": (0, 10, 10),
    "third": (10, 10, 0),
    "fourth": (0, 0, 10),
}
#: How the push was made in each column: sealed or not, dressed as an alert or not.
MADE = ((False, False), (True, False), (True, True))
#: The four positions, as the experiment names them.
POSITIONS = {"a": "alerts refused", "b": "all refused", "c": "background refused", "d": "service refused"}

ADDRESSES = (
    "First reading: alerts about new messages were meant; AFP and the English story say so. Second reading: it meant "
    "silent service pushes, which tell the app a new address. The agency's text, as Trud and Gazeta.ru print it, "
    "has the word service. The Android client's code applies such an address; it shows what a client took, not what "
    "the servers sent in April or May. To stop alerts would only have cost users their banners, while the app still "
    "found its servers. To stop service pushes would have taken one way back from a blocked app. Verdict: I think "
    "the second reading is the more likely, as it alone would have helped the block. It is an inference: nobody has "
    "shown that addresses went by push."
)
UNDECIDED = (
    "The evidence does not decide it. If the letter was about alerts on new messages, as a news agency wrote, users "
    "would have missed banners and stayed connected. If it was about service notifications that move the app to "
    "another server, blocked clients would have lost one way among several. For the second speaks a single word in the "
    "Russian press, and a handler in the client; but no source shows that the messenger moved its users by push that "
    "spring, and the word may as well mean the notice that it had sent on 16 April. The sentence on alerts comes from "
    "journalists who may have asked. So I lean to neither, and would ask for the letter itself, which we have not seen."
)


def _cyrillic(found: Iterable[str]) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for one in found for letter in one)


LETTER = (
    Question(
        id="push-9",
        ask="Which of the five sentences do the rows support?",
        answer=SetAnswer(("b", "c", "e"), "a list of letters, such as ['a', 'd'],", by_truth=True),
        why="No row has a court that named Apple, and a search that found no power is no proof that there was none. "
        "To respect a ruling and to be reached by its force are two things, say the textbooks. The agency's head "
        "relied on the ruling's third point.",
        hints=(
            "Lay each sentence beside its row. Does the row say as much, or less?",
            "Whose words are they: a court's, an agency's, lawyers'? And is *not found* the same as *was not there*?",
            "b is supported: the row says that he names Apple such an entity. That he is right, neither says.",
        ),
        mistakes=(
            Mistake(_cyrillic, "a letter here is Cyrillic, though it may look the same: write Latin letters."),
            Mistake(
                lambda found: "a" in found,
                "a: a court had ordered that access be limited. Which row has a court that named Apple, or pushes?",
            ),
            Mistake(
                lambda found: "d" in found,
                "d: the row says that none was *found* in the articles read. What does such a search show?",
            ),
            Mistake(
                lambda found: found == {"c", "e"},
                "right, and one more. That somebody says something can be supported, whether or not he is right.",
            ),
            Mistake(
                lambda found: found == {"b", "e"},
                "right, and one more. Does the row on article 13 part two duties?",
            ),
            Mistake(
                lambda found: found == {"b", "c"},
                "right, and one more. What may be asked of a *request*, by the row of the Council of Europe?",
            ),
        ),
        otherwise="take one sentence at a time, and find the words of the row that carry it.",
        minutes=3.0,
        track="law",
    ),
    Question(
        id="push-10",
        ask="Which order was in force in each of the four rows?",
        answer=ListAnswer(
            (
                ("b", "all pushes refused", "all refused", "all"),
                ("d", "service pushes refused", "service refused", "service"),
                ("a", "alerts refused", "alerts"),
                ("c", "silent pushes refused", "background refused", "silent", "background"),
            ),
            "a list of four letters in the order of the table, such as ['a', 'c', 'b', 'd'],",
            places=tuple(OUTCOMES),
        ),
        why="Only the order against all stops every form. Each narrower one misses the form that it does not look for, "
        "and the messenger chooses the form. None of this tells which of them the letter meant.",
        hints=(
            "Begin with the row in which nothing comes. Which order looks at neither label nor content?",
            "Look at the two sealed columns: can the gateway know there that a push carries an address?",
            "Refuse what can be read as service: the clear push is stopped, and both sealed ones come. Which row?",
        ),
        mistakes=(
            Mistake(_cyrillic, "a letter here is Cyrillic, though it may look the same: write Latin letters."),
            Mistake(
                lambda rows: rows == ("b", "a", "d", "c"),
                "alerts and service are changed about. The dressed push says that it is an alert: where is it stopped?",
            ),
            Mistake(
                lambda rows: rows == ("b", "d", "c", "a"),
                "alerts and silent pushes are changed about. In the last column the push is dressed as an alert.",
            ),
            Mistake(
                lambda rows: rows == ("b", "c", "a", "d"),
                "silent and readable are changed about. A sealed push without a dress is silent, and cannot be read.",
            ),
            Mistake(
                lambda rows: len(rows) == 4 and rows[0] != "b" and set(rows) == set("abcd"),
                "in one row no push comes, whatever its form. Which order stops them all?",
            ),
            Mistake(
                lambda rows: set(rows) <= set("abcd") and len(rows) != 4,
                "four rows, so four letters are wanted, in the order of the table.",
            ),
            Mistake(
                lambda rows: set(rows) <= set("abcd") and len(set(rows)) < 4,
                "the rows all differ, and so do the orders: each letter stands for one row.",
            ),
        ),
        otherwise="go through it order by order: which of the three forms does it stop?",
        minutes=3.0,
        track="law",
    ),
    Question(
        id="push-11",
        ask="Write down both readings of the letter and say which the evidence favours, in 60 to 220 words.",
        answer=TextAnswer(
            rubric=RUBRIC,
            least_words=60,
            most_words=220,
            models=(ADDRESSES, UNDECIDED),
            enough=6,
            spoilt_by=SPOILING,
        ),
        why="",
        hints=(
            "What would each reading have stopped, and what would users have noticed?",
            "Ten points: both readings, the Russian word, the client's code, who wrote of alerts, what is not "
            "shown, what each would have done (two points), your verdict, how sure.",
            "Begin: 'First reading: the letter was about alerts for new messages. Second reading: ... Verdict: ...'",
        ),
        mistakes=(),
        otherwise="name both readings, the evidence for each and its limits, and your verdict.",
        minutes=10.0,
        track="law",
    ),
    Question(
        id="push-15",
        ask="What do the four later rows show about power over Apple's pushes in May 2018?",
        answer=ChoiceAnswer(
            {
                "a": "that the agency could compel Apple, as Apple Rus was within its reach",
                "b": "that Russian authorities later reached firms of Apple, each by a law about something else; about "
                "pushes in May 2018 they show nothing by themselves",
                "c": "that Apple obeys whatever a Russian authority asks, so that it obeyed the letter too",
                "d": "that Apple was out of reach of Russian law, as its answer of 2022 shows",
            },
            "b",
        ),
        why="A seller's register, a fine about data, a case about competition, a law on offices: each later, each with "
        "a matter and a firm of its own. Jurisdiction over one is not power over all.",
        hints=(
            "Write down for each row: which year, which firm of Apple, which law.",
            "Is any of the four laws about notifications? Did each of them exist in May 2018?",
            "What Apple pleads in court is its plea. What the court decided is in the same row.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "Apple Rus sells devices, and was registered half a year later. Which row says that it runs pushes?",
            ),
            Mistake(
                lambda letter: letter == "c",
                "it contested two of these in court. And no answer to the letter was found.",
            ),
            Mistake(
                lambda letter: letter == "d",
                "it said that the wrong firm stood in court, and was fined: what does the row on competition show?",
            ),
        ),
        otherwise="ask of each row: when, which firm, which law?",
        minutes=2.0,
        track="law",
        core=False,
    ),
)
