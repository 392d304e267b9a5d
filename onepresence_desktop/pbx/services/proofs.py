"""Which sessions have given the password lately, for what isn't done without it (ASVS 2.2, 3.7.1).

In memory: a restart forgets them all, and whoever does something sensitive is asked once more.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from datetime import timedelta

from onepresence_desktop.domain.errors import NotSignedIn, PasswordNeeded, WrongCredentials
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports import AuditEntry, Clock, Store
from onepresence_desktop.pbx.services import asked
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.services.tries import Tries

COUNTS = timedelta(minutes=10)
"""How long a password that was given counts, by the clock that nobody sets."""


class Proofs:
    """Asks for passwords again and remembers who gave them. tries: those of sign-in, so that here, too, nobody guesses.

    lock: a company's.
    """

    def __init__(
        self,
        store: Store,
        passwords: Passwords,
        clock: Clock,
        tries: Tries,
        lock: Callable[[CustomerId], contextlib.AbstractAsyncContextManager[object]],
    ) -> None:
        self._store, self._passwords, self._clock = store, passwords, clock
        self._tries, self._lock = tries, lock
        self._given: dict[str, float] = {}

    async def prove(self, user_id: UserId, session_id: str, password: str, address: str) -> None:
        """Remember that a session knows its password. Raises `WrongCredentials`, `Throttled`, `NotSignedIn`."""
        async with self._store.reading() as unit:
            user = await unit.people.user(user_id)
            credential = await unit.credentials.credential(user_id)
        if user is None or credential is None:
            raise NotSignedIn
        await self._tries.admit(user.local_number, address)
        if not await self._passwords.verify(credential.password_hash, password):
            entry = AuditEntry(self._clock.now(), user.customer_id, user.id, "proof_failed", user.local_number)
            async with self._store.unit() as unit:
                await unit.credentials.audit(entry)
            raise WrongCredentials
        async with self._lock(user.customer_id):
            async with self._store.unit() as unit:
                if await unit.credentials.credential(user.id) != credential:  # another was set while it was verified
                    raise WrongCredentials
                await self._tries.forgive(unit, user.local_number, address)
            asked.look_again()
            self.given(session_id)

    def given(self, session_id: str) -> None:
        """The password was given just now."""
        now = self._clock.monotonic()
        self._given = {one: at for one, at in self._given.items() if self._counts(at, now)}
        self._given[session_id] = now

    def forget(self, session_ids: Iterable[str]) -> None:
        """Sessions have ended."""
        for session_id in session_ids:
            self._given.pop(session_id, None)

    def need(self, session_id: str) -> None:
        """Raises `PasswordNeeded` when the session's password wasn't given lately; nothing is awaited here."""
        at = self._given.get(session_id)
        if at is None or not self._counts(at, self._clock.monotonic()):
            raise PasswordNeeded

    @staticmethod
    def _counts(at: float, now: float) -> bool:
        return now - at <= COUNTS.total_seconds()
