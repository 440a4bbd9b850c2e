"""Questions 10, 11, 12 and 15 of the store: rows that support them, and rubrics that read drafts of many styles."""

import re
import time
from pathlib import Path

import drafts_store_notice as notices
import drafts_store_notice_more as notices_more
import drafts_store_report as reports
import drafts_store_report_more as reports_more
import drafts_store_traps as traps
import pytest

from chokepoints.classroom.kinds import Point, TextAnswer
from chokepoints.classroom.questions import Question, judge
from chokepoints.classroom.texts import normalised
from chokepoints.evidence import fact
from chokepoints.store import notice_rubric, notice_spoilt, report_rubric, report_spoilt
from chokepoints.store.questions_law import LAW, MEND_FIRST, NAMED, REMOVE, ROWS, UNNAMED

LESSON = Path(__file__).parents[2] / "lessons" / "05b_the_notice_and_the_report.md"
BY_ID = {question.id: question for question in LAW}
DRAFTS = {"store-11": notices, "store-15": reports}
RUBRICS = {"store-11": notice_rubric.RUBRIC, "store-15": report_rubric.RUBRIC}
SPOILING = {"store-11": notice_spoilt.SPOILING, "store-15": report_spoilt.SPOILING}
MORE = [(id, text) for id, more in (("store-11", notices_more), ("store-15", reports_more)) for text in more.MORE]
GOOD = [(id, style) for id, drafts in DRAFTS.items() for style in drafts.GOOD]
BAD = [(id, fault) for id, drafts in DRAFTS.items() for fault in drafts.BAD]
SENTENCES = [(id, name) for id, drafts in DRAFTS.items() for name in drafts.SENTENCES]
SPOILT = [(id, sentence) for id, drafts in DRAFTS.items() for sentence in drafts.SPOILT]
NARROW = [(id, sentence) for id, drafts in DRAFTS.items() for sentence in drafts.NARROW]
POINTS = [(id, point) for id, rubric in RUBRICS.items() for point in rubric]
MODELS = [("store-11", REMOVE), ("store-11", MEND_FIRST), ("store-15", NAMED), ("store-15", UNNAMED)]


def the(id: str) -> Question:
    return BY_ID[id]


def spoilt(id: str, text: str) -> list[str]:
    return [point.name for point in SPOILING[id] if point.found(normalised(text))]


def missing(id: str, text: str) -> list[str]:
    return [point.name for point in RUBRICS[id] if not point.found(normalised(text))]


def makes_enough(id: str, text: str) -> bool:
    """Whether it would pass but for what spoils it."""
    lacking = {point.name for point in RUBRICS[id] if point.required} & {*missing(id, text)}
    return not lacking and len(missing(id, text)) <= len(RUBRICS[id]) - 7


def plain(id: str) -> str:
    return " ".join(next(iter(DRAFTS[id].GOOD.values())).split())


@pytest.mark.parametrize(("id", "style"), GOOD)
def test_a_good_draft_passes(id: str, style: str) -> None:
    text = DRAFTS[id].GOOD[style]
    verdict = judge(the(id), text)
    assert verdict.status == "correct", verdict.text
    assert spoilt(id, text) == []
    assert 50 <= len(text.split()) <= 200


@pytest.mark.parametrize(("id", "text"), MORE, ids=[f"{id}-{' '.join(text.split()[:5])}" for id, text in MORE])
def test_a_draft_written_after_the_rubric_passes(id: str, text: str) -> None:
    """They were tuned on too by now; untuned, about six of seven passed."""
    verdict = judge(the(id), text)
    assert verdict.status == "correct", verdict.text


@pytest.mark.parametrize(("id", "fault"), BAD)
def test_a_fault_earns_its_hint(id: str, fault: str) -> None:
    words, text = DRAFTS[id].BAD[fault]
    verdict = judge(the(id), text)
    assert verdict.status == "not yet", verdict.text
    assert words.casefold() in verdict.text.casefold()


@pytest.mark.parametrize(("id", "model"), MODELS)
def test_a_model_makes_every_point(id: str, model: str) -> None:
    assert missing(id, model) == []
    assert spoilt(id, model) == []


def test_the_models_disagree() -> None:
    assert "orders the store to remove" in REMOVE
    assert "do not ask for a removal" in MEND_FIRST
    assert "Kite and Drum, were removed" in NAMED
    assert "We name none of them" in UNNAMED


@pytest.mark.parametrize(("id", "point"), POINTS, ids=lambda one: one if isinstance(one, str) else one.name)
def test_each_point_is_made_by_good_drafts_and_not_by_any_text(id: str, point: Point) -> None:
    weather = "the weather in this town is fine and the trains are running along the river on a new line to the sea"
    assert not point.found(weather)
    assert len([text for text in DRAFTS[id].GOOD.values() if point.found(normalised(text))]) >= 8


@pytest.mark.parametrize(("id", "name"), SENTENCES)
def test_a_sentence_makes_its_point_and_its_denial_does_not(id: str, name: str) -> None:
    (point,) = (point for point in RUBRICS[id] if name in point.name)
    makes, does_not = DRAFTS[id].SENTENCES[name]
    assert [one for one in makes if not point.found(normalised(one))] == []
    assert [one for one in does_not if point.found(normalised(one))] == []


def test_every_point_has_its_sentences() -> None:
    for id, drafts in DRAFTS.items():
        assert len(drafts.SENTENCES) == len(RUBRICS[id])
        assert sum(len(makes) + len(not_) for makes, not_ in drafts.SENTENCES.values()) >= 60


@pytest.mark.parametrize(("id", "sentence"), SPOILT)
def test_a_sentence_that_spoils_a_draft(id: str, sentence: str) -> None:
    verdict = judge(the(id), f"{plain(id)} {sentence}")
    assert verdict.status == "not yet", sentence
    assert spoilt(id, f"{plain(id)} {sentence}")


@pytest.mark.parametrize(("id", "sentence"), NARROW)
def test_a_sentence_that_spoils_none(id: str, sentence: str) -> None:
    assert spoilt(id, f"{plain(id)} {sentence}") == []


@pytest.mark.parametrize(
    ("id", "point"), [pair for pair in POINTS if pair[1].required], ids=lambda o: o if isinstance(o, str) else o.name
)
def test_without_a_required_point_no_draft_passes(id: str, point: Point) -> None:
    """Every sentence that makes it is left out of a text that makes all other points."""
    chosen = [
        sentence
        for other, (makes, _) in DRAFTS[id].SENTENCES.items()
        for sentence in makes
        if other not in point.name and not point.found(normalised(sentence))
    ]
    text = " ".join(" ".join(chosen).split()[:190]) + "."
    answer = the(id).answer
    assert isinstance(answer, TextAnswer)
    made = len(RUBRICS[id]) - len(missing(id, text))
    assert made >= 4
    assert not point.found(normalised(text))
    assert not answer.right(normalised(text))


@pytest.mark.parametrize(("id", "question"), [("store-11", "notice"), ("store-15", "entry")])
def test_seven_points_are_enough_and_six_are_not(id: str, question: str) -> None:
    """Of the points that are not required, as many as are needed: one sentence each."""
    answer = the(id).answer
    assert isinstance(answer, TextAnswer)
    made: list[str] = []
    for point in sorted(RUBRICS[id], key=lambda one: not one.required):
        before = len(RUBRICS[id]) - len(missing(id, " ".join(made)))
        if before == 7 or (before == 6 and not answer.right(normalised(" ".join(made)))):
            break
        made.append(next(s for n, (makes, _) in DRAFTS[id].SENTENCES.items() if n in point.name for s in makes))
    text = normalised(" ".join(made))
    assert len(RUBRICS[id]) - len(missing(id, text)) == 6, question
    assert not answer.right(text)
    for _, (makes, _) in DRAFTS[id].SENTENCES.items():
        longer = normalised(f"{text} {makes[0]}")
        if len(RUBRICS[id]) - len(missing(id, longer)) == 7:
            assert answer.right(longer)
            return
    pytest.fail("no sentence adds a seventh point")


@pytest.mark.parametrize("text", traps.ANOTHER_APP)
def test_a_notice_that_acts_on_another_app_is_refused(text: str) -> None:
    assert spoilt("store-11", text) == ["acts on another app"]
    assert makes_enough("store-11", text)
    verdict = judge(the("store-11"), text)
    assert verdict.status == "not yet"
    assert "acts on another app" in verdict.text


@pytest.mark.parametrize("text", traps.WIDER)
def test_a_notice_that_reaches_further_is_refused(text: str) -> None:
    assert "reaches beyond one country" in spoilt("store-11", text)
    assert judge(the("store-11"), text).status == "not yet"


@pytest.mark.parametrize("text", traps.NO_WIDER)
def test_a_notice_may_name_the_countries_that_it_leaves_alone(text: str) -> None:
    assert "reaches beyond one country" not in spoilt("store-11", text)


def notice(old: str, new: str) -> str:
    """The first model with other words in one place."""
    assert old in REMOVE
    return REMOVE.replace(old, new)


_WHERE = "from the Norland storefront and from no other."
_END = "The order ends after six months."
_BOTH = (
    "The maker gets a copy, and the store may publish it. Both may appeal to the Administrative Court within a month."
)
_COPY, _APPEAL = _BOTH.split(". ")


@pytest.mark.parametrize("where", traps.WIDER_WORDS)
def test_a_notice_that_reaches_further_in_other_words_is_refused(where: str) -> None:
    text = notice(_WHERE, where)
    assert "reaches beyond one country" in spoilt("store-11", text)
    said = judge(the("store-11"), text).text
    assert "it may be right" not in said
    assert "whose law forbids the app in the others" in said


@pytest.mark.parametrize("where", traps.NARROW_WORDS)
def test_a_notice_that_reaches_no_further_passes(where: str) -> None:
    verdict = judge(the("store-11"), notice(_WHERE, where))
    assert verdict.status == "correct", verdict.text


@pytest.mark.parametrize("text", traps.BESIDES)
def test_a_notice_that_takes_a_second_app_along_is_refused(text: str) -> None:
    assert "acts on another app" in spoilt("store-11", text)


@pytest.mark.parametrize("told", traps.UNTOLD)
def test_a_notice_of_which_nobody_is_told_is_refused_and_makes_no_point_of_it(told: str) -> None:
    text = notice(f"{_COPY}.", told)
    assert spoilt("store-11", text) == ["is secret, or final"]
    assert missing("store-11", text) == [notice_rubric.TOLD.name]
    assert told.rstrip(".") in judge(the("store-11"), text).text


@pytest.mark.parametrize("heard", traps.UNHEARD)
def test_a_notice_that_nobody_can_contest_is_refused_and_makes_no_point_of_it(heard: str) -> None:
    text = notice(_APPEAL, heard)
    assert "is secret, or final" in spoilt("store-11", text)
    assert missing("store-11", text) == [notice_rubric.REDRESS.name]


@pytest.mark.parametrize("told", traps.TOLD_AND_HEARD)
def test_a_notice_near_such_words_passes(told: str) -> None:
    verdict = judge(the("store-11"), notice(_BOTH, told))
    assert verdict.status == "correct", verdict.text


@pytest.mark.parametrize("end", traps.ENDLESS)
def test_a_notice_whose_end_nobody_sees_is_refused_and_makes_no_point_of_it(end: str) -> None:
    text = notice(_END, end)
    assert "has no end" in spoilt("store-11", text)
    assert missing("store-11", text) == [notice_rubric.UNTIL.name]


@pytest.mark.parametrize("end", traps.ENDED)
def test_a_notice_with_an_end_near_such_words_passes(end: str) -> None:
    verdict = judge(the("store-11"), notice(_END, end))
    assert verdict.status == "correct", verdict.text


def test_the_case_itself_is_no_notice() -> None:
    case, task = notice_spoilt.CASE
    order = "Remove it in Norland's storefront until 1 June."
    for text in (f"{case} {order}", f"{case} {task}", f"{case} {task} {order}", case.replace("A made-up case. ", "")):
        assert "is the case" in spoilt("store-11", text)
        assert "that is the case itself" in judge(the("store-11"), text).text.casefold()
    quoted = f"{case.split('. ')[1]}. {REMOVE}"
    assert judge(the("store-11"), quoted).status == "correct", "a sentence of it may be quoted"


def test_the_case_is_that_of_the_lesson() -> None:
    shown = LESSON.read_text("utf-8").replace("*", "").replace("`", "")
    assert [part for part in notice_spoilt.CASE if part not in shown] == []


@pytest.mark.parametrize("asked", traps.THIS_APP)
def test_a_notice_on_card_desk_may_name_others(asked: str) -> None:
    text = REMOVE.replace("remove Card Desk (example.carddesk) from the Norland storefront and from no other.", asked)
    assert text != REMOVE
    assert judge(the("store-11"), text).status == "correct"


def entry(held: str) -> str:
    """The first model with another sentence on updates."""
    return NAMED.replace("From 3 to 9 May updates of all three waited in every storefront.", held)


@pytest.mark.parametrize("held", traps.HELD_HERE)
def test_an_entry_that_has_updates_held_in_one_storefront_is_refused(held: str) -> None:
    verdict = judge(the("store-15"), entry(held))
    assert verdict.status == "not yet"
    assert "the log has updates held in every storefront" in verdict.text.casefold()


@pytest.mark.parametrize("held", traps.HELD_EVERYWHERE)
def test_an_entry_that_has_updates_held_everywhere_or_names_no_place_passes(held: str) -> None:
    verdict = judge(the("store-15"), entry(held))
    assert verdict.status == "correct", verdict.text


@pytest.mark.parametrize(("old", "new", "said"), traps.MISREPORTED)
def test_an_entry_that_the_log_belies_is_refused(old: str, new: str, said: str) -> None:
    assert old in NAMED
    verdict = judge(the("store-15"), NAMED.replace(old, new))
    assert verdict.status == "not yet", verdict.text
    assert said in verdict.text


def test_updates_that_went_on_make_no_point() -> None:
    for said in ("Updates of all three went on everywhere.", "New versions kept coming in every storefront."):
        assert not report_rubric.UPDATES.found(normalised(said)), said
    assert report_rubric.UPDATES.found("Updates of all three stood still everywhere")


@pytest.mark.parametrize(("old", "new"), traps.REPORTED)
def test_an_entry_near_such_words_passes(old: str, new: str) -> None:
    assert old in NAMED
    verdict = judge(the("store-15"), NAMED.replace(old, new))
    assert verdict.status == "correct", verdict.text


def test_the_log_itself_is_no_entry() -> None:
    log = " ".join(report_rubric.LOG)
    undated = re.sub(r"\d+ (to \d+ )?May: ", "- ", log)
    past = log.replace(" are ", " were ").replace(" get ", " got ").replace("wait,", "waited,")
    for text in (log, f"This is our entry, as the law wants it. {log} Phones keep what is installed.", undated, past):
        assert spoilt("store-15", text) == ["is the log"]
        assert makes_enough("store-15", text)
        verdict = judge(the("store-15"), text)
        assert verdict.status == "not yet"
        assert "that is the log itself" in verdict.text.casefold()


def test_an_entry_may_quote_a_line_of_the_log() -> None:
    line = report_rubric.LOG[3]
    text = NAMED.replace("The makers of Kite and Drum were told the law and where to object; ", f"{line} ")
    assert line in text
    assert judge(the("store-15"), text).status == "correct"


def test_the_log_is_that_of_the_lesson() -> None:
    shown = LESSON.read_text("utf-8").replace("*", "")
    assert [line for line in report_rubric.LOG if f"- {line}\n" not in shown] == []


def test_the_rows_of_question_10_say_what_it_asks() -> None:
    assert judge(the("store-10"), ["b", "d"]).status == "correct"
    shown = {slug: fact(slug) for slug in ROWS}
    assert all(row.basis != "unverified" for row in shown.values())
    assert "5(4)" in f"{shown['dma-fine'].articles} {shown['dma-fine'].note}"
    assert "preliminary view" in shown["dma-prelim-6-4"].statement
    assert "not without Apple's signature" in shown["notarization-what"].note
    assert "rules on sanctions" in shown["itorrent-2025"].statement


def test_the_right_option_of_question_12_is_not_the_longest() -> None:
    options = the("store-12").answer.options
    assert len(options["b"]) < max(len(words) for letter, words in options.items() if letter != "b")
    assert judge(the("store-12"), "b").status == "correct"


@pytest.mark.parametrize("question", LAW, ids=lambda one: one.id)
def test_a_question_has_its_form(question: Question) -> None:
    assert len(question.hints) == 3
    assert question.track == "law"
    assert judge(question, question.hints[0]).status != "correct"
    assert judge(question, ...).status == "not answered yet"
    assert question.core == (question.id != "store-15")


@pytest.mark.alone
@pytest.mark.parametrize(
    "text",
    [
        "no " * 6_000,
        "all the " * 2_500,
        "the office of norland " * 900,
        "a-" * 9_000,
        "kite drum lamp " * 1_200,
        "neither he nor " * 1_300,
        "remove norland and " * 1_000,
        "removed: lamp ( " * 1_200,
        "since nobody " * 1_500,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    for id in RUBRICS:
        for point in (*RUBRICS[id], *SPOILING[id]):
            point.found(normalised(text))
    assert time.process_time() - began < 2
