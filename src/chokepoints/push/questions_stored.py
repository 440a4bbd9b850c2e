"""Questions of lesson 04 on what is stored and what fits: ten pushes to a device that is away, a full push, polls.

The rules of question 4 are APNs' as the kit takes them (`rules.APNS`, which says what is Apple's and what is ours).
"""

import json
from collections.abc import Sequence
from typing import Any

from chokepoints.classroom.kinds import FunctionAnswer, NumberAnswer
from chokepoints.classroom.questions import Mistake, Question

#: Question 4: second of sending, lifetime in seconds, name.
TEN = [
    (0, 86_400, "a"),
    (60, 3_600, "b"),
    (120, 0, "c"),
    (200, 100, "d"),
    (300, 1_000, "e"),
    (400, 0, "f"),
    (450, 0, "g"),
    (510, 0, "h"),
    (520, 3_600, "i"),
    (530, 60, "j"),
]
#: Bytes of a payload (apns-payload).
MOST = 4_096
#: Users (aud-15m) and minutes of question 8.
USERS, MINUTES = 15_000_000, 15


def service_push(addresses: Sequence[str]) -> bytes:
    """A push of question 5 with these addresses, as many bytes as it takes."""
    content = {"aps": {"content-available": 1}, "loc_key": "DC_UPDATE", "addr": [*addresses]}
    return json.dumps(content).encode()


def _fitting(addresses: Sequence[str]) -> bytes:
    """The push with the most addresses from the beginning that is no longer than MOST."""
    fits = b""
    for count in range(len(addresses) + 1):
        if len(body := service_push(addresses[:count])) > MOST:
            break
        fits = body
    return fits


_MANY = [f"198.51.100.{number}:443" for number in range(256)]
_NAMES = [f"[2001:db8::{number:x}]:8443" for number in range(300)]
#: So many of the first leave room for one more name.
_ROOM = 186


def _filling(size: int) -> list[str]:
    """Addresses whose push has just this size."""
    room = size - len(service_push([*_MANY[:_ROOM], ".example:443"]))
    return [*_MANY[:_ROOM], "n" * room + ".example:443"]


_FULL, _OVER = _filling(MOST), _filling(MOST + 1)
#: The last but one does not fit any more; the last, which is shorter, would.
_LONG = [*_MANY[:_ROOM], "a-long-name-" * 5 + "in-a-town.example:443", "192.0.2.9:80"]
_PACKED = _fitting(_MANY)


def _same_content(result: bytes, wanted: bytes) -> bool:
    return bool(result != wanted and json.loads(result) == json.loads(wanted))


def _more_would_fit(result: bytes) -> bool:
    """Whether it begins like the first case's push, and holds fewer addresses."""
    held: Any = json.loads(result)["addr"]
    return result == service_push(held) and held == _MANY[: len(held)] and len(result) < len(_PACKED)


STORED = (
    Question(
        id="push-4",
        ask="Write a function that returns which of the pushes arrive, as a list of names.",
        answer=FunctionAnswer(
            signature="arrive(pushes, back)",
            cases=(
                ((TEN, 500), ["e", "h", "i", "j"], "ten pushes"),
                (([(0, 86_400, "a"), (100, 60, "b")], 500), [], "the later one for a minute only"),
                (([(0, 500, "a")], 500), [], "one whose time is over just then"),
                (([(0, 501, "a"), (500, 0, "b")], 500), ["a", "b"], "one that is sent just then"),
                (([(5, 0, "a"), (6, 9, "b"), (7, 0, "c")], 3), ["a", "b", "c"], "a device that is there all the time"),
                (([(1, 0, "a"), (2, 0, "b")], 60), [], "nothing but single tries"),
                (([], 60), [], "no push at all"),
            ),
            wanted="a function of a list and a number, without brackets behind it: check('push-4', arrive)",
        ),
        why="One is stored for an app: of two addresses sent to a sleeping phone the later one survives, and a short "
        "lifetime can cost both.",
        hints=(
            "Walk through the pushes in order, and keep what waits in one variable: there is one place.",
            "Before `back`: a lifetime above 0 takes the place, 0 changes nothing. From `back` on each one arrives.",
            "if second < back and lifetime > 0: waiting = (second + lifetime, name)",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[0]) is frozenset,
                "a set has no order. A list of names is wanted, in the order in which they arrive.",
            ),
            Mistake(lambda results: results[0][0] in (300, TEN[4]), "names are wanted, not the whole pushes."),
            Mistake(
                lambda results: results[0] == ["a", "b", "e", "h", "i", "j"],
                "of a, b and e each would still be good, and there is one place for an app: the latest takes it.",
            ),
            Mistake(
                lambda results: results[0] == ["a", "h", "i", "j"],
                "there is one place, and the *latest* of those that are stored has it.",
            ),
            Mistake(
                lambda results: results[0] == ["h", "i", "j"] and "a" not in results[3],
                "and what came while the device was away? One of those was stored.",
            ),
            Mistake(
                lambda results: results[0] in (["g", "h", "i", "j"], ["h", "i", "j"]),
                "the push g is tried once and not stored: so it cannot push out what waits.",
            ),
            Mistake(
                lambda results: results[0] == ["e", "i", "j"],
                "the push h is tried once, and at 510 the device is there.",
            ),
            Mistake(lambda results: results[0] == ["e"], "and those that are sent when the device is back?"),
            Mistake(
                lambda results: results[0] in (["i"], ["j"]),
                "there is one place for what *waits*: a device that is there gets each push at once.",
            ),
            Mistake(
                lambda results: results[0] == ["e", "h", "i", "j"] and results[1] == ["a"],
                "the later push took the place of the first. When its time is over, the first does not come back.",
            ),
            Mistake(
                lambda results: results[0] == ["e", "h", "i", "j"] and results[1] == ["b"],
                "it has waited too long: is its time over when the device comes back?",
            ),
            Mistake(
                lambda results: results[0] == ["e", "h", "i", "j"] and results[2] == ["a"],
                "it may wait until second + lifetime, and in that second it is gone.",
            ),
            Mistake(
                lambda results: results[0] == ["e", "h", "i", "j"] and "b" not in results[3],
                "in the second `back` the device is there already.",
            ),
        ),
        otherwise="by hand: what waits just before the device comes back, and is it still good?",
        minutes=6.0,
        track="code",
    ),
    Question(
        id="push-5",
        ask="Write a function that packs as many addresses into one service push as 4,096 bytes hold.",
        answer=FunctionAnswer(
            signature="pack(addresses)",
            cases=(
                ((_MANY,), _PACKED, "256 addresses"),
                ((_MANY[:3],), _fitting(_MANY[:3]), "three addresses"),
                ((_FULL,), _fitting(_FULL), "addresses that fill it to the last byte"),
                ((_OVER,), _fitting(_OVER), "addresses that are one byte too many"),
                ((_NAMES,), _fitting(_NAMES), "300 longer addresses"),
                ((_LONG,), _fitting(_LONG), "a long address before a short one"),
                (([],), _fitting([]), "no address"),
            ),
            wanted="a function of a list, without brackets behind it: check('push-5', pack)",
        ),
        why="The kit's gateway takes each of these with 200, and answers 413 to one address more.",
        hints=(
            "Begin with the whole list. While the push is too long, leave out the last address.",
            "body(addresses[:count]) is the push with the first ones, and len(...) of it counts its bytes.",
            "while len(body(addresses[:count])) > 4096: count -= 1",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[0]) is str,
                "this is a text. The gateway is sent bytes: return what `body` makes, as it is.",
            ),
            Mistake(
                lambda results: type(results[0]) in (dict, list, int),
                "the push itself is wanted, as bytes: return what `body` makes.",
            ),
            Mistake(
                lambda results: _same_content(results[0], _PACKED),
                "the right content, written in another way: return what `body`, given in the cell, makes.",
            ),
            Mistake(
                lambda results: b'"aps":{"' in results[0],
                "without its spaces more would fit. Here return what `body`, given in the cell, makes.",
            ),
            Mistake(
                lambda results: len(results[0]) > MOST,
                f"that is longer than {MOST:,} bytes: the gateway would answer 413.",
            ),
            Mistake(
                lambda results: json.loads(results[1]) != json.loads(service_push(_MANY[:3])),
                "this push holds something else. Return what `body`, given in the cell, makes of some addresses.",
            ),
            Mistake(
                lambda results: json.loads(results[0])["addr"][0] != _MANY[0],
                "the addresses are to be taken from the beginning of the list, in its order.",
            ),
            Mistake(
                lambda results: results[0] == _PACKED and type(results[6]) is not bytes,
                "without any address it is still a push, with an empty list.",
            ),
            Mistake(
                lambda results: results[0] == _PACKED and results[2] != _fitting(_FULL),
                f"just {MOST:,} bytes are still taken.",
            ),
            Mistake(
                lambda results: results[3] == _fitting(_OVER) and results[5] == service_push([*_LONG[:-2], _LONG[-1]]),
                "the long address does not fit, and the short one behind it was taken. From the beginning of the list: "
                "stop at the first that does not fit.",
            ),
            Mistake(
                lambda results: _more_would_fit(results[0]),
                "one more address would fit: count the bytes of the whole push, not of a guess.",
            ),
            Mistake(
                lambda results: any(type(result) is bytes and len(result) > MOST for result in results),
                "addresses differ in length: count the bytes of each push, not the addresses.",
            ),
        ),
        otherwise="make the push with all addresses, and leave out the last one while it is too long.",
        minutes=5.0,
        track="code",
    ),
    Question(
        id="push-8",
        ask="15 million apps ask every 15 minutes, evenly, day and night. How many requests a second is that?",
        answer=NumberAnswer(
            USERS / (MINUTES * 60),
            "requests a second",
            units={"requests per second": 1, "requests": 1, "requests/s": 1, "per second": 1, "a second": 1},
            tolerance=0.021,
        ),
        why="Most of these find nothing, and a message still waits seven and a half minutes on average. With a gateway "
        "the service sends only where there is something to send.",
        hints=(
            "How many seconds are 15 minutes? In so many seconds each app asks once.",
            "15 million requests, spread over 900 seconds.",
            "15_000_000 / (15 * 60)",
        ),
        mistakes=(
            Mistake(lambda number: abs(number - 1e6) < 1, "that is a minute. How many a second?"),
            Mistake(lambda number: abs(number - 6e7) < 1, "that is an hour. How many a second?"),
            Mistake(
                lambda number: abs(number - USERS / 86_400) < 2,
                "that is one request of each app a day. How often does each ask?",
            ),
            Mistake(
                lambda number: abs(number - 96) < 1,
                "so often each app asks a day. How many requests do all of them make in a second?",
            ),
            Mistake(
                lambda number: abs(number - USERS / MINUTES / 3_600) < 1,
                "15 minutes are 15 times 60 seconds, not 15 times 3,600.",
            ),
            Mistake(lambda number: 16 <= number <= 17.1, "that is in thousands: write it out, or as '16.7 thousand'."),
        ),
        otherwise="in how many seconds does each app ask once?",
        minutes=1.0,
        track="code",
        core=False,
    ),
)
