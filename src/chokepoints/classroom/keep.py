"""Keep your answers: one button downloads them, one takes a file of them back. For Binder, which forgets everything.

The browser makes the file itself out of bytes that the kernel sends, so that it needs no file of the server.
"""

from pathlib import Path
from typing import Any

import anywidget
import traitlets
from IPython.display import display

from chokepoints.classroom.again import close_all, when_run_again
from chokepoints.classroom.answerfile import MOST_BYTES, as_text, too_large
from chokepoints.classroom.answers import counted, store
from chokepoints.classroom.front import Front, controls_box, with_words
from chokepoints.classroom.plain import tidy

_WORDS = "Two buttons: Download my answers, Upload answers.json. Run this cell to use them."


class Keep(anywidget.AnyWidget):
    """The two buttons; keep.js draws them. `said` is what became of the last press, for the eye."""

    _esm = Path(__file__).with_name("keep.js")
    most_bytes = traitlets.Int(MOST_BYTES).tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)

    def __init__(self, front: Front) -> None:
        super().__init__()
        self._front = front
        self.on_msg(self._heard)

    def _heard(self, _widget: Any, message: Any, buffers: list[Any]) -> None:
        """What the page sent: {"press": "download"}, or {"press": "upload", "name", "size"} with the file's bytes."""
        press = message.get("press") if isinstance(message, dict) else None
        if press == "download":
            content = store.content()
            self.send({"name": "answers.json"}, buffers=[as_text(content).encode()])
            self._say(f"Sent to your browser as answers.json: {counted(content)}.")
        elif press == "upload":
            name, size = tidy(str(message.get("name", "")), 40) or "This file", message.get("size")
            if buffers:
                self._say(store.restore(bytes(buffers[0]), name))
            elif isinstance(size, int) and size > MOST_BYTES:
                # The page does not send so large a file at all.
                self._say(f"{name} was not taken over: it {too_large(int(size))}. What was here stays.")
            else:
                self._say(f"{name} did not arrive. Choose it once more.")

    def _say(self, text: str) -> None:
        # The same words twice would change nothing, and be announced to nobody.
        self.said = self._front.reading = text if self.said != text else f"{text} (Once more.)"


def keep() -> None:
    """Show the two buttons: download your answers and predictions as a file, and take such a file back."""
    front = Front()
    box = controls_box(front, [Keep(front)])
    display(with_words(box, _WORDS), raw=True)
    when_run_again(lambda: close_all(box))
