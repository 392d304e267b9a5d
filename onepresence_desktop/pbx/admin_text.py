"""What the command line prints for people; `--json` prints the results themselves."""

from __future__ import annotations

from onepresence_desktop.domain import errors
from onepresence_desktop.wire import commands as wire

HINTS: dict[str, str] = {
    "address_in_use": "another program listens there; choose another port, or 0 for a free one",
    "store_damaged": "the database can't be read and was left as it is; restore a backup or look at the disk",
    "store_locked": "another process has it open and can't be asked; give the service's own --data, as its user",
    "store_full": "the disk is full; nothing was changed",
    "server_away": "the service does not answer",
    "conflict": "that exists already",
    "not_found": "there is no such thing",
    "password_refused": "the password is not good enough",
    "invalid": "a value is wrong",
    "too_large": "that is more than can be taken at once",
}


def why(error: errors.OnePresenceError) -> str:
    """A refusal on one line: the stable code first, for scripts."""
    details = ", ".join(f"{name}={value}" for name, value in error.details.items() if value not in {None, ""})
    hint = HINTS.get(error.code, "")
    return error.code + (f": {hint}" if hint else "") + (f" ({details})" if details else "")


def in_words(result: wire.Result) -> str:
    """A result for people."""
    match result:
        case wire.CustomerAdded():
            return f"company {result.code} {result.name}"
        case wire.UserAdded():
            lines = [f"{result.local_number} {result.name}"]
            if result.activation_code:
                lines.append("password 0000, to be changed at the first sign-in from this machine or network")
                lines.append(f"activation code {result.activation_code}, for the first sign-in from elsewhere")
            return "\n".join(lines)
        case wire.DeviceAdded():
            if not result.sip_password:
                return f"{result.kind} of {result.local_number}, rung at {result.number}"
            server = result.server or "the address that `serve` prints"
            return f"server   {server}\nuser     {result.sip_user}\npassword {result.sip_password}"
        case wire.GroupAdded():
            return f"group {result.local_number} {result.name}"
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
            return f"the store is whole: {counts}, {result.groups} groups; {state}"
    return ""


def _customer(customer: wire.ListedCustomer) -> list[str]:
    lines = [f"{customer.code} {customer.name}"]
    for user in customer.users:
        role = "" if user.role == "user" else f" ({user.role})"
        lines.append(f"  {user.local_number} {user.name}{role}")
        lines.extend(f"    {device.kind} {device.number or device.sip_user}" for device in user.devices)
    lines.extend(f"  {group.local_number} {group.name}: {', '.join(group.members)}" for group in customer.groups)
    return lines
