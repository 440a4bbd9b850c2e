"""What panels on a line of time share: the axis of dates, and the label that names the last moment of a lane."""

from datetime import date
from typing import Any

from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num


def date_axis(axes: Any) -> None:
    """Write dates below the picture: years, months with their year, or days in full, as the span needs."""
    locator = AutoDateLocator(minticks=3, maxticks=7)
    axes.xaxis.set_major_locator(locator)
    formats = ["%Y", "%b %Y", "%d %b %Y", "", "", ""]
    axes.xaxis.set_major_formatter(
        ConciseDateFormatter(locator, formats=formats, zero_formats=formats, show_offset=False)
    )


def name_at(label: Any, words: str, day: date | None, middle: float) -> None:
    """Name a moment, towards the side where there is room; nothing for no day. `middle` is the picture's, in days."""
    label.set_text(words if day else "")
    if day:
        at = float(date2num(day))
        label.set_x(at)
        label.set_horizontalalignment("right" if at > middle else "left")
