"""What the model of the installed base takes for granted: limits, sources, days, cohorts."""

from dataclasses import asdict, fields, replace
from datetime import date, datetime

import pytest
from base_cases import mixed
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.evidence import fact, fact_slugs
from chokepoints.evidence.rows import Figure
from chokepoints.store.base import (
    BASIS,
    Again,
    Assumptions,
    Channel,
    Lever,
    Platform,
    Storefront,
    Stores,
    System,
    Version,
)
from chokepoints.store.base_cohorts import Cohort, installed_base, summed
from chokepoints.store.base_day import days


def number(slug: str) -> float:
    row = fact(slug)
    assert isinstance(row, Figure)
    assert row.low is not None
    return row.low


def test_each_assumption_has_its_basis() -> None:
    assert list(BASIS) == [field.name for field in fields(Assumptions)]
    named = {word.strip(",;:") for words in BASIS.values() for word in words.split()}
    slugs = {word for word in named if word.count("-") >= 1} - {"mid-April"}
    assert slugs <= fact_slugs(), slugs - fact_slugs()
    assert len(slugs) > 20


def test_what_rests_on_a_fact_is_that_fact() -> None:
    given = Assumptions()
    assert given.users == number("aud-15m")
    assert given.start == fact("block-begins").date_from
    assert given.lever_from == fact("apple-request-1").date_from
    assert given.system_released == fact("ios-12-release").date_from
    assert given.ios_share == number("ios-ru-bloomberg-ios") / 100
    assert given.newcomers_per_year == number("aud-romir-2018") / 100
    assert given.replaced_per_year == 12 / number("phone-service-mts-2018")
    assert given.automatic_daily / given.by_hand_daily == pytest.approx(
        number("as-updates-auto") / number("as-updates-auto-manual"), rel=0.001
    )
    half = fact("ios12-adoption-2018-10-10")
    assert half.date_from is not None
    days = (half.date_from - given.system_released).days
    assert days == 23
    assert 1 - (1 - given.ios_system_daily) ** days == pytest.approx(number(half.slug) / 100, abs=0.01)
    year = (date(2018, 8, 31) - date(2017, 8, 21)).days
    assert 1 - (1 - given.android_system_daily) ** year == pytest.approx(
        number("oreo-adoption-2018-08-31") / 100, abs=0.001
    )
    done = [1 - (1 - given.automatic_daily) ** days for days in (3, 14)]
    assert done[0] < number("app-upgrade-blog-day3") / 100
    assert done[1] > number("app-upgrade-blog-day14") / 100


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("users", 0, "a whole number from 1 to 1,000,000,000, not 0"),
        ("users", 1.5e7, "a whole number"),
        ("days", 4_001, "from 1 to 4,000"),
        ("days", True, "not True"),
        ("start", datetime(2018, 4, 16), "a date such as"),
        ("start", "2018-04-16", "a date such as"),
        ("lever", "both", "Lever.NOTHING, Lever.DELIST, Lever.FREEZE, Lever.BOTH, not 'both'"),
        ("lever_from", None, "a date such as"),
        ("lever_until", "2018-06-01", "None or a date"),
        ("lever_until", datetime(2018, 6, 1), "None or a date"),
        ("stores", Lever.BOTH, "Stores.BOTH, Stores.APPLE, Stores.GOOGLE"),
        ("ios_share", 26, "from 0 to 1, not 26"),
        ("inside_share", -0.1, "from 0 to 1"),
        ("newcomers_per_year", 11, "from 0 to 10"),
        ("replaced_per_year", 51, "from 0 to 50"),
        ("restored", float("nan"), "not nan"),
        ("again", None, "Again.NEVER, Again.RESTORE, Again.ALWAYS"),
        ("deleted_per_year", "0.1", "a number from 0 to 50, not '0.1'"),
        ("release_every", 0, "a whole number from 1"),
        ("automatic_daily", 1.01, "from 0 to 1"),
        ("system_released", 2018, "a date such as"),
        ("marketplaces_open", 1, "True or False, not 1"),
        ("network_blocks", None, "True or False"),
        ("ways_share", float("inf"), "from 0 to 1"),
        ("way_lost_per_year", -1, "from 0 to 50"),
    ],
)
def test_what_cannot_be_assumed_is_said(name: str, value: object, words: str) -> None:
    with pytest.raises(KitError, match=f"^{name} is .*{words}"):
        Assumptions(**{**asdict(Assumptions()), name: value})


def test_every_field_refuses_what_is_out_of_range() -> None:
    """No field takes a text, and none a number that its limits do not hold."""
    for field in fields(Assumptions):
        for wrong in ("some", -1, 10**10, [1]):
            with pytest.raises(KitError, match=f"^{field.name} is "):
                Assumptions(**{**asdict(Assumptions()), field.name: wrong})


def test_days_in_the_wrong_order_are_said() -> None:
    with pytest.raises(KitError, match="lever_from, 2018-04-15, lies before start, 2018-04-16"):
        Assumptions(lever_from=date(2018, 4, 15))
    for until in (date(2018, 4, 16), date(2018, 4, 17)):
        with pytest.raises(KitError, match=f"lever_until, {until}, must be later than lever_from, 2018-04-17"):
            Assumptions(lever_until=until)
    assert Assumptions(lever_from=date(2018, 4, 16), lever_until=date(2018, 4, 17)).day_of(date(2018, 4, 17)) == 1


def test_a_lever_begins_within_the_days() -> None:
    """Else it would do nothing, and nobody would be told."""
    late = date(2018, 5, 16)  # day 31
    for pulls in (
        {"lever": Lever.DELIST},
        {"lever": Lever.FREEZE, "lever_until": date(2018, 6, 1)},
        {"network_blocks": True, "vpn_delisted": True},
    ):
        with pytest.raises(KitError, match="lever_from, 2018-05-16, is day 31 from start on, but days is 30: "):
            Assumptions(days=30, lever_from=late, **pulls)  # type: ignore[arg-type]
        last = Assumptions(days=31, lever_from=late, **pulls)  # type: ignore[arg-type]
        assert [day.lever for day in days(last)] == 30 * [False] + [True]
    for idle in ({}, {"network_blocks": True}, {"vpn_delisted": True}):
        assert Assumptions(days=30, lever_from=late, **idle).days == 30  # type: ignore[arg-type]


def test_iphones_lie_between_the_figures_of_2017_and_2020() -> None:
    most, sims = 100 - number("android-ru-deloitte-2017"), number("iphone-ru-mts-2020")
    assert (most, sims) == (30, 11.1)
    assert "10 to 30 percent" in BASIS["ios_share"]
    assert sims - 2 < 10 < sims < number("iphone-ru-mts-2020-smartphones") < 100 * Assumptions().ios_share < most
    for slug in ("android-ru-deloitte-2017", "iphone-ru-mts-2020", "iphone-ru-mts-2020-smartphones"):
        assert slug in BASIS["ios_share"]


def test_other_marketplaces_are_said_of_every_place() -> None:
    for slug in ("dma-live", "japan-msca", "notarization-japan"):
        assert slug in BASIS["marketplaces_open"]
    assert fact("japan-msca").date_from == date(2025, 12, 18)
    assert "in Japan since December 2025" in BASIS["marketplaces_open"]


def test_other_ways_are_shares_of_the_same_people() -> None:
    with pytest.raises(KitError, match="sideload_share, moved_share and web_share are shares of the same people"):
        Assumptions(sideload_share=0.6, web_share=0.5)
    with pytest.raises(KitError, match="marketplace_share, moved_share and web_share"):
        Assumptions(marketplaces_open=True, marketplace_share=0.6, moved_share=0.5, sideload_share=0)
    given = Assumptions(marketplace_share=1, moved_share=0.1, web_share=0.2)  # closed marketplaces serve nobody
    inside, elsewhere = Storefront.INSIDE, Storefront.ELSEWHERE
    assert given.other_ways(Platform.IOS, inside) == {Channel.MOVED: 0.1, Channel.WEB: 0.2}
    assert given.other_ways(Platform.ANDROID, inside) == {Channel.SIDELOADED: 0.2, Channel.MOVED: 0.1, Channel.WEB: 0.2}
    assert given.other_ways(Platform.ANDROID, elsewhere) == {Channel.SIDELOADED: 0.2, Channel.WEB: 0.2}
    opened = Assumptions(marketplace_share=0.3, marketplaces_open=True)
    assert opened.other_ways(Platform.IOS, elsewhere) == {Channel.MARKETPLACE: 0.3}


def test_levers_and_stores() -> None:
    assert [lever.delists for lever in Lever] == [False, True, False, True]
    assert [lever.freezes for lever in Lever] == [False, False, True, True]
    assert [stores.acts_on(Platform.IOS) for stores in Stores] == [True, True, False]
    assert [stores.acts_on(Platform.ANDROID) for stores in Stores] == [True, False, True]


def test_releases() -> None:
    given = Assumptions(days=100, release_every=40, system_released=date(2018, 5, 16))
    assert given.releases() == {31, 40, 80}  # 30 midnights after the start, the system's day is day 31
    assert replace(given, system_released=date(2018, 4, 1)).releases() == {40, 80}
    assert replace(given, system_released=date(2019, 4, 1)).releases() == {40, 80}


@given(
    users=st.integers(1, 20_000_000),
    ios=st.floats(0, 1),
    inside=st.floats(0, 1),
    older=st.floats(0, 1),
)
@settings(max_examples=80, deadline=None)
def test_the_base_has_as_many_as_were_asked(users: int, ios: float, inside: float, older: float) -> None:
    base = installed_base(Assumptions(users=users, ios_share=ios, inside_share=inside, older_share=older))
    assert sum(cohort.people for cohort in base) == users
    assert all(cohort.people > 0 for cohort in base)
    for part, share in (
        ([cohort for cohort in base if cohort.platform is Platform.IOS], ios),
        ([cohort for cohort in base if cohort.storefront is Storefront.INSIDE], inside),
        ([cohort for cohort in base if cohort.version is Version.OLDER], older),
    ):
        assert abs(sum(cohort.people for cohort in part) - share * users) <= 4


def test_cohorts_that_cannot_be_are_said() -> None:
    good = {
        "platform": Platform.IOS,
        "storefront": Storefront.INSIDE,
        "channel": Channel.STORE,
        "version": Version.NEWEST,
        "system": System.OLD,
        "people": 1,
    }
    for change, words in (
        ({"platform": "iOS"}, "platform of a cohort is one of Platform.IOS, Platform.ANDROID, not 'iOS'"),
        ({"storefront": None}, "storefront of a cohort is one of Storefront.INSIDE, Storefront.ELSEWHERE, not None"),
        ({"channel": "web"}, "channel of a cohort is one of"),
        ({"version": System.OLD}, "version of a cohort is one of"),
        ({"system": 11}, "system of a cohort is one of"),
        ({"people": -1}, "people of a cohort is a whole number from 0"),
        ({"people": 2.0}, "people of a cohort"),
        ({"people": True}, "people of a cohort"),
        ({"channel": Channel.SIDELOADED}, "on Android alone"),
        ({"platform": Platform.ANDROID, "channel": Channel.MARKETPLACE}, "on iOS alone"),
        ({"storefront": Storefront.ELSEWHERE, "channel": Channel.MOVED}, "Storefront.INSIDE alone"),
        ({"channel": Channel.WEB, "version": Version.OLDER}, "a page is always the newest"),
        ({"version": Version.BROKEN}, "system of a cohort is System.NEW"),
    ):
        with pytest.raises(KitError, match=words):
            Cohort(**{**good, **change})
    assert Cohort(**{**good, "version": Version.BROKEN, "system": System.NEW}).people == 1


def test_nobody_and_a_missing_storefront_are_said() -> None:
    given = Assumptions()
    for nobody in ((), [replace(mixed()[0], people=0)]):
        with pytest.raises(KitError, match="cohorts is empty: there is nobody to follow"):
            summed(given, nobody)
    with pytest.raises(KitError, match=r"cohorts holds Cohort\(...\) entries, .* not 3"):
        summed(given, [3])  # type: ignore[list-item]
    elsewhere = [cohort for cohort in mixed() if cohort.storefront is Storefront.ELSEWHERE]
    for lever in (Lever.DELIST, Lever.BOTH):
        with pytest.raises(KitError, match=r"nobody with storefront Storefront\.INSIDE, where the app is delisted"):
            summed(replace(given, lever=lever), elsewhere)
        with pytest.raises(KitError, match=r"Storefront\.INSIDE"):
            summed(replace(given, lever=lever, inside_share=0), None)
    assert sum(summed(replace(given, lever=Lever.FREEZE), elsewhere).values()) == 2500 + 10_000 + 3_333


def test_cohorts_are_summed_in_a_fixed_order() -> None:
    given, base = Assumptions(), mixed()
    one, other = summed(given, base), summed(given, [*reversed(base), base[0], replace(base[1], people=0)])
    assert list(one) == list(other)
    assert sum(other.values()) == sum(one.values()) + base[0].people
    assert other[replace(base[0], people=1)] == 2 * base[0].people
    assert summed(given, None) == summed(given, installed_base(given))


def test_again_has_three_readings() -> None:
    assert [str(again) for again in Again] == ["nobody", "who restores a backup", "every account that once had it"]
