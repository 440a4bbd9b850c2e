"""Questions of lesson 04 on what is stored and what fits: ten pushes to a device that is away, a full push, polls.

The rules of question 4 are APNs' as the kit takes them (`rules.APNS`, which says what is Apple's and what is ours).
"""

import json
from collections.abc import Sequence
from typing import Any

from chokepoints.classroom.faults import broken, faults, no_json
from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import FunctionAnswer, NumberAnswer
from chokepoints.classroom.questions import Mistake, Question

#: Question 4: second of sending, lifetime in seconds, name. Nowhere do names arrive in the order of the alphabet.
TEN = [
    (0, 86_400, "k"), (60, 3_600, "c"), (120, 0, "x"), (200, 100, "a"), (300, 1_000, "p"),
    (400, 0, "b"), (450, 0, "t"), (510, 0, "m"), (520, 3_600, "d"), (530, 60, "g"),
]  # fmt: skip
#: Its cases: few pushes, so that a message shows them whole.
AWAY: tuple[Case, ...] = (
    (([(120, 0, "t"), (130, 60, "m"), (140, 60, "d")], 100), ["t", "m", "d"], "a device that is there all the time"),
    (([(60, 80, "k")], 100), ["k"], "one that waits"),
    (([(130, 60, "k")], 200), [], "one whose time is over"),
    (([(40, 60, "k")], 100), [], "one whose time is over in that very second"),
    (([(40, 90, "t"), (120, 0, "m"), (130, 0, "d")], 100), ["t", "m", "d"], "one that waits and two sent afterwards"),
    (([(40, 61, "t"), (100, 0, "c")], 100), ["t", "c"], "one that is sent just then"),
    (([(20, 500, "r"), (50, 86_400, "c")], 100), ["c"], "two that could wait"),
    (([(20, 500, "r"), (30, 60, "c")], 100), [], "the later one for a minute only"),
    (([(20, 500, "r"), (50, 1, "c")], 100), [], "the later one for a second only"),
    (([(0, 5_000, "r"), (50, 0, "c")], 4_000), ["r"], "a single try behind one that waits"),
    (([(50, 0, "r"), (99, 0, "c")], 100), [], "nothing but single tries"),
    ((TEN, 500), ["p", "m", "d", "g"], "ten pushes"),
    (([], 100), [], "no push at all"),
)
#: Bytes of a payload (apns-payload).
MOST = 4_096
#: Users (aud-15m) and minutes of question 8.
USERS, MINUTES = 15_000_000, 15
_EACH = ("", " a second", " per second", " each second", " every second", " per sec", "/second", "/sec", "/s", " / s")
_WHAT = ("requests", "request", "req", "reqs", "polls", "poll", "")


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
_SHORT = [f"dc{number}:443" for number in range(400)]
#: So many of the first leave room for one more name.
_ROOM = 186


def _filling(size: int) -> list[str]:
    """Addresses whose push has just this size."""
    room = size - len(service_push([*_MANY[:_ROOM], ".example:443"]))
    return [*_MANY[:_ROOM], "n" * room + ".example:443"]


_FULL, _OVER = _filling(MOST), _filling(MOST + 1)
#: The last but one does not fit any more; the last, which is shorter, would.
_LONG = [*_MANY[:_ROOM], "a-long-name-" * 5 + "in-a-town.example:443", "192.0.2.9:80"]
_THREE = ["203.0.113.9:443", "192.0.2.7:80", "198.51.100.4:443"]
_TWICE = [_THREE[0], _THREE[1], _THREE[0]]
_HUGE = ["n" * MOST + ".example:443", "192.0.2.9:80"]
_LISTS: tuple[tuple[list[str], str], ...] = (
    (_THREE, "three addresses"),
    (_TWICE, "an address that stands twice"),
    (_MANY, "256 addresses"),
    (_FULL, "addresses that fill it to the last byte"),
    (_OVER, "addresses that are one byte too many"),
    (_NAMES, "300 longer addresses"),
    (_SHORT, "400 short addresses"),
    (_LONG, "a long address before a short one"),
    (_HUGE, "a first address that does not fit"),
    ([], "no address"),
)
PACKS = tuple((([*given],), _fitting(given), label) for given, label in _LISTS)


def _held(push: bytes) -> Any:
    return json.loads(push)["addr"]


STORED = (
    Question(
        id="push-4",
        ask="Write a function that returns which of the pushes arrive, as a list of names.",
        answer=FunctionAnswer(
            signature="arrive(pushes, back)",
            cases=AWAY,
            wanted="a function of a list and a number, without brackets behind it: check('push-4', arrive)",
        ),
        why="One is stored for an app: of two addresses sent to a sleeping phone the later one survives, and a short "
        "lifetime can cost both. (That it is always the latest is the kit's simplification.)",
        hints=(
            "Walk through the pushes in order, and keep what waits in one variable: there is one place.",
            "Before `back`: any lifetime above 0 takes the place, 0 changes nothing. From `back` on each one arrives.",
            "if second < back and lifetime > 0: waiting = (second + lifetime, name)",
        ),
        mistakes=faults(
            AWAY,
            *broken("return a list of names."),
            ("", lambda came, *_: type(came) is frozenset, "a set has no order. A list of names is wanted."),
            ("", lambda came, *_: type(came) is str, "a list of names is wanted, for one name too, and not a text."),
            ("", lambda came, *_: type(came) not in (list, tuple), "a list of names is wanted, in their order."),
            ("", lambda came, *_: None in came, "None is no name: put in what waits only where something does."),
            ("", lambda came, *_: any(type(one) is not str for one in came), "names are wanted, not the whole pushes."),
            (
                "",
                lambda came, wanted, _: sorted(came) == sorted(wanted),
                "the right names in another order: first what has waited, then the others as they are sent.",
            ),
            ("", lambda came, wanted, _: {*came} == {*wanted} != set(), "the right names, and one more than once."),
            (
                "a device that is there all the time",
                lambda came, *_: len(came) < 2,
                "one place is there for what *waits*; a device that is there gets each. Does the loop end too soon?",
            ),
            (
                "",
                lambda came, wanted, _: came == wanted[1:] and wanted[0] == "t",
                "and t? When is it sent? How long may it wait?",
            ),
            (
                "one that waits",
                [[]],
                "it waits until 60 + 80, and the device is back at 100: it comes, though nothing is sent afterwards.",
            ),
            (
                "",
                lambda came, *_: len(came) > 3,
                "some are of the call before: begin with an empty list in the function.",
            ),
            ("one whose time is over", [["k"]], "it has waited too long: is its time over when the device comes back?"),
            (
                "one whose time is over in that very second",
                [["k"]],
                "it may wait until second + lifetime, and in that second it is gone.",
            ),
            ("one that is sent just then", [["t"]], "in the second `back` the device is there already."),
            ("", lambda came, wanted, _: came == ["t"] != wanted, "and those that are sent when the device is back?"),
            ("two that could wait", [["r", "c"]], "there is one place for an app: the latest takes it."),
            ("two that could wait", [["r"]], "there is one place, and the *latest* of those that are stored has it."),
            (
                "the later one for a minute only",
                [["r"]],
                "the later push took the place of the first. When its time is over, the first does not come back.",
            ),
            ("the later one for a second only", [["r"]], "any lifetime above 0 takes the place, and be it a second."),
            (
                "a single try behind one that waits",
                [[], ["c"]],
                "the push c is tried once and not stored: so it cannot push out what waits.",
            ),
            ("", lambda came, *_: "c" in came, "the push c is tried once, and the device is away then: it is lost."),
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
            cases=PACKS,
            wanted="a function of a list, without brackets behind it: check('push-5', pack)",
        ),
        why="The kit's gateway takes each of these with 200, and answers 413 to one address more.",
        hints=(
            "Begin with the whole list. While the push is too long, leave out the last address.",
            "body(addresses[:count]) is the push with the first ones, and len(...) of it counts its bytes.",
            "while len(body(addresses[:count])) > 4096: count -= 1",
        ),
        mistakes=faults(
            PACKS,
            (
                "",
                lambda came, wanted, _: came in (None, b"") and not _held(wanted),
                "without any address it is still a push, with an empty list.",
            ),
            *broken("return one push, the bytes that `body` makes."),
            (
                "",
                lambda came, *_: type(came) is str,
                "this is a text. The gateway is sent bytes: return what `body` makes, as it is.",
            ),
            (
                "",
                lambda came, *_: type(came) is tuple and any(type(one) is bytes for one in came),
                "return the push alone, and nothing beside it.",
            ),
            ("", lambda came, *_: type(came) is not bytes, "the push itself is wanted, as bytes: what `body` makes."),
            (
                "",
                no_json,
                "these bytes are no whole push: leave out whole addresses, and return what `body` makes.",
            ),
            (
                "",
                lambda came, wanted, _: json.loads(came) == json.loads(wanted),
                "the right content, written in another way: return what `body`, given in the cell, makes.",
            ),
            (
                "",
                lambda came, *_: len(came) > MOST,
                f"that is longer than {MOST:,} bytes: the gateway would answer 413.",
            ),
            (
                "",
                lambda came, *_: came != service_push(_held(came)),
                "this push holds something else. Return what `body`, given in the cell, makes of some addresses.",
            ),
            (
                "",
                lambda came, wanted, _: {*_held(came)} == {*_held(wanted)} and len(_held(came)) < len(_held(wanted)),
                "an address that stands twice in the list stands twice in the push: take the list as it is.",
            ),
            (
                "",
                lambda came, wanted, _: (
                    sorted(_held(came)) == sorted(_held(wanted)) or _held(came)[0] != _held(wanted)[0]
                ),
                "the addresses are to be taken from the beginning of the list, in its order.",
            ),
            ("addresses that fill it to the last byte", lambda *_: True, f"just {MOST:,} bytes are still taken."),
            (
                "a long address before a short one",
                [service_push([*_LONG[:-2], _LONG[-1]])],
                "the long address does not fit, and the short one behind it was taken. From the beginning of the list: "
                "stop at the first that does not fit.",
            ),
            (
                "",
                lambda came, wanted, _: _held(came) == _held(wanted)[: len(_held(came))],
                "one more address would fit: count the bytes of the whole push, not the addresses, and not by a guess.",
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
            units={"rps": 1} | {f"{what}{each}": 1 for what in _WHAT for each in _EACH},
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
            Mistake(
                lambda number: 16 <= number <= 17.1,
                "that is in thousands: write it out, without a point or comma between the thousands (in Python 16.667 "
                "is less than 17, and 16,667 without quotes is two numbers), or as '16.7 thousand'.",
            ),
        ),
        otherwise="in how many seconds does each app ask once?",
        minutes=1.0,
        track="code",
        core=False,
    ),
)
