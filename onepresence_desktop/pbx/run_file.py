"""`DIR/run.json`: how the owner of a running service, and nobody else, finds it and proves himself to it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import msgspec

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.wire import codec

NAME = "run.json"


class RunFile(msgspec.Struct, frozen=True, kw_only=True):
    """address: URL of the HTTP interface on this machine. sip: host:port or "". certificate: path, when TLS is on."""

    address: str
    pid: int
    admin_token: str
    sip: str = ""
    driver: str = "sip"
    certificate: str | None = None


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
    """The file of a service that runs, or died without removing it; None when there is none."""
    try:
        return codec.decode((data / NAME).read_bytes(), RunFile)
    except (FileNotFoundError, NotADirectoryError, Invalid):
        return None


def remove(data: Path) -> None:
    """The service ends."""
    with contextlib.suppress(FileNotFoundError):
        (data / NAME).unlink()
