"""The figures that disagree, laid side by side as a table."""

from markupsafe import Markup

from chokepoints.classroom.markup import Output, fill, join, link
from chokepoints.evidence.facts import published, source
from chokepoints.evidence.rows import Figure
from chokepoints.evidence.wording import amount_words, date_words

_HEAD = ("When", "How much", "What was counted", "Who says so", "Source")


def side_by_side(quantity: str) -> Output:
    """Every published figure for one quantity, earliest first, with who said it and where: the last line of a cell.

    Raises KitError, with the nearest name, for a quantity that no figure has.
    """
    figures = published(quantity)
    rows = join(fill("<tr>{cells}</tr>", cells=_cells(figure)) for figure in figures)
    head = join(fill('<th scope="col" style="text-align:left">{name}</th>', name=name) for name in _HEAD)
    table = fill(
        "<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>",
        caption=f"Published figures: {quantity.replace('-', ' ')}",
        head=head,
        rows=rows,
    )
    lines = [f"{date_words(figure)}: {amount_words(figure)}{_doubt(figure)} ({figure.said_by})" for figure in figures]
    return Output(table, "\n".join(lines))


def _cells(figure: Figure) -> Markup:
    cells = (date_words(figure), amount_words(figure), figure.measures + _doubt(figure), figure.said_by, _links(figure))
    return join(fill('<td style="text-align:left">{cell}</td>', cell=cell) for cell in cells)  # Lab would set it right


def _doubt(figure: Figure) -> str:
    return " (unverified)" if figure.basis == "unverified" else ""


def _links(figure: Figure) -> Markup:
    """The sources of a figure, each a link where it has an address, the original named beside a relay."""
    items = []
    for name in figure.sources:
        found = source(name)
        words = found.publisher + (f" (passing on {found.relays})" if found.relays else "")
        items.append(link(found.url, words) if found.url else fill("{words}", words=words))
    return join(items, "; ")
