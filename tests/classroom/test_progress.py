"""progress(): what check said in this kernel, by track, core and further; and the saved answers, as text."""

from pathlib import Path
from typing import Any

import pytest

from chokepoints.classroom import check, progress
from chokepoints.classroom.answers import store
from chokepoints.classroom.questions import Question, find_question, question_ids, verdicts


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(tmp_path / "answers.json"))
    verdicts.clear()


def said(capsys: Any, **options: Any) -> list[str]:
    capsys.readouterr()
    progress(**options)
    lines: list[str] = capsys.readouterr().out.splitlines()
    return lines


def test_nothing_has_run(capsys: Any) -> None:
    assert said(capsys) == ["Nothing was checked since this notebook was started. Run the cells with check(...) first."]


def test_by_track_core_and_further_with_the_last_verdict(capsys: Any) -> None:
    for id, answer in (
        ("evidence-3", 0.44), ("evidence-10", "a"), ("evidence-1", "a"), ("evidence-2", ...), ("evidence-1", "b"),
        ("evidence-14", 4), ("evidence-14", 3), ("nowhere-1", 3),
    ):  # fmt: skip
        check(id, answer)
    assert said(capsys) == [
        "2 of 5 correct, of the questions that you checked since this notebook was started.",
        "Law track, core: 1 of 2 correct; not answered yet: evidence-2.",
        "Law track, further: 0 of 1 correct; not yet: evidence-10.",
        "Code track, core: 1 of 1 correct.",
        "Code track, further: 0 of 1 correct; not yet: evidence-14.",
    ]


def test_every_question_is_counted_once(capsys: Any) -> None:
    for _ in range(2):
        for id in question_ids():
            check(id)
    lines = said(capsys)
    assert lines[0].startswith(f"0 of {len(question_ids())} correct")
    groups = " ".join(lines[1:])
    for id in question_ids():
        assert isinstance(find_question(id), Question)
        assert groups.count(f"{id},") + groups.count(f"{id}.") == 1
    assert groups.index("evidence-2,") < groups.index("evidence-4,")


def test_the_saved_ones_are_text_and_change_no_verdict(capsys: Any) -> None:
    check("evidence-1", "b")
    store.restore(
        b'{"schema": 1, "answers": {"evidence-10": "<script>\\u001b[31m\\ncorrect: yes", "evidence-2": [1, "x"]}, '
        b'"predictions": {"evidence-p1": "more"}}'
    )
    assert said(capsys) == [
        "1 of 1 correct, of the questions that you checked since this notebook was started.",
        "Law track, core: 1 of 1 correct.",
    ]
    lines = said(capsys, show_saved=True)
    assert lines[2:] == [
        "Saved answers:",
        "  evidence-1: b",
        '  evidence-2: [1, "x"]',
        "  evidence-10: <script> [31m correct: yes",
        "Saved predictions:",
        "  evidence-p1: more",
    ]
    store.restore(b"{")
    assert said(capsys, show_saved=True)[2:] == lines[2:]


def test_nothing_saved(capsys: Any) -> None:
    assert said(capsys, show_saved=True)[1:] == ["Saved answers: none.", "Saved predictions: none."]
