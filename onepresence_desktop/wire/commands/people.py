"""Companies, users and their phones: added and removed."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.domain.people import DeviceKind, Role, SoundPath
from onepresence_desktop.wire.bodies import Name, Number, RingAfter, Text
from onepresence_desktop.wire.commands.base import Code, Command, LocalNumber, Result
from onepresence_desktop.wire.versions import Version


class CustomerAdd(Command, frozen=True, kw_only=True, tag="customer_add"):
    """A new company."""

    code: Code
    name: Name
    region: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")] = "DK"
    time_zone: Annotated[str, msgspec.Meta(max_length=64)] = "Europe/Copenhagen"
    language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")] = "da"


class CustomerAdded(Result, frozen=True, kw_only=True):
    """A company."""

    id: str
    code: str
    name: str


class UserAdd(Command, frozen=True, kw_only=True, tag="user_add"):
    """A new user. Without a password: 0000, to be changed. manager: by local number."""

    local_number: LocalNumber
    name: Name
    email: Annotated[str, msgspec.Meta(max_length=254)] | None = None
    mobile: Number | None = None
    one_number: Number | None = None
    title: Text = ""
    department: Text = ""
    manager: LocalNumber | None = None
    role: Role = Role.USER
    language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")] | None = None
    password: Annotated[str, msgspec.Meta(max_length=128)] | None = None


class UserAdded(Result, frozen=True, kw_only=True):
    """A user. activation_code: shown this once; "" when a password was given."""

    id: str
    local_number: str
    name: str
    activation_code: str = ""


class UserSet(Command, frozen=True, kw_only=True, tag="user_set"):
    """What an administrator keeps of a person; None: as it is, "": none any more.

    becomes: another local number. manager: by local number. version: of what was read before; None: not asked.
    """

    local_number: LocalNumber
    becomes: LocalNumber | None = None
    name: Name | None = None
    email: Annotated[str, msgspec.Meta(max_length=254)] | None = None
    mobile: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    one_number: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    title: Text | None = None
    department: Text | None = None
    manager: Annotated[str, msgspec.Meta(pattern="^([0-9]{7})?$")] | None = None
    role: Role | None = None
    language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")] | None = None
    closed: bool | None = None
    version: Version | None = None


class PictureRemove(Command, frozen=True, kw_only=True, tag="picture_remove"):
    """A person's picture."""

    local_number: LocalNumber


class PasswordReset(Command, frozen=True, kw_only=True, tag="password_reset"):
    """Back to 0000 with a new activation code; ends all sessions of the user."""

    local_number: LocalNumber


class DeviceAdd(Command, frozen=True, kw_only=True, tag="device_add"):
    """A phone for a user. A mobile with a number is rung over the trunk."""

    local_number: LocalNumber
    kind: DeviceKind
    name: Annotated[str, msgspec.Meta(max_length=120)] = ""
    number: Number | None = None
    ring_after: RingAfter = 0
    ring_in_hours: bool = False
    sound: SoundPath = SoundPath.AUTOMATIC
    secure: bool = False


class DeviceShow(Command, frozen=True, kw_only=True, tag="device_show"):
    """What to type into a phone (by SIP user), once more; that it was shown is written down."""

    which: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class DeviceSet(Command, frozen=True, kw_only=True, tag="device_set"):
    """How the sound of a device (by SIP user) goes, whether it must be encrypted, when it rings; None: as it is."""

    which: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    sound: SoundPath | None = None
    secure: bool | None = None
    ring_after: RingAfter | None = None
    ring_in_hours: bool | None = None


class DeviceChanged(Result, frozen=True, kw_only=True):
    """How it is now."""

    which: str
    sound: SoundPath
    secure: bool = False
    ring_after: int = 0
    ring_in_hours: bool = False


class SecurePhones(Command, frozen=True, kw_only=True, tag="secure_phones"):
    """Whether all phones of a company must come over TLS and encrypt their sound; None: only tells."""

    customer: Code
    secure: bool | None = None


class SecurePhonesSet(Result, frozen=True, kw_only=True):
    """Whether they must."""

    customer: str
    secure: bool


class DeviceAdded(Result, frozen=True, kw_only=True):
    """A phone and what to type into it; server is "" while the service doesn't run, password "" for a mobile number.

    transport: by which the phone reaches the server.
    """

    id: str
    local_number: str
    kind: DeviceKind
    sip_user: str
    sip_password: str
    server: str = ""
    transport: str = "udp"
    number: str | None = None


class Remove(Command, frozen=True, kw_only=True, tag="remove"):
    """A user or group by local number, or a device by SIP user."""

    which: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class Removed(Result, frozen=True, kw_only=True):
    """What was removed: person, group or device."""

    kind: str
    which: str
