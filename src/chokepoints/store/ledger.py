"""What a store writes down of its own acts. All of it stands in the log; the public sees some."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class What(StrEnum):
    """What happened to an app."""

    OFFERED = "new app handed in"
    SUBMITTED = "version handed in"
    APPROVED = "version passed"
    REJECTED = "version rejected"
    NOTICE = "notice received"
    REFUSED = "demand refused"
    ASKED_BACK = "asked back"
    REMOVED = "removed at a demand"
    RULE = "removed under the store's rules"
    HELD = "updates held"
    RELEASED = "updates released"
    WITHDRAWN = "withdrawn by the developer"
    RENAMED = "renamed by the developer"
    RESTORED = "back on the shelf"
    RETURNED = "offered again by the developer"


#: Acts that answer a demand.
ANSWERS = (What.REFUSED, What.ASKED_BACK, What.REMOVED, What.HELD)
#: Acts after which an app is missing somewhere.
GONE = (What.REMOVED, What.RULE, What.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the store's own log.

    `storefronts` are those in which something changed. `notice` is the number of the demand behind it, or None. `told`
    lists who was told of it, `public` says whether anyone outside could know of it from what the store publishes, and
    `pressed_by` who pressed without a notice, where the store knows.
    """

    number: int
    day: date
    what: What
    app: str
    storefronts: tuple[str, ...] = ()
    notice: int | None = None
    told: tuple[str, ...] = ()
    public: bool = False
    pressed_by: str = ""
    words: str = ""

    def __str__(self) -> str:
        parts = [f"{self.day.isoformat()}  {self.what}: {self.app}"]
        if self.storefronts:
            parts.append(f"in {', '.join(self.storefronts)}")
        if self.notice is not None:
            parts.append(f"(notice {self.notice})")
        if self.pressed_by:
            parts.append(f"at a hint of {self.pressed_by}")
        if self.words:
            parts.append(f"- {self.words}")
        return " ".join(parts)
