"""Answers to the questions of the room `push`."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

Pushes = Sequence[tuple[float, float, str]]
Times = Sequence[float]


def receiver(sent: Times, arrivals: Mapping[str, Times]) -> str:
    """As the worked line has it."""
    count = {
        token: sum(any(0 <= push - message <= 2 for push in pushes) for message in sent)
        for token, pushes in arrivals.items()
    }
    return max(count, key=count.__getitem__)


def receiver_by_next(sent: Times, arrivals: Mapping[str, Times]) -> str:
    """Right by another road: of each message the next push of a token, by its place in order."""
    best, most = "", -1
    for token, pushes in arrivals.items():
        follows = [bisect_left(pushes, message) for message in sent]
        hits = sum(at < len(pushes) and pushes[at] <= message + 2 for at, message in zip(follows, sent, strict=True))
        if hits > most:
            best, most = token, hits
    return best


def most_by(score: Callable[[float, float], bool], each: Callable[[list[bool]], int] = any) -> Any:
    """A solution that counts the messages, or with `sum` the pairs, for which `score` of push and message holds."""

    def solution(sent: Times, arrivals: Mapping[str, Times]) -> str:
        return max(
            arrivals, key=lambda token: sum(each([score(push, one) for push in arrivals[token]]) for one in sent)
        )

    return solution


def most_pushes(sent: Times, arrivals: Mapping[str, Times]) -> str:
    return max(arrivals, key=lambda token: len(arrivals[token]))


def how_many_hits(sent: Times, arrivals: Mapping[str, Times]) -> int:
    return sum(0 <= push - one <= 2 for push in arrivals[receiver(sent, arrivals)] for one in sent)


def arrive(pushes: Pushes, back: float) -> list[str]:
    """As the worked line has it."""
    waiting, there = None, []
    for second, lifetime, name in pushes:
        if second >= back:
            there.append(name)
        elif lifetime > 0:
            waiting = (second + lifetime, name)
    return ([waiting[1]] if waiting and waiting[0] > back else []) + there


def arrive_backwards(pushes: Pushes, back: float) -> tuple[str, ...]:
    """Right by another road: from the last push to the first that was stored."""
    found: list[str] = []
    for second, lifetime, name in reversed(pushes):
        if second >= back:
            found.insert(0, name)
        elif lifetime:
            return tuple([name] * (second + lifetime > back) + found)
    return tuple(found)


def there(pushes: Pushes, back: float) -> list[str]:
    return [name for second, _, name in pushes if second >= back]


def all_good(pushes: Pushes, back: float) -> list[str]:
    return [name for second, lifetime, name in pushes if second >= back or second + lifetime > back]


def first_stored(pushes: Pushes, back: float) -> list[str]:
    stored = [name for second, lifetime, name in pushes if second < back and lifetime]
    return stored[:1] + there(pushes, back)


def single_tries_stored(pushes: Pushes, back: float) -> list[str]:
    away = [(second + lifetime, name) for second, lifetime, name in pushes if second < back]
    return [name for until, name in away[-1:] if until > back] + there(pushes, back)


def lifetimes_ignored(pushes: Pushes, back: float) -> list[str]:
    return [name for second, _, name in pushes if second < back][-1:] + there(pushes, back)


def single_tries_lost(pushes: Pushes, back: float) -> list[str]:
    return arrive([one for one in pushes if one[1]], back)


def only_what_waits(pushes: Pushes, back: float) -> list[str]:
    return arrive([one for one in pushes if one[0] < back], back)


def one_in_all(pushes: Pushes, back: float) -> list[str]:
    return arrive(pushes, back)[-1:]


def latest_of_the_good(pushes: Pushes, back: float) -> list[str]:
    good = [name for second, lifetime, name in pushes if second < back < second + lifetime]
    return good[-1:] + there(pushes, back)


def never_over(pushes: Pushes, back: float) -> list[str]:
    stored = [name for second, lifetime, name in pushes if second < back and lifetime]
    return stored[-1:] + there(pushes, back)


def good_to_the_end(pushes: Pushes, back: float) -> list[str]:
    return arrive([(second, lifetime + (lifetime > 0) / 2, name) for second, lifetime, name in pushes], back)


def there_a_moment_later(pushes: Pushes, back: float) -> list[str]:
    return arrive(pushes, back + 0.5)


def whole_pushes(pushes: Pushes, back: float) -> list[tuple[float, float, str]]:
    return [one for one in pushes if one[2] in arrive(pushes, back)]


def seconds(pushes: Pushes, back: float) -> list[float]:
    return [one[0] for one in pushes if one[2] in arrive(pushes, back)]


def as_they_arrive(pushes: Pushes, back: float) -> Iterator[str]:
    yield from arrive(pushes, back)


def content(addresses: Sequence[str]) -> dict[str, Any]:
    return {"aps": {"content-available": 1}, "loc_key": "DC_UPDATE", "addr": list(addresses)}


def body(addresses: Sequence[str]) -> bytes:
    return json.dumps(content(addresses)).encode()


def pack(addresses: Sequence[str]) -> bytes:
    """As the worked line has it."""
    for count in range(len(addresses), -1, -1):
        if len(made := body(addresses[:count])) <= 4096:
            return made
    raise AssertionError


def pack_by_adding(addresses: Sequence[str]) -> bytearray:
    """Right by another road: each address takes its letters, two quotes, and a comma with a space but for the first."""
    size, taken = len(body([])), 0
    for address in addresses:
        size += len(address) + (4 if taken else 2)
        if size > 4096:
            break
        taken += 1
    return bytearray(body(addresses[:taken]))


def pack_by_halving(addresses: Sequence[str]) -> bytes:
    low, high = 0, len(addresses)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if len(body(addresses[:middle])) < 4097 else (low, middle - 1)
    return body(addresses[:low])


def compact(addresses: Sequence[str]) -> bytes:
    made = b""
    for count in range(len(addresses) + 1):
        one = json.dumps(content(addresses[:count]), separators=(",", ":")).encode()
        made = one if len(one) <= 4096 else made
    return made


def address_first(addresses: Sequence[str]) -> bytes:
    return json.dumps(dict(reversed(json.loads(pack(addresses)).items()))).encode()


def less_than(addresses: Sequence[str]) -> bytes:
    return next(made for count in range(len(addresses), -1, -1) if len(made := body(addresses[:count])) < 4096)


def skipping(addresses: Sequence[str]) -> bytes:
    taken: list[str] = []
    for address in addresses:
        if len(body([*taken, address])) <= 4096:
            taken.append(address)
    return body(taken)


def from_the_end(addresses: Sequence[str]) -> bytes:
    return next(made for count in range(len(addresses) + 1) if len(made := body(addresses[count:])) <= 4096)


def by_average(addresses: Sequence[str]) -> bytes:
    return body(addresses[: 4096 * len(addresses) // max(1, len(body(addresses))) - 2])


def at_least_one(addresses: Sequence[str]) -> bytes | None:
    return next((body(addresses[:n]) for n in range(len(addresses), 0, -1) if len(body(addresses[:n])) <= 4096), None)


BANK = {
    "push-1": (
        [["b", "d"], {"d", "b"}, "b and d", "BD", ("d)", "b)"), np.array(["b", "d"])],
        [
            (["b", "c", "d"], "what can be *read* in it"),
            (["b", "c"], "what can be *read* in it"),
            (["b", "d", "e"], "What does it carry"),
            (["a", "b", "d"], "a person's message"),
            ("b", "more than the text that is shown"),
            (["d"], "can still be read"),
            (["f"], "can an address for the app be read"),
            (2, "can an address for the app be read"),
            ([["b", "d"], "e"], "stands among your items"),
        ],
    ),
    "push-2": (
        ["c", "C)", ["c"], "the answer is c", "the sender's own label"],
        [
            ("a", "The text is sealed"),
            ("b", "short and long look alike"),
            ("d", "to ring or to wake the app in silence"),
            ("e", "none of the options"),
        ],
    ),
    "push-3": (
        ["c", "C.", ["c"], "nothing yet"],
        [
            ("a", "growth needs two half-years"),
            ("b", "one holds the other"),
            ("d", "no two parts of it"),
            (119, "one of the letters"),
        ],
    ),
    "push-4": (
        [arrive, arrive_backwards, lambda pushes, back: np.array(arrive(pushes, back))],
        [
            (lambda pushes, back: set(arrive(pushes, back)), "a set has no order"),
            (whole_pushes, "not the whole pushes"),
            (seconds, "names are wanted"),
            (all_good, "there is one place for an app"),
            (first_stored, "the *latest* of those that are stored"),
            (single_tries_stored, "cannot push out what waits"),
            (lifetimes_ignored, "cannot push out what waits"),
            (single_tries_lost, "at 510 the device is there"),
            (only_what_waits, "when the device is back"),
            (one_in_all, "one place for what *waits*"),
            (latest_of_the_good, "the first does not come back"),
            (never_over, "is its time over"),
            (good_to_the_end, "in that second it is gone"),
            (there_a_moment_later, "the device is there already"),
            (there, "One of those was stored"),
            (lambda pushes, back: [], "what waits just before"),
            (as_they_arrive, "what waits just before"),
            (lambda pushes, back: print(arrive(pushes, back)), "not with `print`"),
            (lambda pushes: [], "should take 2 values"),
            (["e", "h", "i", "j"], "Wanted is a function"),
        ],
    ),
    "push-5": (
        [pack, pack_by_adding, pack_by_halving],
        [
            (lambda addresses: pack(addresses).decode(), "return what `body` makes, as it is"),
            (lambda addresses: json.loads(pack(addresses)), "the push itself is wanted"),
            (lambda addresses: len(pack(addresses)), "the push itself is wanted"),
            (address_first, "written in another way"),
            (compact, "without its spaces more would fit"),
            (body, "would answer 413"),
            (lambda addresses: body(addresses[:189]), "would answer 413"),
            (from_the_end, "from the beginning of the list"),
            (at_least_one, "still a push, with an empty list"),
            (less_than, "just 4,096 bytes are still taken"),
            (skipping, "stop at the first that does not fit"),
            (by_average, "one more address would fit"),
            (lambda addresses: body(addresses[:100]), "one more address would fit"),
            (lambda addresses: body(addresses[:187]), "one more address would fit"),
            (lambda addresses: body(addresses[:188]), "not the addresses"),
            (lambda addresses: pack(addresses).replace(b"addr", b"dcs"), "this push holds something else"),
            (lambda addresses: b"", "leave out the last one"),
            (lambda addresses: [*addresses], "the push itself is wanted"),
            (lambda addresses: [pack(addresses), None][1], "does it end with `return`"),
            (b"{}", "Wanted is a function"),
        ],
    ),
    "push-6": (
        [receiver, receiver_by_next, lambda sent, arrivals: np.str_(receiver(sent, arrivals))],
        [
            (how_many_hits, "return the one token"),
            (lambda sent, arrivals: [receiver(sent, arrivals)], "return the one token"),
            (most_by(lambda push, message: abs(push - message) <= 2), "*before* the messages leave"),
            (most_by(lambda push, message: 0 <= push - message <= 2, sum), "Count messages, each once"),
            (most_by(lambda push, message: 0 <= push - message <= 5), "that is too late"),
            (most_pushes, "How many soon after a message"),
            (most_by(lambda push, message: 0 <= push - message < 2), "still within two seconds"),
            (most_by(lambda push, message: 0 < push - message <= 2), "belongs to it"),
            (lambda sent, arrivals: "nobody", "after which of the messages"),
            (lambda sent, arrivals: print(receiver(sent, arrivals)), "not with `print`"),
            ("7c1e", "Wanted is a function"),
        ],
    ),
    "push-7": (
        ["c", "C:", ["c"], "the token no longer holds for the app"],
        [
            ("a", "makes no error"),
            ("b", "one cause among others"),
            ("d", "no answer in Apple's list"),
            (410, "one of the letters"),
        ],
    ),
    "push-8": (
        [
            15_000_000 / 900,
            "16,667 requests a second",
            "16 667 requests per second",
            "16667 a second",
            "16,700 requests/s",
            Fraction(50_000, 3),
            17_000,
            "16.7 thousand",
            [np.int64(16_667)],
        ],
        [
            (1_000_000, "that is a minute"),
            ("1 million requests", "that is a minute"),
            (60_000_000, "that is an hour"),
            (173.6, "How often does each ask"),
            (96, "all of them"),
            (277.78, "15 times 60 seconds"),
            (16.7, "in thousands"),
            (15_000_000, "in how many seconds"),
            ("many", "no number was found"),
        ],
    ),
}
