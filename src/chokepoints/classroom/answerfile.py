"""What an answers file holds: JSON with a schema, small, plain; and why another file is none.

Never evaluated, never unpickled. Words in it are words: whatever shows them shows them as text.
"""

import inspect
import json
import math
import re
from collections.abc import Iterable
from datetime import date
from types import FunctionType
from typing import Any

from chokepoints.classroom.plain import is_one_of, pairs_of, plain, type_name

#: The largest answers file that is read or written, in bytes.
MOST_BYTES = 256 * 1024
#: The longest answer that is kept, in characters of its JSON.
MOST_CHARACTERS = 4_000
#: The most values that one answer may have, the deepest that they may lie, and the largest whole number.
MOST_VALUES, DEEPEST, LARGEST = 1_000, 6, 10**60
#: What the id of a question or a prediction looks like.
ID = re.compile(r"[\w.:-]{1,80}")

Content = dict[str, Any]


class NoAnswers(Exception):
    """A file is no answers file; the message says why, and begins in the middle of a sentence."""


def empty() -> Content:
    """A new file's content."""
    return {"schema": 1, "answers": {}, "predictions": {}}


def as_json(value: object) -> Any:
    """An answer as JSON keeps it: numbers, words, lists and dictionaries as they are, a function as its text.

    All else is kept as the name of its type. Never calls a method of the learner's object.
    """
    try:
        kept = _plain(value, 0, [MOST_VALUES])
        text = json.dumps(kept, allow_nan=False)
    except (ValueError, RecursionError, OverflowError):
        return "<cannot be kept>"
    return kept if len(text) <= MOST_CHARACTERS else "<too long to keep>"


def _plain(value: Any, depth: int, left: list[int]) -> Any:
    left[0] -= 1
    if left[0] < 0 or depth > DEEPEST:
        raise ValueError("too much, or too deep")
    kind = type(value)
    if kind is FunctionType:
        return _source(value)
    if is_one_of(kind, (list, tuple)):
        return [_plain(item, depth + 1, left) for item in value]
    if is_one_of(kind, (set, frozenset)):
        return sorted((_plain(item, depth + 1, left) for item in value), key=json.dumps)
    pairs = pairs_of(value) if kind is dict else None
    if pairs is not None:
        return {_key(key): _plain(item, depth + 1, left) for key, item in pairs}
    one = plain(value)
    if one is None or is_one_of(type(one), (bool, float)):
        return one
    if type(one) is str:
        return one[: MOST_CHARACTERS + 1].encode("utf-8", "backslashreplace").decode()
    if type(one) is date:
        return one.isoformat()
    if type(one) is int and abs(one) <= LARGEST:
        return one
    return f"<{type_name(one)}>"


def _key(key: object) -> str:
    one = plain(key)
    return str(_plain(one, 0, [1])) if is_one_of(type(one), (str, int, float, bool, date)) else f"<{type_name(one)}>"


def _source(function: FunctionType) -> str:
    """The text of a function, where Python still has it. From its code, which no attribute disguises."""
    try:
        return inspect.getsource(function.__code__)[: MOST_CHARACTERS + 1]
    except (OSError, TypeError, SyntaxError, IndexError):
        return "<function>"


def parse(data: bytes) -> Content:
    """The content of an answers file. Raises NoAnswers with the reason for any other bytes."""
    if len(data) > MOST_BYTES:
        raise NoAnswers(too_large(len(data)))
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise NoAnswers("is not whole JSON: it may be cut off, or another kind of file") from None
    if type(content) is not dict or "schema" not in content:
        raise NoAnswers('is JSON, but not of the kit: an answers file begins with "schema", "answers", "predictions"')
    if content["schema"] != 1 or type(content["schema"]) is not int:
        raise NoAnswers("is of another version of the kit: this one reads schema 1")
    if not all(type(content.get(kind)) is dict for kind in ("answers", "predictions")):
        raise NoAnswers('lacks "answers" or "predictions", each a list of ids with what was answered')
    for kind in ("answers", "predictions"):
        _test_ids(content[kind])
        for id, value in content[kind].items():
            _test_value(id, value)
    return {"schema": 1, "answers": content["answers"], "predictions": content["predictions"]}


def too_large(size: int) -> str:
    """The reason against a file of so many bytes."""
    return f"has {math.ceil(size / 1024):,} kB, and an answers file at most {MOST_BYTES // 1024}"


def _refuse(_name: str) -> None:
    raise ValueError("NaN and Infinity are no JSON")


def _test_ids(ids: Iterable[str]) -> None:
    if not all(ID.fullmatch(id) for id in ids):
        raise NoAnswers("names a question in a way the kit never does; an id looks like evidence-1")


def _test_value(id: str, value: Any) -> None:
    """Refuse what `as_json` would never have written."""
    left, rows = MOST_VALUES, [(value, 0)]
    while rows:
        one, depth = rows.pop()
        left -= 1
        if left < 0 or depth > DEEPEST:
            raise NoAnswers(f"holds more, or deeper lists, under {id} than an answer has")
        if isinstance(one, list):
            rows += [(item, depth + 1) for item in one]
        elif isinstance(one, dict):
            rows += [(item, depth + 1) for item in one.values()]
        elif (isinstance(one, int) and abs(one) > LARGEST) or (isinstance(one, float) and not math.isfinite(one)):
            raise NoAnswers(f"holds a number under {id} that is too large")
    try:
        if len(json.dumps(value, ensure_ascii=False).encode()) > 4 * MOST_CHARACTERS:
            raise NoAnswers(f"holds more under {id} than an answer has")
    except UnicodeEncodeError:
        raise NoAnswers(f"holds broken letters under {id}") from None


def as_text(content: Content) -> str:
    """The content as a file holds it: the same for the same content."""
    return json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True)
