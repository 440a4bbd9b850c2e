"""What lessons are called: 02_some_words and, where a lesson has a further half of 90 minutes, 02b_other_words."""

import re

#: A lesson's number: two digits, and for a further half one small letter, from b on.
NUMBER = r"\d\d[b-z]?"
#: The words of a stem.
SLUG = r"[a-z0-9]+(?:_[a-z0-9]+)*"


def in_full(name: str) -> str:
    """A number with both its digits: 2 is 02, and 2b is 02b. Every other name is left as it is."""
    return f"0{name}" if re.fullmatch(r"\d[b-z]?", name, re.ASCII) else name


def parts(stem: str) -> tuple[str, str]:
    """Number and slug of a lesson's stem, ("02b", "other_words"); the whole and "" where nothing parts them."""
    number, _, slug = stem.partition("_")
    return number, slug


def is_called(stem: str, name: str) -> bool:
    """Whether a lesson goes by this name: its whole stem, its slug or its number, with or without the leading 0."""
    return in_full(name) in (stem, *parts(stem))
