"""The questions of the room `__ROOM__`. An id is never used again for another question.

[to write] Six that work, each of another kind of answer; ask about your own model. A mistake is a wrong answer that
people give for a reason, and its hint says what to look at, never the answer.
"""

from chokepoints.__ROOM__.model import Measure, expected
from chokepoints.__ROOM__.panels import EXAMPLE
from chokepoints.classroom.kinds import (
    ChoiceAnswer,
    FunctionAnswer,
    NumberAnswer,
    Point,
    SetAnswer,
    TableAnswer,
    TextAnswer,
)
from chokepoints.classroom.questions import Mistake, Question


def _percent(meant: int) -> float:
    """Of those struck, how many percent are meant, where so many of 1,000 cases are."""
    return 100 * (expected(Measure(meant / 1000, EXAMPLE.found, EXAMPLE.strays), 1000).share or 0)


_STRUCK = (
    ((1000, 10, 0.9, 0.05), 58.5, "on the measure of question 4"),
    ((1000, 0, 0.9, 0.05), 50.0, "where nobody is meant"),
    ((200, 200, 0.5, 0.1), 100.0, "where everybody is meant"),
    ((400, 100, 0.0, 0.01), 3.0, "where nobody is found"),
)
MAY_NOT_STAND = (
    "I conclude that the measure may not stand. Its aim is legitimate, but five strangers pay for each case that it "
    "finds, and nobody heard them first. A milder means was at hand: a request that names the cases one by one. On the "
    "other side it must be said that such requests are slow, and that the harm goes on meanwhile."
)
MAY_STAND = (
    "In my view the measure may stand, for a time. What it prevents is grave, and no other means had worked: the "
    "narrower requests before it were evaded within days. That strangers bear a part of the cost weighs heavily. So "
    "they must be told, be able to complain and be made whole, and a court must look at the figures again soon."
)
_RUBRIC = (
    Point(
        "takes a side",
        (
            r"\b(may|should|must|can|cannot|can't|will) (not |never )?(be allowed to )?(stand|go on|stay|pass)\b",
            r"\b(un)?(lawful|proportionate|justified|acceptable)\b",
            r"\b(dis|not )?proportiona",
        ),
        "say which side you take: may it stand, or not?",
        required=True,
    ),
    Point(
        "what strangers bear",
        (
            r"\bstrangers?\b.{0,60}\b(pay|bear|lose|cost|suffer|struck|hit|told|heard)\w*",
            r"\b(innocent|bystander|others)\w*",
        ),
        "say what it means for those who are struck and were not meant.",
    ),
    Point(
        "a milder means",
        (
            r"\b(milder|narrower|other|less|softer|targeted|precise)\b.{0,40}\b(means?|measures?|ways?|requests?|orders?)\b",
        ),
        "say whether a milder means would have done.",
    ),
    Point(
        "what the measure is for",
        (r"\b(aim|goal|purpose|harm|prevent|protect|crime|victim|grave|serious)\w*",),
        "say how much the aim of the measure weighs.",
    ),
)

QUESTIONS = (
    Question(
        id="__ROOM__-1",
        ask="A measure finds 90 percent of the cases it is meant for. What does that say of somebody who was struck?",
        answer=ChoiceAnswer(
            {
                "a": "they are one of those it is meant for, with 90 percent certainty",
                "b": "nothing yet: it depends on how rare such cases are, and how many strangers are struck",
                "c": "one in ten of those struck is a stranger",
                "d": "the measure was lawful",
            },
            "b",
        ),
        why=f"in the panel's example it finds 90 percent, and {_percent(10):.0f} percent of those struck are meant.",
        hints=(
            "Move the first control of the first panel to its left end, and read the sentence.",
            "Of whom are the 90 percent a share: of those struck, or of those meant?",
            "It finds 9 of 10. It also strikes 5 percent of 990 others. Which of the two is more?",
        ),
        mistakes=(
            Mistake(lambda letter: letter == "a", "90 percent is a share of those meant, not of those struck."),
            Mistake(
                lambda letter: letter == "c", "one in ten is missed. How many strangers are struck, nobody has said."
            ),
            Mistake(lambda letter: letter == "d", "a share says nothing of the law yet. What would a judge ask first?"),
        ),
        otherwise="ask of whom the 90 percent are a share.",
        minutes=1.0,
        track="law",
    ),
    Question(
        id="__ROOM__-2",
        ask="Which of a to d decide how many strangers are struck?",
        answer=SetAnswer(("a", "c"), "a list of letters, such as ['b', 'd'],"),
        why="strangers are all whom it is not meant for, and a share of them is struck.",
        hints=(
            "Move one control of the first panel after the other, and watch the bar of the strangers.",
            "Two things make that bar longer. One of them does so a little only.",
            "Strangers struck = all others, times the share of them that is struck.",
        ),
        mistakes=(
            Mistake(lambda found: found == {"c"}, "right, and one more: how many others are there?"),
            Mistake(lambda found: found == {"a"}, "right, and one more: not every stranger is struck."),
            Mistake(lambda found: "b" in found, "what it finds of those meant says nothing of strangers. Leave b out."),
            Mistake(lambda found: "d" in found, "a court may allow it or not; the count stays the same. Leave d out."),
        ),
        otherwise="watch the bar of the strangers while you move one control after the other.",
        minutes=1.0,
        track="law",
    ),
    Question(
        id="__ROOM__-3",
        ask="A measure strikes five strangers for each case it is meant for. May it stand? Reasons in 40 to 150 words.",
        answer=TextAnswer(rubric=_RUBRIC, least_words=40, most_words=150, models=(MAY_NOT_STAND, MAY_STAND), enough=3),
        why="",
        hints=(
            "Take a side first. Then ask what the other side would hold against you.",
            "Three points help: who pays, whether something milder would have done, how much the aim weighs.",
            "Begin: 'I conclude ... Its aim is ... Strangers bear ... A milder means ...'",
        ),
        mistakes=(),
        otherwise="give a side and its reasons.",
        minutes=5.0,
        track="law",
    ),
    Question(
        id="__ROOM__-4",
        ask="10 of 1,000 are meant; 90 percent of them and 5 percent of others are struck. How many percent are meant?",
        answer=NumberAnswer(_percent(10), "percent", within=0.051),
        why=f"9 of those meant and 49.5 others are struck: 9 / 58.5 is {_percent(10):.1f} percent.",
        hints=(
            "A share is the part divided by the whole. The whole are all who are struck.",
            "Of those meant 9 are struck. Of the 990 others, 5 percent.",
            "percent = 9 / (9 + 990 * 0.05) * 100",
        ),
        mistakes=(
            Mistake(lambda x: abs(x - _percent(10) / 100) < 0.002, "that is a fraction. For percent, multiply by 100."),
            Mistake(lambda x: abs(x - 90) < 0.5, "that is the share of those meant who are struck, not the other way."),
            Mistake(lambda x: abs(x - (100 - _percent(10))) < 0.5, "that is the share of the strangers."),
            Mistake(lambda x: abs(x - 9 / 49.5 * 100) < 0.2, "the whole are all who are struck, those meant included."),
        ),
        otherwise="divide those meant and struck by all who are struck.",
        minutes=1.5,
        track="code",
    ),
    Question(
        id="__ROOM__-5",
        ask="Write struck(cases, meant, found, strays): how many cases are struck in all, on average.",
        answer=FunctionAnswer(
            "struck(cases, meant, found, strays)", _STRUCK, "a function of four numbers", tolerance=1e-9
        ),
        why="those meant and found, and the strangers.",
        hints=(
            "Two groups are struck. Work out each, then add.",
            "The second group are all cases without those meant.",
            "return meant * found + (cases - meant) * strays",
        ),
        mistakes=(
            Mistake(lambda results: results[0] == 9, "these are those meant only. Add the strangers."),
            Mistake(lambda results: results[0] == 49.5, "these are the strangers only. Add those meant."),
            Mistake(lambda results: results[0] == 59, "strangers are all cases without those meant."),
            Mistake(lambda results: results[0] in (58, 59.0), "an average need not be whole: do not round it."),
        ),
        otherwise="add what is struck of those meant and what is struck of all others.",
        minutes=3.0,
        track="code",
    ),
    Question(
        id="__ROOM__-6",
        ask="For 1, 10 and 100 meant in 1,000: of those struck, how many percent are meant?",
        answer=TableAnswer(
            {str(meant): _percent(meant) for meant in (1, 10, 100)},
            ("meant", "percent"),
            "a dictionary from 1, 10 and 100 to a percentage",
            within=0.051,
        ),
        why="the same measure is right about few where cases are rare, and about most where they are common.",
        hints=(
            "Begin with an empty dictionary and a loop over [1, 10, 100].",
            "Inside the loop do the sum of question 4, with `meant` in the place of 10.",
            "shares[meant] = meant * 0.9 / (meant * 0.9 + (1000 - meant) * 0.05) * 100",
        ),
        mistakes=(
            Mistake(lambda rows: max(rows.values()) <= 1, "these are fractions. For percent, multiply by 100."),
            Mistake(lambda rows: rows["1"] > rows["100"], "these are the shares of the strangers."),
            Mistake(lambda rows: len(set(rows.values())) == 1, "all alike: does your loop use `meant` in the sum?"),
        ),
        otherwise="do the sum of question 4 for each of the three.",
        minutes=3.0,
        track="code",
    ),
)
