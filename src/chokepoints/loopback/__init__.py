"""Room `loopback`: everything the kit runs stays on this machine."""

from chokepoints.loopback.guard import Refused, stand_guard
from chokepoints.loopback.reach import reach

__all__ = ["Refused", "reach", "stand_guard"]
