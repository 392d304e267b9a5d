"""Writing files that other programs read: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace(file: Path, content: bytes) -> None:
    """Put `content` in the file's place; a symbolic link stays one. Raises OSError, then nothing has changed."""
    file = file.resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o644
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.chmod(draft, mode)
        os.replace(draft, file)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
