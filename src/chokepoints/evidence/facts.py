"""Look a fact up, cite it, and lay the figures that disagree side by side."""

from datetime import date
from functools import cache
from typing import cast

from chokepoints.errors import KitError, did_you_mean
from chokepoints.evidence.rows import FACT_TABLES, Fact, Figure, Source
from chokepoints.evidence.tables import MEND, table
from chokepoints.evidence.wording import source_words


@cache
def _facts() -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for name in FACT_TABLES:
        for row in cast(tuple[Fact, ...], table(name)):
            if row.slug in facts:
                raise KitError(f"{name}.csv, column slug: {row.slug!r} is the name of a fact in another table too.")
            facts[row.slug] = row
    return facts


@cache
def _sources() -> dict[str, Source]:
    return {row.slug: row for row in table("sources")}


class _Names(dict[str, str]):
    """A name for every slug; a slug without a row is said to be one, whichever table names it."""

    def __missing__(self, slug: str) -> str:
        # What was read so far is kept, so the mended file alone would change nothing.
        raise KitError(f"actors.csv has no row {slug!r}, which another table names. {MEND} Then restart the kernel.")


def actor_names() -> dict[str, str]:
    """What every actor is called, by slug. Looking up a slug that has no row raises KitError."""
    return _Names((actor.slug, actor.name) for actor in table("actors"))


def fact_slugs() -> frozenset[str]:
    """The names of all facts: figures, events, instruments and observations."""
    return frozenset(_facts())


def fact(slug: str) -> Fact:
    """One fact by its name, from whichever table holds it. Raises KitError, with the nearest name, if there is none."""
    try:
        return _facts()[slug]
    except (KeyError, TypeError):
        raise KitError(f"There is no fact {slug!r}.{did_you_mean(str(slug), _facts())}") from None


def source(slug: str) -> Source:
    """One source by its name. Raises KitError, with the nearest name, if there is none."""
    try:
        return _sources()[slug]
    except (KeyError, TypeError):
        raise KitError(f"There is no source {slug!r}.{did_you_mean(str(slug), _sources())}") from None


def cite(slug: str) -> str:
    """The sources of a fact in words, the original named beside a relay, and how far the row can be trusted."""
    found = fact(slug)
    words = " Also: ".join(source_words(source(name)) for name in found.sources)
    if found.basis == "unverified":
        words = f"UNVERIFIED, do not cite as fact. {words}"
    elif found.basis == "computed":
        words = f"Our own arithmetic on: {words}"
    return words


def fact_named(slug: str) -> Fact:
    """`fact`, for a row that the kit itself names: where it or its source is gone, KitError says what to do."""
    row = _facts().get(slug)
    if row is None or not set(row.sources) <= set(_sources()):
        raise KitError(f"The tables have lost the row {slug!r}, or its source. {MEND} Then restart the kernel.")
    return row


def cite_named(slug: str) -> str:
    """`cite`, for a row that the kit itself names. Raises KitError as `fact_named` does."""
    return cite(fact_named(slug).slug)


def quantities() -> tuple[str, ...]:
    """What the figures count, each name once, sorted."""
    return tuple(sorted({figure.quantity for figure in table("figures")}))


def published(quantity: str) -> tuple[Figure, ...]:
    """Every published figure for one quantity, earliest first, disagreements included.

    Raises KitError, with the nearest name, for a quantity that no figure has.
    """
    if not isinstance(quantity, str):
        raise KitError(f"Name one quantity, in quotes, such as published('firms-hit'), not {type(quantity).__name__}.")
    rows = [figure for figure in table("figures") if figure.quantity == quantity]
    if not rows:
        raise KitError(f"There is no quantity {quantity!r}.{did_you_mean(quantity, quantities())}")
    return tuple(sorted(rows, key=lambda row: (row.date_from or date.min, row.date_to or date.max, row.slug)))
