"""Questions of lesson 01 that are asked in words: wordings, measurements and claims, and who is bound.

What is right comes from the tables where it stands there; the rest is named in the lesson's text.
"""

from chokepoints.classroom.kinds import ChoiceAnswer, ListAnswer, Point, SetAnswer, TextAnswer
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
_SPELLINGS = {
    "a": ("a", "update", "apple approves an update"),
    "b": ("b", "ruling", "the court's ruling"),
    "c": ("c", "letter", "the letter to apple"),
    "d": ("d", "demand", "public demand", "first demand", "the first public demand on the stores"),
    "e": ("e", "suit", "the agency's suit", "the agency's suit to block"),
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
    "In my view the ban binds Apple. The court ordered that access be restricted, and by the agency's account "
    "it spoke of other legal entities. A messenger is reached through others: a store that hands out the app "
    "provides access to it, and without the store the order would be half empty. Against me stands that Apple "
    "was no party to the case and was never heard. That is a reason to let Apple contest the order before a "
    "court, not a reason to ignore it until then."
)

#: Words that say that somebody is under a duty, and words that deny it.
_DUTY = (
    r"(bound|binds?|binding|oblig\w+|comply|complies|obey\w*|must (do|follow|act|remove|stop|accept)|owes?|dut(y|ies)"
    r"|appl(y|ies)|falls? under|reach(es)?|covers?|(free|has) to (ignore|refuse|follow|act))"
)
#: Stands before a side: a text that says it takes none has taken none.
_DECIDED = (
    r"^(?!.{0,2000}\b(i (do not|don't) know|(cannot|can't|can not) decide|no opinion|undecided|it depends)\b).{0,2000}"
)
RUBRIC = (
    Point(
        "takes a side",
        (
            rf"{_DECIDED}\b(apple|it|ban|ruling|order|judge?ment|decision|they|company|store)\b.{{0,60}}\b{_DUTY}\b",
            rf"{_DECIDED}\b(not|no|never|nothing|cannot|without)\b.{{0,40}}\b{_DUTY}\b",
            rf"{_DECIDED}\b{_DUTY}\b.{{0,40}}\b(apple|store|company)\b",
            rf"{_DECIDED}\bno (legal )?(effect|force)\b.{{0,30}}\bapple\b",
            rf"{_DECIDED}\b(my answer is|i (would )?(answer|say)) (yes|no)\b",
            rf"{_DECIDED}^(yes|no)\b",
        ),
        "say which side you take: does it bind Apple, or not?",
        required=True,
    ),
    Point(
        "who was party to the case",
        (
            r"\bpart(y|ies)\b",
            r"\b(no|not|never|nobody|any) .{0,20}\b(part|heard|hearing|asked|called|invited|summoned)\b",
            r"\b(heard|hearing|stranger|third person|outsider|defendant)\b",
            r"\bpart (of|in) (the|this|that|it)\b",
            r"\b(against|only|about) (the )?(telegram|messenger)\b",
            r"\btelegram's (own )?case\b",
            r"\binter alios\b|\baltera[mn]?\b|\binter partes\b",
        ),
        "say whose case it was: who was a party, and who was heard?",
    ),
    Point(
        "the words the agency relies on",
        (
            r"\bother (legal )?(entit|person|bod|compan|firm|organi[sz]ation)\w*",
            r"\blegal (entit|person)\w*",
            r"\b(words?|wording|phrase|text|letter) of the (ruling|order|judge?ment|decision|court)\b",
        ),
        "name the words of the ruling that the agency relies on.",
    ),
    Point(
        "what a ban is worth without the store",
        (
            r"\b(empty|pointless|useless|toothless|hollow|meaningless|ineffective|effective\w*|effect|weak|worthless|dead)\b",
            r"\b(provid|offer|distribut|deliver|hand)\w*\b.{0,60}\b(access|app|it|telegram|messenger)\b",
            r"\baccess\b.{0,60}\bprovid\w+",
            r"\b(means?|have|has|makes?|worth) (very )?(little|nothing|no sense)\b",
            r"\b(circumvent|bypass|evade|enforce)\w*",
        ),
        "say what the order is worth if a store may go on to provide the app.",
    ),
    Point(
        "the other side's best point",
        (
            r"\bagainst (me|this|that|my|it)\b",
            r"\bon the other (hand|side)\b",
            r"\b(although|though|however|admittedly|granted|nevertheless|nonetheless|yet|still|despite)\b",
            r"\b(objection|weak point)\b",
            r"\b(even if|it is true|true,|of course|but)\b",
            r"\b(can|could|may|might|will) (also )?(be said|be argued|be objected|argue|object|reply|answer|say)\b",
            r"\b(the )?(other|opposite) (side|view|reading|opinion)\b",
            r"\b(strong|strongest|good|best|counter) ?-?(argument|point|reason)\b",
        ),
        "name the best point against you.",
    ),
)

STORY = (
    Question(
        id="evidence-4",
        ask="Which text has the sentence that users would get no alerts about new messages?",
        answer=ChoiceAnswer(
            {
                "a": "the agency's statement",
                "b": "Interfax",
                "c": "AFP",
                "d": "the source code of the Android client",
            },
            "c",
        ),
        why="AFP has it, as far as a translation shows, and the story too. The agency's text has service push.",
        hints=(
            "Look at the last column of the table of wordings.",
            "Two texts say what the push is for. One of them is the story itself.",
            "It is the news agency that was seen in a Swedish copy.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a", "the agency speaks of service push messages, and says nothing of alerts."
            ),
            Mistake(lambda letter: letter == "b", "Interfax dropped the word service, but has no sentence on alerts."),
            Mistake(lambda letter: letter == "d", "the code shows what a push can do, not what a text says."),
        ),
        otherwise="look at the last column of the table of wordings.",
        minutes=1.0,
        track="law",
    ),
    Question(
        id="evidence-5",
        ask="Which of a to e are measurements: they say what was counted?",
        answer=SetAnswer(("b", "d"), "a list of letters, such as ['a', 'b'],"),
        why="b counts openings of the app in a panel, d counts views. a, c and e leave open what was counted.",
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
            rubric=RUBRIC,
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
        why="the list shrank: three ranges went about 28 April, and 10.99 million were left on 14 May.",
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
        answer=ListAnswer(
            tuple(_SPELLINGS[letter] for letter in _ORDER),
            "a list of the five letters, such as ['a', 'b', 'c', 'd', 'e'],",
        ),
        why="suit 6 April, ruling 13 April, public demand 17 April, letter 28 May, update 1 June 2018.",
        hints=(
            "Show the timeline, looking back one year from June 2018, and step through it.",
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
            "Open statement on the 200 million in the panel of fifteen statements.",
            "Its row is named mau-200. What could the letters stand for?",
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
        otherwise="open that statement in the panel of fifteen statements.",
        minutes=1.0,
        track="law",
        core=False,
    ),
)
