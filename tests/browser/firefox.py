"""Firefox for Playwright: a real one of the system, spoken to in WebDriver BiDi.

Playwright's own Firefox is a patched build; the system's speaks WebDriver BiDi, as does Playwright's channel
`moz-firefox` (1.65, experimental). That channel begins every page with one command that Firefox 153 does not know,
whose only use is to emulate print or a colour scheme. So this file, run as a program, stands between the two and
answers that one itself: `python firefox.py /usr/bin/firefox-esr ...`.
"""

import asyncio
import json
import os
import re
import shutil
import sys
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketClientConnection, WebSocketHandler, websocket_connect

#: This file as a program.
BRIDGE = Path(__file__)
SYSTEM_FIREFOXES = ("firefox-esr", "firefox")
NOT_KNOWN = "emulation.setMediaFeaturesOverride"
#: A screenshot is one message.
MOST_BYTES = 1 << 28
#: No name is looked up, so nothing leaves this machine.
PREFERENCES = {"network.dns.disabled": True, "network.captive-portal-service.enabled": False}


def find_firefox() -> str | None:
    """The Firefox that CHOKEPOINTS_FIREFOX names, else one of the system, else nothing."""
    return os.environ.get("CHOKEPOINTS_FIREFOX") or next(filter(None, map(shutil.which, SYSTEM_FIREFOXES)), None)


def launcher(folder: Path, firefox: str) -> Path:
    """Write a program into `folder` that starts this Firefox behind the bridge; its path."""
    path = folder / "firefox"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{BRIDGE}" "{firefox}" "$@"\n')
    path.chmod(0o700)
    return path


class Bridge(WebSocketHandler):
    """Hands on each message, but for the command that Firefox does not know."""

    def initialize(self, address: str) -> None:
        """Take the address of Firefox."""
        self.address = address
        self.firefox: WebSocketClientConnection | None = None
        self.pump: asyncio.Task[None] | None = None

    async def open(self, *args: str, **kwargs: str) -> None:
        """Connect to Firefox; messages wait until that is done."""
        self.firefox = await websocket_connect(self.address, max_message_size=MOST_BYTES)
        self.pump = asyncio.create_task(self._hand_back(self.firefox))

    async def _hand_back(self, firefox: WebSocketClientConnection) -> None:
        while (message := await firefox.read_message()) is not None:
            await self.write_message(message)
        self.close()

    async def on_message(self, message: str | bytes) -> None:
        """Answer the command that is not known; hand on all others."""
        command = json.loads(message)
        if command["method"] == NOT_KNOWN:
            await self.write_message(json.dumps({"type": "success", "id": command["id"], "result": {}}))
        elif self.firefox:
            await self.firefox.write_message(message)

    def on_close(self) -> None:
        """Playwright is gone: so is Firefox's session."""
        if self.firefox:
            self.firefox.close()


async def run(command: list[str]) -> int:
    """Start Firefox, put the bridge before it and tell Playwright the bridge's address; Firefox's exit code."""
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    assert process.stderr
    async for raw in process.stderr:
        line = raw.decode(errors="replace")
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            (socket,) = bind_sockets(0, "127.0.0.1")
            place = (r"/session", Bridge, {"address": f"{found[1]}/session"})
            HTTPServer(Application([place], websocket_max_message_size=MOST_BYTES)).add_sockets([socket])
            line = f"WebDriver BiDi listening on ws://127.0.0.1:{socket.getsockname()[1]}\n"
        sys.stderr.write(line)
        sys.stderr.flush()
    return await process.wait()


if __name__ == "__main__":
    sys.exit(asyncio.run(run(sys.argv[1:])))
