"""The limit: code that does not end is ended, whatever it catches, and afterwards all is as it was."""

import contextlib
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chokepoints.classroom.limit import Failed, TooLong, is_timed, limited

pytestmark = pytest.mark.alone


def plain_loop() -> None:
    while True:
        pass


def catches_all() -> None:
    while True:
        try:  # noqa: SIM105
            time.sleep(10)
        except:  # noqa: E722
            pass


def suppresses_all() -> None:
    while True:
        with contextlib.suppress(BaseException):
            time.sleep(10)


def loops_in_finally() -> None:
    try:
        plain_loop()
    finally:
        plain_loop()


def generator_loop() -> int:
    def numbers() -> Iterator[int]:
        while True:
            yield 1

    return sum(number for number in numbers())


def sleeps() -> None:
    time.sleep(60)


ENDLESS = [plain_loop, catches_all, suppresses_all, loops_in_finally, generator_loop, sleeps]


@pytest.fixture(autouse=True)
def same_as_before() -> Iterator[None]:
    """The alarm, its timer, the tracing and the outputs are what they were."""
    before = signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL), sys.gettrace(), sys.stdout
    yield
    after = signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL), sys.gettrace(), sys.stdout
    assert after == before


@pytest.mark.parametrize("run", ENDLESS, ids=lambda run: run.__name__)
def test_what_does_not_end_is_ended(run: Callable[[], Any]) -> None:
    began = time.monotonic()
    for _ in range(3):
        assert limited(run, seconds=0.1) == Failed(TooLong)
    assert time.monotonic() - began < 2


def test_the_usual_limit_is_two_seconds() -> None:
    began = time.monotonic()
    assert limited(plain_loop) == Failed(TooLong)
    assert 1.9 < time.monotonic() - began < 2.6


def test_what_ends_is_returned() -> None:
    assert limited(lambda: 3) == 3
    assert limited(lambda: None) is None


class Quiet(Exception):
    """Its message runs code, and so is not asked for."""

    def __str__(self) -> str:
        raise SystemExit

    args = property(lambda self: 1 / 0)  # type: ignore[assignment]
    __class__ = property(lambda self: 1 / 0)  # type: ignore[assignment]


def failing(error: BaseException) -> Callable[[], None]:
    def run() -> None:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "failed"),
    [
        (SystemExit(3), Failed(SystemExit)),
        (ValueError("no such thing"), Failed(ValueError, "no such thing")),
        (ValueError(3, 4), Failed(ValueError)),
        (GeneratorExit(), Failed(GeneratorExit)),
        (Quiet("x"), Failed(Quiet)),
    ],
    ids=lambda value: type.__dict__["__name__"].__get__(type(value)),
)
def test_what_is_raised_is_told(error: BaseException, failed: Failed) -> None:
    assert limited(failing(error)) == failed


def test_the_interrupt_passes_and_leaves_nothing_behind() -> None:
    with pytest.raises(KeyboardInterrupt):
        limited(failing(KeyboardInterrupt()), seconds=0.2)
    time.sleep(0.3)  # an alarm left behind would end this process


def test_a_real_interrupt_passes() -> None:
    main = threading.main_thread().ident
    assert main is not None
    # A shell starts what runs in the background with the interrupt ignored; a kernel never ignores it.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(0.2, lambda: signal.pthread_kill(main, signal.SIGINT))
    timer.start()
    began = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            limited(plain_loop, seconds=5)
        assert time.monotonic() - began < 2
    finally:
        timer.join()
        signal.signal(signal.SIGINT, before)


def test_within_another_the_shorter_time_counts() -> None:
    began = time.monotonic()
    assert limited(lambda: (limited(plain_loop, seconds=5), 7), seconds=0.3) == (Failed(TooLong), 7)
    assert limited(lambda: (limited(plain_loop, seconds=0.1), 7), seconds=5) == (Failed(TooLong), 7)
    assert time.monotonic() - began < 1.2


def test_the_outer_time_goes_on_after_the_inner() -> None:
    began = time.monotonic()
    assert limited(lambda: [limited(plain_loop, seconds=0.1), plain_loop()], seconds=0.4) == Failed(TooLong)
    assert 0.35 < time.monotonic() - began < 1


def test_somebody_elses_alarm_rings_as_it_would_have() -> None:
    rung: list[float] = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(time.monotonic()))
    try:
        began = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 0.4)
        assert limited(plain_loop, seconds=0.1) == Failed(TooLong)
        assert rung == []
        while not rung and time.monotonic() - began < 3:
            time.sleep(0.01)
        assert 0.35 < rung[0] - began < 0.8
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_somebody_elses_tracing_goes_on() -> None:
    def trace(*_: object) -> None:
        return None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        assert limited(catches_all, seconds=0.1) == Failed(TooLong)
        assert sys.gettrace() is trace
    finally:
        sys.settrace(before)


def test_off_the_main_thread_there_is_no_limit_and_no_alarm() -> None:
    outcomes: list[Any] = []

    def run() -> None:
        outcomes.append(is_timed())
        outcomes.append(limited(lambda: time.sleep(0.3) or 3, seconds=0.05))
        outcomes.append(limited(failing(SystemExit())))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert outcomes == [False, 3, Failed(SystemExit)]
    assert is_timed()
