"""The owner of a password hears by mail that it was changed, by whomever: they alone know whether it was they."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Collection

from onepresence_desktop.domain.outgoing import Outgoing, Way
from onepresence_desktop.domain.people import CustomerId, User
from onepresence_desktop.pbx.ports import Clock, UnitOfWork
from onepresence_desktop.pbx.prompts import letters
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.outbox import Outbox

PasswordTold = Callable[[UnitOfWork, User], Awaitable[None]]
"""Called within the unit that commits a new password."""


async def nobody(_unit: UnitOfWork, _user: User) -> None:
    """Where nothing is mailed."""


class PasswordNotices:
    """ways: those by which something can be sent for a company at all."""

    def __init__(
        self, live: LiveState, outbox: Outbox, ways: Callable[[CustomerId], Collection[Way]], clock: Clock
    ) -> None:
        self._live = live
        self._outbox = outbox
        self._ways = ways
        self._clock = clock

    async def changed(self, unit: UnitOfWork, user: User) -> None:
        """Queue the mail, if the user has an address and mail can be sent (`PasswordTold`)."""
        if not user.email or Way.EMAIL not in self._ways(user.customer_id):
            return
        now = self._clock.now()
        zone = self._live.company(user.customer_id).customer.zone
        language = self._live.language_of(user.customer_id, user.id)
        letter = letters.password_changed(language, at=now.astimezone(zone))
        outgoing = Outgoing(
            id=f"password-{secrets.token_hex(8)}",
            customer_id=user.customer_id,
            way=Way.EMAIL,
            to=user.email,
            subject=letter.subject,
            text=letter.text,
            created_at=now,
            next_try=now,
            user_id=user.id,
        )
        await self._outbox.put(unit, outgoing)
