"""Errors that speak to a learner: one sentence that says what was wrong and what would be right."""

from collections.abc import Iterable
from difflib import get_close_matches


class KitError(Exception):
    """An error of the kit. A notebook shows its sentence alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        """What IPython prints instead of a traceback."""
        return [str(self)]


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A sentence, led by a space, that names the nearest of the known names; nothing where none is near."""
    near = get_close_matches(wrong.lower(), list(known), n=1, cutoff=0.5)
    return f" Did you mean {near[0]}?" if near else ""
