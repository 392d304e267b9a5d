"""Arguments of the command line for a person's data, and for the settings of desk phones."""

from __future__ import annotations

import argparse
from pathlib import Path

from onepresence_desktop.wire import commands as wire

EXPORTING = "all that is kept of a person, as a ZIP: a page to read, JSON, sounds"
ERASING = "remove a person, and the name and numbers in what others keep"
PROVISIONING = "an address that is good once, for a desk phone to fetch its settings"


def export(command: argparse.ArgumentParser) -> None:
    """`user export`."""
    command.add_argument("local_number", metavar="LOCALNUMBER")
    command.add_argument("file", type=Path, metavar="FILE.zip")


def exported(given: argparse.Namespace) -> wire.UserExport:
    """What was asked for."""
    return wire.UserExport(local_number=given.local_number, path=str(given.file.absolute()))


def erase(command: argparse.ArgumentParser) -> None:
    """`user erase`."""
    command.add_argument("local_number", metavar="LOCALNUMBER")
    command.add_argument("--name", required=True, help="the person's, as it is written: it can't be had back")


def erased(given: argparse.Namespace) -> wire.UserErase:
    """What was asked for."""
    return wire.UserErase(local_number=given.local_number, name=given.name)


def which(command: argparse.ArgumentParser) -> None:
    """`device show`."""
    command.add_argument("which", metavar="SIPUSER")


def shown(given: argparse.Namespace) -> wire.DeviceShow:
    """What was asked for."""
    return wire.DeviceShow(which=given.which)


def provision(command: argparse.ArgumentParser) -> None:
    """`device provision`."""
    command.add_argument("sip_user", metavar="SIPUSER")
    command.add_argument("server", metavar="https://SERVER:PORT", help="the service, as the phone reaches it")


def provisioned(given: argparse.Namespace) -> wire.DeviceProvision:
    """What was asked for."""
    return wire.DeviceProvision(sip_user=given.sip_user, server=given.server)
