"""Answers that are several things: a set, where order does not count, and a list, where it does."""

import re
from collections import Counter
from dataclasses import dataclass

from chokepoints.classroom.items import Several, key_of, spellings_of
from chokepoints.classroom.letters import are_letters, holds
from chokepoints.classroom.plain import MOST_LETTERS, Unreadable, items_of, pairs_of, plain, tidy
from chokepoints.classroom.wordings import LEAD, spelling


@dataclass(frozen=True)
class SetAnswer(Several):
    """Several things in any order; said twice counts once. A set, list, tuple, dictionary's keys, or one text.

    With `by_truth` those of a dictionary from things to True or False count that are true. `read` gives a frozenset of
    spellings; an item that has several is there under its first.
    """

    by_truth: bool = False

    def read(self, answer: object) -> frozenset[str]:
        """The items."""
        pairs = pairs_of(answer) if self.by_truth else None
        if pairs:
            said = [(thing, holds(plain(truth))) for thing, truth in pairs]
            if any(truth is None for _, truth in said):
                raise Unreadable(f"{self.wanted} is wanted here, or a dictionary with True or False behind each.")
            answer = [thing for thing, truth in said if truth]
        return frozenset(self.read_items(answer, ordered=False))

    def right(self, value: frozenset[str]) -> bool:
        """Whether they are just the ones that are wanted."""
        return value == frozenset(self.known().values())

    def wrong(self, value: frozenset[str]) -> str:
        """Which do not belong, and whether any are missing."""
        wanted = frozenset(self.known().values())
        surplus = ", ".join(sorted(tidy(item, 30) for item in value - wanted)[:3])
        letters = are_letters(self.known()) and any(len(item) > 1 or not item.isalpha() for item in value - wanted)
        parts = [f"{surplus}: not among what is asked for{'; letters are' if letters else ''}."] if surplus else []
        return " ".join([*parts, *(["Something is missing."] if wanted - value else [])]).strip()


@dataclass(frozen=True)
class ListAnswer(Several):
    """Several things in order. A list, tuple, array, or one text. `read` gives a tuple of spellings, as SetAnswer's.

    Where the `places` have names, in order, items may stand behind them or behind their numbers: "shop: c; radio: b",
    "1. b 2. c", a dictionary from name to item.
    """

    places: tuple[str, ...] = ()

    def read(self, answer: object) -> tuple[str, ...]:
        """The items."""
        return tuple(self.read_items(self._by_place(answer), ordered=True))

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
            letters = are_letters(self.known()) and any(len(item) > 1 or not item.isalpha() for item in surplus)
            return f"{', '.join(surplus[:3])}: not among what is asked for{'; letters are' if letters else ''}."
        twice = [tidy(item, 30) for item, count in Counter(value).items() if count > 1]
        return f"{twice[0]} stands there more than once." if twice else "something is missing."

    def _in_order(self) -> tuple[str, ...]:
        numeric = self.numeric()
        return tuple(key_of(spellings_of(item)[0], numeric) for item in self.items)
