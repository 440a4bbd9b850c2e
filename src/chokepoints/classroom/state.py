"""The state of a panel: one value of every control, where it starts, and as a line that makes the same panel again."""

import keyword
import re
from collections.abc import Sequence
from typing import Any

from chokepoints.classroom.controls import Control, written
from chokepoints.errors import KitError, did_you_mean


def start_state(controls: Sequence[Control], given: dict[str, Any]) -> dict[str, Any]:
    """The values at which a panel starts: the controls' own, but for those given.

    Raises KitError for a name that no control has or a value outside its range.
    """
    known = {control.name: control for control in controls}
    state = {name: control.start for name, control in known.items()}
    for name, value in given.items():
        if name not in known:
            has = f"It has {', '.join(known)}." if known else "It has none."
            raise KitError(f"This panel has no control {name!r}. {has}{did_you_mean(name, known)}")
        try:
            state[name] = known[name].find(value)
        except ValueError:
            shown = written(value)
            shown = shown if len(shown) <= 80 else f"{shown[:80]}..."
            raise KitError(f"The control {name!r} cannot stand at {shown}. It takes {known[name].takes()}.") from None
    return state


def variable(name: str) -> str:
    """What a panel is called in its room's `panels` module: "evidence-blocked-addresses" is blocked_addresses.

    Raises KitError for a name that is not a room and words of a Python name, joined by hyphens.
    """
    _, _, words = name.partition("-")
    called = words.replace("-", "_")
    if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", name) or not called.isidentifier() or keyword.iskeyword(called):
        raise KitError(f"A panel cannot be called {name!r}: write its room and what it shows, like 'push-who-sees'.")
    return called


def state_line(name: str, controls: Sequence[Control], state: dict[str, Any]) -> str:
    """The call that shows the panel in this state; only what differs from its own start is written."""
    moved = (control for control in controls if state[control.name] != control.start)
    return f"show({', '.join([variable(name), *(f'{c.name}={written(state[c.name])}' for c in moved)])})"
