"""Where answers and predictions are kept: one small JSON file, else this kernel's memory.

The file is `$CHOKEPOINTS_ANSWERS`, else `answers.json` at the kit's root. It is never evaluated, never unpickled, and
changes nothing that `check` says. A file that cannot be read is kept beside and a new one begun.
"""

import json
import os
import tempfile
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock, Timeout

#: The largest answers file that is read or written, in bytes.
MOST_BYTES = 256 * 1024
#: The longest answer that is kept, in characters of its JSON.
MOST_CHARACTERS = 4_000
_EMPTY: dict[str, Any] = {"schema": 1, "answers": {}, "predictions": {}}

Kind = Literal["answers", "predictions"]


def root() -> Path | None:
    """The kit's top folder: that of an editable install, else the nearest above the working directory, else None."""
    candidates = [Path(__file__).parents[3], Path.cwd(), *Path.cwd().parents]
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


def as_json(value: object) -> Any:
    """An answer as JSON keeps it: numbers, words and lists of them as they are, all else as the name of its type.

    Never calls a method of the learner's object.
    """
    try:
        kept = _plain(value)
        return kept if len(json.dumps(kept, allow_nan=False)) <= MOST_CHARACTERS else "<too long to keep>"
    except (ValueError, RecursionError):
        return "<cannot be kept>"


def _plain(value: object) -> Any:
    if value is None or type(value) in (bool, int, float, str):
        return value
    if type(value) in (list, tuple):
        return [_plain(item) for item in list(value)[:100]]  # type: ignore[call-overload]
    return f"<{type(value).__name__}>"


class Store:
    """Answers and predictions by the id of their question."""

    def __init__(self) -> None:
        self._memory: dict[str, Any] = json.loads(json.dumps(_EMPTY))
        self._told = False

    def load(self, kind: Kind) -> dict[str, Any]:
        """All that is kept of a kind: what the file holds, and over it what could not be written."""
        path = place()
        stored = _read(path) if path else None
        return {**(stored or _EMPTY)[kind], **self._memory[kind]}

    def keep(self, kind: Kind, name: str, value: object) -> str:
        """Keep one answer. Returns "" where all is well, else a sentence for the learner."""
        kept, path = as_json(value), place()
        try:
            if path is None:
                raise OSError("no folder of the kit above the working directory")
            return self._write(path, kind, name, kept)
        except (OSError, Timeout) as error:
            self._memory[kind][name] = kept
            if self._told:
                return ""
            self._told = True
            return f"Answers cannot be written here ({_reason(error)}): they are kept until this kernel stops."

    def _write(self, path: Path, kind: Kind, name: str, kept: Any) -> str:
        """Read, add, replace, with a lock over all three so that two notebooks lose nothing of each other's."""
        with FileLock(f"{path}.lock", timeout=3):
            note = ""
            content = _read(path)
            if content is None:
                beside = _move_beside(path)
                note = f"{path.name} could not be read as answers: kept as {beside.name}, and a new one begun."
                content = json.loads(json.dumps(_EMPTY))
            content[kind][name] = kept
            text = json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True)
            if len(text.encode()) > MOST_BYTES:
                raise OSError(f"{path.name} would grow beyond 256 kB")
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                os.replace(temporary, path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
            return note


def _reason(error: BaseException) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error).strip() or type(error).__name__


def _read(path: Path) -> dict[str, Any] | None:
    """The content of an answers file; an empty one if there is none yet; None if it is not an answers file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return json.loads(json.dumps(_EMPTY))  # type: ignore[no-any-return]
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get("schema") != 1:
        return None
    return content if all(isinstance(content.get(kind), dict) for kind in ("answers", "predictions")) else None


def _move_beside(path: Path) -> Path:
    """Rename a file that cannot be read to the first free name beside it."""
    number = 1
    while (beside := path.with_name(f"{path.name}.unreadable-{number}")).exists():
        number += 1
    return path.rename(beside)


store = Store()
