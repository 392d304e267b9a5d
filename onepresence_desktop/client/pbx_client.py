"""One method per verb of the HTTP interface; refusals are raised as the classes the server raised."""

from __future__ import annotations

from datetime import datetime

import msgspec

from onepresence_desktop.client.company_verbs import CompanyVerbs
from onepresence_desktop.client.employee_verbs import EmployeeVerbs
from onepresence_desktop.client.foreign import translated
from onepresence_desktop.client.reception_verbs import ReceptionVerbs
from onepresence_desktop.client.taking_verbs import TakingVerbs
from onepresence_desktop.domain.calls import CallId, CallRecord
from onepresence_desktop.domain.diversion import (
    Destination,
    DiversionId,
    QuickDiversion,
    QuickDiversionId,
    SavedDestination,
)
from onepresence_desktop.domain.errors import ServerAway
from onepresence_desktop.domain.messages import Message, MessageId
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import DeviceId, GroupId, UserId
from onepresence_desktop.domain.preview import RoutePreview
from onepresence_desktop.wire import bodies, routes, views
from onepresence_desktop.wire.blocking import BlockingBody, BlockingView
from onepresence_desktop.wire.number_shown import (
    NumberShownBody,
    NumberShownView,
    NumbersShownBody,
    NumbersShownView,
)
from onepresence_desktop.wire.provisioning import ProvisioningView


class PbxClient(EmployeeVerbs, TakingVerbs, CompanyVerbs, ReceptionVerbs):
    """A connection to one service; `token` is set by `sign_in` or given.

    pin: the server's fingerprint, compared when it was first met; None for a certificate that the system trusts.
    Every method raises an `OnePresenceError`; `ServerAway` when there is no (sensible) answer.
    """

    # --- session ---

    async def sign_in(self, local_number: str, password: str, *, device_name: str = "") -> views.SessionView:
        """Sign in and keep the token."""
        body = bodies.SignIn(local_number=local_number, password=password, device_name=device_name)
        session = await self._ask(views.SessionView, "POST", routes.SESSIONS, body)
        self.token = session.token
        return session

    async def sign_out(self) -> None:
        """End this session on the server and forget the token."""
        await self._do("DELETE", routes.CURRENT_SESSION)
        self.token = None

    async def ask_password_reset(self, local_number: str, by: Way) -> None:
        """Have a code sent to the user's own address. Raises `Throttled`."""
        await self._do("POST", routes.PASSWORD_RESETS, bodies.PasswordResetRequest(local_number=local_number, by=by))

    async def confirm_password_reset(self, local_number: str, code: str, new: str) -> None:
        """Choose a new password by the code. Raises `PasswordRefused`, `WrongCredentials`, `Throttled`."""
        body = bodies.PasswordResetConfirmation(local_number=local_number, code=code, new=new)
        await self._do("POST", routes.PASSWORD_RESET, body)

    async def change_password(self, current: str, new: str) -> None:
        """Raises `PasswordRefused` or `WrongCredentials`."""
        await self._do("PUT", routes.MY_PASSWORD, bodies.PasswordChange(current=current, new=new))

    async def prove(self, password: str) -> None:
        """Give the password again, for what asks for it (`PasswordNeeded`). Raises `WrongCredentials`, `Throttled`."""
        await self._do("POST", routes.MY_PROOF, bodies.Proof(password=password))

    async def sessions(self) -> list[views.SessionListing]:
        """Where the user is signed in."""
        return await self._ask(list[views.SessionListing], "GET", routes.MY_SESSIONS)

    async def end_session(self, session_id: str) -> None:
        """Sign another device out."""
        await self._do("DELETE", routes.path(routes.MY_SESSION, session_id))

    async def healthy(self) -> bool:
        """Whether a OnePresence service answers at the address. Raises `ServerRefused` for one not to be believed."""
        try:
            with translated():
                return (await self.http.get(routes.HEALTH)).status_code == 200
        except ServerAway:
            return False

    async def snapshot(self) -> views.SnapshotView:
        """Everything, once, without following the stream."""
        return await self._ask(views.SnapshotView, "GET", routes.SNAPSHOT)

    # --- diversions ---

    async def diversions(self) -> views.DiversionsView:
        """The caller's own, current and coming."""
        return await self._ask(views.DiversionsView, "GET", routes.MY_DIVERSIONS)

    async def divert(self, request: bodies.DiversionRequest) -> views.StandingView:
        """Set a diversion. Raises `RouteLoop` or `DeadEnd`."""
        return await self._ask(views.StandingView, "POST", routes.MY_DIVERSIONS, request)

    async def change_diversion(self, diversion_id: DiversionId, request: bodies.DiversionRequest) -> views.StandingView:
        """Change one that runs or is to come."""
        return await self._ask(views.StandingView, "PATCH", routes.path(routes.MY_DIVERSION, diversion_id), request)

    async def remove_diversion(self, diversion_id: DiversionId) -> None:
        """End or cancel one."""
        await self._do("DELETE", routes.path(routes.MY_DIVERSION, diversion_id))

    async def open_phone(self) -> None:
        """End all that run now."""
        await self._do("DELETE", routes.MY_DIVERSIONS)

    async def preview(self, request: bodies.PreviewRequest) -> RoutePreview:
        """Where calls would go; nothing is set."""
        return await self._ask(RoutePreview, "POST", routes.MY_DIVERSION_PREVIEW, request)

    async def add_quick(self, body: bodies.QuickDiversionBody) -> QuickDiversion:
        """Make an own quick diversion."""
        return await self._ask(QuickDiversion, "POST", routes.MY_QUICK_DIVERSIONS, body)

    async def put_quick(self, quick_id: QuickDiversionId, body: bodies.QuickDiversionBody) -> QuickDiversion:
        """Change an own quick diversion."""
        return await self._ask(QuickDiversion, "PUT", routes.path(routes.MY_QUICK_DIVERSION, quick_id), body)

    async def remove_quick(self, quick_id: QuickDiversionId) -> None:
        """Remove an own quick diversion."""
        await self._do("DELETE", routes.path(routes.MY_QUICK_DIVERSION, quick_id))

    async def save_destination(self, name: str, number: str) -> SavedDestination:
        """Keep a number under a name."""
        body = bodies.SavedDestinationBody(name=name, number=number)
        return await self._ask(SavedDestination, "POST", routes.MY_DESTINATIONS, body)

    async def remove_destination(self, destination_id: str) -> None:
        """Forget a saved destination."""
        await self._do("DELETE", routes.path(routes.MY_DESTINATION, destination_id))

    async def save_exceptions(
        self, *, numbers: list[str] | None = None, usual: list[Passing] | None = None
    ) -> views.ExceptionsView:
        """Whom diversions let through: the list, and what is usual; None leaves one as it is. Raises `Invalid`."""
        body = bodies.ExceptionsBody(
            numbers=msgspec.UNSET if numbers is None else numbers, usual=msgspec.UNSET if usual is None else usual
        )
        return await self._ask(views.ExceptionsView, "PUT", routes.MY_EXCEPTIONS, body)

    async def save_number_shown(self, body: NumberShownBody) -> NumberShownView:
        """Which number whoever is called sees, on all phones. Raises `Invalid` for what may not be shown."""
        return await self._ask(NumberShownView, "PUT", routes.MY_NUMBER_SHOWN, body)

    async def numbers_shown(self) -> NumbersShownView:
        """Which numbers users may show (administrators)."""
        return await self._ask(NumbersShownView, "GET", routes.COMPANY_NUMBERS_SHOWN)

    async def save_numbers_shown(self, body: NumbersShownBody) -> NumbersShownView:
        """Say so (administrators)."""
        return await self._ask(NumbersShownView, "PUT", routes.COMPANY_NUMBERS_SHOWN, body)

    async def save_forwarding(self, body: bodies.ForwardingBody) -> None:
        """Set CFB, CFNR, CFNRc."""
        await self._do("PUT", routes.MY_FORWARDING, body)

    # --- voicemail and messages ---

    async def save_voicemail(self, body: bodies.VoicemailBody) -> None:
        """Set how OneVoicemail meets callers."""
        await self._do("PUT", routes.MY_VOICEMAIL, body)

    async def greeting(self) -> bytes:
        """WAV of what a caller would hear now."""
        return (await self._send("GET", routes.MY_GREETING)).content

    async def messages(self) -> list[Message]:
        """The inbox, newest first."""
        return await self._ask(list[Message], "GET", routes.MY_MESSAGES)

    async def recording(self, message_id: MessageId) -> bytes:
        """A voicemail's WAV."""
        return (await self._send("GET", routes.path(routes.MY_RECORDING, message_id))).content

    async def mark_message(self, message_id: MessageId, *, read: bool | None = None, kept: bool | None = None) -> None:
        """Mark read or unread, keep or let go; None leaves a mark as it is."""
        body = bodies.MessagePatch(
            read=msgspec.UNSET if read is None else read, kept=msgspec.UNSET if kept is None else kept
        )
        await self._do("PATCH", routes.path(routes.MY_MESSAGE, message_id), body)

    async def delete_message(self, message_id: MessageId) -> None:
        """Delete for good."""
        await self._do("DELETE", routes.path(routes.MY_MESSAGE, message_id))

    async def history(self, *, before: datetime | None = None) -> list[CallRecord]:
        """Call records, newest first, 200 at most; `before` for older ones."""
        params = {"before": before.isoformat()} if before is not None else None
        return await self._ask(list[CallRecord], "GET", routes.MY_CALLS, params=params)

    async def set_favourites(self, user_ids: list[UserId]) -> None:
        """All favourites in their order."""
        await self._do("PUT", routes.MY_FAVOURITES, bodies.FavouritesBody(user_ids=user_ids))

    # --- calls ---

    async def call(self, to: str, *, device: DeviceId | None = None) -> CallId:
        """Ring the user's phone and then `to`. Raises `NumberRefused`, `DeviceNotRegistered`, `NoDevice`."""
        accepted = await self._ask(views.CallAccepted, "POST", routes.CALLS, bodies.CallRequest(to=to, device=device))
        return accepted.call_id

    async def hang_up(self, call_id: CallId) -> None:
        """End a call."""
        await self._do("DELETE", routes.path(routes.CALL, call_id))

    async def hold(self, call_id: CallId) -> None:
        """Put the far end on hold."""
        await self._do("POST", routes.path(routes.CALL_HOLD, call_id))

    async def resume(self, call_id: CallId) -> None:
        """Take it back from hold."""
        await self._do("POST", routes.path(routes.CALL_RESUME, call_id))

    async def transfer(self, call_id: CallId, to: str) -> None:
        """Blind transfer."""
        await self._do("POST", routes.path(routes.CALL_TRANSFER, call_id), bodies.CallTarget(to=to))

    async def join(self, call_id: CallId, other: CallId) -> None:
        """Attended transfer: connect the far ends of two calls."""
        await self._do("POST", routes.path(routes.CALL_TRANSFER, call_id), bodies.CallTarget(call_id=other))

    async def answer(self, call_id: CallId) -> None:
        """Take a call at one's own phone: one that leaves a message, or one that rings, where phones can be lifted."""
        await self._do("POST", routes.path(routes.CALL_ANSWER, call_id))

    async def redirect(self, call_id: CallId, destination: Destination) -> None:
        """Send a call that rings here elsewhere."""
        await self._do("POST", routes.path(routes.CALL_REDIRECT, call_id), bodies.CallRedirect(destination=destination))

    # --- groups, and callers who are not let in ---

    async def log_in_to_group(self, group_id: GroupId) -> None:
        """Be rung by a group again."""
        await self._do("POST", routes.path(routes.GROUP_LOGIN, group_id))

    async def log_out_of_group(self, group_id: GroupId) -> None:
        """Be rung by a group no longer."""
        await self._do("POST", routes.path(routes.GROUP_LOGOUT, group_id))

    async def blocked(self, *, company: bool = False) -> BlockingView:
        """Whom the user doesn't let in, or (administrators) nobody in the company."""
        return await self._ask(BlockingView, "GET", routes.COMPANY_BLOCKED if company else routes.MY_BLOCKED)

    async def save_blocked(self, body: BlockingBody, *, company: bool = False) -> BlockingView:
        """Set it. Raises `Invalid` naming the number that can't be read."""
        return await self._ask(BlockingView, "PUT", routes.COMPANY_BLOCKED if company else routes.MY_BLOCKED, body)

    # --- administration ---

    async def people(self) -> list[views.PersonView]:
        """Everyone, closed ones included."""
        return await self._ask(list[views.PersonView], "GET", routes.PEOPLE)

    async def add_person(self, body: bodies.PersonBody) -> views.PersonCreated:
        """Make a user with the first password."""
        return await self._ask(views.PersonCreated, "POST", routes.PEOPLE, body)

    async def change_person(self, user_id: UserId, body: bodies.PersonBody) -> views.PersonView:
        """Change what the administrator owns."""
        return await self._ask(views.PersonView, "PATCH", routes.path(routes.PERSON, user_id), body)

    async def remove_person(self, user_id: UserId) -> None:
        """Remove a user with all that is his."""
        await self._do("DELETE", routes.path(routes.PERSON, user_id))

    async def reset_password(self, user_id: UserId) -> str:
        """Back to the first password; answers the activation code for use from outside."""
        created = await self._ask(views.PersonCreated, "POST", routes.path(routes.PERSON_PASSWORD, user_id))
        return created.activation_code

    async def person_devices(self, user_id: UserId) -> list[views.DeviceListing]:
        """A user's devices."""
        return await self._ask(list[views.DeviceListing], "GET", routes.path(routes.PERSON_DEVICES, user_id))

    async def add_device(self, user_id: UserId, body: bodies.DeviceBody) -> views.DeviceListing:
        """Give a user a phone."""
        return await self._ask(views.DeviceListing, "POST", routes.path(routes.PERSON_DEVICES, user_id), body)

    async def change_device(self, device_id: DeviceId, body: bodies.DevicePatch) -> views.DeviceListing:
        """Say how a phone's sound goes, and whether it must be encrypted. Raises `Conflict` (no_tls)."""
        return await self._ask(views.DeviceListing, "PATCH", routes.path(routes.DEVICE, device_id), body)

    async def remove_device(self, device_id: DeviceId) -> None:
        """Take a phone away."""
        await self._do("DELETE", routes.path(routes.DEVICE, device_id))

    async def provisioning(self, device_id: DeviceId) -> str:
        """A new address where a desk phone fetches its settings, once. Raises `NotEncrypted`, `Invalid`."""
        answer = await self._ask(ProvisioningView, "POST", routes.path(routes.DEVICE_PROVISIONING, device_id))
        return answer.address

    async def sip_settings(self, device_id: DeviceId) -> views.SipSettings:
        """What to type into the phone; each showing is audited."""
        return await self._ask(views.SipSettings, "GET", routes.path(routes.DEVICE_SIP, device_id))
