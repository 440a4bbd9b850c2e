"""Answers that are a short text: a rubric of points, each found by its words. It finds words and judges no quality."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chokepoints.classroom.plain import MOST_LETTERS, Kind, Unreadable, a_kind, plain
from chokepoints.errors import KitError

#: A repeat without end is allowed of one class of letters only; of a group or of any letter it can take for ever.
_ENDLESS = re.compile(r"(?<!\\)(?:\)|\.)(?:[*+]|\{\d*,\})")
#: Words that any English sentence holds, and that a list of key words lacks.
_LITTLE_WORDS = """
a an the this that these those it its he she they their we our you i who which what is are was were be been
being am has have had do does did can could may might must shall should will would not no nor and or but if
because so while when where than as of to in on at by for from with without about into over under only also
there any all each one within after before until during between out up off then otherwise whoever whom them him
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())
#: A run of so many words that stands in the question too is taken for copied from it.
_COPIED = 6
_A_WORD = r"[\w'-]+"
#: So many letters of a sentence are shown again, and more where what was found there is longer.
_QUOTED = 120


@dataclass(frozen=True)
class Point:
    """Something that a good answer says: found where any of `patterns`, regular expressions, matches the text.

    The text has single spaces and straight quotes. Capitals do not matter, but where a pattern says so, as for a name:
    `(?-i:[A-Z])`. A repeat without end of a group or of "." is refused, so that no text makes the search take for ever:
    write `.{0,60}`.
    """

    name: str
    patterns: tuple[str, ...]
    #: Shown where this is the first point that is missing.
    hint: str
    required: bool = False
    #: Where it is given, a sentence that it matches too does not make the point: "no key is given" asks for none.
    unless: str = ""
    #: Where a sentence ends for `unless`.
    parts: str = r"[.;!?]"

    def __post_init__(self) -> None:
        for pattern in (*self.patterns, self.unless, self.parts):
            if _ENDLESS.search(pattern):
                raise KitError(f"Point {self.name!r}: {pattern!r} repeats a group or . without end; write .{{0,60}}.")
            re.compile(pattern)
        if re.compile(self.parts).groups:  # what a group of it catches would stand among the sentences
            raise KitError(f"Point {self.name!r}: a group in {self.parts!r} catches what it finds; write (?:...).")

    def found(self, text: str) -> bool:
        """Whether the text, as `normalised` gives it, makes this point."""
        return self._part(text) is not None

    def where(self, text: str) -> str:
        """The sentence that makes this point; "" where none does, or the text is looked at as a whole."""
        return (self._part(text) or "").strip() if self.unless else ""

    def quoted(self, text: str) -> str:
        """That sentence, and of a long one what stands around the words that were found in it."""
        sentence = self.where(text)
        spans = [found.span() for one in self.patterns for found in re.finditer(one, sentence, re.IGNORECASE)]
        return _around(sentence, *min(spans, key=lambda span: span[1] - span[0])) if spans else sentence

    def _part(self, text: str) -> str | None:
        parts = re.split(self.parts, text, flags=re.IGNORECASE) if self.unless else [text]
        parts = [part for part in parts if not (self.unless and re.search(self.unless, part, re.IGNORECASE))]
        made = (part for part in parts if any(re.search(pattern, part, re.IGNORECASE) for pattern in self.patterns))
        return next(made, None)


class Asking(Point):
    """Found in a text most of whose sentences are questions."""

    def found(self, text: str) -> bool:
        """Whether more than half of the marks that end a sentence are question marks."""
        marks = re.findall(r"[.!?](?= |$)", text)
        return 2 * marks.count("?") > len(marks)


@dataclass(frozen=True)
class Copied(Point):
    """Found in a text of which more than a share is copied from `source`, in runs of several words."""

    source: str = ""
    share: float = 0.5

    def found(self, text: str) -> bool:
        """Whether so much of it stands in the source, word for word."""
        words = [word[0] for word in re.finditer(_A_WORD, text)]
        return len(_copied(words, normalised(self.source))) > self.share * len(words)


@dataclass(frozen=True)
class TextAnswer(Kind):
    """A short text, right where it has the length and makes `enough` points, every required one among them.

    The learner then sees the rubric with what was found, and two models that disagree, to compare. What `read` gives,
    and a mistake's `made` looks at, is the text as `normalised` gives it, without what is copied from the question.
    """

    rubric: tuple[Point, ...]
    least_words: int
    most_words: int
    models: tuple[str, str]
    enough: int
    #: Points that a good answer does not make, whatever else it says; their hints say what is wrong with them.
    spoilt_by: tuple[Point, ...] = ()
    #: The question's own words; `check` fills them in.
    asked: str = ""

    always_tells = True

    def __post_init__(self) -> None:
        if not 1 <= self.enough <= len(self.rubric) or len(self.models) != 2 or self.models[0] == self.models[1]:
            raise KitError("A TextAnswer needs two different models, and `enough` points that the rubric has.")

    def for_question(self, asked: str) -> "TextAnswer":
        """The same for a question of these words."""
        return replace(self, asked=asked)

    def read(self, answer: object) -> str:
        """The text, normalised."""
        given = plain(answer)
        span = f"{self.least_words} to {self.most_words} words"
        if type(given) is not str:
            raise Unreadable(f"a text of {span} is wanted here, in quotes, not {a_kind(given)}.")
        if len(given) > MOST_LETTERS:
            raise Unreadable(f"that is far longer than {span}.")
        text = _without_copied(normalised(given), normalised(self.asked))
        count = sum(bool(re.search(r"\w", word)) for word in text.split())  # as a learner counts: an address is one
        if count < self.least_words:
            own = " of your own, beside those of the question" if text != normalised(given) else ""
            raise Unreadable(f"{span} are wanted here, and these are {count}{own}. Say a little more.")
        if count > self.most_words:
            raise Unreadable(f"{span} are wanted here, and these are {count}. Keep what carries the answer.")
        if not _is_prose(text, re.findall(_A_WORD, text)):
            raise Unreadable("write whole sentences, each of them once: this reads like a list of words.")
        return text

    def right(self, value: str) -> bool:
        """Whether it makes enough points, and the required ones, and none that spoils it."""
        found = [point for point in self.rubric if point.found(value)]
        if any(point.found(value) for point in self.spoilt_by):
            return False
        return len(found) >= self.enough and all(point in found for point in self.rubric if point.required)

    def wrong(self, value: str) -> str:
        """Which points were found."""
        found = [point.name for point in self.rubric if point.found(value)]
        return f"found so far: {'; '.join(found)}." if found else "none of the points was found yet."

    def hint(self, value: str) -> str:
        """That of what spoils it, else of the first missing point, a required one before the others."""
        for point in self.spoilt_by:
            if point.found(value):
                return _read_again(point.quoted(value), point.hint)
        missing = sorted((point for point in self.rubric if not point.found(value)), key=lambda one: not one.required)
        return (
            f"{missing[0].hint} (This looks for words, not for quality, and found none on it. If your text says it in "
            "others, it may be right: compare it with hint 2, and go on.)"
        )

    def why(self, value: str) -> str:
        """The rubric as a list with what was found, and both models."""
        lines = [f"[{'x' if point.found(value) else ' '}] {point.name}" for point in self.rubric]
        return "\n".join(
            (
                "This check looked for words; how good your text is, judge yourself, beside two that disagree.",
                *lines,
                f"One model: {self.models[0]}",
                f"Another: {self.models[1]}",
            )
        )


def _read_again(sentence: str, hint: str) -> str:
    """A hint behind the sentence that it is about, so that a learner can see where a check misread it."""
    if not sentence:
        return hint
    return f"read again: '{sentence}'. {hint[:1].upper()}{hint[1:]} (If it says something else, it was misread: go on.)"


def _around(sentence: str, start: int, end: int) -> str:
    """The words from start to end with what stands around them, in whole words; of very many the first and the last."""
    if end - start > 2 * _QUOTED:
        first, last = sentence[start : start + _QUOTED], sentence[end - _QUOTED : end]
        return f"... {first.rpartition(' ')[0]} ... {last.partition(' ')[2]} ..."
    left = max(0, min(start - (_QUOTED - end + start) // 2, len(sentence) - _QUOTED, start))
    right = max(end, left + _QUOTED)
    if left:
        left = sentence.rfind(" ", 0, left + 1) + 1
    if right < len(sentence):
        right = max(end, sentence.rfind(" ", 0, right + 1))
    return f"{'... ' if left else ''}{sentence[left:right]}{' ...' if right < len(sentence) else ''}"


def normalised(text: str) -> str:
    """Single spaces, straight quotes and dashes; no word longer than 40 letters."""
    text = text.translate(str.maketrans("’‘“”–—‑", "''\"\"---"))
    return " ".join(re.sub(r"\S{40,}", lambda found: found[0][:40], text).split())


def _without_copied(text: str, asked: str) -> str:
    """The text without every run of words that stands in the question too."""
    words = list(re.finditer(_A_WORD, text))
    copied = _copied([word[0] for word in words], asked)
    kept = "".join(
        " " if at in copied else text[word.start() : words[at + 1].start() if at + 1 < len(words) else len(text)]
        for at, word in enumerate(words)
    )
    return " ".join(kept.split()) if copied else text


def _copied(words: Sequence[str], source: str) -> set[int]:
    """The places of the words that stand in runs which the source has too."""
    known = re.findall(_A_WORD, source.casefold())
    runs = {tuple(known[at : at + _COPIED]) for at in range(len(known) - _COPIED + 1)}
    words = [word.casefold() for word in words]
    starts = [at for at in range(len(words) - _COPIED + 1) if tuple(words[at : at + _COPIED]) in runs]
    return {at + step for at in starts for step in range(_COPIED)}


def _is_prose(text: str, words: list[str]) -> bool:
    """Whether a text is made of sentences: enough little words, enough different ones, a run of four in a sentence, and
    no run of fifty without any mark."""
    words = [word.casefold() for word in words]
    little = sum(word in _LITTLE for word in words)
    longest = max(len(re.findall(_A_WORD, part)) for part in re.split(r"[.!?;,:]", text))
    enough = little * 7 >= len(words) and len(set(words)) * 5 >= min(len(words), 60) * 2
    return enough and 4 <= longest <= 50
