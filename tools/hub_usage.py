"""What the processes of a class take: memory, shared fairly, and processor time. Linux only."""

from dataclasses import dataclass

import psutil

from chokepoints.errors import KitError


@dataclass(frozen=True)
class Used:
    """A learner's share: memory of the server and of its kernels in MB (10**6 bytes), processor time of both in s."""

    server_mb: float
    kernel_mb: float
    cpu: float


def memory(process: psutil.Process) -> float:
    """Memory of one process in MB (10**6 bytes): its own, and its share of what it has in common with others (PSS).

    Summed over processes it is what they take together. Raises KitError where the system does not tell it.
    """
    full = process.memory_full_info()
    if not hasattr(full, "pss"):
        raise KitError("The memory of a class is measured on Linux only: other systems do not tell what is shared.")
    return float(full.pss) / 1e6


def processor(process: psutil.Process) -> float:
    """Processor time of one process and of its children that have ended, in s."""
    return float(sum(process.cpu_times()[:4]))


def used(pid: int) -> Used:
    """What a learner's server takes, and the kernels below it."""
    server = psutil.Process(pid)
    kernels = server.children(recursive=True)
    return Used(memory(server), sum(map(memory, kernels)), sum(map(processor, (server, *kernels))))


@dataclass(frozen=True)
class HubUsed:
    """The hub's and its proxy's share: memory of both in MB (10**6 bytes), processor time of each from its start, s."""

    mb: float
    hub_cpu: float
    proxy_cpu: float


def hub_used(hub: psutil.Process, servers: set[int]) -> HubUsed:
    """What the hub takes, and the proxy: all directly below the hub but the learners' servers."""
    proxies = [child for child in hub.children() if child.pid not in servers]
    # Without children that have ended: the hub's were learners' servers.
    hub_cpu, proxy_cpu = float(sum(hub.cpu_times()[:2])), sum(float(sum(one.cpu_times()[:2])) for one in proxies)
    return HubUsed(sum(map(memory, (hub, *proxies))), hub_cpu, proxy_cpu)


def available() -> float:
    """Memory of the whole machine that is still to be had, in MB (10**6 bytes)."""
    return float(psutil.virtual_memory().available) / 1e6
