"""What the second half of lesson 03's questions take for right is what real probes see, and what the room's parts say.

The questions that are answered by code are answered here by other roads: by `cause`, by `left`, by `Ranges`.
"""

import asyncio
import itertools
from datetime import date

import pytest

from chokepoints.classroom.kinds import ChoiceAnswer, FunctionAnswer
from chokepoints.classroom.questions import Question, find_question, judge
from chokepoints.classroom.results import shown
from chokepoints.evidence import fact
from chokepoints.network import channels, vantage
from chokepoints.network.questions import QUESTIONS
from chokepoints.network.questions_counts import MEASURED, REPORTED
from chokepoints.network.questions_measure import SEEN
from chokepoints.network.questions_probes import CAUSES, CHANNELS
from chokepoints.network.ranges import Ranges
from chokepoints.network.rules import ByName, ByPrefix
from chokepoints.network.serving import internet, provider

#: The outcomes of the questions -> what a probe of the room calls them; None for no probe.
KINDS = {
    "reached": vantage.Kind.REACHED,
    "reset": vantage.Kind.RESET,
    "nothing answers": vantage.Kind.NOTHING,
    "turned away": vantage.Kind.TURNED_AWAY,
    "refused by the provider": vantage.Kind.REFUSED,
    "not tried": None,
}
#: How `cause` of the room begins -> the word of question 12.
WORDS = {
    "no sign of a block": "open",
    "the site itself turns the inside away": "turned away",
    "the site turns both away": "turned away",
    "down for both": "down",
    "the same fault for both": "down",
    "cut off inside only": "cut off",
    "cannot be told": "unknown",
    "the provider inside blocks it": "blocked",
}
LETTERS = {"blocked": "a", "down": "b", "turned away": "c", "unknown": "d"}


def the(id: str) -> Question:
    question = find_question(id)
    assert isinstance(question, Question)
    return question


def status(id: str, answer: object) -> str:
    return judge(the(id), answer).status


def word(inside: str, outside: str) -> str:
    """What the room says of a pair, in the words of question 12."""
    if inside == "not tried":
        return "unknown"
    here = KINDS[inside]
    assert here is not None
    said = vantage.cause(here, KINDS[outside])
    (found,) = (word for start, word in WORDS.items() if said.startswith(start))
    return found


def test_what_two_probes_show_is_what_the_room_says_of_them() -> None:
    assert status("network-9", [LETTERS[word(*pair)] for pair in SEEN.values()]) == "correct"
    assert sorted(LETTERS[word(*pair)] for pair in SEEN.values()) == ["a", "b", "c", "d"]
    said = {pair: word(*pair) for pair in CAUSES}
    # The room is more careful than the third rule of question 12 where the site turned the inside away and failed
    # outside by another fault.
    careful = {("turned away", other) for other in ("reset", "nothing answers")}
    assert {pair for pair in CAUSES if said[pair] != CAUSES[pair]} == careful
    assert {said[pair] for pair in careful} == {"unknown"}
    assert status("network-12", lambda *pair: "turned away" if pair in careful else said[pair]) == "correct"


def test_the_pairs_of_the_questions_are_those_that_real_probes_see() -> None:
    """Five sites, each with another cause, probed through a provider with rules and one without."""
    names = ["radio.example", "bank.example", "forum.example", "news.example", "library.example"]

    async def run() -> dict[str, tuple[str, str]]:
        rules = (ByPrefix("203.0.113.64/29"), ByName("forum.example"))
        async with (
            internet(vantage.PROBED) as net,
            provider(net, rules, country="inside") as home,
            provider(net) as abroad,
        ):
            seen = (await vantage.compare({"inside": home, "outside": abroad}, net, names)).seen
            return {name: (row["inside"].kind, row["outside"].kind) for name, row in seen.items()}

    seen = asyncio.run(run())
    real = {tuple(next(word for word, kind in KINDS.items() if kind is one) for one in pair) for pair in seen.values()}
    complete = {pair for pair in SEEN.values() if "not tried" not in pair}
    assert len(complete) == 3
    assert complete <= real
    assert {("reset", "reached"), ("reached", "reached"), ("turned away", "reached")} <= real & set(CAUSES)


def test_the_sentences_that_hold_are_those_that_each_source_bears_out() -> None:
    """The situation of question 10, in numbers: what the register, the measurements and the press say."""
    listed, measured, failed, control, claimed_by, said_how = False, 50, 40, True, "a newspaper", False
    borne_out = {
        "a": failed > measured / 2 and control,
        "b": listed,
        "c": claimed_by == "the agency" or said_how,
        "d": failed > 0 and control and not listed,
        "e": failed == measured,
    }
    assert status("network-10", [letter for letter, holds in borne_out.items() if holds]) == "correct"


def test_the_real_case_has_the_same_gap() -> None:
    """Question 10 is made up; the rows that it is made after say the same of 2026."""
    assert "not been on the register" in fact("not-on-register").statement
    assert "suggest" in fact("ooni-2026").statement
    assert "press reports" in fact("full-block-2026").statement


def test_channels_that_are_left_are_those_of_the_room() -> None:
    """Over every set of companies, on the rows of channels.csv: left, and neither cut nor left in part."""
    rows = {way.slug: [*way.gatekeepers] for way in channels.ways()}
    companies = sorted({company for held in rows.values() for company in held})

    def left(held: dict[str, list[str]], refusing: list[str]) -> list[str]:
        if held.keys() == rows.keys():
            return sorted(one.way.slug for one in channels.left(refusing=refusing) if one.state == channels.LEFT)
        return sorted(name for name in held if not set(held[name]) & set(refusing))

    assert status("network-13", left) == "correct"
    for size in range(len(companies) + 1):
        for refusing in itertools.combinations(companies, size):
            by_hand = sorted(name for name, held in rows.items() if not any(one in refusing for one in held))
            assert left(rows, [*refusing]) == by_hand


def test_the_ways_of_the_question_hold_every_sort() -> None:
    answer = the("network-13").answer
    assert isinstance(answer, FunctionAnswer)
    held = [len(holders) for arguments, _, _ in answer.cases for holders in arguments[0].values()]
    assert set(held) == {0, 1, 2, 3}
    for (ways, refusing), wanted, _ in answer.cases:
        assert sorted(name for name, holders in ways.items() if not set(holders) & set(refusing)) == wanted
    assert [*CHANNELS] == sorted(CHANNELS, reverse=True)


def test_each_slip_of_the_share_moves_a_case() -> None:
    """Every case by another road; and each slip of a parameter of `share` gives another number in some case."""
    assert status("network-14", lambda rows: share(rows)) == "correct"
    right = [wanted for _, wanted, _ in MEASURED]
    assert [share(rows) for rows, *_ in MEASURED] == pytest.approx(right)
    slips = ({"control": False}, {"half": True}, {"sort": False}, {"limit": 0.51}, {"limit": 0.6}, {"limit": 2 / 3})
    for slip in slips:
        assert [share(rows, **slip) for rows, *_ in MEASURED] != pytest.approx(right), slip  # type: ignore[arg-type]


@pytest.mark.parametrize("digits", [0, 1, 2])
def test_a_share_rounded_to_whole_percent_is_exact_enough(digits: int) -> None:
    assert status("network-14", lambda rows: round(share(rows), digits)) == "correct"
    assert status("network-14", lambda rows: share(rows) + 1) == "not yet"


def test_the_data_of_the_first_cases_are_shown_whole() -> None:
    """A learner who is told to work it out by hand must see all of it."""
    shown_whole = [
        [shown(argument) for argument in arguments]
        for id in ("network-13", "network-14", "network-16")
        for arguments, _, label in the(id).answer.cases  # type: ignore[attr-defined]
        if label not in ("a network that fails in 26 of 51", "three rows")
    ]
    assert len(shown_whole) > 25
    assert [texts for texts in shown_whole if any("..." in text for text in texts)] == []


def test_all_pairs_of_outcomes_are_tried() -> None:
    words = [word for word in KINDS if word != "refused by the provider"]
    assert set(CAUSES) == set(itertools.product(words, words))
    for pair in CAUSES:  # whoever is wrong in one pair alone is found out
        assert status("network-12", lambda *given, pair=pair: "down?" if given == pair else CAUSES[given]) == "not yet"


def share(
    rows: list[tuple[str, bool, bool]],
    *,
    control: bool = True,
    half: bool = False,
    sort: bool = True,
    limit: float = 0.5,
) -> float:
    """Percent of networks that block, by sorting and grouping."""
    kept = [(network, reached) for network, reached, good in rows if good or not control]
    kept = sorted(kept) if sort else kept
    groups = [[reached for _, reached in group] for _, group in itertools.groupby(kept, key=lambda row: row[0])]
    shares = [group.count(False) / len(group) for group in groups]
    return 100 * sum(one >= limit if half else one > limit for one in shares) / len(shares)


def test_who_was_listed_on_the_day_by_ranges_and_real_dates() -> None:
    def hit(sites: list[tuple[str, str, str]], listed: list[tuple[str, str, str]]) -> list[str]:
        found = set()
        for name, at, day in sites:
            days = [
                text
                for text, first, last in listed
                if date.fromisoformat(first) <= date.fromisoformat(day) <= date.fromisoformat(last)
            ]
            if days and Ranges.of(days).contains([at]).all():
                found.add(name)
        return sorted(found)

    assert status("network-16", hit) == "correct"
    assert [hit(sites, listed) for sites, listed, *_ in REPORTED] == [wanted for _, _, wanted, _ in REPORTED]


@pytest.mark.parametrize("day", ["2018-04-15", "2018-04-30", "2018-12-30", "2019-01-02"])
def test_dates_as_text_compare_as_dates(day: str) -> None:
    others = ["2018-04-16", "2018-04-27", "2018-10-02", "2019-01-01"]
    assert [day < other for other in others] == [date.fromisoformat(day) < date.fromisoformat(one) for one in others]


def test_the_two_opinions_are_those_of_the_rows() -> None:
    assert "no foreseeability" in fact("kharitonov-2020").statement
    concurring = fact("kharitonov-concurring").statement
    assert "no basis in the law" in concurring
    assert "could not be foreseen" in concurring
    assert "what the state must do" in concurring
    for wanting in ("check of side effects", "no notice", "no court before"):
        assert wanting in fact("kharitonov-2020").statement
    answer = the("network-15").answer
    assert isinstance(answer, ChoiceAnswer)
    right = answer.options[answer.correct]
    assert right.startswith("the majority that check, notice and court are missing")
    assert right.endswith("the three's own reason is gone")


def test_the_designs_are_those_that_the_rows_speak_of() -> None:
    assert "without asking them" in fact("ethics-encore-committee").statement
    assert "hardly have agreed" in fact("ethics-encore-committee").statement
    assert "become public" in getattr(fact("ethics-ooni-risks"), "note", "")
    assert "shows intent" in fact("ethics-jones-2015").statement


def test_there_are_three_core_questions_of_each_track_and_three_further_ones() -> None:
    second = [question for question in QUESTIONS if int(question.id[8:]) >= 9]
    core = [question for question in second if question.core]
    assert [int(question.id[8:]) for question in second] == list(range(9, 18))
    assert [sum(question.track == track for question in core) for track in ("law", "code")] == [3, 3]
    assert {question.track for question in second if not question.core} == {"law", "code"}
    assert sum(question.minutes for question in core) == 23


@pytest.mark.parametrize("id", [f"network-{number}" for number in range(9, 18)])
@pytest.mark.parametrize(
    "answer", [3.5, True, ["a"] * 40, {"x": 1}, b"a", object(), lambda: "a", print, ("a", ("b",))], ids=range(9)
)
def test_an_answer_of_the_wrong_sort_gets_a_sentence(id: str, answer: object) -> None:
    verdict = judge(the(id), answer)
    assert verdict.status == "not yet"
    assert verdict.text.endswith((".", "?"))
    assert 15 < len(verdict.text) < 400


@pytest.mark.parametrize("id", ["network-12", "network-13", "network-14", "network-16"])
def test_a_function_that_prints_or_returns_nothing_is_told_so(id: str) -> None:
    answer = the(id).answer
    assert isinstance(answer, FunctionAnswer)

    def one_prints(value: object) -> None:
        print(value)

    def two_print(value: object, other: object) -> None:
        print(value, other)

    def one_forgets(value: object) -> None:
        str(value)

    def two_forget(value: object, other: object) -> None:
        str(value)

    one = answer.signature.count(",") == 0
    assert "not with `print`" in judge(the(id), one_prints if one else two_print).text
    assert "does it end with `return`" in judge(the(id), one_forgets if one else two_forget).text


@pytest.mark.parametrize("id", ["network-15", "network-17"])
def test_no_part_of_a_wrong_option_is_taken_for_the_right_one(id: str) -> None:
    answer = the(id).answer
    assert isinstance(answer, ChoiceAnswer)
    for letter, words in answer.options.items():
        assert (status(id, words) == "correct") is (letter == answer.correct)
        for end in range(1, len(words.split())):
            start = " ".join(words.split()[:end])
            if letter != answer.correct:
                assert status(id, start) != "correct" or answer.options[answer.correct].startswith(start)
