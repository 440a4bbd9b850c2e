"""The builder's tests import tools/ and a kit of one lesson, whose questions and facts are these."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import lesson
from sample_kit import Kit


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kit:
    monkeypatch.setattr(lesson, "known_questions", lambda: frozenset({"push-1", "push-2"}))
    monkeypatch.setattr(lesson, "known_facts", lambda: frozenset({"ip-18-9m", "ip-15-8m"}))
    return Kit(tmp_path)
