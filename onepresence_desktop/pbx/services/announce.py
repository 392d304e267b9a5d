"""Facts to events: who hears of what. The one place that decides the audience of each event (spec 1.6, 3.2)."""

from __future__ import annotations

from onepresence_desktop.domain.calls import Call, CallState
from onepresence_desktop.domain.events import (
    CallChanged,
    CallRecorded,
    DeviceStateChanged,
    DiversionsChanged,
    Fact,
    MessageChanged,
    MessageRemoved,
    PeopleChanged,
    SessionEnded,
    SettingsChanged,
    WorkBeganOrEnded,
)
from onepresence_desktop.domain.people import CustomerId, GroupId, Role, User, UserId
from onepresence_desktop.pbx.event_ring import Audience, frame
from onepresence_desktop.pbx.event_stream import EventStream
from onepresence_desktop.pbx.ports import Clock
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.office import Company, Office
from onepresence_desktop.wire import codec, events
from onepresence_desktop.wire.views import CallView, GroupView, PersonView, ReceptionNote


class Announcer:
    """An `EventSink` that reads the state a fact speaks of and tells it to those who may know."""

    def __init__(self, office: Office, stream: EventStream, clock: Clock) -> None:
        self._office = office
        self._stream = stream
        self._clock = clock
        self._people: dict[CustomerId, dict[UserId, PersonView]] = {}
        self._groups: dict[CustomerId, dict[GroupId, GroupView]] = {}
        self._notes: dict[UserId, str] = {}

    def start(self) -> None:
        """Take what was loaded as known; nothing is told, for nobody is connected yet."""
        for company in self._office.companies.values():
            self._take_in(company)

    def publish(self, fact: Fact) -> None:
        """Tell a fact."""
        match fact:
            case CallChanged(call):
                self._call(self._office.company(call.customer_id), call)
                return
            case MessageChanged(customer_id, message):
                self._private(customer_id, message.user_id, ("message", message.id), message)
                return
            case MessageRemoved(customer_id, user_id, message_id):
                self._private(customer_id, user_id, ("message", message_id), events.MessageRemoved(id=message_id))
                return
            case CallRecorded(customer_id, record):
                self._private(customer_id, record.user_id, ("record", record.id), record)
                return
            case SessionEnded(customer_id, _, session_id):
                last = frame("signed_out", "", codec.encode(events.SignedOut()))
                self._stream.end_session(customer_id, session_id, last)
                return
            case PeopleChanged(customer_id):
                self._people_changed(self._office.company(customer_id))
                return
        company = self._office.company(fact.customer_id)
        user = company.directory.users.get(fact.user_id)
        if user is None:
            return
        match fact:
            case DeviceStateChanged():
                self._presence(company, user)
                self._me(company, user)
            case WorkBeganOrEnded():
                self._presence(company, user)
            case DiversionsChanged():
                self._presence(company, user)
                self._reception_note(company, user)
                view = views.diversions(company, user.id, self._clock.now())
                self._private(company.customer.id, user.id, "diversions", view)
            case SettingsChanged():
                self._me(company, user)

    def _private(self, customer_id: CustomerId, user_id: UserId, key: object, event: events.Event) -> None:
        name = events.NAMES[type(event)]
        self._stream.publish(customer_id, name, key, codec.encode(event), user_id)

    def _public(self, customer_id: CustomerId, key: object, event: events.Event) -> None:
        self._stream.publish(customer_id, events.NAMES[type(event)], key, codec.encode(event))

    def _presence(self, company: Company, user: User) -> None:
        view = views.presence(company, user, self._clock.now())
        if company.presence.get(user.id) != view:
            company.presence[user.id] = view
            self._public(company.customer.id, ("presence", user.id), view)

    def _me(self, company: Company, user: User) -> None:
        own = company.own.get(user.id)
        if own is not None:
            self._private(company.customer.id, user.id, "me", views.me(company, user, own))

    def _reception_note(self, company: Company, user: User) -> None:
        note = views.reception_note(company, user.id, self._clock.now())
        if self._notes.get(user.id, "") == note:
            return
        self._notes[user.id] = note
        event = ReceptionNote(user_id=user.id, note=note)
        self._stream.publish(
            company.customer.id, "reception_note", ("note", user.id), codec.encode(event), Audience.RECEPTIONISTS
        )

    def _call(self, company: Company, call: Call) -> None:
        before = company.call_views.pop(call.id, {})
        current: dict[UserId, CallView] = {}
        if call.state is CallState.ENDED:
            told = {user_id: views.ended(view, call) for user_id, view in before.items()}
        else:
            users = views.involved(call, company.rang.get(call.id, ()))
            current = {user_id: views.call(company, call, user_id) for user_id in users}
            left = {user_id: views.ended(view, call) for user_id, view in before.items() if user_id not in users}
            told = current | left
            company.call_views[call.id] = current
        for user_id, view in told.items():
            if before.get(user_id) != view:
                self._private(company.customer.id, user_id, ("call", call.id), view)

    def _people_changed(self, company: Company) -> None:
        customer_id = company.customer.id
        people = self._people.get(customer_id, {})
        groups = self._groups.get(customer_id, {})
        now_people = {user.id: views.person(user) for user in company.directory.users.values()}
        now_groups = {group.id: views.group(group) for group in company.directory.groups.values()}
        self._people[customer_id], self._groups[customer_id] = now_people, now_groups
        for user_id in people.keys() - now_people.keys():
            company.presence.pop(user_id, None)
            self._notes.pop(user_id, None)
            self._public(customer_id, ("person", user_id), events.PersonRemoved(id=user_id))
        for user_id, person in now_people.items():
            if people.get(user_id) != person:
                self._public(customer_id, ("person", user_id), person)
        for group_id in groups.keys() - now_groups.keys():
            self._public(customer_id, ("group", group_id), events.GroupRemoved(id=group_id))
        for group_id, group in now_groups.items():
            if groups.get(group_id) != group:
                self._public(customer_id, ("group", group_id), group)
        for user in company.directory.users.values():
            self._presence(company, user)
            self._reception_note(company, user)
            self._me(company, user)
            self._stream.reconsider(customer_id, user.id, receptionist=user.role is Role.RECEPTIONIST)

    def _take_in(self, company: Company) -> None:
        now = self._clock.now()
        customer_id = company.customer.id
        self._people[customer_id] = {user.id: views.person(user) for user in company.directory.users.values()}
        self._groups[customer_id] = {group.id: views.group(group) for group in company.directory.groups.values()}
        for user in company.directory.users.values():
            company.presence[user.id] = views.presence(company, user, now)
            self._notes[user.id] = views.reception_note(company, user.id, now)
