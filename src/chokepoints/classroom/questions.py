"""Questions: what is asked, what is right, and which hint each kind of mistake earns.

A room's questions stand in `chokepoints/<room>/questions.py`, in a tuple QUESTIONS; an id is the room's name and a
number, never used again for another question. Answers can be read in these files: they are for learning, not for marks.
"""

import importlib
import pkgutil
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any, Literal

import chokepoints
from chokepoints.classroom.answers import store
from chokepoints.classroom.kinds import Kind, Unreadable, is_blank
from chokepoints.classroom.limit import TooLong, limited
from chokepoints.errors import did_you_mean

Status = Literal["correct", "not yet", "not answered yet"]


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that people give for a reason: `made` looks at the answer as it was read."""

    made: Callable[[Any], bool]
    hint: str


@dataclass(frozen=True)
class Question:
    """A question with its answer, its typical mistakes and three hints: a nudge, a pointer, a worked line."""

    id: str
    ask: str
    answer: Kind
    why: str
    hints: tuple[str, str, str]
    mistakes: tuple[Mistake, ...]
    #: The hint for a wrong answer that no mistake explains.
    otherwise: str
    minutes: float
    track: Literal["law", "code"]
    core: bool = True


@dataclass(frozen=True)
class Verdict:
    """What is said of an answer."""

    status: Status
    text: str

    def __str__(self) -> str:
        return f"{self.status}: {self.text}"


@cache
def _room_questions(room: str) -> dict[str, Question]:
    """The questions of a room by id; none for a name that is no room, or a room without questions."""
    name = f"chokepoints.{room}.questions"
    try:
        known = room.isidentifier() and name != __name__ and find_spec(name) is not None
    except ModuleNotFoundError:
        known = False
    return {question.id: question for question in importlib.import_module(name).QUESTIONS} if known else {}


def question_ids() -> frozenset[str]:
    """The ids of all questions of all rooms."""
    rooms = [module.name for module in pkgutil.iter_modules(chokepoints.__path__) if module.ispkg]
    return frozenset(id for room in rooms for id in _room_questions(room))


def find_question(id: object) -> Question | str:
    """The question of that id, or a sentence that says there is none and names the nearest."""
    if type(id) is not str:
        return "Name the question by its id in quotes, such as check('evidence-1', answer)."
    found = _room_questions(id.rpartition("-")[0]).get(id)
    return found or f"There is no question {id!r}.{did_you_mean(id, question_ids())}"


def judge(question: Question, answer: object) -> Verdict:
    """The verdict on an answer, whatever object it is; keeps nothing."""
    if is_blank(answer):
        return Verdict(
            "not answered yet", f"write your answer on the right of `=` and run the cell again. {question.ask}"
        )
    read = limited(lambda: question.answer.read(answer))
    if isinstance(read, Unreadable):
        return Verdict("not yet", str(read))
    if isinstance(read, TooLong):
        return Verdict("not yet", "reading this answer took too long. Write a plain number or text.")
    if isinstance(read, BaseException):
        return Verdict(
            "not yet", f"this answer could not be read ({type(read).__name__}). Write a plain number or text."
        )
    if question.answer.right(read):  # type: ignore[arg-type]
        return Verdict("correct", question.why)
    hint = next((mistake.hint for mistake in question.mistakes if mistake.made(read)), question.otherwise)
    return Verdict("not yet", hint)


def check(id: str, answer: object = ...) -> None:
    """Say whether an answer is correct, not yet, or still missing, and keep it. Never raises, whatever it is given."""
    question = find_question(id)
    if isinstance(question, str):
        _say(f"not yet: {question}")
        return
    verdict = judge(question, answer)
    _say(str(verdict))
    if verdict.status != "not answered yet":
        note = store.keep("answers", question.id, answer)
        if note:
            _say(note)


def hint(id: str, level: int = 1) -> None:
    """Print a hint: level 1 a nudge, 2 a pointer, 3 a worked line."""
    question = find_question(id)
    if isinstance(question, str):
        _say(question)
    elif type(level) is not int or not 1 <= level <= len(question.hints):
        _say(f"Hints have the levels 1, 2 and 3: hint({question.id!r}, 2).")
    else:
        more = f" (More: hint({question.id!r}, {level + 1}).)" if level < len(question.hints) else ""
        _say(question.hints[level - 1] + more)


def _say(text: str) -> None:
    """Print in lines of at most 96 letters: Lab breaks longer ones in the middle of a word."""
    print(textwrap.fill(text, 96, break_long_words=False, break_on_hyphens=False))


def saved(id: str) -> Any:
    """The answer or prediction last kept for an id, or None."""
    return store.load("answers").get(id, store.load("predictions").get(id)) if type(id) is str else None
