"""One learner of a class in a real browser: what a person waits for, and which addresses the page asks for."""

import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from hub_learner import BASE, Waited
from hub_server import Hub
from playwright.async_api import Browser, Page, Response, async_playwright

from chokepoints.errors import KitError

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from lab import KERNEL
from server import FLAGS, find_browser

#: What belongs to one learner alone: another could not ask for it.
OWN = ("/api/kernels/", "/api/sessions/", "/api/terminals", "/oauth_")
DRAWN = "() => [...document.querySelectorAll('img.chokepoints-picture')].every(i => i.complete && i.naturalWidth)"


@dataclass
class Watched:
    """A learner at a browser. Use the methods in the order in which they stand."""

    page: Page
    hub: Hub
    name: str

    async def log_in(self) -> None:
        """Sign in at the hub's own form; starts no server."""
        await self.page.goto(f"{self.hub.address}/hub/login?next=%2Fhub%2Fhome")
        await self.page.fill("#username_input", self.name)
        await self.page.fill("#password_input", self.hub.password)
        await self.page.click("#login_submit")
        await self.page.wait_for_url("**/hub/home")

    async def open_and_run(self, notebook: str) -> tuple[Waited, tuple[str, ...]]:
        """Follow a link to the notebook, run all its cells; the waits, and the addresses that the page asked for.

        One link does it all: the hub starts the server first and then sends the browser on.
        """
        asked: list[str] = []
        base = f"{self.hub.address}/user/{self.name}/"

        def note(response: Response) -> None:
            path = response.url.removeprefix(self.hub.address)
            if response.request.method == "GET" and response.url.startswith(base) and response.status == 200:
                asked.extend([path] if not any(part in path for part in OWN) else [])

        self.page.on("response", note)
        begin = time.perf_counter()
        await self.page.goto(f"{self.hub.address}/hub/user-redirect/lab/tree/{notebook}", wait_until="commit")
        await self.page.wait_for_url(f"**/user/{self.name}/**", wait_until="commit")
        server = time.perf_counter()
        await self.page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.sessionContext")
        loaded = time.perf_counter()
        await self.page.wait_for_function(f"() => {KERNEL}?.status === 'idle'")
        kernel = time.perf_counter()
        self.page.remove_listener("response", note)
        await self.page.evaluate("async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells') }")
        await self.settle()
        await self.page.wait_for_function(DRAWN)
        done = time.perf_counter()
        waited = Waited(*(moment - begin for moment in (server, loaded, kernel, done)))
        return waited, tuple(path.replace(f"/user/{self.name}", BASE, 1) for path in asked)

    async def settle(self) -> None:
        """Wait until the kernel has answered everything sent so far."""
        await self.page.evaluate(f"async () => {{ for (const _ of [1, 2, 3]) await {KERNEL}.requestKernelInfo(); }}")


@asynccontextmanager
async def running_browser() -> AsyncIterator[Browser]:
    """A browser without a window, as the browser tests take it. Raises KitError where there is none."""
    async with async_playwright() as playwright:
        path = find_browser(playwright)  # type: ignore[arg-type]  # asks only for a path, which both kinds have
        if path is None:
            raise KitError("No browser found: install Chromium, name one in CHOKEPOINTS_BROWSER, or add --no-browser.")
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = await playwright.chromium.launch(
            executable_path=path, args=FLAGS + (["--no-sandbox"] if root else []), handle_sigint=False
        )
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def watched(browser: Browser, hub: Hub, name: str) -> AsyncIterator[Watched]:
    """A learner at a page of their own, with nothing stored from before, signed in."""
    context = await browser.new_context(viewport={"width": 1200, "height": 1000})
    try:
        page = await context.new_page()
        page.set_default_timeout(180_000)
        learner = Watched(page, hub, name)
        await learner.log_in()
        yield learner
    finally:
        await context.close()
