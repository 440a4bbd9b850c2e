"""The store as a state machine: what each act changes, who is told, and what it never touches."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from front_store import APPS, HERON, MOLE, WIRE, demand, notice, shelves, small
from hypothesis import given, settings
from hypothesis import strategies as st

from chokepoints.errors import KitError
from chokepoints.store.accounts import Got, May
from chokepoints.store.catalogue import App, Catalogue
from chokepoints.store.ledger import What
from chokepoints.store.notice import Act, who_knows
from chokepoints.store.review import State
from chokepoints.store.storefront import Store


def with_people(**options: Any) -> Store:
    """Ann has the messenger in XA, Bob in XB; Cleo of XA had it and deleted it; Dan of XA is new."""
    store = small(**options)
    for name, code in (("Ann", "XA"), ("Bob", "XB"), ("Cleo", "XA"), ("Dan", "XA")):
        store.open_account(name, code)
        if name != "Dan":
            assert store.get(name, HERON) is Got.INSTALLED
    store.delete("Cleo", HERON)
    return store


def test_the_first_day() -> None:
    store = small()
    assert [shelves(store, name) for name in (HERON, MOLE, WIRE)] == ["XA XB XC", "XA XB XC", "XA XB"]
    assert store.version(HERON) == "1.0"
    assert store.log == store.public_log == store.cases == ()
    assert store.today == date(2024, 7, 1)


class TestAnswers:
    @pytest.mark.parametrize(
        ("act", "left", "what"),
        [("refuse", "XA XB XC", What.REFUSED), ("ask back", "XA XB XC", What.ASKED_BACK),
         ("hold updates", "XA XB XC", What.HELD), ("remove in one storefront", "XB XC", What.REMOVED),
         ("remove everywhere", "", What.REMOVED)],
    )  # fmt: skip
    @pytest.mark.parametrize("openly", [True, False])
    def test_what_is_left_and_what_is_written(self, act: str, left: str, what: What, openly: bool) -> None:
        store = small()
        store.go_to("2024-08-03")
        number = demand(store, act, HERON, MOLE, openly=openly, storefront="XA")
        assert shelves(store, HERON) == shelves(store, MOLE) == left
        assert shelves(store, WIRE) == "XA XB"
        came = [entry for entry in store.log if entry.what is What.NOTICE]
        assert [entry.public for entry in came] == [False, False]
        done = [entry for entry in store.log if entry.what is what]
        assert [entry.app for entry in done] == [HERON, MOLE]
        gone = tuple(code for code in ("XA", "XB", "XC") if code not in left.split())
        for entry in done:
            assert (entry.storefronts, entry.notice, entry.day) == (gone, number, date(2024, 8, 3))
            assert entry.public is openly
            assert entry.told == (who_knows(act, True).told if openly else ())
        assert store.public_log == (tuple(done) if openly else ())

    def test_where_the_notice_says_and_not_where_it_comes_from(self) -> None:
        store = small()
        demand(store, "remove in one storefront", country="XA", storefront="XC")
        demand(store, "remove in one storefront", MOLE, country="XB")
        assert shelves(store, HERON) == "XA XB"
        assert shelves(store, MOLE) == "XA XC"

    @pytest.mark.parametrize(("openly", "page"), [
        (True, "Removed here on 2024-07-01: the authority of XA demands it (order 12). Ground: breaks local law."),
        (False, "Nothing is here."),
    ])  # fmt: skip
    def test_what_the_page_says(self, openly: bool, page: str) -> None:
        store = small()
        demand(store, "remove in one storefront", openly=openly, ground="breaks local law", order="order 12")
        assert store.page(HERON, "XA") == page
        assert store.page(HERON, "XB") == "Grey Heron, version 1.0"
        assert store.search("heron", "XA") == ()
        assert store.search("HERON", "XB") == (APPS[0],)
        store.restore(HERON, "XA")
        assert store.page(HERON, "XA") == "Grey Heron, version 1.0"
        demand(store, "remove in one storefront", openly=False)
        assert store.page(HERON, "XA") == "Nothing is here."

    def test_asked_back_may_be_answered_again_and_nothing_else(self) -> None:
        store = small()
        number = demand(store, "ask back")
        assert store.answer(number, "remove everywhere").act is Act.REMOVE_EVERYWHERE
        assert shelves(store, HERON) == ""
        for act in Act:
            with pytest.raises(KitError, match=r"^number: notice 1 was answered already: remove everywhere"):
                store.answer(number, act)

    def test_a_case_in_place_of_its_number(self) -> None:
        store = small()
        case = store.receive(notice())
        with pytest.raises(KitError, match=r"^number: that is the whole case; write its number: answer\(1, "):
            store.answer(case, "refuse")  # type: ignore[arg-type]

    @pytest.mark.parametrize("number", [0, 2, -1, "1", True, None, 1.0])
    def test_only_notices_that_came(self, number: Any) -> None:
        store = small()
        store.receive(notice())
        with pytest.raises(KitError, match=r"^number: there is no notice .*; 1 came so far"):
            store.answer(number, "refuse")

    def test_a_wrong_answer_changes_nothing(self) -> None:
        store = small()
        store.receive(notice())
        before = store.log, store.cases
        for act, openly in (("delete", True), ("remove everywhere", "yes"), (None, True)):
            with pytest.raises(KitError, match=r"^(act|openly): "):
                store.answer(1, act, openly=openly)  # type: ignore[arg-type]
        assert (store.log, store.cases) == before
        assert shelves(store, HERON) == "XA XB XC"

    def test_what_was_gone_already_is_written_as_such(self) -> None:
        store = small()
        demand(store, "remove in one storefront")
        demand(store, "remove everywhere")
        first, second = (entry for entry in store.log if entry.what is What.REMOVED)
        assert (first.storefronts, second.storefronts) == (("XA",), ("XB", "XC"))
        demand(store, "remove everywhere")
        assert (store.log[-1].storefronts, store.log[-1].words) == ((), "was gone already")
        assert store.cases[-1].available == ()

    @pytest.mark.parametrize(
        ("one", "words"),
        [(notice("org.heron.ap"), "^apps: there is no app 'org.heron.ap'. Did you mean org.heron.app?"),
         (notice(country="DE"), "^country: the store has no storefront DE"),
         (notice(storefront="DE"), "^storefront: the store has no storefront DE"), ("remove it", "^notice: ")],
    )  # fmt: skip
    def test_what_no_notice_can_name(self, one: Any, words: str) -> None:
        store = small()
        with pytest.raises(KitError, match=words):
            store.receive(one)
        assert store.cases == store.log == ()


class TestPeople:
    def test_removed_in_one_storefront(self) -> None:
        store = with_people()
        demand(store, "remove in one storefront")
        store.submit(HERON, "1.1")
        store.approve(HERON)
        assert store.may("Dan", HERON) == May(False, False, None, None)
        assert store.may("Ann", HERON) == May(False, False, False, False)
        assert store.may("Bob", HERON) == May(True, True, True, True)
        assert [store.get(name, HERON) for name in ("Ann", "Bob", "Cleo", "Dan")] == [
            Got.OLD, Got.UPDATED, Got.NOTHING, Got.NOTHING,
        ]  # fmt: skip
        assert store.get("Bob", HERON) is Got.NEWEST

    def test_downloaded_again_where_the_store_allows_it(self) -> None:
        store = with_people(redownloads=True)
        demand(store, "remove in one storefront")
        assert store.may("Cleo", HERON) == May(False, False, False, True)
        assert store.get("Cleo", HERON) is Got.AGAIN
        assert store.get("Dan", HERON) is Got.NOTHING
        store.restore(HERON, "XA")
        assert store.get("Dan", HERON) is Got.INSTALLED

    @pytest.mark.parametrize("openly", [True, False])
    def test_held_updates_reach_nobody_and_newcomers_get_the_old_version(self, openly: bool) -> None:
        store = with_people()
        demand(store, "hold updates", openly=openly)
        assert store.submit(HERON, "1.1").state is State.HELD
        for name in ("Ann", "Bob"):
            assert store.may(name, HERON) == May(True, True, False, True)
            assert store.get(name, HERON) is Got.NEWEST
        assert store.get("Dan", HERON) is Got.INSTALLED
        assert store.open_account("Eve", "XA").installed == {}
        store.release(HERON)
        store.approve(HERON)
        assert store.may("Ann", HERON) == May(True, True, True, True)
        assert [store.get(name, HERON) for name in ("Ann", "Bob", "Dan")] == [Got.UPDATED] * 3

    def test_who_is_unknown(self) -> None:
        store = with_people()
        for act in (lambda: store.get("Anne", HERON), lambda: store.may("Anne", HERON)):
            with pytest.raises(KitError, match=r"^account: nobody is called 'Anne'"):
                act()
        with pytest.raises(KitError, match=r"^account: Ann has one already, in XA"):
            store.open_account("Ann", "XB")
        with pytest.raises(KitError, match=r"^storefront: the store has no storefront DE"):
            store.open_account("Eve", "DE")


class TestDevelopers:
    def test_withdrawn_and_renamed(self) -> None:
        store = small()
        store.withdraw(HERON, "xa", pressed_by="the authority of XA")
        store.withdraw(MOLE)
        store.rename(WIRE, "Weather")
        assert [shelves(store, name) for name in (HERON, MOLE, WIRE)] == ["XB XC", "", "XA XB"]
        assert store.page(WIRE, "XA") == "Weather, version 1.0"
        assert store.search("daily", "XA") == ()
        assert [(entry.what, entry.public, entry.pressed_by) for entry in store.log] == [
            (What.WITHDRAWN, False, "the authority of XA"), (What.WITHDRAWN, False, ""), (What.RENAMED, True, ""),
        ]  # fmt: skip

    def test_under_the_rules(self) -> None:
        store = small()
        store.remove_by_rule(HERON, "copies another app", ["XB", "XC"])
        assert shelves(store, HERON) == "XA"
        assert (store.log[0].storefronts, store.log[0].public) == (("XB", "XC"), False)
        assert store.page(HERON, "XB") == "Nothing is here."

    def test_only_what_is_held_can_be_released(self) -> None:
        store = small()
        with pytest.raises(KitError, match=r"^app: the updates of org.heron.app are not held"):
            store.release(HERON)
        demand(store, "hold updates")
        store.release(HERON)
        with pytest.raises(KitError, match=r"^app: "):
            store.release(HERON)
        assert [entry.what for entry in store.log].count(What.RELEASED) == 1

    @pytest.mark.parametrize("hint", [5, None, True, ["XA"]])
    def test_a_hint_is_somebody_s(self, hint: Any) -> None:
        store = small()
        store.submit(HERON, "1.1")
        before = store.log
        for act in (
            lambda: store.withdraw(HERON, pressed_by=hint), lambda: store.reject(HERON, "why", pressed_by=hint),
            lambda: store.remove_by_rule(HERON, "why", pressed_by=hint),
        ):  # fmt: skip
            with pytest.raises(KitError, match=r"^pressed_by: .* is nobody"):
                act()
        assert store.log == before
        assert shelves(store, HERON) == "XA XB XC"
        assert store.history(HERON)[-1].state is State.SUBMITTED
        store.withdraw(HERON, pressed_by="  ")
        assert store.log[-1].pressed_by == ""

    def test_a_storefront_twice_is_once(self) -> None:
        store = small()
        store.withdraw(HERON, ["XA", "xa"])
        assert store.log[-1].storefronts == ("XA",)

    @pytest.mark.parametrize("act", [
        lambda store: store.withdraw(WIRE, "XC"), lambda store: store.remove_by_rule(WIRE, "unclear", "XC"),
    ])  # fmt: skip
    def test_nothing_can_go_where_nothing_is(self, act: Callable[[Store], None]) -> None:
        store = small()
        with pytest.raises(KitError, match=r"^app: org.wire.news is on none of these shelves"):
            act(store)
        assert store.log == ()

    def test_a_new_app_is_on_no_shelf_before_it_has_passed(self) -> None:
        store = small()
        new = App("New", "Dev", "game", "org.dev.new")
        store.offer(new, ["XB"])
        assert shelves(store, new.bundle_id) == ""
        assert store.page(new.bundle_id, "XB") == "Nothing is here."
        with pytest.raises(KitError, match=r"^country: the store has no storefront DE"):
            store.on_offer(new.bundle_id, "DE")
        store.reject(new.bundle_id, "unlawful in XA", pressed_by="the authority of XA")
        assert (store.log[-1].what, store.log[-1].pressed_by) == (What.REJECTED, "the authority of XA")
        store.submit(new.bundle_id, "1.0")
        store.approve(new.bundle_id)
        assert shelves(store, new.bundle_id) == "XB"
        for wrong in (new, "org.dev.other"):
            with pytest.raises(KitError, match=r"^app: .* is no new app"):
                store.offer(wrong)  # type: ignore[arg-type]

    def test_a_notice_may_name_what_has_not_passed(self) -> None:
        store = small()
        store.offer(App("New", "Dev", "game", "org.dev.new"))
        assert store.receive(notice("org.dev.new", HERON)).available == (HERON,)


class TestTime:
    def test_one_way(self) -> None:
        store = small()
        store.go_to("2024-07-09")
        store.go_to(date(2024, 7, 9))
        with pytest.raises(KitError, match=r"^day: 2024-07-08 lies before 2024-07-09, the store's today"):
            store.go_to("2024-07-08")
        with pytest.raises(KitError, match=r"^day: 'soon' is no day"):
            store.go_to("soon")
        assert store.today == date(2024, 7, 9)

    def test_wrong_starts(self) -> None:
        with pytest.raises(KitError, match=r"^start: 'then' is no day"):
            Store(Catalogue(("XA",), APPS), "then")
        with pytest.raises(KitError, match=r"^catalogue: .* is none"):
            Store(APPS, "2024-07-01")  # type: ignore[arg-type]
        for wrong in ("no", 1, None):
            with pytest.raises(KitError, match=r"^redownloads: .* is neither True nor False"):
                small(redownloads=wrong)

    @pytest.mark.parametrize("act", [
        lambda store: store.page("org.x", "XA"), lambda store: store.on_offer("org.x", "XA"),
        lambda store: store.submit("org.x", "1.1"), lambda store: store.withdraw("org.x"),
        lambda store: store.rename("org.x", "X"), lambda store: store.history("org.x"),
        lambda store: store.restore("org.x", "XA"), lambda store: store.release("org.x"),
    ])  # fmt: skip
    def test_an_unknown_app_is_named(self, act: Callable[[Store], None]) -> None:
        with pytest.raises(KitError, match=r"^app: there is no app 'org.x'"):
            act(small())


_ACTS = st.lists(
    st.tuples(st.sampled_from(["notice", "withdraw", "rule", "restore", "again", "submit", "release", "get"]),
              st.sampled_from([HERON, MOLE, WIRE]), st.sampled_from(["XA", "XB", "XC"]), st.sampled_from(list(Act)),
              st.booleans()),
    max_size=25,
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(_ACTS)
def test_whatever_happens(acts: list[tuple[str, str, str, Act, bool]]) -> None:
    """Phones lose nothing, versions never go back, the log grows by days, the page and the shelf say the same."""
    store = with_people()
    people = {name: store._accounts.named(name) for name in ("Ann", "Bob", "Cleo", "Dan")}
    for place, (kind, app, code, act, openly) in enumerate(acts):
        store.go_to(date(2024, 7, 1 + place))
        phones = {name: dict(person.installed) for name, person in people.items()}
        newest = {app.bundle_id: store.version(app.bundle_id) for app in APPS}
        written = len(store.log)
        try:
            if kind == "notice":
                demand(store, act, app, country=code, openly=openly)
            elif kind == "submit":
                store.submit(app, f"1.{place + 1}")
                store.approve(app)
            elif kind == "release":
                store.release(app)
            elif kind == "get":
                store.get(("Ann", "Bob", "Cleo", "Dan")[place % 4], app)
            elif kind == "restore":
                before = store.on_offer(app, code)
                store.restore(app, code)
                assert not before
                assert store.on_offer(app, code)
            elif kind == "again":
                store.offer_again(app, code)
            else:
                (store.withdraw if kind == "withdraw" else lambda *a: store.remove_by_rule(a[0], "why", a[1]))(
                    app, code
                )
        except KitError:
            pass
        assert len(store.log) >= written
        for name, person in people.items():
            assert phones[name].keys() <= person.installed.keys()
        for one in APPS:
            name = one.bundle_id
            assert store.version(name) == newest[name] or kind == "submit"
            for where in store.storefronts:
                offered = store.on_offer(name, where)
                assert store.page(name, where).startswith(one.name) is offered
                assert (one in store.search(one.name, where)) is offered
    assert [entry.number for entry in store.log] == list(range(1, len(store.log) + 1))
    assert [entry.day for entry in store.log] == sorted(entry.day for entry in store.log)
    assert all("users" not in entry.told or entry.public for entry in store.log)
