"""Letters of options as people write them: "b, d", "bd", "both b and d", "B und D", "cells b + d"."""

import re
from collections.abc import Collection, Mapping

from chokepoints.classroom.plain import Unreadable, is_one_of

#: A letter with a mark behind it, and perhaps the option's words: "c)", "c: by name".
MARKED = re.compile(r"\(?([a-l])[).:]+(?:\s|$)")
#: In such words a letter may be meant, or left out.
DENIED = re.compile(r"\b(?:not|all but|except|without|maybe|perhaps|neither|nor|unless)\b")
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
#: What stands behind the letters: "b and d are right", "b, d, both of them", "b and d (both)", "b and d only".
_TAIL = re.compile(
    r"(?<=\b[a-l])\s+(?:is|are)\s+(?:both\s+)?(?:supported|right|correct|true)\W*$"
    r"|(?<=\b[a-l])[\s,;(–—-]+(?:only|alone|beide)\W*$"
    r"|(?<=\b[a-l])[\s,;(–—-]+both(?:\s+of\s+them)?(?:\s+(?:are\s+)?(?:supported|right|correct|true))?\W*$",
    re.IGNORECASE,
)
#: What else may stand before letters: "cells c, d", "both c and e".
_BEFORE = re.compile(r"^(?:(?:the\s+)?cells?(?:\s+(?:is|are))?[\s:]+)?(?:both(?:\s+of)?[\s:]+)?", re.IGNORECASE)


def are_letters(known: Mapping[str, str]) -> bool:
    """Whether items are letters of options, by every accepted spelling and the one that stands for it."""
    return all(len(key) == 1 and key.isalpha() for key in known.values())


def holds(said: object) -> bool | None:
    """What is said behind a letter, as True or False; None where it is neither."""
    return _HOLDS.get(str(said).strip().casefold()) if is_one_of(type(said), (bool, int, str)) else None


def without_words(text: str, known: Collection[str]) -> str:
    """Letters without the words around them, and "and" between them, in whatever way and language it is written."""
    text = _BEFORE.sub("", _TAIL.sub("", text))
    joins = "|".join(word for word in (r"as\s+well\s+as", "plus", "und", "sowie", "et", "y") if word not in known)
    return re.sub(rf"\s+(?:{joins})\s+|\s*\+\s*", " and ", text, flags=re.IGNORECASE)


def letters_of(text: str) -> list[str] | None:
    """The letters of "b d", "b, d and e" or "bde"; None where other words stand there.

    Raises Unreadable where a dash or "to" may mean two letters or all between them.
    """
    tokens = re.findall(r"\w+", re.sub(r"\band\b", " ", text, flags=re.IGNORECASE))
    for first, last in _FROM_TO.findall(_CHAIN.sub(" ", text)):
        if ord(last.lower()) - ord(first.lower()) > 1 and all(len(one) == 1 or one == "to" for one in tokens):
            raise Unreadable(
                f"'{first}-{last}' may mean {first} and {last}, or all from {first} to {last}: write "
                f"each letter, such as [{first!r}, {last!r}]."
            )
    if len(tokens) == 1 and re.fullmatch(r"(?!(?:alle?|beide)$)[a-l]{2,12}", tokens[0], re.IGNORECASE | re.ASCII):
        return list(tokens[0])
    return tokens if all(len(token) == 1 for token in tokens) else None
