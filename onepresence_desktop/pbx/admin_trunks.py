"""The command line's arguments for lines to providers (contract: `onepresence-pbx trunk …`)."""

from __future__ import annotations

import argparse
import sys

from onepresence_desktop.domain.trunks import CALLS_AN_HOUR
from onepresence_desktop.wire import commands as wire

ADDING = "a line to a provider; lines are tried in the order in which they were added"


def add(command: argparse.ArgumentParser) -> None:
    """`trunk add`."""
    command.add_argument("name", metavar="NAME", help="what it is called here")
    command.add_argument("--server", required=True, metavar="HOST[:PORT]")
    command.add_argument("--transport", default="udp", choices=("udp", "tcp", "tls"))
    command.add_argument("--user", default="", metavar="U", help="the account at the provider")
    command.add_argument("--password", default="", metavar="P", help="of the account; - reads it from standard input")
    command.add_argument("--register", action="store_true", help="sign in; without, the provider knows our address")
    command.add_argument("--number", nargs="+", default=[], metavar="+45…", help="numbers it carries")
    styles = "how the provider writes numbers: +45…, 33…, 0045…"
    command.add_argument("--format", default="e164", choices=("e164", "national", "00"), help=styles)
    command.add_argument("--main", metavar="+45…", help="the number shown for who has none")
    whence = "addresses from which its calls come, besides the server's"
    command.add_argument("--from", nargs="+", default=[], dest="sources", metavar="ADDRESS", help=whence)
    command.add_argument("--max-calls", type=int, metavar="N", help="calls at once")
    abroad = "other countries that may be called (default none)"
    command.add_argument("--abroad", default="none", choices=("none", "nordic", "eu", "world"), help=abroad)
    command.add_argument("--premium", action="store_true", help="premium numbers may be called")
    shown = "where the provider wants our number: P-Asserted-Identity, P-Preferred-Identity, or From alone"
    command.add_argument("--caller-id", default="asserted", choices=("asserted", "preferred", "from"), help=shown)
    command.add_argument("--follow", action="store_true", help="follow a redirection (302)")
    hourly = f"calls a person may make in an hour (default {CALLS_AN_HOUR})"
    command.add_argument("--calls-an-hour", type=int, default=CALLS_AN_HOUR, metavar="N", help=hourly)
    command.add_argument("--first", action="store_true", help="in front of the others")
    command.add_argument("--customer", metavar="CODE", help="whose line, where there are several companies")


def added(given: argparse.Namespace) -> wire.TrunkAdd:
    """What was asked for."""
    return wire.TrunkAdd(
        name=given.name,
        server=given.server,
        transport=given.transport,
        user=given.user,
        password=sys.stdin.readline().strip() if given.password == "-" else given.password,
        register=given.register,
        numbers=given.number,
        format=given.format,
        main=given.main,
        sources=given.sources,
        max_calls=given.max_calls,
        abroad=given.abroad,
        premium=given.premium,
        caller_id=given.caller_id,
        follow=given.follow,
        calls_an_hour=given.calls_an_hour,
        first=given.first,
        customer=given.customer,
    )


def which(command: argparse.ArgumentParser) -> None:
    """`trunk remove`."""
    command.add_argument("name", metavar="NAME")
    command.add_argument("--customer", metavar="CODE")


def removed(given: argparse.Namespace) -> wire.TrunkRemove:
    """What was asked for."""
    return wire.TrunkRemove(name=given.name, customer=given.customer)


def test(command: argparse.ArgumentParser) -> None:
    """`trunk test`."""
    which(command)
    command.add_argument("number", metavar="NUMBER")


def tested(given: argparse.Namespace) -> wire.TrunkTest:
    """What was asked for."""
    return wire.TrunkTest(name=given.name, number=given.number, customer=given.customer)
