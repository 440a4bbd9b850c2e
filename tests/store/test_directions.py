"""The lever in other hands: each word of a case rests on its rows, and what no row says is not found."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from chokepoints.errors import KitError
from chokepoints.evidence import fact, source
from chokepoints.store import directions
from chokepoints.store.directions import (
    ABROAD,
    APPLE,
    BOTH,
    BOTH_STORES,
    EVERYWHERE,
    GROUND,
    KEPT,
    KINDS,
    LAW,
    NAMES,
    NOBODY,
    NOT_FOUND,
    ONE,
    RULES,
    STATE,
    STORE,
    WHERE,
    WHO,
    Case,
    case_named,
    cases,
    directions_table,
)

LETTER, DAY, VOTE, VK = (
    "The messenger, the letter",
    "The messenger, one day",
    "Voting app, Russia",
    "VK's apps, from Britain",
)
#: Case -> words of its cells that must stand in its rows: asked, ground, did, told, back.
GROUNDED = {
    "New York Times, China": ("authority", "local regulations", "Chinese app", "", ""),
    "LinkedIn, Russia": ("the agency had asked both in December", "a court ruling", "both Russian stores", "", ""),
    "VPN apps, China": ("the ministry of industry", "licence", "in China", "writes to their makers", ""),
    DAY: ("alerted Apple is not said", "illegal content", "both apps", "tells the developer", "the same day"),
    LETTER: ("asks Apple", "named neither Apple nor its services", "held back iOS updates worldwide", "no reason in p",
             "approves the update"),
    "Police map, Hong Kong": ("police bureau confirmed", "the store's rules and local laws", "without updat", "", ""),
    "Parler, United States": ("an independent decision", "calls to violence", "remove Parler", "a warning of 24 hours",
                              "in May 2021 and to Google's on 2 September 2022"),
    VOTE: ("Staff were reported threatened", "designated extremist", "lose updates", "", "soon after the election of"),
    "Quran app, China": ("at the request of officials", "missing documents", "in China", "and whom to ask", ""),
    VK: ("That Britain asked Apple was not seen", "British sanctions", "closes the accounts", "", "puts VK's apps b"),
    "Four messengers, China": ("the Cyberspace Administration ordered", "national security", "trackers see", "", ""),
    "VPN apps, Russia": ("at the agency's request", "illegal|break Russian law", "Russian storefront", "makers", ""),
    "Broadcaster's app, Russia": ("request of the agency", "declared undesirable", "Russian storefront", "tells i", ""),
    "ICEBlock, United States": ("Justice Department demands", "objectionable content", "similar", "the developer", ""),
    "Red Dot, United States": ("did not ask", "under its own rules", "Apple removed it too", "", ""),
    "TikTok, United States": ("made by its parliament", "the Supreme Court had upheld it", "no updates either",
                              "on a page of its own", "the law would not be enforced against them for now"),
    "Dating apps, China": ("an order of the Cyberspace Administration", "follows the laws", "in no other any more", "A"
                           "pple did not say", ""),
    "VPN clients, Russia": ("the agency's request", "", "no longer to be had in Russia", "publish a letter", ""),
}  # fmt: skip
#: Which kinds each case is, by the order of KINDS, read from the rows by hand.
BY_HAND = {
    "New York Times, China": (STATE, LAW, APPLE, ONE),
    "LinkedIn, Russia": (STATE, LAW, BOTH_STORES, ONE),
    "VPN apps, China": (STATE, LAW, APPLE, ONE),
    DAY: (NOT_FOUND, RULES, APPLE, EVERYWHERE),
    LETTER: (STATE, LAW, APPLE, KEPT),
    "Police map, Hong Kong": (NOT_FOUND, BOTH, APPLE, NOT_FOUND),
    "Parler, United States": (NOBODY, RULES, BOTH_STORES, NOT_FOUND),
    VOTE: (STATE, LAW, BOTH_STORES, ONE),
    "Quran app, China": (STATE, LAW, APPLE, ONE),
    VK: (NOT_FOUND, ABROAD, APPLE, EVERYWHERE),
    "Four messengers, China": (STATE, LAW, APPLE, ONE),
    "VPN apps, Russia": (STATE, LAW, APPLE, ONE),
    "Broadcaster's app, Russia": (STATE, LAW, APPLE, ONE),
    "ICEBlock, United States": (STATE, RULES, APPLE, NOT_FOUND),
    "Red Dot, United States": (NOBODY, RULES, BOTH_STORES, NOT_FOUND),
    "TikTok, United States": (STATE, LAW, BOTH_STORES, ONE),
    "Dating apps, China": (STATE, LAW, APPLE, ONE),
    "VPN clients, Russia": (STATE, NOT_FOUND, APPLE, ONE),
}


@pytest.fixture
def damage(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Gives rows other contents, in this module alone."""
    others: dict[str, Any] = {}
    monkeypatch.setattr(directions, "fact_named", lambda slug: others.get(slug) or fact(slug))

    def change(slug: str, **contents: Any) -> None:
        others[slug] = replace(fact(slug), **contents)  # type: ignore[type-var]
        cases.cache_clear()

    yield change
    monkeypatch.undo()
    cases.cache_clear()


def a_case(name: str) -> Case:
    found = case_named(name)
    assert found
    return found


def text_of(case: Case) -> str:
    return " ".join(f"{row.title} {row.statement} {row.note}" for row in case.rows if not hasattr(row, "quantity"))  # type: ignore[union-attr]


def test_the_cases_in_order_of_time() -> None:
    found = [(case.name, case.day.isoformat()) for case in cases()]
    assert found == [
        ("New York Times, China", "2016-12-23"), ("LinkedIn, Russia", "2017-01-06"), ("VPN apps, China", "2017-07-29"),
        (DAY, "2018-02-01"), (LETTER, "2018-05-28"), ("Police map, Hong Kong", "2019-10-09"),
        ("Parler, United States", "2021-01-08"), (VOTE, "2021-09-17"), ("Quran app, China", "2021-10-01"),
        (VK, "2022-09-26"), ("Four messengers, China", "2024-04-19"), ("VPN apps, Russia", "2024-07-04"),
        ("Broadcaster's app, Russia", "2024-10-18"), ("TikTok, United States", "2025-01-18"),
        ("ICEBlock, United States", "2025-10-02"), ("Red Dot, United States", "2025-10-03"),
        ("Dating apps, China", "2025-11-08"), ("VPN clients, Russia", "2026-03-28"),
    ]  # fmt: skip
    assert {name for name, _ in found} == set(NAMES) == set(GROUNDED) == set(BY_HAND)
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_each_word_rests_on_a_row(name: str) -> None:
    case, text = a_case(name), text_of(a_case(name))
    for words in GROUNDED[name]:
        assert any(one.lower() in text.lower() for one in words.split("|")), f"{words!r} is in no row of {name}"
    assert all(row.basis != "unverified" for row in case.rows)


@pytest.mark.parametrize("name", NAMES)
def test_kinds_by_hand(name: str) -> None:
    case = a_case(name)
    assert tuple(case.kind(heading) for heading in KINDS) == BY_HAND[name]
    for heading, words in ((WHO, case.asked), (GROUND, case.ground)):
        assert (case.kind(heading) == NOT_FOUND) == words.startswith(NOT_FOUND)
    assert all(case.kind(heading) in KINDS[heading] for heading in KINDS)


def test_a_kind_fits_the_table() -> None:
    for case in cases():
        row, text = case.row, text_of(case)
        if case.kind(STORE) == BOTH_STORES:
            assert {"Google", "Apple"} <= set(text.replace(".", " ").replace("'", " ").split())
        if case.kind(WHERE) == EVERYWHERE:
            assert row.place == "world"  # type: ignore[union-attr]
        if case.kind(WHERE) == ONE:
            assert row.place in case.name  # type: ignore[union-attr]
        if case.kind(GROUND) in (RULES, BOTH):
            assert "rule" in text or "illegal content" in text


def test_every_kind_is_met_by_a_case() -> None:
    for heading, kinds in KINDS.items():
        assert {case.kind(heading) for case in cases()} == set(kinds)


def test_who_asked_and_the_ground_are_two_things() -> None:
    ice = a_case("ICEBlock, United States")
    assert (ice.kind(WHO), ice.kind(GROUND)) == (STATE, RULES)
    assert (a_case(VK).kind(WHO), a_case(VK).kind(GROUND)) == (NOT_FOUND, ABROAD)


def test_what_is_no_act_of_a_store_is_no_case() -> None:
    """In December 2025 services were blocked on the network alone: the row says so, and no case rests on it."""
    assert "none of the reports seen speaks of a removal from a store" in fact("facetime-ru-2025").note
    assert not any("facetime-ru-2025" in (case.slug, case.back, *case.also) for case in cases())


def test_returns_by_hand() -> None:
    assert {case.name: case.came_back for case in cases() if case.came_back} == {
        DAY: date(2018, 2, 1),
        LETTER: date(2018, 6, 1),
        "Parler, United States": date(2022, 9, 2),
        VOTE: date(2022, 4, 7),
        VK: date(2022, 10, 18),
        "TikTok, United States": date(2025, 2, 13),
    }
    assert a_case(LETTER).back_said == "an update on 1 June 2018"
    assert a_case(VK).back_said == "17 to 18 October 2022"
    assert a_case("TikTok, United States").back_said.startswith("13 February 2025: a letter said")
    assert a_case(DAY).back_said == "the same day"
    assert all((case.back_said == NOT_FOUND) == (case.came_back is None) for case in cases())
    assert all(case.came_back >= case.day for case in cases() if case.came_back)


def test_cells_are_short_and_say_something() -> None:
    for case in cases():
        for words in (case.asked, case.ground, case.did, case.told, case.back_said):
            assert 5 < len(words) <= 90
            assert ";" not in words
            assert not words.endswith(".")


def test_an_unverified_row_takes_its_case_along(damage: Any) -> None:
    damage("iceblock-2025", basis="unverified")
    damage("durov-31may", basis="unverified")
    damage("cn-2024", date_from=None)
    assert case_named("ICEBlock, United States") is None
    assert case_named(LETTER) is None
    assert case_named("Four messengers, China") is None
    assert len(cases()) == len(NAMES) - 3
    assert "ICEBlock" not in directions_table().text


def test_an_unverified_return_is_not_found(damage: Any) -> None:
    damage("vk-back", basis="unverified")
    assert (a_case(VK).came_back, a_case(VK).back_said) == (None, NOT_FOUND)
    damage("update-approved", date_to=date(2018, 6, 4), date_from=date(2018, 6, 4))
    assert a_case(LETTER).back_said == "an update on 4 June 2018"


def test_the_table_shows_every_cell_and_links_the_sources() -> None:
    shown = directions_table()
    lines = shown.text.splitlines()
    assert len(lines) == len(cases()) == shown.html.data.count("<tr>") - 1
    for case, line in zip(cases(), lines, strict=True):
        assert line == (f"{case.when}, {case.name}: asked: {case.asked}; ground: {case.ground}; the store: {case.did}; "
                        f"told: {case.told}; back: {case.back_said}")  # fmt: skip
        for row in case.rows:
            first = source(row.sources[0])
            assert first.url.replace("&", "&amp;") in shown.html.data
    for head in ("Who asked", "On what ground", "What the store did", "Who was told", "Back", "Sources"):
        assert f">{head}</th>" in shown.html.data


def test_some_cases_alone() -> None:
    text = directions_table(VK, "LinkedIn, Russia").text
    assert [line.split(": ")[0] for line in text.splitlines()] == [
        f"26 September 2022, {VK}", "6 January 2017, LinkedIn, Russia"]  # fmt: skip
    assert "&#39;" in directions_table(VK).html.data, "what stands in a cell is text"


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: case_named("LinkedIn"), "Did you mean LinkedIn, Russia?"),
        (lambda: case_named(None), "There is no case None"),  # type: ignore[arg-type]
        (lambda: directions_table("Telegram"), "There is no case 'Telegram'"),
        (lambda: a_case(VK).kind("ground"), "Did you mean the ground named?"),
        (lambda: a_case(VK).kind(2), "Give one of"),  # type: ignore[arg-type]
    ],
)
def test_wrong_names(call: Any, says: str) -> None:
    with pytest.raises(KitError) as error:
        call()
    assert says in str(error.value)
