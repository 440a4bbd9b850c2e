"""Errors that speak to a learner: one sentence that says what was wrong and what would be right."""

from difflib import get_close_matches
from typing import Iterable


class KitError(Exception):
    """An error of the kit. A notebook shows its sentence alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        """What IPython prints instead of a traceback."""
        return [str(self)]


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """" Did you mean ...?" for the nearest of the known names, or "" where none is near."""
    near = get_close_matches(wrong, list(known), n=1, cutoff=0.5)
    return f" Did you mean {near[0]}?" if near else ""
