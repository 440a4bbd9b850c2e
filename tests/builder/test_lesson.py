"""A lesson that is wrong stops the build with file, line and what to do; a sound one becomes cells."""

import re
from pathlib import Path

import pytest
from build import build, editions
from lesson import LessonError, read_lesson
from sample_kit import SOUND, Kit

from chokepoints.classroom.tags import Fault, leave_open

#: A kind of fault: what is changed in the sound lesson, a part of the line that is named, what is said.
CHANGES = {
    "open marker": ("# END SOLUTION\n", "", "# BEGIN", "never ends; write `# END SOLUTION`"),
    "stray end": ("# BEGIN SOLUTION\n", "", "# END", "never began; write `# BEGIN SOLUTION`"),
    "nested marker": ("total = sum", "# BEGIN SOLUTION\ntotal = sum", None, "begins inside that of line"),
    "shared line": ("# BEGIN SOLUTION\ntotal", "total = 1  # BEGIN SOLUTION\ntotal", "# BEGIN", "alone on it"),
    "misspelt marker": ("# END SOLUTION", "### end solution", "### end", "write `# END SOLUTION` alone"),
    "marker in text": ("Only in the lesson.", "# END SOLUTION", "# END", "stands in text; move it"),
    "marker in a run": ('print("a run")', "# BEGIN SOLUTION\nx = 1\n# END SOLUTION\nx", None, "tag the cell"),
    "marker in solution": ('print("one', "# BEGIN SOLUTION\nx = 1\n# END SOLUTION\nprint('one", None, "tag the cell"),
    "nothing to leave open": ("total = sum(rates)  # both", "print(sum(rates))", "print(sum", "leaves no name"),
    "empty solution": ("total = sum(rates)  # both\n", "", "# BEGIN", "is empty; put the answer"),
    "cut statement": ("total = sum(rates)  # both", "total = [", "total = [", "put whole statements"),
    "no label": (":label: l04-run\n", "", 'print("a run")', "no label; write `:label: l04-word`"),
    "label twice": ("l04-run", "l04-load", 'print("a run")', "label `l04-load` stands at line"),
    "label of another lesson": ("l04-run", "l05-run", 'print("a run")', "another shape; write `:label: l04-word`"),
    "label like a count": ("l04-run", "l04-load-1", 'print("a run")', "another shape"),
    "unknown question": (
        'print("a run")',
        'check("push-11", 3)',
        "check(",
        "correct it, or add it.*Did you mean push-1",
    ),
    "unknown hint": ('print("a run")', 'x = 1\nhint(id="pull-1")', "hint(", "no room defines the question `pull-1`"),
    "unknown saved": ('print("a run")', 'classroom.saved("push-9")', "saved(", "no room defines the question `push-9`"),
    "computed id": ('print("a run")', "check(name, 3)", "check(", "write it as text, in quotes"),
    "unknown fact": ("fact: ip-18-9m", "fact: ip-18-8m", "18.9 million", "no table has.*Did you mean ip-18-9m"),
    "unknown tag": ("[solution]", "[solutions]", "one model", "unknown tag.*Did you mean solution"),
    "two tags": ("[solution]", "[solution, exercise]", "one model", "unknown tag"),
    "bare tag": ("[solution]", "solution", ":tags: sol", "cannot be read .'solution' is not.*; correct"),
    "unknown text tag": ('"lesson-only"', '"lesson only"', "Only in", "Did you mean lesson-only"),
    "tags over no text": ("Only in the lesson.\n", "", "+++ {", "stand over no text; a code cell takes its own"),
    "unknown option": (":tags: [solution]", ":tags: [solution]\n:hidden: true", "one model", "`hidden` is not for"),
    "raw cell": ("```{code-cell}\n:label: l04-run", "```{raw-cell}\n:label: l04-run", 'print("a run")', "a raw cell"),
    "directive": ("Only in the lesson.", "Well.\n\n```{note}\nSo.\n```", "```{note}", "directive; write CommonMark"),
    "colon fence": ("Only in the lesson.", "Well.\n\n:::{tip}\nSo.\n:::", ":::{tip}", "directive; write CommonMark"),
    "role": ("Only in the lesson.", "Well,\nsee {ref}`there`.", "{ref}", "role; write CommonMark"),
    "target": ("Only in the lesson.", "(here)=\n# Here", "(here)=", "target; write CommonMark"),
    "footnote": ("Only in the lesson.", "So.[^1]\n\n[^1]: Or so.", "So.[^1]", "footnote; write CommonMark"),
    "cell in a list": (
        "Only in the lesson.",
        "- a\n\n  ```{code-cell}\n  1\n  ```",
        "  ```{code-cell}",
        "outside lists",
    ),
    "not Python": ('print("a run")', "x = 1\nx = = 2", "x = = 2", "this is not Python"),
    "magic": ('print("a run")', "%pip list", "%pip", r"no lines that start with `!`, `%` or `\?`"),
    "return": ('print("a run")', "return 1", "return 1", "'return' outside function"),
    "warning": ('print("a run")', r'"\d"', r'"\d"', "invalid escape sequence"),
    "hidden from nbval": ('print("a run")', "x = 1\n# NBVAL_SKIP", "# NBVAL", "hides the cell from the tests"),
    "empty cell": ('print("a run")\n', "", None, "empty code cell"),
    "wrong number": ("number: 04", "number: 05", "number:", "`number` is 5 .*; write 04, as in the file name"),
    "wrong slug": ("slug: push", "slug: pull", "slug:", "write push, as in the file name"),
    "wrong title": ("title: Push", "title: Pull", "title:", "`title` is 'Pull' .*; write Push"),
    "no title": ("# Push\n", "", "18.9 million", "no title; open with"),
    "wrong room": ("room: push", "room: pull", "room:", "write one of evidence"),
    "wrong aims": ("aims: [read a panel, answer a check]", "aims: read", "aims:", "write a list of verbs"),
    "wrong prerequisites": ("[0]", "some", "prerequisites:", "write a list of lessons, or none"),
    "wrong date": ("reviewed: 2026-11-05", "reviewed: last week", "reviewed:", "write a date"),
    "no prerequisites": ("  prerequisites: [0]\n", "", "---", "`prerequisites` is missing"),
    "unknown key": ("  room: push", "  rooms: push\n  room: push", "rooms:", "unknown key `rooms`.*Did you mean room"),
    "broken front matter": ("aims: [read", "aims: [[read", "aims:", "cannot be read"),
    "broken date": ("2026-11-05", "2026-13-05", "---", "month must be in 1..12.*; correct"),
    "broken tags": ('+++ {"tags"', '+++ {"tags', "+++ {", "cannot be read .*; correct"),
}


@pytest.mark.parametrize(("old", "new", "at", "said"), CHANGES.values(), ids=CHANGES.keys())
def test_a_fault_stops_the_build_with_file_line_and_advice(
    kit: Kit, capsys: pytest.CaptureFixture[str], old: str, new: str, at: str | None, said: str
) -> None:
    kit.change(old, new)
    assert build(kit.root) == 1
    lines = capsys.readouterr().err.splitlines()
    named = [line for line in lines if re.search(said, line)]
    assert len(named) == 1, lines
    assert "; " in named[0], "says what to do"
    if at:
        numbers = [number for number, line in enumerate(kit.path.read_text().split("\n"), 1) if at in line]
        assert named[0].startswith(f"lessons/04_push.md:{numbers[0]}: "), (named, numbers)
    assert not kit.built()


def test_all_faults_are_told_at_once_in_order(kit: Kit, capsys: pytest.CaptureFixture[str]) -> None:
    kit.change("number: 04", "number: 4.5")
    kit.change("l04-run", "run")
    kit.change("ip-18-9m", "ip-0")
    other = kit.path.with_name("05_store.md")
    other.write_text(SOUND)
    assert build(kit.root) == 1
    where = [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()]
    lines = [kit.line("number: 4.5"), kit.line("ip-0"), kit.line('print("a run")')]
    assert where[:3] == [f"lessons/04_push.md:{line}" for line in lines]
    assert "lessons/05_store.md:3" in where  # its number is that of another lesson


def test_file_name_and_encoding(kit: Kit) -> None:
    wrong = kit.path.with_name("4-push.md")
    wrong.write_text(SOUND)
    with pytest.raises(LessonError, match=r"lessons/4-push.md:1: .*; rename it"):
        read_lesson(wrong)
    line = kit.line("Only in the lesson")
    kit.path.write_bytes(SOUND.replace("Only in", "Nur für").encode("latin-1"))
    with pytest.raises(LessonError, match=rf"04_push.md:{line}: this is not UTF-8"):
        read_lesson(kit.path)


def test_a_further_half_has_a_letter_in_its_name_its_number_and_its_labels(kit: Kit) -> None:
    path = kit.half()
    sound = path.read_text()
    assert [cell.id for cell in read_lesson(path).cells][:3] == ["l04b-1", "l04b-load", "l04b-load-1"]
    path.write_text(sound.replace("number: 04b", "number: 4b"))
    assert read_lesson(path).stem == "04b_pull"
    for number in ("04", "04c", "4"):
        path.write_text(sound.replace("number: 04b", f"number: {number}"))
        with pytest.raises(LessonError, match=r"04b_pull.md:3: `number` is \S+ in .*; write 04b, as in the file name$"):
            read_lesson(path)
    path.write_text(sound.replace("l04b-run", "l04-run"))
    with pytest.raises(LessonError, match="label `l04-run` has another shape; write `:label: l04b-word`"):
        read_lesson(path)
    kit.change("l04-run", "l04b-run")
    with pytest.raises(LessonError, match="label `l04b-run` has another shape; write `:label: l04-word`"):
        read_lesson(kit.path)


@pytest.mark.parametrize(
    "name", ["04a_pull", "04B_pull", "04bc_pull", "4b_pull", "04b-pull", "04_b_", "0٤_pull", "04é_pull"]
)
def test_what_no_lesson_is_called(kit: Kit, name: str) -> None:
    path = kit.half().rename(kit.path.with_name(f"{name}.md"))
    with pytest.raises(LessonError, match=r"is not NN_slug\.md, nor NNb_slug\.md as that of a further half; rename it"):
        read_lesson(path)


@pytest.mark.parametrize(
    "text", ["", "---\n---\n", "---\n- a\n---\n", "---\nword\n---\n", "```{code-cell}\n", "# T\n", "---\n"]
)
def test_no_file_at_all_gets_a_traceback(kit: Kit, text: str) -> None:
    kit.path.write_text(text)
    with pytest.raises(LessonError, match=r"lessons/04_push.md:\d+: .*; "):
        read_lesson(kit.path)


def test_what_lab_shows_is_left_alone(kit: Kit) -> None:
    kit.add("+++\n\n| a | b |\n|---|---|\n| $x$ | `{rate}` |\n\n```python\nx\n```\n\n- [x](y 'title')\n\n---\n")
    assert read_lesson(kit.path).title == "Push"


def test_a_prediction_can_be_recalled(kit: Kit) -> None:
    kit.change('print("a run")', 'predict("push-p1", ["a", "b"])\nsaved("push-p1")')
    read_lesson(kit.path)
    kit.change('saved("push-p1")', 'check("push-p1", "a")')
    with pytest.raises(LessonError, match="no room defines the question `push-p1`"):
        read_lesson(kit.path)


def test_lines_of_cells(kit: Kit) -> None:
    cells = read_lesson(kit.path).cells
    assert {cell.id: cell.line for cell in cells} == {
        "l04-1": kit.line("# Push"),
        "l04-load": kit.line("rates = [2"),
        "l04-load-1": kit.line("Only in the lesson"),
        "l04-run": kit.line('print("a run")'),
        "l04-run-1": kit.line("## Reach"),
        "l04-sum": kit.line("# BEGIN"),
        "l04-model": kit.line("one model"),
    }


def test_an_untagged_question_is_open_in_the_lesson_too(kit: Kit) -> None:
    kit.change("rates = [2, 3]", "# BEGIN SOLUTION\nrates = [2, 3]\n# END SOLUTION")
    made = editions(read_lesson(kit.path))
    sources = [made[edition].cells[1].source.split("\n")[0] for edition in ("notebooks", "exercises", "solutions")]
    assert sources == ["rates = ...", "rates = ...", "# BEGIN SOLUTION"]


def test_split_into_editions(kit: Kit) -> None:
    made = editions(read_lesson(kit.path))
    assert {edition: [cell.id for cell in notebook.cells] for edition, notebook in made.items()} == {
        "notebooks": ["l04-1", "l04-load", "l04-load-1", "l04-run", "l04-run-1"],
        "exercises": ["l04-1", "l04-load", "l04-run-1", "l04-sum"],
        "solutions": ["l04-1", "l04-load", "l04-run-1", "l04-sum", "l04-model"],
    }
    exercise, solution = (
        next(cell for cell in made[edition].cells if cell.id == "l04-sum") for edition in ("exercises", "solutions")
    )
    assert exercise.source == "total = ...\ntotal"
    assert solution.source == "# BEGIN SOLUTION\ntotal = sum(rates)  # both\n# END SOLUTION\ntotal"
    assert all(not cell.metadata for notebook in made.values() for cell in notebook.cells)


HOLES = {
    "name": ("rate = 0.5 * 2", "rate = ..."),
    "twice": ("total = 0\ntotal += 3", "total = ..."),
    "chain": ("a = b = 3", "a = ...\nb = ..."),
    "pair": ("low, high = 1, 2", "low, high = ..., ..."),
    "nested": ("a, (b, *c) = 1, (2, 3)", "a, b, c = ..., ..., ..."),
    "of one": ("(only,) = [1]", "only = ..."),
    "annotated": ("rate: float = 3", "rate: float = ..."),
    "item": ("share['é'] = 3", "share['é'] = ..."),
    "awaited": ("answer = await ask()", "answer = ..."),
    "over lines": ("rates = {\n    'a': 1,\n}", "rates = ..."),
    "function": ("def f(x: int = 1) -> int:\n    y = x\n    return y", "def f(x: int = 1) -> int:\n    ..."),
    "one line": ("def f(x): return x", "def f(x):\n    ..."),
    "docstring": (
        'def f(x):\n    # aha\n    """Of é:\n\n    # x."""\n    return x',
        'def f(x):\n    """Of é:\n\n    # x."""\n    ...',
    ),
    "decorated": ("@cache\ndef f(\n    x,\n):\n    return x", "@cache\ndef f(\n    x,\n):\n    ..."),
}


@pytest.mark.parametrize(("answer", "hole"), HOLES.values(), ids=HOLES.keys())
def test_what_an_exercise_keeps(answer: str, hole: str) -> None:
    source = f"given = 1\n# BEGIN SOLUTION\n# why\n{answer}\n# END SOLUTION\nshown = 2"
    opened, faults = leave_open(source)
    assert not faults
    assert opened == f"given = 1\n{hole}\nshown = 2"
    if "await" not in answer and "@" not in answer and "[" not in hole:
        exec(opened, {})  # a skipped answer breaks nothing


def test_a_solution_inside_a_block_keeps_its_margin() -> None:
    source = "for x in [1]:\n    # BEGIN SOLUTION\n    y = x\n\n    z = y\n    # END SOLUTION\n    print(y)"
    assert leave_open(source) == ("for x in [1]:\n    y = ...\n    z = ...\n    print(y)", ())


@pytest.mark.parametrize(
    "answer", ["print(1)", "x: int", "for x in y:\n    z = 1", "import os", "return 3", "class A: ..."]
)
def test_what_leaves_nothing_open(answer: str) -> None:
    _, (fault,) = leave_open(f"# BEGIN SOLUTION\nx = 1\n{answer}\n# END SOLUTION")
    assert fault == Fault(3, fault.text)
    assert "leaves no name" in fault.text


def test_tools_are_the_ones_of_this_checkout() -> None:
    assert Path(build.__code__.co_filename).parent == Path(__file__).parents[2] / "tools"
