"""Chokepoints: a teaching kit on platform regulation.

Importing the package sets the socket guard, so every kernel that runs a cell of the kit stays on this machine.
"""

from chokepoints.loopback.guard import stand_guard

__version__ = "0.1.0"

#: Where the repository is published, as "owner/name" on GitHub. Feeds every Binder badge (`make build`).
REPOSITORY = ""

stand_guard()
