"""What the administration's command line asks of a running service: POST /v1/admin, one tagged object per command."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.domain.people import DeviceKind, RingStrategy, Role
from onepresence_desktop.wire.bodies import Name, Number, Text

ADMIN = "/v1/admin"

MOST_TEXT = 12 * 1024 * 1024
"""Bytes of a CSV file: 100,000 people."""

LocalNumber = Annotated[str, msgspec.Meta(pattern="^[0-9]{7}$")]
Code = Annotated[str, msgspec.Meta(pattern="^[0-9]{3}$")]


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="command"):
    """Base of all commands; `command` names which."""


class CustomerAdd(Command, frozen=True, kw_only=True, tag="customer_add"):
    """A new company."""

    code: Code
    name: Name
    region: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")] = "DK"
    time_zone: Annotated[str, msgspec.Meta(max_length=64)] = "Europe/Copenhagen"
    language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")] = "da"


class UserAdd(Command, frozen=True, kw_only=True, tag="user_add"):
    """A new user. Without a password: 0000, to be changed."""

    local_number: LocalNumber
    name: Name
    email: Annotated[str, msgspec.Meta(max_length=254)] | None = None
    mobile: Number | None = None
    one_number: Number | None = None
    title: Text = ""
    department: Text = ""
    role: Role = Role.USER
    language: Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")] | None = None
    password: Annotated[str, msgspec.Meta(max_length=128)] | None = None


class PasswordReset(Command, frozen=True, kw_only=True, tag="password_reset"):
    """Back to 0000 with a new activation code; ends all sessions of the user."""

    local_number: LocalNumber


class DeviceAdd(Command, frozen=True, kw_only=True, tag="device_add"):
    """A phone for a user. A mobile with a number is rung over the trunk."""

    local_number: LocalNumber
    kind: DeviceKind
    name: Annotated[str, msgspec.Meta(max_length=120)] = ""
    number: Number | None = None


class GroupAdd(Command, frozen=True, kw_only=True, tag="group_add"):
    """A hunt group of users, given by their local numbers."""

    local_number: LocalNumber
    name: Name
    members: Annotated[list[LocalNumber], msgspec.Meta(max_length=200)]
    strategy: RingStrategy = RingStrategy.ALL
    reception: bool = False


class Remove(Command, frozen=True, kw_only=True, tag="remove"):
    """A user or group by local number, or a device by SIP user."""

    which: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class Listing(Command, frozen=True, kw_only=True, tag="list"):
    """All there is, of one customer or of all."""

    customer: Code | None = None


class ImportPeople(Command, frozen=True, kw_only=True, tag="import"):
    """People from CSV text: all of it, or nothing when a line is bad."""

    text: str


class ExportPeople(Command, frozen=True, kw_only=True, tag="export"):
    """People as CSV text, readable by `import`."""


class Backup(Command, frozen=True, kw_only=True, tag="backup"):
    """A consistent copy to a path on the service's machine."""

    path: str


class Check(Command, frozen=True, kw_only=True, tag="check"):
    """Whether the store is whole."""


AnyCommand = (
    CustomerAdd
    | UserAdd
    | PasswordReset
    | DeviceAdd
    | GroupAdd
    | Remove
    | Listing
    | ImportPeople
    | ExportPeople
    | Backup
    | Check
)


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all answers."""


class CustomerAdded(Result, frozen=True, kw_only=True):
    """A company."""

    id: str
    code: str
    name: str


class UserAdded(Result, frozen=True, kw_only=True):
    """A user. activation_code: shown this once; "" when a password was given."""

    id: str
    local_number: str
    name: str
    activation_code: str = ""


class DeviceAdded(Result, frozen=True, kw_only=True):
    """A phone and what to type into it; server is "" while the service doesn't run, password "" for a mobile number."""

    id: str
    local_number: str
    kind: DeviceKind
    sip_user: str
    sip_password: str
    server: str = ""
    number: str | None = None


class GroupAdded(Result, frozen=True, kw_only=True):
    """A hunt group."""

    id: str
    local_number: str
    name: str


class Removed(Result, frozen=True, kw_only=True):
    """What was removed: person, group or device."""

    kind: str
    which: str


class ListedDevice(Result, frozen=True, kw_only=True):
    """A phone in the list; never its password."""

    id: str
    kind: DeviceKind
    sip_user: str
    name: str = ""
    number: str | None = None


class ListedUser(Result, frozen=True, kw_only=True):
    """A user in the list."""

    id: str
    local_number: str
    name: str
    role: Role
    email: str | None = None
    mobile: str | None = None
    one_number: str | None = None
    title: str = ""
    department: str = ""
    closed: bool = False
    devices: list[ListedDevice] = []


class ListedGroup(Result, frozen=True, kw_only=True):
    """A hunt group in the list; members by local number."""

    id: str
    local_number: str
    name: str
    members: list[str]
    strategy: RingStrategy
    reception: bool


class ListedCustomer(Result, frozen=True, kw_only=True):
    """A company with all that is in it."""

    id: str
    code: str
    name: str
    users: list[ListedUser]
    groups: list[ListedGroup]


class BadLine(Result, frozen=True, kw_only=True):
    """Why a line of CSV can't be taken: a field and a stable word."""

    line: int
    field: str
    problem: str


class Imported(Result, frozen=True, kw_only=True):
    """How many were added and changed; with bad lines both are 0."""

    added: int = 0
    changed: int = 0
    bad: list[BadLine] = []


class Exported(Result, frozen=True, kw_only=True):
    """CSV text."""

    text: str
    count: int


class BackedUp(Result, frozen=True, kw_only=True):
    """Where the copy lies and how many bytes it has."""

    path: str
    size: int


class Checked(Result, frozen=True, kw_only=True):
    """How many of each there are in a whole store."""

    customers: int
    users: int
    devices: int
    groups: int
    running: bool = False


class Listed(Result, frozen=True, kw_only=True):
    """The answer to `list`."""

    customers: list[ListedCustomer]
