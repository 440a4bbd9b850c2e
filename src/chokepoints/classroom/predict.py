"""Predictions: a guess before a run, kept beside the answers. Nothing waits for it and nothing is marked."""

from collections.abc import Sequence
from typing import Any

import ipywidgets
from IPython.display import display

from chokepoints.classroom.again import close_all, when_run_again
from chokepoints.classroom.answerfile import ID
from chokepoints.classroom.answers import store
from chokepoints.classroom.front import Front, controls_box, with_words
from chokepoints.errors import KitError


def predict(id: str = "", choices: Sequence[str] = ()) -> None:
    """Ask for a guess among a few choices and keep it under `id`. Raises KitError where there is nothing to choose."""
    if type(id) is not str or not ID.fullmatch(id):
        raise KitError("Give the prediction a name, such as predict('evidence-p1', ['more', 'less']).")
    names = tuple(choices) if isinstance(choices, list | tuple) else ()
    if not all(type(name) is str and name.strip() for name in names) or len(set(names)) < max(2, len(names)):
        raise KitError(f"predict({id!r}, ...) needs a list of two or more different choices, each a text.")
    before = store.load("predictions").get(id)
    front = Front()
    buttons = ipywidgets.RadioButtons(
        options=names,
        value=before if before in names else None,
        description="My guess",
        layout={"width": "max-content"},
    )

    def keep(change: dict[str, Any]) -> None:
        note = store.keep("predictions", id, change["new"])
        front.reading = f"Kept: {change['new']}. {note}".strip()

    buttons.observe(keep, "value")
    words = f"Guess one: {' / '.join(names)}. Run this cell to choose."
    box = controls_box(front, [buttons])
    display(with_words(box, words), raw=True)
    when_run_again(lambda: close_all(box))
