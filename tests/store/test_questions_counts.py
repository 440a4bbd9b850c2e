"""Questions 9, 13, 14 and 16 of the store: what they take for right is what the kit's own parts yield, really run."""

from collections import Counter
from datetime import date
from itertools import product
from typing import Any

import pytest
from front_store import HERON, MOLE, WIRE, demand, small
from front_talk import run

from chokepoints.classroom.kinds import FunctionAnswer
from chokepoints.classroom.questions import Question, judge
from chokepoints.evidence import fact
from chokepoints.store import vpn_apps
from chokepoints.store.audit import Audit, Check, Finding, Seen, ask, audit, compare
from chokepoints.store.half_year import half_year
from chokepoints.store.ledger import What
from chokepoints.store.lookup_http import lookup_service
from chokepoints.store.questions_counts import AGENCY, COUNTS, NOTICES, TEST, TWO_COUNTS
from chokepoints.store.questions_gaps import CHECKED
from chokepoints.store.questions_shares import CASES, YEARS
from chokepoints.store.removals import ITSELF, OF_WORLD, REMOVED, WORLD, counts
from chokepoints.store.report import Line, Report, report_on
from chokepoints.store.storefront import Store

BY_ID = {question.id: question for question in COUNTS}
SEEDS = range(1, 9)
#: The names of the question -> those of the tables.
PLACES = {"China": "China mainland", "Korea": "South Korea"}
Pair = tuple[str, str]


def removals(notices: list[tuple[str, list[str], list[str]]]) -> dict[str, int]:
    """By another road than the worked line: pairs of country and app, each once."""
    pairs = {(country, app) for country, _, removed in notices for app in removed}
    return {country: Counter(front for front, _ in pairs)[country] for country, _, _ in notices}


def gaps(report: set[Pair], seen: dict[Pair, bool | None]) -> list[Pair]:
    """By another road: what is there is taken from what is missing, app by app."""
    found: list[Pair] = []
    for app in {app for app, _ in seen}:
        by_answer = {kind: {pair for pair in seen if pair[0] == app and seen[pair] is kind} for kind in (True, False)}
        found += by_answer[False] - report if by_answer[True] else []
    return sorted(found)


def shares(rows: list[tuple[str, int, int]]) -> dict[str, list[float | None]]:
    """By another road: one list for each app, of all and of those that are no games."""
    every = [place for place, removed, _ in rows for _ in range(removed)]
    others = [place for place, removed, games in rows for _ in range(removed - games)]
    return {
        place: [100 * apps.count(place) / len(apps) if apps else None for apps in (every, others)]
        for place, _, _ in rows
    }


def beyond(one: Any, other: Any) -> tuple[int, int]:
    """By another road: every overlap that can be."""
    a, b = (len(count) if isinstance(count, set) else count for count in (one, other))
    both = [len(one & other)] if isinstance(one, set) and isinstance(other, set) else [*range(min(a, b) + 1)]
    return a - both[-1], a - both[0]


RIGHT = {"store-9": removals, "store-13": gaps, "store-14": shares, "store-16": beyond}


def cases(id: str) -> tuple[tuple[tuple[Any, ...], Any, str], ...]:
    answer = BY_ID[id].answer
    assert isinstance(answer, FunctionAnswer)
    return answer.cases


def all_seen(store: Store) -> Check:
    """What a check would see, without asking over a connection."""
    return Check({
        (app.bundle_id, code): Seen(store.on_offer(app.bundle_id, code), 200)
        for app in store.apps for code in store.storefronts
    })  # fmt: skip


def as_question(found: Audit) -> tuple[set[Pair], dict[Pair, bool | None]]:
    """What the question takes: what the report names, and what was seen of apps that were there before."""
    assert found.before is not None
    report = {(app, line.country) for line in found.report.lines for app in line.apps}
    first = {pair: test.there for pair, test in found.before.seen.items()}
    always = {app for app in found.check.apps if all(first.get((app, code)) for code in found.check.storefronts)}
    return report, {pair: test.there for pair, test in found.check.seen.items() if pair[0] in always}


def as_notices(store: Store, report: Report) -> list[tuple[str, list[str], list[str]]]:
    """The notices of a report in the question's form, from the store's own log."""
    return [
        (
            case.notice.country,
            [*case.available],
            [
                entry.app
                for entry in store.log
                if entry.what is What.REMOVED and entry.public and entry.storefronts and entry.notice == case.number
            ],
        )
        for case in store.cases
        if case.openly and report.first <= case.day <= report.last
    ]


@pytest.mark.parametrize("id", RIGHT)
def test_what_is_right_is_right_by_another_road(id: str) -> None:
    verdict = judge(BY_ID[id], RIGHT[id])
    assert verdict.status == "correct", verdict.text
    assert BY_ID[id].why in verdict.text


@pytest.mark.parametrize("seed", SEEDS)
def test_removals_are_those_of_the_kits_report(seed: int) -> None:
    store = half_year(seed).play()
    report = report_on(store)
    notices = as_notices(store, report)
    assert removals(notices) == report.counted("apps removed")
    assert dict(Counter(country for country, _, _ in notices)) == report.counted("requests")
    named = Counter[str]()
    for country, asked, _ in notices:
        named[country] += len(asked)
    assert {country: named[country] for country in report.counted("requests")} == report.counted("apps named")


def test_the_faults_of_question_9_would_change_the_kits_report() -> None:
    """In half-years as they are drawn the three columns differ, so that to take one for another is seen."""
    reports = [report_on(half_year(seed).play()) for seed in SEEDS]
    columns = [tuple(report.counted(name) for name in ("requests", "apps named", "apps removed")) for report in reports]
    assert all(len({str(column) for column in three}) == 3 for three in columns)


def test_an_app_that_came_back_counts_once_and_for_each_country() -> None:
    store = small()
    demand(store, "remove in one storefront", HERON)
    store.restore(HERON, "XA")
    demand(store, "remove in one storefront", HERON, MOLE)
    demand(store, "remove in one storefront", HERON, country="XB")
    demand(store, "refuse", WIRE, country="XC")
    notices = as_notices(store, report_on(store))
    assert [len(removed) for _, _, removed in notices] == [1, 2, 1, 0]
    assert removals(notices) == report_on(store).counted("apps removed") == {"XA": 2, "XB": 1, "XC": 0}
    assert report_on(store).total("apps removed") == 3 > len(report_on(store).apps)
    assert {label for _, _, label in NOTICES} >= {"an app that came back and went again", "a notice that was refused"}


@pytest.mark.parametrize("seed", SEEDS)
def test_gaps_are_what_the_kits_audit_finds(seed: int) -> None:
    imagined = half_year(seed)
    before = all_seen(imagined.play("2024-07-01"))
    store = imagined.play()
    report = report_on(store)
    found = compare(all_seen(store), report, before)
    asked = as_question(found)
    assert gaps(*asked) == sorted(pair for pair in found.of(Finding.UNREPORTED) if pair in asked[1])
    assert gaps(*asked)
    silent = {pair: Seen(None, 429) for number, pair in enumerate(found.check.seen) if number % 7 == seed % 7}
    found = compare(Check(dict(found.check.seen) | silent), report, before)
    asked = as_question(found)
    assert None in asked[1].values()
    assert gaps(*asked) == sorted(pair for pair in found.of(Finding.UNREPORTED) if pair in asked[1])


def test_gaps_over_a_real_lookup() -> None:
    """A small store is really asked, on loopback: one silent removal, one that is reported, one for all countries."""
    store = small()

    async def work() -> Audit:
        async with lookup_service(store) as service:
            before = await ask(service)
            demand(store, "remove in one storefront", HERON)
            demand(store, "remove in one storefront", HERON, country="XB", openly=False)
            store.withdraw(MOLE)
            return await audit(service, report_on(store), before)

    found = run(work())
    report, seen = as_question(found)
    assert report == {(HERON, "XA")}
    assert gaps(report, seen) == [(HERON, "XB")] == [*found.of(Finding.UNREPORTED)]
    assert len(found.of(Finding.EVERYWHERE)) == 3


@pytest.mark.parametrize(("given", "wanted", "label"), CHECKED, ids=[label for _, _, label in CHECKED])
def test_each_case_of_question_13_as_the_kits_audit_has_it(given: Any, wanted: list[Pair], label: str) -> None:
    """Of apps that were there at a first look; what nobody asked for is to the kit a question without an answer."""
    report, seen = given
    apps, codes = sorted({app for app, _ in seen}), sorted({code for _, code in seen})
    lines = tuple(
        Line(code, (1, 1, 1, 0, 1, 1), frozenset(app for app, front in report if front == code))
        for code in sorted({code for _, code in report})
    )
    check = Check({pair: Seen(seen.get(pair), 200) for pair in product(apps, codes)})
    first = Check({pair: Seen(True, 200) for pair in check.seen})
    found = compare(check, Report(date(2024, 7, 1), date(2024, 12, 31), lines), first)
    assert sorted(found.of(Finding.UNREPORTED)) == wanted
    assert label


def test_without_a_first_look_the_kit_finds_none_of_them() -> None:
    """Why the exercise says that every app was there: the kit claims nothing without it."""
    check = Check({("kite", "XA"): Seen(False, 200), ("kite", "XB"): Seen(True, 200)})
    report = Report(date(2024, 7, 1), date(2024, 12, 31), ())
    assert compare(check, report).of(Finding.UNREPORTED) == ()
    assert gaps(set(), {pair: test.there for pair, test in check.seen.items()}) == [("kite", "XA")]


@pytest.mark.parametrize("year", YEARS)
def test_the_rows_of_question_14_are_those_of_the_tables(year: int) -> None:
    numbers = {(one.place, one.period.words): one for one in counts(REMOVED, ITSELF)}
    without = {(one.place, one.period.words): one for one in counts(REMOVED, ITSELF, games=False)}
    rows = {place: (removed, games) for place, removed, games in YEARS[year]}
    for place, (removed, games) in rows.items():
        key = (PLACES.get(place, place), str(year))
        if place != "others":
            assert (numbers[key].low, numbers[key].high) == (removed, removed)
            assert without[key].low == removed - games
    world = (WORLD, str(year))
    assert sum(removed for removed, _ in rows.values()) == numbers[world].low == numbers[world].high
    assert sum(removed - games for removed, games in rows.values()) == without[world].low


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("games", [True, False])
def test_the_percentages_of_question_14_are_the_kits(year: int, games: bool) -> None:
    kits = {one.place: one for one in counts(REMOVED, OF_WORLD, games=games) if one.period.words == str(year)}
    wanted = next(wanted for (rows,), wanted, _ in CASES if rows is YEARS[year])
    for place, pair in wanted.items():
        if place != "others":
            assert pair[not games] == pytest.approx(kits[PLACES.get(place, place)].low)
    assert sum(pair[not games] for pair in wanted.values()) == pytest.approx(100)


def test_the_words_behind_question_14() -> None:
    wanted = cases("store-14")[0][1]
    why = BY_ID["store-14"].why
    for percent in wanted["Russia"]:
        assert f"{percent:.1f} %" in why
    for percent in wanted["China"]:
        assert f"{percent:.0f} %" in why
    assert round(wanted["Russia"][1] / wanted["Russia"][0]) == 7
    assert "seven times" in why


def test_one_decimal_is_enough_and_a_whole_percent_is_not() -> None:
    for digits, status in ((3, "correct"), (1, "correct"), (0, "not yet")):

        def rounded(rows: Any, digits: int = digits) -> Any:
            return {
                place: [one if one is None else round(one, digits) for one in pair]
                for place, pair in shares(rows).items()
            }

        assert judge(BY_ID["store-14"], rounded).status == status


def test_two_counts_of_one_test_as_the_kit_adds_them() -> None:
    """Counts that are made of steps are lists: where the kit may add them, they share no app."""
    verdicts = set()
    known = [count for name in vpn_apps.COUNTS if (count := vpn_apps.gone(name))]
    listed = {
        count.name: {(words, app) for words, number in count.parts for app in range(int(number))}
        for count in known
        if count.steps
    }
    for one, other in product(known, known):
        said = vpn_apps.together(one, other)
        if one.store != other.store or one is other:
            continue
        verdicts.add(said.verdict)
        first, second = (listed.get(count.name, int(count.size)) for count in (one, other))
        least, most = beyond(first, second)
        if said.verdict == "not known":
            assert least < most == (len(first) if isinstance(first, set) else first)
        elif said.verdict == "yes":
            assert least == most == len(first)  # type: ignore[arg-type]
        else:
            assert 0 in (beyond(first, second)[1], beyond(second, first)[1])
    assert verdicts == {"yes", "no", "not known"}


def test_the_numbers_of_question_16_are_those_of_the_rows() -> None:
    every, agency, before = (fact(slug) for slug in ("vpn-ru-98", "vpn-ru-25", "vpn-ru-98-before"))
    assert all(row.basis != "unverified" for row in (every, agency, before))
    assert (every.low, agency.low) == (TEST, AGENCY) == TWO_COUNTS[0][0]
    least, most = beyond(TEST, AGENCY)
    why = BY_ID["store-16"].why
    assert f"{least} to {most}" in why
    assert f"{TEST} - {before.low:.0f}" in why
    assert f"{TEST - int(before.low)} at most" in why
    everything, earlier = vpn_apps.gone(vpn_apps.EVERY), vpn_apps.gone(vpn_apps.BEFORE)
    assert everything is not None
    assert earlier is not None
    assert {*earlier.steps} < {*everything.steps}
    assert vpn_apps.together(everything, earlier).why == "one number lies inside the other"


@pytest.mark.parametrize("question", COUNTS, ids=lambda one: one.id)
def test_a_question_has_its_form(question: Question) -> None:
    assert len({*question.hints}) == 3
    assert question.track == "code"
    assert question.core == (question.id != "store-16")
    assert judge(question, ...).status == "not answered yet"
    assert judge(question, question.hints[0]).status == "not yet"
    labels = [label for _, _, label in cases(question.id)]
    assert len({*labels}) == len(labels) >= 6


@pytest.mark.parametrize("question", COUNTS, ids=lambda one: one.id)
def test_every_case_tells_something(question: Question) -> None:
    """A function that knows every case but one is refused for that one, and shown it."""
    answer, known = question.answer, cases(question.id)
    assert isinstance(answer, FunctionAnswer)
    for missed, (_, _, label) in enumerate(known):

        def almost(*given: Any, missed: int = missed) -> Any:
            place = next(at for at, (arguments, _, _) in enumerate(known) if arguments == given)
            return -1 if place == missed else known[place][1]

        read = answer.read(almost)
        assert not answer.right(read)
        assert answer.wrong(read).startswith(f"{label}: ")
