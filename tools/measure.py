"""What the kit costs, as a small Markdown table: `make measure`.

Absolute times are those of the machine named in the first line; the budgets are held by tests/platform/test_budget.py.
"""

import asyncio
import io
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

import psutil
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).parents[1]
TRIES = 7
PANELS = "chokepoints.evidence.panels"
#: What every panel needs whoever draws it: not the kit's to answer for.
DRAWING = "import matplotlib.figure, matplotlib.backends.backend_agg, ipywidgets"
#: What a learner's first lesson shows.
FIRST_PANEL = "from chokepoints.classroom import show\nfrom chokepoints.evidence.panels import blocked_addresses\n"
FIRST_PANEL += "show(blocked_addresses)"


def seconds(code: str) -> float:
    """The processor time that a new interpreter needs for this code, its own start included, in seconds.

    Processor time, because the clock on the wall also counts what else the machine does: under load it swung from 0.03
    to 0.3 s for imports that took 0.07 s of processor.
    """
    asked = f"{code}\nimport time\nprint(time.process_time())"
    done = subprocess.run([sys.executable, "-c", asked], check=True, cwd=ROOT, capture_output=True, text=True)
    return float(done.stdout.split()[-1])


def beyond(code: str, base: str, tries: int = TRIES) -> float:
    """How much more `code` takes than `base`, in seconds, each at its quickest: a busy machine only adds to either."""
    pairs = [(seconds(code), seconds(base)) for _ in range(tries)]
    with_it, without = zip(*pairs, strict=True)
    return min(with_it) - min(without)


def import_time() -> float:
    """What `import chokepoints` adds to a bare interpreter, in seconds."""
    return beyond("import chokepoints", "pass")


def panels_time() -> float:
    """What a room's panels add to matplotlib and ipywidgets, in seconds, its tables included."""
    return beyond(f"{DRAWING}\nimport {PANELS}", DRAWING)


def kernel_memory(code: str = FIRST_PANEL) -> float:
    """Resident memory of a kernel that has run this code, in MB (10**6 bytes)."""
    with _answers_elsewhere():
        manager, client = start_new_kernel(kernel_name="python3", cwd=str(ROOT), stderr=subprocess.DEVNULL)
        try:
            reply = client.execute_interactive(code, timeout=60, output_hook=lambda _: None)
            if reply["content"]["status"] != "ok":
                raise RuntimeError(f"The panel could not be shown: {reply['content'].get('evalue')}")
            return float(psutil.Process(manager.provisioner.pid).memory_info().rss) / 1e6
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def environment_size() -> float:
    """What the files of this environment take on disk, in MB (10**6 bytes)."""
    files = (path for path in Path(sys.prefix).rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def build_time() -> float:
    """How long lesson 00's three editions take, executed twice each, in seconds; in a copy, nothing is written here."""
    from build import build  # needs the authors' packages

    with tempfile.TemporaryDirectory() as folder, _answers_elsewhere():
        kit = Path(folder)
        (kit / "lessons").mkdir()
        for lesson in (ROOT / "lessons").glob("00_*.md"):
            (kit / "lessons" / lesson.name).write_text(lesson.read_text(encoding="utf-8"), encoding="utf-8")
        begin = time.perf_counter()
        with redirect_stdout(io.StringIO()):  # its progress would stand in the table
            failed = build(kit, "00")
        if failed:
            raise RuntimeError("Lesson 00 does not build: run `make build LESSON=00`")
        return time.perf_counter() - begin


def provider_cost(requests: int = 100) -> float:
    """How much longer a request through the filtering provider takes than without, in turns: the ratio of medians."""
    from chokepoints.network.serving import fetch, internet, provider
    from chokepoints.network.trial import SITES

    async def medians() -> list[float]:
        spent: dict[bool, list[float]] = {False: [], True: []}
        async with internet(SITES) as net, provider(net) as isp:
            for _ in range(requests):
                for through, times in spent.items():
                    begin = time.perf_counter()
                    answer = await fetch(isp if through else None, net, "https://messenger.example/")
                    times.append(time.perf_counter() - begin)
                    if answer.status != 200:
                        raise RuntimeError(f"A request was not answered: {answer.reason}")
        return [statistics.median(times) for times in spent.values()]

    without, through = asyncio.run(medians())
    return through / without


def lookup_ratio() -> float:
    """How many times quicker addresses are looked up at once than one by one, among the ranges that the press named."""
    from chokepoints.network.ranges import blocked, speed

    at_once, one_by_one = speed(blocked())
    return at_once / one_by_one


def pushes(count: int = 1_000) -> tuple[float, float]:
    """A push through the gateway by aioapns, warm, over TLS: the median in ms, and how many a second by hundreds.

    Twenty devices confirm what they get.
    """
    from chokepoints.push.gateway import gateway
    from chokepoints.push.pushes_sealed import alert
    from chokepoints.push.trial import APP, messenger

    async def both() -> tuple[float, float]:
        async with gateway() as gate, messenger(gate) as sender:
            phones = [await gate.device(APP, "RU") for _ in range(20)]
            spent = []
            for number in range(count):
                begin = time.perf_counter()
                await sender.send(phones[number % 20], alert("hello"))
                spent.append(time.perf_counter() - begin)
            await gate.wait(3_600)  # the model's hour: the gateway limits pushes to one device a minute
            begin = time.perf_counter()
            for start in range(0, count, 100):
                await asyncio.gather(
                    *(sender.send(phones[number % 20], alert("hello")) for number in range(start, start + 100))
                )
            await gate.settled()
            whole = time.perf_counter() - begin
            if sum(len(phone.received) for phone in phones) != 2 * count:
                raise RuntimeError("A push has not arrived.")
        return 1_000 * statistics.median(spent), count / whole

    return asyncio.run(both())


def country_time(runs: int = 1_000) -> float:
    """So many runs of 15 million users over 120 days, as cohorts: the quickest of three, in ms."""
    from chokepoints.push.country import Assumptions, simulate

    spent = []
    for _ in range(3):
        begin = time.perf_counter()
        simulate(Assumptions(), runs)
        spent.append(time.perf_counter() - begin)
    return 1_000 * min(spent)


def base_time(tries: int = 15) -> float:
    """A year of an app's 15 million users as cohorts, one run, its chances worked out anew: the quickest, in ms."""
    from chokepoints.store.base import Assumptions, Lever
    from chokepoints.store.base_runs import simulate

    spent = []
    for seed in range(tries):
        begin = time.perf_counter()
        simulate(Assumptions(lever=Lever.DELIST), 1, seed)
        spent.append(time.perf_counter() - begin)
    return 1_000 * min(spent)


@contextmanager
def _answers_elsewhere() -> Iterator[None]:
    """The learner's own answers stay as they are."""
    before = os.environ.get("CHOKEPOINTS_ANSWERS")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHOKEPOINTS_ANSWERS"] = str(Path(folder) / "answers.json")
        try:
            yield
        finally:
            os.environ.pop("CHOKEPOINTS_ANSWERS")
            if before is not None:
                os.environ["CHOKEPOINTS_ANSWERS"] = before


#: What is measured, how, how it is written, and what it should stay below.
MEASUREMENTS: tuple[tuple[str, Callable[[], float], str, str], ...] = (
    ("`import chokepoints`, beyond the bare interpreter", import_time, "{:.3f} s", "0.1 s"),
    ("a room's panels, beyond matplotlib and ipywidgets", panels_time, "{:.3f} s", "0.2 s"),
    ("a kernel that shows the first panel, resident", kernel_memory, "{:.0f} MB", "150 MB"),
    ("lesson 00, three editions, executed twice each", build_time, "{:.1f} s", "20 s"),
    (
        "a request through the filtering provider, beside one without it",
        provider_cost,
        "{:.1f} times",
        "2 times + 5 ms",
    ),
    ("a million addresses looked up by numpy, beside a plain loop", lookup_ratio, "{:.0f} times quicker", ""),
    ("a push through the gateway by aioapns, median", lambda: pushes()[0], "{:.2f} ms", "2 ms"),
    ("pushes a second, a hundred at a time, one process", lambda: pushes()[1], "{:,.0f}", "1,000 at least"),
    ("1,000 runs of a country of 15 million over 120 days", country_time, "{:.0f} ms", "100 ms"),
    ("a year of an app's 15 million users, by cohorts, one run", base_time, "{:.1f} ms", "10 ms"),
    ("the environment on disk, with the authors' packages where installed", environment_size, "{:.0f} MB", ""),
)


def machine() -> str:
    """The machine in a few words, and the date."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, {datetime.now(UTC):%Y-%m-%d}"


def main() -> None:
    """Print the table, a line as soon as it is known."""
    print(f"{machine()}; an import is the median processor time of {TRIES} fresh interpreters.\n")
    print("| what | measured | at most |\n|---|---|---|")
    for what, measure, form, most in MEASUREMENTS:
        try:
            found = form.format(measure())
        except (RuntimeError, subprocess.CalledProcessError) as error:
            found = f"failed: {error}"
        print(f"| {what} | {found} | {most} |", flush=True)


if __name__ == "__main__":
    main()
