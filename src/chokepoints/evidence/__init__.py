"""Room `evidence`: the case's facts with their sources. No number enters the kit by another door."""

from chokepoints.evidence.facts import cite, fact, fact_slugs, published, quantities, source
from chokepoints.evidence.tables import table

__all__ = ["cite", "fact", "fact_slugs", "published", "quantities", "source", "table"]
