"""The command line `onepresence-pbx`: what is asked, in words."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from onepresence_desktop import __version__
from onepresence_desktop.domain.errors import TooLarge
from onepresence_desktop.domain.people import SoundPath
from onepresence_desktop.domain.text_files import decoded
from onepresence_desktop.pbx import (
    admin_calendars,
    admin_company,
    admin_company_numbers,
    admin_connections,
    admin_directories,
    admin_doctor,
    admin_groups,
    admin_persons,
    admin_sounds,
    admin_trunks,
    admin_users,
)
from onepresence_desktop.pbx.admin_verbs import command, group, where
from onepresence_desktop.pbx.config import DRIVERS
from onepresence_desktop.wire import commands as wire

DESCRIPTION = """\
The telephone system behind OnePresence: people, phones, diversions, voicemail.

  onepresence-pbx customer add 100 "My Company" --data DIR
  onepresence-pbx user add 1002140 --name "Anders Andersen" --role administrator --data DIR
  onepresence-pbx device add 1002140 desk --data DIR      prints what to type into the phone
  onepresence-pbx serve --data DIR                        ready http://127.0.0.1:8480 sip:0.0.0.0:5060

A local number has seven digits: the three of the customer code and the last four of the person's public number.
Every command works while the service runs (it is done through it) and while it doesn't.
"""

RESTORE = """\
Bring a backup back into a folder that no service runs in, and with --database into a PostgreSQL database, whichever
kind the backup was made of. What lies there is moved aside, not deleted; where it holds
what the backup has not, that is told and nothing done without --replace. Everybody has to sign in again.
"""

EPILOG = """\
Exit codes: 0 done, 1 refused (the reason is on standard error), 2 wrong usage, 3 address in use,
4 store damaged, 5 store locked by another process, 6 disk full, 7 service away.
"""


def parser() -> argparse.ArgumentParser:
    """All commands with their help."""
    top = argparse.ArgumentParser(
        "onepresence-pbx",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"onepresence-pbx {__version__}")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    _serve(verbs)
    customer = group(
        verbs, "customer", "companies: add, list, secure-phones, reception-times, numbers-shown, last-contacts"
    )
    _customer_add(customer)
    _list(customer, "list")
    demanded = "whether a company's phones must come over TLS and encrypt their sound (SRTP)"
    admin_groups.secure(command(customer, "secure-phones", demanded, admin_groups.secured))
    back = "after how many seconds calls that were handed on, or parked, come back"
    admin_groups.times(command(customer, "reception-times", back, admin_groups.timed))
    admin_company.of_customer(customer)
    user = group(verbs, "user", admin_users.ABOUT)
    admin_users.add(user)
    _list(user, "list")
    _remove(user, "remove", "LOCALNUMBER", "remove a person with all that is theirs")
    device = group(verbs, "device", "phones: add, set, show, list, provision, remove")
    _device_add(device)
    _device_set(device)
    shown = "what to type into a phone, password included; that it was shown is written down"
    admin_persons.which(command(device, "show", shown, admin_persons.shown))
    _list(device, "list")
    admin_persons.provision(command(device, "provision", admin_persons.PROVISIONING, admin_persons.provisioned))
    _remove(device, "remove", "SIPUSER", "take a phone away")
    hunting = group(verbs, "group", "hunt groups: add, set, list, remove")
    _group_add(hunting)
    _list(hunting, "list")
    _remove(hunting, "remove", "LOCALNUMBER", "remove a hunt group")
    admin_groups.setting(
        command(
            hunting, "set", "name, members, how it rings, overflow, mailbox and rota of a group", admin_groups.changed
        )
    )
    picking = group(verbs, "pickup-group", "people who may take one another's calls: set, list, remove")
    admin_groups.pickup(command(picking, "set", "make one, or give it other members", admin_groups.pickup_set))
    teams = command(picking, "list", "a company's", lambda given: wire.PickupGroups(customer=given.customer))
    teams.add_argument("customer", metavar="CODE")
    gone = command(picking, "remove", "remove one", admin_groups.pickup_gone)
    gone.add_argument("customer", metavar="CODE")
    gone.add_argument("name", metavar="NAME")
    _group_log(hunting, "login", "let a member be rung by the group again", out=False)
    _group_log(hunting, "logout", "let a group leave a member out", out=True)
    _set_hours(verbs)
    sound = group(verbs, "sound", admin_sounds.ABOUT)
    admin_sounds.listing(command(sound, "list", "what a company recorded itself", admin_sounds.listed))
    admin_sounds.setting(command(sound, "set", admin_sounds.SETTING, admin_sounds.put))
    admin_sounds.removing(command(sound, "remove", admin_sounds.REMOVING, admin_sounds.removed))
    admin_company_numbers.add(verbs)
    admin_company.add(verbs)
    admin_calendars.add(verbs)
    admin_directories.add(verbs)
    trunk = group(verbs, "trunk", "lines to a telephone provider: add, set, order, list, remove, test")
    admin_trunks.add(command(trunk, "add", admin_trunks.ADDING, admin_trunks.added))
    admin_trunks.setting(command(trunk, "set", admin_trunks.SETTING, admin_trunks.changed))
    admin_trunks.order(command(trunk, "order", admin_trunks.ORDERING, admin_trunks.ordered))
    command(trunk, "list", "lines to providers in their order, and how each stands", lambda _: wire.TrunkList())
    admin_trunks.which(command(trunk, "remove", "remove a line to a provider", admin_trunks.removed))
    admin_trunks.test(command(trunk, "test", "call a number over a line until it rings", admin_trunks.tested))
    connection = group(verbs, "connection", "servers of the company's, for mail, SMS …: add, set, list, remove, try")
    admin_connections.add(command(connection, "add", admin_connections.ADDING, admin_connections.added))
    admin_connections.setting(command(connection, "set", admin_connections.SETTING, admin_connections.changed))
    command(connection, "list", "connections, and how each stands", lambda _: wire.ConnectionList())
    admin_connections.which(command(connection, "remove", "forget a connection", admin_connections.removed))
    admin_connections.trying(command(connection, "try", "use a connection once", admin_connections.attempted))
    _list(verbs, "list")
    _remove(verbs, "remove", "WHICH", "remove a person or group (local number) or a phone (SIP user)")
    source = command(verbs, "import", "add and change people from a CSV file: all of it, or nothing", _import)
    source.add_argument("file", type=Path, metavar="FILE.csv", help="head line: local_number,name,email,mobile,…")
    target = command(verbs, "export", "write people to a CSV file", lambda _: wire.ExportPeople())
    target.add_argument("file", type=Path, metavar="FILE.csv", help="- for standard output")
    backup = command(verbs, "backup", "database and recordings in one archive, also while the service runs", _backup)
    backup.add_argument("file", type=Path, metavar="FILE")
    words = command(verbs, "fingerprint", "the words by which a client's user knows this service", None)
    words.add_argument(
        "--tls-cert", dest="certificate", metavar="FILE", help="of a certificate that was given to `serve`"
    )
    restore = verbs.add_parser("restore", help="bring a backup back", description=RESTORE)
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--replace", action="store_true", help="also what is newer than the backup")
    restore.add_argument("--json", action="store_true", help="answer in JSON")
    where(restore)
    command(verbs, "migrate", "bring the database to this version", lambda _: wire.Check())
    admin_doctor.add(command(verbs, "doctor", admin_doctor.ABOUT, admin_doctor.asked))
    command(verbs, "check", "see whether the store is whole", lambda _: wire.Check())
    return top


def _serve(verbs: Any) -> None:
    serve = verbs.add_parser(
        "serve",
        help="run the service",
        description="Run the service. When it is ready it prints one line:\n\n  ready http://HOST:PORT sip:HOST:PORT\n",
        epilog="Settings may also stand in a TOML file (--config): the same names, with _ for -.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    where(serve)
    serve.add_argument(
        "--http", metavar="HOST:PORT", help="for clients (default 127.0.0.1:8480; elsewhere by https only)"
    )
    serve.add_argument(
        "--sip", metavar="HOST:PORT", help="for phones (default 0.0.0.0:5060; with [::]: IPv6 too; port 0: any)"
    )
    secure = "for phones over TLS, with the service's certificate (usual: 0.0.0.0:5061; default: not at all)"
    serve.add_argument("--sips", metavar="HOST:PORT", help=secure)
    demanded = "phones must come over TLS and encrypt their sound (SRTP); emergency calls are let through"
    serve.add_argument("--secure-phones", action="store_true", default=None, help=demanded)
    authorities = "certificates (PEM) that providers may show over TLS, besides those the system believes"
    serve.add_argument("--sip-ca", metavar="FILE", help=authorities)
    public = (
        "of the router in front of the service, for phones and providers beyond it (default: as a provider sees it)"
    )
    serve.add_argument("--public-address", metavar="ADDRESS", help=public)
    sound = "UDP ports that sound may come in at, for a firewall (such as 16384-17383, for 250 calls; default: any)"
    serve.add_argument("--rtp-ports", metavar="FIRST-LAST", help=sound)
    serve.add_argument("--driver", choices=DRIVERS, help="sip: real phones (default); demo: a simulated office")
    serve.add_argument(
        "--tls-cert", metavar="FILE", help="certificate chain (PEM); else one is made, see `fingerprint`"
    )
    serve.add_argument(
        "--trusted-proxy", nargs="+", metavar="ADDRESS", help="who may say for whom they speak (X-Forwarded-For)"
    )
    reached = "how people reach the service, for links in mails: https://telefon.example.com"
    serve.add_argument("--public-url", metavar="URL", help=reached)
    serve.add_argument("--tls-key", metavar="FILE", help="its private key (PEM)")
    alone = "end with standard input, unless its last line is: stay"
    serve.add_argument("--child", action="store_true", default=None, help=alone)
    serve.add_argument("--demo-seed", type=int, metavar="N", help="what the simulated office does follows from it")
    accept = "start with an empty database although recordings of another lie beside it"
    serve.add_argument("--accept-empty", action="store_true", default=None, help=accept)
    quiet = "don't say on the local network (mDNS) that the service is there"
    serve.add_argument("--no-announce", dest="announce", action="store_false", default=None, help=quiet)
    serve.add_argument("--log-level", choices=("DEBUG", "INFO", "WARNING", "ERROR"))


def _customer_add(verbs: Any) -> None:
    add = command(verbs, "add", "a new company", _customer)
    add.add_argument("code", metavar="CODE", help="three digits, the first of all its local numbers")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--region", default="DK", help="ISO 3166 country in which numbers are read (default DK)")
    add.add_argument("--time-zone", default="Europe/Copenhagen", help="default Europe/Copenhagen")
    add.add_argument("--language", default="da", choices=("da", "sv", "en"))


def _device_add(verbs: Any) -> None:
    add = command(verbs, "add", "a phone for a person; prints the SIP user and password", _device)
    add.add_argument("local_number", metavar="LOCALNUMBER")
    add.add_argument("kind", choices=("desk", "mobile", "softphone"))
    add.add_argument("--number", metavar="NUMBER", help="of a mobile that is rung over the trunk")
    add.add_argument("--name", default="", help="what the person calls it")
    add.add_argument("--ring-after", type=int, default=0, metavar="S", help="joins in after so many seconds")
    add.add_argument("--ring-in-hours", action="store_true", help="rings only within the person's working hours")
    _sound_path(add, SoundPath.AUTOMATIC)
    add.add_argument("--secure", action="store_true", help=SECURE)


def _device_set(verbs: Any) -> None:
    change = command(verbs, "set", "how a phone's sound goes, whether it must be encrypted, when it rings", _sound)
    change.add_argument("which", metavar="SIPUSER")
    _sound_path(change, None)
    change.add_argument("--secure", action=argparse.BooleanOptionalAction, default=None, help=SECURE)
    change.add_argument("--ring-after", type=int, metavar="S", help="joins in after so many seconds")
    in_hours = "rings only within the person's working hours"
    change.add_argument("--ring-in-hours", action=argparse.BooleanOptionalAction, default=None, help=in_hours)


SECURE = "it must come over TLS and encrypt its sound (SRTP)"


def _sound_path(command: argparse.ArgumentParser, usual: SoundPath | None) -> None:
    command.add_argument(
        "--sound", choices=SoundPath.known(), default=usual,
        type=SoundPath, help="through the service, straight to the other phone, or as is needed",
    )  # fmt: skip


def _group_add(verbs: Any) -> None:
    add = command(verbs, "add", "people that ring together", _hunt_group)
    add.add_argument("local_number", metavar="LOCALNUMBER")
    add.add_argument("--name", required=True)
    add.add_argument("--members", nargs="+", required=True, metavar="LOCALNUMBER", help="by blanks or commas")
    add.add_argument("--strategy", default="all", choices=("all", "in_turn", "longest_idle"))
    add.add_argument("--reception", action="store_true", help="the group that answers for the company")
    add.add_argument("--seconds", type=int, default=30, metavar="S", help="how long it rings (in turn: each member)")
    add.add_argument("--number", metavar="NUMBER", help="the group's public number")
    add.add_argument("--overflow", metavar="NUMBER", help="where calls go that nobody took")


def _group_log(verbs: Any, name: str, about: str, *, out: bool) -> None:
    def made(given: argparse.Namespace) -> wire.GroupLog:
        return wire.GroupLog(local_number=given.local_number, member=given.member, out=out)

    log = command(verbs, name, about, made)
    log.add_argument("local_number", metavar="LOCALNUMBER")
    log.add_argument("member", metavar="MEMBER", help="the person's local number")


def _set_hours(verbs: Any) -> None:
    about = "working hours of a person, opening hours of a group or of a company's numbers"
    hours = command(verbs, "set-hours", about, lambda given: wire.SetHours(which=given.which, hours=given.hours))
    hours.add_argument("which", metavar="LOCALNUMBER|CODE")
    hours.add_argument("hours", metavar="HOURS", help='"mon-fri 08:00-16:00, sat 10:00-14:00", or "always"')


def _list(verbs: Any, name: str) -> None:
    listing = command(verbs, name, "companies, people, phones and groups", _listing)
    listing.add_argument("--customer", metavar="CODE")


def _remove(verbs: Any, name: str, which: str, about: str) -> None:
    remove = command(verbs, name, about, lambda given: wire.Remove(which=given.which))
    remove.add_argument("which", metavar=which)


def _customer(given: argparse.Namespace) -> wire.CustomerAdd:
    return wire.CustomerAdd(
        code=given.code, name=given.name, region=given.region, time_zone=given.time_zone, language=given.language
    )


def _device(given: argparse.Namespace) -> wire.DeviceAdd:
    return wire.DeviceAdd(
        local_number=given.local_number,
        kind=given.kind,
        name=given.name,
        number=given.number,
        ring_after=given.ring_after,
        ring_in_hours=given.ring_in_hours,
        sound=given.sound,
        secure=given.secure,
    )


def _sound(given: argparse.Namespace) -> wire.DeviceSet:
    return wire.DeviceSet(
        which=given.which,
        sound=given.sound,
        secure=given.secure,
        ring_after=given.ring_after,
        ring_in_hours=given.ring_in_hours,
    )


def _hunt_group(given: argparse.Namespace) -> wire.GroupAdd:
    return wire.GroupAdd(
        local_number=given.local_number,
        name=given.name,
        members=admin_groups.listed(given.members),
        strategy=given.strategy,
        reception=given.reception,
        seconds=given.seconds,
        number=given.number,
        overflow=given.overflow,
    )


def _listing(given: argparse.Namespace) -> wire.Listing:
    return wire.Listing(customer=given.customer)


def _import(given: argparse.Namespace) -> wire.ImportPeople:
    data = given.file.read_bytes()
    if len(data) > wire.MOST_TEXT:
        raise TooLarge(limit=wire.MOST_TEXT)
    return wire.ImportPeople(text=decoded(data))


def _backup(given: argparse.Namespace) -> wire.Backup:
    return wire.Backup(path=str(given.file.absolute()))
