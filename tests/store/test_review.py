"""The review queue: one version at a time, in order, and nothing passes while it is held."""

from datetime import date

import pytest

from chokepoints.errors import KitError
from chokepoints.store.review import Queue, State, order_of

DAY, LATER = date(2024, 7, 1), date(2024, 7, 5)


def passed(*numbers: str) -> Queue:
    queue = Queue()
    for number in numbers:
        queue.submit("a", number, DAY)
        queue.approve("a", DAY)
    return queue


def test_from_submission_to_decision() -> None:
    queue = passed("1.0")
    assert queue.submit("a", "1.1", DAY).state is State.SUBMITTED
    waiting, current = queue.waiting("a"), queue.current("a")
    assert waiting is not None
    assert current is not None
    assert (waiting.number, current.number) == ("1.1", "1.0")
    version = queue.approve("a", LATER)
    assert (version.state, version.submitted, version.decided) == (State.APPROVED, DAY, LATER)
    assert queue.current("a") == version
    assert queue.waiting("a") is None
    assert [one.number for one in queue.history("a")] == ["1.0", "1.1"]


def test_a_rejected_number_may_come_again() -> None:
    queue = passed("1.0")
    queue.submit("a", "1.1", DAY)
    assert queue.reject("a", LATER, "unclear").reason == "unclear"
    queue.submit("a", "1.1", LATER)
    assert queue.approve("a", LATER).number == "1.1"
    assert [one.state for one in queue.history("a")] == [State.APPROVED, State.REJECTED, State.APPROVED]


def test_held_from_now_on_and_what_waits_already() -> None:
    queue = passed("1.0")
    queue.submit("a", "1.1", DAY)
    queue.submit("b", "1.0", DAY)
    queue.hold(["a", "c"])
    assert [one.state for one in queue.history("a")] == [State.APPROVED, State.HELD]
    with pytest.raises(KitError, match=r"^a: its updates are held"):
        queue.approve("a", LATER)
    assert queue.submit("c", "1.0", DAY).state is State.HELD
    assert queue.approve("b", DAY).state is State.APPROVED
    queue.release(["a"])
    assert not queue.holds("a")
    assert queue.holds("c")
    assert queue.approve("a", LATER).number == "1.1"


@pytest.mark.parametrize("number", ["1.0", "0.9", "1", "1.0.0"])
def test_numbers_go_up(number: str) -> None:
    with pytest.raises(KitError, match=f"^version: {number} does not come after 1.0"):
        passed("1.0").submit("a", number, DAY)


@pytest.mark.parametrize("number", ["", "one", "1.", "1.2.3.4.5", "1,2", "-1", "1.٣", None, 1.1])
def test_what_is_no_number(number: object) -> None:
    with pytest.raises(KitError, match=r"^version: .* is no number of a version"):
        Queue().submit("a", number, DAY)


def test_ten_comes_after_nine() -> None:
    assert order_of("1.10") > order_of("1.9")
    queue = passed("1.9", "1.10")
    assert queue.current("a") == queue.history("a")[1]


def test_what_cannot_be_done() -> None:
    queue = passed("1.0")
    for act in (
        lambda: queue.approve("a", DAY),
        lambda: queue.reject("a", DAY, "why"),
        lambda: queue.approve("z", DAY),
    ):
        with pytest.raises(KitError, match="no version of it is in review"):
            act()
    queue.submit("a", "1.1", DAY)
    with pytest.raises(KitError, match=r"^version: a has 1\.1 in review already"):
        queue.submit("a", "1.2", DAY)
    with pytest.raises(KitError, match=r"^reason: '' says nothing"):
        queue.reject("a", DAY, "")
    assert queue.waiting("a") == queue.history("a")[-1]
