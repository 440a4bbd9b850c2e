"""Panel: every published figure on a matter that the sources disagree on, and why they may."""

from matplotlib.ticker import MaxNLocator

from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Choice, Switch
from chokepoints.classroom.panel import Assumption, Panel
from chokepoints.classroom.style import COLOURS, MARKERS, new_figure
from chokepoints.evidence.facts import published, source
from chokepoints.evidence.rows import Disagreement, Figure
from chokepoints.evidence.tables import table
from chokepoints.evidence.wording import amount_words, date_words, short_date_words

_MATTERS = {row.matter: row for row in table("disagreements") if row.quantities}
#: The most rows that the picture has room for.
MOST = 14


def figures_on(matter: str, sure: bool) -> list[Figure]:
    """Every verified figure on a matter, quantity by quantity and in each by date; `sure`: only high confidence."""
    rows = [figure for quantity in _MATTERS[matter].quantities for figure in published(quantity)]
    return [row for row in rows if row.basis != "unverified" and (row.confidence == "high" or not sure)][:MOST]


def _setup() -> Artists:
    figure = new_figure(height=5.2, left=0.43, right=0.97, bottom=0.13, top=0.92)
    artists = Artists(figure)
    artists.axes = figure.add_subplot()
    return artists


def _update(artists: Artists, *, matter: str, order: str, sure: bool) -> str:
    row, figures = _MATTERS[matter], figures_on(matter, sure)
    if order == "by size":
        figures.sort(key=lambda figure: (row.quantities.index(figure.quantity), _ends(figure)))
    # Other rows, other scale, other labels: nothing can be kept. New axes, since clear() leaves traces of the old.
    artists.axes.remove()
    artists.axes = axes = artists.figure.add_subplot()
    scale, unit = _scale(figures)
    for y, figure in enumerate(figures):
        place = row.quantities.index(figure.quantity) % len(COLOURS)
        _draw(artists, figure, y, scale, COLOURS[place], MARKERS[place])
    axes.set_yticks(range(len(figures)), [_label(figure, _apart(figures)) for figure in figures], fontsize=10)
    axes.set_ylim(max(len(figures), 4) - 0.4, -0.6)
    if len(row.quantities) > 1:
        marks = [axes.plot([], [], MARKERS[k], color=COLOURS[k])[0] for k in range(len(row.quantities))]
        names = [quantity.replace("-", " ") for quantity in row.quantities]
        axes.legend(marks, names, loc="lower center", bbox_to_anchor=(0.3, 1), ncols=3, fontsize=10, handletextpad=0.1)
    axes.set_xlabel(unit)
    axes.xaxis.set_major_locator(MaxNLocator(6))
    axes.set_axisbelow(True)
    low, high = axes.get_xlim()
    reach = max(abs(low), abs(high), 1e-9)
    # Room on the right for the words "at least" behind the largest mark.
    axes.set_xlim(min(0, low) - 0.05 * reach * (low < 0), max(0, high) + 0.15 * reach * (high > 0))
    artists.renew()
    return _reading(row, figures, order, sure)


def _ends(figure: Figure) -> tuple[float, float]:
    low = figure.high if figure.low is None else figure.low
    high = figure.low if figure.high is None else figure.high
    return float(low or 0), float(high or 0)


def _scale(figures: list[Figure]) -> tuple[float, str]:
    """What the numbers are divided by, and the label of the axis with its unit."""
    units = " / ".join(dict.fromkeys(figure.unit for figure in figures)) or "no figures"
    largest = max((abs(end) for figure in figures for end in _ends(figure)), default=0)
    for size, word in ((1e9, "billions"), (1e6, "millions"), (1e3, "thousands")):
        if largest >= 5 * size or largest == size:
            return size, f"{units} ({word})"
    return 1, units


def _draw(artists: Artists, figure: Figure, y: int, scale: float, colour: str, marker: str) -> None:
    """One row: a mark, a bar for a range, an arrow where the source gives only one end."""
    low, high = (end / scale for end in _ends(figure))
    axes = artists.axes
    axes.plot([low, high], [y, y], color=colour, linewidth=3, solid_capstyle="butt")
    axes.plot([low, high], [y, y], marker, color=colour, markeredgecolor="white", linestyle="none")
    if figure.low is None or figure.high is None:
        more = figure.high is None
        axes.annotate(
            "at least" if more else "up to",
            (high, y),
            xytext=(9 if more else -9, 0),
            textcoords="offset points",
            ha="left" if more else "right",
            va="center",
            fontsize=10,
        )


def _apart(figures: list[Figure]) -> bool:
    """Whether the figures speak of several places, so that each has to say of which."""
    return len({figure.place for figure in figures}) > 1


def _label(figure: Figure, place: bool) -> str:
    """Speaker, place and date, cut to what the margin holds; the whole stands in the reading or in `side_by_side`."""
    when = f"{figure.place}, {short_date_words(figure)}" if place else short_date_words(figure)
    room = 44 - len(when)
    said = figure.said_by if len(figure.said_by) <= room else f"{figure.said_by[: room - 3].rstrip(' ,;')}..."
    return f"{said}, {when}"


def _reading(row: Disagreement, figures: list[Figure], order: str, sure: bool) -> str:
    which = "figures of high confidence" if sure else "published figures"
    if not figures:
        return f"{row.matter}: the tables hold no {which}."
    apart = _apart(figures)
    first, last = min(figures, key=lambda f: _ends(f)[0]), max(figures, key=lambda f: _ends(f)[1])
    if len(figures) == 1:
        return f"{row.matter}: one of the {which}, {amount_words(first)} ({_who(first, apart)})."
    if amount_words(first) == amount_words(last):
        span = f"all {amount_words(first)}"
    else:
        span = (
            f"lower end: {amount_words(first)} ({_who(first, apart)}), "
            f"upper end: {amount_words(last)} ({_who(last, apart)})"
        )
    return f"{row.matter}: {len(figures)} {which} {order}, {span}. Why they may differ: {row.reason}"


def _who(figure: Figure, place: bool) -> str:
    publisher = source(figure.sources[0]).publisher
    said = figure.said_by if publisher.casefold() in figure.said_by.casefold() else f"{figure.said_by}, in {publisher}"
    return f"{said}, {figure.place}, {date_words(figure)}" if place else f"{said}, {date_words(figure)}"


disagreeing_figures = Panel(
    name="evidence-disagreeing-figures",
    title="What the sources disagree on",
    setup=_setup,
    update=_update,
    controls=(
        Choice("matter", "Matter", tuple(_MATTERS), "How large the effect was"),
        Choice("order", "Order", ("by date", "by size"), "by date"),
        Switch("sure", "Only figures of high confidence"),
    ),
    lines=4,
    assumptions=(
        Assumption("Marks of another shape and colour count another thing, and need not share a scale.", "our drawing"),
        Assumption(
            "A bar joins the two ends of a published range; 'at least' or 'up to' stands where only one end was given.",
            "our drawing",
        ),
        Assumption("Why they differ is the likely reason, ours; a better one may be found.", "datasets/README.md"),
    ),
)
