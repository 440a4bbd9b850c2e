"""VPN apps gone: each number is its row's, steps make wholes, and only what shares no app is added."""

from dataclasses import replace
from itertools import combinations_with_replacement
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.evidence import fact
from chokepoints.store import vpn_apps
from chokepoints.store.vpn_apps import (
    AGENCY,
    BEFORE,
    COUNTS,
    EVERY,
    GOOGLE,
    NAMED,
    NOT_EXPLAINED,
    REPORT,
    STEP_WORDS,
    SUMMER,
    Gone,
    gone,
    together,
)


@pytest.fixture
def damage(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Gives rows other contents, in this module alone."""
    others: dict[str, Any] = {}
    monkeypatch.setattr(vpn_apps, "fact_named", lambda slug: others.get(slug) or fact(slug))

    def change(slug: str, **contents: Any) -> None:
        others[slug] = replace(fact(slug), **contents)  # type: ignore[type-var]

    return change


def count(name: str) -> Gone:
    found = gone(name)
    assert found
    return found


def test_numbers_and_bases_by_hand() -> None:
    assert {name: (count(name).words, count(name).base_words, count(name).share_words) for name in COUNTS} == {
        AGENCY: ("25", "an unknown number", "no base"),
        SUMMER: ("almost 60", "more than 360", "below 16.7 %"),
        EVERY: ("98", "more than 360", "below 27.2 %"),
        BEFORE: ("32", "more than 360", "below 8.9 %"),
        REPORT: ("171", "an unknown number", "no base"),
        NAMED: ("6", "212", "2.8 %"),
        GOOGLE: ("53", "399", "13.3 %"),
    }


def test_a_share_of_more_than_360_is_below_that_of_360() -> None:
    for name in (SUMMER, EVERY, BEFORE):
        said = float(count(name).share_words.removeprefix("below ").removesuffix(" %"))
        assert 100 * count(name).size / 361 < said


def test_steps_by_hand() -> None:
    summer = (("to 7 July", 12), ("to 11 August", 30), ("to 18 September", 15))
    assert count(SUMMER).parts == summer
    assert count(EVERY).parts == (("before July", 32), *summer, ("day unknown", 8), (NOT_EXPLAINED, 1))
    assert count(GOOGLE).parts == (("named to Google", 6), ("not named to it", 47))
    assert count(AGENCY).parts == count(REPORT).parts == ()
    assert count(BEFORE).parts == (("before July", 32),)


def test_steps_never_make_more_than_the_whole() -> None:
    for name in COUNTS:
        found = count(name)
        total = sum(size for _, size in found.parts)
        assert total <= found.size
        assert total in (0, found.size) or name == SUMMER
        assert {words for words, _ in found.parts} <= {*STEP_WORDS, NOT_EXPLAINED}


def test_every_count_rests_on_its_rows() -> None:
    for name in COUNTS:
        found = count(name)
        row = fact(found.slugs[0])
        assert (found.low, found.high, found.said_by) == (row.low, row.high, row.said_by)  # type: ignore[union-attr]
        assert found.measures == row.measures  # type: ignore[union-attr]
        assert len(set(found.slugs)) == len(found.slugs)
    assert count(EVERY).slugs[-1] == count(SUMMER).slugs[-1] == "vpn-ru-98-tested"
    assert count(NAMED).slugs == ("gp-vpn-gone", "gp-vpn-named")


#: Whatever is not here may not be added.
ADDED = {frozenset((SUMMER, BEFORE)): ("yes", 92, "almost 92")}
UNKNOWN = {frozenset((one, other)) for one in (AGENCY, REPORT) for other in (SUMMER, EVERY, BEFORE)}
UNKNOWN |= {frozenset((AGENCY, REPORT))}


def test_what_may_be_added_by_hand() -> None:
    for one, other in combinations_with_replacement(COUNTS, 2):
        both = together(count(one), count(other))
        pair = frozenset((one, other))
        wanted = ADDED.get(pair) or ("not known" if pair in UNKNOWN else "no", None, "")
        assert (both.verdict, both.total, both.words) == wanted, pair
        turned = together(count(other), count(one))
        assert (turned.verdict, turned.total, turned.words) == wanted


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (EVERY, SUMMER, "one number lies inside the other"),
        (EVERY, BEFORE, "one number lies inside the other"),
        (GOOGLE, NAMED, "one number lies inside the other"),
        (EVERY, EVERY, "that counts each app twice"),
        (REPORT, REPORT, "that counts each app twice"),
        (EVERY, GOOGLE, "one app may be missing from both stores"),
        (AGENCY, NAMED, "one app may be missing from both stores"),
        (AGENCY, SUMMER, "the agency gave no list, so the same apps may be in both"),
        (EVERY, REPORT, "the report names no app, so the same apps may be in both"),
        (AGENCY, REPORT, "the agency gave no list and the report names no app, so the same apps may be in both"),
        (SUMMER, BEFORE, "no app is in both"),
    ],
)
def test_why(one: str, other: str, why: str) -> None:
    assert together(count(one), count(other)).why == why


def test_counts_that_share_a_step_without_one_in_the_other() -> None:
    early = replace(count(SUMMER), name="early", steps=("before", "july"))
    assert together(early, count(SUMMER)).why == "they share apps"


def test_the_sum_of_two_exact_counts_is_exact() -> None:
    exact = replace(count(SUMMER), low=57, high=57)
    both = together(exact, count(BEFORE))
    assert (both.total, both.words) == (89, "89")


def test_an_unverified_row_takes_its_count_along(damage: Any) -> None:
    damage("vpn-ru-98", basis="unverified")
    assert gone(EVERY) is None
    damage("vpn-ru-step-august", basis="unverified")
    assert count(SUMMER).parts == (("to 7 July", 12), ("to 18 September", 15))
    damage("vpn-ru-98-tested", basis="unverified")
    assert count(BEFORE).share_words == "no base"
    assert "vpn-ru-98-tested" not in count(BEFORE).slugs


def test_what_is_not_explained_needs_every_step(damage: Any) -> None:
    damage("vpn-ru-step-unknown", basis="unverified")
    assert NOT_EXPLAINED not in dict(count(EVERY).parts)


def test_another_number_is_another_rest(damage: Any) -> None:
    damage("vpn-ru-98", low=100, high=100)
    assert dict(count(EVERY).parts)[NOT_EXPLAINED] == 3
    damage("vpn-ru-98-tested", low=400, high=400)
    assert count(EVERY).share_words == "25 %"
    damage("vpn-ru-25", high=None)
    assert count(AGENCY).words == "more than 25"


@pytest.mark.parametrize(
    ("given", "says"),
    [("missing in September", "Did you mean"), (98, "not 98"), (None, "Give one of"), ([EVERY], "Give one of")],
)
def test_wrong_names(given: Any, says: str) -> None:
    with pytest.raises(KitError) as error:
        gone(given)
    assert says in str(error.value)
