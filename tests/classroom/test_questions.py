"""check, hint and saved: what they print, what they keep, and that they come back whatever they are given."""

from pathlib import Path
from typing import Any

import pytest

from chokepoints.classroom import check, hint, saved
from chokepoints.classroom import questions as questions_module
from chokepoints.classroom.kinds import ExactAnswer, FunctionAnswer, NumberAnswer, SetAnswer
from chokepoints.classroom.questions import Mistake, Question, judge
from chokepoints.errors import KitError


def question(answer: Any, *mistakes: Mistake, **more: Any) -> Question:
    return Question(
        "x-1", "How many?", answer, "so it is.", ("one", "two", "three"), mistakes, "count again.", 1, "law", **more
    )


def test_unknown_questions_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    check("evidnce-1", 3)
    check(7, 3)  # type: ignore[arg-type]
    hint("evidence-99")
    hint("evidence-1", 4)
    hint("evidence-1", "2")  # type: ignore[arg-type]
    check("classroom-1", 1)
    check("errors-1", 1)
    check("../x-1", 1)
    check("\ud800-1", 1)
    check("x" * 1_000_000, 1)
    said = capsys.readouterr().out.splitlines()
    assert "Did you mean evidence-1?" in said[0]
    assert "in quotes" in said[1]
    assert "There is no question 'evidence-99'" in said[2]
    assert said[3] == said[4] == "Hints have the levels 1, 2 and 3: hint('evidence-1', 2)."
    assert all("There is no question" in line for line in said[5:10])
    assert all(len(line) <= 96 for line in said)


def test_a_damaged_room_is_said_not_raised(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def damaged(_room: str) -> dict[str, Question]:
        raise KitError("datasets/figures.csv, row 3: no date.")

    monkeypatch.setattr(questions_module, "_room_questions", damaged)
    check("evidence-1", "b")
    hint("evidence-1")
    assert capsys.readouterr().out.count("row 3: no date") == 2


def test_check_is_stateless_and_keeps_the_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any) -> None:
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(tmp_path / "answers.json"))
    said = []
    for answer in ("c", "b", "c", ..., "c"):
        check("evidence-1", answer)
        said.append(capsys.readouterr().out)
    assert said[0] == said[2] == said[4]
    assert said[1].startswith("correct: ")
    assert said[3].startswith("not answered yet: ")
    assert max(len(line) for text in said for line in text.splitlines()) <= 96
    assert saved("evidence-1") == "c"
    assert saved("evidence-2") is None
    assert saved(3) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("answer", ["1\ud800", "a\ud800b", ["\udfff"], {"\ud800": 1}, "1\x00", "\x1b[31mb"])
def test_letters_that_are_none_are_kept_and_printed(
    answer: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any
) -> None:
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(tmp_path / "answers.json"))
    check("evidence-1", answer)
    said = capsys.readouterr().out
    assert said.startswith("not ")
    assert "\x1b" not in said
    said.encode()
    assert (tmp_path / "answers.json").read_text("utf-8")


def test_an_answer_that_fails_while_it_is_read_is_told_by_its_error() -> None:
    class Failing(NumberAnswer):
        def read(self, answer: object) -> float:
            raise ZeroDivisionError

    said = str(judge(question(Failing(3, "items")), 3))
    assert said == "not yet: this answer could not be read (ZeroDivisionError). Write a plain number, text or list."


def test_a_mistake_that_looks_for_what_is_not_there_is_not_made() -> None:
    asked = question(
        NumberAnswer(3, "items"), Mistake(lambda x: x[7] == 1, "no."), Mistake(lambda x: x == 4, "one less.")
    )
    assert str(judge(asked, 4)) == "not yet: one less."
    assert str(judge(asked, 5)) == "not yet: count again."


def test_what_is_told_and_the_hint_are_two_sentences() -> None:
    def double(number: int) -> int:
        return number

    function = FunctionAnswer("double(number)", (((2,), 4, "a two"),), "a function")
    told = "not yet: a two: double(2) returned 2."
    assert str(judge(question(function), double)) == f"{told} Count again."
    made = Mistake(lambda results: results == (2,), "the number itself came back.")
    assert str(judge(question(function, made), double)) == f"{told} The number itself came back."
    named = Mistake(lambda results: results == (2,), "num_addresses is another thing.")
    assert str(judge(question(function, named), double)) == f"{told} num_addresses is another thing."


def test_a_set_tells_what_does_not_belong_unless_a_mistake_does() -> None:
    items = SetAnswer(("x-ray", "yak"), "a list of two,")
    assert str(judge(question(items), ["yak", "zoo"])) == (
        "not yet: zoo: not among what is asked for. Something is missing. Count again."
    )
    made = Mistake(lambda found: "zoo" in found, "zoo is no animal.")
    assert str(judge(question(items, made), ["yak", "zoo"])) == "not yet: zoo is no animal."


def test_a_verdict_of_several_lines_is_printed_so(capsys: Any) -> None:
    check("evidence-6", " ".join(["the"] * 60))
    questions_module.say(str(judge(question(ExactAnswer(("a",), "a")), "a")) + "\n[x] one\n[ ] two " + "w " * 60)
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:4] == ["correct: so it is.", "[x] one", "[ ] two " + ("w " * 44).strip()]


def test_hints_by_level(capsys: Any) -> None:
    for level in (1, 2, 3):
        hint("evidence-1", level)
    said = capsys.readouterr().out
    assert said.count("(More: hint('evidence-1', ") == 2
    hint("evidence-1", True)
    assert "levels 1, 2 and 3" in capsys.readouterr().out
