"""The country of `country`, from the side of one user: exact chances, and a run in which each user is drawn by itself.

`expected` is what the runs of `country.simulate` come to on average, exactly. `simulate_users` tells the same story
user by user and channel by channel; given the same seed it has the same blocks and moves, so that both differ by no
more than the users' own luck.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

from chokepoints.errors import KitError
from chokepoints.push.country import CHANNELS, Assumptions, Floats, Group, Runs, addresses, groups

#: More users than this are not drawn one by one: a run of 120 days takes some seconds.
_MOST_USERS = 500_000
#: The states of one user's chain: messenger up and the user connected, cut off or gone; down and cut off or gone.
_STATES = ("connected", "cut off", "gone", "cut off, down", "gone, down")


@dataclass(frozen=True, slots=True)
class Expected:
    """Expected shares of all users at each midnight, arrays of shape (days + 1,); number 0 is the start."""

    connected: Floats
    cut_off: Floats
    gone: Floats


@dataclass(frozen=True, slots=True)
class UserRun:
    """One run that drew every user by itself: its `runs`, of one row, and how many returns each channel brought."""

    runs: Runs
    returns: dict[str, int]


def expected(assumptions: Assumptions) -> Expected:
    """The mean of `country.simulate`, exactly: each user is a Markov chain of five states, stepped day by day."""
    shares = np.zeros((assumptions.days + 1, 3))
    for group in groups(assumptions):
        before, after = _a_day(assumptions, group.before), _a_day(assumptions, group.after)
        chances = np.array([1.0, 0, 0, 0, 0])
        shares[0] += group.share * _counted(chances)
        for day in range(assumptions.days):
            thrown = day >= assumptions.switch_day
            chances = chances @ (after if thrown else before)
            shares[day + 1] += group.share * _counted(chances)
            chances = chances @ _a_midnight(assumptions, group.silenced and thrown)
    return Expected(*shares.T)


def in_the_long_run(assumptions: Assumptions) -> float:
    """Share of users connected long after the switch is thrown, by a formula; nobody may leave.

    With b blocks a day, d moves a day of a messenger that is down and a group that learns l times a day: the messenger
    is up d / (b + d) of the time, and l / (l + b) of the group learn before the next block. Raises KitError where users
    leave, for whom the formula does not hold.
    """
    if assumptions.giving_up or assumptions.leaving_unalerted:
        raise KitError("The formula is for users who never leave: giving_up and leaving_unalerted must be 0.")
    b, d = assumptions.blocks_per_day, 1_440 / assumptions.detection_minutes
    if not b:
        return 1.0
    return d / (b + d) * sum(group.share * group.after / (group.after + b) for group in groups(assumptions))


def back_after(assumptions: Assumptions, hours: Floats, *, thrown: bool = True) -> Floats:
    """Share of users who are back so many hours after a move, if no block comes; before it all were cut off.

    `thrown`: after the switch is thrown, or before. A sum of 1 - e**(-l t) over the groups.
    """
    time = np.asarray(hours, dtype=np.float64) / 24
    return np.asarray(sum(-group.share * np.expm1(-_rate(group, thrown) * time) for group in groups(assumptions)))


def hours_to_reach(assumptions: Assumptions, share: float = 0.5, *, thrown: bool = True) -> float:
    """Hours from a move until this share of users is back, if no block comes; `inf` where so many never are.

    Raises KitError for a share that is not above 0 and below 1.
    """
    if not isinstance(share, int | float) or not 0 < share < 1:
        raise KitError(f"The share to reach is above 0 and below 1, such as 0.5, not {share!r}.")
    ever = sum(group.share for group in groups(assumptions) if _rate(group, thrown))
    if ever <= share:
        return inf
    low, high = 0.0, 1.0
    while float(back_after(assumptions, np.array(high), thrown=thrown)) < share:
        low, high = high, 2 * high
    for _ in range(60):
        middle = (low + high) / 2
        enough = float(back_after(assumptions, np.array(middle), thrown=thrown)) >= share
        low, high = (low, middle) if enough else (middle, high)
    return high


def simulate_users(assumptions: Assumptions, seed: int = 2018) -> UserRun:
    """One run in which every user has a device, a storefront and a clock of its own for each channel.

    Slow, and for proof: raises KitError for more than 500,000 users.
    """
    users, days = assumptions.users, assumptions.days
    if users > _MOST_USERS:
        raise KitError(f"One by one, at most {_MOST_USERS:,} users are drawn, not {users:,}; use simulate for more.")
    times, lots = (np.random.default_rng(part) for part in np.random.SeedSequence(seed).spawn(2))
    since, until = (row[0] for row in addresses(assumptions, 1, times))
    has_push = lots.random(users) < assumptions.push_reach
    inside = lots.random(users) < assumptions.storefront_share
    connected, gone = np.ones(users, bool), np.zeros(users, bool)
    returns, counted = dict.fromkeys(CHANNELS, 0), [(users, 0, 0)]
    moments = sorted({float(t) for t in (*since, *until, *range(1, days + 1)) if t <= days})
    for start, end in pairwise(moments):
        place = int(np.searchsorted(since, start, side="right")) - 1
        thrown = start >= assumptions.switch_day
        if start < until[place]:
            waiting = np.flatnonzero(~connected & ~gone)
            shut = thrown & inside[waiting] & (not assumptions.switch.service_arrives)
            clocks = _clocks(assumptions, has_push[waiting] & ~shut, lots)
            first = clocks.argmin(0)
            in_time = clocks.min(0) < end - start
            connected[waiting[in_time]] = True
            for number, name in enumerate(CHANNELS):
                returns[name] += int((first[in_time] == number).sum())
        if end in until:
            connected[:] = False
        if end == int(end):
            counted.append((int(connected.sum()), int((~connected & ~gone).sum()), int(gone.sum())))
            unalerted = inside & has_push & thrown & (not assumptions.switch.alerts_arrive)
            luck = lots.random(users)
            leave = connected & unalerted & (luck < assumptions.leaving_unalerted)
            give_up = ~connected & ~gone & (luck < assumptions.giving_up)
            return_ = gone & (luck < assumptions.coming_back)
            connected, gone = connected & ~leave, (gone | leave | give_up) & ~return_
    return UserRun(Runs(*np.array(counted, np.int64).T[:, None, :]), returns)


def _rate(group: Group, thrown: bool) -> float:
    return group.after if thrown else group.before


def _clocks(assumptions: Assumptions, fed: NDArray[np.bool_], lots: np.random.Generator) -> Floats:
    """When each channel would tell each user, in days from now, of shape (channels, users); `inf` where it never does.

    A random time without memory may be drawn anew at any moment at which it has not yet come.
    """
    rates = assumptions.rates
    clocks = np.full((len(CHANNELS), fed.size), inf)
    for number, name in enumerate(CHANNELS):
        told = fed if name == "push" else np.ones(fed.size, bool)
        if rates[name]:
            clocks[number, told] = lots.exponential(1 / rates[name], int(told.sum()))
    return clocks


def _counted(chances: Floats) -> Floats:
    """Connected, cut off and gone, whether the messenger is up or down."""
    return np.array([chances[0], chances[1] + chances[3], chances[2] + chances[4]])


def _a_day(assumptions: Assumptions, learns: float) -> Floats:
    """The chances from each state to each within a day, of shape (5, 5): `_STATES`, and the matrix exponential."""
    b, d = assumptions.blocks_per_day, 1_440 / assumptions.detection_minutes
    rates = np.zeros((5, 5))
    for start, end, rate in ((0, 3, b), (1, 3, b), (1, 0, learns), (2, 4, b), (3, 1, d), (4, 2, d)):
        rates[start, end] += rate
    rates -= np.diag(rates.sum(1))
    halvings = max(0, int(np.ceil(np.log2(max(1e-9, np.abs(rates).max() * 4)))))
    small = rates / 2**halvings
    power = total = np.eye(5)
    for term in range(1, 20):
        power = power @ small / term
        total = total + power
    for _ in range(halvings):
        total = total @ total
    return np.asarray(total)


def _a_midnight(assumptions: Assumptions, silenced: bool) -> Floats:
    """The chances from each state to each at a midnight, of shape (5, 5)."""
    leave = assumptions.leaving_unalerted if silenced else 0.0
    chances = np.eye(5)
    for start, end, chance in (
        (0, 2, leave),
        (1, 2, assumptions.giving_up),
        (3, 4, assumptions.giving_up),
        (2, 1, assumptions.coming_back),
        (4, 3, assumptions.coming_back),
    ):
        chances[start, end] += chance
        chances[start, start] -= chance
    return chances
