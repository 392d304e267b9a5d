"""What the administration's command line asks of a running service: POST /v1/admin, one tagged object per command.

A file for each word, with its commands and what is answered to them.
"""

from __future__ import annotations

from onepresence_desktop.wire.commands.base import Code, Command, LocalNumber, Result
from onepresence_desktop.wire.commands.calendars import (
    CalendarAdd,
    CalendarList,
    CalendarRemove,
    CalendarSet,
    CalendarWordList,
    CalendarWordRemove,
    CalendarWordSet,
    ListedCalendars,
    ListedCalendarWords,
)
from onepresence_desktop.wire.commands.company import (
    AuditList,
    Blocked,
    CompanyCommand,
    ContactsSeen,
    ContactsSeenSet,
    HolidayList,
    HolidayRemove,
    HolidaySet,
    ListedAudit,
    ListedBlocked,
    ListedHolidays,
    ListedStandardMessages,
    NumbersShown,
    NumbersShownSet,
    OfCompany,
    PrivacySet,
    PrivacyShown,
    StandardMessageAdd,
    StandardMessageList,
    StandardMessageRemove,
    StandardMessageSet,
)
from onepresence_desktop.wire.commands.company_numbers import (
    CompanyNumberAdd,
    CompanyNumberChange,
    CompanyNumberList,
    CompanyNumberRemove,
    CompanyNumberSet,
    KeySet,
    ListedCompanyNumber,
    ListedCompanyNumbers,
)
from onepresence_desktop.wire.commands.connections import (
    ConnectionAdd,
    ConnectionList,
    ConnectionRemove,
    ConnectionSet,
    ConnectionTry,
    ListedConnection,
    ListedConnections,
    TriedConnection,
)
from onepresence_desktop.wire.commands.directories import DirectoryList, DirectoryRead, ListedDirectories
from onepresence_desktop.wire.commands.doctor import Diagnose, Diagnosed
from onepresence_desktop.wire.commands.groups import (
    GroupAdd,
    GroupAdded,
    GroupLog,
    GroupLogged,
    GroupSet,
    HoursSet,
    ListedPickupGroup,
    ListedPickupGroups,
    PickupGroups,
    PickupGroupSet,
    ReceptionTimes,
    ReceptionTimesSet,
    SetHours,
)
from onepresence_desktop.wire.commands.listing import (
    BadLine,
    Exported,
    ExportPeople,
    Imported,
    ImportPeople,
    Listed,
    ListedCustomer,
    ListedDevice,
    ListedGroup,
    ListedUser,
    Listing,
)
from onepresence_desktop.wire.commands.people import (
    CustomerAdd,
    CustomerAdded,
    DeviceAdd,
    DeviceAdded,
    DeviceChanged,
    DeviceSet,
    DeviceShow,
    PasswordReset,
    PictureRemove,
    Remove,
    Removed,
    SecurePhones,
    SecurePhonesSet,
    UserAdd,
    UserAdded,
    UserSet,
)
from onepresence_desktop.wire.commands.persons import (
    DeviceProvision,
    DeviceProvisioned,
    UserErase,
    UserErased,
    UserExport,
)
from onepresence_desktop.wire.commands.sounds import (
    ListedSound,
    ListedSounds,
    SoundAt,
    SoundList,
    SoundRemove,
    SoundSet,
)
from onepresence_desktop.wire.commands.trunks import (
    Trunk,
    TrunkAdd,
    TrunkList,
    TrunkOrdered,
    TrunkRemove,
    Trunks,
    TrunkSet,
    TrunkTest,
    TrunkTested,
)
from onepresence_desktop.wire.commands.upkeep import BackedUp, Backup, Check, Checked, Proof, Restored, proof

__all__ = [
    "ADMIN",
    "ADMIN_PROOF",
    "MOST_TEXT",
    "AnyCommand",
    "AuditList",
    "BackedUp",
    "Backup",
    "BadLine",
    "Blocked",
    "CalendarAdd",
    "CalendarList",
    "CalendarRemove",
    "CalendarSet",
    "CalendarWordList",
    "CalendarWordRemove",
    "CalendarWordSet",
    "Check",
    "Checked",
    "Code",
    "Command",
    "CompanyCommand",
    "CompanyNumberAdd",
    "CompanyNumberChange",
    "CompanyNumberList",
    "CompanyNumberRemove",
    "CompanyNumberSet",
    "ConnectionAdd",
    "ConnectionList",
    "ConnectionRemove",
    "ConnectionSet",
    "ConnectionTry",
    "ContactsSeen",
    "ContactsSeenSet",
    "CustomerAdd",
    "CustomerAdded",
    "DeviceAdd",
    "DeviceAdded",
    "DeviceChanged",
    "DeviceProvision",
    "DeviceProvisioned",
    "DeviceSet",
    "DeviceShow",
    "Diagnose",
    "Diagnosed",
    "DirectoryList",
    "DirectoryRead",
    "ExportPeople",
    "Exported",
    "GroupAdd",
    "GroupAdded",
    "GroupLog",
    "GroupLogged",
    "GroupSet",
    "HolidayList",
    "HolidayRemove",
    "HolidaySet",
    "HoursSet",
    "ImportPeople",
    "Imported",
    "KeySet",
    "Listed",
    "ListedAudit",
    "ListedBlocked",
    "ListedCalendarWords",
    "ListedCalendars",
    "ListedCompanyNumber",
    "ListedCompanyNumbers",
    "ListedConnection",
    "ListedConnections",
    "ListedCustomer",
    "ListedDevice",
    "ListedDirectories",
    "ListedGroup",
    "ListedHolidays",
    "ListedPickupGroup",
    "ListedPickupGroups",
    "ListedSound",
    "ListedSounds",
    "ListedStandardMessages",
    "ListedUser",
    "Listing",
    "LocalNumber",
    "NumbersShown",
    "NumbersShownSet",
    "OfCompany",
    "PasswordReset",
    "PickupGroupSet",
    "PickupGroups",
    "PictureRemove",
    "PrivacySet",
    "PrivacyShown",
    "Proof",
    "ReceptionTimes",
    "ReceptionTimesSet",
    "Remove",
    "Removed",
    "Restored",
    "Result",
    "SecurePhones",
    "SecurePhonesSet",
    "SetHours",
    "SoundAt",
    "SoundList",
    "SoundRemove",
    "SoundSet",
    "StandardMessageAdd",
    "StandardMessageList",
    "StandardMessageRemove",
    "StandardMessageSet",
    "TriedConnection",
    "Trunk",
    "TrunkAdd",
    "TrunkList",
    "TrunkOrdered",
    "TrunkRemove",
    "TrunkSet",
    "TrunkTest",
    "TrunkTested",
    "Trunks",
    "UserAdd",
    "UserAdded",
    "UserErase",
    "UserErased",
    "UserExport",
    "UserSet",
    "proof",
]

ADMIN = "/v1/admin"
ADMIN_PROOF = "/v1/admin/proof"

MOST_TEXT = 12 * 1024 * 1024
"""Bytes of a CSV file: 100,000 people."""

AnyCommand = (
    CustomerAdd
    | UserAdd
    | UserSet
    | PasswordReset
    | PictureRemove
    | DeviceAdd
    | DeviceSet
    | DeviceShow
    | GroupAdd
    | GroupLog
    | GroupSet
    | PickupGroupSet
    | PickupGroups
    | ReceptionTimes
    | SecurePhones
    | UserExport
    | UserErase
    | DeviceProvision
    | SetHours
    | SoundList
    | SoundSet
    | SoundRemove
    | TrunkAdd
    | TrunkSet
    | TrunkOrdered
    | TrunkList
    | TrunkRemove
    | TrunkTest
    | ConnectionAdd
    | ConnectionSet
    | ConnectionList
    | ConnectionRemove
    | ConnectionTry
    | CompanyNumberList
    | CompanyNumberAdd
    | CompanyNumberSet
    | CompanyNumberRemove
    | HolidayList
    | HolidaySet
    | HolidayRemove
    | Blocked
    | PrivacySet
    | AuditList
    | NumbersShown
    | ContactsSeen
    | StandardMessageList
    | StandardMessageAdd
    | StandardMessageSet
    | StandardMessageRemove
    | CalendarList
    | CalendarAdd
    | CalendarSet
    | CalendarRemove
    | CalendarWordList
    | CalendarWordSet
    | CalendarWordRemove
    | DirectoryList
    | DirectoryRead
    | Remove
    | Listing
    | ImportPeople
    | ExportPeople
    | Backup
    | Diagnose
    | Check
)
