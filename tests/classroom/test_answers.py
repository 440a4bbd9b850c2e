"""The answers file: nothing of a learner's is lost, and nothing that stands in it is trusted."""

import json
import multiprocessing
import os
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hostile import DEEDS, things
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.classroom import answers
from chokepoints.classroom.answerfile import DEEPEST, LARGEST, MOST_BYTES, NoAnswers, as_json, as_text, empty, parse
from chokepoints.classroom.answers import Store


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "answers.json"
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(path))
    return path


def test_kept_and_loaded(file: Path) -> None:
    assert Store().keep("answers", "a-1", (1, "x", 0.5)) == ""
    assert Store().keep("predictions", "a-p1", "more") == ""
    assert Store().load("answers") == {"a-1": [1, "x", 0.5]}
    assert Store().load("predictions") == {"a-p1": "more"}
    assert json.loads(file.read_text())["schema"] == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"schema": 2, "answers": {}, "predictions": {}}', b'{"schema": 1, "answers": []}',
     b"\xff\xfe", b"x" * (MOST_BYTES + 1)],
    ids=["empty", "cut", "list", "newer", "odd", "no text", "too large"],
)  # fmt: skip
def test_what_cannot_be_read_is_kept_beside(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert Store().load("answers") == {}
    assert file.read_bytes() == content  # reading alone changes nothing
    note = Store().keep("answers", "a-1", 1)
    assert "kept as answers.json.unreadable-1" in note
    assert file.with_name("answers.json.unreadable-1").read_bytes() == content
    assert Store().load("answers") == {"a-1": 1}
    file.write_bytes(content)
    Store().keep("answers", "a-1", 2)
    assert file.with_name("answers.json.unreadable-2").read_bytes() == content


def test_full_file_keeps_what_it_has(file: Path) -> None:
    store = Store()
    for number in range(80):
        store.keep("answers", f"a-{number}", "x" * 3_900)
    assert file.stat().st_size <= MOST_BYTES
    assert "a-0" in json.loads(file.read_text())["answers"]
    assert store.load("answers")["a-79"] == "x" * 3_900  # in memory


def test_read_only_folder_says_so_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # A file where a folder should be: fails for root too, whom permission bits do not stop.
    (tmp_path / "folder").write_text("")
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(tmp_path / "folder" / "answers.json"))
    store = Store()
    assert "kept until this kernel stops" in store.keep("answers", "a-1", 1)
    assert store.keep("answers", "a-2", 2) == ""
    assert store.load("answers") == {"a-1": 1, "a-2": 2}


def test_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHOKEPOINTS_ANSWERS")
    (tmp_path / "exercises").mkdir()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "exercises")
    monkeypatch.setattr(
        answers, "__file__", str(tmp_path / "env" / "lib" / "site" / "chokepoints" / "classroom" / "answers.py")
    )
    assert answers.place() == tmp_path / "answers.json"
    monkeypatch.chdir(tmp_path.parent)
    assert answers.place() is None


def _keep_many(start: int) -> None:
    store = Store()
    for number in range(start, start + 25):
        assert store.keep("answers", f"a-{number}", number) == ""


def test_two_notebooks_at_once_lose_nothing(file: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_keep_many, args=(start,)) for start in (0, 100)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    assert len(Store().load("answers")) == 50
    assert [name for name in os.listdir(file.parent) if name.endswith(".new")] == []


def merged(ranges: list[str]) -> int:
    return len(ranges)


class Odd:
    def __repr__(self) -> str:
        raise RuntimeError


def test_as_json_calls_nothing_of_the_learners() -> None:
    deep: list[object] = []
    deep.append(deep)
    assert as_json(Odd()) == "<Odd>"
    assert as_json([1, Odd()]) == [1, "<Odd>"]
    assert as_json(float("nan")) == "<cannot be kept>"
    assert as_json(deep) == "<cannot be kept>"
    assert as_json([[1] * 100] * 100) == "<cannot be kept>"
    assert as_json("x" * 5_000) == "<too long to keep>"
    assert as_json(10**400) == "<int>"
    assert as_json("\ud800") == "\\ud800"
    assert as_json({Odd(): 1, None: 2}) == {"<Odd>": 1, "<NoneType>": 2}
    for name in DEEDS:
        for thing in things(DEEDS[name]):
            json.dumps(as_json(thing), allow_nan=False)


def test_as_json_keeps_what_can_be_shown_again() -> None:
    assert as_json({"Amazon": 4, 2018: (1.5, None), date(2018, 5, 28): True}) == {
        "Amazon": 4, "2018": [1.5, None], "2018-05-28": True,
    }  # fmt: skip
    assert as_json({"b", "a"}) == ["a", "b"]
    assert as_json(date(2018, 5, 28)) == "2018-05-28"
    assert as_json(np.float64(2.5)) == 2.5
    assert as_json(merged) == "def merged(ranges: list[str]) -> int:\n    return len(ranges)\n"
    assert as_json(len) == "<builtin_function_or_method>"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(value=anything)
def test_what_is_kept_can_be_restored(value: object) -> None:
    content = empty()
    content["answers"]["evidence-1"] = as_json(value)
    assert parse(as_text(content).encode()) == content


def content_of(**answered: object) -> bytes:
    return as_text({"schema": 1, "answers": answered, "predictions": {}}).encode()


REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is not whole JSON"),
    "cut": (content_of(a=1)[:-3], "is not whole JSON"),
    "no text": (b"\xff\xfe\x00{", "is not whole JSON"),
    "a notebook": (b'{"cells": [], "nbformat": 4}', "is JSON, but not of the kit"),
    "a list": (b"[1, 2]", "is JSON, but not of the kit"),
    "newer": (b'{"schema": 2, "answers": {}, "predictions": {}}', "another version"),
    "schema true": (b'{"schema": true, "answers": {}, "predictions": {}}', "another version"),
    "half": (b'{"schema": 1, "answers": {}}', 'lacks "answers" or "predictions"'),
    "odd": (b'{"schema": 1, "answers": [], "predictions": {}}', "lacks"),
    "html id": (
        b'{"schema": 1, "answers": {"<img src=x onerror=alert()>": 1}, "predictions": {}}',
        "names a question",
    ),
    "long id": (content_of(**{"a" * 81: 1}), "names a question"),
    "deep": (b'{"schema": 1, "answers": {"a": ' + b"[" * 9 + b"]" * 9 + b'}, "predictions": {}}', "deeper lists"),
    "very deep": (b"[" * 100_000, "is not whole JSON"),
    "wide": (content_of(a=[0] * 1_001), "more, or deeper"),
    "long": (content_of(a="x" * 16_001), "more under a than"),
    "huge number": (b'{"schema": 1, "answers": {"a": 1' + b"0" * 61 + b'}, "predictions": {}}', "too large"),
    "endless number": (b'{"schema": 1, "answers": {"a": 1e999}, "predictions": {}}', "too large"),
    "long number": (b'{"schema": 1, "answers": {"a": 1' + b"0" * 5_000 + b'}, "predictions": {}}', "is not whole JSON"),
    "nan": (b'{"schema": 1, "answers": {"a": NaN}, "predictions": {}}', "is not whole JSON"),
    "half a letter": (b'{"schema": 1, "answers": {"a": "\\ud800"}, "predictions": {}}', "broken letters under a"),
    "half a letter in an id": (b'{"schema": 1, "answers": {"\\ud800": 1}, "predictions": {}}', "names a question"),
    "too large": (content_of(a=1) + b" " * MOST_BYTES, "has 257 kB, and an answers file at most 256"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_file_changes_nothing_and_is_kept_beside(file: Path, name: str) -> None:
    data, reason = REFUSED[name]
    store = Store()
    store.keep("answers", "evidence-1", "b")
    before = file.read_bytes()
    for number in (1, 2):
        said = store.restore(data, "mine.json")
        assert said.startswith("mine.json was not taken over: it ")
        assert reason in said
        assert "What was here stays." in said
        assert file.read_bytes() == before
        beside = file.with_name(f"answers.json.refused-{number}")
        if len(data) <= MOST_BYTES:
            assert said.endswith(f"A copy of it is kept as {beside.name}.")
            assert beside.read_bytes() == data
        else:
            assert not beside.exists()
    assert store.load("answers") == {"evidence-1": "b"}


def test_a_restored_file_replaces_its_own_ids_and_nothing_else(file: Path) -> None:
    store = Store()
    store.keep("answers", "evidence-1", "b")
    store.keep("answers", "evidence-2", "old")
    store.keep("predictions", "evidence-p1", "more")
    data = b'{"schema": 1, "answers": {"evidence-2": "new", "push-4": [1]}, "predictions": {}, "more": 1}'
    assert store.restore(data) == "Restored 2 answers and 0 predictions."
    assert Store().load("answers") == {"evidence-1": "b", "evidence-2": "new", "push-4": [1]}
    assert Store().load("predictions") == {"evidence-p1": "more"}
    assert set(json.loads(file.read_text())) == {"schema", "answers", "predictions"}
    assert store.restore(as_text(store.content()).encode()) == "Restored 3 answers and 1 prediction."


def test_a_restored_file_that_leaves_no_room_is_refused_whole(file: Path) -> None:
    store = Store()
    for number in range(60):
        store.keep("answers", f"a-{number}", "x" * 3_900)
    before = file.read_bytes()
    many = content_of(**{f"b-{number}": "x" * 3_900 for number in range(20)})
    assert "would grow beyond 256 kB. What was here stays." in store.restore(many)
    assert file.read_bytes() == before


def test_restored_over_a_damaged_file(file: Path) -> None:
    file.write_bytes(b"{")
    said = Store().restore(content_of(a=1))
    assert said.startswith("Restored 1 answer and 0 predictions. answers.json could not be read")
    assert file.with_name("answers.json.unreadable-1").read_bytes() == b"{"
    assert Store().load("answers") == {"a": 1}


def test_restored_where_nothing_can_be_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("")
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(tmp_path / "folder" / "answers.json"))
    store = Store()
    store.keep("answers", "a", 1)
    assert "until this kernel stops" in store.restore(content_of(a=2, b=3))
    assert store.load("answers") == {"a": 2, "b": 3}
    said = store.restore(b"{")
    assert said.startswith("This file was not taken over: it is not whole JSON")
    assert said.endswith("What was here stays.")


def test_what_was_kept_in_memory_gives_way_to_what_is_restored(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    with monkeypatch.context() as patch:
        (file.parent / "folder").write_text("")
        patch.setenv("CHOKEPOINTS_ANSWERS", str(file.parent / "folder" / "answers.json"))
        assert store.keep("answers", "a", "in memory")
    assert store.load("answers") == {"a": "in memory"}
    store.restore(content_of(a="restored"))
    assert store.load("answers") == {"a": "restored"}
    store.keep("answers", "a", "kept")
    assert store.load("answers") == {"a": "kept"}


def test_a_lost_working_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHOKEPOINTS_ANSWERS")
    monkeypatch.setattr(answers, "__file__", str(tmp_path / "a" / "b" / "c" / "d" / "answers.py"))
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    store = Store()
    assert "until this kernel stops" in store.keep("answers", "a", 1)
    assert store.load("answers") == {"a": 1}


def _restore_many(start: int) -> None:
    store = Store()
    for number in range(start, start + 25):
        said = store.restore(content_of(**{f"r-{number}": number, "shared": number}))
        assert said == "Restored 2 answers and 0 predictions."


def test_two_notebooks_and_a_restore_at_once_lose_nothing(file: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_keep_many, args=(start,)) for start in (0, 100)]
    workers.append(context.Process(target=_restore_many, args=(200,)))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    kept = Store().load("answers")
    assert len(kept) == 76
    assert kept["shared"] == 224


def test_parse_gives_the_reason() -> None:
    with pytest.raises(NoAnswers, match="another version"):
        parse(b'{"schema": 1.0, "answers": {}, "predictions": {}}')
    nested: object = LARGEST
    for _ in range(DEEPEST):
        nested = [nested]
    assert parse(content_of(a=nested))["answers"] == {"a": nested}
