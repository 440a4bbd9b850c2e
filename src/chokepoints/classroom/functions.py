"""Answers that are a function: it is run on cases, under a limit, and only its plain results are looked at."""

import io
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from chokepoints.classroom.limit import Failed, TooLong, limited
from chokepoints.classroom.plain import Kind, Unreadable, a_kind
from chokepoints.classroom.results import PRINTED, came_back, same, settled, shown_whole
from chokepoints.errors import KitError

#: The arguments, what should come back, and the words for them in a message: "on two ranges that overlap".
Case = tuple[tuple[Any, ...], Any, str]


class Sink(io.StringIO):
    """Takes what a function prints, keeps none of it, and knows whether there was any."""

    def __init__(self) -> None:
        super().__init__()
        self.used = False

    def write(self, text: str) -> int:
        """Take it, and say that all of it was taken."""
        self.used = self.used or bool(text)
        return len(text)


@dataclass(frozen=True)
class FunctionAnswer(Kind):
    """A function, right where it gives on every case what it should. Each call gets copies of the case's arguments.

    `signature` is "union_size(prefixes)"; `cases` are run in order, up to the first that does not end in time. What
    `read` gives, and a mistake's `made` looks at, is the tuple of the plain results: sets as frozensets, None where
    nothing came back, PRINTED where something was printed instead, Failed where a call raised.
    """

    signature: str
    cases: tuple[Case, ...]
    #: What is wanted, for a learner who gave something else: "a function of a list of prefixes".
    wanted: str
    tolerance: float = 0.0
    within: float = 0.0

    seconds = 6.0
    always_tells = True
    runs_code = True

    def __post_init__(self) -> None:
        if not re.fullmatch(r"\w+\([\w, ]*\)", self.signature) or not self.cases:
            raise KitError(f"A FunctionAnswer needs cases, and a signature like 'size(prefixes)': {self.signature!r}.")
        if any(len(given) != len(self._parameters()) or wanted is None for given, wanted, _ in self.cases):
            raise KitError(f"Every case of {self.signature} needs as many arguments as it names, and a result.")

    def read(self, answer: Any) -> tuple[Any, ...]:
        """The results of all cases."""
        if not callable(answer):
            raise Unreadable(f"this is {a_kind(answer)}. Wanted is {self.wanted}.")
        if type(answer) is FunctionType and not _takes(answer, len(self._parameters())):
            count = len(self._parameters())
            raise Unreadable(
                f"the function should take {count} value{'' if count == 1 else 's'}: begin it with "
                f"`def {self.signature}:`."
            )
        results: list[Any] = []
        for arguments, _, _ in self.cases:
            results.append(_run(answer, arguments))
            if results[-1] == Failed(TooLong):
                break
        return (*results, *[Failed(TooLong)] * (len(self.cases) - len(results)))

    def right(self, value: tuple[Any, ...]) -> bool:
        """Whether every case gave what it should."""
        return all(self._passes(result, case) for result, case in zip(value, self.cases, strict=True))

    def wrong(self, value: tuple[Any, ...]) -> str:
        """The first case that fails, with its arguments and what came back; never what should have."""
        place = next(place for place, case in enumerate(self.cases) if not self._passes(value[place], case))
        arguments, _, label = self.cases[place]
        name = self.signature.partition("(")[0]
        given = ", ".join(shown_whole(settled(argument)) for argument in arguments)
        return f"{label}: {name}({given}) {came_back(value[place])}"

    def _passes(self, result: Any, case: Case) -> bool:
        return same(result, case[1], self.tolerance, self.within)

    def _parameters(self) -> list[str]:
        inner = self.signature.partition("(")[2].rstrip(")")
        return [name.strip() for name in inner.split(",") if name.strip()]


def _run(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """The plain result of one call on copies of the arguments, so that a function that changes them spoils no case."""
    sink, copies = Sink(), deepcopy(arguments)

    raw = limited(lambda: function(*copies), quiet=sink)
    # Apart from the call, which may have taken built-in names away; limited too, since it may take long.
    result = raw if type(raw) is Failed else limited(lambda: settled(raw), quiet=sink)
    return PRINTED if result is None and sink.used else result


def _takes(function: FunctionType, count: int) -> bool:
    """Whether a function can be called with so many values; read from its code, which no decorator disguises."""
    code = function.__code__
    needed = code.co_argcount - len(function.__defaults__ or ())
    named = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    varied = bool(code.co_flags & 0x04)  # *args
    return (
        needed <= count
        and (count <= code.co_argcount or varied)
        and all(name in (function.__kwdefaults__ or {}) for name in named)
    )
