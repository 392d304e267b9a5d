"""The command line's arguments for what a group does with its calls, for pickup groups and encrypted phones."""

from __future__ import annotations

import argparse
from datetime import date, time

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.admin_verbs import version
from onepresence_desktop.wire import commands as wire

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def setting(command: argparse.ArgumentParser) -> None:
    """`group set`."""
    command.add_argument("local_number", metavar="LOCALNUMBER")
    command.add_argument("--name")
    members = "by blanks or commas, in their order; who isn't named is no member any more"
    command.add_argument("--members", nargs="+", metavar="LOCALNUMBER", help=members)
    command.add_argument("--strategy", choices=("all", "in_turn", "longest_idle"))
    command.add_argument("--seconds", type=int, metavar="S", help="how long it rings (in turn: each member)")
    answers = "whether it is the group that answers for the company"
    command.add_argument("--reception", action=argparse.BooleanOptionalAction, default=None, help=answers)
    command.add_argument("--number", metavar="NUMBER", help='the group\'s public number; "" for none')
    command.add_argument("--overflow", metavar="NUMBER", help='where calls go that nobody took; "" for nowhere')
    command.add_argument("--mailbox", metavar="LOCALNUMBER", help='whose mailbox takes them else; "" for none')
    turns = 'who answers outside the hours, a week each, and again from the first; "" is a week without anybody'
    command.add_argument("--rota", nargs="*", metavar="NUMBER", help=turns)
    command.add_argument("--rota-from", type=date.fromisoformat, metavar="DATE", help="a day of the first week")
    change = "when the turn changes (default mon 08:00)"
    command.add_argument("--rota-change", nargs=2, default=("mon", "08:00"), metavar=("DAY", "TIME"), help=change)
    version(command)


def changed(given: argparse.Namespace) -> wire.GroupSet:
    """What was asked for. Raises `Invalid` for a day or a time that can't be."""
    day, text = given.rota_change
    try:
        changes = (DAYS.index(day), time.fromisoformat(text))
    except ValueError as exc:
        raise Invalid(field="rota_change", problem="day_and_time") from exc
    return wire.GroupSet(
        local_number=given.local_number,
        name=given.name,
        members=listed(given.members) if given.members else None,
        strategy=given.strategy,
        seconds=given.seconds,
        reception=given.reception,
        number=given.number,
        overflow=given.overflow,
        mailbox=given.mailbox,
        rota=given.rota,
        since=given.rota_from,
        changes=changes,
        version=given.version,
    )


def listed(given: list[str]) -> list[str]:
    """Local numbers that were named with blanks, commas or semicolons between them."""
    return [number for part in given for number in part.replace(";", ",").split(",") if number]


def pickup(command: argparse.ArgumentParser) -> None:
    """`pickup-group set`."""
    command.add_argument("customer", metavar="CODE")
    command.add_argument("name", metavar="NAME")
    command.add_argument("--members", nargs="+", metavar="LOCALNUMBER", help="all of them; needed for a new one")
    command.add_argument("--becomes", metavar="NAME", help="another name")
    version(command)


def pickup_set(given: argparse.Namespace) -> wire.PickupGroupSet:
    """What was asked for."""
    return wire.PickupGroupSet(
        customer=given.customer,
        name=given.name,
        members=listed(given.members) if given.members else None,
        becomes=given.becomes,
        version=given.version,
    )


def pickup_gone(given: argparse.Namespace) -> wire.PickupGroupSet:
    """One that is to be removed."""
    return wire.PickupGroupSet(customer=given.customer, name=given.name, members=[])


def times(command: argparse.ArgumentParser) -> None:
    """`customer reception-times`."""
    command.add_argument("customer", metavar="CODE")
    command.add_argument("--back-after", type=int, metavar="SECONDS", help="calls handed on ring there for so long")
    command.add_argument("--parked-for", type=int, metavar="SECONDS", help="parked calls wait for so long")
    version(command)


def timed(given: argparse.Namespace) -> wire.ReceptionTimes:
    """What was asked for."""
    return wire.ReceptionTimes(
        customer=given.customer, back_after=given.back_after, parked_for=given.parked_for, version=given.version
    )


def secure(command: argparse.ArgumentParser) -> None:
    """`customer secure-phones`."""
    command.add_argument("customer", metavar="CODE")
    command.add_argument("secure", nargs="?", choices=("on", "off"), help="without, it only tells")


def secured(given: argparse.Namespace) -> wire.SecurePhones:
    """What was asked for."""
    return wire.SecurePhones(customer=given.customer, secure=None if given.secure is None else given.secure == "on")
