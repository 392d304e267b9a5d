"""Every command a user can give, from any view, menu, key or script; owner of the tasks that carry them out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.domain.calls import CallId, CallRecord
from onepresence_desktop.domain.completion import CompletionId
from onepresence_desktop.domain.diversion import Destination, DiversionId, QuickDiversionId
from onepresence_desktop.domain.errors import OnePresenceError, PasswordNeeded, ServerAway
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import DeviceId, GroupId, UserId
from onepresence_desktop.wire import bodies
from onepresence_desktop.wire.number_shown import NumberShownBody
from onepresence_desktop.wire.sessions import SessionListing

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient
    from onepresence_desktop.domain.preview import RoutePreview
    from onepresence_desktop.wire.blocking import BlockingBody, BlockingView

T = TypeVar("T")
Reply = Callable[[T | OnePresenceError], None]

log = logging.getLogger(__name__)


async def _nobody_asks(_client: PbxClient) -> bool:
    return False


class Actions(QObject):
    """Commands return at once; their effect comes back by the session's signals.

    done: (action, result), failed: (action, OnePresenceError). A `reply` is called on the Qt thread with the result
    or the error. usual_phone: the one calls start from; None leaves it to the service. prove: has the user give the
    password, for what answers that it is needed; whether it was given, and then the command is given once more.
    """

    done = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client: PbxClient | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._newest: dict[str, int] = {}
        self.last_called = ""
        self.usual_phone: Callable[[], DeviceId | None] = lambda: None
        self.prove: Callable[[PbxClient], Awaitable[bool]] = _nobody_asks

    def connect_client(self, client: PbxClient | None) -> None:
        """Whom commands go to from now on; None when signed out."""
        self._client = client

    async def close(self) -> None:
        """Cancel what is under way and wait for its end."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # --- calls ---

    def call(self, number: str, device_id: DeviceId | None = None) -> None:
        """Ring a phone of the user's (None: the usual one), then `number`."""
        self.last_called = number
        phone = device_id or self.usual_phone()
        self._do("call", lambda c: c.call(number, device=phone))

    async def call_and_wait(self, number: str, device_id: DeviceId | None = None) -> CallId:
        """As `call`, for callers that need the answer (scripts, the dial pop-up)."""
        return await self._ready().call(number, device=device_id or self.usual_phone())

    def hang_up(self, call_id: CallId) -> None:
        """End a call."""
        self._do("hang_up", lambda c: c.hang_up(call_id))

    def hold(self, call_id: CallId) -> None:
        """Hold the far end."""
        self._do("hold", lambda c: c.hold(call_id))

    def resume(self, call_id: CallId) -> None:
        """Take it back from hold."""
        self._do("resume", lambda c: c.resume(call_id))

    def transfer(self, call_id: CallId, to: str) -> None:
        """Blind transfer."""
        self._do("transfer", lambda c: c.transfer(call_id, to))

    def join(self, call_id: CallId, other: CallId) -> None:
        """Attended transfer."""
        self._do("transfer", lambda c: c.join(call_id, other))

    def answer(self, call_id: CallId) -> None:
        """Take it at one's own phone: one that leaves a message, or rings where phones can be lifted from here."""
        self._do("answer", lambda c: c.answer(call_id))

    def redirect(self, call_id: CallId, destination: Destination) -> None:
        """Send a ringing call elsewhere."""
        self._do("redirect", lambda c: c.redirect(call_id, destination))

    def pick_up_at(self, user_id: UserId) -> None:
        """Take what rings at a colleague."""
        self._do("pick_up", lambda c: c.pick_up_at(user_id))

    def complete(self, user_id: UserId) -> None:
        """Be connected with a colleague once both are free."""
        self._do("complete", lambda c: c.complete(user_id))

    def give_up(self, completion_id: CompletionId) -> None:
        """Wait for them no longer."""
        self._do("give_up", lambda c: c.give_up(completion_id))

    # --- diversions ---

    def divert_preset(self, preset: str) -> None:
        """Set a quick diversion: a standard word or an own one's id."""
        self.divert(bodies.DiversionRequest(preset=preset))

    def divert(self, request: bodies.DiversionRequest, reply: Reply[object] | None = None) -> None:
        """Set a diversion."""
        self._do("divert", lambda c: c.divert(request), reply)

    async def divert_and_wait(self, request: bodies.DiversionRequest) -> None:
        """As `divert`, for scripts."""
        await self._ready().divert(request)

    def change_diversion(
        self, diversion_id: DiversionId, request: bodies.DiversionRequest, reply: Reply[object] | None = None
    ) -> None:
        """Change one that runs or is to come."""
        self._do("change_diversion", lambda c: c.change_diversion(diversion_id, request), reply)

    def remove_diversion(self, diversion_id: DiversionId) -> None:
        """End or cancel one."""
        self._do("remove_diversion", lambda c: c.remove_diversion(diversion_id))

    def open_phone(self) -> None:
        """End all that run now."""
        self._do("open_phone", lambda c: c.open_phone())

    async def open_phone_and_wait(self) -> None:
        """As `open_phone`, for scripts."""
        await self._ready().open_phone()

    def preview(self, request: bodies.PreviewRequest, reply: Reply[RoutePreview]) -> None:
        """Ask where calls would go; only the answer to the newest question is told."""
        self._ask_newest("preview", lambda c: c.preview(request), reply)

    def add_quick(self, body: bodies.QuickDiversionBody, reply: Reply[object] | None = None) -> None:
        """Make an own quick diversion."""
        self._do("add_quick", lambda c: c.add_quick(body), reply)

    def put_quick(
        self, quick_id: QuickDiversionId, body: bodies.QuickDiversionBody, reply: Reply[object] | None = None
    ) -> None:
        """Change an own quick diversion."""
        self._do("put_quick", lambda c: c.put_quick(quick_id, body), reply)

    def remove_quick(self, quick_id: QuickDiversionId) -> None:
        """Remove an own quick diversion."""
        self._do("remove_quick", lambda c: c.remove_quick(quick_id))

    def save_destination(self, name: str, number: str, reply: Reply[object] | None = None) -> None:
        """Keep a number under a name."""
        self._do("save_destination", lambda c: c.save_destination(name, number), reply)

    def remove_destination(self, destination_id: str) -> None:
        """Forget a saved destination."""
        self._do("remove_destination", lambda c: c.remove_destination(destination_id))

    def save_forwarding(self, body: bodies.ForwardingBody, reply: Reply[object] | None = None) -> None:
        """Set CFB, CFNR, CFNRc."""
        self._do("save_forwarding", lambda c: c.save_forwarding(body), reply)

    def save_exceptions(
        self,
        reply: Reply[object] | None = None,
        *,
        numbers: list[str] | None = None,
        usual: list[Passing] | None = None,
    ) -> None:
        """Who gets through: the user's list, and the exceptions of diversions that name none; None leaves one."""
        self._do("save_exceptions", lambda c: c.save_exceptions(numbers=numbers, usual=usual), reply)

    def save_number_shown(self, body: NumberShownBody, reply: Reply[object] | None = None) -> None:
        """Which number whoever is called sees."""
        self._do("save_number_shown", lambda c: c.save_number_shown(body), reply)

    def fetch_blocked(self, reply: Reply[BlockingView]) -> None:
        """Whom the user doesn't let in."""
        self._ask("fetch_blocked", lambda c: c.blocked(), reply)

    def save_blocked(self, body: BlockingBody, reply: Reply[BlockingView]) -> None:
        """Set it; reply gets it as the service has read it."""
        self._ask("save_blocked", lambda c: c.save_blocked(body), reply)

    def log_in_to_group(self, group_id: GroupId) -> None:
        """Be rung by a group again."""
        self._do("log_in_to_group", lambda c: c.log_in_to_group(group_id))

    def log_out_of_group(self, group_id: GroupId) -> None:
        """Be rung by a group no longer."""
        self._do("log_out_of_group", lambda c: c.log_out_of_group(group_id))

    # --- messages and history ---

    def mark_message(self, message_id: MessageId, *, read: bool | None = None, kept: bool | None = None) -> None:
        """Mark read or unread, keep or let go."""
        self._do("mark_message", lambda c: c.mark_message(message_id, read=read, kept=kept))

    def delete_message(self, message_id: MessageId) -> None:
        """Delete for good; the view has offered its undo before."""
        self._do("delete_message", lambda c: c.delete_message(message_id))

    def fetch_recording(self, message_id: MessageId, reply: Reply[bytes]) -> None:
        """A voicemail's WAV."""
        self._ask("fetch_recording", lambda c: c.recording(message_id), reply)

    def fetch_history(self, before: datetime | None, reply: Reply[list[CallRecord]]) -> None:
        """Older call records."""
        self._ask("fetch_history", lambda c: c.history(before=before), reply)

    # --- own settings on the server ---

    def set_favourites(self, user_ids: list[UserId]) -> None:
        """All favourites in their order."""
        self._do("set_favourites", lambda c: c.set_favourites(user_ids))

    def change_password(self, current: str, new: str, reply: Reply[object]) -> None:
        """Reply gets None when it was changed."""
        self._ask("change_password", lambda c: c.change_password(current, new), reply)

    def sessions(self, reply: Reply[list[SessionListing]]) -> None:
        """Where the user is signed in."""
        self._ask("sessions", lambda c: c.sessions(), reply)

    def end_session(self, session_id: str, reply: Reply[object]) -> None:
        """Sign another device out; reply gets None when it is."""
        self._ask("end_session", lambda c: c.end_session(session_id), reply)

    def save_voicemail(self, body: bodies.VoicemailBody, reply: Reply[object] | None = None) -> None:
        """Set how OneVoicemail meets callers."""
        self._do("save_voicemail", lambda c: c.save_voicemail(body), reply)

    def fetch_greeting(self, reply: Reply[bytes]) -> None:
        """WAV of what a caller would hear now."""
        self._ask("fetch_greeting", lambda c: c.greeting(), reply)

    # --- administration ---

    def ask(self, name: str, verb: Callable[[PbxClient], Awaitable[T]], reply: Reply[T]) -> None:
        """Any verb of the client whose answer one view alone needs (administration pages)."""
        self._ask(name, verb, reply)

    # --- how ---

    def _ready(self) -> PbxClient:
        if self._client is None:
            raise ServerAway
        return self._client

    def _do(
        self, name: str, verb: Callable[[PbxClient], Awaitable[object]], reply: Reply[object] | None = None
    ) -> None:
        async def carry_out() -> None:
            try:
                result = await self._proved(verb)
            except OnePresenceError as exc:
                if reply is not None:
                    reply(exc)
                self.failed.emit(name, exc)
                return
            if reply is not None:
                reply(result)
            self.done.emit(name, result)

        self._start(name, carry_out())

    def _ask(self, name: str, verb: Callable[[PbxClient], Awaitable[T]], reply: Reply[T]) -> None:
        async def carry_out() -> None:
            try:
                answer: T | OnePresenceError = await self._proved(verb)
            except OnePresenceError as exc:
                answer = exc
            reply(answer)

        self._start(name, carry_out())

    async def _proved(self, verb: Callable[[PbxClient], Awaitable[T]]) -> T:
        """What the verb answers; where the password is needed first, and the user gives it, at the second time."""
        client = self._ready()
        try:
            return await verb(client)
        except PasswordNeeded:
            if not await self.prove(client) or self._client is not client:
                raise
            return await verb(client)

    def _ask_newest(self, name: str, verb: Callable[[PbxClient], Awaitable[T]], reply: Reply[T]) -> None:
        turn = self._newest.get(name, 0) + 1
        self._newest[name] = turn

        def if_newest(answer: T | OnePresenceError) -> None:
            if self._newest[name] == turn:
                reply(answer)

        self._ask(name, verb, if_newest)

    def _start(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work, name=f"action {name}")
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (exc := task.exception()) is not None:
            log.error("%s failed unexpectedly", task.get_name(), exc_info=exc)
            self.failed.emit(task.get_name().removeprefix("action "), OnePresenceError())
