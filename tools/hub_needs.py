"""From the measured class to what a class of any size needs: memory, cores, disk, and a hub's limits.

`python tools/hub_needs.py` renews the tables of teaching/hub/README.md and the numbers of the configurations beside it
from the measured block that stands there; `python tools/hub_needs.py FILE` first takes the block from that file, as
`make hubbench > FILE` wrote it. Estimates: each of them shows its arithmetic, and rests on what `Assumed` assumes.
"""

import math
import sys
from dataclasses import dataclass
from pathlib import Path

from hub_table import BEGIN, END, Measured, inside, line, parse

from chokepoints.errors import KitError

ROOT = Path(__file__).parents[1]
NEEDS = ("<!-- needs: written by tools/hub_needs.py -->", "<!-- end of needs -->")
CLASSES = (30, 300)
#: Bytes of a mebibyte over those of a megabyte: JupyterHub reads 512M as mebibytes, the measurements are in megabytes.
MIB = 2**20 / 10**6


@dataclass(frozen=True)
class Assumed:
    """What is taken for granted.

    `together`: the share of a class that presses start in the same moment. `wait`: after how many seconds the last of
    them should have run the last cell. `kernels`: notebooks that a learner keeps open, the lesson and its exercises.
    `most_kernels`: with how many a learner must still not be stopped. `headroom`: what is added to everything, as The
    Littlest JupyterHub recommends 20 to 40 % for memory. `system_mb` and `system_disk_mb`: the operating system with
    the hub's own programs. `homes`: how often its first day's size a learner's home may grow to.
    """

    together: float = 0.5
    wait: float = 30.0
    kernels: int = 2
    most_kernels: int = 4
    headroom: float = 1.3
    system_mb: float = 1000.0
    system_disk_mb: float = 10_000.0
    homes: float = 10.0


@dataclass(frozen=True)
class Node:
    """A machine of a cluster: its cores and memory (GB) that pods can have, after what Kubernetes keeps for itself."""

    cores: float = 7.5
    memory_gb: float = 28.0


@dataclass(frozen=True)
class Needs:
    """What a class needs in all: cores, memory and disk in GB (10**9 bytes), each with its arithmetic.

    `at_once` is how many may press start in the same moment. Beyond that the hub itself is too slow, whatever the
    machine: it is one process, and so is its proxy. `nodes` is how many machines of a cluster hold the class.
    """

    learners: int
    at_once: int
    cores: int
    memory_gb: int
    disk_gb: int
    nodes: int
    arithmetic: tuple[str, ...]


ASSUMED, NODE = Assumed(), Node()


@dataclass(frozen=True)
class Limits:
    """What a hub's configuration says of one learner: memory in MiB, processor in cores."""

    memory: int
    memory_guarantee: int
    cpu: float
    cpu_guarantee: float
    a_node: int


def of_one(measured: Measured, kernels: int) -> float:
    """Memory of one learner with so many kernels, in MB: the largest that any class measured."""
    return max(row.server_mb + kernels * row.kernel_mb for row in measured.rows)


def cpu_of_one(measured: Measured) -> float:
    """Processor time of one start, the hub's and the proxy's part too, in s: the largest of any class measured."""
    return max(row.cpu + row.hub_cpu + row.proxy_cpu for row in measured.rows)


def busiest(measured: Measured) -> float:
    """Processor time that one start takes of the hub or of its proxy, whichever takes more, in s."""
    return max(max(row.hub_cpu, row.proxy_cpu) for row in measured.rows)


def needs(learners: int, measured: Measured, assumed: Assumed = ASSUMED, node: Node = NODE) -> Needs:
    """What a class of so many learners needs. Raises KitError for what no machine can do."""
    if learners < 1:
        raise KitError(f"A class of {learners} was asked for; it should be 1 or more.")
    fastest = min(row.done[0] for row in measured.rows)
    if assumed.wait < fastest:
        raise KitError(
            f"A wait of {assumed.wait:g} s was asked for; one learner alone waits {fastest:g} s, whatever the machine."
        )
    starting, cpu, slowest = math.ceil(learners * assumed.together), cpu_of_one(measured), busiest(measured)
    at_once = min(starting, int(assumed.wait / slowest))
    cores = at_once * cpu * assumed.headroom / assumed.wait
    one = of_one(measured, assumed.kernels)
    memory = (learners * one + measured.hub_mb + assumed.system_mb) * assumed.headroom / 1000
    home = measured.home_mb * assumed.homes
    disk = (learners * home + measured.environment_mb + assumed.system_disk_mb) * assumed.headroom / 1000
    a_node = limits(measured, assumed, node).a_node
    nodes = math.ceil(learners / a_node)
    more = f"× {assumed.headroom:g}"
    steps = (
        f"at once: {starting} of {learners}, at most {assumed.wait:g} s / {slowest:.2f} s of hub or proxy = {at_once}",
        f"cores: {at_once} × {cpu:.1f} s {more} / {assumed.wait:g} s = {cores:.1f}, at least 2",
        f"memory: ({learners} × {one:.0f} MB + {measured.hub_mb:.0f} MB for the hub + {assumed.system_mb:.0f} MB for "
        f"the system) {more} = {memory:.1f} GB",
        f"disk: ({learners} × {home:.1f} MB + {measured.environment_mb:.0f} MB of packages + "
        f"{assumed.system_disk_mb:.0f} MB for the system) {more} = {disk:.1f} GB",
        f"machines of a cluster: {learners} / {a_node} on each = {nodes}",
    )
    return Needs(learners, at_once, max(2, math.ceil(cores)), math.ceil(memory), math.ceil(disk), nodes, steps)


def limits(measured: Measured, assumed: Assumed = ASSUMED, node: Node = NODE) -> Limits:
    """The limits of one learner: what stops an accident and nobody who works; and what a cluster sets aside."""
    memory = _up(of_one(measured, assumed.most_kernels) * assumed.headroom / MIB, 256)
    guarantee = _up(of_one(measured, assumed.kernels) / MIB, 32)
    cpu = math.ceil(100 * assumed.together * cpu_of_one(measured) * assumed.headroom / assumed.wait) / 100
    # The chart hands the guarantee on to placeholders as Kubernetes reads it, in megabytes; learners get mebibytes.
    a_node = min(int(node.cores / cpu), int(node.memory_gb * 1000 / (guarantee * MIB)))
    if a_node < 1:
        raise KitError(f"No learner fits a machine of {node.cores:g} cores and {node.memory_gb:g} GB.")
    return Limits(memory, guarantee, 1.0, cpu, a_node)


def _up(value: float, step: int) -> int:
    return math.ceil(value / step) * step


def tables(measured: Measured, assumed: Assumed = ASSUMED, node: Node = NODE) -> str:
    """The table of needs in Markdown, the assumptions before it and the arithmetic after it."""
    lines = [
        f"Assumed: {assumed.together:.0%} of a class press start in the same moment, and the last of them should see "
        f"the last cell done after {assumed.wait:g} s; a learner keeps {assumed.kernels} notebooks open; homes grow to "
        f"{assumed.homes:g} times their first day's size; {assumed.headroom - 1:.0%} are added to everything. A "
        f"machine of a cluster gives {node.cores:g} cores and {node.memory_gb:g} GB to learners.",
        "",
        line(["class", "may start at once", "cores", "memory, GB", "disk, GB", "or machines of a cluster"]),
        line(["---"] * 6),
    ]
    found = [needs(learners, measured, assumed, node) for learners in CLASSES]
    for need in found:
        numbers = (need.learners, need.at_once, need.cores, need.memory_gb, need.disk_gb, need.nodes)
        lines.append(line(list(map(str, numbers))))
    for need in found:
        lines += ["", f"For {need.learners}:", "", *(f"- {step}" for step in need.arithmetic)]
    limit = limits(measured, assumed, node)
    lines += [
        "",
        f"One learner is stopped at {limit.memory}M of memory ({assumed.most_kernels} notebooks open, with headroom) "
        f"and gets at most {limit.cpu:g} core; a cluster sets {limit.memory_guarantee}M and {limit.cpu_guarantee:g} "
        "cores aside.",
    ]
    return "\n".join(lines) + "\n"


def replaced(text: str, marks: tuple[str, str], new: str) -> str:
    """The text with what stands between two marker lines replaced, a blank line before and after it."""
    old = inside(text, *marks)
    return text.replace(f"{marks[0]}\n{old}{marks[1]}", f"{marks[0]}\n\n{new}\n{marks[1]}")


def settings(limit: Limits) -> dict[str, dict[str, str]]:
    """By file below teaching/hub/: what stands on the line that ends in `# needs: NAME`, by that name."""
    return {
        "tljh/config.yaml": {"memory": f"{limit.memory}M", "cpu": f"{limit.cpu:g}"},
        "z2jh/values.yaml": {
            "memory": f"{limit.memory}M",
            "memory_guarantee": f"{limit.memory_guarantee}M",
            "cpu": f"{limit.cpu:g}",
            "cpu_guarantee": f"{limit.cpu_guarantee:g}",
            "a_node": f"{limit.a_node}",
        },
    }


def configured(text: str, wanted: dict[str, str]) -> str:
    """A configuration with its marked numbers set. Raises KitError where a mark stands not exactly once."""
    lines = text.splitlines(keepends=True)
    for name, value in wanted.items():
        mark = f"# needs: {name}\n"
        places = [number for number, found in enumerate(lines) if found.endswith(mark)]
        if len(places) != 1:
            raise KitError(f"One line should end in {mark.strip()!r}; {len(places)} do.")
        key = lines[places[0]].partition(":")[0]
        lines[places[0]] = f"{key}: {value}  {mark}"
    return "".join(lines)


def written(folder: Path, measured: str = "") -> dict[Path, str]:
    """Every file below teaching/hub/ that follows from the measurements, as it should be.

    `measured` is a text with a new block. Raises KitError where a marker is missing or the block cannot be read.
    """
    readme = (folder / "README.md").read_text(encoding="utf-8")
    if measured:
        readme = replaced(readme, (BEGIN, END), inside(measured).strip() + "\n")
    found = parse(readme)
    files = {folder / "README.md": replaced(readme, NEEDS, tables(found))}
    for name, wanted in settings(limits(found)).items():
        files[folder / name] = configured((folder / name).read_text(encoding="utf-8"), wanted)
    return files


def main() -> None:
    """Renew what follows from the measurements."""
    try:
        new = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else ""
        for path, text in written(ROOT / "teaching" / "hub", new).items():
            changed = path.read_text(encoding="utf-8") != text
            path.write_text(text, encoding="utf-8")
            print(f"{path.relative_to(ROOT)}: {'written' if changed else 'unchanged'}")
    except (KitError, OSError) as error:
        sys.exit(f"hub_needs: {error}")


if __name__ == "__main__":
    main()
