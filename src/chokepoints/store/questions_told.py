"""How code questions of lesson 05b tell a fault: by the first case that fails, which is the one that is shown."""

from collections.abc import Callable, Sequence
from typing import Any

from chokepoints.classroom.functions import Case
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Mistake
from chokepoints.classroom.results import same

#: A case's label, "" for any; the sign, by what came back, what should have, and the arguments; the hint.
Sign = tuple[str, Callable[[Any, Any, tuple[Any, ...]], bool], str]


def told(cases: Sequence[Case], *table: Sign, within: float = 0.0) -> tuple[Mistake, ...]:
    """Mistakes that look at the first case that fails, and at nothing behind it; numbers may be `within` so much."""

    def made(label: str, sign: Callable[[Any, Any, tuple[Any, ...]], bool]) -> Callable[[Any], bool]:
        def look(results: Sequence[Any]) -> bool:
            for came, (given, wanted, words) in zip(results, cases, strict=True):
                if not same(came, wanted, 0, within):
                    return label in ("", words) and sign(came, wanted, given)
            return False

        return look

    return tuple(Mistake(made(label, sign), hint) for label, sign, hint in table)


def stopped(*kinds: type[BaseException]) -> Callable[[Any, Any, tuple[Any, ...]], bool]:
    """The sign of a function that stopped with an error of one of these kinds; of any, where none is named."""
    return lambda came, _wanted, _given: type(came) is Failed and (not kinds or issubclass(came.error, kinds))


def numbers_as_text(came: Any, _wanted: Any, _given: tuple[Any, ...]) -> bool:
    """The sign of a number in quotes, alone or within what came back: in a list, a pair, the values of a dictionary."""
    if type(came) is str:
        return any(letter.isdigit() for letter in came)
    inner = came.values() if type(came) is dict else came if type(came) in (list, tuple, frozenset) else ()
    return any(numbers_as_text(one, _wanted, _given) for one in inner)


def is_a(*kinds: type) -> Callable[[Any, Any, tuple[Any, ...]], bool]:
    """The sign of a function that gave back one of these types."""
    return lambda came, _wanted, _given: any(type(came) is kind for kind in kinds)
