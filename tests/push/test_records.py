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
    PRESS,
    REQUESTS,
    SHARE,
    TABLE,
    TOKENS,
    WHOSE,
    Asked,
    asked,
    half_words,
    in_the_table,
    moments,
    places,
)

H2_2022, H1_2023, H2_2023, H1_2024, H2_2024, H1_2025 = HALVES
#: Apple's table as the copy has it, written down from it by hand: requests, tokens named, requests answered.
WORLD = ((70, 794, 54), (119, 234, 90), (232, 1_180, 181), (277, 545, 164), (312, 743, 191), (393, 966, 278))
UK = ((27, 28, 20), (60, 60, 48), (123, 128, 111), (141, 143, 127), (153, 172, 131), (206, 208, 178))
US = ((39, 76, 33), (48, 150, 42), (99, 345, 65), (129, 370, 36), (122, 457, 39), (168, 718, 91))
COPIED = {"world": WORLD, "United Kingdom": UK, "United States": US}
#: The shares in percent that the copy gives by country; the world's are its answered by its requests.
SHARES = {"world": (77, 76, 78, 59, 61, 71), "United Kingdom": (74, 80, 90, 90, 86, 86),
          "United States": (85, 88, 66, 28, 32, 54)}  # fmt: skip


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


def numbers(counted: str, whose: str = TABLE) -> dict[tuple[str, date | None], str]:
    """The numbers in words, by place and half-year."""
    found = {(one.place, one.half): one.words for one in asked(counted, whose)}
    assert len(found) == len(asked(counted, whose))
    return found


def test_the_table_is_the_copy_s() -> None:
    few = {REQUESTS: ("2", "1", "1"), TOKENS: ("687", "1", "694"), SHARE: ("50 %", "0 %", "0 %")}
    for column, counted in enumerate(COUNTED):
        copied = {
            (place, half): f"{SHARES[place][number]} %" if counted == SHARE else f"{cells[column]:,}"
            for place, rows in COPIED.items()
            for number, (half, cells) in enumerate(zip(HALVES, rows, strict=True))
        }
        rare = (("Netherlands", H2_2022), ("Netherlands", H2_2023), ("Israel", H2_2023))
        assert numbers(counted) == copied | dict(zip(rare, few[counted], strict=True))
    answered = {(one.place, one.half): one.answered for one in asked(REQUESTS)}
    for place, rows in COPIED.items():
        assert [answered[place, half] for half in HALVES] == [cells[2] for cells in rows]
    assert (answered["Israel", H2_2023], answered["Netherlands", H2_2022]) == (0, 1)


def test_the_world_holds_its_places() -> None:
    for counted in (REQUESTS, TOKENS):
        for half in HALVES:
            world, *others = (one for one in asked(counted) if one.half == half)
            assert world.place == "world"
            assert sum(one.high for one in others) < world.high


def test_divisions_come_out_as_the_table_s_own_shares() -> None:
    for one in asked(SHARE):
        if one.place != "world":
            assert getattr(fact(one.slugs[1]), "note", "") == f"The table's own share: {one.high:g} percent."


def test_requests_of_the_press_by_hand() -> None:
    assert numbers(REQUESTS, PRESS) == {
        ("world", H1_2023): "119 or 158",
        ("world", H1_2024): "277",
        ("United States", H1_2023): "48",
        ("United States", H2_2023): "99",
        ("United States", H1_2024): "129",
        ("United Kingdom", H2_2023): "123",
    }
    answered = {(one.place, one.half): one.answered for one in asked(REQUESTS, PRESS) if one.answered is not None}
    assert answered == {("United States", H2_2023): 65, ("United Kingdom", H2_2023): 111}


def test_tokens_of_the_press_by_hand() -> None:
    assert numbers(TOKENS, PRESS) == {("United States", H2_2023): "345", ("Israel", None): "up to 700"}
    assert asked(TOKENS, PRESS)[-1].low is None
    assert asked(TOKENS, PRESS)[-1].statement == fact("push-req-israel").statement


def test_shares_of_the_press_by_hand() -> None:
    assert numbers(SHARE, PRESS) == {
        ("world", H1_2023): "76 or 77 %",
        ("world", H1_2024): "59 %",
        ("United States", H1_2023): "88 %",
        ("United States", H2_2023): "66 %",
        ("United States", H1_2024): "28 %",
        ("United Kingdom", H2_2023): "90 %",
    }
    divided = {(one.place, one.statement) for one in asked(SHARE, PRESS) if one.computed}
    assert divided == {("United States", "65 of 99"), ("United Kingdom", "111 of 123")}
    assert "66 percent" in fact("push-req-h2-2023-us").statement  # what the relay says in words
    assert all(one.computed for one in asked(SHARE))
    assert all(one.answered is None for whose in WHOSE for one in asked(SHARE, whose))


def test_the_press_agrees_with_the_table_but_for_one_half_year() -> None:
    other = {}
    for counted in COUNTED:
        for one in asked(counted, PRESS):
            if one.half:
                (beside,) = in_the_table(one)
                assert (beside.whose, beside.place, beside.half) == (TABLE, one.place, one.half)
                assert beside.low is not None
                assert (one.low or 0) <= beside.low <= one.high
                if (one.low, one.high) != (beside.low, beside.high):
                    other[counted] = (one.place, one.half, one.low, one.high, beside.low)
    assert other == {REQUESTS: ("world", H1_2023, 119, 158, 119), SHARE: ("world", H1_2023, 76, 77, 76)}
    (israel,) = in_the_table(asked(TOKENS, PRESS)[-1])
    assert (israel.half, israel.high) == (H2_2023, 694)


def test_what_the_rows_say_of_158() -> None:
    world = [one.high for one in asked(REQUESTS) if one.place == "world"]
    assert 158 not in world
    assert world[3] - world[1] == 158
    (reason,) = [row.reason for row in table("disagreements") if row.slug == "push-requests"]
    assert "119 and no 158" in reason
    assert "perhaps" in reason
    assert "no source says" in getattr(fact("push-req-h1-2023"), "note", "")


def test_order_is_by_half_year_the_world_first() -> None:
    for whose in WHOSE:
        for counted in COUNTED:
            found = [(one.half or date.max, one.place != "world", one.place) for one in asked(counted, whose)]
            assert found == sorted(found)
    assert asked(TOKENS, PRESS)[-1].half is None


def test_no_answer_is_given_to_what_has_two_numbers(damage: Any) -> None:
    damage("push-req-h2-2023-us-answered", place="world", date_from=H1_2023, date_to=date(2023, 6, 30))
    found = {one.words: one.answered for one in asked(REQUESTS, PRESS) if one.place == "world"}
    assert found == {"119 or 158": None, "277": None}


def test_a_division_needs_both_its_rows(damage: Any) -> None:
    damage("push-req-h2-2023-us-answered", basis="unverified")
    assert ("United States", H2_2023) not in numbers(SHARE, PRESS)
    found = {(one.place, one.half): one.answered for one in asked(REQUESTS, PRESS)}
    assert found["United States", H2_2023] is None
    assert numbers(SHARE)["United States", H2_2023] == "66 %"  # the table's two are still there
    damage("push-req-h2-2023-us-answered", basis="read", low=33, high=33)
    assert numbers(SHARE, PRESS)["United States", H2_2023] == "33 %"
    assert numbers(SHARE)["United States", H2_2023] == "66 %"
    damage("push-table-h1-2025-us-answered", low=21, high=91)
    assert ("United States", H1_2025) not in numbers(SHARE)
    damage("push-table-h1-2025-us-answered", low=169, high=169)
    assert ("United States", H1_2025) not in numbers(SHARE)
    damage("push-table-h1-2025-us", low=0, high=0)
    assert ("United States", H1_2025) not in numbers(SHARE)


def test_no_answer_without_a_half_year(damage: Any) -> None:
    for slug in ("push-req-h2-2023-us", "push-req-h2-2023-us-answered"):
        damage(slug, date_from=date(2023, 2, 1))
    (one,) = [one for one in asked(REQUESTS, PRESS) if not one.half]
    assert (one.high, one.answered) == (99, None)


def test_a_published_share_goes_before_a_division(damage: Any) -> None:
    damage("push-req-h1-2023-us-share", date_from=H2_2023, date_to=date(2023, 12, 31), low=61, high=61)
    found = numbers(SHARE, PRESS)
    assert found["United States", H2_2023] == "61 %"
    assert ("United States", H1_2023) not in found


def test_slugs_are_the_rows_and_all_rows_are_there() -> None:
    for whose, begins in ((TABLE, "push-table-"), (PRESS, "push-req-")):
        shown = {slug for counted in COUNTED for one in asked(counted, whose) for slug in one.slugs}
        assert shown == {row.slug for row in table("figures") if row.slug.startswith(begins)}
        for counted in COUNTED:
            for one in asked(counted, whose):
                assert one.whose == whose
                units = {row.unit for row in map(fact, one.slugs) if isinstance(row, Figure)}
                published = {REQUESTS: "requests", TOKENS: "push tokens", SHARE: "percent"}[counted]
                assert units == {"requests" if one.computed else published}
                assert {row.place for row in map(fact, one.slugs) if isinstance(row, Figure)} == {one.place}


def test_nothing_is_added_up() -> None:
    """Each end of each number stands in one row, or is a share divided from two of one kind."""
    for whose in WHOSE:
        for counted in COUNTED:
            for one in asked(counted, whose):
                rows = [row for row in map(fact, one.slugs) if isinstance(row, Figure)]
                if one.computed:
                    assert one.high == round(100 * (rows[1].high or 0) / (rows[0].high or 1))
                    assert one.statement == f"{rows[1].high:,} of {rows[0].high:,}"
                else:
                    assert {one.low, one.high} <= {end for row in rows for end in (row.low, row.high)}


def test_unverified_rows_are_left_out(damage: Any) -> None:
    damage("push-table-h1-2024", basis="unverified")
    damage("push-req-h2-2023-uk-answered", basis="unverified")
    assert ("world", H1_2024) not in numbers(REQUESTS)
    assert ("world", H1_2024) not in numbers(SHARE)
    assert ("world", H1_2024) in numbers(TOKENS)
    assert ("United Kingdom", H2_2023) not in numbers(SHARE, PRESS)
    assert ("United Kingdom", H2_2023) in numbers(REQUESTS, PRESS)
    damage("push-req-h2-2022", basis="unverified")
    assert numbers(REQUESTS, PRESS)["world", H1_2023] == "158"
    for slug in ("push-req-israel", "push-table-h2-2023-il", "push-table-h2-2023-il-tokens"):
        damage(slug, basis="unverified")
    assert places() == ("world", "Netherlands", "United Kingdom", "United States")


def test_numbers_and_dates_are_the_row_s(damage: Any) -> None:
    damage("push-req-h1-2023", low=1_580, high=1_580)
    assert numbers(REQUESTS, PRESS)["world", H1_2023] == "119 or 1,580"
    damage("push-req-h1-2024", date_to=date(2024, 12, 31))
    assert ("world", None) in numbers(REQUESTS, PRESS)
    damage("push-req-h1-2024", date_from=date(2024, 2, 1), date_to=date(2024, 6, 30))
    assert ("world", None) in numbers(REQUESTS, PRESS)
    damage("push-req-h1-2024", date_to=None)
    assert ("world", None) in numbers(REQUESTS, PRESS)
    damage("push-table-h1-2025", high=None)
    assert ("world", H1_2025) not in numbers(REQUESTS)


def test_places() -> None:
    assert places() == ("world", "Israel", "Netherlands", "United Kingdom", "United States")
    assert [half_words(half) for half in HALVES[:2]] == ["July to December 2022", "January to June 2023"]


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
        (("requests", "press"), "Give one of \"Apple's table \\(a copy\\)\", 'the press', not 'press'"),
        (("requests", ["the press"]), "not \\['the press'\\]"),
        ((["requests"],), "Give one of 'requests', 'tokens named', 'share answered'"),
    ],
)
def test_names_that_there_are_not_are_said(given: tuple[Any, ...], words: str) -> None:
    with pytest.raises(KitError, match=words):
        asked(*given)


def test_words_of_a_number() -> None:
    one = Asked(SHARE, PRESS, "world", H1_2023, 59, 59, ("a",), "")
    assert (one.words, one.two) == ("59 %", False)
    assert replace(one, low=57).words == "57 or 59 %"
    assert replace(one, low=57).two
    up_to = replace(one, counted=REQUESTS, low=None, high=1_234)
    assert (up_to.words, up_to.two) == ("up to 1,234", False)
