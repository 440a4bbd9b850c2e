"""The panels of the room `push`."""

from chokepoints.push.panel_country import push_in_a_country
from chokepoints.push.panel_polling import push_or_polling
from chokepoints.push.panel_records import records_asked
from chokepoints.push.panel_traffic import matched_by_time

__all__ = ["matched_by_time", "push_in_a_country", "push_or_polling", "records_asked"]
