"""The rubric of the drafted order: good drafts of many styles pass, and each fault earns its own hint."""

import pytest
from drafts import BAD, GOOD, SENTENCES, SPOILT

from chokepoints.classroom.questions import find_question, judge
from chokepoints.classroom.texts import normalised
from chokepoints.messenger.questions_draft import DEVICE, DRAFT, EVERYBODY, RECORDS, RUBRIC


def verdict(text: str) -> tuple[str, str]:
    question = find_question("messenger-11")
    assert not isinstance(question, str)
    given = judge(question, text)
    return given.status, given.text


@pytest.mark.parametrize("style", GOOD)
def test_a_good_draft_passes(style: str) -> None:
    assert verdict(GOOD[style])[0] == "correct", verdict(GOOD[style])[1]


@pytest.mark.parametrize("fault", BAD)
def test_a_fault_earns_its_hint(fault: str) -> None:
    words, text = BAD[fault]
    status, said = verdict(text)
    assert status == "not yet", said
    assert words in said


@pytest.mark.parametrize("model", [RECORDS, DEVICE], ids=["records", "device"])
def test_a_model_makes_six_points_at_least_and_asks_for_nobody_else(model: str) -> None:
    text = normalised(model)
    assert sum(point.found(text) for point in RUBRIC) >= 6
    assert not EVERYBODY.found(text)


@pytest.mark.parametrize("point", RUBRIC, ids=lambda point: point.name)
def test_each_point_is_made_by_good_drafts_and_not_by_any_text(point: object) -> None:
    weather = "the weather in this town is fine and the trains are running along the river on a new line to the sea"
    assert not point.found(weather)  # type: ignore[attr-defined]
    making = [style for style, text in GOOD.items() if point.found(normalised(text))]  # type: ignore[attr-defined]
    assert len(making) >= 4, making


@pytest.mark.parametrize(
    ("sentence", "wide"),
    [
        ("we want all the keys", True),
        ("give us all encryption keys of the service", True),
        ("no order shall reach all keys of the service", False),
        ("the messages of all users are wanted. no key is asked for", True),
        ("it would be wrong to read the messages of all users, which we do not ask for", False),
        ("hand over all messages of the two accounts", False),
        ("a way in to everybody's chats is excluded", False),
    ],
)
def test_what_asks_for_everybody(sentence: str, wide: bool) -> None:
    assert EVERYBODY.found(sentence) is wide


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_makes_its_point_and_its_denial_does_not(name: str) -> None:
    (point,) = (point for point in RUBRIC if name in point.name)
    makes, does_not = SENTENCES[name]
    assert [one for one in makes if not point.found(normalised(one))] == []
    assert [one for one in does_not if point.found(normalised(one))] == []


@pytest.mark.parametrize("place", range(len(SPOILT)))
def test_a_sentence_that_spoils_an_order(place: int) -> None:
    good = GOOD["plain"]
    assert verdict(good)[0] == "correct"
    spoilt = good.replace("We don't want any keys", f"{SPOILT[place]} We don't want any keys")
    assert verdict(spoilt)[0] == "not yet", SPOILT[place]


@pytest.mark.parametrize("style", GOOD)
def test_a_good_draft_is_accused_of_nothing(style: str) -> None:
    text = normalised(GOOD[style])
    assert [point.name for point in DRAFT.answer.spoilt_by if point.found(text)] == []  # type: ignore[attr-defined]
