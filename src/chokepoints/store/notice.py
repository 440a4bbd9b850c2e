"""A removal notice that reaches a store, what the store can answer, and who then knows of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from chokepoints.errors import KitError
from chokepoints.store.catalogue import country_code, listed, words_of

_T = TypeVar("_T", bound=StrEnum)


class Ground(StrEnum):
    """What a notice says is wrong with an app."""

    LAW = "breaks local law"
    RULES = "breaks the store's rules"
    NONE = "none stated"


class Act(StrEnum):
    """What a store can answer."""

    REFUSE = "refuse"
    ASK_BACK = "ask back"
    REMOVE_HERE = "remove in one storefront"
    REMOVE_EVERYWHERE = "remove everywhere"
    HOLD = "hold updates"


#: The answers after which an app can no longer be got somewhere.
REMOVALS = (Act.REMOVE_HERE, Act.REMOVE_EVERYWHERE)


def one_of(kinds: type[_T], given: object, field: str) -> _T:
    """The member of an enumeration for its words. Raises KitError, naming the field, where it has none such."""
    for one in kinds:
        if isinstance(given, str) and given == one:
            return one
    raise KitError(f"{field}: {given!r} is none of {', '.join(repr(str(one)) for one in kinds)}.")


def yes_or_no(given: object, field: str) -> bool:
    """True or False. Raises KitError, naming the field, for anything else."""
    if isinstance(given, bool):
        return given
    raise KitError(f"{field}: {given!r} is neither True nor False.")


@dataclass(frozen=True, slots=True)
class Notice:
    """A demand to remove apps: who asks, of which country, and which apps by bundle id.

    `order` identifies the decision behind it, such as "court order 12 of 3 May", or is empty; `storefront` says where
    the apps should go, or is empty; `secret` that it asks to tell nobody. Raises KitError for a wrong field.
    """

    asked_by: str
    country: str
    apps: str | Iterable[str]
    ground: Ground | str = Ground.NONE
    order: str = ""
    storefront: str = ""
    secret: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "asked_by", words_of(self.asked_by, "asked_by"))
        object.__setattr__(self, "country", country_code(self.country))
        object.__setattr__(self, "apps", listed(self.apps, "apps"))
        if not self.apps:
            raise KitError("apps: the notice names none: write at least one bundle id.")
        object.__setattr__(self, "ground", one_of(Ground, self.ground, "ground"))
        if not isinstance(self.order, str):
            raise KitError(f"order: {self.order!r} identifies no order: write its number in quotes, or ''.")
        object.__setattr__(self, "order", self.order.strip())
        if self.storefront != "":
            object.__setattr__(self, "storefront", country_code(self.storefront, "storefront"))
        yes_or_no(self.secret, "secret")

    @property
    def lacks(self) -> tuple[str, ...]:
        """What a store would have to ask back for."""
        missing = {
            "a ground": self.ground is Ground.NONE,
            "an order": not self.order,
            "a storefront": not self.storefront,
        }
        return tuple(words for words, lacking in missing.items() if lacking)

    @property
    def where(self) -> str:
        """The storefront to remove in: the one named, else that of the country that asks."""
        return self.storefront or self.country


@dataclass(frozen=True, slots=True)
class Known:
    """Who is told of a notice and its answer, the store and who asked apart.

    `developer` gets a message, `users` read it on the app's page, `report` counts it. `court` lists who knows enough to
    ask a court.
    """

    developer: bool
    users: bool
    report: bool
    court: tuple[str, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """Those who are told, in words."""
        every = {"developer": self.developer, "users": self.users, "report": self.report}
        return tuple(words for words, knows in every.items() if knows)


def who_knows(act: Act | str, openly: bool) -> Known:
    """Who knows of an answer: openly, the developer and the report; the page, where an app was removed.

    Silently, nobody. A refusal is known to who asked, who may take it to a court. These are the rules of our store;
    what real ones tell differs, and is seldom published.
    """
    act, openly = one_of(Act, act, "act"), yes_or_no(openly, "openly")
    users = openly and act in REMOVALS
    court = [who for who, may in (
        ("who asked", act is Act.REFUSE),
        ("the developer", openly and act not in (Act.REFUSE, Act.ASK_BACK)),
        ("users", users),
    ) if may]  # fmt: skip
    return Known(openly, users, openly, tuple(court))


@dataclass(frozen=True, slots=True)
class Case:
    """A notice as the store keeps it: its number, the day it came, which of its apps were on offer, the answer.

    A case that was asked back stays open: it can be answered again.
    """

    number: int
    day: date
    notice: Notice
    available: tuple[str, ...]
    act: Act | None = None
    openly: bool = True

    @property
    def known(self) -> Known | None:
        """Who knows of the answer; None before there is one."""
        return who_knows(self.act, self.openly) if self.act else None
