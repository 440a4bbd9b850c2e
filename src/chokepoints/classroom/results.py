"""What a learner's function gave back, as plain built-ins: whether it is what was wanted, and how to say it."""

import reprlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import CoroutineType
from typing import Any

from chokepoints.classroom.limit import Failed, TooLong
from chokepoints.classroom.numeric import close
from chokepoints.classroom.plain import (
    LAZY,
    MOST_LETTERS,
    NUMBERS,
    Unreadable,
    a_kind,
    is_one_of,
    items_of,
    pairs_of,
    scalar,
    tidy,
    type_name,
)
from chokepoints.errors import KitError

_DEEPEST = 12


@dataclass(frozen=True)
class Strange:
    """Something that is no plain value; equal to nothing that a question wants."""

    name: str
    words: str

    def __repr__(self) -> str:
        """As it stands within a list that is shown."""
        return f"<{self.words}>"


#: In the place of None, where a function printed something before.
PRINTED = Strange("None", "nothing, though it printed something")


def settled(value: Any, depth: int = 0) -> Any:
    """A result as exact built-ins, all through: numbers, texts, bytes, dates, lists, tuples, sets, dictionaries."""
    one = scalar(value)
    if one is None or is_one_of(type(one), (bool, int, float, str, date)):
        return one
    if is_one_of(type(one), (Decimal, Fraction)):
        return float(one)
    if type(one) is bytes:
        return one if len(one) <= MOST_LETTERS else Strange("bytes", "too many bytes")
    if type(one) is CoroutineType:
        one.close()  # it has not begun; left open it would complain on stderr that nobody awaited it
    try:
        pairs, items = pairs_of(one), items_of(one, ordered=False)
    except Unreadable:
        return Strange(type_name(one), f"{a_kind(one)} of too many items")
    if depth < _DEEPEST and pairs is not None:
        # A key that is a strange object is told by its type alone: its own hash and equality are never asked for.
        return {_hashable(settled(key, depth + 1)): settled(item, depth + 1) for key, item in pairs}
    if depth < _DEEPEST and items is not None:
        inner = [settled(item, depth + 1) for item in items]
        if issubclass(type(one), tuple):
            return tuple(inner)
        return frozenset(map(_hashable, inner)) if issubclass(type(one), (set, frozenset)) else inner
    return Strange(type_name(one), a_kind(one))


def _hashable(value: Any) -> Any:
    if type(value) is tuple:
        return tuple(map(_hashable, value))
    return value if not is_one_of(type(value), (list, dict)) else Strange(type_name(value), a_kind(value))


def same(given: Any, wanted: Any, tolerance: float, within: float) -> bool:
    """Whether a settled result is the wanted one: lists and tuples are alike, numbers within their tolerance."""
    if is_one_of(type(wanted), NUMBERS):
        return is_one_of(type(given), NUMBERS) and _close(given, wanted, tolerance, within)
    if is_one_of(type(wanted), (list, tuple)):
        if not is_one_of(type(given), (list, tuple)) or len(given) != len(wanted):
            return False
        return all(same(one, other, tolerance, within) for one, other in zip(given, wanted, strict=True))
    if type(wanted) is dict:
        if type(given) is not dict or set(given) != set(wanted):
            return False
        return all(same(given[key], wanted[key], tolerance, within) for key in wanted)
    if is_one_of(type(wanted), (set, frozenset)):
        return type(given) is frozenset and given == frozenset(wanted)
    return type(given) is type(wanted) and bool(given == wanted)


def _close(given: Any, wanted: Any, tolerance: float, within: float) -> bool:
    if type(given) is int and type(wanted) is int and not tolerance and not within:
        return given == wanted
    try:
        return close(float(given), float(wanted), tolerance, within)
    except OverflowError:
        return False


class _Short(reprlib.Repr):
    """Short forms; of bytes how many they are and how they begin: 31 look like 32."""

    def repr_bytes(self, value: bytes, level: int) -> str:
        """All of a few, the first eight in hexadecimal of many."""
        return repr(value) if len(value) <= 8 else f"<{len(value)} bytes, {value[:8].hex()}...>"


_short = _Short()
_short.maxlist = _short.maxtuple = _short.maxset = _short.maxfrozenset = _short.maxdict = 4
_short.maxstring = _short.maxother = _short.maxlong = 40


#: For what a function was given: as much as a learner can try out by hand.
_whole = _Short()
_whole.maxlist = _whole.maxtuple = _whole.maxset = _whole.maxfrozenset = _whole.maxdict = 12
_whole.maxstring = _whole.maxother = _whole.maxlong = 40


def shown_whole(value: Any) -> str:
    """A settled value in full where that is at most 240 letters, so that it can be copied; else as `shown`."""
    try:
        full = _whole.repr(set(value) if type(value) is frozenset else value)
    except ValueError:
        return shown(value)
    return tidy(full, 240) if len(full) <= 240 and "..." not in full else shown(value)


def shown(value: Any) -> str:
    """A settled value in a message: short, and the same on every run."""
    try:
        return tidy(_short.repr(set(value) if type(value) is frozenset else value), 90)
    except ValueError:  # Python writes no whole number of more than 4,300 digits
        return "a very large number"


def came_back(result: Any) -> str:
    """What a call came to, as it stands behind the call: "returned 3."."""
    if type(result) is Failed:
        if result.error is TooLong:
            return "did not come to an end in time: does its loop ever stop?"
        named = tidy(type.__dict__["__name__"].__get__(result.error), 40)
        said = tidy(result.message, 200 if result.error is KitError else 90).rstrip(".?")
        return f"stopped with {named}{': ' if said else ''}{said}."
    if result is None:
        return "returned nothing: does it end with `return`?"
    if result == PRINTED:
        return "printed something and returned nothing: end it with `return`, not with `print`."
    if type(result) is Strange:
        if result.name == "generator":
            return "returned a generator, which has no items yet: write `return` for `yield`, or return list(...)."
        if result.name in LAZY:
            return f"returned a {result.name}, which has no items yet: return list(...) of it."
        if result.name == "coroutine":
            return "returned a coroutine: begin it with `def`, not with `async def`."
        return f"returned {result.words}, which is none of the plain values that are wanted."
    return f"returned {shown(result)}."
