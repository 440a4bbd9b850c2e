"""The lessons in README.md: a line each, and badges as soon as the repository's address is known."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import badges
import pytest
from badges import BEGIN, END, NO_ADDRESS, lesson_table, readme, write_readme

from chokepoints.errors import KitError

ROOT = Path(__file__).parents[2]

LESSON = """---
chokepoints:
  number: {number}
  slug: push
  title: Push | and pull
  room: push
  aims: [send a notification, name who saw it]
  reviewed: 2026-11-05
  prerequisites: none
---

# Push | and pull

## One (12 min)

### Not a section (99 min)

## Two (7 min)

+++ {{"tags": ["exercise"]}}

## Questions, which are not part of the notebook (40 min)
"""


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    (tmp_path / "lessons").mkdir()
    for number in ("04", "08"):  # 08 is text to YAML, 04 an octal number
        (tmp_path / "lessons" / f"{number}_push.md").write_text(LESSON.format(number=number))
    (tmp_path / "README.md").write_text(f"# Kit\n\n{BEGIN}\nold\n{END}\n\nThe rest.\n")
    return tmp_path


def test_without_address_one_sentence_stands_for_the_badges(kit: Path) -> None:
    table = lesson_table(kit, "")
    assert table.splitlines()[:3] == [
        "| no. | lesson | in it you | minutes |",
        "| --- | --- | --- | --- |",
        r"| 04 | [Push \| and pull](notebooks/04_push.ipynb) | send a notification; name who saw it | 19 |",
    ]
    assert table.splitlines()[3].startswith("| 08 |")
    assert table.splitlines()[-1] == NO_ADDRESS
    assert "mybinder" not in table


def test_a_further_half_stands_behind_the_first_with_its_letter(kit: Path) -> None:
    half = LESSON.format(number="04b").replace("slug: push", "slug: a_pull")
    (kit / "lessons" / "04b_a_pull.md").write_text(half)
    table = lesson_table(kit, "some-one/kit")
    assert [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| 0")] == ["| 04", "| 04b", "| 08"]
    assert "| 04b | [Push \\| and pull](notebooks/04b_a_pull.ipynb) |" in table
    assert table.count("Open lesson 04b in Binder") == 1


def test_with_address_there_is_a_start_page_and_a_badge_a_lesson(kit: Path) -> None:
    table = lesson_table(kit, "some-one/kit.1")
    assert NO_ADDRESS not in table
    addresses = [part.partition(")")[0] for part in table.split("](https://mybinder.org/v2")[1:]]
    opened = []
    for address in addresses:
        parts = urlsplit("https://mybinder.org/v2" + address)
        assert parts.path == "/v2/gh/some-one/kit.1/HEAD"
        opened.append(parse_qs(parts.query)["urlpath"][0])
    assert opened == [f"lab/tree/notebooks/{stem}.ipynb" for stem in ("00_start_here", "04_push", "08_push")]
    first = "https://mybinder.org/v2/gh/some-one/kit.1/HEAD?urlpath=lab%2Ftree%2Fnotebooks%2F00_start_here.ipynb"
    assert f"]({first})" in table


@pytest.mark.parametrize("wrong", ["name", "https://github.com/a/b", "a/b/c", "a/", "a b/c"])
def test_a_wrong_address_is_refused(kit: Path, wrong: str) -> None:
    with pytest.raises(KitError, match="should be owner/name"):
        lesson_table(kit, wrong)


def test_the_readme_is_written_once(kit: Path) -> None:
    assert write_readme(kit)
    text = (kit / "README.md").read_text()
    assert text.startswith(f"# Kit\n\n{BEGIN}\n\n| no. |")
    assert text.endswith(f"\n\n{END}\n\nThe rest.\n")
    assert "old" not in text
    assert not write_readme(kit)


def test_the_constant_feeds_the_readme(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(badges, "REPOSITORY", "some-one/kit")
    write_readme(kit)
    assert (kit / "README.md").read_text().count("mybinder.org/v2/gh/some-one/kit/HEAD") == 3


@pytest.mark.parametrize("text", ["", f"{BEGIN}\n", f"{END}\n{BEGIN}\n", f"{BEGIN}\n{END}\n{BEGIN}\n{END}\n"])
def test_a_readme_without_its_markers_is_refused(kit: Path, text: str) -> None:
    (kit / "README.md").write_text(text)
    with pytest.raises(KitError, match="should hold the lines"):
        readme(kit, "")


def test_a_faulty_lesson_is_named(kit: Path) -> None:
    (kit / "lessons" / "04_push.md").write_text("# Push\n")
    with pytest.raises(KitError, match=r"lessons/04_push\.md:1: `number` is missing"):
        lesson_table(kit, "")


def test_the_kits_readme_is_up_to_date() -> None:
    written = (ROOT / "README.md").read_text(encoding="utf-8")
    assert written == readme(ROOT, badges.REPOSITORY), "README.md is not what the lessons say: run `make build`"
    assert (ROOT / badges.START_PAGE).is_file(), "the start page is missing: run `make build`"
