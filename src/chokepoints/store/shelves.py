"""On which shelves apps are: where their developers offer them, less where the store took them away."""

from collections.abc import Iterable

from chokepoints.errors import KitError


class Shelves:
    """The shelves of all storefronts. Developers and the store each undo only what they did themselves."""

    def __init__(self) -> None:
        self._offered: dict[str, list[str]] = {}
        self._barred: dict[str, set[str]] = {}

    def of(self, app: str) -> tuple[str, ...]:
        """The storefronts that have an app."""
        return tuple(code for code in self._offered[app] if code not in self._barred[app])

    def offer(self, app: str, where: Iterable[str]) -> tuple[str, ...]:
        """A developer offers an app there; gives where that is new, even if the store lets nobody have it there."""
        offered, _ = self._offered.setdefault(app, []), self._barred.setdefault(app, set())
        new = tuple(code for code in where if code not in offered)
        offered += new
        return new

    def withdraw(self, app: str, where: Iterable[str]) -> tuple[str, ...]:
        """A developer offers an app there no more; gives those on which it was. Raises KitError where on none."""
        away = tuple(where)
        gone = self._on(app, away)
        self._offered[app] = [code for code in self._offered[app] if code not in away]
        return gone

    def bar(self, app: str, where: Iterable[str]) -> tuple[str, ...]:
        """The store takes an app away; gives the shelves on which it was, perhaps none."""
        gone = tuple(code for code in where if code in self.of(app))
        self._barred[app].update(gone)
        return gone

    def bar_some(self, app: str, where: Iterable[str]) -> tuple[str, ...]:
        """As `bar`. Raises KitError where it is on none."""
        return self.bar(app, self._on(app, tuple(where)))

    def restore(self, app: str, where: Iterable[str]) -> tuple[str, ...]:
        """The store puts back what it took away; gives where. Raises KitError for what is not its own to put back."""
        codes = tuple(where)
        for code in codes:
            if code not in self._offered[app]:
                raise KitError(
                    f"storefronts: the developer of {app} does not offer it in {code}, and alone can: "
                    "store.offer_again(app, storefronts)."
                )
        back = tuple(code for code in codes if code in self._barred[app])
        if not back:
            raise KitError(f"storefronts: the store took {app} off none of these shelves, so it can put none back.")
        self._barred[app].difference_update(back)
        return back

    def _on(self, app: str, where: tuple[str, ...]) -> tuple[str, ...]:
        if gone := tuple(code for code in where if code in self.of(app)):
            return gone
        raise KitError(f"app: {app} is on none of these shelves; store.on_offer(app, country) says where it is.")
