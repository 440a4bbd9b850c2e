"""The one place where text becomes HTML: what is filled in is escaped. A test greps that no other module does it."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from IPython.display import HTML
from markupsafe import Markup, escape

from chokepoints.errors import KitError


def fill(template: str, /, **values: object) -> Markup:
    """Fill a template written in our own code; every value is escaped, unless it is itself the result of `fill`."""
    return Markup(template).format(**values)


def join(parts: Iterable[Markup], between: str = "") -> Markup:
    """Pieces of markup one after the other; what stands between them is escaped."""
    return escape(between).join(parts)


def link(url: str, text: str) -> Markup:
    """A link to a web page. Raises KitError for any other scheme, such as javascript:."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise KitError(f"{url!r} is no web address: it should begin with https:// or http://.")
    return fill('<a href="{url}" target="_blank" rel="noopener">{text}</a>', url=url, text=text)


class Output:
    """Markup as the output of a cell, with the same in plain text for readers without HTML."""

    def __init__(self, markup: Markup, text: str) -> None:
        if type(markup) is not Markup:
            raise KitError("Only the result of fill() can be shown as HTML.")
        self.html, self.text = HTML(str(markup)), text

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html.data, "text/plain": self.text}
