"""Run what a learner's object may have a hand in: it can neither raise, nor end the kernel, nor run for ever."""

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

#: Seconds after which a learner's own code is stopped.
SECONDS = 2.0


class TooLong(BaseException):
    """The time is over. A BaseException, so that `except Exception` in a learner's code does not catch it."""


def limited(run: Callable[[], T], seconds: float = SECONDS) -> T | BaseException:
    """What `run` returns, or whatever it raised, SystemExit and TooLong included; the learner's own interrupt passes.

    The time limit needs a main thread and `signal.setitimer`: where either is missing (Windows, a worker thread) none
    applies.
    """
    timed = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    armed = True

    def over(_signal: int, _frame: FrameType | None) -> None:
        if armed:
            raise TooLong

    before = signal.signal(signal.SIGALRM, over) if timed else None
    outcome: T | BaseException
    try:
        try:
            if timed:
                # Again and again: code that catches the first one meets the next.
                signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)
            outcome = run()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            outcome = error
    except TooLong as error:  # it rang once more while something else was being caught
        outcome = error
    finally:
        armed = False
        if timed:
            # The timer before the handler: without one a late signal would end the process.
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
    return outcome
