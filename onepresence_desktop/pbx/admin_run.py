"""The command line at work: through the running service, or on the store itself while none runs."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import gc
import hmac
import http.client
import os
import secrets
import ssl
import sys
from collections.abc import Sequence
from dataclasses import fields
from urllib.parse import urlsplit

from onepresence_desktop.domain import errors
from onepresence_desktop.one_core import OneCore
from onepresence_desktop.pbx import admin_doctor, run_file
from onepresence_desktop.pbx.admin import parser
from onepresence_desktop.pbx.admin_text import described, visible, why
from onepresence_desktop.pbx.config import Config, load
from onepresence_desktop.supervise import supervise
from onepresence_desktop.wire import codec
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.fingerprint import in_words
from onepresence_desktop.wire.problems import Problem, error_of

EXIT_CODES: dict[type[errors.OnePresenceError], int] = {
    errors.OnePresenceError: 1,
    errors.AddressInUse: 3,
    errors.StoreDamaged: 4,
    errors.StoreLocked: 5,
    errors.StoreFull: 6,
    errors.ServerAway: 7,
}
"""Exit code by error; a class without one has its parent's."""

USAGE = 2

ANSWERS: dict[type[wire.Command], type[wire.Result]] = {
    wire.CustomerAdd: wire.CustomerAdded,
    wire.UserAdd: wire.UserAdded,
    wire.UserSet: wire.ListedUser,
    wire.PasswordReset: wire.UserAdded,
    wire.PictureRemove: wire.ListedUser,
    wire.DeviceAdd: wire.DeviceAdded,
    wire.DeviceSet: wire.DeviceChanged,
    wire.DeviceShow: wire.DeviceAdded,
    wire.GroupAdd: wire.GroupAdded,
    wire.GroupLog: wire.GroupLogged,
    wire.GroupSet: wire.GroupAdded,
    wire.PickupGroupSet: wire.ListedPickupGroups,
    wire.PickupGroups: wire.ListedPickupGroups,
    wire.ReceptionTimes: wire.ReceptionTimesSet,
    wire.UserExport: wire.BackedUp,
    wire.UserErase: wire.UserErased,
    wire.DeviceProvision: wire.DeviceProvisioned,
    wire.SecurePhones: wire.SecurePhonesSet,
    wire.SetHours: wire.HoursSet,
    wire.SoundList: wire.ListedSounds,
    wire.SoundSet: wire.ListedSounds,
    wire.SoundRemove: wire.ListedSounds,
    wire.CompanyNumberList: wire.ListedCompanyNumbers,
    wire.CompanyNumberAdd: wire.ListedCompanyNumbers,
    wire.CompanyNumberSet: wire.ListedCompanyNumbers,
    wire.CompanyNumberRemove: wire.Removed,
    wire.HolidayList: wire.ListedHolidays,
    wire.HolidaySet: wire.ListedHolidays,
    wire.HolidayRemove: wire.ListedHolidays,
    wire.Blocked: wire.ListedBlocked,
    wire.PrivacySet: wire.PrivacyShown,
    wire.AuditList: wire.ListedAudit,
    wire.NumbersShown: wire.NumbersShownSet,
    wire.ContactsSeen: wire.ContactsSeenSet,
    wire.StandardMessageList: wire.ListedStandardMessages,
    wire.StandardMessageAdd: wire.ListedStandardMessages,
    wire.StandardMessageSet: wire.ListedStandardMessages,
    wire.StandardMessageRemove: wire.ListedStandardMessages,
    wire.CalendarList: wire.ListedCalendars,
    wire.CalendarAdd: wire.ListedCalendars,
    wire.CalendarSet: wire.ListedCalendars,
    wire.CalendarRemove: wire.Removed,
    wire.CalendarWordList: wire.ListedCalendarWords,
    wire.CalendarWordSet: wire.ListedCalendarWords,
    wire.CalendarWordRemove: wire.ListedCalendarWords,
    wire.DirectoryList: wire.ListedDirectories,
    wire.DirectoryRead: wire.ListedDirectories,
    wire.TrunkAdd: wire.Trunk,
    wire.TrunkSet: wire.Trunk,
    wire.TrunkOrdered: wire.Trunks,
    wire.TrunkList: wire.Trunks,
    wire.TrunkRemove: wire.Removed,
    wire.TrunkTest: wire.TrunkTested,
    wire.ConnectionAdd: wire.ListedConnection,
    wire.ConnectionSet: wire.ListedConnection,
    wire.ConnectionList: wire.ListedConnections,
    wire.ConnectionRemove: wire.Removed,
    wire.ConnectionTry: wire.TriedConnection,
    wire.Remove: wire.Removed,
    wire.Listing: wire.Listed,
    wire.ImportPeople: wire.Imported,
    wire.ExportPeople: wire.Exported,
    wire.Backup: wire.BackedUp,
    wire.Diagnose: wire.Diagnosed,
    wire.Check: wire.Checked,
}
"""What each command is answered with."""

PATIENCE = 120.0
"""Seconds for a service's answer; an import of thousands takes a while."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; the exit code."""
    given = parser().parse_args(arguments)
    os.umask(0o077)  # what the service keeps, and what is exported from it, is for its owner only
    try:
        config = _config(given)
    except errors.Invalid as exc:
        return _refused(exc, usage=True)
    try:
        if given.verb == "serve":
            return _serve(config)
        if given.verb == "fingerprint":
            return _fingerprint(config, given.certificate, as_json=given.json)
        if given.verb == "restore":
            return _restore(config, given)
        return _command(config, given)
    except errors.OnePresenceError as exc:
        if given.verb == "serve" and config.child:
            # The program that started us reads this line where otherwise "ready" stands.
            print("refused", exc.code, exc.details.get("address", ""), flush=True)
        return _refused(exc, usage=given.verb == "serve")
    except OSError as exc:
        if exc.errno == errno.ENOSPC:
            return _refused(errors.StoreFull())
        print(f"onepresence-pbx: {exc}", file=sys.stderr)
        return 1


def _refused(error: errors.OnePresenceError, *, usage: bool = False) -> int:
    """Say why. usage: a wrong value is wrong usage."""
    print(f"onepresence-pbx: {visible(why(error))}", file=sys.stderr)
    if usage and isinstance(error, errors.Invalid):
        return USAGE
    return next(EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES)


def _config(given: argparse.Namespace) -> Config:
    return load({field.name: getattr(given, field.name, None) for field in fields(Config)}, given.config)


def _serve(config: Config) -> int:
    from onepresence_desktop.pbx.app import Service, serve
    from onepresence_desktop.pbx.log import log_at
    from onepresence_desktop.pbx.signals import ending
    from onepresence_desktop.pbx.telephony.sip.thread import THREAD

    log_at(config.log_level)
    _allow_many_clients()

    def announce(service: Service) -> None:
        print(service.ready, flush=True)
        gc.freeze()  # modules and wiring stay till the end: they need never be looked through
        gc.enable()

    async def run() -> None:
        stop = asyncio.Event()
        with ending(stop, child=config.child):
            together = asyncio.create_task(supervise("one core", OneCore(THREAD).run), name="one core")
            try:
                await serve(config, on_ready=announce, stop=stop)
            finally:
                together.cancel()
                await asyncio.wait([together])

    try:
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            runner.run(run())
    except* errors.OnePresenceError as group:
        raise _first(group) from group
    return 0


def _fingerprint(config: Config, certificate: str | None, *, as_json: bool) -> int:
    """Print what a client's user compares."""
    from onepresence_desktop.pbx.certificate import shown

    digits = shown(config, certificate)
    words = " ".join(in_words(digits))
    print(codec.encode({"words": words, "sha256": digits}).decode() if as_json else words)
    return 0


def _allow_many_clients() -> None:
    """As many open connections as the system lets: the usual 1,024 are fewer than a company's clients."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _first(group: BaseExceptionGroup[errors.OnePresenceError]) -> errors.OnePresenceError:
    first = group.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first


def _restore(config: Config, given: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from onepresence_desktop.pbx.store.restore import restore, restore_into

    now = datetime.now(UTC)
    if config.database is None or config.database.startswith("sqlite"):
        done = restore(given.file, config.data, now, replace=given.replace)
    else:
        into = restore_into(given.file, config.data, config.database, now, replace=given.replace)
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            done = runner.run(into)
    aside = str(done.aside) if done.aside is not None else ""
    result = wire.Restored(
        people=done.people, messages=done.messages, sounds=done.sounds, aside=aside, replaced=done.newer
    )
    print(codec.encode(result).decode() if given.json else described(result))
    return 0


def _command(config: Config, given: argparse.Namespace) -> int:
    command: wire.AnyCommand = codec.decode(codec.encode(given.make(given)), wire.AnyCommand)  # type: ignore[arg-type]
    result = _through_service(config, command)
    if result is None:
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            result = runner.run(_on_store(config, command, existing=given.verb not in {"customer", "migrate"}))
    if isinstance(result, wire.Exported):
        if str(given.file) == "-":
            sys.stdout.write(result.text)
        else:
            given.file.write_text(result.text, "utf-8")
        if str(given.file) == "-" and not given.json:
            return 0
    if given.json:
        print(codec.encode(result).decode())
    else:
        print(visible(described(result)))
    if isinstance(result, wire.Diagnosed):
        return admin_doctor.exit_code(result)
    if isinstance(result, wire.TrunkTested | wire.TriedConnection):
        return 0 if result.good else 1
    return 1 if isinstance(result, wire.Imported) and result.bad else 0


async def _on_store(config: Config, command: wire.AnyCommand, *, existing: bool) -> wire.Result:
    from onepresence_desktop.pbx.bootstrap import beside

    gc.enable()  # an import of thousands makes garbage
    async with beside(config, existing=existing) as commands:
        return await commands.run(command)


def _through_service(config: Config, command: wire.AnyCommand) -> wire.Result | None:
    """The running service's answer; None when none runs. Raises what it refuses."""
    for folder in config.folders:
        running = run_file.read(folder)
        if running is not None and (config.database is None or running.store == config.store_name):
            result = _asked(running, command)
            if result is not None:
                return result
    return None


def _asked(running: run_file.RunFile, command: wire.AnyCommand) -> wire.Result | None:
    """One service's answer; None when it is gone, or another one has come to its address."""
    where = urlsplit(running.address)
    assert where.hostname is not None
    connection: http.client.HTTPConnection
    if where.scheme == "https":
        context = ssl.create_default_context(cafile=running.certificate)
        context.check_hostname = False
        connection = http.client.HTTPSConnection(where.hostname, where.port, timeout=PATIENCE, context=context)
    else:
        connection = http.client.HTTPConnection(where.hostname, where.port, timeout=PATIENCE)
    try:
        connection.connect()
    except OSError:
        return None
    try:
        nonce = secrets.token_hex(16)
        connection.request("GET", f"{wire.ADMIN_PROOF}?nonce={nonce}")
        shown = connection.getresponse().read()
        if not hmac.compare_digest(shown, codec.encode(wire.Proof(proof=wire.proof(running.admin_token, nonce)))):
            return None  # another has come to the address: nothing is said to it
        headers = {"Authorization": f"Bearer {running.admin_token}", "Content-Type": "application/json"}
        connection.request("POST", wire.ADMIN, codec.encode(command), headers)
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException) as exc:
        raise errors.ServerAway(detail=type(exc).__name__) from exc
    finally:
        connection.close()
    if answer.status == 200:
        return codec.decode(body, ANSWERS[type(command)])
    if answer.status == 401:
        return None
    try:
        problem = codec.decode(body, Problem)
    except errors.Invalid:
        return None
    raise error_of(problem.code, dict(problem.details))
