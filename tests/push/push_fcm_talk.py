"""For the tests of FCM's interface: an unpatched httpx client, messages, and errors as a client reads them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from chokepoints.push.fcm_gateway import FcmGateway
from chokepoints.push.fcm_projects import Project

APP, BANK = "org.example.messenger", "org.example.bank"
TYPE = "type.googleapis.com/google."


def message(token: str, *, android: dict[str, Any] | None = None, **parts: Any) -> dict[str, Any]:
    """The body of a request."""
    return {"message": {"token": token, **parts, **({"android": android} if android is not None else {})}}


@asynccontextmanager
async def sender(gate: FcmGateway) -> AsyncIterator[httpx.AsyncClient]:
    """httpx, pointed at the gateway by its public settings."""
    async with httpx.AsyncClient(base_url=gate.url, verify=gate.trust, trust_env=False, http2=True) as client:
        yield client


async def post(client: httpx.AsyncClient, project: Project, body: Any) -> tuple[int, str]:
    """Send a message, and say what the client reads: the status, and FCM's code or else the status in words."""
    answer = await client.post(project.path, headers={"authorization": project.bearer}, json=body)
    return answer.status_code, code(answer.json())


def code(body: dict[str, Any]) -> str:
    """FCM's code in an error, or else the status in words; "" where there is no error."""
    if "error" not in body:
        assert set(body) == {"name"}
        return ""
    details = body["error"].get("details", [])
    found = [one["errorCode"] for one in details if one["@type"] == f"{TYPE}firebase.fcm.v1.FcmError"]
    return str(found[0] if found else body["error"]["status"])
