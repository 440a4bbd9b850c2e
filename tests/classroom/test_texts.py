"""Short texts by rubric: what passes, what is said of the rest, and that no text makes the search take long."""

import re
import time
from dataclasses import replace

import pytest

from chokepoints.classroom import question_ids
from chokepoints.classroom.kinds import Asking, Copied, Point, TextAnswer, Unreadable
from chokepoints.classroom.questions import Question, find_question, judge
from chokepoints.classroom.texts import normalised
from chokepoints.errors import KitError

FOR = (
    "In my view the order binds the store. The court spoke of other entities, and a store that hands out the app gives "
    "access to it. Nobody heard the store, and that is the weak point."
)
AGAINST = (
    "I do not think that the order binds the store, because it was no party to the case. The court spoke of other "
    "entities, but it named none. An order is worth little without it, and that is the weak point."
)
KIND = TextAnswer(
    (
        Point("party", (r"\bpart(y|ies)\b", r"\bheard\b"), "say who was heard.", required=True),
        Point("words", (r"\bother entit\w*",), "name the words."),
        Point("worth", (r"\bworth (little|nothing)\b", r"\bgives? access\b"), "say what it is worth."),
    ),
    least_words=20,
    most_words=60,
    models=(FOR, AGAINST),
    enough=2,
)
ASKED = Question(
    "x-1", "Does the order of the court bind a store that was never heard and has no party of its own?",
    KIND, "as the rows say.", ("1", "2", "3"), (), "decide.", 1, "law",
)  # fmt: skip


def test_both_models_pass_and_are_shown() -> None:
    for model in KIND.models:
        verdict = judge(ASKED, model)
        assert verdict.status == "correct"
        lines = verdict.text.splitlines()
        assert lines[0] == "as the rows say."
        assert "looked for words" in lines[1]
        assert lines[2:5] == ["[x] party", "[x] words", "[x] worth"]
        assert lines[5:] == [f"One model: {FOR}", f"Another: {AGAINST}"]


def test_what_was_not_found_stands_open_in_the_list() -> None:
    verdict = judge(ASKED, FOR.replace("other entities", "others"))
    assert verdict.status == "correct"
    assert "[ ] words" in verdict.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FOR.replace("heard", "saw"), "found so far: words; worth. Say who was heard."),
        (FOR.replace("other entities", "others").replace("gives access", "opens"),
         "found so far: party. Name the words."),
        ("The weather is fine, and the people of the town walk by the river until the sun goes down behind the hill.",
         "none of the points was found yet. Say who was heard. (This looks for words, not for quality"),
        ("It binds.", "20 to 60 words are wanted here, and these are 2. Say a little more."),
        (FOR + AGAINST, "and these are 76. Keep what carries the answer."),
        ("party heard other entities worth little gives access store court order " * 2, "whole sentences"),
        ("party, heard, other entities, worth little, gives access, store, court, case. " * 2, "whole sentences"),
        ("the party heard of it. " * 6, "whole sentences"),
        (ASKED.ask + " " + ASKED.ask, "of your own, beside those of the question"),
        (f"The question is this. {ASKED.ask} The question is this, and I ask it once more of all of you in the room.",
         "none of the points was found yet"),
        (3, "a text of 20 to 60 words is wanted here, in quotes, not a number."),
        ([FOR, AGAINST], "in quotes, not a list."),
        ("x" * 20_001, "far longer"),
    ],
    ids=range(13),
)  # fmt: skip
def test_what_does_not_pass(text: object, said: str) -> None:
    verdict = judge(ASKED, text)
    assert verdict.status == "not yet", verdict
    assert said in verdict.text


def test_a_text_in_plain_words_of_few_letters_passes_as_prose() -> None:
    text = "The store was no party. It is not bound. The order is worth little for that. But other entities are bound."
    assert judge(ASKED, text).status == "correct"


def test_texts_are_normalised() -> None:
    assert normalised("  It’s\n “A”  – B\tc ") == 'It\'s "A" - B c'
    assert len(normalised("x" * 500)) == 40


@pytest.mark.parametrize("pattern", [r"(a+)+b", r".*x", r"a.+", r"(a|b)*", r"(ab){2,}", r".{3,}"])
def test_a_pattern_that_could_take_for_ever_is_refused(pattern: str) -> None:
    with pytest.raises(KitError, match="without end"):
        Point("x", (pattern,), "no.")


def test_patterns_that_end_are_taken() -> None:
    Point("x", (r"\w+ly\b", r"a.{0,60}b", r"(a|b)?", r"\.+", r"a\)+"), "yes.")


@pytest.mark.parametrize("parts", [r"([.;!?])", r"(?:a|(b))", r"(?P<end>\.)"])
def test_a_group_among_the_parts_is_refused(parts: str) -> None:
    """It would stand among the sentences, and a point be found in it."""
    with pytest.raises(KitError, match="catches what it finds"):
        Point("x", (r"x",), "no.", unless="y", parts=parts)
    Point("x", (r"x",), "no.", unless="y", parts=r"[.;!?]|(?:a|b)")


def test_where_gives_the_sentence_that_makes_a_point() -> None:
    point = Point("x", (r"\bx\b",), "no x.", unless=r"\bnot\b")
    assert point.where("It is not x. Here is x; so it is. And x again.") == "Here is x"
    assert point.where("It is not x.") == ""
    assert Point("x", (r"\bx\b",), "no x.").where("Here is x.") == "", "the text is looked at as a whole"


def test_what_spoils_a_text_is_shown_with_its_sentence() -> None:
    spoilt = Point("king", (r"\bking\b",), "no king is in the rows.", unless=r"\bno king\b")
    kind = replace(KIND, spoilt_by=(spoilt,))
    asked = replace(ASKED, answer=kind)
    assert judge(asked, f"{FOR} No king said so.").status == "correct"
    verdict = judge(asked, f"{FOR} The king said so.")
    assert verdict.status == "not yet"
    assert verdict.text.endswith(
        "Read again: 'The king said so'. No king is in the rows. (If it says something else, it was misread: go on.)"
    )
    long = judge(asked, f"{FOR} The king {'notwithstanding everything ' * 6}said so.").text
    late = judge(asked, f"{FOR} It was, {'notwithstanding everything, ' * 6}the king who said so in the end.").text
    assert "Read again: '... " in late
    assert "notwithstanding everything, the king who said so in the end'. No king" in late
    assert f"Read again: 'The king {'notwithstanding everything ' * 4}...'. No king" in long
    whole = replace(KIND, spoilt_by=(Point("king", (r"\bking\b",), "no king is in the rows."),))
    assert judge(replace(ASKED, answer=whole), f"{FOR} The king said so.").text.endswith(
        "worth. No king is in the rows."
    )


def test_of_a_long_sentence_the_words_that_were_found_are_quoted() -> None:
    point = Point(
        "far", (r"\bnever there\b", r"\bking\b.{0,40}\bcrown\b", r"\bking\b.{0,300}\bend\b"), "no.", unless="x"
    )
    before, after = "so it went " * 30, "and so on " * 30
    for text in (
        "the king has a crown",
        f"{before}the king has a crown",
        f"the king has a crown {after}".strip(),
        f"{before}the king has a crown {after}".strip(),
    ):
        quoted = point.quoted(text)
        assert "king has a crown" in quoted
        assert len(quoted) <= 130
        assert quoted.startswith("... ") == text.startswith("so")
        assert quoted.endswith(" ...") == text.endswith("on")
        inner = quoted.removeprefix("... ").removesuffix(" ...")
        assert f" {inner} " in f" {text} ", "whole words"
    middle = point.quoted(f"{before}the king {'of this land ' * 10}has an end {after}")
    assert "king of this land" in middle
    assert "has an end" in middle, "a little longer, since all of it was found"
    wide = point.quoted(f"{before}the king {'of this land ' * 20}has an end {after}")
    assert wide.startswith("... king of this land")
    assert wide.endswith("land has an end ...")
    assert len(wide) < 260
    assert point.quoted("no word of it") == ""
    assert Point("far", (r"\bking\b",), "no.").quoted("the king") == "", "the text is looked at as a whole"


def test_a_text_most_of_which_asks_is_found() -> None:
    asking = Asking("asks", (r"\?",), "that asks.")
    assert asking.found("Is it? Or not? It is.")
    assert not asking.found("Is it? It is.")
    assert not asking.found("It is.")
    assert asking.where("Is it? Or not?") == ""


def test_a_text_most_of_which_is_copied_is_found() -> None:
    source = "On Monday the store took down two apps of one maker. He was told on Tuesday, and has not answered since."
    copied = Copied("is copied", (), "that is copied.", source=source)
    assert copied.found(source)
    assert copied.found(source.upper().replace(",", ";"))
    assert copied.found(f"So it was, they say here. {source} And that is all that we can say.")
    for other in (
        "",
        "On Monday the store took away two apps of a maker. On Tuesday he was told, and he has not answered us since.",
        "We quote: on Monday the store took down two apps. Their maker heard of it a day later, and has been silent.",
        " ".join(source.split()[:5]),
    ):
        assert not copied.found(other), other
    assert not replace(copied, share=1.0).found(source)
    spoilt = replace(KIND, spoilt_by=(replace(copied, source=FOR),))
    assert not spoilt.right(normalised(FOR))
    assert spoilt.hint(normalised(FOR)) == "that is copied."
    assert spoilt.right(normalised(AGAINST))


def test_a_missing_point_is_said_to_be_missing_in_words_alone() -> None:
    text = judge(ASKED, FOR.replace("heard", "saw")).text
    assert "not for quality, and found none on it" in text
    assert "it may be right: compare it with hint 2, and go on.)" in text


@pytest.mark.parametrize("id", sorted(question_ids()))
def test_the_second_hint_of_every_text_question_lists_its_points(id: str) -> None:
    """A learner whose text is refused is sent there."""
    question = find_question(id)
    assert isinstance(question, Question)
    if isinstance(question.answer, TextAnswer):
        assert re.match(r"\w+ points", question.hints[1])


@pytest.mark.parametrize("id", sorted(question_ids()))
def test_the_models_of_every_text_question_pass_its_own_rubric(id: str) -> None:
    question = find_question(id)
    assert isinstance(question, Question)
    if isinstance(question.answer, TextAnswer):
        for model in question.answer.models:
            assert judge(question, model).status == "correct"
        for point in question.answer.rubric:
            assert any(point.found(normalised(model)) for model in question.answer.models)
            assert point.hint.endswith((".", "?"))


@pytest.mark.alone
@pytest.mark.parametrize(
    "text", ["a " * 9_999, "a" * 20_000, "provid " * 2_800, "provides access " * 1_200, " ".join("party" * 4_000)]
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    for question in (ASKED, find_question("evidence-6")):
        assert isinstance(question, Question)
        assert judge(question, text[:20_000]).status == "not yet"
        assert isinstance(question.answer, TextAnswer)
        for point in question.answer.rubric:
            point.found(normalised(text))
    assert time.process_time() - began < 1


def test_a_rubric_that_cannot_be_met_is_refused() -> None:
    for enough, models in ((0, (FOR, AGAINST)), (4, (FOR, AGAINST)), (1, (FOR, FOR)), (1, (FOR,))):
        with pytest.raises(KitError, match="two different models"):
            TextAnswer(KIND.rubric, 1, 9, models, enough)  # type: ignore[arg-type]
    with pytest.raises(Unreadable):
        KIND.read("")
