"""How commands of the command line are put together: groups of them, and what every one takes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.text_files import decoded
from onepresence_desktop.wire import commands as wire

Make = Callable[[argparse.Namespace], wire.AnyCommand]


def group(verbs: Any, name: str, about: str, *, epilog: str | None = None) -> Any:
    """Commands with a common first word."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = verbs.add_parser(name, help=about, description=about, epilog=epilog, formatter_class=shape)
    return parser.add_subparsers(dest="action", required=True, metavar="ACTION")


def command(verbs: Any, name: str, about: str, make: Make | None, *, epilog: str | None = None) -> Any:
    """One command. make: from its arguments to what is asked of the service; None: it isn't asked."""
    shape = argparse.RawDescriptionHelpFormatter if epilog else argparse.HelpFormatter
    made = verbs.add_parser(name, help=about, description=about, epilog=epilog, formatter_class=shape)
    made.set_defaults(make=make)
    where(made)
    made.add_argument("--json", action="store_true", help="answer in JSON")
    return made


def where(made: argparse.ArgumentParser) -> None:
    """Which service or store is meant."""
    made.add_argument("--data", metavar="DIR", help="the service's folder: database, recordings, run file")
    made.add_argument("--database", metavar="URL", help="another database than SQLite in the folder")
    made.add_argument("--config", type=Path, metavar="FILE", help="TOML file with any of these settings")


def whose(made: argparse.ArgumentParser) -> None:
    """Which company."""
    made.add_argument("--customer", metavar="CODE", help="whose, where there are several companies")


def version(made: argparse.ArgumentParser) -> None:
    """That nothing is written over which one hasn't read."""
    seen = "refuse if it isn't any more what was read: the version that --json showed"
    made.add_argument("--version", metavar="V", help=seen)


def from_file(path: str) -> str:
    """A secret that isn't seen among the running programs: the contents of a file, or with - a line of standard input.

    Raises `OSError`, `Invalid` for what is no text.
    """
    if path == "-":
        return sys.stdin.readline().rstrip("\r\n")
    return decoded(Path(path).read_bytes()).rstrip("\r\n")
