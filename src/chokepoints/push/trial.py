"""What the lesson runs at the gateway: a messenger that sends through aioapns, and tables of what each party saw."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aioapns import APNs, NotificationRequest, PushType
from aioapns.connection import APNsProductionClientProtocol
from aioapns.exceptions import MaxAttemptsExceeded

from chokepoints.errors import KitError
from chokepoints.push.device import Device
from chokepoints.push.gateway import Gateway, gateway
from chokepoints.push.gateway_core import A_MINUTE
from chokepoints.push.pushes import Kind, read_json
from chokepoints.push.pushes_sealed import Seal, alert, service
from chokepoints.push.rules import APNS, FCM, Rules
from chokepoints.push.switch import Order, Row

#: The messenger's app, and the address that its service push carries: one kept for documentation (RFC 5737).
APP, ADDRESS = "org.example.messenger", "203.0.113.9:443"
#: The label under which a push is sent, as aioapns has it.
_LABELS = {"alert": PushType.ALERT, "background": PushType.BACKGROUND}
#: The largest payload in bytes that aioapns can send: it writes one frame, and leaves a stream open if that fails.
_FRAME = 16_384


class Messenger:
    """The messenger as the gateway's customer: it sends through aioapns, unpatched."""

    def __init__(self, client: APNs) -> None:
        self._client = client
        self._sending: set[asyncio.Task[Any]] = set()

    async def send(
        self, device: Device | str, payload: Mapping[str, Any], label: str = "alert", *, seconds: int | None = None
    ) -> str:
        """Send one push, to a device or a token; what aioapns reports, such as '200' or '410 Unregistered'.

        `label` is the sender's word for it, 'alert' or 'background'; `seconds` how long it may wait, a second of which
        may be lost on the way. Raises KitError for what cannot be sent, and where no gateway answers.
        """
        token = device.token if isinstance(device, Device) else device
        if not isinstance(token, str) or not token.isprintable():
            raise KitError(f"{device!r} is no device and no token: write a device that the gateway gave you.")
        if not isinstance(label, str) or label not in _LABELS:
            raise KitError(f"{label!r} is no label of a push: write 'alert' or 'background'.")
        if seconds is not None and (isinstance(seconds, bool) or not isinstance(seconds, int) or seconds < 1):
            raise KitError(f"{seconds!r} is no time that aioapns can ask for: write whole seconds, 1 or more.")
        request = NotificationRequest(
            token,
            _sendable(payload),
            push_type=_LABELS[label],
            priority=10 if label == "alert" else 5,  # Apple's rule for a push that only wakes (apns-priority)
            time_to_live=seconds,
        )
        sending = asyncio.create_task(self._client.send_notification(request))
        self._sending.add(sending)
        sending.add_done_callback(self._sent)
        try:
            answer = await asyncio.shield(sending)  # aioapns breaks its connection where a request was cancelled
        except MaxAttemptsExceeded:
            raise KitError("No gateway answers: send while the gateway and its messenger run.") from None
        return f"{answer.status} {answer.description or ''}".strip()

    async def end(self) -> None:
        """Close the connections; what is still being sent is given up."""
        pool: Any = self._client.pool
        pool.max_connection_attempts = 0  # else it connects anew for what it could not send, five seconds long
        for _ in range(100):  # TLS takes a moment; a connection that is being made cannot be broken off
            pool.close()
            if not pool.connections and not self._sending:
                break
            await asyncio.sleep(0.005)
        for task in self._sending:
            task.cancel()

    def _sent(self, task: asyncio.Task[Any]) -> None:
        self._sending.discard(task)
        if not task.cancelled():
            task.exception()  # asked for, else the loop complains where nobody waits for it any more


@asynccontextmanager
async def messenger(gate: Gateway, app: str = APP) -> AsyncIterator[Messenger]:
    """A messenger that is registered with the gateway, until the block ends.

    Four settings of aioapns point it home: `APNS_SERVER` and `APNS_PORT`, the key, and `ssl_context`. The first two are
    attributes of a class: here of one made for this gateway, so that several gateways can run at once.
    """

    class Home(APNsProductionClientProtocol):
        APNS_SERVER = "127.0.0.1"
        APNS_PORT = gate.port

    logging.getLogger("aioapns").setLevel(logging.CRITICAL)  # it prints each refusal, with the token
    key = gate.provider(app)
    client = APNs(key=key.key, key_id=key.key_id, team_id=key.team_id, topic=app, ssl_context=gate.trust)
    pool: Any = client.pool
    pool.protocol_class = Home
    sender = Messenger(client)
    try:
        yield sender
    finally:
        await sender.end()


def _sendable(payload: object) -> dict[str, Any]:
    """The payload as a dictionary that aioapns can write. Raises KitError."""
    if not isinstance(payload, Mapping):
        raise KitError("A payload is a dictionary, such as alert('Hello') makes: this is none.")
    try:
        size = len(json.dumps(dict(payload), ensure_ascii=False).encode())
    except (TypeError, ValueError, RecursionError):
        raise KitError("This payload is no JSON: write words, numbers, lists and dictionaries.") from None
    if size > _FRAME:
        raise KitError(f"aioapns cannot send {size:,} bytes at once: a payload has at most 4,096.")
    return dict(payload)


def sendings(seal: Seal) -> dict[str, tuple[dict[str, Any], str]]:
    """Five ways to send, each as payload and label: two in the clear, two sealed, and a sealed one dressed up."""
    words, move = alert("Ada: at the old gate"), service(2, ADDRESS)
    return {
        "alert, in the clear": (words, "alert"),
        "service push, in the clear": (move, "background"),
        "alert, sealed": (seal.seal(words), "alert"),
        "service push, sealed": (seal.seal(move), "background"),
        "service push, sealed, dressed": (seal.seal(move, dressed=True), "alert"),
    }


def _tells(row: Row) -> str:
    """What the gateway can tell of a push, in words."""
    if row.service is None:
        return "sealed: cannot tell what it is for"
    return "a service push" if row.service else "a message, and its text" if row.kind is Kind.ALERT else "another one"


def what_the_gateway_saw(gate: Gateway) -> str:
    """The gateway's log as a table: storefront, the sender's label, the size in bytes, and what could be read."""
    rows = [("", "storefront", "label", "bytes", "what it can tell")]
    rows += [
        (str(number), row.storefront, row.claim, str(row.size), _tells(row)) for number, row in enumerate(gate.log, 1)
    ]
    return _table(rows)


async def under(orders: Order | Iterable[Order] = (), storefronts: Iterable[str] = ("RU", "DE")) -> str:
    """Send the five to a device in each storefront while the orders hold; what each party knows of it, as a table.

    Of each push: what the messenger was told, and whether the device got it within a second. Raises KitError.
    """
    places = _places(storefronts)
    rows: list[tuple[str, ...]] = [("", *(f"{place}: told, got" for place in places))]
    async with gateway(orders=orders) as gate, messenger(gate) as sender:
        phones = [await gate.device(APP, place) for place in places]
        for words, (payload, label) in sendings(Seal()).items():
            row = [words]
            for phone in phones:
                told = await sender.send(phone, payload, label)
                await gate.wait(1)
                # Not any push: one that was delayed may come in the second of a later one.
                came = any(read_json(got.push.payload) == payload for got in phone.received)
                row.append(f"{told}, {'came' if came else 'nothing'}")
            rows.append(tuple(row))
    return _table(rows)


async def away(rules: Rules = APNS, count: int = 5) -> tuple[str, ...]:
    """The texts that a device finds after so many alerts while it was away, by one service's rules, in their order.

    Raises KitError for what are no rules, and for a count that is none or more than the gateway takes in a minute.
    """
    if not isinstance(rules, Rules):
        raise KitError(f"{rules!r} is no set of rules: write APNS or FCM, of chokepoints.push.rules.")
    if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= A_MINUTE:
        raise KitError(f"{count!r} is no number of alerts to send here: write a whole one from 0 to {A_MINUTE:,}.")
    async with gateway(rules) as gate, messenger(gate) as sender:
        phone = await gate.device(APP, "RU")
        await gate.offline(phone)
        for number in range(1, count + 1):
            await sender.send(phone, alert(f"message {number}"))
        await gate.online(phone)
        return tuple(str(Seal().open(got.push.payload)["aps"]["alert"]) for got in phone.received)


async def who_comes_back(counts: Iterable[int] = (5, 100, 101)) -> str:
    """How many of so many alerts reach a device that was away, by the rules of APNs and of FCM, as a table.

    Raises KitError for a number that is none.
    """
    if not isinstance(counts, Iterable) or isinstance(counts, str):
        raise KitError(f"{counts!r} is no list of numbers: write one such as [5, 100, 101].")
    rows: list[tuple[str, ...]] = [("sent while away", APNS.name, FCM.name)]
    for count in counts:
        found = [await away(rules, count) for rules in (APNS, FCM)]
        rows.append((str(count), *(_arrive(len(texts)) for texts in found)))
    return _table(rows)


def _places(storefronts: object) -> tuple[str, ...]:
    """Storefronts, each once; one alone needs no list. Raises KitError."""
    listed = tuple(storefronts) if isinstance(storefronts, Iterable) and not isinstance(storefronts, str) else ()
    places = (storefronts,) if isinstance(storefronts, str) else listed
    if not places or any(not isinstance(one, str) or not one for one in places) or len(set(places)) < len(places):
        raise KitError(f"{storefronts!r} lists no storefronts: write each once, as 'RU' or ['RU', 'DE'].")
    return places


def _arrive(count: int) -> str:
    return f"{count or 'none'} {'arrive' if count > 1 else 'arrives'}"


def _table(rows: Iterable[Iterable[str]]) -> str:
    """Rows of words under one another."""
    listed = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    return "\n".join(
        "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip() for row in listed
    )
