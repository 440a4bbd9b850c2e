"""The review queue: no version of an app reaches anyone before the store has passed it.

That gives the store a lever that leaves no trace on any page: it need not remove an app to stop it from changing. What
is held stays as submitted; the developer sees a version in review, and nothing says for how long.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from chokepoints.errors import KitError
from chokepoints.store.catalogue import words_of

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,3}", re.ASCII)


class State(StrEnum):
    """Where a version stands."""

    SUBMITTED = "submitted"
    HELD = "held"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one app: its `number`, its state, the days of its submission and of the decision, the reason."""

    app: str
    number: str
    state: State
    submitted: date
    decided: date | None = None
    reason: str = ""


def version_number(given: object) -> str:
    """A version's number, one to four numbers with dots between. Raises KitError for anything else."""
    if isinstance(given, str) and _NUMBER.fullmatch(given):
        return given
    raise KitError(f"version: {given!r} is no number of a version: write one such as '1.2'.")


def order_of(number: str) -> tuple[int, ...]:
    """A number as something to sort by: 1.10 comes after 1.9, and 1.0 is 1."""
    parts = [int(part) for part in number.split(".")]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return tuple(parts)


class Queue:
    """Versions of all apps, and for which apps the store holds whatever is submitted."""

    def __init__(self) -> None:
        self._versions: dict[str, list[Version]] = {}
        self._held: set[str] = set()

    def history(self, app: str) -> tuple[Version, ...]:
        """The versions of an app in the order in which they were submitted."""
        return tuple(self._versions.get(app, ()))

    def current(self, app: str) -> Version | None:
        """The newest version that has passed."""
        passed = [version for version in self.history(app) if version.state is State.APPROVED]
        return passed[-1] if passed else None

    def waiting(self, app: str) -> Version | None:
        """The version that waits for a decision, held or not."""
        last = self._versions.get(app, [])[-1:]
        return last[0] if last and last[0].state in (State.SUBMITTED, State.HELD) else None

    def holds(self, app: str) -> bool:
        """Whether the store holds what is submitted of an app."""
        return app in self._held

    def submit(self, app: str, number: object, day: date) -> Version:
        """A developer hands a version in. Raises KitError where one waits already, or a newer one has passed."""
        given, last, now = version_number(number), self.waiting(app), self.current(app)
        if last:
            raise KitError(f"version: {app} has {last.number} in review already: wait for the decision on it.")
        if now and order_of(given) <= order_of(now.number):
            raise KitError(
                f"version: {given} does not come after {now.number}, which has passed: write a higher number."
            )
        state = State.HELD if app in self._held else State.SUBMITTED
        version = Version(app, given, state, day)
        self._versions.setdefault(app, []).append(version)
        return version

    def approve(self, app: str, day: date) -> Version:
        """Pass what waits. Raises KitError where nothing does, or where it is held."""
        if self.holds(app):
            raise KitError(f"{app}: its updates are held; release them first.")
        return self._decide(app, State.APPROVED, day, "")

    def reject(self, app: str, day: date, reason: object) -> Version:
        """Refuse what waits. Raises KitError where nothing does, or without a reason."""
        return self._decide(app, State.REJECTED, day, words_of(reason, "reason"))

    def hold(self, apps: Iterable[str]) -> None:
        """Leave undecided whatever waits of these apps, and whatever comes."""
        self._mark(apps, State.SUBMITTED, State.HELD)
        self._held.update(apps)

    def release(self, apps: Iterable[str]) -> None:
        """Review these apps again as any other."""
        self._mark(apps, State.HELD, State.SUBMITTED)
        self._held.difference_update(apps)

    def _mark(self, apps: Iterable[str], old: State, new: State) -> None:
        for app in apps:
            if (waiting := self.waiting(app)) and waiting.state is old:
                self._versions[app][-1] = replace(waiting, state=new)

    def _decide(self, app: str, state: State, day: date, reason: str) -> Version:
        waiting = self.waiting(app)
        if waiting is None:
            raise KitError(f"{app}: no version of it is in review; submit one first.")
        self._versions[app][-1] = replace(waiting, state=state, decided=day, reason=reason)
        return self._versions[app][-1]
