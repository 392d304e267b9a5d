"""What the command line prints for people; `--json` prints the results themselves."""

from __future__ import annotations

import unicodedata

from onepresence_desktop.domain import errors
from onepresence_desktop.domain.people import SoundPath
from onepresence_desktop.pbx import (
    admin_calendars,
    admin_company,
    admin_company_numbers,
    admin_connections,
    admin_directories,
    admin_doctor,
    admin_sounds,
    admin_users,
)
from onepresence_desktop.wire import commands as wire

HINTS: dict[str, str] = {
    "address_in_use": "another program listens there; choose another port, or 0 for a free one",
    "store_damaged": "the database can't be read and was left as it is; restore a backup or look at the disk",
    "store_empty": "recordings lie beside an empty or missing database: restore a backup, or give --accept-empty",
    "store_read_only": "the database can be read and not written; look at the rights of file, folder and disk",
    "store_locked": "another process has it open and can't be asked; give the service's own --data, as its user",
    "store_full": "the disk is full; nothing was changed",
    "server_away": "the service does not answer",
    "conflict": "that exists already",
    "not_found": "there is no such thing",
    "password_refused": "the password is not good enough",
    "invalid": "a value is wrong",
    "connection_failed": "the server was asked and did not give what was wanted; nothing was changed",
    "too_large": "that is more than can be taken at once",
}

IN_THE_WAY: dict[str, str] = {
    "in_use": "something leads to it; let that lead elsewhere first",
    "newer": "the folder holds what the backup has not; --replace moves it aside",
    "changed": "somebody has made it another meanwhile; look at it again, then decide",
    "choose_another": "one of the calendars diverts; choose another one instead",
    "no_connection": "the company has no calendar connection that is in use; `connection add` makes one",
    "no_email": "the company's connection knows people by their e-mail address, and there is none",
    "seen_by_others": "others on this machine see what stands in a command: give NAME=- or --set-file NAME=FILE",
    "which_of_several": "there are several; say which",
    "last_administrator": "nobody would administer the company any more; make somebody else an administrator first",
}
"""What is in the way, or wrong with a value, where that can be said better than in general."""


def why(error: errors.OnePresenceError) -> str:
    """A refusal on one line: the stable code first, for scripts."""
    details = ", ".join(f"{name}={value}" for name, value in error.details.items() if value not in {None, ""})
    known = (IN_THE_WAY.get(str(error.details.get(name))) for name in ("what", "problem"))
    hint = next((words for words in known if words), HINTS.get(error.code, ""))
    return error.code + (f": {hint}" if hint else "") + (f" ({details})" if details else "")


def visible(text: str) -> str:
    """A text for a terminal: what would move its cursor, colour it or turn its letters round is shown as it is written
    in Python; line ends stay.
    """
    return "".join(
        char if char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"} else ascii(char)[1:-1]
        for char in text
    )


def described(result: wire.Result) -> str:
    """A result for people."""
    match result:
        case wire.CustomerAdded():
            return f"company {result.code} {result.name}"
        case wire.UserAdded():
            lines = [f"{result.local_number} {result.name}"]
            if result.activation_code:
                lines.append("password 0000, to be changed at the first sign-in from this machine or network")
                lines.append(f"activation code {result.activation_code}, for the first sign-in from elsewhere;")
                lines.append("it is valid for 7 days, then `user reset-password` gives another")
            return "\n".join(lines)
        case wire.ListedUser():
            return admin_users.described(result)
        case wire.ListedDirectories():
            return admin_directories.described(result)
        case wire.DeviceAdded():
            if not result.sip_password:
                return f"{result.kind} of {result.local_number}, rung at {result.number}"
            server = result.server or "the address that `serve` prints"
            server += " (over TLS)" if result.transport == "tls" else ""
            return f"server   {server}\nuser     {result.sip_user}\npassword {result.sip_password}"
        case wire.DeviceChanged():
            rings = f", rings after {result.ring_after} s" if result.ring_after else ""
            hours = ", rings only within working hours" if result.ring_in_hours else ""
            secure = ", must be encrypted" if result.secure else ""
            return f"sound of {result.which}: {result.sound}{secure}{rings}{hours}"
        case wire.GroupAdded():
            return f"group {result.local_number} {result.name}"
        case wire.HoursSet():
            whose = f"{result.numbers} numbers of company {result.which}" if len(result.which) == 3 else result.which
            return f"{whose}: {result.hours}"
        case wire.ListedPickupGroups():
            named = (f"{group.name}: {', '.join(group.members)}" for group in result.groups)
            return "\n".join(named) or "no pickup groups"
        case wire.UserErased():
            return f"erased: {result.local_number}, and the name in what others keep"
        case wire.DeviceProvisioned():
            return f"{result.address}\ngood once: type it into {result.sip_user} as the address of its settings"
        case wire.ReceptionTimesSet():
            back = f"calls handed on come back after {result.back_after} s, parked ones after {result.parked_for} s"
            return f"{result.customer}: {back}"
        case wire.SecurePhonesSet():
            return f"{result.customer}: phones {'must be encrypted' if result.secure else 'need not be encrypted'}"
        case wire.GroupLogged():
            return f"{result.member} is logged {'out of' if result.out else 'in to'} {result.local_number}"
        case wire.Trunk():
            return f"trunk {result.name}: {result.server}"
        case wire.Trunks():
            return "\n".join(_trunk(trunk, running=result.running) for trunk in result.trunks) or "no line out yet"
        case wire.TrunkTested():
            return f"{result.number} over {result.name}: {result.said}"
        case wire.ListedConnection():
            return admin_connections.described(result)
        case wire.ListedConnections():
            return "\n".join(admin_connections.described(one) for one in result.connections) or "no connections yet"
        case wire.TriedConnection():
            return admin_connections.tried(result)
        case wire.ListedSounds():
            return admin_sounds.described(result)
        case wire.ListedCompanyNumbers():
            return admin_company_numbers.described(result)
        case wire.ListedCalendars() | wire.ListedCalendarWords():
            return admin_calendars.described(result)
        case wire.Diagnosed():
            return admin_doctor.described(result)
        case wire.Removed():
            return f"removed {result.kind} {result.which}"
        case wire.Listed():
            return "\n".join(line for customer in result.customers for line in _customer(customer)) or "nobody yet"
        case wire.Imported():
            if result.bad:
                bad = [f"line {line.line}: {line.field} {line.problem}".replace("  ", " ") for line in result.bad]
                return "\n".join([*bad, "nothing was imported"])
            return f"{result.added} added, {result.changed} changed"
        case wire.Exported():
            return f"{result.count} exported"
        case wire.BackedUp():
            return f"{result.path}: {result.size} bytes"
        case wire.Checked():
            state = "the service runs" if result.running else "the service does not run"
            counts = f"{result.customers} companies, {result.users} people, {result.devices} phones"
            whole = f"the store is whole: {counts}, {result.groups} groups; {state}"
            return "\n".join([whole, *_remarks(result)])
        case wire.Restored():
            lines = [f"{result.people} people, {result.messages} messages, {result.sounds} recordings brought back"]
            if result.aside:
                lines.append(f"what lay there before is now in {result.aside}")
            lines += [f"newer than the backup, and only there: {n} {what}" for what, n in result.replaced.items()]
            return "\n".join(lines)
    return admin_company.described(result)


def _remarks(checked: wire.Checked) -> list[str]:
    """What an administrator should look at."""
    remarks = {
        "recordings belong to no message and are set aside in recordings/aside": checked.sounds_aside,
        "messages have lost their recording": checked.sounds_missing,
        "call records and messages wait in spool until the store can be written": checked.waiting,
        "call records can't be written and are set aside in spool/aside": checked.aside,
        "mails and SMS are to be sent": checked.outgoing,
        "mails and SMS could not be delivered": checked.undeliverable,
    }
    return [f"{count} {what}" for what, count in remarks.items() if count]


def _trunk(trunk: wire.Trunk, *, running: bool) -> str:
    how = f"{trunk.server} ({trunk.transport}{', registers' if trunk.register else ''})"
    if not running:
        return f"{trunk.name} {how}"
    stands = "up" if trunk.up else f"down: {trunk.detail}" if trunk.detail else "down"
    return f"{trunk.name} {how}: {stands}, {trunk.calls} calls, {trunk.refused} not let out"


def _device(device: wire.ListedDevice) -> str:
    sound = "" if device.sound is SoundPath.AUTOMATIC else f", sound {device.sound}"
    secure = ", must be encrypted" if device.secure else ""
    return f"{device.kind} {device.number or device.sip_user}{sound}{secure}"


def _customer(customer: wire.ListedCustomer) -> list[str]:
    lines = [f"{customer.code} {customer.name}"]
    for user in customer.users:
        role = "" if user.role == "user" else f" ({user.role})"
        lines.append(f"  {user.local_number} {user.name}{role}")
        lines.extend(f"    {_device(device)}" for device in user.devices)
    lines.extend(f"  {group.local_number} {group.name}: {', '.join(group.members)}" for group in customer.groups)
    return lines
