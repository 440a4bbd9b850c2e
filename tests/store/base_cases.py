"""Cases of the installed base that go through every lever and way, with chances large enough to be felt in 120 days."""

from dataclasses import replace
from datetime import date

from chokepoints.store.base import Again, Assumptions, Channel, Lever, Platform, Storefront, Stores, System, Version
from chokepoints.store.base_cohorts import Cohort

#: Every channel, storefront and platform, a block with VPN apps delisted, both levers: the most there is to draw.
WORST = Assumptions(
    lever=Lever.BOTH,
    inside_share=0.5,
    moved_share=0.1,
    marketplaces_open=True,
    web_share=0.1,
    network_blocks=True,
    vpn_delisted=True,
)
#: Everything happens often, in both storefronts, on both platforms, under a block.
HARD = Assumptions(
    days=120,
    inside_share=0.7,
    ios_share=0.4,
    older_share=0.3,
    replaced_per_year=2.0,
    deleted_per_year=1.0,
    leaving_per_year=0.8,
    back_per_year=2.0,
    system_released=date(2018, 6, 10),
    android_system_daily=0.02,
    breaks=0.5,
    moved_share=0.1,
    marketplaces_open=True,
    web_share=0.1,
    network_blocks=True,
    vpn_delisted=True,
)
CASES = {
    "as assumed": Assumptions(days=200),
    "delisted": Assumptions(days=200, lever=Lever.DELIST),
    "frozen": Assumptions(days=200, lever=Lever.FREEZE, moved_share=0.1),
    "hard, both": replace(HARD, lever=Lever.BOTH),
    "hard, frozen by Apple for a while": replace(
        HARD, lever=Lever.FREEZE, stores=Stores.APPLE, lever_until=date(2018, 7, 1)
    ),
    "hard, delisted for a while, got again": replace(
        HARD, lever=Lever.DELIST, again=Again.ALWAYS, lever_from=date(2018, 5, 5), lever_until=date(2018, 7, 20)
    ),
    "hard, both by Google, never again": replace(HARD, lever=Lever.BOTH, again=Again.NEVER, stores=Stores.GOOGLE),
    "hard, system out before the start": replace(HARD, lever=Lever.BOTH, system_released=date(2018, 3, 29)),
    "hard, nothing": HARD,
    "several things might happen on each day": replace(
        HARD,
        days=40,
        lever=Lever.FREEZE,
        replaced_per_year=50,
        deleted_per_year=50,
        leaving_per_year=50,
        back_per_year=50,
        ios_system_daily=0.5,
        android_system_daily=0.5,
        system_released=date(2018, 4, 25),
        release_every=5,
        sideload_updates_daily=0.9,
    ),
}


def mixed(people: int = 10_000) -> tuple[Cohort, ...]:
    """A cohort of every kind that can be."""
    inside, elsewhere, old, new = Storefront.INSIDE, Storefront.ELSEWHERE, System.OLD, System.NEW
    return (
        Cohort(Platform.IOS, inside, Channel.STORE, Version.NEWEST, old, people),
        Cohort(Platform.IOS, inside, Channel.STORE, Version.BROKEN, new, people // 2),
        Cohort(Platform.IOS, inside, Channel.MOVED, Version.OLDER, new, people // 3),
        Cohort(Platform.IOS, elsewhere, Channel.MARKETPLACE, Version.OLDER, old, people // 4),
        Cohort(Platform.ANDROID, inside, Channel.SIDELOADED, Version.OLDER, old, people // 2),
        Cohort(Platform.ANDROID, inside, Channel.SIDELOADED, Version.BROKEN, new, people // 5),
        Cohort(Platform.ANDROID, elsewhere, Channel.STORE, Version.NEWEST, new, people),
        Cohort(Platform.ANDROID, elsewhere, Channel.WEB, Version.NEWEST, new, people // 3),
    )
