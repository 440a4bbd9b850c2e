"""The catalogue: what fits stands as given, and what does not is refused with the field's name."""

from datetime import date, datetime
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.store.catalogue import App, Catalogue, as_day, country_code, listed

A = App("A", "Dev", "game", "org.example.a")
B = App("B", "Dev", "game", "org.example.b")


@pytest.mark.parametrize(("given", "code"), [("ru", "RU"), ("RU", "RU"), ("Xa", "XA")])
def test_codes_are_capitals(given: str, code: str) -> None:
    assert country_code(given) == code


@pytest.mark.parametrize("given", ["", "R", "RUS", "R1", "Рф", "r ", None, 7, b"ru", ["RU"]])
def test_what_is_no_code_names_the_field(given: Any) -> None:
    with pytest.raises(KitError, match=r"^storefront: .* is no code of a country: write two letters"):
        country_code(given, "storefront")


def test_days() -> None:
    assert as_day("2024-07-01", "start") == as_day(date(2024, 7, 1), "start") == date(2024, 7, 1)


@pytest.mark.parametrize("given", ["", "1 July 2024", "2024-13-01", 20240701, None, datetime(2024, 7, 1)])
def test_what_is_no_day_names_the_field(given: Any) -> None:
    with pytest.raises(KitError, match=r"^start: .* is no day"):
        as_day(given, "start")


def test_lists_of_names() -> None:
    assert listed("a", "apps") == ("a",)
    assert listed(["a", "b", "a"], "apps") == ("a", "b")
    for wrong in (None, 3, ["a", 4]):
        with pytest.raises(KitError, match=r"^apps: "):
            listed(wrong, "apps")


@pytest.mark.parametrize(
    ("place", "wrong", "field"),
    [(0, "", "name"), (0, None, "name"), (1, "  ", "developer"), (2, 5, "kind"), (3, "messenger", "bundle_id"),
     (3, "org..x", "bundle_id"), (3, "org.exämple.a", "bundle_id"), (3, ".org.a", "bundle_id"), (3, 3, "bundle_id"),
     (3, "org.a\n", "bundle_id"), (3, "o." * 80 + "a", "bundle_id")],
)  # fmt: skip
def test_an_app_s_wrong_field_is_named(place: int, wrong: Any, field: str) -> None:
    given: list[Any] = ["A", "Dev", "game", "org.example.a"]
    given[place] = wrong
    with pytest.raises(KitError, match=f"^{field}: "):
        App(*given)


def test_a_catalogue() -> None:
    catalogue = Catalogue(["ru", "us", "RU"], [A, B], {"org.example.b": "us"})  # type: ignore[arg-type]
    assert catalogue.storefronts == ("RU", "US")
    assert catalogue.offered("org.example.a") == ("RU", "US")
    assert catalogue.offered("org.example.b") == ("US",)
    assert catalogue.storefront("us") == "US"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (((), (A,)), "^storefronts: there is none"),
        ((("RUS",), (A,)), "^storefronts: 'RUS' is no code"),
        ((None, (A,)), "^storefronts: None is no list"),
        ((("RU",), ()), "^apps: the catalogue is empty"),
        ((("RU",), None), "^apps: the catalogue is empty"),
        ((("RU",), ("A",)), "^apps: 'A' is no app"),
        ((("RU",), (A, B, A)), "^apps: two of them have the bundle id org.example.a"),
        ((("RU",), (A,), ["org.example.a"]), "^chosen: .* is no table"),
        ((("RU",), (A,), {"org.example.b": "RU"}), "^chosen: there is no app 'org.example.b'. Did you mean"),
        ((("RU",), (A,), {"org.example.a": "US"}), "^chosen: the store has no storefront US; it has RU"),
        ((("RU",), (A,), {"org.example.a": 4}), "^chosen: 4 is no list"),
    ],
)
def test_what_a_catalogue_refuses(given: tuple[Any, ...], words: str) -> None:
    with pytest.raises(KitError, match=words):
        Catalogue(*given)


def test_a_missing_country_is_named() -> None:
    with pytest.raises(KitError, match=r"^country: the store has no storefront DE; it has RU, US"):
        Catalogue(("RU", "US"), (A,)).storefront("de")
