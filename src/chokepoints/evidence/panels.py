"""The panels of the room `evidence`, one module each."""

from chokepoints.evidence.panel_blocked import blocked_addresses
from chokepoints.evidence.panel_claims import fifteen_statements
from chokepoints.evidence.panel_powers import who_can_do_what
from chokepoints.evidence.panel_spread import disagreeing_figures
from chokepoints.evidence.panel_timeline import timeline

__all__ = ["blocked_addresses", "disagreeing_figures", "fifteen_statements", "timeline", "who_can_do_what"]
