"""A forgotten password (spec 1.2): a code goes to the user's own address, and with it a new password is chosen.

Whoever asks learns nothing: answers, waits and the work done before an answer are the same for a number that nobody
has. A code is made and written, and for nobody as much work done, half-way between two moments at which wrong codes
are refused: no request right behind an answer meets it.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Collection
from datetime import datetime

from onepresence_desktop.domain.errors import OnePresenceError, PasswordRefused, Throttled, WrongCredentials
from onepresence_desktop.domain.events import WhySignedOut
from onepresence_desktop.domain.outgoing import Outgoing, Way
from onepresence_desktop.domain.password import broken_rules
from onepresence_desktop.domain.password_reset import DIGITS, LASTS, PasswordReset, plain_reset_code
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.pbx.ports import AuditEntry, Clock, Credential, Store
from onepresence_desktop.pbx.prompts import letters
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.outbox import Outbox
from onepresence_desktop.pbx.services.password_notices import PasswordTold, nobody
from onepresence_desktop.pbx.services.passwords import COME_AGAIN, Lane, Passwords
from onepresence_desktop.pbx.services.sign_in import Peer, SignIn
from onepresence_desktop.pbx.services.throttle import RESET_CODES, RESETS_SENT
from onepresence_desktop.pbx.services.tries import Tries

log = logging.getLogger(__name__)

MOST_WAITING = 64
"""Codes asked for and not yet sent; as many are made in a few seconds."""
EVEN = 0.5
"""Seconds; codes are refused at whole multiples of them by the clock, and written down and sent half-way between two:
that takes the time of others, who would learn from it when they please whether a number is somebody's."""
NOBODYS = "reset-nobodys"
"""Key of the row that is written and removed for a number that nobody has."""


class PasswordResets:
    """ways: those by which something can be sent for a company at all."""

    def __init__(
        self,
        store: Store,
        live: LiveState,
        passwords: Passwords,
        sign_in: SignIn,
        outbox: Outbox,
        ways: Callable[[CustomerId], Collection[Way]],
        clock: Clock,
        told: PasswordTold = nobody,
    ) -> None:
        self._told = told
        self._store = store
        self._live = live
        self._passwords = passwords
        self._sign_in = sign_in
        self._outbox = outbox
        self._ways = ways
        self._clock = clock
        self._sent = Tries(store, clock, "reset-", RESETS_SENT)
        self._tried = Tries(store, clock, "reset-code-", RESET_CODES)
        self._asked: asyncio.Queue[tuple[str, Way, str]] = asyncio.Queue(MOST_WAITING)

    async def ask(self, local_number: str, by: Way, peer: Peer) -> None:
        """Send a code, if the number is somebody's who can be reached so. Raises `Throttled`."""
        number = _plain(local_number)
        await self._sent.admit(number, peer.address)
        try:
            self._asked.put_nowait((number, by, peer.address))
        except asyncio.QueueFull as exc:
            raise Throttled(retry_after=COME_AGAIN) from exc

    async def run(self) -> None:
        """For ever: make and send the codes that were asked for; what is asked meanwhile waits for the next moment."""
        while True:
            asked = [await self._asked.get()]
            await asyncio.sleep(_until(EVEN / 2))
            asked += [self._asked.get_nowait() for _ in range(self._asked.qsize())]
            for number, by, address in asked:
                try:
                    await self._send(number, by, address)
                except OnePresenceError as exc:
                    log.warning("a code for a forgotten password could not be sent: %s", exc)

    async def confirm(self, local_number: str, code: str, new: str, peer: Peer) -> None:
        """Set a new password by the code; the user's sessions end.

        Raises `PasswordRefused`, `WrongCredentials` (whatever is wrong), `Throttled`.
        """
        number = _plain(local_number)
        broken = broken_rules(new, number)
        if broken:
            raise PasswordRefused(rule=broken[0])
        await self._tried.admit(number, peer.address)
        try:
            await self._confirm(number, code, new, peer)
        except WrongCredentials:
            await asyncio.sleep(_until(0))
            raise

    async def _confirm(self, number: str, code: str, new: str, peer: Peer) -> None:
        async with self._store.reading() as unit:
            user = await unit.people.user_by_local_number(number)
            reset = await unit.credentials.password_reset(user.id if user is not None else UserId("-"))
        works = reset is not None and reset.works(self._clock.now())
        lane = Lane.NEAR if peer.private else Lane.FAR
        right = await self._passwords.verify(
            reset.code_hash if reset is not None and works else None, plain_reset_code(code), lane=lane
        )
        if user is None or reset is None or not right:
            raise WrongCredentials
        await self._change(user, reset, await self._passwords.hash(new), peer)

    async def _change(self, user: User, reset: PasswordReset, hashed: str, peer: Peer) -> None:
        """The state is looked at again: the code may have been used, or the person closed, meanwhile."""
        async with self._store.unit(user.customer_id) as unit:
            now = self._clock.now()
            current = await unit.people.user(user.id)
            credential = await unit.credentials.credential(user.id)
            if current is None or current.closed or credential is None:
                raise WrongCredentials
            if await unit.credentials.password_reset(user.id) != reset or not reset.works(now):
                raise WrongCredentials
            changed = Credential(user.id, hashed, must_change=False)
            await unit.credentials.put_credential(changed)
            await unit.credentials.remove_password_reset(user.id)
            for session in await unit.credentials.sessions(user.id):
                await unit.credentials.remove_session(session.id)
            await self._tried.forgive(unit, user.local_number, peer.address)
            await self._sent.forgive(unit, user.local_number, peer.address)
            await unit.credentials.clear_failures(f"number:{user.local_number}")
            entry = AuditEntry(now, user.customer_id, user.id, "password_changed_by_code", "", peer.address)
            await unit.credentials.audit(entry)
            await self._told(unit, current)
        self._sign_in.forget_user(user.customer_id, user.id, WhySignedOut.PASSWORD_RESET)

    async def _send(self, number: str, by: Way, address: str) -> None:
        """Make a code and write it down; as much is done where nothing is sent."""
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        hashed = await self._passwords.hash(code)
        async with self._store.reading() as unit:
            user = await unit.people.user_by_local_number(number)
        now = self._clock.now()
        outgoing = self._outgoing(user, by, code, now)
        customer_id = user.customer_id if user is not None else CustomerId(NOBODYS)
        async with self._store.unit(customer_id) as unit:
            current = await unit.people.user(user.id if user is not None else UserId(NOBODYS))
            if outgoing is not None and current is not None and _address(current, by) == outgoing.to:
                await unit.credentials.put_password_reset(PasswordReset(current.id, hashed, now + LASTS))
                await unit.outbox.put(outgoing)
                await unit.credentials.audit(AuditEntry(now, customer_id, address, "password_code_sent", number, by))
            else:
                await unit.credentials.put_failures(NOBODYS, 1, now)
                await unit.credentials.clear_failures(NOBODYS)
        self._outbox.wake()

    def _outgoing(self, user: User | None, by: Way, code: str, now: datetime) -> Outgoing | None:
        """What goes out; None where there is nobody, or no way to them."""
        to = _address(user, by)
        if user is None or to is None or by not in self._ways(user.customer_id):
            return None
        language = self._live.language_of(user.customer_id, user.id)
        letter = letters.reset_code(language, code=code, minutes=round(LASTS.total_seconds() / 60))
        return Outgoing(
            id=f"reset-{secrets.token_hex(8)}",
            customer_id=user.customer_id,
            way=by,
            to=to,
            subject=letter.subject,
            text=letter.text if by is Way.EMAIL else letter.short,
            created_at=now,
            next_try=now,
            ends_at=now + LASTS,
        )


def _until(offset: float) -> float:
    """Seconds to the next multiple of `EVEN` plus an offset, by the loop's clock."""
    return EVEN - (asyncio.get_running_loop().time() - offset) % EVEN


def _plain(local_number: str) -> str:
    """The seven digits, "" for what can be nobody's."""
    number = "".join(c for c in local_number if c not in " -.")
    return number if len(number) == 7 and number.isascii() and number.isdigit() else ""


def _address(user: User | None, by: Way) -> str | None:
    if user is None or user.closed:
        return None
    return user.email if by is Way.EMAIL else user.mobile
