"""Answers in words: exact ones in any spelling, dates in any form, one option among a few."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chokepoints.classroom.plain import MOST_LETTERS, Kind, Unreadable, a_kind, is_one_of, items_of, plain, tidy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = {"january", "february", "march", "april", "june", "july", "august", "sept", "september", "october"}
_NAMES |= {"november", "december"}
_MONTH = r"(?P<name>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(rf"(?:[a-z]+day,? )?{form}")
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:[t ]\d\d:\d\d.*)?",
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        rf"(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{{1,2}})/{_YEAR}",
        rf"(?P<month>\d{{1,2}})/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}",
    )
)


@dataclass(frozen=True)
class ExactAnswer(Kind):
    """Words, a whole number or a date, in any given spelling; letter case, spaces and end marks do not count."""

    accepted: tuple[str | int | date, ...]
    #: What is wanted, for a learner who wrote something else: "a date such as 2018-05-28".
    wanted: str

    def read(self, answer: object) -> str:
        """The answer in one spelling."""
        given = plain(answer)
        if type(given) is float and given.is_integer():
            given = int(given)
        if not is_one_of(type(given), (str, int, date)):
            raise Unreadable(f"{self.wanted} is wanted here, not {a_kind(given)}.")
        return spelling(given)

    def right(self, value: str) -> bool:
        """Whether it is one of the accepted spellings."""
        return value in {spelling(other) for other in self.accepted}


def spelling(value: str | int | date) -> str:
    """One spelling for all: lower case, single spaces, no quotes or end marks, dates as 2018-05-28."""
    if type(value) is date:
        return value.isoformat()
    if type(value) is int:
        return str(value) if abs(value) < 10**60 else "a very large number"
    text = str(value)[:MOST_LETTERS].casefold().replace("’", "'")
    text = " ".join(text.split()).strip("'\"“”„.!?;:, ")
    return _as_date(text) or text


def _as_date(text: str) -> str | None:
    """A full date in English or in digits as 2018-05-28; None for anything else, 05/04/2018 (which first?) included."""
    if len(text) > 40:
        return None
    for form in _FORMS:
        found = form.fullmatch(text)
        if not found:
            continue
        parts: dict[str, Any] = found.groupdict()
        name = parts.get("name")
        if name and name not in _NAMES and name not in _MONTHS:
            continue
        month = _MONTHS.index(name[:3]) + 1 if name else int(parts["month"])
        try:
            return date(int(parts["year"]), month, int(parts["day"])).isoformat()
        except ValueError:
            continue
    return None


#: What stands before a letter in a sentence: "answer b", "I think b", "only b", "the answers are b and d"; and behind.
LEAD = re.compile(
    r"^(?:(?:my |the )?(?:answer|option|letter|sentence)s?(?: is| are)?|i (?:think|say|guess|believe)|it is|it's"
    r"|only)[\s:]+(?=\S)",
    re.IGNORECASE,
)
TRAIL = re.compile(r"(?<=\S)[\s,(–—-]{1,5}i (?:think|say|guess|believe|suppose)\W{0,5}$", re.IGNORECASE)


def _bare(text: str) -> str:
    """Without the article that it begins with; an article alone is left, as it may be a letter."""
    return re.sub(r"^(?:an?|the) (?=\S)", "", text)


def _names(words: str) -> set[str]:
    """What an option of some words is called for short: all of them, or those before a colon, without article."""
    return {_bare(spelling(words)), _bare(spelling(words.partition(":")[0]))}


#: Words that name no option, though one may hold them.
_NO_NAME_WORDS = """
about all and any both each either every everything false less maybe more neither none not nothing one only or other
others right same some that them these they this those three true two what with without wrong yes
"""
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True)
class ChoiceAnswer(Kind):
    """One of a few lettered options; the letter or the option's own words."""

    options: Mapping[str, str]
    correct: str

    def read(self, answer: object) -> str:
        """The letter."""
        one = items_of(answer, ordered=False) if type(answer) in (set, frozenset) else None
        given = plain(one if one is not None and len(one) == 1 else answer)
        letters = ", ".join(self.options)
        if type(given) is not str:
            raise Unreadable(f"one of the letters {letters} is wanted here, in quotes, not {a_kind(given)}.")
        found = self._letter(spelling(given).strip("()[] "))
        if not found:
            raise Unreadable(
                f"{tidy(given, 40)!r} is none of the options. Write one of the letters {letters}, in quotes."
            )
        return found

    def right(self, value: str) -> bool:
        """Whether it is the right letter."""
        return value == self.correct

    def _letter(self, text: str) -> str | None:
        """The option that is meant: by its letter, by its words or part of them, or by its letter with words behind."""
        text = TRAIL.sub("", LEAD.sub("", text))
        counted = re.fullmatch(r"([a-l])[\W]+(?:the )?(\w+)(?: one)?", text)  # "c, the third"
        if counted and counted[2] in _ORDER and list(self.options)[_ORDER.index(counted[2]) :][:1] == [counted[1]]:
            return counted[1]
        placed = re.fullmatch(r"(?:the )?(\w+)(?: (?:one|option))?", text)
        if placed and placed[1] in _ORDER and _ORDER.index(placed[1]) < len(self.options):
            return list(self.options)[_ORDER.index(placed[1])]
        for letter, words in self.options.items():
            if text in (letter.casefold(), spelling(words)) or _bare(text) in _names(words):
                return letter
        first, _, rest = re.sub(r"[\s).:,;\]]+", " ", text).partition(" ")
        rest = re.sub(r"^[–—-]+ ", "", rest)  # "c - its words"
        for letter, words in self.options.items():
            # "b and c" or "a company" name no option, though they begin with a letter that is one.
            own = re.sub(r"[\s).:,;\]]+", " ", spelling(words)).split()
            if (
                first == letter.casefold()
                and rest not in self.options
                and (rest.split() == own[: len(rest.split())] or f" {rest} " in f" {' '.join(own)} ")
            ):
                return letter
        parts = [one for one in (text, _bare(text)) if len(one.split()) > 2]
        named = [letter for letter, words in self.options.items() if any(one in spelling(words) for one in parts)]
        named = named or self._by_short_name(_bare(text))
        return named[0] if len(named) == 1 else None

    def _by_short_name(self, text: str) -> list[str]:
        """The options in which a name of a word or two stands that says something by itself: "refuse", "the cloud"."""
        words = text.split()
        if not 1 <= len(words) <= 2 or set(words) & _NO_NAMES or not any(len(word) > 3 for word in words):
            return []
        named = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
        return [letter for letter, option in self.options.items() if named.search(spelling(option))]
