"""The command line's arguments for lines to providers (contract: `onepresence-pbx trunk …`)."""

from __future__ import annotations

import argparse

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.trunks import CALLS_AN_HOUR
from onepresence_desktop.pbx.admin_verbs import from_file, version, whose
from onepresence_desktop.wire import commands as wire

ADDING = "a line to a provider; lines are tried in the order in which they were added"
SETTING = "change what is named of a line; calls that go on over it aren't ended"
ORDERING = "the order in which lines are tried"
STYLES = "how the provider writes numbers: +45…, 33…, 0045…"
SHOWN = "where the provider wants our number: P-Asserted-Identity, P-Preferred-Identity, or From alone"


def add(command: argparse.ArgumentParser) -> None:
    """`trunk add`."""
    command.add_argument("name", metavar="NAME", help="what it is called here")
    command.add_argument("--server", required=True, metavar="HOST[:PORT]")
    command.add_argument("--transport", default="udp", choices=("udp", "tcp", "tls"))
    command.add_argument("--user", default="", metavar="U", help="the account at the provider")
    seen = "of the account; - reads it from standard input (what stands here, others on this machine see)"
    command.add_argument("--password", default="", metavar="P", help=seen)
    _secret(command)
    command.add_argument("--register", action="store_true", help="sign in; without, the provider knows our address")
    command.add_argument("--number", nargs="+", default=[], metavar="+45…", help="numbers it carries")
    command.add_argument("--format", default="e164", choices=("e164", "national", "00"), help=STYLES)
    command.add_argument("--main", metavar="+45…", help="the number shown for who has none")
    whence = "addresses from which its calls come, besides the server's"
    command.add_argument("--from", nargs="+", default=[], dest="sources", metavar="ADDRESS", help=whence)
    command.add_argument("--max-calls", type=int, metavar="N", help="calls at once")
    abroad = "other countries that may be called (default none)"
    command.add_argument("--abroad", default="none", choices=("none", "nordic", "eu", "world"), help=abroad)
    command.add_argument("--premium", action="store_true", help="premium numbers may be called")
    command.add_argument("--caller-id", default="asserted", choices=("asserted", "preferred", "from"), help=SHOWN)
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
        password=_password(given),
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


def _password(given: argparse.Namespace) -> str:
    path = "-" if given.password == "-" else given.password_file
    return from_file(path).strip() if path is not None else str(given.password)


def setting(command: argparse.ArgumentParser) -> None:
    """`trunk set`."""
    command.add_argument("name", metavar="NAME")
    command.add_argument("--becomes", metavar="NAME", help="another name")
    command.add_argument("--server", metavar="HOST[:PORT]")
    command.add_argument("--transport", choices=("udp", "tcp", "tls"))
    command.add_argument("--user", metavar="U", help='the account at the provider; "" for none')
    _secret(command)
    signing = "sign in; with --no-register the provider knows our address"
    command.add_argument("--register", action=argparse.BooleanOptionalAction, default=None, help=signing)
    command.add_argument("--number", nargs="*", metavar="+45…", help="all numbers it carries; none named: none")
    command.add_argument("--format", choices=("e164", "national", "00"), help=STYLES)
    command.add_argument("--main", metavar="+45…", help='the number shown for who has none; "" for none')
    whence = "all addresses from which its calls come, besides the server's"
    command.add_argument("--from", nargs="*", dest="sources", metavar="ADDRESS", help=whence)
    command.add_argument("--max-calls", type=int, metavar="N", help="calls at once; 0: as many as there are")
    command.add_argument(
        "--abroad", choices=("none", "nordic", "eu", "world"), help="other countries that may be called"
    )
    may = "whether premium numbers may be called"
    command.add_argument("--premium", action=argparse.BooleanOptionalAction, default=None, help=may)
    command.add_argument("--caller-id", choices=("asserted", "preferred", "from"), help=SHOWN)
    follow = "whether a redirection (302) is followed"
    command.add_argument("--follow", action=argparse.BooleanOptionalAction, default=None, help=follow)
    command.add_argument("--calls-an-hour", type=int, metavar="N", help="calls a person may make in an hour")
    version(command)
    whose(command)


FIELDS = (
    *("becomes", "server", "transport", "user", "register", "format", "main", "sources", "max_calls"),
    *("abroad", "premium", "caller_id", "follow", "calls_an_hour"),
)


def changed(given: argparse.Namespace) -> wire.TrunkSet:
    """What was asked for. Raises `Invalid` where nothing is named."""
    named = {name: value for name in FIELDS if (value := getattr(given, name)) is not None}
    if given.number is not None:
        named["numbers"] = given.number
    if given.password_file is not None:
        named["password"] = from_file(given.password_file)
    if not named:
        raise Invalid(field="trunk", problem="missing")
    return wire.TrunkSet(name=given.name, version=given.version, customer=given.customer, **named)


def _secret(command: argparse.ArgumentParser) -> None:
    known = "a file with the account's password; - reads it from standard input"
    command.add_argument("--password-file", metavar="FILE", help=known)


def order(command: argparse.ArgumentParser) -> None:
    """`trunk order`."""
    command.add_argument("names", nargs="+", metavar="NAME", help="all lines there are, the first to be tried first")
    whose(command)


def ordered(given: argparse.Namespace) -> wire.TrunkOrdered:
    """What was asked for."""
    return wire.TrunkOrdered(names=given.names, customer=given.customer)


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
