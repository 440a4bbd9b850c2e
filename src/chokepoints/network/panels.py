"""The panels of the room `network`."""

from chokepoints.network.panel_channels import ways_to_learn
from chokepoints.network.panel_ranges import named_ranges
from chokepoints.network.panel_run import as_picture
from chokepoints.network.panel_status import who_says_blocked
from chokepoints.network.panel_trade_off import what_a_block_costs

__all__ = ["as_picture", "named_ranges", "ways_to_learn", "what_a_block_costs", "who_says_blocked"]
