"""A company's connections to servers that it has: mail, SMS, calendars, directories; and why one can't be used.

Each kind says what is to be known of it (`KINDS`); the form, the command line and what is kept follow from that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import NewType

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.words import Word

ConnectionId = NewType("ConnectionId", str)

Value = str | int | bool
"""Of a setting."""


class Trouble(StrEnum):
    """What an administrator has to look at. refused: the server understood, and says no."""

    UNREACHABLE = "unreachable"
    TIME_OUT = "time_out"
    CERTIFICATE = "certificate"
    SIGN_IN_REFUSED = "sign_in_refused"
    NOT_FOUND = "not_found"
    BUSY = "busy"
    SERVER_FAILED = "server_failed"
    NOT_UNDERSTOOD = "not_understood"
    TOO_LARGE = "too_large"
    NOT_ALLOWED = "not_allowed"
    REFUSED = "refused"


LASTING = frozenset({Trouble.SIGN_IN_REFUSED, Trouble.NOT_FOUND, Trouble.NOT_ALLOWED})
"""What no second try mends; trying a wrong password again and again would lock the account."""

LEFT_ALONE = timedelta(minutes=15)
"""So long nothing is tried by itself where the sign-in was refused."""


class Purpose(Word):
    """What a connection is for."""

    MAIL = "mail"
    SMS = "sms"
    CALENDAR = "calendar"
    DIRECTORY = "directory"
    UNKNOWN = "unknown"


class ConnectionKind(Word):
    """What stands at the other end. sms_http: any gateway that takes HTTP requests; kannel: its `sendsms`.

    graph: Microsoft 365; ews: an Exchange server on premises; caldav, ics: a calendar for each by its address.
    """

    SMTP = "smtp"
    SMS_HTTP = "sms_http"
    KANNEL = "kannel"
    SMPP = "smpp"
    LDAP = "ldap"
    CARDDAV = "carddav"
    GRAPH = "graph"
    EWS = "ews"
    CALDAV = "caldav"
    ICS = "ics"
    UNKNOWN = "unknown"


class SettingType(Word):
    """How a setting is filled in. lines: of `name: text`. secret: told once and never shown; secret_lines: the same."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    LINES = "lines"
    SECRET = "secret"
    SECRET_LINES = "secret_lines"
    UNKNOWN = "unknown"


SECRETS = frozenset({SettingType.SECRET, SettingType.SECRET_LINES})


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing to be known of a kind of connection.

    choices: of a choice, the first is the usual one. most: of a number. where: it says to whom secrets are told, so
    whoever changes it tells the secrets again.
    """

    name: str
    type: SettingType = SettingType.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    most: int = 0
    where: bool = False


@dataclass(frozen=True, slots=True)
class KindOfConnection:
    """What one kind is for and what is to be known of it, in the order of a form."""

    purpose: Purpose
    settings: tuple[Setting, ...]

    def setting(self, name: str) -> Setting | None:
        """By name."""
        return next((one for one in self.settings if one.name == name), None)


_ACCOUNT = (Setting("account"), Setting("password", SettingType.SECRET))

KINDS: Mapping[ConnectionKind, KindOfConnection] = {
    ConnectionKind.SMTP: KindOfConnection(
        Purpose.MAIL,
        (
            Setting("host", required=True, where=True),
            Setting("port", SettingType.NUMBER, most=65535, where=True),
            Setting("security", SettingType.CHOICE, choices=("starttls", "tls", "none"), where=True),
            *_ACCOUNT,
            Setting("sender", required=True),
            Setting("reply_to"),
        ),
    ),
    ConnectionKind.SMS_HTTP: KindOfConnection(
        Purpose.SMS,
        (
            Setting("url", required=True, where=True),
            Setting("sender", required=True),
            *_ACCOUNT,
            Setting("form", SettingType.CHOICE, choices=("json", "form", "query")),
            Setting("fields", SettingType.LINES),
            Setting("headers", SettingType.SECRET_LINES),
            Setting("accepted"),
            Setting("report_url"),
        ),
    ),
    ConnectionKind.KANNEL: KindOfConnection(
        Purpose.SMS,
        (
            Setting("url", required=True, where=True),
            Setting("sender", required=True),
            *_ACCOUNT,
            Setting("report_url"),
        ),
    ),
    ConnectionKind.SMPP: KindOfConnection(
        Purpose.SMS,
        (
            Setting("host", required=True, where=True),
            Setting("port", SettingType.NUMBER, most=65535, where=True),
            Setting("security", SettingType.CHOICE, choices=("tls", "none"), where=True),
            Setting("account", required=True),
            Setting("password", SettingType.SECRET),
            Setting("sender", required=True),
        ),
    ),
    ConnectionKind.LDAP: KindOfConnection(
        Purpose.DIRECTORY,
        (
            Setting("address", required=True, where=True),
            *_ACCOUNT,
            Setting("base", required=True),
            Setting("filter"),
            Setting("shown"),
        ),
    ),
    ConnectionKind.CARDDAV: KindOfConnection(
        Purpose.DIRECTORY, (Setting("address", required=True, where=True), *_ACCOUNT, Setting("shown"))
    ),
    ConnectionKind.GRAPH: KindOfConnection(
        Purpose.CALENDAR,
        (
            Setting("tenant", required=True, where=True),
            Setting("client_id", required=True),
            Setting("client_secret", SettingType.SECRET, required=True),
            Setting("sign_in_url", where=True),
            Setting("graph_url", where=True),
        ),
    ),
    ConnectionKind.EWS: KindOfConnection(
        Purpose.CALENDAR,
        (
            Setting("ews_url", required=True, where=True),
            Setting("account", required=True),
            Setting("password", SettingType.SECRET, required=True),
            Setting("rights", SettingType.CHOICE, choices=("impersonation", "delegate")),
        ),
    ),
    ConnectionKind.CALDAV: KindOfConnection(
        Purpose.CALENDAR, (Setting("calendar_url", required=True, where=True), *_ACCOUNT)
    ),
    ConnectionKind.ICS: KindOfConnection(
        Purpose.CALENDAR, (Setting("calendar_url", required=True, where=True), *_ACCOUNT)
    ),
}
"""Every kind that can be set up; a new one is a line here, and who fulfils it in `pbx/adapters`."""

LONGEST = 2000
"""Characters of a setting."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A server of the company's. settings: as `KINDS` says, secrets included. place: order among those of a purpose.

    enabled: whether it is used.
    """

    id: ConnectionId
    customer_id: CustomerId
    name: str
    kind: ConnectionKind
    settings: Mapping[str, Value] = field(default_factory=dict, repr=False)
    enabled: bool = True
    place: int = 0

    @property
    def purpose(self) -> Purpose:
        """What it is for; UNKNOWN of a kind that a newer version made."""
        known = KINDS.get(self.kind)
        return known.purpose if known is not None else Purpose.UNKNOWN

    def text(self, name: str) -> str:
        """A setting as text, "" where it isn't set."""
        return str(self.settings.get(name, ""))


def shown(connection: Connection) -> dict[str, Value]:
    """The settings that may be seen."""
    secret = secret_names(connection.kind)
    return {name: value for name, value in connection.settings.items() if name not in secret}


def secret_names(kind: ConnectionKind) -> frozenset[str]:
    """Settings of a kind that are never shown."""
    known = KINDS.get(kind)
    return frozenset(one.name for one in known.settings if one.type in SECRETS) if known is not None else frozenset()


def secret_values(connection: Connection) -> tuple[str, ...]:
    """The secrets themselves, to be taken out of what a server says."""
    known = KINDS.get(connection.kind)
    found: list[str] = []
    for one in known.settings if known is not None else ():
        value = connection.text(one.name)
        if value and one.type in SECRETS:
            each = lines(value).values() if one.type is SettingType.SECRET_LINES else ()
            found += [value, *each, *(word for line in each for word in line.split()[1:])]
    return tuple(found)


def checked(kind: ConnectionKind, settings: Mapping[str, Value]) -> dict[str, Value]:
    """Settings of a kind, empty ones left out. Raises `Invalid` naming `settings.NAME`, or `kind`."""
    known = KINDS.get(kind)
    if known is None:
        raise Invalid(field="kind", problem="unknown")
    for name in settings:
        if known.setting(name) is None:
            raise Invalid(field=f"settings.{name}", problem="unknown_setting")
    found: dict[str, Value] = {}
    for one in known.settings:
        value = settings.get(one.name, "")
        if isinstance(value, str):
            value = value.strip()
        if value in ("", None) or (one.type is SettingType.NUMBER and value == 0):
            if one.required:
                raise Invalid(field=f"settings.{one.name}", problem="missing")
            continue
        problem = _problem(one, value)
        if problem:
            raise Invalid(field=f"settings.{one.name}", problem=problem)
        found[one.name] = value
    return found


def _problem(one: Setting, value: Value) -> str:
    if one.type is SettingType.NUMBER:
        if isinstance(value, bool) or not isinstance(value, int):
            return "wrong_type"
        return "" if 0 <= value <= one.most else "out_of_range"
    if not isinstance(value, str):
        return "wrong_type"
    if len(value) > LONGEST:
        return "too_long"
    if one.type is SettingType.CHOICE:
        return "" if value in one.choices else "unknown"
    many = one.type in (SettingType.LINES, SettingType.SECRET_LINES)
    lines = value.split("\n") if many else [value]
    if not all(line.isprintable() for line in lines):
        return "control_character"
    if many and not all(":" in line for line in lines if line.strip()):
        return "malformed"
    return ""


def lines(text: str) -> dict[str, str]:
    """What stands in a setting of lines, by name."""
    pairs = (line.partition(":") for line in text.split("\n") if line.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def changed(connection: Connection, settings: Mapping[str, Value]) -> dict[str, Value]:
    """The settings after a change of some. Raises `Invalid`.

    Who changes to whom secrets are told, tells them again: else a stranger's server would be told what nobody can see.
    """
    after = checked(connection.kind, {**connection.settings, **settings})
    known = KINDS[connection.kind]
    moved = any(one.where and after.get(one.name) != connection.settings.get(one.name) for one in known.settings)
    for name in sorted(secret_names(connection.kind)):
        if moved and name in connection.settings and name not in settings:
            raise Invalid(field=f"settings.{name}", problem="again")
    return after


class ConnectionState(Word):
    """How a connection stands; untried: nobody has used it since the service started."""

    UNTRIED = "untried"
    OK = "ok"
    FAILING = "failing"
    UNKNOWN = "unknown"
