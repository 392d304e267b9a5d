"""The verbs of an employee's day: schedules, the day board, holidays, history, messages, contacts."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from onepresence_desktop.client.requests import Requests
from onepresence_desktop.domain.calls import CallRecord, Direction
from onepresence_desktop.domain.meetings import CalendarId
from onepresence_desktop.domain.messaging import SentId, StandardMessageId
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.domain.pictures import PictureKind
from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.domain.shared_calls import SharedCallId, SharedState
from onepresence_desktop.wire import bodies, routes, views
from onepresence_desktop.wire.calendar_words import CalendarWordsBody, CalendarWordsView
from onepresence_desktop.wire.calendars import CalendarPatch, CalendarView
from onepresence_desktop.wire.caller_card import LastContactView
from onepresence_desktop.wire.contacts import ContactChanges, ContactView, ImportReport
from onepresence_desktop.wire.directories import DirectoryPersonView
from onepresence_desktop.wire.holidays import HolidayView
from onepresence_desktop.wire.messaging import MessageAccepted, SentMessageView, StandardMessageView
from onepresence_desktop.wire.shared_calls import SharedCallPatch, SharedCallView


class EmployeeVerbs(Requests):
    """What one does beside calls and diversions of the moment."""

    # --- schedules ---

    async def schedules(self) -> list[views.ScheduleView]:
        """The caller's recurring absences, oldest first."""
        return await self._ask(list[views.ScheduleView], "GET", routes.MY_SCHEDULES)

    async def add_schedule(self, body: bodies.ScheduleBody) -> views.ScheduleView:
        """Make one. Raises `Invalid`, `RouteLoop`, `DeadEnd`."""
        return await self._ask(views.ScheduleView, "POST", routes.MY_SCHEDULES, body)

    async def change_schedule(self, schedule_id: ScheduleId, body: bodies.ScheduleBody) -> views.ScheduleView:
        """Change one; what isn't given stays."""
        return await self._ask(views.ScheduleView, "PATCH", routes.path(routes.MY_SCHEDULE, schedule_id), body)

    async def remove_schedule(self, schedule_id: ScheduleId) -> None:
        """Stop one."""
        await self._do("DELETE", routes.path(routes.MY_SCHEDULE, schedule_id))

    async def occurrences(self, start: datetime, end: datetime) -> views.OccurrencesView:
        """All absences of a window, 400 days at most, and which counts when."""
        return await self._ask(views.OccurrencesView, "GET", routes.MY_OCCURRENCES, params=_window(start, end))

    async def day_board(self, start: datetime, end: datetime) -> views.DayBoardView:
        """Everyone's days of a window, fourteen at most."""
        return await self._ask(views.DayBoardView, "GET", routes.DAY_BOARD, params=_window(start, end))

    # --- missed calls of one's groups ---

    async def shared_calls(self) -> list[SharedCallView]:
        """Open, in hand, and done within a day; oldest first. They stand in the mirror, too."""
        return await self._ask(list[SharedCallView], "GET", routes.SHARED_CALLS)

    async def take_shared_call(self, item_id: SharedCallId) -> SharedCallView:
        """Take one in hand. Raises `Conflict` (taken) when another member has it."""
        return await self._change_shared_call(item_id, SharedCallPatch(state=SharedState.TAKEN))

    async def open_shared_call(self, item_id: SharedCallId) -> SharedCallView:
        """Give back what one has, or open again what is done."""
        return await self._change_shared_call(item_id, SharedCallPatch(state=SharedState.OPEN))

    async def finish_shared_call(self, item_id: SharedCallId) -> SharedCallView:
        """It is done."""
        return await self._change_shared_call(item_id, SharedCallPatch(state=SharedState.DONE))

    async def note_shared_call(self, item_id: SharedCallId, memo: str, before: str) -> SharedCallView:
        """Write its memo over the one that was read. Raises `Conflict` (changed, by) when another stands there."""
        return await self._change_shared_call(item_id, SharedCallPatch(memo=memo, memo_before=before))

    async def shared_recording(self, item_id: SharedCallId) -> bytes:
        """WAV of the voicemail that was left."""
        return (await self._send("GET", routes.path(routes.SHARED_CALL_RECORDING, item_id))).content

    async def _change_shared_call(self, item_id: SharedCallId, patch: SharedCallPatch) -> SharedCallView:
        return await self._ask(SharedCallView, "PATCH", routes.path(routes.SHARED_CALL, item_id), patch)

    # --- pictures of people ---

    async def picture(self, user_id: UserId) -> bytes:
        """A colleague's, as it was sent: PNG or JPEG. Raises `NotFound`."""
        return (await self._send("GET", routes.path(routes.PERSON_PICTURE, user_id))).content

    async def save_own_picture(self, data: bytes, kind: PictureKind) -> None:
        """Set one's own. Raises `Invalid` (picture)."""
        await self._upload("PUT", routes.MY_PICTURE, data, kind.value)

    async def remove_own_picture(self) -> None:
        """Initials again."""
        await self._do("DELETE", routes.MY_PICTURE)

    async def remove_picture(self, user_id: UserId) -> None:
        """Take somebody's away (administrators)."""
        await self._do("DELETE", routes.path(routes.PERSON_PICTURE, user_id))

    # --- who calls ---

    async def last_contacts(self, number: str) -> list[LastContactView]:
        """Who of the company spoke last with a number; own calls alone to who may not see others'."""
        return await self._ask(list[LastContactView], "GET", routes.LAST_CONTACTS, params={"number": number})

    # --- holidays ---

    async def holidays(self, year: int) -> list[HolidayView]:
        """Public holidays of a year as the company keeps them."""
        return await self._ask(list[HolidayView], "GET", routes.HOLIDAYS, params={"year": str(year)})

    # --- history and profile ---

    async def calls(
        self,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        kind: Direction | None = None,
        query: str = "",
        before: datetime | None = None,
    ) -> list[CallRecord]:
        """Call records that are wanted, newest first, 200 at most; `before` for older ones."""
        params = _calls(start, end, kind, query) | ({"before": before.isoformat()} if before is not None else {})
        return await self._ask(list[CallRecord], "GET", routes.MY_CALLS, params=params)

    async def export_calls(
        self,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        kind: Direction | None = None,
        query: str = "",
    ) -> bytes:
        """All that are wanted, as CSV."""
        params = _calls(start, end, kind, query)
        return (await self._send("GET", routes.MY_CALLS_EXPORT, params=params)).content

    async def change_me(self, body: bodies.MePatch) -> views.MeView:
        """Change one's own mobile, language, working hours. Raises `Invalid`."""
        return await self._ask(views.MeView, "PATCH", routes.ME, body)

    async def change_own_device(self, device_id: DeviceId, body: bodies.RingPatch) -> views.MeView:
        """Change when one's own phone rings. Raises `NotFound`."""
        return await self._ask(views.MeView, "PATCH", routes.path(routes.MY_DEVICE, device_id), body)

    # --- text messages ---

    async def send_message(self, body: bodies.MessageBody) -> MessageAccepted:
        """Send a text; answered once it is on disk. Raises `Invalid`, `NotFound` (a colleague)."""
        return await self._ask(MessageAccepted, "POST", routes.SEND_MESSAGE, body)

    async def sent_messages(self) -> list[SentMessageView]:
        """One's own, newest first, with the state for each recipient."""
        return await self._ask(list[SentMessageView], "GET", routes.MY_SENT)

    async def send_again(self, sent_id: SentId) -> SentMessageView:
        """Try once more what has failed of one; how it stands then. Raises `NotFound`."""
        return await self._ask(SentMessageView, "POST", routes.path(routes.SENT_AGAIN, sent_id))

    async def standard_messages(self) -> list[StandardMessageView]:
        """The texts that the company keeps."""
        return await self._ask(list[StandardMessageView], "GET", routes.STANDARD_MESSAGES)

    async def add_standard_message(self, text: str) -> StandardMessageView:
        """Keep a text for all. Raises `Forbidden`."""
        body = bodies.StandardMessageBody(text=text)
        return await self._ask(StandardMessageView, "POST", routes.STANDARD_MESSAGES, body)

    async def change_standard_message(self, standard_id: StandardMessageId, text: str, version: str | None) -> None:
        """Another text in its place (receptionists and administrators). Raises `Conflict` (changed)."""
        body = bodies.StandardMessageBody(text=text, version=version)
        await self._ask(StandardMessageView, "PUT", routes.path(routes.STANDARD_MESSAGE, standard_id), body)

    async def remove_standard_message(self, standard_id: StandardMessageId, version: str | None = None) -> None:
        """Drop one. Raises `Forbidden`."""
        params = {"version": version} if version is not None else None
        await self._do("DELETE", routes.path(routes.STANDARD_MESSAGE, standard_id), params=params)

    # --- contacts; shared: the company's instead of one's own ---

    async def contacts(self, query: str = "", *, shared: bool = False) -> list[ContactView]:
        """By name; with a query those that it finds."""
        params = {"q": query} if query else None
        return await self._ask(list[ContactView], "GET", _contacts(shared), params=params)

    async def contact_changes(self, since: int = 0, *, shared: bool = False) -> ContactChanges:
        """What changed after a version, some of it at a time; everything for one that isn't known."""
        return await self._ask(ContactChanges, "GET", f"{_contacts(shared)}/changes", params={"since": str(since)})

    async def add_contact(self, body: bodies.ContactBody, *, shared: bool = False) -> ContactView:
        """Make one. Raises `Invalid`, `Forbidden` (shared), `Conflict`."""
        return await self._ask(ContactView, "POST", _contacts(shared), body)

    async def change_contact(
        self, contact_id: ContactId, body: bodies.ContactBody, *, shared: bool = False
    ) -> ContactView:
        """Change one, or its star; what isn't given stays."""
        return await self._ask(ContactView, "PATCH", f"{_contacts(shared)}/{contact_id}", body)

    async def search_directory(self, query: str) -> list[DirectoryPersonView]:
        """People of the company's directories that a text finds, 50 at most."""
        return await self._ask(list[DirectoryPersonView], "GET", routes.DIRECTORY, params={"q": query})

    async def remove_contact(self, contact_id: ContactId, *, shared: bool = False) -> None:
        """Delete one."""
        await self._do("DELETE", f"{_contacts(shared)}/{contact_id}")

    async def import_contacts(
        self, data: bytes, kind: str, *, dry_run: bool, shared: bool = False, **how: str
    ) -> ImportReport:
        """Contacts of a file; kind: text/vcard or text/csv; how: `conflicts`, `columns`, `decisions`."""
        params = {"dry_run": "1" if dry_run else "0", **how}
        answer = await self._upload("POST", f"{_contacts(shared)}/import", data, kind, params=params)
        return self._read(answer, ImportReport)

    async def export_contacts(self, form: Literal["vcard", "csv"], *, shared: bool = False) -> bytes:
        """All of them in one file."""
        return (await self._send("GET", f"{_contacts(shared)}/export", params={"format": form})).content

    # --- calendars ---

    async def my_calendars(self) -> list[CalendarView]:
        """Where the user's calendars are, what they do, and which one may divert."""
        return await self._ask(list[CalendarView], "GET", routes.MY_CALENDARS)

    async def change_calendar(self, calendar_id: CalendarId, patch: CalendarPatch) -> list[CalendarView]:
        """What meetings do, what colleagues read, and whether it may divert; all of them. Raises `NotFound`."""
        where = routes.path(routes.MY_CALENDAR_OF, calendar_id)
        return await self._ask(list[CalendarView], "PATCH", where, patch)

    async def calendar_words(self) -> CalendarWordsView:
        """Whether entries become absences by their words, and by which."""
        return await self._ask(CalendarWordsView, "GET", routes.MY_CALENDAR_WORDS)

    async def save_calendar_words(self, body: CalendarWordsBody) -> CalendarWordsView:
        """Switch it on or off, with one's own words. Raises `Invalid`."""
        return await self._ask(CalendarWordsView, "PUT", routes.MY_CALENDAR_WORDS, body)


def _calls(start: datetime | None, end: datetime | None, kind: Direction | None, query: str) -> dict[str, str]:
    given = {"from": start.isoformat() if start else "", "to": end.isoformat() if end else "", "kind": kind or ""}
    return {name: value for name, value in {**given, "q": query}.items() if value}


def _contacts(shared: bool) -> str:
    return routes.CONTACTS if shared else routes.MY_CONTACTS


def _window(start: datetime, end: datetime) -> dict[str, str]:
    return {"from": start.isoformat(), "to": end.isoformat()}
