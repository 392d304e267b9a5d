"""A company's directories."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.wire.commands.base import Code, Command, Result
from onepresence_desktop.wire.directories import DirectoryView


class DirectoryList(Command, frozen=True, kw_only=True, tag="directory_list"):
    """How a company's directories are doing. customer: may be left out where there is only one."""

    customer: Code | None = None


class DirectoryRead(Command, frozen=True, kw_only=True, tag="directory_read"):
    """Read one now, by its name or id, also after a fault that lasts."""

    which: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    customer: Code | None = None


class ListedDirectories(Result, frozen=True, kw_only=True):
    """The answer to both: all of them, or the one that was read."""

    customer: str
    directories: list[DirectoryView]
