"""Questions of lesson 00: reading published figures.

What is right comes from the tables, so that a corrected row corrects the question.
"""

import re
from datetime import date
from typing import cast

from chokepoints.classroom.kinds import ChoiceAnswer, ExactAnswer, NumberAnswer
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.evidence.facts import fact, published
from chokepoints.evidence.rows import Figure
from chokepoints.evidence.wording import amount_words, day_words

#: All IPv4 addresses there are (RFC 791: 32 bits).
_IPV4 = 2**32


def _figure(slug: str) -> Figure:
    return cast(Figure, fact(slug))


def _amount(slug: str) -> str:
    return amount_words(_figure(slug)).removesuffix(" addresses")


def _last_total() -> Figure:
    """The last total of the register that the tables hold; also the smallest after the peak (a test says so)."""
    return max(published("addresses-blocked"), key=lambda figure: figure.date_to or date.min)


_LAST = _last_total()
_LAST_DAY = cast(date, _LAST.date_to)
#: Other ways to write that day that nobody should be refused for.
_AS_WRITTEN = (
    "on 14 May 2018",
    "the 14th of May 2018",
    "14th of May 2018",
    "14-05-2018",
    "14 May 18",
    "on May 14, 2018",
)
_SHARE = (_figure("ip-18-9m").high or 0) / _IPV4 * 100

START = (
    Question(
        id="evidence-1",
        ask="Why do sources give 2.5 million and 16 million blocked addresses for the same 17 April?",
        answer=ChoiceAnswer(
            {
                "a": "one of them is invented",
                "b": "the list changed during the day, and each counts another hour of it",
                "c": "one counts addresses, the other counts people",
                "d": "they count in different countries",
            },
            "b",
        ),
        why=f"one list, several hours: {_amount('ip-2-5m')} early that day, {_amount('ip-4-5m')} by noon, "
        f"{_amount('ip-peak-20m')} at its highest, then cut back to some {_amount('ip-16m')}.",
        hints=(
            "Move the day to 16 April, then to 17 April, and count the marks.",
            "Ask what can change between breakfast and evening of one day.",
            f"Early on 17 April: {_amount('ip-2-5m')}. By noon: {_amount('ip-4-5m')}. What does that look like?",
        ),
        mistakes=(
            Mistake(lambda letter: letter == "a", "both come from people who counted the public list, at some hour."),
            Mistake(lambda letter: letter == "c", "both count addresses: see the axis. What can change within a day?"),
            Mistake(lambda letter: letter == "d", "all these figures are about one list, the Russian register."),
        ),
        otherwise="look at the marks of 17 April again.",
        minutes=0.5,
        track="law",
    ),
    Question(
        id="evidence-2",
        ask="On which day after 18 April does the panel have its smallest total? Write the date in quotes.",
        answer=ExactAnswer((_LAST_DAY, *_AS_WRITTEN), "a date in quotes, such as '17 April 2018' or '2018-04-17',"),
        why=f"{amount_words(_LAST)} were left on {day_words(_LAST_DAY)}; some ranges had been released by then.",
        hints=(
            "Move the day slider to its right end, so that all marks are in sight.",
            "Read the last sentence under the picture when the slider stands at the end.",
            "It is the last mark on the right, and the reading names its day.",
        ),
        mistakes=(
            Mistake(
                lambda day: day in ("2018-04-17", "17 april"),
                "that day has small figures too, of its first hours. The question asks for later days.",
            ),
            Mistake(
                lambda day: day in ("2018-04-30", "30 april"),
                "30 April is low, with more than 14 million. Is there a lower one later?",
            ),
            Mistake(
                lambda day: bool(re.fullmatch(r"(\d{6,}|[\d.,]+ ?(million|m))( addresses)?", day)),
                "that is how many. A date is wanted, in quotes, such as '17 April 2018'.",
            ),
            Mistake(lambda day: day in ("2018-05-18", "2018-05-19"), "there the slider ends. Where is the last mark?"),
            Mistake(
                lambda day: day in ("14 may", "may 14", "14.05", "14.5", "05-14", "14", "2026-05-14"),
                "nearly: write the full date with its year, such as '17 April 2018'.",
            ),
        ),
        otherwise="move the slider to the right end, and look for the lowest mark after 18 April.",
        minutes=0.5,
        track="law",
    ),
    Question(
        id="evidence-3",
        ask="Which share of all 2**32 IPv4 addresses is 18.9 million, in percent?",
        answer=NumberAnswer(_SHARE, "percent", {"%": 1, "per cent": 1, "percent of ipv4": 1}, within=0.0051),
        why=f"{_figure('ip-18-9m').high:,} / {_IPV4:,} = {_SHARE:.2f} percent. A headline had "
        f"{_figure('ip-share-04').high}, another source {_figure('ip-share-004').high} for the first days.",
        hints=(
            "A share is the part divided by the whole; percent is a hundred times that.",
            "In Python, 2 to the power of 32 is written 2**32.",
            "share = 18_900_000 / 2**32 * 100",
        ),
        mistakes=(
            Mistake(lambda x: abs(x - 0.0044) < 0.0002, "that is a fraction. For percent, multiply by 100."),
            Mistake(lambda x: abs(x - 44) < 0.5, "a hundred times too much. Did you multiply by 100 twice?"),
            Mistake(lambda x: abs(x - 227.2) < 1 or abs(x - 22725) < 60, "the wrong way round: part through whole."),
            Mistake(lambda x: abs(x - 0.04) < 0.0041, "0.04 was published for the first days. Divide 18.9 million."),
            Mistake(lambda x: x > 1e5, "that looks like one of the two numbers. Divide the one by the other."),
            Mistake(lambda x: 0.39 <= x <= 0.425, "close to the published 0.4. Do the sum, to two decimals."),
            Mistake(lambda x: abs(x - 0.88) < 0.02, "twice too much: 2**32 addresses, not 2**31."),
        ),
        otherwise="divide 18.9 million by 2**32, then multiply by 100.",
        minutes=1.5,
        track="code",
    ),
)
