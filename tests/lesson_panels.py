"""The panels that the lessons show, found by running them: once in a process, for the tests of several rooms."""

from functools import cache
from pathlib import Path

import nbformat
from IPython.core.interactiveshell import InteractiveShell

from chokepoints.classroom import panel as panel_module
from chokepoints.classroom.panel import Panel

LESSONS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


@cache
def panels_of(lesson: Path) -> tuple[Panel, ...]:
    """Each panel of one lesson once, in order."""
    shell = InteractiveShell.instance()
    panel_module.shown.clear()
    for cell in nbformat.read(lesson, as_version=4).cells:
        if cell.cell_type == "code":
            shell.run_cell(cell.source, silent=True).raise_error()
    shell.reset(new_session=False)
    return tuple(dict.fromkeys(record.panel for record in panel_module.shown))
