"""Sounds as references: what is to be played is named by a URI that a driver fetches in its own way.

The embedded engine reads the file; a driver of another machine's telephony hands the content over first. A sound is a
WAV of 8 kHz, mono, 16 bit.
"""

from __future__ import annotations

from pathlib import Path
from typing import NewType
from urllib.parse import urlsplit
from urllib.request import url2pathname

Sound = NewType("Sound", str)
"""A URI; today always `file:` with an absolute path on the service's machine."""


def sound_at(path: Path) -> Sound:
    """The reference of a file of the service."""
    return Sound(path.absolute().as_uri())


def file_of(sound: Sound) -> Path:
    """The file a reference names, for a driver in the service's process. Raises ValueError for another scheme."""
    parts = urlsplit(sound)
    if parts.scheme != "file":
        raise ValueError(f"not a file: {parts.scheme}")
    return Path(url2pathname(parts.path))
