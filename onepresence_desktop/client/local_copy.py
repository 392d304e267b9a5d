"""The last snapshot on disk, so that the roster shows before the network answers.

Owner-only, replaced as a whole, bound to address and user; a damaged or foreign one counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.views import SnapshotView


class LocalCopy:
    """One file per server and user in `folder`."""

    def __init__(self, folder: Path, address: str, local_number: str) -> None:
        key = hashlib.sha256(f"{address}\n{local_number}".encode()).hexdigest()[:24]
        self._path = folder / f"roster-{key}.json"

    def load(self) -> SnapshotView | None:
        """The copy, or None when there is none that can be read."""
        try:
            return codec.read(self._path.read_bytes(), SnapshotView)
        except (OSError, Invalid):
            return None

    def save(self, snapshot: SnapshotView) -> None:
        """Replace the copy; a full disk leaves the old one."""
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, draft = tempfile.mkstemp(dir=self._path.parent, prefix=".roster-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(codec.encode(snapshot))
                os.replace(draft, self._path)
            except OSError:
                Path(draft).unlink(missing_ok=True)
                raise

    def remove(self) -> None:
        """Forget it (sign-out)."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
