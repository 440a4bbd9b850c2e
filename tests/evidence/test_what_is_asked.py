"""What the questions of the room take from the tables is what they ask for."""

from datetime import date

from chokepoints.evidence import published
from chokepoints.evidence.panel_blocked import counted
from chokepoints.evidence.questions import QUESTIONS


def test_the_last_total_is_the_smallest_after_the_peak() -> None:
    totals = counted("all addresses", date(2018, 5, 19), False)
    peak = max(totals, key=lambda figure: figure.high or 0)
    assert peak.date_to is not None
    later = [figure for figure in totals if figure.date_to and figure.date_to > peak.date_to]
    smallest = min(later, key=lambda figure: figure.low or figure.high or 0)
    assert smallest.date_to == QUESTIONS[1].answer.accepted[0]  # type: ignore[union-attr]
    assert len(later) >= 5


def test_the_figures_that_question_1_compares_are_in_the_panel() -> None:
    slugs = {figure.slug for figure in counted("all addresses", date(2018, 4, 17), False)}
    assert {"ip-2-5m", "ip-4-5m", "ip-16m"} <= slugs
    assert slugs <= {figure.slug for figure in published("addresses-blocked")}
