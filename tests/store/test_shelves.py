"""Shelves: developers and the store each undo what they did themselves, and nothing else."""

from collections.abc import Callable

import pytest
from front_store import HERON, WIRE, demand, shelves, small

from chokepoints.errors import KitError
from chokepoints.store.ledger import What
from chokepoints.store.storefront import Store


def test_the_developer_s_shelves_and_the_store_s() -> None:
    """The store puts back what it took away, the developer what the developer did; neither the other's."""
    store = small()
    demand(store, "remove in one storefront", country="XA")
    store.withdraw(HERON)
    for codes in ("XA", "XB", ["XA", "XB"]):
        with pytest.raises(KitError, match=r"^storefronts: the developer of org.heron.app does not offer it in X"):
            store.restore(HERON, codes)
    store.offer_again(HERON, ["XA", "xb"])
    assert shelves(store, HERON) == "XB"
    assert (store.log[-1].what, store.log[-1].storefronts, store.log[-1].public) == (What.RETURNED, ("XB",), True)
    assert store.page(HERON, "XA").startswith("Removed here on 2024-07-01")
    store.restore(HERON, ["XA", "XB"])
    assert (shelves(store, HERON), store.log[-1].storefronts) == ("XA XB", ("XA",))
    store.offer_again(HERON)
    assert shelves(store, HERON) == "XA XB XC"


@pytest.mark.parametrize("act", [
    lambda store: store.restore(WIRE, "XC"), lambda store: store.restore(WIRE, ["XA", "XC"]),
    lambda store: store.restore(HERON, "XA"), lambda store: store.restore(HERON, []),
    lambda store: store.restore(HERON, None), lambda store: store.restore(HERON, "Russia"),
    lambda store: store.offer_again(HERON), lambda store: store.offer_again(WIRE, "xa"),
])  # fmt: skip
def test_nothing_can_come_back_that_did_not_go(act: Callable[[Store], None]) -> None:
    store = small()
    with pytest.raises(KitError, match=r"^storefronts: "):
        act(store)
    assert store.log == ()
    assert shelves(store, WIRE) == "XA XB"


def test_one_shelf_comes_back_and_no_other() -> None:
    store = small()
    demand(store, "remove everywhere")
    store.restore(HERON, "XB")
    assert shelves(store, HERON) == "XB"
    store.restore(HERON, ["XA", "XB"])
    assert (shelves(store, HERON), store.log[-1].storefronts) == ("XA XB", ("XA",))
