"""`DIR/run.json`: how the owner of a running service, and nobody else, finds it and proves himself to it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.wire import codec

NAME = "run.json"

MOST = 64 * 1024
"""Bytes of a file that a service has written."""


class RunFile(msgspec.Struct, frozen=True, kw_only=True):
    """address: URL of the HTTP interface on this machine. network: URL for others, "" when there is none.

    sip: host:port or "". certificate: path, when TLS is on; fingerprint: of that, in hexadecimal.
    store: which one it serves (`Config.store_name`).
    """

    address: str
    pid: int
    admin_token: str
    network: str = ""
    sip: str = ""
    driver: str = "sip"
    store: str = ""
    certificate: str | None = None
    fingerprint: str = ""


def announce(folders: Iterable[Path], run_file: RunFile) -> None:
    """Write it into the first folder, and into the others where that can be done."""
    data, *others = folders
    write(data, run_file)
    for folder in others:
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write(folder, run_file)


def write(data: Path, run_file: RunFile) -> None:
    """Put it in place as a whole, readable by the owner only."""
    new = data / f"{NAME}.new"
    with contextlib.suppress(FileNotFoundError):
        new.unlink()
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(codec.encode(run_file))
    new.replace(data / NAME)


def read(data: Path) -> RunFile | None:
    """The file of a service that runs, or died without removing it; None when there is none.

    Raises `Invalid` for one that no service has written.
    """
    file = data / NAME
    try:
        if not file.is_file() or file.stat().st_size > MOST:
            if not file.exists():
                return None
            raise Invalid(field=NAME, problem="malformed")
        found = codec.decode(file.read_bytes(), RunFile)
        where = urlsplit(found.address)
        if where.scheme not in ("http", "https") or not where.hostname or not where.port:
            raise Invalid(field=NAME, problem="malformed")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as exc:
        raise Invalid(field=NAME, problem="unreadable") from exc
    except Invalid as exc:
        raise Invalid(field=NAME, problem="malformed") from exc
    return found


def remove(folders: Iterable[Path]) -> None:
    """The service ends."""
    for folder in folders:
        with contextlib.suppress(OSError):
            (folder / NAME).unlink()
