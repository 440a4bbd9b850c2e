"""Records that governments ask for: each number is its row's, is of the kind that it says, and nothing is added up."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.evidence import fact, table
from chokepoints.evidence.rows import Figure, Instrument
from chokepoints.push import records
from chokepoints.push.records import (
    COUNTED,
    HALVES,
    INFERRED,
    PRINTED,
    REQUESTS,
    SHARE,
    TOKENS,
    TRUST,
    Asked,
    asked,
    half_words,
    moments,
    places,
)

H2_2022, H1_2023, H2_2023, H1_2024 = HALVES


@pytest.fixture
def damage(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Gives rows of figures.csv or of instruments.csv other contents, in this module alone."""
    figures, others = list(table("figures")), {}

    def change(slug: str, **contents: Any) -> None:
        row = replace(fact(slug), **contents)  # type: ignore[type-var]
        if isinstance(row, Figure):
            figures[:] = [row if one.slug == slug else one for one in figures]
        others[slug] = row

    monkeypatch.setattr(records, "table", lambda name: tuple(figures) if name == "figures" else table(name))
    monkeypatch.setattr(records, "fact_named", lambda slug: others.get(slug) or fact(slug))
    return change


def numbers(counted: str, *given: str) -> dict[tuple[str, date | None, bool], str]:
    """The numbers in words, by place, half-year and whether they are disputed."""
    found = {(one.place, one.half, one.disputed): one.words for one in asked(counted, *given)}
    assert len(found) == len(asked(counted, *given))
    return found


def test_requests_by_hand() -> None:
    assert numbers(REQUESTS) == {
        ("world", H2_2022, True): "119 (disputed)",
        ("world", H1_2023, False): "158",
        ("world", H1_2024, False): "277",
        ("United States", H1_2023, False): "48",
        ("United States", H2_2023, False): "99",
        ("United States", H1_2024, False): "129",
        ("United Kingdom", H2_2023, False): "123",
    }
    answered = {(one.place, one.half): one.answered for one in asked(REQUESTS) if one.answered is not None}
    assert answered == {("United States", H2_2023): 65, ("United Kingdom", H2_2023): 111}


def test_tokens_by_hand() -> None:
    assert numbers(TOKENS) == {("United States", H2_2023, False): "345", ("Israel", None, False): "up to 700"}
    assert asked(TOKENS)[-1].low is None
    assert asked(TOKENS)[-1].statement == fact("push-req-israel").statement


def test_shares_by_hand() -> None:
    assert numbers(SHARE) == {
        ("world", H1_2023, False): "76 or 77 %",
        ("world", H1_2024, False): "59 %",
        ("United States", H1_2023, False): "88 %",
        ("United States", H2_2023, False): "66 % (our division)",
        ("United States", H1_2024, False): "28 %",
        ("United Kingdom", H2_2023, False): "90 % (our division)",
    }
    assert "66 percent" in fact("push-req-h2-2023-us").statement  # what the relay says in words
    assert all(one.answered is None for one in asked(SHARE))


def test_order_is_by_half_year_the_world_first() -> None:
    for counted in COUNTED:
        found = [(one.half or date.max, one.place != "world", one.place) for one in asked(counted)]
        assert found == sorted(found)
    assert asked(TOKENS)[-1].half is None


def test_the_disputed_number_moves_alone() -> None:
    moved = numbers(REQUESTS, "every row", PRINTED)
    assert moved.pop(("world", H1_2023, True)) == "119 (disputed)"
    still = numbers(REQUESTS)
    assert still.pop(("world", H2_2022, True)) == "119 (disputed)"
    assert moved == still
    assert [half_words(H2_2022), half_words(H1_2023)] == [INFERRED, PRINTED]
    assert numbers(SHARE, "every row", PRINTED) == numbers(SHARE)


def test_no_answer_is_given_to_what_is_disputed(damage: Any) -> None:
    damage("push-req-h2-2023-us-answered", place="world", date_from=H1_2023, date_to=date(2023, 6, 30))
    found = {one.words: one.answered for one in asked(REQUESTS, "every row", PRINTED) if one.place == "world"}
    assert found == {"119 (disputed)": None, "158": 65, "277": None}


def test_confidence_of_every_row_that_counts() -> None:
    for counted in COUNTED:
        for trust, levels in TRUST.items():
            for one in asked(counted, trust):
                assert all(fact(slug).confidence in levels for slug in one.slugs)
    assert [len(asked(REQUESTS, trust)) for trust in TRUST] == [7, 5, 0]
    assert [len(asked(TOKENS, trust)) for trust in TRUST] == [2, 2, 1]
    assert [len(asked(SHARE, trust)) for trust in TRUST] == [6, 5, 0]


def test_a_division_needs_both_its_rows(damage: Any) -> None:
    damage("push-req-h2-2023-us-answered", confidence="low")
    assert ("United States", H2_2023, False) not in numbers(SHARE, "medium or high")
    found = {(one.place, one.half): one.answered for one in asked(REQUESTS, "medium or high")}
    assert found["United States", H2_2023] is None
    damage("push-req-h2-2023-us-answered", low=33, high=33)
    assert numbers(SHARE)["United States", H2_2023, False] == "33 % (our division)"


def test_a_published_share_goes_before_a_division(damage: Any) -> None:
    damage("push-req-h1-2023-us-share", date_from=H2_2023, date_to=date(2023, 12, 31), low=61, high=61)
    found = numbers(SHARE)
    assert found["United States", H2_2023, False] == "61 %"
    assert ("United States", H1_2023, False) not in found


def test_slugs_are_the_rows_and_all_rows_are_there() -> None:
    shown = {slug for counted in COUNTED for one in asked(counted) for slug in one.slugs}
    assert shown == {row.slug for row in table("figures") if row.slug.startswith("push-req-")}
    for counted in (REQUESTS, TOKENS, SHARE):
        for one in asked(counted):
            units = {row.unit for row in map(fact, one.slugs) if isinstance(row, Figure)}
            assert units == {"requests" if one.computed else {REQUESTS: "requests", TOKENS: "push tokens"}.get(
                counted, "percent"
            )}  # fmt: skip


def test_nothing_is_added_up() -> None:
    """Each end of each number stands in one row, or is a share divided from two of one kind."""
    for counted in COUNTED:
        for one in asked(counted):
            rows = [row for row in map(fact, one.slugs) if isinstance(row, Figure)]
            if one.computed:
                assert one.high == round(100 * (rows[1].high or 0) / (rows[0].high or 1))
            else:
                assert {one.low, one.high} <= {end for row in rows for end in (row.low, row.high)}


def test_unverified_rows_are_left_out(damage: Any) -> None:
    damage("push-req-h1-2024", basis="unverified")
    damage("push-req-h2-2023-uk-answered", basis="unverified")
    assert ("world", H1_2024, False) not in numbers(REQUESTS)
    assert ("United Kingdom", H2_2023, False) not in numbers(SHARE)
    assert ("United Kingdom", H2_2023, False) in numbers(REQUESTS)
    damage("push-req-israel", basis="unverified")
    assert places() == ("world", "United Kingdom", "United States")


def test_numbers_and_dates_are_the_row_s(damage: Any) -> None:
    damage("push-req-h1-2023", low=160, high=160)
    assert numbers(REQUESTS)["world", H1_2023, False] == "160"
    damage("push-req-h2-2022", low=1_190, high=1_190)
    assert numbers(REQUESTS)["world", H2_2022, True] == "1,190 (disputed)"
    damage("push-req-h1-2024", date_to=date(2024, 12, 31))
    assert ("world", None, False) in numbers(REQUESTS)
    damage("push-req-h1-2024", date_from=date(2024, 2, 1), date_to=date(2024, 6, 30))
    assert ("world", None, False) in numbers(REQUESTS)
    damage("push-req-h1-2024", date_to=None)
    assert ("world", None, False) in numbers(REQUESTS)


def test_places() -> None:
    assert places() == ("world", "Israel", "United Kingdom", "United States")


def test_moments_are_their_rows(damage: Any) -> None:
    found = moments()
    assert [(moment.day, moment.slug) for moment in found] == [
        (date(2023, 12, 6), "wyden-letter"),
        (date(2023, 12, 6), "apple-guideline-1"),
        (date(2023, 12, 12), "apple-guideline-2"),
    ]
    for moment in found:
        row = fact(moment.slug)
        assert isinstance(row, Instrument)
        assert not any(letter.isdigit() for letter in moment.words)
    assert "subpoena" in fact("apple-guideline-1").statement
    assert "judge's order" in fact("apple-guideline-2").statement
    damage("wyden-letter", date_from=date(2023, 12, 20))
    assert moments()[-1].slug == "wyden-letter"
    damage("apple-guideline-1", basis="unverified")
    damage("apple-guideline-2", date_from=None)
    assert [moment.slug for moment in moments()] == ["wyden-letter"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("request",), "'request'.*Did you mean requests"),
        (("requests", "high"), "Give one of 'every row', 'medium or high', 'high alone', not 'high'"),
        (("requests", "every row", "2022"), "Give one of 'July to December 2022', 'January to June 2023', not '2022'"),
        ((["requests"],), "Give one of 'requests', 'tokens named', 'share answered'"),
    ],
)
def test_names_that_there_are_not_are_said(given: tuple[Any, ...], words: str) -> None:
    with pytest.raises(KitError, match=words):
        asked(*given)


def test_words_of_a_number() -> None:
    one = Asked(SHARE, "world", H1_2023, 59, 59, ("a",), "")
    assert one.words == "59 %"
    assert replace(one, low=57).words == "57 or 59 %"
    assert replace(one, counted=REQUESTS, low=None, high=1_234).words == "up to 1,234"
    assert replace(one, slugs=("a", "push-req-h2-2022"), counted=REQUESTS).words == "59 (disputed)"
    assert replace(one, computed=True).words == "59 % (our division)"
