"""Questions of lesson 05 on the installed base: what is left of it, and whom a lever reaches on its first day.

What is right is compared with the kit's own base and store, really run, by tests/store/test_questions_base.py.
"""

from chokepoints.classroom.kinds import NumberAnswer, SetAnswer
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.store.questions_course import COURSE
from chokepoints.store.questions_loss import LOSS

#: Question 1: new phones in a year, and of these the share to which a backup brings the app, both from 0 to 1.
REPLACED, RESTORED, YEARS = 0.4, 0.25, 2
#: The whole percentage that is left, and what it is if the rate is spread over the days.
LEFT, LEFT_BY_DAY = 49, 54.9
#: Question 3: in each row one person; the cells are lettered row by row, first delisted, then frozen.
CELLS = ("ab", "cd", "ef", "gh", "ij", "kl")
HIT = ("c", "d", "e", "j")


BASE = (
    Question(
        id="store-1",
        ask="What percentage of the hundred still has the app after two years?",
        answer=NumberAnswer(
            LEFT,
            "percent",
            units={"share": 100, "as a share": 100, "share of them": 100}
            | dict.fromkeys(("people", "persons", "of a hundred", "in a hundred", "out of a hundred", "of hundred"), 1)
            | dict.fromkeys(
                ("of them", "people of a hundred", "people of 100", "people out of 100", "of 100 people"), 1
            ),
            within=0.3,
        ),
        why="Half of them have lost it in just under two years: that is the half-life, on these two assumptions. "
        "Reckoned day by day, as the panel does, 55 are left: on each day only those can lose it who still have it.",
        hints=(
            "Of a hundred, how many lose it in the first year? Forty get a new phone, and not all of them lose it.",
            "Thirty are lost in the first year. The second year begins with those who are left.",
            "In one year 1 - 0.4 * (1 - 0.25) = 0.7 keep it; in the second year 0.7 of these.",
        ),
        mistakes=(
            Mistake(
                lambda number: abs(number - LEFT / 100) < 0.004,
                "that is the share. In percent it is a hundred times as much.",
            ),
            Mistake(
                lambda number: abs(number - 40) < 0.1,
                "that takes the loss of the first year off twice. In the second year there are fewer who can lose it.",
            ),
            Mistake(lambda number: abs(number - 70) < 0.1, "so many are left after *one* year."),
            Mistake(
                lambda number: abs(number - 30) < 0.1, "so many lose it in the first year. How many are left after two?"
            ),
            Mistake(lambda number: abs(number - 51) < 0.1, "so many have lost it. How many still have it?"),
            Mistake(
                lambda number: abs(number - 81) < 0.1 or abs(number - 90) < 0.1,
                "that takes those to whom the backup brings the app for those who lose it: a quarter *keeps* it.",
            ),
            Mistake(
                lambda number: min(abs(number - wrong) for wrong in (36, 60, 20)) < 0.1,
                "that forgets the backup: a quarter of those with a new phone has the app again.",
            ),
            Mistake(
                lambda number: abs(number - LEFT_BY_DAY) < 0.3 or number == 55,
                "that spreads the loss over the days. Reckon in whole years here, as the question says.",
            ),
            Mistake(lambda number: abs(number - 34.3) < 0.3, "that is after three years."),
            Mistake(lambda number: not 0 <= number <= 100, "a percentage from 0 to 100 is wanted."),
        ),
        otherwise="take a hundred people: how many lose the app in the first year, and how many of the rest in the "
        "second?",
        minutes=3.0,
        track="law",
    ),
    Question(
        id="store-3",
        ask="In which of the twelve cells does the person not get on the first day what they want?",
        answer=SetAnswer(HIT, "a list of letters, such as ['a', 'g'],", by_truth=True),
        why="A delisting ends at the border of one storefront and passes by those who have the app, as long as they "
        "need no new version. A freeze has no border, and passes by those who have none yet. Neither takes the app off "
        "a phone, and neither reaches a copy from the developer's page.",
        hints=(
            "Ask of each person: do they need anything from the store today, and from which country's shelf?",
            "Delisted: nothing to install and no update, but on one shelf only. Frozen: the old version stays on every "
            "shelf, the new one comes onto none.",
            "The first row has no such cell: who only goes on writing needs nothing from a store.",
        ),
        mistakes=(
            Mistake(
                lambda found: not all(letter.isascii() for letter in found),
                "a letter here is not Latin, though it may look the same: write Latin letters.",
            ),
            Mistake(
                lambda found: bool({"a", "b"} & found),
                "a, b: neither lever takes an app off a phone. Does Anna need anything from the store today?",
            ),
            Mistake(
                lambda found: bool({"f", "h"} & found),
                "f, h: a frozen store still has the last version on its shelf. Can one who has none install that?",
            ),
            Mistake(
                lambda found: bool({"g", "i"} & found),
                "g, i: the app was delisted in one storefront. Which shelf does a German account see?",
            ),
            Mistake(
                lambda found: bool({"k", "l"} & found),
                "k, l: does Timur's new version pass through a store?",
            ),
            Mistake(
                lambda found: found == {"c", "d", "e"},
                "right, and one more. Where does a freeze end: at a border?",
            ),
            Mistake(
                lambda found: found == {"d", "e", "j"},
                "right, and one more. From where would an update come to one whose store has delisted the app?",
            ),
            Mistake(
                lambda found: found == {"c", "e", "j"},
                "right, and one more. The freeze holds in every country, in that of the delisting too.",
            ),
            Mistake(
                lambda found: found == {"c", "d", "j"},
                "right, and one more. Whom does a delisting hit who has never had the app?",
            ),
        ),
        otherwise="go through it row by row: what does this person need today, and does the lever stand in the way?",
        minutes=3.0,
        track="law",
    ),
    *LOSS,
    COURSE,
)
