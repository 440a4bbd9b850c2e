"""What a class costs, with a real JupyterHub on this machine: `make hubbench`.

So many learners press start in the same moment; each gets a server, fetches Lab's page, opens a lesson, runs every
cell and moves a slider. They are driven over the hub's HTTP and websocket interface, because ten browsers would measure
browsers; a second pass puts one of them at a real browser, whose recorded requests the others repeat. Every class gets
a new hub with new homes: a first day. Prints a block for teaching/hub/README.md and writes nothing else.
"""

import argparse
import asyncio
import json
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from bench import p95
from hub_learner import Learner, Waited
from hub_server import ROOT, Hub, running_hub
from hub_table import Measured, Row, block
from hub_usage import Used, available, hub_used, used
from measure import environment_size, machine
from tornado.httpclient import AsyncHTTPClient

from chokepoints.errors import KitError


@dataclass(frozen=True)
class Class:
    """One class that was held: what each learner waited (s) and used, each move (ms); the hub's and machine's share.

    `own_cpu` is the processor time of the measuring itself, in s: it competes with the class.
    """

    waited: tuple[Waited, ...]
    moves: tuple[float, ...]
    used: tuple[Used, ...]
    hub_mb: float
    hub_cpu: float
    proxy_cpu: float
    whole_mb: float
    home_mb: float
    own_cpu: float
    browser: Waited | None = None
    page: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What is measured: the notebook (its path below a home), moves of a slider, the recorded page, the browser."""

    notebook: str
    moves: int
    page: tuple[str, ...] = ()
    browser: Any = None


async def hold(hub: Hub, names: Sequence[str], plan: Plan, before_mb: float) -> Class:
    """Hold a class on a running hub; with a browser in the plan the first learner sits at it."""
    client = AsyncHTTPClient(force_instance=True, max_clients=20 * len(names), defaults={"decompress_response": False})
    learners = [Learner(hub.address, name, hub.token, client) for name in names]
    seated, driven = None, learners
    async with AsyncExitStack() as stack:
        if plan.browser is not None:
            from hub_browser import watched

            seated, driven = await stack.enter_async_context(watched(plan.browser, hub, names[0])), learners[1:]
        own, before = time.process_time(), hub_used(hub.process, set())
        at_browser, waited = await asyncio.gather(
            seated.open_and_run(plan.notebook) if seated else _nobody(),
            asyncio.gather(*(learner.open_and_run(plan.notebook, plan.page) for learner in driven)),
        )
        servers = [await _server(learner) for learner in learners]
        shares = [used(pid) for pid in servers]
        after = hub_used(hub.process, set(servers))
        whole_mb, own = (before_mb - available()) / len(names), time.process_time() - own
        # Not the browser's: from its key to its screen is another thing, and `make bench` measures it.
        moves = await asyncio.gather(*(learner.move(plan.moves) for learner in driven))
        home_mb = folder_size(hub.homes / names[-1])
        await asyncio.gather(*(learner.close() for learner in learners))
    client.close()
    return Class(
        waited=tuple(waited),
        moves=tuple(wait for one in moves for wait in one),
        used=tuple(shares),
        hub_mb=after.mb,
        hub_cpu=(after.hub_cpu - before.hub_cpu) / len(names),
        proxy_cpu=(after.proxy_cpu - before.proxy_cpu) / len(names),
        whole_mb=whole_mb,
        home_mb=home_mb,
        own_cpu=own,
        browser=at_browser[0] if at_browser else None,
        page=at_browser[1] if at_browser else (),
    )


async def _nobody() -> None:
    return None


async def _server(learner: Learner) -> int:
    """The process of a learner's server, by the hub's own books."""
    told = json.loads((await learner.ask("GET", f"/hub/api/users/{learner.name}")).body)
    return int(told["servers"][""]["state"]["pid"])


async def first_day(learners: int, plan: Plan) -> Class:
    """A new hub with new homes, and one class in it."""
    names = tuple(f"learner{number:02}" for number in range(1, learners + 1))
    before_mb = available()
    with tempfile.TemporaryDirectory(prefix="chokepoints-hub-") as folder, running_hub(Path(folder), names) as hub:
        return await hold(hub, names, plan, before_mb)


def folder_size(folder: Path) -> float:
    """What the files below a folder take, in MB (10**6 bytes)."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def row(learners: int, classes: Sequence[Class], browser: Sequence[Class]) -> Row:
    """Several classes of one size as a row of the table; `browser` are those with one learner at a browser."""
    waited = [one for held in classes for one in held.waited]
    shares = [one for held in classes for one in held.used]
    moves = [one for held in classes for one in held.moves]

    def pair(name: str) -> tuple[float, float]:
        values = [getattr(one, name) for one in waited]
        return statistics.median(values), max(values)

    return Row(
        learners=learners,
        server=pair("server"),
        page=pair("page"),
        kernel=pair("kernel"),
        done=pair("done"),
        browser=statistics.median(held.browser.done for held in browser if held.browser) if browser else None,
        move=(statistics.median(moves), p95(moves)),
        cpu=statistics.mean(one.cpu for one in shares),
        hub_cpu=statistics.mean(held.hub_cpu for held in classes),
        proxy_cpu=statistics.mean(held.proxy_cpu for held in classes),
        server_mb=statistics.mean(one.server_mb for one in shares),
        kernel_mb=statistics.mean(one.kernel_mb for one in shares),
    )


async def measure(sizes: Sequence[int], rounds: int, notebook: str, moves: int, with_browser: bool) -> Measured:
    """Hold every class and sum up."""
    rows, largest, notes = [], [], []
    async with AsyncExitStack() as stack:
        plain = Plan(notebook, moves)
        if with_browser:
            from hub_browser import running_browser

            browser = await stack.enter_async_context(running_browser())
            say("recording what a browser asks for")
            recorded = await first_day(1, Plan(notebook, moves, browser=browser))
            plain = Plan(notebook, moves, recorded.page)
            notes.append(f"Chromium {browser.version}, {len(recorded.page)} requests for a page")
        for size in sizes:
            held, seated = [], []
            for number in range(1, rounds + 1):
                say(f"{size} at once, round {number} of {rounds}")
                held.append(await first_day(size, plain))
                if with_browser:
                    say(f"{size} at once, one of them at a browser, round {number} of {rounds}")
                    seated.append(await first_day(size, Plan(notebook, moves, plain.page, browser)))
            rows.append(row(size, held, seated))
            largest = held
            load = statistics.mean(one.own_cpu for one in held) / size
            say(f"the measuring itself took {load:.1f} s of processor a learner")
    import jupyterhub

    notes = [
        f"JupyterHub {jupyterhub.__version__}",
        f"{Path(notebook).stem}, each class held {'once' if rounds == 1 else f'{rounds} times'}",
        *notes,
    ]
    return Measured(
        machine=f"{machine()}; {'; '.join(notes)}.",
        rows=tuple(rows),
        hub_mb=statistics.mean(one.hub_mb for one in largest),
        whole_mb=statistics.mean(one.whole_mb for one in largest),
        home_mb=statistics.mean(one.home_mb for one in largest),
        environment_mb=environment_size(),
    )


def say(words: str) -> None:
    """Progress, beside the block."""
    print(f"hubbench: {words}", file=sys.stderr, flush=True)


def notebook_of(lesson: str) -> str:
    """The path of a lesson's notebook, by its number. Raises KitError where there is none."""
    found = sorted((ROOT / "notebooks").glob(f"{lesson}_*.ipynb"))
    if len(found) != 1:
        raise KitError(f"There is no lesson {lesson} in notebooks/; give its number, such as 01 or 02b.")
    return f"notebooks/{found[0].name}"


def main() -> None:
    """Measure, print; stop everything that was started, also when it is interrupted."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--learners", type=int, nargs="+", default=[1, 5, 10], help="sizes of the classes")
    options.add_argument("--rounds", type=int, default=2, help="how often each class is held")
    options.add_argument("--moves", type=int, default=20, help="moves of a slider by each learner")
    options.add_argument("--lesson", default="01", help="its number, such as 01 or 02b")
    options.add_argument("--no-browser", action="store_true", help="without the pass in which one sits at a browser")
    given = options.parse_args()
    # So that an end from outside passes through every `with`, as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("hubbench: ended from outside; all that it started is stopped."))
    if min(given.learners) < 1 or given.rounds < 1 or given.moves < 2:
        sys.exit("hubbench: --learners and --rounds should be 1 or more, --moves 2 or more.")
    busy = psutil.cpu_percent(interval=1)
    if busy > 20:
        say(f"this machine is already busy ({busy:.0f} % of {os.cpu_count()} cores): the waits will be too long")
    try:
        notebook = notebook_of(given.lesson)
        found = asyncio.run(measure(given.learners, given.rounds, notebook, given.moves, not given.no_browser))
    except KitError as error:
        sys.exit(f"hubbench: {error}")
    except KeyboardInterrupt:
        sys.exit("hubbench: interrupted; all that it started is stopped.")
    print(block(found), end="")


if __name__ == "__main__":
    main()
