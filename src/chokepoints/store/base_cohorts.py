"""Cohorts of the installed base: how many people are alike at the start, and what other way each of them knows."""

from collections.abc import Iterable
from dataclasses import dataclass

from chokepoints.errors import KitError
from chokepoints.store.base import Assumptions, Channel, Platform, Storefront, System, Version
from chokepoints.store.base_doors import assumptions_of

#: What a cohort is told by, and the kind of each.
_PARTS = {"platform": Platform, "storefront": Storefront, "channel": Channel, "version": Version, "system": System}


@dataclass(frozen=True, slots=True)
class Cohort:
    """So many `people` who are alike. Raises KitError, which names the field, for a cohort that cannot be."""

    platform: Platform
    storefront: Storefront
    channel: Channel
    version: Version
    system: System
    people: int

    def __post_init__(self) -> None:
        for name, kind in _PARTS.items():
            if not isinstance(getattr(self, name), kind):
                names = ", ".join(f"{kind.__name__}.{one.name}" for one in kind)
                raise KitError(f"{name} of a cohort is one of {names}, not {getattr(self, name)!r}.")
        if isinstance(self.people, bool) or not isinstance(self.people, int) or not 0 <= self.people <= 10**9:
            raise KitError(f"people of a cohort is a whole number from 0 to 1,000,000,000, not {self.people!r}.")
        wrong = self._wrong()
        if wrong:
            raise KitError(wrong)

    def _wrong(self) -> str:
        """What does not go together in this cohort, or nothing."""
        if self.channel is Channel.SIDELOADED and self.platform is not Platform.ANDROID:
            return "channel of a cohort is Channel.SIDELOADED on Android alone; on iOS say Channel.MARKETPLACE."
        if self.channel is Channel.MARKETPLACE and self.platform is not Platform.IOS:
            return "channel of a cohort is Channel.MARKETPLACE on iOS alone; on Android say Channel.SIDELOADED."
        if self.channel is Channel.MOVED and self.storefront is not Storefront.INSIDE:
            return "channel of a cohort is Channel.MOVED for people of Storefront.INSIDE alone; say Channel.STORE."
        if self.channel is Channel.WEB and self.version is not Version.NEWEST:
            return "version of a cohort is Version.NEWEST where its channel is the web: a page is always the newest."
        if self.version is Version.BROKEN and self.system is not System.NEW:
            return "system of a cohort is System.NEW where its version is broken: the new system is what broke it."
        return ""

    @property
    def name(self) -> str:
        """The cohort in words, without its number of people."""
        return ", ".join(str(getattr(self, part)) for part in _PARTS)


def installed_base(assumptions: Assumptions) -> tuple[Cohort, ...]:
    """The cohorts at the start that the shares of the assumptions give, in whole people that add up to `users`.

    All have the app from their own store and the old system. Raises KitError for what is no Assumptions(...).
    """
    assumptions_of(assumptions)
    keys, parts = [], []
    for platform in Platform:
        for storefront in Storefront:
            for version in (Version.NEWEST, Version.OLDER):
                share = assumptions.ios_share if platform is Platform.IOS else 1 - assumptions.ios_share
                inside, older = assumptions.inside_share, assumptions.older_share
                share *= inside if storefront is Storefront.INSIDE else 1 - inside
                share *= older if version is Version.OLDER else 1 - older
                keys.append((platform, storefront, Channel.STORE, version, System.OLD))
                parts.append(share * assumptions.users)
    people = [int(part) for part in parts]
    short = assumptions.users - sum(people)  # the largest remainders are rounded up
    for place in sorted(range(len(parts)), key=lambda place: people[place] - parts[place])[:short]:
        people[place] += 1
    return tuple(Cohort(*key, number) for key, number in zip(keys, people, strict=True) if number)


def summed(assumptions: Assumptions, cohorts: Iterable[Cohort] | None) -> dict[Cohort, int]:
    """The cohorts, each once and in a fixed order, whatever the order given; None stands for `installed_base`.

    The keys hold one person, the values the number of people. Raises KitError where there is nobody, where the store
    is to delist and no cohort has an account of the storefront at issue, and for a wrong kind.
    """
    assumptions_of(assumptions)
    if cohorts is not None and (isinstance(cohorts, str | bytes | dict) or not isinstance(cohorts, Iterable)):
        raise KitError(f"cohorts is a list or tuple of Cohort(...) entries, or None, not {cohorts!r}.")
    given = installed_base(assumptions) if cohorts is None else tuple(cohorts)
    for cohort in given:
        if not isinstance(cohort, Cohort):
            raise KitError(f"cohorts holds Cohort(...) entries, such as installed_base(Assumptions()), not {cohort!r}.")
    if not sum(cohort.people for cohort in given):
        raise KitError("cohorts is empty: there is nobody to follow. Give at least one cohort with people in it.")
    inside = any(cohort.people for cohort in given if cohort.storefront is Storefront.INSIDE)
    meant = cohorts is None and assumptions.inside_share > 0  # of a few people the share may round to nobody
    if assumptions.lever.delists and not inside and not meant:
        raise KitError(
            "cohorts has nobody with storefront Storefront.INSIDE, where the app is delisted: give such a cohort, or "
            "another lever."
        )
    found: dict[Cohort, int] = {}
    for cohort in given:
        if cohort.people:
            key = Cohort(cohort.platform, cohort.storefront, cohort.channel, cohort.version, cohort.system, 1)
            found[key] = found.get(key, 0) + cohort.people
    return dict(sorted(found.items(), key=lambda item: item[0].name))
