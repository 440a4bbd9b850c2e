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
    ("turned away", "reset"): "turned away",
    ("turned away", "nothing answers"): "turned away",
    ("reset", "nothing answers"): "unknown",
    ("nothing answers", "turned away"): "unknown",
    ("nothing answers", "not tried"): "unknown",
    ("not tried", "turned away"): "unknown",
    ("not tried", "reset"): "unknown",
    ("not tried", "nothing answers"): "unknown",
    ("reached", "turned away"): "open",
    ("reached", "reset"): "open",
}
#: Few ways with short names, so that a message shows them whole.
CHANNELS: dict[str, list[str]] = {"push": ["Apple", "Google"], "mail": ["Google"], "friends": []}
#: Who holds what, who refuses, what is left, and the words for it: question 13.
_LEFT: tuple[tuple[dict[str, list[str]], list[str], list[str], str], ...] = (
    (CHANNELS, ["Apple"], ["friends", "mail"], "when one company refuses"),
    (CHANNELS, ["Google"], ["friends"], "when the other company refuses"),
    (CHANNELS, [], ["friends", "mail", "push"], "when nobody refuses"),
    ({"x": ["Apple"], "y": ["Google"], "z": []}, ["Apple", "Google"], ["z"], "when two companies refuse"),
    ({"x": ["IBM"], "y": ["Apple"], "v": ["Dell"]}, ["Dell", "Apple", "IBM"], [], "when three companies refuse"),
    ({"r": ["IBM", "Dell", "Apple"], "s": ["IBM"]}, ["Apple"], ["s"], "with a way that three hold"),
    ({"z": ["Applet"], "a": ["App", "Pineapple"]}, ["Apple"], ["a", "z"], "with companies of like names"),
    ({"q": ["apple"], "p": ["APPLE"]}, ["Apple"], ["p", "q"], "with capital and small letters"),
    ({}, ["Apple"], [], "without any way"),
)
_ONE, _OTHER, _NOBODY, _TWO, _THREE, _HELD_BY_THREE, _LIKE, _CAPITALS, _EMPTY = range(len(_LEFT))


def _of(results: tuple[Any, ...], inside: str, outside: str) -> Any:
    """What a function of question 12 gave for a pair."""
    return results[list(CAUSES).index((inside, outside))]


def _listed(results: tuple[Any, ...]) -> bool:
    """Whether every call of question 13 gave a list."""
    return all(type(result) is list for result in results)


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
                lambda results: (
                    _of(results, "turned away", "not tried") == "turned away"
                    and _of(results, "not tried", "reached") == "cut off"
                    and _of(results, "not tried", "not tried") == "unknown"
                ),
                "the second rule holds where *either* was not tried: `and` asks for both, `or` for one of them.",
            ),
            Mistake(
                lambda results: _of(results, "nothing answers", "nothing answers") == "cut off",
                "from outside it fails as well, and no rule inside reaches so far: that is no sign of a block.",
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
        ask="Write a function that returns the ways that still reach all phones.",
        answer=FunctionAnswer(
            signature="left(channels, refusing)",
            cases=tuple(((held, refusing), found, label) for held, refusing, found, label in _LEFT),
            wanted="a function of a dictionary and a list, without brackets behind it: check('network-13', left)",
        ),
        why="What many small ones hold, no single company can refuse; what two large ones hold, two letters can end.",
        hints=(
            "Go through channels.items(): of each way ask whether any of its holders refuses.",
            "any(holder in refusing for holder in holders) is true or false, and false for an empty list.",
            "return sorted(name for name, holders in channels.items() if not any(...))",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[_ONE]) is frozenset and "friends" in results[_ONE],
                "a set or a view. A list in order is wanted: put sorted(...) around it.",
            ),
            Mistake(
                lambda results: (
                    type(results[_ONE]) is dict
                    or (type(results[_NOBODY]) is list and any(type(one) in (list, tuple) for one in results[_NOBODY]))
                ),
                "the names alone are wanted, as a list in order.",
            ),
            Mistake(
                lambda results: all(result == [] for result in results),
                "nothing is left even where nobody refuses: does a name ever come into your list?",
            ),
            Mistake(
                lambda results: type(results[_NOBODY]) is str and "," in results[_NOBODY],
                "that is one text. The names are wanted as a list: take ', '.join(...) away.",
            ),
            Mistake(
                lambda results: type(results[_NOBODY]) is str or (_listed(results) and len(results[_NOBODY]) == 1),
                "where nobody refuses only one name comes back: does `return` stand inside the loop? Then it ends at "
                "the first.",
            ),
            Mistake(
                lambda results: (
                    _listed(results)
                    and any(set(found) - set(held) for found, (held, *_) in zip(results, _LEFT, strict=True))
                    and set(results[_NOBODY]) >= set(CHANNELS)
                ),
                "names of an earlier call are in it: a list in the first line of the function, `found=[]`, or outside "
                "of it is made once for all calls. Begin it inside.",
            ),
            Mistake(
                lambda results: (
                    results[_NOBODY] != ["friends", "mail", "push"]
                    and sorted(one.casefold() for one in results[_NOBODY]) == ["friends", "mail", "push"]
                    and set(results[_NOBODY]) != set(CHANNELS)
                ),
                "the names as they stand in the dictionary, letter for letter.",
            ),
            Mistake(
                lambda results: _listed(results) and set(results[_ONE]) == set(CHANNELS) and len(results[_TWO]) == 3,
                "all are left though one company refuses. `refusing in holders` looks for a whole list in a list: ask "
                "of each holder.",
            ),
            Mistake(
                lambda results: results[_ONE] == ["push"] and results[_NOBODY] == [],
                "those are the ones that are lost: turn it round.",
            ),
            Mistake(
                lambda results: "push" not in results[_ONE] and "push" in results[_OTHER],
                "a way can have several holders, and you ask only the first: go through all of them.",
            ),
            Mistake(
                lambda results: "push" in results[_ONE],
                "push is held by two: if one of them refuses, its phones are cut off. Lost is what *any* holder "
                "refuses.",
            ),
            Mistake(
                lambda results: _listed(results) and "friends" not in results[_ONE],
                "a way that no company holds cannot be refused: what does your function say of an empty list?",
            ),
            Mistake(
                lambda results: sorted(results[_ONE]) == ["friends", "mail"] and results[_ONE] != sorted(results[_ONE]),
                "the right names, in another order: put sorted(...) around them.",
            ),
            Mistake(
                lambda results: results[_ONE] == ["friends", "mail"] and (results[_TWO] != ["z"] or results[_THREE]),
                "right for one company: go through all that refuse.",
            ),
            Mistake(
                lambda results: results[_TWO] == ["z"] and results[_HELD_BY_THREE] == ["r", "s"],
                "right where one or two hold a way: three can hold one, too.",
            ),
            Mistake(
                lambda results: results[_TWO] == ["z"] and results[_LIKE] != ["a", "z"],
                "names are compared as wholes: `Apple` is another company than `Applet`.",
            ),
            Mistake(
                lambda results: results[_LIKE] == ["a", "z"] and results[_CAPITALS] != ["p", "q"],
                "names are compared as they stand: `apple` in small letters is another name here.",
            ),
        ),
        otherwise="of each way: does any of its holders refuse?",
        minutes=4.0,
        track="code",
    ),
)
