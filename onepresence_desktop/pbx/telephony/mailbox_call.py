"""A caller at somebody's mailbox: what the deposit menu asks for, done with the services (spec 6.5)."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.errors import NotFound, Unavailable
from onepresence_desktop.domain.messages import CutShort, MessageId, VoicemailOptions
from onepresence_desktop.domain.people import Customer, HuntGroup, User, UserId
from onepresence_desktop.domain.routing import Hop, Ring, Step, Voicemail
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.ports import Mailbox, MenuReached, Router
from onepresence_desktop.pbx.prompts.phrases import Phrases
from onepresence_desktop.pbx.telephony.menu_call import MenuCall, MenuCalls

log = logging.getLogger(__name__)

Spoken = Callable[[UserId, SpokenKind], Awaitable[Path | None]]
"""Where a user's own name or greeting lies to be played; None without one."""


def menu_of(owner: User, options: VoicemailOptions, step: Voicemail, reception: HuntGroup | None) -> ivr.Deposit:
    """The menu of a caller who has come to a mailbox by `step`."""
    diversion = step.diversion
    return ivr.Deposit(
        owner.name,
        options,
        step.forwarding,
        diversion.reason if diversion is not None else None,
        diversion.ends_at if diversion is not None else None,
        has_reception=reception is not None,
        reception_away=step.reception_away,
    )


async def with_own_sounds(menu: ivr.Deposit, user_id: UserId, spoken: Spoken) -> ivr.Deposit:
    """The menu with what its owner recorded."""
    name, own = await spoken(user_id, SpokenKind.NAME), await spoken(user_id, SpokenKind.GREETING)
    return replace(menu, spoken_name=str(name or ""), own_greeting=str(own or ""))


class Greeting:
    """What a caller would hear first: the service's `Greeter`."""

    def __init__(self, phrases: Phrases, spoken: Spoken) -> None:
        self._phrases = phrases
        self._spoken = spoken

    async def __call__(
        self,
        owner: User,
        options: VoicemailOptions,
        step: Voicemail,
        customer: Customer,
        reception: HuntGroup | None,
        now: datetime,
    ) -> Sequence[Path]:
        """The greeting's sounds in order."""
        menu = await with_own_sounds(menu_of(owner, options, step, reception), owner.id, self._spoken)
        return await self._phrases.render(ivr.greeting(menu), now, customer.zone)


class DepositCall(MenuCall):
    """A caller who may leave a message. Raises what `Mailbox.owner` does."""

    menu: ivr.Deposit

    def __init__(self, calls: MenuCalls, event: MenuReached, mailbox: Mailbox, router: Router, spoken: Spoken) -> None:
        assert isinstance(event.menu, Voicemail)
        self._step = event.menu
        self._mailbox = mailbox
        self._router = router
        self._spoken = spoken
        self._reception = mailbox.reception(event.customer_id)
        self._owner = mailbox.owner(self._step.user_id)
        self._draft: MessageId | None = None
        super().__init__(
            calls, event, menu_of(self._owner, mailbox.options(self._step.user_id), self._step, self._reception)
        )

    async def prepare(self) -> None:
        """How much the mailbox still takes, and what its owner recorded."""
        room = await self._mailbox.room(self._step.user_id)
        menu = await with_own_sounds(self.menu, self._step.user_id, self._spoken)
        self.menu = replace(menu, room=room.left)

    async def forget(self) -> None:
        """The caller was gone before they could speak: leave no draft behind."""
        await self._discard()

    async def carry_out(self, output: ivr.Output) -> None:
        """Record, store, discard, lead to the reception."""
        match output:
            case ivr.Record():
                await self._record(output)
            case ivr.StoreMessage():
                await self._store(output)
            case ivr.DiscardMessage():
                await self._discard()
            case ivr.ToReception():
                await self.stop_playing()
                if self._reception is not None:
                    await self.calls.telephony.redirect(self.event.call_id, self._to_reception(self._reception))

    def _to_reception(self, reception: HuntGroup) -> Step:
        """The reception's phones; a caller they fail to serve comes back."""
        step = self._step
        back = replace(step, reception_away=True)
        hops = (*step.hops, Hop(self._owner.local_number, step.forwarding, self.menu.reason))
        ring = self._router.route(self.event.caller, self.event.customer_id, reception.local_number, hops)
        return replace(ring, busy=back, no_reply=back, unreachable=back) if isinstance(ring, Ring) else back

    async def _record(self, output: ivr.Record) -> None:
        self._draft, path = await self._mailbox.new_draft(self._step.user_id)
        recorded = await self.calls.telephony.record(
            self.event.call_id,
            path,
            most=timedelta(seconds=output.most),
            silence=timedelta(seconds=output.silence),
        )
        if recorded.why == CutShort.DISK_FULL:
            log.warning("%s: call %s was recorded for %.1f s only", recorded.why, self.event.call_id, recorded.seconds)
        await self.take(ivr.RecordingEnded(recorded.seconds, recorded.why))

    async def _store(self, message: ivr.StoreMessage) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        caller = self.event.caller
        try:
            await self._mailbox.deposit(self._step.user_id, draft, caller, message.seconds, message.cut_short)
        except Unavailable as exc:
            log.error("a message of call %s waits for the store: %r", self.event.call_id, exc)
            await self.take(ivr.NotStored())
        except NotFound:  # the owner was removed meanwhile, and nothing of theirs may stay
            log.info("nobody is there any more for a message of call %s", self.event.call_id)
            await self._mailbox.discard(draft)
            await self.take(ivr.NotStored())
        else:
            await self.take(ivr.Stored())

    async def _discard(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            await self._mailbox.discard(draft)
