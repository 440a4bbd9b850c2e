"""The panels of the room `enforcement`."""

from chokepoints.enforcement.panel_experiment import as_picture

__all__ = ["as_picture"]
