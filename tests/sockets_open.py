"""How many sockets this process has open: shared by the tests of all rooms that listen."""

import os
from contextlib import suppress
from pathlib import Path


def sockets() -> int | None:
    """How many sockets this process has open, where the system says it."""
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        return None
    links = []
    for entry in folder.iterdir():
        with suppress(OSError):  # the descriptor with which the folder itself was read
            links.append(os.readlink(entry))
    return sum(link.startswith("socket:") for link in links)
