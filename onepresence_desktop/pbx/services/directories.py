"""Directories of a company: kept here by name and number, read anew every ten minutes, and searched (spec 8.3)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from onepresence_desktop.domain.connections import LASTING, Connection, ConnectionId, Purpose, Trouble
from onepresence_desktop.domain.directory import SEES_ALL, DirectoryPerson, cleaned, seen_by
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid, NotFound, OnePresenceError, Unavailable
from onepresence_desktop.domain.events import ContactsChanged
from onepresence_desktop.domain.people import Customer, CustomerId
from onepresence_desktop.domain.phonebook import wanted_parts
from onepresence_desktop.pbx.ports import Clock, EventSink, Store
from onepresence_desktop.pbx.ports.directories import Directory, DirectoryAccess
from onepresence_desktop.pbx.services.connection_watch import ConnectionWatch
from onepresence_desktop.pbx.services.directory_book import DirectoryBook
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire.directories import DirectoryPersonView, DirectoryView

log = logging.getLogger(__name__)

EVERY = 600.0
"""Seconds between two readings: what changes is seen within fifteen minutes."""

FIRST_PAUSE, LONGEST_PAUSE = 60.0, 900.0
"""Seconds between two tries at a server that is away; doubled up to the longest."""

LASTING_PAUSE = 6 * 3600.0
"""After a fault that no second try mends: a wrong password, tried often, would lock the account."""

LONGEST_READING = 300.0
"""Seconds for a whole directory."""

MOST_PEOPLE = 50_000
"""Of one directory."""

MOST_FOUND = 50
"""People found by a search."""

LOOK = 5.0
"""Seconds between two looks at which directories there are, and which are due."""

LIVE_PATIENCE = 0.25
"""Seconds that a search waits for a server itself."""

SHRUNK = 20
"""A directory of more people than this isn't empty all at once; one that says so is no longer let see them."""


@dataclass(slots=True)
class _Watch:
    """How a directory is doing. due, pause: in the loop's seconds. trouble: None while it is well.

    connection: by which it was set up, None for one of the service's settings.
    """

    access: DirectoryAccess
    due: float = 0.0
    pause: float = 0.0
    trouble: Trouble | None = None
    read_at: datetime | None = None
    mark: str = ""
    connection: Connection | None = None
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)


class DirectoryService:
    """The use cases of directories, and the work of reading them."""

    def __init__(
        self,
        store: Store,
        live: LiveState,
        directory: Directory,
        accesses: Sequence[DirectoryAccess],
        connections: ConnectionWatch,
        clock: Clock,
        sink: EventSink,
    ) -> None:
        self._connections = connections
        self._sink = sink
        self._store = store
        self._live = live
        self._directory = directory
        self._clock = clock
        self._of_file = {(one.source.customer, one.source.name): _Watch(one) for one in accesses}
        self._of_connection: dict[ConnectionId, _Watch] = {}

    async def load(self) -> None:
        """Have in memory what was read before, at the start; what is no longer set up is dropped."""
        for company in self._live.companies.values():
            customer = company.customer
            sources = {name: watch.access.source for name, watch in self._of(company)}
            async with self._store.reading() as unit:
                kept = await unit.directories.all(customer.id)
            if kept.keys() - sources.keys():
                async with self._store.unit(customer.id) as unit:
                    await unit.directories.keep_only(customer.id, sources)
            for name, source in sources.items():
                book = company.directories[name] = DirectoryBook(source.fields)
                book.put(kept.get(name, ()))

    async def search(self, principal: Principal, query: str) -> list[DirectoryPersonView]:
        """Who is found by a name, a company, an address or a number; colleagues are not, who are found as such."""
        company = self._live.company(principal.customer_id)
        role = company.user(principal.user_id).role
        parts = wanted_parts(query)
        if not any(part.strip() for part in parts):
            return []
        own = _Own(company)
        hits = [
            (name, person)
            for name, book in company.directories.items()
            for person in book.found(parts, whole=role in SEES_ALL)
            if not own.stands_for(person)
        ]
        if len(hits) < MOST_FOUND:
            known = {(name, person.key) for name, person in hits}
            for name, person in await self._asked(company, parts):
                book = company.directories[name]
                if (name, person.key) not in known and person.key not in book.people and not own.stands_for(person):
                    hits.append((name, person))
        hits.sort(key=lambda hit: (hit[1].name.casefold(), hit[1].key))
        return [_shown(name, seen_by(role, one, company.directories[name].fields)) for name, one in hits[:MOST_FOUND]]

    def listing(self, customer_id: CustomerId) -> list[DirectoryView]:
        """A company's directories and how they are doing."""
        company = self._live.company(customer_id)
        return [_view(company, name, watch) for name, watch in self._of(company)]

    async def read_now(self, customer_id: CustomerId, name: str) -> DirectoryView:
        """Read a directory without waiting for its turn, also after a lasting fault. Raises `NotFound`."""
        company = self._live.company(customer_id)
        watch = dict(self._of(company)).get(name)
        if watch is None:
            raise NotFound(what="directory")
        await self._look(company, name, watch)
        return _view(company, name, watch)

    async def run(self) -> None:
        """For ever: read what is due, one after another; each for itself, so that one delays no other for long."""
        while True:
            for company in list(self._live.companies.values()):
                for name, watch in self._of(company):
                    if watch.due <= self._now():
                        await self._look(company, name, watch)
                await self._forget(company)
            await asyncio.sleep(LOOK)

    def _of(self, company: Company) -> list[tuple[str, _Watch]]:
        """A company's directories, by what they are known by here: the file's name for them, or their connection."""
        found = [(name, watch) for (code, name), watch in self._of_file.items() if code == company.customer.code]
        for one in company.connections:
            if one.purpose is not Purpose.DIRECTORY or not one.enabled:
                continue
            try:
                access = self._directory.access(one)
            except Invalid as exc:
                log.warning("the directory %s can't be used: %s", one.name, exc)
                continue
            watch = self._of_connection.get(one.id)
            if watch is None or watch.access != access:
                watch = self._of_connection[one.id] = _Watch(access)
            watch.connection = one
            found.append((one.id, watch))
        return found

    async def _forget(self, company: Company) -> None:
        """People of a directory that is no longer set up."""
        names = [name for name, _ in self._of(company)]
        gone = [name for name in company.directories if name not in names]
        if not gone:
            return
        try:
            async with company.lock, self._store.unit(company.customer.id) as unit:
                await unit.directories.keep_only(company.customer.id, names)
        except Unavailable as exc:
            log.info("a directory is forgotten later: %s", exc)
            return
        for name in gone:
            del company.directories[name]
        self._sink.publish(ContactsChanged(company.customer.id, None))

    async def _look(self, company: Company, name: str, watch: _Watch) -> None:
        async with watch.reading:
            try:
                async with asyncio.timeout(LONGEST_READING):
                    await self._read(company, name, watch)
            except TimeoutError:
                self._failed(name, watch, Trouble.TIME_OUT, None)
            except ConnectionFailed as exc:
                self._failed(name, watch, Trouble(str(exc.details["reason"])), exc.details.get("retry_after"))
            except OnePresenceError as exc:
                log.warning("the directory %s can't be kept: %s", name, exc.code)
                watch.due = self._now() + FIRST_PAUSE
            except Exception:
                log.exception("what the directory %s answers is understood by nobody", name)
                self._failed(name, watch, Trouble.NOT_UNDERSTOOD, None)
            else:
                if watch.trouble is not None:
                    log.info("the directory %s can be read again", name)
                watch.trouble, watch.pause, watch.read_at = None, 0.0, self._clock.now()
                watch.due = self._now() + EVERY
                if watch.connection is not None:
                    self._connections.used(watch.connection, None)

    def _failed(self, name: str, watch: _Watch, trouble: Trouble, told: object) -> None:
        """Who was read before keeps their name."""
        if trouble is not watch.trouble:
            log.warning("the directory %s can't be read: %s", name, trouble.value)
        watch.pause = LASTING_PAUSE if trouble in LASTING else min(LONGEST_PAUSE, max(FIRST_PAUSE, watch.pause * 2))
        watch.trouble = trouble
        if watch.connection is not None:
            self._connections.used(watch.connection, ConnectionFailed(reason=trouble))
        watch.due = self._now() + max(watch.pause, float(told) if isinstance(told, int | float) else 0.0)

    async def _read(self, company: Company, name: str, watch: _Watch) -> None:
        """Everybody, a page at a time: what is new or changed is kept at once, who is gone goes at the end."""
        book = company.directories.get(name)
        if book is None or book.fields != watch.access.source.fields:
            book = self._begin(company, name, watch.access)
        there: set[str] = set()
        unread: set[str] = set()
        given, cut, mark = 0, False, ""
        async with contextlib.aclosing(self._directory.read(watch.access, watch.mark)) as pages:
            async for page in pages:
                if page.same:
                    return
                cut, mark = cut or page.cut, page.mark
                people = await asyncio.to_thread(_cleaned, page.people, company.customer)
                there.update(person.key for person in people)
                unread.update(page.unread)
                given += len(page.people)
                if len(there) + len(unread) > MOST_PEOPLE:
                    raise ConnectionFailed(reason=Trouble.TOO_LARGE)
                await self._keep(company, name, book, [one for one in people if book.people.get(one.key) != one])
        if unread and not there:
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)
        still = there | {key for key in book.people if key in unread or key.rpartition("/")[0] in unread}
        gone = [] if cut else [key for key in book.people if key not in still]
        if gone and not there and (given or len(gone) > SHRUNK):  # nobody, or nobody whose number is shown any more
            raise ConnectionFailed(reason=Trouble.NOT_ALLOWED)
        if gone:
            async with company.lock:
                async with self._store.unit(company.customer.id) as unit:
                    await unit.directories.remove(company.customer.id, name, gone)
                book.drop(gone)
        book.cut, watch.mark = cut, mark

    def _begin(self, company: Company, name: str, access: DirectoryAccess) -> DirectoryBook:
        """A directory's people in memory: nobody, or those of before, seen by others than they were."""
        before = company.directories.get(name)
        book = company.directories[name] = DirectoryBook(access.source.fields)
        book.put(list(before.people.values()) if before is not None else ())
        if before is None:
            self._sink.publish(ContactsChanged(company.customer.id, None))
        return book

    async def _keep(self, company: Company, name: str, book: DirectoryBook, people: list[DirectoryPerson]) -> None:
        if not people:
            return
        once = list({person.key: person for person in people}.values())
        async with company.lock:
            async with self._store.unit(company.customer.id) as unit:
                await unit.directories.put(company.customer.id, name, once)
            book.put(once)

    async def _asked(self, company: Company, parts: tuple[str, ...]) -> list[tuple[str, DirectoryPerson]]:
        """From servers that gave only some of their people: who they find themselves, if they do at once."""
        words = [part.strip() for part in parts]
        if any(word.isdigit() for word in words):  # numbers are written differently there
            return []
        found: list[tuple[str, DirectoryPerson]] = []
        with contextlib.suppress(TimeoutError, ConnectionFailed):
            async with asyncio.timeout(LIVE_PATIENCE):
                for name, watch in self._of(company):
                    book = company.directories.get(name)
                    if book is not None and book.cut and watch.trouble is None:
                        people = await self._directory.search(watch.access, words, MOST_FOUND)
                        people = await asyncio.to_thread(_cleaned, people, company.customer)
                        found.extend((name, person) for person in people)
        return found

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


class _Own:
    """The company's own people, who stand in its directories as well."""

    def __init__(self, company: Company) -> None:
        self._numbers = company.dial_plan.by_number
        users = company.dial_plan.users.values()
        self._mobiles = {user.mobile for user in users if user.mobile}
        self._emails = {user.email.casefold() for user in users if user.email}

    def stands_for(self, person: DirectoryPerson) -> bool:
        """Whether it is one of them."""
        own = any(n.number in self._numbers or n.number in self._mobiles for n in person.numbers)
        return own or any(e.address.casefold() in self._emails for e in person.emails)


def _cleaned(people: Sequence[DirectoryPerson], customer: Customer) -> list[DirectoryPerson]:
    return [one for person in people if (one := cleaned(person, customer)) is not None]


def _shown(directory: str, person: DirectoryPerson) -> DirectoryPersonView:
    return DirectoryPersonView(
        directory=directory,
        id=person.key,
        name=person.name,
        company=person.company,
        title=person.title,
        numbers=person.numbers,
        emails=person.emails,
    )


def _view(company: Company, name: str, watch: _Watch) -> DirectoryView:
    source, book = watch.access.source, company.directories.get(name)
    return DirectoryView(
        id=name,
        name=watch.connection.name if watch.connection is not None else name,
        kind=source.kind,
        address=source.address,
        account=source.account,
        fields=sorted(source.fields),
        people=len(book.people) if book is not None else 0,
        cut=book is not None and book.cut,
        trouble=watch.trouble.value if watch.trouble is not None else "",
        read_at=watch.read_at,
    )
