"""How the service's state looks to clients: domain values to views."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from onepresence_desktop.domain.calls import Call, CallState, Party, trace_for
from onepresence_desktop.domain.completion import Completion
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.diversion import (
    DestinationKind,
    Diversion,
    ForwardingDefaults,
    Origin,
    Reason,
    Standing,
    Why,
    effective,
    standings,
)
from onepresence_desktop.domain.meetings import busy_until, running
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.number_shown import ShownChoice, choice, choice_once, choices
from onepresence_desktop.domain.parking import Parked
from onepresence_desktop.domain.passing import PassList
from onepresence_desktop.domain.people import HuntGroup, Role, User, UserId
from onepresence_desktop.domain.presence import Presence, compose
from onepresence_desktop.domain.schedule import Schedule, ScheduleId
from onepresence_desktop.domain.shared_calls import SharedCall
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.services.live_state import Company
from onepresence_desktop.pbx.services.user_settings import UserSettings
from onepresence_desktop.wire import views
from onepresence_desktop.wire.completions import CompletionView
from onepresence_desktop.wire.contacts import ContactsView, SharedContactsView
from onepresence_desktop.wire.doctor import LastingFindings
from onepresence_desktop.wire.number_shown import NumberShownView, ShownChoiceView
from onepresence_desktop.wire.parking import ParkedView
from onepresence_desktop.wire.shared_calls import DeedView, SharedCallView


def customer(company: Company, *, demo: bool) -> views.CustomerView:
    """The company."""
    whose = company.customer
    return views.CustomerView(
        id=whose.id, code=whose.code, name=whose.name, region=whose.region, time_zone=whose.time_zone, demo=demo
    )


def person(user: User) -> views.PersonView:
    """What everyone may know of a user."""
    return views.PersonView(
        id=user.id,
        name=user.name,
        local_number=user.local_number,
        one_number=user.one_number,
        mobile=user.mobile,
        email=user.email,
        title=user.title,
        department=user.department,
        role=user.role,
        closed=user.closed,
        picture=user.picture,
        manager=user.manager,
    )


def group(hunt_group: HuntGroup) -> views.GroupView:
    """A hunt group."""
    return views.GroupView(
        id=hunt_group.id,
        local_number=hunt_group.local_number,
        name=hunt_group.name,
        members=hunt_group.members,
        reception=hunt_group.reception,
        logged_out=hunt_group.logged_out,
    )


def presence(company: Company, user: User, now: datetime) -> views.PresenceView:
    """A user's presence at `now`; `since` is carried over while the composed presence stays the same."""
    devices = tuple(
        views.DeviceView(id=device.id, kind=device.kind, state=company.state_of(device))
        for device in company.devices_of(user.id)
    )
    diversion = effective(company.dial_plan.diversions.get(user.id, ()), now)
    zone = company.customer.zone
    off_work = not user.hours.open_at(now, zone)
    silent = diversion is not None and diversion.reason is Reason.DO_NOT_DISTURB
    meeting, meeting_until = _meeting(company, user, now)
    composed = compose(
        [device.state for device in devices],
        do_not_disturb=silent,
        diverted=diversion is not None and not silent,
        meeting=meeting_until is not None,
        off_work=off_work,
    )
    before = company.presence.get(user.id)
    since = before.since if before is not None and before.presence is composed else now
    return views.PresenceView(
        user_id=user.id,
        presence=composed,
        devices=devices,
        since=since,
        reason=company.privacy.reason(diversion.reason) if diversion is not None else None,
        title=_title(company, diversion),
        until=diversion.ends_at if diversion is not None else None,
        note=diversion.note if diversion is not None else "",
        destination=_number(company, diversion),
        returns_at=_utc(user.hours.next_opening(now, zone)) if composed is Presence.OFF_WORK else None,
        meeting_until=meeting_until,
        meeting=meeting,
    )


def _title(company: Company, diversion: Diversion | None) -> str:
    """The name of an own quick diversion, unless it would say what the reason doesn't."""
    if diversion is None or company.privacy.reason(diversion.reason) is not diversion.reason:
        return ""
    return diversion.title


def _meeting(company: Company, user: User, now: datetime) -> tuple[str, datetime | None]:
    """What colleagues read of a meeting under way, and when it ends."""
    meetings = company.meetings.get(user.id, ())
    under_way = running(meetings, now, out_of_office=True)
    return under_way.subject if under_way is not None else "", busy_until(meetings, now, out_of_office=True)


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment is not None else None


def _number(company: Company, diversion: Diversion | None) -> str:
    if diversion is None:
        return ""
    if diversion.destination.kind is DestinationKind.RECEPTION:
        reception = company.dial_plan.reception
        return reception.local_number if reception is not None else ""
    return diversion.destination.number or ""


def standing(place: Standing) -> views.StandingView:
    """One of the owner's diversions."""
    diversion = place.diversion
    return views.StandingView(
        id=diversion.id,
        reason=diversion.reason,
        starts_at=diversion.starts_at,
        until=diversion.ends_at,
        destination=diversion.destination,
        note=diversion.note,
        reception_note=diversion.reception_note,
        origin=diversion.origin,
        preset=diversion.preset,
        title=diversion.title,
        why=place.why,
        destination_internal=diversion.destination_internal,
        exceptions=list(diversion.exceptions) if diversion.exceptions is not None else None,
    )


def diversions(company: Company, user_id: UserId, now: datetime) -> views.DiversionsView:
    """All of the owner's diversions with their standing."""
    places = standings(company.dial_plan.diversions.get(user_id, ()), now)
    counts = next((place.diversion.id for place in places if place.why is Why.EFFECTIVE), None)
    return views.DiversionsView(
        current=[standing(place) for place in places if place.why is not Why.COMING],
        coming=[standing(place) for place in places if place.why is Why.COMING],
        counts=counts,
    )


def schedule(of: Schedule) -> views.ScheduleView:
    """A recurring absence of the owner's."""
    return views.ScheduleView(
        id=of.id,
        title=of.title,
        rrule=of.rrule,
        start=of.start,
        duration=of.duration,
        time_zone=of.zone,
        exdates=of.exdates,
        skip_holidays=of.skip_holidays,
        reason=of.reason,
        destination=of.destination,
        note=of.note,
        reception_note=of.reception_note,
    )


def occurrence(of: Diversion) -> views.OccurrenceView:
    """One of the owner's absences."""
    by_rule = of.origin is Origin.SCHEDULE
    return views.OccurrenceView(
        id=of.id,
        schedule_id=ScheduleId(of.id.partition("@")[0]) if by_rule else None,
        origin=of.origin,
        reason=of.reason,
        title=of.title,
        starts_at=of.starts_at,
        until=of.ends_at,
        destination=of.destination,
        note=of.note,
        reception_note=of.reception_note,
    )


def reception_note(company: Company, user_id: UserId, now: datetime) -> str:
    """The text for receptionists of the diversion that counts, or ""."""
    diversion = effective(company.dial_plan.diversions.get(user_id, ()), now)
    return diversion.reception_note if diversion is not None else ""


def exceptions(own: PassList) -> views.ExceptionsView:
    """Whom a user lets through."""
    return views.ExceptionsView(numbers=list(own.numbers), usual=list(own.usual))


def number_shown(plan: DialPlan, user: User) -> NumberShownView:
    """What those outside see of a user's calls, and what they may choose."""

    def seen(one: ShownChoice) -> ShownChoiceView:
        return ShownChoiceView(kind=one.kind, number=one.number, name=one.name)

    once, every = choice_once(plan, user), [seen(one) for one in choices(plan, user)]
    return NumberShownView(shown=seen(choice(plan, user)), choices=every, once=seen(once) if once is not None else None)


def me(company: Company, user: User, own: UserSettings) -> views.MeView:
    """All about the caller that isn't live."""
    forwarding = company.dial_plan.defaults.get(user.id, ForwardingDefaults())
    return views.MeView(
        id=user.id,
        name=user.name,
        local_number=user.local_number,
        role=user.role,
        language=user.language,
        one_number=user.one_number,
        mobile=user.mobile,
        email=user.email,
        title=user.title,
        department=user.department,
        hours=user.hours,
        devices=[
            views.OwnDeviceView(
                id=device.id,
                kind=device.kind,
                name=device.name,
                state=company.state_of(device),
                number=device.number,
                ring_after=device.ring_after,
                ring_in_hours=device.ring_in_hours,
            )
            for device in company.devices_of(user.id)
        ],
        favourites=[favourite for favourite in own.favourites if favourite in company.dial_plan.users],
        forwarding=replace(forwarding, call_waiting=forwarding.waits(user.role)),
        voicemail=company.dial_plan.voicemail.get(user.id, VoicemailOptions()),
        mailbox_seconds=company.mailbox_seconds,
        mailbox_pin=own.mailbox_pin,
        spoken_name=_seconds(own, SpokenKind.NAME),
        own_greeting=_seconds(own, SpokenKind.GREETING),
        quick=list(own.quick),
        destinations=list(own.destinations),
        exceptions=exceptions(company.dial_plan.passing.get(user.id, PassList())),
        number_shown=number_shown(company.dial_plan, user),
    )


def shared_call(company: Company, item: SharedCall) -> SharedCallView:
    """A missed call of a group, as its members see it."""
    found = company.dial_plan.find(item.number) if item.number else None
    name = found.name if found is not None else company.caller_name(None, item.number, "")
    return SharedCallView(
        id=item.id,
        group_id=item.group_id,
        number=item.number,
        name=name or item.name,
        state=item.state,
        tries=item.tries,
        first_at=item.first_at,
        last_at=item.last_at,
        taken_by=item.taken_by,
        taken_at=item.taken_at,
        done_at=item.done_at,
        memo=item.memo,
        voicemail=item.message_id is not None,
        deeds=[DeedView(at=entry.at, deed=entry.deed, by=entry.by) for entry in item.deeds],
    )


def shared_calls(company: Company, user_id: UserId) -> list[SharedCallView]:
    """The missed calls of the groups that somebody is a member of, oldest first."""
    mine = {group.id for group in company.dial_plan.groups.values() if user_id in group.members}
    return [shared_call(company, item) for item in company.shared_calls.values() if item.group_id in mine]


def _seconds(own: UserSettings, kind: SpokenKind) -> float:
    spoken = own.spoken.get(kind)
    return spoken.seconds if spoken is not None else 0.0


def completion(of: Completion) -> CompletionView:
    """A wish to be connected as its owner sees it."""
    return CompletionView(id=of.id, user_id=of.target, since=of.since, until=of.until, phones_only=of.phones_only)


def parked(of: Parked) -> ParkedView:
    """A parked call as everyone sees it."""
    return ParkedView(
        id=of.id, call_id=of.call_id, by=of.by, number=of.number, name=of.name, since=of.since, until=of.until
    )


def call(company: Company, of: Call, user_id: UserId) -> views.CallView:
    """A call as one of its users sees it."""
    outgoing = of.caller.user_id == user_id
    mine, other = (of.caller, of.callee) if outgoing else (of.callee, of.caller.shown())
    return views.CallView(
        id=of.id,
        state=of.state,
        outgoing=outgoing,
        number=other.number,
        name=company.caller_name(user_id, other.number, other.name),
        user_id=other.user_id,
        device_id=mine.device_id,
        dialled=of.dialled,
        started_at=of.started_at,
        answered_at=of.answered_at,
        cause=of.cause,
        diverted_from=tuple(_name(company, number) for number in of.diverted_from),
        trace=trace_for(of.trace, user_id),
    )


def contacts(company: Company, user_id: UserId) -> ContactsView:
    """How a user's contacts and stars stand; call it with their own things in memory."""
    book, own = company.contacts.get(user_id), company.own.get(user_id)
    stars = list(own.favourite_contacts) if own is not None else []
    return ContactsView(version=book.version if book is not None else 0, favourites=stars)


def shared_contacts(company: Company) -> SharedContactsView:
    """How the company's contacts stand."""
    book = company.contacts.get(None)
    version = book.version if book is not None else 0
    return SharedContactsView(version=version, directories=bool(company.directories))


def ended(view: views.CallView, of: Call, user_id: UserId) -> views.CallView:
    """The last word on a call for someone who is no longer in it."""
    return views.CallView(
        id=view.id,
        state=CallState.ENDED,
        outgoing=view.outgoing,
        number=view.number,
        name=view.name,
        user_id=view.user_id,
        device_id=view.device_id,
        dialled=view.dialled,
        started_at=view.started_at,
        answered_at=view.answered_at,
        cause=of.cause,
        diverted_from=view.diverted_from,
        trace=trace_for(of.trace, user_id),
    )


def involved(of: Call, rang: Iterable[UserId], declined: Collection[UserId] = ()) -> set[UserId]:
    """Whose call it is now: the two ends, or while a group rings all of `rang`, whose phones were rung.

    declined: at whom it rings no more; theirs it is again when it gets to their mailbox.
    """
    ends: list[Party] = [of.caller, of.callee]
    users = {party.user_id for party in ends if party.user_id is not None}
    if of.callee.user_id is None and of.state is CallState.RINGING:
        users.update(rang)
    if of.state is CallState.RINGING:
        users -= {user for user in declined if user != of.caller.user_id}
    return users


def _name(company: Company, number: str) -> str:
    found = company.dial_plan.find(number)
    return found.name if found is not None else number


def lasting_findings(company: Company, user: User) -> LastingFindings:
    """What an administrator is told without asking; nobody else hears of it."""
    return LastingFindings(findings=list(company.findings) if user.role is Role.ADMINISTRATOR else [])
