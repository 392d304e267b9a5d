"""What clients send. A field that is UNSET was not in the body; null means "none"."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from onepresence_desktop.domain.diversion import Destination, DiversionId, Reason
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.messages import Arrival
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import DeviceId, DeviceKind, Role, SoundPath, UserId
from onepresence_desktop.domain.phonebook import ContactEmail, ContactNumber
from onepresence_desktop.domain.words import UNKNOWN, Word

Text = Annotated[str, msgspec.Meta(max_length=500)]
RingAfter = Annotated[int, msgspec.Meta(ge=0, le=60)]
"""Seconds after which a phone joins in (spec 3.6b)."""

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Number = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Exceptions = Annotated[list[Passing], msgspec.Meta(max_length=10)]


def refuse_unknown(said: msgspec.Struct) -> None:
    """Raise `Invalid` naming the field in which `said` says `unknown`, itself, in a list, or as a kind of something."""
    for name in said.__struct_fields__:
        value = getattr(said, name)
        for one in value if isinstance(value, list) else (value,):
            word = one.kind if isinstance(one, Destination | ContactNumber | ContactEmail) else one
            if isinstance(word, Word) and word == UNKNOWN:
                raise Invalid(field=name, problem="unknown")


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all request bodies. Raises `Invalid` where one says `unknown`: that is read by clients, never sent."""

    def __post_init__(self) -> None:
        refuse_unknown(self)


class SignIn(Body, frozen=True, kw_only=True):
    """POST /v1/sessions. password: the password, or the activation code of a new user. device_name: for the list."""

    local_number: Annotated[str, msgspec.Meta(max_length=32)]
    password: Annotated[str, msgspec.Meta(max_length=128)]
    device_name: Annotated[str, msgspec.Meta(max_length=120)] = ""


class PasswordChange(Body, frozen=True, kw_only=True):
    """PUT /v1/me/password."""

    current: Annotated[str, msgspec.Meta(max_length=128)]
    new: Annotated[str, msgspec.Meta(max_length=128)]


class Proof(Body, frozen=True, kw_only=True):
    """POST /v1/me/proof: that whoever sits there knows the password; counts for this session, for ten minutes."""

    password: Annotated[str, msgspec.Meta(max_length=128)]


class PasswordResetRequest(Body, frozen=True, kw_only=True):
    """POST /v1/password-resets: send a code by mail or SMS to the user's own address."""

    local_number: Annotated[str, msgspec.Meta(max_length=32)]
    by: Way


class PasswordResetConfirmation(Body, frozen=True, kw_only=True):
    """POST /v1/password-resets/confirm: the code, and the new password."""

    local_number: Annotated[str, msgspec.Meta(max_length=32)]
    code: Annotated[str, msgspec.Meta(max_length=32)]
    new: Annotated[str, msgspec.Meta(max_length=128)]


class CallRequest(Body, frozen=True, kw_only=True):
    """POST /v1/calls. to: as keyed, any spelling; device: which of the user's phones, else his desk phone."""

    to: Number
    device: DeviceId | None = None


class CallTarget(Body, frozen=True, kw_only=True):
    """POST /v1/calls/{id}/transfer (blind to `to`, or attended with `call_id`, another call of the user)."""

    to: Number | None = None
    call_id: str | None = None


class CallRedirect(Body, frozen=True, kw_only=True):
    """POST /v1/calls/{id}/redirect: a call that rings at the user goes elsewhere."""

    destination: Destination


class DiversionRequest(Body, frozen=True, kw_only=True):
    """POST and PATCH /v1/me/diversions.

    preset: a standard word or an own quick diversion's id; all else then overrides it. Of `duration` and `until` one;
    until null, or neither: until further notice. destination_internal: for colleagues; null: as for all. exceptions:
    who gets through; null: whom the user usually lets through.
    """

    preset: Name | None = None
    reason: Reason | UnsetType = UNSET
    starts_at: datetime | None | UnsetType = msgspec.field(default=UNSET, name="from")
    duration: timedelta | UnsetType = UNSET
    until: datetime | None | UnsetType = UNSET
    destination: Destination | UnsetType = UNSET
    note: Text | UnsetType = UNSET
    reception_note: Text | UnsetType = UNSET
    destination_internal: Destination | None | UnsetType = UNSET
    exceptions: Exceptions | None | UnsetType = UNSET


class PreviewRequest(DiversionRequest, frozen=True, kw_only=True):
    """POST /v1/me/diversions/preview. replaces: the diversion being edited. Empty body: as things stand."""

    replaces: DiversionId | None = None


class ScheduleBody(Body, frozen=True, kw_only=True):
    """POST and PATCH /v1/me/schedules. start: local, without offset. time_zone: IANA, the company's when not given.

    POST needs start, duration, reason and destination. rrule: RFC 5545, null or none for once.
    """

    title: Text | UnsetType = UNSET
    rrule: Annotated[str, msgspec.Meta(max_length=400)] | None | UnsetType = UNSET
    start: datetime | UnsetType = UNSET
    duration: timedelta | UnsetType = UNSET
    time_zone: Annotated[str, msgspec.Meta(max_length=64)] | UnsetType = UNSET
    exdates: Annotated[list[date], msgspec.Meta(max_length=1000)] | UnsetType = UNSET
    skip_holidays: bool | UnsetType = UNSET
    reason: Reason | UnsetType = UNSET
    destination: Destination | UnsetType = UNSET
    note: Text | UnsetType = UNSET
    reception_note: Text | UnsetType = UNSET


class ContactBody(Body, frozen=True, kw_only=True):
    """POST and PATCH /v1/me/contacts and /v1/contacts. Numbers in any spelling. favourite: the caller's own star."""

    name: Annotated[str, msgspec.Meta(max_length=250)] | UnsetType = UNSET
    company: Annotated[str, msgspec.Meta(max_length=250)] | UnsetType = UNSET
    title: Annotated[str, msgspec.Meta(max_length=250)] | UnsetType = UNSET
    numbers: Annotated[list[ContactNumber], msgspec.Meta(max_length=20)] | UnsetType = UNSET
    emails: Annotated[list[ContactEmail], msgspec.Meta(max_length=20)] | UnsetType = UNSET
    note: Annotated[str, msgspec.Meta(max_length=10_000)] | UnsetType = UNSET
    favourite: bool | UnsetType = UNSET


class RecipientBody(Body, frozen=True, kw_only=True):
    """To whom a text goes: exactly one of the three."""

    user_id: UserId | None = None
    email: Annotated[str, msgspec.Meta(max_length=254)] | None = None
    number: Number | None = None


class MessageBody(Body, frozen=True, kw_only=True):
    """POST /v1/messages. by: the ways it may go; a colleague has it in the inbox in any case."""

    to: Annotated[list[RecipientBody], msgspec.Meta(min_length=1, max_length=50)]
    by: Annotated[list[Way], msgspec.Meta(min_length=1, max_length=2)]
    text: Annotated[str, msgspec.Meta(max_length=10_000)]


class StandardMessageBody(Body, frozen=True, kw_only=True):
    """POST /v1/standard-messages, PUT /v1/standard-messages/{id}. version: of what was read before; None: not asked."""

    text: Annotated[str, msgspec.Meta(max_length=10_000)]
    version: Annotated[str, msgspec.Meta(max_length=64)] | None = None


class QuickDiversionBody(Body, frozen=True, kw_only=True):
    """POST/PUT /v1/me/quick-diversions. Of minutes and clock ("HH:MM") at most one."""

    name: Name
    icon: Annotated[str, msgspec.Meta(max_length=40, pattern="^[a-z0-9-]*$")] = "reason-other"
    reason: Reason = Reason.OTHER
    destination: Destination
    minutes: Annotated[int, msgspec.Meta(ge=1, le=60 * 24 * 30)] | None = None
    clock: Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")] | None = None
    note: Text = ""
    reception_note: Text = ""
    destination_internal: Destination | None = None
    exceptions: Exceptions | None = None


class SavedDestinationBody(Body, frozen=True, kw_only=True):
    """POST /v1/me/destinations."""

    name: Name
    number: Number


class ExceptionsBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/exceptions. numbers: the user's list, in any spelling. usual: of diversions that name none."""

    numbers: Annotated[list[Number], msgspec.Meta(max_length=200)] | UnsetType = UNSET
    usual: Exceptions | UnsetType = UNSET


class ForwardingBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/forwarding: CFB, CFNR with its seconds, CFNRc; each for colleagues apart, null: as for all.

    call_waiting: a second call rings during a conversation. What isn't given stays.
    """

    busy: Destination
    no_reply: Destination
    no_reply_seconds: Annotated[int, msgspec.Meta(ge=5, le=60)]
    unreachable: Destination
    busy_internal: Destination | None | UnsetType = UNSET
    no_reply_internal: Destination | None | UnsetType = UNSET
    unreachable_internal: Destination | None | UnsetType = UNSET
    call_waiting: bool | UnsetType = UNSET


class VoicemailBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/voicemail. keep_days and what follows: not given by clients that don't know it, and then stays."""

    language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")]
    second_language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")] | None = None
    deposit: bool = True
    reception: bool = True
    max_seconds: Annotated[int, msgspec.Meta(ge=10, le=600)] = 120
    keep_days: Annotated[int, msgspec.Meta(ge=0, le=3660)] | UnsetType = UNSET
    email: bool | UnsetType = UNSET
    email_recording: bool | UnsetType = UNSET
    sms: bool | UnsetType = UNSET
    quick_listening: bool | UnsetType = UNSET
    ask_pin: bool | UnsetType = UNSET
    arrival: Arrival | UnsetType = UNSET


class CompletionBody(Body, frozen=True, kw_only=True):
    """POST /v1/me/completions: with whom. phones_only: a diversion doesn't keep it waiting."""

    user_id: UserId
    phones_only: bool = False


class MailboxPinBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/mailbox-pin: what is keyed at a phone to listen to one's own messages."""

    pin: Annotated[str, msgspec.Meta(max_length=64)]


class OpeningBody(Body, frozen=True, kw_only=True):
    """A stretch of work on a weekday, "HH:MM" local."""

    start: Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    end: Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]


DayBody = Annotated[list[OpeningBody], msgspec.Meta(max_length=8)]


class MePatch(Body, frozen=True, kw_only=True):
    """PATCH /v1/me: what is a user's own to change. hours: seven days, Monday first; all empty: none are used."""

    mobile: Number | None | UnsetType = UNSET
    language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")] | UnsetType = UNSET
    hours: Annotated[list[DayBody], msgspec.Meta(min_length=7, max_length=7)] | UnsetType = UNSET


class RingPatch(Body, frozen=True, kw_only=True):
    """PATCH /v1/me/devices/{id}: when one's own phone rings (spec 3.6b)."""

    ring_after: RingAfter | UnsetType = UNSET
    ring_in_hours: bool | UnsetType = UNSET


class FavouritesBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/favourites: all of them, in their order."""

    user_ids: Annotated[list[UserId], msgspec.Meta(max_length=500)]


class MessagePatch(Body, frozen=True, kw_only=True):
    """PATCH /v1/me/messages/{id}."""

    read: bool | UnsetType = UNSET
    kept: bool | UnsetType = UNSET


class PersonBody(Body, frozen=True, kw_only=True):
    """POST /v1/people and PATCH /v1/people/{id} (administrators). version: of `versions.person_version`."""

    local_number: Annotated[str, msgspec.Meta(pattern="^[0-9]{7}$")] | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    email: Annotated[str, msgspec.Meta(max_length=254)] | None | UnsetType = UNSET
    mobile: Number | None | UnsetType = UNSET
    one_number: Number | None | UnsetType = UNSET
    title: Text | UnsetType = UNSET
    department: Text | UnsetType = UNSET
    role: Role | UnsetType = UNSET
    closed: bool | UnsetType = UNSET
    manager: UserId | None | UnsetType = UNSET
    version: Annotated[str, msgspec.Meta(max_length=64)] | None = None


class DeviceBody(Body, frozen=True, kw_only=True):
    """POST /v1/people/{id}/devices (administrators)."""

    kind: DeviceKind
    name: Annotated[str, msgspec.Meta(max_length=120)] = ""
    number: Number | None = None
    sound: SoundPath = SoundPath.AUTOMATIC
    secure: bool = False


class DevicePatch(Body, frozen=True, kw_only=True):
    """PATCH /v1/devices/{id} (administrators): how its sound goes, whether it must be encrypted, when it rings."""

    sound: SoundPath | UnsetType = UNSET
    secure: bool | UnsetType = UNSET
    ring_after: RingAfter | UnsetType = UNSET
    ring_in_hours: bool | UnsetType = UNSET
