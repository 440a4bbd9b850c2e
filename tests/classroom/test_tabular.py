"""How tables are read, and what is said of a wrong one."""

import math
import subprocess
import sys
from collections import Counter, OrderedDict, namedtuple
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from chokepoints.classroom.kinds import (
    ExactAnswer,
    NumberAnswer,
    SetAnswer,
    TableAnswer,
    Unreadable,
)
from chokepoints.classroom.wordings import spelling
from chokepoints.errors import KitError

Pair = namedtuple("Pair", "name count")
ROWS = {"Amazon": 4, "Google": 3}
TABLES: list[Any] = [
    {"amazon": 4, "Google": 3.0},
    Counter({"Google": 3, "Amazon": 4}),
    OrderedDict(Google="3", Amazon=[4]),
    [("Amazon", 4), ("Google", 3)],
    [Pair("Google", 3), Pair("Amazon", 4)],
    [["Google", Decimal(3)], ["Amazon", Fraction(4)]],
    [{"company": "Amazon", "count": 4}, {"Count": 3, "Company": "Google", "note": "more"}],
    {"company": ["Amazon", "Google"], "count": (4, 3)},
    {"index": ["Amazon", "Google"], "count": np.array([4, 3])},
    {"Amazon": {"count": 4}, "Google": {"count": 3}},
    np.array([["Amazon", "4"], ["Google", "3"]]),
    np.array([["Amazon", 4], ["Google", 3]], dtype=object),
    {"Amazon": 4, "Google": 3}.items(),
]


@pytest.mark.parametrize("answer", TABLES, ids=range(len(TABLES)))
def test_tables_in_any_shape(answer: object) -> None:
    kind = TableAnswer(ROWS, ("company", "count"), "a table")
    assert kind.read(answer) == {"amazon": 4, "google": 3}
    assert kind.right(kind.read(answer))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"Amazon": 4}, "missing: Google."),
        ({"Amazon": 3, "Google": 4, "X" * 50: 1}, "wrong in the row: Amazon, Google; not asked for: xxxxxx"),
        ({1: 2}, "missing: Amazon, Google; not asked for: 1."),
    ],
)
def test_tables_say_which_rows(answer: object, said: str) -> None:
    kind = TableAnswer(ROWS, ("company", "count"), "a table")
    assert not kind.right(kind.read(answer))
    assert said in kind.wrong(kind.read(answer))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({}, "no row"), (5, "not a number"), ("Amazon 4", "not a text"), ([4, 3], "each row with company, count"),
        ([("Amazon", 4), ("amazon", 3)], "twice"), ({"Amazon": 4, "Google": None}, "still open"),
        ({None: 4}, "place of a key"), ({"Amazon": "4 firms"}, "without 'firms'"), ({"Amazon": True}, "not True"),
        ({"Amazon": [4, 3]}, "behind each key"), ({"company": ["Amazon"], "count": [4, 3]}, "one length"),
        ([{"firm": "Amazon", "count": 4}], "spelt like that"), ([("Amazon", 4, 3)], "each row"),
        ({str(n): n for n in range(2_000)}, "too many"), (iter([]), "not a list_iterator"),
        ({"Amazon": math.nan}, "finite"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_in_a_sentence(answer: object, said: str) -> None:
    with pytest.raises(Unreadable, match=r"\.$") as caught:
        TableAnswer(ROWS, ("company", "count"), "a table").read(answer)
    assert said in str(caught.value)


def test_tables_of_several_columns() -> None:
    kind = TableAnswer({"a": (1, "Yes"), "b": (2.5, "no")}, ("key", "number", "word"), "a table", within=0.1)
    for answer in (
        {"a": (1, "yes"), "b": [2.55, "No."]},
        [("a", 1, "yes"), ("b", 2.5, "no")],
        [("a", (1, "yes")), ("b", (2.45, "no"))],
        {"a": {"number": 1, "word": "yes"}, "b": {"word": "no", "number": "2.5"}},
        {"key": ["a", "b"], "number": [1, 2.5], "word": ["yes", "no"]},
    ):
        assert kind.right(kind.read(answer)), answer
        assert kind.read(answer)["a"] == (1, "yes")
    assert kind.wrong(kind.read({"a": (1, "no"), "b": (2.7, "no")})) == "wrong in the row: a, b."
    with pytest.raises(KitError, match="does not fit"):
        TableAnswer({"a": (1, 2)}, ("key", "number"), "a table")


def test_numpy_and_pandas_are_not_imported() -> None:
    script = (
        "import sys; from chokepoints.classroom.kinds import TableAnswer, NumberAnswer\n"
        "sys.modules.pop('numpy', None)\n"  # matplotlib brings it; the kinds must do without
        "print(NumberAnswer(1, 'x').read(1), TableAnswer({'a': 1}, ('k', 'n'), 't').read({'a': 1}))\n"
        "print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "1.0 {'a': 1.0}\nFalse\n"


def test_data_frames_where_pandas_is_installed() -> None:
    pandas = pytest.importorskip("pandas", reason="the kit does not need pandas; a learner may have it")
    kind = TableAnswer(ROWS, ("company", "count"), "a table")
    frame = pandas.DataFrame({"company": ["Amazon", "Google"], "count": [4, 3]})
    for answer in (frame, frame.set_index("company"), frame.set_index("company")["count"], frame.iloc[::-1]):
        assert kind.right(kind.read(answer))
    assert not kind.right(kind.read(frame.iloc[:1]))
    assert SetAnswer(("Amazon", "Google"), "names").read(frame["company"]) == {"amazon", "google"}
    assert NumberAnswer(0, "days").read(pandas.Timedelta(days=3)) == 3
    assert ExactAnswer((date(2018, 5, 28),), "a date").right(spelling(date(2018, 5, 28)))
