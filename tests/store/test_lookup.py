"""The lookup without sockets: what it answers to whom, and that it answers whatever comes."""

from typing import Any

import pytest
from front_store import APPS, HERON, MOLE, WIRE, demand, small
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.store.catalogue import Catalogue
from chokepoints.store.lookup import Answer, Lookup, Request
from chokepoints.store.storefront import Store


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def asked(lookup: Lookup, target: str, method: str = "GET", client: str = "one") -> Answer:
    return lookup.answer(Request(method, target, client))


def found(lookup: Lookup, target: str) -> list[str]:
    answer = asked(lookup, target)
    assert answer.status == 200, answer
    assert answer.body["resultCount"] == len(answer.body["results"])
    return [result["bundleId"] for result in answer.body["results"]]


@pytest.fixture
def lookup() -> Lookup:
    return Lookup(small(), Clock())


def test_one_result_by_hand(lookup: Lookup) -> None:
    lookup.store.go_to("2024-07-09")
    lookup.store.submit(HERON, "1.1")
    lookup.store.approve(HERON)
    lookup.store.submit(HERON, "1.2")
    lookup.store.reject(HERON, "it breaks")
    answer = asked(lookup, f"/lookup?bundleId={HERON}&country=xa")
    assert answer.body == {"resultCount": 1, "results": [{
        "wrapperType": "software", "bundleId": HERON, "trackName": "Grey Heron", "artistName": "Heron Ltd",
        "primaryGenreName": "messenger", "version": "1.1", "releaseDate": "2024-07-01T00:00:00Z",
        "currentVersionReleaseDate": "2024-07-09T00:00:00Z",
    }]}  # fmt: skip


def test_where_an_app_is(lookup: Lookup) -> None:
    demand(lookup.store, "remove in one storefront")
    assert found(lookup, f"/lookup?bundleId={HERON}&country=XA") == []
    assert found(lookup, f"/lookup?bundleId={HERON}&country=xb") == [HERON]
    assert found(lookup, f"/lookup?bundleId={WIRE}&country=xc") == []
    assert found(lookup, "/lookup?bundleId=org.nobody.knows&country=xa") == []
    assert found(lookup, f"/lookup?bundleId={WIRE},org.x,{HERON},{WIRE},,{MOLE}&country=xa&media=all") == [WIRE, MOLE]


def test_openly_or_silently_is_the_same_to_the_lookup() -> None:
    answers = []
    for openly in (True, False):
        lookup = Lookup(small(), Clock())
        demand(lookup.store, "remove in one storefront", openly=openly)
        answers.append(asked(lookup, f"/lookup?bundleId={HERON}&country=xa"))
    assert answers[0] == answers[1]


def test_search(lookup: Lookup) -> None:
    assert found(lookup, "/search?term=w&country=xa") == [MOLE, WIRE]
    assert found(lookup, "/search?term=daily+WIRE&country=xa") == [WIRE]
    assert found(lookup, "/search?term=daily&country=xc") == []


def test_the_country_by_default() -> None:
    lookup = Lookup(Store(Catalogue(("US", "RU"), APPS), "2024-07-01"), Clock())
    demand(lookup.store, "remove in one storefront", HERON, country="RU")
    assert found(lookup, f"/lookup?bundleId={HERON}") == [HERON]
    demand(lookup.store, "remove in one storefront", MOLE, country="US")
    assert found(lookup, f"/lookup?bundleId={MOLE}") == []


@pytest.mark.parametrize(
    ("target", "method", "status", "words"),
    [
        (f"/lookup?bundleId={HERON}", "GET", 400, "country"),  # no storefront US here
        (f"/lookup?bundleId={HERON}&country=", "GET", 400, "country"),
        (f"/lookup?bundleId={HERON}&country=de", "GET", 400, "country"),
        (f"/lookup?bundleId={HERON}&country=x%00", "GET", 400, "country"),
        ("/lookup?country=xa", "GET", 400, "bundleId"),
        ("/lookup?bundleId=&country=xa", "GET", 400, "bundleId"),
        ("/lookup?bundleId=,,&country=xa", "GET", 400, "bundleId"),
        ("/lookup?bundleId=" + "a.b," * 201 + "&country=xa", "GET", 400, "bundleId names 1 to 200"),
        (f"/lookup?bundleId={HERON}&country=xa&country=xb", "GET", 400, "twice"),
        ("/lookup?" + "a=1&" * 30, "GET", 400, "cannot be read"),
        ("//[/lookup", "GET", 400, "cannot be read"),
        ("/search?country=xa", "GET", 400, "term"),
        ("/search?term=%20&country=xa", "GET", 400, "term"),
        ("/", "GET", 404, "/lookup and /search"),
        ("*", "OPTIONS", 404, "/lookup and /search"),
        (f"/lookup/?bundleId={HERON}&country=xa", "GET", 404, "/lookup"),
        (f"/lookup?bundleId={HERON}&country=xa", "POST", 405, "GET"),
    ],
)
def test_bad_requests_get_a_clear_status(lookup: Lookup, target: str, method: str, status: int, words: str) -> None:
    answer = asked(lookup, target, method)
    assert answer.status == status
    assert words in answer.body["errorMessage"]
    assert (("allow", "GET, HEAD") in answer.headers) is (status == 405)
    assert found(lookup, f"/lookup?bundleId={HERON}&country=xa") == [HERON]


class TestRate:
    def test_a_hard_client_is_told_to_wait(self) -> None:
        clock = Clock()
        lookup, target = Lookup(small(), clock, (3, 60)), f"/lookup?bundleId={HERON}&country=xa"
        for second in (0, 10, 20):
            clock.now = 100.0 + second
            assert asked(lookup, target).status == 200
        clock.now = 130.5
        refused = asked(lookup, target)
        assert (refused.status, refused.headers) == (429, (("retry-after", "30"),))
        assert "resultCount" not in refused.body
        assert asked(lookup, target, client="other").status == 200
        clock.now = 159.9
        assert asked(lookup, target).headers == (("retry-after", "1"),)
        clock.now = 160.0
        assert [asked(lookup, target).status for _ in range(2)] == [200, 429]
        clock.now = 170.0
        assert asked(lookup, target).status == 200

    def test_bad_requests_count_too_and_the_quiet_are_forgotten(self) -> None:
        clock = Clock()
        lookup = Lookup(small(), clock, (2, 60))
        assert [asked(lookup, "/", client="a").status for _ in range(3)] == [404, 404, 429]
        for number in range(500):
            clock.now += 61
            asked(lookup, "/", client=str(number))
        assert len(lookup._came) == 1
        assert lookup.calls == 503

    @pytest.mark.parametrize("rate", [(0, 60), (1, 0), (1, -1), (1.5, 60), (True, 60), 20, None, (20,), (20, "s"),
                                      (1, float("inf")), (1, float("nan"))])  # fmt: skip
    def test_what_is_no_rate(self, rate: Any) -> None:
        with pytest.raises(KitError, match=r"^rate: "):
            Lookup(small(), Clock(), rate)

    def test_what_is_no_store(self) -> None:
        with pytest.raises(KitError, match=r"^store: "):
            Lookup(None, Clock())  # type: ignore[arg-type]


_LOOKUP = Lookup(small(), Clock(), (1_000_000, 1))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text("/lookupsearch?&=%bundleIdcountryxa.,[]:", max_size=60), st.text(max_size=6))
@example("/lookup?bundleId=%FF&country=xa", "GET")
@example("/search?term=%F0%9F&country=xa", "HEAD")
def test_there_is_always_an_answer(target: str, method: str) -> None:
    answer = _LOOKUP.answer(Request(method, target))
    assert answer.status in (200, 400, 404, 405)
    assert ("resultCount" in answer.body) is (answer.status == 200)
