"""A state machine of people who come in, change what is theirs, and administrators who end that.

It starts use cases and decides at each wait which of them goes on; rules about what may be committed are looked at in
each commit, and rules about what still works after each answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from onepresence_desktop.domain.errors import NotSignedIn, OnePresenceError
from onepresence_desktop.domain.people import Customer, CustomerId, Role, UserId
from onepresence_desktop.pbx.event_stream import Client, EventStream
from onepresence_desktop.pbx.facts import FactBus
from onepresence_desktop.pbx.services import asked
from onepresence_desktop.pbx.services.announce import Announcer
from onepresence_desktop.pbx.services.commands import Commands
from onepresence_desktop.pbx.services.device_commands import DeviceCommands
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.people import PeopleService, new_user
from onepresence_desktop.pbx.services.people_import import PeopleImport
from onepresence_desktop.pbx.services.sign_in import Peer, Principal, SignIn, token_hash
from onepresence_desktop.pbx.services.user_commands import UserCommands
from onepresence_desktop.wire import commands as wire
from tests.pbx.phones import TestClock
from tests.pbx.services.interleaving import AtOnce, GatedPasswords, GatedStore, Gates, State
from tests.pbx.services.own_verbs import VERBS, Own

CUSTOMER = Customer(CustomerId("c"), "100", "Firma")
HERE = Peer("127.0.0.1", private=True)
PEOPLE = ("1002101", "1002102", "1002103")
"""Two administrators, and a receptionist."""

BY_ADMINISTRATORS = {"user_changed", "user_removed", "password_reset"}


class Wire:
    """A stream's connection that tells what is written to it."""

    def __init__(self, written: Any) -> None:
        self._written = written
        self.closed = False

    def write(self, data: bytes) -> None:
        self._written(data)

    def get_write_buffer_size(self) -> int:
        return 0

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    abort = close


class Doors(RuleBasedStateMachine):
    """People who come in, and administrators who end that."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.loop.set_default_executor(AtOnce())
        self.wrong: list[str] = []
        self.tokens: list[str] = []
        self.tasks: dict[asyncio.Task[Any], str] = {}
        self.acting: dict[object, tuple[UserId, frozenset[Role], str]] = {}
        self.removed: dict[object, set[str]] = {}
        self.ended: set[str] = set()
        self.titles: dict[str, set[str]] = {}
        self.departments: dict[str, set[str]] = {}
        self.closed: dict[str, set[bool]] = {}
        self.count = 0

    @initialize()
    def begin(self) -> None:
        self.loop.run_until_complete(self._begin())

    async def _begin(self) -> None:
        self.gates = Gates()
        self.store = store = GatedStore(self.gates, self._commit)
        self.passwords = GatedPasswords(self.gates)
        clock, facts = TestClock(datetime(2026, 11, 24, 10, tzinfo=UTC)), FactBus()
        self.live = LiveState(store)  # type: ignore[arg-type]
        self.stream = EventStream(self._snapshot, gap=0.0)
        announcer = Announcer(self.live, self.stream, clock)
        facts.subscribe(announcer)
        self.sign_in = SignIn(
            store,
            self.passwords,  # type: ignore[arg-type]
            clock,
            facts,
            lock=lambda which: self.live.company(which).lock,
        )  # type: ignore[arg-type]
        self.people = PeopleService(
            store,  # type: ignore[arg-type]
            self.live,
            self.passwords,  # type: ignore[arg-type]
            self.sign_in,
            None,  # type: ignore[arg-type]
            clock,
            facts,
            lambda *_: self.gates.pass_("lines"),
        )
        self.own = Own(store, self.live, self.people, self.passwords, clock, facts, self.gates.pass_)
        nothing: Any = None  # trunks and the house's keeping have no part in this
        passwords: Any = self.passwords
        self.commands = Commands(
            self.live, self.people, *[nothing] * 8, PeopleImport(self.live, self.people, passwords), *[nothing] * 3,
            UserCommands(self.live, self.people, nothing), DeviceCommands(self.live, self.people, lambda: None, None),
            nothing, running=True,
        )  # fmt: skip
        await self.people.add_customer(CUSTOMER, "test")
        self.ids: dict[str, UserId] = {}
        for number, role in zip(PEOPLE, (Role.ADMINISTRATOR, Role.ADMINISTRATOR, Role.RECEPTIONIST), strict=True):
            user, _ = await self.people.add_user(
                CUSTOMER.id, new_user(CUSTOMER, number, number, role=role), "test", password="2580"
            )
            self.ids[number] = user.id
        await self.own.share_a_call(self.live.company(CUSTOMER.id), self.ids.values(), clock.now())
        announcer.start()
        self.refreshing = self.loop.create_task(self.stream.refresh_those_behind())
        for number in PEOPLE:
            self.tokens.append((await self.sign_in.sign_in(number, "2580", "", HERE)).token)
        self.gates.open = False

    # --- what may be done ---

    number = st.sampled_from(PEOPLE)
    any_token = st.integers(0, 20)

    @rule(number=number, password=st.sampled_from(["2580", "2580", "0000"]))
    def signs_in(self, number: str, password: str) -> None:
        async def go() -> None:
            session = await self.sign_in.sign_in(number, password, "", HERE)
            self.tokens.append(session.token)

        self._start(f"sign in {number}", go())

    @rule(token=any_token)
    def changes_password(self, token: int) -> None:
        chosen = self._token(token)

        async def go() -> None:
            self.count += 1
            principal = await self.sign_in.authenticate(chosen)
            await self.sign_in.change_password(principal, "2580", str(730100 + 13 * self.count), HERE)

        self._start("change password", go())

    @rule(token=any_token)
    def joins(self, token: int) -> None:
        chosen = self._token(token)

        async def go() -> None:
            await self.sign_in.authenticate(chosen)
            await self.gates.pass_("earlier answers")
            principal = self.sign_in.again(chosen)
            role = self.live.company(CUSTOMER.id).user(principal.user_id).role
            client = Client(CUSTOMER.id, principal.user_id, role is Role.RECEPTIONIST, principal.session_id, None)  # type: ignore[arg-type]
            client.link = Wire(lambda data: self._written(client, data))
            await self.stream.join(client)

        self._start("join", go())

    @rule(token=any_token, number=number)
    def resets(self, token: int, number: str) -> None:
        async def go(actor: Any) -> None:
            await self.people.reset_password(CUSTOMER.id, self.ids[number], actor)

        self._administer(f"reset {number}", token, go)

    @rule(token=any_token, number=number, closed=st.booleans())
    def closes(self, token: int, number: str, closed: bool) -> None:
        async def go(actor: Any) -> None:
            await self.people.change_user(
                CUSTOMER.id, self.ids[number], lambda user: replace(user, closed=closed), actor
            )
            self.closed.setdefault(self.ids[number], set()).add(closed)

        self._administer(f"close {number} {closed}", token, go)

    @rule(token=any_token, number=number, role=st.sampled_from(list(Role)))
    def takes_role(self, token: int, number: str, role: Role) -> None:
        async def go(actor: Any) -> None:
            await self.people.change_user(CUSTOMER.id, self.ids[number], lambda user: replace(user, role=role), actor)

        self._administer(f"{number} is {role}", token, go)

    @rule(token=any_token, number=number)
    def is_given_a_title(self, token: int, number: str) -> None:
        self.count += 1
        title = f"title {self.count}"

        async def go(actor: Any) -> None:
            await self.people.change_user(CUSTOMER.id, self.ids[number], lambda user: replace(user, title=title), actor)
            self.titles.setdefault(self.ids[number], set()).add(title)

        self._administer(f"{number} {title}", token, go)

    @rule(number=number)
    def is_imported(self, number: str) -> None:
        self.count += 1
        department = f"department {self.count}"

        async def go() -> None:
            text = f"local_number,name,department\n{number},{number},{department}\n"
            answer = await self.commands.run(wire.ImportPeople(text=text))
            assert isinstance(answer, wire.Imported)
            if answer.added or answer.changed:
                for user in self.store.state.users.values():
                    if user.local_number == number:
                        self.departments.setdefault(user.id, set()).add(department)

        self._start(f"import {number}", go())

    @rule(token=any_token, number=number)
    def removes(self, token: int, number: str) -> None:
        async def go(actor: Any) -> None:
            await self.people.remove_user(CUSTOMER.id, self.ids[number], actor)

        self._administer(f"remove {number}", token, go)

    @rule(token=any_token, other=any_token)
    def ends_a_session(self, token: int, other: int) -> None:
        chosen, hashed = self._token(token), token_hash(self._token(other))

        async def go() -> None:
            principal = await self.sign_in.authenticate(chosen)
            session = next((s for s in self.store.state.sessions.values() if s.token_hash == hashed), None)
            if session is not None:
                await self.sign_in.end(principal, session.id)

        self._start("end a session", go())

    @rule(token=any_token, verb=st.sampled_from(sorted(VERBS)))
    def changes_their_own(self, token: int, verb: str) -> None:
        chosen, (roles, do) = self._token(token), VERBS[verb]

        async def go() -> None:
            with asked.request():
                principal = await self._asks(chosen)
                if self.live.company(CUSTOMER.id).user(principal.user_id).role in roles:
                    self.acting[asyncio.current_task()] = (principal.user_id, roles, principal.session_id)
                    await do(self.own, principal)

        self._start(verb, go())

    @precondition(lambda self: self.gates.waiting)
    @rule(place=st.integers(0, 8), steps=st.integers(1, 12))
    def goes_on(self, place: int, steps: int) -> None:
        """One of those that wait goes on for so many steps, or until another is in its way."""
        self.lets(list(self.gates.waiting)[place % len(self.gates.waiting)], steps)

    # --- how ---

    def lets(self, task: asyncio.Task[Any] | None, steps: int) -> bool:
        """Let a use case go on; whether it still has something to wait for."""
        for _ in range(steps):
            if task not in self.gates.waiting:
                return False
            self.gates.let(list(self.gates.waiting).index(task))
            self._settle()
        return True

    def _token(self, place: int) -> str:
        return self.tokens[place % len(self.tokens)]

    def _administer(self, what: str, token: int, go: Any) -> None:
        chosen = self._token(token)

        async def administer() -> None:
            with asked.request():
                principal = await self._asks(chosen)
                if self.live.company(CUSTOMER.id).user(principal.user_id).role is Role.ADMINISTRATOR:
                    await go(principal)

        self._start(what, administer())

    async def _asks(self, token: str) -> Principal:
        principal = await self.sign_in.authenticate(token)
        asked.by(lambda: self.sign_in.again(token), lambda: self.sign_in.proofs.need(principal.session_id))
        return principal

    def _start(self, what: str, work: Coroutine[Any, Any, None]) -> None:
        self.last = self.loop.create_task(work)
        self.tasks[self.last] = what
        self._settle()

    def _settle(self) -> None:
        async def idle() -> None:
            for _ in range(10):
                await asyncio.sleep(0)

        self.loop.run_until_complete(idle())
        for task in [task for task in self.tasks if task.done()]:
            what = self.tasks.pop(task)
            error = task.exception()
            if error is None:
                self._answered(what, self.removed.pop(task, set()))
            elif not isinstance(error, OnePresenceError):
                raise error
        assert not self.wrong, self.wrong

    def _answered(self, what: str, removed: set[str]) -> None:
        """Whoever was told that access has ended may rely on it."""
        self.ended |= removed
        for token in self.tokens:
            if self._works(token) in removed:
                self.wrong.append(f"{what}: the token still works")
        for client in self.stream.clients.get(CUSTOMER.id, {}):
            if client.session_id in removed:
                self.wrong.append(f"{what}: the stream goes on")

    def _works(self, token: str) -> str:
        try:
            return self.sign_in.again(token).session_id
        except NotSignedIn:
            return ""

    async def _snapshot(self, client: Client, _: str) -> list[bytes]:
        await self.gates.pass_("snapshot")
        role = self.live.company(CUSTOMER.id).user(client.user_id).role
        await self.gates.pass_("snapshot made")
        return [f"for {role}".encode()]

    def _written(self, client: Client, data: bytes) -> None:
        if client.session_id in self.ended:
            self.wrong.append("something was written to an ended session")
        user = self.live.company(CUSTOMER.id).dial_plan.users.get(client.user_id)
        if b"for receptionist" in data and (user is None or user.role is not Role.RECEPTIONIST):
            self.wrong.append("reception notes went to somebody who is no receptionist")

    def _commit(self, before: State, after: State) -> None:
        task = asyncio.current_task()
        gone = before.sessions.keys() - after.sessions.keys()
        self.removed.setdefault(task, set()).update(gone)
        verified = self.passwords.verified.get(task)
        for session_id in after.sessions.keys() - before.sessions.keys():
            user_id = after.sessions[session_id].user_id
            user, credential = before.users.get(user_id), before.credentials.get(user_id)
            if user is None or user.closed or credential is None:
                self.wrong.append("a session for somebody who may not come in")
            elif verified not in {credential.password_hash, credential.activation_hash}:
                self.wrong.append("a session by a password that is no longer the one")
        if len(after.own) > len(before.own) and task in self.acting:
            user_id, roles, session_id = self.acting[task]
            if session_id in self.ended:
                self.wrong.append(f"{after.own[-1]} by a session that has ended")
            user = before.users.get(user_id)
            if user is None or user.closed or user.role not in roles:
                self.wrong.append(f"{after.own[-1]} by somebody who may not any more")
        for entry in after.audit[len(before.audit) :]:
            if entry.action == "password_changed" and before.credentials[UserId(entry.actor)].password_hash != verified:
                self.wrong.append("a password changed by one that is no longer the one")
            if entry.action in BY_ADMINISTRATORS and entry.actor in self.ids.values():
                who = before.users.get(entry.actor)
                own = entry.action == "user_changed" and who is not None and who.local_number == entry.subject
                if who is None or who.closed or (who.role is not Role.ADMINISTRATOR and not own):
                    self.wrong.append(f"{entry.action} by somebody who may not")

    def teardown(self) -> None:
        try:
            if hasattr(self, "gates"):
                while self.gates.waiting or self.tasks:
                    self.gates.let(0)
                    self._settle()
                self._at_rest()
        finally:
            for task in asyncio.all_tasks(self.loop):
                task.cancel()
            self.loop.run_until_complete(asyncio.sleep(0))
            self.loop.close()

    def _at_rest(self) -> None:
        """Memory, store and stream agree, and no change that was answered is lost."""
        state = self.store.state
        assert dict(self.live.company(CUSTOMER.id).dial_plan.users) == state.users
        for token in self.tokens:
            session_id = self._works(token)
            if session_id:
                assert session_id in state.sessions
                assert not state.users[state.sessions[session_id].user_id].closed
        for client in self.stream.clients.get(CUSTOMER.id, {}):
            assert client.session_id in state.sessions
            assert client.receptionist is (state.users[client.user_id].role is Role.RECEPTIONIST)
        for user in state.users.values():
            assert user.title in self.titles.get(user.id, {""})
            assert user.department in self.departments.get(user.id, {""})
            assert user.closed in self.closed.get(user.id, {False})
