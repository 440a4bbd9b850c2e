"""One learner of a class, over the hub's real HTTP and websocket interface: opens a lesson, runs it, moves a slider.

What a browser would ask for is asked for, in the same order (`page` is a recording of one); what a browser would draw
is not drawn. Ten browsers on one machine would measure browsers.
"""

import asyncio
import json
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from chokepoints.errors import KitError

PROTOCOL = "v1.kernel.websocket.jupyter.org"
#: Seconds without a word after which a wait is given up.
LONGEST = 120.0
#: In a recorded address, the place of the learner's own server.
BASE = "<server>"
#: As many connections as a browser opens to one server.
CONNECTIONS = 6
MOST_BYTES = 200_000_000


@dataclass(frozen=True)
class Waited:
    """Seconds from pressing start to: the server ready, the page's files here, the kernel ready, the last cell done."""

    server: float
    page: float
    kernel: float
    done: float


@dataclass
class Slider:
    """A slider that the lesson showed: its comm and its state, which moves along."""

    comm: str
    state: dict[str, Any]


@dataclass
class Learner:
    """A learner of a running hub; `token` may use their server. Use the methods in the order in which they stand."""

    address: str
    name: str
    token: str
    client: AsyncHTTPClient
    _socket: WebSocketClientConnection | None = None
    _sliders: list[Slider] = field(default_factory=list)
    _session: str = field(default_factory=lambda: uuid.uuid4().hex)

    async def open_and_run(self, notebook: str, page: Sequence[str] = ()) -> Waited:
        """Start the server, fetch the page, start the kernel, run every cell. Raises KitError where one fails."""
        begin = time.perf_counter()
        await self.start_server()
        server = time.perf_counter()
        await self.fetch_page(page)
        loaded = time.perf_counter()
        cells = await self.start_kernel(notebook)
        kernel = time.perf_counter()
        await self.run(cells)
        done = time.perf_counter()
        return Waited(*(moment - begin for moment in (server, loaded, kernel, done)))

    async def start_server(self) -> None:
        """Ask the hub for this learner's server and wait until the hub calls it ready."""
        await self.ask("POST", f"/hub/api/users/{self.name}/server", body="")
        events: list[bytes] = []
        await self.ask("GET", f"/hub/api/users/{self.name}/server/progress", streaming_callback=events.append)
        said = [json.loads(line[5:]) for line in b"".join(events).decode().splitlines() if line.startswith("data:")]
        if not any(event.get("ready") for event in said):
            raise KitError(f"The server of {self.name} did not start: {said[-1].get('message') if said else 'no word'}")

    async def fetch_page(self, page: Sequence[str]) -> None:
        """Ask for every address of a recorded page, BASE standing for this learner's server; nothing is unpacked."""
        waiting = list(reversed(page))

        async def work() -> None:
            while waiting:
                await self.ask("GET", waiting.pop().replace(BASE, f"/user/{self.name}"))

        await asyncio.gather(*(work() for _ in range(CONNECTIONS)))

    async def start_kernel(self, notebook: str) -> list[str]:
        """Open the notebook (its path below the home) and wait until its kernel answers; its code cells."""
        base = f"/user/{self.name}"
        content = await self.ask("GET", f"{base}/api/contents/{notebook}?type=notebook&content=1")
        cells = [cell["source"] for cell in json.loads(content.body)["content"]["cells"] if cell["cell_type"] == "code"]
        wanted = {"path": notebook, "name": notebook, "type": "notebook", "kernel": {"name": "python3"}}
        session = json.loads((await self.ask("POST", f"{base}/api/sessions", body=json.dumps(wanted))).body)
        place = f"{base}/api/kernels/{session['kernel']['id']}/channels?session_id={self._session}"
        request = HTTPRequest(f"{self.address.replace('http', 'ws', 1)}{place}", headers=self._headers())
        self._socket = await websocket_connect(request, subprotocols=[PROTOCOL], max_message_size=MOST_BYTES)
        await self._answers({await self._send("kernel_info_request", {}): "The kernel"})
        return cells

    async def run(self, cells: Sequence[str]) -> None:
        """Run these cells in order, sent all at once as Lab's "run all" does, and wait for the last to end."""
        sent = {}
        for number, code in enumerate(cells, 1):
            options = {"silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": True}
            request = await self._send("execute_request", {"code": code, "user_expressions": {}} | options)
            sent[request] = f"Cell {number}"
        await self._answers(sent)

    async def move(self, times: int) -> list[float]:
        """Move the lesson's first slider by a step, so many times; milliseconds to each new picture."""
        if not self._sliders:
            raise KitError("The lesson shows no slider that could be moved.")
        slider, waits = self._sliders[0], []
        for _ in range(times):
            change = next_state(slider.state)
            slider.state.update(change)
            begin = time.perf_counter()
            content = {"comm_id": slider.comm, "data": {"method": "update", "state": change, "buffer_paths": []}}
            waits += [1000 * (moment - begin) for moment in await self._picture(await self._send("comm_msg", content))]
        return waits

    async def close(self) -> None:
        """Stop the server, and with it the kernel."""
        if self._socket is not None:
            self._socket.close()
        await self.ask("DELETE", f"/hub/api/users/{self.name}/server", body=None)

    async def ask(self, method: str, path: str, **more: Any) -> HTTPResponse:
        """One request. Raises KitError where it is refused."""
        request = HTTPRequest(
            f"{self.address}{path}",
            method,
            headers=self._headers(),
            request_timeout=LONGEST,
            connect_timeout=60,
            **more,
        )
        try:
            return await self.client.fetch(request)
        except (HTTPClientError, OSError) as error:
            raise KitError(f"{method} {path} of {self.name} failed: {error}") from None

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"token {self.token}", "Accept-Encoding": "gzip"}

    async def _send(self, kind: str, content: dict[str, Any]) -> str:
        """Send a message to the kernel; its id."""
        assert self._socket is not None
        name = uuid.uuid4().hex
        header = {"msg_id": name, "msg_type": kind, "username": self.name, "session": self._session, "version": "5.3"}
        parts = [json.dumps(part).encode() for part in (header, {}, {}, content)]
        await self._socket.write_message(serialize_msg_to_ws_v1(parts, "shell"), binary=True)
        return name

    async def _receive(self) -> tuple[str, str, dict[str, Any]]:
        """The next message: kind, id of the request that it belongs to, content. Sliders that are shown are noted."""
        assert self._socket is not None
        try:
            data = await asyncio.wait_for(self._socket.read_message(), LONGEST)
        except TimeoutError:
            raise KitError(f"The kernel of {self.name} was silent for {LONGEST:.0f} s.") from None
        if not isinstance(data, bytes):
            raise KitError(f"The connection to the kernel of {self.name} was closed.")
        _, parts = deserialize_msg_from_ws_v1(data)
        header, parent, _, content = (json.loads(part) for part in parts[:4])
        if header["msg_type"] == "comm_open":
            state = content["data"].get("state", {})
            if str(state.get("_model_name")).endswith("SliderModel"):
                self._sliders.append(Slider(content["comm_id"], state))
        return header["msg_type"], parent.get("msg_id", ""), content

    async def _answers(self, requests: dict[str, str]) -> None:
        """Wait until the kernel has answered each of these and is idle again; the values say what they are."""
        # Replies and idle states come by two ways: those of the next request may overtake those of this one.
        wanted = {request: {"reply", "idle"} for request in requests}
        while any(wanted.values()):
            kind, parent, content = await self._receive()
            if parent not in wanted:
                continue
            if kind == "error" or content.get("status") in ("error", "aborted"):
                said = f"{content.get('ename')}: {content.get('evalue')}"
                raise KitError(f"{requests[parent]} of {self.name} failed: {said}")
            if kind.endswith("_reply"):
                wanted[parent].discard("reply")
            elif kind == "status" and content["execution_state"] == "idle":
                wanted[parent].discard("idle")

    async def _picture(self, request: str) -> list[float]:
        """The moment at which this change's picture came, once the kernel is idle. Raises KitError where none came."""
        moments: list[float] = []
        while True:
            kind, parent, content = await self._receive()
            if parent != request:
                continue
            if kind == "update_display_data":
                moments.append(time.perf_counter())
            elif kind == "status" and content["execution_state"] == "idle":
                if not moments:
                    raise KitError("A slider was moved and no new picture came.")
                return moments[:1]


def next_state(state: dict[str, Any]) -> dict[str, Any]:
    """What a step to the right changes in a slider's state; at its end it goes back to the start.

    Sliders of choices count by `index`, sliders of numbers by `value`; a range has two of them, and the upper moves.
    """
    if "_options_labels" in state:
        last = len(state["_options_labels"]) - 1
        index = state["index"]
        if isinstance(index, list):
            return {"index": [index[0], index[1] + 1 if index[1] < last else index[0]]}
        return {"index": index + 1 if index < last else 0}
    value, step, low, high = state["value"], state.get("step") or 1, state["min"], state["max"]
    if isinstance(value, list):
        return {"value": [value[0], value[1] + step if value[1] + step <= high else value[0]]}
    return {"value": value + step if value + step <= high else low}
