"""The receiving end of Web Push: a user agent with its keys, and what it could read of what the service brought."""

from dataclasses import dataclass
from typing import Any

from chokepoints.push.webpush_crypto import Discarded, Keys
from chokepoints.push.webpush_service import Brought, Service


@dataclass(frozen=True, slots=True)
class Received:
    """A push that was read: when the service had accepted it (model seconds), and its text."""

    accepted: float
    text: str


class UserAgent:
    """A browser on a device, subscribed to pushes at a service. Raises KitError for a wrong key.

    With `only` (an application server's key) nobody else can send to it. `inbox` holds what it read, `discarded` why it
    threw a push away. It is connected to the service from `connect` to `disconnect`; in between, pushes come at once.
    """

    def __init__(self, service: Service, device: str, *, only: str | None = None) -> None:
        self._service, self._keys = service, Keys()
        self._subscription = service.subscribe(device, only)
        self.inbox: list[Received] = []
        self.discarded: list[str] = []

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._subscription.device!r}, {len(self.inbox)} read)"

    @property
    def subscription(self) -> dict[str, Any]:
        """What an application server is given, as browsers write it (W3C Push API, PushSubscriptionJSON)."""
        return {"endpoint": self._subscription.endpoint, "keys": self._keys.public}

    @property
    def waiting(self) -> int:
        """How many pushes wait at the service. Raises KitError after `unsubscribe`."""
        return self._service.waiting(self._subscription)

    def connect(self) -> None:
        """Take what waits, then what comes. Raises KitError after `unsubscribe`."""
        self._service.connect(self._subscription, self._receive)

    def disconnect(self) -> None:
        """Sleep, or lose the network. Raises KitError after `unsubscribe`."""
        self._service.disconnect(self._subscription)

    def unsubscribe(self) -> None:
        """Give the subscription up: who sends to it is told 410. Raises KitError the second time."""
        self._service.unsubscribe(self._subscription)

    def expire(self) -> None:
        """The service, not the user, ends the subscription: who sends to it is told 404. Raises KitError after that."""
        self._service.expire(self._subscription)

    def _receive(self, brought: Brought) -> None:
        try:
            text = self._keys.decrypt(brought.body).decode("utf-8", "replace") if brought.body else ""
        except Discarded as reason:
            self.discarded.append(str(reason))
        else:
            self.inbox.append(Received(brought.since, text))
