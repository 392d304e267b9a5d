"""A real disk of a few megabytes that can be filled and emptied: a tmpfs in a mount namespace of its own."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from tests.support.own_network import NOT_ALLOWED

_PIECE = 4096


class SmallDisk:
    """Mounted at `folder` for the programs that are started `under` it; others see it through `inside`.

    Where nobody may mount (a container, a root that is no mount point), the test is skipped with the common reason.
    """

    def __init__(self, folder: Path, *, megabytes: int, holding: Path | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        as_root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        script = f'mount -t tmpfs -o size={megabytes}m,mode=700 none "$1"; cp -a "$2/." "$1"; echo up; exec cat'
        command = ["unshare", "--mount", *as_root, "sh", "-ec", script, "sh", str(folder), str(holding or folder)]
        self._holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._holder.stdout is not None
        if self._holder.stdout.readline() != "up\n":
            self._holder.communicate()
            pytest.skip(NOT_ALLOWED)
        enter = ["--user", "--preserve-credentials"] if as_root else []
        self.under = ("nsenter", "--target", str(self._holder.pid), "--mount", *enter, f"--wdns={os.getcwd()}")
        self.inside = Path(f"/proc/{self._holder.pid}/root{folder.resolve()}")

    def __enter__(self) -> SmallDisk:
        return self

    def __exit__(self, *_: object) -> None:
        self._holder.communicate()

    def fill(self) -> None:
        """Not a byte more fits."""
        with open(self.inside / "filler", "ab", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(_PIECE))
            except OSError as exc:
                assert exc.errno == errno.ENOSPC

    def empty(self) -> None:
        """There is room again."""
        (self.inside / "filler").unlink()
