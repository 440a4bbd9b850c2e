"""People with accounts: each belongs to one storefront, and sees what that one has on its shelf.

What is on a phone stays there, whatever the store does to the shelf: nothing here deletes an installed app.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from chokepoints.errors import KitError, did_you_mean
from chokepoints.store.catalogue import words_of


class Got(StrEnum):
    """What comes of asking the store for an app."""

    INSTALLED = "installed"
    UPDATED = "updated"
    AGAIN = "downloaded again"
    NEWEST = "has the newest version"
    OLD = "keeps the version it has"
    NOTHING = "not to be had in this storefront"


@dataclass(frozen=True, slots=True)
class May:
    """What an account can do about one app at this moment: find it, install it, update what it has, get it again.

    `update` says whether a version that comes out now would reach it; `again` whether the app can be downloaded again
    once it was deleted. Both are None for an account that never had the app.
    """

    search: bool
    install: bool
    update: bool | None
    again: bool | None


@dataclass
class Account:
    """An account of one storefront: `installed` maps an app to the version on the phone, `had` is all it ever had."""

    name: str
    storefront: str
    installed: dict[str, str] = field(default_factory=dict)
    had: set[str] = field(default_factory=set)


class Accounts:
    """The accounts of a store by name."""

    def __init__(self) -> None:
        self._every: dict[str, Account] = {}

    def __len__(self) -> int:
        return len(self._every)

    def open(self, name: object, storefront: str) -> Account:
        """A new account. Raises KitError for a name that is taken."""
        given = words_of(name, "account")
        if given in self._every:
            raise KitError(f"account: {given} has one already, in {self._every[given].storefront}; take another name.")
        self._every[given] = Account(given, storefront)
        return self._every[given]

    def named(self, name: object) -> Account:
        """The account of this name. Raises KitError where there is none."""
        if isinstance(name, str) and name in self._every:
            return self._every[name]
        raise KitError(f"account: nobody is called {name!r}.{did_you_mean(str(name), self._every)}")


def ask_for(account: Account, app: str, current: str | None, on_offer: bool, redownloads: bool) -> Got:
    """An account asks for an app: it gets the newest version where its storefront lets it, and keeps what it has.

    `current` is the newest version that has passed; `redownloads` whether who had an app may get it again after it has
    left the shelf.
    """
    has = account.installed.get(app)
    may_again = on_offer or (redownloads and app in account.had)
    if current is None or (has is None and not may_again):
        return Got.NOTHING
    if has == current:
        return Got.NEWEST
    if has is not None and not on_offer:
        return Got.OLD
    before = app in account.had
    account.installed[app] = current
    account.had.add(app)
    return Got.UPDATED if has is not None else Got.AGAIN if before else Got.INSTALLED
