"""Push against polling: what an app without the vendor's gateway must do instead, for a user and for the service.

Three ways to learn of a message. The app asks its service every so many minutes of the active hours (polling). It, or a
helper for several apps such as ntfy under UnifiedPush, holds a connection of its own, which must be kept alive. Or the
vendor's gateway pushes, over the one connection that the system keeps for all apps: what that costs is the same with
or without this app, so it is not counted here.

`compare` gives each way's load by formula, `simulate` draws users and messages and counts. Assumptions are named in
`Polling` with their sources. Battery life is left out: no source gives it in mAh, for push or for polling.
"""

from dataclasses import dataclass, fields
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from chokepoints.errors import KitError

Floats = NDArray[np.float64]

_DAY = 86_400
#: What each assumption rests on: facts by their slugs, or "assumed".
BASIS = {
    "interval_minutes": "assumed",
    "active_hours": "assumed",
    "messages_per_day": "assumed",
    "keepalive_seconds": "unifiedpush-keepalive-ntfy; others: ntfy-keepalive, unifiedpush-keepalive-xmpp, "
    "unifiedpush-keepalive-sunup",
    "push_seconds": "assumed",
    "poll_bytes": "assumed",
    "keepalive_bytes": "assumed",
    "message_bytes": "assumed; at most 4,096: apns-payload",
    "users": "aud-15m",
}
_LIMITS: dict[str, tuple[float, float]] = {
    "interval_minutes": (0.1, 1_440),
    "active_hours": (1, 24),
    "messages_per_day": (0, 100_000),
    "keepalive_seconds": (1, _DAY),
    "push_seconds": (0.001, _DAY),
    "poll_bytes": (0, 10_000_000),
    "keepalive_bytes": (0, 10_000_000),
    "message_bytes": (0, 4_096),
    "users": (1, 10_000_000_000),
}
#: No more messages than this in one simulation: some 2 seconds.
_MOST = 10_000_000


class Way(StrEnum):
    """How a device learns of a message."""

    POLL = "polling"
    OWN = "own connection"
    GATEWAY = "vendor's gateway"


@dataclass(frozen=True, slots=True)
class Polling:
    """What is taken for granted. Raises KitError for numbers that cannot be.

    `interval_minutes` between two polls, the first at the start of `active_hours` and the last at their end or before.
    `messages_per_day` to each user, evenly over day and night. `keepalive_seconds` of a connection of its own.
    `push_seconds`: how long a push takes on its way, on average (exponential), by either connection.
    `poll_bytes`: one poll, both directions, whether or not it brings a message; `keepalive_bytes`: one keep-alive;
    `message_bytes`: one message on any way. `users` of the service: all have the same active hours, and their polls are
    spread evenly within the interval.
    """

    interval_minutes: float = 15.0
    active_hours: float = 16.0
    messages_per_day: float = 40.0
    keepalive_seconds: float = 45.0
    push_seconds: float = 1.0
    poll_bytes: int = 2_000
    keepalive_bytes: int = 150
    message_bytes: int = 1_000
    users: int = 15_000_000

    def __post_init__(self) -> None:
        for field in fields(self):
            value, (low, high) = getattr(self, field.name), _LIMITS[field.name]
            right, kind = (int, "a whole number") if field.type is int else (int | float, "a number")
            if not isinstance(value, right) or isinstance(value, bool) or not low <= value <= high:
                raise KitError(f"{field.name} is {kind} from {low:,} to {high:,}, not {value!r}.")

    @property
    def polls(self) -> Floats:
        """When one user polls, in seconds from the start of the active hours, of shape (polls a day,)."""
        step = 60 * self.interval_minutes
        count = int(3_600 * self.active_hours / step + 1e-9) + 1
        times = step * np.arange(count)
        return np.asarray(times[times < _DAY - 1e-6])

    @property
    def gaps(self) -> Floats:
        """From each poll to the next, in seconds, the night's gap last; a day in all."""
        return np.diff(self.polls, append=_DAY)


@dataclass(frozen=True, slots=True)
class Load:
    """What one way costs.

    For a user: `wake_ups` of the device a day, keep-alives among them; how long a message waits in seconds, on average
    `day_delay` from the first poll of a day to the last (of one a day: in all), `mean_delay` in all, `worst_delay` at
    most (None where there is no bound); `bytes` a day. For the servers of all users together, whoever runs them:
    `requests` a second on the mean of a day, `busiest` on the mean of the active hours, and `connections` held open for
    this app. A request is a poll, a keep-alive or a message that is pushed.
    """

    wake_ups: float
    day_delay: float
    mean_delay: float
    worst_delay: float | None
    bytes: float
    requests: float
    busiest: float
    connections: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What a simulation counted.

    `wake_ups` and `bytes` are of one user and day. `delays` of each message and `of_day`, when it came, in seconds from
    the start of the active hours. `by_minute`: requests a second and user in each minute of a day, of shape (1440,).
    """

    wake_ups: float
    delays: Floats
    of_day: Floats
    bytes: float
    by_minute: Floats


def compare(polling: Polling) -> dict[Way, Load]:
    """The load of each way, by formula.

    Polling: the chance that a message falls into a gap between two polls is as the gap is long, and it waits for half
    of it on average. So the mean delay is the sum of the squares of a day's gaps, in seconds, by two days.
    """
    messages, users, gaps = polling.messages_per_day, polling.users, polling.gaps
    polls, alive = len(gaps), _DAY / polling.keepalive_seconds
    carried = messages * polling.message_bytes
    asked, kept, sent = (users * times / _DAY for times in (polls, alive + messages, messages))
    step = 60 * polling.interval_minutes
    asked_bytes, alive_bytes = polls * polling.poll_bytes, alive * polling.keepalive_bytes
    wait, worst, way = float(gaps @ gaps) / 2 / _DAY, float(gaps.max()), polling.push_seconds
    return {
        Way.POLL: Load(
            polls,
            step / 2 if polls > 1 else wait,
            wait,
            worst,
            asked_bytes + carried,
            asked,
            max(asked, users / step),
            0,
        ),
        Way.OWN: Load(alive + messages, way, way, None, alive_bytes + carried, kept, kept, users),
        Way.GATEWAY: Load(messages, way, way, None, carried, sent, sent, 0),
    }


def simulate(polling: Polling, way: Way, users: int = 500, days: int = 2, seed: int = 2018) -> Counted:
    """So many users over so many days: every poll, keep-alive and message by itself, and counted.

    Each user has messages and a start of its own, within one interval of the start of the active hours. Raises KitError
    for too much at once.
    """
    asks = {Way.POLL: len(polling.polls), Way.OWN: _DAY / polling.keepalive_seconds, Way.GATEWAY: 0}[way]
    if users * (days + 2) * (asks + polling.messages_per_day) > _MOST:
        raise KitError("So many users, days and requests are too much to draw at once; take fewer of any.")
    draw, end = np.random.default_rng(seed), days * _DAY
    counts = draw.poisson(polling.messages_per_day * days, users)
    arrived = draw.uniform(0, end, counts.sum())
    if way is Way.POLL:
        begins = draw.uniform(0, min(60 * polling.interval_minutes, _DAY), users)
        days_on = _DAY * np.arange(-1, days + 1)  # with those before and after, which reach into the days counted
        times = begins[:, None] + (days_on[:, None] + polling.polls).ravel()
        apart = (end + 4.0 * _DAY) * np.arange(
            users
        )  # one search for all users: each has a stretch of the line of its own
        line, waits = (times + apart[:, None]).ravel(), arrived + np.repeat(apart, counts)
        delays = line[np.searchsorted(line, waits)] - waits
        requests, beside = times[(times >= 0) & (times < end)], polling.poll_bytes
    else:
        delays = draw.exponential(polling.push_seconds, arrived.size)
        every = polling.keepalive_seconds
        kept = draw.uniform(0, every, users)[:, None] + every * np.arange(int(end / every) + 1)
        requests = kept[kept < end] if way is Way.OWN else np.empty(0)
        beside = polling.keepalive_bytes
    carried = requests.size * beside + arrived.size * polling.message_bytes
    requests = requests if way is Way.POLL else np.append(requests, arrived)
    by_minute = np.bincount((requests % _DAY // 60).astype(np.int64), minlength=1_440) / (60 * users * days)
    return Counted(requests.size / users / days, delays, arrived % _DAY, carried / users / days, by_minute)
