"""Notices: what they lack, where they want the app gone, and who knows of which answer."""

from typing import Any

import pytest
from front_store import notice

from chokepoints.errors import KitError
from chokepoints.store.notice import Act, Ground, Notice, who_knows


def test_what_a_notice_says() -> None:
    one = Notice(" the agency ", "ru", "org.example.a", "breaks local law", " 12 ", "ru", True)
    assert (one.asked_by, one.country, one.apps, one.ground) == ("the agency", "RU", ("org.example.a",), Ground.LAW)
    assert (one.order, one.storefront, one.where, one.lacks) == ("12", "RU", "RU", ())


def test_what_it_lacks() -> None:
    assert notice().lacks == ("a ground", "an order", "a storefront")
    assert notice(ground=Ground.RULES, storefront="XB").lacks == ("an order",)
    assert notice(order="12").lacks == ("a ground", "a storefront")
    assert notice(order="  ").lacks == ("a ground", "an order", "a storefront")


def test_where_it_wants_the_app_gone() -> None:
    assert notice(country="XB").where == "XB"
    assert notice(country="XB", storefront="XA").where == "XA"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("asked_by", ""), ("asked_by", None), ("country", "Russia"), ("country", ""), ("apps", ()), ("apps", None),
     ("ground", "because"), ("ground", None), ("order", 12), ("order", None), ("storefront", "Russia"),
     ("storefront", None), ("secret", "no"), ("secret", 1)],
)  # fmt: skip
def test_a_wrong_field_is_named(field: str, wrong: Any) -> None:
    right: dict[str, Any] = {"asked_by": "the agency", "country": "XA", "apps": "org.example.a"}
    with pytest.raises(KitError, match=f"^{field}: "):
        Notice(**right | {field: wrong})


@pytest.mark.parametrize(
    ("act", "openly", "told", "court"),
    [
        (Act.REFUSE, True, ("developer", "report"), ("who asked",)),
        (Act.REFUSE, False, (), ("who asked",)),
        (Act.ASK_BACK, True, ("developer", "report"), ()),
        (Act.ASK_BACK, False, (), ()),
        (Act.REMOVE_HERE, True, ("developer", "users", "report"), ("the developer", "users")),
        (Act.REMOVE_HERE, False, (), ()),
        (Act.REMOVE_EVERYWHERE, True, ("developer", "users", "report"), ("the developer", "users")),
        (Act.REMOVE_EVERYWHERE, False, (), ()),
        (Act.HOLD, True, ("developer", "report"), ("the developer",)),
        (Act.HOLD, False, (), ()),
    ],
)
def test_who_knows(act: Act, openly: bool, told: tuple[str, ...], court: tuple[str, ...]) -> None:
    known = who_knows(str(act), openly)
    assert (known.told, known.court) == (told, court)


def test_who_knows_of_what() -> None:
    with pytest.raises(KitError, match=r"^act: 'delete' is none of 'refuse', 'ask back', "):
        who_knows("delete", True)
    with pytest.raises(KitError, match=r"^openly: 'yes' is neither True nor False"):
        who_knows("refuse", "yes")  # type: ignore[arg-type]
