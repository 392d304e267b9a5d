"""The command line's arguments for directories, and what it prints of them (`onepresence-pbx directory …`)."""

from __future__ import annotations

import argparse
from typing import Any

from onepresence_desktop.pbx.admin_connections import trouble_words
from onepresence_desktop.pbx.admin_verbs import command, group, whose
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.directories import DirectoryView


def add(verbs: Any) -> None:
    """`directory list`, `directory read`."""
    directory = group(verbs, "directory", "the company's directories: list, read")
    whose(command(directory, "list", "how many people of each are kept, and how it is doing", _listed))
    reading = command(directory, "read", "read one now, without waiting for its turn", _read)
    reading.add_argument("which", metavar="NAME")
    whose(reading)


def _listed(given: argparse.Namespace) -> wire.DirectoryList:
    return wire.DirectoryList(customer=given.customer)


def _read(given: argparse.Namespace) -> wire.DirectoryRead:
    return wire.DirectoryRead(which=given.which, customer=given.customer)


def described(result: wire.ListedDirectories) -> str:
    """One on a line."""
    return "\n".join(_line(one) for one in result.directories) or "no directories"


def _line(one: DirectoryView) -> str:
    read = f"read {one.read_at:%Y-%m-%d %H:%M} UTC" if one.read_at is not None else "not read yet"
    trouble = f": {trouble_words(one.trouble)}" if one.trouble else ""
    cut = ", not all of them" if one.cut else ""
    return f"{one.name} ({one.kind} {one.address}) {one.people} people{cut}, {read}{trouble}"
