"""Small stores for the tests of the storefront: three storefronts, three apps, and what happens to them."""

from typing import Any

from chokepoints.store.catalogue import App, Catalogue
from chokepoints.store.checks import Check, Seen
from chokepoints.store.notice import Notice
from chokepoints.store.storefront import Store

HERON, MOLE, WIRE = "org.heron.app", "org.mole.vpn", "org.wire.news"
APPS = (
    App("Grey Heron", "Heron Ltd", "messenger", HERON),
    App("Tunnel", "Mole Works", "VPN", MOLE),
    App("Daily Wire", "Wire Press", "news", WIRE),
)


def small(**options: Any) -> Store:
    """Three storefronts; the news are not offered in the third."""
    return Store(Catalogue(("XA", "XB", "XC"), APPS, {WIRE: ["XA", "XB"]}), "2024-07-01", **options)


def notice(*apps: str, country: str = "XA", **fields: Any) -> Notice:
    """A notice of the authority of a country; about the messenger where no app is named."""
    return Notice(f"the authority of {country}", country, apps or (HERON,), **fields)


def demand(store: Store, act: str, *apps: str, openly: bool = True, **fields: Any) -> int:
    """A notice comes and is answered at once; its number."""
    number = store.receive(notice(*apps, **fields)).number
    store.answer(number, act, openly=openly)
    return number


def shelves(store: Store, app: str) -> str:
    """The storefronts that have an app on offer, such as "XA XB"."""
    return " ".join(code for code in store.storefronts if store.on_offer(app, code))


def seen(store: Store) -> Check:
    """What a check would see, without asking over a connection."""
    return Check({
        (app.bundle_id, code): Seen(store.on_offer(app.bundle_id, code), 200)
        for app in store.apps for code in store.storefronts
    }, store.today, store.storefronts)  # fmt: skip
