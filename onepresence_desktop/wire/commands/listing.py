"""All there is of a company, and its people as CSV text."""

from __future__ import annotations

from onepresence_desktop.domain.people import DeviceKind, RingStrategy, Role, SoundPath
from onepresence_desktop.wire.commands.base import Code, Command, Result


class Listing(Command, frozen=True, kw_only=True, tag="list"):
    """All there is, of one customer or of all."""

    customer: Code | None = None


class ListedDevice(Result, frozen=True, kw_only=True):
    """A phone in the list; never its password."""

    id: str
    kind: DeviceKind
    sip_user: str
    name: str = ""
    number: str | None = None
    sound: SoundPath = SoundPath.AUTOMATIC
    secure: bool = False


class ListedUser(Result, frozen=True, kw_only=True):
    """A user in the list. manager: by local number. version: of what an administrator keeps of them."""

    id: str
    local_number: str
    name: str
    role: Role
    email: str | None = None
    mobile: str | None = None
    one_number: str | None = None
    title: str = ""
    department: str = ""
    manager: str | None = None
    language: str = ""
    closed: bool = False
    devices: list[ListedDevice] = []
    version: str = ""


class ListedGroup(Result, frozen=True, kw_only=True):
    """A hunt group in the list; members by local number."""

    id: str
    local_number: str
    name: str
    members: list[str]
    strategy: RingStrategy
    reception: bool
    version: str = ""


class ListedCustomer(Result, frozen=True, kw_only=True):
    """A company with all that is in it."""

    id: str
    code: str
    name: str
    users: list[ListedUser]
    groups: list[ListedGroup]


class Listed(Result, frozen=True, kw_only=True):
    """The answer to `list`."""

    customers: list[ListedCustomer]


class ImportPeople(Command, frozen=True, kw_only=True, tag="import"):
    """People from CSV text: all of it, or nothing when a line is bad."""

    text: str


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


class ExportPeople(Command, frozen=True, kw_only=True, tag="export"):
    """People as CSV text, readable by `import`."""


class Exported(Result, frozen=True, kw_only=True):
    """CSV text."""

    text: str
    count: int
