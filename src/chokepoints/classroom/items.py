"""Items of an answer that is several things, from a collection or one text, each in one spelling."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Any

from chokepoints.classroom.letters import DENIED, MARKED, are_letters, letters_of, without_words
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
    plain,
    tidy,
    type_name,
)
from chokepoints.classroom.wordings import LEAD, TRAIL, spelling
from chokepoints.errors import KitError

One = str | int | float | date
#: One thing, or a tuple of the spellings it may have, the first of which stands for all.
Item = One | tuple[One, ...]

#: What `ipaddress` makes of an address or a range; written as people write them.
_NETWORK = (IPv4Address, IPv4Network, IPv6Address, IPv6Network)
_COMMA_IN_DATE = re.compile(r"\b([a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?), (\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Several(Kind):
    """What answers of several items have in common: which are wanted, in which spellings, and how they are read."""

    items: tuple[Item, ...]
    #: What is wanted, for a learner who wrote something else: "the names of three companies".
    wanted: str

    def __post_init__(self) -> None:
        keys = [key for item in self.items for key in {key_of(one, self.numeric()) for one in spellings_of(item)}]
        if not self.items or len(set(keys)) < len(keys):
            raise KitError(f"The items of {type(self).__name__} should be there, and differ in every spelling.")

    def numeric(self) -> bool:
        """Whether any item is a number, so that "0,50" and 0.5 are one thing."""
        return any(is_one_of(type(one), (int, float)) for item in self.items for one in spellings_of(item))

    def known(self) -> dict[str, str]:
        """Every accepted spelling, and the one that stands for it."""
        numeric = self.numeric()
        return {
            key_of(one, numeric): key_of(spellings_of(item)[0], numeric)
            for item in self.items
            for one in spellings_of(item)
        }

    def read_items(self, answer: object, *, ordered: bool) -> list[str]:
        """Every item by the spelling that stands for it, or by its own. Raises Unreadable where there is none."""
        known, numeric = self.known(), self.numeric()
        given = answer if items_of(answer, ordered=ordered) is not None else plain(answer)
        raw = self._parts(given, known) if type(given) is str else items_of(given, ordered=ordered)
        if raw is None:
            if is_one_of(type(given), (int, float, date)):
                raw = [given]
            else:
                raise Unreadable(self._refusal(given, ordered))
        if are_letters(known) and not ordered:
            raw = [item for item in raw if type(item) is not str or item[:MOST_LETTERS].strip()]
        if len(raw) == 1 and type(only := plain(next(iter(raw)))) is str:
            raw = self._parts(only, known)  # all in one pair of quotes: ["b, d"]
        elif are_letters(known) and not ordered:
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
            key = key_of(one, numeric)
            if key not in known and (lettered := MARKED.match(key)) and lettered[1] in known:
                key = lettered[1]
            unsure = DENIED.search(key) or (not ordered and len(key) > 1 and re.search(r"\b[a-l]\b", key))
            if key not in known and are_letters(known) and unsure:
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
        if are_letters(known):
            text = without_words(TRAIL.sub("", text), known)
            letters = letters_of(text)
            if letters is not None:
                return letters
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


def spellings_of(item: Item) -> tuple[One, ...]:
    """The spellings that an item may have."""
    return item if isinstance(item, tuple) else (item,)


def key_of(value: One, numeric: bool) -> str:
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
