"""The answers file: nothing of a learner's is lost, and nothing that stands in it is trusted."""

import json
import multiprocessing
import os
from pathlib import Path

import pytest

from chokepoints.classroom import answers
from chokepoints.classroom.answers import MOST_BYTES, Store, as_json


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
    assert as_json("x" * 5_000) == "<too long to keep>"
