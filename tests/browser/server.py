"""A browser and a JupyterLab of their own, for the tests of this folder and for tools/bench.py."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lab import Lab
from playwright.sync_api import Browser, Error, Playwright

ROOT = Path(__file__).parents[2]
#: Debian's headless shell is Chromium without windows of its own: a fifth less of the processor.
SYSTEM_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
#: No traffic of Chromium's own: the tests stay on loopback.
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: V8 does not optimise what it has begun to run: pages of some seconds use a tenth less of the processor. For tests of
#: what happens, never for measuring how long.
UNOPTIMISED = ["--js-flags=--no-opt --no-maglev"]


def fetched(playwright: Playwright) -> str | None:
    """Playwright's own Chromium, fetched where it is missing; nothing where that fails (no network, no room)."""
    path = Path(playwright.chromium.executable_path)
    if not path.exists():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=600)
        except (subprocess.SubprocessError, OSError):
            return None
    return str(path)


def find_browser(playwright: Playwright) -> str | None:
    """The browser that CHOKEPOINTS_BROWSER names, else one of the system, else Playwright's own; it may not start."""
    named = os.environ.get("CHOKEPOINTS_BROWSER")
    return named or next(filter(None, map(shutil.which, SYSTEM_BROWSERS)), None) or fetched(playwright)


def working_browser(playwright: Playwright) -> str | None:
    """The path of a browser that really starts, or nothing.

    Raises RuntimeError where CHOKEPOINTS_BROWSER names one that does not: then no other will do.
    """
    path = find_browser(playwright)
    if path is None:
        return None
    try:
        launch(playwright, path).close()
    except Error as error:
        if os.environ.get("CHOKEPOINTS_BROWSER"):
            raise RuntimeError(f"CHOKEPOINTS_BROWSER is {path}, which does not start: {error.message}") from None
        print(f"{path} does not start: {error.message}")
        return None
    return path


def launch(playwright: Playwright, path: str, *more: str) -> Browser:
    """Start it, without a window; `more` are flags beside the usual ones."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(executable_path=path, args=[*FLAGS, *more, *(["--no-sandbox"] if root else [])])


#: A kernel's answer is two small messages. By default the second waits until the browser has acknowledged the first,
#: which it puts off for 40 ms: minutes of waiting in these tests, for what is no part of the kit.
AT_ONCE = """
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler

opened = KernelWebsocketHandler.open

async def open_at_once(self, *words, **more):
    self.set_nodelay(True)  # tornado's own setting, which Jupyter offers no name for
    return await opened(self, *words, **more)

KernelWebsocketHandler.open = open_at_once
"""
#: At every move of a panel Lab looks through all outputs for headings, for its table of contents, which nobody opens.
NO_HEADINGS = {"includeOutput": False}


@contextmanager
def running_lab(home: Path, *, at_once: bool = False) -> Iterator[Lab]:
    """JupyterLab over a copy of the kit in `home`, on a port that the system chooses, with no settings of this machine.

    `at_once` sends each message of a kernel without delay, and Lab looks for no headings in outputs: for tests of what
    happens, never for measuring how long.
    Raises RuntimeError, with what the server wrote, where it does not start.
    """
    kit = home / "kit"
    for name in ("notebooks", "exercises", "solutions", "datasets"):
        shutil.copytree(ROOT / name, kit / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    folders = {name: home / name for name in ("config", "data", "runtime", "ipython")}
    for folder in folders.values():
        folder.mkdir()
    # As `make lab` sets it: the pop-up would lie over the notebook and fetch news from elsewhere.
    settings = folders["config"] / "labconfig" / "page_config.json"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}))
    if at_once:
        (folders["config"] / "jupyter_server_config.py").write_text(AT_ONCE)
        contents = folders["config"] / "lab" / "user-settings" / "@jupyterlab" / "toc-extension"
        contents.mkdir(parents=True)
        (contents / "registry.jupyterlab-settings").write_text(json.dumps(NO_HEADINGS))
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(folders["config"]),
        "JUPYTER_DATA_DIR": str(folders["data"]),
        "JUPYTER_RUNTIME_DIR": str(folders["runtime"]),
        "IPYTHONDIR": str(folders["ipython"]),
        "CHOKEPOINTS_ANSWERS": str(home / "answers.json"),
    }
    token = secrets.token_hex()
    command = [
        sys.executable,
        *("-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"),
        f"--ServerApp.root_dir={kit}",
        f"--IdentityProvider.token={token}",
        "--LabApp.expose_app_in_browser=True",  # `window.jupyterapp`, by which the tests ask for the kernel's state
    ]
    with (home / "lab.log").open("w") as log:
        process = subprocess.Popen(command, env=environment, cwd=kit, stdout=log, stderr=log)
        try:
            yield Lab(_address(process, folders["runtime"], home / "lab.log"), token, kit)
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _address(process: subprocess.Popen, runtime: Path, log: Path) -> str:
    """Where the server listens, as it writes it down itself once it does."""
    for _ in range(600):
        if process.poll() is not None:
            break
        for file in runtime.glob("jpserver-*.json"):
            try:
                return f"http://127.0.0.1:{json.loads(file.read_text())['port']}"
            except ValueError:
                pass  # half written
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()}")
