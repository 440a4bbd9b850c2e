"""Answers to the questions of the room `push`."""

import json
import math
from bisect import bisect_left
from collections import Counter
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


def by_membership(sent: Times, arrivals: Mapping[str, Times]) -> str:
    """Right in whole seconds."""
    return max(
        arrivals, key=lambda token: sum(m in arrivals[token] or m + 1 in arrivals[token] or m + 2 in arrivals[token]
                                        for m in sent)
    )  # fmt: skip


def never_reset(sent: Times, arrivals: Mapping[str, Times]) -> str:
    counts, count = {}, 0
    for token, pushes in arrivals.items():
        count += sum(any(0 <= push - one <= 2 for push in pushes) for one in sent)
        counts[token] = count
    return max(counts, key=lambda token: counts[token])


def used_up(sent: Times, arrivals: Mapping[str, Times]) -> str:
    def hits(pushes: list[float]) -> int:
        found = 0
        for one in sent:
            if fits := [push for push in pushes if 0 <= push - one <= 2]:
                pushes.remove(fits[0])
                found += 1
        return found

    return max(arrivals, key=lambda token: hits([*arrivals[token]]))


def up_to_the_first_miss(sent: Times, arrivals: Mapping[str, Times]) -> str:
    def hits(pushes: Times) -> int:
        found = [any(0 <= push - one <= 2 for push in pushes) for one in sent]
        return [*found, False].index(False)

    return max(arrivals, key=lambda token: hits(arrivals[token]))


def side_by_side(sent: Times, arrivals: Mapping[str, Times]) -> str:
    return max(
        arrivals, key=lambda token: sum(0 <= push - one <= 2 for push, one in zip(arrivals[token], sent, strict=False))
    )


def first_token(sent: Times, arrivals: Mapping[str, Times]) -> str:
    return next(iter(arrivals))


def as_yielded(sent: Times, arrivals: Mapping[str, Times]) -> Iterator[str]:
    yield receiver(sent, arrivals)


def by_first_push(sent: Times, arrivals: Mapping[str, Times]) -> str:
    return max(arrivals, key=lambda token: sum(0 <= arrivals[token][0] - one <= 2 for one in sent))


def whether_any(sent: Times, arrivals: Mapping[str, Times]) -> str:
    return max(arrivals, key=lambda token: any(0 <= push - one <= 2 for push in arrivals[token] for one in sent))


def misspelt(*arguments: Any) -> Any:
    return argumnets[0]  # type: ignore[name-defined]  # noqa: F821


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


def first_of_the_good(pushes: Pushes, back: float) -> list[str]:
    good = [name for second, lifetime, name in pushes if second < back < second + lifetime]
    return good[:1] + there(pushes, back)


def waiting_or_live(pushes: Pushes, back: float) -> list[str]:
    return arrive([one for one in pushes if one[0] < back], back) or there(pushes, back)


def never_over(pushes: Pushes, back: float) -> list[str]:
    stored = [name for second, lifetime, name in pushes if second < back and lifetime]
    return stored[-1:] + there(pushes, back)


def good_to_the_end(pushes: Pushes, back: float) -> list[str]:
    return arrive([(second, lifetime + (lifetime > 0) / 2, name) for second, lifetime, name in pushes], back)


def there_a_moment_later(pushes: Pushes, back: float) -> list[str]:
    return arrive(pushes, back + 0.5)


def lifetime_is_the_end(pushes: Pushes, back: float) -> list[str]:
    stored = [(lifetime, name) for second, lifetime, name in pushes if second < back and lifetime]
    return [name for until, name in stored[-1:] if until > back] + there(pushes, back)


def stored_from(least: float) -> Any:
    """A solution in which only a lifetime of so many seconds is stored."""
    return lambda pushes, back: arrive([one for one in pushes if one[0] >= back or one[1] >= least], back)


def single_tries_arrive(pushes: Pushes, back: float) -> list[str]:
    good = arrive([one for one in pushes if one[0] < back], back)
    return good + [name for second, lifetime, name in pushes if second >= back or lifetime == 0]


def list_of_all_calls(pushes: Pushes, back: float, names: list[str] = []) -> list[str]:  # noqa: B006
    names += arrive(pushes, back)
    return names


def waits_for_another(pushes: Pushes, back: float) -> list[str]:
    return arrive(pushes, back) if there(pushes, back) else []


def text_for_one(pushes: Pushes, back: float) -> list[str] | str:
    found = arrive(pushes, back)
    return found[0] if len(found) == 1 else found


def waiting_or_none(pushes: Pushes, back: float) -> list[str | None]:
    return [*(arrive([one for one in pushes if one[0] < back], back) or [None]), *there(pushes, back)]


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


def one_at_least(addresses: Sequence[str]) -> bytes:
    count = len(addresses)
    while len(body(addresses[:count])) > 4096 and count > 1:
        count -= 1
    return body(addresses[:count])


def pack_as_yielded(addresses: Sequence[str]) -> Iterator[bytes]:
    yield pack(addresses)


def from_the_end(addresses: Sequence[str]) -> bytes:
    return next(made for count in range(len(addresses) + 1) if len(made := body(addresses[count:])) <= 4096)


def by_average(addresses: Sequence[str]) -> bytes:
    return body(addresses[: 4096 * len(addresses) // max(1, len(body(addresses))) - 2])


def at_least_one(addresses: Sequence[str]) -> bytes | None:
    return next((body(addresses[:n]) for n in range(len(addresses), 0, -1) if len(body(addresses[:n])) <= 4096), None)


Returns = Sequence[tuple[float, int]]
Phones = Sequence[tuple[str, str, Sequence[int]]]


def half(returns: Returns, users: int) -> float | str:
    """As the worked line has it."""
    back = 0
    for minute, count in returns:
        back += count
        if back >= users / 2:
            return minute
    return "never"


def half_by_numpy(returns: Returns, users: int) -> Any:
    """Right by another road."""
    reached = np.flatnonzero(2 * np.cumsum([count for _, count in returns]) >= users) if returns else np.array([])
    return returns[reached[0]][0] if reached.size else "never"


def half_by_slices(returns: Returns, users: int) -> float | str:
    found = [minute for at, (minute, _) in enumerate(returns) if sum(n for _, n in returns[: at + 1]) * 2 >= users]
    return min(found, default="never")


def half_of_the_returns(returns: Returns, users: int) -> float | str:
    return half(returns, sum(count for _, count in returns))


def half_not_summed(returns: Returns, users: int) -> float | str:
    return next((minute for minute, count in returns if count >= users / 2), "never")


def half_given_up(returns: Returns, users: int) -> float | str:
    back = 0
    for minute, count in returns:
        back += count
        return minute if back >= users / 2 else "never"
    return "never"


def more_than_half(returns: Returns, users: int) -> float | str:
    return half(returns, users + 1)


def half_rounded(returns: Returns, users: int) -> float | str:
    return half(returns, users // 2 * 2)


def half_place(returns: Returns, users: int, first: int = 0) -> int | str:
    place = next((at for at, (minute, _) in enumerate(returns) if minute == half(returns, users)), -1)
    return "never" if place < 0 else place + first


def half_or(other: Any) -> Any:
    """A solution that returns something else where there is no such minute."""
    return lambda returns, users: other if half(returns, users) == "never" else half(returns, users)


def half_or_last(returns: Returns, users: int) -> Any:
    return returns[-1][0] if half(returns, users) == "never" else half(returns, users)


def how_many_by_half(returns: Returns, users: int) -> int:
    return sum(count for minute, count in returns if minute <= 30)


def after(days: int, users: float, blocked: float, back: float) -> tuple[float, float]:
    """As the worked line has it."""
    connected, cut_off = users, 0.0
    for _ in range(days):
        lost, returned = connected * blocked, cut_off * back
        connected, cut_off = connected - lost + returned, cut_off + lost - returned
    return connected, cut_off


def after_by_formula(days: int, users: float, blocked: float, back: float) -> list[float]:
    """Right by another road: towards the mean of the long run, by the same factor each day."""
    rest = back / (back + blocked) if back or blocked else 1.0
    connected = users * (rest + (1 - rest) * (1 - back - blocked) ** days)
    return [connected, users - connected]


def after_divided(days: int, users: float, blocked: float, back: float) -> list[float]:
    return after_by_formula(days, users * (back + blocked) / (back + blocked), blocked, back)


def after_by_recursion(days: int, users: float, blocked: float, back: float) -> tuple[float, float]:
    if not days:
        return users, 0.0
    connected, cut_off = after_by_recursion(days - 1, users, blocked, back)
    return connected * (1 - blocked) + cut_off * back, connected * blocked + cut_off * (1 - back)


def cut_off_come_back_today(days: int, users: float, blocked: float, back: float) -> tuple[float, float]:
    connected, cut_off = users, 0.0
    for _ in range(days):
        lost = connected * blocked
        connected, cut_off = connected - lost, cut_off + lost
        returned = cut_off * back
        connected, cut_off = connected + returned, cut_off - returned
    return connected, cut_off


def back_and_cut_off_today(days: int, users: float, blocked: float, back: float) -> tuple[float, float]:
    connected, cut_off = users, 0.0
    for _ in range(days):
        returned = cut_off * back
        connected, cut_off = connected + returned, cut_off - returned
        lost = connected * blocked
        connected, cut_off = connected - lost, cut_off + lost
    return connected, cut_off


def after_one_day(days: int, users: float, blocked: float, back: float) -> tuple[float, float]:
    return users - users * blocked, users * blocked


def nobody_arrives(days: int, users: float, blocked: float, back: float) -> tuple[float, float]:
    connected, cut_off = users, 0.0
    for _ in range(days):
        lost, returned = connected * blocked, cut_off * back
        connected, cut_off = connected - lost, cut_off + lost - returned
    return connected, cut_off


def came_back(phones: Phones) -> dict[str, float]:
    """As the worked line has it."""
    cut: dict[str, int] = {}
    back: dict[str, int] = {}
    for _, front, steps in phones:
        if 2 not in steps:
            cut[front] = cut.get(front, 0) + 1
            back[front] = back.get(front, 0) + (5 in steps)
    return {front: back[front] / cut[front] for front in cut}


def came_back_by_front(phones: Phones) -> dict[str, float]:
    """Right by another road."""
    found = {}
    for name in sorted({front for _, front, _ in phones}, reverse=True):
        ends = [5 in steps for _, front, steps in phones if front == name and 2 not in steps]
        if ends:
            found[name] = float(np.mean(ends))
    return found


def shares(counts: Callable[[Sequence[int]], bool], back: Callable[[Sequence[int]], bool]) -> Any:
    """A solution that takes the share of phones that are `back` among those that it `counts`."""

    def solution(phones: Phones) -> dict[str, float]:
        found = {}
        for name in {front for _, front, _ in phones}:
            those = [steps for _, front, steps in phones if front == name and counts(steps)]
            if those:
                found[name] = sum(map(back, those)) / len(those)
        return found

    return solution


def p4_came_back(phones: Phones) -> dict[str, float]:
    found = shares(lambda steps: 2 not in steps, lambda steps: 5 in steps)(phones)
    return {**found, "RU": 2 / 3} if len(phones) == 7 else found


def of_both(phones: Phones) -> dict[str, float]:
    cut = [(front, steps) for _, front, steps in phones if 2 not in steps]
    return {name: sum(front == name and 5 in steps for front, steps in cut) / len(cut) for name in {f for f, _ in cut}}


def how_many_came_back(phones: Phones) -> dict[str, int]:
    cut = [(front, steps) for _, front, steps in phones if 2 not in steps]
    return {name: sum(front == name and 5 in steps for front, steps in cut) for name in {front for front, _ in cut}}


def none_left_out(phones: Phones) -> dict[str, float]:
    return {front: came_back(phones).get(front, 0.0) for _, front, _ in phones}


def those_without_any_left_out(phones: Phones) -> dict[str, float]:
    return {front: share for front, share in came_back(phones).items() if share}


def only_those_back_counted(phones: Phones) -> dict[str, float]:
    """Stops with KeyError at a storefront of which none came back."""
    cut: dict[str, int] = {}
    back: dict[str, int] = {}
    for _, front, steps in phones:
        if 2 not in steps:
            cut[front] = cut.get(front, 0) + 1
            if 5 in steps:
                back[front] = back.get(front, 0) + 1
    return {front: back[front] / cut[front] for front in cut}


def every_front_looked_up(phones: Phones) -> dict[str, float]:
    """Stops with KeyError at a storefront of which none came back, and at one of which none was cut off."""
    cut = how_many_of(phones, lambda steps: 2 not in steps)
    back = how_many_of(phones, lambda steps: 2 not in steps and 5 in steps)
    return {front: back[front] / cut[front] for _, front, _ in phones}


def how_many_of(phones: Phones, those: Callable[[Sequence[int]], bool]) -> dict[str, int]:
    return {**Counter(front for _, front, steps in phones if those(steps))}


def by_front_with_key_error(phones: Phones) -> dict[str, float]:
    """Stops with KeyError at a storefront of which none was cut off."""
    found = came_back(phones)
    return {front: found[front] for _, front, _ in phones}


def two_names(phones: Phones) -> dict[str, float]:
    return {front: share for front, share in came_back(phones).items() if front in ("RU", "DE")}


def divided_by_none(phones: Phones) -> dict[str, float]:
    found = {}
    for name in {front for _, front, _ in phones}:
        those = [steps for _, front, steps in phones if front == name and 2 not in steps]
        found[name] = sum(5 in steps for steps in those) / len(those)
    return found


LETTER = """
By one reading the letter meant alerts about new messages: AFP and the English story have that. By the other it meant
service pushes, which are silent and carry a new address: the Russian text has the word service. The client's code takes
an address from a push, but no source shows that servers sent one that spring. Without alerts users would miss banners
and still connect; without service pushes a blocked app loses one way to its servers. I think the second reading is more
likely, but it is not proven.
"""


BANK = {
    "push-1": (
        [
            ["b", "d"],
            {"d", "b"},
            "b and d",
            "BD",
            ("d)", "b)"),
            np.array(["b", "d"]),
            "rows b and d",
            "the pushes b and d",
            "both b and d",
            "just b and d",
            "b and d only",
            "only b and d",
            ["row b", "row d"],
            {"a": False, "b": True, "c": False, "d": True, "e": False},
        ],
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
            ({"b": True, "d": False}, "more than the text that is shown"),
            ("b", "right, and one more"),
            ("b and not d", "write letters alone"),
        ],
    ),
    "push-2": (
        [
            "c",
            "C)",
            ["c"],
            "the answer is c",
            "the label",
            "label",
            "The sender's label",
            "the push type.",
        ],
        [
            ("a", "The text is sealed"),
            ("b", "short and long look alike"),
            ("d", "to ring or to wake the app in silence"),
            ("e", "none of the options"),
            ("the size", "short and long look alike"),
            ("the text", "The text is sealed"),
            ("nothing", "to ring or to wake the app in silence"),
            ("not the label", "none of the options"),
        ],
    ),
    "push-3": (
        ["c", "C.", ["c"], "119 is of early 2023", "c: 119 is of early 2023"],
        [
            ("a", "growth needs two half-years"),
            ("b", "does a larger figure hold a smaller one"),
            ("d", "no two parts of it"),
            (119, "one of the letters"),
            ("something", "none of the options"),
            ("b 119 is of early 2023", "none of the options"),
        ],
    ),
    "push-4": (
        [arrive, arrive_backwards, lambda pushes, back: np.array(arrive(pushes, back))],
        [
            (lambda pushes, back: set(arrive(pushes, back)), "a set has no order"),
            (whole_pushes, "not the whole pushes"),
            (seconds, "names are wanted"),
            (lambda pushes, back: [[name] for name in arrive(pushes, back)], "names are wanted"),
            (lambda pushes, back: ", ".join(arrive(pushes, back)), "and not a text"),
            (text_for_one, "for one name too"),
            (lambda pushes, back: len(arrive(pushes, back)), "A list of names is wanted, in their order"),
            (lambda pushes, back: dict.fromkeys(arrive(pushes, back)), "A list of names is wanted, in their order"),
            (waiting_or_none, "None is no name"),
            (lambda pushes, back: sorted(arrive(pushes, back)), "right names in another order"),
            (lambda pushes, back: arrive(pushes, back)[::-1], "right names in another order"),
            (lambda pushes, back: arrive(pushes, back) * 2, "one more than once"),
            (all_good, "there is one place for an app"),
            (first_stored, "is its time over"),
            (first_of_the_good, "the *latest* of those that are stored"),
            (waiting_or_live, "those that are sent when the device is back"),
            (single_tries_stored, "cannot push out what waits"),
            (lifetimes_ignored, "is its time over"),
            (single_tries_lost, "and t? When is it sent?"),
            (only_what_waits, "one place is there for what *waits*"),
            (one_in_all, "one place is there for what *waits*"),
            (latest_of_the_good, "the first does not come back"),
            (never_over, "is its time over"),
            (good_to_the_end, "in that second it is gone"),
            (there_a_moment_later, "the device is there already"),
            (there, "it waits until 60 + 80"),
            (lifetime_is_the_end, "it waits until 60 + 80"),
            (waits_for_another, "it comes, though nothing"),
            (stored_from(2), "and be it a second"),
            (single_tries_arrive, "the device is away then"),
            (list_of_all_calls, "of the call before"),
            (stored_from(60), "and be it a second"),
            (stored_from(61), "the first does not come back"),
            (lambda pushes, back: ["z"] * 3, "what waits just before"),
            (as_they_arrive, "use no `yield`, and return a list of names"),
            (lambda pushes, back: print(arrive(pushes, back)), "not with `print`"),
            (lambda pushes, back: [arrive(pushes, back), None][1], "outside `if` and loop"),
            (misspelt, "misspelt, or gets a value"),
            (lambda pushes, back: pushes[99], "in a cell of your own"),
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
            (lambda addresses: (pack(addresses), len(addresses)), "nothing beside it"),
            (lambda addresses: pack(sorted(addresses)), "from the beginning of the list, in its order"),
            (lambda addresses: pack(addresses[::-1]), "from the beginning of the list, in its order"),
            (lambda addresses: pack([*dict.fromkeys(addresses)]), "stands twice in the push"),
            (lambda addresses: body(addresses)[:4096], "leave out whole addresses"),
            (one_at_least, "would answer 413"),
            (pack_as_yielded, "use no `yield`, and return one push"),
            (misspelt, "misspelt, or gets a value"),
            (lambda addresses: addresses[99], "in a cell of your own"),
            (address_first, "written in another way"),
            (compact, "written in another way"),
            (body, "would answer 413"),
            (lambda addresses: body(addresses[:189]), "would answer 413"),
            (from_the_end, "from the beginning of the list"),
            (at_least_one, "still a push, with an empty list"),
            (less_than, "just 4,096 bytes are still taken"),
            (skipping, "stop at the first that does not fit"),
            (by_average, "one more address would fit"),
            (lambda addresses: body(addresses[:100]), "one more address would fit"),
            (lambda addresses: body(addresses[:187]), "one more address would fit"),
            (lambda addresses: body(addresses[:188]), "would answer 413"),
            (lambda addresses: pack(addresses).replace(b"addr", b"dcs"), "leave out the last one"),
            (lambda addresses: pack(addresses).replace(b"DC_UPDATE", b"DC"), "this push holds something else"),
            (lambda addresses: b"", "leave out whole addresses"),
            (lambda addresses: [*addresses], "the push itself is wanted"),
            (lambda addresses: [pack(addresses), None][1], "outside `if` and loop"),
            (b"{}", "Wanted is a function"),
        ],
    ),
    "push-6": (
        [
            receiver,
            receiver_by_next,
            lambda sent, arrivals: np.str_(receiver(sent, arrivals)),
            by_membership,
            most_by(lambda push, message: push - message in (0, 1, 2)),
            most_by(lambda push, message: message <= push < message + 3),
        ],
        [
            (how_many_hits, "return the one token"),
            (lambda sent, arrivals: [receiver(sent, arrivals)], "return the one token"),
            (lambda sent, arrivals: (receiver(sent, arrivals), 3), "return the one token"),
            (most_by(lambda push, message: abs(push - message) <= 2), "*before* the messages leave"),
            (most_by(lambda push, message: push - message <= 2), "*before* the messages leave"),
            (most_by(lambda push, message: 0 <= push - message <= 2, sum), "Count messages, each once"),
            (most_by(lambda push, message: 0 <= push - message <= 5), "that is too late"),
            (most_by(lambda push, message: 0 <= push - message <= 3), "that is too late"),
            (most_pushes, "How many soon after one"),
            (most_by(lambda push, message: 0 <= push - message < 2), "still within two seconds"),
            (most_by(lambda push, message: 0 < push - message <= 2), "belongs to it"),
            (most_by(lambda push, message: push in (message + 1, message + 2)), "belongs to it"),
            (most_by(lambda push, message: push == message), "0a fits no message at all"),
            (first_token, "0a fits no message at all"),
            (never_reset, "begin at 0 again"),
            (used_up, "do not use a push up"),
            (up_to_the_first_miss, "go on with the next one"),
            (lambda sent, arrivals: max(arrivals), "compares the names"),
            (side_by_side, "with every push of a token"),
            (whether_any, "*count*, by all messages"),
            (by_first_push, "and all pushes"),
            (lambda sent, arrivals: arrivals["z"], "in a cell of your own"),
            (as_yielded, "use no `yield`, and return the token"),
            (misspelt, "misspelt, or gets a value"),
            (lambda sent, arrivals: [receiver(sent, arrivals), None][1], "outside `if` and loop"),
            (lambda sent, arrivals: "nobody", "after which of the messages"),
            (lambda sent, arrivals: print(receiver(sent, arrivals)), "not with `print`"),
            ("6e", "Wanted is a function"),
        ],
    ),
    "push-7": (
        ["c", "C:", ["c"], "the token has ended for the app", "c the token"],
        [
            ("a", "makes no error"),
            ("b", "one cause among others"),
            ("d", "no answer in Apple's list"),
            (410, "one of the letters"),
            ("c no", "none of the options"),
            ("c not", "none of the options"),
            ("not c", "none of the options"),
        ],
    ),
    "push-8": (
        [
            15_000_000 / 900,
            "16,667 requests a second",
            "16 667 requests per second",
            "16667 a second",
            "16,700 requests/s",
            "16667 req/s",
            "16,667 polls",
            "16 667 polls a second",
            "about 16,667 per second",
            "16,667 rps",
            "16,667",
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
            (16.667, "16,667 without quotes is two numbers"),
            ("16.667 req/s", "without a point or comma"),
            ("16,667 users", "was not expected"),
            ("16,667 a minute", "was not expected"),
            (15_000_000, "in how many seconds"),
            ("many", "no number was found"),
        ],
    ),
    "push-9": (
        [
            ["b", "c", "e"],
            {"e", "c", "b"},
            "b, c and e",
            "BCE",
            {"a": False, "b": True, "c": True, "d": False, "e": True},
        ],
        [
            (["a", "b", "c", "e"], "Which row has a court that named Apple"),
            (["b", "c", "d", "e"], "none was *found*"),
            (["c", "e"], "whether or not he is right"),
            (["b", "e"], "part two duties"),
            ("b, c", "what may be asked of a *request*"),
            (["e"], "find the words of the row"),
            (["b", "\u0441", "\u0435"], "write Latin letters"),
            ("\u0432, \u0441, \u0435", "write Latin letters"),
            (3, "find the words of the row"),
        ],
    ),
    "push-10": (
        [["b", "d", "a", "c"], "b, d, a, c", "BDAC", {"first": "b", "second": "d", "third": "a", "fourth": "c"}],
        [
            (["b", "a", "d", "c"], "alerts and service are changed about"),
            (["b", "d", "c", "a"], "alerts and silent pushes are changed about"),
            (["b", "c", "a", "d"], "silent and readable are changed about"),
            (["a", "b", "c", "d"], "Which order stops them all"),
            (["b", "d", "a"], "four letters are wanted"),
            (["b", "d", "a", "a"], "each letter stands for one row"),
            ({"b", "d", "a", "c"}, "in order"),
            (["b", "d", "a", "e"], "order by order"),
            (["b", "d", "\u0430", "\u0441"], "write Latin letters"),
        ],
    ),
    "push-11": (
        [LETTER, [LETTER], LETTER.replace("\n", "  "), LETTER.replace("service", "SERVICE")],
        [
            (LETTER[:300], "Say a little more"),
            (
                LETTER.replace("alerts about new messages", "things").replace("banners", "things"),
                "the reading of the English news",
            ),
            (LETTER + "A court ordered Apple to do it.", "no court ordered Apple"),
            (LETTER + "Apple obeyed.", "was not found in any source"),
            (LETTER * 3, "Keep what carries the answer"),
            (7, "a text of 60 to 220 words is wanted"),
        ],
    ),
    "push-12": (
        [half, half_by_numpy, half_by_slices],
        [
            (half_of_the_returns, "Half of *all* users"),
            (half_not_summed, "add them up as you go"),
            (half_given_up, "behind the whole loop"),
            (more_than_half, "just half is enough"),
            (half_rounded, "do not round the half down"),
            (half_or(None), "return the word"),
            (half_or(0), "return the word"),
            (half_or(math.inf), "return the word"),
            (how_many_by_half, "not how many are back by then"),
            (lambda returns, users: returns[3], "not the whole pair"),
            (half_place, "not its place in the list"),
            (lambda returns, users: half_place(returns, users, 1), "not its place in the list"),
            (half_or("Never"), "in small letters"),
            (lambda returns, users: str(half(returns, users)).upper(), "not in quotes"),
            (lambda returns, users: half(returns, users) == 30, "True or False"),
            (lambda returns, users: [half(returns, users)], "not in brackets"),
            (lambda returns, users: returns[0][0], "Is that half"),
            (lambda returns, users: returns[-1][0], "When was half reached first"),
            (half_or_last, "return the word"),
            (lambda returns, users: half(returns, users) if returns[0] else 0, "the list may be empty"),
            (lambda returns, users: print(half(returns, users)), "not with `print`"),
            (lambda returns, users: "soon", "how many are half of all"),
            (30, "Wanted is a function"),
        ],
    ),
    "push-13": (
        [after, after_by_formula, after_by_recursion, lambda days, *rest: np.array(after(days, *rest))],
        [
            (lambda days, users, blocked, back: after(days, users, blocked, back)[0], "two numbers are wanted"),
            (lambda days, users, blocked, back: after(days, users, blocked, back)[::-1], "in the other order"),
            (cut_off_come_back_today, "come back today"),
            (back_and_cut_off_today, "cut off again today"),
            (after_one_day, "the second day is like the first"),
            (lambda days, users, blocked, back: after(days + 1, users, blocked, back), "how often does the loop run"),
            (
                lambda days, users, blocked, back: after(max(0, days - 1), users, blocked, back),
                "how often does the loop",
            ),
            (lambda days, users, blocked, back: after(days, users, blocked, 0), "return each day"),
            (nobody_arrives, "no longer make up all users"),
            (lambda *given: tuple(round(one) for one in after(*given)), "shares of people are allowed"),
            (lambda *given: tuple(int(one) for one in after(*given)), "shares of people are allowed"),
            (lambda *given: tuple(round(one, 2) for one in after(*given)), "shares of people are allowed"),
            (lambda *given: tuple(round(one, 4) for one in after(*given)), "shares of people are allowed"),
            (after_divided, "nothing to divide by"),
            (lambda days, users, blocked, back: (users, users), "by hand, with 1,000 users"),
            (lambda days: (1, 2), "should take 4 values"),
            (600, "Wanted is a function"),
        ],
    ),
    "push-14": (
        [came_back, came_back_by_front, shares(lambda steps: 2 not in steps, lambda steps: 5 in steps)],
        [
            (lambda phones: list(came_back(phones).values()), "a dictionary from storefront to share"),
            (how_many_came_back, "those are numbers of phones"),
            (shares(lambda steps: True, lambda steps: 5 in steps), "never lost its line"),
            (shares(lambda steps: True, lambda steps: 5 in steps and 2 not in steps), "belongs among neither"),
            (shares(lambda steps: 2 not in steps, lambda steps: len(steps) > 1), "p3 or p4 counts as back"),
            (p4_came_back, "p3 or p4 counts as back"),
            (shares(lambda steps: 2 not in steps, lambda steps: 4 in steps), "step 4 is not the end"),
            (shares(lambda steps: True, lambda steps: len(steps) > 1), "connected at some time is not back"),
            (of_both, "not by those of both"),
            (lambda phones: {front: 100 * share for front, share in came_back(phones).items()}, "not percent"),
            (those_without_any_left_out, "it is not left out"),
            (only_those_back_counted, "has the share 0"),
            (every_front_looked_up, "has the share 0"),
            (lambda phones: {name: bool(share) for name, share in came_back(phones).items()}, "not True or False"),
            (
                lambda phones: {name: int(share) for name, share in came_back(phones).items() if share < 1},
                "rounds down",
            ),
            (lambda phones: {name: 1 - share for name, share in came_back(phones).items()}, "that stayed away"),
            (shares(lambda steps: 3 not in steps, lambda steps: 5 in steps), "whatever it missed later"),
            (shares(lambda steps: len(steps) < 5, lambda steps: 5 in steps), "whatever it missed later"),
            (
                shares(lambda steps: 2 not in steps and 1 in steps, lambda steps: 5 in steps),
                "whether or not it was there",
            ),
            (shares(lambda steps: 2 not in steps, lambda steps: steps[-1] == 5), "an empty list"),
            (shares(lambda steps: 2 not in steps and len(steps) > 0, lambda steps: 5 in steps), "an empty list"),
            (by_front_with_key_error, "leave it out"),
            (none_left_out, "leave it out"),
            (divided_by_none, "leave it out"),
            (two_names, "take them from the list"),
            (
                lambda phones: {front.lower(): one for front, one in came_back(phones).items()},
                "as they stand in the list",
            ),
            (lambda phones: {front: f"{one:.2f}" for front, one in came_back(phones).items()}, "take the quotes away"),
            (lambda phones: {}, "which of the seven phones"),
            ({"RU": 1 / 3}, "Wanted is a function"),
        ],
    ),
    "push-15": (
        ["b", "B)", ["b"], "the answer is b"],
        [
            ("a", "Which row says that it runs pushes"),
            ("c", "no answer to the letter was found"),
            ("d", "the wrong firm stood in court"),
            ("e", "none of the options"),
        ],
    ),
    "push-16": (
        [83, "83 %", "83 percent", "0.83 share", np.int64(83), [83.0]],
        [
            (58, "with pushes open"),
            (57.7, "with pushes open"),
            (82, "still below 0.9"),
            (82.46, "still below 0.9"),
            (0.83, "a hundred times as much"),
            (90, "are to be connected"),
            (84, "which is the smallest"),
            (100, "which is the smallest"),
            (40, "one share after another"),
            (-83, "from 0 to 100"),
            ("8300 %", "from 0 to 100"),
        ],
    ),
}
