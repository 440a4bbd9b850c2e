"""The installed base: who has an app, who can get it, and what the model of both takes for granted.

People who want the app are counted in cohorts: platform, storefront of the account, channel, version of the app and of
the system. Each day a person may get a new phone, delete the app, stop wanting it, renew the system or the app, or
try to install it; a store may delist the app in one storefront, or freeze its updates in all. `base_day` holds the
chances of a day, `base_mean` the exact mean, `base_runs` runs by lot, `base_users` each person alone.

No run predicts 2018: no ruling had the app delisted, and its audience grew. Each assumption is named in `Assumptions`
with its source, or as assumed.
"""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from chokepoints.errors import KitError


class Platform(StrEnum):
    """The system of a phone, and so the store on it."""

    IOS = "iOS"
    ANDROID = "Android"


class Storefront(StrEnum):
    """The country of a person's account with the store, wherever the person is."""

    INSIDE = "the storefront at issue"
    ELSEWHERE = "other storefronts"


class Channel(StrEnum):
    """Where the app on a phone came from."""

    STORE = "own storefront"
    MOVED = "another storefront"
    SIDELOADED = "side-loaded"
    MARKETPLACE = "another marketplace"
    WEB = "web version"


class Version(StrEnum):
    """The app's version: the newest that its maker has made, an older one, or one that the system has broken."""

    NEWEST = "newest"
    OLDER = "older"
    BROKEN = "broken"


class System(StrEnum):
    """The version of the system: as at the start, or the next one."""

    OLD = "old"
    NEW = "new"


class Lost(StrEnum):
    """Why a person who wants the app cannot use it, or no longer wants it; a person has one reason at a time."""

    NEWCOMER = "came too late to install it"
    PHONE = "new phone, app not on it"
    BROKEN = "broken by a system update"
    DELETED = "deleted, not got again"
    NO_WAY = "has it, no way round the block"
    LEFT = "left of their own will"


class Lever(StrEnum):
    """What the store does."""

    NOTHING = "nothing"
    DELIST = "delist in one storefront"
    FREEZE = "freeze updates everywhere"
    BOTH = "both"

    @property
    def delists(self) -> bool:
        """Whether accounts of the storefront at issue can no longer find, install or update the app."""
        return self in (Lever.DELIST, Lever.BOTH)

    @property
    def freezes(self) -> bool:
        """Whether no update passes review, in any storefront; the last version stays on offer."""
        return self in (Lever.FREEZE, Lever.BOTH)


class Stores(StrEnum):
    """Which store pulls the lever."""

    BOTH = "both stores"
    APPLE = "Apple alone"
    GOOGLE = "Google alone"

    def acts_on(self, platform: Platform) -> bool:
        """Whether the store of this platform pulls the lever."""
        return self is Stores.BOTH or (self is Stores.APPLE) == (platform is Platform.IOS)


class Again(StrEnum):
    """Who gets a delisted app again from the store: sources differ, and for one storefront alone none was found."""

    NEVER = "nobody"
    RESTORE = "who restores a backup"
    ALWAYS = "every account that once had it"


#: What each assumption rests on: facts by their slugs, or "assumed".
BASIS = {
    "users": "aud-15m",
    "days": "assumed",
    "start": "block-begins",
    "lever": "what the letter asked, and what the founder said was done: apple-letter, durov-31may",
    "lever_from": "the first public demand: apple-request-1; updates were held from mid-April: durov-31may",
    "lever_until": "none; in 2018 the hold on updates ended on 1 June: update-approved",
    "stores": "in 2018 Apple's updates alone were held: durov-31may",
    "ios_share": "assumed; of an undated relay: ios-ru-bloomberg-ios; figures of 2017 and 2020 suggest 10 to 30 "
    "percent: android-ru-deloitte-2017, iphone-ru-mts-2020, iphone-ru-mts-2020-smartphones",
    "inside_share": "assumed",
    "older_share": "assumed",
    "newcomers_per_year": "assumed; reach grew by 40 percent in 2018: aud-romir-2018",
    "installs_daily": "assumed",
    "replaced_per_year": "a phone served 30 months on average: phone-service-mts-2018",
    "restored": "assumed",
    "again": "assumed; sources differ: fortnite-not-again, backup-holds-no-apps, delisted-got-again",
    "deleted_per_year": "assumed",
    "leaving_per_year": "assumed",
    "back_per_year": "assumed",
    "release_every": "assumed",
    "automatic_daily": "assumed, between one developer's two days: app-upgrade-blog-day3, app-upgrade-blog-day14",
    "by_hand_daily": "a 93rd of the automatic ones: as-updates-auto, as-updates-auto-manual",
    "sideload_updates_daily": "assumed",
    "system_released": "of iOS 12: ios-12-release",
    "ios_system_daily": "half of all devices after 23 days: ios12-adoption-2018-10-10",
    "android_system_daily": "a seventh of all devices after a year: oreo-adoption-2018-08-31",
    "breaks": "assumed",
    "sideload_share": "assumed",
    "moved_share": "assumed",
    "marketplaces_open": "closed in 2018; open in the European Union since 2024: dma-live; in Japan since December "
    "2025: japan-msca, notarization-japan",
    "marketplace_share": "assumed",
    "web_share": "assumed",
    "network_blocks": "the block of 2018 let most users through: see lesson 03",
    "vpn_delisted": "as in 2024: vpn-ru-25, vpn-ru-98",
    "ways_share": "assumed",
    "way_found_daily": "assumed",
    "way_lost_per_year": "assumed",
}

_LIMITS: dict[str, tuple[float, float]] = {
    "users": (1, 1_000_000_000),
    "days": (1, 4_000),
    "release_every": (1, 4_000),
    "newcomers_per_year": (0, 10),
    "replaced_per_year": (0, 50),
    "deleted_per_year": (0, 50),
    "leaving_per_year": (0, 50),
    "back_per_year": (0, 50),
    "way_lost_per_year": (0, 50),
}
_KINDS: dict[str, type] = {
    "lever": Lever,
    "stores": Stores,
    "again": Again,
    "start": date,
    "lever_from": date,
    "system_released": date,
}
_SWITCHES = ("marketplaces_open", "network_blocks", "vpn_delisted")


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the model takes for granted. Raises KitError, which names the field, for what cannot be.

    `users`: people who have the app at the `start`. `days`: how long it goes on.
    `lever`: what the store does from `lever_from`, one of the days, until the day before `lever_until` (none: for
    good); `stores`: which store. `ios_share`, `inside_share`, `older_share`: shares of the users with an iPhone, with
    an account of the storefront at issue, with an older version at the start.
    `newcomers_per_year`: people who begin to want the app, as a share of the users at the start, evenly over the days.
    `installs_daily`: the chance that one who wants the app and can have it installs it on a day.
    `replaced_per_year`: new phones a person. `restored`: share of them set up from a backup; for the rest the person
    installs the app by hand. `again`: who gets a delisted app from the store a second time.
    `deleted_per_year`: how often a person deletes or loses the app and wants it back; `leaving_per_year`: leaves of
    their own will; `back_per_year`: one who left wants it again.
    `release_every`: days between two versions of the app. `automatic_daily`, `by_hand_daily`: chances that an older
    version is renewed on a day; `sideload_updates_daily`: the same for a side-loaded one.
    `system_released`: day of a new system, for which the maker has a new version ready; `ios_system_daily` and
    `android_system_daily`: chances that a phone takes it on a day; a phone that is new by then comes with it.
    Who installs the app for the first time, or again on the phone of before, has the old system even after that day.
    `breaks`: the chance that it breaks a version that is not the newest, for each person alone.
    Where the store is shut, so many of those who have no other way know one: `sideload_share` (Android), `moved_share`
    (an account of another storefront), `marketplace_share` (iOS, if `marketplaces_open`), `web_share`.
    `network_blocks`: the messenger's addresses are blocked, and so many have a way round: `ways_share` at the start;
    the others find one with `way_found_daily`, unless the same stores, on the same days as their lever and even if that
    is `Lever.NOTHING`, have `vpn_delisted`: taken VPN apps from accounts of the storefront at issue. A way is lost
    `way_lost_per_year` times.
    Rates a year become chances a day by a 365th. On one day at most one of all these things happens to a person.
    """

    users: int = 15_000_000
    days: int = 365
    start: date = date(2018, 4, 16)
    lever: Lever = Lever.NOTHING
    lever_from: date = date(2018, 4, 17)
    lever_until: date | None = None
    stores: Stores = Stores.BOTH
    ios_share: float = 0.26
    inside_share: float = 1.0
    older_share: float = 0.2
    newcomers_per_year: float = 0.4
    installs_daily: float = 0.5
    replaced_per_year: float = 0.4
    restored: float = 0.5
    again: Again = Again.RESTORE
    deleted_per_year: float = 0.1
    leaving_per_year: float = 0.1
    back_per_year: float = 0.2
    release_every: int = 25
    automatic_daily: float = 0.2
    by_hand_daily: float = 0.2 / 93.5
    sideload_updates_daily: float = 0.05
    system_released: date = date(2018, 9, 17)
    ios_system_daily: float = 0.03
    android_system_daily: float = 0.00042
    breaks: float = 0.1
    sideload_share: float = 0.2
    moved_share: float = 0.0
    marketplaces_open: bool = False
    marketplace_share: float = 0.2
    web_share: float = 0.0
    network_blocks: bool = False
    vpn_delisted: bool = False
    ways_share: float = 0.8
    way_found_daily: float = 0.02
    way_lost_per_year: float = 0.5

    def __post_init__(self) -> None:
        for field in fields(self):
            _check(field.name, getattr(self, field.name), field.type is int)
        if self.lever_from < self.start:
            raise KitError(f"lever_from, {self.lever_from}, lies before start, {self.start}; give that day or a later.")
        if self.pulls and (late := self.day_of(self.lever_from)) >= self.days:
            words = f"lever_from, {self.lever_from}, is day {late + 1:,} from start on, but days is {self.days:,}"
            raise KitError(f"{words}: the store would never do it. Give more days, or an earlier day.")
        if self.lever_until is not None and self.lever_until <= self.lever_from:
            raise KitError(
                f"lever_until, {self.lever_until}, must be later than lever_from, {self.lever_from}; None is for good."
            )
        for platform, own in ((Platform.IOS, "marketplace_share"), (Platform.ANDROID, "sideload_share")):
            if sum(self.other_ways(platform, Storefront.INSIDE).values()) > 1 + 1e-9:
                raise KitError(f"{own}, moved_share and web_share are shares of the same people: at most 1 in all.")

    def other_ways(self, platform: Platform, storefront: Storefront) -> dict[Channel, float]:
        """What share of people would take which other channel where the store is shut; empty ones are left out."""
        own = Channel.MARKETPLACE if platform is Platform.IOS else Channel.SIDELOADED
        share = self.marketplace_share * self.marketplaces_open if platform is Platform.IOS else self.sideload_share
        moved = self.moved_share if storefront is Storefront.INSIDE else 0.0
        found = {own: share, Channel.MOVED: moved, Channel.WEB: self.web_share}
        return {channel: part for channel, part in found.items() if part > 0}

    @property
    def pulls(self) -> bool:
        """Whether a store does anything: pulls the lever, or delists VPN apps under a block."""
        return self.lever is not Lever.NOTHING or (self.network_blocks and self.vpn_delisted)

    def day_of(self, day: date) -> int:
        """The number of midnights from the start until this day begins."""
        return (day - self.start).days

    def releases(self) -> frozenset[int]:
        """The days (1 is the first) on which the maker has a new version ready."""
        regular = range(self.release_every, self.days + 1, self.release_every)
        return frozenset(regular) | ({self.day_of(self.system_released) + 1} & set(range(1, self.days + 1)))


def _check(name: str, value: object, whole: bool) -> None:
    """Raises KitError for a value that the field cannot take."""
    if name in _SWITCHES:
        if not isinstance(value, bool):
            raise KitError(f"{name} is True or False, not {value!r}.")
        return
    if name == "lever_until":
        if value is not None and type(value) is not date:
            raise KitError(f"lever_until is None or a date such as date(2018, 6, 1), not {value!r}.")
        return
    kind = _KINDS.get(name)
    if kind is date:
        if type(value) is not date:  # a datetime is a date to Python, and cannot be compared with one
            raise KitError(f"{name} is a date such as date(2018, 4, 17), not {value!r}.")
    elif kind is not None:
        if not isinstance(value, kind):
            names = ", ".join(f"{kind.__name__}.{one.name}" for one in kind)  # type: ignore[attr-defined]
            raise KitError(f"{name} is one of {names}, not {value!r}.")
    else:
        low, high = _LIMITS.get(name, (0, 1))
        right, words = (int, "a whole number") if whole else (int | float, "a number")
        if not isinstance(value, right) or isinstance(value, bool) or not low <= value <= high:
            raise KitError(f"{name} is {words} from {low:,} to {high:,}, not {value!r}.")
