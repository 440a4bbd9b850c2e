"""A notification gateway on 127.0.0.1 that takes messages as FCM's HTTP v1 interface does, over TLS and HTTP/1.1.

    async with fcm_gateway() as gate:
        device = await gate.device("org.example.messenger", storefront="RU", platform="android")
        project = gate.project("org.example.messenger")
        async with httpx.AsyncClient(base_url=gate.url, verify=gate.trust, trust_env=False) as client:
            await client.post(project.path, headers={"authorization": project.bearer}, json={"message": {...}})

Devices, the store, the switch and the log are those of the other gateway, under FCM's rules. Google's own client
library is not used: it would bring 72 MB, and asks a server of Google for its token. The limit for messages with a
collapse key (fcm-burst-20) is left out: what is answered beyond it was not read.
"""

import asyncio
import re
import secrets
import ssl
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from http import HTTPStatus

from chokepoints.loopback.http_line import Request, talk
from chokepoints.push import apns
from chokepoints.push.apns import Reason
from chokepoints.push.fcm import LONGEST, Message, Refused, answer_of, no_request, read
from chokepoints.push.fcm_projects import Project, Projects
from chokepoints.push.gateway import Gateway, run_gateway
from chokepoints.push.mailbox import Registration, TokenGone, UnknownToken
from chokepoints.push.rules import FCM
from chokepoints.push.switch import Order
from chokepoints.push.webpush_http import Connection
from chokepoints.push.webpush_request import Answer

#: Messages to one device, in so many seconds: fcm-device-minute, fcm-device-hour. How Google counts them is not public.
LIMITS = ((240, 60.0), (5000, 3600.0))
_PATH = re.compile(r"/v1/projects/([^/?]+)/messages:send(\?.*)?")
#: What a provider is told, by the gateway's own reason. What Google would say under an order is not public: ours.
_TOLD = {
    Reason.TOO_MANY_REQUESTS: (429, "QUOTA_EXCEEDED"),
    Reason.TOPIC_DISALLOWED: (403, "PERMISSION_DENIED"),
}


class FcmGateway(Gateway):
    """A gateway for FCM's messages that is being run; `url` is where its clients send."""

    def __init__(self, orders: Order | Iterable[Order], patience: float) -> None:
        super().__init__(FCM, orders, patience, patience)
        self.limits = LIMITS
        self.projects = Projects()
        self.tls.set_alpn_protocols(["http/1.1"])
        self.tls.verify_mode = ssl.CERT_NONE

    @property
    def url(self) -> str:
        """Scheme, host and port."""
        return f"https://127.0.0.1:{self.port}"

    def project(self, apps: str | Iterable[str]) -> Project:
        """A provider's project with its access token. Raises KitError where it names no app."""
        return self.projects.register(apps, self.wall())

    def renew(self, project: Project) -> Project:
        """A new access token for a project, as every hour. Raises KitError for one it does not know."""
        return self.projects.renew(project, self.wall())

    @staticmethod
    def told(reason: Reason) -> tuple[int, str]:
        """The status and the word with which a provider is told of a refusal."""
        return _TOLD[reason]

    def respond(self, request: Request) -> Answer:
        """The answer to a provider's request. What goes wrong in here is told as INTERNAL, and kept in `faults`."""
        try:
            return self._take(request)
        except Refused as refused:
            self.refusals[refused.code or refused.name] += 1
            return refused.answer()
        except Exception as fault:
            self.faults.append(fault)
            return Refused(500, "INTERNAL", "Something went wrong in the service.", "INTERNAL").answer()

    async def serve_provider(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one provider's connection from its beginning to its end: each request has `patience` seconds."""
        await talk(Connection(self.respond, self.wall, LONGEST, no_request), reader, writer, self.patience)

    def _take(self, request: Request) -> Answer:
        path = _PATH.fullmatch(request.target.removeprefix(self.url))
        if not path:
            raise Refused(404, "NOT_FOUND", "Messages are sent to /v1/projects/PROJECT/messages:send.")
        if request.method != "POST":
            raise Refused(405, "INVALID_ARGUMENT", "A message is sent by POST.")
        fields = request.all("authorization")
        if len(fields) > 1:
            raise Refused(400, "INVALID_ARGUMENT", "There is more than one access token.")
        project = self.projects.check(fields[0] if fields else None, path[1], self.wall())
        message = read(request.body)
        device = self._device(message, project)
        id = f"0:{secrets.token_hex(12)}"
        if not message.only_try:
            self._send(message, device, id)
        return answer_of(HTTPStatus.OK, {"name": f"projects/{project.id}/messages/{id}"})

    def _device(self, message: Message, project: Project) -> Registration:
        try:
            device = self.box.active(message.token)
        except (UnknownToken, TokenGone):
            raise Refused(404, "NOT_FOUND", "No app has this token, or no longer.", "UNREGISTERED") from None
        if device.topic not in project.apps:
            words = "The token is that of an app which another project sends to."
            raise Refused(403, "PERMISSION_DENIED", words, "SENDER_ID_MISMATCH")
        if message.app not in ("", device.topic):
            words = "The token is that of another package."
            raise Refused(400, "INVALID_ARGUMENT", words, "INVALID_ARGUMENT", "message.android.restricted_package_name")
        return device

    def _send(self, message: Message, device: Registration, id: str) -> None:
        try:
            self.submit(message.push(device.topic, id))
        except apns.Refused as refused:
            status, code = self.told(refused.reason)
            if code == "QUOTA_EXCEEDED":
                words = "Too many messages for this device."
                raise Refused(status, "RESOURCE_EXHAUSTED", words, code, wait=self.wait_for(message.token)) from None
            raise Refused(status, code, "The service does not send this to this device.") from None


@asynccontextmanager
async def fcm_gateway(orders: Order | Iterable[Order] = (), *, patience: float = 10) -> AsyncIterator[FcmGateway]:
    """Run a gateway for FCM's messages until the block ends; its devices are closed with it.

    A client that has not sent a whole request after `patience` real seconds is closed. Raises KitError for what is no
    order.
    """
    async with run_gateway(FcmGateway(orders, patience)) as gate:
        yield gate
