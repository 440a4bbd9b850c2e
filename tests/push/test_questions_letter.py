"""The second half of lesson 04's questions for lawyers: rows, the experiment really run, and the letter's rubric."""

import asyncio
import time

import pytest
from push_letters import BAD, CLEAN, FIVE_POINTS, GOOD, SENTENCES, SPOILT
from push_letters_marked import ARGUED, CLAIMS, MARKED

from chokepoints.classroom.kinds import ChoiceAnswer, ListAnswer, Point, SetAnswer
from chokepoints.classroom.questions import Question, find_question, judge
from chokepoints.classroom.texts import normalised
from chokepoints.enforcement.experiment import PHONES, all_positions
from chokepoints.enforcement.outcome import ORDERED, OTHER, Positions
from chokepoints.evidence import fact
from chokepoints.evidence.rows import Event, Instrument, Observation
from chokepoints.push.letter_rubric import RUBRIC
from chokepoints.push.letter_spoilt import QUESTIONS, SPOILING
from chokepoints.push.questions_letter import ADDRESSES, MADE, OUTCOMES, POSITIONS, UNDECIDED

PUSHED, LAST = 4, 5


def the(id: str) -> Question:
    question = find_question(id)
    assert isinstance(question, Question)
    return question


def verdict(text: str) -> tuple[str, str]:
    given = judge(the("push-11"), text)
    return given.status, given.text


def spoilt(text: str) -> list[str]:
    return [point.name for point in SPOILING if point.found(normalised(text))]


def marked(text: str, *, marks: bool = True) -> str:
    """A text with the marks that the page asks for, or without."""
    for sign, words in (("<1>", "First reading: "), ("<2>", "Second reading: "), ("<V>", "Verdict: ")):
        text = text.replace(sign, words if marks else "")
    return text


@pytest.fixture(scope="module")
def positions() -> Positions:
    """Every position, really run; with few phones, since each behaves like the others of its storefront."""
    return asyncio.run(all_positions(phones=4))


def back(positions: Positions, switch: str, where: str, made: tuple[bool, bool]) -> float:
    """The share of a storefront that is back by the push; none may change an hour later."""
    result = positions.of(switch, *made)
    size = result.storefronts.count(where)
    assert result.connected(PUSHED - 1) == 0
    assert result.connected(PUSHED, where) == result.connected(LAST, where)
    return result.connected(PUSHED, where) / size


def test_the_rows_of_question_10_are_those_of_the_experiment(positions: Positions) -> None:
    """The table has ten phones of twenty in the storefront."""
    share = {name: tuple(back(positions, name, ORDERED, made) for made in MADE) for name in POSITIONS.values()}
    found = [
        letter
        for row in OUTCOMES.values()
        for letter, name in POSITIONS.items()
        if tuple(round(one * PHONES / 2) for one in share[name]) == row
    ]
    assert len(found) == len(set(found)) == len(OUTCOMES) == 4
    assert judge(the("push-10"), found).status == "correct"
    answer = the("push-10").answer
    assert isinstance(answer, ListAnswer)
    assert [item[0] for item in answer.items if isinstance(item, tuple)] == found
    assert judge(the("push-10"), [POSITIONS[letter] for letter in found]).status == "correct"


def test_elsewhere_every_push_of_question_10_arrives(positions: Positions) -> None:
    assert {back(positions, name, OTHER, made) for name in POSITIONS.values() for made in MADE} == {1.0}


def test_an_open_switch_is_none_of_the_rows(positions: Positions) -> None:
    """Nor is a delay, after which all are back: so the four orders are all that the rows can be of."""
    assert {back(positions, "open", ORDERED, made) for made in MADE} == {1.0}
    assert (10, 10, 10) not in OUTCOMES.values()


def test_the_rows_of_question_9_say_what_its_answer_says() -> None:
    answer = the("push-9").answer
    assert isinstance(answer, SetAnswer)
    assert set(answer.items) == {"b", "c", "e"}
    said, code, none, advice, ruling = map(
        fact, ("ruling-point-3", "gpk-13", "push-power-none-found", "cm-rec-2016-5", "tagansky-ruling")
    )
    assert isinstance(said, Observation)
    assert "tells it and other legal entities" in said.statement
    assert "he repeats that Apple is such an entity" in said.note  # b
    assert "do not see themselves in these words" in said.statement
    assert isinstance(code, Instrument)
    assert "organisations in the whole of Russia" in code.statement
    assert "reaches those who took part and not others" in code.note  # c
    assert isinstance(none, Observation)
    assert "None read names" in none.statement
    assert "not a proof" in none.note  # against d
    assert isinstance(advice, Instrument)
    assert "So must any request by an authority" in advice.statement
    assert advice.note.startswith("Advice, not binding law")  # e
    assert isinstance(ruling, Instrument)
    assert "Apple" not in ruling.statement  # against a


def test_the_rows_of_question_15_are_later_and_about_something_else() -> None:
    rows = [
        fact(slug) for slug in ("apple-rus-register", "apple-localisation-fine", "fas-apple-2020", "apple-landing-2022")
    ]
    letter = fact("apple-letter")
    assert isinstance(letter, Event)
    for row in rows:
        assert isinstance(row, Event | Instrument)
        assert row.date_from is not None
        assert letter.date_from is not None
        assert row.date_from > letter.date_from
        assert "push" not in row.statement
        assert "notification" not in row.statement
    answer = the("push-15").answer
    assert isinstance(answer, ChoiceAnswer)
    assert "show nothing by themselves" in answer.options[answer.correct]


@pytest.mark.parametrize("style", GOOD)
def test_a_good_text_passes(style: str) -> None:
    assert verdict(GOOD[style])[0] == "correct", verdict(GOOD[style])[1]
    assert spoilt(GOOD[style]) == []


@pytest.mark.parametrize("fault", BAD)
def test_a_fault_earns_its_hint(fault: str) -> None:
    words, text = BAD[fault]
    status, said = verdict(text)
    assert status == "not yet", said
    assert words.casefold() in said.casefold()


@pytest.mark.parametrize("model", [ADDRESSES, UNDECIDED], ids=["addresses", "undecided"])
def test_a_model_makes_every_point(model: str) -> None:
    assert [point.name for point in RUBRIC if not point.found(normalised(model))] == []
    assert spoilt(model) == []
    assert verdict(model)[0] == "correct"


def test_the_models_disagree() -> None:
    assert "the second reading is the more likely" in ADDRESSES
    assert "The evidence does not decide it" in UNDECIDED


@pytest.mark.parametrize("point", RUBRIC, ids=lambda point: point.name)
def test_each_point_is_made_by_good_texts_and_not_by_any_text(point: Point) -> None:
    assert not point.found(normalised(BAD["about something else"][1]))
    assert len([style for style, text in GOOD.items() if point.found(normalised(text))]) >= 12


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_makes_its_point_and_one_near_it_does_not(name: str) -> None:
    (point,) = (point for point in RUBRIC if name in point.name)
    makes, does_not = SENTENCES[name]
    assert [one for one in makes if not point.found(normalised(one))] == []
    assert [one for one in does_not if point.found(normalised(one))] == []


@pytest.mark.parametrize("place", range(len(SPOILT)))
def test_a_sentence_that_spoils_a_text(place: int) -> None:
    whole = f"{GOOD['hurried']} {SPOILT[place]}"
    assert verdict(whole)[0] == "not yet", SPOILT[place]
    assert len({point.hint for point in SPOILING if point.found(normalised(whole))}) == 1, spoilt(whole)


@pytest.mark.parametrize("place", range(len(CLEAN)))
def test_a_sentence_that_spoils_none(place: int) -> None:
    assert verdict(f"{GOOD['hurried']} {CLEAN[place]}")[0] == "correct", CLEAN[place]


@pytest.mark.parametrize("style", [style for style in MARKED if style != "common usage"])
def test_a_good_text_with_the_marks_of_the_page_passes(style: str) -> None:
    status, said = verdict(marked(MARKED[style]))
    assert status == "correct", said


def test_a_text_with_marks_and_few_other_words_is_told_that_it_may_be_right() -> None:
    status, said = verdict(marked(MARKED["common usage"]))
    assert status == "not yet"
    assert "it may be right: compare it with hint 2, and go on" in said


def test_without_the_marks_six_in_ten_pass_and_no_other_is_told_that_it_is_wrong() -> None:
    """The page says so."""
    said = [verdict(marked(text, marks=False)) for text in MARKED.values()]
    assert sum(status == "correct" for status, _ in said) >= 0.58 * len(MARKED)
    assert all("it may be right" in text for status, text in said if status != "correct")


@pytest.mark.parametrize(
    ("point", "mark"),
    list(zip([one for one in RUBRIC if one.required], ["First reading:", "Second reading:", "Verdict:"], strict=True)),
)
def test_a_mark_with_words_behind_it_makes_its_point_and_the_hint_names_it(point: Point, mark: str) -> None:
    assert mark in point.hint
    assert point.found(f"It was in May. {mark} this is as I said before.")
    assert not point.found(f"It was in May. {mark.rstrip(':')} of the press.")


@pytest.mark.parametrize("place", range(len(CLAIMS)))
def test_a_claim_without_a_source_is_shown_again(place: int) -> None:
    assert verdict(ARGUED.format("This is so."))[0] == "correct"
    status, said = verdict(ARGUED.format(CLAIMS[place]))
    assert status == "not yet", CLAIMS[place]
    assert f"Read again: '{CLAIMS[place].rstrip('.')}" in said or "it was misread" in said


@pytest.mark.parametrize("point", [point for point in RUBRIC if point.required], ids=lambda point: point.name)
def test_without_a_required_point_no_text_passes(point: Point) -> None:
    """The sentences that make it are left out of a text that makes all others."""
    text = ""
    for turn in range(3):
        for name, (makes, _) in SENTENCES.items():
            longer = f"{text} {makes[turn]}".strip()
            if name not in point.name and not point.found(normalised(longer)):
                text = longer
    others = [other for other in RUBRIC if other is not point and other.found(normalised(text))]
    assert len(others) >= 8
    assert len(text.split()) >= 60
    assert verdict(text)[0] == "not yet"


def test_there_are_as_many_words_as_the_question_says() -> None:
    assert the("push-11").ask.endswith("in 60 to 220 words.")
    for text in GOOD.values():
        assert 60 <= len(text.split()) <= 220
    assert "and these are 18." in verdict(BAD["too short"][1])[1]


def test_a_text_of_questions_answers_nothing() -> None:
    assert QUESTIONS.found(normalised(BAD["questions"][1]))
    assert not QUESTIONS.found(normalised(GOOD["plain"] + " Why? Who knows?"))
    assert not QUESTIONS.found("It is so. Why? Thus. How? It is so.")


def test_five_points_are_too_few() -> None:
    text = FIVE_POINTS
    assert sum(point.found(normalised(text)) for point in RUBRIC) == 5
    assert all(point.found(normalised(text)) for point in RUBRIC if point.required)
    assert spoilt(text) == []
    assert verdict(text)[0] == "not yet"


@pytest.mark.alone
@pytest.mark.parametrize(
    "text",
    [
        "no " * 6_000,
        "service address " * 1_200,
        "Apple " * 3_000,
        "the court " * 1_900,
        "a-" * 9_000,
        "can not sent " * 1_400,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    for point in (*RUBRIC, *SPOILING):
        point.found(normalised(text))
    assert time.process_time() - began < 1
