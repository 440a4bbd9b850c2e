"""Answers to the questions of the room `messenger`."""

from collections import Counter
from fractions import Fraction
from typing import Any

import numpy as np

from chokepoints.messenger.questions_counts import AIMED, EARLY, STRANGERS

Headers = list[tuple[str, list[str]]]


def closest(headers: Headers, person: str) -> str:
    """As the worked line has it."""
    count: dict[str, int] = {}
    for writer, others in headers:
        for other in others:
            if person in (writer, other):
                name = other if person == writer else writer
                count[name] = count.get(name, 0) + 1
    return max(count, key=lambda name: count[name])


def with_counter(headers: Headers, person: str) -> Any:
    """Right by another road, in numpy's text; empties the list it was given."""
    pairs = Counter(frozenset((writer, other)) for writer, others in headers for other in others)
    headers.clear()
    best = max((pair for pair in pairs if person in pair), key=lambda pair: pairs[pair])
    return np.str_(next(iter(best - {person})))


def written(headers: Headers, person: str) -> str:
    count = Counter(other for writer, others in headers if writer == person for other in others)
    return count.most_common(1)[0][0] if count else "dan"


def received_together(headers: Headers, person: str) -> str:
    count: Counter[str] = Counter()
    for writer, others in headers:
        if person in (writer, *others):
            count.update({writer, *others} - {person})
    return count.most_common(1)[0][0]


def received(headers: Headers, person: str) -> str:
    count = Counter(writer for writer, others in headers if person in others)
    return count.most_common(1)[0][0] if count else "nobody"


def first_receiver(headers: Headers, person: str) -> str:
    count: Counter[str] = Counter()
    for writer, others in headers:
        if writer == person:
            count[others[0]] += 1
        elif person in others:
            count[writer] += 1
    return count.most_common(1)[0][0]


def no_groups(headers: Headers, person: str) -> str:
    return closest([header for header in headers if len(header[1]) == 1] or headers, person)


def herself(headers: Headers, person: str) -> str:
    return person


def how_often(headers: Headers, person: str) -> int:
    return len(headers)


def printed(headers: Headers, person: str) -> None:
    print(closest(headers, person))


BANK: dict[str, tuple[list[Any], list[tuple[Any, str]]]] = {
    "messenger-1": (
        ["b", "B)", "a secret chat", "Secret chat", ["b"], np.str_("b: a secret chat")],
        [
            ("a", "a new phone shows such chats"),
            ("group", "no encryption from end to end"),
            ("a group", "no encryption from end to end"),
            ("d", "true of one kind only"),
            ("all of these", "true of one kind only"),
            ("channels", "none of the options"),
            (2, "letters"),
        ],
    ),
    "messenger-2": (
        [
            ["e", "f"],
            {"f", "E"},
            "e and f",
            ["silent participant", "device"],
            ("f", "e", "e"),
            np.array(["e", "f"]),
            "ef",
        ],
        [
            (["e"], "lies unlocked on a table"),
            (["f"], "list of those one writes to"),
            (["c", "e", "f"], "not the key of a message"),
            (["b", "e", "f"], "ciphertext and no key"),
            ("abcdef", "not the key of a message"),
            (["d"], "ciphertext and no key"),
            (["e", "f", "x"], "not among what is asked"),
            ([], "nothing stands"),
        ],
    ),
    "messenger-3": (
        ["c", "C.", "the duty to decrypt", ["c"], np.str_("c"), "the answer is c"],
        [
            ("a", "did not forbid all access"),
            ("b", "not about one request"),
            ("d", "struck out in 2025"),
            ("e", "none of the options"),
            (["c", "d"], "letters"),
        ],
    ),
    "messenger-4": (
        [10, 10.0, "10 groups", "10", Fraction(10), np.int64(10)],
        [
            (60, "abc and bca are one group"),
            (16, "four and five too"),
            (15, "three times five"),
            (3, "number of holders"),
            (5, "number of holders"),
            (8, "write the groups down"),
            ("many", "number"),
        ],
    ),
    "messenger-5": (
        [STRANGERS, float(STRANGERS), f"{STRANGERS} messages", str(STRANGERS), np.int64(STRANGERS)],
        [
            (EARLY, "before message 200"),
            (STRANGERS - EARLY, "after message 200"),
            (AIMED, "messages of the six"),
            (AIMED + STRANGERS, "every message"),
            (0, "opens no stranger's message"),
            (8, "others.before"),
            (f"{STRANGERS} people", "messages"),
        ],
    ),
    "messenger-6": (
        [closest, with_counter, lambda headers, person: closest(headers, person)],
        [
            (written, "not only what she writes"),
            (received_together, "two who receive the same message"),
            (received, "both ways"),
            (first_receiver, "both ways"),
            (no_groups, "both ways"),
            (herself, "the person herself"),
            (how_often, "neither a number"),
            (printed, "`return`, not with `print`"),
            (len, "one argument (2 given)"),
            ("cyd", "this is a text"),
            (closest([("ann", ["ben"])], "ann"), "this is a text"),
        ],
    ),
    "messenger-7": (
        ["b", ["B"], "post-compromise security", np.str_("b")],
        [
            ("a", "closes the messages before"),
            ("forward secrecy", "closes the messages before"),
            ("c", "holds no keys here"),
            ("d", "what is missing is the key"),
            ("x", "none of the options"),
        ],
    ),
    "messenger-8": (
        ["b", "B", ["b"], "the answer is b", np.str_("b")],
        [
            ("a", "every stranger's messages"),
            ("c", "before anybody is named"),
            ("d", "in everybody's app"),
            ("f", "none of the options"),
        ],
    ),
}
