"""A store that can be operated: storefronts, versions in review, accounts, removal notices, and a log of every act.

It is a state machine on days of a model clock and holds no socket. What it does openly or silently follows `who_knows`
of the module `notice`.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from chokepoints.errors import KitError, did_you_mean
from chokepoints.store.accounts import Account, Accounts, Got, May, ask_for
from chokepoints.store.catalogue import App, Catalogue, as_day, listed, words_of
from chokepoints.store.ledger import Entry, What
from chokepoints.store.notice import REMOVALS, Act, Case, Notice, one_of, who_knows, yes_or_no
from chokepoints.store.review import Queue, Version
from chokepoints.store.shelves import Shelves

_WHAT = {Act.REFUSE: What.REFUSED, Act.ASK_BACK: What.ASKED_BACK, Act.HOLD: What.HELD}


class Store:
    """A store on the first day of its model clock: every app of the catalogue is on its shelves, in version 1.0.

    `redownloads` says whether who once had an app may get it again after it has left the shelf of their storefront.
    Raises KitError for a wrong start.
    """

    def __init__(self, catalogue: Catalogue, start: date | str, *, redownloads: bool = False) -> None:
        if not isinstance(catalogue, Catalogue):
            raise KitError(f"catalogue: {catalogue!r} is none: write Catalogue(storefronts, apps).")
        self.catalogue, self.start = catalogue, as_day(start, "start")
        self.redownloads = yes_or_no(redownloads, "redownloads")
        self.today, self.storefronts = self.start, catalogue.storefronts
        self._apps, self._queue, self._accounts = {app.bundle_id: app for app in catalogue.apps}, Queue(), Accounts()
        self._shelves = Shelves()
        self._log: list[Entry] = []
        self._cases: list[Case] = []
        self._notes: dict[tuple[str, str], str] = {}
        for name in self._apps:
            self._shelves.offer(name, catalogue.offered(name))
            self._queue.submit(name, "1.0", self.start)
            self._queue.approve(name, self.start)

    def __repr__(self) -> str:
        return f"Store({len(self._apps)} apps, {len(self.storefronts)} storefronts, {self.today.isoformat()})"

    @property
    def apps(self) -> tuple[App, ...]:
        """Every app that was ever handed in, as it is called now."""
        return tuple(self._apps.values())

    @property
    def log(self) -> tuple[Entry, ...]:
        """All that the store wrote down."""
        return tuple(self._log)

    @property
    def public_log(self) -> tuple[Entry, ...]:
        """What of the log could be known outside."""
        return tuple(entry for entry in self._log if entry.public)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Every notice that came, in order, with its answer."""
        return tuple(self._cases)

    def app(self, name: object, field: str = "app") -> App:
        """An app by its bundle id. Raises KitError, naming the field, where the store has none such."""
        if isinstance(name, str) and name in self._apps:
            return self._apps[name]
        raise KitError(f"{field}: there is no app {name!r}.{did_you_mean(str(name), self._apps)}")

    def go_to(self, day: date | str) -> None:
        """Set the model clock. Raises KitError for a day before today: time runs one way."""
        given = as_day(day, "day")
        if given < self.today:
            raise KitError(f"day: {given.isoformat()} lies before {self.today.isoformat()}, the store's today.")
        self.today = given

    # Developers.

    def offer(self, app: App, storefronts: str | Iterable[str] | None = None) -> Version:
        """Hand in a new app; it is on no shelf before its version 1.0 has passed. Raises KitError."""
        if not isinstance(app, App) or app.bundle_id in self._apps:
            raise KitError(f"app: {app!r} is no new app: write App(...) with a bundle id that no other has.")
        where = self._where(storefronts)
        self._apps[app.bundle_id] = app
        self._shelves.offer(app.bundle_id, where)
        self._write(What.OFFERED, app.bundle_id, where)
        return self._queue.submit(app.bundle_id, "1.0", self.today)

    def submit(self, app: str, version: str) -> Version:
        """Hand a new version in. Raises KitError for an unknown app and a number that does not come next."""
        made = self._queue.submit(self.app(app).bundle_id, version, self.today)
        self._write(What.SUBMITTED, app, words=version)
        return made

    def withdraw(self, app: str, storefronts: str | Iterable[str] | None = None, *, pressed_by: str = "") -> None:
        """The developer takes an app off some shelves, or all. The store asks for no reason. Raises KitError."""
        where, hint = self._where(storefronts), _hint(pressed_by)
        gone = self._shelves.withdraw(self.app(app).bundle_id, where)
        self._write(What.WITHDRAWN, app, gone, told=("developer",), pressed_by=hint)

    def offer_again(self, app: str, storefronts: str | Iterable[str] | None = None) -> None:
        """The developer offers an app on more shelves, or all; what the store took away stays so. Raises KitError."""
        name = self.app(app).bundle_id
        new = self._shelves.offer(name, self._where(storefronts))
        if not new:
            raise KitError(f"storefronts: the developer of {app} offers it in all of these already.")
        self._write(What.RETURNED, app, tuple(code for code in new if code in self._shelves.of(name)), public=True)

    def rename(self, app: str, name: str) -> None:
        """The developer gives an app another name, in every storefront. Raises KitError."""
        old = self.app(app)
        self._apps[app] = replace(old, name=words_of(name, "name"))
        self._write(What.RENAMED, app, public=True, words=f"was {old.name}")

    # The store's own acts.

    def approve(self, app: str) -> Version:
        """Pass the version that waits. Raises KitError where none does, or where it is held."""
        version = self._queue.approve(self.app(app).bundle_id, self.today)
        self._write(What.APPROVED, app, told=("developer",), public=True, words=version.number)
        return version

    def reject(self, app: str, reason: str, *, pressed_by: str = "") -> Version:
        """Refuse the version that waits; `pressed_by` says who hinted at it, if anyone. Raises KitError."""
        hint = _hint(pressed_by)
        version = self._queue.reject(self.app(app).bundle_id, self.today, reason)
        self._write(What.REJECTED, app, told=("developer",), pressed_by=hint, words=f"{version.number}, {reason}")
        return version

    def remove_by_rule(
        self, app: str, rule: str, storefronts: str | Iterable[str] | None = None, *, pressed_by: str = ""
    ) -> None:
        """Remove an app under the store's own rules; `pressed_by` says who hinted at it, if anyone. Raises KitError."""
        where, words, hint = self._where(storefronts), words_of(rule, "rule"), _hint(pressed_by)
        gone = self._shelves.bar_some(self.app(app).bundle_id, where)
        self._write(What.RULE, app, gone, told=("developer",), pressed_by=hint, words=words)

    def restore(self, app: str, storefronts: str | Iterable[str]) -> None:
        """Put an app back on shelves that the store took it off, as after an appeal. Raises KitError."""
        where = self._where(listed(storefronts, "storefronts"))  # not all of them where none are given
        back = self._shelves.restore(self.app(app).bundle_id, where)
        for code in back:
            self._notes.pop((app, code), None)
        self._write(What.RESTORED, app, back, told=("developer",), public=True)

    def release(self, app: str) -> None:
        """Review an app's versions again. Raises KitError for an app that is unknown or not held."""
        if not self._queue.holds(self.app(app).bundle_id):
            raise KitError(f"app: the updates of {app} are not held, so there is nothing to release.")
        self._queue.release([app])
        self._write(What.RELEASED, app, told=("developer",))

    # Authorities.

    def receive(self, notice: Notice) -> Case:
        """A notice comes in. Raises KitError where it names an app or a storefront that the store does not have."""
        if not isinstance(notice, Notice):
            raise KitError(f"notice: {notice!r} is none: write Notice(asked_by, country, apps).")
        self.catalogue.storefront(notice.where, "storefront" if notice.storefront else "country")
        names = tuple(self.app(name, "apps").bundle_id for name in notice.apps)
        case = Case(len(self._cases) + 1, self.today, notice, tuple(name for name in names if self._anywhere(name)))
        self._cases.append(case)
        for name in names:
            self._write(What.NOTICE, name, notice=case.number, words=f"{notice.asked_by}: {notice.ground}")
        return case

    def answer(self, number: int, act: Act | str, *, openly: bool = True) -> Case:
        """Answer a notice, openly or silently. Raises KitError for a notice that is unknown or was answered."""
        act = one_of(Act, act, "act")
        if isinstance(number, Case):
            raise KitError(f"number: that is the whole case; write its number: answer({number.number}, ...).")
        if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(self._cases):
            raise KitError(f"number: there is no notice {number!r}; {len(self._cases)} came so far, counted from 1.")
        old = self._cases[number - 1]
        if old.act not in (None, Act.ASK_BACK):
            raise KitError(f"number: notice {number} was answered already: {old.act}.")
        case = replace(old, act=act, openly=openly)
        known = who_knows(act, openly)
        self._cases[number - 1] = case
        if act is Act.HOLD:
            self._queue.hold(case.notice.apps)
        for name in case.notice.apps:
            where: tuple[str, ...] = ()
            if act in REMOVALS:
                asked = self.storefronts if act is Act.REMOVE_EVERYWHERE else (case.notice.where,)
                where = self._shelves.bar(name, asked)
                if openly:
                    self._notes |= {(name, code): _note(case.notice, self.today) for code in where}
            words = "was gone already" if act in REMOVALS and not where else ""
            what = _WHAT.get(act, What.REMOVED)
            self._write(what, name, where, notice=number, told=known.told, public=openly, words=words)
        return case

    # People.

    def open_account(self, name: str, storefront: str) -> Account:
        """A person opens an account in a storefront. Raises KitError."""
        return self._accounts.open(name, self.catalogue.storefront(storefront, "storefront"))

    def get(self, account: str, app: str) -> Got:
        """A person asks for an app: to install it, to update it or to get it again. Raises KitError."""
        person, name = self._accounts.named(account), self.app(app).bundle_id
        offered = self.on_offer(name, person.storefront)
        return ask_for(person, name, self.version(name), offered, self.redownloads)

    def delete(self, account: str, app: str) -> None:
        """A person deletes an app from the phone. Raises KitError."""
        self._accounts.named(account).installed.pop(self.app(app).bundle_id, None)

    def may(self, account: str, app: str) -> May:
        """What a person can do about an app now. Raises KitError."""
        person, name = self._accounts.named(account), self.app(app).bundle_id
        offered = self.on_offer(name, person.storefront)
        had = name in person.had
        update = offered and not self._queue.holds(name) if had else None
        return May(offered, offered, update, (offered or self.redownloads) if had else None)

    # What anyone can see.

    def on_offer(self, app: str, country: str) -> bool:
        """Whether a storefront has an app on its shelf. Raises KitError."""
        name, code = self.app(app).bundle_id, self.catalogue.storefront(country)
        return self._queue.current(name) is not None and code in self._shelves.of(name)

    def version(self, app: str) -> str | None:
        """The newest version that has passed. Raises KitError."""
        current = self._queue.current(self.app(app).bundle_id)
        return current.number if current else None

    def history(self, app: str) -> tuple[Version, ...]:
        """Every version of an app and where it stands, as its developer sees them. Raises KitError."""
        return self._queue.history(self.app(app).bundle_id)

    def search(self, words: str, country: str) -> tuple[App, ...]:
        """The apps of a storefront whose name or developer has these words. Raises KitError."""
        code, wanted = self.catalogue.storefront(country), words_of(words, "words").lower()
        found = (app for app in self.apps if wanted in app.name.lower() or wanted in app.developer.lower())
        return tuple(app for app in found if self.on_offer(app.bundle_id, code))

    def page(self, app: str, country: str) -> str:
        """What an app's page says in a storefront. Raises KitError."""
        if self.on_offer(app, country):
            return f"{self.app(app).name}, version {self.version(app)}"
        return self._notes.get((app, self.catalogue.storefront(country)), "Nothing is here.")

    def _where(self, storefronts: object) -> tuple[str, ...]:
        """The codes of these storefronts; without any given, of all."""
        if storefronts is None:
            return self.storefronts
        codes = (self.catalogue.storefront(code, "storefronts") for code in listed(storefronts, "storefronts"))
        return tuple(dict.fromkeys(codes))

    def _anywhere(self, app: str) -> bool:
        return bool(self._shelves.of(app)) and self._queue.current(app) is not None

    def _write(
        self,
        what: What,
        app: str,
        storefronts: tuple[str, ...] = (),
        *,
        notice: int | None = None,
        told: tuple[str, ...] = (),
        public: bool = False,
        pressed_by: str = "",
        words: str = "",
    ) -> None:
        number = len(self._log) + 1
        self._log.append(Entry(number, self.today, what, app, storefronts, notice, told, public, pressed_by, words))


def _note(notice: Notice, day: date) -> str:
    order = f" ({notice.order})" if notice.order else ""
    return f"Removed here on {day.isoformat()}: {notice.asked_by} demands it{order}. Ground: {notice.ground}."


def _hint(pressed_by: object) -> str:
    if isinstance(pressed_by, str):
        return pressed_by.strip()
    raise KitError(f"pressed_by: {pressed_by!r} is nobody: write in quotes who pressed, or ''.")
