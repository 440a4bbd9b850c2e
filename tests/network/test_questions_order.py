"""The rubric of the drafted order to block: good drafts of many styles pass, and each fault earns its own hint."""

import time
from pathlib import Path

import pytest
from orders_network import BAD, ESSAYS, GOOD, NARROW, SENTENCES, SPOILT
from orders_network_marked import (
    FAIR,
    FAULTY,
    HELD_OUT,
    OTHERS_HIT,
    OTHERS_NAMED,
    RARER,
    STRAIGHT,
    TWISTED,
    marked,
)

from chokepoints.classroom.kinds import Point
from chokepoints.classroom.questions import find_question, judge
from chokepoints.classroom.texts import normalised
from chokepoints.network.order_rubric import RUBRIC
from chokepoints.network.order_spoilt import BARE, HIT_TOO, QUESTIONS, RANGES, SPOILING, TOOLS
from chokepoints.network.order_wide import TASK
from chokepoints.network.questions_order import BY_NAME, HOST_FIRST, ORDER

LESSON = Path(__file__).parents[2] / "lessons" / "03b_by_whom_and_by_what_right.md"


def verdict(text: str) -> tuple[str, str]:
    question = find_question("network-11")
    assert not isinstance(question, str)
    given = judge(question, text)
    return given.status, given.text


def spoilt(text: str) -> list[str]:
    return [point.name for point in SPOILING if point.found(normalised(text))]


@pytest.mark.parametrize("style", GOOD)
def test_a_good_draft_passes(style: str) -> None:
    assert verdict(GOOD[style])[0] == "correct", verdict(GOOD[style])[1]
    assert spoilt(GOOD[style]) == []


@pytest.mark.parametrize("fault", BAD)
def test_a_fault_earns_its_hint(fault: str) -> None:
    words, text = BAD[fault]
    status, said = verdict(text)
    assert status == "not yet", said
    assert words in said


@pytest.mark.parametrize("model", [BY_NAME, HOST_FIRST], ids=["by name", "host first"])
def test_a_model_makes_every_point(model: str) -> None:
    assert [point.name for point in RUBRIC if not point.found(normalised(model))] == []
    assert spoilt(model) == []


def test_the_models_disagree_on_what_is_blocked() -> None:
    assert "no address" in BY_NAME
    assert "the address 203.0.113.40 may be refused" in HOST_FIRST


@pytest.mark.parametrize("point", RUBRIC, ids=lambda point: point.name)
def test_each_point_is_made_by_good_drafts_and_not_by_any_text(point: Point) -> None:
    weather = "the weather in this town is fine and the trains are running along the river on a new line to the sea"
    assert not point.found(weather)
    assert len([style for style, text in GOOD.items() if point.found(normalised(text))]) >= 8


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_makes_its_point_and_its_denial_does_not(name: str) -> None:
    (point,) = (point for point in RUBRIC if name in point.name)
    makes, does_not = SENTENCES[name]
    assert [one for one in makes if not point.found(normalised(one))] == []
    assert [one for one in does_not if point.found(normalised(one))] == []


@pytest.mark.parametrize("place", range(len(SPOILT)))
def test_a_sentence_that_spoils_an_order(place: int) -> None:
    whole = f"{GOOD['plain']} {SPOILT[place]}"
    assert verdict(whole)[0] == "not yet", SPOILT[place]
    assert spoilt(whole)


@pytest.mark.parametrize("place", range(len(ESSAYS)))
def test_a_sentence_that_makes_an_essay_of_it(place: int) -> None:
    status, said = verdict(f"{GOOD['plain']} {ESSAYS[place]}")
    assert status == "not yet", ESSAYS[place]
    assert "argues about orders" in said


@pytest.mark.parametrize("place", range(len(NARROW)))
def test_a_sentence_that_spoils_none(place: int) -> None:
    assert verdict(f"{GOOD['plain']} {NARROW[place]}")[0] == "correct", NARROW[place]


@pytest.mark.parametrize("point", [point for point in RUBRIC if point.required], ids=lambda point: point.name)
def test_without_a_required_point_no_draft_passes(point: Point) -> None:
    """Sentences that make it are left out of a draft that makes all others."""
    made = {one.name: SENTENCES[name][0] for name in SENTENCES for one in RUBRIC if name in one.name}
    chosen = [
        sentence
        for other in RUBRIC
        if other is not point
        for sentence in made[other.name]
        if not point.found(normalised(sentence))
    ]
    text = " ".join(chosen)
    text = " ".join(text.split()[:195]) + "."
    assert sum(other.found(normalised(text)) for other in RUBRIC) >= 4
    assert not point.found(normalised(text))
    assert verdict(text)[0] == "not yet"


def test_a_denial_in_one_entry_of_a_list_takes_no_other_along() -> None:
    text = normalised(GOOD["bullets without full stops"])
    assert "no warning is published" in text
    assert [point.name for point in RUBRIC if not point.found(text)] == []


def test_there_are_as_many_words_as_the_question_says() -> None:
    assert ORDER.ask.endswith("in 50 to 200 words.")
    for text in GOOD.values():
        assert 50 <= len(text.split()) <= 200


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (1, 2)])
def test_of_law_decider_and_complaint_an_order_needs_two(pair: tuple[int, int]) -> None:
    """Each may be missing alone; of two that are missing both are named."""
    said = (
        "This rests on section 12 of the Payments Act.",
        "The magistrate decides.",
        "Objections are open to all.",
    )
    rest = (
        "Providers stop passing on the name market.example for 14 days, and no address is touched, as eleven other "
        "shops share it and stay online. The host was asked and did not answer. Owner, host and public are told the "
        "reasons today. Whoever is hit by mistake is freed within a day. All of this is done by name alone."
    )
    for place in pair:
        alone = " ".join(text for at, text in enumerate(said) if at != place)
        assert verdict(f"{rest} {alone}")[0] == "correct", said[place]
    left = next(text for at, text in enumerate(said) if at not in pair)
    status, words = verdict(f"{rest} {left}")
    named = ("on what law", "who decides", "where one can complain")
    assert status == "not yet"
    hint = words.partition("soon.")[2] or words
    assert [name in hint.casefold() for name in named] == [at in pair for at in range(3)]
    assert sum(point.found(normalised(f"{rest} {left}")) for point in BARE) == 1


def test_what_is_required_is_asked_for_before_law_and_decider() -> None:
    text = (
        "Providers do something about the bad page for 14 days, and touch no address, as eleven other shops share it "
        "and stay online. The host was asked in May and did not answer. Owner, host and public are told the reasons "
        "today. Whoever is hit by mistake is freed within a day. All of this is done at night, and with care."
    )
    assert "Say what exactly is blocked" in verdict(text)[1]


def test_a_text_of_questions_orders_nothing() -> None:
    asked = GOOD["plain"].replace(".", "?")
    assert QUESTIONS.found(normalised(asked))
    assert "that asks, and orders nothing" in verdict(asked)[1].casefold()
    assert not QUESTIONS.found(normalised(GOOD["plain"] + " Why? He was asked. What then? He was silent."))


def test_tools_and_ranges_have_messages_of_their_own() -> None:
    plain = GOOD["plain"]
    assert TOOLS.hint in verdict(f"{plain} Messenger and VPNs blocked too.")[1].replace("That", "that")
    assert RANGES.hint in verdict(f"{plain} The whole cloud is blocked.")[1].replace("That", "that")


def test_words_are_counted_as_a_learner_counts_them() -> None:
    text = "Providers block market.example/cards, and no address, for 14 days."
    assert f"and these are {len(text.split())}." in verdict(text)[1]


@pytest.mark.alone
@pytest.mark.parametrize(
    "text",
    [
        "no " * 6_000,
        "all the " * 2_500,
        "203.0.113.1 " * 1_600,
        "a-" * 9_000,
        "others share it " * 1_200,
        "block all " * 1_900,
        "neither he nor " * 1_300,
        "Who else: nobody " * 1_100,
        "until the year " * 1_300,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    for point in (*RUBRIC, *SPOILING):
        point.found(normalised(text))
    assert time.process_time() - began < 1


@pytest.mark.parametrize("style", FAIR)
def test_a_fair_draft_with_the_marks_of_the_page_passes(style: str) -> None:
    text = marked(FAIR[style])
    assert verdict(text)[0] == "correct", verdict(text)[1]
    assert spoilt(text) == []
    assert 50 <= len(text.split()) <= 200


def test_of_fair_drafts_without_marks_nearly_all_pass() -> None:
    said = [verdict(marked(text, marks=False)) for text in FAIR.values()]
    assert sum(status == "correct" for status, _ in said) >= len(FAIR) - 1
    assert all("it may be right" in text for status, text in said if status != "correct")


def test_of_fair_drafts_that_were_held_out_nine_in_ten_pass_and_no_other_is_told_that_it_is_wrong() -> None:
    for marks in (True, False):
        said = [verdict(marked(text, marks)) for text in HELD_OUT.values()]
        assert sum(status == "correct" for status, _ in said) >= 9
        assert all("it may be right" in text for status, text in said if status != "correct")
        assert [spoilt(marked(text, marks)) for text in HELD_OUT.values()] == [[]] * len(HELD_OUT)


@pytest.mark.parametrize("fault", FAULTY)
def test_a_faulty_draft_earns_its_hint_with_marks_and_without(fault: str) -> None:
    words, text = FAULTY[fault]
    for marks in (True, False):
        status, said = verdict(marked(text, marks))
        assert status == "not yet", said
        assert words in said.replace("Say", "say").replace("On", "on").casefold()


@pytest.mark.parametrize(("name", "mark"), [("who else", "Who else:"), ("for how long", "How long:")])
def test_a_mark_with_words_behind_it_makes_its_point_and_the_hint_names_it(name: str, mark: str) -> None:
    (point,) = (point for point in RUBRIC if name in point.name)
    assert mark in point.hint
    assert point.found(f"It was in May. {mark} this is so for three weeks.")
    assert not point.found(f"It was in May. {mark} this.")
    assert not point.found(f"It was in May. {mark.rstrip(':')} of us is well.")


def test_the_mark_of_time_alone_names_no_time() -> None:
    (point,) = (point for point in RUBRIC if "for how long" in point.name)
    assert not point.found("How long: this is to be kept up until the seller has understood.")


@pytest.mark.parametrize("name", RARER)
def test_a_sentence_in_rarer_words_makes_its_point_and_one_near_it_does_not(name: str) -> None:
    (point,) = (point for point in RUBRIC if name in point.name)
    makes, does_not = RARER[name]
    assert [one for one in makes if not point.found(normalised(one))] == []
    assert [one for one in does_not if point.found(normalised(one))] == []


@pytest.mark.parametrize(("old", "new", "said"), TWISTED)
def test_an_order_that_is_twisted_in_one_place_is_refused(old: str, new: str, said: str) -> None:
    assert old in BY_NAME
    status, words = verdict(BY_NAME.replace(old, new))
    assert status == "not yet", words
    assert said in words
    assert "it may be right" not in words


@pytest.mark.parametrize(("old", "new"), STRAIGHT)
def test_an_order_near_such_words_passes(old: str, new: str) -> None:
    assert old in BY_NAME
    assert verdict(BY_NAME.replace(old, new))[0] == "correct", verdict(BY_NAME.replace(old, new))[1]


@pytest.mark.parametrize("name", ["for how long", "who is told", "where one can complain", "errors"])
def test_what_denies_a_point_does_not_make_it(name: str) -> None:
    (point,) = (point for point in RUBRIC if name in point.name)
    old, near, far = {
        "for how long": (" for 14 days", "", " for 500 years"),
        "who is told": ("Owner, host and public are told the reasons at once.", "", "The owner is told nothing."),
        "where one can complain": (", and may complain to the court of appeal", "", ". Objections are not heard"),
        "errors": ("unblocked within a day", "unblocked", "unblocked within ten years"),
    }[name]
    assert [point.found(normalised(BY_NAME.replace(old, new))) for new in (old, near, far)] == [True, False, False]


def test_the_task_itself_is_no_order() -> None:
    marks = "Who else: eleven shops. How long: until 1 May."
    for text in (f"{TASK} {marks}", f"{TASK} The judge orders it. {marks}", TASK):
        assert "is the task" in spoilt(text)
        assert "that is the task itself" in verdict(text)[1].casefold()
    assert verdict(f"{TASK.split('. ')[0]}. {BY_NAME}")[0] == "correct", "a sentence of it may be quoted"


def test_the_task_is_that_of_the_lesson() -> None:
    shown = LESSON.read_text("utf-8").replace("*", "").replace("`", "")
    assert TASK in shown


def test_others_that_are_hit_for_nothing_spoil_an_order() -> None:
    assert [one for one in OTHERS_HIT if not HIT_TOO.found(normalised(one))] == []
    assert [one for one in OTHERS_NAMED if HIT_TOO.found(normalised(one))] == []
    for one in OTHERS_HIT:
        assert HIT_TOO.hint in verdict(f"{GOOD['plain']} {one}")[1].replace("That lets", "that lets")
