"""What the panels of the room choose from the tables."""

from datetime import date

from chokepoints.evidence import table
from chokepoints.evidence.panel_claims import CLAIMS, VERDICTS
from chokepoints.evidence.panel_powers import powers
from chokepoints.evidence.panel_spread import MOST, disagreeing_figures, figures_on
from chokepoints.evidence.panel_timeline import LEVERS, chosen, timeline


def test_timeline_filters_by_day_actor_and_lever() -> None:
    spring = chosen(date(2018, 5, 28), "3 months", "everybody", "all levers")
    slugs = [row[4].slug for row in spring]
    assert slugs[-1] == "apple-letter"
    assert {"tagansky-ruling", "block-begins", "apple-request-1"} <= set(slugs)
    assert [row[0] for row in spring] == sorted(row[0] for row in spring)
    assert all(date(2018, 2, 25) <= row[0] <= date(2018, 5, 28) for row in spring)
    apple = chosen(date(2026, 7, 6), "10 years", "Apple", "the store")
    assert apple
    assert {(row[1], row[2]) for row in apple} == {("Apple", "store")}


def test_timeline_leaves_out_what_is_unverified_and_knows_every_lever() -> None:
    everything = chosen(date(2026, 7, 6), "10 years", "everybody", "all levers")
    assert all(row[4].basis != "unverified" for row in everything)
    assert {row[2] for row in everything} <= set(LEVERS)
    for control in timeline.controls:
        if control.name == "actor":
            assert "Roskomnadzor" in control.values()


def test_powers_of_and_over() -> None:
    assert len(powers("anybody", "all levers")) == len(table("powers"))
    assert all("apple" in (power.actor, power.over) for power in powers("Apple", "all levers"))
    assert {power.lever for power in powers("Roskomnadzor", "push")} == {"push"}
    # Lesson 01 says that the agency can do nothing to the messenger but through somebody else.
    assert not [power for power in table("powers") if (power.actor, power.over) == ("roskomnadzor", "telegram")]


def test_every_matter_with_figures_is_offered_and_fits() -> None:
    matters = {row.matter: row for row in table("disagreements") if row.quantities}
    offered = next(control for control in disagreeing_figures.controls if control.name == "matter")
    assert set(offered.values()) == set(matters)
    for matter, row in matters.items():
        shown = figures_on(matter, False)
        every = [f for f in table("figures") if f.quantity in row.quantities and f.basis != "unverified"]
        assert len(every) <= MOST, f"{matter} has {len(every)} figures; the picture has room for {MOST}"
        assert {figure.slug for figure in shown} == {figure.slug for figure in every}
        assert all(figure.confidence == "high" for figure in figures_on(matter, True))


def test_statements_stand_in_the_order_of_the_story() -> None:
    assert [claim.position for claim in CLAIMS] == list(range(1, 16))
    assert CLAIMS[0].slug == "letter-sent"
    assert {claim.verdict for claim in CLAIMS} <= set(VERDICTS)
    assert sum(claim.verdict == "confirmed" for claim in CLAIMS) == 5  # the guess in lesson 01 has this answer
