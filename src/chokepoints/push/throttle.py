"""How often background pushes may wake an app: a rule of ours, on the model clock, for what Apple leaves open.

Apple says that the system does not promise to deliver background pushes, may hold them back where they are too many,
and that a provider should not try more than two or three an hour (apns-background-rate); how it counts is not public.
Ours: three in any hour go to the app; what comes beyond is held back until the hour allows one more, and of several
that are held back only the last is kept. With the app in front nothing is held back. Nobody is told: the gateway has
handed the push over, and the provider's 200 stands.
"""

from collections import deque
from dataclasses import dataclass, field
from math import isfinite

from chokepoints.errors import KitError
from chokepoints.push.pushes import Push

#: Background pushes an app in so many seconds: the upper end of what Apple advises.
MOST, WITHIN = 3, 3600.0


@dataclass(slots=True)
class Throttle:
    """One app on one device: at most `most` background pushes in any `within` seconds.

    `waiting` is the push that is held back, `lost` how many were dropped for a later one. Raises KitError for what is
    no rate.
    """

    most: int = MOST
    within: float = WITHIN
    waiting: Push | None = field(default=None, init=False)
    lost: int = field(default=0, init=False)
    _times: deque[float] = field(default_factory=deque, init=False, repr=False)

    def __post_init__(self) -> None:
        if isinstance(self.most, bool) or not isinstance(self.most, int) or self.most < 1:
            raise KitError(f"{self.most!r} is no number of pushes: write a whole number, 1 or more.")
        seconds = self.within
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not isfinite(seconds) or seconds <= 0:
            raise KitError(f"{seconds!r} is no time: write seconds above 0.")

    def lets(self, push: Push, now: float) -> bool:
        """Whether a background push goes to the app now; else it is held back, and one held back before is lost."""
        free = self._free(now)
        self.lost += self.waiting is not None
        self.waiting = None if free else push
        if free:
            self._times.append(now)
        return free

    def due(self) -> float | None:
        """When what is held back may go, in model seconds; None where nothing is."""
        if self.waiting is None:
            return None
        return self._times[0] + self.within if len(self._times) >= self.most else 0.0

    def release(self, now: float) -> Push | None:
        """What was held back, if it may go by now."""
        if self.waiting is None or not self._free(now):
            return None
        self._times.append(now)
        return self.give_up()

    def give_up(self) -> Push | None:
        """What was held back, without counting it: the app is in front, where nothing is held back."""
        push, self.waiting = self.waiting, None
        return push

    def _free(self, now: float) -> bool:
        while self._times and self._times[0] + self.within <= now:
            self._times.popleft()
        return len(self._times) < self.most
