"""Questions: what is asked, what is right, and which hint each kind of mistake earns.

A room's questions stand in `chokepoints/<room>/questions.py`, in a tuple QUESTIONS; an id is the room's name and a
number, never used again for another question. Answers can be read in these files: they are for learning, not for marks.
"""

import importlib
import pkgutil
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any, Literal

import chokepoints
from chokepoints.classroom.answers import store
from chokepoints.classroom.kinds import Kind, TextAnswer, Unreadable, is_blank
from chokepoints.classroom.limit import Failed, TooLong, is_timed, limited
from chokepoints.classroom.plain import tidy, type_name
from chokepoints.errors import KitError, did_you_mean

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


#: The last verdict of every question whose check has run in this kernel, in the order of the first time.
verdicts: dict[str, Status] = {}


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
    short = tidy(id, 60)
    try:
        found = _room_questions(short.rpartition("-")[0]).get(id)
        return found or f"There is no question {short!r}.{did_you_mean(short, question_ids())}"
    except KitError as error:  # a room takes what is right from the datasets, and one of them is damaged
        return f"The questions could not be read. {error}"


def judge(question: Question, answer: object) -> Verdict:
    """The verdict on an answer, whatever object it is; keeps nothing. Only the learner's own interrupt comes out."""
    outcome = limited(lambda: _judged(question, answer), question.answer.seconds)
    if type(outcome) is Verdict:
        return outcome
    if type(outcome) is Failed and outcome.error is not TooLong:
        name = type.__dict__["__name__"].__get__(outcome.error)
        return Verdict("not yet", f"this answer could not be read ({tidy(name)}). Write a plain number, text or list.")
    return Verdict("not yet", "reading this answer took too long. Write a plain number, text or list.")


def _judged(question: Question, answer: object) -> Verdict:
    kind = question.answer
    if is_blank(answer):
        where = "in place of the three dots" if kind.runs_code else "on the right of `=`"
        return Verdict("not answered yet", f"write your answer {where} and run the cell again. {question.ask}")
    if isinstance(kind, TextAnswer):
        kind = kind.for_question(question.ask)
    try:
        read = kind.read(answer)
    except Unreadable as error:
        return Verdict("not yet", str(error))
    if kind.right(read):
        return Verdict("correct", "\n".join(filter(None, (question.why, kind.why(read)))))
    explained = next((mistake.hint for mistake in question.mistakes if _made(mistake, read)), "")
    told = "" if explained and not kind.always_tells else kind.wrong(read)
    advice = explained or kind.hint(read) or question.otherwise
    return Verdict("not yet", f"{told} {_as_sentence(advice)}" if told else advice)


def _as_sentence(text: str) -> str:
    """With a large first letter, unless it begins with a name of the code, such as len(...)."""
    return text[:1].upper() + text[1:] if re.match(r"[a-z]+[\s,:;]", text) else text


def _made(mistake: Mistake, read: object) -> bool:
    """Whether the mistake was made; not where it looks for something that this answer does not have."""
    try:
        return bool(mistake.made(read))
    except (TypeError, LookupError, ValueError, ArithmeticError, AttributeError):
        return False


def check(id: str = "", answer: object = ...) -> None:
    """Say whether an answer is correct, not yet, or still missing, and keep it. Never raises, whatever it is given."""
    question = find_question(id)
    if isinstance(question, str):
        say(f"not yet: {question}")
        return
    if question.answer.runs_code and not is_timed() and type_name(answer) == "function":
        say("(No time limit applies here: stop a function that never ends with the square button above.)")
    verdict = judge(question, answer)
    verdicts[question.id] = verdict.status
    say(str(verdict))
    if verdict.status != "not answered yet":
        say(store.keep("answers", question.id, answer))


def hint(id: str = "", level: int = 1) -> None:
    """Print a hint: level 1 a nudge, 2 a pointer, 3 a worked line."""
    question = find_question(id)
    if isinstance(question, str):
        say(question)
    elif type(level) is not int or not 1 <= level <= len(question.hints):
        say(f"Hints have the levels 1, 2 and 3: hint({question.id!r}, 2).")
    else:
        more = f" (More: hint({question.id!r}, {level + 1}).)" if level < len(question.hints) else ""
        say(question.hints[level - 1] + more)


def say(text: str) -> None:
    """Print in lines of at most 96 letters: Lab breaks longer ones in the middle of a word. Nothing for no text."""
    for line in text.splitlines():
        # A lone surrogate, which a learner's text may hold, cannot be printed.
        line = line.encode("utf-8", "backslashreplace").decode()
        print(textwrap.fill(line, 96, break_long_words=False, break_on_hyphens=False))


def saved(id: str) -> Any:
    """The answer or prediction last kept for an id, or None."""
    return store.load("answers").get(id, store.load("predictions").get(id)) if type(id) is str else None
