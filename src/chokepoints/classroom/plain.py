"""Read any object as plain built-ins, so that no method of a learner's own class decides about an answer.

Types are compared by identity, and base classes read what a subclass holds: `in`, `isinstance`, `len`, `iter` and `==`
would ask the object, or its metaclass.
"""

import re
import sys
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from dis import get_instructions
from fractions import Fraction
from itertools import islice
from types import CodeType, FunctionType
from typing import Any

#: The most items that an answer may have.
MOST_ITEMS = 1_000
#: The most letters that an answer may have.
MOST_LETTERS = 20_000

#: Types that give their items one by one; reading them would use them up, or never end.
LAZY = ("generator", "map", "filter", "zip", "reversed", "enumerate")
NUMBERS = (int, float, Decimal, Fraction)


class Unreadable(Exception):
    """What was written is no answer of the kind that the question takes; the message says what would be."""


class Kind:
    """A kind of answer. A subclass says how it is read and when it is right; the rest is for those that tell more."""

    #: Seconds that reading an answer may take.
    seconds = 2.0
    #: Whether `wrong` is said even where a mistake's hint follows.
    always_tells = False
    #: Whether reading runs the learner's own code.
    runs_code = False

    def read(self, answer: object) -> Any:
        """The answer as a plain value, whatever object it is. Raises Unreadable, with a sentence."""
        raise NotImplementedError

    def right(self, value: Any) -> bool:
        """Whether what was read is right."""
        raise NotImplementedError

    def wrong(self, value: Any) -> str:
        """What can be said of a wrong answer without giving the right one away; a sentence before the hint."""
        return ""

    def hint(self, value: Any) -> str:
        """The hint for a wrong answer that no mistake explains, where the question's own is not the best one."""
        return ""

    def why(self, value: Any) -> str:
        """What a right answer is shown beside the question's own words."""
        return ""


def is_one_of(kind: type, kinds: Iterable[type]) -> bool:
    """Whether a type is one of these, by identity."""
    return any(kind is other for other in kinds)


def type_name(value: object) -> str:
    """The name of an object's true type."""
    return tidy(type.__dict__["__name__"].__get__(type(value)), 40)


def tidy(text: str, most: int = 60) -> str:
    """A text that can stand in a message: printable, on one line, at most so long."""
    text = "".join(letter if letter.isprintable() else " " for letter in text[: 2 * most])
    return text if len(text) <= most else text[: most - 3] + "..."


def plain(answer: Any) -> Any:
    """One value as an exact built-in, as `scalar` gives it; a list or array of one is taken for its item."""
    numpy: Any = sys.modules.get("numpy")
    for _ in range(3):
        if is_one_of(type(answer), (tuple, list)) and len(answer) == 1:
            answer = answer[0]
        elif numpy is not None and type(answer) is numpy.ndarray and answer.size == 1:
            answer = answer.reshape(-1)[0]
    return scalar(answer)


def scalar(answer: Any) -> Any:
    """One value as an exact built-in: subclasses and numpy's scalars are converted.

    What cannot be converted comes back as it is.
    """
    answer = _without_numpy(answer)
    kind = type(answer)
    if is_one_of(kind, (bool, int, float, str, date, timedelta, Decimal, Fraction)):
        return answer
    if issubclass(kind, str):
        return str.__str__(answer)
    if issubclass(kind, datetime):
        return datetime.date(answer)
    if issubclass(kind, date):
        return date.fromordinal(date.toordinal(answer))
    if issubclass(kind, timedelta):
        return timedelta(seconds=timedelta.total_seconds(answer))
    if issubclass(kind, float):
        return float.__float__(answer)
    if issubclass(kind, int):
        return int.__int__(answer)
    if issubclass(kind, bytes):
        return bytes.__getitem__(answer, slice(None))
    if issubclass(kind, bytearray):
        return bytes(bytearray.__getitem__(answer, slice(None)))
    return answer


def _without_numpy(answer: Any) -> Any:
    """A numpy scalar as Python's own value; anything else as it is."""
    numpy: Any = sys.modules.get("numpy")
    if numpy is None:
        return answer
    if issubclass(type(answer), numpy.datetime64):
        return numpy.datetime64.astype(answer, "datetime64[D]").item()
    if issubclass(type(answer), numpy.longdouble):
        return float(answer)
    return numpy.generic.item(answer) if issubclass(type(answer), numpy.generic) else answer


def items_of(answer: object, *, ordered: bool) -> list[Any] | None:
    """The items of a collection, raw; None for what is none. With `ordered`, a set or a dictionary is none either."""
    items = _walk(answer, ordered)
    if items is None:
        return None
    found = list(islice(items, MOST_ITEMS + 1))
    if len(found) > MOST_ITEMS:
        raise Unreadable(f"more than {MOST_ITEMS:,} items are too many for this question.")
    return found


_VIEWS: tuple[type, ...] = (type({}.keys()), type({}.values()), type({}.items()))


def _walk(answer: Any, ordered: bool) -> Any:
    kind = type(answer)
    bases: tuple[Any, ...] = (list, tuple) if ordered else (list, tuple, set, frozenset, dict)
    for base in bases:
        if issubclass(kind, base):
            return base.__iter__(answer)
    if is_one_of(kind, (range, *_VIEWS)):
        return iter(answer)
    return iter(listed) if (listed := _listed(answer)) is not None else None


def _listed(answer: Any) -> list[Any] | None:
    """An array of numpy, or a column of pandas, as a list; None for anything else, and where neither is loaded."""
    numpy: Any = sys.modules.get("numpy")
    pandas: Any = sys.modules.get("pandas")
    kind = type(answer)
    columns = [getattr(pandas, name) for name in ("Series", "Index", "DatetimeIndex") if hasattr(pandas, name)]
    if (numpy is not None and kind is numpy.ndarray) or is_one_of(kind, columns):
        listed = answer.tolist()
        return listed if type(listed) is list else None
    return None


def pairs_of(answer: Any) -> list[tuple[Any, Any]] | None:
    """The entries of a dictionary, raw; None for what is none."""
    if not issubclass(type(answer), dict):
        return None
    found = list(islice(dict.items(answer), MOST_ITEMS + 1))
    if len(found) > MOST_ITEMS:
        raise Unreadable(f"more than {MOST_ITEMS:,} rows are too many for this question.")
    return found


def without_pandas(answer: Any) -> Any:
    """A data frame as a dictionary of its columns, a series as one by its index; anything else as it is."""
    pandas: Any = sys.modules.get("pandas")
    if pandas is None or not hasattr(pandas, "DataFrame"):
        return answer
    if type(answer) is pandas.Series:
        return answer.to_dict()
    if type(answer) is not pandas.DataFrame:
        return answer
    if type(answer.index) is not pandas.RangeIndex:
        answer = answer.reset_index()
    return answer.to_dict("list")


def is_blank(answer: Any) -> bool:
    """Whether nothing has been answered: `...` anywhere, None, a text without letter or digit, an empty function."""
    if answer is ... or answer is None:
        return True
    if type(answer) is str:
        return not re.search(r"\w", answer[:MOST_LETTERS])
    if type(answer) is FunctionType:
        return _does_nothing(answer.__code__) and not _returns(answer.__code__)
    inner: Iterable[Any] = ()
    if is_one_of(type(answer), (list, tuple)):
        inner = answer
    elif type(answer) is dict:
        inner = answer.values()
    return any(
        item is ... or (is_one_of(type(item), (list, tuple)) and any(one is ... for one in islice(item, 100)))
        for item in islice(inner, MOST_ITEMS)
    )


def _does_nothing(code: CodeType) -> bool:
    """Whether a function's body is `...`, `pass` or a docstring alone, as an exercise leaves it."""
    steps = [step for step in get_instructions(code) if step.opname not in ("RESUME", "NOP", "RETURN_VALUE")]
    return len(steps) == 1 and steps[0].opname.startswith(("LOAD_", "RETURN_")) and steps[0].argval in (None, ...)


def _returns(code: CodeType) -> bool:
    """Whether a body of one step is a written `return` of nothing, which gives the code of `pass`: told by its place.

    The place is that of `return`, of the whole `return None`, or of its `None`, farther right than a body begins.
    """
    step = next(step for step in get_instructions(code) if step.opname.startswith(("LOAD_", "RETURN_")))
    place = step.positions
    if step.argval is not None or place is None or place.col_offset is None or place.end_col_offset is None:
        return False
    width = place.end_col_offset - place.col_offset
    body = 4 * (1 + code.co_qualname.replace(".<locals>", "").count("."))
    return width in (6, 11) or (width == 4 and place.col_offset >= body + 4)


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "True or False"), (str, "a text"), (list, "a list"), (tuple, "several values"), (dict, "a dictionary"),
    (set, "a set"), (int, "a number"), (float, "a number"), (Decimal, "a number"), (date, "a date"),
    (bytes, "bytes"), (FunctionType, "a function"), (type(None), "None"), (type(...), "the three dots"),
)  # fmt: skip


def a_kind(value: object) -> str:
    """What an object is, in the words of a message."""
    name = type_name(value)
    article = "an" if name[:1] in "aeiouAEIOU" else "a"
    return next((words for kind, words in _KINDS if type(value) is kind), f"{article} {name}")
