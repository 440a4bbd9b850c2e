"""Where answers and predictions are kept: one small JSON file, else this kernel's memory.

The file is `$CHOKEPOINTS_ANSWERS`, else `answers.json` at the kit's root. It changes nothing that `check` says. A file
that cannot be read is kept beside and a new one begun.
"""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock, Timeout

from chokepoints.classroom.answerfile import MOST_BYTES, Content, NoAnswers, as_json, as_text, empty, parse
from chokepoints.classroom.limit import Failed, limited
from chokepoints.classroom.plain import plain

Kind = Literal["answers", "predictions"]
KINDS: tuple[Kind, Kind] = ("answers", "predictions")


def root() -> Path | None:
    """The kit's top folder: that of an editable install, else the nearest above the working directory, else None."""
    candidates = [Path(__file__).parents[3]]
    with contextlib.suppress(OSError):  # the working directory may be gone
        candidates += [Path.cwd(), *Path.cwd().parents]
    return next(
        (place for place in candidates if (place / "exercises").is_dir() and (place / "notebooks").is_dir()), None
    )


def place() -> Path | None:
    """The answers file, which need not exist yet; None where the kit's folder cannot be told."""
    named = os.environ.get("CHOKEPOINTS_ANSWERS")
    if named:
        return Path(named)
    top = root()
    return top / "answers.json" if top else None


class Store:
    """Answers and predictions by the id of their question."""

    def __init__(self) -> None:
        self._memory: Content = empty()
        self._told = False

    def content(self) -> Content:
        """All that is kept: what the file holds, and over it what could not be written."""
        path, stored = place(), empty()
        if path is not None:
            with contextlib.suppress(NoAnswers):
                stored = _read(path)
        return {"schema": 1} | {kind: {**stored[kind], **self._memory[kind]} for kind in KINDS}

    def load(self, kind: Kind) -> dict[str, Any]:
        """All that is kept of a kind, by id."""
        found: dict[str, Any] = self.content()[kind]
        return found

    def keep(self, kind: Kind, name: str, value: object) -> str:
        """Keep one answer. Returns "" where all is well, else a sentence for the learner."""
        read = limited(lambda: as_json(plain(value)))  # a numpy number as the number it is
        kept = "<cannot be kept>" if type(read) is Failed else read
        try:
            note = _change(lambda content: content[kind].update({name: kept}))
            self._memory[kind].pop(name, None)
            return note
        except (OSError, Timeout) as error:
            self._memory[kind][name] = kept
            if self._told:
                return ""
            self._told = True
            return f"Answers cannot be written here ({_reason(error)}): they are kept until this kernel stops."

    def restore(self, data: bytes, name: str = "This file") -> str:
        """Take over the answers of an uploaded file; returns a sentence that says what became of it.

        They replace those of the same id; nothing else is lost. A file that is refused changes nothing and is kept
        beside, as long as it is small enough to be an answers file.
        """
        try:
            fresh = parse(data)
        except NoAnswers as reason:
            return f"{name} was not taken over: it {reason}. What was here stays. {_keep_beside(data)}".strip()
        said = counted(fresh)

        def merge(content: Content) -> None:
            for kind in KINDS:
                content[kind].update(fresh[kind])

        try:
            note = _change(merge)
        except _TooLarge as error:
            return f"{name} was not taken over: with it {error}. What was here stays."
        except (OSError, Timeout) as error:
            merge(self._memory)
            return f"Restored {said} until this kernel stops: they cannot be written here ({_reason(error)})."
        for kind in KINDS:
            for id in fresh[kind]:
                self._memory[kind].pop(id, None)
        return f"Restored {said}. {note}".strip()


class _TooLarge(OSError):
    """The file would grow beyond what is read."""


def _change(change: Callable[[Content], object]) -> str:
    """Read, change, replace, with a lock over all three so that two notebooks lose nothing of each other's.

    Returns "", or a sentence where the file could not be read and was put aside. Raises OSError or Timeout.
    """
    path, note = place(), ""
    if path is None:
        raise OSError("no folder of the kit above the working directory")
    if path.exists() and not path.is_file():  # a folder would be renamed, a device would never end
        raise OSError(f"{path.name} is no ordinary file")
    with FileLock(f"{path}.lock", timeout=3):
        try:
            content = _read(path)
        except NoAnswers:
            beside = _free(path, "unreadable")
            path.rename(beside)
            note = f"{path.name} could not be read as answers: kept as {beside.name}, and a new one begun."
            content = empty()
        change(content)
        data = as_text(content).encode()
        if len(data) > MOST_BYTES:
            raise _TooLarge(f"{path.name} would grow beyond {MOST_BYTES // 1024} kB")
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return note


def _read(path: Path) -> Content:
    """The content of an answers file; an empty one if there is none yet. Raises NoAnswers where it is none."""
    if path.exists() and not path.is_file():
        raise NoAnswers("is no ordinary file")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NoAnswers("is too large")
        return parse(path.read_bytes())
    except FileNotFoundError:
        return empty()
    except OSError as error:
        raise NoAnswers(f"cannot be read ({_reason(error)})") from None


def _keep_beside(data: bytes) -> str:
    """Write a refused file to a free name beside the answers; a sentence that says so, or "" where it was not kept."""
    path = place()
    if path is None or len(data) > MOST_BYTES:
        return ""
    try:
        with FileLock(f"{path}.lock", timeout=3):
            beside = _free(path, "refused")
            beside.write_bytes(data)
    except (OSError, Timeout):
        return ""
    return f"A copy of it is kept as {beside.name}."


def _free(path: Path, word: str) -> Path:
    """The first free name beside a file; under the lock, so that nobody takes it meanwhile."""
    number = 1
    while (beside := path.with_name(f"{path.name}.{word}-{number}")).exists():
        number += 1
    return beside


def counted(content: Content) -> str:
    """How many answers and predictions there are: "1 answer and 2 predictions"."""
    sizes = [(len(content[kind]), kind.removesuffix("s") if len(content[kind]) == 1 else kind) for kind in KINDS]
    return " and ".join(f"{number} {noun}" for number, noun in sizes)


def _reason(error: BaseException) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error).strip() or type(error).__name__


store = Store()
