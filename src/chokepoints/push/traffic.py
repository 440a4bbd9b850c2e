"""What a gateway learns though it can read nothing: who talks with whom, from the times of pushes alone.

The gateway sees that something of some size went to some token at some time, `Push`. Two people who talk get pushes in
turn: the answer to a push of hers is a push of his. `match` counts how often that happens within a window of seconds,
for every two tokens, and links those for whom it happens more often than chance would bring. `accuracy` measures it.

The talk is generated, and kinder to the gateway than life: every message makes one push, nobody has two devices, and
what else arrives at a token (`background_an_hour`) comes at times that have nothing to do with other tokens. Whether
a service keeps the times of pushes, and for how long, stands in none of the kit's sources.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np

from chokepoints.errors import KitError

Link = frozenset[str]

_LIMITS: dict[str, tuple[float, float]] = {
    "pairs": (1, 500),
    "hours": (0.1, 1_000),
    "talks_a_day": (0, 1_000),
    "messages_a_talk": (1, 1_000),
    "reply_seconds": (0.1, 100_000),
    "held_seconds": (0, 100_000),
    "background_an_hour": (0, 1_000),
}
#: No more pushes than this in one generated talk, and no more pushes near others in one match: some 2 seconds each.
_MOST, _MOST_NEAR = 200_000, 5_000_000


class Push(NamedTuple):
    """One push as the gateway sees it: when (seconds from the start), how large (bytes), to which token."""

    time: float
    size: int
    token: str


@dataclass(frozen=True, slots=True)
class Traffic:
    """How people talk, all of it assumed. Raises KitError for numbers that cannot be.

    `pairs` of people, each with one device, who talk with nobody else for so many `hours`. `talks_a_day` of each pair
    and `messages_a_talk`, on average; speakers take turns. `reply_seconds`: from a message to the answer, on average.
    `held_seconds`: each push is held back for a random time up to this, as a network does or a defence might.
    `background_an_hour`: other pushes to each token, from anybody else.
    """

    pairs: int = 20
    hours: float = 24.0
    talks_a_day: float = 6.0
    messages_a_talk: float = 10.0
    reply_seconds: float = 20.0
    held_seconds: float = 1.0
    background_an_hour: float = 4.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value, (low, high) = getattr(self, field.name), _LIMITS[field.name]
            right, kind = (int, "a whole number") if field.type is int else (int | float, "a number")
            if not isinstance(value, right) or isinstance(value, bool) or not low <= value <= high:
                raise KitError(f"{field.name} is {kind} from {low:,} to {high:,}, not {value!r}.")
        if self.pushes > _MOST:
            raise KitError(f"This is {self.pushes:,.0f} pushes, and {_MOST:,} is the most; take fewer of anything.")

    @property
    def pushes(self) -> float:
        """How many pushes to expect, those after the end included."""
        talks = self.pairs * self.talks_a_day * self.hours / 24
        return talks * self.messages_a_talk + 2 * self.pairs * self.background_an_hour * self.hours


@dataclass(frozen=True, slots=True)
class Talk:
    """A generated talk: the `pushes`, by time, which the gateway sees, and the `pairs` of tokens, which it does not."""

    pushes: tuple[Push, ...]
    pairs: frozenset[Link]

    @property
    def tokens(self) -> tuple[str, ...]:
        """Every token, in order of name."""
        return tuple(sorted(token for pair in self.pairs for token in pair))


@dataclass(frozen=True, slots=True)
class Score:
    """How many links were `found`, how many of them are `right`, and how many `there` are to find."""

    found: int
    right: int
    there: int

    @property
    def precision(self) -> float | None:
        """The share of the links found that are right; None where none was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float:
        """The share of the links there are that was found."""
        return self.right / self.there


def generate(traffic: Traffic, seed: int = 2018) -> Talk:
    """Talk by lot: the same seed gives the same. Talks begin evenly over the hours, and the last may outlast them."""
    draw, length = np.random.default_rng(seed), traffic.hours * 3_600
    names = [f"{number:08x}" for number in draw.choice(2**32 - 1, 2 * traffic.pairs, replace=False)]
    pairs, seen = [names[2 * place : 2 * place + 2] for place in range(traffic.pairs)], []
    for pair in pairs:
        for start in draw.uniform(0, length, draw.poisson(traffic.talks_a_day * traffic.hours / 24)):
            messages = int(draw.geometric(1 / traffic.messages_a_talk))
            moments = start + np.cumsum(draw.exponential(traffic.reply_seconds, messages))
            first = int(draw.integers(2))
            seen += [(float(moment), pair[(first + turn) % 2]) for turn, moment in enumerate(moments)]
        for token in pair:
            others = draw.uniform(0, length, draw.poisson(traffic.background_an_hour * traffic.hours))
            seen += [(float(moment), token) for moment in others]
    held = draw.uniform(0, traffic.held_seconds, len(seen))
    sizes = 150 + draw.geometric(1 / 80, len(seen))
    pushes = [
        Push(moment + float(wait), min(4_096, int(size)), token)
        for (moment, token), wait, size in zip(seen, held, sizes, strict=True)
    ]
    return Talk(tuple(sorted(pushes)), frozenset(map(frozenset, pairs)))


def together(pushes: Sequence[Push], window: float) -> Counter[Link]:
    """How often two tokens got pushes less than `window` seconds apart, for every two that did; `pushes` by time."""
    counts: Counter[Link] = Counter()
    first = 0
    for place, push in enumerate(pushes):
        while push.time - pushes[first].time >= window:
            first += 1
        for other in pushes[first:place]:
            if other.token != push.token:
                counts[frozenset((other.token, push.token))] += 1
    return counts


def match(pushes: Sequence[Push], window: float = 30.0, least: int = 3) -> frozenset[Link]:
    """Who talks with whom, by time alone: links of two tokens, each token in one at most.

    From each count of `together` the number is taken away that chance would bring to two tokens so busy: n m 2 w / T.
    Two tokens are linked where each is for the other the one with most left, and they met `least` times or more.
    Raises KitError for a window that is not above 0 seconds, or that holds too many pushes to compare.
    """
    if not isinstance(window, int | float) or not 0 < window < float("inf"):
        raise KitError(f"The window is a number of seconds above 0, such as 30, not {window!r}.")
    if not pushes:
        return frozenset()
    pushes = sorted(pushes)
    length = max(window, pushes[-1].time - pushes[0].time)
    if len(pushes) ** 2 * window / length > _MOST_NEAR:
        raise KitError("So many pushes within one window are too much to compare; take a shorter window or less talk.")
    busy = Counter(push.token for push in pushes)
    best: dict[str, tuple[float, str]] = {}
    for link, count in together(pushes, window).items():
        one, other = sorted(link)
        left = count - busy[one] * busy[other] * 2 * window / length
        if count >= least and left > 0:
            best[one] = max(best.get(one, (0.0, "")), (left, other))
            best[other] = max(best.get(other, (0.0, "")), (left, one))
    return frozenset(frozenset((one, other)) for one, (_, other) in best.items() if best[other][1] == one)


def guess(tokens: Collection[str], seed: int = 2018) -> frozenset[Link]:
    """Pairs by lot, one token left over where their number is odd."""
    drawn = np.random.default_rng(seed).permutation(sorted(tokens)).tolist()
    return frozenset(frozenset(drawn[place : place + 2]) for place in range(0, len(drawn) - 1, 2))


def by_guessing(tokens: int) -> float:
    """Precision and recall of pairs drawn by lot, on average: one of all the others is right. At least two tokens."""
    return 1 / (tokens - 1)


def score(found: Collection[Link], pairs: Collection[Link]) -> Score:
    """What was found against what is there."""
    return Score(len(found), len(set(found) & set(pairs)), len(pairs))


def accuracy(traffic: Traffic, window: float = 30.0, talks: int = 10, seed: int = 2018) -> Score:
    """`match` measured on so many generated talks, their counts added up."""
    total = np.zeros(3, np.int64)
    for number in range(talks):
        talk = generate(traffic, seed + number)
        one = score(match(talk.pushes, window), talk.pairs)
        total += (one.found, one.right, one.there)
    return Score(*map(int, total))
