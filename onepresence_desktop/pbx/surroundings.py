"""What the service stands on: the room on its disk, and how long its certificate is good (spec 12.4e)."""

from __future__ import annotations

import asyncio
import shutil
from datetime import datetime
from pathlib import Path

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx import certificate
from onepresence_desktop.pbx.config import Config


class Machine:
    """The `Surroundings` port on this machine."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._read: tuple[str, float, datetime | None] = ("", 0.0, None)

    async def disk_free(self) -> int | None:
        """Bytes on the disk of the data folder."""
        try:
            return (await asyncio.to_thread(shutil.disk_usage, self._config.data)).free
        except OSError:
            return None

    async def certificate_until(self) -> datetime | None:
        """Of the certificate that clients see; read again when its file is another."""
        return await asyncio.to_thread(self._until)

    def _until(self) -> datetime | None:
        try:
            shown = certificate.identity(self._config)
            if shown is None:
                return None
            path, changed = shown.certificate, Path(shown.certificate).stat().st_mtime
            if self._read[:2] != (path, changed):
                self._read = (path, changed, certificate.good_until(Path(path)))
        except (OSError, Invalid):
            return None
        return self._read[2]
