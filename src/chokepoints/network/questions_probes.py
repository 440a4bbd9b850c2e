"""Questions of lesson 03 in code: what two probes support, and which ways to a new address are left."""

from typing import Any

from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.questions import Mistake, Question

#: What each pair of outcomes supports: question 12.
CAUSES: dict[tuple[str, str], str] = {
    ("reset", "reached"): "cut off",
    ("nothing answers", "reached"): "cut off",
    ("nothing answers", "nothing answers"): "down",
    ("reset", "reset"): "down",
    ("turned away", "reached"): "turned away",
    ("reached", "reached"): "open",
    ("reset", "not tried"): "unknown",
    ("not tried", "reached"): "unknown",
    ("reset", "turned away"): "unknown",
    ("reached", "not tried"): "open",
    ("turned away", "not tried"): "unknown",
    ("reached", "nothing answers"): "open",
    ("turned away", "turned away"): "turned away",
    ("nothing answers", "reset"): "unknown",
    ("not tried", "not tried"): "unknown",
}
CHANNELS = {
    "silent push": ["Apple", "Google"],
    "update of the app": ["Apple", "Google"],
    "record in the DNS": ["Google"],
    "cloud database": ["Apple"],
    "friends": [],
    "download host": ["Microsoft"],
}


def _of(results: tuple[Any, ...], inside: str, outside: str) -> Any:
    """What a function of question 12 gave for a pair."""
    return results[list(CAUSES).index((inside, outside))]


_CAUSE_CASES: tuple[Case, ...] = tuple((pair, word, f"{pair[0]} / {pair[1]}") for pair, word in CAUSES.items())

PROBES = (
    Question(
        id="network-12",
        ask="Write a function of two outcomes, inside and outside, that returns what they support.",
        answer=FunctionAnswer(
            signature="cause(inside, outside)",
            cases=_CAUSE_CASES,
            wanted="a function of two texts, without brackets behind it: check('network-12', cause)",
        ),
        why="What was reached needs no control; what failed does. And cut off says where, not by whom: a site can "
        "reset a whole country too.",
        hints=(
            "One `if` for each rule, in their order, each with its own `return`.",
            "`'not tried' in (inside, outside)` asks whether either of the two is that word.",
            "Begin: if inside == 'reached': return 'open'. The last line, without any `if`: return 'unknown'",
        ),
        mistakes=(
            Mistake(
                lambda results: set(results) in ({"unknown"}, {"unknown", "open"}),
                "nearly every pair gets the same word. `inside or outside == 'x'` does not ask each of the two: write "
                "`inside == 'x' or outside == 'x'`.",
            ),
            Mistake(
                lambda results: all(type(one) is str for one in results) and not set(results) <= set(CAUSES.values()),
                "the words as they stand in the rules, in small letters: open, unknown, turned away, cut off, down.",
            ),
            Mistake(
                lambda results: _of(results, "turned away", "reached") == "cut off",
                "a site that answers, and says no, is not cut off on the way: it turns visitors away itself.",
            ),
            Mistake(
                lambda results: _of(results, "reached", "not tried") == "unknown",
                "what was reached inside is open, control or not: the first rule that fits holds.",
            ),
            Mistake(
                lambda results: _of(results, "turned away", "not tried") == "turned away",
                "whether it turns everybody away, only a control tells: the second rule comes before the third.",
            ),
            Mistake(
                lambda results: _of(results, "reset", "not tried") in ("cut off", "down"),
                "without a control nobody knows whether the site was up.",
            ),
            Mistake(
                lambda results: _of(results, "not tried", "reached") == "cut off",
                "inside it was never tried: where should it be cut off?",
            ),
            Mistake(
                lambda results: _of(results, "nothing answers", "nothing answers") == "cut off",
                "from outside it fails as well, and no rule inside reaches so far: that is no sign of a block.",
            ),
            Mistake(
                lambda results: _of(results, "reset", "turned away") in ("down", "cut off"),
                "two different faults: the site is up, and whether it would let the inside in, nobody saw.",
            ),
            Mistake(
                lambda results: _of(results, "nothing answers", "reset") in ("down", "cut off"),
                "two different faults need not have one cause: down is only what is seen alike from both places.",
            ),
            Mistake(
                lambda results: _of(results, "reached", "nothing answers") in ("cut off", "down", "unknown"),
                "it was reached inside: whatever goes wrong outside is no block here.",
            ),
        ),
        otherwise="take the rules one after the other; the first that fits holds.",
        minutes=4.0,
        track="code",
    ),
    Question(
        id="network-13",
        ask="Write a function that returns the channels that still reach all phones.",
        answer=FunctionAnswer(
            signature="left(channels, refusing)",
            cases=(
                ((CHANNELS, ["Apple"]), ["download host", "friends", "record in the DNS"], "when one company refuses"),
                ((CHANNELS, ["Apple", "Google"]), ["download host", "friends"], "when two companies refuse"),
                ((CHANNELS, []), sorted(CHANNELS), "when nobody refuses"),
                ((CHANNELS, ["Google", "Apple", "Microsoft"]), ["friends"], "when three companies refuse"),
                (({}, ["Apple"]), [], "without any channel"),
                (
                    ({"z": ["Applet"], "a": ["App", "Pineapple"]}, ["Apple"]),
                    ["a", "z"],
                    "with companies of like names",
                ),
            ),
            wanted="a function of a dictionary and a list, without brackets behind it: check('network-13', left)",
        ),
        why="What many small ones hold, no single company can refuse; what two large ones hold, two letters can end.",
        hints=(
            "Go through channels.items(): of each channel ask whether any of its holders refuses.",
            "any(holder in refusing for holder in holders) is true or false, and false for an empty list.",
            "return sorted(name for name, holders in channels.items() if not any(...))",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[0]) is frozenset and "friends" in results[0],
                "a set or a view. A list in order is wanted: put sorted(...) around it.",
            ),
            Mistake(lambda results: type(results[0]) is dict, "the names alone are wanted, as a list in order."),
            Mistake(
                lambda results: type(results[0]) is list and set(results[0]) == set(CHANNELS),
                "all are left though one company refuses. `refusing in holders` looks for a whole list in a list: ask "
                "of each holder.",
            ),
            Mistake(
                lambda results: results[0] == ["cloud database", "silent push", "update of the app"],
                "those are the ones that are lost: turn it round.",
            ),
            Mistake(
                lambda results: "silent push" in results[0],
                "push is held by two: if one of them refuses, its phones are cut off. Lost is what *any* holder "
                "refuses.",
            ),
            Mistake(
                lambda results: type(results[0]) is list and "friends" not in results[0],
                "a channel that no company holds cannot be refused: what does your function say of an empty list?",
            ),
            Mistake(
                lambda results: (
                    sorted(results[0]) == ["download host", "friends", "record in the DNS"]
                    and results[0] != sorted(results[0])
                ),
                "the right names, in another order: put sorted(...) around them.",
            ),
            Mistake(
                lambda results: (
                    results[0] == ["download host", "friends", "record in the DNS"]
                    and type(results[1]) is list
                    and len(results[1]) > 2
                ),
                "right for one company: go through all that refuse.",
            ),
            Mistake(
                lambda results: results[1] == ["download host", "friends"] and results[5] != ["a", "z"],
                "names are compared as wholes: `Apple` is another company than `Applet`.",
            ),
        ),
        otherwise="of each channel: does any of its holders refuse?",
        minutes=4.0,
        track="code",
    ),
)
