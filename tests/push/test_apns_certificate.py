"""Providers that show a certificate: aioapns with a file and no key, and what proves nothing."""

import asyncio
import json
import logging
import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from aioapns import APNs, PushType
from aioapns.connection import APNsProductionClientProtocol
from aioapns.exceptions import MaxAttemptsExceeded
from cryptography import x509
from cryptography.x509.oid import NameOID
from push_talk import ALERT, TOPIC, aioapns, bearer, run, send

from chokepoints.errors import KitError
from chokepoints.push.apns import Reason
from chokepoints.push.apns_certificate import PRODUCTION, Certificates, ProviderCertificate
from chokepoints.push.gateway import Gateway, gateway

OK = ("200", None)


@contextmanager
def with_certificate(gate: Gateway, certificate: ProviderCertificate, topic: str | None = None) -> Iterator[APNs]:
    """An unpatched aioapns that has a certificate and no key."""
    logging.getLogger("aioapns").setLevel(logging.CRITICAL)
    before = APNsProductionClientProtocol.APNS_SERVER, APNsProductionClientProtocol.APNS_PORT
    APNsProductionClientProtocol.APNS_SERVER = "127.0.0.1"
    APNsProductionClientProtocol.APNS_PORT = gate.port
    with certificate.file() as path:
        client = APNs(client_cert=path, topic=topic, ssl_context=gate.new_trust(), max_connection_attempts=1)
    try:
        yield client
    finally:
        client.pool.close()
        APNsProductionClientProtocol.APNS_SERVER, APNsProductionClientProtocol.APNS_PORT = before


async def post(gate: Gateway, certificate: ProviderCertificate, token: str, **headers: str) -> tuple[int, str]:
    """The same by httpx, which names no topic by itself."""
    trust = gate.new_trust()
    with certificate.file() as path:
        trust.load_cert_chain(path)
    async with httpx.AsyncClient(http2=True, verify=trust, trust_env=False) as client:
        answer = await client.post(f"https://127.0.0.1:{gate.port}/3/device/{token}", json=ALERT, headers=headers)
    return answer.status_code, answer.json()["reason"] if answer.content else ""


class TestAioapns:
    def test_its_topic_is_the_certificate_s(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                device, other = await gate.device(TOPIC, "RU"), await gate.device("org.example.bank", "RU")
                with with_certificate(gate, gate.certificate(TOPIC)) as client:
                    assert client.pool.apns_topic == TOPIC
                    assert await send(client, device, ALERT, push_type=PushType.ALERT) == OK
                    assert await send(client, other, ALERT) == ("400", "DeviceTokenNotForTopic")
                    wrong = await send(client, other, ALERT, apns_topic="org.example.bank")
                    assert wrong == ("400", "TopicDisallowed")
                    calls = await send(client, device, ALERT, apns_topic=f"{TOPIC}.voip", push_type=PushType.VOIP)
                    assert calls == ("400", "TopicDisallowed")
                await gate.settled()
                assert len(device.received) == 1
                assert other.received == []
                assert gate.faults == []

        run(work())

    def test_calls_have_a_certificate_of_their_own(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                phone = await gate.device(f"{TOPIC}.voip", "RU")
                with with_certificate(gate, gate.certificate(f"{TOPIC}.voip")) as client:
                    large = {"call": ""}
                    large["call"] = "x" * (5120 - len(json.dumps(large)))
                    assert await send(client, phone, large, push_type=PushType.VOIP, priority=10) == OK
                    large["call"] += "x"
                    assert await send(client, phone, large, push_type=PushType.VOIP) == ("413", "PayloadTooLarge")
                    assert await send(client, phone, ALERT, apns_topic=TOPIC) == ("400", "TopicDisallowed")
                await gate.settled()
                assert len(phone.received) == 1
                with aioapns(gate, gate.provider(TOPIC)) as client:  # a key is good for both
                    options = {"apns_topic": f"{TOPIC}.voip", "push_type": PushType.VOIP}
                    assert await send(client, phone, ALERT, **options) == OK

        run(work())

    def test_what_proves_nothing(self) -> None:
        async def work() -> None:
            async with gateway() as gate, gateway() as stranger:
                device = await gate.device(TOPIC, "RU")
                revoked = gate.certificate(TOPIC)
                gate.certificates.revoke(revoked)
                nameless = gate.certificates._sign([], PRODUCTION)
                names = [x509.NameAttribute(NameOID.USER_ID, name) for name in (TOPIC, "org.example.bank")]
                both = gate.certificates._sign(names, PRODUCTION)
                for certificate, reason in (
                    (revoked, "BadCertificate"),
                    (nameless, "BadCertificate"),
                    (both, "BadCertificate"),
                    (gate.certificate(TOPIC, sandbox=True), "BadCertificateEnvironment"),
                ):
                    with with_certificate(gate, certificate, topic=TOPIC) as client:
                        assert await send(client, device, ALERT) == ("403", reason)
                with (
                    with_certificate(gate, stranger.certificate(TOPIC)) as client,
                    pytest.raises(MaxAttemptsExceeded),  # the handshake fails
                ):
                    await send(client, device, ALERT)
                with with_certificate(gate, gate.certificate(TOPIC)) as client:
                    assert await send(client, device, ALERT) == OK
                assert gate.faults == []
                assert len(gate.log) == 1

        run(work())


class TestWithoutTopic:
    def test_the_certificate_s_holds(self) -> None:
        async def work() -> None:
            async with gateway() as gate:
                device, key = await gate.device(TOPIC, "RU"), gate.provider(TOPIC)
                good, bad = gate.certificate(TOPIC), gate.certificate("org.example.bank")
                assert await post(gate, good, device.token) == (200, "")
                assert await post(gate, bad, device.token) == (400, "DeviceTokenNotForTopic")
                assert await post(gate, good, device.token, authorization="") == (403, "MissingProviderToken")
                signed = {"authorization": bearer(key)}  # a token counts where there are both, and has no topic
                assert await post(gate, bad, device.token, **signed) == (400, "MissingTopic")
                signed["apns-topic"] = TOPIC
                assert await post(gate, bad, device.token, **signed) == (200, "")
                await gate.settled()
                assert len(device.received) == 2

        run(work())

    def test_it_may_be_silent_for_longer_than_who_has_shown_nothing(self) -> None:
        async def work() -> None:
            async with gateway(patience=0.3, idle=30) as gate:
                device = await gate.device(TOPIC, "RU")
                trust = gate.new_trust()
                with gate.certificate(TOPIC).file() as path:
                    trust.load_cert_chain(path)
                async with httpx.AsyncClient(http2=True, verify=trust, trust_env=False) as client:
                    for _ in range(2):
                        url = f"https://127.0.0.1:{gate.port}/3/device/{device.token}"
                        answer = await client.post(url, json=ALERT)
                        assert (answer.status_code, answer.http_version) == (200, "HTTP/2")
                        lines = client._transport._pool.connections  # type: ignore[attr-defined]
                        assert len(lines) == 1
                        first = lines[0]
                        await asyncio.sleep(0.6)
                    assert client._transport._pool.connections[0] is first  # type: ignore[attr-defined]

        run(work())


class TestFiles:
    def test_the_key_is_gone_with_the_block_and_never_shown(self) -> None:
        certificate = Certificates().issue(TOPIC)
        with certificate.file() as path:
            with open(path, "rb") as file:
                assert file.read() == certificate.pem
            if os.name == "posix":
                assert os.stat(path).st_mode & 0o077 == 0
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_cert_chain(path)
        assert not os.path.exists(path)
        assert b"PRIVATE" in certificate.pem
        assert "PRIVATE" not in repr(certificate)

    @pytest.mark.parametrize("topic", ["", None, 5, "x" * 256])
    def test_what_is_no_topic(self, topic: Any) -> None:
        with pytest.raises(KitError, match="is no topic"):
            Certificates().issue(topic)

    def test_a_reason_has_apple_s_status(self) -> None:
        assert (Reason.BAD_CERTIFICATE.status, Reason.BAD_CERTIFICATE_ENVIRONMENT.status) == (403, 403)
