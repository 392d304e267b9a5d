"""How the service's state looks to clients: domain values to views."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from onepresence_desktop.domain.calls import Call, CallState, Party
from onepresence_desktop.domain.diversion import (
    DestinationKind,
    Diversion,
    ForwardingDefaults,
    Reason,
    Standing,
    Why,
    counting,
    standings,
)
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.people import HuntGroup, User, UserId
from onepresence_desktop.domain.presence import Presence, compose
from onepresence_desktop.pbx.services.office import Company, Own
from onepresence_desktop.wire import views


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
    )


def group(hunt_group: HuntGroup) -> views.GroupView:
    """A hunt group."""
    return views.GroupView(
        id=hunt_group.id,
        local_number=hunt_group.local_number,
        name=hunt_group.name,
        members=hunt_group.members,
        reception=hunt_group.reception,
    )


def presence(company: Company, user: User, now: datetime) -> views.PresenceView:
    """A user's presence at `now`; `since` is carried over while the composed presence stays the same."""
    devices = tuple(
        views.DeviceView(id=device.id, kind=device.kind, state=company.state_of(device))
        for device in company.devices_of(user.id)
    )
    diversion = counting(company.directory.diversions.get(user.id, ()), now)
    zone = company.customer.zone
    off_work = not user.hours.open_at(now, zone)
    silent = diversion is not None and diversion.reason is Reason.DO_NOT_DISTURB
    composed = compose(
        [device.state for device in devices],
        do_not_disturb=silent,
        diverted=diversion is not None and not silent,
        off_work=off_work,
    )
    before = company.presence.get(user.id)
    since = before.since if before is not None and before.presence is composed else now
    return views.PresenceView(
        user_id=user.id,
        presence=composed,
        devices=devices,
        since=since,
        reason=diversion.reason if diversion is not None else None,
        until=diversion.ends_at if diversion is not None else None,
        note=diversion.note if diversion is not None else "",
        destination=_number(company, diversion),
        returns_at=_utc(user.hours.next_opening(now, zone)) if composed is Presence.OFF_WORK else None,
    )


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment is not None else None


def _number(company: Company, diversion: Diversion | None) -> str:
    if diversion is None:
        return ""
    if diversion.destination.kind is DestinationKind.RECEPTION:
        reception = company.directory.reception
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
        why=place.why,
    )


def diversions(company: Company, user_id: UserId, now: datetime) -> views.DiversionsView:
    """All of the owner's diversions with their standing."""
    places = standings(company.directory.diversions.get(user_id, ()), now)
    counts = next((place.diversion.id for place in places if place.why is Why.COUNTS), None)
    return views.DiversionsView(
        current=[standing(place) for place in places if place.why is not Why.COMING],
        coming=[standing(place) for place in places if place.why is Why.COMING],
        counts=counts,
    )


def reception_note(company: Company, user_id: UserId, now: datetime) -> str:
    """The text for receptionists of the diversion that counts, or ""."""
    diversion = counting(company.directory.diversions.get(user_id, ()), now)
    return diversion.reception_note if diversion is not None else ""


def me(company: Company, user: User, own: Own) -> views.MeView:
    """All about the caller that isn't live."""
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
                id=device.id, kind=device.kind, name=device.name, state=company.state_of(device), number=device.number
            )
            for device in company.devices_of(user.id)
        ],
        favourites=[favourite for favourite in own.favourites if favourite in company.directory.users],
        forwarding=company.directory.defaults.get(user.id, ForwardingDefaults()),
        voicemail=company.directory.voicemail.get(user.id, VoicemailOptions()),
        mailbox_seconds=company.mailbox_seconds,
        quick=list(own.quick),
        destinations=list(own.destinations),
    )


def call(company: Company, of: Call, user_id: UserId) -> views.CallView:
    """A call as one of its users sees it."""
    outgoing = of.caller.user_id == user_id
    mine, other = (of.caller, of.callee) if outgoing else (of.callee, of.caller)
    return views.CallView(
        id=of.id,
        state=of.state,
        outgoing=outgoing,
        number=other.number,
        name=other.name,
        user_id=other.user_id,
        device_id=mine.device_id,
        dialled=of.dialled,
        started_at=of.started_at,
        answered_at=of.answered_at,
        cause=of.cause,
        diverted_from=tuple(_name(company, number) for number in of.diverted_from),
        trace=of.trace,
    )


def ended(view: views.CallView, of: Call) -> views.CallView:
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
        trace=of.trace,
    )


def involved(of: Call, rang: Iterable[UserId]) -> set[UserId]:
    """Whose call it is now: the two ends, or while a group rings all whose phones were rung."""
    ends: list[Party] = [of.caller, of.callee]
    users = {party.user_id for party in ends if party.user_id is not None}
    if of.callee.user_id is None and of.state is CallState.RINGING:
        users.update(rang)
    return users


def _name(company: Company, number: str) -> str:
    found = company.directory.find(number)
    return found.name if found is not None else number
