"""Answers to the questions of the room `messenger`."""

from collections import Counter
from fractions import Fraction
from hashlib import sha256
from typing import Any

import numpy as np

from chokepoints.messenger.questions_counts import AIMED, EARLY, STRANGERS
from chokepoints.messenger.questions_draft import DEVICE, RECORDS

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


def derive(key: bytes, msg_key: bytes) -> tuple[bytes, bytes]:
    """As the worked line has it."""
    a = sha256(msg_key + key[0:36]).digest()
    b = sha256(key[40:76] + msg_key).digest()
    return a[0:8] + b[8:24] + a[24:32], b[0:8] + a[8:24] + b[24:32]


def in_bytearrays(key: bytes, msg_key: bytes) -> Any:
    """Right by another road: bytes put in place, one after the other."""
    a, b = (bytearray(sha256(part).digest()) for part in (msg_key + key[:36], key[40:76] + msg_key))
    a[8:24], b[8:24] = b[8:24], a[8:24]
    return [a, b]


def from_the_server(key: bytes, msg_key: bytes) -> tuple[bytes, bytes]:
    return derive(key[8:], msg_key)


def key_first(key: bytes, msg_key: bytes) -> tuple[bytes, bytes]:
    a = sha256(key[0:36] + msg_key).digest()
    b = sha256(msg_key + key[40:76]).digest()
    return a[0:8] + b[8:24] + a[24:32], b[0:8] + a[8:24] + b[24:32]


def vector_first(key: bytes, msg_key: bytes) -> tuple[bytes, bytes]:
    aes_key, vector = derive(key, msg_key)
    return vector, aes_key


def key_alone(key: bytes, msg_key: bytes) -> bytes:
    return derive(key, msg_key)[0]


def too_short(key: bytes, msg_key: bytes) -> Any:
    """A piece too short by one byte: printed in full it would look like the right one."""
    aes, vector = derive(key, msg_key)
    return aes[:7] + aes[8:], vector


def in_memory(key: bytes, msg_key: bytes) -> Any:
    return tuple(map(memoryview, derive(key, msg_key)))


def in_hex(key: bytes, msg_key: bytes) -> tuple[str, str]:
    aes_key, vector = derive(key, msg_key)
    return aes_key.hex(), vector.hex()


def digests_alone(key: bytes, msg_key: bytes) -> tuple[bytes, bytes]:
    return sha256(msg_key + key[:36]).digest(), sha256(key[40:76] + msg_key).digest()


def devices_of(person: str, asked_by: str, own: list[str]) -> list[str]:
    """As the worked line has it."""
    return [*own, "ghost"] if (person == "fay") != (asked_by == "fay") else own


def appended(person: str, asked_by: str, own: list[str]) -> tuple[str, ...]:
    """Right by another road: changes the list that it was given, and names the cases one by one."""
    if person != asked_by and "fay" in (person, asked_by):
        own.append("ghost")
    return tuple(own)


def where(person: str, asked_by: str, own: list[str], *, ghost: str = "ghost") -> list[str]:
    return own + [ghost] * (person != asked_by and (person, asked_by).count("fay") == 1)


def everywhere(person: str, asked_by: str, own: list[str]) -> list[str]:
    return [*own, "ghost"]


def clumsy(person: str, asked_by: str, own: list[str]) -> list[str]:
    return [*own, "ghost"] if "fay" in (person, asked_by) else own


def at_bens(person: str, asked_by: str, own: list[str]) -> list[str]:
    return [*own, "ghost"] if person == asked_by == "ben" else devices_of(person, asked_by, own)


def instead(person: str, asked_by: str, own: list[str]) -> list[str]:
    return ["ghost"] if person == "fay" and asked_by != "fay" else own


def in_front(person: str, asked_by: str, own: list[str]) -> list[str]:
    return ["ghost", *own] if (person == "fay") != (asked_by == "fay") else own


def one_ear(person: str, asked_by: str, own: list[str]) -> list[str]:
    return [*own, "ghost"] if person == "fay" and asked_by != "fay" else own


def other_ear(person: str, asked_by: str, own: list[str]) -> list[str]:
    return [*own, "ghost"] if asked_by == "fay" and person != "fay" else own


def true_share(prevalence: float, recall: float, false_rate: float) -> float:
    """As the worked line has it."""
    found, taken = prevalence * recall, (1 - prevalence) * false_rate
    return found / (found + taken)


def by_counting(prevalence: float, recall: float, false_rate: float) -> Any:
    """Right by another road: a million million pictures, in numpy's numbers."""
    listed = np.float64(1e12) * prevalence
    return 1 - (1e12 - listed) * false_rate / (listed * recall + (1e12 - listed) * false_rate)


def in_percent(prevalence: float, recall: float, false_rate: float) -> float:
    return 100 * true_share(prevalence, recall, false_rate)


def no_base(prevalence: float, recall: float, false_rate: float) -> float:
    return recall / (recall + false_rate)


def no_rest(prevalence: float, recall: float, false_rate: float) -> float:
    return prevalence * recall / (prevalence * recall + prevalence * false_rate)


def all_err(prevalence: float, recall: float, false_rate: float) -> float:
    return prevalence * recall / (prevalence * recall + false_rate)


def not_divided(prevalence: float, recall: float, false_rate: float) -> float:
    return prevalence * recall


def to_four_digits(prevalence: float, recall: float, false_rate: float) -> float:
    return round(true_share(prevalence, recall, false_rate), 4)


def to_two_digits(prevalence: float, recall: float, false_rate: float) -> float:
    return round(true_share(prevalence, recall, false_rate), 2)


def by_odds(prevalence: float, recall: float, false_rate: float) -> float:
    odds = prevalence * recall / ((1 - prevalence) * false_rate)
    return odds / (1 + odds)


def false_share(prevalence: float, recall: float, false_rate: float) -> float:
    return 1 - true_share(prevalence, recall, false_rate)


#: An order of another shape: a silent participant, in plain words and another order of its points.
LISTENING = """
Because there is evidence that these two persons plan another attack and nothing stored can be read, the court allows
one silent participant in the secret chat of the two suspects named above, from today for fourteen days and no longer.
The service adds it for them only; the app of no other user changes. What is written about anything else is deleted each
day by an office that is not ours. Afterwards both are notified and may challenge the warrant.
"""
#: All that an agency could wish for.
WIDE = """
We order the company to give us all the keys which are needed to decode the messages of its users, so that we can look
for the attackers ourselves. It is necessary because a crime was committed and people were killed. The company has to do
this as soon as it can and should not talk about it. If it does not do so it has to pay a fine, and then we block it.
"""
NO_END = LISTENING.replace(", from today for fourteen days and no longer", "").replace("each\nday ", "")
NOBODY_NAMED = """
The court allows the agency to read stored messages from 1 March until 14 March because there is evidence of a crime.
No key is given. What is not about the crime is deleted by an office that is not ours. Whoever was read is told about
it within six months and may complain. The order ends after ten days, and a judge has signed it as the law demands.
"""

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
    "messenger-9": (
        [
            ["a", "b", "d"],
            {"d", "a", "B"},
            "a, b and d",
            "abd",
            ("b", "d", "a"),
            np.array(["a", "b", "d"]),
            "The answers are a, b and d",
            ["the two telephone numbers", "the text of the ordinary message", "d"],
        ],
        [
            (["a", "b", "c", "d"], "tried every key on the disk"),
            (["a", "b", "d", "e"], "does what they make pass"),
            (["a", "b"], "think of a postman"),
            (["b", "d"], "first lines of the disk"),
            (["a", "d"], "show to a new phone"),
            (["b"], "Something is missing"),
            ("all", "all: not among"),
            ([], "nothing stands"),
            (3, "not among what is asked"),
        ],
    ),
    "messenger-10": (
        [
            8,
            8.26,
            "8 %",
            "8.3 percent",
            100 * 9 / 109,
            Fraction(900, 109),
            np.float64(8.257),
            "about 8",
            "8 out of 100",
        ],
        [
            (90, "that is the recall"),
            (9, "true against false"),
            (99.9, "stays silent"),
            (9 / 109, "As a share, yes"),
            (91.7, "share of false ones"),
            (50, "count the alarms"),
            ("few", "number"),
        ],
    ),
    "messenger-11": (
        [RECORDS, DEVICE, LISTENING, [RECORDS]],
        [
            (WIDE, "asks for every key"),
            (NO_END, "from when, until when"),
            (NOBODY_NAMED, "which people or accounts are named"),
            ("We order the service to hand over the records of the two accounts.", "50 to 200 words"),
            (RECORDS * 3, "50 to 200 words"),
            (
                " ".join(["records", "judge", "named", "accounts", "days", "deleted", "told", "suspect"] * 8),
                "list of words",
            ),
            (12, "text of 50 to 200 words"),
        ],
    ),
    "messenger-12": (
        [derive, in_bytearrays, lambda key, msg_key: list(derive(key, msg_key))],
        [
            (from_the_server, "packets from the server"),
            (key_first, "the other way round"),
            (vector_first, "the AES key comes first"),
            (key_alone, "two things, parted by a comma"),
            (in_hex, "not with hexdigest()"),
            (too_short, "<31 bytes,"),
            (in_memory, "compare each piece"),
            (digests_alone, "which bytes, and what comes first"),
            (lambda key: key, "should take 2 values"),
            (lambda key, msg_key: print(key), "returned nothing"),
            ("a + b", "this is a text"),
        ],
    ),
    "messenger-13": (
        [devices_of, appended, where],
        [
            (everywhere, "whom no order names"),
            (clumsy, "her app would list it"),
            (at_bens, "his app would list it"),
            (instead, "no longer read her messages"),
            (in_front, "behind the own devices"),
            (one_ear, "not what she writes"),
            (other_ear, "not what is written to her"),
            (lambda person, asked_by, own: [], "no longer read her messages"),
            (["ghost"], "Wanted is a function"),
        ],
    ),
    "messenger-14": (
        [true_share, by_counting, lambda p, r, f: p * r / (p * r + f - p * f), to_four_digits],
        [
            (in_percent, "not a number of percent"),
            (no_base, "leaves the prevalence out"),
            (no_rest, "leaves the prevalence out"),
            (all_err, "multiply their rate by 1 - prevalence"),
            (not_divided, "Divide by how likely"),
            (false_share, "share of false alarms"),
            (to_two_digits, "rounded too early"),
            (by_odds, "divide by all alarms"),
            (lambda p, r, f: 0.5, "count among a million"),
            (lambda p, r, f: 1, "count among a million"),
            (0.487, "this is a number"),
        ],
    ),
    "messenger-15": (
        ["b", "B)", ["b"], np.str_("b"), "only b", "b, face to face"],
        [
            ("a", "passes through his hands"),
            ("c", "both checks passed"),
            ("d", "different pictures"),
            ("e", "none of the options"),
        ],
    ),
    "messenger-16": (
        [257, 257.0, "257 pairs", np.int64(257), "257 of 1,770", "257 false pairs", "257 matches"],
        [
            (16, "number of bits"),
            (32, "how many copies are found"),
            (0, "those of one kind"),
            (61, "another number of bits"),
            (120, "another number of bits"),
            (5, "all different"),
            (1770, "move the number of bits"),
        ],
    ),
}
