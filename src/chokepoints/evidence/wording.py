"""Numbers, dates and sources in words, the same in every panel, table and answer."""

import calendar
from datetime import date

from chokepoints.evidence.rows import Fact, Figure, Source

#: Not calendar.month_name, which follows the locale of the process.
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September"]
_MONTHS += ["October", "November", "December"]


def number_words(value: int | float) -> str:
    """655360 -> "655,360"; 18900000 -> "18.9 million". Millions only where two decimals lose nothing."""
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if abs(value) >= size and round(value / size, 2) * size == value:
            return f"{value / size:,.2f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,}"


def amount_words(figure: Figure) -> str:
    """A figure with its unit and its bounds: "at least 9,000 addresses", "15 to 40 percent"."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        words = number_words(low) if low == high else f"{number_words(low)} to {number_words(high)}"
    elif low is not None:
        words = f"at least {number_words(low)}"  # true of "more than" too
    else:
        words = f"up to {number_words(high or 0)}"
    return f"{words} {figure.unit.removesuffix('s') if words == '1' else figure.unit}"


def day_words(day: date) -> str:
    """date(2018, 5, 28) -> "28 May 2018"; the same under every locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_words(fact: Fact) -> str:
    """A fact's day, month, year or span in words; "undated" where its source gives no date."""
    start, end = fact.date_from, fact.date_to
    if start is None:
        return "undated" if end is None else f"before {day_words(end)}"
    if end is None:
        return f"from {day_words(start)}"
    if start == end:
        return day_words(start)
    last = calendar.monthrange(end.year, end.month)[1]
    if start.day == 1 and end.day == last:
        if (start.year, start.month) == (end.year, end.month):
            return f"{_MONTHS[start.month - 1]} {start.year}"
        if start.year == end.year and (start.month, end.month) == (1, 12):
            return str(start.year)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day_words(end)}"
    return f"{day_words(start)} to {day_words(end)}"


def source_words(source: Source) -> str:
    """Publisher, title, whom it passes on, and the address."""
    words = f"{source.publisher}, {source.title}" if source.title else source.publisher
    if source.relays:
        words += f" (passing on {source.relays})"
    return f"{words}. {source.url or 'No public address.'}"


def short_date_words(fact: Fact) -> str:
    """`date_words` with short months, for the margin of a picture: "17 Apr 2018", "Apr to May 2018"."""
    start, end = fact.date_from, fact.date_to
    if start and end and start != end and start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        if (start.year, start.month) == (end.year, end.month) or (start.month, end.month) == (1, 12):
            return _shorten(date_words(fact))
        if start.year == end.year:
            return f"{_MONTHS[start.month - 1][:3]} to {_MONTHS[end.month - 1][:3]} {end.year}"
    return _shorten(date_words(fact))


def _shorten(words: str) -> str:
    return " ".join(word[:3] if word in _MONTHS else word for word in words.split())
