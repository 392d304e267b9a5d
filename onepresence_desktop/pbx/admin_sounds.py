"""The command line's arguments for what a company recorded itself (`onepresence-pbx sound …`), and what it prints."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.company_number import MAIN
from onepresence_desktop.wire import commands as wire

ABOUT = "a company's own greetings and music: list, set, remove"
SETTING = "a WAV file of any rate instead of the service's voice, or of its own music"
REMOVING = "the service's voice, or its own music, again"
PLACES = ("music", "greeting", "queue", "closed", "holiday", "nobody", "menu")


def listing(command: argparse.ArgumentParser) -> None:
    """`sound list`."""
    _whose(command)


def listed(given: argparse.Namespace) -> wire.SoundList:
    """What was asked for."""
    return wire.SoundList(customer=given.customer)


def setting(command: argparse.ArgumentParser) -> None:
    """`sound set`."""
    _where(command)
    command.add_argument("file", type=Path, metavar="FILE.wav")


def put(given: argparse.Namespace) -> wire.SoundSet:
    """What was asked for. Raises `OSError` where the file can't be read."""
    return wire.SoundSet(wav=given.file.read_bytes(), **_at(given))


def removing(command: argparse.ArgumentParser) -> None:
    """`sound remove`."""
    _where(command)


def removed(given: argparse.Namespace) -> wire.SoundRemove:
    """What was asked for."""
    return wire.SoundRemove(**_at(given))


def _where(command: argparse.ArgumentParser) -> None:
    command.add_argument("place", choices=PLACES, help="music: of who is held, parked or waits; else of a number")
    command.add_argument("--number", metavar="+45…", help="the company number, where there are several")
    command.add_argument("--language", choices=("da", "sv", "en"), help="default: the number's first")
    command.add_argument("--menu", default=MAIN, metavar="NAME", help="which menu (default main)")
    _whose(command)


def _whose(command: argparse.ArgumentParser) -> None:
    command.add_argument("--customer", metavar="CODE", help="whose, where there are several companies")


def _at(given: argparse.Namespace) -> dict[str, Any]:
    return {
        "place": given.place,
        "number": given.number,
        "language": given.language,
        "menu": given.menu,
        "customer": given.customer,
    }


def described(result: wire.ListedSounds) -> str:
    """A line for each."""
    return "\n".join(_line(one) for one in result.sounds) or "no recordings: the service's voice and music are heard"


def _line(one: wire.ListedSound) -> str:
    where = f"{one.number} {one.place} ({one.language})" if one.number else one.place
    return f"{one.customer} {where}: {one.seconds:.1f} s"
