"""Collateral damage: a messenger hops through a cloud that many tenants share, and whole prefixes are blocked after it.

The model. The messenger serves from a few addresses at once. Each stays for a random time (exponential, so that hops
come as a Poisson process), then hops to an address drawn evenly from the whole cloud, blocked or not. A censor finds
each address after a random time of its own (exponential) if it is still there, and blocks the prefix around it; blocks
stay. Everybody else in a blocked prefix is dark. The messenger's traffic is spread evenly over its addresses and over
time; whoever reaches an address that is up is served.

`simulate` draws runs by lot, `expected` and `course` give their expectations exactly, and `trade_off` the curve over
prefix lengths. Each assumption is named in `Assumptions` with its source, or as assumed. No run predicts 2018: what the
percentages of `STOPPED` measure was never said, and the counts of `HIT` are of those who complained, not of all hit.
"""

from dataclasses import astuple, dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from chokepoints.errors import KitError

Floats = NDArray[np.float64]

#: The prefix lengths of the trade-off: from one address to 1,048,576, the size of the largest of prefixes.csv.
PREFIX_LENGTHS = tuple(range(32, 11, -1))
#: What each assumption rests on: facts by their slugs, or "assumed".
BASIS = {
    "prefix_length": "the commonest length among the blocked ranges of prefixes.csv",
    "hops_per_day": "assumed",
    "detection_hours": "assumed",
    "tenants_per_address": "assumed",
    "cloud_addresses": "assumed",
    "days": "16 to 30 April 2018: block-begins, ip-14m-30apr",
    "messenger_addresses": "assumed",
}
#: Published figures to mark beside the curve, by the slugs of datasets/figures.csv. Percent of the messenger's traffic
#: or work that was disturbed, by the agency and by others; what was hit, by the agency's count and by the critics'.
STOPPED = {"agency": ("degrade-30", "degrade-15-40", "degrade-15-40-rfe"), "others": ("degrade-20-operator",)}
HIT = {"agency": ("dmg-rkn-400",), "critics": ("dmg-agora-17", "dmg-agora-22", "dmg-flexbby-firms")}
#: Addresses on the list, from the first peak to the middle of May.
LISTED = ("ip-peak-20m", "ip-16m", "ip-15-8m", "ip-18-9m", "ip-14m-30apr", "ip-10-99m")

#: No more stays at addresses than this in one simulation: some 2 seconds and 400 MB.
_MOST_STAYS = 5_000_000
_LIMITS: dict[str, tuple[float, float]] = {
    "prefix_length": (PREFIX_LENGTHS[-1], PREFIX_LENGTHS[0]),
    "hops_per_day": (0, 2_000),
    "detection_hours": (0.01, 1_000_000),
    "tenants_per_address": (0, 1_000_000),
    "cloud_addresses": (1, 2**32),
    "days": (0.01, 3_650),
    "messenger_addresses": (1, 10_000),
}


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the model takes for granted. Raises KitError for numbers that cannot be.

    `prefix_length`, in bits: around each address found, the prefix of this length is blocked, 12 to 32. 15 is the
    commonest among the blocked ranges that the press named (prefixes.csv).
    `hops_per_day`: how often each address of the messenger is given up for a new one, on average. Assumed.
    `detection_hours`: how long it takes to find and block an address that stays, on average. Assumed.
    `tenants_per_address`: businesses for each address of the cloud, spread evenly: below 1 where many addresses are
    idle or hold one tenant's many servers, above 1 where sites share. Assumed.
    `cloud_addresses`: addresses of the cloud, a power of two, so that prefixes divide it. Assumed.
    `days`: how long it goes on, from 16 to 30 April 2018 (facts `block-begins`, `ip-14m-30apr`).
    `messenger_addresses`: addresses of the cloud that the messenger holds at one time. Assumed: the fact `ip-own`
    counts addresses of its own, which are none of a cloud.
    """

    prefix_length: int = 15
    hops_per_day: float = 4.0
    detection_hours: float = 24.0
    tenants_per_address: float = 0.5
    cloud_addresses: int = 2**24
    days: float = 14.0
    messenger_addresses: int = 5

    def __post_init__(self) -> None:
        for field in fields(self):
            value, (low, high) = getattr(self, field.name), _LIMITS[field.name]
            right, kind = (int, "a whole number") if field.type is int else (int | float, "a number")
            if not isinstance(value, right) or isinstance(value, bool) or not low <= value <= high:
                raise KitError(f"{field.name} is {kind} from {low:,} to {high:,}, not {value!r}.")
        if self.cloud_addresses & (self.cloud_addresses - 1):
            near = 2 ** (self.cloud_addresses.bit_length() - 1)
            raise KitError(
                f"cloud_addresses is a power of two, so that prefixes divide the cloud: {near:,} or {2 * near:,}, "
                f"not {self.cloud_addresses:,}."
            )

    @property
    def prefixes(self) -> int:
        """How many prefixes of the length blocked make up the cloud; 1 where one prefix holds all of it."""
        return max(1, self.cloud_addresses >> (32 - self.prefix_length))

    @property
    def businesses(self) -> float:
        """Tenants of the whole cloud, the messenger not among them."""
        return self.cloud_addresses * self.tenants_per_address


@dataclass(frozen=True, slots=True)
class Runs:
    """Simulated runs, arrays of shape (runs,).

    `reachable`: share of the messenger's traffic that gets through, over all days. `dark`: share of the bystanders that
    are dark at the end. `findings`: addresses that the censor found, those in prefixes blocked before included.
    """

    reachable: Floats
    dark: Floats
    findings: NDArray[np.int64]

    @property
    def stopped(self) -> Floats:
        """Share of the messenger's traffic that is stopped."""
        return np.asarray(1 - self.reachable)


@dataclass(frozen=True, slots=True)
class Expected:
    """Expectations: `stopped`, share of the messenger's traffic over all days; `dark`, share of bystanders at the end.

    `addresses` of the cloud are blocked by then, with so many `businesses`.
    """

    stopped: float
    dark: float
    addresses: float
    businesses: float


@dataclass(frozen=True, slots=True)
class TradeOff:
    """What `Expected` says, for each prefix length: arrays of shape (21,), from /32 to /12."""

    prefix_lengths: NDArray[np.int64]
    stopped: Floats
    dark: Floats
    addresses: Floats
    businesses: Floats


def dark_after(blocks: int | NDArray[np.int64], prefixes: int) -> Floats:
    """The chance that a given business is dark after so many blocks, each of one of `prefixes` drawn evenly.

    A prefix may be drawn again, which changes nothing. 1 - (1 - 1/m)**n, the chance of not being missed n times.
    """
    return np.asarray(1.0 - (1.0 - 1.0 / prefixes) ** np.asarray(blocks, dtype=np.float64))


def alternating(hops_per_day: float, detection_hours: float) -> float:
    """The share of time for which an address is up, in the long run and where there is always a free prefix to hop to.

    Up until found, down until the next hop: an alternating process with the rates d down and h up is up h / (h + d) of
    the time. Only the ratio of both times counts. Without any hops it is 0.
    """
    return hops_per_day / (hops_per_day + 24.0 / detection_hours)


def course(assumptions: Assumptions, days: Floats) -> tuple[Floats, Floats]:
    """Expected shares at so many days from the start: of the messenger's addresses that are up, of bystanders dark.

    Exact. What one of the messenger's k addresses does to one given prefix is a Markov chain: it lies in the prefix
    (m u of m prefixes have one there), elsewhere, or it has been found in it. Until the prefix is blocked the k chains
    do not touch, so with s the chance that one of them has not been found there yet, the prefix is free with s**k, and
    an address is up in it with u s**(k - 1). s' = -d u and u' = s h/m - (h + d) u, from s = 1 and u = 1/m.
    """
    m, k = assumptions.prefixes, assumptions.messenger_addresses
    h, d = assumptions.hops_per_day, 24.0 / assumptions.detection_hours
    # The two rates of decay, written without a difference of near numbers; they meet where m = 1 and h = d.
    apart = np.sqrt((h - d) ** 2 + 4 * d * h * (1 - 1 / m))
    slow = 2 * d * h / m / (h + d + apart)
    decay = np.exp(-slow * days)
    between = decay * (-np.expm1(-apart * days) / apart if apart else days)
    not_found = decay + (slow - d / m) * between
    there_m_times = decay + (slow - d) * between
    return there_m_times * not_found ** (k - 1), 1 - not_found**k


def expected(assumptions: Assumptions) -> Expected:
    """What the runs of `simulate` come to on average, exactly: `course` at the end, and its mean over all days."""
    _, dark = course(assumptions, np.array([assumptions.days]))
    days, weights = _moments(assumptions.days)
    up, _ = course(assumptions, days)
    addresses = float(dark[0]) * assumptions.cloud_addresses
    return Expected(1 - float(up @ weights), float(dark[0]), addresses, addresses * assumptions.tenants_per_address)


def trade_off(assumptions: Assumptions) -> TradeOff:
    """The messenger's traffic stopped against bystanders hit, for each prefix length from /32 to /12.

    The length in `assumptions` is not used.
    """
    rows = [expected(replace(assumptions, prefix_length=length)) for length in PREFIX_LENGTHS]
    stopped, dark, addresses, businesses = np.array([astuple(row) for row in rows]).T
    return TradeOff(np.array(PREFIX_LENGTHS), stopped, dark, addresses, businesses)


def simulate(assumptions: Assumptions, runs: int = 500, seed: int = 2018) -> Runs:
    """So many runs by lot. Prefixes stand for all who are in them: no address or business is drawn by itself.

    numpy may change these draws between versions; the distribution stays. Raises KitError for too much at once.
    """
    if isinstance(runs, bool) or not isinstance(runs, int) or runs < 1:
        raise KitError(f"The number of runs is a whole number from 1 on, not {runs!r}.")
    m, k, days = assumptions.prefixes, assumptions.messenger_addresses, assumptions.days
    if runs * k * (1 + assumptions.hops_per_day * days) > _MOST_STAYS:
        raise KitError("So many runs, addresses, hops and days are too much to draw at once; take fewer of any.")
    draw = np.random.default_rng(seed)
    holder, start, end = _stays(draw, runs * k, assumptions.hops_per_day, days)
    run = holder // k
    found = start + draw.exponential(assumptions.detection_hours / 24, start.size)
    prefix = run * m + draw.integers(0, m, start.size)  # a prefix of one run is another than that of the next

    seen = np.flatnonzero(found < end)
    seen = seen[np.argsort(found[seen])]
    blocked, first = np.unique(prefix[seen], return_index=True)  # the first of each is the earliest
    since = np.append(found[seen][first], np.inf)
    place = np.searchsorted(blocked, prefix)
    ever = np.append(blocked, -1)[place] == prefix
    up = np.maximum(0, np.minimum(end, np.where(ever, since[place], np.inf)) - start)
    return Runs(
        reachable=np.bincount(run, up, runs) / (k * days),
        dark=np.bincount(blocked // m, minlength=runs) / m,
        findings=np.bincount(run[seen], minlength=runs),
    )


def _stays(
    draw: np.random.Generator, holders: int, hops_per_day: float, days: float
) -> tuple[NDArray[np.int64], Floats, Floats]:
    """Stays at addresses: whose, from which day, until which. Given their number, hops fall evenly over the days."""
    stays = draw.poisson(hops_per_day * days, holders) + 1
    holder = np.repeat(np.arange(holders), stays)
    first = np.cumsum(stays) - stays
    moment = holder + draw.random(holder.size)
    moment[first] = np.arange(holders)
    moment.sort()  # one sort for all holders: each has a unit of its own
    start = (moment - holder) * days
    end = np.append(start[1:], days)
    end[first[1:] - 1] = days
    return holder, start, end


def _moments(days: float) -> tuple[Floats, Floats]:
    """Moments from 0 to `days`, dense at the start where shares change fast, and weights for the mean over them.

    Gauss and Legendre's rule of 12 points in each of 25 pieces, each twice as long as the one before.
    """
    edges = days * np.append(0.0, 2.0 ** np.arange(-24, 1))
    points, weights = np.polynomial.legendre.leggauss(12)
    half = np.diff(edges)[:, None] / 2
    return (edges[:-1, None] + half * (points + 1)).ravel(), (half * weights).ravel() / days
