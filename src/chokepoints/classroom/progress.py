"""Progress: what `check` last said of every question in this kernel, by track, core and further."""

import json

from chokepoints.classroom.answers import KINDS, store
from chokepoints.classroom.plain import tidy
from chokepoints.classroom.questions import Question, Status, find_question, say, verdicts

_GROUPS = (("law", True), ("law", False), ("code", True), ("code", False))


def progress(show_saved: bool = False) -> None:
    """Print how far you are with the questions whose check has run since this kernel started.

    With `show_saved=True` also every answer and prediction that is kept, those of other lessons and of an uploaded
    file included; they never change what `check` says.
    """
    asked = [question for id in sorted(verdicts, key=_in_order) if isinstance(question := find_question(id), Question)]
    if not asked:
        say("Nothing was checked since this notebook was started. Run the cells with check(...) first.")
    else:
        right = sum(verdicts[question.id] == "correct" for question in asked)
        say(f"{right} of {len(asked)} correct, of the questions that you checked since this notebook was started.")
    for track, core in _GROUPS:
        group = [question for question in asked if (question.track, question.core) == (track, core)]
        if group:
            say(_line(f"{track.capitalize()} track, {'core' if core else 'further'}", group))
    if show_saved:
        _say_saved()


def _line(name: str, group: list[Question]) -> str:
    right = sum(verdicts[question.id] == "correct" for question in group)
    line = f"{name}: {right} of {len(group)} correct"
    open_ones: tuple[Status, Status] = ("not yet", "not answered yet")
    for status in open_ones:
        ids = [question.id for question in group if verdicts[question.id] == status]
        line += f"; {status}: {', '.join(ids)}" if ids else ""
    return f"{line}."


def _say_saved() -> None:
    content = store.content()
    for kind in KINDS:
        kept = content[kind]
        say(f"Saved {kind}:" if kept else f"Saved {kind}: none.")
        for id in sorted(kept, key=_in_order):
            value = kept[id]
            say(f"  {tidy(id)}: {tidy(value if type(value) is str else json.dumps(value, ensure_ascii=False), 80)}")


def _in_order(id: str) -> tuple[str, int, str]:
    """evidence-2 before evidence-10."""
    room, _, number = id.rpartition("-")
    return room, int(number) if number.isdecimal() and len(number) < 9 else 0, id
