"""The panels of the room `store`."""

from chokepoints.store.panel_adoption import adoption_curves
from chokepoints.store.panel_audience import audience
from chokepoints.store.panel_base import who_can_still_use_it
from chokepoints.store.panel_directions import other_directions
from chokepoints.store.panel_freeze import the_freeze
from chokepoints.store.panel_half_life import half_life
from chokepoints.store.panel_removals import removals_by_country
from chokepoints.store.panel_storefront import at_the_store
from chokepoints.store.panel_vpn_apps import vpn_apps_of_2024

__all__ = [
    "adoption_curves",
    "at_the_store",
    "audience",
    "half_life",
    "other_directions",
    "removals_by_country",
    "the_freeze",
    "vpn_apps_of_2024",
    "who_can_still_use_it",
]
