"""The command line's arguments for people (`onepresence-pbx user …`)."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx import admin_persons
from onepresence_desktop.pbx.admin_verbs import command, version
from onepresence_desktop.wire import commands as wire

ABOUT = "people: add, set, list, remove, remove-picture, export, erase, reset the password"
ROLES = ("user", "receptionist", "administrator")
LANGUAGES = ("da", "sv", "en")


def add(user: Any) -> None:
    """All of them but `list` and `remove`."""
    adding = command(
        user, "add", "a new person; without --password it is 0000, to be changed at the first sign-in", _added
    )
    adding.add_argument("local_number", metavar="LOCALNUMBER", help="seven digits, beginning with the customer code")
    adding.add_argument("--name", required=True)
    adding.add_argument("--email")
    adding.add_argument("--mobile", metavar="NUMBER")
    adding.add_argument("--onenumber", metavar="NUMBER", help="the person's public number")
    adding.add_argument("--title", default="")
    adding.add_argument("--department", default="")
    adding.add_argument("--manager", metavar="LOCALNUMBER", help="whom the person reports to")
    adding.add_argument("--role", default="user", choices=ROLES)
    adding.add_argument("--language", choices=LANGUAGES)
    adding.add_argument("--password", help="digits only, at least four; - reads it from standard input")
    _set(command(user, "set", 'change what is named; "" takes a value away', _changed))
    reset = command(user, "reset-password", "back to 0000; prints a new activation code", _reset)
    reset.add_argument("local_number", metavar="LOCALNUMBER")
    picture = command(user, "remove-picture", "take a person's picture away", _picture)
    picture.add_argument("local_number", metavar="LOCALNUMBER")
    admin_persons.export(command(user, "export", admin_persons.EXPORTING, admin_persons.exported))
    admin_persons.erase(command(user, "erase", admin_persons.ERASING, admin_persons.erased))


def _set(change: argparse.ArgumentParser) -> None:
    change.add_argument("local_number", metavar="LOCALNUMBER")
    change.add_argument("--becomes", metavar="LOCALNUMBER", help="another local number")
    change.add_argument("--name")
    change.add_argument("--email")
    change.add_argument("--mobile", metavar="NUMBER")
    change.add_argument("--onenumber", metavar="NUMBER", help="the person's public number")
    change.add_argument("--title")
    change.add_argument("--department")
    change.add_argument("--manager", metavar="LOCALNUMBER", help="whom the person reports to")
    change.add_argument("--role", choices=ROLES)
    change.add_argument("--language", choices=LANGUAGES, help="in which the telephone speaks to the person")
    closed = "close the person's access: sessions end and nobody reaches them; --no-closed opens it again"
    change.add_argument("--closed", action=argparse.BooleanOptionalAction, default=None, help=closed)
    version(change)


def _added(given: argparse.Namespace) -> wire.UserAdd:
    return wire.UserAdd(
        local_number=given.local_number,
        name=given.name,
        email=given.email,
        mobile=given.mobile,
        one_number=given.onenumber,
        title=given.title,
        department=given.department,
        manager=given.manager,
        role=given.role,
        language=given.language,
        password=sys.stdin.readline().strip() if given.password == "-" else given.password,
    )


FIELDS = ("becomes", "name", "email", "mobile", "title", "department", "manager", "role", "language", "closed")


def _changed(given: argparse.Namespace) -> wire.UserSet:
    """Raises `Invalid` where nothing is named."""
    named = {name: value for name in FIELDS if (value := getattr(given, name)) is not None}
    if given.onenumber is not None:
        named["one_number"] = given.onenumber
    if not named:
        raise Invalid(field="user", problem="missing")
    return wire.UserSet(local_number=given.local_number, version=given.version, **named)


def _reset(given: argparse.Namespace) -> wire.PasswordReset:
    return wire.PasswordReset(local_number=given.local_number)


def _picture(given: argparse.Namespace) -> wire.PictureRemove:
    return wire.PictureRemove(local_number=given.local_number)


def described(user: wire.ListedUser) -> str:
    """One on a line, with what is set of them."""
    said = (
        ("e-mail", user.email),
        ("mobile", user.mobile),
        ("OneNumber", user.one_number),
        ("title", user.title),
        ("department", user.department),
        ("manager", user.manager),
    )
    known = [f"{what} {value}" for what, value in said if value]
    closed = ["access closed"] if user.closed else []
    return "; ".join([f"{user.local_number} {user.name} ({user.role})", *known, *closed])
