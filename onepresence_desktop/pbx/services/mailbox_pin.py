"""The PIN that opens a mailbox by phone: how it is set, and how fast it may be tried (spec 6.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from onepresence_desktop.domain.errors import NotFound, PasswordRefused, Throttled
from onepresence_desktop.domain.events import SettingsChanged
from onepresence_desktop.domain.password import Rule, broken_rules
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports import AuditEntry, Clock, EventSink, Store
from onepresence_desktop.pbx.services import asked
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.services.throttle import Limit

LONGEST = 10
"""Digits: more can't be keyed in one breath."""

PER_MAILBOX = Limit(
    free=3, locked_at=3, lock=timedelta(minutes=5), forget=timedelta(hours=24), longest=timedelta(hours=24)
)
"""Three wrong PINs lock for five minutes, each further one for twice as long, up to a day."""


class MailboxPins:
    """Sets and checks PINs. Tries from the owner's own phones and from others are counted apart, so that nobody else
    can lock an owner out of their own phone.
    """

    def __init__(self, store: Store, live: LiveState, passwords: Passwords, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._passwords = passwords
        self._clock = clock
        self._sink = sink

    async def put(self, customer_id: CustomerId, user_id: UserId, pin: str) -> None:
        """Set a user's PIN.

        Raises `PasswordRefused` by the rules of passwords, and for the sign-in password itself; `PasswordNeeded`,
        before anything tells whether the PIN is that password, which would be a way to guess it.
        """
        asked.need_proof()
        company = self._live.company(customer_id)
        local_number = company.user(user_id).local_number
        broken = broken_rules(pin, local_number)
        if len(pin) > LONGEST:
            broken.append(Rule.PIN_TOO_LONG)
        if broken:
            raise PasswordRefused(rule=broken[0])
        async with self._store.reading() as unit:
            credential = await unit.credentials.credential(user_id)
        if credential is not None and await self._passwords.verify(credential.password_hash, pin):
            raise PasswordRefused(rule=Rule.SAME_AS_PASSWORD)
        hashed = await self._passwords.hash(pin)
        await self._live.own(company, user_id)
        async with company.acting(user_id):
            async with self._store.unit(customer_id) as unit:
                asked.need_proof()
                await unit.spoken.put_pin(user_id, hashed)
                for key in _keys(user_id):
                    await unit.credentials.clear_failures(key)
                await unit.credentials.audit(AuditEntry(self._clock.now(), customer_id, user_id, "mailbox_pin_set"))
            self._swap(customer_id, user_id, there=True)

    async def remove(self, customer_id: CustomerId, user_id: UserId) -> None:
        """No PIN: the mailbox can't be opened by phone where one is asked for. Raises `NotFound`, `PasswordNeeded`."""
        company = self._live.company(customer_id)
        await self._live.own(company, user_id)
        async with company.acting(user_id):
            async with self._store.unit(customer_id) as unit:
                asked.need_proof()
                if not await unit.spoken.remove_pin(user_id):
                    raise NotFound(what="mailbox_pin")
                await unit.credentials.audit(AuditEntry(self._clock.now(), customer_id, user_id, "mailbox_pin_removed"))
            self._swap(customer_id, user_id, there=False)

    async def there(self, user_id: UserId) -> bool:
        """Whether one is set."""
        async with self._store.reading() as unit:
            return await unit.spoken.pin(user_id) is not None

    async def right(self, user_id: UserId, pin: str, *, own_phone: bool) -> bool:
        """Whether it is the PIN; each wrong one counts. Raises `Throttled` while it may not be tried."""
        now = self._clock.now()
        key = _keys(user_id)[0 if own_phone else 1]
        customer_id = self._live.company_of_user(user_id).customer.id
        async with self._store.unit() as unit:
            known = await unit.credentials.failures(key)
            count = PER_MAILBOX.counted(*known, now) if known is not None else 0
            wait = PER_MAILBOX.seconds_left(count, known[1], now) if known is not None and count else 0
            if not wait:  # counted before it is tried, so that many at once can't slip through
                await unit.credentials.put_failures(key, count + 1, now)
            stored = await unit.spoken.pin(user_id)
        if wait:
            raise Throttled(retry_after=wait)
        right = await self._passwords.verify(stored, pin)
        async with self._store.unit() as unit:
            if right:
                await unit.credentials.clear_failures(key)
            elif count + 1 >= PER_MAILBOX.locked_at:
                await unit.credentials.audit(AuditEntry(now, customer_id, user_id, "mailbox_locked"))
        return right

    def _swap(self, customer_id: CustomerId, user_id: UserId, *, there: bool) -> None:
        company = self._live.company(customer_id)
        company.own[user_id] = replace(company.own[user_id], mailbox_pin=there)
        self._sink.publish(SettingsChanged(customer_id, user_id))


def _keys(user_id: UserId) -> tuple[str, str]:
    return f"pin:{user_id}:own", f"pin:{user_id}:other"
