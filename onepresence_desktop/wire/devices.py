"""Phones as administrators see them."""

from __future__ import annotations

from onepresence_desktop.domain.people import DeviceId, DeviceKind, SoundPath, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire.bodies import Body
from onepresence_desktop.wire.slices import View


class DeviceListing(View, frozen=True, kw_only=True):
    """A device in administration. secure: it must come over TLS and encrypt its sound. ring_after: seconds after which
    it joins in; ring_in_hours: only within its owner's working hours.
    """

    id: DeviceId
    user_id: UserId
    kind: DeviceKind
    name: str
    sip_user: str
    number: str | None
    state: DeviceState
    sound: SoundPath = SoundPath.AUTOMATIC
    secure: bool = False
    ring_after: int = 0
    ring_in_hours: bool = False


class SecurePhonesBody(Body, frozen=True, kw_only=True):
    """PUT /v1/company/secure-phones: whether all phones must come over TLS and encrypt their sound (SRTP)."""

    secure: bool


class SecurePhonesView(View, frozen=True, kw_only=True):
    """Whether they must. possible: phones can come in over TLS at all."""

    secure: bool
    possible: bool


class SipSettings(View, frozen=True, kw_only=True):
    """What is typed into a phone. Shown to administrators, each time audited."""

    device_id: DeviceId
    server: str
    port: int
    transport: str
    user: str
    password: str
    display_name: str
