"""How a question in code tells a fault: by the first case that fails, which is the one that a learner is shown.

A sign looks at what came back there, what should have, and what was given: lists and tuples as they came, sets as
frozensets, a call that raised as Failed. It may stumble over what it does not expect: then it is not the sign.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from chokepoints.classroom.functions import Case
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.plain import LAZY
from chokepoints.classroom.questions import Mistake
from chokepoints.classroom.results import PRINTED, Strange, same

Sign = Callable[[Any, Any, tuple[Any, ...]], bool]
#: A case's label, "" for any; the sign, or a list of the results that are one; the hint.
Fault = tuple[str, Sign | list[Any], str]


def first_wrong(results: Sequence[Any], cases: Sequence[Case], within: float = 0.0) -> int | None:
    """The place of the first case that fails, where numbers may be `within` so much; None where none does."""
    pairs = enumerate(zip(results, cases, strict=True))
    return next((place for place, (came, (_, wanted, _)) in pairs if not same(came, wanted, 0, within)), None)


def faults(cases: Sequence[Case], *table: Fault, within: float = 0.0) -> tuple[Mistake, ...]:
    """Mistakes that look at the first case that fails, and at nothing behind it; numbers may be `within` so much."""

    def made(label: str, sign: Sign | list[Any]) -> Callable[[Any], bool]:
        def look(results: Sequence[Any]) -> bool:
            place = first_wrong(results, cases, within)
            if place is None:
                return False
            came, (given, wanted, words) = results[place], cases[place]
            return label in ("", words) and (sign(came, wanted, given) if callable(sign) else came in sign)

        return look

    return tuple(Mistake(made(label, sign), hint) for label, sign, hint in table)


def broken(back: str) -> tuple[Fault, ...]:
    """What is said of a function that stops, never ends or returns nothing; `back` says what to return."""
    return (
        ("", stopped(NameError), "a name in it is misspelt, or gets a value only later or elsewhere."),
        (
            "",
            stopped(),
            "make that call in a cell of your own: Python shows the line (the square button ends a loop without end).",
        ),
        ("", [None, PRINTED], "let its last line be `return` with the result, outside `if` and loop."),
        ("", lambda came, *_: type(came) is Strange and came.name in LAZY, f"use no `yield`, and {back}"),
    )


def stopped(*kinds: type[BaseException]) -> Sign:
    """The sign of a function that stopped with an error of one of these kinds; of any, where none is named."""
    return lambda came, *_: type(came) is Failed and (not kinds or issubclass(came.error, kinds))


def is_a(*kinds: type) -> Sign:
    """The sign of a function that gave back one of these types."""
    return lambda came, *_: any(type(came) is kind for kind in kinds)


def numbers_as_text(came: Any, *_: Any) -> bool:
    """The sign of a number in quotes, alone or within what came back: in a list, a pair, the values of a dictionary."""
    if type(came) is str:
        return any(letter.isdigit() for letter in came)
    inner = came.values() if type(came) is dict else came if type(came) in (list, tuple, frozenset) else ()
    return any(map(numbers_as_text, inner))


def no_json(came: Any, *_: Any) -> bool:
    """The sign of bytes that are no JSON."""
    try:
        return type(came) is bytes and json.loads(came) is None
    except ValueError:
        return True
