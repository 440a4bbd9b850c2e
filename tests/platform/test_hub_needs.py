"""From a measured class to what any class needs: the arithmetic, the block it is read from, the files it writes."""

import math
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hub_needs import Assumed, Node, configured, limits, needs, written
from hub_table import END, Measured, Row, block, parse
from hypothesis import given
from hypothesis import strategies as st

from chokepoints.errors import KitError

HUB = Path(__file__).parents[2] / "teaching" / "hub"
ONE = Row(10, (1, 2), (2, 3), (3, 4), (4, 5), None, (50, 60), 5.0, 0.2, 0.1, 150, 100)
FOUND = Measured("A machine, 2 cores.", (ONE,), hub_mb=200, whole_mb=400, home_mb=1, environment_mb=1000)


def test_a_class_of_thirty_by_hand() -> None:
    need = needs(30, FOUND)
    assert need.at_once == 15
    assert need.cores == math.ceil(15 * 5.3 * 1.3 / 30) == 4
    assert need.memory_gb == math.ceil((30 * 350 + 200 + 1000) * 1.3 / 1000) == 16
    assert need.disk_gb == math.ceil((30 * 10 + 1000 + 10_000) * 1.3 / 1000) == 15
    assert need.nodes == 1
    assert need.arithmetic[1] == "cores: 15 × 5.3 s × 1.3 / 30 s = 3.4, at least 2"


def test_the_hub_itself_bounds_how_many_start_at_once() -> None:
    slow = replace(FOUND, rows=(replace(ONE, hub_cpu=0.6),))
    assert needs(300, slow).at_once == 50
    assert needs(300, replace(FOUND, rows=(replace(ONE, proxy_cpu=0.6),))).at_once == 50
    assert needs(300, FOUND).at_once == 150
    assert needs(300, slow).cores == math.ceil(50 * 5.7 * 1.3 / 30)


def test_the_class_that_took_most_counts() -> None:
    hungry = replace(FOUND, rows=(ONE, replace(ONE, learners=1, server_mb=300, cpu=10.0)))
    assert needs(30, hungry).memory_gb == math.ceil((30 * 500 + 1200) * 1.3 / 1000)
    assert needs(30, hungry).cores == math.ceil(15 * 10.3 * 1.3 / 30)


def test_the_limits_by_hand() -> None:
    limit = limits(FOUND)
    assert limit.memory == 768  # (150 + 4 × 100) MB × 1.3 = 682 MiB, up to a multiple of 256
    lighter = replace(FOUND, rows=(replace(ONE, kernel_mb=80),))
    assert limits(lighter).memory == 768  # 583 MiB: not to a multiple of 128
    assert limit.memory_guarantee == 352  # 350 MB = 334 MiB, up to a multiple of 32
    assert limit.cpu_guarantee == 0.12  # half of the class × 5.3 s × 1.3 / 30 s
    assert limit.a_node == 62  # 7.5 cores / 0.12; by memory it would be 75
    assert limits(FOUND, node=Node(100, 28)).a_node == 75
    assert needs(300, FOUND).nodes == 5


@given(st.integers(1, 2000))
def test_more_learners_never_need_less(learners: int) -> None:
    less, more = needs(learners, FOUND), needs(learners + 1, FOUND)
    for name in ("at_once", "cores", "memory_gb", "disk_gb", "nodes"):
        assert getattr(less, name) <= getattr(more, name)


def test_what_no_machine_can_do_is_refused() -> None:
    with pytest.raises(KitError, match="one learner alone waits 4 s, whatever the machine"):
        needs(30, FOUND, Assumed(wait=3))
    with pytest.raises(KitError, match="should be 1 or more"):
        needs(0, FOUND)
    with pytest.raises(KitError, match="No learner fits"):
        limits(FOUND, node=Node(0.1, 28))


sizes = st.floats(0, 1e6)
pairs = st.tuples(sizes, sizes)
found_rows = st.builds(
    Row, st.integers(1, 999), pairs, pairs, pairs, pairs, st.none() | sizes, pairs, sizes, sizes, sizes, sizes, sizes
)


@given(st.builds(Measured, st.just("A machine."), st.tuples(found_rows, found_rows), sizes, sizes, sizes, sizes))
def test_the_block_is_read_back_as_it_was_written(measured: Measured) -> None:
    text = block(measured)
    read = parse(f"Before.\n\n{text}\nAfter.")
    assert block(read) == text
    assert [row.learners for row in read.rows] == [row.learners for row in measured.rows]
    assert read.rows[0].browser is None or measured.rows[0].browser is not None


@pytest.mark.parametrize(
    ("spoilt", "sentence"),
    [
        (lambda text: text.replace(END, ""), "once each and in this order"),
        (lambda text: text + text, "once each and in this order"),
        (lambda text: text.replace("| 150 |", "| 150 MB |"), "'150 MB' where a number should stand"),
        (lambda text: text.replace("kernel, MB", "kernel"), "should begin with a sentence, then a table of"),
        (lambda text: re.sub(r"\| a learner's home.*\n", "", text), "lacks a learner's home, on disk"),
        (lambda text: re.sub(r"\| 10 \|.*\n", "", text), "lacks a class"),
    ],
)
def test_a_spoilt_block_is_refused_with_its_fault(spoilt: Callable[[str], str], sentence: str) -> None:
    with pytest.raises(KitError, match=sentence):
        parse(spoilt(block(FOUND)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in ("README.md", "tljh/config.yaml", "z2jh/values.yaml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text((HUB / path).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def test_a_new_measurement_reaches_every_file(folder: Path) -> None:
    files = written(folder, f"make: said something\n{block(FOUND)}")
    readme, tljh, z2jh = (files[folder / path] for path in ("README.md", "tljh/config.yaml", "z2jh/values.yaml"))
    assert parse(readme) == FOUND
    assert "| 30 | 15 | 4 | 16 | 15 | 1 |" in readme
    assert "\n  memory: 768M  # needs: memory\n" in tljh
    assert "\n    guarantee: 352M  # needs: memory_guarantee\n" in z2jh
    assert "\n    replicas: 62  # needs: a_node\n" in z2jh
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    assert written(folder) == files, "a second time changes nothing"


def test_a_lost_mark_is_named() -> None:
    with pytest.raises(KitError, match=r"One line should end in '# needs: cpu'; 0 do"):
        configured("limits:\n  cpu: 1\n", {"cpu": "1"})


def test_the_tables_and_the_settings_follow_from_what_was_measured() -> None:
    for path, text in written(HUB).items():
        said = f"{path.relative_to(HUB.parent)} is not what the measurements say: run `python tools/hub_needs.py`"
        assert path.read_text(encoding="utf-8") == text, said


def test_the_measured_wait_is_the_processors() -> None:
    """Needs and README take a large class's wait for its processor time over the cores: so it should be."""
    measured = parse((HUB / "README.md").read_text(encoding="utf-8"))
    largest = max(measured.rows, key=lambda row: row.learners)
    cores = re.search(r"(\d+) cores", measured.machine)
    assert cores
    assert largest.learners >= 4 * int(cores[1]), "too few learners to tell"
    expected = largest.learners * (largest.cpu + largest.hub_cpu + largest.proxy_cpu) / int(cores[1])
    assert 0.75 < largest.done[1] / expected < 1.5
