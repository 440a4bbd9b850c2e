"""Numbers as people write them: with their unit, in groups of three, with a comma or a point, in millions."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from chokepoints.classroom.plain import NUMBERS, Kind, Unreadable, a_kind, is_one_of, items_of, plain, tidy

_SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6}
_SCALES |= {"millions": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
#: Seconds in each unit of time, for an answer that is the difference of two dates.
_TIMES = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800}
_PERCENT = ("percent", "per cent", "%", "pct", "in 100", "of 100", "out of 100", "of the hundred", "out of the hundred")
#: What people write before a number that is the answer: "= 49", "it is about 49", "x = 49", "the answer: some 49".
_LEAD = re.compile(
    r"\s*(?:(?:[~≈:]|(?:[a-z]\w*\s*)?=+)|(?:i think|it is|it's|that is|that's|is|are|by|about|around|roughly"
    r"|nearly|almost|approximately|approx\.?|circa|ca\.?|c\.|some"
    r"|(?:the |my )?(?:answer|result|number)(?:\s+is)?)(?=[\s:]))\s*",
    re.IGNORECASE,
)
#: What may stand behind it: "49 or so", "49, roughly".
_TRAIL = re.compile(r"[\s,]+(?:or so|roughly|approximately|about|approx\.?|circa)\W*$", re.IGNORECASE)
#: What leaves open which number is meant.
_BOUND = re.compile(
    r"[<>≤≥]|(?:(?:no )?(?:more|less|fewer|greater|larger|smaller|higher|lower) than|at (?:least|most)|up to|over|under"
    r"|above|below|not|maybe|between|from)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"([^\d+\-.,]*)([+-]?\s*(?:\d[\d\s,.'_]*|[.,]\d+)(?:e[+-]?\d+)?)(.*)", re.IGNORECASE | re.DOTALL)
#: Groups of three, all parted by the same sign, with a fraction behind another sign: 655,360 or 1.234,5.
_GROUPS = re.compile(r"(\d{1,3})((?:([\s'_.,])\d{3})(?:\3\d{3})*)(?:(?!\3)[.,](\d+))?")
_MOST = 200
_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORDS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IN_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]?(?:{'|'.join(_WORDS[1:10])}))?|{'|'.join(reversed(_WORDS))})"
#: A number up to ninety-nine in words at the start, "four times" and "fourfold" too.
_WORD = re.compile(rf"^{_IN_WORDS}(?=\W|fold|$)", re.IGNORECASE)
_MINUS = re.compile(rf"minus\s+(?=[\d.,]|{_IN_WORDS}\b)", re.IGNORECASE)
_NUMBER_WORD = re.compile(rf"\b(?:{_IN_WORDS}|hundred|thousand|dozen)\b", re.IGNORECASE)


@dataclass(frozen=True)
class NumberAnswer(Kind):
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
            return self._in_unit(*number_and_unit(given, self._example()))
        pair = items_of(given, ordered=True) if type(given) is tuple else None
        if pair is not None and len(pair) == 2 and all(type(one) is int for one in pair):
            raise Unreadable(
                f"({pair[0]}, {pair[1]}) are two numbers to Python: write {pair[0]}.{abs(pair[1])}, with a point."
            )
        if type(given) is timedelta and _unit_key(self.unit) in _TIMES:
            return given.total_seconds() / _TIMES[_unit_key(self.unit)]
        if not is_one_of(type(given), NUMBERS):
            raise Unreadable(
                f"a number in {self.unit} is wanted here, not {a_kind(given)}. Write it like {self._example()}."
            )
        return finite(given)

    def right(self, value: float) -> bool:
        """Whether the number is close enough."""
        return close(value, self.value, self.tolerance, self.within)

    def _in_unit(self, number: float, unit: str) -> float:
        known = dict.fromkeys(_PERCENT, 1.0) if _unit_key(self.unit) in _PERCENT else {}
        known |= {_unit_key(name): factor for name, factor in ({"": 1.0, self.unit: 1.0} | dict(self.units)).items()}
        first, _, rest = unit.partition(" ")
        if unit not in known and first in _SCALES:
            number, unit = number * _SCALES[first], rest
        if _unit_key(unit) not in known and re.search(r"(?<!\w)\d", unit):
            other = f"and {tidy(unit, 30)!r} holds another"
            raise Unreadable(f"one number is wanted here, {other}. Write it like {self._example()}.")
        if len(unit.split()) > 4:
            raise Unreadable(f"a number alone is wanted here, in {self.unit}. Write it like {self._example()}.")
        if _unit_key(unit) not in known:
            if _NUMBER_WORD.search(unit):
                raise Unreadable(f"one number in digits is wanted here, like {self._example()}.")
            raise Unreadable(
                f"the unit {tidy(unit, 30)!r} was not expected. Write it in {self.unit}, like {self._example()}."
            )
        return finite(number * known[_unit_key(unit)])

    def _example(self) -> str:
        return f"12.5 or '12.5 {self.unit}'"


def close(value: float, wanted: float, tolerance: float = 0.0, within: float = 0.0) -> bool:
    """Whether two numbers agree within a share of the second or an amount; never finer than floats are."""
    return abs(value - wanted) <= max(abs(wanted) * max(tolerance, 1e-9), within * (1 + 1e-9))


def number_and_unit(text: str, example: str = "12.5") -> tuple[float, str]:
    """The number in a text, and the words around it in lower case. Raises Unreadable where there is not just one."""
    short = re.sub(r"[−‐‑]", "-", text[:_MOST].strip())
    for _ in range(3):  # "it is about 49"
        short = _LEAD.sub("", short, count=1) if _LEAD.match(short) else short
    short = _TRAIL.sub("", short.rstrip("?! "))
    sign = _MINUS.match(short)
    short = _WORD.sub(lambda words: str(_from_words(words[0])), short[sign.end() :] if sign else short)
    short = f"-{short}" if sign else short
    if _BOUND.match(short) and (re.search(r"\d", short) or _NUMBER_WORD.search(short)):
        raise Unreadable(f"{tidy(text, 40)!r} leaves the number open: write one number alone, like {example}.")
    found = _NUMBER.fullmatch(short)
    if not found or len(text) > _MOST:
        digits = " in digits," if _NUMBER_WORD.search(short) else ""
        raise Unreadable(f"no number was found in {tidy(text, 40)!r}. Write it{digits} like {example}.")
    before, number, after = found[1].strip(), found[2], found[3].strip()
    if re.match(rf"(?:to|or|and|-|–|\.\.+)\s*(?:\d|{_IN_WORDS}\b)", after, re.IGNORECASE):
        raise Unreadable(f"one number is wanted here, and {tidy(text, 40)!r} holds two. Write it like {example}.")
    if re.match(r"[*^+×]|/\s*[\d(.]", after):
        raise Unreadable(f"a sum in quotes is not worked out: take the quotes of {tidy(text, 40)!r} away.")
    return read_digits(number), _spaced(f"{before} {after}")


def _from_words(text: str) -> int:
    """49 for "forty-nine"."""
    parts = re.findall(r"|".join((*_TENS, *reversed(_WORDS))), text.lower())
    return sum(10 * (_TENS.index(part) + 2) if part in _TENS else _WORDS.index(part) for part in parts)


def _spaced(unit: str) -> str:
    return " ".join(unit.casefold().replace(".", " ").split())


def _unit_key(unit: str) -> str:
    """A unit in one spelling: small letters, no points, singular."""
    unit = re.sub(r"\bs\b", "second", _spaced(unit).replace("/", " per ")) if "/" in unit else unit
    unit = re.sub(r"(?:^|(?<=\w) )an? (?=\w)", " per ", _spaced(unit)).strip()
    if unit.endswith(("sses", "shes", "ches", "xes")):
        return unit[:-2]
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") and len(unit) > 3 else unit


def read_digits(text: str) -> float:
    """A number as people write it: 655,360 and 655 360, 0.44 and 0,44, 1e6."""
    bare, _, power = text.strip().lower().partition("e")
    bare = bare.strip().rstrip(",.'_ \t\n")
    sign, bare = ("-" if bare.startswith("-") else ""), bare.lstrip("+-").strip()
    groups = _GROUPS.fullmatch(bare)
    # One group after a point is a fraction, 1.234, unless another fraction follows; 0,440 is one after a comma too.
    if groups and groups[4] is None and len(groups[2]) == 4 and (groups[3] == "." or groups[1] == "0"):
        groups = None
    if groups:
        bare = groups[1] + re.sub(r"\D", "", groups[2]) + (f".{groups[4]}" if groups[4] else "")
    elif re.fullmatch(r"\d*[.,]\d+|\d+", bare):
        bare = bare.replace(",", ".")
    else:
        raise Unreadable(f"{tidy(text.strip(), 40)!r} cannot be read as one number.")
    return float(sign + bare + (f"e{power}" if power else ""))


def finite(value: Any) -> float:
    """A number of any kind as a float. Raises Unreadable where it is none, or endless."""
    try:
        number = float(value)
    except (OverflowError, ValueError):  # too large; a signalling NaN
        number = math.inf
    if not math.isfinite(number):
        raise Unreadable("the number is not finite. Write an ordinary number.")
    return number
