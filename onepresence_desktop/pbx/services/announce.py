"""Facts to events: who hears of what. The one place that decides the audience of each event (spec 1.6, 3.2)."""

from __future__ import annotations

from typing import Any, TypeVar

from onepresence_desktop.domain.calls import Call, CallId, CallState
from onepresence_desktop.domain.events import (
    CallChanged,
    CallRecorded,
    CompletionChanged,
    ContactsChanged,
    DeviceStateChanged,
    DiversionsChanged,
    Fact,
    FindingsChanged,
    GroupChanged,
    HolidaysChanged,
    ManyAtOnce,
    MeetingsChanged,
    MessageChanged,
    MessageRemoved,
    ParkedChanged,
    PeopleChanged,
    QueueChanged,
    ReceptionDayChanged,
    Rewritten,
    ScheduleChanged,
    ScheduleRemoved,
    SessionEnded,
    SettingsChanged,
    SharedCallChanged,
    WhySignedOut,
    WorkBeganOrEnded,
)
from onepresence_desktop.domain.people import CustomerId, Role, User, UserId
from onepresence_desktop.domain.reception import attends
from onepresence_desktop.domain.shared_calls import SharedCallId
from onepresence_desktop.pbx.event_ring import frame
from onepresence_desktop.pbx.event_stream import EventStream
from onepresence_desktop.pbx.ports import Clock
from onepresence_desktop.pbx.services import reception_views, views
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.calls import CallView
from onepresence_desktop.wire.completions import CompletionRemoved
from onepresence_desktop.wire.groups import GroupRemoved, GroupView
from onepresence_desktop.wire.messages import MessageRemoved as MessageGone
from onepresence_desktop.wire.parking import ParkedRemoved
from onepresence_desktop.wire.people import PersonRemoved
from onepresence_desktop.wire.reception import QueuedCallRemoved
from onepresence_desktop.wire.reception_notes import ReceptionNote
from onepresence_desktop.wire.schedules import ScheduleRemoved as ScheduleGone
from onepresence_desktop.wire.sessions import SignedOut
from onepresence_desktop.wire.shared_calls import SharedCallRemoved
from onepresence_desktop.wire.slices import Audience
from onepresence_desktop.wire.stream import NAMES, Event, slice_of

K = TypeVar("K")

SIGNED_OUT_BY = {why: frame("signed_out", "", codec.encode(SignedOut(reason=why.value))) for why in WhySignedOut}
SIGNED_OUT = SIGNED_OUT_BY[WhySignedOut.ENDED]
"""A session's last event; it has no id, for there is nothing to resume."""


class Announcer:
    """An `EventSink` that reads the state a fact speaks of and tells it to those who may know."""

    def __init__(self, live: LiveState, stream: EventStream, clock: Clock) -> None:
        self._live = live
        self._stream = stream
        self._clock = clock
        self._notes: dict[UserId, str] = {}

    def start(self) -> None:
        """Take what was loaded as known; nothing is told, for nobody is connected yet."""
        for company in self._live.companies.values():
            self._take_in(company)

    def publish(self, fact: Fact) -> None:
        """Tell a fact."""
        match fact:
            case CallChanged(call):
                self._call(self._live.company(call.customer_id), call)
                return
            case DeviceStateChanged(customer_id, user_id):
                company = self._live.company(customer_id)
                if (user := company.dial_plan.users.get(user_id)) is not None:
                    self._presence(company, user)
                    self._me(company, user)
                return
            case MessageChanged(customer_id, message):
                self._tell(customer_id, message, message.user_id)
                return
            case MessageRemoved(customer_id, user_id, message_id):
                self._tell(customer_id, MessageGone(id=message_id), user_id)
                return
            case CallRecorded(customer_id, record):
                self._tell(customer_id, record, record.user_id)
                return
            case ScheduleChanged(customer_id, schedule):
                self._tell(customer_id, views.schedule(schedule), schedule.user_id)
                return
            case ScheduleRemoved(customer_id, user_id, schedule_id):
                self._tell(customer_id, ScheduleGone(id=schedule_id), user_id)
                return
            case CompletionChanged(customer_id, user_id, completion_id):
                waiting = self._live.company(customer_id).completions.get(completion_id)
                gone = CompletionRemoved(id=completion_id)
                self._tell(customer_id, views.completion(waiting) if waiting is not None else gone, user_id)
                return
            case ParkedChanged(customer_id, place):
                parked = self._live.company(customer_id).parked.get(place)
                self._tell(customer_id, views.parked(parked) if parked is not None else ParkedRemoved(id=place))
                return
            case QueueChanged(customer_id, call_id):
                self._queued(self._live.company(customer_id), call_id)
                return
            case ReceptionDayChanged(customer_id):
                self._reception_day(self._live.company(customer_id))
                return
            case ManyAtOnce(customer_id, begins):
                self._stream.hold(customer_id, begins=begins)
                return
            case Rewritten(customer_id):
                self._stream.renew(customer_id)
                return
            case HolidaysChanged():
                return
            case ContactsChanged(customer_id, None):
                self._tell(customer_id, views.shared_contacts(self._live.company(customer_id)))
                return
            case FindingsChanged(customer_id):
                self._findings(self._live.company(customer_id))
                return
            case SharedCallChanged(customer_id, item_id):
                self._shared_call(self._live.company(customer_id), item_id)
                return
            case SessionEnded(customer_id, _, session_id, why):
                self._stream.end_session(customer_id, session_id, SIGNED_OUT_BY[why])
                return
            case PeopleChanged(customer_id, user_id):
                self._person_changed(self._live.company(customer_id), user_id)
                return
            case GroupChanged(customer_id, group_id):
                company = self._live.company(customer_id)
                group = company.dial_plan.groups.get(group_id)
                view = views.group(group) if group is not None else None
                self._what_may_be_shown(company, company.groups.get(group_id), view)
                self._tell_difference(customer_id, company.groups, group_id, view, GroupRemoved)
                for item in [i for i in company.shared_calls.values() if i.group_id == group_id]:
                    self._shared_call(company, item.id)
                return
        company = self._live.company(fact.customer_id)
        whose = fact.owner if isinstance(fact, ContactsChanged) else fact.user_id
        user = company.dial_plan.users.get(whose) if whose is not None else None
        if user is None:
            return
        match fact:
            case WorkBeganOrEnded() | MeetingsChanged():
                self._presence(company, user)
            case DiversionsChanged():
                self._presence(company, user)
                self._reception_note(company, user)
                self._tell(company.customer.id, views.diversions(company, user.id, self._clock.now()), user.id)
            case SettingsChanged():
                self._me(company, user)
            case ContactsChanged():
                self._tell(company.customer.id, views.contacts(company, user.id), user.id)

    def _tell(self, customer_id: CustomerId, event: Event, owner: UserId | None = None) -> None:
        """To the audience of the event's slice; `owner` is whose it is where that is one user."""
        which = slice_of(event)
        assert which is not None and (owner is None) is (which.audience is not Audience.OWNER)
        to = which.audience if owner is None else owner
        key = (which.word, which.key(event))
        self._stream.publish(customer_id, NAMES[type(event)], key, codec.encode(event), to)

    def _tell_difference(
        self, customer_id: CustomerId, told: dict[K, Any], key: K, view: Any, removed: type[Any]
    ) -> None:
        """One person or group (None: gone), if it is another than what everyone was told."""
        if view is None:
            if told.pop(key, None) is not None:
                self._tell(customer_id, removed(id=key))
        elif told.get(key) != view:
            told[key] = view
            self._tell(customer_id, view)

    def _presence(self, company: Company, user: User) -> None:
        view = views.presence(company, user, self._clock.now())
        if company.presence.get(user.id) != view:
            company.presence[user.id] = view
            self._tell(company.customer.id, view)

    def _me(self, company: Company, user: User) -> None:
        own = company.own.get(user.id)
        if own is not None:
            self._tell(company.customer.id, views.me(company, user, own), user.id)

    def _what_may_be_shown(self, company: Company, before: GroupView | None, now: GroupView | None) -> None:
        """A group is another, and with it what its members may show; who only logs in or out changes nothing."""
        if before is not None and now is not None and before.logged_out != now.logged_out:
            return
        for user_id in {member for group in (before, now) if group is not None for member in group.members}:
            if (user := company.dial_plan.users.get(user_id)) is not None:
                self._me(company, user)
                if any(group is not None and group.reception for group in (before, now)):
                    self._reconsider(company, user)

    def _reception_note(self, company: Company, user: User) -> None:
        note = views.reception_note(company, user.id, self._clock.now())
        if self._notes.get(user.id, "") == note:
            return
        self._notes[user.id] = note
        self._tell(company.customer.id, ReceptionNote(user_id=user.id, note=note))

    def _findings(self, company: Company) -> None:
        for user in company.dial_plan.users.values():
            if user.role is Role.ADMINISTRATOR:
                self._tell(company.customer.id, views.lasting_findings(company, user), user.id)

    def _shared_call(self, company: Company, item_id: SharedCallId) -> None:
        """To the members of its group; from those who are none any more it is taken away."""
        item = company.shared_calls.get(item_id)
        group = company.dial_plan.groups.get(item.group_id) if item is not None else None
        members = frozenset(group.members) if group is not None else frozenset()
        for user_id in company.shared_with.pop(item_id, frozenset()) - members:
            self._tell(company.customer.id, SharedCallRemoved(id=item_id), user_id)
        if item is None or group is None:
            return
        company.shared_with[item_id] = members
        view = views.shared_call(company, item)
        for user_id in members:
            self._tell(company.customer.id, view, user_id)

    def _queued(self, company: Company, call_id: CallId) -> None:
        """To those who attend to the reception; from those who do no longer it is taken away."""
        one = company.desk.queue.get(call_id)
        told = company.desk.attendants if one is not None else frozenset()
        for user_id in company.desk.told.pop(call_id, frozenset()) - told:
            self._tell(company.customer.id, QueuedCallRemoved(id=call_id), user_id)
        if one is None:
            return
        company.desk.told[call_id] = told
        for user_id in told:
            self._tell(company.customer.id, reception_views.queued(company, one, user_id), user_id)

    def _reception_day(self, company: Company) -> None:
        day = reception_views.reception_day(company, self._clock.now())
        for user_id in company.desk.attendants:
            self._tell(company.customer.id, day, user_id)

    def _call(self, company: Company, call: Call) -> None:
        before = company.call_views.pop(call.id, {})
        current: dict[UserId, CallView] = {}
        if call.state is CallState.ENDED:
            told = {user_id: views.ended(view, call, user_id) for user_id, view in before.items()}
        else:
            users = views.involved(call, company.rang.get(call.id, ()), company.declined.get(call.id, ()))
            current = {user_id: views.call(company, call, user_id) for user_id in users}
            left = {
                user_id: views.ended(view, call, user_id) for user_id, view in before.items() if user_id not in users
            }
            told = current | left
            company.call_views[call.id] = current
        for user_id, view in told.items():
            if before.get(user_id) != view:
                self._tell(company.customer.id, view, user_id)

    def _person_changed(self, company: Company, user_id: UserId) -> None:
        customer_id = company.customer.id
        user = company.dial_plan.users.get(user_id)
        view = views.person(user) if user is not None else None
        self._tell_difference(customer_id, company.people, user_id, view, PersonRemoved)
        if user is None:
            company.presence.pop(user_id, None)
            self._notes.pop(user_id, None)
            for other, own in company.own.items():
                if user_id in own.favourites and other in company.dial_plan.users:
                    self._me(company, company.dial_plan.users[other])
            return
        self._presence(company, user)
        self._reception_note(company, user)
        self._me(company, user)
        self._reconsider(company, user)

    def _reconsider(self, company: Company, user: User) -> None:
        """Whether somebody attends to the reception, and so sees its notes, may be another."""
        receptionist = attends(user, company.dial_plan.reception)
        self._stream.reconsider(company.customer.id, user.id, receptionist=receptionist)

    def _take_in(self, company: Company) -> None:
        now = self._clock.now()
        company.people = {user.id: views.person(user) for user in company.dial_plan.users.values()}
        company.groups = {group.id: views.group(group) for group in company.dial_plan.groups.values()}
        groups = company.dial_plan.groups
        company.shared_with = {i.id: frozenset(groups[i.group_id].members) for i in company.shared_calls.values()}
        for user in company.dial_plan.users.values():
            company.presence[user.id] = views.presence(company, user, now)
            self._notes[user.id] = views.reception_note(company, user.id, now)
