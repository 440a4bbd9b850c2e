"""APNs' provider interface in memory: each refusal with its status, tokens signed for real, frames whole and broken."""

import json
import random
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from h2.errors import ErrorCodes
from h2.settings import SettingCodes
from push_talk import ALERT, TOPIC, Bare, bearer, headers

from chokepoints.errors import KitError
from chokepoints.push import apns_frames
from chokepoints.push.apns import PUSH_TYPES, Answer, Reason, Refused, Request
from chokepoints.push.apns_frames import Frames
from chokepoints.push.apns_token import Providers, Session
from chokepoints.push.gateway_core import Core
from chokepoints.push.mailbox import Fate
from chokepoints.push.switch import Order

BODY = json.dumps(ALERT).encode()
UUID_ONE = "123e4567-e89b-12d3-a456-426655440000"
NOW = 1_523_800_000.0


class Line:
    """A core, a provider's connection to it and a client, joined in memory."""

    def __init__(self, **options: Any) -> None:
        self.now = 0.0
        self.core = Core(clock=lambda: self.now, **options)
        self.key = self.core.provider(TOPIC)
        self.device = self.core.register(TOPIC, "RU")
        self.bearer = bearer(self.key)
        self.session = Session(self.core.providers)
        self.frames = Frames(lambda request: self.core.answer(request, self.session))
        self.client = Bare()
        self.carry(b"")

    def carry(self, data: bytes, piece: int = 1 << 20) -> None:
        """Bytes to the gateway, what comes back to the client, and so on until both are silent."""
        back = self.frames.start() if not self.client.answers and not data else b""
        data += self.client.take(back)
        while data:
            back = b"".join(self.frames.receive(data[at : at + piece]) for at in range(0, len(data), piece))
            data = self.client.take(back) if back else b""

    def headers(self, *more: Any, **changed: Any) -> Any:
        return headers(self.device.token, changed.pop("authorization", self.bearer), *more, **changed)

    def ask(self, fields: Any = None, body: bytes | None = BODY, **changed: Any) -> tuple[int, str]:
        self.carry(self.client.post(fields or self.headers(**changed), body))
        assert self.frames.faults == []
        return self.client.outcomes()[-1]


@pytest.fixture
def line() -> Line:
    return Line()


class TestRefusals:
    @pytest.mark.parametrize(
        ("changed", "status", "reason"),
        [
            ({":method": "GET"}, 405, "MethodNotAllowed"),
            ({":method": "PUT"}, 405, "MethodNotAllowed"),
            ({":path": "/"}, 404, "BadPath"),
            ({":path": "/2/device/" + "a" * 64}, 404, "BadPath"),
            ({":path": "/3/device/" + "a" * 64 + "/x"}, 404, "BadPath"),
            ({":path": "/3/device/" + "a" * 64 + "?x=1"}, 404, "BadPath"),
            ({":path": "/3/device/"}, 400, "MissingDeviceToken"),
            ({":path": "/3/device/" + "a" * 64}, 400, "BadDeviceToken"),
            ({":path": "/3/device/" + "a" * 63}, 400, "BadDeviceToken"),
            ({":path": "/3/device/" + "a" * 202}, 400, "BadDeviceToken"),
            ({":path": "/3/device/" + "g" * 64}, 400, "BadDeviceToken"),
            ({":path": "/3/device/../../etc/passwd"}, 404, "BadPath"),
            ({"without": "apns-topic"}, 400, "MissingTopic"),
            ({"apns_topic": ""}, 400, "MissingTopic"),
            ({"apns_topic": "two words"}, 400, "BadTopic"),
            ({"apns_topic": "é"}, 400, "BadTopic"),
            ({"apns_topic": "a" * 256}, 400, "BadTopic"),
            ({"apns_topic": "org.example.bank"}, 400, "TopicDisallowed"),
            ({"apns_priority": "7"}, 400, "BadPriority"),
            ({"apns_priority": "10", "apns_push_type": "background"}, 400, "BadPriority"),
            ({"apns_priority": ""}, 400, "BadPriority"),
            ({"apns_expiration": "soon"}, 400, "BadExpirationDate"),
            ({"apns_expiration": "-1"}, 400, "BadExpirationDate"),
            ({"apns_expiration": "1.5"}, 400, "BadExpirationDate"),
            ({"apns_expiration": "9" * 12}, 400, "BadExpirationDate"),
            ({"apns_expiration": "٣"}, 400, "BadExpirationDate"),
            ({"apns_collapse_id": "a" * 65}, 400, "BadCollapseId"),
            ({"apns_collapse_id": "é" * 33}, 400, "BadCollapseId"),
            ({"apns_id": "17"}, 400, "BadMessageId"),
            ({"apns_id": UUID_ONE.replace("-", "")}, 400, "BadMessageId"),
            ({"apns_push_type": "Alert"}, 400, "InvalidPushType"),
            ({"apns_push_type": "service"}, 400, "InvalidPushType"),
            ({"without": "authorization"}, 403, "MissingProviderToken"),
            ({"authorization": "bearer"}, 403, "MissingProviderToken"),
            ({"authorization": "basic abc"}, 403, "MissingProviderToken"),
            ({"authorization": "bearer abc"}, 403, "InvalidProviderToken"),
        ],
        ids=str,
    )
    def test_of_headers(self, line: Line, changed: dict[str, str], status: int, reason: str) -> None:
        assert line.ask(**changed) == (status, reason)
        assert line.core.refusals == {reason: 1}
        assert line.core.log == ()
        assert line.ask() == (200, "")

    @pytest.mark.parametrize("name", ["apns-id", "apns-topic", "apns-priority", "apns-expiration", "authorization"])
    def test_headers_given_twice(self, line: Line, name: str) -> None:
        fields = line.headers(apns_id=UUID_ONE, apns_priority="5", apns_expiration="0")
        fields.append((name, dict(fields)[name]))
        assert line.ask(fields) == (400, "DuplicateHeaders")

    @pytest.mark.parametrize(("body", "outcome"), [(None, 400), (b"", 400), (bytes(4096), 200), (bytes(4097), 413)])
    def test_of_the_payload(self, line: Line, body: bytes | None, outcome: int) -> None:
        reasons = {400: "PayloadEmpty", 200: "", 413: "PayloadTooLarge"}
        assert line.ask(body=body) == (outcome, reasons[outcome])

    @pytest.mark.parametrize("size", [8193, 16_000, 65_536, 69_999, 80_000, 200_000])
    def test_far_too_large(self, line: Line, size: int) -> None:
        first = line.client.h2.get_next_available_stream_id()
        line.carry(line.client.post(line.headers(), None, end=False))
        for start in range(0, size, 10_000):
            if first in line.client.reset:
                break
            last = start + 10_000 >= size
            line.client.h2.send_data(first, bytes(min(10_000, size - start)), end_stream=last)
            line.carry(line.client.h2.data_to_send())
        assert line.client.outcomes() == [(413, "PayloadTooLarge")]
        assert (first in line.client.reset) == (size > 70_000)
        assert line.ask() == (200, "")

    def test_of_a_device_that_has_left(self) -> None:
        wall = NOW + 1000.9
        line = Line(wall=lambda: wall)
        line.bearer = bearer(line.key, age=time.time() - wall)
        line.now = 400
        line.core.unregister(line.device.token)
        line.now = 500
        assert line.ask() == (410, "Unregistered")
        stamp = json.loads(line.client.answers[1][1])["timestamp"]
        assert stamp == int((NOW + 900.9) * 1000)

    def test_of_another_app_s_token(self, line: Line) -> None:
        other = line.core.register("org.example.bank", "RU")
        line.key = line.core.provider([TOPIC, "org.example.bank"])
        fields = headers(other.token, bearer(line.key))
        assert line.ask(fields) == (400, "DeviceTokenNotForTopic")

    def test_too_many_to_one_device(self) -> None:
        line = Line(a_minute=5)
        for now, outcomes in ((0, [200] * 5 + [429] * 3), (59.9, [429]), (60, [200] * 5 + [429])):
            line.now = now
            assert [line.ask()[0] for _ in outcomes] == outcomes
        assert line.core.refusals == {"TooManyRequests": 5}
        assert line.core.sights[5].reason == "TooManyRequests"

    def test_a_fault_inside_is_the_gateway_s(self, line: Line) -> None:
        def fails(request: Request) -> Answer:
            raise ZeroDivisionError

        line.frames._answer = fails
        line.carry(line.client.post(line.headers(apns_id=UUID_ONE), BODY))
        assert line.client.outcomes() == [(500, "InternalServerError")]
        assert line.client.answers[1][0]["apns-id"] == UUID_ONE
        assert [type(fault) for fault in line.frames.faults] == [ZeroDivisionError]

    def test_each_reason_has_apple_s_status(self) -> None:
        by_status = {403: 5, 404: 1, 405: 1, 410: 1, 413: 1, 429: 2, 500: 1, 503: 1}
        found = [reason.status for reason in Reason]
        assert {status: found.count(status) for status in set(found)} == {**by_status, 400: len(found) - 13}


class TestAccepted:
    def test_what_the_push_says(self, line: Line) -> None:
        line.core.wall = time.time
        expiry = str(int(time.time()) + 600)
        given = {"apns_priority": "5", "apns_push_type": "background", "apns_collapse_id": "é" * 32}
        assert line.ask(apns_expiration=expiry, apns_id=UUID_ONE.upper(), **given) == (200, "")
        fields, body = line.client.answers[1]
        assert (fields, body) == ({":status": "200", "apns-id": UUID_ONE.upper()}, b"")
        (item,) = line.core.box.known(line.device.token).waiting
        push = item.push
        assert (push.topic, push.payload, push.key, push.claim, push.priority) == (
            TOPIC,
            BODY,
            "é" * 32,
            "background",
            5,
        )
        assert push.lifetime in (599, 600)
        assert push.id == UUID_ONE.upper()

    def test_a_token_in_capitals(self, line: Line) -> None:
        assert line.ask(**{":path": f"/3/device/{line.device.token.upper()}"}) == (200, "")

    def test_what_is_left_out(self, line: Line) -> None:
        assert line.ask() == (200, "")
        UUID(line.client.answers[1][0]["apns-id"])
        (item,) = line.core.box.known(line.device.token).waiting
        assert (item.push.lifetime, item.push.priority, item.push.claim, item.push.key) == (None, 10, "", "")
        assert line.ask(apns_push_type="background") == (200, "")
        (item,) = line.core.box.known(line.device.token).waiting
        assert item.push.priority == 5

    @pytest.mark.parametrize(("given", "repeated"), [("17", True), ("x" * 64, True), ("x" * 65, False), ("a b", False)])
    def test_a_wrong_id_is_repeated_where_it_can_be(self, line: Line, given: str, repeated: bool) -> None:
        assert line.ask(apns_id=given) == (400, "BadMessageId")
        answered = line.client.answers[1][0]["apns-id"]
        assert (answered == given) == repeated
        if not repeated:
            UUID(answered)

    def test_two_without_an_id_get_two(self, line: Line) -> None:
        line.ask()
        line.ask()
        assert line.client.answers[1][0]["apns-id"] != line.client.answers[3][0]["apns-id"]

    @pytest.mark.parametrize("claim", sorted(PUSH_TYPES))
    def test_push_types(self, line: Line, claim: str) -> None:
        outcome = (400, "BadTopic") if claim == "voip" else (200, "")
        assert line.ask(apns_push_type=claim) == outcome

    @pytest.mark.parametrize(
        ("expiration", "fate"),
        [("0", Fate.NOT_STORED), ("300", Fate.EXPIRED), ("now", Fate.EXPIRED), ("next", Fate.STORED)],
    )
    def test_expiry(self, line: Line, expiration: str, fate: Fate) -> None:
        line.core.wall = lambda: NOW
        line.bearer = bearer(line.key, age=time.time() - NOW)
        value = {"now": str(int(NOW)), "next": str(int(NOW) + 1)}.get(expiration, expiration)
        assert line.ask(apns_expiration=value) == (200, "")
        assert line.core.sights[0].fate == fate


class TestCalls:
    def test_a_topic_of_its_own(self, line: Line) -> None:
        phone = line.core.register(f"{TOPIC}.voip", "RU")
        fields = {":path": f"/3/device/{phone.token}", "apns_topic": f"{TOPIC}.voip", "apns_push_type": "voip"}
        assert line.ask(body=bytes(5120), **fields) == (200, "")
        assert line.ask(body=bytes(5121), **fields) == (413, "PayloadTooLarge")
        assert line.ask(**fields | {"apns_push_type": "alert"}) == (200, "")
        assert line.ask(**fields | {"apns_topic": TOPIC}) == (400, "BadTopic")
        assert line.ask(**fields | {"apns_topic": TOPIC, "apns_push_type": "alert"}) == (400, "DeviceTokenNotForTopic")
        assert line.ask(**fields | {"apns_topic": "org.example.bank.voip"}) == (400, "TopicDisallowed")
        assert line.ask(apns_topic=f"{TOPIC}.voip", apns_push_type="voip") == (400, "DeviceTokenNotForTopic")
        assert [(row.size, row.kind) for row in line.core.log] == [(5120, "other"), (len(BODY), "other")]

    @pytest.mark.parametrize("what", ["all", "alerts", "background"])
    def test_an_order_about_the_app_does_not_reach_it(self, line: Line, what: str) -> None:
        phone = line.core.register(f"{TOPIC}.voip", "RU")
        fields = {":path": f"/3/device/{phone.token}", "apns_topic": f"{TOPIC}.voip", "apns_push_type": "voip"}
        line.core.orders = Order(TOPIC, what)
        assert line.ask(**fields) == (200, "")
        line.core.orders = Order(f"{TOPIC}.voip", what)
        assert line.ask(**fields) == ((400, "TopicDisallowed") if what == "all" else (200, ""))


class TestTokens:
    @pytest.mark.parametrize(
        ("age", "reason"),
        [(0, None), (3599, None), (3601, "ExpiredProviderToken"), (-299, None), (-301, "InvalidProviderToken")],
    )
    def test_age(self, age: int, reason: str | None) -> None:
        providers = Providers()
        token = bearer(providers.register(TOPIC), age=time.time() - NOW + age).removeprefix("bearer ")
        if reason is None:
            assert providers.check(token, NOW).topics == {TOPIC, f"{TOPIC}.voip"}
        else:
            with pytest.raises(Refused, match=reason):
                providers.check(token, NOW)

    def test_one_that_was_good_grows_old(self, line: Line) -> None:
        assert line.ask() == (200, "")
        line.core.wall = lambda: time.time() + 3602
        assert line.ask() == (403, "ExpiredProviderToken")
        line.bearer = bearer(line.key, age=-3600)
        assert line.ask() == (200, "")

    def test_bent(self) -> None:
        """Every letter of a token changed once: no such token is good."""
        providers = Providers()
        key = providers.register(TOPIC)
        token = bearer(key).removeprefix("bearer ")
        providers.check(token, time.time())
        for at in range(len(token) - 1):  # the last letter's lower bits are padding
            for letter in "Aa_.é":
                if token[at] != letter:
                    with pytest.raises(Refused, match="InvalidProviderToken"):
                        providers.check(token[:at] + letter + token[at + 1 :], time.time())

    @pytest.mark.parametrize(
        ("claims", "head", "algorithm"),
        [
            ({}, {"kid": "UNKNOWNKEY"}, "ES256"),
            ({}, {}, "ES256"),
            ({"iss": "OTHERTEAM1"}, None, "ES256"),
            ({"iat": "now"}, None, "ES256"),
            ({"iat": True}, None, "ES256"),
            ({"iat": 1e300}, None, "ES256"),
            ({"iat": None}, None, "ES256"),
            ({"iss": None}, None, "ES256"),
            ({}, None, "none"),
            ({}, None, "HS256"),
        ],
        ids=str,
    )
    def test_signed_but_wrong(self, claims: dict[str, Any], head: dict[str, str] | None, algorithm: str) -> None:
        providers = Providers()
        key = providers.register(TOPIC)
        body = {"iss": key.team_id, "iat": int(time.time()), **claims}
        body = {name: value for name, value in body.items() if value is not None}
        secret = {"ES256": key.key, "none": "", "HS256": key.key_id * 5}[algorithm]
        head = {"kid": key.key_id} if head is None else head
        token = jwt.encode(body, secret, algorithm=algorithm, headers=head)
        with pytest.raises(Refused, match="InvalidProviderToken"):
            providers.check(token, time.time())

    def test_signed_by_somebody_else(self) -> None:
        providers, others = Providers(), Providers()
        key, other = providers.register(TOPIC), others.register(TOPIC)
        stolen = jwt.encode(
            {"iss": key.team_id, "iat": int(time.time())}, other.key, algorithm="ES256", headers={"kid": key.key_id}
        )
        fresh = jwt.encode(
            {"iss": key.team_id, "iat": int(time.time())},
            generate_private_key(SECP256R1()),
            algorithm="ES256",
            headers={"kid": key.key_id},
        )
        for token in (stolen, fresh):
            with pytest.raises(Refused, match="InvalidProviderToken"):
                providers.check(token, time.time())

    def test_renewed_too_soon_on_one_connection(self, line: Line) -> None:
        line.bearer = bearer(line.key, age=1500)
        assert line.ask() == (200, "")
        for age, outcome in (
            (301, (429, "TooManyProviderTokenUpdates")),
            (300, (200, "")),
            (0, (429, "TooManyProviderTokenUpdates")),
        ):
            line.bearer = bearer(line.key, age=age)
            assert line.ask() == outcome
        line.session = Session(line.core.providers)  # another connection
        assert line.ask() == (200, "")

    def test_what_is_kept_is_bounded(self) -> None:
        providers = Providers()
        key = providers.register(TOPIC)
        for age in range(1010):
            providers.check(bearer(key, age=age).removeprefix("bearer "), time.time())
        assert len(providers._checked) == 1000

    @pytest.mark.parametrize("topics", ["", [], [""], [5], 5, None, b"x", [TOPIC, ""]])
    def test_a_provider_names_topics(self, topics: Any) -> None:
        with pytest.raises(KitError, match="at least one topic"):
            Providers().register(topics)

    def test_keys_are_not_shown(self) -> None:
        key = Providers().register(TOPIC)
        assert "PRIVATE" in key.key
        assert "PRIVATE" not in repr(key)
        assert len(key.key_id) == len(key.team_id) == 10


class TestFrames:
    @pytest.mark.parametrize("piece", [1, 2, 7, 100])
    def test_pieces_of_any_size(self, line: Line, piece: int) -> None:
        for body, outcome in ((BODY, (200, "")), (bytes(5000), (413, "PayloadTooLarge")), (b"", (400, "PayloadEmpty"))):
            line.carry(line.client.post(line.headers(), body), piece)
            assert line.client.outcomes()[-1] == outcome

    def test_each_body_in_one_frame_that_ends_its_stream(self, line: Line) -> None:
        """aioapns reads each DATA frame as JSON: an empty one breaks it."""
        line.ask(apns_topic="org.example.bank")
        line.ask()
        assert line.client.frames == [b'{"reason": "TopicDisallowed"}']
        assert line.client.ended == [1, 3]

    def test_a_thousand_requests_at_once(self, line: Line) -> None:
        data = b"".join(line.client.post(line.headers(), BODY) for _ in range(900))
        line.carry(data)
        assert line.client.outcomes() == [(200, "")] * 900
        assert len(line.core.log) == 900

    def test_more_bytes_than_a_window(self, line: Line) -> None:
        for _ in range(1100):
            assert line.ask(body=bytes(4096))[0] in (200, 429)
        assert line.frames.requests == 1100

    def test_a_client_without_room_for_the_reason(self, line: Line) -> None:
        line.client.h2.update_settings({SettingCodes.INITIAL_WINDOW_SIZE: 0})
        line.carry(line.client.h2.data_to_send())
        line.carry(line.client.post(line.headers(apns_priority="7"), BODY))
        assert line.client.answers[1][0][":status"] == "400"
        assert (line.client.frames, line.client.ended) == ([], [])
        line.client.h2.increment_flow_control_window(10, 1)
        line.carry(line.client.h2.data_to_send())
        assert line.client.frames == []
        line.client.h2.update_settings({SettingCodes.INITIAL_WINDOW_SIZE: 1000})
        line.carry(line.client.h2.data_to_send())
        assert line.client.frames == [b'{"reason": "BadPriority"}']
        assert line.client.ended == [1]

    def test_what_it_holds_is_bounded(self, line: Line) -> None:
        for _ in range(20):
            line.carry(line.client.post(line.headers(), bytes(60_000), end=False))
        assert sum(len(pending.body) for pending in line.frames._pending.values()) == 20 * apns_frames.KEPT

    def test_more_streams_than_allowed(self, line: Line) -> None:
        client = Bare()  # it never reads how many are allowed
        frames = Frames(lambda request: line.core.answer(request, line.session))
        frames.start()
        for number in range(1, 1100):
            frames.receive(client.post(line.headers(), None, end=False))
            assert frames.closed == (number > 1000)
            if frames.closed:
                break
        assert frames.receive(b"more") == b""
        assert frames._pending == {}

    def test_a_long_frame_is_known_by_its_head(self, line: Line) -> None:
        line.carry(bytes.fromhex("004001 00 00 00000001"))
        assert line.client.goaway
        assert line.client.goaway.error_code == ErrorCodes.FRAME_SIZE_ERROR

    def test_streams_broken_off(self, line: Line) -> None:
        for _ in range(5):
            line.ask()
        for count in range(1, 200):
            stream = line.client.h2.get_next_available_stream_id()
            data = line.client.post(line.headers(), None, end=False)
            line.client.h2.reset_stream(stream)
            line.carry(data + line.client.h2.data_to_send())
            if line.frames.closed:
                assert count == 106
                break
        assert line.client.goaway
        assert line.client.goaway.error_code == ErrorCodes.ENHANCE_YOUR_CALM

    def test_a_request_broken_off_in_the_same_bytes(self, line: Line) -> None:
        data = line.client.post(line.headers(), BODY)
        line.client.h2.reset_stream(1)
        line.carry(data + line.client.h2.data_to_send())
        assert line.client.answers == {}
        assert line.ask() == (200, "")

    def test_headers_without_end(self, line: Line) -> None:
        line.carry(line.client.post(line.headers(*[("x", "y" * 1000)] * 17), BODY))
        assert line.client.goaway
        assert line.core.log == ()

    def test_the_gateway_ends_it(self, line: Line) -> None:
        line.client.take(line.frames.shut(Reason.IDLE_TIMEOUT))
        assert line.client.goaway
        assert line.client.goaway.error_code == ErrorCodes.NO_ERROR
        assert json.loads(line.client.goaway.additional_data or b"") == {"reason": "IdleTimeout"}
        assert line.frames.shut(Reason.SHUTDOWN) == b""

    @pytest.mark.parametrize(
        "bent",
        [
            lambda data: b"GET / HTTP/1.1\r\n\r\n",
            lambda data: b"\0" * 1000,
            lambda data: data[:24] + b"\xff\xff\xff" + data[27:],
            lambda data: data[:24] + b"\0\x40\1" + data[27:],
            lambda data: data[:24] + b"\0\0\x05\x04\0\0\0\0\0" + b"12345",
            lambda data: data[:24] + b"\0\0\x06\x04\0\0\0\0\0" + b"\0\x05\0\0\0\1",
            lambda data: data + b"\0\0\x08\x06\0\0\0\0\1" + bytes(8),
            lambda data: data + b"\0\0\x04\x08\0\0\0\0\0" + bytes(4),
            lambda data: data + b"\0\0\1\x01\x04\0\0\0\2\xff",
            lambda data: data + b"\0\0\1\x01\x05\0\0\0\1\xff",
            lambda data: data + b"\0\0\x04\0\x01\0\0\0\x09none",
        ],
    )
    def test_what_is_no_http_2(self, bent: Callable[[bytes], bytes]) -> None:
        core = Core()
        frames = Frames(lambda request: core.answer(request, Session(core.providers)))
        frames.start()
        first = Bare().h2.data_to_send()
        frames.receive(bent(first))
        assert frames.closed
        assert frames.faults == []

    @pytest.mark.parametrize(
        "field", [("UPPER", "x"), ("connection", "close"), (":late", "x"), ("x", "a\nb"), ("te", "gzip")]
    )
    def test_malformed_headers(self, line: Line, field: tuple[str, str]) -> None:
        line.carry(line.client.post(line.headers(field), BODY))
        assert line.client.goaway
        assert line.core.log == ()

    @pytest.mark.parametrize("without", [":method", ":path", ":scheme", ":authority"])
    def test_missing_pseudo_headers(self, line: Line, without: str) -> None:
        line.carry(line.client.post(line.headers(without=without), BODY))
        assert line.client.goaway
        assert line.core.log == ()

    def test_bytes_by_lot(self) -> None:
        """Talks with bytes changed, left out and doubled: answered or closed, and never a fault inside."""
        lot = random.Random(7)
        ends = set()
        for _ in range(250):
            line = Line()
            data = b"".join(line.client.post(line.headers(), BODY) for _ in range(3))
            for _ in range(lot.randint(1, 4)):
                at = lot.randrange(len(data))
                data = data[:at] + lot.choice((lot.randbytes(1), b"", data[at:], lot.randbytes(9))) + data[at + 1 :]
            cut = lot.randrange(len(data) + 1)
            line.frames.receive(data[:cut])
            line.frames.receive(data[cut:])
            assert line.frames.faults == []
            ends.add(line.frames.closed)
        assert ends == {True, False}
