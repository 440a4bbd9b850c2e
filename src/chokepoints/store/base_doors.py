"""What every public door of the installed base checks: a wrong kind is said at once, by the name of its field."""

from enum import Enum
from typing import Any, TypeVar

from chokepoints.errors import KitError
from chokepoints.store.base import Assumptions

Kind = TypeVar("Kind", bound=Enum)


def seed_of(seed: object) -> int:
    """The seed of a run, which must be one: without it no run could be repeated. Raises KitError."""
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise KitError(f"seed is a whole number from 0 on, not {seed!r}.")
    return seed


def assumptions_of(given: object) -> Assumptions:
    """Assumptions, and nothing else. Raises KitError."""
    if not isinstance(given, Assumptions):
        raise KitError(f"assumptions is Assumptions(...), such as Assumptions(lever=Lever.DELIST), not {given!r}.")
    return given


def one_or_none(name: str, given: Any, kind: type[Kind]) -> Kind | None:
    """One of its kind, or None, which stands for all of them. Raises KitError that names the field."""
    if given is not None and not isinstance(given, kind):
        names = ", ".join(f"{kind.__name__}.{one.name}" for one in kind)
        raise KitError(f"{name} is None for all, or one of {names}, not {given!r}.")
    return given
