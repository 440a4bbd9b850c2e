"""Questions of lesson 05 on published figures: the base of a percentage, a fit and its range, an audience that grew.

What is right is compared with the datasets and with the kit's own fits by tests/store/test_questions_base.py.
"""

from typing import Any

from chokepoints.classroom.kinds import ChoiceAnswer, FunctionAnswer, SetAnswer
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.store.questions_loss import STOPPED, stops_at

#: Question 2: the two figures that its cell prints.
FIGURES = ("ios11-adoption-2018-01-18", "ios11-adoption-2018-04-22")
#: Question 5: the curves in the cell's order, and points as `adoption.points` gives them (days, percent).
CURVES = ("weibull", "exponential", "logistic")
IOS_11 = ((48.0, 52.0), (76.0, 59.0), (121.0, 65.0), (215.0, 76.0), (254.0, 81.0), (349.0, 85.0))
IOS_12 = ((23.0, 50.0), (42.0, 60.0), (77.0, 70.0), (106.0, 75.0), (160.0, 80.0), (255.0, 85.0), (323.0, 88.0))
ANDROID_8 = (
    (80.0, 0.3), (168.0, 1.1), (238.0, 4.6), (259.0, 5.7), (336.0, 12.1), (375.0, 14.6), (403.0, 19.2), (431.0, 21.5),
)  # fmt: skip
#: No day of a case lies within a day of the end of a range, so that no last digit of a fit decides.
SURE: tuple[tuple[tuple[Any, ...], list[str], str], ...] = (
    ((IOS_11, 70, 163), ["weibull"], "70 percent by day 163"),
    ((IOS_11, 70, 150), [], "70 percent by day 150"),
    ((IOS_11, 70, 200), ["weibull", "exponential", "logistic"], "70 percent by day 200"),
    ((IOS_11, 50, 60), ["weibull", "logistic"], "50 percent by day 60"),
    ((IOS_11[:4], 70, 163), [], "four points alone, 70 percent by day 163"),
    ((IOS_12, 50, 33), ["weibull", "logistic"], "iOS 12, 50 percent by day 33"),
    ((ANDROID_8, 20, 500), ["weibull", "logistic"], "Android 8, 20 percent by day 500"),
    ((ANDROID_8, 50, 1_000), [], "Android 8, 50 percent by day 1000"),
)
#: Question 7: people a day in big cities, by the rows of these months.
AUDIENCE = {"2018-04": 3_716_000, "2018-06": 2_900_000, "2019-02": 4_400_000}


def _names(result: Any) -> bool:
    """Whether a result is a list that holds names of curves alone."""
    return type(result) in (list, tuple) and all(one in CURVES for one in result)


ADOPTION = (
    Question(
        id="store-2",
        ask="Which of the five sentences may be said on these two rows?",
        answer=SetAnswer(("c", "e"), "a list of letters, such as ['a', 'd'],", by_truth=True),
        why="The base is what visited the store, in the whole world. From 65 to 76 are 11 percentage *points*; of 65 "
        "they are 17 percent.",
        hints=(
            "A percentage has a base: of what is it a share? And who was counted, where, on which day?",
            "Lay each sentence beside the column `measures` and the place of the rows.",
            "c may be said: who was counted and did not run iOS 11 ran something else.",
        ),
        mistakes=(
            Mistake(
                lambda found: not all(letter.isascii() for letter in found),
                "a letter here is not Latin, though it may look the same: write Latin letters.",
            ),
            Mistake(
                lambda found: "a" in found,
                "a: for which place do the rows speak?",
            ),
            Mistake(
                lambda found: "b" in found,
                "b: which row says who of those counted had the messenger? Its users may have other phones than most.",
            ),
            Mistake(
                lambda found: "d" in found,
                "d: from 65 to 76 are 11 percentage points. How many percent of 65 is that?",
            ),
            Mistake(
                lambda found: found == {"c"},
                "right, and one more. Whom does a count by visits not see?",
            ),
            Mistake(
                lambda found: found == {"e"},
                "right, and one more. If 76 of a hundred ran it, what of the others that were counted?",
            ),
        ),
        otherwise="take one sentence at a time: of whom does it speak, and were just these counted?",
        minutes=3.0,
        track="law",
    ),
    Question(
        id="store-5",
        ask="Write a function that returns the curves by which so many percent had the system by a day, for sure.",
        answer=FunctionAnswer(
            signature="sure(given, percent, day)",
            cases=SURE,
            wanted="a function of points and two numbers, without brackets behind it: check('store-5', sure)",
        ),
        why="'70 percent by day 163' is carried by one curve alone, 'by day 200' by all three. What every curve "
        "carries does not hang on the choice of one; and each range is true only if its curve is the right one.",
        hints=(
            "For each curve there is a range of days in which the percentage was reached. Where must its end lie?",
            "fit(given, model).days_to(percent) has .value, .low and .high. Sure is what holds for the latest day too.",
            "if fit(given, model).days_to(percent).high <= day: found.append(model)",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[0]) in (bool, str, int, float, dict, frozenset),
                "a list of names is wanted, in the order of `models`: with one name in it, or none, a list too.",
            ),
            Mistake(
                lambda results: type(results[0]) is Failed and "Days" in results[0].message,
                "days_to(percent) holds three numbers, .value, .low and .high: which of them is to be compared?",
            ),
            Mistake(
                lambda results: results[stops_at(results, SURE)].error is OverflowError,
                "an end of a range may be infinite: do not round it.",
            ),
            Mistake(lambda results: stops_at(results, SURE) is not None, STOPPED),
            Mistake(
                lambda results: not _names(results[0]),
                "names of curves are wanted, as they stand in `models`, and nothing else.",
            ),
            Mistake(
                lambda results: any(_names(one) and len(set(one)) < len(one) for one in results),
                "a name stands there more than once: begin with an empty list in the function.",
            ),
            Mistake(
                lambda results: results[0] == list(CURVES) and results[5] == ["weibull", "logistic"],
                "when was *half* reached, that says. When were `percent` percent?",
            ),
            Mistake(
                lambda results: results[0] == list(CURVES) and results[1] == list(CURVES),
                "that asks whether it *can* have been by then: the early end of the range. For sure is another end.",
            ),
            Mistake(
                lambda results: results[0] == list(CURVES) and results[1] == ["weibull", "exponential"],
                "that goes by the best guess alone. For the logistic curve it may have been as late as day 174.",
            ),
            Mistake(
                lambda results: results[0] == ["exponential", "logistic"],
                "by these two curves the day lies within the range, and so it is open. Which are past it for sure?",
            ),
            Mistake(
                lambda results: set(results[2]) == set(CURVES) and list(results[2]) != list(CURVES),
                "the right curves in another order: that of `models`.",
            ),
            Mistake(
                lambda results: results[0] == results[1] == results[2] == ["weibull"],
                "for day 150 and for day 200 the same came back: go by the `day` that is given, and by no fixed one.",
            ),
            Mistake(
                lambda results: results[0] == ["weibull"] and results[2] == ["weibull"],
                "it gives up too soon: is `return` within the loop, or one curve tried alone?",
            ),
            Mistake(
                lambda results: results[0] == ["weibull"] and results[1] != [],
                "where no curve is sure, the list is empty.",
            ),
            Mistake(
                lambda results: results[3] == ["weibull", "logistic"] and results[4] == ["weibull"],
                "fit the points that the function is given, not all those of iOS 11 each time.",
            ),
        ),
        otherwise="print the three ranges of these points. Which of them end on that day or before?",
        minutes=5.0,
        track="code",
    ),
    Question(
        id="store-7",
        ask="The model says that the audience falls, and the rows say that it grew in the end: what follows?",
        answer=ChoiceAnswer(
            {
                "a": "the ban and the stores had no effect: whoever wanted the messenger had it all the time",
                "b": "the rows are wrong: who cannot install an app cannot be counted as one who opens it",
                "c": "the model leaves out who came, and why; how many would have come without the ban stays open",
                "d": "the ban made the messenger grow, since it made the name known: without it, fewer would have come",
            },
            "c",
        ),
        why="A fall of 22 percent by June and a rise of 18 by February, and no rate of loss gives both. No effect, and "
        "growth *by* the ban, would each need the same thing: a Russia without the ban to compare with.",
        hints=(
            "What does a model of loss know of people who begin to use an app?",
            "For which of the four would one need to know what had happened without the ban?",
            "That something grew does not tell why, nor how much more it might have grown.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "from April to June it fell by 22 percent. And with what do you compare the rise?",
            ),
            Mistake(
                lambda letter: letter == "b",
                "as far as is known the app was never delisted in 2018. Why should a count bow to a model?",
            ),
            Mistake(
                lambda letter: letter == "d",
                "that may be so. But it grew before the ban too: what shows that it grew *because* of it?",
            ),
        ),
        otherwise="ask of each sentence what one would have to know to say it.",
        minutes=2.0,
        track="law",
        core=False,
    ),
)
