"""Sign-in, sessions and passwords (spec 1.1 to 1.3)."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from onepresence_desktop.domain.errors import NotFound, NotSignedIn, PasswordRefused, Throttled, WrongCredentials
from onepresence_desktop.domain.events import SessionEnded
from onepresence_desktop.domain.password import FIRST_PASSWORD, Rule, broken_rules
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.pbx.ports import AuditEntry, Clock, EventSink, Session, Store, UnitOfWork
from onepresence_desktop.pbx.services.passwords import Passwords, is_activation_code, plain_code
from onepresence_desktop.pbx.services.throttle import PER_ADDRESS, PER_NUMBER, Limit
from onepresence_desktop.wire.views import SessionListing, SessionView

SEEN_EVERY = timedelta(minutes=5)
"""How exact the device list's "last seen" is; a write per request would cost more than it tells."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Where a request comes from. address: without port. private: this machine or a private network (spec 1.1)."""

    address: str
    private: bool


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, proved by a token. must_change: the first password is still to be changed."""

    customer_id: CustomerId
    user_id: UserId
    session_id: str
    must_change: bool


def token_hash(token: str) -> bytes:
    """How a token is kept: it is random, so one round of SHA-256 is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).digest()


class SignIn:
    """Who may come in. Live sessions are kept in memory; the store has them all."""

    def __init__(self, store: Store, passwords: Passwords, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._passwords = passwords
        self._clock = clock
        self._sink = sink
        self._live: dict[bytes, tuple[Session, bool]] = {}
        self._seen: dict[str, datetime] = {}
        self._revoked = 0

    async def sign_in(self, local_number: str, password: str, device_name: str, peer: Peer) -> SessionView:
        """A new session. Raises `WrongCredentials` (whatever is wrong) or `Throttled`."""
        number = "".join(c for c in local_number if c not in " -.")
        if not (len(number) == 7 and number.isascii() and number.isdigit()):
            number = ""
        await self._admit(number, peer)
        async with self._store.reading() as unit:
            user = await unit.people.user_by_local_number(number)
            credential = await unit.credentials.credential(user.id if user is not None else UserId("-"))
        coded = is_activation_code(password)
        stored = None
        if credential is not None:
            stored = credential.activation_hash if coded else credential.password_hash
        right = await self._passwords.verify(stored, plain_code(password) if coded else password)
        first_from_afar = not peer.private and password == FIRST_PASSWORD
        if user is None or credential is None or user.closed or not right or first_from_afar:
            await self._audit(user, number, "sign_in_failed", peer)
            raise WrongCredentials
        now = self._clock.now()
        token = secrets.token_urlsafe(32)
        session = Session(
            id=secrets.token_hex(8),
            user_id=user.id,
            customer_id=user.customer_id,
            token_hash=token_hash(token),
            device_name=device_name,
            created_at=now,
            seen_at=now,
        )
        async with self._store.unit() as unit:
            await self._forgive(unit, number, peer)
            await unit.credentials.put_session(session)
            await unit.credentials.audit(
                AuditEntry(now, user.customer_id, user.id, "signed_in", session.id, f"{peer.address} {device_name}")
            )
        self._live[session.token_hash] = (session, credential.must_change)
        return SessionView(
            token=token, session_id=session.id, user_id=user.id, must_change_password=credential.must_change
        )

    async def authenticate(self, token: str) -> Caller:
        """Whose token it is. Raises `NotSignedIn`."""
        hashed = token_hash(token)
        session, must_change = self._live.get(hashed) or await self._look_up(hashed)
        now = self._clock.now()
        if now - self._seen.get(session.id, session.seen_at) > SEEN_EVERY:
            self._seen[session.id] = now
        return Caller(session.customer_id, session.user_id, session.id, must_change)

    async def _look_up(self, hashed: bytes) -> tuple[Session, bool]:
        while True:
            revoked = self._revoked
            async with self._store.reading() as unit:
                session = await unit.credentials.session_by_token(hashed)
                if session is None:
                    raise NotSignedIn
                user = await unit.people.user(session.user_id)
                credential = await unit.credentials.credential(session.user_id)
            if user is None or user.closed or credential is None:
                raise NotSignedIn
            if revoked == self._revoked:
                live = self._live[hashed] = (session, credential.must_change)
                return live

    async def keep_seen(self, *, every: float = 60.0) -> None:
        """For ever: write down now and then when sessions were last seen."""
        written: dict[str, datetime] = {}
        while True:
            await asyncio.sleep(every)
            new = {session_id: at for session_id, at in self._seen.items() if written.get(session_id) != at}
            if new:
                async with self._store.unit() as unit:
                    for session_id, at in new.items():
                        await unit.credentials.touch_session(session_id, at)
                written = dict(self._seen)

    async def sessions(self, caller: Caller) -> list[SessionListing]:
        """Where the caller is signed in, last seen first."""
        async with self._store.reading() as unit:
            sessions = await unit.credentials.sessions(caller.user_id)
        listed = [
            SessionListing(
                id=session.id,
                device_name=session.device_name,
                created_at=session.created_at,
                seen_at=self._seen.get(session.id, session.seen_at),
                current=session.id == caller.session_id,
            )
            for session in sessions
        ]
        return sorted(listed, key=lambda listing: listing.seen_at, reverse=True)

    async def end(self, caller: Caller, session_id: str) -> None:
        """Sign one of the caller's own devices out. Raises `NotFound`."""
        async with self._store.unit() as unit:
            if session_id not in {session.id for session in await unit.credentials.sessions(caller.user_id)}:
                raise NotFound(what="session")
            await unit.credentials.remove_session(session_id)
            entry = AuditEntry(self._clock.now(), caller.customer_id, caller.user_id, "session_ended", session_id)
            await unit.credentials.audit(entry)
        self._ended(caller.customer_id, caller.user_id, [session_id])

    async def change_password(self, caller: Caller, current: str, new: str, peer: Peer) -> None:
        """Set a new password and end the caller's other sessions. Raises `WrongCredentials`, `PasswordRefused`."""
        async with self._store.reading() as unit:
            user = await unit.people.user(caller.user_id)
            credential = await unit.credentials.credential(caller.user_id)
        if user is None or credential is None:
            raise NotSignedIn
        await self._admit(user.local_number, peer)
        coded = is_activation_code(current)
        stored = credential.activation_hash if coded else credential.password_hash
        if not await self._passwords.verify(stored, plain_code(current) if coded else current):
            await self._audit(user, user.local_number, "password_change_failed", peer)
            raise WrongCredentials
        broken = broken_rules(new, user.local_number)
        if new == current:
            broken.append(Rule.SAME_AS_BEFORE)
        if broken:
            async with self._store.unit() as unit:
                await self._forgive(unit, user.local_number, peer)
            raise PasswordRefused(rule=broken[0])
        hashed = await self._passwords.hash(new)
        async with self._store.unit() as unit:
            await self._forgive(unit, user.local_number, peer)
            changed = replace(credential, password_hash=hashed, must_change=False, activation_hash=None)
            await unit.credentials.put_credential(changed)
            others = [s.id for s in await unit.credentials.sessions(user.id) if s.id != caller.session_id]
            for session_id in others:
                await unit.credentials.remove_session(session_id)
            now = self._clock.now()
            await unit.credentials.audit(AuditEntry(now, user.customer_id, user.id, "password_changed"))
        for hashed_token, (session, _) in list(self._live.items()):
            if session.id == caller.session_id:
                self._live[hashed_token] = (session, False)
        self._ended(user.customer_id, user.id, others)

    def forget_user(self, customer_id: CustomerId, user_id: UserId) -> None:
        """A user was removed, closed, or got a new first password: his sessions are gone from the store."""
        ids = [session.id for session, _ in self._live.values() if session.user_id == user_id]
        self._ended(customer_id, user_id, ids)

    def _ended(self, customer_id: CustomerId, user_id: UserId, session_ids: Iterable[str]) -> None:
        self._revoked += 1
        gone = set(session_ids)
        self._live = {key: live for key, live in self._live.items() if live[0].id not in gone}
        for session_id in gone:
            self._seen.pop(session_id, None)
            self._sink.publish(SessionEnded(customer_id, user_id, session_id))

    async def _admit(self, number: str, peer: Peer) -> None:
        """Count a try before it is made, so that many at once can't slip through. Raises `Throttled`."""
        now = self._clock.now()
        async with self._store.unit() as unit:
            counts: dict[str, int] = {}
            wait = 0
            for key, limit in _keys(number, peer):
                known = await unit.credentials.failures(key)
                count = limit.counted(*known, now) if known is not None else 0
                if known is not None and count:
                    wait = max(wait, limit.seconds_left(count, known[1], now))
                counts[key] = count + 1
            if wait:
                raise Throttled(retry_after=wait)
            for key, count in counts.items():
                await unit.credentials.put_failures(key, count, now)

    async def _forgive(self, unit: UnitOfWork, number: str, peer: Peer) -> None:
        """Take back what `_admit` counted: all of the number's, the one try of the address."""
        number_key, address_key = (key for key, _ in _keys(number or "-", peer))
        await unit.credentials.clear_failures(number_key)
        known = await unit.credentials.failures(address_key)
        if known is not None:
            count, last = known
            if count > 1:
                await unit.credentials.put_failures(address_key, count - 1, last)
            else:
                await unit.credentials.clear_failures(address_key)

    async def _audit(self, user: User | None, number: str, action: str, peer: Peer) -> None:
        customer_id = user.customer_id if user is not None else None
        async with self._store.unit() as unit:
            entry = AuditEntry(self._clock.now(), customer_id, peer.address, action, number)
            await unit.credentials.audit(entry)


def _keys(number: str, peer: Peer) -> list[tuple[str, Limit]]:
    keys = [(f"number:{number}", PER_NUMBER)] if number else []
    return [*keys, (f"address:{peer.address}", PER_ADDRESS)]
