"""The owner of a mailbox at their phone: what the owner's menu asks for, done with the services (spec 6.6)."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.errors import Invalid, NotFound, Throttled, Unavailable
from onepresence_desktop.domain.feature_codes import Feature
from onepresence_desktop.domain.messages import Message, MessageId, VoicemailOptions
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.routing import FeatureCode, Reject
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.ports import MenuReached, Router
from onepresence_desktop.pbx.telephony.announcement_call import LanguageOf
from onepresence_desktop.pbx.telephony.menu_call import MenuCall, MenuCalls

log = logging.getLogger(__name__)

RECORDINGS = {Feature.RECORD_NAME: SpokenKind.NAME, Feature.RECORD_GREETING: SpokenKind.GREETING}


class OwnersBox(Protocol):
    """What the services do for an owner by phone."""

    def whose(self, customer_id: CustomerId, caller: UserId | None, number: str) -> User:
        """Whose mailbox is meant: the caller's own, or that of a number. Raises `NotFound`."""
        ...

    def options(self, user_id: UserId) -> VoicemailOptions: ...
    async def has_pin(self, user_id: UserId) -> bool: ...
    async def pin_right(self, user_id: UserId, pin: str, *, own_phone: bool) -> bool:
        """Raises `Throttled` while no PIN may be tried."""
        ...

    async def voicemails(self, user_id: UserId) -> list[Message]: ...
    async def recording(self, user_id: UserId, message_id: MessageId) -> Path:
        """Raises `NotFound`."""
        ...

    async def mark(self, user_id: UserId, message_id: MessageId, *, read: bool = False, kept: bool = False) -> None:
        """Set the marks that are given. Raises `NotFound`, `Unavailable`."""
        ...

    async def remove(self, user_id: UserId, message_id: MessageId) -> None:
        """Raises `NotFound`, `Unavailable`."""
        ...

    def asked_for(self, call_id: CallId) -> SpokenKind | None:
        """What the call was made to record, by somebody who has signed in."""
        ...

    def new_draft(self) -> Path: ...
    async def keep_draft(self, user_id: UserId, kind: SpokenKind, path: Path) -> None:
        """Raises `Invalid`, `Unavailable`."""
        ...

    async def drop_draft(self, path: Path) -> None: ...


class OwnerCall(MenuCall):
    """One owner, or somebody who knows the PIN."""

    def __init__(
        self, calls: MenuCalls, event: MenuReached, box: OwnersBox, router: Router, language: LanguageOf
    ) -> None:
        assert isinstance(event.menu, FeatureCode) and event.menu.code is not None
        self._code = event.menu.code
        self._box = box
        self._router = router
        self._speaks = language(event.customer_id, event.caller.user_id)
        self._user_id = UserId("")
        self._draft: Path | None = None
        super().__init__(calls, event, ivr.Announcement(ivr.Phrase.CODE_REFUSED, self._speaks))

    @property
    def _own_phone(self) -> bool:
        return self._user_id == self.event.caller.user_id

    async def prepare(self) -> None:
        """Whose mailbox it is, and whether a PIN must be keyed; without a mailbox the refusal is said."""
        try:
            owner = self._box.whose(self.event.customer_id, self.event.caller.user_id, self._code.number)
        except NotFound:
            return
        self._user_id = owner.id
        options, asked = self._box.options(owner.id), self._box.asked_for(self.event.call_id)
        self.menu = ivr.Owner(
            self._speaks,
            "" if self._own_phone else owner.name,
            ask_pin=asked is None and (options.ask_pin or not self._own_phone),
            has_pin=await self._box.has_pin(owner.id),
            quick=options.quick_listening,
            record=asked or RECORDINGS.get(self._code.feature),
        )

    async def forget(self) -> None:
        """They hung up: what was deleted goes, what was recorded and not accepted isn't kept."""
        await self.take(ivr.HungUp())

    async def tidy(self) -> None:
        """No draft is left behind."""
        await super().tidy()
        await self._discard()

    async def located(self, prompts: Sequence[ivr.Prompt]) -> Sequence[ivr.Prompt]:
        """Messages and the draft by where they lie; what is gone is left out."""
        found = []
        for prompt in prompts:
            if prompt.phrase is ivr.Phrase.RECORDED:
                try:
                    prompt = replace(prompt, sound=str(await self._where(prompt.sound)))
                except NotFound:
                    continue
            found.append(prompt)
        return found

    async def _where(self, sound: str) -> Path:
        if sound != ivr.DRAFT:
            return await self._box.recording(self._user_id, MessageId(sound))
        if self._draft is None:
            raise NotFound(what="recording")
        return self._draft

    async def carry_out(self, output: ivr.Output) -> None:
        """Check, fetch, mark, remove, call, record, keep."""
        match output:
            case ivr.CheckPin(pin):
                await self._check(pin)
            case ivr.Fetch():
                await self.take(ivr.Fetched(tuple(await self._box.voicemails(self._user_id))))
            case ivr.MarkRead(message_id):
                with self._said_in_the_log("mark"):
                    await self._box.mark(self._user_id, message_id, read=True)
            case ivr.KeepMessage(message_id):
                with self._said_in_the_log("keep"):
                    await self._box.mark(self._user_id, message_id, kept=True)
            case ivr.RemoveMessage(message_id):
                with self._said_in_the_log("remove"):
                    await self._box.remove(self._user_id, message_id)
            case ivr.CallBack(number):
                await self._call_back(number)
            case ivr.Record():
                await self._record(output)
            case ivr.KeepSpoken(kind):
                await self._keep(kind)
            case ivr.DiscardMessage():
                await self._discard()

    @contextlib.contextmanager
    def _said_in_the_log(self, what: str) -> Iterator[None]:
        """A message that the app removed meanwhile, or a store that is away, ends no call."""
        try:
            yield
        except NotFound:
            pass
        except Unavailable as exc:
            log.error("call %s can't %s a message: %r", self.event.call_id, what, exc)

    async def _check(self, pin: str) -> None:
        await self.stop_playing()
        try:
            right = await self._box.pin_right(self._user_id, pin, own_phone=self._own_phone)
        except Throttled:
            await self.take(ivr.PinChecked(False, locked=True))
        else:
            await self.take(ivr.PinChecked(right))

    async def _call_back(self, number: str) -> None:
        caller = self.event.caller
        step = self._router.route(caller, self.event.customer_id, number)
        if isinstance(step, Reject | FeatureCode):
            await self.take(ivr.CannotCall())
            return
        await self.stop_playing()
        await self.calls.telephony.redirect(self.event.call_id, step)
        await self.take(ivr.HungUp())

    async def _record(self, output: ivr.Record) -> None:
        await self._discard()
        self._draft = self._box.new_draft()
        recorded = await self.calls.telephony.record(
            self.event.call_id,
            self._draft,
            most=timedelta(seconds=output.most),
            silence=timedelta(seconds=output.silence),
        )
        await self.take(ivr.RecordingEnded(recorded.seconds, recorded.why))

    async def _keep(self, kind: SpokenKind) -> None:
        if self._draft is None:
            return
        try:
            await self._box.keep_draft(self._user_id, kind, self._draft)
        except (Invalid, NotFound, Unavailable, OSError) as exc:
            log.error("call %s: a recording can't be kept: %r", self.event.call_id, exc)
            await self.take(ivr.NotStored())
        else:
            await self._discard()
            await self.take(ivr.Stored())

    async def _discard(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            await self._box.drop_draft(draft)
