"""Questions of lesson 01 that are asked in words: wordings, measurements and claims, and who is bound.

What is right comes from the tables where it stands there; the rest is named in the lesson's text.
"""

from chokepoints.classroom.kinds import ChoiceAnswer, ExactAnswer, ListAnswer, Point, SetAnswer, TextAnswer
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.evidence.facts import fact

#: The events of question 11 by their letter, and the order in which their rows say that they happened.
_EVENTS = {
    "a": "update-approved",
    "b": "tagansky-ruling",
    "c": "apple-letter",
    "d": "apple-request-1",
    "e": "rkn-lawsuit",
}
_ORDER = tuple(sorted(_EVENTS, key=lambda letter: str(fact(_EVENTS[letter]).date_from)))

NOT_BOUND = (
    "I conclude that the ban does not bind Apple. The ruling of 13 April was given against Telegram, and "
    "Apple was not a party: nobody heard it, and no court has named it. The words 'other legal entities' do "
    "not change that, since it is the agency, not the judge, that reads Apple into them. Against me stands "
    "that an order to restrict access is empty if a store may go on providing the app. That is a reason to "
    "ask a court to extend the order, not to act as if it had."
)
BOUND = (
    "In my view the ban binds Apple. The court ordered that access be restricted, and it spoke of other legal "
    "entities because a messenger is reached through others: a store that hands out the app provides access "
    "to it. Whoever provides access in Russia falls under those words, although Apple was no party to the "
    "case and was never heard. That is the weak point of my reading, and Apple should be able to contest it "
    "before a court. Until then the ruling stands, and it is not for a store to choose whether."
)

STORY = (
    Question(
        id="evidence-4",
        ask="Which text brought in the sentence that users would get no alerts about new messages?",
        answer=ExactAnswer(
            ("AFP", "Agence France-Presse", "AFP's text", "the AFP text", "the AFP"), "a name such as 'Interfax'"
        ),
        why="the sentence on alerts is AFP's, and the story follows it. The agency's text has service push.",
        hints=(
            "Look at the last column of the table of wordings.",
            "Two texts say what the push is for. One of them is the story itself.",
            "It is the news agency that was seen in a Swedish copy.",
        ),
        mistakes=(
            Mistake(
                lambda name: "interfax" in name, "Interfax dropped the word service, but has no sentence on alerts."
            ),
            Mistake(
                lambda name: any(
                    word in name for word in ("roskomnadzor", "rkn", "agency", "gazeta", "trud", "regulator")
                ),
                "the agency's statement speaks of service push messages, and says nothing of alerts.",
            ),
            Mistake(
                lambda name: "code" in name or "client" in name,
                "the code shows what a push can do, not what a text says.",
            ),
            Mistake(
                lambda name: any(word in name for word in ("rfe", "radio", "story", "farda")),
                "the story has the sentence, but took it over. From whom?",
            ),
        ),
        otherwise="none of the four. Look at the last column of the table of wordings.",
        minutes=1.0,
        track="law",
    ),
    Question(
        id="evidence-5",
        ask="Which of a to e are measurements: they say what was counted, and how?",
        answer=SetAnswer(("b", "d"), "a list of letters, such as ['a', 'b'],"),
        why="b counts openings of the app in a panel, d counts views. a, c and e never say what was counted.",
        hints=(
            "For each figure ask: could somebody else count the same thing again?",
            "Degradation, disruption and outflow were never defined.",
            "Two of the five name a thing that can be counted: openings, and ...?",
        ),
        mistakes=(
            Mistake(lambda found: found == {"b"}, "right, and one more says what it counts."),
            Mistake(
                lambda found: found == {"d"},
                "right, and one more says what it counts, though it counts less than it seems.",
            ),
            Mistake(lambda found: len(found) == 5, "all five are numbers, but not all say what was counted."),
            Mistake(
                lambda found: "c" in found,
                "an outflow of users and advertising: counted how, from when to when? Leave c out.",
            ),
            Mistake(
                lambda found: bool(found & {"a", "e"}),
                "disruption and degradation of what, measured how? Leave those out.",
            ),
        ),
        otherwise="for each, ask what exactly was counted.",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="evidence-6",
        ask="Does the ban bind Apple? Decide, and give your reasons in 50 to 200 words.",
        answer=TextAnswer(
            rubric=(
                Point(
                    "takes a side",
                    (
                        r"\b(i|we) (conclude|think|find|hold|argue|would say|believe|submit)\b",
                        r"\bin my (view|opinion|judgment)\b",
                        r"\b(binds|bind|bound|binding)\b.{0,80}\bbecause\b",
                        r"\b(is|isn't|is not|not) (legally )?bound\b",
                        r"\bdoes(n't| not)? bind\b",
                    ),
                    "say which side you take: does it bind Apple, or not?",
                    required=True,
                ),
                Point(
                    "who was party to the case",
                    (
                        r"\bpart(y|ies)\b",
                        r"\bnot heard\b",
                        r"\bnever heard\b",
                        r"\bheard\b",
                        r"\bstranger\b",
                        r"\bagainst telegram\b",
                        r"\btelegram's case\b",
                        r"\bhearing\b",
                    ),
                    "say whose case it was: who was a party, and who was heard?",
                ),
                Point(
                    "the words the agency relies on",
                    (r"\bother (legal )?(entit|person|bod|compan|firm|organi[sz]ation)\w*", r"\blegal entit\w*"),
                    "name the words of the ruling that the agency relies on.",
                ),
                Point(
                    "what a ban is worth without the store",
                    (
                        r"\b(empty|pointless|useless|toothless|hollow|meaningless|ineffective|effective|effect)\b",
                        r"\bprovid\w+\b.{0,60}\b(access|app)\b",
                        r"\baccess\b.{0,60}\bprovid\w+",
                        r"\bmeans? (little|nothing)\b",
                        r"\bcircumvent\w*",
                    ),
                    "say what the order is worth if a store may go on to provide the app.",
                ),
                Point(
                    "the other side's best point",
                    (
                        r"\bagainst (me|this|that|my)\b",
                        r"\bon the other hand\b",
                        r"\b(although|though|however|admittedly|granted|nevertheless|yet|still|objection|weak point)\b",
                        r"\bit (can|could|may|might) be (said|argued|objected)\b",
                        r"\bthe (other|opposite) (side|view|reading)\b",
                    ),
                    "name the best point against you.",
                ),
            ),
            least_words=50,
            most_words=200,
            models=(NOT_BOUND, BOUND),
            enough=4,
        ),
        why="",
        hints=(
            "Take a side first. Then ask what the judge on the other side would hold against you.",
            "Four points help: whose case it was, which words are meant, what a ban is worth, what is against you.",
            "Begin: 'I conclude ... The ruling was given against ... The agency relies on ... Against me stands ...'",
        ),
        mistakes=(),
        otherwise="give a side and its reasons.",
        minutes=5.0,
        track="law",
    ),
    Question(
        id="evidence-10",
        ask="18.9 million on 19 April, more than 14 million on 30 April. What follows?",
        answer=ChoiceAnswer(
            {
                "a": "one of the two is wrong",
                "b": "both can be right: they speak of different days of a list that changed",
                "c": "the average, 16.5 million, is the best figure",
                "d": "the later figure corrects the earlier one",
            },
            "b",
        ),
        why="the list shrank: ranges were released at the end of April, and 10.99 million were left on 14 May.",
        hints=(
            "Look at the dates before the numbers.",
            "What happened to the list at the end of April? The panel of lesson 00 shows it.",
            "Two days of one series that falls: need either figure be wrong?",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a", "they would contradict each other only if they spoke of the same day."
            ),
            Mistake(lambda letter: letter == "c", "an average of two days tells you about no day at all."),
            Mistake(lambda letter: letter == "d", "a correction speaks of the same day. This one speaks of another."),
        ),
        otherwise="look at the dates.",
        minutes=1.0,
        track="law",
        core=False,
    ),
    Question(
        id="evidence-11",
        ask="Put a to e in the order in which they happened.",
        answer=ListAnswer(_ORDER, "a list of the five letters, such as ['a', 'b', 'c', 'd', 'e'],"),
        why="suit 6 April, ruling 13 April, public demand 17 April, letter 28 May, update 1 June 2018.",
        hints=(
            "Show the timeline, looking back one year from June 2018.",
            "A suit comes before a ruling. The first demand on the stores came six weeks before the letter.",
            "It begins with e and b, and ends with a.",
        ),
        mistakes=(
            Mistake(lambda found: found == _ORDER[::-1], "the right order, backwards: the earliest comes first."),
            Mistake(lambda found: len(set(found)) < 5, "all five letters are needed, each once."),
            Mistake(lambda found: found.index("c") < found.index("d"), "the demand in public came before the letter."),
            Mistake(lambda found: found.index("b") < found.index("e"), "a court rules after a suit, not before."),
            Mistake(lambda found: found[-1] != "a", "Apple approved the update last, on 1 June."),
            Mistake(
                lambda found: found.index("d") < found.index("b"), "blocking, and the demand, came after the ruling."
            ),
        ),
        otherwise="compare with the timeline.",
        minutes=2.0,
        track="law",
        core=False,
    ),
    Question(
        id="evidence-12",
        ask="Which of a to e are evidence, and not an inference, about the push that the letter meant?",
        answer=SetAnswer(("a", "c", "e"), "a list of letters, such as ['a', 'b'],"),
        why="anybody can read texts and code again. What the agency wanted, or how often servers sent it, nobody saw.",
        hints=(
            "Evidence can be looked at again by somebody else.",
            "Texts and code can be read. Can a wish be read? Can traffic of 2018 be seen now?",
            "Three of the five say what stands in a text or in code.",
        ),
        mistakes=(
            Mistake(lambda found: "b" in found, "what the agency wanted is what you infer. Leave b out."),
            Mistake(
                lambda found: "d" in found,
                "the code shows what clients accept; nobody has shown how often it was sent. Leave d out.",
            ),
            Mistake(lambda found: found == {"a", "c"}, "right so far. That a word is missing can be read as well."),
            Mistake(lambda found: found == {"a", "e"}, "right so far. Code can be read too."),
            Mistake(lambda found: found == {"c", "e"}, "right so far. And the agency's own text?"),
        ),
        otherwise="three of the five can be read again by anybody.",
        minutes=2.0,
        track="law",
        core=False,
    ),
    Question(
        id="evidence-15",
        ask="The story says: more than 200 million users since its launch. What did the company count?",
        answer=ChoiceAnswer(
            {
                "a": "all who ever opened an account",
                "b": "people who used the service within a month",
                "c": "people who use it every day",
                "d": "downloads of the app",
            },
            "b",
        ),
        why="the company's post of March 2018 counts people who used it within the last 30 days.",
        hints=(
            "Ask for the row: fact('mau-200').measures says what was counted.",
            "The name of the row begins with mau.",
            "MAU stands for monthly active users.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "that is what the story's words suggest. The company counted something else.",
            ),
            Mistake(
                lambda letter: letter == "c", "daily users are fewer. How long is the time that the company names?"
            ),
            Mistake(lambda letter: letter == "d", "one person may download many times. The company counted people."),
        ),
        otherwise="look at fact('mau-200').measures.",
        minutes=1.0,
        track="law",
        core=False,
    ),
)
