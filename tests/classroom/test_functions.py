"""Functions on cases: what is run, what is compared, and what is said of the first case that fails."""

import builtins
import functools
import gc
import io
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from chokepoints.classroom import check
from chokepoints.classroom.kinds import PRINTED, FunctionAnswer, Unreadable
from chokepoints.classroom.limit import Failed, TooLong, limited
from chokepoints.classroom.questions import Question, judge
from chokepoints.classroom.results import Strange, came_back, same, settled, shown, shown_whole
from chokepoints.errors import KitError

KIND = FunctionAnswer(
    "in_order(names)",
    (((["b", "a"],), ["a", "b"], "two names"), ((["a"],), ["a"], "one name"), (([],), [], "no name")),
    "a function of a list",
)
ASKED = Question("x-1", "Sort.", KIND, "so.", ("1", "2", "3"), (), "sort them.", 1, "code")


def told(function: Any) -> str:
    return str(judge(ASKED, function))


def test_right_in_any_shape() -> None:
    for function in (
        sorted,
        lambda names: sorted(names),
        lambda names: tuple(sorted(names)),
        lambda names: np.array(sorted(names)),
        lambda names, reverse=False: sorted(names),
        lambda *lists: sorted(lists[0]),
        functools.partial(sorted, reverse=False),
        type("Sorter", (), {"__call__": lambda self, names: sorted(names)})(),
    ):
        assert told(function) == "correct: so.", function


def raises(names: list[str]) -> list[str]:
    first = names[0]
    return sorted(names) if first else []


def changes(names: list[str]) -> list[str]:
    names.sort()
    names.append("more")
    return names[:-1]


def gives(names: list[str]) -> Iterator[str]:
    yield from sorted(names)


async def waits(names: list[str]) -> list[str]:
    return sorted(names)


def nothing(names: list[str]) -> None:
    sorted(names)


def prints(names: list[str]) -> None:
    print(sorted(names))


def loops(names: list[str]) -> list[str]:
    while len(names) != 1:
        pass
    return names


def recurses(names: list[str]) -> list[str]:
    return recurses(names)


def asks(names: list[str]) -> list[str]:
    return sorted(input("names? ").split())


class Strict(ValueError):
    def __str__(self) -> str:
        raise SystemExit


def strict(names: list[str]) -> list[str]:
    raise Strict("secret")


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda names: names, "two names: in_order(['b', 'a']) returned ['b', 'a']. Sort them."),
        (nothing, "two names: in_order(['b', 'a']) returned nothing: does it end with `return`? Sort them."),
        (prints, "printed something and returned nothing: end it with `return`, not with `print`."),
        (raises, "no name: in_order([]) stopped with IndexError: list index out of range."),
        (gives, "returned a generator, which has no items yet: write `return` for `yield`, or return list(...)."),
        (waits, "returned a coroutine: begin it with `def`, not with `async def`."),
        (loops, "did not come to an end in time: does its loop ever stop?"),
        (recurses, "stopped with RecursionError: maximum recursion depth exceeded"),
        (asks, "stopped with RuntimeError: it asks for input; let it take that from its arguments."),
        (strict, "stopped with Strict. Sort them."),
        (lambda names: set(names), "returned {'a', 'b'}."),
        (lambda names: print, "returned a builtin_function_or_method, which is none of the plain values"),
        (lambda names: ["x" * 100] * 50, "..."),
        (lambda names: 10**5000, "returned a very large number."),
        (lambda names: [10**5000], "returned a very large number."),
        (lambda names: ["a"] * 1_001, "a list of too many items"),
        (len, "returned 2."),
        (lambda: [], "should take 1 value: begin it with `def in_order(names):`."),
        (lambda names, more: [], "should take 1 value"),
        (lambda names, *, key: [], "should take 1 value"),
        (["a", "b"], "this is a list. Wanted is a function of a list."),
        ("in_order", "this is a text."),
    ],
)  # fmt: skip
def test_what_is_said(function: Any, said: str) -> None:
    verdict = told(function)
    assert verdict.startswith("not yet: ")
    assert said in verdict
    assert len(verdict) < 300


def test_a_coroutine_is_closed_and_complains_to_nobody(recwarn: pytest.WarningsRecorder) -> None:
    assert "coroutine" in told(waits)
    gc.collect()
    assert [str(warning.message) for warning in recwarn] == []


def test_an_empty_function_is_not_answered_yet() -> None:
    def dots(names: list[str]) -> list[str]: ...

    def documented(names: list[str]) -> list[str]:
        """Sort them."""

    def passed(names: list[str]) -> list[str]:
        pass

    for function in (dots, documented, passed, lambda names: ...):
        assert told(function).startswith("not answered yet: ")


def test_what_a_function_was_given_is_shown_in_full_where_it_is_short() -> None:
    phones = [(f"p{number}", "RU", [1, 2, 3, 4, 5]) for number in range(7)]
    assert shown_whole(phones) == repr(phones)
    assert "..." in shown(phones)
    assert shown_whole({"b": 1, "a": frozenset({3, 1, 2})}) == shown({"b": 1, "a": frozenset({3, 1, 2})})
    assert shown_whole(frozenset({"b", "a"})) == "{'a', 'b'}"
    for long in (list(range(13)), ["x" * 50], [["y" * 30] * 8], 10**5_000, b"z" * 300):
        assert shown_whole(long) == shown(long)


def test_a_function_that_returns_nothing_in_one_line_is_told_so() -> None:
    def nothing(names: list[str]) -> None:
        return None

    def bare(names: list[str]) -> None:
        return

    def documented(names: list[str]) -> None:
        """Sort them."""
        return

    at_the_top: dict[str, Any] = {}
    exec("def one(names): return None\ndef two(names):\n    return None\ndef three(names):\n  return\n", at_the_top)
    exec("def stub(names):\n    pass\ndef dots(names): ...\ndef short(names): pass\n", at_the_top)
    for function in (
        nothing,
        bare,
        documented,
        lambda names: None,
        *(at_the_top[one] for one in ("one", "two", "three")),
    ):
        assert told(function).startswith("not yet: "), function
        assert "returned nothing: does it end with `return`?" in told(function)
    for name in ("stub", "dots", "short"):
        assert told(at_the_top[name]).startswith("not answered yet: ")


def test_arguments_are_copies() -> None:
    assert told(changes) == "correct: so."
    assert KIND.cases[0][0] == (["b", "a"],)


def test_what_it_prints_is_swallowed_and_counted(capsys: Any) -> None:
    def floods(names: list[str]) -> list[str]:
        for _ in range(10_000):
            print("x" * 1_000)
        print("y", file=sys.stderr)
        return sorted(names)

    assert told(floods) == "correct: so."
    assert capsys.readouterr() == ("", "")
    assert KIND.read(prints) == (PRINTED, PRINTED, PRINTED)


def test_what_it_breaks_is_mended() -> None:
    kept, outputs, depth = dict(vars(builtins)), (sys.stdout, sys.stderr), sys.getrecursionlimit()

    def breaks(names: list[str]) -> list[str]:
        result = sorted(names)
        sys.setrecursionlimit(5_000)
        sys.stdout = sys.stderr = io.StringIO()
        builtins.sorted = builtins.type = lambda *_: ["a", "b"]  # type: ignore[assignment, misc]
        for name in [
            name for name in vars(builtins) if not name.startswith("__") and name not in ("delattr", "sorted")
        ]:
            delattr(builtins, name)
        return result

    assert told(breaks) == "correct: so."
    assert dict(vars(builtins)) == kept
    assert (sys.stdout, sys.stderr) == outputs
    assert sys.getrecursionlimit() == depth


@pytest.mark.alone
def test_a_thread_that_goes_on_does_not_hold_the_check_up() -> None:
    over = threading.Event()

    def starts(names: list[str]) -> list[str]:
        threading.Thread(target=over.wait, args=(30,)).start()
        return sorted(names)

    began = time.monotonic()
    try:
        assert told(starts) == "correct: so."
        assert time.monotonic() - began < 2
    finally:
        over.set()


@pytest.mark.alone
def test_an_endless_case_ends_the_reading() -> None:
    calls: list[list[str]] = []

    def slow(names: list[str]) -> list[str]:
        calls.append(names)
        while True:
            pass

    began = time.monotonic()
    assert KIND.read(slow) == (Failed(TooLong),) * 3
    assert time.monotonic() - began < 3
    assert len(calls) == 1


@pytest.mark.alone
def test_slow_cases_end_in_time_altogether(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(names: list[str]) -> list[str]:
        time.sleep(0.4)
        return sorted(names)

    monkeypatch.setattr(FunctionAnswer, "seconds", 1.0)
    many = FunctionAnswer("in_order(names)", KIND.cases * 10, "a function")
    began = time.monotonic()
    verdict = judge(Question("x-1", "?", many, "so.", ("1", "2", "3"), (), "again.", 1, "code"), slow)
    assert verdict.status == "not yet"
    assert 0.9 < time.monotonic() - began < 1.5


def test_off_the_main_thread_it_says_that_no_limit_applies(capsys: Any) -> None:
    thread = threading.Thread(target=check, args=("evidence-8", lambda ranges: 1))
    thread.start()
    thread.join()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("(No time limit applies here: ")
    assert lines[1].startswith("not yet: ")
    check("evidence-8", lambda ranges: 1)
    assert "No time limit" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ([1, (2.5, "x")], [1, (2.5, "x")]),
        (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
        ({np.int64(1): np.float64(2.5)}, {1: 2.5}),
        ({"x": {1, 2}}, {"x": frozenset({1, 2})}),
        (Decimal("2.5"), 2.5),
        (range(3), [0, 1, 2]),
        ({"a": 1}.values(), [1]),
        ([None, True, date(2018, 5, 28)], [None, True, date(2018, 5, 28)]),
        ([5], [5]),
        (np.array([5]), [5]),
        (np.float64(5), 5.0),
        ({frozenset({1}): (1,)}, {frozenset({1}): (1,)}),
        (b"x", b"x"),
        (bytearray(b"x"), b"x"),
        ([1j], [Strange("complex", "a complex")]),
    ],
    ids=repr,
)
def test_results_are_settled(value: object, plain: object) -> None:
    assert settled(value) == plain
    assert type(settled(value)) is type(plain)


@pytest.mark.parametrize(
    ("given", "wanted", "agree"),
    [
        (1, 1.0, True), (True, 1, False), (1, True, False), (0.1 + 0.2, 0.3, True), (2**70, 2**70 + 1, False),
        (2.0**70, 2**70, True), ([1, 2], (1, 2), True), ([2, 1], [1, 2], False), ([1], [1, 2], False),
        ("a", "A", False), (frozenset({1}), {1}, True), ([1], {1}, False), ({"a": 1.0}, {"a": 1}, True),
        ({"a": 2}, {"a": 1}, False), ({"a": 1, "b": 1}, {"a": 1}, False), ("2018-05-28", date(2018, 5, 28), False),
        (date(2018, 5, 28), date(2018, 5, 28), True), (float("nan"), 1, False), (10**400, 1.5, False),
        (None, 0, False), (Strange("X", "an X"), "X", False), ("1", 1, False),
    ],
)  # fmt: skip
def test_results_are_compared_as_plain_values(given: object, wanted: object, agree: bool) -> None:
    assert same(given, wanted, 0, 0) is agree


def test_results_within_a_tolerance() -> None:
    assert same([1.004], [1], 0.005, 0)
    assert not same([1.006], [1], 0.005, 0)
    assert same({"a": 1.4}, {"a": 1}, 0, 0.5)


def test_what_is_shown_is_short_and_the_same_on_every_run() -> None:
    assert shown(frozenset({"b", "a", "c"})) == "{'a', 'b', 'c'}"
    assert shown("x" * 500) == "'xxxxxxxxxxxxxxxxx...xxxxxxxxxxxxxxxxxx'"
    assert len(shown([["x" * 100] * 100] * 100)) <= 90
    assert "\n" not in came_back(Failed(ValueError, "a\nb" * 100))


def test_a_question_that_cannot_be_asked_is_refused() -> None:
    for signature, cases in (
        ("double", (((1,), 2, "one"),)),
        ("double(number)", ()),
        ("double(number)", (((1, 2), 2, "two"),)),
        ("double(number)", (((1,), None, "nothing"),)),
    ):
        with pytest.raises(KitError):
            FunctionAnswer(signature, cases, "a function")
    with pytest.raises(Unreadable):
        KIND.read(3)


class Loud(bytes):
    """Bytes whose own methods would decide about an answer, were they asked."""

    def __eq__(self, other: object) -> bool:
        return True

    def __getitem__(self, place: object) -> Any:
        return b"wanted"

    def __len__(self) -> int:
        return 6

    __hash__ = None  # type: ignore[assignment]


def test_bytes_are_taken_for_what_they_hold() -> None:
    assert settled(Loud(b"mine")) == b"mine"
    assert type(settled(Loud(b"mine"))) is bytes
    assert settled(bytes(20_001)) == Strange("bytes", "too many bytes")
    assert settled(bytes(20_000)) == bytes(20_000)
    assert settled(memoryview(b"x")) == Strange("memoryview", "a memoryview")


def test_a_kit_error_keeps_its_sentence() -> None:
    """What the kit says of a wrong argument helps the one who wrote it; it is cut late, and ends once."""

    def wrong() -> None:
        raise KitError("The models are exponential, weibull, logistic, not 'Weibull'. Did you mean weibull?")

    assert came_back(limited(wrong)) == (
        "stopped with KitError: The models are exponential, weibull, logistic, not 'Weibull'. Did you mean weibull."
    )
