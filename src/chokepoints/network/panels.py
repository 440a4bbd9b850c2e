"""The panels of the room `network`."""

from chokepoints.network.panel_ranges import named_ranges
from chokepoints.network.panel_trade_off import what_a_block_costs

__all__ = ["named_ranges", "what_a_block_costs"]
