"""Run what a learner's object may have a hand in: it can neither raise, nor end the kernel, nor run for ever.

Not stopped are a call that stays inside a C function for ever, and code that catches everything and, while it handles
that, everything again. Nobody writes either by mistake; for those there is the kernel's own restart.
"""

import builtins
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any, TextIO, TypeVar

from chokepoints.errors import KitError

T = TypeVar("T")

#: Seconds after which a learner's own code is stopped.
SECONDS = 2.0
#: Seconds from one ring of the alarm to the next, for code that catches the first.
_AGAIN = 0.05
#: Rings after which code that catches them is stopped at its next line too: in its handler, or behind the `try`.
_PATIENCE = 2
_HERE = __file__


class TooLong(BaseException):
    """The time is over. A BaseException, so that `except Exception` in a learner's code does not catch it."""


@dataclass(frozen=True)
class Failed:
    """What was run did not return: the class of what it raised (TooLong where its time was over), and its message."""

    error: type[BaseException]
    message: str = ""


def is_timed() -> bool:
    """Whether a time limit can be set here: not on Windows, which has no `setitimer`, and not in a worker thread."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def limited(run: Callable[[], T], seconds: float = SECONDS, quiet: TextIO | None = None) -> T | Failed:
    """What `run` returns, else Failed, for SystemExit and the end of the time too; the learner's own interrupt passes.

    What it prints goes to `quiet`, where that is given, and it cannot ask for input then. The built-in names, the
    recursion limit, the alarm and its timer are afterwards what they were. Within another `limited` the time left
    there is the most there is.
    """
    timed, outputs, depth, trace = is_timed(), (sys.stdout, sys.stderr), sys.getrecursionlimit(), sys.gettrace()
    names, kept = vars(builtins), dict(vars(builtins))
    began, rings, running = time.monotonic(), 0, False

    def may_stop(frame: FrameType | None) -> bool:
        """Never in this module's own frames, so that neither tidying up nor stopping is torn apart."""
        return running and frame is not None and frame.f_code.co_filename != _HERE

    def over(_signal: int, frame: FrameType | None) -> None:
        nonlocal rings
        if may_stop(frame):
            rings += 1
            if rings > _PATIENCE:
                _trace(frame, stop)
            raise TooLong

    def stop(frame: FrameType, event: str, _arg: Any) -> Any:
        if event == "line" and may_stop(frame):  # at "exception" it stands in the very `try` that will catch it
            raise TooLong
        return stop

    before = signal.getsignal(signal.SIGALRM) if timed else None
    left, interval = signal.getitimer(signal.ITIMER_REAL) if timed else (0.0, 0.0)
    caught: BaseException | None = None
    try:
        if timed:
            signal.signal(signal.SIGALRM, over)
            signal.setitimer(signal.ITIMER_REAL, min(seconds, left) if left else seconds, _AGAIN)
        if quiet is not None:
            sys.stdout = sys.stderr = quiet
            names["input"] = _no_input
        running = True
        outcome = run()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        running = False
        caught = error  # no more yet: the built-in names may be gone
    finally:
        running = False
        names.update(kept)  # first of all: what follows needs them
        sys.stdout, sys.stderr = outputs
        sys.setrecursionlimit(depth)
        if rings > _PATIENCE:
            sys.settrace(trace)
        if timed:
            # The timer before the handler: without one a late signal would end the process.
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
            if left:
                signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - began), 1e-3), interval)
    return outcome if caught is None else Failed(type(caught), _message(caught))


def _no_input(_prompt: object = "") -> str:
    raise RuntimeError("it asks for input; let it take that from its arguments")


def _trace(frame: FrameType | None, stop: Callable[[FrameType, str, Any], Any]) -> None:
    """Let `stop` see every next line of what runs: of the innermost thousand calls, and of all new ones."""
    sys.settrace(stop)
    for _ in range(1_000):
        if frame is None or frame.f_code is limited.__code__:
            break
        frame.f_trace = stop
        frame = frame.f_back


def _message(error: BaseException) -> str:
    """The message of an exception of Python's own or of the kit's; no method of a learner's class is called."""
    arguments = BaseException.args.__get__(error)  # type: ignore[attr-defined]
    first = arguments[0] if arguments else ""
    known = type(error) is KitError or type.__dict__["__module__"].__get__(type(error)) == "builtins"
    return first if known and type(first) is str else ""
