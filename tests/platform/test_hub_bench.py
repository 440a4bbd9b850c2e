"""The benchmark of a class: its parts, and once in small with a real hub where JupyterHub is installed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import hub_bench
import hub_server
import psutil
import pytest
from hub_bench import notebook_of, row
from hub_learner import next_state
from hub_table import parse
from hub_usage import memory, used

from chokepoints.errors import KitError

ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="shared memory is told on Linux only")
REAL = pytest.mark.skipif(bool(hub_server.missing()), reason=f"no {hub_server.missing()}: `make hubbench` installs it")
COMMAND = [sys.executable, "tools/hub_bench.py", "--no-browser", "--rounds", "1", "--moves", "2", "--learners"]


@pytest.mark.parametrize(
    ("state", "change"),
    [
        ({"_options_labels": ["a", "b"], "index": 0}, {"index": 1}),
        ({"_options_labels": ["a", "b"], "index": 1}, {"index": 0}),
        ({"_options_labels": ["a", "b", "c"], "index": [0, 1]}, {"index": [0, 2]}),
        ({"_options_labels": ["a", "b", "c"], "index": [1, 2]}, {"index": [1, 1]}),
        ({"value": 4, "min": 0, "max": 6, "step": 2}, {"value": 6}),
        ({"value": 6, "min": 0, "max": 6, "step": 2}, {"value": 0}),
        ({"value": [1.0, 2.0], "min": 0.0, "max": 2.0, "step": 0.5}, {"value": [1.0, 1.0]}),
    ],
)
def test_a_slider_always_moves(state: dict[str, object], change: dict[str, object]) -> None:
    assert next_state(state) == change
    assert next_state(state | change) != change


@LINUX
def test_what_two_share_counts_half() -> None:
    """A fork shares what its parent wrote: together they take it once, not twice."""
    code = "import os, sys, time; kept = b'x' * 50_000_000; os.fork(); print(flush=True); time.sleep(60)"
    with psutil.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as first:
        assert first.stdout.readline() == first.stdout.readline() == b"\n"  # both have come past the fork
        (second,) = first.children()
        together = memory(first) + memory(second)
        share = used(first.pid)
        assert 50 < together < 80
        assert share.server_mb + share.kernel_mb == pytest.approx(together, rel=0.1)
        assert share.cpu > 0
        second.kill()
        first.kill()


def test_a_hub_without_its_parts_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_server, "find_spec", lambda name: None)
    with (
        pytest.raises(KitError, match="JupyterHub is missing here: `make hubbench` installs it"),
        hub_server.running_hub(tmp_path, ("one",)),
    ):
        pass
    assert not list(tmp_path.iterdir())


@REAL
def test_a_hub_that_does_not_start_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_server, "proxy_command", lambda: ["/bin/false"])
    with (
        pytest.raises(KitError, match=r"(?s)The hub did not start. It wrote last:\n.*[Pp]roxy"),
        hub_server.running_hub(tmp_path, ("one",)),
    ):
        pass
    assert not inside(tmp_path)


def test_a_lesson_is_found_by_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert notebook_of("01") == "notebooks/01_the_story.ipynb"
    with pytest.raises(KitError, match=r"no lesson 99 in .*such as 01 or 02b"):
        notebook_of("99")
    (tmp_path / "notebooks").mkdir()
    for stem in ("02_push", "02b_pull"):
        (tmp_path / "notebooks" / f"{stem}.ipynb").touch()
    monkeypatch.setattr(hub_bench, "ROOT", tmp_path)
    assert [notebook_of(name) for name in ("02", "02b")] == ["notebooks/02_push.ipynb", "notebooks/02b_pull.ipynb"]


def test_ports_differ() -> None:
    assert len(set(hub_server.free_ports(20))) == 20


def inside(folder: Path) -> list[psutil.Process]:
    """Processes that were told this folder: all that a run of the benchmark with this TMPDIR started.

    A learner's server is told by its HOME: the hub passes no TMPDIR on.
    """
    found = []
    for one in psutil.process_iter():
        try:
            if any(str(folder) in word for word in (*one.environ().values(), *one.cmdline())):
                found.append(one)
        except psutil.Error:
            continue
    return found


@REAL
@LINUX
def test_a_class_of_one_is_measured_and_nothing_stays(tmp_path: Path) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [*COMMAND, "1"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    (found,) = parse(done.stdout).rows
    assert 0 < found.server[0] <= found.page[0] < found.kernel[0] < found.done[0] < 60
    assert found.server == (found.server[0], found.server[0]), "one learner is the middle and the unluckiest"
    assert 50 < found.server_mb < 400
    assert 50 < found.kernel_mb < 300
    assert 1 < found.cpu < 60
    assert 0 < found.move[0] < 5000
    assert not inside(tmp_path)
    assert not list(tmp_path.glob("chokepoints-hub-*"))


@REAL
@LINUX
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_stops_all_that_was_started(tmp_path: Path, how: signal.Signals) -> None:
    with subprocess.Popen(
        [*COMMAND, "1"],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # which a background job has off
    ) as running:
        deadline = time.monotonic() + 60
        while not (seen := [one for one in inside(tmp_path) if "jupyterhub.singleuser" in one.cmdline()]):
            if time.monotonic() > deadline or running.poll() is not None:
                break
            time.sleep(0.1)
        # Ctrl-C reaches all processes of a terminal's group, an end from outside this one alone.
        (os.killpg if how == signal.SIGINT else os.kill)(running.pid, how)
        _, said = running.communicate(timeout=60)
    assert seen, "no learner's server was ever started"
    assert running.returncode == 1
    assert "all that it started is stopped" in said
    assert "Traceback" not in said
    assert not inside(tmp_path)
    assert not list(tmp_path.glob("chokepoints-hub-*"))


def test_classes_are_summed_up_over_their_learners() -> None:
    from hub_bench import Class
    from hub_learner import Waited
    from hub_usage import Used

    def held(*done: float) -> Class:
        waited = tuple(Waited(1, 2, 3, end) for end in done)
        return Class(waited, (10.0, 20.0, 30.0), (Used(100, 50, 4.0),) * len(done), 200, 0.5, 0.25, 300, 1, 0.1)

    found = row(2, [held(4.0, 6.0), held(5.0, 9.0)], [])
    assert found.done == (5.5, 9.0)
    assert found.move[0] == 20.0
    assert (found.cpu, found.hub_cpu, found.proxy_cpu, found.browser) == (4.0, 0.5, 0.25, None)
