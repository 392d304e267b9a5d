"""What clients send. A field that is UNSET was not in the body; null means "none"."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from onepresence_desktop.domain.diversion import Destination, DiversionId, Reason
from onepresence_desktop.domain.people import DeviceId, DeviceKind, Role, UserId

Text = Annotated[str, msgspec.Meta(max_length=500)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Number = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all request bodies."""


class SignIn(Body, frozen=True, kw_only=True):
    """POST /v1/sessions. password: the password, or the activation code of a new user. device_name: for the list."""

    local_number: Annotated[str, msgspec.Meta(max_length=32)]
    password: Annotated[str, msgspec.Meta(max_length=128)]
    device_name: Annotated[str, msgspec.Meta(max_length=120)] = ""


class PasswordChange(Body, frozen=True, kw_only=True):
    """PUT /v1/me/password."""

    current: Annotated[str, msgspec.Meta(max_length=128)]
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
    until null, or neither: until further notice.
    """

    preset: Name | None = None
    reason: Reason | UnsetType = UNSET
    starts_at: datetime | None | UnsetType = msgspec.field(default=UNSET, name="from")
    duration: timedelta | UnsetType = UNSET
    until: datetime | None | UnsetType = UNSET
    destination: Destination | UnsetType = UNSET
    note: Text | UnsetType = UNSET
    reception_note: Text | UnsetType = UNSET


class PreviewRequest(DiversionRequest, frozen=True, kw_only=True):
    """POST /v1/me/diversions/preview. replaces: the diversion being edited. Empty body: as things stand."""

    replaces: DiversionId | None = None


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


class SavedDestinationBody(Body, frozen=True, kw_only=True):
    """POST /v1/me/destinations."""

    name: Name
    number: Number


class ForwardingBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/forwarding: CFB, CFNR with its seconds, CFNRc."""

    busy: Destination
    no_reply: Destination
    no_reply_seconds: Annotated[int, msgspec.Meta(ge=5, le=60)]
    unreachable: Destination


class VoicemailBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/voicemail. keep_days: not given by clients that know nothing of it, and then stays."""

    language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")]
    second_language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")] | None = None
    deposit: bool = True
    reception: bool = True
    max_seconds: Annotated[int, msgspec.Meta(ge=10, le=600)] = 120
    keep_days: Annotated[int, msgspec.Meta(ge=0, le=3660)] | UnsetType = UNSET


class FavouritesBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/favourites: all of them, in their order."""

    user_ids: Annotated[list[UserId], msgspec.Meta(max_length=500)]


class MessagePatch(Body, frozen=True, kw_only=True):
    """PATCH /v1/me/messages/{id}."""

    read: bool | UnsetType = UNSET
    kept: bool | UnsetType = UNSET


class PersonBody(Body, frozen=True, kw_only=True):
    """POST /v1/people and PATCH /v1/people/{id} (administrators)."""

    local_number: Annotated[str, msgspec.Meta(pattern="^[0-9]{7}$")] | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    email: Annotated[str, msgspec.Meta(max_length=254)] | None | UnsetType = UNSET
    mobile: Number | None | UnsetType = UNSET
    one_number: Number | None | UnsetType = UNSET
    title: Text | UnsetType = UNSET
    department: Text | UnsetType = UNSET
    role: Role | UnsetType = UNSET
    closed: bool | UnsetType = UNSET


class DeviceBody(Body, frozen=True, kw_only=True):
    """POST /v1/people/{id}/devices (administrators)."""

    kind: DeviceKind
    name: Annotated[str, msgspec.Meta(max_length=120)] = ""
    number: Number | None = None
