"""The only place where an error, or a broken rule, becomes a sentence."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.texts.doers import doer
from onepresence_desktop.desktop.texts.numbers import count, number
from onepresence_desktop.desktop.texts.problems import value_problem
from onepresence_desktop.desktop.texts.times import span
from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import (
    AddressInUse,
    CallRefused,
    Conflict,
    ConnectionFailed,
    DeviceNotRegistered,
    Invalid,
    NumberRefused,
    OnePresenceError,
    PasswordRefused,
    RouteRefused,
    Throttled,
)
from onepresence_desktop.domain.password import Rule

_ERRORS = {
    "error": QT_TRANSLATE_NOOP("Texts", "Something unexpected went wrong. Try again."),
    "sign_in": QT_TRANSLATE_NOOP("Texts", "You couldn't be signed in."),
    "wrong_credentials": QT_TRANSLATE_NOOP("Texts", "Local number and password don't match."),
    "throttled": QT_TRANSLATE_NOOP("Texts", "Too many tries. Wait a little and try again."),
    "not_signed_in": QT_TRANSLATE_NOOP("Texts", "You are not signed in any more. Sign in again."),
    "password_change_required": QT_TRANSLATE_NOOP("Texts", "Choose your own password first."),
    "password_needed": QT_TRANSLATE_NOOP("Texts", "That needs your password. Nothing was changed."),
    "password_refused": QT_TRANSLATE_NOOP("Texts", "That password can't be used."),
    "forbidden": QT_TRANSLATE_NOOP("Texts", "You don't have the right to do that."),
    "not_found": QT_TRANSLATE_NOOP("Texts", "It isn't there any more."),
    "invalid": QT_TRANSLATE_NOOP("Texts", "That can't be right: check what you have typed."),
    "too_large": QT_TRANSLATE_NOOP("Texts", "That is too large."),
    "version_refused": QT_TRANSLATE_NOOP("Texts", "This program and the telephone system don't understand each other."),
    "client_too_old": QT_TRANSLATE_NOOP(
        "Texts", "This program is too old for the telephone system. Install the newest version of OnePresence."
    ),
    "client_too_new": QT_TRANSLATE_NOOP(
        "Texts", "This program is newer than the telephone system. Ask your administrator to update the system."
    ),
    "wrong_media_type": QT_TRANSLATE_NOOP("Texts", "The telephone system doesn't take that kind of data."),
    "conflict": QT_TRANSLATE_NOOP("Texts", "It exists already, or someone has changed it meanwhile."),
    "server_refused": QT_TRANSLATE_NOOP("Texts", "The server isn't who it should be. Nothing was sent to it."),
    "certificate_unknown": QT_TRANSLATE_NOOP(
        "Texts", "Nobody has vouched for this server's certificate yet. Nothing was sent to it."
    ),
    "certificate_changed": QT_TRANSLATE_NOOP(
        "Texts",
        "The server shows another key than when you first connected. Nothing was sent to it. Ask your administrator.",
    ),
    "not_encrypted": QT_TRANSLATE_NOOP(
        "Texts", "Passwords would travel unencrypted. Leave out http://, or begin with https://."
    ),
    "route_refused": QT_TRANSLATE_NOOP("Texts", "Calls can't be sent there."),
    "route_loop": QT_TRANSLATE_NOOP("Texts", "Calls would loop back to you."),
    "dead_end": QT_TRANSLATE_NOOP("Texts", "Calls would end nowhere."),
    "call_refused": QT_TRANSLATE_NOOP("Texts", "The call can't be made."),
    "number_refused": QT_TRANSLATE_NOOP("Texts", "That number can't be called."),
    "device_not_registered": QT_TRANSLATE_NOOP("Texts", "Your phone isn't connected. Choose another one."),
    "no_device": QT_TRANSLATE_NOOP("Texts", "You have no phone to call from. Ask your administrator for one."),
    "no_line_out": QT_TRANSLATE_NOOP(
        "Texts", "The telephone system has no line to the outside yet: only colleagues can be reached."
    ),
    "call_gone": QT_TRANSLATE_NOOP("Texts", "The call has ended."),
    "unavailable": QT_TRANSLATE_NOOP("Texts", "That doesn't work at the moment. Try again shortly."),
    "telephony_away": QT_TRANSLATE_NOOP("Texts", "The telephone system isn't running at the moment."),
    "store_full": QT_TRANSLATE_NOOP("Texts", "The disk is full. Nothing was changed."),
    "store_damaged": QT_TRANSLATE_NOOP("Texts", "The data can't be read. It was left as it is."),
    "store_empty": QT_TRANSLATE_NOOP(
        "Texts", "The data is gone, but its voice messages are still there. Bring a backup back. Nothing was changed."
    ),
    "store_read_only": QT_TRANSLATE_NOOP("Texts", "The data can't be written: the disk or the file is read-only."),
    "store_locked": QT_TRANSLATE_NOOP("Texts", "Another program is using the data."),
    "address_in_use": QT_TRANSLATE_NOOP("Texts", "Another program is using the network address."),
    "connection_failed": QT_TRANSLATE_NOOP("Texts", "The other server can't be used at the moment."),
    "server_away": QT_TRANSLATE_NOOP("Texts", "The telephone system can't be reached."),
}

_TROUBLES = {
    Trouble.UNREACHABLE: QT_TRANSLATE_NOOP("Texts", "The other server can't be reached. Is the address right?"),
    Trouble.TIME_OUT: QT_TRANSLATE_NOOP("Texts", "The other server doesn't answer in time."),
    Trouble.CERTIFICATE: QT_TRANSLATE_NOOP("Texts", "The other server's certificate isn't trusted."),
    Trouble.SIGN_IN_REFUSED: QT_TRANSLATE_NOOP("Texts", "The other server refuses the account or its password."),
    Trouble.NOT_FOUND: QT_TRANSLATE_NOOP("Texts", "There is nothing at that address."),
    Trouble.BUSY: QT_TRANSLATE_NOOP("Texts", "The other server asks to be left alone for a while."),
    Trouble.SERVER_FAILED: QT_TRANSLATE_NOOP("Texts", "The other server reports a fault of its own."),
    Trouble.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP("Texts", "What the other server answers can't be read."),
    Trouble.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Texts", "That address lies inside the telephone system's own computer, and isn't asked."
    ),
    Trouble.REFUSED: QT_TRANSLATE_NOOP("Texts", "The other server says no."),
    Trouble.TOO_LARGE: QT_TRANSLATE_NOOP("Texts", "The other server answers with more than can be read."),
}
"""Why a server of the company can't be used."""


_CONFLICTS = {
    "changed": QT_TRANSLATE_NOOP("Texts", "Somebody has changed this meanwhile."),
    "self": QT_TRANSLATE_NOOP("Texts", "Nobody can close, lower or delete themselves."),
    "last_administrator": QT_TRANSLATE_NOOP("Texts", "Nobody would administer the company any more."),
    "trunk": QT_TRANSLATE_NOOP("Texts", "Another line has that name."),
    "name": QT_TRANSLATE_NOOP("Texts", "Another one has that name."),
    "most_trunks": QT_TRANSLATE_NOOP("Texts", "There are as many lines as there can be."),
    "too_many": QT_TRANSLATE_NOOP("Texts", "There are as many as there can be."),
    "no_tls": QT_TRANSLATE_NOOP("Texts", "Phones can't come in encrypted: the service was started without --sips."),
}
"""What is in the way, where that can be said better than in general."""

_CALL_VERBS = {
    "hold": QT_TRANSLATE_NOOP("Texts", "The call couldn't be put on hold. You are still talking."),
    "resume": QT_TRANSLATE_NOOP("Texts", "The call couldn't be taken back. It is still on hold."),
    "transfer": QT_TRANSLATE_NOOP("Texts", "The call can't be transferred now."),
}
"""What could not be done to a call that goes on."""

_RULES = {
    Rule.DIGITS_ONLY: QT_TRANSLATE_NOOP("Texts", "Only digits"),
    Rule.TOO_SHORT: QT_TRANSLATE_NOOP("Texts", "At least 4 digits"),
    Rule.TOO_LONG: QT_TRANSLATE_NOOP("Texts", "At most 64 digits"),
    Rule.FIRST_PASSWORD: QT_TRANSLATE_NOOP("Texts", "Not 0000"),
    Rule.LOCAL_NUMBER: QT_TRANSLATE_NOOP("Texts", "Not your local number"),
    Rule.REPEAT: QT_TRANSLATE_NOOP("Texts", "Too easy: the same digits over and over"),
    Rule.RUN: QT_TRANSLATE_NOOP("Texts", "Too easy: digits in a row"),
    Rule.SAME_AS_BEFORE: QT_TRANSLATE_NOOP("Texts", "Not the one you have now"),
    Rule.SAME_AS_PASSWORD: QT_TRANSLATE_NOOP("Texts", "Not the password that you sign in with"),
    Rule.PIN_TOO_LONG: QT_TRANSLATE_NOOP("Texts", "At most 10 digits"),
}


_SIGNED_OUT = {
    "ended": QT_TRANSLATE_NOOP("Texts", "You have been signed out here from another place."),
    "closed": QT_TRANSLATE_NOOP("Texts", "Your access has been closed. Ask your administrator."),
    "removed": QT_TRANSLATE_NOOP("Texts", "You have been removed from the company. Ask your administrator."),
    "password_reset": QT_TRANSLATE_NOOP("Texts", "Your password has been reset. Sign in with the one you are given."),
}


def signed_out(why: str) -> str:
    """Why one was signed out by others, as a sentence; a word this version doesn't know says that one is."""
    return translate("Texts", _SIGNED_OUT[why]) if why in _SIGNED_OUT else translate("Texts", _ERRORS["not_signed_in"])


def rule(broken: Rule) -> str:
    """A password rule in words."""
    return translate("Texts", _RULES[broken])


def error(problem: BaseException) -> str:
    """A sentence that says what went wrong and, where one can do something, what."""
    if not isinstance(problem, OnePresenceError):
        return translate("Texts", _ERRORS["error"])
    details = problem.details
    if isinstance(problem, Throttled) and isinstance(details.get("retry_after"), int):
        wait = int(str(details["retry_after"]))
        return translate("Texts", "Too many tries. Try again in {time}.").format(time=span(wait))
    if isinstance(problem, PasswordRefused) and str(details.get("rule")) in set(Rule):
        return rule(Rule(str(details["rule"]))) + "."
    if isinstance(problem, AddressInUse) and str(details.get("address") or "").rpartition(":")[2].isdigit():
        port = str(details["address"]).rpartition(":")[2]
        return translate("Texts", "Port {port} is taken by another program.").format(port=port)
    if isinstance(problem, ConnectionFailed) and str(details.get("reason")) in set(Trouble):
        return translate("Texts", _TROUBLES[Trouble(str(details["reason"]))])
    if isinstance(problem, Conflict) and details.get("what") == "taken" and details.get("holder"):
        return translate("Texts", "{name} has taken the call.").format(name=details["holder"])
    if isinstance(problem, Conflict) and details.get("what") == "in_use" and details.get("holder"):
        return translate("Texts", "{name} leads there: change that first.").format(name=details["holder"])
    if isinstance(problem, Conflict) and details.get("what") == "changed" and details.get("by"):
        return translate("Texts", "{name} has changed this meanwhile.").format(name=doer(str(details["by"])))
    if isinstance(problem, Conflict) and details.get("what") == "too_many" and details.get("room"):
        return translate("Texts", "There is room for {count} more.").format(count=count(int(str(details["room"]))))
    if isinstance(problem, Conflict) and details.get("what") in _CONFLICTS:
        return translate("Texts", _CONFLICTS[str(details["what"])])
    if isinstance(problem, Conflict) and details.get("holder"):
        taken = translate("Texts", "{number} belongs to {name}.")
        return taken.format(number=number(str(details["number"])), name=details["holder"])
    if isinstance(problem, NumberRefused) and details.get("number"):
        return translate("Texts", "{number} can't be called.").format(number=number(str(details["number"])))
    if type(problem) is CallRefused and details.get("what") in _CALL_VERBS:
        return translate("Texts", _CALL_VERBS[str(details["what"])])
    if isinstance(problem, RouteRefused) and details.get("at"):
        return f"{translate('Texts', _ERRORS[problem.code])} ({number(str(details['at']))})"
    if isinstance(problem, Invalid):
        said = value_problem(str(details.get("field") or ""), str(details.get("problem") or ""))
        return said or translate("Texts", _ERRORS[problem.code])
    if isinstance(problem, DeviceNotRegistered):
        return translate("Texts", _ERRORS[problem.code])
    return translate("Texts", _ERRORS.get(problem.code, _ERRORS["error"]))


def no_keyring() -> str:
    """That the token can't be kept."""
    return translate("App", "This computer has no keyring, so you sign in at each start.")
