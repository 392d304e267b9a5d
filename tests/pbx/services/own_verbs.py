"""Every verb by which a user changes something of their own, or an administrator what the company shares, by name.

Each is given a house of services on one store, and who asks; what it does there is committed by a unit of its own.
"""

from __future__ import annotations

import io
import os
import wave
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.diversion import VOICEMAIL, Reason
from onepresence_desktop.domain.meetings import Reading
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.domain.shared_calls import SharedCallId, SharedState, begun
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.ports import Clock, EventSink
from onepresence_desktop.pbx.services.blocking import BlockingService
from onepresence_desktop.pbx.services.calendar_words import CalendarAbsences
from onepresence_desktop.pbx.services.calendars import CalendarService
from onepresence_desktop.pbx.services.company_calendars import CompanyCalendars
from onepresence_desktop.pbx.services.completions import Completions
from onepresence_desktop.pbx.services.connection_watch import ConnectionWatch
from onepresence_desktop.pbx.services.contact_import import ContactImport, Wanted
from onepresence_desktop.pbx.services.contacts import ContactService
from onepresence_desktop.pbx.services.diversions import DiversionService
from onepresence_desktop.pbx.services.groups import GroupService
from onepresence_desktop.pbx.services.holidays import HolidayService
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.mailbox_pin import MailboxPins
from onepresence_desktop.pbx.services.meetings import MeetingService
from onepresence_desktop.pbx.services.messages import Inbox
from onepresence_desktop.pbx.services.messaging import MessagingService
from onepresence_desktop.pbx.services.outbox import Outbox
from onepresence_desktop.pbx.services.passing import PassingService
from onepresence_desktop.pbx.services.people import PeopleService
from onepresence_desktop.pbx.services.pickup import Pickup
from onepresence_desktop.pbx.services.profile import Profile
from onepresence_desktop.pbx.services.schedules import ScheduleService
from onepresence_desktop.pbx.services.settings import Settings
from onepresence_desktop.pbx.services.shared_calls import SharedCalls
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.pbx.services.spoken import SpokenService
from onepresence_desktop.wire import bodies
from onepresence_desktop.wire.blocking import BlockingBody
from onepresence_desktop.wire.calendars import CalendarBody, CalendarPatch
from onepresence_desktop.wire.holidays import HolidayBody
from onepresence_desktop.wire.shared_calls import SharedCallPatch
from tests.pbx.services.interleaving import CALENDAR
from tests.support.senders import by_way


class Calendars:
    """A calendar without meetings, whose server answers when the test lets it."""

    def __init__(self, pass_: Callable[[str], Awaitable[None]]) -> None:
        self._pass = pass_

    async def meetings(self, *_: object, **__: object) -> Reading:
        await self._pass("calendar")
        return Reading()

    def together(self, _connection: object) -> int:
        return 1

    async def let_go(self, _connection: object) -> None:
        """Nothing is kept."""


class Own:
    """The services of people's own things."""

    def __init__(
        self,
        store: Any,
        live: LiveState,
        people: PeopleService,
        passwords: Any,
        clock: Clock,
        sink: EventSink,
        pass_: Callable[[str], Awaitable[None]],
    ) -> None:
        nothing: Any = None
        self.live = live
        self.holidays = HolidayService(store, live, clock, sink)
        self.schedules = ScheduleService(store, live, self.holidays, clock, sink)
        self.calendar_absences = CalendarAbsences(store, live, clock, sink)
        self.diversions = DiversionService(store, live, clock, sink, self.schedules, self.calendar_absences)
        self.settings = Settings(store, live, clock, sink)
        self.passing = PassingService(store, live, sink)
        self.blocking = BlockingService(store, live, people)
        self.profile = Profile(people, self.settings)
        self.inbox = Inbox(store, nothing, nothing, live, sink)
        self.contacts = ContactService(store, live, clock, sink)
        self.contact_import = ContactImport(self.contacts, live, clock)
        self.messaging = MessagingService(store, live, Outbox(store, by_way({}), clock), clock, sink)
        companys = CompanyCalendars(ConnectionWatch(live, {}, (), clock))
        meetings = MeetingService(store, live, Calendars(pass_), companys, clock, sink)  # type: ignore[arg-type]
        self.calendars = CalendarService(store, live, meetings, clock)
        self.pins = MailboxPins(store, live, passwords, clock, sink)
        self.spoken = SpokenService(store, live, nothing, sink, Path(os.devnull))
        self.pickup = Pickup(store, live, nothing, nothing, clock)
        self.completions = Completions(store, live, nothing, clock, sink)
        self.shared_calls = SharedCalls(store, live, nothing, clock, sink)
        self.groups = GroupService(people, live)

    async def share_a_call(self, company: Company, members: Iterable[UserId], now: datetime) -> None:
        """A group of these people, with a call that nobody took."""
        group = await self.groups.add(company.customer.id, SALES, "Salg", tuple(members), "test")
        item = begun(SHARED, company.customer.id, group.id, "+4533123456", "", now)
        company.shared_calls = {item.id: item}


SALES, SHARED = "1002500", SharedCallId("shared")


def _wav() -> bytes:
    """A second of nothing."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writing:
        writing.setparams((1, 2, 8000, 0, "NONE", ""))
        writing.writeframes(bytes(16_000))
    return file.getvalue()


_NAME = _wav()

Verb = Callable[[Own, Principal], Awaitable[object]]
_QUICK = bodies.QuickDiversionBody(name="Kort", destination=VOICEMAIL, minutes=5)
_FORWARDING = bodies.ForwardingBody(busy=VOICEMAIL, no_reply=VOICEMAIL, no_reply_seconds=20, unreachable=VOICEMAIL)
_VOICEMAIL = bodies.VoicemailBody(language="da")
_SCHEDULE = bodies.ScheduleBody(
    start=datetime(2026, 11, 25, 9), duration=timedelta(hours=1), reason=Reason.OTHER, destination=VOICEMAIL
)
_DIVERSION = bodies.DiversionRequest(reason=Reason.LUNCH, duration=timedelta(minutes=30))
_CALENDAR = CalendarBody(kind="ics", address="https://calendar.example/x.ics")  # type: ignore[arg-type]


def _me(verb: Callable[[Own, Any, Any], Awaitable[object]]) -> Verb:
    return lambda own, who: verb(own, who.customer_id, who.user_id)


async def _open(own: Own, who: Principal) -> None:
    await own.diversions.add(who.customer_id, who.user_id, _DIVERSION)
    await own.diversions.open_phone(who.customer_id, who.user_id)


async def _schedule_and_stop(own: Own, who: Principal) -> None:
    made = await own.schedules.add(who.customer_id, who.user_id, _SCHEDULE)
    await own.schedules.change(who.customer_id, who.user_id, ScheduleId(made.id), bodies.ScheduleBody(title="Ny"))
    await own.schedules.remove(who.customer_id, who.user_id, ScheduleId(made.id))


async def _contact(own: Own, who: Principal, shared: bool) -> None:
    owner = None if shared else who.user_id
    made = await own.contacts.add(who, owner, bodies.ContactBody(name="Kaj"))
    await own.contacts.change(who, owner, ContactId(made.id), bodies.ContactBody(name="Karl"))
    if not shared:
        await own.contacts.change(who, owner, ContactId(made.id), bodies.ContactBody(favourite=True))
    await own.contacts.remove(who, owner, ContactId(made.id))


async def _holiday(own: Own, who: Principal) -> None:
    await own.holidays.put(who.customer_id, "2026-12-24", HolidayBody(name="Jul"), who)
    await own.holidays.remove(who.customer_id, "2026-12-24", who)


async def _pickup(own: Own, who: Principal) -> None:
    made = await own.pickup.put_group(who.customer_id, "Etage 2", [who.user_id], who)
    await own.pickup.remove_group(who.customer_id, made.id, who)


async def _name(own: Own, who: Principal) -> None:
    await own.spoken.put(who.customer_id, who.user_id, SpokenKind.NAME, _NAME)
    await own.spoken.remove(who.customer_id, who.user_id, SpokenKind.NAME)


async def _pin(own: Own, who: Principal) -> None:
    await own.pins.put(who.customer_id, who.user_id, "7302")
    await own.pins.remove(who.customer_id, who.user_id)


async def _completion(own: Own, who: Principal) -> None:
    others = [user for user in own.live.company(who.customer_id).dial_plan.users if user != who.user_id]
    made = await own.completions.add(who.customer_id, who.user_id, others[0])
    await own.completions.remove(who.customer_id, who.user_id, made.id)


async def _shared_call(own: Own, who: Principal) -> None:
    for state in (SharedState.TAKEN, SharedState.OPEN):
        await own.shared_calls.change(who, SHARED, SharedCallPatch(state=state))


async def _log_out_and_in(own: Own, who: Principal) -> None:
    group = next(iter(own.live.company(who.customer_id).dial_plan.groups.values()))
    await own.groups.log_oneself(who, group.id, out=True)
    await own.groups.log_oneself(who, group.id, out=False)


async def _calendar(own: Own, who: Principal) -> None:
    *_, made = await own.calendars.add(who.customer_id, who.user_id, _CALENDAR, who)
    await own.calendars.put(who.customer_id, who.user_id, made.id, _CALENDAR, who)
    await own.calendars.remove(who.customer_id, who.user_id, CALENDAR, who)


VERBS: dict[str, tuple[frozenset[Role], Verb]] = {
    name: (frozenset(roles), verb)
    for name, roles, verb in (
        ("diversion", Role, _me(lambda own, c, u: own.diversions.add(c, u, _DIVERSION))),
        ("open phone", Role, _open),
        ("quick diversion", Role, _me(lambda own, c, u: own.settings.add_quick(c, u, _QUICK))),
        (
            "destination",
            Role,
            _me(
                lambda own, c, u: own.settings.add_destination(
                    c, u, bodies.SavedDestinationBody(name="Hjem", number="33123456")
                )
            ),
        ),
        ("forwarding", Role, _me(lambda own, c, u: own.settings.put_forwarding(c, u, _FORWARDING))),
        ("voicemail", Role, _me(lambda own, c, u: own.settings.put_voicemail(c, u, _VOICEMAIL))),
        ("favourites", Role, _me(lambda own, c, u: own.settings.put_favourites(c, u, [u]))),
        ("exceptions", Role, _me(lambda own, c, u: own.passing.put(c, u, bodies.ExceptionsBody(numbers=["33123456"])))),
        ("blocked callers", Role, _me(lambda own, c, u: own.blocking.put_mine(c, u, BlockingBody(anonymous=True)))),
        ("profile", Role, lambda own, who: own.profile.change(who, bodies.MePatch(mobile="20304050"))),
        ("schedule", Role, _schedule_and_stop),
        ("read message", Role, _me(lambda own, c, u: own.inbox.mark(c, u, MessageId(f"{u}-1"), bodies.MessagePatch()))),
        ("delete message", Role, _me(lambda own, c, u: own.inbox.remove(c, u, MessageId(f"{u}-1")))),
        ("own calendar", Role, _me(lambda own, c, u: own.calendars.change(c, u, CALENDAR, CalendarPatch()))),
        ("own contact", Role, lambda own, who: _contact(own, who, shared=False)),
        (
            "own import",
            Role,
            lambda own, who: own.contact_import.run(who, who.user_id, b"name\nKaj\n", "csv", Wanted(dry_run=False)),
        ),
        (
            "message",
            Role,
            lambda own, who: own.messaging.send(
                who,
                bodies.MessageBody(to=[bodies.RecipientBody(user_id=who.user_id)], by=[Way.SMS], text="Hej"),
            ),
        ),
        ("shared contact", (Role.ADMINISTRATOR, Role.RECEPTIONIST), lambda own, who: _contact(own, who, shared=True)),
        (
            "standard message",
            (Role.ADMINISTRATOR, Role.RECEPTIONIST),
            lambda own, who: own.messaging.add_standard(
                who.customer_id, bodies.StandardMessageBody(text="Hej"), who
            ),
        ),
        ("mailbox PIN", Role, _pin),
        ("recorded name", Role, _name),
        ("completion", Role, _completion),
        ("shared call", Role, _shared_call),
        ("group log-in", Role, _log_out_and_in),
        ("pickup group", (Role.ADMINISTRATOR,), _pickup),
        ("holiday", (Role.ADMINISTRATOR,), _holiday),
        ("calendar", (Role.ADMINISTRATOR,), _calendar),
    )
}  # fmt: skip
"""Who may, and what is done; of the inbox there is nothing here, so its verbs go as far as their unit."""
