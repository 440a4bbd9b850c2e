"""What a cell showed before is closed when it is run again; else each run would leave its widgets, and a panel's
picture, in the kernel for good: ipywidgets holds on to every widget until it is closed.
"""

from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets
from IPython.core.getipython import get_ipython

#: Window and cell -> the run that showed something last, and how to close what it showed.
_shown: dict[tuple[str, str], tuple[str, list[Callable[[], object]]]] = {}


def when_run_again(close: Callable[[], object]) -> None:
    """Call `close` when the cell that runs now is run again.

    By the same window, since a second one may show the same notebook. Never where nobody names the cell, as in a
    console or a test.
    """
    parent: dict[str, Any] = getattr(get_ipython(), "get_parent", dict)()
    header, cell = parent.get("header", {}), parent.get("metadata", {}).get("cellId")
    if not cell:
        return
    place, run = (header.get("session", ""), cell), header.get("msg_id", "")
    before, closers = _shown.get(place, ("", []))
    if before != run:
        for one in closers:
            one()
        closers = []
    _shown[place] = (run, [*closers, close])


def close_all(widget: ipywidgets.Widget) -> None:
    """Close a widget with all that belongs to it: its children, its layout, its style."""
    for part in _parts(widget):
        close_all(part)
    widget.close()


def _parts(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    for name in widget.keys:
        value = getattr(widget, name)
        for part in value if isinstance(value, tuple | list) else [value]:
            if isinstance(part, ipywidgets.Widget):
                yield part
