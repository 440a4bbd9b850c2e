"""The installed base on average, exactly, and the half-life of an app that nobody can install any more, by formula."""

from collections.abc import Iterable
from math import inf, log, log1p

import numpy as np

from chokepoints.errors import KitError
from chokepoints.store.base import Again, Assumptions, Lever
from chokepoints.store.base_cohorts import Cohort
from chokepoints.store.base_day import chances
from chokepoints.store.base_runs import Course, counted, plan


def delisted(replaced: float, restored: float, other: float, days: int) -> Assumptions:
    """A delisting and nothing else: iPhones alone, the app gone from the store on the second day, no one comes or goes.

    `replaced`: new phones a person and year; `restored`: the share of these to which a backup brings the app; `other`:
    the share of people who know another way to it. The rest stays as assumed. Raises KitError as Assumptions does.
    """
    return Assumptions(
        days=days,
        lever=Lever.DELIST,
        ios_share=1.0,
        replaced_per_year=replaced,
        restored=restored,
        marketplaces_open=True,
        marketplace_share=other,
        newcomers_per_year=0.0,
        leaving_per_year=0.0,
        deleted_per_year=0.0,
        breaks=0.0,
    )


def expected(assumptions: Assumptions, cohorts: Iterable[Cohort] | None = None) -> Course:
    """The mean of `base_runs.simulate`, exactly: each day the numbers of people are multiplied by its chances.

    Numbers are no longer whole, but add up to all people all the same. Raises KitError as `simulate` does.
    """
    made = plan(assumptions, cohorts)
    shape = len(made.groups), 1, made.width
    now = np.asarray(sum(people * at for people, at in made.starts)).reshape(shape)
    into = made.into.reshape(shape)
    found = np.empty((assumptions.days + 1, len(made.groups) * made.width))
    found[0] = now.ravel()
    kinds = chances(assumptions, made.groups, set(made.days))
    for number, day in enumerate(made.days):
        now = (now + made.coming[number] * into) @ kinds[day]
        found[number + 1] = now.ravel()
    return counted(found, made)


def daily_loss(replaced_per_year: float, restored: float, deleted_per_year: float, again: Again) -> float:
    """The chance that a delisted app is lost from a phone on a day, for one who knows no other way to it.

    By a new phone on which no restored backup brings it, or by deletion; nothing is lost where the store gives it to
    every account that had it. Raises KitError for a number out of range.
    """
    limits = (("replaced_per_year", replaced_per_year, 50), ("restored", restored, 1))
    for name, value, most in (*limits, ("deleted_per_year", deleted_per_year, 50)):
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            raise KitError(f"{name} is a number from 0 to {most}, not {value!r}.")
    if not isinstance(again, Again):
        raise KitError(f"again is one of {', '.join(f'Again.{one.name}' for one in Again)}, not {again!r}.")
    if again is Again.ALWAYS:
        return 0.0
    brought = restored if again is Again.RESTORE else 0.0
    replaced, deleted = replaced_per_year / 365, deleted_per_year / 365
    return replaced * (1 - brought) + (1 - replaced) * deleted


def days_until_half(loss: float, keep: float = 0.0) -> float:
    """Days until half of those who had the app have lost it; `inf` where half never do.

    `loss`: the chance to lose it on a day; `keep`: the share who get it again by another way, and so never lose it. Of
    the rest (1 - loss)**t have it after t days, which for `keep` = 0 is a half after ln 2 / -ln(1 - loss). Raises
    KitError for a number out of range.
    """
    for name, value in (("loss", loss), ("keep", keep)):
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise KitError(f"{name} is a number from 0 to 1, not {value!r}.")
    if loss == 0 or keep >= 0.5:
        return inf
    if loss == 1:
        return 1.0
    return log((1 - keep) / (0.5 - keep)) / -log1p(-loss)
