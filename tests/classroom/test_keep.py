"""keep(): what the kernel answers to each press of its two buttons, and what a stored notebook shows."""

from pathlib import Path
from typing import Any

import pytest

from chokepoints.classroom import keep as keep_function
from chokepoints.classroom.answerfile import MOST_BYTES, parse
from chokepoints.classroom.answers import Store, store
from chokepoints.classroom.front import Front
from chokepoints.classroom.keep import Keep


@pytest.fixture
def pressed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Presses a button as the page does; returns what was said and what was sent to the page."""
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(tmp_path / "answers.json"))
    monkeypatch.setattr(store, "_memory", Store()._memory)
    front = Front()
    widget, sent = Keep(front), []
    monkeypatch.setattr(widget, "send", lambda content, buffers=None: sent.append((content, buffers)))

    def press(message: Any, *buffers: bytes) -> tuple[str, list[Any]]:
        sent.clear()
        widget._handle_custom_msg(message, [memoryview(part) for part in buffers])
        assert widget.said == front.reading
        return front.reading, list(sent)

    return press


def test_download_sends_all_that_is_kept(pressed: Any) -> None:
    store.keep("answers", "evidence-1", "b")
    store.keep("predictions", "evidence-p1", "more")
    said, sent = pressed({"press": "download"})
    assert said == "Sent to your browser as answers.json: 1 answer and 1 prediction."
    [(message, [data])] = sent
    assert message == {"name": "answers.json"}
    assert parse(data)["answers"] == {"evidence-1": "b"}


def test_what_was_downloaded_can_be_uploaded_elsewhere(
    pressed: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store.keep("answers", "evidence-1", "b")
    _, [(_, [data])] = pressed({"press": "download"})
    monkeypatch.setenv("CHOKEPOINTS_ANSWERS", str(tmp_path / "other.json"))
    store.keep("answers", "evidence-2", "14 May 2018")
    said, _ = pressed({"press": "upload", "name": "answers.json", "size": len(data)}, data)
    assert said == "Restored 1 answer and 0 predictions."
    assert store.load("answers") == {"evidence-1": "b", "evidence-2": "14 May 2018"}


def test_the_same_words_twice_are_heard_twice(pressed: Any) -> None:
    said = [pressed({"press": "download"})[0] for _ in range(3)]
    assert said[0] != said[1] != said[2]


def test_a_file_too_large_is_named_and_not_sent(pressed: Any) -> None:
    said, _ = pressed({"press": "upload", "name": "film.mp4", "size": 5 * MOST_BYTES})
    assert said == (
        "film.mp4 was not taken over: it has 1,280 kB, and an answers file at most 256. What was here stays."
    )


@pytest.mark.parametrize("name", ["<img src=x>\n\u202ex", "x" * 500, "", None, 7])
def test_a_strange_name_is_one_short_line(pressed: Any, name: Any) -> None:
    said, _ = pressed({"press": "upload", "name": name, "size": 1}, b"{")
    assert "was not taken over" in said
    assert said.isprintable()
    assert len(said) < 250


@pytest.mark.parametrize("message", [None, 3, {}, {"press": "other"}, {"press": ["download"]}, []])
def test_what_the_page_never_sends_does_nothing(pressed: Any, message: Any) -> None:
    assert pressed(message) == ("", [])


def test_an_upload_that_did_not_arrive(pressed: Any) -> None:
    said, _ = pressed({"press": "upload", "name": "answers.json", "size": 10})
    assert said == "answers.json did not arrive. Choose it once more."


def test_a_stored_notebook_shows_a_sentence(capsys: Any) -> None:
    keep_function()
    assert "Two buttons: Download my answers, Upload answers.json." in capsys.readouterr().out
