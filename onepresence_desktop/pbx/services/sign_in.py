"""Sign-in, sessions and passwords (spec 1.1 to 1.3)."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from onepresence_desktop.domain.errors import (
    NotFound,
    NotSignedIn,
    PasswordRefused,
    StoreFull,
    Throttled,
    WrongCredentials,
)
from onepresence_desktop.domain.events import SessionEnded, WhySignedOut
from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.domain.password import FIRST_PASSWORD, Rule, broken_rules
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.pbx.batching import Batched
from onepresence_desktop.pbx.ports import AuditEntry, Clock, Credential, EventSink, Session, Store, UnitOfWork
from onepresence_desktop.pbx.services.password_notices import PasswordTold, nobody
from onepresence_desktop.pbx.services.passwords import COME_AGAIN, Lane, Passwords, is_activation_code, plain_code
from onepresence_desktop.pbx.services.proofs import Proofs
from onepresence_desktop.pbx.services.throttle import Spraying
from onepresence_desktop.pbx.services.tries import Tries
from onepresence_desktop.wire.views import SessionListing, SessionView

LASTS, UNUSED = timedelta(days=180), timedelta(days=30)
"""After so long a session ends: from its beginning, and from when it was last seen."""

OVER_EVERY = timedelta(hours=1)
"""How often the store is looked through for sessions that are over; none of them works meanwhile."""

FORGOTTEN = timedelta(days=2)
"""Longer than any failed try counts."""

MOST_DEVICES = 20_000
"""Pairs of number and address that are remembered as having come in."""
TOKENS_AT_ONCE = 100
"""Tokens looked up together: after a restart everyone comes at once."""

log = logging.getLogger(__name__)

SEEN_EVERY = timedelta(minutes=5)
"""How exact the device list's "last seen" is; a write per request would cost more than it tells."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Where a request comes from. address: without port. private: this machine or a private network (spec 1.1)."""

    address: str
    private: bool


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks, proved by a token. must_change: the first password is still to be changed."""

    customer_id: CustomerId
    user_id: UserId
    session_id: str
    must_change: bool


def token_hash(token: str) -> bytes:
    """How a token is kept: it is random, so one round of SHA-256 is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).digest()


class SignIn:
    """Who may come in. Live sessions are kept in memory; the store has them all.

    lock: a company's; what is done for a session is written before it ends, or not at all. proofs: who gave the
    password lately, by signing in or when asked again.
    While the disk is full people come in all the same: sessions and counted tries are in memory until there is room.
    """

    def __init__(
        self,
        store: Store,
        passwords: Passwords,
        clock: Clock,
        sink: EventSink,
        told: PasswordTold = nobody,
        lock: Callable[[CustomerId], contextlib.AbstractAsyncContextManager[object]] = lambda _: (
            contextlib.nullcontext()
        ),
    ) -> None:
        self._lock = lock
        self._store = store
        self._told = told
        self._passwords = passwords
        self._clock = clock
        self._sink = sink
        self._live: dict[bytes, tuple[Session, bool]] = {}
        self._seen: dict[str, datetime] = {}
        self._revoked = 0
        self._spraying = Spraying()
        self._devices: dict[tuple[str, str], None] = {}
        self._tries = Tries(store, clock)
        self.proofs = Proofs(store, passwords, clock, self._tries, lock)
        self._unwritten: dict[str, tuple[Session, Credential]] = {}
        self._lookups: Batched[bytes, tuple[Session, bool] | None] = Batched(self._admitted, most=TOKENS_AT_ONCE)

    async def sign_in(self, local_number: str, password: str, device_name: str, peer: Peer) -> SessionView:
        """A new session. Raises `WrongCredentials` (whatever is wrong) or `Throttled`."""
        number = "".join(c for c in local_number if c not in " -.")
        if not (len(number) == 7 and number.isascii() and number.isdigit()):
            number = ""
        known = (number, peer.address) in self._devices
        lane = Lane.KNOWN if known else Lane.NEAR if peer.private else Lane.FAR
        if not self._passwords.room(lane):
            raise Throttled(retry_after=COME_AGAIN)
        spray = None if known else self._spraying.admit(number, password, self._clock.now())
        await self._tries.admit(number, peer.address)
        async with self._store.reading() as unit:
            user = await unit.people.user_by_local_number(number)
            credential = await unit.credentials.credential(user.id if user is not None else UserId("-"))
        coded = is_activation_code(password)
        stored = None
        if credential is not None:
            stored = credential.activation(self._clock.now()) if coded else credential.password_hash
        right = await self._passwords.verify(stored, plain_code(password) if coded else password, lane=lane)
        first_from_afar = not peer.private and password == FIRST_PASSWORD
        if user is None or credential is None or user.closed or not right or first_from_afar:
            await self._audit(user, number, "sign_in_failed", peer)
            raise WrongCredentials
        now = self._clock.now()
        device_name = cleaned_name(device_name)
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
        entry = AuditEntry(now, user.customer_id, user.id, "signed_in", session.id, f"{peer.address} {device_name}")
        try:
            async with self._store.unit() as unit:
                stands = await self._stands(unit, user.id, credential)
                if stands:
                    await self._tries.forgive(unit, number, peer.address)
                    await unit.credentials.put_session(session)
                    await unit.credentials.audit(entry)
                revoked = self._revoked
        except StoreFull:
            stands, revoked = await self._stands_unwritten(session, credential)
        if not stands:
            await self._audit(user, number, "sign_in_failed", peer)
            raise WrongCredentials
        if revoked == self._revoked:
            self._live[session.token_hash] = (session, credential.must_change)
        elif self._unwritten.pop(session.id, None) is not None:  # it may have ended meanwhile; nobody can look it up
            raise WrongCredentials
        self._spraying.forgive(spray, number)
        self._remember_device(number, peer)
        self.proofs.given(session.id)
        return SessionView(
            token=token, session_id=session.id, user_id=user.id, must_change_password=credential.must_change
        )

    async def authenticate(self, token: str) -> Principal:
        """Whose token it is. Raises `NotSignedIn`."""
        hashed = token_hash(token)
        return self._principal(*(self._live.get(hashed) or await self._look_up(hashed)))

    def again(self, token: str) -> Principal:
        """Whose token it still is, for who has authenticated it and waited since; nothing is awaited here.

        Raises `NotSignedIn`.
        """
        found = self._live.get(token_hash(token))
        if found is None:
            raise NotSignedIn
        return self._principal(*found)

    def still(self, principal: Principal) -> None:
        """Raises `NotSignedIn` when the session that proved the principal has ended meanwhile."""
        if not any(session.id == principal.session_id for session, _ in self._live.values()):
            raise NotSignedIn

    def _over(self, session: Session, now: datetime) -> bool:
        seen = self._seen.get(session.id, session.seen_at)
        return now - session.created_at > LASTS or now - seen > UNUSED

    def _principal(self, session: Session, must_change: bool) -> Principal:
        now = self._clock.now()
        if self._over(session, now):
            self._ended(session.customer_id, session.user_id, [session.id])
            raise NotSignedIn
        if now - self._seen.get(session.id, session.seen_at) > SEEN_EVERY:
            self._seen[session.id] = now
        return Principal(session.customer_id, session.user_id, session.id, must_change)

    async def _look_up(self, hashed: bytes) -> tuple[Session, bool]:
        while True:
            revoked = self._revoked
            found = await self._lookups.ask(hashed)
            if found is None:
                raise NotSignedIn
            if revoked == self._revoked:
                self._live[hashed] = found
                return found

    async def _admitted(self, hashes: list[bytes]) -> dict[bytes, tuple[Session, bool] | None]:
        async with self._store.reading() as unit:
            found = await unit.credentials.admitted(hashes)
        return {hashed: found.get(hashed) for hashed in hashes}

    async def _stands_unwritten(self, session: Session, credential: Credential) -> tuple[bool, int]:
        """Whether a session that the full disk can't take may be kept in memory, and how often sessions had ended."""
        async with self._store.reading() as unit:
            stands = await self._stands(unit, session.user_id, credential)
            revoked = self._revoked
        if stands:
            log.error("the disk is full: a session is kept in memory only")
            self._unwritten[session.id] = (session, credential)
        return stands, revoked

    async def _write_unwritten(self) -> None:
        """There may be room again for sessions that had none; each is judged once more in the unit that writes it.

        Raises `StoreFull` while there is none; then those left are tried again the next time.
        """
        for session, credential in list(self._unwritten.values()):
            async with self._store.unit() as unit:
                if session.id not in self._unwritten:
                    continue
                stands = await self._stands(unit, session.user_id, credential)
                if stands:
                    await unit.credentials.put_session(session)
            if self._unwritten.pop(session.id, None) is not None and not stands:
                self._ended(session.customer_id, session.user_id, [session.id])

    async def keep_seen(self, in_use: Callable[[], Iterable[str]] = tuple, *, every: float = 60.0) -> None:
        """For ever: write down now and then when sessions were last seen, and end those that are over.

        in_use: those with a live stream, which asks for nothing and is seen all the same.
        """
        written: dict[str, datetime] = {}
        looked = self._clock.now()
        while True:
            await asyncio.sleep(every)
            now = self._clock.now()
            for session_id in in_use():
                if now - self._seen.get(session_id, now - LASTS) > SEEN_EVERY:
                    self._seen[session_id] = now
            with contextlib.suppress(StoreFull):
                await self._write_unwritten()
            new = {session_id: at for session_id, at in self._seen.items() if written.get(session_id) != at}
            if new:
                with contextlib.suppress(StoreFull):
                    async with self._store.unit() as unit:
                        for session_id, at in new.items():
                            await unit.credentials.touch_session(session_id, at)
                    written = dict(self._seen)
            if now - looked > OVER_EVERY:
                looked = now
                await self.end_those_over()

    async def end_those_over(self) -> None:
        """End the sessions that are too old, or unused for too long, and forget failures that count no more."""
        now = self._clock.now()
        async with self._store.unit() as unit:
            found = await unit.credentials.sessions_before(now - LASTS, now - UNUSED)
            over = [session for session in found if self._over(session, now)]
            for session in over:
                await unit.credentials.remove_session(session.id)
            await unit.credentials.forget_failures(now - FORGOTTEN)
        for session in over:
            self._ended(session.customer_id, session.user_id, [session.id])

    async def sessions(self, principal: Principal) -> list[SessionListing]:
        """Where the caller is signed in, last seen first."""
        async with self._store.reading() as unit:
            sessions = await unit.credentials.sessions(principal.user_id)
        listed = [
            SessionListing(
                id=session.id,
                device_name=session.device_name,
                created_at=session.created_at,
                seen_at=self._seen.get(session.id, session.seen_at),
                current=session.id == principal.session_id,
            )
            for session in sessions
        ]
        return sorted(listed, key=lambda listing: listing.seen_at, reverse=True)

    async def end(self, principal: Principal, session_id: str) -> None:
        """Sign one of the caller's own devices out. Raises `NotFound`."""
        if session_id in self._unwritten and self._unwritten[session_id][0].user_id == principal.user_id:
            self._ended(principal.customer_id, principal.user_id, [session_id])
            return
        async with self._lock(principal.customer_id), self._store.unit() as unit:
            self.still(principal)
            if session_id not in {session.id for session in await unit.credentials.sessions(principal.user_id)}:
                raise NotFound(what="session")
            await unit.credentials.remove_session(session_id)
            entry = AuditEntry(self._clock.now(), principal.customer_id, principal.user_id, "session_ended", session_id)
            await unit.credentials.audit(entry)
        self._ended(principal.customer_id, principal.user_id, [session_id])  # before whoever waits for the lock goes on

    async def change_password(self, principal: Principal, current: str, new: str, peer: Peer) -> None:
        """Set a new password and end the caller's other sessions. Raises `WrongCredentials`, `PasswordRefused`."""
        await self._write_unwritten()
        async with self._store.reading() as unit:
            user = await unit.people.user(principal.user_id)
            credential = await unit.credentials.credential(principal.user_id)
        if user is None or credential is None:
            raise NotSignedIn
        await self._tries.admit(user.local_number, peer.address)
        coded = is_activation_code(current)
        stored = credential.activation(self._clock.now()) if coded else credential.password_hash
        if not await self._passwords.verify(stored, plain_code(current) if coded else current):
            await self._audit(user, user.local_number, "password_change_failed", peer)
            raise WrongCredentials
        broken = broken_rules(new, user.local_number)
        if new == current:
            broken.append(Rule.SAME_AS_BEFORE)
        if broken:
            async with self._store.unit() as unit:
                await self._tries.forgive(unit, user.local_number, peer.address)
            raise PasswordRefused(rule=broken[0])
        hashed = await self._passwords.hash(new)
        async with self._lock(user.customer_id), self._store.unit() as unit:
            if not await self._stands(unit, user.id, credential):
                raise WrongCredentials
            mine = await unit.credentials.sessions(user.id)
            if principal.session_id not in {session.id for session in mine}:
                raise NotSignedIn
            await self._tries.forgive(unit, user.local_number, peer.address)
            await unit.credentials.put_credential(Credential(user.id, hashed, must_change=False))
            others = [session.id for session in mine if session.id != principal.session_id]
            for session_id in others:
                await unit.credentials.remove_session(session_id)
            await unit.credentials.audit(AuditEntry(self._clock.now(), user.customer_id, user.id, "password_changed"))
            await self._told(unit, user)
        for hashed_token, (session, _) in list(self._live.items()):
            if session.id == principal.session_id:
                self._live[hashed_token] = (session, False)
        unwritten = [s.id for s, _ in self._unwritten.values() if s.user_id == user.id and s.id != principal.session_id]
        self._ended(user.customer_id, user.id, [*others, *unwritten])
        self.proofs.given(principal.session_id)

    @staticmethod
    async def _stands(unit: UnitOfWork, user_id: UserId, credential: Credential) -> bool:
        """Whether the credential that was verified is still the one, of somebody who may come in.

        Verifying takes a while, in which a person may be removed, closed or given another password.
        """
        user = await unit.people.user(user_id)
        return user is not None and not user.closed and await unit.credentials.credential(user_id) == credential

    def forget_user(self, customer_id: CustomerId, user_id: UserId, why: WhySignedOut) -> None:
        """A user was removed, closed, or got a new first password: their sessions are gone from the store."""
        ids = [session.id for session, _ in self._live.values() if session.user_id == user_id]
        self._ended(customer_id, user_id, ids, why)

    def _ended(
        self,
        customer_id: CustomerId,
        user_id: UserId,
        session_ids: Iterable[str],
        why: WhySignedOut = WhySignedOut.ENDED,
    ) -> None:
        self._revoked += 1
        gone = set(session_ids)
        self.proofs.forget(gone)
        self._live = {key: live for key, live in self._live.items() if live[0].id not in gone}
        for session_id in gone:
            self._seen.pop(session_id, None)
            self._unwritten.pop(session_id, None)
            self._sink.publish(SessionEnded(customer_id, user_id, session_id, why))

    def _remember_device(self, number: str, peer: Peer) -> None:
        """Where a number came in from; the next time it waits for no stranger."""
        self._devices.pop((number, peer.address), None)
        self._devices[number, peer.address] = None
        if len(self._devices) > MOST_DEVICES:
            del self._devices[next(iter(self._devices))]

    async def _audit(self, user: User | None, number: str, action: str, peer: Peer) -> None:
        customer_id = user.customer_id if user is not None else None
        entry = AuditEntry(self._clock.now(), customer_id, peer.address, action, number)
        try:
            async with self._store.unit() as unit:
                await unit.credentials.audit(entry)
        except StoreFull:
            log.error("the disk is full: %s of %s from %s is not written down", action, number, peer.address)
