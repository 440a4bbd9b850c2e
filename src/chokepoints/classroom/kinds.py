"""Kinds of answer: how each reads what a learner wrote, and when it is right.

`read` turns any object into a plain value or raises Unreadable with a sentence. It takes exact built-in types (and
numpy's scalars) only, so that no method of a learner's own class decides about an answer.
"""

import math
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any


class Unreadable(Exception):
    """What was written is no answer of the kind that the question takes; the message says what would be."""


def plain(answer: object) -> Any:
    """The answer as an exact built-in: subclasses and numpy scalars are converted, whatever methods they define."""
    numpy = sys.modules.get("numpy")
    if numpy is not None and (
        isinstance(answer, numpy.generic) or (type(answer) is numpy.ndarray and answer.size == 1)  # type: ignore[attr-defined]
    ):
        answer = answer.item()  # type: ignore[attr-defined]
    kind = type(answer)
    if kind in (bool, int, float, str, date, Decimal, Fraction):
        return answer
    if issubclass(kind, str):
        return str.__str__(answer)
    if issubclass(kind, datetime):
        return datetime.date(answer)  # type: ignore[arg-type]
    if type(answer) in (tuple, list) and len(answer) == 1:  # type: ignore[arg-type]
        return plain(answer[0])  # type: ignore[index]
    if issubclass(kind, float):
        return float.__float__(answer)  # type: ignore[arg-type]
    if issubclass(kind, int):
        return int.__int__(answer)  # type: ignore[arg-type]
    return answer


def is_blank(answer: object) -> bool:
    """Whether nothing has been answered: `...`, None, or a text without a letter or digit."""
    return answer is ... or answer is None or (type(answer) is str and not re.search(r"\w", answer))


_SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9}
_ABOUT = re.compile(r"(~|≈|(about|around|roughly|nearly|almost|approximately|circa|ca\.?)\s)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"([+-]?\s*\d[\d\s,.'_]*(?:e[+-]?\d+)?)\s*(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class NumberAnswer:
    """A number, with or without its unit; right within `tolerance`, a share of the value, or `within`, in its unit."""

    value: float
    unit: str
    #: Other ways to write the unit, and by what a number so written is multiplied: {"%": 1, "share": 100}.
    units: Mapping[str, float] = field(default_factory=dict)
    tolerance: float = 0.0
    within: float = 0.0

    def read(self, answer: object) -> float:
        """The number in the question's unit."""
        given = plain(answer)
        if type(given) is str:
            return self._read_text(given)
        if type(given) not in (int, float, Decimal, Fraction):
            raise Unreadable(
                f"a number in {self.unit} is wanted here, not {_a_kind(given)}. Write it like {self._example()}."
            )
        return _finite(given)

    def right(self, value: float) -> bool:
        """Whether the number is close enough."""
        return abs(value - self.value) <= max(abs(self.value) * self.tolerance, self.within)

    def _read_text(self, text: str) -> float:
        found = _NUMBER.fullmatch(_ABOUT.sub("", text.strip()).replace("−", "-"))
        if not found:
            raise Unreadable(f"no number was found in {text[:40]!r}. Write it like {self._example()}.")
        number, words = _digits(found[1]), found[2].lower().replace(".", " ").split()
        if words and words[0] in _SCALES:
            number *= _SCALES[words.pop(0)]
        unit = " ".join(words)
        known = {"": 1.0, self.unit.lower(): 1.0} | {name.lower(): factor for name, factor in self.units.items()}
        if unit not in known:
            raise Unreadable(
                f"the unit {unit[:30]!r} was not expected. Write it in {self.unit}, like {self._example()}."
            )
        return _finite(number * known[unit])

    def _example(self) -> str:
        return f"12.5 or '12.5 {self.unit}'"


def _digits(text: str) -> float:
    """A number as people write it: 655,360 and 655 360, 0.44 and 0,44, 1e6."""
    text = re.sub(r"[\s'_]", "", text).rstrip(",.")
    if text.count(",") and text.count("."):
        decimal = max(text.rfind(","), text.rfind("."))
        text = re.sub(r"[,.]", "", text[:decimal]) + "." + text[decimal + 1 :]
    elif re.fullmatch(r"[+-]?[1-9]\d{0,2}([,.])\d{3}(\1\d{3})+|[+-]?[1-9]\d{0,2},\d{3}", text):
        text = re.sub(r"[,.]", "", text)  # groups of three: 655,360 or 18.900.000
    else:
        text = text.replace(",", ".")
    try:
        return float(text)
    except ValueError:
        raise Unreadable(f"{text[:40]!r} cannot be read as one number.") from None


def _finite(value: Any) -> float:
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise Unreadable("the number is not finite. Write an ordinary number.")
    return number


@dataclass(frozen=True)
class ExactAnswer:
    """Words, a whole number or a date, in any given spelling; letter case, spaces and end marks do not count."""

    accepted: tuple[str | int | date, ...]
    #: What is wanted, for a learner who wrote something else: "a date such as 2018-05-28".
    wanted: str

    def read(self, answer: object) -> str:
        """The answer in one spelling."""
        given = plain(answer)
        if type(given) is float and given.is_integer():
            given = int(given)
        if type(given) not in (str, int, date):
            raise Unreadable(f"{self.wanted} is wanted here, not {_a_kind(given)}.")
        return spelling(given)

    def right(self, value: str) -> bool:
        """Whether it is one of the accepted spellings."""
        return value in {spelling(other) for other in self.accepted}


def spelling(value: str | int | date) -> str:
    """One spelling for all: lower case, single spaces, no quotes or end marks, dates as 2018-05-28."""
    if type(value) is date:
        return value.isoformat()
    text = " ".join(str(value).casefold().replace("’", "'").split()).strip("'\"“”„.!?;:, ")
    for form in ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d.%m.%Y", "%d %b %Y", "%Y/%m/%d"):
        try:
            return datetime.strptime(re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", text), form).date().isoformat()
        except ValueError:
            continue
    return text


@dataclass(frozen=True)
class ChoiceAnswer:
    """One of a few lettered options; the letter or the option's own words."""

    options: Mapping[str, str]
    correct: str

    def read(self, answer: object) -> str:
        """The letter."""
        given = plain(answer)
        letters = ", ".join(self.options)
        if type(given) is not str:
            raise Unreadable(f"one of the letters {letters} is wanted here, in quotes, not {_a_kind(given)}.")
        text = spelling(given).strip("()[] ")
        by_words = {spelling(words): letter for letter, words in self.options.items()}
        by_letter = {letter.casefold(): letter for letter in self.options}
        found = by_letter.get(text) or by_words.get(text) or by_letter.get(re.split(r"[\s).:,]", text, maxsplit=1)[0])
        if not found:
            raise Unreadable(f"{given[:40]!r} is none of the options. Write one of the letters {letters}, in quotes.")
        return found

    def right(self, value: str) -> bool:
        """Whether it is the right letter."""
        return value == self.correct


Kind = NumberAnswer | ExactAnswer | ChoiceAnswer

_KINDS = {bool: "True or False", str: "a text", list: "a list", tuple: "several values", dict: "a dictionary"}


def _a_kind(value: object) -> str:
    return _KINDS.get(type(value)) or ("a number" if type(value) in (int, float) else f"a {type(value).__name__}")
