"""Answers to the questions of the room `store` that count: removals, gaps, percentages, two counts."""

from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import groupby
from typing import Any

import numpy as np

Notices = list[tuple[str, list[str], list[str]]]
Pair = tuple[str, str]
Seen = dict[Pair, bool | None]
Rows = list[tuple[str, int, int]]
#: A set of names, or a number where there is no list.
Count = Any


def removals(notices: Notices) -> dict[str, int]:
    """As the worked line has it."""
    apps: dict[str, set[str]] = {}
    for country, _, removed in notices:
        apps.setdefault(country, set()).update(removed)
    return {country: len(gone) for country, gone in apps.items()}


def removals_by_pairs(notices: Notices) -> Counter[str]:
    """Right by another road: every pair of country and app once, then the pairs by country."""
    once = {(country, app) for country, _, removed in notices for app in removed}
    found = Counter({country: 0 for country, _, _ in notices})
    found.update(country for country, _ in once)
    return found


def removals_by_country(notices: Notices) -> dict[str, int]:
    """Right by a third: for each country all notices anew, with a list and `not in`."""
    found = {}
    for front in sorted({notice[0] for notice in notices}):
        apps: list[str] = []
        for country, _, removed in notices:
            for app in removed:
                if country == front and app not in apps:
                    apps.append(app)
        found[front] = len(apps)
    return found


def removals_by_bits(notices: Notices) -> dict[str, Any]:
    """Right by a fourth: a table of zeros and ones, with numbers of numpy."""
    apps = sorted({app for _, _, removed in notices for app in removed})
    gone = {country: np.zeros(len(apps), dtype=bool) for country, _, _ in notices}
    for country, _, removed in notices:
        gone[country] |= np.isin(apps, removed) if removed else False
    return {country: bits.sum() for country, bits in gone.items()}


def named(notices: Notices) -> dict[str, int]:
    return removals([(country, asked, asked) for country, asked, _ in notices])


def counted_notices(notices: Notices) -> dict[str, int]:
    return dict(Counter(country for country, _, _ in notices))


def added_up(notices: Notices) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for country, _, removed in notices:
        found[country] += len(removed)
    return found


def a_set_for_each_notice(notices: Notices) -> dict[str, int]:
    return added_up([(country, asked, [*{*gone}]) for country, asked, gone in notices])


def last_notice(notices: Notices) -> dict[str, int]:
    return {country: len({*removed}) for country, _, removed in notices}


def first_notice(notices: Notices) -> dict[str, int]:
    for country, _, removed in notices:
        return {country: len(removed)}
    return {}


def one_memory(notices: Notices) -> dict[str, int]:
    """One set for all countries together."""
    known: set[str] = set()
    found = {}
    for country, _, removed in notices:
        found[country] = found.get(country, 0) + len({*removed} - known)
        known.update(removed)
    return found


def without_zero(notices: Notices) -> dict[str, int]:
    return {country: number for country, number in removals(notices).items() if number}


def refused_last(notices: Notices) -> dict[str, int]:
    """A refusal sets the country back to nothing."""
    apps: dict[str, set[str]] = {}
    for country, _, removed in notices:
        apps[country] = apps.get(country, set()) | {*removed} if removed else set()
    return {country: len(gone) for country, gone in apps.items()}


def in_a_row(notices: Notices) -> dict[str, int]:
    """Each run of notices of one country by itself: the last run is left."""
    return {
        country: len({app for _, _, removed in run for app in removed})
        for country, run in groupby(notices, key=lambda notice: notice[0])
    }


def no_first_entry(notices: Notices) -> dict[str, int]:
    found: dict[str, int] = {}
    for country, _, removed in notices:
        found[country] += len(removed)
    return found


def whole_lists(notices: Notices) -> dict[str, int]:
    apps: dict[str, set[Any]] = {}
    for country, _, removed in notices:
        apps.setdefault(country, set()).add(removed)
    return {country: len(gone) for country, gone in apps.items()}


def which_apps(notices: Notices) -> dict[str, set[str]]:
    return {country: {app for one, _, gone in notices if one == country for app in gone} for country, *_ in notices}


def gaps(report: set[Pair], seen: Seen) -> list[Pair]:
    """As the worked line has it."""
    there = {app for (app, country), answer in seen.items() if answer is True}
    return sorted(pair for pair, answer in seen.items() if answer is False and pair not in report and pair[0] in there)


def gaps_by_sets(report: set[Pair], seen: Seen) -> Any:
    """Right by another road: sets of pairs; a tuple of what is left."""
    by_answer: dict[Any, set[Pair]] = {True: set(), False: set(), None: set()}
    for pair, answer in seen.items():
        by_answer[answer].add(pair)
    elsewhere = {app for app, _ in by_answer[True]}
    return tuple(sorted(pair for pair in by_answer[False] - {*report} if pair[0] in elsewhere))


def gaps_by_app(report: set[Pair], seen: Seen) -> list[list[str]]:
    """Right by a third: one app after the other; a list of lists is as good as one of pairs."""
    found = []
    for app in sorted({app for app, _ in seen}):
        answers = {country: answer for (name, country), answer in seen.items() if name == app}
        if any(answers.values()):
            found += [
                (app, country)
                for country in sorted(answers)
                if answers[country] is False and (app, country) not in report
            ]
    return found  # type: ignore[return-value]


def gaps_where(
    missing: Callable[[bool | None], bool] = lambda answer: answer is False,
    reported: Callable[[Pair, set[Pair]], bool] = lambda pair, report: pair in report,
    elsewhere: Callable[[str, Seen], bool] = lambda app, seen: True in [seen[pair] for pair in seen if pair[0] == app],
) -> Callable[[set[Pair], Seen], list[Pair]]:
    """A solution with another of its three conditions."""

    def solution(report: set[Pair], seen: Seen) -> list[Pair]:
        return sorted(
            pair for pair in seen if missing(seen[pair]) and not reported(pair, report) and elsewhere(pair[0], seen)
        )

    return solution


def by_number(app: str, seen: Seen) -> bool:
    """Missing everywhere: in as many countries as there are."""
    return sum(seen[pair] is False for pair in seen if pair[0] == app) < len({country for _, country in seen})


def some_not_missing(app: str, seen: Seen) -> bool:
    return not all(seen[pair] is False for pair in seen if pair[0] == app)


def more_than_one(app: str, seen: Seen) -> bool:
    return sum(pair[0] == app for pair in seen) > sum(seen[pair] is False for pair in seen if pair[0] == app) or (
        sum(pair[0] == app for pair in seen) == 1
    )


def gone_from_the_report_first(report: set[Pair], seen: Seen) -> list[Pair]:
    """What is reported is taken out of `seen` before it is asked who else has the app."""
    left = {pair: answer for pair, answer in seen.items() if pair not in report}
    countries = {country for _, country in seen}
    return sorted(
        pair
        for pair in left
        if left[pair] is False and {c for c in countries if left.get((pair[0], c)) is not False} and _known(pair, seen)
    )


def _known(pair: Pair, seen: Seen) -> bool:
    """Some other answer on the app, which is not None, or a report on it."""
    return len([one for one in seen if one[0] == pair[0] and seen[one] is not None]) > 1


def in_any_report(pair: Pair, report: set[Pair]) -> bool:
    return pair[0] in {app for app, _ in report}


def only_where_all_answered(report: set[Pair], seen: Seen) -> list[Pair]:
    silent = {app for (app, _), answer in seen.items() if answer is None}
    return [pair for pair in gaps(report, seen) if pair[0] not in silent]


def only_unreported_or_there(report: set[Pair], seen: Seen) -> list[Pair]:
    """An app counts only where the report and the shelf agree on it."""
    wrong = {app for app, country in report if seen.get((app, country))}
    return [pair for pair in gaps(report, seen) if pair[0] not in wrong]


def either_or(report: set[Pair], seen: Seen) -> list[Pair]:
    """In one of the two and not in the other, whichever it is."""
    there = {app for (app, _), answer in seen.items() if answer} | {app for app, _ in report}
    missing = {pair for pair in seen if seen[pair] is False}
    return sorted(pair for pair in missing ^ report if pair[0] in there)


def looked_up(report: set[Pair], seen: Seen) -> list[Pair]:
    """Every app of the report is looked up in every country."""
    for app, country in report:
        seen[app, country]
    return gaps(report, seen)


def shares(rows: Rows) -> dict[str, tuple[float | None, float | None]]:
    """As the worked line has it."""
    every = sum(removed for country, removed, games in rows)
    others = sum(removed - games for country, removed, games in rows)
    return {
        country: (100 * removed / every if every else None, 100 * (removed - games) / others if others else None)
        for country, removed, games in rows
    }


def shares_rounded(rows: Rows) -> dict[str, list[float | None]]:
    """Right by another road: one base after the other, rounded to one decimal, in lists."""
    found: dict[str, list[float | None]] = {country: [] for country, _, _ in rows}
    for part in ({country: removed for country, removed, _ in rows}, {row[0]: row[1] - row[2] for row in rows}):
        base = sum(part.values())
        for country, number in part.items():
            found[country].append(round(number / base * 100, 1) if base else None)
    return found


def shares_by_numpy(rows: Rows) -> dict[str, Any]:
    """Right by a third: arrays, and None where the sum is nothing."""
    if not rows:
        return {}
    removed, games = np.array([row[1:] for row in rows]).T
    columns = [part / part.sum() * 100 if part.sum() else [None] * len(rows) for part in (removed, removed - games)]
    return {row[0]: pair for row, pair in zip(rows, zip(*columns, strict=True), strict=True)}


def shares_of(second: Callable[[int, int, Rows], float | None], first: float = 100) -> Callable[[Rows], Any]:
    """A solution whose second percentage is worked out by this, from the country's row and all."""

    def solution(rows: Rows) -> dict[str, Any]:
        right = shares(rows)
        return {
            country: (right[country][0] and first * right[country][0] / 100, second(removed, games, rows))  # type: ignore
            for country, removed, games in rows
        }

    return solution


def total(rows: Rows) -> int:
    return sum(row[1] for row in rows)


def no_games(rows: Rows) -> int:
    return sum(row[1] - row[2] for row in rows)


def each(change: Callable[[Any], Any], solution: Callable[[Rows], dict[str, Any]] = shares) -> Callable[[Rows], Any]:
    """The right pairs, changed."""
    return lambda rows: {country: change(pair) for country, pair in solution(rows).items()}


def divided_anyway(rows: Rows) -> dict[str, tuple[float, float]]:
    return {row[0]: (100 * row[1] / total(rows), 100 * (row[1] - row[2]) / no_games(rows)) for row in rows}


def none_for_no_game(rows: Rows) -> Any:
    """None where a country has nothing left, and not where the base has."""
    return {row[0]: (pair[0], pair[1] or None) for row, pair in zip(rows, shares(rows).values(), strict=True)}


def only_with_removals(rows: Rows) -> Any:
    return {country: pair for (country, *_), pair in zip(rows, shares(rows).values(), strict=True) if pair[1]}


def beyond(one: Count, other: Count) -> tuple[int, int]:
    """As the worked line has it."""
    if type(one) is set and type(other) is set:
        return len(one - other), len(one - other)
    a = len(one) if type(one) is set else one
    b = len(other) if type(other) is set else other
    return max(0, a - b), a


def beyond_by_overlap(one: Count, other: Count) -> list[int]:
    """Right by another road: what both may share, taken off; a list."""
    a, b = (len(count) if isinstance(count, set) else count for count in (one, other))
    if isinstance(one, set) and isinstance(other, set):
        shared = [sum(name in other for name in one)] * 2
    else:
        shared = [min(a, b), 0]
    return [a - both for both in shared]


def beyond_by_trying(one: Count, other: Count) -> tuple[int, int]:
    """Right by a third: one overlap after the other, whichever can be."""
    a, b = lengths(one, other)
    possible = [len({*one} & {*other})] if isinstance(one, set) and isinstance(other, set) else range(min(a, b) + 1)
    left = sorted(a - both for both in possible)
    return left[0], left[-1]


def lengths(one: Count, other: Count) -> tuple[int, int]:
    """How many each of two counts is, whether or not there is a list."""
    first, second = (len(count) if type(count) is set else count for count in (one, other))
    return first, second


def by_lengths(change: Callable[[int, int], Any], lists: bool = True) -> Callable[[Count, Count], Any]:
    """A solution that works with the two numbers; where `lists`, only if not both are sets."""
    return lambda one, other: (
        beyond(one, other) if lists and type(one) is type(other) is set else change(*lengths(one, other))
    )


BANK: dict[str, tuple[list[Any], list[tuple[Any, str]]]] = {
    "store-9": (
        [removals, removals_by_pairs, removals_by_country, removals_by_bits],
        [
            (named, "counts the apps that were *named*"),
            (counted_notices, "counts notices"),
            (last_notice, "only the last notice is left"),
            (in_a_row, "only the last notice is left"),
            (first_notice, "behind the whole loop"),
            (added_up, "an app counts once for a country"),
            (a_set_for_each_notice, "an app counts once for a country"),
            (one_memory, "a memory of its own"),
            (without_zero, "that is a count of 0, and no gap"),
            (lambda notices: removals([one for one in notices if one[2]]), "that is a count of 0, and no gap"),
            (refused_last, "takes back nothing"),
            (which_apps, "that says which apps"),
            (whole_lists, "put each app into a set"),
            (lambda notices: {country: len(apps) for country, apps in notices}, "a notice has three parts"),
            (no_first_entry, "has no entry yet"),
            (lambda notices: sum(removals(notices).values()), "a dictionary from country to number"),
            (lambda notices: sorted(removals(notices).items()), "a dictionary from country to number"),
            (lambda notices: {} if notices[0] is None else removals(notices), "the list may be empty"),
            (lambda notices: {country: len(notices[9]) for country, *_ in notices}, "in a cell of your own"),
            (lambda notices: {country.lower(): 1 for country, *_ in notices}, "which different apps stand"),
            (lambda notices: {one: str(number) for one, number in removals(notices).items()}, "not texts"),
            (lambda notices: {one: f"{number} apps" for one, number in removals(notices).items()}, "not texts"),
            (lambda notices: print(removals(notices)), "not with `print`"),
            (lambda one, two: {}, "should take 1 value"),
            ({"XA": 4}, "Wanted is a function"),
        ],
    ),
    "store-13": (
        [gaps, gaps_by_sets, gaps_by_app],
        [
            (gaps_where(reported=lambda pair, report: False), "it is accounted for"),
            (gaps_where(reported=in_any_report), "Does that account for XB as well"),
            (gaps_where(elsewhere=lambda app, seen: True), "no finding about one country"),
            (gaps_where(missing=lambda answer: not answer), "no empty shelf"),
            (gaps_where(missing=lambda answer: answer is not False), "one of these is there"),
            (gaps_where(elsewhere=some_not_missing), "no other country is *seen* to have this app"),
            (gaps_where(elsewhere=by_number), "nobody can say whether it does"),
            (lambda report, seen: gaps_where(elsewhere=more_than_one)(report, seen), "*seen* to have this app"),
            (
                gaps_where(elsewhere=lambda app, seen: by_number(app, seen) and (app, "XB") in {*seen, ("lamp", "XB")}
                           and None not in [seen.get((app, "XB"), 0), seen.get((app, "XZ"), 0)]),
                "how many are False says nothing",
            ),
            (gone_from_the_report_first, "look in `seen` alone for who has it"),
            (only_where_all_answered, "that is enough"),
            (only_unreported_or_there, "missing from XB without a word"),
            (either_or, "nobody looked for"),
            (lambda report, seen: gaps(report, seen) + [pair for pair in seen if seen[pair]], "one of these is there"),
            (lambda report, seen: [pair for pair, answer in seen if answer is False], "does the loop see the answers"),
            (lambda report, seen: [pair for (pair, x), y, z in seen], "each with its answer"),
            (looked_up, "not every app was looked for"),
            (lambda report, seen: gaps(report, seen)[::-1], "in another order"),
            (lambda report, seen: sorted(gaps(report, seen), key=lambda pair: pair[::-1]), "by app and then"),
            (lambda report, seen: gaps(report, seen)[:1], "a finding is lacking here"),
            (lambda report, seen: gaps(report, seen) * 2, "more than once"),
            (lambda report, seen: {*gaps(report, seen)}, "a list is wanted, in order"),
            (lambda report, seen: [country for _, country in gaps(report, seen)], "pairs are wanted"),
            (lambda report, seen: [(country, app) for app, country in gaps(report, seen)], "the wrong way round"),
            (lambda report, seen: len(gaps(report, seen)), "a list of pairs is wanted"),
            (lambda report, seen: [pair for pair in seen if seen[pair[0]] is False], "not every app was looked for"),
            (lambda report, seen: seen.missing, "in a cell of your own"),
            (lambda report, seen: gaps(report, seen).sort(), "returned nothing"),
            (lambda report, seen: [("bell", "XZ")], "a finding needs a False"),
            (lambda report, seen: gaps(report, seen) and None, "by hand: which pairs are False"),
            ([("lamp", "XA")], "Wanted is a function"),
        ],
    ),
    "store-14": (
        [shares, shares_rounded, shares_by_numpy],
        [
            (each(lambda pair: pair[::-1]), "in the other order"),
            (each(lambda pair: pair[0]), "two percentages are wanted"),
            (each(lambda pair: tuple(one and one / 100 for one in pair)), "shares from 0 to 1"),
            (each(lambda pair: tuple(one and round(one) for one in pair)), "rounded to whole percents"),
            (each(lambda pair: tuple(one and int(one) for one in pair)), "rounded to whole percents"),
            (shares_of(lambda removed, games, rows: 100 * removed / no_games(rows)), "more than 100 %"),
            (shares_of(lambda removed, games, rows: 100 * (removed - games) / total(rows)), "and not off the base"),
            (shares_of(lambda removed, games, rows: 100 * (removed - games) / removed), "own removals were no games"),
            (shares_of(lambda removed, games, rows: 100 * games / total(rows)), "that is about the games"),
            (shares_of(lambda removed, games, rows: 100 * games / (total(rows) - no_games(rows))), "about the games"),
            (shares_of(lambda removed, games, rows: 100 * removed / total(rows)), "twice the same"),
            (each(lambda pair: tuple(one and round(one / 100, 2) for one in pair)), "shares from 0 to 1"),
            (lambda rows: {country: (removed, 1) for country, removed in rows}, "a row has three parts"),
            (divided_anyway, "put None in its place"),
            (each(lambda pair: tuple(one or 0.0 for one in pair)), "and 0 would be one"),
            (each(lambda pair: tuple("none" if one is None else one for one in pair)), "and 0 would be one"),
            (each(lambda pair: tuple(one and str(one) for one in pair)), "not texts"),
            (each(lambda pair: tuple(one and f"{one:.1f} %" for one in pair)), "not texts"),
            (each(lambda pair: str(pair)), "not texts"),
            (each(lambda pair: (None, None) if None in pair else pair), "only the second base is 0"),
            (each(lambda pair: None if None in pair else pair), "and not None alone"),
            (each(lambda pair: None if pair[0] is None else pair), "and not None alone"),
            (none_for_no_game, "its percentage without them is 0"),
            (only_with_removals, "a country is lacking"),
            (lambda rows: [*shares(rows).values()], "a dictionary from country to a pair"),
            (lambda rows: rows.sum(), "in a cell of your own"),
            (lambda rows: {country: (1, 2) for country, *_ in rows}, "by hand, for 2022"),
            ((97.4, 80.3), "Wanted is a function"),
        ],
    ),
    "store-16": (
        [beyond, beyond_by_overlap, beyond_by_trying],
        [
            (by_lengths(lambda a, b: (a - b, a - b)), "what if none is"),
            (by_lengths(lambda a, b: a - b), "what if none is"),
            (by_lengths(lambda a, b: (a, a)), "what if all are"),
            (by_lengths(lambda a, b: (a - b, a)), "0 is the least"),
            (by_lengths(lambda a, b: (max(a, b), a + b)), "about both together"),
            (by_lengths(lambda a, b: (0, min(a, b))), "what both may share"),
            (lambda one, other: beyond(other, one), "what the second has and the first lacks"),
            (
                lambda one, other: beyond(other, one) if type(one) is type(other) is set else beyond(one, other),
                "what the second has and the first lacks",
            ),
            (lambda one, other: {*beyond(one, other)}, "a pair is wanted, in order"),
            (lambda one, other: tuple(str(number) for number in beyond(one, other)), "not texts"),
            (lambda one, other: "{} to {}".format(*beyond(one, other)), "not texts"),
            (by_lengths(lambda a, b: (max(0, a - b), a), lists=False), "you need not guess"),
            (by_lengths(lambda a, b: (max(0, a - b), a) if a < b else (a - b, a), lists=False), "you need not guess"),
            (
                lambda one, other: (
                    (max(0, len(one) - len(other)),) * 2 if type(one) is type(other) is set else beyond(one, other)
                ),
                "the lengths say too little",
            ),
            (lambda one, other: (0, 0) if one == other else beyond(one, other), "need not be equal apps"),
            (lambda one, other: beyond(one, other)[::-1], "in the other order"),
            (lambda one, other: beyond(one, other)[1] - 1, "two numbers are wanted"),
            (lambda one, other: ((one - other),) * 2 if type(one) is type(other) is set else beyond(one, other),
             "how many, not which ones"),
            (lambda one, other: (max(0, one - other), one) if type(one) is int else beyond(one, other),
             "a count is a set or a number"),
            (lambda one, other: one.missing(other), "in a cell of your own"),
            (lambda one, other: (1, 2), "if the two share no app"),
            ((73, 98), "Wanted is a function"),
        ],
    ),
}  # fmt: skip
