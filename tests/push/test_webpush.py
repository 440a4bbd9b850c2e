"""The whole of it over real TLS: unpatched pywebpush sends, the service answers, a user agent reads."""

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
import requests
from push_web_parts import ORIGIN, Signer
from push_web_talk import request, run, trust
from py_vapid import Vapid

from chokepoints.errors import KitError
from chokepoints.push.webpush import AppServer, PushService, Received, Sent, UserAgent, push_service, send
from chokepoints.push.webpush_crypto import LONGEST_TEXT, Keys


class Hours:
    """A model clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class TestStory:
    def test_a_day_of_pushes(self) -> None:
        async def work() -> None:
            clock = Hours()
            async with push_service(clock=clock) as service:
                messenger, stranger = AppServer(service), AppServer(service, "https://stranger.example")
                phone = UserAgent(service, "phone", only=messenger.key)

                phone.connect()
                assert await messenger.send(phone.subscription, "Anna: see you at eight") == Sent("Created", 201, 0)
                phone.disconnect()
                assert await messenger.send(phone.subscription, "lost") == Sent("Created", 201, 0)
                clock.seconds = 3600
                for score in ("1:0", "2:0", "2:1"):
                    sent = await messenger.send(phone.subscription, score, ttl=7200, topic="score", urgency="low")
                    assert sent == Sent("Created", 201, 7200)
                assert await messenger.send(phone.subscription, "kept", ttl=10**9) == Sent("Created", 201, 28 * 86400)
                assert await messenger.send(phone.subscription, "too old", ttl=60) == Sent("Created", 201, 60)
                clock.seconds = 7200
                phone.connect()
                assert phone.inbox == [
                    Received(0, "Anna: see you at eight"),
                    Received(3600, "2:1"),
                    Received(3600, "kept"),
                ]
                assert phone.discarded == []

                refused = await stranger.send(phone.subscription, "spam")
                assert (refused.status, refused.words) == (
                    403,
                    "The vapid credentials are not valid. The subscription belongs to another key.",
                )
                unsigned = await stranger.send(phone.subscription, "spam", signed=False)
                assert (unsigned.status, unsigned.words) == (401, "This subscription takes signed pushes only (vapid).")
                phone.unsubscribe()
                gone = await messenger.send(phone.subscription, "are you there?")
                assert gone == Sent("The user agent has given this subscription up.", 410)

                seen = [(row.sender[:18], row.size - 103, row.urgency, row.topic, row.status) for row in service.log]
                assert seen == [
                    ("mailto:push@messen", 22, "normal", "", 201),
                    ("mailto:push@messen", 4, "normal", "", 201),
                    *[("mailto:push@messen", 3, "low", "score", 201)] * 3,
                    ("mailto:push@messen", 4, "normal", "", 201),
                    ("mailto:push@messen", 7, "normal", "", 201),
                    ("", 4, "normal", "", 403),
                    ("", 4, "normal", "", 401),
                ]
                fates = [(row.fate, row.delivered) for row in service.log]
                assert fates == [
                    ("sent", 0),
                    ("not stored", None),
                    ("replaced", None),
                    ("replaced", None),
                    ("sent", 7200),
                    ("sent", 7200),
                    ("expired", None),
                    ("refused", None),
                    ("refused", None),
                ]

        run(work())

    def test_the_sender_cannot_tell(self) -> None:
        """Delivered, kept, lost: the answer is the same."""

        async def work() -> None:
            async with push_service() as service:
                messenger, there, away = AppServer(service), UserAgent(service, "a"), UserAgent(service, "b")
                there.connect()
                answers = [await messenger.send(agent.subscription, "x") for agent in (there, away)]
                assert answers[0] == answers[1] == Sent("Created", 201, 0)
                assert [row.fate for row in service.log] == ["sent", "not stored"]

        run(work())


class TestErrorsOfARealClient:
    def test_every_status(self) -> None:
        async def work() -> None:
            clock = Hours()
            async with push_service(clock=clock, rate=(2, 60)) as service:
                messenger = AppServer(service)
                phone, tablet = UserAgent(service, "phone"), UserAgent(service, "tablet")
                told = [await messenger.send(phone.subscription, "x", topic="a b")]
                told += [await messenger.send(phone.subscription, "x" * (LONGEST_TEXT + 1))]
                told += [await messenger.send(phone.subscription, "x" * LONGEST_TEXT) for _ in range(3)]
                tablet.expire()
                told += [await messenger.send(tablet.subscription, "x")]
                assert [sent.status for sent in told] == [400, 413, 201, 201, 429, 404]
                assert told[4] == Sent("No more than 2 in 60 s.", 429, None, 60)

        run(work())

    def test_claims_for_another_service(self) -> None:
        """pywebpush writes aud and exp into the claims that it is given: used again elsewhere, they are refused."""

        async def work() -> None:
            async with push_service() as one, push_service() as other:
                vapid = Vapid()
                vapid.generate_keys()
                claims: dict[str, str | int] = {"sub": "mailto:push@messenger.example"}
                for service in (one, other):
                    agent = UserAgent(service, "phone")
                    assert (await send(service, agent.subscription, "x", claims=claims, key=vapid)).status == 201
                assert list(claims) == ["sub"]
                wrong = claims | {"aud": one.origin}
                agent = UserAgent(other, "phone")
                refused = await send(other, agent.subscription, "x", claims=wrong, key=vapid)
                assert refused.status == 403
                assert refused.words.endswith(f"does not name this service, {other.origin}.")
                late = claims | {"exp": int(time.time()) + 25 * 3600}
                refused = await send(other, agent.subscription, "x", claims=late, key=vapid)
                assert (refused.status, refused.words[-23:]) == (403, "for more than 24 hours.")

        run(work())

    def test_what_pywebpush_will_not_send(self) -> None:
        async def work() -> None:
            async with push_service() as service:
                messenger, phone = AppServer(service), UserAgent(service, "phone")
                keys = {"p256dh": Keys().public["p256dh"], "auth": "AAAA"}
                for subscription, words in (
                    ({"keys": keys}, "subscription_info missing endpoint URL"),
                    (phone.subscription | {"keys": {"auth": "AAAA"}}, "Missing keys value: p256dh"),
                    (phone.subscription | {"keys": keys | {"p256dh": "BAAA"}}, ""),
                ):
                    with pytest.raises(KitError, match=f"pywebpush does not send: {words}"):
                        await messenger.send(subscription, "x", signed=False)
                with pytest.raises(
                    KitError, match=r"pywebpush does not send: Missing 'sub' from claims[^.]*\.[^.]*[^.]\.$"
                ):
                    await send(service, phone.subscription, "x", claims={"sub": "anna"}, key=Vapid())
                with pytest.raises(KitError, match="'urgent' is no urgency: write one of very-low, low, normal, high"):
                    await messenger.send(phone.subscription, "x", urgency="urgent")
                assert service.log == ()

        run(work())

    def test_nothing_there(self) -> None:
        async def work() -> None:
            async with push_service() as service:
                messenger, phone = AppServer(service), UserAgent(service, "phone")
            assert await messenger.send(phone.subscription, "x") == Sent("the service has ended")
            async with push_service() as other:
                service.trust = other.trust
                assert await messenger.send(phone.subscription, "x") == Sent("nothing answers, or it broke off")
                elsewhere = UserAgent(other, "tablet").subscription
                stranger = AppServer(other)
                async with push_service() as third:
                    other.trust, trusted = third.trust, other.trust
                    assert await stranger.send(elsewhere, "x") == Sent("the certificate does not fit")
                    other.trust = trusted
                with socket.create_server(("127.0.0.1", 0)) as silent:
                    at = {**elsewhere, "endpoint": f"https://127.0.0.1:{silent.getsockname()[1]}/push/x"}
                    assert await send(other, at, "x", seconds=0.2) == Sent("timed out")

        run(work())


class TestEnvironment:
    def test_proxies_authorities_and_netrc_are_not_asked(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        netrc = tmp_path / "netrc"
        netrc.write_text("machine 127.0.0.1 login anna password secret\n")
        for name, value in (
            ("HTTPS_PROXY", "http://127.0.0.1:9"),
            ("ALL_PROXY", "http://127.0.0.1:9"),
            ("REQUESTS_CA_BUNDLE", str(netrc)),
            ("NETRC", str(netrc)),
        ):
            monkeypatch.setenv(name, value)

        async def work() -> None:
            async with push_service() as service:
                messenger = AppServer(service)
                phone = UserAgent(service, "phone", only=messenger.key)
                assert (await messenger.send(phone.subscription, "x")).status == 201

        run(work())

    def test_behind_the_socket_guard(self) -> None:
        """As in every kernel of the kit. A process of its own, because the guard cannot be taken off."""
        script = """
import asyncio
from chokepoints.loopback import stand_guard
from chokepoints.push.webpush import AppServer, UserAgent, push_service
stand_guard()
async def work():
    async with push_service() as service:
        phone = UserAgent(service, "phone")
        phone.connect()
        print((await AppServer(service).send(phone.subscription, "hello")).status, phone.inbox[0].text)
asyncio.run(work())
"""
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
        assert (done.stdout, done.stderr) == ("201 hello\n", "")

    def test_only_this_service_is_trusted(self) -> None:
        async def work() -> None:
            async with push_service() as service:
                text = Path(service.trust).read_text()
                assert text.count("BEGIN CERTIFICATE") == 1
                assert "PRIVATE" not in text
                path = service.trust
                phone = UserAgent(service, "phone")
                with pytest.raises(requests.exceptions.SSLError):
                    await asyncio.to_thread(requests.post, phone.subscription["endpoint"], timeout=5)
            assert not os.path.exists(path)

        run(work())

    def test_a_second_client(self) -> None:
        """httpx, with our own encryption and a token that a test signs: nothing here leans on one client."""

        async def work() -> None:
            async with push_service() as service, httpx.AsyncClient(verify=trust(service), trust_env=False) as client:
                phone, signer = UserAgent(service, "phone"), Signer()
                phone.connect()
                endpoint = phone.subscription["endpoint"]
                header = signer.header(aud=service.origin, exp=int(time.time()) + 60)
                headers = {"TTL": "5", "Content-Encoding": "aes128gcm", "Authorization": header}
                body = request(phone, b"from httpx").partition(b"\r\n\r\n")[2]
                for _ in range(3):
                    answer = await client.post(endpoint, content=body, headers=headers)
                    assert (answer.status_code, answer.headers["ttl"]) == (201, "5")
                    assert answer.headers["location"].startswith(service.origin)
                assert phone.inbox == [Received(0, "from httpx")] * 3
                assert {row.sender for row in service.log} == {"mailto:ops@messenger.example"}
                wrong = {**headers, "Authorization": signer.header(aud=ORIGIN, exp=int(time.time()) + 60)}
                assert (await client.post(endpoint, content=body, headers=wrong)).status_code == 403

        run(work())


class TestPace:
    def test_no_slower_than_a_person_waits(self) -> None:
        async def work() -> None:
            async with push_service() as service:
                messenger, phone = AppServer(service), UserAgent(service, "phone")
                phone.connect()
                took = []
                for _ in range(15):
                    start = time.perf_counter()
                    assert (await messenger.send(phone.subscription, "x")).status == 201
                    took.append(time.perf_counter() - start)
                print(f"\nmedian of a push with a new connection: {statistics.median(took) * 1000:.1f} ms")
                assert statistics.median(took) < 0.5

        run(work())

    def test_many_senders_at_once(self) -> None:
        async def work() -> None:
            async with push_service() as service:
                messenger = AppServer(service)
                agents = [UserAgent(service, f"phone {number}") for number in range(20)]
                for agent in agents[::2]:
                    agent.connect()
                texts = [f"for {number}" for number in range(60)]
                sent = await asyncio.gather(
                    *(
                        messenger.send(agents[number % 20].subscription, text, ttl=60)
                        for number, text in enumerate(texts)
                    )
                )
                assert [answer.status for answer in sent] == [201] * 60
                for agent in agents[1::2]:
                    assert agent.waiting == 3
                    agent.connect()
                for number, agent in enumerate(agents):
                    wanted = {f"for {number}", f"for {number + 20}", f"for {number + 40}"}
                    assert {received.text for received in agent.inbox} == wanted
                    assert len(agent.inbox) == 3

        run(work())

    def test_a_service_knows_itself(self) -> None:
        async def work() -> None:
            async with push_service() as service:
                assert isinstance(service, PushService)
                assert service.origin == f"https://127.0.0.1:{service.port}"
                assert repr(service) == "PushService(0 subscriptions, 0 pushes seen)"

        run(work())
