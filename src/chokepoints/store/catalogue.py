"""What a store has on its shelves: apps, who makes them, and in which storefronts each is offered.

A storefront is known by the two letters of its country (ISO 3166-1). Imaginary countries take codes that the standard
leaves to its users, XA to XZ among them, so that no real one is made to ask for what it never asked for.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from chokepoints.errors import KitError, did_you_mean

#: Apple's lookup, and our store, take letters, digits, hyphens and at least one dot.
_BUNDLE = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
_LONGEST = 155


def country_code(given: object, field: str = "country") -> str:
    """A storefront's code in capitals. Raises KitError, naming the field, for what is no code."""
    if isinstance(given, str) and len(given) == 2 and given.isascii() and given.isalpha():
        return given.upper()
    raise KitError(f"{field}: {given!r} is no code of a country: write two letters (ISO 3166-1), such as 'RU'.")


def as_day(given: object, field: str) -> date:
    """A day from a date or its ISO text. Raises KitError, naming the field, for anything else."""
    if isinstance(given, str):
        try:
            return date.fromisoformat(given)
        except ValueError:
            pass
    elif isinstance(given, date) and not isinstance(given, datetime):
        return given
    raise KitError(f"{field}: {given!r} is no day: write one such as '2024-07-01'.")


def words_of(given: object, field: str) -> str:
    """A text that says something, without blanks around it. Raises KitError, naming the field, for anything else."""
    if isinstance(given, str) and given.strip():
        return given.strip()
    raise KitError(f"{field}: {given!r} says nothing: write a few words in quotes.")


def listed(given: object, field: str) -> tuple[str, ...]:
    """One name or several as a tuple, each once. Raises KitError, naming the field, for what is no list of names."""
    if isinstance(given, str):
        return (given,)
    if isinstance(given, Iterable):
        names = tuple(given)
        if all(isinstance(name, str) for name in names):
            return tuple(dict.fromkeys(names))
    raise KitError(f"{field}: {given!r} is no list of names: write them as ['one', 'two'].")


@dataclass(frozen=True, slots=True)
class App:
    """An app as its page names it. `bundle_id` is the name that no other app has. Raises KitError for a wrong field."""

    name: str
    developer: str
    kind: str
    bundle_id: str

    def __post_init__(self) -> None:
        for name in ("name", "developer", "kind"):
            object.__setattr__(self, name, words_of(getattr(self, name), name))
        known = isinstance(self.bundle_id, str) and len(self.bundle_id) <= _LONGEST
        if not (known and _BUNDLE.fullmatch(self.bundle_id)):
            raise KitError(
                f"bundle_id: {self.bundle_id!r} is no name of an app: write letters, digits and hyphens with dots "
                "between, such as 'org.example.messenger'."
            )


@dataclass(frozen=True)
class Catalogue:
    """Storefronts, apps, and where each app's developer chose to offer it; without a choice, everywhere.

    `chosen` maps a bundle id to codes. Raises KitError for no storefronts, no apps, two apps with one bundle id, and
    what is unknown.
    """

    storefronts: tuple[str, ...]
    apps: tuple[App, ...]
    chosen: Mapping[str, Iterable[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        codes = tuple(country_code(code, "storefronts") for code in listed(self.storefronts, "storefronts"))
        apps = tuple(self.apps) if isinstance(self.apps, Iterable) else ()
        object.__setattr__(self, "storefronts", tuple(dict.fromkeys(codes)))
        object.__setattr__(self, "apps", apps)
        if not codes:
            raise KitError("storefronts: there is none: give at least one code, such as 'RU'.")
        if not apps:
            raise KitError("apps: the catalogue is empty: give at least one App(...).")
        for app in apps:
            if not isinstance(app, App):
                raise KitError(f"apps: {app!r} is no app: write App(name, developer, kind, bundle_id).")
        names = [app.bundle_id for app in apps]
        for name in names:
            if names.count(name) > 1:
                raise KitError(f"apps: two of them have the bundle id {name}; give each its own.")
        if not isinstance(self.chosen, Mapping):
            raise KitError(
                f"chosen: {self.chosen!r} is no table of apps and storefronts: write {{'org.example.a': 'RU'}}."
            )
        chosen = {}
        for name, where in self.chosen.items():
            if name not in names:
                raise KitError(f"chosen: there is no app {name!r}.{did_you_mean(str(name), names)}")
            chosen[name] = tuple(self.storefront(code, "chosen") for code in listed(where, "chosen"))
        object.__setattr__(self, "chosen", chosen)

    def storefront(self, given: object, field: str = "country") -> str:
        """The code of a storefront of this store. Raises KitError, naming the field, where it has none such."""
        code = country_code(given, field)
        if code not in self.storefronts:
            raise KitError(f"{field}: the store has no storefront {code}; it has {', '.join(self.storefronts)}.")
        return code

    def offered(self, bundle_id: str) -> tuple[str, ...]:
        """The storefronts that the developer of an app chose."""
        return tuple(self.chosen.get(bundle_id, self.storefronts))
