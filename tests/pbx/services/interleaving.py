"""A store in memory and passwords without work, whose every wait is a gate that a test opens one by one.

So a test decides which of several use cases goes on next, and finds the same order again.
"""

from __future__ import annotations

import asyncio
import copy
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from onepresence_desktop.domain.meetings import CalendarId, CalendarKind, CalendarSource
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import Customer, Device, HuntGroup, User, UserId
from onepresence_desktop.pbx.ports import AuditEntry, Credential, Session
from onepresence_desktop.pbx.ports.calendars import CalendarAccess

CALENDAR = CalendarId("calendar")
"""Of everybody's."""


class Gates:
    """Where use cases wait. While `open` is set nobody does."""

    def __init__(self) -> None:
        self.waiting: dict[asyncio.Task[Any] | None, asyncio.Future[None]] = {}
        self.open = True

    async def pass_(self, name: str) -> None:
        """Wait for the test. name: tells a reader what comes next."""
        if self.open:
            return
        gate = self.waiting[asyncio.current_task()] = asyncio.get_running_loop().create_future()
        await gate

    def let(self, place: int) -> asyncio.Task[Any] | None:
        """Let one of those that wait go on; which it was."""
        task = list(self.waiting)[place % len(self.waiting)]
        self.waiting.pop(task).set_result(None)
        return task


class AtOnce(ThreadPoolExecutor):
    """A loop's executor that does what it is given before anything else goes on, so that the order stays the test's."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


@dataclass
class State:
    """All that is committed."""

    customers: dict[str, Customer] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    credentials: dict[str, Credential] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    failures: dict[str, Any] = field(default_factory=dict)
    audit: list[AuditEntry] = field(default_factory=list)
    groups: dict[str, HuntGroup] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)


class _People:
    def __init__(self, state: State) -> None:
        self._state = state

    async def customers(self) -> list[Customer]:
        return list(self._state.customers.values())

    async def put_customer(self, customer: Customer) -> None:
        self._state.customers[customer.id] = customer

    async def users(self, _: str) -> list[User]:
        return list(self._state.users.values())

    async def user(self, user_id: str) -> User | None:
        return self._state.users.get(user_id)

    async def user_by_local_number(self, number: str) -> User | None:
        return next((user for user in self._state.users.values() if user.local_number == number), None)

    async def put_user(self, user: User) -> None:
        self._state.users[user.id] = user

    async def remove_user(self, user_id: str) -> None:
        self._state.users.pop(user_id, None)
        self._state.credentials.pop(user_id, None)
        for session in [s for s in self._state.sessions.values() if s.user_id == user_id]:
            del self._state.sessions[session.id]

    async def devices(self, _: str) -> list[Device]:
        return []

    async def groups(self, _: str) -> list[HuntGroup]:
        return list(self._state.groups.values())

    async def put_group(self, group: HuntGroup) -> None:
        self._state.groups[group.id] = group
        self._state.own.append("put_group")


class _Credentials:
    def __init__(self, state: State) -> None:
        self._state = state

    async def credential(self, user_id: str) -> Credential | None:
        return self._state.credentials.get(user_id)

    async def put_credential(self, credential: Credential) -> None:
        self._state.credentials[credential.user_id] = credential

    async def put_session(self, session: Session) -> None:
        self._state.sessions[session.id] = session

    async def session_by_token(self, hashed: bytes) -> Session | None:
        return next((s for s in self._state.sessions.values() if s.token_hash == hashed), None)

    async def admitted(self, hashes: list[bytes]) -> dict[bytes, tuple[Session, bool]]:
        found = [s for s in self._state.sessions.values() if s.token_hash in hashes]
        users, credentials = self._state.users, self._state.credentials
        return {
            s.token_hash: (s, credentials[s.user_id].must_change)
            for s in found
            if s.user_id in users and not users[s.user_id].closed and s.user_id in credentials
        }

    async def sessions(self, user_id: str) -> list[Session]:
        return [s for s in self._state.sessions.values() if s.user_id == user_id]

    async def remove_session(self, session_id: str) -> None:
        self._state.sessions.pop(session_id, None)

    async def failures(self, key: str) -> Any:
        return self._state.failures.get(key)

    async def put_failures(self, key: str, count: int, at: Any) -> None:
        self._state.failures[key] = (count, at)

    async def clear_failures(self, key: str) -> None:
        self._state.failures.pop(key, None)

    async def audit(self, entry: AuditEntry) -> None:
        self._state.audit.append(entry)


class _Empty:
    """Tables that stay empty here, whatever is asked of them; what is written is noted by its verb in `State.own`."""

    def __init__(self, state: State) -> None:
        self._state = state

    def __getattr__(self, name: str) -> Any:
        async def nothing(*_: object) -> Any:
            if name.startswith(("put", "remove")):
                self._state.own.append(name)
            if name.startswith("remove"):
                return True
            return {} if name.endswith("of_each") else None if name.startswith("get") else []

        return nothing

    async def all(self, _: str) -> list[Any]:
        return []

    async def of(self, _: str) -> list[Any]:
        return []

    async def defaults(self, _: str) -> dict[Any, Any]:
        return {}

    async def options(self, _: str) -> dict[Any, Any]:
        return {}


class _Messages(_Empty):
    """Whatever message is asked for is there: a text to the user whom its id begins with."""

    async def get(self, message_id: str) -> Message:
        owner = UserId(message_id.rpartition("-")[0])
        return Message(MessageId(message_id), owner, MessageKind.SMS, "", "", datetime(2026, 11, 24, tzinfo=UTC))


class _Calendars(_Empty):
    """Everybody has a calendar."""

    async def of(self, user_id: str) -> list[Any]:
        where = "https://calendar.example/"
        return [CalendarAccess(CalendarSource(UserId(user_id), CalendarKind.ICS, where, id=CALENDAR), "")]


class _Unit:
    def __init__(self, state: State) -> None:
        self.people = _People(state)
        self.credentials = _Credentials(state)
        self.messages = _Messages(state)
        self.calendars = _Calendars(state)
        self._empty = _Empty(state)

    def __getattr__(self, _: str) -> Any:
        """Every other table."""
        return self._empty


class GatedStore:
    """Writers one after another, as SQLite has them; readers beside them see what was committed when they began.

    on_commit: told the state before and the one that takes its place.
    """

    def __init__(self, gates: Gates, on_commit: Callable[[State, State], None]) -> None:
        self.state = State()
        self._gates = gates
        self._on_commit = on_commit
        self._writer = asyncio.Lock()

    @asynccontextmanager
    async def unit(self, *_: object) -> AsyncIterator[Any]:
        await self._gates.pass_("to write")
        async with self._writer:
            new = State(**{name: copy.copy(value) for name, value in vars(self.state).items()})
            yield _Unit(new)
            self._on_commit(self.state, new)
            self.state = new
        await self._gates.pass_("committed")

    @asynccontextmanager
    async def reading(self, *_: object) -> AsyncIterator[Any]:
        yield _Unit(self.state)
        await self._gates.pass_("read")


class GatedPasswords:
    """Hashes are numbered, so that each is another; `verified`: what each task has compared with last."""

    def __init__(self, gates: Gates) -> None:
        self._gates = gates
        self._made = 0
        self.verified: dict[object, str | None] = {}

    def room(self, _: object) -> bool:
        return True

    async def hash(self, password: str) -> str:
        await self._gates.pass_("to hash")
        self._made += 1
        return f"{password}#{self._made}"

    async def verify(self, stored: str | None, password: str, **_: object) -> bool:
        await self._gates.pass_("to verify")
        self.verified[asyncio.current_task()] = stored
        return stored is not None and stored.partition("#")[0] == password
