"""Answers that are several things: a set, where order does not count, and a list, where it does."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Any

from chokepoints.classroom.numeric import finite, number_and_unit
from chokepoints.classroom.plain import (
    LAZY,
    MOST_ITEMS,
    MOST_LETTERS,
    Kind,
    Unreadable,
    a_kind,
    is_one_of,
    items_of,
    pairs_of,
    plain,
    tidy,
    type_name,
)
from chokepoints.classroom.wordings import LEAD, spelling
from chokepoints.errors import KitError

One = str | int | float | date
#: One thing, or a tuple of the spellings it may have, the first of which stands for all.
Item = One | tuple[One, ...]

#: What `ipaddress` makes of an address or a range; written as people write them.
_NETWORK = (IPv4Address, IPv4Network, IPv6Address, IPv6Network)
#: A letter with a mark behind it, and perhaps the option's words: "c)", "c: by name".
_LETTER = re.compile(r"\(?([a-l])[).:]+(?:\s|$)")
#: Two letters with a dash between, which may mean those two or all from the one to the other.
_FROM_TO = re.compile(r"(?<![\w–—-])([a-l])[ \t]*(?:[–—-]|\bto\b|\.\.+)[ \t]*([a-l])(?![\w–—-])", re.IGNORECASE)
#: Three letters or more with dashes between, which are those letters.
_CHAIN = re.compile(r"\b[a-l](?:[ \t]*[–—-][ \t]*[a-l]\b){2,11}", re.IGNORECASE)
#: What people write for True and False behind a letter.
_HOLDS = {
    "true": True,
    "yes": True,
    "y": True,
    "x": True,
    "1": True,
    "false": False,
    "no": False,
    "n": False,
    "0": False,
}
#: What stands behind the letters in a sentence.
_TAIL = re.compile(r"(?<=\b[a-l])\s+(?:is|are)\s+(?:supported|right|correct|true)\W*$", re.IGNORECASE)
#: What else may stand before letters: "cells c, d", "both c and e".
_BEFORE = re.compile(r"^(?:(?:the\s+)?cells?(?:\s+(?:is|are))?[\s:]+)?(?:both(?:\s+of)?[\s:]+)?", re.IGNORECASE)
#: In such words a letter may be meant, or left out.
_DENIED = re.compile(r"\b(?:not|all but|except|without|maybe|perhaps|neither|nor|unless)\b")
_COMMA_IN_DATE = re.compile(r"\b([a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?), (\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Several(Kind):
    items: tuple[Item, ...]
    #: What is wanted, for a learner who wrote something else: "the names of three companies".
    wanted: str

    def __post_init__(self) -> None:
        keys = [key for item in self.items for key in {_key(one, self._numeric()) for one in _spellings(item)}]
        if not self.items or len(set(keys)) < len(keys):
            raise KitError(f"The items of {type(self).__name__} should be there, and differ in every spelling.")

    def _numeric(self) -> bool:
        """Whether any item is a number, so that "0,50" and 0.5 are one thing."""
        return any(is_one_of(type(one), (int, float)) for item in self.items for one in _spellings(item))

    def _known(self) -> dict[str, str]:
        """Every accepted spelling, and the one that stands for it."""
        numeric = self._numeric()
        return {
            _key(one, numeric): _key(_spellings(item)[0], numeric) for item in self.items for one in _spellings(item)
        }

    def _read(self, answer: object, *, ordered: bool) -> list[str]:
        known, numeric = self._known(), self._numeric()
        given = answer if items_of(answer, ordered=ordered) is not None else plain(answer)
        raw = self._parts(given, known) if type(given) is str else items_of(given, ordered=ordered)
        if raw is None:
            if is_one_of(type(given), (int, float, date)):
                raw = [given]
            else:
                raise Unreadable(self._refusal(given, ordered))
        if _lettered(known) and not ordered:
            raw = [item for item in raw if type(item) is not str or item[:MOST_LETTERS].strip()]
        if len(raw) == 1 and type(only := plain(next(iter(raw)))) is str:
            raw = self._parts(only, known)  # all in one pair of quotes: ["b, d"]
        elif _lettered(known) and not ordered:
            raw = [one for item in raw for one in self._parted(plain(item), known)]
        found = []
        for item in raw:
            one = plain(item)
            if is_one_of(type(one), (Decimal, Fraction)):
                one = finite(one)
            elif is_one_of(type(one), _NETWORK):
                one = str(one)
            if not is_one_of(type(one), (str, int, float, date)):
                raise Unreadable(f"{self.wanted} is wanted here, and {a_kind(one)} stands among your items.")
            key = _key(one, numeric)
            if key not in known and (lettered := _LETTER.match(key)) and lettered[1] in known:
                key = lettered[1]
            unsure = _DENIED.search(key) or (not ordered and len(key) > 1 and re.search(r"\b[a-l]\b", key))
            if key not in known and _lettered(known) and unsure:
                raise Unreadable(f"{self.wanted} is wanted here, and {tidy(key, 40)!r} is none: write letters alone.")
            found.append(known.get(key, key))
        if not found:
            raise Unreadable(f"{self.wanted} is wanted here, and nothing stands in your answer.")
        return found

    def _parted(self, item: Any, known: dict[str, str]) -> list[Any]:
        """The letters of one item of a list that holds several, as ["c, d", "ej"]; else the item alone."""
        if type(item) is not str or spelling(item) in known:
            return [item]
        letters = self._parts(item, known)
        in_order = letters == sorted(set(letters)) or len(item.split()) > 1 or not item.isalpha()  # no word, as "flag"
        return letters if in_order and all(len(letter) == 1 for letter in letters) else [item]

    def _refusal(self, given: object, ordered: bool) -> str:
        if type_name(given) in LAZY:
            return f"{self.wanted} is wanted here. A {type_name(given)} has no items yet: put list(...) around it."
        if ordered and issubclass(type(given), (set, frozenset, dict)):
            return f"{self.wanted} is wanted here, in order, and {a_kind(given)} has none: write a list, [..., ...]."
        example = "" if "such as" in self.wanted else " Write a list, such as ['one', 'other']."
        return f"{self.wanted} is wanted here, not {a_kind(given)}.{example}"

    def _parts(self, text: str, known: dict[str, str]) -> list[str]:
        """The items of one text: parted by semicolons or lines, else by commas and "and", in no item's own words."""
        text = LEAD.sub("", _COMMA_IN_DATE.sub(r"\1 \2", text[:MOST_LETTERS].strip().strip("[](){}")))
        if _lettered(known):
            text = _BEFORE.sub("", _TAIL.sub("", text))
            text = re.sub(r"\s+plus\s+|\s*\+\s*", " and ", text, flags=re.IGNORECASE)
        tokens = re.findall(r"\w+", re.sub(r"\band\b", " ", text, flags=re.IGNORECASE))
        if _lettered(known):  # letters of options: "b d", "b, d and e", "bde"
            for first, last in _FROM_TO.findall(_CHAIN.sub(" ", text)):
                if ord(last.lower()) - ord(first.lower()) > 1 and all(len(one) == 1 or one == "to" for one in tokens):
                    raise Unreadable(
                        f"'{first}-{last}' may mean {first} and {last}, or all from {first} to {last}: write "
                        f"each letter, such as [{first!r}, {last!r}]."
                    )
            run = len(tokens) == 1 and re.fullmatch(r"(?!all$)[a-l]{2,12}", tokens[0], re.IGNORECASE | re.ASCII)
            if run:
                return list(tokens[0])
            if all(len(token) == 1 for token in tokens):
                return tokens
        sentences = any(key.count(" ") > 5 for key in known)
        if re.search(r"[;\n]", text) or (sentences and ". " in text):
            parts = re.split(r"[;\n]|\.\s" if sentences else r"[;\n]", text)
        else:
            whole = [re.escape(key) for key in known if re.search(r",|\band\b|&", key)]
            own = "|".join([*sorted(whole, key=len, reverse=True), r"[^,&]+?"])
            parts = re.findall(rf"\s*({own})\s*(?:,\s*and\b|,|&|\band\b|$)", text, re.IGNORECASE)
        parts = [part.strip() for part in parts if part.strip()]
        if len(parts) > MOST_ITEMS:
            raise Unreadable(f"more than {MOST_ITEMS:,} items are too many for this question.")
        return parts


def _lettered(known: dict[str, str]) -> bool:
    """Whether the items are letters of options."""
    return all(len(key) == 1 and key.isalpha() for key in known.values())


def _holds(said: object) -> bool | None:
    """What is said behind a letter, as True or False; None where it is neither."""
    return _HOLDS.get(str(said).strip().casefold()) if is_one_of(type(said), (bool, int, str)) else None


def _spellings(item: Item) -> tuple[One, ...]:
    return item if isinstance(item, tuple) else (item,)


def _key(value: One, numeric: bool) -> str:
    """The one spelling of an item, numbers as 0.5 and 655360."""
    if type(value) is str and numeric:
        try:
            number, unit = number_and_unit(value)
            value = number if not unit else value
        except Unreadable:
            pass
    if type(value) is float:
        return spelling(int(value)) if value.is_integer() else f"{value:.9g}"
    return spelling(value)  # type: ignore[arg-type]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number != 1 else f"one {noun}"


@dataclass(frozen=True)
class SetAnswer(_Several):
    """Several things in any order; said twice counts once. A set, list, tuple, dictionary's keys, or one text.

    With `by_truth` those of a dictionary from things to True or False count that are true. `read` gives a frozenset of
    spellings; an item that has several is there under its first.
    """

    by_truth: bool = False

    def read(self, answer: object) -> frozenset[str]:
        """The items."""
        pairs = pairs_of(answer) if self.by_truth else None
        if pairs:
            said = [(thing, _holds(plain(holds))) for thing, holds in pairs]
            if any(holds is None for _, holds in said):
                raise Unreadable(f"{self.wanted} is wanted here, or a dictionary with True or False behind each.")
            answer = [thing for thing, holds in said if holds]
        return frozenset(self._read(answer, ordered=False))

    def right(self, value: frozenset[str]) -> bool:
        """Whether they are just the ones that are wanted."""
        return value == frozenset(self._known().values())

    def wrong(self, value: frozenset[str]) -> str:
        """Which do not belong, and whether any are missing."""
        wanted = frozenset(self._known().values())
        surplus = ", ".join(sorted(tidy(item, 30) for item in value - wanted)[:3])
        letters = _lettered(self._known()) and any(len(item) > 1 or not item.isalpha() for item in value - wanted)
        parts = [f"{surplus}: not among what is asked for{'; letters are' if letters else ''}."] if surplus else []
        return " ".join([*parts, *(["Something is missing."] if wanted - value else [])]).strip()


@dataclass(frozen=True)
class ListAnswer(_Several):
    """Several things in order. A list, tuple, array, or one text. `read` gives a tuple of spellings, as SetAnswer's.

    Where the `places` have names, in order, items may stand behind them or behind their numbers: "shop: c; radio: b",
    "1. b 2. c", a dictionary from name to item.
    """

    places: tuple[str, ...] = ()

    def read(self, answer: object) -> tuple[str, ...]:
        """The items."""
        return tuple(self._read(self._by_place(answer), ordered=True))

    def _by_place(self, answer: object) -> object:
        """The items in order, where each stands behind the name or number of its place; else the answer as it is."""
        if not self.places:
            return answer
        pairs = pairs_of(answer)
        if pairs is None:
            listed = items_of(answer, ordered=True) or []
            inner = [items_of(one, ordered=True) for one in listed]
            pairs = [(one[0], one[1]) for one in inner if one is not None and len(one) == 2]
            if len(pairs) < len(listed) or not listed:
                texts = [plain(one) for one in listed] if listed else [plain(answer)]
                pairs = self._behind_names("; ".join(texts)) if all(type(one) is str for one in texts) else []
        found = {spelling(name): item for name, item in pairs if type(name) in (str, int)}
        for names in (self.places, [str(number + 1) for number in range(len(self.places))]):
            if names and len(pairs) == len(names) and found.keys() == set(map(spelling, names)):
                return [found[spelling(name)] for name in names]
        return answer

    def _behind_names(self, text: str) -> list[tuple[str, str]]:
        """Pairs of a text that names its places: "radio is b, and shop c"."""
        names = "|".join([*map(re.escape, self.places), r"\d"])
        parts = re.split(rf"\b({names})(?![\w-]{{2}})", text[:MOST_LETTERS], flags=re.IGNORECASE)
        items = [
            re.sub(r"^[\s=:.,)>-]*(?:(?:is|was)\s)?|[\s;,.]*(?:\band)?(?:\s*\bthe)?\s*$", "", one)
            for one in parts[2::2]
        ]
        lead = LEAD.sub("", parts[0].strip()) if parts[0] else ""
        return list(zip(parts[1::2], items, strict=True)) if lead.casefold() in ("", "the") else []

    def right(self, value: tuple[str, ...]) -> bool:
        """Whether they are the ones that are wanted, in their order."""
        return value == self._in_order()

    def wrong(self, value: tuple[str, ...]) -> str:
        """Whether the items or only their order is wrong, and how far it is right."""
        wanted = self._in_order()
        if Counter(value) == Counter(wanted):
            start = next(place for place, item in enumerate(value) if item != wanted[place])
            begun = f" The first {start} stand right." if start > 1 else ""
            return f"these are the right ones, in another order.{begun}"
        surplus = [tidy(item, 30) for item in value if item not in wanted]
        if surplus:
            letters = _lettered(self._known()) and any(len(item) > 1 or not item.isalpha() for item in surplus)
            return f"{', '.join(surplus[:3])}: not among what is asked for{'; letters are' if letters else ''}."
        twice = [tidy(item, 30) for item, count in Counter(value).items() if count > 1]
        return f"{twice[0]} stands there more than once." if twice else "something is missing."

    def _in_order(self) -> tuple[str, ...]:
        numeric = self._numeric()
        return tuple(_key(_spellings(item)[0], numeric) for item in self.items)
