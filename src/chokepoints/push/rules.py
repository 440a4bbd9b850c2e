"""What notification services promise to keep for a device that is away: three sets of rules for one mailbox.

Each limit names where it is read: a fact of `datasets/` by its slug, or a page. What no page says is called ours.
"""

from dataclasses import dataclass

from chokepoints.errors import KitError
from chokepoints.push.pushes import is_call

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What one service stores for one app on one device.

    `payload` and `key` are the largest payload and collapse key, in bytes; `voip` is the largest payload of a push for
    calls, where it differs. `plain` is how many pushes without a collapse key wait at once, `keys` how many collapse
    keys; None is any number. With `all_go`, one push too many takes all that wait without a key with it, and the device
    is told so; else the oldest makes room. With `one_store`, a collapse key changes nothing here: it counts on the
    device's screen alone. With `clears`, a push for one try takes what waits under its key with it, also where it finds
    nobody. `longest` and `default` are lifetimes in seconds. `says` holds a line a limit, with its source. Raises
    KitError for limits that cannot be.
    """

    name: str
    payload: int
    key: int
    plain: int | None
    keys: int | None
    longest: float
    default: float
    one_store: bool = False
    all_go: bool = False
    clears: bool = False
    voip: int | None = None
    says: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("payload", "key", "plain", "keys", "voip"):
            limit = getattr(self, name)
            if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 1):
                raise KitError(f"{limit!r} is no limit for {name}: write a whole number, 1 or more.")
        if not 0 < self.default <= self.longest:
            raise KitError(f"A default of {self.default} s must lie above 0 and at or below the longest lifetime.")

    def largest(self, topic: str) -> int:
        """The largest payload of a topic, in bytes."""
        return self.voip if self.voip and is_call(topic) else self.payload

    def lifetime(self, asked: float | None) -> float:
        """How long a push may wait, in seconds: what the sender asked for, at most `longest`; None asks for nothing."""
        return self.default if asked is None else min(asked, self.longest)


APNS = Rules(
    name="APNs",
    payload=4096,
    key=64,
    plain=1,
    keys=None,
    longest=30 * DAY,
    default=30 * DAY,
    one_store=True,
    voip=5120,
    says=(
        "payload: 4,096 bytes (apns-payload); of a topic for calls 5,120 (apns-payload-voip)",
        "one stored notification an app, up to 30 days (apns-retention)",
        "that it is always the latest is ours: Apple's page says in most cases "
        "(developer.apple.com, Sending notification requests to APNs)",
        "expiry 0: tried once, not stored (apns-expiration-0)",
        "collapse id: 64 bytes (apns-collapse)",
        "30 days where the sender names no expiry: ours",
    ),
)
FCM = Rules(
    name="FCM",
    payload=4096,
    key=4096,
    plain=100,
    keys=4,
    longest=28 * DAY,
    default=28 * DAY,
    all_go=True,
    says=(
        "payload: 4,096 bytes (push-4096-common)",
        "100 without a collapse key, beyond that all are dropped and the device is told (fcm-100)",
        "that the one too many goes with them, and that those with a key stay, is ours",
        "four collapse keys at once (fcm-collapse-4)",
        "that a fifth key puts out the one that was set first is ours: which keys stay is left open "
        "(firebase.google.com, Non-collapsible and collapsible messages)",
        "0 seconds to 28 days, 28 where nothing is asked (fcm-ttl); 0: now or never "
        "(firebase.google.com, Set the lifespan of a message)",
        "a collapse key as long as a payload: ours; that with 0 seconds it leaves alone what waits under its key: ours",
    ),
)
WEB_PUSH = Rules(
    name="Web Push",
    payload=4096,
    key=32,
    plain=None,
    keys=None,
    longest=28 * DAY,
    default=28 * DAY,
    clears=True,
    says=(
        "payload: 4,096 bytes are always taken (RFC 8030 7.2, push-4096-common)",
        "the sender names a time to live, the service may shorten it; 0: now or never (RFC 8030 5.2)",
        "a topic of at most 32 letters replaces the push that waits under the same one (RFC 8030 5.4)",
        "that one of 0 seconds does so too, where nobody takes it, is our reading: it is not said of that case, and "
        "follows from a replacement that makes a new push and deletes the old",
        "28 days at most: ours; no limit to how many wait: ours",
    ),
)
