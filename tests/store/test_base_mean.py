"""The mean of the installed base against cases done by hand, and the half-life against the model."""

from dataclasses import replace
from datetime import date
from math import inf, log

import numpy as np
import pytest

from chokepoints.errors import KitError
from chokepoints.store.base import Again, Assumptions, Channel, Lever, Lost, Platform, Storefront, Stores
from chokepoints.store.base_mean import daily_loss, days_until_half, expected

#: Nothing happens at all: each test lets one thing happen.
STILL = Assumptions(
    users=1_000_000,
    days=100,
    start=date(2018, 4, 17),
    ios_share=1,
    older_share=0,
    newcomers_per_year=0,
    replaced_per_year=0,
    deleted_per_year=0,
    leaving_per_year=0,
    release_every=4_000,
    system_released=date(2030, 1, 1),
    sideload_share=0,
)
DAYS = np.arange(101)


def test_where_nothing_happens_nothing_changes() -> None:
    for lever in Lever:
        found = expected(replace(STILL, lever=lever))
        assert found.using(Channel.STORE, True) == pytest.approx(np.full(101, 1e6))


def test_phones_are_replaced() -> None:
    """Without the app in the store a phone loses it unless its backup brings it."""
    case = replace(STILL, lever=Lever.DELIST, replaced_per_year=3.65, restored=0.25)
    for again, left in ((Again.NEVER, 0.99**DAYS), (Again.RESTORE, 0.9925**DAYS)):
        found = expected(replace(case, again=again))
        assert found.using() == pytest.approx(1e6 * left)
        assert found.lost(Lost.PHONE) == pytest.approx(1e6 * (1 - left))
    # With it, or where every account has it again, they are without for as long as it takes to install it by hand.
    for stays in (
        replace(case, again=Again.ALWAYS),
        replace(case, lever=Lever.NOTHING),
        replace(case, inside_share=0, lever=Lever.FREEZE),
    ):
        assert expected(stays).lost(Lost.PHONE)[-1] == pytest.approx(1e6 * 0.0075 / (0.0075 + 0.5))


def test_newcomers_come_too_late() -> None:
    case = replace(STILL, newcomers_per_year=3.65)
    came = 10_000 * DAYS
    assert expected(replace(case, lever=Lever.DELIST)).lost(Lost.NEWCOMER) == pytest.approx(came)
    # Half of those who wait have it by midnight: a day's newcomers wait on average one day more.
    for lever in (Lever.NOTHING, Lever.FREEZE):
        waiting = expected(replace(case, lever=lever)).lost(Lost.NEWCOMER)
        assert waiting == pytest.approx(10_000 * (1 - 0.5**DAYS))
    assert expected(replace(case, installs_daily=1)).lost(Lost.NEWCOMER) == pytest.approx(0 * DAYS)


def test_newcomers_are_as_those_at_the_start() -> None:
    case = replace(STILL, newcomers_per_year=3.65, ios_share=0.3, inside_share=0.6)
    found = expected(case)
    for platform, share in ((Platform.IOS, 0.3), (Platform.ANDROID, 0.7)):
        assert found.people(platform) == pytest.approx(share * found.people())
    assert found.people(Platform.IOS, Storefront.ELSEWHERE) == pytest.approx(0.12 * found.people())


def test_deleted_and_left() -> None:
    case = replace(STILL, lever=Lever.DELIST, deleted_per_year=3.65)
    assert expected(case).lost(Lost.DELETED) == pytest.approx(1e6 * (1 - 0.99**DAYS))
    again = expected(replace(case, again=Again.ALWAYS)).lost(Lost.DELETED)
    assert again[-1] == pytest.approx(1e6 * 0.01 / 0.51)
    leaving = replace(STILL, leaving_per_year=3.65, back_per_year=0)
    for lever in Lever:
        assert expected(replace(leaving, lever=lever)).lost(Lost.LEFT) == pytest.approx(1e6 * (1 - 0.99**DAYS))
    back = replace(leaving, leaving_per_year=365 / 10, back_per_year=365 / 10, days=400)
    open_, shut = expected(back), expected(replace(back, lever=Lever.DELIST))
    # As many leave as come back, and who comes back installs within two days; or, where the store is shut, never.
    assert open_.lost(Lost.LEFT)[-1] == pytest.approx(open_.using()[-1])
    assert open_.lost(Lost.DELETED)[-1] == pytest.approx(open_.using()[-1] / 5)
    assert shut.lost(Lost.DELETED)[-1] == pytest.approx(1e6)


def test_updates() -> None:
    """Older versions are renewed with the chance of either way, and after a release all are older."""
    case = replace(STILL, older_share=1, automatic_daily=0.1, by_hand_daily=0.2)
    assert expected(case).using(newest=False) == pytest.approx(1e6 * 0.72**DAYS)
    for lever in (Lever.FREEZE, Lever.DELIST):
        assert expected(replace(case, lever=lever)).using(newest=False) == pytest.approx(np.full(101, 1e6))
    released = replace(case, older_share=0, release_every=40)
    since = np.where(DAYS < 40, 0, np.where(DAYS < 80, DAYS - 39, DAYS - 79))
    older = np.where(DAYS < 40, 0, 0.72**since)
    older[80:] = 0.72 ** since[80:]
    assert expected(released).using(newest=False) == pytest.approx(1e6 * older)
    frozen = expected(replace(released, lever=Lever.FREEZE)).using(newest=True)
    assert frozen == pytest.approx(1e6 * (DAYS < 40))
    elsewhere = expected(replace(released, lever=Lever.FREEZE, inside_share=0)).using(newest=True)
    assert elsewhere == pytest.approx(frozen)


def test_a_freeze_that_ends() -> None:
    case = replace(STILL, lever=Lever.FREEZE, release_every=10, automatic_daily=1, lever_until=date(2018, 4, 30))
    newest = expected(case).using(newest=True)
    assert newest[:10] == pytest.approx(np.full(10, 1e6))
    assert newest[10:14] == pytest.approx(np.zeros(4))  # lifted after 13 midnights
    assert newest[14:] == pytest.approx(np.full(87, 1e6))


def test_the_lever_acts_from_its_day() -> None:
    case = replace(STILL, lever=Lever.DELIST, lever_from=date(2018, 4, 24), replaced_per_year=3.65, restored=0)
    lost = expected(replace(case, installs_daily=0, again=Again.NEVER)).lost(Lost.PHONE)
    assert lost == pytest.approx(1e6 * (1 - 0.99**DAYS))
    newcomers = replace(
        STILL, lever=Lever.DELIST, lever_from=date(2018, 4, 24), newcomers_per_year=3.65, installs_daily=1
    )
    waiting = expected(newcomers).lost(Lost.NEWCOMER)
    assert waiting == pytest.approx(10_000 * np.maximum(0, DAYS - 7))


def test_a_new_system_breaks_what_is_not_the_newest() -> None:
    case = replace(STILL, system_released=date(2018, 5, 7), ios_system_daily=0.1, breaks=0.4)
    have = 1 - 0.9 ** np.maximum(0, DAYS - 20)
    frozen = expected(replace(case, lever=Lever.FREEZE))
    assert frozen.lost(Lost.BROKEN) == pytest.approx(1e6 * 0.4 * have)
    assert frozen.using(newest=True) == pytest.approx(1e6 * (DAYS <= 20))  # the maker has one ready on that day
    instant = expected(replace(case, automatic_daily=1))
    assert instant.lost(Lost.BROKEN)[21] == pytest.approx(1e6 * 0.1 * 0.4)  # those who took the system at once
    assert instant.lost(Lost.BROKEN)[22:] == pytest.approx(np.zeros(79))
    ready = expected(replace(case, lever=Lever.FREEZE, lever_from=date(2018, 5, 9), automatic_daily=1))
    assert ready.lost(Lost.BROKEN)[23:] == pytest.approx(np.full(78, 1e6 * 0.1 * 0.4 * 0), abs=1)
    android = expected(replace(case, lever=Lever.FREEZE, ios_share=0, android_system_daily=0.02))
    assert android.lost(Lost.BROKEN) == pytest.approx(1e6 * 0.4 * (1 - 0.98 ** np.maximum(0, DAYS - 20)))


def test_a_new_phone_comes_with_the_new_system() -> None:
    case = replace(STILL, system_released=date(2018, 4, 17), ios_system_daily=0, breaks=0.4, lever=Lever.FREEZE)
    broken = expected(replace(case, replaced_per_year=3.65, restored=1)).lost(Lost.BROKEN)
    assert broken[-1] == pytest.approx(1e6 * 0.4 * (1 - 0.99**100), rel=0.2)
    assert broken[1] == pytest.approx(1e6 * 0.01 * 0.4)
    # Without a backup it is installed by hand a day later, on the same new phone.
    by_hand = expected(replace(case, replaced_per_year=3.65, restored=0, installs_daily=1)).lost(Lost.BROKEN)
    assert by_hand[:3] == pytest.approx([0, 0, 1e6 * 0.01 * 0.4])
    late = replace(case, newcomers_per_year=3.65, installs_daily=1)  # a newcomer's phone is not new
    assert expected(late).lost(Lost.BROKEN) == pytest.approx(0 * DAYS)


@pytest.mark.parametrize(
    ("case", "channel"),
    [
        (replace(STILL, moved_share=0.3), Channel.MOVED),
        (replace(STILL, marketplaces_open=True, marketplace_share=0.3), Channel.MARKETPLACE),
        (replace(STILL, web_share=0.3), Channel.WEB),
        (replace(STILL, ios_share=0, sideload_share=0.3), Channel.SIDELOADED),
    ],
)
def test_other_ways_are_taken_where_the_store_is_shut(case: Assumptions, channel: Channel) -> None:
    case = replace(case, newcomers_per_year=3.65, installs_daily=1)
    shut = expected(replace(case, lever=Lever.DELIST))
    assert shut.using(channel) == pytest.approx(0.3 * 10_000 * DAYS)
    assert shut.lost(Lost.NEWCOMER) == pytest.approx(0.7 * 10_000 * DAYS)
    for lever in (Lever.NOTHING, Lever.FREEZE):
        assert expected(replace(case, lever=lever)).using(channel) == pytest.approx(0 * DAYS)


def test_a_marketplace_that_is_not_open_serves_nobody() -> None:
    case = replace(STILL, lever=Lever.DELIST, newcomers_per_year=3.65, marketplace_share=0.3)
    assert expected(case).lost(Lost.NEWCOMER) == pytest.approx(10_000 * DAYS)


def test_the_web_is_a_last_resort() -> None:
    """Those who took it go back to the app when the store is open again."""
    case = replace(STILL, lever=Lever.DELIST, newcomers_per_year=3.65, web_share=0.3, installs_daily=1)
    web = expected(replace(case, lever_until=date(2018, 6, 6))).using(Channel.WEB)
    assert web[50] == pytest.approx(0.3 * 500_000)
    assert web[51:] == pytest.approx(np.zeros(50))


def test_the_block_and_the_ways_round_it() -> None:
    case = replace(STILL, network_blocks=True, ways_share=0.6, way_found_daily=0.1, way_lost_per_year=0)
    assert expected(case).lost(Lost.NO_WAY) == pytest.approx(1e6 * 0.4 * 0.9**DAYS)
    for lever in Lever:
        pulled = replace(case, vpn_delisted=True, lever=lever)
        assert expected(pulled).lost(Lost.NO_WAY) == pytest.approx(np.full(101, 4e5))
    late = expected(replace(pulled, lever_from=date(2018, 4, 27))).lost(Lost.NO_WAY)
    assert late == pytest.approx(1e6 * 0.4 * 0.9 ** np.minimum(DAYS, 10))
    assert expected(replace(pulled, stores=Stores.GOOGLE)).lost(Lost.NO_WAY) == pytest.approx(1e6 * 0.4 * 0.9**DAYS)
    pulled = replace(pulled, lever=Lever.FREEZE)
    assert expected(replace(pulled, inside_share=0)).lost(Lost.NO_WAY) == pytest.approx(1e6 * 0.4 * 0.9**DAYS)
    worn = expected(replace(pulled, way_lost_per_year=3.65, ways_share=1)).lost(Lost.NO_WAY)
    assert worn == pytest.approx(1e6 * (1 - 0.99**DAYS))


def test_the_half_life_by_formula() -> None:
    assert days_until_half(0.01) == pytest.approx(log(2) / -log(0.99))
    assert days_until_half(0.5) == pytest.approx(1)
    assert days_until_half(1) == 1
    assert days_until_half(0) == days_until_half(0.3, 0.5) == days_until_half(0.3, 0.9) == inf
    assert days_until_half(0.01, 0.2) == pytest.approx(log(0.8 / 0.3) / -log(0.99))
    assert days_until_half(0.002) == pytest.approx(346.2, abs=0.1)


@pytest.mark.parametrize("again", Again)
@pytest.mark.parametrize("keep", [0.0, 0.2])
def test_the_half_life_is_the_model_s(again: Again, keep: float) -> None:
    """Of those who had it at the start; who knows another way is without for two days each time: within 2 percent."""
    loss = daily_loss(1.2, 0.3, 0.5, again)
    half = days_until_half(loss, keep)
    case = replace(STILL, lever=Lever.DELIST, replaced_per_year=1.2, restored=0.3, deleted_per_year=0.5, again=again)
    using = expected(replace(case, ios_share=0, sideload_share=keep, days=600, installs_daily=1)).using() / 1e6
    if half == inf:
        assert again is Again.ALWAYS
        assert using[-1] > 0.99
    else:
        below = int(np.argmax(using <= 0.5))
        assert below == pytest.approx(half, rel=0.02, abs=1)
        wanted = keep + (1 - keep) * (1 - loss) ** np.arange(601)
        assert using == pytest.approx(wanted, abs=0.002 if keep else 1e-9)


def test_the_daily_loss_by_hand() -> None:
    assert daily_loss(3.65, 0.25, 0, Again.RESTORE) == pytest.approx(0.0075)
    assert daily_loss(3.65, 0.25, 0, Again.NEVER) == pytest.approx(0.01)
    assert daily_loss(3.65, 0.25, 3.65, Again.NEVER) == pytest.approx(0.01 + 0.99 * 0.01)
    assert daily_loss(3.65, 0.25, 3.65, Again.ALWAYS) == 0


def test_what_cannot_be_reckoned_is_said() -> None:
    for args, words in (
        ((51, 0, 0, Again.NEVER), "replaced_per_year is a number from 0 to 50, not 51"),
        ((1, 1.1, 0, Again.NEVER), "restored is a number from 0 to 1, not 1.1"),
        ((1, 1, "x", Again.NEVER), "deleted_per_year is a number from 0 to 50, not 'x'"),
        ((1, 1, True, Again.NEVER), "deleted_per_year"),
        ((1, 1, 0, "nobody"), "again is one of Again.NEVER, Again.RESTORE, Again.ALWAYS, not 'nobody'"),
    ):
        with pytest.raises(KitError, match=words):
            daily_loss(*args)  # type: ignore[arg-type]
    for loss, keep, words in ((-0.1, 0, "loss"), (0.1, 2, "keep"), ("a", 0, "loss"), (0.1, float("nan"), "keep")):
        with pytest.raises(KitError, match=f"{words} is a number from 0 to 1"):
            days_until_half(loss, keep)  # type: ignore[arg-type]
