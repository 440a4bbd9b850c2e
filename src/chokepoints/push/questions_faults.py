"""How code questions of lesson 04 tell a fault: by the first case in which it shows, which is the one shown."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import PRINTED
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.plain import LAZY
from chokepoints.classroom.questions import Mistake
from chokepoints.classroom.results import Strange, same

#: A case's label, "" for any; what came back there, or whether that is it, by that and what was wanted; the hint.
Fault = tuple[str, list[Any] | Callable[[Any, Any], bool], str]


def faults(cases: Sequence[Case], *table: Fault) -> tuple[Mistake, ...]:
    """Mistakes that are told by the first case that fails, which is the one that the learner is shown."""

    def made(label: str, came: list[Any] | Callable[[Any, Any], bool]) -> Callable[[Any], bool]:
        def look(results: Sequence[Any]) -> bool:
            pairs = zip(results, cases, strict=True)
            result, case = next((result, case) for result, case in pairs if not same(result, case[1], 0, 0))
            return label in ("", case[2]) and (came(result, case[1]) if callable(came) else result in came)

        return look

    return tuple(Mistake(made(label, came), hint) for label, came, hint in table)


def broken(back: str) -> tuple[Fault, ...]:
    """What is said of a function that stops, never ends or returns nothing; `back` says what to return."""

    def name(came: Any, _: Any) -> bool:
        return type(came) is Failed and issubclass(came.error, NameError)

    return (
        ("", name, "a name in it is misspelt, or gets a value only later or elsewhere."),
        (
            "",
            lambda came, _: type(came) is Failed,
            "make that call in a cell of your own: Python shows the line (the square button ends a loop without end).",
        ),
        ("", [None, PRINTED], "let its last line be `return` with the result, outside `if` and loop."),
        ("", lambda came, _: type(came) is Strange and came.name in LAZY, f"use no `yield`, and {back}"),
    )


def no_json(came: Any, _: Any) -> bool:
    """Whether these are bytes that are no JSON."""
    try:
        return type(came) is bytes and json.loads(came) is None
    except ValueError:
        return True
