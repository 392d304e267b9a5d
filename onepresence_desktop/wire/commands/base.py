"""What every command and every answer of the administration's command line is, and the words several of them use."""

from __future__ import annotations

from typing import Annotated

import msgspec

LocalNumber = Annotated[str, msgspec.Meta(pattern="^[0-9]{7}$")]
Code = Annotated[str, msgspec.Meta(pattern="^[0-9]{3}$")]


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="command"):
    """Base of all commands; `command` names which."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all answers."""
